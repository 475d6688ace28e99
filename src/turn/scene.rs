//! One group being handled: who is there, what changed, what is said.

use super::TurnError;
use super::said::{Answers, Said};
use super::timers::Reminders;
use crate::audience::OpenJobs;
use crate::chat::{EmployerState, Incoming, Input, Message, Out, Pause, Person, Step, World, lay_out, step};
use crate::domain::{ChatId, EmployerId, Lang, MessageId, PersonId, Time};
use crate::store::{Kind, NewMessage, Queued, Shows, StoreError, Tx};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The working set of one group.
pub(super) struct Scene<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) world: &'a World,
    pub(super) operators: &'a BTreeSet<ChatId>,
    pub(super) jobs: &'a mut OpenJobs,
    pub(super) now: Time,
    pub(super) username: &'a str,
    pub(super) stirred: Stirred,
    pub(super) registered: BTreeSet<PersonId>,
    /// Counters of today to be raised.
    pub(super) tally: BTreeMap<String, i64>,
    /// Reminders to be set or dropped.
    pub(super) reminders: BTreeMap<PersonId, Reminders>,
    people: BTreeMap<ChatId, Person>,
    changed: BTreeSet<ChatId>,
    said: Said,
}

/// What a group came to, once it is committed.
#[derive(Default)]
pub(super) struct Kept {
    /// To be sent, in order.
    pub(super) messages: Vec<Queued>,
    /// Which inputs they answer, and which they do not.
    pub(super) answers: Answers,
    /// What else must be looked after.
    pub(super) stirred: Stirred,
}

/// What a group changed that others must look after once it is committed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stirred {
    /// The open jobs are not those that are held in memory.
    pub(super) jobs: bool,
    /// Deliveries were queued.
    pub(super) deliveries: bool,
    /// When the first of the timers that were set is due.
    pub(super) timer: Option<Time>,
    /// Somebody was erased, whose traces in the file must go, too.
    pub(super) erased: bool,
}

