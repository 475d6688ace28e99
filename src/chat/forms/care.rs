//! Forms about what went wrong: who took money, more about a report, an appeal, an operator's reasons.

use super::lists;
use super::small::form;
use crate::chat::form::{Form, Kind, Question};
use std::sync::Arc;

/// A text of at most `most` characters, with suggestions whose locale keys are `{prefix}-{id}`.
fn text(most: usize, prefix: &'static str, ids: &'static [&'static str]) -> Kind {
    Kind::Text {
        choices: Arc::new(move |ask| lists::keyed(ask, prefix, ids.iter().copied())),
        most,
        check: Arc::new(|_| Ok(())),
    }
}

/// A worker says who took money and how much; the session's subject is job and day.
pub(super) fn charge() -> Form {
    let kind = text(300, "charge-for", &["deposit", "agency", "clothes", "papers"]);
    Form { may_leave: false, ..form(super::CHARGE, Question::new("said", kind).may_skip()) }
}

/// A worker says more about the report on the job that is the session's subject.
pub(super) fn report() -> Form {
    let kind = text(300, "report-said", &[]);
    Form { may_leave: false, ..form(super::REPORT, Question::new("said", kind).may_skip()) }
}

/// Somebody of the employer that is the session's subject says why the decision is wrong.
pub(super) fn appeal() -> Form {
    form(super::APPEAL, Question::new("text", text(500, "appeal-text", &[])))
}

/// An operator says why the employer that is the session's subject is frozen.
pub(super) fn freeze() -> Form {
    form(super::FREEZE, Question::new("reason", text(200, "freeze-reason", &["fees", "fake", "papers"])))
}

/// An operator says why the employer that is the session's subject may go on.
pub(super) fn thaw() -> Form {
    form(super::THAW, Question::new("reason", text(200, "thaw-reason", &["untrue", "mended", "mistake"])))
}

/// An operator says why the employer that is the session's subject is refused for good.
pub(super) fn bar() -> Form {
    form(super::BAR, Question::new("reason", text(200, "bar-reason", &["fees", "fake", "again"])))
}
