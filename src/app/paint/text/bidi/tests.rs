use super::*;

/// Capitals become letters of a script from right to left: 26 that follow each other.
fn written(text: &str, first: char) -> String {
    let letter = |c: char| match c {
        'A'..='Z' => char::from_u32(first as u32 + (c as u32 - 'A' as u32)).unwrap(),
        _ => c,
    };
    text.chars().map(letter).collect()
}

/// The letters from left to right, those of scripts from right to left as capitals again.
fn read(text: &str, first: char) -> String {
    let letter = |c: char| match (c as u32).checked_sub(first as u32) {
        Some(at @ 0..26) => char::from(b'A' + at as u8),
        _ => c,
    };
    text.chars().map(letter).collect()
}

/// Every letter one point wide.
fn paragraph(text: &str) -> Paragraph {
    Paragraph::new(text).measured(|piece| piece.chars().count() as f32)
}

/// What is seen from left to right, when the font puts joined letters from right to left.
fn seen(paragraph: &Paragraph, line: Range<usize>, cut: Option<Cut>) -> String {
    let mut parts = Vec::new();
    paragraph.place(line, cut, |_, room| room.floor().max(0.0), &mut parts);
    let mut seen = String::new();
    for part in parts {
        let Some(index) = part.piece else {
            seen.push('…');
            continue;
        };
        let letters: Vec<char> = paragraph.text_of(index).chars().take(part.shown as usize).collect();
        if joins(letters[0]) && part.level % 2 == 1 {
            seen.extend(letters.iter().rev());
        } else {
            seen.extend(letters);
        }
    }
    seen
}

fn whole(text: &str) -> String {
    let paragraph = paragraph(text);
    seen(&paragraph, 0..paragraph.pieces.len(), None)
}

/// Letter by letter, as the library that knows the standard has it, and mirrored.
fn reference(text: &str) -> String {
    let text = text.replace('\n', " ");
    let bidi = unicode_bidi::BidiInfo::new(&text, None);
    let all = &bidi.paragraphs[0];
    let levels = bidi.reordered_levels_per_char(all, all.range.clone());
    let letters: Vec<char> = text.chars().collect();
    let order = unicode_bidi::BidiInfo::reorder_visual(&levels);
    let shown = order.into_iter().filter(|&at| !is_formatting(letters[at]));
    shown.map(|at| if levels[at].is_rtl() { mirrored(letters[at]) } else { letters[at] }).collect()
}

#[track_caller]
fn check(first: char, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let logical = written(text, first);
        assert_eq!(read(&whole(&logical), first), *expected, "{text}");
        assert_eq!(read(&reference(&logical), first), *expected, "{text}, by the standard");
    }
}

#[test]
fn arabic_stands_as_the_standard_has_it() {
    check(
        '\u{0621}',
        &[
            ("ABC (DEF 1) 15–17 GHI: JK LM?", "?ML KJ :IHG 17–15 (1 FED) CBA"),
            ("only (ABC 1)", "only (1 CBA)"),
            ("ABC 50%", "%50 CBA"),
            ("50% ABC", "CBA 50%"),
            ("ABC 15-17", "17-15 CBA"),
            ("09:30–10:45 ABC", "CBA 10:45–09:30"),
            ("ABC «DEF» GHI", "IHG «FED» CBA"),
            ("ABC wtdc 2025 DEF", "FED wtdc 2025 CBA"),
            ("first ABC DEF last", "first FED CBA last"),
            ("com 2 (ABC) 3", "com 2 (CBA) 3"),
            ("A (B [C] d) E", "E (d [C] B) A"),
            ("ABC 7", "7 CBA"),
            ("7", "7"),
            ("ABC, DEF.", ".FED ,CBA"),
            ("ABC\ndef", "def CBA"),
            ("ABC\u{200E}!", "!CBA"),
            ("ABC!\u{200E}", "!CBA"),
            ("a \u{202E}bcd\u{202C} e", "a dcb e"),
            ("a \u{2067}b ABC\u{2069} c", "a CBA b c"),
            ("a <b ABC> c", "a <b CBA> c"),
        ],
    );
}

#[test]
fn hebrew_keeps_its_numbers_together() {
    check(
        '\u{05D0}',
        &[
            ("ABC 15-17", "15-17 CBA"),
            ("ABC 50%", "50% CBA"),
            ("ABC (DEF 1)!", "!(1 FED) CBA"),
            ("wtdc ABC 25", "wtdc 25 CBA"),
        ],
    );
}

