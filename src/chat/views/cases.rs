//! What operators see of employers and jobs that something was said about, and what the employers are told.

use super::{Lines, stop_reason};
use crate::chat::{Button, Company, Message, Tone, World, describe};
use crate::domain::{Charge, EmployerId, Job, JobId, JobState, Lang, PersonId, Report, ReportKind, Verdict};
use crate::i18n::Arg;

/// Charges, reports and people shown on one card at most: what was said stays within a message.
const SHOWN: usize = 4;

/// An employer's case, as operators see it.
#[derive(Debug, Clone, PartialEq)]
pub struct EmployerCase {
    /// The employer.
    pub id: EmployerId,
    /// What they said of the company.
    pub company: Company,
    /// What was decided, as a word.
    pub state: String,
    /// Why.
    pub reason: Option<String>,
    /// Workers who say that they were charged, the latest first.
    pub charges: Vec<Charge>,
    /// Reports about its jobs.
    pub reports: Vec<Report>,
    /// What the employer says, if nobody decided since.
    pub appeal: Option<String>,
}

/// A job's case, as operators see it.
#[derive(Debug, Clone, PartialEq)]
pub struct JobCase {
    /// The job.
    pub id: JobId,
    /// Whose.
    pub employer: EmployerId,
    /// The employer's name.
    pub company: String,
    /// Who posted it.
    pub owner: PersonId,
    /// What it is.
    pub job: Job,
    /// Whether it takes applications.
    pub state: JobState,
    /// Why it is held, by a code or in an operator's words.
    pub hold: Option<String>,
    /// What was reported, the latest first.
    pub reports: Vec<Report>,
    /// Whether the employer may be frozen: it is approved.
    pub may_freeze: bool,
}

fn why(world: &World, lang: Lang, reason: &str) -> Arg {
    Arg::Html(stop_reason(world, lang, reason))
}

/// Begins an appeal.
pub(super) fn appeal_button(world: &World, lang: Lang, id: EmployerId) -> Button {
    Button::new(world.texts.say(lang, "button-appeal", &[]), format!("ea:{id}"))
}

/// How many reports there are of each kind: `要钱 2、骗人 1`.
fn by_kind(world: &World, lang: Lang, reports: &[Report]) -> String {
    let counted = ReportKind::ALL.iter().filter_map(|kind| {
        let count = reports.iter().filter(|report| report.kind == *kind).count();
        let kind = world.texts.say(lang, &format!("report-{}", kind.word()), &[]);
        let args = [("kind", Arg::Html(kind)), ("count", Arg::from(count))];
        (count > 0).then(|| world.texts.say(lang, "case-kind", &args))
    });
    counted.collect::<Vec<_>>().join(&world.texts.say(lang, "list-comma", &[]))
}

/// An employer's case with what can be decided.
#[must_use]
pub fn employer_case(world: &World, lang: Lang, case: &EmployerCase) -> Message {
    let mut lines = Lines::new(world, lang);
    let fresh = case.charges.iter().any(|charge| !charge.settled);
    lines.say(
        match (fresh, &case.appeal) {
            (true, _) => "case-charge",
            (false, Some(_)) => "case-appeal",
            (false, None) => "case-employer",
        },
        &[],
    );
    lines.gap();
    lines.say("fact-company", &[("company", Arg::from(&case.company.name))]);
    lines.say("fact-contact", &[("contact", Arg::from(&case.company.contact))]);
    lines.say("fact-licence", &[("licence", Arg::from(&case.company.licence))]);
    let state = world.texts.say(lang, &format!("case-{}", case.state), &[]);
    lines.say("case-state", &[("state", Arg::Html(state))]);
    if let Some(reason) = &case.reason {
        lines.say("case-reason", &[("reason", why(world, lang, reason))]);
    }
    let args = [("charges", Arg::from(case.charges.len())), ("reports", Arg::from(case.reports.len()))];
    lines.say("case-counts", &args);
    if !case.charges.is_empty() || case.appeal.is_some() {
        lines.gap();
    }
    for charge in case.charges.iter().take(SHOWN) {
        let args = [
            ("name", Arg::from(describe::first_name(world, &charge.name, lang))),
            ("job", Arg::Html(charge.job.to_string())),
            ("day", Arg::from(charge.day.number())),
            ("said", Arg::from(charge.said.as_deref().unwrap_or("…"))),
        ];
        lines.say("case-said", &args);
    }
    if let Some(appeal) = &case.appeal {
        lines.say("case-appeal-text", &[("text", appeal.into())]);
    }
    Message::inline(lines.text(), employer_rows(world, lang, case))
}

