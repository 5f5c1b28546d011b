//! The outlines of glyphs, for the writers that know no fonts.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::Face;
use super::shapes::Step;

/// The outlines that one file needs, each read once. Lengths are multiples of the size of the letters, y grows downwards,
/// and the origin is on the baseline.
#[derive(Default)]
pub(super) struct Outlines {
    known: FxHashMap<(Face, u16), Rc<[Step]>>,
}

impl Outlines {
    /// The outline of a glyph; empty for a space, or where the font is damaged.
    pub(super) fn of(&mut self, face: Face, glyph: u16) -> Rc<[Step]> {
        let known = self.known.entry((face, glyph));
        Rc::clone(known.or_insert_with(|| read(face, glyph).unwrap_or_default().into()))
    }
}

fn read(face: Face, glyph: u16) -> Option<Vec<Step>> {
    let font = FontRef::new(face.bytes()).ok()?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    // In the units of the font: at a size, coordinates are rounded to 64ths of a pixel, and at the size of 1 that shows.
    let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
    let mut pen = Pen { steps: Vec::new(), scale: 1.0 / f32::from(units.max(1)) };
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.steps)
}

/// Turns the outline over, for fonts look upwards, and makes it as high as letters of the size of 1.
struct Pen {
    steps: Vec<Step>,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [x * self.scale, -y * self.scale]
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad(self.at(control_x, control_y), self.at(x, y)));
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic(self.at(first_x, first_y), self.at(second_x, second_y), self.at(x, y)));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_are_as_fine_as_the_font_has_them() {
        let face = Face::Regular;
        let font = FontRef::new(face.bytes()).unwrap();
        let glyph = u16::try_from(font.charmap().map('o').unwrap().to_u32()).unwrap();
        let outline = Outlines::default().of(face, glyph);
        let is_coarse = |step: &Step| match step {
            Step::Move(at) | Step::Line(at) | Step::Quad(_, at) | Step::Cubic(_, _, at) => {
                at.iter().all(|length| (length * 64.0).fract() == 0.0)
            }
            Step::Close => true,
        };
        assert!(outline.len() > 8 && !outline.iter().all(is_coarse), "{outline:?}");
    }
}
