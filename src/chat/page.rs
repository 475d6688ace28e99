//! A screen of a form as a message: the card, the question, the buttons.

mod told;

use super::engine::{Asker, Problem};
use super::form::{Ask, Choice, Form, Kind, Menu, Question};
use super::message::{Button, Keyboard, Message, ReplyButton, Tone};
use super::session::{At, Session, Subject};
use super::tap::{Action, data};
use super::{Answer, describe, forms};
use crate::domain::name_in;
use crate::i18n::{Arg, escape};
use told::{told_lines, told_rows};

/// Rows of choices on one page; more are paged.
const ROWS: usize = 8;

/// What stands around the question.
#[derive(Debug, Clone, Default)]
pub struct Around<'a> {
    /// Short lines above it: progress, what the last answer made of one.
    pub card: &'a str,
    /// Why the last input was no answer.
    pub problem: Option<Problem>,
    /// What stands above the buttons of the summary.
    pub summary: &'a str,
    /// Whether the person may begin again.
    pub restart: bool,
    /// Questions whose answers must be mended before the summary can be confirmed.
    pub mend: &'a [&'static str],
}

/// The message for the screen where the session stands.
#[must_use]
pub fn render(form: &Form, session: &Session, asker: &Asker<'_>, around: &Around<'_>) -> Message {
    let ask = asker.ask(&session.answers);
    let mut text = String::new();
    if let Some(problem) = around.problem {
        let args = [("least", Arg::from(problem.least)), ("most", Arg::from(problem.most))];
        if let Some(thing) = problem.got {
            text.push_str(&asker.world.texts.say(asker.lang, thing.key(), &[]));
            text.push('\n');
        }
        text.push_str(&asker.world.texts.say(asker.lang, problem.key, &args));
        text.push_str("\n\n");
    } else if !around.card.is_empty() {
        text.push_str(around.card);
        text.push_str("\n\n");
    }
    let keyboard = match (&session.at, session.question().and_then(|id| form.question(id))) {
        (At::Question(_), Some(question)) => {
            text.push_str(&told_lines(form, session, &ask));
            text.push_str(&question_text(form, question, session, &ask));
            let mut keyboard = question_keyboard(form, question, session, &ask);
            if let Keyboard::Inline(rows) = &mut keyboard {
                rows.extend(told_rows(form, session, &ask));
            }
            keyboard
        }
        (At::EditList, _) => {
            text.push_str(&say(&ask, "edit-which"));
            Keyboard::Inline(edit_rows(form, session, &ask))
        }
        _ => {
            text.push_str(around.summary);
            let mut rows = summary_rows(form, session, &ask, around.mend);
            if around.summary.is_empty() {
                text.push_str(told_lines(form, session, &ask).trim_end());
                rows.extend(told_rows(form, session, &ask));
            }
            Keyboard::Inline(rows)
        }
    };
    let mut message = Message { html: text, keyboard };
    let restart = (around.restart || session.at == At::EditList) && !changes_a_job(session);
    if let (true, Some(_), Keyboard::Inline(rows)) = (restart, form.restart_keeps, &mut message.keyboard) {
        rows.push(vec![Button::new(say(&ask, "button-restart"), data(session, &Action::Restart))]);
    }
    message
}

fn say(ask: &Ask<'_>, key: &str) -> String {
    ask.world.texts.say(ask.lang, key, &[])
}

fn question_text(form: &Form, question: &Question, session: &Session, ask: &Ask<'_>) -> String {
    if !session.candidates.is_empty() {
        return say(ask, "place-which");
    }
    if !session.found.is_empty() {
        return say(ask, "found-which");
    }
    question_words(form, question, ask)
}

