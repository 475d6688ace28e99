//! Announcements of the operators, and all broadcasts that are on their way.

use super::{Progress, StoreError, Tx, run};
use crate::domain::{BroadcastId, JobId, PersonId, Profile, Time};

/// An announcement to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewAnnouncement<'a> {
    /// What it says, as it was typed.
    pub text: &'a str,
    /// To whom: a label, or `all`.
    pub audience: &'a str,
    /// The operator.
    pub author: PersonId,
}

/// A broadcast, of a job or an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broadcast {
    /// Which one.
    pub id: BroadcastId,
    /// The job that is offered; `None` for an announcement.
    pub job: Option<JobId>,
    /// What an announcement says.
    pub text: String,
    /// To whom an announcement goes: a label, or `all`.
    pub audience: String,
    /// The operator who made an announcement.
    pub author: Option<PersonId>,
    /// When it began.
    pub at: Time,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    job_id: Option<i64>,
    text: Option<String>,
    audience: Option<String>,
    author: Option<i64>,
    created_at: i64,
}

impl From<Row> for Broadcast {
    fn from(row: Row) -> Self {
        Self {
            id: BroadcastId(row.id),
            job: row.job_id.map(JobId),
            text: row.text.unwrap_or_default(),
            audience: row.audience.unwrap_or_default(),
            author: row.author.map(PersonId),
            at: Time(row.created_at),
        }
    }
}

/// Somebody an announcement may go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Listener {
    /// Who.
    pub person: PersonId,
    /// Their IANA time zone.
    pub zone: String,
    /// The facts; `None` for who asked not to be classified.
    pub profile: Option<Profile>,
}

impl Tx {
    /// Begins an announcement.
    pub async fn add_announcement(
        &mut self,
        new: &NewAnnouncement<'_>,
        now: Time,
    ) -> Result<BroadcastId, StoreError> {
        const SQL: &str = "INSERT INTO broadcast (text, audience, author, state, created_at)
             VALUES ($1, $2, $3, 'running', $4) RETURNING id";
        let (id,): (i64,) = run!(self, |connection| {
            let query = sqlx::query_as(SQL).bind(new.text).bind(new.audience).bind(new.author.0).bind(now.0);
            query.fetch_one(connection).await?
        });
        Ok(BroadcastId(id))
    }

    /// Registered workers who can be reached and did not ask for silence, in order of their numbers, those
    /// after `after`, at most `limit`.
    pub async fn listeners(&mut self, after: PersonId, limit: i64) -> Result<Vec<Listener>, StoreError> {
        const SQL: &str =
            "SELECT worker.person_id, worker.zone, worker.profile, worker.classified FROM worker
             JOIN person ON person.id = worker.person_id
             WHERE worker.person_id > $1 AND worker.state = 'registered' AND worker.pause IN ('', 'hired')
             AND person.reach = 'ok' ORDER BY worker.person_id LIMIT $2";
        let rows: Vec<(i64, String, String, i64)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(after.0).bind(limit).fetch_all(connection).await?
        });
        rows.into_iter()
            .map(|(id, zone, profile, classified)| {
                let profile = if classified == 0 { None } else { Some(serde_json::from_str(&profile)?) };
                Ok(Listener { person: PersonId(id), zone, profile })
            })
            .collect()
    }

    /// One broadcast.
    pub async fn broadcast(&mut self, id: BroadcastId) -> Result<Option<Broadcast>, StoreError> {
        const SQL: &str =
            "SELECT id, job_id, text, audience, author, created_at FROM broadcast WHERE id = $1";
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_optional(connection).await?);
        Ok(row.map(Broadcast::from))
    }

    /// Broadcasts on their way, the latest first, at most 20, with how far each is.
    pub async fn running_broadcasts(&mut self) -> Result<Vec<(Broadcast, Progress)>, StoreError> {
        const SQL: &str = "SELECT id, job_id, text, audience, author, created_at FROM broadcast
             WHERE state = 'running' ORDER BY id DESC LIMIT 20";
        let rows: Vec<Row> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let sql = self.list(
            "SELECT broadcast_id, state, count(*), min(not_before) FROM delivery WHERE broadcast_id IN (",
            1,
            rows.len(),
            ") GROUP BY broadcast_id, state",
        );
        let counts: Vec<(i64, String, i64, i64)> = run!(self, |connection| {
            let mut query = sqlx::query_as(sql);
            for row in &rows {
                query = query.bind(row.id);
            }
            query.fetch_all(connection).await?
        });
        let progress = |id: i64| {
            let own = counts.iter().filter(|(broadcast, ..)| *broadcast == id);
            Progress::of(own.map(|(_, state, count, earliest)| (state.as_str(), *count, *earliest)))
        };
        Ok(rows.into_iter().map(|row| (progress(row.id), row)).map(|(p, row)| (row.into(), p)).collect())
    }

    /// Stops an announcement: what waits is skipped, and what comes back to be sent again is void. Gives how
    /// many were waiting; `None` when it is not on its way, or offers a job.
    pub async fn stop_announcement(&mut self, id: BroadcastId, now: Time) -> Result<Option<u64>, StoreError> {
        const STOP: &str = "UPDATE broadcast SET state = 'done', done_at = coalesce(done_at, $2)
             WHERE id = $1 AND state = 'running' AND job_id IS NULL";
        const SKIP: &str = "UPDATE delivery SET state = 'skipped', changed_at = $2
             WHERE broadcast_id = $1 AND state IN ('queued', 'unknown')";
        let mut counts = [0; 2];
        for (sql, count) in [STOP, SKIP].into_iter().zip(&mut counts) {
            *count = run!(self, |connection| {
                sqlx::query(sql).bind(id.0).bind(now.0).execute(connection).await?.rows_affected()
            });
            if *count == 0 {
                break;
            }
        }
        Ok((counts[0] == 1).then_some(counts[1]))
    }
}
