//! All words that readers know, found in one pass.
//!
//! The words are the names and aliases of the taxonomy, and those of `words/`, a file for each language. Everything is folded as texts
//! are ([`Folded`]). An automaton of all keys is walked from every place where a word may begin, as far as it leads:
//! time is linear in the text, since no word is longer than the longest. What overlaps is sorted
//! out afterwards: the leftmost wins, and of those that begin together the longest (`面包师` before `面包`).

use super::gather::{LexiconError, WORDS, gather};
use super::meaning::{Cue, Meaning};
use super::packed::{Packed, pack};
use super::text::{Folded, is_han};
use crate::domain::{Lang, Taxonomy};
use fst::raw::Output;
use std::ops::Range;

/// A word of another language with fewer letters than this is taken for something else.
const FOREIGN: usize = 4;

/// A word in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where, in the folded text.
    pub span: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// The words of this build, made by `zhaogong words`.
static EMBEDDED: &[u8] = include_bytes!("words.bin");

/// The words, ready to be found.
#[derive(Debug)]
pub struct Lexicon {
    words: Packed,
}

impl Lexicon {
    /// The embedded words: those of the embedded taxonomy and of `words/`.
    ///
    /// # Panics
    /// Never in a build whose tests pass: the words are part of the program.
    #[must_use]
    pub fn load() -> Self {
        let words = Packed::embedded(EMBEDDED);
        Self { words: words.expect("the embedded words are part of the build and a test loads them") }
    }

    /// The words of a taxonomy, and of one table for each language, made now: that takes half a second.
    pub fn with_words(taxonomy: &Taxonomy, tables: &[(Lang, &str)]) -> Result<Self, LexiconError> {
        Ok(Self { words: Packed::made(packed_words(taxonomy, tables)?)? })
    }

    /// The ISO 4217 code of a currency.
    #[must_use]
    pub fn currency(&self, number: usize) -> &str {
        self.words.codes.currencies.get(number).map_or("", String::as_str)
    }

    /// The ISO 639-1 code of a language (`yue` for Cantonese, which has none).
    #[must_use]
    pub fn language(&self, number: usize) -> &str {
        self.words.codes.languages.get(number).map_or("", String::as_str)
    }

    /// Every word that begins at a place.
    fn from(&self, text: &Folded, start: usize, mut found: impl FnMut(Range<usize>, Meaning)) {
        let keys = self.words.keys.as_fst();
        let (mut node, mut value) = (keys.root(), Output::zero());
        for (length, byte) in text.text().as_bytes()[start..].iter().enumerate() {
            let Some(at) = node.find_input(*byte) else { break };
            let step = node.transition(at);
            value = value.cat(step.out);
            node = keys.node(step.addr);
            if !node.is_final() {
                continue;
            }
            let span = start..start + length + 1;
            let word = &text.text()[span.clone()];
            if goes_on(word.chars().next_back(), text.text()[span.end..].chars().next()) {
                continue;
            }
            let value = value.cat(node.final_output()).value();
            for meaning in self.chosen(value, word, text.lang()) {
                found(span.clone(), meaning);
            }
        }
    }

    /// What a key means in a text of a language: what it means there, else what it means elsewhere if it is long
    /// enough or in letters of its own.
    fn chosen(&self, value: u64, word: &str, lang: Lang) -> impl Iterator<Item = Meaning> + '_ {
        let here = self.words.meanings(value).any(|(own, _)| own == lang);
        let is_ascii = word.is_ascii();
        let is_foreign = is_ascii && word.chars().filter(|c| c.is_alphabetic()).count() < FOREIGN;
        let allowed = move |own: Lang| {
            if here { own == lang } else { !is_foreign && (own == Lang::EN || !is_ascii) }
        };
        self.words.meanings(value).filter(move |(own, _)| allowed(*own)).map(|(_, meaning)| meaning)
    }

    /// How much memory the words take, in bytes, without the taxonomy itself.
    #[must_use]
    pub const fn memory(&self) -> usize {
        self.words.size()
    }

    /// The words of a text, from left to right. Entries of the taxonomy do not overlap each other, nor do words
    /// of one kind; a word that is part of an entry is left out.
    #[must_use]
    pub fn find(&self, text: &Folded) -> Vec<Mention> {
        let (mut entries, mut others, mut ads) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = None;
        for (start, letter) in text.text().char_indices() {
            if !goes_on(before, Some(letter)) {
                self.from(text, start, |span, meaning| {
                    let layer = match meaning {
                        Meaning::Cue(cue) if cue.is_of_ads() => &mut ads,
                        _ if meaning.is_entry() => &mut entries,
                        _ => &mut others,
                    };
                    layer.push(Mention { span, meaning });
                });
            }
            before = Some(letter);
        }
        let mut mentions = leftmost_longest(entries);
        let inside = |span: &Range<usize>, mentions: &[Mention]| {
            let before = mentions.partition_point(|entry| entry.span.start <= span.start);
            before > 0 && mentions[before - 1].span.end >= span.end
        };
        // Equal spans stay: `零工` is a trade and says how somebody works.
        let others = leftmost_longest(others);
        let hidden: Vec<Range<usize>> = others
            .iter()
            .filter(|m| m.meaning == Meaning::Cue(Cue::Nothing))
            .map(|m| m.span.clone())
            .collect();
        let is_hidden =
            |m: &Mention| hidden.iter().any(|span| span.start <= m.span.start && m.span.end <= span.end);
        ads.retain(|m| !is_hidden(m));
        let others = others.into_iter().chain(leftmost_longest(ads));
        let outer = |other: &Mention| {
            let from = mentions.partition_point(|entry| entry.span.start < other.span.start);
            let mut same = mentions[from..].iter().take_while(|entry| entry.span.start == other.span.start);
            !inside(&other.span, &mentions) || same.any(|entry| entry.span == other.span)
        };
        let kept: Vec<Mention> = others.filter(outer).collect();
        mentions.extend(kept);
        mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        mentions
    }
}

