//! Numbers that are spelt out: `полтора млн`, `tiga juta`, `hai mươi bảy`, `двести пятьдесят тысяч`.

use super::figures::{Figure, MOST};
use super::lexicon::Mention;
use super::meaning::Meaning;

/// The numbers of a text that are spelt out, from left to right.
pub(super) fn spelt(text: &str, mentions: &[Mention]) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < mentions.len() {
        let Meaning::Number(first) = mentions[at].meaning else {
            at += 1;
            continue;
        };
        let start = mentions[at].span.start;
        let mut sum = Sum { whole: 0.0, part: first, scale: 1.0 };
        let mut end = mentions[at].span.end;
        at += 1;
        while let Some((next, meaning)) = next_part(text, end, &mentions[at..]) {
            if !sum.add(meaning) {
                break;
            }
            end = mentions[at + next].span.end;
            at += next + 1;
        }
        let low = sum.whole + sum.part;
        if low <= MOST {
            found.push(Figure { span: start..end, low, high: None, scale: sum.scale, digits: false });
        }
    }
    found
}

/// The next number or scale behind a place, with no more than a blank and one little word in between.
fn next_part(text: &str, end: usize, mentions: &[Mention]) -> Option<(usize, Meaning)> {
    let is_part =
        |m: &Mention| matches!(m.meaning, Meaning::Number(_) | Meaning::Scale(_)) && m.span.start >= end;
    let next = mentions.iter().take(6).position(is_part)?;
    let gap = &text[end..mentions[next].span.start];
    matches!(gap, "" | " " | " and " | " lẻ " | " le " | " linh " | "-")
        .then(|| (next, mentions[next].meaning))
}

/// A number while its words are added up.
struct Sum {
    /// Thousands and more that are complete.
    whole: f64,
    /// What the next scale multiplies.
    part: f64,
    scale: f64,
}

impl Sum {
    /// Whether a word goes on with the number.
    fn add(&mut self, meaning: Meaning) -> bool {
        match meaning {
            // 2 hundred, hai mươi; but not `ikki uch`.
            Meaning::Number(n)
                if n >= 10.0 && self.part >= 1.0 && self.part < n && [10.0, 100.0, 1000.0].contains(&n) =>
            {
                self.part *= n;
                true
            }
            // triệu rưỡi: half of the last scale.
            Meaning::Number(n)
                if n > 0.0 && n < 1.0 || (n - 1.5).abs() < f64::EPSILON && self.scale > 1.0 =>
            {
                self.part += self.scale * 0.5;
                true
            }
            // Dictated digits: ноль ноль.
            Meaning::Number(n) if n == 0.0 || self.part == 0.0 && self.whole == 0.0 => false,
            Meaning::Number(n) => {
                let room = if self.part == 0.0 { f64::INFINITY } else { lowest_digit(self.part) };
                let fits = n < room
                    && self.part.fract() == 0.0
                    && (n < 10.0 || self.part >= 100.0 || self.part == 0.0);
                if fits {
                    self.part += n;
                }
                fits
            }
            Meaning::Scale(scale) => {
                if self.part == 0.0 {
                    return false;
                }
                self.whole += self.part * scale;
                self.part = 0.0;
                self.scale = scale;
                true
            }
            _ => false,
        }
    }
}

/// What the lowest digit of a whole number that is not nought counts: 10 for 250.
fn lowest_digit(number: f64) -> f64 {
    [1000.0, 100.0, 10.0].into_iter().find(|step| number % step == 0.0).unwrap_or(1.0)
}
