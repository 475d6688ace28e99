//! What somebody is called.

use super::is_han;
use super::lexicon::Mention;
use super::lone_name::{Finder, overlap};
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::text::Folded;
use super::trades::Spanned;
use crate::domain::Lang;
use std::ops::Range;

/// The most frequent surnames of China, without those that begin everyday words; a name without any other sign
/// of being one begins with one of them.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶\
阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷施陶洪翟颜倪\
严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐莫庄辛管祝左谷祁舒耿詹关苗凌费纪靳盛童欧甄项裴席卫覃霍翁隋甘景柯阮桂闵解柴冉房\
辜饶刁瞿戚古池滕晋苑邬宫苟褚廉简娄符穆党燕郎邸姬屠晏郁蒙喻窦迟宇敖鄢冷卓花仇艾蓝";
/// Before a surname they make a nickname.
const NICK: &str = "小老阿";
/// Words between the cue and the name.
const FILLERS: [&str; 8] = [":", "：", "-", "是", "là", "saya", "—", "la "];
/// A name without a capital has at least so many letters.
const SHORT: usize = 4;
/// A name in letters has at most so many words.
const WORDS: usize = 4;

/// The name, as it is written, and where in the original text. `calls` (phone numbers) are spans of the folded text,
/// `places` of the original one.
pub(super) fn name(
    prepared: &Prepared<'_>,
    calls: &[Spanned<String>],
    places: &[Range<usize>],
) -> Option<(String, Range<usize>)> {
    let Prepared { typed, text, mentions, .. } = prepared;
    let at_cue = |cue, weak: bool| {
        mentions.iter().filter(move |m| m.meaning == Meaning::Cue(cue)).find_map(move |m| {
            let from = text.origin(m.span.clone()).end;
            let start = from + skipped(&typed[from..]);
            // A word for oneself is followed by anything; by a name only if it is written as one.
            let is_latin = typed[start..].starts_with(|c: char| c.is_uppercase() && !is_han(c));
            if weak && (!is_latin || text.lang() != Lang::ZH) {
                return None;
            }
            let length = name_at(&typed[start..], !weak)?;
            Some(start..start + length)
        })
    };
    let calls: Vec<Range<usize>> = calls.iter().map(|(_, span)| text.origin(span.clone())).collect();
    let alone = || Finder { typed, text, mentions, calls: &calls, places }.find();
    // 车工, 高空作业: what begins like a name and is a known word is none.
    let unknown = |span: &Range<usize>| {
        mentions.iter().filter(|m| m.meaning.is_entry()).all(|m| !overlap(&text.origin(m.span.clone()), span))
    };
    let unsaid = |span: &Range<usize>| {
        typed[span.clone()].starts_with(|c: char| c.is_uppercase() || is_han(c))
            || mentions.iter().all(|m| !overlap(&text.origin(m.span.clone()), span))
    };
    let span = at_cue(Cue::Named, false)
        .filter(unknown)
        .filter(unsaid)
        .or_else(|| titled(typed, text, mentions).filter(unknown))
        .or_else(|| leading(typed, &calls).filter(unknown))
        .or_else(|| at_cue(Cue::Me, true).filter(unknown))
        .or_else(alone)?;
    Some((typed[span.clone()].to_owned(), span))
}

/// Bytes of blanks and fillers.
fn skipped(text: &str) -> usize {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches([' ', '\u{3000}']);
        let cut = FILLERS.iter().find_map(|filler| trimmed.strip_prefix(filler)).unwrap_or(trimmed);
        if cut.len() == rest.len() {
            return text.len() - rest.len();
        }
        rest = cut;
    }
}

/// How many bytes of a text are a name that begins there. `named` if a word said that one follows: then one word
/// may be without a capital.
fn name_at(text: &str, named: bool) -> Option<usize> {
    let text = &text[..text.find(['\n', ',', ';', '(']).unwrap_or(text.len())];
    let first = text.chars().next()?;
    if is_han(first) {
        let run: Vec<char> = text.chars().take_while(|c| is_han(*c) || *c == '·').take(8).collect();
        return han_name(&run);
    }
    let mut end = 0;
    for word in text.split_inclusive(' ').take(WORDS) {
        let bare = word.trim_end();
        let letters: &str = bare.trim_end_matches(|c: char| !c.is_alphabetic());
        let is_name = letters.chars().next().is_some_and(|c| c.is_uppercase() || named && end == 0)
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | 'ʻ' | '-' | '.'))
            && letters.chars().count() >= 2;
        if !is_name {
            break;
        }
        end += letters.len();
        if letters.starts_with(char::is_lowercase) {
            // One word, and no short one: `my name is on the list`.
            return (letters.chars().count() >= SHORT).then_some(letters.len());
        }
        if letters.len() < bare.len() || bare.len() == word.len() {
            break;
        }
        end += word.len() - bare.len();
    }
    let end = text[..end].trim_end().len();
    (end > 0).then_some(end)
}

