//! Those who applied, as their employer sees them: no full name, no number that was not shared.

use super::{Lines, job_title};
use crate::chat::{Button, Message, REASONS, Tone, World, describe};
use crate::domain::{Home, Job, JobId, Lang, PersonId, Profile, Stage, Time};
use crate::i18n::Arg;
use crate::matching::{Fit, Reason};

/// Somebody who applied.
#[derive(Debug, Clone, Copy)]
pub struct ApplicantCard<'a> {
    /// For which job.
    pub job: JobId,
    /// Who.
    pub person: PersonId,
    /// The facts.
    pub profile: &'a Profile,
    /// Score and reasons.
    pub fit: &'a Fit,
    /// The number, if it was shared for this job.
    pub phone: Option<&'a str>,
    /// How far it has come.
    pub stage: Stage,
    /// When each stage was reached.
    pub reached: &'a [(Stage, Time)],
    /// What was asked (`true`) and answered, the latest first.
    pub said: &'a [(bool, String)],
    /// When to meet, in words of [`super::meeting`], and whether that is past.
    pub interview: Option<(&'a str, bool)>,
    /// Whether others applied for the same job.
    pub others: bool,
}

/// Applicants on a page of the list.
const PAGE: usize = 6;
/// Applicants side by side: more do not fit on a phone.
const COMPARED: usize = 3;

/// One applicant under a heading (`applicant-new`, `applicant-shared`, `applicant`).
#[must_use]
pub fn applicant(world: &World, lang: Lang, heading: &str, job: &Job, card: &ApplicantCard<'_>) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say(heading, &title_args(world, lang, card.job, job));
    lines.gap();
    describe_applicant(&mut lines, card);
    lines.gap();
    match card.phone {
        Some(phone) => lines.say("applicant-phone", &[("phone", phone.into())]),
        None => lines.say("applicant-no-phone", &[]),
    }
    for (asked, text) in card.said.iter().rev() {
        let key = if *asked { "applicant-asked" } else { "applicant-said" };
        lines.say(key, &[("text", Arg::Html(describe::said(world, text, lang)))]);
    }
    if let Some((meeting, _)) = card.interview.filter(|_| card.stage.is_waiting()) {
        lines.raw(meeting.to_owned());
    }
    let stage = world.texts.say(lang, &format!("stage-{}", card.stage.word()), &[]);
    if !matches!(card.stage, Stage::Applied | Stage::Shared) {
        lines.say("applicant-stage", &[("stage", Arg::Html(stage))]);
    }
    if let Some(way) = way(world, lang, card.reached, &job.place.zone) {
        lines.raw(way);
    }
    Message::inline(lines.text(), applicant_buttons(world, lang, card))
}

