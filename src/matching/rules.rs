//! The rules of a fit, limits first, then part by part.

use super::{Fit, Meets, Misfit, Part, Reason};
use crate::classify::{AgeCheck, RulePack, age_check, holds};
use crate::domain::{Certificate, Experience, Hazard, Job, Pay, Preference, Profile, Taxonomy, TradeId};
use jiff::civil::Date;

const TRADE: u32 = 25;
const CERTIFICATES: u32 = 10;
const YEARS: u32 = 15;
const DISTANCE: u32 = 20;
const PAY: u32 = 15;
const WORK: u32 = 15;

/// Months beyond what is asked for that still count: five years.
const MONTHS_THAT_COUNT: u32 = 60;
/// So near is as good as next door, in kilometres.
const NEXT_DOOR: u32 = 5;

/// How well a job fits a worker on a day, or why it does not.
///
/// Facts that are missing from the profile pass every limit but those that protect the young: somebody
/// whose age is not known is taken for a minor.
pub fn fit(
    job: &Job,
    worker: &Profile,
    taxonomy: &Taxonomy,
    pack: &RulePack,
    today: Date,
) -> Result<Fit, Misfit> {
    let lawful = lawful_trades(job, worker, taxonomy, pack, today)?;
    let (trade, years) = trade_and_years(job, worker, &lawful)?;
    let parts = vec![
        trade,
        certificates(job, worker, taxonomy, today)?,
        years,
        distance(job, worker, pack)?,
        pay(&job.pay, worker, pack)?,
        work(job, worker)?,
    ];
    Ok(Fit { score: parts.iter().map(|part| part.points).sum(), parts })
}

fn part(points: u32, reason: Reason) -> Part {
    Part { points: points as u8, reason }
}

/// The trades of the job that the law lets this worker do.
fn lawful_trades<'a>(
    job: &'a Job,
    worker: &Profile,
    taxonomy: &Taxonomy,
    pack: &RulePack,
    today: Date,
) -> Result<Vec<&'a TradeId>, Misfit> {
    let age = worker.born.map_or(AgeCheck::Minor, |born| age_check(born, pack, today));
    match age {
        AgeCheck::TooYoung => return Err(Misfit::TooYoung),
        AgeCheck::Adult => return Ok(job.trades.iter().collect()),
        AgeCheck::Minor => {}
    }
    let legal = &pack.legal;
    if job.shift.has_nights() && !legal.minor_nights {
        return Err(Misfit::Night);
    }
    let forbidden = |hazard: &Hazard| legal.minor_hazards.contains(hazard);
    // A trade that the taxonomy does not know may be anything, so a minor is not offered it.
    let safe =
        |id: &&TradeId| taxonomy.trade(id.as_str()).is_some_and(|trade| !trade.hazards.iter().any(forbidden));
    let safe: Vec<&TradeId> = job.trades.iter().filter(safe).collect();
    if safe.is_empty() { Err(Misfit::Hazard) } else { Ok(safe) }
}

/// The trade that the worker wants most among those they have the years for.
fn trade_and_years(job: &Job, worker: &Profile, lawful: &[&TradeId]) -> Result<(Part, Part), Misfit> {
    let required = job.requires.months;
    if worker.trades.is_empty() {
        let years = part(YEARS / 2, Reason::YearsUnknown { required });
        return Ok((part(TRADE / 2, Reason::TradeUnknown), years));
    }
    let mut short = None;
    for (at, wanted) in worker.trades.iter().enumerate() {
        if !lawful.contains(&&wanted.trade) {
            continue;
        }
        match years(wanted, required) {
            Ok(years) => {
                let points = if at == 0 { TRADE } else { TRADE - 5 };
                return Ok((part(points, Reason::Trade { trade: wanted.trade.clone() }), years));
            }
            Err(misfit) => short = short.or(Some(misfit)),
        }
    }
    if let Some(misfit) = short {
        return Err(misfit);
    }
    let wanted = |id: &TradeId| worker.trades.iter().any(|wanted| wanted.trade == *id);
    Err(if job.trades.iter().any(wanted) { Misfit::Hazard } else { Misfit::Trade })
}

