//! What people do for an employer: sign up, post jobs, answer applicants.

use super::{Act, EmployerAct, EmployerCare, Step, Talk, Words};
use crate::chat::person::EmployerState;
use crate::chat::{Session, forms};

impl Talk<'_> {
    pub(super) fn employer(&mut self) -> Step {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Waiting) => self.then_question(Act::Say("employer-waiting")),
            Some(EmployerState::Approved(_)) => self.then_question(Act::Menu("employer-approved")),
            Some(EmployerState::Frozen(_) | EmployerState::Refused(_)) => {
                self.then_question(EmployerAct::Care(EmployerCare::Standing))
            }
            None => self.begin(forms::EMPLOYER, None),
        }
    }

    pub(super) fn post(&mut self) -> Step {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Approved(_)) => self.begin(forms::POST, None),
            _ => self.employer(),
        }
    }

    pub(super) fn my_jobs(&mut self) -> Step {
        if self.person.employer.is_some() { self.then_question(EmployerAct::Jobs) } else { self.employer() }
    }

    /// A button of an employer's cards and lists; `None` when it is not one.
    pub(super) fn employer_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        let act = match words.word(0) {
            "k" => EmployerAct::Link(words.job()?),
            "c" => EmployerAct::Applicants(words.job()?, words.place(2)),
            "h" => {
                let (job, person) = words.application()?;
                EmployerAct::Hire(job, person)
            }
            "r" => {
                let (job, person) = words.application()?;
                EmployerAct::Reject(job, person)
            }
            _ => return None,
        };
        Some(Step::one(act))
    }

    /// What a finished form of an employer's leads to; `None` when it is not one.
    pub(super) fn employer_form(&mut self, session: &Session) -> Option<EmployerAct> {
        match session.form.as_str() {
            forms::EMPLOYER => {
                self.person.consent = Some(self.world.pack.consent.clone());
                forms::company(&session.answers).map(EmployerAct::Submit)
            }
            forms::POST => forms::job(&session.answers).map(|job| EmployerAct::Post(Box::new(job))),
            _ => None,
        }
    }
}
