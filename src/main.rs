//! Reads the command line, runs what it asks for, prints the error.

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = zhaogong::cli::Cli::parse();
    match cli.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zhaogong: {error:#}");
            ExitCode::FAILURE
        }
    }
}
