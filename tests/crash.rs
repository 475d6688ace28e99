//! `kill -9` of the real program again and again, while people register and while a broadcast goes out:
//! no update is lost, no question is repeated but what was on its way, no recipient is missed.

mod support;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;
use support::bot::{Bot, free_port, healthy};
use support::database::Database;
use support::emulator::{CROWD, Emulator};
use support::people::{register, shown};
use zhaogong::chat::{Company, Worker, World};
use zhaogong::classify::{RulePack, classify};
use zhaogong::domain::{BroadcastId, ChatId, Lang, Stage, Time};
use zhaogong::matching::{Fit, fit};
use zhaogong::seed::{CITIES, workers};
use zhaogong::store::{NewAnnouncement, NewJob, Store};

const PEOPLE: usize = 20;
const RECIPIENTS: usize = 500;

/// Pauses between kills, in milliseconds: short, long, uneven, the same in every run.
fn pauses() -> impl Iterator<Item = Duration> {
    let mut seed = 7_u64;
    std::iter::from_fn(move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Some(Duration::from_millis((seed >> 33) % 40))
    })
}

/// Kills the bot at uneven moments after it began to work, and starts it again; gives when, in the
/// emulator's time.
///
/// With a port it takes updates by a webhook there.
async fn kill_again_and_again(
    emulator: &Emulator,
    database_url: &str,
    times: usize,
    port: Option<u16>,
) -> (Bot, Vec<i64>) {
    let start = || match port {
        Some(port) => Bot::start_hooked(emulator, database_url, "", port),
        None => Bot::start(emulator, database_url, ""),
    };
    let mut kills = Vec::new();
    for pause in pauses().take(times) {
        let calls = emulator.get("/log?limit=0").await["last"].as_u64().unwrap();
        let mut bot = start();
        // It has begun to work when it called something beside its commands.
        loop {
            bot.check();
            let entries = emulator.get(&format!("/log?after={calls}&limit=1000")).await["entries"].clone();
            let begins = ["setMyCommands", "getMe", "deleteWebhook", "setWebhook"];
            let works = |call: &Value| !begins.contains(&call["method"].as_str().unwrap());
            if entries.as_array().unwrap().iter().any(works) {
                break;
            }
            let state = emulator.get("/state").await;
            if (state["polling"] == true || state["webhook"] == true) && state["pending"] == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        tokio::time::sleep(pause).await;
        bot.kill().await;
        kills.push(emulator.get("/state").await["now_ms"].as_i64().unwrap());
    }
    (start(), kills)
}

/// Whatever is shown twice in a row was on its way when the bot was killed in between.
fn check_repeats(calls: &[Value], kills: &[i64]) {
    for (chat, list) in shown(calls) {
        for pair in list.windows(2) {
            let ((first, what), (second, again)) = (&pair[0], &pair[1]);
            let killed_between = kills.iter().any(|at| (*first..=*second).contains(at));
            assert!(what != again || killed_between, "chat {chat} got this twice without a reason: {what}");
        }
    }
}

/// Most kills hit the bot in the middle of its work: the test would prove nothing else.
fn check_kills_inside(calls: &[Value], kills: &[i64]) {
    let last = shown(calls).into_values().flatten().map(|(at, _)| at).max().unwrap();
    let inside = kills.iter().filter(|at| **at < last).count();
    assert!(inside >= 4, "only {inside} of {} kills came before the end", kills.len());
}

async fn registrations(database: &Database, port: Option<u16>) {
    let names: Vec<(i64, String)> = (0..PEOPLE).map(|n| (1001 + n as i64, format!("工人{n}"))).collect();
    let people: Vec<(i64, &str, &str)> = names.iter().map(|(id, name)| (*id, name.as_str(), "zh")).collect();
    let emulator = Emulator::start(&people).await;
    let everybody: Vec<_> =
        names.iter().map(|(id, _)| tokio::spawn(register(emulator.clone(), *id))).collect();
    let (bot, kills) = kill_again_and_again(&emulator, &database.url, 12, port).await;
    for person in everybody {
        person.await.expect("registered");
    }
    // The last one may have been started only now.
    if let Some(port) = port {
        healthy(port).await;
    }
    emulator.idle().await;
    assert!(bot.stop().await);
    let calls = emulator.calls().await;
    check_repeats(&calls, &kills);
    check_kills_inside(&calls, &kills);
    let store = Store::open(&database.url).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.count_workers().await.unwrap(), PEOPLE as i64);
    assert!(tx.unsent_messages().await.unwrap().is_empty(), "nothing is left to be sent");
    let chats: Vec<ChatId> = names.iter().map(|(id, _)| ChatId(*id)).collect();
    for person in tx.people(&chats).await.unwrap() {
        let profile = person.worker.unwrap().profile;
        assert_eq!(profile.name.as_deref(), Some("王小明"));
        assert_eq!(profile.trades[0].months, Some(60));
        assert!(person.sessions.is_empty());
    }
    tx.rollback().await.unwrap();
    store.close().await;
}

