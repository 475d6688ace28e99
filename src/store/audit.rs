//! Staff actions and reveals of phone numbers, append-only.

use super::{StoreError, Tx, run};
use crate::domain::{PersonId, Time};

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
}
