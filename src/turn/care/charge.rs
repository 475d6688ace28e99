//! Somebody was asked for money: the employer is frozen until an operator decides.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{EmployerState, Pause, Person, forms, views};
use crate::domain::CheckIn;
use crate::store::Shows;
use views::Told;

/// Why an employer is frozen when a worker says that money was asked for, as a code that is worded in
/// `locales/`; the vaguer one where so few were hired that what they said would name them.
const CHARGE: &str = "charge";
const HEARD: &str = "heard";
/// Workers hired, fewer of whom are few.
const MANY: i64 = 2;

impl Scene<'_> {
    pub(super) async fn not_charged(
        &mut self,
        person: &Person,
        check: CheckIn,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, said)) = self.asked_about(person, check).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        // That somebody did stays until it is taken back.
        if !self.tx.answer_charged(check, person.id, false, self.now).await? {
            reply.messages.push(views::charge_kept(self.world, person.lang, check, &job.company));
            return Ok(());
        }
        self.done_asking(check, person).await?;
        let offers = person.worker.as_ref().is_some_and(|worker| worker.pause == Pause::No);
        reply.messages.push(views::checked_in(self.world, person.lang, said.works, offers));
        Ok(())
    }

    async fn done_asking(&mut self, check: CheckIn, person: &Person) -> Result<(), TurnError> {
        let reminder = format!("{}:{}:r", check.job, check.day.number());
        Ok(self.tx.drop_timers_about(person.id, "checkin", &reminder).await?)
    }

    /// Somebody asked for money: the employer is frozen, and every operator gets a card.
    pub(super) async fn charged(
        &mut self,
        person: &mut Person,
        check: CheckIn,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, _)) = self.asked_about(person, check).await? else {
            person.sessions.retain(|session| session.form != forms::CHARGE);
            self.not_yours(person, reply);
            return Ok(());
        };
        reply.messages.push(views::charge_kept(self.world, person.lang, check, &job.company));
        if !self.tx.answer_charged(check, person.id, true, self.now).await? {
            return Ok(());
        }
        self.done_asking(check, person).await?;
        self.tx
            .audit(self.now, person.id, "charge reported", job.employer.0, &format!("job {}", job.id))
            .await?;
        let reason = if self.tx.count_hired(job.employer).await? < MANY { HEARD } else { CHARGE };
        if self.tx.move_employer(job.employer, "approved", "frozen", Some(reason), self.now).await? {
            self.employer_changed(job.employer, &EmployerState::Frozen(reason.to_owned())).await?;
            let (world, told) = (self.world, Told { id: job.employer, company: &job.company, reason });
            self.tell_employer_people(job.employer, |lang| views::frozen(world, lang, told)).await?;
        }
        self.show_anew(Shows::Employer(job.employer), true).await
    }

    /// Who took it and how much, for the operators alone.
    pub(super) async fn charge_words(
        &mut self,
        person: &Person,
        check: CheckIn,
        said: Option<String>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some((job, _)) = self.asked_about(person, check).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        let Some(said) = said else {
            reply.messages.push(views::say(self.world, person.lang, "care-no-words"));
            return Ok(());
        };
        if !self.tx.say_charge(check, person.id, &said).await? {
            self.not_yours(person, reply);
            return Ok(());
        }
        reply.messages.push(views::say(self.world, person.lang, "charge-words-kept"));
        self.show_anew(Shows::Employer(job.employer), false).await
    }

    /// Nobody did, it was a slip; an operator's decision stands.
    pub(super) async fn uncharge(
        &mut self,
        person: &mut Person,
        check: CheckIn,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        person.sessions.retain(|session| session.form != forms::CHARGE);
        let Some((job, _)) = self.asked_about(person, check).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        if !self.tx.take_charge_back(check, person.id).await? {
            reply.messages.push(views::say(self.world, person.lang, "uncharge-late"));
            return Ok(());
        }
        reply.messages.push(views::say(self.world, person.lang, "uncharged"));
        let id = job.employer;
        self.tx.audit(self.now, person.id, "charge taken back", id.0, &format!("job {}", job.id)).await?;
        let others = self.tx.charges_of(id).await?.iter().any(|charge| !charge.settled);
        let frozen = self.tx.employer(id).await?.and_then(|employer| employer.reason);
        let thawed = !others
            && matches!(frozen.as_deref(), Some(CHARGE | HEARD))
            && self.tx.move_employer(id, "frozen", "approved", None, self.now).await?;
        if !thawed {
            return self.show_anew(Shows::Employer(id), false).await;
        }
        let state = EmployerState::Approved(job.verified_at.unwrap_or(self.now));
        self.employer_changed(id, &state).await?;
        let (world, told) = (self.world, Told { id, company: &job.company, reason: "" });
        self.tell_employer_people(id, |lang| views::thawed(world, lang, told)).await?;
        let settled = |lang| views::case_judged(world, lang, id, "case-taken-back", told.company, "");
        self.unsay(Shows::Employer(id));
        Ok(self.settle_cards(Shows::Employer(id), person.chat, settled).await?)
    }
}
