//! Updates pushed to the bot's own address: setWebhook, the calls, and when they are repeated.
//!
//! Telegram keeps the messages of a chat in order, and the button presses of a person in a queue of their
//! own; an update that is not taken holds up its own queue and no other. It comes again at once, then after
//! 2, 4, 8 … seconds up to a minute, or when the `Retry-After` of the answer says, until it expires.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use reqwest::{Client, Url};
use serde_json::{Value, json};

use super::answer::{Answer, Refusal};
use super::params::Params;
use super::updates::{Updates, allowed_kinds};
use super::world::World;

/// Telegram waits so long for an answer.
const PATIENCE: Duration = Duration::from_mins(1);
const DEFAULT_CONNECTIONS: i64 = 40;
const MAX_CONNECTIONS: i64 = 100;
const MAX_SECRET_CHARS: usize = 256;
const LONGEST_PAUSE_S: i64 = 60;
const LONGEST_RETRY_AFTER_S: i64 = 3600;

/// Where updates are pushed to.
#[derive(Debug)]
pub(super) struct Webhook {
    url: Url,
    secret: Option<String>,
    max_connections: usize,
    last_error: Option<(i64, String)>,
}

/// One update on its way.
#[derive(Debug)]
struct Push {
    key: u64,
    url: Url,
    secret: Option<String>,
    body: Value,
}

/// What the bot's server made of an update.
#[derive(Debug)]
enum End {
    Taken,
    Failed { why: String, retry_after_s: Option<i64> },
}

/// `setWebhook`: pushes updates from now on; an empty address ends that.
pub(super) fn set(world: &Arc<World>, params: &Params) -> Answer {
    let Some(url) = params.text("url").filter(|url| !url.is_empty()) else {
        return Ok(delete(&mut world.state().updates, params));
    };
    let webhook = Webhook {
        url: address(&url)?,
        secret: secret(params)?,
        max_connections: params
            .int("max_connections")
            .filter(|count| (1..=MAX_CONNECTIONS).contains(count))
            .unwrap_or(DEFAULT_CONNECTIONS) as usize,
        last_error: None,
    };
    let kinds = allowed_kinds(params)?;
    let generation = {
        let updates = &mut world.state().updates;
        if let Some(kinds) = kinds {
            updates.allow(kinds);
        }
        if params.flag("drop_pending_updates") {
            updates.clear();
        }
        updates.hook(Some(webhook))
    };
    world.updates_changed.notify_waiters();
    tokio::spawn(push_all(Arc::clone(world), generation));
    Ok(json!(true))
}

/// `deleteWebhook`: what waits goes on waiting, unless it is to be dropped.
pub(super) fn delete(updates: &mut Updates, params: &Params) -> Value {
    if params.flag("drop_pending_updates") {
        updates.clear();
    }
    updates.hook(None);
    json!(true)
}

/// `getWebhookInfo`.
pub(super) fn info(updates: &mut Updates, now_ms: i64) -> Value {
    let mut info = json!({
        "url": "",
        "has_custom_certificate": false,
        "pending_update_count": updates.n_pending(now_ms),
    });
    if let Some(kinds) = updates.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    if let Some(webhook) = updates.webhook() {
        info["url"] = json!(webhook.url.as_str());
        info["max_connections"] = json!(webhook.max_connections);
        if let Some((at_s, why)) = &webhook.last_error {
            info["last_error_date"] = json!(at_s);
            info["last_error_message"] = json!(why);
        }
    }
    info
}

