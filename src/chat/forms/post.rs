//! The form by which an employer posts a job.
//!
//! Posting must stay short: what most jobs do not need (another beginning than at once, further workplaces,
//! an age that a law sets, own words) is asked only when the employer comes to it from the summary.

use super::job::{AGE_NONE, OTHER_PLACES, age_id};
use super::lists;
use crate::chat::form::{Ask, Choice, Form, Kind, Menu, Question};
use crate::chat::{describe, typed};
use crate::classify::LegalAge;
use crate::domain::{PayUnit, Provision, Shift};
use crate::i18n::Arg;
use jiff::ToSpan as _;
use jiff::civil::Weekday;
use std::sync::Arc;

/// Characters of an employer's own words: about ten lines on a phone.
pub const MOST_TEXT: usize = 500;
/// Days ahead of which the work may begin: a year.
pub const MOST_AHEAD: i64 = 366;

pub(super) fn form() -> Form {
    let questions = [what(), when_and_pay(), musts(), words()].into_iter().flatten().collect();
    Form {
        id: super::POST,
        questions,
        texts: super::POST,
        summary: true,
        may_leave: true,
        single: false,
        restart_keeps: Some(&[]),
    }
}

/// Who is wanted, how many, and where.
fn what() -> Vec<Question> {
    let mut questions = vec![
        lists::trades_question(3),
        Question::new(
            "headcount",
            Kind::Number {
                choices: Arc::new(|_| numbers(&[1, 2, 3, 5, 10, 20, 30, 50, 100])),
                columns: 3,
                least: 1,
                most: 10_000,
                read: Arc::new(|text, _| typed::number(text)),
            },
        ),
        Question::new("place", Kind::Place),
    ];
    let mut before = "place";
    for id in OTHER_PLACES {
        let mut question = Question::new(id, Kind::Place).optional().skip_as("place-none");
        question.key = "other_place";
        questions
            .push(question.when(move |ask| [before, id].iter().any(|id| ask.answers.place(id).is_some())));
        before = id;
    }
    questions
}

fn when_and_pay() -> Vec<Question> {
    vec![
        Question::new("work", choice(|ask| lists::work(ask, false), 1)),
        Question::new("start", Kind::Date { choices: Arc::new(first_days), least: 0, most: MOST_AHEAD })
            .skip_as("start-at-once")
            .wrong("wrong-start")
            .optional(),
        Question::new("shift", choice(|ask| lists::keyed(ask, "shift", Shift::ALL.map(Shift::id)), 1)),
        Question::new("unit", choice(|ask| lists::keyed(ask, "unit", UNITS.map(PayUnit::id)), 2)),
        Question::new(
            "pay",
            Kind::Range {
                choices: Arc::new(pay_ranges),
                columns: 2,
                least: 1,
                most: 1_000_000_000,
                read: Arc::new(|text, _| typed::range(text)),
            },
        )
        .wrong("wrong-pay-range"),
    ]
}

/// What a worker must bring.
fn musts() -> Vec<Question> {
    vec![
        Question::new("years", choice(years, 2)),
        Question::new(
            "certificates",
            Kind::Many {
                choices: Arc::new(|ask| lists::certificates(ask, "place")),
                columns: 1,
                least: 0,
                most: 4,
                read: None,
                search: None,
            },
        )
        .when(|ask| !lists::certificates(ask, "place").front.is_empty()),
        Question::new("age", choice(ages, 1)).when(|ask| laws(ask).next().is_some()).optional().forgets(),
    ]
}

/// What the employer says beside that.
fn words() -> Vec<Question> {
    vec![
        Question::new(
            "provides",
            Kind::Many {
                choices: Arc::new(|ask| lists::keyed(ask, "provides", Provision::ALL.map(Provision::id))),
                columns: 2,
                least: 0,
                most: Provision::ALL.len(),
                read: None,
                search: None,
            },
        ),
        Question::new(
            "text",
            Kind::Text {
                choices: Arc::new(|_| Menu::default()),
                most: MOST_TEXT,
                check: Arc::new(super::employer::check_contact),
            },
        )
        .optional()
        .skip_as("text-none"),
        Question::new(
            "contact",
            Kind::Text {
                choices: Arc::new(|ask| super::worker::suggested(ask.name)),
                most: 60,
                check: Arc::new(super::employer::check_contact),
            },
        ),
    ]
}

