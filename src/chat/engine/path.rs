//! The way through a form: to the next question, one step back, to the beginning again.

use super::{Asker, Outcome};
use crate::chat::Answer;
use crate::chat::form::{Form, Kind};
use crate::chat::session::{At, Session};

/// Shows a question; choices taken before are taken still.
pub(super) fn show(session: &mut Session, id: &str) {
    session.go(At::Question(id.to_owned()));
    session.picked = session.answers.many(id).to_vec();
}

/// Forgets the answers but those that stay, and goes to the first question.
pub(super) fn restart(form: &Form, session: &mut Session, asker: &Asker<'_>) -> Outcome {
    let Some(keeps) = form.restart_keeps else { return Outcome::Stale };
    let mut fresh = Session::begin(form.id, session.subject);
    fresh.revision = session.revision;
    for id in keeps {
        if let Some(answer) = session.answers.remove(id) {
            fresh.answers.set(id, answer);
        }
    }
    onward(form, &mut fresh, asker);
    *session = fresh;
    Outcome::Moved
}

/// Takes choices out of answers that are no longer offered: a change of trade changes the certificates, and
/// the ages that a law sets.
fn drop_withdrawn(form: &Form, session: &mut Session, asker: &Asker<'_>) {
    for question in &form.questions {
        if let (Kind::Choice { choices, .. }, true) = (&question.kind, question.forgets)
            && let Some(id) = session.answers.one(question.id)
            && choices(&asker.ask(&session.answers)).choice(id).is_none()
        {
            session.answers.remove(question.id);
        }
        let Kind::Many { choices, read: None, .. } = &question.kind else { continue };
        let Some(Answer::Many(ids)) = session.answers.get(question.id) else { continue };
        let menu = choices(&asker.ask(&session.answers));
        let kept: Vec<String> = ids.iter().filter(|id| menu.choice(id).is_some()).cloned().collect();
        if kept.len() < ids.len() {
            session.answers.set(question.id, Answer::Many(kept));
        }
    }
}

/// Goes to the first question that is asked and not answered, or to the summary.
pub(super) fn onward(form: &Form, session: &mut Session, asker: &Asker<'_>) {
    drop_withdrawn(form, session, asker);
    let next = form.next(&asker.ask(&session.answers)).map(|question| question.id);
    if let Some(id) = next {
        show(session, id);
    } else {
        session.go(At::Summary);
        session.editing = false;
    }
}

/// Undoes exactly one step: closes what is open, or returns to the question answered last, which
/// then is unanswered again; while an answer is being changed, returns to the summary with it kept.
pub(super) fn back(form: &Form, session: &mut Session, asker: &Asker<'_>) -> Outcome {
    if session.group.take().is_some() || !session.found.is_empty() {
        session.page = 0;
        session.found.clear();
        return Outcome::Moved;
    }
    if session.page > 0 {
        session.page = 0;
        return Outcome::Moved;
    }
    if !session.candidates.is_empty() {
        session.candidates.clear();
        return Outcome::Moved;
    }
    if session.at == At::EditList {
        session.go(At::Summary);
        return Outcome::Moved;
    }
    if session.editing && !session.told.is_empty() {
        session.editing = false;
        onward(form, session, asker);
        return Outcome::Moved;
    }
    let complete = form.next(&asker.ask(&session.answers)).is_none();
    if session.editing && complete {
        session.go(At::Summary);
        session.editing = false;
        return Outcome::Moved;
    }
    while let Some(id) = session.path.pop() {
        let earlier = session.answers.remove(&id);
        let asked = form.question(&id).is_some_and(|q| (q.when)(&asker.ask(&session.answers)));
        if asked {
            show(session, &id);
            if let Some(Answer::Many(ids)) = earlier {
                session.picked = ids;
            }
            return Outcome::Moved;
        }
    }
    if form.may_leave { Outcome::Left } else { Outcome::Moved }
}
