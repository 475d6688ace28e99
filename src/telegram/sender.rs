//! The wire of the lanes: our calls on Telegram's terms.

use super::client::Client;
use super::errors::{Disposition, GoneReason};
use super::wire;
use crate::chat::Out;
use crate::delivery::{Failure, Wire};
use crate::domain::{ChatId, MessageId};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::json;
use std::borrow::Cow;
use std::fmt;

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

/// The id of a sent message, of which nothing else is read; other methods give no message.
struct Taken(Option<i64>);

impl<'de> Deserialize<'de> for Taken {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(Parts)
    }
}

struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Taken;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message or a plain yes")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Taken, E> {
        Ok(Taken(None))
    }

    fn visit_unit<E>(self) -> Result<Taken, E> {
        Ok(Taken(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Taken, A::Error> {
        let mut id = None;
        while let Some(key) = parts.next_key::<Cow<'de, str>>()? {
            if key == "message_id" {
                id = Some(parts.next_value()?);
            } else {
                parts.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Taken(id))
    }
}

impl Wire for TelegramWire {
    async fn send(&self, chat: ChatId, call: &Out) -> Result<Option<MessageId>, Failure> {
        let call = wire::call(chat, call).map_err(|error| Failure::Rejected(error.to_string()))?;
        let taken = match call.file {
            Some(file) => self.0.upload::<Taken>(call.method, &call.body, file).await,
            None => self.0.call::<Taken>(call.method, &call.body).await,
        };
        match taken {
            Ok(Taken(id)) => Ok(id.map(MessageId)),
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
        match self.0.call::<IgnoredAny>("sendChatAction", &typing).await {
            Ok(_) => true,
            Err(error) => !matches!(error.disposition(), Disposition::Retry { .. } | Disposition::Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_answer_only_the_id_is_read() {
        let cases = [
            ("true", None),
            ("null", None),
            (r#"{"date":1,"chat":{"message_id":3},"message_id":77,"text":"\u0041"}"#, Some(77)),
            (r#"{"photo":[]}"#, None),
        ];
        for (json, id) in cases {
            assert_eq!(serde_json::from_str::<Taken>(json).unwrap().0, id, "{json}");
        }
        assert!(serde_json::from_str::<Taken>("[1]").is_err());
    }
}