fn employer_rows(world: &World, lang: Lang, case: &EmployerCase) -> Vec<Vec<Button>> {
    let button = |key: &str, what: &str| {
        Button::new(world.texts.say(lang, key, &[]), format!("oe:{}:{what}", case.id))
    };
    let mut rows = match case.state.as_str() {
        "approved" => vec![vec![button("button-freeze", Verdict::Freeze.word()).tone(Tone::Bad)]],
        "frozen" => vec![
            vec![button("button-keep", "keep"), button("button-thaw", Verdict::Thaw.word()).tone(Tone::Good)],
            vec![button("button-bar", Verdict::Refuse.word()).tone(Tone::Bad)],
        ],
        "waiting" => vec![super::employer::decide_row(world, lang, case.id)],
        "refused" => vec![vec![button("button-thaw-refused", Verdict::Thaw.word()).tone(Tone::Good)]],
        _ => Vec::new(),
    };
    let mut people: Vec<(i64, &str)> = Vec::new();
    for charge in &case.charges {
        if people.len() < SHOWN && !people.iter().any(|(id, _)| *id == charge.person.0) {
            people.push((charge.person.0, &charge.name));
        }
    }
    let people = people.into_iter().map(|(id, name)| {
        let name = describe::first_name(world, name, lang);
        // The text of a button is no HTML.
        let text = world.texts.say(lang, "button-person", &[("name", Arg::Html(name))]);
        Button::new(text, format!("op:p:{id}:c"))
    });
    rows.extend(people.collect::<Vec<_>>().chunks(2).map(<[Button]>::to_vec));
    rows
}

/// What was decided about an employer, on the cards of all operators.
#[must_use]
pub fn case_judged(
    world: &World,
    lang: Lang,
    id: EmployerId,
    key: &str,
    company: &str,
    reason: &str,
) -> Message {
    let args = [("company", company.into()), ("reason", why(world, lang, reason))];
    let show = Button::new(world.texts.say(lang, "button-case", &[]), format!("oe:{id}:show"));
    Message::inline(world.texts.say(lang, key, &args), vec![vec![show]])
}

/// Newer news of the same stand below.
#[must_use]
pub fn case_newer(world: &World, lang: Lang) -> Message {
    super::say(world, lang, "case-newer")
}

/// There is nothing left to decide: whom it was about is gone.
#[must_use]
pub fn case_gone(world: &World, lang: Lang) -> Message {
    super::say(world, lang, "case-gone")
}

