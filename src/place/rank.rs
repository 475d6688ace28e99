//! Which of the rows found is meant, and in which order the others are offered.

use super::search::{Search, Trust, is_place};
use super::table::{Hit, Kind, Row};

/// At most so many places are offered to choose from.
const MAX_OFFERED: usize = 8;
/// The best of several is taken when it has so many times the people of the next.
pub(super) const CLEAR: u64 = 10;
/// How much more a place counts that lies in the country hinted at.
const NEAR: u64 = 30;
/// How much less a place counts that goes by that name only somewhere.
const BY_OTHER_NAME: u64 = 10;

/// The rows found, best first.
pub(super) struct Rows {
    /// The rows, at most eight.
    pub(super) rows: Vec<Row>,
    /// Whether a single one may be taken as meant.
    pub(super) certain: bool,
}

impl Search<'_> {
    pub(super) fn country_of(&self, row: u16) -> Option<&str> {
        self.division_of(row)?.get(..2)
    }

    pub(super) fn division_of(&self, row: u16) -> Option<&str> {
        Some(self.table.text(self.table.row(row)?.division))
    }

    pub(super) fn is_near(&self, row: u16) -> bool {
        self.near.is_some() && self.country_of(row) == self.near
    }

    /// Leaves out what lies in another one found, and takes the best if it is clear.
    pub(super) fn decide(&self, hits: &[Hit], trust: Trust) -> Rows {
        let ranked = self.ranked(hits);
        let area = hits.iter().any(|hit| hit.kind == Kind::Area);
        let clear = match ranked.as_slice() {
            [_] => trust != Trust::Mended,
            [best, next, ..] => trust == Trust::Named && !area && best.0 >= next.0.saturating_mul(CLEAR),
            [] => false,
        };
        let n_rows = if clear { 1 } else { MAX_OFFERED };
        let rows = ranked.into_iter().take(n_rows).filter_map(|(_, row)| self.table.row(row)).collect();
        Rows { rows, certain: clear }
    }

    /// The rows with what each counts, best first, without those that lie in another.
    pub(super) fn ranked(&self, hits: &[Hit]) -> Vec<(u64, u16)> {
        let mut ranked: Vec<(u64, u16)> =
            hits.iter().filter(|hit| is_place(**hit)).map(|hit| (self.counts(*hit), hit.row)).collect();
        ranked.sort_by_key(|(counts, row)| (std::cmp::Reverse(*counts), *row));
        let mut seen = std::collections::BTreeSet::new();
        ranked.retain(|(_, row)| seen.insert(*row));
        ranked.retain(|(_, row)| !self.table.ancestors(*row).any(|above| seen.contains(&above)));
        ranked
    }

    fn counts(&self, hit: Hit) -> u64 {
        let people = self.table.row(hit.row).map_or(0, |row| u64::from(row.weight));
        let near = match self.near.filter(|_| self.is_near(hit.row)) {
            // A button sends its name: Suzhou there is not the one in Anhui.
            Some(country) if self.table.popular(country).any(|row| row == hit.row) => NEAR * CLEAR,
            Some(_) => NEAR,
            None => 1,
        };
        people * near / if hit.kind == Kind::Alternate { BY_OTHER_NAME } else { 1 }
    }
}
