//! Phone numbers as people write them.

use phonenumber::Mode;

/// A number that can be called, in international form (E.164): `138 0000 0000`, `+7 (912) 000-00-00`,
/// `８６13800000000`. Without a country code it is one of `country` (ISO 3166-1 alpha-2). `None` when no
/// network gives out such a number.
#[must_use]
pub fn phone(text: &str, country: Option<&str>) -> Option<String> {
    let folded = super::fold(text);
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let strange = |c: char| !(c.is_ascii_digit() || c.is_whitespace() || "+()./-".contains(c));
    if !(7..=15).contains(&digits) || folded.contains(strange) {
        return None;
    }
    // Where a country is known, digits that are no number of it are a slip of the finger, not a number of
    // whichever country they happen to begin like.
    let form = if country.is_none() && !folded.starts_with('+') { format!("+{folded}") } else { folded };
    let number = phonenumber::parse(country.and_then(|code| code.parse().ok()), form).ok()?;
    number.is_valid().then(|| number.format().mode(Mode::E164).to_string())
}

/// A number as Telegram gives it, with the `+` that it sometimes leaves out.
#[must_use]
pub fn international(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("+{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (text, country, expected) in [
            ("13800000000", Some("CN"), Some("+8613800000000")),
            ("138 0000 0000", Some("CN"), Some("+8613800000000")),
            ("１３８００００００００", Some("CN"), Some("+8613800000000")),
            ("+86 138-0000-0000", None, Some("+8613800000000")),
            ("8613800000000", None, Some("+8613800000000")),
            ("+7 (912) 000-00-00", Some("CN"), Some("+79120000000")),
            ("8 912 000-00-00", Some("RU"), Some("+79120000000")),
            ("+998 90 123 45 67", Some("CN"), Some("+998901234567")),
            ("1380000000", Some("CN"), None),
            ("12345678901", Some("CN"), None),
            ("电话13800000000", Some("CN"), None),
            ("2026-12-01", Some("CN"), None),
            ("6000", Some("CN"), None),
            ("", None, None),
        ] {
            assert_eq!(phone(text, country).as_deref(), expected, "{text}");
        }
        assert_eq!(international("8613800000000"), "+8613800000000");
        assert_eq!(international("+7 912"), "+7912");
    }
}
