//! What people do with the jobs of their employer, and who acts for it.

use super::{Act, EmployerAct, Step, Talk, Words};
use crate::domain::{EmployerId, PersonId};

/// Something with one job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobAct {
    /// Show everything about it.
    Show,
    /// Open its answers, to change some.
    Edit,
    /// Open its answers, to post them as another job.
    Copy,
    /// Take no applications for now.
    Pause,
    /// Take applications again.
    Resume,
    /// Ask whether it is to be closed; when `true`, close it.
    Close(bool),
    /// Let it run longer, or again.
    Extend,
    /// Let it end when its time comes.
    LetEnd,
}

/// Something with who acts for a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyAct {
    /// Show the company and its people.
    Show,
    /// Ask whoever opened the company's link whether they want to act for it.
    Invited(EmployerId),
    /// Ask the founder to be let in.
    AskIn(EmployerId),
    /// Let somebody in who asked (`true`), or refuse.
    Answer(EmployerId, PersonId, bool),
    /// Ask whether somebody is to be removed; when `true`, remove them.
    Remove(EmployerId, PersonId, bool),
    /// Ask whether one really leaves; when `true`, leave.
    Leave(EmployerId, bool),
}

impl Talk<'_> {
    /// A button of the card of a job or of a company; `None` when it is not one.
    pub(super) fn job_tap(&self, words: &Words<'_>) -> Option<Step> {
        let sure = |at: usize| words.word(at) == "yes";
        let act = match (words.word(0), words.count()) {
            ("mj", _) => return Some(Step::one(EmployerAct::Jobs(words.place(1)))),
            ("co", 2) if words.word(1) == "not" => return Some(self.not_in()),
            ("co", _) => return company_tap(words).map(|act| Step::one(EmployerAct::Company(act))),
            ("jb", 2) => JobAct::Show,
            ("je", 2) => JobAct::Edit,
            ("jy", 2) => JobAct::Copy,
            ("jp", 2) => JobAct::Pause,
            ("jr", 2) => JobAct::Resume,
            ("jc", 2 | 3) => JobAct::Close(sure(2)),
            ("jx", 2) => JobAct::Extend,
            ("jl", 2) => JobAct::LetEnd,
            _ => return None,
        };
        Some(Step::one(EmployerAct::Job(words.job()?, act)))
    }

    /// Somebody does not want to act for the company whose link they opened.
    fn not_in(&self) -> Step {
        self.then_question(Act::Say("company-not-in"))
    }
}

fn company_tap(words: &Words<'_>) -> Option<CompanyAct> {
    let employer = || words.number(2).map(EmployerId);
    let person = || words.number(3).map(PersonId);
    Some(match (words.word(1), words.count()) {
        ("", 1) => CompanyAct::Show,
        ("in", 3) => CompanyAct::AskIn(employer()?),
        ("yes", 4) => CompanyAct::Answer(employer()?, person()?, true),
        ("no", 4) => CompanyAct::Answer(employer()?, person()?, false),
        ("out", 4 | 5) => CompanyAct::Remove(employer()?, person()?, words.word(4) == "yes"),
        ("leave", 3 | 4) => CompanyAct::Leave(employer()?, words.word(3) == "yes"),
        _ => return None,
    })
}
