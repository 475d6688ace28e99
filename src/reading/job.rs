//! What an ad says of a job.

use super::demands::Demands;
use super::flags::{self, Facts, Flag};
use super::headcount::headcount;
use super::kind;
use super::meaning::Cue;
use super::offers::{self, Settlement};
use super::prepared::{Prepared, Tables, country_of};
use super::terms::Terms;
use super::trades::{Entries, Spanned};
use super::wage::{Wage, wage};
use super::when::When;
use super::whereabouts;
use super::worker::{Read, Sure};
use super::years::Years;
use crate::domain::{CertificateId, IndustryId, Lang, Nature, Preference, Provision, TradeId};
use crate::place::Mentioned;
use jiff::civil::Date;
use std::ops::Range;

/// The facts of an ad; what was not said is missing.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct JobFacts {
    /// Whether the text as a whole looks for people: a story in the same words does not.
    pub is_ad: bool,
    pub trades: Vec<Read<TradeId>>,
    pub industry: Option<Read<IndustryId>>,
    /// The least and the most people, over all roles.
    pub headcount: Option<Read<(u32, u32)>>,
    /// Where the work is.
    pub places: Vec<Read<Mentioned>>,
    pub pay: Option<Read<Wage>>,
    pub settlement: Option<Read<Settlement>>,
    pub requires: Requires,
    pub provides: Vec<Read<Provision>>,
    pub nature: Option<Read<Nature>>,
    pub preference: Option<Read<Preference>>,
    /// The first day; `today` for at once.
    pub start: Option<Read<Date>>,
    pub days: Option<Read<u32>>,
    pub phone: Option<Read<String>>,
    pub flags: Vec<Read<Flag>>,
}

/// What is a must; what is only preferred is not here.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Requires {
    /// Further skills, beside the trades that are looked for.
    pub trades: Vec<Read<TradeId>>,
    pub certificates: Vec<Read<CertificateId>>,
    pub years: Option<Read<f64>>,
    pub age_min: Option<Read<u8>>,
    pub age_max: Option<Read<u8>>,
}

/// Reads an ad.
#[must_use]
pub fn job(tables: Tables<'_>, typed: &str, lang: Lang, today: Date) -> JobFacts {
    let Tables { lexicon, taxonomy, places } = tables;
    let mut prepared = Prepared::new(lexicon, typed, lang);
    let mentioned = prepared.places(places);
    let spans: Vec<Range<usize>> = mentioned.iter().map(|place| prepared.folded(&place.span)).collect();
    let sites = whereabouts::sites(&prepared, mentioned);
    let country = sites.first().map(|site| site.country.clone());
    let country = country.as_deref();
    let calls = prepared.calls(&country.into_iter().collect::<Vec<_>>());
    let Prepared { text, mentions, figures, .. } = &prepared;
    let entries = Entries::new(text, mentions, taxonomy);
    let demands = Demands::new(&prepared);
    let pay = wage(text, mentions, figures, lexicon, country);
    let ages = demands.ages();
    let (titles, skills) = demands.trades(&entries);
    let ids: Vec<TradeId> = titles.iter().map(|(id, _)| id.clone()).collect();
    let facts = Facts {
        ages: &ages,
        trades: &ids,
        pay: pay.as_ref(),
        has_phone: !calls.is_empty(),
        places: &spans,
        country,
        taxonomy,
    };
    let duration = offers::duration(&prepared);
    let terms = Terms::new(&prepared);
    let nature = terms.nature().filter(|found| !is_settlement(&prepared, &found.1));
    let nature = nature.or_else(|| Terms::fixed_term(duration.as_ref()));

    let read = Reader { prepared: &prepared };
    let trades = read.all(titles);
    let usual = || {
        let first = trades.first()?;
        let value = taxonomy.trade(first.value.as_str())?.industry.clone();
        Some(Read { value, span: first.span.clone(), sure: Sure::Inferred })
    };
    let nature = nature.map(|found| read.one(found));
    let mut facts = JobFacts {
        is_ad: false,
        industry: entries.industry().map(|found| read.one(found)).or_else(usual),
        headcount: headcount(&prepared, pay.as_ref().map(|pay| &pay.span)).map(|found| read.one(found)),
        places: sites
            .into_iter()
            .map(|value| Read { span: value.span.clone(), value, sure: Sure::Stated })
            .collect(),
        settlement: offers::settlement(&prepared).map(|found| read.one(found)),
        requires: Requires {
            trades: read.all(skills),
            certificates: read.all(demands.certificates(&entries, country.or_else(|| country_of(lang)))),
            years: demands.years(&Years::new(text, mentions, figures, today)).map(|found| read.one(found)),
            age_min: ages.min.clone().map(|found| read.one(found)),
            age_max: ages.max.clone().map(|found| read.one(found)),
        },
        provides: read.all(offers::provided(&prepared)),
        preference: terms.preference(nature.as_ref()).map(|(value, span, sure)| Read {
            value,
            span: text.origin(span),
            sure,
        }),
        start: start(&prepared, today).map(|found| read.one(found)),
        days: duration.map(|found| read.one(found)),
        phone: calls.first().cloned().map(|found| read.one(found)),
        flags: read.all(flags::flags(&prepared, &facts)),
        pay: pay.map(|wage| Read {
            span: text.origin(wage.span.clone()),
            sure: if wage.unit_said { Sure::Stated } else { Sure::Inferred },
            value: wage,
        }),
        nature,
        trades,
    };
    facts.is_ad = kind::is_ad(&prepared, &facts);
    facts
}

/// `日结` tells when pay is paid out, and not that the work is for a day.
fn is_settlement(prepared: &Prepared<'_>, span: &Range<usize>) -> bool {
    prepared.cues(Cue::SettledDaily).any(|m| m.span == *span)
}

/// The first day of work: at once, or a day that is named. `急招` and its like are no day.
fn start(prepared: &Prepared<'_>, today: Date) -> Option<Spanned<Date>> {
    let is_urgent = |span: &Range<usize>| prepared.cues(Cue::Urgent).any(|m| m.span == *span);
    let clauses = prepared.clauses();
    let at_once = prepared.cues(Cue::AtOnce).find(|m| !is_urgent(&m.span) && !clauses.is_denied(&m.span));
    let named = || When::new(&prepared.text, &prepared.mentions, &prepared.figures, today).day();
    at_once.map(|m| (today, m.span.clone())).or_else(named)
}

struct Reader<'a> {
    prepared: &'a Prepared<'a>,
}

impl Reader<'_> {
    fn one<T>(&self, (value, span): Spanned<T>) -> Read<T> {
        Read { value, span: self.prepared.text.origin(span), sure: Sure::Stated }
    }

    fn all<T>(&self, found: Vec<Spanned<T>>) -> Vec<Read<T>> {
        found.into_iter().map(|found| self.one(found)).collect()
    }
}
