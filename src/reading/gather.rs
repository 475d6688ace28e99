//! The words that readers know, gathered from the taxonomy and from the tables of the languages.

use super::meaning::{Cue, Meaning};
use super::text::folded;
use crate::domain::{EntryKind, Lang, Taxonomy};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// The words of this build.
pub(super) static WORDS: [(Lang, &str); 6] = [
    (Lang::ZH, include_str!("words/zh.toml")),
    (Lang::EN, include_str!("words/en.toml")),
    (Lang::RU, include_str!("words/ru.toml")),
    (Lang::VI, include_str!("words/vi.toml")),
    (Lang::ID, include_str!("words/id.toml")),
    (Lang::UZ, include_str!("words/uz.toml")),
];

/// The words of a language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    cue: BTreeMap<Cue, Vec<String>>,
    currency: BTreeMap<String, Vec<String>>,
    scale: BTreeMap<String, Vec<String>>,
    number: BTreeMap<String, Vec<String>>,
    language: BTreeMap<String, Vec<String>>,
    month: BTreeMap<String, Vec<String>>,
    weekday: BTreeMap<String, Vec<String>>,
}

/// Why the words could not be made ready.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// The words of a language are not TOML of the expected shape; the message names the line.
    #[error("the words of `{0}` cannot be read: {1}")]
    Format(Lang, toml::de::Error),
    /// A scale or a number is none.
    #[error("`{0}` in the table of words is not a number")]
    Number(String),
    /// The keys make no automaton.
    #[error("the words cannot be made ready: {0}")]
    Keys(#[from] fst::Error),
    /// The words of the program are of another version.
    #[error("the words are not of this version: make them anew with `zhaogong words`")]
    Packed,
}

/// What each folded word means, and in which language.
pub(super) type Meanings = BTreeMap<String, Vec<(Lang, Meaning)>>;

/// Every word, folded, with what it means in which language; and the codes that its numbers stand for.
pub(super) fn gather(
    taxonomy: &Taxonomy,
    tables: &[(Lang, &str)],
) -> Result<(Meanings, Codes), LexiconError> {
    let parse = |(lang, table): &(Lang, &str)| {
        let words: Words = toml::from_str(table).map_err(|error| LexiconError::Format(*lang, error))?;
        Ok((*lang, words))
    };
    let tables = tables.iter().map(parse).collect::<Result<Vec<_>, LexiconError>>()?;
    let codes = Codes::of(&tables);
    let mut all = Gathered::default();
    all.add_entries(taxonomy.trades().iter().map(|e| (&e.names, &e.aliases)), Meaning::Trade);
    all.add_entries(taxonomy.certificates().iter().map(|e| (&e.names, &e.aliases)), Meaning::Certificate);
    all.add_entries(taxonomy.industries().iter().map(|e| (&e.names, &e.aliases)), Meaning::Industry);
    for (at, word) in taxonomy.unclear_words().iter().enumerate() {
        let is_mask = word.candidates.is_empty();
        all.add(&word.alias, word.lang, if is_mask { Meaning::Mask } else { Meaning::Unclear(at) });
    }
    for (lang, words) in &tables {
        all.add_language(words, *lang, &codes)?;
    }
    let preferred = all.meanings.into_iter().map(|(word, all)| (word, preferred(all, taxonomy)));
    Ok((preferred.collect(), codes))
}

/// The codes of all currencies and languages that have words, in order.
#[derive(Debug)]
pub(super) struct Codes {
    pub(super) currencies: Vec<String>,
    pub(super) languages: Vec<String>,
}

impl Codes {
    fn of(tables: &[(Lang, Words)]) -> Self {
        let gather = |codes: fn(&Words) -> &BTreeMap<String, Vec<String>>| {
            let all: BTreeSet<&String> = tables.iter().flat_map(|(_, words)| codes(words).keys()).collect();
            all.into_iter().cloned().collect()
        };
        Self { currencies: gather(|words| &words.currency), languages: gather(|words| &words.language) }
    }
}

