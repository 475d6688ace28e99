//! Settings of a running bot: each a flag and an environment variable.

use crate::app::Settings;
use crate::chat::forms::{Custom, parse_custom};
use crate::classify::RulePack;
use crate::clock::Clock;
use crate::telegram::Webhook;
use anyhow::{Context as _, bail};
use clap::Args;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Settings of `zhaogong run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The bot's token from @BotFather; `TELOXIDE_TOKEN` is read, too
    #[arg(long, env = "ZHAOGONG_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// A file that holds the token
    #[arg(long, env = "ZHAOGONG_TOKEN_FILE")]
    token_file: Option<PathBuf>,
    /// Root of the Bot API server
    #[arg(long, env = "ZHAOGONG_API_URL", default_value = "https://api.telegram.org")]
    api_url: String,
    /// The database: `sqlite://FILE` (made if missing) or `postgres://…`
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://zhaogong.db", hide_env_values = true)]
    database_url: String,
    /// A file that holds the database's URL
    #[arg(long, env = "DATABASE_URL_FILE")]
    database_url_file: Option<PathBuf>,
    /// Telegram user ids of the operators, comma-separated
    #[arg(long, env = "ZHAOGONG_OPERATORS", default_value = "")]
    operators: String,
    /// Rule pack, thresholds and laws of a country: `default`, `cn`, or a file that ends with `.toml`
    #[arg(long, env = "ZHAOGONG_RULES", default_value = "default")]
    rules: String,
    /// A file with the agency's own questions for workers
    #[arg(long, env = "ZHAOGONG_FORM")]
    form: Option<PathBuf>,
    /// Messages per second for offers, or `off` for a Bot API server without limits
    #[arg(long, env = "ZHAOGONG_BULK_RATE", default_value = "30")]
    bulk_rate: String,
    /// The public https address where Telegram brings updates; without it the bot polls
    #[arg(long, env = "ZHAOGONG_WEBHOOK_URL")]
    webhook_url: Option<String>,
    /// Where the webhook, `/healthz` and `/metrics` are answered
    #[arg(long, env = "ZHAOGONG_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

impl RunArgs {
    /// Reads the files and checks what can be checked without a network.
    pub fn settings(self) -> anyhow::Result<Settings> {
        let token = match (self.token, self.token_file) {
            (_, Some(file)) => secret(&file)?,
            (Some(token), None) => token,
            (None, None) => std::env::var("TELOXIDE_TOKEN").ok().filter(|token| !token.is_empty()).context(
                "there is no token. Get one from @BotFather on Telegram and set ZHAOGONG_TOKEN; \
                 to try everything without a token, run `zhaogong demo`",
            )?,
        };
        let database_url = match self.database_url_file {
            Some(file) => secret(&file)?,
            None => self.database_url,
        };
        let operators = operators(&self.operators)?;
        if operators.is_empty() {
            tracing::warn!("ZHAOGONG_OPERATORS is empty: nobody can approve employers");
        }
        let token = token.trim().to_owned();
        let webhook = match self.webhook_url.filter(|url| !url.trim().is_empty()) {
            Some(url) => Some(Webhook::new(&url, &token).context("ZHAOGONG_WEBHOOK_URL cannot be used")?),
            None => None,
        };
        Ok(Settings {
            token,
            api_url: self.api_url,
            database_url,
            operators,
            pack: rule_pack(&self.rules)?,
            questions: questions(self.form.as_deref())?,
            bulk_rate: bulk_rate(&self.bulk_rate)?,
            webhook,
            listen: Some(self.listen),
            clock: Clock::System,
        })
    }
}

fn secret(file: &PathBuf) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(text.trim().to_owned())
}

fn operators(list: &str) -> anyhow::Result<Vec<i64>> {
    let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
    ids.map(|id| match id.parse() {
        Ok(number @ 1..) => Ok(number),
        _ => bail!(
            "ZHAOGONG_OPERATORS holds `{id}`; it must be Telegram user ids, comma-separated, for example \
             123456789,987654321. @userinfobot on Telegram tells your own"
        ),
    })
    .collect()
}

/// A rule pack by its name, or from a file that ends with `.toml`.
pub(super) fn rule_pack(name: &str) -> anyhow::Result<RulePack> {
    let file = Path::new(name);
    if file.extension().is_none_or(|extension| extension != "toml") {
        return Ok(RulePack::embedded(name)?);
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read the rule pack {name}"))?;
    RulePack::parse(&text).with_context(|| format!("the rule pack {name} is refused"))
}

fn questions(file: Option<&Path>) -> anyhow::Result<Vec<Custom>> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    parse_custom(&text).with_context(|| format!("the form document {} is refused", file.display()))
}

fn bulk_rate(text: &str) -> anyhow::Result<Option<u32>> {
    if text == "off" {
        return Ok(None);
    }
    match text.parse() {
        Ok(rate @ 1..=30) => Ok(Some(rate)),
        _ => bail!("ZHAOGONG_BULK_RATE is `{text}`; it must be 1 to 30, or `off`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_packs_by_name_and_by_file() {
        assert_eq!(rule_pack("cn").unwrap().id, "cn");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.toml");
        let name = file.to_str().unwrap();
        let text = |pack: &str| include_str!("../classify/packs/default.toml").replace("default\"", pack);
        std::fs::write(&file, text("own\"")).unwrap();
        assert_eq!(rule_pack(name).unwrap().id, "own");
        std::fs::write(&file, text("own\"\nspeed = 1")).unwrap();
        let error = format!("{:#}", rule_pack(name).unwrap_err());
        assert!(error.contains("own.toml") && error.contains("`speed`"), "{error}");
        for missing in ["nowhere.toml", "xx"] {
            assert!(format!("{:#}", rule_pack(missing).unwrap_err()).contains(missing));
        }
    }

    #[test]
    fn operators_are_user_ids() {
        assert_eq!(operators("").unwrap(), [] as [i64; 0]);
        assert_eq!(operators(" 12, 34,").unwrap(), [12, 34]);
        for wrong in ["@chen", "12;34", "-100123", "0"] {
            assert!(operators(wrong).unwrap_err().to_string().contains(wrong), "{wrong}");
        }
    }

    #[test]
    fn bulk_rates() {
        assert_eq!(bulk_rate("30").unwrap(), Some(30));
        assert_eq!(bulk_rate("off").unwrap(), None);
        for wrong in ["0", "31", "-1", "fast", ""] {
            assert!(bulk_rate(wrong).is_err(), "{wrong}");
        }
    }
}
