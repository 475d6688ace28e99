//! Flood limits: 429 answers that grow when they are ignored. Off unless a test turns them on.

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Serialize};

/// A wait never grows beyond an hour.
const MAX_WAIT_S: i64 = 3_600;
/// Above this many chats, those that have nothing to remember are dropped.
const MAX_CHATS: usize = 10_000;

/// How many messages per second pass; `None` is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rates {
    #[serde(default)]
    pub(super) per_chat_per_s: Option<usize>,
    #[serde(default)]
    pub(super) overall_per_s: Option<usize>,
}

/// The limits with what they have seen.
#[derive(Debug, Default)]
pub(super) struct Limits {
    rates: Rates,
    overall: Gate,
    chats: HashMap<i64, Gate>,
}

impl Limits {
    /// Starts anew with these rates.
    pub(super) fn set(&mut self, rates: Rates) {
        *self = Self { rates, ..Self::default() };
    }

    /// The rates in force.
    pub(super) fn rates(&self) -> Rates {
        self.rates
    }

    /// Lets a message pass, or tells how many seconds to wait.
    pub(super) fn pass(&mut self, chat_id: i64, now_ms: i64) -> Result<(), i64> {
        if let Some(rate) = self.rates.overall_per_s {
            self.overall.check(rate, now_ms)?;
        }
        if let Some(rate) = self.rates.per_chat_per_s {
            if self.chats.len() > MAX_CHATS {
                self.chats.retain(|_, gate| gate.is_busy(now_ms));
            }
            let gate = self.chats.entry(chat_id).or_default();
            gate.check(rate, now_ms)?;
            gate.count(now_ms);
        }
        if self.rates.overall_per_s.is_some() {
            self.overall.count(now_ms);
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
struct Gate {
    recent: VecDeque<i64>,
    closed_until_ms: i64,
    n_strikes: u32,
}

impl Gate {
    fn check(&mut self, rate: usize, now_ms: i64) -> Result<(), i64> {
        while self.recent.front().is_some_and(|at| at + 1000 <= now_ms) {
            self.recent.pop_front();
        }
        if now_ms < self.closed_until_ms || self.recent.len() >= rate {
            let wait_s = MAX_WAIT_S.min(1 << self.n_strikes.min(12));
            self.n_strikes += 1;
            self.closed_until_ms = now_ms + wait_s * 1000;
            return Err(wait_s);
        }
        self.n_strikes = 0;
        Ok(())
    }

    fn count(&mut self, now_ms: i64) {
        self.recent.push_back(now_ms);
    }

    fn is_busy(&self, now_ms: i64) -> bool {
        now_ms < self.closed_until_ms || self.recent.back().is_some_and(|at| at + 1000 > now_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_while_they_are_ignored() {
        let mut limits = Limits::default();
        limits.set(Rates { per_chat_per_s: Some(2), overall_per_s: None });
        let steps = [
            (0, 1, Ok(())),
            (10, 1, Ok(())),
            (20, 1, Err(1)),
            (30, 2, Ok(())),
            (500, 1, Err(2)),
            (600, 1, Err(4)),
            (4_599, 1, Err(8)),
            (13_000, 1, Ok(())),
            (13_001, 1, Ok(())),
            (13_002, 1, Err(1)),
        ];
        for (now_ms, chat, expected) in steps {
            assert_eq!(limits.pass(chat, now_ms), expected, "at {now_ms}");
        }
    }
}