/// A question in the words of the reader's language, as HTML.
#[must_use]
pub fn question_words(form: &Form, question: &Question, ask: &Ask<'_>) -> String {
    let trades = ask.answers.many("trades");
    let trade = trades.get(question.about).map(|id| describe::trade(ask.world, id, ask.lang));
    let papers = ask.answers.many("certificates");
    let paper = papers.get(question.about).map(|id| describe::certificate(ask.world, id, ask.lang));
    let args = [
        ("trade", Arg::from(trade.unwrap_or_default())),
        ("certificate", Arg::from(paper.unwrap_or_default())),
        ("currency", Arg::Html(describe::currency(ask.world, &describe::pay_currency(ask), ask.lang))),
        ("age", Arg::from(ask.world.pack.legal.minimum_age)),
    ];
    match &question.words {
        Some(words) => escape(name_in(&words.text, ask.lang)),
        None => ask.world.texts.say(ask.lang, &format!("{}-{}", form.texts, question.key), &args),
    }
}

/// A question's short name, as HTML.
#[must_use]
pub fn question_name(form: &Form, question: &Question, ask: &Ask<'_>) -> String {
    match &question.words {
        Some(words) => escape(name_in(&words.name, ask.lang)),
        None => say(ask, &format!("{}-{}-name", form.texts, question.key)),
    }
}

fn question_keyboard(form: &Form, question: &Question, session: &Session, ask: &Ask<'_>) -> Keyboard {
    match question.kind {
        Kind::Place if session.candidates.is_empty() => place_keyboard(question, ask),
        Kind::Phone { .. } => {
            let share = ReplyButton::Contact(say(ask, "button-share-number"));
            let rows = vec![vec![share], last_keys(question, ask)];
            Keyboard::Reply { rows, hint: None }
        }
        Kind::Place => {
            let mut rows: Vec<Vec<Button>> = session
                .candidates
                .iter()
                .enumerate()
                .map(|(at, place)| {
                    let label = describe::place(ask.world, place, ask.lang);
                    vec![Button::new(label, data(session, &Action::Candidate(at)))]
                })
                .collect();
            rows.push(vec![back_button(session, ask)]);
            Keyboard::Inline(rows)
        }
        _ => Keyboard::Inline(choice_rows(form, question, session, ask)),
    }
}

/// "Back", and "skip" where the question may be passed over.
fn last_keys(question: &Question, ask: &Ask<'_>) -> Vec<ReplyButton> {
    let mut keys = vec![ReplyButton::Text(say(ask, "button-back"))];
    if question.may_skip {
        keys.push(ReplyButton::Text(say(ask, question.skip_text.unwrap_or("button-skip"))));
    }
    keys
}

/// The location button and the places most people go to.
fn place_keyboard(question: &Question, ask: &Ask<'_>) -> Keyboard {
    let country = ask.world.pack.country.as_deref().unwrap_or("CN");
    let names: Vec<ReplyButton> = ask
        .world
        .places
        .popular(country)
        .iter()
        .filter_map(|id| ask.world.places.name(id, ask.lang))
        .map(ReplyButton::Text)
        .collect();
    let mut rows = vec![vec![ReplyButton::Location(say(ask, "button-share-location"))]];
    rows.extend(names.chunks(4).map(<[ReplyButton]>::to_vec));
    rows.push(last_keys(question, ask));
    Keyboard::Reply { rows, hint: Some(say(ask, "hint-place")) }
}

fn choice_rows(form: &Form, question: &Question, session: &Session, ask: &Ask<'_>) -> Vec<Vec<Button>> {
    let menu = question.menu(ask);
    let (columns, many) = match question.kind {
        Kind::Choice { columns, .. } | Kind::Number { columns, .. } | Kind::Range { columns, .. } => {
            (columns, false)
        }
        Kind::Many { columns, .. } => (columns, true),
        Kind::Date { .. } => (2, false),
        Kind::Text { .. } | Kind::Place | Kind::Phone { .. } => (1, false),
    };
    let mut rows = if !session.found.is_empty() {
        let found = session.found.iter().filter_map(|id| menu.choice(id));
        let buttons: Vec<Button> = found.map(|choice| choice_button(choice, many, session)).collect();
        buttons.chunks(columns.max(1)).map(<[Button]>::to_vec).collect()
    } else if menu.is_at_groups(session.group.as_deref(), session.page) {
        let groups: Vec<Button> = menu.groups.iter().map(|group| group_button(group, session)).collect();
        groups.chunks(if menu.front.is_empty() { 3 } else { 2 }).map(<[Button]>::to_vec).collect()
    } else {
        page_rows(&menu, columns.max(1), many, session, ask)
    };
    if let Some(key) = question.skip_text {
        rows.insert(0, vec![Button::new(say(ask, key), data(session, &Action::Skip))]);
    }
    if session.found.is_empty() && menu.has_more(session.group.as_deref(), session.page) {
        let own = format!("{}-{}-more", form.texts, question.key);
        let more = if ask.world.texts.has(ask.lang, &own) { own.as_str() } else { "button-more" };
        rows.push(vec![Button::new(say(ask, more), data(session, &Action::Page(1)))]);
    }
    if many {
        rows.push(done_row(question, session, ask));
    }
    if question.may_skip && question.skip_text.is_none() {
        rows.push(vec![Button::new(say(ask, "button-skip"), data(session, &Action::Skip))]);
    }
    if let Some(row) = leave_row(form, session, ask) {
        rows.push(row);
    }
    rows
}

