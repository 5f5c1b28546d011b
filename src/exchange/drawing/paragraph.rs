//! Text that is set: which glyph stands where. It never changes any more, so it can be shared and drawn many times.

use std::ops::Range;

use super::Face;
use crate::look::Rgb;

/// Lines of glyphs. Its own origin is the top left corner of its box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) runs: Vec<Run>,
    pub(super) lines: Vec<Line>,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) is_cut: bool,
    pub(super) breaks_a_word: bool,
    pub(super) missing: String,
    pub(super) is_right_to_left: bool,
}

impl Paragraph {
    /// How wide the widest line is, without space at its end. It can be less than the width that was asked for.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }

    /// How high all lines are together.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The lines from top to bottom.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Whether an ellipsis stands for what did not fit.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether a line ends within a word, without a hyphen.
    #[must_use]
    pub fn breaks_a_word(&self) -> bool {
        self.breaks_a_word
    }

    /// The characters for which a box stands because no font has them.
    #[must_use]
    pub fn missing(&self) -> &str {
        &self.missing
    }

    /// Whether its base direction is from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.is_right_to_left
    }

    /// The text as it was set, in the order in which it is read: cleaned of controls, with the ellipsis, and with a soft
    /// hyphen where a line ends within a word.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, of which an ellipsis is no loss: all of its text stands elsewhere.
    #[must_use]
    pub fn told_elsewhere(&self) -> Self {
        Self { is_cut: false, ..self.clone() }
    }

    /// Some of its lines, as a paragraph of their own.
    #[must_use]
    pub fn part(&self, lines: Range<usize>) -> Self {
        let lines = &self.lines[lines];
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Self::default() };
        let runs = &self.runs[first.runs.start..last.runs.end];
        let first_glyph = runs.iter().map(|run| run.glyphs.start).min().unwrap_or(0);
        let end = runs.iter().map(|run| run.glyphs.end).max().unwrap_or(0);
        let glyphs = &self.glyphs[first_glyph..end];
        let from = glyphs.iter().map(|glyph| glyph.start).min().unwrap_or(0);
        let to = glyphs.iter().map(|glyph| glyph.end).max().unwrap_or(0);
        let top = first.top;
        let moved = |range: &Range<usize>, by: usize| range.start - by..range.end - by;
        let line = |line: &Line| Line {
            top: line.top - top,
            baseline: line.baseline - top,
            runs: moved(&line.runs, first.runs.start),
            ..line.clone()
        };
        let run = |run: &Run| Run { y: run.y - top, glyphs: moved(&run.glyphs, first_glyph), ..run.clone() };
        Self {
            text: self.text[from as usize..to as usize].to_owned(),
            glyphs: glyphs.iter().map(|g| Glyph { start: g.start - from, end: g.end - from, ..*g }).collect(),
            runs: runs.iter().map(run).collect(),
            lines: lines.iter().map(line).collect(),
            width: lines.iter().map(|line| line.width).fold(0.0, f32::max),
            height: last.top + last.height - top,
            is_cut: self.is_cut,
            breaks_a_word: self.breaks_a_word,
            missing: self.missing.clone(),
            is_right_to_left: self.is_right_to_left,
        }
    }

    /// All runs, line by line, and within a line in the order in which they are read.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The runs of a line.
    #[must_use]
    pub fn runs_of(&self, line: &Line) -> &[Run] {
        &self.runs[line.runs.clone()]
    }

    /// The glyphs of a run from left to right.
    #[must_use]
    pub fn glyphs_of(&self, run: &Run) -> &[Glyph] {
        &self.glyphs[run.glyphs.clone()]
    }
}

/// A line of a [`Paragraph`].
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its upper edge.
    pub top: f32,
    /// To the upper edge of the next line.
    pub height: f32,
    /// Where its letters stand. It depends on the size of the letters and not on their script, so that texts in
    /// several scripts side by side stand on one line.
    pub baseline: f32,
    /// Its left edge.
    pub left: f32,
    /// How wide it is, without space at its end.
    pub width: f32,
    pub(super) runs: Range<usize>,
}

/// Neighbouring glyphs of one face, size, colour and direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The font file.
    pub face: Face,
    /// The size of the letters.
    pub size: f32,
    /// Their colour.
    pub colour: Rgb,
    /// The left edge.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// To the right edge.
    pub advance: f32,
    /// Whether its text is read from right to left; the glyphs stand from left to right all the same.
    pub is_right_to_left: bool,
    pub(super) glyphs: Range<usize>,
}

/// A glyph. Its lengths are multiples of the size of its run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font file.
    pub id: u16,
    /// How far right of its place it is drawn.
    pub x: f32,
    /// How far above the baseline it is drawn.
    pub y: f32,
    /// From its place to that of the next glyph.
    pub advance: f32,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Glyph {
    /// The bytes of the text that it shows, alone or with its neighbours.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{LONG, plain};
    use super::super::{Shape, Typesetter};

    #[test]
    fn parts_have_all_lines_and_all_letters() {
        for text in [LONG, "جلسة عامة، وثيقة 12 واحدة أو أكثر من واحدة", "全体会议第一次会议，议程项目一"]
        {
            let shape = Shape { width: Some(70.0), ..Shape::default() };
            let whole = Typesetter::new().paragraph(&[plain(text)], shape);
            let count = whole.lines().len();
            assert!(count > 2, "{text}");
            let parts = [whole.part(0..1), whole.part(1..count)];
            assert_eq!(parts.iter().map(|part| part.glyphs.len()).sum::<usize>(), whole.glyphs.len());
            let height = parts.iter().map(super::Paragraph::height).sum::<f32>();
            assert!((height - whole.height()).abs() < 0.01);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&format!("{}{}", parts[0].text(), parts[1].text())), letters(whole.text()));
            let line = &parts[1].lines()[0];
            assert!(line.top.abs() < 0.01 && parts[1].runs_of(line).iter().all(|run| run.y < line.height));
        }
        assert_eq!(Typesetter::new().paragraph(&[plain("a")], Shape::default()).part(1..1).lines().len(), 0);
    }
}
