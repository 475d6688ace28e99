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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::RulePack;
    use crate::domain::{
        AgeLimit, Currency, Location, Nature, Pay, PayUnit, Point, Preference, Provision, Requires, Shift,
    };

    fn place(id: &str) -> Location {
        Location {
            id: id.into(),
            country: "CN".into(),
            division: "CN:44".into(),
            zone: "Asia/Shanghai".into(),
            point: Point { lat: 22.5, lon: 114.0 },
            approximate: false,
        }
    }

    fn job() -> Job {
        Job {
            trades: vec!["electrician".into()],
            headcount: 2,
            place: place("cn:4403"),
            other_places: Vec::new(),
            start: None,
            pay: Pay { min: 6000, max: Some(8000), unit: PayUnit::Month, currency: Currency("CNY".into()) },
            preference: Preference::Fixed,
            nature: Nature::FullTime,
            shift: Shift::Day,
            requires: Requires::default(),
            provides: Vec::new(),
            contact: "Wang".into(),
            text: None,
        }
    }

    #[test]
    fn every_fact_that_changes_is_told_on_a_line_of_its_own() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let same = job();
        assert!(changes(&world, Lang::EN, &same, &same).is_empty());
        let limit = AgeLimit { rule: "cn_security_guard".into(), least: Some(18), most: None };
        type Edit = fn(&mut Job, AgeLimit);
        let cases: [(Edit, &str); 14] = [
            (|job, _| job.trades = vec!["welder".into()], "Electrician → <b>Welder"),
            (|job, _| job.place = place("cn:4419"), "Dongguan"),
            (|job, _| job.other_places.push(place("cn:4419")), "Shenzhen, Guangdong, Dongguan"),
            (|job, _| job.pay.max = None, "6000–8000 yuan a month → <b>6000 yuan a month"),
            (|job, _| job.pay.unit = PayUnit::Day, "yuan a day"),
            (|job, _| job.nature = Nature::Contract, "Steady · full time → "),
            (|job, _| job.shift = Shift::Night, "days → <b>nights"),
            (|job, _| job.start = Some(jiff::civil::date(2027, 1, 2)), "at once → <b>2027-01-02"),
            (|job, _| job.headcount = 3, "2 → <b>3"),
            (|job, _| job.requires.months = 36, "none needed → <b>3 years"),
            (|job, _| job.requires.certificates.push("cn_health".into()), "none → <b>"),
            (|job, limit| job.requires.age = Some(limit), "18"),
            (|job, _| job.provides.push(Provision::Board), "none → <b>meals"),
            (|job, _| job.contact = "<b>Li".into(), "Wang → <b>&lt;b&gt;Li</b>"),
        ];
        for (edit, expected) in cases {
            let mut new = job();
            edit(&mut new, limit.clone());
            let lines = changes(&world, Lang::EN, &same, &new);
            assert_eq!(lines.len(), 1, "{lines:?}");
            let line = lines[0].to_lowercase();
            assert!(line.contains(&expected.to_lowercase()), "{expected} in {line}");
        }
        let said = Job { text: Some("<i>come</i>".into()), ..job() };
        let lines = changes(&world, Lang::EN, &same, &said);
        assert_eq!(lines, ["· New description: <b>&lt;i&gt;come&lt;/i&gt;</b>"]);
    }
}
