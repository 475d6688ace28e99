//! Offers: one job and one worker, at most once, and how far the two have come.

use super::sql::CHUNK;
use super::{StoreError, Tx, run};
use crate::domain::{JobId, MessageId, PersonId, Side, Stage, Time};
use crate::matching::Fit;

/// An offer as the worker's side sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The job.
    pub job: JobId,
    /// Score and reasons.
    pub fit: Fit,
    /// What became of it.
    pub state: Stage,
    /// The message that shows it.
    pub message: Option<MessageId>,
    /// Whether the number was shared for it.
    pub shared: bool,
    /// When the job was last shown to the worker as it was then.
    pub shown_at: Option<Time>,
}

/// A step of an offer.
#[derive(Debug, Clone, Copy)]
pub struct OfferStep<'a> {
    /// The job.
    pub job: JobId,
    /// The worker.
    pub person: PersonId,
    /// The stage that is reached.
    pub to: Stage,
    /// Who moves it.
    pub by: Side,
    /// Why, as a code.
    pub why: Option<&'a str>,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    job_id: i64,
    fit: String,
    state: String,
    message_id: Option<i64>,
    shared_at: Option<i64>,
    shown_at: Option<i64>,
}

pub(super) fn stage(word: &str) -> Result<Stage, StoreError> {
    Stage::of_word(word).ok_or_else(|| StoreError::Word(word.to_owned()))
}

impl OfferRow {
    fn offer(self) -> Result<Offer, StoreError> {
        Ok(Offer {
            job: JobId(self.job_id),
            fit: serde_json::from_str(&self.fit)?,
            state: stage(&self.state)?,
            message: self.message_id.map(MessageId),
            shared: self.shared_at.is_some(),
            shown_at: self.shown_at.map(Time),
        })
    }
}

impl Tx {
    /// Adds offers where there are none yet, and gives the workers who now have a new one.
    pub async fn add_offers(
        &mut self,
        offers: &[(JobId, PersonId, &Fit)],
        state: Stage,
        now: Time,
    ) -> Result<Vec<(JobId, PersonId)>, StoreError> {
        let mut added = Vec::with_capacity(offers.len());
        let offered_at = (state == Stage::Offered).then_some(now.0);
        for chunk in offers.chunks(CHUNK) {
            let sql = self.values(
                "INSERT INTO offer (job_id, person_id, fit, state, created_at, offered_at, shown_at) VALUES ",
                chunk.len(),
                7,
                " ON CONFLICT (job_id, person_id) DO NOTHING RETURNING job_id, person_id",
            );
            let fits = chunk.iter().map(|o| serde_json::to_string(o.2)).collect::<Result<Vec<_>, _>>()?;
            let rows: Vec<(i64, i64)> = run!(self, |connection| {
                let mut query = sqlx::query_as(sql);
                for ((job, person, _), fit) in chunk.iter().zip(&fits) {
                    query = query
                        .bind(job.0)
                        .bind(person.0)
                        .bind(fit)
                        .bind(state.word())
                        .bind(now.0)
                        .bind(offered_at)
                        .bind(offered_at);
                }
                query.fetch_all(connection).await?
            });
            added.extend(rows.into_iter().map(|(job, person)| (JobId(job), PersonId(person))));
        }
        Ok(added)
    }

    /// The offers of a worker.
    pub async fn offers_of(&mut self, person: PersonId) -> Result<Vec<Offer>, StoreError> {
        const SQL: &str = "SELECT job_id, fit, state, message_id, shared_at, shown_at FROM offer WHERE person_id = $1 ORDER BY job_id";
        let rows: Vec<OfferRow> =
            run!(self, |connection| sqlx::query_as(SQL).bind(person.0).fetch_all(connection).await?);
        rows.into_iter().map(OfferRow::offer).collect()
    }

