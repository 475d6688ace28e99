//! Ways to be reached that stand in a text: phone numbers, links, names on messengers.

use super::fold;
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"https?:|www\.|t\.me\b|\b[a-z0-9-]{2,}\.(?:com|cn|net|org|ru|uz|kz|vn|id|info|site|top|io|me|cc)\b",
    )
});
static USERNAME: LazyLock<Regex> = LazyLock::new(|| regex(r"@[a-z0-9_.]{3,}"));
static MESSENGER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:微信|薇信|威信|wechat|weixin|\bvx|\bwx|qq|telegram|телеграм|whatsapp|ватсап|viber|zalo)\s*(?:号|id)?\s*[:：]?\s*[+a-z0-9][a-z0-9_ -]{4,}",
    )
});
/// Digits in a row, with single signs between them.
static DIGITS: LazyLock<Regex> = LazyLock::new(|| regex(r"\+?\d(?:[ .()/-]{0,2}\d)*"));
/// Days with their year, which are no numbers to call.
static DAY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b20\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]20\d\d\b"));
/// Digits written as Chinese characters, with the spoken word for one.
static SPELLED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:[零〇一二三四五六七八九幺][\s.-]{0,2}){7,}"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file, compiled by its tests")
}

/// Whether a text holds a phone number, a link, or a name on a messenger.
///
/// Seven digits in a row are a number (the shortest local ones), and so are 10 to 15 (the most that E.164
/// allows) in groups, unless they are sums or days: `6000-8000`, `2026-12-01`.
#[must_use]
pub fn has_contact(text: &str) -> bool {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let folded = fold(text);
    LINK.is_match(&lower)
        || USERNAME.is_match(&lower)
        || MESSENGER.is_match(&folded)
        || SPELLED.is_match(&lower)
        || DIGITS.find_iter(&DAY.replace_all(&lower, "|")).any(|found| is_number(found.as_str()))
}

fn is_number(run: &str) -> bool {
    let groups: Vec<&str> =
        run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let in_a_row = groups.iter().any(|group| group.len() >= 7);
    in_a_row || (groups.len() > 2 || run.starts_with('+')) && (10..=15).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_be_reached() {
        for text in [
            "电话13800138000",
            "打 138 0013 8000",
            "138-0013-8000 王",
            "１３８００１３８０００",
            "+7 (916) 123-45-67",
            "тел. 8 916 123 45 67",
            "0755-26001234",
            "幺三八零零幺三八零零零",
            "一三八 零零 一二三四",
            "看 https://example.org/a",
            "www.job.cn",
            "t.me/boss",
            "zhaopin.com",
            "找 @lao_wang",
            "加微信 laowang88",
            "微信号：wang_2020",
            "VX：laowang88",
            "whatsapp +62 812 345",
        ] {
            assert!(has_contact(text), "{text}");
        }
        for text in [
            "工资6000-8000，包吃住",
            "8:00-12:00，14:00-18:00，月休4天",
            "2026-12-01 开工，干到 2027-03-15",
            "身高1.70以上不要求，18-50岁",
            "每天 8 小时，加班 20 元/小时，满勤 300",
            "6 000–8 000 в месяц, смена 12 часов",
            "用微信打卡，发工资走银行",
            "No fee. Bring your own tools.",
            "宿舍 4 人间，有空调、热水",
            "三个人，十二小时，八千五",
            "深圳市南山区科技园2栋1803室",
            "27.11.2026 или 28.11.2026",
            "2026-11-27 14:30 可以吗",
            "",
        ] {
            assert!(!has_contact(text), "{text}");
        }
    }
}
