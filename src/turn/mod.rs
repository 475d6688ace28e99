//! One update through: load, step, look up, render, commit.
//!
//! A [`Turn`] takes a group of updates (those of one poll) and the records of what became of earlier
//! messages, and puts everything they change into one transaction: handled update ids, conversations,
//! profiles, classifications, outgoing messages. Only then the messages are given out to be sent, and
//! only then the updates are acknowledged. If one update of a group fails, the group is taken apart:
//! the others go through, the failing one is recorded with its error and apologised for. If the
//! database fails, nothing is acknowledged and the group is tried again.

mod acts;
mod applicants;
mod bulk;
mod care;
mod change;
mod company;
mod decisions;
mod employer;
mod expiry;
mod job_life;
mod jobs;
mod leaving;
mod operator;
mod own;
mod record;
mod said;
mod scene;
mod staff;
mod talk;
mod tally;
mod timers;
mod unanswered;
mod worker;

pub use bulk::{AGAIN, Claim, Parcel};
pub use record::Record;

use crate::audience::OpenJobs;
use crate::chat::{Incoming, Message, Out, World};
use crate::domain::{ChatId, Time};
use crate::store::{Kind, NewMessage, Queued, Store, StoreError, Tx};
use scene::{Kept, Scene};
use std::collections::BTreeSet;
use std::sync::Arc;
use unanswered::{MOST, Unanswered};

/// Handles updates, one group at a time.
pub struct Turn {
    store: Store,
    world: Arc<World>,
    operators: BTreeSet<ChatId>,
    jobs: OpenJobs,
    /// The bot's username, for links to it.
    username: String,
    /// Somebody was erased, and the receipt was not sent yet.
    wiping: bool,
    unanswered: Unanswered,
}

/// Why a group was not kept.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A step broke; the message says where.
    #[error("a step broke: {0}")]
    Broken(String),
}

/// What came of a group.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Messages that are committed and to be sent, in order.
    pub messages: Vec<Queued>,
    /// Whether deliveries were queued.
    pub deliveries: bool,
    /// When the first of the timers that were set is due.
    pub timer: Option<Time>,
    /// Inputs of chats that are far ahead of their answers, which were passed over.
    pub passed_over: u64,
    /// When the next timer is due, after a tick.
    pub next_timer: Option<Time>,
    /// Why the rest must be tried again; the updates must not be acknowledged.
    pub outage: Option<StoreError>,
}

impl Turn {
    /// A turn over a store.
    #[must_use]
    pub fn new(store: Store, world: Arc<World>, operators: impl IntoIterator<Item = ChatId>) -> Self {
        Self {
            store,
            world,
            operators: operators.into_iter().collect(),
            jobs: OpenJobs::default(),
            username: String::new(),
            wiping: false,
            unanswered: Unanswered::default(),
        }
    }

    /// Takes note of the bot's username, for links to it.
    pub fn name(&mut self, username: &str) {
        username.clone_into(&mut self.username);
    }

    /// The store that it commits to.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The tables that conversations read.
    #[must_use]
    pub const fn world(&self) -> &Arc<World> {
        &self.world
    }

    /// Handles a group: all in one transaction, or one by one if something in it fails.
    pub async fn group(&mut self, updates: &[Incoming], records: &[Record], now: Time) -> Outcome {
        let error = match self.attempt(updates, records, now).await {
            Ok(kept) => return Outcome::default().with(kept),
            Err(error) => error,
        };
        self.jobs.forget();
        if let TurnError::Store(error) = error
            && error.is_outage()
        {
            return Outcome::default().interrupted(error);
        }
        self.one_by_one(updates, records, now).await
    }

