//! Messages between the commit that made them and Telegram's answer that took them.

use super::writes::Form;
use super::{StoreError, Tx, run};
use crate::chat::Out;
use crate::domain::{ChatId, EmployerId, JobId, Lang, MessageId, Time};

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
    /// What it shows, if it is to be brought up to date later.
    pub shows: Option<Shows>,
}

/// What a message shows that may change after it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// A job, to a worker.
    Offer(JobId),
    /// An employer whose case waits for a decision, to an operator.
    Employer(EmployerId),
    /// A job that was reported or held, to an operator.
    Job(JobId),
}

impl Shows {
    pub(super) fn word(self) -> String {
        match self {
            Self::Offer(id) => format!("offer:{id}"),
            Self::Employer(id) => format!("employer:{id}"),
            Self::Job(id) => format!("job:{id}"),
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        let (kind, id) = word.split_once(':')?;
        let id = id.parse().ok()?;
        match kind {
            "offer" => Some(Self::Offer(JobId(id))),
            "employer" => Some(Self::Employer(EmployerId(id))),
            "job" => Some(Self::Job(JobId(id))),
            _ => None,
        }
    }
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
    shows: Option<String>,
    attempts: i64,
}

impl Tx {
    /// Keeps messages until they are sent, and gives them back with their rows, in the same order.
    pub async fn queue_messages(
        &mut self,
        messages: Vec<NewMessage>,
        now: Time,
    ) -> Result<Vec<Queued>, StoreError> {
        let rows = self.keep_messages(&messages.iter().collect::<Vec<_>>(), now).await?;
        let queued = messages.into_iter().zip(rows);
        Ok(queued.map(|(message, row)| Queued { row: Some(row), message, attempts: 0 }).collect())
    }

    /// Keeps messages until they are sent, and gives their rows, in the same order.
    pub async fn keep_messages(
        &mut self,
        messages: &[&NewMessage],
        now: Time,
    ) -> Result<Vec<i64>, StoreError> {
        const KEEP: Form = Form {
            table: "outbox",
            head: "INSERT INTO outbox (chat_id, kind, call, shows, state, created_at) VALUES ",
            tail: " RETURNING id",
        };
        if messages.is_empty() {
            return Ok(Vec::new());
        }
        let row = |message: &&NewMessage| {
            Ok([
                message.chat.0.into(),
                message.kind.word().into(),
                serde_json::to_string(&message.call)?.into(),
                message.shows.map(Shows::word).into(),
                "queued".into(),
                now.0.into(),
            ])
        };
        let rows = messages.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.later(KEEP, rows);
        let mut ids: Vec<(i64,)> = self.give_out().await?;
        // Ids rise in the order of the rows; RETURNING promises no order.
        ids.sort_unstable();
        Ok(ids.into_iter().map(|(id,)| id).collect())
    }

    /// Messages that an earlier run of the program did not see sent, in order.
    pub async fn unsent_messages(&mut self) -> Result<Vec<Queued>, StoreError> {
        const SQL: &str = "SELECT id, chat_id, kind, call, shows, attempts
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
                        shows: row.shows.as_deref().and_then(Shows::of_word),
                    },
                    attempts: row.attempts,
                })
            })
            .collect()
    }

    /// Forgets messages: they were sent, or something newer took their place.
    pub fn remove_messages(&mut self, rows: &[i64]) {
        const REMOVE: Form = Form { table: "outbox", head: "DELETE FROM outbox WHERE id IN (", tail: ")" };
        self.later(REMOVE, rows.iter().map(|row| [(*row).into()]));
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

    /// Remembers which message shows something.
    pub async fn place(&mut self, shows: Shows, chat: ChatId, message: MessageId) -> Result<(), StoreError> {
        const OFFER: &str = "UPDATE offer SET message_id = $3 WHERE job_id = $1
             AND person_id = (SELECT id FROM person WHERE chat_id = $2)";
        const CARD: &str = "INSERT INTO card (subject, person_id, message_id)
             SELECT $1, id, $3 FROM person WHERE chat_id = $2
             ON CONFLICT (subject, person_id) DO UPDATE SET message_id = excluded.message_id";
        run!(self, |connection| {
            let query = match shows {
                Shows::Offer(job) => sqlx::query(OFFER).bind(job.0),
                other => sqlx::query(CARD).bind(other.word()),
            };
            query.bind(chat.0).bind(message.0).execute(connection).await?;
        });
        Ok(())
    }

    /// The messages that show something to operators, which are forgotten with this.
    pub async fn take_cards(&mut self, shows: Shows) -> Result<Vec<(ChatId, Lang, MessageId)>, StoreError> {
        const SQL: &str = "SELECT person.chat_id, person.lang, card.message_id FROM card
             JOIN person ON person.id = card.person_id WHERE card.subject = $1 ORDER BY person.chat_id";
        const FORGET: &str = "DELETE FROM card WHERE subject = $1";
        let rows: Vec<(i64, String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(shows.word()).fetch_all(connection).await?);
        run!(self, |connection| {
            sqlx::query(FORGET).bind(shows.word()).execute(connection).await?;
        });
        let read = |(chat, lang, message): (i64, String, i64)| {
            (ChatId(chat), Lang::parse(&lang).unwrap_or(Lang::EN), MessageId(message))
        };
        Ok(rows.into_iter().map(read).collect())
    }
}
