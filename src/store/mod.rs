//! The only room that speaks SQL, to SQLite and to PostgreSQL, with one text for both.
//!
//! A [`Store`] is one of two pools; a [`Tx`] is a transaction on either. Every query is written once,
//! with `$1` placeholders, and the macro `run!` compiles it for both drivers. What the dialects cannot
//! share (row locks) is a marked fragment, never a second copy. Columns are 64-bit integers and text,
//! so that both databases read back the same values.
//!
//! Every change of a state names the state it leaves and gives back whether a row was there.

mod announcements;
mod applicants;
mod audit;
mod care;
mod cases;
mod deliveries;
mod employers;
mod job_life;
mod jobs;
mod members;
mod migrate;
mod offers;
mod operators;
mod outbox;
mod people;
mod sql;
mod staff;
mod tally;
mod timers;
mod updates;
mod waiting;
mod writes;

pub use announcements::{Broadcast, Listener, NewAnnouncement};
pub use applicants::{Applicant, Interview, InterviewAnswer};
pub use audit::AuditEntry;
pub use care::StoredCheckIn;
pub use cases::Appeal;
pub use deliveries::{Claimed, Content, DeliveryState, Progress};
pub use employers::StoredEmployer;
pub use jobs::{NewJob, StoredJob};
pub use members::Member;
pub use offers::{Offer, OfferStep};
pub use outbox::{Kind, NewMessage, Queued, Shows};
pub use staff::{FOUND_MOST, Note, StaffCounts, Wanted};
pub use tally::Happened;
pub use timers::Timer;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::str::FromStr as _;
use std::time::Duration;

/// Runs a body on the connection under a transaction, whichever database it is, after the writes that wait.
macro_rules! run {
    ($tx:expr, |$connection:ident| $body:expr) => {{
        $tx.settle().await?;
        match &mut $tx.on {
            $crate::store::On::Sqlite(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
            $crate::store::On::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
        }
    }};
}
pub(crate) use run;

/// The database.
#[derive(Clone)]
pub enum Store {
    /// A file on this machine, or memory.
    Sqlite(SqlitePool),
    /// A server.
    Postgres(PgPool),
}

/// A transaction: everything in it is kept, or nothing. What it writes may reach the database only when
/// something is asked or at its end; an error of a write comes then.
pub struct Tx {
    on: On,
    waiting: Vec<writes::Write>,
}

enum On {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// What can go wrong between the program and its database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `DATABASE_URL` is of no kind that is known.
    #[error("DATABASE_URL begins with neither `sqlite:` nor `postgres:`; example: sqlite://zhaogong.db")]
    UnknownUrl,
    /// The database answered with an error, or did not answer.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the tables cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored document is not what it should be.
    #[error("a stored document cannot be read: {0}")]
    Document(#[from] serde_json::Error),
    /// A stored word is not one of those it may be.
    #[error("the stored word `{0}` is not known")]
    Word(String),
}

impl StoreError {
    /// Whether the database is away rather than the request wrong: worth trying again as it is.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(error)) => {
                // PostgreSQL: connection (08), resources (53), operator intervention (57), serialisation (40).
                // SQLite: busy (5) and locked (6), full (13), I/O (10) with their extended codes.
                let code = error.code().unwrap_or_default().into_owned();
                ["08", "53", "57P", "40"].iter().any(|class| code.len() == 5 && code.starts_with(class))
                    || code
                        .parse::<u32>()
                        .is_ok_and(|c| code.len() < 5 && matches!(c & 0xff, 5 | 6 | 10 | 13))
            }
            Self::Database(error) => matches!(
                error,
                sqlx::Error::Io(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
                    | sqlx::Error::WorkerCrashed
                    | sqlx::Error::Protocol(_)
                    | sqlx::Error::Tls(_)
            ),
            _ => false,
        }
    }
}

/// Statements that a connection keeps ready: those over many rows are others for each number of rows, and to make
/// one ready takes as long as to run it.
const STATEMENTS: usize = 600;

/// How long to wait for a connection, and for another writer.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the database and brings its tables up to date. A SQLite file is made if it is missing.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let store = if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .pragma("secure_delete", "ON")
                .busy_timeout(PATIENCE)
                .statement_cache_capacity(STATEMENTS);
            // One connection: there is one writer anyway, and what one connection writes empties the page
            // cache of all others. A file does not go away, so it is not asked for before each transaction.
            let pool = SqlitePoolOptions::new()
                .max_connections(1)
                .min_connections(1)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
                .acquire_timeout(PATIENCE);
            Self::Sqlite(pool.connect_with(options).await?)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)?.statement_cache_capacity(STATEMENTS);
            let pool = PgPoolOptions::new().max_connections(4).acquire_timeout(PATIENCE);
            Self::Postgres(pool.connect_with(options).await?)
        } else {
            return Err(StoreError::UnknownUrl);
        };
        migrate::up(&store).await?;
        Ok(store)
    }

    /// Begins a transaction; on SQLite it takes the write lock at once, so that it cannot fail later.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(Tx::new(match self {
            Self::Sqlite(pool) => On::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => On::Postgres(pool.begin().await?),
        }))
    }

    /// Makes what was erased vanish from the write-ahead log of a SQLite file, too. Deleted rows are
    /// overwritten in the file itself (`secure_delete`). On PostgreSQL vacuuming does it in its own time.
    pub async fn wipe(&self) {
        if let Self::Sqlite(pool) = self
            && let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await
        {
            tracing::warn!(%error, "the write-ahead log could not be folded in; it will be at the next stop");
        }
    }

    /// Closes all connections; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    const fn new(on: On) -> Self {
        Self { on, waiting: Vec::new() }
    }

    /// Keeps everything.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        self.settle().await?;
        match self.on {
            On::Sqlite(transaction) => transaction.commit().await?,
            On::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    /// Forgets everything.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self.on {
            On::Sqlite(transaction) => transaction.rollback().await?,
            On::Postgres(transaction) => transaction.rollback().await?,
        }
        Ok(())
    }

    /// The words that lock the rows a SELECT reads: SQLite has one writer anyway.
    const fn locking(&self) -> &'static str {
        if self.is_postgres() { " FOR UPDATE OF person" } else { "" }
    }

    const fn is_postgres(&self) -> bool {
        matches!(self.on, On::Postgres(_))
    }
}
