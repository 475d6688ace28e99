//! The real program, as a process that can be stopped and killed.

use super::emulator::Emulator;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

/// The path of the webhook.
pub const HOOK: &str = "/telegram/{hook}";

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until a bot that listens on this port takes updates.
pub async fn healthy(port: u16) {
    let waiting = async {
        loop {
            match reqwest::get(format!("http://127.0.0.1:{port}/healthz")).await {
                Ok(answer) if answer.status() == 200 => return,
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("the bot takes updates");
}

/// A running `zhaogong run`.
pub struct Bot {
    child: Child,
}

impl Bot {
    /// Starts it against an emulator, with these operators. `RUST_LOG` shows what it says.
    pub fn start(emulator: &Emulator, database_url: &str, operators: &str) -> Self {
        Self::start_at(emulator, database_url, operators, "127.0.0.1:0", "")
    }

    /// The same, with a webhook on a port of this machine.
    pub fn start_hooked(emulator: &Emulator, database_url: &str, operators: &str, port: u16) -> Self {
        let url = format!("http://127.0.0.1:{port}{HOOK}");
        Self::start_at(emulator, database_url, operators, &format!("127.0.0.1:{port}"), &url)
    }

    /// The same, with an address to listen on and the webhook's, which is empty for polling.
    pub fn start_at(
        emulator: &Emulator,
        database_url: &str,
        operators: &str,
        listen: &str,
        webhook: &str,
    ) -> Self {
        let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/never_quiet.toml");
        let child = Command::new(env!("CARGO_BIN_EXE_zhaogong"))
            .arg("run")
            .env("ZHAOGONG_TOKEN", "1:test")
            .env("ZHAOGONG_API_URL", &emulator.root)
            .env("DATABASE_URL", database_url)
            .env("ZHAOGONG_OPERATORS", operators)
            .env("ZHAOGONG_RULES", rules)
            .env("ZHAOGONG_BULK_RATE", "off")
            .env("ZHAOGONG_LISTEN", listen)
            .env("ZHAOGONG_WEBHOOK_URL", webhook)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        Self { child }
    }

    /// Fails the test if it ended by itself.
    pub fn check(&mut self) {
        let ended = self.child.try_wait().unwrap();
        assert!(ended.is_none(), "the bot ended by itself: {ended:?}");
    }

    /// `kill -9`: no chance to end anything.
    pub async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Asks it to stop, as systemd does, and gives whether it ended well.
    pub async fn stop(mut self) -> bool {
        let id = self.child.id().expect("it runs");
        let asked = Command::new("sh").arg("-c").arg(format!("kill -TERM {id}")).status().await.unwrap();
        assert!(asked.success());
        self.child.wait().await.unwrap().success()
    }
}
