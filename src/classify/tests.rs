//! What the table of profiles does not show: the month of birth, differences, other packs, JSON.

use super::*;
use crate::domain::{Currency, Pay, PayUnit};

fn packs() -> [RulePack; 2] {
    ["default", "cn"].map(|name| RulePack::embedded(name).unwrap())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn trade(id: &str, months: Option<u32>) -> Experience {
    Experience { trade: id.into(), months }
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
fn who_is_no_novice_in_a_pack_claims_the_trade_in_it() {
    let taxonomy = Taxonomy::embedded();
    let mut pack = packs()[0].clone();
    pack.experience.junior = 6;
    for (months, expected) in [(5, "none"), (6, "claimed")] {
        let profile = Profile { trades: vec![trade("electrician", Some(months))], ..Profile::default() };
        let found = classify(&profile, &taxonomy, &pack, date("2026-11-24"));
        assert!(found.has(Axis::Skill, expected), "{months}");
    }
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
        trades: vec![trade("electrician", Some(120)), trade("welder", None)],
        born: Some(Born { year: 1982, month: None }),
        home: Some(Home::Elsewhere),
        pay: Some(Pay { min: 350, max: None, unit: PayUnit::Day, currency: Currency("CNY".into()) }),
        ..Profile::default()
    };
    let found = classify(&profile, &Taxonomy::embedded(), &packs()[1], date("2026-11-24"));
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Classification>(&json).unwrap(), found);
}
