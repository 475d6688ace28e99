//! How the bot presents itself: `getMe`, commands, names, descriptions, the menu button, chats.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::answer::{Answer, Refusal};
use super::super::entity::check_web_app;
use super::super::profile::{Profile, Scope};
use super::super::world::State;
use super::Call;

/// `getMe`, with every field that strict clients require.
pub(super) fn get_me(state: &mut State, _call: &Call) -> Value {
    let mut me = state.bot.to_user();
    for (name, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        me[name] = json!(value);
    }
    me
}

fn language(call: &Call) -> Result<String, Refusal> {
    let code = call.params.text("language_code").unwrap_or_default();
    let is_code = code.len() == 2 && code.chars().all(|c| c.is_ascii_lowercase());
    if code.is_empty() || is_code { Ok(code) } else { Err(Refusal::bad("invalid language code specified")) }
}

fn scope(call: &Call) -> Result<Scope, Refusal> {
    let Some(scope) = call.params.json("scope", "BotCommandScope")? else {
        return Ok(Scope::Default);
    };
    match scope["type"].as_str() {
        Some("default") => Ok(Scope::Default),
        Some("all_private_chats") => Ok(Scope::Private),
        Some("chat") => {
            let id = &scope["chat_id"];
            id.as_i64()
                .or_else(|| id.as_str().and_then(|text| text.parse().ok()))
                .map(Scope::Chat)
                .ok_or_else(|| Refusal::bad("chat not found"))
        }
        Some(kind @ ("all_group_chats" | "all_chat_administrators")) => Ok(Scope::Group(kind.to_owned())),
        Some("chat_administrators" | "chat_member") => Ok(Scope::Group(scope.to_string())),
        _ => Err(Refusal::bad("can't parse BotCommandScope: unsupported type specified")),
    }
}

/// `setMyCommands`.
pub(super) fn set_commands(state: &mut State, call: &Call) -> Answer {
    let key = (scope(call)?, language(call)?);
    if let Scope::Chat(id) = key.0
        && !state.phones.contains_key(&id)
        && !state.crowd.holds(id)
    {
        return Err(Refusal::bad("chat not found"));
    }
    let commands = call
        .params
        .json("commands", "commands")?
        .ok_or_else(|| Refusal::bad("parameter \"commands\" is required"))?;
    let commands = commands.as_array().ok_or_else(|| Refusal::bad("expected an Array of BotCommand"))?;
    if commands.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let checked = commands.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    state.bot.commands.insert(key, Value::Array(checked));
    state.touch_all();
    Ok(json!(true))
}

fn command(value: &Value) -> Result<Value, Refusal> {
    let field = |name: &str| {
        value[name]
            .as_str()
            .ok_or_else(|| Refusal::bad(format!("can't parse BotCommand: can't find field \"{name}\"")))
    };
    let name = field("command")?.trim_start_matches('/');
    let description = field("description")?.trim();
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !(1..=32).contains(&name.len()) || !name.chars().all(is_part) {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&description.chars().count()) {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({ "command": name, "description": description }))
}

/// `getMyCommands`: exactly this scope and language, without falling back.
pub(super) fn get_commands(state: &mut State, call: &Call) -> Answer {
    let key = (scope(call)?, language(call)?);
    let found = state.bot.commands.get(&key).cloned();
    Ok(found.unwrap_or_else(|| json!([])))
}

/// `deleteMyCommands`.
pub(super) fn delete_commands(state: &mut State, call: &Call) -> Answer {
    let key = (scope(call)?, language(call)?);
    state.bot.commands.remove(&key);
    state.touch_all();
    Ok(json!(true))
}

/// `setMyDescription`.
pub(super) fn set_description(state: &mut State, call: &Call) -> Answer {
    set_text(state, call, "description", 512, |bot| &mut bot.descriptions)
}

/// `setMyShortDescription`.
pub(super) fn set_short_description(state: &mut State, call: &Call) -> Answer {
    set_text(state, call, "short_description", 120, |bot| &mut bot.short_descriptions)
}

/// `setMyName`.
pub(super) fn set_name(state: &mut State, call: &Call) -> Answer {
    set_text(state, call, "name", 64, |bot| &mut bot.names)
}

/// An empty text takes the language's own text away.
fn set_text(
    state: &mut State,
    call: &Call,
    field: &str,
    max_chars: usize,
    texts: fn(&mut Profile) -> &mut BTreeMap<String, String>,
) -> Answer {
    let language = language(call)?;
    let text = call.params.text(field).unwrap_or_default();
    if text.chars().count() > max_chars {
        return Err(Refusal::bad(format!("{} is too long", field.replace('_', " "))));
    }
    if text.is_empty() {
        texts(&mut state.bot).remove(&language);
    } else {
        texts(&mut state.bot).insert(language, text);
    }
    state.touch_all();
    Ok(json!(true))
}

/// `setChatMenuButton`.
pub(super) fn set_menu_button(state: &mut State, call: &Call) -> Answer {
    let button =
        call.params.json("menu_button", "menu button")?.unwrap_or_else(|| json!({ "type": "default" }));
    let chat_id = call.params.int("chat_id");
    if chat_id.is_some_and(|id| !state.phones.contains_key(&id) && !state.crowd.holds(id)) {
        return Err(Refusal::bad("chat not found"));
    }
    match button["type"].as_str() {
        Some("commands" | "default") => {}
        Some("web_app") if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) => {
            return Err(Refusal::bad("can't parse menu button: can't find field \"text\""));
        }
        Some("web_app") => check_web_app(&button["web_app"], "menu button")?,
        _ => return Err(Refusal::bad("can't parse menu button: unsupported type specified")),
    }
    state.bot.menu_buttons.insert(chat_id, button);
    Ok(json!(true))
}

/// `getChat`.
pub(super) fn get_chat(state: &mut State, call: &Call) -> Answer {
    if call.params.text("chat_id").is_none_or(|id| id.is_empty()) {
        return Err(Refusal::bad("chat_id is empty"));
    }
    let id = call.params.int("chat_id");
    let phone = id.and_then(|id| state.phones.get(&id));
    let mut chat = match (phone, id) {
        (Some(phone), _) => phone.to_chat(),
        (None, Some(id)) if state.crowd.holds(id) => {
            json!({ "id": id, "type": "private", "first_name": "Worker" })
        }
        _ => return Err(Refusal::bad("chat not found")),
    };
    chat["accent_color_id"] = json!(0);
    chat["max_reaction_count"] = json!(11);
    chat["accepted_gift_types"] = json!({
        "unlimited_gifts": false,
        "limited_gifts": false,
        "unique_gifts": false,
        "premium_subscription": false,
        "gifts_from_channels": false,
    });
    Ok(chat)
}
