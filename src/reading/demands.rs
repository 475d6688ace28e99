//! What an ad asks of people: papers, years, an age, further skills. Only what is a must.

use super::around::has;
use super::figures::Figure;
use super::headcount::counts;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::trades::{Entries, Spanned};
use super::years::Years;
use crate::domain::{CertificateId, Lang, TradeId};
use std::ops::Range;

/// Ages that an ad may name.
const AGES: std::ops::RangeInclusive<f64> = 12.0..=70.0;
/// Two ages of a range lie at least so far apart; `8-9` is a time of day.
const APART: f64 = 2.0;
/// Who is not older may be named as the youngest that will do.
const GROWN: f64 = 18.0;
/// Letters between what is asked and the word that says it is only preferred.
const NEAR: usize = 16;
/// Letters between a figure and the word for experience.
const FAR: usize = 14;

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
    pub(super) fn certificates(
        &self,
        entries: &Entries<'_>,
        country: Option<&str>,
    ) -> Vec<Spanned<CertificateId>> {
        entries.certificates(country).into_iter().filter(|(_, span)| !self.is_preferred(span)).collect()
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

    /// Years of experience; none where a beginner will do, and none that are the term of a contract or an age.
    pub(super) fn years(&self, years: &Years<'_>) -> Option<Spanned<f64>> {
        let around = self.prepared.around();
        let is_asked = |span: &Range<usize>| {
            let (before, after) = (around.before(span.start, FAR), around.after(span.end, FAR));
            let says = |cues: &[Cue]| {
                before
                    .iter()
                    .chain(&after)
                    .any(|m| matches!(m.meaning, Meaning::Cue(cue) if cues.contains(&cue)))
            };
            let is_least = says(&[Cue::Experience, Cue::AtLeast]) || self.text[span.end..].starts_with('+');
            let close = around.before(span.start, 8).into_iter().chain(around.after(span.end, 8));
            let lasts = close.into_iter().any(|m| {
                matches!(
                    m.meaning,
                    Meaning::Cue(Cue::Lasts | Cue::Contract | Cue::YearsOld | Cue::Age | Cue::Kept)
                )
            });
            is_least && !lasts
        };
        let figure = |span: &Range<usize>| self.prepared.figures.iter().find(|figure| figure.span == *span);
        years.experience().filter(|(years, span)| {
            *years > 0.0
                && !self.is_preferred(span)
                && is_asked(span)
                && figure(span).is_none_or(|figure| self.is_age(figure).is_none())
        })
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
            m.meaning == Meaning::Cue(Cue::Preferred) && self.text[gap].chars().count() <= NEAR
        })
    }

    /// `18-40岁`, `до 45 лет`, `max 50th`, `от 18`, `40以下`.
    pub(super) fn ages(&self) -> Ages {
        let mut ages = Ages::default();
        for figure in &self.prepared.figures {
            let Some(said) = self.is_age(figure) else { continue };
            let span = figure.span.clone();
            let low = (figure.low as u8, span.clone());
            match (figure.high, said) {
                // 15-16岁也收: so young is no upper limit.
                (Some(high), _) if high <= GROWN => {
                    ages.min = Some(wider(ages.min, low, |old, new| new < old));
                }
                // Two groups, 男18-45 女18-40: the widest.
                (Some(high), _) => {
                    ages.min = Some(wider(ages.min, low, |old, new| new < old));
                    ages.max = Some(wider(ages.max, (high as u8, span), |old, new| new > old));
                }
                (None, Bound::Least) => ages.min = Some(wider(ages.min, low, |old, new| new < old)),
                (None, Bound::Most) => ages.max = Some(wider(ages.max, low, |old, new| new > old)),
            }
        }
        ages
    }

    fn is_age(&self, figure: &Figure) -> Option<Bound> {
        let whole = figure.low.fract() == 0.0 && AGES.contains(&figure.low) && figure.scale <= 10.0;
        let is_young = |high: f64| (high - figure.low - 1.0).abs() < f64::EPSILON && figure.low < 18.0;
        let high = figure
            .high
            .is_none_or(|high| AGES.contains(&high) && high - figure.low >= APART || is_young(high));
        if !whole || !high || self.counts_else(figure) {
            return None;
        }
        let around = self.prepared.around();
        let (before, after) = (around.before(figure.span.start, 5), around.after(figure.span.end, 5));
        let rest = self.text[figure.span.end..].trim_start();
        let is_said = self.has_close(figure, Cue::YearsOld)
            || has(&before, Cue::Age)
            || has(&before, Cue::YearsOld)
            || self.has_close(figure, Cue::Years)
                && figure.low >= 14.0
                && (figure.high.is_some() || !self.text.contains(super::is_han));
        let is_sexed = [Cue::Male, Cue::Female, Cue::BothSexes]
            .iter()
            .any(|cue| has(&before, *cue) || has(&after, *cue));
        if let Some(high) = figure.high {
            let is_range = figure.low >= 14.0 && high >= 25.0 && high - figure.low >= 5.0;
            return (is_said || is_sexed || is_range).then_some(Bound::Most);
        }
        let least = has_bound(&before, &after, Cue::AtLeast, figure)
            || rest.starts_with('+')
            || has(&before, Cue::Since);
        let most = has_bound(&before, &after, Cue::AtMost, figure);
        let over = has_bound(&before, &after, Cue::Over, figure) || least;
        let (from_here, to_here) = self.uzbek_bounds(figure);
        let sentence = self.prepared.clauses().sentence(&figure.span);
        let is_unwanted = || {
            let clauses = self.prepared.clauses();
            clauses.has(&sentence, Cue::Unwanted) || has(&before, Cue::Not)
        };
        let is_plausible = is_said
            || is_sexed
            || (figure.low >= 30.0 && most)
            || rest.starts_with('+')
            || figure.low < 21.0 && least;
        if is_plausible && (most || to_here)
            || over && figure.low >= 30.0 && (is_said || is_sexed || has(&before, Cue::Over)) && is_unwanted()
        {
            return Some(Bound::Most);
        }
        // 17 y/o is fine, 满17岁: who is so young is meant to be the youngest.
        let is_youngest = is_said && figure.low < 18.0;
        (is_plausible && figure.low >= 14.0 && (least || from_here || is_youngest)).then_some(Bound::Least)
    }

    /// Whether a figure counts people, hours, days or money.
    fn counts_else(&self, figure: &Figure) -> bool {
        let around = self.prepared.around();
        let after = around.after(figure.span.end, 1);
        let rest = self.text[figure.span.end..].trim_start();
        let lead = &self.text[..figure.span.start];
        let counted =
            [Cue::People, Cue::Hours, Cue::Days, Cue::PerHour, Cue::PerDay, Cue::PerMonth, Cue::Months];
        let is_experience = has(&around.after(figure.span.end, FAR), Cue::Experience)
            && self.has_close(figure, Cue::Years)
            && figure.high.is_none()
            || has(&around.before(figure.span.start, 12), Cue::Experience);
        counted.iter().any(|cue| has(&after, *cue))
            || after.iter().any(|m| matches!(m.meaning, Meaning::Currency(_) | Meaning::Scale(_)))
            || around.before(figure.span.start, 0).iter().any(|m| matches!(m.meaning, Meaning::Currency(_)))
            || rest.starts_with([':', '%', '点', '号', '月', '元', '块', '/'])
            || figure.digits && lead.ends_with([':', '/'])
            || is_experience
            || has(&around.before(figure.span.start, 2), Cue::Trial)
            || !has(&after, Cue::Male) && !has(&after, Cue::Female) && counts(self.prepared, figure)
    }

    fn has_close(&self, figure: &Figure, cue: Cue) -> bool {
        has(&self.prepared.around().after(figure.span.end, 1), cue)
    }

    /// Uzbek hangs from and until on the word for years: `16 yoshdan`, `60 yoshgacha`.
    fn uzbek_bounds(&self, figure: &Figure) -> (bool, bool) {
        if self.prepared.text.lang() != Lang::UZ {
            return (false, false);
        }
        let at = self.prepared.text.origin(figure.span.clone()).end;
        let rest = self.prepared.typed[at..].trim_start().to_lowercase();
        let word: String =
            rest.chars().take_while(|c| c.is_alphabetic() || matches!(c, '-' | '\'')).collect();
        let ends = |ends: [&str; 2]| ends.iter().any(|end| word.ends_with(end));
        let is_over = rest[word.len()..].trim_start().starts_with(['o', 'о']);
        (ends(["dan", "дан"]) && !is_over, ends(["gacha", "гача"]) || ends(["dan", "дан"]) && is_over)
    }
}

fn has_bound(before: &[&Mention], after: &[&Mention], cue: Cue, figure: &Figure) -> bool {
    let is = |m: &&&Mention| m.meaning == Meaning::Cue(cue);
    before.iter().filter(is).any(|m| m.span.end + 6 >= figure.span.start) || after.iter().any(|m| is(&m))
}

enum Bound {
    Least,
    Most,
}

/// The wider of a limit that is known and a new one.
fn wider(known: Option<Spanned<u8>>, new: Spanned<u8>, is_wider: impl Fn(u8, u8) -> bool) -> Spanned<u8> {
    known.filter(|old| !is_wider(old.0, new.0)).unwrap_or(new)
}
