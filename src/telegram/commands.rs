//! The bot's commands, registered with Telegram in each language.

use super::client::Client;
use crate::chat::World;
use crate::domain::{ChatId, Lang};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// Commands in the menu of every chat; each is also a button.
pub const COMMANDS: [&str; 10] =
    ["start", "jobs", "profile", "pause", "language", "privacy", "help", "employer", "post", "myjobs"];

/// The command that only operators have.
const OPERATOR_COMMAND: &str = "admin";

/// Pauses between attempts to learn who the bot is, up to a minute.
const AGAIN: Duration = Duration::from_secs(2);

/// Says who the bot is, also to `name`, then registers the commands per language, and English ones for
/// all other languages; in the chats of the operators whom the settings name with one command more. A
/// failure is told in the log and harms nothing: the menu stays as it was.
pub async fn introduce(
    client: Client,
    world: Arc<World>,
    operators: Vec<ChatId>,
    name: oneshot::Sender<String>,
) {
    let username = who(&client).await;
    tracing::info!(bot = username, "running; Ctrl-C stops");
    // The receiver is gone only when the program stops.
    name.send(username).ok();
    register(&client, &world, None).await;
    for operator in operators {
        register(&client, &world, Some(operator)).await;
    }
}

/// The bot's username, as soon as Telegram says it.
async fn who(client: &Client) -> String {
    let mut pause = AGAIN;
    loop {
        match client.get_me().await {
            Ok(me) => return me.username,
            Err(error) => tracing::warn!(%error, "Telegram does not say who the bot is; asking again"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_mins(1));
    }
}

/// Registers the commands for every chat, or those of an operator for the operator's own.
async fn register(client: &Client, world: &World, operator: Option<ChatId>) {
    let languages = world.texts.languages().map(|lang| (lang, Some(lang)));
    for (lang, code) in std::iter::once((Lang::EN, None)).chain(languages) {
        let own = operator.map(|_| OPERATOR_COMMAND);
        let commands: Vec<_> = own
            .iter()
            .chain(&COMMANDS)
            .map(|command| {
                let description = world.texts.say(lang, &format!("command-{command}"), &[]);
                json!({ "command": command, "description": description })
            })
            .collect();
        let mut body = json!({ "commands": commands });
        if let Some(chat) = operator {
            body["scope"] = json!({ "type": "chat", "chat_id": chat });
        }
        if let Some(code) = code {
            body["language_code"] = json!(code.as_str());
        }
        if let Err(error) = client.call::<bool>("setMyCommands", &body).await {
            // An operator who never wrote has no chat yet; the commands are registered at the next start.
            tracing::warn!(%error, %lang, ?operator, "the commands could not be registered");
            return;
        }
    }
}
