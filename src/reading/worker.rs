//! What somebody who looks for work says of themselves.

use super::kind;
use super::lexicon::Lexicon;
use super::meaning::{Cue, Meaning};
use super::names;
use super::prepared::{Prepared, Tables, country_of};
use super::terms::Terms;
use super::trades::{Entries, Spanned};
use super::wage::{Wage, wage};
use super::when::When;
use super::whereabouts;
use super::years::{Age, Years};
use crate::domain::{CertificateId, IndustryId, Lang, Nature, Preference, TradeId};
use crate::place::Mentioned;
use jiff::civil::Date;
use std::ops::Range;

/// A fact that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<T> {
    /// The fact.
    pub value: T,
    /// Where it stood in what was typed.
    pub span: Range<usize>,
    /// How sure it is.
    pub sure: Sure,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// It was said.
    Stated,
    /// It follows from something that was said.
    Inferred,
}

/// The facts of an introduction; what was not said is missing.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct WorkerFacts {
    /// Whether the text as a whole introduces somebody: an answer to a question does not, nor does a story.
    pub is_introduction: bool,
    /// Whether it asks, sells or tells something, whatever facts stand in it.
    pub is_aside: bool,
    /// Whether the person looks for work no more.
    pub leaves: bool,
    pub name: Option<Read<String>>,
    pub age: Option<Read<Age>>,
    pub phone: Option<Read<String>>,
    pub industry: Option<Read<IndustryId>>,
    pub trades: Vec<Read<TradeId>>,
    pub certificates: Vec<Read<CertificateId>>,
    /// Years of experience.
    pub years: Option<Read<f64>>,
    /// Where work is wanted, else where the person is.
    pub places: Vec<Read<Mentioned>>,
    pub home: Option<Read<Mentioned>>,
    pub preference: Option<Read<Preference>>,
    pub nature: Option<Read<Nature>>,
    pub pay: Option<Read<Wage>>,
    /// The first day; `today` for at once.
    pub available: Option<Read<Date>>,
    pub would_move: Option<Read<bool>>,
    /// ISO 639-1 codes.
    pub languages: Vec<Read<String>>,
}

/// Letters between a word that denies and what it denies.
const NEAR: usize = 2;

/// Reads an introduction.
#[must_use]
pub fn worker(tables: Tables<'_>, typed: &str, lang: Lang, today: Date) -> WorkerFacts {
    let Tables { lexicon, taxonomy, places } = tables;
    let mut prepared = Prepared::new(lexicon, typed, lang);
    let mut mentioned = prepared.places(places);
    let spans: Vec<Range<usize>> = mentioned.iter().map(|place| place.span.clone()).collect();
    let name = names::name(&prepared, &prepared.numbers(&countries(&mentioned)), &spans);
    // Mỹ Hạnh does not come from America.
    mentioned.retain(|place| {
        name.as_ref().is_none_or(|(_, name)| place.span.end <= name.start || place.span.start >= name.end)
    });
    let others: Vec<String> = mentioned.iter().map(|place| place.country.clone()).collect();
    let whereabouts = whereabouts::sort(&prepared, mentioned);
    let wanted = whereabouts.work.iter().chain(&whereabouts.home).map(|place| place.country.clone());
    let order: Vec<String> = wanted.chain(others).collect();
    let country = order
        .first()
        .map(String::as_str)
        .filter(|_| !whereabouts.work.is_empty() || whereabouts.home.is_some());
    let calls = prepared.calls(&order.iter().map(String::as_str).collect::<Vec<_>>());
    let Prepared { text, mentions, figures, .. } = &prepared;
    let entries = Entries::new(text, mentions, taxonomy);
    let years = Years::new(text, mentions, figures, today);
    let terms = Terms::new(&prepared);

    let stated = |span: Range<usize>| (text.origin(span), Sure::Stated);
    let trades: Vec<Read<TradeId>> = entries.trades().into_iter().map(|found| read(found, &stated)).collect();
    let named = entries.industry().map(|found| read(found, &stated));
    let usual = || {
        let first = trades.first()?;
        let value = taxonomy.trade(first.value.as_str())?.industry.clone();
        Some(Read { value, span: first.span.clone(), sure: Sure::Inferred })
    };
    let nature = terms.nature().map(|found| read(found, &stated));
    let preference = terms.preference(nature.as_ref());
    let place = |value: Mentioned| Read { span: value.span.clone(), value, sure: Sure::Stated };
    let mut facts = WorkerFacts {
        is_introduction: false,
        is_aside: kind::is_aside(&prepared),
        leaves: kind::leaves(&prepared),
        places: whereabouts.work.into_iter().map(place).collect(),
        home: whereabouts.home.map(place),
        name: name.map(|(value, span)| Read { value, span, sure: Sure::Stated }),
        languages: languages(&prepared, lexicon).into_iter().map(|found| read(found, &stated)).collect(),
        age: years.age().map(|found| read(found, &stated)),
        phone: calls.first().cloned().map(|found| read(found, &stated)),
        industry: named.or_else(usual),
        certificates: entries
            .certificates(country.or_else(|| country_of(lang)))
            .into_iter()
            .map(|found| read(found, &stated))
            .collect(),
        years: years.experience().map(|found| read(found, &stated)),
        preference: preference.map(|(value, span, sure)| Read { value, span: text.origin(span), sure }),
        nature,
        pay: wage(text, mentions, figures, lexicon, country).map(|wage| {
            let (span, _) = stated(wage.span.clone());
            let sure = if wage.unit_said { Sure::Stated } else { Sure::Inferred };
            Read { value: wage, span, sure }
        }),
        available: terms
            .find(Cue::AtOnce)
            .map(|span| (today, span))
            .or_else(|| When::new(text, mentions, figures, today).day())
            .map(|found| read(found, &stated)),
        would_move: terms.would_move().map(|found| read(found, &stated)),
        trades,
    };
    facts.is_introduction = kind::is_introduction(&prepared, &facts);
    facts
}

