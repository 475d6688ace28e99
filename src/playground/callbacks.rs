//! Pressed buttons that wait for their answer.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A press must be answered within this time.
pub(super) const ANSWER_WITHIN_MS: i64 = 30_000;
const FIRST_ID: u64 = 4_200_000_000_000_000_001;

#[derive(Debug)]
pub(super) struct Pressed {
    pub(super) person: i64,
    pub(super) message_id: Option<i64>,
    data: String,
    at_ms: i64,
}

/// All presses of the last half minute.
#[derive(Debug, Default)]
pub(super) struct Callbacks {
    waiting: BTreeMap<String, Pressed>,
    n_pressed: u64,
}

impl Callbacks {
    /// Notes a press and gives the id of its query.
    pub(super) fn press(&mut self, person: i64, message_id: i64, data: &str, now_ms: i64) -> String {
        let id = (FIRST_ID + self.n_pressed).to_string();
        self.n_pressed += 1;
        self.register(id.clone(), person, Some(message_id), data, now_ms);
        id
    }

    /// Notes a press under a given id.
    pub(super) fn register(
        &mut self,
        id: String,
        person: i64,
        message_id: Option<i64>,
        data: &str,
        now_ms: i64,
    ) {
        self.waiting.retain(|_, pressed| pressed.at_ms + ANSWER_WITHIN_MS > now_ms);
        let pressed = Pressed { person, message_id, data: data.to_owned(), at_ms: now_ms };
        self.waiting.insert(id, pressed);
    }

    /// Whose press this is, if it still waits.
    pub(super) fn person(&self, id: &str) -> Option<i64> {
        self.waiting.get(id).map(|pressed| pressed.person)
    }

    /// Takes a press that is answered in time; nothing if it is unknown, answered or too old.
    pub(super) fn answer(&mut self, id: &str, now_ms: i64) -> Option<Pressed> {
        self.waiting.remove(id).filter(|pressed| pressed.at_ms + ANSWER_WITHIN_MS > now_ms)
    }

    /// The presses of a person that still show as busy.
    pub(super) fn pending(&self, person: i64, now_ms: i64) -> Value {
        self.waiting
            .iter()
            .filter(|(_, p)| p.person == person && p.at_ms + ANSWER_WITHIN_MS > now_ms)
            .map(|(id, p)| json!({ "callback_query_id": id, "message_id": p.message_id, "data": p.data }))
            .collect()
    }
}
