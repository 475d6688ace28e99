//! Facts as JSON, for other programs: a slot that was not said is left out.

use super::job::JobFacts;
use super::wage::{Wage, WageUnit};
use super::worker::{Read, WorkerFacts};
use super::years::Age;
use crate::place::Mentioned;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The slots of an introduction. Numbers are whole where they can be; the first day is `now` or an ISO date.
#[must_use]
pub fn worker_slots(facts: &WorkerFacts, today: Date) -> Map<String, Value> {
    let mut slots = Slots::default();
    slots.put_read("name", facts.name.as_ref());
    slots.put("languages", ids(&facts.languages));
    match facts.age.as_ref().map(|read| read.value) {
        Some(Age::Years(years)) => slots.put("age", Some(json!(years))),
        Some(Age::Born(year)) => slots.put("birth_year", Some(json!(year))),
        None => {}
    }
    slots.put_read("phone", facts.phone.as_ref());
    slots.put_read("industry", facts.industry.as_ref());
    slots.put("trades", ids(&facts.trades));
    slots.put("certificates", ids(&facts.certificates));
    slots.put("years_experience", facts.years.as_ref().map(|read| number(read.value)));
    slots.put("place", places(&facts.places));
    slots.put("hometown", facts.home.as_ref().map(|read| place(&read.value)));
    slots.put_read("preference", facts.preference.as_ref());
    slots.put_read("nature", facts.nature.as_ref());
    slots.put("pay", facts.pay.as_ref().map(|read| pay(&read.value)));
    slots.put("available", facts.available.as_ref().map(|read| first_day(read.value, today)));
    slots.put_read("willing_to_relocate", facts.would_move.as_ref());
    slots.0
}

/// The slots of an ad.
#[must_use]
pub fn job_slots(facts: &JobFacts, today: Date) -> Map<String, Value> {
    let mut slots = Slots::default();
    slots.put("title_trades", ids(&facts.trades));
    slots.put_read("industry", facts.industry.as_ref());
    slots.put(
        "headcount",
        facts.headcount.as_ref().map(|read| json!({ "min": read.value.0, "max": read.value.1 })),
    );
    slots.put("place", places(&facts.places));
    slots.put("pay", facts.pay.as_ref().map(|read| pay(&read.value)));
    slots.put_read("pay_settlement", facts.settlement.as_ref());
    let mut requires = Slots::default();
    requires.put("trades", ids(&facts.requires.trades));
    requires.put("certificates", ids(&facts.requires.certificates));
    requires.put("years_min", facts.requires.years.as_ref().map(|read| number(read.value)));
    requires.put_read("age_min", facts.requires.age_min.as_ref());
    requires.put_read("age_max", facts.requires.age_max.as_ref());
    slots.put("requires", (!requires.0.is_empty()).then_some(Value::Object(requires.0)));
    slots.put("provides", ids(&facts.provides));
    slots.put_read("nature", facts.nature.as_ref());
    slots.put_read("preference", facts.preference.as_ref());
    slots.put("start", facts.start.as_ref().map(|read| first_day(read.value, today)));
    slots.put_read("duration_days", facts.days.as_ref());
    slots.put_read("phone", facts.phone.as_ref());
    slots.put("flags", ids(&facts.flags));
    slots.0
}

/// Slots by name; one that was not said is left out.
#[derive(Default)]
struct Slots(Map<String, Value>);

impl Slots {
    fn put(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value);
        }
    }

    fn put_read<T: serde::Serialize>(&mut self, name: &str, read: Option<&Read<T>>) {
        self.put(name, read.map(|read| json!(read.value)));
    }
}

fn places(reads: &[Read<Mentioned>]) -> Option<Value> {
    match reads {
        [] => None,
        [one] => Some(place(&one.value)),
        several => Some(several.iter().map(|read| place(&read.value)).collect()),
    }
}

fn place(place: &Mentioned) -> Value {
    json!({ "name": place.name, "zh": place.zh, "en": place.en, "country": place.country })
}

fn ids<T: serde::Serialize>(reads: &[Read<T>]) -> Option<Value> {
    let ids: Vec<Value> = reads.iter().map(|read| json!(read.value)).collect();
    (!ids.is_empty()).then(|| json!(ids))
}

fn first_day(day: Date, today: Date) -> Value {
    if day == today { json!("now") } else { json!(day.to_string()) }
}

fn pay(wage: &Wage) -> Value {
    let unit = match wage.unit {
        WageUnit::Hour => "hour",
        WageUnit::Day => "day",
        WageUnit::Month => "month",
        WageUnit::Year => "year",
        WageUnit::Piece => "piece",
    };
    let mut pay = Map::new();
    for (name, figure) in [("min", wage.min), ("max", wage.max)] {
        if let Some(figure) = figure {
            pay.insert(name.to_owned(), number(figure));
        }
    }
    pay.insert("unit".to_owned(), json!(unit));
    if let Some(currency) = &wage.currency {
        pay.insert("currency".to_owned(), json!(currency));
    }
    Value::Object(pay)
}

/// A whole number without a point.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}
