//! The laws of a rule pack that set ages for some trades: the only ages that an employer may ask for.

use super::Legal;
use crate::domain::{AgeLimit, TradeId};
use serde::Deserialize;

/// A law that sets ages for some trades.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalAge {
    /// Names it in jobs and in the audit log.
    pub id: String,
    /// The trades that it is for.
    pub trades: Vec<TradeId>,
    /// Full years, from.
    #[serde(default)]
    pub least: Option<i16>,
    /// Full years, up to and with.
    #[serde(default)]
    pub most: Option<i16>,
    /// The law, for whoever checks.
    pub law: String,
}

impl LegalAge {
    /// The limit as a job asks for it.
    #[must_use]
    pub fn limit(&self) -> AgeLimit {
        AgeLimit { rule: self.id.clone(), least: self.least, most: self.most }
    }

    /// What makes no sense in it, beside the other laws of the pack.
    pub(super) fn problem(&self, legal: &Legal, all: &[Self]) -> Option<&'static str> {
        let (least, most) = (self.least.unwrap_or(legal.minimum_age), self.most.unwrap_or(i16::MAX));
        if self.trades.is_empty() || (self.least.is_none() && self.most.is_none()) {
            Some("must name trades and least or most")
        } else if least < legal.minimum_age || most <= least.max(legal.adult_age) {
            Some("must not be under the minimum age, and must rise: least, most")
        } else if all.iter().filter(|other| other.id == self.id).count() > 1 {
            Some("must have ids of their own")
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::RulePack;
    use crate::domain::{Taxonomy, TradeId};

    #[test]
    fn every_law_is_about_trades_that_there_are() {
        let taxonomy = Taxonomy::embedded();
        let laws = RulePack::embedded("cn").unwrap().jobs.age_limits;
        assert!(laws.len() >= 3);
        for trade in laws.iter().flat_map(|law| &law.trades) {
            assert!(taxonomy.trade(TradeId::as_str(trade)).is_some(), "{trade}");
        }
        assert!(RulePack::embedded("default").unwrap().jobs.age_limits.is_empty());
    }
}
