//! Jobs end: a reminder some days before, the end at its time, and the news of it.
//!
//! A job is not offered from the instant on at which it expires, whatever its timer does ([`StoredJob::takes`]):
//! the timer only writes that down and tells people, and may wait for the end of somebody's quiet hours. The
//! timers stand with whoever is told of applications; when that one leaves, `store` moves them to the founder.

use super::TurnError;
use super::jobs::job_line;
use super::scene::Scene;
use crate::chat::{Person, views};
use crate::domain::{JobId, JobState, PersonId, Side, Stage, Time};
use crate::store::{StoredJob, Timer};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

impl Scene<'_> {
    /// Sets the timers of a job's end, in place of earlier ones.
    pub(super) async fn expect_end(
        &mut self,
        owner: PersonId,
        job: JobId,
        until: Time,
    ) -> Result<(), TurnError> {
        self.tx.drop_job_timers(job).await?;
        let timer = |kind: &str, due_at| Timer {
            person: owner,
            kind: kind.to_owned(),
            subject: job.to_string(),
            due_at,
        };
        let before = until.minus(DAY * self.world.pack.jobs.remind_before);
        let mut timers = vec![timer("job_end", until)];
        if before > self.now {
            timers.push(timer("job_ending", before));
        }
        self.set_timers(&timers);
        Ok(())
    }

    /// A timer about a job is due.
    pub(super) async fn job_due(&mut self, person: &Person, timer: &Timer) -> Result<(), TurnError> {
        let Some(id) = timer.subject.parse().ok().map(JobId) else { return Ok(()) };
        let Some(job) = self.tx.job(id).await? else { return Ok(()) };
        match timer.kind.as_str() {
            "job_ending" => self.remind_of_end(&job).await,
            "job_end" => self.end_job(&job).await,
            _ => self.tell_over(person, &job).await,
        }
    }

    async fn remind_of_end(&mut self, job: &StoredJob) -> Result<(), TurnError> {
        if !runs(job) || job.expires_at <= self.now {
            return Ok(());
        }
        let Some(owner) = self.other(job.owner).await?.filter(Self::may_post) else { return Ok(()) };
        let until = crate::chat::describe::date(job.expires_at, owner.zone(&self.world.pack.zone));
        let days = self.world.pack.jobs.days;
        let message = views::job_ending(self.world, owner.lang, &job_line(job), &until, days);
        self.tell(&owner, message);
        Ok(())
    }

    async fn end_job(&mut self, job: &StoredJob) -> Result<(), TurnError> {
        if job.state == JobState::Filled && job.expires_at <= self.now {
            // Nobody's place came free again: who still waits for one is told.
            self.end_applications(job, Side::Time, "filled").await?;
            return Ok(());
        }
        if !runs(job) {
            return Ok(());
        }
        if job.expires_at > self.now {
            return self.expect_end(job.owner, job.id, job.expires_at).await;
        }
        if !self.tx.move_job(job.id, job.state, JobState::Expired, self.now).await? {
            return Ok(());
        }
        self.stirred.jobs = true;
        self.tx.drop_job_timers(job.id).await?;
        let told = self.end_applications(job, Side::Time, "expired").await?;
        if let Some(owner) = self.other(job.owner).await? {
            let days = self.world.pack.jobs.days;
            let message = views::job_expired(self.world, owner.lang, &job_line(job), told, days);
            self.tell(&owner, message);
        }
        Ok(())
    }

    /// Tells a worker that a job is over for which they waited, in the morning if they sleep.
    pub(super) async fn tell_over_when_awake(
        &mut self,
        worker: &Person,
        job: &StoredJob,
    ) -> Result<(), TurnError> {
        let due_at = self.awake(self.now, worker.zone(&self.world.pack.zone));
        if due_at <= self.now {
            return self.tell_over(worker, job).await;
        }
        let timer = Timer { person: worker.id, kind: "job_over".into(), subject: job.id.to_string(), due_at };
        self.set_timers(&[timer]);
        Ok(())
    }

    async fn tell_over(&mut self, worker: &Person, job: &StoredJob) -> Result<(), TurnError> {
        // Meanwhile the job may go on again, which they were told.
        let over = self.tx.offer(job.id, worker.id).await?.is_some_and(|offer| offer.state == Stage::Closed);
        if over {
            let key = "job-expired-worker";
            self.tell(worker, views::job_ended(self.world, worker.lang, key, &job.company, &job.job));
        }
        Ok(())
    }
}

/// Whether a job has an end that is still to come: one that is filled or closed has come to it.
const fn runs(job: &StoredJob) -> bool {
    matches!(job.state, JobState::Open | JobState::Paused | JobState::Held)
}
