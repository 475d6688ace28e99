//! What is decided about employers and jobs that something was said about: freezing, holding, appeals.

use super::{Shows, StoreError, Tx, run};
use crate::domain::{ChatId, EmployerId, JobId, JobState, Lang, MessageId, PersonId, Time};

/// What an employer that was refused or frozen says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// Who wrote it.
    pub person: PersonId,
    /// In their words.
    pub text: String,
    /// When.
    pub made_at: Time,
    /// Whether operators decided since.
    pub answered: bool,
}

impl Tx {
    /// Moves an employer from one state to another; `false` when it is not in the first. Who is approved is
    /// verified since the first time.
    pub async fn move_employer(
        &mut self,
        id: EmployerId,
        from: &str,
        to: &str,
        reason: Option<&str>,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE employer SET state = $3, reason = $4, decided_at = $5,
             approved_at = CASE WHEN $3 = 'approved' THEN coalesce(approved_at, $5) ELSE approved_at END
             WHERE id = $1 AND state = $2";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(from).bind(to).bind(reason).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Since when operators vouch for an employer; `None` when they never did.
    pub async fn approved_at(&mut self, id: EmployerId) -> Result<Option<Time>, StoreError> {
        const SQL: &str = "SELECT approved_at FROM employer WHERE id = $1";
        let row: Option<(Option<i64>,)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_optional(connection).await?);
        Ok(row.and_then(|(at,)| at).map(Time))
    }

