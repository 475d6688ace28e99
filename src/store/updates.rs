//! Which updates were handled: the same number never counts twice.

use super::sql::CHUNK;
use super::writes::Form;
use super::{StoreError, Tx, run};
use crate::domain::{Time, UpdateId};
use std::collections::BTreeSet;

impl Tx {
    /// Marks updates as handled; gives those that were not handled before, and the counter of changes to the
    /// open jobs, which is of use only where there are any.
    pub async fn take_updates(
        &mut self,
        ids: &[UpdateId],
        now: Time,
    ) -> Result<(BTreeSet<UpdateId>, i64), StoreError> {
        const TAKE: Form = Form {
            table: "processed_update",
            head: "INSERT INTO processed_update (update_id, processed_at) VALUES ",
            tail: " ON CONFLICT (update_id) DO NOTHING
                RETURNING update_id, (SELECT seq FROM change WHERE id = 1)",
        };
        self.later(TAKE, ids.iter().map(|id| [id.0.into(), now.0.into()]));
        let rows: Vec<(i64, i64)> = self.give_out().await?;
        let seq = rows.first().map_or(0, |(_, seq)| *seq);
        Ok((rows.into_iter().map(|(id, _)| UpdateId(id)).collect(), seq))
    }

    /// Those of these updates that were handled already.
    pub async fn handled_updates(&mut self, ids: &[UpdateId]) -> Result<BTreeSet<UpdateId>, StoreError> {
        let mut handled = BTreeSet::new();
        for chunk in ids.chunks(CHUNK) {
            let sql =
                self.list("SELECT update_id FROM processed_update WHERE update_id IN (", 1, chunk.len(), ")");
            let rows: Vec<(i64,)> = run!(self, |connection| {
                let mut query = sqlx::query_as(sql);
                for id in chunk {
                    query = query.bind(id.0);
                }
                query.fetch_all(connection).await?
            });
            handled.extend(rows.into_iter().map(|(id,)| UpdateId(id)));
        }
        Ok(handled)
    }

    /// Forgets handled updates from before `before`: Telegram repeats none older than a day.
    pub async fn forget_updates(&mut self, before: Time) -> Result<u64, StoreError> {
        const SQL: &str = "DELETE FROM processed_update WHERE processed_at < $1";
        Ok(run!(self, |connection| sqlx::query(SQL)
            .bind(before.0)
            .execute(connection)
            .await?
            .rows_affected()))
    }

    /// Records an update that could not be handled, with its error.
    pub async fn record_failure(&mut self, id: UpdateId, error: &str, now: Time) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO failed_update (update_id, error, failed_at) VALUES ($1, $2, $3)
             ON CONFLICT (update_id) DO NOTHING";
        run!(self, |connection| {
            sqlx::query(SQL).bind(id.0).bind(error).bind(now.0).execute(connection).await?;
        });
        Ok(())
    }

    /// The counter of changes to the open jobs.
    pub async fn change_seq(&mut self) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT seq FROM change WHERE id = 1";
        let (seq,): (i64,) = run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?);
        Ok(seq)
    }

    /// Raises the counter; the last statement of a transaction that changed open jobs, because it
    /// makes other writers wait.
    pub async fn raise_change_seq(&mut self) -> Result<i64, StoreError> {
        const SQL: &str = "UPDATE change SET seq = seq + 1 WHERE id = 1 RETURNING seq";
        let (seq,): (i64,) = run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?);
        Ok(seq)
    }
}
