//! What an ad offers beside pay, how pay is settled, and how long the work lasts.

use super::figures::Figure;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::trades::Spanned;
use crate::domain::Provision;
use serde::Serialize;

/// When pay is paid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Settlement {
    Daily,
    Weekly,
    Monthly,
}

const PROVIDED: [(Cue, &[Provision]); 7] = [
    (Cue::BoardAndLodging, &[Provision::Board, Provision::Lodging]),
    (Cue::Board, &[Provision::Board]),
    (Cue::Lodging, &[Provision::Lodging]),
    (Cue::Insurance, &[Provision::Insurance]),
    (Cue::Transport, &[Provision::Transport]),
    (Cue::OvertimePay, &[Provision::OvertimePay]),
    (Cue::Airfare, &[Provision::Airfare]),
];
/// Letters between what is given and the word that says who pays it.
const NEAR: usize = 10;
/// A time without a word that it lasts is one up to so many days.
const MOST_BARE: f64 = 92.0;

/// What is provided, without what is denied or at one's own cost.
pub(super) fn provided(prepared: &Prepared<'_>) -> Vec<Spanned<Provision>> {
    let clauses = prepared.clauses();
    let mut found: Vec<Spanned<Provision>> = Vec::new();
    for mention in &prepared.mentions {
        let Some((_, given)) = PROVIDED.iter().find(|(cue, _)| mention.meaning == Meaning::Cue(*cue)) else {
            continue;
        };
        if clauses.is_denied(&mention.span) || is_own_cost(prepared, mention) {
            continue;
        }
        for provided in *given {
            if found.iter().all(|(known, _)| known != provided) {
                found.push((*provided, mention.span.clone()));
            }
        }
    }
    found.sort_by_key(|(provided, _)| *provided);
    found
}

/// `食宿自理`, `питание за свой счёт`.
fn is_own_cost(prepared: &Prepared<'_>, mention: &Mention) -> bool {
    let clauses = prepared.clauses();
    let clause = clauses.clause(&mention.span);
    clauses.inside(&clause).any(|m| {
        let gap = if m.span.end <= mention.span.start {
            m.span.end..mention.span.start
        } else {
            mention.span.end..m.span.start.max(mention.span.end)
        };
        m.meaning == Meaning::Cue(Cue::OwnCost) && prepared.text.text()[gap].chars().count() <= NEAR
    })
}

/// When pay is paid out, if that is said.
pub(super) fn settlement(prepared: &Prepared<'_>) -> Option<Spanned<Settlement>> {
    const WORDS: [(Cue, Settlement); 3] = [
        (Cue::SettledDaily, Settlement::Daily),
        (Cue::SettledWeekly, Settlement::Weekly),
        (Cue::SettledMonthly, Settlement::Monthly),
    ];
    let clauses = prepared.clauses();
    WORDS.iter().find_map(|(cue, settlement)| {
        let mention = prepared.cues(*cue).find(|m| !clauses.is_denied(&m.span))?;
        Some((*settlement, mention.span.clone()))
    })
}

/// How many days the work lasts: a week 7, a month 30, a year 365.
pub(super) fn duration(prepared: &Prepared<'_>) -> Option<Spanned<u32>> {
    let said = |is_said: bool| {
        prepared.figures.iter().find_map(|figure| {
            let (days, lasts) = days_of(prepared, figure)?;
            let fits = if is_said { lasts } else { !lasts && days <= MOST_BARE };
            fits.then_some((days as u32, figure.span.clone()))
        })
    };
    said(true).or_else(|| one_unit(prepared)).or_else(|| said(false))
}

/// `签一年合同`, `干一个月`: one of a unit, which is a word for how often something is paid elsewhere.
fn one_unit(prepared: &Prepared<'_>) -> Option<Spanned<u32>> {
    const UNITS: [(Cue, u32); 3] = [(Cue::PerWeek, 7), (Cue::PerMonth, 30), (Cue::PerYear, 365)];
    let around = prepared.around();
    UNITS.iter().find_map(|(cue, days)| {
        let lasts = |m: &&Mention| {
            around.has_before(m.span.start, Cue::Lasts, 1)
                && !prepared.text.text()[m.span.clone()].starts_with(['/', '每'])
        };
        let mention = prepared.cues(*cue).find(lasts)?;
        Some((*days, mention.span.clone()))
    })
}

/// How many days a figure stands for, and whether a word says that the work lasts so long.
fn days_of(prepared: &Prepared<'_>, figure: &Figure) -> Option<(f64, bool)> {
    const UNITS: [(Cue, f64); 4] =
        [(Cue::Days, 1.0), (Cue::Weeks, 7.0), (Cue::Months, 30.0), (Cue::Years, 365.0)];
    let around = prepared.around();
    let after = around.after(figure.span.end, 2);
    let unit = after.iter().find_map(|m| {
        let (_, days) = UNITS.iter().find(|(cue, _)| m.meaning == Meaning::Cue(*cue))?;
        (m.span.start <= figure.span.end + 1).then_some((*days, m.span.end))
    });
    let (per_unit, end) = unit?;
    let before = around.before(figure.span.start, 6);
    let behind = around.after(end, 5);
    let is = |words: &[&Mention], cues: &[Cue]| {
        words.iter().any(|m| matches!(m.meaning, Meaning::Cue(cue) if cues.contains(&cue)))
    };
    let other = [
        Cue::Trial,
        Cue::Experience,
        Cue::YearsOld,
        Cue::Age,
        Cue::PerMonth,
        Cue::PerWeek,
        Cue::PerYear,
        Cue::AtMost,
        Cue::Since,
    ];
    // 6 days a week, 26 days a month, no year of experience.
    if is(&before, &[Cue::Trial, Cue::Experience, Cue::Age, Cue::Since]) || is(&behind, &other) {
        return None;
    }
    let lasts = is(&around.before(figure.span.start, 10), &[Cue::Lasts])
        || is(&around.after(end, 6), &[Cue::Lasts])
        || is(&before, &[Cue::Contract]);
    let days = (figure.low * per_unit).round();
    // Half a year is 180 days.
    let days = if per_unit > 300.0 && (figure.low - 0.5).abs() < f64::EPSILON { 180.0 } else { days };
    let is_time = per_unit < 300.0 || lasts;
    (is_time && (1.0..=3700.0).contains(&days)).then_some((days, lasts))
}
