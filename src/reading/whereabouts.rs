//! Where somebody is, wants to work, and comes from; and where a job is.
//!
//! Places that are named together are one group (`深圳或者东莞`, `Dubai / Sharjah`). What stands around a group says
//! what it is: wanted, where somebody is, where somebody is from, or where somebody only was.

use super::clause::Clauses;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::Prepared;
use super::text::is_han;
use crate::domain::Lang;
use crate::place::Mentioned;
use std::ops::Range;

/// Letters between a place and the word beside it that says what it is.
const NEAR: usize = 4;
/// Letters of an unknown place between two that are named together: `苏州园区或无锡`.
const TOGETHER: usize = 6;

/// Endings of Uzbek that say from where, to where and in where.
const UZBEK: [&str; 6] = ["dan", "ga", "da", "дан", "га", "да"];

/// The places of an introduction.
#[derive(Debug, Default)]
pub(super) struct Where {
    /// Where work is wanted, else where the person is: several if they are equally wanted.
    pub(super) work: Vec<Mentioned>,
    /// Where the person comes from.
    pub(super) home: Option<Mentioned>,
}

/// Places that are named together, and what is said of them.
struct Group {
    places: Vec<Mentioned>,
    /// In the folded text.
    span: Range<usize>,
    role: Role,
}

/// What is said of a group, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// Work is not wanted there.
    Denied,
    /// Somebody was there.
    Past,
    /// Somebody comes from there.
    Home,
    /// It is only named.
    Bare,
    /// Somebody is there.
    Now,
    /// Something that is wanted is named before it, in the same sentence.
    WantedAbove,
    /// It is called good.
    Good,
    /// It is wanted.
    Wanted,
}

/// Sorts the places of an introduction by what they are.
pub(super) fn sort(prepared: &Prepared<'_>, places: Vec<Mentioned>) -> Where {
    let reader = Reader { prepared, clauses: prepared.clauses(), text: prepared.text.text() };
    let mut groups = reader.groups(places);
    let home = groups.iter().position(|group| group.role == Role::Home);
    let mut home = home.map(|at| groups.remove(at));
    // The strongest; of equal ones that with most places, and of those the first.
    let weight = |group: &Group| (group.role, group.places.len());
    let best = groups.iter().filter(|group| group.role >= Role::Bare).map(weight).max();
    let work = best.and_then(|best| groups.iter().position(|group| weight(group) == best));
    let work = work.map(|at| groups.remove(at));
    if let (None, Some(work)) = (&home, &work) {
        // `Нургуль, 44, Бишкек, ищу работу в Москве`: the one abroad that is only named is where somebody is from.
        let abroad = |group: &Group| {
            group.role == Role::Bare
                && group.places.len() == 1
                && work.role > Role::Bare
                && group.places[0].country != work.places[0].country
        };
        home = groups.iter().position(abroad).map(|at| groups.remove(at));
    }
    Where {
        work: work.map(|group| group.places).unwrap_or_default(),
        home: home.and_then(|group| group.places.into_iter().next()),
    }
}

/// The places of an ad where the work is: several only if they are named together.
pub(super) fn sites(prepared: &Prepared<'_>, places: Vec<Mentioned>) -> Vec<Mentioned> {
    let reader = Reader { prepared, clauses: prepared.clauses(), text: prepared.text.text() };
    let mut groups = reader.groups(places);
    groups.retain(|group| group.role != Role::Denied && !reader.is_no_site(group));
    let Some(first) = groups.first() else { return Vec::new() };
    // A country, and later the town in it.
    let is_wide = first.places.len() == 1 && first.places[0].id.is_none();
    let country = first.places[0].country.clone();
    let inside =
        |group: &Group| group.places.iter().all(|place| place.id.is_some() && place.country == country);
    let at = if is_wide { groups.iter().position(inside).unwrap_or(0) } else { 0 };
    groups.swap_remove(at).places
}

struct Reader<'a> {
    prepared: &'a Prepared<'a>,
    clauses: Clauses<'a>,
    text: &'a str,
}

