//! Formatted text: what a message says and which parts of it are bold, links and so on.
//!
//! Offsets count UTF-16 units, as everywhere in the Bot API.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::Refusal;

/// One formatted part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) custom_emoji_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unix_time: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) date_time_format: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) user: Option<Value>,
}

impl Entity {
    /// An entity without any extra field.
    pub(super) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.to_owned(),
            offset,
            length,
            url: None,
            language: None,
            custom_emoji_id: None,
            unix_time: None,
            date_time_format: None,
            user: None,
        }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }

    /// Plain styles of which neighbours melt into one; links, code and quotes stay apart.
    fn is_style(&self) -> bool {
        matches!(self.kind.as_str(), "bold" | "italic" | "underline" | "strikethrough" | "spoiler")
    }
}

/// A text with its entities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

impl Formatted {
    /// Number of characters, which is what Telegram's 4096 limit counts.
    pub(super) fn n_chars(&self) -> usize {
        self.text.chars().count()
    }

    /// Does what Telegram does to every text before it is stored: carriage returns go, other control
    /// characters become spaces, blanks around the text go, commands and links are found, entities are put in order.
    pub(super) fn settled(mut self) -> Self {
        self.join_lines();
        self.clean();
        self.trim();
        self.detect();
        self.merge();
        self
    }

    /// Takes carriage returns away, as forms put them before every line break.
    fn join_lines(&mut self) {
        if !self.text.contains('\r') {
            return;
        }
        let mut returns = Vec::new();
        let mut at = 0;
        for c in self.text.chars() {
            if c == '\r' {
                returns.push(at);
            }
            at += c.len_utf16();
        }
        let moved = |at: usize| at - returns.partition_point(|before| *before < at);
        for entity in &mut self.entities {
            let end = moved(entity.end());
            entity.offset = moved(entity.offset);
            entity.length = end - entity.offset;
        }
        self.text.retain(|c| c != '\r');
    }

    /// Replaces control characters one for one, so no offset moves.
    fn clean(&mut self) {
        if self.text.contains(|c: char| c.is_control() && c != '\n') {
            let blank = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
            self.text = self.text.chars().map(blank).collect();
        }
    }

    fn trim(&mut self) {
        let start = utf16(&self.text) - utf16(self.text.trim_start());
        let kept = self.text.trim().to_owned();
        let length = utf16(&kept);
        self.text = kept;
        for entity in &mut self.entities {
            let end = entity.end().saturating_sub(start).min(length);
            entity.offset = entity.offset.saturating_sub(start).min(length);
            entity.length = end.saturating_sub(entity.offset);
        }
        self.entities.retain(|entity| entity.length > 0);
    }

    /// Adds `bot_command` and `url` entities where no code or link is already.
    fn detect(&mut self) {
        let mut at = 0;
        for word in self.text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            let found = command_length(bare)
                .map(|length| ("bot_command", length))
                .or_else(|| link_length(bare).map(|length| ("url", length)));
            if let Some((kind, length)) = found {
                let new = Entity::new(kind, at, length);
                let taken = self.entities.iter().any(|old| {
                    matches!(old.kind.as_str(), "code" | "pre" | "text_link" | "text_mention")
                        && old.offset < new.end()
                        && new.offset < old.end()
                });
                if !taken {
                    self.entities.push(new);
                }
            }
            at += utf16(word);
        }
    }

    fn merge(&mut self) {
        self.entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
        let mut merged: Vec<Entity> = Vec::with_capacity(self.entities.len());
        for entity in self.entities.drain(..) {
            let neighbour =
                merged.iter_mut().rev().find(|old| old.kind == entity.kind && old.end() >= entity.offset);
            match neighbour {
                Some(old) if entity.is_style() => {
                    old.length = old.end().max(entity.end()) - old.offset;
                }
                _ => merged.push(entity),
            }
        }
        self.entities = merged;
    }
}

/// Length of a text in UTF-16 units.
pub(super) fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn command_length(word: &str) -> Option<usize> {
    let name = word.strip_prefix('/')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = name.trim_start_matches(is_part);
    let n_name = name.len() - rest.len();
    let at_bot =
        rest.strip_prefix('@').map_or(0, |bot| 1 + bot.len() - bot.trim_start_matches(is_part).len());
    let ends_well = !rest.starts_with('/');
    ((1..=64).contains(&n_name) && ends_well).then_some(1 + n_name + at_bot)
}

