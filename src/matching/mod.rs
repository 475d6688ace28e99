//! Job × worker → fit: whether a job may and can be shown to a worker, how well it fits, and why.
//!
//! [`fit`] is a pure function of job, facts, rules and date. Hard limits come first, then what either side
//! said it cannot do without; what passes gets a score from 0 to 100, the sum of seven named parts, each
//! with its reason. A fact that is not known is never held against the worker: it earns about half of its
//! part, so that during registration the count of fitting jobs only narrows.
//!
//! | part | points | full when | not known | why so many |
//! |---|---|---|---|---|
//! | trade | 25 | it is the worker's first trade; a further one earns 20 | 12 | what somebody wants to do comes first |
//! | certificates | 10 | none is asked for, or all are held | half for each | it can be shown at the interview, but who has it goes first |
//! | years | 15 | five years more than asked for; what is asked for earns 10 | 7 | beyond five years more it says little |
//! | distance | 20 | within 5 km of the nearest workplace; 5 at the pack's `max_km`, 3 for who would move | 10 | the second thing that workers ask |
//! | pay | 15 | the lower figure reaches what the worker asks; 12 if the upper does, 6 if it nearly does | 7 | the first thing that workers ask, but pay that is too low is no fit at all |
//! | dates | 5 | the worker is free on the first day of work; 3 within the pack's `late_days`, 1 after them | 2 | it can be talked about |
//! | preference | 10 | preference and nature are the worker's own; another nature earns 6 | 5 | the wrong preference is no fit at all |
//!
//! # Limits, in their order
//!
//! 1. The minimum age; no nights and no hazards for minors; ages that a law of the pack sets for a trade:
//!    its lower one always, its upper one where the employer asks for it. Somebody whose age is not known
//!    counts as younger than every lower and older than every upper one. A job's age limit that the pack
//!    does not know, or that is for another trade, counts for nothing.
//! 2. A trade that is wanted, with the years that are asked for.
//! 3. Certificates: one that has expired, or that the worker said they do not have. One of which nothing
//!    was said may be held: the worker is told that it is asked for.
//! 4. Distance, pay and preference beyond what the pack tolerates.
//! 5. Day labour and seasonal work that begins more than `late_days` before the worker is free: it is over by
//!    then. Steady work waits, so there a late beginning only costs points.
//!
//! Sex, ethnicity, religion and origin are no part of it; neither are name and languages. Age never changes
//! a score, it decides the limits of the law alone. More experience, a nearer place and a further workplace
//! never lower a score.

mod limits;
#[cfg(test)]
#[path = "tests/pairs.rs"]
mod pairs;
#[cfg(test)]
mod random_tests;
mod rules;
#[cfg(test)]
mod tests;

pub use rules::fit;

use crate::domain::{AgeLimit, CertificateId, Nature, Pay, Preference, TradeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How well a job fits a worker, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// 0 to 100: the sum of the parts' points.
    pub score: u8,
    /// One of each name, in the order of [`PartName::ALL`].
    pub parts: Vec<Part>,
}

/// What a part of a score is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartName {
    /// Whether it is what the worker wants to do most.
    Trade,
    /// Certificates that are asked for.
    Certificates,
    /// Experience.
    Years,
    /// How far the nearest workplace is.
    Distance,
    /// What is paid and what is asked.
    Pay,
    /// The first day of work, and from when on the worker is free.
    Dates,
    /// Preference and nature of the work.
    Preference,
}

impl PartName {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Trade,
        Self::Certificates,
        Self::Years,
        Self::Distance,
        Self::Pay,
        Self::Dates,
        Self::Preference,
    ];

    /// The most points that it can earn; all together they are 100.
    #[must_use]
    pub const fn most(self) -> u8 {
        match self {
            Self::Trade => 25,
            Self::Distance => 20,
            Self::Years | Self::Pay => 15,
            Self::Certificates | Self::Preference => 10,
            Self::Dates => 5,
        }
    }
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is about.
    #[serde(rename = "part")]
    pub name: PartName,
    /// What it earned, 0 to [`PartName::most`].
    pub points: u8,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why a part earned what it earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// The worker wants this trade of the job.
    Trade {
        /// Which one.
        trade: TradeId,
    },
    /// The worker has not said which trades.
    TradeUnknown,
    /// The job asks for no certificate.
    NoCertificate,
    /// The job asks for certificates.
    Certificates {
        /// Those the worker holds.
        held: Vec<CertificateId>,
        /// Those of which the worker said nothing.
        unknown: Vec<CertificateId>,
    },
    /// Months of experience in the trade, and how many the job asks for.
    Years {
        /// The worker's.
        months: u32,
        /// The job's; 0 for none.
        required: u32,
    },
    /// The worker has not said how many.
    YearsUnknown {
        /// The job's; 0 for none.
        required: u32,
    },
    /// So far from the worker's place.
    Distance {
        /// Whole kilometres, great circle.
        km: u32,
        /// The workplace that is meant, by its place's id, where there are several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// In the worker's first-level division; how far is not known.
    SameDivision {
        /// As above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// Far away, but the worker would move.
    WouldMove {
        /// Whole kilometres, great circle.
        km: u32,
        /// As above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// The worker has not said where.
    PlaceUnknown,
    /// What the worker asks, and how the job's pay meets it.
    Pay {
        /// The worker's figure.
        asked: Pay,
        /// How the job meets it.
        meets: Meets,
    },
    /// The two cannot be compared: another currency, piece work, or nothing was asked.
    PayUnknown,
    /// The worker is free in time, or comes later.
    Dates {
        /// The first day of work; `None` for at once, or for work that has begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<Date>,
        /// Days from the first day of work to the first on which the worker is free; 0 for in time.
        late: u32,
    },
    /// The worker has not said from when on they are free.
    DatesUnknown,
    /// Preference and nature of the work.
    Work {
        /// The job's.
        preference: Preference,
        /// The job's.
        nature: Nature,
        /// Whether the nature is one of those the worker named, too.
        exact: bool,
    },
    /// The worker has not said.
    WorkUnknown,
}

/// How a job's pay meets what a worker asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meets {
    /// The lower figure reaches it.
    Fully,
    /// The upper figure reaches it.
    AtBest,
    /// It falls short by no more than the rule pack tolerates.
    Nearly,
}

/// Why a job is not shown to a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// Under the minimum age: no job at all.
    TooYoung,
    /// A minor, and the trade is dangerous.
    Hazard,
    /// A minor, and there is work at night.
    Night,
    /// The law sets ages for the work, and the worker is not known to be of them.
    Age(AgeLimit),
    /// None of the job's trades is wanted.
    Trade,
    /// Less experience than the job asks for.
    Years {
        /// The worker's months.
        months: u32,
        /// The job's.
        required: u32,
    },
    /// A certificate that the job asks for has expired.
    Expired(CertificateId),
    /// The worker does not have a certificate that the job asks for.
    Lacking(CertificateId),
    /// Farther than the rule pack allows.
    TooFar {
        /// Whole kilometres.
        km: u32,
    },
    /// The pay falls short of what the worker asks by more than the rule pack tolerates.
    Pay,
    /// Steady work where flexible is wanted, or the other way round.
    Preference,
    /// Short work that is over before the worker is free.
    Late {
        /// Days from its first day to the first on which the worker is free.
        days: u32,
    },
}
