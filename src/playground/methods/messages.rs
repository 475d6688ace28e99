//! Sending, editing and deleting messages.

use serde_json::{Value, json};

use super::super::answer::{Answer, Refusal};
use super::super::chat::{Body, Keyboard, Media, Message, Part};
use super::super::entity::{Entity, Formatted, utf16};
use super::super::html;
use super::super::markup::{self, Markup};
use super::super::world::State;
use super::Call;

const MAX_CHARS: usize = 4096;
pub(super) const MAX_CAPTION_CHARS: usize = 1024;
const DELETABLE_S: i64 = 48 * 3600;
const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply \
    markup are exactly the same as a current content and reply markup of the message";

/// Who a message goes to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Chat {
    Phone(i64),
    Crowd(i64),
}

/// Finds the chat and refuses if the bot may not write there.
pub(super) fn chat(state: &State, call: &Call) -> Result<Chat, Refusal> {
    let given = call.params.text("chat_id").unwrap_or_default();
    if given.is_empty() {
        return Err(Refusal::bad("chat_id is empty"));
    }
    let not_found = || Refusal::bad("chat not found");
    let id = call.params.int("chat_id").ok_or_else(not_found)?;
    let Some(phone) = state.phones.get(&id) else {
        return if state.crowd.holds(id) { Ok(Chat::Crowd(id)) } else { Err(not_found()) };
    };
    if phone.is_deactivated {
        Err(Refusal::forbidden("user is deactivated"))
    } else if phone.is_blocked {
        Err(Refusal::forbidden("bot was blocked by the user"))
    } else if !phone.has_started {
        Err(Refusal::forbidden("bot can't initiate conversation with a user"))
    } else {
        Ok(Chat::Phone(id))
    }
}

/// The text of a call, which must not be empty.
fn text(call: &Call) -> Result<(Formatted, Option<String>), Refusal> {
    let (text, html) = formatted(call, "text", "entities")?;
    if text.text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    Ok((text, html))
}

/// The caption of a call; none is an empty one.
pub(super) fn caption(call: &Call) -> Result<(Formatted, Option<String>), Refusal> {
    formatted(call, "caption", "caption_entities")
}

