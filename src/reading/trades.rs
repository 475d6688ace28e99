//! Trades, certificates and the industry that a text names, without what it rules out.

use super::around::{Around, has};
use super::clause::Clauses;
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::prepared::Tables;
use super::text::Folded;
use crate::domain::{CertificateId, EntryKind, IndustryId, Lang, Resolve, Taxonomy, TradeId, UnclearWord};
use std::ops::Range;

/// Letters between a word that rules out and what it rules out.
const NEAR: usize = 3;
/// Letters between a word such as "before" and the trade that is meant.
const FAR: usize = 10;

/// Bytes between a trade and the word that somebody has its paper, and between a paper and the word that it is over.
const BESIDE: usize = 40;
const EXPIRED: usize = 40;

/// Something that was read, and where in the folded text.
pub(super) type Spanned<T> = (T, Range<usize>);

/// The trades that a short text names, and those that a word of it may mean of which only one is meant.
#[must_use]
pub fn trades_in(tables: Tables<'_>, typed: &str, lang: Lang) -> (Vec<TradeId>, Vec<TradeId>) {
    let text = Folded::new(typed, lang);
    let mentions = tables.lexicon.find(&text);
    let trades = Entries::new(&text, &mentions, tables.taxonomy).trades();
    let words = tables.taxonomy.unclear_words();
    let unclear = mentions.iter().filter_map(|m| match m.meaning {
        Meaning::Unclear(at) if words[at].kind == EntryKind::Trade => Some(&words[at]),
        _ => None,
    });
    let several = unclear.filter(|word| word.resolve != Resolve::All && word.candidates.len() > 1);
    let candidates: Vec<TradeId> =
        several.flat_map(|word| &word.candidates).map(|id| TradeId::from(id.as_str())).collect();
    (trades.into_iter().map(|(id, _)| id).filter(|id| !candidates.contains(id)).collect(), candidates)
}

/// The entries of the taxonomy in a text.
pub(super) struct Entries<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    around: Around<'a>,
    clauses: Clauses<'a>,
    lang: Lang,
    taxonomy: &'a Taxonomy,
}

