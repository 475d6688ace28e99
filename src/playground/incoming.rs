//! What people do on their phones, and the updates it makes.

use serde_json::{Value, json};

use super::chat::{Body, Phone};
use super::entity::Formatted;
use super::files::{Kind, Upload};
use super::world::State;

/// Telegram's apps cut longer texts into several messages.
const MAX_CHARS: usize = 4096;
const MAX_CAPTION_CHARS: usize = 1024;
const MAX_NAME_CHARS: usize = 64;
/// What is forwarded was written some minutes ago.
const FORWARDED_AGE_S: i64 = 600;

/// Why a person cannot do something.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    #[error("there is no person {0}; add one with POST /sim/people")]
    NoPerson(i64),
    #[error("this person has blocked the bot; unblock it first")]
    Blocked,
    #[error("this person's account is deleted")]
    Deactivated,
    #[error("a message needs a text")]
    Empty,
    #[error("a text of {0} characters: Telegram's apps send at most {MAX_CHARS} in one message")]
    TooLong(usize),
    #[error("a caption of {0} characters: Telegram's apps send at most {MAX_CAPTION_CHARS} with a file")]
    CaptionTooLong(usize),
    #[error("a name has 1 to {MAX_NAME_CHARS} characters")]
    Name,
    #[error("no message {0} in this chat; it was deleted or never sent (\"force\": true taps it anyway)")]
    NoMessage(i64),
    #[error("message {0} has no button with the data {1:?} now (\"force\": true taps it anyway)")]
    NoButton(i64, String),
}

/// A text as an app sends it.
fn written(text: &str) -> Result<Body, Refused> {
    let text = Formatted { text: text.to_owned(), entities: Vec::new() }.settled();
    match text.n_chars() {
        0 => Err(Refused::Empty),
        n if n > MAX_CHARS => Err(Refused::TooLong(n)),
        _ => Ok(Body::Text { text, html: None }),
    }
}

impl State {
    fn phone(&mut self, person: i64) -> Result<&mut Phone, Refused> {
        self.phones.get_mut(&person).ok_or(Refused::NoPerson(person))
    }

    /// The phone of somebody who may write to the bot.
    fn writing_phone(&mut self, person: i64) -> Result<&mut Phone, Refused> {
        let phone = self.phone(person)?;
        if phone.is_deactivated {
            Err(Refused::Deactivated)
        } else if phone.is_blocked {
            Err(Refused::Blocked)
        } else {
            Ok(phone)
        }
    }

    /// The person writes; gives the message's id.
    pub(super) fn write(&mut self, person: i64, text: &str, now_ms: i64) -> Result<i64, Refused> {
        self.receive(person, written(text)?, now_ms)
    }

    /// The person forwards what somebody else wrote whose account stays hidden.
    pub(super) fn forward(
        &mut self,
        person: i64,
        text: &str,
        sender: &str,
        now_ms: i64,
    ) -> Result<i64, Refused> {
        if !(1..=MAX_NAME_CHARS).contains(&sender.chars().count()) {
            return Err(Refused::Name);
        }
        let origin = json!({
            "type": "hidden_user",
            "date": now_ms / 1000 - FORWARDED_AGE_S,
            "sender_user_name": sender,
        });
        self.arrive(person, written(text)?, Some(origin), now_ms)
    }

    /// The person sends a file; gives the message's id.
    pub(super) fn send_file(
        &mut self,
        person: i64,
        kind: Kind,
        upload: Upload,
        caption: &str,
        now_ms: i64,
    ) -> Result<i64, Refused> {
        let text = Formatted { text: caption.to_owned(), entities: Vec::new() }.settled();
        if text.n_chars() > MAX_CAPTION_CHARS {
            return Err(Refused::CaptionTooLong(text.n_chars()));
        }
        self.writing_phone(person)?;
        let media = self.files.add(kind, upload).media();
        self.receive(person, Body::Media { media: media.into(), text, html: None }, now_ms)
    }

    /// Anything arrives from the person; gives the message's id.
    pub(super) fn receive(&mut self, person: i64, body: Body, now_ms: i64) -> Result<i64, Refused> {
        self.arrive(person, body, None, now_ms)
    }

