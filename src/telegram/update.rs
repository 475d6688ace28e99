//! The parts of an update that the bot uses, out of Telegram's JSON.
//!
//! Telegram adds keys, entities and kinds of messages every few weeks, and nothing that is new may take a
//! person's words away. So only these parts are read, everything else may be of any shape, and a part that is
//! not needed and cannot be read counts as missing. teloxide's own types want to understand whole messages: one
//! entity that they do not know, and the message has no text any more, without an error.

use crate::domain::UpdateId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// One of the kinds that the bot handles; none for any other.
#[derive(Debug, Deserialize)]
pub struct Update {
    #[serde(rename = "update_id")]
    pub id: UpdateId,
    pub message: Option<Message>,
    pub callback_query: Option<CallbackQuery>,
    pub my_chat_member: Option<ChatMemberUpdated>,
}

/// What somebody sent.
#[derive(Debug, Deserialize)]
pub struct Message {
    pub chat: Chat,
    #[serde(default, deserialize_with = "readable")]
    pub from: Option<User>,
    #[serde(default, deserialize_with = "readable")]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub caption: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub contact: Option<Contact>,
    #[serde(default, deserialize_with = "readable")]
    pub location: Option<Location>,
    #[serde(default, deserialize_with = "readable")]
    pub venue: Option<Venue>,
    /// There is one where the message was forwarded.
    #[serde(default, deserialize_with = "readable")]
    pub forward_origin: Option<serde::de::IgnoredAny>,
}

/// A tap on a button.
#[derive(Debug, Deserialize)]
pub struct CallbackQuery {
    pub id: String,
    pub from: User,
    #[serde(default, deserialize_with = "readable")]
    pub data: Option<String>,
    /// The message with the button, which may be too old to be told.
    #[serde(default, deserialize_with = "readable")]
    pub message: Option<Under>,
}

/// A message with a button.
#[derive(Debug, Deserialize)]
pub struct Under {
    pub message_id: i64,
    pub chat: Chat,
}

/// The bot may write in a chat, or no longer.
#[derive(Debug, Deserialize)]
pub struct ChatMemberUpdated {
    pub chat: Chat,
    pub from: User,
    pub new_chat_member: ChatMember,
}

#[derive(Debug, Deserialize)]
pub struct ChatMember {
    /// `kicked` where the bot was blocked, `member` where that is over.
    pub status: String,
}

