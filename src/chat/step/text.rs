//! What is typed: an answer to the question that is asked, or more than one in one go.

use super::{Act, Card, Step, Talk, WorkerAct};
use crate::chat::engine::{self, Event};
use crate::chat::{EmployerState, forms};
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
            None => self.pasted_at_once(text).or_else(|| self.updated(text)),
            Some(forms::REVISE) if self.person.sessions.last().is_some_and(|s| s.question().is_none()) => {
                self.updated(text)
            }
            _ => None,
        };
        told.unwrap_or_else(|| self.event(&Event::Text(text), self.hint()))
    }

    /// What can be written when nothing is asked.
    fn hint(&self) -> &'static str {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Approved(_)) => "idle-employer",
            _ if self.registered() => "idle-worker",
            _ => "idle",
        }
    }

    /// What a registered worker says that changed, to be confirmed; `None` if nothing did.
    fn updated(&mut self, text: &str) -> Option<Step> {
        let worker_now = self.person.worker.as_ref().filter(|worker| worker.registered)?;
        let lang = language_of(text, self.person.lang);
        let facts = worker(self.world.tables(), text, lang, self.today);
        if facts.leaves {
            return Some(Step::one(WorkerAct::PauseMenu));
        }
        if facts.is_aside {
            return None;
        }
        let phone = worker_now.phone.as_ref().map(|phone| (phone.number.as_str(), phone.verified));
        let answers = forms::answers(&worker_now.profile, phone, self.world);
        let mut told = forms::told(&facts, self.world, self.today);
        told.retain(|(id, answer)| answers.get(id) != Some(answer));
        // A name alone may be whoever the text speaks of.
        if told.iter().all(|(id, _)| *id == "name") {
            return None;
        }
        let form = self.world.forms.get(forms::REVISE)?;
        let mut session = engine::begin_at(form, told.first()?.0, answers);
        engine::fill(form, &mut session, told, &self.asker());
        self.person.sessions.retain(|session| session.form != forms::REVISE);
        self.person.sessions.push(session);
        Some(Step::one(Act::Ask(Card::default())))
    }

    /// An ad that an employer pastes when nothing is asked begins a job.
    fn pasted_at_once(&mut self, text: &str) -> Option<Step> {
        let employer = self.person.employer.as_ref()?;
        if !matches!(employer.state, EmployerState::Approved(_)) {
            return None;
        }
        let lang = language_of(text, self.person.lang);
        if !job(self.world.tables(), text, lang, self.today).is_ad {
            return None;
        }
        self.post();
        let told = self.pasted(text);
        if told.is_none() {
            self.person.sessions.pop();
        }
        told
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
