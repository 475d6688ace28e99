//! Rule packs: the thresholds and laws of one country, read from TOML.

use crate::domain::{AgeLimit, Hazard, Pay, PayUnit, Time};
use jiff::ToSpan as _;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One rule pack. The files under `src/classify/packs/` show and explain every key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePack {
    /// Its name.
    pub id: String,
    /// The country it is for (ISO 3166-1 alpha-2), which also decides between places of one name.
    #[serde(default)]
    pub country: Option<String>,
    /// IANA zone where a person's own is not known.
    pub zone: String,
    /// Version of the consent text.
    pub consent: String,
    /// Laws that protect the young.
    pub legal: Legal,
    /// Bands of age.
    pub age: AgeBands,
    /// Bands of experience.
    pub experience: ExperienceBands,
    /// Bands of tenure.
    pub tenure: TenureBands,
    /// Bands of pay by currency (ISO 4217) and unit (`hour`, `day`, `month`).
    #[serde(default)]
    pub income: BTreeMap<String, BTreeMap<String, IncomeBand>>,
    /// When nothing unasked goes out; `None` for never quiet.
    #[serde(default)]
    pub quiet_hours: Option<QuietHours>,
    /// How jobs are offered.
    pub offers: Offers,
    /// How long jobs last, and what watches over them.
    pub jobs: Jobs,
    /// When the bot writes by itself.
    pub reminders: Reminders,
}

/// Laws that protect the young.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legal {
    /// Full years; younger ones are refused, kindly, and forgotten.
    pub minimum_age: i16,
    /// Full years; younger ones are minors.
    pub adult_age: i16,
    /// Hazards that minors are not offered.
    pub minor_hazards: Vec<Hazard>,
    /// Whether minors are offered work at night.
    pub minor_nights: bool,
}

/// Bands of age in full years, each from its number on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the labels")]
pub struct AgeBands {
    pub young: i16,
    pub middle: i16,
    pub senior: i16,
}

/// Bands of experience in months, each from its number on; below is a novice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the labels")]
pub struct ExperienceBands {
    pub junior: u32,
    pub experienced: u32,
    pub veteran: u32,
}

/// Bands of tenure in months: short below the first, settled up to and with the second, steady above it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenureBands {
    /// Less is short.
    pub short_below: u32,
    /// More is steady.
    pub steady_above: u32,
}

/// When the bot writes by itself, in days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminders {
    /// The earliest hour of the day, local time, at which a question that can wait is asked.
    pub hour: i8,
    /// From one such question to the next; twice as long after one that was not answered.
    pub ask_every: u32,
    /// After so many in a row that were not answered nothing more is asked.
    pub ask_unanswered: u32,
    /// Before a certificate expires, the earlier reminder first.
    pub before_expiry: Vec<u32>,
    /// After a registration that was not finished.
    pub unfinished: u32,
    /// After being hired: is work still looked for?
    pub after_hire: u32,
}

/// A band of pay in whole currency units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomeBand {
    /// Less is low.
    pub low_below: i64,
    /// This and more is high.
    pub high_from: i64,
}

/// From when to when nothing unasked goes out, local time; over midnight if `from` is later than `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct QuietHours {
    #[serde(deserialize_with = "clock")]
    pub from: jiff::civil::Time,
    #[serde(deserialize_with = "clock")]
    pub to: jiff::civil::Time,
}

/// How jobs are offered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offers {
    /// Offers to a newly registered worker at once.
    pub at_once: usize,
    /// Further offers to them on each of the days that follow.
    pub per_day: usize,
    /// How far a job may be, in kilometres.
    pub max_km: u32,
    /// The best pay of a job must reach this part of what a worker asks, in percent.
    pub pay_tolerance: i64,
    /// Days after the first day of work on which a worker can still join day labour or seasonal work.
    pub late_days: u32,
}

/// How long jobs last, and what watches over them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    /// Days after which a job expires.
    pub days: u32,
    /// Days before that at which the employer is reminded.
    pub remind_before: u32,
    /// Minutes within which further applications for a job are told together.
    pub group_minutes: u32,
    /// Reports of different workers at which a job is held at once.
    pub reports: i64,
    /// Hours before an interview at which both sides are reminded.
    pub interview_hours: u32,
    /// The laws that let an employer ask for an age.
    #[serde(default)]
    pub age_limits: Vec<LegalAge>,
}

/// A law that sets ages for some trades.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalAge {
    /// Names it in jobs and in the audit log.
    pub id: String,
    /// The trades that it is for.
    pub trades: Vec<crate::domain::TradeId>,
    /// Full years, from.
    #[serde(default)]
    pub least: Option<i16>,
    /// Full years, up to and with.
    #[serde(default)]
    pub most: Option<i16>,
    /// The law, for whoever checks.
    pub law: String,
}

