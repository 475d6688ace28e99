//! From a text to the rows it may mean, from certain to doubtful.

use super::rank::Rows;
use super::table::{Hit, Kind, Table};
use super::{endings, fold, guess};

/// A longer text is a story, not a place.
const MAX_LETTERS: usize = 80;
/// A chain of Chinese units is at most this long: country, province, city, county, town.
const MAX_CHAIN: usize = 5;
/// A place this large is known by any of its names, however short: Ош, Уфа.
pub(super) const LARGE: u32 = 200_000;
/// A name this short means many things: a small place far away that is called so somewhere is not meant.
const SHORT: usize = 4;
/// From so many people on a Chinese unit stands for itself even if what follows it is unknown.
const LEADS: u32 = 1_000_000;
/// A place is looked for beside unknown words only if these are few.
pub(super) const MAX_BESIDE: usize = 5;

/// How far what was found may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// The name is known: the one with far more people is meant.
    Named,
    /// Only the beginning of a name: one place is meant, of several none.
    Begun,
    /// A slip of the finger was mended: only to ask.
    Mended,
}

/// Finds what a text means.
pub(super) fn search(table: &Table, text: &str, near: Option<&str>) -> Rows {
    let search = Search { table, near, mentions: false };
    let (hits, trust) = search.find(text).unwrap_or((Vec::new(), Trust::Mended));
    search.decide(&hits, trust)
}

/// One search: the tables, and the country of whoever asks.
pub(super) struct Search<'a> {
    pub(super) table: &'a Table,
    pub(super) near: Option<&'a str>,
    /// Whether divisions of other countries than China and parts of cities are meant, too.
    pub(super) mentions: bool,
}

