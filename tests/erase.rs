//! Who erases themselves leaves nothing but the receipt: every table is looked through, and the file.

mod support;

use std::path::Path;
use std::sync::Arc;
use support::chat::{FIRST_CHAT, START, Stage};
use support::database::{Database, everything};
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
op> /admin
op> (tap) 找人
op> 欧阳
op> (tap) 写备注
op> 欧阳是守时的人
op> (tap) 标签
op> (tap) 新标签
op> 欧阳老乡
op> (tap) 回到这个人
op> (tap) 再找
op> 138 1234 5678
op> (tap) 看号码
op> (tap) 人身安全
op> /admin
op> (tap) 找人
op> 700000101
";

const END: &str = "\
> /privacy
> (tap) 导出
> (tap) 删除我的一切
";

/// What stands nowhere but in what this one person said.
const TRACES: [&str; 9] = [
    "欧阳",
    "13812345678",
    "village88",
    "2027-03-15",
    "700000101",
    "九百块",
    "张三丰",
    "守时的人",
    "欧阳老乡",
];

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
        let log: Vec<String> = everything(&store).await.into_iter().filter_map(logged).collect();
        for deed in ["people looked up", "person opened", "phone revealed", "note written", "tag added"] {
            assert!(log.iter().any(|one| one == deed), "{deed} is not in the log: {log:?}");
        }
        let found = traces(&store, 1).await;
        for place in [
            "person.name",
            "person.folded",
            "note.text",
            "tag.tag",
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

/// What somebody did, of an entry of the audit log.
fn logged((place, value): (String, String)) -> Option<String> {
    (place == "audit.action").then_some(value)
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

/// A founder with a colleague, and what both posted.
const COMPANY: &str = "\
person boss: zh 欧阳铁柱
person colleague: zh 林会计
operator op: zh 小陈
boss> /start
boss> (tap) 我是来招人的
boss> 深圳市鹏程电气有限公司
boss> (tap) 欧阳铁柱
boss> 91350100M000100Y43
boss> (tap) 提交
op> /start
op> (tap) 通过
colleague> /start e1
colleague> (tap) 是，我是
boss> (tap) 同意
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
boss> (tap) 欧阳铁柱
boss> (tap) 发送
";

#[tokio::test]
async fn a_founder_leaves_the_company_but_no_name() {
    for database in Database::all().await {
        let (_, store) = Stage::play_on(COMPANY, &database.url).await;
        let named = |found: Vec<String>| found.into_iter().collect::<std::collections::BTreeSet<_>>();
        let found = named(traces(&store, 1).await);
        for place in
            ["employer.contact", "employer.person_id", "member.person_id", "job.spec", "timer.person_id"]
        {
            assert!(found.contains(place), "{place} is not looked at: {found:?}");
        }
        store.close().await;
        database.drop().await;
    }
    for database in Database::all().await {
        let story = format!("{COMPANY}boss> /privacy\nboss> (tap) 删除我的一切\nboss> (tap) 是，全部删除\n");
        let (said, store) = Stage::play_on(&story, &database.url).await;
        assert!(said.contains("单位和工作交给同事"), "{said}");
        assert_eq!(traces(&store, 1).await, Vec::<String>::new());
        let kept = everything(&store).await;
        for (place, value) in
            [("employer.contact", "林会计"), ("employer.person_id", "3"), ("timer.kind", "job_end")]
        {
            assert!(kept.iter().any(|(p, v)| p == place && v == value), "{place} is not {value}");
        }
        store.close().await;
        database.drop().await;
    }
}
