//! What several test files share.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod bot;
pub mod chat;
pub mod database;
pub mod emulator;

use zhaogong::chat::World;
use zhaogong::domain::{Currency, Job, Nature, Pay, PayUnit, Preference, Requires, Shift};

/// A plain job for factory workers in Shenzhen.
pub fn job(world: &World) -> Job {
    Job {
        trades: vec!["factory_worker".into()],
        headcount: 10,
        place: world.places.location("cn:4403").unwrap(),
        pay: Pay { min: 6000, max: Some(8000), unit: PayUnit::Month, currency: Currency("CNY".into()) },
        preference: Preference::Fixed,
        nature: Nature::FullTime,
        shift: Shift::Day,
        requires: Requires::default(),
        provides: Vec::new(),
        contact: "老王".into(),
        other_places: Vec::new(),
        start: None,
        text: None,
    }
}
