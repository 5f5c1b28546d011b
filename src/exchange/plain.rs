//! Text for formats without markup. What people have typed can hold anything; here it loses what such formats forbid
//! and what their readers would take for the end of a line. Marks of writing direction stay: Arabic needs them.

/// `text` in one line: breaks and tabs become blanks, other controls go.
#[must_use]
pub fn line(text: &str) -> String {
    let pieces = text.split(|c| is_break(c) || c == '\t').map(|piece| piece.replace(is_forbidden, ""));
    let pieces: Vec<String> = pieces.map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect();
    pieces.join(" ")
}

/// `text` with every break as one `\n`, without other controls but tabs.
#[must_use]
pub fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(is_break, "\n");
    text.replace(|c| is_forbidden(c) && !matches!(c, '\n' | '\t'), "").trim().to_owned()
}

/// How wide a text is, in Latin letters; a Chinese one is as wide as two.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// What begins a new line by Unicode (UAX #14, classes BK, CR, LF, NL).
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What XML 1.0 (§2.2, `Char`) or iCalendar (RFC 5545 §3.1, `CONTROL`) forbids, or the one advises against.
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_no_breaks_and_no_controls() {
        assert_eq!(line(" a\r\nBEGIN:VEVENT\tb\0\u{2028}\u{7f}c\u{ffff} "), "a BEGIN:VEVENT b c");
        assert_eq!(line("\u{2067}الجلسة\u{2069}"), "\u{2067}الجلسة\u{2069}");
        assert_eq!(line("\r\n\0"), "");
    }

    #[test]
    fn paragraphs_keep_their_breaks() {
        assert_eq!(paragraphs("a\r\nb\rc\u{85}d\te\0\n"), "a\nb\nc\nd\te");
    }
}
