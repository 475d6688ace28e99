//! Figures: every number of a text, however it is written, and the ranges they make.
//!
//! `8500`, `8 500`, `8,5 тыс`, `8k5`, `八千五`, `8千5`, `12tr`, `полтора млн`, `6-8千`, `8-1万`, `三四百`. What a figure
//! stands for is decided by who reads it.

use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::spelt::spelt;
use super::text::Folded;
use chinese_number::{ChineseCountMethod, ChineseToNumber as _};
use std::ops::Range;

/// A number or a range.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Where, in the folded text.
    pub span: Range<usize>,
    /// The number, or the lower end of the range.
    pub low: f64,
    /// The upper end, if it is a range.
    pub high: Option<f64>,
    /// What the word for hundreds, thousands or more that was part of it multiplies by; 1 if there was none.
    pub scale: f64,
    /// Whether it was written in digits.
    pub digits: bool,
}

/// Characters of Chinese numbers.
const HAN: &str = "零〇一二两三四五六七八九十百千万半";
/// Those that multiply.
const HAN_SCALES: [(char, f64); 4] = [('十', 10.0), ('百', 100.0), ('千', 1e3), ('万', 1e4)];
/// What stands between the ends of a range, beside a dash.
const BETWEEN: [&str; 12] =
    ["-", "~", "到", "至", " до ", " to ", " den ", " sampai ", " s/d ", " sd ", " hingga ", " dan "];
/// No number of a text is larger.
pub(super) const MOST: f64 = 1e12;

/// All figures of a text, from left to right. `mentions` are the words that were found in it.
#[must_use]
pub fn figures(text: &Folded, mentions: &[Mention]) -> Vec<Figure> {
    let mut found = numbers(text.text(), mentions);
    found.extend(spelt(text.text(), mentions));
    // 五金厂 is no five.
    let is_part = |span: &Range<usize>| {
        let from = mentions.partition_point(|m| m.span.start < span.start.saturating_sub(64));
        mentions[from..]
            .iter()
            .take_while(|m| m.span.start <= span.start)
            .any(|m| m.meaning.is_entry() && span.end <= m.span.end)
    };
    found.retain(|figure| figure.digits || !is_part(&figure.span));
    found.sort_by_key(|figure| figure.span.start);
    found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    ranges(text.text(), found)
}

fn numbers(text: &str, mentions: &[Mention]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit() || HAN.contains(c)) {
        let start = at + offset;
        let is_digit = text.as_bytes()[start].is_ascii_digit();
        let read = if is_digit { digits(text, start, mentions) } else { han(text, start, mentions) };
        at = match read {
            Some(figure) => {
                let end = figure.span.end;
                found.push(figure);
                end
            }
            None => start + text[start..].chars().next().map_or(1, char::len_utf8),
        };
    }
    found
}

/// A number in digits, with the word for thousands behind it.
fn digits(text: &str, start: usize, mentions: &[Mention]) -> Option<Figure> {
    let run = figure_run(&text[start..]);
    let end = start + run.len();
    let value = value(run)?;
    let plain = Figure { span: start..end, low: value, high: None, scale: 1.0, digits: true };
    let Some((scale, after)) = scale_at(text, end, mentions) else { return Some(plain) };
    let mut figure = Figure { span: start..after, low: value * scale, scale, ..plain };
    // 5 triệu rưỡi, 2 juta setengah
    let gap = usize::from(text[after..].starts_with(' '));
    let from = mentions.partition_point(|mention| mention.span.start < after + gap);
    let half = mentions[from..]
        .iter()
        .take_while(|m| m.span.start == after + gap)
        .find(|m| matches!(m.meaning, Meaning::Number(n) if n < 1.0 || (n - 1.5).abs() < f64::EPSILON));
    if let Some(half) = half {
        figure.low += scale * 0.5;
        figure.span.end = half.span.end;
        return Some(figure);
    }
    // 8千5, 1万2, 8tr5: the digit behind is one of the next smaller unit; not so 6千 3年.
    let rest = &text[after..];
    let tail: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let next = rest.chars().nth(tail.len());
    let counts_else =
        next.is_some_and(|c| matches!(c, '.' | ',' | '-' | '%' | '年' | '天' | '个' | '人' | '名' | '月'));
    if (1..=3).contains(&tail.len()) && !counts_else {
        let shift = 10_f64.powi(i32::try_from(tail.len()).ok()?);
        figure.low += scale * tail.parse::<f64>().ok()? / shift;
        figure.span.end = after + tail.len();
    }
    (figure.low <= MOST).then_some(figure)
}

