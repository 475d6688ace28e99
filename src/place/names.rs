//! What a place is called: short for buttons, unambiguous for confirmations.

use super::table::{Division, Level, Row, Table};
use crate::domain::Lang;

/// The full Chinese name, with 市, 区 or 县.
const ZH_FULL: [u8; 2] = *b"zf";

/// The short name: the language's own, else the English one.
pub(super) fn short(table: &Table, row: &Row, lang: Lang) -> Option<String> {
    let name = table.name(row, lang_code(lang)).or_else(|| table.name(row, lang_code(Lang::EN)))?;
    Some(name.to_owned())
}

/// The full Chinese name, with 市, 区 or 县.
pub(super) fn full<'a>(table: &'a Table, row: &Row) -> Option<&'a str> {
    table.name(row, ZH_FULL)
}

/// The name of a country: the language's own, else the English one, else its code.
pub(super) fn country(table: &Table, code: &str, lang: Lang) -> String {
    let name = table.country_name(code, lang_code(lang));
    name.or_else(|| table.country_name(code, lang_code(Lang::EN))).unwrap_or(code).to_owned()
}

/// The name of a division: the language's own, else the English one.
pub(super) fn division(division: &Division<'_>, lang: Lang) -> String {
    let name = division.name(lang_code(lang)).or_else(|| division.name(lang_code(Lang::EN)));
    name.unwrap_or_default().to_owned()
}

/// The name with the unit above it, or with the country.
pub(super) fn label(table: &Table, row: &Row, lang: Lang) -> Option<String> {
    let short = short(table, row, lang)?;
    let Some(above) = above(table, row, lang) else { return Some(short) };
    let name = match row.level {
        Level::Province => return Some(short),
        Level::World if short == above => return Some(short),
        Level::County => with_kind(table, row, lang, short, &above),
        Level::City if short == above => with_kind(table, row, lang, short, &above),
        _ => short,
    };
    let comma = if lang == Lang::ZH { "，" } else { ", " };
    Some(format!("{name}{comma}{above}"))
}

/// The unit above, or the country; in the United States, where names repeat, the state too.
fn above(table: &Table, row: &Row, lang: Lang) -> Option<String> {
    if let Some(parent) = table.row(row.parent) {
        return short(table, &parent, lang);
    }
    let (country, code) = table.text(row.division).split_once(':')?;
    let name = || self::country(table, country, lang);
    match country {
        "CN" | "HK" | "MO" => None,
        "US" => Some(format!("{code}, {}", name())),
        _ => Some(name()),
    }
}

/// The name with the word that says what it is, unless that is plain: a city, a county and a district may
/// share a name, and a city may have the name of what it lies in.
fn with_kind(table: &Table, row: &Row, lang: Lang, short: String, above: &str) -> String {
    let full = table.name(row, ZH_FULL).unwrap_or_default();
    let kind = full.chars().last();
    if kind == Some('市') && short != above {
        return short;
    }
    if lang == Lang::ZH {
        return if full.is_empty() { short } else { full.to_owned() };
    }
    if table.name(row, lang_code(Lang::EN)) != Some(short.as_str()) {
        return short;
    }
    match kind {
        Some('区') => format!("{short} District"),
        Some('县') => format!("{short} County"),
        Some('旗') => format!("{short} Banner"),
        Some('市') => format!("{short} City"),
        _ => short,
    }
}

fn lang_code(lang: Lang) -> [u8; 2] {
    match *lang.as_str().as_bytes() {
        [a, b] => [a, b],
        _ => *b"en",
    }
}
