//! Each problem of a job at its boundary.

use super::*;
use crate::domain::{AgeLimit, Currency, Location, Nature, PayUnit, Point, Preference, Requires, Shift};
use std::sync::LazyLock;

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
static PACK: LazyLock<RulePack> = LazyLock::new(|| RulePack::embedded("cn").unwrap());
const TODAY: Date = jiff::civil::date(2026, 11, 24);

fn place(id: &str, country: &str) -> Location {
    Location {
        id: id.into(),
        country: country.into(),
        division: "CN:44".into(),
        zone: "Asia/Shanghai".into(),
        point: Point { lat: 22.5, lon: 114.0 },
        approximate: false,
    }
}

fn pay(min: i64, max: Option<i64>, unit: PayUnit, currency: &str) -> Pay {
    Pay { min, max, unit, currency: Currency(currency.into()) }
}

fn job() -> Job {
    Job {
        trades: vec!["electrician".into()],
        headcount: 2,
        place: place("cn:4403", "CN"),
        other_places: Vec::new(),
        start: None,
        pay: pay(6000, Some(8000), PayUnit::Month, "CNY"),
        preference: Preference::Fixed,
        nature: Nature::FullTime,
        shift: Shift::Day,
        requires: Requires::default(),
        provides: Vec::new(),
        contact: "老王".into(),
        text: None,
    }
}

fn found(change: impl FnOnce(&mut Job)) -> Vec<JobProblem> {
    let mut job = job();
    change(&mut job);
    check(&job, &TAXONOMY, &PACK, TODAY)
}

#[test]
fn a_usual_job_has_no_problem() {
    assert_eq!(found(|_| ()), []);
    let law = PACK.jobs.age_limits[1].limit();
    let all = |job: &mut Job| {
        job.trades.push("welder".into());
        job.other_places = vec![place("cn:4419", "CN"), place("cn:4401", "CN")];
        job.start = Some(TODAY);
        job.requires.age = Some(law);
        job.requires.months = 564;
        job.requires.certificates = vec!["cn_cook".into()];
        job.text = Some("工资6000-8000，月休4天".into());
    };
    assert_eq!(found(all), []);
}

#[test]
fn what_must_be_mended() {
    let day = |days: i64| TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
    let starts = |days: i64| found(|job| job.start = Some(day(days)));
    assert_eq!(starts(-1), [JobProblem::StartPast]);
    assert_eq!(starts(0), []);
    assert_eq!(starts(366), []);
    assert_eq!(starts(367), [JobProblem::StartLate]);
    assert_eq!(found(|job| job.trades.clear()), [JobProblem::Trades]);
    assert_eq!(found(|job| job.trades.push("astronaut".into())), [JobProblem::Trades]);
    assert_eq!(found(|job| job.headcount = 0), [JobProblem::Headcount]);
    assert_eq!(found(|job| job.headcount = 10_001), [JobProblem::Headcount]);
    assert_eq!(found(|job| job.requires.months = 565), [JobProblem::Years]);
    let paper = |job: &mut Job| job.requires.certificates.push("cn_poet".into());
    assert_eq!(found(paper), [JobProblem::Certificate("cn_poet".into())]);
    assert_eq!(found(|job| job.contact = "  ".into()), [JobProblem::Contact]);
    assert_eq!(found(|job| job.text = Some("字".repeat(500))), []);
    assert_eq!(found(|job| job.text = Some("字".repeat(501))), [JobProblem::TextLong]);
    assert_eq!(found(|job| job.text = Some("电话 13800138000".into())), [JobProblem::TextContact]);
}

#[test]
fn further_workplaces() {
    let with = |places: Vec<Location>| found(|job| job.other_places = places);
    let (dongguan, hanoi) = (place("cn:4419", "CN"), place("vn:1", "VN"));
    assert_eq!(with(vec![place("cn:4403", "CN")]), [JobProblem::PlaceTwice("place2")]);
    assert_eq!(with(vec![dongguan.clone(), dongguan.clone()]), [JobProblem::PlaceTwice("place3")]);
    assert_eq!(with(vec![dongguan, hanoi]), [JobProblem::PlaceAbroad("place3")]);
}

