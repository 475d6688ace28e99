//! Files: what people send, and every file's content for the page.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::super::files::{Kind, Upload};
use super::super::world::World;
use super::{Failure, Given, Outcome, Who};

type Shared = State<Arc<World>>;

/// People have one picture, one document and one recording each.
const PHOTO: (&str, &[u8]) = ("photo.png", include_bytes!("../samples/photo.png"));
const DOCUMENT: (&str, &[u8]) = ("document.txt", include_bytes!("../samples/document.txt"));
const VOICE: (&str, &[u8]) = ("voice.ogg", include_bytes!("../samples/voice.ogg"));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Captioned {
    #[serde(default)]
    caption: String,
}

/// `POST /sim/people/{id}/photo`.
pub(super) async fn photo(State(world): Shared, Who(id): Who, Given(it): Given<Captioned>) -> Outcome {
    send(&world, id, Kind::Photo, PHOTO, &it.caption)
}

/// `POST /sim/people/{id}/document`.
pub(super) async fn document(State(world): Shared, Who(id): Who, Given(it): Given<Captioned>) -> Outcome {
    send(&world, id, Kind::Document, DOCUMENT, &it.caption)
}

/// `POST /sim/people/{id}/voice`.
pub(super) async fn voice(State(world): Shared, Who(id): Who) -> Outcome {
    send(&world, id, Kind::Voice, VOICE, "")
}

fn send(world: &World, id: i64, kind: Kind, sample: (&str, &'static [u8]), caption: &str) -> Outcome {
    let now_ms = world.clock.now_ms();
    let upload = Upload::new(sample.0, Bytes::from_static(sample.1));
    let message_id = world.state().send_file(id, kind, upload, caption, now_ms)?;
    world.updates_changed.notify_waiters();
    Ok(Json(json!({ "message_id": message_id })))
}

/// `GET /sim/files/{file_id}`: pictures to look at, anything else only to be saved, so that no
/// document runs as a part of the page.
pub(super) async fn content(State(world): Shared, Path(id): Path<String>) -> Result<Response, Failure> {
    let state = world.state();
    let Some(file) = state.files.find(&id) else {
        return Err(Failure::new(StatusCode::NOT_FOUND, "there is no such file, or it was forgotten"));
    };
    let (kind, disposition) = match file.kind {
        Kind::Photo => (file.mime_type(), "inline"),
        _ => ("application/octet-stream", "attachment"),
    };
    let headers =
        [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, file.upload.content.clone()).into_response())
}
