//! The contract of the store for operators: the same tests on SQLite and on PostgreSQL.

mod support;

use std::collections::BTreeMap;
use std::time::Duration;
use support::database::Database;
use zhaogong::chat::{Company, Pause, Person, Phone, Worker, World};
use zhaogong::classify::{Classification, RulePack};
use zhaogong::domain::{ChatId, JobId, JobState, Lang, MessageId, PersonId, Profile, Side, Stage, Time};
use zhaogong::matching::Fit;
use zhaogong::store::{
    Content, DeliveryState, Happened, NewAnnouncement, NewJob, OfferStep, Store, Tx, Wanted,
};

/// 2026-11-24 10:00 in Shanghai.
const NOW: Time = Time(1_795_485_600_000);

async fn open(database: &Database) -> Store {
    Store::open(&database.url).await.unwrap()
}

/// People with these names in chats 1, 2, 3 …, all registered workers.
async fn workers(tx: &mut Tx, names: &[&str]) -> Vec<Person> {
    let rows: Vec<_> =
        (1..).zip(names).map(|(chat, name)| (ChatId(chat), (*name).into(), Lang::ZH)).collect();
    tx.add_people(&rows, NOW).await.unwrap();
    let chats: Vec<ChatId> = rows.iter().map(|(chat, ..)| *chat).collect();
    let mut people = tx.people(&chats).await.unwrap();
    for person in &mut people {
        let labels = Classification { on: NOW.date("UTC"), labels: Vec::new() };
        let worker = Worker::new(Profile::default(), labels);
        person.worker = Some(Worker { registered: true, registered_at: Some(NOW), ..worker });
    }
    save(tx, &people);
    people
}

fn save(tx: &mut Tx, people: &[Person]) {
    let refs: Vec<_> = people.iter().collect();
    tx.save_people(&refs, NOW).unwrap();
    tx.save_workers(&refs, "UTC").unwrap();
}

async fn job(tx: &mut Tx, owner: PersonId) -> JobId {
    let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
    let company = Company { name: "Acme".into(), contact: "c".into(), licence: "123456".into() };
    let employer = tx.add_employer(owner, &company, NOW).await.unwrap();
    tx.decide_employer(employer, None, NOW).await.unwrap();
    let new = NewJob { employer, posted_by: owner, job: &support::job(&world), expires_at: NOW };
    tx.add_job(&new, NOW).await.unwrap()
}