    async fn one_by_one(&mut self, updates: &[Incoming], records: &[Record], now: Time) -> Outcome {
        let mut outcome = Outcome::default();
        for record in records {
            match self.attempt(&[], std::slice::from_ref(record), now).await {
                Err(TurnError::Store(error)) if error.is_outage() => return outcome.interrupted(error),
                Err(error) => tracing::error!(%error, "a record of a sent message was not kept"),
                Ok(_) => {}
            }
        }
        for update in updates {
            let error = match self.attempt(std::slice::from_ref(update), &[], now).await {
                Ok(kept) => {
                    outcome = outcome.with(kept);
                    continue;
                }
                Err(error) => error,
            };
            self.jobs.forget();
            match error {
                TurnError::Store(error) if error.is_outage() => return outcome.interrupted(error),
                error => match self.apologise(update, &error, now).await {
                    Ok(messages) => outcome.messages.extend(messages),
                    Err(error) => return outcome.interrupted(error),
                },
            }
        }
        outcome
    }

    /// One transaction with everything in it.
    async fn attempt(
        &mut self,
        updates: &[Incoming],
        records: &[Record],
        now: Time,
    ) -> Result<Kept, TurnError> {
        let mut tx = self.store.begin().await?;
        match self.fill(&mut tx, updates, records, now).await {
            Ok(kept) => {
                tx.commit().await?;
                self.unanswered.end(records);
                self.unanswered.begin(&kept.answers);
                // The receipt passes through the store after the erasure, so its traces go, too, once it
                // is sent.
                if kept.stirred.erased || (self.wiping && !records.is_empty()) {
                    self.store.wipe().await;
                    self.wiping = kept.stirred.erased;
                }
                Ok(kept)
            }
            Err(error) => {
                // The connection may be what failed; the transaction is void either way.
                tx.rollback().await.ok();
                Err(error)
            }
        }
    }

    async fn fill(
        &mut self,
        tx: &mut Tx,
        updates: &[Incoming],
        records: &[Record],
        now: Time,
    ) -> Result<Kept, TurnError> {
        record::keep(tx, records, now).await?;
        if updates.is_empty() {
            return Ok(Kept::default());
        }
        let ids: Vec<_> = updates.iter().map(|update| update.update).collect();
        let (mut fresh, seq) = tx.take_updates(&ids, now).await?;
        if fresh.is_empty() {
            return Ok(Kept::default());
        }
        self.jobs.catch_up(tx, seq).await?;
        let mut scene =
            Scene::new(tx, &self.world, &self.operators, &mut self.jobs, now).named(&self.username);
        scene.load(updates).await?;
        for update in updates {
            // An update that comes twice within one group is handled once, too.
            if !fresh.remove(&update.update) {
                continue;
            }
            let chat = update.sender.chat;
            if self.unanswered.count(chat) + scene.answers_to(chat) > MOST && update.input.speaks() {
                scene.pass_over(update, self.unanswered.is_told(chat));
            } else {
                scene.handle(update).await?;
            }
        }
        scene.save().await
    }

    async fn apologise(
        &self,
        update: &Incoming,
        error: &TurnError,
        now: Time,
    ) -> Result<Vec<Queued>, StoreError> {
        tracing::error!(update = update.update.0, %error, "an update could not be handled");
        let mut tx = self.store.begin().await?;
        tx.take_updates(&[update.update], now).await?;
        tx.record_failure(update.update, &error.to_string(), now).await?;
        let lang = self.world.texts.guess(update.sender.language.as_deref());
        let sorry = NewMessage {
            chat: update.sender.chat,
            kind: Kind::Notice,
            call: Out::Send(Message::text(self.world.texts.say(lang, "sorry", &[]))),
            shows: None,
        };
        let messages = tx.queue_messages(vec![sorry], now).await?;
        tx.commit().await?;
        Ok(messages)
    }
}

impl Outcome {
    fn with(mut self, kept: Kept) -> Self {
        self.messages.extend(kept.messages);
        self.deliveries |= kept.stirred.deliveries;
        self.timer = timers::earliest(self.timer, kept.stirred.timer);
        self.passed_over += kept.answers.passed_over;
        self
    }

    fn interrupted(mut self, error: StoreError) -> Self {
        self.outage = Some(error);
        self
    }
}
