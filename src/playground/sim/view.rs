//! Looking at the world: phones, their changes, the crowd.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use super::super::chat::{Message, Phone};
use super::super::incoming::Refused;
use super::super::profile::{Profile, USERNAME};
use super::super::world::{Change, World};
use super::{Asked, Outcome, Who};

type Shared = State<Arc<World>>;

/// Nobody waits longer than this for a change.
const MAX_WAIT_MS: u64 = 60_000;

fn person(phone: &Phone) -> Value {
    let mut view = json!(phone.person);
    view["started"] = json!(phone.has_started);
    view["blocked"] = json!(phone.is_blocked);
    view["deactivated"] = json!(phone.is_deactivated);
    view["rev"] = json!(phone.rev);
    view
}

/// `GET /sim/people`.
pub(super) async fn people(State(world): Shared) -> Json<Value> {
    let state = world.state();
    Json(state.phones.values().map(person).collect())
}

#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    after: u64,
    #[serde(default)]
    wait: u64,
}

/// `GET /sim/people/{id}/chat`: the whole chat, once its revision is above `after` or `wait`
/// milliseconds are over.
pub(super) async fn chat(State(world): Shared, Who(id): Who, Asked(asked): Asked<After>) -> Outcome {
    let wait = Duration::from_millis(asked.wait.min(MAX_WAIT_MS));
    // The answer is the same when time is up: the chat as it is then.
    let _ = tokio::time::timeout(wait, newer(&world, id, asked.after)).await;
    let now_ms = world.clock.now_ms();
    let state = world.state();
    let phone = state.phones.get(&id).ok_or(Refused::NoPerson(id))?;
    let mut view = view(phone, &state.bot, now_ms);
    view["pending"] = state.callbacks.pending(id, now_ms);
    Ok(Json(view))
}

async fn newer(world: &World, id: i64, after: u64) {
    let mut changes = world.changes.subscribe();
    loop {
        match world.state().phones.get(&id) {
            Some(phone) if phone.rev <= after => {}
            _ => return,
        }
        if matches!(changes.recv().await, Err(RecvError::Closed)) {
            return;
        }
    }
}

fn view(phone: &Phone, bot: &Profile, now_ms: i64) -> Value {
    let language = &phone.person.language_code;
    let keyboard = phone.keyboard.as_ref().map(|keyboard| {
        let mut markup = keyboard.markup.clone();
        markup["message_id"] = json!(keyboard.message_id);
        markup["folded"] = json!(keyboard.is_folded);
        markup
    });
    let action = phone.action.as_ref().filter(|(_, until_ms)| *until_ms > now_ms).map(|(action, _)| action);
    let messages: Vec<Value> = phone.messages.values().map(Message::to_view).collect();
    json!({
        "rev": phone.rev,
        "person": person(phone),
        "messages": messages,
        "reply_keyboard": keyboard,
        "toasts": phone.toasts,
        "action": action,
        "commands": bot.commands_for(phone.person.id, language),
        "bot": {
            "name": bot.name(language),
            "username": USERNAME,
            "description": bot.description(language),
        },
    })
}

/// `GET /sim/events`: one event per change of a phone.
pub(super) async fn events(State(world): Shared) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = stream::unfold(world.changes.subscribe(), |mut changes| async {
        let change = match changes.recv().await {
            Ok(change) => change,
            // Person 0 stands for "anybody": the listener looks at every phone.
            Err(RecvError::Lagged(_)) => Change { person: 0, rev: 0 },
            Err(RecvError::Closed) => return None,
        };
        let data = json!({ "person": change.person, "rev": change.rev });
        Some((Ok(Event::default().data(data.to_string())), changes))
    });
    Sse::new(changes).keep_alive(KeepAlive::default())
}

/// `GET /sim/crowd`.
pub(super) async fn crowd(State(world): Shared) -> Json<Value> {
    Json(world.state().crowd.to_view())
}
