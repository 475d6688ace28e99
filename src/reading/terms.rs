//! For how long and how somebody works, or is wanted.

use super::around::Around;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::trades::Spanned;
use super::worker::{Read, Sure};
use crate::domain::{Nature, Preference};
use std::ops::Range;

/// Words that say how somebody works, the more special first.
const NATURES: [(Cue, Nature); 5] = [
    (Cue::Seasonal, Nature::Seasonal),
    (Cue::PartTime, Nature::PartTime),
    (Cue::DayLabour, Nature::DayLabour),
    (Cue::Contract, Nature::Contract),
    (Cue::FullTime, Nature::FullTime),
];
/// Letters between a word that denies and what it denies.
const NEAR: usize = 2;

/// Words that say something by themselves.
pub(super) struct Terms<'a> {
    around: Around<'a>,
    mentions: &'a [Mention],
}

impl<'a> Terms<'a> {
    pub(super) fn new(prepared: &'a Prepared<'a>) -> Self {
        Self { around: prepared.around(), mentions: &prepared.mentions }
    }

    /// The first of these words that nothing denies.
    pub(super) fn find(&self, cue: Cue) -> Option<Range<usize>> {
        let is_it = |m: &&Mention| {
            m.meaning == Meaning::Cue(cue) && !self.around.has_before(m.span.start, Cue::Not, NEAR)
        };
        self.mentions.iter().find(is_it).map(|m| m.span.clone())
    }

    pub(super) fn nature(&self) -> Option<Spanned<Nature>> {
        NATURES.iter().find_map(|(cue, nature)| Some((*nature, self.find(*cue)?)))
    }

    /// A contract for years or months is one for a fixed term.
    pub(super) fn fixed_term(duration: Option<&Spanned<u32>>) -> Option<Spanned<Nature>> {
        let (days, span) = duration?;
        (*days >= 180).then(|| (Nature::Contract, span.clone()))
    }

    /// For how long: said, or as the nature of the work has it.
    pub(super) fn preference(
        &self,
        nature: Option<&Read<Nature>>,
    ) -> Option<(Preference, Range<usize>, Sure)> {
        let either = self.find(Cue::EitherTerm).map(|span| (Preference::Either, span));
        let said = either.or_else(|| match (self.find(Cue::Fixed), self.find(Cue::Flexible)) {
            (Some(span), None) => Some((Preference::Fixed, span)),
            (None, Some(span)) => Some((Preference::Flexible, span)),
            (Some(span), Some(_)) => Some((Preference::Either, span)),
            (None, None) => None,
        });
        let by_nature = || {
            let nature = nature?;
            let short = matches!(nature.value, Nature::PartTime | Nature::DayLabour | Nature::Seasonal);
            let cue = NATURES.iter().find(|(_, value)| *value == nature.value)?.0;
            short.then(|| Some((Preference::Flexible, self.find(cue)?, Sure::Inferred)))?
        };
        said.map(|(value, span)| (value, span, Sure::Stated)).or_else(by_nature)
    }

    /// Whether somebody would work elsewhere.
    pub(super) fn would_move(&self) -> Option<Spanned<bool>> {
        let stays = self.find(Cue::NearHome).map(|span| (false, span));
        stays.or_else(|| Some((true, self.find(Cue::Anywhere)?)))
    }
}
