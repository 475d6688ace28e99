//! What employers see of their jobs: the list, and everything about one.

use super::employer::{my_jobs_row, trades};
use super::{JobLine, Lines, OfferCard, offer};
use crate::chat::{Button, Message, Tone, World, describe};
use crate::domain::{JobState, Lang};
use crate::i18n::Arg;

/// Jobs on one page of the list.
const PAGE: usize = 6;

/// Everything about one job, for its employer.
#[derive(Debug, Clone)]
pub struct JobCard<'a> {
    /// The job and its numbers.
    pub line: JobLine<'a>,
    /// As workers see it.
    pub offer: OfferCard<'a>,
    /// The day on which it expires.
    pub until: String,
    /// Whether it can be extended now.
    pub ends_soon: bool,
    /// How many days an extension brings.
    pub days: u32,
    /// How many ever applied.
    pub applied: i64,
    /// How many say that they began to work.
    pub started: i64,
    /// What just happened to it, as a locale key with the variable `$count`.
    pub news: Option<(&'static str, i64)>,
}

fn args(world: &World, lang: Lang, line: &JobLine<'_>) -> Vec<(&'static str, Arg)> {
    let place = describe::place_name(world, &line.job.place, lang);
    let state = world.texts.say(lang, &format!("job-{}", line.state.word()), &[]);
    vec![
        ("id", Arg::Html(line.id.to_string())),
        ("trades", trades(world, lang, line).into()),
        ("place", place.into()),
        ("state", Arg::Html(state)),
        ("offered", line.offered.into()),
        ("waiting", line.waiting.into()),
        ("hired", line.hired.into()),
        ("headcount", line.job.headcount.into()),
    ]
}

/// The same for a button, whose text is no HTML.
fn plain(args: &[(&'static str, Arg)]) -> Vec<(&'static str, Arg)> {
    let plain = |arg: &Arg| match arg {
        Arg::Text(text) => Arg::Html(text.clone()),
        other => other.clone(),
    };
    args.iter().map(|(name, arg)| (*name, plain(arg))).collect()
}

/// A page of the employer's jobs, each with what became of it and a button to its card.
#[must_use]
pub fn my_jobs(world: &World, lang: Lang, jobs: &[JobLine<'_>], page: usize) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let pages = jobs.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let mut lines = Lines::new(world, lang);
    let mut rows = Vec::new();
    lines.say(if jobs.is_empty() { "myjobs-none" } else { "myjobs" }, &[]);
    if pages > 1 {
        lines.say("myjobs-page", &[("at", Arg::from(page + 1)), ("of", Arg::from(pages))]);
    }
    for line in jobs.iter().skip(page * PAGE).take(PAGE) {
        lines.gap();
        let args = args(world, lang, line);
        lines.say("myjobs-line", &args);
        let key = if line.waiting > 0 { "button-job-waiting" } else { "button-job" };
        let text = world.texts.say(lang, key, &plain(&args));
        rows.push(vec![Button::new(text, format!("jb:{}", line.id))]);
    }
    let mut pager = Vec::new();
    if page > 0 {
        pager.push(Button::new(text("button-page-back"), format!("mj:{}", page - 1)));
    }
    if page + 1 < pages {
        pager.push(Button::new(text("button-page-on"), format!("mj:{}", page + 1)));
    }
    if !pager.is_empty() {
        rows.push(pager);
    }
    rows.push(vec![Button::new(text("menu-post"), "m:post")]);
    Message::inline(lines.text(), rows)
}

/// Everything about one job, with what can be done with it.
#[must_use]
pub fn job_card(world: &World, lang: Lang, card: &JobCard<'_>) -> Message {
    let mut lines = Lines::new(world, lang);
    if let Some((key, count)) = card.news {
        lines.say(key, &[("count", Arg::from(count))]);
        lines.gap();
    }
    let mut args = args(world, lang, &card.line);
    args.extend([
        ("until", Arg::Html(card.until.clone())),
        ("applied", card.applied.into()),
        ("started", card.started.into()),
    ]);
    lines.say("jobcard", &args);
    if matches!(card.line.state, JobState::Open | JobState::Paused | JobState::Held) {
        lines.say("jobcard-until", &args);
    }
    lines.say("jobcard-numbers", &args);
    if card.started > 0 {
        lines.say("jobcard-started", &args);
    }
    lines.raw(format!("<blockquote>{}</blockquote>", offer(world, lang, &card.offer).html));
    Message::inline(lines.text(), card_buttons(world, lang, card))
}

fn card_buttons(world: &World, lang: Lang, card: &JobCard<'_>) -> Vec<Vec<Button>> {
    let (id, state) = (card.line.id, card.line.state);
    let days = [("days", Arg::from(card.days)), ("id", Arg::Html(id.to_string()))];
    let button =
        |key: &str, data: &str| Button::new(world.texts.say(lang, key, &days), format!("{data}:{id}"));
    let mut rows = Vec::new();
    let count = card.line.waiting + card.line.hired;
    if count > 0 {
        let args = [("id", Arg::Html(id.to_string())), ("count", Arg::from(count))];
        let text = world.texts.say(lang, "button-applicants", &args);
        rows.push(vec![Button::new(text, format!("c:{id}:0")).tone(Tone::Good)]);
    }
    if card.ends_soon {
        rows.push(vec![button("button-job-extend", "jx").tone(Tone::Good)]);
    }
    let copy = button("button-job-copy", "jy");
    if state.is_over() {
        rows.push(vec![copy]);
    } else {
        rows.push(vec![button("button-job-edit", "je"), copy]);
        let close = button("button-job-close", "jc");
        rows.push(match state {
            JobState::Open => vec![button("button-job-pause", "jp"), close],
            JobState::Paused => vec![button("button-job-resume", "jr").tone(Tone::Good), close],
            _ => vec![close],
        });
    }
    if state == JobState::Open {
        rows.push(vec![button("button-link", "k")]);
    }
    rows.push(my_jobs_row(world, lang));
    rows
}

/// Whether the job is really to be closed.
#[must_use]
pub fn close_sure(world: &World, lang: Lang, line: &JobLine<'_>) -> Message {
    let args = args(world, lang, line);
    let key = if line.waiting > 0 { "close-sure-waiting" } else { "close-sure" };
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let yes = Button::new(text("button-close-sure"), format!("jc:{}:yes", line.id)).tone(Tone::Bad);
    let no = Button::new(text("button-back"), format!("jb:{}", line.id));
    Message::inline(world.texts.say(lang, key, &args), vec![vec![yes], vec![no]])
}
