//! Invented workers, plausible and skewed as in life, the same for the same seed on every machine.
//!
//! The shape follows the National Bureau of Statistics' survey of migrant workers of 2024: mean age 43,
//! three of ten over 50, two thirds from another place, most in manufacturing, services and
//! construction. Pure: the generator is seeded, the date is an argument.

use crate::domain::{
    Born, Certificate, ChatId, Currency, Experience, Home, Lang, Location, Nature, Pay, PayUnit, Preference,
    Profile, Taxonomy, TradeId, TradeKind,
};
use jiff::civil::Date;
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng as _, SeedableRng as _};

/// The first invented chat: beyond every number that Telegram gives to a person (52 bits at most).
pub const FIRST_CHAT: i64 = 1 << 52;

/// Where invented workers are, the most usual places first: ids of the place tables.
pub const CITIES: [&str; 20] = [
    "cn:4403", "cn:4419", "cn:4401", "cn:3205", "cn:4406", "cn:31", "cn:3301", "cn:11", "cn:3302", "cn:5101",
    "cn:50", "cn:4413", "cn:4420", "cn:4201", "cn:3502", "cn:4101", "cn:4301", "cn:6101", "cn:3303",
    "cn:3702",
];

/// Trades with how many of a thousand name them first.
const TRADES: [(&str, u32); 33] = [
    ("factory_worker", 170),
    ("electronics_assembler", 110),
    ("construction_labourer", 70),
    ("cleaner", 60),
    ("waiter", 55),
    ("courier", 50),
    ("security_guard", 45),
    ("loader", 45),
    ("electrician", 45),
    ("welder", 40),
    ("sewing_operator", 35),
    ("rebar_worker", 30),
    ("bricklayer", 25),
    ("forklift_driver", 25),
    ("packer", 25),
    ("quality_inspector", 20),
    ("painter", 15),
    ("carpenter", 15),
    ("plumber", 15),
    ("cnc_operator", 15),
    ("tiler", 10),
    ("scaffolder", 10),
    ("formwork_carpenter", 10),
    ("injection_moulding_operator", 10),
    ("shoe_worker", 8),
    ("maintenance_mechanic", 8),
    ("food_processing_worker", 8),
    ("furniture_maker", 6),
    ("excavator_operator", 6),
    ("lathe_operator", 5),
    ("spray_painter", 5),
    ("printing_operator", 4),
    ("elevator_technician", 2),
];

const SURNAMES: &str =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂建国志红梅兰英玉华春文辉鑫斌波宇浩凯燕玲云海龙飞鹏生福贵荣根";

/// One invented worker.
#[derive(Debug, Clone, PartialEq)]
pub struct SeededWorker {
    /// The chat, from [`FIRST_CHAT`] on.
    pub chat: ChatId,
    /// The name on Telegram.
    pub name: String,
    /// The language.
    pub lang: Lang,
    /// The facts.
    pub profile: Profile,
    /// When the core form was finished: so many days ago.
    pub registered_days_ago: u32,
}

/// So many invented workers in these cities, the most usual city first. The worker at a place of the
/// list depends on seed and place alone, so a longer list begins with the shorter one.
pub fn workers<'a>(
    count: usize,
    seed: u64,
    taxonomy: &'a Taxonomy,
    cities: &'a [Location],
    today: Date,
) -> impl Iterator<Item = SeededWorker> + 'a {
    (0..count as u64).map(move |at| {
        let mut dice =
            Dice(Pcg64Mcg::seed_from_u64(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(at)));
        worker(at as i64, &mut dice, taxonomy, cities, today)
    })
}

struct Dice(Pcg64Mcg);

impl Dice {
    /// A number from 0 to `below` - 1; 0 when there is nothing to choose.
    fn below(&mut self, below: u32) -> u32 {
        // The upper half of the product: even for every `below` that matters here.
        ((u64::from(self.0.next_u32()) * u64::from(below)) >> 32) as u32
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> Option<T> {
        let mut left = self.below(choices.iter().map(|(_, weight)| weight).sum());
        for (choice, weight) in choices {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return Some(*choice),
            }
        }
        None
    }

    fn letter(&mut self, letters: &str) -> char {
        let at = self.below(letters.chars().count() as u32) as usize;
        letters.chars().nth(at).unwrap_or('王')
    }
}

fn worker(at: i64, dice: &mut Dice, taxonomy: &Taxonomy, cities: &[Location], today: Date) -> SeededWorker {
    let name = name(dice);
    let age = age(dice);
    let trades = trades(dice, age);
    let professional = trades
        .first()
        .and_then(|first| taxonomy.trade(first.trade.as_str()))
        .is_some_and(|trade| trade.kind == TradeKind::Professional);
    let (preference, natures) = work(dice);
    let profile = Profile {
        name: Some(name.clone()),
        born: Some(Born { year: today.year() - age as i16, month: Some(1 + dice.below(12) as i8) }),
        certificates: certificates(dice, &trades, taxonomy, today),
        here: city(dice, cities),
        home: Some(if dice.chance(66) { Home::Elsewhere } else { Home::Here }),
        preference: Some(preference),
        pay: Some(pay(dice, professional, preference)),
        natures,
        trades,
        ..Profile::default()
    };
    SeededWorker {
        chat: ChatId(FIRST_CHAT + at),
        name,
        lang: Lang::ZH,
        profile,
        registered_days_ago: dice.below(365),
    }
}

fn name(dice: &mut Dice) -> String {
    let mut name = String::from(dice.letter(SURNAMES));
    name.push(dice.letter(GIVEN));
    if dice.chance(70) {
        name.push(dice.letter(GIVEN));
    }
    name
}

