//! Facts in words: trades, places, pay, time, labels and reasons, in the reader's language.

mod groups;
mod labels;
mod problems;
mod reasons;

pub use groups::{AXES, axis_name, group_name, groups};
pub use labels::{axis_id, label_made, labels};
pub use problems::job_problem;
pub use reasons::{reasons, reasons_to_employer};

use super::World;
use super::form::Ask;
use crate::domain::{AgeLimit, Currency, Lang, Location, Pay, PayUnit, Time};
use crate::i18n::{Arg, grouped};
use jiff::civil::Date;

/// A trade's name, by its id.
#[must_use]
pub fn trade(world: &World, id: &str, lang: Lang) -> String {
    world.taxonomy.trade(id).map_or_else(|| id.to_owned(), |trade| trade.name(lang).to_owned())
}

/// Names of trades as a list.
#[must_use]
pub fn trades<'a>(world: &World, ids: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let names: Vec<String> = ids.into_iter().map(|id| trade(world, id, lang)).collect();
    names.join(&world.texts.say(lang, "list-comma", &[]))
}

/// A certificate's name, by its id.
#[must_use]
pub fn certificate(world: &World, id: &str, lang: Lang) -> String {
    world.taxonomy.certificate(id).map_or_else(|| id.to_owned(), |entry| entry.name(lang).to_owned())
}

/// A place so that it cannot be taken for another: `深圳，广东`.
#[must_use]
pub fn place(world: &World, location: &Location, lang: Lang) -> String {
    world.places.label(&location.id, lang).unwrap_or_else(|| location.id.clone())
}

/// A place as short as people say it: `深圳`.
#[must_use]
pub fn place_name(world: &World, location: &Location, lang: Lang) -> String {
    world.places.name(&location.id, lang).unwrap_or_else(|| location.id.clone())
}

/// A length of time in a trade: `8 年`, `6 个月`, `刚开始`.
#[must_use]
pub fn months(world: &World, months: u32, lang: Lang) -> String {
    let (key, count) = match months {
        0 => ("time-none", 0),
        1..12 => ("time-months", months),
        _ if months % 12 == 6 && months < 120 => {
            let args = [("count", Arg::from(months / 12))];
            return world.texts.say(lang, "time-years-half", &args);
        }
        _ => ("time-years", months / 12),
    };
    world.texts.say(lang, key, &[("count", Arg::from(count))])
}

/// A month's name, 1 to 12.
#[must_use]
pub fn month(world: &World, month: i32, lang: Lang) -> String {
    world.texts.say(lang, &format!("month-{month}"), &[])
}

/// A decade of birth: `1980–1989`, `80后` where people say so.
#[must_use]
pub fn decade(world: &World, start: i16, lang: Lang) -> String {
    let short = format!("{:02}", start.rem_euclid(100));
    let args = [
        ("from", Arg::Html(start.to_string())),
        ("to", Arg::Html((start + 9).to_string())),
        ("short", Arg::Html(short)),
    ];
    world.texts.say(lang, "decade", &args)
}

/// A currency's usual sign or name: `元`, `₽`.
#[must_use]
pub fn currency(world: &World, currency: &Currency, lang: Lang) -> String {
    let key = format!("currency-{}", currency.0.to_lowercase());
    if world.texts.has(lang, &key) { world.texts.say(lang, &key, &[]) } else { currency.0.clone() }
}

/// The currency of the place that was answered, else of the rule pack's country.
#[must_use]
pub fn pay_currency(ask: &Ask<'_>) -> Currency {
    let place = ask.answers.place("here").or_else(|| ask.answers.place("place"));
    let pack = ask.world.pack.country.as_deref();
    Currency::of_country(place.map(|place| place.country.as_str()).or(pack).unwrap_or("CN"))
}

