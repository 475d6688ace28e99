//! Statements over many rows: one statement per table and group, never one per row.

use sqlx::AssertSqlSafe;

/// Rows in one statement at most; more go out in several.
pub(super) const CHUNK: usize = 500;

/// `head` + `($1,$2),($3,$4)…` + `tail`. Only literals of this room and numbers go in.
pub(super) fn values(head: &str, rows: usize, columns: usize, tail: &str) -> AssertSqlSafe<String> {
    let mut sql = String::with_capacity(head.len() + tail.len() + rows * columns * 5);
    sql.push_str(head);
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        push_places(&mut sql, row * columns + 1, columns);
        sql.push(')');
    }
    sql.push_str(tail);
    AssertSqlSafe(sql)
}

/// `head` + `$1,$2,$3` + `tail`, the list of an `IN (…)`, beginning with placeholder `first`.
pub(super) fn list(head: &str, first: usize, count: usize, tail: &str) -> AssertSqlSafe<String> {
    let mut sql = String::with_capacity(head.len() + tail.len() + count * 5);
    sql.push_str(head);
    push_places(&mut sql, first, count);
    sql.push_str(tail);
    AssertSqlSafe(sql)
}

fn push_places(sql: &mut String, first: usize, count: usize) {
    for place in first..first + count {
        if place > first {
            sql.push(',');
        }
        sql.push('$');
        sql.push_str(&place.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_through() {
        assert_eq!(values("V ", 2, 2, " T").0, "V ($1,$2),($3,$4) T");
        assert_eq!(list("IN (", 2, 3, ")").0, "IN ($2,$3,$4)");
    }
}
