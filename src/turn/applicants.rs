//! Those who applied, shown to their employer.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Person, views};
use crate::domain::{JobId, Lang, PersonId};
use crate::store::{Applicant, Interview, StoreError, StoredJob, Timer};
use std::time::Duration;
use views::{About, ApplicantCard};

impl Scene<'_> {
    /// All who applied, a line each; a single one as a card.
    pub(super) async fn applicants(
        &mut self,
        person: &Person,
        id: JobId,
        at: usize,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let applicants = self.tx.applicants(id).await?;
        let message = match &applicants[..] {
            [] => views::no_applicants(self.world, person.lang),
            [one] => self.applicant_card(person.lang, &job, one, "applicant", false).await?,
            _ => {
                let cards: Vec<_> = applicants.iter().map(|one| line_card(id, one)).collect();
                views::applicants(self.world, person.lang, id, &job.job, &cards, at)
            }
        };
        reply.messages.push(message);
        Ok(())
    }

    /// The best of those who wait, side by side.
    pub(super) async fn compare(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let applicants = self.tx.applicants(id).await?;
        let waiting = applicants.iter().filter(|one| one.stage.is_waiting());
        let cards: Vec<_> = waiting.map(|one| line_card(id, one)).collect();
        reply.messages.push(if cards.is_empty() {
            views::no_applicants(self.world, person.lang)
        } else {
            views::compared(self.world, person.lang, id, &job.job, &cards)
        });
        Ok(())
    }

    /// One who applied for a job of the person's employer; others are told that it is not theirs.
    pub(super) async fn own_applicant(
        &mut self,
        person: &Person,
        (id, worker): (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<Option<(StoredJob, Applicant)>, TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(None) };
        let applicant = self.tx.applicant(id, worker).await?;
        if applicant.is_none() {
            reply.messages.push(views::say(self.world, person.lang, "applicant-gone"));
        }
        Ok(applicant.map(|applicant| (job, applicant)))
    }

    pub(super) async fn show_applicant(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.own_applicant(person, application, reply).await? else {
            return Ok(());
        };
        let card = self.applicant_card(person.lang, &job, &applicant, "applicant", true).await?;
        reply.messages.push(card);
        Ok(())
    }

    /// The card of an applicant, with all that was said.
    async fn applicant_card(
        &mut self,
        lang: Lang,
        job: &StoredJob,
        applicant: &Applicant,
        heading: &str,
        others: bool,
    ) -> Result<crate::chat::Message, StoreError> {
        let said = self.tx.said(job.id, applicant.person).await?;
        let interview = self.tx.interview(job.id, applicant.person).await?;
        let meeting = interview.as_ref().map(|one| self.meeting(lang, job, one));
        let past = interview.as_ref().is_some_and(|one| one.held_at <= self.now);
        let card = ApplicantCard {
            said: &said,
            interview: meeting.as_deref().map(|line| (line, past)),
            others,
            ..line_card(job.id, applicant)
        };
        Ok(views::applicant(self.world, lang, heading, &job.job, &card))
    }

    /// When and where to meet, and what the worker said to it.
    pub(super) fn meeting(&self, lang: Lang, job: &StoredJob, interview: &Interview) -> String {
        let zone = &job.job.place.zone;
        let line = views::meeting(self.world, lang, interview.held_at, zone, &interview.place);
        let key = format!("meeting-{}", interview.answer.word());
        format!("{line} {}", self.world.texts.say(lang, &key, &[]))
    }

    /// Tells the employer of an application: the first at once as a card; those that follow within some
    /// minutes are told together when these are over.
    pub(super) async fn tell_of_application(
        &mut self,
        worker: PersonId,
        job: &StoredJob,
    ) -> Result<(), TurnError> {
        let window = Duration::from_secs(u64::from(self.world.pack.jobs.group_minutes) * 60);
        let waits = job.told_at.map(|at| at.plus(window)).filter(|until| *until > self.now);
        if let Some(due_at) = waits {
            let subject = job.id.to_string();
            let timer = Timer { person: job.owner, kind: "applicants".into(), subject, due_at };
            self.set_timers(&[timer]);
        } else {
            self.tx.mark_told(job.id, &[worker], self.now).await?;
            self.tell_employer(worker, job, "applicant-new").await?;
        }
        Ok(())
    }

    /// Sends the employer of a job the card of one applicant.
    pub(super) async fn tell_employer(
        &mut self,
        worker: PersonId,
        job: &StoredJob,
        heading: &str,
    ) -> Result<(), TurnError> {
        let owner = self.other(job.owner).await?;
        let applicant = self.tx.applicant(job.id, worker).await?;
        if let (Some(owner), Some(applicant)) = (owner, applicant) {
            let card = self.applicant_card(owner.lang, job, &applicant, heading, false).await?;
            self.notify(owner.chat, card);
        }
        Ok(())
    }

    /// The time is over in which applications were gathered: one is shown as a card, several are counted.
    pub(super) async fn tell_gathered(&mut self, id: JobId) -> Result<(), TurnError> {
        let Some(job) = self.tx.job(id).await? else { return Ok(()) };
        let new = self.tx.untold_applicants(id).await?;
        self.tx.mark_told(id, &new, self.now).await?;
        match new[..] {
            [] => {}
            [one] => self.tell_employer(one, &job, "applicant-new").await?,
            _ => {
                if let Some(owner) = self.other(job.owner).await? {
                    let message = views::new_applicants(self.world, owner.lang, id, &job.job, new.len());
                    self.notify(owner.chat, message);
                }
            }
        }
        Ok(())
    }
}

/// An applicant as lists need them.
fn line_card(job: JobId, one: &Applicant) -> ApplicantCard<'_> {
    ApplicantCard {
        job,
        person: one.person,
        profile: &one.profile,
        fit: &one.fit,
        phone: one.phone.as_deref(),
        stage: one.stage,
        reached: &one.reached,
        said: &[],
        interview: None,
        others: false,
    }
}

/// A job as both sides of a talk name it.
pub(super) fn about(job: &StoredJob) -> About<'_> {
    About { id: job.id, job: &job.job, company: &job.company }
}
