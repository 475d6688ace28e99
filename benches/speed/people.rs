//! People who register and answer at once, and what Telegram would tell a bot of them.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

/// What a person does as soon as a message shows what is awaited.
enum Step {
    /// Writes a text on seeing a text.
    Say(&'static str, &'static str),
    /// Taps the button with this label.
    Tap(&'static str),
}

/// The whole registration: twelve questions and the place, which is typed.
const REGISTRATION: [Step; 13] = [
    Step::Say("", "/start"),
    Step::Tap("同意，开始"),
    Step::Tap("80后"),
    Step::Tap("1982"),
    Step::Tap("李强"),
    Step::Tap("电工"),
    Step::Tap("选好了"),
    Step::Tap("10 年"),
    Step::Say("您现在在哪里", "东莞"),
    Step::Tap("从外地来的"),
    Step::Tap("长期 · 全职"),
    Step::Tap("6000/月"),
    Step::Tap("对，登记"),
];
/// What the last message of a registration says.
const END: &str = "登记完成";

/// A message that a bot sent or edited.
#[derive(Deserialize)]
pub struct Said<'a> {
    chat_id: i64,
    message_id: Option<i64>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    reply_markup: Option<&'a RawValue>,
}

/// A recorded message: whether it took the place of an earlier one, its text and its buttons.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shown {
    /// Whether it was an edit.
    pub edit: bool,
    /// The text, as HTML.
    pub text: String,
    /// Buttons under it, or a keyboard.
    pub markup: Option<Value>,
}

#[derive(Deserialize)]
struct Markup<'a> {
    #[serde(borrow, default)]
    inline_keyboard: Vec<Vec<Button<'a>>>,
}

#[derive(Deserialize)]
struct Button<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    callback_data: Option<Cow<'a, str>>,
}

/// Somebody in the middle of a registration.
struct Person {
    /// How many steps were done.
    done: usize,
    /// When the last one was.
    at: Instant,
}

/// What was measured.
#[derive(Default)]
pub struct Figures {
    /// How long each answer took.
    pub answers: Vec<Duration>,
    /// Registrations that came to their end.
    pub registrations: usize,
}

/// Everybody who registers, and the updates that wait for the bot.
#[derive(Default)]
pub struct People {
    chats: BTreeMap<i64, Person>,
    updates: VecDeque<(i64, String)>,
    last_update: i64,
    last_message: i64,
    last_chat: i64,
    /// What was measured since it was taken out last.
    pub figures: Figures,
    /// What the bot answered to each step, while there is one person only.
    pub transcript: Vec<Vec<Shown>>,
    /// Whether to write the transcript.
    pub recording: bool,
    /// The text that was shown last, for a look when nothing goes on.
    pub last_text: String,
}

impl People {
    /// Lets so many people begin.
    pub fn begin(&mut self, count: usize) {
        for _ in 0..count {
            self.newcomer();
        }
    }

    /// Confirms the updates below `offset` and gives those that wait, as JSON.
    pub fn updates(&mut self, offset: i64, limit: usize) -> Option<String> {
        while self.updates.front().is_some_and(|(id, _)| *id < offset) {
            self.updates.pop_front();
        }
        let batch: Vec<&str> = self.updates.iter().take(limit).map(|(_, update)| update.as_str()).collect();
        (!batch.is_empty()).then(|| format!("[{}]", batch.join(",")))
    }

    /// Takes a message of the bot, lets the person act on it, and gives the message as Telegram tells it.
    pub fn see(&mut self, said: &Said<'_>) -> String {
        let id = said.message_id.unwrap_or_else(|| {
            self.last_message += 1;
            self.last_message
        });
        let message = message(id, said);
        if self.recording && self.chats.contains_key(&said.chat_id) {
            let markup = said.reply_markup.and_then(|raw| serde_json::from_str(raw.get()).ok());
            let shown = Shown { edit: said.message_id.is_some(), text: said.text.to_string(), markup };
            if let Some(step) = self.transcript.last_mut() {
                step.push(shown);
            }
        }
        self.last_text.clear();
        self.last_text.push_str(&said.text);
        self.act(said, &message);
        message
    }

    fn act(&mut self, said: &Said<'_>, message: &str) {
        let Some(person) = self.chats.get(&said.chat_id) else { return };
        let (done, at) = (person.done, person.at);
        let Some(step) = REGISTRATION.get(done) else {
            if said.text.contains(END) {
                self.figures.answers.push(at.elapsed());
                self.figures.registrations += 1;
                self.chats.remove(&said.chat_id);
                if !self.recording {
                    self.newcomer();
                }
            }
            return;
        };
        let body = match step {
            Step::Say(sees, text) if said.text.contains(sees) => written(said.chat_id, text),
            Step::Say(..) => return,
            Step::Tap(label) => match said.reply_markup.and_then(|raw| data_of(raw, label)) {
                Some(data) => tapped(said.chat_id, &data, message),
                None => return,
            },
        };
        self.figures.answers.push(at.elapsed());
        self.does(said.chat_id, done, &body);
    }

    fn newcomer(&mut self) {
        self.last_chat += 1;
        let chat = 1_000_000 + self.last_chat;
        if let Step::Say(_, text) = &REGISTRATION[0] {
            self.does(chat, 0, &written(chat, text));
        }
    }

    /// Queues the update that a step makes.
    #[expect(clippy::disallowed_methods, reason = "how long an answer takes is what is measured")]
    fn does(&mut self, chat: i64, step: usize, body: &str) {
        self.last_update += 1;
        self.last_message += 1;
        self.updates.push_back((self.last_update, format!("{{\"update_id\":{},{body}}}", self.last_update)));
        self.chats.insert(chat, Person { done: step + 1, at: Instant::now() });
        if self.recording {
            self.transcript.push(Vec::new());
        }
    }
}

/// The data of the button with a label, or whose label contains it.
fn data_of(markup: &RawValue, label: &str) -> Option<String> {
    let markup: Markup<'_> = serde_json::from_str(markup.get()).ok()?;
    let buttons = || markup.inline_keyboard.iter().flatten();
    let found = buttons().find(|button| button.text == label);
    let found = found.or_else(|| buttons().find(|button| button.text.contains(label)))?;
    found.callback_data.as_deref().map(str::to_owned)
}

fn message(id: i64, said: &Said<'_>) -> String {
    let text = json!(said.text);
    let markup = said.reply_markup.map(RawValue::get).filter(|markup| markup.contains("inline_keyboard"));
    let markup = markup.map(|markup| format!(",\"reply_markup\":{markup}")).unwrap_or_default();
    let chat = said.chat_id;
    format!(
        r#"{{"message_id":{id},"from":{{"id":1,"is_bot":true,"first_name":"speed","username":"speed_bot"}},"chat":{{"id":{chat},"type":"private","first_name":"李强"}},"date":1780000000,"text":{text}{markup}}}"#
    )
}

fn person(chat: i64) -> String {
    format!(r#"{{"id":{chat},"is_bot":false,"first_name":"李强","language_code":"zh"}}"#)
}

fn written(chat: i64, text: &str) -> String {
    let (from, text) = (person(chat), json!(text));
    format!(
        r#""message":{{"message_id":1,"from":{from},"chat":{{"id":{chat},"type":"private","first_name":"李强"}},"date":1780000000,"text":{text}}}"#
    )
}

fn tapped(chat: i64, data: &str, message: &str) -> String {
    let (from, data) = (person(chat), json!(data));
    format!(
        r#""callback_query":{{"id":"{chat}","from":{from},"message":{message},"chat_instance":"1","data":{data}}}"#
    )
}
