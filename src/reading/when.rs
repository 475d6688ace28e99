//! From when: the day that a text names.

use super::around::Around;
use super::figures::Figure;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// Letters between a day and its month.
const NEAR: usize = 3;

/// A reader of days.
#[derive(Clone, Copy)]
pub(super) struct When<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    figures: &'a [Figure],
    around: Around<'a>,
    today: Date,
}

impl<'a> When<'a> {
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention], figures: &'a [Figure], today: Date) -> Self {
        Self { text: text.text(), mentions, figures, around: Around::new(text, mentions), today }
    }

    /// The first day that is said: a date, else a day relative to today.
    pub(super) fn day(&self) -> Option<(Date, Range<usize>)> {
        let dated = self.figures.iter().find_map(|figure| self.dated(figure));
        dated.or_else(|| self.mentions.iter().find_map(|m| Some((self.named(m)?, m.span.clone()))))
    }

    /// `12月7号`, `7 декабря`, `7th December`, `7-dekabr`, `ngày 7/12`, `下个月5号`.
    fn dated(&self, figure: &Figure) -> Option<(Date, Range<usize>)> {
        if let Some(found) = self.chinese(figure).or_else(|| self.written(figure)) {
            return Some(found);
        }
        let day = whole(figure.low, 1..=31)?;
        if figure.high.is_some() || figure.scale > 1.0 {
            return None;
        }
        let near = |m: &&Mention| matches!(m.meaning, Meaning::Month(_) | Meaning::Cue(Cue::NextMonth));
        let after = self.around.after(figure.span.end, NEAR).into_iter().find(near);
        let before = || self.around.before(figure.span.start, 1).into_iter().find(near);
        let mention = after.or_else(before)?;
        let span = figure.span.start.min(mention.span.start)..figure.span.end.max(mention.span.end);
        let date = match mention.meaning {
            Meaning::Month(month) => self.coming(month, day)?,
            _ if self.text[figure.span.end..].starts_with(['号', '日']) => {
                self.next_month()?.with().day(day).build().ok()?
            }
            _ => return None,
        };
        Some((date, span))
    }

    /// `12月7号`, `12月中旬`, `明年3月1号`, `12月`.
    fn chinese(&self, figure: &Figure) -> Option<(Date, Range<usize>)> {
        let rest = self.text[figure.span.end..].strip_prefix('月')?;
        // 88年3月 is when somebody was born, 干到4月 when it ends.
        if self.text[..figure.span.start].ends_with(['年', '到', '至'])
            && !self.text[..figure.span.start].ends_with("明年")
        {
            return None;
        }
        let month = whole(figure.low, 1..=12)?;
        let end = figure.span.end + '月'.len_utf8();
        let day = self.figures.iter().find(|other| other.span.start == end);
        let (day, end) = match day {
            Some(day) => (whole(day.low, 1..=31)?, day.span.end),
            None if rest.starts_with('中') => (15, end),
            None => (1, end),
        };
        Some((self.coming(month, day)?, figure.span.start..end))
    }

    /// `2026-12-07`, `7.12.2026`, `7.12`, `7/12`.
    fn written(&self, figure: &Figure) -> Option<(Date, Range<usize>)> {
        let start = figure.span.start;
        let run: &str =
            self.text[start..].split(|c: char| !(c.is_ascii_digit() || "./-".contains(c))).next()?;
        let parts: Vec<&str> = run.trim_end_matches(['.', '/', '-']).split(['.', '/', '-']).collect();
        let numbers: Vec<i16> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let date = match (numbers[..].as_ref(), parts[0].len()) {
            ([year, month, day], 4) => exact(*year, *month, *day)?,
            ([day, month, year], 1 | 2) if parts[2].len() == 4 => exact(*year, *month, *day)?,
            ([day, month], 1 | 2)
                if parts[1].len() == 2 && run.contains(['.', '/']) && self.speaks_of_days(start) =>
            {
                self.coming(i8::try_from(*month).ok()?, i8::try_from(*day).ok()?)?
            }
            _ => return None,
        };
        Some((date, start..start + run.len()))
    }

    /// Whether what stands before two numbers makes them a day and a month.
    fn speaks_of_days(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        ["ngay", "с", "from", "tgl", "tanggal", "tu", "on", "после"].iter().any(|word| before.ends_with(word))
    }

    /// A day that a word alone names.
    fn named(&self, mention: &Mention) -> Option<Date> {
        let beside = |cue| {
            self.around.has_before(mention.span.start, cue, NEAR)
                || self.around.after(mention.span.end, NEAR).iter().any(|m| m.meaning == Meaning::Cue(cue))
        };
        match mention.meaning {
            Meaning::Cue(Cue::Tomorrow) => self.today.checked_add(1.day()).ok(),
            Meaning::Cue(Cue::DayAfterTomorrow) => self.today.checked_add(2.days()).ok(),
            Meaning::Cue(Cue::NextWeek) => {
                let monday = self.today.nth_weekday(1, Weekday::Monday).ok()?;
                // 下周三: the day of the week stands in the same word.
                let letter = self.text[mention.span.end..].chars().next();
                let same = letter.and_then(|c| "一二三四五六日".chars().position(|day| day == c));
                let after = self.around.after(mention.span.end, 1);
                let beside = after
                    .iter()
                    .find_map(|m| if let Meaning::Weekday(n) = m.meaning { Some(n) } else { None });
                let day = same.and_then(|n| i8::try_from(n + 1).ok()).or(beside);
                monday.checked_add(i64::from(day.unwrap_or(1) - 1).days()).ok()
            }
            Meaning::Cue(Cue::NextMonth) if beside(Cue::MidOf) => {
                self.next_month()?.with().day(15).build().ok()
            }
            Meaning::Cue(Cue::NextMonth) => self.next_month(),
            Meaning::Cue(Cue::NewYear) => exact(self.today.year() + 1, 1, 1),
            Meaning::Weekday(day) if !self.is_one_of_several(mention) => {
                self.today.nth_weekday(1, Weekday::from_monday_one_offset(day).ok()?).ok()
            }
            Meaning::Month(month) if beside(Cue::EarlyIn) => self.coming(month, 1),
            Meaning::Month(month) if beside(Cue::MidOf) => self.coming(month, 15),
            _ => None,
        }
    }

    /// 周六周日, Mon Wed Fri: days of every week are no beginning.
    fn is_one_of_several(&self, mention: &Mention) -> bool {
        let is_day = |m: &&Mention| matches!(m.meaning, Meaning::Weekday(_)) && m.span != mention.span;
        self.around.before(mention.span.start, NEAR + 3).iter().any(is_day)
            || self.around.after(mention.span.end, NEAR + 3).iter().any(is_day)
    }

    fn next_month(&self) -> Option<Date> {
        self.today.checked_add(1.month()).ok().map(Date::first_of_month)
    }

    /// The next day with this month and day, today included.
    fn coming(&self, month: i8, day: i8) -> Option<Date> {
        let this = exact(self.today.year(), i16::from(month), i16::from(day));
        this.filter(|date| *date >= self.today)
            .or_else(|| exact(self.today.year() + 1, i16::from(month), i16::from(day)))
    }
}

