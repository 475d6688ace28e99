//! A person as conversations know them.

use super::Session;
use super::forms::Company;
use crate::classify::Classification;
use crate::domain::{ChatId, EmployerId, Lang, PersonId, Profile, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The code of who sent them, from the link by which they came.
    pub referrer: Option<String>,
    /// Forms being filled in; the present one is the last.
    pub sessions: Vec<Session>,
    /// Whether a keyboard stands in place of their phone's.
    pub keyboard_up: bool,
    /// What they are as a worker.
    pub worker: Option<Worker>,
    /// The employer for which they act, if any.
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
    /// Their own number, if they told it.
    pub phone: Option<Phone>,
    /// When the core form was finished.
    pub registered_at: Option<Time>,
    /// Whether offers are wanted.
    pub pause: Pause,
    /// Whether the rules label them; else they are shown every job that the law lets them do.
    pub classified: bool,
    /// What was asked afterwards, and what came of it.
    pub asks: Asks,
}

/// A phone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// In international form.
    pub number: String,
    /// Whether Telegram says that it is their own.
    pub verified: bool,
}

/// Whether a worker wants offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// Yes.
    #[default]
    No,
    /// Not before then.
    Until(Time),
    /// Not until they say so.
    Off,
    /// They were hired; after a while they are asked whether they still look.
    Hired,
}

/// Questions that were asked after the core form, when they seemed to bring something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asks {
    /// Questions that were answered, also with “none”.
    pub answered: BTreeSet<String>,
    /// Questions that are not asked again, by the worker's wish.
    pub never: BTreeSet<String>,
    /// When each was last asked.
    pub asked: BTreeMap<String, Time>,
    /// How many in a row were not answered.
    pub unanswered: u32,
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
    /// Whether the person signed the employer up, rather than joined it.
    pub founder: bool,
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
    /// May not any more until an operator decides otherwise, and why.
    Frozen(String),
}

/// See [`Worker::judged_by`].
#[must_use]
pub fn judged_by(profile: &Profile, classified: bool, trades: bool) -> Profile {
    if classified {
        return profile.clone();
    }
    let trades = if trades { profile.trades.clone() } else { Vec::new() };
    Profile { born: profile.born, trades, ..Profile::default() }
}

impl Worker {
    /// Somebody of whom nothing is known yet.
    #[must_use]
    pub fn new(profile: Profile, classification: Classification) -> Self {
        Self {
            registered: false,
            profile,
            classification,
            phone: None,
            registered_at: None,
            pause: Pause::No,
            classified: true,
            asks: Asks::default(),
        }
    }

    /// The facts by which jobs are chosen for the worker: all, or without classification those that the
    /// law asks for, with the trades where they are wanted.
    #[must_use]
    pub fn judged_by(&self, trades: bool) -> Profile {
        judged_by(&self.profile, self.classified, trades)
    }

    /// The IANA zone of the place where the worker is, if it is known.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.profile.here.as_ref().map(|place| place.zone.as_str())
    }
}

impl Person {
    /// The number of the employer for which they act.
    #[must_use]
    pub fn employer_id(&self) -> Option<EmployerId> {
        self.employer.as_ref().map(|employer| employer.id)
    }

    /// The IANA zone to tell the time in: of the worker's place, else of the rule pack.
    #[must_use]
    pub fn zone<'a>(&'a self, pack_zone: &'a str) -> &'a str {
        self.worker.as_ref().and_then(Worker::zone).unwrap_or(pack_zone)
    }
}