/// Pay as a job offers it: `6000–8000 元/月`.
#[must_use]
pub fn pay(world: &World, pay: &Pay, lang: Lang) -> String {
    let sum = match pay.max {
        Some(max) => format!("{}–{}", grouped(pay.min), grouped(max)),
        None => grouped(pay.min),
    };
    let args = [("sum", Arg::Html(sum)), ("currency", Arg::Html(currency(world, &pay.currency, lang)))];
    world.texts.say(lang, &format!("pay-{}", pay.unit.id()), &args)
}

/// Pay as a worker asks it: `6000 元/月起`.
#[must_use]
pub fn pay_asked(world: &World, asked: &Pay, lang: Lang) -> String {
    let text = pay(world, &Pay { max: None, ..asked.clone() }, lang);
    world.texts.say(lang, "pay-asked", &[("pay", Arg::Html(text))])
}

/// An age that a law sets, with the law: `18 岁以上（保安员的法定年龄）`.
#[must_use]
pub fn age_limit(world: &World, limit: &AgeLimit, lang: Lang) -> String {
    let key = format!("law-{}", limit.rule);
    let known = world.texts.has(lang, &key);
    let law = world.texts.say(lang, if known { &key } else { "law-other" }, &[]);
    let (key, args) = match (limit.least, limit.most) {
        (Some(least), Some(most)) => ("age-between", vec![("least", least.into()), ("most", most.into())]),
        (Some(least), None) => ("age-from", vec![("least", least.into())]),
        (None, Some(most)) => ("age-to", vec![("most", most.into())]),
        (None, None) => return law,
    };
    let age = world.texts.say(lang, key, &args);
    world.texts.say(lang, "age-by-law", &[("age", Arg::Html(age)), ("law", Arg::Html(law))])
}

/// The id of a pay that was typed, in words.
#[must_use]
pub fn ask_id(ask: &Ask<'_>, unit: &str, sum: &str) -> String {
    match (PayUnit::from_id(unit), sum.parse()) {
        (Some(unit), Ok(min)) => {
            pay_asked(ask.world, &Pay { min, max: None, unit, currency: pay_currency(ask) }, ask.lang)
        }
        _ => format!("{unit}:{sum}"),
    }
}

/// A date as `2026-11-24`, which every reader of numbers understands.
#[must_use]
pub fn date(at: Time, zone: &str) -> String {
    at.date(zone).to_string()
}

/// A day with its name: `2026-11-27（周五）`.
#[must_use]
pub fn day(world: &World, date: Date, lang: Lang) -> String {
    let key = format!("weekday-{}", date.weekday().to_monday_one_offset());
    let name = world.texts.say(lang, &key, &[]);
    let args = [("date", Arg::Html(date.to_string())), ("weekday", Arg::Html(name))];
    world.texts.say(lang, "day", &args)
}

/// A local time of day: `08:00`.
#[must_use]
pub fn clock(at: Time, zone: &str) -> String {
    at.local(zone).strftime("%H:%M").to_string()
}

fn is_usual(key: &str) -> bool {
    ["ask-", "answer-", "invite-at-"].iter().any(|group| key.starts_with(group))
}

/// What one side said to the other: the usual phrases in the reader's own language.
#[must_use]
pub fn said(world: &World, said: &str, lang: Lang) -> String {
    match said.strip_prefix('=') {
        Some(key) if is_usual(key) && world.texts.has(lang, key) => world.texts.say(lang, key, &[]),
        _ => crate::i18n::escape(said),
    }
}

/// A name as far as an employer sees it: the first word; of a Chinese name the surname.
#[must_use]
pub fn first_name(world: &World, name: &str, lang: Lang) -> String {
    let first = name.split_whitespace().next().unwrap_or("?");
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if first.chars().all(han) && (2..=4).contains(&first.chars().count()) {
        let surname: String = first.chars().take(1).collect();
        return world.texts.say(lang, "first-name-han", &[("surname", Arg::Html(surname))]);
    }
    first.to_owned()
}
