//! One private chat: a person's phone with everything the bot and the person wrote.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Person;
use super::entity::Formatted;

/// A phone keeps this many messages; older ones are forgotten, so a long run stays small.
const MAX_MESSAGES: usize = 2_000;
const MAX_TOASTS: usize = 50;

/// What a message consists of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Body {
    /// A text, with the HTML it came from if the bot sent HTML.
    Text { text: Formatted, html: Option<String> },
    /// A file with a text under it, which may be empty.
    Media { media: Arc<Media>, text: Formatted, html: Option<String> },
    /// Anything else: the name of the message's field and its value.
    Other { field: &'static str, value: Value },
}

/// A file in a message: the name of the message's field and its value.
#[derive(Debug, PartialEq)]
pub(super) struct Media {
    pub(super) field: &'static str,
    pub(super) value: Value,
}

/// What an edit replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    Caption,
}

impl Body {
    /// The text, or the one under a file.
    pub(super) fn text(&self) -> Option<&Formatted> {
        match self {
            Self::Text { text, .. } | Self::Media { text, .. } => Some(text),
            Self::Other { .. } => None,
        }
    }

    /// The same with another text; nothing if it has no such part.
    pub(super) fn rewritten(&self, part: Part, text: Formatted, html: Option<String>) -> Option<Self> {
        match (self, part) {
            (Self::Text { .. }, Part::Text) => Some(Self::Text { text, html }),
            (Self::Media { media, .. }, Part::Caption) => {
                Some(Self::Media { media: Arc::clone(media), text, html })
            }
            _ => None,
        }
    }
}

/// One message.
#[derive(Debug, Clone)]
pub(super) struct Message {
    pub(super) id: i64,
    pub(super) is_from_bot: bool,
    pub(super) date_s: i64,
    pub(super) edited_s: Option<i64>,
    pub(super) body: Body,
    pub(super) inline: Option<Vec<Vec<Value>>>,
    /// The message brought, replaced or removed a reply keyboard: Telegram does not edit such.
    pub(super) had_keyboard: bool,
    /// Where a forwarded message comes from.
    pub(super) origin: Option<Value>,
    pub(super) rev: u64,
}

impl Message {
    /// A message without anything below it.
    pub(super) fn new(id: i64, is_from_bot: bool, body: Body, now_ms: i64) -> Self {
        Self {
            id,
            is_from_bot,
            date_s: now_ms / 1000,
            edited_s: None,
            body,
            inline: None,
            had_keyboard: false,
            origin: None,
            rev: 0,
        }
    }

    /// The message as a Bot API object.
    pub(super) fn to_api(&self, from: Value, chat: Value) -> Value {
        let mut fields = Map::new();
        let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        set("message_id", json!(self.id));
        set("from", from);
        set("chat", chat);
        set("date", json!(self.date_s));
        if let Some(at) = self.edited_s {
            set("edit_date", json!(at));
        }
        if let Some(origin) = &self.origin {
            set("forward_origin", origin.clone());
        }
        match &self.body {
            Body::Text { text, .. } => {
                set("text", json!(text.text));
                if !text.entities.is_empty() {
                    set("entities", json!(text.entities));
                }
            }
            Body::Media { media, text, .. } => {
                set(media.field, media.value.clone());
                if !text.text.is_empty() {
                    set("caption", json!(text.text));
                }
                if !text.entities.is_empty() {
                    set("caption_entities", json!(text.entities));
                }
            }
            Body::Other { field, value } => {
                set(field, value.clone());
            }
        }
        if let Some(rows) = &self.inline {
            set("reply_markup", json!({ "inline_keyboard": rows }));
        }
        Value::Object(fields)
    }

