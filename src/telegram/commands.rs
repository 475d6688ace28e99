//! The bot's commands, registered with Telegram in each language.

use super::client::Client;
use crate::chat::World;
use crate::domain::Lang;
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// Commands in the menu of every chat; each is also a button.
pub const COMMANDS: [&str; 10] =
    ["start", "jobs", "profile", "pause", "language", "privacy", "help", "employer", "post", "myjobs"];

/// Pauses between attempts to learn who the bot is, up to a minute.
const AGAIN: Duration = Duration::from_secs(2);

/// Says who the bot is, also to `name`, then registers the commands per language, and English ones for
/// all other languages. A failure is told in the log and harms nothing: the menu stays as it was.
pub async fn introduce(client: Client, world: Arc<World>, name: oneshot::Sender<String>) {
    let username = who(&client).await;
    tracing::info!(bot = username, "running; Ctrl-C stops");
    // The receiver is gone only when the program stops.
    name.send(username).ok();
    register(&client, &world).await;
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

async fn register(client: &Client, world: &World) {
    let languages = world.texts.languages().map(|lang| (lang, Some(lang)));
    for (lang, code) in std::iter::once((Lang::EN, None)).chain(languages) {
        let commands: Vec<_> = COMMANDS
            .iter()
            .map(|command| {
                let description = world.texts.say(lang, &format!("command-{command}"), &[]);
                json!({ "command": command, "description": description })
            })
            .collect();
        let mut body = json!({ "commands": commands });
        if let Some(code) = code {
            body["language_code"] = json!(code.as_str());
        }
        if let Err(error) = client.call::<bool>("setMyCommands", &body).await {
            tracing::warn!(%error, %lang, "the commands could not be registered");
            return;
        }
    }
}
