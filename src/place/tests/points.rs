//! Points: the city they belong to, its first division, and its time zone.

use super::PLACES;
use crate::domain::Point;

/// What is there, latitude, longitude, id, division, zone; `-` where no city is near.
const POINTS: &[(&str, f64, f64, &str, &str, &str)] = &[
    ("Shenzhen, Nanshan", 22.533, 113.93, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Luohu, at the border", 22.55, 114.13, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Futian, beside the river to Hong Kong", 22.527, 114.06, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Yantian", 22.56, 114.24, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Pingshan, the eastern edge", 22.69, 114.35, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Hong Kong, Lok Ma Chau, across the river", 22.505, 114.08, "gn:1819729", "HK:00", "Asia/Hong_Kong"),
    ("Hong Kong, Sheung Shui", 22.5, 114.128, "gn:1819729", "HK:00", "Asia/Hong_Kong"),
    ("Kowloon", 22.31, 114.17, "gn:1819729", "HK:00", "Asia/Hong_Kong"),
    ("Hong Kong island", 22.278, 114.175, "gn:1819729", "HK:00", "Asia/Hong_Kong"),
    ("Macau", 22.199, 113.544, "gn:1821274", "MO:00", "Asia/Macau"),
    ("Zhuhai, Gongbei, at the gate to Macau", 22.225, 113.548, "cn:4404", "CN:44", "Asia/Shanghai"),
    ("Dongguan", 23.02, 113.75, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Humen, a town of Dongguan", 22.82, 113.67, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Dongguan, Chang'an, beside Shenzhen", 22.81, 113.8, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Guangzhou, Tianhe", 23.129, 113.33, "cn:4401", "CN:44", "Asia/Shanghai"),
    ("Guangzhou, Nansha", 22.8, 113.53, "cn:4401", "CN:44", "Asia/Shanghai"),
    ("Foshan", 23.02, 113.12, "cn:4406", "CN:44", "Asia/Shanghai"),
    ("Huizhou, Daya Bay", 22.74, 114.54, "cn:4413", "CN:44", "Asia/Shanghai"),
    ("Beijing, Chaoyang", 39.92, 116.48, "cn:11", "CN:11", "Asia/Shanghai"),
    ("Beijing, Yanqing, behind the wall", 40.45, 115.97, "cn:11", "CN:11", "Asia/Shanghai"),
    ("Yanjiao, across the river from Beijing", 39.95, 116.82, "cn:11", "CN:11", "Asia/Shanghai"),
    ("Kunshan, a city of Suzhou", 31.38, 120.95, "cn:3205", "CN:32", "Asia/Shanghai"),
    ("Shanghai, Putuo", 31.25, 121.395, "cn:31", "CN:31", "Asia/Shanghai"),
    ("Shanghai, Qingpu, the western edge", 31.15, 121.11, "cn:31", "CN:31", "Asia/Shanghai"),
    ("Hengnan, rural Hunan", 26.74, 112.68, "cn:4304", "CN:43", "Asia/Shanghai"),
    ("Xiantao, under its province", 30.36, 113.45, "cn:429004", "CN:42", "Asia/Shanghai"),
    ("Chongqing, Wanzhou, 230 km from the middle", 30.81, 108.4, "cn:50", "CN:50", "Asia/Shanghai"),
    ("Urumqi", 43.825, 87.616, "cn:6501", "CN:65", "Asia/Shanghai"),
    ("Kashgar", 39.47, 75.99, "cn:6531", "CN:65", "Asia/Shanghai"),
    ("Harbin", 45.8, 126.53, "cn:2301", "CN:23", "Asia/Shanghai"),
    ("Sanya", 18.25, 109.51, "cn:4602", "CN:46", "Asia/Shanghai"),
    ("Taipei", 25.033, 121.565, "gn:1668341", "TW:04", "Asia/Taipei"),
    ("Moscow", 55.62, 37.6, "gn:524901", "RU:48", "Europe/Moscow"),
    ("Zelenograd, a part of Moscow", 55.99, 37.21, "gn:524901", "RU:48", "Europe/Moscow"),
    ("Khimki, at Moscow's edge", 55.89, 37.44, "gn:550280", "RU:47", "Europe/Moscow"),
    ("Balashikha", 55.8, 37.95, "gn:579464", "RU:47", "Europe/Moscow"),
    ("Saint Petersburg", 59.94, 30.31, "gn:498817", "RU:66", "Europe/Moscow"),
    ("Yekaterinburg", 56.84, 60.6, "gn:1486209", "RU:71", "Asia/Yekaterinburg"),
    ("Novosibirsk", 55.008, 82.936, "gn:1496747", "RU:53", "Asia/Novosibirsk"),
    ("Vladivostok", 43.116, 131.886, "gn:2013348", "RU:59", "Asia/Vladivostok"),
    ("Kaliningrad", 54.71, 20.45, "gn:554234", "RU:23", "Europe/Kaliningrad"),
    ("Tashkent", 41.31, 69.28, "gn:1512569", "UZ:13", "Asia/Tashkent"),
    ("Tashkent, Chilanzar", 41.28, 69.2, "gn:1512569", "UZ:13", "Asia/Tashkent"),
    ("Samarkand", 39.654, 66.96, "gn:1216265", "UZ:10", "Asia/Samarkand"),
    ("Andijan", 40.782, 72.344, "gn:1514588", "UZ:01", "Asia/Tashkent"),
    ("Nukus", 42.46, 59.61, "gn:601294", "UZ:09", "Asia/Samarkand"),
    ("Almaty", 43.238, 76.889, "gn:1526384", "KZ:02", "Asia/Almaty"),
    ("Astana", 51.169, 71.449, "gn:1526273", "KZ:05", "Asia/Almaty"),
    ("Bishkek", 42.875, 74.57, "gn:1528675", "KG:01", "Asia/Bishkek"),
    ("Osh", 40.528, 72.799, "gn:1527534", "KG:08", "Asia/Bishkek"),
    ("Dushanbe", 38.56, 68.787, "gn:1221874", "TJ:04", "Asia/Dushanbe"),
    ("Hanoi", 21.029, 105.854, "gn:1581130", "VN:01", "Asia/Bangkok"),
    ("Bac Ninh", 21.18, 106.06, "gn:1591449", "VN:24", "Asia/Bangkok"),
    ("Ho Chi Minh City, district 7", 10.73, 106.72, "gn:1566083", "VN:79", "Asia/Ho_Chi_Minh"),
    ("Bien Hoa", 10.95, 106.83, "gn:1587923", "VN:75", "Asia/Ho_Chi_Minh"),
    ("Da Nang", 16.054, 108.202, "gn:1583992", "VN:48", "Asia/Ho_Chi_Minh"),
    ("South Jakarta", -6.26, 106.81, "gn:1642911", "ID:04", "Asia/Jakarta"),
    ("Bekasi", -6.24, 107.0, "gn:1649378", "ID:30", "Asia/Jakarta"),
    ("Surabaya", -7.258, 112.752, "gn:1625822", "ID:08", "Asia/Jakarta"),
    ("Denpasar", -8.65, 115.217, "gn:1645528", "ID:02", "Asia/Makassar"),
    ("Batam", 1.12, 104.05, "gn:6295587", "ID:37", "Asia/Jakarta"),
    ("Jayapura", -2.534, 140.718, "gn:2082600", "ID:36", "Asia/Jayapura"),
    ("Dubai, Downtown", 25.197, 55.274, "gn:292223", "AE:03", "Asia/Dubai"),
    ("Seoul", 37.567, 126.978, "gn:1835848", "KR:11", "Asia/Seoul"),
    ("Tokyo", 35.676, 139.65, "gn:1850147", "JP:40", "Asia/Tokyo"),
    ("Bangkok", 13.756, 100.502, "gn:1609350", "TH:40", "Asia/Bangkok"),
    ("Singapore", 1.352, 103.82, "gn:1880252", "SG:00", "Asia/Singapore"),
    ("the middle of the Pacific", 0.0, -140.0, "-", "", ""),
    ("the Gulf of Guinea", 0.0, 0.0, "-", "", ""),
    ("the South China Sea", 15.0, 115.0, "-", "", ""),
    ("the Taklamakan", 39.0, 83.0, "-", "", ""),
    ("the Sahara", 23.0, 12.0, "-", "", ""),
    ("the Gobi", 41.0, 105.0, "-", "", ""),
    ("the north of Tibet", 35.0, 90.0, "-", "", ""),
    ("the Kyzylkum", 44.5, 62.0, "-", "", ""),
    ("Taimyr", 72.0, 100.0, "-", "", ""),
    ("Antarctica", -75.0, 0.0, "-", "", ""),
    ("the pole", 90.0, 0.0, "-", "", ""),
    ("the date line", 45.0, 179.99, "-", "", ""),
    ("Dongguan, Houjie", 22.94, 113.67, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Dongguan, Tangxia", 22.81, 114.08, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Dongguan, Fenggang", 22.74, 114.14, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Dongguan, Dalang", 22.93, 113.95, "cn:4419", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Songgang, beside Dongguan", 22.77, 113.84, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Gongming, beside Dongguan", 22.79, 113.9, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Shenzhen, Longgang, Pinghu", 22.69, 114.13, "cn:4403", "CN:44", "Asia/Shanghai"),
    ("Zhongshan, Xiaolan", 22.67, 113.25, "cn:4420", "CN:44", "Asia/Shanghai"),
    ("Zhongshan, Tanzhou", 22.26, 113.47, "cn:4420", "CN:44", "Asia/Shanghai"),
    ("Guangzhou airport", 23.39, 113.3, "cn:4401", "CN:44", "Asia/Shanghai"),
    ("Shunde", 22.84, 113.24, "cn:4406", "CN:44", "Asia/Shanghai"),
];

#[test]
fn points_belong_to_cities() {
    assert_eq!(POINTS.len(), 90);
    for (what, lat, lon, id, division, zone) in POINTS.iter().copied() {
        let point = Point { lat, lon };
        let Some(nearest) = PLACES.nearest(point) else {
            assert_eq!(id, "-", "{what}");
            continue;
        };
        let found = (nearest.id.as_str(), nearest.division.as_str(), nearest.zone.as_str());
        assert_eq!(found, (id, division, zone), "{what}");
        assert_eq!((nearest.point, nearest.approximate), (point, false), "{what}");
    }
}

#[test]
fn what_is_no_point_belongs_nowhere() {
    for (lat, lon) in [(f64::NAN, 0.0), (0.0, f64::INFINITY), (91.0, 0.0), (0.0, 181.0)] {
        assert_eq!(PLACES.nearest(Point { lat, lon }), None);
    }
}
