//! The bulk side of a turn: deliveries that are due, as messages to be sent one by one.

use super::{Turn, TurnError};
use crate::chat::{Message, Out, World, views};
use crate::domain::{BroadcastId, ChatId, JobId, PersonId, Time, UpdateId};
use crate::store::{
    Claimed, Content, DeliveryState, Kind, NewMessage, Progress, Queued, StoreError, StoredJob, Tx,
};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A delivery to be sent now; its row says `sending` until a record ends it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// The broadcast.
    pub broadcast: BroadcastId,
    /// The recipient.
    pub person: PersonId,
    /// Their chat.
    pub chat: ChatId,
    /// The offer.
    pub call: Out,
    /// Attempts before this one.
    pub attempts: i64,
}

/// What a claim brought.
#[derive(Debug, Default)]
pub struct Claim {
    /// To be sent now.
    pub parcels: Vec<Parcel>,
    /// Reports of broadcasts that are done.
    pub messages: Vec<Queued>,
    /// When the next delivery is due.
    pub next_at: Option<Time>,
}

/// A claimed delivery that Telegram did not take is tried again after this.
pub const AGAIN: Duration = Duration::from_secs(2);

impl Turn {
    /// Claims at most `limit` deliveries that are due. Those that are not worth sending any more are
    /// skipped, those that fall into quiet hours wait for their end.
    pub async fn claim(&mut self, limit: usize, now: Time) -> Result<Claim, TurnError> {
        let mut tx = self.store.begin().await?;
        let claimed = if limit == 0 { Vec::new() } else { tx.claim_deliveries(limit, now).await? };
        let mut claim = Claim::default();
        let mut ended = Vec::new();
        let mut jobs: BTreeMap<JobId, Option<StoredJob>> = BTreeMap::new();
        for one in claimed {
            if let Content::Offer(job, _) = one.content
                && let std::collections::btree_map::Entry::Vacant(e) = jobs.entry(job)
            {
                e.insert(tx.job(job).await?);
            }
            let quiet = self.world.pack.quiet_until(now, &one.zone);
            match (message(&self.world, &jobs, &one), quiet) {
                (Some(message), None) if !one.void => claim.parcels.push(parcel(message, &one)),
                (Some(_), Some(until)) if !one.void => {
                    ended.push((one.broadcast, one.person, DeliveryState::Later(until)));
                }
                _ => ended.push((one.broadcast, one.person, DeliveryState::Skipped)),
            }
        }
        if !ended.is_empty() {
            tx.end_deliveries(&ended, now).await?;
        }
        claim.messages = reports(&self.world, &self.operators, &mut tx, now).await?;
        claim.next_at = tx.next_delivery_at().await?;
        tx.commit().await?;
        Ok(claim)
    }

    /// After a start: what an earlier run was sending may have arrived, and is tried once more.
    pub async fn recover(&mut self, now: Time) -> Result<Vec<Queued>, StoreError> {
        let mut tx = self.store.begin().await?;
        tx.recover_deliveries(now).await?;
        let messages = tx.unsent_messages().await?;
        tx.commit().await?;
        for queued in messages.iter().filter(|queued| queued.message.kind == Kind::Card) {
            if let Some(row) = queued.row {
                self.unanswered.open(row, queued.message.chat);
            }
        }
        Ok(messages)
    }

    /// Those of these updates that an earlier run handled already.
    pub async fn handled(&self, updates: &[UpdateId]) -> Result<BTreeSet<UpdateId>, StoreError> {
        let mut tx = self.store.begin().await?;
        let handled = tx.handled_updates(updates).await?;
        tx.rollback().await?;
        Ok(handled)
    }

    /// Records an update that cannot even be read.
    pub async fn record_failure(
        &mut self,
        update: UpdateId,
        reason: &str,
        now: Time,
    ) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        tx.take_updates(&[update], now).await?;
        tx.record_failure(update, reason, now).await?;
        tx.commit().await
    }

    /// Forgets which updates were handled more than two days ago: Telegram repeats none older than one.
    pub async fn tidy(&mut self, now: Time) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        tx.forget_updates(now.minus(Duration::from_hours(48))).await?;
        tx.commit().await
    }
}

/// What a claimed delivery shows; `None` when its job is gone.
fn message(world: &World, jobs: &BTreeMap<JobId, Option<StoredJob>>, claimed: &Claimed) -> Option<Message> {
    let (job, fit) = match &claimed.content {
        Content::Announcement(text) => return Some(views::staff::announcement(world, claimed.lang, text)),
        Content::Offer(job, fit) => (jobs.get(job)?.as_ref()?, fit),
    };
    let card = views::OfferCard {
        id: Some(job.id),
        job: &job.job,
        company: &job.company,
        verified: job.verified_at.map(|at| crate::chat::describe::date(at, &world.pack.zone)),
        fit: Some(fit),
        mark: views::OfferMark::Open,
        stop: None,
        of: None,
    };
    Some(views::offer(world, claimed.lang, &card))
}

fn parcel(message: Message, claimed: &Claimed) -> Parcel {
    Parcel {
        broadcast: claimed.broadcast,
        person: claimed.person,
        chat: claimed.chat,
        call: Out::Send(message),
        attempts: claimed.attempts,
    }
}

/// Tells employers that their jobs went out to everybody, and operators that their announcements did.
async fn reports(
    world: &World,
    operators: &BTreeSet<ChatId>,
    tx: &mut Tx,
    now: Time,
) -> Result<Vec<Queued>, StoreError> {
    let mut messages = Vec::new();
    for (broadcast, job) in tx.finish_broadcasts(now).await? {
        let progress = tx.progress(broadcast).await?;
        if progress.total == 0 {
            continue;
        }
        let told = match job {
            Some(job) => job_report(world, tx, job, &progress).await?,
            None => announcement_report(world, operators, tx, broadcast, &progress).await?,
        };
        if let Some((chat, report)) = told {
            let call = Out::Send(report);
            messages.push(NewMessage { chat, kind: Kind::Notice, call, shows: None });
        }
    }
    tx.queue_messages(messages, now).await
}

async fn job_report(
    world: &World,
    tx: &mut Tx,
    id: JobId,
    progress: &Progress,
) -> Result<Option<(ChatId, Message)>, StoreError> {
    let Some(job) = tx.job(id).await? else { return Ok(None) };
    let Some(owner) = tx.person(job.owner).await? else { return Ok(None) };
    let line = super::jobs::job_line(&job);
    let report = views::sent_report(world, owner.lang, &line, progress.sent, progress.lost);
    Ok(Some((owner.chat, report)))
}

/// To who wrote the announcement, if they are an operator still.
async fn announcement_report(
    world: &World,
    operators: &BTreeSet<ChatId>,
    tx: &mut Tx,
    id: BroadcastId,
    progress: &Progress,
) -> Result<Option<(ChatId, Message)>, StoreError> {
    let Some(announced) = tx.broadcast(id).await? else { return Ok(None) };
    let Some(author) = announced.author else { return Ok(None) };
    let author = tx.person(author).await?;
    let staff = author.filter(|author| author.operator || operators.contains(&author.chat));
    Ok(staff.map(|author| {
        let (text, sent, lost) = (&announced.text, progress.sent, progress.lost);
        (author.chat, views::staff::announcement_report(world, author.lang, text, sent, lost))
    }))
}
