//! `kill -9` of the real program, fifty times while people register and a broadcast goes out: no update is lost,
//! no question is repeated but what was on its way, no recipient is missed.

mod support;

use serde_json::{Value, json};
use std::time::Duration;
use support::bot::{Bot, free_port, healthy};
use support::database::Database;
use support::emulator::{CROWD, Emulator};
use support::people::{register, shown};
use tokio::sync::watch;
use zhaogong::chat::{Company, Worker, World};
use zhaogong::classify::{RulePack, classify};
use zhaogong::domain::{BroadcastId, ChatId, Lang, Stage, Time};
use zhaogong::matching::{Fit, fit};
use zhaogong::seed::{CITIES, workers};
use zhaogong::store::{NewAnnouncement, NewJob, Store};

const PEOPLE: usize = 20;
const ROUNDS: usize = 50;
const RECIPIENTS: usize = 1500;

/// Pauses between kills, in milliseconds: short, long, uneven, the same in every run.
fn pauses() -> impl Iterator<Item = Duration> {
    let mut seed = 7_u64;
    std::iter::from_fn(move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Some(Duration::from_millis((seed >> 33) % 40))
    })
}

/// How a bot is started.
type Start<'a> = &'a dyn Fn() -> Bot;

/// Kills the bot at uneven moments after it began to work, and starts it again; tells which round it is, and
/// gives when it was killed, in the emulator's time.
async fn kill_again_and_again(
    emulator: &Emulator,
    start: Start<'_>,
    times: usize,
    round: &watch::Sender<usize>,
) -> (Bot, Vec<i64>) {
    let mut kills = Vec::new();
    for (number, pause) in pauses().take(times).enumerate() {
        round.send_replace(number);
        let calls = emulator.last_call().await;
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

/// Kills hit the bot in the middle of its work: the test would prove nothing else.
fn check_kills_inside<'a>(shown: impl Iterator<Item = &'a Vec<(i64, String)>>, kills: &[i64]) {
    let last = shown.flatten().map(|(at, _)| *at).max().unwrap();
    let inside = kills.iter().filter(|at| **at < last).count();
    assert!(inside * 2 >= kills.len(), "only {inside} of {} kills came before the end", kills.len());
}

/// Everybody is registered as they said, and nothing is left to be sent.
async fn check_registered(database_url: &str, people: &[i64]) {
    let store = Store::open(database_url).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    assert!(tx.unsent_messages().await.unwrap().is_empty(), "nothing is left to be sent");
    let chats: Vec<ChatId> = people.iter().map(|id| ChatId(*id)).collect();
    let found = tx.people(&chats).await.unwrap();
    assert_eq!(found.len(), people.len());
    for person in found {
        let worker = person.worker.unwrap();
        assert!(worker.registered);
        assert_eq!(worker.profile.name.as_deref(), Some("王小明"));
        assert_eq!(worker.profile.trades[0].months, Some(60));
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
    tx.save_workers(&refs, "Asia/Shanghai").unwrap();
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

/// Nobody of the broadcast's recipients is missed, and nobody gets more than what was on its way.
fn check_broadcast(calls: &[Value], kills: &[i64]) {
    let chats: Vec<_> = shown(calls).into_iter().filter(|(chat, _)| *chat >= CROWD).collect();
    assert_eq!(chats.len(), RECIPIENTS, "nobody is missed");
    check_kills_inside(chats.iter().map(|(_, list)| list), kills);
    // At most 24 messages are on their way at once, and records of sent ones ride within 5 ms.
    let again: usize = chats.iter().map(|(_, list)| list.len() - 1).sum();
    assert!(again <= kills.len() * 48, "{again} were sent again in {} kills", kills.len());
}

/// People register one after the other while a job is offered to many.
async fn registrations_and_offers(database: &Database, port: Option<u16>) {
    const BOSS: i64 = 1;
    let names: Vec<(i64, String)> = (0..PEOPLE).map(|n| (1001 + n as i64, format!("工人{n}"))).collect();
    let mut people: Vec<(i64, &str, &str)> =
        names.iter().map(|(id, name)| (*id, name.as_str(), "zh")).collect();
    people.push((BOSS, "王经理", "zh"));
    let emulator = Emulator::start(&people).await;
    emulator.say(BOSS, "hello").await;
    prepare_broadcast(&database.url, false).await;
    let (round, now) = watch::channel(0);
    let everybody: Vec<_> = names
        .iter()
        .zip(0..)
        .map(|((id, _), place)| {
            let (id, emulator, mut now) = (*id, emulator.clone(), now.clone());
            tokio::spawn(async move {
                now.wait_for(|round| *round >= 2 * place).await.unwrap();
                register(emulator, id).await;
            })
        })
        .collect();
    let start = || match port {
        Some(port) => Bot::start_hooked(&emulator, &database.url, "", port),
        None => Bot::start(&emulator, &database.url, ""),
    };
    let (bot, kills) = kill_again_and_again(&emulator, &start, ROUNDS, &round).await;
    for person in everybody {
        person.await.expect("registered");
    }
    emulator.sees(BOSS, &format!("已经发给 {RECIPIENTS} 人")).await;
    // The last one may have been started only now.
    if let Some(port) = port {
        healthy(port).await;
    }
    emulator.idle().await;
    assert!(bot.stop().await);
    let calls = emulator.calls().await;
    check_repeats(&calls, &kills);
    check_broadcast(&calls, &kills);
    let people: Vec<i64> = names.iter().map(|(id, _)| *id).collect();
    let shown = shown(&calls);
    check_kills_inside(shown.iter().filter(|(chat, _)| people.contains(chat)).map(|(_, list)| list), &kills);
    check_registered(&database.url, &people).await;
}

async fn announcement(database: &Database) {
    let emulator = Emulator::start(&[(1, "王经理", "zh")]).await;
    emulator.say(1, "hello").await;
    let id = prepare_broadcast(&database.url, true).await;
    let start = || Bot::start(&emulator, &database.url, "");
    let (round, _) = watch::channel(0);
    let (bot, kills) = kill_again_and_again(&emulator, &start, 8, &round).await;
    all_sent(database, id).await;
    assert!(bot.stop().await);
    let calls = emulator.calls().await;
    check_repeats(&calls, &kills);
    check_broadcast(&calls, &kills);
    assert_eq!(emulator.get("/crowd").await["chats"], json!(RECIPIENTS));
}

#[tokio::test]
async fn registrations_and_offers_survive_on_sqlite() {
    registrations_and_offers(&Database::sqlite(), None).await;
}

#[tokio::test]
async fn registrations_and_offers_survive_on_postgres() {
    if let Some(database) = Database::postgres().await {
        registrations_and_offers(&database, None).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn registrations_and_offers_by_webhook_survive_on_sqlite() {
    registrations_and_offers(&Database::sqlite(), Some(free_port())).await;
}

#[tokio::test]
async fn registrations_and_offers_by_webhook_survive_on_postgres() {
    if let Some(database) = Database::postgres().await {
        registrations_and_offers(&database, Some(free_port())).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn an_announcement_survives() {
    for database in Database::all().await {
        announcement(&database).await;
        database.drop().await;
    }
}
