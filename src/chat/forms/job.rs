//! A job and the answers of the form: what the answers make of one, and what a job says as answers, so that
//! it can be changed or copied.

use super::lists;
use crate::chat::{Answer, Answers};
use crate::domain::{
    AgeLimit, CertificateId, Currency, Job, Nature, Pay, PayUnit, Preference, Provision, Requires, Shift,
    TradeId,
};

/// Questions for further workplaces: the second to the fifth.
pub const OTHER_PLACES: [&str; 4] = ["place2", "place3", "place4", "place5"];
/// The answer that no age is asked for.
pub const AGE_NONE: &str = "none";

/// The id of the choice of an age: `cn_guard/18/63`. It holds the whole limit, so that a job can be made of
/// answers without the rule pack; whether the pack allows it is seen by [`super::check`].
pub fn age_id(limit: &AgeLimit) -> String {
    let years = |years: Option<i16>| years.map(|years| years.to_string()).unwrap_or_default();
    format!("{}/{}/{}", limit.rule, years(limit.least), years(limit.most))
}

fn age_of(id: &str) -> Option<AgeLimit> {
    let (rule, years) = id.split_once('/')?;
    let (least, most) = years.split_once('/')?;
    Some(AgeLimit { rule: rule.to_owned(), least: least.parse().ok(), most: most.parse().ok() })
}

/// The job that the answers describe; `None` while something is missing.
#[must_use]
pub fn job(answers: &Answers) -> Option<Job> {
    let place = answers.place("place")?.clone();
    let (min, max) = answers.range("pay")?;
    let (preference, natures) = answers.one("work").and_then(lists::work_of)?;
    Some(Job {
        trades: answers.many("trades").iter().map(|id| id.as_str().into()).collect(),
        headcount: u32::try_from(answers.number("headcount")?).ok()?,
        pay: Pay {
            min,
            max,
            unit: PayUnit::from_id(answers.one("unit")?)?,
            currency: Currency::of_country(&place.country),
        },
        place,
        other_places: OTHER_PLACES.iter().filter_map(|id| answers.place(id)).cloned().collect(),
        start: answers.date("start"),
        preference: match preference {
            Preference::Either => Preference::Fixed,
            known => known,
        },
        nature: natures.first().copied().unwrap_or(Nature::FullTime),
        shift: Shift::ALL.into_iter().find(|shift| Some(shift.id()) == answers.one("shift"))?,
        requires: Requires {
            months: answers.one("years")?.parse().ok()?,
            certificates: answers.many("certificates").iter().map(|id| id.as_str().into()).collect(),
            age: answers.one("age").and_then(age_of),
        },
        provides: Provision::ALL
            .into_iter()
            .filter(|provision| answers.many("provides").iter().any(|id| id == provision.id()))
            .collect(),
        contact: answers.text("contact")?.to_owned(),
        text: answers.text("text").map(str::to_owned),
    })
}

