//! Commands, and the buttons of menus, cards and lists.

use super::{Act, Card, Change, Step, Talk};
use crate::chat::person::EmployerState;
use crate::chat::{forms, tap};
use crate::domain::{EmployerId, JobId, Lang, PersonId};

impl Talk<'_> {
    pub(super) fn command(&mut self, name: &str, argument: &str) -> Step {
        match name {
            "start" => self.start(argument),
            "jobs" => self.jobs(),
            "profile" => {
                // Who looks at the facts again does not go on with changing one.
                self.person.sessions.retain(|session| session.form != forms::PROFILE);
                self.as_worker(Act::Profile(Change::default()))
            }
            "pause" => self.as_worker(Act::PauseMenu),
            "privacy" => self.then_question(Act::Privacy),
            "language" => Step::one(Act::Languages),
            "employer" => self.employer(),
            "post" => self.post(),
            "myjobs" => self.my_jobs(),
            "help" => self.then_question(Act::Menu(self.help())),
            _ => self.then_question(Act::Menu("unknown-command")),
        }
    }

    pub(super) fn registered(&self) -> bool {
        self.person.worker.as_ref().is_some_and(|worker| worker.registered)
    }

    /// What a registered worker asks for; others register first.
    fn as_worker(&mut self, act: Act) -> Step {
        if self.registered() { self.then_question(act) } else { self.begin(forms::REGISTER, None) }
    }

    /// The help for where one is.
    fn help(&self) -> &'static str {
        match self.person.sessions.last().map(|session| session.form.as_str()) {
            Some(forms::REGISTER) => "help-registering",
            Some(forms::POST | forms::EMPLOYER) => "help-posting",
            _ if self.person.operator => "help-operator",
            _ if self.person.employer.is_some() => "help-employer",
            _ if self.registered() => "help-worker",
            _ => "help",
        }
    }

    /// `/start`, also with what a link carries: `j12` a job, `rCODE` who sent the person.
    fn start(&mut self, argument: &str) -> Step {
        let job = argument.strip_prefix('j').and_then(|id| id.parse().ok()).map(JobId);
        let code = argument.strip_prefix('r').filter(|code| (1..=32).contains(&code.len()));
        if let (Some(code), None, false) = (code, &self.person.referrer, self.registered()) {
            self.person.referrer = Some(code.to_owned());
        }
        match job {
            Some(job) if self.registered() => return self.then_question(Act::ShowJob(job)),
            Some(job) => return self.register_for(job),
            None => {}
        }
        if self.person.operator {
            let mut step = self.then_question(Act::Menu("menu-operator"));
            step.acts.insert(1, Act::Waiting);
            return step;
        }
        if !self.person.sessions.is_empty() {
            return Step::one(Act::Ask(Card { restart: true, ..Card::default() }));
        }
        if self.registered() || self.person.employer.is_some() {
            return Step::one(Act::Menu("menu"));
        }
        self.begin(forms::REGISTER, None)
    }

    fn jobs(&mut self) -> Step {
        self.as_worker(Act::Jobs(0))
    }

    pub(super) fn employer(&mut self) -> Step {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Waiting) => self.then_question(Act::Say("employer-waiting")),
            Some(EmployerState::Approved(_)) => self.then_question(Act::Menu("employer-approved")),
            Some(EmployerState::Refused(_)) | None => self.begin(forms::EMPLOYER, None),
        }
    }

    fn post(&mut self) -> Step {
        match self.person.employer.as_ref().map(|employer| &employer.state) {
            Some(EmployerState::Approved(_)) => self.begin(forms::POST, None),
            _ => self.employer(),
        }
    }

    fn my_jobs(&mut self) -> Step {
        if self.person.employer.is_some() { self.then_question(Act::MyJobs) } else { self.employer() }
    }

    pub(super) fn tap(&mut self, data: &str) -> Step {
        if let Some(tap) = tap::read(data) {
            return self.form_tap(tap);
        }
        let parts: Vec<&str> = data.split(':').collect();
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<i64>().ok());
        let job = || number(1).map(JobId);
        match (parts[0], parts.get(1), number(2)) {
            ("l", Some(tag), _) => self.language(tag),
            ("m", Some(&"reg"), _) if self.registered() => {
                Step::one(Act::Menu("menu")).and_toast("already-registered")
            }
            ("m", Some(&"reg"), _) => self.begin(forms::REGISTER, None),
            ("m", Some(command), _) => self.command(command, ""),
            ("j", ..) => Step::one(Act::Jobs(number(1).and_then(|n| usize::try_from(n).ok()).unwrap_or(0))),
            ("a", Some(_), None) => with_job(job(), Act::Apply),
            ("n", Some(_), None) => with_job(job(), Act::Decline),
            ("w", Some(_), None) => with_job(job(), Act::Withdraw),
            ("v", Some(_), None) => with_job(job(), Act::ShowJob),
            ("y", ..) => Step::one(Act::WhyNot(number(1).and_then(|n| usize::try_from(n).ok()).unwrap_or(0))),
            ("k", Some(_), None) => with_job(job(), Act::Link),
            ("p", Some(question), _) => self.edit_fact(question),
            ("q", Some(question), _) => self.answer_ask(question, parts.get(2).copied().unwrap_or_default()),
            ("u", Some(pause), _) => self.pause(pause),
            ("d", Some(what), _) => self.own_data(what),
            ("s", Some(_), None) => self.share(number(1)),
            ("c", Some(_), at) => match job() {
                Some(job) => {
                    let at = at.and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
                    Step::one(Act::Applicants(job, at))
                }
                None => Step::toast("stale"),
            },
            ("h", Some(_), Some(person)) => with_job(job(), |job| Act::Hire(job, PersonId(person))),
            ("r", Some(_), Some(person)) => with_job(job(), |job| Act::Reject(job, PersonId(person))),
            ("ok", Some(_), None) if self.person.operator => match number(1) {
                Some(id) => Step::one(Act::Decide(EmployerId(id), None)),
                None => Step::toast("stale"),
            },
            ("no", Some(_), None) if self.person.operator => match number(1) {
                Some(id) => self.begin(forms::REFUSE, Some(id)),
                None => Step::toast("stale"),
            },
            _ => Step::toast("stale"),
        }
    }

    /// A number that was shared once goes with one tap; else the contact button asks for it.
    fn share(&mut self, job: Option<i64>) -> Step {
        let (Some(job), Some(worker)) = (job, self.person.worker.as_ref().filter(|w| w.registered)) else {
            return Step::toast("stale");
        };
        match &worker.phone {
            Some(phone) if phone.verified => Step::one(Act::Share(JobId(job))),
            _ => self.begin(forms::SHARE, Some(job)),
        }
    }

    fn language(&mut self, tag: &str) -> Step {
        let known = Lang::parse(tag).filter(|lang| self.world.texts.languages().any(|l| l == *lang));
        let Some(lang) = known else { return Step::toast("stale") };
        self.person.lang = lang;
        let shown = self.present().unwrap_or(Act::Menu("menu"));
        Step::one(shown).and_toast("language-set")
    }
}

/// What is done with the job that a button names, if it names one.
fn with_job(job: Option<JobId>, act: impl FnOnce(JobId) -> Act) -> Step {
    job.map_or_else(|| Step::toast("stale"), |job| Step::one(act(job)))
}
