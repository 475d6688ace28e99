//! What employers and operators see: cards, the preview of a job, lists of jobs.

use super::reasons::flag_lines;
use super::{Lines, OfferCard, OfferMark, offer};
use crate::chat::forms::JobProblem;
use crate::chat::{
    Button, Company, EmployerState, Facts, Message, Person, Session, Subject, Tone, World, describe, forms,
};
use crate::domain::{EmployerId, Job, JobId, JobState, Lang, TradeId};
use crate::i18n::Arg;

/// A job in the employer's list.
#[derive(Debug, Clone, Copy)]
pub struct JobLine<'a> {
    /// Which one.
    pub id: JobId,
    /// What it is.
    pub job: &'a Job,
    /// Whether it takes applications.
    pub state: JobState,
    /// To how many it was offered.
    pub offered: i64,
    /// How many applied and wait for an answer.
    pub waiting: i64,
    /// How many were hired.
    pub hired: i64,
}

/// What an employer said of the company, to be confirmed.
#[must_use]
pub fn company_summary(world: &World, lang: Lang, company: &Company) -> String {
    let mut lines = Lines::new(world, lang);
    lines.say("emp-summary", &[]);
    lines.gap();
    company_lines(&mut lines, company);
    lines.gap();
    lines.say("emp-agree", &[]);
    lines.text()
}

fn company_lines(lines: &mut Lines<'_>, company: &Company) {
    lines.say("fact-company", &[("company", Arg::from(&company.name))]);
    lines.say("fact-contact", &[("contact", Arg::from(&company.contact))]);
    lines.say("fact-licence", &[("licence", Arg::from(&company.licence))]);
}

/// The employer's application is with the operators.
#[must_use]
pub fn waiting_for_approval(world: &World, lang: Lang, company: &Company) -> Message {
    Message::text(world.texts.say(lang, "employer-submitted", &[("company", Arg::from(&company.name))]))
}

/// An employer that waits, as an operator sees it.
#[must_use]
pub fn employer_card(world: &World, lang: Lang, id: EmployerId, company: &Company) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say("operator-employer", &[]);
    lines.gap();
    company_lines(&mut lines, company);
    Message::inline(lines.text(), vec![decide_row(world, lang, id)])
}

/// Approve, or refuse.
pub(super) fn decide_row(world: &World, lang: Lang, id: EmployerId) -> Vec<Button> {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    vec![
        Button::new(text("button-approve"), format!("ok:{id}")).tone(Tone::Good),
        Button::new(text("button-refuse"), format!("no:{id}")).tone(Tone::Bad),
    ]
}

/// What an operator decided; `current` is `false` when somebody else had decided before.
#[must_use]
pub fn decided(world: &World, lang: Lang, company: &str, reason: Option<&str>, current: bool) -> Message {
    let key = match (current, reason) {
        (false, _) => "operator-decided-before",
        (true, None) => "operator-approved",
        (true, Some(_)) => "operator-refused",
    };
    let args = [("company", company.into()), ("reason", reason.unwrap_or_default().into())];
    Message::text(world.texts.say(lang, key, &args))
}

/// The employer may post jobs from now on.
#[must_use]
pub fn approved(world: &World, lang: Lang, company: &str) -> Message {
    let post = Button::new(world.texts.say(lang, "menu-post", &[]), "m:post").tone(Tone::Good);
    Message::inline(
        world.texts.say(lang, "employer-now-approved", &[("company", company.into())]),
        vec![vec![post]],
    )
}

/// The employer may not post jobs, and why.
#[must_use]
pub fn refused(world: &World, lang: Lang, id: EmployerId, company: &str, reason: &str) -> Message {
    let again = Button::new(world.texts.say(lang, "button-again", &[]), format!("er:{id}"));
    let args = [("company", company.into()), ("reason", reason.into())];
    let rows = vec![vec![again], vec![super::cases::appeal_button(world, lang, id)]];
    Message::inline(world.texts.say(lang, "employer-refused", &args), rows)
}

