//! Those who applied, as the employer's side sees them: how far each has come, what was asked and said,
//! when to meet.

use super::offers::stage;
use super::{StoreError, Tx, run};
use crate::domain::{ChatId, JobId, PersonId, Profile, Side, Stage, Time};
use crate::matching::Fit;

/// Somebody who applied, as the employer's side sees them.
#[derive(Debug, Clone, PartialEq)]
pub struct Applicant {
    /// The worker.
    pub person: PersonId,
    /// Their chat.
    pub chat: ChatId,
    /// The facts.
    pub profile: Profile,
    /// Score and reasons.
    pub fit: Fit,
    /// How far it has come.
    pub stage: Stage,
    /// The number, if it was shared for this job.
    pub phone: Option<String>,
    /// When each stage was reached, in the order of the way.
    pub reached: Vec<(Stage, Time)>,
}

/// When somebody is to come and show themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// When.
    pub held_at: Time,
    /// Where, as the employer wrote it.
    pub place: String,
    /// What the worker said to it.
    pub answer: InterviewAnswer,
}

/// What a worker said to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterviewAnswer {
    /// Nothing yet.
    Open,
    /// That they come.
    Comes,
    /// That they do not come then.
    DoesNotCome,
}

impl InterviewAnswer {
    const ALL: [Self; 3] = [Self::Open, Self::Comes, Self::DoesNotCome];

    /// The word in the database and in locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "proposed",
            Self::Comes => "confirmed",
            Self::DoesNotCome => "declined",
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: i64,
    chat_id: i64,
    profile: String,
    fit: String,
    state: String,
    phone: Option<String>,
    offered_at: Option<i64>,
    seen_at: Option<i64>,
    applied_at: Option<i64>,
    shared_at: Option<i64>,
    invited_at: Option<i64>,
    hired_at: Option<i64>,
    started_at: Option<i64>,
    stayed_at: Option<i64>,
    ended_at: Option<i64>,
}

impl Row {
    fn applicant(self) -> Result<Applicant, StoreError> {
        let stage = stage(&self.state)?;
        let on_the_way = !(stage.is_waiting() || stage.is_hired());
        let times = [
            (Stage::Offered, self.offered_at),
            (Stage::Seen, self.seen_at),
            (Stage::Applied, self.applied_at),
            (Stage::Shared, self.shared_at),
            (Stage::Invited, self.invited_at),
            (Stage::Hired, self.hired_at),
            (Stage::Started, self.started_at),
            (Stage::Stayed, self.stayed_at),
            (stage, self.ended_at.filter(|_| on_the_way)),
        ];
        Ok(Applicant {
            person: PersonId(self.person_id),
            chat: ChatId(self.chat_id),
            profile: serde_json::from_str(&self.profile)?,
            fit: serde_json::from_str(&self.fit)?,
            stage,
            phone: self.phone,
            reached: times.into_iter().filter_map(|(stage, at)| Some((stage, Time(at?)))).collect(),
        })
    }
}

/// The number counts for the jobs it was shared for, not for others.
const SELECT: &str = "SELECT offer.person_id, person.chat_id, worker.profile, offer.fit, offer.state,
    CASE WHEN offer.shared_at IS NULL THEN NULL ELSE worker.phone END AS phone,
    offer.offered_at, offer.seen_at, offer.applied_at, offer.shared_at, offer.invited_at, offer.hired_at,
    offer.started_at, offer.stayed_at, offer.ended_at
    FROM offer JOIN person ON person.id = offer.person_id JOIN worker ON worker.person_id = offer.person_id";

impl Tx {
    /// Who applied for a job and waits for an answer, hired ones after them, best fits first.
    pub async fn applicants(&mut self, job: JobId) -> Result<Vec<Applicant>, StoreError> {
        let head = format!(
            "{SELECT} WHERE offer.state IN ('applied', 'shared', 'invited', 'hired', 'started', 'stayed')
             AND offer.job_id IN ("
        );
        let sql = self.list(&head, 1, 1, ") ORDER BY offer.applied_at, offer.person_id LIMIT 500");
        let rows: Vec<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(job.0).fetch_all(connection).await?);
        let mut applicants = rows.into_iter().map(Row::applicant).collect::<Result<Vec<_>, _>>()?;
        applicants.sort_by_key(|one| (one.stage.is_hired(), std::cmp::Reverse(one.fit.score)));
        Ok(applicants)
    }

    /// One applicant, whatever became of the application.
    pub async fn applicant(&mut self, job: JobId, person: PersonId) -> Result<Option<Applicant>, StoreError> {
        let head = format!("{SELECT} WHERE offer.job_id = $1 AND offer.person_id IN (");
        let sql = self.list(&head, 2, 1, ")");
        let row: Option<Row> = run!(self, |connection| {
            sqlx::query_as(sql).bind(job.0).bind(person.0).fetch_optional(connection).await?
        });
        Ok(row.map(Row::applicant).transpose()?.filter(|one| one.stage.has_applied()))
    }

