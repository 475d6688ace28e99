//! Offers: one job and one worker, at most once, and what became of it.

use super::sql::{CHUNK, values};
use super::{StoreError, Tx, run};
use crate::domain::{ChatId, JobId, MessageId, PersonId, Profile, Time};
use crate::matching::Fit;

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferState {
    /// Waits to be sent.
    Queued,
    /// Was shown to the worker.
    Offered,
    /// The worker does not want it.
    Declined,
    /// The worker applied.
    Applied,
    /// The worker applied and shared the number.
    Shared,
    /// The employer hired the worker.
    Hired,
    /// The employer took somebody else.
    Refused,
}

impl OfferState {
    const ALL: [Self; 7] = [
        Self::Queued,
        Self::Offered,
        Self::Declined,
        Self::Applied,
        Self::Shared,
        Self::Hired,
        Self::Refused,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Offered => "offered",
            Self::Declined => "declined",
            Self::Applied => "applied",
            Self::Shared => "shared",
            Self::Hired => "hired",
            Self::Refused => "refused",
        }
    }

    fn from_word(word: &str) -> Result<Self, StoreError> {
        let found = Self::ALL.into_iter().find(|state| state.word() == word);
        found.ok_or_else(|| StoreError::Word(word.to_owned()))
    }
}

/// An offer as the worker's side sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The job.
    pub job: JobId,
    /// Score and reasons.
    pub fit: Fit,
    /// What became of it.
    pub state: OfferState,
    /// The message that shows it.
    pub message: Option<MessageId>,
    /// Whether the number was shared for it.
    pub shared: bool,
}

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
    /// What became of the offer.
    pub state: OfferState,
    /// The number, if it was shared for this job.
    pub phone: Option<String>,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    job_id: i64,
    fit: String,
    state: String,
    message_id: Option<i64>,
    shared_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct ApplicantRow {
    person_id: i64,
    chat_id: i64,
    profile: String,
    fit: String,
    state: String,
    phone: Option<String>,
}

impl OfferRow {
    fn offer(self) -> Result<Offer, StoreError> {
        Ok(Offer {
            job: JobId(self.job_id),
            fit: serde_json::from_str(&self.fit)?,
            state: OfferState::from_word(&self.state)?,
            message: self.message_id.map(MessageId),
            shared: self.shared_at.is_some(),
        })
    }
}

impl ApplicantRow {
    fn applicant(self) -> Result<Applicant, StoreError> {
        Ok(Applicant {
            person: PersonId(self.person_id),
            chat: ChatId(self.chat_id),
            profile: serde_json::from_str(&self.profile)?,
            fit: serde_json::from_str(&self.fit)?,
            state: OfferState::from_word(&self.state)?,
            phone: self.phone,
        })
    }
}

/// The number counts for the jobs it was shared for, not for others.
const APPLICANT: &str = "SELECT offer.person_id, person.chat_id, worker.profile, offer.fit, offer.state,
    CASE WHEN offer.shared_at IS NULL THEN NULL ELSE worker.phone END AS phone
    FROM offer JOIN person ON person.id = offer.person_id JOIN worker ON worker.person_id = offer.person_id";

impl Tx {
    /// Adds offers where there are none yet, and gives the workers who now have a new one.
    pub async fn add_offers(
        &mut self,
        offers: &[(JobId, PersonId, &Fit)],
        state: OfferState,
        now: Time,
    ) -> Result<Vec<(JobId, PersonId)>, StoreError> {
        let mut added = Vec::with_capacity(offers.len());
        let offered_at = (state == OfferState::Offered).then_some(now.0);
        for chunk in offers.chunks(CHUNK) {
            let sql = values(
                "INSERT INTO offer (job_id, person_id, fit, state, created_at, offered_at) VALUES ",
                chunk.len(),
                6,
                " ON CONFLICT (job_id, person_id) DO NOTHING RETURNING job_id, person_id",
            );
            let fits = chunk.iter().map(|o| serde_json::to_string(o.2)).collect::<Result<Vec<_>, _>>()?;
            let rows: Vec<(i64, i64)> = run!(self, |connection| {
                let mut query = sqlx::query_as(sql);
                for ((job, person, _), fit) in chunk.iter().zip(&fits) {
                    query = query
                        .bind(job.0)
                        .bind(person.0)
                        .bind(fit)
                        .bind(state.word())
                        .bind(now.0)
                        .bind(offered_at);
                }
                query.fetch_all(connection).await?
            });
            added.extend(rows.into_iter().map(|(job, person)| (JobId(job), PersonId(person))));
        }
        Ok(added)
    }

