//! What workers say about jobs: check-ins after they were hired, and reports.

use super::{StoreError, Tx, run};
use crate::domain::{
    Charge, CheckDay, CheckIn, EmployerId, JobId, PersonId, Report, ReportKind, Time, Works,
};

/// What somebody who was hired said on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCheckIn {
    /// The job.
    pub job: JobId,
    /// The day.
    pub day: CheckDay,
    /// Whether they work there, as far as it was answered.
    pub works: Option<Works>,
    /// Whether somebody asked them for money, as far as it was answered.
    pub charged: Option<bool>,
    /// Who did, and how much.
    pub said: Option<String>,
    /// Whether an operator decided about the charge.
    pub settled: bool,
    /// How many times they were asked; a reminder does not count.
    pub n_asked: i64,
    /// When they were last asked.
    pub asked_at: Time,
}

#[derive(sqlx::FromRow)]
struct CheckRow {
    job_id: i64,
    day: i64,
    works: Option<String>,
    charged: Option<i64>,
    said: Option<String>,
    settled: i64,
    n_asked: i64,
    asked_at: i64,
}

#[derive(sqlx::FromRow)]
struct ChargeRow {
    person_id: i64,
    name: String,
    profile: Option<String>,
    job_id: i64,
    day: i64,
    said: Option<String>,
    settled: i64,
}

#[derive(sqlx::FromRow)]
struct ReportRow {
    person_id: i64,
    name: String,
    profile: Option<String>,
    job_id: i64,
    kind: String,
    said: Option<String>,
    state: String,
}

fn day(number: i64) -> Result<CheckDay, StoreError> {
    CheckDay::of_number(number).ok_or_else(|| StoreError::Word(number.to_string()))
}

/// The name that a worker told, else the one on Telegram.
fn told_name(profile: Option<&str>, name: String) -> Result<String, StoreError> {
    let Some(profile) = profile else { return Ok(name) };
    let profile: crate::domain::Profile = serde_json::from_str(profile)?;
    Ok(profile.name.unwrap_or(name))
}

impl CheckRow {
    fn stored(self) -> Result<StoredCheckIn, StoreError> {
        let works = match self.works {
            Some(word) => Some(Works::of_word(&word).ok_or(StoreError::Word(word))?),
            None => None,
        };
        Ok(StoredCheckIn {
            job: JobId(self.job_id),
            day: day(self.day)?,
            works,
            charged: self.charged.map(|charged| charged != 0),
            said: self.said,
            settled: self.settled != 0,
            n_asked: self.n_asked,
            asked_at: Time(self.asked_at),
        })
    }
}

impl ReportRow {
    fn report(self) -> Result<Report, StoreError> {
        Ok(Report {
            person: PersonId(self.person_id),
            name: told_name(self.profile.as_deref(), self.name)?,
            job: JobId(self.job_id),
            kind: ReportKind::of_word(&self.kind).ok_or(StoreError::Word(self.kind))?,
            said: self.said,
            open: self.state == "open",
        })
    }
}

const CHECK: &str =
    "SELECT job_id, day, works, charged, said, settled, n_asked, asked_at FROM checkin WHERE person_id = $1";
const REPORT: &str =
    "SELECT report.person_id, person.name, worker.profile, report.job_id, report.kind, report.said,
    report.state FROM report JOIN person ON person.id = report.person_id
    LEFT JOIN worker ON worker.person_id = report.person_id";

