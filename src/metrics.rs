//! Counters of a running bot, told in the text format of Prometheus. They hold no personal data: numbers,
//! names of methods and of errors.

use crate::domain::Time;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

/// Upper ends of the histogram's buckets, in milliseconds.
const BUCKETS_MS: [u64; 12] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000, 30_000];

/// What is counted from the start of the program on; every method may be called from anywhere.
#[derive(Debug, Default)]
pub struct Metrics {
    updates: AtomicU64,
    groups: AtomicU64,
    outages: AtomicU64,
    passed_over: AtomicU64,
    strangers: AtomicU64,
    /// Per bucket, not cumulative; the last one has no upper end.
    latency: [AtomicU64; BUCKETS_MS.len() + 1],
    latency_sum_ms: AtomicU64,
    /// Per method and outcome.
    calls: Mutex<BTreeMap<(String, &'static str), u64>>,
    /// When updates were last known to arrive, Unix milliseconds; 0 for never.
    intake_at: AtomicI64,
}

/// What waits in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Messages that are committed and not known to be sent.
    pub outbox: i64,
    /// Deliveries that may go out now.
    pub deliveries: i64,
}

impl Metrics {
    /// A group of updates was committed; of each, how many milliseconds after it arrived.
    pub fn group(&self, waited_ms: impl Iterator<Item = u64>) {
        self.groups.fetch_add(1, Relaxed);
        for waited_ms in waited_ms {
            self.updates.fetch_add(1, Relaxed);
            self.latency_sum_ms.fetch_add(waited_ms, Relaxed);
            let bucket = BUCKETS_MS.partition_point(|end| *end < waited_ms);
            if let Some(count) = self.latency.get(bucket) {
                count.fetch_add(1, Relaxed);
            }
        }
    }

    /// The database was away when something was to be kept.
    pub fn outage(&self) {
        self.outages.fetch_add(1, Relaxed);
    }

    /// Inputs of people who are far ahead of their answers were passed over.
    pub fn passed_over(&self, count: u64) {
        self.passed_over.fetch_add(count, Relaxed);
    }

    /// Somebody without the secret called the webhook; gives how many did so far.
    pub fn stranger(&self) -> u64 {
        self.strangers.fetch_add(1, Relaxed) + 1
    }

    /// A call of the Bot API ended: `ok`, or what its error means.
    pub fn call(&self, method: &str, result: &'static str) {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        *calls.entry((method.to_owned(), result)).or_default() += 1;
    }

    /// Updates arrive: a poll was answered, or the webhook is set.
    pub fn intake(&self, now: Time) {
        self.intake_at.store(now.0, Relaxed);
    }

    /// When updates were last known to arrive.
    #[must_use]
    pub fn intake_at(&self) -> Time {
        Time(self.intake_at.load(Relaxed))
    }

    /// Everything in Prometheus's text format, version 0.0.4; what waits only where the database tells it.
    #[must_use]
    pub fn text(&self, waiting: Option<Waiting>) -> String {
        let mut text = String::with_capacity(4096);
        let counters = [
            ("updates", "Updates handled, those that come again included.", &self.updates),
            ("groups", "Groups of updates committed.", &self.groups),
            (
                "inputs_passed_over",
                "Inputs of chats with too many unanswered ones, which were passed over.",
                &self.passed_over,
            ),
            (
                "webhook_refused",
                "Calls of the webhook without the right secret, which were refused.",
                &self.strangers,
            ),
            ("database_outages", "Times that the database was away.", &self.outages),
        ];
        for (name, help, count) in counters {
            head(&mut text, &format!("{name}_total"), help, "counter");
            line(&mut text, &format!("{name}_total"), count.load(Relaxed));
        }
        head(
            &mut text,
            "calls_total",
            "Calls of the Bot API, by method and by what became of them.",
            "counter",
        );
        for ((method, result), count) in &*self.calls.lock().unwrap_or_else(PoisonError::into_inner) {
            let labels = format!("calls_total{{method=\"{method}\",result=\"{result}\"}}");
            line(&mut text, &labels, *count);
        }
        self.histogram(&mut text);
        if let Some(Waiting { outbox, deliveries }) = waiting {
            head(&mut text, "outbox", "Messages that are to be sent.", "gauge");
            line(&mut text, "outbox", outbox);
            head(&mut text, "deliveries_due", "Deliveries that may go out now.", "gauge");
            line(&mut text, "deliveries_due", deliveries);
        }
        text
    }

    fn histogram(&self, text: &mut String) {
        const NAME: &str = "update_seconds";
        head(text, NAME, "From the arrival of an update to its commit.", "histogram");
        let ends = BUCKETS_MS.iter().map(|ms| seconds(*ms)).chain(["+Inf".to_owned()]);
        let mut total = 0;
        for (end, count) in ends.zip(&self.latency) {
            total += count.load(Relaxed);
            line(text, &format!("{NAME}_bucket{{le=\"{end}\"}}"), total);
        }
        line(text, &format!("{NAME}_sum"), seconds(self.latency_sum_ms.load(Relaxed)));
        line(text, &format!("{NAME}_count"), total);
    }
}

fn seconds(ms: u64) -> String {
    format!("{}.{:03}", ms / 1000, ms % 1000)
}

fn head(text: &mut String, name: &str, help: &str, kind: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "# HELP zhaogong_{name} {help}\n# TYPE zhaogong_{name} {kind}");
}

fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(text, "zhaogong_{name} {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_adds_up() {
        let metrics = Metrics::default();
        for waited_ms in [vec![0, 0, 0], vec![7, 7], vec![60_000]] {
            metrics.group(waited_ms.into_iter());
        }
        metrics.outage();
        metrics.call("sendMessage", "ok");
        metrics.call("sendMessage", "ok");
        metrics.call("getUpdates", "conflict");
        let text = metrics.text(Some(Waiting { outbox: 4, deliveries: 0 }));
        for line in [
            "zhaogong_updates_total 6",
            "zhaogong_groups_total 3",
            "zhaogong_database_outages_total 1",
            "zhaogong_calls_total{method=\"sendMessage\",result=\"ok\"} 2",
            "zhaogong_calls_total{method=\"getUpdates\",result=\"conflict\"} 1",
            "zhaogong_update_seconds_bucket{le=\"0.001\"} 3",
            "zhaogong_update_seconds_bucket{le=\"0.005\"} 3",
            "zhaogong_update_seconds_bucket{le=\"0.010\"} 5",
            "zhaogong_update_seconds_bucket{le=\"30.000\"} 5",
            "zhaogong_update_seconds_bucket{le=\"+Inf\"} 6",
            "zhaogong_update_seconds_sum 60.014",
            "zhaogong_update_seconds_count 6",
            "zhaogong_outbox 4",
            "# TYPE zhaogong_deliveries_due gauge",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} in\n{text}");
        }
        assert!(!metrics.text(None).contains("outbox"));
    }
}
