//! Paths of a worker through the emulator with the real program, on both databases, with a restart or a
//! kill between every two lines: nothing is lost, nothing is asked twice.

mod support;

use serde_json::{Value, json};
use support::bot::Bot;
use support::database::Database;
use support::emulator::{Emulator, bot_messages, written};

const WORKER: i64 = 1001;
const BOSS: i64 = 1002;
const OPERATOR: i64 = 1003;

const PEOPLE: [(i64, &str, &str); 3] =
    [(WORKER, "李强", "zh"), (BOSS, "王经理", "zh"), (OPERATOR, "小陈", "zh")];

/// A story that is told to one program after the other.
struct Story {
    emulator: Emulator,
    url: String,
    bot: Option<Bot>,
    line: u32,
}

impl Story {
    async fn begin(database: &Database) -> Self {
        let emulator = Emulator::start(&PEOPLE).await;
        let mut story = Self { emulator, url: database.url.clone(), bot: None, line: 0 };
        story.restart().await;
        story
    }

    /// The present program ends, by turns as asked and by force, and the next one begins. It may not have
    /// come to take the request to stop.
    async fn restart(&mut self) {
        self.line += 1;
        match self.bot.take() {
            Some(bot) if self.line.is_multiple_of(2) => _ = bot.stop().await,
            Some(bot) => bot.kill().await,
            None => {}
        }
        self.bot = Some(Bot::start(&self.emulator, &self.url, &OPERATOR.to_string()));
    }

    async fn says(&mut self, who: i64, texts: &[&str]) {
        for text in texts {
            self.emulator.say(who, text).await;
            self.restart().await;
        }
    }

    async fn taps(&mut self, who: i64, labels: &[&str]) {
        for label in labels {
            self.emulator.tap(who, label).await;
            self.restart().await;
        }
    }

    async fn does(&mut self, who: i64, what: &str, body: &Value) {
        self.emulator.post(&format!("/people/{who}/{what}"), body).await;
        self.restart().await;
    }

    async fn sees(&self, who: i64, text: &str) {
        self.emulator.sees(who, text).await;
    }

    async fn registers(&mut self, start: &str) {
        self.says(WORKER, &[start]).await;
        self.taps(WORKER, &["同意，开始", "80后", "1982", "李强", "电工", "选好了", "10 年"]).await;
        self.sees(WORKER, "您现在在哪里").await;
        self.does(WORKER, "location", &json!({ "latitude": 22.53, "longitude": 113.93 })).await;
        self.taps(WORKER, &["从外地来的", "长期 · 全职", "6000/月", "对，登记"]).await;
        self.sees(WORKER, "登记完成").await;
    }

    async fn ends(mut self) {
        self.emulator.idle().await;
        let bot = self.bot.take().expect("it runs");
        assert!(bot.stop().await, "it stops well");
        for call in self.emulator.calls().await {
            let harmless = ["message is not modified", "query is too old", "terminated by other getUpdates"];
            let error = call["error"].as_str().unwrap_or_default();
            let fine = call["ok"] == true || harmless.iter().any(|text| error.contains(text));
            assert!(fine, "{call}");
        }
    }
}

/// Facts are changed, the own data is taken out and erased.
async fn own_data(database: &Database) {
    let mut story = Story::begin(database).await;
    story.registers("/start").await;
    story.says(WORKER, &["/profile"]).await;
    story.taps(WORKER, &["证件", "低压", "选好了"]).await;
    story.sees(WORKER, "到什么时候有效").await;
    story.says(WORKER, &["2030-03-15"]).await;
    story.sees(WORKER, "到 2030-03-15").await;
    story.taps(WORKER, &["手机号"]).await;
    story.sees(WORKER, "您的手机号是多少").await;
    story.says(WORKER, &["13800000000"]).await;
    story.sees(WORKER, "没验证").await;
    story.says(WORKER, &["/pause"]).await;
    story.taps(WORKER, &["停一周"]).await;
    story.sees(WORKER, "到那天再发").await;
    story.says(WORKER, &["/privacy"]).await;
    story.taps(WORKER, &["导出"]).await;
    story.sees(WORKER, "全部数据").await;
    story.taps(WORKER, &["删除我的一切", "是，全部删除"]).await;
    story.sees(WORKER, "凭证号").await;
    story.says(WORKER, &["/profile"]).await;
    story.sees(WORKER, "您同意吗").await;
    story.ends().await;
}