/// Telegram takes HTTPS on four ports; a Bot API server of one's own takes HTTP, which is allowed here to
/// this machine.
fn address(url: &str) -> Result<Url, Refusal> {
    let bad = |what: &str| Refusal::bad(format!("bad webhook: {what}"));
    let url = Url::parse(url).map_err(|_| bad("invalid webhook URL specified"))?;
    let is_local = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if is_local && url.scheme() == "http" {
        return Ok(url);
    }
    if url.scheme() != "https" {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    match url.port_or_known_default() {
        Some(80 | 88 | 443 | 8443) => Ok(url),
        _ => Err(bad("Webhook can be set up only on ports 80, 88, 443 or 8443")),
    }
}

fn secret(params: &Params) -> Result<Option<String>, Refusal> {
    let Some(secret) = params.text("secret_token").filter(|secret| !secret.is_empty()) else {
        return Ok(None);
    };
    if secret.chars().count() > MAX_SECRET_CHARS {
        return Err(Refusal::bad("secret token is too long"));
    }
    if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    Ok(Some(secret))
}

/// Pushes what waits until another webhook is set or none.
async fn push_all(world: Arc<World>, generation: u64) {
    let http = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE);
    let Ok(http) = http.build() else { return };
    let mut moving = FuturesUnordered::new();
    loop {
        // Registered before looking, so nothing that comes in between is missed.
        let mut changed = std::pin::pin!(world.updates_changed.notified());
        changed.as_mut().enable();
        let now_ms = world.clock.now_ms();
        let Some((pushes, wake_in_ms)) = ready(&mut world.state().updates, generation, moving.len(), now_ms)
        else {
            return;
        };
        moving.extend(pushes.into_iter().map(|push| carry(http.clone(), push)));
        let wake_in = wake_in_ms.map(|ms| Duration::from_millis(ms.max(1).unsigned_abs()));
        tokio::select! {
            Some((key, end)) = moving.next(), if !moving.is_empty() => {
                settle(&world, generation, key, end);
            }
            () = &mut changed => {}
            () = tokio::time::sleep(wake_in.unwrap_or_default()), if wake_in.is_some() => {}
        }
    }
}

/// What can go out now, and in how many milliseconds there is more; nothing if this webhook is over.
fn ready(
    updates: &mut Updates,
    generation: u64,
    n_moving: usize,
    now_ms: i64,
) -> Option<(Vec<Push>, Option<i64>)> {
    if updates.generation() != generation {
        return None;
    }
    let webhook = updates.webhook()?;
    let (url, secret) = (webhook.url.clone(), webhook.secret.clone());
    let room = webhook.max_connections.saturating_sub(n_moving);
    let mut held = BTreeSet::new();
    let mut next_ms: Option<i64> = None;
    let mut pushes = Vec::new();
    for update in updates.waiting(now_ms) {
        if held.contains(&update.queue) {
            continue;
        }
        held.insert(update.queue);
        if update.is_moving {
            continue;
        }
        if update.due_ms > now_ms {
            next_ms = Some(next_ms.map_or(update.due_ms, |at| at.min(update.due_ms)));
        } else if pushes.len() < room {
            update.is_moving = true;
            let body = update.body.clone();
            pushes.push(Push { key: update.key, url: url.clone(), secret: secret.clone(), body });
        }
    }
    Some((pushes, next_ms.map(|at| at - now_ms)))
}

async fn carry(http: Client, push: Push) -> (u64, End) {
    let mut request = http.post(push.url).header(CONTENT_TYPE, "application/json");
    if let Some(secret) = push.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let end = match request.body(push.body.to_string()).send().await {
        Ok(response) if response.status().is_success() => End::Taken,
        Ok(response) => {
            let wait = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
            let retry_after_s = wait.and_then(|seconds| seconds.parse().ok());
            End::Failed {
                why: format!("Wrong response from the webhook: {}", response.status()),
                retry_after_s,
            }
        }
        Err(error) if error.is_timeout() => {
            End::Failed { why: "Read timeout expired".to_owned(), retry_after_s: None }
        }
        Err(_) => End::Failed { why: "Connection refused".to_owned(), retry_after_s: None },
    };
    (push.key, end)
}

fn settle(world: &World, generation: u64, key: u64, end: End) {
    let now_ms = world.clock.now_ms();
    {
        let updates = &mut world.state().updates;
        if updates.generation() != generation {
            return;
        }
        match end {
            End::Taken => updates.remove(key),
            End::Failed { why, retry_after_s } => {
                updates.fail(key, retry_after_s.map(|wait| wait.clamp(0, LONGEST_RETRY_AFTER_S)), now_ms);
                if let Some(webhook) = updates.webhook_mut() {
                    webhook.last_error = Some((now_ms / 1000, why));
                }
            }
        }
    }
    world.updates_changed.notify_waiters();
}

/// How long after its `n_tries`-th failure an update comes again, in seconds.
pub(super) fn pause_s(n_tries: u32) -> i64 {
    match n_tries {
        0 | 1 => 0,
        n => 1_i64.checked_shl(n - 1).unwrap_or(LONGEST_PAUSE_S).clamp(1, LONGEST_PAUSE_S),
    }
}
