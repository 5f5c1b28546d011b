//! Which colours can be read on which (WCAG 2.2, 1.4.3).

use super::Rgb;

/// What text needs on its ground.
pub const TEXT: f32 = 4.5;

/// How light a colour is, 0 for black to 1 for white.
#[must_use]
pub fn luminance(colour: Rgb) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// How much two colours stand out from one another, 1 to 21.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `colour`, as much darker or lighter as it must be for text on all of these grounds: darker where the first is light.
#[must_use]
pub fn readable(colour: Rgb, grounds: &[Rgb]) -> Rgb {
    let is_light = grounds.first().is_none_or(|&ground| luminance(ground) > 0.5);
    let end: u8 = if is_light { 0 } else { 255 };
    let mixed = |step: u16| {
        colour.map(|channel| {
            let (from, to) = (u16::from(channel), u16::from(end));
            ((from * (20 - step) + to * step) / 20) as u8
        })
    };
    let fits = |colour: &Rgb| grounds.iter().all(|&ground| contrast(*colour, ground) >= TEXT);
    (0..=20).map(mixed).find(fits).unwrap_or([end; 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_stays_and_what_can_not_gets_there() {
        let (white, black) = ([255; 3], [0x13, 0x16, 0x1b]);
        assert_eq!(readable([0x0b, 0x5d, 0x7a], &[white]), [0x0b, 0x5d, 0x7a]);
        for colour in [[255, 255, 0], [255; 3], [0; 3], [0x80; 3], [0, 0, 255]] {
            assert!(contrast(readable(colour, &[white]), white) >= TEXT, "{colour:?} on white");
            assert!(contrast(readable(colour, &[black]), black) >= TEXT, "{colour:?} on black");
        }
    }
}
