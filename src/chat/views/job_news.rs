//! News of a job: what changed, that it ended or goes on, to workers who applied and to its employer.

use super::{JobLine, Lines, job_title};
use crate::chat::{Button, Message, Tone, World, describe};
use crate::domain::{CertificateId, Job, JobId, Lang, TradeId};
use crate::i18n::Arg;

/// What of a job changed, a line each, old and new, in the order in which a job is described.
#[must_use]
pub fn changes(world: &World, lang: Lang, old: &Job, new: &Job) -> Vec<String> {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let list = |names: Vec<String>| {
        if names.is_empty() { text("none") } else { names.join(&text("list-comma")) }
    };
    let mut lines = Vec::new();
    let mut row = |name: &str, words: &dyn Fn(&Job) -> String| {
        let (before, now) = (words(old), words(new));
        if before != now {
            let name = Arg::Html(world.texts.say(lang, name, &[]));
            let args = [("name", name), ("old", before.into()), ("new", now.into())];
            lines.push(world.texts.say(lang, "change-line", &args));
        }
    };
    row("post-trades-name", &|job| describe::trades(world, job.trades.iter().map(TradeId::as_str), lang));
    row("post-place-name", &|job| {
        list(job.places().map(|place| describe::place(world, place, lang)).collect())
    });
    row("post-pay-name", &|job| describe::pay(world, &job.pay, lang));
    row("post-work-name", &|job| text(&format!("work-{}", job.nature.id())));
    row("post-shift-name", &|job| text(&format!("shift-{}", job.shift.id())));
    row("post-start-name", &|job| job.start.map_or_else(|| text("start-at-once"), |day| day.to_string()));
    row("post-headcount-name", &|job| job.headcount.to_string());
    row("post-years-name", &|job| match job.requires.months {
        0 => text("time-not-needed"),
        months => describe::months(world, months, lang),
    });
    row("post-certificates-name", &|job| {
        let ids = job.requires.certificates.iter().map(CertificateId::as_str);
        list(ids.map(|id| describe::certificate(world, id, lang)).collect())
    });
    row("post-age-name", &|job| match &job.requires.age {
        Some(limit) => describe::age_limit(world, limit, lang),
        None => text("none"),
    });
    row("post-provides-name", &|job| {
        list(job.provides.iter().map(|one| text(&format!("provides-{}", one.id()))).collect())
    });
    row("post-contact-name", &|job| job.contact.clone());
    if old.text != new.text {
        let args = [("text", Arg::from(new.text.clone().unwrap_or_else(|| text("none"))))];
        lines.push(world.texts.say(lang, "change-text", &args));
    }
    lines
}

/// To a worker who applied: these facts are other ones now. Who was hired does not withdraw.
#[must_use]
pub fn job_changed(
    world: &World,
    lang: Lang,
    id: JobId,
    company: &str,
    (old, new): (&Job, &Job),
    hired: bool,
) -> Message {
    let mut lines = Lines::new(world, lang);
    let args = [("company", company.into()), ("title", job_title(world, lang, old).into())];
    lines.say(if hired { "job-changed-hired" } else { "job-changed" }, &args);
    lines.gap();
    for line in changes(world, lang, old, new) {
        lines.raw(line);
    }
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut row = vec![Button::new(text("button-see-job"), format!("v:{id}"))];
    if !hired {
        row.push(Button::new(text("button-withdraw"), format!("w:{id}")));
    }
    Message::inline(lines.text(), vec![row])
}

/// To a worker who waited for an answer: the job is over, and why, as a locale key.
#[must_use]
pub fn job_ended(world: &World, lang: Lang, key: &str, company: &str, job: &Job) -> Message {
    let args = [("company", company.into()), ("title", job_title(world, lang, job).into())];
    let more = Button::new(world.texts.say(lang, "menu-jobs", &[]), "m:jobs");
    Message::inline(world.texts.say(lang, key, &args), vec![vec![more]])
}

/// To a worker whose application had ended with the job: both go on.
#[must_use]
pub fn job_goes_on(world: &World, lang: Lang, id: JobId, company: &str, job: &Job) -> Message {
    let args = [("company", company.into()), ("title", job_title(world, lang, job).into())];
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let row = vec![
        Button::new(text("button-see-job"), format!("v:{id}")),
        Button::new(text("button-withdraw"), format!("w:{id}")),
    ];
    Message::inline(world.texts.say(lang, "job-goes-on", &args), vec![row])
}

/// To the employer: the job ends soon.
#[must_use]
pub fn job_ending(world: &World, lang: Lang, line: &JobLine<'_>, until: &str, days: u32) -> Message {
    let args = news_args(world, lang, line, until, days);
    let button =
        |key: &str, data: &str| Button::new(world.texts.say(lang, key, &args), format!("{data}:{}", line.id));
    let rows = vec![
        vec![button("button-job-extend", "jx").tone(Tone::Good)],
        vec![button("button-job-close", "jc"), button("button-job-let-end", "jl")],
    ];
    Message::inline(world.texts.say(lang, "job-ending", &args), rows)
}

/// To the employer: the job ended by itself.
#[must_use]
pub fn job_expired(world: &World, lang: Lang, line: &JobLine<'_>, told: i64, days: u32) -> Message {
    let mut args = news_args(world, lang, line, "", days);
    args.push(("count", told.into()));
    let button =
        |key: &str, data: &str| Button::new(world.texts.say(lang, key, &args), format!("{data}:{}", line.id));
    let rows =
        vec![vec![button("button-job-extend", "jx").tone(Tone::Good)], vec![button("button-job-copy", "jy")]];
    let key = if told > 0 { "job-expired-told" } else { "job-expired-news" };
    Message::inline(world.texts.say(lang, key, &args), rows)
}

fn news_args(
    world: &World,
    lang: Lang,
    line: &JobLine<'_>,
    until: &str,
    days: u32,
) -> Vec<(&'static str, Arg)> {
    vec![
        ("id", Arg::Html(line.id.to_string())),
        ("title", job_title(world, lang, line.job).into()),
        ("until", Arg::Html(until.to_owned())),
        ("days", days.into()),
    ]
}
