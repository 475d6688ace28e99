//! The JSON interface under `/sim`: what the page and the tests do to the world.

mod control;
mod files;
mod people;
mod view;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::incoming::Refused;
use super::world::World;

/// The routes under `/sim`.
pub(super) fn routes() -> Router<Arc<World>> {
    let person = Router::new()
        .route("/text", post(people::text))
        .route("/tap", post(people::tap))
        .route("/contact", post(people::contact))
        .route("/location", post(people::location))
        .route("/forward", post(people::forward))
        .route("/photo", post(files::photo))
        .route("/document", post(files::document))
        .route("/voice", post(files::voice))
        .route("/sticker", post(people::sticker))
        .route("/block", post(people::block))
        .route("/unblock", post(people::unblock))
        .route("/deactivate", post(people::deactivate))
        .route("/chat", get(view::chat));
    let sim = Router::new()
        .route("/people", get(view::people).post(people::add))
        .nest("/people/{id}", person)
        .route("/files/{id}", get(files::content))
        .route("/events", get(view::events))
        .route("/crowd", get(view::crowd))
        .route("/updates", post(control::inject))
        .route("/faults", get(control::faults).post(control::add_fault).delete(control::clear_faults))
        .route("/limits", get(control::limits).post(control::set_limits))
        .route("/clock", post(control::advance))
        .route("/token", post(control::token))
        .route("/log", get(control::log))
        .route("/state", get(control::state))
        .fallback(unknown);
    Router::new().nest("/sim", sim)
}

async fn unknown() -> Failure {
    Failure::new(StatusCode::NOT_FOUND, "there is no such path under /sim")
}

/// What the answers of this interface are.
type Outcome = Result<Json<serde_json::Value>, Failure>;

/// An error with one clear sentence.
#[derive(Debug)]
struct Failure {
    status: StatusCode,
    error: String,
}

impl Failure {
    fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Self { status, error: error.into() }
    }

    fn bad(error: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let status = match refused {
            Refused::NoPerson(_) => StatusCode::NOT_FOUND,
            Refused::Empty | Refused::TooLong(_) | Refused::CaptionTooLong(_) | Refused::Name => {
                StatusCode::BAD_REQUEST
            }
            _ => StatusCode::CONFLICT,
        };
        Self::new(status, refused.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.error }))).into_response()
    }
}

/// A JSON body, whatever its content type says; an empty one counts as `{}`.
struct Given<T>(T);

impl<T, S> FromRequest<S> for Given<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let body = Bytes::from_request(request, state).await.map_err(|why| Failure::bad(why.to_string()))?;
        let body: &[u8] = if body.is_empty() { b"{}" } else { &body };
        serde_json::from_slice(body)
            .map(Self)
            .map_err(|why| Failure::bad(format!("the body is not what this path takes: {why}")))
    }
}

/// The person in the path.
struct Who(i64);

impl<S: Send + Sync> FromRequestParts<S> for Who {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let id: Result<Path<i64>, PathRejection> = Path::from_request_parts(parts, state).await;
        id.map(|Path(id)| Self(id)).map_err(|_| Failure::bad("a person's id is a whole number"))
    }
}

/// The query string.
struct Asked<T>(T);

impl<T, S> FromRequestParts<S> for Asked<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failure> {
        axum::extract::Query::try_from_uri(&parts.uri)
            .map(|axum::extract::Query(asked)| Self(asked))
            .map_err(|why| Failure::bad(why.to_string()))
    }
}
