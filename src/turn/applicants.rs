//! What employers do with those who applied: look at them, hire, refuse.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Person, views};
use crate::domain::{JobId, JobState, PersonId, Side, Stage};
use crate::store::OfferStep;
use views::{ApplicantCard, OfferMark};

impl Scene<'_> {
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
            hired: one.state.is_hired(),
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
        to: Stage,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let applicant = self.tx.applicant(id, worker).await?;
        let key = match &applicant {
            Some(applicant) if applicant.state.is_hired() || applicant.state == Stage::Refused => {
                "answered-before"
            }
            _ => "applicant-gone",
        };
        let Some(applicant) = applicant.filter(|applicant| applicant.state.is_waiting()) else {
            reply.messages.push(views::say(self.world, person.lang, key));
            return Ok(());
        };
        if to == Stage::Hired && self.is_held(person, &job, reply) {
            return Ok(());
        }
        if to == Stage::Hired && job.free() == 0 {
            reply.messages.push(views::say(self.world, person.lang, "job-is-full"));
            return Ok(());
        }
        let step = OfferStep { job: id, person: worker, to, by: Side::Employer, why: None };
        self.tx.move_offer(&step, self.now).await?;
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        let hired = to == Stage::Hired;
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
            self.expect_checkins(&job, worker).await?;
        }
        let filled = hired
            && job.free() <= 1
            && self.tx.move_job(id, JobState::Open, JobState::Filled, self.now).await?;
        if filled {
            self.stirred.jobs = true;
            reply.messages.push(views::say(self.world, person.lang, "job-now-full"));
        }
        Ok(())
    }
}
