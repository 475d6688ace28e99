//! What workers see: offers, the profile, what became of an application.

use super::{Lines, Stop};
use crate::chat::{Ask, Button, Form, Message, Pause, Tone, Worker, World, describe};
use crate::domain::{CertificateId, Home, Job, JobId, Lang, Nature, TradeId};
use crate::i18n::Arg;
use crate::matching::Fit;

/// An offer as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferCard<'a> {
    /// Which job; `None` while it is being posted.
    pub id: Option<JobId>,
    /// The job.
    pub job: &'a Job,
    /// Who offers it.
    pub company: &'a str,
    /// Since when operators vouch for the employer.
    pub verified: Option<String>,
    /// Why it fits; `None` when it is shown to nobody in particular.
    pub fit: Option<&'a Fit>,
    /// What became of it.
    pub mark: OfferMark,
    /// What stops it, if anything does.
    pub stop: Option<Stop>,
    /// Place and length of the list that it belongs to.
    pub of: Option<(usize, usize)>,
}

/// What became of an offer, as the worker sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferMark {
    /// Nothing yet.
    Open,
    /// The worker does not want it.
    Declined,
    /// The worker took the application back.
    Withdrawn,
    /// The worker applied.
    Applied,
    /// The worker applied and shared the number.
    Shared,
    /// The worker was hired.
    Hired,
    /// Somebody else was hired.
    Refused,
    /// The worker is invited to an interview.
    Invited,
    /// The employer says that the worker did not come.
    NoShow,
    /// The worker did not begin, or does not work there any more.
    Left,
    /// The job ended before the employer answered.
    Closed,
    /// The places are filled.
    Filled,
    /// The employer takes no applications for now.
    Paused,
    /// The job is over.
    Ended,
    /// Only looked at, by the employer who posts it.
    Preview,
}

/// An offer with its buttons.
#[must_use]
pub fn offer(world: &World, lang: Lang, card: &OfferCard<'_>) -> Message {
    let mut lines = Lines::new(world, lang);
    if let Some((at, of)) = card.of {
        lines.say("offer-place", &[("at", Arg::from(at + 1)), ("of", Arg::from(of))]);
    }
    describe_job(&mut lines, card);
    if let Some(fit) = card.fit {
        let reasons = describe::reasons(world, fit, lang);
        if !reasons.is_empty() {
            lines.gap();
            lines.say("offer-why", &[]);
            for reason in reasons {
                lines.raw(reason);
            }
        }
    }
    if let Some(key) = mark_key(card).filter(|_| !is_shut(card)) {
        lines.gap();
        lines.say(key, &[]);
    }
    if let Some(stop) = card.stop {
        lines.gap();
        lines.say(stop.key(is_shut(card)), &[]);
    } else if matches!(card.mark, OfferMark::Open | OfferMark::Preview) {
        lines.gap();
        lines.say("offer-no-fee", &[]);
    }
    Message::inline(lines.text(), offer_buttons(world, lang, card))
}

/// Whether nobody can apply because the job is stopped.
const fn is_shut(card: &OfferCard<'_>) -> bool {
    let open = matches!(
        card.mark,
        OfferMark::Open
            | OfferMark::Declined
            | OfferMark::Withdrawn
            | OfferMark::Filled
            | OfferMark::Paused
            | OfferMark::Preview
    );
    card.stop.is_some() && open
}

