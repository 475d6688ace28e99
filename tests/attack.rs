//! Everybody tries everything: each command, button and deep link of one role is tried by every other role
//! and by a stranger, with other people's ids, forged and sent again. Nothing is shown, changed or sent that
//! should not be, and each gets a calm answer.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use support::chat::{FIRST_CHAT, START, Stage};
use support::database::{Database, texts};
use zhaogong::chat::{Incoming, Input, Out, Sender, World};
use zhaogong::classify::RulePack;
use zhaogong::domain::{ChatId, Time, UpdateId};
use zhaogong::store::Store;
use zhaogong::turn::Turn;

/// Who is there, in the order in which they first wrote; their surrogate ids are 1, 2, 3 …
const CAST: [&str; 9] = ["anna", "li", "boss", "rival", "bad", "op", "new", "pal", "kim"];

/// Two jobs of two employers; Anna applied for the first, shared her number, was asked and invited; Kim was
/// hired and is asked whether she works there; Pal acts for the first employer, too.
const STORY: &str = "\
person anna: zh 欧阳安娜
person li: zh 李强
person boss: zh 王经理
person rival: zh 赵老板
person bad: zh 钱老板
operator op: zh 小陈
person new: zh 新人
person pal: zh 老李
person kim: zh 上官飞燕
anna> /start
li> /start
boss> /start
rival> /start
bad> /start
op> /start
new> /start
pal> /start
kim> /start
anna> (tap) 同意
anna> 1982
anna> (tap) 欧阳安娜
anna> 电工
anna> 10
anna> 深圳
anna> (tap) 外地来的
anna> (tap) 长期 · 全职
anna> 6000
anna> (tap) 对，登记
li> (tap) 同意
li> 1985
li> (tap) 李强
li> 电工
li> 5
li> 深圳
li> (tap) 外地来的
li> (tap) 长期 · 全职
li> 6000
li> (tap) 对，登记
kim> (tap) 同意
kim> 1985
kim> (tap) 上官飞燕
kim> 电工
kim> 5
kim> 深圳
kim> (tap) 外地来的
kim> (tap) 长期 · 全职
kim> 6000
kim> (tap) 对，登记
boss> (tap) 我是来招人的
boss> 深圳市鹏程电气有限公司
boss> (tap) 王经理
boss> 91350100M000100Y43
boss> (tap) 提交
op> (tap) 通过
pal> /start e1
pal> (data) co:in:1
boss> (data) co:yes:1:8
rival> (tap) 我是来招人的
rival> 东莞市大发电子厂
rival> (tap) 赵老板
rival> AB12345678
rival> (tap) 提交
op> (tap) 通过
bad> (tap) 我是来招人的
bad> 发财劳务
bad> (tap) 钱老板
bad> CD87654321
bad> (tap) 提交
op> (tap) 拒绝
op> (tap) 向工人收费
boss> /post
boss> 电工
boss> (tap) 2
boss> 深圳
boss> (tap) 长期 · 全职
boss> (tap) 白班
boss> (tap) 按月
boss> 6000-8000
boss> (tap) 不要求
boss> (tap) 没有，下一步
boss> (tap) 没有，下一步
boss> (tap) 王经理
boss> (tap) 发送
rival> /post
rival> 保洁员
rival> (tap) 1
rival> 东莞
rival> (tap) 长期 · 全职
rival> (tap) 白班
rival> (tap) 按月
rival> 3000-4000
rival> (tap) 不要求
rival> (tap) 没有，下一步
rival> (tap) 赵老板
rival> (tap) 发送
@ deliver
anna> (tap) 报名
anna> (tap) 把我的号码给对方
anna> (contact) +8613812345678
boss> (data) as:1:1
boss> (tap) 上班时能带上证件吗
boss> (data) iv:1:1
boss> 2026-11-30
boss> (tap) 9:00
boss> (tap) 工作地点
kim> (tap) 报名
boss> (data) h:1:9
@ 3 days later
li> /profile
kim> /profile
boss> /myjobs
rival> /myjobs
";

