//! What was typed, as an answer to the question that was asked.

use super::Answer;
use super::engine::Problem;
use super::form::{Ask, Choice, Kind, Menu, Question};
use super::world::World;
use crate::domain::Location;
use crate::reading::{amount, date, fold, phone, tidy};
use jiff::civil::Date;

/// What a text turned out to be.
pub enum Read {
    /// An answer.
    Answer(Answer),
    /// No answer, but these choices may be meant.
    Found(Vec<String>),
    /// One of several places.
    Candidates(Vec<Location>),
    /// No answer.
    Wrong(Problem),
}

/// Reads a text at any question but the one for a place.
pub fn read(question: &Question, ask: &Ask<'_>, text: &str) -> Read {
    let text = text.trim();
    let wrong = || Read::Wrong(expected(question));
    match &question.kind {
        Kind::Choice { choices, read, .. } => {
            let listed = find(&choices(ask), text, question.strict).map(|choice| choice.id.clone());
            match listed.or_else(|| read.as_ref()?(text, ask)) {
                Some(id) => Read::Answer(Answer::One(id)),
                None => wrong(),
            }
        }
        Kind::Many { choices, most, read, search, .. } => {
            let mut ids = find_many(&choices(ask), text);
            if let (true, Some(read)) = (ids.is_empty(), read) {
                ids = read(text, ask);
            }
            if !ids.is_empty() && ids.len() <= *most {
                return Read::Answer(Answer::Many(ids));
            }
            let found = search.as_ref().map(|search| search(text, ask)).unwrap_or_default();
            if ids.is_empty() && !found.is_empty() { Read::Found(found) } else { wrong() }
        }
        Kind::Text { most, check, .. } => read_text(text, *most, check),
        Kind::Number { least, most, read, .. } => match read(text, ask) {
            Some(number) if (*least..=*most).contains(&number) => Read::Answer(Answer::Number(number)),
            _ => wrong(),
        },
        Kind::Range { least, most, read, .. } => match read(text, ask) {
            Some((min, max)) if min >= *least && max.unwrap_or(min) <= *most => {
                Read::Answer(Answer::Range(min, max))
            }
            _ => wrong(),
        },
        Kind::Phone { typed: true } => match phone(text, ask.world.pack.country.as_deref()) {
            Some(number) => Read::Answer(Answer::Phone(number, false)),
            None => wrong(),
        },
        Kind::Date { least, most, .. } => match date(text, ask.today) {
            Some(date) if in_days(date, ask.today, *least, *most) => Read::Answer(Answer::Date(date)),
            _ => wrong(),
        },
        Kind::Place | Kind::Phone { typed: false } => wrong(),
    }
}

fn in_days(date: Date, today: Date, least: i64, most: i64) -> bool {
    today.until(date).is_ok_and(|span| (least..=most).contains(&i64::from(span.get_days())))
}

/// What a question expects, as a problem to show.
pub fn expected(question: &Question) -> Problem {
    let (key, least, most) = match &question.kind {
        Kind::Choice { .. } => ("wrong-choice", 0, 0),
        Kind::Many { most, .. } => ("wrong-many", 0, *most as i64),
        Kind::Text { most, .. } => ("wrong-text", 0, *most as i64),
        Kind::Number { least, most, .. } => ("wrong-number", *least, *most),
        Kind::Range { least, most, .. } => ("wrong-range", *least, *most),
        Kind::Place => ("wrong-place", 0, 0),
        Kind::Phone { typed: true } => ("wrong-phone-typed", 0, 0),
        Kind::Phone { typed: false } => ("wrong-phone", 0, 0),
        Kind::Date { .. } => ("wrong-date", 0, 0),
    };
    Problem { got: None, key: question.wrong.unwrap_or(key), least, most }
}

/// Texts of which so many characters are allowed may have several lines.
const LETTER: usize = 500;

fn read_text(text: &str, most: usize, check: &super::form::CheckText) -> Read {
    // What may be as long as a letter keeps its lines.
    let clean = if most >= LETTER {
        let lines: Vec<String> = text.lines().map(tidy).collect();
        let mut kept: Vec<&str> = lines.iter().map(String::as_str).collect();
        kept.dedup_by(|a, b| a.is_empty() && b.is_empty());
        kept.join("\n").trim().to_owned()
    } else {
        tidy(text)
    };
    let count = clean.chars().count();
    if count == 0 || count > most || !clean.chars().any(char::is_alphanumeric) {
        return Read::Wrong(Problem { most: most as i64, ..Problem::plain("wrong-text") });
    }
    match check(&clean) {
        Ok(()) => Read::Answer(Answer::Text(clean)),
        Err(key) => Read::Wrong(Problem { most: most as i64, ..Problem::plain(key) }),
    }
}

/// A text as far as it can be told apart: folded, without the signs and pictures around it.
fn plain(text: &str) -> String {
    fold(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The choice that a text names: by its own text, or as the only one that begins so or, unless `strict`,
/// has a part that does. Numbers must be whole: "40" is neither 400 nor 4000.
pub fn find<'a>(menu: &'a Menu, text: &str, strict: bool) -> Option<&'a Choice> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return None;
    }
    if let Some(choice) = menu.all().find(|choice| plain(&choice.text) == wanted) {
        return Some(choice);
    }
    if wanted.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let inside = |choice: &Choice| wanted.chars().count() >= 2 && plain(&choice.text).contains(&wanted);
    only(menu, |choice| plain(&choice.text).starts_with(&wanted))
        .or_else(|| only(menu, inside).filter(|_| !strict))
}

