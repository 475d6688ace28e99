//! Facts as JSON, for other programs: a slot that was not said is left out.

use super::wage::{Wage, WageUnit};
use super::worker::{Read, WorkerFacts};
use super::years::Age;
use crate::place::Mentioned;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The slots of an introduction. Numbers are whole where they can be; the first day is `now` or an ISO date.
#[must_use]
pub fn worker_slots(facts: &WorkerFacts, today: Date) -> Map<String, Value> {
    let mut slots = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            slots.insert(name.to_owned(), value);
        }
    };
    put("name", facts.name.as_ref().map(|read| json!(read.value)));
    put("languages", ids(&facts.languages));
    match facts.age.as_ref().map(|read| read.value) {
        Some(Age::Years(years)) => put("age", Some(json!(years))),
        Some(Age::Born(year)) => put("birth_year", Some(json!(year))),
        None => {}
    }
    put("phone", facts.phone.as_ref().map(|read| json!(read.value)));
    put("industry", facts.industry.as_ref().map(|read| json!(read.value)));
    put("trades", ids(&facts.trades));
    put("certificates", ids(&facts.certificates));
    put("years_experience", facts.years.as_ref().map(|read| number(read.value)));
    put(
        "place",
        match facts.places.as_slice() {
            [] => None,
            [one] => Some(place(&one.value)),
            several => Some(several.iter().map(|read| place(&read.value)).collect()),
        },
    );
    put("hometown", facts.home.as_ref().map(|read| place(&read.value)));
    put("preference", facts.preference.as_ref().map(|read| json!(read.value)));
    put("nature", facts.nature.as_ref().map(|read| json!(read.value)));
    put("pay", facts.pay.as_ref().map(|read| pay(&read.value)));
    put("available", facts.available.as_ref().map(|read| first_day(read.value, today)));
    put("willing_to_relocate", facts.would_move.as_ref().map(|read| json!(read.value)));
    slots
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
