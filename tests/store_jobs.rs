//! The contract of the store about the life of a job and the people of a company, on both databases.

mod support;

use std::time::Duration;
use support::database::Database;
use support::plain_job;
use zhaogong::chat::{Company, Worker};
use zhaogong::classify::Classification;
use zhaogong::domain::{
    ChatId, EmployerId, Job, JobId, JobState, Lang, MessageId, PersonId, Profile, Side, Stage, Time,
};
use zhaogong::matching::Fit;
use zhaogong::store::{DeliveryState, NewJob, OfferStep, Store, Timer, Tx};

const NOW: Time = Time(1_795_485_600_000);
const DAY: Duration = Duration::from_hours(24);

fn job(contact: &str) -> Job {
    Job { contact: contact.into(), ..plain_job() }
}

/// People with these names, who are workers, too.
async fn people<const N: usize>(tx: &mut Tx, names: [&str; N]) -> [PersonId; N] {
    let rows: Vec<_> =
        names.iter().zip(1..).map(|(name, chat)| (ChatId(chat), (*name).to_owned(), Lang::ZH)).collect();
    tx.add_people(&rows, NOW).await.unwrap();
    let chats: Vec<ChatId> = rows.iter().map(|row| row.0).collect();
    let mut people = tx.people(&chats).await.unwrap();
    for person in &mut people {
        let labels = Classification { on: NOW.date("UTC"), labels: Vec::new() };
        person.worker = Some(Worker { registered: true, ..Worker::new(Profile::default(), labels) });
    }
    let refs: Vec<_> = people.iter().collect();
    tx.save_workers(&refs, "UTC").unwrap();
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    ids.try_into().unwrap()
}

async fn company(tx: &mut Tx, founder: PersonId, contact: &str, now: Time) -> EmployerId {
    let company = Company { name: "Acme".into(), contact: contact.into(), licence: "123456".into() };
    let id = tx.add_employer(founder, &company, now).await.unwrap();
    assert!(tx.decide_employer(id, None, now).await.unwrap());
    id
}

async fn post(tx: &mut Tx, employer: EmployerId, posted_by: PersonId, contact: &str) -> JobId {
    let new = NewJob { employer, posted_by, job: &job(contact), expires_at: NOW.plus(DAY) };
    tx.add_job(&new, NOW).await.unwrap()
}

fn fit() -> Fit {
    Fit { score: 50, parts: Vec::new() }
}

async fn done(database: Database, store: Store, tx: Tx) {
    tx.rollback().await.unwrap();
    store.close().await;
    database.drop().await;
}

#[tokio::test]
async fn a_job_changes_only_from_what_was_seen() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss] = people(&mut tx, ["boss"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        let id = post(&mut tx, employer, boss, "boss").await;
        let later = NOW.plus(Duration::from_mins(1));
        let mut new = job("boss");
        new.headcount = 5;
        assert!(tx.change_job(id, NOW, &new, later).await.unwrap());
        assert!(!tx.change_job(id, NOW, &job("boss"), later).await.unwrap(), "it was changed since");
        let stored = tx.job(id).await.unwrap().unwrap();
        assert_eq!((stored.job.headcount, stored.changed_at), (5, later));
        let until = NOW.plus(DAY * 30);
        assert!(tx.extend_job(id, stored.expires_at, until).await.unwrap());
        assert!(!tx.extend_job(id, stored.expires_at, until).await.unwrap(), "it was extended since");
        assert!(tx.job(id).await.unwrap().unwrap().takes(until.minus(Duration::from_millis(1))));
        let stored = tx.job(id).await.unwrap().unwrap();
        assert!(!stored.takes(until), "over at its very instant");
        assert_eq!((stored.state, stored.shown_state(until)), (JobState::Open, JobState::Expired));
        done(database, store, tx).await;
    }
}