/// Digits with what groups them: `1 500 000`, `1.500.000`, `0.75`, `3,5`.
fn figure_run(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let head = end;
    let digits_at =
        |at: usize| bytes[at.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut separator = None;
    while let Some(sign) = bytes.get(end).copied().filter(|b| matches!(b, b'.' | b',' | b' ')) {
        let n = digits_at(end + 1);
        let groups = n == 3 && head <= 3 && separator.is_none_or(|known| known == sign);
        let decimals = sign != b' ' && separator.is_none() && (1..=2).contains(&n);
        if !groups && !decimals {
            break;
        }
        end += 1 + n;
        if decimals {
            break;
        }
        separator = Some(sign);
    }
    &text[..end]
}

fn value(run: &str) -> Option<f64> {
    let parts: Vec<&str> = run.split([' ', '.', ',']).collect();
    let grouped = parts.len() > 1 && parts[1..].iter().all(|part| part.len() == 3);
    let text = if grouped || parts.len() == 1 { parts.concat() } else { run.replace(',', ".") };
    text.parse::<f64>().ok().filter(|value| *value <= MOST)
}

/// The word for thousands that stands at a place, or behind one space: what it multiplies by, and where it ends.
fn scale_at(text: &str, at: usize, mentions: &[Mention]) -> Option<(f64, usize)> {
    let gap = usize::from(text[at..].starts_with(' '));
    let from = mentions.partition_point(|mention| mention.span.start < at + gap);
    let here = mentions[from..].iter().take_while(|mention| mention.span.start == at + gap);
    here.filter_map(|mention| match mention.meaning {
        Meaning::Scale(scale) => Some((scale, mention.span.end)),
        _ => None,
    })
    .max_by_key(|(_, end)| *end)
}

/// A number in Chinese characters; two neighbours before a unit are a range: `三四百`, `七八千`, `五六个`.
fn han(text: &str, start: usize, mentions: &[Mention]) -> Option<Figure> {
    let run_end = text[start..].find(|c: char| !HAN.contains(c)).map_or(text.len(), |n| start + n);
    // 一天 is not one day where it says what something is paid for.
    let from = mentions.partition_point(|mention| mention.span.start < start);
    let unit = mentions[from..].iter().find(|mention| is_pay_unit(mention.meaning));
    let run_end = unit.map_or(run_end, |mention| mention.span.start.min(run_end));
    let run: Vec<char> = text[start..run_end].chars().collect();
    if run.is_empty() {
        return None;
    }
    let figure = |low: f64, high: Option<f64>, scale: f64| {
        Some(Figure { span: start..run_end, low, high, scale, digits: false })
    };
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).map(|n| n as f64);
    let scale_of = |c: char| HAN_SCALES.iter().find(|(own, _)| *own == c).map(|(_, scale)| *scale);
    // 三四百, 十七八, 五六十, 七八
    for at in 0..run.len().saturating_sub(1) {
        if let (Some(low), Some(high)) = (digit(run[at]), digit(run[at + 1]))
            && (high - low - 1.0).abs() < f64::EPSILON
            && low >= 1.0
        {
            let scale: f64 = run[at + 2..].iter().map(|c| scale_of(*c)).product::<Option<f64>>()?;
            let base = if at == 0 { 0.0 } else { chinese(&run[..at])? };
            return figure(base + low * scale, Some(base + high * scale), scale);
        }
    }
    // 一万半 and 三个半 are read where their unit is.
    let whole: Vec<char> = run.iter().copied().filter(|c| *c != '半').collect();
    if whole.is_empty() {
        return figure(0.5, None, 1.0);
    }
    let scale = whole.iter().filter_map(|c| scale_of(*c)).fold(1.0, f64::max);
    figure(chinese(&whole)?, None, scale)
}

const fn is_pay_unit(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Cue(Cue::PerHour | Cue::PerDay | Cue::PerWeek | Cue::PerMonth | Cue::PerPiece))
}

fn chinese(run: &[char]) -> Option<f64> {
    let text: String = run.iter().collect();
    // 百 alone is the beginning of a word.
    if !run.iter().any(|c| "零〇一二两三四五六七八九十".contains(*c)) {
        return None;
    }
    // 千五: the one before the thousand is not said.
    let text = if text.starts_with(['百', '千', '万']) { format!("一{text}") } else { text };
    let n: Option<u64> = text.to_number(ChineseCountMethod::TenThousand).ok();
    n.map(|n| n as f64).filter(|n| *n <= MOST)
}

/// Puts two figures with a dash or a word between them together.
fn ranges(text: &str, found: Vec<Figure>) -> Vec<Figure> {
    let mut whole: Vec<Figure> = Vec::with_capacity(found.len());
    for figure in found {
        let joined = whole.last().and_then(|left| join(text, left, &figure));
        match (joined, whole.last_mut()) {
            (Some(range), Some(last)) => *last = range,
            _ => whole.push(figure),
        }
    }
    whole
}

