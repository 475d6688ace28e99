//! The playground on a port of its own, with people who act on their phones.

use super::driven::called;
use axum::extract::Request;
use axum::http::Method;
use serde_json::{Value, json};
use std::time::Duration;
use zhaogong::playground::{Options, Person, Playground};

/// Nobody waits longer than this for an answer; a bot that was killed needs some of it to come back.
const PATIENCE: Duration = Duration::from_secs(30);

/// Chats from here on have no phone; what they get is counted.
pub const CROWD: i64 = 1 << 52;

/// A part of a body: its name, its file name if it is a file, its content.
pub type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

/// A running playground.
#[derive(Clone)]
pub struct Emulator {
    pub root: String,
    http: reqwest::Client,
    patience: Duration,
}

impl Emulator {
    /// With these people: id, name, language.
    pub async fn start(people: &[(i64, &str, &str)]) -> Self {
        let person = |(id, name, language): &(i64, &str, &str)| Person {
            id: *id,
            first_name: (*name).to_owned(),
            language_code: (*language).to_owned(),
            role: "worker".to_owned(),
        };
        let people = people.iter().map(person).collect();
        let playground = Playground::new(Options { people, crowd_from: Some(CROWD), ..Options::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let router = playground.router().layer(axum::middleware::map_request(notice));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { root, http: reqwest::Client::new(), patience: PATIENCE }
    }

    /// The same, whose people wait so long for an answer.
    pub const fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Reads a path of the simulator.
    pub async fn get(&self, path: &str) -> Value {
        let response = self.http.get(format!("{}/sim{path}", self.root)).send().await.unwrap();
        response.json().await.unwrap()
    }

    /// Does something in the simulator.
    pub async fn post(&self, path: &str, body: &Value) -> Value {
        let response = self.http.post(format!("{}/sim{path}", self.root)).json(body).send().await.unwrap();
        let status = response.status();
        let answer: Value = response.json().await.unwrap();
        assert!(status.is_success(), "{path} {body}: {answer}");
        answer
    }

    /// Nothing goes wrong any more.
    pub async fn clear_faults(&self) {
        let cleared = self.http.delete(format!("{}/sim/faults", self.root)).send().await.unwrap();
        assert_eq!(cleared.status(), 200);
    }

    /// Calls a method of the Bot API with a token of its own; gives the HTTP status and the answer.
    pub async fn call(&self, method: &str, body: &Value) -> (u16, Value) {
        let url = format!("{}/bot1:test/{method}", self.root);
        let response = self.http.post(url).json(body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    /// Calls a method with a body of parts, as files are sent: those with a file name are files.
    pub async fn upload(&self, method: &str, parts: &[Part<'_>]) -> (u16, Value) {
        let mut body = Vec::new();
        for (name, file_name, content) in parts {
            let file_name = file_name.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
            let head =
                format!("--boundary\r\ncontent-disposition: form-data; name=\"{name}\"{file_name}\r\n\r\n");
            body.extend([head.as_bytes(), content, b"\r\n"].concat());
        }
        body.extend(b"--boundary--\r\n");
        let url = format!("{}/bot1:test/{method}", self.root);
        let request = self.http.post(url).header("content-type", "multipart/form-data; boundary=boundary");
        let response = request.body(body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    /// Loads a path; gives the HTTP status, the content type and the bytes.
    pub async fn load(&self, path: &str) -> (u16, String, Vec<u8>) {
        let response = self.http.get(format!("{}{path}", self.root)).send().await.unwrap();
        let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
        (response.status().as_u16(), kind, response.bytes().await.unwrap().to_vec())
    }

    /// The person writes.
    pub async fn say(&self, person: i64, text: &str) {
        self.post(&format!("/people/{person}/text"), &json!({ "text": text })).await;
    }

    /// The person taps the newest button that is or contains a label, as soon as there is one.
    pub async fn tap(&self, person: i64, label: &str) {
        self.tap_at(person, "", label).await;
    }

    /// The same, under a message that contains a text.
    pub async fn tap_at(&self, person: i64, text: &str, label: &str) {
        let (message, data) = self.wait(person, label, |chat| button(chat, text, label)).await;
        let body = json!({ "message_id": message, "data": data });
        self.post(&format!("/people/{person}/tap"), &body).await;
    }

    /// Waits until a message of the bot contains a text.
    pub async fn sees(&self, person: i64, text: &str) {
        let contains = |m: &Value| written(m).is_some_and(|shown| shown.contains(text));
        let found = |chat: &Value| bot_messages(chat).any(contains).then_some(());
        self.wait(person, text, found).await;
    }

    /// Waits until the person's phone shows what is looked for.
    pub async fn wait<T>(&self, person: i64, what: &str, find: impl Fn(&Value) -> Option<T>) -> T {
        let mut rev = 0;
        let looking = async {
            loop {
                let chat = self.get(&format!("/people/{person}/chat?after={rev}&wait=5000")).await;
                if let Some(found) = find(&chat) {
                    return found;
                }
                rev = chat["rev"].as_u64().unwrap();
            }
        };
        if let Ok(found) = tokio::time::timeout(self.patience, looking).await {
            found
        } else {
            let chat = self.get(&format!("/people/{person}/chat")).await;
            let shown: Vec<&str> = bot_messages(&chat).filter_map(written).collect();
            let calls = self.calls().await;
            let last: Vec<String> = calls.iter().rev().take(20).map(Value::to_string).collect();
            let (shown, last) = (shown.join("\n---\n"), last.join("\n"));
            panic!("person {person} waits for `{what}` and sees:\n{shown}\nlast calls:\n{last}")
        }
    }

    /// Waits until the bot has taken every update and waits for more, or has a webhook that does.
    pub async fn idle(&self) {
        let waiting = async {
            let mut pending = Value::Null;
            loop {
                let state = self.get("/state").await;
                if state["pending"] != pending {
                    called();
                    pending = state["pending"].clone();
                }
                if (state["polling"] == true || state["webhook"] == true) && state["pending"] == 0 {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(self.patience, waiting).await.expect("the bot polls");
    }

    /// The number of the bot's last call.
    pub async fn last_call(&self) -> u64 {
        self.get("/log?limit=0").await["last"].as_u64().unwrap()
    }

    /// The bot's calls so far, without polls.
    pub async fn calls(&self) -> Vec<Value> {
        self.get("/log?limit=100000").await["entries"].as_array().unwrap().clone()
    }
}

/// A clock that is driven by hand goes slower while something is called. Looking at a phone does not count.
async fn notice(request: Request) -> Request {
    if request.method() != Method::GET {
        called();
    }
    request
}

/// The messages that the bot wrote in a chat, the oldest first.
pub fn bot_messages(chat: &Value) -> impl DoubleEndedIterator<Item = &Value> {
    chat["messages"].as_array().unwrap().iter().filter(|message| message["from"] == "bot")
}

/// The text of a message, or the caption of its file.
pub fn written(message: &Value) -> Option<&str> {
    message["text"].as_str().or_else(|| message["caption"].as_str())
}

/// The newest button that is, or else contains, a label, under a message that contains a text: message
/// and data.
pub fn button(chat: &Value, text: &str, label: &str) -> Option<(i64, String)> {
    let shows = |message: &&Value| written(message).is_some_and(|shown| shown.contains(text));
    bot_messages(chat).rev().filter(shows).find_map(|message| {
        let rows = message["inline_keyboard"].as_array()?;
        let buttons: Vec<&Value> = rows.iter().filter_map(Value::as_array).flatten().collect();
        let contains = |b: &&&Value| b["text"].as_str().is_some_and(|shown| shown.contains(label));
        let found = buttons.iter().find(|b| b["text"] == label).or_else(|| buttons.iter().find(contains))?;
        Some((message["message_id"].as_i64()?, found["callback_data"].as_str()?.to_owned()))
    })
}
