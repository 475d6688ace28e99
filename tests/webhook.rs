//! Updates that Telegram brings: the real program behind a webhook, on both databases.

mod support;

use serde_json::{Value, json};
use std::time::Duration;
use support::bot::{Bot, free_port};
use support::database::Database;
use support::emulator::{Emulator, bot_messages, written};
use zhaogong::store::Store;
use zhaogong::telegram::{Client, Polled, poll};

const ANN: i64 = 1001;
const BOB: i64 = 1002;
const PEOPLE: [(i64, &str, &str); 2] = [(ANN, "Ann", "en"), (BOB, "Bob", "en")];
/// Nobody waits longer than this.
const PATIENCE: Duration = Duration::from_secs(30);

/// The bot's own address, seen from outside.
struct Front {
    http: reqwest::Client,
    root: String,
}

impl Front {
    fn at(port: u16) -> Self {
        Self { http: reqwest::Client::new(), root: format!("http://127.0.0.1:{port}") }
    }

    /// Status and body; 0 while nobody listens.
    async fn get(&self, path: &str) -> (u16, String) {
        match self.http.get(format!("{}{path}", self.root)).send().await {
            Ok(answer) => (answer.status().as_u16(), answer.text().await.unwrap()),
            Err(_) => (0, String::new()),
        }
    }

    /// Calls the webhook as Telegram would, or almost.
    async fn bring(&self, secret: Option<&str>, body: String) -> (u16, String) {
        let mut request = self.http.post(format!("{}/telegram/%7Bhook%7D", self.root)).body(body);
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn count(&self, name: &str) -> i64 {
        let (_, text) = self.get("/metrics").await;
        let line = text.lines().find(|line| line.starts_with(&format!("zhaogong_{name} ")));
        line.unwrap_or_else(|| panic!("{name} in {text}")).rsplit(' ').next().unwrap().parse().unwrap()
    }

    /// Waits until the health has this status.
    async fn health(&self, status: u16) -> Value {
        until("the health", async || {
            let (now, body) = self.get("/healthz").await;
            (now == status).then(|| serde_json::from_str(&body).unwrap())
        })
        .await
    }
}

async fn until<T>(what: &str, look: impl AsyncFn() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, looking).await.unwrap_or_else(|_| panic!("{what} does not come"))
}

async fn info(emulator: &Emulator) -> Value {
    emulator.call("getWebhookInfo", &json!({})).await.1["result"].clone()
}

/// The secret that the bot told last.
async fn secret(emulator: &Emulator) -> String {
    let calls = emulator.calls().await;
    let call = calls.iter().rev().find(|call| call["method"] == "setWebhook").expect("a webhook is set");
    assert_eq!(call["params"]["allowed_updates"], json!(["message", "callback_query", "my_chat_member"]));
    assert_eq!((&call["ok"], &call["unknown"]), (&json!(true), &json!([])), "{call}");
    call["params"]["secret_token"].as_str().unwrap().to_owned()
}

/// How many messages of a chat contain a text.
async fn times(emulator: &Emulator, person: i64, text: &str) -> usize {
    let chat = emulator.get(&format!("/people/{person}/chat")).await;
    bot_messages(&chat).filter(|m| written(m).is_some_and(|shown| shown.contains(text))).count()
}

/// Says something nobody expects and waits for the answer, which comes once.
async fn greets(emulator: &Emulator, person: i64) {
    let before = emulator.get(&format!("/people/{person}/chat")).await;
    let before = bot_messages(&before).count();
    emulator.say(person, "/help").await;
    emulator.wait(person, "an answer", |chat| (bot_messages(chat).count() > before).then_some(())).await;
    emulator.idle().await;
    let after = emulator.get(&format!("/people/{person}/chat")).await;
    assert_eq!(bot_messages(&after).count(), before + 1, "one answer");
}

async fn register(emulator: &Emulator, person: i64) {
    emulator.say(person, "/start").await;
    for label in ["I agree", "1980s", "1985"] {
        emulator.tap(person, label).await;
    }
    emulator.sees(person, "name").await;
}

