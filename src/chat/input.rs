//! What a person does in a chat, free of Telegram's own types.

use crate::domain::{ChatId, MessageId, Point, UpdateId};
use serde::{Deserialize, Serialize};

/// One update that concerns a private chat.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Telegram's number of the update; the same number never counts twice.
    pub update: UpdateId,
    /// Who did it.
    pub sender: Sender,
    /// What was done.
    pub input: Input,
}

/// The person behind an update, as Telegram describes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The private chat; the same number as the user.
    pub chat: ChatId,
    /// First and last name as set in Telegram; may hold anything a person can type.
    pub name: String,
    /// The language of the person's app (IETF tag, for example `zh-hans`), if it tells.
    pub language: Option<String>,
}

/// What a person did.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Typed a text that is no command.
    Text(String),
    /// Typed or tapped a command: `/start j12` is `start` with the argument `j12`.
    Command {
        /// Without the slash and the bot's name, in lower case.
        name: String,
        /// The rest of the line, trimmed; often empty.
        argument: String,
    },
    /// Tapped an inline button.
    Tap {
        /// What the button carries.
        data: String,
        /// The id under which the tap must be answered.
        callback: String,
        /// The message that holds the button, if Telegram still knows it.
        message: Option<MessageId>,
    },
    /// Shared a contact: their own, or somebody else's.
    Contact {
        /// The number as Telegram gives it, digits with or without `+`.
        phone: String,
        /// Whose number it is; `None` when the contact is no Telegram user.
        user: Option<ChatId>,
    },
    /// Shared a location.
    Location(Point),
    /// Blocked the bot or deleted the chat.
    Blocked,
    /// Unblocked the bot.
    Unblocked,
    /// Sent something that is no answer.
    Unreadable(Thing),
}

impl Input {
    /// Whether it is the person who wants something, and not Telegram that tells of them.
    #[must_use]
    pub const fn speaks(&self) -> bool {
        !matches!(self, Self::Blocked | Self::Unblocked)
    }
}

/// Something that a person sends and the bot cannot take as an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A photo, a picture or a film.
    Picture,
    /// A voice message or a round film.
    Voice,
    /// A sticker, a moving picture or a die.
    Sticker,
    /// A text that somebody else wrote: never taken as what its sender says of themselves.
    Forwarded,
    /// Anything else: a file, a poll.
    Other,
}

impl Thing {
    /// The locale key of what is said about it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Picture => "got-picture",
            Self::Voice => "got-voice",
            Self::Sticker => "got-sticker",
            Self::Forwarded => "got-forwarded",
            Self::Other => "got-other",
        }
    }
}
