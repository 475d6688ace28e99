//! What operators look at: what waits for them, people, notes and tags.

use super::{StoreError, Tx, run};
use crate::domain::{JobId, PersonId, Time};

/// What waits for the operators, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct StaffCounts {
    /// Employers without a decision.
    pub waiting: i64,
    /// Jobs that are held or reported.
    pub cases: i64,
    /// Broadcasts on their way.
    pub running: i64,
}

/// By what an operator looks for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Our number, or Telegram's.
    Number(i64),
    /// A phone number in international form.
    Phone(String),
    /// A part of a name, folded (`reading::fold`).
    Name(String),
}

/// A note about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it.
    pub author: PersonId,
    /// What.
    pub text: String,
    /// When.
    pub at: Time,
}

/// Results of a look-up at most.
pub const FOUND_MOST: i64 = 10;

impl Tx {
    /// What waits for the operators.
    pub async fn staff_counts(&mut self) -> Result<StaffCounts, StoreError> {
        const SQL: &str = "SELECT
             (SELECT count(*) FROM employer WHERE state = 'waiting') AS waiting,
             (SELECT count(*) FROM job WHERE state = 'held'
                OR id IN (SELECT job_id FROM report WHERE state = 'open')) AS cases,
             (SELECT count(*) FROM broadcast WHERE state = 'running') AS running";
        Ok(run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?))
    }

    /// Jobs that are held or reported, the oldest first, at most 20.
    pub async fn job_cases(&mut self) -> Result<Vec<JobId>, StoreError> {
        const SQL: &str = "SELECT id FROM job WHERE state = 'held'
             OR id IN (SELECT job_id FROM report WHERE state = 'open') ORDER BY id LIMIT 20";
        let rows: Vec<(i64,)> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        Ok(rows.into_iter().map(|(id,)| JobId(id)).collect())
    }

    /// People who are meant by what was typed, with their names, the latest first; one more than are shown,
    /// so that it can be said that there are more.
    pub async fn find_people(&mut self, wanted: &Wanted) -> Result<Vec<(PersonId, String)>, StoreError> {
        const NUMBER: &str =
            "SELECT id, name FROM person WHERE id = $1 OR chat_id = $1 ORDER BY id DESC LIMIT $2";
        const PHONE: &str = "SELECT id, name FROM person
             WHERE id IN (SELECT person_id FROM worker WHERE phone = $1) ORDER BY id DESC LIMIT $2";
        const NAME: &str =
            "SELECT id, name FROM person WHERE folded LIKE $1 ESCAPE '!' ORDER BY id DESC LIMIT $2";
        let rows: Vec<(i64, String)> = run!(self, |connection| {
            let query = match wanted {
                Wanted::Number(number) => sqlx::query_as(NUMBER).bind(*number),
                Wanted::Phone(phone) => sqlx::query_as(PHONE).bind(phone.clone()),
                Wanted::Name(name) => sqlx::query_as(NAME).bind(format!("%{}%", literal(name))),
            };
            query.bind(FOUND_MOST + 1).fetch_all(connection).await?
        });
        Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
    }

    /// The names of people who are still there.
    pub async fn names(&mut self, people: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let sql = self.list("SELECT id, name FROM person WHERE id IN (", 1, people.len(), ") ORDER BY id");
        let rows: Vec<(i64, String)> = run!(self, |connection| {
            let mut query = sqlx::query_as(sql);
            for person in people {
                query = query.bind(person.0);
            }
            query.fetch_all(connection).await?
        });
        Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
    }

    /// When somebody first wrote, and whether they can be reached: `ok`, `blocked`, `gone`.
    pub async fn known_since(&mut self, person: PersonId) -> Result<Option<(Time, String)>, StoreError> {
        const SQL: &str = "SELECT created_at, reach FROM person WHERE id = $1";
        let row: Option<(i64, String)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(person.0).fetch_optional(connection).await?);
        Ok(row.map(|(at, reach)| (Time(at), reach)))
    }

    /// Keeps a note; `false` when the person is gone.
    pub async fn add_note(
        &mut self,
        person: PersonId,
        author: PersonId,
        text: &str,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "INSERT INTO note (person_id, author, text, created_at)
             SELECT id, $2, $3, $4 FROM person WHERE id = $1";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(person.0).bind(author.0).bind(text).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// The notes about somebody, the latest first.
    pub async fn notes(&mut self, person: PersonId) -> Result<Vec<Note>, StoreError> {
        const SQL: &str =
            "SELECT author, text, created_at FROM note WHERE person_id = $1 ORDER BY id DESC LIMIT 100";
        let rows: Vec<(i64, String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(person.0).fetch_all(connection).await?);
        let note = |(author, text, at)| Note { author: PersonId(author), text, at: Time(at) };
        Ok(rows.into_iter().map(note).collect())
    }

    /// Puts a tag on somebody; `false` when it is there already, or the person is gone.
    pub async fn add_tag(&mut self, person: PersonId, tag: &str) -> Result<bool, StoreError> {
        const SQL: &str = "INSERT INTO tag (person_id, tag) SELECT id, $2 FROM person WHERE id = $1
             ON CONFLICT (person_id, tag) DO NOTHING";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).bind(tag).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Takes a tag off; `false` when it is not there.
    pub async fn remove_tag(&mut self, person: PersonId, tag: &str) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM tag WHERE person_id = $1 AND tag = $2";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).bind(tag).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// The tags of somebody, in order.
    pub async fn tags(&mut self, person: PersonId) -> Result<Vec<String>, StoreError> {
        const SQL: &str = "SELECT tag FROM tag WHERE person_id = $1";
        let rows: Vec<(String,)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(person.0).fetch_all(connection).await?);
        let mut tags: Vec<String> = rows.into_iter().map(|(tag,)| tag).collect();
        // Here, because databases order texts by rules of their own.
        tags.sort();
        Ok(tags)
    }

    /// Tags that are in use, those of most people first.
    pub async fn all_tags(&mut self) -> Result<Vec<String>, StoreError> {
        const SQL: &str = "SELECT tag, count(*) FROM tag GROUP BY tag";
        let mut rows: Vec<(String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        rows.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
        Ok(rows.into_iter().map(|(tag, _)| tag).collect())
    }

    /// Forgets which messages show somebody what is to be decided: they are no operator any more.
    pub async fn forget_cards(&mut self, person: PersonId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM card WHERE person_id = $1";
        run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).execute(connection).await?;
        });
        Ok(())
    }
}

/// A text that a pattern of `LIKE … ESCAPE '!'` takes as it is.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '!' | '%' | '_') {
            literal.push('!');
        }
        literal.push(c);
    }
    literal
}
