//! What people do for an employer, and how they sign one up.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Company, Employer, EmployerAct, EmployerState, Person, views};
use crate::domain::Stage;
use crate::store::Shows;

impl Scene<'_> {
    pub(super) async fn employer_act(
        &mut self,
        person: &mut Person,
        act: EmployerAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if self.is_barred(person, &act, reply).await? {
            return Ok(());
        }
        match act {
            EmployerAct::Care(act) => self.employer_care(person, act, reply).await,
            EmployerAct::Submit(company) => self.submit_employer(person, company, reply).await,
            EmployerAct::Post(job) => self.post(person, &job, reply).await,
            EmployerAct::Jobs => self.my_jobs(person, reply).await,
            EmployerAct::Link(job) => self.link(person, job, reply).await,
            EmployerAct::Applicants(job, at) => self.applicants(person, job, at, reply).await,
            EmployerAct::Hire(job, worker) => self.answer(person, job, worker, Stage::Hired, reply).await,
            EmployerAct::Reject(job, worker) => self.answer(person, job, worker, Stage::Refused, reply).await,
        }
    }

    /// Keeps the application and shows it to every operator who ever wrote; the others see it when
    /// they first do.
    pub(super) async fn submit_employer(
        &mut self,
        person: &mut Person,
        company: Company,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let id = self.tx.add_employer(person.id, &company, self.now).await?;
        let world = self.world;
        let card = |lang| views::employer_card(world, lang, id, &company);
        self.tell_operators(Shows::Employer(id), card).await?;
        reply.messages.push(views::waiting_for_approval(self.world, person.lang, &company));
        person.employer = Some(Employer { id, company, state: EmployerState::Waiting, founder: true });
        Ok(())
    }

    /// Whether the person may post, by the store's word rather than by what a button says.
    pub(super) fn may_post(person: &Person) -> bool {
        person.employer.as_ref().is_some_and(|e| matches!(e.state, EmployerState::Approved(_)))
    }
}
