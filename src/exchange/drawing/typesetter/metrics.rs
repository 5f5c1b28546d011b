//! What has to be known of the font files while lines are set.

use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

use super::super::source::{ELLIPSIS, Style};
use super::super::{Face, Weight};

/// Faces by their ids, and the letters that the typesetter puts in itself.
pub struct Faces {
    /// By the ids that the fonts are registered with.
    ids: [(u64, Face); Face::ALL.len()],
    /// `□` stands for what no font has. By weight.
    pub boxes: [(u16, f32); 3],
    /// The advance of `…`. By weight.
    pub ellipses: [f32; 3],
    /// What ends a line within a word. By weight.
    pub hyphens: [(u16, f32); 3],
}

impl Faces {
    pub fn new(ids: [(u64, Face); Face::ALL.len()]) -> Self {
        let measure = |weight: Weight, c: char| {
            // A font that can not be read has no glyph for it, and the first one, for missing glyphs, stands in.
            let Ok(font) = skrifa::FontRef::new(weight.latin().bytes()) else {
                return (0, 0.0);
            };
            let id = font.charmap().map(c).unwrap_or_default();
            let advance = font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(id);
            (id.to_u32() as u16, advance.unwrap_or(0.0))
        };
        let weights = [Weight::Regular, Weight::Medium, Weight::SemiBold];
        Self {
            ids,
            boxes: weights.map(|weight| measure(weight, '□')),
            ellipses: weights.map(|weight| measure(weight, ELLIPSIS).1),
            hyphens: weights.map(|weight| measure(weight, '-')),
        }
    }

    /// Whether any font has a character.
    pub fn have(c: char) -> bool {
        let has = |face: Face| skrifa::FontRef::new(face.bytes()).is_ok_and(|font| font.charmap().map(c).is_some());
        Face::ALL.into_iter().any(has)
    }

    /// How wide a hyphen of a style is.
    pub fn hyphen_of(&self, style: Style) -> f32 {
        self.hyphens[style.weight as usize].1 * style.size
    }

    pub fn face(&self, id: u64) -> Face {
        self.ids.iter().find(|&&(known, _)| known == id).map_or(Face::Regular, |&(_, face)| face)
    }
}
