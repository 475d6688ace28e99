//! The present screen of the present form, with its card and, at the end, all that was said.

use super::engine::Asker;
use super::forms;
use super::page::{self, Around};
use super::step::Card;
use super::{Message, Person, World, describe, views};
use crate::i18n::Arg;
use crate::matching::Fit;
use jiff::civil::Date;

/// What `turn` looked up for the screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Open jobs that fit what is known of the worker so far.
    pub fitting_jobs: Option<usize>,
    /// Workers whom the job that is being posted fits.
    pub fitting_workers: Option<usize>,
    /// One of them, to preview the offer as they see it.
    pub example: Option<Fit>,
    /// How many get the announcement that is being written.
    pub listeners: Option<usize>,
}

/// The message for the present screen, and the line that an answered question leaves behind.
#[must_use]
pub fn screen(
    world: &World,
    person: &Person,
    card: &Card,
    facts: &Facts,
    today: Date,
) -> Option<(Message, String)> {
    let session = person.sessions.last()?;
    let form = world.forms.get(&session.form)?;
    let asker = Asker { world, lang: person.lang, today, name: &person.name };
    let mut lines = Vec::new();
    if session.form == forms::REGISTER && !session.path.is_empty() {
        lines.push(progress_line(world, person, session, facts));
    }
    lines.extend(label_line(world, person, card));
    let problems = forms::problems(session, world, today);
    let mut mend: Vec<&'static str> = Vec::new();
    for question in problems.iter().flat_map(|problem| problem.questions(&session.answers)) {
        if !mend.contains(&question) {
            mend.push(question);
        }
    }
    let summary = summary(form, &asker, person, (session, &problems), facts);
    let around = Around {
        card: &lines.join("\n"),
        problem: card.problem,
        summary: &summary,
        restart: card.restart,
        mend: &mend,
    };
    let mut message = page::render(form, session, &asker, &around);
    if session.question() == Some("consent") {
        views::add_languages(world, person.lang, &mut message);
    }
    Some((message, done_line(form, session, &asker, card)))
}

/// `▰▰▰▱▱▱ 3/10 · 12 jobs fit`.
fn progress_line(world: &World, person: &Person, session: &super::Session, facts: &Facts) -> String {
    let done = forms::MAIN.iter().filter(|id| session.answers.has(id)).count();
    let bar: String = (0..forms::MAIN.len()).map(|at| if at < done { '▰' } else { '▱' }).collect();
    let count = facts.fitting_jobs.unwrap_or(0);
    let key = if count == 0 { "card-progress" } else { "card-progress-jobs" };
    let args = [("bar", Arg::Html(bar)), ("count", Arg::from(count))];
    world.texts.say(person.lang, key, &args)
}

fn label_line(world: &World, person: &Person, card: &Card) -> Option<String> {
    let labels: Vec<String> =
        card.labels.iter().filter_map(|label| describe::label_made(world, label, person.lang)).collect();
    if labels.is_empty() {
        return None;
    }
    let list = labels.join(&world.texts.say(person.lang, "list-comma", &[]));
    Some(world.texts.say(person.lang, "card-made", &[("labels", Arg::Html(list))]))
}

fn summary(
    form: &super::Form,
    asker: &Asker<'_>,
    person: &Person,
    (session, problems): (&super::Session, &[forms::JobProblem]),
    facts: &Facts,
) -> String {
    let world = asker.world;
    if session.at != super::At::Summary {
        return String::new();
    }
    match session.form.as_str() {
        forms::REGISTER => person
            .worker
            .as_ref()
            .map(|worker| views::profile(form, &asker.ask(&session.answers), worker))
            .unwrap_or_default(),
        forms::EMPLOYER => forms::company(&session.answers)
            .map(|company| views::company_summary(world, person.lang, &company))
            .unwrap_or_default(),
        forms::ANNOUNCE => views::staff::announcement_preview(&asker.ask(&session.answers), session, facts),
        forms::POST => {
            let flags = forms::flags_of(session, world, person.lang, asker.today);
            views::preview(world, person, session, problems, &flags, facts)
        }
        _ => String::new(),
    }
}

/// The answer just given, as it stays in the chat: `✓ Experience: 8 years`.
fn done_line(form: &super::Form, session: &super::Session, asker: &Asker<'_>, card: &Card) -> String {
    let line = || {
        let question = form.question(card.answered.as_deref()?)?;
        let answer = session.answers.get(question.id)?;
        let ask = asker.ask(&session.answers);
        let name = page::question_name(form, question, &ask);
        let text = page::answer_text(question, answer, &ask);
        Some(asker.world.texts.say(
            asker.lang,
            "done-line",
            &[("name", Arg::Html(name)), ("answer", text.into())],
        ))
    };
    line().unwrap_or_default()
}
