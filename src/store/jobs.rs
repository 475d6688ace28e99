//! Jobs.

use super::{StoreError, Tx, run};
use crate::domain::{EmployerId, Job, JobId, JobState, PersonId, Time};

/// A job with who offers it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredJob {
    /// The job.
    pub id: JobId,
    /// Who offers it.
    pub employer: EmployerId,
    /// Who is told of applications: the one who posted it, else the one who founded the employer.
    pub owner: PersonId,
    /// The employer's name.
    pub company: String,
    /// Since when operators vouch for the employer.
    pub verified_at: Option<Time>,
    /// Whether they still do: the employer is approved, neither refused nor frozen.
    pub vouched: bool,
    /// Whether the employer was refused, for good.
    pub barred: bool,
    /// What it is.
    pub job: Job,
    /// Whether it takes applications.
    pub state: JobState,
    /// Why it is held.
    pub hold: Option<String>,
    /// When the employer last changed it.
    pub changed_at: Time,
    /// When it expires.
    pub expires_at: Time,
    /// When new applications were last told.
    pub told_at: Option<Time>,
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
    approved_at: Option<i64>,
    employer_state: String,
    spec: String,
    state: String,
    hold: Option<String>,
    changed_at: i64,
    expires_at: i64,
    told_at: Option<i64>,
    hired: i64,
    waiting: i64,
    offered: i64,
}

/// A job to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewJob<'a> {
    /// Who offers it.
    pub employer: EmployerId,
    /// Who posted it.
    pub posted_by: PersonId,
    /// What it is.
    pub job: &'a Job,
    /// When it expires.
    pub expires_at: Time,
}

impl StoredJob {
    /// Whether it takes applications.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == JobState::Open && self.vouched
    }

    /// Whether it waits for an operator: it is held, or its employer is frozen.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.state == JobState::Held || !self.vouched
    }

    /// Whether it takes applications just now: a job that expires is over at its very instant, however late
    /// its timer comes.
    #[must_use]
    pub fn takes(&self, now: Time) -> bool {
        self.is_open() && self.expires_at > now
    }

    /// The state as people see it.
    #[must_use]
    pub fn shown_state(&self, now: Time) -> JobState {
        if self.is_open() && !self.takes(now) { JobState::Expired } else { self.state }
    }

    /// Places that are not taken.
    #[must_use]
    pub fn free(&self) -> i64 {
        (i64::from(self.job.headcount) - self.hired).max(0)
    }
}

fn state(word: &str) -> Result<JobState, StoreError> {
    let found = JobState::ALL.into_iter().find(|state| state.word() == word);
    found.ok_or_else(|| StoreError::Word(word.to_owned()))
}

impl Row {
    fn stored(self) -> Result<StoredJob, StoreError> {
        Ok(StoredJob {
            id: JobId(self.id),
            employer: EmployerId(self.employer_id),
            owner: PersonId(self.person_id),
            company: self.company,
            verified_at: self.approved_at.map(Time),
            vouched: self.employer_state == "approved",
            barred: self.employer_state == "refused",
            job: serde_json::from_str(&self.spec)?,
            state: state(&self.state)?,
            hold: self.hold,
            changed_at: Time(self.changed_at),
            expires_at: Time(self.expires_at),
            told_at: self.told_at.map(Time),
            hired: self.hired,
            waiting: self.waiting,
            offered: self.offered,
        })
    }
}

const SELECT: &str = "SELECT job.id, job.employer_id, coalesce(job.posted_by, employer.person_id) AS person_id,
    employer.company, employer.approved_at, employer.state AS employer_state, job.spec, job.state, job.hold, job.changed_at, job.expires_at, job.told_at,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.state IN ('hired', 'started', 'stayed')) AS hired,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.state IN ('applied', 'shared', 'invited')) AS waiting,
    (SELECT count(*) FROM offer WHERE offer.job_id = job.id AND offer.offered_at IS NOT NULL) AS offered
    FROM job JOIN employer ON employer.id = job.employer_id";

impl Tx {
    /// Adds an open job.
    pub async fn add_job(&mut self, new: &NewJob<'_>, now: Time) -> Result<JobId, StoreError> {
        const SQL: &str =
            "INSERT INTO job (employer_id, posted_by, spec, state, created_at, changed_at, expires_at)
             VALUES ($1, $2, $3, 'open', $4, $4, $5) RETURNING id";
        let spec = serde_json::to_string(new.job)?;
        let (id,): (i64,) = run!(self, |connection| {
            let query = sqlx::query_as(SQL).bind(new.employer.0).bind(new.posted_by.0).bind(&spec);
            query.bind(now.0).bind(new.expires_at.0).fetch_one(connection).await?
        });
        Ok(JobId(id))
    }

    /// One job.
    pub async fn job(&mut self, id: JobId) -> Result<Option<StoredJob>, StoreError> {
        let sql = self.list(&format!("{SELECT} WHERE job.id IN ("), 1, 1, ")");
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(id.0).fetch_optional(connection).await?);
        row.map(Row::stored).transpose()
    }

    /// The jobs of an employer, the newest first.
    pub async fn jobs_of(&mut self, employer: EmployerId) -> Result<Vec<StoredJob>, StoreError> {
        let head = format!("{SELECT} WHERE job.employer_id IN (");
        let sql = self.list(&head, 1, 1, ") ORDER BY job.id DESC LIMIT 200");
        let rows: Vec<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(employer.0).fetch_all(connection).await?);
        rows.into_iter().map(Row::stored).collect()
    }

    /// All open jobs of approved employers, the oldest first.
    pub async fn open_jobs(&mut self) -> Result<Vec<StoredJob>, StoreError> {
        let head = format!("{SELECT} WHERE employer.state = 'approved' AND job.state IN (");
        let sql = self.list(&head, 1, 1, ") ORDER BY job.id");
        let rows: Vec<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind("open").fetch_all(connection).await?);
        rows.into_iter().map(Row::stored).collect()
    }

    /// Moves a job from one state to another; `false` when it is not in the first.
    pub async fn move_job(
        &mut self,
        id: JobId,
        from: JobState,
        to: JobState,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE job SET state = $3, hold = NULL,
             ended_at = CASE WHEN $3 IN ('filled', 'closed', 'expired') THEN $4 END
             WHERE id = $1 AND state = $2";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(from.word()).bind(to.word()).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }
}
