//! Every limit and every part at its boundaries, and what must never move a score.

use super::{Fit, Meets, Misfit, Reason, fit};
use crate::classify::RulePack;
use crate::domain::{
    Born, Certificate, Currency, Experience, Home, Job, Location, Nature, Pay, PayUnit, Point, Preference,
    Profile, Requires, Shift, Taxonomy,
};
use jiff::civil::Date;
use proptest::prelude::*;
use std::sync::LazyLock;

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
static PACK: LazyLock<RulePack> = LazyLock::new(|| RulePack::embedded("cn").unwrap());

fn today() -> Date {
    jiff::civil::date(2026, 11, 24)
}

/// A place so many kilometres east of Shenzhen, along the parallel.
fn east(km: f64) -> Location {
    let point = Point { lat: 22.5, lon: 114.0 + km / (111.195 * 22.5_f64.to_radians().cos()) };
    Location {
        id: "cn:4403".into(),
        country: "CN".into(),
        division: "CN:44".into(),
        zone: "Asia/Shanghai".into(),
        point,
        approximate: false,
    }
}

fn yuan(min: i64, max: Option<i64>, unit: PayUnit) -> Pay {
    Pay { min, max, unit, currency: Currency("CNY".into()) }
}

fn job() -> Job {
    Job {
        trades: vec!["cleaner".into()],
        headcount: 2,
        place: east(0.0),
        pay: yuan(6000, Some(8000), PayUnit::Month),
        preference: Preference::Fixed,
        nature: Nature::FullTime,
        shift: Shift::Day,
        requires: Requires::default(),
        provides: Vec::new(),
        contact: "老王".into(),
        other_places: Vec::new(),
        start: None,
        text: None,
    }
}

fn trade(id: &str, months: Option<u32>) -> Experience {
    Experience { trade: id.into(), months }
}

fn worker() -> Profile {
    Profile {
        born: Some(Born { year: 1982, month: None }),
        trades: vec![trade("cleaner", Some(60))],
        here: Some(east(0.0)),
        home: Some(Home::Elsewhere),
        preference: Some(Preference::Fixed),
        natures: vec![Nature::FullTime],
        pay: Some(yuan(6000, None, PayUnit::Month)),
        ..Profile::default()
    }
}

fn judged(job: &Job, worker: &Profile) -> Result<Fit, Misfit> {
    fit(job, worker, &TAXONOMY, &PACK, today())
}

fn points(job: &Job, worker: &Profile) -> Vec<u8> {
    judged(job, worker).unwrap().parts.iter().map(|part| part.points).collect()
}

#[test]
fn what_meets_everything_scores_a_hundred() {
    let found = judged(&job(), &worker()).unwrap();
    assert_eq!((found.score, points(&job(), &worker())), (100, vec![25, 10, 15, 20, 15, 15]));
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Fit>(&json).unwrap(), found);
}

#[test]
fn what_is_not_known_is_not_held_against_anybody() {
    let known_age = Profile { born: worker().born, ..Profile::default() };
    assert_eq!(points(&job(), &known_age), [12, 10, 7, 10, 7, 7]);
    let picky = Job {
        requires: Requires { months: 120, certificates: vec!["cn_health".into()], age: None },
        ..job()
    };
    assert_eq!(points(&picky, &known_age), [12, 0, 7, 10, 7, 7]);
}

#[test]
fn the_law_comes_first() {
    let of = |year: i16, month: Option<i8>| Profile { born: Some(Born { year, month }), ..worker() };
    let electric = Job { trades: vec!["electrician".into()], ..job() };
    let both = Job { trades: vec!["electrician".into(), "cleaner".into()], ..job() };
    let wants = |profile: Profile, id: &str| Profile { trades: vec![trade(id, Some(12))], ..profile };
    let at_night = |shift| Job { shift, ..job() };
    for (job, worker, expected) in [
        (job(), of(2010, Some(12)), Err(Misfit::TooYoung)),
        (job(), of(2011, None), Err(Misfit::TooYoung)),
        (job(), of(2010, Some(10)), Ok(())),
        (job(), of(2010, None), Err(Misfit::TooYoung)),
        (electric.clone(), wants(of(2009, None), "electrician"), Err(Misfit::Hazard)),
        (electric.clone(), wants(of(2008, None), "electrician"), Err(Misfit::Hazard)),
        (electric.clone(), wants(of(2008, Some(10)), "electrician"), Ok(())),
        (electric, wants(Profile { born: None, ..worker() }, "electrician"), Err(Misfit::Hazard)),
        (both.clone(), wants(of(2009, None), "electrician"), Err(Misfit::Hazard)),
        (both, wants(of(2009, None), "cleaner"), Ok(())),
        (at_night(Shift::Night), of(2009, None), Err(Misfit::Night)),
        (at_night(Shift::Rotating), of(2009, None), Err(Misfit::Night)),
        (at_night(Shift::Night), of(2008, Some(10)), Ok(())),
        (Job { trades: vec!["no_such_trade".into()], ..job() }, of(2009, None), Err(Misfit::Hazard)),
    ] {
        let found = judged(&job, &worker).map(|_| ());
        assert_eq!(found, expected, "{:?} {:?} {:?}", job.trades, worker.born, job.shift);
    }
}

