//! Parts of sentences, and whether something is denied in them.

use super::around::Around;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::{Folded, is_han};
use crate::domain::Lang;
use std::ops::Range;

/// Letters and words between a word that denies and what it denies.
const NEAR: usize = 18;
const NEAR_HAN: usize = 6;
const NEAR_WORDS: usize = 2;
/// Letters between the members of a list: `押金、中介费`, `залогов и комиссий`.
const TOGETHER: usize = 5;

/// The sentences of a text and the words in them.
#[derive(Clone, Copy)]
pub(super) struct Clauses<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    around: Around<'a>,
    lang: Lang,
}

impl<'a> Clauses<'a> {
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention]) -> Self {
        Self { text: text.text(), mentions, around: Around::new(text, mentions), lang: text.lang() }
    }

    /// From the last comma or stop before a place to the next one behind it. In Chinese a blank divides, too.
    pub(super) fn clause(&self, span: &Range<usize>) -> Range<usize> {
        self.part(span, |text, at, c| {
            matches!(c, ',' | '(' | ')' | '[' | ']' | '【' | '】' | '/' | '+' | '·' | '|' | '•' | '✅')
                || ends_sentence(text, at, c)
                || c == ' ' && (beside_han(text, at))
        })
    }

    /// From stop to stop.
    pub(super) fn sentence(&self, span: &Range<usize>) -> Range<usize> {
        self.part(span, ends_sentence)
    }

    fn part(&self, span: &Range<usize>, ends: impl Fn(&str, usize, char) -> bool) -> Range<usize> {
        let start = self.text[..span.start]
            .char_indices()
            .rev()
            .find(|(at, c)| ends(self.text, *at, *c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        let end = self.text[span.end..]
            .char_indices()
            .find(|(at, c)| ends(self.text, span.end + at, *c))
            .map_or(self.text.len(), |(at, _)| span.end + at);
        start..end
    }

    /// The first of these words in a part of the text.
    pub(super) fn find(&self, part: &Range<usize>, cue: Cue) -> Option<&'a Mention> {
        self.inside(part).find(|m| m.meaning == Meaning::Cue(cue))
    }

    pub(super) fn has(&self, part: &Range<usize>, cue: Cue) -> bool {
        self.find(part, cue).is_some()
    }

    /// The words in a part of the text.
    pub(super) fn inside(&self, part: &Range<usize>) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let from = self.mentions.partition_point(|m| m.span.start < part.start);
        let end = part.end;
        self.mentions[from..]
            .iter()
            .take_while(move |m| m.span.start < end)
            .filter(move |m| m.span.end <= end)
    }

    /// Whether something is said not to be: `不收押金`, `без залога`, `0中介费`, `押金?没有`, `никаких залогов, комиссий`.
    pub(super) fn is_denied(&self, span: &Range<usize>) -> bool {
        self.is_denied_before(span)
            || self.is_denied_behind(span)
            || self.follows_denied(span)
            || self.is_never_asked(span)
            || self.is_answered_no(span)
            || self.is_denied_at_the_end(span)
    }

    /// `we never ask for money, forms or deposits`: the denial holds to the end of the sentence.
    fn is_never_asked(&self, span: &Range<usize>) -> bool {
        let sentence = self.sentence(span);
        let asks =
            self.inside(&(sentence.start..span.start)).filter(|m| m.meaning == Meaning::Cue(Cue::Asks));
        asks.into_iter().any(|asks| {
            self.around
                .before(asks.span.start, 8)
                .iter()
                .any(|m| m.meaning == Meaning::Cue(Cue::Not) && m.span.start >= sentence.start)
        })
    }

    /// `押金要不要?不要`, `Q: ijazah ditahan? A: engga`: the question is answered with no.
    fn is_answered_no(&self, span: &Range<usize>) -> bool {
        let sentence = self.sentence(span);
        let rest = &self.text[sentence.end..];
        let Some(rest) = rest.strip_prefix('?') else { return false };
        let skipped = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let answer = &rest[skipped..];
        // A: no
        let lead = if answer.get(1..2) == Some(":") {
            2 + answer[2..].len() - answer[2..].trim_start().len()
        } else {
            0
        };
        let at = sentence.end + 1 + skipped + lead;
        self.around.after(at, 0).iter().any(|m| m.meaning == Meaning::Cue(Cue::Not))
    }

    /// Uzbek says no at the end of the sentence: `hech qanday to'lov olmaymiz`.
    fn is_denied_at_the_end(&self, span: &Range<usize>) -> bool {
        let clause = self.clause(span);
        self.lang == Lang::UZ && self.has(&(span.end..clause.end), Cue::Not)
    }

    fn is_denied_before(&self, span: &Range<usize>) -> bool {
        let clause = self.clause(span);
        let lead = self.text[clause.start..span.start].trim_end();
        if lead.ends_with(['0', '零'])
            && !lead.trim_end_matches(['0', '零']).ends_with(|c: char| c.is_ascii_digit() || c == '.')
        {
            return true;
        }
        self.inside(&(clause.start..span.start)).any(|m| {
            let gap = &self.text[m.span.end..span.start];
            let is_near = if gap.contains(is_han) || gap.is_empty() {
                gap.chars().count() <= NEAR_HAN
            } else {
                gap.chars().count() <= NEAR && gap.split_whitespace().count() <= NEAR_WORDS
            };
            m.meaning == Meaning::Cue(Cue::Not) && is_near
        })
    }

    fn is_denied_behind(&self, span: &Range<usize>) -> bool {
        let rest = &self.text[span.end..];
        let gap = &rest[..rest.len() - rest.trim_start_matches([' ', '?', ':', '-', '=', '❌']).len()];
        let at = span.end + gap.len();
        let is_zero = rest[gap.len()..].starts_with('0')
            && !rest[gap.len() + 1..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','));
        if gap.contains('❌') || is_zero {
            return true;
        }
        // In Chinese a blank alone begins something new.
        let is_apart = gap == " " && self.text[at..].starts_with(is_han);
        let next = self.around.after(at, 1);
        !is_apart && next.iter().any(|m| m.meaning == Meaning::Cue(Cue::Not) && m.span.start == at)
    }

    /// Whether the one before in a list is denied, and so all of the list.
    fn follows_denied(&self, span: &Range<usize>) -> bool {
        let to = self.mentions.partition_point(|m| m.span.start < span.start);
        let earlier = self.mentions[..to].iter().rev().take(6).find(|m| {
            let of_list =
                matches!(m.meaning, Meaning::Cue(Cue::Fee | Cue::Deposit | Cue::Document | Cue::Kept));
            of_list && m.span.end <= span.start
        });
        earlier.is_some_and(|earlier| {
            let gap = &self.text[earlier.span.end..span.start];
            gap.chars().count() <= TOGETHER
                && !gap.contains(['.', '!', '?', '\n', ';'])
                && (self.is_denied_before(&earlier.span) || self.follows_denied(&earlier.span))
        })
    }
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' | ';' | '!' | '?' => true,
        '.' => !text[at + 1..].starts_with(|c: char| c.is_alphanumeric() && !is_han(c)),
        _ => false,
    }
}

/// Whether a blank stands beside a Chinese character.
fn beside_han(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(is_han) || text[at + 1..].chars().next().is_some_and(is_han)
}
