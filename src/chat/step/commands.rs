//! Commands, and the buttons of menus, cards and lists.

use super::{
    Act, Card, Change, CompanyAct, EmployerAct, OperatorAct, StaffAct, Step, Talk, Words, WorkerAct,
};
use crate::chat::{forms, tap};
use crate::domain::{EmployerId, JobId, Lang};

impl Talk<'_> {
    pub(super) fn command(&mut self, name: &str, argument: &str) -> Step {
        match name {
            "start" => self.start(argument),
            "jobs" => self.jobs(),
            "profile" => {
                // Who looks at the facts again does not go on with changing one.
                self.person.sessions.retain(|session| session.form != forms::PROFILE);
                self.as_worker(WorkerAct::Profile(Change::default()))
            }
            "pause" => self.as_worker(WorkerAct::PauseMenu),
            "privacy" => self.then_question(Act::Privacy),
            "language" => Step::one(Act::Languages),
            "employer" => self.employer(),
            "post" => self.post(),
            "myjobs" => self.my_jobs(),
            "admin" if self.person.operator => Step::one(OperatorAct::Staff(StaffAct::Menu)),
            "help" => self.then_question(Act::Menu(self.help())),
            _ => self.then_question(Act::Menu("unknown-command")),
        }
    }

    pub(super) fn registered(&self) -> bool {
        self.person.worker.as_ref().is_some_and(|worker| worker.registered)
    }

    /// What a registered worker asks for; others register first.
    fn as_worker(&mut self, act: WorkerAct) -> Step {
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

    /// `/start`, also with what a link carries: `j12` a job, `e4` an employer to act for, `rCODE` who sent
    /// the person.
    fn start(&mut self, argument: &str) -> Step {
        let job = argument.strip_prefix('j').and_then(|id| id.parse().ok()).map(JobId);
        if let Some(employer) = argument.strip_prefix('e').and_then(|id| id.parse().ok()).map(EmployerId) {
            // It asks something itself: not two questions at once.
            return Step::one(EmployerAct::Company(CompanyAct::Invited(employer)));
        }
        let code = argument.strip_prefix('r').filter(|code| (1..=32).contains(&code.len()));
        if let (Some(code), None, false) = (code, &self.person.referrer, self.registered()) {
            self.person.referrer = Some(code.to_owned());
        }
        match job {
            Some(job) if self.registered() => return self.then_question(WorkerAct::ShowJob(job)),
            Some(job) => return self.register_for(job),
            None => {}
        }
        if self.person.operator {
            let mut step = self.then_question(Act::Menu("menu-operator"));
            step.acts.insert(1, OperatorAct::Waiting.into());
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
        self.as_worker(WorkerAct::Jobs(0))
    }

    pub(super) fn tap(&mut self, data: &str) -> Step {
        if let Some(tap) = tap::read(data) {
            return self.form_tap(tap);
        }
        let words = Words::of(data);
        let step = match words.word(0) {
            "l" => Some(self.language(words.word(1))),
            "m" => Some(self.menu_tap(words.word(1))),
            "d" => Some(self.own_data(words.word(1))),
            _ => self
                .care_tap(&words)
                .or_else(|| self.worker_tap(&words))
                .or_else(|| self.employer_tap(&words))
                .or_else(|| self.operator_tap(&words)),
        };
        step.unwrap_or_else(|| Step::toast("stale"))
    }

    fn menu_tap(&mut self, command: &str) -> Step {
        match command {
            "reg" if self.registered() => Step::one(Act::Menu("menu")).and_toast("already-registered"),
            "reg" => self.begin(forms::REGISTER, None),
            command => self.command(command, ""),
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
