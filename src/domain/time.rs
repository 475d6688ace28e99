//! Instants as Unix milliseconds, the way both databases keep them.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Milliseconds since 1970-01-01 UTC. Always an argument: no pure room reads a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(pub i64);

impl Time {
    /// The instant a while later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// The instant a while earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// The local wall clock in an IANA zone; UTC when the zone is not known.
    #[must_use]
    pub fn local(self, zone: &str) -> jiff::ZonedDateTime {
        let instant = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        instant.in_tz(zone).unwrap_or_else(|_| instant.to_zoned_datetime(jiff::tz::TimeZone::UTC))
    }

    /// The instant of a full hour on a local day in an IANA zone; UTC when the zone is not known. `None`
    /// for days that no clock can show.
    #[must_use]
    pub fn at(date: Date, hour: i8, zone: &str) -> Option<Self> {
        Self::of(date.at(hour.clamp(0, 23), 0, 0, 0), zone)
    }

    /// The instant of a local date and time in an IANA zone; UTC when the zone is not known. `None` for
    /// times that no clock can show.
    #[must_use]
    pub fn of(local: DateTime, zone: &str) -> Option<Self> {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        Some(Self(local.to_zoned_datetime(zone).ok()?.timestamp().as_millisecond()))
    }

    /// The local date in an IANA zone; UTC when the zone is not known.
    #[must_use]
    pub fn date(self, zone: &str) -> Date {
        self.local(zone).date()
    }
}
