//! The emulator's webhooks, seen by a server that takes or refuses what is brought.

mod support;

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use support::emulator::Emulator;

const ANN: i64 = 1001;
const BOB: i64 = 1002;

/// What was brought: the secret and the text, and whether it was taken.
type Log = Arc<Mutex<Vec<(String, String, bool)>>>;

/// A server that refuses texts with a word as long as they are to be refused.
struct Server {
    url: String,
    log: Log,
    refused: Arc<Mutex<Option<&'static str>>>,
}

impl Server {
    async fn start() -> Self {
        let (log, refused) = (Log::default(), Arc::new(Mutex::new(None)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (notes, word) = (log.clone(), refused.clone());
        let take = async move |headers: HeaderMap, body: String| {
            let update: Value = serde_json::from_str(&body).unwrap();
            let text = update["message"]["text"].as_str().or(update["callback_query"]["data"].as_str());
            let text = text.unwrap().to_owned();
            let secret = headers.get("x-telegram-bot-api-secret-token").map_or("", |v| v.to_str().unwrap());
            let taken = word.lock().unwrap().is_none_or(|word| text != word);
            notes.lock().unwrap().push((secret.to_owned(), text, taken));
            if taken {
                StatusCode::OK.into_response()
            } else {
                (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "900")]).into_response()
            }
        };
        let routes = axum::Router::new().route("/hook", axum::routing::post(take));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { url, log, refused }
    }

    fn refuse(&self, word: Option<&'static str>) {
        *self.refused.lock().unwrap() = word;
    }

    fn texts(&self, taken: bool) -> Vec<String> {
        let log = self.log.lock().unwrap();
        log.iter().filter(|(.., was)| *was == taken).map(|(_, text, _)| text.clone()).collect()
    }

    /// Waits until so many texts were taken, or refused.
    async fn has(&self, n: usize, taken: bool) {
        let waiting = async {
            while self.texts(taken).len() < n {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(20), waiting).await;
        assert!(in_time.is_ok(), "{n} taken={taken}: {:?}", self.log.lock().unwrap());
    }
}

async fn world() -> Emulator {
    Emulator::start(&[(ANN, "Ann", "en"), (BOB, "Bob", "en")]).await
}

fn conflict(text: &str) -> (u16, Value) {
    (409, json!({ "ok": false, "error_code": 409, "description": format!("Conflict: {text}") }))
}

#[tokio::test]
async fn what_is_refused_comes_again_and_holds_up_its_own_queue_only() {
    let (emulator, server) = (world().await, Server::start().await);
    emulator.say(ANN, "one").await;
    let secret = "aZ09_-";
    let hook = json!({ "url": server.url, "secret_token": secret, "max_connections": 2 });
    assert_eq!(emulator.call("setWebhook", &hook).await.0, 200);
    server.has(1, true).await;
    server.refuse(Some("two"));
    for (person, text) in [(ANN, "two"), (ANN, "three"), (BOB, "four")] {
        emulator.say(person, text).await;
    }
    let keyboard = json!({ "inline_keyboard": [[{ "text": "b", "callback_data": "press" }]] });
    let question = json!({ "chat_id": ANN, "text": "a", "reply_markup": keyboard });
    let sent = emulator.call("sendMessage", &question).await;
    let message = sent.1["result"]["message_id"].clone();
    emulator.post(&format!("/people/{ANN}/tap"), &json!({ "message_id": message, "data": "press" })).await;
    server.has(3, true).await;
    server.has(1, false).await;
    let taken = server.texts(true);
    assert_eq!(taken[0], "one");
    assert!(taken.contains(&"four".to_owned()) && taken.contains(&"press".to_owned()), "{taken:?}");
    let info = emulator.call("getWebhookInfo", &json!({})).await.1["result"].clone();
    assert_eq!((&info["url"], &info["max_connections"]), (&hook["url"], &json!(2)));
    assert_eq!(info["pending_update_count"], 2);
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 503 Service Unavailable");
    server.refuse(None);
    emulator.post("/clock", &json!({ "advance_ms": 900_000 })).await;
    server.has(5, true).await;
    assert_eq!(server.texts(true)[3..], ["two", "three"], "in order");
    assert_eq!(server.texts(false), ["two"], "the answer says when to come again");
    assert!(server.log.lock().unwrap().iter().all(|(told, ..)| told == secret));
    emulator.idle().await;
}

#[tokio::test]
async fn polls_and_a_webhook_exclude_each_other() {
    let (emulator, server) = (world().await, Server::start().await);
    let other = emulator.clone();
    let waiting = tokio::spawn(async move { other.call("getUpdates", &json!({ "timeout": 50 })).await });
    emulator.idle().await;
    let hook = json!({ "url": server.url });
    assert_eq!(emulator.call("setWebhook", &hook).await.0, 200);
    assert_eq!(waiting.await.unwrap(), conflict("terminated by setWebhook request"));
    let refused = "can't use getUpdates method while webhook is active; \
                   use deleteWebhook to delete the webhook first";
    assert_eq!(emulator.call("getUpdates", &json!({})).await, conflict(refused));
    emulator.say(ANN, "pushed").await;
    server.has(1, true).await;
    emulator.idle().await;
    server.refuse(Some("polled"));
    emulator.say(ANN, "polled").await;
    server.has(1, false).await;
    assert_eq!(emulator.call("deleteWebhook", &json!({})).await.1["result"], true);
    let (_, answer) = emulator.call("getUpdates", &json!({})).await;
    assert_eq!(answer["result"][0]["message"]["text"], "polled", "{answer}");
    assert_eq!(emulator.call("setWebhook", &hook).await.0, 200);
    server.has(2, false).await;
    emulator.call("deleteWebhook", &json!({ "drop_pending_updates": true })).await;
    assert_eq!(emulator.get("/state").await["pending"], 0);
    let info = emulator.call("getWebhookInfo", &json!({})).await.1["result"].clone();
    assert_eq!(info["url"], "");
}

#[tokio::test]
async fn addresses_and_secrets_that_telegram_refuses() {
    let emulator = world().await;
    let long = "a".repeat(257);
    for (url, secret, text) in [
        ("http://example.org/", "a", "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://example.org:8080/",
            "a",
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://", "a", "bad webhook: invalid webhook URL specified"),
        ("https://example.org/", "a b", "secret token contains unallowed characters"),
        ("https://example.org/", long.as_str(), "secret token is too long"),
    ] {
        let (status, answer) =
            emulator.call("setWebhook", &json!({ "url": url, "secret_token": secret })).await;
        assert_eq!((status, &answer["description"]), (400, &json!(format!("Bad Request: {text}"))), "{url}");
    }
    assert_eq!(emulator.get("/state").await["webhook"], false);
}