/// The answers of the form that describe a job: [`job`] makes the same job of them, as long as it is one
/// that the form can make (its pay in the money of its country, fixed or flexible as its nature is).
#[must_use]
pub fn answers_of(job: &Job) -> Answers {
    let mut answers = Answers::default();
    let mut set = |question: &str, answer: Answer| {
        answers.set(question, answer);
    };
    let ids = |ids: Vec<&str>| Answer::Many(ids.into_iter().map(str::to_owned).collect());
    set("trades", ids(job.trades.iter().map(TradeId::as_str).collect()));
    set("headcount", Answer::Number(job.headcount.into()));
    set("place", Answer::Place(job.place.clone()));
    for (id, place) in OTHER_PLACES.iter().zip(&job.other_places) {
        set(id, Answer::Place(place.clone()));
    }
    set("work", Answer::One(job.nature.id().to_owned()));
    set("start", job.start.map_or(Answer::Skipped, Answer::Date));
    set("shift", Answer::One(job.shift.id().to_owned()));
    set("unit", Answer::One(job.pay.unit.id().to_owned()));
    set("pay", Answer::Range(job.pay.min, job.pay.max));
    set("years", Answer::One(job.requires.months.to_string()));
    set("certificates", ids(job.requires.certificates.iter().map(CertificateId::as_str).collect()));
    set("age", Answer::One(job.requires.age.as_ref().map_or_else(|| AGE_NONE.to_owned(), age_id)));
    set("provides", ids(job.provides.iter().map(|provision| provision.id()).collect()));
    if let Some(text) = &job.text {
        set("text", Answer::Text(text.clone()));
    }
    set("contact", Answer::Text(job.contact.clone()));
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Location, Point};
    use proptest::prelude::*;

    fn place(id: &'static str) -> Location {
        Location {
            id: id.into(),
            country: if id.starts_with("ru") { "RU" } else { "CN" }.into(),
            division: "CN:44".into(),
            zone: "Asia/Shanghai".into(),
            point: Point { lat: 22.5, lon: 114.0 },
            approximate: false,
        }
    }

    fn places() -> impl Strategy<Value = Vec<Location>> {
        prop::collection::vec(prop::sample::select(vec!["cn:4403", "cn:4419", "ru:1"]).prop_map(place), 1..=5)
    }

    fn requires() -> impl Strategy<Value = Requires> {
        let certificates = prop::sample::subsequence(vec!["cn_cook", "cn_health"], 0..=2);
        let limit = ("[a-z_]{1,20}", prop::option::of(16_i16..30), prop::option::of(50_i16..70))
            .prop_map(|(rule, least, most)| AgeLimit { rule, least, most });
        (0_u32..700, certificates, prop::option::of(limit)).prop_map(|(months, certificates, age)| Requires {
            months,
            certificates: certificates.into_iter().map(Into::into).collect(),
            age,
        })
    }

    fn pay() -> impl Strategy<Value = (i64, Option<i64>, PayUnit)> {
        let unit = prop::sample::select(vec![PayUnit::Hour, PayUnit::Day, PayUnit::Month, PayUnit::Piece]);
        (1_i64..100_000, prop::option::of(1_i64..100_000), unit)
    }

    /// Any job that the form can make.
    fn any_job() -> impl Strategy<Value = Job> {
        let trades =
            prop::sample::subsequence(vec!["cleaner", "electrician", "welder"], 1..=3).prop_shuffle();
        let what = (trades, 1_u32..10_000, places(), prop::sample::select(Nature::ALL.to_vec()));
        let start = prop::option::of((2026_i16..2029, 1_i8..=12, 1_i8..=28));
        let how = (start, prop::sample::select(Shift::ALL.to_vec()), pay());
        let provides = prop::sample::subsequence(Provision::ALL.to_vec(), 0..=6);
        let said = (provides, prop::option::of(".{1,80}"), ".{1,30}");
        (what, how, requires(), said).prop_map(|(what, how, requires, said)| {
            let (trades, headcount, mut places, nature) = what;
            let (start, shift, (min, max, unit)) = how;
            let (provides, text, contact) = said;
            let place = places.remove(0);
            let currency = Currency::of_country(&place.country);
            let fixed = matches!(nature, Nature::FullTime | Nature::Contract);
            Job {
                trades: trades.into_iter().map(Into::into).collect(),
                headcount,
                place,
                other_places: places,
                start: start.map(|(year, month, day)| jiff::civil::date(year, month, day)),
                pay: Pay { min, max, unit, currency },
                preference: if fixed { Preference::Fixed } else { Preference::Flexible },
                nature,
                shift,
                requires,
                provides,
                contact,
                text,
            }
        })
    }

    proptest! {
        #[test]
        fn a_job_is_its_answers(any in any_job()) {
            prop_assert_eq!(job(&answers_of(&any)), Some(any));
        }
    }
}
