//! What is asked of employers and applicants when they talk to each other through the bot.

use super::{lists, small};
use crate::chat::form::{Ask, Choice, Form, Kind, Menu, Question};
use crate::chat::{Answers, Invitation, World, describe};
use crate::domain::Lang;
use crate::reading::{has_contact, time_of_day};
use jiff::ToSpan as _;
use jiff::civil::Time;
use std::sync::Arc;

/// Questions of employers that are put in the worker's own language.
const QUESTIONS: [&str; 5] = ["when", "still", "papers", "shift", "live"];
/// Answers of workers that are put in the employer's own language.
const ANSWERS: [&str; 6] = ["yes", "no", "today", "tomorrow", "week", "other_time"];
/// Usual places of an interview.
const PLACES: [&str; 2] = ["work", "office"];

/// An employer asks somebody who applied; the session's subject is the application.
pub(super) fn ask() -> Form {
    small::form(super::ASK, Question::new("question", words(&QUESTIONS, "ask")))
}

/// A worker answers; the session's subject is the job.
pub(super) fn answer() -> Form {
    small::form(super::ANSWER, Question::new("answer", words(&ANSWERS, "answer")))
}

fn words(ids: &'static [&'static str], group: &'static str) -> Kind {
    Kind::Text {
        choices: Arc::new(move |ask| {
            let text = |id: &str| ask.world.texts.say(ask.lang, &format!("{group}-{id}"), &[]);
            Menu::flat(ids.iter().map(|id| Choice::new(*id, text(id))).collect())
        }),
        most: 300,
        check: Arc::new(without_contact),
    }
}

/// What was said, as it is kept: `=ask-when` for one of the usual questions, answers and places, which the
/// other side reads in their own language, else the words themselves.
#[must_use]
pub fn said(world: &World, lang: Lang, text: &str) -> String {
    let usual = QUESTIONS.iter().map(|id| format!("ask-{id}"));
    let usual = usual.chain(ANSWERS.iter().map(|id| format!("answer-{id}")));
    let mut usual = usual.chain(PLACES.iter().map(|id| format!("invite-at-{id}")));
    let key = usual.find(|key| world.texts.say(lang, key, &[]) == text);
    key.map_or_else(|| text.to_owned(), |key| format!("={key}"))
}

fn without_contact(text: &str) -> Result<(), &'static str> {
    if has_contact(text) { Err("wrong-contact-told") } else { Ok(()) }
}

/// An employer invites somebody who applied; the session's subject is the application.
pub(super) fn invite() -> Form {
    let at = Kind::Choice {
        choices: Arc::new(|_| {
            let hour = |hour: i8| Choice::new(format!("{hour:02}:00"), format!("{hour}:00"));
            Menu::flat((8..=19).map(hour).collect())
        }),
        columns: 4,
        read: Some(Arc::new(|text, _| time_of_day(text).map(|time| time.strftime("%H:%M").to_string()))),
    };
    let place = Kind::Text {
        choices: Arc::new(|ask| lists::keyed(ask, "invite-at", PLACES)),
        most: 150,
        check: Arc::new(without_contact),
    };
    let questions = vec![
        Question::new("day", Kind::Date { choices: Arc::new(next_days), least: 0, most: 60 }),
        Question::new("time", at).wrong("wrong-time"),
        Question::new("where", place),
    ];
    Form {
        id: super::INVITE,
        questions,
        texts: super::INVITE,
        summary: false,
        may_leave: true,
        single: false,
        restart_keeps: None,
    }
}

fn next_days(ask: &Ask<'_>) -> Menu {
    let day = |days: i64| {
        let date = ask.today.checked_add(days.days()).ok()?;
        Some(Choice::new(date.to_string(), describe::day(ask.world, date, ask.lang)))
    };
    Menu::flat((1..=6).filter_map(day).collect())
}

/// The invitation that the answers describe; `None` while something is missing.
#[must_use]
pub fn invitation(answers: &Answers) -> Option<Invitation> {
    let time: Time = answers.one("time")?.parse().ok()?;
    Some(Invitation { at: answers.date("day")?.to_datetime(time), place: answers.text("where")?.to_owned() })
}
