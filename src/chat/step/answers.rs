//! What the answers and the ends of forms lead to.

use super::{Act, Card, Step, Talk};
use crate::chat::person::Worker;
use crate::chat::{Answer, Session, forms};
use crate::classify::{Classification, Label, classify};
use crate::domain::{EmployerId, JobId, Profile};

impl Talk<'_> {
    pub(super) fn left(&self, session: &Session) -> Step {
        let key = match session.form.as_str() {
            forms::SHARE => "share-later",
            _ => "form-left",
        };
        self.then_question(Act::Menu(key))
    }

    /// Every answer of the core form classifies at once.
    pub(super) fn answered(&mut self, question: &str) -> Step {
        let mut card = Card { answered: Some(question.to_owned()), ..Card::default() };
        let Some(session) = self.person.sessions.last() else { return Step::one(Act::Ask(card)) };
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
        let profile = forms::profile(&session.answers);
        if question == "consent" {
            self.person.consent = Some(self.world.pack.consent.clone());
        }
        card.labels = self.classify(profile);
        Step::one(Act::Ask(card))
    }

    /// Keeps a profile with what the rules make of it, and gives the labels that are new.
    fn classify(&mut self, profile: Profile) -> Vec<Label> {
        let classification = classify(&profile, &self.world.taxonomy, &self.world.pack, self.today);
        let earlier = self.person.worker.take();
        let before = earlier.as_ref().map_or_else(
            || Classification { on: self.today, labels: Vec::new() },
            |worker| worker.classification.clone(),
        );
        let (added, _) = classification.difference(&before);
        self.person.worker = Some(Worker {
            registered: earlier.as_ref().is_some_and(|worker| worker.registered),
            profile,
            classification,
            phone: earlier.as_ref().and_then(|worker| worker.phone.clone()),
            registered_at: earlier.and_then(|worker| worker.registered_at),
        });
        added
    }

    pub(super) fn finished(&mut self, session: &Session) -> Step {
        let act = match session.form.as_str() {
            forms::REGISTER => {
                self.classify(forms::profile(&session.answers));
                if let Some(worker) = &mut self.person.worker {
                    worker.registered = true;
                    worker.registered_at = Some(self.now);
                }
                Some(Act::Register)
            }
            forms::EMPLOYER => {
                self.person.consent = Some(self.world.pack.consent.clone());
                forms::company(&session.answers).map(Act::SubmitEmployer)
            }
            forms::POST => forms::job(&session.answers).map(|job| Act::Post(Box::new(job))),
            forms::SHARE => match (session.subject, session.answers.get("phone")) {
                (Some(job), Some(Answer::Phone(phone, _))) => Some(Act::Share(JobId(job), phone.clone())),
                _ => None,
            },
            forms::REFUSE => match (session.subject, session.answers.text("reason")) {
                (Some(id), Some(reason)) => Some(Act::Decide(EmployerId(id), Some(reason.to_owned()))),
                _ => None,
            },
            _ => None,
        };
        let Some(act) = act else { return Step::one(Act::Menu("menu")) };
        self.then_question(act)
    }
}
