//! Files that the bot and the people sent, in memory; the oldest go when there are too many.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::Bytes;
use serde_json::{Value, json};

use super::chat::Media;
use super::image;

/// All files together take at most this much.
const MAX_BYTES: usize = 64 << 20;
/// A download link works this long after `getFile`.
const OPEN_MS: i64 = 3_600_000;

/// What a file was sent as; it can only be sent again as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Photo,
    Document,
    Voice,
}

impl Kind {
    /// The message's field, and the parameter that brings it.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Voice => "voice",
        }
    }

    /// The name in Telegram's errors.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::Document => "Document",
            Self::Voice => "VoiceNote",
        }
    }
}

/// A file as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Upload {
    /// The name without its folders; nothing if the sender gave none.
    pub(super) name: Option<String>,
    pub(super) content: Bytes,
}

impl Upload {
    /// A file under the name that the sender gave.
    pub(super) fn new(name: &str, content: Bytes) -> Self {
        let bare = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
        Self { name: (!bare.is_empty()).then(|| bare.to_owned()), content }
    }
}

/// A file that is kept.
#[derive(Debug)]
pub(super) struct File {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) upload: Upload,
    unique_id: String,
    number: u64,
    open_until_ms: i64,
}

impl File {
    /// The file in a message.
    pub(super) fn media(&self) -> Media {
        let mut value = json!({
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.upload.content.len(),
        });
        match self.kind {
            Kind::Photo => {
                let (width, height) = image::dimensions(&self.upload.content).unwrap_or_default();
                value["width"] = json!(width);
                value["height"] = json!(height);
                value = json!([value]);
            }
            Kind::Document => {
                value["mime_type"] = json!(self.mime_type());
                if let Some(name) = &self.upload.name {
                    value["file_name"] = json!(name);
                }
            }
            Kind::Voice => {
                value["mime_type"] = json!(self.mime_type());
                value["duration"] = json!(3);
            }
        }
        Media { field: self.kind.field(), value }
    }

    /// As in the answer to `getFile`.
    fn to_api(&self) -> Value {
        json!({
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.upload.content.len(),
            "file_path": self.path(),
        })
    }

    fn path(&self) -> String {
        let safe = |ending: &&str| ending.chars().all(|c| c.is_ascii_alphanumeric());
        let (folder, ending) = match self.kind {
            Kind::Photo if self.mime_type() == "image/png" => ("photos", "png"),
            Kind::Photo => ("photos", "jpg"),
            Kind::Document => ("documents", self.ending().filter(safe).unwrap_or("bin")),
            Kind::Voice => ("voice", "oga"),
        };
        format!("{folder}/file_{}.{ending}", self.number)
    }

    fn ending(&self) -> Option<&str> {
        let (_, ending) = self.upload.name.as_deref()?.rsplit_once('.')?;
        (!ending.is_empty()).then_some(ending)
    }

    /// Telegram goes by the name's ending, whatever the sender says.
    pub(super) fn mime_type(&self) -> &'static str {
        match self.kind {
            Kind::Photo => image::mime_type(&self.upload.content),
            Kind::Voice => "audio/ogg",
            Kind::Document => match self.ending().map(str::to_ascii_lowercase).as_deref() {
                Some("csv") => "text/csv",
                Some("txt") => "text/plain",
                Some("html" | "htm") => "text/html",
                Some("json") => "application/json",
                Some("pdf") => "application/pdf",
                Some("zip") => "application/zip",
                Some("png") => "image/png",
                Some("jpg" | "jpeg") => "image/jpeg",
                Some("doc") => "application/msword",
                Some("xls") => "application/vnd.ms-excel",
                Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                _ => "application/octet-stream",
            },
        }
    }
}

/// All files, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Files {
    kept: VecDeque<File>,
    n_bytes: usize,
    n_added: u64,
}

impl Files {
    /// Keeps a file. The same file under the same name is kept once and counts as new again.
    pub(super) fn add(&mut self, kind: Kind, upload: Upload) -> &File {
        let same = self.kept.iter().position(|file| file.kind == kind && file.upload == upload);
        let file = match same.and_then(|at| self.kept.remove(at)) {
            Some(file) => file,
            None => self.number(kind, upload),
        };
        self.n_bytes += if same.is_none() { file.upload.content.len() } else { 0 };
        while self.n_bytes > MAX_BYTES
            && let Some(oldest) = self.kept.pop_front()
        {
            self.n_bytes -= oldest.upload.content.len();
        }
        let at = self.kept.len();
        self.kept.push_back(file);
        &self.kept[at]
    }

