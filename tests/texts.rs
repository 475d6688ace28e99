//! How well texts that people wrote are read: precision, recall and F1 of `zhaogong parse` on the labelled texts in
//! `tests/texts`, with the least that each set must reach.
//!
//! A slot that is right counts as found, a wrong one as false and as missed; sets and places are counted one by one.
//! `accept` has other right values of a slot, `optional` slots and `optional_items` values that do not count.

use regex::Regex;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

const SETS: [&str; 8] = [
    "trades",
    "certificates",
    "languages",
    "title_trades",
    "requires.trades",
    "requires.certificates",
    "provides",
    "flags",
];
const PLACES: [&str; 2] = ["place", "hometown"];
/// The day on which every text was written.
const TODAY: &str = "2026-11-23";

/// Right, false and missed.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Count {
    const fn new(right: usize, wrong: usize, missed: usize) -> Self {
        Self { right, wrong, missed }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// In hundredths.
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed) as f64
    }

    fn precision(self) -> f64 {
        100.0 * self.right as f64 / (self.right + self.wrong) as f64
    }

    fn recall(self) -> f64 {
        100.0 * self.right as f64 / (self.right + self.missed) as f64
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The texts of a kind in a folder, of all its files.
fn texts(folder: &str, kind: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with(kind));
    files.sort();
    assert!(!files.is_empty(), "{kind} texts");
    files.iter().flat_map(|path| lines(&std::fs::read_to_string(path).unwrap())).collect()
}

