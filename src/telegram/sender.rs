//! The wire of the lanes: our calls on Telegram's terms.

use super::client::Client;
use super::errors::{Disposition, GoneReason};
use super::wire;
use crate::chat::Out;
use crate::delivery::{Failure, Wire};
use crate::domain::{ChatId, MessageId};
use serde_json::json;

/// Sends through the Bot API.
#[derive(Clone)]
pub struct TelegramWire(Client);

impl TelegramWire {
    /// A wire over a client.
    #[must_use]
    pub const fn new(client: Client) -> Self {
        Self(client)
    }
}

/// How a chat that cannot be reached is remembered: `blocked` heals by whatever the person does next.
const fn reach(reason: GoneReason) -> &'static str {
    match reason {
        GoneReason::Blocked | GoneReason::NeverStarted => "blocked",
        GoneReason::Deactivated | GoneReason::NotFound => "gone",
    }
}

/// As much of a sent message as is needed.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Taken {
    Message { message_id: i64 },
    Other(serde::de::IgnoredAny),
}

impl Wire for TelegramWire {
    async fn send(&self, chat: ChatId, call: &Out) -> Result<Option<MessageId>, Failure> {
        let call = wire::call(chat, call).map_err(|error| Failure::Rejected(error.to_string()))?;
        let taken = match call.file {
            Some(file) => self.0.upload::<Taken>(call.method, &call.body, file).await,
            None => self.0.call::<Taken>(call.method, &call.body).await,
        };
        match taken {
            Ok(Taken::Message { message_id }) => Ok(Some(MessageId(message_id))),
            Ok(Taken::Other(_)) => Ok(None),
            Err(error) => match error.disposition() {
                Disposition::Done => Ok(None),
                Disposition::Retry { after } => Err(Failure::Later(after)),
                Disposition::Unknown => Err(Failure::Lost),
                Disposition::Gone { reason } => Err(Failure::Gone(reach(reason), error.to_string())),
                Disposition::Token => Err(Failure::Token(error.to_string())),
                Disposition::Migrate(_) | Disposition::Conflict | Disposition::Rejected => {
                    Err(Failure::Rejected(error.to_string()))
                }
            },
        }
    }

    /// Asks by what changes nothing: the line "typing …", which vanishes by itself.
    async fn answers(&self, chat: ChatId) -> bool {
        let typing = json!({ "chat_id": chat.0, "action": "typing" });
        match self.0.call::<serde::de::IgnoredAny>("sendChatAction", &typing).await {
            Ok(_) => true,
            Err(error) => !matches!(error.disposition(), Disposition::Retry { .. } | Disposition::Unknown),
        }
    }
}
