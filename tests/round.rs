//! The whole round through the emulator with the real program, on both databases: register, sign up,
//! approve, post, offer, apply, share the number, hire; with restarts in between.

mod support;

use serde_json::{Value, json};
use support::bot::Bot;
use support::database::Database;
use support::emulator::{Emulator, bot_messages};

const WORKER: i64 = 1001;
const BOSS: i64 = 1002;
const OPERATOR: i64 = 1003;
const GUEST: i64 = 1004;

const PEOPLE: [(i64, &str, &str); 4] =
    [(WORKER, "李强", "zh"), (BOSS, "王经理", "zh"), (OPERATOR, "Mary", "en"), (GUEST, "Aziz", "uz")];

async fn register(emulator: &Emulator) {
    emulator.say(WORKER, "/start").await;
    for label in ["同意，开始", "80后", "1982", "李强", "电工", "选好了", "10 年"] {
        emulator.tap(WORKER, label).await;
    }
    emulator.sees(WORKER, "您现在在哪里").await;
    let place = json!({ "latitude": 22.53, "longitude": 113.93 });
    emulator.post(&format!("/people/{WORKER}/location"), &place).await;
    for label in ["从外地来的", "长期 · 全职", "6000/月", "对，登记"] {
        emulator.tap(WORKER, label).await;
    }
    emulator.sees(WORKER, "登记完成").await;
}

async fn sign_up(emulator: &Emulator) {
    emulator.say(BOSS, "/employer").await;
    emulator.sees(BOSS, "单位叫什么名字").await;
    emulator.say(BOSS, "深圳市鹏程电气有限公司").await;
    emulator.tap(BOSS, "王经理").await;
    emulator.sees(BOSS, "营业执照号码").await;
    emulator.say(BOSS, "91350100M000100Y43").await;
    emulator.tap(BOSS, "提交").await;
    emulator.sees(BOSS, "工作人员核实").await;
}

async fn post(emulator: &Emulator) {
    emulator.tap(BOSS, "发布招工").await;
    for label in ["电工", "选好了"] {
        emulator.tap(BOSS, label).await;
    }
    emulator.tap_at(BOSS, "招几个人", "1").await;
    emulator.sees(BOSS, "在哪里上班").await;
    emulator.say(BOSS, "深圳").await;
    for label in ["长期 · 全职", "白班", "按月"] {
        emulator.tap(BOSS, label).await;
    }
    emulator.sees(BOSS, "工资多少").await;
    emulator.say(BOSS, "6000-8000").await;
    for label in ["3 年", "没有，下一步", "包住", "选好了", "王经理"] {
        emulator.tap(BOSS, label).await;
    }
    emulator.sees(BOSS, "现在适合 1 人").await;
    emulator.tap(BOSS, "发送").await;
}

/// Nothing that Telegram would refuse was called, and nothing that it does not know.
async fn check_calls(emulator: &Emulator) {
    for call in emulator.calls().await {
        let harmless = ["message is not modified", "query is too old"];
        let error = call["error"].as_str().unwrap_or_default();
        let fine = call["ok"] == true || harmless.iter().any(|text| error.contains(text));
        assert!(fine, "{call}");
        assert_eq!(call["unknown"], json!([]), "{call}");
    }
}

async fn whole_round(database: &Database) {
    let emulator = Emulator::start(&PEOPLE).await;
    let start = || Bot::start(&emulator, &database.url, &OPERATOR.to_string());
    let bot = start();
    register(&emulator).await;
    sign_up(&emulator).await;
    assert!(bot.stop().await, "SIGTERM stops it well");

    // The operator comes later, and finds the card that waits.
    let bot = start();
    emulator.say(OPERATOR, "/start").await;
    emulator.tap(OPERATOR, "Approve").await;
    emulator.sees(BOSS, "可以发布招工了").await;
    post(&emulator).await;
    emulator.sees(WORKER, "为什么适合您").await;
    bot.kill().await;

    let bot = start();
    emulator.tap(WORKER, "报名").await;
    emulator.sees(BOSS, "有人报名").await;
    let chat = emulator.get(&format!("/people/{BOSS}/chat")).await;
    let number = |m: &Value| m["text"].as_str().is_some_and(|text| text.contains("+8613800000000"));
    assert!(!bot_messages(&chat).any(number), "the number is not shown before it was shared");
    emulator.tap(WORKER, "把我的号码给对方").await;
    emulator.sees(WORKER, "只给这一家").await;
    let contact = json!({ "phone": "+8613800000000" });
    emulator.post(&format!("/people/{WORKER}/contact"), &contact).await;
    emulator.sees(BOSS, "+8613800000000").await;
    emulator.tap(BOSS, "录用").await;
    emulator.sees(WORKER, "录用您了").await;
    emulator.sees(BOSS, "招满了").await;

    // Somebody whose language the bot does not speak is spoken to in English.
    emulator.say(GUEST, "salom").await;
    emulator.tap(GUEST, "I do not agree").await;
    emulator.sees(GUEST, "We have kept nothing").await;
    assert!(bot.stop().await);
    check_calls(&emulator).await;
}

#[tokio::test]
async fn the_round_on_sqlite() {
    whole_round(&Database::sqlite()).await;
}

#[tokio::test]
async fn the_round_on_postgres() {
    if let Some(database) = Database::postgres().await {
        whole_round(&database).await;
        database.drop().await;
    }
}