/// The mean of two dice, from 17 to 66: most are in their forties.
fn age(dice: &mut Dice) -> u32 {
    17 + u32::midpoint(dice.below(49), dice.below(51))
}

/// One to three trades; the years are those of the first, as after the core form.
fn trades(dice: &mut Dice, age: u32) -> Vec<Experience> {
    let mut ids: Vec<&str> = Vec::new();
    let count = dice.weighted(&[(1, 45), (2, 35), (3, 20)]).unwrap_or(1);
    while ids.len() < count {
        let id = dice.weighted(&TRADES).unwrap_or("factory_worker");
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let most = (age - 16).min(30) * 12;
    let months = dice.below(most + 1).min(dice.below(most + 1));
    ids.into_iter()
        .enumerate()
        .map(|(at, id)| Experience { trade: TradeId::from(id), months: (at == 0).then_some(months) })
        .collect()
}

/// A third of those whose trade has certificates hold the most usual one; one in eight has let it expire.
fn certificates(
    dice: &mut Dice,
    trades: &[Experience],
    taxonomy: &Taxonomy,
    today: Date,
) -> Vec<Certificate> {
    let first = trades.first().and_then(|first| taxonomy.trade(first.trade.as_str()));
    let Some(usual) = first.and_then(|trade| trade.certificates.first()) else { return Vec::new() };
    if !dice.chance(35) {
        return Vec::new();
    }
    let days = if dice.chance(12) { -i64::from(dice.below(700)) } else { i64::from(dice.below(2100)) };
    let expires = today.checked_add(jiff::Span::new().days(days)).ok();
    vec![Certificate { id: usual.clone(), expires }]
}

/// Each city has a fifth fewer workers than the one before it.
fn city(dice: &mut Dice, cities: &[Location]) -> Option<Location> {
    let mut weight = 10_000;
    let weights: Vec<(usize, u32)> = (0..cities.len())
        .map(|at| {
            let own = weight;
            weight = weight * 4 / 5;
            (at, own.max(1))
        })
        .collect();
    cities.get(dice.weighted(&weights)?).cloned()
}

fn work(dice: &mut Dice) -> (Preference, Vec<Nature>) {
    let choices = [
        ((Preference::Fixed, Nature::FullTime), 52),
        ((Preference::Fixed, Nature::Contract), 8),
        ((Preference::Flexible, Nature::DayLabour), 17),
        ((Preference::Flexible, Nature::PartTime), 4),
        ((Preference::Flexible, Nature::Seasonal), 3),
    ];
    if dice.chance(16) {
        return (Preference::Either, Nature::ALL.to_vec());
    }
    let (preference, nature) = dice.weighted(&choices).unwrap_or((Preference::Fixed, Nature::FullTime));
    (preference, vec![nature])
}

/// Round sums, as people name them: by the day where work is flexible.
fn pay(dice: &mut Dice, professional: bool, preference: Preference) -> Pay {
    let spread = dice.below(4) + dice.below(4);
    let by_day = preference == Preference::Flexible;
    let min = match (by_day, professional) {
        (true, true) => 240 + 30 * spread,
        (true, false) => 160 + 20 * spread,
        (false, true) => 5500 + 500 * spread,
        (false, false) => 4000 + 400 * spread,
    };
    let unit = if by_day { PayUnit::Day } else { PayUnit::Month };
    Pay { min: i64::from(min), max: None, unit, currency: Currency("CNY".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Places;

    fn planted(count: usize, seed: u64) -> Vec<SeededWorker> {
        let places = Places::load();
        let cities: Vec<Location> = CITIES.iter().filter_map(|id| places.location(id)).collect();
        assert_eq!(cities.len(), CITIES.len(), "every city is in the tables");
        workers(count, seed, &Taxonomy::embedded(), &cities, jiff::civil::date(2026, 11, 24)).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_workers_and_a_longer_list_begins_with_the_shorter() {
        let list = planted(200, 1);
        assert_eq!(list[..50], planted(50, 1));
        assert_ne!(list[..50], planted(50, 2));
    }

    #[test]
    fn every_trade_exists() {
        let taxonomy = Taxonomy::embedded();
        for (id, _) in TRADES {
            assert!(taxonomy.trade(id).is_some(), "{id}");
        }
    }

    #[test]
    fn the_crowd_is_skewed_as_in_life() {
        let list = planted(4000, 7);
        let today = jiff::civil::date(2026, 11, 24);
        let share =
            |test: &dyn Fn(&SeededWorker) -> bool| list.iter().filter(|w| test(w)).count() * 100 / list.len();
        let ages: Vec<i16> = list.iter().filter_map(|w| Some(w.profile.born?.age_on(today))).collect();
        assert!(ages.iter().all(|age| (16..=66).contains(age)));
        let mean = ages.iter().map(|age| i64::from(*age)).sum::<i64>() / ages.len() as i64;
        assert!((38..=45).contains(&mean), "{mean}");
        assert!((60..=72).contains(&share(&|w| w.profile.home == Some(Home::Elsewhere))));
        assert!((15..=25).contains(&share(&|w| w.profile.here.as_ref().is_some_and(|h| h.id == "cn:4403"))));
        assert!((12..=22).contains(&share(&|w| w.profile.trades[0].trade.as_str() == "factory_worker")));
        for w in &list {
            let age = w.profile.born.unwrap().age_on(today);
            let months = w.profile.trades[0].months.unwrap();
            assert!(i64::from(months) <= (i64::from(age) - 14) * 12, "{age} and {months} months");
        }
    }
}
