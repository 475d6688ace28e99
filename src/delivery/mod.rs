//! Sending to many: one message per recipient, at the speed that Telegram allows, each with its end
//! recorded.
//!
//! The bulk lane takes parcels that a turn claimed (their rows say `sending`) and ends each with a
//! [`Record`]. It knows Telegram only through [`Wire`]. Replies do not come here: they have lanes of
//! their own and are never slowed by a broadcast.

mod pace;

pub use pace::Pace;

use crate::chat::Out;
use crate::domain::{ChatId, MessageId, Time};
use crate::store::DeliveryState;
use crate::turn::{AGAIN, Parcel, Record};
use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;

/// Carries one call to one chat.
pub trait Wire: Clone + Send + Sync + 'static {
    /// Makes the call. A message that was taken comes back with its id.
    fn send(
        &self,
        chat: ChatId,
        call: &Out,
    ) -> impl Future<Output = Result<Option<MessageId>, Failure>> + Send;

    /// Whether the other side takes anything for this chat.
    fn answers(&self, chat: ChatId) -> impl Future<Output = bool> + Send;
}

/// Why a call was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Not taken; try again, after so long where it says.
    Later(Option<Duration>),
    /// The answer was lost: it may have been taken.
    Lost,
    /// The chat cannot be reached: `blocked` or `gone`, and the text.
    Gone(&'static str, String),
    /// Refused for good.
    Rejected(String),
    /// The token is not valid: nothing can be sent.
    Token(String),
}

/// Messages on their way at once, at most.
const IN_FLIGHT: usize = 24;
/// Two unasked messages to one chat are this far apart.
const SPACING: Duration = Duration::from_secs(1);

/// The bulk lane: how fast, how many at once, and when each chat was last written to.
pub struct Lane {
    pace: Pace,
    in_flight: usize,
    last: BTreeMap<ChatId, Time>,
}

impl Lane {
    /// An idle lane. `rate` is in messages per second; `None` for no limit.
    #[must_use]
    pub fn new(rate: Option<u32>, now: Time) -> Self {
        Self { pace: Pace::new(rate, now), in_flight: 0, last: BTreeMap::new() }
    }

    /// How many parcels may be claimed now.
    pub fn room(&mut self, now: Time) -> usize {
        self.pace.ready(now).min(IN_FLIGHT.saturating_sub(self.in_flight))
    }

    /// When there is room again, if it is the pace that keeps it.
    #[must_use]
    pub fn next(&self, now: Time) -> Option<Time> {
        (self.in_flight < IN_FLIGHT).then(|| self.pace.next(now))
    }

    /// Whether nothing is on its way.
    #[must_use]
    pub const fn idle(&self) -> bool {
        self.in_flight == 0
    }

    /// Counts a parcel that goes out, and says how long it must wait for its chat.
    pub fn take(&mut self, chat: ChatId, now: Time) -> Duration {
        self.pace.spend(1);
        self.in_flight += 1;
        self.last.retain(|_, at| at.plus(SPACING) > now);
        let earliest = self.last.get(&chat).map_or(now, |at| at.plus(SPACING)).max(now);
        self.last.insert(chat, earliest);
        Duration::from_millis(u64::try_from(earliest.0 - now.0).unwrap_or(0))
    }

    /// Counts a parcel that ended; a request to wait holds the whole lane.
    pub fn ended(&mut self, failure: Option<&Failure>, now: Time) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if let Some(Failure::Later(Some(wait))) = failure {
            self.pace.pause(now, *wait);
        }
    }
}

/// What became of a parcel, as records.
#[must_use]
pub fn records(parcel: &Parcel, result: &Result<Option<MessageId>, Failure>, now: Time) -> Vec<Record> {
    let ended = |state| Record::Delivered(parcel.broadcast, parcel.person, state);
    match result {
        Ok(message) => vec![ended(DeliveryState::Sent(message.unwrap_or(MessageId(0))))],
        Err(Failure::Later(wait)) => vec![ended(DeliveryState::Later(now.plus(wait.unwrap_or(AGAIN))))],
        Err(Failure::Lost) if parcel.attempts == 0 => {
            vec![ended(DeliveryState::Unknown(now.plus(AGAIN)))]
        }
        Err(Failure::Lost) => vec![ended(DeliveryState::Failed("no answer, twice".into()))],
        Err(Failure::Gone(reach, text)) => {
            vec![Record::Unreachable(parcel.chat, reach), ended(DeliveryState::Unreachable(text.clone()))]
        }
        Err(Failure::Rejected(text)) => vec![ended(DeliveryState::Failed(text.clone()))],
        // The process ends for it; whoever starts it again with a good token sends the rest.
        Err(Failure::Token(_)) => vec![ended(DeliveryState::Later(now.plus(AGAIN)))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_is_not_written_to_twice_within_a_second() {
        let mut lane = Lane::new(None, Time(0));
        assert_eq!(lane.take(ChatId(1), Time(0)), Duration::ZERO);
        assert_eq!(lane.take(ChatId(2), Time(100)), Duration::ZERO);
        assert_eq!(lane.take(ChatId(1), Time(100)), Duration::from_millis(900));
        assert_eq!(lane.take(ChatId(1), Time(5000)), Duration::ZERO);
    }

    #[test]
    fn no_more_than_so_many_are_on_their_way() {
        let mut lane = Lane::new(None, Time(0));
        for chat in 0..IN_FLIGHT {
            assert!(lane.room(Time(0)) > 0);
            lane.take(ChatId(chat as i64), Time(0));
        }
        assert_eq!(lane.room(Time(0)), 0);
        lane.ended(None, Time(0));
        assert_eq!(lane.room(Time(0)), 1);
    }
}
