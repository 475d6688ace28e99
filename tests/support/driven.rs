//! The bot and its Telegram in one thread, on a clock that is driven by hand: a wait of minutes runs its full
//! length in a second.

#![expect(clippy::disallowed_methods, reason = "how fast the clock goes depends on real time")]

use super::emulator::Emulator;
use std::cell::Cell;
use std::future::Future;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::sleep;
use zhaogong::app::{Settings, run};
use zhaogong::classify::RulePack;
use zhaogong::clock::Clock;
use zhaogong::domain::Time;
use zhaogong::telegram::Webhook;

/// 2026-11-24 10:00 in Shanghai.
const START: Time = Time(1_795_485_600_000);
/// The clock moves so far at a time …
const STEP: Duration = Duration::from_millis(10);
/// … and so far while nobody does anything, …
const LEAP: Duration = Duration::from_millis(250);
/// … which is so once nothing was called for so long in real time.
const QUIET: Duration = Duration::from_millis(30);
/// What a step woke gets so long in real time to do its work.
const WORK: Duration = Duration::from_millis(1);

thread_local! {
    /// When somebody called the emulator last, in real time.
    static CALLED: Cell<Instant> = Cell::new(Instant::now());
    /// How many things need real time.
    static SLOWLY: Cell<u32> = const { Cell::new(0) };
}

/// Somebody calls the emulator.
pub fn called() {
    CALLED.set(Instant::now());
}

/// Lets the clock go no faster than in reality meanwhile: to open a database takes its time.
pub async fn slowly<T>(body: impl Future<Output = T>) -> T {
    SLOWLY.set(SLOWLY.get() + 1);
    let result = body.await;
    SLOWLY.set(SLOWLY.get() - 1);
    result
}

/// Runs a test while the clock moves: in leaps while everybody waits, else about ten times as fast as in
/// reality.
pub fn drive(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.unwrap();
    // As long as such a task runs, the runtime does not move the clock by itself.
    let (release, held) = std::sync::mpsc::channel::<()>();
    runtime.block_on(async {
        drop(spawn_blocking(move || held.recv().is_ok()));
        called();
        tokio::pin!(test);
        loop {
            tokio::select! {
                biased;
                () = &mut test => break,
                () = step() => {}
            }
        }
    });
    drop(release);
}

async fn step() {
    spawn_blocking(|| std::thread::sleep(WORK)).await.unwrap();
    let leaps = CALLED.get().elapsed() > QUIET;
    tokio::time::advance(match SLOWLY.get() {
        0 if leaps => LEAP,
        0 => STEP,
        _ => WORK,
    })
    .await;
}

/// A bot that runs in this thread.
pub struct Bot {
    stop: oneshot::Sender<()>,
    task: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Starts it, with a webhook if it has a port for it.
    pub async fn start(emulator: &Emulator, database_url: &str, port: Option<u16>) -> Self {
        let webhook = port.map(|port| format!("http://127.0.0.1:{port}/hook"));
        let settings = Settings {
            token: "1:test".into(),
            api_url: emulator.root.clone(),
            database_url: database_url.into(),
            operators: Vec::new(),
            pack: RulePack { quiet_hours: None, ..RulePack::embedded("cn").unwrap() },
            questions: Vec::new(),
            bulk_rate: None,
            webhook: webhook.map(|url| Webhook::new(&url, "1:test").unwrap()),
            listen: port.map(|port| SocketAddr::from(([127, 0, 0, 1], port))),
            clock: Clock::runtime(START),
        };
        let (stop, stopped) = oneshot::channel();
        let before = emulator.last_call().await;
        let mut task = tokio::spawn(run(settings, async { drop(stopped.await) }));
        // It calls nothing before it has its database.
        let opened = async {
            while emulator.last_call().await == before && !task.is_finished() {
                sleep(STEP).await;
            }
        };
        slowly(opened).await;
        if task.is_finished() {
            (&mut task).await.unwrap().expect("a bot that runs");
        }
        Self { stop, task }
    }

    /// Asks it to stop, and gives how it ended.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.stop.send(()).ok();
        self.task.await.unwrap()
    }

    /// Waits until it ends by itself, and gives why.
    pub async fn ended(self) -> anyhow::Result<()> {
        self.task.await.unwrap()
    }
}
