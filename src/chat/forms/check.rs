//! What a job must be before it is posted, each with a message that says how to mend it.
//!
//! The form's own questions let most of this through only by detours (a draft that lay for a week, trades
//! changed after an age was chosen, a forged or copied job), so the whole job is looked at once more: at the
//! summary, which then offers the questions to mend in place of "send", and again when it is posted.

use super::job::OTHER_PLACES;
use super::post::{MOST_AHEAD, MOST_TEXT};
use crate::chat::Answers;
use crate::classify::{LegalAge, RulePack};
use crate::domain::{CertificateId, Job, Pay, PayUnit, Taxonomy};
use crate::reading::has_contact;
use jiff::civil::Date;

/// What has to be mended in a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobProblem {
    /// No trade, or one that is not known.
    Trades,
    /// Not between one place and ten thousand.
    Headcount,
    /// A workplace stands there twice; its place's id.
    PlaceTwice(String),
    /// A further workplace is in another country, where other money is paid; its place's id.
    PlaceAbroad(String),
    /// The first day of work is past.
    StartPast,
    /// The first day of work is more than a year ahead.
    StartLate,
    /// The upper figure is below the lower, or there is none.
    PayOrder,
    /// So little that something was mistaken, the unit perhaps.
    PayLow,
    /// So much that something was mistaken, the unit perhaps.
    PayHigh,
    /// The upper figure is so far from the lower that neither says anything.
    PayWide,
    /// More experience than a working life holds.
    Years,
    /// A certificate that nobody can hold, because it is not known.
    Certificate(CertificateId),
    /// An age that no law of the pack sets for one of the trades.
    Age,
    /// The text is too long.
    TextLong,
    /// The text holds a phone number, a link or a username.
    TextContact,
    /// Nobody to ask for.
    Contact,
}

/// The most places of one job, as the form allows it.
const MOST_PEOPLE: u32 = 10_000;
/// Less than a quarter of what the pack calls low is no pay for the unit: 1,000 yuan a month, 45 a day, 5 an
/// hour, each less than half of the lowest minimum wage in China. Typical slip: 300 a day told by the month.
const LOW_PART: i64 = 4;
/// More than five times of what the pack calls high is no pay for the unit: 40,000 yuan a month, 2,000 a day,
/// 225 an hour; nor is more than that for a month by the piece, which can be a whole order but no more.
/// Typical slip: 6,000 a month told by the day.
const HIGH_TIMES: i64 = 5;
/// A range up to five times its beginning still says something: a base of 3,000 and piece work up to 15,000.
const WIDE_TIMES: i64 = 5;
/// Months of a working life: from 16 to 63.
const MOST_MONTHS: u32 = (63 - 16) * 12;

/// All that has to be mended in a job before it is posted on a day, in the order of the form.
#[must_use]
pub fn check(job: &Job, taxonomy: &Taxonomy, pack: &RulePack, today: Date) -> Vec<JobProblem> {
    let mut problems = Vec::new();
    let mut when = |wrong: bool, problem: JobProblem| {
        if wrong {
            problems.push(problem);
        }
    };
    let known = job.trades.iter().all(|id| taxonomy.trade(id.as_str()).is_some());
    when(job.trades.is_empty() || !known, JobProblem::Trades);
    when(!(1..=MOST_PEOPLE).contains(&job.headcount), JobProblem::Headcount);
    for (at, place) in job.other_places.iter().enumerate() {
        let twice = job.places().take(at + 1).any(|other| other.id == place.id);
        when(twice, JobProblem::PlaceTwice(place.id.clone()));
        when(place.country != job.place.country, JobProblem::PlaceAbroad(place.id.clone()));
    }
    let ahead = job.start.and_then(|start| today.until(start).ok()).map(|span| i64::from(span.get_days()));
    when(ahead.is_some_and(|days| days < 0), JobProblem::StartPast);
    when(ahead.is_some_and(|days| days > MOST_AHEAD), JobProblem::StartLate);
    if let Some(problem) = pay(&job.pay, pack) {
        when(true, problem);
    }
    when(job.requires.months > MOST_MONTHS, JobProblem::Years);
    for id in &job.requires.certificates {
        when(taxonomy.certificate(id.as_str()).is_none(), JobProblem::Certificate(id.clone()));
    }
    when(!age_is_lawful(job, pack), JobProblem::Age);
    let text = job.text.as_deref().unwrap_or_default();
    when(text.chars().count() > MOST_TEXT, JobProblem::TextLong);
    when(has_contact(text), JobProblem::TextContact);
    when(job.contact.trim().is_empty() || has_contact(&job.contact), JobProblem::Contact);
    problems
}

/// Whether the job asks for no age, or for exactly what a law of the pack sets for one of its trades.
fn age_is_lawful(job: &Job, pack: &RulePack) -> bool {
    let Some(limit) = &job.requires.age else { return true };
    let for_the_job = |law: &&LegalAge| law.trades.iter().any(|id| job.trades.contains(id));
    pack.jobs.age_limits.iter().filter(for_the_job).any(|law| law.limit() == *limit)
}

fn pay(pay: &Pay, pack: &RulePack) -> Option<JobProblem> {
    let top = pay.max.unwrap_or(pay.min);
    if pay.min < 1 || top < pay.min {
        return Some(JobProblem::PayOrder);
    }
    if pay.unit == PayUnit::Piece {
        let month = pack.income_band(&Pay { unit: PayUnit::Month, ..pay.clone() });
        let high = month.is_some_and(|(band, _)| top > band.high_from.saturating_mul(HIGH_TIMES));
        return high.then_some(JobProblem::PayHigh);
    }
    let in_band = |sum: i64| pack.income_band(&Pay { min: sum, ..pay.clone() });
    if let (Some((band, _)), Some((_, top))) = (in_band(pay.min), in_band(top)) {
        if top.saturating_mul(LOW_PART) < band.low_below {
            return Some(JobProblem::PayLow);
        }
        if top > band.high_from.saturating_mul(HIGH_TIMES) {
            return Some(JobProblem::PayHigh);
        }
    }
    (top > pay.min.saturating_mul(WIDE_TIMES)).then_some(JobProblem::PayWide)
}

impl JobProblem {
    /// The questions of the form of which one has to be answered anew; the answers tell which workplace.
    #[must_use]
    pub fn questions(&self, answers: &Answers) -> Vec<&'static str> {
        let is_there =
            |question: &&str, id: &str| answers.place(question).is_some_and(|place| place.id == id);
        match self {
            Self::Trades => vec!["trades"],
            Self::Headcount => vec!["headcount"],
            Self::PlaceTwice(id) | Self::PlaceAbroad(id) => {
                let last = OTHER_PLACES.into_iter().rev().find(|question| is_there(question, id));
                vec![last.unwrap_or("place")]
            }
            Self::StartPast | Self::StartLate => vec!["start"],
            Self::PayLow | Self::PayHigh => vec!["pay", "unit"],
            Self::PayOrder | Self::PayWide => vec!["pay"],
            Self::Years => vec!["years"],
            Self::Certificate(_) => vec!["certificates"],
            Self::Age => vec!["age"],
            Self::TextLong | Self::TextContact => vec!["text"],
            Self::Contact => vec!["contact"],
        }
    }
}

/// Days for which a job stays open from today on: what the pack says, and at least to its first day of work.
#[must_use]
pub fn days_open(job: &Job, pack: &RulePack, today: Date) -> u32 {
    let ahead = job.start.and_then(|start| today.until(start).ok()).map_or(0, |span| span.get_days());
    pack.jobs.days.max(u32::try_from(ahead).unwrap_or(0))
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
