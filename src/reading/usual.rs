//! What is usually paid: to tell an hour's wage from a day's and a month's, to see what was left out of a figure, and
//! to know what is too good to be true.

use super::wage::{Wage, WageUnit};

/// Usual wages of a currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    /// What simple and skilled work pay in a month.
    simple: f64,
    skilled: f64,
    /// A month's wage below this is short for thousands or millions: `зп от 90`, `lương 15-18`.
    pub(super) short: f64,
    /// Which of these.
    pub(super) times: f64,
}

/// By currency: simple work, skilled work, and what is left out. Rounded from public statistics of average wages
/// (national offices, 2024 and 2025): they only have to tell hours from days, days from months, and the threefold.
const MONTHLY: [(&str, f64, f64, f64, f64); 42] = [
    ("CNY", 6e3, 1e4, 0.0, 1.0),
    ("HKD", 17e3, 28e3, 0.0, 1.0),
    ("MOP", 13e3, 22e3, 0.0, 1.0),
    ("TWD", 32e3, 48e3, 0.0, 1.0),
    ("SGD", 2e3, 3.2e3, 0.0, 1.0),
    ("RUB", 70e3, 120e3, 600.0, 1e3),
    ("UZS", 5e6, 9e6, 100.0, 1e6),
    ("KZT", 250e3, 420e3, 1000.0, 1e3),
    ("KGS", 35e3, 60e3, 300.0, 1e3),
    ("TJS", 2.5e3, 5e3, 0.0, 1.0),
    ("VND", 9e6, 15e6, 200.0, 1e6),
    ("IDR", 4e6, 6.5e6, 100.0, 1e6),
    ("USD", 2.2e3, 3.8e3, 0.0, 1.0),
    ("EUR", 2e3, 3.2e3, 0.0, 1.0),
    ("GBP", 2.2e3, 3.4e3, 0.0, 1.0),
    ("JPY", 220e3, 300e3, 0.0, 1.0),
    ("KRW", 2.3e6, 3.3e6, 0.0, 1.0),
    ("MYR", 2e3, 3.5e3, 0.0, 1.0),
    ("THB", 15e3, 25e3, 0.0, 1.0),
    ("PHP", 18e3, 30e3, 0.0, 1.0),
    ("INR", 18e3, 30e3, 0.0, 1.0),
    ("PKR", 40e3, 70e3, 0.0, 1.0),
    ("BDT", 15e3, 25e3, 0.0, 1.0),
    ("NPR", 20e3, 35e3, 0.0, 1.0),
    ("AED", 1.8e3, 3.5e3, 0.0, 1.0),
    ("SAR", 1.8e3, 3.5e3, 0.0, 1.0),
    ("QAR", 1.8e3, 3.5e3, 0.0, 1.0),
    ("OMR", 180.0, 350.0, 0.0, 1.0),
    ("KWD", 120.0, 250.0, 0.0, 1.0),
    ("BHD", 150.0, 300.0, 0.0, 1.0),
    ("TRY", 24e3, 40e3, 0.0, 1.0),
    ("ILS", 7e3, 11e3, 0.0, 1.0),
    ("PLN", 4.5e3, 7e3, 0.0, 1.0),
    ("CZK", 28e3, 40e3, 0.0, 1.0),
    ("ZAR", 7e3, 15e3, 0.0, 1.0),
    ("KES", 20e3, 45e3, 0.0, 1.0),
    ("NGN", 90e3, 250e3, 0.0, 1.0),
    ("GHS", 1.5e3, 3e3, 0.0, 1.0),
    ("AUD", 4.8e3, 7e3, 0.0, 1.0),
    ("NZD", 4.4e3, 6e3, 0.0, 1.0),
    ("CAD", 3.6e3, 5.5e3, 0.0, 1.0),
    ("BYN", 1.4e3, 2.4e3, 0.0, 1.0),
];
/// Where wages in dollars and euros are lower than in the lands of that money.
const RICH: [&str; 16] =
    ["US", "CA", "AU", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "FI", "IE", "GB", "NO", "SE", "DK"];

/// And where they are lowest.
const POOR: [&str; 22] = [
    "LA", "KH", "MM", "VN", "ID", "PH", "TH", "UZ", "KG", "TJ", "TM", "IN", "BD", "NP", "PK", "LK", "NG",
    "KE", "GH", "UG", "ET", "MN",
];

const HOURS: f64 = 200.0;
const DAYS: f64 = 26.0;
/// The contract of the flag: about three times the usual.
const BEYOND: f64 = 3.0;

impl Usual {
    /// Of a currency; `country` is where the work is. Wages in dollars and euros are lower in some lands.
    pub(super) fn of(currency: Option<&str>, country: Option<&str>) -> Option<Self> {
        let (_, simple, skilled, short, times) = *MONTHLY.iter().find(|row| Some(row.0) == currency)?;
        let part = match country.filter(|_| matches!(currency, Some("USD" | "EUR"))) {
            Some(country) if POOR.contains(&country) => 0.35,
            Some(country) if !RICH.contains(&country) => 0.7,
            _ => 1.0,
        };
        Some(Self { simple: simple * part, skilled: skilled * part, short, times })
    }

    /// What a figure without a unit is paid for: a good wage of skilled work in an hour is less than a bad day's.
    pub(super) fn unit(self, figure: f64) -> WageUnit {
        if figure <= self.skilled / 130.0 {
            WageUnit::Hour
        } else if figure <= self.skilled / 8.0 {
            WageUnit::Day
        } else {
            WageUnit::Month
        }
    }

    /// Whether anybody would be paid so little, or so much.
    pub(super) fn is_possible(self, figure: f64, unit: WageUnit) -> bool {
        let month = match unit {
            WageUnit::Hour => figure * HOURS,
            WageUnit::Day => figure * DAYS,
            WageUnit::Month => figure,
            WageUnit::Year => figure / 12.0,
            WageUnit::Piece => return figure > 0.0,
        };
        (self.simple / 10.0..=self.skilled * 30.0).contains(&month)
    }
}

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
    let usual = Usual::of(wage.currency.as_deref(), country)?;
    Some(month / if is_skilled { usual.skilled } else { usual.simple })
}
