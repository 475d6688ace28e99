//! A name in letters that stands alone: before or behind a phone number, after `I'm`, at the beginning or the end.

use super::is_han;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use std::ops::Range;

/// A name has at most so many words.
const WORDS: usize = 4;
/// Letters of signs between a name and a phone number.
const NEAR: usize = 4;

/// What speaks for a part of the text being a name, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// It is all of the first or the last part, or an age follows.
    Alone,
    /// It stands beside a phone number, or after a word for oneself.
    Said,
}

/// What was taken away around a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    /// A word for oneself.
    Me,
    /// `Declan here`.
    Here,
}

/// The text and what is known in it. Spans are of the original text.
pub(super) struct Finder<'a> {
    pub(super) typed: &'a str,
    pub(super) text: &'a Folded,
    pub(super) mentions: &'a [Mention],
    pub(super) calls: &'a [Range<usize>],
    pub(super) places: &'a [Range<usize>],
}

impl Finder<'_> {
    /// The name that most speaks for.
    pub(super) fn find(&self) -> Option<Range<usize>> {
        let parts = parts(self.typed);
        let known: Vec<(Range<usize>, Meaning)> =
            self.mentions.iter().map(|m| (self.text.origin(m.span.clone()), m.meaning)).collect();
        let mut best: Option<(Sign, Range<usize>)> = None;
        for (at, part) in parts.iter().enumerate() {
            let Some((span, lead)) = self.bare(part, &known) else { continue };
            // What begins a text is a name only after a greeting.
            let is_end = at + 1 == parts.len() || at == 0 && span != *part;
            let Some(sign) = self.sign(&span, lead, is_end) else { continue };
            let is_place = self.places.iter().any(|place| overlap(place, &span));
            if (sign == Sign::Said || !is_place) && best.as_ref().is_none_or(|(known, _)| sign > *known) {
                best = Some((sign, span));
            }
        }
        best.map(|(_, span)| span)
    }

    /// A part without greetings and words for oneself around it, if all that is left looks like a name; and whether
    /// a word for oneself stood before it.
    fn bare(&self, part: &Range<usize>, known: &[(Range<usize>, Meaning)]) -> Option<(Range<usize>, Lead)> {
        let mut span = part.clone();
        let (mut is_led, mut is_here) = (false, false);
        loop {
            let text = &self.typed[span.clone()];
            let start = span.end - text.trim_start_matches([' ', '-', '\'']).len();
            let end = span.start + text.trim_end_matches([' ', '-', '\'']).len();
            span = start.min(end)..end;
            let leads = |(word, meaning): &&(Range<usize>, Meaning)| {
                matches!(meaning, Meaning::Cue(Cue::Me | Cue::Greeting))
                    && word.start <= span.start
                    && word.end > span.start
            };
            let trails = |(word, meaning): &&(Range<usize>, Meaning)| {
                matches!(meaning, Meaning::Cue(Cue::Me | Cue::Greeting | Cue::YearsOld))
                    && word.end >= span.end
                    && word.start < span.end
                    && word.start > span.start
            };
            if let Some((word, meaning)) = known.iter().find(leads) {
                is_led |= *meaning == Meaning::Cue(Cue::Me);
                span.start = self.next_word(word.end.min(span.end), span.end);
            } else if let Some((word, _)) = known.iter().find(trails) {
                span.end = word.start;
            } else if let Some(rest) =
                ["here", "hapa", "po"].iter().find_map(|word| self.typed[span.clone()].strip_suffix(word))
            {
                span.end = span.start + rest.len();
                is_here = true;
            } else {
                break;
            }
            if span.is_empty() {
                return None;
            }
        }
        let is_known = known.iter().any(|(word, _)| overlap(word, &span));
        let led = if is_here {
            Lead::Here
        } else if is_led {
            Lead::Me
        } else {
            Lead::None
        };
        (!is_known && looks_like_a_name(&self.typed[span.clone()])).then_some((span, led))
    }

    /// The folding cuts endings off, so a word may end behind what was found of it.
    fn next_word(&self, from: usize, end: usize) -> usize {
        let rest = &self.typed[from..end];
        from + rest.len() - rest.trim_start_matches(|c: char| c.is_alphabetic()).len()
    }

    fn sign(&self, span: &Range<usize>, lead: Lead, is_end: bool) -> Option<Sign> {
        let is_sign = |gap: &str| gap.chars().count() <= NEAR && !gap.contains(|c: char| c.is_alphanumeric());
        let beside = self.calls.iter().any(|call| {
            let gap = if call.end <= span.start {
                self.typed.get(call.end..span.start)
            } else {
                self.typed.get(span.end..call.start)
            };
            gap.is_some_and(is_sign)
        });
        let rest = &self.typed[span.end..];
        let stops =
            rest.trim_start_matches(' ').chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        let ages = || {
            let rest = rest.trim_start_matches([' ', ',', '(']);
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            let more = rest.get(2..).unwrap_or_default().trim_start_matches([',', '.']);
            digits == 2 && !more.starts_with(|c: char| c.is_ascii_digit())
        };
        if beside || lead == Lead::Here || (lead == Lead::Me && (stops || ages())) {
            return Some(Sign::Said);
        }
        (is_end && stops || ages()).then_some(Sign::Alone)
    }
}

/// Whether two spans share a byte.
pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Runs of letters with single blanks, hyphens and apostrophes between them.
fn parts(typed: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, letter) in typed.char_indices() {
        let is_letter = letter.is_alphabetic() && !is_han(letter);
        let joins = matches!(letter, ' ' | '-' | '\'' | '’' | 'ʻ' | '‘');
        let end = at + letter.len_utf8();
        match parts.last_mut() {
            Some(part) if open && (is_letter || joins) => part.end = end,
            _ if is_letter => parts.push(at..end),
            _ => {}
        }
        open = is_letter || (open && joins);
    }
    parts
}

/// One to four words that begin with capitals and are not all capitals.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let is_name = |word: &&str| {
        word.chars().count() >= 2
            && word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && !word.chars().skip(1).any(char::is_uppercase)
    };
    (1..=WORDS).contains(&words.len()) && words.iter().all(is_name)
}
