//! Databases for tests: SQLite in a folder of its own, and a fresh PostgreSQL database wherever a server or
//! its binaries are found.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::OnceCell;
use zhaogong::store::Store;

static NEXT: AtomicU32 = AtomicU32::new(0);
static SERVER: OnceCell<Option<String>> = OnceCell::const_new();

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

    /// A fresh database on the server of `ZHAOGONG_TEST_POSTGRES`, on this machine's, or on one that is
    /// started for the tests. `None` if there is none, which is an error where
    /// `ZHAOGONG_REQUIRE_POSTGRES` is set.
    pub async fn postgres() -> Option<Self> {
        let Some(server) = SERVER.get_or_init(server).await else {
            assert!(
                std::env::var_os("ZHAOGONG_REQUIRE_POSTGRES").is_none(),
                "PostgreSQL is required here, and neither a server on 127.0.0.1:5432 nor its binaries are found"
            );
            eprintln!("SKIPPED on PostgreSQL: no server; set ZHAOGONG_TEST_POSTGRES to the URL of one");
            return None;
        };
        let count = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("zhaogong_test_{}_{count}", std::process::id());
        let mut connection = PgConnection::connect(server).await.unwrap();
        let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
        let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
        let url = format!("{base}/{name}");
        Some(Self { url, folder: None, server: Some((server.clone(), name)) })
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

/// The URL of a server where databases may be made.
#[expect(clippy::zombie_processes, reason = "the server lives as long as this process")]
async fn server() -> Option<String> {
    let usual = ["postgres", "root"].map(|user| format!("postgres://{user}@127.0.0.1:5432/postgres"));
    let candidates = match std::env::var("ZHAOGONG_TEST_POSTGRES") {
        Ok(url) => vec![url],
        Err(_) => usual.to_vec(),
    };
    for url in candidates {
        if may_create(&url).await {
            return Some(url);
        }
    }
    let folder = binaries()?;
    let port = free_port();
    let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
    let data = std::env::temp_dir().join(format!("zhaogong-postgres-{}", std::process::id()));
    let mut keeper = start(&folder, &data, port);
    for _ in 0..300 {
        if may_create(&url).await {
            // The shell that keeps the server ends with this process, whose end closes the pipe.
            std::mem::forget(keeper);
            return Some(url);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    keeper.kill().ok();
    None
}

async fn may_create(url: &str) -> bool {
    let Ok(mut connection) = PgConnection::connect(url).await else { return false };
    let sql = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user";
    sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap_or(false)
}

/// The folder with `initdb` and `postgres`, the newest version first.
fn binaries() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    versions.sort();
    folders.extend(versions.into_iter().rev());
    folders.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Starts a server that lives as long as this process: a shell waits for its input to end, then stops it
/// and removes its data. PostgreSQL does not run as root, so there it runs as the user `postgres`.
fn start(binaries: &Path, data: &Path, port: u16) -> Child {
    const SCRIPT: &str = r#"
        set -e
        as=""; [ "$(id -u)" != 0 ] || as="runuser -u postgres --"
        $as "$1/initdb" -A trust -U postgres -D "$2" >/dev/null
        $as "$1/postgres" -D "$2" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c fsync=off >/dev/null 2>&1 &
        server=$!
        cat >/dev/null
        kill "$server"; wait "$server" || true
        rm -rf "$2"
    "#;
    Command::new("sh")
        .args(["-c", SCRIPT, "postgres"])
        .args([binaries.as_os_str(), data.as_os_str()])
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Every value of every table, as text: `table.column`, value.
pub async fn everything(store: &Store) -> Vec<(String, String)> {
    let columns = match store {
        Store::Sqlite(_) => {
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name <> '_sqlx_migrations'"
        }
        Store::Postgres(_) => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns
             WHERE table_schema = 'public'"
        }
    };
    let mut all = Vec::new();
    for column in texts(store, columns).await {
        let (table, column) = (&column[0], &column[1]);
        let rows = texts(store, &format!("SELECT CAST({column} AS TEXT) FROM {table}")).await;
        all.extend(rows.into_iter().map(|mut row| (format!("{table}.{column}"), row.remove(0))));
    }
    all
}

/// The rows of a query whose columns are texts.
pub async fn texts(store: &Store, sql: &str) -> Vec<Vec<String>> {
    macro_rules! read {
        ($pool:expr) => {
            sqlx::query(AssertSqlSafe(sql.to_owned()))
                .fetch_all($pool)
                .await
                .unwrap()
                .iter()
                .map(|row| {
                    (0..row.len()).map(|at| row.get::<Option<String>, _>(at).unwrap_or_default()).collect()
                })
                .collect()
        };
    }
    match store {
        Store::Sqlite(pool) => read!(pool),
        Store::Postgres(pool) => read!(pool),
    }
}