    /// How many workers were ever hired for the jobs of an employer.
    pub async fn count_hired(&mut self, id: EmployerId) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT count(DISTINCT offer.person_id) FROM offer
             JOIN job ON job.id = offer.job_id WHERE job.employer_id = $1 AND offer.hired_at IS NOT NULL";
        let (count,): (i64,) =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_one(connection).await?);
        Ok(count)
    }

    /// Everybody who acts for an employer, with chat and language.
    pub async fn people_of_employer(
        &mut self,
        id: EmployerId,
    ) -> Result<Vec<(PersonId, ChatId, Lang)>, StoreError> {
        const SQL: &str = "SELECT person.id, person.chat_id, person.lang FROM member
             JOIN person ON person.id = member.person_id
             WHERE member.employer_id = $1 AND member.state = 'in' ORDER BY person.chat_id";
        let rows: Vec<(i64, i64, String)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(id.0).fetch_all(connection).await?);
        let read = |(id, chat, lang): (i64, i64, String)| {
            (PersonId(id), ChatId(chat), Lang::parse(&lang).unwrap_or(Lang::EN))
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Holds a job that is in this state, and remembers the state; `false` when it is in another.
    pub async fn hold_job(&mut self, id: JobId, from: JobState, why: &str) -> Result<bool, StoreError> {
        const SQL: &str =
            "UPDATE job SET state = 'held', hold = $3, held_from = state WHERE id = $1 AND state = $2";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(id.0).bind(from.word()).bind(why);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Gives a held job back to the state in which it was held; `false` when it is not held.
    pub async fn release_job(&mut self, id: JobId) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE job SET state = coalesce(held_from, 'open'), hold = NULL, held_from = NULL
             WHERE id = $1 AND state = 'held'";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(id.0).execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Queues again what was not offered because the job was full.
    pub async fn resume_deliveries(&mut self, job: JobId, now: Time) -> Result<u64, StoreError> {
        const SQL: &str = "UPDATE delivery SET state = 'queued', changed_at = $2
             WHERE state = 'skipped' AND broadcast_id = (SELECT max(id) FROM broadcast WHERE job_id = $1)
             AND EXISTS (SELECT 1 FROM offer WHERE offer.job_id = $1
                 AND offer.person_id = delivery.person_id AND offer.state = 'queued')";
        let rows = run!(self, |connection| {
            sqlx::query(SQL).bind(job.0).bind(now.0).execute(connection).await?.rows_affected()
        });
        if rows > 0 {
            self.reopen_broadcast(job).await?;
        }
        Ok(rows)
    }

    /// Keeps an appeal in place of an earlier one.
    pub async fn appeal(
        &mut self,
        employer: EmployerId,
        person: PersonId,
        text: &str,
        now: Time,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO appeal (employer_id, person_id, text, made_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (employer_id) DO UPDATE SET person_id = excluded.person_id, text = excluded.text,
             made_at = excluded.made_at, answered = 0";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(employer.0).bind(person.0).bind(text).bind(now.0);
            query.execute(connection).await?;
        });
        Ok(())
    }

    /// The last appeal of an employer.
    pub async fn appeal_of(&mut self, employer: EmployerId) -> Result<Option<Appeal>, StoreError> {
        const SQL: &str = "SELECT person_id, text, made_at, answered FROM appeal WHERE employer_id = $1";
        let row: Option<(i64, String, i64, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(employer.0).fetch_optional(connection).await?);
        Ok(row.map(|(person, text, at, answered)| Appeal {
            person: PersonId(person),
            text,
            made_at: Time(at),
            answered: answered != 0,
        }))
    }

    /// Employers about whom something waits for a decision: a charge, also of somebody who was erased since,
    /// an appeal. The oldest first.
    pub async fn employers_in_question(&mut self) -> Result<Vec<EmployerId>, StoreError> {
        const SQL: &str = "SELECT id FROM employer WHERE
             EXISTS (SELECT 1 FROM appeal WHERE appeal.employer_id = employer.id AND appeal.answered = 0)
             OR (state = 'frozen' AND reason IN ('charge', 'heard'))
             OR EXISTS (SELECT 1 FROM job JOIN checkin ON checkin.job_id = job.id
                 WHERE job.employer_id = employer.id AND checkin.charged = 1 AND checkin.settled = 0)
             ORDER BY id LIMIT 20";
        let rows: Vec<(i64,)> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        Ok(rows.into_iter().map(|(id,)| EmployerId(id)).collect())
    }

    /// Jobs that are held, or about which a report is open. The oldest first.
    pub async fn jobs_in_question(&mut self) -> Result<Vec<JobId>, StoreError> {
        const SQL: &str = "SELECT id FROM job WHERE state = 'held'
             OR EXISTS (SELECT 1 FROM report WHERE report.job_id = job.id AND report.state = 'open')
             ORDER BY id LIMIT 20";
        let rows: Vec<(i64,)> = run!(self, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
        Ok(rows.into_iter().map(|(id,)| JobId(id)).collect())
    }

    /// Records that operators decided about an employer: its appeal is answered.
    pub async fn answer_appeal(&mut self, employer: EmployerId) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE appeal SET answered = 1 WHERE employer_id = $1 AND answered = 0";
        run!(self, |connection| {
            sqlx::query(SQL).bind(employer.0).execute(connection).await?;
        });
        Ok(())
    }

    /// The messages that show something to operators, as they are.
    pub async fn cards(&mut self, shows: Shows) -> Result<Vec<(ChatId, Lang, MessageId)>, StoreError> {
        const SQL: &str = "SELECT person.chat_id, person.lang, card.message_id FROM card
             JOIN person ON person.id = card.person_id WHERE card.subject = $1 ORDER BY person.chat_id";
        let rows: Vec<(i64, String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(shows.word()).fetch_all(connection).await?);
        let read = |(chat, lang, message): (i64, String, i64)| {
            (ChatId(chat), Lang::parse(&lang).unwrap_or(Lang::EN), MessageId(message))
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Forgets what shows something and was not sent yet; gives how many messages it was.
    pub async fn forget_shown(&mut self, shows: Shows) -> Result<u64, StoreError> {
        const SQL: &str = "DELETE FROM outbox WHERE shows = $1";
        Ok(run!(self, |connection| {
            sqlx::query(SQL).bind(shows.word()).execute(connection).await?.rows_affected()
        }))
    }

    /// Forgets a person's timers of a kind whose subject begins like this.
    pub async fn drop_timers_about(
        &mut self,
        person: PersonId,
        kind: &str,
        beginning: &str,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "DELETE FROM timer WHERE person_id = $1 AND kind = $2 AND substr(subject, 1, length($3)) = $3";
        run!(self, |connection| {
            sqlx::query(SQL).bind(person.0).bind(kind).bind(beginning).execute(connection).await?;
        });
        Ok(())
    }
}
