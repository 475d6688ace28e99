//! The playground's time: the machine's when it opened, and what passed since, plus a shift that a test may
//! add.
//!
//! Everything that expires here (updates, callback queries, flood limits) asks this one object, so
//! a test that wants to see a callback query die moves the clock instead of sleeping. What passes is
//! measured by the runtime: where a test drives the runtime's time by hand, the playground's follows.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

/// Tells the time in Unix milliseconds.
#[derive(Debug)]
pub(super) struct Clock {
    opened_ms: i64,
    opened: Instant,
    ahead_ms: AtomicI64,
}

impl Default for Clock {
    fn default() -> Self {
        Self { opened_ms: machine_ms(), opened: Instant::now(), ahead_ms: AtomicI64::new(0) }
    }
}

impl Clock {
    /// The current moment.
    pub(super) fn now_ms(&self) -> i64 {
        self.opened_ms + self.opened.elapsed().as_millis() as i64 + self.ahead_ms.load(Ordering::Relaxed)
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test(start_paused = true)]
    async fn it_moves_with_the_runtime_and_with_the_shift() {
        let clock = Clock::default();
        let opened = clock.now_ms();
        tokio::time::advance(Duration::from_mins(5)).await;
        clock.advance(1_000);
        assert_eq!(clock.now_ms(), opened + 301_000);
    }
}
