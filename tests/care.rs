//! The contract of the store for what protects workers: the same tests on SQLite and on PostgreSQL.

mod support;

use support::database::Database;
use zhaogong::chat::{Company, Message, Out};
use zhaogong::domain::{
    ChatId, CheckDay, CheckIn, EmployerId, JobId, JobState, Lang, MessageId, PersonId, ReportKind, Side,
    Stage, Time, Works,
};
use zhaogong::matching::Fit;
use zhaogong::store::{Kind, NewJob, NewMessage, OfferStep, Shows, Store, Timer, Tx};

const NOW: Time = Time(1_795_485_600_000);
const JOB: &str = r#"{"trades":["electrician"],"headcount":2,"place":{"id":"cn:4403","country":"CN",
    "division":"CN:44","zone":"Asia/Shanghai","point":{"lat":22.5,"lon":114.0},"approximate":false},
    "pay":{"min":6000,"max":8000,"unit":"month","currency":"CNY"},"preference":"fixed",
    "nature":"full_time","shift":"day","requires":{},"provides":[],"contact":"c"}"#;

struct Cast {
    boss: PersonId,
    workers: Vec<PersonId>,
    employer: EmployerId,
    job: JobId,
}

/// A boss with an approved employer and an open job, and three workers who were hired for it.
async fn cast(tx: &mut Tx) -> Cast {
    let chats: Vec<ChatId> = (1..=4).map(ChatId).collect();
    let rows: Vec<_> = chats.iter().map(|chat| (*chat, format!("p{chat}"), Lang::ZH)).collect();
    tx.add_people(&rows, NOW).await.unwrap();
    let mut people = tx.people(&chats).await.unwrap();
    for person in &mut people[1..] {
        let nothing = zhaogong::classify::Classification { on: NOW.date("UTC"), labels: Vec::new() };
        let profile = zhaogong::domain::Profile { name: Some("欧阳".into()), ..Default::default() };
        person.worker = Some(zhaogong::chat::Worker::new(profile, nothing));
    }
    tx.save_workers(&people.iter().collect::<Vec<_>>(), "UTC").unwrap();
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let company = Company { name: "Acme".into(), contact: "c".into(), licence: "123456".into() };
    let employer = tx.add_employer(ids[0], &company, NOW).await.unwrap();
    assert!(tx.decide_employer(employer, None, NOW).await.unwrap());
    let job = serde_json::from_str(JOB).unwrap();
    let new = NewJob { employer, posted_by: ids[0], job: &job, expires_at: Time(NOW.0 + 86_400_000) };
    let job = tx.add_job(&new, NOW).await.unwrap();
    let fit = Fit { score: 50, parts: Vec::new() };
    for person in &ids[1..] {
        tx.add_offers(&[(job, *person, &fit)], Stage::Applied, NOW).await.unwrap();
        let step = OfferStep { job, person: *person, to: Stage::Hired, by: Side::Employer, why: None };
        assert!(tx.move_offer(&step, NOW).await.unwrap());
    }
    Cast { boss: ids[0], workers: ids[1..].to_vec(), employer, job }
}

/// Runs a test on every database, and keeps nothing.
macro_rules! on_all {
    (|$tx:ident, $cast:ident| $body:block) => {
        for database in Database::all().await {
            let store = Store::open(&database.url).await.unwrap();
            let mut transaction = store.begin().await.unwrap();
            let $tx = &mut transaction;
            let $cast = cast($tx).await;
            $body
            transaction.rollback().await.unwrap();
            store.close().await;
            database.drop().await;
        }
    };
}

