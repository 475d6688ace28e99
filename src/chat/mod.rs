//! Conversations: pure steps from what a person does to what is done and shown.
//!
//! [`step`] moves the conversation with a [`Person`] on by one [`Input`] and says with [`Act`]s what
//! must be looked up or kept; `turn` carries them out inside its transaction and lets [`views`] and
//! [`screen`] make the messages. Registration, sign-up and posting are [`Form`]s: questions as data
//! that one engine runs ([`engine`]). Lists and cards are stateless views driven by callbacks.
//!
//! Callback data is that of [`tap`] for forms, else a letter and numbers:
//! `l:en` language, `m:jobs` menu, `j:2` the job at place 2, `a:7` apply for job 7, `n:7` not for me,
//! `s:7` share the number, `c:7:0` applicants, `h:7:3` hire person 3, `r:7:3` refuse, `ok:4` and `no:4`
//! decide about employer 4, `jb:7` job 7 for its employer and `je` `jy` `jp` `jr` `jc` `jx` what is done with
//! it, `mj:1` a page of the jobs, `co:…` who acts for a company, `ck:7:1:yes` a check-in, `rp:7:fee` a report,
//! `ea:4` an appeal, `oe:4:freeze` and `oj:7:hold` what operators decide about employers and jobs. Whoever
//! taps, `turn` checks that they may.

mod answer;
pub mod describe;
pub mod engine;
mod form;
pub mod forms;
mod input;
mod layout;
mod message;
mod page;
mod person;
mod screen;
mod session;
mod step;
pub mod tap;
mod typed;
pub mod views;
mod world;

pub use answer::{Answer, Answers};
pub use form::{Ask, Choice, Choices, Condition, Form, Group, Kind, Menu, Question};
pub use forms::Company;
pub use input::{Incoming, Input, Sender, Thing};
pub use layout::lay_out;
pub use message::{Button, Document, Keyboard, Message, Out, ReplyButton, Tone};
pub use page::{Around, render};
pub use person::{Asks, Employer, EmployerState, Pause, Person, Phone, Worker, judged_by};
pub use screen::{Facts, screen};
pub use session::{At, Session, Subject};
pub use step::{
    Act, Card, Change, CompanyAct, EmployerAct, EmployerCare, Found, Invitation, JobAct, OperatorAct,
    OperatorCare, REASONS, Span, StaffAct, Step, TagChange, WorkerAct, WorkerCare, step,
};
pub use world::World;
