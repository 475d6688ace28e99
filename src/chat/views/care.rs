//! What workers see of check-ins and reports.

use super::Lines;
use crate::chat::{Button, Message, Tone, World};
use crate::domain::{CheckDay, CheckIn, Job, JobId, Lang, ReportKind, Works};
use crate::i18n::Arg;

/// What stops a job, beside what became of its offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Operators look at it, or at its employer, first.
    Checked,
    /// Its employer may not hire any more.
    Barred,
}

impl Stop {
    /// What workers are told, as a locale key; `shut` where they could apply otherwise.
    pub(super) const fn key(self, shut: bool) -> &'static str {
        match self {
            Self::Barred => "offer-barred",
            Self::Checked if shut => "offer-checked",
            Self::Checked => "offer-checked-waiting",
        }
    }
}

fn answer(world: &World, lang: Lang, key: &str, check: CheckIn, word: &str) -> Button {
    let data = format!("ck:{}:{}:{word}", check.job, check.day.number());
    Button::new(world.texts.say(lang, key, &[]), data)
}

/// Asks whether the work began, or goes on; `again` above it says that nobody answered yet.
#[must_use]
pub fn checkin(world: &World, lang: Lang, check: CheckIn, company: &str, job: &Job, again: bool) -> Message {
    let mut lines = Lines::new(world, lang);
    if again {
        lines.say("checkin-again", &[]);
    }
    let args = [("company", Arg::from(company)), ("title", Arg::from(super::job_title(world, lang, job)))];
    let first = check.day == CheckDay::First;
    lines.say(if first { "checkin-started" } else { "checkin-stays" }, &args);
    let yes = if first { "button-started" } else { "button-stays" };
    let mut rows = vec![vec![answer(world, lang, yes, check, Works::Yes.word()).tone(Tone::Good)]];
    if first {
        rows.push(vec![answer(world, lang, "button-not-yet", check, Works::NotYet.word())]);
    }
    let no = if first { "button-not-started" } else { "button-not-stays" };
    rows.push(vec![answer(world, lang, no, check, Works::No.word())]);
    Message::inline(lines.text(), rows)
}

/// What the answer came to, and the second question: whether somebody asked for money.
#[must_use]
pub fn charged_question(
    world: &World,
    lang: Lang,
    check: CheckIn,
    company: &str,
    works: Option<Works>,
) -> Message {
    let mut lines = Lines::new(world, lang);
    match works {
        Some(Works::Yes) => lines.say("checkin-yes", &[]),
        Some(Works::NotYet) => lines.say("checkin-not-yet", &[]),
        Some(Works::No) => lines.say("checkin-no", &[]),
        None => lines.say("checkin-again", &[]),
    }
    lines.gap();
    lines.say("checkin-charged", &[("company", company.into())]);
    let rows = vec![
        vec![
            answer(world, lang, "button-free", check, "free").tone(Tone::Good),
            answer(world, lang, "button-paid", check, "paid"),
        ],
        vec![answer(world, lang, "button-slip", check, "again")],
    ];
    Message::inline(lines.text(), rows)
}

/// The end of a check-in without a charge; who does not work there is asked whether they look for work.
#[must_use]
pub fn checked_in(world: &World, lang: Lang, works: Option<Works>, offers: bool) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    if works == Some(Works::No) && offers {
        let jobs = Button::new(text("menu-jobs"), "m:jobs").tone(Tone::Good);
        let off = Button::new(text("button-offers-off"), "u:off");
        return Message::inline(text("checkin-done-offers"), vec![vec![jobs], vec![off]]);
    }
    Message::text(text("checkin-done"))
}

/// A charge is with the operators; it can be taken back until they decide.
#[must_use]
pub fn charge_kept(world: &World, lang: Lang, check: CheckIn, company: &str) -> Message {
    let text = world.texts.say(lang, "charge-kept", &[("company", company.into())]);
    Message::inline(text, vec![vec![answer(world, lang, "button-uncharge", check, "back")]])
}

/// The first question once more: the answer was a slip.
#[must_use]
pub fn works_question_again(world: &World, lang: Lang, check: CheckIn, company: &str, job: &Job) -> Message {
    let mut message = checkin(world, lang, check, company, job, false);
    message.html = format!("{}\n\n{}", world.texts.say(lang, "checkin-slip", &[]), message.html);
    message
}

/// What can be reported about a job.
#[must_use]
pub fn report_menu(world: &World, lang: Lang, id: JobId, job: &Job) -> Message {
    let title = super::job_title(world, lang, job);
    let mut rows: Vec<Vec<Button>> = ReportKind::ALL
        .iter()
        .map(|kind| {
            let text = world.texts.say(lang, &format!("report-{}", kind.word()), &[]);
            vec![Button::new(text, format!("rp:{id}:{}", kind.word()))]
        })
        .collect();
    rows.push(vec![Button::new(world.texts.say(lang, "button-report-not", &[]), format!("v:{id}"))]);
    Message::inline(world.texts.say(lang, "report-which", &[("title", title.into())]), rows)
}

/// A report is with the operators; it can be taken back.
#[must_use]
pub fn report_kept(world: &World, lang: Lang, id: JobId, kind: ReportKind) -> Message {
    let kind = world.texts.say(lang, &format!("report-{}", kind.word()), &[]);
    let back = Button::new(world.texts.say(lang, "button-unreport", &[]), format!("rp:{id}:undo"));
    let text = world.texts.say(lang, "report-kept", &[("kind", Arg::Html(kind))]);
    Message::inline(text, vec![vec![back]])
}
