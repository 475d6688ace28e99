//! Whether a text tells a way around the bot: a number to call, a link, a name in another messenger.

use regex::{Captures, Regex};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// Seven or more digits, with what people put between them: no street has so many, nearly every phone
/// number does. Digits in Chinese characters count, because that is how numbers are hidden.
static DIGITS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:[0-9〇零一二三四五六七八九幺][\s().,/+·•-]{0,2}){7}").ok());

/// Links, names with an at sign, and the words for other messengers.
static ELSEWHERE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:https?:|www\.|t\.me\b|wa\.me\b|\.(?:com|cn|net|org|ru|vn|uz|info)\b|@\s?[a-z0-9_]{3,}|微信|薇信|扣扣|\bv信|\bvx\b|\bwx\b|\bqq\b|wechat|whatsapp|viber|вайбер|ватсап|вотсап|zalo)",
    )
    .ok()
});

/// Whether there is a phone number, a link, or a name in another messenger in a text. Dates, times and
/// ranges of pay are none.
#[must_use]
pub fn tells_contact(text: &str) -> bool {
    let plain: String = text.nfkc().collect();
    let numbers = without_ranges(&without_dates(&plain)).to_lowercase();
    let finds = |pattern: &LazyLock<Option<Regex>>, text: &str| {
        pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
    };
    finds(&DIGITS, &numbers) || finds(&ELSEWHERE, &plain.to_lowercase())
}

/// The text without dates such as `2026-11-27` or `27.11.2026` and times such as `14:30`.
fn without_dates(text: &str) -> String {
    static DATES: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"\b(?:20\d\d[./年-]\d{1,2}[./月-]\d{1,2}|\d{1,2}[./]\d{1,2}[./]20\d\d|\d{1,2}:\d\d)\b")
            .ok()
    });
    match DATES.as_ref() {
        Some(dates) => dates.replace_all(text, " | ").into_owned(),
        None => text.to_owned(),
    }
}

/// The text without ranges of pay: two rising round figures, which no phone number is made of.
fn without_ranges(text: &str) -> String {
    static RANGES: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b(\d{3,6})\s?[-–—~至到]\s?(\d{3,6})\b").ok());
    let Some(ranges) = RANGES.as_ref() else { return text.to_owned() };
    let kept = |found: &Captures<'_>| {
        let figures = (found[1].parse::<u32>(), found[2].parse::<u32>());
        let pay = matches!(figures, (Ok(low), Ok(high)) if low < high && low % 50 == 0 && high % 50 == 0);
        if pay { " | ".to_owned() } else { found[0].to_owned() }
    };
    ranges.replace_all(text, kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_around_the_bot() {
        for text in [
            "打我电话13800000000",
            "１３８ ００００ ００００",
            "幺三八零零零零零零零零",
            "一三八 零零 一二三四",
            "+7 (912) 000-00-00",
            "call 555.12.34 567",
            "加我微信",
            "VX: abc",
            "t.me/someone",
            "see https://example.org/x",
            "пишите @boss_1982",
            "zalo em nhé",
            "мой Вотсап",
            "jobs.example.com",
            "8888-8888",
            "138-0000-0000",
        ] {
            assert!(tells_contact(text), "{text}");
        }
        for text in [
            "什么时候能来？",
            "2026-11-27 14:30 可以吗",
            "27.11.2026 или 28.11.2026",
            "深圳市南山区科技园2栋1803室",
            "6000-8000 元，包吃住",
            "3 человека, 12 часов, 5000 рублей",
            "三个人，十二小时，八千五",
            "",
        ] {
            assert!(!tells_contact(text), "{text}");
        }
    }
}
