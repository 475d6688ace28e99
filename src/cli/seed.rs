//! `zhaogong seed`: invented workers for a try-out.

use super::config::rule_pack;
use super::terminal::progress;
use crate::chat::{Person, Worker, World};
use crate::classify::classify;
use crate::clock::Clock;
use crate::domain::{ChatId, Location, Time};
use crate::seed::{CITIES, SeededWorker, workers};
use crate::store::{Store, StoreError};
use clap::Args;
use std::collections::BTreeMap;
use std::time::Duration;

/// Workers kept in one transaction.
const CHUNK: usize = 500;

/// Settings of `zhaogong seed`.
#[derive(Debug, Args)]
pub(super) struct SeedArgs {
    /// The database: `sqlite://FILE` (made if missing) or `postgres://…`
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://zhaogong.db", hide_env_values = true)]
    database_url: String,
    /// How many workers
    #[arg(long, default_value_t = 1000)]
    workers: usize,
    /// The same number gives the same workers
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Rule pack by which they are classified
    #[arg(long, env = "ZHAOGONG_RULES", default_value = "default")]
    rules: String,
}

pub(super) async fn seed(args: SeedArgs) -> anyhow::Result<()> {
    let world = World::embedded(rule_pack(&args.rules)?)?;
    let store = Store::open(&args.database_url).await?;
    plant(&store, &world, args.workers, args.seed).await?;
    let mut tx = store.begin().await?;
    let count = tx.count_workers().await?;
    tx.rollback().await?;
    store.close().await;
    println!("The database holds {count} registered workers.");
    Ok(())
}

/// Adds invented workers; those that are there already stay as they are.
pub(super) async fn plant(store: &Store, world: &World, count: usize, seed: u64) -> anyhow::Result<()> {
    let now = Clock::System.now();
    let cities: Vec<Location> = CITIES.iter().filter_map(|id| world.places.location(id)).collect();
    let today = now.date(&world.pack.zone);
    let all: Vec<SeededWorker> = workers(count, seed, &world.taxonomy, &cities, today).collect();
    let bar = progress(all.len() as u64, "workers");
    for chunk in all.chunks(CHUNK) {
        plant_chunk(store, world, chunk, now).await?;
        bar.inc(chunk.len() as u64);
    }
    bar.finish_and_clear();
    Ok(())
}

async fn plant_chunk(
    store: &Store,
    world: &World,
    chunk: &[SeededWorker],
    now: Time,
) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    let rows: Vec<_> = chunk.iter().map(|w| (w.chat, w.name.clone(), w.lang)).collect();
    tx.add_people(&rows, now).await?;
    let chats: Vec<ChatId> = chunk.iter().map(|w| w.chat).collect();
    let known: BTreeMap<ChatId, &SeededWorker> = chunk.iter().map(|w| (w.chat, w)).collect();
    let mut people = tx.people(&chats).await?;
    people.retain(|person| person.worker.is_none());
    for person in &mut people {
        if let Some(seeded) = known.get(&person.chat) {
            register(person, seeded, world, now);
        }
    }
    let people: Vec<&Person> = people.iter().collect();
    tx.save_people(&people, now)?;
    tx.save_workers(&people, &world.pack.zone)?;
    let trades: Vec<_> = people
        .iter()
        .filter_map(|person| Some((person.id, &person.worker.as_ref()?.profile)))
        .map(|(id, profile)| (id, profile.trades.iter().map(|t| t.trade.clone()).collect()))
        .collect();
    tx.save_trades(&trades);
    tx.commit().await
}

fn register(person: &mut Person, seeded: &SeededWorker, world: &World, now: Time) {
    let zone = seeded.profile.here.as_ref().map_or(world.pack.zone.as_str(), |place| place.zone.as_str());
    let days = Duration::from_secs(u64::from(seeded.registered_days_ago) * 24 * 60 * 60);
    person.consent = Some(world.pack.consent.clone());
    let classification = classify(&seeded.profile, &world.taxonomy, &world.pack, now.date(zone));
    person.worker = Some(Worker {
        registered: true,
        registered_at: Some(now.minus(days)),
        ..Worker::new(seeded.profile.clone(), classification)
    });
}
