//! What every conversation reads and none changes.

use super::forms::{Custom, Forms};
use crate::classify::RulePack;
use crate::domain::Taxonomy;
use crate::i18n::{TextError, Texts};
use crate::place::Places;
use crate::reading::{Lexicon, Tables};

/// Taxonomy, places, rules and texts: loaded once, shared by all conversations.
pub struct World {
    /// Industries, trades, certificates.
    pub taxonomy: Taxonomy,
    /// Names and points to places.
    pub places: Places,
    /// The words that people use.
    pub lexicon: Lexicon,
    /// Thresholds and laws.
    pub pack: RulePack,
    /// What the bot says.
    pub texts: Texts,
    /// What it asks.
    pub forms: Forms,
}

impl World {
    /// The embedded tables with a rule pack, without questions of an agency's own.
    pub fn embedded(pack: RulePack) -> Result<Self, TextError> {
        Self::new(pack, Vec::new())
    }

    /// The embedded tables with a rule pack and an agency's own questions.
    pub fn new(pack: RulePack, own: Vec<Custom>) -> Result<Self, TextError> {
        Ok(Self {
            forms: Forms::new(own),
            taxonomy: Taxonomy::embedded(),
            places: Places::load(),
            lexicon: Lexicon::load(),
            pack,
            texts: Texts::embedded()?,
        })
    }

    /// What texts are read with.
    #[must_use]
    pub const fn tables(&self) -> Tables<'_> {
        Tables { lexicon: &self.lexicon, taxonomy: &self.taxonomy, places: &self.places }
    }
}
