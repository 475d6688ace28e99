//! The divisions of China: which are units, what they are called for short, how that is read.

use super::sources::{Handwritten, Pinyin, Town, UnitPoint};
use super::{BuildError, Level, Unit};
use crate::domain::Point;
use std::collections::{BTreeMap, HashMap};

/// Lines of the table that head a list and are no unit.
const HEADINGS: &[&str] = &["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];
/// 北京, 天津, 上海, 重庆: cities that are provinces.
const MUNICIPALITIES: &[&str] = &["11", "12", "31", "50"];
/// What ends a unit's name and is left out when people say it, longest first.
const SUFFIXES: &[&str] = &[
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "新区",
    "林区",
    "特区",
    "省",
    "市",
    "区",
    "县",
    "盟",
    "旗",
];
/// Banners that are left, right, middle, front or back keep their word: 阿拉善左旗.
const SIDES: &[char] = &['左', '右', '中', '前', '后', '矿'];
/// People in a province: more than in any of its cities.
const PROVINCE_WEIGHT: u32 = 40_000_000;
/// A city of China counts at least this, so that it stands before every county.
const CITY_WEIGHT: u32 = 1_500_000;
/// A county counts at least and at most this.
const COUNTY_WEIGHT: (u32, u32) = (100_000, 500_000);
/// A town counts so much less than its people: who says 东阳 means the city, not a town of that name.
const TOWN_SHARE: u32 = 4;

/// The units of the table, larger ones first.
pub(super) fn units(
    divisions: &BTreeMap<String, String>,
    points: &HashMap<String, UnitPoint>,
    handwritten: &Handwritten,
) -> Vec<Unit> {
    let mut codes: Vec<(&String, &String)> = divisions.iter().collect();
    codes.sort_by_key(|(code, _)| (code.len(), *code));
    let mut units: Vec<Unit> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (code, full) in codes {
        let parent = [4, 2]
            .iter()
            .filter(|length| **length < code.len())
            .find_map(|length| places.get(code.get(..*length)?));
        let parent = parent.copied();
        let same = parent.is_some_and(|parent| units[parent].names.get("zf") == Some(full));
        if HEADINGS.contains(&full.as_str()) || same {
            continue;
        }
        let inherited = parent.map(|parent| (units[parent].lat, units[parent].lon));
        places.insert(code, units.len());
        units.push(unit(code, full, parent, points.get(code).copied(), inherited, handwritten));
    }
    disown_shared_points(&mut units);
    units
}

/// The towns written by hand, each under the county or city whose code its own begins with.
pub(super) fn towns(units: &[Unit], handwritten: &Handwritten) -> Result<Vec<Unit>, BuildError> {
    let town = |(code, town): (&String, &Town)| {
        let above = [6, 4].into_iter().find_map(|length| {
            let above = format!("cn:{}", code.get(..length)?);
            units.iter().position(|unit| unit.id == above)
        });
        let parent = above.ok_or_else(|| BuildError::UnknownPlace(code.clone()))?;
        Ok(Unit {
            id: format!("cn:{code}"),
            level: Level::Town,
            parent: Some(parent),
            division: units[parent].division.clone(),
            zone: units[parent].zone.clone(),
            lat: town.at.0,
            lon: town.at.1,
            approximate: false,
            weight: COUNTY_WEIGHT.0,
            names: [("zh", &town.zh), ("en", &town.en)]
                .into_iter()
                .map(|(lang, name)| (lang.to_owned(), name.clone()))
                .collect(),
            primary: Vec::new(),
            alternates: Vec::new(),
        })
    };
    handwritten.towns.iter().map(town).collect()
}

/// Where counties of one name were given one point, only the one whose city is nearest keeps it (the table
/// puts Shanghai's 普陀区 on the islands of Zhoushan); the others take their city's.
fn disown_shared_points(units: &mut [Unit]) {
    let mut sharing: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, unit) in
        units.iter().enumerate().filter(|(_, unit)| unit.level == Level::County && !unit.approximate)
    {
        let point = format!("{:.4} {:.4}", unit.lat, unit.lon);
        sharing.entry((unit.names["zf"].clone(), point)).or_default().push(at);
    }
    for mut counties in sharing.into_values() {
        counties.sort_by(|a, b| km_to_city(units, *a).total_cmp(&km_to_city(units, *b)));
        for at in counties.into_iter().skip(1) {
            if let Some(city) = units[at].parent {
                (units[at].lat, units[at].lon, units[at].approximate) =
                    (units[city].lat, units[city].lon, true);
            }
        }
    }
}

fn km_to_city(units: &[Unit], at: usize) -> f64 {
    let point = |unit: &Unit| Point { lat: unit.lat, lon: unit.lon };
    units[at].parent.map_or(0.0, |city| point(&units[at]).km_to(point(&units[city])))
}

