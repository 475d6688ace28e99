//! Controls for tests: raw updates, faults, limits, the clock, the token, the recorder.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::faults::Fault;
use super::super::limits::Rates;
use super::super::world::World;
use super::{Asked, Failure, Given, Outcome};

type Shared = State<Arc<World>>;

/// `POST /sim/updates`: queues a raw update, or a list of them at once; gives the number of the last one.
pub(super) async fn inject(State(world): Shared, Given(updates): Given<Value>) -> Outcome {
    let updates = match updates {
        Value::Array(updates) => updates,
        update => vec![update],
    };
    let now_ms = world.clock.now_ms();
    let mut last = None;
    for update in updates {
        last = Some(world.state().inject(update, now_ms).map_err(Failure::bad)?);
    }
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "update_id": last })))
}

/// `GET /sim/faults`: those that still wait.
pub(super) async fn faults(State(world): Shared) -> Json<Value> {
    Json(json!(world.state().faults))
}

/// `POST /sim/faults`: adds one.
pub(super) async fn add_fault(State(world): Shared, Given(fault): Given<Fault>) -> Outcome {
    if fault.times == 0 {
        return Err(Failure::bad("times must be at least 1"));
    }
    let faults = &mut world.state().faults;
    faults.add(fault);
    Ok(Json(json!(faults)))
}

/// `DELETE /sim/faults`: forgets all.
pub(super) async fn clear_faults(State(world): Shared) -> Json<Value> {
    let faults = &mut world.state().faults;
    faults.clear();
    Json(json!(faults))
}

/// `GET /sim/limits`.
pub(super) async fn limits(State(world): Shared) -> Json<Rates> {
    Json(world.state().limits.rates())
}

/// `POST /sim/limits`: new flood limits; what is left out is off.
pub(super) async fn set_limits(State(world): Shared, Given(rates): Given<Rates>) -> Json<Rates> {
    world.state().limits.set(rates);
    Json(rates)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    advance_ms: u32,
}

/// `POST /sim/clock`: moves the playground's time forward.
pub(super) async fn advance(State(world): Shared, Given(by): Given<Advance>) -> Json<Value> {
    world.clock.advance(by.advance_ms);
    // What a webhook did not take may come again.
    world.updates_changed.notify_waiters();
    Json(json!({ "now_ms": world.clock.now_ms() }))
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Token {
    revoked: bool,
}

/// `POST /sim/token`: takes the bot's token away or gives it back; the updates stay.
pub(super) async fn token(State(world): Shared, Given(token): Given<Token>) -> Json<Token> {
    world.state().is_revoked = token.revoked;
    // A poll that waits ends at once.
    world.updates_changed.notify_waiters();
    Json(token)
}

#[derive(Deserialize)]
pub(super) struct LogQuery {
    #[serde(default)]
    after: u64,
    #[serde(default = "whole_page")]
    limit: usize,
    #[serde(default)]
    polls: u8,
}

fn whole_page() -> usize {
    10_000
}

/// `GET /sim/log`: the bot's calls after a number.
pub(super) async fn log(State(world): Shared, Asked(asked): Asked<LogQuery>) -> Json<Value> {
    let log = &world.state().log;
    let entries = log.after(asked.after, asked.limit, asked.polls == 1);
    Json(json!({ "last": log.last_seq(), "entries": entries }))
}

/// `GET /sim/state`: what waits for the bot.
pub(super) async fn state(State(world): Shared) -> Json<Value> {
    let now_ms = world.clock.now_ms();
    let updates = &mut world.state().updates;
    Json(json!({
        "now_ms": now_ms,
        "pending": updates.n_pending(now_ms),
        "next_update_id": updates.next_id(),
        "polling": updates.is_polled(),
        "webhook": updates.webhook().is_some(),
    }))
}