#[tokio::test]
async fn who_was_not_asked_cannot_answer_and_a_charge_stays_until_it_is_taken_back() {
    on_all!(|tx, cast| {
        let (check, worker) = (CheckIn { job: cast.job, day: CheckDay::First }, cast.workers[0]);
        assert!(!tx.answer_works(check, worker, Works::Yes, NOW).await.unwrap());
        assert!(!tx.answer_charged(check, worker, true, NOW).await.unwrap());
        assert_eq!(tx.checkin(check, worker).await.unwrap(), None);

        tx.ask_checkin(check, worker, NOW).await.unwrap();
        assert!(tx.answer_works(check, worker, Works::NotYet, NOW).await.unwrap());
        assert!(tx.answer_charged(check, worker, false, NOW).await.unwrap());
        tx.ask_checkin(check, worker, NOW).await.unwrap();
        let said = tx.checkin(check, worker).await.unwrap().unwrap();
        assert_eq!((said.works, said.charged, said.n_asked), (None, None, 2), "asked anew");

        assert!(!tx.say_charge(check, worker, "800").await.unwrap(), "there is no charge yet");
        assert!(tx.answer_charged(check, worker, true, NOW).await.unwrap());
        assert!(!tx.answer_charged(check, worker, true, NOW).await.unwrap(), "once");
        assert!(!tx.answer_charged(check, worker, false, NOW).await.unwrap(), "not by another answer");
        assert!(tx.say_charge(check, worker, "800").await.unwrap());
        tx.ask_checkin(check, worker, NOW).await.unwrap();
        let charges = tx.charges_of(cast.employer).await.unwrap();
        assert_eq!(charges.len(), 1);
        assert_eq!(charges[0].name, "欧阳", "by the name that the worker told");
        assert_eq!((charges[0].said.as_deref(), charges[0].settled), (Some("800"), false));
        assert!(!tx.take_charge_back(check, cast.workers[1]).await.unwrap(), "somebody else's");
        assert!(tx.take_charge_back(check, worker).await.unwrap());
        assert!(tx.charges_of(cast.employer).await.unwrap().is_empty());

        assert!(tx.answer_charged(check, worker, true, NOW).await.unwrap());
        assert_eq!(tx.employers_in_question().await.unwrap(), [cast.employer]);
        tx.settle_charges(cast.employer).await.unwrap();
        assert!(tx.employers_in_question().await.unwrap().is_empty());
        assert!(!tx.take_charge_back(check, worker).await.unwrap(), "an operator decided");
        let all = tx.checkins_of(worker).await.unwrap();
        assert_eq!((all.len(), all[0].charged, all[0].settled), (1, Some(true), true));
        assert_eq!(all[0].said, None, "what was taken back is gone");
        tx.forget_person(worker).await.unwrap();
        assert!(tx.charges_of(cast.employer).await.unwrap().is_empty());
    });
}

#[tokio::test]
async fn one_worker_counts_once_and_what_was_dismissed_stays_so() {
    on_all!(|tx, cast| {
        for kind in [ReportKind::Fee, ReportKind::Rude] {
            tx.report(cast.job, cast.workers[0], kind, NOW).await.unwrap();
        }
        tx.report(cast.job, cast.workers[1], ReportKind::Scam, NOW).await.unwrap();
        assert!(tx.say_report(cast.job, cast.workers[1], "it is not there").await.unwrap());
        assert!(!tx.say_report(cast.job, cast.workers[2], "nothing reported").await.unwrap());
        let reports = tx.reports_on(cast.job).await.unwrap();
        let kinds: Vec<_> = reports.iter().map(|report| (report.kind, report.open)).collect();
        assert_eq!(kinds, [(ReportKind::Rude, true), (ReportKind::Scam, true)]);
        assert_eq!(tx.reports_about(cast.employer).await.unwrap(), reports);
        assert_eq!(tx.jobs_in_question().await.unwrap(), [cast.job]);
        assert_eq!(tx.close_reports(cast.job).await.unwrap(), 2);
        assert!(tx.jobs_in_question().await.unwrap().is_empty());
        assert_eq!(tx.close_reports(cast.job).await.unwrap(), 0);
        tx.report(cast.job, cast.workers[0], ReportKind::Fee, NOW).await.unwrap();
        assert!(!tx.take_report_back(cast.job, cast.workers[0]).await.unwrap());
        let again = tx.reports_by(cast.workers[0]).await.unwrap();
        assert_eq!((again[0].kind, again[0].open), (ReportKind::Fee, false), "changed, and still closed");
        tx.report(cast.job, cast.workers[2], ReportKind::Fee, NOW).await.unwrap();
        assert!(tx.take_report_back(cast.job, cast.workers[2]).await.unwrap());
        tx.forget_worker(cast.workers[0]).await.unwrap();
        tx.forget_person(cast.workers[1]).await.unwrap();
        assert!(tx.reports_on(cast.job).await.unwrap().is_empty());
    });
}