const UNITS: [PayUnit; 4] = [PayUnit::Month, PayUnit::Day, PayUnit::Hour, PayUnit::Piece];

fn choice(choices: impl Fn(&Ask<'_>) -> Menu + Send + Sync + 'static, columns: usize) -> Kind {
    Kind::Choice { choices: Arc::new(choices), columns, read: None }
}

fn numbers(numbers: &[i64]) -> Menu {
    Menu::flat(numbers.iter().map(|n| Choice::new(n.to_string(), n.to_string())).collect())
}

/// Lengths of experience, and the one that was answered before, should it be another.
fn years(ask: &Ask<'_>) -> Menu {
    let mut months = vec![0, 12, 36, 60, 120];
    if let Some(answered) = ask.answers.one("years").and_then(|id| id.parse().ok())
        && !months.contains(&answered)
    {
        months.push(answered);
    }
    lists::months(ask, "time-not-needed", &months)
}

/// The days on which work usually begins; at once is passed over to.
fn first_days(ask: &Ask<'_>) -> Menu {
    let days = [
        ("start-tomorrow", ask.today.checked_add(1.day())),
        ("start-monday", ask.today.nth_weekday(1, Weekday::Monday)),
        ("start-week", ask.today.checked_add(7.days())),
        ("start-month", ask.today.checked_add(1.month())),
    ];
    let mut front: Vec<Choice> = Vec::new();
    for (key, day) in days.into_iter().filter_map(|(key, day)| Some((key, day.ok()?))) {
        let id = day.to_string();
        if !front.iter().any(|choice| choice.id == id) {
            let short = Arg::Html(day.strftime("%m-%d").to_string());
            front.push(Choice::new(id, ask.world.texts.say(ask.lang, key, &[("day", short)])));
        }
    }
    Menu::flat(front)
}

/// The laws of the pack that set ages for one of the trades.
fn laws<'a>(ask: &Ask<'a>) -> impl Iterator<Item = &'a LegalAge> {
    let trades = ask.answers.many("trades");
    let laws = ask.world.pack.jobs.age_limits.iter();
    laws.filter(move |law| law.trades.iter().any(|id| trades.iter().any(|trade| trade == id.as_str())))
}

/// No age, or one that a law sets: an age is never typed.
fn ages(ask: &Ask<'_>) -> Menu {
    let none = Choice::new(AGE_NONE, ask.world.texts.say(ask.lang, "age-no-limit", &[]));
    let choice = |law: &LegalAge| {
        let limit = law.limit();
        Choice::new(age_id(&limit), describe::age_limit(ask.world, &limit, ask.lang))
    };
    Menu::flat(std::iter::once(none).chain(laws(ask).map(choice)).collect())
}

/// Usual pay in yuan for the unit chosen; elsewhere it is typed.
fn pay_ranges(ask: &Ask<'_>) -> Menu {
    let country = ask.answers.place("place").map_or("CN", |place| place.country.as_str());
    let ids: &[&str] = match (country, ask.answers.one("unit")) {
        ("CN", Some("month")) => &["4000-5000", "5000-6000", "6000-7000", "7000-9000", "9000-12000"],
        ("CN", Some("day")) => &["180-220", "220-260", "260-320", "320-400", "400-500"],
        ("CN", Some("hour")) => &["18", "20", "22", "25", "30"],
        _ => &[],
    };
    let text = |id: &str| match typed::range_id(id) {
        Some((min, Some(max))) => format!("{min}–{max}"),
        _ => id.to_owned(),
    };
    Menu::flat(ids.iter().map(|id| Choice::new(*id, text(id))).collect())
}
