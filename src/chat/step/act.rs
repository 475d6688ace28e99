//! What an input leads to, as data: `turn` carries it out, and checks once more that the person may.

use super::care::{EmployerCare, OperatorCare, WorkerCare};
use super::staff::StaffAct;
use crate::chat::engine::Problem;
use crate::chat::forms::Company;
use crate::chat::step::jobs::{CompanyAct, JobAct};
use crate::classify::Label;
use crate::domain::{EmployerId, Job, JobId, PersonId};

/// What has to be done, then shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Show the present screen of the present form.
    Ask(Card),
    /// Show a text.
    Say(&'static str),
    /// Show the languages to choose from.
    Languages,
    /// Show what there is to do, under a text.
    Menu(&'static str),
    /// Forget the person as a worker (whole, if they are nothing else), then show a text.
    Forget(&'static str),
    /// Show what is kept and why, and what can be done about it.
    Privacy,
    /// Send everything that is kept as a file.
    Export,
    /// Ask whether everything is to be erased.
    EraseMenu,
    /// Erase the person, whole.
    Erase,
    /// What a worker does.
    Worker(WorkerAct),
    /// What somebody does for an employer.
    Employer(EmployerAct),
    /// What an operator does.
    Operator(OperatorAct),
}

/// What a worker does.
#[derive(Debug, Clone, PartialEq)]
pub enum WorkerAct {
    /// The core form is confirmed: register the worker, show the first jobs.
    Register,
    /// Show the fitting job at this place of the list, from 0.
    Jobs(usize),
    /// Apply.
    Apply(JobId),
    /// Say that the job is not wanted.
    Decline(JobId),
    /// Take the application back; when `true`, also if one was hired.
    Withdraw(JobId, bool),
    /// Go on only if a number may be shared for this job; else leave the form just begun.
    MayShare(JobId),
    /// Share the number, which is known, for a job.
    Share(JobId),
    /// Show one job, by the link that led here.
    ShowJob(JobId),
    /// Show why other open jobs do not fit, from this place of the list.
    WhyNot(usize),
    /// Facts of a registered worker changed: keep them, and what depends on them.
    Keep,
    /// Show what is known of the worker, with what changed just now.
    Profile(Change),
    /// Ask whether a year of birth with which nobody may work was a slip; it is not kept.
    TooYoung,
    /// Show for how long offers can be stopped.
    PauseMenu,
    /// Go on only if the employer of this job may be answered; else leave the form just begun.
    MayAnswer(JobId),
    /// Answer the employer of a job, as kept by `forms::said`.
    Answer(JobId, String),
    /// Say whether one comes to an interview.
    Meet(JobId, bool),
    /// Answer a check-in, report a job.
    Care(WorkerCare),
}

/// What somebody does for an employer.
#[derive(Debug, Clone, PartialEq)]
pub enum EmployerAct {
    /// Keep a new employer and tell the operators.
    Submit(Company),
    /// Keep a job and send it to the workers it fits; what its ad may not ask for holds it: `deposit=押金200`.
    Post(Box<Job>, Vec<String>),
    /// Show the employer's jobs, from this page of the list, from 0.
    Jobs(usize),
    /// Something with one job.
    Job(JobId, JobAct),
    /// Replace what a job is; what its new words may not ask for holds it.
    Change(JobId, Box<Job>, Vec<String>),
    /// Something with who acts for a company.
    Company(CompanyAct),
    /// Send the link of a job, with its picture.
    Link(JobId),
    /// Show those who applied, from this place of the list.
    Applicants(JobId, usize),
    /// Show the first of them side by side.
    Compare(JobId),
    /// Show one who applied.
    Applicant(JobId, PersonId),
    /// Go on only if this is an applicant of theirs who waits or was hired; else leave the form just begun.
    MayTalk(JobId, PersonId),
    /// Hire.
    Hire(JobId, PersonId),
    /// Ask why somebody is refused.
    RejectMenu(JobId, PersonId),
    /// Refuse, for a reason of [`REASONS`].
    Reject(JobId, PersonId, &'static str),
    /// Say that somebody who was invited or hired did not come.
    NoShow(JobId, PersonId),
    /// Take the last decision about somebody back.
    Undo(JobId, PersonId),
    /// Ask something, as kept by `forms::said`.
    Ask(JobId, PersonId, String),
    /// Invite to an interview.
    Invite(JobId, PersonId, Invitation),
    /// See why the employer was refused or frozen, appeal.
    Care(EmployerCare),
}

/// When and where an employer wants to see somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Date and time at the workplace.
    pub at: jiff::civil::DateTime,
    /// Where, in the employer's words.
    pub place: String,
}

/// Why somebody is refused, as codes: what can be said to anybody, and nothing the law protects.
pub const REASONS: [&str; 6] = ["experience", "certificate", "distance", "dates", "taken", "other"];

/// What an operator does.
#[derive(Debug, Clone, PartialEq)]
pub enum OperatorAct {
    /// Show employers that wait for a decision.
    Waiting,
    /// Approve the employer, or refuse with a reason.
    Decide(EmployerId, Option<String>),
    /// The rest: see [`StaffAct`].
    Staff(StaffAct),
    /// Decide about a frozen employer, a reported job.
    Care(OperatorCare),
}

impl From<WorkerAct> for Act {
    fn from(act: WorkerAct) -> Self {
        Self::Worker(act)
    }
}

impl From<EmployerAct> for Act {
    fn from(act: EmployerAct) -> Self {
        Self::Employer(act)
    }
}

impl From<OperatorAct> for Act {
    fn from(act: OperatorAct) -> Self {
        Self::Operator(act)
    }
}

/// What the last input made of the person, shown above the next question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Card {
    /// The question that was answered.
    pub answered: Option<String>,
    /// Labels that the answer added.
    pub labels: Vec<Label>,
    /// Why the input was no answer.
    pub problem: Option<Problem>,
    /// Whether to offer to begin again.
    pub restart: bool,
}

/// What an answer changed in what the rules make of a worker.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// The question that was answered.
    pub answered: Option<String>,
    /// Labels that are new.
    pub added: Vec<Label>,
    /// Labels that are gone.
    pub gone: Vec<Label>,
}

/// What an input leads to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// In order.
    pub acts: Vec<Act>,
    /// The note on the tapped button, as a locale key.
    pub toast: Option<&'static str>,
}

impl Step {
    pub(super) fn one(act: impl Into<Act>) -> Self {
        Self { acts: vec![act.into()], toast: None }
    }

    pub(super) fn toast(key: &'static str) -> Self {
        Self { acts: Vec::new(), toast: Some(key) }
    }

    pub(super) fn and_toast(mut self, key: &'static str) -> Self {
        self.toast = Some(key);
        self
    }
}
