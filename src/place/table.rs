//! The tables as they lie in memory: one block of bytes, read in place.
//!
//! Nothing is turned into maps or strings at the start. Keys are an automaton ([`fst`]) that says where the hits of
//! a key are. Every read is checked, so a damaged table gives wrong answers at worst.

use flate2::read::ZlibDecoder;
use fst::{IntoStreamer as _, Map, Streamer as _};
use std::{io::Read, ops::Range, sync::Arc};

/// The first bytes of a table file: its kind and the version of its layout.
pub(super) const MAGIC: &[u8; 8] = b"zgplace2";
/// Bytes of one row.
pub(super) const ROW: usize = 28;
/// Set in a row's id when it is a division code of China, clear when it is a `GeoNames` id.
pub(super) const CN_ID: u32 = 1 << 31;
/// Set in a row's level when its point is not its own.
pub(super) const APPROXIMATE: u8 = 0x80;
/// Set in a row's level when it is a city of China that is not divided into counties.
pub(super) const UNDIVIDED: u8 = 0x40;
/// The parent of a row that has none.
pub(super) const NO_ROW: u16 = u16::MAX;
/// A table larger than this is not ours: a guard against a file that unpacks without end.
const MAX_UNPACKED: u64 = 64 << 20;
/// Sections in the file, in order.
pub(super) const SECTIONS: usize = 9;

/// Why a table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It does not begin as a table of this version does.
    #[error("not a place table of this version")]
    Format,
    /// It cannot be unpacked: cut short or damaged.
    #[error("the place table is damaged: {0}")]
    Damaged(#[from] std::io::Error),
    /// Its keys are no automaton.
    #[error("the keys of the place table are damaged: {0}")]
    Keys(#[from] fst::Error),
}

/// What kind of unit a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// A province of China.
    Province,
    /// A prefecture or a municipality of China: what people there call a city.
    City,
    /// A county, district or county-level city of China.
    County,
    /// A town of China that only `GeoNames` knows.
    Town,
    /// A city elsewhere.
    World,
}

impl Level {
    fn of(byte: u8) -> Self {
        match byte & !(APPROXIMATE | UNDIVIDED) {
            0 => Self::Province,
            1 => Self::City,
            2 => Self::County,
            3 => Self::Town,
            _ => Self::World,
        }
    }
}

/// How a key means what it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A name the place goes by.
    Primary,
    /// One of the many other names the world has for it.
    Alternate,
    /// A short form that only means it for somebody from that country.
    Hinted,
    /// An area that stands for several places.
    Area,
    /// A country; the number is not a row but its place in the list of countries.
    Country,
    /// A word that is no answer to "where".
    Stop,
    /// A division of another country than China; the number is its place in the list of these. Only mentions mean
    /// it: nobody is looked for in it.
    Division,
    /// A part of a city outside the mainland of China. Only mentions mean the city by it.
    Part,
    /// A region called by its main city, `Самарская область`: only a search makes it, it is not in the file.
    Region,
}

impl Kind {
    fn of(bits: u32) -> Self {
        match bits & 7 {
            0 => Self::Primary,
            1 => Self::Alternate,
            2 => Self::Hinted,
            3 => Self::Area,
            4 => Self::Country,
            6 => Self::Division,
            7 => Self::Part,
            _ => Self::Stop,
        }
    }
}

/// What a key points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) row: u16,
    pub(super) kind: Kind,
}

/// One row, decoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) id: u32,
    pub(super) lat: f64,
    pub(super) lon: f64,
    /// People living there, or a guess: what decides between places of one name.
    pub(super) weight: u32,
    pub(super) names: u32,
    pub(super) parent: u16,
    pub(super) division: u16,
    pub(super) zone: u16,
    pub(super) level: Level,
    pub(super) approximate: bool,
    pub(super) undivided: bool,
}

/// The unpacked tables.
#[derive(Debug)]
pub(super) struct Table {
    bytes: Arc<[u8]>,
    sections: [Range<usize>; SECTIONS],
    keys: Map<Section>,
}

/// A part of the bytes.
#[derive(Debug)]
struct Section {
    bytes: Arc<[u8]>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or(&[])
    }
}

