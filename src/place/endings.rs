//! What stands around a name: little words before and after it, and the endings it takes on.
//!
//! Everything here is written folded, as [`super::fold`] leaves it: `й` is `и`, `ё` is `е`, `ở` is `o`.
//! No ending is certain (Казани comes from Казань, Перми from Пермь, Химках from Химки), so every
//! possible base form is made, and the tables decide which of them exists.

use super::fold;
use std::sync::LazyLock;

/// The words of a list, which stand several to a line.
fn each(list: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    list.iter().flat_map(|line| line.split(' '))
}

fn lists(list: &'static [&'static str], word: &str) -> bool {
    each(list).any(|listed| listed == word)
}

/// Words before a name in languages written with spaces.
const BEFORE: &[&str] = &[
    // English
    "i am im in from at near to live living work working now currently my city is of the based",
    "staying here we are around want go looking for a job place location address would like come coming",
    // Russian
    "в во из на под около возле до г гор город городе города я живу нахожусь работаю сеичас еду",
    "приехал приехала родом мои хочу мы уже пока жить работать работу ищу поехать уехать нужна на меня рядом с со недалеко от центре",
    "область респ республика республике республики пос поселок раион",
    // Indonesian, Vietnamese
    "di ke dari kota saya tinggal sekarang kabupaten kab daerah o tai tu toi dang song que em minh",
    "thanh pho tinh tp quan huyen nha minh muon lam viec hien lokasi aku domisili berdomisili asal alamat mau kerja ingin ada",
    // Uzbek, Kazakh, Kyrgyz, Tajik
    "men hozir мен хозир казир азыр дар аз ман шахри шахар shahri shahar biz биз manzil манзил",
];

/// Words after a name.
const AFTER: &[&str] = &[
    "city town now area province district prefecture municipality shi сеичас город область области",
    "края краи крае республика республике viloyati viloyatida viloyatidan вилояти вилоятида shahri",
    "shahrida shahridan shahar shaharda shahriga шахри шахрида шахридан шахар каласы каласында шаары",
    "шаарында hozir хозир man ман yashayman яшаиман turaman тураман sekarang saja nha a please ish",
    "ishlayman боламан ишлаиман sh ш vil tumani tuman тумани туман",
];

/// Words that say that a name is that of a region.
const REGION: &[&str] = &[
    "область области областью край краи края крае республика республике республики oblast viloyati",
    "viloyatida viloyatidan вилояти вилоятида вилоятидан",
];

/// Phrases before a Chinese name, longest first where one begins another.
const HAN_BEFORE: &[&str] = &[
    "现居住在 现居住于 现居住地 现居住 居住在 居住地 居住于 现居地 现居 现住址 现住在 现住 常住地 常住 暂住",
    "最好是 最好在 最好 希望 靠近 离 工作地点 工作地 想去 要去 准备去 打算去 打算在 准备在 希望在 想在 正在 人在 住在 住 家在 身在 来自",
    "现在 目前 暂时 刚到 老家是 老家在 老家 籍贯 家是 户籍 位于 位置 定位 地址 地点 坐标 城市 我们 我家 我人",
    "我 在 去 到 从 于 是 中国",
];

/// Phrases after a Chinese name.
const HAN_AFTER: &[&str] = &[
    "这边的 那边的 这边 那边 附近 周边 市区 市内 打工 上班 工作 干活 找工作 找活 本地人 本地 这里 那里",
    "近的 近点 都行 都可以 也行 也可以 优先 人 的 吧 呢 啊 哦 呀 了 这 一带 地区 郊区 街道",
];

/// Phrases between two Chinese names.
const HAN_BETWEEN: &[&str] = &["或者 还是 以及 或 和 跟 与 及 离"];

/// Russian endings and what may have stood in their place.
const RUSSIAN: &[(&str, &[&str])] = &[
    ("е", &["", "а", "я", "ь", "о", "и"]),
    ("а", &["", "о"]),
    ("я", &["ь", "и", "е"]),
    ("ю", &["ь", "и", "я", "е"]),
    ("у", &["", "а", "о"]),
    ("и", &["ь", "а", "я", "ия"]),
    ("ы", &["а"]),
    ("ом", &["", "о", "ыи", "ии", "ои", "ое"]),
    ("ем", &["ь", "ии", "е", "и"]),
    ("ои", &["а", "ая"]),
    ("ую", &["ая"]),
    ("еи", &["я", "и"]),
    ("ью", &["ь"]),
    ("ская", &["ск", "", "а", "ь", "о", "ль"]),
    ("скои", &["ск", "", "а", "ь", "о", "ль", "ская"]),
    ("скии", &["ск", "", "а", "ь", "о"]),
    ("ском", &["ск", "", "а", "ь", "о", "скии"]),
    ("ьская", &["а", "я"]),
    ("ьскои", &["а", "я"]),
    ("жская", &["г", "га"]),
    ("жскои", &["г", "га"]),
    ("енская", &["а"]),
    ("енскои", &["а"]),
    ("кая", &["к"]),
    ("кои", &["к"]),
    ("ого", &["ыи", "ии", "ое", "ои"]),
    ("его", &["ии", "ее"]),
    ("ому", &["ыи", "ии", "ое"]),
    ("ых", &["ые"]),
    ("их", &["ие"]),
    ("ах", &["ы", "и", "а"]),
    ("ях", &["и"]),
    ("ов", &["ы", "и"]),
    ("ок", &["ки"]),
    ("ек", &["ки"]),
    ("це", &["ец"]),
    ("ца", &["ец"]),
    ("цу", &["ец"]),
    ("ле", &["ел"]),
    ("ла", &["ел"]),
    ("", &["ы", "и"]),
];

