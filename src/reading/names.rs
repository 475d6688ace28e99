//! What somebody is called.

use super::is_han;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
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
/// A name in letters has at most so many words.
const WORDS: usize = 4;

/// The name, as it is written, and where in the original text.
pub(super) fn name(typed: &str, text: &Folded, mentions: &[Mention]) -> Option<(String, Range<usize>)> {
    let at_cue = mentions.iter().filter(|m| m.meaning == Meaning::Cue(Cue::Named)).find_map(|m| {
        let from = text.origin(m.span.clone()).end;
        let start = from + skipped(&typed[from..]);
        let length = name_at(&typed[start..])?;
        Some(start..start + length)
    });
    let span =
        at_cue.or_else(|| titled(typed, text, mentions)).or_else(|| leading(typed)).filter(|span| {
            // 车工, 高空作业: what begins like a name and is a known word is none.
            mentions.iter().filter(|m| m.meaning.is_entry()).all(|m| {
                let known = text.origin(m.span.clone());
                known.end <= span.start || known.start >= span.end
            })
        })?;
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

/// How many bytes of a text are a name that begins there.
fn name_at(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if is_han(first) {
        let run: Vec<char> = text.chars().take_while(|c| is_han(*c) || *c == '·').take(8).collect();
        return han_name(&run);
    }
    let mut end = 0;
    for word in text.split_inclusive(' ').take(WORDS) {
        let bare = word.trim_end();
        let letters: &str = bare.trim_end_matches(|c: char| !c.is_alphabetic());
        let is_name = letters.chars().next().is_some_and(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | 'ʻ' | '-' | '.'))
            && letters.chars().count() >= 2;
        if !is_name {
            break;
        }
        end += letters.len();
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
        2..=8 => bytes(run.len()),
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

/// A text that begins with a name: `李强，82年的`; or a line that is a nickname: `小赵 153…`.
fn leading(typed: &str) -> Option<Range<usize>> {
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
        at += part.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, Taxonomy};
    use crate::reading::Lexicon;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&Taxonomy::embedded()).unwrap());

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
            (Lang::UZ, "Men Sardor 24 yosh", "Sardor"),
            (Lang::EN, "", ""),
        ] {
            let text = Folded::new(typed, lang);
            let found = name(typed, &text, &LEXICON.find(&text));
            assert_eq!(found.map(|(name, _)| name).unwrap_or_default(), expected, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in "\\PC{0,40}") {
            let text = Folded::new(&typed, Lang::ZH);
            if let Some((_, span)) = name(&typed, &text, &LEXICON.find(&text)) {
                proptest::prop_assert!(typed.get(span).is_some());
            }
        }
    }
}
