//! What workers do: register, look at jobs, apply, share their number.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Out, Person, Worker, WorkerAct, forms, views};
use crate::domain::{JobId, JobState, PersonId, Side, Stage, Time};
use crate::matching::{Fit, fit};
use crate::store::{Kind, NewMessage, Offer, OfferStep, Shows, StoreError, StoredJob};
use std::time::Duration;
use views::OfferMark;

const DAY: Duration = Duration::from_hours(24);

impl Scene<'_> {
    pub(super) async fn worker_act(
        &mut self,
        person: &mut Person,
        act: WorkerAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            WorkerAct::Register => self.register(person, reply).await?,
            WorkerAct::Jobs(at) => self.show_jobs(person, at, reply).await?,
            WorkerAct::Apply(job) => self.apply(person, job, reply).await?,
            WorkerAct::Decline(job) => self.decline(person, job, reply).await?,
            WorkerAct::Withdraw(job, sure) => self.withdraw(person, job, sure, reply).await?,
            WorkerAct::MayShare(job) => self.may_share(person, job, reply).await?,
            WorkerAct::Share(job) => self.share(person, job, reply).await?,
            WorkerAct::ShowJob(job) => self.show_job(person, job, reply).await?,
            WorkerAct::WhyNot(at) => self.show_why_not(person, at, reply),
            WorkerAct::Keep => self.keep_worker(person).await?,
            WorkerAct::Profile(change) => self.show_profile(person, &change, reply),
            WorkerAct::TooYoung => reply.messages.push(views::too_young_menu(self.world, person.lang)),
            WorkerAct::Care(act) => self.worker_care(person, act, reply).await?,
            WorkerAct::PauseMenu => self.show_pause(person, reply),
            WorkerAct::MayAnswer(job) => self.may_answer(person, job, reply).await?,
            WorkerAct::Answer(job, said) => self.answer_employer(person, job, &said, reply).await?,
            WorkerAct::Meet(job, comes) => self.meet(person, job, comes, reply).await?,
        }
        Ok(())
    }

    /// Moves an offer on, by the worker's own doing.
    pub(super) async fn step_worker(
        &mut self,
        job: JobId,
        person: PersonId,
        to: Stage,
    ) -> Result<bool, StoreError> {
        let step = OfferStep { job, person, to, by: Side::Worker, why: None };
        self.tx.move_offer(&step, self.now).await
    }

    /// The core form is done: the best open jobs go out at once, the others in the days that follow.
    pub(super) async fn register(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let Some(worker) = &person.worker else { return Ok(()) };
        self.registered.insert(person.id);
        self.count_registered(person);
        // The deliveries below need the row.
        self.tx.save_workers(&[person], &self.world.pack.zone)?;
        let fitting: Vec<(StoredJob, Fit)> = self
            .jobs
            .fitting(self.world, person.employer_id(), &worker.profile, self.now)
            .into_iter()
            .map(|(job, fit)| (job.clone(), fit))
            .collect();
        let at_once = fitting.len().min(self.world.pack.offers.at_once);
        let first: Vec<_> = fitting[..at_once].iter().map(|(job, fit)| (job.id, person.id, fit)).collect();
        self.tx.add_offers(&first, Stage::Offered, self.now).await?;
        self.offer_in_days(person, worker, at_once).await?;
        self.set_reminders(person, worker);
        reply.messages.push(views::registered(self.world, person.lang, fitting.len(), at_once));
        for (job, fit) in &fitting[..at_once] {
            let card = self.card(job, Some(fit), OfferMark::Open);
            reply.notices.push(NewMessage {
                chat: person.chat,
                kind: Kind::Notice,
                call: Out::Send(views::offer(self.world, person.lang, &card)),
                shows: Some(Shows::Offer(job.id)),
            });
        }
        Ok(())
    }

    /// Forgets what somebody said as a worker; who is nothing else is forgotten whole.
    pub(super) async fn forget(&mut self, person: &mut Person, reply: &mut Reply) -> Result<(), TurnError> {
        if person.employer.is_some() || person.operator {
            self.tx.forget_worker(person.id).await?;
            person.worker = None;
            person.sessions.retain(|session| session.form != forms::REGISTER);
        } else {
            self.reminders.remove(&person.id);
            self.tx.forget_person(person.id).await?;
            reply.forgotten = true;
        }
        Ok(())
    }

    /// Queues the fitting open jobs but the best `skip`, those that were not offered yet, for the days that
    /// follow.
    pub(super) async fn offer_in_days(
        &mut self,
        person: &Person,
        worker: &Worker,
        skip: usize,
    ) -> Result<(), TurnError> {
        let profile = worker.judged_by(true);
        let fitting = self.jobs.fitting(self.world, person.employer_id(), &profile, self.now);
        let rest: Vec<(JobId, Fit)> =
            fitting.into_iter().skip(skip).map(|(job, fit)| (job.id, fit)).collect();
        let offers: Vec<_> = rest.iter().map(|(job, fit)| (*job, person.id, fit)).collect();
        let added = self.tx.add_offers(&offers, Stage::Queued, self.now).await?;
        let new = rest.iter().filter(|(job, _)| added.contains(&(*job, person.id)));
        for (at, (job, _)) in new.enumerate() {
            self.offer_later(person, *job, at).await?;
        }
        Ok(())
    }

    /// Queues the offer of an older job with the job's own broadcast, a few a day.
    async fn offer_later(&mut self, person: &Person, job: JobId, at: usize) -> Result<(), TurnError> {
        let Some(broadcast) = self.tx.reopen_broadcast(job).await? else { return Ok(()) };
        let days = at / self.world.pack.offers.per_day.max(1) + 1;
        let due = self.now.plus(DAY * u32::try_from(days).unwrap_or(u32::MAX));
        let due = self.awake(due, person.zone(&self.world.pack.zone));
        let place = i64::try_from(at).unwrap_or(i64::MAX);
        self.stirred.deliveries = true;
        self.tx.add_deliveries(broadcast, &[(person.id, place, due)], self.now).await?;
        Ok(())
    }

    /// The instant itself, or the end of the quiet hours that it falls into.
    pub(super) fn awake(&self, at: Time, zone: &str) -> Time {
        self.world.pack.quiet_until(at, zone).unwrap_or(at)
    }

    /// The fitting job at a place of the list; what was seen here is not sent again.
    pub(super) async fn show_jobs(
        &mut self,
        person: &mut Person,
        at: usize,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(worker) = &person.worker else { return Ok(()) };
        let shown = worker.judged_by(false);
        let earlier = self.tx.offers_of(person.id).await?;
        let state = |job: JobId| earlier.iter().find(|offer| offer.job == job).map(|offer| offer.state);
        let fitting: Vec<(StoredJob, Fit)> = self
            .jobs
            .fitting(self.world, person.employer_id(), &shown, self.now)
            .into_iter()
            .filter(|(job, _)| !matches!(state(job.id), Some(Stage::Declined | Stage::Refused)))
            .map(|(job, fit)| (job.clone(), fit))
            .collect();
        let at = at.min(fitting.len().saturating_sub(1));
        let Some((job, fit)) = fitting.get(at) else {
            reply.messages.push(views::no_jobs(self.world, person.lang, worker));
            return Ok(());
        };
        self.tx.add_offers(&[(job.id, person.id, fit)], Stage::Offered, self.now).await?;
        self.step_worker(job.id, person.id, Stage::Offered).await?;
        self.tx.mark_shown(job.id, person.id, self.now).await?;
        let mut card = self.card(job, Some(fit), mark(still(state(job.id))));
        card.of = Some((at, fitting.len()));
        reply.messages.push(views::offer(self.world, person.lang, &card));
        Ok(())
    }

    /// A job that the person may see: open or offered to them, and within the law for them.
    async fn offered(
        &mut self,
        person: &Person,
        id: JobId,
    ) -> Result<Option<(StoredJob, Fit, Option<Offer>)>, TurnError> {
        let Some(worker) = person.worker.as_ref().filter(|worker| worker.registered) else { return Ok(None) };
        let Some(job) = self.tx.job(id).await?.filter(|job| Some(job.employer) != person.employer_id())
        else {
            return Ok(None);
        };
        let offer = self.tx.offer(id, person.id).await?;
        let today = self.now.date(person.zone(&self.world.pack.zone));
        let now = fit(&job.job, &worker.judged_by(false), &self.world.taxonomy, &self.world.pack, today);
        Ok(match (offer, now) {
            (Some(offer), Ok(fit)) => Some((job, fit, Some(offer))),
            (None, Ok(fit)) if job.takes(self.now) => Some((job, fit, None)),
            // The facts changed since, but what was done already stays to be seen.
            (Some(offer), Err(_)) if offer.state.has_applied() => Some((job, offer.fit.clone(), Some(offer))),
            _ => None,
        })
    }

    pub(super) async fn apply(
        &mut self,
        person: &mut Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, fit, offer)) = self.offered(person, id).await? else {
            reply.messages.push(views::job_gone(self.world, person.lang));
            return Ok(());
        };
        let state = offer.as_ref().map(|offer| offer.state);
        let new = state.is_none_or(|state| Stage::Applied.before().contains(&state));
        if new && !job.takes(self.now) {
            let card = self.card(&job, Some(&fit), not_taken(&job));
            reply.messages.push(views::offer(self.world, person.lang, &card));
            return Ok(());
        }
        let shown_at = offer.as_ref().and_then(|offer| offer.shown_at);
        if new && shown_at.is_some_and(|at| at < job.changed_at) {
            return self.show_changed(person, &job, &fit, reply).await;
        }
        self.tx.add_offers(&[(id, person.id, &fit)], Stage::Offered, self.now).await?;
        let applied = self.step_worker(id, person.id, Stage::Applied).await?;
        let shown = if applied { OfferMark::Applied } else { mark(state) };
        let card = self.card(&job, Some(&fit), shown);
        reply.messages.push(views::offer(self.world, person.lang, &card));
        if applied {
            self.tell_of_application(person.id, &job).await?;
            self.ask_what_the_job_needs(person, &job, reply);
        }
        Ok(())
    }

    pub(super) async fn decline(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, fit, offer)) = self.offered(person, id).await? else {
            reply.messages.push(views::job_gone(self.world, person.lang));
            return Ok(());
        };
        self.tx.add_offers(&[(id, person.id, &fit)], Stage::Offered, self.now).await?;
        let declined = self.step_worker(id, person.id, Stage::Declined).await?;
        let card = self.card(
            &job,
            Some(&fit),
            if declined { OfferMark::Declined } else { mark(offer.map(|offer| offer.state)) },
        );
        reply.messages.push(views::offer(self.world, person.lang, &card));
        Ok(())
    }

    /// The application for which a number may be shared; else the worker is told how it stands.
    async fn unshared(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<Option<(StoredJob, Offer)>, TurnError> {
        let Some((job, fit, offer)) = self.offered(person, id).await? else {
            reply.messages.push(views::job_gone(self.world, person.lang));
            return Ok(None);
        };
        let found = offer.filter(|offer| offer.state.is_waiting() || offer.state.is_hired());
        let Some(offer) = found else {
            reply.messages.push(views::say(self.world, person.lang, "share-not-needed"));
            return Ok(None);
        };
        if offer.shared || job.is_checked() {
            let card = self.card(&job, Some(&fit), mark(Some(offer.state)));
            reply.messages.push(views::offer(self.world, person.lang, &card));
            return Ok(None);
        }
        Ok(Some((job, offer)))
    }

    /// Leaves the form that was just begun unless the number may be shared.
    pub(super) async fn may_share(
        &mut self,
        person: &mut Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        reply.stopped = self.unshared(person, id, reply).await?.is_none();
        if reply.stopped {
            person.sessions.pop();
        }
        Ok(())
    }

    /// The number goes to the employer of this one job, and the audit log says so.
    pub(super) async fn share(
        &mut self,
        person: &mut Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, offer)) = self.unshared(person, id, reply).await? else { return Ok(()) };
        if person.worker.as_ref().is_none_or(|worker| worker.phone.is_none()) {
            return Ok(());
        }
        // The employer's card reads the number from the row.
        self.tx.save_workers(&[person], &self.world.pack.zone)?;
        let shared = self.tx.share_number(id, person.id, self.now).await?;
        if !shared {
            reply.messages.push(views::say(self.world, person.lang, "share-not-needed"));
            return Ok(());
        }
        self.tx.audit(self.now, person.id, "phone shared", job.owner.0, &format!("job {id}")).await?;
        self.redraw(person, &job, &offer, OfferMark::Shared);
        reply.messages.push(views::shared(self.world, person.lang, &job.company));
        self.tell_employer(person.id, &job, "applicant-shared").await
    }

    /// Brings the message that showed an offer up to date, if it is known.
    pub(super) fn redraw(&mut self, worker: &Person, job: &StoredJob, offer: &Offer, mark: OfferMark) {
        let Some(message) = offer.message else { return };
        let card = self.card(job, Some(&offer.fit), mark);
        let content = views::offer(self.world, worker.lang, &card);
        self.push(worker.chat, Kind::Card, Out::Edit { message, content });
    }
}

