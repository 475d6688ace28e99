//! Writes of a transaction that wait for each other, so that few of them go to the database one by one.
//!
//! A write that gives nothing back is kept until something is asked or the transaction is committed: `run!`
//! gives out what waits before each other statement, so nobody can read around it. Few rows go out together,
//! in one text: a change of threads (SQLite) or a round trip (PostgreSQL) costs more than the write. Many rows
//! go out statement by statement, because together they would be another text each time.

use super::sql::{CHUNK, push_rows};
use super::{On, StoreError, Tx};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};

/// Rows of all waiting writes that go out in one text at most.
const TOGETHER: usize = 8;

/// A value of a write.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Int(Option<i64>),
    Text(Option<String>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

/// One statement that changes one table: `head` + `(?,?),(?,?)…` + `tail`, or a list without the inner
/// parentheses where a row has one value. Neither part holds a placeholder.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) table: &'static str,
    pub(super) head: &'static str,
    pub(super) tail: &'static str,
}

#[derive(Debug)]
pub(super) struct Write {
    form: Form,
    rows: usize,
    columns: usize,
    values: Vec<Value>,
}

impl Write {
    /// Adds the statement to a text; `first` is the number of its first placeholder.
    fn push(&self, sql: &mut String, numbered: bool, first: usize) {
        sql.push_str(self.form.head);
        push_rows(sql, numbered, first, self.rows, self.columns);
        sql.push_str(self.form.tail);
    }
}

impl Tx {
    /// Lets a write wait: the values of its rows, one after the other, each row with as many.
    pub(super) fn later<const N: usize>(&mut self, form: Form, rows: impl IntoIterator<Item = [Value; N]>) {
        let mut rows = rows.into_iter();
        loop {
            let values: Vec<Value> = rows.by_ref().take(CHUNK).flatten().collect();
            if values.is_empty() {
                return;
            }
            self.waiting.push(Write { form, rows: values.len() / N, columns: N, values });
        }
    }

    /// Gives out what waits.
    pub(crate) async fn settle(&mut self) -> Result<(), StoreError> {
        if !self.waiting.is_empty() {
            self.give_out::<(i64,)>().await?;
        }
        Ok(())
    }

    /// Gives out what waits, and collects what the last form of them returns; no other returns anything.
    pub(super) async fn give_out<T>(&mut self) -> Result<Vec<T>, StoreError>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let writes = std::mem::take(&mut self.waiting);
        let together = writes.iter().map(|write| write.rows).sum::<usize>() <= TOGETHER;
        let mut returned = Vec::new();
        for part in parts(&writes, together, self.is_postgres()) {
            let sql = AssertSqlSafe(text(part, self.is_postgres()));
            let values = part.iter().flat_map(|write| &write.values);
            // Where a table is not there any more, sqlx cannot put back a text of several statements that it kept
            // ready: its thread breaks, and whoever waits for it waits for ever.
            let kept_ready = part.len() == 1 || self.is_postgres();
            macro_rules! fetch {
                ($connection:expr) => {{
                    let mut query = sqlx::query_as(sql).persistent(kept_ready);
                    for value in values {
                        query = match value {
                            Value::Int(value) => query.bind(*value),
                            Value::Text(value) => query.bind(value.as_deref()),
                        };
                    }
                    query.fetch_all($connection).await?
                }};
            }
            let rows: Vec<T> = match &mut self.on {
                On::Sqlite(transaction) => fetch!(&mut **transaction),
                On::Postgres(transaction) => fetch!(&mut **transaction),
            };
            returned.extend(rows);
        }
        Ok(returned)
    }
}

/// The writes that go out in one text each. PostgreSQL does all of a text at once, so there two of the same
/// table would not see each other.
fn parts(writes: &[Write], together: bool, apart: bool) -> Vec<&[Write]> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, write) in writes.iter().enumerate().skip(1) {
        let again = || writes[start..at].iter().any(|other| other.form.table == write.form.table);
        if !together || (apart && again()) {
            parts.push(&writes[start..at]);
            start = at;
        }
    }
    if start < writes.len() {
        parts.push(&writes[start..]);
    }
    parts
}

/// SQLite takes statements one after the other, PostgreSQL one with others beside it.
fn text(writes: &[Write], postgres: bool) -> String {
    let mut sql = String::new();
    let mut first = 1;
    for (at, write) in writes.iter().enumerate() {
        if postgres && at + 1 < writes.len() {
            sql.push_str(if at == 0 { "WITH w0 AS (" } else { ", w" });
            if at > 0 {
                sql.push_str(&at.to_string());
                sql.push_str(" AS (");
            }
            write.push(&mut sql, true, first);
            sql.push(')');
        } else {
            if at > 0 {
                sql.push_str(if postgres { " " } else { "; " });
            }
            write.push(&mut sql, postgres, first);
        }
        first += write.values.len();
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Form = Form { table: "a", head: "DELETE FROM a WHERE i IN (", tail: ")" };
    const TWO: Form = Form { table: "b", head: "INSERT INTO b VALUES ", tail: " RETURNING i" };

    fn writes() -> Vec<Write> {
        let values = |n: i64| (0..n).map(Value::from).collect::<Vec<_>>();
        vec![
            Write { form: ONE, rows: 2, columns: 1, values: values(2) },
            Write { form: TWO, rows: 2, columns: 2, values: values(4) },
        ]
    }

    #[test]
    fn few_rows_are_one_text() {
        let writes = writes();
        assert_eq!(
            text(&writes, false),
            "DELETE FROM a WHERE i IN (?,?); INSERT INTO b VALUES (?,?),(?,?) RETURNING i"
        );
        assert_eq!(
            text(&writes, true),
            "WITH w0 AS (DELETE FROM a WHERE i IN ($1,$2)) INSERT INTO b VALUES ($3,$4),($5,$6) RETURNING i"
        );
    }

    #[test]
    fn writes_to_one_table_follow_each_other() {
        let mut writes = writes();
        writes.push(Write { form: ONE, rows: 1, columns: 1, values: vec![Value::from(1)] });
        let sizes =
            |together, apart| parts(&writes, together, apart).iter().map(|p| p.len()).collect::<Vec<_>>();
        assert_eq!(sizes(true, false), [3]);
        assert_eq!(sizes(true, true), [2, 1]);
        assert_eq!(sizes(false, false), [1, 1, 1]);
        assert!(parts(&[], true, true).is_empty());
    }
}
