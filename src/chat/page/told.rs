//! Answers to several questions that were told in one text, as they are shown to be mended.

use super::{answer_text, data, edit_text, question_name, say, shortened};
use crate::chat::form::{Ask, Form, Question};
use crate::chat::tap::Action;
use crate::chat::{Button, Session, forms};
use crate::i18n::Arg;

/// The question whose words and answers a told answer has: those of the form, else of the further ones.
fn told_question<'a>(form: &'a Form, id: &str, ask: &Ask<'a>) -> Option<&'a Question> {
    form.question(id).or_else(|| ask.world.forms.get(forms::PROFILE)?.question(id))
}

/// What was understood of a text that answered several questions, line by line.
/// The answers that were understood, a line each, as HTML; nothing if there are none.
pub(super) fn told_lines(form: &Form, session: &Session, ask: &Ask<'_>) -> String {
    if session.told.is_empty() || session.editing {
        return String::new();
    }
    let line = |id: &String| {
        let question = told_question(form, id, ask)?;
        let answer = answer_text(question, session.answers.get(id)?, ask);
        let args = [("name", Arg::Html(question_name(form, question, ask))), ("answer", answer.into())];
        Some(ask.world.texts.say(ask.lang, "told-line", &args))
    };
    // From elsewhere says less than from where.
    let is_said = |id: &&String| *id != "home" || !session.answers.has("origin");
    let lines: Vec<String> = session.told.iter().filter(is_said).filter_map(line).collect();
    format!("{}\n{}\n\n", say(ask, "told"), lines.join("\n"))
}

/// A button for each answer that was understood, to mend it.
pub(super) fn told_rows(form: &Form, session: &Session, ask: &Ask<'_>) -> Vec<Vec<Button>> {
    if session.editing {
        return Vec::new();
    }
    let button = |id: &String| {
        let question = form.question(id)?;
        let text = format!("✏️ {}", edit_text(form, question, ask)?);
        Some(Button::new(shortened(&text), data(session, &Action::Edit(question.id))))
    };
    let buttons: Vec<Button> = session.told.iter().filter_map(button).collect();
    buttons.chunks(2).map(<[Button]>::to_vec).collect()
}
