//! From a text to the rows it may mean, from certain to doubtful.

use super::table::{Hit, Kind, Row, Table};
use super::{endings, fold, guess};

/// At most so many places are offered to choose from.
const MAX_OFFERED: usize = 8;
/// A longer text is a story, not a place.
const MAX_LETTERS: usize = 80;
/// The best of several is taken when it has so many times the people of the next.
const CLEAR: u64 = 10;
/// How much more a place counts that lies in the country hinted at.
const NEAR: u64 = 30;
/// How much less a place counts that goes by that name only somewhere.
const BY_OTHER_NAME: u64 = 10;
/// A chain of Chinese units is at most this long: country, province, city, county, town.
const MAX_CHAIN: usize = 5;
/// An ending is only cut down to three letters for a place this large: Ош, Уфа.
const LARGE: u32 = 200_000;
/// From so many people on a Chinese unit stands for itself even if what follows it is unknown.
const LEADS: u32 = 1_000_000;
/// A place is looked for beside unknown words only if these are few.
const MAX_BESIDE: usize = 5;

/// What separates the parts of an address or two places.
const SEPARATORS: &[char] =
    &[',', '，', '、', ';', '；', '/', '|', '(', ')', '（', '）', '\n', '。', '·', '或', '和', '跟'];
/// Words that stand between two places.
const OR: &[&str] = &["or", "and", "или", "и", "atau", "dan", "hoac", "va", "yoki", "ва", "же"];

/// The rows found, best first.
pub(super) struct Rows {
    /// The rows, at most eight.
    pub(super) rows: Vec<Row>,
    /// Whether a single one may be taken as meant.
    pub(super) certain: bool,
}

/// How far what was found may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// The name is known: the one with far more people is meant.
    Named,
    /// Only the beginning of a name: one place is meant, of several none.
    Begun,
    /// A slip of the finger was mended: only to ask.
    Mended,
}

/// Finds what a text means.
pub(super) fn search(table: &Table, text: &str, near: Option<&str>) -> Rows {
    let search = Search { table, near };
    let (hits, trust) = search.find(text).unwrap_or((Vec::new(), Trust::Mended));
    search.decide(&hits, trust)
}

struct Search<'a> {
    table: &'a Table,
    near: Option<&'a str>,
}

