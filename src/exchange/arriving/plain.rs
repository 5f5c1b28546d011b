//! Bytes as text, and text without markup. Whatever a file holds, this ends soon and gives plain text.

use std::borrow::Cow;

use super::draft::MOST_LETTERS;
use super::report::{Report, Spot};
use crate::exchange::encoding;
use crate::texts::tid;

/// The text of a file. Where nothing says in which encoding it is, that is guessed, and told.
pub fn decoded<'a>(bytes: &'a [u8], report: &mut Report) -> Cow<'a, str> {
    let encoding = encoding::guessed(bytes);
    let (text, is_lossy) = encoding::decoded(bytes, encoding);
    if is_lossy {
        report.left_out(&Spot::File, tid("arriving-not-utf8"), "");
    } else if encoding.is_ascii_compatible() && encoding.name() != "UTF-8" {
        // What stands in UTF-8 or UTF-16 is seldom anything else.
        report.assumed(&Spot::File, tid("arriving-encoding"), encoding.name());
    }
    text
}

/// A name: on one line, no longer than names are, without what only says in which direction it runs.
pub fn line(text: &str) -> String {
    let directs =
        |c: &char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|c| !directs(c)).collect();
    let mut line = String::with_capacity(text.len().min(MOST_LETTERS.0));
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if line.len() >= MOST_LETTERS.0 {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    cut(&line, MOST_LETTERS.0).to_owned()
}

/// Whatever text: without markup, with empty lines between paragraphs only.
pub fn prose(text: &str) -> String {
    let plain = if has_markup(text) { without_markup(text) } else { Cow::Borrowed(text) };
    let mut prose = String::with_capacity(plain.len());
    let mut empty = 0;
    for line in plain.lines() {
        let line = line.trim_end().trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            empty += 1;
            continue;
        }
        if !prose.is_empty() {
            prose.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        prose.extend(line.chars().filter(|c| !c.is_control() || *c == '\t'));
    }
    cut(prose.trim(), MOST_LETTERS.1).to_owned()
}

/// The beginning of a text, of so many bytes at most, cut between letters.
fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a text is a piece of a web page.
fn has_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        TAGS.contains(&name[..end].to_ascii_lowercase().as_str())
    }) || ["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#"].iter().any(|entity| text.contains(entity))
}

/// What descriptions of events are marked up with.
const TAGS: [&str; 21] = [
    "p", "br", "ul", "ol", "li", "a", "b", "i", "em", "strong", "div", "span", "h1", "h2", "h3", "h4", "html", "body",
    "pre", "code", "table",
];

/// A piece of a web page as text. Links stand behind their words.
fn without_markup(text: &str) -> Cow<'_, str> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (c, length) = entity(rest);
            plain.push_str(&c);
            rest = &rest[length..];
            continue;
        }
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
            plain.push('<');
            rest = &rest[1..];
            continue;
        }
        // A tag that the file breaks off in says nothing.
        let end = rest.find('>').unwrap_or(rest.len() - 1);
        let tag = rest[1..end].trim_start_matches('/').to_ascii_lowercase();
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        match name {
            "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "pre" | "table" => plain.push_str("\n\n"),
            "br" | "tr" => plain.push('\n'),
            "li" if !rest.starts_with("</") => plain.push_str("\n– "),
            _ => {}
        }
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The letter that an entity at the beginning of a text stands for, and how long it is; the ampersand where it is none.
pub fn entity(text: &str) -> (Cow<'static, str>, usize) {
    let name = text.get(1..).and_then(|rest| rest.find(';').filter(|&end| end <= 10).map(|end| &rest[..end]));
    let Some(name) = name else { return (Cow::Borrowed("&"), 1) };
    let length = name.len() + 2;
    if let Some(letter) = named(name) {
        return (Cow::Borrowed(letter), length);
    }
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    match number.and_then(char::from_u32) {
        Some(c) => (Cow::Owned(c.to_string()), length),
        None => (Cow::Borrowed("&"), 1),
    }
}

/// The letter of a named entity.
pub fn named(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "rsquo" => "’",
        "lsquo" => "‘",
        "ldquo" => "“",
        "rdquo" => "”",
        "eacute" => "é",
        "egrave" => "è",
        "agrave" => "à",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "szlig" => "ß",
        _ => return None,
    })
}

/// An address that can be followed without harm; empty where it is none.
pub fn address(text: &str) -> String {
    let text = text.trim();
    let is_web = ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    });
    let is_clean = text.len() <= 2000 && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    if is_web && is_clean { text.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_text_whatever_they_are() {
        let mut report = Report::default();
        assert_eq!(decoded(b"\xef\xbb\xbfa", &mut report), "a");
        assert_eq!(decoded(b"\xff\xfea\0\x10\x04", &mut report), "aА");
        assert_eq!(decoded(b"\xfe\xff\0a", &mut report), "a");
        assert!(report.remarks.is_empty());
        assert_eq!(decoded(b"Caf\xe9 d'\xe9t\xe9", &mut report), "Café d'été");
        assert_eq!((report.is_whole(), report.remarks[0].what.as_str()), (true, "windows-1252"));
        decoded(b"\xef\xbb\xbf\xff\xff", &mut report);
        assert!(!report.is_whole());
    }

    #[test]
    fn markup_is_taken_away_and_sums_stay() {
        for (text, expected) in [
            ("<p>One &amp; two</p><ul><li>a</li><li>b</li></ul>", "One & two\n\n– a\n– b"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("a<br/>b &#233; &#xe9; &unknown; &", "a\nb é é &unknown; &"),
            ("<p>open <b", "open"),
            ("  \n\n a \n\n\n b \n", "a\n\n b"),
            ("&#0;x&#xFFFFFFFF;", "x&#xFFFFFFFF;"),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
        assert_eq!(line(" a \n b\t\u{0}c "), "a b c");
        assert_eq!(line(&"é".repeat(400)).chars().count(), 250);
    }

    #[test]
    fn only_addresses_of_the_web_are_addresses() {
        assert_eq!(address(" https://a.example/x "), "https://a.example/x");
        for text in ["file:///etc/passwd", "javascript:alert(1)", "https://", "http://a b", "a.example"] {
            assert_eq!(address(text), "", "{text}");
        }
    }
}
