//! What an ad may not ask for, and the words that ask for it.
//!
//! A word alone is no proof: `不收押金`, `押金?没有` and `收押金的都是骗子` ask for no deposit. So each is looked at in its
//! part of the sentence ([`super::clause`]).

use super::clause::Clauses;
use super::demands::Ages;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::{Prepared, country_of};
use super::text::is_han;
use super::usual::{is_beyond, is_large};
use super::wage::Wage;
use crate::domain::{Hazard, Lang, Taxonomy, TradeId};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Something that an ad may not ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The worker is to pay something.
    UpfrontFee,
    /// The worker is to leave money, even if it is given back.
    Deposit,
    /// An original paper is kept.
    DocumentRetention,
    /// One sex is ruled out, asked for or preferred.
    DiscriminatoryGender,
    /// People below 50, or of some age, are ruled out.
    DiscriminatoryAge,
    /// People of some origin, belief or nationality are ruled out, or others are.
    DiscriminatoryEthnicity,
    /// Children are taken, or young people for dangerous work.
    Underage,
    /// The pay is beyond about three times the usual.
    TooGoodPay,
    /// There is no phone number, only a messenger or a link.
    OffPlatformContactOnly,
    /// Work abroad without a licence, a permit or the right visa.
    OverseasUnlicensed,
}

impl Flag {
    /// The id used in stored text, in slots and in locale keys (`flag-…`).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::UpfrontFee => "upfront_fee",
            Self::Deposit => "deposit",
            Self::DocumentRetention => "document_retention",
            Self::DiscriminatoryGender => "discriminatory_gender",
            Self::DiscriminatoryAge => "discriminatory_age",
            Self::DiscriminatoryEthnicity => "discriminatory_ethnicity",
            Self::Underage => "underage",
            Self::TooGoodPay => "too_good_pay",
            Self::OffPlatformContactOnly => "off_platform_contact_only",
            Self::OverseasUnlicensed => "overseas_unlicensed",
        }
    }
}

/// What else was read, for the flags that follow from it.
pub(super) struct Facts<'a> {
    pub(super) ages: &'a Ages,
    pub(super) trades: &'a [TradeId],
    pub(super) pay: Option<&'a Wage>,
    pub(super) has_phone: bool,
    /// Where places stand in the folded text.
    pub(super) places: &'a [Range<usize>],
    /// Of the workplace, if it is known.
    pub(super) country: Option<&'a str>,
    pub(super) taxonomy: &'a Taxonomy,
}

/// An upper limit of age from here on is usual and fair: <50 is flagged.
const OLD: u8 = 50;
/// Nobody younger may work.
const YOUNG: u8 = 16;
/// Nobody younger may do dangerous work.
const GROWN: u8 = 18;
/// Work that nobody under 18 may do.
const DANGERS: [Hazard; 4] = [Hazard::Height, Hazard::Electric, Hazard::Toxic, Hazard::ConfinedSpace];
/// Letters between a paper and the word that it is kept, and the word that it is given back.
const KEPT: usize = 18;
const BACK: usize = 26;
/// Letters between a group of people and the word that they are not wanted.
const NEAR: usize = 14;

/// The flags of an ad, each with the words for it in the folded text.
pub(super) fn flags(prepared: &Prepared<'_>, facts: &Facts<'_>) -> Vec<(Flag, Range<usize>)> {
    let reader = Reader { prepared, clauses: prepared.clauses(), text: prepared.text.text() };
    let found = [
        (Flag::UpfrontFee, reader.asked(Cue::Fee)),
        (Flag::Deposit, reader.asked(Cue::Deposit)),
        (Flag::DocumentRetention, reader.document_kept()),
        (Flag::DiscriminatoryGender, reader.one_sex()),
        (Flag::DiscriminatoryAge, young_only(facts.ages)),
        (Flag::DiscriminatoryEthnicity, reader.one_people(facts)),
        (Flag::Underage, reader.children(facts)),
        (Flag::TooGoodPay, reader.too_good(facts)),
        (Flag::OffPlatformContactOnly, reader.messenger_only(facts)),
        (Flag::OverseasUnlicensed, reader.wrong_papers(facts)),
    ];
    found.into_iter().filter_map(|(flag, span)| Some((flag, span?))).collect()
}

fn young_only(ages: &Ages) -> Option<Range<usize>> {
    ages.max.clone().filter(|(max, _)| *max < OLD).map(|(_, span)| span)
}

struct Reader<'a> {
    prepared: &'a Prepared<'a>,
    clauses: Clauses<'a>,
    text: &'a str,
}

