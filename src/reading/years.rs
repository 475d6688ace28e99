//! Ages, years of birth, and years of experience.

use super::around::{Around, has};
use super::figures::Figure;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use crate::domain::Lang;
use jiff::civil::Date;
use std::ops::Range;

/// How old somebody is, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Full years.
    Years(i16),
    /// The year of birth.
    Born(i16),
}

/// Ages of people who look for work.
const WORKING: std::ops::RangeInclusive<f64> = 14.0..=75.0;
/// Nobody worked longer.
const LONGEST: f64 = 60.0;
/// Letters between a figure and the word that says what it is.
const NEAR: usize = 2;
/// Letters between a word such as experience and its figure.
const FAR: usize = 12;

/// The figures of a text and what stands around them.
#[derive(Clone, Copy)]
pub(super) struct Years<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    figures: &'a [Figure],
    around: Around<'a>,
    lang: Lang,
    today: Date,
}

impl<'a> Years<'a> {
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention], figures: &'a [Figure], today: Date) -> Self {
        Self {
            text: text.text(),
            mentions,
            figures,
            around: Around::new(text, mentions),
            lang: text.lang(),
            today,
        }
    }

    /// The age or the year of birth, the first that is said.
    pub(super) fn age(&self) -> Option<(Age, Range<usize>)> {
        let said = |read: fn(&Self, &Figure) -> Option<Age>| {
            self.figures.iter().find_map(|figure| Some((read(self, figure)?, figure.span.clone())))
        };
        said(Self::birth)
            .or_else(|| said(Self::said_age))
            .or_else(|| said(Self::bare_age))
            .or_else(|| said(Self::lone_age))
    }

    /// Years of experience, the longest that is said; 0 for a beginner.
    pub(super) fn experience(&self) -> Option<(f64, Range<usize>)> {
        let read = |figure: &Figure| Some((self.years_of_work(figure)?, figure.span.clone()));
        let longest = self.figures.iter().filter_map(read).max_by(|a, b| a.0.total_cmp(&b.0));
        let beginner = || {
            let cue = self.mentions.iter().find(|m| m.meaning == Meaning::Cue(Cue::Beginner))?;
            Some((0.0, cue.span.clone()))
        };
        longest.or_else(beginner)
    }

    /// `1983年生`, `85年的`, `sinh năm 92`, `1990 г.р.`, `94-yilman`, `DOB 14/03/1965`, `2k3`.
    fn birth(&self, figure: &Figure) -> Option<Age> {
        if figure.high.is_some() || !figure.digits {
            return None;
        }
        let year = self.year_of(figure)?;
        let is_since = has(&self.around.after(figure.span.end, NEAR), Cue::Since)
            || self.around.has_before(figure.span.start, Cue::Since, NEAR);
        let is_born = self.is_born(figure) && !is_since && !self.is_experience(figure);
        let age = f64::from(self.today.year() - year);
        (is_born && WORKING.contains(&age)).then_some(Age::Born(year))
    }

    /// The year that a figure may stand for.
    fn year_of(&self, figure: &Figure) -> Option<i16> {
        let written = &self.text[figure.span.clone()];
        // 2k3
        if let Some(last) = written.strip_prefix("2k").filter(|last| last.len() == 1) {
            return last.parse::<i16>().ok().map(|last| 2000 + last);
        }
        let digits = written.len() == figure.span.len() && figure.scale <= 1.0;
        let year = digits.then_some(figure.low as i16)?;
        match written.len() {
            4 => Some(year),
            // A worker is at most 75 and at least 14.
            2 if year > self.today.year() % 100 - 14 => Some(1900 + year),
            2 => Some(2000 + year),
            _ => None,
        }
    }

    fn is_born(&self, figure: &Figure) -> bool {
        let Range { start, end } = figure.span;
        let (lead, rest) = (&self.text[..start], &self.text[end..]);
        let after = self.around.after(end, NEAR);
        let is_said = has(&after, Cue::Born) || self.around.has_before(start, Cue::Born, NEAR + 2);
        let digits = self.text[figure.span.clone()].len();
        // 14/03/1965
        let is_date = digits == 4 && lead.ends_with(['/', '.', '-']) && {
            let date: String =
                lead.chars().rev().take_while(|c| c.is_ascii_digit() || "./-".contains(*c)).collect();
            date.split(['/', '.', '-']).filter(|part| !part.is_empty()).count() == 2
        };
        let years = after.iter().any(|m| m.meaning == Meaning::Cue(Cue::Years) && m.span.start <= end + 1);
        // 95年妹子: nobody worked so long. 1961 года: a year, and not so many.
        let is_year = years
            && (digits == 4
                || digits == 2 && figure.low >= 60.0
                || lead.ends_with(' ') && rest.starts_with('年') && self.text[start..].starts_with('0'));
        let is_youth =
            self.text[figure.span.clone()].starts_with("2k") && digits == 3 && !has(&after, Cue::PerPiece);
        is_said || is_date || is_year || is_youth
    }

    fn said_age(&self, figure: &Figure) -> Option<Age> {
        let after = self.around.after(figure.span.end, 1);
        let before = self.around.before(figure.span.start, NEAR + 1);
        let is_round = self.text[figure.span.end..].starts_with(['多', '几', '来', '出']);
        let is_said = has(&after, Cue::YearsOld)
            || has(&before, Cue::Age) && !has(&after, Cue::Months)
            || has(&before, Cue::YearsOld) && !after.iter().any(|m| is_unit(m.meaning));
        (is_said && !is_round && is_age(figure)).then_some(Age::Years(figure.low as i16))
    }

    /// A figure that only age explains: beside a word for a sex or for oneself, or with years behind it that are not
    /// experience.
    fn bare_age(&self, figure: &Figure) -> Option<Age> {
        let after = self.around.after(figure.span.end, 1);
        let before = self.around.before(figure.span.start, NEAR);
        let has_unit = after.iter().any(|m| m.span.start <= figure.span.end + 1 && is_unit(m.meaning));
        let is_person = [Cue::Male, Cue::Female].iter().any(|cue| has(&before, *cue) || has(&after, *cue));
        let is_me =
            before.iter().any(|m| m.meaning == Meaning::Cue(Cue::Me) && m.span.end + 1 >= figure.span.start)
                && self.is_last(figure);
        // Uzbek and Vietnamese have a word for years of age, and Chinese too.
        let ages_in_years = matches!(self.lang.as_str(), "en" | "ru" | "id");
        let least = if self.lang == Lang::EN { 20.0 } else { 16.0 };
        let has_years =
            ages_in_years && has(&after, Cue::Years) && figure.low >= least && !self.is_experience(figure);
        let is_alone = ((is_person || is_me) && !has_unit && !has(&after, Cue::Years)) || has_years;
        (is_alone && is_age(figure)).then_some(Age::Years(figure.low as i16))
    }

    /// Whether nothing that a figure could count follows.
    fn is_last(&self, figure: &Figure) -> bool {
        let rest = self.text[figure.span.end..].trim_start_matches(' ');
        rest.chars().next().is_none_or(|c| matches!(c, ',' | '.' | ';' | '\n' | ')' | '/'))
    }

    /// A figure alone between two stops: `Нургуль, 44, Бишкек`, `学徒 21 会换机油`, `Жанибек 33`.
    fn lone_age(&self, figure: &Figure) -> Option<Age> {
        let lead = &self.text[..figure.span.start];
        let before = lead.trim_end().chars().next_back();
        let after = self.text[figure.span.end..].chars().next();
        let stops = |letter: Option<char>| letter.is_none_or(|c| matches!(c, ',' | '.' | ';' | '\n' | '/'));
        let is_between = stops(before)
            && (stops(after)
                || after == Some(' ') && self.text[figure.span.end..].trim_start().starts_with('/'));
        let is_han = self.lang == Lang::ZH
            && (lead.ends_with(' ') || lead.is_empty())
            && (after == Some(' ') || after == Some('了') || after.is_none())
            && (figure.digits || after == Some('了'));
        let is_end = lead.ends_with(' ')
            && (after.is_none()
                || self.text[figure.span.end..].trim_end_matches([' ', '.', '!', ')']).is_empty()
                || self.lang == Lang::UZ
                    && (self.text[figure.span.end..].starts_with(" da")
                        || self.text[figure.span.end..].starts_with("da")));
        let bounds = self.around.before(figure.span.start, NEAR + 1);
        let is_bound = bounds.iter().any(|m| {
            matches!(
                m.meaning,
                Meaning::Month(_) | Meaning::Cue(Cue::AtLeast | Cue::AtMost | Cue::Since | Cue::Pay)
            )
        });
        let is_alone = figure.low >= 16.0
            && figure.scale <= 10.0
            && !is_bound
            && (is_between && figure.digits && before.is_some() || is_han || is_end && figure.digits);
        (is_alone && figure.span.len() >= 2 && is_age(figure)).then_some(Age::Years(figure.low as i16))
    }

    /// Whether a word for experience stands in the same part of the sentence.
    fn is_experience(&self, figure: &Figure) -> bool {
        let Range { start, end } = figure.span;
        let is_cue = |m: &&Mention| m.meaning == Meaning::Cue(Cue::Experience);
        // In `35 лет опыт 10` the word belongs to the figure behind it.
        let leads = |m: &&Mention| {
            self.figures.iter().any(|f| f.span.start >= m.span.end && f.span.start <= m.span.end + 2)
        };
        let after = self.around.after(end, FAR).into_iter().filter(is_cue);
        let after = after.filter(|m| !leads(m)).map(|m| end..m.span.start);
        let before = self.around.before(start, FAR).into_iter().filter(is_cue).map(|m| m.span.end..start);
        after.chain(before).any(|gap| !self.text[gap].contains(','))
    }

    fn years_of_work(&self, figure: &Figure) -> Option<f64> {
        let after = self.around.after(figure.span.end, NEAR);
        let is_since = has(&after, Cue::Since) || self.around.has_before(figure.span.start, Cue::Since, NEAR);
        if is_since && figure.digits && figure.span.len() == 4 {
            let years = f64::from(self.today.year()) - figure.low;
            return (0.0..=LONGEST).contains(&years).then_some(years);
        }
        let close: Vec<&Mention> =
            after.iter().copied().filter(|m| m.span.start <= figure.span.end + 4).collect();
        let is_work = self.is_experience(figure);
        let lived = self.around.has_before(figure.span.start, Cue::Lived, NEAR);
        let counts_years = has(&close, Cue::Years) || has(&after, Cue::Since) && figure.low < 60.0;
        let years = if counts_years || (is_work && close.is_empty()) {
            figure.low + self.half_behind(figure)
        } else if has(&close, Cue::Months) && is_work {
            (figure.low / 12.0 * 10.0).round() / 10.0
        } else {
            return None;
        };
        let is_old = !is_work && (self.bare_age(figure).is_some() || self.birth(figure).is_some());
        let is_other = has(&after, Cue::YearsOld) || has(&after, Cue::Born) || lived || is_old;
        (!is_other && figure.scale <= 10.0 && (0.0..=LONGEST).contains(&years)).then_some(years)
    }

    /// `三年半`, `2 năm rưỡi`, `3 taun setengah`: half a year more.
    fn half_behind(&self, figure: &Figure) -> f64 {
        let unit = self.around.after(figure.span.end, 1);
        let Some(unit) = unit.iter().find(|m| m.meaning == Meaning::Cue(Cue::Years)) else { return 0.0 };
        let rest = self.text[unit.span.end..].trim_start_matches(' ');
        let is_half = ["半", "ruoi", "setengah", "с половин", "and a half", "yarim"]
            .iter()
            .any(|half| rest.starts_with(half));
        if is_half && figure.low.fract() == 0.0 { 0.5 } else { 0.0 }
    }
}

