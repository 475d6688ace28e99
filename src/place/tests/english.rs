//! English, and names in Latin letters.

use super::{Case, check};

/// Names as they stand.
pub(super) const NAMES: &[Case] = &[
    ("Shenzhen", "", "cn:4403"),
    ("SHENZHEN", "", "cn:4403"),
    ("shen zhen", "", "cn:4403"),
    ("shenzhen city", "", "cn:4403"),
    ("Shēnzhèn", "", "cn:4403"),
    ("Guangzhou", "", "cn:4401"),
    ("Canton", "", "cn:4401"),
    ("Dongguan", "", "cn:4419"),
    ("Peking", "", "cn:11"),
    ("Xi'an", "", "cn:6101"),
    ("xian", "", "cn:6101"),
    ("Urumqi", "", "cn:6501"),
    ("Yiwu", "", "cn:330782"),
    ("Bao'an", "", "cn:440306"),
    ("Hengyang", "", "cn:4304"),
    ("Guangdong", "", "cn:44"),
    ("Inner Mongolia", "", "cn:15"),
    ("Hongkong", "", "gn:1819729"),
    ("HK", "", "gn:1819729"),
    ("Macau", "", "gn:1821274"),
    ("Moscow", "", "gn:524901"),
    ("St. Petersburg", "", "gn:498817"),
    ("SPb", "", "gn:498817"),
    ("Ekaterinburg", "", "gn:1486209"),
    ("Nizhny Novgorod", "", "gn:520555"),
    ("Rostov on Don", "", "gn:501175"),
    ("Vladivostok", "", "gn:2013348"),
    ("Tashkent", "", "gn:1512569"),
    ("Samarkand", "", "gn:1216265"),
    ("Almaty", "", "gn:1526384"),
    ("Nur-Sultan", "", "gn:1526273"),
    ("Bishkek", "", "gn:1528675"),
    ("Dushanbe", "", "gn:1221874"),
    ("Baku", "", "gn:587084"),
    ("Minsk", "", "gn:625144"),
    ("Kiev", "", "gn:703448"),
    ("Istanbul", "", "gn:745044"),
    ("Dubai", "", "gn:292223"),
    ("Seoul", "", "gn:1835848"),
    ("Ansan", "", "? gn:1846918 cn:2103"),
    ("Tokyo", "", "gn:1850147"),
    ("Bangkok", "", "gn:1609350"),
    ("Phnom Penh", "", "gn:1821306"),
    ("KL", "", "gn:1735161"),
    ("Singapore", "", "gn:1880252"),
    ("Hanoi", "", "gn:1581130"),
    ("Saigon", "", "gn:1566083"),
    ("HCMC", "", "gn:1566083"),
    ("Da Nang", "", "gn:1583992"),
    ("Jakarta", "", "gn:1642911"),
    ("Bali", "", "? gn:1645528 gn:1277539…"),
    ("Batam", "", "gn:6295587"),
    ("New York", "", "gn:5128581"),
    ("NYC", "", "gn:5128581"),
    ("São Paulo", "", "gn:3448439"),
    ("Zurich", "", "gn:2657896"),
    ("Łódź", "", "gn:3093133"),
    ("İzmir", "", "gn:311046"),
];

/// Addresses, sentences, several places.
pub(super) const CHAINS_AND_SENTENCES: &[Case] = &[
    ("Nanshan Shenzhen", "", "cn:440305"),
    ("Nanshan, Shenzhen", "", "cn:440305"),
    ("Shenzhen, Guangdong", "", "cn:4403"),
    ("Nanshan, Shenzhen, Guangdong, China", "", "cn:440305"),
    ("Minhang, Shanghai", "", "cn:310112"),
    ("beijing chaoyang", "", "cn:110105"),
    ("hengyang hunan", "", "cn:4304"),
    ("moscow russia", "", "gn:524901"),
    ("Tashkent, Uzbekistan", "", "gn:1512569"),
    ("I am in Moscow now", "", "gn:524901"),
    ("I'm in Guangzhou", "", "cn:4401"),
    ("I live in Moscow", "", "gn:524901"),
    ("i work in dubai", "", "gn:292223"),
    ("im from Samarkand", "", "gn:1216265"),
    ("from Dongguan China", "", "cn:4419"),
    ("I am from Tashkent, Uzbekistan", "", "gn:1512569"),
    ("currently in Shanghai", "", "cn:31"),
    ("near Moscow", "", "gn:524901"),
    ("my city is Bukhara", "", "gn:1217662"),
    ("city of Almaty", "", "gn:1526384"),
    ("my location is Bangkok", "", "gn:1609350"),
    ("location: Shenzhen", "", "cn:4403"),
    ("looking for a job in Shenzhen", "", "cn:4403"),
    ("I want to go to Moscow", "", "gn:524901"),
    ("Moscow please", "", "gn:524901"),
    ("Moscow or Saint Petersburg", "", "? gn:524901 gn:498817"),
    ("Shenzhen and Dongguan", "", "? cn:4403 cn:4419"),
    ("Shenzhen Dongguan", "", "? cn:4403 cn:4419"),
    ("Moscow, Kazan", "", "? gn:524901 gn:551487"),
    ("Shenzhen Foxconn", "", "? cn:4403"),
];

/// Names that several places have: the country decides, or far more people.
pub(super) const HOMONYMS: &[Case] = &[
    ("Suzhou", "", "? cn:3205 cn:3413 cn:620902"),
    ("Fuzhou", "", "? cn:3501 cn:3610"),
    ("Taizhou", "", "? cn:3212 cn:3310"),
    ("Yulin", "", "? cn:4509 cn:6108"),
    ("Yichun", "", "? cn:2307 cn:3609"),
    ("Chaoyang", "", "? cn:2113 cn:110105…"),
    ("Springfield", "", "? gn:4409896 gn:4951788…"),
    ("Springfield, IL", "", "gn:4250542"),
    ("Portland", "", "? gn:5746545 gn:4975802…"),
    ("Birmingham", "", "? gn:2655603 gn:4049979…"),
    ("San Jose", "", "? gn:5392171 gn:3621849…"),
    ("Hyderabad", "", "? gn:1269843 gn:1176734"),
    ("Petropavlovsk", "", "? gn:1520172 gn:2122104 gn:496275"),
    ("London", "", "gn:2643743"),
    ("Paris", "", "gn:2988507"),
    ("Santiago", "", "gn:3871336"),
    ("Jining", "", "cn:3708"),
    ("Suzhou", "CN", "cn:3205"),
    ("Fuzhou", "CN", "? cn:3501 cn:3610"),
    ("Yulin", "CN", "? cn:4509 cn:6108"),
    ("Dongguang", "CN", "? cn:4419 cn:130923"),
    ("Paris", "US", "? gn:2988507 gn:4717560 gn:966166"),
    ("Moscow", "US", "gn:524901"),
    ("Springfield", "US", "? gn:4409896 gn:4951788…"),
];

#[test]
fn names() {
    check(NAMES);
}

#[test]
fn chains_and_sentences() {
    check(CHAINS_AND_SENTENCES);
}

#[test]
fn homonyms() {
    check(HOMONYMS);
}
