//! Places that a longer text mentions, wherever they stand in it.
//!
//! A search ([`super::search`]) takes the whole text for an answer to "where?"; here most of the text is about
//! something else, so only names count that are certain: no beginnings, no slips, and of short or small names
//! only those that something beside them makes a place.

use super::search::{LARGE, Search, is_place};
use super::table::{Hit, Kind, Level, Row, Table};
use super::{endings, fold, names};
use std::ops::Range;

/// The name of a Chinese place with all that it lies in has at most so many characters here.
const MAX_HAN: usize = 10;
/// A name in letters has at most so many words.
const MAX_WORDS: usize = 3;
/// A place abroad with a name of so many letters or fewer has at least so many people.
const FAR: usize = 7;
const KNOWN: u32 = 60_000;
/// A name in letters that is shorter must be that of a large place.
const SHORT: usize = 4;
/// Letters between a place and what it lies in.
const BESIDE: usize = 3;
/// Characters after which a small place may stand.
const LEADS: &str = "在去到来从住是省市县州区喺於于";
/// What makes the characters before it a place.
const KINDS: &str = "市县区省人的镇";

/// A place in a text.
pub(super) struct Seen {
    pub(super) span: Range<usize>,
    pub(super) what: What,
}

/// What is meant.
pub(super) enum What {
    /// A row.
    Place(Row),
    /// The country with this number.
    Country(u16),
    /// The division with this number.
    Division(u16),
}

/// All places of a text, from left to right. What is written small and `is_known` to be a word is none.
pub(super) fn scan(
    table: &Table,
    text: &str,
    near: Option<&str>,
    is_known: impl Fn(&Range<usize>) -> bool,
) -> Vec<Seen> {
    let search = Search { table, near, mentions: true };
    let mut seen = Vec::new();
    let words = words_of(text);
    // Folded once: a word is looked at in several names.
    let mut keys: Vec<Option<Vec<String>>> = vec![None; words.len()];
    let mut at = 0;
    while at < words.len() {
        let word = &text[words[at].clone()];
        if word.starts_with(fold::is_han) {
            han(&search, text, &words[at], &mut seen);
            at += 1;
            continue;
        }
        let is_small = word.starts_with(char::is_lowercase);
        if is_small && is_known(&words[at]) {
            at += 1;
            continue;
        }
        match longest(&search, text, &words, at, &mut keys) {
            Some((n, place)) => {
                seen.push(place);
                at += n;
            }
            None => at += 1,
        }
    }
    seen
}

/// The longest name in letters that begins with a word, and how many words it has.
fn longest(
    search: &Search<'_>,
    text: &str,
    words: &[Range<usize>],
    at: usize,
    keys: &mut [Option<Vec<String>>],
) -> Option<(usize, Seen)> {
    let is_small = |n: usize| text[words[n].clone()].starts_with(char::is_lowercase);
    let mut most = 1;
    // `в Москве`: the word before is not part of the name; nor is what a mark or more than a blank divides.
    while most < MAX_WORDS.min(words.len() - at) {
        let next = at + most;
        let gap = &text[words[next - 1].end..words[next].start];
        let joins = gap.chars().all(|c| matches!(c, ' ' | '-' | '.'))
            && !text[words[next].clone()].starts_with(fold::is_han);
        if !joins || is_small(at) && !is_small(next) {
            break;
        }
        most += 1;
    }
    let mut folded: Vec<String> = Vec::with_capacity(most);
    let mut ends = Vec::with_capacity(most);
    for n in at..at + most {
        let key = keys[n].get_or_insert_with(|| fold::words(&text[words[n].clone()]));
        folded.extend(key.iter().cloned());
        ends.push(folded.len());
    }
    // What no name begins with is no place, in whatever form.
    if !search.table.begins(endings::shortest_stem(folded.first()?)) {
        return None;
    }
    (1..=most).rev().find_map(|n| {
        if n == 1 && search.near == Some("VN") && is_syllable_of_a_name(text, words, at) {
            return None;
        }
        let span = words[at].start..words[at + n - 1].end;
        let what = letters(search, &text[span.clone()], &folded[..ends[n - 1]])?;
        Some((n, Seen { span, what }))
    })
}

