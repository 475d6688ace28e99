//! Places beside other things.

use super::*;
use crate::domain::Lang;
fn names(text: &str, near: &str, lang: Lang) -> String {
    let found = PLACES.mentioned(text, Some(near), lang);
    for place in &found {
        assert!(text.get(place.span.clone()).is_some(), "{text}");
    }
    found.into_iter().map(|place| format!("{}/{}", place.en, place.country)).collect::<Vec<_>>().join(" ")
}

#[test]
fn places_in_messages() {
    let mut wrong = Vec::new();
    for (lang, near, text, expected) in [
        (Lang::ZH, "CN", "湖南衡阳人，现在人在佛山南海，做钢筋工14年了", "Hengyang/CN Foshan/CN"),
        (Lang::ZH, "CN", "女，39，保洁，中山小榄，早班最好", "Zhongshan/CN"),
        (Lang::ZH, "CN", "深圳宝安招工", "Shenzhen/CN"),
        (Lang::ZH, "CN", "昆山电子厂", "Kunshan/CN"),
        (Lang::ZH, "CN", "想去日本做护理", "Japan/JP"),
        (Lang::ZH, "CN", "安全第一，平安回家，大方得体", ""),
        (Lang::RU, "RU", "Нургуль, 44, Бишкек, ищу работу в Москве", "Bishkek/KG Moscow/RU"),
        (Lang::RU, "RU", "Опыт работы, есть права, нужна работа", ""),
        (Lang::EN, "GB", "Plasterer from Manchester, van + tools", "Manchester/GB"),
        (Lang::EN, "GB", "want Malaysia or Qatar", "Malaysia/MY Qatar/QA"),
        (Lang::VI, "VN", "đang ở Hải Phòng, lương 18-20 triệu", "Haiphong/VN"),
        (Lang::ID, "ID", "dari Garut, cari di Bandung", "Garut/ID Bandung/ID"),
        (Lang::UZ, "UZ", "Men Sardor Qarshidan, toshkentda", "Qarshi/UZ Tashkent/UZ"),
        (Lang::EN, "GB", "My name is on the list", ""),
        (Lang::VI, "VN", "công nhật 500k, Huế", "Huế/VN"),
        (Lang::EN, "GB", "", ""),
    ] {
        let found = names(text, near, lang);
        if found != expected {
            wrong.push(format!("{text}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
