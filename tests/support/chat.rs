//! Plays a `.chat` file through `turn` and writes down what happens.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;
use zhaogong::chat::forms::parse_custom;
use zhaogong::chat::{Incoming, Input, Keyboard, Message, Out, ReplyButton, Sender, Thing, World};
use zhaogong::classify::RulePack;
use zhaogong::domain::{ChatId, MessageId, Point, Time, UpdateId};
use zhaogong::store::{DeliveryState, Queued, Store};
use zhaogong::turn::{Record, Turn};

/// The form document that the README shows.
const EXAMPLE: &str = include_str!("../../src/chat/forms/example.toml");

/// 2026-11-24 10:00 in Shanghai.
pub const START: Time = Time(1_795_485_600_000);

/// The chat of the first person; a number that stands nowhere by chance.
pub const FIRST_CHAT: i64 = 700_000_101;

pub struct Stage {
    store: Store,
    world: Arc<World>,
    turn: Turn,
    cast: Vec<Actor>,
    now: Time,
    update: i64,
    script: String,
    blank: bool,
    /// What the bot does is not written down.
    hushed: bool,
    /// Everything that the bot said, to whom.
    pub heard: Vec<(ChatId, Out)>,
}

struct Actor {
    key: String,
    chat: ChatId,
    lang: String,
    name: String,
    operator: bool,
    next_message: i64,
    messages: BTreeMap<i64, Message>,
    reply_keyboard: Vec<ReplyButton>,
    labels: Vec<String>,
}

impl Stage {
    /// Plays the inputs of a file in memory and gives the file as it should be.
    pub async fn play(text: &str) -> String {
        Self::play_on(text, "sqlite::memory:").await.0
    }

    /// The same on a database, whose store is given back open.
    pub async fn play_on(text: &str, url: &str) -> (String, Store) {
        let stage = Self::stand(text, url).await;
        (stage.script, stage.store)
    }

    /// The stage as the inputs of a file leave it.
    pub async fn stand(text: &str, url: &str) -> Self {
        let mut pack = RulePack::embedded("cn").unwrap();
        if !text.contains("quiet hours: kept") {
            pack.quiet_hours = None;
        }
        let asks_more = text.contains("questions: example");
        let own = if asks_more { parse_custom(EXAMPLE).unwrap() } else { Vec::new() };
        let world = Arc::new(World::new(pack, own).unwrap());
        let store = Store::open(url).await.unwrap();
        let turn = Turn::new(store.clone(), world.clone(), []);
        let mut stage = Self {
            store,
            world,
            turn,
            cast: Vec::new(),
            now: START,
            update: 0,
            script: String::new(),
            blank: false,
            hushed: false,
            heard: Vec::new(),
        };
        stage.play_lines(text).await;
        stage
    }

