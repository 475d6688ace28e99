//! People: adding them, and acting for them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Person;
use super::super::chat::Body;
use super::super::world::World;
use super::{Failure, Given, Outcome, Who};

type Shared = State<Arc<World>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPerson {
    id: Option<i64>,
    first_name: String,
    #[serde(default = "english")]
    language_code: String,
    #[serde(default = "worker")]
    role: String,
}

fn english() -> String {
    "en".to_owned()
}

fn worker() -> String {
    "worker".to_owned()
}

/// `POST /sim/people`: adds a phone, or changes the person on it.
pub(super) async fn add(State(world): Shared, Given(new): Given<NewPerson>) -> Outcome {
    let first_name = new.first_name.trim().to_owned();
    if !(1..=64).contains(&first_name.chars().count()) {
        return Err(Failure::bad("a first name has 1 to 64 characters"));
    }
    let mut state = world.state();
    let person = Person {
        id: new.id.unwrap_or_else(|| state.free_id()),
        first_name,
        language_code: new.language_code,
        role: new.role,
    };
    if person.id <= 0 {
        return Err(Failure::bad("the id of a person is above zero"));
    }
    state.add_person(person.clone());
    Ok(Json(json!(person)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    text: String,
}

/// `POST /sim/people/{id}/text`.
pub(super) async fn text(State(world): Shared, Who(id): Who, Given(it): Given<Text>) -> Outcome {
    let now_ms = world.clock.now_ms();
    let message_id = world.state().write(id, &it.text, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "message_id": message_id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forward {
    text: String,
    #[serde(default = "somebody")]
    sender_user_name: String,
}

fn somebody() -> String {
    "Somebody".to_owned()
}

/// `POST /sim/people/{id}/forward`: somebody else's text, whose account stays hidden.
pub(super) async fn forward(State(world): Shared, Who(id): Who, Given(it): Given<Forward>) -> Outcome {
    let now_ms = world.clock.now_ms();
    let message_id = world.state().forward(id, &it.text, &it.sender_user_name, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "message_id": message_id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tap {
    message_id: i64,
    data: String,
    #[serde(default)]
    force: bool,
}

/// `POST /sim/people/{id}/tap`.
pub(super) async fn tap(State(world): Shared, Who(id): Who, Given(it): Given<Tap>) -> Outcome {
    let now_ms = world.clock.now_ms();
    let query_id = world.state().tap(id, it.message_id, &it.data, it.force, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "callback_query_id": query_id })))
}

/// Whose contact is shared: one's own unless the body says otherwise; `null` is a contact that
/// is not on Telegram.
#[derive(Deserialize, Default)]
#[serde(from = "Option<i64>")]
enum Owner {
    #[default]
    Sender,
    Nobody,
    User(i64),
}

impl From<Option<i64>> for Owner {
    fn from(id: Option<i64>) -> Self {
        id.map_or(Self::Nobody, Self::User)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    phone: String,
    #[serde(default)]
    user_id: Owner,
    first_name: Option<String>,
}

/// `POST /sim/people/{id}/contact`.
pub(super) async fn contact(State(world): Shared, Who(id): Who, Given(it): Given<Contact>) -> Outcome {
    let own_name = world.state().phones.get(&id).map(|phone| phone.person.first_name.clone());
    let name = it.first_name.or(own_name).unwrap_or_default();
    let mut value = json!({ "phone_number": it.phone, "first_name": name });
    match it.user_id {
        Owner::Sender => value["user_id"] = json!(id),
        Owner::User(user) => value["user_id"] = json!(user),
        Owner::Nobody => {}
    }
    other(&world, id, "contact", value)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Location {
    latitude: f64,
    longitude: f64,
}

/// `POST /sim/people/{id}/location`.
pub(super) async fn location(State(world): Shared, Who(id): Who, Given(it): Given<Location>) -> Outcome {
    if !(-90.0..=90.0).contains(&it.latitude) || !(-180.0..=180.0).contains(&it.longitude) {
        return Err(Failure::bad("latitude lies between -90 and 90, longitude between -180 and 180"));
    }
    let value = json!({ "latitude": it.latitude, "longitude": it.longitude });
    other(&world, id, "location", value)
}

/// `POST /sim/people/{id}/sticker`.
pub(super) async fn sticker(State(world): Shared, Who(id): Who) -> Outcome {
    let value = json!({
        "file_id": "playground-sticker", "file_unique_id": "pg-sticker", "type": "regular",
        "width": 512, "height": 512, "is_animated": false, "is_video": false, "emoji": "👍",
    });
    other(&world, id, "sticker", value)
}

fn other(world: &World, id: i64, field: &'static str, value: Value) -> Outcome {
    let now_ms = world.clock.now_ms();
    let message_id = world.state().receive(id, Body::Other { field, value }, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "message_id": message_id })))
}

/// `POST /sim/people/{id}/block`.
pub(super) async fn block(State(world): Shared, Who(id): Who) -> Outcome {
    set_block(&world, id, true)
}

/// `POST /sim/people/{id}/unblock`.
pub(super) async fn unblock(State(world): Shared, Who(id): Who) -> Outcome {
    set_block(&world, id, false)
}

fn set_block(world: &World, id: i64, is_blocked: bool) -> Outcome {
    let now_ms = world.clock.now_ms();
    let changed = world.state().block(id, is_blocked, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "changed": changed })))
}

/// `POST /sim/people/{id}/deactivate`.
pub(super) async fn deactivate(State(world): Shared, Who(id): Who) -> Outcome {
    world.state().deactivate(id)?;
    Ok(Json(json!({ "changed": true })))
}
