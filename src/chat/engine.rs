//! The form engine: one event in, the session changed, and what became of the event out.
//!
//! The engine always knows a next question or the end: after every event the session stands at a
//! question that is asked, at the summary, or at the list of answers to change. An event that is no
//! answer leaves the answers as they are and says why.

mod path;

use super::form::{Ask, Form, Kind, Question};
use super::session::{At, Session, Subject};
use super::tap::{Action, Tap};
use super::typed;
use super::{Answer, Answers, Thing, World};
use crate::domain::{Lang, Point};
use crate::place::Found;
use jiff::civil::Date;
use path::{back, onward, restart, show};

/// The question by which somebody agrees that their answers are kept.
pub const AGREEMENT: &str = "consent";

/// What a person did, as a form sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<'a> {
    /// Tapped a button of the form.
    Tap(Tap<'a>),
    /// Typed a text.
    Text(&'a str),
    /// Shared a location.
    Point(Point),
    /// Shared a phone number; `true` when it is the sender's own.
    Phone(&'a str, bool),
    /// Sent something that is no answer.
    Unreadable(Thing),
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A question was answered; the session stands at the next screen.
    Answered(String),
    /// Only what is shown changed: a page, a choice picked, one question back.
    Moved,
    /// It is no answer to the question.
    Wrong(Problem),
    /// The button belongs to an earlier revision.
    Stale,
    /// The form is filled in and confirmed.
    Finished,
    /// The person left the form.
    Left,
}

/// Why something is no answer, as a locale key with numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// What was sent that cannot be an answer.
    pub got: Option<Thing>,
    /// The locale key of what is expected.
    pub key: &'static str,
    /// The variable `$least`.
    pub least: i64,
    /// The variable `$most`.
    pub most: i64,
}

impl Problem {
    pub(super) const fn plain(key: &'static str) -> Self {
        Self { got: None, key, least: 0, most: 0 }
    }
}

/// Who is asked, beside the answers that the session holds.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// Taxonomy, places, rules and texts.
    pub world: &'a World,
    /// The language of the person.
    pub lang: Lang,
    /// The date where the person is.
    pub today: Date,
    /// The person's name on Telegram.
    pub name: &'a str,
}

