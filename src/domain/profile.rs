//! What a worker told us: facts only. What the rules make of them is in `classify`.

use super::{CertificateId, IndustryId, Lang, Location, Pay, Provision, TradeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The facts of one worker. Everything is optional: it fills up answer by answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The name as the worker gave it.
    pub name: Option<String>,
    /// When the worker was born.
    pub born: Option<Born>,
    /// Trades wanted, the most important first.
    pub trades: Vec<Experience>,
    /// Industries the worker chose beside those of the trades.
    pub industries: Vec<IndustryId>,
    /// Certificates held.
    pub certificates: Vec<Certificate>,
    /// Certificates that the worker was asked about and does not have.
    pub lacks: Vec<CertificateId>,
    /// Where the worker is now.
    pub here: Option<Location>,
    /// Where the worker comes from.
    pub home: Option<Home>,
    /// Fixed or flexible work.
    pub preference: Option<Preference>,
    /// Natures of work that are acceptable; empty when not asked yet.
    pub natures: Vec<Nature>,
    /// Pay expected: `min` counts.
    pub pay: Option<Pay>,
    /// Months in the present or last job.
    pub tenure: Option<u32>,
    /// The first day on which the worker can begin; a day that is past means at once.
    pub free_from: Option<Date>,
    /// Whether the worker would move for a job.
    pub would_move: Option<bool>,
    /// Languages that the worker speaks at work.
    pub languages: Vec<Lang>,
    /// What the worker needs beside the pay.
    pub needs: Vec<Provision>,
    /// Answers to the agency's own questions, by question.
    pub extra: BTreeMap<String, Extra>,
}

/// An answer to one of the agency's own questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Extra {
    /// A whole number.
    Number(i64),
    /// A text, a date (`2026-11-24`), or the id of a choice.
    Text(String),
    /// Ids of choices.
    Many(Vec<String>),
}

/// Year and, where it decides something, month of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Born {
    /// For example 1982.
    pub year: i16,
    /// 1 to 12. Unknown counts as the younger of the two possible ages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i8>,
}

impl Born {
    /// Full years of age on a day, never too many: the day of birth is taken as the last of its month
    /// (of December when the month is unknown), so a limit that protects the young errs to their side.
    #[must_use]
    pub fn age_on(self, today: Date) -> i16 {
        let month = self.month.unwrap_or(12);
        let had_birthday =
            today.month() > month || (today.month() == month && today.day() == today.days_in_month());
        today.year() - self.year - i16::from(!had_birthday)
    }

    /// The most full years of age that are possible on a day: the day of birth is taken as the first of its
    /// month (of January when the month is unknown), for a limit that must not be passed.
    #[must_use]
    pub fn oldest_on(self, today: Date) -> i16 {
        let had_birthday = self.month.is_none_or(|month| today.month() >= month);
        today.year() - self.year - i16::from(!had_birthday)
    }
}

/// A trade and how long it was worked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experience {
    /// The trade.
    pub trade: TradeId,
    /// Months of experience; 0 for a beginner, `None` when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// A certificate and until when it is valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Which one.
    pub id: CertificateId,
    /// The last valid day; `None` when not known or unlimited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
}

/// Where a worker comes from, as far as it was said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Home {
    /// From the place where the worker is now.
    Here,
    /// From somewhere else.
    Elsewhere,
    /// From this place.
    In(Location),
}

/// Fixed or flexible work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    /// A steady place.
    Fixed,
    /// Now and then, short terms.
    Flexible,
    /// Both are fine.
    Either,
}

impl Preference {
    /// The id used in labels, locale keys and stored JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Flexible => "flexible",
            Self::Either => "either",
        }
    }
}

/// Nature of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Full days, every working day.
    FullTime,
    /// Some hours or days a week.
    PartTime,
    /// Day by day, usually paid daily.
    DayLabour,
    /// A season or a holiday.
    Seasonal,
    /// A project or a fixed term.
    Contract,
}

impl Nature {
    /// All of them, in the order in which they are listed to people.
    pub const ALL: [Self; 5] =
        [Self::FullTime, Self::PartTime, Self::DayLabour, Self::Seasonal, Self::Contract];

    /// The id used in labels, locale keys and stored JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FullTime => "full_time",
            Self::PartTime => "part_time",
            Self::DayLabour => "day_labour",
            Self::Seasonal => "seasonal",
            Self::Contract => "contract",
        }
    }
}
