//! What operators see: what waits, people, the team. The cards of persons, broadcasts, figures and the log
//! have files of their own.

mod figures;
mod log;
mod person;
mod runs;

pub use figures::{FigureCard, figures};
pub use log::{LogLine, SubjectKind, log, subject_kind};
pub use person::{Application, PersonCard, person_card, phone_shown, tag_card};
pub use runs::{
    RunLine, announced, announcement, announcement_preview, announcement_report, runs, shortened, stopped,
};

use super::Lines;
use crate::chat::{Button, Message, Tone, World};
use crate::domain::{JobId, JobState, Lang, PersonId};
use crate::i18n::Arg;

/// A button with a text of `locales/`.
fn button(world: &World, lang: Lang, key: &str, data: impl Into<String>) -> Button {
    Button::new(world.texts.say(lang, key, &[]), data)
}

/// The way back to the operators' menu.
fn back(world: &World, lang: Lang) -> Vec<Button> {
    vec![button(world, lang, "staff-back", "op:menu")]
}

/// A text with the way back under it.
#[must_use]
pub fn plain(world: &World, lang: Lang, key: &str) -> Message {
    Message::inline(world.texts.say(lang, key, &[]), vec![back(world, lang)])
}

/// What waits, in numbers: employers, jobs, broadcasts; and what there is to do.
#[must_use]
pub fn staff_menu(world: &World, lang: Lang, waiting: i64, cases: i64, running: i64) -> Message {
    let mut rows = Vec::new();
    for (key, count, data) in [
        ("staff-waiting", waiting, "op:wait"),
        ("staff-cases-count", cases, "op:cases"),
        ("staff-running", running, "op:runs"),
    ] {
        if count > 0 {
            let text = world.texts.say(lang, key, &[("count", Arg::from(count))]);
            rows.push(vec![Button::new(text, data)]);
        }
    }
    let key = if rows.is_empty() { "staff-menu-nothing" } else { "staff-menu" };
    let row = |keys: [(&str, &str); 2]| keys.map(|(key, data)| button(world, lang, key, data)).to_vec();
    rows.push(row([("staff-find", "op:find"), ("staff-say", "op:say")]));
    rows.push(row([("staff-figures", "op:fig:7"), ("staff-log", "op:log:0")]));
    rows.push(vec![button(world, lang, "staff-team", "op:team")]);
    Message::inline(world.texts.say(lang, key, &[]), rows)
}

/// Jobs that are held or reported: number, title, state.
#[must_use]
pub fn cases(world: &World, lang: Lang, jobs: &[(JobId, String, JobState)]) -> Message {
    let key = if jobs.is_empty() { "staff-cases-none" } else { "staff-cases" };
    let mut rows: Vec<Vec<Button>> = jobs
        .iter()
        .map(|(id, title, state)| {
            let state = world.texts.say(lang, &format!("job-{}", state.word()), &[]);
            vec![Button::new(format!("{id} · {title} · {state}"), format!("op:j:{id}"))]
        })
        .collect();
    rows.push(back(world, lang));
    Message::inline(world.texts.say(lang, key, &[]), rows)
}

/// People who may be meant: number and name, each with its button; `how` is how they were found.
#[must_use]
pub fn found(world: &World, lang: Lang, people: &[(PersonId, String)], more: bool, how: &str) -> Message {
    let key = match (people.is_empty(), more) {
        (true, _) => "staff-found-none",
        (false, false) => "staff-found",
        (false, true) => "staff-found-more",
    };
    let mut rows: Vec<Vec<Button>> = people
        .iter()
        .map(|(id, name)| vec![Button::new(format!("{name} · {id}"), format!("op:p:{id}:{how}"))])
        .collect();
    rows.push(vec![button(world, lang, "staff-find-again", "op:find")]);
    rows.push(back(world, lang));
    Message::inline(world.texts.say(lang, key, &[("count", Arg::from(people.len()))]), rows)
}

/// Asks again before something is done: `yes` is the button's data.
#[must_use]
pub fn sure(world: &World, lang: Lang, key: &str, name: &str, yes: String, no: String) -> Message {
    let html = world.texts.say(lang, key, &[("name", name.into())]);
    let yes = button(world, lang, "staff-sure-yes", yes).tone(Tone::Bad);
    Message::inline(html, vec![vec![yes], vec![button(world, lang, "staff-sure-no", no)]])
}

/// A text about somebody, with the way back.
#[must_use]
pub fn about(world: &World, lang: Lang, key: &str, name: &str) -> Message {
    Message::inline(world.texts.say(lang, key, &[("name", name.into())]), vec![back(world, lang)])
}

/// The operators: those of the settings, and those who were made one, with whether they may be removed.
#[must_use]
pub fn team(
    world: &World,
    lang: Lang,
    named: &[(PersonId, String)],
    added: &[(PersonId, String)],
) -> Message {
    let mut lines = Lines::new(world, lang);
    let mut rows = Vec::new();
    lines.say("staff-team-title", &[]);
    lines.gap();
    let mut line = |key: &str, id: PersonId, name: &str| {
        lines.say(key, &[("name", name.into()), ("id", Arg::Html(id.to_string()))]);
    };
    for (id, name) in named {
        line("staff-team-named", *id, name);
    }
    for (id, name) in added {
        line("staff-team-added", *id, name);
        let text = world.texts.say(lang, "staff-team-drop", &[("name", name.into())]);
        rows.push(vec![Button::new(unescaped(&text), format!("op:drop:{id}"))]);
    }
    lines.gap();
    lines.say("staff-team-how", &[]);
    rows.push(vec![button(world, lang, "staff-find", "op:find")]);
    rows.push(back(world, lang));
    Message::inline(lines.text(), rows)
}

/// Buttons show plain text: what was escaped for a message is written out again.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// What another operator decided about an employer.
#[must_use]
pub fn decided_by(world: &World, lang: Lang, company: &str, reason: Option<&str>, name: &str) -> Message {
    let key = if reason.is_some() { "staff-refused-by" } else { "staff-approved-by" };
    let args =
        [("name", name.into()), ("company", company.into()), ("reason", reason.unwrap_or_default().into())];
    Message::text(world.texts.say(lang, key, &args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_shows_what_was_typed() {
        assert_eq!(unescaped(&crate::i18n::escape("<b>&amp;")), "<b>&amp;");
    }
}
