//! zhaogong brings migrant and blue-collar workers and employers together on Telegram. Workers register
//! by a chat that needs almost no typing and are classified by every answer; employers post a job and
//! see whom it fits; it goes out to exactly those, best fits first, once each; operators of the agency
//! decide who may post. A crash at any point loses no update and repeats no question.
//!
//! # The path of one update
//!
//! ```text
//! Telegram ──updates──▶ polling, webhook ──raw JSON──▶ telegram::convert ──Incoming──────┐
//!    ▲                                                                                   ▼
//!    │                          ┌──────────────── turn: one transaction ────────────────────┐
//!    │                          │ load people ─▶ chat::step ─▶ acts ─▶ store, audience,      │
//!    │                          │ matching ─▶ chat::screen, chat::views ─▶ outbox ─▶ commit  │
//!    │                          └───────────────────────────┬────────────────────────────────┘
//!    │                                                      │ then the poll's offset moves on, or 200
//!    ├────── telegram::lanes (replies, in order per chat) ◀─┤
//!    └────── delivery (offers, 30 a second, claimed rows) ◀─┘
//! ```
//!
//! What became of a message comes back as a record and rides in the transaction of the next group.
//!
//! # The map
//!
//! Dependencies point down; a room on a floor knows nothing of the floors above.
//!
//! | room | what it is |
//! |---|---|
//! | [`cli`] | the command line, one file per subcommand |
//! | [`app`] | builds the parts and runs them until asked to stop |
//! | [`telegram`] | polling, webhook, sending lanes, what errors mean; the only room that names teloxide |
//! | [`delivery`] | the bulk lane: pace, claiming, ends; sends through its own trait `Wire` |
//! | [`turn`] | one update through: load, step, look up, render, commit |
//! | [`audience`] | who fits what: open jobs for a worker, workers for a job |
//! | [`store`] | the only room that speaks SQL; one text for SQLite and PostgreSQL |
//! | [`chat`] | conversations: forms, screens, what is said (pure) |
//! | [`reading`] | text to facts (pure) |
//! | [`matching`] | job × worker → fit, with reasons (pure) |
//! | [`classify`] | axes and rule packs (pure) |
//! | [`place`] | names and points → places (pure) |
//! | [`domain`] | the types and the taxonomy (pure) |
//! | [`i18n`] | texts from `locales/`, one folder per language |
//! | [`playground`] | beside the house: a Bot API emulator with a chat page, for `demo` and tests |
//! | [`seed`] | invented workers |
//! | [`metrics`] | counters of a running bot, for `/metrics` |
//! | [`clock`] | the one place that reads the system's clock |
//!
//! # Invariants
//!
//! 1. **The pure rooms do no I/O**: no database, no network, no clock, no randomness. Time is an argument.
//! 2. **Only `store` contains SQL; only `telegram` names teloxide.**
//! 3. **One update, one transaction**: handled id, conversation, profile, classification and outgoing
//!    messages are committed together; then the update is acknowledged; then messages go out.
//! 4. **Every change of a state names the state it leaves** and looks at the row count.
//! 5. **Every text comes from `locales/` or was typed by a person**, and what was typed is escaped.
//! 6. **A message row is sent once.** Only where Telegram's answer was lost is it sent again (an offer once, a
//!    reply until an answer comes, at most five times): better twice for one person than never.
//! 7. **A released migration never changes.**
//! 8. **No panic on any input.** An update that cannot be handled is recorded, apologised for and
//!    acknowledged; while the database is away, nothing is acknowledged.
//!
//! `tests/house.rs` checks those that can be checked by reading the source.
//!
//! # A worker registers
//!
//! `/start` reaches [`chat::step`], which begins the form [`chat::forms::REGISTER`]. Every tap comes back
//! as callback data that names form, question and revision; the engine ([`chat::engine`]) moves the
//! session on, `chat::step` derives profile and labels, and says `Act::Ask`. `turn` looks up how many
//! open jobs fit ([`audience::OpenJobs`]) and [`chat::screen`] makes the next card. The confirmed form
//! becomes `WorkerAct::Register`: the first fitting jobs are kept as offers and go out as notices in the same
//! transaction; the others are queued for the days that follow.
//!
//! # An employer posts a job
//!
//! The confirmed form becomes `EmployerAct::Post`: [`chat::forms::check`] looks once more whether it can be
//! posted, `turn` asks [`audience::workers_for`], keeps the job, a broadcast, and for each worker an offer and
//! a delivery, best fits first, not before the end of the worker's quiet hours. [`app`] sees that deliveries
//! are due, claims a few at a time as the pace allows (their rows say `sending`), sends them beside the
//! replies, and records each end. `a:JOB` on an offer comes back as `WorkerAct::Apply`.
//!
//! # An application goes its way
//!
//! [`domain::Stage`] says how far one job and one worker have come with each other, and from where each stage
//! is reached; `store` writes down every step. The first application reaches the employer as a card, those of
//! the next minutes are told together. `turn::talk` carries questions, answers and invitations between the
//! two without a number, `turn::decisions` hires, refuses and takes back, `turn::job_life` and
//! `turn::change` pause, close and change the job and tell those who applied.
//!
//! # Operators
//!
//! `/admin` leads to their desk (`turn::staff`): employers that wait, held and reported jobs, people,
//! announcements, figures, the log. A message that shows what is to be decided is remembered with what it
//! shows ([`store::Shows`]): the first to decide wins, and the cards of the others say so. Operators come from
//! the settings or are made in a chat. What they do is in the audit log, as codes and surrogate numbers only,
//! so that an erasure need not touch it.
//!
//! # What comes with time
//!
//! A reminder is a row of the table `timer`: whom it concerns, its kind, when it is due. [`app`] sleeps until
//! the next one, and [`turn::Turn::tick`] takes those that are due in one transaction with what they lead
//! to: a question that brings something (at most one a day, and none while three stayed unanswered), the
//! end of a pause, a certificate that expires, an interview that is near, the end of a job, a check-in,
//! “still looking?” some weeks after being hired. Timers that follow from facts are set anew by every change
//! of the facts.
//!
//! # What protects workers
//!
//! Hiring sets two timers: on day 1 and day 30 the worker is asked whether the work began, and whether
//! anybody wanted money (`ck:JOB:DAY:ANSWER`). A yes freezes the employer at once; `rp:JOB:KIND` reports a
//! job, which is held when enough different workers did. Every operator gets a card and decides (`oe:`, `oj:`);
//! the employer learns why, never from whom, and may appeal. What somebody may still do for a stopped
//! employer is decided in one place, before any act of theirs is carried out.
//!
//! # A worker's own data
//!
//! `p:QUESTION` opens the form [`chat::forms::PROFILE`], which holds every question, at one of them; the
//! answers are made from the profile, and the new one is kept by `WorkerAct::Keep`. `d:erase!` deletes the row of the
//! person, on which everything else hangs, and folds the write-ahead log in; what stays is the receipt in
//! the audit log, under a number that is never used again.

pub mod app;
pub mod audience;
pub mod chat;
pub mod classify;
pub mod cli;
pub mod clock;
pub mod delivery;
pub mod domain;
pub mod i18n;
pub mod matching;
pub mod metrics;
pub mod place;
pub mod playground;
pub mod reading;
pub mod seed;
pub mod store;
pub mod telegram;
pub mod turn;
