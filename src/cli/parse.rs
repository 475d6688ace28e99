//! `zhaogong parse`: texts as JSON lines in, what was read as JSON lines out.

use crate::clock::Clock;
use crate::domain::{Lang, Taxonomy};
use crate::place::Places;
use crate::reading::{Lexicon, Tables, is_cyrillic_uzbek, is_han, job, job_slots, worker, worker_slots};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufWriter, Write as _};

/// Settings of `zhaogong parse`.
#[derive(Debug, Args)]
pub(super) struct ParseArgs {
    /// What the texts are
    kind: Kind,
    /// How the texts come and the slots go
    #[arg(long, default_value = "jsonl")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Introductions of people who look for work
    Worker,
    /// Job ads
    Job,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object a line
    Jsonl,
}

#[derive(Deserialize)]
struct Line {
    id: Value,
    text: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    today: Option<Date>,
}

pub(super) fn parse(args: &ParseArgs) -> anyhow::Result<()> {
    let Format::Jsonl = args.format;
    let taxonomy = Taxonomy::embedded();
    let lexicon = Lexicon::new(&taxonomy)?;
    let places = Places::load();
    let tables = Tables { lexicon: &lexicon, taxonomy: &taxonomy, places: &places };
    let now = Clock::System.now().date("UTC");
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (at, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.context("standard input cannot be read")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let line: Line = match serde_json::from_slice(&line) {
            Ok(line) => line,
            Err(error) => {
                eprintln!("line {}: {error}; skipped", at + 1);
                continue;
            }
        };
        let lang = language(&line.text, line.lang.as_deref());
        let today = line.today.unwrap_or(now);
        let slots = match args.kind {
            Kind::Worker => worker_slots(&worker(tables, &line.text, lang, today), today),
            Kind::Job => job_slots(&job(tables, &line.text, lang, today), today),
        };
        writeln!(out, "{}", json!({ "id": line.id, "slots": slots }))?;
    }
    Ok(out.flush()?)
}

/// The language that is said, else the one that the letters speak for.
fn language(text: &str, said: Option<&str>) -> Lang {
    let by_letters = || {
        if is_cyrillic_uzbek(text) {
            Lang::UZ
        } else if text.chars().any(is_han) {
            Lang::ZH
        } else if text.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
            Lang::RU
        } else {
            Lang::EN
        }
    };
    said.and_then(Lang::parse).unwrap_or_else(by_letters)
}
