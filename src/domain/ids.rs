//! Identifiers as newtypes, so that a chat can never be taken for a job.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! number_id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

macro_rules! text_id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as the taxonomy file spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

number_id! {
    /// A private chat on Telegram; the same number as the user it is with.
    ChatId;
    /// A message within one chat.
    MessageId;
    /// Telegram's number of an update, unique per bot.
    UpdateId;
    /// Our own surrogate for a person: what ledgers keep after the person is erased.
    PersonId;
    /// A company, or a person who hires.
    EmployerId;
    /// What an employer offers.
    JobId;
    /// One sending of a job to an audience.
    BroadcastId;
}

text_id! {
    /// A trade of the taxonomy, for example `electrician`.
    TradeId;
    /// An industry of the taxonomy, for example `construction`.
    IndustryId;
    /// A certificate of the taxonomy, for example `cn_mem_lv_electrician`.
    CertificateId;
}
