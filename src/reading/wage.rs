//! Pay: which figure of a text is what is asked or offered, for what, and in which money.
//!
//! Every figure is weighed: money beside it, a word for thousands, what it is paid for, a word for pay before
//! it; and against it, what makes it an age, a count, a year or a fee. The heaviest wins. What is not written
//! (the unit, thousands left out, the currency) follows from the size and the country.

use super::around::{Around, has};
use super::figures::Figure;
use super::lexicon::{Lexicon, Mention};
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use super::usual::Usual;
use crate::domain::{Currency, Lang};
use std::ops::Range;

/// What a figure is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum WageUnit {
    Hour,
    Day,
    Month,
    Year,
    Piece,
}

/// Pay as it was said, in full units of the currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Wage {
    /// Where, in the folded text.
    pub span: Range<usize>,
    /// At least; `None` where only the most was said.
    pub min: Option<f64>,
    /// At most; `None` for "and up".
    pub max: Option<f64>,
    /// What it is paid for.
    pub unit: WageUnit,
    /// Whether the unit was said and does not only follow from the size.
    pub unit_said: bool,
    /// ISO 4217 code; `None` where neither the text nor a place tells.
    pub currency: Option<String>,
}

/// Letters between a figure and a word that belongs to it.
const NEAR: usize = 3;
/// Letters between a word for pay and its figure.
const FAR: usize = 14;
/// Letters between a trade and its own wage.
const ROLE: usize = 6;
/// What a figure must weigh to be pay.
const LEAST: i32 = 2;

/// The pay that a text names. `country` (ISO 3166-1 alpha-2) is that of the workplace, where it is known.
#[must_use]
pub fn wage(
    text: &Folded,
    mentions: &[Mention],
    figures: &[Figure],
    lexicon: &Lexicon,
    country: Option<&str>,
) -> Option<Wage> {
    let reader =
        Reader { text: text.text(), lang: text.lang(), around: Around::new(text, mentions), lexicon };
    let home = country.map(|country| Currency::of_country(country).0).or_else(|| usual_currency(text.lang()));
    let weighed: Vec<(i32, Wage)> =
        figures.iter().filter_map(|figure| reader.weigh(figure, home.as_deref(), country)).collect();
    // The first of the heaviest.
    let best =
        weighed.iter().rev().max_by_key(|(weight, _)| *weight).filter(|(weight, _)| *weight >= LEAST)?;
    Some(reader.of_all_roles(best.1.clone(), &weighed))
}

/// The money that people of a language mean when they name none.
fn usual_currency(lang: Lang) -> Option<String> {
    let code = match lang.as_str() {
        "zh" => "CNY",
        "ru" => "RUB",
        "vi" => "VND",
        "id" => "IDR",
        "uz" => "UZS",
        _ => return None,
    };
    Some(code.to_owned())
}

