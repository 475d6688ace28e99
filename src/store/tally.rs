//! Figures: what was counted on each day, and how far offers came.

use super::writes::Form;
use super::{StoreError, Tx, run};
use crate::domain::Time;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What happened between two instants, read off the rows that are still there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Happened {
    /// Offers sent.
    pub offered: i64,
    /// Offers seen.
    pub seen: i64,
    /// Applications.
    pub applied: i64,
    /// Hires.
    pub hired: i64,
    /// Jobs posted.
    pub posted: i64,
    /// Employers approved.
    pub approved: i64,
}

impl Tx {
    /// Raises counters of a day. Rows are touched in the order of their names, so that two processes
    /// cannot wait for each other.
    pub fn raise_tallies(&mut self, day: Date, counts: &BTreeMap<String, i64>) {
        const RAISE: Form = Form {
            table: "tally",
            head: "INSERT INTO tally (day, what, n) VALUES ",
            tail: " ON CONFLICT (day, what) DO UPDATE SET n = tally.n + excluded.n",
        };
        let day = day.to_string();
        self.later(
            RAISE,
            counts.iter().map(|(what, n)| [day.as_str().into(), what.as_str().into(), (*n).into()]),
        );
    }

    /// The sums of all counters from one day to another, both included.
    pub async fn tallies(&mut self, from: Date, to: Date) -> Result<BTreeMap<String, i64>, StoreError> {
        // PostgreSQL's sum is NUMERIC.
        const SQL: &str = "SELECT what, CAST(sum(n) AS BIGINT) FROM tally
             WHERE day >= $1 AND day <= $2 GROUP BY what";
        let rows: Vec<(String, i64)> = run!(self, |connection| {
            let query = sqlx::query_as(SQL).bind(from.to_string()).bind(to.to_string());
            query.fetch_all(connection).await?
        });
        Ok(rows.into_iter().collect())
    }

    /// What happened from an instant on, up to but not with another.
    pub async fn happened(&mut self, from: Time, to: Time) -> Result<Happened, StoreError> {
        const SQL: &str = "SELECT
             (SELECT count(*) FROM offer WHERE offered_at >= $1 AND offered_at < $2) AS offered,
             (SELECT count(*) FROM offer WHERE seen_at >= $1 AND seen_at < $2) AS seen,
             (SELECT count(*) FROM offer WHERE applied_at >= $1 AND applied_at < $2) AS applied,
             (SELECT count(*) FROM offer WHERE hired_at >= $1 AND hired_at < $2) AS hired,
             (SELECT count(*) FROM job WHERE created_at >= $1 AND created_at < $2) AS posted,
             (SELECT count(*) FROM employer WHERE approved_at >= $1 AND approved_at < $2) AS approved";
        Ok(run!(self, |connection| sqlx::query_as(SQL).bind(from.0).bind(to.0).fetch_one(connection).await?))
    }
}
