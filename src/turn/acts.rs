//! What a step says is to be done, carried out.

use super::TurnError;
use super::scene::{Reply, Scene, whole};
use crate::audience::{listeners, workers_for};
use crate::chat::{Act, Card, Facts, Person, forms, screen, views};
use crate::store::StoreError;

impl Scene<'_> {
    pub(super) async fn act(
        &mut self,
        person: &mut Person,
        act: Act,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang) = (self.world, person.lang);
        match act {
            Act::Ask(card) => self.ask(person, &card, reply).await?,
            Act::Say(key) => reply.messages.push(views::say(world, lang, key)),
            Act::Languages => reply.messages.push(views::languages(world, lang)),
            Act::Menu(key) => reply.messages.push(views::menu(world, lang, key, views::Roles::of(person))),
            Act::Forget(key) => {
                self.forget(person, reply).await?;
                reply.messages.push(views::say(world, lang, key));
            }
            Act::Privacy => self.show_privacy(person, reply),
            Act::Export => self.export(person, reply).await?,
            Act::EraseMenu => {
                let key = self.what_is_erased(person).await?;
                reply.messages.push(views::erase_menu(world, lang, key));
            }
            Act::Erase => self.erase(person, reply).await?,
            Act::Worker(act) => self.worker_act(person, act, reply).await?,
            Act::Employer(act) => self.employer_act(person, act, reply).await?,
            Act::Operator(act) => self.operator_act(person, act, reply).await?,
        }
        Ok(())
    }

    /// The present screen, with what it needs looked up.
    pub(super) async fn ask(
        &mut self,
        person: &Person,
        card: &Card,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if card.answered.as_deref() == Some("consent") && person.consent.is_some() {
            let zone = person.zone(&self.world.pack.zone).to_owned();
            self.expect_registration(person.id, &zone);
        }
        let told = person.sessions.last().is_some_and(|session| !session.told.is_empty());
        if told && person.consent.is_none() {
            self.expect_agreement(person.id);
        }
        let facts = self.facts(person).await?;
        let today = self.now.date(person.zone(&self.world.pack.zone));
        let world = self.world;
        if let Some((message, done)) = whole(|| screen(world, person, card, &facts, today))? {
            reply.messages.push(message);
            if reply.done.is_empty() {
                reply.done = done;
            }
        }
        Ok(())
    }

    pub(super) async fn facts(&mut self, person: &Person) -> Result<Facts, StoreError> {
        let mut facts = Facts::default();
        let Some(session) = person.sessions.last() else { return Ok(facts) };
        match session.form.as_str() {
            forms::REGISTER => {
                if let Some(worker) = &person.worker {
                    facts.fitting_jobs =
                        Some(self.jobs.count(self.world, person.employer_id(), &worker.profile, self.now));
                }
            }
            forms::ANNOUNCE if session.question().is_none() && person.operator => {
                let audience = session.answers.one("audience").and_then(forms::Audience::of_id);
                if let Some(audience) = audience {
                    let listeners = listeners(self.tx, self.world, &audience, self.now).await?;
                    facts.listeners = Some(listeners.len());
                }
            }
            forms::POST if session.question().is_none() => {
                if let (Some(job), Some(employer)) = (forms::job(&session.answers), person.employer_id()) {
                    let recipients = workers_for(self.tx, self.world, &job, employer, self.now).await?;
                    facts.fitting_workers = Some(recipients.len());
                    facts.example = recipients.into_iter().next().map(|recipient| recipient.fit);
                }
            }
            _ => {}
        }
        Ok(facts)
    }
}
