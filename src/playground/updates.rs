//! The queue of updates and the rules of long polling; a webhook empties the same queue.
//!
//! A call with an offset confirms everything below it; nothing else takes an update away but its
//! age: Telegram keeps updates for a day, button presses for two and a half minutes.

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};

use super::answer::{Answer, Refusal};
use super::params::Params;
use super::webhook::{Webhook, pause_s};
use super::world::World;

const FIRST_UPDATE_ID: i64 = 100_000_001;
const KEPT_MS: i64 = 24 * 3600 * 1000;
const CALLBACK_KEPT_MS: i64 = 150 * 1000;
const MAX_TIMEOUT_S: i64 = 50;
/// What is left out unless a bot asks for it by name.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One update that waits.
#[derive(Debug)]
pub(super) struct Update {
    id: i64,
    expires_ms: i64,
    pub(super) body: Value,
    /// Tells updates with the same id apart.
    pub(super) key: u64,
    /// A webhook gets those of one queue one after the other.
    pub(super) queue: Queue,
    /// On its way to a webhook.
    pub(super) is_moving: bool,
    /// A webhook does not get it before.
    pub(super) due_ms: i64,
    n_tries: u32,
}

/// Button presses or not, and whose.
type Queue = (bool, i64);

fn queue(kind: &str, body: &Value) -> Queue {
    let body = &body[kind];
    let chat = body["chat"]["id"].as_i64().or_else(|| body["from"]["id"].as_i64());
    (kind == "callback_query", chat.unwrap_or_default())
}

/// What waits for the bot.
#[derive(Debug)]
pub(super) struct Updates {
    waiting: VecDeque<Update>,
    next_id: i64,
    /// The kinds the bot asked for; `None` is Telegram's default.
    allowed: Option<Vec<String>>,
    /// Counts polls: a poll that is not the newest one any more was terminated.
    newest_poll: u64,
    n_polling: usize,
    last_key: u64,
    webhook: Option<Webhook>,
    /// Counts webhooks: one that is not the newest any more pushes nothing.
    generation: u64,
}

impl Default for Updates {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            next_id: FIRST_UPDATE_ID,
            allowed: None,
            newest_poll: 0,
            n_polling: 0,
            last_key: 0,
            webhook: None,
            generation: 0,
        }
    }
}

impl Updates {
    /// Queues `{kind: body}` and gives its id, or nothing if the bot does not want this kind.
    pub(super) fn push(&mut self, kind: &str, body: &Value, now_ms: i64) -> Option<i64> {
        let id = self.next_id;
        self.push_raw(id, kind, json!({ "update_id": id, kind: body }), now_ms).then_some(id)
    }

    /// Queues a complete update under an id of the caller's choice, even one used before.
    pub(super) fn push_raw(&mut self, id: i64, kind: &str, body: Value, now_ms: i64) -> bool {
        if !self.wants(kind) {
            return false;
        }
        let kept_ms = if kind == "callback_query" { CALLBACK_KEPT_MS } else { KEPT_MS };
        self.next_id = self.next_id.max(id + 1);
        self.last_key += 1;
        self.waiting.push_back(Update {
            id,
            expires_ms: now_ms + kept_ms,
            key: self.last_key,
            queue: queue(kind, &body),
            body,
            is_moving: false,
            due_ms: 0,
            n_tries: 0,
        });
        true
    }

    /// Sets a webhook, or none, and gives its generation; what was on its way counts as not taken.
    pub(super) fn hook(&mut self, webhook: Option<Webhook>) -> u64 {
        self.webhook = webhook;
        self.generation += 1;
        for update in &mut self.waiting {
            update.is_moving = false;
            update.due_ms = 0;
            update.n_tries = 0;
        }
        self.generation
    }

    /// The webhook that is set.
    pub(super) fn webhook(&self) -> Option<&Webhook> {
        self.webhook.as_ref()
    }

    /// The webhook that is set.
    pub(super) fn webhook_mut(&mut self) -> Option<&mut Webhook> {
        self.webhook.as_mut()
    }

    /// Which webhook it is, counted.
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// All that waits, oldest first.
    pub(super) fn waiting(&mut self, now_ms: i64) -> impl Iterator<Item = &mut Update> {
        self.expire(now_ms);
        self.waiting.iter_mut()
    }

    /// An update was taken by a webhook.
    pub(super) fn remove(&mut self, key: u64) {
        self.waiting.retain(|update| update.key != key);
    }

    /// An update was not taken by a webhook; it comes again, when the answer said or after a pause that grows.
    pub(super) fn fail(&mut self, key: u64, retry_after_s: Option<i64>, now_ms: i64) {
        if let Some(update) = self.waiting.iter_mut().find(|update| update.key == key) {
            update.is_moving = false;
            update.n_tries += 1;
            update.due_ms = now_ms + retry_after_s.unwrap_or_else(|| pause_s(update.n_tries)) * 1000;
        }
    }

