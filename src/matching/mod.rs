//! Job × worker → fit: whether a job may and can be shown to a worker, how well it fits, and why.
//!
//! [`fit`] is a pure function of job, facts, rules and date. Hard limits come first: the law, then what
//! either side said it cannot do without. What passes gets a score from 0 to 100 that is the sum of six
//! parts, each with its reason. A fact that is not known is never held against the worker: it earns
//! about half of its part, so that during registration the count of fitting jobs only narrows.
//!
//! | part | points | full when |
//! |---|---|---|
//! | trade | 25 | it is the worker's first trade |
//! | certificates | 10 | none is asked for, or all are held |
//! | years | 15 | five years more than asked for |
//! | distance | 20 | within 5 km |
//! | pay | 15 | the lower figure reaches what the worker asks |
//! | work | 15 | preference and nature are the worker's own |
//!
//! Sex, ethnicity, religion and origin are no part of it. Age and the place of origin never change a
//! score; age alone decides the limits that protect the young. More experience and a nearer place never
//! lower a score.

mod rules;
#[cfg(test)]
mod tests;

pub use rules::fit;

use crate::domain::{CertificateId, Nature, Pay, Preference, TradeId};
use serde::{Deserialize, Serialize};

/// How well a job fits a worker, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// 0 to 100: the sum of the parts' points.
    pub score: u8,
    /// In a fixed order: trade, certificates, years, distance, pay, work.
    pub parts: Vec<Part>,
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it earned, 0 to the part's full points.
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
    },
    /// In the worker's first-level division; how far is not known.
    SameDivision,
    /// Far away, but the worker would move.
    WouldMove {
        /// Whole kilometres, great circle.
        km: u32,
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
}