struct Reader<'a> {
    text: &'a str,
    lang: Lang,
    around: Around<'a>,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// How much speaks for a figure being pay, and what it would be.
    fn weigh(&self, figure: &Figure, home: Option<&str>, country: Option<&str>) -> Option<(i32, Wage)> {
        let after = self.around.after(figure.span.end, NEAR);
        let before = self.around.before(figure.span.start, NEAR);
        if self.counts_else(figure, &after) {
            return None;
        }
        let written = after.iter().chain(&before).find_map(|m| match m.meaning {
            Meaning::Currency(at) => Some(self.lexicon.currency(at).to_owned()),
            _ => None,
        });
        let end = after
            .iter()
            .filter(|m| matches!(m.meaning, Meaning::Currency(_)))
            .map(|m| m.span.end)
            .fold(figure.span.end, usize::max);
        let unit = self.unit(figure.span.start, end);
        let is_pay = self.around.has_before(figure.span.start, Cue::Pay, FAR)
            || has(&self.around.after(end, NEAR), Cue::Pay);
        let home = self.by_scale(figure).or(home);
        let currency = self.dollars(written.as_deref(), home).or_else(|| home.map(str::to_owned));
        let usual = Usual::of(currency.as_deref(), country);
        let (low, high) = filled_up(figure, usual, unit, is_pay);
        let by_size = usual.map_or(WageUnit::Month, |usual| usual.unit(low));
        let is_possible = usual.is_none_or(|usual| usual.is_possible(low, unit.unwrap_or(by_size)));
        let is_year = figure.digits && figure.span.len() == 4 && (1950.0..2040.0).contains(&low);
        let is_sure = written.is_some() || unit.is_some() || is_pay || figure.scale >= 100.0;
        if !is_possible || low < 1.0 && unit != Some(WageUnit::Piece) || is_year && !is_sure {
            return None;
        }
        let is_filled = low > figure.low;
        let weight = 3 * i32::from(written.is_some())
            + 2 * i32::from(figure.scale >= 100.0 || is_filled)
            + 3 * i32::from(unit.is_some())
            + 2 * i32::from(is_pay)
            + i32::from(high.is_some())
            + 3 * i32::from(self.is_beside(figure, end, Cue::Total))
            - i32::from(self.is_beside(figure, end, Cue::Base))
            + 2 * i32::from(unit.is_some() || by_size != WageUnit::Hour)
            - 4 * i32::from(self.around.has_before(figure.span.start, Cue::Past, FAR))
            - 5 * i32::from(self.is_paid_by_worker(figure));
        let bound = |cue| has(&self.around.after(end, NEAR), cue) || has(&before, cue);
        let (min, max) = match high {
            Some(high) => (Some(low), Some(high)),
            None if bound(Cue::AtLeast) || self.text[end..].starts_with('+') => (Some(low), None),
            None if bound(Cue::AtMost) => (None, Some(low)),
            None => (Some(low), Some(low)),
        };
        let wage = Wage {
            span: figure.span.start..end,
            min,
            max,
            unit: unit.unwrap_or(by_size),
            unit_said: unit.is_some(),
            currency,
        };
        Some((weight, wage))
    }

    /// Whether what follows makes a figure an age, a time, a count or a share.
    fn counts_else(&self, figure: &Figure, after: &[&Mention]) -> bool {
        let rest = &self.text[figure.span.end..];
        let close = after.iter().filter(|m| m.span.start <= figure.span.end + 1);
        let counts = close.clone().any(|m| {
            matches!(
                m.meaning,
                Meaning::Cue(
                    Cue::YearsOld
                        | Cue::Born
                        | Cue::Months
                        | Cue::Weeks
                        | Cue::Days
                        | Cue::Hours
                        | Cue::People
                        | Cue::Years
                )
            )
        });
        let is_paid =
            close.clone().any(|m| unit_of(m.meaning).is_some() || matches!(m.meaning, Meaning::Currency(_)));
        let is_area = ["平", "m2", "кв.м", "кв м"].iter().any(|area| rest.trim_start().starts_with(area));
        rest.starts_with('%') || (counts && !is_paid) || is_area || self.is_day_of_month(figure)
    }

    /// `叉车7000 装卸7500`: where every role has its own wage, the lowest to the highest.
    fn of_all_roles(&self, best: Wage, weighed: &[(i32, Wage)]) -> Wage {
        let is_role = |wage: &&Wage| {
            let before = self.around.before(wage.span.start, ROLE);
            wage.unit == best.unit
                && wage.currency == best.currency
                && before.iter().any(|m| matches!(m.meaning, Meaning::Trade(_) | Meaning::Unclear(_)))
        };
        let roles: Vec<&Wage> =
            weighed.iter().filter(|(weight, _)| *weight >= 0).map(|(_, wage)| wage).filter(is_role).collect();
        if roles.len() < 2 || !roles.iter().any(|wage| wage.span == best.span) {
            return best;
        }
        let least = roles.iter().filter_map(|wage| wage.min).fold(f64::INFINITY, f64::min);
        let most = roles.iter().filter_map(|wage| wage.max.or(wage.min)).fold(0.0, f64::max);
        if least > most || most > least * 5.0 {
            return best;
        }
        Wage { min: Some(least), max: Some(most), ..best }
    }

    /// Whether a word stands close before a figure or behind its money.
    fn is_beside(&self, figure: &Figure, end: usize, cue: Cue) -> bool {
        self.around.has_before(figure.span.start, cue, NEAR) || has(&self.around.after(end, NEAR), cue)
    }

    /// The 10th, on which pay is paid out.
    fn is_day_of_month(&self, figure: &Figure) -> bool {
        let (lead, rest) = (self.text[..figure.span.start].trim_end(), &self.text[figure.span.end..]);
        let before = ["ngay", "mung", "tgl", "tanggal", "the"].iter().any(|word| lead.ends_with(word));
        let after = ["号", "-го", "го числ", " числ", "日发", "th of", "th each"]
            .iter()
            .any(|word| rest.starts_with(word));
        figure.low <= 31.0 && figure.scale <= 1.0 && (before || after)
    }

    /// Who says juta or triệu counts in the money of home, wherever the work is.
    fn by_scale(&self, figure: &Figure) -> Option<&'static str> {
        let written = &self.text[figure.span.clone()];
        match self.lang.as_str() {
            "id" if figure.scale >= 1e3
                && (written.contains('j') || written.contains("rb") || written.contains("ribu")) =>
            {
                Some("IDR")
            }
            "vi" if figure.scale >= 1e6 => Some("VND"),
            _ => None,
        }
    }

    /// A dollar sign is the dollar of the country.
    fn dollars(&self, written: Option<&str>, home: Option<&str>) -> Option<String> {
        const DOLLARS: [&str; 6] = ["SGD", "AUD", "CAD", "NZD", "HKD", "TWD"];
        let own = home.filter(|home| written == Some("USD") && DOLLARS.contains(home));
        let is_bare =
            !self.text.contains("usd") && !self.text.contains("us$") && !self.text.contains("dollar");
        own.filter(|_| is_bare).or(written).map(str::to_owned)
    }

    /// Fees and deposits are figures, too.
    fn is_paid_by_worker(&self, figure: &Figure) -> bool {
        let is_fee = |m: &&&Mention| matches!(m.meaning, Meaning::Cue(Cue::Fee | Cue::Deposit));
        let before = self.around.before(figure.span.start, FAR / 2);
        let after = self.around.after(figure.span.end, NEAR + 1);
        before.iter().filter(is_fee).any(|m| !self.text[m.span.end..figure.span.start].contains(','))
            || after.iter().filter(is_fee).any(|m| !self.text[figure.span.end..m.span.start].contains(','))
    }

    fn unit(&self, start: usize, end: usize) -> Option<WageUnit> {
        // 26天13800: the days of a month.
        let lead = &self.text[..start];
        if ["26天", "28天", "30天", "26 cong", "26 ngay"].iter().any(|days| lead.trim_end().ends_with(days))
        {
            return Some(WageUnit::Month);
        }
        let after = self.around.after(end, NEAR);
        let before = self.around.before(start, NEAR);
        after.iter().chain(&before).find_map(|m| unit_of(m.meaning))
    }
}

