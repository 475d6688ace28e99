//! A Telegram of one's own: a strict Bot API emulator over HTTP, and a page with phones to chat on.
//!
//! A bot is pointed at it as at `api.telegram.org` and cannot tell the difference in what it is
//! allowed to do: lengths, keyboards, HTML, who may be written to, which update is confirmed when.
//! Where Telegram refuses, this refuses, in Telegram's words. People are made up and act through
//! the page at `/` or through the JSON interface under `/sim`, which tests use too; there one can
//! also script faults, set flood limits, move the clock and read what the bot called.
//!
//! The room knows nothing of the bot: the two meet over HTTP only.
//!
//! ```text
//!   bot ──HTTP──> bot_api ──> methods ──> world <── incoming <── sim <──HTTP── page, tests
//!                    │                      │
//!                 faults, log     phones, crowd, updates, files
//! ```

mod answer;
mod bot_api;
mod callbacks;
mod chat;
mod clock;
mod crowd;
mod download;
mod entity;
mod faults;
mod files;
mod html;
mod image;
mod incoming;
mod limits;
mod log;
mod markup;
mod methods;
mod page;
mod params;
mod profile;
mod sim;
mod updates;
mod webhook;
mod world;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use serde::Serialize;

use world::World;

/// Who is there when the playground opens, and what the page says.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The people with a phone on the page, none of whom has written to the bot yet.
    pub people: Vec<Person>,
    /// Chats with this id or a higher one have started the bot but have no phone; what they get is
    /// counted and shown as one strip.
    pub crowd_from: Option<i64>,
    /// The texts of the page.
    pub page: Page,
}

/// A made-up person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The Telegram user id, which is also the id of the private chat.
    pub id: i64,
    /// The name that Telegram shows.
    pub first_name: String,
    /// The language of the person's app, as two letters.
    pub language_code: String,
    /// `worker`, `employer` or `operator`: a label and a colour on the page, nothing else.
    pub role: String,
}

/// The page's own texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The title, also of the browser's tab.
    pub title: String,
    /// What to do first and what to watch, per language.
    pub intro: Vec<Intro>,
}

/// The page's explanation of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Intro {
    /// The language, as two letters.
    pub language_code: String,
    /// One short step each, in the order in which to do them.
    pub steps: Vec<String>,
    /// One sentence on what to watch.
    pub watch: String,
}

impl Default for Page {
    fn default() -> Self {
        let intro = |language_code: &str, steps: [&str; 3], watch: &str| Intro {
            language_code: language_code.to_owned(),
            steps: steps.map(str::to_owned).to_vec(),
            watch: watch.to_owned(),
        };
        Self {
            title: "招工 · Zhaogong".to_owned(),
            intro: vec![
                intro(
                    "zh",
                    [
                        "运营员手机：点 START",
                        "雇主：点 START，登记公司 → 运营员批准 → 雇主发布职位",
                        "工人：点 START 登记，收到职位后报名",
                    ],
                    "看职位怎样送到合适的工人手机上；没有手机的工人收到的消息，数在最上面一行。",
                ),
                intro(
                    "en",
                    [
                        "Operator's phone: press START",
                        "Employer: START, register the company → operator approves → post a job",
                        "Worker: START, register, then apply for the job that arrives",
                    ],
                    "Watch how a job reaches the phones it fits; workers without a phone are counted in the line at the top.",
                ),
            ],
        }
    }
}

/// The emulator with its page.
#[derive(Debug, Clone)]
pub struct Playground {
    world: Arc<World>,
}

impl Playground {
    /// A playground in which nothing has happened yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { world: Arc::new(World::new(options)) }
    }

    /// The routes: `/bot{token}/{method}`, `/file/bot{token}/{path}`, `/sim/…` and the page at `/`.
    ///
    /// Long polls and event streams stay open as long as their caller does, so a server that is
    /// shut down gracefully waits for them; drop it instead.
    pub fn router(&self) -> Router {
        Router::new()
            .route(
                "/{bot}/{method}",
                get(bot_api::handle).post(bot_api::handle).layer(DefaultBodyLimit::max(params::MAX_BODY)),
            )
            .route("/file/{bot}/{*path}", get(download::handle))
            .merge(sim::routes())
            .merge(page::routes())
            .with_state(Arc::clone(&self.world))
    }
}