#[tokio::test]
async fn a_frozen_employers_jobs_are_not_open_and_come_back() {
    on_all!(|tx, cast| {
        assert_eq!(tx.count_hired(cast.employer).await.unwrap(), 3);
        assert!(!tx.move_employer(cast.employer, "frozen", "approved", None, NOW).await.unwrap());
        assert!(tx.move_employer(cast.employer, "approved", "frozen", Some("charge"), NOW).await.unwrap());
        assert!(!tx.move_employer(cast.employer, "approved", "frozen", Some("charge"), NOW).await.unwrap());
        assert!(tx.open_jobs().await.unwrap().is_empty());
        let job = tx.job(cast.job).await.unwrap().unwrap();
        assert_eq!((job.is_open(), job.is_checked(), job.barred), (false, true, false));
        let later = Time(NOW.0 + 1);
        assert!(tx.move_employer(cast.employer, "frozen", "approved", None, later).await.unwrap());
        assert_eq!(tx.approved_at(cast.employer).await.unwrap(), Some(NOW), "verified since the first time");
        assert!(tx.job(cast.job).await.unwrap().unwrap().is_open());
        assert!(tx.move_employer(cast.employer, "approved", "refused", Some("x"), later).await.unwrap());
        assert!(tx.job(cast.job).await.unwrap().unwrap().barred);
    });
}

#[tokio::test]
async fn a_refused_employers_offers_are_void() {
    on_all!(|tx, cast| {
        let broadcast = tx.add_broadcast(cast.job, NOW).await.unwrap();
        let fit = Fit { score: 50, parts: Vec::new() };
        let fresh = ChatId(9);
        tx.add_people(&[(fresh, "new".into(), Lang::ZH)], NOW).await.unwrap();
        let mut person = tx.people(&[fresh]).await.unwrap().remove(0);
        let nothing = zhaogong::classify::Classification { on: NOW.date("UTC"), labels: Vec::new() };
        let mut worker = zhaogong::chat::Worker::new(zhaogong::domain::Profile::default(), nothing);
        worker.registered = true;
        person.worker = Some(worker);
        tx.save_workers(&[&person], "UTC").unwrap();
        tx.add_offers(&[(cast.job, person.id, &fit)], Stage::Queued, NOW).await.unwrap();
        tx.add_deliveries(broadcast, &[(person.id, 0, NOW)], NOW).await.unwrap();
        assert!(tx.hold_job(cast.job, JobState::Open, "reports").await.unwrap());
        assert!(tx.claim_deliveries(9, NOW).await.unwrap().is_empty(), "what is held waits");
        assert!(tx.release_job(cast.job).await.unwrap());
        assert!(tx.move_employer(cast.employer, "approved", "refused", Some("x"), NOW).await.unwrap());
        let claimed = tx.claim_deliveries(9, NOW).await.unwrap();
        assert_eq!(claimed.iter().map(|one| one.void).collect::<Vec<_>>(), [true]);
        let skipped = [(broadcast, person.id, zhaogong::store::DeliveryState::Skipped)];
        tx.end_deliveries(&skipped, NOW).await.unwrap();
        assert!(tx.move_employer(cast.employer, "refused", "approved", None, NOW).await.unwrap());
        assert_eq!(tx.resume_deliveries(cast.job, NOW).await.unwrap(), 1);
        let claimed = tx.claim_deliveries(9, NOW).await.unwrap();
        assert_eq!(claimed.iter().map(|one| one.void).collect::<Vec<_>>(), [false]);
    });
}

