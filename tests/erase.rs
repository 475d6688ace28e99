//! Who erases themselves leaves nothing but the receipt: every table is looked through, and the file.

mod support;

use sqlx::{AssertSqlSafe, Row as _};
use std::path::Path;
use std::sync::Arc;
use support::chat::{FIRST_CHAT, START, Stage};
use support::database::Database;
use zhaogong::chat::{Incoming, Input, Message, Out, Sender, World};
use zhaogong::classify::RulePack;
use zhaogong::domain::{ChatId, EmployerId, UpdateId};
use zhaogong::store::{Kind, NewMessage, Shows, Store};
use zhaogong::turn::{Record, Turn};

/// Somebody does everything that leaves a trace, and erases it.
const STORY: &str = "\
questions: example
person me: zh 欧阳铁柱
person boss: zh 王经理
operator op: zh 小陈
> /start rvillage88
> (tap) 同意
> 1982
> (tap) 欧阳铁柱
> 电工
> 10
> 深圳
> (tap) 外地来的
> (tap) 长期 · 全职
> 6000
> (tap) 有
> (tap) 对，登记
> /profile
> (tap) 证件
> (tap) 低压
> (tap) 选好了
> 2027-03-15
> (tap) 老家省市
> 凉山
boss> /start
boss> (tap) 我是来招人的
boss> 深圳市鹏程电气有限公司
boss> (tap) 王经理
boss> 91350100M000100Y43
boss> (tap) 提交
op> /start
op> (tap) 通过
boss> /post
boss> 电工
boss> (tap) 1
boss> 深圳
boss> (tap) 长期 · 全职
boss> (tap) 白班
boss> (tap) 按月
boss> 6000-8000
boss> (tap) 不要求
boss> (tap) 没有，下一步
boss> (tap) 包住
boss> (tap) 选好了
boss> (tap) 王经理
boss> (tap) 发送
@ deliver
> (tap) 报名
> (tap) 把我的号码给对方
> (contact) +8613812345678
> (data) rp:1:scam
> 说要先交九百块才给看合同
boss> (tap) 录用
@ 3 days later
> (tap) 去了
> (tap) 有，要过钱
> 张三丰收了我八百块押金
";

const END: &str = "\
> /privacy
> (tap) 导出
> (tap) 删除我的一切
";

/// What stands nowhere but in what this one person said.
const TRACES: [&str; 7] = ["欧阳", "13812345678", "village88", "2027-03-15", "700000101", "九百块", "张三丰"];

/// Every value of every table, as text: `table.column`, value.
async fn everything(store: &Store) -> Vec<(String, String)> {
    let columns = match store {
        Store::Sqlite(_) => {
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name <> '_sqlx_migrations'"
        }
        Store::Postgres(_) => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns
             WHERE table_schema = 'public'"
        }
    };
    let mut all = Vec::new();
    for column in texts(store, columns).await {
        let (table, column) = (&column[0], &column[1]);
        let rows = texts(store, &format!("SELECT CAST({column} AS TEXT) FROM {table}")).await;
        all.extend(rows.into_iter().map(|mut row| (format!("{table}.{column}"), row.remove(0))));
    }
    all
}

/// The rows of a query whose columns are texts.
async fn texts(store: &Store, sql: &str) -> Vec<Vec<String>> {
    macro_rules! read {
        ($pool:expr) => {
            sqlx::query(AssertSqlSafe(sql.to_owned()))
                .fetch_all($pool)
                .await
                .unwrap()
                .iter()
                .map(|row| {
                    (0..row.len()).map(|at| row.get::<Option<String>, _>(at).unwrap_or_default()).collect()
                })
                .collect()
        };
    }
    match store {
        Store::Sqlite(pool) => read!(pool),
        Store::Postgres(pool) => read!(pool),
    }
}

