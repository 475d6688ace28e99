//! Employers and what the operators decided about them.

use super::{StoreError, Tx, run};
use crate::chat::Company;
use crate::domain::{EmployerId, PersonId, Time};

/// An employer as the operators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEmployer {
    /// The employer.
    pub id: EmployerId,
    /// Who applied.
    pub person: PersonId,
    /// What they said.
    pub company: Company,
    /// Whether nobody decided yet.
    pub waiting: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    person_id: i64,
    company: String,
    contact: String,
    licence: String,
    state: String,
}

impl From<Row> for NewEmployer {
    fn from(row: Row) -> Self {
        Self {
            id: EmployerId(row.id),
            person: PersonId(row.person_id),
            company: Company { name: row.company, contact: row.contact, licence: row.licence },
            waiting: row.state == "waiting",
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
        Ok(EmployerId(id))
    }

    /// One employer.
    pub async fn employer(&mut self, id: EmployerId) -> Result<Option<NewEmployer>, StoreError> {
        const SQL: &str =
            "SELECT id, person_id, company, contact, licence, state FROM employer WHERE id = $1";
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_optional(connection).await?);
        Ok(row.map(NewEmployer::from))
    }

    /// Employers that wait for a decision, the oldest first.
    pub async fn waiting_employers(&mut self) -> Result<Vec<NewEmployer>, StoreError> {
        const SQL: &str = "SELECT id, person_id, company, contact, licence, state FROM employer
             WHERE state = 'waiting' ORDER BY id LIMIT 20";
        let rows: Vec<Row> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        Ok(rows.into_iter().map(NewEmployer::from).collect())
    }

    /// Approves (`reason` is `None`) or refuses an employer that waits; `false` when it no longer does.
    pub async fn decide_employer(
        &mut self,
        id: EmployerId,
        reason: Option<&str>,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE employer SET state = $2, reason = $3, decided_at = $4
             WHERE id = $1 AND state = 'waiting'";
        let state = if reason.is_some() { "refused" } else { "approved" };
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(state).bind(reason).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }
}
