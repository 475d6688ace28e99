//! What employers decide about those who applied: hire, refuse, say that somebody did not come, take it
//! back. The worker is told each time, and a job that is full closes itself.

use super::TurnError;
use super::applicants::about;
use super::scene::{Reply, Scene};
use crate::chat::{Person, views};
use crate::domain::{JobId, JobState, PersonId, Side, Stage};
use crate::store::{Applicant, OfferStep, StoredJob};
use views::OfferMark;

impl Scene<'_> {
    pub(super) async fn hire(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.waiting_applicant(person, application, reply).await? else {
            return Ok(());
        };
        if self.is_held(person, &job, reply) {
            return Ok(());
        }
        if job.free() == 0 {
            reply.messages.push(views::say(self.world, person.lang, "job-is-full"));
            return Ok(());
        }
        if !self.step_employer(application, Stage::Hired, None).await? {
            return Ok(());
        }
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        reply.messages.push(views::answered(
            self.world,
            person.lang,
            "answered-hired",
            name,
            application,
            true,
        ));
        let shared = applicant.phone.is_some();
        self.tell_worker(&job, applicant.person, OfferMark::Hired, |scene, worker| {
            let card = scene.card(&job, None, OfferMark::Hired);
            views::hired(scene.world, worker.lang, &card, shared)
        })
        .await?;
        self.settle_down(applicant.person).await?;
        self.expect_checkins(&job, applicant.person).await?;
        self.close_when_full(&job, person, reply).await
    }

    /// Asks for the reason, as a choice: nothing is typed that could hurt.
    pub(super) async fn ask_why_refused(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if let Some((_, applicant)) = self.waiting_applicant(person, application, reply).await? {
            let (name, (job, worker)) = (applicant.profile.name.unwrap_or_default(), application);
            reply.messages.push(views::refusal_menu(self.world, person.lang, job, worker, &name));
        }
        Ok(())
    }

    pub(super) async fn refuse_applicant(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        why: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.waiting_applicant(person, application, reply).await? else {
            return Ok(());
        };
        if !self.step_employer(application, Stage::Refused, Some(why)).await? {
            return Ok(());
        }
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        let answered = views::answered(self.world, person.lang, "answered-rejected", name, application, true);
        reply.messages.push(answered);
        self.tell_worker(&job, applicant.person, OfferMark::Refused, |scene, worker| {
            views::not_hired(scene.world, worker.lang, &about(&job), why)
        })
        .await
    }

    /// Somebody did not come to the interview, or to work. The worker is told, and can object.
    pub(super) async fn no_show(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.own_applicant(person, application, reply).await? else {
            return Ok(());
        };
        let interview = self.tx.interview(application.0, application.1).await?;
        let met = interview.is_some_and(|one| one.held_at <= self.now);
        if !(applicant.stage == Stage::Hired || (applicant.stage == Stage::Invited && met)) {
            reply.messages.push(views::say(self.world, person.lang, "no-show-not-now"));
            return Ok(());
        }
        if !self.step_employer(application, Stage::NoShow, None).await? {
            return Ok(());
        }
        if applicant.stage == Stage::Hired {
            self.free_a_place(&job, applicant.person).await?;
        }
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        let answered = views::answered(self.world, person.lang, "answered-no-show", name, application, true);
        reply.messages.push(answered);
        self.tell_worker(&job, applicant.person, OfferMark::NoShow, |scene, worker| {
            views::news(scene.world, worker.lang, "no-show-told", &about(&job))
        })
        .await
    }

    /// Takes the last decision about somebody back: they are where they were before, and are told.
    pub(super) async fn undo(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.own_applicant(person, application, reply).await? else {
            return Ok(());
        };
        let (id, worker) = application;
        let present = applicant.stage;
        if !present.may_be_undone() {
            reply.messages.push(views::say(self.world, person.lang, "undo-not-now"));
            return Ok(());
        }
        let before = self.tx.stage_before(id, worker, present).await?.unwrap_or(Stage::Applied);
        if before.is_hired() && job.free() == 0 {
            reply.messages.push(views::say(self.world, person.lang, "job-is-full"));
            return Ok(());
        }
        let step = OfferStep { job: id, person: worker, to: before, by: Side::Employer, why: Some("undo") };
        if !self.tx.move_offer_from(present, &step, self.now).await? {
            return Ok(());
        }
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        let answered = views::answered(self.world, person.lang, "answered-undone", name, application, false);
        reply.messages.push(answered);
        if present == Stage::Hired {
            self.free_a_place(&job, worker).await?;
        }
        let key = match present {
            Stage::Hired => "undone-hired",
            Stage::NoShow => "undone-no-show",
            _ => "undone-refused",
        };
        self.tell_worker(&job, worker, super::worker::mark(Some(before)), |scene, worker| {
            views::news(scene.world, worker.lang, key, &about(&job))
        })
        .await?;
        if before.is_hired() {
            self.settle_down(worker).await?;
            self.expect_checkins(&job, worker).await?;
            self.close_when_full(&job, person, reply).await?;
        }
        Ok(())
    }

    /// An applicant who waits for an answer; else the person is told what became of the application.
    async fn waiting_applicant(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<Option<(StoredJob, Applicant)>, TurnError> {
        let found = self.own_applicant(person, application, reply).await?;
        let Some((_, applicant)) = &found else { return Ok(None) };
        if applicant.stage.is_waiting() {
            return Ok(found);
        }
        let answered = applicant.stage.is_hired() || applicant.stage.may_be_undone();
        let key = if answered { "answered-before" } else { "applicant-gone" };
        reply.messages.push(views::say(self.world, person.lang, key));
        Ok(None)
    }

    async fn step_employer(
        &mut self,
        (job, person): (JobId, PersonId),
        to: Stage,
        why: Option<&str>,
    ) -> Result<bool, TurnError> {
        let step = OfferStep { job, person, to, by: Side::Employer, why };
        Ok(self.tx.move_offer(&step, self.now).await?)
    }

    /// Brings the worker's offer up to date and tells them.
    async fn tell_worker(
        &mut self,
        job: &StoredJob,
        worker: PersonId,
        mark: OfferMark,
        news: impl Fn(&Self, &Person) -> crate::chat::Message,
    ) -> Result<(), TurnError> {
        if let (Some(worker), Some(offer)) = (self.other(worker).await?, self.tx.offer(job.id, worker).await?)
        {
            self.redraw(&worker, job, &offer, mark);
            let message = news(self, &worker);
            self.notify(worker.chat, message);
        }
        Ok(())
    }

    /// Closes a job whose last place was just taken. Who still waits is told, and stays on the list in case
    /// somebody does not come.
    async fn close_when_full(
        &mut self,
        job: &StoredJob,
        person: &Person,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if job.free() > 1 {
            return Ok(());
        }
        let mut closed = false;
        for state in [JobState::Open, JobState::Paused] {
            closed |= self.tx.move_job(job.id, state, JobState::Filled, self.now).await?;
        }
        if !closed {
            return Ok(());
        }
        self.jobs_changed().await?;
        reply.messages.push(views::say(self.world, person.lang, "job-now-full"));
        for waiting in self.tx.applicants(job.id).await?.iter().filter(|one| one.stage.is_waiting()) {
            if let Some(worker) = self.other(waiting.person).await? {
                let message = views::news(self.world, worker.lang, "full-told", &about(job));
                self.notify(worker.chat, message);
            }
        }
        Ok(())
    }

    /// A hired worker does not work there: a full job opens again, and the worker gets offers again.
    pub(super) async fn free_a_place(&mut self, job: &StoredJob, worker: PersonId) -> Result<(), TurnError> {
        self.free_place(job, worker).await?;
        self.look_again(worker).await
    }
}
