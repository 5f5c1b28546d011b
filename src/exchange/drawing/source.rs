//! Text on its way to the typesetter: cleaned of what could do harm, and with its pieces kept apart.

use std::ops::Range;

use super::hyphens::{self, SOFT_HYPHEN};
use super::{Piece, Weight};
use crate::look::Rgb;
use crate::model::Language;

/// The strong mark that makes a line run from left to right.
const LEFT_TO_RIGHT_MARK: char = '\u{200e}';
/// The strong mark that makes a line run from right to left.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
/// Begins a part that has its own direction, that of its first letter.
const ISOLATE: char = '\u{2068}';
/// Ends such a part.
const END_ISOLATE: char = '\u{2069}';

/// What does not fit is replaced by this.
pub(super) const ELLIPSIS: char = '…';

/// How the text of a range looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    pub weight: Weight,
    pub colour: Rgb,
}

/// Holds what stands beside it in one line.
const WORD_JOINER: char = '\u{2060}';

/// Clean text, and the style of each part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Source {
    /// With invisible marks of direction in it, each `start..end` of which is in no glyph.
    pub text: String,
    /// They cover the whole text.
    pub spans: Vec<(Range<usize>, Style)>,
}

impl Source {
    /// Joins the pieces. What one piece opens, it also closes, and where a piece runs from right to left, each has a
    /// direction of its own: no piece changes the order of the others. The direction of the whole is that of the first
    /// letter with a direction.
    pub fn new(pieces: &[Piece<'_>]) -> Self {
        let letters = || pieces.iter().flat_map(|piece| piece.text.chars());
        let apart = pieces.len() > 1 && letters().any(is_right_to_left);
        let mut text = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 6).sum());
        if apart {
            // A mark that somebody has put before all of it counts as a letter.
            let has_direction = |c: &char| c.is_alphabetic() || is_right_to_left(*c) || *c == RIGHT_TO_LEFT_MARK;
            let first = letters().find(has_direction);
            text.push(if first.is_some_and(|c| is_right_to_left(c) || c == RIGHT_TO_LEFT_MARK) {
                RIGHT_TO_LEFT_MARK
            } else {
                LEFT_TO_RIGHT_MARK
            });
        }
        let mut spans: Vec<(Range<usize>, Style)> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let start = spans.last().map_or(0, |(range, _)| range.end);
            // What stands between others, such as a colon, goes the way of the whole.
            let has_own_direction = apart && piece.text.chars().any(char::is_alphanumeric);
            if has_own_direction {
                text.push(ISOLATE);
            }
            push_clean(&mut text, piece.text);
            if has_own_direction {
                text.push(END_ISOLATE);
            }
            // What has no letter has no style either: no span is empty.
            if text.len() == start {
                continue;
            }
            let size = if piece.size.is_finite() { piece.size.clamp(0.5, 2000.0) } else { 10.0 };
            spans.push((start..text.len(), Style { size, weight: piece.weight, colour: piece.colour }));
        }
        let mut source = Self { text, spans };
        // Lines of nothing below the text are never meant.
        let end = source.text.trim_end_matches('\n').len();
        source.truncate(end);
        source
    }

    /// The same with marks where its words may be broken in `language`, or in that of their letters; none where no word may.
    pub fn hyphenated(&self, language: Language) -> Option<Self> {
        let mut hyphenated = Self::default();
        for (range, style) in &self.spans {
            let start = hyphenated.text.len();
            hyphens::push(&mut hyphenated.text, &self.text[range.clone()], language);
            hyphenated.spans.push((start..hyphenated.text.len(), *style));
        }
        (hyphenated.text.len() > self.text.len()).then_some(hyphenated)
    }

    /// The text up to `end` and an ellipsis in the style that is there.
    pub fn cut(&self, end: usize) -> Self {
        let mut cut = self.clone();
        cut.truncate(end);
        let opened = cut.text.chars().fold(0_usize, |open, c| match c {
            ISOLATE | '\u{2066}' | '\u{2067}' => open + 1,
            END_ISOLATE => open.saturating_sub(1),
            _ => open,
        });
        cut.text.extend(std::iter::repeat_n(END_ISOLATE, opened));
        cut.text.push(ELLIPSIS);
        match cut.spans.last_mut() {
            Some((range, _)) => range.end = cut.text.len(),
            None => cut.spans.extend(self.spans.first().map(|&(_, style)| (0..cut.text.len(), style))),
        }
        cut
    }

    /// The style at a place of the text.
    pub fn style_at(&self, at: usize) -> Style {
        let span = self.spans.iter().find(|(range, _)| at < range.end).or(self.spans.last());
        span.map_or(Style { size: 10.0, weight: Weight::Regular, colour: [0, 0, 0] }, |&(_, style)| style)
    }

    fn truncate(&mut self, end: usize) {
        self.text.truncate(end);
        self.spans.retain(|(range, _)| range.start < end);
        if let Some((range, _)) = self.spans.last_mut() {
            range.end = end;
        }
    }
}

