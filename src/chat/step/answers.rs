//! What the answers and the ends of forms lead to.

use super::{Act, Card, Change, EmployerAct, JobAct, Step, Talk, WorkerAct};
use crate::chat::person::{Phone, Worker};
use crate::chat::{Answers, Session, Subject, forms};
use crate::classify::{Classification, classify};
use crate::domain::{JobId, Profile};

impl Talk<'_> {
    pub(super) fn left(&self, session: &Session) -> Step {
        if let (forms::POST, Some(Subject::One(job) | Subject::Pair(job, _))) =
            (session.form.as_str(), session.subject)
        {
            return self.then_question(EmployerAct::Job(JobId(job), JobAct::Show));
        }
        let key = match session.form.as_str() {
            forms::SHARE => "share-later",
            forms::CHARGE | forms::REPORT => "care-no-words",
            forms::PROFILE | forms::REVISE => {
                return self.then_question(WorkerAct::Profile(Change::default()));
            }
            _ => "form-left",
        };
        self.then_question(Act::Menu(key))
    }

    /// Every answer of the core form classifies at once.
    pub(super) fn answered(&mut self, question: &str) -> Step {
        let mut card = Card { answered: Some(question.to_owned()), ..Card::default() };
        let Some(session) = self.person.sessions.last() else { return Step::one(Act::Ask(card)) };
        if session.form == forms::PROFILE {
            let answers = session.answers.clone();
            card.labels = self.changed(question, &answers).added;
            return Step { acts: vec![WorkerAct::Keep.into(), Act::Ask(card)], toast: None };
        }
        if session.form != forms::REGISTER {
            return Step::one(Act::Ask(card));
        }
        match session.answers.one("consent") {
            Some("refuse") => {
                let stays = self.person.employer.is_some() || self.person.operator;
                return Step::one(Act::Forget(if stays {
                    "registration-refused"
                } else {
                    "consent-refused"
                }));
            }
            Some("hire") => {
                self.person.sessions.pop();
                return self.employer();
            }
            _ => {}
        }
        if forms::too_young(&session.answers, self.world, self.today) {
            return Step::one(Act::Forget("too-young"));
        }
        let answers = session.answers.clone();
        if !answers.has("consent") {
            // What was told and is being mended is kept only once it is agreed to.
            return Step::one(Act::Ask(card));
        }
        if question == "consent" {
            self.person.consent = Some(self.world.pack.consent.clone());
        }
        card.labels = self.told(&answers).added;
        Step::one(Act::Ask(card))
    }

    /// Keeps the facts that answers state with what the rules make of them, and gives what changed.
    pub(super) fn told(&mut self, answers: &Answers) -> Change {
        let earlier = self.person.worker.take();
        let profile = forms::profile(answers, self.world, earlier.as_ref().map(|worker| &worker.profile));
        let nothing = Classification { on: self.today, labels: Vec::new() };
        let wanted = earlier.as_ref().is_none_or(|worker| worker.classified);
        let classification = if wanted {
            classify(&profile, &self.world.taxonomy, &self.world.pack, self.today)
        } else {
            nothing.clone()
        };
        let before = earlier.as_ref().map_or(&nothing, |worker| &worker.classification);
        let (added, gone) = classification.difference(before);
        let mut worker = earlier.unwrap_or_else(|| Worker::new(Profile::default(), nothing));
        worker.profile = profile;
        worker.classification = classification;
        if let Some((number, verified)) = answers.phone("phone") {
            worker.phone = Some(Phone { number: number.to_owned(), verified });
        }
        self.person.worker = Some(worker);
        Change { answered: None, added, gone }
    }

    /// Labels a worker anew, or takes all labels away where they are not wanted.
    pub(super) fn reclassify(&mut self) {
        let (world, today) = (self.world, self.today);
        if let Some(worker) = &mut self.person.worker {
            worker.classification = if worker.classified {
                classify(&worker.profile, &world.taxonomy, &world.pack, today)
            } else {
                Classification { on: today, labels: Vec::new() }
            };
        }
    }

    /// An answer of a registered worker: it counts at once, also if the next question is not answered.
    fn changed(&mut self, question: &str, answers: &Answers) -> Change {
        let change = Change { answered: Some(question.to_owned()), ..self.told(answers) };
        if let Some(worker) = &mut self.person.worker {
            worker.asks.unanswered = 0;
            worker.asks.answered.insert(question.to_owned());
        }
        change
    }

    pub(super) fn finished(&mut self, session: &Session) -> Step {
        if !forms::problems(session, self.world, self.today).is_empty() {
            self.person.sessions.push(session.clone());
            return Step::one(Act::Ask(Card::default())).and_toast("post-mend-first");
        }
        match session.form.as_str() {
            forms::REGISTER if session.answers.one("consent") != Some("agree") => {
                return self.answered_on_card(session);
            }
            forms::REGISTER => return self.registered_now(session),
            forms::PROFILE => return self.profile_finished(session),
            forms::REVISE => return self.updated_now(session),
            forms::PAUSE => return self.pause_until(session.answers.date("until")),
            _ => {}
        }
        let act = (Self::care_form(session))
            .or_else(|| self.worker_form(session).map(Act::from))
            .or_else(|| self.employer_form(session).map(Act::from))
            .or_else(|| Self::operator_form(session).map(Act::from));
        self.then_question(act.unwrap_or(Act::Menu("menu")))
    }

    /// The card with all answers was answered with something else than a yes.
    fn answered_on_card(&mut self, session: &Session) -> Step {
        self.person.sessions.push(session.clone());
        self.answered("consent")
    }

    fn registered_now(&mut self, session: &Session) -> Step {
        if self.person.consent.is_none() {
            self.person.consent = Some(self.world.pack.consent.clone());
        }
        self.told(&session.answers);
        if let Some(worker) = &mut self.person.worker {
            worker.registered = true;
            worker.registered_at = Some(self.now);
        }
        let mut step = self.then_question(WorkerAct::Register);
        // Who came by a job's link sees that job first.
        if let Some(job) = session.subject {
            step.acts.push(WorkerAct::ShowJob(JobId(job.first())).into());
        }
        step
    }

    /// What was told counts on top of what is known by now.
    fn updated_now(&mut self, session: &Session) -> Step {
        let Some(worker) = self.person.worker.as_ref() else { return Step::toast("stale") };
        let phone = worker.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
        let mut now = session.clone();
        now.answers = forms::answers(&worker.profile, phone, self.world);
        for question in session.path.iter().chain(&session.told) {
            if let Some(answer) = session.answers.get(question) {
                now.answers.set(question, answer.clone());
            }
        }
        self.profile_finished(&now)
    }

    fn profile_finished(&mut self, session: &Session) -> Step {
        let question = session.path.last().cloned().unwrap_or_default();
        if forms::too_young(&session.answers, self.world, self.today) {
            return self.then_question(WorkerAct::TooYoung);
        }
        let change = self.changed(&question, &session.answers);
        let mut step = self.then_question(WorkerAct::Keep);
        step.acts.insert(1, WorkerAct::Profile(change).into());
        step
    }
}
