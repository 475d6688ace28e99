//! Which language a text is in.

use super::text::{is_cyrillic_uzbek, is_han};
use crate::domain::Lang;

/// Little words that stand in almost every text of a language that is written in Latin letters, as they are typed
/// with and without marks.
const LITTLE: [(Lang, &[&str]); 4] = [
    (
        Lang::EN,
        &[
            "i",
            "am",
            "im",
            "my",
            "name",
            "years",
            "yrs",
            "old",
            "work",
            "working",
            "looking",
            "the",
            "and",
            "for",
            "with",
            "experience",
            "month",
            "from",
            "now",
            "in",
            "need",
            "job",
            "per",
            "hour",
            "is",
            "of",
            "to",
            "have",
            "wanted",
        ],
    ),
    (
        Lang::VI,
        &[
            "toi", "tôi", "em", "tuoi", "tuổi", "luong", "lương", "viec", "việc", "lam", "làm", "nam", "năm",
            "thang", "tháng", "tho", "thợ", "can", "cần", "tim", "tìm", "que", "quê", "dang", "đang", "mot",
            "một", "trieu", "cong",
        ],
    ),
    (
        Lang::ID,
        &[
            "saya",
            "nama",
            "umur",
            "usia",
            "di",
            "dan",
            "yang",
            "yg",
            "kerja",
            "tahun",
            "thn",
            "gaji",
            "sekarang",
            "dari",
            "cari",
            "bisa",
            "juta",
            "bulan",
            "pengalaman",
            "tukang",
            "asal",
            "ada",
            "untuk",
            "sopir",
            "butuh",
            "mau",
        ],
    ),
    (
        Lang::UZ,
        &[
            "men",
            "yosh",
            "yoshda",
            "ish",
            "kerak",
            "oyiga",
            "va",
            "bor",
            "so\'m",
            "som",
            "mln",
            "hozir",
            "kuniga",
            "ismim",
            "yil",
            "tajriba",
            "bilan",
            "ming",
            "haydovchi",
            "usta",
            "uchun",
            "yo\'q",
            "ham",
            "bo\'lsa",
            "oylik",
        ],
    ),
];

/// The language of a text by its letters, and in Latin letters by its little words; where these do not tell, that of
/// whoever writes.
#[must_use]
pub fn language_of(text: &str, writer: Lang) -> Lang {
    let has = |test: fn(char) -> bool| text.chars().any(test);
    if has(is_han) {
        return Lang::ZH;
    }
    if has(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        let is_uzbek = is_cyrillic_uzbek(text) || writer == Lang::UZ;
        return if is_uzbek { Lang::UZ } else { Lang::RU };
    }
    if has(|c| matches!(c, 'đ' | 'Đ' | 'ơ' | 'ư' | 'Ơ' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')) {
        return Lang::VI;
    }
    let folded = super::fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic() && c != '\'').collect();
    let count = |little: &[&str]| words.iter().filter(|word| little.contains(word)).count();
    let counts = LITTLE.map(|(lang, little)| (count(little), lang == writer, lang));
    let best = counts.into_iter().max_by_key(|(count, is_own, _)| (*count, *is_own));
    match best {
        Some((1.., _, lang)) => lang,
        _ if LITTLE.iter().any(|(lang, _)| *lang == writer) => writer,
        _ => Lang::EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_tell_their_language() {
        for (text, writer, expected) in [
            ("李强，82年的", Lang::EN, Lang::ZH),
            ("Меня зовут Азамат", Lang::EN, Lang::RU),
            ("Исмим Дилшод, ҳайдовчи", Lang::EN, Lang::UZ),
            ("Исмим Дилшод", Lang::UZ, Lang::UZ),
            ("Em tên Phúc, thợ hàn", Lang::EN, Lang::VI),
            ("em tim viec lam, luong 12 trieu", Lang::EN, Lang::VI),
            ("nama saya Dedi, umur 29, cari kerja", Lang::EN, Lang::ID),
            ("ismim Sardor, 24 yosh, ish kerak", Lang::EN, Lang::UZ),
            ("my name is Sunita, 26, looking for work", Lang::ZH, Lang::EN),
            ("welder 8 yrs", Lang::ID, Lang::EN),
            ("Bekasi", Lang::ID, Lang::ID),
            ("Bekasi", Lang::ZH, Lang::EN),
            ("", Lang::RU, Lang::EN),
        ] {
            assert_eq!(language_of(text, writer), expected, "{text}");
        }
    }
}
