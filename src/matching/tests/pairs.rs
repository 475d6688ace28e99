//! Jobs and workers as they are, with what each pair comes to: `pairs.txt`.
//!
//! A job is a line; below it stand workers, and below each of them the score with its parts and their
//! reasons, or the misfit. `UPDATE_EXPECT=1 cargo test --lib matching` writes the results anew; each is then
//! read as a fair person would judge it.

use super::{Fit, Meets, Misfit, PartName, Reason, fit};
use crate::classify::RulePack;
use crate::domain::{
    AgeLimit, Born, Certificate, CertificateId, Currency, Experience, Home, Job, Lang, Location, Nature, Pay,
    PayUnit, Preference, Profile, Requires, Shift, Taxonomy,
};
use crate::place::{Found, Places};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::{env, fmt::Write as _, fs};

const TABLE: &str = include_str!("pairs.txt");
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/matching/tests/pairs.txt");
/// A Tuesday.
const TODAY: Date = date(2026, 11, 24);
static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
static PLACES: LazyLock<Places> = LazyLock::new(Places::load);

/// A job and the name of the rule pack that it is judged by.
#[derive(Debug, Clone)]
struct Offered {
    job: Job,
    rules: String,
}

fn offered(line: &str) -> Offered {
    let mut facts = line.split(';').map(str::trim);
    let trades = facts.next().unwrap_or_default();
    let trades: Vec<_> = trades.split(", ").map(Into::into).collect();
    for id in &trades {
        assert!(TAXONOMY.trade(crate::domain::TradeId::as_str(id)).is_some(), "no trade {id}: {line}");
    }
    let pay = Pay { min: 6000, max: None, unit: PayUnit::Month, currency: Currency("CNY".into()) };
    let mut job = Job {
        trades,
        headcount: 2,
        place: place("深圳"),
        other_places: Vec::new(),
        start: None,
        pay,
        preference: Preference::Fixed,
        nature: Nature::FullTime,
        shift: Shift::Day,
        requires: Requires::default(),
        provides: Vec::new(),
        contact: "老王".into(),
        text: None,
    };
    let mut rules = "cn".to_owned();
    for fact in facts {
        let (about, said) = fact.split_once(' ').unwrap_or((fact, ""));
        if about == "rules" {
            said.clone_into(&mut rules);
        } else {
            job_fact(&mut job, about, said).unwrap_or_else(|| panic!("`{fact}` cannot be read: {line}"));
        }
    }
    Offered { job, rules }
}

fn job_fact(job: &mut Job, about: &str, said: &str) -> Option<()> {
    match about {
        "at" => {
            let mut places = said.split(", ").map(place);
            job.place = places.next()?;
            job.other_places = places.collect();
        }
        "pay" => job.pay = pay(said)?,
        "work" => {
            job.nature = nature(said)?;
            let fixed = matches!(job.nature, Nature::FullTime | Nature::Contract);
            job.preference = if fixed { Preference::Fixed } else { Preference::Flexible };
        }
        "shift" => job.shift = Shift::ALL.into_iter().find(|shift| shift.id() == said)?,
        "years" => job.requires.months = months(said)?,
        "cert" => job.requires.certificates.push(certificate(said)),
        "start" => job.start = Some(said.parse().ok()?),
        "age" => job.requires.age = Some(age(said)?),
        _ => return None,
    }
    Some(())
}

fn worker(line: &str) -> Profile {
    let mut worker = Profile::default();
    for fact in line.split(';').map(str::trim).filter(|fact| *fact != "nothing") {
        let (about, said) = fact.split_once(' ').unwrap_or((fact, ""));
        worker_fact(&mut worker, about, said).unwrap_or_else(|| panic!("`{fact}` cannot be read: {line}"));
    }
    worker
}

fn worker_fact(worker: &mut Profile, about: &str, said: &str) -> Option<()> {
    match about {
        "born" => {
            let (year, month) = said.split_once('-').map_or((said, None), |(y, m)| (y, Some(m)));
            worker.born =
                Some(Born { year: year.parse().ok()?, month: month.and_then(|month| month.parse().ok()) });
        }
        "does" => {
            for one in said.split(", ") {
                let (id, time) = one.split_once(' ').map_or((one, None), |(id, time)| (id, Some(time)));
                assert!(TAXONOMY.trade(id).is_some(), "no trade {id}");
                worker.trades.push(Experience { trade: id.into(), months: time.and_then(months) });
            }
        }
        "cert" => {
            let (id, until) = said.split_once(' ').map_or((said, None), |(id, until)| (id, Some(until)));
            let expires = until.map(|day| day.parse().unwrap());
            worker.certificates.push(Certificate { id: certificate(id), expires });
        }
        "lacks" => worker.lacks.push(certificate(said)),
        "at" => worker.here = Some(place(said)),
        "moves" => worker.would_move = Some(said == "yes"),
        "wants" => {
            let all = [Preference::Fixed, Preference::Flexible, Preference::Either];
            worker.preference = Some(all.into_iter().find(|one| one.id() == said)?);
        }
        "work" => worker.natures.push(nature(said)?),
        "pay" => worker.pay = Some(pay(said)?),
        "free" => worker.free_from = Some(said.parse().ok()?),
        "from" => worker.home = Some(Home::In(place(said))),
        "name" => worker.name = Some(said.to_owned()),
        "speaks" => worker.languages.push(Lang::parse(said)?),
        _ => return None,
    }
    Some(())
}

