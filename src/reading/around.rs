//! The words around a place in a text.

use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use std::ops::Range;

/// The words of a text, to be asked for by place.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    text: &'a str,
    mentions: &'a [Mention],
}

impl<'a> Around<'a> {
    /// The words that were found in a text.
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention]) -> Self {
        Self { text: text.text(), mentions }
    }

    /// Words that begin at most so many letters behind a place, the nearest first; none beyond the next figure.
    pub(super) fn after(&self, at: usize, letters: usize) -> Vec<&'a Mention> {
        let gap = |start: usize| &self.text[at..start];
        let from = self.mentions.partition_point(|m| m.span.start < at);
        self.mentions[from..]
            .iter()
            .take_while(|m| {
                let gap = gap(m.span.start);
                gap.chars().take(letters + 1).count() <= letters && !gap.contains(is_stop)
            })
            .collect()
    }

    /// Words that end at most so many letters before a place, the nearest first.
    pub(super) fn before(&self, at: usize, letters: usize) -> Vec<&'a Mention> {
        let to = self.mentions.partition_point(|m| m.span.start < at);
        self.mentions[..to]
            .iter()
            .rev()
            .take(24)
            .filter(|m| m.span.end <= at)
            .filter(|m| {
                let gap = &self.text[m.span.end..at];
                gap.chars().take(letters + 1).count() <= letters && !gap.contains(is_stop)
            })
            .collect()
    }

    /// Words that share a letter with a span.
    pub(super) fn sharing(&self, span: &Range<usize>) -> impl Iterator<Item = &'a Mention> + use<'a> {
        // No word is longer than this.
        const LONGEST: usize = 200;
        let from = self.mentions.partition_point(|m| m.span.start + LONGEST < span.start);
        let span = span.clone();
        let end = span.end;
        let near = self.mentions[from..].iter().take_while(move |m| m.span.start < end);
        near.filter(move |m| m.span.end > span.start)
    }

    /// Whether one of the words before a place says something.
    pub(super) fn has_before(&self, at: usize, cue: Cue, letters: usize) -> bool {
        has(&self.before(at, letters), cue)
    }
}

/// What ends a clause or is another figure.
fn is_stop(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '\n' | ';' | '!' | '?' | '。')
}

/// Whether one of the words says something.
pub(super) fn has(words: &[&Mention], cue: Cue) -> bool {
    words.iter().any(|m| m.meaning == Meaning::Cue(cue))
}
