//! A bot as a process of its own, so that its processor time can be told from the server's.

use crate::server::Server;
use anyhow::{Context as _, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The kernel counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);
/// Nothing may take longer than this to begin.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// The plain teloxide bot.
    Teloxide,
    /// zhaogong on SQLite.
    Sqlite,
    /// zhaogong on PostgreSQL.
    Postgres,
}

/// What is started.
pub struct Programs {
    /// The build of zhaogong that is measured.
    pub zhaogong: PathBuf,
    /// What the plain bot says.
    pub transcript: PathBuf,
}

/// A running bot; it is killed at the end.
pub struct Bot(Child);

impl Bot {
    /// Starts it and waits until it polls.
    pub async fn start(
        system: System,
        server: &Server,
        database: &str,
        programs: &Programs,
    ) -> anyhow::Result<Self> {
        let mut command = match system {
            System::Teloxide => baseline(server, database, &programs.transcript)?,
            System::Sqlite | System::Postgres => zhaogong(&programs.zhaogong, server, database),
        };
        let mut bot = Self(command.stdin(Stdio::null()).spawn()?);
        if tokio::time::timeout(PATIENCE, server.polled()).await.is_err() {
            bail!("the bot does not poll; it ended with {:?}", bot.0.try_wait()?);
        }
        Ok(bot)
    }

    /// Processor time so far.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        cpu(&format!("/proc/{}/stat", self.0.id()))
    }

    /// The most memory that it ever held, in bytes.
    pub fn memory(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib: u64 = line.and_then(|line| line.split_whitespace().next()).context("no VmHWM")?.parse()?;
        Ok(kib << 10)
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Processor time of this process: server and people.
pub fn own_cpu() -> anyhow::Result<Duration> {
    cpu("/proc/self/stat")
}

fn cpu(stat: &str) -> anyhow::Result<Duration> {
    let text = std::fs::read_to_string(stat).context("processor times are read from /proc, on Linux")?;
    // The second field is a name in brackets; user and system time are the 14th and 15th.
    let (_, rest) = text.rsplit_once(") ").context("a strange /proc/…/stat")?;
    let ticks: Vec<u32> = rest.split(' ').skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
    Ok(TICK * ticks.iter().sum())
}

fn zhaogong(program: &Path, server: &Server, database: &str) -> Command {
    let mut command = Command::new(program);
    command
        .arg("run")
        .env("ZHAOGONG_TOKEN", "1:speed")
        .env("ZHAOGONG_API_URL", &server.root)
        .env("DATABASE_URL", database)
        .env("ZHAOGONG_OPERATORS", "1")
        .env("ZHAOGONG_RULES", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/never_quiet.toml"))
        .env("RUST_LOG", "warn");
    command
}

/// This very program, as the plain teloxide bot.
fn baseline(server: &Server, database: &str, transcript: &Path) -> anyhow::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    let file = PathBuf::from(database.trim_start_matches("sqlite://"));
    command.arg("--baseline").arg(&server.root).arg("--database").arg(file);
    command.arg("--transcript").arg(transcript);
    Ok(command)
}
