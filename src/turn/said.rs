//! What a group says, in order, and which of it answers an input.

use crate::chat::Out;
use crate::domain::ChatId;
use crate::store::{NewMessage, Queued, Shows};
use std::collections::{BTreeMap, BTreeSet};

/// The messages of one group.
#[derive(Default)]
pub(super) struct Said {
    messages: Vec<Line>,
    open: BTreeMap<ChatId, usize>,
    passed_over: u64,
    told: BTreeSet<ChatId>,
}

struct Line {
    message: NewMessage,
    /// It is the last one that answers an input.
    answers: bool,
}

/// What to remember about answers once the group is committed.
#[derive(Default)]
pub(super) struct Answers {
    /// Rows with which an input is answered.
    pub(super) open: Vec<(i64, ChatId)>,
    /// How many inputs were passed over.
    pub(super) passed_over: u64,
    /// Who was told so.
    pub(super) told: BTreeSet<ChatId>,
}

impl Said {
    /// Says something.
    pub(super) fn push(&mut self, message: NewMessage) {
        self.messages.push(Line { message, answers: false });
    }

    /// How much was said.
    pub(super) const fn len(&self) -> usize {
        self.messages.len()
    }

    /// Takes back what was to be said of something.
    pub(super) fn unsay(&mut self, shows: Shows) {
        self.messages.retain(|line| line.message.shows != Some(shows));
    }

    /// What a chat was told from `start` on answers one input of theirs.
    pub(super) fn answer(&mut self, chat: ChatId, start: usize) {
        let of_chat = |line: &&mut Line| line.is_kept() && line.message.chat == chat;
        if let Some(line) = self.messages.iter_mut().skip(start).rfind(of_chat) {
            line.answers = true;
            *self.open.entry(chat).or_default() += 1;
        }
    }

    /// How many inputs of a chat this group answers.
    pub(super) fn answers_to(&self, chat: ChatId) -> usize {
        self.open.get(&chat).copied().unwrap_or(0)
    }

    /// Counts an input that nothing was done about.
    pub(super) const fn pass_over(&mut self) {
        self.passed_over += 1;
    }

    /// Takes note that somebody hears that something was passed over; false if they heard already.
    pub(super) fn tell(&mut self, chat: ChatId) -> bool {
        self.told.insert(chat)
    }

    /// What must outlive a crash.
    pub(super) fn to_keep(&self) -> Vec<&NewMessage> {
        self.messages.iter().filter(|line| line.is_kept()).map(|line| &line.message).collect()
    }

    /// All messages; those that were kept have these rows.
    pub(super) fn finish(self, rows: Vec<i64>) -> (Vec<Queued>, Answers) {
        let mut rows = rows.into_iter();
        let mut messages = Vec::with_capacity(self.messages.len());
        let mut open = Vec::new();
        for line in self.messages {
            let row = if line.is_kept() { rows.next() } else { None };
            open.extend(row.filter(|_| line.answers).map(|row| (row, line.message.chat)));
            messages.push(Queued { row, message: line.message, attempts: 0 });
        }
        (messages, Answers { open, passed_over: self.passed_over, told: self.told })
    }
}

impl Line {
    /// Whether it has a row until it is sent. The answer to a tap is worth nothing after a restart.
    const fn is_kept(&self) -> bool {
        !matches!(self.message.call, Out::Answer { .. })
    }
}
