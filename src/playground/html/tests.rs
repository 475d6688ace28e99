//! What Telegram makes of HTML: texts with their entities, and its own words for what it refuses.

use super::*;

/// The text and its entities as `kind@offset+length`.
fn parsed(html: &str) -> Result<(String, Vec<String>), String> {
    let found = parse(html)?;
    let entities = found.entities.iter().map(|e| format!("{}@{}+{}", e.kind, e.offset, e.length)).collect();
    Ok((found.text, entities))
}

#[test]
fn tags_become_entities_in_utf16_units() {
    let cases: [(&str, &str, &[&str]); 15] = [
        ("plain", "plain", &[]),
        ("<b>a</b>", "a", &["bold@0+1"]),
        ("<STRONG>a</strong>", "a", &["bold@0+1"]),
        ("😀<i>工</i>", "😀工", &["italic@2+1"]),
        ("<b>a<i>b</i></b>", "ab", &["italic@1+1", "bold@0+2"]),
        (
            "<u>a</u><s>b</s><tg-spoiler>c</tg-spoiler>",
            "abc",
            &["underline@0+1", "strikethrough@1+1", "spoiler@2+1"],
        ),
        ("<span class=\"tg-spoiler\">c</span>", "c", &["spoiler@0+1"]),
        ("<code>x</code><pre>y</pre>", "xy", &["code@0+1", "pre@1+1"]),
        ("<pre><code class=\"language-rust\">y</code></pre>", "y", &["pre@0+1"]),
        ("<blockquote>a\nb</blockquote>", "a\nb", &["blockquote@0+3"]),
        ("<blockquote expandable>a</blockquote>", "a", &["expandable_blockquote@0+1"]),
        ("<a href=\"http://x.org/\">a</a>", "a", &["text_link@0+1"]),
        ("<a href=\"javascript:1\">a</a>", "a", &[]),
        ("<b></b>a", "a", &[]),
        ("<b>a</>", "a", &["bold@0+1"]),
    ];
    for (html, text, entities) in cases {
        let (found, kinds) = parsed(html).unwrap();
        assert_eq!(
            (found.as_str(), kinds),
            (text, entities.iter().map(|e| (*e).to_owned()).collect()),
            "{html}"
        );
    }
}

#[test]
fn only_a_few_names_are_decoded() {
    for (html, text) in [
        ("&lt;b&gt; &amp; &quot;", "<b> & \""),
        ("&lt &nbsp; &copy; AT&T &", "< &nbsp; &copy; AT&T &"),
        ("&#65;&#x42;&#0;", "AB&#0;"),
    ] {
        assert_eq!(parsed(html).unwrap().0, text, "{html}");
    }
}

#[test]
fn what_is_wrong_is_refused_in_telegrams_words() {
    for (html, expected) in [
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("工<br>", "Unsupported start tag \"br\" at byte offset 3"),
        ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<a =x>a</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<tg-time unix=\"x\">a</tg-time>", "Invalid date specified"),
    ] {
        assert_eq!(parsed(html).unwrap_err(), expected, "{html}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(html in "[<>/&a-b\"'=;# 工😀]{0,40}") {
        let _ = parse(&html);
    }
}