/// Who may do what. Nobody else's tap changes anything or tells anything.
const BUTTONS: &[(&str, &[&str])] = &[
    // Of workers: for the jobs that they were offered.
    ("a:1", &["anna", "li", "kim"]),
    ("n:1", &["anna", "li", "kim"]),
    ("w:1", &["anna", "kim"]),
    ("w:1:yes", &["anna", "kim"]),
    ("s:1", &["anna", "li", "kim"]),
    ("an:1", &["anna"]),
    ("it:1:y", &["anna"]),
    ("it:1:n", &["anna"]),
    ("rp:1", &["anna", "li", "kim"]),
    ("rp:1:fee", &["anna", "li", "kim"]),
    ("rp:1:undo", &[]),
    ("ck:1:1:yes", &["kim"]),
    ("ck:1:1:not_yet", &["kim"]),
    ("ck:1:1:no", &["kim"]),
    ("ck:1:1:free", &["kim"]),
    ("ck:1:1:paid", &["kim"]),
    ("ck:1:1:back", &[]),
    ("ck:1:1:again", &["kim"]),
    ("ck:1:30:yes", &[]),
    ("a:2", &[]),
    ("n:2", &[]),
    ("w:2", &[]),
    ("s:2", &["anna", "li", "kim"]),
    ("an:2", &[]),
    ("it:2:y", &[]),
    ("rp:2", &[]),
    ("rp:2:scam", &[]),
    ("p:name", &["anna", "li", "kim"]),
    ("q:move:=yes", &["anna", "li", "kim"]),
    ("q:move:later", &["anna", "li", "kim"]),
    ("q:move:never", &["anna", "li", "kim"]),
    ("u:7", &["anna", "li", "kim"]),
    ("u:off", &["anna", "li", "kim"]),
    ("u:date", &["anna", "li", "kim"]),
    // Of employers: for their own jobs and those who applied for them.
    ("k:1", &["boss", "pal"]),
    ("k:2", &["rival"]),
    ("jb:1", &["boss", "pal"]),
    ("jb:2", &["rival"]),
    ("je:1", &["boss", "pal"]),
    ("jy:1", &["boss", "pal"]),
    ("jp:1", &["boss", "pal"]),
    ("jp:2", &["rival"]),
    ("jr:1", &[]),
    ("jc:1", &["boss", "pal"]),
    ("jc:1:yes", &["boss", "pal"]),
    ("jx:1", &["boss", "pal"]),
    ("jl:1", &["boss", "pal"]),
    ("c:1:0", &["boss", "pal"]),
    ("c:2:0", &["rival"]),
    ("cm:1", &["boss", "pal"]),
    ("ap:1:1", &["boss", "pal"]),
    ("ap:1:2", &[]),
    ("h:1:1", &["boss", "pal"]),
    ("h:1:2", &[]),
    ("h:2:1", &[]),
    ("r:1:1", &["boss", "pal"]),
    ("r:1:1:other", &["boss", "pal"]),
    ("r:1:2:other", &[]),
    ("as:1:1", &["boss", "pal"]),
    ("as:1:2", &[]),
    ("iv:1:1", &["boss", "pal"]),
    ("iv:1:2", &[]),
    ("ns:1:1", &[]),
    ("ns:1:9", &["boss", "pal"]),
    ("un:1:1", &[]),
    ("un:1:9", &["boss", "pal"]),
    // Of companies: who acts for them.
    ("co:in:1", &["anna", "li", "rival", "bad", "op", "new", "kim", "stranger"]),
    ("co:in:3", &[]),
    ("co:yes:1:2", &[]),
    ("co:no:1:2", &[]),
    ("co:out:1:8", &["boss"]),
    ("co:out:1:8:yes", &["boss"]),
    ("co:out:1:3:yes", &[]),
    ("co:leave:1", &["pal"]),
    ("co:leave:1:yes", &["pal"]),
    ("co:not", &[]),
    ("ea:1", &[]),
    ("ea:3", &["bad"]),
    ("er:1", &[]),
    ("er:3", &["bad"]),
    // Of operators.
    ("ok:3", &[]),
    ("no:2", &["op"]),
    ("oe:1:show", &["op"]),
    ("oe:1:freeze", &["op"]),
    ("oe:1:refuse", &["op"]),
    ("oe:1:keep", &["op"]),
    ("oe:3:thaw", &["op"]),
    ("oj:1:show", &["op"]),
    ("oj:1:hold", &["op"]),
    ("oj:1:release", &["op"]),
    ("oj:1:dismiss", &["op"]),
    ("op:menu", &["op"]),
    ("op:wait", &["op"]),
    ("op:cases", &["op"]),
    ("op:j:1", &["op"]),
    ("op:runs", &["op"]),
    ("op:stop:1", &["op"]),
    ("op:stop!:1", &["op"]),
    ("op:find", &["op"]),
    ("op:say", &["op"]),
    ("op:p:1:l", &["op"]),
    ("op:p:1:c", &["op"]),
    ("op:phone:1", &["op"]),
    ("op:note:1", &["op"]),
    ("op:tag:1", &["op"]),
    ("op:tags:1", &["op"]),
    ("op:tag+:1:5", &["op"]),
    ("op:tag-:1:5", &["op"]),
    ("op:team", &["op"]),
    ("op:make:2", &["op"]),
    ("op:make!:2", &["op"]),
    ("op:drop:6", &["op"]),
    ("op:drop!:6", &[]),
    ("op:fig:7", &["op"]),
    ("op:log:0", &["op"]),
];

