//! What the bot says about itself: name, descriptions and commands, each per language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The username is fixed: nobody can look it up here.
pub(super) const USERNAME: &str = "zhaogong_demo_bot";
const FIRST_NAME: &str = "招工 Zhaogong";

/// The scope of a list of commands, in the order in which a private chat looks for one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    /// One chat.
    Chat(i64),
    /// All private chats.
    Private,
    /// All chats.
    Default,
    /// Groups and their administrators, which the playground does not have.
    Group(String),
}

/// The bot as people see it.
#[derive(Debug)]
pub(super) struct Profile {
    /// Taken from the token of the last call.
    pub(super) id: i64,
    pub(super) names: BTreeMap<String, String>,
    pub(super) descriptions: BTreeMap<String, String>,
    pub(super) short_descriptions: BTreeMap<String, String>,
    pub(super) commands: BTreeMap<(Scope, String), Value>,
    pub(super) menu_buttons: BTreeMap<Option<i64>, Value>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            id: 100_000_000,
            names: BTreeMap::new(),
            descriptions: BTreeMap::new(),
            short_descriptions: BTreeMap::new(),
            commands: BTreeMap::new(),
            menu_buttons: BTreeMap::new(),
        }
    }
}

impl Profile {
    /// The name in a language, or the one for all languages.
    pub(super) fn name(&self, language: &str) -> &str {
        in_language(&self.names, language).unwrap_or(FIRST_NAME)
    }

    /// The text above an empty chat.
    pub(super) fn description(&self, language: &str) -> Option<&str> {
        in_language(&self.descriptions, language)
    }

    /// The bot as a Bot API user.
    pub(super) fn to_user(&self) -> Value {
        json!({
            "id": self.id,
            "is_bot": true,
            "first_name": self.name(""),
            "username": USERNAME,
        })
    }

    /// The menu of a private chat: the nearest scope wins, in it the person's own language.
    pub(super) fn commands_for(&self, chat_id: i64, language: &str) -> Value {
        [Scope::Chat(chat_id), Scope::Private, Scope::Default]
            .into_iter()
            .flat_map(|scope| [(scope.clone(), language.to_owned()), (scope, String::new())])
            .find_map(|key| self.commands.get(&key).cloned())
            .unwrap_or_else(|| json!([]))
    }
}

fn in_language<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> Option<&'a str> {
    texts.get(language).or_else(|| texts.get("")).map(String::as_str)
}
