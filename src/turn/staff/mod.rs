//! What operators do beside deciding about employers. Whether the person may was checked before.

mod announce;
mod figures;
mod people;
mod team;

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Answers, Ask, Message, Person, StaffAct, views};
use crate::domain::Lang;
use crate::store::{StoreError, StoredEmployer};

/// The reasons to refuse an employer that can be tapped.
const REFUSALS: [&str; 3] = ["licence", "unreachable", "fees"];

impl Scene<'_> {
    pub(super) async fn staff_act(
        &mut self,
        person: &Person,
        act: StaffAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            StaffAct::Menu => self.staff_menu(person, reply).await,
            StaffAct::Cases => self.show_job_cases(person, reply).await,
            StaffAct::Case(job) => self.show_job_case(person, job, reply).await,
            StaffAct::Broadcasts => self.show_broadcasts(person, reply).await,
            StaffAct::Stop(broadcast, sure) => self.stop(person, broadcast, sure, reply).await,
            StaffAct::Find(text) => self.find(person, &text, reply).await,
            StaffAct::Person(other, how) => self.open_person(person, other, how, reply).await,
            StaffAct::Reveal(other, why) => self.reveal(person, other, &why, reply).await,
            StaffAct::Note(other, text) => self.note(person, other, &text, reply).await,
            StaffAct::Tags(other) => self.show_tags(person, other, reply).await,
            StaffAct::Tag(other, change) => self.tag(person, other, change, reply).await,
            StaffAct::Team => self.show_team(person, reply).await,
            StaffAct::Make(other, sure) => self.make_operator(person, other, sure, reply).await,
            StaffAct::Drop(other, sure) => self.drop_operator(person, other, sure, reply).await,
            StaffAct::Announce(audience, text) => self.announce(person, &audience, &text, reply).await,
            StaffAct::Figures(span) => self.show_figures(person, span, reply).await,
            StaffAct::Log(page) => self.show_log(person, page, reply).await,
        }
    }

    async fn staff_menu(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let counts = self.tx.staff_counts().await?;
        let (waiting, cases, running) = (counts.waiting, counts.cases, counts.running);
        reply.messages.push(views::staff::staff_menu(self.world, person.lang, waiting, cases, running));
        Ok(())
    }

    async fn show_job_cases(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let mut lines = Vec::new();
        for id in self.tx.job_cases().await? {
            if let Some(job) = self.tx.job(id).await? {
                lines.push((id, views::job_title(self.world, person.lang, &job.job), job.state));
            }
        }
        reply.messages.push(views::staff::cases(self.world, person.lang, &lines));
        Ok(())
    }

    /// What was asked for is not there any more.
    fn gone(&self, person: &Person, reply: &mut Reply) {
        reply.messages.push(views::staff::plain(self.world, person.lang, "staff-gone"));
    }

    /// Somebody else decided about an employer before.
    pub(super) async fn decided_before(
        &mut self,
        person: &Person,
        employer: &StoredEmployer,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang, company) = (self.world, person.lang, employer.company.name.as_str());
        let who = self.tx.who_decided(employer.id).await?;
        let message = match (who, employer.state.as_str()) {
            (Some(name), "approved") => views::staff::decided_by(world, lang, company, None, &name),
            (Some(name), "refused") => {
                views::staff::decided_by(world, lang, company, employer.reason.as_deref(), &name)
            }
            _ => views::decided(world, lang, company, None, false),
        };
        reply.messages.push(message);
        Ok(())
    }

    /// A reason to refuse, as a code for the audit log: own words may name people, and stand with the
    /// employer only.
    pub(super) fn reason_code(&self, lang: Lang, reason: &str) -> &'static str {
        let says = |code: &&str| self.world.texts.say(lang, &format!("refuse-reason-{code}"), &[]) == reason;
        REFUSALS.into_iter().find(says).unwrap_or("own words")
    }

    /// Tells somebody else something, if they are still there.
    async fn tell_other(
        &mut self,
        person: crate::domain::PersonId,
        message: impl Fn(Lang) -> Message,
    ) -> Result<(), StoreError> {
        if let Some(other) = self.other(person).await? {
            self.notify(other.chat, message(other.lang));
        }
        Ok(())
    }

    /// The view of an operator on the questions of forms, without answers.
    fn as_asked<'s>(&'s self, person: &'s Person, answers: &'s Answers) -> Ask<'s> {
        let today = self.now.date(&self.world.pack.zone);
        Ask { world: self.world, lang: person.lang, today, answers, name: &person.name }
    }
}
