//! What the rules make of a worker, in words: facts, never ranks, each with the reason why.

use super::{months, pay_asked, trade};
use crate::chat::World;
use crate::classify::{Axis, Classification, Label, Why};
use crate::domain::{Lang, Pay};
use crate::i18n::{Arg, escape};

/// One line per axis: its name, the labels, and in brackets the fact behind each.
#[must_use]
pub fn labels(world: &World, classification: &Classification, lang: Lang) -> Vec<String> {
    let comma = world.texts.say(lang, "list-comma", &[]);
    let by_axis = classification.labels.chunk_by(|a, b| a.axis == b.axis);
    by_axis
        .map(|labels| {
            let texts: Vec<String> = labels.iter().map(|label| with_reason(world, label, lang)).collect();
            let name = world.texts.say(lang, &format!("axis-{}", axis_id(labels[0].axis)), &[]);
            let args = [("axis", Arg::Html(name)), ("labels", Arg::Html(texts.join(&comma)))];
            world.texts.say(lang, "label-line", &args)
        })
        .collect()
}

/// A label as the card above the next question shows it; `None` where it only repeats the answer.
#[must_use]
pub fn label_made(world: &World, label: &Label, lang: Lang) -> Option<String> {
    let repeats = match label.axis {
        Axis::Nature | Axis::Income => true,
        Axis::Skill => matches!(label.why, Why::NoCertificate { .. }),
        _ => false,
    };
    (!repeats).then(|| text(world, label, lang))
}

/// Names an axis in ids and in locale keys.
#[must_use]
pub const fn axis_id(axis: Axis) -> &'static str {
    match axis {
        Axis::Industry => "industry",
        Axis::Skill => "skill",
        Axis::Experience => "experience",
        Axis::Geography => "geography",
        Axis::Age => "age",
        Axis::Preference => "preference",
        Axis::Nature => "nature",
        Axis::Tenure => "tenure",
        Axis::Income => "income",
    }
}

fn with_reason(world: &World, label: &Label, lang: Lang) -> String {
    let text = text(world, label, lang);
    let Some(why) = why(world, &label.why, lang) else { return text };
    world.texts.say(lang, "label-why", &[("label", Arg::Html(text)), ("why", Arg::Html(why))])
}

/// The label itself.
fn text(world: &World, label: &Label, lang: Lang) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| world.texts.say(lang, key, args);
    let plain = || say(&format!("{}-{}", axis_id(label.axis), label.value), &[]);
    match (label.axis, &label.trade, &label.why) {
        (Axis::Industry, ..) => world
            .taxonomy
            .industry(&label.value)
            .map_or_else(|| label.value.clone(), |industry| escape(industry.name(lang))),
        (Axis::Skill, Some(id), _) => {
            let args = [("trade", Arg::from(trade(world, id.as_str(), lang)))];
            say(&format!("skill-{}", label.value), &args)
        }
        (Axis::Experience, Some(id), _) => {
            let (from, to) = experience_band(world, &label.value);
            let args = [
                ("trade", Arg::from(trade(world, id.as_str(), lang))),
                ("from", Arg::Html(months(world, from, lang))),
                ("to", Arg::Html(months(world, to, lang))),
            ];
            say(&format!("experience-{}", label.value), &args)
        }
        (Axis::Tenure, ..) => {
            let bands = &world.pack.tenure;
            let args = [
                ("short", Arg::Html(months(world, bands.short_below, lang))),
                ("steady", Arg::Html(months(world, bands.steady_above, lang))),
            ];
            say(&format!("tenure-{}", label.value), &args)
        }
        (Axis::Age, ..) => {
            let (from, to) = age_band(world, &label.value);
            say(&format!("age-{}", label.value), &[("from", Arg::from(from)), ("to", Arg::from(to))])
        }
        (Axis::Income, _, Why::Pay { min, unit, currency }) => {
            let asked = Pay { min: *min, max: None, unit: *unit, currency: currency.clone() };
            pay_asked(world, &asked, lang)
        }
        _ => plain(),
    }
}

/// The first month of a band of experience and the first after it.
pub(super) fn experience_band(world: &World, value: &str) -> (u32, u32) {
    let bands = &world.pack.experience;
    match value {
        "veteran" => (bands.veteran, bands.veteran),
        "experienced" => (bands.experienced, bands.veteran),
        "junior" => (bands.junior, bands.experienced),
        _ => (0, bands.junior),
    }
}

