//! Databases for tests: SQLite in a folder of its own, and a fresh PostgreSQL database wherever a
//! server is found.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A database that is gone at the end of the test.
pub struct Database {
    pub url: String,
    folder: Option<tempfile::TempDir>,
    server: Option<(String, String)>,
}

impl Database {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self { url, folder: Some(folder), server: None }
    }

    /// A fresh database on the server of `ZHAOGONG_TEST_POSTGRES`, or on this machine's. `None` if no
    /// server answers, which is an error where `ZHAOGONG_REQUIRE_POSTGRES` is set.
    pub async fn postgres() -> Option<Self> {
        let given = std::env::var("ZHAOGONG_TEST_POSTGRES").ok();
        let usual =
            ["postgres://postgres@127.0.0.1:5432/postgres", "postgres://root@127.0.0.1:5432/postgres"];
        let servers: Vec<String> = match given {
            Some(url) => vec![url],
            None => usual.map(str::to_owned).to_vec(),
        };
        for server in servers {
            if let Ok(mut connection) = PgConnection::connect(&server).await {
                let count = NEXT.fetch_add(1, Ordering::Relaxed);
                let name = format!("zhaogong_test_{}_{count}", std::process::id());
                let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
                if sqlx::query(create).execute(&mut connection).await.is_err() {
                    continue;
                }
                let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
                let url = format!("{base}/{name}");
                return Some(Self { url, folder: None, server: Some((server, name)) });
            }
        }
        assert!(
            std::env::var_os("ZHAOGONG_REQUIRE_POSTGRES").is_none(),
            "PostgreSQL is required here, and no server answers on 127.0.0.1:5432"
        );
        eprintln!("SKIPPED on PostgreSQL: no server answers; set ZHAOGONG_TEST_POSTGRES to the URL of one");
        None
    }

    /// SQLite, and PostgreSQL where there is a server.
    pub async fn all() -> Vec<Self> {
        std::iter::once(Self::sqlite()).chain(Self::postgres().await).collect()
    }

    /// Removes the database; a test that fails before leaves it behind for a look.
    pub async fn drop(self) {
        if let Some((server, name)) = &self.server {
            let mut connection = PgConnection::connect(server).await.unwrap();
            let drop = AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            sqlx::query(drop).execute(&mut connection).await.unwrap();
        }
    }
}
