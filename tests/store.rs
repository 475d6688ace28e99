//! The contract of the store: the same tests on SQLite and on PostgreSQL.

mod support;

use std::time::Duration;
use support::database::Database;
use support::plain_job;
use zhaogong::chat::{Company, EmployerState, Message, Out};
use zhaogong::domain::{
    ChatId, EmployerId, JobId, JobState, Lang, MessageId, PersonId, Side, Stage, Time, UpdateId,
};
use zhaogong::matching::Fit;
use zhaogong::store::{DeliveryState, Kind, NewJob, NewMessage, OfferStep, Store, Tx};

const NOW: Time = Time(1_795_485_600_000);

fn message(chat: i64, text: &str) -> NewMessage {
    NewMessage { chat: ChatId(chat), kind: Kind::Notice, call: Out::Send(Message::text(text)), shows: None }
}

/// People with these chats, as workers where the chat is even.
async fn people(tx: &mut Tx, chats: &[i64]) -> Vec<PersonId> {
    let rows: Vec<_> = chats.iter().map(|chat| (ChatId(*chat), format!("p{chat}"), Lang::ZH)).collect();
    tx.add_people(&rows, NOW).await.unwrap();
    let ids: Vec<ChatId> = chats.iter().map(|chat| ChatId(*chat)).collect();
    let mut people = tx.people(&ids).await.unwrap();
    for person in &mut people {
        if person.chat.0 % 2 == 0 {
            let profile = zhaogong::domain::Profile {
                trades: vec![zhaogong::domain::Experience { trade: "electrician".into(), months: Some(12) }],
                ..Default::default()
            };
            let classification =
                zhaogong::classify::Classification { on: NOW.date("UTC"), labels: Vec::new() };
            person.worker = Some(zhaogong::chat::Worker {
                registered: true,
                registered_at: Some(NOW),
                ..zhaogong::chat::Worker::new(profile, classification)
            });
        }
    }
    let refs: Vec<_> = people.iter().collect();
    tx.save_workers(&refs, "UTC").unwrap();
    let trades: Vec<_> = people
        .iter()
        .filter(|p| p.worker.is_some())
        .map(|p| (p.id, vec!["electrician".into(), "welder".into()]))
        .collect();
    tx.save_trades(&trades);
    people.into_iter().map(|person| person.id).collect()
}

async fn posted(tx: &mut Tx, owner: PersonId) -> JobId {
    let company = Company { name: "Acme".into(), contact: "老王".into(), licence: "123456".into() };
    let employer = tx.add_employer(owner, &company, NOW).await.unwrap();
    assert!(tx.decide_employer(employer, None, NOW).await.unwrap());
    let expires_at = NOW.plus(Duration::from_hours(30 * 24));
    let new = NewJob { employer, posted_by: owner, job: &plain_job(), expires_at };
    tx.add_job(&new, NOW).await.unwrap()
}

fn fit(score: u8) -> Fit {
    Fit { score, parts: Vec::new() }
}

async fn open(database: &Database) -> Store {
    Store::open(&database.url).await.unwrap()
}

