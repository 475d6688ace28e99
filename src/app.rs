//! Builds the parts of a running bot and drives them until asked to stop.
//!
//! One task owns the [`Turn`] and therefore all writing: it takes updates in groups, the records of what
//! became of messages, and the ticks of the bulk lane, one after the other. Intake, replies and the bulk
//! lane's sends run beside it and only talk to it through channels. The next poll, or the answer 200 to the
//! webhook's call, which acknowledges updates, follows the commit.

mod intake;
mod watch;

use crate::chat::forms::Custom;
use crate::chat::{Incoming, World};
use crate::classify::RulePack;
use crate::clock::Clock;
use crate::delivery::{Failure, Lane, Wire, records};
use crate::domain::{ChatId, MessageId, Time, UpdateId};
use crate::store::{Kind, Queued, Store, StoreError};
use crate::telegram::lanes::{self, Refused};
use crate::telegram::{Client, Delivery, Polled, Read, TelegramWire, Webhook, commands, incoming, poll};
use crate::turn::{Parcel, Record, Turn};
use std::collections::BTreeSet;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::{JoinError, JoinHandle};

/// What a running bot needs to know.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: String,
    /// Root of the Bot API server.
    pub api_url: String,
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// Telegram user ids of the operators.
    pub operators: Vec<i64>,
    /// Thresholds and laws.
    pub pack: RulePack,
    /// Questions of the agency's own.
    pub questions: Vec<Custom>,
    /// Messages per second for offers; `None` for no limit.
    pub bulk_rate: Option<u32>,
    /// Where Telegram brings updates to; `None` for polling.
    pub webhook: Option<Webhook>,
    /// Where the webhook, `/healthz` and `/metrics` are answered; `None` for nowhere.
    pub listen: Option<SocketAddr>,
    /// What time it is.
    pub clock: Clock,
}

/// Records wait this long for a group to ride with.
const FLUSH: Duration = Duration::from_millis(5);
/// How long a stop waits for messages on their way.
const GRACE: Duration = Duration::from_secs(5);
/// How long the first updates wait for the bot's username.
const NAMED: Duration = Duration::from_secs(2);
/// Pauses between attempts while the database is away.
const OUTAGE: Duration = Duration::from_millis(500);

/// Runs the bot until `stop` ends or the token turns out not to be valid.
pub async fn run(settings: Settings, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let clock = settings.clock;
    let client = Client::new(&settings.api_url, &settings.token)?;
    let listener = match settings.listen {
        Some(address) => Some(watch::listen(address).await?),
        None => None,
    };
    let store = Store::open(&settings.database_url).await?;
    let (door, brought) =
        settings.webhook.as_ref().map(|webhook| webhook.open(clock, client.metrics().clone())).unzip();
    let seen = watch::Watch { store: store.clone(), metrics: client.metrics().clone(), door, clock };
    let server = listener.map(|listener| watch::serve(listener, seen));
    let world = Arc::new(World::new(settings.pack, settings.questions)?);
    let operators: Vec<ChatId> = settings.operators.into_iter().map(ChatId).collect();
    let turn = Turn::new(store.clone(), world.clone(), operators.clone());
    let (names, named) = tokio::sync::oneshot::channel();
    let wire = TelegramWire::new(client.clone());
    let (messages, inbox) = unbounded_channel();
    let (ends, ended) = unbounded_channel();
    let lanes = tokio::spawn(lanes::run(wire.clone(), inbox, ends));
    tokio::spawn(commands::introduce(client.clone(), world, operators, names));
    let (parcels, parcels_ended) = unbounded_channel();
    let mut bot = Bot {
        clock,
        client,
        wire,
        turn,
        messages,
        ended,
        pending: Vec::new(),
        flush_at: None,
        lane: Lane::new(settings.bulk_rate, clock.now()),
        bulk_due: None,
        timers_due: Some(clock.now()),
        named,
        parcels,
        parcels_ended,
        lanes,
    };
    tokio::pin!(stop);
    let result = tokio::select! {
        () = &mut stop => Ok(()),
        result = bot.work(settings.webhook.zip(brought)) => result,
    };
    tracing::info!("stopping: waiting for messages on their way");
    bot.finish().await;
    if let Some(server) = server {
        server.abort();
    }
    store.close().await;
    result
}

struct Bot {
    clock: Clock,
    client: Client,
    wire: TelegramWire,
    turn: Turn,
    messages: UnboundedSender<Vec<Queued>>,
    ended: UnboundedReceiver<Record>,
    pending: Vec<Record>,
    flush_at: Option<Time>,
    lane: Lane,
    bulk_due: Option<Time>,
    timers_due: Option<Time>,
    named: tokio::sync::oneshot::Receiver<String>,
    parcels: UnboundedSender<(Parcel, Result<Option<MessageId>, Failure>)>,
    parcels_ended: UnboundedReceiver<(Parcel, Result<Option<MessageId>, Failure>)>,
    lanes: JoinHandle<Result<(), Refused>>,
}