/// Whether a word begun with a capital stands right beside another: Vĩnh Hải is not Vinh.
fn is_syllable_of_a_name(text: &str, words: &[Range<usize>], at: usize) -> bool {
    let is_name = |word: &Range<usize>| text[word.clone()].starts_with(char::is_uppercase);
    let beside = |a: usize, b: usize| {
        let (Some(first), Some(second)) = (words.get(a), words.get(b)) else { return false };
        is_name(first) && is_name(second) && text.get(first.end..second.start) == Some(" ")
    };
    beside(at, at + 1)
}

/// What was seen without what only says where its neighbour is: the province of a city, the country of both.
pub(super) fn without_larger(table: &Table, text: &str, seen: Vec<Seen>) -> Vec<Seen> {
    let is_beside = |a: &Seen, b: &Seen| {
        let (first, second) = if a.span.start <= b.span.start { (a, b) } else { (b, a) };
        text.get(first.span.end..second.span.start).is_some_and(|gap| {
            gap.chars().count() <= BESIDE
                && gap.chars().all(|c| !c.is_alphanumeric() && c != '/' && c != '、')
        })
    };
    let is_larger = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| seen.get(before));
        let beside = [before, seen.get(at + 1)].into_iter().flatten();
        // Biên Hòa, Đồng Nai; but Quảng Nam, Đà Nẵng are two, though the one is now a part of the other.
        let is_vietnam = matches!(seen[at].what, What::Division(number)
            if table.division(number).is_some_and(|division| division.country == "VN"));
        let is_named = |other: &&Seen| !is_vietnam || other.span.start < seen[at].span.start;
        beside
            .filter(|other| is_beside(&seen[at], other))
            .filter(is_named)
            .any(|other| lies_in(table, &other.what, &seen[at].what))
    };
    let larger: Vec<bool> = (0..seen.len()).map(is_larger).collect();
    seen.into_iter().zip(larger).filter(|(_, larger)| !larger).map(|(seen, _)| seen).collect()
}

/// Whether one is a part of the other.
fn lies_in(table: &Table, what: &What, larger: &What) -> bool {
    let country = |what: &What| match what {
        What::Place(row) => table.text(row.division).get(..2),
        What::Division(number) => table.division(*number).map(|division| division.country),
        What::Country(_) => None,
    };
    match (what, larger) {
        (_, What::Country(number)) => country(what).is_some() && country(what) == table.country(*number),
        (What::Place(row), What::Division(number)) => table
            .division(*number)
            .and_then(|division| table.row(division.city))
            .is_some_and(|city| city.division == row.division),
        (What::Place(row), What::Place(larger)) => table.find(row.id).is_some_and(|number| {
            table.ancestors(number).filter_map(|above| table.row(above)).any(|above| above.id == larger.id)
        }),
        _ => false,
    }
}

