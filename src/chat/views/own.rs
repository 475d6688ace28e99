//! What workers see of themselves: facts to change, questions asked afterwards, pauses, their own data.

use super::Lines;
use crate::chat::form::{Form, Kind, Question};
use crate::chat::page::{answer_text, question_name};
use crate::chat::step::Change;
use crate::chat::{Answer, Ask, Button, Message, Pause, Person, Tone, Worker, World, describe, forms};
use crate::domain::{CertificateId, JobId, Lang};
use crate::i18n::{Arg, escape};
use crate::matching::Misfit;
use jiff::civil::Date;

/// Everything that is known of a worker, with a button to change each fact, and what changed just now.
#[must_use]
pub fn profile_card(
    world: &World,
    person: &Person,
    worker: &Worker,
    change: &Change,
    today: Date,
) -> Message {
    let lang = person.lang;
    let mut lines = Lines::new(world, lang);
    changes(&mut lines, change);
    lines.say("profile-title", &[]);
    lines.gap();
    super::worker::facts(&mut lines, worker);
    let phone = worker.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
    let answers = forms::answers(&worker.profile, phone, world);
    let ask = Ask { world, lang, today, answers: &answers, name: &person.name };
    let mut buttons = Vec::new();
    if let Some(form) = world.forms.get(forms::PROFILE) {
        let core = forms::MAIN.iter().filter_map(|id| form.question(id));
        buttons.extend(core.map(|question| fact_button(form, question, &ask)));
        more_facts(&mut lines, form, &ask, worker);
        let more = form.questions.iter().filter(|question| is_more(question) && (question.when)(&ask));
        buttons.extend(more.map(|question| fact_button(form, question, &ask)));
    }
    super::worker::label_lines(&mut lines, worker);
    lines.gap();
    lines.say("profile-change", &[]);
    let columns = if buttons.iter().all(|button| fits_in_a_third(&button.text)) { 3 } else { 2 };
    Message::inline(lines.text(), buttons.chunks(columns).map(<[Button]>::to_vec).collect())
}

/// Whether a button's text stays whole on a narrow phone where three stand in a row. Han characters are
/// twice as wide as letters.
fn fits_in_a_third(text: &str) -> bool {
    const MOST: usize = 11;
    let width = |c: char| match c {
        '\u{fe0f}' => 0, // only says that the sign before it is coloured
        '\u{1100}'.. => 2,
        _ => 1,
    };
    text.chars().map(width).sum::<usize>() <= MOST
}

/// What is known beyond the core form, a line each.
pub(super) fn more_facts(lines: &mut Lines<'_>, form: &Form, ask: &Ask<'_>, worker: &Worker) {
    for question in form.questions.iter().filter(|question| is_more(question) && (question.when)(ask)) {
        let Some(answer) = ask.answers.get(question.id) else { continue };
        let args = [
            ("name", Arg::Html(fact_name(form, question, ask))),
            ("answer", Arg::from(fact_text(question, answer, ask, worker))),
        ];
        lines.say("fact-more", &args);
    }
}

/// The answer, with what belongs to it: until when a certificate holds, whether a number is verified.
fn fact_text(question: &Question, answer: &Answer, ask: &Ask<'_>, worker: &Worker) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| ask.world.texts.say(ask.lang, key, args);
    match answer {
        Answer::Phone(number, false) => say("phone-unverified", &[("number", Arg::Html(number.clone()))]),
        Answer::Many(ids) if question.id == "certificates" && !ids.is_empty() => {
            let papers = worker.profile.certificates.iter().map(|paper| {
                let name = describe::certificate(ask.world, paper.id.as_str(), ask.lang);
                match paper.expires {
                    Some(on) => say(
                        "certificate-until",
                        &[("certificate", Arg::Html(name)), ("on", Arg::Html(on.to_string()))],
                    ),
                    None => name,
                }
            });
            papers.collect::<Vec<_>>().join(&say("list-comma", &[]))
        }
        _ => answer_text(question, answer, ask),
    }
}

/// Questions beyond the core form; the last days of certificates follow from these.
fn is_more(question: &Question) -> bool {
    question.optional
}

fn fact_button(form: &Form, question: &Question, ask: &Ask<'_>) -> Button {
    let key = if ask.answers.has(question.id) { "button-fact" } else { "button-fact-new" };
    let name = fact_name(form, question, ask);
    let text = ask.world.texts.say(ask.lang, key, &[("name", Arg::Html(name))]);
    Button::new(text, format!("p:{}", question.id))
}

/// The name of a question; years beyond the first trade's say of which trade they are.
fn fact_name(form: &Form, question: &Question, ask: &Ask<'_>) -> String {
    if question.key == "years" && question.about > 0 {
        let trade = ask.answers.many("trades").get(question.about).cloned().unwrap_or_default();
        let trade = describe::trade(ask.world, &trade, ask.lang);
        ask.world.texts.say(ask.lang, "years-of", &[("trade", Arg::Html(trade))])
    } else {
        question_name(form, question, ask)
    }
}

