//! Where somebody is, wants to work, and comes from.

use super::around::Around;
use super::meaning::Cue;
use super::prepared::Prepared;
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
    // Groups of places that are named together, by what speaks for them.
    let (mut wanted, mut inside, mut bare): (Vec<_>, Vec<_>, Vec<_>) = (Vec::new(), Vec::new(), Vec::new());
    for place in places {
        let at = text.position(place.span.start);
        let joins = |group: &Vec<Mentioned>| follows(typed, group.last(), &place);
        if sorted.home.is_none() && is_home(typed, &place, around, at) {
            sorted.home = Some(place);
        } else if joins(&wanted) || around.has_before(at, Cue::Towards, NEAR) {
            wanted.push(place);
        } else if joins(&inside) || (inside.is_empty() && around.has_before(at, Cue::Inside, 1)) {
            inside.push(place);
        } else if joins(&bare) || bare.is_empty() {
            bare.push(place);
        }
    }
    // `Нургуль, 44, Бишкек, ищу работу в Москве`: the one abroad that is only named is where somebody is from.
    let abroad = inside.first().zip(bare.first()).is_some_and(|(here, there)| here.country != there.country);
    if sorted.home.is_none() && bare.len() == 1 && abroad {
        sorted.home = bare.pop();
    }
    sorted.work = [wanted, inside, bare].into_iter().find(|group| !group.is_empty()).unwrap_or_default();
    sorted.work.dedup_by(|later, earlier| later.name == earlier.name);
    sorted
}

/// The places of an ad where the work is: several only if they are named together.
pub(super) fn sites(prepared: &Prepared<'_>, places: Vec<Mentioned>) -> Vec<Mentioned> {
    let around = prepared.around();
    let mut sites: Vec<Mentioned> = Vec::new();
    for place in places {
        let at = prepared.text.position(place.span.start);
        let is_people = prepared.typed[place.span.end..].starts_with(['人', '籍']);
        let is_other = is_people || around.has_before(at, Cue::Interview, NEAR);
        if !is_other && (sites.is_empty() || follows(prepared.typed, sites.last(), &place)) {
            sites.push(place);
        }
    }
    sites.dedup_by(|later, earlier| later.name == earlier.name);
    sites
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, Taxonomy};
    use crate::place::Places;
    use crate::reading::Lexicon;

    #[test]
    fn work_and_home() {
        let lexicon = Lexicon::new(&Taxonomy::embedded()).unwrap();
        let places = Places::load();
        let mut wrong = Vec::new();
        for (lang, near, typed, work, home) in [
            (Lang::ZH, "CN", "湖南衡阳人，现在人在佛山南海", "Foshan", "Hengyang"),
            (Lang::ZH, "CN", "老家：河南驻马店，目前在郑州", "Zhengzhou", "Zhumadian"),
            (Lang::ZH, "CN", "人在上海，想去深圳或者东莞", "Shenzhen Dongguan", ""),
            (
                Lang::RU,
                "RU",
                "Нургуль, 44, Бишкек, ищу работу сиделкой с проживанием в Москве",
                "Moscow",
                "Bishkek",
            ),
            (Lang::ID, "ID", "dari Garut, sopir, cari di Bandung", "Bandung", "Garut"),
            (Lang::UZ, "UZ", "Men Sardor Qarshidan, toshkentda ishlamoqchiman", "Tashkent", "Qarshi"),
            (Lang::EN, "GB", "", "", ""),
        ] {
            let text = Folded::new(typed, lang);
            let mentions = lexicon.find(&text);
            let around = Around::new(&text, &mentions);
            let found = sort(typed, &text, around, places.mentioned(typed, Some(near), lang));
            let names: Vec<String> = found.work.into_iter().map(|place| place.en).collect();
            let from = found.home.map(|place| place.en).unwrap_or_default();
            if (names.join(" "), from.clone()) != (work.to_owned(), home.to_owned()) {
                wrong.push(format!("{typed}: {names:?} {from}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
