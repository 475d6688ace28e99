//! Why an employer or a job is stopped: codes of the program's own, and what operators tap or write.

use crate::chat::World;
use crate::domain::Lang;
use crate::i18n::escape;

/// Reasons that the program gives by itself; each is worded in the locale key `why-{code}`.
const CODES: [&str; 5] = ["charge", "charge_kept", "heard", "heard_kept", "reports"];

/// A reason that names what an ad may not ask for, with its words.
const WORDS: &str = "words:";
/// Stands between two of these.
const BETWEEN: char = '\u{1f}';

/// The reason for which a job is held whose ad asked for these: `deposit=押金200`.
#[must_use]
pub fn words_reason(flags: &[String]) -> String {
    format!("{WORDS}{}", flags.join(&BETWEEN.to_string()))
}

/// What an ad may not ask for, one line each, with the words that were found, as HTML.
pub(super) fn flag_lines<'a>(
    world: &World,
    lang: Lang,
    flags: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let line = |flag: &str| {
        let (id, words) = flag.split_once('=')?;
        let key = format!("flag-{id}");
        world.texts.has(lang, &key).then(|| world.texts.say(lang, &key, &[("words", words.into())]))
    };
    flags.into_iter().filter_map(line).collect()
}

/// Why an employer or a job is stopped, as HTML: a code of the program's own in the reader's language, else
/// as an operator wrote it.
#[must_use]
pub fn stop_reason(world: &World, lang: Lang, reason: &str) -> String {
    if let Some(flags) = reason.strip_prefix(WORDS) {
        flag_lines(world, lang, flags.split(BETWEEN)).join("; ")
    } else if CODES.contains(&reason) {
        world.texts.say(lang, &format!("why-{reason}"), &[])
    } else {
        escape(reason)
    }
}

/// The reasons that operators can tap, as locale keys.
const WRITTEN: [&str; 9] = [
    "freeze-reason-fees",
    "freeze-reason-fake",
    "freeze-reason-papers",
    "thaw-reason-untrue",
    "thaw-reason-mended",
    "thaw-reason-mistake",
    "bar-reason-fees",
    "bar-reason-fake",
    "bar-reason-again",
];

/// What an operator wrote as a reason, never to be taken for one of the program's own.
#[must_use]
pub fn written_reason(reason: &str) -> String {
    let ours = CODES.contains(&reason) || reason.starts_with(WORDS);
    if ours { format!("{reason}.").replacen(':', ".", 1) } else { reason.to_owned() }
}

/// A reason as the audit log keeps it: one of the program's own or of those that can be tapped as a code;
/// own words may name people, and stand with the employer alone.
#[must_use]
pub fn logged_reason(world: &World, lang: Lang, reason: &str) -> String {
    if CODES.contains(&reason) {
        return reason.to_owned();
    }
    let tapped = WRITTEN.iter().find(|key| world.texts.say(lang, key, &[]) == reason);
    tapped.map_or("own words", |key| key.rsplit('-').next().unwrap_or(key)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::RulePack;

    #[test]
    fn what_an_operator_wrote_is_never_taken_for_a_code() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        for code in CODES {
            for lang in world.texts.languages() {
                assert_ne!(stop_reason(&world, lang, code), format!("why-{code}"), "it is worded");
                assert_eq!(stop_reason(&world, lang, &written_reason(code)), format!("{code}."));
            }
        }
        assert_eq!(stop_reason(&world, Lang::EN, &written_reason("a <b>")), "a &lt;b&gt;");
        let held = words_reason(&["deposit=a <b>".into(), "no_such_flag=x".into()]);
        let told = stop_reason(&world, Lang::EN, &held);
        assert!(
            told.contains("deposit") && told.contains("a &lt;b&gt;") && !told.contains('\u{1f}'),
            "{told}"
        );
        assert_eq!(
            stop_reason(&world, Lang::EN, &written_reason(&held)),
            escape(&held.replacen(':', ".", 1)) + "."
        );
    }

    #[test]
    fn the_log_holds_codes_and_no_own_words() {
        let world = World::embedded(RulePack::embedded("cn").unwrap()).unwrap();
        for lang in world.texts.languages() {
            for key in WRITTEN {
                let text = world.texts.say(lang, key, &[]);
                assert!(key.ends_with(&format!("-{}", logged_reason(&world, lang, &text))), "{key}");
            }
            assert_eq!(logged_reason(&world, lang, "charge"), "charge");
            assert_eq!(logged_reason(&world, lang, "张三拿了钱"), "own words");
        }
    }
}
