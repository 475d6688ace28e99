//! Forms of one question.

use super::lists;
use crate::chat::form::{Ask, Choice, Form, Kind, Menu, Question};
use crate::i18n::Arg;
use jiff::ToSpan as _;
use std::sync::Arc;

/// A form of one question, which may be left.
pub(super) fn form(id: &'static str, question: Question) -> Form {
    let questions = vec![question];
    Form { id, questions, texts: id, summary: false, may_leave: true, single: false, restart_keeps: None }
}

/// A worker shares the number for the job that is the session's subject.
pub(super) fn share() -> Form {
    form(super::SHARE, Question::new("phone", Kind::Phone { typed: false }))
}

/// An operator says why the employer that is the session's subject is refused.
pub(super) fn refuse() -> Form {
    let kind = Kind::Text {
        choices: Arc::new(|ask| lists::keyed(ask, "refuse-reason", ["licence", "unreachable", "fees"])),
        most: 200,
        check: Arc::new(|_| Ok(())),
    };
    form(super::REFUSE, Question::new("reason", kind))
}

/// A worker says until when no offers are wanted.
pub(super) fn pause() -> Form {
    form(
        super::PAUSE,
        Question::new("until", Kind::Date { choices: Arc::new(later_days), least: 1, most: 366 }),
    )
}

fn later_days(ask: &Ask<'_>) -> Menu {
    let day = |weeks: i64| {
        let date = ask.today.checked_add(weeks.weeks()).ok()?;
        let text = ask.world.texts.say(ask.lang, "in-weeks", &[("count", Arg::from(weeks))]);
        Some(Choice::new(date.to_string(), text))
    };
    Menu::flat([2, 4, 8, 12].into_iter().filter_map(day).collect())
}
