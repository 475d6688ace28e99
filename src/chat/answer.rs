//! Answers as a session keeps them.

use crate::domain::Location;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The id of the one choice taken.
    One(String),
    /// The ids of the choices taken, in the order of taking.
    Many(Vec<String>),
    /// A text, trimmed.
    Text(String),
    /// A whole number.
    Number(i64),
    /// From, and up to where that was said.
    Range(i64, Option<i64>),
    /// A place.
    Place(Location),
    /// A phone number, and whether Telegram says that it is the sender's own.
    Phone(String, bool),
    /// A day.
    Date(Date),
    /// Passed over.
    Skipped,
}

/// All answers of a session, by question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Whether a question was answered.
    #[must_use]
    pub fn has(&self, question: &str) -> bool {
        self.0.contains_key(question)
    }

    /// Keeps an answer and gives the one it replaces.
    pub fn set(&mut self, question: &str, answer: Answer) -> Option<Answer> {
        self.0.insert(question.to_owned(), answer)
    }

    /// Takes an answer away.
    pub fn remove(&mut self, question: &str) -> Option<Answer> {
        self.0.remove(question)
    }

    /// The id of the choice taken.
    #[must_use]
    pub fn one(&self, question: &str) -> Option<&str> {
        match self.get(question)? {
            Answer::One(id) => Some(id),
            _ => None,
        }
    }

    /// The ids of the choices taken; empty when not answered.
    #[must_use]
    pub fn many(&self, question: &str) -> &[String] {
        match self.get(question) {
            Some(Answer::Many(ids)) => ids,
            _ => &[],
        }
    }

    /// The text typed.
    #[must_use]
    pub fn text(&self, question: &str) -> Option<&str> {
        match self.get(question)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number given.
    #[must_use]
    pub fn number(&self, question: &str) -> Option<i64> {
        match self.get(question)? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The day given.
    #[must_use]
    pub fn date(&self, question: &str) -> Option<Date> {
        match self.get(question)? {
            Answer::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The phone number given, and whether Telegram says that it is the sender's own.
    #[must_use]
    pub fn phone(&self, question: &str) -> Option<(&str, bool)> {
        match self.get(question)? {
            Answer::Phone(number, own) => Some((number, *own)),
            _ => None,
        }
    }

    /// The range given.
    #[must_use]
    pub fn range(&self, question: &str) -> Option<(i64, Option<i64>)> {
        match self.get(question)? {
            Answer::Range(min, max) => Some((*min, *max)),
            _ => None,
        }
    }

    /// The place given.
    #[must_use]
    pub fn place(&self, question: &str) -> Option<&Location> {
        match self.get(question)? {
            Answer::Place(location) => Some(location),
            _ => None,
        }
    }
}
