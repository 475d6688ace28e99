//! Announcements, and everything that is being sent.
//!
//! An announcement goes to registered workers who can be reached and did not ask for silence: those who
//! paused offers, until a day or for good, get none; those who were hired do.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::audience::listeners;
use crate::chat::{Answers, Person, forms, views};
use crate::domain::BroadcastId;
use crate::store::NewAnnouncement;
use views::staff::RunLine;

impl Scene<'_> {
    /// Queues an announcement, one delivery for each who gets it.
    pub(super) async fn announce(
        &mut self,
        person: &Person,
        id: &str,
        text: &str,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang) = (self.world, person.lang);
        let Some(audience) = forms::Audience::of_id(id) else {
            self.gone(person, reply);
            return Ok(());
        };
        let people = listeners(self.tx, world, &audience, self.now).await?;
        if people.is_empty() {
            reply.messages.push(views::staff::plain(world, lang, "announced-none"));
            return Ok(());
        }
        let new = NewAnnouncement { text, audience: id, author: person.id };
        let broadcast = self.tx.add_announcement(&new, self.now).await?;
        let rows: Vec<_> = (0..).zip(&people).map(|(place, (one, at))| (*one, place, *at)).collect();
        self.tx.add_deliveries(broadcast, &rows, self.now).await?;
        self.stirred.deliveries = true;
        self.tx.audit(self.now, person.id, "announcement sent", broadcast.0, id).await?;
        let later: Vec<_> = people.iter().map(|(_, at)| *at).filter(|at| *at > self.now).collect();
        let (now, first) = (people.len() - later.len(), later.iter().min().copied());
        reply.messages.push(views::staff::announced(world, lang, now, later.len(), first));
        Ok(())
    }

    pub(super) async fn show_broadcasts(
        &mut self,
        person: &Person,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang, answers) = (self.world, person.lang, Answers::default());
        let mut lines = Vec::new();
        for (broadcast, progress) in self.tx.running_broadcasts().await? {
            let job = match broadcast.job {
                Some(id) => self.tx.job(id).await?,
                None => None,
            };
            lines.push(RunLine {
                id: broadcast.id,
                job: job.map(|job| (job.id, views::job_title(world, lang, &job.job))),
                audience: forms::audience_name(&self.as_asked(person, &answers), &broadcast.audience),
                text: broadcast.text,
                sent: progress.sent,
                open: progress.open,
                lost: progress.lost,
                next_at: progress.next_at.filter(|at| *at > self.now),
            });
        }
        reply.messages.push(views::staff::runs(world, lang, &lines));
        Ok(())
    }

    /// Stops an announcement, once it was asked whether to; who wrote it is told if it was somebody else.
    pub(super) async fn stop(
        &mut self,
        person: &Person,
        id: BroadcastId,
        sure: bool,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (world, lang) = (self.world, person.lang);
        let found = self.tx.broadcast(id).await?.filter(|broadcast| broadcast.job.is_none());
        let Some(announcement) = found else {
            self.gone(person, reply);
            return Ok(());
        };
        if !sure {
            let (yes, no) = (format!("op:stop!:{id}"), "op:runs".to_owned());
            let text = views::staff::shortened(&announcement.text);
            reply.messages.push(views::staff::sure(world, lang, "announcement-stop-sure", &text, yes, no));
            return Ok(());
        }
        if self.tx.stop_announcement(id, self.now).await?.is_none() {
            reply.messages.push(views::staff::plain(world, lang, "announcement-over"));
            return Ok(());
        }
        self.tx.audit(self.now, person.id, "announcement stopped", id.0, &announcement.audience).await?;
        let progress = self.tx.progress(id).await?;
        reply.messages.push(views::staff::stopped(world, lang, progress.sent, progress.total));
        if let Some(author) = announcement.author.filter(|author| *author != person.id) {
            let name = &person.name;
            self.tell_other(author, |lang| views::staff::about(world, lang, "announcement-stopped-by", name))
                .await?;
        }
        Ok(())
    }
}