fn unit(
    code: &str,
    full: &str,
    parent: Option<usize>,
    point: Option<UnitPoint>,
    inherited: Option<(f64, f64)>,
    handwritten: &Handwritten,
) -> Unit {
    let level = match code.len() {
        2 if !MUNICIPALITIES.contains(&code) => Level::Province,
        2 | 4 => Level::City,
        _ => Level::County,
    };
    let short = short(full, &handwritten.peoples);
    let read = read(&short, &handwritten.pinyin);
    let (lat, lon) = point.map(|point| (point.lat, point.lon)).or(inherited).unwrap_or_default();
    let names = [("zh", short.clone()), ("zf", full.to_owned()), ("en", read)];
    Unit {
        id: format!("cn:{code}"),
        level,
        parent,
        division: format!("CN:{}", code.get(..2).unwrap_or(code)),
        zone: "Asia/Shanghai".to_owned(),
        lat,
        lon,
        approximate: level == Level::Province || point.is_none_or(|point| point.borrowed),
        weight: 0,
        names: names.into_iter().map(|(lang, name)| (lang.to_owned(), name)).collect(),
        primary: spoken(full, &short),
        alternates: Vec::new(),
    }
}

/// The name without the word for the kind of unit and without the peoples of an autonomous one, if two
/// characters or more are left: 宝安, 恩施, 积石山; but 忠县.
pub(super) fn short(full: &str, peoples: &[String]) -> String {
    let Some((suffix, stem)) = SUFFIXES.iter().find_map(|suffix| Some((*suffix, full.strip_suffix(suffix)?)))
    else {
        return full.to_owned();
    };
    let stem = if suffix.starts_with("自治") { without_peoples(stem, peoples) } else { stem };
    let side = matches!(suffix, "旗" | "区") && stem.ends_with(SIDES) && stem.chars().count() > 2;
    if side || stem.chars().count() < 2 { full.to_owned() } else { stem.to_owned() }
}

fn without_peoples<'a>(stem: &'a str, peoples: &[String]) -> &'a str {
    let mut rest = stem;
    loop {
        let ends = peoples.iter().filter_map(|people| {
            rest.strip_suffix(people.as_str()).or_else(|| rest.strip_suffix(people.strip_suffix('族')?))
        });
        // The longest name of a people leaves the least.
        match ends.min_by_key(|left| left.len()).filter(|left| left.chars().count() >= 2) {
            Some(left) => rest = left,
            None => return rest.strip_suffix('族').unwrap_or(rest),
        }
    }
}

/// What people say for an autonomous unit beside its short name: 恩施州, 景宁县.
fn spoken(full: &str, short: &str) -> Vec<String> {
    let kinds = [("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("新区", "区")];
    let spoken =
        kinds.iter().filter(|(suffix, _)| full.ends_with(suffix)).map(|(_, kind)| format!("{short}{kind}"));
    spoken.collect()
}

/// The name in Latin letters, as on a passport: `Xi'an`, `Hengnan`.
fn read(name: &str, pinyin: &Pinyin) -> String {
    let mut read = String::new();
    for syllable in syllables(name, pinyin) {
        if !read.is_empty() && syllable.starts_with(['a', 'e', 'o']) {
            read.push('\'');
        }
        read.push_str(&syllable);
    }
    let mut letters = read.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn syllables(name: &str, pinyin: &Pinyin) -> Vec<String> {
    if let Some(read) = pinyin.exceptions.get(name) {
        return read.split(' ').map(str::to_owned).collect();
    }
    let syllable = |letter: char| {
        let known = pinyin.readings.iter().find(|(_, letters)| letters.contains(letter));
        known.map_or_else(|| letter.to_string(), |(syllable, _)| syllable.clone())
    };
    name.chars().map(syllable).collect()
}

/// Sets what each unit counts when names are alike: the people `GeoNames` gives a city, and for counties,
/// where it is silent or counts a town, a share of the city's.
pub(super) fn weigh(units: &mut [Unit]) {
    for at in 0..units.len() {
        let above = units[at].parent.map_or(0, |parent| units[parent].weight);
        let above = if above == PROVINCE_WEIGHT { 0 } else { above };
        let own = units[at].weight;
        let (least, most) = COUNTY_WEIGHT;
        units[at].weight = match units[at].level {
            Level::Province => PROVINCE_WEIGHT,
            Level::City => own.max(CITY_WEIGHT),
            Level::County => (least + above / 60).max(own / 3).min(most),
            Level::Town | Level::World => own.min(least) / TOWN_SHARE,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_what_people_say() {
        let peoples = ["土家族", "苗族", "蒙古族", "保安族", "东乡族", "撒拉族", "柯尔克孜族", "各族"]
            .map(str::to_owned);
        for (full, expected) in [
            ("深圳市", "深圳"),
            ("宝安区", "宝安"),
            ("忠县", "忠县"),
            ("浦东新区", "浦东"),
            ("恩施土家族苗族自治州", "恩施"),
            ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
            ("积石山保安族东乡族撒拉族自治县", "积石山"),
            ("东乡族自治县", "东乡"),
            ("隆林各族自治县", "隆林"),
            ("阿拉善左旗", "阿拉善左旗"),
            ("内蒙古自治区", "内蒙古"),
            ("神农架林区", "神农架"),
        ] {
            assert_eq!(short(full, &peoples), expected);
        }
    }
}
