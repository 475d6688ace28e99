//! From Telegram's updates to what a person did.
//!
//! Only private chats count. Whatever a person sends there is something they did, so what cannot be read is
//! `Unreadable`, never nothing; only what Telegram itself writes into a chat (a pinned message) is skipped.

use super::update::{CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User};
use crate::chat::{Incoming, Input, Sender, Thing};
use crate::domain::{ChatId, MessageId, Point, UpdateId};
use crate::reading::tidy;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What an update holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// Something that a person did in a private chat.
    Private(Box<Incoming>),
    /// Nothing for the bot: groups, channels, edited messages, kinds that it does not handle.
    Skip {
        /// Its number.
        update: UpdateId,
    },
    /// Something for the bot that cannot be understood.
    Broken {
        /// Its number, if it can be found.
        update: Option<UpdateId>,
        /// What is wrong, for the log.
        reason: String,
    },
}

/// Telegram's limit for a text; nobody can send more.
const TEXT_CHARS: usize = 4096;

/// Reads an update. Never panics, and finds the number of the update wherever it can.
#[must_use]
pub fn incoming(raw: &str) -> Read {
    let parsed: Update = match serde_json::from_str(raw) {
        Ok(parsed) => parsed,
        Err(error) => return Read::Broken { update: update_id(raw), reason: error.to_string() },
    };
    let update = parsed.id;
    let done = match parsed {
        Update { message: Some(message), .. } => said(&message, raw),
        Update { callback_query: Some(query), .. } => tapped(query),
        Update { my_chat_member: Some(change), .. } => blocked(&change),
        _ => None,
    };
    match done {
        Some((sender, input)) => Read::Private(Box::new(Incoming { update, sender, input })),
        None => Read::Skip { update },
    }
}