fn changes(lines: &mut Lines<'_>, change: &Change) {
    if change.answered.is_none() {
        return;
    }
    let made = |labels: &[crate::classify::Label]| -> Vec<String> {
        labels.iter().filter_map(|label| describe::label_made(lines.world, label, lines.lang)).collect()
    };
    let (added, gone) = (made(&change.added), made(&change.gone));
    let comma = lines.world.texts.say(lines.lang, "list-comma", &[]);
    lines.say("profile-changed", &[]);
    if !added.is_empty() {
        lines.say("profile-added", &[("labels", Arg::Html(added.join(&comma)))]);
    }
    if !gone.is_empty() {
        lines.say("profile-gone", &[("labels", Arg::Html(gone.join(&comma)))]);
    }
    lines.gap();
}

/// A question asked afterwards, with what an answer would bring: so many jobs more, or what it is good for.
#[must_use]
pub fn ask_more(
    world: &World,
    person: &Person,
    worker: &Worker,
    question: &str,
    jobs: usize,
    today: Date,
) -> Option<Message> {
    let form = world.forms.get(forms::PROFILE)?;
    let question = form.question(question)?;
    let phone = worker.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
    let answers = forms::answers(&worker.profile, phone, world);
    let ask = Ask { world, lang: person.lang, today, answers: &answers, name: &person.name };
    let mut lines = Lines::new(world, person.lang);
    lines.raw(crate::chat::page::question_words(form, question, &ask));
    let key = format!("brings-{}", question.key);
    if jobs > 0 && world.texts.has(person.lang, &format!("{key}-jobs")) {
        lines.say(&format!("{key}-jobs"), &[("count", Arg::from(jobs))]);
    } else if world.texts.has(person.lang, &key) {
        lines.say(&key, &[]);
    }
    let data = |what: &str| format!("q:{}{what}", question.id);
    let text = |key: &str| world.texts.say(person.lang, key, &[]);
    let mut rows: Vec<Vec<Button>> = match &question.kind {
        Kind::Choice { columns, .. } | Kind::Number { columns, .. } => {
            let menu = question.menu(&ask);
            let button =
                |choice: &crate::chat::Choice| Button::new(&choice.text, data(&format!(":={}", choice.id)));
            let buttons: Vec<Button> = menu.front.iter().map(button).collect();
            buttons.chunks((*columns).max(1)).map(<[Button]>::to_vec).collect()
        }
        _ => vec![vec![Button::new(text("button-answer"), data("")).tone(Tone::Good)]],
    };
    rows.push(vec![
        Button::new(text("button-ask-later"), data(":later")),
        Button::new(text("button-ask-never"), data(":never")),
    ]);
    Some(Message::inline(lines.text(), rows))
}

/// A registered worker gave a year of birth with which the law forbids to work: a slip, or the truth?
#[must_use]
pub fn too_young_menu(world: &World, lang: Lang) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let age = [("age", Arg::from(i64::from(world.pack.legal.minimum_age)))];
    let rows = vec![
        vec![Button::new(text("button-born-again"), "p:born").tone(Tone::Good)],
        vec![Button::new(text("button-born-true"), "d:erase!").tone(Tone::Bad)],
    ];
    Message::inline(world.texts.say(lang, "born-too-young", &age), rows)
}

/// For how long offers can be stopped, and whether they are.
#[must_use]
pub fn pause_menu(world: &World, lang: Lang, worker: &Worker, zone: &str) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut lines = Lines::new(world, lang);
    match worker.pause {
        Pause::No => lines.say("pausing-no", &[]),
        Pause::Until(at) => lines.say("pausing-until", &[("date", Arg::Html(describe::date(at, zone)))]),
        Pause::Off => lines.say("pausing-off", &[]),
        Pause::Hired => lines.say("pausing-hired", &[]),
    }
    let button = |key: &str, data: &str| Button::new(text(key), format!("u:{data}"));
    let mut rows = Vec::new();
    if worker.pause != Pause::No {
        rows.push(vec![button("button-pause-end", "on").tone(Tone::Good)]);
    }
    rows.push(vec![button("button-pause-week", "7"), button("button-pause-month", "30")]);
    rows.push(vec![button("button-pause-date", "date"), button("button-pause-off", "off")]);
    Message::inline(lines.text(), rows)
}

/// What is kept and why, and what can be done about it.
#[must_use]
pub fn privacy(world: &World, lang: Lang, worker: Option<&Worker>, employer: bool) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut lines = Lines::new(world, lang);
    lines.say("privacy", &[("version", Arg::Html(world.pack.consent.clone()))]);
    let mut rows = vec![vec![Button::new(text("button-export"), "d:export")]];
    if let Some(worker) = worker.filter(|worker| worker.registered) {
        rows[0].push(Button::new(text("menu-profile"), "m:profile"));
        let (key, data) =
            if worker.classified { ("button-classify-not", "d:all") } else { ("button-classify", "d:mine") };
        rows.push(vec![Button::new(text(key), data)]);
    }
    if employer {
        lines.gap();
        lines.say("privacy-employer", &[]);
    }
    rows.push(vec![Button::new(text("button-erase"), "d:erase").tone(Tone::Bad)]);
    Message::inline(lines.text(), rows)
}

