//! The forms there are, and what their answers amount to.

mod check;
mod custom;
mod employer;
mod job;
mod lists;
mod post;
mod profile;
mod small;
mod worker;

pub use check::{JobProblem, check, days_open};
pub use custom::{Custom, FormError, parse as parse_custom};
pub use employer::{Company, company};
pub use job::{answers_of, job};
pub use profile::{answers, open_questions, profile, too_young};
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
        let all = vec![
            worker::form(own(|own| own.at_registration)),
            profile::form(own(|_| true)),
            employer::form(),
            post::form(),
            small::share(),
            small::refuse(),
            small::pause(),
        ];
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
