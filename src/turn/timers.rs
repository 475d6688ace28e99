//! What comes with time: taken like an update, once each, in one transaction.

use super::scene::{Kept, Scene, whole};
use super::{Outcome, Turn, TurnError};
use crate::chat::{Card, Message, Pause, Person, forms, screen, views};
use crate::domain::{JobId, PersonId, Time};
use crate::store::{Kind, NewMessage, Timer};
use std::collections::BTreeSet;
use std::time::Duration;

/// How a group changes the reminders of a worker: kept at its end, in one statement for everybody.
#[derive(Default)]
pub(super) struct Reminders {
    /// Kinds of which none stays.
    dropped: BTreeSet<&'static str>,
    /// Those that are set after that.
    set: Vec<Timer>,
}

/// The kind of timer by which answers that nobody agreed to are dropped.
const UNAGREED: &str = "unagreed";
/// How long they wait: an hour less than the day that is promised.
const AGREES_WITHIN: Duration = Duration::from_hours(23);
/// Timers taken in one transaction at most.
const AT_ONCE: usize = 100;

impl Turn {
    /// Does what is due; gives the messages, and in `next_timer` when to come again. If one of many
    /// breaks, they are done one by one, and the broken one is dropped with its error in the log.
    pub async fn tick(&mut self, now: Time) -> Outcome {
        let mut done = self.tick_some(AT_ONCE, now).await;
        if broken(&done) {
            done = self.tick_some(1, now).await;
        }
        if let Err(error) = &done
            && broken(&done)
        {
            tracing::error!(%error, "a timer could not be handled, and is dropped");
            done = self.drop_timer(now).await;
        }
        match done {
            Ok((kept, next)) => Outcome { next_timer: next, ..Outcome::default().with(kept) },
            Err(TurnError::Store(error)) => Outcome::default().interrupted(error),
            // Nothing but the store is asked where a timer is dropped.
            Err(TurnError::Broken(_)) => Outcome { next_timer: Some(now), ..Outcome::default() },
        }
    }

    async fn tick_some(&mut self, limit: usize, now: Time) -> Result<(Kept, Option<Time>), TurnError> {
        let done = self.tick_once(limit, now).await;
        if done.is_err() {
            self.jobs.forget();
        }
        done
    }

    async fn tick_once(&mut self, limit: usize, now: Time) -> Result<(Kept, Option<Time>), TurnError> {
        let mut tx = self.store.begin().await?;
        let timers = tx.take_timers(limit, now).await?;
        if timers.is_empty() {
            let next = tx.next_timer_at().await?;
            tx.rollback().await?;
            return Ok((Kept::default(), next));
        }
        self.jobs.follow(&mut tx).await?;
        let mut scene =
            Scene::new(&mut tx, &self.world, &self.operators, &mut self.jobs, now).named(&self.username);
        for timer in &timers {
            scene.due(timer).await?;
        }
        let kept = scene.save().await?;
        let next = tx.next_timer_at().await?;
        tx.commit().await?;
        Ok((kept, next))
    }

    async fn drop_timer(&mut self, now: Time) -> Result<(Kept, Option<Time>), TurnError> {
        let mut tx = self.store.begin().await?;
        tx.take_timers(1, now).await?;
        let next = tx.next_timer_at().await?;
        tx.commit().await?;
        Ok((Kept::default(), next))
    }
}

/// Whether something failed that will fail again; not while the database is away.
fn broken<T>(done: &Result<T, TurnError>) -> bool {
    match done {
        Ok(_) => false,
        Err(TurnError::Store(error)) => !error.is_outage(),
        Err(TurnError::Broken(_)) => true,
    }
}