/// What only some may ever read.
const SECRETS: &[(&str, &[&str])] = &[
    ("欧阳安娜", &["anna", "op"]),
    ("13812345678", &["anna", "boss", "pal", "op"]),
    ("欧阳师傅", &["boss", "pal", "op"]),
    ("上官飞燕", &["kim", "op"]),
    ("上官师傅", &["boss", "pal", "op"]),
    ("91350100M000100Y43", &["boss", "op"]),
    ("CD87654321", &["bad", "op"]),
    ("向工人收费", &["bad", "op"]),
];

/// When the story has ended.
fn now() -> Time {
    START.plus(Duration::from_hours(72))
}

/// The tables as the story left them, copied for each trial.
struct Ground {
    /// One query for each table.
    queries: Vec<(String, String)>,
    folder: tempfile::TempDir,
    world: Arc<World>,
    before: Tables,
}

type Tables = BTreeMap<String, BTreeSet<String>>;

/// What came of a trial.
struct Trial {
    changed: Vec<String>,
    others: Vec<ChatId>,
    told: String,
    answered: bool,
    failed: usize,
}

impl Ground {
    async fn lay() -> Self {
        let database = Database::sqlite();
        let (_, store) = Stage::play_on(STORY, &database.url).await;
        store.wipe().await;
        let queries = queries(&store).await;
        let before = tables(&store, &queries, "").await;
        store.close().await;
        let folder = tempfile::tempdir().unwrap();
        let file = database.url.strip_prefix("sqlite://").unwrap();
        std::fs::copy(file, folder.path().join("ground.db")).unwrap();
        let mut pack = RulePack::embedded("cn").unwrap();
        pack.quiet_hours = None;
        Self { queries, folder, world: Arc::new(World::embedded(pack).unwrap()), before }
    }

    /// One person does some things in a row, on tables of their own; what came of the last one.
    async fn attempt(&self, who: &str, inputs: &[Input]) -> Trial {
        let chat = chat(who);
        let own = tempfile::tempdir_in(self.folder.path()).unwrap();
        let path = own.path().join("own.db");
        std::fs::copy(self.folder.path().join("ground.db"), &path).unwrap();
        let store = Store::open(&format!("sqlite://{}", path.display())).await.unwrap();
        let mut turn = Turn::new(store.clone(), self.world.clone(), [chat_of("op")]);
        turn.name("zhaogong_bot");
        let mut messages = Vec::new();
        let mut before = None;
        for (at, input) in inputs.iter().enumerate() {
            if at > 0 {
                before = Some(tables(&store, &self.queries, who).await);
            }
            let sender = Sender { chat, name: "某人".into(), language: Some("zh".into()) };
            let update = Incoming { update: UpdateId(900_000 + at as i64), sender, input: input.clone() };
            let outcome = turn.group(&[update], &[], now()).await;
            assert!(outcome.outage.is_none(), "{:?}", outcome.outage);
            messages = outcome.messages;
        }
        let after = tables(&store, &self.queries, who).await;
        let failed = texts(&store, "SELECT error FROM failed_update").await.len();
        store.close().await;
        let before = before.unwrap_or_else(|| without(&self.before, who));
        let calls = messages.iter().map(|queued| &queued.message);
        Trial {
            changed: difference(&before, &after),
            others: calls.clone().map(|message| message.chat).filter(|other| *other != chat).collect(),
            answered: calls.clone().any(|message| match &message.call {
                Out::Answer { text, .. } => text.is_some(),
                _ => message.chat == chat,
            }),
            told: calls
                .filter(|message| message.chat == chat)
                .map(|message| serde_json::to_string(&message.call).unwrap())
                .collect(),
            failed,
        }
    }
}

fn chat_of(who: &str) -> ChatId {
    let at = CAST.iter().position(|one| *one == who).expect("somebody of the cast");
    ChatId(FIRST_CHAT + at as i64)
}

/// The chat of somebody, or of a stranger who never wrote.
fn chat(who: &str) -> ChatId {
    if who == "stranger" { ChatId(999) } else { chat_of(who) }
}

