//! Days as people write them, against a given today.

use super::fold;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date as day};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Words for a day so many days from today.
const WORDS: &[(i64, &str)] = &[
    (
        0,
        "今天 现在 马上 随时 立即 now today immediately any time сегодня сейчас сразу bugun hozir hôm nay ngay hari ini sekarang",
    ),
    (1, "明天 tomorrow завтра ertaga ngày mai besok"),
    (2, "后天 послезавтра indinga ngày kia lusa"),
];

static FULL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(\d{4})\s*[ ./年]\s*(\d{1,2})\s*[ ./月]\s*(\d{1,2})"));
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,2})[./ ](\d{1,2})[./ ](\d{4})"));
static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| regex(r"(\d{1,2})\s*月\s*(\d{1,2})"));
static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,2})\.(\d{1,2})\.?$"));
static MONTH: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,2})\s*月(?:份|初)?$"));
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(\d{1,3})\s*(个?\s*(?:天|日|周|星期|礼拜|月)|days?|weeks?|months?|д[а-я]*|недел[а-я]*|мес[а-я]*|ngày|tuần|tháng|hari|minggu|bulan|kun|hafta|oy)",
    )
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file, compiled by its tests")
}

/// A day: `2026-12-01`, `2026年12月1日`, `1.12.2026`, `12月1号`, `tomorrow`, `下周一`, `через 3 дня`. A day
/// without a year is the next one to come. `None` when there is no day, or no such day.
#[must_use]
pub fn date(text: &str, today: Date) -> Option<Date> {
    let folded = fold(text);
    if let Some((days, _)) = WORDS.iter().find(|(_, words)| phrases(words).any(|word| folded == word)) {
        return today.checked_add(days.days()).ok();
    }
    if let Some(found) = FULL.captures(&folded) {
        return exact(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?);
    }
    if let Some(found) = DAY_FIRST.captures(&folded) {
        return exact(number(&found, 3)?, number(&found, 2)?, number(&found, 1)?);
    }
    if let Some(found) = MONTH_DAY.captures(&folded) {
        return coming(number(&found, 1)?, number(&found, 2)?, today);
    }
    if let Some(found) = DAY_MONTH.captures(&folded) {
        return coming(number(&found, 2)?, number(&found, 1)?, today);
    }
    if let Some(found) = MONTH.captures(&folded) {
        return coming(number(&found, 1)?, 1, today);
    }
    relative(&folded, today)
}

/// `words` holds words and phrases, the latter told apart by what is known here.
fn phrases(words: &'static str) -> impl Iterator<Item = &'static str> {
    const PHRASES: [&str; 5] = ["any time", "hôm nay", "hari ini", "ngày mai", "ngày kia"];
    let inside = PHRASES.into_iter().filter(move |phrase| words.contains(phrase));
    words.split(' ').chain(inside)
}

fn relative(folded: &str, today: Date) -> Option<Date> {
    let monday_next = || today.nth_weekday(1, Weekday::Monday).ok();
    let next_month = || today.checked_add(1.month()).ok().map(Date::first_of_month);
    match folded {
        "下周"
        | "下星期"
        | "下礼拜"
        | "下周一"
        | "next week"
        | "next monday"
        | "на следующей неделе"
        | "tuần sau"
        | "minggu depan"
        | "kelasi hafta" => return monday_next(),
        "下月"
        | "下个月"
        | "next month"
        | "в следующем месяце"
        | "tháng sau"
        | "bulan depan"
        | "kelasi oy" => {
            return next_month();
        }
        _ => {}
    }
    let spelled = folded
        .replace("一", "1")
        .replace("两", "2")
        .replace("二", "2")
        .replace("三", "3")
        .replace("半", "15");
    let found = AFTER.captures(&spelled)?;
    let count: i64 = found.get(1)?.as_str().parse().ok()?;
    let unit = found.get(2)?.as_str();
    let is = |words: &[&str]| words.iter().any(|word| unit.contains(word));
    let span = if is(&["周", "星期", "礼拜", "week", "недел", "tuần", "minggu", "hafta"]) {
        count.weeks()
    } else if is(&["月", "month", "мес", "tháng", "bulan", "oy"]) && count != 15 {
        count.months()
    } else {
        count.days()
    };
    today.checked_add(span).ok()
}

fn number(found: &Captures<'_>, group: usize) -> Option<i16> {
    found.get(group)?.as_str().parse().ok()
}

fn exact(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The next day with this month and day, today included.
fn coming(month: i16, number: i16, today: Date) -> Option<Date> {
    let this = exact(today.year(), month, number);
    let next = || exact(today.year() + 1, month, number);
    this.filter(|date| *date >= today).or_else(next).filter(|date| *date >= day(2000, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let today = day(2026, 11, 24);
        for (text, expected) in [
            ("2026-12-01", Some((2026, 12, 1))),
            ("2027/3/15", Some((2027, 3, 15))),
            ("２０２６年１２月１日", Some((2026, 12, 1))),
            ("到2028年6月30日", Some((2028, 6, 30))),
            ("1.12.2026", Some((2026, 12, 1))),
            ("01/12/2026", Some((2026, 12, 1))),
            ("12月1号", Some((2026, 12, 1))),
            ("3月5日", Some((2027, 3, 5))),
            ("11月24日", Some((2026, 11, 24))),
            ("5.12", Some((2026, 12, 5))),
            ("12月", Some((2026, 12, 1))),
            ("3月份", Some((2027, 3, 1))),
            ("今天", Some((2026, 11, 24))),
            ("随时", Some((2026, 11, 24))),
            ("Tomorrow", Some((2026, 11, 25))),
            ("завтра", Some((2026, 11, 25))),
            ("ngày mai", Some((2026, 11, 25))),
            ("后天", Some((2026, 11, 26))),
            ("下周一", Some((2026, 11, 30))),
            ("下个月", Some((2026, 12, 1))),
            ("3天后", Some((2026, 11, 27))),
            ("两周后", Some((2026, 12, 8))),
            ("一个月后", Some((2026, 12, 24))),
            ("через 3 дня", Some((2026, 11, 27))),
            ("in 2 weeks", Some((2026, 12, 8))),
            ("2 hafta", Some((2026, 12, 8))),
            ("2026-02-30", None),
            ("13月1日", None),
            ("以后", None),
            ("", None),
            ("5000", None),
        ] {
            let expected = expected.map(|(y, m, d)| day(y, m, d));
            assert_eq!(date(text, today), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,30}", days in 0_i32..20_000) {
            let today = day(1990, 1, 1).checked_add(i64::from(days).days()).unwrap();
            let _ = date(&text, today);
        }
    }
}