fn link_length(word: &str) -> Option<usize> {
    let bare = word.trim_end_matches(|c: char| ".,;:!?)\"'”。，；：！？）".contains(c));
    checked_link(bare)
        .filter(|_| bare.starts_with("http://") || bare.starts_with("https://"))
        .map(|_| utf16(bare))
}

/// Refuses the address of a web app that is not one of `https`; `what` it belongs to is named.
pub(super) fn check_web_app(app: &Value, what: &str) -> Result<(), Refusal> {
    let url = app["url"].as_str();
    let url = url.ok_or_else(|| Refusal::bad(format!("can't parse {what}: can't find field \"url\"")))?;
    if checked_link(url).is_some_and(|link| link.starts_with("https://")) {
        return Ok(());
    }
    Err(Refusal::bad(format!("{what} Web App URL '{url}' is invalid: Only HTTPS links are allowed")))
}

/// The address as Telegram keeps it, or nothing if it would not accept it: `http`, `https`, `tg`
/// and `ton` only, `http://` put before a bare domain, a host without a dot refused.
pub(super) fn checked_link(url: &str) -> Option<String> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("tg://") || lower.starts_with("ton://") {
        return Some(url.to_owned());
    }
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("http".to_owned(), url),
    };
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let n_host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(n_host);
    let name = host.rsplit('@').next().unwrap_or(host);
    let good = name.contains('.')
        && !name.starts_with('.')
        && !name.contains(|c: char| c.is_whitespace() || "<>\"".contains(c))
        && !path.contains(char::is_whitespace);
    let slash = if path.starts_with('/') { "" } else { "/" };
    good.then(|| format!("{scheme}://{host}{slash}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Formatted {
        Formatted { text: text.to_owned(), entities: Vec::new() }
    }

    #[test]
    fn commands_and_links_are_found() {
        type Found = (&'static str, usize, usize);
        let cases: [(&str, &[Found]); 6] = [
            ("/start abc", &[("bot_command", 0, 6)]),
            ("看 /jobs@zg_bot 吧", &[("bot_command", 2, 12)]),
            ("a/b and 1/2", &[]),
            ("/a/b", &[]),
            ("😀 https://example.com/x.", &[("url", 3, 21)]),
            ("http://localhost:80", &[]),
        ];
        for (text, expected) in cases {
            let found = plain(text).settled();
            let found: Vec<_> =
                found.entities.iter().map(|e| (e.kind.as_str(), e.offset, e.length)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn blanks_around_a_text_go_and_entities_move() {
        let text = Formatted {
            text: " \n ab \n".to_owned(),
            entities: vec![Entity::new("bold", 0, 5), Entity::new("italic", 5, 2)],
        };
        let settled = text.settled();
        assert_eq!(settled.text, "ab");
        assert_eq!(settled.entities, vec![Entity::new("bold", 0, 2)]);
    }

    #[test]
    fn carriage_returns_go_and_entities_move() {
        let text = Formatted {
            text: "\r\n工😀\r\nb\r".to_owned(),
            entities: vec![Entity::new("bold", 2, 3), Entity::new("code", 7, 2)],
        };
        let settled = text.settled();
        assert_eq!(settled.text, "工😀\nb");
        assert_eq!(settled.entities, vec![Entity::new("bold", 0, 3), Entity::new("code", 4, 1)]);
    }

    #[test]
    fn links_are_checked() {
        let cases = [
            ("http://example.com", Some("http://example.com/")),
            ("example.com/a?b", Some("http://example.com/a?b")),
            ("HTTPS://t.me/x", Some("https://t.me/x")),
            ("tg://user?id=1", Some("tg://user?id=1")),
            ("http://localhost:8080/", None),
            ("javascript://a.b", None),
            ("", None),
            ("two words.com", None),
        ];
        for (url, expected) in cases {
            assert_eq!(checked_link(url).as_deref(), expected, "{url}");
        }
    }
}