    /// The offer of one job to one worker.
    pub async fn offer(&mut self, job: JobId, person: PersonId) -> Result<Option<Offer>, StoreError> {
        const SQL: &str = "SELECT job_id, fit, state, message_id, shared_at, shown_at FROM offer WHERE job_id = $1 AND person_id = $2";
        let row: Option<OfferRow> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(person.0).fetch_optional(connection).await?
        });
        row.map(OfferRow::offer).transpose()
    }

    /// Moves an offer on; `false` when it is at none of the stages from which the new one is reached.
    /// From the application on, every step is written down.
    pub async fn move_offer(&mut self, step: &OfferStep<'_>, now: Time) -> Result<bool, StoreError> {
        for from in step.to.before() {
            if self.move_offer_from(*from, step, now).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Moves an offer from one stage to any other: for what is taken back.
    pub async fn move_offer_from(
        &mut self,
        from: Stage,
        step: &OfferStep<'_>,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE offer SET state = $4,
             offered_at = CASE WHEN $4 = 'offered' THEN $5 ELSE offered_at END,
             shown_at = CASE WHEN $4 IN ('offered', 'applied') THEN $5 ELSE shown_at END,
             seen_at = CASE WHEN $4 IN ('seen', 'applied', 'declined') THEN coalesce(seen_at, $5) ELSE seen_at END,
             applied_at = CASE WHEN $4 = 'applied' AND $3 NOT IN ('shared', 'invited', 'hired', 'refused', 'no_show') THEN $5 ELSE applied_at END,
             shared_at = CASE WHEN $4 = 'shared' THEN coalesce(shared_at, $5) ELSE shared_at END,
             invited_at = CASE WHEN $4 = 'invited' THEN coalesce(invited_at, $5) ELSE invited_at END,
             hired_at = CASE WHEN $4 = 'hired' THEN coalesce(hired_at, $5) WHEN $3 = 'hired' AND $4 IN ('applied', 'shared', 'invited') THEN NULL ELSE hired_at END,
             started_at = CASE WHEN $4 = 'started' THEN $5 WHEN $4 = 'hired' THEN NULL ELSE started_at END,
             stayed_at = CASE WHEN $4 = 'stayed' THEN $5 ELSE stayed_at END,
             ended_at = CASE WHEN $4 IN ('declined', 'withdrawn', 'refused', 'closed', 'no_show', 'left') THEN $5 END,
             told_at = CASE WHEN $4 = 'applied' AND $3 IN ('queued', 'offered', 'seen', 'declined', 'withdrawn') THEN NULL ELSE told_at END,
             why = $6
             WHERE job_id = $1 AND person_id = $2 AND state = $3";
        let moved = run!(self, |connection| {
            let query = sqlx::query(SQL)
                .bind(step.job.0)
                .bind(step.person.0)
                .bind(from.word())
                .bind(step.to.word())
                .bind(now.0)
                .bind(step.why);
            query.execute(connection).await?.rows_affected() == 1
        });
        if moved && (from.has_applied() || step.to.has_applied()) {
            self.write_step(from, step, now).await?;
        }
        Ok(moved)
    }

    async fn write_step(&mut self, from: Stage, step: &OfferStep<'_>, now: Time) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO offer_step (job_id, person_id, at, left_state, new_state, side, said)
             VALUES ($1, $2, $3, $4, $5, $6, $7)";
        run!(self, |connection| {
            let query = sqlx::query(SQL)
                .bind(step.job.0)
                .bind(step.person.0)
                .bind(now.0)
                .bind(from.word())
                .bind(step.to.word())
                .bind(step.by.word())
                .bind(step.why);
            query.execute(connection).await?;
        });
        Ok(())
    }

    /// Records that people did something in their chats: the offers that they were sent are seen.
    pub async fn mark_seen(&mut self, people: &[PersonId], now: Time) -> Result<(), StoreError> {
        for chunk in people.chunks(CHUNK) {
            let sql = self.list(
                "UPDATE offer SET state = 'seen', seen_at = $1 WHERE state = 'offered' AND person_id IN (",
                2,
                chunk.len(),
                ")",
            );
            run!(self, |connection| {
                let mut query = sqlx::query(sql).bind(now.0);
                for person in chunk {
                    query = query.bind(person.0);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Records that a worker who applied shared the number; `false` when there is no such application,
    /// or it was shared before.
    pub async fn share_number(
        &mut self,
        job: JobId,
        person: PersonId,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE offer SET shared_at = $3 WHERE job_id = $1 AND person_id = $2
             AND shared_at IS NULL AND state IN ('applied', 'invited', 'hired', 'started', 'stayed')";
        let shared = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(now.0);
            query.execute(connection).await?.rows_affected() == 1
        });
        if shared {
            let step = OfferStep { job, person, to: Stage::Shared, by: Side::Worker, why: None };
            self.move_offer(&step, now).await?;
        }
        Ok(shared)
    }
}
