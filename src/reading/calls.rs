//! Phone numbers in a text.

use super::figures::Figure;
use super::text::Folded;
use crate::domain::Lang;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Digits in a row, with a sign or two between them.
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\+?\(?\d(?:[ .()/-]{0,2}\d){6,16}").expect("a pattern of this file, compiled by its tests")
});
/// What stands before the number of a paper.
static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:证号|编号|证书号|号码为|№|\bno\.?|\bid)\s*[:：]?\s*$")
        .expect("a pattern of this file, compiled by its tests")
});

/// Where an English text without a place may be from.
const ENGLISH: [&str; 11] = ["GB", "US", "AU", "IN", "IE", "NG", "KE", "ZA", "SG", "PH", "GH"];

/// The phone numbers of a text in international form, in order. Without a country code they are of the first of
/// the countries (ISO 3166-1 alpha-2) that has such numbers.
pub(super) fn numbers(text: &Folded, figures: &[Figure], countries: &[&str]) -> Vec<(String, Range<usize>)> {
    let mut countries = countries.to_vec();
    match text.lang() {
        Lang::ZH if text.is_traditional() => countries.extend(["HK", "TW"]),
        Lang::EN => countries.extend(ENGLISH),
        _ => {}
    }
    let dialled = |run: &str| dialled(run, &countries);
    let read = |found: regex::Match<'_>| {
        let run = found.as_str();
        let is_paper = PAPER.is_match(tail(text.text(), found.start(), 24));
        if is_paper || is_sum(run) {
            return None;
        }
        Some((dialled(run)?, found.range()))
    };
    let written: Vec<_> = RUN.find_iter(text.text()).filter_map(read).collect();
    if !written.is_empty() {
        return written;
    }
    spelt(text.text(), figures).into_iter().filter_map(|(run, span)| Some((dialled(&run)?, span))).collect()
}

/// Digits in words, as they are dictated: `幺三九零零零零八八幺二`, `nol delapan satu dua 0000 6677`,
/// `восемь девятьсот пять ноль ноль ноль`.
fn spelt(text: &str, figures: &[Figure]) -> Vec<(String, Range<usize>)> {
    const LEAST: usize = 9;
    const HAN: &str = "零一二三四五六七八九";
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut push = |digits: &str, span: Range<usize>| {
        if (LEAST..=15).contains(&digits.len()) {
            found.push((digits.to_owned(), span));
        }
    };
    let (mut digits, mut span) = (String::new(), 0..0);
    for (at, letter) in text.char_indices() {
        let digit = HAN.chars().position(|han| han == letter).or(match letter {
            '幺' => Some(1),
            '〇' => Some(0),
            _ => None,
        });
        if let Some(digit) = digit {
            if digits.is_empty() {
                span.start = at;
            }
            digits.push_str(&digit.to_string());
            span.end = at + letter.len_utf8();
        } else {
            push(&digits, span.clone());
            digits.clear();
        }
    }
    push(&digits, span);
    let (mut digits, mut span, mut in_words) = (String::new(), 0..0, false);
    for figure in figures {
        let is_next = text
            .get(span.end..figure.span.start)
            .is_some_and(|gap| gap.trim_matches([' ', ',', '-']).is_empty());
        if !is_next {
            if in_words {
                push(&digits, span.clone());
            }
            (digits, span, in_words) = (String::new(), figure.span.clone(), false);
        }
        if figure.high.is_some() || figure.scale > 1.0 || figure.low.fract() != 0.0 {
            continue;
        }
        if figure.digits {
            digits.extend(text[figure.span.clone()].chars().filter(char::is_ascii_digit));
        } else {
            digits += &(figure.low as u64).to_string();
            in_words = true;
        }
        span.end = figure.span.end;
    }
    if in_words {
        push(&digits, span);
    }
    found
}

/// At most so many bytes before a place.
fn tail(text: &str, at: usize, most: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(most))..at]
}

/// `8500-10000`, `6 000 - 8 000`, `2026-12-01`: two sums, or a day.
fn is_sum(run: &str) -> bool {
    let groups: Vec<&str> =
        run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let two = groups.len() == 2
        && groups.iter().all(|group| (3..=6).contains(&group.len()))
        && groups.iter().all(|group| !group.starts_with('0'));
    let thousands = groups.len() >= 2
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups[0].len() <= 3
        && !run.starts_with(['+', '0', '(']);
    let day = groups.len() == 3 && groups[0].len() == 4 && groups[1].len() <= 2 && groups[2].len() <= 2;
    two || thousands || day
}

/// How the numbers of a country are written within it.
struct Plan {
    country: &'static str,
    /// The calling code.
    code: &'static str,
    /// What is dialled first within the country and left out from abroad.
    trunk: &'static str,
    /// How long a number is without that.
    length: Range<usize>,
    /// With which digits it may begin.
    first: &'static str,
}

const fn plan(
    country: &'static str,
    code: &'static str,
    trunk: &'static str,
    length: Range<usize>,
    first: &'static str,
) -> Plan {
    Plan { country, code, trunk, length, first }
}