fn join(text: &str, left: &Figure, right: &Figure) -> Option<Figure> {
    // R4500 to R5500: the money may be said twice.
    let between = text[left.span.end..right.span.start].trim_end_matches(['$', '€', '£', '¥', '₽', '₹', 'r']);
    let between = between.strip_suffix("rp").unwrap_or(between);
    let is_between = BETWEEN.iter().any(|word| between.trim_matches(' ') == word.trim_matches(' '));
    if !is_between || left.high.is_some() || right.high.is_some() {
        return None;
    }
    let mut low = left.low;
    if right.scale > 1.0 && left.scale <= 1.0 {
        // 6-8千; in 8-1万 the smaller unit is left out. 6000-1万 is whole.
        let steps = [right.scale, right.scale / 10.0, 1.0];
        low *= steps.into_iter().find(|step| low * step < right.low).unwrap_or(1.0);
    }
    let range = Figure { span: left.span.start..right.span.end, low, high: Some(right.low), ..right.clone() };
    (low < right.low).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::reading::Lexicon;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    fn read(text: &str, lang: Lang) -> Vec<(f64, Option<f64>)> {
        let text = Folded::new(text, lang);
        figures(&text, &LEXICON.find(&text)).into_iter().map(|figure| (figure.low, figure.high)).collect()
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (lang, text, expected) in [
            (Lang::ZH, "8500", 8500.0),
            (Lang::ZH, "８５００元", 8500.0),
            (Lang::ZH, "八千五", 8500.0),
            (Lang::ZH, "8千5", 8500.0),
            (Lang::ZH, "1万2", 12_000.0),
            (Lang::ZH, "一万二", 12_000.0),
            (Lang::ZH, "两百五一天", 250.0),
            (Lang::ZH, "千五", 1500.0),
            (Lang::ZH, "5k", 5000.0),
            (Lang::ZH, "1.6万", 16_000.0),
            (Lang::ZH, "十年", 10.0),
            (Lang::ZH, "半年", 0.5),
            (Lang::EN, "2,500", 2500.0),
            (Lang::EN, "0.75", 0.75),
            (Lang::EN, "15k", 15_000.0),
            (Lang::EN, "two", 2.0),
            (Lang::RU, "2 500 руб", 2500.0),
            (Lang::RU, "90 тыс", 90_000.0),
            (Lang::RU, "полтора ляма", 1_500_000.0),
            (Lang::RU, "90к", 90_000.0),
            (Lang::VI, "8 triệu", 8_000_000.0),
            (Lang::VI, "8tr5", 8_500_000.0),
            (Lang::VI, "350k/công", 350_000.0),
            (Lang::VI, "12.000.000đ", 12_000_000.0),
            (Lang::ID, "3,5 juta", 3_500_000.0),
            (Lang::ID, "150rb", 150_000.0),
            (Lang::ID, "tiga juta", 3_000_000.0),
            (Lang::UZ, "3.5 mln", 3_500_000.0),
            (Lang::UZ, "120 ming", 120_000.0),
            (Lang::VI, "hai mươi bảy tuổi", 27.0),
            (Lang::VI, "5 triệu rưỡi", 5_500_000.0),
        ] {
            assert_eq!(read(text, lang), [(expected, None)], "{text}");
        }
    }

    #[test]
    fn ranges_as_people_write_them() {
        for (lang, text, low, high) in [
            (Lang::ZH, "350-400一天", 350.0, 400.0),
            (Lang::ZH, "6-8千", 6000.0, 8000.0),
            (Lang::ZH, "8-1万", 8000.0, 10_000.0),
            (Lang::ZH, "六千到八千", 6000.0, 8000.0),
            (Lang::ZH, "一万二到一万五", 12_000.0, 15_000.0),
            (Lang::ZH, "三四百", 300.0, 400.0),
            (Lang::ZH, "七八千", 7000.0, 8000.0),
            (Lang::ZH, "十七八", 17.0, 18.0),
            (Lang::ZH, "五六十个", 50.0, 60.0),
            (Lang::ZH, "6000—1万", 6000.0, 10_000.0),
            (Lang::RU, "150-180 тыс", 150_000.0, 180_000.0),
            (Lang::RU, "от 70 до 90 тыс", 70_000.0, 90_000.0),
            (Lang::EN, "1-15k", 1000.0, 15_000.0),
            (Lang::VI, "7-9tr", 7_000_000.0, 9_000_000.0),
            (Lang::VI, "18 đến 20 triệu", 18_000_000.0, 20_000_000.0),
            (Lang::ID, "3 sampai 4 juta", 3_000_000.0, 4_000_000.0),
        ] {
            assert_eq!(read(text, lang), [(low, Some(high))], "{text}");
        }
    }

    #[test]
    fn figures_that_do_not_belong_together() {
        assert_eq!(read("18-40 电子厂 26元", Lang::ZH), [(18.0, Some(40.0)), (26.0, None)]);
        assert_eq!(read("5-3", Lang::ZH), [(5.0, None), (3.0, None)]);
        assert_eq!(read("8千3个人", Lang::ZH), [(8000.0, None), (3.0, None)]);
        assert_eq!(read("两百五一天，一个月八千", Lang::ZH), [(250.0, None), (8000.0, None)]);
        assert_eq!(read("千里百度", Lang::ZH), []);
        assert_eq!(read("", Lang::ZH), []);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9千万百十半两三 .,k到-]{0,40}") {
            for lang in [Lang::ZH, Lang::RU] {
                let folded = Folded::new(&text, lang);
                for figure in figures(&folded, &LEXICON.find(&folded)) {
                    proptest::prop_assert!(folded.text().get(figure.span).is_some());
                    proptest::prop_assert!(figure.low.is_finite());
                }
            }
        }
    }
}