/// Whether everything is to be erased.
#[must_use]
pub fn erase_menu(world: &World, lang: Lang, key: &str) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let erase = Button::new(text("button-erase-sure"), "d:erase!").tone(Tone::Bad);
    Message::inline(text(key), vec![vec![erase], vec![Button::new(text("button-erase-not"), "m:privacy")]])
}

/// Everything is erased; the receipt holds no name.
#[must_use]
pub fn erased(world: &World, lang: Lang, receipt: &str) -> Message {
    Message::text(world.texts.say(lang, "erased", &[("receipt", Arg::Html(escape(receipt)))]))
}

/// A certificate expires soon.
#[must_use]
pub fn expiry(world: &World, lang: Lang, id: &CertificateId, on: Date) -> Message {
    let name = describe::certificate(world, id.as_str(), lang);
    let args = [("certificate", Arg::from(name)), ("on", Arg::Html(on.to_string()))];
    let change = Button::new(world.texts.say(lang, "button-expiry", &[]), "p:certificates");
    Message::inline(world.texts.say(lang, "expiry", &args), vec![vec![change]])
}

/// The pause that the worker wanted is over.
#[must_use]
pub fn pause_over(world: &World, lang: Lang, jobs: usize) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let rows =
        vec![vec![Button::new(text("menu-jobs"), "m:jobs"), Button::new(text("menu-pause"), "m:pause")]];
    Message::inline(world.texts.say(lang, "pause-over", &[("count", Arg::from(jobs))]), rows)
}

/// Somebody who was hired a while ago: is work still looked for?
#[must_use]
pub fn still_looking(world: &World, lang: Lang) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let yes = Button::new(text("button-looking"), "u:on").tone(Tone::Good);
    let no = Button::new(text("button-looking-not"), "u:off");
    Message::inline(text("still-looking"), vec![vec![yes], vec![no]])
}

/// An open job that does not fit, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfit {
    /// Which job.
    pub job: JobId,
    /// Its trades and place, in words.
    pub title: String,
    /// Why.
    pub why: Misfit,
}

/// Why open jobs do not fit, ten at a time.
#[must_use]
pub fn why_not(world: &World, lang: Lang, jobs: &[Unfit], at: usize) -> Message {
    const PAGE: usize = 10;
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let at = if at < jobs.len() { at - at % PAGE } else { 0 };
    let mut lines = Lines::new(world, lang);
    lines.say(if jobs.is_empty() { "why-not-none" } else { "why-not" }, &[]);
    for unfit in jobs.iter().skip(at).take(PAGE) {
        let why = misfit(world, lang, &unfit.why);
        lines.say("why-not-line", &[("title", unfit.title.as_str().into()), ("why", Arg::Html(why))]);
    }
    let mut pager = Vec::new();
    if at > 0 {
        pager.push(Button::new(text("button-page-back"), format!("y:{}", at - PAGE)));
    }
    if at + PAGE < jobs.len() {
        pager.push(Button::new(text("button-page-on"), format!("y:{}", at + PAGE)));
    }
    let rows = vec![pager, vec![Button::new(text("menu-profile"), "m:profile")]];
    Message::inline(lines.text(), rows.into_iter().filter(|row| !row.is_empty()).collect())
}

/// Why a job does not fit, as the worker reads it.
#[must_use]
pub fn misfit(world: &World, lang: Lang, misfit: &Misfit) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| world.texts.say(lang, key, args);
    match misfit {
        Misfit::TooYoung => say("misfit-too_young", &[]),
        Misfit::Hazard => say("misfit-hazard", &[]),
        Misfit::Night => say("misfit-night", &[]),
        Misfit::Trade => say("misfit-trade", &[]),
        Misfit::Years { months, required } => {
            let years = Arg::Html(describe::months(world, *months, lang));
            say(
                "misfit-years",
                &[("years", years), ("required", Arg::Html(describe::months(world, *required, lang)))],
            )
        }
        Misfit::Expired(id) => {
            say("misfit-expired", &[("certificate", describe::certificate(world, id.as_str(), lang).into())])
        }
        Misfit::Lacking(id) => {
            say("misfit-lacking", &[("certificate", describe::certificate(world, id.as_str(), lang).into())])
        }
        Misfit::TooFar { km } => say("misfit-too_far", &[("km", Arg::from(*km))]),
        Misfit::Pay => say("misfit-pay", &[]),
        Misfit::Preference => say("misfit-preference", &[]),
        Misfit::Age(limit) => {
            say("misfit-age", &[("age", Arg::Html(describe::age_limit(world, limit, lang)))])
        }
        Misfit::Late { days } => say("misfit-late", &[("count", Arg::from(*days))]),
    }
}