/// A job's link is printed, leads somebody new to the job, and the application is taken back.
async fn link(database: &Database) {
    let mut story = Story::begin(database).await;
    story.says(BOSS, &["/employer"]).await;
    story.sees(BOSS, "单位叫什么名字").await;
    story.says(BOSS, &["深圳市鹏程电气有限公司"]).await;
    story.taps(BOSS, &["王经理"]).await;
    story.sees(BOSS, "营业执照号码").await;
    story.says(BOSS, &["91350100M000100Y43"]).await;
    story.taps(BOSS, &["提交"]).await;
    story.says(OPERATOR, &["/start"]).await;
    story.taps(OPERATOR, &["通过"]).await;
    story.taps(BOSS, &["发布招工", "电工", "选好了"]).await;
    story.emulator.tap_at(BOSS, "招几个人", "1").await;
    story.sees(BOSS, "在哪里上班").await;
    story.says(BOSS, &["深圳"]).await;
    story.taps(BOSS, &["长期 · 全职", "白班", "按月"]).await;
    story.sees(BOSS, "工资多少").await;
    story.says(BOSS, &["6000-8000"]).await;
    story.taps(BOSS, &["3 年", "没有，下一步", "包住", "选好了", "王经理", "发送"]).await;
    story.sees(BOSS, "已发布").await;
    story.says(BOSS, &["/myjobs"]).await;
    story.taps(BOSS, &["号 · 电工", "链接和二维码"]).await;
    story.sees(BOSS, "?start=j").await;
    let chat = story.emulator.get(&format!("/people/{BOSS}/chat")).await;
    assert!(bot_messages(&chat).any(|message| message["photo"].is_array()), "the picture of the link");
    // A number that a killed transaction took is not given again on PostgreSQL, so the job may not be the first.
    let caption = bot_messages(&chat).filter_map(written).find_map(|text| text.split("?start=j").nth(1));
    let job: String = caption.unwrap().chars().take_while(char::is_ascii_digit).collect();
    story.registers(&format!("/start j{job}")).await;
    story.taps(WORKER, &["报名"]).await;
    story.sees(BOSS, "有人报名").await;
    story.taps(WORKER, &["取消报名"]).await;
    story.sees(BOSS, "取消了报名").await;
    story.says(WORKER, &["/jobs"]).await;
    story.taps(WORKER, &["为什么没有"]).await;
    story.sees(WORKER, "没有别的工作").await;
    story.ends().await;
}

/// An operator looks somebody up, writes a note, announces something and reads the figures and the log.
async fn desk(database: &Database) {
    let mut story = Story::begin(database).await;
    story.registers("/start").await;
    story.says(OPERATOR, &["/admin"]).await;
    story.taps(OPERATOR, &["找人"]).await;
    story.sees(OPERATOR, "找谁").await;
    story.says(OPERATOR, &["李"]).await;
    story.sees(OPERATOR, "建筑装修").await;
    story.taps(OPERATOR, &["写备注"]).await;
    story.sees(OPERATOR, "最多 500").await;
    story.says(OPERATOR, &["想去 <龙岗>\n要包住"]).await;
    story.sees(OPERATOR, "要包住").await;
    story.taps(OPERATOR, &["工作台", "发通知", "按标签选", "经验", "10 年以上"]).await;
    story.sees(OPERATOR, "写通知").await;
    story.says(OPERATOR, &["周六 <免费> 体检\n带身份证"]).await;
    story.sees(OPERATOR, "现在 1 人").await;
    story.taps(OPERATOR, &["📣 发送"]).await;
    story.sees(WORKER, "带身份证").await;
    story.sees(OPERATOR, "1 人收到").await;
    story.says(OPERATOR, &["/admin"]).await;
    story.taps(OPERATOR, &["数据"]).await;
    story.sees(OPERATOR, "登记完成 1").await;
    story.taps(OPERATOR, &["今天", "工作台", "操作记录"]).await;
    story.sees(OPERATOR, "写了备注").await;
    story.ends().await;
}

/// Somebody sends everything but an answer, changes the language and begins again.
async fn no_answers(database: &Database) {
    let mut story = Story::begin(database).await;
    story.says(WORKER, &["/start"]).await;
    story.taps(WORKER, &["同意，开始"]).await;
    story.sees(WORKER, "哪一年出生").await;
    for (what, text) in [("photo", "照片我还看不懂"), ("voice", "语音我还听不懂"), ("sticker", "收到")]
    {
        story.does(WORKER, what, &json!({})).await;
        story.sees(WORKER, text).await;
    }
    let forward = json!({ "text": "1982", "sender_user_name": "老乡" });
    story.does(WORKER, "forward", &forward).await;
    story.sees(WORKER, "这是别人写的").await;
    story.says(WORKER, &["1982"]).await;
    story.sees(WORKER, "怎么称呼您").await;
    story.says(WORKER, &["/language"]).await;
    story.taps(WORKER, &["English"]).await;
    story.sees(WORKER, "What should we call you").await;
    story.says(WORKER, &["/start"]).await;
    story.taps(WORKER, &["Begin again"]).await;
    story.sees(WORKER, "In which year").await;
    story.ends().await;
}

#[tokio::test]
async fn own_data_on_sqlite() {
    own_data(&Database::sqlite()).await;
}

#[tokio::test]
async fn own_data_on_postgres() {
    if let Some(database) = Database::postgres().await {
        own_data(&database).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn a_link_on_sqlite() {
    link(&Database::sqlite()).await;
}

#[tokio::test]
async fn a_link_on_postgres() {
    if let Some(database) = Database::postgres().await {
        link(&database).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn no_answers_on_sqlite() {
    no_answers(&Database::sqlite()).await;
}

#[tokio::test]
async fn no_answers_on_postgres() {
    if let Some(database) = Database::postgres().await {
        no_answers(&database).await;
        database.drop().await;
    }
}

#[tokio::test]
async fn the_desk_on_sqlite() {
    desk(&Database::sqlite()).await;
}

#[tokio::test]
async fn the_desk_on_postgres() {
    if let Some(database) = Database::postgres().await {
        desk(&database).await;
        database.drop().await;
    }
}