#[test]
fn trades_and_years() {
    let needs = |months| Job { requires: Requires { months, ..Requires::default() }, ..job() };
    let with = |trades: &[(&str, Option<u32>)]| Profile {
        trades: trades.iter().map(|(id, months)| trade(id, *months)).collect(),
        ..worker()
    };
    let two = Job { trades: vec!["cleaner".into(), "loader".into()], ..needs(36) };
    for (job, worker, expected) in [
        (job(), with(&[("cleaner", Some(0))]), Ok((25, 10))),
        (job(), with(&[("cleaner", Some(30))]), Ok((25, 12))),
        (job(), with(&[("cleaner", Some(600))]), Ok((25, 15))),
        (job(), with(&[("cleaner", None)]), Ok((25, 7))),
        (job(), with(&[("loader", Some(9)), ("cleaner", None)]), Ok((20, 7))),
        (job(), with(&[("loader", Some(600))]), Err(Misfit::Trade)),
        (needs(36), with(&[("cleaner", Some(35))]), Err(Misfit::Years { months: 35, required: 36 })),
        (needs(36), with(&[("cleaner", Some(36))]), Ok((25, 10))),
        (needs(36), with(&[("cleaner", Some(96))]), Ok((25, 15))),
        (needs(36), with(&[("cleaner", None)]), Ok((25, 7))),
        // Of two trades that the job has, the one with the years for it counts.
        (two.clone(), with(&[("cleaner", Some(1)), ("loader", Some(40))]), Ok((20, 10))),
        (
            two,
            with(&[("cleaner", Some(1)), ("loader", Some(2))]),
            Err(Misfit::Years { months: 1, required: 36 }),
        ),
    ] {
        let found = judged(&job, &worker).map(|fit| (fit.parts[0].points, fit.parts[2].points));
        assert_eq!(found, expected, "{:?} for {:?}", worker.trades, job.requires);
    }
}

#[test]
fn certificates_and_their_last_day() {
    let (low, high, any) = ("cn_mem_lv_electrician", "cn_mem_hv_electrician", "electrician_certificate");
    let needs = |ids: &[&str]| Job {
        requires: Requires {
            certificates: ids.iter().map(|id| (*id).into()).collect(),
            ..Requires::default()
        },
        ..job()
    };
    let paper = |id: &str, expires: Option<&str>| Certificate {
        id: id.into(),
        expires: expires.map(|date| date.parse().unwrap()),
    };
    for (asked, held, expected) in [
        (vec![], vec![], Ok(10)),
        (vec![low], vec![], Ok(0)),
        (vec![low], vec![paper(low, None)], Ok(10)),
        (vec![low, high], vec![paper(low, None)], Ok(5)),
        (vec![low], vec![paper(low, Some("2026-11-24"))], Ok(10)),
        (vec![low], vec![paper(low, Some("2026-11-23"))], Err(Misfit::Expired(low.into()))),
        (vec![low], vec![paper(low, Some("2020-01-01")), paper(low, None)], Ok(10)),
        (vec![low], vec![paper(high, Some("2020-01-01"))], Ok(0)),
        // The popular name covers several papers; one of them that is valid is enough.
        (vec![any], vec![paper(low, None)], Ok(10)),
        (vec!["cn_cook"], vec![], Err(Misfit::Lacking("cn_cook".into()))),
        (vec![any], vec![paper(low, Some("2020-01-01")), paper(high, None)], Ok(10)),
        (vec![low], vec![paper(any, None)], Ok(0)),
    ] {
        let worker = Profile { certificates: held.clone(), lacks: vec!["cn_cook".into()], ..worker() };
        let found = judged(&needs(&asked), &worker).map(|fit| fit.parts[1].points);
        assert_eq!(found, expected, "{asked:?} of {held:?}");
    }
}

