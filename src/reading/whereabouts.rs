//! Where somebody is, wants to work, and comes from.

use super::around::Around;
use super::meaning::Cue;
use super::text::Folded;
use crate::place::Mentioned;

/// Letters between a place and the word before it that says what it is.
const NEAR: usize = 4;
/// Letters between two places that are named together: `深圳或者东莞`.
const TOGETHER: usize = 4;

/// The places of an introduction.
#[derive(Debug, Default)]
pub(super) struct Where {
    /// Where work is wanted, else where the person is: several if they are equally wanted.
    pub(super) work: Vec<Mentioned>,
    /// Where the person comes from.
    pub(super) home: Option<Mentioned>,
}

/// Sorts the places of a text by what they are.
pub(super) fn sort(typed: &str, text: &Folded, around: Around<'_>, places: Vec<Mentioned>) -> Where {
    let mut sorted = Where::default();
    let mut wanted = Vec::new();
    let mut others: Vec<Mentioned> = Vec::new();
    for place in places {
        let at = text.position(place.span.start);
        if sorted.home.is_none() && is_home(typed, &place, around, at) {
            sorted.home = Some(place);
        } else if around.has_before(at, Cue::Towards, NEAR) || follows(typed, wanted.last(), &place) {
            wanted.push(place);
        } else if others.is_empty() || follows(typed, others.last(), &place) {
            others.push(place);
        }
    }
    sorted.work = if wanted.is_empty() { others } else { wanted };
    sorted.work.dedup_by(|later, earlier| later.name == earlier.name);
    // 嘉兴平湖: the last of a chain is the smallest; only what words or commas part are several.
    sorted
}

fn is_home(typed: &str, place: &Mentioned, around: Around<'_>, at: usize) -> bool {
    let after = &typed[place.span.end..];
    // 衡阳人; 现在人在佛山 begins with the same character.
    let is_native = after.starts_with('人') && !after.starts_with("人在")
        || after.starts_with("的，")
        || after.starts_with("的,");
    let name = typed[place.span.clone()].to_lowercase();
    let is_uzbek = around.lang() == crate::domain::Lang::UZ
        && (name.ends_with("dan") || name.ends_with("lik") || name.ends_with("дан") || name.ends_with("лик"));
    is_native || is_uzbek || around.has_before(at, Cue::Home, NEAR)
}

/// Whether a place is named together with the one before it.
fn follows(typed: &str, last: Option<&Mentioned>, place: &Mentioned) -> bool {
    const AND: [&str; 13] =
        ["或", "或者", "和", "、", "跟", "or", "and", "или", "и", "hoặc", "atau", "yoki", "/"];
    let Some(gap) = last.and_then(|last| typed.get(last.span.end..place.span.start)) else { return false };
    let gap = gap.trim_matches([' ', ',', '，']);
    gap.chars().count() <= TOGETHER && AND.contains(&gap)
}
