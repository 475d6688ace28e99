//! Telegram: polling, the webhook, sending, what its errors mean. The only room that names teloxide.
//!
//! teloxide gives the payloads of methods. Its dispatcher, storages and throttle are not used: they
//! acknowledge updates before they are handled, and let one chat's limit stop all others. Its types of updates
//! are not, either: they lose what is newer than they. Calls go out through a small client of our own that
//! keeps error codes.

mod client;
mod code;
pub mod commands;
mod convert;
mod errors;
pub mod lanes;
mod polling;
mod sender;
mod update;
mod webhook;
mod wire;

pub use client::{Client, ConfigError};
pub use convert::{Read, incoming};
pub use errors::{Disposition, SendError};
pub use polling::{LIMIT, Polled, poll};
pub use sender::TelegramWire;
pub use webhook::{Delivery, Door, Webhook, WebhookError};