impl LegalAge {
    /// The limit as a job asks for it.
    #[must_use]
    pub fn limit(&self) -> AgeLimit {
        AgeLimit { rule: self.id.clone(), least: self.least, most: self.most }
    }
}

/// Why a rule pack was refused.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// There is no such pack.
    #[error("there is no rule pack `{0}`; there are: {known}", known = NAMES.join(", "))]
    Unknown(String),
    /// It is not TOML of the expected shape; the message shows the line.
    #[error("the rule pack cannot be read: {0}")]
    Format(#[from] toml::de::Error),
    /// A value makes no sense.
    #[error("the rule pack's `{key}` {problem}")]
    Value {
        /// Which one.
        key: String,
        /// What is wrong with it.
        problem: &'static str,
    },
}

const NAMES: [&str; 2] = ["default", "cn"];

fn clock<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<jiff::civil::Time, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| serde::de::Error::custom("a time of day is written as \"21:00\""))
}

impl RulePack {
    /// A pack that is compiled in: `default` or `cn`.
    pub fn embedded(name: &str) -> Result<Self, PackError> {
        match name {
            "default" => Self::parse(include_str!("packs/default.toml")),
            "cn" => Self::parse(include_str!("packs/cn.toml")),
            other => Err(PackError::Unknown(other.to_owned())),
        }
    }

