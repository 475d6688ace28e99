//! Replies and notices: in order per chat, chats beside each other, each until its fate is known.
//!
//! One task owns a queue per chat. The first message of a queue is on its way; the next follows when
//! its end is known, so a chat that must wait makes no other wait. An edit that a newer edit of the
//! same message replaces is dropped while it still waits. A call that may be repeated without harm is
//! repeated until its answer comes. A new message whose answer was lost is sent again, too, but only when the
//! other side answers at all, and at most `TRIES` times: the person may see it twice, which is better than
//! waiting for it. Answers to taps do not queue: they stop a spinner, and are worth nothing a few seconds
//! later.

use crate::chat::Out;
use crate::delivery::{Failure, Wire};
use crate::domain::{ChatId, MessageId};
use crate::store::Queued;
use crate::turn::Record;
use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

/// The first pause before trying again; it doubles up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(300);
/// The longest pause of our own; Telegram may ask for longer ones.
const LONGEST: Duration = Duration::from_secs(30);
/// A message that waits for so long is worth a line in the log.
const NOTICEABLE: Duration = Duration::from_secs(30);
/// A message that could not be sent for so long is given up.
const GIVE_UP: Duration = Duration::from_hours(24);
/// A new message is sent so often at most if each answer is lost.
const TRIES: i64 = 5;
/// Telegram forgets a tap after about this time.
const SPINNER: Duration = Duration::from_secs(15);

/// The token is not valid, in Telegram's words. Nothing is lost: the rows stay for whoever starts the program
/// again with a good one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

/// Calls on their way; a queued message ends with its chat and what became of it.
type Moving = FuturesUnordered<BoxFuture<'static, Result<Option<(ChatId, Vec<Record>)>, Refused>>>;

/// Runs the lanes until the sender of messages is gone and all that was queued has ended, or until the token
/// turns out not to be valid.
pub async fn run<W: Wire>(
    wire: W,
    mut messages: UnboundedReceiver<Vec<Queued>>,
    records: UnboundedSender<Record>,
) -> Result<(), Refused> {
    let mut queues: BTreeMap<ChatId, VecDeque<Queued>> = BTreeMap::new();
    let mut moving = Moving::new();
    let mut open = true;
    while open || !moving.is_empty() {
        tokio::select! {
            batch = messages.recv(), if open => match batch {
                Some(batch) => for message in batch {
                    queue(&wire, &mut queues, &mut moving, message, &records);
                },
                None => open = false,
            },
            Some(ended) = moving.next(), if !moving.is_empty() => {
                let Some((chat, ends)) = ended? else { continue };
                // The receiver is gone only when the program stops.
                for record in ends {
                    drop(records.send(record));
                }
                match queues.get_mut(&chat).and_then(VecDeque::pop_front) {
                    Some(next) => moving.push(Box::pin(deliver(wire.clone(), next))),
                    None => drop(queues.remove(&chat)),
                }
            }
        }
    }
    Ok(())
}

fn queue<W: Wire>(
    wire: &W,
    queues: &mut BTreeMap<ChatId, VecDeque<Queued>>,
    moving: &mut Moving,
    message: Queued,
    records: &UnboundedSender<Record>,
) {
    let chat = message.message.chat;
    if matches!(message.message.call, Out::Answer { .. }) {
        let wire = wire.clone();
        moving.push(Box::pin(async move {
            stop_spinner(&wire, chat, &message.message.call).await?;
            Ok(None)
        }));
        return;
    }
    match queues.get_mut(&chat) {
        None => {
            queues.insert(chat, VecDeque::new());
            moving.push(Box::pin(deliver(wire.clone(), message)));
        }
        Some(waiting) => {
            for row in replaced(waiting, &message) {
                drop(records.send(Record::Done(row)));
            }
            waiting.push_back(message);
        }
    }
}

