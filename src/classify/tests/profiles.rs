//! Whole profiles with all their labels and reasons, in both rule packs: `profiles.txt`.
//!
//! A row is a line with a date and a profile; the labels on that date stand below it, each with its
//! reason, in the order in which they are given. `UPDATE_EXPECT=1 cargo test --lib classify` writes the
//! labels anew; each is then read against the rules.

use super::*;
use crate::domain::{
    Born, Certificate, Experience, Home, Location, Nature, Pay, Point, Preference, Profile, Taxonomy,
};
use std::sync::LazyLock;
use std::{collections::BTreeSet, env, fmt::Write as _, fs};

const TABLE: &str = include_str!("profiles.txt");
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/classify/tests/profiles.txt");
static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
const PACKS: [&str; 2] = ["default", "cn"];

/// Every label but the industries, which are those of the taxonomy.
const LABELS: [&str; 30] = [
    "skill professional",
    "skill general",
    "skill certified",
    "skill expired",
    "skill claimed",
    "skill none",
    "experience novice",
    "experience junior",
    "experience experienced",
    "experience veteran",
    "geography local",
    "geography elsewhere",
    "age minor",
    "age young",
    "age middle",
    "age senior",
    "preference fixed",
    "preference flexible",
    "preference either",
    "nature full_time",
    "nature part_time",
    "nature day_labour",
    "nature seasonal",
    "nature contract",
    "tenure short",
    "tenure settled",
    "tenure steady",
    "income low",
    "income middle",
    "income high",
];

#[derive(Debug, PartialEq)]
struct Row {
    today: Date,
    profile: Profile,
}

impl Row {
    /// Reads `2026-11-24  born 1990-02; trade cleaner 36m`.
    fn read(line: &str) -> Self {
        let (today, facts) = line.split_once(' ').unwrap_or_else(|| panic!("no date or no profile: {line}"));
        let mut profile = Profile::default();
        for fact in facts.split(';').map(str::trim).filter(|fact| *fact != "nothing") {
            read_fact(&mut profile, fact).unwrap_or_else(|| panic!("`{fact}` cannot be read: {line}"));
        }
        Self { today: today.parse().unwrap(), profile }
    }

    fn classify(&self, pack: &RulePack) -> Classification {
        classify(&self.profile, &TAXONOMY, pack, self.today)
    }

    /// The lines below the row.
    fn labels(&self) -> String {
        let [default, cn] = packs().map(|pack| lines(&self.classify(&pack)));
        let mut labels = Vec::new();
        let mut others = cn.iter();
        for label in default {
            if !cn.contains(&label) {
                labels.push(format!("{label} (only in default)"));
                continue;
            }
            labels.extend(others.by_ref().take_while(|other| **other != label).map(only_in_cn));
            labels.push(label);
        }
        labels.extend(others.map(only_in_cn));
        if labels.is_empty() {
            labels.push("no label".to_owned());
        }
        labels.iter().fold(String::new(), |text, label| text + "    " + label + "\n")
    }
}

fn only_in_cn(label: &String) -> String {
    format!("{label} (only in cn)")
}

