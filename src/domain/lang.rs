//! Languages as two-letter codes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An ISO 639-1 language code in lower case, for example `zh`.
///
/// Which languages the bot speaks is decided by the folders under `locales/`, not here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang([u8; 2]);

impl Lang {
    /// Chinese.
    pub const ZH: Self = Self(*b"zh");
    /// English, the language of last resort.
    pub const EN: Self = Self(*b"en");
    /// Russian.
    pub const RU: Self = Self(*b"ru");
    /// Vietnamese.
    pub const VI: Self = Self(*b"vi");
    /// Indonesian.
    pub const ID: Self = Self(*b"id");
    /// Uzbek, in Latin and Cyrillic letters.
    pub const UZ: Self = Self(*b"uz");

    /// Reads `zh`, `zh-hans`, `ZH_cn`; `None` when it does not begin with a two-letter code.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?;
        match *code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_lowercase(), b.to_ascii_lowercase()]))
            }
            _ => None,
        }
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

impl TryFrom<String> for Lang {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, Self::Error> {
        Self::parse(&tag).ok_or_else(|| format!("`{tag}` is not a language code"))
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.as_str().to_owned()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
