//! How updates come in: the bot asks for them, or Telegram brings them.
//!
//! Both begin alike, by polling what waits: it is known who waits before anything is sent, and after a stop
//! nobody waits for Telegram's pauses between two attempts. Then either polls follow each other, or the
//! webhook is set. At a stop it stays set; Telegram keeps what comes until it is taken.

use super::{Bot, OUTAGE};
use crate::chat::Incoming;
use crate::domain::{Time, UpdateId};
use crate::store::StoreError;
use crate::telegram::{Client, Delivery, LIMIT, Polled, Read, Webhook, incoming, poll};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::time::Duration;
use tokio::sync::mpsc::Receiver;

/// Where the next updates come from.
pub(super) enum Intake {
    /// A poll that runs, and what it confirms.
    Polling { offset: i64, poll: BoxFuture<'static, Polled> },
    /// What Telegram brings; first it must be told where to.
    Webhook { setting: Option<BoxFuture<'static, Result<(), String>>>, brought: Receiver<Delivery> },
}

/// What came in.
pub(super) enum Came {
    Polled(Polled),
    Brought(Vec<Delivery>),
    WebhookSet(Result<(), String>),
}

impl Intake {
    pub(super) fn polling(client: &Client, offset: i64) -> Self {
        Self::Polling { offset, poll: poll(client.clone(), offset, true).boxed() }
    }

    /// Waits for something to come; nothing is lost if this is given up in between.
    pub(super) async fn next(&mut self) -> Came {
        match self {
            Self::Polling { poll, .. } => Came::Polled(poll.await),
            Self::Webhook { setting: Some(setting), .. } => Came::WebhookSet(setting.await),
            Self::Webhook { setting: None, brought } => {
                let mut group = Vec::new();
                // What is there now, and never more than one poll would bring.
                if brought.recv_many(&mut group, LIMIT as usize).await == 0 {
                    // The door is gone, which happens only at the end.
                    std::future::pending::<()>().await;
                }
                Came::Brought(group)
            }
        }
    }
}

/// Updates that were read.
#[derive(Default)]
struct Group {
    updates: Vec<Incoming>,
    broken: Vec<(UpdateId, String)>,
    /// The highest number among them, and among those that do not concern the bot.
    last: Option<UpdateId>,
}

impl Group {
    fn read<'a>(raw: impl Iterator<Item = &'a str>) -> Self {
        let mut group = Self::default();
        for raw in raw {
            let id = match incoming(raw) {
                Read::Private(update) => {
                    let id = update.update;
                    group.updates.push(*update);
                    Some(id)
                }
                Read::Skip { update } => Some(update),
                Read::Broken { update, reason } => {
                    tracing::error!(update = update.map(|id| id.0), reason, "an update cannot be read");
                    group.broken.extend(update.map(|id| (id, reason)));
                    update
                }
            };
            group.last = group.last.max(id);
        }
        group
    }
}

impl Bot {
    /// The first updates, then where the others come from.
    pub(super) async fn open(
        &mut self,
        webhook: Option<(Webhook, Receiver<Delivery>)>,
    ) -> anyhow::Result<Intake> {
        let mut offset = self.begin().await?;
        let Some((webhook, brought)) = webhook else {
            self.client.metrics().intake(self.clock.now());
            return Ok(Intake::polling(&self.client, offset));
        };
        loop {
            let polled = poll(self.client.clone(), offset, false).await;
            let was_last = matches!(&polled, Polled::Updates(raw) if raw.is_empty());
            offset = self.polled(polled, offset).await?;
            if was_last {
                break;
            }
        }
        let client = self.client.clone();
        let setting = async move { webhook.set(&client).await }.boxed();
        Ok(Intake::Webhook { setting: Some(setting), brought })
    }

