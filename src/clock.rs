//! The one place that reads the system's clock.

use crate::domain::Time;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::time::Instant;

/// Where the time comes from.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The machine's clock, which follows the world.
    #[default]
    System,
    /// A clock that moves with the pauses of the program alone. Where these are driven by hand, as in tests,
    /// a wait of minutes runs its full length at once.
    Runtime {
        /// What it showed …
        start: Time,
        /// … at this moment.
        since: Instant,
    },
}

impl Clock {
    /// A clock that shows `start` now and goes on with the runtime.
    #[must_use]
    pub fn runtime(start: Time) -> Self {
        Self::Runtime { start, since: Instant::now() }
    }

    /// Now, as Unix milliseconds.
    #[must_use]
    pub fn now(self) -> Time {
        match self {
            Self::System => system(),
            Self::Runtime { start, since } => start.plus(since.elapsed()),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "everything else takes the time as an argument")]
fn system() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Time(since.map_or(0, |span| i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test(start_paused = true)]
    async fn a_clock_that_is_driven_shows_what_was_waited_for() {
        let clock = Clock::runtime(Time(5000));
        tokio::time::advance(Duration::from_mins(5)).await;
        assert_eq!(clock.now(), Time(305_000));
        assert!(Clock::System.now() > Time(1_700_000_000_000));
    }
}
