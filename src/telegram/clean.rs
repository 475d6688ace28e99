//! From the JSON of an update to teloxide's types, also where Telegram is newer than teloxide.
//!
//! teloxide 0.17 knows Bot API 9.1. One entity, button or quote of a later one, and a message has no text any
//! more, without an error (`MessageKind::Empty`); a bad key, and the whole update is lost
//! (`UpdateKind::Error`). When that happens, the update is rebuilt from the few parts that the bot uses and
//! parsed again. Whatever teloxide reads at the first attempt is not touched.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use teloxide::types::{Contact, Location, Message, MessageEntity, MessageKind, Update, UpdateKind};

/// Why an update cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum BadUpdate {
    /// No JSON, or not that of an update.
    #[error("not an update: {0}")]
    Json(#[from] serde_json::Error),
    /// A kind that the bot handles, but without the parts that it needs.
    #[error("a broken {0}")]
    Broken(&'static str),
}

/// The kinds that are worth a second attempt; all others the bot does not handle.
const HANDLED: [&str; 3] = ["message", "callback_query", "my_chat_member"];

/// Reads an update. A caption whose photo or file teloxide cannot read is given as the text of the message.
/// The kind is `UpdateKind::Error` when the update is of a kind that the bot does not handle.
pub fn parse_update(raw: &str) -> Result<Update, BadUpdate> {
    if let Ok(update) = serde_json::from_str::<Update>(raw)
        && !is_lost(&update.kind)
    {
        return Ok(update);
    }
    let whole: Value = serde_json::from_str(raw)?;
    let Some(kind) = HANDLED.into_iter().find(|kind| whole.get(kind).is_some()) else {
        return parsed(&json!({ "update_id": number(&whole["update_id"]) }));
    };
    let part = &whole[kind];
    let rebuilt = match kind {
        "message" => message(part),
        "callback_query" => callback_query(part),
        _ => my_chat_member(part),
    };
    let update = parsed(&json!({ "update_id": number(&whole["update_id"]), kind: rebuilt }))?;
    if matches!(update.kind, UpdateKind::Error(_)) { Err(BadUpdate::Broken(kind)) } else { Ok(update) }
}

/// By way of a text: out of a `Value`, teloxide reads every update as an unknown one.
fn parsed(update: &Value) -> Result<Update, BadUpdate> {
    Ok(serde_json::from_str(&update.to_string())?)
}

fn is_lost(kind: &UpdateKind) -> bool {
    match kind {
        UpdateKind::Error(_) => true,
        UpdateKind::Message(message) => matches!(message.kind, MessageKind::Empty {}),
        _ => false,
    }
}

/// teloxide keeps the number of an update in 32 bits; who needs a larger one takes it from the JSON.
fn number(update_id: &Value) -> Value {
    match update_id.as_i64() {
        Some(id) => u32::try_from(id).unwrap_or_default().into(),
        None => Value::Null,
    }
}

/// Who, where, when, and what a person can say with: text, contact, location.
fn message(part: &Value) -> Value {
    let mut rebuilt = Map::new();
    rebuilt.insert("message_id".into(), int32(&part["message_id"]).into());
    rebuilt.insert("date".into(), date(&part["date"]).into());
    rebuilt.insert("chat".into(), chat(&part["chat"]));
    if part["from"].is_object() {
        rebuilt.insert("from".into(), user(&part["from"]));
    }
    let said = [("text", "entities"), ("caption", "caption_entities")];
    if let Some((text, entities)) = said.into_iter().find(|(text, _)| part[*text].is_string()) {
        rebuilt.insert("text".into(), part[text].clone());
        let known = part[entities].as_array().into_iter().flatten().filter(|e| reads::<MessageEntity>(e));
        rebuilt.insert("entities".into(), known.cloned().collect());
    } else if reads::<Contact>(&part["contact"]) {
        rebuilt.insert("contact".into(), part["contact"].clone());
    } else if reads::<Location>(&part["location"]) {
        rebuilt.insert("location".into(), part["location"].clone());
    }
    rebuilt.into()
}

/// Of the message under the button only its number and chat matter.
fn callback_query(part: &Value) -> Value {
    let mut rebuilt = json!({
        "id": part["id"],
        "from": user(&part["from"]),
        "chat_instance": part["chat_instance"].as_str().unwrap_or_default(),
    });
    if part["data"].is_string() {
        rebuilt["data"] = part["data"].clone();
    }
    let under = json!({
        "message_id": part["message"]["message_id"],
        "date": 0,
        "chat": chat(&part["message"]["chat"]),
    });
    if reads::<Message>(&under) {
        rebuilt["message"] = under;
    }
    rebuilt
}

fn my_chat_member(part: &Value) -> Value {
    let member = |member: &Value| {
        let user = if member["user"].is_object() { &member["user"] } else { &part["from"] };
        json!({ "user": self::user(user), "status": member["status"], "until_date": 0 })
    };
    let mut before = member(&part["old_chat_member"]);
    before["status"] = "left".into();
    json!({
        "chat": chat(&part["chat"]),
        "from": user(&part["from"]),
        "date": date(&part["date"]),
        "old_chat_member": before,
        "new_chat_member": member(&part["new_chat_member"]),
    })
}

fn chat(part: &Value) -> Value {
    let private = part["id"].as_i64().is_some_and(|id| id > 0);
    let guess = if private { "private" } else { "group" };
    let mut rebuilt = json!({ "id": part["id"], "type": part["type"].as_str().unwrap_or(guess) });
    copy_strings(part, &mut rebuilt, &["title", "username", "first_name", "last_name"]);
    rebuilt
}

fn user(part: &Value) -> Value {
    let mut rebuilt = json!({
        "id": part["id"],
        "is_bot": part["is_bot"].as_bool().unwrap_or_default(),
        "first_name": "",
    });
    copy_strings(part, &mut rebuilt, &["first_name", "last_name", "username", "language_code"]);
    rebuilt
}

fn copy_strings(from: &Value, to: &mut Value, keys: &[&str]) {
    for key in keys {
        if from[*key].is_string() {
            to[*key] = from[*key].clone();
        }
    }
}

/// The number of a message, where it plays no role.
fn int32(value: &Value) -> i32 {
    value.as_i64().and_then(|id| i32::try_from(id).ok()).unwrap_or_default()
}

/// A date that every library can hold; never 0, which stands for a message that is not accessible.
fn date(value: &Value) -> u32 {
    value.as_i64().and_then(|date| u32::try_from(date).ok()).map_or(1, |date| date.max(1))
}

fn reads<T: DeserializeOwned>(value: &Value) -> bool {
    T::deserialize(value).is_ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An update with a private message that holds `extra`.
    fn with(extra: &Value) -> String {
        let person = json!({ "id": 5, "is_bot": false, "first_name": "Li", "type": "private" });
        let mut message = json!({ "message_id": 9, "date": 1_700_000_000, "chat": person, "from": person });
        message.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!({ "update_id": 7, "message": message }).to_string()
    }

    fn text(raw: &str) -> Option<String> {
        match parse_update(raw).unwrap().kind {
            UpdateKind::Message(message) => message.text().map(ToOwned::to_owned),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn texts_survive_what_teloxide_does_not_know() {
        let date_time = json!({ "type": "date_time", "offset": 0, "length": 2, "unix_time": 1 });
        let bad_link = json!({ "type": "text_link", "offset": 0, "length": 2, "url": "http://[" });
        let cases = [
            json!({ "entities": [date_time] }),
            json!({ "entities": [bad_link] }),
            json!({ "entities": "none" }),
            json!({ "quote": { "text": "x", "position": 0, "entities": [date_time] } }),
            json!({ "reply_markup": { "inline_keyboard": [[{ "text": "x", "hologram": {} }]] } }),
            json!({ "external_reply": { "origin": { "type": "dream" } } }),
            json!({ "reply_to_message": { "message_id": "x" } }),
            json!({ "date": null }),
            json!({ "message_id": "9" }),
            json!({ "from": { "id": 5 } }),
            json!({ "chat": { "id": 5 } }),
        ];
        for mut extra in cases {
            extra["text"] = "hi".into();
            let raw = with(&extra);
            let by_teloxide = serde_json::from_str::<Update>(&raw).unwrap();
            assert!(is_lost(&by_teloxide.kind), "teloxide reads this by itself: {raw}");
            assert_eq!(text(&raw).as_deref(), Some("hi"), "{raw}");
        }
    }

    #[test]
    fn known_entities_stay() {
        let bold = json!({ "type": "bold", "offset": 0, "length": 2 });
        let new = json!({ "type": "date_time", "offset": 0, "length": 2 });
        let update = parse_update(&with(&json!({ "text": "hi", "entities": [new, bold] }))).unwrap();
        let UpdateKind::Message(message) = update.kind else { panic!() };
        assert_eq!(message.entities(), Some(&[MessageEntity::bold(0, 2)][..]));
    }

    #[test]
    fn media_that_teloxide_cannot_read() {
        let voice = json!({ "voice": { "file_id": "a", "file_unique_id": "b", "duration": "long" } });
        assert_eq!(text(&with(&voice)), None);
        let live = json!({ "live_photo": { "file_id": "a" }, "caption": "my welds" });
        assert_eq!(text(&with(&live)).as_deref(), Some("my welds"));
        assert_eq!(text(&with(&json!({ "rich_message": { "blocks": [] } }))), None);
    }

    #[test]
    fn kinds() {
        let unhandled = [
            r#"{"update_id":1,"telepathy":{}}"#,
            r#"{"update_id":1}"#,
            r#"{"update_id":1,"edited_message":{"text":5}}"#,
        ];
        for raw in unhandled {
            assert!(matches!(parse_update(raw).unwrap().kind, UpdateKind::Error(_)), "{raw}");
        }
        let extra_key = with(&json!({ "text": "hi" })).replacen('{', r#"{"aaa":{"b":1},"#, 1);
        assert_eq!(text(&extra_key).as_deref(), Some("hi"), "a new key before the message");
        for raw in ["", "{", "[]", "5", "null", r#"{"message":{}}"#, r#"{"update_id":"1","poll":{}}"#] {
            assert!(matches!(parse_update(raw), Err(BadUpdate::Json(_))), "{raw}");
        }
        for raw in [r#"{"update_id":1,"message":{"text":"hi"}}"#, r#"{"update_id":1,"callback_query":{}}"#] {
            assert!(matches!(parse_update(raw), Err(BadUpdate::Broken(_))), "{raw}");
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

    proptest! {
        #[test]
        fn cleaning_never_panics(raw in any_update()) {
            if let Ok(update) = parse_update(&raw) {
                let number = format!("\"update_id\":{}", update.id.0);
                prop_assert!(update.id.0 == 0 || raw.contains(&number), "{number} {raw}");
            }
        }
    }
}
