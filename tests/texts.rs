//! Whatever people type into every field: HTML, control characters, thousands of letters, marks that turn the
//! direction. What the bot says stays whole: HTML that Telegram takes, not too long, nothing that turns.

mod support;

use std::collections::BTreeSet;
use support::chat::Stage;
use zhaogong::chat::{Keyboard, Message, Out, ReplyButton};

/// A step of the way through all fields.
enum Step {
    /// Lines of a conversation.
    Do(&'static str),
    /// Somebody types the text at a field, and where it is no answer there, something plain.
    Try(&'static str, &'static str),
}
use Step::{Do, Try};

/// Through every field that people type into.
const WAY: &[Step] = &[
    Do(
        "person li: zh <i>李</i> &强\nperson boss: zh </b>王\nperson bad: zh 钱\noperator op: en <a href=x>op",
    ),
    Do("op> /start\nboss> /start <b>\nbad> /employer\nli> /start r<script>\nli> (tap) 同意\nli> 1982"),
    Try("li", "李强"),
    Do("li> 电工\nli> 10"),
    Try("li", "深圳"),
    Do("li> (tap) 外地来的\nli> (tap) 长期 · 全职\nli> 6000\nli> (tap) 登记"),
    Do("boss> (tap) 我是来招人的"),
    Try("boss", "大发公司"),
    Try("boss", "王"),
    Try("boss", "AB12345678"),
    Do("boss> (tap) 提交\nop> (tap) Approve"),
    Try("bad", "坏公司"),
    Try("bad", "钱"),
    Try("bad", "CD12345678"),
    Do("bad> (tap) 提交\nop> (tap) Refuse"),
    Try("op", "no licence"),
    Do("bad> /employer\nbad> (data) ea:2"),
    Try("bad", "we are honest"),
    Do("boss> /post\nboss> 电工\nboss> (tap) 1\nboss> 深圳\nboss> (tap) 长期 · 全职\nboss> (tap) 白班"),
    Do("boss> (tap) 按月\nboss> 6000-8000\nboss> (tap) 不要求\nboss> (tap) 没有\nboss> (tap) 没有"),
    Try("boss", "王"),
    Do("boss> (tap) 改一下\nboss> (tap) 自己的话"),
    Try("boss", "包吃包住"),
    Do("boss> (tap) 发送\n@ deliver\nli> (tap) 报名\nboss> (data) as:1:4"),
    Try("boss", "什么时候来？"),
    Do("li> (data) an:1"),
    Try("li", "明天"),
    Do("boss> (data) iv:1:4\nboss> (tap) 2026-11-26\nboss> (tap) 9:00"),
    Try("boss", "办公室"),
    Do("boss> (data) ap:1:4\nli> (data) it:1:y\nli> (data) rp:1:rude"),
    Try("li", "骂人"),
    Do("boss> (data) h:1:4\n@ 3 days later\nli> (data) ck:1:1:yes\nli> (data) ck:1:1:paid"),
    Try("li", "八百"),
    Do("boss> /employer\nboss> (data) ea:1"),
    Try("boss", "没有收钱"),
    Do("op> (data) oe:1:thaw"),
    Try("op", "was a mistake"),
    Do("op> (data) oe:1:freeze"),
    Try("op", "again"),
    Do("op> (data) op:find"),
    Try("op", "李"),
    Do("op> (data) op:note:4"),
    Try("op", "comes on time"),
    Do("op> (data) op:tag:4"),
    Try("op", "good"),
    Do("op> (data) op:p:4:l\nop> (data) op:p:2:l\nop> (data) op:say\nop> (tap) Everybody"),
    Try("op", "news"),
    Do(
        "op> (tap) Send\n@ deliver\nop> (data) op:log:0\nli> /jobs\nli> /profile\nli> /privacy\nli> (data) d:export",
    ),
    Do("boss> /myjobs\nboss> (data) jb:1\nli> /<b>\nli> /start j1"),
];

fn nasty() -> Vec<String> {
    vec![
        "<b>x</i> & <script>alert(1)</script> &lt; \"'".into(),
        "a\u{0}b\u{7}c\u{1b}[31m d\re\tf\u{feff}".into(),
        "字".repeat(4096),
        "<a href='tg://user?id=1'>".repeat(170).chars().take(4096).collect(),
        "\u{202e}txet desrever\u{202c} \u{2066}x\u{2069} \u{200f}ש".into(),
        "one\ntwo\n\n\nthree\u{2028}four".into(),
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿é́́́́".into(),
        "{ $name } %s ${x} \\ ' OR 1=1 --".into(),
        "=ask-when".into(),
        " \u{3000}\u{a0} ".into(),
        "&amp;".repeat(250),
    ]
}

#[tokio::test]
async fn every_field_takes_every_text() {
    let mut taken = BTreeSet::new();
    for text in nasty() {
        let mut stage = Stage::stand("", "sqlite::memory:").await;
        for (at, step) in WAY.iter().enumerate() {
            match step {
                Do(lines) => stage.play_lines(lines).await,
                Try(who, plain) => {
                    if stage.type_in(who, &text).await {
                        taken.insert(at);
                    } else {
                        stage.type_in(who, plain).await;
                    }
                }
            }
            for (_, call) in std::mem::take(&mut stage.heard) {
                assert_whole(
                    &call,
                    &format!("step {at} with {:?}", text.chars().take(30).collect::<String>()),
                );
            }
        }
    }
    let fields = WAY.iter().filter(|step| matches!(step, Try(..))).count();
    assert!(taken.len() + 4 > fields, "the way leads past its fields: only {taken:?} took a text");
}

fn assert_whole(call: &Out, what: &str) {
    match call {
        Out::Send(message) | Out::Edit { content: message, .. } => assert_message(message, 4096, what),
        Out::File(document) => assert_message(&document.caption, 1024, what),
        Out::Code { caption, .. } => assert_message(caption, 1024, what),
        Out::Answer { text, .. } => {
            assert!(text.as_ref().is_none_or(|text| text.chars().count() <= 200), "{what}: {text:?}");
        }
    }
}

fn assert_message(message: &Message, most: usize, what: &str) {
    let shown = plain(&message.html).unwrap_or_else(|why| panic!("{what}: {why}\n{}", message.html));
    let length = shown.encode_utf16().count();
    assert!((1..=most).contains(&length), "{what}: {length} of {most} letters\n{shown}");
    assert_quiet(&shown, what);
    let buttons: Vec<(String, String)> = match &message.keyboard {
        Keyboard::Inline(rows) => {
            rows.iter().flatten().map(|button| (button.text.clone(), button.data.clone())).collect()
        }
        Keyboard::Reply { rows, .. } => {
            let text = |button: &ReplyButton| match button {
                ReplyButton::Text(text) | ReplyButton::Contact(text) | ReplyButton::Location(text) => {
                    text.clone()
                }
            };
            rows.iter().flatten().map(text).map(|text| (text, "x".to_owned())).collect()
        }
        Keyboard::None | Keyboard::Remove => Vec::new(),
    };
    for (text, data) in buttons {
        assert!(!text.trim().is_empty(), "{what}: a button without words");
        assert!((1..=64).contains(&data.len()), "{what}: the button {data}");
        assert_quiet(&text, what);
    }
}

/// Nothing turns the direction of what follows, and lines are all that breaks.
fn assert_quiet(text: &str, what: &str) {
    let loud = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(loud), "{what}: {text:?}");
}