/// The text without the invisible marks of direction, and how its places follow from those of the text with them.
pub(super) struct Plain {
    pub text: String,
    /// Where each mark ended in the text before, and how many bytes all marks up to there have.
    removed: Vec<(usize, usize)>,
}

impl Plain {
    /// The text without marks; of those where words may be broken, the ones that end at `broken` stay.
    pub fn new(text: &str, broken: &[usize]) -> Self {
        let mut removed = Vec::new();
        let mut total = 0;
        // A text with no such mark is the rule.
        if !text.contains(is_mark) {
            return Self { text: text.to_owned(), removed };
        }
        let mut plain = String::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if is_mark(c) && !(c == SOFT_HYPHEN && broken.binary_search(&end).is_ok()) {
                total += c.len_utf8();
                removed.push((end, total));
            } else {
                plain.push(c);
            }
        }
        Self { text: plain, removed }
    }

    /// The place in the plain text of a place in the text with marks.
    pub fn place(&self, at: usize) -> u32 {
        let before = self.removed.partition_point(|&(end, _)| end <= at);
        (at - before.checked_sub(1).map_or(0, |last| self.removed[last].1)) as u32
    }
}

/// Appends the text without anything that would not be drawn or would reach beyond its end.
fn push_clean(target: &mut String, text: &str) {
    let mut open = 0_usize;
    let mut previous = ' ';
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            ' ' if is_one_with_next(target, letters.as_str()) => target.extend([c, WORD_JOINER]),
            '-' if is_within_code(target, letters.as_str()) => target.extend([c, WORD_JOINER]),
            '\n' if previous == '\r' => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => target.push('\n'),
            '\t' | '\u{b}' | '\u{c}' => target.push(' '),
            // Overrides and embeddings: they lie about the order, and isolates do better what they are good for.
            '\u{202a}'..='\u{202e}' => {}
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                target.push(c);
            }
            END_ISOLATE if open > 0 => {
                open -= 1;
                target.push(c);
            }
            END_ISOLATE => {}
            // A soft hyphen would break a line without showing a hyphen.
            '\u{ad}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => {}
            c if c.is_control() || is_noncharacter(c) => {}
            c => target.push(c),
        }
        previous = c;
    }
    target.extend(std::iter::repeat_n(END_ISOLATE, open));
}

/// Whether the two sides of a space stay in one line: `CIS 4`, `2025 года`, and a number that ends what is said, `part 3`.
fn is_one_with_next(before: &str, after: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_code = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let behind = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_with_number = behind.len() < after.len();
    let is_last = behind.is_empty() || behind.starts_with([',', ';', ':', ')', '\n']);
    begins_with_number && (is_code || is_last && !word.is_empty())
        || is_number && (after.starts_with("г.") || after.starts_with("год"))
}

/// Whether a hyphen is one of a code: `WTDC-25`, `RPM-ARB`, `COM3-4`.
fn is_within_code(before: &str, after: &str) -> bool {
    let is_of_code = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let mut word = before.chars().rev().take_while(|c| c.is_alphanumeric()).peekable();
    word.peek().is_some() && word.all(is_of_code) && after.chars().next().is_some_and(is_of_code)
}

/// Values that stand for no character, ever.
pub(super) fn is_noncharacter(c: char) -> bool {
    matches!(u32::from(c), 0xfdd0..=0xfdef) || u32::from(c) & 0xfffe == 0xfffe
}

/// Marks that only say in which direction text runs.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What this program puts between letters, and nobody wants to find when copying.
fn is_mark(c: char) -> bool {
    is_bidi_control(c) || c == SOFT_HYPHEN || c == WORD_JOINER
}

/// Characters that leave no ink and take no room, even where a font has a glyph for them.
pub(super) fn is_invisible(c: char) -> bool {
    is_mark(c)
        || c == '\n'
        || matches!(u32::from(c), 0x200b..=0x200d | 0x2060..=0x2064 | 0xfe00..=0xfe0f | 0xe_0000..=0xe_0fff)
}

