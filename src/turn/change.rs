//! A job that is changed after it was posted: who applied is told, who was to get it is judged anew.

use super::TurnError;
use super::job_life::begin_form;
use super::scene::{Reply, Scene};
use super::worker::mark;
use crate::audience::workers_for;
use crate::chat::forms::{self, JobProblem};
use crate::chat::{At, Card, Message, Person, Subject, views};
use crate::domain::{Job, JobId, JobState, PersonId, Stage, Time};
use crate::i18n::Arg;
use crate::store::StoredJob;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

impl Scene<'_> {
    /// Replaces what a job is. A filled job with more places opens again; one with no place left is filled.
    pub(super) async fn change(
        &mut self,
        person: &mut Person,
        id: JobId,
        mut new: Job,
        flags: &[String],
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        if !self.may_act(person, reply) {
            return Ok(());
        }
        if self.is_over(&job) {
            return self.show_job_card(person, id, Some(("job-news-over", 0)), reply).await;
        }
        let today = self.now.date(person.zone(&self.world.pack.zone));
        if new.start.is_none() {
            // "At once" is also what a first day became that is past: that is no change.
            new.start = job.job.start.filter(|day| *day < today);
        }
        if job.job == new {
            return self.show_job_card(person, id, Some(("job-news-same", 0)), reply).await;
        }
        if self.must_mend_first(person, &job, &new, reply).await? {
            return Ok(());
        }
        let headcount = i64::from(new.headcount);
        if !self.tx.change_job(id, job.changed_at, &new, self.now).await? {
            reply.toast = Some("stale");
            return self.show_job_card(person, id, None, reply).await;
        }
        self.stirred.jobs = true;
        match job.state {
            JobState::Filled if headcount > job.hired => self.reopen(&job).await?,
            JobState::Open if headcount == job.hired => {
                self.tx.move_job(id, JobState::Open, JobState::Filled, self.now).await?;
            }
            _ => {}
        }
        self.outlast_start(&job, &new, today).await?;
        if !flags.is_empty() && new.text != job.job.text {
            self.hold_for_words(person, id, flags, reply).await?;
        }
        let told = match self.tx.job(id).await? {
            Some(after) => {
                if matches!(after.state, JobState::Open | JobState::Paused | JobState::Held) {
                    self.spread(&after).await?;
                }
                self.tell_of_change(&job, &after).await?
            }
            None => 0,
        };
        let news = if told > 0 { ("job-news-changed-told", told) } else { ("job-news-changed", 0) };
        self.show_job_card(person, id, Some(news), reply).await
    }

    /// Whether a changed job cannot stand so: says what to mend, and opens the form there.
    async fn must_mend_first(
        &mut self,
        person: &mut Person,
        job: &StoredJob,
        new: &Job,
        reply: &mut Reply,
    ) -> Result<bool, TurnError> {
        let subject = Subject::One(job.id.0);
        if i64::from(new.headcount) < job.hired {
            let args = [("hired", Arg::from(job.hired)), ("headcount", Arg::from(new.headcount))];
            reply.messages.push(Message::text(self.world.texts.say(person.lang, "edit-too-few", &args)));
            begin_form(person, subject, new, At::Question("headcount".into()));
            self.ask(person, &Card::default(), reply).await?;
            return Ok(true);
        }
        let today = self.now.date(person.zone(&self.world.pack.zone));
        let problems = forms::check(new, &self.world.taxonomy, &self.world.pack, today);
        let known =
            |problem: &JobProblem| matches!(problem, JobProblem::StartPast) && new.start == job.job.start;
        if problems.iter().all(known) {
            return Ok(false);
        }
        reply.messages.push(views::must_mend(self.world, person.lang, &problems));
        begin_form(person, subject, new, At::Summary);
        self.ask(person, &Card::default(), reply).await?;
        Ok(true)
    }

    /// A job stays open at least to its first day of work.
    async fn outlast_start(&mut self, job: &StoredJob, new: &Job, today: Date) -> Result<(), TurnError> {
        let Some(job) = self.tx.job(job.id).await? else { return Ok(()) };
        let pack = &self.world.pack;
        let until = self.morning_in(forms::days_open(new, pack, today), &pack.zone);
        let starts_later = new.start.is_some_and(|day| day > job.expires_at.date(&pack.zone));
        if starts_later && self.tx.extend_job(job.id, job.expires_at, until).await? {
            self.expect_end(job.owner, job.id, until).await?;
        }
        Ok(())
    }

    async fn reopen(&mut self, job: &StoredJob) -> Result<(), TurnError> {
        self.tx.move_job(job.id, JobState::Filled, JobState::Open, self.now).await?;
        let pack = &self.world.pack;
        // Its end may have come and gone while it was filled.
        if job.expires_at <= self.morning_in(pack.jobs.remind_before, &pack.zone) {
            let until = self.morning_in(pack.jobs.days, &pack.zone);
            self.tx.extend_job(job.id, job.expires_at, until).await?;
            self.expect_end(job.owner, job.id, until).await?;
        }
        Ok(())
    }

    /// Tells those who wait for an answer or were hired what changed; gives how many.
    async fn tell_of_change(&mut self, before: &StoredJob, after: &StoredJob) -> Result<i64, TurnError> {
        let mut told = 0;
        for (id, stage) in self.tx.involved(after.id).await? {
            let (Some(other), Some(offer)) = (self.other(id).await?, self.tx.offer(after.id, id).await?)
            else {
                continue;
            };
            self.redraw(&other, after, &offer, mark(Some(stage)));
            self.tx.mark_shown(after.id, id, self.now).await?;
            let (old, new) = (&before.job, &after.job);
            // Who has a place is not bothered with how many others are wanted.
            if stage.is_hired() && *new == (Job { headcount: new.headcount, ..old.clone() }) {
                continue;
            }
            told += 1;
            let message = views::job_changed(
                self.world,
                other.lang,
                after.id,
                &after.company,
                (old, new),
                stage.is_hired(),
            );
            self.notify(other.chat, message);
        }
        Ok(told)
    }

    /// Judges anew whom a job fits: offers that were not sent go where it does not fit any more, and
    /// everybody whom it fits and who never had it gets it, best fits first, outside their quiet hours
    /// and not before the day that was set for them.
    pub(super) async fn spread(&mut self, job: &StoredJob) -> Result<(), TurnError> {
        let due: BTreeMap<PersonId, Time> = self.tx.take_unsent(job.id).await?.into_iter().collect();
        let recipients = workers_for(self.tx, self.world, &job.job, job.employer, self.now).await?;
        let offers: Vec<_> = recipients.iter().map(|r| (job.id, r.person, &r.fit)).collect();
        let added = self.tx.add_offers(&offers, Stage::Queued, self.now).await?;
        let added: BTreeSet<PersonId> = added.into_iter().map(|(_, person)| person).collect();
        let broadcast = match self.tx.reopen_broadcast(job.id).await? {
            Some(broadcast) => broadcast,
            None => self.tx.add_broadcast(job.id, self.now).await?,
        };
        let deliveries: Vec<_> = recipients
            .iter()
            .filter(|recipient| added.contains(&recipient.person))
            .zip(0_i64..)
            .map(|(recipient, place)| {
                let set = due.get(&recipient.person).copied().unwrap_or(self.now).max(self.now);
                (recipient.person, place, self.awake(set, &recipient.zone))
            })
            .collect();
        self.stirred.deliveries = true;
        Ok(self.tx.add_deliveries(broadcast, &deliveries, self.now).await?)
    }
}