fn read_fact(profile: &mut Profile, fact: &str) -> Option<()> {
    let (about, said) = fact.split_once(' ')?;
    let (first, second) = said.split_once(' ').map_or((said, None), |(first, second)| (first, Some(second)));
    match about {
        "born" => {
            let (year, month) =
                said.split_once('-').map_or((said, None), |(year, month)| (year, Some(month)));
            let month = month.map(|month| month.parse().unwrap());
            profile.born = Some(Born { year: year.parse().ok()?, month });
        }
        "trade" => {
            let months = second.map(|text| months(text).unwrap());
            profile.trades.push(Experience { trade: first.into(), months });
        }
        "industry" => profile.industries.push(said.into()),
        "cert" => {
            let expires = second.map(|text| text.parse().unwrap());
            profile.certificates.push(Certificate { id: first.into(), expires });
        }
        "lacks" => profile.lacks.push(said.into()),
        "at" => profile.here = Some(place(said)),
        "from" => {
            profile.home = Some(match said {
                "here" => Home::Here,
                "elsewhere" => Home::Elsewhere,
                division => Home::In(place(division)),
            });
        }
        "wants" => {
            let all = [Preference::Fixed, Preference::Flexible, Preference::Either];
            profile.preference = Some(all.into_iter().find(|one| one.id() == said)?);
        }
        "work" => profile.natures.push(Nature::ALL.into_iter().find(|one| one.id() == said)?),
        "pay" => {
            let (currency, unit) = second?.split_once('/')?;
            let (min, max) = first.split_once('-').map_or((first, None), |(min, max)| (min, Some(max)));
            profile.pay = Some(Pay {
                min: min.parse().ok()?,
                max: max.map(|max| max.parse().unwrap()),
                unit: PayUnit::from_id(unit)?,
                currency: Currency(currency.to_owned()),
            });
        }
        "tenure" => profile.tenure = Some(months(said)?),
        "free" => profile.free_from = Some(said.parse().ok()?),
        _ => return None,
    }
    Some(())
}

fn months(text: &str) -> Option<u32> {
    text.strip_suffix('m')?.parse().ok()
}

fn place(division: &str) -> Location {
    Location {
        id: division.to_owned(),
        country: division[..2].to_owned(),
        division: division.to_owned(),
        zone: "UTC".into(),
        point: Point { lat: 0.0, lon: 0.0 },
        approximate: false,
    }
}

fn packs() -> [RulePack; 2] {
    PACKS.map(|name| RulePack::embedded(name).unwrap())
}

fn rows() -> Vec<Row> {
    TABLE.lines().filter(|line| is_row(line)).map(Row::read).collect()
}

fn is_row(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_digit())
}

fn lines(found: &Classification) -> Vec<String> {
    found.labels.iter().map(|label| format!("{} {label}: {}", axis(label), reason(&label.why))).collect()
}

fn axis(label: &Label) -> String {
    format!("{:?}", label.axis).to_lowercase()
}

/// The reason in words of this table; every fact is in it.
fn reason(why: &Why) -> String {
    match why {
        Why::Trade { trade, primary: true } => format!("trade {trade}, primary"),
        Why::Trade { trade, primary: false } => format!("trade {trade}"),
        Why::Chosen => "chosen".to_owned(),
        Why::Held { certificate } => format!("holds {certificate}"),
        Why::Expired { certificate, on } => format!("held {certificate} until {on}"),
        Why::NoCertificate { months: Some(months) } => format!("no certificate, {months} months"),
        Why::NoCertificate { months: None } => "no certificate".to_owned(),
        Why::Months { months, from } => format!("{months} months, from {from}"),
        Why::HomeSaid => "said".to_owned(),
        Why::Divisions { here, home } => format!("at {here}, from {home}"),
        Why::Age { years, from } => format!("{years} years, from {from}"),
        Why::Tenure { months, from } => format!("{months} months, bound {from}"),
        Why::Pay { min, unit, currency } => format!("asks {min} {currency}/{}", unit.id()),
    }
}

#[test]
fn every_profile_gets_the_labels_of_the_table() {
    let mut actual = String::new();
    for line in TABLE.lines().filter(|line| !line.starts_with(' ')) {
        writeln!(actual, "{line}").unwrap();
        if is_row(line) {
            actual += &Row::read(line).labels();
        }
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(FILE, actual).unwrap();
        return;
    }
    let (mut row, mut at) = ("", 0);
    for (expected, actual) in TABLE.lines().zip(actual.lines()) {
        at += 1;
        row = if is_row(expected) { expected } else { row };
        assert_eq!(expected, actual, "line {at}, below: {row}\nUPDATE_EXPECT=1 rewrites the file");
    }
    assert_eq!(TABLE, actual, "the end of the file");
}