fn certificate(id: &str) -> CertificateId {
    assert!(TAXONOMY.certificate(id).is_some(), "no certificate {id}");
    id.into()
}

/// `深圳`, `深圳 +60km` (so far to its east), `~东莞` (only roughly known).
fn place(text: &str) -> Location {
    let (name, km) = text.split_once(" +").map_or((text, "0km"), |(name, km)| (name, km));
    let found = PLACES.search(name.trim_start_matches('~'), Some("CN"));
    let Found::One(mut location) = found else { panic!("which place is {name}? {found:?}") };
    let km: f64 = km.trim_end_matches("km").parse().unwrap();
    location.point.lon += km / (111.195 * location.point.lat.to_radians().cos());
    location.approximate |= name.starts_with('~');
    location
}

fn nature(id: &str) -> Option<Nature> {
    Nature::ALL.into_iter().find(|nature| nature.id() == id)
}

fn months(text: &str) -> Option<u32> {
    match text.strip_suffix('y') {
        Some(years) => Some(years.parse::<u32>().ok()? * 12),
        None => text.strip_suffix('m')?.parse().ok(),
    }
}

/// `6000-8000 CNY/month`.
fn pay(text: &str) -> Option<Pay> {
    let (sum, rest) = text.split_once(' ')?;
    let (currency, unit) = rest.split_once('/')?;
    let (min, max) = sum.split_once('-').map_or((sum, None), |(min, max)| (min, Some(max)));
    Some(Pay {
        min: min.parse().ok()?,
        max: max.map(|max| max.parse().unwrap()),
        unit: PayUnit::from_id(unit)?,
        currency: Currency(currency.to_owned()),
    })
}

/// A law of a pack by its id, or a forged one: `my_rule 18-35`.
fn age(text: &str) -> Option<AgeLimit> {
    if let Some((rule, years)) = text.split_once(' ') {
        let (least, most) = years.split_once('-')?;
        return Some(AgeLimit { rule: rule.to_owned(), least: least.parse().ok(), most: most.parse().ok() });
    }
    let laws = rules("cn").jobs.age_limits;
    laws.iter().find(|law| law.id == text).map(crate::classify::LegalAge::limit)
}

fn rules(name: &str) -> RulePack {
    RulePack::embedded(name).unwrap()
}

fn judged(offered: &Offered, worker: &Profile) -> Result<Fit, Misfit> {
    fit(&offered.job, worker, &TAXONOMY, &rules(&offered.rules), TODAY)
}

/// The lines below a worker.
fn result(found: &Result<Fit, Misfit>) -> String {
    match found {
        Ok(fit) => {
            let points: Vec<String> =
                fit.parts.iter().map(|part| format!("{} {}", name(part.name), part.points)).collect();
            let reasons: Vec<String> = fit.parts.iter().map(|part| reason(&part.reason)).collect();
            format!("    {} = {}\n    {}\n", fit.score, points.join(" + "), reasons.join("; "))
        }
        Err(misfit) => format!("    no: {}\n", why_not(misfit)),
    }
}

const fn name(name: PartName) -> &'static str {
    match name {
        PartName::Trade => "trade",
        PartName::Certificates => "certificates",
        PartName::Years => "years",
        PartName::Distance => "distance",
        PartName::Pay => "pay",
        PartName::Dates => "dates",
        PartName::Preference => "preference",
    }
}

/// A reason in words of this table; every fact is in it.
fn reason(reason: &Reason) -> String {
    let list = |ids: &[CertificateId]| ids.iter().map(CertificateId::as_str).collect::<Vec<_>>().join(" ");
    let near = |at: &Option<String>| {
        at.as_ref()
            .and_then(|id| PLACES.name(id, Lang::ZH))
            .map(|place| format!(" from {place}"))
            .unwrap_or_default()
    };
    match reason {
        Reason::Trade { trade } => format!("wants {trade}"),
        Reason::TradeUnknown => "trade not said".into(),
        Reason::NoCertificate => "none asked".into(),
        Reason::Certificates { held, unknown } => match (held.is_empty(), unknown.is_empty()) {
            (false, true) => format!("holds {}", list(held)),
            (true, _) => format!("may hold {}", list(unknown)),
            (false, false) => format!("holds {}, may hold {}", list(held), list(unknown)),
        },
        Reason::Years { months, required: 0 } => format!("{months} months"),
        Reason::Years { months, required } => format!("{months} months of {required}"),
        Reason::YearsUnknown { required: 0 } => "years not said".into(),
        Reason::YearsUnknown { required } => format!("years not said, of {required} months"),
        Reason::Distance { km, at } => format!("{km} km{}", near(at)),
        Reason::SameDivision { at } => format!("same division{}", near(at)),
        Reason::WouldMove { km, at } => format!("would move {km} km{}", near(at)),
        Reason::PlaceUnknown => "place not said".into(),
        Reason::Pay { meets: Meets::Fully, .. } => "paid as asked".into(),
        Reason::Pay { meets: Meets::AtBest, .. } => "paid as asked at best".into(),
        Reason::Pay { meets: Meets::Nearly, .. } => "paid a little less".into(),
        Reason::PayUnknown => "pay not comparable".into(),
        Reason::Dates { start: None, late: 0 } => "free now".into(),
        Reason::Dates { start: Some(start), late: 0 } => format!("free on {start}"),
        Reason::Dates { late, .. } => format!("{late} days after it begins"),
        Reason::DatesUnknown => "free when not said".into(),
        Reason::Work { nature, exact: true, .. } => format!("wants {}", nature.id()),
        Reason::Work { nature, exact: false, .. } => format!("{} is not what was named", nature.id()),
        Reason::WorkUnknown => "work not said".into(),
    }
}

