//! Employers and what the operators decided about them.

use super::{StoreError, Tx, run};
use crate::chat::Company;
use crate::domain::{EmployerId, PersonId, Time};

/// An employer as the operators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEmployer {
    /// The employer.
    pub id: EmployerId,
    /// Who applied.
    pub person: PersonId,
    /// What they said.
    pub company: Company,
    /// What was decided, as a word: `waiting`, `approved`, `refused`, `frozen`.
    pub state: String,
    /// Why it was refused or frozen.
    pub reason: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    person_id: i64,
    company: String,
    contact: String,
    licence: String,
    state: String,
    reason: Option<String>,
}

impl From<Row> for StoredEmployer {
    fn from(row: Row) -> Self {
        Self {
            id: EmployerId(row.id),
            person: PersonId(row.person_id),
            company: Company { name: row.company, contact: row.contact, licence: row.licence },
            state: row.state,
            reason: row.reason,
        }
    }
}

impl Tx {
    /// Adds an employer that waits for a decision.
    pub async fn add_employer(
        &mut self,
        person: PersonId,
        company: &Company,
        now: Time,
    ) -> Result<EmployerId, StoreError> {
        const SQL: &str = "INSERT INTO employer (person_id, company, contact, licence, state, created_at)
             VALUES ($1, $2, $3, $4, 'waiting', $5) RETURNING id";
        let (id,): (i64,) = run!(self, |connection| {
            let query = sqlx::query_as(SQL)
                .bind(person.0)
                .bind(&company.name)
                .bind(&company.contact)
                .bind(&company.licence)
                .bind(now.0);
            query.fetch_one(connection).await?
        });
        self.add_member(EmployerId(id), person, true, now).await?;
        Ok(EmployerId(id))
    }

    /// One employer.
    pub async fn employer(&mut self, id: EmployerId) -> Result<Option<StoredEmployer>, StoreError> {
        const SQL: &str =
            "SELECT id, person_id, company, contact, licence, state, reason FROM employer WHERE id = $1";
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_optional(connection).await?);
        Ok(row.map(StoredEmployer::from))
    }

    /// Employers that wait for a decision, the oldest first.
    pub async fn waiting_employers(&mut self) -> Result<Vec<StoredEmployer>, StoreError> {
        const SQL: &str = "SELECT id, person_id, company, contact, licence, state, reason FROM employer
             WHERE state = 'waiting' ORDER BY id LIMIT 20";
        let rows: Vec<Row> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        Ok(rows.into_iter().map(StoredEmployer::from).collect())
    }

    /// Approves (`reason` is `None`) or refuses an employer that waits; `false` when it no longer does.
    pub async fn decide_employer(
        &mut self,
        id: EmployerId,
        reason: Option<&str>,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE employer SET state = $2, reason = $3, decided_at = $4,
             approved_at = CASE WHEN $2 = 'approved' THEN $4 ELSE approved_at END
             WHERE id = $1 AND state = 'waiting'";
        let state = if reason.is_some() { "refused" } else { "approved" };
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(state).bind(reason).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Lets somebody act for an employer (`inside`), or notes that they asked to.
    pub async fn add_member(
        &mut self,
        employer: EmployerId,
        person: PersonId,
        inside: bool,
        now: Time,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO member (employer_id, person_id, state, since) VALUES ($1, $2, $3, $4)
             ON CONFLICT (employer_id, person_id) DO UPDATE SET state = excluded.state, since = excluded.since
             WHERE member.state = 'asked'";
        let state = if inside { "in" } else { "asked" };
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(employer.0).bind(person.0).bind(state).bind(now.0);
            query.execute(connection).await?;
        });
        Ok(())
    }
}