    /// The id that the next update gets.
    pub(super) fn next_id(&self) -> i64 {
        self.next_id
    }

    /// How many updates wait.
    pub(super) fn n_pending(&mut self, now_ms: i64) -> usize {
        self.expire(now_ms);
        self.waiting.len()
    }

    /// True while a poll is waiting, one that asks for an answer at once left out.
    pub(super) fn is_polled(&self) -> bool {
        self.n_polling > 0
    }

    /// Forgets all that waits.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Remembers which kinds the bot wants; an empty list is the default again.
    pub(super) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = (!kinds.is_empty()).then_some(kinds);
    }

    /// The kinds the bot asked for.
    pub(super) fn allowed(&self) -> Option<&[String]> {
        self.allowed.as_deref()
    }

    fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.iter().any(|wanted| wanted == kind),
            None => !NOT_BY_DEFAULT.contains(&kind),
        }
    }

    fn expire(&mut self, now_ms: i64) {
        self.waiting.retain(|update| update.expires_ms > now_ms);
    }

    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let n_kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let n_dropped = self.waiting.len().saturating_sub(n_kept);
            self.waiting.drain(..n_dropped);
        } else {
            self.waiting.retain(|update| update.id >= offset);
        }
    }

    fn batch(&mut self, limit: usize, now_ms: i64) -> Vec<Value> {
        self.expire(now_ms);
        self.waiting.iter().take(limit).map(|update| update.body.clone()).collect()
    }
}

/// `getUpdates`: answers at once if something waits, else when something comes or time is up.
pub(super) async fn poll(world: &World, params: &Params) -> Answer {
    let limit = params.int("limit").unwrap_or(100).clamp(1, 100) as usize;
    let timeout_s = params.int("timeout").unwrap_or(0).clamp(0, MAX_TIMEOUT_S);
    let allowed = allowed_kinds(params)?;
    let turn = {
        let mut state = world.state();
        if state.updates.webhook.is_some() {
            return Err(Refusal::new(
                409,
                "Conflict: can't use getUpdates method while webhook is active; \
                 use deleteWebhook to delete the webhook first",
            ));
        }
        if let Some(kinds) = allowed {
            state.updates.allow(kinds);
        }
        state.updates.newest_poll += 1;
        if let Some(offset) = params.int("offset") {
            state.updates.confirm(offset);
        }
        state.updates.newest_poll
    };
    world.updates_changed.notify_waiters();
    let _polling = (timeout_s > 0).then(|| Polling::begin(world));
    let waited = tokio::time::timeout(Duration::from_secs(timeout_s as u64), first_batch(world, turn, limit));
    match waited.await {
        Ok(answer) => answer,
        Err(_) => Ok(json!([])),
    }
}

/// The kinds of updates that a call asks for.
pub(super) fn allowed_kinds(params: &Params) -> Result<Option<Vec<String>>, Refusal> {
    let Some(kinds) = params.json("allowed_updates", "allowed updates")? else { return Ok(None) };
    let kinds = serde_json::from_value(kinds);
    kinds.map(Some).map_err(|_| Refusal::bad("can't parse allowed updates JSON array"))
}

async fn first_batch(world: &World, turn: u64, limit: usize) -> Answer {
    loop {
        // Registered before looking, so nothing that comes in between is missed.
        let mut changed = std::pin::pin!(world.updates_changed.notified());
        changed.as_mut().enable();
        {
            let now_ms = world.clock.now_ms();
            let mut state = world.state();
            if state.is_revoked {
                return Err(Refusal::unauthorized());
            }
            let updates = &mut state.updates;
            if updates.webhook.is_some() {
                return Err(Refusal::new(409, "Conflict: terminated by setWebhook request"));
            }
            if updates.newest_poll != turn {
                return Err(Refusal::new(
                    409,
                    "Conflict: terminated by other getUpdates request; \
                     make sure that only one bot instance is running",
                ));
            }
            let batch = updates.batch(limit, now_ms);
            if !batch.is_empty() {
                return Ok(Value::Array(batch));
            }
        }
        changed.await;
    }
}

/// Counts a poll while it waits, also when the bot hangs up in the middle.
struct Polling<'a>(&'a World);

impl<'a> Polling<'a> {
    fn begin(world: &'a World) -> Self {
        world.state().updates.n_polling += 1;
        Self(world)
    }
}

impl Drop for Polling<'_> {
    fn drop(&mut self) {
        self.0.state().updates.n_polling -= 1;
    }
}
