//! What can go wrong with a call, and what to do about it: one table over Telegram's own texts.
//!
//! The Bot API has no idempotency key. So the line that matters most runs between "surely not taken" (try
//! again) and "the answer was lost" (it may have been taken); in doubt it is lost.

use super::errors::Disposition::{Conflict, Done, Rejected, Retry, Token, Unknown};
use crate::domain::ChatId;
use std::time::Duration;

/// Why a call has no answer to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Telegram understood the call and refused it.
    #[error("Telegram refused the call: {code} {description}")]
    Api {
        /// `error_code`, like an HTTP status.
        code: u16,
        /// Telegram's text, the only thing that tells most refusals apart.
        description: String,
        /// How long to wait, with 429.
        retry_after: Option<Duration>,
        /// The new number of a group that became a supergroup.
        migrate_to: Option<ChatId>,
    },
    /// Something on the way answered in place of the Bot API: no JSON, and no success.
    #[error("no Bot API answer, HTTP status {status}")]
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// The connection failed.
    #[error("{kind}: {detail}")]
    Network {
        /// At which point.
        kind: NetworkKind,
        /// Whether the request may have reached Telegram.
        sent: bool,
        /// The causes, without any address.
        detail: String,
    },
    /// A success that cannot be read.
    #[error("Telegram's answer cannot be read")]
    Garbled,
}

/// At which point a connection failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NetworkKind {
    /// No connection: name, route, refusal, TLS.
    #[error("cannot connect to Telegram")]
    Connect,
    /// No answer in time.
    #[error("no answer from Telegram in time")]
    Timeout,
    /// The connection broke before the answer was complete.
    #[error("the connection to Telegram broke")]
    Broken,
}

/// What to do after a [`SendError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// Nothing: what was wanted is so, or no longer matters.
    Done,
    /// Try the same call again: it was surely not taken.
    Retry {
        /// How long Telegram asks to wait.
        after: Option<Duration>,
    },
    /// The answer was lost: the call may have been taken.
    Unknown,
    /// The chat cannot be written to.
    Gone {
        /// Why.
        reason: GoneReason,
    },
    /// The chat has another number now; send there.
    Migrate(ChatId),
    /// Refused for good: our own mistake. This message fails, the person is not to blame.
    Rejected,
    /// The token is not valid, or the address is no Bot API: stop the process and say so.
    Token,
    /// Another process polls with this token, or a webhook is set.
    Conflict,
}

impl Disposition {
    /// A word for counters.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "harmless",
            Self::Retry { .. } => "retry",
            Self::Unknown => "unknown",
            Self::Gone { .. } => "gone",
            Self::Migrate(_) => "migrate",
            Self::Rejected => "rejected",
            Self::Token => "token",
            Self::Conflict => "conflict",
        }
    }
}

/// Why a chat cannot be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoneReason {
    /// The person blocked the bot (or a group removed it); undone by whatever they do next.
    Blocked,
    /// The account is deleted.
    Deactivated,
    /// The person has not started the bot.
    NeverStarted,
    /// There is no such chat for this bot.
    NotFound,
}

const BLOCKED: Disposition = Disposition::Gone { reason: GoneReason::Blocked };
const DEACTIVATED: Disposition = Disposition::Gone { reason: GoneReason::Deactivated };
const NEVER_STARTED: Disposition = Disposition::Gone { reason: GoneReason::NeverStarted };
const NOT_FOUND: Disposition = Disposition::Gone { reason: GoneReason::NotFound };
const LATER: Disposition = Retry { after: None };

/// Code, part of the text in lower case, what to do. The first match counts. A code's last row, with an empty
/// text, is for texts not known; the unknown 403 is taken for a block because that heals by itself.
const TABLE: &[(u16, &str, Disposition)] = &[
    (400, "message is not modified", Done),
    (400, "query is too old", Done),
    (400, "query id is invalid", Done),
    (400, "query_id_invalid", Done),
    (400, "message to delete not found", Done),
    (400, "chat not found", NOT_FOUND),
    (400, "peer_id_invalid", NOT_FOUND),
    (400, "upgraded to a supergroup", NOT_FOUND),
    (400, "user_is_blocked", BLOCKED),
    (400, "user_deactivated", DEACTIVATED),
    (400, "", Rejected),
    (401, "", Token),
    (403, "blocked by the user", BLOCKED),
    (403, "user_is_blocked", BLOCKED),
    (403, "user is deactivated", DEACTIVATED),
    (403, "user_deactivated", DEACTIVATED),
    (403, "can't initiate conversation", NEVER_STARTED),
    (403, "can't send messages to", NOT_FOUND),
    (403, "chat not found", NOT_FOUND),
    (403, "peer_id_invalid", NOT_FOUND),
    (403, "chat was deleted", NOT_FOUND),
    (403, "", BLOCKED),
    (404, "method not found", Rejected),
    (404, "", Token),
    (409, "", Conflict),
    (420, "", LATER),
    (429, "", LATER),
    // A closing server fails with 500 what it may already have passed on; only 503 never got that far.
    (503, "", LATER),
];

impl SendError {
    /// A refusal without parameters.
    pub(super) fn refused(code: u16, description: impl Into<String>) -> Self {
        Self::Api { code, description: description.into(), retry_after: None, migrate_to: None }
    }

