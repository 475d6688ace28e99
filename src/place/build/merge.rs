//! Laying `GeoNames`' Chinese cities on the divisions they are.

use super::sources::City;
use super::{Level, Unit};
use crate::domain::Point;
use crate::place::fold;
use std::collections::{BTreeMap, HashMap};

/// How far the middle of a unit may be from the point of the city it is, in kilometres: cities are large.
const CITY_KM: f64 = 90.0;
const COUNTY_KM: f64 = 45.0;
/// Chongqing is as large as a province, and many of its districts have no point of their own.
const CHONGQING_KM: f64 = 350.0;
/// The same, if only the reading of the name agrees.
const READ_KM: f64 = 30.0;
/// A town belongs to the county whose middle is nearest, unless even that is far.
const TOWN_KM: f64 = 80.0;
/// A city without counties, such as Dongguan, is so much larger than a county.
const UNDIVIDED_KM: f64 = 23.0;
/// Words that `GeoNames` puts after a Chinese name.
const KINDS: &[&str] = &["shiqu", "shi", "qu", "xian", "city", "district", "county", "diqu", "prefecture"];

/// Gives each city to the division it is; those that are none become towns. The largest come first, so
/// a division takes its English name from its largest city.
pub(super) fn lay(units: &mut Vec<Unit>, cities: Vec<City>) {
    let index = Index::of(units);
    let n_divisions = units.len();
    for city in cities {
        match index.find(units, &city) {
            Some(at) => absorb(&mut units[at], city),
            None => units.extend(town(&units[..n_divisions], city)),
        }
    }
    for at in 0..units.len() {
        leave_to_parts(units, at);
    }
}

/// Divisions by their folded names.
struct Index {
    han: HashMap<String, Vec<usize>>,
    read: HashMap<String, Vec<usize>>,
}

impl Index {
    fn of(units: &[Unit]) -> Self {
        let mut index = Self { han: HashMap::new(), read: HashMap::new() };
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.level != Level::Province) {
            let mut names: Vec<String> =
                ["zh", "zf"].iter().map(|lang| fold::key(&unit.names[*lang])).collect();
            names.extend(unit.primary.iter().map(|name| fold::key(name)));
            names.dedup();
            for name in names {
                index.han.entry(name).or_default().push(at);
            }
            let full = fold::key(&unit.names["en"]);
            let bare = KINDS
                .iter()
                .find_map(|kind| full.strip_suffix(kind))
                .filter(|_| unit.names["zh"] == unit.names["zf"]);
            index.read.entry(bare.unwrap_or(&full).to_owned()).or_default().push(at);
        }
        index
    }

    /// The division that a city is. A common Chinese name counts more than a common reading, a city more
    /// than its county, and then the nearer one.
    fn find(&self, units: &[Unit], city: &City) -> Option<usize> {
        let none = Vec::new();
        let alternates = city.alternates.iter().map(|name| fold::key(name));
        let by_han = alternates.flat_map(|name| self.han.get(&name).unwrap_or(&none)).map(|at| (2, *at));
        let name = fold::key(&city.name);
        let bare = KINDS.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(&name);
        let by_reading =
            [name.as_str(), bare].into_iter().flat_map(|name| self.read.get(name).unwrap_or(&none));
        let found = by_han.chain(by_reading.map(|at| (1, *at)));
        let mut scores: BTreeMap<usize, u8> = BTreeMap::new();
        found.for_each(|(score, at)| {
            let known = scores.entry(at).or_default();
            *known |= score;
        });
        let near = scores.into_iter().filter_map(|(at, score)| {
            let km = km(&units[at], city);
            (km <= reach(&units[at], score)).then_some((at, score, km))
        });
        near.max_by(|a, b| {
            let rank = |at: usize| std::cmp::Reverse(units[at].level);
            a.1.cmp(&b.1).then(rank(a.0).cmp(&rank(b.0))).then(b.2.total_cmp(&a.2))
        })
        .map(|(at, ..)| at)
    }
}

fn reach(unit: &Unit, score: u8) -> f64 {
    match unit.level {
        _ if score == 1 => READ_KM,
        Level::City => CITY_KM,
        _ if unit.approximate && unit.division == "CN:50" => CHONGQING_KM,
        _ if unit.approximate => CITY_KM,
        _ => COUNTY_KM,
    }
}

fn km(unit: &Unit, city: &City) -> f64 {
    Point { lat: unit.lat, lon: unit.lon }.km_to(Point { lat: city.lat, lon: city.lon })
}

fn absorb(unit: &mut Unit, city: City) {
    if unit.weight == 0 {
        unit.weight = city.people.max(1);
        if unit.level == Level::City {
            unit.names.insert("en".to_owned(), english(&city.name));
        }
        if unit.approximate {
            (unit.lat, unit.lon, unit.approximate) = (city.lat, city.lon, false);
        }
    }
    unit.alternates.push(city.name);
    unit.alternates.extend(city.alternates);
}

/// `Xi’an` with a plain apostrophe, `Zhongshan City` without the last word.
fn english(name: &str) -> String {
    let bare =
        [" City", " Shi", " Prefecture"].iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name);
    bare.replace('’', "'")
}

/// A town in the county nearest to it.
fn town(divisions: &[Unit], city: City) -> Option<Unit> {
    let own = divisions
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.level == Level::County && !unit.approximate || unit.level == Level::City);
    let undivided = |at: usize| {
        let divided = divisions.iter().any(|unit| unit.parent == Some(at));
        divisions[at].level == Level::City && !divided
    };
    let (parent, _) = own
        .map(|(at, unit)| (at, km(unit, &city)))
        .filter(|(_, km)| *km <= TOWN_KM)
        .map(|(at, km)| (at, if undivided(at) { km - UNDIVIDED_KM } else { km }))
        .min_by(|a, b| a.1.total_cmp(&b.1))?;
    let mut names = BTreeMap::from([("en".to_owned(), english(&city.name))]);
    names.extend(super::naming::chinese(&city.alternates).map(|name| ("zh".to_owned(), name)));
    Some(Unit {
        id: format!("gn:{}", city.id),
        level: Level::Town,
        parent: Some(parent),
        division: divisions[parent].division.clone(),
        zone: divisions[parent].zone.clone(),
        lat: city.lat,
        lon: city.lon,
        approximate: false,
        weight: city.people,
        names,
        primary: Vec::new(),
        alternates: city.alternates,
    })
}

/// Takes from the units above a name that is this unit's own: `GeoNames` gives Shenzhen the name 宝安.
fn leave_to_parts(units: &mut [Unit], at: usize) {
    let unit = &units[at];
    let mut own: Vec<String> = unit.names.values().chain(&unit.primary).map(|name| fold::key(name)).collect();
    let mut above = unit.parent;
    while let Some(parent) = above {
        let kept: Vec<String> = ["zh", "zf", "en"]
            .iter()
            .filter_map(|lang| units[parent].names.get(*lang))
            .map(|name| fold::key(name))
            .collect();
        own.retain(|name| !kept.contains(name));
        units[parent].alternates.retain(|name| !own.contains(&fold::key(name)));
        above = units[parent].parent;
    }
}
