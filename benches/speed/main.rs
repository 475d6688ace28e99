//! How fast the whole path of an update is, against a plain teloxide bot that asks the same questions.
//!
//! People register as fast as the bot answers: 1, 50 or 500 of them at the same time. One answer is one step
//! of the registration, from the update that is ready to be polled until the next screen. The bot is a process of its
//! own in release build; the Bot API server and the people are this process. zhaogong keeps every update
//! and answer before it sends (`synchronous=FULL`); the plain bot does not. All systems take turns, several rounds, and the
//! table shows medians of the rounds; ratios are taken within a round.
//!
//! ```sh
//! cargo bench                                # the whole table, under three minutes
//! cargo bench -- --chats 50 --rounds 1       # a part of it
//! ```

mod baseline;
mod people;
mod process;
mod report;
mod server;
#[path = "../../tests/support/database.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod support;

use anyhow::{Context as _, bail};
use clap::Parser;
use indicatif::ProgressBar;
use process::{Bot, Programs, System};
use report::Measured;
use server::Server;
use std::path::{Path, PathBuf};
use std::time::Duration;
use support::Database;

/// Before figures count.
const WARM_UP: Duration = Duration::from_millis(700);

/// Somebody registers within this time.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where PostgreSQL listens on this machine.
const SOCKET: &str = "/var/run/postgresql";

/// What is measured, and how long.
#[derive(Debug, Parser)]
struct Args {
    /// How many people register at the same time
    #[arg(long, value_delimiter = ',', default_values_t = [1, 50, 500])]
    chats: Vec<usize>,
    /// How many times each system has its turn
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Seconds that count of each turn
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Another build of zhaogong to be measured
    #[arg(long, default_value = env!("CARGO_BIN_EXE_zhaogong"))]
    zhaogong: PathBuf,
    /// Be the plain bot, on this Bot API server
    #[arg(long, hide = true)]
    baseline: Option<String>,
    /// The plain bot's database
    #[arg(long, hide = true, default_value = "baseline.db")]
    database: PathBuf,
    /// What the plain bot says
    #[arg(long, hide = true, default_value = "transcript.json")]
    transcript: PathBuf,
    /// Cargo says so
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    if let Some(api) = &args.baseline {
        return baseline::run(api, &args.database, &args.transcript);
    }
    // One thread for server and people: they must leave a processor to the bot.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure(&args))
}

async fn measure(args: &Args) -> anyhow::Result<()> {
    // Not in the system's folder for temporary files, which may be in memory: then nothing would be safe,
    // and everything fast.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let transcript = folder.path().join("transcript.json");
    let programs = Programs { zhaogong: args.zhaogong.clone(), transcript };
    record(folder.path(), &programs).await?;
    let mut systems = vec![System::Teloxide, System::Sqlite];
    if let Some(database) = Database::postgres().await {
        systems.push(System::Postgres);
        database.drop().await;
    }
    let bar = ProgressBar::new((args.chats.len() * args.rounds * systems.len()) as u64);
    let mut all = Vec::new();
    for &chats in &args.chats {
        for round in 0..args.rounds {
            for &system in &systems {
                let name = folder.path().join(format!("{system:?}-{chats}-{round}.db"));
                let mut measured = turn(system, chats, args.seconds, &name, &programs).await?;
                measured.round = round;
                all.push(measured);
                bar.inc(1);
            }
        }
    }
    bar.finish_and_clear();
    report::print(&all);
    Ok(())
}

/// One registration with zhaogong, whose screens the plain bot then shows.
async fn record(folder: &Path, programs: &Programs) -> anyhow::Result<()> {
    let server = Server::start().await?;
    let url = format!("sqlite://{}", folder.join("transcript.db").display());
    let _bot = Bot::start(System::Sqlite, &server, &url, programs).await?;
    server.people().recording = true;
    server.begin(1);
    for _ in 0..500 {
        if server.people().figures.registrations == 1 {
            std::fs::write(&programs.transcript, serde_json::to_string(&server.people().transcript)?)?;
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    bail!("a registration got stuck at:\n{}", server.people().last_text)
}

/// A server of this machine is reached through its socket, as the README advises: over TCP the database
/// library lets each statement of more than a segment wait for the other side's delayed acknowledgement.
fn local(url: &str) -> String {
    let here = url.contains("@127.0.0.1:5432/") && Path::new(SOCKET).join(".s.PGSQL.5432").exists();
    if here { format!("{url}?host={SOCKET}") } else { url.to_owned() }
}

/// Lets people register with a fresh bot, and measures.
async fn turn(
    system: System,
    chats: usize,
    seconds: f64,
    file: &Path,
    programs: &Programs,
) -> anyhow::Result<Measured> {
    let postgres = match system {
        System::Postgres => Some(Database::postgres().await.context("PostgreSQL is gone")?),
        System::Teloxide | System::Sqlite => None,
    };
    let url =
        postgres.as_ref().map_or(format!("sqlite://{}", file.display()), |database| local(&database.url));
    let server = Server::start().await?;
    let bot = Bot::start(system, &server, &url, programs).await?;
    server.begin(chats);
    tokio::time::sleep(WARM_UP).await;
    drop(std::mem::take(&mut server.people().figures));
    let (cpu, own_cpu) = (bot.cpu()?, process::own_cpu()?);
    let begun = tokio::time::Instant::now();
    tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
    // On a slow machine many people may all still be in the middle.
    while server.people().figures.registrations == 0 && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let figures = std::mem::take(&mut server.people().figures);
    let time = begun.elapsed();
    if figures.registrations == 0 {
        bail!(
            "{system:?} with {chats} chats: nobody is registered; stuck at:\n{}",
            server.people().last_text
        );
    }
    let count = figures.answers.len() as u32;
    let measured = Measured {
        system,
        chats,
        round: 0,
        per_second: f64::from(count) / time.as_secs_f64(),
        p50: report::quantile(&figures.answers, 0.5),
        p99: report::quantile(&figures.answers, 0.99),
        cpu: bot.cpu()?.saturating_sub(cpu) / count,
        server_cpu: process::own_cpu()?.saturating_sub(own_cpu) / count,
        memory: bot.memory()?,
    };
    drop(bot);
    if let Some(database) = postgres {
        database.drop().await;
    }
    Ok(measured)
}
