//! What operators do: decide about employers.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{OperatorAct, Out, Person, views};
use crate::domain::EmployerId;
use crate::store::{Kind, NewMessage, Shows};

impl Scene<'_> {
    /// Whoever is not of the staff is told that it is not theirs, whatever they sent.
    pub(super) async fn operator_act(
        &mut self,
        person: &Person,
        act: OperatorAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if !person.operator {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        }
        match act {
            OperatorAct::Waiting => self.show_waiting(person, reply).await,
            OperatorAct::Care(act) => self.operator_care(person, act, reply).await,
            OperatorAct::Decide(employer, reason) => {
                self.decide(person, employer, reason.as_deref(), reply).await
            }
            OperatorAct::Staff(act) => self.staff_act(person, act, reply).await,
        }
    }

    /// Approves an employer, or refuses with a reason; the first operator to act wins.
    pub(super) async fn decide(
        &mut self,
        person: &Person,
        id: EmployerId,
        reason: Option<&str>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.tx.employer(id).await? else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        let current = self.tx.decide_employer(id, reason, self.now).await?;
        let company = employer.company.name.as_str();
        if !current {
            return self.decided_before(person, &employer, reply).await;
        }
        reply.messages.push(views::decided(self.world, person.lang, company, reason, true));
        let (world, name) = (self.world, person.name.as_str());
        let settled = |lang| views::staff::decided_by(world, lang, company, reason, name);
        self.settle_cards(Shows::Employer(id), person.chat, settled).await?;
        let action = if reason.is_some() { "employer refused" } else { "employer approved" };
        let why = reason.map(|reason| self.reason_code(person.lang, reason)).unwrap_or_default();
        self.tx.audit(self.now, person.id, action, id.0, why).await?;
        if let Some(owner) = self.other(employer.person).await? {
            let message = match reason {
                None => views::approved(self.world, owner.lang, company),
                Some(reason) => views::refused(self.world, owner.lang, id, company, reason),
            };
            self.notify(owner.chat, message);
        }
        Ok(())
    }

    /// A card for every employer that waits.
    pub(super) async fn show_waiting(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let waiting = self.tx.waiting_employers().await?;
        if waiting.is_empty() {
            reply.messages.push(views::say(self.world, person.lang, "operator-none-waiting"));
        }
        for employer in waiting {
            let card = views::employer_card(self.world, person.lang, employer.id, &employer.company);
            reply.notices.push(NewMessage {
                chat: person.chat,
                kind: Kind::Notice,
                call: Out::Send(card),
                shows: Some(Shows::Employer(employer.id)),
            });
        }
        self.show_open_cases(person, reply).await
    }
}