fn is_age(figure: &Figure) -> bool {
    figure.high.is_none()
        && figure.scale <= 10.0
        && figure.low.fract() == 0.0
        && WORKING.contains(&figure.low)
}

const fn is_unit(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Currency(_) | Meaning::Scale(_) => true,
        Meaning::Cue(cue) => matches!(
            cue,
            Cue::PerHour
                | Cue::PerDay
                | Cue::PerMonth
                | Cue::PerPiece
                | Cue::People
                | Cue::Months
                | Cue::Days
                | Cue::Hours
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::reading::{Lexicon, figures};
    use jiff::civil::date;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    fn read(text: &str, lang: Lang) -> (Option<Age>, Option<f64>) {
        let text = Folded::new(text, lang);
        let mentions = LEXICON.find(&text);
        let figures = figures(&text, &mentions);
        let years = Years::new(&text, &mentions, &figures, date(2026, 11, 23));
        (years.age().map(|(age, _)| age), years.experience().map(|(years, _)| years))
    }

    #[test]
    fn ages_and_years_as_people_say_them() {
        use Age::{Born, Years};
        for (lang, text, age, experience) in [
            (Lang::ZH, "1983年生，做钢筋工14年了", Some(Born(1983)), Some(14.0)),
            (Lang::ZH, "82年的，干了十年电工", Some(Born(1982)), Some(10.0)),
            (Lang::ZH, "本人35岁 3年多经验", Some(Years(35)), Some(3.0)),
            (Lang::ZH, "女，39，保洁", Some(Years(39)), None),
            (Lang::ZH, "今年四十", Some(Years(40)), None),
            (Lang::ZH, "新手", None, Some(0.0)),
            (Lang::ZH, "有半年经验", None, Some(0.5)),
            (Lang::ZH, "2015年开始干", None, Some(11.0)),
            (Lang::ZH, "嫁过来10年了", None, None),
            (Lang::RU, "сварщик, 35 лет, опыт 10", Some(Years(35)), Some(10.0)),
            (Lang::RU, "35 лет опыт 10", Some(Years(35)), Some(10.0)),
            (Lang::RU, "Нургуль, 44, Бишкек", Some(Years(44)), None),
            (Lang::RU, "стаж 12 лет", None, Some(12.0)),
            (Lang::RU, "1990 г.р.", Some(Born(1990)), None),
            (Lang::EN, "26 female, 3 yrs", Some(Years(26)), Some(3.0)),
            (Lang::EN, "no experience", None, Some(0.0)),
            (Lang::EN, "20+ years", None, Some(20.0)),
            (Lang::VI, "sinh năm 1979, 14 năm kinh nghiệm", Some(Born(1979)), Some(14.0)),
            (Lang::VI, "28t, hơn 5 năm", Some(Years(28)), Some(5.0)),
            (Lang::ID, "umur 29, pengalaman 5 thn", Some(Years(29)), Some(5.0)),
            (Lang::UZ, "24 yosh, 6 yil", Some(Years(24)), Some(6.0)),
            (Lang::ZH, "95年妹子", Some(Born(1995)), None),
            (Lang::ZH, "88年3月的 掌勺11年", Some(Born(1988)), Some(11.0)),
            (Lang::ZH, "四十多岁", None, None),
            (Lang::ZH, "汽修学徒 21 会换机油", Some(Years(21)), None),
            (Lang::ZH, "做了三年半", None, Some(3.5)),
            (Lang::EN, "DOB 14/03/1965", Some(Born(1965)), None),
            (Lang::EN, "I'm 51, done with nights", Some(Years(51)), None),
            (Lang::UZ, "94-yilman, 7 yildan beri", Some(Born(1994)), Some(7.0)),
            (Lang::UZ, "18 yil", None, Some(18.0)),
            (Lang::EN, "", None, None),
        ] {
            assert_eq!(read(text, lang), (age, experience), "{text}");
        }
    }
}
