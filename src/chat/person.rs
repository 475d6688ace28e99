//! A person as conversations know them.

use super::Session;
use super::forms::Company;
use crate::classify::Classification;
use crate::domain::{ChatId, EmployerId, Lang, PersonId, Profile, Time};

/// Everything a conversation with one person depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Our surrogate for them.
    pub id: PersonId,
    /// Their private chat.
    pub chat: ChatId,
    /// Their name on Telegram.
    pub name: String,
    /// The language they are spoken to in.
    pub lang: Lang,
    /// The version of the consent text they agreed to.
    pub consent: Option<String>,
    /// Forms being filled in; the present one is the last.
    pub sessions: Vec<Session>,
    /// Whether a keyboard stands in place of their phone's.
    pub keyboard_up: bool,
    /// What they are as a worker.
    pub worker: Option<Worker>,
    /// What they are as an employer: the latest application.
    pub employer: Option<Employer>,
    /// Whether they are staff of the agency.
    pub operator: bool,
}

/// What somebody is as a worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Worker {
    /// Whether the core form is finished.
    pub registered: bool,
    /// The facts.
    pub profile: Profile,
    /// What the rules make of them.
    pub classification: Classification,
    /// Their own number, if it was shared once.
    pub phone: Option<String>,
    /// When the core form was finished.
    pub registered_at: Option<Time>,
}

/// What somebody is as an employer.
#[derive(Debug, Clone, PartialEq)]
pub struct Employer {
    /// The employer.
    pub id: EmployerId,
    /// What they said of the company.
    pub company: Company,
    /// What the operators decided.
    pub state: EmployerState,
}

/// What the operators decided about an employer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmployerState {
    /// Nothing yet.
    Waiting,
    /// May post jobs, since then.
    Approved(Time),
    /// May not, and why.
    Refused(String),
}

impl Worker {
    /// The IANA zone of the place where the worker is, if it is known.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.profile.here.as_ref().map(|place| place.zone.as_str())
    }
}

impl Person {
    /// The IANA zone to tell the time in: of the worker's place, else of the rule pack.
    #[must_use]
    pub fn zone<'a>(&'a self, pack_zone: &'a str) -> &'a str {
        self.worker.as_ref().and_then(Worker::zone).unwrap_or(pack_zone)
    }
}