/// A job's case with what can be decided.
#[must_use]
pub fn job_case(world: &World, lang: Lang, case: &JobCase) -> Message {
    let mut lines = Lines::new(world, lang);
    let open: Vec<Report> = case.reports.iter().filter(|report| report.open).cloned().collect();
    lines.say(if open.is_empty() { "case-job" } else { "case-job-reported" }, &[]);
    lines.gap();
    let title = super::job_title(world, lang, &case.job);
    lines.say("case-job-title", &[("id", Arg::Html(case.id.to_string())), ("title", title.into())]);
    lines.say("fact-company", &[("company", Arg::from(&case.company))]);
    let state = world.texts.say(lang, &format!("job-{}", case.state.word()), &[]);
    lines.say("case-state", &[("state", Arg::Html(state))]);
    if let Some(hold) = &case.hold {
        lines.say("case-reason", &[("reason", why(world, lang, hold))]);
    }
    let kinds = if open.is_empty() {
        world.texts.say(lang, "case-no-reports", &[])
    } else {
        by_kind(world, lang, &open)
    };
    lines.say("case-reports", &[("kinds", Arg::Html(kinds))]);
    let closed = case.reports.len() - open.len();
    if closed > 0 {
        lines.say("case-closed-reports", &[("count", Arg::from(closed))]);
    }
    let said: Vec<&Report> = open.iter().filter(|report| report.said.is_some()).take(SHOWN).collect();
    if !said.is_empty() {
        lines.gap();
    }
    for report in said {
        let kind = world.texts.say(lang, &format!("report-{}", report.kind.word()), &[]);
        let said = report.said.as_deref().unwrap_or_default();
        lines.say("case-report-said", &[("kind", Arg::Html(kind)), ("said", said.into())]);
    }
    Message::inline(lines.text(), job_rows(world, lang, case, !open.is_empty()))
}

fn job_rows(world: &World, lang: Lang, case: &JobCase, reported: bool) -> Vec<Vec<Button>> {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let button = |key: &str, what: &str| Button::new(text(key), format!("oj:{}:{what}", case.id));
    let mut first = Vec::new();
    match case.state {
        JobState::Open | JobState::Paused => first.push(button("button-hold", "hold").tone(Tone::Bad)),
        JobState::Held => first.push(button("button-release", "release").tone(Tone::Good)),
        _ => {}
    }
    if reported && case.state != JobState::Held {
        first.push(button("button-dismiss", "dismiss"));
    }
    let mut rows = if first.is_empty() { Vec::new() } else { vec![first] };
    rows.push(vec![Button::new(text("case-owner"), format!("op:p:{}:c", case.owner))]);
    if case.may_freeze {
        let data = format!("oe:{}:{}", case.employer, Verdict::Freeze.word());
        rows.push(vec![Button::new(text("button-freeze"), data).tone(Tone::Bad)]);
    } else {
        rows.push(vec![Button::new(text("button-case"), format!("oe:{}:show", case.employer))]);
    }
    rows
}

/// What was decided about a job, on the cards of all operators.
#[must_use]
pub fn job_decided(world: &World, lang: Lang, key: &str, case: &JobCase) -> Message {
    let title = super::job_title(world, lang, &case.job);
    let args = [("id", Arg::Html(case.id.to_string())), ("title", title.into())];
    let show = Button::new(world.texts.say(lang, "button-case", &[]), format!("oj:{}:show", case.id));
    Message::inline(world.texts.say(lang, key, &args), vec![vec![show]])
}

/// Whether an employer appealed within the last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appealed {
    /// No, and so may.
    No,
    /// Yes, on this day, and nobody decided since.
    On(String),
    /// Yes, and somebody decided.
    Answered,
}

/// How an employer is told what was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// The employer.
    pub id: EmployerId,
    /// Its name.
    pub company: &'a str,
    /// Why, by a code or in an operator's words.
    pub reason: &'a str,
}

/// The employer is frozen, and how to appeal.
#[must_use]
pub fn frozen(world: &World, lang: Lang, told: Told<'_>) -> Message {
    let args = [("company", told.company.into()), ("reason", why(world, lang, told.reason))];
    let rows = vec![vec![appeal_button(world, lang, told.id)]];
    Message::inline(world.texts.say(lang, "employer-now-frozen", &args), rows)
}

/// The employer may go on; why, if an operator said so.
#[must_use]
pub fn thawed(world: &World, lang: Lang, told: Told<'_>) -> Message {
    let args = [("company", told.company.into()), ("reason", why(world, lang, told.reason))];
    let key = if told.reason.is_empty() { "employer-thawed" } else { "employer-thawed-why" };
    let button = |key: &str, data: &str| Button::new(world.texts.say(lang, key, &[]), data);
    let row = vec![button("menu-myjobs", "m:myjobs"), button("menu-post", "m:post")];
    Message::inline(world.texts.say(lang, key, &args), vec![row])
}

