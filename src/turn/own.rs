//! What workers do with themselves: change facts, pause, look at what is kept, erase it.

use super::TurnError;
use super::scene::{Reply, Scene};
use crate::chat::{Change, Document, Message, Out, Pause, Person, Worker, views};
use crate::domain::{CertificateId, EmployerId, JobId, Stage, Time, Works};
use crate::matching::fit;
use crate::store::{Kind, Shows, StoredJob, Timer};
use serde_json::json;

impl Scene<'_> {
    /// Keeps the changed facts of a registered worker: the trades under which they are found, reminders,
    /// and offers of open jobs that fit from now on.
    pub(super) async fn keep_worker(&mut self, person: &Person) -> Result<(), TurnError> {
        let Some(worker) = person.worker.as_ref().filter(|worker| worker.registered) else { return Ok(()) };
        self.registered.insert(person.id);
        self.tx.save_workers(&[person], &self.world.pack.zone)?;
        self.set_reminders(person, worker);
        if worker.pause == Pause::No {
            // What fell due during a pause was skipped.
            self.tx.forget_skipped(person.id).await?;
            self.offer_in_days(person, worker, 0).await?;
        }
        Ok(())
    }

    /// Reminders that follow from the facts: expiry of certificates, the end of a pause, the next question.
    pub(super) fn set_reminders(&mut self, person: &Person, worker: &Worker) {
        let mut timers = Vec::new();
        let mut add = |kind: &str, subject: String, due_at: Time| {
            timers.push(Timer { person: person.id, kind: kind.to_owned(), subject, due_at });
        };
        let (pack, zone) = (&self.world.pack, person.zone(&self.world.pack.zone));
        let reminders = &pack.reminders;
        for paper in &worker.profile.certificates {
            for days in &reminders.before_expiry {
                let day = paper
                    .expires
                    .and_then(|day| day.checked_sub(jiff::Span::new().days(i64::from(*days))).ok());
                let due = day.and_then(|day| Time::at(day, reminders.hour, zone)).filter(|at| *at > self.now);
                if let Some(due) = due {
                    add("expiry", format!("{}:{days}", paper.id), due);
                }
            }
        }
        match worker.pause {
            Pause::Until(at) => add("pause", String::new(), at),
            Pause::Hired => add("looking", String::new(), self.morning_in(reminders.after_hire, zone)),
            Pause::No | Pause::Off => {}
        }
        add("ask", String::new(), self.morning_in(reminders.ask_every, zone));
        self.remind(person.id, &["unfinished", "expiry", "pause", "looking"], timers);
    }

    /// So many days from now, at the hour at which reminders begin.
    pub(super) fn morning_in(&self, days: u32, zone: &str) -> Time {
        let reminders = &self.world.pack.reminders;
        let day = self.now.date(zone).checked_add(jiff::Span::new().days(i64::from(days)));
        day.ok().and_then(|day| Time::at(day, reminders.hour, zone)).unwrap_or(self.now)
    }

    pub(super) fn show_profile(&self, person: &Person, change: &Change, reply: &mut Reply) {
        if let Some(worker) = person.worker.as_ref().filter(|worker| worker.registered) {
            let today = self.now.date(person.zone(&self.world.pack.zone));
            reply.messages.push(views::profile_card(self.world, person, worker, change, today));
        }
    }

    pub(super) fn show_pause(&self, person: &Person, reply: &mut Reply) {
        if let Some(worker) = &person.worker {
            let zone = person.zone(&self.world.pack.zone);
            reply.messages.push(views::pause_menu(self.world, person.lang, worker, zone));
        }
    }

    /// Asks for the certificates that a job needs, right after the worker applied for it: once, and only
    /// while nobody waits for an answer to another question.
    pub(super) fn ask_what_the_job_needs(&self, person: &mut Person, job: &StoredJob, reply: &mut Reply) {
        const QUESTION: &str = "certificates";
        let (today, own) = (self.now.date(person.zone(&self.world.pack.zone)), person.employer_id());
        let Some(worker) = person.worker.as_mut() else { return };
        let needed = &job.job.requires.certificates;
        let unknown = |id: &CertificateId| {
            let profile = &worker.profile;
            !profile.certificates.iter().any(|paper| paper.id == *id) && !profile.lacks.contains(id)
        };
        let quiet = worker.asks.unanswered > 0
            || worker.asks.asked.contains_key(QUESTION)
            || worker.asks.never.contains(QUESTION);
        if quiet || !person.sessions.is_empty() || !needed.iter().any(unknown) {
            return;
        }
        worker.asks.unanswered = 1;
        worker.asks.asked.insert(QUESTION.to_owned(), self.now);
        let worker = worker.clone();
        let jobs = self.gain(own, &worker, QUESTION);
        reply.messages.extend(views::ask_more(self.world, person, &worker, QUESTION, jobs, today));
    }

    /// How many open jobs more would fit with a good answer to a question.
    pub(super) fn gain(&self, own: Option<EmployerId>, worker: &Worker, question: &str) -> usize {
        let fitting = self.jobs.fitting(self.world, own, &worker.profile, self.now);
        match question {
            "certificates" => fitting
                .iter()
                .filter(|(job, _)| {
                    let asked = &job.job.requires.certificates;
                    asked.iter().any(|id| !worker.profile.certificates.iter().any(|paper| paper.id == *id))
                })
                .count(),
            "move" => {
                let mut moved = worker.profile.clone();
                moved.would_move = Some(true);
                self.jobs.count(self.world, own, &moved, self.now).saturating_sub(fitting.len())
            }
            "needs" => fitting.iter().filter(|(job, _)| !job.job.provides.is_empty()).count(),
            _ => 0,
        }
    }

    /// One job that a link led to: as an offer if it fits, else with the reason why not.
    pub(super) async fn show_job(
        &mut self,
        person: &mut Person,
        id: JobId,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        if reply.notices.iter().any(|notice| notice.shows == Some(Shows::Offer(id))) {
            return Ok(());
        }
        let Some(job) = self.tx.job(id).await? else {
            reply.messages.push(views::job_gone(self.world, person.lang));
            return Ok(());
        };
        let Some(worker) = person.worker.as_ref().filter(|worker| worker.registered) else {
            let open = job.takes(self.now);
            let mark = if open { views::OfferMark::Preview } else { super::worker::not_taken(&job) };
            reply.messages.push(views::offer(self.world, person.lang, &self.card(&job, None, mark)));
            return Ok(());
        };
        let state = self.tx.offer(id, person.id).await?.map(|offer| offer.state);
        let state = if job.takes(self.now) { super::worker::still(state) } else { state };
        let today = self.now.date(person.zone(&self.world.pack.zone));
        let found = fit(&job.job, &worker.judged_by(false), &self.world.taxonomy, &self.world.pack, today);
        match found {
            Ok(_) if !job.takes(self.now) && state.is_none_or(|state| !state.has_applied()) => {
                let card = self.card(&job, None, super::worker::not_taken(&job));
                reply.messages.push(views::offer(self.world, person.lang, &card));
            }
            Ok(fit) => {
                self.tx.add_offers(&[(id, person.id, &fit)], Stage::Offered, self.now).await?;
                self.step_worker(id, person.id, Stage::Offered).await?;
                self.tx.mark_shown(id, person.id, self.now).await?;
                let card = self.card(&job, Some(&fit), super::worker::mark(state));
                reply.messages.push(views::offer(self.world, person.lang, &card));
            }
            Err(why) => {
                let unfit = vec![self.unfit(&job, why, person)];
                reply.messages.push(views::why_not(self.world, person.lang, &unfit, 0));
            }
        }
        Ok(())
    }

    fn unfit(&self, job: &StoredJob, why: crate::matching::Misfit, person: &Person) -> views::Unfit {
        views::Unfit { job: job.id, title: views::job_title(self.world, person.lang, &job.job), why }
    }

    /// Open jobs that do not fit, the nearest misses first: pay, distance, experience before other trades.
    pub(super) fn show_why_not(&self, person: &Person, at: usize, reply: &mut Reply) {
        let Some(worker) = &person.worker else { return };
        let unfit: Vec<views::Unfit> = self
            .jobs
            .unfit(self.world, person.employer_id(), &worker.profile, self.now)
            .into_iter()
            .map(|(job, why)| self.unfit(job, why, person))
            .collect();
        reply.messages.push(views::why_not(self.world, person.lang, &unfit, at));
    }

    pub(super) fn show_privacy(&self, person: &Person, reply: &mut Reply) {
        let employer = person.employer.is_some();
        reply.messages.push(views::privacy(self.world, person.lang, person.worker.as_ref(), employer));
    }

    /// Everything that is kept of a person, as a JSON file.
    pub(super) async fn export(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let offers = self.tx.offers_of(person.id).await?;
        let offers: Vec<_> = offers
            .iter()
            .map(|offer| json!({ "job": offer.job, "state": offer.state.word(), "score": offer.fit.score }))
            .collect();
        let worker = person.worker.as_ref().map(|worker| {
            json!({
                "registered_at": worker.registered_at.map(|at| at.local("UTC").timestamp().to_string()),
                "profile": worker.profile,
                "phone": worker.phone,
                "labels": worker.classification,
                "classified": worker.classified,
                "pause": worker.pause,
                "asks": worker.asks,
            })
        });
        // Contact and licence are what the founder said.
        let employer = person.employer.as_ref().map(|employer| {
            if employer.founder { json!(employer.company) } else { json!({ "name": employer.company.name }) }
        });
        let notes = self.tx.notes(person.id).await?;
        let notes: Vec<String> = notes.into_iter().map(|note| note.text).collect();
        let checkins = self.tx.checkins_of(person.id).await?;
        let checkins: Vec<_> = checkins
            .iter()
            .map(|said| {
                let works = said.works.map(Works::word);
                json!({ "job": said.job, "day": said.day.number(), "works": works, "charged": said.charged, "said": said.said })
            })
            .collect();
        let reports = self.tx.reports_by(person.id).await?;
        let reports: Vec<_> = reports
            .iter()
            .map(|report| json!({ "job": report.job, "kind": report.kind.word(), "said": report.said }))
            .collect();
        let all = json!({
            "telegram_chat": person.chat,
            "telegram_name": person.name,
            "language": person.lang,
            "consent": person.consent,
            "came_by": person.referrer,
            "worker": worker,
            "offers": offers,
            "checkins": checkins,
            "reports": reports,
            "employer": employer,
            "forms_begun": person.sessions,
            "notes_about_you": notes,
            "tags": self.tx.tags(person.id).await?,
        });
        let content =
            serde_json::to_string_pretty(&all).map_err(|error| TurnError::Broken(error.to_string()))?;
        let caption = Message::text(self.world.texts.say(person.lang, "export", &[]));
        let document = Document { name: "zhaogong.json".into(), content, caption };
        self.push(person.chat, Kind::Notice, Out::File(document));
        self.tx.audit(self.now, person.id, "own data exported", person.id.0, "").await?;
        reply.toast = Some("export-sent");
        Ok(())
    }

    /// Erases a person, whole. What stays is the surrogate number in the audit log, which is the receipt.
    pub(super) async fn erase(&mut self, person: &Person, reply: &mut Reply) -> Result<(), TurnError> {
        let receipt = format!("{}-{}", self.now.date("UTC").strftime("%Y%m%d"), person.id);
        self.tx.audit(self.now, person.id, "erased", person.id.0, &receipt).await?;
        let words = self.words_of(person).await?;
        self.vanish(person).await?;
        self.hand_companies_over(person).await?;
        self.reminders.remove(&person.id);
        self.tx.forget_person(person.id).await?;
        self.tx.forget_messages(person.chat).await?;
        self.forget_words(&words).await?;
        self.stirred.jobs |= person.employer.is_some();
        reply.forgotten = true;
        self.stirred.erased = true;
        reply.messages.push(views::erased(self.world, person.lang, &receipt));
        Ok(())
    }
}
