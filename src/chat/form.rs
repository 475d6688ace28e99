//! What a form is: questions as data, with the choices that depend on earlier answers as functions.

use super::{Answers, World};
use crate::domain::{Lang, Names};
use jiff::civil::Date;
use std::sync::Arc;

/// A list of questions that ends with a result.
pub struct Form {
    /// Names the form in sessions, in callback data and in locale keys.
    pub id: &'static str,
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
    /// The form whose texts in `locales/` it uses, usually its own.
    pub texts: &'static str,
    /// Whether all answers are shown and confirmed at the end; else the last answer ends the form.
    pub summary: bool,
    /// Whether the person may leave it without finishing.
    pub may_leave: bool,
    /// Whether it is over after one question and what follows from it.
    pub single: bool,
    /// The answers that stay when the person begins again; `None` where that is not offered.
    pub restart_keeps: Option<&'static [&'static str]>,
}

/// One question.
#[expect(clippy::struct_excessive_bools, reason = "independent properties, not a state")]
pub struct Question {
    /// Names it in sessions and in callback data.
    pub id: &'static str,
    /// Names it in locale keys (`{form}-{key}`), usually its id.
    pub key: &'static str,
    /// Which trade or certificate it is about, of several that are asked alike, from 0.
    pub about: usize,
    /// What an answer looks like.
    pub kind: Kind,
    /// Whether it is asked at all, given the answers so far.
    pub when: Condition,
    /// Whether it is asked only when the person comes to it by themselves.
    pub optional: bool,
    /// Whether it may be passed over.
    pub may_skip: bool,
    /// Whether the choice that was taken is forgotten once it is no longer offered.
    pub forgets: bool,
    /// What passing it over means, as a locale key, where that is an answer of its own: its button comes first.
    pub skip_text: Option<&'static str>,
    /// The words of the question and its name, where they are not in `locales/`.
    pub words: Option<Words>,
    /// What to say about something that is no answer, as a locale key; else what is usual for the kind.
    pub wrong: Option<&'static str>,
    /// Whether a typed word must be, or begin, the text of a choice: nobody agrees by accident.
    pub strict: bool,
}

/// The words of a question that the agency wrote.
#[derive(Debug, Clone)]
pub struct Words {
    /// The question.
    pub text: Names,
    /// Its short name, for lists.
    pub name: Names,
}

