//! The methods of the Bot API that the playground knows: one line each, with their parameters.

mod looks;
mod media;
mod messages;

use serde_json::Value;

use super::answer::{Answer, Refusal};
use super::callbacks::Pressed;
use super::chat::Toast;
use super::params::Params;
use super::webhook;
use super::world::{State, World};

/// One call of a method.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) params: Params,
    pub(super) now_ms: i64,
}

impl Call {
    /// A call that arrives now.
    pub(super) fn new(params: Params, world: &World) -> Self {
        Self { params, now_ms: world.clock.now_ms() }
    }
}

/// One method: its name, the parameters it has, and what it does.
#[derive(Debug)]
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) params: &'static [&'static str],
    pub(super) run: Run,
}

/// How a method runs.
#[derive(Debug)]
pub(super) enum Run {
    /// At once, and nothing about it can be refused.
    Sure(fn(&mut State, &Call) -> Value),
    /// At once, on the locked state.
    Now(fn(&mut State, &Call) -> Answer),
    /// At once, but held to the flood limits.
    Paced(fn(&mut State, &Call) -> Answer),
    /// Waits for updates.
    Poll,
    /// Has updates pushed.
    Webhook,
}

use Run::{Now, Paced, Poll, Sure, Webhook};

const fn method(name: &'static str, run: Run, params: &'static [&'static str]) -> Method {
    Method { name, params, run }
}

static METHODS: [Method; 23] = [
    method("getMe", Sure(looks::get_me), &[]),
    method("getUpdates", Poll, &["offset", "limit", "timeout", "allowed_updates"]),
    method(
        "setWebhook",
        Webhook,
        &[
            "url",
            "certificate",
            "ip_address",
            "max_connections",
            "allowed_updates",
            "drop_pending_updates",
            "secret_token",
        ],
    ),
    method("deleteWebhook", Sure(delete_webhook), &["drop_pending_updates"]),
    method("getWebhookInfo", Sure(webhook_info), &[]),
    method(
        "sendMessage",
        Paced(messages::send),
        &[
            "business_connection_id",
            "chat_id",
            "message_thread_id",
            "direct_messages_topic_id",
            "text",
            "parse_mode",
            "entities",
            "link_preview_options",
            "disable_notification",
            "protect_content",
            "allow_paid_broadcast",
            "message_effect_id",
            "suggested_post_parameters",
            "reply_parameters",
            "reply_markup",
        ],
    ),
    method(
        "sendPhoto",
        Paced(media::send_photo),
        &[
            "business_connection_id",
            "chat_id",
            "message_thread_id",
            "direct_messages_topic_id",
            "photo",
            "caption",
            "parse_mode",
            "caption_entities",
            "show_caption_above_media",
            "has_spoiler",
            "disable_notification",
            "protect_content",
            "allow_paid_broadcast",
            "message_effect_id",
            "suggested_post_parameters",
            "reply_parameters",
            "reply_markup",
        ],
    ),
    method(
        "sendDocument",
        Paced(media::send_document),
        &[
            "business_connection_id",
            "chat_id",
            "message_thread_id",
            "direct_messages_topic_id",
            "document",
            "thumbnail",
            "caption",
            "parse_mode",
            "caption_entities",
            "disable_content_type_detection",
            "disable_notification",
            "protect_content",
            "allow_paid_broadcast",
            "message_effect_id",
            "suggested_post_parameters",
            "reply_parameters",
            "reply_markup",
        ],
    ),
    method("getFile", Now(media::get_file), &["file_id"]),
    method(
        "editMessageText",
        Paced(messages::edit_text),
        &[
            "business_connection_id",
            "chat_id",
            "message_id",
            "inline_message_id",
            "text",
            "parse_mode",
            "entities",
            "link_preview_options",
            "reply_markup",
        ],
    ),
    method(
        "editMessageCaption",
        Paced(messages::edit_caption),
        &[
            "business_connection_id",
            "chat_id",
            "message_id",
            "inline_message_id",
            "caption",
            "parse_mode",
            "caption_entities",
            "show_caption_above_media",
            "reply_markup",
        ],
    ),
    method(
        "editMessageReplyMarkup",
        Paced(messages::edit_markup),
        &["business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup"],
    ),
    method("deleteMessage", Now(messages::delete), &["chat_id", "message_id"]),
    method(
        "answerCallbackQuery",
        Now(answer_callback),
        &["callback_query_id", "text", "show_alert", "url", "cache_time"],
    ),
    method(
        "sendChatAction",
        Now(messages::action),
        &["business_connection_id", "chat_id", "message_thread_id", "action"],
    ),
    method("setMyCommands", Now(looks::set_commands), &["commands", "scope", "language_code"]),
    method("getMyCommands", Now(looks::get_commands), &["scope", "language_code"]),
    method("deleteMyCommands", Now(looks::delete_commands), &["scope", "language_code"]),
    method("setMyDescription", Now(looks::set_description), &["description", "language_code"]),
    method(
        "setMyShortDescription",
        Now(looks::set_short_description),
        &["short_description", "language_code"],
    ),
    method("setMyName", Now(looks::set_name), &["name", "language_code"]),
    method("setChatMenuButton", Now(looks::set_menu_button), &["chat_id", "menu_button"]),
    method("getChat", Now(looks::get_chat), &["chat_id"]),
];

/// Finds a method; Telegram does not care about upper and lower case.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
}

/// The chat that a call is about, also if it is only named through a pressed button.
pub(super) fn chat_of(state: &State, params: &Params) -> Option<i64> {
    params.int("chat_id").or_else(|| {
        let id = params.text("callback_query_id")?;
        state.callbacks.person(&id)
    })
}

fn delete_webhook(state: &mut State, call: &Call) -> Value {
    webhook::delete(&mut state.updates, &call.params)
}

fn webhook_info(state: &mut State, call: &Call) -> Value {
    webhook::info(&mut state.updates, call.now_ms)
}

fn answer_callback(state: &mut State, call: &Call) -> Answer {
    let text = call.params.text("text").unwrap_or_default();
    if text.chars().count() > 200 {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let id = call.params.text("callback_query_id").unwrap_or_default();
    let Some(Pressed { person, .. }) = state.callbacks.answer(&id, call.now_ms) else {
        return Err(Refusal::bad("query is too old and response timeout expired or query ID is invalid"));
    };
    let rev = state.touch(person);
    if let Some(phone) = state.phones.get_mut(&person) {
        phone.toast(Toast { text, alert: call.params.flag("show_alert"), rev, callback_query_id: id });
    }
    Ok(Value::Bool(true))
}