#[test]
fn distances() {
    let at = |km: f64| Profile { here: Some(east(km)), ..worker() };
    for (km, expected) in [
        (0.0, Ok((20, Reason::Distance { km: 0 }))),
        (5.0, Ok((20, Reason::Distance { km: 5 }))),
        (32.0, Ok((13, Reason::Distance { km: 32 }))),
        (60.0, Ok((5, Reason::Distance { km: 60 }))),
        (61.0, Err(Misfit::TooFar { km: 61 })),
    ] {
        let found = judged(&job(), &at(km)).map(|fit| (fit.parts[3].points, fit.parts[3].reason.clone()));
        assert_eq!(found, expected, "{km}");
    }
    let vague = |division: &str| Profile {
        here: Some(Location { approximate: true, division: division.into(), ..east(200.0) }),
        ..worker()
    };
    let found = judged(&job(), &vague("CN:44")).unwrap();
    assert_eq!((found.parts[3].points, &found.parts[3].reason), (5, &Reason::SameDivision));
    assert_eq!(judged(&job(), &vague("CN:43")), Err(Misfit::TooFar { km: 200 }));
    let moves = |would_move, country: &str| Profile {
        here: Some(Location { country: country.into(), ..east(900.0) }),
        would_move,
        ..worker()
    };
    let far = Err(Misfit::TooFar { km: 900 });
    for (worker, expected) in [
        (moves(Some(true), "CN"), Ok((3, Reason::WouldMove { km: 900 }))),
        (moves(Some(false), "CN"), far.clone()),
        (moves(None, "CN"), far.clone()),
        (moves(Some(true), "VN"), far),
    ] {
        let found = judged(&job(), &worker).map(|fit| (fit.parts[3].points, fit.parts[3].reason.clone()));
        assert_eq!(found, expected, "{:?}", worker.would_move);
    }
}

#[test]
fn pay_in_the_same_and_in_other_units() {
    let month = |min| yuan(min, None, PayUnit::Month);
    let day = |min| yuan(min, None, PayUnit::Day);
    let range = |min, max| yuan(min, Some(max), PayUnit::Month);
    for (offered, asked, expected) in [
        (range(6000, 8000), month(6000), Ok((15, Some(Meets::Fully)))),
        (range(6000, 8000), month(6001), Ok((12, Some(Meets::AtBest)))),
        (range(6000, 8000), month(8000), Ok((12, Some(Meets::AtBest)))),
        (range(6000, 8000), month(8888), Ok((6, Some(Meets::Nearly)))),
        (range(6000, 8000), month(8889), Err(Misfit::Pay)),
        (month(9000), month(10_000), Ok((6, Some(Meets::Nearly)))),
        (month(8999), month(10_000), Err(Misfit::Pay)),
        // 300 a day are 7 800 in a month of 26 days.
        (month(7800), day(300), Ok((15, Some(Meets::Fully)))),
        (day(300), month(7801), Ok((6, Some(Meets::Nearly)))),
        (yuan(5, None, PayUnit::Piece), month(6000), Ok((7, None))),
        (yuan(5, None, PayUnit::Piece), yuan(6, None, PayUnit::Piece), Err(Misfit::Pay)),
        (Pay { currency: Currency("RUB".into()), ..month(1) }, month(6000), Ok((7, None))),
        (month(i64::MAX), month(i64::MAX), Ok((15, Some(Meets::Fully)))),
    ] {
        let job = Job { pay: offered.clone(), ..job() };
        let found = judged(&job, &Profile { pay: Some(asked.clone()), ..worker() }).map(|fit| {
            let part = &fit.parts[4];
            let meets = if let Reason::Pay { meets, .. } = part.reason { Some(meets) } else { None };
            (part.points, meets)
        });
        assert_eq!(found, expected, "{offered:?} for {asked:?}");
    }
}

