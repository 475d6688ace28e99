//! Why a job fits, in words: to the worker (`fit-…`) and to the employer (`fits-…`).

use super::{months, pay_asked, trade};
use crate::chat::World;
use crate::domain::{CertificateId, Lang, Preference};
use crate::i18n::Arg;
use crate::matching::{Fit, Meets, Reason};

/// The reasons, as the worker reads them; what is not known is passed over, what is asked for is not.
#[must_use]
pub fn reasons(world: &World, fit: &Fit, lang: Lang) -> Vec<String> {
    all(world, fit, lang, "fit")
}

/// The reasons, as the employer reads them about the worker.
#[must_use]
pub fn reasons_to_employer(world: &World, fit: &Fit, lang: Lang) -> Vec<String> {
    all(world, fit, lang, "fits")
}

fn all(world: &World, fit: &Fit, lang: Lang, side: &str) -> Vec<String> {
    let say = |reason: &Reason, (key, args): Worded| {
        let text = world.texts.say(lang, &format!("{side}-{key}"), &args);
        match workplace(reason).and_then(|id| world.places.name(id, lang)) {
            Some(place) => {
                world.texts.say(lang, "reason-at", &[("reason", Arg::Html(text)), ("place", place.into())])
            }
            None => text,
        }
    };
    let reasons = fit.parts.iter().map(|part| &part.reason);
    reasons.flat_map(|why| worded(world, why, lang).into_iter().map(|worded| say(why, worded))).collect()
}

/// The workplace that a reason is about, where there are several.
fn workplace(reason: &Reason) -> Option<&str> {
    match reason {
        Reason::Distance { at, .. } | Reason::SameDivision { at } | Reason::WouldMove { at, .. } => {
            at.as_deref()
        }
        _ => None,
    }
}

type Worded = (&'static str, Vec<(&'static str, Arg)>);

fn worded(world: &World, reason: &Reason, lang: Lang) -> Vec<Worded> {
    let time = |count: u32| Arg::Html(months(world, count, lang));
    match reason {
        Reason::Trade { trade: id } => {
            vec![("trade", vec![("trade", Arg::from(trade(world, id.as_str(), lang)))])]
        }
        Reason::Certificates { held, unknown } => {
            let some = |key, ids: &[CertificateId]| {
                (!ids.is_empty()).then(|| (key, vec![("certificates", certificates(world, ids, lang))]))
            };
            some("certificates", held).into_iter().chain(some("certificates_asked", unknown)).collect()
        }
        Reason::Years { months: 0, .. } => vec![("no_years", Vec::new())],
        Reason::Years { months, required: 0 } => vec![("years", vec![("years", time(*months))])],
        Reason::Years { months, required } => {
            vec![("years_enough", vec![("years", time(*months)), ("required", time(*required))])]
        }
        Reason::YearsUnknown { required: required @ 1.. } => {
            vec![("years_asked", vec![("required", time(*required))])]
        }
        Reason::Distance { km: 0..=2, .. } => vec![("near", Vec::new())],
        Reason::Distance { km, .. } => vec![("distance", vec![("km", Arg::from(*km))])],
        Reason::SameDivision { .. } => vec![("same_division", Vec::new())],
        Reason::WouldMove { km, .. } => vec![("would_move", vec![("km", Arg::from(*km))])],
        Reason::Pay { asked, meets } => {
            let key = match meets {
                Meets::Fully => "pay",
                Meets::AtBest => "pay_at_best",
                Meets::Nearly => "pay_nearly",
            };
            vec![(key, vec![("pay", Arg::Html(pay_asked(world, asked, lang)))])]
        }
        Reason::Dates { start: None, late: 0 } => vec![("free_now", Vec::new())],
        Reason::Dates { start: Some(start), late: 0 } => {
            vec![("free_then", vec![("day", Arg::Html(start.to_string()))])]
        }
        Reason::Dates { late, .. } => vec![("late", vec![("count", Arg::from(*late))])],
        Reason::Work { preference: Preference::Flexible, exact: true, .. } => vec![("flexible", Vec::new())],
        Reason::Work { exact: true, .. } => vec![("fixed", Vec::new())],
        Reason::Work { nature, exact: false, .. } => {
            let work = world.texts.say(lang, &format!("work-{}", nature.id()), &[]);
            vec![("work_other", vec![("work", Arg::Html(work))])]
        }
        Reason::TradeUnknown
        | Reason::NoCertificate
        | Reason::YearsUnknown { .. }
        | Reason::PlaceUnknown
        | Reason::PayUnknown
        | Reason::DatesUnknown
        | Reason::WorkUnknown => Vec::new(),
    }
}

fn certificates(world: &World, ids: &[CertificateId], lang: Lang) -> Arg {
    let names: Vec<String> = ids.iter().map(|id| super::certificate(world, id.as_str(), lang)).collect();
    Arg::from(names.join(&world.texts.say(lang, "list-comma", &[])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::RulePack;
    use crate::domain::{Currency, Nature, Pay, PayUnit};
    use crate::matching::{Part, PartName};

    #[test]
    fn every_reason_has_words_on_both_sides() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let asked = Pay { min: 6000, max: None, unit: PayUnit::Month, currency: Currency("CNY".into()) };
        let pay = |meets| Reason::Pay { asked: asked.clone(), meets };
        let work = |preference, exact| Reason::Work { preference, nature: Nature::DayLabour, exact };
        let reasons_known = [
            Reason::Trade { trade: "electrician".into() },
            Reason::Certificates { held: vec!["cn_mem_lv_electrician".into()], unknown: vec![] },
            Reason::Certificates { held: vec![], unknown: vec!["cn_mem_lv_electrician".into()] },
            Reason::Years { months: 0, required: 0 },
            Reason::Years { months: 40, required: 0 },
            Reason::Years { months: 40, required: 36 },
            Reason::YearsUnknown { required: 36 },
            Reason::Distance { km: 2, at: None },
            Reason::Distance { km: 3, at: Some("cn:4403".into()) },
            Reason::SameDivision { at: None },
            Reason::WouldMove { km: 900, at: None },
            Reason::Dates { start: None, late: 0 },
            Reason::Dates { start: Some(jiff::civil::date(2026, 12, 1)), late: 0 },
            Reason::Dates { start: None, late: 9 },
            pay(Meets::Fully),
            pay(Meets::AtBest),
            pay(Meets::Nearly),
            work(Preference::Fixed, true),
            work(Preference::Flexible, true),
            work(Preference::Flexible, false),
        ];
        for lang in world.texts.languages() {
            for reason in &reasons_known {
                let fit = Fit {
                    score: 1,
                    parts: vec![Part { name: PartName::Trade, points: 1, reason: reason.clone() }],
                };
                for texts in [reasons(&world, &fit, lang), reasons_to_employer(&world, &fit, lang)] {
                    assert_eq!(texts.len(), 1, "{reason:?}");
                    assert!(!texts[0].starts_with("fit"), "{lang} lacks {}", texts[0]);
                }
            }
        }
        let nothing = Part { name: PartName::Distance, points: 1, reason: Reason::PlaceUnknown };
        let unknown = Fit { score: 1, parts: vec![nothing] };
        assert!(reasons(&world, &unknown, Lang::EN).is_empty());
    }
}
