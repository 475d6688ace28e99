//! The words as they lie in memory: an automaton of all keys, and what each means.
//!
//! They are made from the tables once, by `zhaogong words`, and are part of the program: making the automaton takes
//! longer than everything else at the start. A look-up decodes the few bytes that it needs.

use super::gather::{Codes, LexiconError, Meanings};
use super::meaning::{Cue, Meaning};
use crate::domain::Lang;
use fst::{Map, MapBuilder};
use std::ops::Range;
use std::sync::Arc;

/// The first bytes: the kind of file, and the version of its layout.
const MAGIC: &[u8; 8] = b"zgwords1";
/// Bytes of one meaning: language, what it is, and its number.
const MEANING: usize = 11;

/// Bytes of the program, or of one that were made while it runs.
#[derive(Debug, Clone)]
enum Bytes {
    Embedded(&'static [u8]),
    Made(Arc<[u8]>),
}

impl Bytes {
    fn all(&self) -> &[u8] {
        match self {
            Self::Embedded(bytes) => bytes,
            Self::Made(bytes) => bytes,
        }
    }
}

/// A part of the bytes.
#[derive(Debug)]
pub(super) struct Section {
    bytes: Bytes,
    range: Range<usize>,
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        self.bytes.all().get(self.range.clone()).unwrap_or(&[])
    }
}

/// The words.
#[derive(Debug)]
pub(super) struct Packed {
    pub(super) keys: Map<Section>,
    meanings: Section,
    pub(super) codes: Codes,
    size: usize,
}

impl Packed {
    /// The words of the program.
    pub(super) fn embedded(bytes: &'static [u8]) -> Result<Self, LexiconError> {
        Self::of(&Bytes::Embedded(bytes))
    }

    /// Words that [`pack`] made.
    pub(super) fn made(bytes: Vec<u8>) -> Result<Self, LexiconError> {
        Self::of(&Bytes::Made(bytes.into()))
    }

    fn of(bytes: &Bytes) -> Result<Self, LexiconError> {
        let size = bytes.all().len();
        let mut rest = bytes.all().strip_prefix(MAGIC).ok_or(LexiconError::Packed)?;
        let mut sections = [const { 0..0 }; 3];
        for section in &mut sections {
            let (length, after) = rest.split_first_chunk::<4>().ok_or(LexiconError::Packed)?;
            let start = size - after.len();
            let length = u32::from_le_bytes(*length) as usize;
            rest = after.get(length..).ok_or(LexiconError::Packed)?;
            *section = start..start + length;
        }
        let [keys, meanings, codes] = sections.map(|range| Section { bytes: bytes.clone(), range });
        let codes = std::str::from_utf8(codes.as_ref()).map_err(|_| LexiconError::Packed)?;
        let (currencies, languages) = codes.split_once('\n').ok_or(LexiconError::Packed)?;
        let list = |codes: &str| codes.split(' ').map(str::to_owned).collect();
        let codes = Codes { currencies: list(currencies), languages: list(languages) };
        Ok(Self { keys: Map::new(keys)?, meanings, codes, size })
    }

    /// What the key with this value means, in which language.
    pub(super) fn meanings(&self, value: u64) -> impl Iterator<Item = (Lang, Meaning)> + '_ {
        let bytes = self.meanings.as_ref();
        let at = usize::try_from(value).unwrap_or(usize::MAX);
        let count = bytes.get(at).copied().unwrap_or_default();
        let rest = bytes.get(at.saturating_add(1)..).unwrap_or(&[]);
        rest.chunks_exact(MEANING).take(count.into()).filter_map(|bytes| decoded(bytes.first_chunk()?))
    }

    /// Bytes that they take.
    pub(super) const fn size(&self) -> usize {
        self.size
    }
}

/// Makes the bytes of words: every key with what it means.
pub(super) fn pack(words: &Meanings, codes: &Codes) -> Result<Vec<u8>, LexiconError> {
    let mut keys = MapBuilder::memory();
    let mut meanings: Vec<u8> = Vec::new();
    for (word, own) in words {
        keys.insert(word, meanings.len() as u64)?;
        meanings.push(u8::try_from(own.len()).unwrap_or(u8::MAX));
        for (lang, meaning) in own.iter().take(u8::MAX.into()) {
            meanings.extend(encoded(*lang, *meaning));
        }
    }
    let codes = format!("{}\n{}", codes.currencies.join(" "), codes.languages.join(" "));
    let mut bytes = MAGIC.to_vec();
    for section in [keys.into_inner()?, meanings, codes.into_bytes()] {
        bytes.extend(u32::try_from(section.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend(section);
    }
    Ok(bytes)
}

fn encoded(lang: Lang, meaning: Meaning) -> [u8; MEANING] {
    let (kind, number) = match meaning {
        Meaning::Trade(at) => (0, at as f64),
        Meaning::Certificate(at) => (1, at as f64),
        Meaning::Industry(at) => (2, at as f64),
        Meaning::Unclear(at) => (3, at as f64),
        Meaning::Mask => (4, 0.0),
        Meaning::Cue(cue) => (5, f64::from(cue as u16)),
        Meaning::Currency(at) => (6, at as f64),
        Meaning::Scale(scale) => (7, scale),
        Meaning::Number(number) => (8, number),
        Meaning::Month(month) => (9, f64::from(month)),
        Meaning::Weekday(day) => (10, f64::from(day)),
        Meaning::Language(at) => (11, at as f64),
    };
    let mut bytes = [0; MEANING];
    let tag = lang.as_str().as_bytes();
    bytes[..2].copy_from_slice(&[tag[0], tag[1]]);
    bytes[2] = kind;
    bytes[3..].copy_from_slice(&number.to_le_bytes());
    bytes
}

fn decoded(bytes: &[u8; MEANING]) -> Option<(Lang, Meaning)> {
    let lang = Lang::parse(std::str::from_utf8(&bytes[..2]).ok()?)?;
    let number = f64::from_le_bytes(*bytes[3..].first_chunk()?);
    let at = number as usize;
    let meaning = match bytes[2] {
        0 => Meaning::Trade(at),
        1 => Meaning::Certificate(at),
        2 => Meaning::Industry(at),
        3 => Meaning::Unclear(at),
        4 => Meaning::Mask,
        5 => Meaning::Cue(*Cue::ALL.get(at)?),
        6 => Meaning::Currency(at),
        7 => Meaning::Scale(number),
        8 => Meaning::Number(number),
        9 => Meaning::Month(number as i8),
        10 => Meaning::Weekday(number as i8),
        11 => Meaning::Language(at),
        _ => return None,
    };
    Some((lang, meaning))
}
