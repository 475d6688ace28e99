//! Who acts for an employer: asked to, let in, refused, gone.
//!
//! The founder is one of the members and stands in `employer.person_id`. Jobs of members who leave go to
//! the founder, and so do the timers of these jobs, because a timer disappears with its person.

use super::{StoreError, Tx, run};
use crate::domain::{ChatId, EmployerId, Job, Lang, PersonId, Time};

/// Somebody who acts for an employer, or asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Their chat.
    pub chat: ChatId,
    /// Their name on Telegram.
    pub name: String,
    /// Their language.
    pub lang: Lang,
    /// Whether they act for it; else they asked to.
    pub inside: bool,
    /// Whether they decide who does.
    pub founder: bool,
}

/// Timers that stand with a person but are about a job.
const MOVE_TIMERS: &str = "UPDATE timer SET person_id =
        (SELECT employer.person_id FROM job JOIN employer ON employer.id = job.employer_id
         WHERE CAST(job.id AS TEXT) = timer.subject)
     WHERE person_id = $1 AND kind IN ('job_ending', 'job_end') AND subject IN
        (SELECT CAST(job.id AS TEXT) FROM job JOIN employer ON employer.id = job.employer_id
         WHERE employer.person_id <> $1 AND (job.posted_by IS NULL OR job.posted_by = $1))";