/// An approved employer's job and a broadcast of it to many workers, none of whom got it yet; or an
/// announcement to the same workers.
async fn prepare_broadcast(database_url: &str, announced: bool) -> BroadcastId {
    let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
    let store = Store::open(database_url).await.unwrap();
    let now = Time(1_795_485_600_000);
    let mut tx = store.begin().await.unwrap();
    tx.add_people(&[(ChatId(1), "王经理".into(), Lang::ZH)], now).await.unwrap();
    let boss = tx.people(&[ChatId(1)]).await.unwrap().remove(0);
    let company = Company { name: "大发".into(), contact: "王".into(), licence: "AB123456".into() };
    let employer = tx.add_employer(boss.id, &company, now).await.unwrap();
    tx.decide_employer(employer, None, now).await.unwrap();
    let job = support::job(&world);
    let new =
        NewJob { employer, posted_by: boss.id, job: &job, expires_at: now.plus(Duration::from_hours(720)) };
    let id = tx.add_job(&new, now).await.unwrap();
    let announcement = NewAnnouncement { text: "明天停电", audience: "all", author: boss.id };
    let broadcast = if announced {
        tx.add_announcement(&announcement, now).await.unwrap()
    } else {
        tx.add_broadcast(id, now).await.unwrap()
    };

    let city = world.places.location(CITIES[0]).unwrap();
    let today = now.date("Asia/Shanghai");
    let planted: Vec<_> =
        workers(RECIPIENTS, 1, &world.taxonomy, std::slice::from_ref(&city), today).collect();
    let rows: Vec<_> = planted.iter().map(|w| (w.chat, w.name.clone(), w.lang)).collect();
    tx.add_people(&rows, now).await.unwrap();
    let chats: Vec<ChatId> = planted.iter().map(|w| w.chat).collect();
    let mut people = tx.people(&chats).await.unwrap();
    for (person, seeded) in people.iter_mut().zip(&planted) {
        let classification = classify(&seeded.profile, &world.taxonomy, &world.pack, today);
        person.worker = Some(Worker {
            registered: true,
            registered_at: Some(now),
            ..Worker::new(seeded.profile.clone(), classification)
        });
    }
    let refs: Vec<_> = people.iter().collect();
    tx.save_workers(&refs, "Asia/Shanghai").await.unwrap();
    let any = Fit { score: 50, parts: Vec::new() };
    let fits: Vec<Fit> = planted
        .iter()
        .map(|w| fit(&job, &w.profile, &world.taxonomy, &world.pack, today).unwrap_or_else(|_| any.clone()))
        .collect();
    let offers: Vec<_> = people.iter().zip(&fits).map(|(person, fit)| (id, person.id, fit)).collect();
    if !announced {
        tx.add_offers(&offers, Stage::Queued, now).await.unwrap();
    }
    let deliveries: Vec<_> = people.iter().zip(0..).map(|(person, place)| (person.id, place, now)).collect();
    tx.add_deliveries(broadcast, &deliveries, now).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    broadcast
}

/// Waits until every delivery has its record.
async fn all_sent(database: &Database, broadcast: BroadcastId) {
    let store = Store::open(&database.url).await.unwrap();
    loop {
        let mut tx = store.begin().await.unwrap();
        let progress = tx.progress(broadcast).await.unwrap();
        tx.rollback().await.unwrap();
        if progress.open == 0 {
            assert_eq!(progress.sent, RECIPIENTS as i64, "{progress:?}");
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    store.close().await;
}

async fn broadcast(database: &Database, announced: bool) {
    let emulator = Emulator::start(&[(1, "王经理", "zh")]).await;
    emulator.say(1, "hello").await;
    let id = prepare_broadcast(&database.url, announced).await;
    let (bot, kills) = kill_again_and_again(&emulator, &database.url, 8, None).await;
    if announced {
        all_sent(database, id).await;
    } else {
        emulator.sees(1, &format!("已经发给 {RECIPIENTS} 人")).await;
    }
    assert!(bot.stop().await);
    let calls = emulator.calls().await;
    check_repeats(&calls, &kills);
    check_kills_inside(&calls, &kills);
    let to_crowd: BTreeMap<i64, usize> = shown(&calls)
        .into_iter()
        .filter(|(chat, _)| *chat >= CROWD)
        .map(|(chat, list)| (chat, list.len()))
        .collect();
    assert_eq!(to_crowd.len(), RECIPIENTS, "nobody is missed");
    // At most 24 messages are on their way at once, and records of sent ones ride within 5 ms.
    let again: usize = to_crowd.values().map(|count| count - 1).sum();
    assert!(again <= kills.len() * 48, "{again} were sent again in {} kills", kills.len());
    assert_eq!(emulator.get("/crowd").await["chats"], json!(RECIPIENTS));
}

#[tokio::test]
async fn registrations_survive_on_sqlite() {
    registrations(&Database::sqlite(), None).await;
}

#[tokio::test]
async fn registrations_survive_on_postgres() {
    if let Some(database) = Database::postgres().await {
        registrations(&database, None).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn registrations_by_webhook_survive_on_sqlite() {
    registrations(&Database::sqlite(), Some(free_port())).await;
}

#[tokio::test]
async fn registrations_by_webhook_survive_on_postgres() {
    if let Some(database) = Database::postgres().await {
        registrations(&database, Some(free_port())).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_broadcast_survives_on_sqlite() {
    broadcast(&Database::sqlite(), false).await;
}

#[tokio::test]
async fn an_announcement_survives_on_sqlite() {
    broadcast(&Database::sqlite(), true).await;
}

#[tokio::test]
async fn an_announcement_survives_on_postgres() {
    if let Some(database) = Database::postgres().await {
        broadcast(&database, true).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_broadcast_survives_on_postgres() {
    if let Some(database) = Database::postgres().await {
        broadcast(&database, false).await;
        database.drop().await;
    }
}