fn title_args(world: &World, lang: Lang, id: JobId, job: &Job) -> [(&'static str, Arg); 2] {
    [("id", Arg::Html(id.to_string())), ("title", job_title(world, lang, job).into())]
}

/// The stages that an application has passed, each with its day.
#[must_use]
pub fn way(world: &World, lang: Lang, reached: &[(Stage, Time)], zone: &str) -> Option<String> {
    let stages: Vec<String> = reached
        .iter()
        .map(|(stage, at)| {
            let name = world.texts.say(lang, &format!("stage-{}", stage.word()), &[]);
            format!("{name} {}", at.local(zone).strftime("%m-%d"))
        })
        .collect();
    (stages.len() > 1).then(|| format!("<i>{}</i>", stages.join(" → ")))
}

fn describe_applicant(lines: &mut Lines<'_>, card: &ApplicantCard<'_>) {
    let (world, lang, profile) = (lines.world, lines.lang, card.profile);
    lines.say(
        "applicant-name",
        &[("name", first_name(world, lang, profile).into()), ("score", Arg::from(card.fit.score))],
    );
    for trade in &profile.trades {
        let name = describe::trade(world, trade.trade.as_str(), lang);
        match trade.months {
            Some(months) => {
                let years = describe::months(world, months, lang);
                lines.say("fact-years", &[("trade", name.into()), ("years", Arg::Html(years))]);
            }
            None => lines.say("fact-trades", &[("trades", name.into())]),
        }
    }
    if let Some(here) = &profile.here {
        lines.say("fact-here", &[("place", describe::place(world, here, lang).into())]);
    }
    if matches!(profile.home, Some(Home::Here)) {
        lines.say("fact-home", &[("home", Arg::Html(world.texts.say(lang, "home-here", &[])))]);
    }
    if let Some(pay) = &profile.pay {
        lines.say("fact-pay", &[("pay", Arg::Html(describe::pay_asked(world, pay, lang)))]);
    }
    let reasons = describe::reasons_to_employer(world, card.fit, lang);
    if !reasons.is_empty() {
        lines.gap();
        lines.say("applicant-why", &[]);
        for reason in reasons {
            lines.raw(reason);
        }
    }
}

fn first_name(world: &World, lang: Lang, profile: &Profile) -> String {
    describe::first_name(world, profile.name.as_deref().unwrap_or_default(), lang)
}

fn applicant_buttons(world: &World, lang: Lang, card: &ApplicantCard<'_>) -> Vec<Vec<Button>> {
    let button = |key: &str, letters: &str| {
        Button::new(world.texts.say(lang, key, &[]), format!("{letters}:{}:{}", card.job, card.person))
    };
    let mut rows = Vec::new();
    let missed = card.interview.is_some_and(|(_, past)| past);
    if card.stage.is_waiting() {
        rows.push(vec![
            button("button-hire", "h").tone(Tone::Good),
            button("button-reject", "r").tone(Tone::Bad),
        ]);
        let invite = if card.stage == Stage::Invited { "button-invite-again" } else { "button-invite" };
        rows.push(vec![button("button-ask", "as"), button(invite, "iv")]);
        if missed && card.stage == Stage::Invited {
            rows.push(vec![button("button-no-show", "ns")]);
        }
    }
    match card.stage {
        Stage::Hired => {
            rows.push(vec![button("button-no-show", "ns"), button("button-undo", "un")]);
            rows.push(vec![button("button-ask", "as")]);
        }
        Stage::Started | Stage::Stayed => rows.push(vec![button("button-ask", "as")]),
        stage if stage.may_be_undone() => rows.push(vec![button("button-undo", "un")]),
        _ => {}
    }
    if card.others {
        rows.push(vec![others_button(world, lang, card.job)]);
    }
    rows
}

fn others_button(world: &World, lang: Lang, job: JobId) -> Button {
    Button::new(world.texts.say(lang, "button-other-applicants", &[]), format!("c:{job}:0"))
}

/// Those who applied, a line each, best fits first; a button for each leads to the card.
#[must_use]
pub fn applicants(
    world: &World,
    lang: Lang,
    id: JobId,
    job: &Job,
    cards: &[ApplicantCard<'_>],
    at: usize,
) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say("applicant", &title_args(world, lang, id, job));
    lines.say("applicants-order", &[("count", Arg::from(cards.len()))]);
    let at = if at < cards.len() { at - at % PAGE } else { 0 };
    let mut buttons = Vec::new();
    for (place, card) in cards.iter().enumerate().skip(at).take(PAGE) {
        lines.gap();
        lines.raw(brief(world, lang, place + 1, card));
        let name = format!("{} {}", place + 1, first_name(world, lang, card.profile));
        buttons.push(Button::new(name, format!("ap:{id}:{}", card.person)));
    }
    let mut rows: Vec<Vec<Button>> = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut pager = Vec::new();
    if at > 0 {
        pager.push(Button::new(text("button-page-back"), format!("c:{id}:{}", at - PAGE)));
    }
    if at + PAGE < cards.len() {
        pager.push(Button::new(text("button-page-on"), format!("c:{id}:{}", at + PAGE)));
    }
    rows.push(pager);
    if cards.len() > 1 {
        rows.push(vec![Button::new(text("button-compare"), format!("cm:{id}"))]);
    }
    rows.push(super::employer::my_jobs_row(world, lang));
    rows.retain(|row| !row.is_empty());
    Message::inline(lines.text(), rows)
}

/// `1. 李师傅 · 96 · 10 年 · 3 公里 · 6000 元/月起 · 📱`.
fn brief(world: &World, lang: Lang, place: usize, card: &ApplicantCard<'_>) -> String {
    let mut parts = vec![crate::i18n::escape(&first_name(world, lang, card.profile))];
    parts.push(format!("<b>{}</b>", card.fit.score));
    parts.extend(card.fit.parts.iter().filter_map(|part| match &part.reason {
        Reason::Years { months, .. } => Some(describe::months(world, *months, lang)),
        Reason::Distance { km: 0..=2, .. } => Some(world.texts.say(lang, "kilometres-near", &[])),
        Reason::Distance { km, .. } | Reason::WouldMove { km, .. } => {
            Some(world.texts.say(lang, "kilometres", &[("km", Arg::from(*km))]))
        }
        _ => None,
    }));
    if let Some(pay) = &card.profile.pay {
        parts.push(describe::pay_asked(world, pay, lang));
    }
    if card.phone.is_some() {
        parts.push("📱".into());
    }
    if !matches!(card.stage, Stage::Applied | Stage::Shared) {
        parts.push(world.texts.say(lang, &format!("stage-{}", card.stage.word()), &[]));
    }
    format!("{place}. {}", parts.join(" · "))
}

/// The best of those who wait side by side: reason by reason, who meets it how.
#[must_use]
pub fn compared(world: &World, lang: Lang, id: JobId, job: &Job, cards: &[ApplicantCard<'_>]) -> Message {
    let cards = &cards[..cards.len().min(COMPARED)];
    let mut lines = Lines::new(world, lang);
    lines.say("applicants-compared", &title_args(world, lang, id, job));
    for (place, card) in cards.iter().enumerate() {
        lines.gap();
        let name = first_name(world, lang, card.profile);
        let args =
            [("place", Arg::from(place + 1)), ("name", name.into()), ("score", Arg::from(card.fit.score))];
        lines.say("compared-name", &args);
        for reason in describe::reasons_to_employer(world, card.fit, lang) {
            lines.raw(reason);
        }
        if let Some(pay) = &card.profile.pay {
            lines.say("fact-pay", &[("pay", Arg::Html(describe::pay_asked(world, pay, lang)))]);
        }
        lines.say(if card.phone.is_some() { "compared-phone" } else { "compared-no-phone" }, &[]);
    }
    let buttons: Vec<Button> = cards
        .iter()
        .enumerate()
        .map(|(place, card)| {
            let name = format!("{} {}", place + 1, first_name(world, lang, card.profile));
            Button::new(name, format!("ap:{id}:{}", card.person))
        })
        .collect();
    Message::inline(lines.text(), vec![buttons, vec![others_button(world, lang, id)]])
}

/// Several new applications, told together: how many, and for what.
#[must_use]
pub fn new_applicants(world: &World, lang: Lang, id: JobId, job: &Job, count: usize) -> Message {
    let [id_arg, title] = title_args(world, lang, id, job);
    let text = world.texts.say(lang, "applicants-new", &[id_arg, title, ("count", Arg::from(count))]);
    let look = Button::new(world.texts.say(lang, "button-look", &[]), format!("c:{id}:0"));
    Message::inline(text, vec![vec![look.tone(Tone::Good)]])
}

/// Nobody applied, or everybody was answered.
#[must_use]
pub fn no_applicants(world: &World, lang: Lang) -> Message {
    let row = super::employer::my_jobs_row(world, lang);
    Message::inline(world.texts.say(lang, "applicants-none", &[]), vec![row])
}

/// Asks why somebody is refused: what can be said to anybody.
#[must_use]
pub fn refusal_menu(world: &World, lang: Lang, job: JobId, person: PersonId, name: &str) -> Message {
    let name = describe::first_name(world, name, lang);
    let text = world.texts.say(lang, "refuse-why", &[("name", name.into())]);
    let reason = |why: &str| {
        let text = world.texts.say(lang, &format!("refuse-why-{why}"), &[]);
        Button::new(text, format!("r:{job}:{person}:{why}"))
    };
    let buttons: Vec<Button> = REASONS.into_iter().map(reason).collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    rows.push(vec![Button::new(world.texts.say(lang, "button-back", &[]), format!("ap:{job}:{person}"))]);
    Message::inline(text, rows)
}

/// What the employer did with an applicant, under the key `key`, with the way to take it back or else to
/// the card.
#[must_use]
pub fn answered(
    world: &World,
    lang: Lang,
    key: &str,
    name: &str,
    (job, person): (JobId, PersonId),
    undo: bool,
) -> Message {
    let name = describe::first_name(world, name, lang);
    let (text, letters) = if undo { ("button-undo", "un") } else { ("button-open-card", "ap") };
    let first = Button::new(world.texts.say(lang, text, &[]), format!("{letters}:{job}:{person}"));
    let rows = vec![vec![first], vec![others_button(world, lang, job)]];
    Message::inline(world.texts.say(lang, key, &[("name", name.into())]), rows)
}

/// A worker took an application back.
#[must_use]
pub fn withdrawn(world: &World, lang: Lang, name: &str, id: JobId, job: &Job) -> Message {
    let args = [
        ("name", Arg::from(describe::first_name(world, name, lang))),
        ("id", Arg::Html(id.to_string())),
        ("title", Arg::from(super::job_title(world, lang, job))),
    ];
    Message::text(world.texts.say(lang, "applicant-withdrawn", &args))
}