#[test]
fn the_titles_that_stood_wrongly() {
    let pieces = |text| {
        let paragraph = paragraph(text);
        let mut parts = Vec::new();
        paragraph.place(0..paragraph.pieces.len(), None, |_, _| 0.0, &mut parts);
        let texts: Vec<String> = parts.iter().map(|part| paragraph.text_of(part.piece.unwrap()).to_owned()).collect();
        texts.into_iter().filter(|piece| piece != " ").collect::<Vec<_>>()
    };
    let title = "مناقشة (الجزء 1) 15–17 مارس: هل نحن مستعدون؟";
    let left_to_right = ["؟", "مستعدون", "نحن", "هل", ":", "مارس", "17", "–", "15", "(", "1", "الجزء", ")", "مناقشة"];
    assert_eq!(pieces(title), left_to_right);
    assert_eq!(pieces("Only (الجزء 1)"), ["Only", "(", "1", "الجزء", ")"]);
}

#[test]
fn times_before_an_isolated_title_stay_as_they_are() {
    let first = '\u{0621}';
    let line = |title: &str| read(&whole(&format!("09:00–10:00 · {title}")), first);
    let title = written("ABC (D 2)", first);
    assert_eq!(line(&title), "(2 D) CBA · 10:00–09:00");
    assert_eq!(line(&isolated(&title)), "09:00–10:00 · (2 D) CBA");
    assert_eq!(isolated("Room 2"), "Room 2");
}

#[test]
fn arabic_digits_and_marks_are_not_torn_or_turned() {
    // Shaped by themselves, since egui would shape them as letters.
    assert_eq!(whole("م ٢٠٢٥"), "٢٠٢٥ م");
    assert_eq!(whole("room ۱۲"), "room ۱۲");
    // Vowels stay with their letters, and letters that join with each other.
    assert_eq!(Paragraph::new("مُحَمَّد").pieces.len(), 1);
    assert_eq!(Paragraph::new("می\u{200C}شود").pieces.len(), 1);
}

#[test]
fn lines_are_broken_before_they_are_turned() {
    let first = '\u{0621}';
    let text = written("ABC (DEF) GHI", first);
    let paragraph = paragraph(&text);
    let mut lines = Vec::new();
    let mut from = 0;
    while from < paragraph.pieces.len() {
        let end = paragraph.line(from, 9.0);
        assert!(end.fits);
        lines.push(read(&seen(&paragraph, from..end.next, None), first));
        from = end.next;
    }
    assert_eq!(lines, ["(FED) CBA", "IHG"]);
    // No line ends between a bracket and its word, and one word may be too wide.
    assert_eq!(paragraph.line(0, 4.0), LineEnd { next: 2, fits: true });
    assert_eq!(paragraph.line(2, 4.0), LineEnd { next: 6, fits: false });
}

#[test]
fn what_is_cut_ends_where_one_stops_reading() {
    let first = '\u{0621}';
    let cut = |text: &str, room: f32| {
        let paragraph = paragraph(&written(text, first));
        read(&seen(&paragraph, 0..paragraph.pieces.len(), Some(Cut { room, ellipsis: 1.0 })), first)
    };
    assert_eq!(cut("ABC DEF GHI", 7.0), "…ED CBA");
    assert_eq!(cut("ABC DEF GHI", 5.0), "…CBA");
    assert_eq!(cut("ab CDE", 5.0), "ab C…");
    assert_eq!(cut("ABC def", 6.0), "…d CBA");
    assert_eq!(cut("abc def", 6.0), "abc d…");
    assert_eq!(cut("abc", 0.5), "…");
}

#[test]
fn chinese_breaks_anywhere_and_blanks_are_one() {
    let pieces = |text: &str| {
        let paragraph = Paragraph::new(text);
        (0..paragraph.pieces.len()).map(|piece| paragraph.text_of(piece).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pieces("  First \t plenary "), ["First", " ", "plenary"]);
    assert_eq!(pieces("世界 ITU大会"), ["世", "界", " ", "ITU", "大", "会"]);
    assert_eq!(pieces("15\u{A0}March"), ["15\u{A0}March"]);
    assert!(pieces(" ").is_empty() && pieces("").is_empty());
    assert!(Paragraph::new("世界大会").pieces[1..].iter().all(|piece| piece.is_breakable));
}

#[test]
fn endless_words_can_be_broken() {
    for letter in ["a", "\u{0628}"] {
        let paragraph = paragraph(&letter.repeat(1000));
        assert!(paragraph.pieces.iter().all(|piece| piece.width <= 200.0));
        assert!(paragraph.line(0, 250.0).fits);
    }
}

#[test]
fn long_texts_are_cut_at_a_letter() {
    assert_eq!(bounded("plenary", 7), "plenary");
    assert_eq!(bounded("plenary", 4), "plen…");
    assert_eq!(bounded("сессия", 6), "сессия");
    assert_eq!(bounded("сессия", 3), "сес…");
}