/// Whether a word goes on from one letter to the next. Chinese has no gaps, and digits may touch letters.
fn goes_on(a: Option<char>, b: Option<char>) -> bool {
    let is = |class: fn(char) -> bool| a.is_some_and(class) && b.is_some_and(class);
    is(|c| c.is_alphabetic() && !is_han(c)) || is(|c| c.is_ascii_digit())
}

/// The bytes of the words of a taxonomy and of one table for each language, as `words.bin` holds them.
pub fn packed_words(taxonomy: &Taxonomy, tables: &[(Lang, &str)]) -> Result<Vec<u8>, LexiconError> {
    let (words, codes) = gather(taxonomy, tables)?;
    pack(&words, &codes)
}

/// The bytes of the embedded taxonomy and tables: what `words.bin` should hold.
pub fn packed_of_this_build(taxonomy: &Taxonomy) -> Result<Vec<u8>, LexiconError> {
    packed_words(taxonomy, &WORDS)
}

/// Mentions that do not overlap; of equal spans all meanings stay.
fn leftmost_longest(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut last = 0..0;
    mentions.retain(|mention| {
        let fits = mention.span.start >= last.end || mention.span == last;
        if fits {
            last = mention.span.clone();
        }
        fits
    });
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Cue;
    use std::sync::LazyLock;

    static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    /// Ids of the entries of a text, in order.
    fn entries(text: &str, lang: Lang) -> Vec<String> {
        let text = Folded::new(text, lang);
        let id = |mention: Mention| match mention.meaning {
            Meaning::Trade(at) => Some(TAXONOMY.trades()[at].id.to_string()),
            Meaning::Certificate(at) => Some(TAXONOMY.certificates()[at].id.to_string()),
            Meaning::Industry(at) => Some(TAXONOMY.industries()[at].id.to_string()),
            Meaning::Unclear(at) => Some(format!("?{}", TAXONOMY.unclear_words()[at].alias)),
            _ => None,
        };
        LEXICON.find(&text).into_iter().filter_map(id).collect()
    }

    #[test]
    fn entries_in_all_forms_of_their_words() {
        for (lang, text, expected) in [
            (Lang::ZH, "干了十年电工，有低压证", "electrician cn_mem_lv_electrician"),
            (Lang::ZH, "地盤紮鐵", "construction rebar_worker"),
            (Lang::ZH, "面包师", "baker"),
            (Lang::RU, "ищу работу сварщиком", "welder"),
            (Lang::RU, "требуются сварщики и грузчики на стройку", "welder loader construction"),
            (Lang::EN, "Two welders, one plumber", "welder plumber"),
            (Lang::VI, "Thợ hàn, THỢ SƠN nước", "welder painter"),
            (Lang::ID, "tukang las", "welder"),
            (Lang::UZ, "Қурилишда ишлайман, payvandchiman", "construction welder"),
            (Lang::UZ, "сварщик керак", "welder"),
            (Lang::EN, "weldersmith", ""),
            (Lang::EN, "", ""),
        ] {
            assert_eq!(entries(text, lang).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_word_for_several_trades_is_not_taken_for_one() {
        assert_eq!(entries("招水电工两名", Lang::ZH), ["?水电工"]);
        assert_eq!(entries("Требуется водитель", Lang::RU), ["?водитель"]);
    }

    #[test]
    fn cues_beside_entries() {
        let text = Folded::new("不干小工, 日薪400元以上", Lang::ZH);
        let cues: Vec<Meaning> =
            LEXICON.find(&text).into_iter().map(|m| m.meaning).filter(|m| !m.is_entry()).collect();
        let yuan = cues.iter().any(|m| matches!(m, Meaning::Currency(at) if LEXICON.currency(*at) == "CNY"));
        assert!(yuan, "{cues:?}");
        for cue in [Cue::Not, Cue::PerDay, Cue::AtLeast] {
            assert!(cues.contains(&Meaning::Cue(cue)), "{cue:?} {cues:?}");
        }
    }

    #[test]
    fn a_wrong_table_is_refused_with_its_word() {
        let sections = ["cue", "currency", "scale", "number", "language", "month", "weekday"];
        for (wrong, told) in
            [("cue.sideways = []", "sideways"), ("scale.many = [\"x\"]", "many"), ("cues = 1", "cues")]
        {
            let rest = sections.iter().filter(|section| !wrong.starts_with(&format!("{section}.")));
            let table: Vec<String> = rest.map(|section| format!("{section} = {{}}\n")).collect();
            let table = table.concat();
            let error = Lexicon::with_words(&TAXONOMY, &[(Lang::EN, &format!("{table}{wrong}"))]);
            let error = error.unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }

    #[test]
    fn the_words_of_the_program_are_those_of_the_tables() {
        let made = packed_of_this_build(&TAXONOMY).unwrap();
        assert!(made == EMBEDDED, "words.bin is not up to date: run `cargo run -- words`");
    }

    #[test]
    fn the_words_take_little_memory() {
        assert!(LEXICON.memory() < 8 << 20, "{} bytes", LEXICON.memory());
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,80}") {
            for lang in [Lang::ZH, Lang::RU, Lang::UZ] {
                let folded = Folded::new(&text, lang);
                for mention in LEXICON.find(&folded) {
                    proptest::prop_assert!(text.get(folded.origin(mention.span)).is_some());
                }
            }
        }
    }
}
