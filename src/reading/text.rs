//! A text made comparable, which still knows where each part of it stood.

use super::stem::stem;
use crate::domain::Lang;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A folded text: compatibility forms (full-width digits), lower case, simplified characters, no marks
/// (`ё` is `е`, Vietnamese tones and hooks are gone, `й` stays), no apostrophes, one kind of dash, comma and
/// full stop. Words stand without the endings that their language hangs on them, and Uzbek in Cyrillic letters
/// is written in Latin ones.
///
/// Line breaks stay; all other blanks in a row are one space. Readers work on [`Folded::text`] and give back spans of it;
/// [`Folded::origin`] says where those stand in what was typed.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// For each byte of the folded text, and for its end, the byte of the original.
    from: Vec<u32>,
    lang: Lang,
    is_traditional: bool,
}

impl Folded {
    /// Folds a text in a language. Its time is linear in the length.
    #[must_use]
    pub fn new(original: &str, lang: Lang) -> Self {
        let mut letters = Letters::new(original.len(), lang == Lang::UZ);
        // One character for each, so the positions stay.
        let has_han = original.chars().any(is_han);
        let simplified = if has_han { fast2s::convert(original) } else { String::new() };
        let mut simple = simplified.chars();
        for (at, typed) in original.char_indices() {
            let letter = if has_han { simple.next().unwrap_or(typed) } else { typed };
            letters.push(letter, at);
        }
        letters.from.push(position(original.len()));
        let is_traditional = has_han && simplified != original;
        Self { is_traditional, ..letters.without_endings(lang) }
    }

    /// Whether it was written in traditional characters.
    #[must_use]
    pub const fn is_traditional(&self) -> bool {
        self.is_traditional
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language in which it was folded.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Where in the folded text the byte of the original at `at` begins.
    #[must_use]
    pub fn position(&self, at: usize) -> usize {
        let first = self.from.partition_point(|from| (*from as usize) < at);
        self.text.floor_char_boundary(first.min(self.text.len()))
    }

    /// Where a span of the folded text stands in the original.
    #[must_use]
    pub fn origin(&self, span: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.from.get(byte).or(self.from.last()).map_or(0, |from| *from as usize);
        let (start, end) = (at(span.start), at(span.end));
        start..end.max(start)
    }
}

/// A text is far shorter than 4 GB.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The text while it is folded letter by letter.
struct Letters {
    text: String,
    from: Vec<u32>,
    is_uzbek: bool,
}

impl Letters {
    fn new(length: usize, is_uzbek: bool) -> Self {
        Self { text: String::with_capacity(length), from: Vec::with_capacity(length + 1), is_uzbek }
    }

    fn push(&mut self, letter: char, at: usize) {
        if letter.is_ascii() {
            return match letter {
                '`' | '\'' => {}
                '\n' => self.put('\n', at),
                letter if self.is_uzbek && letter.is_ascii_alphabetic() => self.put_uzbek(letter, at),
                other if other.is_ascii_whitespace() || other.is_ascii_control() => self.put(' ', at),
                other => self.put(other.to_ascii_lowercase(), at),
            };
        }
        if is_han(letter) {
            return self.put(letter, at);
        }
        // ё is its own letter in Uzbek, and е begins a word like ye.
        if self.is_uzbek && matches!(letter, 'ё' | 'Ё') {
            return "yo".chars().for_each(|latin| self.put(latin, at));
        }
        if self.is_uzbek && matches!(letter, 'е' | 'Е') && !self.text.ends_with(char::is_alphabetic) {
            return "ye".chars().for_each(|latin| self.put(latin, at));
        }
        if matches!(letter, 'й' | 'Й') {
            return self.spell('й', at);
        }
        // A breve that came apart from its letter.
        if letter == '\u{306}' && self.text.ends_with('и') {
            self.text.pop();
            self.text.push('й');
            return;
        }
        for part in std::iter::once(letter).nfkd().flat_map(char::to_lowercase) {
            match part {
                mark if is_combining_mark(mark) => {}
                'đ' => self.put('d', at),
                'ı' => self.put('i', at),
                'і' => self.spell('и', at),
                '\u{2010}'..='\u{2015}' | '−' | '～' | '〜' => self.put('-', at),
                '，' | '、' => self.put(',', at),
                '。' => self.put('.', at),
                '\u{2028}' | '\u{2029}' | '\u{85}' => self.put('\n', at),
                '\''
                | '\u{2bb}'
                | '\u{2bc}'
                | '\u{2018}'
                | '\u{2019}'
                | '´'
                | 'ʹ'
                | '′'
                | '\u{200b}'..='\u{200f}'
                | '\u{2060}'
                | '\u{feff}'
                | '\u{fe0f}' => {}
                other if other.is_whitespace() || other.is_control() => self.put(' ', at),
                other => self.spell(other, at),
            }
        }
    }

