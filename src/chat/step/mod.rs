//! One input of one person: the conversation moved on, and what has to be done and shown.
//!
//! Pure: what must be looked up or kept is said as [`Act`]s, which `turn` carries out in order.

mod act;
mod answers;
mod care;
mod commands;
mod employer;
mod jobs;
mod operator;
pub(super) mod staff;
mod text;
mod worker;

pub use act::{Act, Card, Change, EmployerAct, Invitation, OperatorAct, REASONS, Step, WorkerAct};
pub use care::{EmployerCare, OperatorCare, WorkerCare};
pub use jobs::{CompanyAct, JobAct};
pub use staff::{Found, Span, StaffAct, TagChange};

use super::engine::{self, Asker, Event, Outcome};
use super::person::Person;
use super::tap::Tap;
use super::{Input, Session, Subject, World, forms};
use crate::domain::{ChatId, JobId, PersonId, Time};

/// Moves the conversation with a person on by one input.
pub fn step(world: &World, person: &mut Person, input: &Input, now: Time) -> Step {
    let mut talk = Talk { today: now.date(person.zone(&world.pack.zone)), world, person, now };
    talk.mend_sessions();
    match input {
        Input::Command { name, argument } => talk.command(name, argument),
        Input::Tap { data, .. } => talk.tap(data),
        Input::Text(text) => talk.text(text),
        Input::Location(point) => talk.event(&Event::Point(*point), "idle"),
        Input::Contact { phone, user } => {
            let own = *user == Some(ChatId(talk.person.chat.0));
            talk.event(&Event::Phone(phone, own), "idle-contact")
        }
        Input::Unreadable(thing) => talk.event(&Event::Unreadable(*thing), thing.key()),
        Input::Blocked | Input::Unblocked => Step::default(),
    }
}

struct Talk<'a> {
    world: &'a World,
    person: &'a mut Person,
    now: Time,
    today: jiff::civil::Date,
}

impl Talk<'_> {
    /// Forms that are gone or not the person's any more are dropped; questions that changed give way to the
    /// next.
    fn mend_sessions(&mut self) {
        let mut sessions = std::mem::take(&mut self.person.sessions);
        let operator = self.person.operator;
        sessions.retain(|session| {
            self.world.forms.get(&session.form).is_some() && (operator || !forms::is_staff(&session.form))
        });
        for session in &mut sessions {
            if let Some(form) = self.world.forms.get(&session.form) {
                engine::mend(form, session, &self.asker());
            }
        }
        self.person.sessions = sessions;
    }

    fn asker(&self) -> Asker<'_> {
        Asker { world: self.world, lang: self.person.lang, today: self.today, name: &self.person.name }
    }

    /// Begins a form, or goes on with it where it was left.
    fn begin(&mut self, id: &str, subject: Option<Subject>) -> Step {
        // There is one registration, whichever job's link it was begun by.
        let same = |s: &Session| s.form == id && (s.subject == subject || id == forms::REGISTER);
        let at = self.person.sessions.iter().position(same);
        let session = match (at, self.world.forms.get(id)) {
            (Some(at), _) => self.person.sessions.remove(at),
            (None, Some(form)) => engine::begin(form, &self.asker(), subject),
            (None, None) => return Step::one(Act::Menu("menu")),
        };
        self.person.sessions.push(session);
        Step::one(Act::Ask(Card::default()))
    }

    fn present(&self) -> Option<Act> {
        (!self.person.sessions.is_empty()).then(|| Act::Ask(Card::default()))
    }

    /// The act, and then the present question again if there is one.
    fn then_question(&self, act: impl Into<Act>) -> Step {
        Step { acts: std::iter::once(act.into()).chain(self.present()).collect(), toast: None }
    }

    fn form_tap(&mut self, tap: Tap<'_>) -> Step {
        let tapped = |session: &Session| {
            session.form == tap.form && (session.subject == tap.subject || tap.form == forms::REGISTER)
        };
        let Some(at) = self.person.sessions.iter().position(tapped) else {
            let key = match tap.form {
                forms::REGISTER if self.registered() => "already-registered",
                _ => "already-done",
            };
            return Step::toast(key);
        };
        let session = self.person.sessions.remove(at);
        self.person.sessions.push(session);
        self.event(&Event::Tap(tap), "idle")
    }

    /// An event for the present form; without one, the menu under the text `idle`.
    fn event(&mut self, event: &Event<'_>, idle: &'static str) -> Step {
        let Some(mut session) = self.person.sessions.pop() else { return self.idle(idle) };
        let Some(form) = self.world.forms.get(&session.form) else { return self.idle(idle) };
        let outcome = engine::step(form, &mut session, event, &self.asker());
        match outcome {
            Outcome::Answered(question) => {
                self.person.sessions.push(session);
                self.answered(&question)
            }
            Outcome::Moved => {
                self.person.sessions.push(session);
                Step::one(Act::Ask(Card::default()))
            }
            Outcome::Wrong(problem) => {
                self.person.sessions.push(session);
                Step::one(Act::Ask(Card { problem: Some(problem), ..Card::default() }))
            }
            Outcome::Stale => {
                self.person.sessions.push(session);
                Step::one(Act::Ask(Card::default())).and_toast("stale")
            }
            Outcome::Finished => self.finished(&session),
            Outcome::Left => self.left(&session),
        }
    }

    fn is_new(&self) -> bool {
        !self.registered() && self.person.employer.is_none() && !self.person.operator
    }

    /// Somebody new who writes anything is greeted with the first question.
    fn idle(&mut self, key: &'static str) -> Step {
        if self.is_new() { self.begin(forms::REGISTER, None) } else { Step::one(Act::Menu(key)) }
    }
}

/// What a button that belongs to no form carries: words between colons.
struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    fn of(data: &'a str) -> Self {
        Self(data.split(':').collect())
    }

    /// The word at a place, from 0; empty where there is none.
    fn word(&self, at: usize) -> &'a str {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// The number at a place; negative ones and what is no number are `None`.
    fn number(&self, at: usize) -> Option<i64> {
        self.word(at).parse().ok().filter(|number| *number >= 0)
    }

    /// The place of a list at a place; 0 where there is none.
    fn place(&self, at: usize) -> usize {
        self.number(at).and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
    }

    fn job(&self) -> Option<JobId> {
        self.number(1).map(JobId)
    }

    /// Job and person, of an application.
    fn application(&self) -> Option<(JobId, PersonId)> {
        Some((self.job()?, PersonId(self.number(2)?)))
    }

    /// How many words there are.
    fn count(&self) -> usize {
        self.0.len()
    }
}
