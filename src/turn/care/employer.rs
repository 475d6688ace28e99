//! Employers that were refused or frozen: what they may still do, appeals, and what operators decide.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{
    CompanyAct, EmployerAct, EmployerCare, EmployerState, JobAct, Person, describe, forms, views,
};
use crate::domain::{EmployerId, PersonId, Verdict};
use crate::store::{Shows, StoredEmployer};
use std::time::Duration;
use views::{Appealed, Told};

/// One appeal in so long.
const APPEAL_EVERY: Duration = Duration::from_hours(24);

impl Scene<'_> {
    /// The one place where it is decided what somebody may do for an employer that was refused or frozen:
    /// look at what is their own, and appeal. Says so, and gives `true`, where they may not.
    pub(in super::super) async fn is_barred(
        &mut self,
        person: &mut Person,
        act: &EmployerAct,
        reply: &mut Reply,
    ) -> Result<bool, TurnError> {
        let Some(employer) = &person.employer else { return Ok(false) };
        let id = employer.id;
        let free = match (&employer.state, act) {
            (EmployerState::Waiting | EmployerState::Approved(_), _)
            | (
                _,
                EmployerAct::Jobs(_)
                | EmployerAct::Job(_, JobAct::Show)
                | EmployerAct::Applicants(..)
                | EmployerAct::Applicant(..)
                | EmployerAct::Compare(_)
                | EmployerAct::Company(
                    CompanyAct::Show | CompanyAct::Invited(_) | CompanyAct::AskIn(_) | CompanyAct::Leave(..),
                )
                | EmployerAct::Care(_),
            ) => true,
            // Who was refused at the door may knock again; who was let in before may appeal.
            (EmployerState::Refused(_), EmployerAct::Submit(_)) => self.tx.approved_at(id).await?.is_none(),
            _ => false,
        };
        if !free {
            // Nothing comes of a form that is still open.
            let idle = [forms::POST, forms::ASK, forms::INVITE];
            person.sessions.retain(|session| !idle.contains(&session.form.as_str()));
            self.show_standing(person, reply).await?;
        }
        Ok(!free)
    }

    pub(in super::super) async fn employer_care(
        &mut self,
        person: &mut Person,
        act: EmployerCare,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            EmployerCare::Standing => {
                person.sessions.retain(|session| session.form != forms::POST);
                self.show_standing(person, reply).await
            }
            EmployerCare::MayReapply(id) => {
                if self.tx.approved_at(id).await?.is_some() {
                    person.sessions.retain(|session| session.form != forms::EMPLOYER);
                    self.show_standing(person, reply).await?;
                }
                Ok(())
            }
            EmployerCare::MayAppeal(id) => {
                if !self.may_appeal(person, id, reply).await? {
                    person.sessions.retain(|session| session.form != forms::APPEAL);
                }
                Ok(())
            }
            EmployerCare::Appeal(id, text) => self.appeal(person, id, &text, reply).await,
        }
    }

    /// The employer for which the person acts, as the store has it.
    async fn own_employer(&mut self, person: &Person) -> Result<Option<StoredEmployer>, TurnError> {
        let Some(id) = person.employer_id() else { return Ok(None) };
        Ok(self.tx.employer(id).await?)
    }

    async fn show_standing(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let Some(employer) = self.own_employer(person).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        let (key, again) = match employer.state.as_str() {
            "frozen" => ("employer-standing-frozen", false),
            "refused" if self.tx.approved_at(employer.id).await?.is_some() => ("employer-barred", false),
            "refused" => ("employer-standing-refused", true),
            _ => {
                reply.messages.push(views::say(self.world, person.lang, "employer-approved"));
                return Ok(());
            }
        };
        let day = self.now.minus(APPEAL_EVERY);
        let appeal = self.tx.appeal_of(employer.id).await?.filter(|appeal| appeal.made_at > day);
        let zone = person.zone(&self.world.pack.zone);
        let appealed = match appeal {
            Some(appeal) if appeal.answered => Appealed::Answered,
            Some(appeal) => Appealed::On(describe::date(appeal.made_at, zone)),
            None => Appealed::No,
        };
        let reason = employer.reason.as_deref().unwrap_or_default();
        let told = Told { id: employer.id, company: &employer.company.name, reason };
        reply.messages.push(views::standing(self.world, person.lang, told, key, again, &appealed));
        Ok(())
    }

    /// Whether the person may appeal for this employer now; says why not.
    async fn may_appeal(
        &mut self,
        person: &Person,
        id: EmployerId,
        reply: &mut Reply,
    ) -> Result<bool, TurnError> {
        let own = self.own_employer(person).await?.filter(|employer| employer.id == id);
        let Some(employer) = own.filter(|employer| matches!(employer.state.as_str(), "refused" | "frozen"))
        else {
            self.not_yours(person, reply);
            return Ok(false);
        };
        let day = self.now.minus(APPEAL_EVERY);
        if self.tx.appeal_of(employer.id).await?.is_some_and(|appeal| appeal.made_at > day) {
            reply.messages.push(views::say(self.world, person.lang, "appeal-once-a-day"));
            return Ok(false);
        }
        Ok(true)
    }

    async fn appeal(
        &mut self,
        person: &Person,
        id: EmployerId,
        text: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if !self.may_appeal(person, id, reply).await? {
            return Ok(());
        }
        self.tx.appeal(id, person.id, text, self.now).await?;
        self.tx.audit(self.now, person.id, "employer appealed", id.0, "").await?;
        reply.messages.push(views::say(self.world, person.lang, "appeal-kept"));
        self.show_anew(Shows::Employer(id), true).await
    }

    /// An operator looked and leaves the employer frozen: what workers said cannot be taken back any more.
    pub(super) async fn keep_frozen(
        &mut self,
        person: &Person,
        id: EmployerId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.tx.employer(id).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        let reason = match employer.reason.as_deref() {
            // Confirmed: a worker's taking it back does not undo it any more.
            Some("charge") => "charge_kept",
            Some("heard") | None => "heard_kept",
            Some(other) => other,
        };
        let kept = self.tx.move_employer(id, "frozen", "frozen", Some(reason), self.now).await?;
        if kept {
            self.tx.answer_appeal(id).await?;
            let logged = views::logged_reason(self.world, person.lang, reason);
            self.tx.audit(self.now, person.id, "employer kept frozen", id.0, &logged).await?;
            self.employer_changed(id, &EmployerState::Frozen(reason.to_owned())).await?;
            let (world, told) = (self.world, Told { id, company: &employer.company.name, reason });
            let standing =
                |lang| views::standing(world, lang, told, "employer-standing-frozen", false, &Appealed::No);
            self.tell_employer_people(id, standing).await?;
            self.tell_workers(&employer, "charge-over-barred").await?;
        }
        self.judged(person, &employer, kept.then_some("case-kept"), reason, reply).await
    }

    /// Freezes an employer, lets it go on, or refuses it for good; the first operator to act wins.
    pub(super) async fn judge(
        &mut self,
        person: &Person,
        id: EmployerId,
        verdict: Verdict,
        reason: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(employer) = self.tx.employer(id).await? else {
            self.not_yours(person, reply);
            return Ok(());
        };
        let reason = views::written_reason(reason);
        let reason = reason.as_str();
        let (from, to) = verdict.moves();
        let stored = (verdict != Verdict::Thaw).then_some(reason);
        let mut moved = false;
        for from in from {
            moved = moved || self.tx.move_employer(id, from, to, stored, self.now).await?;
        }
        let key = match verdict {
            Verdict::Freeze => "case-frozen-now",
            Verdict::Thaw => "case-thawed-now",
            Verdict::Refuse => "case-barred-now",
        };
        if moved {
            self.tx.answer_appeal(id).await?;
            let state = match verdict {
                Verdict::Freeze => EmployerState::Frozen(reason.to_owned()),
                Verdict::Thaw => EmployerState::Approved(self.tx.approved_at(id).await?.unwrap_or(self.now)),
                Verdict::Refuse => EmployerState::Refused(reason.to_owned()),
            };
            self.employer_changed(id, &state).await?;
            let logged = views::logged_reason(self.world, person.lang, reason);
            self.tx.audit(self.now, person.id, audited(verdict), id.0, &logged).await?;
            if verdict == Verdict::Thaw {
                // What fell due while the employer was refused was skipped.
                for job in self.tx.jobs_of(id).await?.iter().filter(|job| job.is_open()) {
                    self.tx.resume_deliveries(job.id, self.now).await?;
                }
            }
            self.tell_of(&employer, verdict, reason).await?;
        }
        self.judged(person, &employer, moved.then_some(key), reason, reply).await
    }

    /// Tells the employer's people, and the workers whose word was looked into.
    async fn tell_of(
        &mut self,
        employer: &StoredEmployer,
        verdict: Verdict,
        reason: &str,
    ) -> Result<(), TurnError> {
        let world = self.world;
        let told = Told { id: employer.id, company: &employer.company.name, reason };
        self.tell_employer_people(employer.id, |lang| views::verdict_told(world, lang, verdict, told))
            .await?;
        match verdict {
            Verdict::Freeze => Ok(()),
            Verdict::Thaw => self.tell_workers(employer, "charge-over-thawed").await,
            Verdict::Refuse => self.tell_workers(employer, "charge-over-barred").await,
        }
    }

    /// Tells the workers whose word was looked into what came of it; from now on it stands.
    async fn tell_workers(&mut self, employer: &StoredEmployer, key: &str) -> Result<(), TurnError> {
        let world = self.world;
        let open: Vec<PersonId> = (self.tx.charges_of(employer.id).await?.into_iter())
            .filter(|charge| !charge.settled)
            .map(|charge| charge.person)
            .collect();
        self.tx.settle_charges(employer.id).await?;
        for id in open {
            if let Some(worker) = self.other(id).await? {
                let company = employer.company.name.as_str();
                let text = world.texts.say(worker.lang, key, &[("company", company.into())]);
                self.notify(worker.chat, crate::chat::Message::text(text));
            }
        }
        Ok(())
    }

    /// Tells all operators what one of them decided; or this one that somebody was first.
    async fn judged(
        &mut self,
        person: &Person,
        employer: &StoredEmployer,
        done: Option<&'static str>,
        reason: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, id, company) = (self.world, employer.id, employer.company.name.as_str());
        let key = done.unwrap_or("case-before");
        reply.messages.push(views::case_judged(world, person.lang, id, key, company, reason));
        if done.is_some() {
            let settled = |lang| views::case_judged(world, lang, id, key, company, reason);
            self.settle_case(Shows::Employer(id), person, reply, settled).await?;
        }
        Ok(())
    }
}

const fn audited(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Freeze => "employer frozen",
        Verdict::Thaw => "employer unfrozen",
        Verdict::Refuse => "employer refused for good",
    }
}
