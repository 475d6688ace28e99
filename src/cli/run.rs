//! `zhaogong run`: the real thing.

use super::config::RunArgs;
use super::terminal::asked_to_stop;

pub(super) async fn run(args: RunArgs) -> anyhow::Result<()> {
    let stop = asked_to_stop()?;
    crate::app::run(args.settings()?, stop).await
}
