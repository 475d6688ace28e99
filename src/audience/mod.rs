//! Who fits what: the open jobs for a worker, the workers for a job.
//!
//! The open jobs are few and every answer of a registration asks how many fit, so they are kept in
//! memory and read again when the store's counter of changes moved. Workers are looked up in the
//! store by trade and judged one by one.

mod announce;

pub use announce::listeners;

use crate::chat::World;
use crate::domain::{EmployerId, Job, PersonId, Profile, Time};
use crate::matching::{Fit, Misfit, fit};
use crate::store::{StoreError, StoredJob, Tx};

/// The open jobs, as of a counter of changes.
#[derive(Default)]
pub struct OpenJobs {
    seq: Option<i64>,
    jobs: Vec<StoredJob>,
}

/// A worker whom a job fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Their IANA time zone.
    pub zone: String,
    /// Why it fits.
    pub fit: Fit,
}

impl OpenJobs {
    /// Reads the jobs again if they changed.
    pub async fn follow(&mut self, tx: &mut Tx) -> Result<(), StoreError> {
        let seq = tx.change_seq().await?;
        self.catch_up(tx, seq).await
    }

    /// The same, where the counter was read already.
    pub async fn catch_up(&mut self, tx: &mut Tx, seq: i64) -> Result<(), StoreError> {
        if self.seq != Some(seq) {
            self.jobs = tx.open_jobs().await?;
            self.seq = Some(seq);
        }
        Ok(())
    }

    /// Forgets what was read, because a transaction that read it may not be kept.
    pub fn forget(&mut self) {
        self.seq = None;
    }

    /// How many open jobs fit what is known of a worker.
    #[must_use]
    pub fn count(&self, world: &World, own: Option<EmployerId>, profile: &Profile, now: Time) -> usize {
        self.judged(world, own, profile, now).count()
    }

    /// The open jobs that fit a worker, best first, older ones first among equals; none of the employer
    /// for which they act.
    #[must_use]
    pub fn fitting<'a>(
        &'a self,
        world: &'a World,
        own: Option<EmployerId>,
        profile: &'a Profile,
        now: Time,
    ) -> Vec<(&'a StoredJob, Fit)> {
        let mut found: Vec<(&StoredJob, Fit)> = self.judged(world, own, profile, now).collect();
        found.sort_by_key(|(job, fit)| (std::cmp::Reverse(fit.score), job.id));
        found
    }

    /// The open jobs that do not fit a worker, the nearest misses first: those of another trade last.
    #[must_use]
    pub fn unfit<'a>(
        &'a self,
        world: &'a World,
        own: Option<EmployerId>,
        profile: &'a Profile,
        now: Time,
    ) -> Vec<(&'a StoredJob, Misfit)> {
        let zone = profile.here.as_ref().map_or(world.pack.zone.as_str(), |place| place.zone.as_str());
        let today = now.date(zone);
        let others = self.jobs.iter().filter(move |job| Some(job.employer) != own && job.takes(now));
        let judged = others.filter_map(|job| {
            fit(&job.job, profile, &world.taxonomy, &world.pack, today).err().map(|misfit| (job, misfit))
        });
        let mut found: Vec<(&StoredJob, Misfit)> = judged.collect();
        found.sort_by_key(|(job, misfit)| (matches!(misfit, Misfit::Trade), std::cmp::Reverse(job.id)));
        found
    }

    fn judged<'a>(
        &'a self,
        world: &'a World,
        own: Option<EmployerId>,
        profile: &'a Profile,
        now: Time,
    ) -> impl Iterator<Item = (&'a StoredJob, Fit)> {
        let zone = profile.here.as_ref().map_or(world.pack.zone.as_str(), |place| place.zone.as_str());
        let today = now.date(zone);
        let others = self.jobs.iter().filter(move |job| Some(job.employer) != own && job.takes(now));
        others.filter_map(move |job| {
            fit(&job.job, profile, &world.taxonomy, &world.pack, today).ok().map(|fit| (job, fit))
        })
    }
}

/// The workers whom a job of an employer fits, best fits first, earlier registered ones first among equals.
pub async fn workers_for(
    tx: &mut Tx,
    world: &World,
    job: &Job,
    employer: EmployerId,
    now: Time,
) -> Result<Vec<Recipient>, StoreError> {
    let mut recipients = Vec::new();
    for (person, zone, profile) in tx.workers_of_trades(&job.trades, employer).await? {
        let today = now.date(&zone);
        if let Ok(fit) = fit(job, &profile, &world.taxonomy, &world.pack, today) {
            recipients.push(Recipient { person, zone, fit });
        }
    }
    recipients.sort_by_key(|recipient| std::cmp::Reverse(recipient.fit.score));
    Ok(recipients)
}