#[tokio::test]
async fn an_update_counts_once() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids = [UpdateId(5), UpdateId(6), UpdateId(5)];
        let (fresh, seq) = tx.take_updates(&ids[..2], NOW).await.unwrap();
        assert_eq!(seq, tx.change_seq().await.unwrap());
        assert_eq!(fresh.len(), 2);
        let (again, _) = tx.take_updates(&[UpdateId(6), UpdateId(7)], NOW).await.unwrap();
        assert_eq!(again.into_iter().collect::<Vec<_>>(), [UpdateId(7)]);
        assert_eq!(tx.forget_updates(NOW.plus(Duration::from_secs(1))).await.unwrap(), 3);
        tx.commit().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_transaction_that_is_dropped_keeps_nothing() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        people(&mut tx, &[2]).await;
        drop(tx);
        let mut tx = store.begin().await.unwrap();
        assert!(tx.people(&[ChatId(2)]).await.unwrap().is_empty());
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn people_come_back_as_they_were_kept() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        people(&mut tx, &[4, 2, 3]).await;
        let mut found = tx.people(&[ChatId(3), ChatId(4), ChatId(2)]).await.unwrap();
        let chats: Vec<i64> = found.iter().map(|person| person.chat.0).collect();
        assert_eq!(chats, [2, 3, 4], "in ascending order of the chats");
        found[0].lang = Lang::EN;
        found[0].keyboard_up = true;
        found[0].consent = Some("v1".into());
        found[0].name = "<b>'; DROP TABLE person; --".into();
        tx.save_people(&[&found[0]], NOW).unwrap();
        tx.commit().await.unwrap();
        let mut tx = store.begin().await.unwrap();
        assert_eq!(tx.people(&[ChatId(2)]).await.unwrap()[0], found[0]);
        assert_eq!(tx.count_workers().await.unwrap(), 2);
        let electricians =
            tx.workers_of_trades(&["electrician".into(), "welder".into()], EmployerId(0)).await.unwrap();
        assert_eq!(electricians.len(), 2, "each once, though two trades fit");
        tx.set_reach(ChatId(2), "blocked").await.unwrap();
        assert_eq!(tx.workers_of_trades(&["electrician".into()], EmployerId(0)).await.unwrap().len(), 1);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn an_employer_is_decided_once() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let owner = people(&mut tx, &[1]).await[0];
        let company = Company { name: "Acme".into(), contact: "c".into(), licence: "123456".into() };
        let id = tx.add_employer(owner, &company, NOW).await.unwrap();
        assert_eq!(tx.waiting_employers().await.unwrap().len(), 1);
        assert!(tx.decide_employer(id, Some("no licence"), NOW).await.unwrap());
        assert!(!tx.decide_employer(id, None, NOW).await.unwrap());
        let person = tx.person(owner).await.unwrap().unwrap();
        assert_eq!(person.employer.unwrap().state, EmployerState::Refused("no licence".into()));
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn an_offer_is_made_once_and_moves_only_from_where_it_is() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids = people(&mut tx, &[1, 2]).await;
        let job = posted(&mut tx, ids[0]).await;
        let worker = ids[1];
        let first = tx.add_offers(&[(job, worker, &fit(80))], Stage::Offered, NOW).await.unwrap();
        assert_eq!(first, [(job, worker)]);
        assert!(tx.add_offers(&[(job, worker, &fit(90))], Stage::Queued, NOW).await.unwrap().is_empty());
        let step = |to, by| OfferStep { job, person: worker, to, by, why: None };
        for (to, done) in [(Stage::Offered, false), (Stage::Hired, false), (Stage::Applied, true)] {
            assert_eq!(tx.move_offer(&step(to, Side::Worker), NOW).await.unwrap(), done, "{to:?}");
        }
        assert!(!tx.move_offer(&step(Stage::Applied, Side::Worker), NOW).await.unwrap(), "it has applied");
        assert!(tx.share_number(job, worker, NOW).await.unwrap());
        assert_eq!(tx.offer(job, worker).await.unwrap().unwrap().state, Stage::Shared);
        let applicants = tx.applicants(job).await.unwrap();
        assert_eq!((applicants.len(), applicants[0].fit.score), (1, 80));
        assert!(tx.move_job(job, JobState::Open, JobState::Filled, NOW).await.unwrap());
        assert!(!tx.move_job(job, JobState::Open, JobState::Filled, NOW).await.unwrap());
        assert!(tx.open_jobs().await.unwrap().is_empty());
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_number_that_was_not_shared_for_a_job_is_not_shown_for_it() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids = people(&mut tx, &[1, 2]).await;
        let (one, two) = (posted(&mut tx, ids[0]).await, posted(&mut tx, ids[0]).await);
        for job in [one, two] {
            tx.add_offers(&[(job, ids[1], &fit(80))], Stage::Applied, NOW).await.unwrap();
        }
        let mut worker = tx.people(&[ChatId(2)]).await.unwrap().remove(0);
        worker.worker.as_mut().unwrap().phone =
            Some(zhaogong::chat::Phone { number: "+8613800000000".into(), verified: true });
        tx.save_workers(&[&worker], "UTC").unwrap();
        assert!(tx.share_number(one, ids[1], NOW).await.unwrap());
        let phone = |applicant: Option<zhaogong::store::Applicant>| applicant.unwrap().phone;
        assert_eq!(phone(tx.applicant(one, ids[1]).await.unwrap()).as_deref(), Some("+8613800000000"));
        assert_eq!(phone(tx.applicant(two, ids[1]).await.unwrap()), None);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn deliveries_go_out_in_order_and_end_once() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids = people(&mut tx, &[1, 2, 4, 6]).await;
        let job = posted(&mut tx, ids[0]).await;
        let broadcast = tx.add_broadcast(job, NOW).await.unwrap();
        let workers = [ids[3], ids[1], ids[2]];
        let fits = fit(50);
        let offers: Vec<_> = workers.iter().map(|id| (job, *id, &fits)).collect();
        tx.add_offers(&offers, Stage::Queued, NOW).await.unwrap();
        let later = NOW.plus(Duration::from_mins(1));
        let rows = [(workers[0], 0, NOW), (workers[1], 1, NOW), (workers[2], 2, later)];
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();

        let claimed = tx.claim_deliveries(10, NOW).await.unwrap();
        let people: Vec<PersonId> = claimed.iter().map(|claimed| claimed.person).collect();
        assert_eq!(people, workers[..2], "what is due, best fits first");
        assert!(tx.claim_deliveries(10, NOW).await.unwrap().is_empty(), "nothing is claimed twice");
        assert_eq!(tx.next_delivery_at().await.unwrap(), Some(later));

        let ends = [
            (broadcast, workers[0], DeliveryState::Sent(MessageId(7))),
            (broadcast, workers[1], DeliveryState::Unknown(NOW)),
        ];
        assert_eq!(tx.end_deliveries(&ends, NOW).await.unwrap(), 2);
        assert_eq!(tx.end_deliveries(&ends, NOW).await.unwrap(), 0, "they are no longer being sent");
        let offer = tx.offer(job, workers[0]).await.unwrap().unwrap();
        assert_eq!((offer.state, offer.message), (Stage::Offered, Some(MessageId(7))));

        let again = tx.claim_deliveries(10, NOW).await.unwrap();
        assert_eq!((again.len(), again[0].attempts), (1, 1));
        assert_eq!(tx.recover_deliveries(NOW).await.unwrap(), 1, "a crash while one was being sent");
        let applied = OfferStep { job, person: workers[1], to: Stage::Applied, by: Side::Worker, why: None };
        assert!(tx.move_offer(&applied, NOW).await.unwrap());
        let again = tx.claim_deliveries(10, later).await.unwrap();
        let void: Vec<bool> = again.iter().map(|claimed| claimed.void).collect();
        assert_eq!(void, [true, false], "who applied meanwhile is not offered the job again");
        assert!(tx.finish_broadcasts(NOW).await.unwrap().is_empty());
        let ends = [
            (broadcast, workers[1], DeliveryState::Skipped),
            (broadcast, workers[2], DeliveryState::Unreachable("blocked".into())),
        ];
        tx.end_deliveries(&ends, NOW).await.unwrap();
        let states = tx.delivery_states(broadcast).await.unwrap();
        let expected = [("sent", 1), ("skipped", 1), ("unreachable", 1)].map(|(s, n)| (s.to_owned(), n));
        assert_eq!(states, expected);
        assert_eq!(tx.finish_broadcasts(NOW).await.unwrap(), [(broadcast, Some(job))]);
        assert_eq!(tx.reopen_broadcast(job).await.unwrap(), Some(broadcast));
        assert!(tx.finish_broadcasts(later).await.unwrap().is_empty(), "told of only once");
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn messages_keep_their_order_over_a_restart() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let many: Vec<NewMessage> = (0..1200).map(|n| message(n % 7, &format!("m{n}"))).collect();
        let queued = tx.queue_messages(many.clone(), NOW).await.unwrap();
        tx.remove_messages(&[queued[0].row.unwrap()]);
        tx.mark_failed(queued[1].row.unwrap(), "rejected").await.unwrap();
        tx.mark_unknown(queued[2].row.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let left = tx.unsent_messages().await.unwrap();
        assert_eq!(left.len(), 1198);
        assert_eq!((left[0].attempts, left[1].attempts), (1, 0));
        assert!(left.iter().zip(&many[2..]).all(|(left, new)| left.message == *new));
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_forgotten_person_leaves_nothing_and_the_number_is_not_used_again() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids = people(&mut tx, &[1, 2]).await;
        let job = posted(&mut tx, ids[0]).await;
        tx.add_offers(&[(job, ids[1], &fit(1))], Stage::Queued, NOW).await.unwrap();
        tx.forget_person(ids[1]).await.unwrap();
        assert!(tx.offer(job, ids[1]).await.unwrap().is_none());
        assert!(tx.workers_of_trades(&["electrician".into()], EmployerId(0)).await.unwrap().is_empty());
        let new = people(&mut tx, &[2]).await[0];
        assert!(new > ids[1]);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn the_audit_log_cannot_be_changed() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        tx.audit(NOW, PersonId(1), "employer approved", 1, "").await.unwrap();
        tx.commit().await.unwrap();
        for sql in ["DELETE FROM audit", "UPDATE audit SET detail = 'x'"] {
            let error = match &store {
                Store::Sqlite(pool) => sqlx::query(sql).execute(pool).await.unwrap_err(),
                Store::Postgres(pool) => sqlx::query(sql).execute(pool).await.unwrap_err(),
            };
            assert!(error.to_string().contains("append-only"), "{error}");
        }
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn the_counter_of_changes_rises() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let before = tx.change_seq().await.unwrap();
        assert_eq!(tx.raise_change_seq().await.unwrap(), before + 1);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_wrong_url_is_told_in_words() {
    let error = Store::open("mysql://x").await.err().unwrap().to_string();
    assert!(error.contains("sqlite:") && error.contains("postgres:"), "{error}");
}
