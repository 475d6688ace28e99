//! Where a person stands in a form: what the store keeps between two updates.

use super::Answers;
use crate::domain::Location;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

/// A form that somebody is filling in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Which form.
    pub form: String,
    /// Rises with every change: a button of an earlier revision is stale.
    pub revision: u32,
    /// Which screen of the form is shown.
    pub at: At,
    /// The answers so far.
    pub answers: Answers,
    /// Questions in the order in which they were answered, for going back.
    #[serde(default)]
    pub path: Vec<String>,
    /// Choices taken so far at a question that allows several.
    #[serde(default)]
    pub picked: Vec<String>,
    /// The group of choices that is open.
    #[serde(default)]
    pub group: Option<String>,
    /// The page of choices that is shown, from 0.
    #[serde(default)]
    pub page: usize,
    /// Places that may have been meant, to choose from.
    #[serde(default)]
    pub candidates: Vec<Location>,
    /// Whether one answer is being changed from the summary, to which it then returns.
    #[serde(default)]
    pub editing: bool,
    /// Choices that a typed word may have meant, shown in place of all.
    #[serde(default)]
    pub found: Vec<String>,
    /// What the form is about: the employer that is refused, the job for which a number is shared.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// Questions that were answered in one go, whose answers the person has not seen yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
    /// What a pasted ad asks for and may not, each with its words: `deposit=押金200`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// Questions of a registration that were ever answered, also before it was begun again: for the figures.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ever: BTreeSet<String>,
}

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Subject {
    /// One thing, by its number: a job, an employer, a person.
    One(i64),
    /// An application: job and person.
    Pair(i64, i64),
}

impl Subject {
    /// The number of the one thing, or of the first of two.
    #[must_use]
    pub const fn first(self) -> i64 {
        match self {
            Self::One(id) | Self::Pair(id, _) => id,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(id) => id.fmt(f),
            Self::Pair(one, two) => write!(f, "{one}-{two}"),
        }
    }
}

impl FromStr for Subject {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        Ok(match text.split_once('-') {
            Some((one, two)) => Self::Pair(one.parse()?, two.parse()?),
            None => Self::One(text.parse()?),
        })
    }
}

/// A screen of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// A question.
    Question(String),
    /// All answers, to be confirmed.
    Summary,
    /// The list of answers, to choose the one to change.
    EditList,
}

impl At {
    /// How the screen is named in callback data.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Question(id) => id,
            Self::Summary => "!sum",
            Self::EditList => "!edit",
        }
    }
}

impl Session {
    /// The beginning of a form; the engine finds the first question.
    #[must_use]
    pub fn begin(form: &str, subject: Option<Subject>) -> Self {
        Self {
            form: form.to_owned(),
            revision: 0,
            at: At::Summary,
            answers: Answers::default(),
            path: Vec::new(),
            picked: Vec::new(),
            group: None,
            page: 0,
            candidates: Vec::new(),
            editing: false,
            found: Vec::new(),
            subject,
            told: Vec::new(),
            flags: Vec::new(),
            ever: BTreeSet::new(),
        }
    }

    /// The question that is shown, if one is.
    #[must_use]
    pub fn question(&self) -> Option<&str> {
        match &self.at {
            At::Question(id) => Some(id),
            At::Summary | At::EditList => None,
        }
    }

    /// Goes to another screen, with its choices untouched.
    pub fn go(&mut self, at: At) {
        self.at = at;
        self.picked.clear();
        self.group = None;
        self.page = 0;
        self.candidates.clear();
        self.found.clear();
    }
}