/// The only choice that passes; one that stands in front and in a group is one.
fn only(menu: &Menu, test: impl Fn(&Choice) -> bool) -> Option<&Choice> {
    let mut passing = menu.all().filter(|choice| test(choice));
    let first = passing.next()?;
    passing.all(|other| other.id == first.id).then_some(first)
}

fn find_many(menu: &Menu, text: &str) -> Vec<String> {
    let whole = find(menu, text, false).map(|choice| vec![choice.id.clone()]);
    whole.unwrap_or_else(|| {
        let mut ids: Vec<String> = Vec::new();
        for part in parts(text) {
            if let Some(choice) = find(menu, part, false)
                && !ids.contains(&choice.id)
            {
                ids.push(choice.id.clone());
            }
        }
        ids
    })
}

/// The parts of a list as people type it.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', '；', '/', '\n', '和', '+'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether a text is the "back" button of a keyboard in place of the phone's, in any language.
pub fn is_back(world: &World, text: &str) -> bool {
    is_button(world, text, "button-back")
}

/// Whether a text is the button that passes a question over, in any language.
pub fn is_skip(world: &World, question: &Question, text: &str) -> bool {
    is_button(world, text, "button-skip") || question.skip_text.is_some_and(|key| is_button(world, text, key))
}

fn is_button(world: &World, text: &str, key: &str) -> bool {
    world.texts.languages().any(|lang| plain(&world.texts.say(lang, key, &[])) == plain(text))
}

/// Reads the id of a range choice: `6000`, `6000-8000`.
pub fn range_id(id: &str) -> Option<(i64, Option<i64>)> {
    match id.split_once('-') {
        Some((min, max)) => Some((min.parse().ok()?, Some(max.parse().ok()?))),
        None => Some((id.parse().ok()?, None)),
    }
}

/// A sum or a range as people write it: `6000`, `6k`, `8千`, `1.2万`, `6000-8000`, `300~350`.
pub fn range(text: &str) -> Option<(i64, Option<i64>)> {
    let parts: Vec<&str> = text
        .split(['-', '–', '—', '~', '～', '至', '到'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    match parts[..] {
        [one] => Some((amount(one)?, None)),
        [min, max] => {
            let top = amount(max)?;
            let low = amount(min)?;
            // "6-8k" and "6-8千": the unit of the upper figure counts for both.
            let scaled = if low < 100 && top >= 1000 && min.chars().all(|c| c.is_ascii_digit() || c == '.') {
                let digits: String = max.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
                let unit = max.strip_prefix(digits.as_str())?;
                amount(&format!("{min}{unit}"))?
            } else {
                low
            };
            (scaled <= top).then_some((scaled, (top > scaled).then_some(top)))
        }
        _ => None,
    }
}

/// A whole number among other words: `8`, `8年`, `about 8 years`; `None` when there are several numbers.
pub fn number(text: &str) -> Option<i64> {
    let folded = fold(text);
    let mut numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let first = numbers.next()?;
    numbers.next().is_none().then(|| first.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_keeps_its_lines_and_a_name_does_not() {
        let read =
            |text: &str, most| match read_text(text, most, &(std::sync::Arc::new(|_: &str| Ok(())) as _)) {
                Read::Answer(Answer::Text(text)) => Some(text),
                _ => None,
            };
        let text = " a \r\n\n\n  b   c\u{202e}\u{7} \n";
        assert_eq!(read(text, LETTER).as_deref(), Some("a\n\nb c"));
        assert_eq!(read(text, LETTER - 1).as_deref(), Some("a b c"));
        assert_eq!(read(&"字".repeat(LETTER), LETTER).map(|text| text.chars().count()), Some(LETTER));
        for wrong in [String::new(), "\n".into(), "!?".into(), "字".repeat(LETTER + 1)] {
            assert_eq!(read(&wrong, LETTER), None);
        }
    }

    #[test]
    fn ranges_as_people_write_them() {
        for (text, expected) in [
            ("6000", Some((6000, None))),
            ("6000-8000", Some((6000, Some(8000)))),
            ("６０００～８０００", Some((6000, Some(8000)))),
            ("6k", Some((6000, None))),
            ("6-8k", Some((6000, Some(8000)))),
            ("8千", Some((8000, None))),
            ("1.2万", Some((12_000, None))),
            ("7000到9000元", Some((7000, Some(9000)))),
            ("8000-6000", None),
            ("面议", None),
            ("", None),
            ("1-2-3", None),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }

    #[test]
    fn choices_by_what_people_type() {
        let choice = |id: &str, text: &str| Choice::new(id, text);
        let menu = Menu::flat(vec![
            choice("agree", "✅ I agree, find me work"),
            choice("hire", "🏢 I agree, I am hiring"),
            choice("no", "🚆 不是，从外地来的"),
            choice("400", "400/天"),
            choice("4000", "4000/月"),
        ]);
        for (text, strict, expected) in [
            ("I agree, find me work", true, Some("agree")),
            ("i agree", true, None),
            ("hiring", true, None),
            ("hiring", false, Some("hire")),
            ("外地", false, Some("no")),
            ("不是", true, Some("no")),
            ("4000/月", true, Some("4000")),
            ("40", false, None),
            ("来", false, None),
            ("🙂", false, None),
        ] {
            let found = find(&menu, text, strict).map(|choice| choice.id.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn one_number_among_words() {
        for (text, expected) in
            [("8", Some(8)), ("８年", Some(8)), ("about 8 years", Some(8)), ("8-9", None), ("many", None)]
        {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