    /// The message as the page and the tests get it.
    pub(super) fn to_view(&self) -> Value {
        let mut view = json!({
            "message_id": self.id,
            "from": if self.is_from_bot { "bot" } else { "me" },
            "date": self.date_s,
            "edited": self.edited_s.is_some(),
            "inline_keyboard": self.inline,
            "rev": self.rev,
        });
        if let Some(origin) = &self.origin {
            view["forward_origin"] = origin.clone();
        }
        match &self.body {
            Body::Text { text, html } => {
                view["text"] = json!(text.text);
                view["entities"] = json!(text.entities);
                view["html"] = json!(html);
            }
            Body::Media { media, text, html } => {
                view[media.field] = media.value.clone();
                view["caption"] = json!(text.text);
                view["caption_entities"] = json!(text.entities);
                view["html"] = json!(html);
            }
            Body::Other { field, value } => view[*field] = value.clone(),
        }
        view
    }

    /// True if one of the buttons carries this callback data.
    pub(super) fn has_button(&self, data: &str) -> bool {
        self.inline.iter().flatten().flatten().any(|button| button["callback_data"] == data)
    }
}

/// The keyboard that stands in place of the letters.
#[derive(Debug, Clone)]
pub(super) struct Keyboard {
    pub(super) message_id: i64,
    pub(super) markup: Value,
    /// A one-time keyboard folds away once it was used.
    pub(super) is_folded: bool,
}

/// The notice that an answered button press shows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Toast {
    pub(super) text: String,
    pub(super) alert: bool,
    pub(super) rev: u64,
    pub(super) callback_query_id: String,
}

/// A person, and the chat as it stands on that person's phone.
#[derive(Debug)]
pub(super) struct Phone {
    pub(super) person: Person,
    pub(super) has_started: bool,
    pub(super) is_blocked: bool,
    pub(super) is_deactivated: bool,
    pub(super) messages: BTreeMap<i64, Message>,
    pub(super) last_message_id: i64,
    pub(super) keyboard: Option<Keyboard>,
    pub(super) toasts: Vec<Toast>,
    /// "typing" and until when it shows.
    pub(super) action: Option<(String, i64)>,
    pub(super) rev: u64,
}

impl Phone {
    /// A new phone with an empty chat.
    pub(super) fn new(person: Person) -> Self {
        Self {
            person,
            has_started: false,
            is_blocked: false,
            is_deactivated: false,
            messages: BTreeMap::new(),
            last_message_id: 0,
            keyboard: None,
            toasts: Vec::new(),
            action: None,
            rev: 0,
        }
    }

    /// Adds a message under the next id, which both directions share, and gives that id.
    pub(super) fn add(&mut self, is_from_bot: bool, body: Body, now_ms: i64) -> i64 {
        self.last_message_id += 1;
        let id = self.last_message_id;
        self.messages.insert(id, Message::new(id, is_from_bot, body, now_ms));
        if self.messages.len() > MAX_MESSAGES {
            self.messages.pop_first();
        }
        id
    }

    /// Shows the notice of an answered button press.
    pub(super) fn toast(&mut self, toast: Toast) {
        self.toasts.push(toast);
        if self.toasts.len() > MAX_TOASTS {
            self.toasts.remove(0);
        }
    }

    /// The person used the reply keyboard or wrote: a one-time keyboard folds.
    pub(super) fn fold_keyboard(&mut self) {
        match &mut self.keyboard {
            Some(keyboard) if keyboard.markup["one_time_keyboard"] == true => {
                keyboard.is_folded = true;
            }
            Some(keyboard) if keyboard.markup["force_reply"] == true => self.keyboard = None,
            _ => {}
        }
    }

    /// The person as a Bot API user.
    pub(super) fn to_user(&self) -> Value {
        json!({
            "id": self.person.id,
            "is_bot": false,
            "first_name": self.person.first_name,
            "language_code": self.person.language_code,
        })
    }

    /// The person's private chat as a Bot API chat.
    pub(super) fn to_chat(&self) -> Value {
        json!({
            "id": self.person.id,
            "type": "private",
            "first_name": self.person.first_name,
        })
    }
}
