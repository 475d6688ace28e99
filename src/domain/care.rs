//! What protects workers after they were hired and before: check-ins, reports, decisions.

use super::{JobId, PersonId};

/// A day on which somebody who was hired is asked how it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckDay {
    /// The first day of work.
    First,
    /// Thirty days later.
    Thirtieth,
}

impl CheckDay {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Thirtieth];

    /// The number in the database and in callback data: 1 or 30.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Thirtieth => 30,
        }
    }

    /// The day of a number.
    #[must_use]
    pub fn of_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.number() == number)
    }
}

/// One check-in: about which job, on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckIn {
    /// The job that the worker was hired for.
    pub job: JobId,
    /// The day.
    pub day: CheckDay,
}

/// Whether somebody who was hired works there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Works {
    /// Yes.
    Yes,
    /// Not yet.
    NotYet,
    /// No, or no longer.
    No,
}

impl Works {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::NotYet, Self::No];

    /// The word in the database, in callback data and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::NotYet => "not_yet",
            Self::No => "no",
        }
    }

    /// The answer of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// What a worker reports about a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// Somebody asked for money.
    Fee,
    /// The job is not real.
    Scam,
    /// What the offer says is wrong.
    Wrong,
    /// Somebody was rude.
    Rude,
}

impl ReportKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Fee, Self::Scam, Self::Wrong, Self::Rude];

    /// The word in the database, in callback data and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Scam => "scam",
            Self::Wrong => "wrong",
            Self::Rude => "rude",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What an operator decides about an employer that was approved before, or that appeals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Frozen until somebody decides otherwise.
    Freeze,
    /// May post and hire again.
    Thaw,
    /// Refused for good.
    Refuse,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Freeze, Self::Thaw, Self::Refuse];

    /// The word in callback data and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Freeze => "freeze",
            Self::Thaw => "thaw",
            Self::Refuse => "refuse",
        }
    }

    /// The decision of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }

    /// The states of an employer from which it is reached, and the one that it leads to.
    #[must_use]
    pub const fn moves(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Freeze => (&["approved"], "frozen"),
            Self::Thaw => (&["frozen", "refused"], "approved"),
            Self::Refuse => (&["approved", "frozen"], "refused"),
        }
    }
}

/// A worker's word that somebody took or wanted money for a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Who said it.
    pub person: PersonId,
    /// Their name, as they told it.
    pub name: String,
    /// For which job.
    pub job: JobId,
    /// On which day they were asked.
    pub day: CheckDay,
    /// Who took it and how much, in their words.
    pub said: Option<String>,
    /// Whether an operator decided about it.
    pub settled: bool,
}

/// A worker's report about a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who said it.
    pub person: PersonId,
    /// Their name, as they told it.
    pub name: String,
    /// For which job.
    pub job: JobId,
    /// What it is about.
    pub kind: ReportKind,
    /// More about it, in their words.
    pub said: Option<String>,
    /// Whether an operator still has to look at it.
    pub open: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back() {
        for day in CheckDay::ALL {
            assert_eq!(CheckDay::of_number(day.number()), Some(day));
        }
        for works in Works::ALL {
            assert_eq!(Works::of_word(works.word()), Some(works));
        }
        for kind in ReportKind::ALL {
            assert_eq!(ReportKind::of_word(kind.word()), Some(kind));
        }
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::of_word(verdict.word()), Some(verdict));
            let (from, to) = verdict.moves();
            assert!(!from.contains(&to), "a decision changes something");
        }
        assert_eq!(CheckDay::of_number(2), None);
        assert_eq!(ReportKind::of_word("Fee"), None);
    }
}
