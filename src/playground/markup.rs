//! Keyboards: what `reply_markup` may hold, checked as strictly as Telegram checks it.

use serde_json::{Map, Value, json};

use super::answer::Refusal;
use super::entity::{check_web_app, checked_link};

/// Undocumented limits of Telegram, as reported by many bot authors.
const MAX_INLINE_BUTTONS: usize = 100;
const MAX_INLINE_ROW: usize = 8;
const MAX_INLINE_BYTES: usize = 10_000;
const MAX_KEYBOARD_BUTTONS: usize = 300;
const MAX_KEYBOARD_ROW: usize = 12;

/// Telegram takes the first of these that a button has.
const INLINE_ACTIONS: [&str; 10] = [
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "login_url",
    "web_app",
    "copy_text",
];

/// What a message brings below itself or below the chat.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Markup {
    /// Buttons under the message: rows of button objects.
    Inline(Vec<Vec<Value>>),
    /// Buttons in place of the letters, as the page gets them.
    Keyboard(Value),
    /// The keyboard goes away.
    Remove,
    /// The person is asked to reply, with an optional placeholder.
    ForceReply(Value),
}

/// Checks the parameter's value; an empty keyboard is no markup, as with Telegram.
pub(super) fn parse(value: Option<Value>) -> Result<Option<Markup>, Refusal> {
    let fields = match value {
        None => return Ok(None),
        Some(Value::Object(fields)) => fields,
        Some(_) => return Err(Refusal::bad("object expected as reply markup")),
    };
    if let Some(rows) = fields.get("inline_keyboard") {
        let rows = rows_of(rows, "inline_keyboard", inline_button)?;
        let n_bytes = serde_json::to_string(&rows).map_or(0, |text| text.len());
        let n_buttons: usize = rows.iter().map(Vec::len).sum();
        let too_wide = rows.iter().any(|row| row.len() > MAX_INLINE_ROW);
        if too_wide || n_buttons > MAX_INLINE_BUTTONS || n_bytes > MAX_INLINE_BYTES {
            return Err(Refusal::bad("reply markup is too long"));
        }
        return Ok((!rows.is_empty()).then_some(Markup::Inline(rows)));
    }
    if let Some(rows) = fields.get("keyboard") {
        return keyboard(rows, &fields);
    }
    if fields.get("remove_keyboard") == Some(&Value::Bool(true)) {
        return Ok(Some(Markup::Remove));
    }
    if fields.get("force_reply") == Some(&Value::Bool(true)) {
        return Ok(Some(Markup::ForceReply(json!({
            "force_reply": true,
            "input_field_placeholder": placeholder(&fields)?,
        }))));
    }
    Ok(None)
}

fn keyboard(rows: &Value, fields: &Map<String, Value>) -> Result<Option<Markup>, Refusal> {
    let rows = rows_of(rows, "keyboard", keyboard_button)?;
    let n_buttons: usize = rows.iter().map(Vec::len).sum();
    let too_wide = rows.iter().any(|row| row.len() > MAX_KEYBOARD_ROW);
    if too_wide || n_buttons > MAX_KEYBOARD_BUTTONS {
        return Err(Refusal::bad("reply markup is too long"));
    }
    let is = |name: &str| fields.get(name) == Some(&Value::Bool(true));
    let placeholder = placeholder(fields)?;
    Ok((!rows.is_empty()).then(|| {
        Markup::Keyboard(json!({
            "keyboard": rows,
            "resize_keyboard": is("resize_keyboard"),
            "one_time_keyboard": is("one_time_keyboard"),
            "is_persistent": is("is_persistent"),
            "input_field_placeholder": placeholder,
        }))
    }))
}

fn placeholder(fields: &Map<String, Value>) -> Result<Option<&str>, Refusal> {
    let text = fields.get("input_field_placeholder").and_then(Value::as_str);
    match text.map(|text| text.chars().count()) {
        Some(n) if !(1..=64).contains(&n) => {
            Err(Refusal::bad("input field placeholder must be 1 to 64 characters long"))
        }
        _ => Ok(text),
    }
}

