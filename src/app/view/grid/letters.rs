//! How wide titles are, without shaping them: thousands are asked for before the first is seen.

use std::collections::HashMap;

use egui::{Context, FontId};

use crate::app::style::Type;

/// The widths of letters.
#[derive(Debug, Default)]
pub struct Letters {
    ascii: Vec<f32>,
    others: HashMap<char, f32>,
    pixels_per_point: f32,
    ctx: Context,
}

impl Letters {
    /// To be called before it is asked for anything.
    pub fn follow(&mut self, ctx: &Context) {
        let pixels_per_point = ctx.pixels_per_point();
        if self.ascii.is_empty() || (self.pixels_per_point - pixels_per_point).abs() > f32::EPSILON {
            self.ascii = (0..128_u8).map(|letter| width(ctx, &font(), char::from(letter))).collect();
            self.others = HashMap::new();
            self.pixels_per_point = pixels_per_point;
            self.ctx = ctx.clone();
        }
    }

    /// How wide a text is on one line: nearly, since pairs of letters may stand closer.
    pub fn width(&mut self, text: &str) -> f32 {
        let Self { ascii, others, ctx, .. } = self;
        let one = |letter: char| match ascii.get(letter as usize) {
            Some(&width) => width,
            None => *others.entry(letter).or_insert_with(|| width(ctx, &font(), letter)),
        };
        text.chars().map(one).sum()
    }
}

fn font() -> FontId {
    Type::Bar.font()
}

fn width(ctx: &Context, font: &FontId, letter: char) -> f32 {
    ctx.fonts_mut(|fonts| fonts.glyph_width(font, letter))
}
