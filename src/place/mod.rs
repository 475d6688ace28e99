//! Names and points → places.
//!
//! People write where they are as they speak: `在深圳`, `宝安`, `莞`, `в Екатеринбурге`, `Toshkentda`,
//! `Sài Gòn`, `Shenzen`. This room turns that into one [`Location`] the rest of the program can compute
//! with, or into the few that may be meant, so that the person picks one with a tap.
//!
//! It knows the divisions of China down to counties, and the cities of the world over 15,000 people. A
//! Chinese city is one place: `GeoNames`' Shenzhen and the division 4403 are the same row, `cn:4403`.
//!
//! The tables are built ahead by [`build_from_tables`] and embedded, compressed, as `data/places.bin`.
//! Loaded, they stay one block of bytes that is searched in place: no maps, no strings, about 4 MB.
//! The parts written by hand (nicknames, areas, stop words, names in other languages) are in
//! `data/names.toml`, where anybody may correct them.
//!
//! A search goes from certain to doubtful and stops at the first step that finds something: the name as it
//! is; a chain of Chinese units (`湖南衡阳`); without the words and the endings around it; several places in a
//! row (`深圳东莞`); part by part (`Nanshan, Shenzhen`); a beginning of a name; one slip of the finger. What
//! the last finds is never taken for granted, so it is always [`Found::Many`].

mod build;
mod endings;
mod fold;
mod guess;
mod names;
mod nearest;
mod rank;
mod scan;
mod search;
mod several;
mod table;
#[cfg(test)]
mod tests;

pub use build::{BuildError, build_from_tables};
pub use table::LoadError;

use crate::domain::{Lang, Location, Point};
use std::ops::Range;
use table::{CN_ID, Level, Row, Table};

/// The tables of this build.
static EMBEDDED: &[u8] = include_bytes!("data/places.bin");

/// The known places.
#[derive(Debug)]
pub struct Places {
    table: Table,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// The place that is meant.
    One(Location),
    /// Places that may be meant, best first, at most eight. One alone is a guess to be confirmed.
    Many(Vec<Location>),
    /// Nothing like a place.
    None,
}

/// A place that a text mentions: a city, a county that stands for itself, a province, or a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// The id of the place; `None` for a country, or a division of one other than China.
    pub id: Option<String>,
    /// The id of the district or town that was named, which may be the place itself.
    pub exact: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The short name in the language that was asked for.
    pub name: String,
    /// The Chinese name.
    pub zh: String,
    /// The English name.
    pub en: String,
}

impl Places {
    /// Unpacks the embedded tables, which takes some 20 ms: do it once.
    ///
    /// # Panics
    /// Never in a build whose tests pass: the tables are part of the program.
    #[must_use]
    pub fn load() -> Self {
        Self::from_bytes(EMBEDDED).expect("the embedded tables are part of the build and a test loads them")
    }

