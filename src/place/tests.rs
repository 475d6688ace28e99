//! Searches in six languages, points, names, and what the tables must withstand.

use super::{Found, LoadError, Places, build_from_tables};
use crate::domain::{Lang, Point};
use proptest::prelude::*;
use std::sync::LazyLock;

static PLACES: LazyLock<Places> = LazyLock::new(Places::load);

/// What is found, as text: the id; `? ` and the ids for several; `-` for nothing.
fn found(text: &str, near: &str) -> String {
    match PLACES.search(text, Some(near).filter(|near| !near.is_empty())) {
        Found::One(location) => location.id,
        Found::Many(locations) => {
            assert!(locations.len() <= 8);
            let ids: Vec<String> = locations.into_iter().map(|location| location.id).collect();
            format!("? {}", ids.join(" "))
        }
        Found::None => "-".to_owned(),
    }
}

/// Rows of text, country hint, and what [`found`] gives; a trailing `…` leaves the rest of the list open.
fn check(cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (text, near, expected) in cases {
        let found = found(text, near);
        let right = match expected.strip_suffix('…') {
            Some(beginning) => found.starts_with(beginning),
            None => found == *expected,
        };
        if !right {
            wrong.push(format!("{text} ({near}): {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_names() {
    check(&[
        ("深圳", "CN", "cn:4403"),
        ("深圳市", "", "cn:4403"),
        ("东莞", "CN", "cn:4419"),
        ("北京", "", "cn:11"),
        ("上海市", "", "cn:31"),
        ("广东", "", "cn:44"),
        ("广东省", "", "cn:44"),
        ("内蒙古自治区", "", "cn:15"),
        ("内蒙", "", "cn:15"),
        ("广西壮族自治区", "", "cn:45"),
        ("恩施", "", "cn:4228"),
        ("恩施州", "", "cn:4228"),
        ("恩施市", "", "cn:422801"),
        ("恩施土家族苗族自治州", "", "cn:4228"),
        ("宝安", "", "cn:440306"),
        ("昆山", "", "cn:320583"),
        ("义乌市", "", "cn:330782"),
        ("浦东", "", "cn:310115"),
        ("忠县", "", "cn:500233"),
        ("仙桃", "", "cn:429004"),
        ("儋州", "", "cn:4604"),
        ("中山", "CN", "cn:4420"),
        ("海南", "", "cn:46"),
        ("吉林", "", "cn:22"),
        ("吉林市", "", "cn:2202"),
        ("长沙", "", "cn:4301"),
        ("长沙县", "", "cn:430121"),
        ("虎门", "", "gn:1806696"),
        ("香港", "CN", "gn:1819729"),
        ("臺北", "", "gn:1668341"),
        ("廣東省東莞市", "", "cn:4419"),
        ("　深圳　", "", "cn:4403"),
        ("莫斯科", "CN", "gn:524901"),
        ("塔什干", "CN", "gn:1512569"),
        ("胡志明", "CN", "gn:1566083"),
    ]);
}

#[test]
fn chinese_nicknames_and_areas() {
    check(&[
        ("鹏城", "CN", "cn:4403"),
        ("魔都", "CN", "cn:31"),
        ("帝都", "CN", "cn:11"),
        ("羊城", "CN", "cn:4401"),
        ("穗", "CN", "cn:4401"),
        ("莞", "CN", "cn:4419"),
        ("蓉城", "CN", "cn:5101"),
        ("山城", "CN", "cn:50"),
        ("江城", "CN", "cn:4201"),
        ("泉城", "CN", "cn:3701"),
        ("冰城", "CN", "cn:2301"),
        ("春城", "CN", "cn:5301"),
        ("星城", "CN", "cn:4301"),
        ("鹭岛", "CN", "cn:3502"),
        ("SZ", "CN", "cn:4403"),
        ("SZ", "RU", "-"),
        ("珠三角", "CN", "? cn:4403 cn:4401 cn:4419…"),
        ("沙井", "CN", "cn:440306"),
        ("塘厦", "CN", "cn:4419"),
    ]);
}

#[test]
fn chinese_chains_and_phrases() {
    check(&[
        ("广东深圳", "CN", "cn:4403"),
        ("深圳宝安", "CN", "cn:440306"),
        ("深圳市宝安区", "CN", "cn:440306"),
        ("广东省深圳市宝安区", "CN", "cn:440306"),
        ("湖南省衡阳市衡南县", "CN", "cn:430422"),
        ("湖南衡阳", "CN", "cn:4304"),
        ("湖南衡阳人", "CN", "cn:4304"),
        ("福建泉州晋江", "CN", "cn:350582"),
        ("中国广东", "CN", "cn:44"),
        ("越南河内", "CN", "gn:1581130"),
        ("吉林吉林", "CN", "cn:2202"),
        ("东莞市东莞市", "CN", "cn:4419"),
        ("北京朝阳", "CN", "cn:110105"),
        ("朝阳，北京", "CN", "cn:110105"),
        ("广东 深圳", "CN", "cn:4403"),
        ("在上海", "CN", "cn:31"),
        ("人在东莞", "CN", "cn:4419"),
        ("现在在苏州", "CN", "cn:3205"),
        ("来自四川成都", "CN", "cn:5101"),
        ("我在深圳打工", "CN", "cn:4403"),
        ("深圳富士康", "CN", "cn:4403"),
        ("深圳或东莞", "CN", "? cn:4403 cn:4419"),
        ("深圳、东莞", "CN", "? cn:4403 cn:4419"),
        ("呼和浩", "CN", "cn:1501"),
        ("乌鲁", "CN", "cn:6501"),
    ]);
}

#[test]
fn homonyms() {
    check(&[
        ("朝阳", "CN", "? cn:2113 cn:110105…"),
        ("朝阳市", "CN", "cn:2113"),
        ("朝阳区", "CN", "? cn:110105 cn:220104"),
        ("鼓楼", "CN", "? cn:320106 cn:350102…"),
        ("南京鼓楼", "CN", "cn:320106"),
        ("南山", "CN", "? cn:440305 cn:230404"),
        ("白云", "CN", "? cn:440111 cn:520113"),
        ("Suzhou", "", "? cn:3205 cn:3413…"),
        ("Suzhou", "CN", "cn:3205"),
        ("Fuzhou", "CN", "? cn:3501 cn:3610"),
        ("Paris", "", "gn:2988507"),
        ("Paris", "US", "? gn:2988507 gn:4717560…"),
        ("London", "", "gn:2643743"),
        ("Springfield", "US", "? gn:4409896 gn:4951788…"),
        ("Springfield, IL", "", "gn:4250542"),
        ("Moscow", "US", "gn:524901"),
    ]);
}

#[test]
fn english_names() {
    check(&[
        ("Shenzhen", "", "cn:4403"),
        ("shen zhen", "", "cn:4403"),
        ("SHENZHEN", "CN", "cn:4403"),
        ("Shenzhen, Guangdong", "", "cn:4403"),
        ("Nanshan, Shenzhen", "", "cn:440305"),
        ("Nanshan Shenzhen", "", "cn:440305"),
        ("from Dongguan China", "", "cn:4419"),
        ("I am in Guangzhou now", "", "cn:4401"),
        ("Canton", "CN", "cn:4401"),
        ("Xi'an", "", "cn:6101"),
        ("Urumqi", "", "cn:6501"),
        ("Hong Kong", "", "gn:1819729"),
        ("Saint Petersburg", "", "gn:498817"),
        ("Samarkand", "", "gn:1216265"),
        ("Vladivostok", "", "gn:2013348"),
        ("São Paulo", "", "gn:3448439"),
        ("Sao Paulo", "", "gn:3448439"),
    ]);
}

#[test]
fn russian_names_and_endings() {
    check(&[
        ("Москва", "RU", "gn:524901"),
        ("г. Москва", "RU", "gn:524901"),
        ("в Москве", "RU", "gn:524901"),
        ("Москвы", "RU", "gn:524901"),
        ("хочу в Москву", "RU", "gn:524901"),
        ("Москва, Россия", "RU", "gn:524901"),
        ("Питер", "RU", "gn:498817"),
        ("СПб", "RU", "gn:498817"),
        ("в Санкт-Петербурге", "RU", "gn:498817"),
        ("Мск", "RU", "gn:524901"),
        ("Екб", "RU", "gn:1486209"),
        ("в Екатеринбурге", "RU", "gn:1486209"),
        ("Нск", "RU", "gn:1496747"),
        ("Новосибирске", "RU", "gn:1496747"),
        ("Казани", "RU", "gn:551487"),
        ("город Казань", "RU", "gn:551487"),
        ("из Твери", "RU", "gn:480060"),
        ("в Туле", "RU", "gn:480562"),
        ("в Уфе", "RU", "gn:479561"),
        ("в Химках", "RU", "gn:550280"),
        ("Королёве", "RU", "gn:554233"),
        ("в Нижнем Новгороде", "RU", "gn:520555"),
        ("Набережных Челнах", "RU", "gn:523750"),
        ("Ростове-на-Дону", "RU", "gn:501175"),
        ("Самарская область", "RU", "gn:499099"),
        ("в Ростовской области", "RU", "gn:501175"),
        ("Подмосковье", "RU", "? gn:524901…"),
        ("из Ташкента", "RU", "gn:1512569"),
        ("в Оше", "RU", "gn:1527534"),
        ("из Пекина", "RU", "cn:11"),
        ("в Шэньчжэне", "RU", "cn:4403"),
        ("Москва или Тверь", "RU", "? gn:524901 gn:480060"),
        ("Новосиб", "RU", "gn:1496747"),
    ]);
}

#[test]
fn uzbek_and_neighbours() {
    check(&[
        ("Toshkent", "UZ", "gn:1512569"),
        ("Tosh", "UZ", "gn:1512569"),
        ("Toshkentda", "UZ", "gn:1512569"),
        ("Тошкентда", "UZ", "gn:1512569"),
        ("Toshkent shahridan", "UZ", "gn:1512569"),
        ("Samarqandga", "UZ", "gn:1216265"),
        ("Самарқанддан", "UZ", "gn:1216265"),
        ("Farg'onada", "UZ", "gn:1514019"),
        ("Farg‘onalik", "UZ", "gn:1514019"),
        ("Andijondan", "UZ", "gn:1514588"),
        ("Buxoroda", "UZ", "gn:1217662"),
        ("Xorazmda", "UZ", "gn:1512473"),
        ("Алматыда", "KZ", "gn:1526384"),
        ("Бишкекте", "KG", "gn:1528675"),
        ("Ошто", "KG", "gn:1527534"),
    ]);
}

#[test]
fn vietnamese_and_indonesian() {
    check(&[
        ("Hà Nội", "VN", "gn:1581130"),
        ("ở Hà Nội", "VN", "gn:1581130"),
        ("ha noi", "VN", "gn:1581130"),
        ("Đà Nẵng", "VN", "gn:1583992"),
        ("Sài Gòn", "VN", "gn:1566083"),
        ("TP.HCM", "VN", "gn:1566083"),
        ("HCMC", "VN", "gn:1566083"),
        ("HCM", "", "gn:1566083"),
        ("SG", "VN", "gn:1566083"),
        ("SG", "", "-"),
        ("tại Bình Dương", "VN", "gn:1565022"),
        ("Cần Thơ", "VN", "gn:1586203"),
        ("di Jakarta", "ID", "gn:1642911"),
        ("Jkt", "ID", "gn:1642911"),
        ("Jakarta Selatan", "ID", "gn:1642911"),
        ("dari Bandung", "ID", "gn:1650357"),
        ("Surabaya", "ID", "gn:1625822"),
        ("Solo", "ID", "gn:1625812"),
    ]);
}

#[test]
fn slips_are_only_offered() {
    check(&[
        ("Guangzou", "CN", "? cn:4401"),
        ("Екатеренбург", "RU", "? gn:1486209"),
        ("Новосибрск", "RU", "? gn:1496747"),
        ("Ташкемт", "UZ", "? gn:1512569"),
        ("Jakrata", "ID", "? gn:1642911"),
        ("Москва Бутово", "RU", "? gn:524901"),
        ("Shenzhen Foxconn", "CN", "? cn:4403"),
    ]);
}

#[test]
fn what_names_no_place_finds_none() {
    for text in [
        "",
        " ",
        "是",
        "好",
        "没有",
        "不知道",
        "随便",
        "да",
        "нет",
        "не знаю",
        "day",
        "no",
        "yes",
        "work",
        "man",
        "home",
        "good",
        "hello",
        "welder",
        "电工",
        "我想找工作",
        "12345",
        "350一天",
        "asdfghjkl",
        "中国",
        "China",
        "Россия",
        "ha",
        "yo'q",
        "không",
        "tidak",
        "👷",
        "???",
        "?",
        "a",
        "в",
        "在",
    ] {
        assert_eq!(found(text, "CN"), "-", "{text}");
    }
    assert_eq!(found(&"深圳".repeat(500), "CN"), "-");
}

#[test]
fn points_belong_to_cities() {
    for (what, lat, lon, expected) in [
        ("Shenzhen, Nanshan", 22.533, 113.930, Some("cn:4403")),
        ("Shenzhen, Luohu, at the border", 22.550, 114.130, Some("cn:4403")),
        ("Dongguan", 23.020, 113.750, Some("cn:4419")),
        ("Humen, a town of Dongguan", 22.820, 113.670, Some("cn:4419")),
        ("Beijing, Chaoyang", 39.920, 116.480, Some("cn:11")),
        ("Kunshan, a city of Suzhou", 31.380, 120.950, Some("cn:3205")),
        ("Shanghai, Putuo", 31.250, 121.395, Some("cn:31")),
        ("Hengnan, rural Hunan", 26.740, 112.680, Some("cn:4304")),
        ("Xiantao, under its province", 30.360, 113.450, Some("cn:429004")),
        ("Kowloon", 22.310, 114.170, Some("gn:1819729")),
        ("Moscow", 55.620, 37.600, Some("gn:524901")),
        ("Khimki", 55.890, 37.440, Some("gn:550280")),
        ("Tashkent", 41.310, 69.280, Some("gn:1512569")),
        ("Ho Chi Minh City, district 7", 10.730, 106.720, Some("gn:1566083")),
        ("South Jakarta", -6.260, 106.810, Some("gn:1642911")),
        ("the middle of the Pacific", 0.0, -140.0, None),
        ("the Taklamakan", 39.0, 83.0, None),
        ("the pole", 90.0, 0.0, None),
    ] {
        let point = Point { lat, lon };
        let nearest = PLACES.nearest(point);
        assert_eq!(nearest.as_ref().map(|location| location.id.as_str()), expected, "{what}");
        assert!(nearest.is_none_or(|location| location.point == point && !location.approximate), "{what}");
    }
    assert_eq!(PLACES.nearest(Point { lat: f64::NAN, lon: 0.0 }), None);
}

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
        ("gn:1581130", "vi", "Hà Nội", "Hà Nội, Vietnam"),
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

const DIVISIONS: &str =
    r#"{"44":"广东省","4403":"深圳市","440306":"宝安区","11":"北京市","1101":"市辖区","110105":"朝阳区"}"#;
const COORDINATES: &str = "# code\n44\t广东省\t23.13\t113.26\tcapital\n4403\t深圳市\t22.62\t114.07\town\n\
    11\t北京市\t39.9\t116.4\tcapital\n110105\t朝阳区\t39.9\t116.4\tparent\n";
const CITIES: &str = "1795565\tShenzhen\tCN\t30\t22.5455\t114.0683\tAsia/Shanghai\t17494398\tBao'an|Шэньчжэнь|宝安|深圳\n\
    9\tXinan\tCN\t30\t22.60\t113.90\tAsia/Shanghai\t20000\t新安\n\
    524901\tMoscow\tRU\t48\t55.75\t37.61\tEurope/Moscow\t10381222\tMOW|mskw|Москва|Мәскеу\n";
const NAMES: &str = r#"
    stop = ["no"]
    cyrillic = ["RU"]
    peoples = []
    aliases."cn:4403" = ["鹏城"]
    hinted."cn:4403" = ["SZ"]
    areas."珠三角" = ["cn:4403"]
    wrong = {}
    names.ru."cn:4403" = "Шэньчжэнь"
    popular.CN = ["cn:4403"]
    countries.RU = { zh = "俄罗斯", en = "Russia", ru = "Россия" }
    pinyin.readings = { shen = "深", zhen = "圳" }
    pinyin.exceptions."宝安" = "bao an"
"#;

#[test]
fn tables_are_built_from_small_ones() {
    let bytes = build_from_tables(CITIES, DIVISIONS, COORDINATES, NAMES).unwrap();
    let places = Places::from_bytes(&bytes).unwrap();
    let id = |text: &str, near| match places.search(text, near) {
        Found::One(location) => location.id,
        other => format!("{other:?}"),
    };
    assert_eq!(id("深圳", None), "cn:4403");
    assert_eq!(id("宝安", None), "cn:440306");
    assert_eq!(id("Bao'an", None), "cn:440306");
    assert_eq!(id("SZ", Some("CN")), "cn:4403");
    assert_eq!(id("新安", None), "gn:9");
    assert_eq!(id("Москва", None), "gn:524901");
    assert_eq!(places.search("mskw", None), Found::None);
    assert_eq!(places.search("no", None), Found::None);
    assert_eq!(places.location("gn:1795565"), None);
    assert_eq!(places.name("gn:524901", Lang::parse("ru").unwrap()).as_deref(), Some("Москва"));
    assert_eq!(places.label("gn:9", Lang::EN).as_deref(), Some("Xinan, Shenzhen"));
    let chaoyang = places.location("cn:110105").unwrap();
    assert!(chaoyang.approximate);
    assert_eq!(chaoyang.point, places.location("cn:11").unwrap().point);
    assert_eq!(places.popular("CN"), ["cn:4403"]);
    assert_eq!(bytes, build_from_tables(CITIES, DIVISIONS, COORDINATES, NAMES).unwrap());
}

#[test]
fn wrong_tables_are_told() {
    let told = |cities, divisions, coordinates, names: &str| {
        build_from_tables(cities, divisions, coordinates, names).unwrap_err().to_string()
    };
    assert_eq!(told("1\tX\n", DIVISIONS, COORDINATES, NAMES), "cities, line 1: not nine fields");
    assert_eq!(
        told(CITIES, DIVISIONS, "# x\n44\tx\tnorth\t1\town\n", NAMES),
        "coordinates, line 2: the latitude is not a number"
    );
    assert!(told(CITIES, "[]", COORDINATES, NAMES).starts_with("the divisions: "));
    assert!(told(CITIES, DIVISIONS, COORDINATES, "stop = 1").starts_with("the handwritten names: "));
    let unknown = NAMES.replace("popular.CN = [\"cn:4403\"]", "popular.CN = [\"cn:1\"]");
    assert_eq!(
        told(CITIES, DIVISIONS, COORDINATES, &unknown),
        "the handwritten names: there is no place `cn:1`"
    );
}

#[test]
fn damaged_tables_are_refused() {
    let whole = super::EMBEDDED;
    assert!(matches!(Places::from_bytes(b""), Err(LoadError::Format)));
    assert!(matches!(Places::from_bytes(b"no tables here"), Err(LoadError::Format)));
    assert!(Places::from_bytes(&whole[..12]).is_err());
    assert!(Places::from_bytes(&whole[..whole.len() / 2]).is_err());
    let mut flipped = whole.to_vec();
    flipped[whole.len() / 2] ^= 0x55;
    assert!(Places::from_bytes(&flipped).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", near in proptest::option::of("[A-Z]{0,3}")) {
        let _ = PLACES.search(&text, near.as_deref());
    }

    #[test]
    fn no_mixture_of_pieces_makes_it_panic(pieces in proptest::collection::vec(
        proptest::sample::select(vec!["深圳", "在", "市", "区", "，", " ", "Москва", "в", "ой", "shi", "-", "'", "ё", "Đ", "İ", "\u{301}", "0"]), 0..9))
    {
        let _ = PLACES.search(&pieces.concat(), Some("CN"));
    }

    #[test]
    fn no_point_or_id_makes_it_panic(lat in any::<f64>(), lon in any::<f64>(), id in "\\PC{0,12}|(cn|gn):[0-9]{0,11}") {
        let _ = PLACES.nearest(Point { lat, lon });
        let _ = PLACES.label(&id, Lang::ZH);
    }

    #[test]
    fn damaged_bytes_give_wrong_answers_at_worst(at in 40_usize..2_000, value in any::<u8>(), text in "[a-z深圳宝安 ]{1,12}") {
        use std::io::{Read, Write};
        let packed = build_from_tables(CITIES, DIVISIONS, COORDINATES, NAMES).unwrap();
        let mut bytes = Vec::new();
        flate2::read::ZlibDecoder::new(&packed[12..]).read_to_end(&mut bytes).unwrap();
        let at = at % bytes.len();
        bytes[at] = value;
        let mut packer = flate2::write::ZlibEncoder::new(packed[..12].to_vec(), flate2::Compression::fast());
        packer.write_all(&bytes).unwrap();
        if let Ok(places) = Places::from_bytes(&packer.finish().unwrap()) {
            let _ = places.search(&text, Some("CN"));
            let _ = places.nearest(Point { lat: 22.5, lon: 114.0 });
            let _ = places.label("cn:4403", Lang::ZH);
        }
    }
}