const fn unit_of(meaning: Meaning) -> Option<WageUnit> {
    let Meaning::Cue(cue) = meaning else { return None };
    Some(match cue {
        Cue::PerHour => WageUnit::Hour,
        Cue::PerDay => WageUnit::Day,
        Cue::PerMonth => WageUnit::Month,
        Cue::PerYear => WageUnit::Year,
        Cue::PerPiece => WageUnit::Piece,
        _ => return None,
    })
}

/// Thousands or millions that were left out: `зп от 90`, `lương 15-18`, `1,8 - 2,3`.
fn filled_up(
    figure: &Figure,
    usual: Option<Usual>,
    unit: Option<WageUnit>,
    is_pay: bool,
) -> (f64, Option<f64>) {
    let whole = (figure.low, figure.high);
    let Some(usual) = usual else { return whole };
    let is_broken = usual.times > 1e5 && figure.digits && figure.low.fract() > 0.0 && figure.low > 1.0;
    let monthly = unit == Some(WageUnit::Month) || (unit.is_none() && (is_pay || is_broken));
    if figure.scale > 1.0 || !monthly || figure.low >= usual.short {
        return whole;
    }
    (figure.low * usual.times, figure.high.map(|high| high * usual.times))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::reading::figures;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    fn read(text: &str, lang: Lang, country: Option<&str>) -> Option<Wage> {
        let text = Folded::new(text, lang);
        let mentions = LEXICON.find(&text);
        wage(&text, &mentions, &figures(&text, &mentions), &LEXICON, country)
    }

    #[test]
    fn pay_as_people_say_it() {
        use WageUnit::{Day, Hour, Month, Piece, Year};
        for (lang, country, text, min, max, unit, currency) in [
            (Lang::ZH, None, "想找个长期的，一天不低于350", Some(350.0), None, Day, "CNY"),
            (Lang::ZH, None, "工资6000-8000，包吃住", Some(6000.0), Some(8000.0), Month, "CNY"),
            (Lang::ZH, None, "26元/小时 18-40岁", Some(26.0), Some(26.0), Hour, "CNY"),
            (Lang::ZH, None, "叉车 3年多 芜湖 6k起", Some(6000.0), None, Month, "CNY"),
            (Lang::ZH, Some("HK"), "日薪千五以上", Some(1500.0), None, Day, "HKD"),
            (Lang::ZH, None, "年薪16万", Some(160_000.0), Some(160_000.0), Year, "CNY"),
            (Lang::ZH, None, "45岁 6500", Some(6500.0), Some(6500.0), Month, "CNY"),
            (Lang::RU, None, "сварщик, 35 лет, от 60 тысяч", Some(60_000.0), None, Month, "RUB"),
            (Lang::RU, None, "2600 смена", Some(2600.0), Some(2600.0), Day, "RUB"),
            (Lang::RU, None, "1800 руб квадрат", Some(1800.0), Some(1800.0), Piece, "RUB"),
            (Lang::RU, None, "зп от 90", Some(90_000.0), None, Month, "RUB"),
            (Lang::RU, None, "до 120 тыс в месяц", None, Some(120_000.0), Month, "RUB"),
            (Lang::VI, None, "lương 18-20 triệu", Some(18e6), Some(20e6), Month, "VND"),
            (Lang::VI, None, "công nhật 500k", Some(500_000.0), Some(500_000.0), Day, "VND"),
            (Lang::ID, None, "gaji 3,5 juta", Some(3.5e6), Some(3.5e6), Month, "IDR"),
            (Lang::ID, None, "150rb/hari", Some(150_000.0), Some(150_000.0), Day, "IDR"),
            (Lang::UZ, None, "oyligi 3.5 mln", Some(3.5e6), Some(3.5e6), Month, "UZS"),
            (Lang::UZ, None, "kuniga 100 dollar", Some(100.0), Some(100.0), Day, "USD"),
            (Lang::EN, Some("US"), "$250/day cash", Some(250.0), Some(250.0), Day, "USD"),
            (Lang::EN, None, "Salary 650 EUR", Some(650.0), Some(650.0), Month, "EUR"),
        ] {
            let found = read(text, lang, country).unwrap_or_else(|| panic!("nothing in {text}"));
            assert_eq!((found.min, found.max, found.unit), (min, max, unit), "{text}");
            assert_eq!(found.currency.as_deref(), Some(currency), "{text}");
        }
    }

    #[test]
    fn figures_that_are_no_pay() {
        for (lang, text) in [
            (Lang::ZH, "35岁，干了10年"),
            (Lang::ZH, "招20名"),
            (Lang::RU, "стаж 12 лет, 3 человека"),
            (Lang::EN, "5 years experience"),
            (Lang::VI, "28 tuổi"),
            (Lang::ZH, ""),
        ] {
            assert_eq!(read(text, lang, None), None, "{text}");
        }
    }
}
