//! Making `places.bin` from the tables it comes from: a pure function, run by hand when a table changes.
//!
//! The divisions of China come first; then each Chinese city of `GeoNames` is laid on the division it is
//! (same name, and near), which brings points, people and names in other languages; what is left of it are
//! towns. The cities of the rest of the world follow. Then every name of every place becomes a key.

mod chinese;
mod keys;
mod merge;
mod naming;
mod pack;
mod sources;

use super::table::Level;
use sources::{City, Handwritten};
use std::collections::{BTreeMap, HashMap};

/// Why the tables cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A line of a table is not as it should be.
    #[error("{table}, line {line}: {problem}")]
    Line {
        /// Which table.
        table: &'static str,
        /// Its line, from 1.
        line: usize,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The divisions are not a JSON object of names.
    #[error("the divisions: {0}")]
    Divisions(#[from] serde_json::Error),
    /// The handwritten names are not as they should be.
    #[error("the handwritten names: {0}")]
    Names(#[from] toml::de::Error),
    /// The handwritten names speak of a place that no table has.
    #[error("the handwritten names: there is no place `{0}`")]
    UnknownPlace(String),
    /// The keys do not make an automaton.
    #[error("the keys: {0}")]
    Keys(#[from] fst::Error),
    /// More places than the file can number.
    #[error("{0} places are more than fit")]
    TooMany(usize),
}

/// A place while the tables are made.
#[derive(Debug, Clone)]
struct Unit {
    id: String,
    level: Level,
    /// Place in the list of the unit above it.
    parent: Option<usize>,
    /// `CN:44`.
    division: String,
    zone: String,
    lat: f64,
    lon: f64,
    approximate: bool,
    weight: u32,
    /// By language: the short name people say; `zf` is the full Chinese name.
    names: BTreeMap<String, String>,
    /// Names it goes by, beside those in `names`.
    primary: Vec<String>,
    /// Other names the world has for it.
    alternates: Vec<String>,
}

/// Makes the tables from the text of the four files; see `data/README.md` for where they come from.
pub fn build_from_tables(
    cities_tsv: &str,
    divisions_json: &str,
    coordinates_tsv: &str,
    names_toml: &str,
) -> Result<Vec<u8>, BuildError> {
    let handwritten: Handwritten = toml::from_str(names_toml)?;
    let divisions: BTreeMap<String, String> = serde_json::from_str(divisions_json)?;
    let mut points = sources::points(coordinates_tsv)?;
    let mut cities = sources::cities(cities_tsv)?;
    cities.sort_by(|a, b| b.people.cmp(&a.people).then(a.id.cmp(&b.id)));

    for (code, (lat, lon)) in &handwritten.points {
        if !divisions.contains_key(code) {
            return Err(BuildError::UnknownPlace(code.clone()));
        }
        points.insert(code.clone(), sources::UnitPoint { lat: *lat, lon: *lon, borrowed: false });
    }
    let mut units = chinese::units(&divisions, &points, &handwritten);
    let (chinese, world): (Vec<City>, Vec<City>) = cities.into_iter().partition(|city| city.country == "CN");
    merge::lay(&mut units, chinese);
    units.extend(chinese::towns(&units, &handwritten)?);
    chinese::weigh(&mut units);
    let n_china = units.len();
    units.extend(world.iter().map(|city| elsewhere(city, &handwritten)));
    join_parts(&mut units, n_china);
    naming::handwritten(&mut units, &handwritten);
    if units.len() >= usize::from(u16::MAX) {
        return Err(BuildError::TooMany(units.len()));
    }
    let units = in_order(units);
    let rows: HashMap<&str, u16> =
        units.iter().enumerate().map(|(row, unit)| (unit.id.as_str(), row as u16)).collect();
    let keys = keys::collect(&units, &rows, &handwritten)?;
    pack::pack(&units, &rows, &keys, &handwritten)
}

/// A city outside the mainland of China.
fn elsewhere(city: &City, handwritten: &Handwritten) -> Unit {
    let admin = if matches!(city.country.as_str(), "HK" | "MO") || city.admin.is_empty() {
        "00"
    } else {
        &city.admin
    };
    Unit {
        id: format!("gn:{}", city.id),
        level: Level::World,
        parent: None,
        division: format!("{}:{admin}", city.country),
        zone: city.zone.clone(),
        lat: city.lat,
        lon: city.lon,
        approximate: false,
        weight: city.people,
        names: naming::of(city, &handwritten.cyrillic),
        primary: Vec::new(),
        alternates: city.alternates.clone(),
    }
}

/// Cities whose parts the table lists beside them: Hong Kong, Macau, Moscow, Saint Petersburg, Tashkent, Dubai,
/// Singapore.
fn join_parts(units: &mut [Unit], n_china: usize) {
    for division in ["HK:00", "MO:00", "RU:48", "RU:66", "UZ:13", "AE:03", "SG:"] {
        let largest = (n_china..units.len()).find(|at| units[*at].division.starts_with(division));
        for (at, unit) in units.iter_mut().enumerate().skip(n_china) {
            if unit.division.starts_with(division) && largest != Some(at) {
                unit.parent = largest;
            }
        }
    }
}

/// The units sorted as rows are: by the number of their id, `GeoNames` before China.
fn in_order(units: Vec<Unit>) -> Vec<Unit> {
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|at| super::id_number(&units[*at].id));
    let mut place = vec![0; units.len()];
    order.iter().enumerate().for_each(|(to, from)| place[*from] = to);
    let mut units: Vec<Option<Unit>> = units.into_iter().map(Some).collect();
    let sorted = order.into_iter().filter_map(|from| units[from].take());
    sorted.map(|unit| Unit { parent: unit.parent.map(|parent| place[parent]), ..unit }).collect()
}
