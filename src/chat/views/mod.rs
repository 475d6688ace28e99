//! Messages that are drawn from what the store holds: menus, offers, cards, lists.

mod applicants;
mod care;
mod cases;
mod company;
mod employer;
mod general;
mod job_card;
mod job_news;
mod own;
mod reasons;
pub mod staff;
mod talk;
mod worker;

pub use applicants::{
    ApplicantCard, answered, applicant, applicants, compared, new_applicants, no_applicants, refusal_menu,
    way, withdrawn,
};
pub use care::{
    Stop, charge_kept, charged_question, checked_in, checkin, report_kept, report_menu, works_question_again,
};
pub use cases::{
    Appealed, EmployerCase, JobCase, Told, case_gone, case_judged, case_newer, employer_case, frozen,
    job_case, job_decided, job_held, job_released, left, standing, thawed, verdict_told,
};
pub use company::{
    Colleague, asked_in, company, invited, leave_sure, member_left, remove_sure, wants_in, you_are_in,
};
pub use employer::{
    JobLine, approved, company_summary, decided, employer_card, job_link, must_mend, posted, posted_held,
    preview, refused, sent_report, waiting_for_approval,
};
pub use general::{Roles, add_languages, languages, menu, say};
pub use job_card::{JobCard, close_sure, job_card, my_jobs};
pub use job_news::{changes, job_changed, job_ended, job_ending, job_expired, job_goes_on};
pub use own::{
    Unfit, ask_more, erase_menu, erased, expiry, pause_menu, pause_over, privacy, profile_card,
    still_looking, too_young_menu, why_not,
};
pub use reasons::{logged_reason, stop_reason, words_reason, written_reason};
pub use talk::{
    About, about_meeting, interview, invite_again, leave_job_sure, meeting, news, question, reply,
};
pub use worker::{
    OfferCard, OfferMark, hired, job_gone, job_title, no_jobs, not_hired, offer, profile, registered, shared,
};

use super::World;
use crate::domain::Lang;
use crate::i18n::Arg;

/// Lines of a message, put together.
struct Lines<'a> {
    world: &'a World,
    lang: Lang,
    all: Vec<String>,
}

impl<'a> Lines<'a> {
    const fn new(world: &'a World, lang: Lang) -> Self {
        Self { world, lang, all: Vec::new() }
    }

    fn say(&mut self, key: &str, args: &[(&str, Arg)]) {
        self.all.push(self.world.texts.say(self.lang, key, args));
    }

    fn raw(&mut self, line: String) {
        self.all.push(line);
    }

    fn gap(&mut self) {
        self.all.push(String::new());
    }

    fn text(self) -> String {
        self.all.join("\n")
    }
}
