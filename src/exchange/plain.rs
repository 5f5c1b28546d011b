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

/// So many marks can stand over or under a letter: more than any language has.
const MOST_MARKS: usize = 4;

/// `text` as every format can hold it: its breaks and tabs stay, other controls go, and so do heaps of marks on one letter,
/// which are drawn over what stands around it.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    let mut marks = 0;
    let kept = |&c: &char| !is_forbidden(c) && c != '\u{feff}' || is_break(c) || c == '\t';
    for c in text.chars().filter(kept).map(|c| if is_break(c) && c != '\r' { '\n' } else { c }) {
        marks = if is_combining(c) { marks + 1 } else { 0 };
        if marks <= MOST_MARKS {
            harmless.push(c);
        }
    }
    harmless
}

/// Whether a character is drawn over or under the one before it (the blocks of combining marks, and those of Cyrillic,
/// Hebrew and Arabic).
pub fn is_combining(c: char) -> bool {
    matches!(
        u32::from(c),
        0x300..=0x36f
            | 0x483..=0x489
            | 0x591..=0x5bd
            | 0x610..=0x61a
            | 0x64b..=0x65f
            | 0x1ab0..=0x1aff
            | 0x1dc0..=0x1dff
            | 0x20d0..=0x20ff
            | 0xfe20..=0xfe2f
    )
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
    fn no_letter_has_a_heap_of_marks_and_no_text_a_control() {
        assert_eq!(harmless(&format!("e{}x\u{301}", "\u{301}".repeat(400))), "e\u{301}\u{301}\u{301}\u{301}x\u{301}");
        assert_eq!(harmless("a\0\u{1b}[b\u{feff}\u{ffff}\r\n\tc\u{b}d\u{85}e"), "a[b\r\n\tc\nd\ne");
        let family = "👩\u{200d}🚀 \u{2067}الجلسة\u{2069}";
        assert_eq!(harmless(family), family);
    }

    #[test]
    fn paragraphs_keep_their_breaks() {
        assert_eq!(paragraphs("a\r\nb\rc\u{85}d\te\0\n"), "a\nb\nc\nd\te");
    }
}
