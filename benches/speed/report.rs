//! The table, and which goals are reached.

use crate::process::System;
use std::time::Duration;

/// What one turn of one system came to.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Which system.
    pub system: System,
    /// How many people registered at the same time.
    pub chats: usize,
    /// Which round; ratios are taken within one.
    pub round: usize,
    /// Answers per second.
    pub per_second: f64,
    /// Half of the answers were faster.
    pub p50: Duration,
    /// One of a hundred was slower.
    pub p99: Duration,
    /// The bot's processor time per answer.
    pub cpu: Duration,
    /// What server and people took of a processor per answer.
    pub server_cpu: Duration,
    /// The most memory that the bot held, in bytes.
    pub memory: u64,
}

/// Goals for answers per second: system, people, at least so many times the plain bot's.
const FASTER: [(System, usize, f64); 4] = [
    (System::Sqlite, 50, 1.5),
    (System::Sqlite, 500, 1.25),
    (System::Postgres, 50, 1.3),
    (System::Postgres, 500, 1.2),
];
/// An answer takes at most this share of the plain bot's processor time, where people share a commit: one
/// person alone pays for each commit and its `fsync`, which the plain bot does not do.
const CPU_SHARE: f64 = 0.5;
/// For one person alone, half of the answers are faster than this.
const ALONE: Duration = Duration::from_millis(1);
/// A plain bot that takes more processor time per answer is no measure.
const TOO_SLOW: Duration = Duration::from_micros(300);

/// The value below which a share of the values is.
pub fn quantile(values: &[Duration], share: f64) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() as f64 * share) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// Prints the table, then a line per goal.
pub fn print(all: &[Measured]) {
    println!("| people | bot | answers/s | ratio | p50 | p99 | CPU per answer | ratio | memory |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let mut groups: Vec<(usize, System)> = Vec::new();
    for measured in all {
        if !groups.contains(&(measured.chats, measured.system)) {
            groups.push((measured.chats, measured.system));
        }
    }
    for &(chats, system) in &groups {
        let of = |value: fn(&Measured) -> f64| median(all, system, chats, value);
        println!(
            "| {chats} | {} | {:.0} | {:.2} | {:.2} ms | {:.1} ms | {:.3} ms | {:.2} | {:.0} MB |",
            name(system),
            of(|m| m.per_second),
            ratio(all, system, chats, |m| m.per_second),
            of(|m| m.p50.as_secs_f64() * 1e3),
            of(|m| m.p99.as_secs_f64() * 1e3),
            of(|m| m.cpu.as_secs_f64() * 1e3),
            ratio(all, system, chats, |m| m.cpu.as_secs_f64()),
            of(|m| m.memory as f64 / 1e6),
        );
    }
    let server = quantile(&all.iter().map(|m| m.server_cpu).collect::<Vec<_>>(), 0.5);
    println!("\nServer and people took {:.3} ms of a processor per answer.", server.as_secs_f64() * 1e3);
    goals(all, &groups);
}

fn goals(all: &[Measured], groups: &[(usize, System)]) {
    let told = |what: String, reached: bool| {
        println!("{} {what}", if reached { "reached:" } else { "MISSED: " });
    };
    for (system, chats, goal) in
        FASTER.into_iter().filter(|(system, chats, _)| groups.contains(&(*chats, *system)))
    {
        let found = ratio(all, system, chats, |m| m.per_second);
        let what = format!("{}, {chats} people: {found:.2} × teloxide (goal {goal})", name(system));
        told(what, found >= goal);
    }
    for &(chats, system) in groups {
        if system == System::Teloxide {
            let cpu = median(all, system, chats, |m| m.cpu.as_secs_f64());
            if cpu > TOO_SLOW.as_secs_f64() {
                println!(
                    "NOTE: with {chats} people the plain bot takes {:.2} ms of a processor per answer: too slow to count",
                    cpu * 1e3
                );
            }
            continue;
        }
        let share = ratio(all, system, chats, |m| m.cpu.as_secs_f64());
        let what =
            format!("{}, {chats} people: {share:.2} of teloxide's CPU (goal {CPU_SHARE})", name(system));
        if chats > 1 {
            told(what, share <= CPU_SHARE);
        } else {
            let p50 = median(all, system, chats, |m| m.p50.as_secs_f64());
            let what = format!("{}, one person: p50 {:.2} ms (goal 1 ms)", name(system), p50 * 1e3);
            told(what, p50 < ALONE.as_secs_f64());
        }
    }
}

const fn name(system: System) -> &'static str {
    match system {
        System::Teloxide => "plain teloxide, SQLite NORMAL",
        System::Sqlite => "zhaogong, SQLite FULL",
        System::Postgres => "zhaogong, PostgreSQL",
    }
}

/// The median of the rounds.
fn median(all: &[Measured], system: System, chats: usize, value: impl Fn(&Measured) -> f64) -> f64 {
    middle(of(all, system, chats).map(value).collect())
}

/// The median of the rounds' ratios to the plain bot.
fn ratio(all: &[Measured], system: System, chats: usize, value: impl Fn(&Measured) -> f64) -> f64 {
    let plain = |round: usize| of(all, System::Teloxide, chats).find(move |m| m.round == round);
    let ratios = of(all, system, chats).filter_map(|m| Some(value(m) / value(plain(m.round)?)));
    middle(ratios.collect())
}

fn of(all: &[Measured], system: System, chats: usize) -> impl Iterator<Item = &Measured> {
    all.iter().filter(move |m| m.system == system && m.chats == chats)
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