/// Letters of the scripts that run from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0590..=0x065f | 0x066d..=0x06ef | 0x06fa..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc
            | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(texts: &[&str]) -> Source {
        let piece = |&text| Piece { text, size: 10.0, weight: Weight::Regular, colour: [0, 0, 0] };
        Source::new(&texts.iter().map(piece).collect::<Vec<_>>())
    }

    #[test]
    fn controls_vanish_and_line_ends_become_one_kind() {
        assert_eq!(
            source(&["a\r\nb\rc\nd\u{2028}e\u{0}\u{7}\u{1b}[0m\u{9f}\u{feff}\tf\r\n\n"]).text,
            "a\nb\nc\nd\ne[0m f"
        );
    }

    #[test]
    fn a_piece_closes_what_it_opens_and_overrides_nothing() {
        assert_eq!(source(&["\u{202e}evil", "good"]).text, "evilgood");
        assert_eq!(source(&["a\u{2069}b\u{2067}c"]).text, "ab\u{2067}c\u{2069}");
    }

    #[test]
    fn pieces_beside_arabic_have_directions_of_their_own() {
        let mixed = source(&["Room ", "قاعة", " 15"]);
        assert_eq!(mixed.text, "\u{200e}\u{2068}Room \u{2069}\u{2068}قاعة\u{2069}\u{2068} 15\u{2069}");
        assert!(source(&["09:30 ", "قاعة A"]).text.starts_with(RIGHT_TO_LEFT_MARK));
        let plain = Plain::new(&mixed.text, &[]);
        assert_eq!(plain.text, "Room قاعة 15");
        let (at, _) = mixed.text.char_indices().find(|&(_, c)| c == '1').expect("a digit");
        assert_eq!(&plain.text[plain.place(at) as usize..], "15");
    }

    #[test]
    fn what_stands_between_pieces_goes_the_way_of_the_whole() {
        assert_eq!(
            source(&["رئيس", ": ", "A B"]).text,
            "\u{200f}\u{2068}رئيس\u{2069}: \u{2068}A B\u{2069}",
            "a colon in a direction of its own would stand behind the letters"
        );
    }

    #[test]
    fn codes_are_not_divided_at_their_hyphens() {
        let joined = |text: &str| source(&[text]).text.matches(WORD_JOINER).count();
        assert_eq!(["(WTDC-25)", "RPM-ARB", "COM3-ARB-1", "vice-chairs", "Asia-Pacific"].map(joined), [1, 1, 2, 0, 0]);
        assert_eq!(Plain::new(&source(&["RPM-ARB"]).text, &[]).text, "RPM-ARB");
    }

    #[test]
    fn a_piece_of_nothing_has_no_span() {
        let source = source(&["COM3", "", "\u{0}", "Title"]);
        assert_eq!(source.spans.iter().map(|(range, _)| range.clone()).collect::<Vec<_>>(), [0..4, 4..9]);
    }

    #[test]
    fn codes_stay_with_their_numbers() {
        let joined = |text: &str| source(&[text]).text.matches(WORD_JOINER).count();
        assert_eq!(
            ["CIS 4 items", "AFR 12 and СНГ 3", "2025 года", "part 4", "part 4 of", "4 parts"].map(joined),
            [1, 2, 1, 1, 0, 0]
        );
        assert_eq!(Plain::new(&source(&["CIS 4"]).text, &[]).text, "CIS 4");
    }

    #[test]
    fn marks_of_words_go_but_where_a_line_ends() {
        let marked = source(&["standardization"]).hyphenated(Language::English).expect("it can be broken").text;
        assert_eq!(Plain::new(&marked, &[]).text, "standardization");
        let first = marked.find(SOFT_HYPHEN).expect("a place") + SOFT_HYPHEN.len_utf8();
        assert_eq!(Plain::new(&marked, &[first]).text.replace(SOFT_HYPHEN, "-").matches('-').count(), 1);
        assert_eq!(source(&["جلسة عامة", "全体会议", "a"]).hyphenated(Language::Arabic), None);
    }

    #[test]
    fn spans_cover_the_text_also_after_a_cut() {
        let whole = source(&["Room ", "قاعة", " 15"]);
        let cut = whole.cut(whole.text.find('ق').expect("it is there"));
        assert_eq!(Plain::new(&cut.text, &[]).text, "Room …");
        assert_eq!(cut.text.matches(ISOLATE).count(), cut.text.matches(END_ISOLATE).count());
        assert_eq!(cut.spans.last().map(|(range, _)| range.end), Some(cut.text.len()));
        assert!(cut.spans.windows(2).all(|pair| pair[0].0.end == pair[1].0.start));
        assert_eq!(source(&["abc"]).cut(0).text, "…");
        assert_eq!(source(&["abc"]).cut(0).spans.len(), 1);
    }
}