impl<'a> Asker<'a> {
    /// The view of a form on these answers.
    #[must_use]
    pub const fn ask(&self, answers: &'a Answers) -> Ask<'a> {
        Ask { world: self.world, lang: self.lang, today: self.today, answers, name: self.name }
    }
}

/// Begins a form: a session at its first question.
#[must_use]
pub fn begin(form: &Form, asker: &Asker<'_>, subject: Option<Subject>) -> Session {
    let mut session = Session::begin(form.id, subject);
    onward(form, &mut session, asker);
    session
}

/// Begins a form at one of its questions, with what was answered before.
#[must_use]
pub fn begin_at(form: &Form, question: &str, answers: Answers) -> Session {
    let mut session = Session::begin(form.id, None);
    session.answers = answers;
    show(&mut session, question);
    session
}

/// Takes answers to several questions at once, as they were told in one text; the session stands at what is left to
/// be asked, and shows what it understood until the next answer. Answers to questions that the form does not have
/// are kept, too.
pub fn fill(form: &Form, session: &mut Session, told: Vec<(&'static str, Answer)>, asker: &Asker<'_>) {
    session.told.clear();
    for (id, answer) in told {
        session.answers.set(id, answer);
        session.told.push(id.to_owned());
        if form.question(id).is_some() {
            session.path.retain(|answered| answered != id);
            session.path.push(id.to_owned());
        }
    }
    session.editing = false;
    session.revision = session.revision.wrapping_add(1);
    onward(form, session, asker);
}

/// Brings a stored session in order after the form changed: a question that is gone or no longer
/// asked gives way to the next one.
pub fn mend(form: &Form, session: &mut Session, asker: &Asker<'_>) {
    let asked = session.question().is_none_or(|id| {
        let ask = asker.ask(&session.answers);
        form.question(id).is_some_and(|question| (question.when)(&ask))
    });
    let at_the_end = matches!(session.at, At::Summary | At::EditList);
    let confirmed_too_early = at_the_end && form.next(&asker.ask(&session.answers)).is_some();
    if !asked || confirmed_too_early {
        onward(form, session, asker);
    }
}

/// One event at the screen where the session stands.
pub fn step(form: &Form, session: &mut Session, event: &Event<'_>, asker: &Asker<'_>) -> Outcome {
    if let Event::Tap(tap) = event
        && (tap.revision != session.revision || tap.screen != session.at.code())
    {
        return Outcome::Stale;
    }
    let outcome = match event {
        Event::Tap(tap) => tapped(form, session, tap.action, asker),
        _ => match session.question().and_then(|id| form.question(id)) {
            Some(question) => other(form, question, session, event, asker),
            None => Outcome::Wrong(Problem { got: got(event), ..Problem::plain("wrong-tap") }),
        },
    };
    if !matches!(outcome, Outcome::Wrong(_) | Outcome::Stale) {
        session.revision = session.revision.wrapping_add(1);
    }
    outcome
}

fn tapped(form: &Form, session: &mut Session, action: Action<'_>, asker: &Asker<'_>) -> Outcome {
    match action {
        Action::Back => back(form, session, asker),
        Action::Leave if form.may_leave => Outcome::Left,
        Action::Restart => restart(form, session, asker),
        Action::Confirm if session.at == At::Summary => Outcome::Finished,
        Action::EditList if session.at == At::Summary => {
            session.go(At::EditList);
            Outcome::Moved
        }
        Action::EditList if session.at == At::EditList => {
            session.go(At::Summary);
            Outcome::Moved
        }
        Action::Edit(id)
            if matches!(session.at, At::EditList | At::Summary)
                || session.told.iter().any(|told| told == id) =>
        {
            edit(form, session, id, asker)
        }
        _ => match session.question().and_then(|id| form.question(id)) {
            Some(question) => choice(form, question, session, action, asker),
            None => Outcome::Stale,
        },
    }
}

fn edit(form: &Form, session: &mut Session, id: &str, asker: &Asker<'_>) -> Outcome {
    let asked = form.asked(&asker.ask(&session.answers)).any(|question| question.id == id);
    if !asked {
        return Outcome::Stale;
    }
    show(session, id);
    session.editing = true;
    Outcome::Moved
}

fn choice(
    form: &Form,
    question: &Question,
    session: &mut Session,
    action: Action<'_>,
    asker: &Asker<'_>,
) -> Outcome {
    let menu = question.menu(&asker.ask(&session.answers));
    match (action, &question.kind) {
        (Action::Page(page), _) => {
            session.page = page;
            Outcome::Moved
        }
        (Action::Open(group), _) => {
            session.group = menu.groups.iter().any(|g| g.id == group).then(|| group.to_owned());
            session.page = 0;
            Outcome::Moved
        }
        (Action::Skip, _) if question.may_skip => answered(form, question, session, Answer::Skipped, asker),
        (Action::Toggle(id), Kind::Many { most, .. }) => toggle(session, &menu, id, *most),
        (Action::Done, Kind::Many { least, .. }) => {
            if session.picked.len() < *least {
                return Outcome::Wrong(Problem::plain("wrong-pick-one"));
            }
            let picked = std::mem::take(&mut session.picked);
            answered(form, question, session, Answer::Many(picked), asker)
        }
        (Action::Take(id), Kind::Choice { .. }) if menu.choice(id).is_some() => {
            answered(form, question, session, Answer::One(id.to_owned()), asker)
        }
        (Action::Take(id), Kind::Text { .. }) => match menu.choice(id) {
            Some(choice) => {
                let text = Answer::Text(choice.text.clone());
                answered(form, question, session, text, asker)
            }
            None => Outcome::Stale,
        },
        (Action::Take(id), Kind::Number { .. }) => match (menu.choice(id), id.parse()) {
            (Some(_), Ok(number)) => answered(form, question, session, Answer::Number(number), asker),
            _ => Outcome::Stale,
        },
        (Action::Take(id), Kind::Date { .. }) => match (menu.choice(id), id.parse()) {
            (Some(_), Ok(date)) => answered(form, question, session, Answer::Date(date), asker),
            _ => Outcome::Stale,
        },
        (Action::Take(id), Kind::Range { .. }) => match (menu.choice(id), typed::range_id(id)) {
            (Some(_), Some((min, max))) => answered(form, question, session, Answer::Range(min, max), asker),
            _ => Outcome::Stale,
        },
        (Action::Candidate(at), Kind::Place) => match session.candidates.get(at).cloned() {
            Some(location) => answered(form, question, session, Answer::Place(location), asker),
            None => Outcome::Stale,
        },
        _ => Outcome::Stale,
    }
}

fn toggle(session: &mut Session, menu: &super::form::Menu, id: &str, most: usize) -> Outcome {
    if let Some(at) = session.picked.iter().position(|picked| picked == id) {
        session.picked.remove(at);
    } else if menu.choice(id).is_none() {
        return Outcome::Stale;
    } else if session.picked.len() >= most {
        return Outcome::Wrong(Problem { most: most as i64, ..Problem::plain("wrong-pick-most") });
    } else {
        session.picked.push(id.to_owned());
    }
    Outcome::Moved
}

const fn got(event: &Event<'_>) -> Option<Thing> {
    match event {
        Event::Unreadable(thing) => Some(*thing),
        _ => None,
    }
}

/// A text, a location or a contact at a question.
fn other(
    form: &Form,
    question: &Question,
    session: &mut Session,
    event: &Event<'_>,
    asker: &Asker<'_>,
) -> Outcome {
    if let Event::Text(text) = event
        && typed::is_back(asker.world, text)
    {
        return back(form, session, asker);
    }
    if let Event::Text(text) = event
        && question.may_skip
        && typed::is_skip(asker.world, question, text)
    {
        return answered(form, question, session, Answer::Skipped, asker);
    }
    let read = {
        let ask = asker.ask(&session.answers);
        match (&question.kind, event) {
            (Kind::Place, Event::Point(point)) => match asker.world.places.nearest(*point) {
                Some(location) => typed::Read::Answer(Answer::Place(location)),
                None => typed::Read::Wrong(Problem::plain("wrong-point")),
            },
            (Kind::Place, Event::Text(text)) => {
                match asker.world.places.search(text, asker.world.pack.country.as_deref()) {
                    Found::One(location) => typed::Read::Answer(Answer::Place(location)),
                    Found::Many(candidates) => typed::Read::Candidates(candidates),
                    Found::None => typed::Read::Wrong(Problem::plain("wrong-place")),
                }
            }
            (Kind::Phone { .. }, Event::Phone(phone, own)) if *own => {
                typed::Read::Answer(Answer::Phone(crate::reading::international(phone), true))
            }
            (Kind::Phone { .. }, Event::Phone(..)) => typed::Read::Wrong(Problem::plain("wrong-contact")),
            (_, Event::Text(text)) => typed::read(question, &ask, text),
            _ => typed::Read::Wrong(Problem { got: got(event), ..typed::expected(question) }),
        }
    };
    match read {
        typed::Read::Answer(Answer::Many(ids)) if !session.picked.is_empty() => {
            let Kind::Many { most, .. } = question.kind else { return Outcome::Stale };
            let new = ids.into_iter().filter(|id| !session.picked.contains(id)).collect::<Vec<_>>();
            session.picked.extend(new);
            session.picked.truncate(most);
            Outcome::Moved
        }
        typed::Read::Found(ids) => {
            session.found = ids;
            session.group = None;
            session.page = 0;
            Outcome::Moved
        }
        typed::Read::Answer(answer) => answered(form, question, session, answer, asker),
        typed::Read::Candidates(candidates) => {
            session.candidates = candidates;
            Outcome::Moved
        }
        typed::Read::Wrong(problem) => Outcome::Wrong(problem),
    }
}

fn answered(
    form: &Form,
    question: &Question,
    session: &mut Session,
    answer: Answer,
    asker: &Asker<'_>,
) -> Outcome {
    session.answers.set(question.id, answer);
    session.path.retain(|id| id != question.id);
    session.path.push(question.id.to_owned());
    let was_told = !session.told.is_empty();
    let is_agreed = was_told && question.id == AGREEMENT;
    // What was told is shown until everything else is asked; while an answer of it is mended it stays.
    if !session.editing || is_agreed {
        session.told.clear();
    }
    session.editing &= session.told.is_empty();
    onward(form, session, asker);
    // Who agrees to the card with all answers on it has confirmed them.
    if session.at == At::Summary && (form.single || !form.summary || is_agreed) {
        return Outcome::Finished;
    }
    Outcome::Answered(question.id.to_owned())
}

#[cfg(test)]
mod random_tests;
#[cfg(test)]
mod tests;
