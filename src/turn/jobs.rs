//! What employers do with their jobs: post, list, link.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::audience::workers_for;
use crate::chat::{Out, Person, describe, forms, views};
use crate::domain::{Job, JobId, JobState, PersonId, Stage};
use crate::store::{Kind, NewJob, Shows, StoredJob};
use std::collections::BTreeSet;
use views::JobLine;

impl Scene<'_> {
    /// Keeps the job and queues one delivery for every worker it fits, outside their quiet hours.
    pub(super) async fn post(
        &mut self,
        person: &Person,
        job: &Job,
        flags: &[String],
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = person.employer.as_ref().filter(|_| Self::may_post(person)) else {
            reply.messages.push(views::say(self.world, person.lang, "employer-not-approved"));
            return Ok(());
        };
        let zone = person.zone(&self.world.pack.zone);
        let today = self.now.date(zone);
        let problems = forms::check(job, &self.world.taxonomy, &self.world.pack, today);
        if !problems.is_empty() {
            reply.messages.push(views::must_mend(self.world, person.lang, &problems));
            return Ok(());
        }
        let expires_at = self.morning_in(forms::days_open(job, &self.world.pack, today), zone);
        let new = NewJob { employer: employer.id, posted_by: person.id, job, expires_at };
        let recipients = workers_for(self.tx, self.world, job, employer.id, self.now).await?;
        let id = self.tx.add_job(&new, self.now).await?;
        self.expect_end(person.id, id, expires_at).await?;
        self.stirred.jobs = true;
        let broadcast = self.tx.add_broadcast(id, self.now).await?;
        let offers: Vec<_> = recipients.iter().map(|r| (id, r.person, &r.fit)).collect();
        let added = self.tx.add_offers(&offers, Stage::Queued, self.now).await?;
        let added: BTreeSet<PersonId> = added.into_iter().map(|(_, person)| person).collect();
        let deliveries: Vec<_> = recipients
            .iter()
            .filter(|recipient| added.contains(&recipient.person))
            .zip(0_i64..)
            .map(|(recipient, place)| (recipient.person, place, self.awake(self.now, &recipient.zone)))
            .collect();
        self.stirred.deliveries = true;
        self.tx.add_deliveries(broadcast, &deliveries, self.now).await?;
        let later: Vec<_> =
            deliveries.iter().filter(|(_, _, at)| *at > self.now).map(|(_, _, at)| *at).collect();
        if !flags.is_empty() {
            return self.hold_for_words(person, id, flags, reply).await;
        }
        let first = later.iter().min().map(|at| describe::clock(*at, zone));
        let now = deliveries.len() - later.len();
        reply.messages.push(views::posted(self.world, person.lang, id, now, later.len(), first.as_deref()));
        Ok(())
    }

    /// A job whose ad asked for what it may not waits for an operator, who sees the words; its offers wait, too.
    pub(super) async fn hold_for_words(
        &mut self,
        person: &Person,
        id: JobId,
        flags: &[String],
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let mut held = false;
        for from in [JobState::Open, JobState::Paused] {
            held = held || self.tx.hold_job(id, from, &views::words_reason(flags)).await?;
        }
        if !held {
            return Ok(());
        }
        self.jobs_changed().await?;
        // The words may name people: they stand with the job alone.
        let kinds: Vec<&str> = flags.iter().filter_map(|flag| Some(flag.split_once('=')?.0)).collect();
        self.tx.audit(self.now, person.id, "job held by its words", id.0, &kinds.join(", ")).await?;
        reply.messages.push(views::posted_held(self.world, person.lang, id, flags));
        self.show_anew(Shows::Job(id), true).await
    }

    pub(super) async fn my_jobs(
        &mut self,
        person: &Person,
        page: usize,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = person.employer_id() else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        let jobs = self.tx.jobs_of(employer).await?;
        let shown = |job| JobLine { state: StoredJob::shown_state(job, self.now), ..job_line(job) };
        let lines: Vec<JobLine<'_>> = jobs.iter().map(shown).collect();
        reply.messages.push(views::my_jobs(self.world, person.lang, &lines, page));
        Ok(())
    }

    /// The link of a job, as text and as a picture to hang up.
    pub(super) async fn link(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        if self.username.is_empty() {
            reply.messages.push(views::say(self.world, person.lang, "link-later"));
            return Ok(());
        }
        let link = format!("https://t.me/{}?start=j{id}", self.username);
        let caption = views::job_link(self.world, person.lang, &job_line(&job), &link);
        self.push(person.chat, Kind::Notice, Out::Code { link, caption });
        Ok(())
    }

    /// A job of the employer for which the person acts; others are told that it is not theirs.
    pub(super) async fn own_job(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<Option<StoredJob>, TurnError> {
        let job = self.tx.job(id).await?.filter(|job| Some(job.employer) == person.employer_id());
        if job.is_none() {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
        }
        Ok(job)
    }

    /// Since when an employer is verified, as offers show it.
    pub(super) fn verified(&self, job: &StoredJob) -> Option<String> {
        let at = job.verified_at.filter(|_| job.vouched)?;
        Some(crate::chat::describe::date(at, &self.world.pack.zone))
    }

    /// The card of a job for somebody.
    pub(super) fn card<'j>(
        &self,
        stored: &'j StoredJob,
        fit: Option<&'j crate::matching::Fit>,
        mark: views::OfferMark,
    ) -> views::OfferCard<'j> {
        let job: &Job = &stored.job;
        views::OfferCard {
            id: Some(stored.id),
            job,
            company: &stored.company,
            verified: self.verified(stored),
            fit,
            mark,
            stop: match (stored.barred, stored.is_checked()) {
                (true, _) => Some(views::Stop::Barred),
                (false, true) => Some(views::Stop::Checked),
                (false, false) => None,
            },
            of: None,
        }
    }
}

pub(crate) const fn job_line(stored: &StoredJob) -> JobLine<'_> {
    JobLine {
        id: stored.id,
        job: &stored.job,
        state: stored.state,
        offered: stored.offered,
        waiting: stored.waiting,
        hired: stored.hired,
    }
}
