//! One chat sends a thousand messages at once: nobody else waits, only that chat is limited, each of its taps is
//! answered, and what comes twice changes nothing.

mod support;

use serde_json::{Value, json};
use std::time::Duration;
use support::bot::free_port;
use support::cable::Cable;
use support::database::Database;
use support::driven::{Bot, drive, slowly};
use support::emulator::{Emulator, bot_messages, button, written};
use support::people::{register, shown};

const FLOODER: i64 = 1001;
const OTHERS: [i64; 3] = [1002, 1003, 1004];
const PEOPLE: [(i64, &str, &str); 4] =
    [(FLOODER, "Max", "en"), (1002, "李强", "zh"), (1003, "王芳", "zh"), (1004, "赵敏", "zh")];
const FLOOD: i64 = 1000;
/// Every tenth is a tap.
const TAPS: usize = 100;
/// More open answers than this limit a chat.
const OPEN: usize = 50;
/// The updates of the flood are numbered from here, as Telegram would go on.
const FIRST: i64 = 200_000_000;
const PATIENCE: Duration = Duration::from_mins(10);

/// The n-th update of the flood: a text, or a tap on a button that is shown.
fn update(n: i64, shows: &(i64, String)) -> Value {
    let chat = json!({ "id": FLOODER, "type": "private", "first_name": "Max" });
    let from = json!({ "id": FLOODER, "is_bot": false, "first_name": "Max", "language_code": "en" });
    if n % 10 == 9 {
        let (message, data) = shows;
        let message = json!({ "message_id": message, "date": 1, "chat": chat, "text": "x" });
        let tap = json!({ "id": n.to_string(), "from": from, "message": message, "chat_instance": "1", "data": data });
        return json!({ "update_id": FIRST + n, "callback_query": tap });
    }
    let message = json!({ "message_id": 100 + n, "date": 1, "chat": chat, "from": from, "text": "hello" });
    json!({ "update_id": FIRST + n, "message": message })
}

async fn pour(emulator: &Emulator, shows: &(i64, String)) {
    let updates = (0..FLOOD).map(|n| update(n, shows)).collect();
    emulator.post("/updates", &Value::Array(updates)).await;
}

/// What the bot says in the flooder's chat after the flood: answers, and notes that it goes too fast.
async fn heard(emulator: &Emulator, from: usize) -> (usize, usize) {
    let chat = emulator.get(&format!("/people/{FLOODER}/chat")).await;
    let is_note = |m: &&Value| written(m).is_some_and(|text| text.contains("faster than I can answer"));
    let notes = bot_messages(&chat).filter(is_note).count();
    (bot_messages(&chat).count() - from - notes, notes)
}

/// The flooder's taps that were answered.
async fn answered(emulator: &Emulator) -> usize {
    let calls = emulator.calls().await;
    let is_answer = |call: &&Value| call["method"] == "answerCallbackQuery" && call["ok"] == true;
    let ids = calls.iter().filter(is_answer).map(|call| call["params"]["callback_query_id"].to_string());
    ids.filter(|id| id.len() < 8).collect::<std::collections::BTreeSet<_>>().len()
}

async fn flood(database: &Database, port: Option<u16>) {
    let emulator = Emulator::start(&PEOPLE).await.patient(PATIENCE);
    let (_cable, url) = Cable::lay(&database.url);
    let bot = Bot::start(&emulator, &url, port).await;
    emulator.say(FLOODER, "/start").await;
    let agree = emulator.wait(FLOODER, "the first question", |chat| button(chat, "", "I agree")).await;
    // The flooder's chat takes nothing.
    let wait = json!({
        "chat_id": FLOODER, "method": "sendMessage", "times": 1_000_000, "kind": "answer", "status": 429,
        "description": "Too Many Requests: retry after 9", "retry_after": 9,
    });
    emulator.post("/faults", &wait).await;
    let before = heard(&emulator, 0).await.0;
    pour(&emulator, &agree).await;
    futures_util::future::join_all(OTHERS.map(|person| register(emulator.clone(), person))).await;
    emulator.idle().await;
    assert_eq!(heard(&emulator, before).await, (0, 0), "the others are done, the flooder still waits");
    let taps = async {
        while answered(&emulator).await < TAPS {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    tokio::time::timeout(PATIENCE, taps).await.expect("each tap is answered");

    if let Some(port) = port {
        let metrics = reqwest::get(format!("http://127.0.0.1:{port}/metrics")).await.unwrap();
        let metrics = metrics.text().await.unwrap();
        let value = |name: &str| {
            let line = metrics.lines().find_map(|line| line.strip_prefix(name)).expect(name);
            line.trim().parse::<usize>().unwrap()
        };
        let waiting = value("zhaogong_outbox ");
        assert!((OPEN - 6..=OPEN + 2).contains(&waiting), "{waiting} messages wait, and no more are kept");
        // A tap whose answer a later one replaces leaves its place to another.
        let most = FLOOD as usize - OPEN - 1;
        assert!((most - TAPS..=most).contains(&value("zhaogong_inputs_passed_over_total ")));
    }
    emulator.clear_faults().await;

    // Then it gets what it was owed, and can go on.
    let is_note = |chat: &Value| bot_messages(chat).filter_map(written).any(|t| t.contains("faster than"));
    emulator.wait(FLOODER, "a note", |chat| is_note(chat).then_some(())).await;
    let (answers, notes) = heard(&emulator, before).await;
    assert_eq!(notes, 1, "it is told once");
    // A tap is answered in place, and nothing is said about one that a later one outdid.
    assert!((OPEN - 6..=OPEN + 1).contains(&answers), "{answers} messages for {OPEN} open answers");
    emulator.say(FLOODER, "/help").await;
    let count = before + answers + notes;
    emulator.wait(FLOODER, "help", |chat| (bot_messages(chat).count() > count).then_some(())).await;

    // All of it once more, as after a lost confirmation.
    emulator.idle().await;
    let shown_before = shown(&emulator.calls().await);
    pour(&emulator, &agree).await;
    emulator.idle().await;
    emulator.say(FLOODER, "/help").await;
    let count = shown_before[&FLOODER].len();
    let more = async || shown(&emulator.calls().await)[&FLOODER].len() - count;
    while more().await == 0 {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    emulator.idle().await;
    assert!(more().await <= 2, "nothing but the help: {}", more().await);
    assert_eq!(answered(&emulator).await, TAPS);
    bot.stop().await.unwrap();
}

fn on_every_database(by_webhook: bool) {
    drive(async {
        for database in slowly(Database::all()).await {
            flood(&database, by_webhook.then(free_port)).await;
            slowly(database.drop()).await;
        }
    });
}

#[test]
fn a_flood_slows_nobody_but_who_makes_it() {
    on_every_database(false);
}

#[test]
fn a_flood_by_webhook_slows_nobody_but_who_makes_it() {
    on_every_database(true);
}
