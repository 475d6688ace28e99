//! Broadcasts and their deliveries: one row per recipient, claimed before it is sent.

use super::sql::CHUNK;
use super::{StoreError, Tx, run};
use crate::domain::{BroadcastId, ChatId, JobId, Lang, MessageId, PersonId, Stage, Time};
use crate::matching::Fit;

/// A delivery that is being sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// The broadcast.
    pub broadcast: BroadcastId,
    /// The recipient.
    pub person: PersonId,
    /// Their chat.
    pub chat: ChatId,
    /// Their language.
    pub lang: Lang,
    /// Their time zone.
    pub zone: String,
    /// What is sent.
    pub content: Content,
    /// Attempts before this one whose answer was lost.
    pub attempts: i64,
    /// Whether it must not be sent any more: the job is filled, the offer was seen, the worker left, the
    /// announcement was stopped.
    pub void: bool,
}

/// What a delivery brings.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A job, with score and reasons.
    Offer(JobId, Fit),
    /// What the operators have to say, as it was typed.
    Announcement(String),
}

/// How a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryState {
    /// Telegram took it.
    Sent(MessageId),
    /// Telegram refused it, and why.
    Failed(String),
    /// The chat cannot be reached, and why.
    Unreachable(String),
    /// It was not worth sending any more.
    Skipped,
    /// Telegram's answer was lost; it is tried once more, not before the time.
    Unknown(Time),
    /// It is certain that Telegram did not take it; it is tried again, not before the time.
    Later(Time),
}

impl DeliveryState {
    const fn word(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Failed(_) => "failed",
            Self::Unreachable(_) => "unreachable",
            Self::Skipped => "skipped",
            Self::Unknown(_) => "unknown",
            Self::Later(_) => "queued",
        }
    }
}

/// How far a broadcast is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Recipients in all.
    pub total: i64,
    /// Sent.
    pub sent: i64,
    /// Waiting or being sent.
    pub open: i64,
    /// Unreachable or failed.
    pub lost: i64,
    /// When the next one may go out, if any waits.
    pub next_at: Option<Time>,
}

impl Progress {
    /// From a state, how many deliveries are in it, and when the first of them may go out, each.
    pub(super) fn of<'a>(rows: impl Iterator<Item = (&'a str, i64, i64)>) -> Self {
        let mut progress = Self::default();
        for (state, count, earliest) in rows {
            progress.total += count;
            match state {
                "sent" => progress.sent += count,
                "queued" | "sending" | "unknown" => {
                    progress.open += count;
                    let earlier = progress.next_at.map_or(earliest, |at| at.0.min(earliest));
                    progress.next_at = Some(Time(earlier));
                }
                "failed" | "unreachable" => progress.lost += count,
                _ => {}
            }
        }
        progress
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    broadcast_id: i64,
    person_id: i64,
    chat_id: i64,
    lang: String,
    zone: String,
    broadcast_state: String,
    text: Option<String>,
    job_id: Option<i64>,
    fit: Option<String>,
    attempts: i64,
    offer_state: Option<String>,
    job_state: Option<String>,
    employer_state: Option<String>,
    expires_at: Option<i64>,
    worker_state: String,
    pause: String,
    reach: String,
}

impl Row {
    fn claimed(self, now: Time) -> Result<Claimed, StoreError> {
        let there = self.worker_state == "registered" && self.reach == "ok";
        let (content, wanted) = if let Some(job) = self.job_id {
            let offered = self.offer_state.as_deref() == Some(Stage::Queued.word());
            let open = self.job_state.as_deref() == Some("open")
                && self.employer_state.as_deref() == Some("approved")
                && self.expires_at.is_some_and(|at| at > now.0);
            let fit = match &self.fit {
                Some(fit) => serde_json::from_str(fit)?,
                None => Fit { score: 0, parts: Vec::new() },
            };
            (Content::Offer(JobId(job), fit), offered && open && self.pause.is_empty())
        } else {
            // Who was hired asked for no offers, not for silence.
            let silent = matches!(self.pause.as_str(), "until" | "off");
            let text = self.text.unwrap_or_default();
            (Content::Announcement(text), !silent && self.broadcast_state == "running")
        };
        Ok(Claimed {
            broadcast: BroadcastId(self.broadcast_id),
            person: PersonId(self.person_id),
            chat: ChatId(self.chat_id),
            lang: Lang::parse(&self.lang).unwrap_or(Lang::EN),
            zone: self.zone,
            content,
            attempts: self.attempts,
            void: !(wanted && there),
        })
    }
}

