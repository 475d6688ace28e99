//! What people do for an employer, and how they sign one up.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Company, Employer, EmployerAct, EmployerState, Person, views};
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
            EmployerAct::Post(job, flags) => self.post(person, &job, &flags, reply).await,
            EmployerAct::Jobs(page) => self.my_jobs(person, page, reply).await,
            EmployerAct::Job(job, act) => self.job_act(person, job, act, reply).await,
            EmployerAct::Change(job, new, flags) => self.change(person, job, *new, &flags, reply).await,
            EmployerAct::Company(act) => self.company_act(person, act, reply).await,
            EmployerAct::Link(job) => self.link(person, job, reply).await,
            EmployerAct::Applicants(job, at) => self.applicants(person, job, at, reply).await,
            EmployerAct::Compare(job) => self.compare(person, job, reply).await,
            EmployerAct::Applicant(job, worker) => self.show_applicant(person, (job, worker), reply).await,
            EmployerAct::MayTalk(job, worker) => self.may_talk(person, (job, worker), reply).await,
            EmployerAct::Hire(job, worker) => self.hire(person, (job, worker), reply).await,
            EmployerAct::RejectMenu(job, worker) => self.ask_why_refused(person, (job, worker), reply).await,
            EmployerAct::Reject(job, worker, why) => {
                self.refuse_applicant(person, (job, worker), why, reply).await
            }
            EmployerAct::NoShow(job, worker) => self.no_show(person, (job, worker), reply).await,
            EmployerAct::Undo(job, worker) => self.undo(person, (job, worker), reply).await,
            EmployerAct::Ask(job, worker, said) => {
                self.ask_applicant(person, (job, worker), &said, reply).await
            }
            EmployerAct::Invite(job, worker, invitation) => {
                self.invite(person, (job, worker), &invitation, reply).await
            }
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
