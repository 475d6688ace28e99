//! The chat page: a few embedded files, no build step, nothing loaded from the network.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;

use super::Page;
use super::world::World;

/// Path, kind and content of each file.
const FILES: [(&str, &str, &str); 8] = [
    ("/", "text/html", include_str!("page/page.html")),
    ("/page.css", "text/css", include_str!("page/page.css")),
    ("/page.js", JS, include_str!("page/page.js")),
    ("/phone.js", JS, include_str!("page/phone.js")),
    ("/message.js", JS, include_str!("page/message.js")),
    ("/sheet.js", JS, include_str!("page/sheet.js")),
    ("/text.js", JS, include_str!("page/text.js")),
    ("/words.js", JS, include_str!("page/words.js")),
];
const JS: &str = "text/javascript";

/// The routes of the page.
pub(super) fn routes() -> Router<Arc<World>> {
    let mut routes = Router::new().route("/page.json", get(texts));
    for (path, kind, text) in FILES {
        routes = routes.route(path, get(async move || file(kind, text)));
    }
    routes
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let kind = format!("{kind}; charset=utf-8");
    let headers = [(CONTENT_TYPE, kind.as_str()), (CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

async fn texts(State(world): State<Arc<World>>) -> Json<Page> {
    Json(world.page.clone())
}
