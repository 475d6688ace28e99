//! Reports about jobs, and the holding of jobs.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{Message, Person, forms, views};
use crate::domain::{JobId, JobState, ReportKind, Stage};
use crate::i18n::Arg;
use crate::store::{Shows, StoredJob};
use views::JobCase;

/// Why a job is held, as codes that are worded in `locales/`: enough reports, or an operator's doubt.
const REPORTS: &str = "reports";
const HEARD: &str = "heard";

impl Scene<'_> {
    /// A job that was offered to the person, so that they may report it.
    async fn reportable(&mut self, person: &Person, id: JobId) -> Result<Option<StoredJob>, TurnError> {
        let offer = self.tx.offer(id, person.id).await?;
        if offer.is_none_or(|offer| offer.state == Stage::Queued) {
            return Ok(None);
        }
        Ok(self.tx.job(id).await?.filter(|job| Some(job.employer) != person.employer_id()))
    }

    pub(super) async fn report_menu(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match self.reportable(person, id).await? {
            Some(job) => reply.messages.push(views::report_menu(self.world, person.lang, id, &job.job)),
            None => self.not_yours(person, reply),
        }
        Ok(())
    }

    /// Keeps a report. The first one and the one with which the job is held are told to the operators.
    pub(super) async fn report(
        &mut self,
        person: &mut Person,
        id: JobId,
        kind: ReportKind,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.reportable(person, id).await? else {
            person.sessions.retain(|session| session.form != forms::REPORT);
            self.not_yours(person, reply);
            return Ok(());
        };
        let known = self.tx.reports_on(id).await?.iter().any(|report| report.open);
        self.tx.report(id, person.id, kind, self.now).await?;
        let case = self.job_case(&job).await?;
        if case.reports.iter().any(|report| report.person == person.id && !report.open) {
            person.sessions.retain(|session| session.form != forms::REPORT);
            reply.messages.push(views::say(self.world, person.lang, "report-known"));
            return Ok(());
        }
        reply.messages.push(views::report_kept(self.world, person.lang, id, kind));
        let open = case.reports.iter().filter(|report| report.open).count();
        let enough = i64::try_from(open).unwrap_or(i64::MAX) >= self.world.pack.jobs.reports;
        let held = enough && self.hold_job(&job, REPORTS).await?;
        if held {
            let detail = format!("{open} reports");
            self.tx.audit(self.now, person.id, "job held by reports", id.0, &detail).await?;
        }
        self.show_anew(Shows::Job(id), held || (open > 0 && !known)).await
    }

    pub(super) async fn report_words(
        &mut self,
        person: &Person,
        id: JobId,
        said: Option<String>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(said) = said else {
            reply.messages.push(views::say(self.world, person.lang, "care-no-words"));
            return Ok(());
        };
        if !self.tx.say_report(id, person.id, &said).await? {
            self.not_yours(person, reply);
            return Ok(());
        }
        reply.messages.push(views::say(self.world, person.lang, "report-words-kept"));
        self.show_anew(Shows::Job(id), false).await
    }

    pub(super) async fn unreport(
        &mut self,
        person: &mut Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        person.sessions.retain(|session| session.form != forms::REPORT);
        let taken = self.tx.take_report_back(id, person.id).await?;
        let key = if taken { "unreported" } else { "unreport-late" };
        reply.messages.push(views::say(self.world, person.lang, key));
        if taken { self.show_anew(Shows::Job(id), false).await } else { Ok(()) }
    }

    /// Holds a job that is open or paused, for a reason that is a code or a text; who waits sees that it is
    /// being looked at, and so does the employer. `false` when it is in neither state.
    pub(crate) async fn hold_job(&mut self, job: &StoredJob, why: &str) -> Result<bool, TurnError> {
        let mut held = false;
        for from in [JobState::Open, JobState::Paused] {
            held = held || self.tx.hold_job(job.id, from, why).await?;
        }
        if !held {
            return Ok(false);
        }
        self.jobs_changed().await?;
        let case = self.job_case(job).await?;
        // Fewer reports than hold a job by themselves could name those who made them.
        let kinds = why == REPORTS;
        if let Some(owner) = self.other(job.owner).await? {
            self.notify(owner.chat, views::job_held(self.world, owner.lang, &case, kinds));
        }
        Ok(true)
    }

    /// Whether nobody can be hired because the job is held; says so.
    pub(in super::super) fn is_held(&self, person: &Person, job: &StoredJob, reply: &mut Reply) -> bool {
        let held = job.state == JobState::Held;
        if held {
            let args = [("id", Arg::Html(job.id.to_string()))];
            let text = self.world.texts.say(person.lang, "job-held-no-hiring", &args);
            reply.messages.push(Message::text(text));
        }
        held
    }

    /// The job and its case for an operator; others were turned away before.
    async fn case_for(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<Option<(StoredJob, JobCase)>, TurnError> {
        let Some(job) = self.tx.job(id).await? else {
            self.not_yours(person, reply);
            return Ok(None);
        };
        let case = self.job_case(&job).await?;
        Ok(Some((job, case)))
    }

    /// Tells all operators what one of them decided about a job; or this one that somebody was first.
    async fn decided(
        &mut self,
        person: &Person,
        case: &JobCase,
        done: Option<&'static str>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let world = self.world;
        let key = done.unwrap_or("case-job-before");
        reply.messages.push(views::job_decided(world, person.lang, key, case));
        if done.is_some() {
            let settled = |lang| views::job_decided(world, lang, key, case);
            self.settle_case(Shows::Job(case.id), person, reply, settled).await?;
        }
        Ok(())
    }

    pub(super) async fn hold_by(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, case)) = self.case_for(person, id, reply).await? else { return Ok(()) };
        let held = self.hold_job(&job, HEARD).await?;
        if held {
            self.tx.audit(self.now, person.id, "job held", id.0, HEARD).await?;
        }
        self.decided(person, &case, held.then_some("case-held"), reply).await
    }

    /// A job that was looked at goes on as before, and the reports about it are closed.
    pub(super) async fn release_by(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, case)) = self.case_for(person, id, reply).await? else { return Ok(()) };
        let released = self.tx.release_job(id).await?;
        if released {
            let closed = self.tx.close_reports(id).await?;
            self.jobs_changed().await?;
            self.tx.audit(self.now, person.id, "job released", id.0, &format!("{closed} reports")).await?;
            if let Some(owner) = self.other(job.owner).await? {
                self.notify(owner.chat, views::job_released(self.world, owner.lang, id, &job.job));
            }
        }
        self.decided(person, &case, released.then_some("case-released"), reply).await
    }

    pub(super) async fn dismiss(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((_, case)) = self.case_for(person, id, reply).await? else { return Ok(()) };
        let closed = self.tx.close_reports(id).await?;
        if closed > 0 {
            let detail = format!("{closed} reports");
            self.tx.audit(self.now, person.id, "reports dismissed", id.0, &detail).await?;
        }
        self.decided(person, &case, (closed > 0).then_some("case-dismissed"), reply).await
    }
}
