//! A text with all that readers look at in it, found once.

use super::around::Around;
use super::calls;
use super::clause::Clauses;
use super::figures::{Figure, figures};
use super::lexicon::{Lexicon, Mention};
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use super::trades::Spanned;
use crate::domain::{Lang, Taxonomy};
use crate::place::{Mentioned, Places};
use std::ops::Range;

/// What texts are read with.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    /// The words that readers know.
    pub lexicon: &'a Lexicon,
    /// What trades, certificates and industries there are.
    pub taxonomy: &'a Taxonomy,
    /// What places there are.
    pub places: &'a Places,
}

/// A text, folded, and what was found in it.
pub(super) struct Prepared<'a> {
    pub(super) typed: &'a str,
    pub(super) text: Folded,
    pub(super) mentions: Vec<Mention>,
    /// Without those of phone numbers, once [`Prepared::calls`] took them out.
    pub(super) figures: Vec<Figure>,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(lexicon: &Lexicon, typed: &'a str, lang: Lang) -> Self {
        let text = Folded::new(typed, lang);
        let mentions = lexicon.find(&text);
        let figures = figures(&text, &mentions);
        Self { typed, text, mentions, figures }
    }

    pub(super) fn around(&self) -> Around<'_> {
        Around::new(&self.text, &self.mentions)
    }

    pub(super) fn clauses(&self) -> Clauses<'_> {
        Clauses::new(&self.text, &self.mentions)
    }

    /// Where a span of what was typed stands in the folded text.
    pub(super) fn folded(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.text.position(span.start);
        start..self.text.position(span.end).max(start)
    }

    /// The places that are mentioned, from left to right.
    pub(super) fn places(&self, places: &Places) -> Vec<Mentioned> {
        let lang = self.text.lang();
        let shares = |typed: &Range<usize>, is_word: fn(&Mention) -> bool| {
            let span = self.folded(typed);
            self.around().sharing(&span).any(is_word)
        };
        let near = country_of(lang);
        // `bao ăn` is board, and not Bao'an: what is written small and is a word is no place.
        let is_known = |word: &Range<usize>| shares(word, |_| true);
        let mut mentioned = places.mentioned_beside(self.typed, near, lang, is_known);
        mentioned.retain(|place| {
            let small = self.typed[place.span.clone()].starts_with(char::is_lowercase);
            let is_entry = |m: &Mention| matches!(m.meaning, Meaning::Trade(_) | Meaning::Certificate(_));
            !shares(&place.span, if small { |_| true } else { is_entry })
        });
        mentioned
    }

    /// The phone numbers, of one of these countries where they do not say it; their figures are taken out.
    pub(super) fn calls(&mut self, countries: &[&str]) -> Vec<Spanned<String>> {
        let calls = self.numbers(countries);
        let is_apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || a.start >= b.end;
        self.figures.retain(|figure| calls.iter().all(|(_, call)| is_apart(&figure.span, call)));
        calls
    }

    /// The phone numbers, of one of these countries or of that of the language where they do not say it.
    pub(super) fn numbers(&self, countries: &[&str]) -> Vec<Spanned<String>> {
        let mut countries = countries.to_vec();
        countries.extend(country_of(self.text.lang()));
        calls::numbers(&self.text, &self.figures, &countries)
    }

    /// The places in the folded text where one of these words stands.
    pub(super) fn cues(&self, cue: Cue) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.meaning == Meaning::Cue(cue))
    }
}

/// The country whose numbers and money people of a language write without saying so.
pub(super) fn country_of(lang: Lang) -> Option<&'static str> {
    Some(match lang.as_str() {
        "zh" => "CN",
        "ru" => "RU",
        "vi" => "VN",
        "id" => "ID",
        "uz" => "UZ",
        _ => return None,
    })
}
