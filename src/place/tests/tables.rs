//! Making the tables, and what they and the search must withstand.

use super::PLACES;
use crate::domain::{Lang, Point};
use crate::place::{EMBEDDED, Found, LoadError, Places, build_from_tables};
use proptest::prelude::*;

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
    points = { 110105 = [39.92, 116.48] }
    towns.440306001 = { zh = "松岗", en = "Songgang", at = [22.77, 113.84] }
    areas."珠三角|PRD" = ["cn:4403", "cn:11"]
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
    assert!(!chaoyang.approximate);
    assert_eq!(chaoyang.point, Point { lat: 39.92, lon: 116.48 });
    assert_eq!(id("Songgang", None), "cn:440306001");
    let there = Point { lat: 22.77, lon: 113.84 };
    assert_eq!(places.nearest(there).map(|location| location.id).as_deref(), Some("cn:4403"));
    for area in ["珠三角", "PRD"] {
        assert!(matches!(places.search(area, None), Found::Many(found) if found.len() == 2), "{area}");
    }
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
    for (known, unknown, place) in [
        ("popular.CN = [\"cn:4403\"]", "popular.CN = [\"cn:1\"]", "cn:1"),
        ("{ 110105 =", "{ 110106 =", "110106"),
        ("towns.440306001", "towns.990306001", "990306001"),
    ] {
        assert_eq!(
            told(CITIES, DIVISIONS, COORDINATES, &NAMES.replace(known, unknown)),
            format!("the handwritten names: there is no place `{place}`")
        );
    }
}

#[test]
fn damaged_tables_are_refused() {
    let whole = EMBEDDED;
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
        proptest::sample::select(vec!["深圳", "南山", "在", "人", "市", "区", "，", " ", "或者", "Москва", "в", "ой", "shi", "-", "'", "ё", "Đ", "İ", "\u{301}", "0"]), 0..9))
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