fn tap(data: &str) -> Input {
    Input::Tap { data: data.to_owned(), callback: "1".into(), message: None }
}

fn command(text: &str) -> Input {
    let (name, argument) = text.split_once(' ').unwrap_or((text, ""));
    Input::Command { name: name.trim_start_matches('/').into(), argument: argument.into() }
}

/// A query for each table, but for what every update leaves: its number, messages on their way, figures,
/// and that offers were seen.
async fn queries(store: &Store) -> Vec<(String, String)> {
    let names = texts(
        store,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN
         ('_sqlx_migrations', 'processed_update', 'failed_update', 'outbox', 'tally')",
    )
    .await;
    let mut all = Vec::new();
    for name in names.into_iter().flatten() {
        let columns = texts(store, &format!("SELECT name FROM pragma_table_info('{name}')")).await;
        let kept = columns.into_iter().flatten().filter(|column| !SEEN.contains(&column.as_str()));
        let kept: Vec<String> = kept.map(|column| format!("coalesce(CAST({column} AS TEXT), '')")).collect();
        let sql = format!("SELECT {} FROM {name}", kept.join(" || '|' || "));
        all.push((name, sql));
    }
    all
}

/// What the tables hold, without the one who wrote.
async fn tables(store: &Store, queries: &[(String, String)], who: &str) -> Tables {
    let mut all = Tables::new();
    for (name, sql) in queries {
        all.insert(name.clone(), texts(store, sql).await.into_iter().flatten().collect());
    }
    without(&all, who)
}

/// Columns that change when somebody merely looks.
const SEEN: [&str; 3] = ["seen_at", "shown_at", "told_at"];

/// The tables without the row of the one who wrote.
fn without(tables: &Tables, who: &str) -> Tables {
    let mut tables = tables.clone();
    let chat = if who.is_empty() { 0 } else { chat(who).0 };
    if let Some(people) = tables.get_mut("person") {
        people.retain(|row| row.split('|').nth(1) != Some(&chat.to_string()));
    }
    if let Some(offers) = tables.get_mut("offer") {
        *offers = offers.iter().map(|row| row.replace("|offered|", "|seen|")).collect();
    }
    tables
}

fn difference(before: &Tables, after: &Tables) -> Vec<String> {
    let mut changed = Vec::new();
    for (name, rows) in after {
        let old = before.get(name).cloned().unwrap_or_default();
        changed.extend(rows.symmetric_difference(&old).map(|row| format!("{name}: {row}")));
    }
    changed
}

/// Nothing changed, nobody else was told, nothing secret was said, and there was an answer.
fn assert_calm(trial: &Trial, who: &str, what: &str) {
    assert_eq!(trial.failed, 0, "{who}: {what} broke");
    assert!(trial.answered, "{who}: {what} got no answer");
    assert!(trial.others.is_empty(), "{who}: {what} was told to others: {:?}", trial.others);
    assert!(trial.changed.is_empty(), "{who}: {what} changed {:#?}", trial.changed);
    assert_no_secret(trial, who, what);
}

fn assert_no_secret(trial: &Trial, who: &str, what: &str) {
    for (secret, may) in SECRETS {
        let told = trial.told.contains(secret);
        assert!(!told || may.contains(&who), "{who}: {what} tells {secret}:\n{}", trial.told);
    }
}

fn everybody() -> impl Iterator<Item = &'static str> {
    CAST.into_iter().chain(["stranger"])
}

#[tokio::test]
async fn nobody_taps_what_is_not_theirs() {
    let ground = Ground::lay().await;
    for who in everybody() {
        for (data, may) in BUTTONS {
            let trial = ground.attempt(who, &[tap(data)]).await;
            if may.contains(&who) {
                assert_eq!(trial.failed, 0, "{who}: {data} broke");
                assert_no_secret(&trial, who, data);
            } else {
                assert_calm(&trial, who, data);
            }
        }
    }
}

#[tokio::test]
async fn a_tap_that_comes_again_changes_nothing_more() {
    let ground = Ground::lay().await;
    for (data, may) in BUTTONS {
        for who in *may {
            let trial = ground.attempt(who, &[tap(data), tap(data)]).await;
            assert_eq!(trial.failed, 0, "{who}: {data} twice broke");
            assert!(trial.answered, "{who}: {data} twice got no answer");
            // Each look at somebody is recorded.
            let look = |row: &&String| data.starts_with("op:p:") && row.starts_with("audit: ");
            let changed: Vec<_> = trial.changed.iter().filter(|row| !look(row)).collect();
            assert!(changed.is_empty(), "{who}: {data} twice changed {changed:#?}");
            assert!(trial.others.is_empty(), "{who}: {data} twice was told twice: {:?}", trial.others);
        }
    }
}

