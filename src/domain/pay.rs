//! Pay in whole units of a currency.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a figure is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayUnit {
    /// An hour of work.
    Hour,
    /// A day or a shift.
    Day,
    /// A month.
    Month,
    /// A piece, a square metre, an order.
    Piece,
}

impl PayUnit {
    /// The id used in answers, locale keys and stored JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Piece => "piece",
        }
    }

    /// Reads [`PayUnit::id`] back.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Hour, Self::Day, Self::Month, Self::Piece].into_iter().find(|unit| unit.id() == id)
    }

    /// Units in a month of work: 26 days of 8 hours, the usual month of Chinese day labour.
    /// Piece work has no common measure with time.
    #[must_use]
    pub const fn per_month(self) -> Option<i64> {
        match self {
            Self::Hour => Some(26 * 8),
            Self::Day => Some(26),
            Self::Month => Some(1),
            Self::Piece => None,
        }
    }
}

/// An ISO 4217 currency code, for example `CNY`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(pub String);

impl Currency {
    /// The currency in which wages are paid in a country (ISO 3166-1 alpha-2); US dollars where unknown.
    #[must_use]
    pub fn of_country(country: &str) -> Self {
        let code = match country {
            "CN" => "CNY",
            "RU" => "RUB",
            "VN" => "VND",
            "ID" => "IDR",
            "UZ" => "UZS",
            "KZ" => "KZT",
            "KG" => "KGS",
            "TJ" => "TJS",
            "HK" => "HKD",
            "MO" => "MOP",
            "TW" => "TWD",
            "SG" => "SGD",
            "MY" => "MYR",
            "TH" => "THB",
            "PH" => "PHP",
            "KR" => "KRW",
            "JP" => "JPY",
            "IN" => "INR",
            "AE" => "AED",
            "SA" => "SAR",
            "QA" => "QAR",
            "TR" => "TRY",
            "GB" => "GBP",
            "PL" => "PLN",
            "AU" => "AUD",
            "NZ" => "NZD",
            "CA" => "CAD",
            "ZA" => "ZAR",
            "KE" => "KES",
            "NG" => "NGN",
            "GH" => "GHS",
            "UG" => "UGX",
            "TZ" => "TZS",
            "EG" => "EGP",
            "OM" => "OMR",
            "KW" => "KWD",
            "BH" => "BHD",
            "JO" => "JOD",
            "IL" => "ILS",
            "PK" => "PKR",
            "BD" => "BDT",
            "LK" => "LKR",
            "NP" => "NPR",
            "LA" => "LAK",
            "MM" => "MMK",
            "MN" => "MNT",
            "BY" => "BYN",
            "UA" => "UAH",
            "GE" => "GEL",
            "AZ" => "AZN",
            "AM" => "AMD",
            "TM" => "TMT",
            "CZ" => "CZK",
            "HU" => "HUF",
            "RO" => "RON",
            "RS" => "RSD",
            "SE" => "SEK",
            "NO" => "NOK",
            "DK" => "DKK",
            "CH" => "CHF",
            "MX" => "MXN",
            "BR" => "BRL",
            "DE" | "FR" | "IT" | "ES" | "NL" | "AT" | "BE" | "FI" | "IE" | "PT" | "GR" | "EE" | "LV"
            | "LT" | "SK" | "SI" | "HR" | "CY" | "MT" | "LU" | "BG" => "EUR",
            _ => "USD",
        };
        Self(code.to_owned())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A sum or a range: what a worker asks, or what a job pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// At least this, in whole currency units.
    pub min: i64,
    /// At most this; `None` for "and up".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// What it is paid for.
    pub unit: PayUnit,
    /// In which money.
    pub currency: Currency,
}

impl Pay {
    /// The lower figure for a month of work; `None` for piece work.
    #[must_use]
    pub fn min_per_month(&self) -> Option<i64> {
        Some(self.min.saturating_mul(self.unit.per_month()?))
    }

    /// The upper figure (or the lower, if it is the only one) for a month of work; `None` for piece work.
    #[must_use]
    pub fn max_per_month(&self) -> Option<i64> {
        let top = self.max.unwrap_or(self.min).max(self.min);
        Some(top.saturating_mul(self.unit.per_month()?))
    }
}
