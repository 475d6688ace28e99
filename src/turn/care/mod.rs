//! What protects workers: check-ins after hiring, reports about jobs, holding jobs, freezing employers,
//! appeals.
//!
//! What a worker says reaches the operators at once; the employer never learns who said it, and of how many
//! it was nothing either. A charge freezes the employer, enough reports hold the job, until an operator
//! decides.

mod charge;
mod checkin;
mod employer;
mod report;

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Message, OperatorCare, Out, Person, WorkerCare, views};
use crate::domain::{EmployerId, JobId, Lang};
use crate::store::{Kind, NewMessage, Shows, StoredJob};
use views::{EmployerCase, JobCase};

impl Scene<'_> {
    pub(super) async fn worker_care(
        &mut self,
        person: &mut Person,
        act: WorkerCare,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            WorkerCare::Works(check, works) => self.works(person, check, works, reply).await,
            WorkerCare::Charged(check, false) => self.not_charged(person, check, reply).await,
            WorkerCare::Charged(check, true) => self.charged(person, check, reply).await,
            WorkerCare::ChargeWords(check, said) => self.charge_words(person, check, said, reply).await,
            WorkerCare::Uncharge(check) => self.uncharge(person, check, reply).await,
            WorkerCare::AskAgain(check) => self.ask_again(person, check, reply).await,
            WorkerCare::ReportMenu(job) => self.report_menu(person, job, reply).await,
            WorkerCare::Report(job, kind) => self.report(person, job, kind, reply).await,
            WorkerCare::ReportWords(job, said) => self.report_words(person, job, said, reply).await,
            WorkerCare::Unreport(job) => self.unreport(person, job, reply).await,
        }
    }

    /// Only the staff's: `operator_act` looked.
    pub(super) async fn operator_care(
        &mut self,
        person: &Person,
        act: OperatorCare,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        match act {
            OperatorCare::Employer(id) => self.show_employer_case(person, id, reply).await,
            OperatorCare::Keep(id) => self.keep_frozen(person, id, reply).await,
            OperatorCare::Judge(id, verdict, reason) => self.judge(person, id, verdict, &reason, reply).await,
            OperatorCare::Job(id) => self.show_job_case(person, id, reply).await,
            OperatorCare::Hold(id) => self.hold_by(person, id, reply).await,
            OperatorCare::Release(id) => self.release_by(person, id, reply).await,
            OperatorCare::Dismiss(id) => self.dismiss(person, id, reply).await,
        }
    }

    /// Everything that operators see of an employer; `None` when there is no such employer.
    pub(super) async fn employer_case(&mut self, id: EmployerId) -> Result<Option<EmployerCase>, TurnError> {
        let Some(employer) = self.tx.employer(id).await? else { return Ok(None) };
        let stopped = matches!(employer.state.as_str(), "refused" | "frozen");
        let appeal = self.tx.appeal_of(id).await?;
        let appeal = appeal.filter(|appeal| stopped && !appeal.answered);
        Ok(Some(EmployerCase {
            id,
            company: employer.company,
            state: employer.state,
            reason: employer.reason,
            charges: self.tx.charges_of(id).await?,
            reports: self.tx.reports_about(id).await?,
            appeal: appeal.map(|appeal| appeal.text),
        }))
    }

    pub(super) async fn job_case(&mut self, job: &StoredJob) -> Result<JobCase, TurnError> {
        Ok(JobCase {
            id: job.id,
            employer: job.employer,
            company: job.company.clone(),
            owner: job.owner,
            job: job.job.clone(),
            state: job.state,
            hold: job.hold.clone(),
            reports: self.tx.reports_on(job.id).await?,
            may_freeze: job.vouched,
        })
    }

    /// Shows an operator an employer's case.
    pub(super) async fn show_employer_case(
        &mut self,
        person: &Person,
        id: EmployerId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(case) = self.employer_case(id).await? else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        let card = views::employer_case(self.world, person.lang, &case);
        self.point_to_newer(person, Shows::Employer(id)).await?;
        reply.notices.push(shown(person, Shows::Employer(id), card));
        Ok(())
    }

    /// Shows an operator what was reported about a job, and what can be decided.
    pub(super) async fn show_job_case(
        &mut self,
        person: &Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let Some(job) = self.tx.job(id).await? else {
            reply.messages.push(views::say(self.world, person.lang, "not-yours"));
            return Ok(());
        };
        let case = self.job_case(&job).await?;
        let card = views::job_case(self.world, person.lang, &case);
        self.point_to_newer(person, Shows::Job(id)).await?;
        reply.notices.push(shown(person, Shows::Job(id), card));
        Ok(())
    }

    /// The card that an operator has already gives way to a new one: only the newest is kept up to date.
    async fn point_to_newer(&mut self, person: &Person, shows: Shows) -> Result<(), TurnError> {
        for (chat, lang, message) in self.tx.cards(shows).await? {
            if chat == person.chat {
                let content = views::case_newer(self.world, lang);
                self.push(chat, Kind::Card, Out::Edit { message, content });
            }
        }
        Ok(())
    }

    /// Brings the cards of all operators up to date: somebody decided. The one that was tapped is replaced
    /// by the answer.
    async fn settle_case(
        &mut self,
        shows: Shows,
        person: &Person,
        reply: &Reply,
        content: impl Fn(Lang) -> Message,
    ) -> Result<(), TurnError> {
        for (chat, lang, message) in self.tx.take_cards(shows).await? {
            if chat != person.chat || reply.tapped != Some(message) {
                self.push(chat, Kind::Card, Out::Edit { message, content: content(lang) });
            }
        }
        Ok(())
    }

    /// Shows an operator everything that waits for a decision beside new employers.
    pub(super) async fn show_open_cases(
        &mut self,
        person: &Person,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        for id in self.tx.employers_in_question().await? {
            self.show_employer_case(person, id, reply).await?;
        }
        for id in self.tx.jobs_in_question().await? {
            self.show_job_case(person, id, reply).await?;
        }
        Ok(())
    }

    /// Brings what operators see up to date; where nothing is seen yet, or something new happened (`anew`),
    /// they are told.
    pub(super) async fn show_anew(&mut self, shows: Shows, anew: bool) -> Result<(), TurnError> {
        let world = self.world;
        match shows {
            Shows::Employer(id) => match self.employer_case(id).await? {
                Some(case) => {
                    self.redraw_cards(shows, anew, |lang| views::employer_case(world, lang, &case)).await
                }
                None => self.redraw_cards(shows, false, |lang| views::case_gone(world, lang)).await,
            },
            Shows::Job(id) => match self.tx.job(id).await? {
                Some(job) => {
                    let case = self.job_case(&job).await?;
                    self.redraw_cards(shows, anew, |lang| views::job_case(world, lang, &case)).await
                }
                None => self.redraw_cards(shows, false, |lang| views::case_gone(world, lang)).await,
            },
            Shows::Offer(_) => Ok(()),
        }
    }

    async fn redraw_cards(
        &mut self,
        shows: Shows,
        anew: bool,
        content: impl Fn(Lang) -> Message,
    ) -> Result<(), TurnError> {
        if anew {
            let world = self.world;
            for (chat, lang, message) in self.tx.take_cards(shows).await? {
                let content = views::case_newer(world, lang);
                self.push(chat, Kind::Card, Out::Edit { message, content });
            }
            return Ok(self.tell_operators(shows, content).await?);
        }
        for (chat, lang, message) in self.tx.cards(shows).await? {
            let call = Out::Edit { message, content: content(lang) };
            self.queue(NewMessage { chat, kind: Kind::Card, call, shows: Some(shows) });
        }
        Ok(())
    }

    /// What operators see, or are about to see, that holds a person's words; also what shows the person's
    /// own company.
    pub(super) async fn words_of(&mut self, person: &Person) -> Result<Vec<Shows>, TurnError> {
        let mut found = Vec::new();
        for report in self.tx.reports_by(person.id).await? {
            found.push(Shows::Job(report.job));
        }
        for check in self.tx.checkins_of(person.id).await? {
            if let (Some(true), Some(job)) = (check.charged, self.tx.job(check.job).await?) {
                found.push(Shows::Employer(job.employer));
            }
        }
        if let Some(employer) = &person.employer {
            found.push(Shows::Employer(employer.id));
            if employer.founder {
                found.extend(self.tx.jobs_of(employer.id).await?.into_iter().map(|job| Shows::Job(job.id)));
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// After a person was erased: nothing that is still to be sent holds their words, and what operators
    /// have before them is drawn again without.
    pub(super) async fn forget_words(&mut self, shown: &[Shows]) -> Result<(), TurnError> {
        for shows in shown {
            self.unsay(*shows);
            let unsent = self.tx.forget_shown(*shows).await? > 0;
            let drawn = !self.tx.cards(*shows).await?.is_empty();
            self.show_anew(*shows, unsent && !drawn).await?;
        }
        Ok(())
    }

    /// Somebody who was asked nothing, or an id that is not theirs.
    fn not_yours(&self, person: &Person, reply: &mut Reply) {
        reply.messages.push(views::say(self.world, person.lang, "not-yours"));
    }

    /// Tells everybody who acts for an employer something.
    async fn tell_employer_people(
        &mut self,
        id: EmployerId,
        message: impl Fn(Lang) -> Message,
    ) -> Result<(), TurnError> {
        for (_, chat, lang) in self.tx.people_of_employer(id).await? {
            self.notify(chat, message(lang));
        }
        Ok(())
    }
}

const fn shown(person: &Person, shows: Shows, card: Message) -> NewMessage {
    NewMessage { chat: person.chat, kind: Kind::Notice, call: Out::Send(card), shows: Some(shows) }
}
