//! Workers who do not go on with a job: they take the application back, do not begin, stop, or erase
//! themselves. The employer is told, and a place that was taken is free again.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Pause, Person, views};
use crate::domain::{JobId, JobState, PersonId, Side, Stage};
use crate::store::{OfferStep, StoredJob};
use views::OfferMark;

impl Scene<'_> {
    /// The worker takes an application back. Who was hired already is asked first whether it was meant.
    pub(super) async fn withdraw(
        &mut self,
        person: &mut Person,
        id: JobId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (offer, job) = (self.tx.offer(id, person.id).await?, self.tx.job(id).await?);
        let (Some(offer), Some(job)) = (offer, job) else {
            reply.messages.push(views::job_gone(self.world, person.lang));
            return Ok(());
        };
        if offer.state.is_hired() {
            if !sure {
                reply.messages.push(views::leave_job_sure(
                    self.world,
                    person.lang,
                    id,
                    &job.company,
                    &job.job,
                ));
                return Ok(());
            }
            self.leave(person, &job, "withdrawn").await?;
            let card = self.card(&job, Some(&offer.fit), OfferMark::Left);
            reply.messages.push(views::offer(self.world, person.lang, &card));
            return Ok(());
        }
        let withdrawn = self.step_worker(id, person.id, Stage::Withdrawn).await?;
        let mark = if withdrawn { OfferMark::Withdrawn } else { super::worker::mark(Some(offer.state)) };
        let card = self.card(&job, Some(&offer.fit), mark);
        reply.messages.push(views::offer(self.world, person.lang, &card));
        if let (true, Some(owner), Some(worker)) = (withdrawn, self.other(job.owner).await?, &person.worker) {
            let name = worker.profile.name.as_deref().unwrap_or_default();
            self.notify(owner.chat, views::withdrawn(self.world, owner.lang, name, id, &job.job));
        }
        Ok(())
    }

    /// Somebody who was hired does not work there: the place is free, offers come again, the employer is
    /// told. `false` when they had left before.
    pub(super) async fn leave(
        &mut self,
        person: &mut Person,
        job: &StoredJob,
        why: &str,
    ) -> Result<bool, TurnError> {
        let step =
            OfferStep { job: job.id, person: person.id, to: Stage::Left, by: Side::Worker, why: Some(why) };
        if !self.tx.move_offer(&step, self.now).await? {
            return Ok(false);
        }
        let reopened = self.free_place(job, person.id).await?;
        let elsewhere = self.tx.offers_of(person.id).await?.iter().any(|offer| offer.state.is_hired());
        let hired = person.worker.as_mut().filter(|worker| worker.pause == Pause::Hired && !elsewhere);
        if let Some(worker) = hired {
            worker.pause = Pause::No;
            self.keep_worker(person).await?;
        }
        if let Some(offer) = self.tx.offer(job.id, person.id).await? {
            self.redraw(person, job, &offer, OfferMark::Left);
        }
        self.tell_owner(person, job, if reopened { "hired-left-again" } else { "hired-left" }).await?;
        Ok(true)
    }

    /// A place that was taken is free: a full job opens again, unless its time is over; gives whether it did.
    pub(super) async fn free_place(&mut self, job: &StoredJob, worker: PersonId) -> Result<bool, TurnError> {
        self.forget_checkins(job.id, worker).await?;
        let runs = job.expires_at > self.now;
        let to = if runs { JobState::Open } else { JobState::Expired };
        if !self.tx.move_job(job.id, JobState::Filled, to, self.now).await? {
            return Ok(false);
        }
        self.tx.resume_deliveries(job.id, self.now).await?;
        self.jobs_changed().await?;
        Ok(runs)
    }

    pub(super) async fn tell_owner(
        &mut self,
        person: &Person,
        job: &StoredJob,
        key: &str,
    ) -> Result<(), TurnError> {
        if let (Some(owner), Some(worker)) = (self.other(job.owner).await?, &person.worker) {
            let name = worker.profile.name.as_deref().unwrap_or_default();
            self.notify(owner.chat, views::left(self.world, owner.lang, key, name, job.id, &job.job));
        }
        Ok(())
    }

    /// Somebody is about to be erased: employers who wait for them are told that one of theirs is gone, not
    /// who.
    pub(super) async fn vanish(&mut self, person: &Person) -> Result<(), TurnError> {
        for offer in self.tx.offers_of(person.id).await? {
            let hired = offer.state.is_hired();
            if !hired && !offer.state.is_waiting() {
                continue;
            }
            let Some(job) = self.tx.job(offer.job).await? else { continue };
            if hired {
                self.free_place(&job, person.id).await?;
            }
            if let Some(owner) = self.other(job.owner).await? {
                let key = if hired { "hired-erased" } else { "applicant-erased" };
                self.notify(owner.chat, views::left(self.world, owner.lang, key, "", job.id, &job.job));
            }
        }
        Ok(())
    }
}
