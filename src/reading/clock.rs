//! Times of the day as people write them.

use super::fold;
use jiff::civil::{Time, time};

/// Words after which an hour up to 11 is one of the afternoon or evening.
const LATER: [&str; 12] =
    ["下午", "晚上", "傍晚", "pm", "p.m", "дня", "вечера", "chiều", "tối", "sore", "malam", "kechqurun"];

/// A time of the day: `14:30`, `9`, `9点半`, `下午2点`, `2 pm`, `в 9 утра`; `None` when there is none, or
/// more than one.
#[must_use]
pub fn time_of_day(text: &str) -> Option<Time> {
    let folded = fold(text);
    let numbers: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match numbers[..] {
        [whole] if whole.len() == 4 => (whole[..2].parse::<i8>().ok()?, whole[2..].parse::<i8>().ok()?),
        [hour] => (hour.parse().ok()?, if folded.contains('半') { 30 } else { 0 }),
        [hour, minute] if minute.len() == 2 => {
            let (_, rest) = folded.split_once(hour)?;
            let between = rest.split_once(minute)?.0.trim();
            if ![":", ".", "点", "时", "ч", "h", "giờ"].contains(&between) {
                return None;
            }
            (hour.parse().ok()?, minute.parse().ok()?)
        }
        _ => return None,
    };
    let later = hour < 12 && LATER.iter().any(|word| folded.contains(word));
    let hour = if later { hour + 12 } else { hour };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| time(hour, minute, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_people_write_them() {
        for (text, expected) in [
            ("14:30", Some((14, 30))),
            ("１４：３０", Some((14, 30))),
            ("9", Some((9, 0))),
            ("9点", Some((9, 0))),
            ("9点半", Some((9, 30))),
            ("下午2点", Some((14, 0))),
            ("晚上7点半", Some((19, 30))),
            ("2 pm", Some((14, 0))),
            ("0900", Some((9, 0))),
            ("9.15", Some((9, 15))),
            ("в 9 утра", Some((9, 0))),
            ("3 giờ chiều", Some((15, 0))),
            ("25:00", None),
            ("9:75", None),
            ("9-11", None),
            ("9 11", None),
            ("9点15分", Some((9, 15))),
            ("1 2 3", None),
            ("morning", None),
            ("", None),
        ] {
            let found = time_of_day(text).map(|time| (time.hour(), time.minute()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