impl Reader<'_> {
    fn groups(&self, places: Vec<Mentioned>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for place in places {
            let span = self.prepared.folded(&place.span);
            match groups.last_mut().filter(|last| self.follows(last, &place)) {
                Some(last) => {
                    last.span.end = span.end;
                    if last.places.iter().all(|known| known.name != place.name) {
                        last.places.push(place);
                    }
                }
                None => groups.push(Group { places: vec![place], span, role: Role::Bare }),
            }
        }
        for group in &mut groups {
            group.role = self.role(group);
        }
        groups
    }

    /// Whether a place is named together with those before it.
    fn follows(&self, last: &Group, place: &Mentioned) -> bool {
        const AND: [&str; 17] = [
            "或", "或者", "和", "跟", "与", "及", "or", "and", "или", "и", "hoặc", "atau", "yoki", "yo",
            "va", "ва", "ёки",
        ];
        let end = last.places.last().map_or(0, |place| place.span.end);
        let Some(gap) = self.prepared.typed.get(end..place.span.start) else { return false };
        // Andijondan, Moskvada: from there, in there.
        let ending = |place: &Mentioned| {
            let name = self.prepared.typed[place.span.clone()].to_lowercase();
            UZBEK.iter().find(|end| name.ends_with(**end))
        };
        let last_ending = last.places.last().and_then(ending);
        let is_uzbek = self.prepared.text.lang() == Lang::UZ;
        let differs = is_uzbek && last_ending.is_some() && last_ending != ending(place);
        if gap.contains('\n') || differs {
            return false;
        }
        let is_mark = |c: char| {
            c == ' ' || matches!(c, ',' | '，' | '、' | '/' | '|' | '&' | '+' | '·' | '-' | '–' | '—')
        };
        let words = gap.trim_matches(is_mark).to_lowercase();
        // The city before may have its word with it: г. Казань, TP Vinh & TP Thanh Hóa.
        let joins =
            |word: &str| AND.contains(&word) || matches!(word, "tp" | "tp." | "г." | "г" | "q" | "kota");
        let is_next = words.is_empty()
            || words.split([' ', '&']).all(|word| word.is_empty() || joins(word.trim_matches(is_mark)));
        let ends = || AND.iter().any(|and| words.ends_with(and)) || gap.trim_end().ends_with(['/', '、']);
        let unknown = words.chars().count() <= TOGETHER && words.chars().all(|c| is_han(c) || is_mark(c));
        is_next || (unknown && ends())
    }

    fn role(&self, group: &Group) -> Role {
        let mut clause = self.clauses.clause(&group.span);
        if self.text[..group.span.start].ends_with('(') {
            // What stands before a bracket speaks of what is in it.
            let before = group.span.start - 1;
            clause.start = self.clauses.clause(&(before..before)).start;
        }
        let (lead, tail) = (clause.start..group.span.start, group.span.end..clause.end);
        let close = |cue: Cue, m: &Mention| {
            m.meaning == Meaning::Cue(cue) && self.text[m.span.end..group.span.start].chars().count() <= NEAR
        };
        let near = |cue| self.clauses.inside(&lead).any(|m| close(cue, m));
        let before = |cue| self.clauses.has(&lead, cue);
        let behind = |cue| self.clauses.has(&tail, cue);
        if near(Cue::Not) || self.is_denied_behind(&group.span) {
            return Role::Denied;
        }
        if self.is_native(group) || near(Cue::Home) {
            // 回老家信阳干, về quê Bến Tre làm: to go home is wanted.
            let returns = before(Cue::Towards) || behind(Cue::GoodToo) && before(Cue::Wanted);
            return if returns { Role::Wanted } else { Role::Home };
        }
        let is_wanted = before(Cue::Towards) || before(Cue::Wanted);
        if (near(Cue::Past) || before(Cue::WasThere) || before(Cue::Past) || behind(Cue::WasThere))
            && !is_wanted
        {
            return Role::Past;
        }
        if self.is_dative(group) || is_wanted {
            return Role::Wanted;
        }
        if behind(Cue::GoodToo) {
            return Role::Good;
        }
        if self.follows_years(&tail) {
            return Role::Past;
        }
        if before(Cue::Now) || behind(Cue::Now) {
            return Role::Now;
        }
        let sentence = self.clauses.sentence(&group.span);
        if self.clauses.has(&(sentence.start..group.span.start), Cue::Wanted) {
            return Role::WantedAbove;
        }
        if near(Cue::Inside) { Role::Now } else { Role::Bare }
    }

    /// `Kathmandu 5 yr`: years were spent there.
    fn follows_years(&self, tail: &Range<usize>) -> bool {
        let lead = self.text[tail.clone()].trim_start_matches(' ');
        let is_figure = lead.starts_with(|c: char| c.is_ascii_digit());
        let years = self.clauses.find(tail, Cue::Years);
        is_figure && years.is_some_and(|m| m.span.start - tail.start <= 4)
    }

    /// `Россияга чиқмайман`, `Кореяда эмас`: what follows says not there.
    fn is_denied_behind(&self, span: &Range<usize>) -> bool {
        let next = self.prepared.around().after(span.end, 1);
        self.prepared.text.lang() == Lang::UZ && next.iter().any(|m| m.meaning == Meaning::Cue(Cue::Not))
    }

    /// Uzbek `Toshkentga`: to there.
    fn is_dative(&self, group: &Group) -> bool {
        let name = self.last_word(group);
        self.prepared.text.lang() == Lang::UZ && (name.ends_with("ga") || name.ends_with("га"))
    }

    fn last_word(&self, group: &Group) -> String {
        group
            .places
            .last()
            .map(|place| self.prepared.typed[place.span.clone()].to_lowercase())
            .unwrap_or_default()
    }

    /// `湖南衡阳人`, `哈尔滨的`, `Qarshidan`, `toshkentlikman`.
    fn is_native(&self, group: &Group) -> bool {
        let end = group.places.last().map_or(0, |place| place.span.end);
        let after = &self.prepared.typed[end..];
        let first = after.strip_prefix(['的', '滴']);
        let alone = first.is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()));
        // 衡阳人; 现在人在佛山 begins with the same character.
        let is_people = after.starts_with('人') && !after.starts_with("人在")
            || after.starts_with("过来的")
            || after.starts_with("来的");
        let name = self.last_word(group);
        let ends = ["dan", "lik", "дан", "лик", "likman", "ликман", "danman", "данман"];
        let is_uzbek = self.prepared.text.lang() == Lang::UZ && ends.iter().any(|end| name.ends_with(end));
        let wants = || {
            let clause = self.clauses.clause(&group.span);
            self.clauses.has(&(group.span.end..clause.end), Cue::GoodToo)
        };
        is_people || alone || is_uzbek && !wants()
    }

    /// Whether a place of an ad is not where the work is: people from there, the interview, the bus from there.
    fn is_no_site(&self, group: &Group) -> bool {
        let end = group.places.last().map_or(0, |place| place.span.end);
        let is_people = self.prepared.typed[end..].starts_with(['人', '籍', '老'])
            || self.prepared.typed[end..].starts_with("的勿");
        let around = self.prepared.around();
        let is_from = around.has_before(group.span.start, Cue::Home, 2)
            && matches!(self.prepared.text.lang().as_str(), "vi" | "ru" | "en" | "id");
        is_people || is_from || around.has_before(group.span.start, Cue::Interview, NEAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::place::Places;
    use crate::reading::Lexicon;

    #[test]
    fn work_and_home() {
        let lexicon = Lexicon::load();
        let places = Places::load();
        let mut wrong = Vec::new();
        for (lang, typed, work, home) in [
            (Lang::ZH, "湖南衡阳人，现在人在佛山南海", "Foshan", "Hengyang"),
            (Lang::ZH, "老家：河南驻马店，目前在郑州", "Zhengzhou", "Zhumadian"),
            (Lang::ZH, "人在上海，想去深圳或者东莞", "Shenzhen Dongguan", ""),
            (Lang::ZH, "格尔木刚干完下来 东营滨州先考虑", "Dongying Binzhou", ""),
            (Lang::ZH, "以前在俄罗斯，想再去伊尔库茨克", "Irkutsk", ""),
            (
                Lang::RU,
                "Нургуль, 44, Бишкек, ищу работу сиделкой с проживанием в Москве",
                "Moscow",
                "Bishkek",
            ),
            (Lang::ID, "dari Garut, sopir, cari di Bandung", "Bandung", "Garut"),
            (Lang::UZ, "Men Sardor Qarshidan, toshkentda ishlamoqchiman", "Tashkent", "Qarshi"),
            (Lang::UZ, "Россияга чиқмайман, Бухорода бўлса яхши", "Bukhara", ""),
            (Lang::EN, "6 yr gulf return (Doha). Any vacancy Dubai / Sharjah", "Dubai Sharjah", ""),
            (Lang::EN, "", "", ""),
        ] {
            let prepared = Prepared::new(&lexicon, typed, lang);
            let found = sort(&prepared, prepared.places(&places));
            let names: Vec<String> = found.work.into_iter().map(|place| place.en).collect();
            let from = found.home.map(|place| place.en).unwrap_or_default();
            if (names.join(" "), from.clone()) != (work.to_owned(), home.to_owned()) {
                wrong.push(format!("{typed}: {names:?} {from}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