/// Takes out the waiting edits that a newer edit of the same message replaces.
fn replaced(waiting: &mut VecDeque<Queued>, newer: &Queued) -> Vec<i64> {
    let Some(message) = edited(newer) else { return Vec::new() };
    let mut rows = Vec::new();
    waiting.retain(|queued| {
        let old = edited(queued) == Some(message);
        if old {
            rows.extend(queued.row);
        }
        !old
    });
    rows
}

const fn edited(queued: &Queued) -> Option<MessageId> {
    match queued.message.call {
        Out::Edit { message, .. } => Some(message),
        Out::Send(_) | Out::File(_) | Out::Code { .. } | Out::Answer { .. } => None,
    }
}

/// Answers a tap, as long as it is worth it. A second answer to the same tap changes nothing.
async fn stop_spinner<W: Wire>(wire: &W, chat: ChatId, call: &Out) -> Result<(), Refused> {
    let mut pause = FIRST;
    let mut waited = Duration::ZERO;
    while let Err(failure) = wire.send(chat, call).await {
        let wait = match failure {
            Failure::Later(asked) => asked.unwrap_or(pause),
            Failure::Lost => pause,
            Failure::Gone(..) | Failure::Rejected(_) => SPINNER,
            Failure::Token(text) => return Err(Refused(text)),
        };
        waited += wait;
        if waited >= SPINNER {
            tracing::debug!(?failure, "the answer to a tap was not taken");
            break;
        }
        tokio::time::sleep(wait).await;
        pause = (pause * 2).min(LONGEST);
    }
    Ok(())
}

/// Sends one message until its fate is known.
async fn deliver<W: Wire>(wire: W, queued: Queued) -> Result<Option<(ChatId, Vec<Record>)>, Refused> {
    let chat = queued.message.chat;
    let mut lost = queued.attempts;
    let mut pause = FIRST;
    let mut waited = Duration::ZERO;
    let mut is_noticed = false;
    let mut records = Vec::new();
    let row = queued.row.unwrap_or_default();
    let mut call = queued.message.call;
    loop {
        let failure = match wire.send(chat, &call).await {
            Ok(message) => {
                if let (Some(shows), Some(message)) = (queued.message.shows, message) {
                    records.push(Record::Placed(shows, chat, message));
                }
                records.push(Record::Done(row));
                return Ok(Some((chat, records)));
            }
            Err(failure) => failure,
        };
        if waited >= NOTICEABLE && !is_noticed {
            is_noticed = true;
            tracing::warn!(row, ?failure, waited_s = waited.as_secs(), "a message still waits to be taken");
        }
        match failure {
            Failure::Later(asked) => {
                let wait = asked.unwrap_or(pause);
                tokio::time::sleep(wait).await;
                waited += wait;
            }
            // Twice the same edit is one edit.
            Failure::Lost if matches!(call, Out::Edit { .. }) => {
                tokio::time::sleep(pause).await;
                waited += pause;
            }
            Failure::Lost => {
                lost += 1;
                if lost >= TRIES {
                    records.push(Record::Failed(row, "no answer, again and again".into()));
                    return Ok(Some((chat, records)));
                }
                records.push(Record::Unknown(row));
                waited += until_it_answers(&wire, chat, pause).await;
            }
            Failure::Gone(reach, text) => {
                records.push(Record::Unreachable(chat, reach));
                records.push(Record::Failed(row, text));
                return Ok(Some((chat, records)));
            }
            // What was to be changed is gone from the chat: it is shown anew.
            Failure::Rejected(_) if matches!(call, Out::Edit { .. }) => {
                if let Out::Edit { content, .. } = call {
                    call = Out::Send(content);
                }
                continue;
            }
            Failure::Token(text) => return Err(Refused(text)),
            Failure::Rejected(text) => {
                tracing::error!(chat = chat.0, text, "Telegram refused a message");
                records.push(Record::Failed(row, text));
                return Ok(Some((chat, records)));
            }
        }
        pause = (pause * 2).min(LONGEST);
        if waited > GIVE_UP {
            records.push(Record::Failed(row, "not taken for a day".into()));
            return Ok(Some((chat, records)));
        }
    }
}

