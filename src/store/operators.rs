//! Staff of the agency, beside those that the settings name.

use super::{StoreError, Tx, run};
use crate::domain::{ChatId, Lang, PersonId, Time};

impl Tx {
    /// Everybody who was made an operator in a chat, the first one first.
    pub async fn operators(&mut self) -> Result<Vec<(PersonId, ChatId, Lang)>, StoreError> {
        const SQL: &str = "SELECT person.id, person.chat_id, person.lang FROM operator
             JOIN person ON person.id = operator.person_id ORDER BY operator.added_at, person.id";
        let rows: Vec<(i64, i64, String)> =
            run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        let read = |(id, chat, lang): (i64, i64, String)| {
            (PersonId(id), ChatId(chat), Lang::parse(&lang).unwrap_or(Lang::EN))
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Chat and language of the people of these chats, who are not locked by it, and of everybody who was made
    /// an operator.
    pub async fn staff(&mut self, named: &[ChatId]) -> Result<Vec<(ChatId, Lang)>, StoreError> {
        // No chat has the number 0; it keeps the list from being empty.
        let chats: Vec<i64> = std::iter::once(0).chain(named.iter().map(|chat| chat.0)).collect();
        let sql = self.list(
            "SELECT chat_id, lang FROM person WHERE id IN (SELECT person_id FROM operator) OR chat_id IN (",
            1,
            chats.len(),
            ") ORDER BY chat_id",
        );
        let rows: Vec<(i64, String)> = run!(self, |connection| {
            let mut query = sqlx::query_as(sql);
            for chat in &chats {
                query = query.bind(*chat);
            }
            query.fetch_all(connection).await?
        });
        let read = |(chat, lang): (i64, String)| (ChatId(chat), Lang::parse(&lang).unwrap_or(Lang::EN));
        Ok(rows.into_iter().map(read).collect())
    }

    /// Makes somebody an operator; `false` when they were one.
    pub async fn add_operator(&mut self, person: PersonId, now: Time) -> Result<bool, StoreError> {
        const SQL: &str = "INSERT INTO operator (person_id, added_at) VALUES ($1, $2)
             ON CONFLICT (person_id) DO NOTHING";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).bind(now.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Takes the role away; `false` when there was none.
    pub async fn remove_operator(&mut self, person: PersonId) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM operator WHERE person_id = $1";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }
}