impl Bot {
    async fn work(&mut self, webhook: Option<(Webhook, Receiver<Delivery>)>) -> anyhow::Result<()> {
        let mut intake = self.open(webhook).await?;
        loop {
            // Events may come so densely that a timer in the select below would never end.
            let flush_wait = self.flush_wait();
            if flush_wait == Some(Duration::ZERO) {
                self.flush().await;
                continue;
            }
            let bulk_wait = self.bulk_wait();
            let timer_wait = self.timers_due.map(|at| until(at, self.clock.now()));
            tokio::select! {
                biased;
                came = intake.next() => self.came(came, &mut intake).await?,
                Some((parcel, result)) = self.parcels_ended.recv() => {
                    if let Err(Failure::Token(text)) = &result {
                        return Err(unknown(text));
                    }
                    self.parcel_ended(&parcel, &result);
                }
                ended = &mut self.lanes => return Err(broken(ended)),
                Some(record) = self.ended.recv() => self.keep(record),
                () = tokio::time::sleep(flush_wait.unwrap_or_default()), if flush_wait.is_some() => {
                    self.flush().await;
                }
                () = tokio::time::sleep(bulk_wait.unwrap_or_default()), if bulk_wait.is_some() => self.bulk().await,
                () = tokio::time::sleep(timer_wait.unwrap_or_default()), if timer_wait.is_some() => self.tick().await,
                Ok(name) = &mut self.named, if !self.named.is_terminated() => self.turn.name(&name),
            }
        }
    }

    /// Polls first: a card that may already have gone out is not sent again to a chat that has an
    /// update waiting; notices always are.
    async fn begin(&mut self) -> anyhow::Result<i64> {
        let left = self.turn.recover(self.clock.now()).await?;
        self.turn.tidy(self.clock.now()).await?;
        self.bulk_due = Some(self.clock.now());
        let polled = poll(self.client.clone(), 0, false).await;
        // Asked for at the same time, and wanted for links by the very first updates.
        if let Ok(Ok(name)) = tokio::time::timeout(NAMED, &mut self.named).await {
            self.turn.name(&name);
        }
        let waiting = self.chats_waiting(&polled).await?;
        let (stale, wanted): (Vec<Queued>, Vec<Queued>) = left
            .into_iter()
            .partition(|queued| queued.message.kind == Kind::Card && waiting.contains(&queued.message.chat));
        for row in stale.iter().filter_map(|queued| queued.row) {
            self.keep(Record::Done(row));
        }
        self.send(wanted);
        self.polled(polled, 0).await
    }

    /// The chats with an update that was not handled yet. One that was handled, but not acknowledged
    /// before a crash, does not count: the kept card is its answer.
    async fn chats_waiting(&self, polled: &Polled) -> anyhow::Result<BTreeSet<ChatId>> {
        let Polled::Updates(raw) = polled else { return Ok(BTreeSet::new()) };
        let waiting: Vec<(UpdateId, ChatId)> = raw
            .iter()
            .filter_map(|raw| match incoming(raw) {
                Read::Private(update) => Some((update.update, update.sender.chat)),
                Read::Skip { .. } | Read::Broken { .. } => None,
            })
            .collect();
        let ids: Vec<UpdateId> = waiting.iter().map(|(id, _)| *id).collect();
        let handled = self.turn.handled(&ids).await?;
        Ok(waiting.into_iter().filter(|(id, _)| !handled.contains(id)).map(|(_, chat)| chat).collect())
    }

    fn send(&self, messages: Vec<Queued>) {
        if !messages.is_empty() && self.messages.send(messages).is_err() {
            tracing::error!("the lanes are gone; messages stay in the outbox until the next start");
        }
    }

    /// Handles a group together with all records that wait; gives the error while the database is away.
    /// The records are let go only when they are kept: a stop may end this at any await.
    async fn attempt(&mut self, updates: &[Incoming]) -> Option<StoreError> {
        while let Ok(record) = self.ended.try_recv() {
            self.keep(record);
        }
        let outcome = self.turn.group(updates, &self.pending, self.clock.now()).await;
        self.send(outcome.messages);
        if outcome.deliveries {
            self.bulk_due = Some(self.clock.now());
        }
        self.timers_due = self.timers_due.into_iter().chain(outcome.timer).min();
        self.client.metrics().passed_over(outcome.passed_over);
        if outcome.outage.is_none() {
            self.pending.clear();
            self.flush_at = None;
        } else {
            self.client.metrics().outage();
        }
        outcome.outage
    }

