//! What somebody who looks for work says of themselves.

use super::around::Around;
use super::calls;
use super::figures::figures;
use super::lexicon::{Lexicon, Mention};
use super::meaning::{Cue, Meaning};
use super::names;
use super::text::Folded;
use super::trades::{Entries, Spanned};
use super::wage::{Wage, wage};
use super::when::When;
use super::whereabouts;
use super::years::{Age, Years};
use crate::domain::{CertificateId, IndustryId, Lang, Nature, Preference, Taxonomy, TradeId};
use crate::place::{Mentioned, Places};
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

/// What texts are read with.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    /// The words that readers know.
    pub lexicon: &'a Lexicon,
    /// What trades, certificates and industries there are.
    pub taxonomy: &'a Taxonomy,
    /// What places there are.
    pub places: &'a Places,
}

/// Reads an introduction.
#[must_use]
pub fn worker(tables: Tables<'_>, typed: &str, lang: Lang, today: Date) -> WorkerFacts {
    let Tables { lexicon, taxonomy, places } = tables;
    let text = Folded::new(typed, lang);
    let mentions = lexicon.find(&text);
    let figures = figures(&text, &mentions);
    let entries = Entries::new(&text, &mentions, taxonomy);
    let around = Around::new(&text, &mentions);
    let mentioned = places.mentioned(typed, country_of(lang), lang);
    let whereabouts = whereabouts::sort(typed, &text, around, mentioned);
    let abroad = whereabouts.work.first().or(whereabouts.home.as_ref()).map(|place| place.country.clone());
    let country = abroad.as_deref();
    let calls = calls::numbers(&text, country.or_else(|| country_of(lang)));
    let is_free =
        |span: &Range<usize>| calls.iter().all(|(_, call)| span.end <= call.start || span.start >= call.end);
    let figures: Vec<_> = figures.into_iter().filter(|figure| is_free(&figure.span)).collect();
    let years = Years::new(&text, &mentions, &figures, today);
    let cues = Cues { around, mentions: &mentions };

    let stated = |span: Range<usize>| (text.origin(span), Sure::Stated);
    let trades: Vec<Read<TradeId>> = entries.trades().into_iter().map(|found| read(found, &stated)).collect();
    let named = entries.industry().map(|found| read(found, &stated));
    let usual = || {
        let first = trades.first()?;
        let value = taxonomy.trade(first.value.as_str())?.industry.clone();
        Some(Read { value, span: first.span.clone(), sure: Sure::Inferred })
    };
    let nature = NATURES.iter().find_map(|(cue, nature)| Some((*nature, cues.find(*cue)?)));
    let nature = nature.map(|found| read(found, &stated));
    let preference = cues.preference().map(|found| read(found, &stated)).or_else(|| {
        let nature = nature.as_ref()?;
        let short = matches!(nature.value, Nature::PartTime | Nature::DayLabour | Nature::Seasonal);
        let span = nature.span.clone();
        short.then_some(Read { value: Preference::Flexible, span, sure: Sure::Inferred })
    });
    let place = |value: Mentioned| Read { span: value.span.clone(), value, sure: Sure::Stated };
    WorkerFacts {
        places: whereabouts.work.into_iter().map(place).collect(),
        home: whereabouts.home.map(place),
        name: names::name(typed, &text, &mentions).map(|(value, span)| Read {
            value,
            span,
            sure: Sure::Stated,
        }),
        languages: cues.languages(lexicon).into_iter().map(|found| read(found, &stated)).collect(),
        age: years.age().map(|found| read(found, &stated)),
        phone: calls.first().cloned().map(|found| read(found, &stated)),
        industry: named.or_else(usual),
        certificates: entries.certificates().into_iter().map(|found| read(found, &stated)).collect(),
        years: years.experience().map(|found| read(found, &stated)),
        preference,
        nature,
        pay: wage(&text, &mentions, &figures, lexicon, country).map(|wage| {
            let (span, _) = stated(wage.span.clone());
            let sure = if wage.unit_said { Sure::Stated } else { Sure::Inferred };
            Read { value: wage, span, sure }
        }),
        available: cues
            .find(Cue::AtOnce)
            .map(|span| (today, span))
            .or_else(|| When::new(&text, &mentions, &figures, today).day())
            .map(|found| read(found, &stated)),
        would_move: cues.would_move().map(|found| read(found, &stated)),
        trades,
    }
}

fn read<T>((value, span): Spanned<T>, stated: &impl Fn(Range<usize>) -> (Range<usize>, Sure)) -> Read<T> {
    let (span, sure) = stated(span);
    Read { value, span, sure }
}

/// The country whose numbers people of a language write without its code.
fn country_of(lang: Lang) -> Option<&'static str> {
    Some(match lang.as_str() {
        "zh" => "CN",
        "ru" => "RU",
        "vi" => "VN",
        "id" => "ID",
        "uz" => "UZ",
        _ => return None,
    })
}

/// Words that say something by themselves.
struct Cues<'a> {
    around: Around<'a>,
    mentions: &'a [Mention],
}

impl Cues<'_> {
    /// The first of these words that nothing denies.
    fn find(&self, cue: Cue) -> Option<Range<usize>> {
        let is_it = |m: &&Mention| {
            m.meaning == Meaning::Cue(cue) && !self.around.has_before(m.span.start, Cue::Not, NEAR)
        };
        self.mentions.iter().find(is_it).map(|m| m.span.clone())
    }

    fn preference(&self) -> Option<Spanned<Preference>> {
        let either = self.find(Cue::EitherTerm).map(|span| (Preference::Either, span));
        either.or_else(|| match (self.find(Cue::Fixed), self.find(Cue::Flexible)) {
            (Some(span), None) => Some((Preference::Fixed, span)),
            (None, Some(span)) => Some((Preference::Flexible, span)),
            (Some(span), Some(_)) => Some((Preference::Either, span)),
            (None, None) => None,
        })
    }

    fn languages(&self, lexicon: &Lexicon) -> Vec<Spanned<String>> {
        let mut found: Vec<Spanned<String>> = Vec::new();
        for mention in self.mentions {
            let Meaning::Language(at) = mention.meaning else { continue };
            let code = lexicon.language(at);
            let is_denied = self.around.has_before(mention.span.start, Cue::Not, NEAR);
            if !is_denied && found.iter().all(|(known, _)| known != code) {
                found.push((code.to_owned(), mention.span.clone()));
            }
        }
        found
    }

    fn would_move(&self) -> Option<Spanned<bool>> {
        let stays = self.find(Cue::NearHome).map(|span| (false, span));
        stays.or_else(|| Some((true, self.find(Cue::Anywhere)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::WageUnit;
    use jiff::civil::date;
    use std::sync::LazyLock;

    #[test]
    fn one_message_tells_a_profile() {
        let taxonomy = Taxonomy::embedded();
        let lexicon = Lexicon::new(&taxonomy).unwrap();
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
            static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&TAXONOMY).unwrap());
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
