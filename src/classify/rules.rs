//! The rules, axis by axis.

use super::{Axis, Classification, Label, RulePack, Why};
use crate::domain::{Born, Certificate, Experience, Home, IndustryId, Profile, Taxonomy, Trade, TradeKind};
use jiff::civil::Date;

/// What the law says to an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeCheck {
    /// Under the minimum age: no job may be shown.
    TooYoung,
    /// Protected from hazards and nights.
    Minor,
    /// No limits.
    Adult,
}

/// What the law says to somebody born then; an unknown month counts as the younger age.
#[must_use]
pub fn age_check(born: Born, pack: &RulePack, today: Date) -> AgeCheck {
    let age = born.age_on(today);
    if age < pack.legal.minimum_age {
        AgeCheck::TooYoung
    } else if age < pack.legal.adult_age {
        AgeCheck::Minor
    } else {
        AgeCheck::Adult
    }
}

/// Whether the month of birth decides a legal limit this year: somebody born in `year` reaches the
/// minimum age or the adult age in the course of it.
#[must_use]
pub fn month_decides(year: i16, pack: &RulePack, today: Date) -> bool {
    let turns = today.year() - year;
    turns == pack.legal.minimum_age || turns == pack.legal.adult_age
}

/// Labels a profile on every axis about which something is known.
#[must_use]
pub fn classify(profile: &Profile, taxonomy: &Taxonomy, pack: &RulePack, today: Date) -> Classification {
    let trades: Vec<(&Experience, &Trade)> = profile
        .trades
        .iter()
        .filter_map(|wanted| Some((wanted, taxonomy.trade(wanted.trade.as_str())?)))
        .collect();
    let mut labels = Vec::new();
    industries(profile, &trades, &mut labels);
    skills(profile, &trades, (taxonomy, pack, today), &mut labels);
    experience(&trades, pack, &mut labels);
    labels.extend(geography(profile));
    labels.extend(age(profile, pack, today));
    if let Some(preference) = profile.preference {
        labels.push(label(Axis::Preference, preference.id(), Why::Chosen));
    }
    labels.extend(profile.natures.iter().map(|nature| label(Axis::Nature, nature.id(), Why::Chosen)));
    labels.extend(tenure(profile, pack));
    labels.extend(income(profile, pack));
    Classification { on: today, labels }
}

fn label(axis: Axis, value: &str, why: Why) -> Label {
    Label { axis, value: value.to_owned(), trade: None, why }
}

fn industries(profile: &Profile, trades: &[(&Experience, &Trade)], labels: &mut Vec<Label>) {
    let mut seen: Vec<&IndustryId> = Vec::new();
    for (_, trade) in trades {
        if !seen.contains(&&trade.industry) {
            let why = Why::Trade { trade: trade.id.clone(), primary: seen.is_empty() };
            labels.push(label(Axis::Industry, trade.industry.as_str(), why));
            seen.push(&trade.industry);
        }
    }
    for industry in &profile.industries {
        if !seen.contains(&industry) {
            labels.push(label(Axis::Industry, industry.as_str(), Why::Chosen));
            seen.push(industry);
        }
    }
}

/// Professional if one of the trades needs training, else general; and for each trade that has
/// certificates, what is held of them: without any, who is no novice claims to know it.
fn skills(
    profile: &Profile,
    trades: &[(&Experience, &Trade)],
    by: (&Taxonomy, &RulePack, Date),
    labels: &mut Vec<Label>,
) {
    let professional = trades.iter().find(|(_, trade)| trade.kind == TradeKind::Professional);
    if let Some((_, trade)) = professional.or(trades.first()) {
        let value = if professional.is_some() { "professional" } else { "general" };
        labels.push(label(Axis::Skill, value, Why::Trade { trade: trade.id.clone(), primary: true }));
    }
    for (wanted, trade) in trades.iter().filter(|(_, trade)| !trade.certificates.is_empty()) {
        let (value, why) = certificates(profile, wanted, trade, by);
        let trade = Some(trade.id.clone());
        labels.push(Label { axis: Axis::Skill, value: value.to_owned(), trade, why });
    }
}

