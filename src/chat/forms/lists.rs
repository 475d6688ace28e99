//! Lists of choices that several forms offer.

use crate::chat::World;
use crate::chat::form::{Ask, Choice, Group, Kind, Menu, Question};
use crate::domain::{CertificateEntry, Lang, Nature, Preference, Trade};
use crate::reading::{fold, language_of, trades_in};
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
        search: Some(Arc::new(search_trades)),
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

/// The trades that a text names, by any of their names and everyday words. A word that may mean several is left to
/// [`search_trades`].
fn read_trades(text: &str, ask: &Ask<'_>) -> Vec<String> {
    let (trades, unclear) = trades_in(ask.world.tables(), text, language_of(text, ask.lang));
    if unclear.is_empty() { trades.iter().map(ToString::to_string).collect() } else { Vec::new() }
}

/// Trades that a word may mean; else those of which a name or an everyday word contains what was typed, the reader's
/// language first; if there are none, those with a word that differs by a slip of the finger.
fn search_trades(text: &str, ask: &Ask<'_>) -> Vec<String> {
    const MOST: usize = 16;
    let lang = language_of(text, ask.lang);
    let (trades, unclear) = trades_in(ask.world.tables(), text, lang);
    if !unclear.is_empty() {
        let mut ids: Vec<String> = trades.iter().chain(&unclear).map(ToString::to_string).collect();
        ids.dedup();
        return ids;
    }
    let wanted = fold(text);
    if wanted.chars().count() < if wanted.is_ascii() { 3 } else { 1 } {
        return Vec::new();
    }
    let named = |trade: &&Trade| fold(trade.name(ask.lang)).contains(&wanted);
    let other = |trade: &&Trade| !named(trade) && words_of(trade, lang).any(|word| word.contains(&wanted));
    let trades = ask.world.taxonomy.trades();
    let mut found: Vec<&Trade> =
        trades.iter().filter(named).chain(trades.iter().filter(other)).take(MOST).collect();
    if found.is_empty() {
        found = trades.iter().filter(|trade| is_slip_of(&wanted, trade, lang)).take(MOST).collect();
    }
    found.into_iter().map(|trade| trade.id.as_str().to_owned()).collect()
}

/// The names of a trade, and its everyday words in a language, folded.
fn words_of(trade: &Trade, lang: Lang) -> impl Iterator<Item = String> + '_ {
    let aliases = trade.aliases.get(&lang).into_iter().flatten();
    trade.names.values().chain(aliases).map(|word| fold(word))
}

/// Whether a word of the trade's names is what was typed but for a letter, or two in a long word.
fn is_slip_of(typed: &str, trade: &Trade, lang: Lang) -> bool {
    let slips = match typed.chars().count() {
        0..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    let close = |word: &str| strsim::osa_distance(word, typed) <= slips;
    words_of(trade, lang).any(|name| close(&name) || name.split_whitespace().any(close))
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

/// The choice of work that a preference and natures came from.
pub fn work_id(preference: Option<Preference>, natures: &[Nature]) -> Option<&'static str> {
    let preference = preference?;
    WORK.iter().find(|(_, p, n)| *p == preference && *n == natures).map(|(id, ..)| *id)
}

/// What a choice of work means.
pub fn work_of(id: &str) -> Option<(Preference, &'static [Nature])> {
    WORK.iter().find(|(known, ..)| *known == id).map(|(_, preference, natures)| (*preference, *natures))
}

/// The certificates usual for trades in a country, each popular name (`电工证`) before what it may mean.
pub fn certificates_of<'w, 't>(
    world: &'w World,
    trades: impl IntoIterator<Item = &'t str>,
    country: &str,
) -> Vec<&'w CertificateEntry> {
    let taxonomy = &world.taxonomy;
    let known = trades.into_iter().filter_map(|id| taxonomy.trade(id));
    let usual =
        known.flat_map(|trade| &trade.certificates).filter_map(|id| taxonomy.certificate(id.as_str()));
    let meant = usual.flat_map(|entry| {
        let candidates = entry.candidates.iter().filter_map(|id| taxonomy.certificate(id.as_str()));
        std::iter::once(entry).chain(candidates)
    });
    let mut entries: Vec<&CertificateEntry> = Vec::new();
    for entry in meant.filter(|entry| entry.is_used_in(country)) {
        if !entries.iter().any(|other| other.id == entry.id) {
            entries.push(entry);
        }
    }
    entries
}

/// The certificates usual for the trades that were answered, where the place of the answer `place` is.
pub fn certificates(ask: &Ask<'_>, place: &str) -> Menu {
    let country = ask.answers.place(place).map_or("CN", |place| place.country.as_str());
    let trades = ask.answers.many("trades").iter().map(String::as_str);
    let choice = |entry: &CertificateEntry| Choice::new(entry.id.as_str(), entry.name(ask.lang));
    Menu::flat(certificates_of(ask.world, trades, country).into_iter().map(choice).collect())
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
