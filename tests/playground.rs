//! The emulator keeps Telegram's rules: what it accepts, Telegram accepts, and what it refuses, it refuses
//! in Telegram's words.

mod support;

use serde_json::{Value, json};
use support::emulator::{CROWD, Emulator, Part, bot_messages};

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
async fn a_fault_on_everything_lasts_until_it_is_taken_away() {
    let emulator = started().await;
    let for_good = 1_000_000_000_000_u64;
    let delay = json!({ "kind": "delay", "delay_ms": 20, "times": for_good });
    let page = json!({ "kind": "html", "times": for_good });
    let answer = json!({ "kind": "answer", "status": 500, "description": "Internal Server Error" });
    for fault in [delay, answer, page] {
        emulator.post("/faults", &fault).await;
    }
    let raw = async |method: &str| {
        let begin = tokio::time::Instant::now();
        let answer = emulator.load(&format!("/bot1:test/{method}")).await;
        assert!(begin.elapsed().as_millis() >= 20, "{method} is held up, too");
        (answer.0, answer.1)
    };
    assert_eq!(raw("getMe").await, (500, "application/json".to_owned()));
    for method in ["getMe", "getUpdates", "sendMessage", "setWebhook"] {
        let (status, kind) = raw(method).await;
        assert!(status == 502 && kind.starts_with("text/html"), "{method} {status} {kind}");
    }
    let url = format!("{}/sim/faults", emulator.root);
    assert!(reqwest::Client::new().delete(url).send().await.unwrap().status().is_success());
    assert_eq!(emulator.call("sendMessage", &message("x")).await.0, 200);
}

#[tokio::test]
async fn a_revoked_token_is_refused_and_the_updates_stay() {
    let emulator = started().await;
    let all = async || emulator.call("getUpdates", &json!({})).await;
    let before = all().await;
    let long = json!({ "offset": 100_000_002, "timeout": 50 });
    let revoke = async {
        emulator.idle().await;
        emulator.post("/token", &json!({ "revoked": true })).await;
        emulator.say(LI, "two").await;
    };
    let (poll, ()) = tokio::join!(emulator.call("getUpdates", &long), revoke);
    let refused = (401, json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }));
    assert_eq!(before.0, 200);
    assert_eq!(poll, refused, "a poll that waits ends");
    for method in ["getMe", "getUpdates", "sendMessage", "deleteWebhook"] {
        assert_eq!(emulator.call(method, &message("x")).await, refused, "{method}");
    }
    assert_eq!(emulator.load("/file/bot1:test/documents/file_1.csv").await.0, 401);
    emulator.post("/token", &json!({ "revoked": false })).await;
    assert_eq!(all().await.1["result"][0]["message"]["text"], "two");
}

#[tokio::test]
async fn a_web_app_needs_https() {
    let emulator = started().await;
    let app = |url: &str| json!({ "text": "x", "web_app": { "url": url } });
    for (url, fine) in [("https://a.example/x", true), ("http://a.example", false), ("", false)] {
        for (method, mut body) in [
            ("sendMessage", json!({ "reply_markup": { "inline_keyboard": [[app(url)]] } })),
            ("sendMessage", json!({ "reply_markup": { "keyboard": [[app(url)]] } })),
            (
                "setChatMenuButton",
                json!({ "menu_button": { "type": "web_app", "text": "x", "web_app": { "url": url } } }),
            ),
        ] {
            body["chat_id"] = json!(LI);
            body["text"] = json!("x");
            let (status, answer) = emulator.call(method, &body).await;
            assert_eq!(status == 200, fine, "{method} {body} {answer}");
            assert_eq!(description(&answer).ends_with("Only HTTPS links are allowed"), !fine, "{answer}");
        }
    }
    let nameless = json!({ "menu_button": { "type": "web_app", "web_app": { "url": "https://a.example" } } });
    assert_eq!(emulator.call("setChatMenuButton", &nameless).await.0, 400);
}