fn page_rows(menu: &Menu, columns: usize, many: bool, session: &Session, ask: &Ask<'_>) -> Vec<Vec<Button>> {
    let choices = menu.shown(session.group.as_deref());
    let per_page = columns * ROWS;
    let pages = choices.len().div_ceil(per_page).max(1);
    let page = session.page.min(pages - 1);
    let shown = choices.iter().skip(page * per_page).take(per_page);
    let buttons: Vec<Button> = shown.map(|choice| choice_button(choice, many, session)).collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(columns).map(<[Button]>::to_vec).collect();
    if pages > 1 {
        let turn = |key: &str, to: usize| Button::new(say(ask, key), data(session, &Action::Page(to)));
        let mut row = Vec::new();
        if page > 0 {
            row.push(turn("button-page-back", page - 1));
        }
        if page + 1 < pages {
            row.push(turn("button-page-on", page + 1));
        }
        rows.push(row);
    }
    rows
}

fn choice_button(choice: &Choice, many: bool, session: &Session) -> Button {
    if !many {
        return Button::new(&choice.text, data(session, &Action::Take(&choice.id)));
    }
    let mark = if session.picked.contains(&choice.id) { "✅ " } else { "" };
    Button::new(format!("{mark}{}", choice.text), data(session, &Action::Toggle(&choice.id)))
}

/// A group shows how many of its choices are taken.
fn group_button(group: &super::form::Group, session: &Session) -> Button {
    let taken = group.choices.iter().filter(|choice| session.picked.contains(&choice.id)).count();
    let text = if taken > 0 { format!("{} ✅{taken}", group.text) } else { group.text.clone() };
    Button::new(text, data(session, &Action::Open(&group.id)))
}

fn done_row(question: &Question, session: &Session, ask: &Ask<'_>) -> Vec<Button> {
    let least = if let Kind::Many { least, .. } = question.kind { least } else { 0 };
    let count = session.picked.len();
    let (key, ready) = match count {
        0 if least == 0 => ("button-none", true),
        0 => ("button-done-empty", false),
        _ => ("button-done", true),
    };
    let text = ask.world.texts.say(ask.lang, key, &[("count", Arg::from(count))]);
    let button = Button::new(text, data(session, &Action::Done));
    vec![if ready { button.tone(Tone::Good) } else { button }]
}

fn back_button(session: &Session, ask: &Ask<'_>) -> Button {
    Button::new(say(ask, "button-back"), data(session, &Action::Back))
}

/// "Back" where there is something to go back to, "leave" where the form may be left.
fn leave_row(form: &Form, session: &Session, ask: &Ask<'_>) -> Option<Vec<Button>> {
    let open = session.group.is_some() || session.page > 0 || !session.found.is_empty();
    if open || session.editing || !session.path.is_empty() {
        return Some(vec![back_button(session, ask)]);
    }
    form.may_leave.then(|| vec![Button::new(say(ask, "button-leave"), data(session, &Action::Leave))])
}

