//! The HTTP face of the Bot API: token, method, faults, answer, record.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream;

use super::answer::{Answer, Refusal, respond};
use super::faults::Kind;
use super::log::Asked;
use super::methods::{self, Call, Method, Run};
use super::params::Params;
use super::updates;
use super::webhook;
use super::world::World;

/// Answers `/bot{token}/{method}`.
pub(super) async fn handle(
    State(world): State<Arc<World>>,
    Path((bot, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    let id = match admitted(&world, &bot) {
        Ok(id) => id,
        Err(refusal) => return respond(Err(refusal)),
    };
    let Some(method) = methods::find(&name) else {
        return respond(Err(Refusal::new(404, "Not Found: method not found")));
    };
    let params = match Params::read(request).await {
        Ok(params) => params,
        Err(refusal) => return respond(Err(refusal)),
    };
    world.state().bot.id = id;
    serve(&world, method, params).await
}

/// Lets in who has a token that was not revoked, and gives the bot's id.
pub(super) fn admitted(world: &World, bot: &str) -> Result<i64, Refusal> {
    let id = bot_id(bot)?;
    if world.state().is_revoked { Err(Refusal::unauthorized()) } else { Ok(id) }
}

/// Checks the path's part `bot{token}`: the digits before the colon are the bot's own id.
fn bot_id(bot: &str) -> Result<i64, Refusal> {
    let token = bot.strip_prefix("bot").ok_or_else(|| Refusal::new(404, "Not Found"))?;
    let good = token
        .split_once(':')
        .filter(|(id, secret)| !secret.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
    good.and_then(|(id, _)| id.parse().ok()).ok_or_else(Refusal::unauthorized)
}

async fn serve(world: &Arc<World>, method: &'static Method, params: Params) -> Response {
    let (asked, (wait_ms, fault)) = {
        let mut state = world.state();
        let chat_id = methods::chat_of(&state, &params);
        let asked = Asked {
            at_ms: world.clock.now_ms(),
            method: method.name,
            chat_id,
            params: params.to_json(),
            unknown: params.unknown(method.params),
        };
        (asked, state.faults.take(method.name, chat_id))
    };
    let name = fault.as_ref().map(Kind::name).or(wait_ms.map(|_| "delay"));
    if let Some(wait_ms) = wait_ms {
        tokio::time::sleep(Duration::from_millis(wait_ms)).await;
    }
    if let Some(response) = fault.as_ref().and_then(instead) {
        let answer = match &fault {
            Some(Kind::Answer { status, description, .. }) => Some(Err(Refusal::new(*status, description))),
            _ => None,
        };
        world.state().log.add(asked, answer.as_ref(), name);
        return response;
    }
    let answer = run(world, method, params, asked.chat_id).await;
    world.state().log.add(asked, Some(&answer), name);
    if matches!(fault, Some(Kind::DropAfter)) {
        return hang_up();
    }
    respond(answer)
}

/// What a fault answers without the call being done, if it is such a fault.
fn instead(fault: &Kind) -> Option<Response> {
    match fault {
        Kind::Answer { status, description, retry_after } => {
            Some(respond(Err(Refusal { retry_after: *retry_after, ..Refusal::new(*status, description) })))
        }
        Kind::Html { status } => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::BAD_GATEWAY);
            let page = format!("<html><body><h1>{status}</h1><hr>nginx</body></html>");
            Some((status, Html(page)).into_response())
        }
        Kind::DropBefore => Some(hang_up()),
        Kind::DropAfter | Kind::Delay { .. } => None,
    }
}

async fn run(world: &Arc<World>, method: &Method, params: Params, chat_id: Option<i64>) -> Answer {
    let (act, is_paced) = match method.run {
        Run::Poll => return updates::poll(world, &params).await,
        Run::Webhook => return webhook::set(world, &params),
        Run::Sure(act) => {
            let call = Call::new(params, world);
            return Ok(act(&mut world.state(), &call));
        }
        Run::Now(act) => (act, false),
        Run::Paced(act) => (act, true),
    };
    let call = Call::new(params, world);
    let mut state = world.state();
    if let Some(chat_id) = chat_id.filter(|_| is_paced) {
        let passed = state.limits.pass(chat_id, call.now_ms);
        passed.map_err(Refusal::too_many)?;
    }
    act(&mut state, &call)
}

/// Closes the connection without an answer: the body fails before its first byte, so nothing of
/// the response, not even its head, is sent.
fn hang_up() -> Response {
    let failing = stream::once(async { Err::<Bytes, _>("the playground hangs up") });
    Response::new(Body::from_stream(failing))
}
