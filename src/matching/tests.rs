//! Every limit and every part at its boundaries, and what must never move a score.

use super::{Fit, Meets, Misfit, PartName, Reason, fit};
use crate::classify::RulePack;
use crate::domain::{
    AgeLimit, Born, Certificate, Currency, Experience, Home, Job, Location, Nature, Pay, PayUnit, Point,
    Preference, Profile, Requires, Shift, Taxonomy,
};
use jiff::civil::Date;
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
        free_from: Some(today()),
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
    assert_eq!((found.score, points(&job(), &worker())), (100, vec![25, 10, 15, 20, 15, 5, 10]));
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Fit>(&json).unwrap(), found);
}

#[test]
fn what_is_not_known_is_not_held_against_anybody() {
    let known_age = Profile { born: worker().born, ..Profile::default() };
    assert_eq!(points(&job(), &known_age), [12, 10, 7, 10, 7, 2, 5]);
    let picky = Job {
        requires: Requires { months: 120, certificates: vec!["cn_health".into()], age: None },
        ..job()
    };
    assert_eq!(points(&picky, &known_age), [12, 5, 7, 10, 7, 2, 5]);
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
        // Of two that are wanted alike, the longer one.
        (two.clone(), with(&[("welder", None), ("cleaner", Some(40)), ("loader", Some(600))]), Ok((20, 15))),
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
        (vec![low], vec![], Ok(5)),
        (vec![low], vec![paper(low, None)], Ok(10)),
        (vec![low, high], vec![paper(low, None)], Ok(7)),
        (vec![low], vec![paper(low, Some("2026-11-24"))], Ok(10)),
        (vec![low], vec![paper(low, Some("2026-11-23"))], Err(Misfit::Expired(low.into()))),
        (vec![low], vec![paper(low, Some("2020-01-01")), paper(low, None)], Ok(10)),
        (vec![low], vec![paper(high, Some("2020-01-01"))], Ok(5)),
        // The popular name covers several papers; one of them that is valid is enough.
        (vec![any], vec![paper(low, None)], Ok(10)),
        (vec!["cn_cook"], vec![], Err(Misfit::Lacking("cn_cook".into()))),
        (vec![any], vec![paper(low, Some("2020-01-01")), paper(high, None)], Ok(10)),
        (vec![low], vec![paper(any, None)], Ok(5)),
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
        (0.0, Ok((20, Reason::Distance { km: 0, at: None }))),
        (5.0, Ok((20, Reason::Distance { km: 5, at: None }))),
        (32.0, Ok((13, Reason::Distance { km: 32, at: None }))),
        (60.0, Ok((5, Reason::Distance { km: 60, at: None }))),
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
    assert_eq!((found.parts[3].points, &found.parts[3].reason), (5, &Reason::SameDivision { at: None }));
    assert_eq!(judged(&job(), &vague("CN:43")), Err(Misfit::TooFar { km: 200 }));
    let moves = |would_move, country: &str| Profile {
        here: Some(Location { country: country.into(), ..east(900.0) }),
        would_move,
        ..worker()
    };
    let far = Err(Misfit::TooFar { km: 900 });
    for (worker, expected) in [
        (moves(Some(true), "CN"), Ok((3, Reason::WouldMove { km: 900, at: None }))),
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
        (Fixed, FullTime, Fixed, vec![FullTime], Ok(10)),
        (Fixed, Contract, Fixed, vec![FullTime], Ok(6)),
        (Flexible, DayLabour, Fixed, vec![FullTime], Err(Misfit::Preference)),
        (Fixed, FullTime, Flexible, vec![DayLabour], Err(Misfit::Preference)),
        (Flexible, DayLabour, Either, Nature::ALL.to_vec(), Ok(10)),
        (Either, DayLabour, Fixed, vec![FullTime], Ok(6)),
        (Fixed, FullTime, Fixed, vec![], Ok(10)),
    ] {
        let job = Job { preference: job_is, nature, ..job() };
        let worker = Profile { preference: Some(wanted), natures, ..worker() };
        let found = judged(&job, &worker).map(|fit| fit.parts[6].points);
        assert_eq!(found, expected, "{job_is:?} {nature:?} for {wanted:?}");
    }
}

#[test]
fn a_later_beginning_and_a_later_worker() {
    use Nature::{DayLabour, FullTime, Seasonal};
    let day = |days: i64| today().checked_add(jiff::Span::new().days(days)).unwrap();
    for (nature, start, free, expected) in [
        (FullTime, None, None, Ok(2)),
        (FullTime, None, Some(-300), Ok(5)),
        (FullTime, None, Some(0), Ok(5)),
        (FullTime, None, Some(1), Ok(3)),
        (FullTime, None, Some(14), Ok(3)),
        (FullTime, None, Some(15), Ok(1)),
        (FullTime, None, Some(365), Ok(1)),
        (FullTime, Some(30), Some(30), Ok(5)),
        (FullTime, Some(30), Some(0), Ok(5)),
        (FullTime, Some(30), Some(31), Ok(3)),
        // Work that began last week is work at once.
        (FullTime, Some(-7), Some(0), Ok(5)),
        (FullTime, Some(-7), Some(14), Ok(3)),
        (DayLabour, None, Some(14), Ok(3)),
        (DayLabour, None, Some(15), Err(Misfit::Late { days: 15 })),
        (Seasonal, Some(10), Some(24), Ok(3)),
        (Seasonal, Some(10), Some(25), Err(Misfit::Late { days: 15 })),
        (Seasonal, Some(10), None, Ok(2)),
    ] {
        let job = Job { nature, start: start.map(day), preference: Preference::Either, ..job() };
        let worker = Profile { free_from: free.map(day), ..worker() };
        let found = judged(&job, &worker).map(|fit| fit.parts[5].points);
        assert_eq!(found, expected, "{nature:?} from {start:?}, free from {free:?}");
    }
}

