//! Forms of the operators: look somebody up, write a note or a tag, show a number, announce something.

use super::lists;
use crate::chat::describe;
use crate::chat::form::{Ask, Choice, Form, Group, Kind, Menu, Question};
use crate::classify::{Axis, Classification};
use std::sync::Arc;

/// Characters of a note at most.
const NOTE_MOST: usize = 500;
/// Characters of a tag at most.
const TAG_MOST: usize = 24;
/// Characters of an announcement at most.
const ANNOUNCEMENT_MOST: usize = 1000;
/// The audience of everybody.
const ALL: &str = "all";
/// The audiences that are asked for most: newcomers to be trained, those far from home, those who earn little.
const FRONT: [&str; 4] = [ALL, "experience.novice", "geography.elsewhere", "income.low"];

/// To whom an announcement goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Every registered worker.
    All,
    /// Those with a label, for whichever trade; nobody who asked not to be classified.
    Label(Axis, String),
}

impl Audience {
    /// The audience with an id: `all`, `experience.novice`.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        if id == ALL {
            return Some(Self::All);
        }
        let (axis, value) = id.split_once('.')?;
        let axis = describe::AXES.into_iter().find(|one| describe::axis_id(*one) == axis)?;
        Some(Self::Label(axis, value.to_owned()))
    }

    /// Whether somebody with these labels belongs to it; `None` for who is not classified.
    #[must_use]
    pub fn takes(&self, classification: Option<&Classification>) -> bool {
        match self {
            Self::All => true,
            Self::Label(axis, value) => classification.is_some_and(|labels| labels.has(*axis, value)),
        }
    }
}

/// Why a phone number is shown; the codes stand in the audit log.
pub const REVEAL_REASONS: [&str; 4] = ["callback", "report", "registration", "danger"];

/// Whether only operators fill in the form.
#[must_use]
pub fn is_staff(form: &str) -> bool {
    [super::REFUSE, super::FIND, super::NOTE, super::TAG, super::REVEAL, super::ANNOUNCE].contains(&form)
}

pub(super) fn forms() -> Vec<Form> {
    vec![
        one(super::FIND, text("text", 64)),
        one(super::NOTE, text("text", NOTE_MOST)),
        one(super::TAG, text("text", TAG_MOST)),
        one(
            super::REVEAL,
            Question::new(
                "reason",
                Kind::Choice {
                    choices: Arc::new(|ask| lists::keyed(ask, "reveal-reason", REVEAL_REASONS)),
                    columns: 1,
                    read: None,
                },
            ),
        ),
        announce(),
    ]
}

fn one(id: &'static str, question: Question) -> Form {
    let questions = vec![question];
    Form { id, questions, texts: id, summary: false, may_leave: true, single: false, restart_keeps: None }
}

fn text(id: &'static str, most: usize) -> Question {
    let kind = Kind::Text { choices: Arc::new(|_| Menu::default()), most, check: Arc::new(|_| Ok(())) };
    Question::new(id, kind)
}

fn announce() -> Form {
    let audience = Kind::Choice { choices: Arc::new(audiences), columns: 1, read: None };
    Form {
        id: super::ANNOUNCE,
        questions: vec![Question::new("audience", audience).strict(), text("text", ANNOUNCEMENT_MOST)],
        texts: super::ANNOUNCE,
        summary: true,
        may_leave: true,
        single: false,
        restart_keeps: None,
    }
}

/// The usual audiences in front, every label behind its axis.
fn audiences(ask: &Ask<'_>) -> Menu {
    let mut menu = lists::keyed(ask, "audience", ["all", "training", "support", "help"]);
    for (choice, id) in menu.front.iter_mut().zip(FRONT) {
        id.clone_into(&mut choice.id);
    }
    let group = |axis: Axis| Group {
        id: describe::axis_id(axis).to_owned(),
        text: describe::axis_name(ask.world, axis, ask.lang),
        choices: describe::groups(ask.world, axis)
            .into_iter()
            .map(|(id, value)| Choice::new(id, describe::group_name(ask.world, axis, &value, ask.lang)))
            .collect(),
    };
    menu.groups = describe::AXES.map(group).into();
    menu
}

/// An audience in words, as plain text.
#[must_use]
pub fn audience_name(ask: &Ask<'_>, id: &str) -> String {
    audiences(ask).choice(id).map_or_else(|| id.to_owned(), |choice| choice.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Answers, World};
    use crate::classify::{RulePack, classify};
    use crate::domain::{Experience, Home, Profile};

    fn world() -> World {
        World::embedded(RulePack::embedded("cn").unwrap()).unwrap()
    }

    #[test]
    fn every_audience_can_be_read_named_and_tapped() {
        let world = world();
        for lang in world.texts.languages() {
            let answers = Answers::default();
            let today = jiff::civil::date(2026, 11, 24);
            let ask = Ask { world: &world, lang, today, answers: &answers, name: "" };
            let menu = audiences(&ask);
            assert!(menu.all().count() > 40);
            for choice in menu.all() {
                assert!(Audience::of_id(&choice.id).is_some(), "{}", choice.id);
                assert!(
                    !choice.text.contains("group-") && !choice.text.contains("audience-"),
                    "{lang}: {}",
                    choice.text
                );
                assert!(choice.id.len() < 40, "{} does not fit into a button", choice.id);
            }
        }
        for wrong in ["", "everybody", "age", "sex.male", "experience"] {
            assert_eq!(Audience::of_id(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_audience_takes_those_with_the_label_only() {
        let (world, today) = (world(), jiff::civil::date(2026, 11, 24));
        let novice = Profile {
            trades: vec![Experience { trade: "electrician".into(), months: Some(3) }],
            home: Some(Home::Elsewhere),
            ..Profile::default()
        };
        let labels = classify(&novice, &world.taxonomy, &world.pack, today);
        for (id, labelled, hidden) in [
            ("all", true, true),
            ("experience.novice", true, false),
            ("experience.veteran", false, false),
            ("geography.elsewhere", true, false),
            ("geography.local", false, false),
            ("industry.construction", true, false),
            ("income.low", false, false),
        ] {
            let audience = Audience::of_id(id).unwrap();
            assert_eq!(audience.takes(Some(&labels)), labelled, "{id}");
            assert_eq!(audience.takes(None), hidden, "{id}, not classified");
        }
    }
}
