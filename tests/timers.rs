//! A timer that breaks does not hold up the others.

mod support;

use std::sync::Arc;
use std::time::Duration;
use support::chat::{FIRST_CHAT, START, Stage};
use support::database::Database;
use zhaogong::chat::World;
use zhaogong::classify::RulePack;
use zhaogong::domain::ChatId;
use zhaogong::store::Store;
use zhaogong::turn::Turn;

const STORY: &str = "\
person one: zh 李强
person two: zh 王芳
one> /start
one> (tap) 同意
one> 1982
two> /start
two> (tap) 同意
two> 1985
";

#[tokio::test]
async fn a_broken_timer_is_dropped_and_the_others_go_on() {
    for database in Database::all().await {
        let (_, store) = Stage::play_on(STORY, &database.url).await;
        let sql = "UPDATE person SET sessions = '{' WHERE id = 1";
        match &store {
            Store::Sqlite(pool) => _ = sqlx::query(sql).execute(pool).await.unwrap(),
            Store::Postgres(pool) => _ = sqlx::query(sql).execute(pool).await.unwrap(),
        }
        let world = Arc::new(World::embedded(RulePack::embedded("cn").unwrap()).unwrap());
        let mut turn = Turn::new(store.clone(), world, []);
        let later = START.plus(Duration::from_hours(48));
        let mut told = Vec::new();
        let mut ticks = 0;
        loop {
            let outcome = turn.tick(later).await;
            assert!(outcome.outage.is_none(), "{:?}", outcome.outage);
            told.extend(outcome.messages.iter().map(|queued| queued.message.chat));
            ticks += 1;
            assert!(ticks < 5, "it comes to an end");
            if outcome.next_timer.is_none_or(|at| at > later) {
                break;
            }
        }
        assert_eq!(told, [ChatId(FIRST_CHAT + 1)]);
        store.close().await;
        database.drop().await;
    }
}