#[test]
fn preference_and_nature() {
    use Nature::{Contract, DayLabour, FullTime};
    use Preference::{Either, Fixed, Flexible};
    for (job_is, nature, wanted, natures, expected) in [
        (Fixed, FullTime, Fixed, vec![FullTime], Ok(15)),
        (Fixed, Contract, Fixed, vec![FullTime], Ok(9)),
        (Flexible, DayLabour, Fixed, vec![FullTime], Err(Misfit::Preference)),
        (Fixed, FullTime, Flexible, vec![DayLabour], Err(Misfit::Preference)),
        (Flexible, DayLabour, Either, Nature::ALL.to_vec(), Ok(15)),
        (Either, DayLabour, Fixed, vec![FullTime], Ok(9)),
        (Fixed, FullTime, Fixed, vec![], Ok(15)),
    ] {
        let job = Job { preference: job_is, nature, ..job() };
        let worker = Profile { preference: Some(wanted), natures, ..worker() };
        let found = judged(&job, &worker).map(|fit| fit.parts[5].points);
        assert_eq!(found, expected, "{job_is:?} {nature:?} for {wanted:?}");
    }
}

fn any_job() -> impl Strategy<Value = Job> {
    let trades = prop::sample::subsequence(vec!["cleaner", "electrician", "welder", "loader"], 1..=3);
    let pay = (1_i64..20_000, prop::option::of(1_i64..30_000));
    let shift = prop::sample::select(Shift::ALL.to_vec());
    let preference = prop::sample::select(vec![Preference::Fixed, Preference::Flexible, Preference::Either]);
    (trades, pay, shift, preference, 0_u32..200).prop_map(
        |(trades, (min, max), shift, preference, months)| Job {
            trades: trades.into_iter().map(Into::into).collect(),
            pay: yuan(min, max, PayUnit::Month),
            shift,
            preference,
            requires: Requires { months, ..Requires::default() },
            ..job()
        },
    )
}

fn any_worker() -> impl Strategy<Value = Profile> {
    let trades = prop::sample::subsequence(vec!["cleaner", "electrician", "welder", "loader"], 0..=3);
    let preference = prop::option::of(prop::sample::select(vec![Preference::Fixed, Preference::Either]));
    (trades, 0_u32..300, 0_f64..80.0, preference, 1960_i16..2012).prop_map(
        |(trades, months, km, preference, year)| Profile {
            born: Some(Born { year, month: None }),
            trades: trades.into_iter().map(|id| trade(id, Some(months))).collect(),
            here: Some(east(km)),
            preference,
            ..worker()
        },
    )
}

proptest! {
    #[test]
    fn a_score_is_the_sum_of_its_parts_and_at_most_a_hundred(job in any_job(), worker in any_worker()) {
        if let Ok(fit) = judged(&job, &worker) {
            prop_assert_eq!(u32::from(fit.score), fit.parts.iter().map(|part| u32::from(part.points)).sum::<u32>());
            prop_assert!(fit.score <= 100);
            prop_assert_eq!(fit.parts.len(), 6);
        }
    }

    #[test]
    fn more_years_never_lower_a_score(job in any_job(), worker in any_worker(), more in 1_u32..200) {
        if let Ok(before) = judged(&job, &worker) {
            let mut longer = worker;
            for wanted in &mut longer.trades {
                wanted.months = wanted.months.map(|months| months + more);
            }
            prop_assert!(judged(&job, &longer).unwrap().score >= before.score);
        }
    }

    #[test]
    fn a_nearer_place_never_lowers_a_score(job in any_job(), worker in any_worker(), part in 0.0..1.0) {
        if let (Ok(before), Some(here)) = (judged(&job, &worker), &worker.here) {
            let km = here.point.km_to(job.place.point) * part;
            let nearer = Profile { here: Some(east(km)), ..worker };
            prop_assert!(judged(&job, &nearer).unwrap().score >= before.score);
        }
    }

    #[test]
    fn age_and_origin_never_change_an_adults_score(job in any_job(), worker in any_worker(), year in 1950_i16..2007) {
        let adult = Profile { born: Some(Born { year: 1990, month: None }), ..worker };
        let other = Profile { born: Some(Born { year, month: None }), home: Some(Home::Here), ..adult.clone() };
        prop_assert_eq!(judged(&job, &adult), judged(&job, &other));
    }
}