fn why_not(misfit: &Misfit) -> String {
    match misfit {
        Misfit::TooYoung => "under the minimum age".into(),
        Misfit::Hazard => "dangerous for a minor".into(),
        Misfit::Night => "nights for a minor".into(),
        Misfit::Age(limit) => format!("age by {}", limit.rule),
        Misfit::Trade => "no trade wanted".into(),
        Misfit::Years { months, required } => format!("{months} months of {required}"),
        Misfit::Expired(id) => format!("{id} expired"),
        Misfit::Lacking(id) => format!("{id} lacking"),
        Misfit::TooFar { km } => format!("too far, {km} km"),
        Misfit::Pay => "pays too little".into(),
        Misfit::Preference => "another preference".into(),
        Misfit::Late { days } => format!("free only {days} days after short work begins"),
    }
}

/// All pairs of the table, with the worker's line.
fn pairs() -> Vec<(Offered, &'static str, Result<Fit, Misfit>)> {
    let mut job = None;
    let mut pairs = Vec::new();
    for line in TABLE.lines() {
        if let Some(text) = line.strip_prefix("job ") {
            job = Some(offered(text));
        } else if let Some(text) = line.strip_prefix("worker ") {
            let job = job.clone().expect("a job stands above each worker");
            let found = judged(&job, &worker(text));
            pairs.push((job, text, found));
        }
    }
    pairs
}

#[test]
fn every_pair_comes_to_what_the_table_says() {
    let mut results = pairs().into_iter().map(|(_, _, found)| result(&found));
    let mut actual = String::new();
    for line in TABLE.lines().filter(|line| !line.starts_with(' ')) {
        writeln!(actual, "{line}").unwrap();
        if line.starts_with("worker ") {
            actual += &results.next().unwrap();
        }
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(FILE, actual).unwrap();
        return;
    }
    let (mut job, mut worker, mut at) = ("", "", 0);
    for (expected, actual) in TABLE.lines().zip(actual.lines()) {
        at += 1;
        job = if expected.starts_with("job ") { expected } else { job };
        worker = if expected.starts_with("worker ") { expected } else { worker };
        assert_eq!(expected, actual, "line {at}\n{job}\n{worker}\nUPDATE_EXPECT=1 rewrites the file");
    }
    assert_eq!(TABLE, actual, "the end of the file");
}

#[test]
fn there_are_enough_pairs_and_none_twice() {
    let mut seen = BTreeSet::new();
    let all = pairs();
    assert!(all.len() >= 100, "only {} pairs", all.len());
    for (offered, worker, _) in &all {
        assert!(seen.insert(format!("{offered:?} {worker}")), "twice: {worker}");
    }
}

#[test]
fn every_reason_and_every_misfit_occurs() {
    let kind = |text: String| text.replace(|c: char| c.is_ascii_digit(), "");
    let found: Vec<Result<Fit, Misfit>> = pairs().into_iter().map(|(_, _, found)| found).collect();
    let fits = || found.iter().filter_map(|found| found.as_ref().ok());
    let reasons: BTreeSet<String> = fits()
        .flat_map(|fit| fit.parts.iter().map(|part| format!("{} {}", part.points, reason(&part.reason))))
        .map(|text| kind(text.split(" from ").next().unwrap_or_default().to_owned()))
        .collect();
    for wanted in [
        "trade not said",
        "none asked",
        "years not said",
        "of  months",
        " km",
        "same division",
        "would move",
        "place not said",
        "paid as asked",
        "at best",
        "a little less",
        "not comparable",
        "free now",
        "free on",
        "after it begins",
        "when not said",
        "is not what was named",
        "work not said",
        "may hold",
    ] {
        assert!(reasons.iter().any(|reason| reason.contains(wanted)), "no pair with `{wanted}`");
    }
    let misfits: Vec<String> = found.iter().filter_map(|found| found.as_ref().err()).map(why_not).collect();
    for wanted in [
        "minimum age",
        "dangerous",
        "nights",
        "age by",
        "no trade",
        "months of",
        "expired",
        "lacking",
        "too far",
        "too little",
        "preference",
        "short work begins",
    ] {
        assert!(misfits.iter().any(|misfit| misfit.contains(wanted)), "no pair with `{wanted}`");
    }
}
