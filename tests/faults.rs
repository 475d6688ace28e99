//! What goes wrong between the bot, Telegram and the database while people register: everybody gets every
//! screen in the end, in order, and once – twice only where the answer to a call was lost.

mod support;

use serde_json::{Value, json};
use sqlx::Connection as _;
use std::time::Duration;
use support::bot::free_port;
use support::cable::Cable;
use support::database::Database;
use support::driven::{Bot, drive, slowly};
use support::emulator::{Emulator, bot_messages};
use support::people::{register, shown};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};
use zhaogong::store::Store;

const PEOPLE: [(i64, &str, &str); 3] = [(1001, "李强", "zh"), (1002, "王芳", "zh"), (1003, "赵敏", "zh")];
/// So long nobody gets at the database.
const AWAY: Duration = Duration::from_secs(30);
/// Longer than any trouble here; it passes in seconds.
const PATIENCE: Duration = Duration::from_mins(30);
/// More often than anything is called here.
const ALWAYS: u64 = 1 << 40;

/// What a run is made of.
struct Run {
    emulator: Emulator,
    database: Database,
    /// The way to the database, if it is on a server.
    cable: Option<Cable>,
    url: String,
    port: Option<u16>,
}

impl Run {
    async fn new(database: Database, by_webhook: bool) -> Self {
        let emulator = Emulator::start(&PEOPLE).await.patient(PATIENCE);
        let (cable, url) = Cable::lay(&database.url);
        Self { emulator, database, cable, url, port: by_webhook.then(free_port) }
    }

    /// A run on every database, by polling and by webhook.
    async fn all() -> Vec<Self> {
        let mut runs = Vec::new();
        for by_webhook in [false, true] {
            for database in slowly(Database::all()).await {
                runs.push(Self::new(database, by_webhook).await);
            }
        }
        runs
    }

    async fn bot(&self) -> Bot {
        Bot::start(&self.emulator, &self.url, self.port).await
    }

    /// Everybody registers while `trouble` happens.
    async fn everybody_registers(&self, trouble: impl Future<Output = ()>) {
        let people = PEOPLE.map(|(id, ..)| register(self.emulator.clone(), id));
        futures_util::future::join(futures_util::future::join_all(people), trouble).await;
        self.emulator.idle().await;
    }

    /// Waits until somebody is in the middle of it.
    async fn is_under_way(&self) {
        let (somebody, ..) = PEOPLE[0];
        self.emulator.wait(somebody, "some screens", |chat| bot_messages(chat).nth(3).map(drop)).await;
    }

    async fn screens(&self) -> Vec<Vec<String>> {
        let chats = shown(&self.emulator.calls().await);
        chats.into_values().map(|list| list.into_iter().map(|(_, what)| what).collect()).collect()
    }

    async fn fault(&self, fault: &Value) {
        self.emulator.post("/faults", fault).await;
    }

    /// Until faults are cleared.
    async fn fault_always(&self, mut fault: Value) {
        fault["times"] = json!(ALWAYS);
        self.fault(&fault).await;
    }

    /// Everybody got every screen, is registered, and nothing is left to be sent.
    async fn check(self, calm: &[Vec<String>], repeats: Repeats) {
        let screens = self.screens().await;
        assert_eq!(without_repeats(&screens), without_repeats(calm), "every screen, in order");
        if repeats == Repeats::Never {
            assert_eq!(screens, calm, "nobody gets anything twice");
        }
        slowly(self.check_store()).await;
    }

    async fn check_store(self) {
        let store = Store::open(&self.database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        assert_eq!(tx.count_workers().await.unwrap(), PEOPLE.len() as i64);
        let unsent = tx.unsent_messages().await.unwrap();
        assert!(unsent.is_empty(), "this is left to be sent: {unsent:?}");
        tx.rollback().await.unwrap();
        store.close().await;
        self.database.drop().await;
    }

    /// When a chat was shown something, in the emulator's milliseconds.
    async fn times(&self, chat: i64) -> Vec<i64> {
        shown(&self.emulator.calls().await)[&chat].iter().map(|(at, _)| *at).collect()
    }
}

/// The screens of everybody when nothing goes wrong.
async fn calm() -> Vec<Vec<String>> {
    let database = Database::sqlite();
    let run = Run::new(database, false).await;
    let bot = run.bot().await;
    run.everybody_registers(async {}).await;
    bot.stop().await.unwrap();
    run.screens().await
}

fn without_repeats(screens: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut screens = screens.to_vec();
    screens.iter_mut().for_each(Vec::dedup);
    screens
}

/// Runs a trouble on every database, by polling and by webhook, and checks what people saw.
async fn everywhere(repeats: Repeats, trouble: impl AsyncFn(&Run)) {
    let calm = calm().await;
    for run in Run::all().await {
        let bot = run.bot().await;
        run.everybody_registers(trouble(&run)).await;
        bot.stop().await.unwrap();
        run.check(&calm, repeats).await;
    }
}

/// Whether somebody may get a screen twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeats {
    Never,
    WhereTheAnswerWasLost,
}