/// What one update shows to the person who caused it.
#[derive(Default)]
pub(super) struct Reply {
    /// In order.
    pub(super) messages: Vec<Message>,
    /// The line that the answered question leaves behind.
    pub(super) done: String,
    /// The person is forgotten.
    pub(super) forgotten: bool,
    /// What else was to be done is not: the person may not.
    pub(super) stopped: bool,
    /// Messages to the same person that must arrive whatever else happens.
    pub(super) notices: Vec<NewMessage>,
    /// The note on the tapped button, as a locale key, where looking up decides it.
    pub(super) toast: Option<&'static str>,
    /// The message whose button was tapped, of which the first of the messages takes the place.
    pub(super) tapped: Option<MessageId>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        tx: &'a mut Tx,
        world: &'a World,
        operators: &'a BTreeSet<ChatId>,
        jobs: &'a mut OpenJobs,
        now: Time,
    ) -> Self {
        Self {
            tx,
            world,
            operators,
            jobs,
            now,
            username: "",
            stirred: Stirred::default(),
            registered: BTreeSet::new(),
            tally: BTreeMap::new(),
            reminders: BTreeMap::new(),
            people: BTreeMap::new(),
            changed: BTreeSet::new(),
            said: Said::default(),
        }
    }

    /// The same, with the bot's username, for links to it.
    pub(super) const fn named(mut self, username: &'a str) -> Self {
        self.username = username;
        self
    }

    /// Loads and locks everybody who wrote; those who write for the first time are added.
    pub(super) async fn load(&mut self, updates: &[Incoming]) -> Result<(), StoreError> {
        let speaks = |update: &&Incoming| update.input.speaks();
        let chats: BTreeSet<ChatId> =
            updates.iter().filter(speaks).map(|update| update.sender.chat).collect();
        let chats: Vec<ChatId> = chats.into_iter().collect();
        let mut people = self.tx.people(&chats).await?;
        if people.len() < chats.len() {
            let known: BTreeSet<ChatId> = people.iter().map(|person| person.chat).collect();
            let new: BTreeMap<ChatId, _> = updates
                .iter()
                .filter(speaks)
                .filter(|update| !known.contains(&update.sender.chat))
                .map(|update| {
                    let lang = self.world.texts.guess(update.sender.language.as_deref());
                    (update.sender.chat, (update.sender.name.clone(), lang))
                })
                .collect();
            let rows: Vec<_> = new.into_iter().map(|(chat, (name, lang))| (chat, name, lang)).collect();
            self.tx.add_people(&rows, self.now).await?;
            people = self.tx.people(&chats).await?;
        }
        // Nobody else has offers.
        let registered = |person: &&Person| person.worker.as_ref().is_some_and(|worker| worker.registered);
        let workers: Vec<PersonId> = people.iter().filter(registered).map(|person| person.id).collect();
        self.tx.mark_seen(&workers, self.now).await?;
        self.people = people
            .into_iter()
            .map(|mut person| {
                person.operator |= self.operators.contains(&person.chat);
                (person.chat, person)
            })
            .collect();
        Ok(())
    }

    /// Handles one update.
    pub(super) async fn handle(&mut self, update: &Incoming) -> Result<(), TurnError> {
        let chat = update.sender.chat;
        match update.input {
            Input::Blocked => return Ok(self.tx.set_reach(chat, "blocked").await?),
            Input::Unblocked => return Ok(self.tx.set_reach(chat, "ok").await?),
            _ => {}
        }
        let mut person = match self.people.remove(&chat) {
            Some(person) => person,
            None => self.greet_again(update).await?,
        };
        if !update.sender.name.is_empty() {
            person.name.clone_from(&update.sender.name);
        }
        let (world, now) = (self.world, self.now);
        let before = super::tally::registration(&person);
        let Step { acts, toast } = whole(|| step(world, &mut person, &update.input, now))?;
        self.count_registration(before, &mut person);
        let tapped = if let Input::Tap { message, .. } = update.input { message } else { None };
        let mut reply = Reply { tapped, ..Reply::default() };
        for act in acts {
            self.act(&mut person, act, &mut reply).await?;
            if reply.stopped {
                break;
            }
        }
        let start = self.said.len();
        self.say(update, &mut person, toast, reply);
        self.said.answer(chat, start);
        Ok(())
    }

    /// How many inputs of a chat are answered with this group.
    pub(super) fn answers_to(&self, chat: ChatId) -> usize {
        self.said.answers_to(chat)
    }

    /// Does nothing about an input of somebody who is far ahead of the answers, but says so: once, and on
    /// every tap.
    pub(super) fn pass_over(&mut self, update: &Incoming, is_told: bool) {
        let chat = update.sender.chat;
        let lang = self.people.get(&chat).map_or(Lang::EN, |person| person.lang);
        let text = |key| self.world.texts.say(lang, key, &[]);
        if let Input::Tap { callback, .. } = &update.input {
            let call = Out::Answer { callback: callback.clone(), text: Some(text("too-fast")) };
            self.push(chat, Kind::Card, call);
        }
        if !is_told && self.said.tell(chat) {
            self.notify(chat, Message::text(text("too-fast-passed-over")));
        }
        self.said.pass_over();
    }

    /// Somebody who was forgotten earlier in the same group wrote again.
    async fn greet_again(&mut self, update: &Incoming) -> Result<Person, TurnError> {
        let chat = update.sender.chat;
        let lang = self.world.texts.guess(update.sender.language.as_deref());
        self.tx.add_people(&[(chat, update.sender.name.clone(), lang)], self.now).await?;
        let found = self.tx.people(&[chat]).await?.pop();
        let mut person = found.ok_or_else(|| TurnError::Broken("a person was not kept".into()))?;
        person.operator |= self.operators.contains(&chat);
        Ok(person)
    }

    fn say(&mut self, update: &Incoming, person: &mut Person, toast: Option<&str>, reply: Reply) {
        let chat = update.sender.chat;
        let tapped = match &update.input {
            Input::Tap { callback, message, .. } => {
                let text = toast.or(reply.toast).map(|key| self.world.texts.say(person.lang, key, &[]));
                self.push(chat, Kind::Card, Out::Answer { callback: callback.clone(), text });
                *message
            }
            _ => None,
        };
        for call in lay_out(reply.messages, tapped, &reply.done, &mut person.keyboard_up) {
            self.push(chat, Kind::Card, call);
        }
        for notice in reply.notices {
            self.queue(notice);
        }
        if !reply.forgotten {
            self.changed.insert(chat);
            self.people.insert(chat, person.clone());
        }
    }

    pub(super) fn push(&mut self, chat: ChatId, kind: Kind, call: Out) {
        self.queue(NewMessage { chat, kind, call, shows: None });
    }

    pub(super) fn queue(&mut self, message: NewMessage) {
        self.said.push(message);
    }

    /// Tells somebody else something.
    pub(super) fn notify(&mut self, chat: ChatId, message: Message) {
        self.push(chat, Kind::Notice, Out::Send(message));
    }

    /// Chat and language of everybody of the staff who ever wrote.
    pub(super) async fn staff(&mut self) -> Result<Vec<(ChatId, Lang)>, StoreError> {
        let named: Vec<ChatId> = self.operators.iter().copied().collect();
        self.tx.staff(&named).await
    }

    /// Shows every operator what is to be decided. Cards that show it already give way to the new ones.
    pub(super) async fn tell_operators(
        &mut self,
        shows: Shows,
        card: impl Fn(Lang) -> Message,
    ) -> Result<(), StoreError> {
        for (chat, lang) in self.staff().await? {
            let call = Out::Send(card(lang));
            self.queue(NewMessage { chat, kind: Kind::Notice, call, shows: Some(shows) });
        }
        Ok(())
    }

    /// Brings the cards of all operators but one up to date: somebody decided.
    pub(super) async fn settle_cards(
        &mut self,
        shows: Shows,
        except: ChatId,
        content: impl Fn(Lang) -> Message,
    ) -> Result<(), StoreError> {
        for (chat, lang, message) in self.tx.take_cards(shows).await? {
            if chat != except {
                self.push(chat, Kind::Card, Out::Edit { message, content: content(lang) });
            }
        }
        Ok(())
    }

    /// Somebody else, to be told something: as this group left them.
    pub(super) async fn other(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        if let Some(person) = self.people.values().find(|person| person.id == id) {
            return Ok(Some(person.clone()));
        }
        self.tx.person(id).await
    }

    /// Lets somebody act as an operator in the rest of this group, or not any more.
    pub(super) fn set_operator(&mut self, id: PersonId, operator: bool) {
        if let Some(person) = self.people.values_mut().find(|person| person.id == id) {
            person.operator = operator;
        }
    }

    /// Brings what somebody is as an employer up to date: it was changed for them.
    pub(super) async fn reload_employer(&mut self, id: PersonId) -> Result<(), StoreError> {
        let Some(stored) = self.tx.person(id).await? else { return Ok(()) };
        if let Some(person) = self.people.values_mut().find(|person| person.id == id) {
            person.employer = stored.employer;
        }
        Ok(())
    }

    /// Takes note of what was decided about an employer, for everybody of theirs in this group and for the
    /// offers that follow.
    pub(super) async fn employer_changed(
        &mut self,
        id: EmployerId,
        state: &EmployerState,
    ) -> Result<(), StoreError> {
        for employer in self.people.values_mut().filter_map(|person| person.employer.as_mut()) {
            if employer.id == id {
                employer.state = state.clone();
            }
        }
        self.jobs_changed().await
    }

    /// Reads the open jobs again: something was taken out or came back.
    pub(super) async fn jobs_changed(&mut self) -> Result<(), StoreError> {
        self.stirred.jobs = true;
        self.stirred.deliveries = true;
        self.jobs.forget();
        self.jobs.follow(self.tx).await
    }

    /// Takes back what this group was about to say of something.
    pub(super) fn unsay(&mut self, shows: Shows) {
        self.said.unsay(shows);
    }

    /// Stops the offers of somebody who was hired, until they say that they look for work again.
    pub(super) async fn settle_down(&mut self, id: PersonId) -> Result<(), TurnError> {
        self.set_pause_of(id, Pause::Hired).await
    }

    /// Somebody who was hired does not work there after all: offers come again.
    pub(super) async fn look_again(&mut self, id: PersonId) -> Result<(), TurnError> {
        let other = self.other(id).await?;
        let hired = other.and_then(|person| person.worker).is_some_and(|worker| worker.pause == Pause::Hired);
        if hired { self.set_pause_of(id, Pause::No).await } else { Ok(()) }
    }

    async fn set_pause_of(&mut self, id: PersonId, pause: Pause) -> Result<(), TurnError> {
        let here = self.people.iter().find(|(_, person)| person.id == id).map(|(chat, _)| *chat);
        let Some(mut person) = self.other(id).await? else { return Ok(()) };
        let Some(worker) = person.worker.as_mut() else { return Ok(()) };
        worker.pause = pause;
        self.keep_worker(&person).await?;
        if let Some(chat) = here {
            self.changed.insert(chat);
            self.people.insert(chat, person);
        }
        Ok(())
    }

    /// Keeps everything and gives the messages out, in order.
    pub(super) async fn save(mut self) -> Result<Kept, TurnError> {
        let people: Vec<&Person> = self.changed.iter().filter_map(|chat| self.people.get(chat)).collect();
        self.tx.save_people(&people, self.now)?;
        self.tx.save_workers(&people, &self.world.pack.zone)?;
        let trades: Vec<_> = people
            .iter()
            .filter(|person| self.registered.contains(&person.id))
            .filter_map(|person| {
                let profile = &person.worker.as_ref()?.profile;
                Some((person.id, profile.trades.iter().map(|t| t.trade.clone()).collect()))
            })
            .collect();
        self.tx.save_trades(&trades);
        self.keep_reminders();
        self.tx.raise_tallies(self.now.date(&self.world.pack.zone), &self.tally);
        let rows = self.tx.keep_messages(&self.said.to_keep(), self.now).await?;
        if self.stirred.jobs {
            self.tx.raise_change_seq().await?;
        }
        let (messages, answers) = self.said.finish(rows);
        Ok(Kept { messages, answers, stirred: self.stirred })
    }
}

/// Runs a pure step; if it panics, that is an error of this update alone.
pub(super) fn whole<T>(body: impl FnOnce() -> T) -> Result<T, TurnError> {
    catch_unwind(AssertUnwindSafe(body)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        TurnError::Broken(text.unwrap_or_else(|| "a panic without a text".into()))
    })
}
