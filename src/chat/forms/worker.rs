//! The core form: what a worker is asked before the first job is shown.
//!
//! Twelve taps on the shortest path, nothing typed: consent, decade, year, name, trade, done, years,
//! location, home, work, pay, confirm.

use super::lists;
use crate::chat::form::{Ask, Choice, Form, Group, Kind, Menu, Question};
use crate::chat::{describe, typed};
use crate::classify::month_decides;
use crate::domain::PayUnit;
use crate::i18n::grouped;
use crate::reading::{amount, fold};
use std::sync::Arc;

/// The questions whose answers must stand before a profile is complete.
pub const MAIN: [&str; 8] = ["born", "name", "trades", "years", "here", "home", "work", "pay"];

/// The oldest age that the years offer.
const OLDEST: i16 = 75;
/// The youngest age that the years offer: children are refused by what they say, not by what is missing.
const YOUNGEST: i16 = 10;

/// The form by which a worker registers; `own` are questions of the agency that belong to it.
pub(super) fn form(own: Vec<Question>) -> Form {
    let mut questions = questions();
    questions.extend(own);
    Form {
        id: super::REGISTER,
        questions,
        texts: super::REGISTER,
        summary: true,
        may_leave: false,
        single: false,
        restart_keeps: Some(&["consent"]),
    }
}

/// The questions of the core form.
pub(super) fn questions() -> Vec<Question> {
    vec![
        Question::new("consent", Kind::Choice { choices: Arc::new(consent), columns: 1, read: None })
            .strict(),
        Question::new(
            "born",
            Kind::Number {
                choices: Arc::new(years_of_birth),
                columns: 5,
                least: 1900,
                most: 2100,
                read: Arc::new(read_year_of_birth),
            },
        )
        .wrong("wrong-year"),
        Question::new(
            "month",
            Kind::Number {
                choices: Arc::new(|ask| {
                    let month = |m: i32| Choice::new(m.to_string(), describe::month(ask.world, m, ask.lang));
                    Menu::flat((1..=12).map(month).collect())
                }),
                columns: 4,
                least: 1,
                most: 12,
                read: Arc::new(|text, _| typed::number(text)),
            },
        )
        .when(|ask| {
            let year = ask.answers.number("born").and_then(|year| i16::try_from(year).ok());
            year.is_some_and(|year| month_decides(year, &ask.world.pack, ask.today))
        }),
        Question::new(
            "name",
            Kind::Text {
                choices: Arc::new(|ask| suggested(ask.name)),
                most: 40,
                check: Arc::new(|_| Ok(())),
            },
        ),
        lists::trades_question(5),
        Question::new(
            "years",
            Kind::Number {
                choices: Arc::new(|ask| {
                    lists::months(ask, "time-none", &[0, 6, 12, 24, 36, 60, 96, 120, 180, 240])
                }),
                columns: 2,
                least: 0,
                most: 60 * 12,
                read: Arc::new(|text, _| read_months(text)),
            },
        )
        .wrong("wrong-years"),
        Question::new("here", Kind::Place),
        Question::new(
            "home",
            Kind::Choice {
                choices: Arc::new(|ask| lists::keyed(ask, "home", ["here", "elsewhere"])),
                columns: 1,
                read: None,
            },
        ),
        Question::new(
            "work",
            Kind::Choice { choices: Arc::new(|ask| lists::work(ask, true)), columns: 1, read: None },
        ),
        Question::new(
            "pay",
            Kind::Choice { choices: Arc::new(pay_choices), columns: 2, read: Some(Arc::new(read_pay)) },
        )
        .wrong("wrong-pay"),
    ]
}

/// Who told something before agreeing agrees to that, too.
fn consent(ask: &Ask<'_>) -> Menu {
    let mut menu = lists::keyed(ask, "consent", ["agree", "hire", "refuse"]);
    if MAIN.iter().any(|id| ask.answers.has(id)) {
        menu.front[0].text = ask.world.texts.say(ask.lang, "consent-correct", &[]);
    }
    menu
}

/// The name on Telegram as a button, if it can be a name.
pub(super) fn suggested(name: &str) -> Menu {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let usable = name.chars().any(char::is_alphanumeric) && name.chars().count() <= 40;
    Menu::flat(usable.then(|| Choice::new("own", name)).into_iter().collect())
}

/// Years behind decades.
fn years_of_birth(ask: &Ask<'_>) -> Menu {
    let (from, to) = (ask.today.year() - OLDEST, ask.today.year() - YOUNGEST);
    let decade = |start: i16| Group {
        id: start.to_string(),
        text: describe::decade(ask.world, start, ask.lang),
        choices: (start.max(from)..=(start + 9).min(to))
            .map(|year| Choice::new(year.to_string(), year.to_string()))
            .collect(),
    };
    let first = from - from.rem_euclid(10);
    Menu { front: Vec::new(), groups: (first..=to).step_by(10).map(decade).collect() }
}

