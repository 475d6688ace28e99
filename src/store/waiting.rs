//! What waits in the database, for whoever watches the program: read without a lock.

use super::{On, Store, StoreError, Tx, run};
use crate::domain::Time;

impl Store {
    /// Begins a transaction that only reads: on SQLite it takes no write lock, but waits for the connection.
    pub async fn look(&self) -> Result<Tx, StoreError> {
        Ok(Tx::new(match self {
            Self::Sqlite(pool) => On::Sqlite(pool.begin().await?),
            Self::Postgres(pool) => On::Postgres(pool.begin().await?),
        }))
    }
}

impl Tx {
    /// Reads next to nothing: an error if the database does not answer.
    pub async fn touch(&mut self) -> Result<(), StoreError> {
        const SQL: &str = "SELECT 1 FROM outbox LIMIT 1";
        run!(self, |connection| {
            sqlx::query(SQL).fetch_optional(connection).await?;
        });
        Ok(())
    }

    /// How many messages are to be sent, and how many deliveries may go out now.
    pub async fn waiting(&mut self, now: Time) -> Result<(i64, i64), StoreError> {
        const SQL: &str = "SELECT (SELECT count(*) FROM outbox WHERE state = 'queued'),
             (SELECT count(*) FROM delivery WHERE state IN ('queued', 'unknown') AND not_before <= $1)";
        Ok(run!(self, |connection| sqlx::query_as(SQL).bind(now.0).fetch_one(connection).await?))
    }
}
