//! Announcements, and everything that is being sent.

use super::super::Lines;
use super::{back, button};
use crate::chat::form::Ask;
use crate::chat::{Button, Facts, Message, Session, World, describe, forms};
use crate::domain::{BroadcastId, JobId, Lang, Time};
use crate::i18n::Arg;

/// A broadcast on its way.
#[derive(Debug, Clone)]
pub struct RunLine {
    /// Which one.
    pub id: BroadcastId,
    /// The job that is offered, with its title.
    pub job: Option<(JobId, String)>,
    /// What an announcement says.
    pub text: String,
    /// To whom an announcement goes, in words.
    pub audience: String,
    /// Sent so far.
    pub sent: i64,
    /// Waiting or being sent.
    pub open: i64,
    /// Unreachable or failed.
    pub lost: i64,
    /// When the next one may go out, if that is later than now.
    pub next_at: Option<Time>,
}

/// Characters of an announcement in a list.
const SHORT: usize = 40;

/// Everything that is being sent, with how far it is.
#[must_use]
pub fn runs(world: &World, lang: Lang, all: &[RunLine]) -> Message {
    let mut lines = Lines::new(world, lang);
    let mut rows = Vec::new();
    lines.say(if all.is_empty() { "runs-none" } else { "runs" }, &[]);
    for run in all {
        lines.gap();
        if let Some((id, title)) = &run.job {
            lines.say("run-job", &[("id", Arg::Html(id.to_string())), ("title", Arg::from(title))]);
        } else {
            let args = [("text", Arg::from(shortened(&run.text))), ("audience", Arg::from(&run.audience))];
            lines.say("run-announcement", &args);
            let text = world.texts.say(lang, "run-stop", &[("text", Arg::Html(shortened(&run.text)))]);
            rows.push(vec![Button::new(text, format!("op:stop:{}", run.id))]);
        }
        let counts =
            [("sent", Arg::from(run.sent)), ("open", Arg::from(run.open)), ("lost", Arg::from(run.lost))];
        lines.say("run-progress", &counts);
        if let Some(at) = run.next_at {
            let at = at.local(&world.pack.zone).strftime("%m-%d %H:%M").to_string();
            lines.say("run-next", &[("at", Arg::Html(at))]);
        }
    }
    if !all.is_empty() {
        rows.push(vec![button(world, lang, "runs-refresh", "op:runs")]);
    }
    rows.push(back(world, lang));
    Message::inline(lines.text(), rows)
}

/// The beginning of a text, on one line.
#[must_use]
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    line.chars().take(SHORT - 1).chain(['…']).collect()
}

/// An announcement, as everybody sees it.
#[must_use]
pub fn announcement(world: &World, lang: Lang, text: &str) -> Message {
    Message::text(world.texts.say(lang, "announcement", &[("text", text.into())]))
}

/// The announcement exactly as it will be seen, and how many get it.
#[must_use]
pub fn announcement_preview(ask: &Ask<'_>, session: &Session, facts: &Facts) -> String {
    let (world, lang) = (ask.world, ask.lang);
    let (Some(audience), Some(text)) = (session.answers.one("audience"), session.answers.text("text")) else {
        return String::new();
    };
    let mut lines = Lines::new(world, lang);
    lines.say("ann-preview", &[]);
    lines.raw(format!("<blockquote>{}</blockquote>", announcement(world, lang, text).html));
    lines.gap();
    let count = facts.listeners.unwrap_or(0);
    let args = [("audience", Arg::from(forms::audience_name(ask, audience))), ("count", Arg::from(count))];
    lines.say(if count == 0 { "ann-reaches-none" } else { "ann-reaches" }, &args);
    lines.text()
}

/// The announcement is on its way: to how many at once, to how many after their quiet hours, when those end.
#[must_use]
pub fn announced(world: &World, lang: Lang, now: usize, later: usize, at: Option<Time>) -> Message {
    let at = at.map(|at| describe::clock(at, &world.pack.zone)).unwrap_or_default();
    let key = match (now, later) {
        (_, 0) => "announced",
        (0, _) => "announced-all-later",
        _ => "announced-later",
    };
    let args = [("now", Arg::from(now)), ("later", Arg::from(later)), ("at", Arg::Html(at))];
    let rows = vec![vec![button(world, lang, "runs-again", "op:runs")], back(world, lang)];
    Message::inline(world.texts.say(lang, key, &args), rows)
}

/// An announcement went out to everybody it was for.
#[must_use]
pub fn announcement_report(world: &World, lang: Lang, text: &str, sent: i64, lost: i64) -> Message {
    let args = [("text", Arg::from(shortened(text))), ("sent", Arg::from(sent)), ("lost", Arg::from(lost))];
    let key = if lost > 0 { "announcement-sent-lost" } else { "announcement-sent" };
    Message::inline(world.texts.say(lang, key, &args), vec![back(world, lang)])
}

/// An announcement was stopped: how many got it, of how many.
#[must_use]
pub fn stopped(world: &World, lang: Lang, sent: i64, total: i64) -> Message {
    let args = [("sent", Arg::from(sent)), ("total", Arg::from(total))];
    Message::inline(world.texts.say(lang, "announcement-stopped", &args), vec![back(world, lang)])
}
