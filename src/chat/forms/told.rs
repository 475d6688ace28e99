//! What somebody writes in one go, as answers: `李强，82年的，干了十年电工，人在东莞，一天不低于350`.

use super::lists;
use crate::chat::answer::Answer;
use crate::chat::{Session, World};
use crate::domain::{Currency, Lang, Location, Nature, PayUnit, Preference};
use crate::place::Mentioned;
use crate::reading::{Age, JobFacts, Read, Wage, WageUnit, WorkerFacts, job, language_of, tidy};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Trades that the question takes.
const TRADES: usize = 5;
/// Characters that a name may have.
const NAME: usize = 40;
/// Months in which somebody may have worked: as many as the question takes.
const MONTHS: f64 = 720.0;

/// The answers that an introduction gives, in the order of the questions. What a question could not take (a country
/// without a place, pay in foreign money) is left to be asked.
#[must_use]
pub fn told(facts: &WorkerFacts, world: &World, today: Date) -> Vec<(&'static str, Answer)> {
    let mut told: Vec<(&'static str, Answer)> = Vec::new();
    let mut tell = |question: &'static str, answer: Option<Answer>| {
        told.extend(answer.map(|answer| (question, answer)));
    };
    let one = |id: &str| Answer::One(id.to_owned());
    let here = facts.places.first().and_then(|read| location(world, &read.value));
    tell("born", facts.age.as_ref().map(|read| Answer::Number(born(read.value, today))));
    tell("name", facts.name.as_ref().and_then(|read| name(&read.value)));
    let trades: Vec<String> =
        facts.trades.iter().take(TRADES).map(|read| read.value.as_str().to_owned()).collect();
    tell("trades", (!trades.is_empty()).then_some(Answer::Many(trades)));
    tell(
        "years",
        facts.years.as_ref().map(|read| Answer::Number((read.value * 12.0).min(MONTHS).round() as i64)),
    );
    tell("here", here.clone().map(Answer::Place));
    if let Some(home) = &facts.home {
        let origin = location(world, &home.value);
        let is_here =
            here.as_ref().zip(origin.as_ref()).is_some_and(|(here, origin)| here.division == origin.division);
        tell("home", Some(one(if is_here { "here" } else { "elsewhere" })));
        tell("origin", origin.filter(|_| !is_here).map(Answer::Place));
    }
    tell("work", work(facts).map(one));
    tell("pay", facts.pay.as_ref().and_then(|read| pay(&read.value, here.as_ref())).map(Answer::One));
    let papers: Vec<String> = facts.certificates.iter().map(|read| read.value.as_str().to_owned()).collect();
    tell("certificates", (!papers.is_empty()).then_some(Answer::Many(papers)));
    tell("phone", facts.phone.as_ref().map(|read| Answer::Phone(read.value.clone(), false)));
    tell("move", facts.would_move.as_ref().map(|read| one(if read.value { "yes" } else { "no" })));
    tell(
        "free",
        facts.available.as_ref().map(|read| Answer::Date(read.value)).filter(|_| is_near(facts, today)),
    );
    tell("speaks", spoken(&facts.languages));
    told
}

/// Trades that a job may be for.
const JOB_TRADES: usize = 3;
/// Letters of the words for a flag that are kept.
const WORDS: usize = 60;
/// Letters behind these words that are kept with them.
const MORE_WORDS: usize = 8;

/// The answers that a pasted ad gives, in the order of the questions.
#[must_use]
pub fn told_job(facts: &JobFacts, world: &World, today: Date) -> Vec<(&'static str, Answer)> {
    let mut told: Vec<(&'static str, Answer)> = Vec::new();
    let mut tell = |question: &'static str, answer: Option<Answer>| {
        told.extend(answer.map(|answer| (question, answer)));
    };
    let places: Vec<Location> = facts.places.iter().filter_map(|read| location(world, &read.value)).collect();
    let trades: Vec<String> =
        facts.trades.iter().take(JOB_TRADES).map(|read| read.value.as_str().to_owned()).collect();
    tell("trades", (!trades.is_empty()).then_some(Answer::Many(trades)));
    tell("headcount", facts.headcount.as_ref().map(|read| Answer::Number(read.value.1.into())));
    tell("place", places.first().cloned().map(Answer::Place));
    for (id, place) in super::job::OTHER_PLACES.iter().zip(places.iter().skip(1)) {
        tell(id, Some(Answer::Place(place.clone())));
    }
    let by_term = || {
        let fixed = facts.preference.as_ref().is_some_and(|read| read.value == Preference::Fixed);
        fixed.then_some(Nature::FullTime.id())
    };
    let work = facts.nature.as_ref().map(|read| read.value.id()).or_else(by_term);
    tell("work", work.map(|id| Answer::One(id.to_owned())));
    let day = facts.start.as_ref().map(|read| read.value).filter(|day| *day >= today);
    tell("start", day.map(|day| if day == today { Answer::Skipped } else { Answer::Date(day) }));
    if let Some((unit, range)) = facts.pay.as_ref().and_then(|read| offered(&read.value, places.first())) {
        tell("unit", Some(Answer::One(unit.id().to_owned())));
        tell("pay", Some(range));
    }
    let months = facts.requires.years.as_ref().map(|read| (read.value * 12.0).min(MONTHS).round() as i64);
    tell("years", months.map(|months| Answer::One(months.to_string())));
    let papers: Vec<String> =
        facts.requires.certificates.iter().map(|read| read.value.as_str().to_owned()).collect();
    tell("certificates", (!papers.is_empty()).then_some(Answer::Many(papers)));
    let provided: Vec<String> = facts.provides.iter().map(|read| read.value.id().to_owned()).collect();
    tell("provides", (!provided.is_empty()).then_some(Answer::Many(provided)));
    told
}

