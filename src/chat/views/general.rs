//! Menus, languages, plain texts.

use crate::chat::EmployerState;
use crate::chat::{Button, Keyboard, Message, Person, World};
use crate::domain::Lang;
use crate::i18n::Arg;

/// A text without buttons; `$age` in it is the pack's minimum age.
#[must_use]
pub fn say(world: &World, lang: Lang, key: &str) -> Message {
    let args = [("age", Arg::from(world.pack.legal.minimum_age))];
    Message::text(world.texts.say(lang, key, &args))
}

/// What a person is, which decides what the menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one person may be any of these at once")]
pub struct Roles {
    /// Finished the core form.
    pub worker: bool,
    /// May post jobs.
    pub approved: bool,
    /// Applied as an employer, whatever came of it.
    pub employer: bool,
    /// Works for the agency.
    pub operator: bool,
}

impl Roles {
    /// What a person is.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            worker: person.worker.as_ref().is_some_and(|worker| worker.registered),
            approved: person.employer.as_ref().is_some_and(|e| matches!(e.state, EmployerState::Approved(_))),
            employer: person.employer.is_some(),
            operator: person.operator,
        }
    }
}

/// A text with every command that makes sense for the person as a button under it.
#[must_use]
pub fn menu(world: &World, lang: Lang, key: &str, roles: Roles) -> Message {
    let mut buttons = Vec::new();
    let mut add = |command: &str| {
        let text = world.texts.say(lang, &format!("menu-{command}"), &[]);
        buttons.push(Button::new(text, format!("m:{command}")));
    };
    if roles.operator {
        add("admin");
    }
    if roles.worker {
        add("jobs");
        add("profile");
        add("pause");
    } else if !roles.operator {
        add("reg");
    }
    if roles.approved {
        add("post");
    }
    if roles.employer {
        add("myjobs");
    }
    if !roles.approved && !roles.operator {
        add("employer");
    }
    add("language");
    add("privacy");
    add("help");
    let rows = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    Message::inline(world.texts.say(lang, key, &[]), rows)
}

/// A button for every language but the one that is spoken; each in its own words.
fn language_buttons(world: &World, except: Option<Lang>) -> Vec<Vec<Button>> {
    let buttons: Vec<Button> = world
        .texts
        .languages()
        .filter(|lang| Some(*lang) != except)
        .map(|lang| Button::new(world.texts.say(lang, "language-name", &[]), format!("l:{lang}")))
        .collect();
    buttons.chunks(3).map(<[Button]>::to_vec).collect()
}

/// The choice of a language.
#[must_use]
pub fn languages(world: &World, lang: Lang) -> Message {
    Message::inline(world.texts.say(lang, "language-choose", &[]), language_buttons(world, None))
}

/// Puts the other languages under a message's buttons.
pub fn add_languages(world: &World, lang: Lang, message: &mut Message) {
    if let Keyboard::Inline(rows) = &mut message.keyboard {
        rows.extend(language_buttons(world, Some(lang)));
    }
}