/// Before a message whose answer was lost is sent again the other side must answer something.
async fn until_it_answers<W: Wire>(wire: &W, chat: ChatId, mut pause: Duration) -> Duration {
    let mut waited = Duration::ZERO;
    loop {
        tokio::time::sleep(pause).await;
        waited += pause;
        if wire.answers(chat).await || waited > GIVE_UP {
            return waited;
        }
        pause = (pause * 2).min(LONGEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::Message;
    use crate::store::{Kind, NewMessage};
    use std::sync::{Arc, Mutex};
    use tokio::sync::mpsc::unbounded_channel;

    type Log = Arc<Mutex<Vec<(ChatId, String)>>>;

    /// Answers as scripted per text, else takes everything.
    #[derive(Clone)]
    struct Script(Log, Arc<Mutex<BTreeMap<String, Vec<Failure>>>>);

    impl Wire for Script {
        async fn send(&self, chat: ChatId, call: &Out) -> Result<Option<MessageId>, Failure> {
            tokio::task::yield_now().await;
            let text = match call {
                Out::Send(message)
                | Out::Edit { content: message, .. }
                | Out::Code { caption: message, .. } => message.html.clone(),
                Out::File(document) => document.name.clone(),
                Out::Answer { callback, .. } => callback.clone(),
            };
            let scripted = self.1.lock().unwrap().get_mut(&text).and_then(Vec::pop);
            self.0.lock().unwrap().push((chat, text));
            scripted.map_or(Ok(Some(MessageId(1))), Err)
        }

        async fn answers(&self, _: ChatId) -> bool {
            true
        }
    }

    fn queued(row: i64, chat: i64, call: Out) -> Queued {
        let message = NewMessage { chat: ChatId(chat), kind: Kind::Notice, call, shows: None };
        Queued { row: Some(row), message, attempts: 0 }
    }

    fn send(row: i64, chat: i64, text: &str) -> Queued {
        queued(row, chat, Out::Send(Message::text(text)))
    }

    async fn sent(
        batch: Vec<Queued>,
        faults: &[(&str, Vec<Failure>)],
    ) -> (Vec<(ChatId, String)>, Vec<Record>) {
        let (log, ends, result) = run_all(batch, faults).await;
        result.unwrap();
        (log, ends)
    }

    async fn run_all(
        batch: Vec<Queued>,
        faults: &[(&str, Vec<Failure>)],
    ) -> (Vec<(ChatId, String)>, Vec<Record>, Result<(), Refused>) {
        let log = Log::default();
        let faults = faults.iter().map(|(text, list)| ((*text).to_owned(), list.clone())).collect();
        let wire = Script(log.clone(), Arc::new(Mutex::new(faults)));
        let (messages, inbox) = unbounded_channel();
        let (records, mut ends) = unbounded_channel();
        messages.send(batch).unwrap();
        drop(messages);
        let result = run(wire, inbox, records).await;
        let mut list = Vec::new();
        while let Ok(record) = ends.try_recv() {
            list.push(record);
        }
        let log = log.lock().unwrap().clone();
        (log, list, result)
    }

    #[tokio::test(start_paused = true)]
    async fn a_chat_that_waits_makes_no_other_wait_and_keeps_its_order() {
        let batch = vec![send(1, 1, "a"), send(2, 1, "b"), send(3, 2, "c")];
        let (log, ends) = sent(batch, &[("a", vec![Failure::Later(Some(Duration::from_mins(5)))])]).await;
        let of = |chat| -> Vec<&str> {
            log.iter().filter(|(to, _)| *to == ChatId(chat)).map(|(_, text)| text.as_str()).collect()
        };
        assert_eq!((of(1), of(2)), (vec!["a", "a", "b"], vec!["c"]));
        assert_eq!(ends, [Record::Done(3), Record::Done(1), Record::Done(2)]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_lost_answer_is_tried_again_but_not_for_ever() {
        let (log, ends) = sent(vec![send(1, 1, "a")], &[("a", vec![Failure::Lost])]).await;
        assert_eq!((log.len(), ends), (2, vec![Record::Unknown(1), Record::Done(1)]));
        let lost = || vec![("a", vec![Failure::Lost; 9])];
        let (log, ends) = sent(vec![send(1, 1, "a")], &lost()).await;
        assert_eq!(log.len(), TRIES as usize);
        assert!(matches!(ends[..], [.., Record::Unknown(1), Record::Failed(1, _)]), "{ends:?}");
        // Attempts of an earlier run count.
        let again = Queued { attempts: TRIES - 1, ..send(1, 1, "a") };
        assert_eq!(sent(vec![again], &lost()).await.0.len(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn what_may_be_repeated_is_repeated_until_it_is_answered() {
        let edit = Out::Edit { message: MessageId(9), content: Message::text("a") };
        let (log, ends) = sent(vec![queued(1, 1, edit)], &[("a", vec![Failure::Lost; 9])]).await;
        assert_eq!((log.len(), ends), (10, vec![Record::Done(1)]));
        let tap = || queued(1, 1, Out::Answer { callback: "tap".into(), text: None });
        let later = |seconds| vec![Failure::Lost, Failure::Later(Some(Duration::from_secs(seconds)))];
        let rejected = vec![Failure::Rejected("no".into())];
        for (faults, attempts) in [(later(3), 3), (later(15), 1), (vec![Failure::Lost; 99], 6), (rejected, 1)]
        {
            let (log, ends) = sent(vec![tap()], &[("tap", faults)]).await;
            assert_eq!((log.len(), ends), (attempts, vec![]));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_edit_that_a_newer_one_replaces_is_dropped() {
        let edit = |row, text: &str| {
            queued(row, 1, Out::Edit { message: MessageId(9), content: Message::text(text) })
        };
        let (log, ends) = sent(vec![send(1, 1, "first"), edit(2, "old"), edit(3, "new")], &[]).await;
        let texts: Vec<&str> = log.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["first", "new"]);
        assert_eq!(ends, [Record::Done(2), Record::Done(1), Record::Done(3)]);
    }

    #[tokio::test(start_paused = true)]
    async fn what_can_no_longer_be_edited_is_sent_anew() {
        let edit = Out::Edit { message: MessageId(9), content: Message::text("new") };
        let refusal = || Failure::Rejected("message to edit not found".into());
        let (log, ends) = sent(vec![queued(1, 1, edit.clone())], &[("new", vec![refusal()])]).await;
        assert_eq!((log.len(), ends), (2, vec![Record::Done(1)]));
        let (log, ends) = sent(vec![queued(1, 1, edit)], &[("new", vec![refusal(), refusal()])]).await;
        assert_eq!(log.len(), 2);
        assert!(matches!(ends[..], [Record::Failed(1, _)]), "{ends:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_bad_token_ends_all_and_loses_nothing() {
        let tap = queued(1, 1, Out::Answer { callback: "a".into(), text: None });
        for message in [send(1, 1, "a"), tap] {
            let faults = [("a", vec![Failure::Token("401".into())])];
            let (_, ends, result) = run_all(vec![message], &faults).await;
            assert_eq!((ends, result), (vec![], Err(Refused("401".into()))), "the row stays");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_blocked_chat_is_remembered() {
        let gone = Failure::Gone("blocked", "Forbidden".into());
        let (_, ends) = sent(vec![send(1, 1, "a"), send(2, 1, "b")], &[("a", vec![gone])]).await;
        assert_eq!(ends[0], Record::Unreachable(ChatId(1), "blocked"));
        assert_eq!(ends[2], Record::Done(2));
    }
}
