//! What protects workers: check-ins, reports, and what operators and employers do about them.

use super::{Act, EmployerAct, OperatorAct, Step, Talk, Words, WorkerAct};
use crate::chat::person::EmployerState;
use crate::chat::{Session, Subject, forms};
use crate::domain::{CheckDay, CheckIn, EmployerId, JobId, ReportKind, Verdict, Works};

/// What a worker says about a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerCare {
    /// Say whether they work there.
    Works(CheckIn, Works),
    /// Say whether somebody asked for money.
    Charged(CheckIn, bool),
    /// Say who did, and how much; nothing when it was passed over.
    ChargeWords(CheckIn, Option<String>),
    /// Take back that somebody did.
    Uncharge(CheckIn),
    /// Be asked again: the answer was a slip.
    AskAgain(CheckIn),
    /// Choose what to report.
    ReportMenu(JobId),
    /// Report.
    Report(JobId, ReportKind),
    /// Say more about the report; nothing when it was passed over.
    ReportWords(JobId, Option<String>),
    /// Take the report back.
    Unreport(JobId),
}

/// What somebody does about an employer that was refused or frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmployerCare {
    /// See what was decided, why, and what can be done.
    Standing,
    /// Be let to sign up again: who was let in before may not.
    MayReapply(EmployerId),
    /// Be let to write an appeal: one a day.
    MayAppeal(EmployerId),
    /// Appeal.
    Appeal(EmployerId, String),
}

/// What an operator does about employers and jobs that something was said about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperatorCare {
    /// Look at an employer.
    Employer(EmployerId),
    /// Leave a frozen employer frozen.
    Keep(EmployerId),
    /// Decide about an employer, with the reason.
    Judge(EmployerId, Verdict, String),
    /// Look at a job.
    Job(JobId),
    /// Hold a job.
    Hold(JobId),
    /// Let a held job go on.
    Release(JobId),
    /// Close the reports about a job.
    Dismiss(JobId),
}

impl From<WorkerCare> for Act {
    fn from(act: WorkerCare) -> Self {
        WorkerAct::Care(act).into()
    }
}

impl From<EmployerCare> for Act {
    fn from(act: EmployerCare) -> Self {
        EmployerAct::Care(act).into()
    }
}

impl From<OperatorCare> for Act {
    fn from(act: OperatorCare) -> Self {
        OperatorAct::Care(act).into()
    }
}

impl Talk<'_> {
    /// A button of these cards; `None` when it is not one.
    pub(super) fn care_tap(&mut self, words: &Words<'_>) -> Option<Step> {
        match words.word(0) {
            "ck" => self.check_in(words),
            "rp" => self.report(words),
            "ea" => self.appeal(EmployerId(words.number(1)?)),
            "er" => self.sign_up_again(EmployerId(words.number(1)?)),
            "oe" if self.person.operator => self.employer_case(words),
            "oj" if self.person.operator => {
                let job = words.job()?;
                Some(Step::one(match words.word(2) {
                    "show" => OperatorCare::Job(job),
                    "hold" => OperatorCare::Hold(job),
                    "release" => OperatorCare::Release(job),
                    "dismiss" => OperatorCare::Dismiss(job),
                    _ => return None,
                }))
            }
            _ => None,
        }
    }

    /// `ck:JOB:DAY:ANSWER`.
    fn check_in(&mut self, words: &Words<'_>) -> Option<Step> {
        let check = CheckIn { job: words.job()?, day: CheckDay::of_number(words.number(2)?)? };
        Some(match words.word(3) {
            "free" => Step::one(WorkerCare::Charged(check, false)),
            "paid" => {
                let about = Subject::Pair(check.job.0, check.day.number());
                self.and_then_ask(WorkerCare::Charged(check, true), forms::CHARGE, about)
            }
            "back" => Step::one(WorkerCare::Uncharge(check)),
            "again" => Step::one(WorkerCare::AskAgain(check)),
            word => Step::one(WorkerCare::Works(check, Works::of_word(word)?)),
        })
    }

    /// `rp:JOB` for the choice, `rp:JOB:KIND` to report.
    fn report(&mut self, words: &Words<'_>) -> Option<Step> {
        let job = words.job()?;
        Some(match words.word(2) {
            "" => Step::one(WorkerCare::ReportMenu(job)),
            "undo" => Step::one(WorkerCare::Unreport(job)),
            word => {
                let act = WorkerCare::Report(job, ReportKind::of_word(word)?);
                self.and_then_ask(act, forms::REPORT, Subject::One(job.0))
            }
        })
    }

    /// The act first, then the one question of a form; `turn` takes the form away where it is out of place.
    fn and_then_ask(&mut self, act: impl Into<Act>, form: &str, about: Subject) -> Step {
        self.person.sessions.retain(|session| session.form != form);
        let mut step = self.begin(form, Some(about));
        step.acts.insert(0, act.into());
        step
    }

    fn appeal(&mut self, id: EmployerId) -> Option<Step> {
        let employer = self.person.employer.as_ref().filter(|employer| employer.id == id)?;
        let may = matches!(employer.state, EmployerState::Refused(_) | EmployerState::Frozen(_));
        may.then(|| self.and_then_ask(EmployerCare::MayAppeal(id), forms::APPEAL, Subject::One(id.0)))
    }

    fn sign_up_again(&mut self, id: EmployerId) -> Option<Step> {
        let employer = self.person.employer.as_ref().filter(|employer| employer.id == id)?;
        matches!(employer.state, EmployerState::Refused(_)).then(|| {
            let mut step = self.begin(forms::EMPLOYER, None);
            step.acts.insert(0, EmployerCare::MayReapply(id).into());
            step
        })
    }

    /// `oe:EMPLOYER:WHAT`; who decides says why.
    fn employer_case(&mut self, words: &Words<'_>) -> Option<Step> {
        let id = EmployerId(words.number(1)?);
        Some(match words.word(2) {
            "show" => Step::one(OperatorCare::Employer(id)),
            "keep" => Step::one(OperatorCare::Keep(id)),
            word => {
                let form = verdict_form(Verdict::of_word(word)?);
                self.begin(form, Some(Subject::One(id.0)))
            }
        })
    }

    /// What a finished form of these leads to; `None` when it is not one.
    pub(super) fn care_form(session: &Session) -> Option<Act> {
        let text = |question| session.answers.text(question).map(str::to_owned);
        let form = session.form.as_str();
        let judged = Verdict::ALL.into_iter().find(|verdict| verdict_form(*verdict) == form);
        Some(match (form, session.subject?) {
            (forms::CHARGE, Subject::Pair(job, day)) => {
                let check = CheckIn { job: JobId(job), day: CheckDay::of_number(day)? };
                WorkerCare::ChargeWords(check, text("said")).into()
            }
            (forms::REPORT, Subject::One(job)) => WorkerCare::ReportWords(JobId(job), text("said")).into(),
            (forms::APPEAL, Subject::One(id)) => EmployerCare::Appeal(EmployerId(id), text("text")?).into(),
            (_, Subject::One(id)) => OperatorCare::Judge(EmployerId(id), judged?, text("reason")?).into(),
            _ => return None,
        })
    }
}

const fn verdict_form(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Freeze => forms::FREEZE,
        Verdict::Thaw => forms::THAW,
        Verdict::Refuse => forms::BAR,
    }
}
