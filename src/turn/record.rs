//! What became of messages: rides in the transaction of the next group.

use crate::domain::{BroadcastId, ChatId, MessageId, PersonId, Time};
use crate::store::{DeliveryState, Shows, StoreError, Tx};

/// What became of a message or a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Telegram took it, or something newer took its place: the row goes.
    Done(i64),
    /// A message that shows something was taken.
    Placed(Shows, ChatId, MessageId),
    /// An attempt was made whose answer was lost.
    Unknown(i64),
    /// It will never arrive, and why.
    Failed(i64, String),
    /// The chat can no longer be reached: `blocked` or `gone`.
    Unreachable(ChatId, &'static str),
    /// A delivery of a broadcast ended.
    Delivered(BroadcastId, PersonId, DeliveryState),
}

/// Keeps records: one statement for all rows that go, one for all deliveries.
pub(super) async fn keep(tx: &mut Tx, records: &[Record], now: Time) -> Result<(), StoreError> {
    let mut gone = Vec::new();
    let mut ended = Vec::new();
    for record in records {
        match record {
            Record::Done(row) => gone.push(*row),
            Record::Delivered(broadcast, person, state) => ended.push((*broadcast, *person, state.clone())),
            Record::Placed(shows, chat, message) => tx.place(*shows, *chat, *message).await?,
            Record::Unknown(row) => tx.mark_unknown(*row).await?,
            Record::Failed(row, error) => tx.mark_failed(*row, error).await?,
            Record::Unreachable(chat, reach) => tx.set_reach(*chat, reach).await?,
        }
    }
    tx.remove_messages(&gone);
    if !ended.is_empty() {
        tx.end_deliveries(&ended, now).await?;
    }
    Ok(())
}
