//! What happens to a job after it was posted: changed, extended, offered anew.

use super::{StoreError, Tx, run};
use crate::domain::{Job, JobId, PersonId, Stage, Time};

impl Tx {
    /// Replaces what a job is; `before` is when it was last changed. `false` when it was changed since.
    pub async fn change_job(
        &mut self,
        id: JobId,
        before: Time,
        job: &Job,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE job SET spec = $3, changed_at = $4 WHERE id = $1 AND changed_at = $2";
        let spec = serde_json::to_string(job)?;
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(before.0).bind(&spec).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Lets a job expire at another time; `false` when it does not expire at `before`.
    pub async fn extend_job(&mut self, id: JobId, before: Time, until: Time) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE job SET expires_at = $3 WHERE id = $1 AND expires_at = $2";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(before.0).bind(until.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// How many workers stand at each stage of a job, in the order of the stages.
    pub async fn pipeline(&mut self, job: JobId) -> Result<Vec<(Stage, i64)>, StoreError> {
        const SQL: &str = "SELECT state, count(*) FROM offer WHERE job_id = $1 GROUP BY state";
        let rows: Vec<(String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(job.0).fetch_all(connection).await?);
        let mut stages = rows
            .into_iter()
            .map(|(word, count)| {
                Stage::of_word(&word).map(|stage| (stage, count)).ok_or(StoreError::Word(word))
            })
            .collect::<Result<Vec<_>, _>>()?;
        stages.sort_unstable();
        Ok(stages)
    }

    /// Who applied for a job and waits or was hired, in the order of applying.
    pub async fn involved(&mut self, job: JobId) -> Result<Vec<(PersonId, Stage)>, StoreError> {
        const SQL: &str = "SELECT person_id, state FROM offer WHERE job_id = $1
             AND state IN ('applied', 'shared', 'invited', 'hired', 'started', 'stayed')
             ORDER BY applied_at, person_id";
        let rows: Vec<(i64, String)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(job.0).fetch_all(connection).await?);
        let read = |(person, word): (i64, String)| {
            Stage::of_word(&word).map(|stage| (PersonId(person), stage)).ok_or(StoreError::Word(word))
        };
        rows.into_iter().map(read).collect()
    }

    /// Whose applications for a job ended for a reason, in the order of applying.
    pub async fn closed_because(&mut self, job: JobId, why: &str) -> Result<Vec<PersonId>, StoreError> {
        const SQL: &str = "SELECT person_id FROM offer WHERE job_id = $1 AND state = 'closed' AND why = $2
             ORDER BY applied_at, person_id";
        let rows: Vec<(i64,)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(why).fetch_all(connection).await?
        });
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// Records that a worker sees a job as it is now.
    pub async fn mark_shown(&mut self, job: JobId, person: PersonId, now: Time) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE offer SET shown_at = $3 WHERE job_id = $1 AND person_id = $2";
        run!(self, |connection| {
            sqlx::query(SQL).bind(job.0).bind(person.0).bind(now.0).execute(connection).await?;
        });
        Ok(())
    }

    /// Takes the offers of a job back that were not sent, and gives for whom they were and before when
    /// they were not to be sent. What is being sent just now stays.
    pub async fn take_unsent(&mut self, job: JobId) -> Result<Vec<(PersonId, Time)>, StoreError> {
        const DELIVERIES: &str = "DELETE FROM delivery WHERE state IN ('queued', 'skipped')
             AND broadcast_id IN (SELECT id FROM broadcast WHERE job_id = $1) RETURNING person_id, not_before";
        const OFFERS: &str = "DELETE FROM offer WHERE job_id = $1 AND state = 'queued' AND NOT EXISTS
             (SELECT 1 FROM delivery JOIN broadcast ON broadcast.id = delivery.broadcast_id
              WHERE broadcast.job_id = $1 AND delivery.person_id = offer.person_id)";
        let rows: Vec<(i64, i64)> =
            run!(self, |connection| sqlx::query_as(DELIVERIES).bind(job.0).fetch_all(connection).await?);
        run!(self, |connection| {
            sqlx::query(OFFERS).bind(job.0).execute(connection).await?;
        });
        Ok(rows.into_iter().map(|(person, at)| (PersonId(person), Time(at))).collect())
    }

    /// Forgets the timers of a job, whosever they are.
    pub async fn drop_job_timers(&mut self, job: JobId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM timer WHERE kind IN ('job_ending', 'job_end') AND subject = $1";
        run!(self, |connection| {
            sqlx::query(SQL).bind(job.to_string()).execute(connection).await?;
        });
        Ok(())
    }
}
