//! Searches in six languages, points, names, and what the tables must withstand.
//!
//! The searches are tables of rows, one theme to a file: what is typed, the country of whoever types it, and
//! what is found.

mod chinese;
mod chinese_phrases;
mod english;
mod guesses;
mod mentions;
mod names;
mod nothing;
mod points;
mod russian;
mod southeast;
mod tables;
mod turkic;

use super::{Found, Places};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is typed, the country hinted at, and what [`found`] gives; a trailing `…` leaves the rest of the
/// list open.
type Case = (&'static str, &'static str, &'static str);

static PLACES: LazyLock<Places> = LazyLock::new(Places::load);

/// What is found, as text: the id; `? ` and the ids for several; `-` for nothing.
fn found(text: &str, near: &str) -> String {
    match PLACES.search(text, Some(near).filter(|near| !near.is_empty())) {
        Found::One(location) => location.id,
        Found::Many(locations) => {
            assert!(locations.len() <= 8);
            let ids: Vec<String> = locations.into_iter().map(|location| location.id).collect();
            format!("? {}", ids.join(" "))
        }
        Found::None => "-".to_owned(),
    }
}

/// Tells all rows that are wrong at once.
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, near, expected) in cases {
        let found = found(text, near);
        let right = match expected.strip_suffix('…') {
            Some(beginning) => found.starts_with(beginning),
            None => found == *expected,
        };
        if !right {
            wrong.push(format!("{text} ({near}): {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A row that is lost, or written twice, is noticed.
#[test]
fn the_tables_have_all_their_rows() {
    let tables = [
        chinese::NAMES,
        chinese::NICKNAMES,
        chinese::AREAS,
        chinese_phrases::CHAINS,
        chinese_phrases::SENTENCES,
        chinese::HOMONYMS,
        chinese::WRITTEN_OTHERWISE,
        english::NAMES,
        english::CHAINS_AND_SENTENCES,
        english::HOMONYMS,
        russian::NAMES,
        russian::CASES,
        russian::REGIONS,
        russian::CHAINS_AND_ROWS,
        turkic::UZBEK_LATIN,
        turkic::UZBEK_CYRILLIC,
        turkic::NEIGHBOURS,
        southeast::VIETNAMESE,
        southeast::INDONESIAN,
        guesses::MISSPELLED,
        guesses::BEGUN,
    ];
    let rows: Vec<Case> = tables.concat();
    let different: BTreeSet<(&str, &str)> = rows.iter().map(|(text, near, _)| (*text, *near)).collect();
    assert_eq!(rows.len(), different.len());
    assert_eq!(rows.len(), 931);
    let words: Vec<&str> = nothing::words().collect();
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
    assert_eq!(words.len(), 420);
}
