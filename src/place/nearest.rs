//! A point on the map -> the city it belongs to.

use super::table::{Level, Row, Table};
use crate::domain::Point;

/// Farther than this from every city a point is in no place.
const MAX_KM: f64 = 150.0;
/// Degrees of latitude that surely hold [`MAX_KM`]: one degree is at least 110.5 km.
const MAX_LATITUDE: f64 = 1.36;
/// How far a city reaches, per square root of its people: 20 km for Moscow, 8 for Tashkent.
/// The tables hold parts of such cities too, and whoever stands in one of them is in the city.
const KM_PER_ROOT: f64 = 0.006;

/// The row of the city that a point belongs to.
///
/// In China that is the prefecture or municipality that owns the nearest county or town; a county that
/// the province governs directly is a city of its own.
pub(super) fn city(table: &Table, point: Point) -> Option<Row> {
    let near = table
        .between(point.lat - MAX_LATITUDE, point.lat + MAX_LATITUDE)
        .filter(|row| row.level != Level::Province)
        .map(|row| (distance(&row, point), row))
        .filter(|(km, _)| *km <= MAX_KM)
        .map(|(km, row)| (km - reach(table, &row), row))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))?;
    Some(owner(table, near.1))
}

fn distance(row: &Row, point: Point) -> f64 {
    Point { lat: row.lat, lon: row.lon }.km_to(point)
}

/// Counties share out the land between them, and so do the parts of Hong Kong and Macau, which would reach
/// over the border: there the nearest one is right as it is. Dongguan has no counties.
fn reach(table: &Table, row: &Row) -> f64 {
    let reaches = row.undivided || row.level == Level::World && !table.text(row.division).ends_with(":00");
    if reaches { f64::from(row.weight).sqrt() * KM_PER_ROOT } else { 0.0 }
}

/// The city above a county or a town, or above a part of Hong Kong or Macau.
fn owner(table: &Table, row: Row) -> Row {
    if matches!(row.level, Level::City | Level::Province) {
        return row;
    }
    table
        .row(row.parent)
        .filter(|parent| parent.level != Level::Province)
        .map_or(row, |parent| owner(table, parent))
}
