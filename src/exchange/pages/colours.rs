//! The colours of pages, light and dark.

use super::super::logo::USUAL_INK;
use super::super::programme::House;
use crate::look::{Hue, Rgb, contrast};
use crate::model::Ink;

/// The colours of one brightness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colours {
    /// Behind everything.
    pub ground: Rgb,
    /// Hours without anything, heads of tables.
    pub shade: Rgb,
    /// Thin lines.
    pub line: Rgb,
    /// Lines that should be seen first.
    pub strong_line: Rgb,
    /// Text.
    pub text: Rgb,
    /// Text of second rank; at least 4.5:1 on the ground.
    pub weak: Rgb,
    /// Headings and links.
    pub accent: Rgb,
    /// The rules below headings.
    pub rule: Rgb,
    is_dark: bool,
}

/// The colours of a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tones {
    /// Its ground.
    pub fill: Rgb,
    /// The bar at its edge.
    pub bar: Rgb,
}

impl Colours {
    /// Dark on light, as on paper, or light on dark.
    #[must_use]
    pub fn new(is_dark: bool) -> Self {
        if is_dark {
            Self {
                ground: [0x13, 0x16, 0x1b],
                shade: [0x1d, 0x22, 0x2a],
                line: [0x2e, 0x35, 0x40],
                strong_line: [0x4a, 0x54, 0x63],
                text: [0xe7, 0xea, 0xf0],
                weak: [0xa3, 0xad, 0xba],
                accent: [0x6c, 0xc8, 0xe4],
                rule: [0x6c, 0xc8, 0xe4],
                is_dark,
            }
        } else {
            Self {
                ground: [0xff, 0xff, 0xff],
                shade: [0xf3, 0xf5, 0xf7],
                line: [0xdf, 0xe3, 0xe8],
                strong_line: [0xb4, 0xbc, 0xc7],
                text: [0x1b, 0x21, 0x2b],
                weak: [0x55, 0x5f, 0x6e],
                accent: USUAL_INK.0,
                rule: USUAL_INK.0,
                is_dark,
            }
        }
    }

    /// The same with the colours of a house, as far as they can be read.
    #[must_use]
    pub fn of_house(self, house: &House) -> Self {
        let Some(Ink(colour)) = house.colour else {
            return Self { rule: house.second.map_or(self.rule, |ink| ink.0), ..self };
        };
        let grounds: Vec<Rgb> =
            [self.ground, self.shade].into_iter().chain(Hue::ALL.map(|hue| self.tones(hue).fill)).collect();
        let accent = contrast::readable(colour, &grounds);
        Self { accent, rule: house.second.map_or(accent, |ink| ink.0), ..self }
    }

    /// The colours of a hue.
    #[must_use]
    pub fn tones(&self, hue: Hue) -> Tones {
        let swatch = hue.swatch(self.is_dark);
        Tones { fill: swatch.fill, bar: swatch.edge }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::contrast::{TEXT, contrast};
    use crate::model::Ink;

    #[test]
    fn text_can_be_read_on_every_ground() {
        let of_house = |second| House { colour: Some(Ink([0xff, 0xe0, 0x40])), second, ..House::default() };
        let houses = [House::default(), of_house(None), of_house(Some(Ink([0x11, 0x22, 0x33])))];
        let every = houses.iter().flat_map(|house| [false, true].map(|is_dark| Colours::new(is_dark).of_house(house)));
        for colours in every {
            let fills = Hue::ALL.map(|hue| colours.tones(hue).fill);
            for ground in fills.into_iter().chain([colours.ground, colours.shade]) {
                for text in [colours.text, colours.weak, colours.accent] {
                    let told = contrast(text, ground);
                    assert!(told >= TEXT, "{text:?} on {ground:?}: {told}");
                }
            }
        }
    }
}
