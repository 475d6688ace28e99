//! What the law says before anything is scored.

use super::Misfit;
use crate::classify::{AgeCheck, RulePack, age_check};
use crate::domain::{Born, Hazard, Job, Profile, Taxonomy, TradeId};
use jiff::civil::Date;

/// What the law says to a worker about the trades of a job.
pub(super) struct Law<'a> {
    job: &'a Job,
    born: Option<Born>,
    minor: bool,
    taxonomy: &'a Taxonomy,
    pack: &'a RulePack,
    today: Date,
}

impl<'a> Law<'a> {
    /// The limits that hold for the whole job; an unknown age is taken for a minor's.
    pub(super) fn of(
        job: &'a Job,
        worker: &Profile,
        taxonomy: &'a Taxonomy,
        pack: &'a RulePack,
        today: Date,
    ) -> Result<Self, Misfit> {
        let age = worker.born.map_or(AgeCheck::Minor, |born| age_check(born, pack, today));
        let minor = match age {
            AgeCheck::TooYoung => return Err(Misfit::TooYoung),
            AgeCheck::Minor => true,
            AgeCheck::Adult => false,
        };
        if minor && job.shift.has_nights() && !pack.legal.minor_nights {
            return Err(Misfit::Night);
        }
        let law = Self { job, born: worker.born, minor, taxonomy, pack, today };
        let mut bars = Vec::new();
        for trade in &job.trades {
            match law.bar(trade) {
                Some(bar) => bars.push(bar),
                None => return Ok(law),
            }
        }
        Err(bars.into_iter().next().unwrap_or(Misfit::Trade))
    }

    /// What bars the worker from one of the job's trades.
    pub(super) fn bar(&self, trade: &TradeId) -> Option<Misfit> {
        let forbidden = |hazard: &Hazard| self.pack.legal.minor_hazards.contains(hazard);
        // A trade that the taxonomy does not know may be anything, so a minor is not offered it.
        let safe =
            || self.taxonomy.trade(trade.as_str()).is_some_and(|trade| !trade.hazards.iter().any(forbidden));
        if self.minor && !safe() {
            return Some(Misfit::Hazard);
        }
        let youngest = self.born.map(|born| born.age_on(self.today));
        let oldest = self.born.map(|born| born.oldest_on(self.today));
        let asked = self.job.requires.age.as_ref();
        let laws = self.pack.jobs.age_limits.iter().filter(|law| law.trades.contains(trade));
        for limit in laws.map(crate::classify::LegalAge::limit) {
            let under = limit.least.is_some_and(|least| youngest.is_none_or(|age| age < least));
            let over = limit.most.is_some_and(|most| oldest.is_none_or(|age| age > most));
            if under || (over && asked == Some(&limit)) {
                return Some(Misfit::Age(limit));
            }
        }
        None
    }
}