    /// The stage that an application had before the present one.
    pub async fn stage_before(
        &mut self,
        job: JobId,
        person: PersonId,
        present: Stage,
    ) -> Result<Option<Stage>, StoreError> {
        const SQL: &str = "SELECT left_state FROM offer_step WHERE job_id = $1 AND person_id = $2
             AND new_state = $3 AND left_state <> $3 ORDER BY id DESC LIMIT 1";
        let row: Option<(String,)> = run!(self, |connection| {
            let query = sqlx::query_as(SQL).bind(job.0).bind(person.0).bind(present.word());
            query.fetch_optional(connection).await?
        });
        row.map(|(word,)| stage(&word)).transpose()
    }

    /// Writes down what one side asked or answered, which moves nothing.
    pub async fn write_said(
        &mut self,
        job: JobId,
        person: PersonId,
        by: Side,
        said: &str,
        now: Time,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO offer_step (job_id, person_id, at, left_state, new_state, side, said)
             SELECT job_id, person_id, $3, state, state, $4, $5 FROM offer WHERE job_id = $1 AND person_id = $2";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(now.0).bind(by.word()).bind(said);
            query.execute(connection).await?;
        });
        Ok(())
    }

    /// What was asked and answered, the latest first: by the employer, and what.
    pub async fn said(&mut self, job: JobId, person: PersonId) -> Result<Vec<(bool, String)>, StoreError> {
        const SQL: &str = "SELECT side, said FROM offer_step WHERE job_id = $1 AND person_id = $2
             AND left_state = new_state AND said IS NOT NULL ORDER BY id DESC LIMIT 6";
        let rows: Vec<(String, String)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(person.0).fetch_all(connection).await?
        });
        Ok(rows.into_iter().map(|(side, said)| (side == Side::Employer.word(), said)).collect())
    }

    /// When to meet an applicant, if that was proposed.
    pub async fn interview(&mut self, job: JobId, person: PersonId) -> Result<Option<Interview>, StoreError> {
        const SQL: &str = "SELECT held_at, place, state FROM interview WHERE job_id = $1 AND person_id = $2";
        let row: Option<(i64, String, String)> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(person.0).fetch_optional(connection).await?
        });
        row.map(|(at, place, word)| {
            let answer = InterviewAnswer::ALL.into_iter().find(|answer| answer.word() == word);
            let answer = answer.ok_or(StoreError::Word(word))?;
            Ok(Interview { held_at: Time(at), place, answer })
        })
        .transpose()
    }

    /// Proposes when to meet, in place of an earlier proposal.
    pub async fn propose_interview(
        &mut self,
        job: JobId,
        person: PersonId,
        held_at: Time,
        place: &str,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO interview (job_id, person_id, held_at, place, state)
             VALUES ($1, $2, $3, $4, 'proposed') ON CONFLICT (job_id, person_id)
             DO UPDATE SET held_at = excluded.held_at, place = excluded.place, state = excluded.state";
        run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(held_at.0).bind(place);
            query.execute(connection).await?;
        });
        Ok(())
    }

    /// Keeps what a worker says to an invitation; `false` when they said that already, or none was made.
    pub async fn answer_interview(
        &mut self,
        job: JobId,
        person: PersonId,
        answer: InterviewAnswer,
    ) -> Result<bool, StoreError> {
        const SQL: &str =
            "UPDATE interview SET state = $3 WHERE job_id = $1 AND person_id = $2 AND state <> $3";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(answer.word());
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Who applied for a job and waits for an answer, and the employer was not told yet.
    pub async fn untold_applicants(&mut self, job: JobId) -> Result<Vec<PersonId>, StoreError> {
        const SQL: &str = "SELECT person_id FROM offer WHERE job_id = $1 AND told_at IS NULL
             AND state IN ('applied', 'shared', 'invited') ORDER BY applied_at, person_id";
        let rows: Vec<(i64,)> =
            run!(self, |connection| sqlx::query_as(SQL).bind(job.0).fetch_all(connection).await?);
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// Records that the employer was told of applications for a job.
    pub async fn mark_told(&mut self, job: JobId, people: &[PersonId], now: Time) -> Result<(), StoreError> {
        const JOB: &str = "UPDATE job SET told_at = $2 WHERE id = $1";
        run!(self, |connection| {
            sqlx::query(JOB).bind(job.0).bind(now.0).execute(connection).await?;
        });
        for chunk in people.chunks(super::sql::CHUNK) {
            let head = "UPDATE offer SET told_at = $2 WHERE job_id = $1 AND person_id IN (";
            let sql = self.list(head, 3, chunk.len(), ")");
            run!(self, |connection| {
                let mut query = sqlx::query(sql).bind(job.0).bind(now.0);
                for person in chunk {
                    query = query.bind(person.0);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }
}