#[tokio::test]
async fn what_was_not_sent_is_taken_back_and_what_was_sent_shows_the_job_of_then() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, sent, waits, skipped] = people(&mut tx, ["boss", "sent", "waits", "skipped"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        let id = post(&mut tx, employer, boss, "boss").await;
        let broadcast = tx.add_broadcast(id, NOW).await.unwrap();
        let fit = fit();
        let offers = [(id, sent, &fit), (id, waits, &fit), (id, skipped, &fit)];
        tx.add_offers(&offers, Stage::Queued, NOW).await.unwrap();
        let tomorrow = NOW.plus(DAY);
        let rows = [(sent, 0, NOW), (skipped, 1, NOW), (waits, 2, tomorrow)];
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();
        let claimed = tx.claim_deliveries(1, NOW).await.unwrap();
        assert_eq!((claimed.len(), claimed[0].void), (1, false));
        let change = NOW.plus(Duration::from_secs(5));
        assert!(tx.change_job(id, NOW, &job("other"), change).await.unwrap());
        // Telegram took it after the change, but the text was made before.
        let record = NOW.plus(Duration::from_secs(9));
        let ends = [(broadcast, sent, DeliveryState::Sent(MessageId(7)))];
        assert_eq!(tx.end_deliveries(&ends, record).await.unwrap(), 1);
        let offer = tx.offer(id, sent).await.unwrap().unwrap();
        assert_eq!((offer.state, offer.shown_at), (Stage::Offered, Some(NOW)));
        assert!(offer.shown_at < Some(change), "the worker has the old facts");
        tx.mark_shown(id, sent, record).await.unwrap();
        assert_eq!(tx.offer(id, sent).await.unwrap().unwrap().shown_at, Some(record));

        let claimed = tx.claim_deliveries(9, NOW).await.unwrap();
        assert_eq!(claimed.len(), 1);
        let ends = [(broadcast, skipped, DeliveryState::Skipped)];
        tx.end_deliveries(&ends, NOW).await.unwrap();
        let mut unsent = tx.take_unsent(id).await.unwrap();
        unsent.sort_unstable();
        assert_eq!(unsent, [(waits, tomorrow), (skipped, NOW)]);
        assert!(tx.offer(id, waits).await.unwrap().is_none());
        assert!(tx.offer(id, skipped).await.unwrap().is_none());
        assert!(tx.offer(id, sent).await.unwrap().is_some(), "what was sent stays");
        assert!(tx.take_unsent(id).await.unwrap().is_empty());
        done(database, store, tx).await;
    }
}

#[tokio::test]
async fn a_job_whose_time_ran_out_is_not_sent() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, worker] = people(&mut tx, ["boss", "worker"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        let id = post(&mut tx, employer, boss, "boss").await;
        let broadcast = tx.add_broadcast(id, NOW).await.unwrap();
        tx.add_offers(&[(id, worker, &fit())], Stage::Queued, NOW).await.unwrap();
        tx.add_deliveries(broadcast, &[(worker, 0, NOW)], NOW).await.unwrap();
        let claimed = tx.claim_deliveries(9, NOW.plus(DAY)).await.unwrap();
        assert_eq!((claimed.len(), claimed[0].void), (1, true));
        done(database, store, tx).await;
    }
}

#[tokio::test]
async fn applications_that_ended_with_a_job_are_found_again() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, waits, hired, seen] = people(&mut tx, ["boss", "waits", "hired", "seen"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        let id = post(&mut tx, employer, boss, "boss").await;
        let fit = fit();
        tx.add_offers(&[(id, waits, &fit), (id, hired, &fit)], Stage::Applied, NOW).await.unwrap();
        tx.add_offers(&[(id, seen, &fit)], Stage::Seen, NOW).await.unwrap();
        let step = |person, to, why| OfferStep { job: id, person, to, by: Side::Time, why };
        assert!(tx.move_offer(&step(hired, Stage::Hired, None), NOW).await.unwrap());
        let involved = tx.involved(id).await.unwrap();
        assert_eq!(involved, [(waits, Stage::Applied), (hired, Stage::Hired)]);
        assert_eq!(
            tx.pipeline(id).await.unwrap(),
            [(Stage::Seen, 1), (Stage::Applied, 1), (Stage::Hired, 1)]
        );
        assert!(tx.move_offer(&step(waits, Stage::Closed, Some("expired")), NOW).await.unwrap());
        assert_eq!(tx.closed_because(id, "expired").await.unwrap(), [waits]);
        assert!(tx.closed_because(id, "closed").await.unwrap().is_empty());
        let back = step(waits, Stage::Applied, Some("extended"));
        assert!(tx.move_offer_from(Stage::Closed, &back, NOW).await.unwrap());
        assert!(tx.closed_because(id, "expired").await.unwrap().is_empty());
        done(database, store, tx).await;
    }
}

#[tokio::test]
async fn who_asked_is_let_in_once_and_acts_for_the_latest_company() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, asks] = people(&mut tx, ["boss", "asks"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        // A company of one's own that is newer by number, but older by time.
        let own = company(&mut tx, asks, "asks", NOW.minus(DAY)).await;
        assert!(own > employer);
        assert!(tx.ask_in(employer, asks, NOW).await.unwrap());
        assert!(!tx.ask_in(employer, asks, NOW).await.unwrap(), "once");
        assert!(!tx.ask_in(employer, boss, NOW).await.unwrap(), "who is in does not ask");
        assert!(!tx.remove_member(employer, asks).await.unwrap(), "who only asked is not a member");
        assert!(tx.answer_member(employer, asks, false, NOW).await.unwrap());
        assert!(!tx.answer_member(employer, asks, true, NOW).await.unwrap(), "answered once");
        assert_eq!(tx.members(employer).await.unwrap().len(), 1, "who was refused is not shown");
        assert!(!tx.ask_in(employer, asks, NOW.plus(DAY / 2)).await.unwrap(), "not on the same day");
        assert!(tx.ask_in(employer, asks, NOW.plus(DAY)).await.unwrap());
        let acts_for = tx.person(asks).await.unwrap().unwrap().employer_id();
        assert_eq!(acts_for, Some(own), "to ask is not to be in");
        assert!(tx.answer_member(employer, asks, true, NOW.plus(DAY)).await.unwrap());
        let person = tx.person(asks).await.unwrap().unwrap().employer.unwrap();
        assert_eq!((person.id, person.founder), (employer, false));
        let members = tx.members(employer).await.unwrap();
        let seen: Vec<_> = members.iter().map(|one| (one.person, one.inside, one.founder)).collect();
        assert_eq!(seen, [(boss, true, true), (asks, true, false)]);
        assert!(!tx.remove_member(employer, boss).await.unwrap(), "the founder stays");
        assert!(tx.remove_member(employer, asks).await.unwrap());
        assert!(!tx.remove_member(employer, asks).await.unwrap());
        assert_eq!(tx.person(asks).await.unwrap().unwrap().employer_id(), Some(own));
        done(database, store, tx).await;
    }
}

