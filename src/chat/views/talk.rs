//! What employers and applicants say to each other through the bot: questions, answers, invitations.
//! Neither side sees the other's number.

use super::{Lines, job_title};
use crate::chat::{Button, Message, Tone, World, describe};
use crate::domain::{Job, JobId, Lang, PersonId, Time};
use crate::i18n::Arg;

/// A job as both sides of a talk name it.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Which one.
    pub id: JobId,
    /// What it is.
    pub job: &'a Job,
    /// Who offers it.
    pub company: &'a str,
}

impl About<'_> {
    fn args(&self, world: &World, lang: Lang) -> Vec<(&'static str, Arg)> {
        vec![
            ("id", Arg::Html(self.id.to_string())),
            ("title", job_title(world, lang, self.job).into()),
            ("company", self.company.into()),
            ("contact", Arg::from(&self.job.contact)),
        ]
    }
}

/// The employer's question, to the worker.
#[must_use]
pub fn question(world: &World, lang: Lang, about: &About<'_>, said: &str) -> Message {
    let mut args = about.args(world, lang);
    args.push(("text", Arg::Html(describe::said(world, said, lang))));
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let rows = vec![vec![Button::new(text("button-reply"), format!("an:{}", about.id)).tone(Tone::Good)]];
    Message::inline(world.texts.say(lang, "question", &args), rows)
}

/// The worker's answer, to the employer.
#[must_use]
pub fn reply(
    world: &World,
    lang: Lang,
    about: &About<'_>,
    (person, name): (PersonId, &str),
    said: &str,
) -> Message {
    let mut args = about.args(world, lang);
    args.push(("name", describe::first_name(world, name, lang).into()));
    args.push(("text", Arg::Html(describe::said(world, said, lang))));
    let rows = vec![open_card(world, lang, about.id, person)];
    Message::inline(world.texts.say(lang, "question-answered", &args), rows)
}

fn open_card(world: &World, lang: Lang, job: JobId, person: PersonId) -> Vec<Button> {
    vec![Button::new(world.texts.say(lang, "button-open-card", &[]), format!("ap:{job}:{person}"))]
}

/// When and where, as both read it: `📅 2026-11-27（周五）14:00 · 工作地点`.
#[must_use]
pub fn meeting(world: &World, lang: Lang, at: Time, zone: &str, place: &str) -> String {
    let day = describe::day(world, at.date(zone), lang);
    let args = [
        ("day", Arg::Html(day)),
        ("time", Arg::Html(describe::clock(at, zone))),
        ("place", Arg::Html(describe::said(world, place, lang))),
    ];
    world.texts.say(lang, "meeting", &args)
}

/// The invitation, to the worker, under the key `key` (`invited`, `interview-soon`); `meeting` as made by
/// [`meeting`]. The buttons ask whether they come, unless they said so.
#[must_use]
pub fn interview(
    world: &World,
    lang: Lang,
    key: &str,
    about: &About<'_>,
    meeting: &str,
    comes: bool,
) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say(key, &about.args(world, lang));
    lines.gap();
    lines.raw(meeting.to_owned());
    lines.say("offer-contact", &[("contact", Arg::from(&about.job.contact))]);
    lines.gap();
    lines.say("offer-no-fee", &[]);
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let id = about.id;
    let mut rows = Vec::new();
    if !comes {
        rows.push(vec![Button::new(text("button-come"), format!("it:{id}:y")).tone(Tone::Good)]);
    }
    rows.push(vec![
        Button::new(text("button-other-time"), format!("an:{id}")),
        Button::new(text("button-not-come"), format!("it:{id}:n")),
    ]);
    Message::inline(lines.text(), rows)
}

/// What the worker said to the invitation, to themselves and to the employer, with the meeting's line.
#[must_use]
pub fn about_meeting(
    world: &World,
    lang: Lang,
    key: &str,
    about: &About<'_>,
    (person, name): (PersonId, &str),
    meeting: &str,
) -> Message {
    let mut args = about.args(world, lang);
    args.push(("name", describe::first_name(world, name, lang).into()));
    let mut lines = Lines::new(world, lang);
    lines.say(key, &args);
    lines.raw(meeting.to_owned());
    Message::inline(lines.text(), vec![open_card(world, lang, about.id, person)])
}

/// A plain line to the worker about one application, under the key `key`, with the way to the job.
#[must_use]
pub fn news(world: &World, lang: Lang, key: &str, about: &About<'_>) -> Message {
    let args = about.args(world, lang);
    let look = Button::new(world.texts.say(lang, "button-look-at-job", &[]), format!("v:{}", about.id));
    Message::inline(world.texts.say(lang, key, &args), vec![vec![look]])
}

/// The time that the employer proposed is past: another can be chosen.
#[must_use]
pub fn invite_again(world: &World, lang: Lang, job: JobId, person: PersonId) -> Message {
    let again = Button::new(world.texts.say(lang, "button-invite-again", &[]), format!("iv:{job}:{person}"));
    Message::inline(world.texts.say(lang, "invite-past", &[]), vec![vec![again]])
}

/// Asks somebody who was hired whether they really do not go, or go on.
#[must_use]
pub fn leave_job_sure(world: &World, lang: Lang, id: JobId, company: &str, job: &Job) -> Message {
    let args = [("company", Arg::from(company)), ("title", job_title(world, lang, job).into())];
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let rows = vec![
        vec![Button::new(text("button-leave-job-yes"), format!("w:{id}:yes")).tone(Tone::Bad)],
        vec![Button::new(text("button-leave-job-no"), format!("v:{id}"))],
    ];
    Message::inline(world.texts.say(lang, "leave-job-sure", &args), rows)
}
