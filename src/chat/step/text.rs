//! What is typed: an answer to the question that is asked, or more than one in one go.

use super::{Act, Card, Step, Talk};
use crate::chat::engine::{self, Event};
use crate::chat::forms;
use crate::reading::{language_of, worker};

/// Answers that make a text more than the answer to one question.
const SEVERAL: usize = 2;

impl Talk<'_> {
    pub(super) fn text(&mut self, text: &str) -> Step {
        if self.is_new() && self.person.sessions.is_empty() {
            // Whoever introduces themselves at once is not asked what they just said.
            let step = self.begin(forms::REGISTER, None);
            return self.introduced(text).unwrap_or(step);
        }
        let registers = self.person.sessions.last().is_some_and(|session| session.form == forms::REGISTER);
        let told = if registers { self.introduced(text) } else { None };
        told.unwrap_or_else(|| self.event(&Event::Text(text), "idle"))
    }

    /// A text that answers several questions of the registration; `None` if it does not.
    fn introduced(&mut self, text: &str) -> Option<Step> {
        let lang = language_of(text, self.person.lang);
        let facts = worker(self.world.tables(), text, lang, self.today);
        let told = forms::told(&facts, self.world, self.today);
        if told.len() < SEVERAL {
            return None;
        }
        let form = self.world.forms.get(forms::REGISTER)?;
        let mut session = self.person.sessions.pop()?;
        engine::fill(form, &mut session, told, &self.asker());
        let answers = session.answers.clone();
        self.person.sessions.push(session);
        if forms::too_young(&answers, self.world, self.today) {
            return Some(Step::one(Act::Forget("too-young")));
        }
        let mut card = Card::default();
        if answers.one(engine::AGREEMENT).is_some() {
            card.labels = self.told(&answers).added;
        }
        Some(Step::one(Act::Ask(card)))
    }
}
