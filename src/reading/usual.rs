//! What is usually paid, to tell a wage that is too good to be true.

use super::wage::{Wage, WageUnit};

/// By currency: what simple work pays in a month, and what skilled work does. Rounded from public statistics of
/// average wages (national offices, 2024 and 2025); they only have to tell the threefold.
const MONTHLY: [(&str, f64, f64); 26] = [
    ("CNY", 6_000.0, 10_000.0),
    ("HKD", 17_000.0, 28_000.0),
    ("TWD", 32_000.0, 48_000.0),
    ("SGD", 2_000.0, 3_200.0),
    ("RUB", 70_000.0, 120_000.0),
    ("UZS", 5e6, 9e6),
    ("KZT", 250_000.0, 420_000.0),
    ("KGS", 35_000.0, 60_000.0),
    ("VND", 9e6, 15e6),
    ("IDR", 4e6, 6.5e6),
    ("USD", 2_200.0, 3_800.0),
    ("EUR", 2_000.0, 3_200.0),
    ("GBP", 2_200.0, 3_400.0),
    ("JPY", 220_000.0, 300_000.0),
    ("KRW", 2.3e6, 3.3e6),
    ("MYR", 2_000.0, 3_500.0),
    ("AED", 1_800.0, 3_500.0),
    ("SAR", 1_800.0, 3_500.0),
    ("QAR", 1_800.0, 3_500.0),
    ("INR", 18_000.0, 30_000.0),
    ("PHP", 18_000.0, 30_000.0),
    ("ZAR", 7_000.0, 15_000.0),
    ("KES", 20_000.0, 45_000.0),
    ("NGN", 90_000.0, 200_000.0),
    ("AUD", 4_800.0, 7_000.0),
    ("CAD", 3_600.0, 5_500.0),
];
/// Where wages in dollars and euros are lower than in the lands of that money.
const RICH: [&str; 16] =
    ["US", "CA", "AU", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "FI", "IE", "GB", "NO", "SE", "DK"];

const HOURS: f64 = 200.0;
const DAYS: f64 = 26.0;
/// The contract of the flag: about three times the usual.
const BEYOND: f64 = 3.0;

/// Whether pay is beyond three times the usual.
pub(super) fn is_beyond(wage: &Wage, country: Option<&str>, is_skilled: bool) -> bool {
    share(wage, country, is_skilled).is_some_and(|share| share > BEYOND)
}

/// Whether pay is more than usual for simple work.
pub(super) fn is_large(wage: &Wage, country: Option<&str>) -> bool {
    share(wage, country, false).is_some_and(|share| share > 1.3)
}

/// How many times the usual the pay is, by its lower end.
fn share(wage: &Wage, country: Option<&str>, is_skilled: bool) -> Option<f64> {
    let figure = wage.min.or(wage.max)?;
    let month = match wage.unit {
        WageUnit::Hour => figure * HOURS,
        WageUnit::Day => figure * DAYS,
        WageUnit::Month => figure,
        WageUnit::Year => figure / 12.0,
        WageUnit::Piece => return None,
    };
    let (_, simple, skilled) = MONTHLY.iter().find(|row| Some(row.0) == wage.currency.as_deref())?;
    let poor = matches!(wage.currency.as_deref(), Some("USD" | "EUR"))
        && country.is_some_and(|country| !RICH.contains(&country));
    let usual = if is_skilled { skilled } else { simple };
    Some(month / if poor { usual * 0.7 } else { *usual })
}
