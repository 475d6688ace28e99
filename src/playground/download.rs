//! Downloads: `/file/bot{token}/{file_path}`, for a while after `getFile` told the path.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::answer::{Refusal, respond};
use super::bot_api::admitted;
use super::world::World;

/// Answers with the file's bytes, or as the Bot API refuses.
pub(super) async fn handle(
    State(world): State<Arc<World>>,
    Path((bot, path)): Path<(String, String)>,
) -> Response {
    if let Err(refusal) = admitted(&world, &bot) {
        return respond(Err(refusal));
    }
    let now_ms = world.clock.now_ms();
    let content = world.state().files.download(&path, now_ms);
    match content {
        Some(content) => ([(CONTENT_TYPE, "application/octet-stream")], content).into_response(),
        None => respond(Err(Refusal::new(404, "Not Found"))),
    }
}