impl Search<'_> {
    fn find(&self, text: &str) -> Option<(Vec<Hit>, Trust)> {
        let words = fold::words(text.get(..text.floor_char_boundary(MAX_LETTERS * 8))?);
        let key = words.concat();
        if key.is_empty() || key.chars().count() > MAX_LETTERS || self.stops(&words) {
            return None;
        }
        let trimmed = endings::trimmed(&words);
        let steps: [(Trust, &dyn Fn() -> Vec<Hit>); 7] = [
            (Trust::Named, &|| self.named(&words)),
            (Trust::Named, &|| self.parts(text, &words)),
            (Trust::Named, &|| self.halves(&trimmed)),
            (Trust::Begun, &|| first(&trimmed, |words| guess::begun(self.table, &words.concat(), self.near))),
            (Trust::Named, &|| self.led(&key)),
            (Trust::Mended, &|| {
                first(&trimmed, |words| guess::mistyped(self.table, &words.concat(), self.near))
            }),
            (Trust::Mended, &|| self.beside(&words)),
        ];
        steps
            .into_iter()
            .map(|(trust, step)| (step(), trust))
            .find(|(hits, _)| hits.iter().copied().any(is_place))
    }

    /// Whether the text, with or without the words around it, is one that never names a place, or names
    /// a whole country.
    fn stops(&self, words: &[String]) -> bool {
        let stops = |key: &str| {
            let hits = self.table.exact(key);
            hits.iter().any(|hit| hit.kind == Kind::Stop)
                || !hits.is_empty() && !hits.iter().copied().any(is_place)
        };
        endings::trimmed(words).into_iter().any(|words| stops(&words.concat()))
            || endings::trimmed_han(&words.concat()).into_iter().any(stops)
    }

    /// What the words name together: as they stand, as a Chinese chain, or without what surrounds them.
    fn named(&self, words: &[String]) -> Vec<Hit> {
        let key = words.concat();
        if fold::has_han(&key) {
            let keys = [vec![key.as_str()], endings::trimmed_han(&key)].concat();
            return first(&keys, |key| self.chain(key, None, 0));
        }
        let bends = endings::bends(words);
        first(&endings::trimmed(words), |words| {
            let mut hits = self.exact(&words.concat());
            if hits.is_empty() || bends {
                hits.extend(endings::base_forms(words).iter().flat_map(|form| self.base_form(form)));
            }
            hits
        })
    }

    /// A form without an ending; short ones fit too many small places.
    fn base_form(&self, form: &str) -> Vec<Hit> {
        let mut hits = self.exact(form);
        if form.chars().count() <= 3 {
            hits.retain(|hit| {
                hit.kind == Kind::Primary && self.table.row(hit.row).is_some_and(|row| row.weight >= LARGE)
            });
        }
        hits
    }

    /// What a key points to. A Chinese name that places go by leaves out those that only have it besides.
    fn exact(&self, key: &str) -> Vec<Hit> {
        let mut hits = self.table.exact(key);
        hits.retain(|hit| match hit.kind {
            Kind::Hinted => self.is_near(hit.row),
            Kind::Stop => false,
            _ => true,
        });
        if fold::has_han(key) && hits.iter().any(|hit| hit.kind == Kind::Primary) {
            hits.retain(|hit| hit.kind != Kind::Alternate);
        }
        hits
    }

    /// Chinese units from large to small, written without a gap: the smallest one.
    fn chain(&self, key: &str, within: Option<&[Hit]>, depth: usize) -> Vec<Hit> {
        let known = |key: &str| {
            let hits = self.exact(key);
            let Some(larger) = within else { return hits };
            let inside = self.inside(&hits, larger);
            // 东莞市东莞 says the same thing twice.
            if inside.is_empty() {
                hits.into_iter().filter(|hit| larger.contains(hit)).collect()
            } else {
                inside
            }
        };
        let whole = known(key);
        if !whole.is_empty() || depth >= MAX_CHAIN {
            return whole;
        }
        let splits: Vec<usize> = key.char_indices().skip(2).map(|(at, _)| at).collect();
        first_of(splits.into_iter().rev(), |at| {
            let (head, tail) = key.split_at(at);
            let larger = known(head);
            if larger.is_empty() { Vec::new() } else { self.chain(tail, Some(&larger), depth + 1) }
        })
    }

    /// A Chinese text that begins with a large place and goes on with something unknown: `深圳富士康`.
    fn led(&self, key: &str) -> Vec<Hit> {
        if !key.chars().all(fold::is_han) {
            return Vec::new();
        }
        let keys = [vec![key], endings::trimmed_han(key)].concat();
        first(&keys, |key| {
            let ends: Vec<usize> = key.char_indices().skip(2).map(|(at, _)| at).collect();
            first_of(ends.into_iter().rev(), |at| {
                let mut hits = self.chain(&key[..at], None, 0);
                let alone = self.exact(&key[..at]);
                hits.retain(|hit| {
                    let leads = self.table.row(hit.row).is_some_and(|row| row.weight >= LEADS);
                    hit.kind == Kind::Primary && (leads || alone.is_empty())
                });
                hits
            })
        })
    }

    /// A large place at the beginning or the end of a few words that are not known: `Москва Бутово`.
    fn beside(&self, words: &[String]) -> Vec<Hit> {
        if !(2..=MAX_BESIDE).contains(&words.len()) {
            return Vec::new();
        }
        let ways: Vec<&[String]> =
            (1..words.len()).rev().flat_map(|n| [&words[..n], &words[words.len() - n..]]).collect();
        first(&ways, |words| {
            if self.stops(words) {
                return Vec::new();
            }
            let mut hits = self.named(words);
            hits.retain(|hit| {
                hit.kind == Kind::Primary && self.table.row(hit.row).is_some_and(|row| row.weight >= LARGE)
            });
            hits
        })
    }

    /// Part by part, as an address is written or as several places are named.
    fn parts(&self, text: &str, words: &[String]) -> Vec<Hit> {
        let by_sign: Vec<Vec<String>> = text.split(SEPARATORS).map(fold::words).collect();
        let by_word: Vec<Vec<String>> =
            words.split(|word| OR.contains(&word.as_str())).map(<[String]>::to_vec).collect();
        first(&[by_sign, by_word], |parts| {
            if parts.len() < 2 {
                return Vec::new();
            }
            let mut found: Vec<Hit> = Vec::new();
            for part in parts.iter().filter(|part| !part.is_empty()).take(6) {
                let hits = self.named(part);
                found = match (found.is_empty(), hits.is_empty()) {
                    (true, false) => hits,
                    (false, true) => self.coded(&found, part).unwrap_or(found),
                    (false, false) => {
                        self.narrow(&found, &hits).unwrap_or_else(|| self.either(&found, &hits))
                    }
                    (true, true) => found,
                };
            }
            found
        })
    }

    /// Two groups of words of which one lies in the other: `Nanshan Shenzhen`, `Москва Россия`.
    fn halves(&self, ways: &[&[String]]) -> Vec<Hit> {
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

    fn inside(&self, these: &[Hit], those: &[Hit]) -> Vec<Hit> {
        these.iter().copied().filter(|hit| those.iter().any(|larger| self.is_in(*hit, *larger))).collect()
    }

    /// Two places that have nothing to do with each other: to choose from, whatever their size.
    fn either(&self, a: &[Hit], b: &[Hit]) -> Vec<Hit> {
        let best = |hits: &[Hit]| match self.ranked(hits).as_slice() {
            [(best, row), (next, _), ..] if *best >= next.saturating_mul(CLEAR) => vec![*row],
            all => all.iter().map(|(_, row)| *row).collect(),
        };
        let rows = [best(a), best(b)].concat();
        rows.into_iter().map(|row| Hit { row, kind: Kind::Area }).collect()
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
            (false, _) => false,
            (true, Kind::Country) => {
                self.table.country(larger.row).is_some_and(|code| self.country_of(hit.row) == Some(code))
            }
            _ => self.table.ancestors(hit.row).any(|row| row == larger.row),
        }
    }

    fn country_of(&self, row: u16) -> Option<&str> {
        self.table.text(self.table.row(row)?.division).get(..2)
    }

    fn is_near(&self, row: u16) -> bool {
        self.near.is_some() && self.country_of(row) == self.near
    }

    /// Leaves out what lies in another one found, and takes the best if it is clear.
    fn decide(&self, hits: &[Hit], trust: Trust) -> Rows {
        let ranked = self.ranked(hits);
        let area = hits.iter().any(|hit| hit.kind == Kind::Area);
        let clear = match ranked.as_slice() {
            [_] => trust != Trust::Mended,
            [best, next, ..] => trust == Trust::Named && !area && best.0 >= next.0.saturating_mul(CLEAR),
            [] => false,
        };
        let n_rows = if clear { 1 } else { MAX_OFFERED };
        let rows = ranked.into_iter().take(n_rows).filter_map(|(_, row)| self.table.row(row)).collect();
        Rows { rows, certain: clear }
    }

    /// The rows with what each counts, best first, without those that lie in another.
    fn ranked(&self, hits: &[Hit]) -> Vec<(u64, u16)> {
        let mut ranked: Vec<(u64, u16)> =
            hits.iter().filter(|hit| is_place(**hit)).map(|hit| (self.counts(*hit), hit.row)).collect();
        ranked.sort_by_key(|(counts, row)| (std::cmp::Reverse(*counts), *row));
        let mut seen = std::collections::BTreeSet::new();
        ranked.retain(|(_, row)| seen.insert(*row));
        ranked.retain(|(_, row)| !self.table.ancestors(*row).any(|above| seen.contains(&above)));
        ranked
    }

    fn counts(&self, hit: Hit) -> u64 {
        let people = self.table.row(hit.row).map_or(0, |row| u64::from(row.weight));
        let near = match self.near.filter(|_| self.is_near(hit.row)) {
            // A button sends its name: Suzhou there is not the one in Anhui.
            Some(country) if self.table.popular(country).any(|row| row == hit.row) => NEAR * CLEAR,
            Some(_) => NEAR,
            None => 1,
        };
        people * near / if hit.kind == Kind::Alternate { BY_OTHER_NAME } else { 1 }
    }
}

/// Whether a hit is a place, and not a country or a stop word.
fn is_place(hit: Hit) -> bool {
    !matches!(hit.kind, Kind::Country | Kind::Stop)
}

/// What the first of several ways finds that finds anything.
fn first<T>(ways: &[T], find: impl Fn(&T) -> Vec<Hit>) -> Vec<Hit> {
    first_of(ways.iter(), find)
}

fn first_of<T>(ways: impl Iterator<Item = T>, find: impl Fn(T) -> Vec<Hit>) -> Vec<Hit> {
    ways.map(find).find(|hits| !hits.is_empty()).unwrap_or_default()
}
