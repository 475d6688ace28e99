//! The one place that reads the system's clock.

use crate::domain::Time;

/// Now, as Unix milliseconds.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "everything else takes the time as an argument")]
pub fn now() -> Time {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Time(since.map_or(0, |span| i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
}
