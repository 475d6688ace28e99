//! `zhaogong demo`: the whole round in a browser, without a token and without a network.
//!
//! The same bot code as `run` talks to an emulator of the Bot API in the same process, over HTTP.

use super::seed::plant;
use super::terminal::asked_to_stop;
use crate::app::Settings;
use crate::chat::World;
use crate::classify::RulePack;
use crate::clock::Clock;
use crate::playground::{Options, Person, Playground};
use crate::seed::FIRST_CHAT;
use crate::store::Store;
use anyhow::Context as _;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The phones that the page begins with: worker, employer, operator.
const PHONES: [(i64, &str, &str); 3] =
    [(1001, "李强", "worker"), (1002, "王经理", "employer"), (1003, "小陈", "operator")];

/// Settings of `zhaogong demo`.
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Where the page is served
    #[arg(long, env = "ZHAOGONG_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Keep everything in this SQLite file; without it, everything is gone at the end
    #[arg(long)]
    file: Option<PathBuf>,
    /// Invented workers that are registered already
    #[arg(long, default_value_t = 8000)]
    workers: usize,
    /// The same number gives the same workers
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Messages per second for offers, or as fast as it goes with 0
    #[arg(long, default_value_t = 30)]
    bulk_rate: u32,
}

pub(super) async fn demo(args: DemoArgs) -> anyhow::Result<()> {
    let stop = asked_to_stop()?;
    let listener = tokio::net::TcpListener::bind(args.listen).await.with_context(|| {
        format!(
            "cannot listen on {}; choose another address, for example --listen 127.0.0.1:8081",
            args.listen
        )
    })?;
    let address = listener.local_addr()?;
    let folder = tempfile::tempdir()?;
    let file = args.file.unwrap_or_else(|| folder.path().join("demo.db"));
    let database_url = format!("sqlite://{}", file.display());
    let mut pack = RulePack::embedded("cn")?;
    pack.quiet_hours = None;
    prepare(&database_url, pack.clone(), args.workers, args.seed).await?;
    let people = PHONES.map(|(id, name, role)| Person {
        id,
        first_name: name.to_owned(),
        language_code: "zh".to_owned(),
        role: role.to_owned(),
    });
    let playground = Playground::new(Options {
        people: people.to_vec(),
        crowd_from: Some(FIRST_CHAT),
        ..Options::default()
    });
    let server = tokio::spawn(async move { axum::serve(listener, playground.router()).await });
    println!("Open http://{address} in a browser. Ctrl-C ends the demo.");
    let settings = Settings {
        token: "1:demo".to_owned(),
        api_url: format!("http://{address}"),
        database_url,
        operators: vec![PHONES[2].0],
        pack,
        questions: Vec::new(),
        bulk_rate: (args.bulk_rate > 0).then_some(args.bulk_rate),
        webhook: None,
        listen: None,
        clock: Clock::System,
    };
    let result = crate::app::run(settings, stop).await;
    server.abort();
    result
}

/// Plants the invented workers, unless the file holds some already.
async fn prepare(database_url: &str, pack: RulePack, count: usize, seed: u64) -> anyhow::Result<()> {
    let world = World::embedded(pack)?;
    let store = Store::open(database_url).await?;
    let mut tx = store.begin().await?;
    let there = tx.count_workers().await?;
    tx.rollback().await?;
    if there == 0 {
        plant(&store, &world, count, seed).await?;
    }
    store.close().await;
    Ok(())
}
