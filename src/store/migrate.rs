//! Brings the tables up to date. A released migration never changes.

use super::{Store, StoreError};
use sqlx::migrate::Migrator;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

pub(super) async fn up(store: &Store) -> Result<(), StoreError> {
    match store {
        Store::Sqlite(pool) => SQLITE.run(pool).await?,
        Store::Postgres(pool) => POSTGRES.run(pool).await?,
    }
    Ok(())
}
