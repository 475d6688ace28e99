//! The playground's whole state behind one lock, and the announcements that something changed.
//!
//! No call waits while it holds the lock: long polls look, let go, and wait for an announcement.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::{Notify, broadcast};

use super::callbacks::Callbacks;
use super::chat::Phone;
use super::clock::Clock;
use super::crowd::Crowd;
use super::faults::Faults;
use super::files::Files;
use super::limits::Limits;
use super::log::Log;
use super::profile::Profile;
use super::updates::Updates;
use super::{Options, Page, Person};

/// So many announcements are kept for a slow listener; one that missed some looks again anyway.
const N_ANNOUNCED: usize = 1024;
/// The first person added without an id gets this one.
const FIRST_FREE_ID: i64 = 5_000_001;

/// A phone that changed, and the revision it has now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) person: i64,
    pub(super) rev: u64,
}

/// Everything that the handlers share.
#[derive(Debug)]
pub(super) struct World {
    pub(super) clock: Clock,
    pub(super) page: Page,
    pub(super) updates_changed: Notify,
    pub(super) changes: broadcast::Sender<Change>,
    state: Mutex<State>,
}

impl World {
    /// A world in which nothing has happened yet.
    pub(super) fn new(options: Options) -> Self {
        let (changes, _) = broadcast::channel(N_ANNOUNCED);
        let mut state = State {
            phones: BTreeMap::new(),
            crowd: Crowd::new(options.crowd_from),
            updates: Updates::default(),
            callbacks: Callbacks::default(),
            faults: Faults::default(),
            limits: Limits::default(),
            files: Files::default(),
            log: Log::default(),
            bot: Profile::default(),
            is_revoked: false,
            last_rev: 0,
            changes: changes.clone(),
        };
        for person in options.people {
            state.add_person(person);
        }
        Self {
            clock: Clock::default(),
            page: options.page,
            updates_changed: Notify::new(),
            changes,
            state: Mutex::new(state),
        }
    }

    /// Locks the state. A handler that panicked left it usable: every change is a few plain
    /// assignments.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the lock guards.
#[derive(Debug)]
pub(super) struct State {
    pub(super) phones: BTreeMap<i64, Phone>,
    pub(super) crowd: Crowd,
    pub(super) updates: Updates,
    pub(super) callbacks: Callbacks,
    pub(super) faults: Faults,
    pub(super) limits: Limits,
    pub(super) files: Files,
    pub(super) log: Log,
    pub(super) bot: Profile,
    /// The token is not valid any more.
    pub(super) is_revoked: bool,
    last_rev: u64,
    changes: broadcast::Sender<Change>,
}

impl State {
    /// Adds a phone, or gives the person on it a new name, language and role.
    pub(super) fn add_person(&mut self, person: Person) {
        let id = person.id;
        self.phones
            .entry(id)
            .and_modify(|phone| phone.person = person.clone())
            .or_insert_with(|| Phone::new(person));
        self.touch(id);
    }

    /// An id that nobody has.
    pub(super) fn free_id(&self) -> i64 {
        self.phones
            .range(FIRST_FREE_ID..2 * FIRST_FREE_ID)
            .next_back()
            .map_or(FIRST_FREE_ID, |(id, _)| id + 1)
    }

    /// Raises the revision of a phone and announces it. Gives the new revision.
    pub(super) fn touch(&mut self, person: i64) -> u64 {
        self.last_rev += 1;
        let rev = self.last_rev;
        if let Some(phone) = self.phones.get_mut(&person) {
            phone.rev = rev;
            // Nobody listening is fine.
            let _ = self.changes.send(Change { person, rev });
        }
        rev
    }

    /// Raises the revision of a phone and of one message on it.
    pub(super) fn touch_message(&mut self, person: i64, message_id: i64) {
        let rev = self.touch(person);
        let message = self.phones.get_mut(&person).and_then(|phone| phone.messages.get_mut(&message_id));
        if let Some(message) = message {
            message.rev = rev;
        }
    }

    /// Raises the revision of every phone, after a change that all of them show.
    pub(super) fn touch_all(&mut self) {
        let ids: Vec<i64> = self.phones.keys().copied().collect();
        for id in ids {
            self.touch(id);
        }
    }

    /// A message of a phone as the Bot API tells it, or null if it is not there.
    pub(super) fn message_to_api(&self, person: i64, message_id: i64) -> Value {
        let Some(phone) = self.phones.get(&person) else {
            return Value::Null;
        };
        phone.messages.get(&message_id).map_or(json!(null), |message| {
            let from = if message.is_from_bot { self.bot.to_user() } else { phone.to_user() };
            message.to_api(from, phone.to_chat())
        })
    }
}