/// Every button in the source stands in the list above.
#[test]
fn no_button_is_left_out() {
    let pattern = regex::Regex::new(r#""([a-z]{1,3}):[{a-z0-9]"#).unwrap();
    let general = BTreeSet::from(["f", "m", "l", "j", "y", "v", "d", "mj", "reg"]);
    let listed: BTreeSet<&str> = BUTTONS.iter().filter_map(|(data, _)| data.split(':').next()).collect();
    let mut missing = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chat/views")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let found = pattern.captures_iter(text).map(|found| found.get(1).unwrap().as_str().to_owned());
            missing.extend(
                found.filter(|letters| {
                    !listed.contains(letters.as_str()) && !general.contains(letters.as_str())
                }),
            );
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

/// Ids that nobody has, and what is no button at all.
#[tokio::test]
async fn forged_buttons_get_a_calm_answer() {
    let ground = Ground::lay().await;
    let letters: BTreeSet<&str> =
        BUTTONS.iter().filter_map(|(data, _)| data.split(':').next()).chain(["j", "y", "v", "d"]).collect();
    let tails = [
        "",
        ":",
        ":-1",
        ":0",
        ":999999:999999",
        ":9223372036854775808",
        ":1:-1",
        ":1:999999",
        ":x:y:z",
        ":1:1:1:1:1",
    ];
    let mut forged: Vec<String> =
        letters.iter().flat_map(|letter| tails.iter().map(move |tail| format!("{letter}{tail}"))).collect();
    forged.extend(
        [
            "",
            ":",
            "::::",
            "f:",
            "f:reg:consent:0:=agree",
            "f:emp:!sum:0:~",
            "f:post:!sum:0:~",
            "f:ask.1-1:question:0:=when",
        ]
        .map(str::to_owned),
    );
    let desk =
        ["p", "j", "stop!", "phone", "note", "tags", "tag+", "tag-", "make!", "drop!", "fig", "log", "x"];
    let nobody = ["", ":-1", ":999999:999999", ":9223372036854775808"];
    forged.extend(desk.iter().flat_map(|word| nobody.iter().map(move |tail| format!("op:{word}{tail}"))));
    forged.extend(
        ["f:find:text:0:x", "f:reveal.1:reason:0:=report", "f:note.1:text:0:x", "f:ann:!sum:0:~"]
            .map(str::to_owned),
    );
    forged.extend(
        ["f:refuse.1:reason:0:=fees", "l:xx", "m:admin", "m:nothing", "<b>", "a:1\u{202e}", "💥💥💥"]
            .map(str::to_owned),
    );
    for who in ["stranger", "li", "rival", "op"] {
        for data in &forged {
            let trial = ground.attempt(who, &[tap(data)]).await;
            assert_eq!(trial.failed, 0, "{who}: {data} broke");
            assert!(trial.answered, "{who}: {data} got no answer");
            assert!(trial.others.is_empty(), "{who}: {data} was told to others");
            let about_oneself = ["u", "p", "q", "d"].contains(&data.split(':').next().unwrap_or_default());
            if !about_oneself {
                assert!(trial.changed.is_empty(), "{who}: {data} changed {:#?}", trial.changed);
            }
            assert_no_secret(&trial, who, data);
        }
    }
}

#[tokio::test]
async fn commands_and_deep_links_tell_nobody_elses_secrets() {
    let ground = Ground::lay().await;
    let commands = [
        "/start",
        "/jobs",
        "/profile",
        "/language",
        "/pause",
        "/privacy",
        "/help",
        "/employer",
        "/post",
        "/myjobs",
        "/admin",
        "/nothing",
        "/start j1",
        "/start j2",
        "/start j999999",
        "/start j-1",
        "/start jx",
        "/start rcode",
        "/start r",
        "/start e1",
        "/start e2",
        "/start e3",
        "/start e999",
        "/start o6",
        "/start e-1",
        "/start \u{202e}<b>",
        "/admin 1",
        "/jobs 1; DROP TABLE person",
    ];
    for who in everybody() {
        for text in commands {
            let trial = ground.attempt(who, &[command(text)]).await;
            assert_eq!(trial.failed, 0, "{who}: {text} broke");
            assert!(trial.answered, "{who}: {text} got no answer but {}", trial.told);
            assert!(trial.others.is_empty(), "{who}: {text} was told to others");
            assert_no_secret(&trial, who, text);
        }
    }
}
