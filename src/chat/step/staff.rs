//! What operators do beside deciding about employers: look people up, announce, look at figures.

use super::{OperatorAct, Step, Talk, Words};
use crate::chat::{Session, Subject, forms};
use crate::domain::{BroadcastId, JobId, PersonId};

/// What an operator does; in brackets the button's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffAct {
    /// Show what waits, and what there is to do (`op:menu`).
    Menu,
    /// Show jobs that are held or reported (`op:cases`).
    Cases,
    /// Show one of them (`op:j:JOB`).
    Case(JobId),
    /// Show what is being sent (`op:runs`).
    Broadcasts,
    /// Stop an announcement; `true` once it was asked whether to (`op:stop:ID`, `op:stop!:ID`).
    Stop(BroadcastId, bool),
    /// Look for somebody by what was typed.
    Find(String),
    /// Show somebody, and how they were found (`op:p:PERSON:HOW`).
    Person(PersonId, Found),
    /// Show somebody's phone number, for a reason: one of [`forms::REVEAL_REASONS`].
    Reveal(PersonId, String),
    /// Write down a note.
    Note(PersonId, String),
    /// Show tags to put on and to take off (`op:tags:PERSON`).
    Tags(PersonId),
    /// Put a tag on, or take it off (`op:tag+:PERSON:HASH`, `op:tag-:PERSON:HASH`).
    Tag(PersonId, TagChange),
    /// Show the operators (`op:team`).
    Team,
    /// Make somebody an operator; `true` once it was asked whether to (`op:make:PERSON`, `op:make!:PERSON`).
    Make(PersonId, bool),
    /// Take the role away; `true` once it was asked whether to (`op:drop:PERSON`, `op:drop!:PERSON`).
    Drop(PersonId, bool),
    /// Send an announcement to an audience: id and text.
    Announce(String, String),
    /// Show figures (`op:fig:DAYS`).
    Figures(Span),
    /// Show a page of the audit log, from 0 (`op:log:PAGE`).
    Log(usize),
}

/// How an operator came upon somebody: what the audit log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// By a part of the name (`n`).
    Name,
    /// By the phone number (`p`).
    Phone,
    /// By a number of ours or Telegram's (`i`).
    Number,
    /// From another card or list.
    Link,
}

impl Found {
    /// The letter in callback data.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Name => "n",
            Self::Phone => "p",
            Self::Number => "i",
            Self::Link => "l",
        }
    }

    /// The code in the audit log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "by name",
            Self::Phone => "by phone",
            Self::Number => "by number",
            Self::Link => "by link",
        }
    }

    fn of_letter(letter: &str) -> Self {
        [Self::Name, Self::Phone, Self::Number]
            .into_iter()
            .find(|one| one.letter() == letter)
            .unwrap_or(Self::Link)
    }
}

/// A change of somebody's tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagChange {
    /// Put on one that was typed.
    New(String),
    /// Put on one that is in use, by its [`TagChange::hash`].
    Add(u32),
    /// Take one off, by its [`TagChange::hash`].
    Remove(u32),
}

impl TagChange {
    /// A number for a tag that fits into a button (FNV-1a, 32 bits).
    #[must_use]
    pub fn hash(tag: &str) -> u32 {
        tag.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

/// The days that figures are for; today is the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Today.
    Today,
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
}

impl Span {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Today, Self::Week, Self::Month];

    /// How many days.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Today => 1,
            Self::Week => 7,
            Self::Month => 30,
        }
    }
}

impl Talk<'_> {
    /// A button of the operators' own lists and cards; `None` when it is not one.
    pub(super) fn staff_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        let id = words.number(2);
        let person = || id.map(PersonId);
        let act = match words.word(1) {
            "menu" => StaffAct::Menu,
            "wait" => return Some(Step::one(OperatorAct::Waiting)),
            "cases" => StaffAct::Cases,
            "j" => StaffAct::Case(JobId(id?)),
            "runs" => StaffAct::Broadcasts,
            "stop" => StaffAct::Stop(BroadcastId(id?), false),
            "stop!" => StaffAct::Stop(BroadcastId(id?), true),
            "find" => return Some(self.begin(forms::FIND, None)),
            "say" => return Some(self.begin(forms::ANNOUNCE, None)),
            "p" => StaffAct::Person(person()?, Found::of_letter(words.word(3))),
            "phone" => return Some(self.begin(forms::REVEAL, Some(Subject::One(id?)))),
            "note" => return Some(self.begin(forms::NOTE, Some(Subject::One(id?)))),
            "tag" => return Some(self.begin(forms::TAG, Some(Subject::One(id?)))),
            "tags" => StaffAct::Tags(person()?),
            "tag+" => StaffAct::Tag(person()?, TagChange::Add(words.word(3).parse().ok()?)),
            "tag-" => StaffAct::Tag(person()?, TagChange::Remove(words.word(3).parse().ok()?)),
            "team" => StaffAct::Team,
            "make" => StaffAct::Make(person()?, false),
            "make!" => StaffAct::Make(person()?, true),
            "drop" => StaffAct::Drop(person()?, false),
            "drop!" => StaffAct::Drop(person()?, true),
            "fig" => StaffAct::Figures(Span::ALL.into_iter().find(|span| Some(span.days()) == id)?),
            "log" => StaffAct::Log(words.place(2)),
            _ => return None,
        };
        Some(Step::one(OperatorAct::Staff(act)))
    }

    /// What a finished form of the operators' own leads to; `None` when it is not one.
    pub(super) fn staff_form(session: &Session) -> Option<StaffAct> {
        let answers = &session.answers;
        let text = || answers.text("text").map(str::to_owned);
        let person = match session.subject {
            Some(Subject::One(id)) => Some(PersonId(id)),
            _ => None,
        };
        Some(match session.form.as_str() {
            forms::FIND => StaffAct::Find(text()?),
            forms::NOTE => StaffAct::Note(person?, text()?),
            forms::TAG => StaffAct::Tag(person?, TagChange::New(text()?)),
            forms::REVEAL => StaffAct::Reveal(person?, answers.one("reason")?.to_owned()),
            forms::ANNOUNCE => StaffAct::Announce(answers.one("audience")?.to_owned(), text()?),
            _ => return None,
        })
    }
}
