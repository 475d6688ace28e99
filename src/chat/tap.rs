//! What a button of a form carries, written and read: `f:FORM:SCREEN:REVISION:ACTION`, at most 64 bytes;
//! `FORM` is `refuse.4` where the form is about something, `ask.7-3` where it is about an application.

use super::session::{Session, Subject};

/// What a button of a form carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tap<'a> {
    /// The form's id.
    pub form: &'a str,
    /// What the form is about, where one person may have several of the kind open.
    pub subject: Option<Subject>,
    /// The screen's code.
    pub screen: &'a str,
    /// The revision that the button belongs to.
    pub revision: u32,
    /// What it does.
    pub action: Action<'a>,
}

/// What a button of a form does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action<'a> {
    /// Takes a choice.
    Take(&'a str),
    /// Takes or gives back one of several choices.
    Toggle(&'a str),
    /// Finishes a question that allows several choices.
    Done,
    /// Shows another page of choices.
    Page(usize),
    /// Opens a group of choices; closes it when empty.
    Open(&'a str),
    /// Takes a place that may have been meant.
    Candidate(usize),
    /// Goes one question back.
    Back,
    /// Goes from the summary to the list of answers, or from there back.
    EditList,
    /// Changes the answer to a question.
    Edit(&'a str),
    /// Confirms the summary.
    Confirm,
    /// Passes the question over.
    Skip,
    /// Begins the form again.
    Restart,
    /// Leaves the form.
    Leave,
}

/// Reads callback data of a form.
#[must_use]
pub fn read(data: &str) -> Option<Tap<'_>> {
    let mut parts = data.strip_prefix("f:")?.splitn(4, ':');
    let (form, screen) = (parts.next()?, parts.next()?);
    let (form, subject) = match form.split_once('.') {
        Some((form, subject)) => (form, Some(subject.parse().ok()?)),
        None => (form, None),
    };
    let revision = parts.next()?.parse().ok()?;
    let action = parts.next()?;
    let rest = action.get(1..)?;
    let action = match action.as_bytes().first()? {
        b'=' => Action::Take(rest),
        b'+' => Action::Toggle(rest),
        b'.' => Action::Done,
        b'>' => Action::Page(rest.parse().ok()?),
        b'^' => Action::Open(rest),
        b'@' => Action::Candidate(rest.parse().ok()?),
        b'<' => Action::Back,
        b'*' => Action::EditList,
        b'!' => Action::Edit(rest),
        b'~' => Action::Confirm,
        b'-' => Action::Skip,
        b'r' => Action::Restart,
        b'x' => Action::Leave,
        _ => return None,
    };
    Some(Tap { form, subject, screen, revision, action })
}

/// Writes callback data of a form for the screen that the session shows.
#[must_use]
pub fn data(session: &Session, action: &Action<'_>) -> String {
    let action = match action {
        Action::Take(id) => format!("={id}"),
        Action::Toggle(id) => format!("+{id}"),
        Action::Done => ".".to_owned(),
        Action::Page(page) => format!(">{page}"),
        Action::Open(group) => format!("^{group}"),
        Action::Candidate(at) => format!("@{at}"),
        Action::Back => "<".to_owned(),
        Action::EditList => "*".to_owned(),
        Action::Edit(question) => format!("!{question}"),
        Action::Confirm => "~".to_owned(),
        Action::Skip => "-".to_owned(),
        Action::Restart => "r".to_owned(),
        Action::Leave => "x".to_owned(),
    };
    let subject = session.subject.map(|subject| format!(".{subject}")).unwrap_or_default();
    format!("f:{}{subject}:{}:{}:{action}", session.form, session.at.code(), session.revision)
}