const fn mark_key(card: &OfferCard<'_>) -> Option<&'static str> {
    match card.mark {
        OfferMark::Open | OfferMark::Preview => None,
        OfferMark::Declined => Some("offer-declined"),
        OfferMark::Withdrawn => Some("offer-withdrawn"),
        OfferMark::Applied if card.stop.is_some() => Some("offer-applied-stopped"),
        OfferMark::Applied => Some("offer-applied"),
        OfferMark::Shared => Some("offer-shared"),
        OfferMark::Hired => Some("offer-hired"),
        OfferMark::Refused => Some("offer-refused"),
        OfferMark::Invited => Some("offer-invited"),
        OfferMark::NoShow => Some("offer-no-show"),
        OfferMark::Left => Some("offer-left"),
        OfferMark::Closed => Some("offer-closed"),
        OfferMark::Filled => Some("offer-filled"),
        OfferMark::Paused => Some("offer-paused"),
        OfferMark::Ended => Some("offer-ended"),
    }
}

fn describe_job(lines: &mut Lines<'_>, card: &OfferCard<'_>) {
    let (world, lang, job) = (lines.world, lines.lang, card.job);
    let trades = describe::trades(world, job.trades.iter().map(TradeId::as_str), lang);
    let place = describe::place_name(world, &job.place, lang);
    lines.say("offer-title", &[("trades", trades.into()), ("place", place.into())]);
    if !job.other_places.is_empty() {
        let names: Vec<String> = job.places().map(|place| describe::place_name(world, place, lang)).collect();
        let list = names.join(&world.texts.say(lang, "list-comma", &[]));
        lines.say("offer-places", &[("places", list.into())]);
    }
    lines.say("offer-pay", &[("pay", Arg::Html(describe::pay(world, &job.pay, lang)))]);
    let work = world.texts.say(lang, &format!("work-{}", work_id(job.nature)), &[]);
    let shift = world.texts.say(lang, &format!("shift-{}", job.shift.id()), &[]);
    let args = [("work", Arg::Html(work)), ("shift", Arg::Html(shift)), ("count", Arg::from(job.headcount))];
    lines.say("offer-work", &args);
    if let Some(start) = job.start {
        lines.say("offer-start", &[("day", Arg::Html(start.to_string()))]);
    }
    if job.requires.months > 0 {
        let months = describe::months(world, job.requires.months, lang);
        lines.say("offer-requires-years", &[("years", Arg::Html(months))]);
    }
    if !job.requires.certificates.is_empty() {
        let names: Vec<String> = job
            .requires
            .certificates
            .iter()
            .map(|id| describe::certificate(world, CertificateId::as_str(id), lang))
            .collect();
        let list = names.join(&world.texts.say(lang, "list-comma", &[]));
        lines.say("offer-requires-certificates", &[("certificates", list.into())]);
    }
    if let Some(limit) = &job.requires.age {
        lines.say("offer-requires-age", &[("age", Arg::Html(describe::age_limit(world, limit, lang)))]);
    }
    if !job.provides.is_empty() {
        let names: Vec<String> = job
            .provides
            .iter()
            .map(|p| world.texts.say(lang, &format!("provides-{}", p.id()), &[]))
            .collect();
        let list = names.join(&world.texts.say(lang, "list-comma", &[]));
        lines.say("offer-provides", &[("provides", Arg::Html(list))]);
    }
    if let Some(text) = &job.text {
        lines.say("offer-text", &[("text", text.into())]);
    }
    match &card.verified {
        Some(since) => {
            lines.say("offer-from", &[("company", card.company.into()), ("since", Arg::Html(since.clone()))]);
        }
        None => lines.say("offer-from-new", &[("company", card.company.into())]),
    }
    lines.say("offer-contact", &[("contact", Arg::from(&job.contact))]);
}

/// The choice of work that a job's nature is shown as.
const fn work_id(nature: Nature) -> &'static str {
    nature.id()
}