impl Table {
    /// Unpacks a file.
    pub(super) fn unpack(file: &[u8]) -> Result<Self, LoadError> {
        let packed = file.strip_prefix(MAGIC).ok_or(LoadError::Format)?;
        let (size, packed) = packed.split_first_chunk::<4>().ok_or(LoadError::Format)?;
        let size = u64::from(u32::from_le_bytes(*size)).min(MAX_UNPACKED);
        let mut bytes = Vec::with_capacity(size as usize);
        ZlibDecoder::new(packed).take(MAX_UNPACKED).read_to_end(&mut bytes)?;
        let bytes: Arc<[u8]> = bytes.into();
        let mut sections = [const { 0..0 }; SECTIONS];
        let mut at = SECTIONS * 4;
        for (index, section) in sections.iter_mut().enumerate() {
            let end = at + u32_at(&bytes, index * 4).ok_or(LoadError::Format)? as usize;
            *section = at..end;
            at = end;
        }
        if at != bytes.len() {
            return Err(LoadError::Format);
        }
        let keys = Map::new(Section { bytes: Arc::clone(&bytes), range: sections[4].clone() })?;
        // An automaton that is damaged would panic.
        keys.as_fst().verify()?;
        Ok(Self { bytes, sections, keys })
    }

    fn section(&self, index: usize) -> &[u8] {
        self.sections.get(index).and_then(|range| self.bytes.get(range.clone())).unwrap_or(&[])
    }

    /// How many rows there are.
    pub(super) fn n_rows(&self) -> u16 {
        (self.section(0).len() / ROW) as u16
    }

    /// A row by its number.
    pub(super) fn row(&self, number: u16) -> Option<Row> {
        let at = usize::from(number) * ROW;
        let bytes = self.section(0).get(at..at + ROW)?;
        let level = *bytes.get(26)?;
        Some(Row {
            id: u32_at(bytes, 0)?,
            lat: f64::from(u32_at(bytes, 4)?.cast_signed()) / 1e4,
            lon: f64::from(u32_at(bytes, 8)?.cast_signed()) / 1e4,
            weight: u32_at(bytes, 12)?,
            names: u32_at(bytes, 16)?,
            parent: u16_at(bytes, 20)?,
            division: u16_at(bytes, 22)?,
            zone: u16_at(bytes, 24)?,
            level: Level::of(level),
            approximate: level & APPROXIMATE != 0,
            undivided: level & UNDIVIDED != 0,
        })
    }

    /// The number of the row with an id. Rows are sorted by id.
    pub(super) fn find(&self, id: u32) -> Option<u16> {
        let at = halve(usize::from(self.n_rows()), |row| {
            u32_at(self.section(0), row * ROW).is_some_and(|other| other < id)
        });
        self.row(at as u16).filter(|row| row.id == id).map(|_| at as u16)
    }