fn exact(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn whole(value: f64, range: std::ops::RangeInclusive<i8>) -> Option<i8> {
    let n = value as i8;
    (value.fract() == 0.0 && value < 100.0 && range.contains(&n)).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::reading::{Lexicon, figures};
    use jiff::civil::date;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    #[test]
    fn days_in_messages() {
        let mut wrong = Vec::new();
        for (lang, text, expected) in [
            (Lang::ZH, "12月8号集合", Some((2026, 12, 8))),
            (Lang::ZH, "12月中旬能上船", Some((2026, 12, 15))),
            (Lang::ZH, "3月1号以后", Some((2027, 3, 1))),
            (Lang::ZH, "十二月八号", Some((2026, 12, 8))),
            (Lang::ZH, "明天就能来", Some((2026, 11, 24))),
            (Lang::ZH, "下周三进场", Some((2026, 12, 2))),
            (Lang::ZH, "下个月到岗", Some((2026, 12, 1))),
            (Lang::ZH, "下个月5号", Some((2026, 12, 5))),
            (Lang::EN, "available from 7th December", Some((2026, 12, 7))),
            (Lang::EN, "from Monday", Some((2026, 11, 30))),
            (Lang::RU, "с завтрашнего дня", Some((2026, 11, 24))),
            (Lang::RU, "с 7 декабря", Some((2026, 12, 7))),
            (Lang::RU, "с 1.12.2026", Some((2026, 12, 1))),
            (Lang::VI, "đầu tháng 12", Some((2026, 12, 1))),
            (Lang::VI, "tuần sau", Some((2026, 11, 30))),
            (Lang::ID, "mulai besok", Some((2026, 11, 24))),
            (Lang::UZ, "keyingi oydan", Some((2026, 12, 1))),
            (Lang::ZH, "8000一个月，35岁", None),
            (Lang::ZH, "", None),
        ] {
            let folded = Folded::new(text, lang);
            let mentions = LEXICON.find(&folded);
            let figures = figures(&folded, &mentions);
            let found =
                When::new(&folded, &mentions, &figures, date(2026, 11, 23)).day().map(|(date, _)| date);
            let expected = expected.map(|(y, m, d)| date(y, m, d));
            if found != expected {
                wrong.push(format!("{text}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
