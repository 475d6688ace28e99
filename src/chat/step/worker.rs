//! What a worker does after the registration: facts, questions, pauses, the own data.

use super::{Act, Step, Talk};
use crate::chat::engine::{self, Event};
use crate::chat::forms;
use crate::chat::person::Pause;
use crate::chat::tap::{Action, Tap};
use crate::domain::{JobId, Time};
use jiff::civil::Date;

impl Talk<'_> {
    /// Shows the job, registers, and shows it again with a button to apply.
    pub(super) fn register_for(&mut self, job: JobId) -> Step {
        let mut step = self.begin(forms::REGISTER, None);
        step.acts.insert(0, Act::ShowJob(job));
        if let Some(session) = self.person.sessions.last_mut() {
            session.subject = Some(job.0);
        }
        step
    }

    /// Begins the form of all questions at one of them.
    pub(super) fn edit_fact(&mut self, question: &str) -> Step {
        if self.begin_fact(question) {
            self.present().map_or_else(Step::default, Step::one)
        } else {
            Step::toast("stale")
        }
    }

    fn begin_fact(&mut self, question: &str) -> bool {
        let world = self.world;
        let Some(worker) = self.person.worker.as_ref().filter(|worker| worker.registered) else {
            return false;
        };
        let Some(form) = world.forms.get(forms::PROFILE) else { return false };
        let phone = worker.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
        let answers = forms::answers(&worker.profile, phone, world);
        let asker = self.asker();
        let asked =
            form.question(question).is_some_and(|q| q.id != "consent" && (q.when)(&asker.ask(&answers)));
        if asked {
            let session = engine::begin_at(form, question, answers);
            self.person.sessions.retain(|session| session.form != forms::PROFILE);
            self.person.sessions.push(session);
        }
        asked
    }

    /// A button under a question that was asked afterwards: an answer, later, never, or to the question.
    pub(super) fn answer_ask(&mut self, question: &str, what: &str) -> Step {
        let form = self.world.forms.get(forms::PROFILE);
        let known = form.is_some_and(|form| form.question(question).is_some());
        let Some(worker) = self.person.worker.as_mut().filter(|worker| worker.registered) else {
            return Step::toast("stale");
        };
        match what {
            "later" => {
                worker.asks.unanswered = 0;
                Step::one(Act::Say("ask-later"))
            }
            "never" if !known => Step::toast("stale"),
            "never" => {
                worker.asks.unanswered = 0;
                worker.asks.never.insert(question.to_owned());
                Step::one(Act::Say("ask-never"))
            }
            _ if !self.begin_fact(question) => Step::toast("stale"),
            _ => match (what.strip_prefix('='), self.person.sessions.last()) {
                (Some(id), Some(session)) => {
                    let (revision, screen) = (session.revision, session.at.code().to_owned());
                    let tap = Tap {
                        form: forms::PROFILE,
                        subject: None,
                        screen: &screen,
                        revision,
                        action: Action::Take(id),
                    };
                    self.event(&Event::Tap(tap), "idle")
                }
                _ => self.present().map_or_else(Step::default, Step::one),
            },
        }
    }

    /// `7` or `30` days, `date` to say when, `off` for good, `on` to go on.
    pub(super) fn pause(&mut self, what: &str) -> Step {
        match what {
            "date" if self.registered() => self.begin(forms::PAUSE, None),
            "off" => self.set_pause(Pause::Off, "paused-off"),
            "on" => self.set_pause(Pause::No, "paused-no"),
            _ => match what.parse::<i32>() {
                Ok(days @ 1..=366) => {
                    self.pause_until(self.today.checked_add(jiff::Span::new().days(days)).ok())
                }
                _ => Step::toast("stale"),
            },
        }
    }

    pub(super) fn pause_until(&mut self, date: Option<Date>) -> Step {
        let zone = self.person.zone(&self.world.pack.zone).to_owned();
        match date.and_then(|date| Time::at(date, self.world.pack.reminders.hour, &zone)) {
            Some(until) => self.set_pause(Pause::Until(until), "paused-until"),
            None => Step::toast("stale"),
        }
    }

    fn set_pause(&mut self, pause: Pause, key: &'static str) -> Step {
        let Some(worker) = self.person.worker.as_mut().filter(|worker| worker.registered) else {
            return Step::toast("stale");
        };
        worker.pause = pause;
        let mut step = self.then_question(Act::Keep);
        step.acts.insert(1, Act::Say(key));
        step
    }

    /// `export`, `erase`, `erase!` when it was confirmed, `all` and `mine` for what is shown.
    pub(super) fn own_data(&mut self, what: &str) -> Step {
        let shown = match what {
            "export" => return Step::one(Act::Export),
            "erase" => return Step::one(Act::EraseMenu),
            "erase!" => return Step::one(Act::Erase),
            "all" => false,
            "mine" => true,
            _ => return Step::toast("stale"),
        };
        let Some(worker) = self.person.worker.as_mut().filter(|worker| worker.registered) else {
            return Step::toast("stale");
        };
        worker.classified = shown;
        self.reclassify();
        let key = if shown { "classified-again" } else { "classified-not" };
        let mut step = self.then_question(Act::Keep);
        step.acts.insert(1, Act::Say(key));
        step
    }
}