fn certificates(
    profile: &Profile,
    wanted: &Experience,
    trade: &Trade,
    (taxonomy, pack, today): (&Taxonomy, &RulePack, Date),
) -> (&'static str, Why) {
    let counts =
        |held: &&Certificate| trade.certificates.iter().any(|asked| taxonomy.covers(&held.id, asked));
    let of_trade = profile.certificates.iter().filter(counts);
    if let Some(held) = of_trade.clone().find(|held| holds(held, today)) {
        return ("certified", Why::Held { certificate: held.id.clone() });
    }
    let expired = of_trade.filter_map(|held| Some((held, held.expires?)));
    if let Some((held, on)) = expired.max_by_key(|(_, on)| *on) {
        return ("expired", Why::Expired { certificate: held.id.clone(), on });
    }
    let claimed = wanted.months.is_some_and(|months| months >= pack.experience.junior);
    (if claimed { "claimed" } else { "none" }, Why::NoCertificate { months: wanted.months })
}

/// Whether a certificate is valid on a day: its last day counts.
#[must_use]
pub fn holds(certificate: &Certificate, today: Date) -> bool {
    certificate.expires.is_none_or(|expires| today <= expires)
}

fn experience(trades: &[(&Experience, &Trade)], pack: &RulePack, labels: &mut Vec<Label>) {
    let bands = &pack.experience;
    for (wanted, trade) in trades {
        let Some(months) = wanted.months else { continue };
        let (value, from) = match months {
            m if m >= bands.veteran => ("veteran", bands.veteran),
            m if m >= bands.experienced => ("experienced", bands.experienced),
            m if m >= bands.junior => ("junior", bands.junior),
            _ => ("novice", 0),
        };
        labels.push(Label {
            axis: Axis::Experience,
            value: value.to_owned(),
            trade: Some(trade.id.clone()),
            why: Why::Months { months, from },
        });
    }
}

/// Local is who comes from the first-level division they are in.
fn geography(profile: &Profile) -> Option<Label> {
    let home = profile.home.as_ref()?;
    let (local, why) = match (home, &profile.here) {
        (Home::Here, _) => (true, Why::HomeSaid),
        (Home::Elsewhere, _) => (false, Why::HomeSaid),
        (Home::In(home), Some(here)) => (
            home.division == here.division,
            Why::Divisions { here: here.division.clone(), home: home.division.clone() },
        ),
        (Home::In(_), None) => return None,
    };
    Some(label(Axis::Geography, if local { "local" } else { "elsewhere" }, why))
}

fn age(profile: &Profile, pack: &RulePack, today: Date) -> Option<Label> {
    let years = profile.born?.age_on(today);
    let bands = &pack.age;
    let (value, from) = match years {
        y if y >= bands.senior => ("senior", bands.senior),
        y if y >= bands.middle => ("middle", bands.middle),
        y if y >= bands.young => ("young", bands.young),
        y if y >= pack.legal.minimum_age => ("minor", pack.legal.minimum_age),
        _ => return None,
    };
    Some(label(Axis::Age, value, Why::Age { years, from }))
}

fn tenure(profile: &Profile, pack: &RulePack) -> Option<Label> {
    let months = profile.tenure?;
    let bands = &pack.tenure;
    let (value, from) = match months {
        m if m > bands.steady_above => ("steady", bands.steady_above),
        m if m >= bands.short_below => ("settled", bands.short_below),
        _ => ("short", 0),
    };
    Some(label(Axis::Tenure, value, Why::Tenure { months, from }))
}

fn income(profile: &Profile, pack: &RulePack) -> Option<Label> {
    let pay = profile.pay.as_ref()?;
    let (band, sum) = pack.income_band(pay)?;
    let value = match sum {
        s if s >= band.high_from => "high",
        s if s >= band.low_below => "middle",
        _ => "low",
    };
    let why = Why::Pay { min: pay.min, unit: pay.unit, currency: pay.currency.clone() };
    Some(label(Axis::Income, value, why))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