impl Reader<'_> {
    fn cues(&self, cue: Cue) -> impl Iterator<Item = &Mention> {
        self.prepared.cues(cue)
    }

    /// Letters between two spans.
    fn gap(&self, a: &Range<usize>, b: &Range<usize>) -> usize {
        let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
        self.text.get(first.end..second.start).map_or(0, |gap| gap.chars().count())
    }

    /// Whether one of these words stands so near, in the same sentence.
    fn beside(&self, span: &Range<usize>, cue: Cue, letters: usize) -> bool {
        let sentence = self.clauses.sentence(span);
        self.clauses
            .inside(&sentence)
            .any(|m| m.meaning == Meaning::Cue(cue) && self.gap(&m.span, span) <= letters)
    }

    /// Money that is asked for: not denied, not paid by the employer, and no warning of those who ask.
    fn asked(&self, cue: Cue) -> Option<Range<usize>> {
        let asks = |m: &&Mention| {
            let clause = self.clauses.clause(&m.span);
            let sentence = self.clauses.sentence(&m.span);
            !self.clauses.is_denied(&m.span)
                && !self.clauses.has(&sentence, Cue::Fraud)
                && !self.clauses.has(&clause, Cue::Free)
        };
        self.cues(cue).find(asks).map(|m| m.span.clone())
    }

    fn document_kept(&self) -> Option<Range<usize>> {
        for document in self.cues(Cue::Document) {
            let sentence = self.clauses.sentence(&document.span);
            let kept = self.clauses.inside(&sentence).find(|m| {
                m.meaning == Meaning::Cue(Cue::Kept)
                    && self.gap(&m.span, &document.span) <= KEPT
                    && !self.clauses.is_denied(&m.span)
            });
            let Some(kept) = kept else { continue };
            let is_denied = self.clauses.is_denied(&document.span);
            let is_back = self.beside(&document.span, Cue::GivenBack, BACK);
            let is_asked = self.text[sentence.end..].starts_with('?');
            if !is_denied && !is_back && !is_asked && !self.clauses.has(&sentence, Cue::Fraud) {
                let (a, b) = (&document.span, &kept.span);
                return Some(a.start.min(b.start)..a.end.max(b.end));
            }
        }
        None
    }

    fn one_sex(&self) -> Option<Range<usize>> {
        let named = |cue| {
            self.cues(cue).filter(|m| self.is_written(m) && !self.is_a_question(&m.span)).collect::<Vec<_>>()
        };
        let (men, women) = (named(Cue::Male), named(Cue::Female));
        // 女生优先, 男的不要; but not 男女不限.
        let sentence_has = |m: &&&Mention, cue| {
            self.clauses.has(&self.clauses.clause(&m.span), cue) && self.beside(&m.span, cue, 6)
        };
        let is_both = self.cues(Cue::BothSexes).next().is_some();
        let singled = men.iter().chain(&women).find(|m| {
            let inside = self
                .cues(Cue::BothSexes)
                .any(|both| both.span.start <= m.span.start && m.span.end <= both.span.end);
            !inside
                && (sentence_has(m, Cue::Only)
                    || sentence_has(m, Cue::Unwanted)
                    || sentence_has(m, Cue::Preferred))
        });
        if let Some(singled) = singled {
            return Some(singled.span.clone());
        }
        let is_welcome = |m: &&Mention| {
            let clause = self.clauses.clause(&m.span);
            self.clauses.has(&(m.span.end..clause.end), Cue::GoodToo)
        };
        match (men.first(), women.first()) {
            (Some(m), None) | (None, Some(m)) if !is_both && !is_welcome(m) => Some(m.span.clone()),
            _ => None,
        }
    }

    /// `harus cewek?`
    fn is_a_question(&self, span: &Range<usize>) -> bool {
        let sentence = self.clauses.sentence(span);
        self.text[sentence.end..].starts_with('?') && self.text[sentence.end..].len() > 1
    }

    /// Vietnamese `năm` (year, five) folds to `nam` (man).
    fn is_written(&self, mention: &Mention) -> bool {
        let typed = &self.prepared.typed[self.prepared.text.origin(mention.span.clone())];
        self.prepared.text.lang() != Lang::VI
            || !typed.to_lowercase().contains(['ă', 'ặ', 'ắ']) && {
                // Without marks, 5 nam is five years.
                let before = self.text[..mention.span.start].trim_end();
                typed.to_lowercase() != "nam" || !before.ends_with(|c: char| c.is_ascii_digit())
            }
    }

    fn one_people(&self, facts: &Facts<'_>) -> Option<Range<usize>> {
        let excludes = |m: &&Mention| {
            let clause = self.clauses.clause(&m.span);
            let word = |cue| {
                self.clauses.inside(&clause).any(|o| {
                    o.meaning == Meaning::Cue(cue) && self.gap(&o.span, &m.span) <= NEAR && o.span != m.span
                })
            };
            word(Cue::Only) || word(Cue::Unwanted)
        };
        let named = self.cues(Cue::PeopleOf).find(excludes).map(|m| m.span.clone());
        let from = || {
            facts.places.iter().find(|place| {
                let rest = &self.text[place.end..];
                let is_people = ["人", "老乡", "籍", "的"].iter().any(|people| rest.starts_with(people));
                let unwanted = self.beside(place, Cue::Unwanted, 4)
                    && self.clauses.has(&self.clauses.clause(place), Cue::Unwanted);
                let only =
                    self.prepared.around().has_before(place.start, Cue::Only, 4) && !rest.starts_with('的');
                is_people && (unwanted || only)
            })
        };
        named.or_else(|| self.cues(Cue::Excluding).next().map(|m| m.span.clone())).or_else(|| from().cloned())
    }

    fn children(&self, facts: &Facts<'_>) -> Option<Range<usize>> {
        let (min, span) = facts.ages.min.clone().unzip();
        let is_dangerous = facts.trades.iter().any(|id| {
            let trade = facts.taxonomy.trade(id.as_str());
            trade.is_some_and(|trade| trade.hazards.iter().any(|hazard| DANGERS.contains(hazard)))
        });
        let is_young = min.is_some_and(|min| min < YOUNG || min < GROWN && is_dangerous);
        let named = || {
            let minors =
                |m: &&Mention| !self.clauses.is_denied(&m.span) && !self.beside(&m.span, Cue::Unwanted, NEAR);
            self.cues(Cue::Minor).find(minors).map(|m| m.span.clone())
        };
        span.filter(|_| is_young).or_else(named)
    }

    fn too_good(&self, facts: &Facts<'_>) -> Option<Range<usize>> {
        let pay = facts.pay?;
        let is_skilled = facts.trades.iter().any(|id| {
            facts
                .taxonomy
                .trade(id.as_str())
                .is_some_and(|trade| trade.kind == crate::domain::TradeKind::Professional)
        });
        let is_trivial = self.cues(Cue::Trivial).next().is_some();
        (is_beyond(pay, facts.country, is_skilled) || is_trivial && is_large(pay, facts.country))
            .then(|| pay.span.clone())
    }

    fn messenger_only(&self, facts: &Facts<'_>) -> Option<Range<usize>> {
        if facts.has_phone {
            return None;
        }
        let named =
            self.cues(Cue::Messenger).find(|m| !self.clauses.is_denied(&m.span)).map(|m| m.span.clone());
        // Not the one of an email address.
        let is_name = |(at, _): &(usize, &str)| {
            !self.text[..*at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
        };
        named.or_else(|| self.text.match_indices('@').find(is_name).map(|(at, _)| at..at + 1))
    }

    fn wrong_papers(&self, facts: &Facts<'_>) -> Option<Range<usize>> {
        let is_abroad =
            facts.country.is_none_or(|country| Some(country) != country_of(self.prepared.text.lang()));
        let is_right =
            self.cues(Cue::RightPapers).any(|m| !self.clauses.is_denied(&m.span) && !self.is_inside_wrong(m));
        if !is_abroad || is_right {
            return None;
        }
        let wrong = |m: &&Mention| !self.is_refused(&m.span) && !self.beside(&m.span, Cue::Fraud, NEAR);
        self.cues(Cue::WrongPapers).find(wrong).map(|m| m.span.clone())
    }

    fn is_inside_wrong(&self, mention: &Mention) -> bool {
        self.cues(Cue::WrongPapers)
            .any(|m| m.span.start <= mention.span.start && mention.span.end <= m.span.end)
    }

    /// `不走旅游签`: the word itself may begin with a denial, so only one before it counts.
    fn is_refused(&self, span: &Range<usize>) -> bool {
        let before = self
            .prepared
            .around()
            .before(span.start, if self.text[..span.start].ends_with(is_han) { 3 } else { 10 });
        before.iter().any(|m| m.meaning == Meaning::Cue(Cue::Not) && m.span.end <= span.start)
    }
}
