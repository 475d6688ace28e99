//! Industries, trades and certificates, read from the embedded `taxonomy.toml`.
//!
//! Codes in the file are those of public classifications: GB/T 4754-2017, ISIC Rev. 4 (UN) and
//! ISCO-08 (based on ISCO-08, International Labour Organization).

use super::{CertificateId, IndustryId, Lang, TradeId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A name or word list per language.
pub type Names = BTreeMap<Lang, String>;

/// The whole taxonomy, in the file's order, with look-ups by id.
#[derive(Debug)]
pub struct Taxonomy {
    industries: Vec<Industry>,
    trades: Vec<Trade>,
    certificates: Vec<CertificateEntry>,
    unclear: Vec<UnclearWord>,
    trade_at: BTreeMap<TradeId, usize>,
    industry_at: BTreeMap<IndustryId, usize>,
    certificate_at: BTreeMap<CertificateId, usize>,
}

/// An industry, for example construction.
#[derive(Debug, Clone, Deserialize)]
pub struct Industry {
    /// Its id.
    pub id: IndustryId,
    /// Its name per language.
    pub names: Names,
    /// The industry of the three-way split (construction, manufacturing, services) or `other`.
    pub article_class: String,
    /// Other words people use for it, per language.
    pub aliases: BTreeMap<Lang, Vec<String>>,
}

/// A trade, for example electrician.
#[derive(Debug, Clone, Deserialize)]
pub struct Trade {
    /// Its id.
    pub id: TradeId,
    /// The industry it is usually found in.
    pub industry: IndustryId,
    /// ISCO-08 unit group.
    pub isco08: String,
    /// Whether it needs training.
    pub kind: TradeKind,
    /// What is dangerous about it; empty when nothing is.
    #[serde(deserialize_with = "hazards")]
    pub hazards: Vec<Hazard>,
    /// Certificates normally asked for, the most usual first.
    pub certificates: Vec<CertificateId>,
    /// Its name per language.
    pub names: Names,
    /// Other words people use for it, per language.
    pub aliases: BTreeMap<Lang, Vec<String>>,
}

/// Whether a trade needs training or a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TradeKind {
    /// It does.
    Professional,
    /// It does not.
    General,
}

/// A danger that comes with a trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hazard {
    Height,
    Electric,
    Heat,
    Toxic,
    Dust,
    HeavyLifting,
    Machinery,
    ConfinedSpace,
    Cold,
    Night,
}

/// A certificate, licence or permit.
#[derive(Debug, Clone, Deserialize)]
pub struct CertificateEntry {
    /// Its id.
    pub id: CertificateId,
    /// Its name per language.
    pub names: Names,
    /// Whether the popular name covers several certificates, which are the `candidates`.
    #[serde(default)]
    pub ambiguous: bool,
    /// What an ambiguous name may mean.
    #[serde(default)]
    pub candidates: Vec<CertificateId>,
    /// How long it is valid; `None` for ever.
    #[serde(default, rename = "renewal_years")]
    pub valid_years: Option<u32>,
    /// Other words people use for it, per language.
    pub aliases: BTreeMap<Lang, Vec<String>>,
}

/// A word that may mean several entries.
#[derive(Debug, Clone, Deserialize)]
pub struct UnclearWord {
    /// Of which kind these are.
    pub kind: EntryKind,
    /// The language of the word.
    pub lang: Lang,
    /// The word.
    pub alias: String,
    /// What is made of it.
    pub resolve: Resolve,
    /// Ids of what it may mean, the most usual first.
    pub candidates: Vec<String>,
}

/// Kinds of entries that a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// An industry.
    Industry,
    /// A trade.
    Trade,
    /// A certificate.
    Certificate,
}