    /// Handles what came in, and makes ready for what comes next.
    pub(super) async fn came(&mut self, came: Came, intake: &mut Intake) -> anyhow::Result<()> {
        match (came, intake) {
            (Came::Polled(polled), intake @ Intake::Polling { .. }) => {
                let Intake::Polling { offset, .. } = intake else { return Ok(()) };
                self.client.metrics().intake(self.clock.now());
                let offset = self.polled(polled, *offset).await?;
                *intake = Intake::polling(&self.client, offset);
            }
            (Came::WebhookSet(Ok(())), Intake::Webhook { setting, .. }) => {
                *setting = None;
                self.client.metrics().intake(self.clock.now());
                tracing::info!("the webhook is set; Telegram brings the updates from now on");
            }
            (Came::WebhookSet(Err(text)), _) => anyhow::bail!("the webhook cannot be set: {text}"),
            (Came::Brought(group), _) => self.brought(group).await,
            (Came::Polled(_) | Came::WebhookSet(_), _) => {}
        }
        Ok(())
    }

    /// Handles the updates of a poll, as often as it takes, and gives the offset that acknowledges them:
    /// while the database is away nothing is acknowledged.
    pub(super) async fn polled(&mut self, polled: Polled, offset: i64) -> anyhow::Result<i64> {
        let raw = match polled {
            Polled::Updates(raw) => raw,
            Polled::Refused(text) => return Err(super::unknown(&text)),
        };
        let since = self.clock.now();
        let group = Group::read(raw.iter().map(String::as_str));
        let mut pause = OUTAGE;
        while let Some(error) = self.commit(&group).await {
            tracing::error!(%error, "the database is away; trying again");
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(10));
        }
        self.count(&vec![since; raw.len()]);
        Ok(group.last.map_or(offset, |last| offset.max(last.0 + 1)))
    }

    /// Handles updates that Telegram brought. While the database is away they are given back: Telegram
    /// brings them again.
    async fn brought(&mut self, deliveries: Vec<Delivery>) {
        let group = Group::read(deliveries.iter().map(|delivery| delivery.raw.as_str()));
        if let Some(error) = self.commit(&group).await {
            tracing::error!(%error, "the database is away; Telegram brings the updates again");
            return;
        }
        self.count(&deliveries.iter().map(|delivery| delivery.at).collect::<Vec<_>>());
        for delivery in deliveries {
            // Whoever brought it may have gone; it comes again then, and counts once.
            delivery.kept.send(()).ok();
        }
    }

    /// Keeps what a group leads to; gives the error while the database is away. An update that cannot even
    /// be read is recorded.
    async fn commit(&mut self, group: &Group) -> Option<StoreError> {
        for (update, reason) in &group.broken {
            if let Err(error) = self.turn.record_failure(*update, reason, self.clock.now()).await {
                self.client.metrics().outage();
                return Some(error);
            }
        }
        if group.updates.is_empty() { None } else { self.attempt(&group.updates).await }
    }

    fn count(&self, arrived: &[Time]) {
        if !arrived.is_empty() {
            let now = self.clock.now();
            let waited = arrived.iter().map(|at| u64::try_from(now.0 - at.0).unwrap_or(0));
            self.client.metrics().group(waited);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::mpsc::channel;
    use tokio::sync::oneshot;

    /// How many updates come as one group after another, from so many that are there at once.
    fn groups(there: usize) -> Vec<usize> {
        let (inside, brought) = channel(there);
        for _ in 0..there {
            let (kept, _) = oneshot::channel();
            inside.try_send(Delivery { raw: "{}".into(), at: Time(0), kept }).unwrap();
        }
        let mut intake = Intake::Webhook { setting: None, brought };
        let mut groups = Vec::new();
        while let Some(Came::Brought(group)) = intake.next().now_or_never() {
            groups.push(group.len());
        }
        groups
    }

    #[test]
    fn what_is_there_together_is_one_group_and_nothing_is_waited_for() {
        assert_eq!(groups(1), [1]);
        assert_eq!(groups(60), [60]);
        assert_eq!(groups(250), [100, 100, 50]);
    }
}
