//! What is compared with: a plain teloxide bot that asks the same questions in the same words.
//!
//! It is written as teloxide's own examples are: a dispatcher, a dialogue per chat, send, then save. The
//! dialogue is one row of a SQLite table, `synchronous=NORMAL`; teloxide's own SQLite storage wants another
//! sqlx than ours, so the same table is kept here through its trait. Texts and buttons are those that
//! zhaogong showed just before; both calls of a tap are made at once. It checks nothing, keeps no profile,
//! and loses what happens between a send and a save.

use crate::people::Shown;
use anyhow::Context as _;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::path::Path;
use std::sync::Arc;
use teloxide::dispatching::dialogue::Storage;
use teloxide::payloads::{EditMessageTextSetters as _, SendMessageSetters as _};
use teloxide::prelude::*;
use teloxide::types::{MessageId, ParseMode, ReplyMarkup};

/// How far somebody is, and what they answered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct State {
    step: usize,
    answers: Vec<String>,
}

/// Dialogues in a SQLite table.
struct Table(SqlitePool);

type MyDialogue = Dialogue<State, Table>;
type Handled = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The recorded screens: for each step the messages that it brings.
type Screens = Arc<Vec<Vec<Screen>>>;

struct Screen {
    edit: bool,
    text: String,
    markup: Option<ReplyMarkup>,
}

impl Storage<State> for Table {
    type Error = sqlx::Error;

    fn remove_dialogue(self: Arc<Self>, chat: ChatId) -> BoxFuture<'static, Result<(), Self::Error>> {
        Box::pin(async move {
            let sql = "DELETE FROM dialogues WHERE chat_id = $1";
            sqlx::query(sql).bind(chat.0).execute(&self.0).await.map(drop)
        })
    }

    fn update_dialogue(
        self: Arc<Self>,
        chat: ChatId,
        dialogue: State,
    ) -> BoxFuture<'static, Result<(), Self::Error>> {
        Box::pin(async move {
            let text = serde_json::to_string(&dialogue).unwrap_or_default();
            let sql = "INSERT INTO dialogues VALUES ($1, $2)
                ON CONFLICT (chat_id) DO UPDATE SET dialogue = excluded.dialogue";
            sqlx::query(sql).bind(chat.0).bind(text).execute(&self.0).await.map(drop)
        })
    }

    fn get_dialogue(self: Arc<Self>, chat: ChatId) -> BoxFuture<'static, Result<Option<State>, Self::Error>> {
        Box::pin(async move {
            let sql = "SELECT dialogue FROM dialogues WHERE chat_id = $1";
            let text: Option<String> = sqlx::query_scalar(sql).bind(chat.0).fetch_optional(&self.0).await?;
            Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
        })
    }
}

/// Runs the bot until it is killed, on one thread: several cost it more processor time for less.
#[tokio::main(flavor = "current_thread")]
pub async fn run(api: &str, database: &Path, transcript: &Path) -> anyhow::Result<()> {
    let options = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal);
    // One connection: several would only wait for each other's write lock.
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    let sql = "CREATE TABLE dialogues (chat_id INTEGER PRIMARY KEY, dialogue TEXT NOT NULL)";
    sqlx::query(sql).execute(&pool).await?;
    let bot = Bot::new("1:speed").set_api_url(api.parse().context("no address of a Bot API server")?);
    let messages = Update::filter_message().enter_dialogue::<Message, Table, State>().endpoint(wrote);
    let taps =
        Update::filter_callback_query().enter_dialogue::<CallbackQuery, Table, State>().endpoint(tapped);
    Dispatcher::builder(bot, dptree::entry().branch(messages).branch(taps))
        .dependencies(dptree::deps![Arc::new(Table(pool)), screens(transcript)?])
        .build()
        .dispatch()
        .await;
    Ok(())
}

fn screens(transcript: &Path) -> anyhow::Result<Screens> {
    let steps: Vec<Vec<Shown>> = serde_json::from_slice(&std::fs::read(transcript)?)?;
    let screen = |shown: Shown| -> anyhow::Result<Screen> {
        let markup = shown.markup.map(serde_json::from_value).transpose()?;
        Ok(Screen { edit: shown.edit, text: shown.text, markup })
    };
    let steps = steps.into_iter().map(|step| step.into_iter().map(screen).collect());
    Ok(Arc::new(steps.collect::<anyhow::Result<_>>()?))
}

async fn wrote(bot: Bot, dialogue: MyDialogue, screens: Screens, message: Message) -> Handled {
    let answer = message.text().unwrap_or_default().to_owned();
    next(&bot, &dialogue, &screens, message.chat.id, None, answer).await
}

async fn tapped(bot: Bot, dialogue: MyDialogue, screens: Screens, query: CallbackQuery) -> Handled {
    let Some(message) = &query.message else { return Ok(()) };
    let answer = query.data.clone().unwrap_or_default();
    let (chat, id) = (message.chat().id, message.id());
    let spinner = async { Ok(bot.answer_callback_query(query.id.clone()).await.map(drop)?) };
    tokio::try_join!(spinner, next(&bot, &dialogue, &screens, chat, Some(id), answer))?;
    Ok(())
}

/// Shows what follows on an answer, then saves it.
async fn next(
    bot: &Bot,
    dialogue: &MyDialogue,
    screens: &Screens,
    chat: ChatId,
    message: Option<MessageId>,
    answer: String,
) -> Handled {
    let mut state = dialogue.get_or_default().await?;
    for screen in screens.get(state.step).into_iter().flatten() {
        match (message.filter(|_| screen.edit), screen.markup.clone()) {
            (Some(id), Some(ReplyMarkup::InlineKeyboard(buttons))) => {
                let edit = bot.edit_message_text(chat, id, &screen.text).parse_mode(ParseMode::Html);
                edit.reply_markup(buttons).await?;
            }
            (Some(id), _) => {
                bot.edit_message_text(chat, id, &screen.text).parse_mode(ParseMode::Html).await?;
            }
            (None, Some(markup)) => {
                let send = bot.send_message(chat, &screen.text).parse_mode(ParseMode::Html);
                send.reply_markup(markup).await?;
            }
            (None, None) => {
                bot.send_message(chat, &screen.text).parse_mode(ParseMode::Html).await?;
            }
        }
    }
    state.step += 1;
    state.answers.push(answer);
    dialogue.update(state).await?;
    Ok(())
}
