//! The words of the product as types: people, profiles, jobs, places, the taxonomy.
//!
//! Everything here is plain data that serialises to the JSON the store keeps.
//! No type reads a clock: a date or a [`Time`] is always an argument.

mod care;
mod ids;
mod job;
mod lang;
mod location;
mod pay;
mod profile;
mod stage;
mod taxonomy;
mod time;

pub use care::{Charge, CheckDay, CheckIn, Report, ReportKind, Verdict, Works};
pub use ids::{
    BroadcastId, CertificateId, ChatId, EmployerId, IndustryId, JobId, MessageId, PersonId, TradeId, UpdateId,
};
pub use job::{AgeLimit, Job, JobState, Provision, Requires, Shift};
pub use lang::Lang;
pub use location::{Location, Point};
pub use pay::{Currency, Pay, PayUnit};
pub use profile::{Born, Certificate, Experience, Extra, Home, Nature, Preference, Profile};
pub use stage::{Side, Stage};
pub use taxonomy::{
    CertificateEntry, EntryKind, Hazard, Industry, Names, Resolve, Taxonomy, TaxonomyError, Trade, TradeKind,
    UnclearWord, name_in,
};
pub use time::Time;