/// Where a code stands among those that hold it.
fn place_of(codes: &[String], code: &str) -> usize {
    codes.partition_point(|known| known.as_str() < code)
}

fn figure<T: FromStr>(text: &str) -> Result<T, LexiconError> {
    text.parse().map_err(|_| LexiconError::Number(text.to_owned()))
}

/// Words while they are gathered.
#[derive(Default)]
struct Gathered {
    meanings: BTreeMap<String, Vec<(Lang, Meaning)>>,
}

impl Gathered {
    fn add(&mut self, word: &str, lang: Lang, meaning: Meaning) {
        self.keep(&folded(word, lang), lang, meaning);
        // People who write Uzbek mix in Russian, in the letters of the rest.
        if lang == Lang::RU {
            self.keep(&folded(word, Lang::UZ), Lang::UZ, meaning);
        }
    }

    fn keep(&mut self, word: &str, lang: Lang, meaning: Meaning) {
        let word = word.trim();
        if word.is_empty() {
            return;
        }
        let meanings = self.meanings.entry(word.to_owned()).or_default();
        if !meanings.contains(&(lang, meaning)) {
            meanings.push((lang, meaning));
        }
    }

    fn add_entries<'a>(
        &mut self,
        entries: impl Iterator<Item = (&'a BTreeMap<Lang, String>, &'a BTreeMap<Lang, Vec<String>>)>,
        meaning: fn(usize) -> Meaning,
    ) {
        for (at, (names, aliases)) in entries.enumerate() {
            let names = names.iter();
            let aliases = aliases.iter().flat_map(|(lang, words)| words.iter().map(move |word| (lang, word)));
            for (lang, word) in names.chain(aliases) {
                self.add(word, *lang, meaning(at));
            }
        }
    }

    fn add_words(&mut self, words: &[String], lang: Lang, meaning: Meaning) {
        for word in words {
            self.add(word, lang, meaning);
        }
    }

    /// The words of one language. `codes` are the currencies and languages of all.
    fn add_language(&mut self, words: &Words, lang: Lang, codes: &Codes) -> Result<(), LexiconError> {
        for (cue, words) in &words.cue {
            self.add_words(words, lang, Meaning::Cue(*cue));
        }
        for (scale, words) in &words.scale {
            self.add_words(words, lang, Meaning::Scale(figure(scale)?));
        }
        for (number, words) in &words.number {
            self.add_words(words, lang, Meaning::Number(figure(number)?));
        }
        for (month, words) in &words.month {
            self.add_words(words, lang, Meaning::Month(figure(month)?));
        }
        for (weekday, words) in &words.weekday {
            self.add_words(words, lang, Meaning::Weekday(figure(weekday)?));
        }
        for (code, words) in &words.currency {
            self.add_words(words, lang, Meaning::Currency(place_of(&codes.currencies, code)));
        }
        for (code, words) in &words.language {
            self.add_words(words, lang, Meaning::Language(place_of(&codes.languages, code)));
        }
        Ok(())
    }
}

/// A word that may mean several entries leaves out what it means besides.
fn preferred(mut meanings: Vec<(Lang, Meaning)>, taxonomy: &Taxonomy) -> Vec<(Lang, Meaning)> {
    let unclear: Vec<(Lang, EntryKind)> = meanings
        .iter()
        .filter_map(|(lang, meaning)| match meaning {
            Meaning::Unclear(at) => Some((*lang, taxonomy.unclear_words()[*at].kind)),
            _ => None,
        })
        .collect();
    meanings.retain(|(lang, meaning)| {
        let kind = match meaning {
            Meaning::Trade(_) => EntryKind::Trade,
            Meaning::Certificate(_) => EntryKind::Certificate,
            Meaning::Industry(_) => EntryKind::Industry,
            _ => return true,
        };
        !unclear.contains(&(*lang, kind))
    });
    meanings.shrink_to_fit();
    meanings
}