/// Suffixes of the Turkic languages, longest first.
const TURKIC: &[&str] = &[
    "shahridan shahrida danman daman damiz likman dagi ning gacha lik dan dir ga da ka qa ni шахридан шахрида",
    "данман даман дамиз дамын ликман дагы даги нинг нын нин лик лык дан ден тан тен нан нен тон дон га ге ка ке го ко да де та",
    "те до то ни",
];

/// Endings change at most this many words of a name; longer texts are not names.
const MAX_WORDS: usize = 3;

/// The words without what stands before and after them: all ways of leaving it out, from the least.
pub(super) fn trimmed(words: &[String]) -> Vec<&[String]> {
    let before = words.iter().take_while(|word| lists(BEFORE, word)).count();
    let after = words.iter().rev().take_while(|word| lists(AFTER, word)).count();
    let mut ways = Vec::new();
    for skip in 0..=before.min(8) {
        for cut in 0..=after.min(3) {
            if let Some(rest) =
                words.get(skip..words.len().saturating_sub(cut)).filter(|rest| !rest.is_empty())
            {
                ways.push((skip + cut, rest));
            }
        }
    }
    ways.sort_by_key(|(left_out, _)| *left_out);
    ways.into_iter().map(|(_, rest)| rest).collect()
}

/// A Chinese key without the phrases before and after it, one phrase at a time from the outside in.
pub(super) fn trimmed_han(key: &str) -> Vec<&str> {
    let mut ways = Vec::new();
    let mut rest = key;
    while let Some(next) = each(HAN_BEFORE).find_map(|phrase| rest.strip_prefix(phrase)) {
        ways.push(next);
        rest = next;
    }
    for start in [&[key], ways.clone().as_slice()].concat() {
        let mut rest = start;
        while let Some(next) = each(HAN_AFTER).find_map(|phrase| rest.strip_suffix(phrase)) {
            ways.push(next);
            rest = next;
        }
    }
    ways.retain(|rest| rest.chars().count() > 1 || *rest != key);
    ways
}

/// A Chinese text without a phrase at its beginning that may stand before, between or after names.
pub(super) fn without_han_phrase(text: &str) -> Option<&str> {
    [HAN_BETWEEN, HAN_AFTER, HAN_BEFORE]
        .into_iter()
        .flat_map(each)
        .find_map(|phrase| text.strip_prefix(phrase))
}

/// Whether a word is one that stands before or after names.
pub(super) fn stands_around(word: &str) -> bool {
    lists(BEFORE, word) || lists(AFTER, word)
}

/// Whether the words speak of a region rather than of its main city.
pub(super) fn speaks_of_a_region(words: &[String]) -> bool {
    words.iter().any(|word| lists(REGION, word))
}

/// Keys of the base forms that words may have, without the form as it stands. `begins` says whether any key begins so:
/// what none does is not followed.
pub(super) fn base_forms(words: &[String], begins: impl Fn(&str) -> bool) -> Vec<String> {
    if words.len() > MAX_WORDS || words.iter().any(|word| fold::has_han(word)) {
        return Vec::new();
    }
    let whole = words.concat();
    let mut keys = vec![String::new()];
    for word in words {
        let mut longer = Vec::new();
        for key in &keys {
            forms(word, |form| {
                let key = format!("{key}{form}");
                if begins(&key) && !longer.contains(&key) {
                    longer.push(key);
                }
            });
        }
        keys = longer;
    }
    keys.retain(|key| *key != whole);
    keys
}

/// A word as it stands, then the forms it may come from.
fn forms(word: &str, mut found: impl FnMut(&str)) {
    found(word);
    let mut form = String::new();
    if word.chars().any(|letter| ('а'..='я').contains(&letter)) {
        for (ending, replacements) in RUSSIAN {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| is_longer_than_one(stem)) else {
                continue;
            };
            for replacement in *replacements {
                form.clear();
                form.push_str(stem);
                form.push_str(replacement);
                found(&form);
            }
        }
    }
    let turkic = TURKIC_ENDINGS.iter().filter_map(|suffix| word.strip_suffix(suffix));
    turkic.filter(|stem| is_longer_than_one(stem)).for_each(found);
}

/// What every form that a word may come from begins with.
pub(super) fn shortest_stem(word: &str) -> &str {
    let russian = RUSSIAN.iter().map(|(ending, _)| *ending);
    let stems = russian.chain(TURKIC_ENDINGS.iter().copied()).filter_map(|ending| word.strip_suffix(ending));
    let shortest = stems.filter(|stem| is_longer_than_one(stem)).min_by_key(|stem| stem.len());
    shortest.unwrap_or(word)
}

fn is_longer_than_one(stem: &str) -> bool {
    stem.chars().nth(1).is_some()
}

/// [`TURKIC`], one by one.
static TURKIC_ENDINGS: LazyLock<Vec<&str>> = LazyLock::new(|| each(TURKIC).collect());

/// Whether the first of the words is a preposition that bends a Russian name.
pub(super) fn bends(words: &[String]) -> bool {
    words
        .iter()
        .any(|word| matches!(word.as_str(), "в" | "во" | "из" | "на" | "под" | "около" | "до" | "городе"))
}