#[tokio::test]
async fn a_held_job_goes_back_to_where_it_was() {
    on_all!(|tx, cast| {
        for from in [JobState::Open, JobState::Paused] {
            assert!(tx.hold_job(cast.job, from, "heard").await.unwrap());
            assert!(!tx.hold_job(cast.job, from, "heard").await.unwrap());
            let held = tx.job(cast.job).await.unwrap().unwrap();
            assert_eq!((held.state, held.hold.as_deref()), (JobState::Held, Some("heard")));
            assert!(tx.release_job(cast.job).await.unwrap());
            assert!(!tx.release_job(cast.job).await.unwrap());
            let back = tx.job(cast.job).await.unwrap().unwrap();
            assert_eq!((back.state, back.hold), (from, None));
            tx.move_job(cast.job, JobState::Open, JobState::Paused, NOW).await.unwrap();
        }
    });
}

#[tokio::test]
async fn an_appeal_is_the_last_one_and_goes_with_who_wrote_it() {
    on_all!(|tx, cast| {
        for (text, at) in [("one", NOW), ("two", Time(NOW.0 + 5))] {
            tx.appeal(cast.employer, cast.workers[0], text, at).await.unwrap();
        }
        let appeal = tx.appeal_of(cast.employer).await.unwrap().unwrap();
        assert_eq!((appeal.text.as_str(), appeal.made_at), ("two", Time(NOW.0 + 5)));
        assert!(!appeal.answered);
        tx.answer_appeal(cast.employer).await.unwrap();
        assert!(tx.appeal_of(cast.employer).await.unwrap().unwrap().answered);
        tx.forget_person(cast.workers[0]).await.unwrap();
        assert!(tx.appeal_of(cast.employer).await.unwrap().is_none());
        tx.add_member(cast.employer, cast.workers[1], false, NOW).await.unwrap();
        let people = tx.people_of_employer(cast.employer).await.unwrap();
        assert_eq!(
            people.iter().map(|one| one.0).collect::<Vec<_>>(),
            [cast.boss],
            "who only asked is not in"
        );
    });
}

#[tokio::test]
async fn cards_stay_until_they_are_taken_and_timers_go_by_their_subject() {
    on_all!(|tx, cast| {
        let (shows, other) = (Shows::Employer(cast.employer), Shows::Job(cast.job));
        tx.place(shows, ChatId(2), MessageId(7)).await.unwrap();
        for _ in 0..2 {
            assert_eq!(tx.cards(shows).await.unwrap(), [(ChatId(2), Lang::ZH, MessageId(7))]);
        }
        assert!(tx.cards(other).await.unwrap().is_empty());
        let message = |shows| NewMessage {
            chat: ChatId(2),
            kind: Kind::Notice,
            call: Out::Send(Message::text("x")),
            shows,
        };
        let messages = vec![message(Some(shows)), message(Some(other)), message(None)];
        tx.queue_messages(messages, NOW).await.unwrap();
        assert_eq!(tx.forget_shown(shows).await.unwrap(), 1);
        assert_eq!(tx.unsent_messages().await.unwrap().len(), 2);

        let timer = |subject: &str| Timer {
            person: cast.workers[0],
            kind: "checkin".into(),
            subject: subject.into(),
            due_at: NOW,
        };
        tx.set_timers(&["1:1", "1:1:r", "1:30", "11:1"].map(timer));
        tx.drop_timers_about(cast.workers[0], "checkin", "1:").await.unwrap();
        let left = tx.take_timers(9, NOW).await.unwrap();
        assert_eq!(left, [timer("11:1")]);
    });
}