async fn alter(store: &Store, sql: &'static str) {
    match store {
        Store::Sqlite(pool) => _ = sqlx::query(sql).execute(pool).await.unwrap(),
        Store::Postgres(pool) => _ = sqlx::query(sql).execute(pool).await.unwrap(),
    }
}

/// Whoever does not know the secret gets nothing and makes no work.
async fn strangers(front: &Front, secret: &str) {
    let before = front.count("updates_total").await;
    let longer = format!("{secret}0");
    for wrong in [None, Some(""), Some("x"), Some(&secret[1..]), Some(longer.as_str())] {
        assert_eq!(front.bring(wrong, "{}".into()).await, (401, String::new()), "{wrong:?}");
    }
    assert_eq!(front.count("webhook_refused_total").await, 5);
    assert_eq!(front.bring(Some(secret), " ".repeat((1 << 20) + 1)).await.0, 413);
    assert_eq!(front.get("/telegram/%7Bhook%7D").await.0, 405);
    assert_eq!(front.get("/").await.0, 404);
    assert_eq!(front.count("updates_total").await, before);
    // What cannot be read comes never again; what comes again changes nothing.
    for odd in ["", "[]", "{\"update_id\": 7, \"message\": 1}", "{\"update_id\": 8}"] {
        assert_eq!(front.bring(Some(secret), odd.into()).await.0, 200, "{odd}");
    }
    assert_eq!(front.count("updates_total").await, before + 4);
}

/// While the database fails, Telegram keeps the update and brings it again.
async fn outage(emulator: &Emulator, front: &Front, database: &Database) {
    let store = Store::open(&database.url).await.unwrap();
    emulator.idle().await;
    front.health(200).await;
    alter(&store, "ALTER TABLE outbox RENAME TO away").await;
    assert_eq!(front.health(503).await, json!({ "database": false, "intake": true }));
    let before = times(emulator, BOB, "").await;
    emulator.say(BOB, "/start").await;
    let told =
        until("an error", async || info(emulator).await["last_error_message"].as_str().map(str::to_owned));
    assert_eq!(told.await, "Wrong response from the webhook: 503 Service Unavailable");
    assert_eq!(info(emulator).await["pending_update_count"], 1);
    assert_eq!(times(emulator, BOB, "").await, before, "nothing is said that was not kept");
    assert!(front.count("database_outages_total").await > 0);
    alter(&store, "ALTER TABLE away RENAME TO outbox").await;
    emulator.post("/clock", &json!({ "advance_ms": 2000 })).await;
    emulator.sees(BOB, "Do you agree").await;
    emulator.idle().await;
    assert_eq!(times(emulator, BOB, "").await, before + 1);
    assert_eq!(front.health(200).await, json!({ "database": true, "intake": true }));
    store.close().await;
}

async fn whole_life(database: &Database) {
    let emulator = Emulator::start(&PEOPLE).await;
    let port = free_port();
    let front = Front::at(port);
    let bot = Bot::start_hooked(&emulator, &database.url, "", port);
    front.health(200).await;
    register(&emulator, ANN).await;
    let secret = secret(&emulator).await;
    strangers(&front, &secret).await;
    outage(&emulator, &front, database).await;

    // Stopped and killed, it loses nothing: the webhook is kept, and so is what comes.
    assert!(bot.stop().await);
    assert_eq!(info(&emulator).await["url"], json!(format!("http://127.0.0.1:{port}/telegram/%7Bhook%7D")));
    emulator.say(ANN, "Ann").await;
    let bot = Bot::start_hooked(&emulator, &database.url, "", port);
    emulator.tap(ANN, "Electrician").await;
    bot.kill().await;
    let before = times(&emulator, BOB, "").await;
    emulator.say(BOB, "/help").await;
    let bot = Bot::start_hooked(&emulator, &database.url, "", port);
    // The help, and the question at which he is.
    emulator.wait(BOB, "an answer", |chat| (bot_messages(chat).count() > before + 1).then_some(())).await;
    emulator.idle().await;
    assert!(bot.stop().await);
    assert_eq!(times(&emulator, BOB, "").await, before + 2);
}