impl<'a> Entries<'a> {
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention], taxonomy: &'a Taxonomy) -> Self {
        Self {
            text: text.text(),
            mentions,
            around: Around::new(text, mentions),
            clauses: Clauses::new(text, mentions),
            lang: text.lang(),
            taxonomy,
        }
    }

    /// The trades that are wanted or offered, in the order of the text: those of the past only if there are no
    /// others, those that are ruled out never.
    pub(super) fn trades(&self) -> Vec<Spanned<TradeId>> {
        let (mut now, mut past, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for mention in self.mentions {
            let ids = self.trades_of(mention);
            if ids.is_empty() || self.is_ruled_out(mention) {
                continue;
            }
            let list = match mention.meaning {
                Meaning::Unclear(at) if self.taxonomy.unclear_words()[at].resolve == Resolve::Alone => {
                    &mut alone
                }
                _ if self.is_past(mention) => &mut past,
                _ => &mut now,
            };
            for id in ids {
                if list.iter().all(|(known, _): &Spanned<TradeId>| *known != id) {
                    list.push((id, mention.span.clone()));
                }
            }
        }
        [now, past, alone].into_iter().find(|list| !list.is_empty()).unwrap_or_default()
    }

    fn trades_of(&self, mention: &Mention) -> Vec<TradeId> {
        match mention.meaning {
            Meaning::Trade(at) => vec![self.taxonomy.trades()[at].id.clone()],
            Meaning::Unclear(at) => {
                let word = &self.taxonomy.unclear_words()[at];
                if word.kind != EntryKind::Trade {
                    return Vec::new();
                }
                let specific = |id: &str| {
                    self.mentions.iter().any(|other| match other.meaning {
                        Meaning::Trade(at) => self.taxonomy.trades()[at].id.as_str() == id,
                        _ => false,
                    })
                };
                // Where the text names one of them besides, that one is meant.
                let is_choice = matches!(word.resolve, Resolve::First | Resolve::Context);
                if is_choice && word.candidates.iter().any(|id| specific(id)) {
                    return Vec::new();
                }
                self.clear(word).into_iter().map(|id| TradeId::from(id.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is made of a word that may mean several entries.
    fn clear(&self, word: &UnclearWord) -> Vec<String> {
        match word.resolve {
            Resolve::Ask => Vec::new(),
            Resolve::All => word.candidates.clone(),
            Resolve::First | Resolve::Alone => word.candidates.first().cloned().into_iter().collect(),
            Resolve::Context => self.by_context(word).into_iter().collect(),
        }
    }

    /// The candidate that a licence or the workplace speaks for, else the first.
    fn by_context(&self, word: &UnclearWord) -> Option<String> {
        const LICENCES: [(&str, &str); 7] = [
            ("cn_driving_a1", "bus_driver"),
            ("cn_driving_a2", "truck_driver"),
            ("cn_driving_b2", "truck_driver"),
            ("driving_cat_ce", "truck_driver"),
            ("driving_cat_c", "truck_driver"),
            ("driving_cat_d", "bus_driver"),
            ("vn_driving_fc", "truck_driver"),
        ];
        let papers = self.certificates(None);
        let by_paper = LICENCES.iter().find(|(paper, trade)| {
            word.candidates.iter().any(|id| id == trade) && papers.iter().any(|(id, _)| id.as_str() == *paper)
        });
        let by_place = || {
            let (industry, _) = self.industry()?;
            let of = |id: &&String| self.taxonomy.trade(id).is_some_and(|trade| trade.industry == industry);
            word.candidates.iter().find(of).cloned()
        };
        by_paper
            .map(|(_, trade)| (*trade).to_owned())
            .or_else(by_place)
            .or_else(|| word.candidates.first().cloned())
    }

    /// The certificates that are held or asked for. `country` is where they are of use: `有证` beside a trade is the
    /// first of its papers that fits.
    pub(super) fn certificates(&self, country: Option<&str>) -> Vec<Spanned<CertificateId>> {
        let mut found: Vec<Spanned<CertificateId>> = Vec::new();
        let mut add = |id: CertificateId, span: &Range<usize>| {
            if found.iter().all(|(known, _)| *known != id) {
                found.push((id, span.clone()));
            }
        };
        for mention in self.mentions {
            if self.is_ruled_out(mention) || self.is_expired(mention) {
                continue;
            }
            match mention.meaning {
                Meaning::Certificate(at) => add(self.taxonomy.certificates()[at].id.clone(), &mention.span),
                Meaning::Unclear(at) => {
                    let word = &self.taxonomy.unclear_words()[at];
                    let ids = match word.resolve {
                        _ if word.kind != EntryKind::Certificate => &[],
                        Resolve::All => word.candidates.as_slice(),
                        Resolve::Ask => &[],
                        _ => word.candidates.get(..1).unwrap_or(&[]),
                    };
                    for id in ids {
                        add(CertificateId::from(id.as_str()), &mention.span);
                    }
                }
                Meaning::Cue(Cue::HasPaper) => {
                    if let Some(id) = self.paper_of_trade(mention, country) {
                        add(id, &mention.span);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The first paper of the nearest trade that fits a country.
    fn paper_of_trade(&self, paper: &Mention, country: Option<&str>) -> Option<CertificateId> {
        let distance = |m: &Mention| m.span.start.abs_diff(paper.span.start);
        let trade =
            self.mentions.iter().filter(|m| matches!(m.meaning, Meaning::Trade(_)) && distance(m) <= BESIDE);
        let Meaning::Trade(at) = trade.min_by_key(|m| distance(m))?.meaning else { return None };
        let papers = &self.taxonomy.trades()[at].certificates;
        let named = |id: &CertificateId| {
            self.mentions.iter().any(|m| matches!(m.meaning, Meaning::Certificate(at) if self.taxonomy.certificates()[at].id == *id))
        };
        // cn_security_guard is of use in China; height_certificate anywhere.
        let of = |id: &CertificateId| {
            id.as_str().split_once('_').map(|(country, _)| country.to_uppercase()).filter(|c| c.len() == 2)
        };
        let fits = |id: &&CertificateId| of(id).is_none_or(|of| Some(of.as_str()) == country);
        papers.iter().filter(fits).find(|_| !papers.iter().any(named)).cloned()
    }

    /// A word in the same part of the sentence says that a paper is not valid.
    fn is_expired(&self, mention: &Mention) -> bool {
        let clause = self.clauses.clause(&mention.span);
        let next = self
            .mentions
            .iter()
            .find(|m| m.span.start >= mention.span.end && matches!(m.meaning, Meaning::Certificate(_)));
        let end = next.map_or(clause.end, |m| m.span.start.min(clause.end));
        let near = (mention.span.end + EXPIRED).min(end);
        self.clauses
            .inside(&(mention.span.end..end))
            .any(|m| m.meaning == Meaning::Cue(Cue::Expired) && m.span.start <= near)
            || self.around.has_before(mention.span.start, Cue::Expired, NEAR)
    }

    /// The industry of the workplace that is named.
    pub(super) fn industry(&self) -> Option<Spanned<IndustryId>> {
        self.mentions.iter().find_map(|mention| match mention.meaning {
            Meaning::Industry(at) if !self.is_ruled_out(mention) && !self.is_past(mention) => {
                Some((self.taxonomy.industries()[at].id.clone(), mention.span.clone()))
            }
            _ => None,
        })
    }

    /// `不会焊`, `не предлагать`, `散工唔做`, `taksi emas`: a word that denies stands close, in the same part of the
    /// sentence.
    fn is_ruled_out(&self, mention: &Mention) -> bool {
        let denies = |m: &&Mention| m.meaning == Meaning::Cue(Cue::Not);
        let parts = |gap: &str| gap.contains([',', '.', '/']) || gap.contains(' ') && self.lang == Lang::ZH;
        let before = self.around.before(mention.span.start, NEAR).into_iter().filter(denies);
        // 不干|小工 where 干小工 is a word, too.
        let overlaps = |m: &&Mention| m.span.start < mention.span.start && mention.span.start < m.span.end;
        before.into_iter().any(|m| !parts(&self.text[m.span.end..mention.span.start]))
            || self.mentions.iter().filter(denies).any(|m| overlaps(&m))
            || self.is_denied_behind(mention)
    }

    fn is_denied_behind(&self, mention: &Mention) -> bool {
        let clause = self.clauses.clause(&mention.span);
        let is_not = |m: &&&Mention| m.meaning == Meaning::Cue(Cue::Not);
        let next = self.around.after(mention.span.end, 1);
        let Some(not) = next.iter().find(is_not) else { return false };
        let rest = self.text[not.span.end.min(clause.end)..clause.end].chars().count();
        match self.lang.as_str() {
            // 散工唔做; but 贴砖不会砌墙 goes on.
            "zh" => {
                let verb = self.text[not.span.end.min(clause.end)..clause.end].trim_end();
                not.span.start == mention.span.end
                    && ["", "做", "干", "要", "接", "考虑", "收", "加", "找", "来"].contains(&verb)
            }
            "uz" => true,
            _ => rest <= 2,
        }
    }

    /// `以前干木工`: a word for the past stands before, and none for what is wanted in between.
    fn is_past(&self, mention: &Mention) -> bool {
        let before = self.around.before(mention.span.start, FAR);
        let is_wanted = has(&before, Cue::Wanted);
        let past = before.iter().find(|m| m.meaning == Meaning::Cue(Cue::Past));
        let was = || {
            // Uzbek says it at the end: `ofitsiantlik qilganman`.
            let clause = self.clauses.clause(&mention.span);
            self.lang == Lang::UZ && self.clauses.has(&(mention.span.end..clause.end), Cue::WasThere)
        };
        let said = past.is_some_and(|m| !self.text[m.span.end..mention.span.start].contains([',', '.']));
        (said || was()) && !is_wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Lexicon;
    use std::sync::LazyLock;

    static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

    #[test]
    fn what_is_wanted_and_not_what_is_ruled_out() {
        for (lang, text, trades, papers, industry) in [
            (Lang::ZH, "会贴砖不会砌墙 不干小工", "tiler", "", ""),
            (Lang::ZH, "以前干木工，现在想找电工", "electrician", "", ""),
            (Lang::ZH, "以前干木工", "carpenter", "", ""),
            (Lang::ZH, "招水电工", "electrician plumber", "", ""),
            (Lang::ZH, "司机，有A1", "bus_driver", "cn_driving_a1", ""),
            (Lang::ZH, "没有健康证 想做保洁", "cleaner", "", ""),
            (Lang::ZH, "工地焊工", "welder", "", "construction"),
            (Lang::RU, "не грузчик, ищу сварщиком", "welder", "", ""),
            (Lang::EN, "", "", "", ""),
        ] {
            let folded = Folded::new(text, lang);
            let mentions = LEXICON.find(&folded);
            let entries = Entries::new(&folded, &mentions, &TAXONOMY);
            let found: Vec<String> = entries.trades().iter().map(|(id, _)| id.to_string()).collect();
            assert_eq!(found.join(" "), trades, "{text}");
            let found: Vec<String> =
                entries.certificates(None).iter().map(|(id, _)| id.to_string()).collect();
            assert_eq!(found.join(" "), papers, "{text}");
            assert_eq!(
                entries.industry().map_or(String::new(), |(id, _)| id.to_string()),
                industry,
                "{text}"
            );
        }
    }
}
