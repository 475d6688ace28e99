//! The rules of the house that can be read off the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zhaogong::domain::Lang;
use zhaogong::i18n::Texts;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(under: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// The part of a file before its tests, without comments.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap_or(text);
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn pure_rooms_do_no_io() {
    for room in ["domain", "chat", "reading", "classify", "matching", "place"] {
        for (name, text) in sources(&format!("src/{room}")) {
            for word in ["sqlx", "teloxide", "tokio", "axum", "std::time::SystemTime", "std::fs", "std::net"]
            {
                assert!(!code(&text).contains(word), "{name} names {word}");
            }
        }
    }
}

#[test]
fn only_the_store_speaks_sql_and_only_telegram_names_teloxide() {
    for (name, text) in sources("src") {
        let code = code(&text);
        if !name.starts_with("src/store") {
            for word in ["sqlx::", "SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM"] {
                assert!(!code.contains(word), "{name} speaks SQL: {word}");
            }
        }
        if !name.starts_with("src/telegram") {
            assert!(!code.contains("teloxide::"), "{name} names teloxide");
        }
    }
}

/// Rooms from the top of the house to its ground; those of one floor may not know each other.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["app"],
    &["telegram"],
    &["delivery"],
    &["turn"],
    &["audience"],
    &["store"],
    &["seed"],
    &["chat"],
    &["reading"],
    &["matching"],
    &["classify"],
    &["place"],
    &["i18n"],
    &["metrics"],
    &["domain"],
];

#[test]
fn dependencies_point_down() {
    let floor = |room: &str| FLOORS.iter().position(|rooms| rooms.contains(&room));
    for (name, text) in sources("src") {
        let room = name.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned();
        let Some(own) = floor(&room) else { continue };
        for other in FLOORS.iter().flat_map(|rooms| rooms.iter()) {
            if *other != room && code(&text).contains(&format!("crate::{other}::")) {
                let below = floor(other).unwrap();
                assert!(below > own, "{name} of {room} knows {other}, which is not below it");
            }
        }
    }
}

#[test]
fn the_playground_stands_beside_the_house() {
    for (name, text) in sources("src/playground") {
        for (_, line) in code(&text).lines().enumerate().filter(|(_, line)| line.contains("crate::")) {
            assert!(line.contains("crate::playground"), "{name}: {line}");
        }
    }
}

/// A text that is asked for by name in the source must exist.
#[test]
fn every_key_in_the_source_has_a_text() {
    let texts = Texts::embedded().unwrap();
    let keys = texts.keys(Lang::EN);
    let pattern = regex::Regex::new(r#"(?:say\(|Say\(|Some\(|Menu\(|Forget\(|toast\(|plain\(|\bkey = |=> |key: )(?:[\w.& ]*, )*"([a-z]+(?:-[a-z_0-9]+)+)""#).unwrap();
    let mut named = BTreeSet::new();
    for (name, text) in sources("src/chat").into_iter().chain(sources("src/turn")) {
        for found in pattern.captures_iter(&code(&text)) {
            let key = found[1].to_owned();
            assert!(keys.contains(&key), "{name} asks for the text `{key}`, which is in no language");
            named.insert(key);
        }
    }
    assert!(named.len() > 60, "the pattern finds too little: {}", named.len());
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    for (name, text) in sources("src") {
        assert!(text.lines().take(3).any(|line| line.starts_with("//!")), "{name} has no //! line");
        let table_of_cases = name.ends_with("tests.rs");
        let lines = text.lines().count();
        assert!(lines <= 400 || table_of_cases, "{name} has {lines} lines");
    }
}

#[test]
fn the_two_schemas_have_the_same_tables_and_columns() {
    let columns = |database: &str| -> BTreeSet<String> {
        let text =
            std::fs::read_to_string(root().join(format!("migrations/{database}/0001_tables.sql"))).unwrap();
        let mut table = String::new();
        let mut found = BTreeSet::new();
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.trim_end_matches(" (").to_owned();
            } else if line.starts_with("    ") && !table.is_empty() {
                found.insert(format!("{table}.{}", line.split_whitespace().next().unwrap()));
            } else if line.starts_with(')') {
                table.clear();
            }
        }
        found
    };
    let sqlite = columns("sqlite");
    assert!(sqlite.len() > 60);
    assert_eq!(sqlite, columns("postgres"));
}

/// The table of settings in the README says what `--help` says.
#[test]
fn the_readme_tells_the_settings_as_the_program_does() {
    use clap::CommandFactory as _;
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let cli = zhaogong::cli::Cli::command();
    let run = cli.get_subcommands().find(|command| command.get_name() == "run").unwrap();
    let rows: BTreeSet<String> = run
        .get_arguments()
        .filter_map(|argument| {
            let env = argument.get_env()?.to_str()?;
            let flag = argument.get_long()?;
            let defaults = argument.get_default_values().iter().filter_map(|value| value.to_str());
            let default: Vec<String> =
                defaults.filter(|value| !value.is_empty()).map(|value| format!("`{value}` ")).collect();
            let help = argument.get_help()?;
            Some(format!("| `{env}` | `--{flag}` | {}| {help} |", default.concat()))
        })
        .collect();
    let table: BTreeSet<String> =
        readme.lines().filter(|line| line.contains("` | `--")).map(str::to_owned).collect();
    assert!(rows.len() >= 8);
    assert_eq!(table, rows);
}
