//! The emulator keeps Telegram's rules: what it accepts, Telegram accepts, and what it refuses, it refuses
//! in Telegram's words.

mod support;

use serde_json::{Value, json};
use support::emulator::{CROWD, Emulator, bot_messages};

const LI: i64 = 1001;
const NEW: i64 = 1002;

async fn started() -> Emulator {
    let emulator = Emulator::start(&[(LI, "Li", "zh"), (NEW, "New", "en")]).await;
    emulator.say(LI, "/start").await;
    emulator
}

fn message(text: &str) -> Value {
    json!({ "chat_id": LI, "text": text, "parse_mode": "HTML" })
}

#[tokio::test]
async fn messages_are_checked_in_telegrams_words() {
    let emulator = started().await;
    let with = |extra: Value| {
        let mut body = message("x");
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let inline = |text: &str, data: &str| {
        with(json!({ "reply_markup": { "inline_keyboard": [[{ "text": text, "callback_data": data }]] } }))
    };
    let wide: Vec<Value> = (0..9).map(|n| json!({ "text": "x", "callback_data": n.to_string() })).collect();
    for (body, status, text) in [
        (message("<b>工</b>"), 200, ""),
        (message(&"工".repeat(4096)), 200, ""),
        (message(&format!("<b>{}</b>", "x".repeat(4096))), 200, ""),
        (message(&"工".repeat(4097)), 400, "Bad Request: message is too long"),
        (message(""), 400, "Bad Request: message text is empty"),
        (message("<b> </b>"), 400, "Bad Request: message text is empty"),
        (message("<b>x"), 400, "Bad Request: can't parse entities: Can't find end tag"),
        (message("<br>"), 400, "Bad Request: can't parse entities: Unsupported start tag \"br\""),
        (inline("ok", &"x".repeat(64)), 200, ""),
        (inline("ok", &"x".repeat(65)), 400, "Bad Request: BUTTON_DATA_INVALID"),
        (inline("ok", &"ж".repeat(33)), 400, "Bad Request: BUTTON_DATA_INVALID"),
        (inline("", "x"), 400, "Bad Request: inline keyboard button text must be non-empty"),
        (
            with(json!({ "reply_markup": { "inline_keyboard": [wide] } })),
            400,
            "Bad Request: reply markup is too long",
        ),
        (with(json!({ "chat_id": NEW })), 403, "Forbidden: bot can't initiate conversation with a user"),
        (with(json!({ "chat_id": 5 })), 400, "Bad Request: chat not found"),
        (with(json!({ "chat_id": CROWD + 5 })), 200, ""),
        (with(json!({ "parse_mode": "Markdown2" })), 400, "Bad Request: unsupported parse_mode"),
    ] {
        let (found, answer) = emulator.call("sendMessage", &body).await;
        let description = answer["description"].as_str().unwrap_or_default();
        assert_eq!(found, status, "{body} {answer}");
        assert!(description.starts_with(text), "{description} is not {text}");
    }
    let (status, _) = emulator.call("SENDMESSAGE", &message("case does not matter")).await;
    assert_eq!(status, 200);
    assert_eq!(emulator.call("sendTelepathy", &json!({})).await.0, 404);
}

#[tokio::test]
async fn an_edit_needs_a_message_of_the_bots_own_and_a_change() {
    let emulator = started().await;
    let (_, sent) = emulator.call("sendMessage", &message("one")).await;
    let id = &sent["result"]["message_id"];
    let edit = |id: &Value, text: &str| json!({ "chat_id": LI, "message_id": id, "text": text });
    for (body, text) in [
        (edit(id, "one"), "Bad Request: message is not modified"),
        (edit(id, "two"), ""),
        (edit(id, "two"), "Bad Request: message is not modified"),
        (edit(&json!(999), "x"), "Bad Request: message to edit not found"),
        (edit(&json!(1), "x"), "Bad Request: message can't be edited"),
        (edit(id, &"x".repeat(4097)), "Bad Request: MESSAGE_TOO_LONG"),
    ] {
        let (_, answer) = emulator.call("editMessageText", &body).await;
        let description = answer["description"].as_str().unwrap_or_default();
        assert!(description.starts_with(text), "{description} is not {text}");
        assert_eq!(answer["ok"] == true, text.is_empty(), "{answer}");
    }
}

#[tokio::test]
async fn an_update_stays_until_it_is_confirmed() {
    let emulator = started().await;
    emulator.say(LI, "two").await;
    let poll = async |offset: i64| -> Vec<i64> {
        let (_, answer) = emulator.call("getUpdates", &json!({ "offset": offset, "timeout": 0 })).await;
        let updates = answer["result"].as_array().unwrap().iter();
        updates.map(|update| update["update_id"].as_i64().unwrap()).collect()
    };
    let both = poll(0).await;
    assert_eq!(both.len(), 2);
    assert_eq!(poll(0).await, both, "nothing is confirmed yet");
    assert_eq!(poll(both[1]).await, both[1..]);
    assert_eq!(poll(both[1] + 1).await, [] as [i64; 0]);

    // A long poll ends as soon as something comes.
    let long = json!({ "offset": both[1] + 1, "timeout": 50 });
    let (waited, ()) = tokio::join!(emulator.call("getUpdates", &long), emulator.say(LI, "three"));
    assert_eq!(waited.1["result"][0]["message"]["text"], "three");
}

#[tokio::test]
async fn a_second_poller_ends_the_first_and_old_taps_expire() {
    let emulator = started().await;
    emulator.call("getUpdates", &json!({ "offset": -1 })).await;
    emulator.call("getUpdates", &json!({ "offset": 100_000_002 })).await;
    let long = json!({ "offset": 100_000_002, "timeout": 50 });
    let second = async {
        emulator.idle().await;
        emulator.call("getUpdates", &json!({ "timeout": 0 })).await
    };
    let (first, _) = tokio::join!(emulator.call("getUpdates", &long), second);
    assert_eq!(first.0, 409, "{}", first.1);

    let keyboard = json!({ "inline_keyboard": [[{ "text": "tap", "callback_data": "t" }]] });
    let body = json!({ "chat_id": LI, "text": "x", "reply_markup": keyboard });
    emulator.call("sendMessage", &body).await;
    emulator.tap(LI, "tap").await;
    let (_, updates) = emulator.call("getUpdates", &json!({ "offset": -1 })).await;
    let id = &updates["result"][0]["callback_query"]["id"];
    let answer = json!({ "callback_query_id": id });
    assert_eq!(emulator.call("answerCallbackQuery", &answer).await.0, 200);
    assert_eq!(emulator.call("answerCallbackQuery", &answer).await.0, 400, "answered once");
    emulator.tap(LI, "tap").await;
    emulator.post("/clock", &json!({ "advance_ms": 151_000 })).await;
    let (_, updates) = emulator.call("getUpdates", &json!({ "offset": 0 })).await;
    let kinds: Vec<bool> =
        updates["result"].as_array().unwrap().iter().map(|u| u.get("callback_query").is_some()).collect();
    assert!(!kinds.contains(&true), "Telegram keeps taps for 150 seconds");
}

#[tokio::test]
async fn faults_come_as_scripted() {
    let emulator = started().await;
    let fault = |kind: Value| {
        let mut fault = json!({ "method": "sendMessage" });
        fault.as_object_mut().unwrap().extend(kind.as_object().unwrap().clone());
        fault
    };
    let flood = json!({ "kind": "answer", "status": 429, "description": "Too Many Requests: retry after 9", "retry_after": 9 });
    emulator.post("/faults", &fault(flood)).await;
    let (status, answer) = emulator.call("sendMessage", &message("x")).await;
    assert_eq!((status, &answer["parameters"]["retry_after"]), (429, &json!(9)));
    assert_eq!(emulator.call("sendMessage", &message("x")).await.0, 200, "once");

    // Accepted, then the connection breaks: the message is there all the same.
    emulator.post("/faults", &fault(json!({ "kind": "drop_after" }))).await;
    let body = serde_json::to_vec(&message("lost answer")).unwrap();
    let request = reqwest::Client::new()
        .post(format!("{}/bot1:test/sendMessage", emulator.root))
        .header("content-type", "application/json")
        .body(body);
    assert!(request.send().await.is_err());
    emulator.sees(LI, "lost answer").await;

    emulator.post("/limits", &json!({ "per_chat_per_s": 1 })).await;
    assert_eq!(emulator.call("sendMessage", &message("1")).await.0, 200);
    assert_eq!(emulator.call("sendMessage", &message("2")).await.0, 429);
}

#[tokio::test]
async fn a_blocked_bot_cannot_write_and_hears_of_it() {
    let emulator = started().await;
    emulator.post(&format!("/people/{LI}/block"), &json!({})).await;
    let (status, answer) = emulator.call("sendMessage", &message("x")).await;
    assert_eq!((status, &answer["description"]), (403, &json!("Forbidden: bot was blocked by the user")));
    let (_, updates) = emulator.call("getUpdates", &json!({ "offset": -1 })).await;
    assert_eq!(updates["result"][0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    let chat = emulator.get(&format!("/people/{LI}/chat")).await;
    assert_eq!(bot_messages(&chat).count(), 0);
}
