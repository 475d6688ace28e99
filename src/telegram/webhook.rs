//! Updates that Telegram brings by itself: one call with one update each, answered 200 once it is committed.
//!
//! A call is let in by its secret, which is made from the token, so that there is none to keep: what does not
//! know it is answered before its body is read. Whatever is not answered with 200 comes again, so nothing
//! needs to be kept here. The calls that are there at the same time are committed as one group, as those of a
//! poll are.

use super::client::Client;
use super::errors::Disposition;
use super::polling::{LIMIT, WANTED};
use crate::clock::Clock;
use crate::domain::Time;
use crate::metrics::Metrics;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::Url;
use serde_json::json;
use sha2::Sha256;
use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;
use subtle::ConstantTimeEq as _;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::oneshot;

/// The header that carries the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Larger bodies are not read, in bytes; Telegram's updates have some kilobytes.
const MAX_BODY: usize = 1 << 20;
/// How long a call may take until it is in the database. Telegram waits about a minute.
const PATIENCE: Duration = Duration::from_secs(25);
/// When Telegram is to bring an update again that could not be committed, in seconds. Its own pauses grow
/// up to two minutes, which is long after the database is back.
const AGAIN_S: &str = "2";
/// Calls of Telegram at the same time; as many make one group.
const CONNECTIONS: u32 = LIMIT;
/// The longest pause between two attempts to set the webhook.
const LONGEST: Duration = Duration::from_secs(30);

/// Why an address cannot be a webhook's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the webhook's address must be an https address on port 443, 80, 88 or 8443 without query, for example \
     https://bot.example.org/telegram; http only to this machine itself. /healthz and /metrics are taken"
)]
pub struct WebhookError;

/// Where Telegram brings updates to, and how its calls are told from others.
#[derive(Clone)]
pub struct Webhook {
    url: Url,
    secret: String,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook").field("url", &self.url.as_str()).finish_non_exhaustive()
    }
}

/// An update that was brought, and whoever waits for its commit.
#[derive(Debug)]
pub struct Delivery {
    /// The update as Telegram sent it.
    pub raw: String,
    /// When it arrived.
    pub at: Time,
    /// Told once it is committed; dropped, Telegram brings it again.
    pub kept: oneshot::Sender<()>,
}

impl Webhook {
    /// A webhook at the public address `url`, with the secret that belongs to `token`.
    pub fn new(url: &str, token: &str) -> Result<Self, WebhookError> {
        let url = Url::parse(url.trim()).map_err(|_| WebhookError)?;
        let here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        let port = matches!(url.port_or_known_default(), Some(80 | 88 | 443 | 8443));
        let plain = url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none()
            && !matches!(url.path(), "/healthz" | "/metrics");
        let reachable = match url.scheme() {
            "https" => here || port,
            "http" => here,
            _ => false,
        };
        if plain && reachable { Ok(Self { url, secret: secret(token) }) } else { Err(WebhookError) }
    }

    /// The path on which updates are taken.
    #[must_use]
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// The door for calls, and where what they brought comes out. No more wait inside than Telegram may
    /// bring at once.
    #[must_use]
    pub fn open(&self, clock: Clock, metrics: Arc<Metrics>) -> (Door, Receiver<Delivery>) {
        let (inside, out) = channel(CONNECTIONS as usize);
        let (path, secret) = (self.path().into(), self.secret.as_str().into());
        (Door { path, secret, inside, clock, metrics }, out)
    }

    /// Tells Telegram to bring updates, as often as it takes; gives the refusal if the token is not valid or
    /// Telegram does not take the address.
    pub async fn set(&self, client: &Client) -> Result<(), String> {
        let body = json!({
            "url": self.url.as_str(),
            "secret_token": self.secret,
            "max_connections": CONNECTIONS,
            "allowed_updates": WANTED,
        });
        let mut pause = Duration::from_millis(500);
        loop {
            let Err(error) = client.call::<bool>("setWebhook", &body).await else { return Ok(()) };
            let wait = match error.disposition() {
                Disposition::Token | Disposition::Rejected => return Err(error.to_string()),
                Disposition::Retry { after: Some(after) } => after,
                _ => pause,
            };
            tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "the webhook is not set; trying again");
            tokio::time::sleep(wait).await;
            pause = (pause * 2).min(LONGEST);
        }
    }
}