impl Search<'_> {
    fn find(&self, text: &str) -> Option<(Vec<Hit>, Trust)> {
        let words = fold::words(text.get(..text.floor_char_boundary(MAX_LETTERS * 8))?);
        let key = words.concat();
        if key.is_empty() || key.chars().count() > MAX_LETTERS || self.stops(&words) {
            return None;
        }
        let trimmed = endings::trimmed(&words);
        // Two characters are half a name; as many letters are as good as none.
        let begun = if fold::has_han(&key) { Trust::Begun } else { Trust::Mended };
        let mistyped = || first(&trimmed, |words| guess::mistyped(self.table, &words.concat(), self.near));
        let steps: [(Trust, &dyn Fn() -> Vec<Hit>); 9] = [
            (Trust::Named, &|| self.named(&words)),
            (Trust::Named, &|| self.several(&words)),
            (Trust::Named, &|| self.parts(text, &words)),
            (Trust::Named, &|| self.halves(&trimmed)),
            (begun, &|| first(&trimmed, |words| guess::begun(self.table, &words.concat(), self.near))),
            (Trust::Named, &|| self.led(&key, LEADS)),
            (Trust::Mended, &mistyped),
            (Trust::Mended, &|| self.beside(&words)),
            (Trust::Mended, &|| self.led(&key, LARGE)),
        ];
        let (mut hits, trust) = steps
            .into_iter()
            .map(|(trust, step)| (step(), trust))
            .find(|(hits, _)| hits.iter().copied().any(is_place))?;
        if trust == Trust::Named && !fold::has_han(&key) && hits.iter().all(|hit| self.is_obscure(*hit)) {
            // `Ha Nio` is Chania to somebody, but more likely a slip.
            let mended = mistyped();
            let trust = if mended.is_empty() { trust } else { Trust::Mended };
            hits.extend(mended);
            return Some((hits, trust));
        }
        Some((hits, trust))
    }

    /// Whether a place is small, far away, and only called so by some.
    fn is_obscure(&self, hit: Hit) -> bool {
        hit.kind == Kind::Alternate && !self.is_near(hit.row) && !self.is_large(hit.row, LARGE)
    }

    pub(super) fn is_large(&self, row: u16, least: u32) -> bool {
        self.table.row(row).is_some_and(|row| row.weight >= least)
    }

    /// Whether the text, with or without the words around it, is one that never names a place, or names
    /// a whole country.
    fn stops(&self, words: &[String]) -> bool {
        let stops = |key: &str| {
            let mut hits = self.table.exact(key);
            hits.retain(|hit| !matches!(hit.kind, Kind::Division | Kind::Part));
            hits.iter().any(|hit| hit.kind == Kind::Stop)
                || !hits.is_empty() && !hits.iter().copied().any(is_place)
        };
        endings::trimmed(words).into_iter().any(|words| stops(&words.concat()))
            || endings::trimmed_han(&words.concat()).into_iter().any(stops)
    }

    pub(super) fn has_stop(&self, key: &str) -> bool {
        self.table.exact(key).iter().any(|hit| hit.kind == Kind::Stop)
    }

    /// What the words name together: as they stand, as a Chinese chain, or without what surrounds them.
    pub(super) fn named(&self, words: &[String]) -> Vec<Hit> {
        let key = words.concat();
        if fold::has_han(&key) {
            let keys = [vec![key.as_str()], endings::trimmed_han(&key)].concat();
            return first(&keys, |key| self.chain(key, None, 0));
        }
        let bends = endings::bends(words);
        let mut hits = first(&endings::trimmed(words), |words| {
            let mut hits = self.exact(&words.concat());
            if hits.is_empty() || bends {
                hits.extend(self.base_forms(words));
            }
            hits
        });
        if endings::speaks_of_a_region(words) {
            for hit in hits.iter_mut().filter(|hit| matches!(hit.kind, Kind::Primary | Kind::Alternate)) {
                hit.kind = Kind::Region;
            }
        }
        hits
    }

    /// What the words name together, with or without an ending, and none of them left out.
    pub(super) fn spelt(&self, words: &[String]) -> Vec<Hit> {
        let hits = self.exact(&words.concat());
        if hits.is_empty() || endings::bends(words) { self.with_base_forms(hits, words) } else { hits }
    }

    fn with_base_forms(&self, mut hits: Vec<Hit>, words: &[String]) -> Vec<Hit> {
        hits.extend(self.base_forms(words));
        hits
    }

    /// Whether a division of a country is one of the country of whoever asks.
    pub(super) fn is_of_home(&self, division: u16) -> bool {
        let division = self.table.division(division);
        division.is_some_and(|division| Some(division.country) == self.near)
    }

    /// What the words mean without their endings. One of many forms is sure to be somebody's name for a
    /// village, so a large place that goes by one of them leaves those out.
    fn base_forms(&self, words: &[String]) -> Vec<Hit> {
        let begins = |key: &str| self.table.begins(key);
        let mut hits: Vec<Hit> =
            endings::base_forms(words, begins).iter().flat_map(|form| self.base_form(form)).collect();
        if hits.iter().any(|hit| hit.kind == Kind::Primary && self.is_large(hit.row, LARGE)) {
            hits.retain(|hit| hit.kind != Kind::Alternate);
        }
        hits
    }

    /// A form without an ending; short ones fit too many small places.
    fn base_form(&self, form: &str) -> Vec<Hit> {
        let mut hits = self.exact(form);
        if form.chars().count() <= 3 {
            hits.retain(|hit| hit.kind == Kind::Primary && self.is_large(hit.row, LARGE));
        }
        hits
    }

    /// What a key points to. A Chinese name that places go by leaves out those that only have it besides.
    pub(super) fn exact(&self, key: &str) -> Vec<Hit> {
        let mut hits = self.table.exact(key);
        let han = fold::has_han(key);
        let short = !han && key.chars().count() <= SHORT;
        hits.retain(|hit| match hit.kind {
            Kind::Hinted => self.is_near(hit.row),
            Kind::Alternate => !(short && self.is_obscure(*hit)),
            Kind::Stop => false,
            Kind::Division | Kind::Part => self.mentions,
            _ => true,
        });
        if han && hits.iter().any(|hit| hit.kind == Kind::Primary) {
            hits.retain(|hit| hit.kind != Kind::Alternate);
        }
        hits
    }

    /// Chinese units from large to small, written without a gap: the smallest one.
    pub(super) fn chain(&self, key: &str, within: Option<&[Hit]>, depth: usize) -> Vec<Hit> {
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

    /// A Chinese text that begins with a place of so many people and goes on with something unknown:
    /// `深圳富士康`.
    fn led(&self, key: &str, least: u32) -> Vec<Hit> {
        if !key.chars().all(fold::is_han) {
            return Vec::new();
        }
        let keys = [vec![key], endings::trimmed_han(key)].concat();
        first(&keys, |key| {
            let ends: Vec<usize> = key.char_indices().skip(2).map(|(at, _)| at).collect();
            first_of(ends.into_iter().rev(), |at| {
                let mut hits = self.chain(&key[..at], None, 0);
                let alone = self.table.exact(&key[..at]);
                if self.has_stop(&key[..at]) {
                    return Vec::new();
                }
                hits.retain(|hit| {
                    hit.kind == Kind::Primary && (alone.is_empty() || self.is_large(hit.row, least))
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
            hits.retain(|hit| hit.kind == Kind::Primary && self.is_large(hit.row, LARGE));
            hits
        })
    }
}

/// Whether a hit is a place, and not a country or a stop word.
pub(super) fn is_place(hit: Hit) -> bool {
    !matches!(hit.kind, Kind::Country | Kind::Stop | Kind::Division | Kind::Part)
}

/// What the first of several ways finds that finds anything.
pub(super) fn first<T>(ways: &[T], find: impl Fn(&T) -> Vec<Hit>) -> Vec<Hit> {
    first_of(ways.iter(), find)
}

pub(super) fn first_of<T>(ways: impl Iterator<Item = T>, find: impl Fn(T) -> Vec<Hit>) -> Vec<Hit> {
    ways.map(find).find(|hits| !hits.is_empty()).unwrap_or_default()
}
