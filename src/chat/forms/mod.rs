//! The forms there are, and what their answers amount to.

mod employer;
mod lists;
mod post;
mod small;
mod worker;

pub use employer::{Company, company};
pub use post::job;
pub use worker::{MAIN, profile, too_young};

use super::form::Form;
use std::sync::LazyLock;

/// A worker registers.
pub const REGISTER: &str = "reg";
/// An employer signs up.
pub const EMPLOYER: &str = "emp";
/// An employer posts a job.
pub const POST: &str = "post";
/// A worker shares the number for one job.
pub const SHARE: &str = "share";
/// An operator says why an employer is refused.
pub const REFUSE: &str = "refuse";

static FORMS: LazyLock<Vec<Form>> =
    LazyLock::new(|| vec![worker::form(), employer::form(), post::form(), small::share(), small::refuse()]);

/// The form with this id.
#[must_use]
pub fn form(id: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.id == id)
}

/// All forms.
#[must_use]
pub fn all() -> &'static [Form] {
    &FORMS
}
