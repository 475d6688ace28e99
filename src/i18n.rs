//! Texts in the languages of `locales/`: one folder per language, Fluent files inside.
//!
//! Texts are Telegram HTML. What a person typed goes in as [`Arg::Text`] and is escaped here, once;
//! what the program made (a formatted list, say) goes in as [`Arg::Html`].

use crate::domain::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use std::collections::{BTreeMap, BTreeSet};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// All texts of all languages.
pub struct Texts {
    bundles: BTreeMap<Lang, FluentBundle<FluentResource>>,
}

/// A variable of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Typed by a person: escaped.
    Text(String),
    /// Made by the program: taken as it is.
    Html(String),
    /// A number, which also decides plural forms.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_args {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

number_args!(i16, u8, u32, i64, usize);

/// Why the embedded texts were refused.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// A folder is not named after a language.
    #[error("locales/{0}: the folder's name is not a two-letter language code")]
    Folder(String),
    /// A file is not valid Fluent.
    #[error("locales/{file}: {problem}")]
    Syntax {
        /// Which one.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
}

/// Escapes what a person typed for Telegram's HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Texts {
    /// The texts compiled in from `locales/`.
    pub fn embedded() -> Result<Self, TextError> {
        let mut bundles = BTreeMap::new();
        for folder in LOCALES.dirs() {
            let name = folder.path().to_string_lossy().into_owned();
            let lang = Lang::parse(&name)
                .filter(|lang| lang.as_str() == name)
                .ok_or_else(|| TextError::Folder(name.clone()))?;
            bundles.insert(lang, bundle(lang, folder)?);
        }
        Ok(Self { bundles })
    }

    /// The languages there are, in order of their codes.
    pub fn languages(&self) -> impl Iterator<Item = Lang> + '_ {
        self.bundles.keys().copied()
    }

    /// The language to speak with somebody whose app says `tag`: theirs if there is one, else English;
    /// Chinese when the app says nothing.
    #[must_use]
    pub fn guess(&self, tag: Option<&str>) -> Lang {
        let Some(tag) = tag else { return Lang::ZH };
        Lang::parse(tag).filter(|lang| self.bundles.contains_key(lang)).unwrap_or(Lang::EN)
    }

    /// Whether the language has this text.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles.get(&lang).is_some_and(|bundle| bundle.has_message(key))
    }

    /// The text; English where the language lacks it, the key itself where English does too.
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(
                *name,
                match arg {
                    Arg::Text(text) => FluentValue::from(escape(text)),
                    Arg::Html(html) => FluentValue::from(html.clone()),
                    Arg::Number(number) => FluentValue::from(*number),
                },
            );
        }
        [lang, Lang::EN]
            .iter()
            .find_map(|lang| format(self.bundles.get(lang)?, key, &values))
            .unwrap_or_else(|| key.to_owned())
    }

    /// Every key of a language, for checks of completeness.
    #[must_use]
    pub fn keys(&self, lang: Lang) -> BTreeSet<String> {
        sources(lang)
            .flat_map(|source| source.lines())
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once('='))
            .map(|(key, _)| key.trim().to_owned())
            .collect()
    }

    /// The names of the variables that the text of a key mentions.
    #[must_use]
    pub fn variables(&self, lang: Lang, key: &str) -> BTreeSet<String> {
        let mut inside = false;
        let mut found = BTreeSet::new();
        for line in sources(lang).flat_map(|source| source.lines()) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                inside = line.split('=').next().map(str::trim) == Some(key);
            }
            if inside {
                let names = line.split('$').skip(1);
                found.extend(names.map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
                }));
            }
        }
        found
    }
}

fn sources(lang: Lang) -> impl Iterator<Item = &'static str> {
    LOCALES
        .get_dir(lang.as_str())
        .into_iter()
        .flat_map(include_dir::Dir::files)
        .filter_map(|file| file.contents_utf8())
}

fn bundle(lang: Lang, folder: &'static Dir<'static>) -> Result<FluentBundle<FluentResource>, TextError> {
    let id = lang.as_str().parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Marks around variables would show as boxes on old phones.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(grouped(number.value as i64)),
        _ => None,
    }));
    for file in folder.files() {
        let name = file.path().to_string_lossy().into_owned();
        let problem = |problem: String| TextError::Syntax { file: name.clone(), problem };
        let source = file.contents_utf8().ok_or_else(|| problem("is not UTF-8".into()))?;
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| problem(format!("{:?}", errors.first())))?;
        bundle.add_resource(resource).map_err(|errors| problem(format!("{:?}", errors.first())))?;
    }
    Ok(bundle)
}

fn format(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    if let Some(error) = errors.first() {
        tracing::error!(key, %error, "a text lacks a variable");
    }
    Some(text)
}

/// A number with thin groups of three digits from 10,000 on: 6000, 12 000, 12 000 000.
#[must_use]
pub fn grouped(number: i64) -> String {
    if number.abs() < 10_000 {
        return number.to_string();
    }
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_text_with_the_same_variables() {
        let texts = Texts::embedded().unwrap();
        let english = texts.keys(Lang::EN);
        assert!(english.len() > 100);
        // People say decades differently, so each language takes the variable it needs.
        let free = ["decade"];
        for lang in texts.languages() {
            assert_eq!(texts.keys(lang), english, "keys of {lang} and of en differ");
            for key in english.iter().filter(|key| !free.contains(&key.as_str())) {
                assert_eq!(
                    texts.variables(lang, key),
                    texts.variables(Lang::EN, key),
                    "variables of `{key}` in {lang} and in en differ"
                );
            }
        }
    }

    #[test]
    fn what_a_person_typed_is_escaped() {
        let texts = Texts::embedded().unwrap();
        let text = texts.say(Lang::EN, "offer-from", &[("company", "<b>&".into()), ("since", "x".into())]);
        assert!(text.contains("&lt;b&gt;&amp;"), "{text}");
    }

    #[test]
    fn the_language_is_guessed_from_the_app() {
        let texts = Texts::embedded().unwrap();
        for (tag, expected) in
            [(Some("zh-hans"), Lang::ZH), (Some("en-GB"), Lang::EN), (Some("fr"), Lang::EN), (None, Lang::ZH)]
        {
            assert_eq!(texts.guess(tag), expected, "{tag:?}");
        }
    }

    #[test]
    fn numbers_are_grouped_from_ten_thousand() {
        for (number, expected) in
            [(0, "0"), (9999, "9999"), (10_000, "10\u{202f}000"), (-1_234_567, "-1\u{202f}234\u{202f}567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
