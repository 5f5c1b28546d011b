//! Text and colours of one export.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::drawing::{Align, Paragraph, Piece, Shape, Typesetter, Weight};
use super::super::layout::Paper;
use super::super::programme::{Entry, Programme};
use super::super::words::Words;
use super::Sheet;
use super::block::{Block, SetWords};
use super::colours::Colours;
use crate::look::Rgb;
use crate::model::{Language, Status};
use crate::texts::tid;

/// The smallest letters, in points: smaller ones are not read on paper.
pub const LEAST_LETTERS: f32 = 6.5;

/// So many lines hold every text. What is higher than a page goes on over it.
pub const WHOLE: usize = usize::MAX;

/// Says that a line runs from the right.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn pieces_of<'t>(texts: &'t [Cow<'t, str>], pieces: &[(&str, Style)]) -> Vec<Piece<'t>> {
    let piece = |(text, &(_, style)): (&'t Cow<'t, str>, &(&str, Style))| Piece {
        text,
        size: style.size,
        weight: style.weight,
        colour: style.colour,
    };
    texts.iter().zip(pieces).map(piece).collect()
}

fn shape(width: f32, max_lines: usize, align: Align) -> Shape {
    Shape { width: Some(width), align, max_lines: Some(max_lines), line_height: 1.28 }
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// In points.
    pub size: f32,
    /// How heavy.
    pub weight: Weight,
    /// Its colour.
    pub colour: Rgb,
}

/// What all layouts work with.
pub struct Composer<'a> {
    /// What is handed out.
    pub programme: &'a Programme,
    /// The size of the pages.
    pub sheet: Sheet,
    /// Their colours.
    pub colours: Colours,
    typesetter: Typesetter,
}

impl<'a> Composer<'a> {
    pub fn new(programme: &'a Programme, sheet: Sheet) -> Self {
        let mut typesetter = Typesetter::new();
        typesetter.speak(programme.language());
        Self { programme, sheet, colours: Colours::new(sheet.is_dark).of_house(&programme.house), typesetter }
    }