    /// Unpacks tables that [`build_from_tables`] made.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        Ok(Self { table: Table::unpack(bytes)? })
    }

    /// The place that a text names. `near` is the country of the person or the agency, such as `CN`: it
    /// decides between places of one name.
    #[must_use]
    pub fn search(&self, text: &str, near: Option<&str>) -> Found {
        let rows = search::search(&self.table, text, near);
        let mut locations: Vec<Location> = rows.rows.iter().map(|row| self.locate(row)).collect();
        match locations.len() {
            0 => Found::None,
            1 if rows.certain => Found::One(locations.swap_remove(0)),
            _ => Found::Many(locations),
        }
    }

    /// The places that a text mentions beside other things, from left to right. Districts and towns of China stand
    /// for their city, or for the county that they are in; what is named beside a place only to say where that
    /// is (`Biên Hòa, Đồng Nai`, `江苏昆山`, `Bucharest, Romania`) is left out.
    #[must_use]
    pub fn mentioned(&self, text: &str, near: Option<&str>, lang: Lang) -> Vec<Mentioned> {
        self.mentioned_beside(text, near, lang, |_| false)
    }

    /// The same, where `is_known` says of words in letters that they mean something: those are places only if they are
    /// written as names.
    #[must_use]
    pub fn mentioned_beside(
        &self,
        text: &str,
        near: Option<&str>,
        lang: Lang,
        is_known: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<Mentioned> {
        let seen = scan::scan(&self.table, text, near, is_known);
        let alone = scan::without_larger(&self.table, text, seen);
        alone.into_iter().filter_map(|seen| self.mention(seen, lang)).collect()
    }

    fn mention(&self, seen: scan::Seen, lang: Lang) -> Option<Mentioned> {
        let span = seen.span;
        match seen.what {
            scan::What::Place(row) => {
                let exact = Some(id_text(row.id));
                let row = self.city_of(row);
                let name = |lang| names::short(&self.table, &row, lang);
                let country = self.table.text(row.division).get(..2)?.to_owned();
                let id = Some(id_text(row.id));
                Some(Mentioned {
                    span,
                    id,
                    exact,
                    country,
                    name: name(lang)?,
                    zh: name(Lang::ZH)?,
                    en: name(Lang::EN)?,
                })
            }
            scan::What::Country(number) => {
                let country = self.table.country(number)?.to_owned();
                let name = |lang| names::country(&self.table, &country, lang);
                let (name, zh, en) = (name(lang), name(Lang::ZH), name(Lang::EN));
                Some(Mentioned { span, id: None, exact: None, country, name, zh, en })
            }
            scan::What::Division(number) => {
                let division = self.table.division(number)?;
                let name = |lang| names::division(&division, lang);
                let (name, zh, en) = (name(lang), name(Lang::ZH), name(Lang::EN));
                Some(Mentioned {
                    span,
                    id: None,
                    exact: None,
                    country: division.country.to_owned(),
                    name,
                    zh,
                    en,
                })
            }
        }
    }

    /// The city of a district, and what a town lies in; everything else is what it is.
    fn city_of(&self, row: Row) -> Row {
        let is_part = row.level == Level::Town
            || row.level == Level::County
                && names::full(&self.table, &row).is_some_and(|name| name.ends_with('区'));
        match self.table.row(row.parent).filter(|_| is_part) {
            Some(parent) if parent.level != Level::Province => self.city_of(parent),
            _ => row,
        }
    }

    /// The city that a shared point belongs to, with the point itself kept; `None` when the nearest city
    /// is farther than 150 km.
    #[must_use]
    pub fn nearest(&self, point: Point) -> Option<Location> {
        let point = Point::new(point.lat, point.lon)?;
        let row = nearest::city(&self.table, point)?;
        Some(Location { point, approximate: false, ..self.locate(&row) })
    }

    /// The place with an id.
    #[must_use]
    pub fn location(&self, id: &str) -> Option<Location> {
        Some(self.locate(&self.row(id)?))
    }

    /// The short name people say: 深圳, Shenzhen, Шэньчжэнь.
    #[must_use]
    pub fn name(&self, id: &str, lang: Lang) -> Option<String> {
        names::short(&self.table, &self.row(id)?, lang)
    }

    /// The name that cannot be taken for another: `深圳，广东`, `鼓楼区，南京`, `Moscow, Russia`.
    #[must_use]
    pub fn label(&self, id: &str, lang: Lang) -> Option<String> {
        names::label(&self.table, &self.row(id)?, lang)
    }

    /// Ids of the places most people of a country go to for work, for buttons.
    #[must_use]
    pub fn popular(&self, country: &str) -> Vec<String> {
        self.table.popular(country).filter_map(|row| self.table.row(row)).map(|row| id_text(row.id)).collect()
    }

    fn row(&self, id: &str) -> Option<Row> {
        self.table.row(self.table.find(id_number(id)?)?)
    }

    fn locate(&self, row: &Row) -> Location {
        let division = self.table.text(row.division);
        Location {
            id: id_text(row.id),
            country: division.get(..2).unwrap_or_default().to_owned(),
            division: division.to_owned(),
            zone: self.table.text(row.zone).to_owned(),
            point: Point { lat: row.lat, lon: row.lon },
            approximate: row.approximate,
        }
    }
}

/// `cn:4403` or `gn:1795565`.
fn id_text(id: u32) -> String {
    if id & CN_ID != 0 { format!("cn:{}", id & !CN_ID) } else { format!("gn:{id}") }
}

/// The number of an id, only if it is written as [`id_text`] writes it.
fn id_number(id: &str) -> Option<u32> {
    let number: u32 = id.get(3..)?.parse().ok().filter(|number| number & CN_ID == 0)?;
    let number = if id.starts_with("cn:") { number | CN_ID } else { number };
    (id_text(number) == id).then_some(number)
}
