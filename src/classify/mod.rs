//! What the rules make of a worker: labels on axes, each with the reason why.
//!
//! [`classify`] is a pure function of facts, rule pack and date: the same three give the same labels
//! on every machine. Nothing that is not known gets a label. Ages and expiry move with the date, so a
//! classification says which date it was made for and is never used as if it were made for another.

mod pack;
mod rules;

pub use pack::{
    AgeBands, ExperienceBands, IncomeBand, Legal, LegalAge, Offers, PackError, QuietHours, Reminders,
    RulePack, TenureBands,
};
pub use rules::{AgeCheck, age_check, classify, holds, month_decides};

use crate::domain::{CertificateId, Currency, PayUnit, TradeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a label is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the product's words")]
pub enum Axis {
    Industry,
    Skill,
    Experience,
    Geography,
    Age,
    Preference,
    Nature,
    Tenure,
    Income,
}

/// One label on one axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The axis.
    pub axis: Axis,
    /// Its stable name: `construction`, `professional`, `certified`, `veteran`, `local`, `young`,
    /// `fixed`, `full_time`, `steady`, `middle` ….
    pub value: String,
    /// The trade it is about, for experience and for the state of certificates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade: Option<TradeId>,
    /// Why.
    pub why: Why,
}

/// The facts and the rule behind a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the facts, in the units of the profile")]
pub enum Why {
    /// A trade of this industry is wanted; the first one is the primary industry.
    Trade { trade: TradeId, primary: bool },
    /// The worker chose it.
    Chosen,
    /// An unexpired certificate of the trade is held.
    Held { certificate: CertificateId },
    /// Only expired certificates are held; this is the one that was valid longest, and its last day.
    Expired { certificate: CertificateId, on: Date },
    /// The trade has certificates, none is held; months of experience, where they are known.
    NoCertificate {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        months: Option<u32>,
    },
    /// Months of experience, and the bound that was reached (0 for novices).
    Months { months: u32, from: u32 },
    /// What the worker said about home.
    HomeSaid,
    /// The first-level divisions of the present place and of home.
    Divisions { here: String, home: String },
    /// Full years of age, and the bound that was reached.
    Age { years: i16, from: i16 },
    /// Months in the present or last job, and the bound that was passed (0 below the first).
    Tenure { months: u32, from: u32 },
    /// A sum per unit, judged by the band's bounds for that unit or for a month.
    Pay { min: i64, unit: PayUnit, currency: Currency },
}

/// All labels of a worker on a date, in a fixed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// The date that ages and expiry were judged for.
    pub on: Date,
    /// The labels.
    pub labels: Vec<Label>,
}

impl Classification {
    /// The labels that are new since `earlier`, and those that are gone; what changed only in its
    /// reason is neither.
    #[must_use]
    pub fn difference(&self, earlier: &Self) -> (Vec<Label>, Vec<Label>) {
        let missing = |from: &Self, label: &&Label| !from.labels.iter().any(|other| other.same(label));
        let added = self.labels.iter().filter(|label| missing(earlier, label)).cloned().collect();
        let gone = earlier.labels.iter().filter(|label| missing(self, label)).cloned().collect();
        (added, gone)
    }

    /// Whether there is this label on an axis, for whichever trade.
    #[must_use]
    pub fn has(&self, axis: Axis, value: &str) -> bool {
        self.labels.iter().any(|label| label.axis == axis && label.value == value)
    }
}

impl Label {
    fn same(&self, other: &Self) -> bool {
        (self.axis, &self.value, &self.trade) == (other.axis, &other.value, &other.trade)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)?;
        match &self.trade {
            Some(trade) => write!(f, "({trade})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
#[path = "tests/profiles.rs"]
mod profiles;