/// What a person sees of Telegram's HTML; an error where Telegram would refuse it.
fn plain(html: &str) -> Result<String, String> {
    let (mut shown, mut open, mut rest) = (String::new(), Vec::new(), html);
    while let Some(at) = rest.find(['<', '>', '&']) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(tail) = rest.strip_prefix("</") {
            let (name, after) = tail.split_once('>').ok_or("a tag without an end")?;
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes what is not open"));
            }
            rest = after;
        } else if let Some(tail) = rest.strip_prefix('<') {
            let (name, after) = tail.split_once('>').ok_or("a tag without an end")?;
            if !["b", "i", "u", "s", "code", "pre", "blockquote"].contains(&name) {
                return Err(format!("the tag <{name}>"));
            }
            open.push(name);
            rest = after;
        } else if let Some(tail) = rest.strip_prefix('&') {
            let (name, after) = tail.split_once(';').ok_or("a sign without an end")?;
            let sign = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"')];
            let (_, sign) =
                sign.iter().find(|(known, _)| *known == name).ok_or(format!("the sign &{name};"))?;
            shown.push(*sign);
            rest = after;
        } else {
            return Err("a > that closes nothing".into());
        }
    }
    shown.push_str(rest);
    if open.is_empty() { Ok(shown) } else { Err(format!("{open:?} stays open")) }
}
