//! `zhaogong parse`: texts as JSON lines in, what was read as JSON lines out.

use crate::clock::Clock;
use crate::domain::{Lang, Taxonomy};
use crate::place::Places;
use crate::reading::{Lexicon, Tables, job, job_slots, language_of, worker, worker_slots};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Settings of `zhaogong parse`.
#[derive(Debug, Args)]
pub(super) struct ParseArgs {
    /// What the texts are
    kind: Kind,
    /// How the texts come and the slots go
    #[arg(long, default_value = "jsonl")]
    format: Format,
    /// Read the words of the languages from this folder (`zh.toml`, ...), to try a change of them without a build
    #[arg(long, value_name = "DIR")]
    words: Option<PathBuf>,
    /// Read the trades, certificates and industries from this file
    #[arg(long, value_name = "FILE")]
    taxonomy: Option<PathBuf>,
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
    let taxonomy = taxonomy(args.taxonomy.as_deref())?;
    let lexicon = lexicon(args.words.as_deref(), &taxonomy)?;
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
        let said = line.lang.as_deref().and_then(Lang::parse);
        let lang = said.unwrap_or_else(|| language_of(&line.text, Lang::EN));
        let today = line.today.unwrap_or(now);
        let (speaks_of_work, slots) = match args.kind {
            Kind::Worker => {
                let facts = worker(tables, &line.text, lang, today);
                (facts.is_introduction, worker_slots(&facts, today))
            }
            Kind::Job => {
                let facts = job(tables, &line.text, lang, today);
                (facts.is_ad, job_slots(&facts, today))
            }
        };
        let read = if speaks_of_work {
            json!({ "id": line.id, "slots": slots })
        } else {
            json!({ "id": line.id, "kind": "other", "slots": {} })
        };
        writeln!(out, "{read}")?;
    }
    Ok(out.flush()?)
}

fn taxonomy(file: Option<&Path>) -> anyhow::Result<Taxonomy> {
    let Some(file) = file else { return Ok(Taxonomy::embedded()) };
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Taxonomy::parse(&text).with_context(|| format!("{} is not a taxonomy", file.display()))
}

fn lexicon(folder: Option<&Path>, taxonomy: &Taxonomy) -> anyhow::Result<Lexicon> {
    let Some(folder) = folder else { return Ok(Lexicon::load()) };
    let mut tables = Vec::new();
    for file in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = file?.path();
        let lang = path.file_stem().and_then(|stem| Lang::parse(stem.to_str()?));
        if let (Some(lang), Some("toml")) = (lang, path.extension().and_then(|end| end.to_str())) {
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            tables.push((lang, text));
        }
    }
    tables.sort_by_key(|a| a.0);
    let tables: Vec<(Lang, &str)> = tables.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    Ok(Lexicon::with_words(taxonomy, &tables)?)
}
