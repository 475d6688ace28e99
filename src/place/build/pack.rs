//! The bytes of the file, as [`crate::place::table`] reads them.

use super::keys::{Keys, row_of};
use super::sources::{Country, Handwritten};
use super::{BuildError, Unit};
use crate::place::id_number;
use crate::place::table::{APPROXIMATE, Level, MAGIC, NO_ROW, ROW, SECTIONS, UNDIVIDED};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;

/// Packs everything into a file.
pub(super) fn pack(
    units: &[Unit],
    rows: &HashMap<&str, u16>,
    keys: &Keys,
    handwritten: &Handwritten,
) -> Result<Vec<u8>, BuildError> {
    let (records, names, texts) = records(units);
    let (keys, hits) = automaton(keys)?;
    let countries = entries(handwritten.countries.iter(), |country| Ok(country_names(country)))?;
    let divisions = handwritten.regions.iter().map(|(code, region)| (code.get(..2).unwrap_or(code), region));
    let divisions = entries(divisions, |region| {
        let city = region.city.as_ref().map_or(Ok(NO_ROW), |id| row_of(rows, id))?;
        Ok([city.to_le_bytes().to_vec(), country_names(&region.names)].concat())
    })?;
    let popular = entries(handwritten.popular.iter(), |ids| {
        let rows: Vec<u16> = ids.iter().map(|id| row_of(rows, id)).collect::<Result<_, _>>()?;
        Ok(rows.into_iter().flat_map(u16::to_le_bytes).collect())
    })?;
    let sections: [Vec<u8>; SECTIONS] =
        [records, names, texts, by_latitude(units), keys, hits, countries, popular, divisions];
    let mut bytes: Vec<u8> =
        sections.iter().flat_map(|section| (section.len() as u32).to_le_bytes()).collect();
    bytes.extend(sections.concat());
    Ok(compressed(&bytes))
}

/// The rows, their names, and the texts they share.
fn records(units: &[Unit]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let (mut records, mut names) = (Vec::with_capacity(units.len() * ROW), Vec::new());
    let mut shared: BTreeMap<&str, u16> = BTreeMap::new();
    let mut texts: Vec<&str> = Vec::new();
    let divided: HashSet<usize> =
        units.iter().filter(|unit| unit.level == Level::County).filter_map(|unit| unit.parent).collect();
    for (row, unit) in units.iter().enumerate() {
        let mut number = |text| {
            *shared.entry(text).or_insert_with(|| {
                texts.push(text);
                texts.len() as u16 - 1
            })
        };
        let (division, zone) = (number(&unit.division), number(&unit.zone));
        records.extend(id_number(&unit.id).unwrap_or_default().to_le_bytes());
        records.extend(degrees(unit.lat).to_le_bytes());
        records.extend(degrees(unit.lon).to_le_bytes());
        records.extend(unit.weight.to_le_bytes());
        records.extend((names.len() as u32).to_le_bytes());
        records.extend(unit.parent.map_or(NO_ROW, |parent| parent as u16).to_le_bytes());
        records.extend(division.to_le_bytes());
        records.extend(zone.to_le_bytes());
        records.extend([level(unit, divided.contains(&row)), 0]);
        names.extend(name_list(unit.names.iter().map(|(lang, name)| (lang.as_str(), name.as_str()))));
    }
    (records, names, joined(&texts))
}

fn level(unit: &Unit, divided: bool) -> u8 {
    let level = match unit.level {
        Level::Province => 0,
        Level::City => 1,
        Level::County => 2,
        Level::Town => 3,
        Level::World => 4,
    };
    let approximate = if unit.approximate { APPROXIMATE } else { 0 };
    let undivided = if unit.level == Level::City && !divided { UNDIVIDED } else { 0 };
    level | approximate | undivided
}

/// Ten-thousandths of a degree, 11 metres: as fine as the tables are.
fn degrees(degrees: f64) -> i32 {
    (degrees * 1e4).round() as i32
}

/// The numbers of the rows with a point of their own, from south to north.
fn by_latitude(units: &[Unit]) -> Vec<u8> {
    let mut rows: Vec<u16> =
        (0..units.len() as u16).filter(|row| !units[usize::from(*row)].approximate).collect();
    rows.sort_by_key(|row| degrees(units[usize::from(*row)].lat));
    rows.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// Texts one after another, with where each begins before them and where the last ends.
fn joined(texts: &[&str]) -> Vec<u8> {
    let mut at = (texts.len() as u32 + 1) * 4;
    let mut bytes = at.to_le_bytes().to_vec();
    for text in texts {
        at += text.len() as u32;
        bytes.extend(at.to_le_bytes());
    }
    bytes.extend(texts.concat().into_bytes());
    bytes
}

/// Names by language: how many, then language, length and text of each.
fn name_list<'a>(names: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut bytes = vec![0];
    for (lang, name) in names.filter(|(lang, name)| lang.len() == 2 && u8::try_from(name.len()).is_ok()) {
        bytes[0] += 1;
        bytes.extend(lang.bytes());
        bytes.push(name.len() as u8);
        bytes.extend(name.bytes());
    }
    bytes
}

fn country_names(country: &Country) -> Vec<u8> {
    let own = [("ru", &country.ru), ("vi", &country.vi), ("id", &country.id), ("uz", &country.uz)];
    let own = own.into_iter().filter_map(|(lang, name)| Some((lang, name.as_deref()?)));
    name_list([("zh", country.zh.as_str()), ("en", &country.en)].into_iter().chain(own))
}

/// Entries of a code of two letters, a length and content.
fn entries<'a, T: 'a>(
    entries: impl Iterator<Item = (impl AsRef<str>, &'a T)>,
    content: impl Fn(&T) -> Result<Vec<u8>, BuildError>,
) -> Result<Vec<u8>, BuildError> {
    let mut bytes = Vec::new();
    for (code, entry) in entries {
        let code = code.as_ref();
        if code.len() != 2 {
            return Err(BuildError::UnknownPlace(code.to_owned()));
        }
        let content = content(entry)?;
        bytes.extend(code.bytes());
        bytes.extend((content.len() as u16).to_le_bytes());
        bytes.extend(content);
    }
    Ok(bytes)
}

/// The keys as an automaton, which gives where the hits of a key begin in their list; and the list.
fn automaton(keys: &Keys) -> Result<(Vec<u8>, Vec<u8>), BuildError> {
    let mut builder = fst::MapBuilder::memory();
    let mut list = Vec::new();
    for (key, hits) in keys {
        builder.insert(key, list.len() as u64)?;
        push_number(&mut list, hits.len() as u32);
        for (kind, number) in hits {
            push_number(&mut list, u32::from(*number) << 3 | *kind as u32);
        }
    }
    Ok((builder.into_inner()?, list))
}

/// Seven bits per byte, least first.
fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The file: what it is, how large it unpacks, and the packed bytes, which carry their own checksum.
fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend((bytes.len() as u32).to_le_bytes());
    let mut packer = ZlibEncoder::new(file, Compression::best());
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    packed.expect("writing into a Vec does not fail")
}
