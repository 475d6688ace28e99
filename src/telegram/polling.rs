//! Long polling: the next updates, however long it takes.

use super::client::Client;
use super::errors::{Disposition, SendError};
use std::time::Duration;

/// Updates in one poll at most (Telegram's limit).
const LIMIT: u32 = 100;
/// Telegram holds a poll for 50 seconds at most.
const HOLD: u32 = 50;
/// The longest pause between two failed polls.
const LONGEST: Duration = Duration::from_secs(30);
/// Kinds of updates that the bot wants.
const WANTED: &[&str] = &["message", "callback_query", "my_chat_member"];

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
pub async fn poll(client: Client, offset: i64, hold: bool) -> Polled {
    let mut pause = Duration::from_millis(500);
    loop {
        let timeout = if hold { HOLD } else { 0 };
        let error = match client.get_updates(offset, timeout, LIMIT, WANTED).await {
            Ok(updates) => return Polled::Updates(updates),
            Err(error) => error,
        };
        let wait = match error.disposition() {
            Disposition::Token => return Polled::Refused(error.to_string()),
            Disposition::Retry { after: Some(after) } => after,
            Disposition::Conflict => {
                give_way(&client, &error).await;
                pause
            }
            _ => pause,
        };
        tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "polling failed; trying again");
        tokio::time::sleep(wait).await;
        pause = (pause * 2).min(LONGEST);
    }
}

/// A webhook that is still set refuses every poll; another poller only needs waiting for.
async fn give_way(client: &Client, error: &SendError) {
    if error.to_string().contains("webhook") {
        match client.delete_webhook().await {
            Ok(_) => tracing::info!("the webhook that was set is removed; polling from now on"),
            Err(error) => tracing::warn!(%error, "the webhook that is set could not be removed"),
        }
    } else {
        tracing::warn!("another program polls with the same token; only one may run");
    }
}