    /// The offers of a worker.
    pub async fn offers_of(&mut self, person: PersonId) -> Result<Vec<Offer>, StoreError> {
        const SQL: &str = "SELECT job_id, fit, state, message_id, shared_at FROM offer WHERE person_id = $1 ORDER BY job_id";
        let rows: Vec<OfferRow> =
            run!(self, |connection| sqlx::query_as(SQL).bind(person.0).fetch_all(connection).await?);
        rows.into_iter().map(OfferRow::offer).collect()
    }

    /// The offer of one job to one worker.
    pub async fn offer(&mut self, job: JobId, person: PersonId) -> Result<Option<Offer>, StoreError> {
        const SQL: &str = "SELECT job_id, fit, state, message_id, shared_at FROM offer WHERE job_id = $1 AND person_id = $2";
        let row: Option<OfferRow> = run!(self, |connection| {
            sqlx::query_as(SQL).bind(job.0).bind(person.0).fetch_optional(connection).await?
        });
        row.map(OfferRow::offer).transpose()
    }

    /// Moves an offer from one of the states `from` to `to`; `false` when it is in none of them.
    pub async fn move_offer(
        &mut self,
        job: JobId,
        person: PersonId,
        from: &[OfferState],
        to: OfferState,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE offer SET state = $3,
             offered_at = CASE WHEN $3 = 'offered' THEN $4 ELSE offered_at END,
             applied_at = CASE WHEN $3 = 'applied' THEN $4 ELSE applied_at END,
             shared_at = CASE WHEN $3 = 'shared' THEN $4 ELSE shared_at END,
             decided_at = CASE WHEN $3 IN ('declined', 'hired', 'refused') THEN $4 ELSE decided_at END
             WHERE job_id = $1 AND person_id = $2 AND state IN (";
        let sql = super::sql::list(SQL, 5, from.len(), ")");
        let rows = run!(self, |connection| {
            let mut query = sqlx::query(sql).bind(job.0).bind(person.0).bind(to.word()).bind(now.0);
            for state in from {
                query = query.bind(state.word());
            }
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Records that a worker who applied shared the number; `false` when there is no such application,
    /// or it was shared before.
    pub async fn share_number(
        &mut self,
        job: JobId,
        person: PersonId,
        now: Time,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE offer SET shared_at = $3,
             state = CASE WHEN state = 'applied' THEN 'shared' ELSE state END
             WHERE job_id = $1 AND person_id = $2 AND shared_at IS NULL AND state IN ('applied', 'hired')";
        let rows = run!(self, |connection| {
            let query = sqlx::query(SQL).bind(job.0).bind(person.0).bind(now.0);
            query.execute(connection).await?.rows_affected()
        });
        Ok(rows == 1)
    }

    /// Who applied for a job and was not answered, hired ones after them, best fits first.
    pub async fn applicants(&mut self, job: JobId) -> Result<Vec<Applicant>, StoreError> {
        let head =
            format!("{APPLICANT} WHERE offer.state IN ('applied', 'shared', 'hired') AND offer.job_id IN (");
        let sql = super::sql::list(&head, 1, 1, ") ORDER BY offer.applied_at, offer.person_id LIMIT 200");
        let rows: Vec<ApplicantRow> =
            run!(self, |connection| sqlx::query_as(sql).bind(job.0).fetch_all(connection).await?);
        let mut applicants =
            rows.into_iter().map(ApplicantRow::applicant).collect::<Result<Vec<_>, StoreError>>()?;
        applicants.sort_by_key(|a| (a.state == OfferState::Hired, std::cmp::Reverse(a.fit.score)));
        Ok(applicants)
    }

    /// One applicant.
    pub async fn applicant(&mut self, job: JobId, person: PersonId) -> Result<Option<Applicant>, StoreError> {
        let head = format!("{APPLICANT} WHERE offer.job_id = $1 AND offer.person_id IN (");
        let sql = super::sql::list(&head, 2, 1, ")");
        let row: Option<ApplicantRow> = run!(self, |connection| {
            sqlx::query_as(sql).bind(job.0).bind(person.0).fetch_optional(connection).await?
        });
        row.map(ApplicantRow::applicant).transpose()
    }
}
