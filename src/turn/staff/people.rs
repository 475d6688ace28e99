//! People, as operators look them up: every look leaves an entry in the audit log, which holds codes and
//! surrogate numbers only, so that an erasure need not touch it.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{Found, Out, Person, TagChange, forms, views};
use crate::classify::classify;
use crate::domain::PersonId;
use crate::reading::{fold, phone};
use crate::store::{FOUND_MOST, Kind, NewMessage, Wanted};
use views::staff::{Application, PersonCard};

/// Notes on a card; older ones are counted.
const NOTES: usize = 3;
/// Jobs and applications on a card, each.
const LINES: usize = 6;
/// Tags in use that are offered.
const TAGS: usize = 12;

impl Scene<'_> {
    /// Looks for somebody; who is the only one is shown at once.
    pub(super) async fn find(
        &mut self,
        person: &Person,
        text: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (how, wanted) = self.wanted(text);
        let mut people = self.tx.find_people(&wanted).await?;
        self.tx.audit(self.now, person.id, "people looked up", 0, how.code()).await?;
        if let [(only, _)] = people[..] {
            return self.open_person(person, only, how, reply).await;
        }
        let most = usize::try_from(FOUND_MOST).unwrap_or(usize::MAX);
        let more = people.len() > most;
        people.truncate(most);
        reply.messages.push(views::staff::found(self.world, person.lang, &people, more, how.letter()));
        Ok(())
    }

    /// What was typed, as what it can be: a phone number before a number before a name.
    fn wanted(&self, text: &str) -> (Found, Wanted) {
        if let Some(number) = phone(text, self.world.pack.country.as_deref()) {
            return (Found::Phone, Wanted::Phone(number));
        }
        let folded = fold(text);
        match folded.trim_start_matches('#').parse() {
            Ok(number) => (Found::Number, Wanted::Number(number)),
            Err(_) => (Found::Name, Wanted::Name(folded)),
        }
    }

    /// Shows somebody, and says so in the audit log.
    pub(super) async fn open_person(
        &mut self,
        person: &Person,
        id: PersonId,
        how: Found,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(other) = self.someone(person, id, reply).await? else { return Ok(()) };
        self.tx.audit(self.now, person.id, "person opened", id.0, how.code()).await?;
        self.show_person(person, other, reply).await?;
        if how == Found::Case {
            // The case stays where it is, with its buttons.
            let card = reply.messages.pop().map(Out::Send);
            let (chat, kind) = (person.chat, Kind::Notice);
            reply.notices.extend(card.map(|call| NewMessage { chat, kind, call, shows: None }));
        }
        Ok(())
    }

    /// Somebody who is still there; else the operator is told so.
    async fn someone(
        &mut self,
        person: &Person,
        id: PersonId,
        reply: &mut Reply,
    ) -> Result<Option<Person>, TurnError> {
        let found = if id == person.id { Some(person.clone()) } else { self.other(id).await? };
        if found.is_none() {
            self.gone(person, reply);
        }
        Ok(found)
    }

    async fn show_person(
        &mut self,
        person: &Person,
        mut other: Person,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang, id) = (self.world, person.lang, other.id);
        let Some((since, reach)) = self.tx.known_since(id).await? else {
            self.gone(person, reply);
            return Ok(());
        };
        let today = self.now.date(other.zone(&world.pack.zone));
        if let Some(worker) = other.worker.as_mut().filter(|worker| worker.classified) {
            worker.classification = classify(&worker.profile, &world.taxonomy, &world.pack, today);
        }
        let mut jobs = Vec::new();
        if let Some(employer) = other.employer_id() {
            for job in self.tx.jobs_of(employer).await?.into_iter().take(LINES) {
                jobs.push((job.id, views::job_title(world, lang, &job.job), job.state));
            }
        }
        let offers = self.tx.offers_of(id).await?;
        let checkins = self.tx.checkins_of(id).await?;
        let mut applications = Vec::new();
        for offer in offers.iter().rev().filter(|offer| offer.state.has_applied()).take(LINES) {
            let (job, applicant) = (self.tx.job(offer.job).await?, self.tx.applicant(offer.job, id).await?);
            let (Some(job), Some(applicant)) = (job, applicant) else { continue };
            let said = checkins.iter().filter(|said| said.job == job.id);
            applications.push(Application {
                job: job.id,
                title: views::job_title(world, lang, &job.job),
                stage: offer.state,
                way: views::way(world, lang, &applicant.reached, &job.job.place.zone),
                checkins: said.map(|said| (said.day, said.works, said.charged)).collect(),
            });
        }
        let all = self.tx.notes(id).await?;
        let authors: Vec<PersonId> = all.iter().take(NOTES).map(|note| note.author).collect();
        let names = self.tx.names(&authors).await?;
        let author = |id: PersonId| {
            let found = names.iter().find(|(one, _)| *one == id);
            found.map_or_else(|| format!("#{id}"), |(_, name)| name.clone())
        };
        let more_notes = all.len().saturating_sub(NOTES);
        let notes = all.into_iter().take(NOTES).map(|note| (author(note.author), note.at, note.text));
        let tags = self.tx.tags(id).await?;
        let card = PersonCard {
            since,
            reach: &reach,
            named: self.operators.contains(&other.chat),
            own: id == person.id,
            jobs,
            applications,
            notes: notes.collect(),
            more_notes,
            tags: &tags,
            person: &other,
        };
        reply.messages.push(views::staff::person_card(world, lang, &card));
        Ok(())
    }

    /// Shows somebody's phone number, for a reason that the audit log keeps.
    pub(super) async fn reveal(
        &mut self,
        person: &Person,
        id: PersonId,
        why: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(other) = self.someone(person, id, reply).await? else { return Ok(()) };
        let known = other.worker.as_ref().and_then(|worker| worker.phone.as_ref());
        match (known, forms::REVEAL_REASONS.contains(&why)) {
            (Some(phone), true) => {
                self.tx.audit(self.now, person.id, "phone revealed", id.0, why).await?;
                let message = views::staff::phone_shown(self.world, person.lang, &other, &phone.number);
                reply.messages.push(message);
            }
            _ => reply.messages.push(views::staff::plain(self.world, person.lang, "staff-no-phone")),
        }
        Ok(())
    }

    pub(super) async fn note(
        &mut self,
        person: &Person,
        id: PersonId,
        text: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(other) = self.someone(person, id, reply).await? else { return Ok(()) };
        if !self.tx.add_note(id, person.id, text, self.now).await? {
            self.gone(person, reply);
            return Ok(());
        }
        self.tx.audit(self.now, person.id, "note written", id.0, "").await?;
        self.show_person(person, other, reply).await
    }

    pub(super) async fn show_tags(
        &mut self,
        person: &Person,
        id: PersonId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(other) = self.someone(person, id, reply).await? else { return Ok(()) };
        let own = self.tx.tags(id).await?;
        let in_use = self.tx.all_tags().await?.into_iter().filter(|tag| !own.contains(tag));
        let others: Vec<String> = in_use.take(TAGS).collect();
        reply.messages.push(views::staff::tag_card(self.world, person.lang, &other, &own, &others));
        Ok(())
    }

    /// Puts a tag on, or takes it off. A button that nothing answers to any more changes nothing.
    pub(super) async fn tag(
        &mut self,
        person: &Person,
        id: PersonId,
        change: TagChange,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let named = |tags: Vec<String>, hash: u32| tags.into_iter().find(|tag| TagChange::hash(tag) == hash);
        let (done, action) = match change {
            TagChange::New(tag) => (self.tx.add_tag(id, &tag).await?, "tag added"),
            TagChange::Add(hash) => match named(self.tx.all_tags().await?, hash) {
                Some(tag) => (self.tx.add_tag(id, &tag).await?, "tag added"),
                None => (false, ""),
            },
            TagChange::Remove(hash) => match named(self.tx.tags(id).await?, hash) {
                Some(tag) => (self.tx.remove_tag(id, &tag).await?, "tag removed"),
                None => (false, ""),
            },
        };
        if done {
            self.tx.audit(self.now, person.id, action, id.0, "").await?;
        }
        self.show_tags(person, id, reply).await
    }
}