    /// Whether pages run from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.programme.language() == Language::Arabic
    }

    /// An empty block.
    pub fn block(&self) -> Block {
        Block::new(self.is_right_to_left().then_some(self.sheet.width))
    }

    /// How much larger than on a sheet of A4 everything is: pixels of a screen are looked at from further away, and so are
    /// larger sheets.
    pub fn unit(&self) -> f32 {
        if !self.sheet.is_paper {
            return 1.45;
        }
        let (_, long) = Paper::A4.size();
        (self.sheet.width.max(self.sheet.height) / long).sqrt().max(1.0)
    }

    /// What is left between the margins.
    pub fn inner_width(&self) -> f32 {
        self.sheet.width - 2.0 * self.sheet.margin
    }

    /// Plain text.
    pub fn plain(&self, size: f32) -> Style {
        Style { size, weight: Weight::Regular, colour: self.colours.text }
    }

    /// Text of second rank.
    pub fn weak(&self, size: f32) -> Style {
        Style { size, weight: Weight::Regular, colour: self.colours.weak }
    }

    /// Text that matters.
    pub fn strong(&self, size: f32) -> Style {
        Style { size, weight: Weight::SemiBold, colour: self.colours.text }
    }

    /// Text that matters a little.
    pub fn medium(&self, size: f32) -> Style {
        Style { size, weight: Weight::Medium, colour: self.colours.text }
    }

    /// Sets a text into a box, at the side on which its own script begins. On a page that runs from right to left, all
    /// begin at the right: an edge that jumps with the script could not be followed by the eye.
    pub fn set(&mut self, text: &str, style: Style, width: f32, max_lines: usize) -> Arc<Paragraph> {
        self.set_all(&[(text, style)], width, max_lines, self.side())
    }

    /// The side at which texts begin.
    pub fn side(&self) -> Align {
        if self.is_right_to_left() { Align::Right } else { Align::Start }
    }

    /// Sets figures and names into a box, at the side on which the page begins.
    pub fn set_leading(&mut self, text: &str, style: Style, width: f32, max_lines: usize) -> Arc<Paragraph> {
        let side = if self.is_right_to_left() { Align::Right } else { Align::Left };
        self.set_all(&[(text, style)], width, max_lines, side)
    }

    /// Sets figures and names into a box, at the side on which the page ends.
    pub fn set_trailing(&mut self, text: &str, style: Style, width: f32, max_lines: usize) -> Arc<Paragraph> {
        let side = if self.is_right_to_left() { Align::Left } else { Align::Right };
        self.set_all(&[(text, style)], width, max_lines, side)
    }

    /// Sets pieces of text one after the other.
    pub fn set_all(&mut self, pieces: &[(&str, Style)], width: f32, max_lines: usize, align: Align) -> Arc<Paragraph> {
        let texts = self.marked(pieces);
        self.typesetter.paragraph(&pieces_of(&texts, pieces), shape(width, max_lines, align))
    }

    /// The same at the side at which texts begin, if all of it fits and no word is broken without a hyphen.
    pub fn set_whole(&mut self, pieces: &[(&str, Style)], width: f32, max_lines: usize) -> Option<Arc<Paragraph>> {
        let texts = self.marked(pieces);
        self.typesetter.whole(&pieces_of(&texts, pieces), shape(width, max_lines, self.side()))
    }

    /// What holds Arabic runs from the right on such a page, also where it begins with the code of a body, and so does the
    /// whole where any piece does.
    fn marked<'t>(&self, pieces: &[(&'t str, Style)]) -> Vec<Cow<'t, str>> {
        let is_right_to_left = self.is_right_to_left();
        let marked = |text: &str| is_right_to_left && text.chars().any(is_arabic);
        let is_any = pieces.iter().any(|(text, _)| marked(text));
        let texts = pieces.iter().enumerate().map(|(at, &(text, _))| {
            if marked(text) || (is_any && at == 0) {
                Cow::Owned(format!("{RIGHT_TO_LEFT_MARK}{text}"))
            } else {
                Cow::Borrowed(text)
            }
        });
        texts.collect()
    }

    /// Sets a text in its languages one below the other, the first in `first`, the others in `others`, each with its
    /// language where that is not the leading one.
    pub fn set_words(
        &mut self,
        words: &Words,
        first: Style,
        others: Style,
        width: f32,
        max_lines: usize,
    ) -> Vec<SetWords> {
        let leading = self.programme.language();
        let set = words.iter().enumerate().map(|(at, (language, text))| {
            self.typesetter.speak(language);
            let paragraph = self.set(text, if at == 0 { first } else { others }, width, max_lines);
            SetWords { language: (language != leading).then_some(language), paragraph }
        });
        let set = set.collect();
        self.typesetter.speak(leading);
        set
    }

    /// The title of a session; that it is cancelled comes first.
    pub fn title(&self, entry: &Entry) -> Words {
        if entry.status == Status::Cancelled {
            self.programme.cancelled_title(&entry.title)
        } else {
            entry.title.clone()
        }
    }

    /// `style`, paler for a session that is cancelled.
    pub fn of_entry(&self, entry: &Entry, style: Style) -> Style {
        if entry.status == Status::Cancelled { Style { colour: self.colours.weak, ..style } } else { style }
    }

    /// What is said about a session below its title: kind, bodies, interpretation. Nothing that the title says already.
    pub fn about(&self, entry: &Entry) -> String {
        let labels = &self.programme.labels;
        let mut parts =
            vec![labels.kind_beside_title(entry).joined().into_owned(), self.programme.meeting_or_bodies(entry)];
        parts.retain(|part| !part.is_empty());
        if entry.languages.len() > 1 {
            let letters = entry.languages.iter().map(|language| language.letter().to_string());
            let label = labels.text(tid("handout-interpretation"));
            parts.push(format!("{} {}", label.first(), letters.collect::<Vec<_>>().join("\u{a0}")));
        }
        if entry.webcast {
            parts.push(labels.text(tid("handout-webcast")).joined().into_owned());
        }
        if entry.captioned {
            parts.push(labels.text(tid("handout-captioned")).joined().into_owned());
        }
        parts.join(" · ")
    }

    /// Where a session is: its rooms, or that it has none.
    pub fn place(&self, entry: &Entry) -> String {
        if entry.rooms.is_empty() { String::new() } else { self.programme.room_names(entry) }
    }
}