    fn arrive(
        &mut self,
        person: i64,
        body: Body,
        origin: Option<Value>,
        now_ms: i64,
    ) -> Result<i64, Refused> {
        let phone = self.writing_phone(person)?;
        phone.has_started = true;
        let id = phone.add(false, body, now_ms);
        if let Some(message) = phone.messages.get_mut(&id) {
            message.origin = origin;
        }
        phone.fold_keyboard();
        self.touch_message(person, id);
        let message = self.message_to_api(person, id);
        self.updates.push("message", &message, now_ms);
        Ok(id)
    }

    /// The person presses a button under a message; gives the id of the callback query. A forced
    /// press is what an app with an old screen sends.
    pub(super) fn tap(
        &mut self,
        person: i64,
        message_id: i64,
        data: &str,
        is_forced: bool,
        now_ms: i64,
    ) -> Result<String, Refused> {
        let phone = self.writing_phone(person)?;
        let message = phone.messages.get(&message_id);
        if !is_forced {
            let message = message.ok_or(Refused::NoMessage(message_id))?;
            if !message.has_button(data) {
                return Err(Refused::NoButton(message_id, data.to_owned()));
            }
        }
        let (user, chat) = (phone.to_user(), phone.to_chat());
        let message = match self.message_to_api(person, message_id) {
            // A message that is gone comes as an inaccessible one.
            Value::Null => json!({ "chat": chat, "message_id": message_id, "date": 0 }),
            message => message,
        };
        let id = self.callbacks.press(person, message_id, data, now_ms);
        let query = json!({
            "id": id,
            "from": user,
            "message": message,
            "chat_instance": format!("-{person}0001"),
            "data": data,
        });
        self.updates.push("callback_query", &query, now_ms);
        self.touch(person);
        Ok(id)
    }

    /// The person blocks the bot or lets it write again; false if that changes nothing.
    pub(super) fn block(&mut self, person: i64, is_blocked: bool, now_ms: i64) -> Result<bool, Refused> {
        let phone = self.phone(person)?;
        if phone.is_deactivated {
            return Err(Refused::Deactivated);
        }
        if phone.is_blocked == is_blocked {
            return Ok(false);
        }
        phone.is_blocked = is_blocked;
        let (user, chat) = (phone.to_user(), phone.to_chat());
        let bot = self.bot.to_user();
        let member = json!({ "user": bot, "status": "member" });
        let kicked = json!({ "user": bot, "status": "kicked", "until_date": 0 });
        let (old, new) = if is_blocked { (member, kicked) } else { (kicked, member) };
        let changed = json!({
            "chat": chat,
            "from": user,
            "date": now_ms / 1000,
            "old_chat_member": old,
            "new_chat_member": new,
        });
        self.updates.push("my_chat_member", &changed, now_ms);
        self.touch(person);
        Ok(true)
    }

    /// The person deletes the account. Telegram tells the bot nothing.
    pub(super) fn deactivate(&mut self, person: i64) -> Result<(), Refused> {
        self.phone(person)?.is_deactivated = true;
        self.touch(person);
        Ok(())
    }

    /// Queues an update as it is. Whoever it is from counts as having written, and a callback
    /// query in it can be answered. Gives the update's id.
    pub(super) fn inject(&mut self, mut update: Value, now_ms: i64) -> Result<i64, &'static str> {
        let fields = update.as_object_mut().ok_or("an update is a JSON object")?;
        let id = match fields.get("update_id") {
            None => self.updates.next_id(),
            Some(id) => id.as_i64().ok_or("update_id must be an integer")?,
        };
        fields.insert("update_id".to_owned(), json!(id));
        let (kind, body) = fields
            .iter()
            .find(|(name, _)| *name != "update_id")
            .ok_or("an update needs one field besides update_id")?;
        let (kind, body) = (kind.clone(), body.clone());
        let from = body["from"]["id"].as_i64().unwrap_or_default();
        if let Some(phone) = self.phones.get_mut(&from) {
            phone.has_started = true;
            let message_id = body["message_id"].as_i64().unwrap_or_default();
            phone.last_message_id = phone.last_message_id.max(message_id);
        }
        if let Some(query) = body["id"].as_str().filter(|_| kind == "callback_query") {
            let message_id = body["message"]["message_id"].as_i64();
            let data = body["data"].as_str().unwrap_or_default();
            self.callbacks.register(query.to_owned(), from, message_id, data, now_ms);
        }
        self.updates.push_raw(id, &kind, update, now_ms);
        Ok(id)
    }
}
