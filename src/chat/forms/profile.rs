//! Facts and answers: what a profile says as answers, what answers make of a profile, and the form by which
//! a worker tells more than the core form asks, one question at a time.

use super::custom::Custom;
use super::{lists, worker};
use crate::chat::form::{Ask, Choice, Form, Kind, Menu, Question};
use crate::chat::{Answer, Answers, Worker, World};
use crate::classify::{AgeCheck, age_check, month_decides};
use crate::domain::{
    Born, Certificate, CertificateEntry, CertificateId, Currency, Experience, Extra, Home, Lang, Pay,
    PayUnit, Profile, Provision,
};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::sync::Arc;

/// Questions for the years in further trades: the second to the fifth.
const YEARS: [&str; 4] = ["years2", "years3", "years4", "years5"];
/// Questions for the last day of each certificate held.
const EXPIRES: [&str; 6] = ["expires1", "expires2", "expires3", "expires4", "expires5", "expires6"];

/// The questions that are asked after the core form, the agency's own beside them.
const MORE: [&str; 8] = ["certificates", "phone", "move", "needs", "tenure", "free", "speaks", "origin"];

/// What a worker needs beside the pay, as far as it is asked.
const NEEDS: [Provision; 3] = [Provision::Board, Provision::Lodging, Provision::Transport];
/// Languages that are spoken at work where migrants work.
pub(super) const SPOKEN: [&str; 10] = ["zh", "en", "ru", "vi", "id", "uz", "tg", "ky", "kk", "my"];

/// The form of all questions; it is over after the one that it was begun at and what follows from it.
pub(super) fn form(own: Vec<Question>) -> Form {
    Form {
        id: super::PROFILE,
        questions: questions(own),
        texts: super::REGISTER,
        summary: false,
        may_leave: true,
        single: true,
        restart_keeps: None,
    }
}

/// The same questions for what was told in a text: it counts when it is confirmed.
pub(super) fn update(own: Vec<Question>) -> Form {
    Form { id: super::REVISE, summary: true, single: false, ..form(own) }
}

fn questions(own: Vec<Question>) -> Vec<Question> {
    let mut questions = worker::questions();
    questions.extend(YEARS.iter().enumerate().map(|(at, id)| further_years(id, at + 1)));
    questions.push(
        Question::new(
            "certificates",
            Kind::Many {
                choices: Arc::new(certificates),
                columns: 1,
                least: 0,
                most: EXPIRES.len(),
                read: None,
                search: None,
            },
        )
        .when(|ask| !certificates(ask).front.is_empty())
        .optional(),
    );
    questions.extend(EXPIRES.iter().enumerate().map(|(at, id)| expires(id, at)));
    questions.extend(more());
    questions.extend(own.into_iter().map(Question::optional));
    questions
}

fn more() -> Vec<Question> {
    let yes_no = |prefix: &'static str| Kind::Choice {
        choices: Arc::new(move |ask| lists::keyed(ask, prefix, ["yes", "no"])),
        columns: 2,
        read: None,
    };
    let many = |choices: fn(&Ask<'_>) -> Menu, most| Kind::Many {
        choices: Arc::new(choices),
        columns: 2,
        least: 0,
        most,
        read: None,
        search: None,
    };
    vec![
        Question::new("phone", Kind::Phone { typed: true }).optional(),
        Question::new("move", yes_no("move")).optional(),
        Question::new("needs", many(needs, NEEDS.len())).optional(),
        Question::new(
            "tenure",
            Kind::Number {
                choices: Arc::new(|ask| lists::months(ask, "tenure-none", &[0, 3, 6, 12, 24, 36, 60, 120])),
                columns: 2,
                least: 0,
                most: 60 * 12,
                read: Arc::new(|text, _| worker::read_months(text)),
            },
        )
        .wrong("wrong-years")
        .optional(),
        Question::new("free", Kind::Date { choices: Arc::new(free_days), least: 0, most: 366 }).optional(),
        Question::new("speaks", many(speaks, SPOKEN.len())).optional(),
        Question::new("origin", Kind::Place)
            .when(|ask| ask.answers.one("home") == Some("elsewhere"))
            .optional(),
    ]
}

fn further_years(id: &'static str, at: usize) -> Question {
    let kind = Kind::Number {
        choices: Arc::new(|ask| lists::months(ask, "time-none", &[0, 6, 12, 24, 36, 60, 96, 120, 180, 240])),
        columns: 2,
        least: 0,
        most: 60 * 12,
        read: Arc::new(|text, _| worker::read_months(text)),
    };
    let mut question = Question::new(id, kind).wrong("wrong-years").optional();
    question.key = "years";
    question.about = at;
    question.when(move |ask| ask.answers.many("trades").len() > at)
}

fn expires(id: &'static str, at: usize) -> Question {
    let kind = Kind::Date { choices: Arc::new(move |ask| last_days(ask, at)), least: -3660, most: 3660 };
    let mut question = Question::new(id, kind).may_skip();
    question.key = "expires";
    question.about = at;
    question.when(move |ask| certificate_at(ask, at).is_some_and(|entry| entry.valid_years.is_some()))
}