/// Every method meets each of these faults twice, with good calls in between.
async fn meets(run: &Run, faults: &[Value]) {
    for method in ["sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates"] {
        for fault in faults {
            let mut fault = fault.clone();
            fault["method"] = json!(method);
            fault["skip"] = json!(1);
            fault["times"] = json!(2);
            run.fault(&fault).await;
        }
    }
}

#[test]
fn calls_fail_in_every_way() {
    let text = "Too Many Requests: retry after 7";
    let faults = [
        json!({ "kind": "answer", "status": 429, "description": text, "retry_after": 7 }),
        json!({ "kind": "answer", "status": 500, "description": "Internal Server Error" }),
        json!({ "kind": "html", "status": 502 }),
        json!({ "kind": "drop_before" }),
        json!({ "kind": "delay", "delay_ms": 15_000 }),
        json!({ "kind": "delay", "delay_ms": 25_000 }),
    ];
    drive(everywhere(Repeats::Never, async |run| meets(run, &faults).await));
}

#[test]
fn answers_are_lost() {
    let faults = [json!({ "kind": "drop_after" }), json!({ "kind": "drop_after" })];
    drive(everywhere(Repeats::WhereTheAnswerWasLost, async |run| meets(run, &faults).await));
}

/// One chat must wait for five minutes: it gets nothing before, all of it afterwards, and nobody else waits.
#[test]
fn a_chat_waits_for_as_long_as_it_is_told() {
    drive(everywhere(Repeats::Never, async |run| {
        let (slow, ..) = PEOPLE[0];
        let text = "Too Many Requests: retry after 300";
        run.fault(&json!({
            "chat_id": slow, "method": "sendMessage", "skip": 2,
            "kind": "answer", "status": 429, "description": text, "retry_after": 300,
        }))
        .await;
        run.emulator.sees(PEOPLE[1].0, "登记完成").await;
        run.emulator.sees(PEOPLE[2].0, "登记完成").await;
        let waits = run.times(slow).await.len();
        run.emulator.sees(slow, "登记完成").await;
        let times = run.times(slow).await;
        let pause = times[waits] - times[waits - 1];
        assert!((300_000..310_000).contains(&pause), "{pause} ms");
    }));
}

/// Nothing that is called arrives for two minutes.
#[test]
fn telegram_is_away() {
    let ways = [
        json!({ "kind": "html" }),
        json!({ "kind": "drop_before" }),
        json!({ "kind": "delay", "delay_ms": 3_600_000 }),
    ];
    drive(async {
        for way in ways {
            everywhere(Repeats::Never, async |run| {
                run.is_under_way().await;
                run.fault_always(way.clone()).await;
                sleep(Duration::from_mins(2)).await;
                run.emulator.clear_faults().await;
            })
            .await;
        }
    });
}

/// Another program takes the updates for half a minute, without ever confirming any.
#[test]
fn another_program_polls() {
    drive(everywhere(Repeats::Never, async |run| {
        if run.port.is_some() {
            return;
        }
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            run.emulator.call("getUpdates", &json!({})).await;
            sleep(Duration::from_millis(250)).await;
        }
    }));
}

/// The token is taken back: the bot ends and says so; with a good one it goes on where it was.
#[test]
fn the_token_is_revoked() {
    drive(async {
        let calm = calm().await;
        for run in Run::all().await {
            let bot = run.bot().await;
            let mut again = None;
            run.everybody_registers(async {
                run.is_under_way().await;
                let revoked = json!({ "kind": "answer", "status": 401, "description": "Unauthorized" });
                run.fault_always(revoked).await;
                let error = bot.ended().await.unwrap_err().to_string();
                assert!(error.contains("token"), "{error}");
                sleep(Duration::from_mins(1)).await;
                run.emulator.clear_faults().await;
                again = Some(run.bot().await);
            })
            .await;
            again.unwrap().stop().await.unwrap();
            run.check(&calm, Repeats::Never).await;
        }
    });
}

/// The database is away for half a minute: the connections to a server break and nobody takes new ones, or
/// another program holds the lock of the file for longer than is waited for it.
#[test]
fn the_database_is_away() {
    drive(everywhere(Repeats::Never, async |run| {
        run.is_under_way().await;
        if let Some(cable) = &run.cable {
            cable.set_whole(false);
            sleep(AWAY).await;
            cable.set_whole(true);
            slowly(run.emulator.idle()).await;
        } else {
            let mut other = sqlx::SqliteConnection::connect(&run.database.url).await.unwrap();
            sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
            // SQLite waits in real time.
            slowly(spawn_blocking(|| std::thread::sleep(Duration::from_secs(6)))).await.unwrap();
            sleep(AWAY).await;
            sqlx::query("COMMIT").execute(&mut other).await.unwrap();
        }
    }));
}
