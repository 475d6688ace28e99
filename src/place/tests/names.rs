//! What places are called, and what a location holds.

use super::{PLACES, found};
use crate::domain::{Lang, Point};

#[test]
fn locations_have_all_that_profiles_keep() {
    let shenzhen = PLACES.location("cn:4403").unwrap();
    assert_eq!((shenzhen.country.as_str(), shenzhen.division.as_str()), ("CN", "CN:44"));
    assert_eq!(shenzhen.zone, "Asia/Shanghai");
    assert!(!shenzhen.approximate);
    assert!(shenzhen.point.km_to(Point { lat: 22.545, lon: 114.068 }) < 15.0);
    let moscow = PLACES.location("gn:524901").unwrap();
    assert_eq!((moscow.country.as_str(), moscow.division.as_str()), ("RU", "RU:48"));
    assert_eq!(moscow.zone, "Europe/Moscow");
    assert_eq!(PLACES.location("cn:6501").unwrap().zone, "Asia/Shanghai");
    assert_eq!(PLACES.location("gn:1819729").unwrap().country, "HK");
    assert!(PLACES.location("cn:44").unwrap().approximate);
    for id in
        ["", "cn:", "cn:99", "cn:04403", "cn:+4403", "gn:1795565", "xx:4403", "cn:4294967295", "中:4403"]
    {
        assert_eq!(PLACES.location(id), None, "{id}");
    }
}

#[test]
fn every_zone_is_known_and_every_place_has_a_name() {
    for number in 0..PLACES.table.n_rows() {
        let row = PLACES.table.row(number).unwrap();
        let location = PLACES.locate(&row);
        assert!(jiff::tz::TimeZone::get(&location.zone).is_ok(), "{location:?}");
        assert_eq!(location.country.len(), 2, "{location:?}");
        assert!(Point::new(location.point.lat, location.point.lon).is_some(), "{location:?}");
        assert!(PLACES.name(&location.id, Lang::EN).is_some_and(|name| !name.is_empty()), "{location:?}");
        assert!(PLACES.label(&location.id, Lang::ZH).is_some_and(|label| !label.is_empty()), "{location:?}");
    }
}

#[test]
fn names_and_labels() {
    let lang = |code| Lang::parse(code).unwrap();
    for (id, code, name, label) in [
        ("cn:4403", "zh", "深圳", "深圳，广东"),
        ("cn:4403", "en", "Shenzhen", "Shenzhen, Guangdong"),
        ("cn:4403", "ru", "Шэньчжэнь", "Шэньчжэнь, Гуандун"),
        ("cn:320583", "zh", "昆山", "昆山，苏州"),
        ("cn:320106", "zh", "鼓楼", "鼓楼区，南京"),
        ("cn:320106", "en", "Gulou", "Gulou District, Nanjing"),
        ("cn:310112", "en", "Minhang", "Minhang District, Shanghai"),
        ("gn:1514230", "en", "Chilanzar", "Chilanzar, Tashkent"),
        ("cn:430422", "en", "Hengnan", "Hengnan County, Hengyang"),
        ("cn:2202", "zh", "吉林", "吉林市，吉林"),
        ("cn:422801", "zh", "恩施", "恩施市，恩施"),
        ("cn:11", "zh", "北京", "北京"),
        ("cn:61", "en", "Shaanxi", "Shaanxi"),
        ("cn:6108", "en", "Yulin", "Yulin, Shaanxi"),
        ("cn:4420", "vi", "Zhongshan", "Zhongshan, Guangdong"),
        ("gn:524901", "zh", "莫斯科", "莫斯科，俄罗斯"),
        ("gn:524901", "en", "Moscow", "Moscow, Russia"),
        ("gn:524901", "ru", "Москва", "Москва, Россия"),
        ("gn:479561", "ru", "Уфа", "Уфа, Россия"),
        ("gn:1512569", "zh", "塔什干", "塔什干，乌兹别克斯坦"),
        ("gn:1512569", "ru", "Ташкент", "Ташкент, Узбекистан"),
        ("gn:1581130", "vi", "Hà Nội", "Hà Nội, Việt Nam"),
        ("gn:1581130", "zh", "河内", "河内，越南"),
        ("gn:1642911", "id", "Jakarta", "Jakarta, Indonesia"),
        ("gn:1642911", "zh", "雅加达", "雅加达，印度尼西亚"),
        ("gn:1880252", "en", "Singapore", "Singapore"),
        ("gn:1818379", "zh", "湾仔", "湾仔，香港"),
        ("gn:4250542", "en", "Springfield", "Springfield, IL, USA"),
    ] {
        assert_eq!(PLACES.name(id, lang(code)).as_deref(), Some(name), "{id} {code}");
        assert_eq!(PLACES.label(id, lang(code)).as_deref(), Some(label), "{id} {code}");
    }
    assert_eq!(PLACES.name("cn:99", Lang::EN), None);
}

/// Buttons are names that a tap sends as text, so the search must find the same place again.
#[test]
fn popular_places_are_found_by_their_names() {
    for (country, langs) in [
        ("CN", ["zh", "en"]),
        ("RU", ["ru", "en"]),
        ("UZ", ["ru", "en"]),
        ("VN", ["vi", "en"]),
        ("ID", ["id", "en"]),
        ("KZ", ["ru", "en"]),
    ] {
        let ids = PLACES.popular(country);
        assert_eq!(ids.len(), 8, "{country}");
        for (id, code) in ids.iter().flat_map(|id| langs.map(|code| (id, code))) {
            let name = PLACES.name(id, Lang::parse(code).unwrap()).unwrap();
            assert_eq!(found(&name, country), *id, "{name}");
        }
    }
    assert!(PLACES.popular("BR").is_empty());
    assert!(PLACES.popular("").is_empty());
}
