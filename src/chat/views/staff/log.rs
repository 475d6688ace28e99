//! The audit log, as an operator reads it.

use super::super::Lines;
use super::{back, button};
use crate::chat::form::Ask;
use crate::chat::{Message, forms};
use crate::domain::Time;
use crate::i18n::Arg;

/// An entry of the log, with the names that were looked up.
#[derive(Debug, Clone)]
pub struct LogLine {
    /// When.
    pub at: Time,
    /// Who, by number and name.
    pub who: String,
    /// What: `employer approved`.
    pub action: String,
    /// To whom or what, by number and name.
    pub whom: String,
    /// How or why, as a code.
    pub detail: String,
}

/// What the subject of an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// A person.
    Person,
    /// An employer.
    Employer,
    /// A job.
    Job,
    /// An announcement.
    Announcement,
    /// Nobody in particular.
    Nothing,
}

/// What the number in an entry stands for.
#[must_use]
pub fn subject_kind(action: &str) -> SubjectKind {
    match action.split(' ').next().unwrap_or_default() {
        "employer" | "charge" => SubjectKind::Employer,
        "job" | "reports" => SubjectKind::Job,
        "announcement" => SubjectKind::Announcement,
        "people" => SubjectKind::Nothing,
        _ => SubjectKind::Person,
    }
}

/// A page of the log, the latest entries first.
#[must_use]
pub fn log(ask: &Ask<'_>, entries: &[LogLine], page: usize, more: bool) -> Message {
    let (world, lang) = (ask.world, ask.lang);
    let mut lines = Lines::new(world, lang);
    lines.say(if entries.is_empty() { "log-none" } else { "log" }, &[("page", Arg::from(page + 1))]);
    lines.gap();
    for entry in entries {
        let at = entry.at.local(&world.pack.zone).strftime("%m-%d %H:%M").to_string();
        let own = format!("audit-{}", entry.action.replace(' ', "-"));
        let key = if world.texts.has(lang, &own) { own.as_str() } else { "audit-other" };
        let args = [
            ("who", Arg::from(&entry.who)),
            ("whom", Arg::from(&entry.whom)),
            ("action", Arg::from(&entry.action)),
        ];
        let what = world.texts.say(lang, key, &args);
        let why = why(ask, &entry.detail);
        let args = [("at", Arg::Html(at)), ("what", Arg::Html(what)), ("why", Arg::from(&why))];
        lines.say(if why.is_empty() { "log-line" } else { "log-line-why" }, &args);
    }
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(button(world, lang, "log-newer", format!("op:log:{}", page - 1)));
    }
    if more {
        turn.push(button(world, lang, "log-older", format!("op:log:{}", page + 1)));
    }
    let rows = [turn, back(world, lang)].into_iter().filter(|row| !row.is_empty()).collect();
    Message::inline(lines.text(), rows)
}

/// A code in words; what is no code as it stands.
fn why(ask: &Ask<'_>, detail: &str) -> String {
    let say = |key: &str, id: &str| ask.world.texts.say(ask.lang, key, &[("id", Arg::from(id))]);
    if let Some(job) = detail.strip_prefix("job ") {
        return say("audit-why-job", job);
    }
    if let Some(employer) = detail.strip_prefix("employer ") {
        return say("audit-why-employer", employer);
    }
    if let Some(count) = detail.strip_suffix(" reports") {
        return say("audit-why-reports", count);
    }
    if detail.contains(", ") {
        return detail.split(", ").map(|one| why(ask, one)).collect::<Vec<_>>().join(", ");
    }
    let code = detail.replace(' ', "-");
    let known = ["audit-why", "reveal-reason", "refuse-reason"]
        .into_iter()
        .map(|prefix| format!("{prefix}-{code}"))
        .find(|key| !code.is_empty() && ask.world.texts.has(ask.lang, key));
    match known {
        Some(key) => ask.world.texts.say(ask.lang, &key, &[]),
        None if forms::Audience::of_id(detail).is_some() => forms::audience_name(ask, detail),
        None => detail.to_owned(),
    }
}