    /// Keeps a record for the next group, which begins soon even if no update comes.
    fn keep(&mut self, record: Record) {
        self.flush_at.get_or_insert_with(|| self.clock.now().plus(FLUSH));
        self.pending.push(record);
    }

    /// How long until records that wait are kept without a group to ride with; `None` when none wait.
    fn flush_wait(&self) -> Option<Duration> {
        Some(until(self.flush_at?, self.clock.now()))
    }

    async fn flush(&mut self) {
        let delivered = self.pending.iter().any(|record| matches!(record, Record::Delivered(..)));
        if let Some(error) = self.attempt(&[]).await {
            tracing::error!(%error, "the database is away; trying again");
            tokio::time::sleep(OUTAGE).await;
        } else if delivered && self.lane.idle() {
            // What was sent last may have been the end of a broadcast.
            self.bulk_due = Some(self.clock.now());
        }
    }

    /// Does what comes with time.
    async fn tick(&mut self) {
        let outcome = self.turn.tick(self.clock.now()).await;
        self.send(outcome.messages);
        if outcome.deliveries {
            self.bulk_due = Some(self.clock.now());
        }
        self.timers_due = outcome.next_timer;
        if let Some(error) = outcome.outage {
            self.client.metrics().outage();
            tracing::error!(%error, "the database is away; timers wait");
            self.timers_due = Some(self.clock.now().plus(Duration::from_secs(2)));
        }
    }

    /// How long until the bulk lane has something to do; `None` while it has not.
    fn bulk_wait(&self) -> Option<Duration> {
        let now = self.clock.now();
        let at = self.bulk_due?.max(self.lane.next(now)?);
        Some(until(at, now))
    }

    /// Claims what is due and there is room for, and sends it. What became of earlier messages is kept
    /// first, so that a crash repeats no more than what is on its way.
    async fn bulk(&mut self) {
        if !self.pending.is_empty() {
            self.flush().await;
        }
        let now = self.clock.now();
        let room = self.lane.room(now);
        let claim = match self.turn.claim(room, now).await {
            Ok(claim) => claim,
            Err(error) => {
                tracing::error!(%error, "deliveries could not be claimed; trying again");
                self.bulk_due = Some(now.plus(Duration::from_secs(2)));
                return;
            }
        };
        self.bulk_due = claim.next_at.map(|at| at.max(now));
        self.send(claim.messages);
        for parcel in claim.parcels {
            let wait = self.lane.take(parcel.chat, now);
            let (wire, ends) = (self.wire.clone(), self.parcels.clone());
            tokio::spawn(async move {
                tokio::time::sleep(wait).await;
                let result = wire.send(parcel.chat, &parcel.call).await;
                // The receiver is gone only when the program stops.
                drop(ends.send((parcel, result)));
            });
        }
    }

    fn parcel_ended(&mut self, parcel: &Parcel, result: &Result<Option<MessageId>, Failure>) {
        let now = self.clock.now();
        self.lane.ended(result.as_ref().err(), now);
        for record in records(parcel, result, now) {
            self.keep(record);
        }
    }

    /// Lets messages on their way end, and keeps what became of them.
    async fn finish(mut self) {
        let (nobody, _) = unbounded_channel();
        drop(std::mem::replace(&mut self.messages, nobody));
        let ending = async {
            while !self.lane.idle() {
                let Some((parcel, result)) = self.parcels_ended.recv().await else { break };
                self.parcel_ended(&parcel, &result);
            }
            if !self.lanes.is_finished() && (&mut self.lanes).await.is_err() {
                tracing::error!("the lanes broke off; what was not sent is sent at the next start");
            }
        };
        if tokio::time::timeout(GRACE, ending).await.is_err() {
            tracing::warn!("some messages were still on their way; they are sent again at the next start");
        }
        self.flush().await;
    }
}

/// The bot cannot go on with this token.
fn unknown(text: &str) -> anyhow::Error {
    anyhow::anyhow!("Telegram does not know the token: {text}")
}

/// Why the lanes ended while the bot runs.
fn broken(ended: Result<Result<(), Refused>, JoinError>) -> anyhow::Error {
    match ended {
        Ok(Err(Refused(text))) => unknown(&text),
        Ok(Ok(())) => anyhow::anyhow!("the lanes ended before the bot"),
        Err(error) => anyhow::Error::new(error).context("the lanes broke off"),
    }
}

/// How long it is until then; no time at all when it is past.
fn until(at: Time, now: Time) -> Duration {
    Duration::from_millis(u64::try_from(at.0 - now.0).unwrap_or(0))
}
