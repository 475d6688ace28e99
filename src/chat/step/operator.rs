//! What operators do: decide, look things up.

use super::{OperatorAct, Step, Talk, Words};
use crate::chat::{Session, Subject, forms};
use crate::domain::EmployerId;

impl Talk<'_> {
    /// A button of an operator's cards and lists; `None` when it is not one, or nobody of the staff taps it.
    pub(super) fn operator_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        if !self.person.operator {
            return None;
        }
        let act = match words.word(0) {
            "ok" => OperatorAct::Decide(EmployerId(words.number(1)?), None),
            "no" => return Some(self.begin(forms::REFUSE, Some(Subject::One(words.number(1)?)))),
            "op" => return self.staff_tap(words),
            _ => return None,
        };
        Some(Step::one(act))
    }

    /// What a finished form of an operator's leads to; `None` when it is not one.
    pub(super) fn operator_form(&self, session: &Session) -> Option<OperatorAct> {
        let text = |question| session.answers.text(question).map(str::to_owned);
        match (session.form.as_str(), session.subject) {
            (forms::REFUSE, Some(Subject::One(id))) => {
                Some(OperatorAct::Decide(EmployerId(id), Some(text("reason")?)))
            }
            _ => Self::staff_form(session).map(OperatorAct::Staff),
        }
    }
}
