//! The command line: one file per subcommand.

mod config;
mod demo;
mod parse;
mod places;
mod run;
mod seed;
mod terminal;
mod words;

pub use config::RunArgs;

use clap::{Parser, Subcommand};

/// A Telegram bot that brings workers and employers together.
#[derive(Debug, Parser)]
#[command(name = "zhaogong", version, about, disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try everything in a browser: no token, no network, invented workers.
    Demo(demo::DemoArgs),
    /// Run the bot on Telegram, or on any other Bot API server.
    Run(Box<RunArgs>),
    /// Add invented workers to a database.
    Seed(seed::SeedArgs),
    /// Read texts: JSON lines with `id` and `text` on standard input, slots on standard output.
    Parse(parse::ParseArgs),
    /// Build the place tables from their sources.
    #[command(hide = true)]
    Places(places::PlacesArgs),
    /// Makes the words that readers know from their tables
    #[command(hide = true)]
    Words(words::WordsArgs),
}

impl Cli {
    /// Does what the command line asks for.
    pub fn run(self) -> anyhow::Result<()> {
        terminal::log();
        // One thread: the bot's path is bound by the database and the network, and a second thread
        // only adds hand-overs.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            match self.command {
                Command::Demo(args) => demo::demo(args).await,
                Command::Run(args) => run::run(*args).await,
                Command::Seed(args) => seed::seed(args).await,
                Command::Parse(args) => parse::parse(&args),
                Command::Places(args) => places::places(&args),
                Command::Words(args) => words::words(&args),
            }
        })
    }
}
