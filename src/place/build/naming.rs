//! Which of a city's many names is the one to show in a language.

use super::sources::{City, Handwritten};
use super::{Unit, keys};
use crate::place::fold;
use std::collections::BTreeMap;

/// How many letters a Cyrillic name, read in Latin ones, may differ from the English name.
const MAX_DIFFERENCE: usize = 3;
/// Letters of Russian, folded as names are compared but with those that Russian lacks still apart.
const RUSSIAN: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя -";

/// The names of a city: English, Chinese if the table has one, Russian where Cyrillic is at home,
/// Vietnamese in Vietnam.
pub(super) fn of(city: &City, cyrillic: &[String]) -> BTreeMap<String, String> {
    let mut names = BTreeMap::from([("en".to_owned(), city.name.replace('’', "'"))]);
    let mut add = |lang: &str, name: Option<String>| {
        names.extend(name.map(|name| (lang.to_owned(), name)));
    };
    add("zh", chinese(&city.alternates));
    if cyrillic.contains(&city.country) {
        add("ru", russian(city));
    }
    if city.country == "VN" {
        add("vi", vietnamese(city));
    }
    names
}

/// The Chinese name, simplified rather than traditional, without 市.
pub(super) fn chinese(alternates: &[String]) -> Option<String> {
    let han = alternates.iter().filter(|name| name.chars().all(fold::is_han) && name.chars().count() > 1);
    let simple = |name: &str| name.chars().all(|letter| fold::simplified(letter) == letter);
    let best = han.min_by_key(|name| (!simple(name), name.ends_with('市')))?;
    let name: String = best.chars().map(fold::simplified).collect();
    let bare = name.strip_suffix('市').filter(|bare| bare.chars().count() > 1);
    Some(bare.unwrap_or(&name).to_owned())
}

/// The Cyrillic name that is written with Russian letters and reads most like the English name.
fn russian(city: &City) -> Option<String> {
    let english = fold::key(&city.name);
    let cyrillic = city.alternates.iter().filter(|name| {
        name.chars().all(|letter| letter.to_lowercase().all(|letter| RUSSIAN.contains(letter)))
    });
    let with_difference = cyrillic.map(|name| (difference(&latin(name), &english), name));
    let (_, name) = with_difference.filter(|(difference, _)| *difference <= MAX_DIFFERENCE).min()?;
    Some(name.clone())
}

/// The name with its tones, if it is the same as the one without.
fn vietnamese(city: &City) -> Option<String> {
    let english = fold::key(&city.name);
    let same = |name: &&String| fold::key(name) == english && !name.is_ascii();
    city.alternates.iter().find(same).cloned()
}

/// Russian letters in Latin ones, as the table's English names are made.
fn latin(name: &str) -> String {
    let read = |letter: char| match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    };
    name.to_lowercase().chars().map(read).collect()
}

/// How many letters must change to make one word the other (Levenshtein).
fn difference(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

/// Puts the names written by hand in place of those from the tables, and takes wrong ones away.
pub(super) fn handwritten(units: &mut [Unit], handwritten: &Handwritten) {
    for unit in units {
        for (lang, names) in &handwritten.names {
            let name = names.get(&unit.id).map(|name| (lang.clone(), name.clone()));
            if let Some((lang, name)) = name
                && let Some(old) = unit.names.insert(lang, name)
            {
                unit.alternates.push(old);
            }
        }
        let wrong: Vec<String> =
            handwritten.wrong.get(&unit.id).into_iter().flatten().map(|name| fold::key(name)).collect();
        unit.alternates.retain(|name| !wrong.contains(&fold::key(name)));
        unit.names.retain(|_, name| keys::holds_letters(name));
    }
}
