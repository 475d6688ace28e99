//! A Bot API server that does as little as possible: it knows polling, sending, editing and the answer to
//! a tap, checks nothing and keeps nothing. The playground is strict and keeps a record of every call, so that
//! it, not the bot, might set the limit.

use crate::people::{People, Said};
use serde::Deserialize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// What a bot that asks who it is gets to know.
const ME: &str = r#"{"id":1,"is_bot":true,"first_name":"speed","username":"speed_bot","can_join_groups":false,"can_read_all_group_messages":false,"supports_inline_queries":false,"can_connect_to_business":false,"has_main_web_app":false}"#;

/// The server, on a port of its own.
#[derive(Clone)]
pub struct Server {
    /// Its address, as the root of a Bot API.
    pub root: String,
    people: Arc<Mutex<People>>,
    changed: Arc<Notify>,
    polled: Arc<Notify>,
}

#[derive(Deserialize)]
struct Poll {
    #[serde(default)]
    offset: i64,
    limit: Option<usize>,
    timeout: Option<u64>,
}

impl Server {
    /// Starts it with nobody there.
    pub async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let root = format!("http://{}", listener.local_addr()?);
        let server = Self { root, people: Arc::default(), changed: Arc::default(), polled: Arc::default() };
        let own = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = own.clone();
                tokio::spawn(async move { server.serve(stream).await });
            }
        });
        Ok(server)
    }

    /// The people.
    pub fn people(&self) -> MutexGuard<'_, People> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the bot polls.
    pub async fn polled(&self) {
        self.polled.notified().await;
    }

    /// Lets so many people begin to register.
    pub fn begin(&self, count: usize) {
        self.people().begin(count);
        self.changed.notify_waiters();
    }

    /// Answers the calls of one connection until it is closed.
    async fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut input = Vec::with_capacity(8 << 10);
        loop {
            let Some((method, body)) = request(&mut stream, &mut input).await? else { return Ok(()) };
            let result = self.answer(&method, &input[body.clone()]).await;
            input.drain(..body.end);
            let length = result.len() + r#"{"ok":true,"result":}"#.len();
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{{\"ok\":true,\"result\":{result}}}"
            );
            stream.write_all(answer.as_bytes()).await?;
        }
    }

    async fn answer(&self, method: &str, body: &[u8]) -> String {
        match method.to_ascii_lowercase().as_str() {
            "getupdates" => self.poll(body).await,
            "sendmessage" | "editmessagetext" => match serde_json::from_slice::<Said<'_>>(body) {
                Ok(said) => {
                    let message = self.people().see(&said);
                    self.changed.notify_waiters();
                    message
                }
                Err(error) => format!("\"{error}\""),
            },
            "getme" => ME.to_owned(),
            _ => "true".to_owned(),
        }
    }

    async fn poll(&self, body: &[u8]) -> String {
        let Ok(poll) = serde_json::from_slice::<Poll>(body) else { return "[]".to_owned() };
        self.polled.notify_one();
        let waiting = async {
            loop {
                // Registered before looking, so that nothing that comes in between is missed.
                let changed = self.changed.notified();
                if let Some(updates) = self.people().updates(poll.offset, poll.limit.unwrap_or(100)) {
                    return updates;
                }
                changed.await;
            }
        };
        let patience = Duration::from_secs(poll.timeout.unwrap_or(0));
        tokio::time::timeout(patience, waiting).await.unwrap_or_else(|_| "[]".to_owned())
    }
}

/// Reads one request: its method, and where its body is in the input. `None` at the end.
async fn request(
    stream: &mut TcpStream,
    input: &mut Vec<u8>,
) -> std::io::Result<Option<(String, std::ops::Range<usize>)>> {
    let head_end = loop {
        if let Some(at) = input.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(input).await? == 0 {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&input[..head_end]);
    let mut lines = head.split("\r\n");
    let path = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
    let method = path.rsplit('/').next().unwrap_or_default().to_owned();
    let length = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0);
    while input.len() < head_end + length {
        if stream.read_buf(input).await? == 0 {
            return Ok(None);
        }
    }
    Ok(Some((method, head_end..head_end + length)))
}
