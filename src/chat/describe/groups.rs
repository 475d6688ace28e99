//! Labels as groups of people, in words: whom an announcement goes to, how registrations are spread.

use super::labels::{age_band, axis_id, experience_band};
use super::months;
use crate::chat::World;
use crate::classify::Axis;
use crate::domain::{Lang, Nature};
use crate::i18n::Arg;

/// All axes, in the order in which they are shown.
pub const AXES: [Axis; 9] = [
    Axis::Industry,
    Axis::Skill,
    Axis::Experience,
    Axis::Geography,
    Axis::Age,
    Axis::Preference,
    Axis::Nature,
    Axis::Tenure,
    Axis::Income,
];

/// An axis in words.
#[must_use]
pub fn axis_name(world: &World, axis: Axis, lang: Lang) -> String {
    world.texts.say(lang, &format!("axis-{}", axis_id(axis)), &[])
}

/// The labels that there may be on an axis, for whichever trade, with their ids: `experience.novice`.
#[must_use]
pub fn groups(world: &World, axis: Axis) -> Vec<(String, String)> {
    let values: Vec<&str> = match axis {
        Axis::Industry => world.taxonomy.industries().iter().map(|industry| industry.id.as_str()).collect(),
        Axis::Skill => vec!["professional", "general", "certified", "claimed", "expired", "none"],
        Axis::Experience => vec!["novice", "junior", "experienced", "veteran"],
        Axis::Geography => vec!["local", "elsewhere"],
        Axis::Age => vec!["minor", "young", "middle", "senior"],
        Axis::Preference => vec!["fixed", "flexible", "either"],
        Axis::Nature => Nature::ALL.map(Nature::id).to_vec(),
        Axis::Tenure => vec!["short", "settled", "steady"],
        Axis::Income => vec!["low", "middle", "high"],
    };
    values.into_iter().map(|value| (format!("{}.{value}", axis_id(axis)), value.to_owned())).collect()
}

/// A label in words, as plain text.
#[must_use]
pub fn group_name(world: &World, axis: Axis, value: &str, lang: Lang) -> String {
    let length = |count: u32| Arg::Html(months(world, count, lang));
    let (from, to) = match axis {
        Axis::Industry => {
            let industry = world.taxonomy.industry(value);
            return industry.map_or_else(|| value.to_owned(), |industry| industry.name(lang).to_owned());
        }
        Axis::Experience => {
            let (from, to) = experience_band(world, value);
            (length(from), length(to))
        }
        Axis::Age => {
            let (from, to) = age_band(world, value);
            (Arg::from(from), Arg::from(to))
        }
        Axis::Tenure => (length(world.pack.tenure.short_below), length(world.pack.tenure.steady_above)),
        _ => (Arg::from(0_i64), Arg::from(0_i64)),
    };
    world.texts.say(lang, &format!("group-{}-{value}", axis_id(axis)), &[("from", from), ("to", to)])
}