/// Whether a question is asked.
pub type Condition = Arc<dyn Fn(&Ask<'_>) -> bool + Send + Sync>;
/// The choices of a question.
pub type Choices = Arc<dyn Fn(&Ask<'_>) -> Menu + Send + Sync>;
/// Reads what was typed as the id of a choice that need not be listed; `None` when it is no answer.
pub type ReadChoice = Arc<dyn Fn(&str, &Ask<'_>) -> Option<String> + Send + Sync>;
/// Reads the ids of choices from what was typed; empty when it names none.
pub type ReadChoices = Arc<dyn Fn(&str, &Ask<'_>) -> Vec<String> + Send + Sync>;
/// The ids of choices that a typed word may mean, the likeliest first; empty when it means none.
pub type SearchChoices = Arc<dyn Fn(&str, &Ask<'_>) -> Vec<String> + Send + Sync>;
/// Reads what was typed; `None` when it is no answer.
pub type ReadNumber = Arc<dyn Fn(&str, &Ask<'_>) -> Option<i64> + Send + Sync>;
/// Reads a sum or a range from what was typed; `None` when it is no answer.
pub type ReadRange = Arc<dyn Fn(&str, &Ask<'_>) -> Option<(i64, Option<i64>)> + Send + Sync>;
/// Says with a locale key what is wrong with a text.
pub type CheckText = Arc<dyn Fn(&str) -> Result<(), &'static str> + Send + Sync>;

/// What an answer to a question looks like.
pub enum Kind {
    /// One of the choices.
    Choice {
        /// Which ones.
        choices: Choices,
        /// Buttons in a row.
        columns: usize,
        /// Reads what was typed when it names none of them.
        read: Option<ReadChoice>,
    },
    /// Several of the choices.
    Many {
        /// Which ones.
        choices: Choices,
        /// Buttons in a row.
        columns: usize,
        /// How many must be taken.
        least: usize,
        /// How many may be taken.
        most: usize,
        /// Reads what was typed when it names none of them.
        read: Option<ReadChoices>,
        /// Looks for what was typed when it cannot be read.
        search: Option<SearchChoices>,
    },
    /// A line of text; choices are suggestions that stand for their own text.
    Text {
        /// Suggestions.
        choices: Choices,
        /// Characters allowed.
        most: usize,
        /// A further check.
        check: CheckText,
    },
    /// A whole number; choices carry numbers as ids.
    Number {
        /// Numbers to tap.
        choices: Choices,
        /// Buttons in a row.
        columns: usize,
        /// The smallest number allowed.
        least: i64,
        /// The largest number allowed.
        most: i64,
        /// Reads what was typed.
        read: ReadNumber,
    },
    /// A sum, or a sum from–to; choices carry sums or ranges as ids (`6000`, `6000-8000`).
    Range {
        /// Sums to tap.
        choices: Choices,
        /// Buttons in a row.
        columns: usize,
        /// The smallest sum allowed.
        least: i64,
        /// The largest sum allowed.
        most: i64,
        /// Reads what was typed.
        read: ReadRange,
    },
    /// A place: shared as a location, typed, or one of the suggestions.
    Place,
    /// The person's own phone number, shared with the contact button.
    Phone {
        /// Whether it may be typed instead; such a number is not verified.
        typed: bool,
    },
    /// A day; choices carry days as ids (`2026-11-24`).
    Date {
        /// Days to tap.
        choices: Choices,
        /// The earliest day allowed, in days from today.
        least: i64,
        /// The latest day allowed, in days from today.
        most: i64,
    },
}

/// What may depend on the person and on what they answered so far.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Taxonomy, places, rules and texts.
    pub world: &'a World,
    /// The language of the person.
    pub lang: Lang,
    /// The date where the person is.
    pub today: Date,
    /// The answers so far.
    pub answers: &'a Answers,
    /// The person's name on Telegram.
    pub name: &'a str,
}

/// The choices of a question: some at once, the others behind groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Menu {
    /// Shown at once.
    pub front: Vec<Choice>,
    /// Shown as one button each, which opens the group.
    pub groups: Vec<Group>,
}

/// Choices behind one button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Names it in callback data.
    pub id: String,
    /// What the button says.
    pub text: String,
    /// What is behind it.
    pub choices: Vec<Choice>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Names it in callback data and in the answer.
    pub id: String,
    /// What the button says.
    pub text: String,
}

impl Choice {
    /// A choice with its button's text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into() }
    }
}

impl Menu {
    /// All choices at once.
    #[must_use]
    pub const fn flat(front: Vec<Choice>) -> Self {
        Self { front, groups: Vec::new() }
    }

    /// Every choice, those behind groups too; one that stands in front and in a group comes twice.
    pub fn all(&self) -> impl Iterator<Item = &Choice> {
        self.front.iter().chain(self.groups.iter().flat_map(|group| &group.choices))
    }

    /// The choice with this id.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.all().find(|choice| choice.id == id)
    }

    /// Whether the groups are shown: at once where nothing stands in front, else on the page after it.
    #[must_use]
    pub fn is_at_groups(&self, group: Option<&str>, page: usize) -> bool {
        group.is_none() && !self.groups.is_empty() && (self.front.is_empty() || page > 0)
    }

    /// Whether the choices in front are shown and there are groups beside them.
    #[must_use]
    pub fn has_more(&self, group: Option<&str>, page: usize) -> bool {
        group.is_none() && !self.groups.is_empty() && !self.front.is_empty() && page == 0
    }

    /// What stands behind a group, or in front when `group` is `None` or unknown.
    #[must_use]
    pub fn shown(&self, group: Option<&str>) -> &[Choice] {
        group
            .and_then(|id| self.groups.iter().find(|group| group.id == id))
            .map_or(&self.front, |group| &group.choices)
    }
}

impl Form {
    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The questions that are asked, given the answers so far.
    pub fn asked<'a>(&'a self, ask: &'a Ask<'_>) -> impl Iterator<Item = &'a Question> {
        self.questions.iter().filter(move |question| (question.when)(ask))
    }

    /// The first question that is asked and not answered.
    #[must_use]
    pub fn next(&self, ask: &Ask<'_>) -> Option<&Question> {
        let open = |question: &&Question| !question.optional && !ask.answers.has(question.id);
        self.questions.iter().filter(open).find(|question| (question.when)(ask))
    }
}

impl Question {
    /// A question that is always asked.
    #[must_use]
    pub fn new(id: &'static str, kind: Kind) -> Self {
        Self {
            id,
            key: id,
            about: 0,
            kind,
            when: Arc::new(|_| true),
            optional: false,
            may_skip: false,
            forgets: false,
            skip_text: None,
            words: None,
            wrong: None,
            strict: false,
        }
    }

    /// The same question, asked only under a condition.
    #[must_use]
    pub fn when(mut self, condition: impl Fn(&Ask<'_>) -> bool + Send + Sync + 'static) -> Self {
        self.when = Arc::new(condition);
        self
    }

    /// The same question, asked only when the person comes to it by themselves.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The same question, which may be passed over.
    #[must_use]
    pub const fn may_skip(mut self) -> Self {
        self.may_skip = true;
        self
    }

    /// The same question, which may be passed over, and what that means: "at once", for a day.
    #[must_use]
    pub const fn skip_as(mut self, key: &'static str) -> Self {
        self.may_skip = true;
        self.skip_text = Some(key);
        self
    }

    /// The same question, whose answer is forgotten once another answer withdrew the choice.
    #[must_use]
    pub const fn forgets(mut self) -> Self {
        self.forgets = true;
        self
    }

    /// The same question with its own words for what is no answer.
    #[must_use]
    pub const fn wrong(mut self, key: &'static str) -> Self {
        self.wrong = Some(key);
        self
    }

    /// The same question, answered only by what is clearly meant as one of its choices.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// The choices as they are now; empty for kinds without.
    #[must_use]
    pub fn menu(&self, ask: &Ask<'_>) -> Menu {
        match &self.kind {
            Kind::Choice { choices, .. }
            | Kind::Many { choices, .. }
            | Kind::Text { choices, .. }
            | Kind::Number { choices, .. }
            | Kind::Range { choices, .. }
            | Kind::Date { choices, .. } => choices(ask),
            Kind::Place | Kind::Phone { .. } => Menu::default(),
        }
    }
}
