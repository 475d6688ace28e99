//! Whatever happens to a form, it stands at a question that is asked or at its end, and loses nothing.

use super::*;
use crate::chat::forms;
use crate::chat::message::Keyboard;
use crate::chat::page::{Around, render};
use crate::chat::tap;
use crate::classify::RulePack;
use proptest::prelude::*;
use std::sync::LazyLock;

pub(super) static WORLD: LazyLock<World> =
    LazyLock::new(|| World::embedded(RulePack::embedded("cn").unwrap()).unwrap());

pub(super) fn asker(lang: Lang) -> Asker<'static> {
    Asker { world: &WORLD, lang, today: jiff::civil::date(2026, 11, 24), name: "李强 <b>&" }
}

/// Something that a person may do.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// Taps one of the buttons that are shown, counted from the first.
    Button(usize),
    /// Sends callback data, whether a button carries it or not.
    Data(String),
    Text(String),
    Point(f64, f64),
    Phone(bool),
    Unreadable(Thing),
}

pub(super) fn deed() -> impl Strategy<Value = Deed> {
    let texts = [
        "李强",
        "1982",
        "40",
        "电工",
        "焊工、电工",
        "8年",
        "深圳",
        "朝阳",
        "Москва",
        "6000",
        "350一天",
        "返回",
        "91350100M000100Y43",
        "6000-8000",
        "长期 · 全职",
        "白班",
        "不同意",
        "",
        "🙂",
    ];
    prop_oneof![
        12 => (0_usize..60).prop_map(Deed::Button),
        6 => prop::sample::select(texts.to_vec()).prop_map(|text| Deed::Text(text.to_owned())),
        2 => ".{0,30}".prop_map(Deed::Text),
        1 => "f:[a-z]{0,6}:[a-z!]{0,6}:[0-9]{0,3}:[=+.>^@<*!~x][a-z0-9]{0,8}".prop_map(Deed::Data),
        1 => ".{0,64}".prop_map(Deed::Data),
        1 => (-95.0..95.0, -185.0..185.0).prop_map(|(lat, lon)| Deed::Point(lat, lon)),
        1 => any::<bool>().prop_map(Deed::Phone),
        1 => prop::sample::select(vec![Thing::Picture, Thing::Voice, Thing::Sticker, Thing::Forwarded, Thing::Other])
            .prop_map(Deed::Unreadable),
    ]
}

/// The callback data of all buttons that are shown, and the texts of a keyboard in place of the phone's.
pub(super) fn buttons(form: &Form, session: &Session, asker: &Asker<'_>) -> Vec<String> {
    let message = render(form, session, asker, &Around::default());
    assert!(message.html.chars().count() <= 4096);
    match message.keyboard {
        Keyboard::Inline(rows) => {
            let all: Vec<String> = rows.into_iter().flatten().map(|button| button.data).collect();
            assert!(all.len() <= 100, "{} buttons", all.len());
            assert!(all.iter().all(|data| (1..=64).contains(&data.len())), "{all:?}");
            all
        }
        _ => Vec::new(),
    }
}

pub(super) fn done(form: &Form, session: &mut Session, deed: &Deed, asker: &Asker<'_>) -> Option<Outcome> {
    let shown = buttons(form, session, asker);
    let data = match deed {
        Deed::Button(at) if !shown.is_empty() => Some(shown[at % shown.len()].clone()),
        Deed::Data(data) => Some(data.clone()),
        _ => None,
    };
    let event = match (&data, deed) {
        (Some(data), _) => Event::Tap(tap::read(data)?),
        (_, Deed::Text(text)) => Event::Text(text),
        (_, Deed::Point(lat, lon)) => Event::Point(Point::new(*lat, *lon)?),
        (_, Deed::Phone(own)) => Event::Phone("+8613800000000", *own),
        (_, Deed::Unreadable(thing)) => Event::Unreadable(*thing),
        _ => Event::Text(""),
    };
    Some(step(form, session, &event, asker))
}

/// The session stands at a question that is asked, or at its end with every question answered.
pub(super) fn stands(form: &Form, session: &Session, asker: &Asker<'_>) {
    let ask = asker.ask(&session.answers);
    match &session.at {
        At::Question(id) => {
            let question = form.question(id).unwrap_or_else(|| panic!("there is no question {id}"));
            assert!((question.when)(&ask), "{id} is not asked");
        }
        At::Summary | At::EditList => {
            assert!(form.next(&ask).is_none(), "the end before {:?}", form.next(&ask).map(|q| q.id));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_form_always_has_a_next_question_or_an_end(
        which in 0_usize..8,
        deeds in prop::collection::vec((deed(), any::<bool>()), 1..60),
    ) {
        let form = &WORLD.forms.all()[which % WORLD.forms.all().len()];
        let mut lang = Lang::ZH;
        let mut session = begin(form, &asker(lang), Some(crate::chat::Subject::One(7)));
        for (deed, switch) in deeds {
            if switch {
                lang = if lang == Lang::ZH { Lang::EN } else { Lang::ZH };
            }
            let asker = asker(lang);
            // As after a restart: the session comes back from the store, and is brought in order.
            let stored = serde_json::to_string(&session).unwrap();
            let mut restored: Session = serde_json::from_str(&stored).unwrap();
            prop_assert_eq!(&restored, &session);
            mend(form, &mut restored, &asker);
            prop_assert_eq!(&restored, &session);
            let before = session.clone();
            match done(form, &mut session, &deed, &asker) {
                None => prop_assert_eq!(&session, &before),
                Some(Outcome::Wrong(_) | Outcome::Stale) => prop_assert_eq!(&session, &before),
                Some(Outcome::Answered(id)) => {
                    prop_assert!(session.answers.has(&id));
                    prop_assert!(session.revision != before.revision);
                }
                Some(Outcome::Moved) => prop_assert!(session.revision != before.revision),
                Some(Outcome::Finished | Outcome::Left) => return Ok(()),
            }
            stands(form, &session, &asker);
        }
    }

    #[test]
    fn back_undoes_exactly_one_answer(deeds in prop::collection::vec(deed(), 1..40)) {
        let form = WORLD.forms.get(forms::REGISTER).unwrap();
        let asker = asker(Lang::ZH);
        let mut session = begin(form, &asker, None);
        for deed in deeds {
            let before = session.clone();
            if let Some(Outcome::Answered(id)) = done(form, &mut session, &deed, &asker)
                && !before.editing
            {
                if session.at == At::Summary {
                    continue;
                }
                let mut back = session.clone();
                let data = tap::data(&session, &Action::Back);
                let tap = tap::read(&data).unwrap();
                prop_assert_eq!(step(form, &mut back, &Event::Tap(tap), &asker), Outcome::Moved);
                prop_assert_eq!(back.question(), Some(id.as_str()));
                let mut answers = session.answers.clone();
                answers.remove(&id);
                prop_assert_eq!(&back.answers, &answers, "only that answer is open again");
            }
        }
    }
}
