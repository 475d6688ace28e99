//! How fast the bulk lane may send: a token bucket that slows down when Telegram says so. Pure.

use crate::domain::Time;
use std::time::Duration;

/// How long the lane goes at half speed after Telegram asked to wait.
const SLOW: Duration = Duration::from_mins(5);

/// A token bucket. Tokens come at `rate` per second; at most a fifth of a second's worth is kept, so
/// that no window of a second sees much more than the rate.
#[derive(Debug, Clone)]
pub struct Pace {
    rate: Option<f64>,
    tokens: f64,
    counted_at: Time,
    paused_until: Time,
    slow_until: Time,
}

impl Pace {
    /// A full bucket. `rate` is in messages per second; `None` for no limit.
    #[must_use]
    pub fn new(rate: Option<u32>, now: Time) -> Self {
        let rate = rate.map(|rate| f64::from(rate.max(1)));
        Self { rate, tokens: 1.0, counted_at: now, paused_until: Time(0), slow_until: Time(0) }
    }

    /// How many messages may go out now.
    pub fn ready(&mut self, now: Time) -> usize {
        if now < self.paused_until {
            return 0;
        }
        let Some(rate) = self.speed(now) else { return usize::MAX };
        let passed = (now.0 - self.counted_at.0).max(0) as f64 / 1000.0;
        self.tokens = (self.tokens + passed * rate).min((rate / 5.0).max(1.0));
        self.counted_at = now;
        self.tokens as usize
    }

    /// Counts messages that went out.
    pub fn spend(&mut self, count: usize) {
        self.tokens -= count as f64;
    }

    /// Telegram asked to wait: nothing goes out for so long, then half as much for some minutes.
    pub fn pause(&mut self, now: Time, wait: Duration) {
        self.paused_until = self.paused_until.max(now.plus(wait));
        self.slow_until = self.paused_until.plus(SLOW);
        self.tokens = 0.0;
        self.counted_at = self.paused_until;
    }

    /// When the next message may go out.
    #[must_use]
    pub fn next(&self, now: Time) -> Time {
        let start = now.max(self.paused_until);
        match self.speed(start) {
            Some(rate) if self.tokens < 1.0 => {
                let wait = Duration::from_secs_f64((1.0 - self.tokens).max(0.0) / rate);
                start.plus(wait + Duration::from_millis(1))
            }
            _ => start,
        }
    }

    fn speed(&self, now: Time) -> Option<f64> {
        let rate = self.rate?;
        Some(if now < self.slow_until { (rate / 2.0).max(0.5) } else { rate })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends as fast as the pace allows, on a clock that moves 10 ms a step.
    fn sent(pace: &mut Pace, from: i64, until: i64) -> Vec<i64> {
        let mut times = Vec::new();
        for now in (from..until).step_by(10) {
            let ready = pace.ready(Time(now)).min(50);
            pace.spend(ready);
            times.extend(std::iter::repeat_n(now, ready));
        }
        times
    }

    #[test]
    fn no_second_sees_much_more_than_the_rate() {
        let times = sent(&mut Pace::new(Some(30), Time(0)), 0, 10_000);
        assert!((290..=306).contains(&times.len()), "{}", times.len());
        for start in (0..9000).step_by(50) {
            let within = times.iter().filter(|at| (start..start + 1000).contains(*at)).count();
            assert!(within <= 36, "{within} in the second from {start}");
        }
    }

    #[test]
    fn a_pause_stops_everything_and_halves_the_speed() {
        let mut pace = Pace::new(Some(30), Time(0));
        sent(&mut pace, 0, 1000);
        pace.pause(Time(1000), Duration::from_secs(5));
        assert!(sent(&mut pace, 1000, 6000).is_empty());
        assert_eq!(pace.next(Time(1000)).0 / 1000, 6);
        let slow = sent(&mut pace, 6000, 16_000).len();
        assert!((140..=160).contains(&slow), "{slow}");
    }

    #[test]
    fn an_idle_lane_does_not_save_up() {
        let mut pace = Pace::new(Some(30), Time(0));
        assert!(pace.ready(Time(3_600_000)) <= 6);
    }

    #[test]
    fn without_a_limit_everything_goes() {
        assert_eq!(Pace::new(None, Time(0)).ready(Time(0)), usize::MAX);
    }
}
