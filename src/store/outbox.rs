//! Messages between the commit that made them and Telegram's answer that took them.

use super::sql::{CHUNK, list, values};
use super::{StoreError, Tx, run};
use crate::chat::Out;
use crate::domain::{ChatId, JobId, MessageId, Time};

/// What a message is worth after a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The present screen of a conversation: what comes next replaces it.
    Card,
    /// Must arrive whatever else happens.
    Notice,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Notice => "notice",
        }
    }
}

/// A message to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMessage {
    /// To whom.
    pub chat: ChatId,
    /// What it is worth.
    pub kind: Kind,
    /// What is called.
    pub call: Out,
    /// The job that the message offers, so that it can be changed later.
    pub offer: Option<JobId>,
}

/// A message with its row.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    /// The row; `None` for what is worth nothing after a restart (the answer to a tap).
    pub row: Option<i64>,
    /// The message.
    pub message: NewMessage,
    /// Attempts so far whose answer was lost.
    pub attempts: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    chat_id: i64,
    kind: String,
    call: String,
    offer_job: Option<i64>,
    attempts: i64,
}

impl Tx {
    /// Keeps messages until they are sent, and gives them back with their rows, in the same order.
    pub async fn queue_messages(
        &mut self,
        messages: Vec<NewMessage>,
        now: Time,
    ) -> Result<Vec<Queued>, StoreError> {
        let mut rows = Vec::with_capacity(messages.len());
        for chunk in messages.chunks(CHUNK) {
            let sql = values(
                "INSERT INTO outbox (chat_id, kind, call, offer_job, state, created_at) VALUES ",
                chunk.len(),
                6,
                " RETURNING id",
            );
            let calls =
                chunk.iter().map(|m| serde_json::to_string(&m.call)).collect::<Result<Vec<_>, _>>()?;
            let mut ids: Vec<(i64,)> = run!(self, |connection| {
                let mut query = sqlx::query_as(sql);
                for (message, call) in chunk.iter().zip(&calls) {
                    query = query
                        .bind(message.chat.0)
                        .bind(message.kind.word())
                        .bind(call)
                        .bind(message.offer.map(|job| job.0))
                        .bind("queued")
                        .bind(now.0);
                }
                query.fetch_all(connection).await?
            });
            // Ids rise in the order of the rows; RETURNING promises no order.
            ids.sort_unstable();
            rows.extend(ids.into_iter().map(|(id,)| id));
        }
        let queued = messages.into_iter().zip(rows);
        Ok(queued.map(|(message, row)| Queued { row: Some(row), message, attempts: 0 }).collect())
    }

    /// Messages that an earlier run of the program did not see sent, in order.
    pub async fn unsent_messages(&mut self) -> Result<Vec<Queued>, StoreError> {
        const SQL: &str = "SELECT id, chat_id, kind, call, offer_job, attempts
             FROM outbox WHERE state = 'queued' ORDER BY id";
        let rows: Vec<Row> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        rows.into_iter()
            .map(|row| {
                Ok(Queued {
                    row: Some(row.id),
                    message: NewMessage {
                        chat: ChatId(row.chat_id),
                        kind: if row.kind == Kind::Card.word() { Kind::Card } else { Kind::Notice },
                        call: serde_json::from_str(&row.call)?,
                        offer: row.offer_job.map(JobId),
                    },
                    attempts: row.attempts,
                })
            })
            .collect()
    }

    /// Forgets messages: they were sent, or something newer took their place.
    pub async fn remove_messages(&mut self, rows: &[i64]) -> Result<(), StoreError> {
        for chunk in rows.chunks(CHUNK) {
            let sql = list("DELETE FROM outbox WHERE id IN (", 1, chunk.len(), ")");
            run!(self, |connection| {
                let mut query = sqlx::query(sql);
                for row in chunk {
                    query = query.bind(row);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Forgets every message to a chat that was not sent.
    pub async fn forget_messages(&mut self, chat: ChatId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM outbox WHERE chat_id = $1";
        run!(self, |connection| {
            sqlx::query(SQL).bind(chat.0).execute(connection).await?;
        });
        Ok(())
    }

    /// Records that an attempt was made whose answer was lost.
    pub async fn mark_unknown(&mut self, row: i64) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE outbox SET attempts = attempts + 1 WHERE id = $1 AND state = 'queued'";
        run!(self, |connection| {
            sqlx::query(SQL).bind(row).execute(connection).await?;
        });
        Ok(())
    }

    /// Records that a message will never arrive, and why. What it said is forgotten: it may name people.
    pub async fn mark_failed(&mut self, row: i64, error: &str) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE outbox SET state = 'failed', error = $2, call = '' WHERE id = $1 AND state = 'queued'";
        run!(self, |connection| {
            sqlx::query(SQL).bind(row).bind(error).execute(connection).await?;
        });
        Ok(())
    }

    /// Remembers which message shows an offer.
    pub async fn place_offer(
        &mut self,
        job: JobId,
        chat: ChatId,
        message: MessageId,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE offer SET message_id = $3 WHERE job_id = $1
             AND person_id = (SELECT id FROM person WHERE chat_id = $2)";
        run!(self, |connection| {
            sqlx::query(SQL).bind(job.0).bind(chat.0).bind(message.0).execute(connection).await?;
        });
        Ok(())
    }
}
