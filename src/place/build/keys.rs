//! Every name as a key, with what it points to.

use super::sources::Handwritten;
use super::{BuildError, Unit};
use crate::place::fold;
use crate::place::table::Kind;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Folded keys, each with the number of a row or a country and how it means it.
pub(super) type Keys = BTreeMap<String, BTreeSet<(Kind, u16)>>;

/// A longer key is nobody's name.
const MAX_BYTES: usize = 96;
/// A Chinese key has two characters, another three letters: fewer are only taken from what is written by hand.
const MIN_HAN: usize = 2;
const MIN_LETTERS: usize = 3;

/// Collects the keys. Where a place goes by a name, it is not also listed as having it besides.
pub(super) fn collect(
    units: &[Unit],
    rows: &HashMap<&str, u16>,
    handwritten: &Handwritten,
) -> Result<Keys, BuildError> {
    let mut keys = Keys::new();
    for (row, unit) in units.iter().enumerate() {
        let row = row as u16;
        for name in unit.names.values().chain(&unit.primary) {
            add(&mut keys, name, Kind::Primary, row);
        }
        for name in &unit.alternates {
            let known = keys.get(&fold::key(name)).is_some_and(|hits| hits.contains(&(Kind::Primary, row)));
            add(&mut keys, name, if known { Kind::Primary } else { Kind::Alternate }, row);
        }
    }
    by_hand(&mut keys, &handwritten.aliases, Kind::Primary, rows)?;
    by_hand(&mut keys, &handwritten.hinted, Kind::Hinted, rows)?;
    for (names, ids) in &handwritten.areas {
        for (name, id) in names.split('|').flat_map(|name| ids.iter().map(move |id| (name, id))) {
            enter(&mut keys, name, Kind::Area, row_of(rows, id)?);
        }
    }
    for (number, country) in handwritten.countries.values().enumerate() {
        for name in country.all_names() {
            enter(&mut keys, name, Kind::Country, number as u16);
        }
    }
    for (number, region) in handwritten.regions.values().enumerate() {
        for name in region.names.all_names() {
            enter(&mut keys, name, Kind::Division, number as u16);
        }
    }
    by_hand(&mut keys, &handwritten.parts, Kind::Part, rows)?;
    for word in &handwritten.stop {
        enter(&mut keys, word, Kind::Stop, 0);
    }
    Ok(keys)
}

fn by_hand(
    keys: &mut Keys,
    names: &BTreeMap<String, Vec<String>>,
    kind: Kind,
    rows: &HashMap<&str, u16>,
) -> Result<(), BuildError> {
    for (id, names) in names {
        let row = row_of(rows, id)?;
        for name in names {
            enter(keys, name, kind, row);
            if kind == Kind::Primary
                && let Some(hits) = keys.get_mut(&fold::key(name))
            {
                hits.remove(&(Kind::Alternate, row));
            }
        }
    }
    Ok(())
}

/// The row of an id written by hand.
pub(super) fn row_of(rows: &HashMap<&str, u16>, id: &str) -> Result<u16, BuildError> {
    rows.get(id).copied().ok_or_else(|| BuildError::UnknownPlace(id.to_owned()))
}

fn add(keys: &mut Keys, name: &str, kind: Kind, row: u16) {
    let key = fold::key(name);
    let least = if fold::has_han(&key) { MIN_HAN } else { MIN_LETTERS };
    if key.chars().count() >= least && holds_letters(&key) {
        enter(keys, name, kind, row);
    }
}

fn enter(keys: &mut Keys, name: &str, kind: Kind, number: u16) {
    let key = fold::key(name);
    if !key.is_empty() && key.len() <= MAX_BYTES {
        keys.entry(key).or_default().insert((kind, number));
    }
}

/// Whether a name has a letter at all.
pub(super) fn holds_letters(name: &str) -> bool {
    name.chars().any(char::is_alphabetic)
}
