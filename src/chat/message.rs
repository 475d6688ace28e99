//! What the bot says, free of Telegram's own types.

use crate::domain::MessageId;
use serde::{Deserialize, Serialize};

/// One call to one chat. The calls of a chat leave in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "call")]
pub enum Out {
    /// A new message.
    Send(Message),
    /// A message that takes the place of an earlier one.
    Edit {
        /// The earlier one.
        message: MessageId,
        /// What stands there from now on.
        content: Message,
    },
    /// A file made of a text.
    File(Document),
    /// A picture from which a phone's camera reads a link, with a text under it.
    Code {
        /// The link.
        link: String,
        /// The text and its buttons.
        caption: Message,
    },
    /// The answer to a tap: stops the spinner on the button, may show a short note.
    Answer {
        /// The id of the tap.
        callback: String,
        /// Plain text, at most 200 characters.
        text: Option<String>,
    },
}

/// A file to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file's name.
    pub name: String,
    /// What is in it.
    pub content: String,
    /// The text under it.
    pub caption: Message,
}

/// A text with its buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Telegram's HTML; everything a person typed is escaped.
    pub html: String,
    /// The buttons.
    #[serde(default)]
    pub keyboard: Keyboard,
}

/// Buttons under a message or in place of the phone's keyboard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keyboard {
    /// None; a keyboard in place of the phone's stays as it is.
    #[default]
    None,
    /// Rows of buttons under the message.
    Inline(Vec<Vec<Button>>),
    /// Rows of buttons in place of the phone's keyboard.
    Reply {
        /// The rows.
        rows: Vec<Vec<ReplyButton>>,
        /// What stands greyed in the input field, 1 to 64 characters.
        hint: Option<String>,
    },
    /// Gives the phone's keyboard back.
    Remove,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub text: String,
    /// What comes back when it is tapped: 1 to 64 bytes.
    pub data: String,
    /// How it stands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
}

/// How a button stands out, on apps that can show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// The way forward: green.
    Good,
    /// Refuses or ends something: red.
    Bad,
}

/// A button in place of the phone's keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyButton {
    /// Sends its own text.
    Text(String),
    /// Shares the person's own phone number.
    Contact(String),
    /// Shares where the person is.
    Location(String),
}

impl Button {
    /// A plain button.
    #[must_use]
    pub fn new(text: impl Into<String>, data: impl Into<String>) -> Self {
        Self { text: text.into(), data: data.into(), tone: None }
    }

    /// The same button, standing out.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }
}

impl Message {
    /// A text without buttons.
    #[must_use]
    pub fn text(html: impl Into<String>) -> Self {
        Self { html: html.into(), keyboard: Keyboard::None }
    }

    /// A text with buttons under it.
    #[must_use]
    pub fn inline(html: impl Into<String>, rows: Vec<Vec<Button>>) -> Self {
        let keyboard = if rows.is_empty() { Keyboard::None } else { Keyboard::Inline(rows) };
        Self { html: html.into(), keyboard }
    }
}