/// The first and the last year of a band of age.
pub(super) fn age_band(world: &World, value: &str) -> (i16, i16) {
    let bands = &world.pack.age;
    match value {
        "senior" => (bands.senior, bands.senior),
        "middle" => (bands.middle, bands.senior - 1),
        "young" => (bands.young, bands.middle - 1),
        _ => (world.pack.legal.minimum_age, world.pack.legal.adult_age - 1),
    }
}

/// The fact behind a label; `None` where the label says it already.
fn why(world: &World, why: &Why, lang: Lang) -> Option<String> {
    let say = |key: &str, args: &[(&str, Arg)]| Some(world.texts.say(lang, key, args));
    match why {
        Why::Trade { trade: id, .. } => {
            say("why-trade", &[("trade", Arg::from(trade(world, id.as_str(), lang)))])
        }
        Why::Held { certificate } | Why::Expired { certificate, .. } => {
            let name = super::certificate(world, certificate.as_str(), lang);
            let expired = if let Why::Expired { on, .. } = why { Some(on.to_string()) } else { None };
            match expired {
                Some(on) => say("why-expired", &[("certificate", name.into()), ("on", Arg::Html(on))]),
                None => say("why-held", &[("certificate", name.into())]),
            }
        }
        Why::Months { months: count, .. } if *count > 0 => {
            say("why-months", &[("years", Arg::Html(months(world, *count, lang)))])
        }
        Why::Tenure { months: count, .. } => {
            say("why-months", &[("years", Arg::Html(months(world, *count, lang)))])
        }
        Why::Age { years, .. } => say("why-age", &[("age", Arg::from(*years))]),
        Why::Chosen
        | Why::NoCertificate { .. }
        | Why::Months { .. }
        | Why::HomeSaid
        | Why::Divisions { .. }
        | Why::Pay { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::{RulePack, classify};
    use crate::domain::{
        Born, Certificate, Currency, Experience, Home, Nature, PayUnit, Preference, Profile,
    };

    fn profile(months: u32, year: i16, certificates: &[Option<&str>]) -> Profile {
        Profile {
            born: Some(Born { year, month: None }),
            trades: vec![Experience { trade: "electrician".into(), months: Some(months) }],
            certificates: certificates
                .iter()
                .map(|expires| Certificate {
                    id: "cn_mem_lv_electrician".into(),
                    expires: expires.map(|date| date.parse().unwrap()),
                })
                .collect(),
            home: Some(if months > 50 { Home::Here } else { Home::Elsewhere }),
            preference: Some(Preference::Either),
            natures: Nature::ALL.to_vec(),
            tenure: Some(months / 2),
            pay: Some(Pay { min: 350, max: None, unit: PayUnit::Day, currency: Currency("CNY".into()) }),
            ..Profile::default()
        }
    }

    /// Every label there is has words in every language: no key and no id shows through.
    #[test]
    fn every_label_has_words() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let profiles = [
            profile(0, 2009, &[]),
            profile(18, 2000, &[None]),
            profile(60, 1985, &[Some("2020-01-01")]),
            Profile { preference: Some(Preference::Fixed), ..profile(200, 1970, &[]) },
            Profile {
                preference: Some(Preference::Flexible),
                trades: vec![Experience { trade: "cleaner".into(), months: None }],
                ..profile(0, 1990, &[])
            },
        ];
        let key = regex::Regex::new("[a-z]+-[a-z_]+|[a-z]+_[a-z]+").unwrap();
        for lang in world.texts.languages() {
            for profile in &profiles {
                let today = jiff::civil::date(2026, 11, 24);
                let found = classify(profile, &world.taxonomy, &world.pack, today);
                let made = found.labels.iter().filter_map(|label| label_made(&world, label, lang));
                for text in labels(&world, &found, lang).into_iter().chain(made) {
                    let shown = key.find(&text).map(|found| found.as_str());
                    assert!(shown.is_none() || shown == Some("low-voltage"), "{lang}: {text}");
                }
            }
        }
    }

    #[test]
    fn labels_are_facts_with_their_reasons() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let today = jiff::civil::date(2026, 11, 24);
        let found = classify(&profile(96, 1982, &[]), &world.taxonomy, &world.pack, today);
        let text = labels(&world, &found, Lang::EN).join("\n");
        for part in
            ["Construction and renovation", "3 years to 10 years", "8 years", "36–49", "from 350 yuan a day"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
        for rank in ["low", "middle", "high", "veteran", "senior"] {
            assert!(!text.contains(rank), "{rank} in {text}");
        }
    }
}