fn rows_of(
    rows: &Value,
    field: &str,
    button: fn(&Value) -> Result<Value, Refusal>,
) -> Result<Vec<Vec<Value>>, Refusal> {
    let not_array = || Refusal::bad(format!("field \"{field}\" must be an Array of Arrays"));
    let mut checked = Vec::new();
    for row in rows.as_array().ok_or_else(not_array)? {
        let row = row.as_array().ok_or_else(not_array)?;
        let row = row.iter().map(button).collect::<Result<Vec<_>, _>>()?;
        if !row.is_empty() {
            checked.push(row);
        }
    }
    Ok(checked)
}

fn inline_button(value: &Value) -> Result<Value, Refusal> {
    let what = "inline keyboard button";
    let fields =
        value.as_object().ok_or_else(|| Refusal::bad(format!("can't parse {what}: object expected")))?;
    let mut kept = Map::new();
    kept.insert("text".to_owned(), json!(label(fields, what)?));
    let action = INLINE_ACTIONS
        .into_iter()
        .find(|name| fields.get(*name).is_some_and(|value| *value != false))
        .ok_or_else(|| Refusal::bad("text buttons are unallowed in the inline keyboard"))?;
    let argument = &fields[action];
    let argument_text = argument.as_str().unwrap_or_default();
    match action {
        "callback_data" if !(1..=64).contains(&argument_text.len()) => {
            return Err(Refusal::bad("BUTTON_DATA_INVALID"));
        }
        "url" if checked_link(argument_text).is_none() => {
            return Err(Refusal::bad(format!(
                "inline keyboard button URL '{argument_text}' is invalid: Wrong HTTP URL"
            )));
        }
        "web_app" => check_web_app(argument, what)?,
        "copy_text" => {
            let n_chars = argument["text"].as_str().map_or(0, |text| text.chars().count());
            if !(1..=256).contains(&n_chars) {
                return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
            }
        }
        _ => {}
    }
    kept.insert(action.to_owned(), argument.clone());
    keep_looks(fields, &mut kept);
    Ok(Value::Object(kept))
}

fn keyboard_button(value: &Value) -> Result<Value, Refusal> {
    let what = "keyboard button";
    if let Some(text) = value.as_str() {
        let fields = Map::from_iter([("text".to_owned(), json!(text))]);
        return Ok(json!({ "text": label(&fields, what)? }));
    }
    let fields =
        value.as_object().ok_or_else(|| Refusal::bad(format!("can't parse {what}: object expected")))?;
    let mut kept = Map::new();
    kept.insert("text".to_owned(), json!(label(fields, what)?));
    for name in
        ["request_contact", "request_location", "request_poll", "request_users", "request_chat", "web_app"]
    {
        if let Some(asked) = fields.get(name).filter(|value| **value != false) {
            if name == "web_app" {
                check_web_app(asked, what)?;
            }
            kept.insert(name.to_owned(), asked.clone());
            break;
        }
    }
    keep_looks(fields, &mut kept);
    Ok(Value::Object(kept))
}

/// Colours and icons are newer than most clients; they are passed on unchecked.
fn keep_looks(fields: &Map<String, Value>, kept: &mut Map<String, Value>) {
    for name in ["style", "icon_custom_emoji_id"] {
        if let Some(value) = fields.get(name) {
            kept.insert(name.to_owned(), value.clone());
        }
    }
}

fn label<'a>(fields: &'a Map<String, Value>, what: &str) -> Result<&'a str, Refusal> {
    match fields.get("text") {
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(text),
        Some(Value::String(_)) => Err(Refusal::bad(format!("{what} text must be non-empty"))),
        Some(_) => Err(Refusal::bad(format!("can't parse {what}: field \"text\" must be of type String"))),
        None => Err(Refusal::bad(format!("can't parse {what}: can't find field \"text\""))),
    }
}