/// The timers that are due some day, by kind, subject and whose they are.
async fn timers(tx: &mut Tx) -> Vec<(String, String, PersonId)> {
    let taken = tx.take_timers(100, NOW.plus(DAY * 99)).await.unwrap();
    let mut timers: Vec<_> = taken.into_iter().map(|one| (one.kind, one.subject, one.person)).collect();
    timers.sort();
    timers
}

fn set(tx: &mut Tx, person: PersonId, kind: &str, subject: &str) {
    let timer = Timer { person, kind: kind.into(), subject: subject.into(), due_at: NOW };
    tx.set_timers(&[timer]);
}

#[tokio::test]
async fn jobs_and_their_timers_outlive_who_posted_them() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, member] = people(&mut tx, ["boss", "member"]).await;
        let employer = company(&mut tx, boss, "boss", NOW).await;
        tx.add_member(employer, member, true, NOW).await.unwrap();
        let id = post(&mut tx, employer, member, "member").await;
        assert_eq!(tx.job(id).await.unwrap().unwrap().owner, member);
        set(&mut tx, member, "job_end", &id.to_string());
        set(&mut tx, member, "ask", "");
        assert!(tx.remove_member(employer, member).await.unwrap());
        assert_eq!(tx.job(id).await.unwrap().unwrap().owner, boss);
        let word = id.to_string();
        let expected = [("ask".into(), String::new(), member), ("job_end".into(), word.clone(), boss)];
        assert_eq!(timers(&mut tx).await, expected);

        set(&mut tx, boss, "job_ending", &word);
        set(&mut tx, boss, "job_end", &word);
        tx.drop_job_timers(id).await.unwrap();
        assert!(timers(&mut tx).await.is_empty());
        done(database, store, tx).await;
    }
}

#[tokio::test]
async fn a_company_goes_to_who_is_in_longest_and_keeps_no_name_of_who_left() {
    for database in Database::all().await {
        let store = Store::open(&database.url).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let [boss, second, first] = people(&mut tx, ["boss", "second", "first"]).await;
        let employer = company(&mut tx, boss, "old name", NOW).await;
        let alone = company(&mut tx, boss, "old name", NOW).await;
        tx.add_member(employer, second, true, NOW.plus(DAY * 2)).await.unwrap();
        tx.add_member(employer, first, true, NOW.plus(DAY)).await.unwrap();
        let by_boss = post(&mut tx, employer, boss, "any name").await;
        let by_second = post(&mut tx, employer, second, "old name").await;
        let by_first = post(&mut tx, employer, first, "the porter").await;
        set(&mut tx, boss, "job_end", &by_boss.to_string());
        assert_eq!(tx.hand_over(boss).await.unwrap(), [(employer, first)]);
        tx.forget_person(boss).await.unwrap();
        assert!(tx.employer(alone).await.unwrap().is_none(), "without others it goes, too");
        let kept = tx.employer(employer).await.unwrap().unwrap();
        assert_eq!((kept.person, kept.company.contact.as_str()), (first, "first"));
        let mut contacts = Vec::new();
        for id in [by_boss, by_second, by_first] {
            contacts.push(tx.job(id).await.unwrap().unwrap().job.contact);
        }
        assert_eq!(contacts, ["first", "first", "the porter"]);
        assert_eq!(tx.job(by_boss).await.unwrap().unwrap().owner, first);
        assert_eq!(timers(&mut tx).await, [("job_end".into(), by_boss.to_string(), first)]);

        // A member who is erased: the job stays with the company, without the name.
        assert!(tx.hand_over(second).await.unwrap().is_empty());
        tx.forget_person(second).await.unwrap();
        let job = tx.job(by_second).await.unwrap().unwrap();
        assert_eq!((job.owner, job.job.contact.as_str()), (first, "first"));
        done(database, store, tx).await;
    }
}