/// Where traces stand, and where the person's surrogate number stands in a column of such numbers.
async fn traces(store: &Store, person: i64) -> Vec<String> {
    let of_person = |place: &str| place.ends_with(".person_id") || place == "person.id";
    let all = everything(store).await;
    assert!(all.len() > 100, "the tables are not empty");
    all.into_iter()
        .filter(|(place, value)| {
            TRACES.iter().any(|trace| value.contains(trace))
                || (of_person(place) && *value == person.to_string())
        })
        .map(|(place, _)| place)
        .collect()
}

#[tokio::test]
async fn nothing_is_left_but_the_receipt() {
    for database in Database::all().await {
        let (_, store) = Stage::play_on(STORY, &database.url).await;
        let found = traces(&store, 1).await;
        for place in [
            "person.name",
            "worker.profile",
            "worker.phone",
            "person.referrer",
            "offer.person_id",
            "timer.person_id",
            "checkin.said",
            "report.said",
            "checkin.person_id",
        ] {
            assert!(found.iter().any(|one| one == place), "{place} is not looked at: {found:?}");
        }
        store.close().await;
        database.drop().await;
    }
    for database in Database::all().await {
        let (_, store) = Stage::play_on(&format!("{STORY}{END}"), &database.url).await;
        let receipt = &erase(&store).await;
        assert_eq!(traces(&store, 1).await, Vec::<String>::new());
        let kept = everything(&store).await;
        let audit = kept.iter().filter(|(place, value)| place == "audit.detail" && value.contains(receipt));
        assert_eq!(audit.count(), 1, "the receipt can be found again");
        if let Some(path) = database.url.strip_prefix("sqlite://") {
            for file in [path.to_owned(), format!("{path}-wal")] {
                look_into(Path::new(&file));
            }
        }
        store.close().await;
        database.drop().await;
    }
}

/// The last tap, while messages that name the person still wait to be sent, one of them to an operator;
/// gives the receipt.
async fn erase(store: &Store) -> String {
    let chat = ChatId(FIRST_CHAT);
    let waiting = Out::Send(Message::text("欧阳，还在等您".to_owned()));
    let waiting = NewMessage { chat, kind: Kind::Notice, call: waiting, shows: None };
    let operator = ChatId(FIRST_CHAT + 2);
    let card = Out::Send(Message::text("欧阳：张三丰收了我八百块押金".to_owned()));
    let shows = Some(Shows::Employer(EmployerId(1)));
    let card = NewMessage { chat: operator, kind: Kind::Notice, call: card, shows };
    let mut tx = store.begin().await.unwrap();
    tx.queue_messages(vec![waiting, card], START).await.unwrap();
    tx.commit().await.unwrap();
    let world = Arc::new(World::embedded(RulePack::embedded("cn").unwrap()).unwrap());
    let mut turn = Turn::new(store.clone(), world, []);
    let tap = Incoming {
        update: UpdateId(1_000_000),
        sender: Sender { chat, name: "欧阳铁柱".into(), language: None },
        input: Input::Tap { data: "d:erase!".into(), callback: "1".into(), message: None },
    };
    let outcome = turn.group(&[tap], &[], START).await;
    let redrawn = outcome
        .messages
        .iter()
        .filter(|queued| queued.message.chat == operator && matches!(queued.message.call, Out::Edit { .. }));
    assert_eq!(redrawn.count(), 2, "what the operator has of the employer and of the job, without the words");
    let sent: Vec<Record> =
        outcome.messages.iter().filter_map(|queued| queued.row.map(Record::Done)).collect();
    turn.group(&[], &sent, START).await;
    let own: Vec<_> = outcome.messages.iter().filter(|queued| queued.message.chat == chat).collect();
    let said = format!("{own:?}");
    said.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a receipt").to_owned()
}

/// Deleted rows are overwritten in the file.
fn look_into(file: &Path) {
    let bytes = std::fs::read(file).unwrap_or_default();
    let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    for trace in TRACES {
        assert!(!holds(trace.as_bytes()), "{} still holds {trace}", file.display());
    }
    let chat = i32::try_from(FIRST_CHAT).unwrap().to_be_bytes();
    assert!(!holds(&chat), "{} still holds the number of the chat", file.display());
}
