//! A small Bot API client. teloxide's own throws the error code away, sleeps ten seconds on each 5xx and
//! wants to understand whole answers; this one keeps the code, never sleeps and reads only what is needed.
//!
//! The token is part of every URL, so no error of the HTTP library leaves this file with its URL.

use super::errors::{NetworkKind, SendError};
use super::wire::{Upload, parsed, read};
use crate::metrics::Metrics;
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;
use reqwest::{RequestBuilder, Url, header, retry};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Why no client can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The token's shape is wrong.
    #[error("the bot token must look like 123456:ABC-def, as BotFather gave it")]
    Token,
    /// The address of the Bot API server is not usable.
    #[error("the Bot API address must be an http or https address without query")]
    Root,
    /// The HTTP library could not be set up.
    #[error("the HTTP client cannot be set up")]
    Http,
}

/// The bot itself, as `getMe` tells.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its user id.
    pub id: i64,
    /// Its name for `t.me/` links.
    #[serde(default)]
    pub username: String,
}

#[derive(Debug, Clone, Copy)]
struct Limits {
    connect: Duration,
    call: Duration,
    /// What a long poll gets on top of the seconds that it asks the server to wait.
    poll_slack: Duration,
}

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    call: Duration::from_secs(20),
    poll_slack: Duration::from_secs(10),
};

/// An idle connection is dropped before the server drops it: a call on a connection that is just being closed
/// ends with a lost answer.
const IDLE: Duration = Duration::from_secs(30);

/// The connection to the Bot API; clones share it.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Where the methods are; it holds the token.
    base: Arc<Url>,
    token: Arc<str>,
    limits: Limits,
    metrics: Arc<Metrics>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("limits", &self.limits).finish_non_exhaustive()
    }
}

impl Client {
    /// A client for the server at `api_root`, for example `https://api.telegram.org`. Proxies named in the
    /// environment are not used: the token would pass through them.
    pub fn new(api_root: &str, token: &str) -> Result<Self, ConfigError> {
        Self::with_limits(api_root, token, LIMITS)
    }

    fn with_limits(api_root: &str, token: &str, limits: Limits) -> Result<Self, ConfigError> {
        if !is_token(token) {
            return Err(ConfigError::Token);
        }
        let root = api_root.trim().trim_end_matches('/');
        let url = Url::parse(root).map_err(|_| ConfigError::Root)?;
        let plain = url.query().is_none() && url.fragment().is_none() && url.has_host();
        if !plain || !matches!(url.scheme(), "http" | "https") {
            return Err(ConfigError::Root);
        }
        let http = reqwest::Client::builder()
            .http1_only()
            .no_proxy()
            .referer(false)
            .redirect(Policy::none())
            .retry(retry::never())
            .connect_timeout(limits.connect)
            .pool_idle_timeout(IDLE)
            .build()
            .map_err(|_| ConfigError::Http)?;
        let base = Url::parse(&format!("{root}/bot{token}")).map_err(|_| ConfigError::Root)?;
        Ok(Self { http, base: Arc::new(base), token: token.into(), limits, metrics: Arc::default() })
    }

    /// What its calls are counted in.
    #[must_use]
    pub const fn metrics(&self) -> &Arc<Metrics> {
        &self.metrics
    }

    fn counted<R>(&self, method: &str, result: Result<R, SendError>) -> Result<R, SendError> {
        let word = result.as_ref().err().map_or("ok", |error| error.disposition().word());
        self.metrics.call(method, word);
        result
    }

    /// Calls a method and reads its result.
    pub async fn call<R>(&self, method: &str, body: &impl Serialize) -> Result<R, SendError>
    where
        R: DeserializeOwned,
    {
        let answer = self.post(method, body, self.limits.call).await;
        self.counted(method, answer.and_then(|answer| parsed(&answer)))
    }

    /// Calls a method with a file, as a form in several parts.
    pub async fn upload<R>(&self, method: &str, body: &RawValue, file: Upload) -> Result<R, SendError>
    where
        R: DeserializeOwned,
    {
        let broken =
            |error: reqwest::Error| SendError::refused(400, format!("not sent: {}", error.without_url()));
        let part = Part::bytes(file.bytes).file_name(file.name).mime_str(file.kind).map_err(broken)?;
        let mut form = Form::new().part(file.field, part);
        let unwritable = |e| SendError::refused(400, format!("not sent, no parameters: {e}"));
        let parameters: Map<String, Value> = serde_json::from_str(body.get()).map_err(unwritable)?;
        for (name, value) in parameters {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            form = form.text(name, text);
        }
        let request = self.http.post(self.url(method)).multipart(form);
        let answer = self.answer(request, self.limits.call).await;
        self.counted(method, answer.and_then(|answer| parsed(&answer)))
    }

