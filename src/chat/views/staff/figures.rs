//! Figures of some days, short enough for a phone.

use super::super::Lines;
use super::{back, button};
use crate::chat::form::Ask;
use crate::chat::step::Span;
use crate::chat::{Button, Message, World, describe, forms, page};
use crate::classify::Axis;
use crate::domain::Lang;
use crate::i18n::Arg;
use std::collections::BTreeMap;

/// Cells with fewer people than this are not told on protected axes: they could point at somebody.
const SMALL: i64 = 5;

/// What was counted.
#[derive(Debug, Clone, Default)]
pub struct FigureCard {
    /// Counters: `reg:started`, `reg:q:born`, `label:age:young`.
    pub tallies: BTreeMap<String, i64>,
    /// Offers sent.
    pub offered: i64,
    /// Offers seen.
    pub seen: i64,
    /// Applications.
    pub applied: i64,
    /// Hires.
    pub hired: i64,
    /// Jobs posted.
    pub posted: i64,
    /// Employers approved.
    pub approved: i64,
}

impl FigureCard {
    fn count(&self, what: &str) -> i64 {
        self.tallies.get(what).copied().unwrap_or(0)
    }

    /// The steps of registration that everybody passes, with how many came so far.
    fn steps(&self, ask: &Ask<'_>) -> Vec<(String, i64)> {
        let texts = &ask.world.texts;
        // Who came to hire did not leave the registration of workers.
        let started = (self.count("reg:started") - self.count("reg:hire")).max(0);
        let mut steps = vec![(texts.say(ask.lang, "figures-started", &[]), started)];
        if let Some(form) = ask.world.forms.get(forms::REGISTER) {
            let own =
                ask.world.forms.custom().iter().filter(|own| own.at_registration).map(|own| own.question);
            let asked = ["consent"].into_iter().chain(forms::MAIN).chain(own);
            steps.extend(asked.filter_map(|id| form.question(id)).map(|question| {
                let name = page::question_name(form, question, ask);
                (name, self.count(&format!("reg:q:{}", question.id)))
            }));
        }
        steps.push((texts.say(ask.lang, "figures-done", &[]), self.count("reg:done")));
        steps
    }
}

/// The figures of the last days.
#[must_use]
pub fn figures(ask: &Ask<'_>, span: Span, card: &FigureCard) -> Message {
    let (world, lang) = (ask.world, ask.lang);
    let mut lines = Lines::new(world, lang);
    lines.say(title(span), &[]);
    lines.gap();
    registrations(&mut lines, &card.steps(ask));
    lines.gap();
    let args = [
        ("offered", Arg::from(card.offered)),
        ("seen", Arg::from(card.seen)),
        ("applied", Arg::from(card.applied)),
        ("hired", Arg::from(card.hired)),
        ("posted", Arg::from(card.posted)),
        ("approved", Arg::from(card.approved)),
    ];
    lines.say("figures-jobs", &args);
    axes(&mut lines, card);
    let spans = Span::ALL.into_iter().filter(|other| *other != span);
    let row = spans.map(|span| button(world, lang, title_short(span), format!("op:fig:{}", span.days())));
    let row: Vec<Button> = row.collect();
    Message::inline(lines.text(), vec![row, back(world, lang)])
}

const fn title(span: Span) -> &'static str {
    match span {
        Span::Today => "figures-title-today",
        Span::Week => "figures-title-week",
        Span::Month => "figures-title-month",
    }
}

const fn title_short(span: Span) -> &'static str {
    match span {
        Span::Today => "figures-today",
        Span::Week => "figures-week",
        Span::Month => "figures-month",
    }
}

/// A line per step, with how many were lost before it; where most were, is marked.
fn registrations(lines: &mut Lines<'_>, steps: &[(String, i64)]) {
    lines.say("figures-registration", &[]);
    if steps.iter().all(|(_, count)| *count == 0) {
        lines.say("figures-nobody", &[]);
        return;
    }
    let losses = losses(steps);
    let most = losses.iter().copied().max().unwrap_or(0);
    // Of several that lost as many, the first one.
    let worst = losses.iter().position(|lost| *lost == most);
    for (at, ((name, count), lost)) in steps.iter().zip(losses).enumerate() {
        let key = match lost {
            0 => "figures-step",
            _ if Some(at) == worst => "figures-step-worst",
            _ => "figures-step-lost",
        };
        let args =
            [("name", Arg::Html(name.clone())), ("count", Arg::from(*count)), ("lost", Arg::from(lost))];
        lines.say(key, &args);
    }
}

/// How many fewer came to each step than to the one before; of a few days some began before the first.
fn losses(steps: &[(String, i64)]) -> Vec<i64> {
    let earlier = std::iter::once(steps.first()).chain(steps.iter().map(Some));
    earlier.zip(steps).map(|(before, (_, count))| before.map_or(0, |(_, n)| (n - count).max(0))).collect()
}

/// How those who registered are spread, a line per axis.
fn axes(lines: &mut Lines<'_>, card: &FigureCard) {
    let mut title = false;
    for axis in describe::AXES {
        let cells = cells(lines.world, lines.lang, axis, card);
        if cells.is_empty() {
            continue;
        }
        if !title {
            title = true;
            lines.gap();
            lines.say("figures-labels", &[]);
        }
        let name = describe::axis_name(lines.world, axis, lines.lang);
        lines.say("figures-axis", &[("axis", Arg::Html(name)), ("cells", Arg::from(cells.join(" · ")))]);
    }
}

fn cells(world: &World, lang: Lang, axis: Axis, card: &FigureCard) -> Vec<String> {
    let protected = matches!(axis, Axis::Age | Axis::Geography);
    let counted = describe::groups(world, axis).into_iter().filter_map(|(_, value)| {
        let count = card.count(&format!("label:{}:{value}", describe::axis_id(axis)));
        let shown = match count {
            0 => return None,
            few if protected && few < SMALL => format!("<{SMALL}"),
            many => many.to_string(),
        };
        Some(format!("{} {shown}", describe::group_name(world, axis, &value, lang)))
    });
    counted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::Answers;
    use crate::classify::RulePack;

    #[test]
    fn the_worst_step_is_marked_and_few_people_are_not_told_on_protected_axes() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let counts = [
            ("reg:started", 12),
            ("reg:hire", 2),
            ("reg:q:consent", 9),
            ("reg:q:born", 9),
            ("reg:q:name", 5),
            ("reg:done", 6),
            ("label:age:young", 4),
            ("label:age:middle", 5),
            ("label:experience:novice", 1),
        ];
        let card = FigureCard {
            tallies: counts.into_iter().map(|(what, n)| (what.to_owned(), n)).collect(),
            ..FigureCard::default()
        };
        let answers = Answers::default();
        let today = jiff::civil::date(2026, 11, 24);
        let ask = Ask { world: &world, lang: Lang::EN, today, answers: &answers, name: "" };
        let steps = card.steps(&ask);
        assert_eq!(steps[..4].iter().map(|(_, n)| *n).collect::<Vec<_>>(), [10, 9, 9, 5]);
        assert_eq!(losses(&steps)[..5], [0, 1, 0, 4, 5]);
        assert_eq!(losses(&[]), [0; 0]);
        let html = figures(&ask, Span::Week, &card).html;
        assert_eq!(html.matches("🔻").count(), 1, "{html}");
        assert!(html.contains("18–35 &lt;5"), "{html}");
        assert!(html.contains("36–49 5"), "{html}");
        assert!(!html.contains("18–35 4"), "{html}");
        assert!(html.contains(" 1\n") || html.ends_with(" 1"), "other axes tell any number: {html}");
    }
}
