//! Text to facts: the small readers that questions need for what was typed, and those of whole texts, [`worker`] for
//! introductions and [`job`] for ads. Pure and deterministic: the same text gives the same facts.
//!
//! # How a text is read
//!
//! 1. [`Folded`] makes it comparable, with the way back to what was typed.
//! 2. [`Lexicon`] finds every word of the taxonomy and of `words/` in it, in one pass; [`figures`] and `spelt` find
//!    the numbers and ranges, the place tables the places. `prepared` holds all of this.
//! 3. Each file weighs what stands around a word or a figure (`around`), in its part of the sentence (`clause`):
//!    `trades`, `wage` and `usual` (what pay is possible), `years`, `calls` (phone numbers), `names`, `lone_name`,
//!    `when`, `whereabouts`, `terms`; for ads also `demands`, `offers`, `headcount`, `flags`.
//! 4. `kind` decides whether the text introduces somebody or looks for people at all.
//!
//! A fact carries where it stood and how sure it is ([`Read`]); what was not said is missing. `slots` turns facts into
//! what `zhaogong parse` prints.
//!
//! # How to add
//!
//! - **an alias** of a trade, a certificate or an industry: in `domain/taxonomy.toml`, under its language. Endings,
//!   case, marks, apostrophes and traditional characters need no form of their own. A word that means several things
//!   goes to the ambiguous ones there;
//! - **a unit, a currency, a number or any other word**: in `words/`, in the file of its language. What each list
//!   means is said beside [`Cue`];
//! - **a language**: a file in `words/` and its name in `gather`, aliases in the taxonomy, and a cut in `stem` if it
//!   hangs endings on its words. Its letters and little words go to `language`;
//! - **a place**: in `place/data/names.toml`.
//!
//! Words are packed when the program is made: `cargo run -- words` writes `words.bin` after any change of the first
//! three (a test says when that was forgotten), `cargo run -- places` the places. `zhaogong parse --words DIR --taxonomy FILE` tries
//! a change without a build, and `tests/texts.rs` says what it does to the scores.

mod around;
mod calls;
mod clause;
mod clock;
mod contact;
mod date;
mod demands;
mod figures;
mod flags;
mod gather;
mod headcount;
mod job;
mod kind;
mod language;
mod lexicon;
mod lone_name;
mod meaning;
mod names;
mod offers;
mod packed;
mod phone;
mod prepared;
mod slots;
mod spelt;
mod stem;
mod terms;
mod text;
mod trades;
mod usual;
mod wage;
mod when;
mod whereabouts;
mod worker;
mod years;

pub use clock::time_of_day;
pub use contact::has_contact;
pub use date::date;
pub use figures::{Figure, figures};
pub use flags::Flag;
pub use gather::LexiconError;
pub use job::{JobFacts, Requires, job};
pub use language::language_of;
pub use lexicon::{Lexicon, Mention, packed_of_this_build};
pub use meaning::{Cue, Meaning};
pub use offers::Settlement;
pub use phone::{international, phone};
pub use prepared::Tables;
pub use slots::{job_slots, worker_slots};
pub use text::{Folded, folded, is_cyrillic_uzbek, is_han};
pub use trades::trades_in;
pub use wage::{Wage, WageUnit, wage};
pub use worker::{Read, Sure, WorkerFacts, worker};
pub use years::Age;

use unicode_normalization::UnicodeNormalization as _;

/// Folds a text for comparison: compatibility forms (full-width digits), lower case, `ё` as `е`,
/// one kind of apostrophe, single spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: String = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ё' => 'е',
            '\u{2bb}' | '\u{2bc}' | '\u{2018}' | '\u{2019}' | '`' | '´' => '\'',
            '_' | '-' => ' ',
            other => other,
        })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of text without what would disturb the message around it: control and direction characters
/// become blanks, and blanks one each.
#[must_use]
pub fn tidy(line: &str) -> String {
    let disturbs = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    line.replace(disturbs, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words for thousands and more, after the figure; the longest that fits counts.
const SCALES: &[(&str, f64)] = &[
    ("млн", 1e6),
    ("mln", 1e6),
    ("triệu", 1e6),
    ("juta", 1e6),
    ("jt", 1e6),
    ("tr", 1e6),
    ("тыс", 1e3),
    ("ming", 1e3),
    ("ribu", 1e3),
    ("rb", 1e3),
    ("万", 1e4),
    ("萬", 1e4),
    ("w", 1e4),
    ("千", 1e3),
    ("k", 1e3),
    ("к", 1e3),
    ("т", 1e3),
];

/// A sum of money as people write it: `6000`, `6,000`, `6 000`, `6k`, `8千`, `1.2万`, `8 triệu`, `350元`.
/// `None` when there is no figure, when it is negative, or when it is beyond 10¹².
#[must_use]
pub fn amount(text: &str) -> Option<i64> {
    let folded = fold(text);
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let figure: String =
        folded[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')).collect();
    let rest = folded[start + figure.len()..].trim_start();
    let scale = SCALES.iter().find(|(word, _)| rest.starts_with(word)).map_or(1.0, |(_, scale)| *scale);
    let value = figure_value(figure.trim_end_matches([' ', '.', ',']))? * scale;
    (value.is_finite() && value <= 1e12).then_some(value.round() as i64)
}

/// `6,000` and `6.000` and `6 000` are thousands; `1.2` and `1,2` are decimals.
fn figure_value(figure: &str) -> Option<f64> {
    let groups: Vec<&str> = figure.split([',', '.', ' ']).collect();
    match groups[..] {
        [whole] => whole.parse().ok(),
        [whole, decimals] if decimals.len() != 3 => format!("{whole}.{decimals}").parse().ok(),
        [_, ref thousands @ ..] if thousands.iter().all(|group| group.len() == 3) => {
            groups.concat().parse().ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_write_them() {
        for (text, expected) in [
            ("6000", Some(6000)),
            ("6,000", Some(6000)),
            ("6 000 ₽", Some(6000)),
            ("６０００", Some(6000)),
            ("6k", Some(6000)),
            ("8千", Some(8000)),
            ("1.2万", Some(12_000)),
            ("1,5 млн", Some(1_500_000)),
            ("8 triệu", Some(8_000_000)),
            ("3 juta", Some(3_000_000)),
            ("350元一天", Some(350)),
            ("от 90 тыс", Some(90_000)),
            ("面议", None),
            ("99999999999999999999", None),
            ("1.2.3", None),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
    }
}