    /// Further inputs.
    pub async fn play_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line).await;
        }
    }

    /// Somebody types something that no line of a file can hold; gives whether the form that they are at
    /// went on.
    pub async fn type_in(&mut self, key: &str, text: &str) -> bool {
        let at = self.actor(key).expect("somebody of the cast");
        let before = self.form_of(at).await;
        self.send(at, Input::Text(text.to_owned())).await;
        self.form_of(at).await != before
    }

    async fn form_of(&self, at: usize) -> Vec<(String, u32)> {
        let mut tx = self.store.begin().await.unwrap();
        let person = tx.people(&[self.cast[at].chat]).await.unwrap().pop();
        tx.rollback().await.unwrap();
        let sessions = person.map(|person| person.sessions).unwrap_or_default();
        sessions.into_iter().map(|session| (session.form, session.revision)).collect()
    }

    /// One line of the file: inputs and comments are copied and played, what the bot did is left out,
    /// because it is written anew. A blank line belongs to the input that follows it.
    async fn line(&mut self, line: &str) {
        if line.is_empty() {
            self.blank = true;
            return;
        }
        let blank = std::mem::take(&mut self.blank);
        let speaker = line.split_once('>').and_then(|(key, input)| Some((self.actor(key)?, input.trim())));
        let event = line.strip_prefix("@ ");
        let setting = line.starts_with('#')
            || line.starts_with("quiet hours")
            || line.starts_with("questions")
            || self.cast_line(line);
        if speaker.is_none() && event.is_none() && !setting {
            return;
        }
        writeln!(self.script, "{}{line}", if blank { "\n" } else { "" }).unwrap();
        let written = self.script.len();
        if let Some(event) = event {
            self.event(event).await;
        } else if let Some((at, input)) = speaker {
            self.act(at, input).await;
        }
        if self.hushed {
            self.script.truncate(written);
        }
    }

    fn actor(&self, key: &str) -> Option<usize> {
        self.cast.iter().position(|actor| actor.key == key || (key.is_empty() && actor.key == "me"))
    }

    /// `person me: zh 李强`, `operator op: zh 小陈`.
    fn cast_line(&mut self, line: &str) -> bool {
        let Some((head, tail)) = line.split_once(':') else { return false };
        let Some((role @ ("person" | "operator"), key)) = head.split_once(' ') else { return false };
        let (lang, name) = tail.trim().split_once(' ').unwrap_or((tail.trim(), ""));
        self.cast.push(Actor {
            key: key.to_owned(),
            chat: ChatId(FIRST_CHAT + self.cast.len() as i64),
            lang: lang.to_owned(),
            name: name.to_owned(),
            operator: role == "operator",
            next_message: 1,
            messages: BTreeMap::new(),
            reply_keyboard: Vec::new(),
            labels: Vec::new(),
        });
        self.restart();
        true
    }

    fn restart(&mut self) {
        let operators: Vec<ChatId> = self.cast.iter().filter(|a| a.operator).map(|a| a.chat).collect();
        self.turn = Turn::new(self.store.clone(), self.world.clone(), operators);
        self.turn.name("zhaogong_bot");
    }

    /// Moves the clock from one timer to the next, until a time.
    async fn travel(&mut self, until: Time) {
        loop {
            let outcome = self.turn.tick(self.now).await;
            assert!(outcome.outage.is_none(), "{:?}", outcome.outage);
            if !outcome.messages.is_empty() {
                let zone = &self.world.pack.zone;
                let at = self.now.local(zone).strftime("%m-%d %H:%M").to_string();
                writeln!(self.script, "= {at}").unwrap();
            }
            let records = self.receive(outcome.messages);
            self.turn.group(&[], &records, self.now).await;
            match outcome.next_timer {
                Some(at) if at <= until => self.now = at.max(self.now),
                _ => break,
            }
        }
        self.now = until;
    }

    async fn event(&mut self, event: &str) {
        match event {
            "restart" => self.restart(),
            "deliver" => self.deliver().await,
            "hush" => self.hushed = true,
            "speak" => self.hushed = false,
            _ => {
                let mut words = event.split(' ');
                let count: u64 = words.next().and_then(|n| n.parse().ok()).expect("a number");
                let unit = match words.next().expect("a unit").trim_end_matches('s') {
                    "minute" => 60,
                    "hour" => 3600,
                    "day" => 86_400,
                    other => panic!("unknown unit {other}"),
                };
                self.travel(self.now.plus(Duration::from_secs(count * unit))).await;
            }
        }
    }

    async fn act(&mut self, at: usize, input: &str) {
        let actor = &mut self.cast[at];
        let (kind, rest) = match input.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((kind, rest)) => (kind, rest.trim()),
            None => ("text", input),
        };
        let input = match kind {
            "text" => match input.strip_prefix('/') {
                Some(command) => {
                    let (name, argument) = command.split_once(' ').unwrap_or((command, ""));
                    Input::Command { name: name.to_lowercase(), argument: argument.trim().to_owned() }
                }
                None => Input::Text(input.to_owned()),
            },
            "tap" | "tap old" => {
                let Some((message, data)) = actor.button(rest, kind == "tap old") else {
                    panic!("{} has no button with `{rest}`, after:\n{}", actor.name, self.script)
                };
                Input::Tap { data, callback: "1".into(), message: Some(MessageId(message)) }
            }
            "location" => {
                let (lat, lon) = rest.split_once(',').expect("two numbers");
                Input::Location(Point::new(lat.parse().unwrap(), lon.trim().parse().unwrap()).unwrap())
            }
            "contact" => Input::Contact { phone: rest.to_owned(), user: Some(actor.chat) },
            "contact other" => Input::Contact { phone: rest.to_owned(), user: Some(ChatId(999)) },
            "data" => Input::Tap { data: rest.to_owned(), callback: "1".into(), message: None },
            "block" => Input::Blocked,
            "unblock" => Input::Unblocked,
            "photo" => Input::Unreadable(Thing::Picture),
            "voice" => Input::Unreadable(Thing::Voice),
            "sticker" => Input::Unreadable(Thing::Sticker),
            "forward" => Input::Unreadable(Thing::Forwarded),
            "file" => Input::Unreadable(Thing::Other),
            other => panic!("nobody can do `{other}`"),
        };
        self.send(at, input).await;
    }

    async fn send(&mut self, at: usize, input: Input) {
        let actor = &mut self.cast[at];
        if !matches!(input, Input::Tap { .. }) {
            actor.next_message += 1;
        }
        self.update += 1;
        let sender =
            Sender { chat: actor.chat, name: actor.name.clone(), language: Some(actor.lang.clone()) };
        let update = Incoming { update: UpdateId(self.update), sender, input };
        let outcome = self.turn.group(&[update], &[], self.now).await;
        assert!(outcome.outage.is_none(), "{:?}", outcome.outage);
        let records = self.receive(outcome.messages);
        self.turn.group(&[], &records, self.now).await;
        self.note_labels(at).await;
    }

    /// Shows messages on the phones and gives the records that a wire would give.
    fn receive(&mut self, messages: Vec<Queued>) -> Vec<Record> {
        let mut records = Vec::new();
        for queued in messages {
            let chat = queued.message.chat;
            self.heard.push((chat, queued.message.call.clone()));
            let id = match self.cast.iter_mut().find(|actor| actor.chat == chat) {
                Some(actor) => actor.show(&queued.message.call, &mut self.script),
                None => None,
            };
            if let (Some(shows), Some(id)) = (queued.message.shows, id) {
                records.push(Record::Placed(shows, chat, MessageId(id)));
            }
            records.extend(queued.row.map(Record::Done));
        }
        records
    }

    async fn deliver(&mut self) {
        let mut others = 0;
        loop {
            let claim = self.turn.claim(50, self.now).await.unwrap();
            let mut records = Vec::new();
            let some = !claim.parcels.is_empty();
            for parcel in claim.parcels {
                self.heard.push((parcel.chat, parcel.call.clone()));
                let state = if let Some(actor) = self.cast.iter_mut().find(|actor| actor.chat == parcel.chat)
                {
                    actor.show(&parcel.call, &mut self.script)
                } else {
                    others += 1;
                    Some(1)
                };
                let message = MessageId(state.unwrap_or(1));
                records.push(Record::Delivered(
                    parcel.broadcast,
                    parcel.person,
                    DeliveryState::Sent(message),
                ));
            }
            records.extend(self.receive(claim.messages));
            self.turn.group(&[], &records, self.now).await;
            if !some {
                break;
            }
        }
        if others > 0 {
            writeln!(self.script, "= delivered to {others} others").unwrap();
        }
    }

    /// Writes what changed in the labels of a person.
    async fn note_labels(&mut self, at: usize) {
        let mut tx = self.store.begin().await.unwrap();
        let person = tx.people(&[self.cast[at].chat]).await.unwrap().pop();
        tx.rollback().await.unwrap();
        let labels: Vec<String> = person
            .and_then(|person| person.worker)
            .map(|worker| worker.classification.labels.iter().map(ToString::to_string).collect())
            .unwrap_or_default();
        let actor = &mut self.cast[at];
        let plus =
            labels.iter().filter(|label| !actor.labels.contains(label)).map(|label| format!(" +{label}"));
        let minus =
            actor.labels.iter().filter(|label| !labels.contains(label)).map(|label| format!(" -{label}"));
        let changes: String = plus.chain(minus).collect();
        if !changes.is_empty() {
            writeln!(self.script, "= labels{changes}").unwrap();
        }
        actor.labels = labels;
    }
}

