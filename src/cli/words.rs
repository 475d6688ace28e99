//! `zhaogong words`: makes the words that readers know from the taxonomy and the tables of the languages.

use crate::domain::Taxonomy;
use anyhow::Context as _;
use clap::Args;
use std::path::PathBuf;

/// Settings of `zhaogong words`.
#[derive(Debug, Args)]
pub(super) struct WordsArgs {
    /// Where to write
    #[arg(long, default_value = "src/reading/words.bin")]
    to: PathBuf,
}

pub(super) fn words(args: &WordsArgs) -> anyhow::Result<()> {
    let bytes = crate::reading::packed_of_this_build(&Taxonomy::embedded())?;
    std::fs::write(&args.to, &bytes).with_context(|| format!("cannot write {}", args.to.display()))?;
    println!("{}: {} bytes", args.to.display(), bytes.len());
    Ok(())
}
