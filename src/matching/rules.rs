//! The rules of a fit, limits first, then part by part.

use super::limits::Law;
use super::{Fit, Meets, Misfit, Part, PartName, Reason};
use crate::classify::{RulePack, holds};
use crate::domain::{Certificate, Experience, Job, Location, Nature, Pay, Preference, Profile, Taxonomy};
use jiff::civil::Date;
use std::cmp::Reverse;

const TRADE: u32 = PartName::Trade.most() as u32;
const CERTIFICATES: u32 = PartName::Certificates.most() as u32;
const YEARS: u32 = PartName::Years.most() as u32;
const DISTANCE: u32 = PartName::Distance.most() as u32;
const PAY: u32 = PartName::Pay.most() as u32;
const DATES: u32 = PartName::Dates.most() as u32;
const PREFERENCE: u32 = PartName::Preference.most() as u32;

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
    let law = Law::of(job, worker, taxonomy, pack, today)?;
    let (trade, years) = trade_and_years(job, worker, &law)?;
    let parts = vec![
        trade,
        certificates(job, worker, taxonomy, today)?,
        years,
        distance(job, worker, pack)?,
        pay(&job.pay, worker, pack)?,
        dates(job, worker, pack, today)?,
        preference(job, worker)?,
    ];
    Ok(Fit { score: parts.iter().map(|part| part.points).sum(), parts })
}

fn part(name: PartName, points: u32, reason: Reason) -> Part {
    Part { name, points: points as u8, reason }
}

/// Of the trades that they have the years for the one that speaks most for the worker; of equals the one wanted more.
fn trade_and_years(job: &Job, worker: &Profile, law: &Law<'_>) -> Result<(Part, Part), Misfit> {
    let required = job.requires.months;
    if worker.trades.is_empty() {
        let years = part(PartName::Years, YEARS / 2, Reason::YearsUnknown { required });
        return Ok((part(PartName::Trade, TRADE / 2, Reason::TradeUnknown), years));
    }
    let (mut short, mut barred) = (None, None);
    let mut best: Option<(Part, Part)> = None;
    let offered = |wanted: &&Experience| job.trades.contains(&wanted.trade);
    for (at, wanted) in worker.trades.iter().enumerate().filter(|(_, wanted)| offered(wanted)) {
        if let Some(bar) = law.bar(&wanted.trade) {
            barred = barred.or(Some(bar));
            continue;
        }
        match years(wanted, required) {
            Ok(years) => {
                let points = if at == 0 { TRADE } else { TRADE - 5 };
                let trade = part(PartName::Trade, points, Reason::Trade { trade: wanted.trade.clone() });
                let sum = |(trade, years): &(Part, Part)| trade.points + years.points;
                if best.as_ref().is_none_or(|best| trade.points + years.points > sum(best)) {
                    best = Some((trade, years));
                }
            }
            Err(misfit) => short = short.or(Some(misfit)),
        }
    }
    best.ok_or_else(|| barred.or(short).unwrap_or(Misfit::Trade))
}

fn years(wanted: &Experience, required: u32) -> Result<Part, Misfit> {
    let Some(months) = wanted.months else {
        return Ok(part(PartName::Years, YEARS / 2, Reason::YearsUnknown { required }));
    };
    let Some(beyond) = months.checked_sub(required) else { return Err(Misfit::Years { months, required }) };
    let points = YEARS - 5 + 5 * beyond.min(MONTHS_THAT_COUNT) / MONTHS_THAT_COUNT;
    Ok(part(PartName::Years, points, Reason::Years { months, required }))
}