fn offer_buttons(world: &World, lang: Lang, card: &OfferCard<'_>) -> Vec<Vec<Button>> {
    let Some(id) = card.id else { return Vec::new() };
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let other_jobs = || Button::new(text("button-other-jobs"), "m:jobs");
    let mut rows = match card.mark {
        _ if is_shut(card) => vec![vec![other_jobs()]],
        OfferMark::Open => vec![vec![
            Button::new(text("button-apply"), format!("a:{id}")).tone(Tone::Good),
            Button::new(text("button-not-for-me"), format!("n:{id}")),
        ]],
        OfferMark::Declined | OfferMark::Withdrawn => {
            vec![vec![Button::new(text("button-apply-after-all"), format!("a:{id}"))], vec![other_jobs()]]
        }
        OfferMark::Applied if card.stop.is_none() => vec![
            vec![Button::new(text("button-share-number"), format!("s:{id}")).tone(Tone::Good)],
            vec![Button::new(text("button-withdraw"), format!("w:{id}")), other_jobs()],
        ],
        OfferMark::Applied | OfferMark::Shared => {
            vec![vec![Button::new(text("button-withdraw"), format!("w:{id}")), other_jobs()]]
        }
        OfferMark::Preview => Vec::new(),
        OfferMark::Paused => {
            vec![vec![Button::new(text("button-look-again"), format!("a:{id}")), other_jobs()]]
        }
        // Whether they come is asked under the invitation itself.
        OfferMark::Invited => vec![vec![
            Button::new(text("button-other-time"), format!("an:{id}")),
            Button::new(text("button-withdraw"), format!("w:{id}")),
        ]],
        OfferMark::Hired => {
            vec![vec![Button::new(text("button-leave-job"), format!("w:{id}")), other_jobs()]]
        }
        OfferMark::Refused
        | OfferMark::Filled
        | OfferMark::NoShow
        | OfferMark::Left
        | OfferMark::Closed
        | OfferMark::Ended => vec![vec![other_jobs()]],
    };
    if let Some((at, of)) = card.of.filter(|(_, of)| *of > 1) {
        let mut pager = Vec::new();
        if at > 0 {
            pager.push(Button::new(text("button-page-back"), format!("j:{}", at - 1)));
        }
        if at + 1 < of {
            pager.push(Button::new(text("button-page-on"), format!("j:{}", at + 1)));
        }
        rows.push(pager);
    }
    if card.of.is_some_and(|(at, of)| at + 1 == of) {
        rows.push(vec![Button::new(text("button-why-not"), "y:0")]);
    }
    // To whom it was not offered, it is shown with no reasons why it fits.
    if card.fit.is_some() && card.mark != OfferMark::Preview {
        rows.push(vec![Button::new(text("button-report"), format!("rp:{id}"))]);
    }
    rows
}

/// No open job fits just now.
#[must_use]
pub fn no_jobs(world: &World, lang: Lang, worker: &Worker) -> Message {
    let text = |key: &str| world.texts.say(lang, key, &[]);
    let mut rows = vec![vec![Button::new(text("button-why-not"), "y:0")]];
    if worker.pause == Pause::No {
        return Message::inline(text("jobs-none"), rows);
    }
    rows.insert(0, vec![Button::new(text("button-pause-end"), "u:on").tone(Tone::Good)]);
    Message::inline(text("jobs-none-paused"), rows)
}

/// The job is not there any more, or never was this person's to see.
#[must_use]
pub fn job_gone(world: &World, lang: Lang) -> Message {
    super::say(world, lang, "job-gone")
}

/// The end of the core form.
#[must_use]
pub fn registered(world: &World, lang: Lang, fitting: usize, shown: usize) -> Message {
    let mut lines = Lines::new(world, lang);
    lines.say("registered", &[]);
    lines.gap();
    match fitting {
        0 => lines.say("registered-no-jobs", &[]),
        _ if fitting == shown => lines.say("registered-jobs-all", &[("count", Arg::from(fitting))]),
        _ => lines.say("registered-jobs", &[("count", Arg::from(fitting)), ("shown", Arg::from(shown))]),
    }
    let more = Button::new(world.texts.say(lang, "menu-jobs", &[]), "m:jobs");
    Message::inline(lines.text(), if fitting > shown { vec![vec![more]] } else { Vec::new() })
}

/// All facts and what the rules make of them, to be confirmed.
#[must_use]
pub fn profile(form: &Form, ask: &Ask<'_>, worker: &Worker) -> String {
    let mut lines = Lines::new(ask.world, ask.lang);
    lines.say("reg-summary", &[]);
    lines.gap();
    facts(&mut lines, worker);
    super::own::more_facts(&mut lines, form, ask, worker);
    label_lines(&mut lines, worker);
    lines.gap();
    lines.say("reg-right", &[]);
    lines.text()
}

