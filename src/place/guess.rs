//! The last resorts: a name that was only begun, or mistyped by one slip.

use super::fold;
use super::table::{Hit, Kind, Table};

/// How many keys with a common beginning are looked at.
const MAX_KEYS: usize = 3000;
/// A guess about letters is only worth a question when the place has so many people.
const MIN_PEOPLE: u32 = 100_000;
/// A begun Chinese name has at least two characters, another at least four letters, and five if it is far.
const MIN_HAN: usize = 2;
const MIN_LETTERS: usize = 4;
/// Shorter words are one slip away from too many names.
const MIN_TYPO: usize = 5;
const MAX_TYPO: usize = 20;

/// Places whose name begins with `key`. A key must be at least half of the name: `good` is no guess for
/// Goodyear.
pub(super) fn begun(table: &Table, key: &str, near: Option<&str>) -> Vec<Hit> {
    let n_letters = key.chars().count();
    let han = key.chars().all(fold::is_han);
    if n_letters < if han { MIN_HAN } else { MIN_LETTERS } {
        return Vec::new();
    }
    let begun = table.begun(key, MAX_KEYS);
    let half = begun.into_iter().filter(|(found, _)| found.len() <= key.len() * 2);
    let hits = half.flat_map(|(_, hits)| hits);
    let hits = hits.filter(|hit| if han { is_large(table, *hit) } else { likely(table, *hit, near) });
    let hits: Vec<Hit> = hits.filter(|hit| matches!(hit.kind, Kind::Primary | Kind::Alternate)).collect();
    let near: Vec<Hit> = hits.iter().copied().filter(|hit| is_near(table, *hit, near)).collect();
    if !near.is_empty() || !han && n_letters == MIN_LETTERS { near } else { hits }
}

/// Places whose name is one slip away from `key`: a letter too many, too few, wrong, or two swapped. The
/// first letter is taken as right.
pub(super) fn mistyped(table: &Table, key: &str, near: Option<&str>) -> Vec<Hit> {
    let letters: Vec<char> = key.chars().collect();
    if !(MIN_TYPO..=MAX_TYPO).contains(&letters.len()) {
        return Vec::new();
    }
    let Some(alphabet) = alphabet(&letters) else { return Vec::new() };
    let mut hits = Vec::new();
    for slip in slips(&letters, alphabet) {
        let found = table.exact(&slip);
        hits.extend(found.into_iter().filter(|hit| hit.kind == Kind::Primary || letters.len() > MIN_TYPO));
    }
    hits.retain(|hit| matches!(hit.kind, Kind::Primary | Kind::Alternate) && likely(table, *hit, near));
    hits
}

/// Large enough, or in the country that was hinted at.
fn likely(table: &Table, hit: Hit, near: Option<&str>) -> bool {
    is_near(table, hit, near) || is_large(table, hit)
}

fn is_large(table: &Table, hit: Hit) -> bool {
    table.row(hit.row).is_some_and(|row| row.weight >= MIN_PEOPLE)
}

fn is_near(table: &Table, hit: Hit, near: Option<&str>) -> bool {
    let country = table.row(hit.row).and_then(|row| table.text(row.division).get(..2));
    country.is_some() && country == near
}

/// The letters that may stand in a word: Latin or Cyrillic, never both.
fn alphabet(letters: &[char]) -> Option<std::ops::RangeInclusive<char>> {
    [('a'..='z'), ('а'..='я')].into_iter().find(|range| letters.iter().all(|letter| range.contains(letter)))
}

fn slips(letters: &[char], alphabet: std::ops::RangeInclusive<char>) -> impl Iterator<Item = String> + '_ {
    let without = (1..letters.len()).map(|at| [&letters[..at], &letters[at + 1..]].concat());
    let swapped = (1..letters.len() - 1).filter(|at| letters[*at] != letters[*at + 1]).map(|at| {
        let mut letters = letters.to_vec();
        letters.swap(at, at + 1);
        letters
    });
    let wrong = alphabet.clone().flat_map(move |letter| {
        (1..letters.len()).map(move |at| [&letters[..at], &[letter], &letters[at + 1..]].concat())
    });
    let missing = alphabet.flat_map(move |letter| {
        (1..=letters.len()).map(move |at| [&letters[..at], &[letter], &letters[at..]].concat())
    });
    without.chain(swapped).chain(wrong).chain(missing).map(|letters| letters.into_iter().collect())
}