/// Runs of Chinese characters, and words of letters.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, letter) in text.char_indices() {
        let class = if fold::is_han(letter) {
            Some(true)
        } else if letter.is_alphabetic() || (is_apostrophe(letter) && last == Some(false)) {
            Some(false)
        } else {
            None
        };
        let end = at + letter.len_utf8();
        match (class, words.last_mut()) {
            (Some(_), Some(word)) if class == last => word.end = end,
            (Some(_), _) => words.push(at..end),
            (None, _) => {}
        }
        last = class;
    }
    words
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`')
}

fn han(search: &Search<'_>, text: &str, run: &Range<usize>, seen: &mut Vec<Seen>) {
    let letters: Vec<(usize, char)> =
        text[run.clone()].char_indices().map(|(at, c)| (run.start + at, fold::simplified(c))).collect();
    let end_of = |n: usize| letters.get(n).map_or(run.end, |(at, _)| *at);
    let mut at = 0;
    while at + 1 < letters.len() {
        let pair: String = letters[at..at + 2].iter().map(|(_, c)| *c).collect();
        let longest = if search.table.begins(&pair) { MAX_HAN.min(letters.len() - at) } else { 0 };
        let found = (2..=longest).rev().find_map(|n| {
            let key: String = letters[at..at + n].iter().map(|(_, c)| *c).collect();
            let hits = search.chain(&key, None, 0);
            let before = at.checked_sub(1).map(|before| letters[before].1);
            let after = letters.get(at + n).map(|(_, c)| *c);
            // A name alone between gaps is one: 芜湖 鸠江.
            let framed = match (before, after) {
                (None, None) => true,
                (before, after) => {
                    before.is_some_and(|c| LEADS.contains(c)) || after.is_some_and(|c| KINDS.contains(c))
                }
            };
            Some((n, meant(search, &hits, n > 2, framed, true)?))
        });
        match found {
            Some((n, what)) => {
                seen.push(Seen { span: letters[at].0..end_of(at + n), what });
                at += n;
            }
            None => at += 1,
        }
    }
}

fn letters(search: &Search<'_>, name: &str, words: &[String]) -> Option<What> {
    let length = words.concat().chars().count();
    let is_name = name.chars().next().is_some_and(char::is_uppercase);
    // `Hà Tĩnh` begins with a yes, but is a whole name.
    let stops = |word: &String| search.has_stop(word);
    let is_whole =
        || is_name && search.table.exact(&words.concat()).iter().any(|hit| hit.kind == Kind::Primary);
    if length < 2 || words.iter().any(stops) && (words.len() == 1 || !is_whole()) {
        return None;
    }
    // All the words belong to the name: `di Jakarta` is found by its second.
    let mut hits = search.spelt(words);
    let least = if length <= SHORT || !is_name { LARGE } else { 0 };
    // `my` is not Mỹ, and `nhật` in `công nhật` not Japan.
    let is_country = is_name && (length > 3 || !name.is_ascii() || name.chars().all(char::is_uppercase));
    hits.retain(|hit| match hit.kind {
        Kind::Country => is_country,
        Kind::Division => is_name || length > SHORT && search.is_of_home(hit.row),
        Kind::Part => is_name || length > SHORT,
        // Астрахань is only one of the names of Astrakhan, but that is large.
        Kind::Alternate => {
            is_name && length > SHORT && (search.is_near(hit.row) || search.is_large(hit.row, LARGE))
        }
        _ => is_place(*hit) && is_sure(*hit) && search.is_large(hit.row, least),
    });
    // A village far away is called like many a word.
    let is_far = |hit: &Hit| is_place(*hit) && search.near.is_some() && !search.is_near(hit.row);
    hits.retain(|hit| !is_far(hit) || length > FAR || search.is_large(hit.row, KNOWN));
    meant(search, &hits, length > SHORT, is_name, false)
}

const fn is_sure(hit: Hit) -> bool {
    matches!(hit.kind, Kind::Primary | Kind::Hinted | Kind::Region)
}

/// The one place that is meant, or the country.
fn meant(search: &Search<'_>, hits: &[Hit], is_long: bool, framed: bool, is_han: bool) -> Option<What> {
    if let Some(country) = hits.iter().find(|hit| hit.kind == Kind::Country) {
        return Some(What::Country(country.row));
    }
    if let Some(division) = hits.iter().find(|hit| hit.kind == Kind::Division) {
        return Some(What::Division(division.row));
    }
    // A part of a city is the city.
    let whole = |hit: &Hit| if hit.kind == Kind::Part { Hit { kind: Kind::Primary, ..*hit } } else { *hit };
    let sure: Vec<Hit> = hits.iter().map(whole).filter(|hit| is_sure(*hit)).collect();
    let sure = if sure.is_empty() && !is_han { hits.to_vec() } else { sure };
    let (_, number) = *search.ranked(&sure).first()?;
    let row = search.table.row(number)?;
    let is_city = || names::full(search.table, &row).is_some_and(|name| name.ends_with('市'));
    let is_known = matches!(row.level, Level::Province | Level::City)
        || is_city()
        || row.level == Level::World && row.weight >= LARGE;
    (is_long || framed || is_known).then_some(What::Place(row))
}