impl Scene<'_> {
    async fn due(&mut self, timer: &Timer) -> Result<(), TurnError> {
        let Some(mut person) = self.tx.person(timer.person).await? else { return Ok(()) };
        if timer.kind == UNAGREED {
            return self.drop_unagreed(&mut person);
        }
        let zone = person.zone(&self.world.pack.zone).to_owned();
        if let Some(until) = self.world.pack.quiet_until(self.now, &zone) {
            self.set_timers(&[Timer { due_at: until, ..timer.clone() }]);
            return Ok(());
        }
        match timer.kind.as_str() {
            "ask" => self.ask_something(&mut person, &zone)?,
            "expiry" => self.remind_of_expiry(&person, &timer.subject),
            "pause" => self.end_pause(&mut person).await?,
            "checkin" => self.check_in(&person, &timer.subject).await?,
            "looking" => self.ask_whether_looking(&person),
            "unfinished" => self.remind_of_form(&person).await?,
            "applicants" => {
                if let Ok(job) = timer.subject.parse() {
                    self.tell_gathered(JobId(job)).await?;
                }
            }
            "interview" => self.interview_is_near(&person, &timer.subject).await?,
            "job_ending" | "job_end" | "job_over" => self.job_due(&person, timer).await?,
            other => tracing::error!(kind = other, "a timer of no known kind"),
        }
        Ok(())
    }

    pub(super) fn tell(&mut self, person: &Person, message: Message) {
        let call = crate::chat::Out::Send(message);
        self.queue(NewMessage { chat: person.chat, kind: Kind::Notice, call, shows: None });
    }

    /// The question that would bring most, unless enough of them stayed without an answer.
    fn ask_something(&mut self, person: &mut Person, zone: &str) -> Result<(), TurnError> {
        let reminders = self.world.pack.reminders.clone();
        let (busy, own) = (!person.sessions.is_empty(), person.employer_id());
        let Some(worker) = person.worker.as_mut().filter(|worker| worker.registered) else { return Ok(()) };
        if worker.pause != Pause::No || worker.asks.unanswered >= reminders.ask_unanswered {
            return Ok(());
        }
        let today = self.now.date(zone);
        let open = forms::open_questions(self.world, worker, today);
        let gains: Vec<(usize, &str)> =
            open.iter().map(|question| (self.gain(own, worker, question), *question)).collect();
        let best = gains.iter().max_by_key(|(gain, question)| {
            // What was never asked before what stayed open; then by gain, then the order of the form.
            let asked = worker.asks.asked.get(*question).copied().unwrap_or(Time(0));
            let place = open.iter().position(|other| other == question);
            (asked == Time(0), *gain, std::cmp::Reverse(asked), std::cmp::Reverse(place))
        });
        let Some((gain, question)) = best.copied() else { return Ok(()) };
        let waits = worker.asks.unanswered > 0;
        let asked_today = waits && worker.asks.asked.values().any(|at| at.date(zone) == today);
        let again = if waits { reminders.ask_every * 2 } else { reminders.ask_every };
        let due_at = self.morning_in(again, zone);
        let timer = Timer { person: person.id, kind: "ask".into(), subject: String::new(), due_at };
        self.remind(person.id, &[], vec![timer]);
        if busy || asked_today {
            return Ok(());
        }
        worker.asks.unanswered += 1;
        worker.asks.asked.insert(question.to_owned(), self.now);
        let worker = worker.clone();
        let message = views::ask_more(self.world, person, &worker, question, gain, today);
        self.tx.save_workers(&[person], &self.world.pack.zone)?;
        if let Some(message) = message {
            self.tell(person, message);
        }
        Ok(())
    }

    fn remind_of_expiry(&mut self, person: &Person, subject: &str) {
        let id = subject.split(':').next().unwrap_or_default();
        let papers = person.worker.as_ref().map(|worker| worker.profile.certificates.as_slice());
        let paper = papers.unwrap_or_default().iter().find(|paper| paper.id.as_str() == id);
        if let Some((paper, on)) = paper.and_then(|paper| Some((paper, paper.expires?))) {
            let message = views::expiry(self.world, person.lang, &paper.id, on);
            self.tell(person, message);
        }
    }

    async fn end_pause(&mut self, person: &mut Person) -> Result<(), TurnError> {
        let Some(worker) = person.worker.as_mut() else { return Ok(()) };
        if !matches!(worker.pause, Pause::Until(at) if at <= self.now) {
            return Ok(());
        }
        worker.pause = Pause::No;
        self.keep_worker(person).await?;
        let worker = person.worker.as_ref().map(|worker| worker.profile.clone()).unwrap_or_default();
        let count = self.jobs.count(self.world, person.employer_id(), &worker, self.now);
        let message = views::pause_over(self.world, person.lang, count);
        self.tell(person, message);
        Ok(())
    }

    fn ask_whether_looking(&mut self, person: &Person) {
        if person.worker.as_ref().is_some_and(|worker| worker.pause == Pause::Hired) {
            let message = views::still_looking(self.world, person.lang);
            self.tell(person, message);
        }
    }

    /// Somebody agreed, and then stopped in the middle: once, the question where they stopped.
    async fn remind_of_form(&mut self, person: &Person) -> Result<(), TurnError> {
        let registering = person.sessions.last().is_some_and(|session| session.form == forms::REGISTER);
        if !registering || person.consent.is_none() {
            return Ok(());
        }
        let facts = self.facts(person).await?;
        let today = self.now.date(person.zone(&self.world.pack.zone));
        let world = self.world;
        if let Some((mut message, _)) = whole(|| screen(world, person, &Card::default(), &facts, today))? {
            message.html =
                format!("{}\n\n{}", self.world.texts.say(person.lang, "unfinished", &[]), message.html);
            self.tell(person, message);
        }
        Ok(())
    }

    /// What somebody told without ever agreeing that it is kept is forgotten within a day.
    fn drop_unagreed(&mut self, person: &mut Person) -> Result<(), TurnError> {
        if person.consent.is_none() {
            person.sessions.retain(|session| session.form != forms::REGISTER);
            self.tx.save_people(&[person], self.now)?;
        }
        Ok(())
    }

    pub(super) fn expect_agreement(&mut self, person: PersonId) {
        let due_at = self.now.plus(AGREES_WITHIN);
        let timer = Timer { person, kind: UNAGREED.into(), subject: String::new(), due_at };
        self.remind(person, &[], vec![timer]);
    }

    /// Sets the reminder for a registration that is not finished.
    pub(super) fn expect_registration(&mut self, person: PersonId, zone: &str) {
        let due_at = self.morning_in(self.world.pack.reminders.unfinished, zone);
        let timer = Timer { person, kind: "unfinished".into(), subject: String::new(), due_at };
        self.remind(person, &[], vec![timer]);
    }

    /// Sets reminders of a worker in place of all of these kinds, at the end of the group.
    pub(super) fn remind(&mut self, person: PersonId, instead_of: &[&'static str], timers: Vec<Timer>) {
        let own = self.reminders.entry(person).or_default();
        own.set.retain(|old| {
            let moved = timers.iter().any(|new| new.kind == old.kind && new.subject == old.subject);
            !moved && !instead_of.contains(&old.kind.as_str())
        });
        own.dropped.extend(instead_of);
        own.set.extend(timers);
    }

    /// Keeps the reminders of everybody in the group: what falls away, then what is set.
    pub(super) fn keep_reminders(&mut self) {
        let reminders = std::mem::take(&mut self.reminders);
        let dropped: Vec<(PersonId, &str)> =
            reminders.iter().flat_map(|(id, own)| own.dropped.iter().map(|kind| (*id, *kind))).collect();
        self.tx.drop_timers(&dropped);
        let set: Vec<Timer> = reminders.into_values().flat_map(|own| own.set).collect();
        self.set_timers(&set);
    }

    /// Sets timers, and takes note of when the first of them is due.
    pub(super) fn set_timers(&mut self, timers: &[Timer]) {
        let first = timers.iter().map(|timer| timer.due_at).min();
        self.stirred.timer = earliest(self.stirred.timer, first);
        self.tx.set_timers(timers);
    }
}

/// The earlier of two times that may be.
pub(super) fn earliest(one: Option<Time>, other: Option<Time>) -> Option<Time> {
    one.into_iter().chain(other).min()
}