#[derive(Debug, Deserialize)]
pub struct Chat {
    pub id: i64,
    #[serde(rename = "type", default, deserialize_with = "readable")]
    kind: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub first_name: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub last_name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct User {
    pub id: i64,
    #[serde(default, deserialize_with = "readable")]
    pub is_bot: Option<bool>,
    #[serde(default, deserialize_with = "readable")]
    pub first_name: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub last_name: Option<String>,
    #[serde(default, deserialize_with = "readable")]
    pub language_code: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Contact {
    pub phone_number: String,
    #[serde(default, deserialize_with = "readable")]
    pub user_id: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Debug, Deserialize)]
pub struct Venue {
    pub location: Location,
}

impl Chat {
    /// Only private chats have the ids of people.
    pub fn is_private(&self) -> bool {
        self.kind.as_deref().map_or(self.id > 0, |kind| kind == "private")
    }
}

/// A part that counts as missing when it has another shape.
fn readable<'de, D: Deserializer<'de>, T: DeserializeOwned>(json: D) -> Result<Option<T>, D::Error> {
    let raw = <&RawValue>::deserialize(json)?;
    Ok(serde_json::from_str::<Option<T>>(raw.get()).unwrap_or_default())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn read(raw: &str) -> Result<Update, serde_json::Error> {
        serde_json::from_str(raw)
    }

    /// An update with a private message that holds `extra`.
    fn with(extra: &Value) -> String {
        let person = json!({ "id": 5, "is_bot": false, "first_name": "Li", "type": "private" });
        let mut message = json!({ "message_id": 9, "date": 1_700_000_000, "chat": person, "from": person });
        message.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!({ "update_id": 7, "message": message }).to_string()
    }

    #[test]
    fn texts_survive_what_is_new_or_strange() {
        let date_time = json!({ "type": "date_time", "offset": 0, "length": 2, "unix_time": 1 });
        let cases = [
            json!({ "entities": [date_time] }),
            json!({ "entities": "none" }),
            json!({ "quote": { "text": "x", "position": 0, "entities": [date_time] } }),
            json!({ "reply_markup": { "inline_keyboard": [[{ "text": "x", "hologram": {} }]] } }),
            json!({ "external_reply": { "origin": { "type": "dream" } } }),
            json!({ "reply_to_message": { "message_id": "x" } }),
            json!({ "date": null }),
            json!({ "message_id": "9" }),
            json!({ "from": { "id": 5 } }),
            json!({ "from": "Li", "contact": 5, "location": { "latitude": "north" }, "venue": [] }),
            json!({ "chat": { "id": 5, "type": 7 } }),
        ];
        for mut extra in cases {
            extra["text"] = "hi".into();
            let message = read(&with(&extra)).unwrap().message.unwrap();
            assert_eq!(message.text.as_deref(), Some("hi"), "{extra}");
            assert!(message.chat.is_private(), "{extra}");
            assert!(message.contact.is_none() && message.location.is_none() && message.venue.is_none());
        }
        let extra_key = with(&json!({ "text": "hi" })).replacen('{', r#"{"aaa":{"b":1},"#, 1);
        assert!(read(&extra_key).unwrap().message.is_some(), "a new key before the message");
        let live = json!({ "live_photo": { "file_id": "a" }, "caption": "my welds", "text": 5 });
        let message = read(&with(&live)).unwrap().message.unwrap();
        assert_eq!((message.text, message.caption.as_deref()), (None, Some("my welds")));
    }

    #[test]
    fn kinds() {
        for raw in [r#"{"update_id":1,"telepathy":{}}"#, r#"{"update_id":1,"edited_message":{"text":5}}"#] {
            let update = read(raw).unwrap();
            let nothing = (update.message.is_none(), update.callback_query.is_none());
            assert_eq!((nothing, update.my_chat_member.is_none()), ((true, true), true), "{raw}");
        }
        let broken = [
            "",
            "{",
            "5",
            "null",
            r#"{"update_id":1,"message":{"text":"hi"}}"#,
            r#"{"update_id":1,"callback_query":{}}"#,
            r#"{"edited_message":{}}"#,
        ];
        for raw in broken {
            assert!(read(raw).is_err(), "{raw}");
        }
    }

    const SAMPLES: [&str; 3] = [
        r#"{"update_id":7,"message":{"message_id":9,"date":1,"chat":{"id":5,"type":"private","first_name":"L"},
            "from":{"id":5,"is_bot":false,"first_name":"L"},"text":"/start j1","caption":"c",
            "entities":[{"type":"text_link","offset":0,"length":6,"url":"http://x/"}],
            "contact":{"phone_number":"1","first_name":"L","user_id":5},
            "location":{"latitude":1.5,"longitude":2.5},"voice":{},"pinned_message":{}}}"#,
        r#"{"update_id":7,"callback_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"L"},
            "chat_instance":"2","data":"f:1","message":{"message_id":9,"date":0,
            "chat":{"id":5,"type":"private","first_name":"L"}}}}"#,
        r#"{"update_id":7,"my_chat_member":{"chat":{"id":5,"type":"private","first_name":"L"},"date":1,
            "from":{"id":5,"is_bot":false,"first_name":"L"},
            "old_chat_member":{"user":{"id":4,"is_bot":true,"first_name":"B"},"status":"member"},
            "new_chat_member":{"user":{"id":4,"is_bot":true,"first_name":"B"},"status":"kicked",
            "until_date":0}}}"#,
    ];

    /// Replaces the value at place `left` in reading order, counted down on the way.
    fn replace(value: &mut Value, left: &mut usize, new: &Value) {
        let inside: Vec<&mut Value> = match value {
            Value::Object(object) => object.values_mut().collect(),
            Value::Array(array) => array.iter_mut().collect(),
            _ => vec![],
        };
        for part in inside {
            if *left == 0 {
                *part = new.clone();
                return;
            }
            *left -= 1;
            replace(part, left, new);
        }
    }

    /// Updates with a few parts replaced by anything, and some cut off.
    pub fn any_update() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just(Value::Null),
            Just(json!([])),
            Just(json!({})),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
        ];
        let changes = prop::collection::vec((0..40_usize, leaf), 0..5);
        (0..SAMPLES.len(), changes, 0.0..1.3).prop_map(|(sample, changes, kept): (_, _, f64)| {
            let mut update: Value = serde_json::from_str(SAMPLES[sample]).unwrap();
            for (mut place, new) in changes {
                replace(&mut update, &mut place, &new);
            }
            let raw = update.to_string();
            let kept = (raw.chars().count() as f64 * kept) as usize;
            raw.chars().take(kept).collect()
        })
    }
}
