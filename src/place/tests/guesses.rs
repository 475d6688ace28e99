//! Names misspelled or only begun: offered, and hardly ever taken.

use super::{Case, check};

/// One slip of the finger.
pub(super) const MISSPELLED: &[Case] = &[
    ("Guangzou", "CN", "? cn:4401"),
    ("Shenzheng", "CN", "? cn:4403"),
    ("Shehnzhen", "CN", "? cn:4403"),
    ("Shanghi", "CN", "? cn:31…"),
    ("Beijng", "CN", "? cn:11"),
    ("Donguan", "CN", "? cn:4419…"),
    ("Shenzhenn", "CN", "? cn:4403"),
    ("Екатеренбург", "RU", "? gn:1486209"),
    ("Екатиринбург", "RU", "? gn:1486209"),
    ("Новосибрск", "RU", "? gn:1496747"),
    ("Новосебирск", "RU", "? gn:1496747"),
    ("Мосвка", "RU", "? gn:524901"),
    ("Моква", "RU", "? gn:524901"),
    ("Питир", "RU", "? gn:498817"),
    ("Санк-Петербург", "RU", "? gn:498817"),
    ("Краснодаар", "RU", "? gn:542420"),
    ("Красноярк", "RU", "? gn:1502026"),
    ("Челябинкс", "RU", "? gn:1508291"),
    ("Волгаград", "RU", "? gn:472757"),
    ("Владивасток", "RU", "? gn:2013348"),
    ("Ростов-на-Дану", "RU", "? gn:501175"),
    ("Нижний Навгород", "RU", "? gn:520555"),
    ("Воронежь", "RU", "? gn:472045"),
    ("Самаркант", "RU", "? gn:1216265"),
    ("Moscwo", "RU", "? gn:524901"),
    ("Казаньь", "RU", "? gn:551487"),
    ("Ташкемт", "UZ", "? gn:1512569"),
    ("Toshknt", "UZ", "? gn:1512569"),
    ("Toshkentt", "UZ", "? gn:1512569"),
    ("Samarqant", "UZ", "? gn:1216265"),
    ("Buhoro", "UZ", "? gn:1217662"),
    ("Namagan", "UZ", "? gn:1513157"),
    ("Бишкк", "UZ", "? gn:1528675"),
    ("Sai Gom", "VN", "? gn:1566083"),
    ("Da Nag", "VN", "? gn:1583992"),
    ("Hai Phog", "VN", "? gn:1581298"),
    ("Bien Hao", "VN", "? gn:1587923"),
    ("Nha Trag", "VN", "? gn:1572151"),
    ("Ha Nio", "VN", "? gn:1581130 gn:260114"),
    ("Jakrata", "ID", "? gn:1642911"),
    ("Jakarata", "ID", "? gn:1642911"),
    ("Surabya", "ID", "? gn:1625822"),
    ("Semarangg", "ID", "? gn:1627896"),
    ("Bandugn", "ID", "? gn:1650357"),
    ("Singapoure", "", "? gn:1880252"),
    ("Bangkock", "", "? gn:1609350"),
    ("Tashkant", "", "? gn:1512569"),
];

/// Beginnings of names: in Chinese, two characters are enough to be sure.
pub(super) const BEGUN: &[Case] = &[
    ("呼和浩", "CN", "cn:1501"),
    ("乌鲁", "CN", "cn:6501"),
    ("石家", "CN", "cn:1301"),
    ("西双", "CN", "cn:5328"),
    ("Guangzh", "CN", "? cn:4401"),
    ("Shenz", "CN", "? cn:4403 cn:130128…"),
    ("Hangzh", "CN", "? cn:3301"),
    ("Екатерин", "RU", "? gn:1486209"),
    ("Новокузн", "RU", "? gn:1496990"),
    ("Красно", "RU", "? gn:542420 gn:1502026…"),
    ("Волго", "RU", "? gn:472757 gn:472761"),
    ("Моск", "RU", "? gn:524901"),
    ("Samarq", "UZ", "? gn:1216265"),
    ("Namang", "UZ", "? gn:1513157"),
    ("Buôn Ma", "VN", "? gn:1586896"),
    ("Nha Tran", "VN", "? gn:1572151"),
    ("Balikp", "ID", "? gn:1650527"),
    ("Semar", "ID", "? gn:1627896"),
];

#[test]
fn misspelled_names_are_only_offered() {
    check(MISSPELLED);
}

#[test]
fn begun_names() {
    check(BEGUN);
}

/// A guess may be wrong, so it is never taken without asking.
#[test]
fn misspelled_names_are_never_certain() {
    for (text, _, expected) in MISSPELLED {
        assert!(expected.starts_with("? "), "{text}");
    }
}
