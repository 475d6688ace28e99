//! What the bot says, as Bot API calls (the method and its JSON), and the envelope of the answers.
//!
//! teloxide's payloads give the shape, but for inline buttons, whose colour it does not know yet (`style`, Bot
//! API 9.4; older apps and servers pass over it).

use super::code;
use super::errors::SendError;
use crate::chat::{Button, Keyboard, Message, Out, ReplyButton, Tone};
use crate::domain::{ChatId, MessageId};
use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use std::time::Duration;
use teloxide::payloads::{AnswerCallbackQuery, EditMessageText, SendMessage, setters::*};
use teloxide::types;
use teloxide::types::{ButtonRequest, KeyboardButton};
use teloxide::types::{KeyboardMarkup, LinkPreviewOptions, ParseMode, ReplyMarkup};

/// A Bot API call, ready to go.
#[derive(Debug, Clone)]
pub struct Call {
    /// The method's name.
    pub method: &'static str,
    /// Its parameters.
    pub body: Box<RawValue>,
    /// The file that goes with it.
    pub file: Option<Upload>,
}

/// A file that goes with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The parameter that it is.
    pub field: &'static str,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why there is no call to be made.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The parameters are no JSON.
    #[error("no JSON can be made: {0}")]
    Json(#[from] serde_json::Error),
    /// The link is too long for a picture, or the picture cannot be written.
    #[error("no picture of a link can be made: {0}")]
    Code(#[from] code::CodeError),
}

/// Telegram's limit for the answer to a tap, in characters.
const TOAST_CHARS: usize = 200;
/// Telegram's limit for the greyed text in the input field, in characters.
const HINT_CHARS: usize = 64;

/// The call that says `out` in a chat.
pub fn call(chat: ChatId, out: &Out) -> Result<Call, CallError> {
    match out {
        Out::Send(message) => {
            let payload = SendMessage::new(types::ChatId(chat.0), &message.html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview());
            let body = to_raw_value(&Body { payload, reply_markup: markup(&message.keyboard) })?;
            Ok(Call { method: "sendMessage", body, file: None })
        }
        Out::Edit { message, content } => Ok(edit(chat, *message, content)?),
        Out::File(document) => {
            let bytes = document.content.clone().into_bytes();
            let file =
                Upload { field: "document", name: document.name.clone(), kind: "application/json", bytes };
            with_file(chat, "sendDocument", &document.caption, file)
        }
        Out::Code { link, caption } => {
            let bytes = code::png(link)?;
            let file = Upload { field: "photo", name: "link.png".into(), kind: "image/png", bytes };
            with_file(chat, "sendPhoto", caption, file)
        }
        Out::Answer { callback, text } => {
            let mut payload = AnswerCallbackQuery::new(types::CallbackQueryId(callback.clone()));
            payload.text = text.as_deref().filter(|text| !text.is_empty()).map(|text| cut(text, TOAST_CHARS));
            Ok(Call { method: "answerCallbackQuery", body: to_raw_value(&payload)?, file: None })
        }
    }
}

/// A call with a file and a text under it. teloxide reads such files itself, so the JSON is made here.
fn with_file(chat: ChatId, method: &'static str, caption: &Message, file: Upload) -> Result<Call, CallError> {
    let payload = json!({ "chat_id": chat.0, "caption": caption.html, "parse_mode": "HTML" });
    let body = to_raw_value(&Body { payload, reply_markup: markup(&caption.keyboard) })?;
    Ok(Call { method, body, file: Some(file) })
}

/// An edited message can only have inline buttons; without any, the ones that it had go away.
fn edit(chat: ChatId, message: MessageId, content: &Message) -> Result<Call, serde_json::Error> {
    let number = i32::try_from(message.0).map_err(serde_json::Error::custom)?;
    let payload = EditMessageText::new(types::ChatId(chat.0), types::MessageId(number), &content.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    let inline = markup(&content.keyboard).filter(|markup| matches!(markup, Markup::Inline { .. }));
    let body = to_raw_value(&Body { payload, reply_markup: inline })?;
    Ok(Call { method: "editMessageText", body, file: None })
}

/// A payload without a keyboard, and the keyboard.
#[derive(Serialize)]
struct Body<'a, P> {
    #[serde(flatten)]
    payload: P,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Markup<'a> {
    Inline { inline_keyboard: Vec<Vec<InlineButton<'a>>> },
    Other(ReplyMarkup),
}

/// teloxide's has no colour.
#[derive(Serialize)]
struct InlineButton<'a> {
    text: &'a str,
    callback_data: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
}

impl<'a> From<&'a Button> for InlineButton<'a> {
    fn from(button: &'a Button) -> Self {
        let style = button.tone.map(|tone| match tone {
            Tone::Good => "success",
            Tone::Bad => "danger",
        });
        Self { text: &button.text, callback_data: &button.data, style }
    }
}

const fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn markup(keyboard: &Keyboard) -> Option<Markup<'_>> {
    match keyboard {
        Keyboard::None => None,
        Keyboard::Inline(rows) => {
            let rows = rows.iter().map(|row| row.iter().map(InlineButton::from).collect());
            Some(Markup::Inline { inline_keyboard: rows.collect() })
        }
        Keyboard::Reply { rows, hint } => {
            let mut keyboard = KeyboardMarkup::new(rows.iter().map(|row| row.iter().map(reply_button)));
            keyboard.resize_keyboard = true;
            keyboard.is_persistent = true;
            keyboard.one_time_keyboard = false;
            keyboard.input_field_placeholder = cut(hint.as_deref().unwrap_or_default(), HINT_CHARS);
            Some(Markup::Other(ReplyMarkup::Keyboard(keyboard)))
        }
        Keyboard::Remove => Some(Markup::Other(ReplyMarkup::kb_remove())),
    }
}

fn reply_button(button: &ReplyButton) -> KeyboardButton {
    match button {
        ReplyButton::Text(text) => KeyboardButton::new(text),
        ReplyButton::Contact(text) => KeyboardButton::new(text).request(ButtonRequest::Contact),
        ReplyButton::Location(text) => KeyboardButton::new(text).request(ButtonRequest::Location),
    }
}

fn cut(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}

/// Reads the result of an answer.
pub(super) fn parsed<R: DeserializeOwned>(result: &RawValue) -> Result<R, SendError> {
    serde_json::from_str(result.get()).map_err(|_| SendError::Garbled)
}