/// 64 characters of `0-9a-f` that only who has the token can know.
fn secret(token: &str) -> String {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(token.as_bytes()) else { return String::new() };
    mac.update(b"zhaogong webhook secret, version 1");
    let mut text = String::with_capacity(64);
    for byte in mac.finalize().into_bytes() {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Lets Telegram's calls in.
#[derive(Debug, Clone)]
pub struct Door {
    path: Arc<str>,
    secret: Arc<str>,
    inside: Sender<Delivery>,
    clock: Clock,
    metrics: Arc<Metrics>,
}

impl Door {
    /// Whether this is the path for updates.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        *self.path == *path
    }

    /// Takes one call: 200 once its update is committed, 401 without the secret, 413 for a body that is too
    /// large, 503 when it is to come again.
    pub async fn take(&self, headers: &HeaderMap, body: Body) -> Response {
        let given = headers.get(SECRET).map(HeaderValue::as_bytes).unwrap_or_default();
        // An empty secret opens nothing, whatever it is compared with.
        if given.is_empty() || !bool::from(given.ct_eq(self.secret.as_bytes())) {
            let strangers = self.metrics.stranger();
            // Strangers try this for ever; a proxy that takes the header away makes itself felt at once.
            if strangers.is_power_of_two() {
                tracing::warn!(strangers, "a call of the webhook without Telegram's secret was refused");
            }
            return StatusCode::UNAUTHORIZED.into_response();
        }
        match tokio::time::timeout(PATIENCE, self.bring(body)).await {
            Ok(Ok(())) => StatusCode::OK.into_response(),
            Ok(Err(StatusCode::SERVICE_UNAVAILABLE)) | Err(_) => {
                (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, AGAIN_S)]).into_response()
            }
            Ok(Err(status)) => status.into_response(),
        }
    }

    async fn bring(&self, body: Body) -> Result<(), StatusCode> {
        let body = axum::body::to_bytes(body, MAX_BODY).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        let raw = String::from_utf8_lossy(&body).into_owned();
        let (kept, commit) = oneshot::channel();
        let away = StatusCode::SERVICE_UNAVAILABLE;
        self.inside.send(Delivery { raw, at: self.clock.now(), kept }).await.map_err(|_| away)?;
        commit.await.map_err(|_| away)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "https://bot.example.org/telegram",
            " https://bot.example.org:8443 ",
            "http://127.0.0.1:8080/hook",
            "http://localhost/hook",
            "http://[::1]:1/{x}/:y/*z",
        ] {
            assert!(Webhook::new(good, "1:a").is_ok(), "{good}");
        }
        for wrong in [
            "",
            "bot.example.org",
            "http://bot.example.org/telegram",
            "https://bot.example.org:8080/telegram",
            "https://bot.example.org/telegram?x=1",
            "https://me:pass@bot.example.org/telegram",
            "https://bot.example.org/metrics",
            "ftp://127.0.0.1/",
        ] {
            assert!(Webhook::new(wrong, "1:a").is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_secret_is_the_tokens_own_and_stays_hidden() {
        let hook = |token| Webhook::new("https://example.org/", token).unwrap();
        assert_eq!(hook("1:a").secret, hook("1:a").secret);
        assert_ne!(hook("1:a").secret, hook("1:b").secret);
        assert_eq!(hook("1:a").secret.len(), 64);
        assert!(hook("1:a").secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(!format!("{:?}", hook("1:a")).contains(&hook("1:a").secret));
    }

    fn headers(secret: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::HeaderName::from_static(SECRET), secret.parse().unwrap())])
    }

    #[tokio::test]
    async fn a_call_is_answered_as_its_update_fares() {
        let hook = Webhook::new("https://example.org/x", "1:a").unwrap();
        let (door, mut inside) = hook.open(Clock::System, Arc::default());
        assert!(door.is_at("/x") && !door.is_at("/") && !door.is_at("/x/"));
        for wrong in ["", "x", &hook.secret[1..], &format!("{}0", hook.secret), &secret("1:b")] {
            let answer = door.take(&headers(wrong), "{}".into()).await;
            assert_eq!(answer.status(), 401, "{wrong}");
            assert!(axum::body::to_bytes(answer.into_body(), 10).await.unwrap().is_empty());
        }
        assert_eq!(door.take(&HeaderMap::new(), "{}".into()).await.status(), 401);
        let large = door.take(&headers(&hook.secret), vec![b' '; MAX_BODY + 1].into()).await;
        assert_eq!(large.status(), 413);
        assert!(inside.is_empty(), "none of these came in");

        let right = headers(&hook.secret);
        let (answer, ()) = tokio::join!(door.take(&right, "{}".into()), async {
            let delivery = inside.recv().await.unwrap();
            assert_eq!(delivery.raw, "{}");
            delivery.kept.send(()).unwrap();
        });
        assert_eq!(answer.status(), 200);
        let (answer, ()) = tokio::join!(door.take(&right, "{}".into()), async {
            drop(inside.recv().await.unwrap());
        });
        assert_eq!((answer.status().as_u16(), answer.headers()["retry-after"].as_bytes()), (503, &b"2"[..]));
        drop(inside);
        assert_eq!(door.take(&right, "{}".into()).await.status(), 503, "while it stops");
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_that_waits_too_long_comes_again() {
        let hook = Webhook::new("https://example.org/x", "1:a").unwrap();
        let (door, _inside) = hook.open(Clock::System, Arc::default());
        assert_eq!(door.take(&headers(&hook.secret), "{}".into()).await.status(), 503);
    }
}
