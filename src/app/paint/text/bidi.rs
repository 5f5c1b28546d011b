//! The order in which a text stands on its lines: the Unicode bidirectional algorithm (Unicode Standard Annex 9).
//!
//! egui shapes letters but knows no direction. It cuts a text by font, shapes each part in the direction of the first
//! letter in it, and puts the parts from left to right. So a text is cut into *pieces* that come out right that way
//! when each is shaped by itself: words from left to right, blanks, letters from right to left that may join, and
//! singly whatever else stands among those. Lines are broken in the order in which one reads, and only then put in the
//! order in which they stand.
//!
//! This file knows nothing of fonts: how wide a piece is, it is told.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

/// What is shaped as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it stands in the text of its paragraph.
    pub range: Range<usize>,
    /// Embedding level; an odd one runs from right to left.
    pub level: u8,
    /// Whether it is the blank between two words.
    pub is_blank: bool,
    /// Whether a line can end before it.
    pub is_breakable: bool,
    /// In points; zero until it is measured.
    pub width: f32,
}

/// A text without line breaks, in pieces in the order in which one reads.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    text: String,
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// Whether it as a whole runs from right to left.
    pub is_right_to_left: bool,
}

/// A piece on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which piece; none is the ellipsis.
    pub piece: Option<usize>,
    /// How much of it is shown, from where one begins to read it, in points.
    pub shown: f32,
    level: u8,
}

/// Where the end of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEnd {
    /// The piece with which the next line begins.
    pub next: usize,
    /// Whether the line is not too wide.
    pub fits: bool,
}

/// How much room there is on a line that has to be cut, in points.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// For everything.
    pub room: f32,
    /// For the ellipsis alone.
    pub ellipsis: f32,
}

impl Paragraph {
    /// Cuts a text into pieces; whatever would break the line becomes a blank, and marks without a picture are left
    /// out.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let line: Cow<'_, str> = if text.chars().any(char::is_control) {
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().into()
        } else {
            text.into()
        };
        let bidi = has_right_to_left(&line).then(|| ParagraphBidiInfo::new(&line, None));
        let mut cutter = Cutter::default();
        for (at, c) in line.char_indices() {
            let level = bidi.as_ref().and_then(|bidi| bidi.levels.get(at)).map_or(0, |level| level.number());
            cutter.push(c, level);
        }
        if cutter.pieces.last().is_some_and(|last| last.is_blank) {
            cutter.pieces.pop();
        }
        let is_right_to_left = bidi.is_some_and(|bidi| bidi.paragraph_level.is_rtl());
        Self { text: cutter.text, pieces: cutter.pieces, is_right_to_left }
    }

    /// The same, its pieces measured.
    #[must_use]
    pub fn measured(mut self, mut width: impl FnMut(&str) -> f32) -> Self {
        for piece in &mut self.pieces {
            piece.width = width(&self.text[piece.range.clone()]);
        }
        self
    }

    /// What the font is given for a piece.
    #[must_use]
    pub fn text_of(&self, piece: usize) -> &str {
        self.pieces.get(piece).map_or("", |piece| &self.text[piece.range.clone()])
    }

    /// Divides a piece behind its first `len` bytes, so that a line can end there; `widths` are those of the parts.
    pub fn divide(&mut self, piece: usize, len: usize, widths: [f32; 2]) {
        let Some(first) = self.pieces.get_mut(piece) else { return };
        let middle = first.range.start + len.min(first.range.len());
        let mut second = Piece { is_breakable: true, width: widths[1], ..first.clone() };
        first.width = widths[0];
        first.range.end = middle;
        second.range.start = middle;
        self.pieces.insert(piece + 1, second);
    }

    /// Where the line ends that begins with piece `from`. The blank at its end may stand beyond `width`.
    #[must_use]
    pub fn line(&self, from: usize, width: f32) -> LineEnd {
        let (mut used, mut fits) = (0.0, true);
        let mut last_break = None;
        for (index, piece) in self.pieces.iter().enumerate().skip(from) {
            if piece.is_breakable && index > from {
                if !fits {
                    return LineEnd { next: index, fits };
                }
                last_break = Some(index);
            }
            used += piece.width;
            if used > width + 0.5 && !piece.is_blank {
                match last_break {
                    Some(next) => return LineEnd { next, fits },
                    None => fits = false,
                }
            }
        }
        LineEnd { next: self.pieces.len(), fits }
    }

    /// Puts the pieces of a line from left to right. A line that is cut ends, for its readers, with an ellipsis;
    /// `fitting` tells how much of a piece fits into so many points.
    pub fn place(
        &self,
        line: Range<usize>,
        cut: Option<Cut>,
        mut fitting: impl FnMut(usize, f32) -> f32,
        parts: &mut Vec<Part>,
    ) {
        parts.clear();
        let mut room = cut.map_or(f32::INFINITY, |cut| cut.room - cut.ellipsis);
        let mut highest = 0;
        for index in line {
            let piece = &self.pieces[index];
            let shown = if piece.width <= room { piece.width } else { fitting(index, room) };
            let is_whole = shown >= piece.width;
            if shown > 0.0 || is_whole {
                parts.push(Part { piece: Some(index), shown, level: piece.level });
                highest = highest.max(piece.level);
                room -= shown;
            }
            if !is_whole {
                break;
            }
        }
        let is_blank = |part: &Part| part.piece.is_some_and(|index| self.pieces[index].is_blank);
        while parts.last().is_some_and(is_blank) {
            parts.pop();
        }
        if let Some(cut) = cut {
            let level = u8::from(self.is_right_to_left);
            parts.push(Part { piece: None, shown: cut.ellipsis, level });
        }
        if highest > 0 {
            reorder(parts);
        }
    }
}

