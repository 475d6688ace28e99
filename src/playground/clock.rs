//! The playground's time: the machine's clock plus a shift that a test may add.
//!
//! Everything that expires here (updates, callback queries, flood limits) asks this one object, so
//! a test that wants to see a callback query die moves the clock instead of sleeping.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Tells the time in Unix milliseconds.
#[derive(Debug, Default)]
pub(super) struct Clock {
    ahead_ms: AtomicI64,
}

impl Clock {
    /// The current moment.
    pub(super) fn now_ms(&self) -> i64 {
        machine_ms() + self.ahead_ms.load(Ordering::Relaxed)
    }

    /// Moves the playground's time forward; it never goes back, because update ids and message
    /// dates only rise.
    pub(super) fn advance(&self, by_ms: u32) {
        self.ahead_ms.fetch_add(i64::from(by_ms), Ordering::Relaxed);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the playground talks to the crate over HTTP only, so it has its own one place that reads the time"
)]
fn machine_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
}
