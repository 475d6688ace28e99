//! What employers and applicants say to each other through the bot, without seeing each other's number.

use super::TurnError;
use super::applicants::about;
use super::scene::{Reply, Scene};
use crate::chat::{Invitation, Person, views};
use crate::domain::{JobId, PersonId, Side, Stage, Time};
use crate::store::{Applicant, InterviewAnswer, OfferStep, StoredJob, Timer};
use std::time::Duration;

/// So much may one side say before the other answers.
const UNANSWERED: usize = 3;

impl Scene<'_> {
    /// Leaves the form that was just begun unless it is about an applicant with whom the employer may talk.
    pub(super) async fn may_talk(
        &mut self,
        person: &mut Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        reply.stopped = self.partner(person, application, reply).await?.is_none();
        if reply.stopped {
            person.sessions.pop();
        }
        Ok(())
    }

    /// Leaves the form that was just begun unless somebody waits for the worker's answer.
    pub(super) async fn may_answer(
        &mut self,
        person: &mut Person,
        job: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if self.asked_by_employer(person, job).await?.is_none() {
            reply.messages.push(views::say(self.world, person.lang, "answer-nothing"));
            reply.stopped = true;
            person.sessions.pop();
        }
        Ok(())
    }

    /// An applicant with whom the employer may talk: who waits for an answer or was hired.
    async fn partner(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        reply: &mut Reply,
    ) -> Result<Option<(StoredJob, Applicant)>, TurnError> {
        let Some((job, applicant)) = self.own_applicant(person, application, reply).await? else {
            return Ok(None);
        };
        if applicant.stage.is_waiting() || applicant.stage.is_hired() {
            return Ok(Some((job, applicant)));
        }
        reply.messages.push(views::say(self.world, person.lang, "applicant-gone"));
        Ok(None)
    }

    /// The job whose employer asked the worker something, or invited them.
    async fn asked_by_employer(
        &mut self,
        person: &Person,
        id: JobId,
    ) -> Result<Option<StoredJob>, TurnError> {
        let applicant = self.tx.applicant(id, person.id).await?;
        if !applicant.is_some_and(|one| one.stage.is_waiting() || one.stage.is_hired()) {
            return Ok(None);
        }
        let asked = self.tx.said(id, person.id).await?.iter().any(|(employer, _)| *employer)
            || self.tx.interview(id, person.id).await?.is_some();
        Ok(self.tx.job(id).await?.filter(|_| asked))
    }

    /// An employer asks somebody who applied or was hired.
    pub(super) async fn ask_applicant(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        said: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.partner(person, application, reply).await? else {
            return Ok(());
        };
        let (id, worker) = application;
        if self.unanswered(id, worker, true).await? >= UNANSWERED {
            reply.messages.push(views::say(self.world, person.lang, "ask-enough"));
            return Ok(());
        }
        let Some(other) = self.other(worker).await? else { return Ok(()) };
        self.tx.write_said(id, worker, Side::Employer, said, self.now).await?;
        let message = views::question(self.world, other.lang, &about(&job), said);
        self.notify(other.chat, message);
        let name = applicant.profile.name.as_deref().unwrap_or_default();
        reply.messages.push(views::answered(self.world, person.lang, "ask-sent", name, application, false));
        Ok(())
    }

    /// How much one side said since the other last said something.
    async fn unanswered(
        &mut self,
        job: JobId,
        person: PersonId,
        by_employer: bool,
    ) -> Result<usize, TurnError> {
        let said = self.tx.said(job, person).await?;
        Ok(said.iter().take_while(|(employer, _)| *employer == by_employer).count())
    }

    /// A worker answers the employer: only who was asked, or is to come to an interview.
    pub(super) async fn answer_employer(
        &mut self,
        person: &Person,
        id: JobId,
        said: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.asked_by_employer(person, id).await? else {
            reply.messages.push(views::say(self.world, person.lang, "answer-nothing"));
            return Ok(());
        };
        if self.unanswered(id, person.id, false).await? >= UNANSWERED {
            reply.messages.push(views::say(self.world, person.lang, "answer-enough"));
            return Ok(());
        }
        self.tx.write_said(id, person.id, Side::Worker, said, self.now).await?;
        if let Some(owner) = self.other(job.owner).await? {
            let name = worker_name(person);
            let message = views::reply(self.world, owner.lang, &about(&job), (person.id, name), said);
            self.notify(owner.chat, message);
        }
        reply.messages.push(views::say(self.world, person.lang, "answer-sent"));
        Ok(())
    }

    /// An employer proposes when to meet; a later proposal takes the place of an earlier one.
    pub(super) async fn invite(
        &mut self,
        person: &Person,
        application: (JobId, PersonId),
        invitation: &Invitation,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, applicant)) = self.own_applicant(person, application, reply).await? else {
            return Ok(());
        };
        let (id, worker) = application;
        let held_at = Time::of(invitation.at, &job.job.place.zone).filter(|at| *at > self.now);
        let Some(held_at) = held_at else {
            reply.messages.push(views::invite_again(self.world, person.lang, id, worker));
            return Ok(());
        };
        if !applicant.stage.is_waiting() {
            reply.messages.push(views::say(self.world, person.lang, "applicant-gone"));
            return Ok(());
        }
        let place = crate::chat::forms::said(self.world, person.lang, &invitation.place);
        self.tx.propose_interview(id, worker, held_at, &place).await?;
        let step = OfferStep { job: id, person: worker, to: Stage::Invited, by: Side::Employer, why: None };
        self.tx.move_offer(&step, self.now).await?;
        self.remind_of_interview(id, worker, job.owner, held_at);
        let zone = &job.job.place.zone;
        if let (Some(other), Some(offer)) = (self.other(worker).await?, self.tx.offer(id, worker).await?) {
            self.redraw(&other, &job, &offer, views::OfferMark::Invited);
            let meeting = views::meeting(self.world, other.lang, held_at, zone, &place);
            let message = views::interview(self.world, other.lang, "invited", &about(&job), &meeting, false);
            self.notify(other.chat, message);
        }
        let meeting = views::meeting(self.world, person.lang, held_at, zone, &place);
        let who = (worker, applicant.profile.name.as_deref().unwrap_or_default());
        let done = views::about_meeting(self.world, person.lang, "invite-sent", &about(&job), who, &meeting);
        reply.messages.push(done);
        Ok(())
    }

    /// Both sides are reminded some hours before.
    fn remind_of_interview(&mut self, job: JobId, worker: PersonId, owner: PersonId, held_at: Time) {
        let due_at = held_at.minus(self.before_interview());
        if due_at <= self.now {
            return;
        }
        let timer = |person, subject| Timer { person, kind: "interview".into(), subject, due_at };
        let timers = [timer(worker, job.to_string()), timer(owner, format!("{job}:{worker}"))];
        self.set_timers(&timers);
    }

    fn before_interview(&self) -> Duration {
        Duration::from_secs(u64::from(self.world.pack.jobs.interview_hours) * 3600)
    }

    /// A worker says whether they come to an interview; the employer is told.
    pub(super) async fn meet(
        &mut self,
        person: &Person,
        id: JobId,
        comes: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let applicant = self.tx.applicant(id, person.id).await?;
        let invited = applicant.is_some_and(|one| one.stage == Stage::Invited);
        let interview =
            self.tx.interview(id, person.id).await?.filter(|one| invited && one.held_at > self.now);
        let (Some(interview), Some(job)) = (interview, self.tx.job(id).await?) else {
            reply.messages.push(views::say(self.world, person.lang, "meet-over"));
            return Ok(());
        };
        let answer = if comes { InterviewAnswer::Comes } else { InterviewAnswer::DoesNotCome };
        let zone = &job.job.place.zone;
        let meeting = |lang| views::meeting(self.world, lang, interview.held_at, zone, &interview.place);
        let message = if comes {
            let line = meeting(person.lang);
            views::interview(self.world, person.lang, "meet-comes", &about(&job), &line, true)
        } else {
            views::news(self.world, person.lang, "meet-declined", &about(&job))
        };
        reply.messages.push(message);
        if !self.tx.answer_interview(id, person.id, answer).await? {
            return Ok(());
        }
        if let Some(owner) = self.other(job.owner).await? {
            let key = if comes { "meet-told-comes" } else { "meet-told-declined" };
            let line = views::meeting(self.world, owner.lang, interview.held_at, zone, &interview.place);
            let who = (person.id, worker_name(person));
            let message = views::about_meeting(self.world, owner.lang, key, &about(&job), who, &line);
            self.notify(owner.chat, message);
        }
        Ok(())
    }

    /// The reminder of an interview, to the worker (subject `JOB`) or the employer (`JOB:WORKER`). It says
    /// nothing when the interview is over, was moved, or nobody comes.
    pub(super) async fn interview_is_near(
        &mut self,
        person: &Person,
        subject: &str,
    ) -> Result<(), TurnError> {
        let (job, worker) = subject.split_once(':').map_or((subject, None), |(job, one)| (job, Some(one)));
        let Some(id) = job.parse().ok().map(JobId) else { return Ok(()) };
        let worker_id = worker.map_or(Some(person.id), |one| one.parse().ok().map(PersonId));
        let Some(worker_id) = worker_id else { return Ok(()) };
        let found = (self.tx.interview(id, worker_id).await?, self.tx.job(id).await?);
        let (Some(interview), Some(job)) = found else { return Ok(()) };
        let near =
            interview.held_at > self.now && interview.held_at.minus(self.before_interview()) <= self.now;
        let applicant = self.tx.applicant(id, worker_id).await?.filter(|one| one.stage == Stage::Invited);
        let Some(applicant) = applicant.filter(|_| near && interview.answer != InterviewAnswer::DoesNotCome)
        else {
            return Ok(());
        };
        let line = self.meeting(person.lang, &job, &interview);
        let message = if worker.is_some() {
            let who = (worker_id, applicant.profile.name.as_deref().unwrap_or_default());
            views::about_meeting(self.world, person.lang, "interview-near", &about(&job), who, &line)
        } else {
            let comes = interview.answer == InterviewAnswer::Comes;
            views::interview(self.world, person.lang, "interview-soon", &about(&job), &line, comes)
        };
        self.notify(person.chat, message);
        Ok(())
    }
}

fn worker_name(person: &Person) -> &str {
    person.worker.as_ref().and_then(|worker| worker.profile.name.as_deref()).unwrap_or_default()
}