    /// What to do about it.
    #[must_use]
    pub fn disposition(&self) -> Disposition {
        match self {
            Self::Api { migrate_to: Some(chat), .. } => Disposition::Migrate(*chat),
            Self::Api { code, description, retry_after, .. } => match listed(*code, description) {
                Retry { .. } => Retry { after: retry_after.or_else(|| told_wait(description)) },
                other => other,
            },
            Self::Server { status } if *status < 500 => LATER,
            Self::Network { sent: false, .. } => LATER,
            Self::Server { .. } | Self::Network { .. } | Self::Garbled => Unknown,
        }
    }
}

fn listed(code: u16, description: &str) -> Disposition {
    let text = description.to_lowercase();
    let row = TABLE.iter().find(|(for_code, part, _)| *for_code == code && text.contains(part));
    match row {
        Some((.., disposition)) => *disposition,
        None if code >= 500 => Unknown,
        None => Rejected,
    }
}

/// The wait of `Too Many Requests: retry after 7`, for servers that leave out the parameter.
fn told_wait(description: &str) -> Option<Duration> {
    let (_, rest) = description.rsplit_once("retry after ")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_text_has_its_disposition() {
        let cases = [
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
                Done,
            ),
            (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Done),
            (400, "Bad Request: QUERY_ID_INVALID", Done),
            (400, "Bad Request: message to delete not found", Done),
            (400, "Bad Request: chat not found", NOT_FOUND),
            (400, "Bad Request: private chat not found", NOT_FOUND),
            (400, "Bad Request: PEER_ID_INVALID", NOT_FOUND),
            (400, "Bad Request: message is too long", Rejected),
            (400, "Bad Request: MESSAGE_TOO_LONG", Rejected),
            (400, "Bad Request: message caption is too long", Rejected),
            (400, "Bad Request: reply markup is too long", Rejected),
            (400, "Bad Request: BUTTON_DATA_INVALID", Rejected),
            (400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 3", Rejected),
            (400, "Bad Request: message to reply not found", Rejected),
            (400, "Bad Request: message to edit not found", Rejected),
            (400, "Bad Request: not enough rights to send text messages to the chat", Rejected),
            (401, "Unauthorized", Token),
            (403, "Forbidden: bot was blocked by the user", BLOCKED),
            (403, "FORBIDDEN: BOT WAS BLOCKED BY THE USER", BLOCKED),
            (403, "Forbidden: user is deactivated", DEACTIVATED),
            (403, "Forbidden: bot can't initiate conversation with a user", NEVER_STARTED),
            (403, "Forbidden: bot can't send messages to bots", NOT_FOUND),
            (403, "Forbidden: the bot can't send messages to the bot", NOT_FOUND),
            (403, "Forbidden: bot was kicked from the group chat", BLOCKED),
            (403, "Forbidden: bot was kicked from the supergroup chat", BLOCKED),
            (403, "Forbidden: bot was kicked from the channel chat", BLOCKED),
            (403, "Forbidden: the group chat was deleted", NOT_FOUND),
            (403, "Forbidden: bot is not a member of the supergroup chat", BLOCKED),
            (403, "Forbidden: a text of next year", BLOCKED),
            (404, "Not Found", Token),
            (404, "Not Found: method not found", Rejected),
            (
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                Conflict,
            ),
            (
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
                Conflict,
            ),
            (413, "Request Entity Too Large", Rejected),
            (429, "Too Many Requests", LATER),
            (429, "Too Many Requests: retry after 35", Retry { after: Some(Duration::from_secs(35)) }),
            (500, "Internal Server Error: restart", Unknown),
            (502, "Bad Gateway", Unknown),
            (503, "Service Unavailable", LATER),
            (504, "Gateway Timeout", Unknown),
        ];
        for (code, text, expected) in cases {
            assert_eq!(SendError::refused(code, text).disposition(), expected, "{code} {text}");
        }
    }

    #[test]
    fn parameters_go_before_texts() {
        let text = "Bad Request: group chat was upgraded to a supergroup chat";
        let migrate_to = Some(ChatId(-100_123));
        let moved = SendError::Api { code: 400, description: text.into(), retry_after: None, migrate_to };
        assert_eq!(moved.disposition(), Disposition::Migrate(ChatId(-100_123)));
        assert_eq!(SendError::refused(400, text).disposition(), NOT_FOUND);

        let wait = Some(Duration::from_secs(5));
        let text = "Too Many Requests: retry after 4";
        let slow =
            SendError::Api { code: 429, description: text.into(), retry_after: wait, migrate_to: None };
        assert_eq!(slow.disposition(), Retry { after: wait });
    }

    #[test]
    fn only_what_surely_did_not_arrive_is_tried_again() {
        let network = |kind, sent| SendError::Network { kind, sent, detail: String::new() };
        assert_eq!(network(NetworkKind::Connect, false).disposition(), LATER);
        assert_eq!(network(NetworkKind::Timeout, false).disposition(), LATER);
        assert_eq!(network(NetworkKind::Timeout, true).disposition(), Unknown);
        assert_eq!(network(NetworkKind::Broken, true).disposition(), Unknown);
        assert_eq!(SendError::Garbled.disposition(), Unknown);
        assert_eq!(SendError::Server { status: 502 }.disposition(), Unknown);
        assert_eq!(SendError::Server { status: 403 }.disposition(), LATER);
    }

    #[test]
    fn each_row_of_the_table_can_be_reached() {
        for (number, (code, part, disposition)) in TABLE.iter().enumerate() {
            let first = TABLE.iter().position(|(c, p, _)| c == code && part.contains(p));
            assert_eq!(first, Some(number), "{code} {part}: hidden by an earlier row");
            assert_eq!(part.to_lowercase(), *part);
            assert_eq!(SendError::refused(*code, *part).disposition(), *disposition);
        }
    }
}
