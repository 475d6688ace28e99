//! The recorder: every call of the bot, in order, with what it was answered.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::answer::Answer;

/// The oldest entries go when there are more than this many …
const MAX_ENTRIES: usize = 200_000;
/// … or when their parameters take more memory than this.
const MAX_BYTES: usize = 64 << 20;

/// One call.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    seq: u64,
    at_ms: i64,
    method: &'static str,
    chat_id: Option<i64>,
    params: Option<Box<RawValue>>,
    /// Parameters that the method does not have; Telegram ignores them.
    unknown: Vec<String>,
    ok: bool,
    error_code: Option<u16>,
    error: Option<String>,
    /// The id of the message that was sent or edited.
    message_id: Option<i64>,
    fault: Option<&'static str>,
}

/// What is known about a call before it is answered.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) at_ms: i64,
    pub(super) method: &'static str,
    pub(super) chat_id: Option<i64>,
    pub(super) params: Value,
    pub(super) unknown: Vec<String>,
}

/// The last calls.
#[derive(Debug, Default)]
pub(super) struct Log {
    entries: VecDeque<Entry>,
    n_bytes: usize,
    last_seq: u64,
}

impl Log {
    /// Records a call with its answer; no answer means that a fault swallowed the call.
    pub(super) fn add(&mut self, asked: Asked, answer: Option<&Answer>, fault: Option<&'static str>) {
        let refusal = answer.and_then(|answer| answer.as_ref().err());
        let result = answer.and_then(|answer| answer.as_ref().ok());
        self.last_seq += 1;
        let entry = Entry {
            seq: self.last_seq,
            at_ms: asked.at_ms,
            method: asked.method,
            chat_id: asked.chat_id,
            params: serde_json::value::to_raw_value(&asked.params).ok(),
            unknown: asked.unknown,
            ok: result.is_some(),
            error_code: refusal.map(|refusal| refusal.status),
            error: refusal.map(|refusal| refusal.description.clone()),
            message_id: result.and_then(|result| result["message_id"].as_i64()),
            fault,
        };
        self.n_bytes += entry.n_bytes();
        self.entries.push_back(entry);
        while self.entries.len() > MAX_ENTRIES || self.n_bytes > MAX_BYTES {
            let Some(oldest) = self.entries.pop_front() else {
                break;
            };
            self.n_bytes -= oldest.n_bytes();
        }
    }

    /// The calls after `seq`, at most `limit`; polls only if asked for.
    pub(super) fn after(&self, seq: u64, limit: usize, with_polls: bool) -> Vec<&Entry> {
        let begin = self.entries.partition_point(|entry| entry.seq <= seq);
        self.entries
            .range(begin..)
            .filter(|entry| with_polls || entry.method != "getUpdates")
            .take(limit)
            .collect()
    }

    /// The number of the last call.
    pub(super) fn last_seq(&self) -> u64 {
        self.last_seq
    }
}

impl Entry {
    fn n_bytes(&self) -> usize {
        self.params.as_ref().map_or(0, |params| params.get().len())
    }
}
