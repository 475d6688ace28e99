//! What every conversation reads and none changes.

use crate::classify::RulePack;
use crate::domain::Taxonomy;
use crate::i18n::{TextError, Texts};
use crate::place::Places;

/// Taxonomy, places, rules and texts: loaded once, shared by all conversations.
pub struct World {
    /// Industries, trades, certificates.
    pub taxonomy: Taxonomy,
    /// Names and points to places.
    pub places: Places,
    /// Thresholds and laws.
    pub pack: RulePack,
    /// What the bot says.
    pub texts: Texts,
}

impl World {
    /// The embedded tables with a rule pack.
    pub fn embedded(pack: RulePack) -> Result<Self, TextError> {
        Ok(Self { taxonomy: Taxonomy::embedded(), places: Places::load(), pack, texts: Texts::embedded()? })
    }
}
