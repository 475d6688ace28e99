//! Who is an operator. Those that the settings name are changed there only.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{Person, views};
use crate::domain::{ChatId, PersonId};

impl Scene<'_> {
    pub(super) async fn show_team(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let chats: Vec<ChatId> = self.operators.iter().copied().collect();
        let named: Vec<(PersonId, String)> =
            self.tx.people(&chats).await?.into_iter().map(|one| (one.id, one.name)).collect();
        let others = self.tx.operators().await?.into_iter().map(|(id, ..)| id);
        let others: Vec<PersonId> = others.filter(|id| !named.iter().any(|(one, _)| one == id)).collect();
        let added = self.tx.names(&others).await?;
        reply.messages.push(views::staff::team(self.world, person.lang, &named, &added));
        Ok(())
    }

    /// Makes somebody an operator, once it was asked whether to, and tells them.
    pub(super) async fn make_operator(
        &mut self,
        person: &Person,
        id: PersonId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang) = (self.world, person.lang);
        let Some(other) = self.other(id).await?.filter(|_| id != person.id) else {
            self.gone(person, reply);
            return Ok(());
        };
        if !sure {
            let (yes, no) = (format!("op:make!:{id}"), format!("op:p:{id}:l"));
            reply.messages.push(views::staff::sure(world, lang, "staff-make-sure", &other.name, yes, no));
            return Ok(());
        }
        let named = self.operators.contains(&other.chat);
        if named || !self.tx.add_operator(id, self.now).await? {
            reply.messages.push(views::staff::about(world, lang, "staff-is-one", &other.name));
            return Ok(());
        }
        self.set_operator(id, true);
        self.tx.audit(self.now, person.id, "operator added", id.0, "").await?;
        reply.messages.push(views::staff::about(world, lang, "staff-made", &other.name));
        self.tell_other(id, |lang| views::staff::plain(world, lang, "staff-you-are-one")).await?;
        Ok(())
    }

    /// Takes the role away, once it was asked whether to, and tells them. What their chat shows of cases is not
    /// brought up to date any more.
    pub(super) async fn drop_operator(
        &mut self,
        person: &Person,
        id: PersonId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang) = (self.world, person.lang);
        let Some(other) = self.other(id).await?.filter(|_| id != person.id) else {
            self.gone(person, reply);
            return Ok(());
        };
        if self.operators.contains(&other.chat) {
            reply.messages.push(views::staff::about(world, lang, "staff-drop-named", &other.name));
            return Ok(());
        }
        if !sure {
            let (yes, no) = (format!("op:drop!:{id}"), format!("op:p:{id}:l"));
            reply.messages.push(views::staff::sure(world, lang, "staff-drop-sure", &other.name, yes, no));
            return Ok(());
        }
        if !self.tx.remove_operator(id).await? {
            reply.messages.push(views::staff::about(world, lang, "staff-is-none", &other.name));
            return Ok(());
        }
        self.set_operator(id, false);
        self.tx.forget_cards(id).await?;
        self.tx.audit(self.now, person.id, "operator removed", id.0, "").await?;
        reply.messages.push(views::staff::about(world, lang, "staff-dropped", &other.name));
        self.tell_other(id, |lang| views::say(world, lang, "staff-you-are-none")).await?;
        Ok(())
    }
}
