//! The colours of pages, light and dark.

use crate::look::{Hue, Rgb};

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
                accent: [0x0b, 0x5d, 0x7a],
                is_dark,
            }
        }
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

    fn luminance(colour: Rgb) -> f32 {
        let linear = |channel: u8| {
            let value = f32::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = colour.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// WCAG 2.2, 1.4.3: 4.5:1 for text.
    #[test]
    fn text_can_be_read_on_every_ground() {
        for is_dark in [false, true] {
            let colours = Colours::new(is_dark);
            let fills = Hue::ALL.map(|hue| colours.tones(hue).fill);
            for ground in fills.into_iter().chain([colours.ground, colours.shade]) {
                for text in [colours.text, colours.weak, colours.accent] {
                    let (a, b) = (luminance(text), luminance(ground));
                    let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                    assert!(contrast >= 4.5, "{text:?} on {ground:?}: {contrast}");
                }
            }
        }
    }
}