    /// Waits for updates, as raw JSON each. A higher `offset` than before confirms all updates below it.
    pub async fn get_updates(
        &self,
        offset: i64,
        timeout_s: u32,
        limit: u32,
        allowed: &[&str],
    ) -> Result<Vec<String>, SendError> {
        let body = json!({
            "offset": offset, "timeout": timeout_s, "limit": limit, "allowed_updates": allowed,
        });
        let wait = Duration::from_secs(timeout_s.into()) + self.limits.poll_slack;
        let answer = self.post("getUpdates", &body, wait).await;
        let updates: Vec<Box<RawValue>> =
            self.counted("getUpdates", answer.and_then(|answer| parsed(&answer)))?;
        Ok(updates.into_iter().map(|update| Box::<str>::from(update).into()).collect())
    }

    /// Who the token belongs to.
    pub async fn get_me(&self) -> Result<Me, SendError> {
        self.call("getMe", &json!({})).await
    }

    /// Turns a webhook off, keeping the updates that wait; needed before polling.
    pub async fn delete_webhook(&self) -> Result<bool, SendError> {
        self.call("deleteWebhook", &json!({})).await
    }

    async fn post(
        &self,
        method: &str,
        body: &impl Serialize,
        wait: Duration,
    ) -> Result<Box<RawValue>, SendError> {
        let unwritable = |e| SendError::refused(400, format!("not sent, no JSON can be made: {e}"));
        let body = serde_json::to_vec(body).map_err(unwritable)?;
        let request =
            self.http.post(self.url(method)).header(header::CONTENT_TYPE, "application/json").body(body);
        self.answer(request, wait).await
    }

    fn url(&self, method: &str) -> Url {
        let mut url = Url::clone(&self.base);
        // An http address always has segments.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.push(method);
        }
        url
    }

    async fn answer(&self, request: RequestBuilder, wait: Duration) -> Result<Box<RawValue>, SendError> {
        let response = request.timeout(wait).send().await.map_err(|e| self.network(e))?;
        let status = response.status().as_u16();
        let body = response.bytes().await.map_err(|e| self.network(e))?;
        read(status, &body).map_err(|mut error| {
            // A server may repeat the path that it did not know.
            if let SendError::Api { description, .. } = &mut error {
                *description = self.hidden(description);
            }
            error
        })
    }

    fn network(&self, error: reqwest::Error) -> SendError {
        let error = error.without_url();
        let kind = match () {
            () if error.is_connect() || error.is_builder() => NetworkKind::Connect,
            () if error.is_timeout() => NetworkKind::Timeout,
            () => NetworkKind::Broken,
        };
        let mut causes = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            causes.extend([": ", &inner.to_string()]);
            cause = inner.source();
        }
        let detail = self.hidden(&causes);
        SendError::Network { kind, sent: kind != NetworkKind::Connect, detail }
    }

    fn hidden(&self, text: &str) -> String {
        text.replace(&*self.token, "<token>")
    }
}

