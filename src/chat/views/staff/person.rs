//! Everything that operators may know of somebody at a look, on one card.

use super::super::Lines;
use super::{back, button};
use crate::chat::step::TagChange;
use crate::chat::{Button, EmployerState, Message, Pause, Person, Worker, World, describe};
use crate::domain::{CheckDay, JobId, JobState, Lang, Stage, Time, Works};
use crate::i18n::Arg;

/// Somebody, with what was looked up.
#[derive(Debug, Clone)]
pub struct PersonCard<'a> {
    /// Who.
    pub person: &'a Person,
    /// When they first wrote.
    pub since: Time,
    /// Whether they can be reached: `ok`, `blocked`, `gone`.
    pub reach: &'a str,
    /// Whether the settings name them as an operator.
    pub named: bool,
    /// Whether it is the reader.
    pub own: bool,
    /// The jobs of their employer: number, title, state.
    pub jobs: Vec<(JobId, String, JobState)>,
    /// What they applied for.
    pub applications: Vec<Application>,
    /// Notes, the latest first: author, when, text.
    pub notes: Vec<(String, Time, String)>,
    /// How many older notes there are.
    pub more_notes: usize,
    /// Tags.
    pub tags: &'a [String],
}

/// What somebody applied for.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Which job.
    pub job: JobId,
    /// Its trades and place.
    pub title: String,
    /// How far it came.
    pub stage: Stage,
    /// The stages passed, each with its day.
    pub way: Option<String>,
    /// What was said on day 1 and day 30: the day, whether they work there, whether money was asked for.
    pub checkins: Vec<(CheckDay, Option<Works>, Option<bool>)>,
}

/// The card of somebody, in the reader's language.
#[must_use]
pub fn person_card(world: &World, lang: Lang, card: &PersonCard<'_>) -> Message {
    let mut lines = Lines::new(world, lang);
    head(&mut lines, card);
    worker(&mut lines, card.person);
    employer(&mut lines, card);
    applications(&mut lines, card);
    remarks(&mut lines, card);
    Message::inline(lines.text(), rows(world, lang, card))
}

fn head(lines: &mut Lines<'_>, card: &PersonCard<'_>) {
    let (world, person) = (lines.world, card.person);
    let args = [
        ("name", Arg::from(&person.name)),
        ("id", Arg::Html(person.id.to_string())),
        ("lang", Arg::Html(world.texts.say(person.lang, "language-name", &[]))),
        ("since", Arg::Html(describe::date(card.since, &world.pack.zone))),
    ];
    lines.say("person-head", &args);
    if card.reach != "ok" {
        lines.say("person-unreachable", &[]);
    }
    if card.named {
        lines.say("person-named", &[]);
    } else if person.operator {
        lines.say("person-operator", &[]);
    }
}

fn worker(lines: &mut Lines<'_>, person: &Person) {
    let Some(worker) = &person.worker else { return };
    let zone = person.zone(&lines.world.pack.zone);
    lines.gap();
    lines.say(if worker.registered { "person-worker" } else { "person-registering" }, &[]);
    facts(lines, person, worker);
    if let Some(phone) = &worker.phone {
        lines.say("person-phone", &[("last", Arg::from(last_digits(&phone.number)))]);
    }
    let until = |at: Time| [("until", Arg::Html(describe::date(at, zone)))];
    match worker.pause {
        Pause::No => {}
        Pause::Until(at) => lines.say("person-pause-until", &until(at)),
        Pause::Off => lines.say("person-pause-off", &[]),
        Pause::Hired => lines.say("person-pause-hired", &[]),
    }
    if worker.classified {
        labels(lines, worker);
    } else {
        lines.say("person-unclassified", &[]);
    }
}

/// The facts that tell somebody from others; how they are labelled says the rest.
fn facts(lines: &mut Lines<'_>, person: &Person, worker: &Worker) {
    let (world, lang, profile) = (lines.world, lines.lang, &worker.profile);
    if let Some(name) = profile.name.as_ref().filter(|name| **name != person.name) {
        lines.say("fact-name", &[("name", name.into())]);
    }
    if let Some(born) = profile.born {
        lines.say("fact-born", &[("year", Arg::Html(born.year.to_string()))]);
    }
    for one in &profile.trades {
        let trade = describe::trade(world, one.trade.as_str(), lang);
        match one.months {
            Some(months) => {
                let years = describe::months(world, months, lang);
                lines.say("person-trade-years", &[("trade", trade.into()), ("years", Arg::Html(years))]);
            }
            None => lines.say("fact-trades", &[("trades", trade.into())]),
        }
    }
    if let Some(here) = &profile.here {
        lines.say("fact-here", &[("place", describe::place(world, here, lang).into())]);
    }
    if let Some(pay) = &profile.pay {
        lines.say("fact-pay", &[("pay", Arg::Html(describe::pay_asked(world, pay, lang)))]);
    }
}

