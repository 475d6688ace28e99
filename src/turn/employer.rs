//! What employers do: sign up, post, look at applicants, hire.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::audience::workers_for;
use crate::chat::{Company, Employer, EmployerState, Out, Person, describe, views};
use crate::domain::{Job, JobId, PersonId};
use crate::store::{Kind, OfferState, StoredJob};
use std::collections::BTreeSet;
use views::{ApplicantCard, JobLine, OfferMark};

impl Scene<'_> {
    /// Keeps the application and shows it to every operator who ever wrote; the others see it when
    /// they first do.
    pub(super) async fn submit_employer(
        &mut self,
        person: &mut Person,
        company: Company,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let id = self.tx.add_employer(person.id, &company, self.now).await?;
        let operators: Vec<_> = self.operators.iter().copied().collect();
        for operator in self.tx.people(&operators).await? {
            self.notify(operator.chat, views::employer_card(self.world, operator.lang, id, &company));
        }
        reply.messages.push(views::waiting_for_approval(self.world, person.lang, &company));
        person.employer = Some(Employer { id, company, state: EmployerState::Waiting });
        Ok(())
    }

    /// Keeps the job and queues one delivery for every worker it fits, outside their quiet hours.
    pub(super) async fn post(
        &mut self,
        person: &Person,
        job: &Job,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = person.employer.as_ref().filter(|_| Self::may_post(person)) else {
            reply.messages.push(views::say(self.world, person.lang, "employer-not-approved"));
            return Ok(());
        };
        let recipients = workers_for(self.tx, self.world, job, person.id, self.now).await?;
        let id = self.tx.add_job(employer.id, job, self.now).await?;
        self.stirred.jobs = true;
        let broadcast = self.tx.add_broadcast(id, self.now).await?;
        let offers: Vec<_> = recipients.iter().map(|r| (id, r.person, &r.fit)).collect();
        let added = self.tx.add_offers(&offers, OfferState::Queued, self.now).await?;
        let added: BTreeSet<PersonId> = added.into_iter().map(|(_, person)| person).collect();
        let deliveries: Vec<_> = recipients
            .iter()
            .filter(|recipient| added.contains(&recipient.person))
            .zip(0_i64..)
            .map(|(recipient, place)| (recipient.person, place, self.awake(self.now, &recipient.zone)))
            .collect();
        self.stirred.deliveries = true;
        self.tx.add_deliveries(broadcast, &deliveries, self.now).await?;
        let later: Vec<_> =
            deliveries.iter().filter(|(_, _, at)| *at > self.now).map(|(_, _, at)| *at).collect();
        let first = later.iter().min().map(|at| describe::clock(*at, person.zone(&self.world.pack.zone)));
        let now = deliveries.len() - later.len();
        reply.messages.push(views::posted(self.world, person.lang, id, now, later.len(), first.as_deref()));
        Ok(())
    }

    pub(super) async fn my_jobs(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let jobs = self.tx.jobs_of(person.id).await?;
        let lines: Vec<JobLine<'_>> = jobs.iter().map(job_line).collect();
        reply.messages.push(views::my_jobs(self.world, person.lang, &lines));
        Ok(())
    }

    /// The link of a job, as text and as a picture to hang up.
    pub(super) async fn link(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        if self.username.is_empty() {
            reply.messages.push(views::say(self.world, person.lang, "link-later"));
            return Ok(());
        }
        let link = format!("https://t.me/{}?start=j{id}", self.username);
        let caption = views::job_link(self.world, person.lang, &job_line(&job), &link);
        self.push(person.chat, Kind::Notice, Out::Code { link, caption });
        Ok(())
    }

    /// A job of this very employer; others are told that it is not theirs.
    async fn own_job(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<Option<StoredJob>, TurnError> {
        let job = self.tx.job(id).await?.filter(|job| job.owner == person.id);
        if job.is_none() {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
        }
        Ok(job)
    }

    pub(super) async fn applicants(
        &mut self,
        person: &Person,
        id: JobId,
        at: usize,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let applicants = self.tx.applicants(id).await?;
        let at = at.min(applicants.len().saturating_sub(1));
        let Some(one) = applicants.get(at) else {
            reply.messages.push(views::no_applicants(self.world, person.lang));
            return Ok(());
        };
        let card = ApplicantCard {
            job: id,
            person: one.person,
            profile: &one.profile,
            fit: &one.fit,
            phone: one.phone.as_deref(),
            hired: one.state == OfferState::Hired,
            of: Some((at, applicants.len())),
        };
        reply.messages.push(views::applicant(self.world, person.lang, "applicant", &job.job, &card));
        Ok(())
    }

    /// Hires or refuses an applicant of one's own job, tells them, and closes the job when it is full.
    pub(super) async fn answer(
        &mut self,
        person: &Person,
        id: JobId,
        worker: PersonId,
        to: OfferState,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let applicant = self.tx.applicant(id, worker).await?;
        let from = [OfferState::Applied, OfferState::Shared];
        let answered = [OfferState::Hired, OfferState::Refused];
        let key = match &applicant {
            Some(applicant) if answered.contains(&applicant.state) => "answered-before",
            _ => "applicant-gone",
        };
        let Some(applicant) = applicant.filter(|a| from.contains(&a.state)) else {
            reply.messages.push(views::say(self.world, person.lang, key));
            return Ok(());
        };
        if to == OfferState::Hired && job.hired >= i64::from(job.job.headcount) {
            reply.messages.push(views::say(self.world, person.lang, "job-is-full"));
            return Ok(());
        }
        self.tx.move_offer(id, worker, &from, to, self.now).await?;
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        let hired = to == OfferState::Hired;
        let key = if hired { "answered-hired" } else { "answered-rejected" };
        reply.messages.push(views::answered(self.world, person.lang, key, name, id));
        if let (Some(other), Some(offer)) = (self.other(worker).await?, self.tx.offer(id, worker).await?) {
            let mark = if hired { OfferMark::Hired } else { OfferMark::Refused };
            let card = self.card(&job, None, mark);
            let message = if hired {
                views::hired(self.world, other.lang, &card, applicant.phone.is_some())
            } else {
                views::not_hired(self.world, other.lang, &card)
            };
            self.redraw(&other, &job, &offer, mark);
            self.notify(other.chat, message);
        }
        if hired {
            self.settle_down(worker).await?;
        }
        if hired && job.hired + 1 >= i64::from(job.job.headcount) && self.tx.fill_job(id).await? {
            self.stirred.jobs = true;
            reply.messages.push(views::say(self.world, person.lang, "job-now-full"));
        }
        Ok(())
    }
}

pub(crate) const fn job_line(stored: &StoredJob) -> JobLine<'_> {
    JobLine {
        id: stored.id,
        job: &stored.job,
        open: stored.open,
        offered: stored.offered,
        waiting: stored.waiting,
        hired: stored.hired,
    }
}
