//! What an ad asks of people: papers, years, an age, further skills. Only what is a must.

use super::figures::Figure;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::trades::{Entries, Spanned};
use super::years::Years;
use crate::domain::{CertificateId, TradeId};
use std::ops::Range;

/// Ages that an ad may name.
const AGES: std::ops::RangeInclusive<f64> = 12.0..=70.0;
/// Two ages of a range lie at least so far apart; `8-9` is a time of day.
const APART: f64 = 2.0;
/// Letters between what is asked and the word that says it is only preferred.
const NEAR: usize = 10;

/// The ages that an ad asks for, and where it says so.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ages {
    pub(super) min: Option<Spanned<u8>>,
    pub(super) max: Option<Spanned<u8>>,
}

pub(super) struct Demands<'a> {
    prepared: &'a Prepared<'a>,
    text: &'a str,
}

impl<'a> Demands<'a> {
    pub(super) fn new(prepared: &'a Prepared<'a>) -> Self {
        Self { prepared, text: prepared.text.text() }
    }

    /// The certificates that are a must.
    pub(super) fn certificates(&self, entries: &Entries<'_>) -> Vec<Spanned<CertificateId>> {
        entries.certificates().into_iter().filter(|(_, span)| !self.is_preferred(span)).collect()
    }

    /// The trades that are looked for, and those that are asked for besides: `操作工(必须会开叉车)`.
    pub(super) fn trades(&self, entries: &Entries<'_>) -> (Vec<Spanned<TradeId>>, Vec<Spanned<TradeId>>) {
        let around = self.prepared.around();
        let is_skill = |span: &Range<usize>| around.has_before(span.start, Cue::Skill, 4);
        let (skills, titles): (Vec<_>, Vec<_>) =
            entries.trades().into_iter().partition(|(_, span)| is_skill(span));
        if titles.is_empty() {
            (skills, titles)
        } else {
            let musts = skills.into_iter().filter(|(_, span)| !self.is_preferred(span)).collect();
            (titles, musts)
        }
    }

    /// Years of experience; none where a beginner will do.
    pub(super) fn years(&self, years: &Years<'_>) -> Option<Spanned<f64>> {
        years.experience().filter(|(years, span)| *years > 0.0 && !self.is_preferred(span))
    }

    /// `经验者优先`, `желательно с удостоверением`.
    fn is_preferred(&self, span: &Range<usize>) -> bool {
        let clauses = self.prepared.clauses();
        let clause = clauses.clause(span);
        clauses.inside(&clause).any(|m| {
            let gap = if m.span.end <= span.start {
                m.span.end..span.start
            } else {
                span.end..m.span.start.max(span.end)
            };
            m.meaning == Meaning::Cue(Cue::Preferred) && self.text[gap].chars().count() <= NEAR + 6
        })
    }

    /// `18-40岁`, `до 45 лет`, `max 50th`, `от 18`, `40以下`.
    pub(super) fn ages(&self) -> Ages {
        let mut ages = Ages::default();
        for figure in &self.prepared.figures {
            let Some(said) = self.is_age(figure) else { continue };
            let span = figure.span.clone();
            if let Some(high) = figure.high {
                // Two groups, 男18-45 女18-40: the widest.
                let (low, high) = (figure.low as u8, high as u8);
                ages.min = wider(ages.min, (low, span.clone()), |old, new| new < old);
                ages.max = wider(ages.max, (high, span), |old, new| new > old);
                continue;
            }
            match said {
                Bound::Least => ages.min = wider(ages.min, (figure.low as u8, span), |old, new| new < old),
                Bound::Most => ages.max = wider(ages.max, (figure.low as u8, span), |old, new| new > old),
            }
        }
        ages
    }

    fn is_age(&self, figure: &Figure) -> Option<Bound> {
        let whole = figure.low.fract() == 0.0 && AGES.contains(&figure.low) && figure.scale <= 10.0;
        let high = figure.high.is_none_or(|high| {
            AGES.contains(&high) && high - figure.low >= APART
                || (high - figure.low - 1.0).abs() < f64::EPSILON && figure.low < 18.0
        });
        if !whole || !high {
            return None;
        }
        let around = self.prepared.around();
        let (before, after) = (around.before(figure.span.start, 5), around.after(figure.span.end, 5));
        let says =
            |words: &[&super::lexicon::Mention], cue| words.iter().any(|m| m.meaning == Meaning::Cue(cue));
        let close =
            |cue| after.iter().any(|m| m.meaning == Meaning::Cue(cue) && m.span.start <= figure.span.end + 1);
        let rest = self.text[figure.span.end..].trim_start();
        let counts_else =
            [Cue::People, Cue::Hours, Cue::Days, Cue::PerHour, Cue::PerDay, Cue::PerMonth, Cue::Months]
                .iter()
                .any(|cue| close(*cue))
                || after.iter().any(|m| {
                    m.span.start <= figure.span.end + 1
                        && matches!(m.meaning, Meaning::Currency(_) | Meaning::Scale(_))
                })
                || before.iter().any(|m| {
                    matches!(m.meaning, Meaning::Currency(_)) && m.span.end + 1 >= figure.span.start
                })
                || rest.starts_with([':', '%', '点', '号', '月', '元', '块'])
                || figure.digits && self.text[..figure.span.start].ends_with(':');
        let is_experience = says(&around.after(figure.span.end, 14), Cue::Experience)
            && close(Cue::Years)
            && figure.high.is_none()
            || says(&around.before(figure.span.start, 12), Cue::Experience);
        if counts_else || is_experience || says(&before, Cue::Trial) {
            return None;
        }
        let is_said = close(Cue::YearsOld)
            || says(&before, Cue::Age)
            || says(&before, Cue::YearsOld)
            || close(Cue::Years)
                && figure.low >= 14.0
                && (figure.high.is_some() || !self.text.contains(super::is_han));
        let is_sexed = [Cue::Male, Cue::Female, Cue::BothSexes]
            .iter()
            .any(|cue| says(&before, *cue) || says(&after, *cue));
        let least = has_bound(&before, &after, Cue::AtLeast, figure);
        let most = has_bound(&before, &after, Cue::AtMost, figure);
        let is_range =
            figure.high.is_some_and(|high| figure.low >= 14.0 && high >= 25.0 && high - figure.low >= 5.0);
        match figure.high {
            Some(_) if is_said || is_sexed || is_range => Some(Bound::Most),
            Some(_) => None,
            None if (is_said || is_sexed) && most => Some(Bound::Most),
            None if (is_said || is_sexed || rest.starts_with('+'))
                && (least || rest.starts_with('+'))
                && figure.low >= 14.0 =>
            {
                Some(Bound::Least)
            }
            None => None,
        }
    }
}

fn has_bound(
    before: &[&super::lexicon::Mention],
    after: &[&super::lexicon::Mention],
    cue: Cue,
    figure: &Figure,
) -> bool {
    let is = |m: &&&super::lexicon::Mention| m.meaning == Meaning::Cue(cue);
    before.iter().filter(is).any(|m| m.span.end + 6 >= figure.span.start) || after.iter().any(|m| is(&m))
}

enum Bound {
    Least,
    Most,
}

fn wider(
    known: Option<Spanned<u8>>,
    new: Spanned<u8>,
    is_wider: impl Fn(u8, u8) -> bool,
) -> Option<Spanned<u8>> {
    match known {
        Some(old) if !is_wider(old.0, new.0) => Some(old),
        _ => Some(new),
    }
}
