//! `zhaogong parse`: JSON lines in, slots out, whatever the lines are.

use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn parse(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhaogong"))
        .arg("parse")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever refuses the arguments does not read.
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

#[test]
fn a_bad_line_is_told_and_stops_nothing() {
    let input = concat!(
        r#"{"id":"a","text":"电工，35岁，深圳，日薪400","lang":"zh","today":"2026-11-23"}"#,
        "\n{\"id\":\n\n",
        r#"{"id":7,"text":"早上好"}"#,
        "\n\u{fffd}\n",
        r#"{"text":"no id"}"#
    );
    let output = parse(&["worker", "--format", "jsonl"], input);
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    for line in ["line 2: ", "line 5: ", "line 6: missing field `id`"] {
        assert!(told.contains(line), "{told}");
    }
    assert_eq!(told.lines().count(), 3, "{told}");
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["id"], "a");
    let slots = &lines[0]["slots"];
    assert_eq!(slots["trades"], json!(["electrician"]));
    assert_eq!(slots["age"], 35);
    assert_eq!(slots["place"]["zh"], "深圳");
    assert_eq!(slots["pay"], json!({ "min": 400, "max": 400, "unit": "day", "currency": "CNY" }));
    assert_eq!(lines[1], json!({ "id": 7, "kind": "other", "slots": {} }));
    assert_eq!(lines.len(), 2);
}

#[test]
fn wrong_usage_ends_with_2() {
    for args in [&[][..], &["nobody"], &["worker", "--format", "xml"]] {
        let output = parse(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
}
