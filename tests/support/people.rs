//! What people do on their phones.

use super::emulator::Emulator;
use serde_json::Value;
use std::collections::BTreeMap;

/// Registers as a worker, from the first word to the last tap.
pub async fn register(emulator: Emulator, person: i64) {
    emulator.say(person, "/start").await;
    for label in ["同意，开始", "80后", "1985"] {
        emulator.tap(person, label).await;
    }
    emulator.sees(person, "怎么称呼您").await;
    emulator.say(person, "王小明").await;
    for label in ["焊工", "选好了", "5 年"] {
        emulator.tap(person, label).await;
    }
    emulator.sees(person, "您现在在哪里").await;
    emulator.say(person, "东莞").await;
    for label in ["从外地来的", "都可以", "6000/月", "对，登记"] {
        emulator.tap(person, label).await;
    }
    emulator.sees(person, "登记完成").await;
}

/// The calls of each chat that show something: when, what, and whether Telegram took it.
pub fn shown(calls: &[Value]) -> BTreeMap<i64, Vec<(i64, String)>> {
    let mut chats: BTreeMap<i64, Vec<(i64, String)>> = BTreeMap::new();
    for call in calls.iter().filter(|call| call["ok"] == true && call["params"]["text"].is_string()) {
        if call["method"] == "answerCallbackQuery" {
            continue;
        }
        let key = format!("{} {} {}", call["method"], call["params"]["text"], call["params"]["reply_markup"]);
        let entry = (call["at_ms"].as_i64().unwrap(), key);
        chats.entry(call["chat_id"].as_i64().unwrap()).or_default().push(entry);
    }
    chats
}
