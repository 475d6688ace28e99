//! Sending photos and documents, and `getFile`.

use super::super::answer::{Answer, Refusal};
use super::super::chat::Body;
use super::super::files::{Kind, Upload};
use super::super::image;
use super::super::world::State;
use super::Call;
use super::messages::{self, MAX_CAPTION_CHARS};

const MAX_PHOTO_BYTES: usize = 10 << 20;
const MAX_BYTES: usize = 50 << 20;
const MAX_DOWNLOAD_BYTES: usize = 20 << 20;
/// Width and height of a photo together, and how much longer one may be than the other.
const MAX_SIDES: u64 = 10_000;
const MAX_RATIO: u64 = 20;

/// Where the file of a call comes from.
enum Source<'a> {
    Upload(&'a Upload),
    /// The id of a file that was sent before, or an address.
    Remote(String),
}

/// `sendPhoto`.
pub(super) fn send_photo(state: &mut State, call: &Call) -> Answer {
    send(state, call, Kind::Photo)
}

/// `sendDocument`.
pub(super) fn send_document(state: &mut State, call: &Call) -> Answer {
    send(state, call, Kind::Document)
}

fn send(state: &mut State, call: &Call, kind: Kind) -> Answer {
    let field = kind.field();
    let source =
        source(call, field).ok_or_else(|| Refusal::bad(format!("there is no {field} in the request")))?;
    let (text, html) = messages::caption(call)?;
    let markup = messages::markup(call)?;
    let chat = messages::chat(state, call)?;
    match &source {
        Source::Upload(upload) => check_size(kind, upload.content.len())?,
        Source::Remote(id) => check_remote(state, kind, id)?,
    }
    if text.n_chars() > MAX_CAPTION_CHARS {
        return Err(Refusal::bad("message caption is too long"));
    }
    let file = match source {
        Source::Upload(upload) => {
            if kind == Kind::Photo {
                check_photo(&upload.content)?;
            }
            Some(state.files.add(kind, upload.clone()))
        }
        Source::Remote(id) => state.files.find(&id),
    };
    let media = file.ok_or_else(unknown_file)?.media();
    messages::deliver(state, call, chat, Body::Media { media: media.into(), text, html }, markup)
}

/// A value wins over a file part of the same name; `attach://` names a part.
fn source<'a>(call: &'a Call, field: &str) -> Option<Source<'a>> {
    let given = call.params.text(field).filter(|value| !value.is_empty());
    let part = match &given {
        None => Some(field),
        Some(value) => value.strip_prefix("attach://"),
    };
    let upload = part.and_then(|name| call.params.file(name));
    upload.map(Source::Upload).or(given.map(Source::Remote))
}

fn check_size(kind: Kind, n_bytes: usize) -> Result<(), Refusal> {
    if n_bytes == 0 {
        Err(Refusal::bad("file must be non-empty"))
    } else if n_bytes > MAX_BYTES {
        Err(Refusal::new(413, "Request Entity Too Large"))
    } else if kind == Kind::Photo && n_bytes > MAX_PHOTO_BYTES {
        Err(Refusal::bad(format!(
            "file of size {n_bytes} bytes is too big for a photo; \
             the maximum size is {MAX_PHOTO_BYTES} bytes"
        )))
    } else {
        Ok(())
    }
}

/// Addresses are refused: nothing is loaded from elsewhere.
fn check_remote(state: &State, kind: Kind, id: &str) -> Result<(), Refusal> {
    let lower = id.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Err(Refusal::bad("failed to get HTTP URL content"));
    }
    let file = state.files.find(id).ok_or_else(unknown_file)?;
    if file.kind == kind {
        return Ok(());
    }
    let (is, wanted) = (file.kind.name(), kind.name());
    Err(Refusal::bad(format!("can't use file of type {is} as {wanted}")))
}

fn unknown_file() -> Refusal {
    Refusal::bad("wrong file identifier/HTTP URL specified")
}

fn check_photo(content: &[u8]) -> Result<(), Refusal> {
    let (width, height) = image::dimensions(content).ok_or_else(|| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
    let (width, height) = (u64::from(width), u64::from(height));
    let (short, long) = (width.min(height), width.max(height));
    if width + height > MAX_SIDES || long > short * MAX_RATIO {
        return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}

/// `getFile`: from now on the file can be downloaded for a while.
pub(super) fn get_file(state: &mut State, call: &Call) -> Answer {
    let id = call.params.text("file_id").unwrap_or_default();
    if id.is_empty() {
        return Err(Refusal::bad("file_id not specified"));
    }
    let invalid = || Refusal::bad("invalid file_id");
    let file = state.files.find(&id).ok_or_else(invalid)?;
    if file.upload.content.len() > MAX_DOWNLOAD_BYTES {
        return Err(Refusal::bad("file is too big"));
    }
    state.files.open(&id, call.now_ms).ok_or_else(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_the_sizes_that_telegram_takes() {
        for (kind, n_bytes, expected) in [
            (Kind::Document, 1, None),
            (Kind::Document, 50 << 20, None),
            (Kind::Document, (50 << 20) + 1, Some("Request Entity Too Large")),
            (Kind::Document, 0, Some("Bad Request: file must be non-empty")),
            (Kind::Photo, 10_485_760, None),
            (
                Kind::Photo,
                10_485_761,
                Some(
                    "Bad Request: file of size 10485761 bytes is too big for a photo; \
                     the maximum size is 10485760 bytes",
                ),
            ),
        ] {
            let found = check_size(kind, n_bytes).err().map(|refusal| refusal.description);
            assert_eq!(found.as_deref(), expected, "{kind:?} of {n_bytes} bytes");
        }
    }
}
