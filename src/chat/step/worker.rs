//! What a worker does after the registration: facts, questions, pauses, the own data.

use super::{Act, Step, Talk, Words, WorkerAct};
use crate::chat::engine::{self, Event};
use crate::chat::person::{Pause, Phone};
use crate::chat::tap::{Action, Tap};
use crate::chat::{Session, Subject, forms};
use crate::domain::{JobId, Time};
use jiff::civil::Date;

impl Talk<'_> {
    /// A button of a worker's cards and lists; `None` when it is not one.
    pub(super) fn worker_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        // Buttons about an application have two words; what begins alike but has more is not a worker's.
        let act = match (words.word(0), words.count()) {
            ("p", _) => return Some(self.edit_fact(words.word(1))),
            ("q", _) => return Some(self.answer_ask(words.word(1), words.word(2))),
            ("u", _) => return Some(self.pause(words.word(1))),
            ("s", 2) => return self.share(words.job()?),
            ("j" | "y", _) if !self.registered() => return Some(self.begin(forms::REGISTER, None)),
            ("j", _) => WorkerAct::Jobs(words.place(1)),
            ("y", _) => WorkerAct::WhyNot(words.place(1)),
            ("a", 2) => WorkerAct::Apply(words.job()?),
            ("n", 2) => WorkerAct::Decline(words.job()?),
            ("w", 2 | 3) => WorkerAct::Withdraw(words.job()?, words.word(2) == "yes"),
            ("v", 2) => WorkerAct::ShowJob(words.job()?),
            ("an", 2) if self.registered() => {
                let job = words.job()?;
                let mut step = self.begin(forms::ANSWER, Some(Subject::One(job.0)));
                step.acts.insert(0, WorkerAct::MayAnswer(job).into());
                return Some(step);
            }
            ("it", 3) => WorkerAct::Meet(words.job()?, words.word(2) == "y"),
            _ => return None,
        };
        Some(Step::one(act))
    }

    /// A number that was shared once goes with one tap; else the contact button asks for it.
    fn share(&mut self, job: JobId) -> Option<Step> {
        let worker = self.person.worker.as_ref().filter(|worker| worker.registered)?;
        Some(match &worker.phone {
            Some(phone) if phone.verified => Step::one(WorkerAct::Share(job)),
            _ => {
                let mut step = self.begin(forms::SHARE, Some(Subject::One(job.0)));
                step.acts.insert(0, WorkerAct::MayShare(job).into());
                step
            }
        })
    }

    /// What a finished form of a worker's leads to; `None` when it is not one.
    pub(super) fn worker_form(&mut self, session: &Session) -> Option<WorkerAct> {
        match (session.form.as_str(), session.subject) {
            (forms::SHARE, Some(Subject::One(job))) => {
                let (number, verified) = session.answers.phone("phone")?;
                let worker = self.person.worker.as_mut()?;
                worker.phone = Some(Phone { number: number.to_owned(), verified });
                Some(WorkerAct::Share(JobId(job)))
            }
            (forms::ANSWER, Some(Subject::One(job))) => {
                let said = forms::said(self.world, self.person.lang, session.answers.text("answer")?);
                Some(WorkerAct::Answer(JobId(job), said))
            }
            _ => None,
        }
    }

    /// Shows the job, registers, and shows it again with a button to apply.
    pub(super) fn register_for(&mut self, job: JobId) -> Step {
        let mut step = self.begin(forms::REGISTER, None);
        step.acts.insert(0, WorkerAct::ShowJob(job).into());
        if let Some(session) = self.person.sessions.last_mut() {
            session.subject = Some(Subject::One(job.0));
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
        let mut step = self.then_question(WorkerAct::Keep);
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
        let mut step = self.then_question(WorkerAct::Keep);
        step.acts.insert(1, Act::Say(key));
        step
    }
}