#[tokio::test]
async fn a_reply_needs_the_message_that_it_answers() {
    let emulator = started().await;
    for (chat, reply, text) in [
        (LI, json!({ "message_id": 1 }), ""),
        (LI, json!({ "message_id": 999 }), "Bad Request: message to reply not found"),
        (LI, json!({ "message_id": 999, "allow_sending_without_reply": true }), ""),
        (CROWD + 7, json!({ "message_id": 1 }), "Bad Request: message to reply not found"),
        (LI, json!({}), "Bad Request: can't parse reply parameters: can't find field \"message_id\""),
    ] {
        let body = json!({ "chat_id": chat, "text": "x", "reply_parameters": reply });
        let (status, answer) = emulator.call("sendMessage", &body).await;
        assert_eq!((status == 200, description(&answer)), (text.is_empty(), text), "{body}");
    }
    let body = json!({ "chat_id": LI, "text": "x", "reply_parameters": "{\"message_id\":999}" });
    assert_eq!(emulator.call("sendMessage", &body).await.0, 400, "also as text");
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

/// The beginning of a PNG, which is all that the emulator reads.
fn png(width: u32, height: u32) -> Vec<u8> {
    let head: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
    [head, &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
}

/// The beginning of a JPEG of 640 × 480.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\x01\xe0\x02\x80\x01";

fn photo(content: &[u8]) -> Part<'_> {
    ("photo", Some("a.png"), content)
}

fn caption(text: &str) -> Part<'_> {
    ("caption", None, text.as_bytes())
}

