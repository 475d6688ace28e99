//! The crowd: chats that have started the bot but have no phone on the page.
//!
//! A broadcast to a million seeded workers is checked like any other message, but all that stays
//! of it is a count and the last text per chat, with its file if it had one. Equal texts are kept
//! once.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use serde_json::{Value, json};

use super::chat::{Body, Media};
use super::entity::Formatted;

/// So many different texts are looked through before one is stored again.
const N_RECENT: usize = 32;

/// All chats without a phone.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    from: Option<i64>,
    chats: HashMap<i64, Member>,
    recent: VecDeque<Arc<str>>,
    last: Option<Arc<str>>,
    last_media: Option<Arc<Media>>,
    n_received: u64,
    n_duplicates: u64,
}

#[derive(Debug)]
struct Member {
    n_received: i64,
    last: Arc<str>,
    media: Option<Arc<Media>>,
}

impl Crowd {
    /// A crowd of all chats with this id or a higher one.
    pub(super) fn new(from: Option<i64>) -> Self {
        Self { from, ..Self::default() }
    }

    /// True if the chat belongs to the crowd.
    pub(super) fn holds(&self, chat_id: i64) -> bool {
        self.from.is_some_and(|from| chat_id >= from)
    }

    /// Takes a message and gives its id, which is also the number of messages this chat got.
    pub(super) fn receive(&mut self, chat_id: i64, body: &Body) -> i64 {
        let text = self.keep(body.text().map_or("", |text| &text.text));
        let media = match body {
            Body::Media { media, .. } => Some(self.keep_media(media)),
            _ => None,
        };
        self.n_received += 1;
        self.last = Some(Arc::clone(&text));
        let n_duplicates = &mut self.n_duplicates;
        let member = self
            .chats
            .entry(chat_id)
            .and_modify(|member| {
                *n_duplicates += u64::from(member.last == text && member.media == media);
                member.last = Arc::clone(&text);
                member.media.clone_from(&media);
            })
            .or_insert_with(|| Member { n_received: 0, last: Arc::clone(&text), media });
        member.n_received += 1;
        member.n_received
    }

    /// Edits a message; false if the chat never got it. Only the last text is kept, so only there
    /// the new one can be seen.
    pub(super) fn edit(&mut self, chat_id: i64, message_id: i64, text: Option<&str>) -> bool {
        let kept = text.map(|text| self.keep(text));
        let Some(member) = self.chats.get_mut(&chat_id) else {
            return false;
        };
        if let Some(text) = kept
            && member.n_received == message_id
        {
            member.last = text;
        }
        (1..=member.n_received).contains(&message_id)
    }

    /// The last message a chat got, with its id.
    pub(super) fn last_of(&self, chat_id: i64) -> Option<(i64, Body)> {
        let member = self.chats.get(&chat_id)?;
        let text = Formatted { text: member.last.to_string(), entities: Vec::new() };
        let body = match &member.media {
            None => Body::Text { text, html: None },
            Some(media) => Body::Media { media: Arc::clone(media), text, html: None },
        };
        Some((member.n_received, body))
    }

    /// What the page's strip shows.
    pub(super) fn to_view(&self) -> Value {
        json!({
            "received": self.n_received,
            "chats": self.chats.len(),
            "last": self.last.as_deref(),
            "duplicates": self.n_duplicates,
        })
    }

    /// A broadcast brings the same file again and again.
    fn keep_media(&mut self, media: &Arc<Media>) -> Arc<Media> {
        match &self.last_media {
            Some(known) if known == media => Arc::clone(known),
            _ => Arc::clone(self.last_media.insert(Arc::clone(media))),
        }
    }

    fn keep(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.recent.iter().find(|known| &***known == text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.recent.push_back(Arc::clone(&new));
        if self.recent.len() > N_RECENT {
            self.recent.pop_front();
        }
        new
    }
}