/// What an operator decided, as the employer is told.
#[must_use]
pub fn verdict_told(world: &World, lang: Lang, verdict: Verdict, told: Told<'_>) -> Message {
    match verdict {
        Verdict::Freeze => frozen(world, lang, told),
        Verdict::Thaw => thawed(world, lang, told),
        Verdict::Refuse => standing(world, lang, told, "employer-barred", false, &Appealed::No),
    }
}

/// Where an employer stands that was refused or frozen, under one of the texts `employer-standing-frozen`,
/// `employer-standing-refused`, `employer-barred`; whether it may sign up again, and when it last appealed.
#[must_use]
pub fn standing(
    world: &World,
    lang: Lang,
    told: Told<'_>,
    key: &str,
    again: bool,
    appealed: &Appealed,
) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say(key, &[("company", told.company.into()), ("reason", why(world, lang, told.reason))]);
    let mut rows = Vec::new();
    if again {
        let text = world.texts.say(lang, "button-again", &[]);
        rows.push(vec![Button::new(text, format!("er:{}", told.id)).tone(Tone::Good)]);
    }
    match appealed {
        Appealed::On(day) => {
            lines.gap();
            lines.say("appeal-waits", &[("on", Arg::Html(day.clone()))]);
        }
        Appealed::Answered => {
            lines.gap();
            lines.say("appeal-tomorrow", &[]);
        }
        Appealed::No => rows.push(vec![appeal_button(world, lang, told.id)]),
    }
    Message::inline(lines.text(), rows)
}

/// A job is being looked at; `kinds` of what was reported where that names nobody.
#[must_use]
pub fn job_held(world: &World, lang: Lang, case: &JobCase, kinds: bool) -> Message {
    let open: Vec<Report> = case.reports.iter().filter(|report| report.open).cloned().collect();
    let reason = if kinds { Arg::Html(by_kind_names(world, lang, &open)) } else { why(world, lang, "heard") };
    let title = super::job_title(world, lang, &case.job);
    let args = [("id", Arg::Html(case.id.to_string())), ("title", title.into()), ("reason", reason)];
    Message::text(world.texts.say(lang, "job-now-held", &args))
}

/// The kinds alone: how many said what could name somebody.
fn by_kind_names(world: &World, lang: Lang, reports: &[Report]) -> String {
    let kinds = ReportKind::ALL.iter().filter(|kind| reports.iter().any(|report| report.kind == **kind));
    let names = kinds.map(|kind| world.texts.say(lang, &format!("report-{}", kind.word()), &[]));
    names.collect::<Vec<_>>().join(&world.texts.say(lang, "list-comma", &[]))
}

/// A job was looked at and goes on.
#[must_use]
pub fn job_released(world: &World, lang: Lang, id: JobId, job: &Job) -> Message {
    let title = super::job_title(world, lang, job);
    let args = [("id", Arg::Html(id.to_string())), ("title", title.into())];
    Message::text(world.texts.say(lang, "job-now-released", &args))
}

/// Somebody who was hired says something about it to the employer: `key` is `hired-left`, `hired-left-again`
/// (the job is open again) or `hired-back`.
#[must_use]
pub fn left(world: &World, lang: Lang, key: &str, name: &str, id: JobId, job: &Job) -> Message {
    let args = [
        ("name", Arg::from(describe::first_name(world, name, lang))),
        ("id", Arg::Html(id.to_string())),
        ("title", Arg::from(super::job_title(world, lang, job))),
    ];
    let jobs = Button::new(world.texts.say(lang, "menu-myjobs", &[]), "m:myjobs");
    Message::inline(world.texts.say(lang, key, &args), vec![vec![jobs]])
}