/// By the national numbering plans that the ITU publishes (E.164), as far as they tell a number that is dialled from
/// other figures; a number that no network gave out yet is as good as one in use.
static PLANS: [Plan; 39] = [
    plan("CN", "86", "", 11..12, "1"),
    plan("CN", "86", "0", 9..12, "12345678"),
    plan("HK", "852", "", 8..9, "569"),
    plan("MO", "853", "", 8..9, "6"),
    plan("TW", "886", "0", 8..10, "23456789"),
    plan("RU", "7", "8", 10..11, "3489"),
    plan("RU", "7", "", 10..11, "9"),
    plan("KZ", "7", "8", 10..11, "7"),
    plan("KZ", "7", "", 10..11, "7"),
    plan("KG", "996", "0", 9..10, "23579"),
    plan("TJ", "992", "", 9..10, "9"),
    plan("UZ", "998", "", 9..10, "235679 8"),
    plan("VN", "84", "0", 9..10, "235789"),
    plan("ID", "62", "0", 8..12, "2345678"),
    plan("MY", "60", "0", 8..11, "1"),
    plan("SG", "65", "", 8..9, "89"),
    plan("PH", "63", "0", 10..11, "9"),
    plan("TH", "66", "0", 8..10, "2689"),
    plan("KR", "82", "0", 9..11, "1"),
    plan("JP", "81", "0", 9..11, "3456789"),
    plan("IN", "91", "", 10..11, "6789"),
    plan("IN", "91", "0", 10..11, "6789"),
    plan("AE", "971", "0", 8..10, "5"),
    plan("SA", "966", "0", 9..10, "5"),
    plan("QA", "974", "", 8..9, "3567"),
    plan("GB", "44", "0", 10..11, "127"),
    plan("IE", "353", "0", 8..10, "18"),
    plan("US", "1", "", 10..11, "23456789"),
    plan("US", "1", "1", 10..11, "23456789"),
    plan("CA", "1", "", 10..11, "23456789"),
    plan("AU", "61", "0", 9..10, "23478"),
    plan("NZ", "64", "0", 8..11, "2"),
    plan("ZA", "27", "0", 9..10, "678"),
    plan("KE", "254", "0", 9..10, "17"),
    plan("NG", "234", "0", 10..11, "789"),
    plan("GH", "233", "0", 9..10, "25"),
    plan("TR", "90", "0", 10..11, "5"),
    plan("DE", "49", "0", 9..12, "123456789"),
    plan("PL", "48", "", 9..10, "45678"),
];

/// A run of digits as a number in international form: with its calling code, or of the first of the countries that
/// has such numbers.
fn dialled(run: &str, countries: &[&str]) -> Option<String> {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let fits = |plan: &Plan, rest: &str| {
        plan.length.contains(&rest.len()) && rest.starts_with(|c| plan.first.contains(c))
    };
    if run.starts_with('+') {
        return (8..=15).contains(&digits.len()).then(|| format!("+{digits}"));
    }
    let plans =
        || countries.iter().flat_map(|country| PLANS.iter().filter(move |plan| plan.country == *country));
    let within = plans().find_map(|plan| {
        let rest = digits.strip_prefix(plan.trunk).filter(|rest| fits(plan, rest))?;
        Some(format!("+{}{rest}", plan.code))
    });
    // 998901234567, 00998…: with the calling code, but without the plus.
    let from_abroad = || {
        let digits = digits.strip_prefix("00").unwrap_or(&digits);
        let of = |plan: &&Plan| digits.strip_prefix(plan.code).is_some_and(|rest| fits(plan, rest));
        plans().find(of).map(|_| format!("+{digits}"))
    };
    within.or_else(from_abroad)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::reading::{Lexicon, figures};

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    #[test]
    fn numbers_to_call_and_others() {
        for (lang, country, text, expected) in [
            (Lang::ZH, "CN", "电话13100001122", "+8613100001122"),
            (Lang::ZH, "CN", "小赵 153 0000 6611", "+8615300006611"),
            (Lang::ZH, "CN", "１５６００００７７８８", "+8615600007788"),
            (Lang::ZH, "CN", "0311-0000-5566", "+8631100005566"),
            (Lang::ZH, "CN", "从业资格证号420600000055，到手8千", ""),
            (Lang::ZH, "CN", "综合8500-10000", ""),
            (Lang::ZH, "CN", "2026-12-01", ""),
            (Lang::RU, "RU", "8-900-000-45-66", "+79000004566"),
            (Lang::RU, "RU", "150 000 - 180 000", ""),
            (Lang::EN, "US", "text 614-555-0107", "+16145550107"),
            (Lang::VI, "VN", "lh 0910 000 233", "+84910000233"),
            (Lang::EN, "RO", "Kyle 07700 900 614", "+447700900614"),
            (Lang::ZH, "CN", "師傅 WhatsApp 9000 0138", "+85290000138"),
            (Lang::ZH, "CN", "QQ 9000 0138", ""),
            (Lang::ZH, "CN", "电话幺三九零零零零八八幺二", "+8613900008812"),
            (
                Lang::RU,
                "RU",
                "телефон восемь девятьсот пять ноль ноль ноль двенадцать тринадцать",
                "+79050001213",
            ),
            (Lang::EN, "CN", "", ""),
        ] {
            let text = Folded::new(text, lang);
            let figures = figures(&text, &LEXICON.find(&text));
            let found = numbers(&text, &figures, &[country]);
            let found: Vec<&str> = found.iter().map(|(number, _)| number.as_str()).collect();
            assert_eq!(found.join(" "), expected, "{}", text.text());
        }
    }
}
