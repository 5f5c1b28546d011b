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
    let mut pen = Pen { steps: Vec::new() };
    outline.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), &mut pen).ok()?;
    Some(pen.steps)
}

/// Turns the outline over: fonts look upwards.
struct Pen {
    steps: Vec<Step>,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move([x, -y]));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line([x, -y]));
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad([control_x, -control_y], [x, -y]));
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic([first_x, -first_y], [second_x, -second_y], [x, -y]));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}