#[test]
fn no_row_appears_twice() {
    let rows = rows();
    assert!(rows.len() >= 60, "only {} rows", rows.len());
    for (at, row) in rows.iter().enumerate() {
        assert!(!rows[..at].contains(row), "twice: {row:?}");
    }
}

#[test]
fn every_label_occurs_in_both_packs() {
    let industries = TAXONOMY.industries().iter().map(|industry| format!("industry {}", industry.id));
    let known: BTreeSet<String> = LABELS.map(str::to_owned).into_iter().chain(industries).collect();
    for pack in packs() {
        let labels = rows().into_iter().flat_map(|row| row.classify(&pack).labels);
        let found: BTreeSet<String> =
            labels.map(|label| format!("{} {}", axis(&label), label.value)).collect();
        assert_eq!(found, known, "in {}", pack.id);
    }
}

#[test]
fn every_bound_has_a_row_below_at_and_above_it() {
    let rows = rows();
    for pack in packs() {
        let around = |bounds: &[u32]| -> Vec<u32> { bounds.iter().flat_map(|b| b - 1..=b + 1).collect() };
        let bands = &pack.experience;
        for months in around(&[bands.junior, bands.experienced, bands.veteran]) {
            let has = |row: &Row| row.profile.trades.iter().any(|trade| trade.months == Some(months));
            assert!(rows.iter().any(has), "no experience of {months} months");
        }
        for months in around(&[pack.tenure.short_below, pack.tenure.steady_above]) {
            let has = |row: &Row| row.profile.tenure == Some(months);
            assert!(rows.iter().any(has), "no tenure of {months} months");
        }
        for months in around(&[bands.junior]) {
            let why = Why::NoCertificate { months: Some(months) };
            let has = |row: &Row| row.classify(&pack).labels.iter().any(|label| label.why == why);
            assert!(rows.iter().any(has), "nobody without a certificate has {months} months");
        }
        for (currency, units) in &pack.income {
            for (unit, band) in units {
                for min in [band.low_below, band.high_from].into_iter().flat_map(|b| b - 1..=b + 1) {
                    let is = |pay: &Pay| (&pay.currency.0, pay.unit.id(), pay.min) == (currency, unit, min);
                    let has = |row: &Row| row.profile.pay.as_ref().is_some_and(is);
                    assert!(rows.iter().any(has), "nobody asks {min} {currency}/{unit}");
                }
            }
        }
        for years in [pack.legal.minimum_age, pack.age.young, pack.age.middle, pack.age.senior] {
            // The age on the day before, on the day, and on the day after.
            for ages in [[-1, -1, 0], [-1, 0, 0], [0, 0, 0]] {
                let expected = ages.map(|more| Some(years + more));
                let has = |row: &Row| {
                    let days = [row.today.yesterday().unwrap(), row.today, row.today.tomorrow().unwrap()];
                    days.map(|day| Some(row.profile.born?.age_on(day))) == expected
                };
                assert!(rows.iter().any(has), "nobody turns {years}: {ages:?}");
            }
        }
    }
    for days in -1..=1 {
        let expires = |row: &Row, paper: &Certificate| {
            paper.expires.is_some_and(|on| (on - row.today).get_days() == days)
        };
        let has = |row: &Row| row.profile.certificates.iter().any(|paper| expires(row, paper));
        assert!(rows.iter().any(has), "no certificate expires in {days} days");
    }
}

#[test]
fn the_label_of_age_agrees_with_the_law() {
    for pack in packs() {
        for row in rows() {
            let found = row.classify(&pack);
            let law = row.profile.born.map(|born| age_check(born, &pack, row.today));
            assert_eq!(found.has(Axis::Age, "minor"), law == Some(AgeCheck::Minor), "{row:?}");
            let no_age = found.labels.iter().all(|label| label.axis != Axis::Age);
            assert_eq!(no_age, matches!(law, None | Some(AgeCheck::TooYoung)), "{row:?}");
        }
    }
}
