//! The parameters of a Bot API call, from wherever the bot put them.
//!
//! Telegram reads the query string, JSON, urlencoded and multipart bodies, and treats a number and
//! its digits in a string alike; structured values may also come as a string that holds JSON.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Form, FromRequest, Multipart, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::{Json, RequestExt};
use serde_json::{Map, Value, json};

use super::answer::Refusal;
use super::files::Upload;

/// No body is read beyond this; it leaves room for files that are a little too big.
pub(super) const MAX_BODY: usize = 60 << 20;

/// The named values of one call.
#[derive(Debug, Default)]
pub(super) struct Params {
    values: Map<String, Value>,
    files: BTreeMap<String, Upload>,
}

impl Params {
    /// Collects the query string and the body; the body wins where both name a value.
    pub(super) async fn read(request: Request) -> Result<Self, Refusal> {
        let mut values = Map::new();
        if let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(request.uri()) {
            values.extend(pairs.into_iter().map(|(name, v)| (name, Value::String(v))));
        }
        let body = read_body(request).await?;
        values.extend(body.values);
        values.retain(|_, value| !value.is_null());
        Ok(Self { values, files: body.files })
    }

    /// A file part of the body.
    pub(super) fn file(&self, name: &str) -> Option<&Upload> {
        self.files.get(name)
    }

    /// A text; numbers and booleans count as the text that spells them.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.values.get(name)? {
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// A whole number, if the value is one.
    pub(super) fn int(&self, name: &str) -> Option<i64> {
        match self.values.get(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// A yes-or-no value; missing means no.
    pub(super) fn flag(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.to_ascii_lowercase().as_str(), "true" | "yes" | "1"),
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// A structured value, `what` being its name in the error text.
    pub(super) fn json(&self, name: &str, what: &str) -> Result<Option<Value>, Refusal> {
        match self.values.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| Refusal::bad(format!("can't parse {what} JSON object"))),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    /// The names that `known` does not hold: Telegram ignores them, the recorder tells them.
    pub(super) fn unknown(&self, known: &[&str]) -> Vec<String> {
        self.values.keys().filter(|name| !known.contains(&name.as_str())).cloned().collect()
    }

    /// All values for the recorder, with JSON that came as a string taken apart; of files, name
    /// and size.
    pub(super) fn to_json(&self) -> Value {
        let open = |value: &Value| match value {
            Value::String(text) if text.starts_with(['{', '[']) => {
                serde_json::from_str(text).unwrap_or_else(|_| value.clone())
            }
            _ => value.clone(),
        };
        let is_prose = |name: &str| matches!(name, "text" | "caption");
        let values = self.values.iter().map(|(name, value)| {
            let value = if is_prose(name) { value.clone() } else { open(value) };
            (name.clone(), value)
        });
        let files = self.files.iter().map(|(name, file)| {
            (name.clone(), json!({ "file_name": file.name, "file_size": file.content.len() }))
        });
        Value::Object(files.chain(values).collect())
    }
}

async fn read_body(request: Request) -> Result<Params, Refusal> {
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    if kind.starts_with("application/json") {
        let body: Result<Json<Value>, _> = request.extract().await;
        return match body {
            Ok(Json(Value::Object(values))) => Ok(Params { values, ..Params::default() }),
            _ => Err(Refusal::bad("can't parse JSON object in the request body")),
        };
    }
    if kind.starts_with("multipart/form-data") {
        return read_multipart(request).await;
    }
    if kind.starts_with("application/x-www-form-urlencoded") && request.method() != "GET" {
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, &())
            .await
            .map_err(|_| Refusal::bad("can't parse the request body"))?;
        let values = pairs.into_iter().map(|(name, value)| (name, Value::String(value))).collect();
        return Ok(Params { values, ..Params::default() });
    }
    Ok(Params::default())
}

/// A part with a file name is a file, whatever it holds.
async fn read_multipart(request: Request) -> Result<Params, Refusal> {
    let broken = |_| Refusal::bad("can't parse the multipart body");
    let mut parts = Multipart::from_request(request, &()).await.map_err(broken)?;
    let mut params = Params::default();
    while let Some(part) = parts.next_field().await.map_err(|why| unread(&why))? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content = read_part(part).await?;
        if let Some(file_name) = file_name {
            params.files.insert(name, Upload::new(&file_name, content));
        } else {
            let text = String::from_utf8(content.into())
                .map_err(|_| Refusal::bad("strings must be encoded in UTF-8"))?;
            params.values.insert(name, Value::String(text));
        }
    }
    Ok(params)
}

async fn read_part(part: Field<'_>) -> Result<Bytes, Refusal> {
    part.bytes().await.map_err(|why| unread(&why))
}

fn unread(why: &MultipartError) -> Refusal {
    match why.status().as_u16() {
        413 => Refusal::new(413, "Request Entity Too Large"),
        _ => Refusal::bad("can't parse the multipart body"),
    }
}
