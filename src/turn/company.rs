//! Who acts for a company: its link, who is let in, removed, leaves, and what happens when the founder goes.
//!
//! **Only the founder decides** who acts for the company: one person answers to the agency for what is
//! posted. Everybody who acts for it sees and handles all its jobs. One person acts for one company: who
//! acts for one already leaves it first, and who founded one that was not refused stays with it.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{CompanyAct, Employer, EmployerState, Person, forms, views};
use crate::domain::{EmployerId, PersonId};
use crate::store::{Member, StoredEmployer};
use views::Colleague;

impl Scene<'_> {
    pub(super) async fn company_act(
        &mut self,
        person: &mut Person,
        act: CompanyAct,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            CompanyAct::Show => self.show_company(person, None, reply).await,
            CompanyAct::Invited(id) => self.invited(person, id, reply).await,
            CompanyAct::AskIn(id) => self.ask_in(person, id, reply).await,
            CompanyAct::Answer(id, who, yes) => self.answer_member(person, id, who, yes, reply).await,
            CompanyAct::Remove(id, who, sure) => self.remove_member(person, id, who, sure, reply).await,
            CompanyAct::Leave(id, sure) => self.leave_company(person, id, sure, reply).await,
        }
    }

    /// The company with its people. `news` is a locale key and a name.
    async fn show_company(
        &mut self,
        person: &Person,
        news: Option<(&str, &str)>,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = acting(person) else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        let members = self.tx.members(employer.id).await?;
        // Who asked is the founder's to know.
        let shown = members.into_iter().filter(|one| one.inside || employer.founder);
        let people: Vec<Colleague> = shown
            .map(|one| Colleague {
                own: one.person == person.id,
                person: one.person,
                name: one.name,
                inside: one.inside,
                founder: one.founder,
            })
            .collect();
        let link = (!self.username.is_empty())
            .then(|| format!("https://t.me/{}?start=e{}", self.username, employer.id));
        let message = views::company(self.world, person.lang, employer, &people, link.as_deref(), news);
        reply.messages.push(message);
        Ok(())
    }

    /// An employer that others may join; anything else is answered alike, so that nothing can be found out.
    async fn joinable(
        &mut self,
        person: &Person,
        id: EmployerId,
        reply: &mut Reply,
    ) -> Result<Option<StoredEmployer>, TurnError> {
        let found = self.tx.employer(id).await?.filter(|employer| employer.state == "approved");
        let own = person.employer.as_ref().filter(|own| !matches!(own.state, EmployerState::Refused(_)));
        let (key, company) = match (&found, own) {
            (None, _) => ("company-link-dead", ""),
            (Some(_), Some(own)) if own.id == id => ("company-in-already", own.company.name.as_str()),
            (Some(_), Some(own)) => ("company-in-another", own.company.name.as_str()),
            (Some(_), None) => return Ok(found),
        };
        reply.messages.push(views::asked_in(self.world, person.lang, key, company));
        Ok(None)
    }

    async fn invited(&mut self, person: &Person, id: EmployerId, reply: &mut Reply) -> Result<(), TurnError> {
        if let Some(employer) = self.joinable(person, id, reply).await? {
            reply.messages.push(views::invited(self.world, person.lang, id, &employer.company.name));
        }
        Ok(())
    }

    /// Somebody agreed to act for the company: its founder is asked, once.
    async fn ask_in(
        &mut self,
        person: &mut Person,
        id: EmployerId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.joinable(person, id, reply).await? else { return Ok(()) };
        // Who acts for a company agrees to what its founder agreed to.
        person.consent = Some(self.world.pack.consent.clone());
        // Who is here to hire does not go on with a registration that was never begun.
        person.sessions.retain(|session| session.form != forms::REGISTER || !session.path.is_empty());
        let company = employer.company.name.as_str();
        reply.messages.push(views::asked_in(self.world, person.lang, "company-asked-in", company));
        if !self.tx.ask_in(id, person.id, self.now).await? {
            return Ok(());
        }
        if let Some(founder) = self.other(employer.person).await? {
            let message = views::wants_in(self.world, founder.lang, id, company, person.id, &person.name);
            self.notify(founder.chat, message);
        }
        Ok(())
    }

    /// The company that the person founded and that operators approved; others are told that it is not theirs.
    fn founded<'p>(&self, person: &'p Person, id: EmployerId, reply: &mut Reply) -> Option<&'p Employer> {
        let own = acting(person).filter(|own| own.id == id && own.founder);
        if own.is_none() {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
        }
        own
    }

    async fn member(&mut self, id: EmployerId, who: PersonId) -> Result<Option<Member>, TurnError> {
        Ok(self.tx.members(id).await?.into_iter().find(|one| one.person == who))
    }

    async fn answer_member(
        &mut self,
        person: &Person,
        id: EmployerId,
        who: PersonId,
        yes: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.founded(person, id, reply) else { return Ok(()) };
        let company = employer.company.name.clone();
        let asked = self.member(id, who).await?.filter(|one| !one.inside);
        let other = self.other(who).await?;
        let (Some(asked), Some(other)) = (asked, other) else {
            return self.show_company(person, Some(("member-answered-before", "")), reply).await;
        };
        // Meanwhile they may have come to act for another company.
        let elsewhere =
            other.employer.as_ref().is_some_and(|e| !matches!(e.state, EmployerState::Refused(_)));
        let inside = yes && !elsewhere;
        if !self.tx.answer_member(id, who, inside, self.now).await? {
            return self.show_company(person, Some(("member-answered-before", "")), reply).await;
        }
        self.reload_employer(who).await?;
        let (action, key, news) = match (yes, elsewhere) {
            (true, false) => ("member let in", "", "member-in-news"),
            (true, true) => ("member refused", "", "member-elsewhere-news"),
            (false, _) => ("member refused", "company-you-are-refused", "member-refused-news"),
        };
        self.tx.audit(self.now, person.id, action, who.0, &format!("employer {id}")).await?;
        if inside {
            self.notify(other.chat, views::you_are_in(self.world, other.lang, &company));
        } else if !key.is_empty() {
            self.notify(other.chat, views::asked_in(self.world, other.lang, key, &company));
        }
        self.show_company(person, Some((news, &asked.name)), reply).await
    }

    async fn remove_member(
        &mut self,
        person: &Person,
        id: EmployerId,
        who: PersonId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.founded(person, id, reply) else { return Ok(()) };
        let company = employer.company.name.clone();
        let member = self.member(id, who).await?.filter(|one| one.inside && !one.founder);
        let Some(member) = member else {
            return self.show_company(person, Some(("member-gone-before", "")), reply).await;
        };
        if !sure {
            reply.messages.push(views::remove_sure(self.world, person.lang, id, who, &member.name));
            return Ok(());
        }
        if self.tx.remove_member(id, who).await? {
            self.reload_employer(who).await?;
            self.tx.audit(self.now, person.id, "member removed", who.0, &format!("employer {id}")).await?;
            let message = views::asked_in(self.world, member.lang, "company-you-are-out", &company);
            self.notify(member.chat, message);
        }
        self.show_company(person, Some(("member-out-news", &member.name)), reply).await
    }

    async fn leave_company(
        &mut self,
        person: &mut Person,
        id: EmployerId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let own = person.employer.as_ref().filter(|own| own.id == id && !own.founder);
        let Some(company) = own.map(|own| own.company.name.clone()) else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        if !sure {
            reply.messages.push(views::leave_sure(self.world, person.lang, id, &company));
            return Ok(());
        }
        if self.tx.remove_member(id, person.id).await? {
            person.employer = self.tx.person(person.id).await?.and_then(|stored| stored.employer);
            self.tx.audit(self.now, person.id, "member left", person.id.0, &format!("employer {id}")).await?;
            let founder = self.tx.employer(id).await?.map(|employer| employer.person);
            if let Some(founder) = founder
                && let Some(founder) = self.other(founder).await?
            {
                let message = views::member_left(self.world, founder.lang, &person.name, &company);
                self.notify(founder.chat, message);
            }
        }
        reply.messages.push(views::asked_in(self.world, person.lang, "company-left", &company));
        Ok(())
    }

    /// The locale key of what somebody loses who erases everything: a company with other members goes on.
    pub(super) async fn what_is_erased(&mut self, person: &Person) -> Result<&'static str, TurnError> {
        let Some(employer) = &person.employer else { return Ok("erase-sure") };
        if !employer.founder {
            return Ok("erase-sure-member");
        }
        let others = self.tx.members(employer.id).await?.iter().any(|one| one.inside && !one.founder);
        Ok(if others { "erase-sure-founder" } else { "erase-sure-employer" })
    }

    /// Before somebody is erased: their companies go to the members who are in longest, who are told.
    pub(super) async fn hand_companies_over(&mut self, person: &Person) -> Result<(), TurnError> {
        for (id, heir) in self.tx.hand_over(person.id).await? {
            self.reload_employer(heir).await?;
            let detail = format!("employer {id}");
            self.tx.audit(self.now, person.id, "company handed over", heir.0, &detail).await?;
            if let (Some(heir), Some(employer)) = (self.other(heir).await?, self.tx.employer(id).await?) {
                let company = employer.company.name.as_str();
                self.notify(heir.chat, views::asked_in(self.world, heir.lang, "company-yours-now", company));
            }
        }
        Ok(())
    }
}

/// The approved employer for which a person acts.
fn acting(person: &Person) -> Option<&Employer> {
    person.employer.as_ref().filter(|own| matches!(own.state, EmployerState::Approved(_)))
}
