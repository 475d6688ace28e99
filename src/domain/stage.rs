//! How far one job and one worker have come with each other.
//!
//! The way leads from [`Stage::Queued`] to [`Stage::Stayed`]; the other stages are ends beside it. A stage
//! is reached only from those that [`Stage::before`] names, so nothing skips backwards; what is taken
//! back is taken back openly, as a step of its own that both sides are told of.

use serde::{Deserialize, Serialize};

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Waits to be sent.
    Queued,
    /// Was sent to the worker.
    Offered,
    /// The worker did something in the chat since, so has seen it.
    Seen,
    /// The worker does not want it.
    Declined,
    /// The worker applied.
    Applied,
    /// The worker applied and shared the number.
    Shared,
    /// The employer invited the worker to an interview.
    Invited,
    /// The employer hired the worker.
    Hired,
    /// The worker says that the work has begun.
    Started,
    /// The worker says after a month that it goes on.
    Stayed,
    /// The employer took somebody else.
    Refused,
    /// The worker took the application back.
    Withdrawn,
    /// The job ended before the employer answered.
    Closed,
    /// The worker did not come, says the employer.
    NoShow,
    /// The worker, once hired, did not begin or does not go on.
    Left,
}

impl Stage {
    /// All of them, the way first.
    pub const ALL: [Self; 15] = [
        Self::Queued,
        Self::Offered,
        Self::Seen,
        Self::Declined,
        Self::Applied,
        Self::Shared,
        Self::Invited,
        Self::Hired,
        Self::Started,
        Self::Stayed,
        Self::Refused,
        Self::Withdrawn,
        Self::Closed,
        Self::NoShow,
        Self::Left,
    ];
    /// Offered, and nothing came of it so far.
    pub const OFFERED: [Self; 2] = [Self::Offered, Self::Seen];
    /// The employer owes an answer.
    pub const WAITING: [Self; 3] = [Self::Applied, Self::Shared, Self::Invited];
    /// A place of the job is taken.
    pub const HIRED: [Self; 3] = [Self::Hired, Self::Started, Self::Stayed];

    /// The word in the database and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Offered => "offered",
            Self::Seen => "seen",
            Self::Declined => "declined",
            Self::Applied => "applied",
            Self::Shared => "shared",
            Self::Invited => "invited",
            Self::Hired => "hired",
            Self::Started => "started",
            Self::Stayed => "stayed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
            Self::NoShow => "no_show",
            Self::Left => "left",
        }
    }

    /// The stage of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// The stages from which this one is reached.
    #[must_use]
    pub const fn before(self) -> &'static [Self] {
        match self {
            Self::Queued => &[],
            Self::Offered => &[Self::Queued],
            Self::Seen => &[Self::Offered],
            Self::Declined => &[Self::Queued, Self::Offered, Self::Seen],
            // After an end, too, when the job goes on.
            Self::Applied => {
                &[Self::Queued, Self::Offered, Self::Seen, Self::Declined, Self::Withdrawn, Self::Closed]
            }
            Self::Shared => &[Self::Applied],
            Self::Invited => &[Self::Applied, Self::Shared],
            Self::Hired | Self::Refused | Self::Withdrawn | Self::Closed => &Self::WAITING,
            Self::Started => &[Self::Hired],
            Self::Stayed => &[Self::Hired, Self::Started],
            Self::NoShow => &[Self::Invited, Self::Hired],
            Self::Left => &Self::HIRED,
        }
    }

    /// Whether the employer's decision can be taken back.
    #[must_use]
    pub const fn may_be_undone(self) -> bool {
        matches!(self, Self::Hired | Self::Refused | Self::NoShow)
    }

    /// Whether the employer owes an answer.
    #[must_use]
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Applied | Self::Shared | Self::Invited)
    }

    /// Whether a place of the job is taken.
    #[must_use]
    pub const fn is_hired(self) -> bool {
        matches!(self, Self::Hired | Self::Started | Self::Stayed)
    }

    /// Whether the worker ever applied.
    #[must_use]
    pub const fn has_applied(self) -> bool {
        !matches!(self, Self::Queued | Self::Offered | Self::Seen | Self::Declined)
    }
}

/// Who moved an application on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The worker.
    Worker,
    /// Somebody of the employer's.
    Employer,
    /// Somebody of the agency's staff.
    Operator,
    /// Nobody: it was time.
    Time,
}

impl Side {
    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Employer => "employer",
            Self::Operator => "operator",
            Self::Time => "time",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stage_of_the_way_is_reached_from_a_later_one() {
        let way = [
            Stage::Queued,
            Stage::Offered,
            Stage::Seen,
            Stage::Applied,
            Stage::Shared,
            Stage::Invited,
            Stage::Hired,
            Stage::Started,
            Stage::Stayed,
        ];
        for (at, stage) in way.iter().enumerate() {
            for later in &way[at..] {
                assert!(!stage.before().contains(later), "{stage:?} from {later:?}");
            }
            assert!(at == 0 || stage.before().contains(&way[at - 1]), "{stage:?} from the one before");
        }
        for stage in Stage::ALL {
            assert_eq!(Stage::of_word(stage.word()), Some(stage));
            assert!(!stage.before().contains(&stage));
        }
    }
}