impl Actor {
    /// The newest (or oldest) button whose text begins with `label`.
    fn button(&self, label: &str, oldest: bool) -> Option<(i64, String)> {
        let mut found: Vec<(i64, String)> = Vec::new();
        for (id, message) in &self.messages {
            if let Keyboard::Inline(rows) = &message.keyboard {
                let buttons = rows.iter().flatten();
                let fits = buttons.filter(|button| button.text.contains(label));
                found.extend(fits.map(|button| (*id, button.data.clone())));
            }
        }
        if oldest {
            return found.into_iter().next();
        }
        let newest = found.iter().map(|(id, _)| *id).max()?;
        found.into_iter().find(|(id, _)| *id == newest)
    }

    fn show(&mut self, call: &Out, script: &mut String) -> Option<i64> {
        let prefix = if self.key == "me" { "" } else { self.key.as_str() };
        match call {
            Out::Answer { text, .. } => {
                if let Some(text) = text {
                    writeln!(script, "{prefix}! {text}").unwrap();
                }
                None
            }
            Out::Send(message) => {
                self.write(&format!("{prefix}< "), message, script);
                Some(self.keep(message.clone()))
            }
            Out::Edit { message: id, content } => {
                self.write(&format!("{prefix}~ "), content, script);
                self.messages.insert(id.0, content.clone());
                None
            }
            Out::File(document) => {
                self.write(&format!("{prefix}< (file {}) ", document.name), &document.caption, script);
                for line in document.content.lines() {
                    writeln!(script, "   | {line}").unwrap();
                }
                Some(self.keep(document.caption.clone()))
            }
            Out::Code { link, caption } => {
                self.write(&format!("{prefix}< (code {link}) "), caption, script);
                Some(self.keep(caption.clone()))
            }
        }
    }

