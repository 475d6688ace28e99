//! Telegram: polling, the webhook, sending, what its errors mean. The only room that names teloxide.
//!
//! teloxide gives the types of updates and the payloads of methods. Its dispatcher, storages and
//! throttle are not used: they acknowledge updates before they are handled, and let one chat's limit
//! stop all others. Calls go out through a small client of our own that keeps error codes.

mod clean;
mod client;
mod code;
pub mod commands;
mod convert;
mod errors;
pub mod lanes;
mod polling;
mod sender;
mod webhook;
mod wire;

pub use client::{Client, ConfigError};
pub use convert::{Read, incoming};
pub use errors::{Disposition, SendError};
pub use polling::{LIMIT, Polled, poll};
pub use sender::TelegramWire;
pub use webhook::{Delivery, Door, Webhook, WebhookError};
