//! What must hold for every job and every worker.

use super::{Fit, Misfit, PartName, fit};
use crate::classify::RulePack;
use crate::domain::{
    AgeLimit, Born, Certificate, Currency, Experience, Home, Job, Lang, Location, Nature, Pay, PayUnit,
    Point, Preference, Profile, Requires, Shift, Taxonomy,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::sync::LazyLock;

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
static PACK: LazyLock<RulePack> = LazyLock::new(|| RulePack::embedded("cn").unwrap());
const TODAY: Date = date(2026, 11, 24);
const TRADES: [&str; 6] = ["cleaner", "electrician", "welder", "loader", "security_guard", "no_such_trade"];
const PAPERS: [&str; 3] = ["cn_mem_lv_electrician", "electrician_certificate", "cn_health"];

fn judged(job: &Job, worker: &Profile) -> Result<Fit, Misfit> {
    fit(job, worker, &TAXONOMY, &PACK, TODAY)
}

/// A place so many kilometres east of Shenzhen, along the parallel.
fn east(km: f64) -> Location {
    let point = Point { lat: 22.5, lon: 114.0 + km / (111.195 * 22.5_f64.to_radians().cos()) };
    Location {
        id: format!("east:{km:.0}"),
        country: "CN".into(),
        division: if km < 300.0 { "CN:44" } else { "CN:35" }.into(),
        zone: "Asia/Shanghai".into(),
        point,
        approximate: false,
    }
}

fn place() -> impl Strategy<Value = Location> {
    (prop_oneof![0.0..80.0, 0.0..900.0], prop::bool::weighted(0.2))
        .prop_map(|(km, approximate)| Location { approximate, ..east(km) })
}

fn pay() -> impl Strategy<Value = Pay> {
    let unit = prop::sample::select(vec![PayUnit::Hour, PayUnit::Day, PayUnit::Month, PayUnit::Piece]);
    let currency = prop_oneof![9 => Just("CNY"), 1 => Just("RUB")];
    (1_i64..12_000, prop::option::of(1_i64..20_000), unit, currency)
        .prop_map(|(min, max, unit, currency)| Pay { min, max, unit, currency: Currency(currency.into()) })
}

fn day() -> impl Strategy<Value = Date> {
    (-60_i64..120).prop_map(|days| TODAY.checked_add(jiff::Span::new().days(days)).unwrap())
}

fn preference() -> impl Strategy<Value = Preference> {
    prop::sample::select(vec![Preference::Fixed, Preference::Flexible, Preference::Either])
}

fn requires() -> impl Strategy<Value = Requires> {
    let papers = prop::sample::subsequence(PAPERS.to_vec(), 0..=2);
    let limits: Vec<AgeLimit> = PACK.jobs.age_limits.iter().map(crate::classify::LegalAge::limit).collect();
    (prop_oneof![Just(0_u32), 0_u32..200], papers, prop::option::of(prop::sample::select(limits))).prop_map(
        |(months, papers, age)| Requires {
            months,
            certificates: papers.into_iter().map(Into::into).collect(),
            age,
        },
    )
}

fn any_job() -> impl Strategy<Value = Job> {
    let trades = prop::sample::subsequence(TRADES.to_vec(), 1..=4).prop_shuffle();
    let places = (place(), prop::collection::vec(place(), 0..=4));
    let how =
        (prop::sample::select(Shift::ALL.to_vec()), prop::sample::select(Nature::ALL.to_vec()), preference());
    (trades, places, how, prop::option::of(day()), pay(), requires()).prop_map(
        |(trades, (place, other_places), (shift, nature, preference), start, pay, requires)| Job {
            trades: trades.into_iter().map(Into::into).collect(),
            headcount: 2,
            place,
            other_places,
            start,
            pay,
            preference,
            nature,
            shift,
            requires,
            provides: Vec::new(),
            contact: "老王".into(),
            text: None,
        },
    )
}

fn papers() -> impl Strategy<Value = Vec<Certificate>> {
    let ids = prop::sample::subsequence(PAPERS.to_vec(), 0..=3);
    (ids, prop::option::of(day()))
        .prop_map(|(ids, expires)| ids.into_iter().map(|id| Certificate { id: id.into(), expires }).collect())
}

fn any_worker() -> impl Strategy<Value = Profile> {
    let trades =
        prop::collection::vec((prop::sample::select(TRADES.to_vec()), prop::option::of(0_u32..300)), 0..=3);
    let natures = prop::sample::subsequence(Nature::ALL.to_vec(), 0..=5);
    let who = (prop::option::of((1950_i16..2013, prop::option::of(1_i8..=12))), trades, papers());
    let wants = (prop::option::of(preference()), natures, prop::option::of(pay()), prop::option::of(day()));
    let where_ = (prop::option::of(place()), prop::option::of(any::<bool>()));
    (who, wants, where_).prop_map(
        |((born, trades, certificates), (preference, natures, pay, free_from), (here, would_move))| Profile {
            born: born.map(|(year, month)| Born { year, month }),
            trades: trades.into_iter().map(|(id, months)| Experience { trade: id.into(), months }).collect(),
            certificates,
            here,
            preference,
            natures,
            pay,
            free_from,
            would_move,
            ..Profile::default()
        },
    )
}

/// A worker, no younger or older than any law asks.
fn of_age(worker: Profile) -> Profile {
    Profile { born: Some(Born { year: 1990, month: None }), ..worker }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn a_score_is_the_sum_of_its_named_parts(job in any_job(), worker in any_worker()) {
        let found = judged(&job, &worker);
        prop_assert_eq!(&found, &judged(&job.clone(), &worker.clone()), "the same twice");
        if let Ok(fit) = found {
            let sum: u32 = fit.parts.iter().map(|part| u32::from(part.points)).sum();
            prop_assert_eq!(u32::from(fit.score), sum);
            prop_assert!(fit.score <= 100);
            prop_assert_eq!(fit.parts.iter().map(|part| part.name).collect::<Vec<_>>(), PartName::ALL);
            prop_assert!(fit.parts.iter().all(|part| part.points <= part.name.most()));
            let json = serde_json::to_string(&fit).unwrap();
            prop_assert_eq!(serde_json::from_str::<Fit>(&json).unwrap(), fit);
        }
    }

    #[test]
    fn more_years_never_lower_a_score(job in any_job(), worker in any_worker(), which in 0_usize..3, more in 1_u32..200) {
        let worker = of_age(worker);
        if let Ok(before) = judged(&job, &worker) {
            let mut longer = worker;
            if let Some(wanted) = longer.trades.get_mut(which) {
                wanted.months = wanted.months.map(|months| months + more);
            }
            prop_assert!(judged(&job, &longer).unwrap().score >= before.score);
        }
    }

    #[test]
    fn a_nearer_place_never_lowers_a_score(mut job in any_job(), worker in any_worker(), part in 0.0..1.0) {
        let mut worker = of_age(worker);
        job.other_places.clear();
        job.place = east(0.0);
        if let (Ok(before), Some(here)) = (judged(&job, &worker), &mut worker.here) {
            here.point = east(here.point.km_to(job.place.point) * part).point;
            prop_assert!(judged(&job, &worker).unwrap().score >= before.score);
        }
    }

    #[test]
    fn a_further_workplace_never_lowers_a_score(job in any_job(), worker in any_worker(), further in place()) {
        let worker = of_age(worker);
        if let Ok(before) = judged(&job, &worker) {
            let mut more = job;
            more.other_places.push(further);
            prop_assert!(judged(&more, &worker).unwrap().score >= before.score);
        }
    }

    #[test]
    fn a_fact_that_is_not_known_never_shuts_out(job in any_job(), worker in any_worker()) {
        let worker = of_age(worker);
        if judged(&job, &worker).is_ok() {
            let silent = Profile { born: worker.born, ..Profile::default() };
            prop_assert!(judged(&job, &silent).is_ok());
        }
    }

    /// Of age, origin, name and languages only the age can matter, and only to the limits of the law.
    #[test]
    fn protected_facts_never_change_a_score(
        job in any_job(),
        worker in any_worker(),
        year in 1950_i16..2013,
        home in prop::sample::select(vec![Home::Here, Home::Elsewhere, Home::In(east(900.0))]),
    ) {
        let one = of_age(worker);
        let other = Profile {
            born: Some(Born { year, month: None }),
            home: Some(home),
            name: Some("Ахмед".into()),
            languages: vec![Lang::EN],
            ..one.clone()
        };
        let same_age = Profile { born: one.born, ..other.clone() };
        prop_assert_eq!(judged(&job, &one), judged(&job, &same_age));
        let by_law = |found: &Result<Fit, Misfit>| {
            matches!(found, Err(Misfit::TooYoung | Misfit::Hazard | Misfit::Night | Misfit::Age(_)))
        };
        let (one, other) = (judged(&job, &one), judged(&job, &other));
        if let (Ok(one), Ok(other)) = (&one, &other) {
            // A law that bars one trade of several leaves the others, which may be wanted less.
            let trade = |fit: &Fit| fit.parts[0].reason.clone();
            prop_assert!(one == other || trade(one) != trade(other));
        } else if one.is_ok() || other.is_ok() {
            prop_assert!(by_law(&one) || by_law(&other), "only the law");
        }
        if (1964..2008).contains(&year) {
            prop_assert_eq!(one, other, "nobody between the ages of the law");
        }
    }
}