/// The labels in one line, each once for however many trades.
fn labels(lines: &mut Lines<'_>, worker: &Worker) {
    let mut names: Vec<String> = Vec::new();
    for label in &worker.classification.labels {
        let name = describe::group_name(lines.world, label.axis, &label.value, lines.lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if !names.is_empty() {
        lines.say("person-labels", &[("labels", Arg::from(names.join(" · ")))]);
    }
}

/// The last three digits of a number: enough to tell two apart, too few to call.
fn last_digits(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(3)).collect()
}

fn employer(lines: &mut Lines<'_>, card: &PersonCard<'_>) {
    let Some(employer) = &card.person.employer else { return };
    let (state, reason) = match &employer.state {
        EmployerState::Waiting => ("person-company-waiting", None),
        EmployerState::Approved(_) => ("person-company-approved", None),
        EmployerState::Refused(reason) => ("person-company-refused", Some(reason)),
        EmployerState::Frozen(reason) => ("person-company-frozen", Some(reason)),
    };
    lines.gap();
    let args = [
        ("company", Arg::from(&employer.company.name)),
        ("licence", Arg::from(&employer.company.licence)),
        ("id", Arg::Html(employer.id.to_string())),
    ];
    lines.say("person-company", &args);
    let reason = reason.map(|reason| crate::chat::views::stop_reason(lines.world, lines.lang, reason));
    lines.say(state, &[("reason", Arg::Html(reason.unwrap_or_default()))]);
    for (id, title, state) in &card.jobs {
        let state = lines.world.texts.say(lines.lang, &format!("job-{}", state.word()), &[]);
        job_line(lines, *id, title, state);
    }
}

fn applications(lines: &mut Lines<'_>, card: &PersonCard<'_>) {
    if card.applications.is_empty() {
        return;
    }
    lines.gap();
    lines.say("person-applications", &[]);
    for one in &card.applications {
        let stage = lines.world.texts.say(lines.lang, &format!("stage-{}", one.stage.word()), &[]);
        job_line(lines, one.job, &one.title, stage);
        if let Some(way) = &one.way {
            lines.raw(way.clone());
        }
        for (day, works, charged) in &one.checkins {
            let said = |key: String| Arg::Html(lines.world.texts.say(lines.lang, &key, &[]));
            let works = works.map_or("open", Works::word);
            let charged = charged.map_or("open", |charged| if charged { "yes" } else { "no" });
            let args = [
                ("day", Arg::from(day.number())),
                ("works", said(format!("person-works-{works}"))),
                ("charged", said(format!("person-charged-{charged}"))),
            ];
            lines.say("person-checkin", &args);
        }
    }
}

fn job_line(lines: &mut Lines<'_>, id: JobId, title: &str, state: String) {
    let args = [("id", Arg::Html(id.to_string())), ("title", Arg::from(title)), ("state", Arg::Html(state))];
    lines.say("person-job", &args);
}

fn remarks(lines: &mut Lines<'_>, card: &PersonCard<'_>) {
    if !card.tags.is_empty() {
        lines.gap();
        let list = card.tags.join(&lines.world.texts.say(lines.lang, "list-comma", &[]));
        lines.say("person-tags", &[("tags", Arg::from(list))]);
    }
    if card.notes.is_empty() {
        return;
    }
    lines.gap();
    for (author, at, text) in &card.notes {
        let args = [
            ("author", Arg::from(author)),
            ("on", Arg::Html(describe::date(*at, &lines.world.pack.zone))),
            ("text", Arg::from(text)),
        ];
        lines.say("person-note", &args);
    }
    if card.more_notes > 0 {
        lines.say("person-more-notes", &[("count", Arg::from(card.more_notes))]);
    }
}

fn rows(world: &World, lang: Lang, card: &PersonCard<'_>) -> Vec<Vec<Button>> {
    let id = card.person.id;
    let with = |key: &str, what: &str| button(world, lang, key, format!("op:{what}:{id}"));
    let mut rows = Vec::new();
    if card.person.worker.as_ref().is_some_and(|worker| worker.phone.is_some()) {
        rows.push(vec![with("person-show-phone", "phone")]);
    }
    rows.push(vec![with("person-add-note", "note"), with("person-change-tags", "tags")]);
    // Those of the settings are taken out there, and nobody takes the role from themselves.
    match (card.named || card.own, card.person.operator) {
        (true, _) => {}
        (false, true) => rows.push(vec![with("person-drop", "drop")]),
        (false, false) => rows.push(vec![with("person-make", "make")]),
    }
    rows.push(vec![button(world, lang, "staff-find-again", "op:find")]);
    rows.push(back(world, lang));
    rows
}

/// Somebody's phone number, in full.
#[must_use]
pub fn phone_shown(world: &World, lang: Lang, person: &Person, number: &str) -> Message {
    let args = [("name", Arg::from(&person.name)), ("number", Arg::from(number))];
    let card = button(world, lang, "person-back", format!("op:p:{}:l", person.id));
    Message::inline(world.texts.say(lang, "person-phone-shown", &args), vec![vec![card]])
}

/// Tags to take off, and tags in use to put on.
#[must_use]
pub fn tag_card(world: &World, lang: Lang, person: &Person, own: &[String], others: &[String]) -> Message {
    let id = person.id;
    let tag = |mark: &str, what: &str, tag: &String| {
        Button::new(format!("{mark} {tag}"), format!("op:{what}:{id}:{}", TagChange::hash(tag)))
    };
    let mut buttons: Vec<Button> = own.iter().map(|one| tag("✖️", "tag-", one)).collect();
    buttons.extend(others.iter().map(|one| tag("➕", "tag+", one)));
    let mut rows: Vec<Vec<Button>> = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    rows.push(vec![button(world, lang, "person-new-tag", format!("op:tag:{id}"))]);
    rows.push(vec![button(world, lang, "person-back", format!("op:p:{id}:l"))]);
    let key = if own.is_empty() { "person-tags-none" } else { "person-tags-change" };
    Message::inline(world.texts.say(lang, key, &[("name", Arg::from(&person.name))]), rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_by_its_last_three_digits() {
        for (number, expected) in [("+8613812345678", "678"), ("+7 912", "912"), ("12", "12"), ("", "")] {
            assert_eq!(last_digits(number), expected, "{number}");
        }
    }
}