fn certificate_at<'a>(ask: &Ask<'a>, at: usize) -> Option<&'a CertificateEntry> {
    ask.world.taxonomy.certificate(ask.answers.many("certificates").get(at)?)
}

/// The certificates of the worker's trades in the country where they are, and those already held.
fn certificates(ask: &Ask<'_>) -> Menu {
    let mut menu = lists::certificates(ask, "here");
    for id in ask.answers.many("certificates") {
        if menu.choice(id).is_none()
            && let Some(entry) = ask.world.taxonomy.certificate(id)
        {
            menu.front.push(Choice::new(id, entry.name(ask.lang)));
        }
    }
    menu
}

/// The ends of the coming years, as far as the certificate can be valid.
fn last_days(ask: &Ask<'_>, at: usize) -> Menu {
    let years = certificate_at(ask, at).and_then(|entry| entry.valid_years).unwrap_or(3).min(6);
    let this = ask.today.year();
    let ends = (0..=years).filter_map(|n| Date::new(this + n as i16, 12, 31).ok());
    Menu::flat(ends.map(|end| Choice::new(end.to_string(), end.strftime("%Y-%m").to_string())).collect())
}

fn free_days(ask: &Ask<'_>) -> Menu {
    let in_days = |key: &str, days: i64| {
        let date = ask.today.checked_add(days.days()).ok()?;
        Some(Choice::new(date.to_string(), ask.world.texts.say(ask.lang, key, &[])))
    };
    let choices = [("free-now", 0), ("free-tomorrow", 1), ("free-week", 7), ("free-month", 30)];
    Menu::flat(choices.iter().filter_map(|(key, days)| in_days(key, *days)).collect())
}

fn needs(ask: &Ask<'_>) -> Menu {
    lists::keyed(ask, "provides", NEEDS.map(Provision::id))
}

fn speaks(ask: &Ask<'_>) -> Menu {
    lists::keyed(ask, "speaks", SPOKEN)
}

/// Questions that a registered worker can be asked afterwards: not answered, wanted, and to the point.
#[must_use]
pub fn open_questions(world: &World, worker: &Worker, today: Date) -> Vec<&'static str> {
    let Some(form) = world.forms.get(super::PROFILE) else { return Vec::new() };
    let phone = worker.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
    let answers = answers(&worker.profile, phone, world);
    let ask = Ask { world, lang: Lang::EN, today, answers: &answers, name: "" };
    let own = world.forms.custom().iter().map(|own| own.question);
    // “None” is an answer, too, though it leaves no fact behind.
    let wanted = |id: &&str| {
        !answers.has(id) && !worker.asks.answered.contains(*id) && !worker.asks.never.contains(*id)
    };
    let asked = |id: &&str| form.question(id).is_some_and(|question| (question.when)(&ask));
    MORE.into_iter().chain(YEARS).chain(own).filter(wanted).filter(asked).collect()
}

/// The facts that answers state. `earlier` is what was known before: of what was not asked it stays.
#[must_use]
pub fn profile(answers: &Answers, world: &World, earlier: Option<&Profile>) -> Profile {
    let here = answers.place("here").cloned();
    let currency = Currency::of_country(here.as_ref().map_or("CN", |place| place.country.as_str()));
    let work = answers.one("work").and_then(lists::work_of);
    let months = |question: &str| answers.number(question).and_then(|n| u32::try_from(n).ok());
    let questions = std::iter::once("years").chain(YEARS);
    let mut profile = earlier.cloned().unwrap_or_default();
    profile.name = answers.text("name").map(str::to_owned);
    profile.born = born(answers);
    profile.trades = answers
        .many("trades")
        .iter()
        .zip(questions)
        .map(|(id, question)| Experience { trade: id.as_str().into(), months: months(question) })
        .collect();
    profile.here = here;
    profile.home = home(answers);
    profile.preference = work.map(|(preference, _)| preference);
    profile.natures = work.map(|(_, natures)| natures.to_vec()).unwrap_or_default();
    profile.pay = answers.one("pay").and_then(|id| pay_of(id, currency));
    if answers.has("certificates") {
        certificates_told(answers, world, &mut profile);
    }
    profile.would_move = answers.one("move").map(|id| id == "yes");
    profile.needs =
        NEEDS.into_iter().filter(|need| answers.many("needs").iter().any(|id| id == need.id())).collect();
    profile.tenure = months("tenure");
    profile.free_from = answers.date("free");
    profile.languages = answers.many("speaks").iter().filter_map(|id| Lang::parse(id)).collect();
    profile.extra =
        world.forms.custom().iter().filter_map(|own| Some((own.id.clone(), extra(own, answers)?))).collect();
    profile
}

fn home(answers: &Answers) -> Option<Home> {
    Some(match (answers.one("home")?, answers.place("origin")) {
        ("here", _) => Home::Here,
        (_, Some(origin)) => Home::In(origin.clone()),
        (_, None) => Home::Elsewhere,
    })
}

