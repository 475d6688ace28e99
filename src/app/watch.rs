//! The listen address: the webhook's door, `/healthz` and `/metrics`.

use crate::clock::Clock;
use crate::metrics::{Metrics, Waiting};
use crate::store::{Store, StoreError};
use crate::telegram::Door;
use anyhow::Context as _;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// How long the database may take to answer whoever watches.
const PATIENCE: Duration = Duration::from_secs(2);
/// Polls are answered within 50 seconds; without an answer for so long, no updates come in.
const SILENCE: Duration = Duration::from_secs(90);

/// What can be seen from outside.
#[derive(Clone)]
pub(super) struct Watch {
    pub(super) store: Store,
    pub(super) metrics: Arc<Metrics>,
    /// `None` while polling.
    pub(super) door: Option<Door>,
    pub(super) clock: Clock,
}

/// Takes the address for itself, or says which other to choose.
pub(super) async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address}; choose another address, for example --listen 127.0.0.1:8081")
    })
}

/// Answers on an address until it is aborted.
pub(super) fn serve(listener: TcpListener, watch: Watch) -> JoinHandle<()> {
    let routes = Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(metrics))
        .fallback(other)
        .with_state(watch);
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::error!(%error, "nothing is answered on the listen address any more");
        }
    })
}

impl Watch {
    /// What waits in the database, if it tells in time.
    async fn waiting(&self) -> Option<Waiting> {
        let asking = async {
            let mut tx = self.store.look().await?;
            let (outbox, deliveries) = tx.waiting(self.clock.now()).await?;
            tx.rollback().await?;
            Ok(Waiting { outbox, deliveries })
        };
        in_time(asking).await
    }

    /// Whether the database answers in time.
    async fn has_database(&self) -> bool {
        let asking = async {
            let mut tx = self.store.look().await?;
            tx.touch().await?;
            tx.rollback().await
        };
        in_time(asking).await.is_some()
    }

    /// Whether updates come in: the webhook is set, or polls are answered.
    fn has_intake(&self) -> bool {
        let at = self.metrics.intake_at();
        at.0 > 0 && (self.door.is_some() || at.plus(SILENCE) > self.clock.now())
    }
}

async fn in_time<T>(asking: impl Future<Output = Result<T, StoreError>>) -> Option<T> {
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(told)) => return Some(told),
        Ok(Err(error)) => tracing::warn!(%error, "the database tells nothing"),
        Err(_) => tracing::warn!("the database does not answer in time"),
    }
    None
}

async fn healthz(State(watch): State<Watch>) -> Response {
    let database = watch.has_database().await;
    let intake = watch.has_intake();
    let status = if database && intake { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "database": database, "intake": intake }))).into_response()
}

async fn metrics(State(watch): State<Watch>) -> Response {
    let text = watch.metrics.text(watch.waiting().await);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

/// The webhook's path is compared rather than routed: it may be any.
async fn other(State(watch): State<Watch>, request: Request) -> Response {
    match &watch.door {
        Some(door) if door.is_at(request.uri().path()) => {
            if request.method() != "POST" {
                return StatusCode::METHOD_NOT_ALLOWED.into_response();
            }
            let (head, body) = request.into_parts();
            door.take(&head.headers, body).await
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