#[test]
fn pay_that_was_mistaken() {
    use PayUnit::{Day, Hour, Month, Piece};
    for (pay, expected) in [
        (pay(6000, Some(5999), Month, "CNY"), Some(JobProblem::PayOrder)),
        (pay(0, None, Month, "CNY"), Some(JobProblem::PayOrder)),
        (pay(-5, Some(5), Piece, "CNY"), Some(JobProblem::PayOrder)),
        (pay(999, None, Month, "CNY"), Some(JobProblem::PayLow)),
        (pay(1000, None, Month, "CNY"), None),
        (pay(300, Some(350), Month, "CNY"), Some(JobProblem::PayLow)),
        (pay(44, None, Day, "CNY"), Some(JobProblem::PayLow)),
        (pay(45, None, Day, "CNY"), None),
        (pay(4, None, Hour, "CNY"), Some(JobProblem::PayLow)),
        (pay(5, None, Hour, "CNY"), None),
        (pay(40_000, None, Month, "CNY"), None),
        (pay(40_001, None, Month, "CNY"), Some(JobProblem::PayHigh)),
        (pay(6000, None, Day, "CNY"), Some(JobProblem::PayHigh)),
        (pay(2000, None, Day, "CNY"), None),
        (pay(226, None, Hour, "CNY"), Some(JobProblem::PayHigh)),
        (pay(i64::MAX, None, Hour, "CNY"), Some(JobProblem::PayHigh)),
        (pay(3000, Some(15_000), Month, "CNY"), None),
        (pay(3000, Some(15_001), Month, "CNY"), Some(JobProblem::PayWide)),
        (pay(6, Some(8000), Month, "CNY"), Some(JobProblem::PayWide)),
        // Without figures in the pack nothing is known of pay but its order.
        (pay(1, None, Month, "XAF"), None),
        (pay(1, None, Piece, "CNY"), None),
        (pay(i64::MAX, None, Piece, "CNY"), None),
    ] {
        let expected: Vec<JobProblem> = expected.into_iter().collect();
        assert_eq!(found(|job| job.pay = pay.clone()), expected, "{pay:?}");
    }
}

#[test]
fn an_age_is_lawful_as_the_pack_words_it_and_for_its_trades() {
    let special = PACK.jobs.age_limits[1].limit();
    let with = |trades: &[&str], age: &AgeLimit| {
        found(|job| {
            job.trades = trades.iter().map(|id| (*id).into()).collect();
            job.requires.age = Some(age.clone());
        })
    };
    assert_eq!(with(&["electrician"], &special), []);
    assert_eq!(with(&["cleaner", "welder"], &special), []);
    assert_eq!(with(&["cleaner"], &special), [JobProblem::Age]);
    for forged in [
        AgeLimit { most: Some(35), ..special.clone() },
        AgeLimit { least: None, ..special.clone() },
        AgeLimit { rule: "mine".into(), ..special.clone() },
        PACK.jobs.age_limits[0].limit(),
    ] {
        assert_eq!(with(&["electrician"], &forged), [JobProblem::Age], "{forged:?}");
    }
    let default = RulePack::embedded("default").unwrap();
    let job = Job { requires: Requires { age: Some(special), ..Requires::default() }, ..job() };
    assert_eq!(check(&job, &TAXONOMY, &default, TODAY), [JobProblem::Age]);
}

#[test]
fn a_job_is_open_at_least_to_its_first_day() {
    let day = |days: i64| TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
    for (start, expected) in [(None, 30), (Some(-5), 30), (Some(30), 30), (Some(31), 31), (Some(90), 90)] {
        let job = Job { start: start.map(day), ..job() };
        assert_eq!(days_open(&job, &PACK, TODAY), expected, "{start:?}");
    }
}
