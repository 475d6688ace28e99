//! Operators who act in the same moment: the first one wins, and who is removed is nobody at once.

mod support;

use std::sync::Arc;
use std::time::Duration;
use support::chat::START;
use support::database::Database;
use zhaogong::chat::{Company, EmployerState, Incoming, Input, Out, Sender, World};
use zhaogong::classify::RulePack;
use zhaogong::domain::{ChatId, JobState, Lang, PersonId, UpdateId};
use zhaogong::store::{NewJob, Store};
use zhaogong::turn::Turn;

const NAMES: [&str; 3] = ["Ann", "Bob", "Cid"];

/// Three people, the first two named as operators by the settings, the third made one in a chat.
async fn turn(database: &Database) -> (Store, Turn, Vec<PersonId>) {
    let store = Store::open(&database.url).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let rows: Vec<_> = (1..).zip(NAMES).map(|(chat, name)| (ChatId(chat), name.into(), Lang::EN)).collect();
    tx.add_people(&rows, START).await.unwrap();
    let chats: Vec<ChatId> = rows.iter().map(|(chat, ..)| *chat).collect();
    let ids: Vec<PersonId> = tx.people(&chats).await.unwrap().iter().map(|one| one.id).collect();
    tx.add_operator(ids[2], START).await.unwrap();
    tx.commit().await.unwrap();
    let world = Arc::new(World::embedded(RulePack::embedded("cn").unwrap()).unwrap());
    let turn = Turn::new(store.clone(), world, chats[..2].iter().copied());
    (store, turn, ids)
}

fn tap(update: i64, chat: i64, data: &str) -> Incoming {
    let name = NAMES[usize::try_from(chat - 1).unwrap()].to_owned();
    Incoming {
        update: UpdateId(update),
        sender: Sender { chat: ChatId(chat), name, language: None },
        input: Input::Tap { data: data.into(), callback: "1".into(), message: None },
    }
}

/// What somebody is shown, in order; notes on buttons included.
fn shown(outcome: &zhaogong::turn::Outcome, chat: i64) -> Vec<String> {
    let own = outcome.messages.iter().filter(|queued| queued.message.chat == ChatId(chat));
    own.map(|queued| match &queued.message.call {
        Out::Send(message) | Out::Edit { content: message, .. } => message.html.clone(),
        Out::Answer { text, .. } => text.clone().unwrap_or_default(),
        other => format!("{other:?}"),
    })
    .filter(|text| !text.is_empty())
    .collect()
}

#[tokio::test]
async fn of_two_operators_the_first_decides_and_the_second_learns_who() {
    for database in Database::all().await {
        let (store, mut turn, ids) = turn(&database).await;
        let mut tx = store.begin().await.unwrap();
        let company = Company { name: "Acme".into(), contact: "c".into(), licence: "123456".into() };
        let employer = tx.add_employer(ids[2], &company, START).await.unwrap();
        tx.commit().await.unwrap();
        let yes = format!("ok:{employer}");
        let outcome = turn.group(&[tap(1, 2, &yes), tap(2, 1, &yes)], &[], START).await;
        assert_eq!(shown(&outcome, 2), ["✅ Acme is approved. I have told them."]);
        assert_eq!(shown(&outcome, 1), ["✅ Bob approved Acme."]);
        let mut tx = store.begin().await.unwrap();
        let state = tx.person(ids[2]).await.unwrap().unwrap().employer.unwrap().state;
        assert_eq!(state, EmployerState::Approved(START));
        let log = tx.audit_log(0, 10).await.unwrap();
        assert_eq!(log.iter().map(|entry| entry.actor).collect::<Vec<_>>(), [ids[1]], "one decision");
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn who_is_removed_can_do_nothing_from_that_update_on() {
    for database in Database::all().await {
        let (store, mut turn, ids) = turn(&database).await;
        let drop = format!("op:drop!:{}", ids[2]);
        let look = format!("op:p:{}", ids[0]);
        let outcome = turn.group(&[tap(1, 3, &look), tap(2, 1, &drop), tap(3, 3, &look)], &[], START).await;
        let seen = shown(&outcome, 3);
        assert!(seen[0].contains("Ann"), "before: {seen:?}");
        assert!(seen[1].starts_with("You are no operator"), "{seen:?}");
        assert!(seen[2].starts_with("This button is old"), "after: {seen:?}");
        let later = START.plus(Duration::from_mins(1));
        for (update, data) in (4..).zip(["op:menu", "op:log:0", "op:find", "op:make!:1", "ok:1", "no:1"]) {
            let outcome = turn.group(&[tap(update, 3, data)], &[], later).await;
            let seen = shown(&outcome, 3);
            assert!(seen.len() == 1 && seen[0].starts_with("This button is old"), "{data}: {seen:?}");
        }
        // Nobody removes themselves, and those of the settings stay.
        for (update, data) in (20..).zip([format!("op:drop!:{}", ids[0]), format!("op:drop!:{}", ids[1])]) {
            turn.group(&[tap(update, 1, &data)], &[], later).await;
        }
        let outcome = turn.group(&[tap(30, 1, "op:menu"), tap(31, 2, "op:menu")], &[], later).await;
        assert!(shown(&outcome, 1)[0].contains("Desk") && shown(&outcome, 2)[0].contains("Desk"));
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_held_job_is_shown_with_the_way_to_who_posted_it() {
    for database in Database::all().await {
        let (store, mut turn, ids) = turn(&database).await;
        let outcome = turn.group(&[tap(1, 1, "op:cases")], &[], START).await;
        assert_eq!(shown(&outcome, 1), ["No job is held or reported."]);
        let mut tx = store.begin().await.unwrap();
        let company = Company { name: "<Acme>".into(), contact: "c".into(), licence: "123456".into() };
        let employer = tx.add_employer(ids[2], &company, START).await.unwrap();
        tx.decide_employer(employer, None, START).await.unwrap();
        let job = support::job(turn.world());
        let new = NewJob { employer, posted_by: ids[2], job: &job, expires_at: START };
        let job = tx.add_job(&new, START).await.unwrap();
        assert!(tx.move_job(job, JobState::Open, JobState::Held, START).await.unwrap());
        tx.commit().await.unwrap();
        let (list, card) = (tap(2, 1, "op:cases"), tap(3, 1, &format!("op:j:{job}")));
        let outcome = turn.group(&[list, card, tap(4, 1, "op:j:99")], &[], START).await;
        let seen = format!("{:?}", outcome.messages);
        for part in [format!("op:j:{job}"), format!("op:p:{}:l", ids[2]), "&lt;Acme&gt;".to_owned()] {
            assert!(seen.contains(&part), "{part} in {seen}");
        }
        assert_eq!(shown(&outcome, 1)[2], "This is not there any more.");
        store.close().await;
        database.drop().await;
    }
}