/// Bytes of the name that a run of Chinese characters begins with.
fn han_name(run: &[char]) -> Option<usize> {
    let bytes = |n: usize| Some(run[..n].iter().map(|c| c.len_utf8()).sum());
    let text: String = run.iter().collect();
    for title in ["师傅", "先生", "女士", "小姐"] {
        if let Some(at) = text.find(title).filter(|at| (3..=6).contains(at)) {
            return Some(at + title.len());
        }
    }
    let first = *run.first()?;
    match run.len() {
        // 吴, 孟
        1 => SURNAMES.contains(first).then_some(first.len_utf8()),
        // 阿强, 小赵, 李强, 李建国, 阿不都热合曼
        2..=4 if SURNAMES.contains(first) || NICK.contains(first) => bytes(run.len().min(3)),
        2..=8 => bytes(
            run.iter().position(|c| "就吧的是在，".contains(*c)).filter(|at| *at >= 2).unwrap_or(run.len()),
        ),
        _ => None,
    }
}

/// `陈先生`, `郭姐`: a surname before a title.
fn titled(typed: &str, text: &Folded, mentions: &[Mention]) -> Option<Range<usize>> {
    mentions.iter().filter(|m| m.meaning == Meaning::Cue(Cue::Title)).find_map(|m| {
        let span = text.origin(m.span.clone());
        let surname = typed[..span.start].chars().next_back().filter(|c| SURNAMES.contains(*c))?;
        let start = span.start - surname.len_utf8();
        let alone = typed[..start].chars().next_back().is_none_or(|c| !is_han(c));
        alone.then_some(start..span.end)
    })
}

/// A text that begins with a name: `李强，82年的`; a line that is a nickname: `小赵 153…`; or what ends with one before
/// a phone number: `找老蒋 177…`.
fn leading(typed: &str, calls: &[Range<usize>]) -> Option<Range<usize>> {
    let mut at = 0;
    for part in typed.split_inclusive(|c: char| !is_han(c)) {
        let run: Vec<char> = part.chars().take_while(|c| is_han(*c)).collect();
        let ends = part.chars().count() > run.len() || at + part.len() == typed.len();
        let first = run.first().copied().unwrap_or(' ');
        let is_full = at == 0 && (2..=3).contains(&run.len()) && SURNAMES.contains(first);
        let is_nick = run.len() == 2 && NICK.contains(first) && SURNAMES.contains(run[1]);
        if ends && (is_full || is_nick) {
            return Some(at..at + run.iter().map(|c| c.len_utf8()).sum::<usize>());
        }
        let end = at + run.iter().map(|c| c.len_utf8()).sum::<usize>();
        let is_called = calls.iter().any(|call| {
            typed
                .get(end..call.start)
                .is_some_and(|gap| gap.chars().count() <= 4 && !gap.contains(char::is_alphanumeric))
        });
        if let (true, [.., nick, surname]) = (is_called, run.as_slice())
            && NICK.contains(*nick)
            && SURNAMES.contains(*surname)
        {
            return Some(end - nick.len_utf8() - surname.len_utf8()..end);
        }
        at += part.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::reading::Lexicon;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    #[test]
    fn names_as_people_give_them() {
        for (lang, typed, expected) in [
            (Lang::ZH, "你好，我叫李建国，1983年生", "李建国"),
            (Lang::ZH, "李强，82年的", "李强"),
            (Lang::ZH, "日薪四百 小赵 153 0000 6611", "小赵"),
            (Lang::ZH, "联系人：陈先生", "陈先生"),
            (Lang::ZH, "本人王小姐 35岁", ""),
            (Lang::ZH, "电工一名", ""),
            (Lang::ZH, "钟点工，长春", ""),
            (Lang::RU, "Меня зовут Азамат, 30 лет", "Азамат"),
            (Lang::EN, "My name is Sunita Thapa 26 female", "Sunita Thapa"),
            (Lang::EN, "my name is on the list", ""),
            (Lang::VI, "Tôi tên Lê Văn Phúc sinh năm 1979", "Lê Văn Phúc"),
            (Lang::ID, "nama Dedi 29 thn", "Dedi"),
            (Lang::ID, "nama saya sutrisno umur empat puluh", "sutrisno"),
            (Lang::ZH, "明天能走 找老蒋+86-177-0000-3050", "老蒋"),
            (Lang::ZH, "叫Siti 國語台語", "Siti"),
            (Lang::ZH, "大家叫我胖丁就行", "胖丁"),
            (Lang::RU, "Тюмень. Рустам +7(916)000 80 80", "Рустам"),
            (Lang::RU, "хочу на фуру. Атырау. Нурлан", "Нурлан"),
            (Lang::EN, "howya lads, Declan here. scaff 9yrs", "Declan"),
            (Lang::EN, "asking for my brother. Kwabena, 35, butcher", "Kwabena"),
            (Lang::EN, "Weekends n nights ideal. No live-in please", ""),
            (Lang::VI, "Họ tên: Nguyễn Thị Mỹ Hạnh\nNăm sinh: 1975", "Nguyễn Thị Mỹ Hạnh"),
            (Lang::UZ, "Men Sardor 24 yosh", "Sardor"),
            (Lang::EN, "", ""),
        ] {
            let mut prepared = Prepared::new(&LEXICON, typed, lang);
            let calls = prepared.calls(&[]);
            let found = name(&prepared, &calls, &[]);
            assert_eq!(found.map(|(name, _)| name).unwrap_or_default(), expected, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in "\\PC{0,40}") {
            for lang in [Lang::ZH, Lang::RU] {
                let mut prepared = Prepared::new(&LEXICON, &typed, lang);
                let calls = prepared.calls(&[]);
                if let Some((_, span)) = name(&prepared, &calls, &[]) {
                    proptest::prop_assert!(typed.get(span).is_some());
                }
            }
        }
    }
}