/// Rule L2: from the highest level down, every stretch that is at least that high is turned round.
fn reorder(parts: &mut [Part]) {
    let highest = parts.iter().map(|part| part.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for stretch in parts.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if stretch[0].level >= level {
                stretch.reverse();
            }
        }
    }
}

#[derive(Default)]
struct Cutter {
    text: String,
    pieces: Vec<Piece>,
    /// What the last piece is; none can not be continued.
    open: Option<Kind>,
}

/// No word has as many bytes; what is longer can be broken there.
const LONGEST_PIECE: usize = 200;

/// What may stand together in a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    /// From left to right.
    Word,
    /// From right to left, of one script.
    Letters(Script),
    /// Alone, but for its marks.
    Single,
}

/// Scripts that never share a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Hebrew,
    Arabic,
    Other,
}

impl Cutter {
    fn push(&mut self, c: char, level: u8) {
        if is_formatting(c) {
            self.open = None;
            return;
        }
        let is_odd = level % 2 == 1;
        let kind = Kind::of(c, is_odd);
        let last = self.pieces.last();
        if kind == Kind::Blank && last.is_none_or(|last| last.is_blank) {
            return;
        }
        let continues = match (self.open, last) {
            (Some(open), Some(last)) => {
                !last.is_blank
                    && (is_mark(c)
                        || kind == open
                            && kind != Kind::Single
                            && last.level == level
                            && last.range.len() < LONGEST_PIECE)
            }
            _ => false,
        };
        if !continues {
            let is_breakable = kind != Kind::Blank
                && self.pieces.last().is_some_and(|last| {
                    let before = self.text[last.range.clone()].chars().next_back();
                    let is_too_long = last.range.len() >= LONGEST_PIECE;
                    last.is_blank || is_too_long || is_ideographic(c) || before.is_some_and(is_ideographic)
                });
            let range = self.text.len()..self.text.len();
            self.pieces.push(Piece { range, level, is_blank: kind == Kind::Blank, is_breakable, width: 0.0 });
        }
        self.text.push(if kind == Kind::Blank {
            ' '
        } else if is_odd {
            mirrored(c)
        } else {
            c
        });
        if let Some(last) = self.pieces.last_mut() {
            last.range.end = self.text.len();
        }
        self.open = if continues { self.open } else { Some(kind) };
    }
}

impl Kind {
    fn of(c: char, is_odd: bool) -> Self {
        if is_blank(c) {
            Self::Blank
        } else if !is_odd {
            // Digits of Arabic script would be shaped from right to left, and do not join.
            if is_ideographic(c) || is_right_to_left(c) { Self::Single } else { Self::Word }
        } else if joins(c) {
            Self::Letters(match c {
                '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
                '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}' => Script::Arabic,
                '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Script::Arabic,
                _ => Script::Other,
            })
        } else {
            Self::Single
        }
    }
}

/// Whether egui shapes a text that begins with this letter from right to left. Punctuation is of no script.
fn joins(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL) && !matches!(c, '\u{061B}' | '\u{061F}')
}

/// Belongs to the letter before it.
pub fn is_mark(c: char) -> bool {
    !c.is_ascii() && (matches!(c, '\u{200C}' | '\u{200D}') || bidi_class(c) == BidiClass::NSM)
}

/// Where a line can end; not every blank is such a one.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Chinese can be broken after every character.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks without a picture: direction marks, joiners outside of words, byte-order marks.
fn is_formatting(c: char) -> bool {
    matches!(
        c,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// Whether some of a text may stand from right to left.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

/// Letters, figures and signs of scripts from right to left, and the marks that turn others round.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
            | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
    )
}

/// Rule L4: what a sign looks like from right to left.
fn mirrored(c: char) -> char {
    const PAIRS: &str =
        "()[]{}<>«»‹›⁅⁆⁽⁾₍₎∈∋≤≥≪≫≺≻⊂⊃⊆⊇⟦⟧⟨⟩⟪⟫〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）＜＞［］｛｝｟｠｢｣";
    if c.is_alphanumeric() {
        return c;
    }
    let other = PAIRS.chars().position(|known| known == c).and_then(|at| PAIRS.chars().nth(at ^ 1));
    other.unwrap_or(c)
}

/// A text that is to stand within a line of figures without turning them round.
#[must_use]
pub fn isolated(text: &str) -> Cow<'_, str> {
    if has_right_to_left(text) { format!("\u{2068}{text}\u{2069}").into() } else { text.into() }
}

/// The first `most` letters of a text and an ellipsis, where it has more: what can not show is not worth shaping.
#[must_use]
pub fn bounded(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return text.into();
    }
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests;
