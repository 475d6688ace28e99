//! Uzbek in both scripts, and its neighbours: Kazakh, Kyrgyz, Tajik.

use super::{Case, check};

/// Uzbek in Latin letters, with suffixes and all kinds of apostrophes.
pub(super) const UZBEK_LATIN: &[Case] = &[
    ("Toshkent viloyati Angren", "UZ", "gn:1514581"),
    ("Farg'ona viloyati, Qo'qon", "UZ", "gn:1512979"),
    ("Toshkent", "UZ", "gn:1512569"),
    ("Tosh", "UZ", "gn:1512569"),
    ("Toshkentda", "UZ", "gn:1512569"),
    ("Toshkentdan", "UZ", "gn:1512569"),
    ("Toshkentga", "UZ", "gn:1512569"),
    ("Toshkentlik", "UZ", "gn:1512569"),
    ("Toshkentdaman", "UZ", "gn:1512569"),
    ("Men Toshkentdaman", "UZ", "gn:1512569"),
    ("men Toshkentda yashayman", "UZ", "gn:1512569"),
    ("Toshkent shahri", "UZ", "gn:1512569"),
    ("Toshkent shahrida", "UZ", "gn:1512569"),
    ("Toshkent shahridan", "UZ", "gn:1512569"),
    ("Toshkent sh.", "UZ", "gn:1512569"),
    ("Toshkent viloyati", "UZ", "? gn:1512569 gn:1514581…"),
    ("Samarqandga", "UZ", "gn:1216265"),
    ("Samarqandlikman", "UZ", "gn:1216265"),
    ("Buxoroda", "UZ", "gn:1217662"),
    ("Buxoro viloyati", "UZ", "gn:1217662"),
    ("Farg'ona", "UZ", "gn:1514019"),
    ("Fargona", "UZ", "gn:1514019"),
    ("Farg‘onalik", "UZ", "gn:1514019"),
    ("Fargʻonada", "UZ", "gn:1514019"),
    ("Andijondan", "UZ", "gn:1514588"),
    ("Namanganda", "UZ", "gn:1513157"),
    ("Qashqadaryodan", "UZ", "gn:1216311"),
    ("Qarshida", "UZ", "gn:1216311"),
    ("Surxondaryo", "UZ", "gn:1215957"),
    ("Termizda", "UZ", "gn:1215957"),
    ("Xorazmda", "UZ", "gn:1512473"),
    ("Urganchda", "UZ", "gn:1512473"),
    ("Jizzaxda", "UZ", "gn:1513886"),
    ("Navoiyda", "UZ", "gn:1513131"),
    ("Qo'qon", "UZ", "gn:1512979"),
    ("Qo‘qonda", "UZ", "gn:1512979"),
    ("Marg'ilon", "UZ", "gn:1513243"),
    ("Chilonzor", "UZ", "gn:1514230"),
    ("Toshkent, Chilonzor", "UZ", "gn:1514230"),
    ("Yunusobod", "UZ", "gn:1512296"),
    ("Nukus", "UZ", "gn:601294"),
    ("Qoraqalpogʻiston", "UZ", "gn:601294"),
    ("Andijon viloyati, Asaka", "UZ", "gn:1513271"),
    ("Moskvada", "UZ", "gn:524901"),
    ("Hozir Moskvadaman", "UZ", "gn:524901"),
    ("Rossiyada, Moskvada", "UZ", "gn:524901"),
    ("Piterda", "UZ", "gn:498817"),
    ("Qozonda", "UZ", "gn:551487"),
    ("Dubayda", "UZ", "gn:292223"),
    ("Istanbulda", "UZ", "gn:745044"),
    ("Seulda", "UZ", "gn:1835848"),
    ("Pekinda", "UZ", "cn:11"),
    ("Olmaota", "UZ", "gn:1526384"),
    ("Toshkent yoki Samarqand", "UZ", "? gn:1512569 gn:1216265"),
    ("Toshkentdan Moskvaga", "UZ", "? gn:1512569 gn:524901"),
];

/// Uzbek in Cyrillic letters.
pub(super) const UZBEK_CYRILLIC: &[Case] = &[
    ("Тошкент", "UZ", "gn:1512569"),
    ("Тошкентда", "UZ", "gn:1512569"),
    ("Тошкентдан", "UZ", "gn:1512569"),
    ("Тошкентга", "UZ", "gn:1512569"),
    ("мен Тошкентда", "UZ", "gn:1512569"),
    ("Тошкент шаҳрида", "UZ", "gn:1512569"),
    ("Тошкент вилояти", "UZ", "? gn:1512569 gn:1514581…"),
    ("Самарқанд", "UZ", "gn:1216265"),
    ("Самарқанддан", "UZ", "gn:1216265"),
    ("Самарқандликман", "UZ", "gn:1216265"),
    ("Бухородан", "UZ", "gn:1217662"),
    ("Фарғонада", "UZ", "gn:1514019"),
    ("Фаргона", "UZ", "gn:1514019"),
    ("Андижонда", "UZ", "gn:1514588"),
    ("Наманганда", "UZ", "gn:1513157"),
    ("Қаршида", "UZ", "gn:1216311"),
    ("Қашқадарё", "UZ", "gn:1216311"),
    ("Сурхондарёдан", "UZ", "gn:1215957"),
    ("Хоразм", "UZ", "gn:1512473"),
    ("Жиззах", "UZ", "gn:1513886"),
    ("Навоийда", "UZ", "gn:1513131"),
    ("Қўқонда", "UZ", "gn:1512979"),
    ("Марғилон", "UZ", "gn:1513243"),
    ("Чирчиқ", "UZ", "gn:1514210"),
    ("Чилонзор", "UZ", "gn:1514230"),
    ("Москвада", "UZ", "gn:524901"),
    ("Москваданман", "UZ", "gn:524901"),
    ("Питерда", "UZ", "gn:498817"),
];

/// Kazakh, Kyrgyz and Tajik.
pub(super) const NEIGHBOURS: &[Case] = &[
    ("Алматы", "KZ", "gn:1526384"),
    ("Алматыда", "KZ", "gn:1526384"),
    ("Алматы қаласы", "KZ", "gn:1526384"),
    ("Астанада", "KZ", "gn:1526273"),
    ("Шымкентте", "KZ", "gn:1518980"),
    ("Қарағандыда", "KZ", "gn:609655"),
    ("Ақтөбе", "KZ", "gn:610611"),
    ("Өскемен", "KZ", "gn:1520316"),
    ("Almaty", "KZ", "gn:1526384"),
    ("Бишкекте", "KG", "gn:1528675"),
    ("Бишкектен", "KG", "gn:1528675"),
    ("Ош", "KG", "gn:1527534"),
    ("Ошто", "KG", "gn:1527534"),
    ("Оштон", "KG", "gn:1527534"),
    ("Жалал-Абад", "KG", "gn:1528249"),
    ("Баткен", "KG", "gn:1528735"),
    ("Душанбе", "TJ", "gn:1221874"),
    ("дар Душанбе", "TJ", "gn:1221874"),
    ("аз Душанбе", "TJ", "gn:1221874"),
    ("Хуҷанд", "TJ", "gn:1514879"),
    ("Кӯлоб", "TJ", "gn:1221194"),
    ("Хатлон", "TJ", "gn:1220747"),
];

#[test]
fn uzbek_latin() {
    check(UZBEK_LATIN);
}

#[test]
fn uzbek_cyrillic() {
    check(UZBEK_CYRILLIC);
}

#[test]
fn neighbours() {
    check(NEIGHBOURS);
}
