//! Random forms under random deeds, restarts and new versions.

use super::tests::{WORLD, asker, deed, done, stands};
use super::*;
use crate::chat::form::{Choice, Choices, Menu, Question, Words};
use crate::chat::tap;
use crate::domain::Names;
use proptest::prelude::*;
use std::sync::Arc;

const IDS: [&str; 8] = ["q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7"];

/// A question of a random form.
#[derive(Debug, Clone)]
struct Plan {
    kind: u8,
    /// Asked only when this earlier question was answered.
    after: Option<usize>,
    may_skip: bool,
    optional: bool,
    choices: usize,
}

fn plan() -> impl Strategy<Value = Plan> {
    (0_u8..8, prop::option::of(0_usize..7), any::<bool>(), prop::bool::weighted(0.15), 1_usize..30).prop_map(
        |(kind, after, may_skip, optional, choices)| Plan { kind, after, may_skip, optional, choices },
    )
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    prop::collection::vec(plan(), 1..=IDS.len())
}

fn kind(plan: &Plan) -> Kind {
    let count = plan.choices;
    let choices: Choices = Arc::new(move |ask| {
        let day = |at: usize| ask.today.checked_add(jiff::Span::new().days(at as i64)).unwrap();
        Menu::flat((1..=count).map(|at| Choice::new(at.to_string(), format!("{}", day(at)))).collect())
    });
    let days: Choices = Arc::new(move |ask| {
        let day = |at: usize| ask.today.checked_add(jiff::Span::new().days(at as i64)).unwrap().to_string();
        Menu::flat((0..count).map(|at| Choice::new(day(at), day(at))).collect())
    });
    let none: Choices = Arc::new(|_| Menu::default());
    match plan.kind {
        0 => Kind::Choice { choices, columns: 2, read: None },
        1 => Kind::Many { choices, columns: 3, least: 1, most: count, read: None, search: None },
        2 => Kind::Text { choices: none, most: 40, check: Arc::new(|_| Ok(())) },
        3 => {
            let read = Arc::new(|text: &str, _: &Ask<'_>| text.trim().parse().ok());
            Kind::Number { choices, columns: 4, least: 0, most: 9999, read }
        }
        4 => Kind::Place,
        5 => Kind::Phone { typed: plan.choices > 15 },
        6 => Kind::Date { choices: days, least: 0, most: 400 },
        _ => Kind::Many { choices, columns: 1, least: 0, most: 3, read: None, search: None },
    }
}

fn form(plans: &[Plan], summary: bool) -> Form {
    let words = |at: usize| {
        let names: Names = [(Lang::EN, format!("question {at}"))].into();
        Words { text: names.clone(), name: names }
    };
    let question = |(at, plan): (usize, &Plan)| {
        let mut question = Question::new(IDS[at], kind(plan));
        question.words = Some(words(at));
        question.may_skip = plan.may_skip;
        question.optional = plan.optional;
        match plan.after.filter(|after| *after < at) {
            Some(after) => question.when(move |ask| ask.answers.has(IDS[after])),
            None => question,
        }
    };
    Form {
        id: "random",
        questions: plans.iter().enumerate().map(question).collect(),
        texts: "reg",
        summary,
        may_leave: true,
        single: false,
        restart_keeps: Some(&["q0"]),
    }
}

/// The questions that are answered.
fn answered_ones(session: &Session) -> Vec<&'static str> {
    IDS.into_iter().filter(|id| session.answers.has(id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn no_random_form_loses_an_answer_or_its_way(
        plans in plans(),
        summary in any::<bool>(),
        deeds in prop::collection::vec(deed(), 1..50),
    ) {
        let form = form(&plans, summary);
        let asker = asker(Lang::ZH);
        let mut session = begin(&form, &asker, None);
        for deed in deeds {
            if session.at == At::Summary && !summary {
                // Nothing at all is asked: the form ends at once.
                return Ok(());
            }
            stands(&form, &session, &asker);
            let stored = serde_json::to_string(&session).unwrap();
            session = serde_json::from_str(&stored).unwrap();
            mend(&form, &mut session, &asker);
            let before = session.clone();
            match done(&form, &mut session, &deed, &asker) {
                Some(Outcome::Answered(id)) => {
                    prop_assert!(session.answers.has(&id));
                    for earlier in answered_ones(&before) {
                        prop_assert!(session.answers.has(earlier), "{} is lost", earlier);
                    }
                    if before.editing {
                        continue;
                    }
                    let mut back = session.clone();
                    let data = tap::data(&session, &Action::Back);
                    let outcome = step(&form, &mut back, &Event::Tap(tap::read(&data).unwrap()), &asker);
                    prop_assert_eq!(outcome, Outcome::Moved);
                    prop_assert_eq!(back.question(), Some(id.as_str()), "back goes to the question before");
                    let mut expected = answered_ones(&session);
                    expected.retain(|answered| *answered != id);
                    prop_assert_eq!(answered_ones(&back), expected, "back undoes one answer");
                }
                None | Some(Outcome::Wrong(_) | Outcome::Stale) => prop_assert_eq!(&session, &before),
                Some(Outcome::Moved) => prop_assert!(session.revision != before.revision),
                Some(Outcome::Finished | Outcome::Left) => return Ok(()),
            }
        }
    }

    #[test]
    fn a_new_version_finds_everybody_a_question_and_keeps_what_was_said(
        old in plans(),
        new in plans(),
        deeds in prop::collection::vec(deed(), 1..30),
    ) {
        let (old, new) = (form(&old, true), form(&new, true));
        let asker = asker(Lang::EN);
        let mut session = begin(&old, &asker, None);
        for deed in deeds {
            if matches!(done(&old, &mut session, &deed, &asker), Some(Outcome::Finished | Outcome::Left)) {
                return Ok(());
            }
            let mut moved = session.clone();
            mend(&new, &mut moved, &asker);
            stands(&new, &moved, &asker);
            prop_assert_eq!(answered_ones(&moved), answered_ones(&session));
            // And the screen can be shown, with every button within Telegram's limits.
            super::tests::buttons(&new, &moved, &asker);
        }
        prop_assert!(WORLD.forms.get("random").is_none());
    }
}
