//! Telegram's HTML parse mode, with its tag set, its leniencies and its error texts.
//!
//! The scan goes byte by byte, because the errors name byte offsets, and every character that
//! decides something is ASCII; a byte past the end reads as zero, which also counts as a blank.

use serde_json::json;

use super::entity::{Entity, Formatted, checked_link};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// Parses a text; the error is what follows "can't parse entities: " in Telegram's answer.
pub(super) fn parse(html: &str) -> Result<Formatted, String> {
    let mut scan = Scan { html, at: 0, out: Formatted::default(), n_units: 0, open: Vec::new() };
    scan.run()?;
    Ok(scan.out)
}

struct Open {
    tag: String,
    attributes: Attributes,
    offset: usize,
    begin: usize,
}

#[derive(Default)]
struct Attributes {
    argument: String,
    format: Option<String>,
}

struct Scan<'a> {
    html: &'a str,
    at: usize,
    out: Formatted,
    n_units: usize,
    open: Vec<Open>,
}

impl Scan<'_> {
    fn run(&mut self) -> Result<(), String> {
        while let Some(c) = self.html[self.at..].chars().next() {
            if c == '&'
                && let Some((decoded, next)) = decode(self.html, self.at)?
            {
                self.push(decoded);
                self.at = next;
            } else if c == '<' {
                if self.byte(self.at + 1) == b'/' {
                    self.end_tag()?;
                } else {
                    self.start_tag()?;
                }
                self.at += 1;
            } else {
                self.push(c);
                self.at += c.len_utf8();
            }
        }
        for entity in &mut self.out.entities {
            if entity.kind == "code" {
                entity.language = None;
            }
        }
        match self.open.last() {
            None => Ok(()),
            Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag)),
        }
    }

    fn push(&mut self, c: char) {
        self.out.text.push(c);
        self.n_units += c.len_utf16();
    }

    fn byte(&self, at: usize) -> u8 {
        self.html.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn skip_blanks(&mut self) {
        while self.byte(self.at) != 0 && is_blank(self.byte(self.at)) {
            self.at += 1;
        }
    }

    /// Reads up to a blank or one of `stops`.
    fn word(&mut self, stops: &[u8]) -> String {
        let begin = self.at;
        while !is_blank(self.byte(self.at)) && !stops.contains(&self.byte(self.at)) {
            self.at += 1;
        }
        self.html[begin..self.at].to_owned()
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let tag = self.word(b">").to_ascii_lowercase();
        if self.byte(self.at) == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let mut attributes = Attributes::default();
        while self.byte(self.at) != b'>' {
            self.skip_blanks();
            if self.byte(self.at) != b'>' {
                self.attribute(&tag, begin, &mut attributes)?;
            }
        }
        if tag == "span" && attributes.argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Open { tag, attributes, offset: self.n_units, begin: self.out.text.len() });
        Ok(())
    }

    fn attribute(&mut self, tag: &str, begin: usize, into: &mut Attributes) -> Result<(), String> {
        let name = self.word(b"=>/\"'");
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        self.skip_blanks();
        let mut value = String::new();
        let has_value = self.byte(self.at) == b'=';
        if has_value {
            self.at += 1;
            self.skip_blanks();
        }
        if self.byte(self.at) == 0 {
            return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
        }
        if has_value {
            value = self.attribute_value()?;
            if self.byte(self.at) == 0 {
                return Err(format!("Unclosed start tag at byte offset {begin}"));
            }
        }
        match (tag, name.as_str()) {
            ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => into.argument = value,
            ("tg-time", "format") => into.format = Some(value),
            ("code", "class") => keep_after("language-", &value, &mut into.argument),
            ("span", "class") => keep_after("tg-", &value, &mut into.argument),
            ("blockquote", "expandable") => "1".clone_into(&mut into.argument),
            _ => {}
        }
        Ok(())
    }

    /// A quoted string, or a bare token of letters, digits, dots and hyphens.
    fn attribute_value(&mut self) -> Result<String, String> {
        let quote = self.byte(self.at);
        let begin = self.at;
        if quote != b'"' && quote != b'\'' {
            let is_token = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-';
            while is_token(self.byte(self.at)) {
                self.at += 1;
            }
            let end = self.byte(self.at);
            if !is_blank(end) && end != b'>' {
                return Err(format!("Unexpected end of name token at byte offset {begin}"));
            }
            return Ok(self.html[begin..self.at].to_ascii_lowercase());
        }
        self.at += 1;
        let mut value = String::new();
        while let Some(c) = self.html[self.at..].chars().next() {
            if c == char::from(quote) {
                self.at += 1;
                break;
            }
            if c == '&'
                && let Some((decoded, next)) = decode(self.html, self.at)?
            {
                value.push(decoded);
                self.at = next;
            } else {
                value.push(c);
                self.at += c.len_utf8();
            }
        }
        Ok(value)
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let tag = self.word(b">").to_ascii_lowercase();
        self.skip_blanks();
        if self.byte(self.at) != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !tag.is_empty() && tag != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{tag}>\"",
                open.tag
            ));
        }
        if self.n_units > open.offset {
            self.close(open)?;
        }
        Ok(())
    }

    /// Makes the entity of a tag that encloses at least one character.
    fn close(&mut self, open: Open) -> Result<(), String> {
        let new = |kind| Entity::new(kind, open.offset, self.n_units - open.offset);
        let argument = open.attributes.argument;
        let entity = match open.tag.as_str() {
            "b" | "strong" => new("bold"),
            "i" | "em" => new("italic"),
            "u" | "ins" => new("underline"),
            "s" | "strike" | "del" => new("strikethrough"),
            "span" | "tg-spoiler" => new("spoiler"),
            "blockquote" if argument.is_empty() => new("blockquote"),
            "blockquote" => new("expandable_blockquote"),
            "tg-emoji" if argument.parse::<i64>().is_ok_and(|id| id != 0) => {
                Entity { custom_emoji_id: Some(argument), ..new("custom_emoji") }
            }
            "tg-emoji" => return Err("Invalid custom emoji identifier specified".to_owned()),
            "tg-time" => Entity {
                unix_time: Some(argument.parse().map_err(|_| "Invalid date specified")?),
                date_time_format: open.attributes.format,
                ..new("date_time")
            },
            "a" => {
                let shown = &self.out.text[open.begin..];
                let url = if argument.is_empty() { shown } else { &argument };
                match link(url) {
                    Some(extra) => {
                        Entity { offset: open.offset, length: self.n_units - open.offset, ..extra }
                    }
                    None => return Ok(()),
                }
            }
            tag => {
                return {
                    let entity = new(if tag == "pre" { "pre" } else { "code" });
                    self.close_code(entity, argument);
                    Ok(())
                };
            }
        };
        self.out.entities.push(entity);
        Ok(())
    }

    /// `<pre><code class="language-x">` is one block with a language; a language anywhere else is
    /// dropped when nothing encloses it.
    fn close_code(&mut self, mut entity: Entity, language: String) {
        let inner = self
            .out
            .entities
            .last_mut()
            .filter(|last| last.offset == entity.offset && last.length == entity.length);
        match inner {
            Some(code) if entity.kind == "pre" && code.kind == "code" && code.language.is_some() => {
                "pre".clone_into(&mut code.kind);
            }
            _ => {
                entity.language = (!language.is_empty()).then_some(language);
                self.out.entities.push(entity);
            }
        }
    }
}

