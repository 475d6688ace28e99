//! What an input leads to, as data: `turn` carries it out.

use crate::chat::engine::Problem;
use crate::chat::forms::Company;
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
    /// The core form is confirmed: register the worker, show the first jobs.
    Register,
    /// Keep a new employer and tell the operators.
    SubmitEmployer(Company),
    /// Approve the employer, or refuse with a reason.
    Decide(EmployerId, Option<String>),
    /// Keep a job and send it to the workers it fits.
    Post(Box<Job>),
    /// Show the fitting job at this place of the list, from 0.
    Jobs(usize),
    /// The worker applies.
    Apply(JobId),
    /// The worker does not want the job.
    Decline(JobId),
    /// The worker takes the application back.
    Withdraw(JobId),
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
    /// Show what is kept and why, and what can be done about it.
    Privacy,
    /// Send everything that is kept as a file.
    Export,
    /// Ask whether everything is to be erased.
    EraseMenu,
    /// Erase the person, whole.
    Erase,
    /// Send the link of a job, with its picture.
    Link(JobId),
    /// The worker shares the number, which is known, for a job.
    Share(JobId),
    /// Show the employer's jobs.
    MyJobs,
    /// Show the applicant at this place of the list, from 0.
    Applicants(JobId, usize),
    /// The employer hires.
    Hire(JobId, PersonId),
    /// The employer takes somebody else.
    Reject(JobId, PersonId),
    /// Show employers that wait for a decision.
    Waiting,
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
    pub(super) fn one(act: Act) -> Self {
        Self { acts: vec![act], toast: None }
    }

    pub(super) fn toast(key: &'static str) -> Self {
        Self { acts: Vec::new(), toast: Some(key) }
    }

    pub(super) fn and_toast(mut self, key: &'static str) -> Self {
        self.toast = Some(key);
        self
    }
}
