//! Pages made of fills, lines, links and set text, and the three formats they become: [`pdf`], [`svg`], [`png`].
//!
//! What stands on a page and where is decided by whoever builds it; nothing here knows a plan, a file or a clock. All
//! lengths are points (1/72 inch), with the origin at the top left of the page and y growing downwards.

mod faces;
mod hyphens;
mod links;
mod outlines;
mod paragraph;
pub mod pdf;
pub mod png;
mod shapes;
mod source;
pub mod svg;
mod typesetter;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use faces::{Face, Weight};
pub use paragraph::{Glyph, Line, Paragraph, Run};
pub use typesetter::{Align, Piece, Shape, Typesetter};

use crate::look::Rgb;
use crate::model::Language;

/// A page, or a picture.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What lies under everything; without it a picture is see-through.
    pub ground: Option<Rgb>,
    /// What it shows, such as `Monday 17 November`: the outline of a PDF, the title of an SVG.
    pub title: String,
    /// What a file of this page alone is called beside others: its first day; empty where it is never alone.
    pub name: String,
    /// What is drawn, in this order: later marks lie above earlier ones, and are read after them.
    pub marks: Vec<Mark>,
}

/// A place on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f32,
    /// From the top edge.
    pub y: f32,
}

impl Point {
    /// The point `x` from the left and `y` from the top.
    #[must_use]
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

/// A rectangle on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f32,
    /// Its top edge.
    pub y: f32,
    /// From the left edge to the right one.
    pub width: f32,
    /// From the top edge to the bottom one.
    pub height: f32,
}

impl Area {
    /// The rectangle with its top left corner at `x`, `y`.
    #[must_use]
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The same with each edge moved inwards.
    #[must_use]
    pub fn shrink(self, by: f32) -> Self {
        Self::new(self.x + by, self.y + by, self.width - 2.0 * by, self.height - 2.0 * by)
    }

    /// Whether the point lies in it.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether anything of it can be seen: a writer passes over the others.
    fn is_drawable(self) -> bool {
        self.x.is_finite()
            && self.y.is_finite()
            && self.right().is_finite()
            && self.bottom().is_finite()
            && self.width > 0.0
            && self.height > 0.0
    }
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A filled rectangle.
    Fill {
        /// Where.
        area: Area,
        /// How round its corners are.
        radius: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The outline of a rectangle; all of it lies inside the area.
    Frame {
        /// Where.
        area: Area,
        /// How round its outer corners are.
        radius: f32,
        /// Its colour.
        colour: Rgb,
        /// How thick the line is.
        width: f32,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Its colour.
        colour: Rgb,
        /// How thick it is.
        width: f32,
        /// Dashes instead of one line.
        dashed: bool,
    },
    /// A link over an area. Only addresses that begin with `http:`, `https:` or `mailto:` become one, others vanish.
    ///
    /// Texts of the same list of marks whose middle lies in the area are what the link is called.
    Link {
        /// What can be clicked.
        area: Area,
        /// Where it leads.
        address: String,
    },
    /// Text that is set already.
    Text {
        /// The top left corner.
        at: Point,
        /// The lines.
        paragraph: Arc<Paragraph>,
    },
    /// Pixels that fill an area. They are decoration, except in a figure.
    Image {
        /// Where.
        area: Area,
        /// What is shown.
        picture: Arc<png::Picture>,
    },
    /// Marks that mean something together.
    Group(Group),
}

/// Marks that mean something together: a node of the structure of a PDF, a `<g>` of an SVG.
#[derive(Clone, Debug)]
pub struct Group {
    /// What it is.
    pub part: Part,
    /// The language of its texts, where it is not that around it.
    pub language: Option<Language>,
    /// Its name for somebody who does not see it; a [`Part::Figure`] needs one.
    pub label: Option<String>,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

impl Group {
    /// A group in the language around it, without a label.
    #[must_use]
    pub fn new(part: Part, marks: Vec<Mark>) -> Self {
        Self { part, language: None, label: None, marks }
    }
}

/// What a group of marks is. Text outside of any group is a paragraph; fills, frames and lines are decoration anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A part of the document, with its heading and all below it.
    Section,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A part of a paragraph, a heading or a cell that is in another language.
    Span,
    /// A table: rows.
    Table,
    /// A row: cells. Rows of one table have the same number of cells.
    Row,
    /// A cell that names a column, if its row has only such cells, or else its row.
    HeadCell,
    /// A cell.
    Cell,
    /// A list: items.
    List,
    /// An item of a list.
    Item,
    /// A picture; the label says what it shows.
    Figure,
    /// Nothing that is read out: page numbers, rules, backgrounds.
    Decoration,
}

/// The characters on pages for which boxes stand because no font has them.
#[must_use]
pub fn missing(pages: &[Page]) -> BTreeSet<char> {
    fn add(marks: &[Mark], missing: &mut BTreeSet<char>) {
        for mark in marks {
            match mark {
                Mark::Text { paragraph, .. } => missing.extend(paragraph.missing().chars()),
                Mark::Group(group) => add(&group.marks, missing),
                _ => {}
            }
        }
    }
    let mut missing = BTreeSet::new();
    for page in pages {
        add(&page.marks, &mut missing);
    }
    missing
}

/// The texts on pages of which an ellipsis stands for the end. What is no text of its own, such as the foot, is passed over.
#[must_use]
pub fn cut(pages: &[Page]) -> BTreeSet<String> {
    fn add(marks: &[Mark], cut: &mut BTreeSet<String>) {
        for mark in marks {
            match mark {
                Mark::Text { paragraph, .. } if paragraph.is_cut() => drop(cut.insert(paragraph.text().to_owned())),
                Mark::Group(group) if group.part != Part::Decoration => add(&group.marks, cut),
                _ => {}
            }
        }
    }
    let mut cut = BTreeSet::new();
    for page in pages {
        add(&page.marks, &mut cut);
    }
    cut
}

/// Why a page did not become a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingError {
    /// No page.
    NoPages,
    /// A page without a size.
    PageSize,
    /// More pixels than a picture may have.
    PictureSize {
        /// Pixels from left to right.
        width: u64,
        /// Pixels from top to bottom.
        height: u64,
    },
    /// The writer of the format failed: a mistake of this program.
    Writer(String),
}

#[cfg(test)]
mod samples;
