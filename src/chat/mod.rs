//! Conversations: pure steps from what a person does to what is done and shown.
//!
//! [`step`] moves the conversation with a [`Person`] on by one [`Input`] and says with [`Act`]s what
//! must be looked up or kept; `turn` carries them out inside its transaction and lets [`views`] and
//! [`screen`] make the messages. Registration, sign-up and posting are [`Form`]s: questions as data
//! that one engine runs ([`engine`]). Lists and cards are stateless views driven by callbacks.
//!
//! Callback data is that of [`tap`] for forms, else a letter or two and numbers; 7 is a job here, 3 a person,
//! 4 an employer. `tests/attack.rs` lists every one with who may tap it.
//!
//! | who | data |
//! |---|---|
//! | anybody | `l:en` language, `m:jobs` menu, `d:export` own data, `f:…` a form |
//! | worker | `j:2` the job at place 2, `v:7` show, `y:0` why not others, `a` `n` `w` `s` `:7` apply, not for me, withdraw, share the number, `an:7` answer, `it:7:y` come to the interview, `rp:7:fee` report, `ck:7:1:yes` check-in of day 1, `p:QUESTION` change a fact, `q:QUESTION:later`, `u:7` pause |
//! | employer | `mj:1` page of the jobs, `jb:7` one, `je` `jy` `jp` `jr` `jc` `jx` `jl` `:7` edit, copy, pause, resume, close, extend, let end, `k:7` link, `c:7:0` applicants, `cm:7` compare, `ap:7:3` one, `h` `r` `as` `iv` `ns` `un` `:7:3` hire, refuse, ask, invite, did not come, take back, `co:…` who acts for the company, `ea:4` appeal, `er:4` sign up again |
//! | operator | `ok:4` `no:4` approve, refuse, `oe:4:freeze` and `oj:7:hold` decide about a case, `op:…` the desk |
//!
//! Whoever taps, `turn` checks that they may.

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