    /// Reads a pack and checks that its numbers make sense.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let pack: Self = toml::from_str(text)?;
        pack.check()?;
        Ok(pack)
    }

    fn check(&self) -> Result<(), PackError> {
        let require = |holds: bool, key: &str, problem: &'static str| {
            if holds { Ok(()) } else { Err(PackError::Value { key: key.to_owned(), problem }) }
        };
        let (legal, age, experience) = (&self.legal, &self.age, &self.experience);
        require((10..=21).contains(&legal.minimum_age), "legal.minimum_age", "must be 10 to 21")?;
        require(
            (legal.minimum_age..=25).contains(&legal.adult_age),
            "legal.adult_age",
            "must be at least the minimum age and at most 25",
        )?;
        require(age.young == legal.adult_age, "age.young", "must be the adult age")?;
        require(
            age.young < age.middle && age.middle < age.senior,
            "age",
            "must rise: young, middle, senior",
        )?;
        require(
            0 < experience.junior
                && experience.junior < experience.experienced
                && experience.experienced < experience.veteran,
            "experience",
            "must rise: junior, experienced, veteran",
        )?;
        require(
            0 < self.tenure.short_below && self.tenure.short_below < self.tenure.steady_above,
            "tenure",
            "must rise: short_below, steady_above",
        )?;
        require((0..24).contains(&self.reminders.hour), "reminders.hour", "must be 0 to 23")?;
        require(self.reminders.ask_every > 0, "reminders.ask_every", "must be at least 1")?;
        require(jiff::tz::TimeZone::get(&self.zone).is_ok(), "zone", "must be an IANA time zone")?;
        require(self.offers.per_day > 0, "offers.per_day", "must be at least 1")?;
        require(self.jobs.days > 0, "jobs.days", "must be at least 1")?;
        require(
            self.jobs.remind_before < self.jobs.days,
            "jobs.remind_before",
            "must be less than jobs.days",
        )?;
        require(self.jobs.reports > 0, "jobs.reports", "must be at least 1")?;
        for limit in &self.jobs.age_limits {
            let says = limit.least.is_some() || limit.most.is_some();
            require(
                says && !limit.trades.is_empty(),
                "jobs.age_limits",
                "must name trades and least or most",
            )?;
            require(
                limit.least.unwrap_or(legal.minimum_age) >= legal.minimum_age
                    && limit.most.is_none_or(|most| most > limit.least.unwrap_or(legal.adult_age)),
                "jobs.age_limits",
                "must not be under the minimum age, and must rise: least, most",
            )?;
            let named = |other: &&LegalAge| other.id == limit.id;
            require(
                self.jobs.age_limits.iter().filter(named).count() == 1,
                "jobs.age_limits",
                "must have ids of their own",
            )?;
        }
        require((1..=200).contains(&self.offers.pay_tolerance), "offers.pay_tolerance", "must be 1 to 200")?;
        require(
            self.quiet_hours.is_none_or(|quiet| quiet.from != quiet.to),
            "quiet_hours",
            "must begin and end at different times",
        )?;
        for (currency, units) in &self.income {
            for (unit, band) in units {
                let key = format!("income.{currency}.{unit}");
                require(PayUnit::from_id(unit).is_some(), &key, "must be for hour, day, month or piece")?;
                let rises = 0 < band.low_below && band.low_below < band.high_from;
                require(rises, &key, "must rise: low_below, high_from")?;
            }
        }
        Ok(())
    }

    /// The end of the quiet hours that an instant falls into in a zone; `None` when it is not quiet.
    #[must_use]
    pub fn quiet_until(&self, at: Time, zone: &str) -> Option<Time> {
        let quiet = self.quiet_hours?;
        let local = at.local(zone);
        let time = local.time();
        let over_midnight = quiet.from > quiet.to;
        let inside = if over_midnight {
            time >= quiet.from || time < quiet.to
        } else {
            time >= quiet.from && time < quiet.to
        };
        if !inside {
            return None;
        }
        let tomorrow = over_midnight && time >= quiet.from;
        let date = if tomorrow { local.date().checked_add(1.day()).ok()? } else { local.date() };
        let end = date.to_datetime(quiet.to).to_zoned_datetime(local.time_zone().clone()).ok()?;
        Some(Time(end.timestamp().as_millisecond()))
    }

    /// The band for pay and the pay in the band's own unit; `None` where the pack has no numbers.
    #[must_use]
    pub fn income_band(&self, pay: &Pay) -> Option<(IncomeBand, i64)> {
        let units = self.income.get(&pay.currency.0)?;
        if let Some(band) = units.get(pay.unit.id()) {
            return Some((*band, pay.min));
        }
        Some((*units.get(PayUnit::Month.id())?, pay.min_per_month()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_packs_are_whole() {
        for name in NAMES {
            assert_eq!(RulePack::embedded(name).unwrap().id, name);
        }
        let error = RulePack::embedded("xx").unwrap_err().to_string();
        assert!(error.contains("`xx`") && error.contains("default, cn"), "{error}");
    }

    #[test]
    fn a_wrong_pack_is_refused_with_its_place() {
        let cn = include_str!("packs/cn.toml");
        for (from, to, expected) in [
            ("adult_age = 18", "adult_age = 15", "legal.adult_age"),
            ("middle = 36", "middle = 60", "`age`"),
            ("junior = 12", "junior = 0", "experience"),
            ("low_below = 4000", "low_below = 9000", "income.CNY.month"),
            ("[income.CNY.day]", "[income.CNY.week]", "income.CNY.week"),
            ("from = \"21:00\"", "from = \"08:00\"", "quiet_hours"),
            ("from = \"21:00\"", "from = \"25:00\"", "line "),
            ("zone = \"Asia/Shanghai\"", "zone = \"Asia/Nowhere\"", "zone"),
            ("per_day = 5", "per_day = 0", "offers.per_day"),
            ("max_km = 60", "max_km = 60\nmax_miles = 1", "max_miles"),
            ("minor_nights = false", "", "minor_nights"),
            ("short_below = 6", "short_below = 36", "`tenure`"),
            ("hour = 10", "hour = 24", "reminders.hour"),
            ("ask_every = 1", "ask_every = 0", "reminders.ask_every"),
            ("days = 30", "days = 0", "jobs.days"),
            ("remind_before = 3", "remind_before = 30", "jobs.remind_before"),
            ("reports = 3", "reports = 0", "jobs.reports"),
            ("trades = [\"security_guard\"]", "trades = []", "jobs.age_limits"),
            ("least = 18\nmost = 63", "law_is_silent = true", "law_is_silent"),
            ("least = 18\nmost = 63", "least = 15", "minimum age"),
            ("least = 18\nmost = 63", "least = 63\nmost = 18", "must rise"),
            ("id = \"cn_special_operations\"", "id = \"cn_security_guard\"", "of their own"),
        ] {
            assert!(cn.contains(from), "{from}");
            let error = RulePack::parse(&cn.replace(from, to)).unwrap_err().to_string();
            assert!(error.contains(expected), "{from} -> {to}: {error}");
        }
    }

    #[test]
    fn quiet_hours_end_in_the_morning_of_the_zone() {
        let pack = RulePack::embedded("cn").unwrap();
        let at = |text: &str| Time(text.parse::<jiff::Timestamp>().unwrap().as_millisecond());
        for (now, zone, expected) in [
            ("2026-11-24T12:59:00Z", "Asia/Shanghai", None),
            ("2026-11-24T13:00:00Z", "Asia/Shanghai", Some("2026-11-25T00:00:00Z")),
            ("2026-11-24T20:00:00Z", "Asia/Shanghai", Some("2026-11-25T00:00:00Z")),
            ("2026-11-25T00:00:00Z", "Asia/Shanghai", None),
            ("2026-11-24T12:59:00Z", "Europe/Moscow", None),
            ("2026-11-24T18:30:00Z", "Europe/Moscow", Some("2026-11-25T05:00:00Z")),
            // The night in which clocks go back in Berlin.
            ("2026-10-24T22:00:00Z", "Europe/Berlin", Some("2026-10-25T07:00:00Z")),
        ] {
            assert_eq!(pack.quiet_until(at(now), zone), expected.map(at), "{now} in {zone}");
        }
        let never = RulePack { quiet_hours: None, ..pack };
        assert_eq!(never.quiet_until(at("2026-11-24T20:00:00Z"), "Asia/Shanghai"), None);
    }
}
