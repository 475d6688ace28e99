//! All words that readers know, found in one pass.
//!
//! The words are the names and aliases of the taxonomy, and those of `words/`, a file for each language. Everything is folded as texts
//! are ([`Folded`]), so one automaton finds all of it at once, in time linear in the text. What overlaps is sorted
//! out afterwards: the leftmost wins, and of those that begin together the longest (`面包师` before `面包`).

use super::gather::{Codes, LexiconError, WORDS, gather};
use super::meaning::{Cue, Meaning};
use super::text::{Folded, is_han};
use crate::domain::{Lang, Taxonomy};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
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

/// The words, ready to be found.
#[derive(Debug)]
pub struct Lexicon {
    automaton: AhoCorasick,
    /// What the patterns mean, and in which language: those of the first, of the second, and so on.
    meanings: Vec<(Lang, Meaning)>,
    /// Where the meanings of each pattern end.
    ends: Vec<u32>,
    codes: Codes,
}

impl Lexicon {
    /// The words of a taxonomy and of the embedded tables.
    pub fn new(taxonomy: &Taxonomy) -> Result<Self, LexiconError> {
        Self::with_words(taxonomy, &WORDS)
    }

    /// The words of a taxonomy, and of one table for each language.
    pub fn with_words(taxonomy: &Taxonomy, tables: &[(Lang, &str)]) -> Result<Self, LexiconError> {
        let (words, codes) = gather(taxonomy, tables)?;
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words.keys())?;
        let (mut meanings, mut ends) = (Vec::new(), Vec::with_capacity(words.len()));
        for own in words.into_values() {
            meanings.extend(own);
            ends.push(u32::try_from(meanings.len()).unwrap_or(u32::MAX));
        }
        meanings.shrink_to_fit();
        Ok(Self { automaton, meanings, ends, codes })
    }

    /// The ISO 4217 code of a currency.
    #[must_use]
    pub fn currency(&self, number: usize) -> &str {
        self.codes.currencies.get(number).map_or("", String::as_str)
    }

    /// The ISO 639-1 code of a language (`yue` for Cantonese, which has none).
    #[must_use]
    pub fn language(&self, number: usize) -> &str {
        self.codes.languages.get(number).map_or("", String::as_str)
    }

    /// How much memory the words take, in bytes, without the taxonomy itself.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.automaton.memory_usage()
            + self.meanings.capacity() * size_of::<(Lang, Meaning)>()
            + self.ends.capacity() * size_of::<u32>()
    }

    fn meanings_of(&self, pattern: usize) -> &[(Lang, Meaning)] {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = pattern.checked_sub(1).map_or(Some(0), end);
        start.zip(end(pattern)).and_then(|(start, end)| self.meanings.get(start..end)).unwrap_or(&[])
    }

    /// The words of a text, from left to right. Entries of the taxonomy do not overlap each other, nor do words
    /// of one kind; a word that is part of an entry is left out.
    #[must_use]
    pub fn find(&self, text: &Folded) -> Vec<Mention> {
        let (mut entries, mut others, mut ads) = (Vec::new(), Vec::new(), Vec::new());
        for found in self.automaton.find_overlapping_iter(text.text()) {
            let span = found.start()..found.end();
            if !stands_alone(text.text(), &span) {
                continue;
            }
            let meanings = self.meanings_of(found.pattern().as_usize());
            let word = &text.text()[span.clone()];
            for meaning in chosen(meanings, word, text.lang()) {
                let layer = match meaning {
                    Meaning::Cue(cue) if cue.is_of_ads() => &mut ads,
                    _ if meaning.is_entry() => &mut entries,
                    _ => &mut others,
                };
                layer.push(Mention { span: span.clone(), meaning });
            }
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

/// What a word means in a text of a language: what it means there, else what it means elsewhere if it is long
/// enough or in letters of its own.
fn chosen(meanings: &[(Lang, Meaning)], word: &str, lang: Lang) -> impl Iterator<Item = Meaning> {
    let here = meanings.iter().any(|(own, _)| *own == lang);
    let is_foreign = word.is_ascii() && word.chars().filter(|c| c.is_alphabetic()).count() < FOREIGN;
    let allowed = move |own: Lang| {
        if here { own == lang } else { !is_foreign && (own == Lang::EN || !word.is_ascii()) }
    };
    meanings.iter().filter(move |(own, _)| allowed(*own)).map(|(_, meaning)| *meaning)
}

/// Whether letters do not go on before or after a word; Chinese has no gaps, and digits may touch letters.
fn stands_alone(text: &str, span: &Range<usize>) -> bool {
    let goes_on = |a: Option<char>, b: Option<char>| {
        let is = |class: fn(char) -> bool| a.is_some_and(class) && b.is_some_and(class);
        is(|c| c.is_alphabetic() && !is_han(c)) || is(|c| c.is_ascii_digit())
    };
    let (before, word, after) = (&text[..span.start], &text[span.clone()], &text[span.end..]);
    !goes_on(before.chars().next_back(), word.chars().next())
        && !goes_on(word.chars().next_back(), after.chars().next())
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
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&TAXONOMY).unwrap());

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
            let table: String = rest.map(|section| format!("{section} = {{}}\n")).collect();
            let error = Lexicon::with_words(&TAXONOMY, &[(Lang::EN, &format!("{table}{wrong}"))]);
            let error = error.unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }

    #[test]
    fn the_words_take_little_memory() {
        assert!(LEXICON.memory() < 12 << 20, "{} bytes", LEXICON.memory());
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