/// Whether the form changes a job that is there already: it is not begun again from nothing.
fn changes_a_job(session: &Session) -> bool {
    session.form == forms::POST && matches!(session.subject, Some(Subject::One(_)))
}

/// "Confirm", or in its place what has to be mended first.
fn summary_rows(form: &Form, session: &Session, ask: &Ask<'_>, mend: &[&'static str]) -> Vec<Vec<Button>> {
    let usual = format!("{}-confirm", form.texts);
    let confirm = match form.id {
        _ if changes_a_job(session) => "edit-confirm",
        forms::REVISE => "revise-confirm",
        _ => &usual,
    };
    let mut last = vec![Button::new(say(ask, "button-edit"), data(session, &Action::EditList))];
    if form.may_leave {
        last.push(Button::new(say(ask, "button-leave"), data(session, &Action::Leave)));
    }
    let mut rows: Vec<Vec<Button>> = mend
        .iter()
        .filter_map(|id| form.question(id))
        .filter_map(|question| {
            let text = shortened(&format!("✏️ {}", edit_text(form, question, ask)?));
            Some(vec![Button::new(text, data(session, &Action::Edit(question.id))).tone(Tone::Good)])
        })
        .collect();
    if rows.is_empty() {
        rows.push(vec![Button::new(say(ask, confirm), data(session, &Action::Confirm)).tone(Tone::Good)]);
    }
    rows.push(last);
    rows
}

fn edit_rows(form: &Form, session: &Session, ask: &Ask<'_>) -> Vec<Vec<Button>> {
    let mut rows: Vec<Vec<Button>> = form
        .asked(ask)
        .filter(|question| question.id != "consent")
        .filter_map(|question| {
            let text = shortened(&edit_text(form, question, ask)?);
            Some(vec![Button::new(text, data(session, &Action::Edit(question.id)))])
        })
        .collect();
    rows.push(vec![Button::new(say(ask, "button-back"), data(session, &Action::EditList))]);
    rows
}

/// A question with its answer; of those that are asked only when wanted, what can be added.
fn edit_text(form: &Form, question: &Question, ask: &Ask<'_>) -> Option<String> {
    let name = question_name(form, question, ask);
    match ask.answers.get(question.id) {
        Some(Answer::Skipped) | None if question.optional => Some(format!("➕ {name}")),
        None => None,
        Some(answer) => Some(format!("{name}: {}", answer_text(question, answer, ask))),
    }
}

/// Button texts beyond this are cut by phones anyway.
fn shortened(text: &str) -> String {
    const MOST: usize = 48;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// An answer in words, as plain text.
#[must_use]
pub fn answer_text(question: &Question, answer: &Answer, ask: &Ask<'_>) -> String {
    let menu = question.menu(ask);
    let named = |id: &str| menu.choice(id).map_or_else(|| id.to_owned(), |choice| choice.text.clone());
    match answer {
        Answer::One(id) => match id.split_once(':') {
            Some((unit, sum)) if menu.choice(id).is_none() => describe::ask_id(ask, unit, sum),
            _ => named(id),
        },
        Answer::Many(ids) if ids.is_empty() => say(ask, "none"),
        Answer::Many(ids) => ids.iter().map(|id| named(id)).collect::<Vec<_>>().join(&say(ask, "list-comma")),
        Answer::Text(text) | Answer::Phone(text, _) => text.clone(),
        Answer::Date(date) => date.to_string(),
        Answer::Skipped => say(ask, question.skip_text.unwrap_or("not-said")),
        Answer::Number(months) if matches!(question.key, "years" | "tenure") => {
            let listed = menu.choice(&months.to_string()).map(|choice| choice.text.clone());
            let told = || describe::months(ask.world, u32::try_from(*months).unwrap_or(0), ask.lang);
            listed.unwrap_or_else(told)
        }
        Answer::Number(number) => named(&number.to_string()),
        Answer::Range(min, None) => crate::i18n::grouped(*min),
        Answer::Range(min, Some(max)) => {
            format!("{}–{}", crate::i18n::grouped(*min), crate::i18n::grouped(*max))
        }
        Answer::Place(location) => describe::place(ask.world, location, ask.lang),
    }
}