/// What the program reads in each text.
fn parse(kind: &str, texts: &[Value]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhaogong"))
        .args(["parse", kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let asked: Vec<Value> = texts
        .iter()
        .map(|text| json!({ "id": text["id"], "lang": text["lang"], "text": text["text"], "today": TODAY }))
        .collect();
    let writer = std::thread::spawn(move || {
        for line in asked {
            writeln!(input, "{line}").unwrap();
        }
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let read = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(read.len(), texts.len(), "one line for each text");
    read
}

/// The slots as they are scored: age and year of birth are one, what is required has slots of its own.
fn flat(slots: &Value) -> Map<String, Value> {
    let mut flat = Map::new();
    for (slot, value) in slots.as_object().into_iter().flatten() {
        let is_empty = value.is_null()
            || value.as_str() == Some("")
            || value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(Map::is_empty);
        match (slot.as_str(), value) {
            _ if is_empty => {}
            ("age", _) if slots.get("birth_year").is_some() => {}
            ("age" | "birth_year", _) => {
                flat.insert("birth".into(), value.clone());
            }
            ("requires", Value::Object(requires)) => {
                flat.extend(requires.iter().map(|(slot, value)| (format!("requires.{slot}"), value.clone())));
            }
            _ => {
                flat.insert(slot.clone(), value.clone());
            }
        }
    }
    flat
}

fn plain(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let text = text.replace('đ', "d").replace('й', "\u{1}");
    let text: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let text = text.replace('\u{1}', "й").replace('ı', "i");
    text.chars().filter(|c| !c.is_whitespace() && !"-_.,'`´’‘ʻʼ·()".contains(*c)).collect()
}

/// The names of a place, with and without what kind of place it is.
fn names(place: &Value) -> BTreeSet<String> {
    static HAN: LazyLock<Regex> = LazyLock::new(|| {
        let kinds =
            "特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|州|盟|镇";
        Regex::new(&format!("(?:{kinds})$")).unwrap()
    });
    static LETTERS: LazyLock<Regex> = LazyLock::new(|| {
        let kinds = "city|province|prefecture|region|oblast|shi|sheng|district|county|kota|kabupaten";
        Regex::new(&format!("(?:{kinds})$")).unwrap()
    });
    let also = place["also"].as_array().into_iter().flatten();
    let said = [place, &place["name"], &place["zh"], &place["en"]].into_iter().chain(also);
    let mut names = BTreeSet::new();
    for name in said.filter_map(Value::as_str).map(plain).filter(|name| !name.is_empty()) {
        let han = HAN.replace(&name, "").into_owned();
        if han.chars().count() >= 2 && !han.is_ascii() {
            names.insert(han);
        }
        let letters = LETTERS.replace(&name, "").into_owned();
        if letters.len() >= 3 && letters.is_ascii() {
            names.insert(letters);
        }
        names.insert(name);
    }
    names
}

fn same_place(gold: &Value, read: &Value) -> bool {
    let same_country = match (gold["country"].as_str(), read["country"].as_str()) {
        (Some(gold), Some(read)) => gold.eq_ignore_ascii_case(read),
        _ => true,
    };
    same_country && !names(gold).is_disjoint(&names(read))
}

fn same_number(gold: &Value, read: &Value) -> bool {
    match (gold.as_f64(), read.as_f64()) {
        (Some(gold), Some(read)) => (gold - read).abs() <= 1e-6 * (1.0 + gold.abs().max(read.abs())),
        _ => false,
    }
}

/// A range without an upper end is as good as one that ends where it begins.
fn same_range(gold: &Value, read: &Value) -> bool {
    let end = |range: &Value, end: &str, other: &str| {
        let value = &range[end];
        if value.is_null() && end == "max" { range[other].clone() } else { value.clone() }
    };
    let same = |at: &str, other: &str| {
        let (gold, read) = (end(gold, at, other), end(read, at, other));
        gold.is_null() && read.is_null() || same_number(&gold, &read)
    };
    same("min", "max") && same("max", "min")
}

fn same(slot: &str, gold: &Value, read: &Value) -> bool {
    let digits = |value: &Value| -> String {
        value.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
    };
    let day = |value: &Value| value.as_str().map(|day| if day == "now" { TODAY } else { day }.to_owned());
    match slot {
        "birth" => {
            let year_and_age = |year: &Value, age: &Value| {
                let left = 2026.0 - year.as_f64().unwrap() - age.as_f64().unwrap();
                (0.0..=1.0).contains(&left)
            };
            let is_year = |value: &Value| value.as_f64().is_some_and(|value| value > 200.0);
            match (is_year(gold), is_year(read)) {
                (true, false) => year_and_age(gold, read),
                (false, true) => year_and_age(read, gold),
                _ => same_number(gold, read),
            }
        }
        "name" => read.as_str().is_some_and(|read| plain(read) == plain(gold.as_str().unwrap_or_default())),
        "phone" => digits(gold).trim_start_matches("00") == digits(read).trim_start_matches("00"),
        "pay" => {
            gold["unit"] == read["unit"] && gold["currency"] == read["currency"] && same_range(gold, read)
        }
        "headcount" => same_range(gold, read),
        "available" | "start" => day(gold) == day(read),
        _ => gold == read || same_number(gold, read),
    }
}

fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.clone(),
        value => vec![value.clone()],
    }
}

/// One set of values or places against another; values in `free` count for nothing.
fn count_each(slot: &str, gold: &Value, read: &Value, free: &[Value]) -> Count {
    let same = |gold: &Value, read: &Value| {
        if PLACES.contains(&slot) { same_place(gold, read) } else { gold == read }
    };
    let mut left = list(gold);
    let mut count = Count::default();
    for read in list(read) {
        if let Some(at) = left.iter().position(|gold| same(gold, &read)) {
            left.remove(at);
            count.right += 1;
        } else if !free.iter().any(|free| same(free, &read)) {
            count.wrong += 1;
        }
    }
    Count { missed: left.len(), ..count }
}

fn count_slot(slot: &str, gold: &Value, read: &Value, accept: &[Value], free: &[Value]) -> Count {
    if SETS.contains(&slot) || PLACES.contains(&slot) {
        let ways = std::iter::once(gold).chain(accept);
        let counts = ways.map(|gold| count_each(slot, gold, read, free));
        let worth =
            |count: &Count| (count.right as i64 - count.wrong as i64 - count.missed as i64, count.right);
        return counts.max_by_key(worth).unwrap();
    }
    let is_right = |way: &Value| same(slot, way, read);
    match (gold.is_null(), read.is_null()) {
        (true, true) => Count::default(),
        (true, false) if accept.iter().any(is_right) => Count::default(),
        (true, false) => Count::new(0, 1, 0),
        (false, true) => Count::new(0, 0, 1),
        (false, false) if is_right(gold) || accept.iter().any(is_right) => Count::new(1, 0, 0),
        (false, false) => Count::new(0, 1, 1),
    }
}

/// The counts of all slots, and those of the flags alone.
fn score(folder: &str, kind: &str) -> (Count, Count) {
    let texts = texts(folder, kind);
    let (mut all, mut flags) = (Count::default(), Count::default());
    for (text, read) in texts.iter().zip(parse(kind, &texts)) {
        let (gold, read) = (flat(&text["gold"]), flat(&read["slots"]));
        let slots: BTreeSet<&String> = gold.keys().chain(read.keys()).collect();
        let optional = list(&text["optional"]);
        for slot in slots.into_iter().filter(|slot| !optional.contains(&json!(slot))) {
            let of = |map: &Map<String, Value>| map.get(slot).cloned().unwrap_or_default();
            let (accept, free) = (list(&text["accept"][slot]), list(&text["optional_items"][slot]));
            let count = count_slot(slot, &of(&gold), &of(&read), &accept, &free);
            all.add(count);
            if slot == "flags" {
                flags.add(count);
            }
        }
    }
    println!("{folder} {kind}: F1 {:.1}, {all:?}; flags {flags:?}", all.f1());
    (all, flags)
}

/// How many of a hundred texts that are neither are taken for an introduction or an ad.
fn taken(folder: &str) -> f64 {
    let texts = texts(folder, "other");
    let (worker, job) = (parse("worker", &texts), parse("job", &texts));
    let is_taken = |read: &Value| read["kind"] != "other" && !flat(&read["slots"]).is_empty();
    let taken = worker.iter().zip(&job).filter(|(worker, job)| is_taken(worker) || is_taken(job)).count();
    100.0 * taken as f64 / texts.len() as f64
}

#[test]
fn introductions_are_read() {
    assert!(score("samples", "worker").0.f1() >= 95.0);
    assert!(score("dev", "worker").0.f1() >= 92.0);
}

#[test]
fn ads_are_read() {
    assert!(score("samples", "job").0.f1() >= 95.0);
    assert!(score("dev", "job").0.f1() >= 91.0);
}

#[test]
fn what_an_ad_may_not_ask_for_is_found() {
    for (folder, least) in [("samples", 95.0), ("dev", 88.0)] {
        let flags = score(folder, "job").1;
        assert!(flags.precision() >= 95.0 && flags.recall() >= least, "{folder}: {flags:?}");
    }
}

#[test]
fn what_is_neither_is_left_alone() {
    assert!(taken("samples") <= 2.0);
    assert!(taken("dev") <= 7.0);
}
