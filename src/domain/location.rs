//! A place as a profile or a job keeps it: enough to compute with when the place tables change.

use serde::{Deserialize, Serialize};

/// A point on the earth in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// −90 to 90, north positive.
    pub lat: f64,
    /// −180 to 180, east positive.
    pub lon: f64,
}

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0088;

impl Point {
    /// The point, if both numbers are finite and within range.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let valid = lat.is_finite() && lon.is_finite() && lat.abs() <= 90.0 && lon.abs() <= 180.0;
        valid.then_some(Self { lat, lon })
    }

    /// Great-circle distance in kilometres (haversine).
    #[must_use]
    pub fn km_to(self, other: Self) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat_b - lat_a) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let chord = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
        2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
    }
}

/// A known place: a division of China, or a city of the world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// Id in the place tables: `cn:4403` (division code) or `gn:1795565` (GeoNames).
    pub id: String,
    /// ISO 3166-1 alpha-2, for example `CN`.
    pub country: String,
    /// First-level division, `country:code`: `CN:44`, `RU:48`. Two places with the same one are "local" to each other.
    pub division: String,
    /// IANA time zone, for example `Asia/Shanghai`.
    pub zone: String,
    /// Where it is: the shared point itself, or the middle of the place.
    pub point: Point,
    /// Whether the point stands for something larger than a city (a unit that borrowed its parent's point).
    #[serde(default)]
    pub approximate: bool,
}