impl Tx {
    /// Records that somebody who was hired is asked; an earlier answer gives way, but not
    /// that somebody charged.
    pub async fn ask_checkin(
        &mut self,
        check: CheckIn,
        person: PersonId,
        now: Time,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO checkin (job_id, person_id, day, asked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (job_id, person_id, day)
             DO UPDATE SET n_asked = checkin.n_asked + 1, asked_at = excluded.asked_at, works = NULL,
             charged = CASE WHEN checkin.charged = 1 THEN 1 END";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(check.job.0).bind(person.0).bind(check.day.number());
            query.bind(now.0).execute(connection).await?;
        });
        Ok(())
    }

    /// Everything that somebody said in check-ins, by job and day.
    pub async fn checkins_of(&mut self, person: PersonId) -> Result<Vec<StoredCheckIn>, StoreError> {
        const TAIL: &str = " ORDER BY job_id, day LIMIT $2";
        let sql = sqlx::AssertSqlSafe(format!("{CHECK}{TAIL}"));
        let rows: Vec<CheckRow> = run!(self, |connection| {
            sqlx::query_as(sql).bind(person.0).bind(200_i64).fetch_all(connection).await?
        });
        rows.into_iter().map(CheckRow::stored).collect()
    }

    /// What somebody said on one day; `None` when they were never asked.
    pub async fn checkin(
        &mut self,
        check: CheckIn,
        person: PersonId,
    ) -> Result<Option<StoredCheckIn>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{CHECK} AND job_id = $2 AND day = $3"));
        let row: Option<CheckRow> = run!(self, |connection| {
            let query = sqlx::query_as(sql).bind(person.0).bind(check.job.0).bind(check.day.number());
            query.fetch_optional(connection).await?
        });
        row.map(CheckRow::stored).transpose()
    }

    /// Keeps the answer whether they work there; `false` when they were never asked.
    pub async fn answer_works(
        &mut self,
        check: CheckIn,
        person: PersonId,
        works: Works,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE checkin SET works = $4, answered_at = $5
             WHERE job_id = $1 AND person_id = $2 AND day = $3";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(check.job.0).bind(person.0).bind(check.day.number());
            query.bind(works.word()).bind(now.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Keeps the answer whether somebody asked for money; `false` when they were never asked, or said so
    /// before.
    pub async fn answer_charged(
        &mut self,
        check: CheckIn,
        person: PersonId,
        charged: bool,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE checkin SET charged = $4, answered_at = $5
             WHERE job_id = $1 AND person_id = $2 AND day = $3 AND coalesce(charged, 0) = 0";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(check.job.0).bind(person.0).bind(check.day.number());
            query.bind(i64::from(charged)).bind(now.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Keeps who charged and how much, in the worker's words; `false` when there is no such charge.
    pub async fn say_charge(
        &mut self,
        check: CheckIn,
        person: PersonId,
        said: &str,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE checkin SET said = $4
             WHERE job_id = $1 AND person_id = $2 AND day = $3 AND charged = 1";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(check.job.0).bind(person.0).bind(check.day.number());
            query.bind(said).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Takes a charge back; `false` when there is none, or an operator decided about it.
    pub async fn take_charge_back(&mut self, check: CheckIn, person: PersonId) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE checkin SET charged = 0, said = NULL, taken_back = 1
             WHERE job_id = $1 AND person_id = $2 AND day = $3 AND charged = 1 AND settled = 0
             AND taken_back = 0";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(check.job.0).bind(person.0).bind(check.day.number());
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// All charges about the jobs of an employer, the latest first.
    pub async fn charges_of(&mut self, employer: EmployerId) -> Result<Vec<Charge>, StoreError> {
        const SQL: &str =
            "SELECT checkin.person_id, person.name, worker.profile, checkin.job_id, checkin.day, checkin.said,
             checkin.settled FROM checkin JOIN job ON job.id = checkin.job_id
             JOIN person ON person.id = checkin.person_id
             LEFT JOIN worker ON worker.person_id = checkin.person_id
             WHERE job.employer_id = $1 AND checkin.charged = 1
             ORDER BY checkin.answered_at DESC, checkin.person_id LIMIT 100";
        let rows: Vec<ChargeRow> =
            run!(self, |connection| sqlx::query_as(SQL).bind(employer.0).fetch_all(connection).await?);
        rows.into_iter()
            .map(|row| {
                Ok(Charge {
                    person: PersonId(row.person_id),
                    name: told_name(row.profile.as_deref(), row.name)?,
                    job: JobId(row.job_id),
                    day: day(row.day)?,
                    said: row.said,
                    settled: row.settled != 0,
                })
            })
            .collect()
    }

    /// Records that an operator decided about the charges about an employer's jobs.
    pub async fn settle_charges(&mut self, employer: EmployerId) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE checkin SET settled = 1 WHERE charged = 1 AND settled = 0
             AND job_id IN (SELECT id FROM job WHERE employer_id = $1)";
        run!(self, |connection| {
            sqlx::query(SQL).bind(employer.0).execute(connection).await?;
        });
        Ok(())
    }

    /// Keeps a report; a second one of the same worker changes the kind, and one that was dismissed stays
    /// dismissed.
    pub async fn report(
        &mut self,
        job: JobId,
        person: PersonId,
        kind: ReportKind,
        now: Time,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO report (job_id, person_id, kind, state, created_at)
             VALUES ($1, $2, $3, 'open', $4)
             ON CONFLICT (job_id, person_id) DO UPDATE SET kind = excluded.kind";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(kind.word()).bind(now.0);
            query.execute(connection).await?;
        });
        Ok(())
    }

    /// Keeps a worker's words about a report; `false` when there is none.
    pub async fn say_report(&mut self, job: JobId, person: PersonId, said: &str) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE report SET said = $3 WHERE job_id = $1 AND person_id = $2";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(job.0).bind(person.0).bind(said).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Takes a report back; `false` when there is none, or an operator dismissed it.
    pub async fn take_report_back(&mut self, job: JobId, person: PersonId) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM report WHERE job_id = $1 AND person_id = $2 AND state = 'open'";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(job.0).bind(person.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// All reports about a job, the latest first.
    pub async fn reports_on(&mut self, job: JobId) -> Result<Vec<Report>, StoreError> {
        self.reports("WHERE report.job_id = $1", job.0).await
    }

    /// All reports about the jobs of an employer, the latest first.
    pub async fn reports_about(&mut self, employer: EmployerId) -> Result<Vec<Report>, StoreError> {
        let of_employer = "JOIN job ON job.id = report.job_id WHERE job.employer_id = $1";
        self.reports(of_employer, employer.0).await
    }

    /// All reports by a worker.
    pub async fn reports_by(&mut self, person: PersonId) -> Result<Vec<Report>, StoreError> {
        self.reports("WHERE report.person_id = $1", person.0).await
    }

    async fn reports(&mut self, which: &'static str, id: i64) -> Result<Vec<Report>, StoreError> {
        const TAIL: &str = " ORDER BY report.created_at DESC, report.job_id, report.person_id LIMIT 100";
        let sql = sqlx::AssertSqlSafe(format!("{REPORT} {which}{TAIL}"));
        let rows: Vec<ReportRow> =
            run!(self, |connection| sqlx::query_as(sql).bind(id).fetch_all(connection).await?);
        rows.into_iter().map(ReportRow::report).collect()
    }

    /// Records that an operator looked at the reports about a job; gives how many were open.
    pub async fn close_reports(&mut self, job: JobId) -> Result<u64, StoreError> {
        const SQL: &str = "UPDATE report SET state = 'closed' WHERE job_id = $1 AND state = 'open'";
        Ok(run!(self, |connection| sqlx::query(SQL).bind(job.0).execute(connection).await?.rows_affected()))
    }
}
