//! Long polling: the next updates, however long it takes.

use super::client::Client;
use super::errors::{Disposition, SendError};
use std::time::Duration;
use tokio::time::Instant;

/// Updates in one poll, and in one group, at most (Telegram's limit).
pub const LIMIT: u32 = 100;
/// Telegram holds a poll for 50 seconds at most.
const HOLD: u32 = 50;
/// The longest pause between two failed polls. Telegram forgets a tap after 150 s, so nobody should wait much
/// longer than Telegram is away.
const LONGEST: Duration = Duration::from_secs(5);
/// A held poll that brings nothing takes long; one that does not meets a server, or something on the way to it,
/// that does not hold polls. It is not asked oftener than this.
const UNHELD: Duration = Duration::from_millis(200);
/// Kinds of updates that the bot wants.
pub(super) const WANTED: &[&str] = &["message", "callback_query", "my_chat_member"];

/// What a poll brought.
#[derive(Debug)]
pub enum Polled {
    /// Updates as Telegram sent them, oldest first; may be empty.
    Updates(Vec<String>),
    /// The token is not valid; polling is over.
    Refused(String),
}

/// Polls until there is an answer. Telegram's requests to wait, errors of its servers and of the
/// network are waited out with growing pauses; `hold` is `false` for an answer at once.
///
/// A webhook refuses polls. A poll without hold, at a start, removes it, and what waits goes on waiting; one
/// that is set later belongs to a program that was started later: it is left alone.
pub async fn poll(client: Client, offset: i64, hold: bool) -> Polled {
    let mut pause = Duration::from_millis(500);
    loop {
        let timeout = if hold { HOLD } else { 0 };
        let asked = Instant::now();
        let error = match client.get_updates(offset, timeout, LIMIT, WANTED).await {
            Ok(updates) => {
                if hold && updates.is_empty() {
                    tokio::time::sleep_until(asked + UNHELD).await;
                }
                return Polled::Updates(updates);
            }
            Err(error) => error,
        };
        let wait = match error.disposition() {
            Disposition::Token => return Polled::Refused(error.to_string()),
            Disposition::Retry { after: Some(after) } => after,
            Disposition::Conflict if !hold && remove_webhook(&client, &error).await => continue,
            Disposition::Conflict => {
                tracing::warn!("another program takes the updates of this token; only one may run");
                pause
            }
            _ => pause,
        };
        tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "polling failed; trying again");
        tokio::time::sleep(wait).await;
        pause = (pause * 2).min(LONGEST);
    }
}

/// Removes the webhook if it is what refused the poll; another poller only needs waiting for.
async fn remove_webhook(client: &Client, error: &SendError) -> bool {
    if !error.to_string().contains("webhook is active") {
        return false;
    }
    match client.delete_webhook().await {
        Ok(_) => {
            tracing::info!("the webhook that was set is removed");
            true
        }
        Err(error) => {
            tracing::warn!(%error, "the webhook that is set could not be removed");
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::routing::post;

    #[tokio::test]
    async fn a_server_that_does_not_hold_polls_is_not_flooded() {
        let empty = || async { r#"{"ok":true,"result":[]}"# };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let routes = Router::new().fallback(post(empty));
        tokio::spawn(async { axum::serve(listener, routes).await });
        let client = Client::new(&root, "1:test").unwrap();
        for (hold, is_slow) in [(true, true), (false, false)] {
            let asked = Instant::now();
            let Polled::Updates(updates) = poll(client.clone(), 0, hold).await else { panic!() };
            assert_eq!((updates.len(), asked.elapsed() >= UNHELD), (0, is_slow));
        }
    }
}
