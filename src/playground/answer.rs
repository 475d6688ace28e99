//! What the Bot API answers: a result, or a refusal with Telegram's own wording.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The outcome of one method call.
pub(super) type Answer = Result<Value, Refusal>;

/// An error as Telegram tells it: the HTTP status is the error code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) description: String,
    pub(super) retry_after: Option<i64>,
}

impl Refusal {
    /// Any status with a complete description.
    pub(super) fn new(status: u16, description: impl Into<String>) -> Self {
        Self { status, description: description.into(), retry_after: None }
    }

    /// 400, the caller's mistake.
    pub(super) fn bad(what: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", what.as_ref()))
    }

    /// 401, the token is not one of a bot.
    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// 403, the person does not want or cannot get messages.
    pub(super) fn forbidden(what: &str) -> Self {
        Self::new(403, format!("Forbidden: {what}"))
    }

    /// 429, with the wait both in the text and in `parameters`, as Telegram does.
    pub(super) fn too_many(seconds: i64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..Self::new(429, format!("Too Many Requests: retry after {seconds}"))
        }
    }
}

/// Turns an outcome into the HTTP answer a bot sees.
pub(super) fn respond(answer: Answer) -> Response {
    match answer {
        Ok(result) => Json(json!({ "ok": true, "result": result })).into_response(),
        Err(refusal) => {
            let mut body = json!({
                "ok": false,
                "error_code": refusal.status,
                "description": refusal.description,
            });
            if let Some(seconds) = refusal.retry_after {
                body["parameters"] = json!({ "retry_after": seconds });
            }
            let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Json(body)).into_response()
        }
    }
}
