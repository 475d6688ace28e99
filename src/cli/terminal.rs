//! What commands share: logs, progress, and being asked to stop.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use tracing_subscriber::EnvFilter;

/// Logs to standard error; `RUST_LOG` chooses what, by default what matters to whoever runs it.
pub(super) fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("zhaogong=info,warn"));
    let colours = std::io::stderr().is_terminal();
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr);
    // A second call, in a test, keeps the first.
    log.try_init().ok();
}

/// A bar on the terminal; nothing when standard error is none.
pub(super) fn progress(total: u64, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len} {eta}");
    let bar = ProgressBar::new(total).with_message(what);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Listens from now on for being asked to stop, by Ctrl-C or SIGTERM; what it gives ends then.
#[cfg(unix)]
pub(super) fn asked_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Listens for being asked to stop, by Ctrl-C; what it gives ends then.
#[cfg(not(unix))]
pub(super) fn asked_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
