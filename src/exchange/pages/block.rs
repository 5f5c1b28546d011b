//! Marks that stay together, wherever on a page they end up.

use std::sync::Arc;

use super::super::drawing::png::Picture;
use super::super::drawing::{Area, Group, Mark, Paragraph, Part, Point};
use crate::look::Rgb;
use crate::model::Language;

/// A text that is set, and its language where that is not the leading one.
#[derive(Clone, Debug)]
pub struct SetWords {
    /// Its language.
    pub language: Option<Language>,
    /// Its lines.
    pub paragraph: Arc<Paragraph>,
}

/// Marks whose origin is the left edge of the page and the top of the block. On a page that runs from right to left they
/// are mirrored as they are put in, so layouts think from left to right only.
#[derive(Clone, Debug)]
pub struct Block {
    /// How high it is.
    pub height: f32,
    marks: Vec<Mark>,
    /// The width of a page that is mirrored.
    mirror: Option<f32>,
}

impl Block {
    /// An empty one, for a page that is mirrored over its width, or is not.
    #[must_use]
    pub fn new(mirror: Option<f32>) -> Self {
        Self { height: 0.0, marks: Vec::new(), mirror }
    }

    /// Where a box of this width is that is `x` from the side on which lines begin.
    fn x(&self, x: f32, width: f32) -> f32 {
        self.mirror.map_or(x, |page| page - x - width)
    }

    fn area(&self, area: Area) -> Area {
        Area { x: self.x(area.x, area.width), ..area }
    }

    /// A filled rectangle.
    pub fn fill(&mut self, area: Area, radius: f32, colour: Rgb) {
        let area = self.area(area);
        self.marks.push(Mark::Fill { area, radius, colour });
    }

    /// The outline of a rectangle.
    pub fn frame(&mut self, area: Area, radius: f32, colour: Rgb, width: f32) {
        let area = self.area(area);
        self.marks.push(Mark::Frame { area, radius, colour, width });
    }

    /// A picture.
    pub fn image(&mut self, area: Area, picture: &Arc<Picture>) {
        let area = self.area(area);
        self.marks.push(Mark::Image { area, picture: Arc::clone(picture) });
    }

    /// A line.
    pub fn line(&mut self, from: Point, to: Point, colour: Rgb, width: f32) {
        let (from, to) = (Point::new(self.x(from.x, 0.0), from.y), Point::new(self.x(to.x, 0.0), to.y));
        self.marks.push(Mark::Line { from, to, colour, width, dashed: false });
    }

    /// A link.
    pub fn link(&mut self, area: Area, address: &str) {
        if !address.is_empty() {
            let area = self.area(area);
            self.marks.push(Mark::Link { area, address: address.to_owned() });
        }
    }

    /// Text in a box of `width`, with its top at `y`; the block grows if needed. Returns its lower edge.
    pub fn text(&mut self, x: f32, y: f32, width: f32, paragraph: &Arc<Paragraph>) -> f32 {
        let at = Point::new(self.x(x, width), y);
        self.marks.push(Mark::Text { at, paragraph: Arc::clone(paragraph) });
        let bottom = y + paragraph.height();
        self.height = self.height.max(bottom);
        bottom
    }

    /// A text in its languages, one below the other, with its top at `y`. Returns its lower edge.
    pub fn words(&mut self, x: f32, mut y: f32, width: f32, words: &[SetWords]) -> f32 {
        for SetWords { language, paragraph } in words {
            if let Some(language) = *language {
                self.group(Part::Span, |block| y = block.text(x, y, width, paragraph));
                if let Some(Mark::Group(group)) = self.marks.last_mut() {
                    group.language = Some(language);
                }
            } else {
                y = self.text(x, y, width, paragraph);
            }
        }
        y
    }

    /// What `draw` puts in means something together.
    pub fn group(&mut self, part: Part, draw: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.marks);
        draw(self);
        let marks = std::mem::replace(&mut self.marks, before);
        self.marks.push(Mark::Group(Group::new(part, marks)));
    }

    /// Puts in the marks of `other`, moved down by `y`.
    pub fn put(&mut self, y: f32, other: Self) {
        self.height = self.height.max(y + other.height);
        self.marks.extend(other.marks_at(y));
    }

    /// Its marks, moved down by `y`.
    #[must_use]
    pub fn marks_at(mut self, y: f32) -> Vec<Mark> {
        lower(&mut self.marks, y);
        self.marks
    }
}

/// Moves marks down.
fn lower(marks: &mut [Mark], by: f32) {
    for mark in marks {
        match mark {
            Mark::Fill { area, .. } | Mark::Frame { area, .. } | Mark::Link { area, .. } | Mark::Image { area, .. } => {
                area.y += by;
            }
            Mark::Line { from, to, .. } => {
                from.y += by;
                to.y += by;
            }
            Mark::Text { at, .. } => at.y += by,
            Mark::Group(group) => lower(&mut group.marks, by),
        }
    }
}