/// A text after its markup was parsed, with the HTML it came from.
fn formatted(call: &Call, field: &str, entities: &str) -> Result<(Formatted, Option<String>), Refusal> {
    let raw = call.params.text(field).unwrap_or_default();
    if raw.is_empty() {
        return Ok((Formatted::default(), None));
    }
    let mode = call.params.text("parse_mode").unwrap_or_default();
    let (text, html) = match mode.to_ascii_lowercase().as_str() {
        "html" => {
            let parsed =
                html::parse(&raw).map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?;
            (parsed, Some(raw))
        }
        "" | "none" => {
            let entities = given_entities(call, entities, &raw)?;
            let text = Formatted { text: raw, entities };
            (text, None)
        }
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    Ok((text.settled(), html))
}

fn given_entities(call: &Call, field: &str, text: &str) -> Result<Vec<Entity>, Refusal> {
    let Some(value) = call.params.json(field, "message entities")? else {
        return Ok(Vec::new());
    };
    let entities: Vec<Entity> = serde_json::from_value(value)
        .map_err(|why| Refusal::bad(format!("can't parse MessageEntity: {why}")))?;
    let n_units = utf16(text);
    match entities.iter().find(|e| e.offset + e.length > n_units) {
        None => Ok(entities),
        Some(e) => Err(Refusal::bad(format!(
            "entity beginning at UTF-16 offset {} ends after the end of the text at UTF-16 offset {}",
            e.offset,
            e.offset + e.length
        ))),
    }
}

/// What the message brings below itself or below the chat.
pub(super) fn markup(call: &Call) -> Result<Option<Markup>, Refusal> {
    markup::parse(call.params.json("reply_markup", "reply keyboard markup")?)
}

/// An edited message may only carry buttons under it.
fn inline_markup(call: &Call) -> Result<Option<Vec<Vec<Value>>>, Refusal> {
    match markup(call)? {
        None => Ok(None),
        Some(Markup::Inline(rows)) => Ok(Some(rows)),
        Some(_) => Err(Refusal::bad("inline keyboard expected")),
    }
}

/// `sendMessage`.
pub(super) fn send(state: &mut State, call: &Call) -> Answer {
    let (text, html) = text(call)?;
    let markup = markup(call)?;
    let chat = chat(state, call)?;
    if text.n_chars() > MAX_CHARS {
        return Err(Refusal::bad("message is too long"));
    }
    deliver(state, call, chat, Body::Text { text, html }, markup)
}

/// Puts a message that was checked into its chat.
pub(super) fn deliver(
    state: &mut State,
    call: &Call,
    chat: Chat,
    body: Body,
    markup: Option<Markup>,
) -> Answer {
    check_reply(state, call, chat)?;
    let id = match chat {
        Chat::Crowd(id) => {
            let message_id = state.crowd.receive(id, &body);
            return Ok(crowd_message(state, id, message_id, call.now_ms, body, markup));
        }
        Chat::Phone(id) => id,
    };
    let Some(phone) = state.phones.get_mut(&id) else {
        return Err(Refusal::bad("chat not found"));
    };
    let message_id = phone.add(true, body, call.now_ms);
    phone.action = None;
    let (inline, keyboard) = match markup {
        Some(Markup::Inline(rows)) => (Some(rows), None),
        Some(Markup::Keyboard(markup) | Markup::ForceReply(markup)) => (None, Some(Some(markup))),
        Some(Markup::Remove) => (None, Some(None)),
        None => (None, None),
    };
    if let Some(message) = phone.messages.get_mut(&message_id) {
        message.inline = inline;
        message.had_keyboard = keyboard.is_some();
    }
    if let Some(keyboard) = keyboard {
        phone.keyboard = keyboard.map(|markup| Keyboard { message_id, markup, is_folded: false });
    }
    state.touch_message(id, message_id);
    Ok(state.message_to_api(id, message_id))
}

/// A reply needs the message that it answers, unless the bot says that it does not.
fn check_reply(state: &State, call: &Call, chat: Chat) -> Result<(), Refusal> {
    let Some(reply) = call.params.json("reply_parameters", "reply parameters")? else { return Ok(()) };
    let missing = || Refusal::bad("can't parse reply parameters: can't find field \"message_id\"");
    let id = reply["message_id"].as_i64().ok_or_else(missing)?;
    let is_there = match chat {
        Chat::Phone(person) => state.phones.get(&person).is_some_and(|p| p.messages.contains_key(&id)),
        Chat::Crowd(person) => {
            state.crowd.last_of(person).is_some_and(|(newest, _)| (1..=newest).contains(&id))
        }
    };
    if is_there || reply["allow_sending_without_reply"] == true {
        Ok(())
    } else {
        Err(Refusal::bad("message to reply not found"))
    }
}

/// The answer about a message of the crowd, of which nothing else is kept.
fn crowd_message(
    state: &State,
    chat_id: i64,
    message_id: i64,
    now_ms: i64,
    body: Body,
    markup: Option<Markup>,
) -> Value {
    let mut message = Message::new(message_id, true, body, now_ms);
    if let Some(Markup::Inline(rows)) = markup {
        message.inline = Some(rows);
    }
    let chat = json!({ "id": chat_id, "type": "private", "first_name": "Worker" });
    message.to_api(state.bot.to_user(), chat)
}

/// What a message of the crowd consists of. Only the last one is kept; an older one is taken to
/// have the part that is edited.
fn crowd_body(state: &State, chat_id: i64, message_id: i64, part: Part) -> Result<Body, Refusal> {
    let (newest, body) =
        state.crowd.last_of(chat_id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
    match (newest - message_id, part) {
        (..0, _) => Err(Refusal::bad("message to edit not found")),
        (0, _) => Ok(body),
        (_, Part::Text) => Ok(Body::Text { text: Formatted::default(), html: None }),
        (_, Part::Caption) => {
            let media = Media { field: "photo", value: json!([]) };
            Ok(Body::Media { media: media.into(), text: Formatted::default(), html: None })
        }
    }
}

fn message_id(call: &Call) -> Result<i64, Refusal> {
    call.params
        .int("message_id")
        .filter(|id| *id > 0)
        .ok_or_else(|| Refusal::bad("message identifier is not specified"))
}

/// The message that an edit is about, if it may be edited.
fn editable(state: &mut State, chat_id: i64, id: i64) -> Result<&mut Message, Refusal> {
    let message = state
        .phones
        .get_mut(&chat_id)
        .and_then(|phone| phone.messages.get_mut(&id))
        .ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if message.is_from_bot && !message.had_keyboard {
        Ok(message)
    } else {
        Err(Refusal::bad("message can't be edited"))
    }
}

/// `editMessageText`.
pub(super) fn edit_text(state: &mut State, call: &Call) -> Answer {
    let (text, html) = text(call)?;
    edit(state, call, Part::Text, text, html)
}

/// `editMessageCaption`: without a caption the message has none afterwards.
pub(super) fn edit_caption(state: &mut State, call: &Call) -> Answer {
    let (text, html) = caption(call)?;
    edit(state, call, Part::Caption, text, html)
}

fn edit(state: &mut State, call: &Call, part: Part, text: Formatted, html: Option<String>) -> Answer {
    let rows = inline_markup(call)?;
    let chat = chat(state, call)?;
    let message_id = message_id(call)?;
    let n_chars = text.n_chars();
    let rewrite = |body: &Body| {
        let (max_chars, too_long, missing) = match part {
            Part::Text => (MAX_CHARS, "MESSAGE_TOO_LONG", "there is no text in the message to edit"),
            Part::Caption => {
                (MAX_CAPTION_CHARS, "MEDIA_CAPTION_TOO_LONG", "there is no caption in the message to edit")
            }
        };
        match body.rewritten(part, text, html) {
            None => Err(Refusal::bad(missing)),
            Some(_) if n_chars > max_chars => Err(Refusal::bad(too_long)),
            Some(body) => Ok(body),
        }
    };
    let id = match chat {
        Chat::Phone(id) => id,
        Chat::Crowd(id) => {
            let body = rewrite(&crowd_body(state, id, message_id, part)?)?;
            state.crowd.edit(id, message_id, body.text().map(|text| text.text.as_str()));
            let markup = rows.map(Markup::Inline);
            return Ok(crowd_message(state, id, message_id, call.now_ms, body, markup));
        }
    };
    let message = editable(state, id, message_id)?;
    let body = rewrite(&message.body)?;
    if message.body.text() == body.text() && message.inline == rows {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    message.body = body;
    message.inline = rows;
    message.edited_s = Some(call.now_ms / 1000);
    state.touch_message(id, message_id);
    Ok(state.message_to_api(id, message_id))
}

/// `editMessageReplyMarkup`.
pub(super) fn edit_markup(state: &mut State, call: &Call) -> Answer {
    let rows = inline_markup(call)?;
    let chat = chat(state, call)?;
    let message_id = message_id(call)?;
    let id = match chat {
        Chat::Phone(id) => id,
        Chat::Crowd(id) => {
            let body = crowd_body(state, id, message_id, Part::Text)?;
            let markup = rows.map(Markup::Inline);
            return Ok(crowd_message(state, id, message_id, call.now_ms, body, markup));
        }
    };
    let message = editable(state, id, message_id)?;
    if message.inline == rows {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    message.inline = rows;
    message.edited_s = Some(call.now_ms / 1000);
    state.touch_message(id, message_id);
    Ok(state.message_to_api(id, message_id))
}

/// `deleteMessage`.
pub(super) fn delete(state: &mut State, call: &Call) -> Answer {
    let chat = chat(state, call)?;
    let message_id = message_id(call)?;
    let not_found = || Refusal::bad("message to delete not found");
    let id = match chat {
        Chat::Phone(id) => id,
        Chat::Crowd(id) if state.crowd.edit(id, message_id, None) => return Ok(json!(true)),
        Chat::Crowd(_) => return Err(not_found()),
    };
    let phone = state.phones.get_mut(&id).ok_or_else(not_found)?;
    let message = phone.messages.get(&message_id).ok_or_else(not_found)?;
    if message.date_s + DELETABLE_S < call.now_ms / 1000 {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    phone.messages.remove(&message_id);
    if phone.keyboard.as_ref().is_some_and(|k| k.message_id == message_id) {
        phone.keyboard = None;
    }
    state.touch(id);
    Ok(json!(true))
}

/// `sendChatAction`: shows for five seconds or until the next message.
pub(super) fn action(state: &mut State, call: &Call) -> Answer {
    let action = call.params.text("action").unwrap_or_default();
    let known = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    if !known.contains(&action.as_str()) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    if let Chat::Phone(id) = chat(state, call)? {
        if let Some(phone) = state.phones.get_mut(&id) {
            phone.action = Some((action, call.now_ms + 5_000));
        }
        state.touch(id);
    }
    Ok(json!(true))
}
