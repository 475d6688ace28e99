//! Forms of one question.

use super::lists;
use crate::chat::form::{Form, Kind, Question};
use std::sync::Arc;

/// A worker shares the number for the job that is the session's subject.
pub(super) fn share() -> Form {
    let questions = vec![Question::new("phone", Kind::Phone)];
    Form { id: super::SHARE, questions, summary: false, may_leave: true }
}

/// An operator says why the employer that is the session's subject is refused.
pub(super) fn refuse() -> Form {
    let questions = vec![Question::new(
        "reason",
        Kind::Text {
            choices: Arc::new(|ask| lists::keyed(ask, "refuse-reason", ["licence", "unreachable", "fees"])),
            most: 200,
            check: Arc::new(|_| Ok(())),
        },
    )];
    Form { id: super::REFUSE, questions, summary: false, may_leave: true }
}
