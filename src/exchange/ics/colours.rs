//! The hues of sessions as names: COLOR takes none but the names of CSS3 (RFC 7986 §5.9).

use crate::look::{HUES, Rgb};

/// For each of [`HUES`] a colour of CSS Color Module Level 3 (§4.3) that looks like it; no two are the same.
pub const NAMES: [(&str, Rgb); HUES.len()] = [
    ("steelblue", [0x46, 0x82, 0xb4]),
    ("teal", [0x00, 0x80, 0x80]),
    ("chocolate", [0xd2, 0x69, 0x1e]),
    ("slateblue", [0x6a, 0x5a, 0xcd]),
    ("forestgreen", [0x22, 0x8b, 0x22]),
    ("mediumvioletred", [0xc7, 0x15, 0x85]),
    ("royalblue", [0x41, 0x69, 0xe1]),
    ("olive", [0x80, 0x80, 0x00]),
    ("darkcyan", [0x00, 0x8b, 0x8b]),
    ("sienna", [0xa0, 0x52, 0x2d]),
    ("darkorchid", [0x99, 0x32, 0xcc]),
    ("olivedrab", [0x6b, 0x8e, 0x23]),
    ("firebrick", [0xb2, 0x22, 0x22]),
    ("saddlebrown", [0x8b, 0x45, 0x13]),
    ("slategray", [0x70, 0x80, 0x90]),
    ("lightslategray", [0x77, 0x88, 0x99]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_looks_like_its_hue() {
        for (hue, (name, rgb)) in HUES.into_iter().zip(NAMES) {
            let square: i32 = hue.iter().zip(rgb).map(|(&a, b)| (i32::from(a) - i32::from(b)).pow(2)).sum();
            assert!(square < 60 * 60, "{name} is {square} away from {hue:?}");
            assert_eq!(NAMES.iter().filter(|(other, _)| *other == name).count(), 1, "{name}");
        }
    }
}