fn keep_after(prefix: &str, value: &str, into: &mut String) {
    if let Some(rest) = value.strip_prefix(prefix) {
        rest.clone_into(into);
    }
}

/// A link entity without its place, or nothing for an address that Telegram drops silently.
fn link(url: &str) -> Option<Entity> {
    let id = url.strip_prefix("tg://user?id=").and_then(|id| id.parse::<i64>().ok());
    if let Some(id) = id {
        return Some(Entity {
            user: Some(json!({ "id": id, "is_bot": false, "first_name": "" })),
            ..Entity::new("text_mention", 0, 0)
        });
    }
    Some(Entity { url: Some(checked_link(url)?), ..Entity::new("text_link", 0, 0) })
}

/// Decodes the entity that begins at the ampersand at `at`; gives the character and the place
/// after it. What is not an entity stays as it is written.
fn decode(html: &str, at: usize) -> Result<Option<(char, usize)>, String> {
    let byte = |i: usize| html.as_bytes().get(i).copied().unwrap_or(0);
    let mut end = at + 1;
    let decoded = if byte(end) == b'#' {
        let radix = if byte(end + 1) == b'x' { 16 } else { 10 };
        let begin = end + if radix == 16 { 2 } else { 1 };
        end = begin;
        while char::from(byte(end)).is_digit(radix) {
            end += 1;
        }
        let code = u32::from_str_radix(&html[begin..end], radix).unwrap_or(0);
        if code == 0 || code >= 0x0010_ffff || end - at >= 10 {
            return Ok(None);
        }
        char::from_u32(code).ok_or(
            "Text contains invalid Unicode characters after decoding HTML entities, \
             check for unmatched surrogate code units",
        )?
    } else {
        while byte(end).is_ascii_alphabetic() {
            end += 1;
        }
        match &html[at + 1..end] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return Ok(None),
        }
    };
    let semicolon = usize::from(byte(end) == b';');
    Ok(Some((decoded, end + semicolon)))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0b)
}

#[cfg(test)]
mod tests;