    fn number(&mut self, kind: Kind, upload: Upload) -> File {
        let number = self.n_added;
        self.n_added += 1;
        // Equal content has the same mark, also when it was forgotten meanwhile.
        let mut hasher = DefaultHasher::new();
        (kind, &upload.content).hash(&mut hasher);
        let mark = hasher.finish();
        let (id, unique_id) = match kind {
            Kind::Photo => ("AgACAgUAAxkD", "AQAD"),
            Kind::Document => ("BQACAgUAAxkD", "AgAD"),
            Kind::Voice => ("AwACAgUAAxkD", "AgAD"),
        };
        File {
            id: format!("{id}{mark:016x}AAI{number:04}"),
            unique_id: format!("{unique_id}{mark:016x}"),
            kind,
            upload,
            number,
            open_until_ms: 0,
        }
    }

    /// A file that was not forgotten yet.
    pub(super) fn find(&self, id: &str) -> Option<&File> {
        self.kept.iter().find(|file| file.id == id)
    }

    /// Opens a file for download and tells where.
    pub(super) fn open(&mut self, id: &str, now_ms: i64) -> Option<Value> {
        let file = self.kept.iter_mut().find(|file| file.id == id)?;
        file.open_until_ms = now_ms + OPEN_MS;
        Some(file.to_api())
    }

    /// The content behind a download path, if it was opened.
    pub(super) fn download(&self, path: &str, now_ms: i64) -> Option<Bytes> {
        let is_it = |file: &&File| file.open_until_ms > now_ms && file.path() == path;
        self.kept.iter().find(is_it).map(|file| file.upload.content.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(name: &str, n_bytes: usize) -> Upload {
        Upload::new(name, Bytes::from(vec![7; n_bytes]))
    }

    #[test]
    fn equal_content_has_one_mark_and_an_equal_file_one_id() {
        let mut files = Files::default();
        let mut ids = |name: &str, n_bytes, kind| {
            let file = files.add(kind, upload(name, n_bytes));
            (file.id.clone(), file.unique_id.clone())
        };
        let first = ids("a.txt", 5, Kind::Document);
        assert_eq!(ids("a.txt", 5, Kind::Document), first);
        let renamed = ids("b.txt", 5, Kind::Document);
        assert!(renamed.0 != first.0 && renamed.1 == first.1);
        let other = ids("a.txt", 6, Kind::Document);
        assert!(other.0 != first.0 && other.1 != first.1);
    }

    #[test]
    fn the_oldest_files_go_first() {
        let mut files = Files::default();
        let third = MAX_BYTES / 3;
        let ids: Vec<String> = ["a", "b", "c", "a", "d"]
            .map(|name| files.add(Kind::Document, upload(name, third)).id.clone())
            .to_vec();
        let kept: Vec<bool> = ids.iter().map(|id| files.find(id).is_some()).collect();
        assert_eq!(kept, [true, false, true, true, true], "a came again before d");
        assert!(files.n_bytes <= MAX_BYTES);
    }

    #[test]
    fn names_are_kept_without_their_folders() {
        for (given, name, mime_type, path) in [
            ("c.csv", Some("c.csv"), "text/csv", "documents/file_0.csv"),
            ("/tmp/Список.PDF", Some("Список.PDF"), "application/pdf", "documents/file_0.PDF"),
            ("C:\\x\\.env", Some(".env"), "application/octet-stream", "documents/file_0.env"),
            ("a.b c", Some("a.b c"), "application/octet-stream", "documents/file_0.bin"),
            ("", None, "application/octet-stream", "documents/file_0.bin"),
        ] {
            let mut files = Files::default();
            let file = files.add(Kind::Document, upload(given, 1));
            let found = (file.upload.name.as_deref(), file.mime_type(), file.path());
            assert_eq!(found, (name, mime_type, path.to_owned()), "{given}");
        }
    }
}