/// A certificate of which the worker said nothing may be held: it earns half, and the worker is told that
/// it is asked for.
fn certificates(job: &Job, worker: &Profile, taxonomy: &Taxonomy, today: Date) -> Result<Part, Misfit> {
    let asked = &job.requires.certificates;
    if asked.is_empty() {
        return Ok(part(PartName::Certificates, CERTIFICATES, Reason::NoCertificate));
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
    let halves = 2 * held.len() + unknown.len();
    let points = CERTIFICATES * halves as u32 / (2 * asked.len() as u32);
    Ok(part(PartName::Certificates, points, Reason::Certificates { held, unknown }))
}

/// By the workplace that suits the worker best.
fn distance(job: &Job, worker: &Profile, pack: &RulePack) -> Result<Part, Misfit> {
    let unknown = || part(PartName::Distance, DISTANCE / 2, Reason::PlaceUnknown);
    let Some(here) = &worker.here else { return Ok(unknown()) };
    let several = !job.other_places.is_empty();
    let mut best: Option<((u32, Reverse<u32>), Reason)> = None;
    let mut nearest = u32::MAX;
    for place in job.places() {
        let km = here.point.km_to(place.point).round() as u32;
        nearest = nearest.min(km);
        let at = several.then(|| place.id.clone());
        if let Some((points, reason)) = to_place(here, place, km, worker, pack, at) {
            let rank = (points, Reverse(km));
            if best.as_ref().is_none_or(|(other, _)| rank > *other) {
                best = Some((rank, reason));
            }
        }
    }
    match best {
        Some(((points, _), reason)) => Ok(part(PartName::Distance, points, reason)),
        None => Err(Misfit::TooFar { km: nearest }),
    }
}

/// What one workplace earns; `None` where it is too far.
fn to_place(
    here: &Location,
    place: &Location,
    km: u32,
    worker: &Profile,
    pack: &RulePack,
    at: Option<String>,
) -> Option<(u32, Reason)> {
    let most = pack.offers.max_km;
    if km <= most {
        let beyond = km.saturating_sub(NEXT_DOOR);
        let span = most.saturating_sub(NEXT_DOOR).max(1);
        return Some((DISTANCE - (DISTANCE - 5) * beyond / span, Reason::Distance { km, at }));
    }
    let vague = here.approximate || place.approximate;
    if vague && here.division == place.division {
        return Some((5, Reason::SameDivision { at }));
    }
    (worker.would_move == Some(true) && here.country == place.country)
        .then_some((3, Reason::WouldMove { km, at }))
}

fn pay(offered: &Pay, worker: &Profile, pack: &RulePack) -> Result<Part, Misfit> {
    let unknown = part(PartName::Pay, PAY / 2, Reason::PayUnknown);
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
    Ok(part(PartName::Pay, points, Reason::Pay { asked: asked.clone(), meets }))
}

/// Day labour and seasonal work do not wait; steady work does.
fn dates(job: &Job, worker: &Profile, pack: &RulePack, today: Date) -> Result<Part, Misfit> {
    let Some(free) = worker.free_from else {
        return Ok(part(PartName::Dates, DATES / 2, Reason::DatesUnknown));
    };
    let start = job.start.filter(|start| *start > today);
    let first = start.unwrap_or(today);
    let late = free.max(first).since(first).map_or(0, |span| span.get_days().unsigned_abs());
    let points = match late {
        0 => DATES,
        _ if late <= pack.offers.late_days => DATES - 2,
        _ if matches!(job.nature, Nature::DayLabour | Nature::Seasonal) => {
            return Err(Misfit::Late { days: late });
        }
        _ => DATES - 4,
    };
    Ok(part(PartName::Dates, points, Reason::Dates { start, late }))
}

fn preference(job: &Job, worker: &Profile) -> Result<Part, Misfit> {
    let Some(preference) = worker.preference else {
        return Ok(part(PartName::Preference, PREFERENCE / 2, Reason::WorkUnknown));
    };
    let either = preference == Preference::Either || job.preference == Preference::Either;
    if !either && preference != job.preference {
        return Err(Misfit::Preference);
    }
    let exact = worker.natures.is_empty() || worker.natures.contains(&job.nature);
    let points = if exact { PREFERENCE } else { PREFERENCE - 4 };
    let reason = Reason::Work { preference: job.preference, nature: job.nature, exact };
    Ok(part(PartName::Preference, points, reason))
}
