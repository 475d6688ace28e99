//! Phone numbers in a text.

use super::phone;
use super::text::Folded;
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

/// The phone numbers of a text in international form, in order. Without a country code they are of `country`
/// (ISO 3166-1 alpha-2).
pub(super) fn numbers(text: &Folded, country: Option<&str>) -> Vec<(String, Range<usize>)> {
    let read = |found: regex::Match<'_>| {
        let run = found.as_str();
        let is_paper = PAPER.is_match(tail(text.text(), found.start(), 24));
        if is_paper || is_sum(run) {
            return None;
        }
        let number = phone(run, country).or_else(|| plausible(run, country))?;
        Some((number, found.range()))
    };
    RUN.find_iter(text.text()).filter_map(read).collect()
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
        && !run.starts_with('0');
    let thousands = groups.len() >= 2
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups[0].len() <= 3
        && !run.starts_with(['+', '0', '(']);
    let day = groups.len() == 3 && groups[0].len() == 4 && groups[1].len() <= 2 && groups[2].len() <= 2;
    two || thousands || day
}

/// A number that no network gave out yet, but that is written as one of a country: with the zero that is dialled
/// within it, or as long as its mobile numbers.
fn plausible(run: &str, country: Option<&str>) -> Option<String> {
    /// Country, calling code, and how long a number is without the zero.
    const PLANS: [(&str, &str, Range<usize>); 6] = [
        ("CN", "86", 10..12),
        ("RU", "7", 10..11),
        ("VN", "84", 9..10),
        ("ID", "62", 9..12),
        ("UZ", "998", 9..10),
        ("GB", "44", 10..11),
    ];
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let (_, code, length) = PLANS.iter().find(|plan| Some(plan.0) == country)?;
    let rest = digits.strip_prefix('0')?;
    length.contains(&rest.len()).then(|| format!("+{code}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

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
            (Lang::EN, "CN", "", ""),
        ] {
            let found = numbers(&Folded::new(text, lang), Some(country));
            let found: Vec<&str> = found.iter().map(|(number, _)| number.as_str()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