fn is_token(token: &str) -> bool {
    let is_secret = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let all = |part: &str, test: fn(char) -> bool| !part.is_empty() && part.chars().all(test);
    token
        .split_once(':')
        .is_some_and(|(id, secret)| all(id, |c| c.is_ascii_digit()) && all(secret, is_secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ChatId;
    use axum::extract::{ConnectInfo, Path};
    use axum::http::{HeaderMap, StatusCode};
    use axum::response::{Html, IntoResponse, Response};
    use std::net::SocketAddr;
    use tokio::io::AsyncReadExt;
    use tokio::net::TcpListener;

    const TOKEN: &str = "42:Secret-_token";
    const TINY: Limits = Limits {
        connect: Duration::from_secs(5),
        call: Duration::from_millis(80),
        poll_slack: Duration::from_millis(80),
    };

    /// Answers by the name of the method.
    async fn answer(
        Path((bot, method)): Path<(String, String)>,
        ConnectInfo(peer): ConnectInfo<SocketAddr>,
        headers: HeaderMap,
        body: String,
    ) -> Response {
        assert_eq!(
            (bot.as_str(), headers["content-type"].as_bytes()),
            ("bot42:Secret-_token", &b"application/json"[..])
        );
        let refusal = |code: u16, rest: Value| {
            let mut all = json!({ "ok": false, "error_code": code, "new_key": [1] });
            all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
            (StatusCode::from_u16(code).unwrap(), all.to_string()).into_response()
        };
        let unknown = format!("Not Found: /{bot}/{method}");
        match method.as_str() {
            "getMe" => r#"{"ok":true,"result":{"id":42,"username":"zg_bot","new":{}}}"#.into_response(),
            "getUpdates" => {
                format!(r#"{{"ok":true,"result":[{body}, {{"update_id":7, "x":1e999}}]}}"#).into_response()
            }
            "peer" => format!(r#"{{"ok":true,"result":{}}}"#, peer.port()).into_response(),
            "null" => r#"{"ok":true}"#.into_response(),
            "busy" => refusal(429, json!({ "parameters": { "retry_after": 9, "odd": "key" } })),
            "moved" => refusal(400, json!({ "parameters": { "migrate_to_chat_id": -1007 } })),
            "blocked" => refusal(403, json!({ "description": "Forbidden: bot was blocked by the user" })),
            "html" => (StatusCode::BAD_GATEWAY, Html("<h1>502</h1>")).into_response(),
            "redirect" => (StatusCode::FOUND, [("location", "/elsewhere")]).into_response(),
            "text" => "it works!".into_response(),
            "silence" => std::future::pending().await,
            _ => refusal(404, json!({ "description": unknown })),
        }
    }

    async fn server(limits: Limits) -> Client {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let root = format!("http://{}/some/path/", listener.local_addr().unwrap());
        let routes = axum::Router::new().route("/some/path/{bot}/{method}", axum::routing::post(answer));
        let service = routes.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Client::with_limits(&root, TOKEN, limits).unwrap()
    }

    /// The error of a call; no form of it shows the token.
    async fn failure(client: &Client, method: &str) -> SendError {
        let error = client.call::<i64>(method, &json!({})).await.unwrap_err();
        for shown in [format!("{error} {error:?}"), format!("{client:?}")] {
            assert!(!shown.contains("Secret"), "{shown}");
        }
        error
    }

    #[tokio::test]
    async fn answers_are_read() {
        let client = server(LIMITS).await;
        assert_eq!(client.get_me().await, Ok(Me { id: 42, username: "zg_bot".into() }));
        let updates = client.get_updates(5, 0, 100, &["message"]).await.unwrap();
        let echoed: Value = serde_json::from_str(&updates[0]).unwrap();
        assert_eq!(
            echoed,
            json!({ "offset": 5, "timeout": 0, "limit": 100, "allowed_updates": ["message"] })
        );
        assert_eq!(updates[1], r#"{"update_id":7, "x":1e999}"#);
        let ports = [client.call::<u16>("peer", &()).await, client.call::<u16>("peer", &()).await];
        assert_eq!(ports[0], ports[1], "the connection is kept");
    }

    #[tokio::test]
    async fn refusals_keep_their_code_and_parameters() {
        let client = server(LIMITS).await;
        let refused = |code, retry_after: Option<u64>, migrate_to| SendError::Api {
            code,
            description: String::new(),
            retry_after: retry_after.map(Duration::from_secs),
            migrate_to,
        };
        assert_eq!(failure(&client, "busy").await, refused(429, Some(9), None));
        assert_eq!(failure(&client, "moved").await, refused(400, None, Some(ChatId(-1007))));
        let blocked = SendError::refused(403, "Forbidden: bot was blocked by the user");
        assert_eq!(failure(&client, "blocked").await, blocked);
        let unknown = SendError::refused(404, "Not Found: /bot<token>/noSuch");
        assert_eq!(failure(&client, "noSuch").await, unknown);
        assert_eq!(failure(&client, "html").await, SendError::Server { status: 502 });
        assert_eq!(failure(&client, "redirect").await, SendError::Server { status: 302 });
        for garbled in ["text", "null", "getMe"] {
            assert_eq!(failure(&client, garbled).await, SendError::Garbled, "{garbled}");
        }
    }

    #[tokio::test]
    async fn silence_ends_in_a_time_out() {
        let client = server(TINY).await;
        let SendError::Network { kind, sent, .. } = failure(&client, "silence").await else { panic!() };
        assert_eq!((kind, sent), (NetworkKind::Timeout, true));
    }

    #[tokio::test]
    async fn broken_connections_may_have_carried_the_call() {
        for read_first in [false, true] {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let root = format!("http://{}", listener.local_addr().unwrap());
            let client = Client::new(&root, TOKEN).unwrap();
            let drop_one = async {
                let (mut stream, _) = listener.accept().await.unwrap();
                if read_first {
                    assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
                }
            };
            let (error, ()) = tokio::join!(failure(&client, "getMe"), drop_one);
            let SendError::Network { kind, sent, .. } = error else { panic!("{error}") };
            assert_eq!((kind, sent), (NetworkKind::Broken, true));

            drop(listener);
            let error = failure(&client, "getMe").await;
            let SendError::Network { kind, sent, .. } = error else { panic!("{error}") };
            assert_eq!((kind, sent), (NetworkKind::Connect, false));
        }
    }

    #[test]
    fn wrong_settings_are_told_without_repeating_them() {
        let root = "https://api.telegram.org";
        for token in ["", ":", "42", "42:", ":abc", "x:abc", "42:a/b", "42:a b", "42:a:b", "42:ключ"] {
            assert_eq!(Client::new(root, token).unwrap_err(), ConfigError::Token, "{token}");
        }
        for root in ["", "api.telegram.org", "ftp://x", "file:///x", "http://", "http://x/?a=1", "http://x#y"]
        {
            assert_eq!(Client::new(root, TOKEN).unwrap_err(), ConfigError::Root, "{root}");
        }
        assert!(Client::new("https://api.telegram.org//", TOKEN).is_ok());
    }
}