fn description(answer: &Value) -> &str {
    answer["description"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn files_are_checked_in_telegrams_words() {
    let emulator = started().await;
    let (picture, chat) = (png(320, 240), LI.to_string());
    let big = [png(320, 240), vec![0; 10 << 20]].concat();
    let too_big = format!(
        "Bad Request: file of size {} bytes is too big for a photo; the maximum size is 10485760 bytes",
        big.len()
    );
    let (long, longer) = ("工".repeat(1024), "工".repeat(1025));
    let bold = format!("<b>{}</b>", "x".repeat(1024));
    let (wide, flat, nobody) = (png(9_000, 1_001), png(2_001, 100), NEW.to_string());
    let html: Part = ("parse_mode", None, b"HTML");
    let cases: Vec<(&str, Vec<Part>, &str)> = vec![
        ("sendPhoto", vec![photo(&picture)], ""),
        ("sendPhoto", vec![photo(JPEG)], ""),
        ("sendPhoto", vec![photo(&picture), caption(&long)], ""),
        ("sendPhoto", vec![photo(&picture), caption(&bold), html], ""),
        ("sendPhoto", vec![photo(&picture), caption("")], ""),
        ("sendPhoto", vec![("photo", None, b"attach://it"), ("it", Some("a.png"), &picture)], ""),
        ("sendDocument", vec![("document", Some("a.bin"), b"\0\xff")], ""),
        ("SENDDOCUMENT", vec![("document", None, b"attach://it"), ("it", Some("a.bin"), b"x")], ""),
        ("sendPhoto", vec![photo(&picture), caption(&longer)], "Bad Request: message caption is too long"),
        (
            "sendPhoto",
            vec![photo(&picture), caption("<b>x"), html],
            "Bad Request: can't parse entities: Can't find end tag",
        ),
        ("sendPhoto", vec![photo(b"GIF89a")], "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", vec![photo(&picture[..20])], "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", vec![photo(b"")], "Bad Request: file must be non-empty"),
        ("sendDocument", vec![("document", Some("a"), b"")], "Bad Request: file must be non-empty"),
        ("sendPhoto", vec![photo(&big)], &too_big),
        ("sendPhoto", vec![photo(&wide)], "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", vec![photo(&flat)], "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", vec![], "Bad Request: there is no photo in the request"),
        ("sendDocument", vec![photo(&picture)], "Bad Request: there is no document in the request"),
        (
            "sendPhoto",
            vec![("photo", None, b"attach://other"), ("it", Some("a.png"), &picture)],
            "Bad Request: wrong file identifier/HTTP URL specified",
        ),
        ("sendPhoto", vec![("photo", None, &picture)], "Bad Request: strings must be encoded in UTF-8"),
        ("sendPhoto", vec![photo(&picture), ("chat_id", None, b"5")], "Bad Request: chat not found"),
        (
            "sendPhoto",
            vec![photo(&picture), ("chat_id", None, nobody.as_bytes())],
            "Forbidden: bot can't initiate conversation with a user",
        ),
        (
            "sendPhoto",
            vec![photo(&picture), ("reply_markup", None, b"{\"inline_keyboard\":[[{\"text\":\"x\"}]]}")],
            "Bad Request: text buttons are unallowed in the inline keyboard",
        ),
    ];
    for (method, parts, text) in cases {
        let parts = [vec![("chat_id", None, chat.as_bytes())], parts].concat();
        let (status, answer) = emulator.upload(method, &parts).await;
        assert!(description(&answer).starts_with(text), "{text}: {answer}");
        assert_eq!(status == 200, text.is_empty(), "{text}: {answer}");
    }
    for (method, field, file, text) in [
        ("sendPhoto", "photo", "https://example.com/a.png", "Bad Request: failed to get HTTP URL content"),
        ("sendDocument", "document", "HTTP://x.org/a", "Bad Request: failed to get HTTP URL content"),
        ("sendPhoto", "photo", "AgAC", "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendPhoto", "photo", "", "Bad Request: there is no photo in the request"),
    ] {
        let (status, answer) = emulator.call(method, &json!({ "chat_id": LI, field: file })).await;
        assert_eq!((status, description(&answer)), (400, text));
    }

    // More may be sent than downloaded.
    let document = async |n_bytes: usize| {
        let content = vec![0; n_bytes];
        let parts = [("chat_id", None, chat.as_bytes()), ("document", Some("a.zip"), content.as_slice())];
        emulator.upload("sendDocument", &parts).await
    };
    let (_, sent) = document((20 << 20) + 1).await;
    let ask = json!({ "file_id": sent["result"]["document"]["file_id"] });
    let (_, answer) = emulator.call("getFile", &ask).await;
    assert_eq!(description(&answer), "Bad Request: file is too big");
    let (status, answer) = document((50 << 20) + 1).await;
    assert_eq!((status, description(&answer)), (413, "Request Entity Too Large"));

    emulator.post("/limits", &json!({ "per_chat_per_s": 1 })).await;
    let parts = [("chat_id", None, chat.as_bytes()), photo(&picture)];
    assert_eq!(emulator.upload("sendPhoto", &parts).await.0, 200);
    assert_eq!(emulator.upload("sendPhoto", &parts).await.0, 429);
}

#[tokio::test]
async fn a_file_is_told_sent_again_and_downloaded() {
    let emulator = started().await;
    let (picture, chat) = (png(320, 240), LI.to_string());
    let parts: [Part; 4] = [
        ("chat_id", None, chat.as_bytes()),
        ("photo", Some("a.png"), &picture),
        ("caption", None, b"<b>welder</b>"),
        ("parse_mode", None, b"HTML"),
    ];
    let (_, sent) = emulator.upload("sendPhoto", &parts).await;
    let photo = &sent["result"]["photo"][0];
    assert_eq!((&photo["width"], &photo["height"]), (&json!(320), &json!(240)));
    assert_eq!(photo["file_size"], picture.len());
    assert_eq!(sent["result"]["caption"], "welder");
    assert_eq!(sent["result"]["caption_entities"], json!([{ "type": "bold", "offset": 0, "length": 6 }]));
    let (_, again) = emulator.upload("sendPhoto", &parts).await;
    assert_eq!(again["result"]["photo"][0]["file_unique_id"], photo["file_unique_id"]);
    let parts: [Part; 2] = [("chat_id", None, chat.as_bytes()), ("photo", Some("b.jpg"), JPEG)];
    let (_, jpeg) = emulator.upload("sendPhoto", &parts).await;
    assert_eq!(jpeg["result"]["photo"][0]["width"], 640, "{jpeg}");

    let parts: [Part; 2] = [("chat_id", None, chat.as_bytes()), ("document", Some("工人.csv"), b"a,b\n")];
    let (_, sent) = emulator.upload("sendDocument", &parts).await;
    let document = &sent["result"]["document"];
    assert_eq!((&document["file_name"], &document["mime_type"]), (&json!("工人.csv"), &json!("text/csv")));
    assert!(sent["result"].get("caption").is_none(), "{sent}");

    // By its id a file goes out again, but only as what it is.
    let (photo, document) = (&photo["file_id"], &document["file_id"]);
    for (method, field, file, text) in [
        ("sendPhoto", "photo", photo, ""),
        ("sendDocument", "document", document, ""),
        ("sendDocument", "document", photo, "Bad Request: can't use file of type Photo as Document"),
        ("sendPhoto", "photo", document, "Bad Request: can't use file of type Document as Photo"),
        ("getFile", "file_id", photo, ""),
        ("getFile", "file_id", &json!("x"), "Bad Request: invalid file_id"),
        ("getFile", "file_id", &json!(""), "Bad Request: file_id not specified"),
    ] {
        let (_, answer) = emulator.call(method, &json!({ "chat_id": LI, field: file })).await;
        assert_eq!(description(&answer), text, "{method}");
    }

    // Only what was asked for can be downloaded, and only for a while.
    let ask = json!({ "file_id": document });
    assert_eq!(emulator.load("/file/bot1:test/documents/file_2.csv").await.0, 404);
    let (_, file) = emulator.call("getFile", &ask).await;
    assert_eq!(file["result"]["file_path"], "documents/file_2.csv");
    let path = "/file/bot1:test/documents/file_2.csv";
    assert_eq!(emulator.load(path).await, (200, "application/octet-stream".to_owned(), b"a,b\n".to_vec()));
    assert_eq!(emulator.load("/file/bot1/documents/file_2.csv").await.0, 401);
    assert_eq!(emulator.load("/file/bot1:test/documents/file_9.csv").await.0, 404);
    emulator.post("/clock", &json!({ "advance_ms": 3_600_000 })).await;
    assert_eq!(emulator.load(path).await.0, 404);
    let (status, kind, content) = emulator.load(&format!("/sim/files/{}", photo.as_str().unwrap())).await;
    assert_eq!((status, kind.as_str(), content), (200, "image/png", picture));
    let (_, kind, _) = emulator.load(&format!("/sim/files/{}", document.as_str().unwrap())).await;
    assert_eq!(kind, "application/octet-stream", "no document runs as a page");

    let calls = emulator.calls().await;
    let sent = calls.iter().find(|call| call["method"] == "sendDocument").unwrap();
    assert_eq!(sent["params"]["document"], json!({ "file_name": "工人.csv", "file_size": 4 }));
}

#[tokio::test]
async fn a_caption_is_edited_as_a_caption() {
    let emulator = started().await;
    let (picture, chat) = (png(320, 240), LI.to_string());
    let parts: [Part; 3] =
        [("chat_id", None, chat.as_bytes()), ("photo", Some("a.png"), &picture), ("caption", None, b"one")];
    let (_, sent) = emulator.upload("sendPhoto", &parts).await;
    let (_, plain) = emulator.call("sendMessage", &message("plain")).await;
    let (photo, text) = (&sent["result"]["message_id"], &plain["result"]["message_id"]);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "tap", "callback_data": "t" }]] });
    for (method, id, edit, expected) in [
        ("editMessageCaption", photo, json!({ "caption": "one" }), "Bad Request: message is not modified"),
        ("editMessageCaption", photo, json!({ "caption": "two" }), ""),
        ("editMessageCaption", photo, json!({ "caption": "two", "reply_markup": keyboard }), ""),
        (
            "editMessageCaption",
            photo,
            json!({ "caption": "x".repeat(1025) }),
            "Bad Request: MEDIA_CAPTION_TOO_LONG",
        ),
        (
            "editMessageText",
            photo,
            json!({ "text": "x" }),
            "Bad Request: there is no text in the message to edit",
        ),
        (
            "editMessageCaption",
            text,
            json!({ "caption": "x" }),
            "Bad Request: there is no caption in the message to edit",
        ),
        (
            "editMessageCaption",
            &json!(999),
            json!({ "caption": "x" }),
            "Bad Request: message to edit not found",
        ),
        ("editMessageCaption", &json!(1), json!({ "caption": "x" }), "Bad Request: message can't be edited"),
        ("editMessageReplyMarkup", photo, json!({}), ""),
        ("editMessageCaption", photo, json!({}), ""),
        ("deleteMessage", photo, json!({}), ""),
        ("deleteMessage", photo, json!({}), "Bad Request: message to delete not found"),
    ] {
        let mut body = json!({ "chat_id": LI, "message_id": id });
        body.as_object_mut().unwrap().extend(edit.as_object().unwrap().clone());
        let (_, answer) = emulator.call(method, &body).await;
        assert!(description(&answer).starts_with(expected), "{body} {answer}");
        assert_eq!(answer["ok"] == true, expected.is_empty(), "{body} {answer}");
        if method == "editMessageCaption" && expected.is_empty() {
            assert_eq!(answer["result"].get("caption"), edit.get("caption"));
            assert!(answer["result"]["photo"].is_array(), "{answer}");
        }
    }

    // A chat without a phone gets the caption as its text.
    let crowd = (CROWD + 5).to_string();
    let parts: [Part; 3] =
        [("chat_id", None, crowd.as_bytes()), ("photo", Some("a.png"), &picture), ("caption", None, b"all")];
    let (_, sent) = emulator.upload("sendPhoto", &parts).await;
    assert_eq!(emulator.get("/crowd").await["last"], "all");
    let id = &sent["result"]["message_id"];
    let edit = json!({ "chat_id": CROWD + 5, "message_id": id, "caption": "closed", "text": "closed" });
    let (_, answer) = emulator.call("editMessageCaption", &edit).await;
    assert!(answer["result"]["caption"] == "closed" && answer["result"]["photo"].is_array(), "{answer}");
    let (_, answer) = emulator.call("editMessageText", &edit).await;
    assert_eq!(description(&answer), "Bad Request: there is no text in the message to edit");
}

