//! The form by which an employer posts a job.

use super::lists;
use crate::chat::form::{Ask, Choice, Form, Kind, Menu, Question};
use crate::chat::{Answer, Answers, typed};
use crate::domain::{Currency, Job, Nature, Pay, PayUnit, Preference, Provision, Requires, Shift};
use std::sync::Arc;

pub(super) fn form() -> Form {
    let questions = vec![
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
        Question::new("work", choice(|ask| lists::work(ask, false), 1)),
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
        ),
        Question::new("years", choice(|ask| lists::months(ask, "time-not-needed", &[0, 12, 36, 60, 120]), 2)),
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
            "contact",
            Kind::Text {
                choices: Arc::new(|ask| super::worker::suggested(ask.name)),
                most: 60,
                check: Arc::new(|_| Ok(())),
            },
        ),
    ];
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

const UNITS: [PayUnit; 4] = [PayUnit::Month, PayUnit::Day, PayUnit::Hour, PayUnit::Piece];

fn choice(choices: impl Fn(&Ask<'_>) -> Menu + Send + Sync + 'static, columns: usize) -> Kind {
    Kind::Choice { choices: Arc::new(choices), columns, read: None }
}

fn numbers(numbers: &[i64]) -> Menu {
    Menu::flat(numbers.iter().map(|n| Choice::new(n.to_string(), n.to_string())).collect())
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

/// The job that the answers describe; `None` while something is missing.
#[must_use]
pub fn job(answers: &Answers) -> Option<Job> {
    let place = answers.place("place")?.clone();
    let (min, max) = answers.range("pay")?;
    let (preference, natures) = answers.one("work").and_then(lists::work_of)?;
    Some(Job {
        trades: answers.many("trades").iter().map(|id| id.as_str().into()).collect(),
        headcount: u32::try_from(answers.number("headcount")?).ok()?,
        pay: Pay {
            min,
            max,
            unit: PayUnit::from_id(answers.one("unit")?)?,
            currency: Currency::of_country(&place.country),
        },
        place,
        other_places: Vec::new(),
        start: None,
        preference: match preference {
            Preference::Either => Preference::Fixed,
            known => known,
        },
        nature: natures.first().copied().unwrap_or(Nature::FullTime),
        shift: Shift::ALL.into_iter().find(|shift| Some(shift.id()) == answers.one("shift"))?,
        requires: Requires {
            months: answers.one("years")?.parse().ok()?,
            certificates: answers.many("certificates").iter().map(|id| id.as_str().into()).collect(),
            age: None,
        },
        provides: Provision::ALL
            .into_iter()
            .filter(|provision| answers.many("provides").iter().any(|id| id == provision.id()))
            .collect(),
        contact: answers.text("contact")?.to_owned(),
        text: None,
    })
}

/// The answers that describe a job: those from which [`job`] makes it again.
#[must_use]
pub fn answers_of(job: &Job) -> Answers {
    let mut answers = Answers::default();
    let many = |ids: Vec<String>| Answer::Many(ids);
    let one = |id: &str| Answer::One(id.to_owned());
    let work = lists::work_id(Some(job.preference), &[job.nature]).unwrap_or(job.nature.id());
    let all = [
        ("trades", many(job.trades.iter().map(|id| id.as_str().to_owned()).collect())),
        ("headcount", Answer::Number(job.headcount.into())),
        ("place", Answer::Place(job.place.clone())),
        ("work", one(work)),
        ("shift", one(job.shift.id())),
        ("unit", one(job.pay.unit.id())),
        ("pay", Answer::Range(job.pay.min, job.pay.max)),
        ("years", one(&job.requires.months.to_string())),
        ("certificates", many(job.requires.certificates.iter().map(|id| id.as_str().to_owned()).collect())),
        ("provides", many(job.provides.iter().map(|provision| provision.id().to_owned()).collect())),
        ("contact", Answer::Text(job.contact.clone())),
    ];
    for (question, answer) in all {
        answers.set(question, answer);
    }
    answers
}