fn countries(places: &[Mentioned]) -> Vec<&str> {
    places.iter().map(|place| place.country.as_str()).collect()
}

fn read<T>((value, span): Spanned<T>, stated: &impl Fn(Range<usize>) -> (Range<usize>, Sure)) -> Read<T> {
    let (span, sure) = stated(span);
    Read { value, span, sure }
}

fn languages(prepared: &Prepared<'_>, lexicon: &Lexicon) -> Vec<Spanned<String>> {
    let mut found: Vec<Spanned<String>> = Vec::new();
    for mention in &prepared.mentions {
        let Meaning::Language(at) = mention.meaning else { continue };
        let code = lexicon.language(at);
        let is_denied = prepared.around().has_before(mention.span.start, Cue::Not, NEAR);
        if !is_denied && found.iter().all(|(known, _)| known != code) {
            found.push((code.to_owned(), mention.span.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Taxonomy;
    use crate::place::Places;
    use crate::reading::WageUnit;
    use jiff::civil::date;
    use std::sync::LazyLock;

    #[test]
    fn one_message_tells_a_profile() {
        let taxonomy = Taxonomy::embedded();
        let lexicon = Lexicon::load();
        let today = date(2026, 11, 23);
        let typed = "李强，82年的，干了十年电工，有低压证，人在东莞，想找长期的，一天不低于350，随时，电话13100001122";
        let places = Places::load();
        let tables = Tables { lexicon: &lexicon, taxonomy: &taxonomy, places: &places };
        let facts = worker(tables, typed, Lang::ZH, today);
        assert_eq!(facts.places[0].value.en, "Dongguan");
        assert_eq!(facts.home, None);
        assert_eq!(facts.age.as_ref().map(|read| read.value), Some(Age::Born(1982)));
        assert_eq!(facts.name.as_ref().map(|read| read.value.as_str()), Some("李强"));
        assert_eq!(facts.phone.as_ref().map(|read| read.value.as_str()), Some("+8613100001122"));
        assert_eq!(facts.trades[0].value.as_str(), "electrician");
        assert_eq!(&typed[facts.trades[0].span.clone()], "电工");
        let industry = facts.industry.unwrap();
        assert_eq!((industry.value.as_str(), industry.sure), ("construction", Sure::Inferred));
        assert_eq!(facts.certificates[0].value.as_str(), "cn_mem_lv_electrician");
        assert_eq!(facts.years.map(|read| read.value), Some(10.0));
        assert_eq!(facts.preference.map(|read| read.value), Some(Preference::Fixed));
        let pay = facts.pay.unwrap().value;
        assert_eq!((pay.min, pay.max, pay.unit), (Some(350.0), None, WageUnit::Day));
        assert_eq!(facts.available.map(|read| read.value), Some(today));
        assert_eq!(facts.nature, None);
        assert_eq!(worker(tables, "早上好", Lang::ZH, today), WorkerFacts::default());
    }
    proptest::proptest! {
        #[test]
        fn any_text_can_be_read(typed in "(\\PC|[0-9年月日岁个千万k.,/ -]|电工|深圳|我叫|в |лет |tuổi |开始){0,40}") {
            static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
            static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
            static PLACES: LazyLock<Places> = LazyLock::new(Places::load);
            let tables = Tables { lexicon: &LEXICON, taxonomy: &TAXONOMY, places: &PLACES };
            for lang in [Lang::ZH, Lang::RU, Lang::VI, Lang::UZ] {
                let facts = worker(tables, &typed, lang, date(2026, 11, 23));
                let spans = [
                    facts.name.map(|read| read.span),
                    facts.age.map(|read| read.span),
                    facts.phone.map(|read| read.span),
                    facts.pay.map(|read| read.span),
                    facts.available.map(|read| read.span),
                    facts.home.map(|read| read.span),
                ];
                for span in spans.into_iter().flatten().chain(facts.places.into_iter().map(|read| read.span)) {
                    proptest::prop_assert!(typed.get(span).is_some());
                }
            }
        }
    }
}
