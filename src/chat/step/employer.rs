//! What people do for an employer: sign up, post jobs, answer applicants.

use super::{Act, CompanyAct, EmployerAct, EmployerCare, Step, Talk, Words};
use crate::chat::person::EmployerState;
use crate::chat::{REASONS, Session, Subject, forms};
use crate::domain::{JobId, PersonId};

impl Talk<'_> {
    pub(super) fn employer(&mut self) -> Step {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Waiting) => self.then_question(Act::Say("employer-waiting")),
            Some(EmployerState::Approved(_)) => self.then_question(EmployerAct::Company(CompanyAct::Show)),
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
        if self.person.employer.is_some() {
            self.then_question(EmployerAct::Jobs(0))
        } else {
            self.employer()
        }
    }

    /// A button of an employer's cards and lists; `None` when it is not one.
    pub(super) fn employer_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        let act = match words.word(0) {
            "k" => EmployerAct::Link(words.job()?),
            "c" => EmployerAct::Applicants(words.job()?, words.place(2)),
            "cm" => EmployerAct::Compare(words.job()?),
            "ap" | "h" | "r" | "ns" | "un" | "as" | "iv" => return self.application_tap(words),
            _ => return self.job_tap(words),
        };
        Some(Step::one(act))
    }

    /// A button about one application.
    fn application_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        let (job, person) = words.application()?;
        let about = Some(Subject::Pair(job.0, person.0));
        let acts_for_one = self.person.employer.is_some();
        Some(Step::one(match (words.word(0), words.word(3)) {
            ("as" | "iv", _) if acts_for_one => {
                let form = if words.word(0) == "as" { forms::ASK } else { forms::INVITE };
                let mut step = self.begin(form, about);
                step.acts.insert(0, EmployerAct::MayTalk(job, person).into());
                return Some(step);
            }
            ("ap", _) => EmployerAct::Applicant(job, person),
            ("h", _) => EmployerAct::Hire(job, person),
            ("ns", _) => EmployerAct::NoShow(job, person),
            ("un", _) => EmployerAct::Undo(job, person),
            ("r", "") => EmployerAct::RejectMenu(job, person),
            ("r", why) => EmployerAct::Reject(job, person, REASONS.into_iter().find(|known| *known == why)?),
            _ => return None,
        }))
    }

    /// What a finished form of an employer's leads to; `None` when it is not one.
    pub(super) fn employer_form(&mut self, session: &Session) -> Option<EmployerAct> {
        match session.form.as_str() {
            forms::EMPLOYER => {
                self.person.consent = Some(self.world.pack.consent.clone());
                forms::company(&session.answers).map(EmployerAct::Submit)
            }
            forms::POST => {
                let job = Box::new(forms::job(&session.answers)?);
                let flags = forms::flags_of(session, self.world, self.person.lang, self.today);
                Some(match session.subject {
                    Some(Subject::One(id)) => EmployerAct::Change(JobId(id), job, flags),
                    _ => EmployerAct::Post(job, flags),
                })
            }
            _ => {
                let Some(Subject::Pair(job, person)) = session.subject else { return None };
                let (job, person) = (JobId(job), PersonId(person));
                match session.form.as_str() {
                    forms::ASK => {
                        let text = session.answers.text("question")?;
                        let said = forms::said(self.world, self.person.lang, text);
                        Some(EmployerAct::Ask(job, person, said))
                    }
                    forms::INVITE => {
                        forms::invitation(&session.answers).map(|it| EmployerAct::Invite(job, person, it))
                    }
                    _ => None,
                }
            }
        }
    }
}
