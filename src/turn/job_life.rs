//! What employers do with a job after it was posted: look, edit, copy, pause, close, extend.

use super::TurnError;
use super::jobs::job_line;
use super::scene::{Reply, Scene};
use super::worker::{mark, not_taken};
use crate::chat::{At, Card, JobAct, Pause, Person, Session, Subject, forms, views};
use crate::domain::{Job, JobId, JobState, Side, Stage};
use crate::matching::Fit;
use crate::store::{OfferStep, StoredJob};
use std::time::Duration;
use views::{JobCard, JobLine, OfferCard, OfferMark};

const DAY: Duration = Duration::from_hours(24);
/// A job can be extended from so long before its end on.
const EXTENDABLE: Duration = Duration::from_hours(10 * 24);

impl Scene<'_> {
    pub(super) async fn job_act(
        &mut self,
        person: &mut Person,
        id: JobId,
        act: JobAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        if !matches!(act, JobAct::Show) && !self.may_act(person, reply) {
            return Ok(());
        }
        let news = match act {
            JobAct::Show => None,
            JobAct::Edit if self.is_over(&job) => Some(("job-news-over", 0)),
            JobAct::Edit | JobAct::Copy => {
                // What should have begun by now begins at once.
                let today = self.now.date(person.zone(&self.world.pack.zone));
                let start = job.job.start.filter(|day| *day >= today);
                let shown = Job { start, ..job.job };
                // A copy is a form of its own: a post that was begun is not lost.
                let (subject, at) = match act {
                    JobAct::Edit => (Subject::One(id.0), At::EditList),
                    _ => (Subject::Pair(id.0, 0), At::Summary),
                };
                begin_form(person, subject, &shown, at);
                return self.ask(person, &Card::default(), reply).await;
            }
            JobAct::Pause => self.pause_job(&job, reply).await?,
            JobAct::Resume => self.resume_job(&job, reply).await?,
            JobAct::Close(false) if !job.state.is_over() => {
                reply.messages.push(views::close_sure(self.world, person.lang, &job_line(&job)));
                return Ok(());
            }
            JobAct::Close(_) => self.close_job(&job, reply).await?,
            JobAct::Extend => self.extend(&job, reply).await?,
            JobAct::LetEnd => Some(("job-news-let-end", 0)),
        };
        self.show_job_card(person, id, news, reply).await
    }

    /// Whether the person may change something, by the store's word; else they are told why not.
    pub(super) fn may_act(&self, person: &Person, reply: &mut Reply) -> bool {
        // Who is frozen is turned away before: see `is_barred`.
        if Self::may_post(person) {
            return true;
        }
        reply.messages.push(views::say(self.world, person.lang, "employer-not-approved"));
        false
    }

    pub(super) fn is_over(&self, job: &StoredJob) -> bool {
        job.shown_state(self.now).is_over()
    }

    /// The job as it is now, under what just happened to it.
    pub(super) async fn show_job_card(
        &mut self,
        person: &Person,
        id: JobId,
        news: Option<(&'static str, i64)>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.own_job(person, id, reply).await? else { return Ok(()) };
        let stages = self.tx.pipeline(id).await?;
        let count = |wanted: fn(&Stage) -> bool| {
            stages.iter().filter(|(stage, _)| wanted(stage)).map(|(_, count)| count).sum()
        };
        let card = JobCard {
            line: JobLine { state: job.shown_state(self.now), ..job_line(&job) },
            offer: OfferCard { id: None, ..self.card(&job, None, OfferMark::Preview) },
            until: crate::chat::describe::date(job.expires_at, person.zone(&self.world.pack.zone)),
            ends_soon: self.is_extendable(&job),
            days: self.world.pack.jobs.days,
            applied: count(|stage| stage.has_applied()),
            started: count(|stage| matches!(stage, Stage::Started | Stage::Stayed)),
            news,
        };
        reply.messages.push(views::job_card(self.world, person.lang, &card));
        Ok(())
    }

    fn is_extendable(&self, job: &StoredJob) -> bool {
        match job.state {
            JobState::Open | JobState::Paused | JobState::Held => job.expires_at <= self.now.plus(EXTENDABLE),
            JobState::Expired => true,
            JobState::Filled | JobState::Closed => false,
        }
    }

    async fn pause_job(&mut self, job: &StoredJob, reply: &mut Reply) -> Result<News, TurnError> {
        let paused = self.tx.move_job(job.id, JobState::Open, JobState::Paused, self.now).await?;
        self.stirred.jobs |= paused;
        Ok(happened(paused, ("job-news-paused", 0), reply))
    }

    /// Takes applications again; who came meanwhile is offered the job, too.
    async fn resume_job(&mut self, job: &StoredJob, reply: &mut Reply) -> Result<News, TurnError> {
        if job.state == JobState::Paused && job.expires_at <= self.now {
            return Ok(Some(("job-news-over", 0)));
        }
        let to = if job.free() == 0 { JobState::Filled } else { JobState::Open };
        let resumed = self.tx.move_job(job.id, JobState::Paused, to, self.now).await?;
        if resumed && to == JobState::Open {
            self.stirred.jobs = true;
            self.spread(job).await?;
        }
        Ok(happened(resumed, ("job-news-resumed", 0), reply))
    }

    /// Ends a job: those who wait for an answer are told; those who were hired are untouched.
    async fn close_job(&mut self, job: &StoredJob, reply: &mut Reply) -> Result<News, TurnError> {
        let closed =
            !job.state.is_over() && self.tx.move_job(job.id, job.state, JobState::Closed, self.now).await?;
        if !closed {
            return Ok(happened(false, ("job-news-closed", 0), reply));
        }
        self.stirred.jobs = true;
        self.tx.drop_job_timers(job.id).await?;
        let told = self.end_applications(job, Side::Employer, "closed").await?;
        Ok(Some(if told > 0 { ("job-news-closed-told", told) } else { ("job-news-closed", 0) }))
    }

    /// Lets a job run longer, or again. Applications that ended with it count again, and their workers are
    /// told, but for those who look for no work any more.
    async fn extend(&mut self, job: &StoredJob, reply: &mut Reply) -> Result<News, TurnError> {
        let days = self.world.pack.jobs.days;
        if !self.is_extendable(job) {
            return Ok(happened(false, ("job-news-extended", 0), reply));
        }
        let past = self.is_over(job) || job.expires_at <= self.now;
        let until =
            if past { self.morning_in(days, &self.world.pack.zone) } else { job.expires_at.plus(DAY * days) };
        if !self.tx.extend_job(job.id, job.expires_at, until).await? {
            return Ok(happened(false, ("job-news-extended", 0), reply));
        }
        self.expect_end(job.owner, job.id, until).await?;
        self.stirred.jobs = true;
        let mut back = 0;
        if job.state == JobState::Expired {
            let to = if job.free() == 0 { JobState::Filled } else { JobState::Open };
            self.tx.move_job(job.id, JobState::Expired, to, self.now).await?;
            back = self.take_applications_back(job).await?;
        }
        if past && job.free() > 0 {
            self.spread(job).await?;
        }
        Ok(Some(if back > 0 { ("job-news-extended-back", back) } else { ("job-news-extended", 0) }))
    }

    async fn take_applications_back(&mut self, job: &StoredJob) -> Result<i64, TurnError> {
        let mut back = 0;
        for id in self.tx.closed_because(job.id, "expired").await? {
            let (Some(other), Some(offer)) = (self.other(id).await?, self.tx.offer(job.id, id).await?) else {
                continue;
            };
            let looks = other.worker.as_ref().is_some_and(|w| !matches!(w.pause, Pause::Hired | Pause::Off));
            let to = if offer.shared { Stage::Shared } else { Stage::Applied };
            let step = OfferStep { job: job.id, person: id, to, by: Side::Employer, why: Some("extended") };
            if looks && self.tx.move_offer_from(Stage::Closed, &step, self.now).await? {
                back += 1;
                self.redraw(&other, job, &offer, mark(Some(to)));
                let message = views::job_goes_on(self.world, other.lang, job.id, &job.company, &job.job);
                self.notify(other.chat, message);
            }
        }
        Ok(back)
    }

    /// Ends the applications for a job that wait for an answer, and tells their workers: at once what
    /// somebody did, outside their quiet hours what the time did. Gives how many.
    pub(super) async fn end_applications(
        &mut self,
        job: &StoredJob,
        by: Side,
        why: &'static str,
    ) -> Result<i64, TurnError> {
        let mut ended = 0;
        for (id, stage) in self.tx.involved(job.id).await? {
            let step = OfferStep { job: job.id, person: id, to: Stage::Closed, by, why: Some(why) };
            if !stage.is_waiting() || !self.tx.move_offer(&step, self.now).await? {
                continue;
            }
            ended += 1;
            let (Some(other), Some(offer)) = (self.other(id).await?, self.tx.offer(job.id, id).await?) else {
                continue;
            };
            self.redraw(&other, job, &offer, OfferMark::Ended);
            if by == Side::Time {
                self.tell_over_when_awake(&other, job).await?;
            } else {
                let message =
                    views::job_ended(self.world, other.lang, "job-closed-news", &job.company, &job.job);
                self.notify(other.chat, message);
            }
        }
        Ok(ended)
    }

    /// A job that changed since the worker saw it is shown as it is now; the next tap applies.
    pub(super) async fn show_changed(
        &mut self,
        person: &Person,
        job: &StoredJob,
        fit: &Fit,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        self.tx.mark_shown(job.id, person.id, self.now).await?;
        let shown = if job.takes(self.now) { OfferMark::Open } else { not_taken(job) };
        let mut message = views::offer(self.world, person.lang, &self.card(job, Some(fit), shown));
        let changed = self.world.texts.say(person.lang, "offer-changed", &[]);
        message.html = format!("{changed}\n\n{}", message.html);
        reply.messages.push(message);
        Ok(())
    }
}

/// What just happened to a job, as a locale key with its variable `$count`.
type News = Option<(&'static str, i64)>;

/// The news, or a note that somebody was faster, or the button was an old one.
fn happened(done: bool, news: (&'static str, i64), reply: &mut Reply) -> News {
    if !done {
        reply.toast = Some("stale");
    }
    done.then_some(news)
}

/// Opens the form of a job with its answers, in place of one that is open about the same.
pub(super) fn begin_form(person: &mut Person, subject: Subject, job: &Job, at: At) {
    person.sessions.retain(|session| session.form != forms::POST || session.subject != Some(subject));
    let mut session = Session::begin(forms::POST, Some(subject));
    session.answers = forms::answers_of(job);
    session.editing = matches!(at, At::Question(_));
    session.go(at);
    person.sessions.push(session);
}
