//! What is counted for the figures: how far registrations come. The counters name nobody.

use super::scene::Scene;
use crate::chat::{Person, Session, describe, forms};
use std::collections::BTreeSet;

/// Where somebody's registration stands before an input: the questions that were ever answered in it.
pub(super) fn registration(person: &Person) -> Option<BTreeSet<String>> {
    let session = person.sessions.iter().find(|session| session.form == forms::REGISTER)?;
    Some(session.ever.clone())
}

impl Scene<'_> {
    /// Raises a counter of today by one, with the transaction of the group.
    pub(super) fn count(&mut self, what: impl Into<String>) {
        *self.tally.entry(what.into()).or_default() += 1;
    }

    /// Counts what an input made of a registration: begun, left by who came to hire, and each question
    /// that was answered for the first time. Going back and beginning again count nothing twice.
    pub(super) fn count_registration(&mut self, before: Option<BTreeSet<String>>, person: &mut Person) {
        let registered = person.worker.as_ref().is_some_and(|worker| worker.registered);
        let begun = before.is_some();
        let Some(at) = person.sessions.iter().position(|session| session.form == forms::REGISTER) else {
            let hires = person.sessions.last().is_some_and(|session| session.form == forms::EMPLOYER);
            if begun && hires && !registered {
                self.count("reg:hire");
            }
            return;
        };
        if !begun {
            self.count("reg:started");
        }
        let mut ever = before.unwrap_or_default();
        for id in self.answered(&person.sessions[at]) {
            if ever.insert(id.to_owned()) {
                self.count(format!("reg:q:{id}"));
            }
        }
        person.sessions[at].ever = ever;
    }

    /// The questions of the registration that have an answer; consent only where it was given.
    fn answered(&self, session: &Session) -> Vec<&'static str> {
        let questions = self.world.forms.get(forms::REGISTER).map(|form| form.questions.as_slice());
        let ids = questions.unwrap_or_default().iter().map(|question| question.id);
        let given = |id: &&str| {
            session.answers.has(id) && (*id != "consent" || session.answers.one(id) == Some("agree"))
        };
        ids.filter(given).collect()
    }

    /// Counts a finished registration, and its labels: each once, for however many trades.
    pub(super) fn count_registered(&mut self, person: &Person) {
        self.count("reg:done");
        let labels = person.worker.as_ref().map(|worker| worker.classification.labels.as_slice());
        let cells: BTreeSet<String> = labels
            .unwrap_or_default()
            .iter()
            .map(|label| format!("label:{}:{}", describe::axis_id(label.axis), label.value))
            .collect();
        for cell in cells {
            self.count(cell);
        }
    }
}
