//! Who acts for a company: its card, and how people come and go.

use super::Lines;
use crate::chat::{Button, Employer, Message, Tone, World};
use crate::domain::{EmployerId, Lang, PersonId};
use crate::i18n::Arg;

/// Somebody who acts for the company, or asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// The name on Telegram.
    pub name: String,
    /// Whether they act for it already.
    pub inside: bool,
    /// Whether they decide who does.
    pub founder: bool,
    /// Whether it is the reader.
    pub own: bool,
}

fn named(world: &World, lang: Lang, key: &str, name: &str, company: &str) -> String {
    let name = if name.trim().is_empty() { "?" } else { name };
    world.texts.say(lang, key, &[("name", name.into()), ("company", company.into())])
}

/// What a button says, which is no HTML.
fn button_text(world: &World, lang: Lang, key: &str, name: &str) -> String {
    let name = if name.trim().is_empty() { "?" } else { name };
    world.texts.say(lang, key, &[("name", Arg::Html(name.to_owned()))])
}

/// The company, who acts for it, and what the reader can do about that. `news` is a locale key with the
/// variables `$name` and `$company`, and the name.
#[must_use]
pub fn company(
    world: &World,
    lang: Lang,
    employer: &Employer,
    people: &[Colleague],
    link: Option<&str>,
    news: Option<(&str, &str)>,
) -> Message {
    let name = employer.company.name.as_str();
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut lines = Lines::new(world, lang);
    if let Some((key, who)) = news {
        lines.raw(named(world, lang, key, who, name));
        lines.gap();
    }
    lines.say("company-title", &[("company", name.into())]);
    lines.say("employer-approved", &[]);
    lines.gap();
    lines.say("company-people", &[]);
    let mut rows = Vec::new();
    for one in people {
        let key = match (one.inside, one.founder, one.own) {
            (false, ..) => "company-asked",
            (true, true, true) => "company-founder-own",
            (true, true, false) => "company-founder",
            (true, false, true) => "company-member-own",
            (true, false, false) => "company-member",
        };
        lines.raw(named(world, lang, key, &one.name, name));
        if !employer.founder || one.own {
            continue;
        }
        if one.inside {
            let text = button_text(world, lang, "button-member-remove", &one.name);
            rows.push(vec![Button::new(text, format!("co:out:{}:{}", employer.id, one.person))]);
        } else {
            rows.push(answer_row(world, lang, employer.id, one.person, &one.name));
        }
    }
    if let Some(link) = link {
        lines.gap();
        lines.say("company-link", &[("link", link.into())]);
    }
    rows.push(vec![Button::new(text("menu-post"), "m:post"), Button::new(text("menu-myjobs"), "m:myjobs")]);
    if !employer.founder {
        rows.push(vec![Button::new(text("button-leave-company"), format!("co:leave:{}", employer.id))]);
    }
    rows.push(vec![Button::new(text("menu-help"), "m:help")]);
    Message::inline(lines.text(), rows)
}

fn answer_row(world: &World, lang: Lang, employer: EmployerId, person: PersonId, name: &str) -> Vec<Button> {
    let button = |key: &str, what: &str| {
        Button::new(button_text(world, lang, key, name), format!("co:{what}:{employer}:{person}"))
    };
    vec![
        button("button-member-yes", "yes").tone(Tone::Good),
        button("button-member-no", "no").tone(Tone::Bad),
    ]
}

/// To whoever opened a company's link: whether they want to act for it.
#[must_use]
pub fn invited(world: &World, lang: Lang, id: EmployerId, company: &str) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let rows = vec![
        vec![Button::new(text("button-in-yes"), format!("co:in:{id}")).tone(Tone::Good)],
        vec![Button::new(text("button-in-no"), "co:not")],
    ];
    Message::inline(world.texts.say(lang, "company-invited", &[("company", company.into())]), rows)
}

/// A text with the variable `$company`.
#[must_use]
pub fn asked_in(world: &World, lang: Lang, key: &str, company: &str) -> Message {
    Message::text(named(world, lang, key, "", company))
}

/// To whoever was let in.
#[must_use]
pub fn you_are_in(world: &World, lang: Lang, company: &str) -> Message {
    let button = |command: &str| {
        let text = world.texts.say(lang, &format!("menu-{command}"), &[]);
        Button::new(text, format!("m:{command}"))
    };
    let html = named(world, lang, "company-you-are-in", "", company);
    Message::inline(html, vec![vec![button("post"), button("myjobs")]])
}

/// To the founder: somebody acts for the company no longer.
#[must_use]
pub fn member_left(world: &World, lang: Lang, name: &str, company: &str) -> Message {
    Message::text(named(world, lang, "member-left-news", name, company))
}

/// To the founder: somebody wants to act for the company.
#[must_use]
pub fn wants_in(
    world: &World,
    lang: Lang,
    id: EmployerId,
    company: &str,
    person: PersonId,
    name: &str,
) -> Message {
    let row = answer_row(world, lang, id, person, name);
    Message::inline(named(world, lang, "company-wants-in", name, company), vec![row])
}

/// Whether somebody is really to be removed.
#[must_use]
pub fn remove_sure(world: &World, lang: Lang, id: EmployerId, person: PersonId, name: &str) -> Message {
    let text = named(world, lang, "member-remove-sure", name, "");
    sure(world, lang, text, "button-remove-sure", format!("co:out:{id}:{person}:yes"))
}

/// Whether one really leaves.
#[must_use]
pub fn leave_sure(world: &World, lang: Lang, id: EmployerId, company: &str) -> Message {
    let text = named(world, lang, "member-leave-sure", "", company);
    sure(world, lang, text, "button-leave-sure", format!("co:leave:{id}:yes"))
}

fn sure(world: &World, lang: Lang, text: String, key: &str, data: String) -> Message {
    let yes = Button::new(world.texts.say(lang, key, &[]), data).tone(Tone::Bad);
    let no = Button::new(world.texts.say(lang, "button-back", &[]), "co");
    Message::inline(text, vec![vec![yes], vec![no]])
}