/// What an ad may not ask for, each with the words for it: `deposit=押金200`.
#[must_use]
pub fn flagged(facts: &JobFacts, typed: &str) -> Vec<String> {
    let words = |read: &Read<crate::reading::Flag>| {
        // A few letters behind the words say how much, or whom.
        let rest = &typed[read.span.end..];
        let ends = |(at, letter): (usize, char)| at > 0 && !letter.is_alphanumeric() && letter != ' ';
        let most = rest.char_indices().nth(MORE_WORDS).map_or(rest.len(), |(at, _)| at);
        let end = rest[..most].char_indices().find(|it| ends(*it)).map_or(most, |(at, _)| at);
        let words = tidy(&typed[read.span.start..read.span.end + end]);
        format!("{}={}", read.value.id(), words.chars().take(WORDS).collect::<String>())
    };
    facts.flags.iter().map(words).collect()
}

/// What the ad that was pasted, and the own words of the job, ask for and may not; each once.
#[must_use]
pub fn flags_of(session: &Session, world: &World, lang: Lang, today: Date) -> Vec<String> {
    let mut all = session.flags.clone();
    if let Some(text) = session.answers.text("text") {
        let facts = job(world.tables(), text, language_of(text, lang), today);
        all.extend(flagged(&facts, text));
    }
    let kind = |flag: &String| flag.split_once('=').map(|(id, _)| id.to_owned());
    let mut kinds = BTreeSet::new();
    all.retain(|flag| kinds.insert(kind(flag)));
    all
}

fn offered(wage: &Wage, place: Option<&Location>) -> Option<(PayUnit, Answer)> {
    let min = pay(wage, place)?;
    let (unit, _) = min.split_once(':')?;
    let year = if wage.unit == WageUnit::Year { 12.0 } else { 1.0 };
    let (min, max) = (wage.min?, wage.max);
    let whole = |sum: f64| (sum / year).round() as i64;
    let max = max.filter(|max| *max > min).map(whole);
    Some((PayUnit::from_id(unit)?, Answer::Range(whole(min), max)))
}

/// The most exact place that was named.
fn location(world: &World, place: &Mentioned) -> Option<Location> {
    let exact = place.exact.as_deref().and_then(|id| world.places.location(id));
    exact.or_else(|| world.places.location(place.id.as_deref()?))
}

fn born(age: Age, today: Date) -> i64 {
    i64::from(match age {
        Age::Born(year) => year,
        Age::Years(years) => today.year() - years,
    })
}

fn name(name: &str) -> Option<Answer> {
    let name = tidy(name);
    (name.chars().count() <= NAME).then_some(Answer::Text(name))
}

/// The choice of work that was said; for a short time may be several of them.
fn work(facts: &WorkerFacts) -> Option<&'static str> {
    let by_nature = facts.nature.as_ref().map(|read| read.value.id());
    let by_term = || match facts.preference.as_ref()?.value {
        Preference::Fixed => Some(Nature::FullTime.id()),
        Preference::Either => Some("any"),
        Preference::Flexible => None,
    };
    let id = by_nature.or_else(by_term)?;
    lists::work_of(id).map(|_| id)
}

/// Pay as the choice has it, if it is in the money of the place.
fn pay(wage: &Wage, here: Option<&Location>) -> Option<String> {
    let currency = Currency::of_country(here.map_or("CN", |place| place.country.as_str()));
    if wage.currency.as_deref().is_some_and(|own| own != currency.0) {
        return None;
    }
    let sum = wage.min.or(wage.max)?;
    let (unit, sum) = match wage.unit {
        WageUnit::Hour => (PayUnit::Hour, sum),
        WageUnit::Day => (PayUnit::Day, sum),
        WageUnit::Month => (PayUnit::Month, sum),
        WageUnit::Year => (PayUnit::Month, sum / 12.0),
        WageUnit::Piece => (PayUnit::Piece, sum),
    };
    let sum = sum.round() as i64;
    (sum > 0).then(|| format!("{}:{sum}", unit.id()))
}

/// A day that the question for it takes.
fn is_near(facts: &WorkerFacts, today: Date) -> bool {
    let days = |day: Date| today.until(day).map(|span| span.get_days());
    facts.available.as_ref().is_some_and(|read| days(read.value).is_ok_and(|days| (0..=366).contains(&days)))
}

fn spoken(languages: &[Read<String>]) -> Option<Answer> {
    let known =
        |code: &String| super::profile::SPOKEN.contains(&code.as_str()) && Lang::parse(code).is_some();
    let ids: Vec<String> = languages.iter().map(|read| read.value.clone()).filter(known).collect();
    (!ids.is_empty()).then_some(Answer::Many(ids))
}
