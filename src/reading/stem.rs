//! Words without the endings that their language hangs on them.
//!
//! Texts and tables go through the same cut, so it need not be right, only the same for all forms of a word.

use crate::domain::Lang;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;

/// Endings of Uzbek, the longer first: cases, the plural, persons, `also`, the work of a trade. Texts are folded
/// before: q is k.
const UZBEK: [&str; 18] = [
    "chiligi", "chilik", "lardan", "larga", "larda", "gacha", "chisi", "ning", "imiz", "lar", "dan", "man",
    "miz", "yam", "ga", "ka", "da", "ni",
];
/// An Uzbek word is cut so often at most: `haydovchilardanman`.
const CUTS: usize = 3;
/// So many letters stay of an Uzbek word.
const LEAST: usize = 4;

/// The stem of a folded word of letters. It is never longer than the word, and the word begins like it.
pub(super) fn stem(word: &str, lang: Lang) -> Cow<'_, str> {
    let is_cyrillic = word.starts_with(|c| matches!(c, '\u{400}'..='\u{52f}'));
    if is_cyrillic {
        let stem = Stemmer::create(Algorithm::Russian).stem(word);
        return if word.starts_with(&*stem) { stem } else { word.into() };
    }
    let cut = match lang {
        Lang::UZ => uzbek(word),
        Lang::EN => plural(word),
        Lang::ID => word.strip_suffix("nya").filter(|rest| rest.len() >= LEAST).unwrap_or(word),
        _ => word,
    };
    cut.into()
}

fn uzbek(word: &str) -> &str {
    let mut rest = word;
    for _ in 0..CUTS {
        let cut = |ending: &&str| rest.strip_suffix(*ending).filter(|cut| cut.len() >= LEAST);
        // haydovchilik is the work of a haydovchi.
        let keeps = |ending: &str| ending.starts_with("chi");
        let Some((ending, cut)) = UZBEK.iter().find_map(|ending| Some((*ending, cut(ending)?))) else {
            break;
        };
        rest = if keeps(ending) { &rest[..cut.len() + 3] } else { cut };
    }
    rest
}

fn plural(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if rest.len() >= 3 && !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_of_a_word_have_one_stem() {
        for (lang, forms) in [
            (Lang::RU, "сварщик сварщика сварщику сварщиком сварщики сварщиков"),
            (Lang::RU, "разнорабочий разнорабочего разнорабочим разнорабочие"),
            (Lang::RU, "стройка стройке стройку стройки"),
            (
                Lang::UZ,
                "xaydovchi xaydovchiman xaydovchilar xaydovchiga xaydovchilardan xaydovchilik xaydovchisi",
            ),
            (Lang::UZ, "dollar dollardan"),
            (Lang::EN, "welder welders"),
            (Lang::ID, "gaji gajinya"),
        ] {
            let stems: std::collections::BTreeSet<_> =
                forms.split(' ').map(|form| stem(form, lang)).collect();
            assert_eq!(stems.len(), 1, "{stems:?}");
        }
        for (lang, word) in [(Lang::EN, "glass"), (Lang::EN, "bus"), (Lang::UZ, "oyda"), (Lang::ZH, "cnc")] {
            assert_eq!(stem(word, lang), word);
        }
    }
}