#[tokio::test]
async fn people_send_files_and_forward_messages() {
    let emulator = started().await;
    let person = format!("/people/{LI}");
    let newest = async || {
        let (_, updates) = emulator.call("getUpdates", &json!({ "offset": -1 })).await;
        updates["result"][0]["message"].clone()
    };
    for (path, body, id) in [
        ("photo", json!({ "caption": "my welds" }), "/photo/0/file_id"),
        ("document", json!({}), "/document/file_id"),
        ("voice", json!({}), "/voice/file_id"),
    ] {
        emulator.post(&format!("{person}/{path}"), &body).await;
        let message = newest().await;
        assert_eq!(message.get("caption"), body.get("caption"));
        let ask = json!({ "file_id": message.pointer(id).unwrap() });
        let (_, file) = emulator.call("getFile", &ask).await;
        let path = file["result"]["file_path"].as_str().unwrap();
        let (status, _, content) = emulator.load(&format!("/file/bot1:test/{path}")).await;
        assert_eq!((status, json!(content.len())), (200, file["result"]["file_size"].clone()));
    }
    emulator.post(&format!("{person}/sticker"), &json!({})).await;
    assert_eq!(newest().await["sticker"]["emoji"], "👍");

    let body = json!({ "text": "10 welders wanted", "sender_user_name": "Wang" });
    emulator.post(&format!("{person}/forward"), &body).await;
    let message = newest().await;
    assert_eq!(message["text"], "10 welders wanted");
    let origin = &message["forward_origin"];
    assert_eq!((&origin["type"], &origin["sender_user_name"]), (&json!("hidden_user"), &json!("Wang")));
    assert!(origin["date"].as_i64() < message["date"].as_i64());
    emulator.say(LI, "mine").await;
    assert!(newest().await.get("forward_origin").is_none());
}