    /// The units above a row, nearest first.
    pub(super) fn ancestors(&self, number: u16) -> impl Iterator<Item = u16> + '_ {
        let parent = |number: u16| self.row(number).map(|row| row.parent).filter(|parent| *parent != NO_ROW);
        std::iter::successors(parent(number), move |number| parent(*number)).take(4)
    }

    /// A name of a row: `zh`, `en`, …, or `zf` for the full Chinese one.
    pub(super) fn name(&self, row: &Row, lang: [u8; 2]) -> Option<&str> {
        name_in(self.section(1).get(row.names as usize..)?, lang)
    }

    /// A division or a zone.
    pub(super) fn text(&self, number: u16) -> &str {
        let texts = self.section(2);
        let read = || {
            let from = u32_at(texts, usize::from(number) * 4)? as usize;
            let to = u32_at(texts, usize::from(number) * 4 + 4)? as usize;
            std::str::from_utf8(texts.get(from..to)?).ok()
        };
        read().unwrap_or_default()
    }

    /// The rows between two latitudes that have a point of their own, from south to north.
    pub(super) fn between(&self, south: f64, north: f64) -> impl Iterator<Item = Row> + '_ {
        let order = self.section(3);
        let row = |at: usize| u16_at(order, at * 2).and_then(|number| self.row(number));
        let first = halve(order.len() / 2, |at| row(at).is_some_and(|row| row.lat < south));
        (first..order.len() / 2).map_while(row).take_while(move |row| row.lat <= north)
    }

    /// What a key points to.
    pub(super) fn exact(&self, key: &str) -> Vec<Hit> {
        self.keys.get(key).map(|at| self.hits(at)).unwrap_or_default()
    }

    /// Whether a key begins so.
    pub(super) fn begins(&self, key: &str) -> bool {
        let keys = self.keys.as_fst();
        let step = |node: fst::raw::Node<'_>, byte: u8| {
            let transition = node.transition(node.find_input(byte)?);
            Some(transition.addr)
        };
        let mut address = keys.root().addr();
        key.bytes().all(|byte| match step(keys.node(address), byte) {
            Some(next) => {
                address = next;
                true
            }
            None => false,
        })
    }

    /// Keys that begin so and what they point to, in order, at most so many.
    pub(super) fn begun(&self, key: &str, most: usize) -> Vec<(Vec<u8>, Vec<Hit>)> {
        let mut found = Vec::new();
        let mut keys = self.keys.range().ge(key).into_stream();
        while let Some((next, at)) = keys.next().filter(|(next, _)| next.starts_with(key.as_bytes())) {
            if found.len() == most {
                break;
            }
            found.push((next.to_vec(), self.hits(at)));
        }
        found
    }

    /// The hits that begin at a place of their list.
    fn hits(&self, at: u64) -> Vec<Hit> {
        let mut cursor = Cursor { bytes: self.section(5), at: usize::try_from(at).unwrap_or(usize::MAX) };
        let n_hits = cursor.number().unwrap_or_default();
        let hit = |hit: u32| Hit { row: (hit >> 3) as u16, kind: Kind::of(hit) };
        (0..n_hits).map_while(|_| cursor.number().map(hit)).collect()
    }

    /// The code of a country, such as `RU`.
    pub(super) fn country(&self, number: u16) -> Option<&str> {
        let (code, _) = self.countries().nth(usize::from(number))?;
        std::str::from_utf8(code).ok()
    }

    /// A country's name.
    pub(super) fn country_name(&self, code: &str, lang: [u8; 2]) -> Option<&str> {
        let (_, names) = self.countries().find(|(other, _)| *other == code.as_bytes())?;
        name_in(names, lang)
    }

    /// The country of a division, the number of the row of its main city, and its names by language.
    pub(super) fn division(&self, number: u16) -> Option<Division<'_>> {
        let (country, content) = entries(self.section(8)).nth(usize::from(number))?;
        let country = std::str::from_utf8(country).ok()?;
        Some(Division { country, city: u16_at(content, 0)?, names: content.get(2..)? })
    }

    fn countries(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        entries(self.section(6))
    }

    /// The numbers of the rows of a country's buttons.
    pub(super) fn popular(&self, country: &str) -> impl Iterator<Item = u16> + '_ {
        let rows = entries(self.section(7)).find(|(code, _)| *code == country.as_bytes());
        let rows = rows.map(|(_, rows)| rows).unwrap_or_default();
        rows.chunks_exact(2).filter_map(|pair| u16_at(pair, 0))
    }
}

/// A division of another country than China.
pub(super) struct Division<'a> {
    /// ISO 3166-1 alpha-2.
    pub(super) country: &'a str,
    /// The row of its main city, or [`NO_ROW`].
    pub(super) city: u16,
    names: &'a [u8],
}

impl Division<'_> {
    pub(super) fn name(&self, lang: [u8; 2]) -> Option<&str> {
        name_in(self.names, lang)
    }
}

/// Walks a list of numbers.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    /// A number in seven bits per byte, least first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

/// How many of the first `n` hold, where those that hold come first.
fn halve(n: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, n);
    while from < to {
        let middle = usize::midpoint(from, to);
        if holds(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// Entries of two letters, two bytes of length, content.
fn entries(section: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = section;
    std::iter::from_fn(move || {
        let length = usize::from(u16_at(rest, 2)?);
        let entry = (rest.get(..2)?, rest.get(4..4 + length)?);
        rest = rest.get(4 + length..)?;
        Some(entry)
    })
}

/// A name in a list of names: how many, then language, length and text of each.
fn name_in(names: &[u8], lang: [u8; 2]) -> Option<&str> {
    let (count, mut rest) = names.split_first()?;
    for _ in 0..*count {
        let length = usize::from(*rest.get(2)?);
        if rest.starts_with(&lang) {
            return std::str::from_utf8(rest.get(3..3 + length)?).ok();
        }
        rest = rest.get(3 + length..)?;
    }
    None
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}