    /// People who write fast write k for q and x for h.
    fn put_uzbek(&mut self, letter: char, at: usize) {
        match letter.to_ascii_lowercase() {
            'q' => self.put('k', at),
            'h' if !self.text.ends_with(['s', 'c']) => self.put('x', at),
            other => self.put(other, at),
        }
    }

    fn spell(&mut self, letter: char, at: usize) {
        if self.is_uzbek && matches!(letter, '\u{400}'..='\u{52f}') {
            for latin in latin_uzbek(letter).chars() {
                self.put_uzbek(latin, at);
            }
        } else {
            self.put(letter, at);
        }
    }

    fn put(&mut self, letter: char, at: usize) {
        if letter == ' ' && self.text.ends_with([' ', '\n']) {
            return;
        }
        self.text.push(letter);
        self.from.resize(self.text.len(), position(at));
    }

    /// The same with every word of letters cut down to its stem.
    fn without_endings(self, lang: Lang) -> Folded {
        let mut text = String::with_capacity(self.text.len());
        let mut from = Vec::with_capacity(self.from.len());
        let mut rest = self.text.as_str();
        while let Some(letter) = rest.chars().next() {
            let start = self.text.len() - rest.len();
            let is_word = letter.is_alphabetic() && !is_han(letter);
            let ends = |c: char| is_word != (c.is_alphabetic() && !is_han(c));
            let end = rest.find(ends).unwrap_or(rest.len());
            let part = &rest[..end];
            let kept = if is_word { stem(part, lang) } else { part.into() };
            text.push_str(&kept);
            from.extend_from_slice(&self.from[start..start + kept.len()]);
            rest = &rest[end..];
        }
        from.extend(self.from.last());
        Folded { text, from, lang, is_traditional: false }
    }
}

/// Folds a word or a phrase of a table in the same way.
#[must_use]
pub fn folded(word: &str, lang: Lang) -> String {
    Folded::new(word, lang).text
}

/// Whether a character is a Chinese one.
#[must_use]
pub const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a text is Uzbek in Cyrillic letters: by the letters that Russian does not have.
#[must_use]
pub fn is_cyrillic_uzbek(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'ў' | 'Ў' | 'қ' | 'Қ' | 'ғ' | 'Ғ' | 'ҳ' | 'Ҳ'))
}

/// The Latin alphabet of Uzbek of 1995, without its apostrophes.
const fn latin_uzbek(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "j",
        'з' => "z",
        'и' | 'ы' => "i",
        'й' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' | 'ў' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "x",
        'ҳ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_fold_alike() {
        for (lang, typed, expected) in [
            (Lang::ZH, "ＡＢ１２３", "ab123"),
            (Lang::ZH, "地盤紮鐵", "地盘扎铁"),
            (Lang::ZH, "８千５，包吃", "8千5,包吃"),
            (Lang::RU, "Ёлка Йод", "елк йод"),
            (Lang::RU, "и\u{306}од", "йод"),
            (Lang::RU, "сварщика, сварщиком", "сварщик, сварщик"),
            (Lang::VI, "thợ Điện", "tho dien"),
            (Lang::UZ, "Farg‘ona — Oʻsh", "fargona - osh"),
            (Lang::UZ, "Қурилишда ишлайман", "kurilish ishlay"),
            (Lang::UZ, "Qurilish, xurmatli hurmatli", "kurilish, xurmatli xurmatli"),
            (Lang::UZ, "ёш ётоқ еттита", "yosh yotok yettita"),
            (Lang::EN, "a\r\n  b\t c", "a \nb c"),
            (Lang::EN, "Don't: welders", "dont: welder"),
            (Lang::EN, "e\u{301}", "e"),
            (Lang::EN, "", ""),
        ] {
            assert_eq!(folded(typed, lang), expected, "{typed}");
        }
    }

    #[test]
    fn a_span_finds_its_way_back() {
        let typed = "Я — Ёлкин, ８千５ thợ điện сварщиком,";
        let folded = Folded::new(typed, Lang::RU);
        for (word, expected) in
            [("елкин", "Ёлкин"), ("8千5", "８千５"), ("dien", "điện"), ("сварщик", "сварщиком")]
        {
            let at = folded.text().find(word).unwrap();
            assert_eq!(&typed[folded.origin(at..at + word.len())], expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_span_is_inside_the_text(typed in "\\PC{0,60}", from in 0_usize..200, length in 0_usize..50) {
            for lang in [Lang::ZH, Lang::RU, Lang::UZ, Lang::EN] {
                let folded = Folded::new(&typed, lang);
                let span = folded.origin(from..from + length);
                proptest::prop_assert!(typed.get(span).is_some());
            }
        }
    }
}
