//! zhaogong brings migrant and blue-collar workers and employers together on Telegram. Workers register
//! by a chat that needs almost no typing and are classified by every answer; employers post a job and
//! see whom it fits; it goes out to exactly those, best fits first, once each; operators of the agency
//! decide who may post. A crash at any point loses no update and repeats no question.
//!
//! # The path of one update
//!
//! ```text
//! Telegram ──getUpdates──▶ telegram::polling ──raw JSON──▶ telegram::convert ──Incoming──┐
//!    ▲                                                                                   ▼
//!    │                          ┌──────────────── turn: one transaction ────────────────────┐
//!    │                          │ load people ─▶ chat::step ─▶ acts ─▶ store, audience,      │
//!    │                          │ matching ─▶ chat::screen, chat::views ─▶ outbox ─▶ commit  │
//!    │                          └───────────────────────────┬────────────────────────────────┘
//!    │                                                      │ then the poll's offset moves on
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
//! | [`telegram`] | polling, sending lanes, what errors mean; the only room that names teloxide |
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
//! 6. **A message row is sent once.** If Telegram's answer was lost, once more: better twice for one
//!    person than never.
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
//! becomes `Act::Register`: the first fitting jobs are kept as offers and go out as notices in the same
//! transaction; the others are queued for the days that follow.
//!
//! # An employer posts a job
//!
//! The confirmed form becomes `Act::Post`: `turn` asks [`audience::workers_for`], keeps the job, a
//! broadcast, and for each worker an offer and a delivery, best fits first, not before the end of the
//! worker's quiet hours. [`app`] sees that deliveries are due, claims a few at a time as the pace allows
//! (their rows say `sending`), sends them beside the replies, and records each end. `a:JOB` on an offer
//! comes back as `Act::Apply`; the employer gets the applicant's card; `h:JOB:PERSON` hires.
//!
//! # A job goes on
//!
//! `jb:JOB` shows a job to everybody who acts for its employer, with what can be done in its state. A change
//! keeps the new answers, tells those who applied line by line, and judges anew whom the job goes to; who
//! was shown the old facts sees the new ones before they apply (`offer.shown_at` against
//! `job.changed_at`). From `job.expires_at` on a job is offered to nobody ([`store::StoredJob::takes`]); the timer
//! that comes then writes it down and tells people. `/start e4` asks to act for employer 4, and its founder decides.
//!
//! # What comes with time
//!
//! A reminder is a row of the table `timer`: whom it concerns, its kind, when it is due. [`app`] sleeps until
//! the next one, and [`turn::Turn::tick`] takes those that are due in one transaction with what they lead
//! to: a question that brings something (at most one a day, and none while three stayed unanswered), the
//! end of a pause, a certificate that expires, “still looking?” some weeks after being hired. Timers that
//! follow from facts are set anew by every change of the facts.
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
//! answers are made from the profile, and the new one is kept by `Act::Keep`. `d:erase!` deletes the row of the
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
pub mod place;
pub mod playground;
pub mod reading;
pub mod seed;
pub mod store;
pub mod telegram;
pub mod turn;
