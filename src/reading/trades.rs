//! Trades, certificates and the industry that a text names, without what it rules out.

use super::around::{Around, has};
use super::lexicon::Mention;
use super::meaning::{Cue, Meaning};
use super::text::Folded;
use crate::domain::{CertificateId, EntryKind, IndustryId, Resolve, Taxonomy, TradeId, UnclearWord};
use std::ops::Range;

/// Letters between a word that rules out and what it rules out.
const NEAR: usize = 3;
/// Letters between a word such as "before" and the trade that is meant.
const FAR: usize = 10;

/// Something that was read, and where in the folded text.
pub(super) type Spanned<T> = (T, Range<usize>);

/// The entries of the taxonomy in a text.
pub(super) struct Entries<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    around: Around<'a>,
    taxonomy: &'a Taxonomy,
}

impl<'a> Entries<'a> {
    pub(super) fn new(text: &'a Folded, mentions: &'a [Mention], taxonomy: &'a Taxonomy) -> Self {
        Self { text: text.text(), mentions, around: Around::new(text, mentions), taxonomy }
    }

    /// The trades that are wanted or offered, in the order of the text: those of the past only if there are no
    /// others, those that are ruled out never.
    pub(super) fn trades(&self) -> Vec<Spanned<TradeId>> {
        let (mut now, mut past) = (Vec::new(), Vec::new());
        for mention in self.mentions {
            let ids = self.trades_of(mention);
            if ids.is_empty() || self.is_ruled_out(mention) {
                continue;
            }
            let list = if self.is_past(mention) { &mut past } else { &mut now };
            for id in ids {
                if list.iter().all(|(known, _): &Spanned<TradeId>| *known != id) {
                    list.push((id, mention.span.clone()));
                }
            }
        }
        if now.is_empty() { past } else { now }
    }

    fn trades_of(&self, mention: &Mention) -> Vec<TradeId> {
        match mention.meaning {
            Meaning::Trade(at) => vec![self.taxonomy.trades()[at].id.clone()],
            Meaning::Unclear(at) => {
                let word = &self.taxonomy.unclear_words()[at];
                if word.kind != EntryKind::Trade {
                    return Vec::new();
                }
                let specific = |id: &&str| {
                    self.mentions.iter().any(|other| match other.meaning {
                        Meaning::Trade(at) => self.taxonomy.trades()[at].id.as_str() == *id,
                        _ => false,
                    })
                };
                // Where the text names one of them besides, that one is meant.
                if word.candidates.iter().map(String::as_str).any(|id| specific(&id)) {
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
            Resolve::First => word.candidates.first().cloned().into_iter().collect(),
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
        let papers = self.certificates();
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

    /// The certificates that are held or asked for.
    pub(super) fn certificates(&self) -> Vec<Spanned<CertificateId>> {
        let mut found: Vec<Spanned<CertificateId>> = Vec::new();
        for mention in self.mentions {
            let Meaning::Certificate(at) = mention.meaning else { continue };
            let id = self.taxonomy.certificates()[at].id.clone();
            if !self.is_ruled_out(mention) && found.iter().all(|(known, _)| *known != id) {
                found.push((id, mention.span.clone()));
            }
        }
        found
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

    /// `不会焊`, `не предлагать`: a word that denies stands close before, in the same part of the sentence.
    fn is_ruled_out(&self, mention: &Mention) -> bool {
        let denies = |m: &&Mention| m.meaning == Meaning::Cue(Cue::Not);
        let before = self.around.before(mention.span.start, NEAR).into_iter().filter(denies);
        before.into_iter().any(|m| !self.text[m.span.end..mention.span.start].contains([',', '.', '/']))
    }

    /// `以前干木工`: a word for the past stands before, and none for what is wanted in between.
    fn is_past(&self, mention: &Mention) -> bool {
        let before = self.around.before(mention.span.start, FAR);
        let is_wanted = has(&before, Cue::Wanted);
        let past = before.iter().find(|m| m.meaning == Meaning::Cue(Cue::Past));
        past.is_some_and(|m| !self.text[m.span.end..mention.span.start].contains([',', '.'])) && !is_wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::reading::Lexicon;
    use std::sync::LazyLock;

    static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::embedded);
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&TAXONOMY).unwrap());

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
            let found: Vec<String> = entries.certificates().iter().map(|(id, _)| id.to_string()).collect();
            assert_eq!(found.join(" "), papers, "{text}");
            assert_eq!(
                entries.industry().map_or(String::new(), |(id, _)| id.to_string()),
                industry,
                "{text}"
            );
        }
    }
}
