//! Every boundary of every rule, in both packs.

use super::*;
use crate::domain::{Currency, Location, Nature, Pay, PayUnit, Point, Preference};

fn packs() -> [RulePack; 2] {
    ["default", "cn"].map(|name| RulePack::embedded(name).unwrap())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn labels(profile: &Profile, today: &str) -> Vec<Vec<String>> {
    let taxonomy = Taxonomy::embedded();
    let all = |pack: &RulePack| {
        let classification = classify(profile, &taxonomy, pack, date(today));
        classification.labels.iter().map(ToString::to_string).collect()
    };
    packs().iter().map(all).collect()
}

fn trade(id: &str, months: Option<u32>) -> Experience {
    Experience { trade: id.into(), months }
}

fn in_division(division: &str) -> Location {
    Location {
        id: division.to_owned(),
        country: division[..2].to_owned(),
        division: division.to_owned(),
        zone: "UTC".into(),
        point: Point { lat: 0.0, lon: 0.0 },
        approximate: false,
    }
}

#[test]
fn nothing_known_gives_no_label() {
    assert_eq!(labels(&Profile::default(), "2026-11-24"), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn ages_at_every_boundary() {
    for (year, month, today, expected) in [
        (2010, Some(11), "2026-11-29", None),
        (2010, Some(11), "2026-11-30", Some("minor")),
        (2010, Some(12), "2026-11-30", None),
        (2010, None, "2026-12-30", None),
        (2010, None, "2026-12-31", Some("minor")),
        (2008, Some(11), "2026-11-29", Some("minor")),
        (2008, Some(11), "2026-11-30", Some("young")),
        (2008, None, "2026-11-30", Some("minor")),
        (1990, Some(2), "2026-02-27", Some("young")),
        (1990, Some(2), "2026-02-28", Some("middle")),
        (1976, Some(5), "2026-05-30", Some("middle")),
        (1976, Some(5), "2026-05-31", Some("senior")),
        (1990, None, "2026-11-24", Some("young")),
        (1991, None, "2026-12-31", Some("young")),
        (1940, None, "2026-11-24", Some("senior")),
    ] {
        let profile = Profile { born: Some(Born { year, month }), ..Profile::default() };
        for found in labels(&profile, today) {
            assert_eq!(found.first().map(String::as_str), expected, "{year}-{month:?} on {today}");
        }
    }
}

#[test]
fn the_month_is_asked_in_the_years_that_decide() {
    for pack in packs() {
        for (year, expected) in [(2011, false), (2010, true), (2009, false), (2008, true), (2007, false)] {
            assert_eq!(month_decides(year, &pack, date("2026-11-24")), expected, "{year}");
        }
    }
}

#[test]
fn experience_at_every_boundary() {
    for (months, expected) in [
        (0, "novice"),
        (11, "novice"),
        (12, "junior"),
        (35, "junior"),
        (36, "experienced"),
        (119, "experienced"),
        (120, "veteran"),
        (480, "veteran"),
    ] {
        let profile = Profile { trades: vec![trade("cleaner", Some(months))], ..Profile::default() };
        for found in labels(&profile, "2026-11-24") {
            assert_eq!(found, ["cleaning", "general", &format!("{expected}(cleaner)")], "{months}");
        }
    }
    let unknown = Profile { trades: vec![trade("cleaner", None)], ..Profile::default() };
    assert_eq!(labels(&unknown, "2026-11-24")[0], ["cleaning", "general"]);
}

#[test]
fn certificates_and_their_last_day() {
    let certificate =
        |id: &str, expires: Option<&str>| Certificate { id: id.into(), expires: expires.map(date) };
    let electrician = "cn_mem_lv_electrician";
    for (months, held, today, expected) in [
        (Some(11), vec![], "2026-11-24", "none"),
        (Some(12), vec![], "2026-11-24", "claimed"),
        (None, vec![], "2026-11-24", "none"),
        (None, vec![certificate(electrician, None)], "2026-11-24", "certified"),
        (None, vec![certificate(electrician, Some("2026-11-24"))], "2026-11-24", "certified"),
        (None, vec![certificate(electrician, Some("2026-11-24"))], "2026-11-25", "expired"),
        (None, vec![certificate("cn_mem_welding", None)], "2026-11-24", "none"),
        (
            None,
            vec![certificate(electrician, Some("2020-01-01")), certificate("cn_mem_hv_electrician", None)],
            "2026-11-24",
            "certified",
        ),
    ] {
        let profile =
            Profile { trades: vec![trade("electrician", months)], certificates: held, ..Profile::default() };
        for found in labels(&profile, today) {
            assert_eq!(found[2], format!("{expected}(electrician)"), "{months:?} {today}");
        }
    }
}

#[test]
fn industries_follow_the_trades_and_the_first_is_primary() {
    let profile = Profile {
        trades: vec![trade("welder", None), trade("electrician", None), trade("plumber", None)],
        industries: vec!["retail".into(), "construction".into()],
        ..Profile::default()
    };
    let taxonomy = Taxonomy::embedded();
    let found = classify(&profile, &taxonomy, &packs()[0], date("2026-11-24"));
    let industries: Vec<_> = found.labels.iter().filter(|l| l.axis == Axis::Industry).collect();
    let names: Vec<&str> = industries.iter().map(|l| l.value.as_str()).collect();
    assert_eq!(names, ["manufacturing", "construction", "retail"]);
    assert_eq!(industries[0].why, Why::Trade { trade: "welder".into(), primary: true });
    assert_eq!(industries[1].why, Why::Trade { trade: "electrician".into(), primary: false });
    assert_eq!(industries[2].why, Why::Chosen);
}

#[test]
fn local_is_who_comes_from_the_same_first_level_division() {
    let guangdong = || Some(in_division("CN:44"));
    for (here, home, expected) in [
        (None, Home::Here, Some("local")),
        (guangdong(), Home::Elsewhere, Some("elsewhere")),
        (guangdong(), Home::In(in_division("CN:44")), Some("local")),
        (guangdong(), Home::In(in_division("CN:43")), Some("elsewhere")),
        (guangdong(), Home::In(in_division("RU:44")), Some("elsewhere")),
        (None, Home::In(in_division("CN:44")), None),
    ] {
        let profile = Profile { here, home: Some(home), ..Profile::default() };
        assert_eq!(labels(&profile, "2026-11-24")[0].first().map(String::as_str), expected);
    }
}

#[test]
fn income_at_every_boundary() {
    let pay = |min, unit, currency: &str| Profile {
        pay: Some(Pay { min, max: None, unit, currency: Currency(currency.into()) }),
        ..Profile::default()
    };
    for (min, unit, expected) in [
        (3999, PayUnit::Month, Some("low")),
        (4000, PayUnit::Month, Some("middle")),
        (7999, PayUnit::Month, Some("middle")),
        (8000, PayUnit::Month, Some("high")),
        (179, PayUnit::Day, Some("low")),
        (180, PayUnit::Day, Some("middle")),
        (399, PayUnit::Day, Some("middle")),
        (400, PayUnit::Day, Some("high")),
        (19, PayUnit::Hour, Some("low")),
        (20, PayUnit::Hour, Some("middle")),
        (44, PayUnit::Hour, Some("middle")),
        (45, PayUnit::Hour, Some("high")),
        (5, PayUnit::Piece, None),
    ] {
        for found in labels(&pay(min, unit, "CNY"), "2026-11-24") {
            assert_eq!(found.first().map(String::as_str), expected, "{min} {unit:?}");
        }
    }
    // Without a band for days a month of 26 of them counts: 2 308 × 26 = 60 008.
    assert_eq!(labels(&pay(2307, PayUnit::Day, "RUB"), "2026-11-24")[0], ["low"]);
    assert_eq!(labels(&pay(2308, PayUnit::Day, "RUB"), "2026-11-24")[0], ["middle"]);
    assert!(labels(&pay(2308, PayUnit::Day, "RUB"), "2026-11-24")[1].is_empty(), "cn knows yuan only");
    assert!(labels(&pay(1, PayUnit::Month, "XXX"), "2026-11-24")[0].is_empty());
}

#[test]
fn preference_and_natures_are_taken_as_chosen() {
    let profile = Profile {
        preference: Some(Preference::Flexible),
        natures: vec![Nature::DayLabour, Nature::PartTime],
        ..Profile::default()
    };
    assert_eq!(labels(&profile, "2026-11-24")[0], ["flexible", "day_labour", "part_time"]);
}

#[test]
fn only_differences_are_reported() {
    let taxonomy = Taxonomy::embedded();
    let pack = &packs()[1];
    let of = |months| {
        let profile = Profile { trades: vec![trade("cleaner", Some(months))], ..Profile::default() };
        classify(&profile, &taxonomy, pack, date("2026-11-24"))
    };
    let (added, gone) = of(13).difference(&of(12));
    assert!(added.is_empty() && gone.is_empty(), "the reason alone is no difference");
    let (added, gone) = of(36).difference(&of(12));
    assert_eq!((added[0].value.as_str(), gone[0].value.as_str()), ("experienced", "junior"));
}

#[test]
fn a_classification_comes_back_from_json() {
    let profile = Profile {
        trades: vec![trade("electrician", Some(120))],
        born: Some(Born { year: 1982, month: None }),
        home: Some(Home::Elsewhere),
        pay: Some(Pay { min: 350, max: None, unit: PayUnit::Day, currency: Currency("CNY".into()) }),
        ..Profile::default()
    };
    let found = classify(&profile, &Taxonomy::embedded(), &packs()[1], date("2026-11-24"));
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Classification>(&json).unwrap(), found);
}
