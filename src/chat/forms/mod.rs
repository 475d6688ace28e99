//! The forms there are, and what their answers amount to.

mod applicants;
mod care;
mod check;
mod custom;
mod employer;
mod job;
mod lists;
mod post;
mod profile;
mod small;
mod staff;
mod told;
mod worker;

pub use applicants::{invitation, said};
pub use check::{JobProblem, check, days_open};
pub use custom::{Custom, FormError, parse as parse_custom};
pub use employer::{Company, company};
pub use job::{answers_of, job};
pub use profile::{answers, open_questions, profile, too_young};
pub use staff::{Audience, REVEAL_REASONS, audience_name, is_staff};
pub use told::{flagged, flags_of, told, told_job};
pub use worker::MAIN;

use super::form::{Form, Question};
use super::{Session, World};
use jiff::civil::Date;

/// A worker registers.
pub const REGISTER: &str = "reg";
/// A worker tells more, or changes what was told: one question at a time.
pub const PROFILE: &str = "prof";
/// An employer signs up.
pub const EMPLOYER: &str = "emp";
/// An employer posts a job.
pub const POST: &str = "post";
/// A worker shares the number for one job.
pub const SHARE: &str = "share";
/// An operator says why an employer is refused.
pub const REFUSE: &str = "refuse";
/// A worker says until when no offers are wanted.
pub const PAUSE: &str = "pause";

/// A registered worker wrote what changed, and is asked whether it was understood.
pub const REVISE: &str = "rev";
/// An employer asks somebody who applied.
pub const ASK: &str = "ask";
/// A worker answers an employer.
pub const ANSWER: &str = "answer";
/// An employer invites somebody who applied.
pub const INVITE: &str = "invite";
/// An operator looks somebody up.
pub const FIND: &str = "find";
/// An operator writes a note about somebody.
pub const NOTE: &str = "note";
/// An operator puts a new tag on somebody.
pub const TAG: &str = "tag";
/// An operator says why somebody's phone number is needed.
pub const REVEAL: &str = "reveal";
/// An operator writes an announcement.
pub const ANNOUNCE: &str = "ann";
/// A worker says who took money for a job, and how much.
pub const CHARGE: &str = "charge";
/// A worker says more about a report.
pub const REPORT: &str = "report";
/// An employer that was refused or frozen says why that is wrong.
pub const APPEAL: &str = "appeal";
/// An operator says why an employer is frozen.
pub const FREEZE: &str = "freeze";
/// An operator says why an employer may go on.
pub const THAW: &str = "thaw";
/// An operator says why an employer is refused for good.
pub const BAR: &str = "bar";

/// All forms, with the agency's own questions in them.
pub struct Forms {
    all: Vec<Form>,
    custom: Vec<Custom>,
}

impl Forms {
    /// The forms with these questions of the agency's own.
    #[must_use]
    pub fn new(custom: Vec<Custom>) -> Self {
        let own = |wanted: fn(&Custom) -> bool| -> Vec<Question> {
            custom.iter().filter(|own| wanted(own)).map(Custom::question).collect()
        };
        let mut all = vec![
            worker::form(own(|own| own.at_registration)),
            profile::form(own(|_| true)),
            profile::update(own(|_| true)),
            employer::form(),
            post::form(),
            small::share(),
            small::refuse(),
            small::pause(),
            applicants::ask(),
            applicants::answer(),
            applicants::invite(),
            care::charge(),
            care::report(),
            care::appeal(),
            care::freeze(),
            care::thaw(),
            care::bar(),
        ];
        all.extend(staff::forms());
        Self { all, custom }
    }

    /// The form with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Form> {
        self.all.iter().find(|form| form.id == id)
    }

    /// All forms.
    #[must_use]
    pub fn all(&self) -> &[Form] {
        &self.all
    }

    /// The agency's own questions.
    #[must_use]
    pub fn custom(&self) -> &[Custom] {
        &self.custom
    }
}

/// What has to be mended before a finished form counts; nothing for those that are not about a job.
#[must_use]
pub fn problems(session: &Session, world: &World, today: Date) -> Vec<JobProblem> {
    let job = if session.form == POST { job(&session.answers) } else { None };
    job.map(|job| check(&job, &world.taxonomy, &world.pack, today)).unwrap_or_default()
}