/// What is made of a word that may mean several entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolve {
    /// The first candidate.
    First,
    /// All candidates.
    All,
    /// The candidate that the rest of the text speaks for; the first if nothing does.
    Context,
    /// The first candidate, where no other entry of its kind is named: `电子厂` is a workplace, and only by itself the
    /// usual work there.
    Alone,
    /// None: somebody must be asked. Without candidates the word is none of these, and only hides those in it.
    Ask,
}

/// Why a taxonomy file was refused.
#[derive(Debug, thiserror::Error)]
pub enum TaxonomyError {
    /// It is not TOML of the expected shape; the message names the line.
    #[error("the taxonomy cannot be read: {0}")]
    Format(#[from] toml::de::Error),
    /// An entry points to an id that does not exist.
    #[error("the taxonomy's entry `{entry}` names the unknown id `{unknown}`")]
    UnknownId {
        /// Where.
        entry: String,
        /// What.
        unknown: String,
    },
}

#[derive(Deserialize)]
struct File {
    industry: Vec<Industry>,
    trade: Vec<Trade>,
    certificate: Vec<CertificateEntry>,
    #[serde(default)]
    ambiguous_alias: Vec<UnclearWord>,
}

fn hazards<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Hazard>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let real = words.iter().filter(|word| *word != "none");
    real.map(|word| Hazard::deserialize(serde::de::value::StrDeserializer::new(word))).collect()
}

impl Taxonomy {
    /// The taxonomy that is compiled in.
    ///
    /// # Panics
    /// Never: a test reads the same bytes.
    #[must_use]
    pub fn embedded() -> Self {
        Self::parse(include_str!("taxonomy.toml")).expect("the embedded file is read by a test")
    }

    /// Reads a taxonomy file and checks that its references resolve.
    pub fn parse(text: &str) -> Result<Self, TaxonomyError> {
        let file: File = toml::from_str(text)?;
        let taxonomy = Self {
            trade_at: file.trade.iter().enumerate().map(|(i, t)| (t.id.clone(), i)).collect(),
            industry_at: file.industry.iter().enumerate().map(|(i, t)| (t.id.clone(), i)).collect(),
            certificate_at: file.certificate.iter().enumerate().map(|(i, c)| (c.id.clone(), i)).collect(),
            industries: file.industry,
            trades: file.trade,
            certificates: file.certificate,
            unclear: file.ambiguous_alias,
        };
        taxonomy.check_references()?;
        Ok(taxonomy)
    }

    fn check_references(&self) -> Result<(), TaxonomyError> {
        let unknown = |entry: &str, unknown: &str| TaxonomyError::UnknownId {
            entry: entry.to_owned(),
            unknown: unknown.to_owned(),
        };
        for trade in &self.trades {
            if self.industry(trade.industry.as_str()).is_none() {
                return Err(unknown(trade.id.as_str(), trade.industry.as_str()));
            }
            for certificate in &trade.certificates {
                if self.certificate(certificate.as_str()).is_none() {
                    return Err(unknown(trade.id.as_str(), certificate.as_str()));
                }
            }
        }
        for word in &self.unclear {
            let is_known = |id: &&String| match word.kind {
                EntryKind::Industry => self.industry(id).is_some(),
                EntryKind::Trade => self.trade(id).is_some(),
                EntryKind::Certificate => self.certificate(id).is_some(),
            };
            if let Some(id) = word.candidates.iter().find(|id| !is_known(id)) {
                return Err(unknown(&word.alias, id));
            }
        }
        Ok(())
    }

    /// The industries, the most usual first.
    #[must_use]
    pub fn industries(&self) -> &[Industry] {
        &self.industries
    }

    /// The trades, grouped by industry.
    #[must_use]
    pub fn trades(&self) -> &[Trade] {
        &self.trades
    }

    /// The certificates.
    #[must_use]
    pub fn certificates(&self) -> &[CertificateEntry] {
        &self.certificates
    }

    /// The words that may mean several entries.
    #[must_use]
    pub fn unclear_words(&self) -> &[UnclearWord] {
        &self.unclear
    }