#[tokio::test]
async fn people_are_found_by_number_phone_and_part_of_a_name() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let mut people = workers(&mut tx, &["Алёна ПЕТРОВА", "欧阳铁柱", "100% José", "x_y!z"]).await;
        let worker = people[0].worker.as_mut().unwrap();
        worker.profile.name = Some("Зульфия".into());
        worker.phone = Some(Phone { number: "+8613800000000".into(), verified: true });
        save(&mut tx, &people);
        let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
        for (wanted, expected) in [
            (Wanted::Name("алена пет".into()), vec![0]),
            (Wanted::Name("зульфия".into()), vec![0]),
            (Wanted::Name("铁柱".into()), vec![1]),
            (Wanted::Name("100%".into()), vec![2]),
            (Wanted::Name("josé".into()), vec![2]),
            (Wanted::Name("%".into()), vec![2]),
            (Wanted::Name("x y!z".into()), vec![3]),
            (Wanted::Name("_".into()), vec![]),
            (Wanted::Name("nobody".into()), vec![]),
            (Wanted::Phone("+8613800000000".into()), vec![0]),
            (Wanted::Phone("+8613800000001".into()), vec![]),
            (Wanted::Number(ids[1].0), vec![1]),
            (Wanted::Number(999_999), vec![]),
        ] {
            let found = tx.find_people(&wanted).await.unwrap();
            let found: Vec<PersonId> = found.into_iter().map(|(id, _)| id).collect();
            let expected: Vec<PersonId> = expected.into_iter().map(|at: usize| ids[at]).collect();
            assert_eq!(found, expected, "{wanted:?}");
        }
        let late = vec![(ChatId(5_000_000_000), "late".to_owned(), Lang::EN)];
        tx.add_people(&late, NOW).await.unwrap();
        let by_chat = tx.find_people(&Wanted::Number(5_000_000_000)).await.unwrap();
        assert_eq!(by_chat[0].1, "late");
        assert_eq!(tx.names(&[ids[1], PersonId(99)]).await.unwrap(), [(ids[1], "欧阳铁柱".to_owned())]);
        assert_eq!(tx.known_since(ids[1]).await.unwrap(), Some((NOW, "ok".to_owned())));
        assert_eq!(tx.known_since(PersonId(99)).await.unwrap(), None);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn notes_and_tags_go_with_the_person() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let ids: Vec<PersonId> = workers(&mut tx, &["a", "b"]).await.iter().map(|one| one.id).collect();
        let (one, two) = (ids[0], ids[1]);
        assert!(tx.add_note(one, two, "first", NOW).await.unwrap());
        assert!(tx.add_note(one, two, "second", NOW).await.unwrap());
        assert!(!tx.add_note(PersonId(99), two, "nobody", NOW).await.unwrap());
        let notes = tx.notes(one).await.unwrap();
        assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["second", "first"]);
        assert_eq!(notes[0].author, two);
        for (person, tag, new) in [(one, "b", true), (one, "a", true), (one, "a", false), (two, "b", true)] {
            assert_eq!(tx.add_tag(person, tag).await.unwrap(), new, "{tag}");
        }
        assert!(!tx.add_tag(PersonId(99), "a").await.unwrap());
        assert_eq!(tx.tags(one).await.unwrap(), ["a", "b"]);
        assert_eq!(tx.all_tags().await.unwrap(), ["b", "a"], "the most used first");
        assert!(tx.remove_tag(one, "a").await.unwrap());
        assert!(!tx.remove_tag(one, "a").await.unwrap());
        tx.forget_person(one).await.unwrap();
        assert!(tx.notes(one).await.unwrap().is_empty());
        assert!(tx.tags(one).await.unwrap().is_empty());
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn counters_add_up_over_days_and_steps_are_counted_by_their_times() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let day = |day: i8| jiff::civil::date(2026, 11, day);
        let counts = |n: i64| BTreeMap::from([("reg:started".to_owned(), n), ("reg:done".to_owned(), 1)]);
        tx.raise_tallies(day(1), &counts(3));
        tx.raise_tallies(day(1), &counts(2));
        tx.raise_tallies(day(2), &counts(10));
        tx.raise_tallies(day(2), &BTreeMap::new());
        for (from, to, started, done) in
            [(1, 1, Some(5), Some(2)), (1, 2, Some(15), Some(3)), (3, 9, None, None)]
        {
            let sums = tx.tallies(day(from), day(to)).await.unwrap();
            assert_eq!((sums.get("reg:started").copied(), sums.get("reg:done").copied()), (started, done));
        }

        let people = workers(&mut tx, &["boss", "worker"]).await;
        let job = job(&mut tx, people[0].id).await;
        let fit = Fit { score: 1, parts: Vec::new() };
        tx.add_offers(&[(job, people[1].id, &fit)], Stage::Offered, NOW).await.unwrap();
        let later = NOW.plus(Duration::from_hours(1));
        let step = OfferStep { job, person: people[1].id, to: Stage::Applied, by: Side::Worker, why: None };
        assert!(tx.move_offer(&step, later).await.unwrap());
        let now = Happened { offered: 1, posted: 1, approved: 1, ..Happened::default() };
        assert_eq!(tx.happened(NOW, later).await.unwrap(), now);
        let then = Happened { seen: 1, applied: 1, ..Happened::default() };
        assert_eq!(tx.happened(later, later.plus(Duration::from_secs(1))).await.unwrap(), then);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn an_announcement_is_claimed_once_each_and_void_for_those_who_went_silent() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let names = ["wanted", "off", "hired", "blocked", "hidden", "late"];
        let mut people = workers(&mut tx, &names).await;
        let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
        people[4].worker.as_mut().unwrap().classified = false;
        save(&mut tx, &people);
        let found = tx.listeners(ids[0], 4).await.unwrap();
        assert_eq!(found.iter().map(|one| one.person).collect::<Vec<_>>(), ids[1..5]);
        assert!(
            found[0].profile.is_some() && found[3].profile.is_none(),
            "who is not classified has no facts"
        );

        let new = NewAnnouncement { text: "<b>", audience: "all", author: ids[0] };
        let broadcast = tx.add_announcement(&new, NOW).await.unwrap();
        let later = NOW.plus(Duration::from_hours(10));
        let rows: Vec<_> =
            (0..).zip(&ids).map(|(place, id)| (*id, place, if place == 5 { later } else { NOW })).collect();
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();
        // After it was queued some went silent.
        people[1].worker.as_mut().unwrap().pause = Pause::Off;
        people[2].worker.as_mut().unwrap().pause = Pause::Hired;
        save(&mut tx, &people);
        tx.set_reach(people[3].chat, "blocked").await.unwrap();
        let left: Vec<_> = tx.listeners(PersonId(0), 100).await.unwrap();
        assert_eq!(left.iter().map(|one| one.person).collect::<Vec<_>>(), [ids[0], ids[2], ids[4], ids[5]]);

        let claimed = tx.claim_deliveries(10, NOW).await.unwrap();
        let void: Vec<(PersonId, bool)> = claimed.iter().map(|one| (one.person, one.void)).collect();
        let expected = [false, true, false, true, false];
        assert_eq!(void, ids.iter().copied().zip(expected).collect::<Vec<_>>());
        assert_eq!(claimed[0].content, Content::Announcement("<b>".into()));
        assert!(tx.claim_deliveries(10, NOW).await.unwrap().is_empty(), "nothing is claimed twice");
        assert_eq!(tx.next_delivery_at().await.unwrap(), Some(later));
        let sent = |id: PersonId| (broadcast, id, DeliveryState::Sent(MessageId(1)));
        let ends = [
            sent(ids[0]),
            (broadcast, ids[1], DeliveryState::Skipped),
            sent(ids[2]),
            (broadcast, ids[3], DeliveryState::Skipped),
        ];
        assert_eq!(tx.end_deliveries(&ends, NOW).await.unwrap(), 4);
        // The one that is still being sent is caught by a crash, and tried once more.
        assert_eq!(tx.recover_deliveries(NOW).await.unwrap(), 1);
        let again = tx.claim_deliveries(10, NOW).await.unwrap();
        assert_eq!((again.len(), again[0].person, again[0].void), (1, ids[4], false));
        tx.end_deliveries(&[sent(ids[4])], NOW).await.unwrap();
        let (running, progress) = tx.running_broadcasts().await.unwrap().remove(0);
        assert_eq!((running.id, running.job, running.audience.as_str()), (broadcast, None, "all"));
        assert_eq!((progress.total, progress.sent, progress.open, progress.next_at), (6, 3, 1, Some(later)));
        assert!(tx.finish_broadcasts(NOW).await.unwrap().is_empty());
        tx.claim_deliveries(10, later).await.unwrap();
        tx.end_deliveries(&[sent(ids[5])], later).await.unwrap();
        assert_eq!(tx.finish_broadcasts(later).await.unwrap(), [(broadcast, None)]);
        assert!(tx.finish_broadcasts(later).await.unwrap().is_empty());
        assert_eq!(tx.stop_announcement(broadcast, later).await.unwrap(), None, "it is over");
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_stopped_announcement_goes_to_nobody_more() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let people = workers(&mut tx, &["a", "b", "c"]).await;
        let new = NewAnnouncement { text: "t", audience: "all", author: people[0].id };
        let broadcast = tx.add_announcement(&new, NOW).await.unwrap();
        let rows: Vec<_> = (0..).zip(&people).map(|(place, one)| (one.id, place, NOW)).collect();
        tx.add_deliveries(broadcast, &rows, NOW).await.unwrap();
        let claimed = tx.claim_deliveries(1, NOW).await.unwrap();
        assert_eq!(tx.stop_announcement(broadcast, NOW).await.unwrap(), Some(2));
        assert_eq!(tx.stop_announcement(broadcast, NOW).await.unwrap(), None);
        assert!(tx.claim_deliveries(10, NOW).await.unwrap().is_empty());
        // What was on its way and was not taken comes back, and is void.
        let back = [(broadcast, claimed[0].person, DeliveryState::Later(NOW))];
        tx.end_deliveries(&back, NOW).await.unwrap();
        let again = tx.claim_deliveries(10, NOW).await.unwrap();
        assert_eq!((again.len(), again[0].void), (1, true));
        // A job's broadcast is no announcement.
        let job = job(&mut tx, people[0].id).await;
        let offers = tx.add_broadcast(job, NOW).await.unwrap();
        assert_eq!(tx.stop_announcement(offers, NOW).await.unwrap(), None);
        assert_eq!(tx.broadcast(offers).await.unwrap().unwrap().job, Some(job));
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}

