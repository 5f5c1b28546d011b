//! What screen and paper share: the font files and the hues of sessions.

pub mod fonts;

use crate::model::SessionKind;

/// Red, green and blue, 0 to 255 each.
pub type Rgb = [u8; 3];

/// Sixteen calm hues; neighbours in the list are far apart on the colour circle.
pub const HUES: [Rgb; 16] = [
    [0x2b, 0x6c, 0xb0], // blue
    [0x0f, 0x8a, 0x80], // teal
    [0xc2, 0x6a, 0x12], // amber
    [0x7c, 0x4d, 0xc4], // violet
    [0x3f, 0x8f, 0x3a], // green
    [0xc0, 0x3f, 0x6d], // rose
    [0x4b, 0x57, 0xc8], // indigo
    [0x8a, 0x7a, 0x14], // olive
    [0x0a, 0x86, 0xa8], // cyan
    [0xb0, 0x4a, 0x2f], // rust
    [0x9a, 0x3f, 0xa8], // purple
    [0x5c, 0x87, 0x1f], // moss
    [0xc8, 0x3c, 0x3c], // red
    [0x80, 0x60, 0x40], // brown
    [0x5a, 0x68, 0x7c], // slate
    [0x83, 0x8b, 0x97], // grey
];

/// Which of [`HUES`] a kind of session has.
#[must_use]
pub fn hue_of(kind: SessionKind) -> usize {
    match kind {
        SessionKind::Plenary => 0,
        SessionKind::Committee => 1,
        SessionKind::Statements => 3,
        SessionKind::WorkingGroup => 4,
        SessionKind::Ceremony => 5,
        SessionKind::HeadsOfDelegation => 6,
        SessionKind::AdHoc => 7,
        SessionKind::Drafting => 11,
        SessionKind::Dialogue => 10,
        SessionKind::RegionalCoordination => 8,
        SessionKind::Youth => 2,
        SessionKind::Network => 10,
        SessionKind::Social => 9,
        SessionKind::SideEvent => 12,
        SessionKind::Visit => 13,
        SessionKind::Briefing | SessionKind::Press => 14,
        SessionKind::Service | SessionKind::Break | SessionKind::Other => 15,
    }
}