    /// The industry with this id.
    #[must_use]
    pub fn industry(&self, id: &str) -> Option<&Industry> {
        self.industry_at.get(id).map(|&at| &self.industries[at])
    }

    /// The trade with this id.
    #[must_use]
    pub fn trade(&self, id: &str) -> Option<&Trade> {
        self.trade_at.get(id).map(|&at| &self.trades[at])
    }

    /// Whether who holds one certificate has what is asked for: the same, or one of those that a popular
    /// name (`电工证`) may mean.
    #[must_use]
    pub fn covers(&self, held: &CertificateId, asked: &CertificateId) -> bool {
        held == asked || self.certificate(asked.as_str()).is_some_and(|entry| entry.candidates.contains(held))
    }

    /// The certificate with this id.
    #[must_use]
    pub fn certificate(&self, id: &str) -> Option<&CertificateEntry> {
        self.certificate_at.get(id).map(|&at| &self.certificates[at])
    }
}

impl CertificateEntry {
    /// Whether employers in a country (ISO 3166-1 alpha-2) ask for it: an id that begins with a country's
    /// code (`ru_naks`) belongs to that country, every other one to all.
    #[must_use]
    pub fn is_used_in(&self, country: &str) -> bool {
        const COUNTRIES: [&str; 7] = ["cn", "ru", "id", "vn", "uk", "us", "kr"];
        match self.id.as_str().split_once('_') {
            Some((code, _)) if COUNTRIES.contains(&code) => code.eq_ignore_ascii_case(country),
            _ => true,
        }
    }
}

/// The name in a language, in English where that is missing.
#[must_use]
pub fn name_in(names: &Names, lang: Lang) -> &str {
    names.get(&lang).or_else(|| names.get(&Lang::EN)).map_or("?", String::as_str)
}

macro_rules! named {
    ($($entry:ty),*) => {$(
        impl $entry {
            /// The name in a language, in English where that is missing.
            #[must_use]
            pub fn name(&self, lang: Lang) -> &str {
                name_in(&self.names, lang)
            }
        }
    )*};
}

named!(Industry, Trade, CertificateEntry);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_taxonomy_is_whole() {
        let taxonomy = Taxonomy::parse(include_str!("taxonomy.toml")).unwrap();
        assert_eq!(taxonomy.industries().len(), 15);
        assert_eq!(taxonomy.trades().len(), 139);
        assert_eq!(taxonomy.certificates().len(), 76);
        let electrician = taxonomy.trade("electrician").unwrap();
        assert_eq!(electrician.name(Lang::ZH), "电工");
        assert!(electrician.hazards.contains(&Hazard::Electric));
        assert_eq!(electrician.kind, TradeKind::Professional);
    }

    #[test]
    fn an_unknown_industry_is_refused_with_its_name() {
        let text =
            include_str!("taxonomy.toml").replace("industry = \"construction\"", "industry = \"constr\"");
        let error = Taxonomy::parse(&text).unwrap_err().to_string();
        assert!(error.contains("`constr`"), "{error}");
    }

    #[test]
    fn a_popular_name_covers_what_it_may_mean() {
        let taxonomy = Taxonomy::embedded();
        for (held, asked, expected) in [
            ("cn_mem_lv_electrician", "cn_mem_lv_electrician", true),
            ("cn_mem_lv_electrician", "electrician_certificate", true),
            ("electrician_certificate", "cn_mem_lv_electrician", false),
            ("cn_mem_hv_electrician", "cn_mem_lv_electrician", false),
        ] {
            assert_eq!(taxonomy.covers(&held.into(), &asked.into()), expected, "{held} for {asked}");
        }
    }

    #[test]
    fn hazard_none_is_an_empty_list() {
        let taxonomy = Taxonomy::embedded();
        assert!(taxonomy.trades().iter().any(|trade| trade.hazards.is_empty()));
    }
}
