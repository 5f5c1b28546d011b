//! The hues of sessions as names: COLOR takes none but the names of CSS3 (RFC 7986 §5.9).

use crate::look::{Hue, Rgb};

/// The name of the colour of a hue.
#[must_use]
pub fn name(hue: Hue) -> &'static str {
    look_alike(hue).0
}

/// The colour of CSS Color Module Level 3 (§4.3) that looks like a hue; no two hues share one.
fn look_alike(hue: Hue) -> (&'static str, Rgb) {
    match hue {
        Hue::Blue => ("royalblue", [0x41, 0x69, 0xe1]),
        Hue::Indigo => ("darkslateblue", [0x48, 0x3d, 0x8b]),
        Hue::Sky => ("darkcyan", [0x00, 0x8b, 0x8b]),
        Hue::Teal => ("teal", [0x00, 0x80, 0x80]),
        Hue::Green => ("darkgreen", [0x00, 0x64, 0x00]),
        Hue::Moss => ("olivedrab", [0x6b, 0x8e, 0x23]),
        Hue::Olive => ("darkolivegreen", [0x55, 0x6b, 0x2f]),
        Hue::Amber => ("darkgoldenrod", [0xb8, 0x86, 0x0b]),
        Hue::Rust => ("saddlebrown", [0x8b, 0x45, 0x13]),
        Hue::Rose => ("palevioletred", [0xdb, 0x70, 0x93]),
        Hue::Orchid => ("purple", [0x80, 0x00, 0x80]),
        Hue::Violet => ("mediumpurple", [0x93, 0x70, 0xdb]),
        Hue::Slate => ("darkslategray", [0x2f, 0x4f, 0x4f]),
        Hue::Grey => ("gray", [0x80, 0x80, 0x80]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_looks_like_its_hue() {
        for hue in Hue::ALL {
            let (name, rgb) = look_alike(hue);
            let square: i32 = hue.ink().iter().zip(rgb).map(|(&a, b)| (i32::from(a) - i32::from(b)).pow(2)).sum();
            assert!(square < 70 * 70, "{name} is {square} away from {hue:?}");
            assert_eq!(Hue::ALL.into_iter().filter(|&other| look_alike(other).0 == name).count(), 1, "{name}");
        }
    }
}