/// The number alone; found also in JSON that is cut off, or whose other parts cannot be read.
fn update_id(raw: &str) -> Option<UpdateId> {
    #[derive(Deserialize)]
    struct Head {
        update_id: UpdateId,
    }
    if let Ok(head) = serde_json::from_str::<Head>(raw) {
        return Some(head.update_id);
    }
    // Inside a string the quotes would be escaped, so this can only be a key.
    let (_, rest) = raw.split_once("\"update_id\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().map(UpdateId)
}

fn said(message: &Message, raw: &str) -> Option<(Sender, Input)> {
    if !message.chat.is_private() {
        return None;
    }
    let sender = match &message.from {
        Some(bot) if bot.is_bot == Some(true) => return None,
        Some(user) => person(message.chat.id, user),
        None => from_chat(&message.chat),
    };
    let text = message.text.as_ref().or(message.caption.as_ref()).filter(|text| !text.is_empty());
    let input = if let Some(text) = text {
        let text = plain(text);
        match message.forward_origin {
            Some(_) => Input::Unreadable(Thing::Forwarded),
            None => command(&text).unwrap_or(Input::Text(text)),
        }
    } else if let Some(contact) = &message.contact {
        Input::Contact { phone: plain(&contact.phone_number), user: contact.user_id.map(ChatId) }
    } else if let Some(place) =
        message.location.as_ref().or(message.venue.as_ref().map(|venue| &venue.location))
    {
        Point::new(place.latitude, place.longitude).map_or(Input::Unreadable(Thing::Other), Input::Location)
    } else {
        Input::Unreadable(thing(&message_keys(raw))?)
    };
    Some((sender, input))
}

/// What a message without words holds, by its keys; `None` for a note of Telegram's own.
fn thing(keys: &[String]) -> Option<Thing> {
    let has = |names: &[&str]| names.iter().any(|name| keys.iter().any(|key| key == name));
    if keys.iter().any(|key| is_note(key)) {
        None
    } else if has(&["photo", "video", "live_photo"]) {
        Some(Thing::Picture)
    } else if has(&["voice", "audio", "video_note"]) {
        Some(Thing::Voice)
    } else if has(&["sticker", "animation", "dice"]) {
        Some(Thing::Sticker)
    } else {
        Some(Thing::Other)
    }
}

fn message_keys(raw: &str) -> Vec<String> {
    #[derive(Deserialize)]
    struct Whole {
        message: Map<String, Value>,
    }
    serde_json::from_str::<Whole>(raw)
        .map(|whole| whole.message.into_iter().map(|(key, _)| key).collect())
        .unwrap_or_default()
}

fn tapped(query: CallbackQuery) -> Option<(Sender, Input)> {
    if query.message.as_ref().is_some_and(|message| !message.chat.is_private()) {
        return None;
    }
    let sender = person(query.from.id, &query.from);
    let input = Input::Tap {
        data: plain(&query.data.unwrap_or_default()),
        callback: query.id,
        message: query.message.map(|message| MessageId(message.message_id)),
    };
    Some((sender, input))
}

fn blocked(change: &ChatMemberUpdated) -> Option<(Sender, Input)> {
    let input = match change.new_chat_member.status.as_str() {
        "kicked" => Input::Blocked,
        "member" => Input::Unblocked,
        _ => return None,
    };
    change.chat.is_private().then(|| (person(change.chat.id, &change.from), input))
}

fn person(chat: i64, user: &User) -> Sender {
    let language = user.language_code.as_deref().map(plain).filter(|tag| !tag.is_empty());
    Sender { chat: ChatId(chat), name: name(user.first_name.as_deref(), user.last_name.as_deref()), language }
}

fn from_chat(chat: &Chat) -> Sender {
    let name = name(chat.first_name.as_deref(), chat.last_name.as_deref());
    Sender { chat: ChatId(chat.id), name, language: None }
}

fn name(first: Option<&str>, last: Option<&str>) -> String {
    let parts: Vec<_> = [first, last].into_iter().flatten().map(|part| tidy(&plain(part))).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `/name`, `/name argument`, `/name@bot argument`; a name starts with a letter, so `/5` stays a text.
fn command(text: &str) -> Option<Input> {
    let line = text.strip_prefix('/')?;
    let (head, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let name = head.split_once('@').map_or(head, |(name, _bot)| name);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then(|| Input::Command { name: name.to_ascii_lowercase(), argument: argument.trim().to_owned() })
}

/// Without the zero character, which PostgreSQL keeps in no text, and of a length that Telegram can send.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').take(TEXT_CHARS).collect()
}

/// Whether a key of a message tells that it is one of Telegram's notes, by the key's start. A note of a kind that
/// is not in this list is taken for something that the person sent: a needless answer is better than none.
fn is_note(key: &str) -> bool {
    const NOTES: &str = "boost_added channel_chat_created chat_background_set chat_owner_ chat_shared \
        checklist_tasks_ connected_website delete_chat_photo direct_message_price_changed forum_topic_ \
        general_forum_topic_ gift giveaway group_chat_created left_chat_member managed_bot_ \
        message_auto_delete_timer_changed migrate_ new_chat_ paid_message_price_changed passport_data \
        pinned_message proximity_alert_triggered refunded_payment successful_payment suggested_post_ \
        supergroup_chat_created unique_gift users_shared video_chat_ web_app_data write_access_allowed";
    NOTES.split_ascii_whitespace().any(|note| key.starts_with(note))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::update::tests::any_update;
    use proptest::prelude::*;
    use serde_json::json;

    fn read(kind: &str, change: &Value) -> Read {
        let person = json!({
            "id": 5, "is_bot": false, "first_name": " \u{202e}Li\n", "last_name": "Wei ", "language_code": "zh-hans",
            "type": "private",
        });
        let mut part = json!({ "message_id": 9, "date": 1_700_000_000, "chat": person, "from": person });
        part.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        incoming(&json!({ "update_id": 7, kind: part }).to_string())
    }

    /// What a private message says; `None` when it is skipped.
    fn input(change: &Value) -> Option<Input> {
        match read("message", change) {
            Read::Private(incoming) => Some(incoming.input),
            Read::Skip { update: UpdateId(7) } => None,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn texts_and_commands() {
        let command =
            |name: &str, argument: &str| Input::Command { name: name.into(), argument: argument.into() };
        let cases = [
            ("/start", command("start", "")),
            ("/start j12", command("start", "j12")),
            ("/Start@Zg_Bot   j12 ", command("start", "j12")),
            ("/post welder\n8000", command("post", "welder\n8000")),
            ("/5", Input::Text("/5".into())),
            ("/", Input::Text("/".into())),
            ("/焊工", Input::Text("/焊工".into())),
            (" /start", Input::Text(" /start".into())),
            ("a\u{0}b", Input::Text("ab".into())),
            (&"工".repeat(5000), Input::Text("工".repeat(4096))),
        ];
        for (text, expected) in cases {
            assert_eq!(input(&json!({ "text": text })), Some(expected));
        }
    }

    #[test]
    fn everything_else_that_people_send() {
        let contact =
            |user: Value| json!({ "contact": { "phone_number": "+86", "first_name": "L", "user_id": user } });
        let place = |lat: f64| json!({ "latitude": lat, "longitude": 114.0 });
        let here = Some(Input::Location(Point { lat: 22.5, lon: 114.0 }));
        let photo = json!([{ "file_id": "a", "file_unique_id": "b", "width": 1, "height": 1 }]);
        let voice = json!({ "file_id": "a", "file_unique_id": "b", "duration": 3 });
        let origin = json!({ "type": "hidden_user", "date": 1, "sender_user_name": "n" });
        let cases = [
            (contact(json!(5)), Some(Input::Contact { phone: "+86".into(), user: Some(ChatId(5)) })),
            (contact(Value::Null), Some(Input::Contact { phone: "+86".into(), user: None })),
            (json!({ "location": place(22.5) }), here.clone()),
            (json!({ "venue": { "location": place(22.5), "title": "t", "address": "a" } }), here),
            (json!({ "location": place(95.0) }), Some(Input::Unreadable(Thing::Other))),
            (json!({ "photo": photo }), Some(Input::Unreadable(Thing::Picture))),
            (json!({ "photo": photo, "caption": "焊工" }), Some(Input::Text("焊工".into()))),
            (json!({ "voice": voice }), Some(Input::Unreadable(Thing::Voice))),
            (json!({ "dice": { "emoji": "🎲", "value": 3 } }), Some(Input::Unreadable(Thing::Sticker))),
            (json!({ "rich_message": {} }), Some(Input::Unreadable(Thing::Other))),
            (
                json!({ "text": "/start", "forward_origin": origin }),
                Some(Input::Unreadable(Thing::Forwarded)),
            ),
            (json!({}), Some(Input::Unreadable(Thing::Other))),
            (json!({ "pinned_message": { "new": "shape" } }), None),
            (json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 60 } }), None),
            (json!({ "text": "x", "from": { "id": 6, "is_bot": true, "first_name": "b" } }), None),
            (json!({ "text": "x", "chat": { "id": -5, "type": "group", "title": "g" } }), None),
        ];
        for (change, expected) in cases {
            assert_eq!(input(&change), expected, "{change}");
        }
    }

    #[test]
    fn senders() {
        let Read::Private(incoming) = read("message", &json!({ "text": "x" })) else { panic!() };
        let language = Some("zh-hans".into());
        assert_eq!(incoming.sender, Sender { chat: ChatId(5), name: "Li Wei".into(), language });
        assert_eq!(incoming.update, UpdateId(7));
    }

    #[test]
    fn taps() {
        let tap = |message: Value| {
            let query = json!({ "id": "77", "chat_instance": "1", "data": "f:1", "message": message });
            match read("callback_query", &query) {
                Read::Private(incoming) => Some(incoming.input),
                _ => None,
            }
        };
        let found = |message| Some(Input::Tap { data: "f:1".into(), callback: "77".into(), message });
        let private = json!({ "id": 5, "type": "private", "first_name": "L" });
        let group = json!({ "id": -5, "type": "group", "title": "g" });
        let under =
            |chat: &Value, date: i64| json!({ "message_id": 3, "date": date, "chat": chat, "text": "q" });
        assert_eq!(tap(under(&private, 1_700_000_000)), found(Some(MessageId(3))));
        assert_eq!(tap(under(&private, 0)), found(Some(MessageId(3))), "no longer accessible");
        assert_eq!(tap(Value::Null), found(None));
        assert_eq!(tap(json!({ "broken": true })), found(None));
        assert_eq!(tap(under(&group, 1)), None);
    }

    #[test]
    fn blocks_and_what_is_not_for_the_bot() {
        let skip = Read::Skip { update: UpdateId(7) };
        let me = json!({ "id": 42, "is_bot": true, "first_name": "zg" });
        let change = |status: &str| {
            let now = json!({ "user": me, "status": status, "until_date": 0 });
            let before = json!({ "user": me, "status": "member" });
            read("my_chat_member", &json!({ "old_chat_member": before, "new_chat_member": now }))
        };
        for (status, expected) in [("kicked", Input::Blocked), ("member", Input::Unblocked)] {
            let Read::Private(incoming) = change(status) else { panic!("{status}") };
            assert_eq!((incoming.input, incoming.sender.chat), (expected, ChatId(5)));
        }
        assert_eq!(change("left"), skip);
        for kind in ["edited_message", "channel_post", "business_message", "telepathy"] {
            assert_eq!(read(kind, &json!({ "text": "x" })), skip, "{kind}");
        }
    }

    #[test]
    fn the_number_is_found_in_broken_updates() {
        let cases = [
            (r#"{"update_id":7,"message":{"text":5}}"#, Some(7)),
            (r#"{"update_id" : 7 ,"message":{"te"#, Some(7)),
            (r#"{"update_id":7,"message":{"location":{"latitude":1e999}}}"#, Some(7)),
            (r#"{"update_id":7,"update_id":8,"message":{}}"#, Some(7)),
            (r#"{"message":{"text":"\"update_id\":7""#, None),
            (r#"{"message":{}}"#, None),
            ("", None),
        ];
        for (raw, number) in cases {
            let Read::Broken { update, .. } = incoming(raw) else { panic!("{raw}") };
            assert_eq!(update, number.map(UpdateId), "{raw}");
        }
        let deep = format!(r#"{{"update_id":7,"message":{}1{}}}"#, "[".repeat(9000), "]".repeat(9000));
        assert!(matches!(incoming(&deep), Read::Broken { update: Some(UpdateId(7)), .. }));
    }

    proptest! {
        #[test]
        fn reading_never_panics(raw in any_update()) {
            let found = match incoming(&raw) {
                Read::Private(incoming) => Some(incoming.update),
                Read::Skip { update } => Some(update),
                Read::Broken { update, .. } => update,
            };
            let number = UpdateId(7);
            prop_assert!(!raw.contains("\"update_id\":7}") || found == Some(number), "{found:?}");
        }
    }
}
