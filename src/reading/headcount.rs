//! How many people an ad looks for.

use super::around::has;
use super::figures::Figure;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::text::is_han;
use super::trades::Spanned;
use std::ops::Range;

/// Nobody looks for more in one ad.
const MOST: f64 = 5000.0;
/// A figure without a word for people is a headcount only up to here.
const MOST_BARE: f64 = 300.0;
/// Letters and words between a figure and the trade that it counts: `2 experienced roofers`.
const NEAR: usize = 18;
const NEAR_WORDS: usize = 1;

/// The least and the most people, over all roles. `pay` is where the wage stands, which counts nobody.
pub(super) fn headcount(prepared: &Prepared<'_>, pay: Option<&Range<usize>>) -> Option<Spanned<(u32, u32)>> {
    let reader = Reader { prepared, text: prepared.text.text() };
    let mut found: Option<Spanned<(u32, u32)>> = None;
    for figure in &prepared.figures {
        let is_pay = pay.is_some_and(|pay| figure.span.start < pay.end && pay.start < figure.span.end);
        if is_pay || !reader.counts(figure) {
            continue;
        }
        let (low, high) = (figure.low as u32, figure.high.unwrap_or(figure.low) as u32);
        found = Some(match found {
            None => ((low, high), figure.span.clone()),
            Some(((least, most), span)) => ((least + low, most + high), span.start..figure.span.end),
        });
    }
    found
}

/// Whether a figure counts people or a trade.
pub(super) fn counts(prepared: &Prepared<'_>, figure: &Figure) -> bool {
    let reader = Reader { prepared, text: prepared.text.text() };
    reader.counts_people(figure) || figure.low <= MOST_BARE && reader.counts_trade(figure)
}

struct Reader<'a> {
    prepared: &'a Prepared<'a>,
    text: &'a str,
}

impl Reader<'_> {
    fn counts(&self, figure: &Figure) -> bool {
        let is_whole = figure.low.fract() == 0.0 && figure.low >= 1.0 && figure.low <= MOST;
        if !is_whole || figure.scale > 100.0 || self.is_other(figure) || self.numbers_a_line(figure) {
            return false;
        }
        self.counts_people(figure)
            || figure.low <= MOST_BARE && (self.counts_trade(figure) || self.stands_behind(figure))
    }

    /// `1. welders`, `①房嫂`: it is the number of a line.
    fn numbers_a_line(&self, figure: &Figure) -> bool {
        let typed = &self.prepared.typed[self.prepared.text.origin(figure.span.clone())];
        let is_circled =
            typed.starts_with(|c: char| matches!(c, '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}'));
        let lead = self.text[..figure.span.start].trim_end_matches(' ');
        let begins = lead.is_empty() || lead.ends_with('\n');
        is_circled || begins && self.text[figure.span.end..].starts_with(['.', ')'])
    }

    /// Money, ages, times, rooms, crews.
    fn is_other(&self, figure: &Figure) -> bool {
        let around = self.prepared.around();
        let (before, after) = (around.before(figure.span.start, 2), around.after(figure.span.end, 2));
        let is_unit = |meaning: Meaning| match meaning {
            Meaning::Currency(_) | Meaning::Scale(_) | Meaning::Month(_) => true,
            Meaning::Cue(cue) => matches!(
                cue,
                Cue::YearsOld
                    | Cue::Years
                    | Cue::Months
                    | Cue::Weeks
                    | Cue::Days
                    | Cue::Hours
                    | Cue::PerHour
                    | Cue::PerDay
                    | Cue::PerMonth
                    | Cue::PerPiece
                    | Cue::Trial
            ),
            _ => false,
        };
        let close = |m: &&&super::lexicon::Mention| m.span.start <= figure.span.end + 1;
        let rest = &self.text[figure.span.end..];
        let is_share = rest.starts_with(['%', '.', ':', '/', '月', '号', '楼', '平', 'к', 'k']);
        let first = after.iter().filter(close).map(|m| m.span.start).min();
        after.iter().filter(close).filter(|m| Some(m.span.start) == first).any(|m| {
            is_unit(m.meaning)
                && !after.iter().any(|o| o.span == m.span && o.meaning == Meaning::Cue(Cue::People))
        }) || before.iter().any(|m| matches!(m.meaning, Meaning::Currency(_)))
            || has(&before, Cue::Trial)
            || has(&around.after(figure.span.end, 6), Cue::Trial)
            || is_share
    }

    /// `20名`, `5 человек`, `8 org`, `男3女5`.
    fn counts_people(&self, figure: &Figure) -> bool {
        let after = self.prepared.around().after(figure.span.end, 2);
        [Cue::People, Cue::BothSexes, Cue::Male, Cue::Female].iter().any(|cue| {
            after.iter().any(|m| m.meaning == Meaning::Cue(*cue) && m.span.start <= figure.span.end + 2)
        })
    }

    /// `2 roofers`, `нужны 3 опытных сварщика`.
    fn counts_trade(&self, figure: &Figure) -> bool {
        let from = self.prepared.mentions.partition_point(|m| m.span.start < figure.span.end);
        let trade = self.prepared.mentions[from..].iter().take(8).find(|m| is_trade(m.meaning));
        let is_asked = || has(&self.prepared.around().before(figure.span.start, 12), Cue::Recruit);
        if figure.low > 100.0 && !is_asked() || self.is_age_range(figure) {
            return false;
        }
        trade.is_some_and(|m| {
            let gap = &self.text[figure.span.end..m.span.start];
            let words = gap.trim_matches([' ', 'x', '*', '-', '×']);
            gap.chars().count() <= NEAR
                && !gap
                    .contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\n' | ';' | ':' | '/'))
                && if words.contains(is_han) {
                    words.chars().count() <= 3
                } else {
                    words.split_whitespace().count() <= NEAR_WORDS
                }
        })
    }

    /// `女工 18-40 电子厂`: so wide a range beside men or women is their age.
    fn is_age_range(&self, figure: &Figure) -> bool {
        let before = self.prepared.around().before(figure.span.start, 2);
        let is_sexed = [Cue::Male, Cue::Female, Cue::BothSexes].iter().any(|cue| has(&before, *cue));
        is_sexed && (16.0..=30.0).contains(&figure.low) && figure.high.is_some_and(|high| high >= 30.0)
    }

    /// `焊工2, 电工3`, `welder x5`: a small figure behind the trade, before a stop.
    fn stands_behind(&self, figure: &Figure) -> bool {
        if self.is_age_range(figure) {
            return false;
        }
        let lead = self.text[..figure.span.start].trim_end_matches([' ', 'x', '*', '×', '-', ':', '(', 'х']);
        let behind_trade =
            self.prepared.mentions.iter().any(|m| is_trade(m.meaning) && m.span.end == lead.len());
        let rest = &self.text[figure.span.end..];
        let stops = rest.trim_start_matches(' ').chars().next();
        let is_last = stops.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '.' | ':' | '-' | '$'))
            || rest.starts_with(' ') && self.text.contains(is_han)
            || rest.strip_prefix('.').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        behind_trade && figure.high.is_none() && figure.low < 100.0 && is_last
    }
}

/// Whether a word names a trade, or several.
const fn is_trade(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Trade(_) | Meaning::Unclear(_))
}
