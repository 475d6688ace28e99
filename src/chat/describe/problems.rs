//! What has to be mended in a job before it is posted, and how, in words.

use crate::chat::World;
use crate::chat::forms::JobProblem;
use crate::domain::Lang;
use crate::i18n::Arg;

/// A line of what is wrong and how to mend it.
#[must_use]
pub fn job_problem(world: &World, problem: &JobProblem, lang: Lang) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| world.texts.say(lang, key, args);
    match problem {
        JobProblem::Trades => say("mend-trades", &[]),
        JobProblem::Headcount => say("mend-headcount", &[]),
        JobProblem::PlaceTwice(_) => say("mend-place-twice", &[]),
        JobProblem::PlaceAbroad(_) => say("mend-place-abroad", &[]),
        JobProblem::StartPast => say("mend-start-past", &[]),
        JobProblem::StartLate => say("mend-start-late", &[]),
        JobProblem::PayOrder => say("mend-pay-order", &[]),
        JobProblem::PayLow => say("mend-pay-low", &[]),
        JobProblem::PayHigh => say("mend-pay-high", &[]),
        JobProblem::PayWide => say("mend-pay-wide", &[]),
        JobProblem::Years => say("mend-years", &[]),
        JobProblem::Certificate(id) => {
            let name = super::certificate(world, id.as_str(), lang);
            say("mend-certificate", &[("certificate", name.into())])
        }
        JobProblem::Age => say("mend-age", &[]),
        JobProblem::TextLong => say("mend-text-long", &[]),
        JobProblem::TextContact => say("mend-text-contact", &[]),
        JobProblem::Contact => say("mend-contact", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::{LegalAge, RulePack};

    #[test]
    fn every_problem_and_every_law_has_words() {
        let all = [
            JobProblem::Trades,
            JobProblem::Headcount,
            JobProblem::PlaceTwice("place2"),
            JobProblem::PlaceAbroad("place2"),
            JobProblem::StartPast,
            JobProblem::StartLate,
            JobProblem::PayOrder,
            JobProblem::PayLow,
            JobProblem::PayHigh,
            JobProblem::PayWide,
            JobProblem::Years,
            JobProblem::Certificate("cn_poet".into()),
            JobProblem::Age,
            JobProblem::TextLong,
            JobProblem::TextContact,
            JobProblem::Contact,
        ];
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        let form = world.forms.get(crate::chat::forms::POST).unwrap();
        for lang in [Lang::ZH, Lang::EN] {
            for problem in &all {
                let text = job_problem(&world, problem, lang);
                assert!(!text.starts_with("mend-"), "{lang} lacks {text}");
                assert!(form.question(problem.question()).is_some(), "{problem:?}");
            }
            for law in world.pack.jobs.age_limits.iter().map(LegalAge::limit) {
                assert!(world.texts.has(lang, &format!("law-{}", law.rule)), "{lang}: {}", law.rule);
                let text = super::super::age_limit(&world, &law, lang);
                assert!(text.contains("18"), "{text}");
            }
        }
    }
}
