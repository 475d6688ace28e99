//! More than one name in a text: an address, a place in a larger one, or places to choose from.

use super::rank::CLEAR;
use super::search::{LARGE, MAX_BESIDE, Search, first, first_of, is_place};
use super::table::{Hit, Kind};
use super::{endings, fold};

/// A longer row of words is a story.
const MAX_IN_ROW: usize = 10;
/// The name of a Chinese place with all that it lies in has at most so many characters.
const MAX_HAN: usize = 32;

/// What separates the parts of an address or two places.
const SEPARATORS: &[char] = &[
    ',', '，', '、', ';', '；', '/', '|', '(', ')', '（', '）', '\n', '。', '·', '&', '+', '或', '和', '跟',
];
/// Words that stand between two places.
const OR: &[&str] = &["or", "and", "или", "либо", "и", "atau", "dan", "hoac", "va", "yoki", "ва", "же"];

impl Search<'_> {
    /// Large places one after another, with only little words between them: `深圳东莞`, `Москва Питер`,
    /// `四川人在广东`.
    pub(super) fn several(&self, words: &[String]) -> Vec<Hit> {
        let key = words.concat();
        let row = if fold::has_han(&key) { self.han_row(&key) } else { self.word_row(words) };
        let row = row.unwrap_or_default();
        let large = |hits: &Vec<Hit>| hits.iter().any(|hit| self.is_large(hit.row, LARGE));
        let several = row.len() > 1;
        let mut groups = self.grouped(row);
        groups.retain(|hits| hits.iter().copied().any(is_place));
        if several && (groups.len() == 1 || groups.iter().all(large)) {
            self.either(&groups)
        } else {
            Vec::new()
        }
    }

    /// The places a Chinese text consists of, each the longest that can be.
    fn han_row(&self, key: &str) -> Option<Vec<Vec<Hit>>> {
        let mut row = Vec::new();
        let mut rest = key;
        while !rest.is_empty() {
            let ends = rest.char_indices().map(|(at, _)| at).skip(2).chain([rest.len()]);
            let ends: Vec<usize> = ends.take(MAX_HAN).collect();
            let next = ends.into_iter().rev().find_map(|at| {
                let mut hits = self.chain(&rest[..at], None, 0);
                hits.retain(|hit| !matches!(hit.kind, Kind::Alternate | Kind::Hinted));
                (!hits.is_empty()).then_some((at, hits))
            });
            rest = match next {
                Some((at, hits)) => {
                    row.push(hits);
                    &rest[at..]
                }
                None => endings::without_han_phrase(rest)?,
            };
        }
        Some(row)
    }

    /// The same for words.
    fn word_row(&self, words: &[String]) -> Option<Vec<Vec<Hit>>> {
        if words.len() > MAX_IN_ROW {
            return None;
        }
        let mut row = Vec::new();
        let mut rest = words;
        while let Some(word) = rest.first() {
            let next = (1..=rest.len().min(MAX_BESIDE)).rev().find_map(|n| {
                let stops = self.has_stop(&rest[..n].concat());
                let mut hits = if stops { Vec::new() } else { self.named(&rest[..n]) };
                hits.retain(|hit| !matches!(hit.kind, Kind::Alternate | Kind::Hinted));
                (!hits.is_empty()).then_some((n, hits))
            });
            match next {
                Some((n, hits)) => {
                    row.push(hits);
                    rest = &rest[n..];
                }
                None if endings::stands_around(word) => rest = &rest[1..],
                None => return None,
            }
        }
        Some(row)
    }

    /// Part by part, as an address is written or as several places are named.
    pub(super) fn parts(&self, text: &str, words: &[String]) -> Vec<Hit> {
        let by_sign: Vec<Vec<String>> = text.split(SEPARATORS).map(fold::words).collect();
        let by_word: Vec<Vec<String>> =
            words.split(|word| OR.contains(&word.as_str())).map(<[String]>::to_vec).collect();
        first(&[by_sign, by_word], |parts| {
            if parts.len() < 2 {
                return Vec::new();
            }
            let mut groups: Vec<Vec<Hit>> = Vec::new();
            for part in parts.iter().filter(|part| !part.is_empty()).take(6) {
                match (self.named(part), groups.last_mut()) {
                    (hits, Some(last)) if hits.is_empty() => {
                        if let Some(hits) = self.coded(last, part) {
                            *last = hits;
                        }
                    }
                    (hits, None) if hits.is_empty() => {}
                    (hits, _) => groups.push(hits),
                }
            }
            self.either(&self.grouped(groups))
        })
    }

    /// Groups of which none lies in another: a larger one only says which of the smaller is meant.
    fn grouped(&self, row: Vec<Vec<Hit>>) -> Vec<Vec<Hit>> {
        let mut groups: Vec<Vec<Hit>> = Vec::new();
        for hits in row {
            let narrowed =
                groups.iter().enumerate().find_map(|(at, group)| Some((at, self.narrow(group, &hits)?)));
            match narrowed {
                Some((at, hits)) => groups[at] = hits,
                None => groups.push(hits),
            }
        }
        groups
    }

    /// Two groups of words of which one lies in the other: `Nanshan Shenzhen`, `Москва Россия`.
    pub(super) fn halves(&self, ways: &[&[String]]) -> Vec<Hit> {
        let halves = |words: &&[String]| {
            first_of(1..words.len().min(6), |at| {
                let (head, tail) = words.split_at(at);
                let (head, tail) = (self.named(head), self.named(tail));
                if head.is_empty() || tail.is_empty() {
                    Vec::new()
                } else {
                    self.narrow(&head, &tail).unwrap_or_default()
                }
            })
        };
        first(ways, |words| halves(words))
    }

    /// Those of either side that lie in one of the other side.
    fn narrow(&self, a: &[Hit], b: &[Hit]) -> Option<Vec<Hit>> {
        let same = || {
            a.iter()
                .copied()
                .filter(|hit| b.iter().any(|other| other.row == hit.row && is_place(*hit)))
                .collect()
        };
        [self.inside(a, b), self.inside(b, a), same()].into_iter().find(|hits| !hits.is_empty())
    }

    pub(super) fn inside(&self, these: &[Hit], those: &[Hit]) -> Vec<Hit> {
        these.iter().copied().filter(|hit| those.iter().any(|larger| self.is_in(*hit, *larger))).collect()
    }

    /// Places that have nothing to do with each other: to choose from, whatever their size.
    fn either(&self, groups: &[Vec<Hit>]) -> Vec<Hit> {
        let best = |hits: &Vec<Hit>| match self.ranked(hits).as_slice() {
            [(best, row), (next, _), ..] if *best >= next.saturating_mul(CLEAR) => vec![*row],
            all => all.iter().map(|(_, row)| *row).collect(),
        };
        match groups {
            [hits] => hits.clone(),
            _ => groups.iter().flat_map(best).map(|row| Hit { row, kind: Kind::Area }).collect(),
        }
    }

    /// Those found that lie in a country or a state given by its code: `Springfield, IL`.
    fn coded(&self, found: &[Hit], part: &[String]) -> Option<Vec<Hit>> {
        let code = part.concat().to_uppercase();
        let in_code = |hit: &&Hit| {
            let row = self.table.row(hit.row)?;
            self.table.text(row.division).split(':').any(|part| part == code).then_some(())
        };
        let hits: Vec<Hit> = found.iter().filter(|hit| in_code(hit).is_some()).copied().collect();
        (code.len() == 2 && !hits.is_empty()).then_some(hits)
    }

    /// Whether a place lies in a larger one or in a country.
    fn is_in(&self, hit: Hit, larger: Hit) -> bool {
        match (is_place(hit), larger.kind) {
            (false, _) | (_, Kind::Division | Kind::Part) => false,
            (true, Kind::Country) => {
                self.table.country(larger.row).is_some_and(|code| self.country_of(hit.row) == Some(code))
            }
            (true, Kind::Region) => {
                hit.row != larger.row && self.division_of(hit.row) == self.division_of(larger.row)
            }
            _ => self.table.ancestors(hit.row).any(|row| row == larger.row),
        }
    }
}
