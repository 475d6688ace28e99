//! Figures and the audit log.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{Answers, Person, Span, views};
use crate::domain::{EmployerId, JobId, PersonId, Time};
use crate::store::{AuditEntry, StoreError};
use std::collections::BTreeMap;
use views::staff::{FigureCard, LogLine, SubjectKind, subject_kind};

/// Entries of the log on one page.
const PAGE: usize = 10;

impl Scene<'_> {
    /// The figures of the last days; days are those of the rule pack's zone.
    pub(super) async fn show_figures(
        &mut self,
        person: &Person,
        span: Span,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let zone = &self.world.pack.zone;
        let today = self.now.date(zone);
        let first = today.checked_sub(jiff::Span::new().days(span.days() - 1)).unwrap_or(today);
        let from = Time::at(first, 0, zone).unwrap_or(Time(0));
        let tallies = self.tx.tallies(first, today).await?;
        // What happens in this very moment counts, too.
        let happened = self.tx.happened(from, Time(self.now.0.saturating_add(1))).await?;
        let card = FigureCard {
            tallies,
            offered: happened.offered,
            seen: happened.seen,
            applied: happened.applied,
            hired: happened.hired,
            posted: happened.posted,
            approved: happened.approved,
        };
        let answers = Answers::default();
        reply.messages.push(views::staff::figures(&self.as_asked(person, &answers), span, &card));
        Ok(())
    }

    /// A page of the audit log.
    pub(super) async fn show_log(
        &mut self,
        person: &Person,
        page: usize,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        // Nobody turns ten thousand pages; a forged number must not overflow.
        let page = page.min(10_000);
        let (skip, limit) = ((page * PAGE) as i64, PAGE as i64 + 1);
        let mut entries = self.tx.audit_log(skip, limit).await?;
        let more = entries.len() > PAGE;
        entries.truncate(PAGE);
        let names = self.names_in(&entries).await?;
        let mut lines = Vec::with_capacity(entries.len());
        for entry in entries {
            lines.push(LogLine {
                at: entry.at,
                who: named(&names, entry.actor),
                whom: self.subject(&entry, &names).await?,
                action: entry.action,
                detail: entry.detail,
            });
        }
        let answers = Answers::default();
        let asked = self.as_asked(person, &answers);
        reply.messages.push(views::staff::log(&asked, &lines, page, more));
        Ok(())
    }

    /// The names of everybody in some entries who is still there.
    async fn names_in(&mut self, entries: &[AuditEntry]) -> Result<BTreeMap<PersonId, String>, StoreError> {
        let people = entries.iter().flat_map(|entry| {
            let subject = subject_kind(&entry.action) == SubjectKind::Person;
            std::iter::once(entry.actor).chain(subject.then_some(PersonId(entry.subject)))
        });
        let people: Vec<PersonId> = people.collect();
        Ok(self.tx.names(&people).await?.into_iter().collect())
    }

    /// What an entry is about, by number and name.
    async fn subject(
        &mut self,
        entry: &AuditEntry,
        names: &BTreeMap<PersonId, String>,
    ) -> Result<String, StoreError> {
        let id = entry.subject;
        let name = match subject_kind(&entry.action) {
            SubjectKind::Person => return Ok(named(names, PersonId(id))),
            SubjectKind::Employer => self.tx.employer(EmployerId(id)).await?.map(|one| one.company.name),
            SubjectKind::Job => self.tx.job(JobId(id)).await?.map(|one| one.company),
            SubjectKind::Announcement => None,
            SubjectKind::Nothing => return Ok(String::new()),
        };
        Ok(name.map_or_else(|| format!("#{id}"), |name| format!("{name} #{id}")))
    }
}

/// Somebody by name and number; who is gone by the number alone.
fn named(names: &BTreeMap<PersonId, String>, id: PersonId) -> String {
    names.get(&id).map_or_else(|| format!("#{id}"), |name| format!("{name} #{id}"))
}