/// Reads a year (`1985`, `85年`, `'85`) or an age (`40`, `40岁`, `мне 40 лет`).
fn read_year_of_birth(text: &str, ask: &Ask<'_>) -> Option<i64> {
    let number = typed::number(text)?;
    let this_year = i64::from(ask.today.year());
    let says_year = fold(text).contains(['年', '\'']);
    match number {
        1900..=2100 => (number <= this_year).then_some(number),
        0..=99 if says_year => {
            let century = if number <= this_year % 100 { 2000 } else { 1900 };
            Some(century + number)
        }
        1..=75 => Some(this_year - number),
        76..=99 => Some(1900 + number),
        _ => None,
    }
}

/// Reads `8`, `8年`, `半年`, `6 months`, `6个月`, `1.5`, `none` as months.
pub(super) fn read_months(text: &str) -> Option<i64> {
    let folded = fold(text);
    if ["半年", "полгода", "half a year", "nửa năm", "setengah tahun", "yarim yil"].contains(&folded.as_str())
    {
        return Some(6);
    }
    if ["没有", "无", "新手", "none", "no", "нет", "chưa", "belum", "yo'q"].contains(&folded.as_str())
    {
        return Some(0);
    }
    if let Some(whole) = folded.strip_suffix("年半") {
        return Some(typed::number(whole)? * 12 + 6);
    }
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let figure: String =
        folded[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let value: f64 = figure.replace(',', ".").parse().ok()?;
    let months = ["月", "month", "мес", "tháng", "bulan", "oy"].iter().any(|word| folded.contains(word));
    let count = if months { value } else { value * 12.0 };
    (0.0..=720.0).contains(&count).then_some(count.round() as i64)
}

/// Sums that most people ask, per month and per day, in the currency of the place.
fn pay_choices(ask: &Ask<'_>) -> Menu {
    let currency = describe::pay_currency(ask);
    let (months, days): (&[i64], &[i64]) = match currency.0.as_str() {
        "CNY" => (&[4000, 5000, 6000, 7000, 8000, 10_000], &[200, 250, 300, 350, 400, 500]),
        "RUB" => (&[50_000, 70_000, 90_000, 120_000], &[2500, 3500, 4500, 6000]),
        "UZS" => (&[3_000_000, 5_000_000, 7_000_000, 10_000_000], &[150_000, 250_000, 350_000, 500_000]),
        "VND" => (&[7_000_000, 9_000_000, 12_000_000, 15_000_000], &[300_000, 400_000, 500_000, 700_000]),
        "IDR" => (&[3_000_000, 4_000_000, 5_000_000, 7_000_000], &[100_000, 150_000, 200_000, 300_000]),
        "KZT" => (&[200_000, 300_000, 400_000, 600_000], &[10_000, 15_000, 20_000, 30_000]),
        _ => (&[500, 1000, 1500, 2500], &[30, 60, 100, 150]),
    };
    let choice = |unit: PayUnit, sum: &i64| {
        let key = format!("pay-from-{}", unit.id());
        let text = ask.world.texts.say(ask.lang, &key, &[("sum", grouped(*sum).into())]);
        Choice::new(format!("{}:{sum}", unit.id()), text)
    };
    let by_month = months.iter().map(|sum| choice(PayUnit::Month, sum));
    let by_day = days.iter().map(|sum| choice(PayUnit::Day, sum));
    Menu::flat(by_month.chain(by_day).collect())
}

/// Words that say what a sum is paid for.
const UNIT_WORDS: &[(PayUnit, &[&str])] = &[
    (PayUnit::Hour, &["小时", "时薪", "hour", "/h", "час", "giờ", "jam", "soat"]),
    (PayUnit::Day, &["天", "日", "day", "день", "смен", "ngày", "công", "hari", "kun"]),
    (PayUnit::Month, &["月", "month", "мес", "tháng", "bulan", "oy"]),
];

/// Reads `6000`, `350一天`, `350/day`, `8千` as the id of a choice; without a unit the size decides.
fn read_pay(text: &str, ask: &Ask<'_>) -> Option<String> {
    let sum = amount(text).filter(|sum| *sum > 0)?;
    let folded = fold(text);
    let said = UNIT_WORDS.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    let unit = said.map_or_else(|| usual_unit(sum, ask), |(unit, _)| *unit);
    Some(format!("{}:{sum}", unit.id()))
}

/// A sum below half the smallest monthly choice is meant for a day.
fn usual_unit(sum: i64, ask: &Ask<'_>) -> PayUnit {
    let menu = pay_choices(ask);
    let months = menu.front.iter().filter_map(|choice| choice.id.strip_prefix("month:")?.parse::<i64>().ok());
    let smallest = months.min().unwrap_or(0);
    if sum * 2 < smallest { PayUnit::Day } else { PayUnit::Month }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_as_people_write_years() {
        for (text, expected) in [
            ("8", Some(96)),
            ("8年", Some(96)),
            ("3年半", Some(42)),
            ("半年", Some(6)),
            ("6个月", Some(6)),
            ("6 months", Some(6)),
            ("1.5", Some(18)),
            ("没有", Some(0)),
            ("很久", None),
            ("900", None),
        ] {
            assert_eq!(read_months(text), expected, "{text}");
        }
    }
}