#[tokio::test]
async fn the_desk_counts_what_waits_and_the_log_is_read_backwards() {
    for database in Database::all().await {
        let store = open(&database).await;
        let mut tx = store.begin().await.unwrap();
        let people = workers(&mut tx, &["boss", "op"]).await;
        let (boss, op) = (people[0].id, people[1].id);
        let company = Company { name: "New".into(), contact: "c".into(), licence: "123456".into() };
        let waiting = tx.add_employer(boss, &company, NOW).await.unwrap();
        let job = job(&mut tx, boss).await;
        tx.add_broadcast(job, NOW).await.unwrap();
        let counts = tx.staff_counts().await.unwrap();
        assert_eq!((counts.waiting, counts.cases, counts.running), (1, 0, 1));
        assert!(tx.job_cases().await.unwrap().is_empty());
        assert!(tx.move_job(job, JobState::Open, JobState::Held, NOW).await.unwrap());
        assert_eq!(tx.job_cases().await.unwrap(), [job]);
        assert_eq!(tx.staff_counts().await.unwrap().cases, 1);

        assert_eq!(tx.who_decided(waiting).await.unwrap(), None);
        for (action, subject) in
            [("employer approved", 77), ("employer refused", waiting.0), ("note written", 1)]
        {
            tx.audit(NOW, op, action, subject, "").await.unwrap();
        }
        assert_eq!(tx.who_decided(waiting).await.unwrap().as_deref(), Some("op"));
        let log = |entries: Vec<zhaogong::store::AuditEntry>| {
            entries.into_iter().map(|entry| entry.action).collect::<Vec<_>>()
        };
        assert_eq!(log(tx.audit_log(0, 2).await.unwrap()), ["note written", "employer refused"]);
        assert_eq!(log(tx.audit_log(2, 2).await.unwrap()), ["employer approved"]);
        tx.rollback().await.unwrap();
        store.close().await;
        database.drop().await;
    }
}
