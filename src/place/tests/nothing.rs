//! What names no place, and must find none.

use super::found;

/// Answers, work, numbers, people, days, signs: in every language, wherever one is from. They stand several to
/// a line, with `|` between them.
const LINES: &[&str] = &[
    "你好|您好|谢谢|好的|是|不是|没有|有|不知道|随便|都可以|哪里都行|哪都行|无所谓|全国|全国各地|工作",
    "找工作|我想找工作|我要找工作|招工|招聘|打工|上班|电工|焊工|木工|普工|叉车|叉车司机|保安|保洁|厨师",
    "司机|服务员|快递|外卖|建筑工|建筑工地|工厂|电子厂|流水线|包吃住|包住|日结|月薪|工资多少|多少钱",
    "一天三百|300一天|6000|6000元|六千|八千以上|明天|今天|下周|早上|白天|晚上|夜班|两班倒|男|女|男的",
    "25岁|高中|初中|小学|大专|单身|已婚|健康|身体好|吃苦耐劳|会开车|开挖掘机|挖机|塔吊|汉族|中国|中国人",
    "我|我们|你|什么|怎么|为什么|哪里|这里|家里|老家|农村|城市|市区|附近|远|近|返回|取消|下一步|跳过",
    "帮助|是的|对|嗯|哦|哈哈|呵呵|在吗|人呢|骗子|微信|电话|手机|身份证|名字|张三|李伟|王芳|建国|志强",
    "建军|小明|大哥|老板|老乡|东西|南北|中间|上面|下面|前面|后面|左边|右边|day|days|no|yes|ok|hi|hello",
    "hey|work|job|jobs|worker|driver|welder|electrician|cook|cleaner|salary|money|man|woman|male|female",
    "home|house|here|there|anywhere|nowhere|none|nothing|help|start|stop|back|next|cancel|menu|good|bad",
    "fine|thanks|thank you|please|what|why|how|who|when|where|me|you|my name is John|John|Maria|Ivan",
    "test|asdf|qwerty|asdfghjkl|abc|xyz|foo|full time|part time|night shift|remote|online|factory|farm",
    "construction|500 usd|6000 yuan|100$|tomorrow|today|monday|summer|i need a job|i want to work",
    "i don't know|not sure|any city|any place|да|нет|не|ок|привет|здравствуйте|добрый день|спасибо",
    "пожалуйста|есть|нету|не знаю|всё равно|все равно|любой|любой город|где угодно|везде|нигде|тут",
    "здесь|там|дома|дом|работа|работу|работать|ищу работу|нужна работа|вахта|вахтой|вахтовый метод",
    "стройка|завод|склад|водитель|сварщик|электрик|повар|уборщица|грузчик|разнорабочий|маляр|каменщик",
    "день|ночь|утро|вечер|сегодня|завтра|месяц|зарплата|деньги|рубль|5000 рублей|сколько|когда|где|что",
    "как|кто|мужчина|женщина|муж|жена|семья|друг|брат|Иван|Мария|Иванов|Алишер|Ахмед|паспорт|патент",
    "опыт|нет опыта|без опыта|назад|отмена|помощь|меню|старт|хорошо|плохо|нормально|понятно|готов|ага",
    "угу|ҳа|йўқ|салом|раҳмат|иш|иш керак|уй|пул|ha|yo'q|yoq|salom|rahmat|ish|ish kerak|ish bor|uy|pul",
    "qurilish|haydovchi|payvandchi|bilmayman|qayerda|không|có|vâng|dạ|xin chào|chào|cảm ơn|làm việc",
    "việc làm|công nhân|thợ hàn|thợ điện|lái xe|nhà|tiền|ngày|đêm|không biết|ở đâu|ở đây|bất kỳ|ya",
    "tidak|tidak tahu|halo|terima kasih|kerja|kerja apa saja|cari kerja|lowongan|sopir|tukang",
    "tukang las|gaji|uang|rumah|siang|malam|pagi|di sini|di mana|mana saja|bebas|pabrik|👷|👍|👍👍|🇨🇳",
    "...|???|。。。|-|—|1|123|12345|13800138000|+79161234567|@username|https://t.me/bot|/start",
    "test@example.com|<b>|'; drop table|null|undefined|NaN|👷‍♀️|ё|в|在|a|350一天|不知道去哪",
    "什么都可以|Россия|China|Việt Nam|O'zbekiston|Indonesia|臺灣|March|май|Анна|Ali|Lan|大学",
];

/// All of them, each once.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    LINES.iter().flat_map(|line| line.split('|'))
}

#[test]
fn words_that_name_no_place_find_none() {
    let mut wrong = Vec::new();
    for text in words().chain(["", "  ", "\n", "|"]) {
        for near in ["", "CN", "RU", "UZ", "VN", "ID"] {
            let found = found(text, near);
            if found != "-" {
                wrong.push(format!("{text} ({near}): {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A story may name places, but is no answer.
#[test]
fn long_texts_find_none() {
    for piece in ["深圳", "a", "в Москве ", "🙂", " ", "南山的", "Shenzhen, "] {
        assert_eq!(found(&piece.repeat(4096), "CN"), "-", "{piece}");
    }
}