fn years(wanted: &Experience, required: u32) -> Result<Part, Misfit> {
    let Some(months) = wanted.months else {
        return Ok(part(YEARS / 2, Reason::YearsUnknown { required }));
    };
    let Some(beyond) = months.checked_sub(required) else { return Err(Misfit::Years { months, required }) };
    let points = YEARS - 5 + 5 * beyond.min(MONTHS_THAT_COUNT) / MONTHS_THAT_COUNT;
    Ok(part(points, Reason::Years { months, required }))
}

/// A certificate of which the worker said nothing may be held: it costs points, and the worker is told
/// that it is asked for.
fn certificates(job: &Job, worker: &Profile, taxonomy: &Taxonomy, today: Date) -> Result<Part, Misfit> {
    let asked = &job.requires.certificates;
    if asked.is_empty() {
        return Ok(part(CERTIFICATES, Reason::NoCertificate));
    }
    let (mut held, mut unknown) = (Vec::new(), Vec::new());
    for id in asked {
        let covering = |paper: &&Certificate| taxonomy.covers(&paper.id, id);
        let mut papers = worker.certificates.iter().filter(covering).peekable();
        if papers.peek().is_none() && worker.lacks.contains(id) {
            return Err(Misfit::Lacking(id.clone()));
        }
        if papers.peek().is_none() {
            unknown.push(id.clone());
        } else if papers.any(|paper| holds(paper, today)) {
            held.push(id.clone());
        } else {
            return Err(Misfit::Expired(id.clone()));
        }
    }
    let points = CERTIFICATES * held.len() as u32 / asked.len() as u32;
    Ok(part(points, Reason::Certificates { held, unknown }))
}

fn distance(job: &Job, worker: &Profile, pack: &RulePack) -> Result<Part, Misfit> {
    let Some(here) = &worker.here else { return Ok(part(DISTANCE / 2, Reason::PlaceUnknown)) };
    let km = here.point.km_to(job.place.point).round() as u32;
    let most = pack.offers.max_km;
    if km <= most {
        let beyond = km.saturating_sub(NEXT_DOOR);
        let span = most.saturating_sub(NEXT_DOOR).max(1);
        let points = DISTANCE - (DISTANCE - 5) * beyond / span;
        return Ok(part(points, Reason::Distance { km }));
    }
    let vague = here.approximate || job.place.approximate;
    if vague && here.division == job.place.division {
        return Ok(part(5, Reason::SameDivision));
    }
    if worker.would_move == Some(true) && here.country == job.place.country {
        return Ok(part(3, Reason::WouldMove { km }));
    }
    Err(Misfit::TooFar { km })
}

fn pay(offered: &Pay, worker: &Profile, pack: &RulePack) -> Result<Part, Misfit> {
    let unknown = part(PAY / 2, Reason::PayUnknown);
    let Some(asked) = &worker.pay else { return Ok(unknown) };
    if asked.currency != offered.currency {
        return Ok(unknown);
    }
    let top = offered.max.unwrap_or(offered.min).max(offered.min);
    let figures = if asked.unit == offered.unit {
        Some((asked.min, offered.min, top))
    } else {
        let month = (asked.min_per_month(), offered.min_per_month(), offered.max_per_month());
        if let (Some(asked), Some(low), Some(top)) = month { Some((asked, low, top)) } else { None }
    };
    let Some((wanted, low, top)) = figures else { return Ok(unknown) };
    let (points, meets) = if low >= wanted {
        (PAY, Meets::Fully)
    } else if top >= wanted {
        (PAY - 3, Meets::AtBest)
    } else if top.saturating_mul(100) >= wanted.saturating_mul(pack.offers.pay_tolerance) {
        (PAY - 9, Meets::Nearly)
    } else {
        return Err(Misfit::Pay);
    };
    Ok(part(points, Reason::Pay { asked: asked.clone(), meets }))
}

fn work(job: &Job, worker: &Profile) -> Result<Part, Misfit> {
    let Some(preference) = worker.preference else { return Ok(part(WORK / 2, Reason::WorkUnknown)) };
    let either = preference == Preference::Either || job.preference == Preference::Either;
    if !either && preference != job.preference {
        return Err(Misfit::Preference);
    }
    let exact = worker.natures.is_empty() || worker.natures.contains(&job.nature);
    let points = if exact { WORK } else { WORK - 6 };
    Ok(part(points, Reason::Work { preference: job.preference, nature: job.nature, exact }))
}
