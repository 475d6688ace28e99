//! What is typed: an answer to the question that is asked, or more than one in one go.

use super::{Act, Card, Step, Talk};
use crate::chat::engine::{self, Event};
use crate::chat::forms;
use crate::reading::{job, language_of, worker};

/// Answers that make a text more than the answer to one question.
const SEVERAL: usize = 2;

/// Answers that make a text an ad: pay comes with its unit, which are two.
const AD: usize = 3;

impl Talk<'_> {
    pub(super) fn text(&mut self, text: &str) -> Step {
        if self.is_new() && self.person.sessions.is_empty() {
            // Whoever introduces themselves at once is not asked what they just said.
            let step = self.begin(forms::REGISTER, None);
            return self.introduced(text).unwrap_or(step);
        }
        let told = match self.person.sessions.last().map(|session| session.form.as_str()) {
            Some(forms::REGISTER) => self.introduced(text),
            Some(forms::POST) => self.pasted(text),
            _ => None,
        };
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

    /// An ad that was pasted where a job is posted; `None` if the text is only the answer to a question.
    fn pasted(&mut self, text: &str) -> Option<Step> {
        let lang = language_of(text, self.person.lang);
        let facts = job(self.world.tables(), text, lang, self.today);
        let told = forms::told_job(&facts, self.world, self.today);
        let session = self.person.sessions.last()?;
        let own_words = session.question() == Some("text");
        let is_ad = facts.is_ad || !facts.trades.is_empty();
        if own_words || !is_ad || told.len() < AD {
            return None;
        }
        let form = self.world.forms.get(forms::POST)?;
        let mut session = self.person.sessions.pop()?;
        session.flags = forms::flagged(&facts, text);
        engine::fill(form, &mut session, told, &self.asker());
        self.person.sessions.push(session);
        Some(Step::one(Act::Ask(Card::default())))
    }
}