impl Tx {
    /// Notes that somebody wants to act for an employer; `false` when they asked before, act for it
    /// already, or were refused within the last day.
    pub async fn ask_in(
        &mut self,
        employer: EmployerId,
        person: PersonId,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str =
            "INSERT INTO member (employer_id, person_id, state, since) VALUES ($1, $2, 'asked', $3)
             ON CONFLICT (employer_id, person_id) DO UPDATE SET state = 'asked', since = excluded.since
             WHERE member.state = 'refused' AND member.since <= $4";
        let yesterday = now.minus(std::time::Duration::from_hours(24));
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(employer.0).bind(person.0).bind(now.0).bind(yesterday.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Lets somebody in who asked, or refuses; `false` when they did not ask or were answered.
    pub async fn answer_member(
        &mut self,
        employer: EmployerId,
        person: PersonId,
        inside: bool,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE member SET state = $3, since = $4
             WHERE employer_id = $1 AND person_id = $2 AND state = 'asked'";
        let state = if inside { "in" } else { "refused" };
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(employer.0).bind(person.0).bind(state).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Who acts for an employer or asked to, those who are in longest first.
    pub async fn members(&mut self, employer: EmployerId) -> Result<Vec<Member>, StoreError> {
        const SQL: &str = "SELECT person.id, person.chat_id, person.name, person.lang, member.state, employer.person_id
             FROM member JOIN person ON person.id = member.person_id JOIN employer ON employer.id = member.employer_id
             WHERE member.employer_id = $1 AND member.state IN ('asked', 'in')
             ORDER BY member.state DESC, member.since, person.id LIMIT 50";
        let rows: Vec<(i64, i64, String, String, String, i64)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(employer.0).fetch_all(connection).await?);
        let read = |(id, chat, name, lang, state, founder): (i64, i64, String, String, String, i64)| Member {
            person: PersonId(id),
            chat: ChatId(chat),
            name,
            lang: Lang::parse(&lang).unwrap_or(Lang::EN),
            inside: state == "in",
            founder: founder == id,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Somebody acts for an employer no longer, and what they posted goes to the founder; `false` when
    /// they do not act for it, or founded it.
    pub async fn remove_member(
        &mut self,
        employer: EmployerId,
        person: PersonId,
    ) -> Result<bool, StoreError> {
        const MEMBER: &str = "DELETE FROM member WHERE employer_id = $1 AND person_id = $2 AND state = 'in'
             AND NOT EXISTS (SELECT 1 FROM employer WHERE employer.id = $1 AND employer.person_id = $2)";
        const JOBS: &str = "UPDATE job SET posted_by = NULL WHERE employer_id = $1 AND posted_by = $2";
        let removed = run!(self, |connection| {
            let query = sqlx::query(MEMBER).bind(employer.0).bind(person.0);
            query.execute(connection).await?.rows_affected() == 1
        });
        if removed {
            run!(self, |connection| {
                sqlx::query(JOBS).bind(employer.0).bind(person.0).execute(connection).await?;
            });
            self.move_job_timers(person).await?;
        }
        Ok(removed)
    }

    async fn move_job_timers(&mut self, person: PersonId) -> Result<(), StoreError> {
        run!(self, |connection| {
            sqlx::query(MOVE_TIMERS).bind(person.0).execute(connection).await?;
        });
        Ok(())
    }

    /// Before somebody is erased: each employer that they founded goes to the member who is in longest,
    /// whose name takes the place of theirs, and what they posted goes to the founders. Gives the new
    /// founders; employers without other members stay as they are.
    pub async fn hand_over(&mut self, person: PersonId) -> Result<Vec<(EmployerId, PersonId)>, StoreError> {
        const HEIRS: &str = "SELECT employer.id, member.person_id, heir.name, employer.contact, leaving.name
             FROM employer JOIN member ON member.employer_id = employer.id
             JOIN person heir ON heir.id = member.person_id JOIN person leaving ON leaving.id = employer.person_id
             WHERE employer.person_id = $1 AND member.person_id <> $1 AND member.state = 'in'
             ORDER BY employer.id, member.since, member.person_id";
        const HAND: &str =
            "UPDATE employer SET person_id = $3, contact = $4 WHERE id = $1 AND person_id = $2";
        let rows: Vec<(i64, i64, String, String, String)> =
            run!(self, |connection| sqlx::query_as(HEIRS).bind(person.0).fetch_all(connection).await?);
        let mut heirs: Vec<(EmployerId, PersonId)> = Vec::new();
        let mut old = Vec::new();
        for (employer, heir, name, contact, leaving) in rows {
            if heirs.last().is_some_and(|(known, _)| known.0 == employer) {
                continue;
            }
            let handed = run!(self, |connection| {
                let query = sqlx::query(HAND).bind(employer).bind(person.0).bind(heir).bind(&name);
                query.execute(connection).await?.rows_affected() == 1
            });
            if handed {
                old.extend([contact, leaving]);
                heirs.push((EmployerId(employer), PersonId(heir)));
            }
        }
        self.rename_contact(person, &heirs, &old).await?;
        self.move_job_timers(person).await?;
        Ok(heirs)
    }

    /// Jobs that stay say to ask for the company's contact where somebody who leaves wrote a name, and
    /// where those that were handed over say to ask for one of the old names.
    async fn rename_contact(
        &mut self,
        person: PersonId,
        handed: &[(EmployerId, PersonId)],
        old: &[String],
    ) -> Result<(), StoreError> {
        const READ: &str = "SELECT job.id, job.spec, job.posted_by, job.employer_id, employer.contact
             FROM job JOIN employer ON employer.id = job.employer_id
             WHERE employer.person_id <> $1 AND employer.id IN
                (SELECT member.employer_id FROM member WHERE member.person_id = $1)";
        const WRITE: &str = "UPDATE job SET spec = $2 WHERE id = $1";
        let rows: Vec<(i64, String, Option<i64>, i64, String)> =
            run!(self, |connection| sqlx::query_as(READ).bind(person.0).fetch_all(connection).await?);
        for (id, spec, posted_by, employer, contact) in rows {
            let mut job: Job = serde_json::from_str(&spec)?;
            let handed = handed.iter().any(|(id, _)| id.0 == employer);
            if posted_by == Some(person.0) || (handed && old.contains(&job.contact)) {
                job.contact = contact;
                let spec = serde_json::to_string(&job)?;
                run!(self, |connection| {
                    sqlx::query(WRITE).bind(id).bind(&spec).execute(connection).await?;
                });
            }
        }
        Ok(())
    }
}