impl Tx {
    /// Begins the broadcast of a job.
    pub async fn add_broadcast(&mut self, job: JobId, now: Time) -> Result<BroadcastId, StoreError> {
        const SQL: &str =
            "INSERT INTO broadcast (job_id, state, created_at) VALUES ($1, 'running', $2) RETURNING id";
        let (id,): (i64,) = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(now.0).fetch_one(connection).await?
        });
        Ok(BroadcastId(id))
    }

    /// The broadcast of a job, running again if it was done.
    pub async fn reopen_broadcast(&mut self, job: JobId) -> Result<Option<BroadcastId>, StoreError> {
        const SQL: &str = "UPDATE broadcast SET state = 'running'
             WHERE id = (SELECT max(id) FROM broadcast WHERE job_id = $1) RETURNING id";
        let row: Option<(i64,)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(job.0).fetch_optional(connection).await?);
        Ok(row.map(|(id,)| BroadcastId(id)))
    }

    /// Queues deliveries: recipient, place in the order, not before.
    pub async fn add_deliveries(
        &mut self,
        broadcast: BroadcastId,
        recipients: &[(PersonId, i64, Time)],
        now: Time,
    ) -> Result<(), StoreError> {
        for chunk in recipients.chunks(CHUNK) {
            let sql = self.values(
                "INSERT INTO delivery (broadcast_id, person_id, place, state, not_before, changed_at) VALUES ",
                chunk.len(),
                6,
                " ON CONFLICT (broadcast_id, person_id) DO NOTHING",
            );
            run!(self, |connection| {
                let mut query = sqlx::query(sql);
                for (person, place, not_before) in chunk {
                    query = query
                        .bind(broadcast.0)
                        .bind(person.0)
                        .bind(*place)
                        .bind("queued")
                        .bind(not_before.0)
                        .bind(now.0);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Forgets what was to be offered to somebody and was skipped, so that it can be offered anew.
    pub async fn forget_skipped(&mut self, person: PersonId) -> Result<(), StoreError> {
        const OFFERS: &str = "DELETE FROM offer WHERE person_id = $1 AND state = 'queued' AND NOT EXISTS
             (SELECT 1 FROM delivery JOIN broadcast ON broadcast.id = delivery.broadcast_id
              WHERE delivery.person_id = $1 AND broadcast.job_id = offer.job_id AND delivery.state <> 'skipped')";
        const DELIVERIES: &str = "DELETE FROM delivery WHERE person_id = $1 AND state = 'skipped'";
        for sql in [OFFERS, DELIVERIES] {
            run!(self, |connection| {
                sqlx::query(sql).bind(person.0).execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Claims deliveries that are due, at most `limit`: older broadcasts first, best fits first. Those of jobs
    /// that are paused or held, or whose employer is frozen, wait.
    pub async fn claim_deliveries(&mut self, limit: usize, now: Time) -> Result<Vec<Claimed>, StoreError> {
        const SQL: &str = "SELECT delivery.broadcast_id, delivery.person_id, person.chat_id, person.lang,
                worker.zone, broadcast.state AS broadcast_state, broadcast.text, broadcast.job_id, offer.fit,
                delivery.attempts, offer.state AS offer_state, job.state AS job_state, job.expires_at, employer.state AS employer_state,
                worker.state AS worker_state, worker.pause, person.reach
             FROM delivery
             JOIN broadcast ON broadcast.id = delivery.broadcast_id
             JOIN person ON person.id = delivery.person_id
             JOIN worker ON worker.person_id = delivery.person_id
             LEFT JOIN job ON job.id = broadcast.job_id
             LEFT JOIN offer ON offer.job_id = broadcast.job_id AND offer.person_id = delivery.person_id
             LEFT JOIN employer ON employer.id = job.employer_id
             WHERE delivery.state IN ('queued', 'unknown') AND delivery.not_before <= $1
             AND (broadcast.job_id IS NULL
                  OR (job.state NOT IN ('paused', 'held') AND employer.state <> 'frozen'))
             ORDER BY delivery.broadcast_id, delivery.place LIMIT $2";
        let rows: Vec<Row> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(now.0).bind(limit as i64).fetch_all(connection).await?
        });
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let sql = self.values(
            "UPDATE delivery SET state = 'sending', changed_at = v.column3
             FROM (VALUES ",
            rows.len(),
            3,
            ") AS v WHERE delivery.broadcast_id = v.column1 AND delivery.person_id = v.column2
             AND delivery.state IN ('queued', 'unknown')",
        );
        run!(self, |connection| {
            let mut query = sqlx::query(sql);
            for row in &rows {
                query = query.bind(row.broadcast_id).bind(row.person_id).bind(now.0);
            }
            query.execute(connection).await?;
        });
        rows.into_iter().map(|row| row.claimed(now)).collect()
    }

    /// Records how claimed deliveries ended; gives how many were in fact being sent.
    pub async fn end_deliveries(
        &mut self,
        ended: &[(BroadcastId, PersonId, DeliveryState)],
        now: Time,
    ) -> Result<u64, StoreError> {
        self.mark_offered(ended, now).await?;
        let mut count = 0;
        for chunk in ended.chunks(CHUNK) {
            let sql = self.values(
                "UPDATE delivery SET state = v.column3, error = v.column4, not_before = v.column5, changed_at = v.column6,
                 attempts = delivery.attempts + CASE WHEN v.column3 = 'unknown' THEN 1 ELSE 0 END
                 FROM (VALUES ",
                chunk.len(),
                6,
                ") AS v WHERE delivery.broadcast_id = v.column1 AND delivery.person_id = v.column2
                 AND delivery.state = 'sending'",
            );
            count += run!(self, |connection| {
                let mut query = sqlx::query(sql);
                for (broadcast, person, state) in chunk {
                    let (error, not_before) = match state {
                        DeliveryState::Failed(error) | DeliveryState::Unreachable(error) => {
                            (Some(error.as_str()), now)
                        }
                        DeliveryState::Unknown(at) | DeliveryState::Later(at) => (None, *at),
                        DeliveryState::Sent(_) | DeliveryState::Skipped => (None, now),
                    };
                    query = query
                        .bind(broadcast.0)
                        .bind(person.0)
                        .bind(state.word())
                        .bind(error)
                        .bind(not_before.0)
                        .bind(now.0);
                }
                query.execute(connection).await?.rows_affected()
            });
        }
        Ok(count)
    }

    /// The offers whose deliveries were sent are offered from now on, and show the job as it was when they
    /// were claimed.
    async fn mark_offered(
        &mut self,
        ended: &[(BroadcastId, PersonId, DeliveryState)],
        now: Time,
    ) -> Result<(), StoreError> {
        let sent: Vec<(BroadcastId, PersonId, MessageId)> = ended
            .iter()
            .filter_map(|(broadcast, person, state)| match state {
                DeliveryState::Sent(message) => Some((*broadcast, *person, *message)),
                _ => None,
            })
            .collect();
        for chunk in sent.chunks(CHUNK) {
            let sql = self.values(
                "UPDATE offer SET state = CASE WHEN offer.state = 'queued' THEN 'offered' ELSE offer.state END,
                 offered_at = coalesce(offer.offered_at, v.column4), shown_at = delivery.changed_at, message_id = v.column3 FROM (VALUES ",
                chunk.len(),
                4,
                ") AS v JOIN broadcast ON broadcast.id = v.column1
                 JOIN delivery ON delivery.broadcast_id = v.column1 AND delivery.person_id = v.column2
                 WHERE offer.job_id = broadcast.job_id AND offer.person_id = v.column2",
            );
            run!(self, |connection| {
                let mut query = sqlx::query(sql);
                for (broadcast, person, message) in chunk {
                    query = query.bind(broadcast.0).bind(person.0).bind(message.0).bind(now.0);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }

    /// After a start: deliveries that an earlier run was sending may have arrived; each is tried once
    /// more: better twice for one person than never.
    pub async fn recover_deliveries(&mut self, now: Time) -> Result<u64, StoreError> {
        const SQL: &str = "UPDATE delivery SET state = 'unknown', not_before = $1, changed_at = $1
             WHERE state = 'sending'";
        Ok(run!(self, |connection| sqlx::query(SQL).bind(now.0).execute(connection).await?.rows_affected()))
    }

    /// When the next delivery is due; those that wait for more than time are left out.
    pub async fn next_delivery_at(&mut self) -> Result<Option<Time>, StoreError> {
        const SQL: &str = "SELECT min(delivery.not_before) FROM delivery
             JOIN broadcast ON broadcast.id = delivery.broadcast_id
             LEFT JOIN job ON job.id = broadcast.job_id LEFT JOIN employer ON employer.id = job.employer_id
             WHERE delivery.state IN ('queued', 'unknown') AND (broadcast.job_id IS NULL
                OR (job.state NOT IN ('paused', 'held') AND employer.state <> 'frozen'))";
        let (at,): (Option<i64>,) =
            run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?);
        Ok(at.map(Time))
    }

    /// How far a broadcast is.
    pub async fn progress(&mut self, broadcast: BroadcastId) -> Result<Progress, StoreError> {
        const SQL: &str =
            "SELECT state, count(*), min(not_before) FROM delivery WHERE broadcast_id = $1 GROUP BY state";
        let rows: Vec<(String, i64, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(broadcast.0).fetch_all(connection).await?);
        Ok(Progress::of(rows.iter().map(|(state, count, earliest)| (state.as_str(), *count, *earliest))))
    }

    /// Ends broadcasts with nothing left to send, and gives them with their jobs; an announcement has none.
    pub async fn finish_broadcasts(
        &mut self,
        now: Time,
    ) -> Result<Vec<(BroadcastId, Option<JobId>)>, StoreError> {
        const SQL: &str = "UPDATE broadcast SET state = 'done', done_at = coalesce(done_at, $1)
             WHERE state = 'running' AND NOT EXISTS (SELECT 1 FROM delivery
                WHERE delivery.broadcast_id = broadcast.id AND delivery.state IN ('queued', 'sending', 'unknown'))
             RETURNING id, job_id, done_at";
        let rows: Vec<(i64, Option<i64>, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(now.0).fetch_all(connection).await?);
        // One that was opened again for a late worker is told of only once.
        let first = rows.into_iter().filter(|(_, _, done_at)| *done_at == now.0);
        Ok(first.map(|(id, job, _)| (BroadcastId(id), job.map(JobId))).collect())
    }

    /// Deliveries of a broadcast by state, for tests and figures.
    pub async fn delivery_states(
        &mut self,
        broadcast: BroadcastId,
    ) -> Result<Vec<(String, i64)>, StoreError> {
        let sql = self.list(
            "SELECT state, count(*) FROM delivery WHERE broadcast_id IN (",
            1,
            1,
            ") GROUP BY state ORDER BY state",
        );
        Ok(run!(self, |connection| sqlx::query_as(sql).bind(broadcast.0).fetch_all(connection).await?))
    }
}