async fn both_ways(database: &Database) {
    let emulator = Emulator::start(&PEOPLE).await;
    let port = free_port();
    let listen = format!("127.0.0.1:{port}");
    let front = Front::at(port);
    for hooked in [false, true, false, true, true, false] {
        // It comes while nothing runs, and is answered by whatever runs next.
        let before = times(&emulator, BOB, "").await;
        emulator.say(BOB, "/help").await;
        let bot = if hooked {
            Bot::start_hooked(&emulator, &database.url, "", port)
        } else {
            Bot::start_at(&emulator, &database.url, "", &listen, "")
        };
        assert_eq!(front.health(200).await, json!({ "database": true, "intake": true }));
        emulator.wait(BOB, "an answer", |chat| (bot_messages(chat).count() > before).then_some(())).await;
        greets(&emulator, ANN).await;
        assert_eq!(emulator.get("/state").await["webhook"], json!(hooked));
        assert!(front.count("updates_total").await >= 2);
        assert!(bot.stop().await);
        assert_eq!(times(&emulator, BOB, "").await, before + 1);
    }
}

/// Many people at the same moment: everybody is answered, many by one commit.
async fn crowd(database: &Database) {
    const MANY: i64 = 80;
    let emulator = Emulator::start(&PEOPLE).await;
    let port = free_port();
    let front = Front::at(port);
    let bot = Bot::start_hooked(&emulator, &database.url, "", port);
    front.health(200).await;
    let secret = secret(&emulator).await;
    let (groups, updates) = (front.count("groups_total").await, front.count("updates_total").await);
    let calls = (0..MANY).map(|n| {
        let chat = json!({ "id": 9000 + n, "type": "private", "first_name": "Cid" });
        let from = json!({ "id": 9000 + n, "is_bot": false, "first_name": "Cid", "language_code": "en" });
        let message = json!({ "message_id": 1, "date": 1, "chat": chat, "from": from, "text": "hello" });
        front.bring(Some(&secret), json!({ "update_id": 500 + n, "message": message }).to_string())
    });
    let answers = futures_util::future::join_all(calls).await;
    assert!(answers.iter().all(|(status, _)| *status == 200), "{answers:?}");
    assert_eq!(front.count("updates_total").await, updates + MANY);
    let groups = front.count("groups_total").await - groups;
    assert!(groups <= MANY / 2, "{groups} commits for {MANY} updates");
    assert!(bot.stop().await);
}

#[tokio::test]
async fn a_webhook_from_start_to_end() {
    for database in Database::all().await {
        whole_life(&database).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn polling_and_webhook_take_turns() {
    for database in Database::all().await {
        both_ways(&database).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn calls_that_come_together_are_committed_together() {
    for database in Database::all().await {
        crowd(&database).await;
        database.drop().await;
    }
}

/// Whoever was started last takes the updates: a poll at a start removes the webhook, one that runs does not.
#[tokio::test]
async fn a_webhook_that_is_set_later_is_left_alone() {
    let emulator = Emulator::start(&PEOPLE).await;
    let client = Client::new(&emulator.root, "1:test").unwrap();
    let running = tokio::spawn(poll(client.clone(), 0, true));
    emulator.idle().await;
    let hook = json!({ "url": format!("http://127.0.0.1:{}/", free_port()) });
    assert_eq!(emulator.call("setWebhook", &hook).await.0, 200);
    until("a refused poll", async || {
        let log = emulator.get("/log?polls=1").await;
        let refused = |call: &Value| call["error"].as_str().is_some_and(|e| e.contains("webhook is active"));
        log["entries"].as_array().unwrap().iter().any(refused).then_some(())
    })
    .await;
    assert_eq!(info(&emulator).await["url"], hook["url"]);
    running.abort();
    emulator.say(ANN, "/start").await;
    let Polled::Updates(updates) = poll(client, 0, false).await else { panic!() };
    assert_eq!((updates.len(), &info(&emulator).await["url"]), (1, &json!("")), "what waits is kept");
}
