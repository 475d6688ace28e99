//! `zhaogong run`: the real thing.

use super::config::RunArgs;
use super::terminal::asked_to_stop;

pub(super) async fn run(args: RunArgs) -> anyhow::Result<()> {
    crate::app::run(args.settings()?, asked_to_stop()).await
}