/// How an offer's state is shown to the worker.
pub(super) const fn mark(state: Option<Stage>) -> OfferMark {
    match state {
        None | Some(Stage::Queued | Stage::Offered | Stage::Seen) => OfferMark::Open,
        Some(Stage::Declined) => OfferMark::Declined,
        Some(Stage::Withdrawn) => OfferMark::Withdrawn,
        Some(Stage::Applied) => OfferMark::Applied,
        Some(Stage::Shared) => OfferMark::Shared,
        Some(Stage::Invited) => OfferMark::Invited,
        Some(Stage::Hired | Stage::Started | Stage::Stayed) => OfferMark::Hired,
        Some(Stage::Refused) => OfferMark::Refused,
        Some(Stage::NoShow) => OfferMark::NoShow,
        Some(Stage::Left) => OfferMark::Left,
        Some(Stage::Closed) => OfferMark::Closed,
    }
}

/// How a job that takes no applications is shown to a worker who did not apply.
pub(super) const fn not_taken(job: &StoredJob) -> OfferMark {
    match job.state {
        JobState::Paused | JobState::Held => OfferMark::Paused,
        JobState::Filled => OfferMark::Filled,
        // An open one whose time ran out.
        JobState::Open | JobState::Closed | JobState::Expired => OfferMark::Ended,
    }
}

/// How far a worker is with a job that takes applications: what ended with the job does not count.
pub(super) fn still(state: Option<Stage>) -> Option<Stage> {
    state.filter(|state| *state != Stage::Closed)
}
