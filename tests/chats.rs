//! Whole conversations as text files: `tests/chats/*.chat`.
//!
//! `>` is what a person does, `@` what happens around them, everything else is what the bot did; that
//! part is rewritten by `UPDATE_EXPECT=1 cargo test --test chats`. Each file runs through `turn` on a
//! database in memory with a clock driven by hand. `name>` and `name<` are other people's lines;
//! without a name they are the first person's.
//!
//!     person me: zh 李强            who takes part: name in the file, language of the app, Telegram name
//!     operator op: zh 小陈          the same, and staff of the agency
//!     > /start                      types a text or a command
//!     > (tap) 同意                  taps the newest button whose text begins so
//!     > (tap old) 同意              taps the oldest one
//!     > (data) a:7                  sends what a button carries, whether there is one or not
//!     > (location) 22.53,113.93     shares a location
//!     > (contact) +8613800000000    shares the own number; (contact other) somebody else's
//!     > (sticker)                   sends something that is no answer; also photo, voice, forward, file
//!     > (block) / (unblock)
//!     @ 2 days later                moves the clock, from one timer to the next
//!     @ restart                     a new process on the same database
//!     @ deliver                     the bulk lane sends what is due
//!     @ hush / @ speak              what the bot does between is not written down
//!     questions: example            the agency asks the questions of the example document

mod support;

use std::path::{Path, PathBuf};
use support::chat::Stage;

#[tokio::test]
async fn every_conversation_goes_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chats");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 8, "the conversations are missing");
    let rewrite = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let only = std::env::var("CHAT").unwrap_or_default();
    for file in files.iter().filter(|file| file.to_string_lossy().contains(&only)) {
        let expected = std::fs::read_to_string(file).unwrap();
        let actual = Stage::play(&expected).await;
        if actual == expected {
            continue;
        }
        if rewrite {
            std::fs::write(file, actual).unwrap();
        } else {
            wrong.push(format!("{}:\n{}", file.display(), first_difference(&expected, &actual)));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_EXPECT=1 rewrites the files", wrong.join("\n"));
}

fn first_difference(expected: &str, actual: &str) -> String {
    let (mut old, mut new) = (expected.lines(), actual.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (old, new) if old == new => {}
            (old, new) => {
                return format!(
                    "line {line}\n  expected: {}\n  actual:   {}",
                    old.unwrap_or("(end)"),
                    new.unwrap_or("(end)")
                );
            }
        }
    }
    "no difference".into()
}
