//! Jobs.

use super::{StoreError, Tx, run};
use crate::domain::{EmployerId, Job, JobId, PersonId, Time};

/// A job with who offers it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredJob {
    /// The job.
    pub id: JobId,
    /// Who offers it.
    pub employer: EmployerId,
    /// The person behind the employer.
    pub owner: PersonId,
    /// The employer's name.
    pub company: String,
    /// Since when operators vouch for the employer.
    pub verified_at: Option<Time>,
    /// What it is.
    pub job: Job,
    /// Whether it still takes applications.
    pub open: bool,
    /// How many were hired.
    pub hired: i64,
    /// How many applied and wait for an answer.
    pub waiting: i64,
    /// To how many it was offered.
    pub offered: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    employer_id: i64,
    person_id: i64,
    company: String,
    decided_at: Option<i64>,
    spec: String,
    state: String,
    hired: i64,
    waiting: i64,
    offered: i64,
}

impl Row {
    fn stored(self) -> Result<StoredJob, StoreError> {
        Ok(StoredJob {
            id: JobId(self.id),
            employer: EmployerId(self.employer_id),
            owner: PersonId(self.person_id),
            company: self.company,
            verified_at: self.decided_at.map(Time),
            job: serde_json::from_str(&self.spec)?,
            open: self.state == "open",
            hired: self.hired,
            waiting: self.waiting,
            offered: self.offered,
        })
    }
}

const SELECT: &str = "SELECT job.id, job.employer_id, employer.person_id, employer.company,
    employer.decided_at, job.spec, job.state,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.state = 'hired') AS hired,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.state IN ('applied', 'shared')) AS waiting,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.offered_at IS NOT NULL) AS offered
    FROM job JOIN employer ON employer.id = job.employer_id";

impl Tx {
    /// Adds an open job.
    pub async fn add_job(&mut self, employer: EmployerId, job: &Job, now: Time) -> Result<JobId, StoreError> {
        const SQL: &str = "INSERT INTO job (employer_id, spec, state, created_at)
             VALUES ($1, $2, 'open', $3) RETURNING id";
        let spec = serde_json::to_string(job)?;
        let (id,): (i64,) = run!(self, |connection| {
            sqlx::query_as(SQL).bind(employer.0).bind(&spec).bind(now.0).fetch_one(connection).await?
        });
        Ok(JobId(id))
    }

    /// One job.
    pub async fn job(&mut self, id: JobId) -> Result<Option<StoredJob>, StoreError> {
        let sql = super::sql::list(&format!("{SELECT} WHERE job.id IN ("), 1, 1, ")");
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(id.0).fetch_optional(connection).await?);
        row.map(Row::stored).transpose()
    }

    /// The jobs of an employer's person, the newest first.
    pub async fn jobs_of(&mut self, person: PersonId) -> Result<Vec<StoredJob>, StoreError> {
        let head = format!("{SELECT} WHERE employer.person_id IN (");
        let sql = super::sql::list(&head, 1, 1, ") ORDER BY job.id DESC LIMIT 20");
        let rows: Vec<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(person.0).fetch_all(connection).await?);
        rows.into_iter().map(Row::stored).collect()
    }

    /// All open jobs of approved employers, the oldest first.
    pub async fn open_jobs(&mut self) -> Result<Vec<StoredJob>, StoreError> {
        let head = format!("{SELECT} WHERE employer.state = 'approved' AND job.state IN (");
        let sql = super::sql::list(&head, 1, 1, ") ORDER BY job.id");
        let rows: Vec<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind("open").fetch_all(connection).await?);
        rows.into_iter().map(Row::stored).collect()
    }

    /// Closes an open job because its places are filled; `false` when it was not open.
    pub async fn fill_job(&mut self, id: JobId) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE job SET state = 'filled' WHERE id = $1 AND state = 'open'";
        let rows =
            run!(self, |connection| sqlx::query(SQL).bind(id.0).execute(connection).await?.rows_affected());
        Ok(rows == 1)
    }
}
