//! Scripted faults: what goes wrong between a bot and Telegram, on demand.

use serde::{Deserialize, Serialize};

/// One fault, waiting for calls that it matches.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Fault {
    /// Only calls of this method (in any case); any method if missing.
    #[serde(default)]
    pub(super) method: Option<String>,
    /// Only calls about this chat; any chat if missing.
    #[serde(default)]
    pub(super) chat_id: Option<i64>,
    /// So many calls are let through first.
    #[serde(default)]
    pub(super) skip: u64,
    /// So many calls are hit.
    #[serde(default = "once")]
    pub(super) times: u64,
    #[serde(flatten)]
    pub(super) kind: Kind,
}

/// What happens to a call.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Kind {
    /// An error in Telegram's form; nothing is done.
    Answer {
        status: u16,
        description: String,
        #[serde(default)]
        retry_after: Option<i64>,
    },
    /// A proxy's page instead of JSON; nothing is done.
    Html {
        #[serde(default = "bad_gateway")]
        status: u16,
    },
    /// The connection closes; nothing is done.
    DropBefore,
    /// The call is done, then the connection closes without an answer.
    DropAfter,
    /// The call is done later; the next fault that matches hits it, too.
    Delay { delay_ms: u64 },
}

impl Kind {
    /// The name the recorder notes.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
            Self::Html { .. } => "html",
            Self::DropBefore => "drop_before",
            Self::DropAfter => "drop_after",
            Self::Delay { .. } => "delay",
        }
    }
}

fn once() -> u64 {
    1
}

fn bad_gateway() -> u16 {
    502
}

/// All faults that still wait, oldest first.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub(super) struct Faults {
    waiting: Vec<Fault>,
}

impl Faults {
    /// Adds one behind the others.
    pub(super) fn add(&mut self, fault: Fault) {
        self.waiting.push(fault);
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// What hits this call: how long it waits first, then the fault, if any. All count as used.
    ///
    /// A call meets each fault at most once, so a delay without an end holds up every call and stops none.
    pub(super) fn take(&mut self, method: &str, chat_id: Option<i64>) -> (Option<u64>, Option<Kind>) {
        let mut wait_ms: Option<u64> = None;
        let mut at = 0;
        while let Some(fault) = self.waiting.get_mut(at) {
            if !fault.is_about(method, chat_id) {
                at += 1;
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                break;
            }
            fault.times = fault.times.saturating_sub(1);
            let kind = fault.kind.clone();
            if fault.times == 0 {
                self.waiting.remove(at);
            } else {
                at += 1;
            }
            match kind {
                Kind::Delay { delay_ms } => {
                    wait_ms = Some(wait_ms.unwrap_or_default().saturating_add(delay_ms));
                }
                kind => return (wait_ms, Some(kind)),
            }
        }
        (wait_ms, None)
    }
}

impl Fault {
    fn is_about(&self, method: &str, chat_id: Option<i64>) -> bool {
        self.method.as_deref().is_none_or(|name| name.eq_ignore_ascii_case(method))
            && (self.chat_id.is_none() || self.chat_id == chat_id)
    }
}
