//! Reading the tables that the places come from.

use super::BuildError;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// A city of `GeoNames`.
#[derive(Debug, Clone)]
pub(super) struct City {
    pub(super) id: u32,
    pub(super) name: String,
    pub(super) country: String,
    pub(super) admin: String,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) zone: String,
    pub(super) people: u32,
    pub(super) alternates: Vec<String>,
}

/// The point of a division.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitPoint {
    pub(super) lat: f64,
    pub(super) lon: f64,
    /// Whether it is the parent's.
    pub(super) borrowed: bool,
}

/// `names.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Handwritten {
    /// Words that are never a place.
    pub(super) stop: Vec<String>,
    /// Countries whose cities are called in Russian what the table has in Cyrillic.
    pub(super) cyrillic: Vec<String>,
    /// The 55 peoples that stand in the names of autonomous units.
    pub(super) peoples: Vec<String>,
    /// Other names a place goes by, by its id.
    pub(super) aliases: BTreeMap<String, Vec<String>>,
    /// Short forms that count only for somebody from the place's country.
    pub(super) hinted: BTreeMap<String, Vec<String>>,
    /// Areas by their names, with `|` between them, and the places they stand for.
    pub(super) areas: BTreeMap<String, Vec<String>>,
    /// Names that the tables have wrongly, by the id of the place.
    pub(super) wrong: BTreeMap<String, Vec<String>>,
    /// Points of divisions of China that the tables lack, by code.
    #[serde(default)]
    pub(super) points: BTreeMap<String, (f64, f64)>,
    /// Towns of China that the tables lack, by code.
    #[serde(default)]
    pub(super) towns: BTreeMap<String, Town>,
    /// By language, then by id.
    pub(super) names: BTreeMap<String, BTreeMap<String, String>>,
    /// By country: the ids of the buttons.
    pub(super) popular: BTreeMap<String, Vec<String>>,
    /// By code.
    pub(super) countries: BTreeMap<String, Country>,
    /// Divisions of countries other than China, by their code of ISO 3166-2.
    #[serde(default)]
    pub(super) regions: BTreeMap<String, Division>,
    /// Districts and quarters, by the id of their city.
    #[serde(default)]
    pub(super) parts: BTreeMap<String, Vec<String>>,
    pub(super) pinyin: Pinyin,
}

/// What a country or a division is called. A language that is missing says it as English does.
#[derive(Debug, Deserialize)]
pub(super) struct Country {
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) ru: Option<String>,
    pub(super) vi: Option<String>,
    pub(super) id: Option<String>,
    pub(super) uz: Option<String>,
    /// Further names.
    #[serde(default)]
    pub(super) also: Vec<String>,
}

impl Country {
    /// Every name of it.
    pub(super) fn all_names(&self) -> impl Iterator<Item = &String> {
        let own = [&self.ru, &self.vi, &self.id, &self.uz].into_iter().flatten();
        [&self.zh, &self.en].into_iter().chain(own).chain(&self.also)
    }
}

/// A division of a country.
#[derive(Debug, Deserialize)]
pub(super) struct Division {
    #[serde(flatten)]
    pub(super) names: Country,
    /// The id of its main city, which says where it is.
    pub(super) city: Option<String>,
}

/// A town written by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Town {
    pub(super) zh: String,
    pub(super) en: String,
    /// Latitude and longitude.
    pub(super) at: (f64, f64),
}

/// How the characters of Chinese place names are read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pinyin {
    /// Syllable, then the characters read so.
    pub(super) readings: BTreeMap<String, String>,
    /// Names in which a character is read otherwise.
    pub(super) exceptions: BTreeMap<String, String>,
}

/// The lines of a table that hold something, with their numbers.
fn lines(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(at, line)| (at + 1, line.split('\t').collect()))
}

/// Reads the cities.
pub(super) fn cities(table: &str) -> Result<Vec<City>, BuildError> {
    let mut cities = Vec::new();
    for (line, fields) in lines(table) {
        let wrong = |problem| BuildError::Line { table: "cities", line, problem };
        let [id, name, country, admin, lat, lon, zone, people, alternates] = fields[..] else {
            return Err(wrong("not nine fields"));
        };
        if country.len() != 2 || !country.is_ascii() {
            return Err(wrong("a country is two letters"));
        }
        cities.push(City {
            id: id.parse().map_err(|_| wrong("the id is not a number"))?,
            name: name.to_owned(),
            country: country.to_owned(),
            admin: admin.to_owned(),
            lat: lat.parse().map_err(|_| wrong("the latitude is not a number"))?,
            lon: lon.parse().map_err(|_| wrong("the longitude is not a number"))?,
            zone: zone.to_owned(),
            people: people.parse().map_err(|_| wrong("the population is not a number"))?,
            alternates: alternates.split('|').filter(|name| worthwhile(name)).map(str::to_owned).collect(),
        });
    }
    Ok(cities)
}

/// Whether an alternate name is one that people write: the table also has codes of airports, and letter
/// by letter transcriptions from scripts without vowels, which begin with a small letter (`mskw`).
fn worthwhile(name: &str) -> bool {
    let code = name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let transcribed =
        name.starts_with(|first: char| first.is_ascii_lowercase()) && !name.chars().any(char::is_uppercase);
    !name.is_empty() && !code && !transcribed
}

/// Reads the points of the divisions.
pub(super) fn points(table: &str) -> Result<HashMap<String, UnitPoint>, BuildError> {
    let mut points = HashMap::new();
    for (line, fields) in lines(table) {
        let wrong = |problem| BuildError::Line { table: "coordinates", line, problem };
        let [code, _, lat, lon, quality] = fields[..] else { return Err(wrong("not five fields")) };
        let point = UnitPoint {
            lat: lat.parse().map_err(|_| wrong("the latitude is not a number"))?,
            lon: lon.parse().map_err(|_| wrong("the longitude is not a number"))?,
            borrowed: quality == "parent",
        };
        points.insert(code.to_owned(), point);
    }
    Ok(points)
}
