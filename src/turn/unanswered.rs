//! How many inputs of a chat still wait for their answer.
//!
//! Somebody who writes faster than Telegram lets us answer would fill memory and get screens for half an hour
//! that nobody wants to see. So beyond [`MOST`] open answers what comes is passed over: the person is told
//! once, and every tap is still answered with a note. Nobody else notices.

use super::Record;
use super::said::Answers;
use crate::domain::ChatId;
use std::collections::BTreeMap;

/// A chat with more open answers than this is limited.
pub(super) const MOST: usize = 50;

/// The open answers of all chats.
#[derive(Debug, Default)]
pub(super) struct Unanswered {
    rows: BTreeMap<i64, ChatId>,
    chats: BTreeMap<ChatId, Chat>,
}

#[derive(Debug, Default)]
struct Chat {
    open: usize,
    /// The person knows that something was passed over.
    told: bool,
}

impl Unanswered {
    /// How many answers are open.
    pub(super) fn count(&self, chat: ChatId) -> usize {
        self.chats.get(&chat).map_or(0, |chat| chat.open)
    }

    /// Whether the person was told, since the last time that all was answered.
    pub(super) fn is_told(&self, chat: ChatId) -> bool {
        self.chats.get(&chat).is_some_and(|chat| chat.told)
    }

    /// The message in this row answers an input.
    pub(super) fn open(&mut self, row: i64, chat: ChatId) {
        if self.rows.insert(row, chat).is_none() {
            self.chats.entry(chat).or_default().open += 1;
        }
    }

    /// Takes note of what a group answered, and what it did not.
    pub(super) fn begin(&mut self, answers: &Answers) {
        for &(row, chat) in &answers.open {
            self.open(row, chat);
        }
        for &chat in &answers.told {
            self.tell(chat);
        }
    }

    /// The person was told.
    fn tell(&mut self, chat: ChatId) {
        self.chats.entry(chat).or_default().told = true;
    }

    /// Takes note of what became of messages.
    pub(super) fn end(&mut self, records: &[Record]) {
        for record in records {
            let (Record::Done(row) | Record::Failed(row, _)) = record else { continue };
            let Some(chat) = self.rows.remove(row) else { continue };
            if let Some(state) = self.chats.get_mut(&chat) {
                state.open = state.open.saturating_sub(1);
                if state.open == 0 {
                    self.chats.remove(&chat);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_answered_is_forgotten() {
        let (ann, bob) = (ChatId(1), ChatId(2));
        let mut all = Unanswered::default();
        for row in [1, 2, 2] {
            all.open(row, ann);
        }
        all.open(3, bob);
        all.tell(ann);
        assert_eq!((all.count(ann), all.count(bob)), (2, 1));
        all.end(&[Record::Done(1), Record::Unknown(2), Record::Done(9)]);
        assert_eq!((all.count(ann), all.is_told(ann), all.is_told(bob)), (1, true, false));
        all.end(&[Record::Failed(2, "gone".into()), Record::Done(3)]);
        assert!(!all.is_told(ann));
        assert!(all.rows.is_empty() && all.chats.is_empty());
    }
}
