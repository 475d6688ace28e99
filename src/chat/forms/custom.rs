//! Questions of the agency's own, read from a form document (TOML): `example.toml` beside this file shows one.

use crate::chat::form::{Ask, Choice, Kind, Menu, Question, Words};
use crate::chat::{Answer, typed};
use crate::domain::{Extra, Lang, Names};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One question of the agency's own.
#[derive(Debug, Clone)]
pub struct Custom {
    /// Its id in profiles.
    pub id: String,
    /// Its id in forms: `x-` and the id.
    pub question: &'static str,
    /// Whether it belongs to the registration, or is asked afterwards.
    pub at_registration: bool,
    entry: Entry,
}

/// Why a form document was refused.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// It is not TOML of the expected shape; the message shows the line.
    #[error("the form document cannot be read: {0}")]
    Format(#[from] toml::de::Error),
    /// A question makes no sense.
    #[error("the question `{id}` {problem}")]
    Question {
        /// Which one.
        id: String,
        /// What is wrong with it.
        problem: &'static str,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    question: Vec<Entry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: Sort,
    #[serde(default)]
    when: When,
    text: Names,
    name: Names,
    #[serde(default)]
    choices: Vec<Alternative>,
    #[serde(default)]
    least: Option<i64>,
    #[serde(default)]
    most: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sort {
    Choice,
    Many,
    Text,
    Number,
    Date,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum When {
    Registration,
    #[default]
    Later,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Alternative {
    id: String,
    text: Names,
}

/// More would make nobody finish.
const MOST_QUESTIONS: usize = 20;
/// Callback data must hold question and choice.
const MOST_ID: usize = 16;

/// Reads a form document.
pub fn parse(text: &str) -> Result<Vec<Custom>, FormError> {
    let document: Document = toml::from_str(text)?;
    let mut seen = BTreeSet::new();
    for (at, entry) in document.question.iter().enumerate() {
        let problem = if at >= MOST_QUESTIONS {
            Some("is one too many: at most 20")
        } else if seen.insert(&entry.id) {
            entry.problem()
        } else {
            Some("is there twice")
        };
        if let Some(problem) = problem {
            return Err(FormError::Question { id: entry.id.clone(), problem });
        }
    }
    Ok(document.question.into_iter().map(Custom::new).collect())
}

fn is_id(id: &str) -> bool {
    (1..=MOST_ID).contains(&id.len())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

impl Entry {
    fn problem(&self) -> Option<&'static str> {
        let chosen = matches!(self.kind, Sort::Choice | Sort::Many);
        let choices: BTreeSet<&str> = self.choices.iter().map(|choice| choice.id.as_str()).collect();
        let english = |names: &Names| names.contains_key(&Lang::EN);
        Some(match () {
            () if !is_id(&self.id) => "must have an id of 1 to 16 characters a-z, 0-9, _",
            () if !english(&self.text) || !english(&self.name) => {
                "needs text and name in English (en), for all languages without their own"
            }
            () if self.text.values().any(|text| text.chars().count() > 500) => {
                "is longer than 500 characters"
            }
            () if chosen && !(1..=30).contains(&self.choices.len()) => "needs 1 to 30 choices",
            () if !chosen && !self.choices.is_empty() => "has choices, but is not of a kind with choices",
            () if !choices.iter().all(|id| is_id(id)) => {
                "has a choice whose id is not 1 to 16 characters a-z, 0-9, _"
            }
            () if choices.len() < self.choices.len() => "has two choices with one id",
            () if !self.choices.iter().all(|choice| english(&choice.text)) => {
                "has a choice without an English text"
            }
            () if self.kind != Sort::Number && (self.least.is_some() || self.most.is_some()) => {
                "has bounds, but is no number"
            }
            () if self.bounds().0 > self.bounds().1 => "has bounds that do not rise",
            () => return None,
        })
    }

    fn bounds(&self) -> (i64, i64) {
        (self.least.unwrap_or(0), self.most.unwrap_or(1_000_000_000))
    }

    fn menu(&self, lang: Lang) -> Menu {
        let text = |choice: &Alternative| crate::domain::name_in(&choice.text, lang).to_owned();
        Menu::flat(self.choices.iter().map(|choice| Choice::new(&choice.id, text(choice))).collect())
    }
}

impl Custom {
    fn new(entry: Entry) -> Self {
        // Forms live as long as the program, and name their questions by static words.
        let question = Box::leak(format!("x-{}", entry.id).into_boxed_str());
        Self { id: entry.id.clone(), question, at_registration: entry.when == When::Registration, entry }
    }

    /// The question as a form asks it.
    pub(super) fn question(&self) -> Question {
        let shared = Arc::new(self.entry.clone());
        let menu = shared.clone();
        let choices = Arc::new(move |ask: &Ask<'_>| menu.menu(ask.lang));
        let (least, most) = shared.bounds();
        let kind = match shared.kind {
            Sort::Choice => Kind::Choice { choices, columns: 1, read: None },
            Sort::Many => {
                let most = shared.choices.len();
                Kind::Many { choices, columns: 1, least: 0, most, read: None, search: None }
            }
            Sort::Text => Kind::Text { choices, most: 200, check: Arc::new(|_| Ok(())) },
            Sort::Number => {
                let read = Arc::new(|text: &str, _: &Ask<'_>| typed::number(text));
                Kind::Number { choices, columns: 3, least, most, read }
            }
            Sort::Date => Kind::Date { choices, least: -36_500, most: 36_500 },
        };
        let mut question = Question::new(self.question, kind).may_skip();
        question.words = Some(Words { text: shared.text.clone(), name: shared.name.clone() });
        question
    }

    /// What a profile holds, as an answer; `None` if it does not suit the question any more.
    pub(super) fn answer(&self, extra: &Extra) -> Option<Answer> {
        let known = |id: &String| self.entry.choices.iter().any(|choice| choice.id == *id);
        Some(match (self.entry.kind, extra) {
            (Sort::Choice, Extra::Text(id)) if known(id) => Answer::One(id.clone()),
            (Sort::Many, Extra::Many(ids)) => {
                Answer::Many(ids.iter().filter(|id| known(id)).cloned().collect())
            }
            (Sort::Text, Extra::Text(text)) => Answer::Text(text.clone()),
            (Sort::Number, Extra::Number(number)) => Answer::Number(*number),
            (Sort::Date, Extra::Text(date)) => Answer::Date(date.parse().ok()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("example.toml");

    #[test]
    fn the_example_is_read() {
        let own = parse(EXAMPLE).unwrap();
        assert_eq!((own.len(), own[0].question, own[0].at_registration), (3, "x-bike", true));
        let answer = own[0].answer(&Extra::Text("yes".into()));
        assert_eq!(answer, Some(Answer::One("yes".into())));
        assert_eq!(own[0].answer(&Extra::Text("maybe".into())), None, "a choice that is gone");
    }

    #[test]
    fn a_wrong_document_is_refused_with_its_place() {
        for (from, to, expected) in [
            ("id = \"bike\"", "id = \"Has Bike\"", "must have an id"),
            ("en = \"Bike\"", "ru = \"Bike\"", "in English"),
            ("kind = \"choice\"  ", "kind = \"text\"  ", "has choices"),
            ("kind = \"choice\"  ", "kind = \"picture\"  ", "line 6"),
            ("id = \"no\"", "id = \"yes\"", "two choices"),
            ("when = \"registration\"", "least = 3", "has bounds"),
            ("when = \"registration\"", "speed = 3", "`speed`"),
        ] {
            assert!(EXAMPLE.contains(from), "{from}");
            let error = parse(&EXAMPLE.replace(from, to)).unwrap_err().to_string();
            assert!(error.contains(expected), "{from} -> {to}: {error}");
        }
        let twice = parse(&format!("{EXAMPLE}{EXAMPLE}")).unwrap_err().to_string();
        assert!(twice.contains("`bike` is there twice"), "{twice}");
    }
}
