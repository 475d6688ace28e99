//! Statements over many rows: one statement per table and group, never one per row.

use super::Tx;
use sqlx::AssertSqlSafe;

/// Rows in one statement at most; more go out in several.
pub(super) const CHUNK: usize = 500;

impl Tx {
    /// `head` + `($1,$2),($3,$4)…` + `tail`. Only literals of this room and numbers go in.
    pub(super) fn values(
        &self,
        head: &str,
        rows: usize,
        columns: usize,
        tail: &str,
    ) -> AssertSqlSafe<String> {
        let numbered = self.is_numbered(&[head, tail]);
        let mut sql = String::with_capacity(head.len() + tail.len() + rows * columns * 5);
        sql.push_str(head);
        push_rows(&mut sql, numbered, 1, rows, columns);
        sql.push_str(tail);
        AssertSqlSafe(sql)
    }

    /// `head` + `$1,$2,$3` + `tail`, the list of an `IN (…)`, beginning with placeholder `first`.
    pub(super) fn list(&self, head: &str, first: usize, count: usize, tail: &str) -> AssertSqlSafe<String> {
        let numbered = self.is_numbered(&[head, tail]);
        let mut sql = String::with_capacity(head.len() + tail.len() + count * 5);
        sql.push_str(head);
        push_places(&mut sql, numbered, first, count);
        sql.push_str(tail);
        AssertSqlSafe(sql)
    }

    /// On SQLite every number of a place is looked for among all of them, so there they have none unless
    /// other places have: those without are taken in their order.
    fn is_numbered(&self, around: &[&str]) -> bool {
        self.is_postgres() || around.iter().any(|part| part.contains('$'))
    }
}

/// `(a,b),(c,d)`, or `a,b` where a row is one value.
pub(super) fn push_rows(sql: &mut String, numbered: bool, first: usize, rows: usize, columns: usize) {
    if columns == 1 {
        return push_places(sql, numbered, first, rows);
    }
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        push_places(sql, numbered, first + row * columns, columns);
        sql.push(')');
    }
}

fn push_places(sql: &mut String, numbered: bool, first: usize, count: usize) {
    for place in first..first + count {
        if place > first {
            sql.push(',');
        }
        if numbered {
            sql.push('$');
            sql.push_str(&place.to_string());
        } else {
            sql.push('?');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::store::Store;

    #[tokio::test]
    async fn places_are_in_order_or_numbered_through() {
        let store = Store::open("sqlite::memory:").await.unwrap();
        let tx = store.begin().await.unwrap();
        assert_eq!(tx.values("V ", 2, 2, " T").0, "V (?,?),(?,?) T");
        assert_eq!(tx.values("V ", 2, 2, " $5").0, "V ($1,$2),($3,$4) $5");
        assert_eq!(tx.list("IN (", 1, 3, ")").0, "IN (?,?,?)");
        assert_eq!(tx.list("$1 IN (", 2, 3, ")").0, "$1 IN ($2,$3,$4)");
    }
}