/// Those chosen are held; those that stood beside them are not.
fn certificates_told(answers: &Answers, world: &World, profile: &mut Profile) {
    let held = answers.many("certificates");
    let expires = |at: usize| EXPIRES.get(at).and_then(|question| answers.date(question));
    let certificate =
        |(at, id): (usize, &String)| Certificate { id: id.as_str().into(), expires: expires(at) };
    profile.certificates = held.iter().enumerate().map(certificate).collect();
    let country = profile.here.as_ref().map_or("CN", |place| place.country.as_str());
    let trades = profile.trades.iter().map(|wanted| wanted.trade.as_str());
    let shown = lists::certificates_of(world, trades, country);
    let covered =
        |id: &CertificateId| profile.certificates.iter().any(|paper| world.taxonomy.covers(&paper.id, id));
    profile.lacks = shown.into_iter().map(|entry| entry.id.clone()).filter(|id| !covered(id)).collect();
}

fn extra(own: &Custom, answers: &Answers) -> Option<Extra> {
    Some(match answers.get(own.question)? {
        Answer::One(id) | Answer::Text(id) => Extra::Text(id.clone()),
        Answer::Many(ids) => Extra::Many(ids.clone()),
        Answer::Number(number) => Extra::Number(*number),
        Answer::Date(date) => Extra::Text(date.to_string()),
        Answer::Range(..) | Answer::Place(_) | Answer::Phone(..) | Answer::Skipped => return None,
    })
}

fn born(answers: &Answers) -> Option<Born> {
    let year = i16::try_from(answers.number("born")?).ok()?;
    let month = answers.number("month").and_then(|month| i8::try_from(month).ok());
    Some(Born { year, month })
}

/// Reads the id of a choice of pay.
fn pay_of(id: &str, currency: Currency) -> Option<Pay> {
    let (unit, sum) = id.split_once(':')?;
    Some(Pay { min: sum.parse().ok()?, max: None, unit: PayUnit::from_id(unit)?, currency })
}

/// What a profile and a number say, as answers: [`profile`] reads them back.
#[must_use]
pub fn answers(profile: &Profile, phone: Option<(&str, bool)>, world: &World) -> Answers {
    let mut answers = Answers::default();
    let mut set = |question: &str, answer: Option<Answer>| {
        if let Some(answer) = answer {
            answers.set(question, answer);
        }
    };
    let one = |id: &str| Answer::One(id.to_owned());
    set("consent", Some(one("agree")));
    set("born", profile.born.map(|born| Answer::Number(born.year.into())));
    set("month", profile.born.and_then(|born| born.month).map(|month| Answer::Number(month.into())));
    set("name", profile.name.clone().map(Answer::Text));
    let trades: Vec<String> = profile.trades.iter().map(|wanted| wanted.trade.as_str().to_owned()).collect();
    set("trades", Some(Answer::Many(trades)));
    for (wanted, question) in profile.trades.iter().zip(std::iter::once("years").chain(YEARS)) {
        set(question, wanted.months.map(|months| Answer::Number(months.into())));
    }
    set("here", profile.here.clone().map(Answer::Place));
    match &profile.home {
        Some(Home::Here) => set("home", Some(one("here"))),
        Some(Home::Elsewhere) => set("home", Some(one("elsewhere"))),
        Some(Home::In(origin)) => {
            set("home", Some(one("elsewhere")));
            set("origin", Some(Answer::Place(origin.clone())));
        }
        None => {}
    }
    set("work", lists::work_id(profile.preference, &profile.natures).map(one));
    let pay = profile.pay.as_ref().map(|pay| format!("{}:{}", pay.unit.id(), pay.min));
    set("pay", pay.map(Answer::One));
    if !profile.certificates.is_empty() || !profile.lacks.is_empty() {
        let held = profile.certificates.iter().map(|paper| paper.id.as_str().to_owned()).collect();
        set("certificates", Some(Answer::Many(held)));
        for (paper, question) in profile.certificates.iter().zip(EXPIRES) {
            set(question, Some(paper.expires.map_or(Answer::Skipped, Answer::Date)));
        }
    }
    set("phone", phone.map(|(number, own)| Answer::Phone(number.to_owned(), own)));
    set("move", profile.would_move.map(|would| one(if would { "yes" } else { "no" })));
    let ids = |ids: Vec<String>| (!ids.is_empty()).then_some(Answer::Many(ids));
    set("needs", ids(profile.needs.iter().map(|need| need.id().to_owned()).collect()));
    set("tenure", profile.tenure.map(|months| Answer::Number(months.into())));
    set("free", profile.free_from.map(Answer::Date));
    set("speaks", ids(profile.languages.iter().map(ToString::to_string).collect()));
    for own in world.forms.custom() {
        set(own.question, profile.extra.get(&own.id).and_then(|extra| own.answer(extra)));
    }
    answers
}

/// Whether the answers say that somebody is under the minimum age. While the month is not known and
/// will be asked, nobody is.
#[must_use]
pub fn too_young(answers: &Answers, world: &World, today: Date) -> bool {
    let Some(born) = born(answers) else { return false };
    let undecided = born.month.is_none() && month_decides(born.year, &world.pack, today);
    !undecided && age_check(born, &world.pack, today) == AgeCheck::TooYoung
}
