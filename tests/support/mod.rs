//! What several test files share.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod bot;
pub mod cable;
pub mod chat;
pub mod database;
pub mod driven;
pub mod emulator;
pub mod people;

use zhaogong::chat::World;
use zhaogong::domain::{Currency, Job, Location, Nature, Pay, PayUnit, Point, Preference, Requires, Shift};

/// A plain job for factory workers in Shenzhen.
pub fn job(world: &World) -> Job {
    let place = world.places.location("cn:4403").unwrap();
    Job { trades: vec!["factory_worker".into()], headcount: 10, place, ..plain_job() }
}

/// Two electricians for Shenzhen, without the tables of places.
pub fn plain_job() -> Job {
    Job {
        trades: vec!["electrician".into()],
        headcount: 2,
        place: Location {
            id: "cn:4403".into(),
            country: "CN".into(),
            division: "CN:44".into(),
            zone: "Asia/Shanghai".into(),
            point: Point { lat: 22.5, lon: 114.0 },
            approximate: false,
        },
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