/// The facts of the core form, a line each.
pub(super) fn facts(lines: &mut Lines<'_>, worker: &Worker) {
    let (world, lang, profile) = (lines.world, lines.lang, &worker.profile);
    if let Some(name) = &profile.name {
        lines.say("fact-name", &[("name", name.into())]);
    }
    if let Some(born) = profile.born {
        lines.say("fact-born", &[("year", Arg::Html(born.year.to_string()))]);
    }
    let trades = describe::trades(world, profile.trades.iter().map(|t| t.trade.as_str()), lang);
    lines.say("fact-trades", &[("trades", trades.into())]);
    if let Some(first) = profile.trades.first()
        && let Some(months) = first.months
    {
        let years = describe::months(world, months, lang);
        let name = describe::trade(world, first.trade.as_str(), lang);
        lines.say("fact-years", &[("trade", name.into()), ("years", Arg::Html(years))]);
    }
    if let Some(here) = &profile.here {
        lines.say("fact-here", &[("place", describe::place(world, here, lang).into())]);
    }
    if let Some(home) = &profile.home {
        let id = if matches!(home, Home::Here) { "home-here" } else { "home-elsewhere" };
        lines.say("fact-home", &[("home", Arg::Html(world.texts.say(lang, id, &[])))]);
    }
    if !profile.natures.is_empty() {
        let id = if profile.natures.len() > 1 { "any" } else { profile.natures[0].id() };
        let work = world.texts.say(lang, &format!("work-{id}"), &[]);
        lines.say("fact-work", &[("work", Arg::Html(work))]);
    }
    if let Some(pay) = &profile.pay {
        lines.say("fact-pay", &[("pay", Arg::Html(describe::pay_asked(world, pay, lang)))]);
    }
}

/// What the rules make of a worker, a line per axis.
pub(super) fn label_lines(lines: &mut Lines<'_>, worker: &Worker) {
    let labels = describe::labels(lines.world, &worker.classification, lines.lang);
    if !labels.is_empty() {
        lines.gap();
        lines.say("reg-labels", &[]);
        for label in labels {
            lines.raw(label);
        }
    }
}

/// A job's trades and place: `电工 · 深圳`.
#[must_use]
pub fn job_title(world: &World, lang: Lang, job: &Job) -> String {
    let trades = describe::trades(world, job.trades.iter().map(TradeId::as_str), lang);
    format!("{trades} · {}", describe::place_name(world, &job.place, lang))
}

/// The number went to the employer.
#[must_use]
pub fn shared(world: &World, lang: Lang, company: &str) -> Message {
    Message::text(world.texts.say(lang, "shared", &[("company", company.into())]))
}

/// The employer hired the worker; without a shared number the way to share it comes with the news.
#[must_use]
pub fn hired(world: &World, lang: Lang, card: &OfferCard<'_>, shared: bool) -> Message {
    let trades = describe::trades(world, card.job.trades.iter().map(TradeId::as_str), lang);
    let place = describe::place(world, &card.job.place, lang);
    let args = [
        ("company", Arg::from(card.company)),
        ("trades", trades.into()),
        ("place", place.into()),
        ("contact", Arg::from(&card.job.contact)),
    ];
    let text = world.texts.say(lang, "hired", &args);
    let rows = match card.id {
        Some(id) if !shared => {
            let button = Button::new(world.texts.say(lang, "button-share-number", &[]), format!("s:{id}"));
            vec![vec![button.tone(Tone::Good)]]
        }
        _ => Vec::new(),
    };
    Message::inline(text, rows)
}

/// The employer took somebody else, and why, as a code of `REASONS`.
#[must_use]
pub fn not_hired(world: &World, lang: Lang, about: &super::About<'_>, why: &str) -> Message {
    let title = job_title(world, lang, about.job);
    let why = world.texts.say(lang, &format!("refused-why-{why}"), &[]);
    let args = [("company", Arg::from(about.company)), ("title", title.into()), ("why", Arg::Html(why))];
    let more = Button::new(world.texts.say(lang, "menu-jobs", &[]), "m:jobs");
    Message::inline(world.texts.say(lang, "not-hired", &args), vec![vec![more]])
}
