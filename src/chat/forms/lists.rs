//! Lists of choices that several forms offer.

use crate::chat::form::{Ask, Choice, Group, Kind, Menu, Question};
use crate::chat::typed;
use crate::domain::{Nature, Preference, Trade};
use crate::reading::fold;
use std::sync::Arc;

/// The trades that are asked for most on building sites, in factories and in services; shown at once.
const FRONT_TRADES: [&str; 12] = [
    "factory_worker",
    "electronics_assembler",
    "electrician",
    "welder",
    "construction_labourer",
    "rebar_worker",
    "forklift_driver",
    "loader",
    "cleaner",
    "security_guard",
    "waiter",
    "courier",
];

/// The question for trades, of which up to `most` may be taken.
pub fn trades_question(most: usize) -> Question {
    let kind = Kind::Many {
        choices: Arc::new(trades),
        columns: 2,
        least: 1,
        most,
        read: Some(Arc::new(read_trades)),
    };
    Question::new("trades", kind)
}

/// All trades: the most usual in front, every one behind its industry.
fn trades(ask: &Ask<'_>) -> Menu {
    let choice = |trade: &Trade| Choice::new(trade.id.as_str(), trade.name(ask.lang));
    let taxonomy = &ask.world.taxonomy;
    let front = FRONT_TRADES.iter().filter_map(|id| taxonomy.trade(id)).map(choice).collect();
    let groups = taxonomy
        .industries()
        .iter()
        .map(|industry| Group {
            id: industry.id.as_str().to_owned(),
            text: industry.name(ask.lang).to_owned(),
            choices: taxonomy.trades().iter().filter(|t| t.industry == industry.id).map(choice).collect(),
        })
        .filter(|group| !group.choices.is_empty())
        .collect();
    Menu { front, groups }
}

/// The trades that a typed list names, by any of their names and everyday words in any language.
fn read_trades(text: &str, ask: &Ask<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for wanted in typed::parts(text).map(fold) {
        let means = |trade: &&Trade| {
            trade.names.values().chain(trade.aliases.values().flatten()).any(|word| fold(word) == wanted)
        };
        if let Some(trade) = ask.world.taxonomy.trades().iter().find(means)
            && !ids.iter().any(|id| id == trade.id.as_str())
        {
            ids.push(trade.id.as_str().to_owned());
        }
    }
    ids
}

/// How work can be, preference and nature in one choice: id, preference, natures.
const WORK: [(&str, Preference, &[Nature]); 6] = [
    ("full_time", Preference::Fixed, &[Nature::FullTime]),
    ("contract", Preference::Fixed, &[Nature::Contract]),
    ("day_labour", Preference::Flexible, &[Nature::DayLabour]),
    ("part_time", Preference::Flexible, &[Nature::PartTime]),
    ("seasonal", Preference::Flexible, &[Nature::Seasonal]),
    ("any", Preference::Either, &Nature::ALL),
];

/// The choices of work; `any` only for a worker, a job is one of the others.
pub fn work(ask: &Ask<'_>, any: bool) -> Menu {
    let choice = |id: &str| Choice::new(id, ask.world.texts.say(ask.lang, &format!("work-{id}"), &[]));
    Menu::flat(WORK.iter().map(|(id, ..)| *id).filter(|id| any || *id != "any").map(choice).collect())
}

/// What a choice of work means.
pub fn work_of(id: &str) -> Option<(Preference, &'static [Nature])> {
    WORK.iter().find(|(known, ..)| *known == id).map(|(_, preference, natures)| (*preference, *natures))
}

/// Choices whose texts are the locale keys `{prefix}-{id}`.
pub fn keyed<'a>(ask: &Ask<'_>, prefix: &str, ids: impl IntoIterator<Item = &'a str>) -> Menu {
    let choice = |id: &str| Choice::new(id, ask.world.texts.say(ask.lang, &format!("{prefix}-{id}"), &[]));
    Menu::flat(ids.into_iter().map(choice).collect())
}

/// Choices for lengths of experience, in months; none at all is worded by the locale key `none`.
pub fn months(ask: &Ask<'_>, none: &str, months: &[u32]) -> Menu {
    let choice = |months: &u32| {
        let text = match months {
            0 => ask.world.texts.say(ask.lang, none, &[]),
            _ => crate::chat::describe::months(ask.world, *months, ask.lang),
        };
        Choice::new(months.to_string(), text)
    };
    Menu::flat(months.iter().map(choice).collect())
}