    fn keep(&mut self, message: Message) -> i64 {
        let id = self.next_message;
        self.next_message += 1;
        self.messages.insert(id, message);
        id
    }

    fn write(&mut self, mark: &str, message: &Message, script: &mut String) {
        let is_key = |line: &str| {
            line.contains('-') && line.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_')
        };
        let missing = message.html.lines().find(|line| is_key(line));
        assert!(missing.is_none(), "no language has the text {missing:?}, after:\n{script}");
        let text =
            message.html.replace("<b>", "*").replace("</b>", "*").replace("<i>", "_").replace("</i>", "_");
        let indent = " ".repeat(mark.find([' ']).map_or(0, |at| at + 1));
        writeln!(script, "{mark}{}", text.replace('\n', &format!("\n{indent}"))).unwrap();
        match &message.keyboard {
            Keyboard::None => {}
            Keyboard::Remove => {
                self.reply_keyboard.clear();
                writeln!(script, "{indent}(keyboard away)").unwrap();
            }
            Keyboard::Inline(rows) => {
                for row in rows {
                    let buttons: Vec<String> = row.iter().map(|b| format!("[ {} ]", b.text)).collect();
                    writeln!(script, "{indent}{}", buttons.join(" ")).unwrap();
                }
            }
            Keyboard::Reply { rows, .. } => {
                for row in rows {
                    let buttons: Vec<String> = row
                        .iter()
                        .map(|button| match button {
                            ReplyButton::Text(text)
                            | ReplyButton::Contact(text)
                            | ReplyButton::Location(text) => format!("{{ {text} }}"),
                        })
                        .collect();
                    writeln!(script, "{indent}{}", buttons.join(" ")).unwrap();
                }
                self.reply_keyboard = rows.iter().flatten().cloned().collect();
            }
        }
        // Trailing blanks of empty lines would make the files hard to edit.
        let tidy: Vec<&str> = script.lines().map(str::trim_end).collect();
        *script = tidy.join("\n") + "\n";
    }
}
