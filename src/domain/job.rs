//! What an employer offers.

use super::{CertificateId, Location, Nature, Pay, Preference, TradeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One job: what is done, where, for how much, and what it takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Trades wanted; a worker of any of them fits.
    pub trades: Vec<TradeId>,
    /// Places to fill, at least 1.
    pub headcount: u32,
    /// Where the work is.
    pub place: Location,
    /// Where it is, too, when there are several workplaces to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_places: Vec<Location>,
    /// The first day of work; `None` for at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// What it pays.
    pub pay: Pay,
    /// Fixed or flexible; [`Preference::Either`] leaves it to the worker.
    pub preference: Preference,
    /// Nature of the work.
    pub nature: Nature,
    /// When in the day.
    pub shift: Shift,
    /// What a worker must bring.
    pub requires: Requires,
    /// What the employer gives beside the pay.
    pub provides: Vec<Provision>,
    /// Whom a worker asks for.
    pub contact: String,
    /// What the employer says beside all that, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Job {
    /// All workplaces, the main one first.
    pub fn places(&self) -> impl Iterator<Item = &Location> {
        std::iter::once(&self.place).chain(&self.other_places)
    }
}

/// Whether a job takes applications, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// It does.
    Open,
    /// The employer wants no more for now.
    Paused,
    /// An operator looks at it first.
    Held,
    /// All places are taken.
    Filled,
    /// The employer ended it.
    Closed,
    /// Its time ran out.
    Expired,
}

impl JobState {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Paused, Self::Held, Self::Filled, Self::Closed, Self::Expired];

    /// The word in the database and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Held => "held",
            Self::Filled => "filled",
            Self::Closed => "closed",
            Self::Expired => "expired",
        }
    }

    /// Whether nothing comes of the job any more, unless the employer posts it again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Expired)
    }
}

/// Musts of a job.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requires {
    /// Months of experience in one of the job's trades; 0 when none are needed.
    pub months: u32,
    /// Certificates that must be held.
    pub certificates: Vec<CertificateId>,
    /// Ages that the law sets for the work, as the rule pack words them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeLimit>,
}

/// Ages that a law sets for some work: the only way in which age can narrow whom a job is offered to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeLimit {
    /// The rule of the pack that allows it.
    pub rule: String,
    /// Full years, from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<i16>,
    /// Full years, up to and with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<i16>,
}

/// When in the day the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// By day.
    Day,
    /// By night.
    Night,
    /// Days and nights in turn.
    Rotating,
}

impl Shift {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Day, Self::Night, Self::Rotating];

    /// The id used in answers, locale keys and stored JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Night => "night",
            Self::Rotating => "rotating",
        }
    }

    /// Whether some of the work is done at night, which minors may not do.
    #[must_use]
    pub const fn has_nights(self) -> bool {
        matches!(self, Self::Night | Self::Rotating)
    }
}

/// Something given beside the pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provision {
    /// Any free meal.
    Board,
    /// A bed.
    Lodging,
    /// Social or accident insurance.
    Insurance,
    /// A bus, or travel paid.
    Transport,
    /// Overtime is paid extra.
    OvertimePay,
    /// A ticket abroad.
    Airfare,
}

impl Provision {
    /// All of them, in the order in which they are listed to people.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Lodging, Self::Insurance, Self::Transport, Self::OvertimePay, Self::Airfare];

    /// The id used in answers, locale keys and stored JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Lodging => "lodging",
            Self::Insurance => "insurance",
            Self::Transport => "transport",
            Self::OvertimePay => "overtime_pay",
            Self::Airfare => "airfare",
        }
    }
}