/// The job exactly as workers will see it, and how many it fits.
#[must_use]
pub fn preview(
    world: &World,
    person: &Person,
    session: &Session,
    problems: &[JobProblem],
    flags: &[String],
    facts: &Facts,
) -> String {
    let (Some(job), Some(employer)) = (forms::job(&session.answers), &person.employer) else {
        return String::new();
    };
    let verified = match employer.state {
        EmployerState::Approved(at) => Some(describe::date(at, person.zone(&world.pack.zone))),
        _ => None,
    };
    let card = OfferCard {
        id: None,
        job: &job,
        company: &employer.company.name,
        verified,
        fit: facts.example.as_ref(),
        mark: OfferMark::Preview,
        stop: None,
        of: None,
    };
    let shown = offer(world, person.lang, &card).html;
    let count = facts.fitting_workers.unwrap_or(0);
    let edited = matches!(session.subject, Some(Subject::One(_)));
    let mut lines = Lines::new(world, person.lang);
    lines.say("post-preview", &[]);
    lines.raw(format!("<blockquote>{shown}</blockquote>"));
    lines.gap();
    if !flags.is_empty() {
        lines.say("post-flags", &[]);
        let flags = flags.iter().map(String::as_str);
        for line in flag_lines(world, person.lang, flags) {
            lines.raw(format!("· {line}"));
        }
        lines.gap();
    }
    if problems.is_empty() {
        let key = match count {
            _ if edited => "edit-preview",
            0 => "post-fits-none",
            _ => "post-fits",
        };
        lines.say(key, &[("count", Arg::from(count))]);
        if job.start.is_none() && job.other_places.is_empty() && job.text.is_none() {
            lines.say("post-more", &[]);
        }
    } else {
        mend_lines(&mut lines, problems);
    }
    lines.text()
}

fn mend_lines(lines: &mut Lines<'_>, problems: &[JobProblem]) {
    lines.say("post-mend", &[]);
    for problem in problems {
        lines.raw(describe::job_problem(lines.world, problem, lines.lang));
    }
}

/// The job was posted, and waits for an operator because of what its ad asked for.
#[must_use]
pub fn posted_held(world: &World, lang: Lang, id: JobId, flags: &[String]) -> Message {
    let mut lines = Lines::new(world, lang);
    let why = flag_lines(world, lang, flags.iter().map(String::as_str)).join("; ");
    lines.say("posted-held", &[("id", Arg::Html(id.to_string())), ("reason", Arg::Html(why))]);
    Message::inline(lines.text(), vec![my_jobs_row(world, lang)])
}

/// The job cannot be posted as it is, and what to mend.
#[must_use]
pub fn must_mend(world: &World, lang: Lang, problems: &[JobProblem]) -> Message {
    let mut lines = Lines::new(world, lang);
    mend_lines(&mut lines, problems);
    Message::text(lines.text())
}

/// The job is on its way.
#[must_use]
pub fn posted(world: &World, lang: Lang, id: JobId, now: usize, later: usize, at: Option<&str>) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say("posted", &[("id", Arg::Html(id.to_string()))]);
    match (now, later) {
        (0, 0) => lines.say("posted-none", &[]),
        (now, 0) => lines.say("posted-now", &[("count", Arg::from(now))]),
        (0, later) => {
            let at = Arg::Html(at.unwrap_or_default().to_owned());
            lines.say("posted-all-later", &[("count", Arg::from(later)), ("at", at)]);
        }
        (now, later) => {
            let at = Arg::Html(at.unwrap_or_default().to_owned());
            lines.say("posted-later", &[("now", Arg::from(now)), ("later", Arg::from(later)), ("at", at)]);
        }
    }
    Message::inline(lines.text(), vec![my_jobs_row(world, lang)])
}

pub(super) fn my_jobs_row(world: &World, lang: Lang) -> Vec<Button> {
    vec![Button::new(world.texts.say(lang, "menu-myjobs", &[]), "m:myjobs")]
}

/// The broadcast of a job is done.
#[must_use]
pub fn sent_report(world: &World, lang: Lang, job: &JobLine<'_>, sent: i64, lost: i64) -> Message {
    let args = [
        ("trades", Arg::from(trades(world, lang, job))),
        ("sent", Arg::from(sent)),
        ("lost", Arg::from(lost)),
    ];
    let key = if lost > 0 { "sent-report-lost" } else { "sent-report" };
    Message::inline(world.texts.say(lang, key, &args), vec![my_jobs_row(world, lang)])
}

pub(super) fn trades(world: &World, lang: Lang, job: &JobLine<'_>) -> String {
    describe::trades(world, job.job.trades.iter().map(TradeId::as_str), lang)
}

/// The text under the picture of a job's link.
#[must_use]
pub fn job_link(world: &World, lang: Lang, job: &JobLine<'_>, link: &str) -> Message {
    let args = [
        ("id", Arg::Html(job.id.to_string())),
        ("trades", Arg::from(trades(world, lang, job))),
        ("link", Arg::from(link)),
    ];
    Message::text(world.texts.say(lang, "job-link", &args))
}
