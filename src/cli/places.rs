//! `zhaogong places`: builds the compressed place tables from their sources.

use anyhow::Context as _;
use clap::Args;
use std::path::{Path, PathBuf};

/// Settings of `zhaogong places`.
#[derive(Debug, Args)]
pub(super) struct PlacesArgs {
    /// Folder with `cities15000.tsv`, `cn_divisions_2023.json` and `cn_coordinates.tsv`
    #[arg(long)]
    from: PathBuf,
    /// Hand-written names, nicknames and areas
    #[arg(long, default_value = "src/place/data/names.toml")]
    names: PathBuf,
    /// Where to write
    #[arg(long, default_value = "src/place/data/places.bin")]
    to: PathBuf,
}

pub(super) fn places(args: &PlacesArgs) -> anyhow::Result<()> {
    let read = |file: &Path| {
        std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
    };
    let bytes = crate::place::build_from_tables(
        &read(&args.from.join("cities15000.tsv"))?,
        &read(&args.from.join("cn_divisions_2023.json"))?,
        &read(&args.from.join("cn_coordinates.tsv"))?,
        &read(&args.names)?,
    )?;
    std::fs::write(&args.to, &bytes).with_context(|| format!("cannot write {}", args.to.display()))?;
    println!("{}: {} bytes", args.to.display(), bytes.len());
    Ok(())
}
