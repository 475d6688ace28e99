//! Whether a text speaks of work at all: whether somebody introduces himself, or looks for people; and not only tells,
//! asks or sells something in words that stand in both.
//!
//! Every fact speaks for it, the clearer ones more; questions, stories and sales speak against it. The weights are
//! small whole numbers, found by hand on texts of six languages.

use super::clause::Clauses;
use super::job::JobFacts;
use super::meaning::Cue;
use super::prepared::Prepared;
use super::worker::WorkerFacts;

/// What all that speaks for it must outweigh.
const LEAST: i32 = 4;
/// Letters of a text that needs not say who speaks: `电工 深圳 400一天`.
const SHORT: usize = 40;

/// Whether a text introduces somebody who looks for work.
pub(super) fn is_introduction(prepared: &Prepared<'_>, facts: &WorkerFacts) -> bool {
    let said = [
        (2, !facts.trades.is_empty()),
        (2, facts.age.is_some()),
        (1, facts.name.is_some()),
        (1, facts.phone.is_some()),
        (1, facts.years.is_some()),
        (1, !facts.certificates.is_empty()),
        (1, !facts.places.is_empty()),
        (1, facts.home.is_some()),
        (1, facts.pay.is_some()),
        (1, facts.available.is_some()),
        (1, facts.nature.is_some() || facts.preference.is_some()),
        (1, facts.would_move.is_some()),
        (1, !facts.languages.is_empty()),
        (3, has(prepared, Cue::Seeking) || has(prepared, Cue::Wanted)),
        (1, has(prepared, Cue::Me)),
    ];
    // A trade, a place and pay may be anybody's: a longer text says more of who speaks.
    let said_of_anybody = [!facts.trades.is_empty(), !facts.places.is_empty(), facts.pay.is_some()];
    let of_anybody = said_of_anybody.iter().filter(|is_said| **is_said).count();
    let says_who = said.iter().filter(|(_, is_said)| *is_said).count() > of_anybody;
    outweighs(prepared, &said) && (says_who || prepared.typed.chars().count() <= SHORT)
}

/// Whether a text looks for people.
pub(super) fn is_ad(prepared: &Prepared<'_>, facts: &JobFacts) -> bool {
    let requires = &facts.requires;
    let said = [
        (2, !facts.trades.is_empty()),
        (2, facts.headcount.is_some()),
        (1, facts.pay.is_some()),
        (1, !facts.places.is_empty()),
        (1, facts.phone.is_some()),
        (2, !facts.provides.is_empty()),
        (1, facts.settlement.is_some()),
        (1, facts.start.is_some()),
        (1, facts.nature.is_some() || facts.preference.is_some()),
        (1, requires.age_min.is_some() || requires.age_max.is_some()),
        (1, requires.years.is_some() || !requires.certificates.is_empty()),
        (1, facts.industry.is_some()),
        (3, has(prepared, Cue::Recruit)),
    ];
    outweighs(prepared, &said)
}

/// Whether a text asks, sells or tells something, or says that somebody stopped looking.
pub(super) fn is_aside(prepared: &Prepared<'_>) -> bool {
    let asks = prepared.text.text().contains('?');
    asks || [Cue::Question, Cue::Selling, Cue::Story, Cue::Closed].into_iter().any(|cue| has(prepared, cue))
}

/// Whether somebody looks for work no more.
pub(super) fn leaves(prepared: &Prepared<'_>) -> bool {
    has(prepared, Cue::Leaving)
}

fn outweighs(prepared: &Prepared<'_>, said: &[(i32, bool)]) -> bool {
    let for_it: i32 = said.iter().filter(|(_, is_said)| *is_said).map(|(weight, _)| weight).sum();
    let against =
        [(3, Cue::Question), (5, Cue::Selling), (3, Cue::Story), (6, Cue::Closed), (6, Cue::Leaving)];
    let against: i32 = against.iter().filter(|(_, cue)| has(prepared, *cue)).map(|(weight, _)| weight).sum();
    for_it - against >= LEAST
}

fn has(prepared: &Prepared<'_>, cue: Cue) -> bool {
    let clauses: Clauses<'_> = prepared.clauses();
    clauses.has(&(0..prepared.text.text().len()), cue)
}