#[test]
fn the_workplace_that_suits_best_counts_and_is_named() {
    let place = |id: &str, km: f64| Location { id: id.into(), ..east(km) };
    let vague = |id: &str, km: f64| Location { approximate: true, ..place(id, km) };
    for (places, would_move, expected) in [
        (vec![place("a", 80.0)], None, Err(Misfit::TooFar { km: 80 })),
        (vec![place("a", 80.0), place("b", 70.0)], None, Err(Misfit::TooFar { km: 70 })),
        (vec![place("a", 80.0), place("b", 3.0)], None, Ok((20, Some(3), "b"))),
        (vec![place("a", 4.0), place("b", 3.0)], None, Ok((20, Some(3), "b"))),
        (vec![place("a", 3.0), place("b", 3.0)], None, Ok((20, Some(3), "a"))),
        (vec![place("a", 80.0), vague("b", 300.0)], Some(true), Ok((5, None, "b"))),
        (vec![place("a", 80.0), place("b", 300.0)], Some(true), Ok((3, Some(80), "a"))),
    ] {
        let mut others = places.clone();
        let job = Job { place: others.remove(0), other_places: others, ..job() };
        let found = judged(&job, &Profile { would_move, ..worker() }).map(|fit| {
            let part = fit.parts[3].clone();
            match part.reason {
                Reason::Distance { km, at } | Reason::WouldMove { km, at } => (part.points, Some(km), at),
                Reason::SameDivision { at } => (part.points, None, at),
                other => panic!("{other:?}"),
            }
        });
        let found = found.map(|(points, km, at)| (points, km, at.unwrap_or_default()));
        let expected = expected.map(|(points, km, at)| (points, km, at.to_owned()));
        assert_eq!(found, expected, "{} workplaces, moves: {would_move:?}", places.len());
    }
    assert_eq!(judged(&job(), &worker()).unwrap().parts[3].reason, Reason::Distance { km: 0, at: None });
}

#[test]
fn ages_that_a_law_sets() {
    let law = |id: &str| PACK.jobs.age_limits.iter().find(|law| law.id == id).unwrap().limit();
    let (guard, special) = (law("cn_security_guard"), law("cn_special_operations"));
    let asked = |trades: &[&str], age: Option<&AgeLimit>| Job {
        trades: trades.iter().map(|id| (*id).into()).collect(),
        requires: Requires { age: age.cloned(), ..Requires::default() },
        ..job()
    };
    let born = |year: i16, month: i8| Some(Born { year, month: Some(month) });
    let forged = AgeLimit { rule: "cn_special_operations".into(), least: Some(18), most: Some(35) };
    let unknown = AgeLimit { rule: "young_and_strong".into(), least: None, most: Some(35) };
    let barred = |limit: &AgeLimit| Err(Misfit::Age(limit.clone()));
    for (trade, job, born, expected) in [
        // The lower age holds, asked for or not; the month of the birthday counts from its last day.
        ("security_guard", asked(&["security_guard"], Some(&guard)), born(2008, 12), barred(&guard)),
        ("security_guard", asked(&["security_guard"], None), born(2008, 11), barred(&guard)),
        ("security_guard", asked(&["security_guard"], None), born(2008, 10), Ok(())),
        ("security_guard", asked(&["security_guard"], None), None, barred(&guard)),
        ("cleaner", asked(&["security_guard", "cleaner"], Some(&guard)), born(2009, 1), Ok(())),
        ("security_guard", asked(&["security_guard", "cleaner"], None), born(2009, 1), barred(&guard)),
        // The upper one only where it is asked for; 64 from the first day of the month of birth.
        ("welder", asked(&["welder"], None), born(1950, 1), Ok(())),
        ("welder", asked(&["welder"], Some(&special)), born(1962, 12), Ok(())),
        ("welder", asked(&["welder"], Some(&special)), born(1962, 11), barred(&special)),
        (
            "welder",
            asked(&["welder"], Some(&special)),
            Some(Born { year: 1962, month: None }),
            barred(&special),
        ),
        ("welder", asked(&["welder"], Some(&special)), Some(Born { year: 1963, month: None }), Ok(())),
        // Neither for a trade of which the law says nothing, nor as the employer would like it.
        ("cleaner", asked(&["welder", "cleaner"], Some(&special)), born(1950, 1), Ok(())),
        ("cleaner", asked(&["cleaner"], Some(&special)), born(1950, 1), Ok(())),
        ("welder", asked(&["welder"], Some(&forged)), born(1980, 1), Ok(())),
        ("welder", asked(&["welder"], Some(&unknown)), born(1980, 1), Ok(())),
    ] {
        let worker = Profile { born, trades: vec![self::trade(trade, Some(12))], ..worker() };
        assert_eq!(judged(&job, &worker).map(|_| ()), expected, "{trade} {born:?} {:?}", job.requires.age);
    }
}

#[test]
fn the_most_of_all_parts_is_a_hundred() {
    assert_eq!(PartName::ALL.iter().map(|name| u32::from(name.most())).sum::<u32>(), 100);
}
