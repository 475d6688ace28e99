//! Staff actions and reveals of phone numbers, append-only.

use super::{StoreError, Tx, run};
use crate::domain::{EmployerId, PersonId, Time};

/// What somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Time,
    /// Who.
    pub actor: PersonId,
    /// What, as a few English words: `employer approved`.
    pub action: String,
    /// To whom or to what, by its number; 0 for nothing in particular.
    pub subject: i64,
    /// How or why, as a code: never a name, a phone number or what somebody wrote.
    pub detail: String,
}

impl Tx {
    /// Records who did what to whom, and why.
    pub async fn audit(
        &mut self,
        now: Time,
        actor: PersonId,
        action: &str,
        subject: i64,
        detail: &str,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5)";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(now.0).bind(actor.0).bind(action).bind(subject).bind(detail);
            query.execute(connection).await?;
        });
        Ok(())
    }
    /// Entries, the latest first, without the first `skip`, at most `limit`.
    pub async fn audit_log(&mut self, skip: i64, limit: i64) -> Result<Vec<AuditEntry>, StoreError> {
        const SQL: &str =
            "SELECT at, actor, action, subject, detail FROM audit ORDER BY id DESC LIMIT $2 OFFSET $1";
        let rows: Vec<(i64, i64, String, i64, String)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(skip).bind(limit).fetch_all(connection).await?
        });
        let entry = |(at, actor, action, subject, detail)| AuditEntry {
            at: Time(at),
            actor: PersonId(actor),
            action,
            subject,
            detail,
        };
        Ok(rows.into_iter().map(entry).collect())
    }

    /// Who decided last about an employer, if it was decided and they are still there.
    pub async fn who_decided(&mut self, employer: EmployerId) -> Result<Option<String>, StoreError> {
        const SQL: &str = "SELECT person.name FROM audit JOIN person ON person.id = audit.actor
             WHERE audit.subject = $1 AND audit.action IN ('employer approved', 'employer refused')
             ORDER BY audit.id DESC LIMIT 1";
        let row: Option<(String,)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(employer.0).fetch_optional(connection).await?);
        Ok(row.map(|(name,)| name))
    }
}
