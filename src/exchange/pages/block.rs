//! Marks that stay together, wherever on a page they end up.

use std::sync::Arc;

use super::super::drawing::png::Picture;
use super::super::drawing::{Area, Group, Line, Mark, Paragraph, Part, Point};
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

    /// Two blocks, the first at most `limit` high, if not even a page has room for it: texts end between two lines. All of it
    /// in the first where no line has room.
    #[must_use]
    pub fn split(self, limit: f32) -> (Self, Option<Self>) {
        let mut cut = f32::MAX;
        each_line(&self.marks, &mut |top, bottom| {
            if bottom > limit {
                cut = cut.min(top);
            }
        });
        if cut <= 0.0 || cut > limit {
            return (self, None);
        }
        let (upper, mut lower) = split(self.marks, limit, cut);
        lower_by(&mut lower, -cut);
        let rest = Self { height: self.height - cut, marks: lower, mirror: self.mirror };
        (Self { height: limit, marks: upper, mirror: self.mirror }, Some(rest))
    }

    /// Its marks, moved down by `y`.
    #[must_use]
    pub fn marks_at(mut self, y: f32) -> Vec<Mark> {
        lower_by(&mut self.marks, y);
        self.marks
    }
}

/// Moves marks down.
fn lower_by(marks: &mut [Mark], by: f32) {
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
            Mark::Group(group) => lower_by(&mut group.marks, by),
        }
    }
}

/// Calls `see` with the upper and the lower edge of every line of text.
fn each_line(marks: &[Mark], see: &mut impl FnMut(f32, f32)) {
    for mark in marks {
        match mark {
            Mark::Text { at, paragraph } => {
                paragraph.lines().iter().for_each(|line| see(at.y + line.top, at.y + line.top + line.height));
            }
            Mark::Group(group) => each_line(&group.marks, see),
            _ => {}
        }
    }
}

/// The marks above `limit`, and those of which the first line is at `cut` or further down.
fn split(marks: Vec<Mark>, limit: f32, cut: f32) -> (Vec<Mark>, Vec<Mark>) {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for mark in marks {
        match mark {
            Mark::Text { at, paragraph } => {
                let fits = |line: &&Line| at.y + line.top + line.height <= limit;
                let count = paragraph.lines().iter().take_while(fits).count();
                let all = paragraph.lines().len();
                if count == all {
                    upper.push(Mark::Text { at, paragraph });
                } else if count == 0 {
                    lower.push(Mark::Text { at, paragraph });
                } else {
                    let next = Point::new(at.x, at.y + paragraph.lines()[count].top);
                    upper.push(Mark::Text { at, paragraph: Arc::new(paragraph.part(0..count)) });
                    lower.push(Mark::Text { at: next, paragraph: Arc::new(paragraph.part(count..all)) });
                }
            }
            Mark::Group(group) => {
                let (above, below) = split(group.marks, limit, cut);
                for (marks, to) in [(above, &mut upper), (below, &mut lower)] {
                    // A row has as many cells above as below.
                    if !marks.is_empty() || matches!(group.part, Part::Cell | Part::HeadCell) {
                        to.push(Mark::Group(Group { marks, label: group.label.clone(), ..group }));
                    }
                }
            }
            Mark::Fill { area, radius, colour } => {
                let parts = split_area(area, limit, cut);
                upper.extend(parts.0.map(|area| Mark::Fill { area, radius, colour }));
                lower.extend(parts.1.map(|area| Mark::Fill { area, radius, colour }));
            }
            Mark::Link { area, address } => {
                let parts = split_area(area, limit, cut);
                upper.extend(parts.0.map(|area| Mark::Link { area, address: address.clone() }));
                lower.extend(parts.1.map(|area| Mark::Link { area, address }));
            }
            Mark::Frame { area, radius, colour, width } => {
                let parts = split_area(area, limit, cut);
                upper.extend(parts.0.map(|area| Mark::Frame { area, radius, colour, width }));
                lower.extend(parts.1.map(|area| Mark::Frame { area, radius, colour, width }));
            }
            Mark::Image { area, .. } => {
                if area.y < cut { &mut upper } else { &mut lower }.push(mark);
            }
            Mark::Line { from, to, colour, width, dashed } => {
                let parts = split_line(from, to, limit, cut);
                upper.extend(parts.0.map(|(from, to)| Mark::Line { from, to, colour, width, dashed }));
                lower.extend(parts.1.map(|(from, to)| Mark::Line { from, to, colour, width, dashed }));
            }
        }
    }
    (upper, lower)
}

/// What of an area is above `limit`, and what at `cut` and further down.
fn split_area(area: Area, limit: f32, cut: f32) -> (Option<Area>, Option<Area>) {
    if area.bottom() <= limit {
        return (Some(area), None);
    }
    if area.y >= cut {
        return (None, Some(area));
    }
    let above = Area { height: limit - area.y, ..area };
    (Some(above), Some(Area { y: cut, height: area.bottom() - cut, ..area }))
}

/// Both ends of a line.
type Ends = (Point, Point);

/// What of a line is above `limit`, and what at `cut` and further down, from top to bottom where it is in two.
fn split_line(from: Point, to: Point, limit: f32, cut: f32) -> (Option<Ends>, Option<Ends>) {
    let (top, bottom) = if from.y <= to.y { (from, to) } else { (to, from) };
    if bottom.y <= limit {
        return (Some((from, to)), None);
    }
    if top.y >= cut {
        return (None, Some((from, to)));
    }
    let at = |y: f32| Point::new(top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y), y);
    (Some((top, at(limit))), Some((at(cut), bottom)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_and_lines_go_on_over_the_cut() {
        let mut block = Block::new(None);
        block.frame(Area::new(5.0, 10.0, 50.0, 200.0), 2.0, [0; 3], 0.75);
        block.line(Point::new(7.0, 190.0), Point::new(7.0, 20.0), [0; 3], 0.5);
        block.line(Point::new(0.0, 30.0), Point::new(9.0, 30.0), [0; 3], 0.5);
        block.line(Point::new(0.0, 120.0), Point::new(9.0, 120.0), [0; 3], 0.5);
        let spans = |marks: &[Mark]| -> Vec<(f32, f32)> {
            let span = |mark: &Mark| match mark {
                Mark::Frame { area, .. } => (area.y, area.bottom()),
                Mark::Line { from, to, .. } => (from.y, to.y),
                _ => panic!(),
            };
            marks.iter().map(span).collect()
        };
        let (upper, lower) = split(block.marks, 100.0, 95.0);
        assert_eq!(spans(&upper), [(10.0, 100.0), (20.0, 100.0), (30.0, 30.0)]);
        assert_eq!(spans(&lower), [(95.0, 210.0), (95.0, 190.0), (120.0, 120.0)]);
    }
}