/// Reads the envelope of an answer. Keys that are not known do not matter, and `parameters` may hold anything.
/// What is `ok` was done, whether or not a result tells more.
pub(super) fn read(status: u16, body: &[u8]) -> Result<Box<RawValue>, SendError> {
    #[derive(Deserialize)]
    struct Envelope<'a> {
        ok: bool,
        #[serde(borrow)]
        result: Option<&'a RawValue>,
        error_code: Option<u16>,
        description: Option<String>,
        #[serde(default)]
        parameters: Value,
    }
    let no_envelope =
        if (200..300).contains(&status) { SendError::Garbled } else { SendError::Server { status } };
    let Ok(envelope) = serde_json::from_slice::<Envelope<'_>>(body) else { return Err(no_envelope) };
    if envelope.ok {
        return Ok(envelope.result.unwrap_or(RawValue::NULL).to_owned());
    }
    Err(SendError::Api {
        code: envelope.error_code.unwrap_or(status),
        description: envelope.description.unwrap_or_default(),
        retry_after: envelope.parameters["retry_after"].as_u64().map(Duration::from_secs),
        migrate_to: envelope.parameters["migrate_to_chat_id"].as_i64().map(ChatId),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::Document;

    fn body(out: &Out) -> (&'static str, Value) {
        let call = call(ChatId(5), out).unwrap();
        (call.method, parameters(&call))
    }

    fn parameters(call: &Call) -> Value {
        serde_json::from_str(call.body.get()).unwrap()
    }

    /// The keyboard of a new message, alone.
    fn keyboard(keyboard: Keyboard) -> Value {
        body(&Out::Send(Message { html: "x".into(), keyboard })).1["reply_markup"].take()
    }

    #[test]
    fn messages_are_html_without_previews() {
        let sent = body(&Out::Send(Message::text("<b>你好</b> a&amp;b")));
        let expected = json!({
            "chat_id": 5, "text": "<b>你好</b> a&amp;b", "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
        });
        assert_eq!(sent, ("sendMessage", expected));

        let far = call(ChatId(1 << 52), &Out::Send(Message::text("x"))).unwrap();
        assert_eq!(parameters(&far)["chat_id"], json!(4_503_599_627_370_496_i64));
    }

    #[test]
    fn edits_name_their_message_and_keep_only_inline_buttons() {
        let inline = Message::inline("new", vec![vec![Button::new("Stop", "s:1").tone(Tone::Bad)]]);
        let edited = body(&Out::Edit { message: MessageId(77), content: inline });
        let expected = json!({
            "chat_id": 5, "message_id": 77, "text": "new", "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
            "reply_markup": { "inline_keyboard": [
                [{ "text": "Stop", "callback_data": "s:1", "style": "danger" }],
            ] },
        });
        assert_eq!(edited, ("editMessageText", expected));

        for keyboard in [Keyboard::None, Keyboard::Remove, Keyboard::Reply { rows: vec![], hint: None }] {
            let content = Message { html: "new".into(), keyboard };
            let edited = body(&Out::Edit { message: MessageId(77), content });
            assert_eq!(edited.1.get("reply_markup"), None);
        }
        let impossible = Out::Edit { message: MessageId(1 << 40), content: Message::text("x") };
        assert!(call(ChatId(5), &impossible).is_err());
    }

    #[test]
    fn keyboards() {
        let two_rows = vec![
            vec![Button::new("✅ Yes", "y").tone(Tone::Good), Button::new("Back", "b")],
            vec![Button::new("❌ No", "n").tone(Tone::Bad)],
        ];
        let two_rows_json = json!({ "inline_keyboard": [
            [
                { "text": "✅ Yes", "callback_data": "y", "style": "success" },
                { "text": "Back", "callback_data": "b" },
            ],
            [{ "text": "❌ No", "callback_data": "n", "style": "danger" }],
        ] });
        let shared = vec![
            vec![ReplyButton::Contact("📱 My number".into())],
            vec![ReplyButton::Location("📍 Here".into()), ReplyButton::Text("Skip".into())],
        ];
        let shared_json = json!({
            "keyboard": [
                [{ "text": "📱 My number", "request_contact": true }],
                [{ "text": "📍 Here", "request_location": true }, { "text": "Skip" }],
            ],
            "resize_keyboard": true, "is_persistent": true, "input_field_placeholder": "…",
        });
        let cases = [
            (Keyboard::None, Value::Null),
            (Keyboard::Inline(two_rows), two_rows_json),
            (Keyboard::Reply { rows: shared, hint: Some("…".into()) }, shared_json),
            (Keyboard::Remove, json!({ "remove_keyboard": true })),
        ];
        for (given, expected) in cases {
            assert_eq!(keyboard(given.clone()), expected, "{given:?}");
        }
    }

    #[test]
    fn hints_are_cut_and_empty_ones_left_out() {
        let reply = |hint: &str| Keyboard::Reply { rows: vec![], hint: Some(hint.into()) };
        assert_eq!(keyboard(reply("")).get("input_field_placeholder"), None);
        let long = keyboard(reply(&"ж".repeat(65)));
        assert_eq!(long["input_field_placeholder"], json!("ж".repeat(64)));
    }

    #[test]
    fn files_go_with_their_texts() {
        let caption = Message::text("<b>1</b>");
        let code = Out::Code { link: "https://t.me/zg_bot?start=j1".into(), caption: caption.clone() };
        let found = call(ChatId(5), &code).unwrap();
        let expected = json!({ "chat_id": 5, "caption": "<b>1</b>", "parse_mode": "HTML" });
        assert_eq!((found.method, parameters(&found)), ("sendPhoto", expected));
        let file = found.file.unwrap();
        assert_eq!((file.field, &file.bytes[..4]), ("photo", &b"\x89PNG"[..]));

        let document = Document { name: "me.json".into(), content: "{}".into(), caption };
        let found = call(ChatId(5), &Out::File(document)).unwrap();
        let file = found.file.unwrap();
        assert_eq!(
            (found.method, file.name.as_str(), &file.bytes[..]),
            ("sendDocument", "me.json", &b"{}"[..])
        );
        let long = Out::Code { link: "x".repeat(5000), caption: Message::text("x") };
        assert!(call(ChatId(5), &long).is_err());
    }

    #[test]
    fn what_is_ok_was_done() {
        for body in [r#"{"ok":true}"#, r#"{"ok":true,"result":null}"#] {
            assert_eq!(read(200, body.as_bytes()).unwrap().get(), "null", "{body}");
        }
    }

    #[test]
    fn taps_are_answered() {
        let answer = |text: Option<&str>| {
            body(&Out::Answer { callback: "77:1".into(), text: text.map(ToOwned::to_owned) })
        };
        let cases = [
            (None, json!({ "callback_query_id": "77:1" })),
            (Some(""), json!({ "callback_query_id": "77:1" })),
            (Some("Saved <1>"), json!({ "callback_query_id": "77:1", "text": "Saved <1>" })),
        ];
        for (text, expected) in cases {
            assert_eq!(answer(text), ("answerCallbackQuery", expected));
        }
        let long = answer(Some(&"招".repeat(201)));
        assert_eq!(long.1["text"], json!("招".repeat(200)));
    }
}
