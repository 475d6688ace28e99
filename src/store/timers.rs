//! What the bot does by itself at a time: a row with its due time, taken once.

use super::writes::Form;
use super::{StoreError, Tx, run};
use crate::domain::{PersonId, Time};

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Whom it concerns.
    pub person: PersonId,
    /// What is to be done: `ask`, `expiry`, `pause`, `looking`, `unfinished`, `job_ending`,
    /// `job_end`, `job_over`, `checkin`, `applicants`, `interview`.
    pub kind: String,
    /// About what: for `expiry` a certificate, for `job_…` a job, for `checkin` job and day; else empty.
    pub subject: String,
    /// When.
    pub due_at: Time,
}

impl Tx {
    /// Sets timers; one of the same person, kind and subject is moved.
    pub fn set_timers(&mut self, timers: &[Timer]) {
        const SET: Form = Form {
            table: "timer",
            head: "INSERT INTO timer (person_id, kind, subject, due_at) VALUES ",
            tail: " ON CONFLICT (person_id, kind, subject) DO UPDATE SET due_at = excluded.due_at",
        };
        self.later(
            SET,
            timers.iter().map(|timer| {
                [
                    timer.person.0.into(),
                    timer.kind.as_str().into(),
                    timer.subject.as_str().into(),
                    timer.due_at.0.into(),
                ]
            }),
        );
    }

    /// Forgets timers: each pair names a person and a kind.
    pub fn drop_timers(&mut self, kinds: &[(PersonId, &str)]) {
        const DROP: Form =
            Form { table: "timer", head: "DELETE FROM timer WHERE (person_id, kind) IN (VALUES ", tail: ")" };
        self.later(DROP, kinds.iter().map(|(person, kind)| [person.0.into(), (*kind).into()]));
    }

    /// Takes timers that are due, at most `limit`, the earliest first: nobody takes them again.
    pub async fn take_timers(&mut self, limit: usize, now: Time) -> Result<Vec<Timer>, StoreError> {
        const SQL: &str = "DELETE FROM timer WHERE (person_id, kind, subject) IN
             (SELECT person_id, kind, subject FROM timer WHERE due_at <= $1 ORDER BY due_at LIMIT $2)
             RETURNING person_id, kind, subject, due_at";
        let rows: Vec<(i64, String, String, i64)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(now.0).bind(limit as i64).fetch_all(connection).await?
        });
        let mut timers: Vec<Timer> = rows
            .into_iter()
            .map(|(person, kind, subject, due_at)| Timer {
                person: PersonId(person),
                kind,
                subject,
                due_at: Time(due_at),
            })
            .collect();
        timers.sort_by(|a, b| {
            (a.due_at, a.person, &a.kind, &a.subject).cmp(&(b.due_at, b.person, &b.kind, &b.subject))
        });
        Ok(timers)
    }

    /// When the next timer is due.
    pub async fn next_timer_at(&mut self) -> Result<Option<Time>, StoreError> {
        const SQL: &str = "SELECT min(due_at) FROM timer";
        let (at,): (Option<i64>,) =
            run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?);
        Ok(at.map(Time))
    }
}
