//! Check-ins with those who were hired: on the first day of work, and thirty days later.

use super::super::TurnError;
use super::super::scene::{Reply, Scene};
use crate::chat::{Pause, Person, views};
use crate::domain::{CheckDay, CheckIn, JobId, JobState, PersonId, Side, Stage, Time, Works};
use crate::store::{OfferStep, StoredCheckIn, StoredJob, Timer};
use jiff::ToSpan as _;
use jiff::civil::Date;
use views::OfferMark;

/// Days after which somebody who does not work there yet is asked again.
const AGAIN: u32 = 3;
/// How many times at most they are asked, the first time counted.
const TIMES: i64 = 4;
/// Days after which somebody who did not answer is reminded, once.
const REMIND: u32 = 2;

impl Scene<'_> {
    /// Sets the check-ins of somebody who was hired: the morning after the first day of work, and thirty
    /// days after that day.
    pub(crate) async fn expect_checkins(
        &mut self,
        job: &StoredJob,
        worker: PersonId,
    ) -> Result<(), TurnError> {
        let Some(person) = self.other(worker).await? else { return Ok(()) };
        let zone = person.zone(&self.world.pack.zone);
        let today = self.now.date(zone);
        let first = first_day(job.job.start, today);
        let hour = self.world.pack.reminders.hour;
        let timers: Vec<Timer> = [(CheckDay::First, 1), (CheckDay::Thirtieth, 30)]
            .into_iter()
            .filter_map(|(day, after)| {
                let on = first.checked_add(after.days()).ok()?;
                let due_at = Time::at(on, hour, zone)?;
                Some(timer(CheckIn { job: job.id, day }, worker, "", due_at))
            })
            .collect();
        self.set_timers(&timers);
        Ok(())
    }

    /// Asks nothing more about a job: the hiring was undone.
    pub(crate) async fn forget_checkins(&mut self, job: JobId, worker: PersonId) -> Result<(), TurnError> {
        Ok(self.tx.drop_timers_about(worker, "checkin", &format!("{job}:")).await?)
    }

    /// It is time to ask, `JOB:DAY`, or to remind of what was asked, `JOB:DAY:r`.
    pub(in super::super) async fn check_in(
        &mut self,
        person: &Person,
        subject: &str,
    ) -> Result<(), TurnError> {
        let mut words = subject.split(':');
        let mut number = || words.next().and_then(|word| word.parse::<i64>().ok());
        let (Some(job), Some(day)) = (number(), number().and_then(CheckDay::of_number)) else {
            return Ok(());
        };
        let (check, reminder) = (CheckIn { job: JobId(job), day }, words.next().is_some());
        let (Some(job), Some(offer)) =
            (self.tx.job(check.job).await?, self.tx.offer(check.job, person.id).await?)
        else {
            return Ok(());
        };
        let (world, lang) = (self.world, person.lang);
        if reminder {
            match self.tx.checkin(check, person.id).await? {
                Some(said) if said.works.is_none() => {
                    self.tell(person, views::checkin(world, lang, check, &job.company, &job.job, true));
                }
                Some(said) if said.charged.is_none() => {
                    self.tell(person, views::charged_question(world, lang, check, &job.company, None));
                }
                _ => {}
            }
            return Ok(());
        }
        let expected = match check.day {
            CheckDay::First => offer.state == Stage::Hired,
            CheckDay::Thirtieth => matches!(offer.state, Stage::Hired | Stage::Started),
        };
        if expected {
            self.tx.ask_checkin(check, person.id, self.now).await?;
            self.remind_later(check, person);
            self.tell(person, views::checkin(world, lang, check, &job.company, &job.job, false));
        }
        Ok(())
    }

    fn remind_later(&mut self, check: CheckIn, person: &Person) {
        let due_at = self.morning_in(REMIND, person.zone(&self.world.pack.zone));
        self.set_timers(&[timer(check, person.id, ":r", due_at)]);
    }

    /// The job and what was said, if the person was asked about it.
    pub(super) async fn asked_about(
        &mut self,
        person: &Person,
        check: CheckIn,
    ) -> Result<Option<(StoredJob, StoredCheckIn)>, TurnError> {
        let Some(said) = self.tx.checkin(check, person.id).await? else { return Ok(None) };
        Ok(self.tx.job(check.job).await?.map(|job| (job, said)))
    }

    /// Whether they work there.
    pub(super) async fn works(
        &mut self,
        person: &mut Person,
        check: CheckIn,
        works: Works,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (asked, offer) =
            (self.asked_about(person, check).await?, self.tx.offer(check.job, person.id).await?);
        let (Some((job, said)), Some(offer)) = (asked, offer) else {
            self.not_yours(person, reply);
            return Ok(());
        };
        if check.day == CheckDay::Thirtieth && works == Works::NotYet {
            reply.toast = Some("stale");
            return Ok(());
        }
        if !offer.state.is_hired() {
            reply.messages.push(views::say(self.world, person.lang, "checkin-over"));
            return Ok(());
        }
        self.tx.answer_works(check, person.id, works, self.now).await?;
        match works {
            Works::Yes => {
                let to = if check.day == CheckDay::First { Stage::Started } else { Stage::Stayed };
                self.step_worker(check.job, person.id, to).await?;
            }
            Works::NotYet => self.not_yet(person, check, &said).await?,
            Works::No => {
                let why = if check.day == CheckDay::First { "not_started" } else { "not_stayed" };
                if self.leave(person, &job, why).await? {
                    self.remind_later(check, person);
                }
            }
        }
        let (world, lang) = (self.world, person.lang);
        reply.messages.push(if said.charged == Some(true) {
            views::charge_kept(world, lang, check, &job.company)
        } else {
            views::charged_question(world, lang, check, &job.company, Some(works))
        });
        Ok(())
    }

    /// They are asked again, a few times, and thirty days after the last time.
    async fn not_yet(
        &mut self,
        person: &Person,
        check: CheckIn,
        said: &StoredCheckIn,
    ) -> Result<(), TurnError> {
        let step = OfferStep {
            job: check.job,
            person: person.id,
            to: Stage::Hired,
            by: Side::Worker,
            why: Some("not_yet"),
        };
        self.tx.move_offer_from(Stage::Started, &step, self.now).await?;
        if said.n_asked >= TIMES {
            return Ok(());
        }
        let zone = person.zone(&self.world.pack.zone);
        let later = CheckIn { day: CheckDay::Thirtieth, ..check };
        let timers = [
            timer(check, person.id, "", self.morning_in(AGAIN, zone)),
            timer(later, person.id, "", self.morning_in(AGAIN + 30, zone)),
        ];
        self.set_timers(&timers);
        Ok(())
    }

    /// The answer was a slip: who said that they left is back if the place is still free, and is asked again.
    pub(super) async fn ask_again(
        &mut self,
        person: &mut Person,
        check: CheckIn,
        reply: &mut Reply,
    ) -> Result<(), TurnError> {
        let (asked, offer) =
            (self.asked_about(person, check).await?, self.tx.offer(check.job, person.id).await?);
        let (Some((job, _)), Some(offer)) = (asked, offer) else {
            self.not_yours(person, reply);
            return Ok(());
        };
        let back =
            offer.state == Stage::Left && job.free() > 0 && self.comes_back(person, check, &job).await?;
        reply.messages.push(if back || offer.state.is_hired() {
            views::works_question_again(self.world, person.lang, check, &job.company, &job.job)
        } else {
            views::say(self.world, person.lang, "checkin-over")
        });
        Ok(())
    }

    async fn comes_back(
        &mut self,
        person: &mut Person,
        check: CheckIn,
        job: &StoredJob,
    ) -> Result<bool, TurnError> {
        let step = OfferStep {
            job: job.id,
            person: person.id,
            to: Stage::Hired,
            by: Side::Worker,
            why: Some("slip"),
        };
        if !self.tx.move_offer_from(Stage::Left, &step, self.now).await? {
            return Ok(false);
        }
        if job.free() <= 1 && self.tx.move_job(job.id, JobState::Open, JobState::Filled, self.now).await? {
            self.jobs_changed().await?;
        }
        if let Some(worker) = person.worker.as_mut().filter(|worker| worker.pause == Pause::No) {
            worker.pause = Pause::Hired;
            self.keep_worker(person).await?;
        }
        if check.day == CheckDay::First {
            let later = CheckIn { day: CheckDay::Thirtieth, ..check };
            let due_at = self.morning_in(30, person.zone(&self.world.pack.zone));
            self.tx.set_timers(&[timer(later, person.id, "", due_at)]);
        }
        if let Some(offer) = self.tx.offer(job.id, person.id).await? {
            self.redraw(person, job, &offer, OfferMark::Hired);
        }
        self.tell_owner(person, job, "hired-back").await?;
        Ok(true)
    }
}

/// The first day of work of somebody who is hired today: as the job says, else tomorrow.
fn first_day(start: Option<Date>, today: Date) -> Date {
    let tomorrow = today.checked_add(1.day()).unwrap_or(today);
    start.filter(|start| *start > today).unwrap_or(tomorrow)
}

fn timer(check: CheckIn, person: PersonId, tail: &str, due_at: Time) -> Timer {
    let subject = format!("{}:{}{tail}", check.job, check.day.number());
    Timer { person, kind: "checkin".into(), subject, due_at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn work_begins_as_the_job_says_else_tomorrow() {
        let today = date(2026, 11, 30);
        for (start, expected) in [
            (None, date(2026, 12, 1)),
            (Some(date(2026, 11, 1)), date(2026, 12, 1)),
            (Some(today), date(2026, 12, 1)),
            (Some(date(2026, 12, 9)), date(2026, 12, 9)),
        ] {
            assert_eq!(first_day(start, today), expected, "{start:?}");
        }
    }
}
