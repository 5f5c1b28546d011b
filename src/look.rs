//! What screen and paper share: the font files and the hues of sessions.

pub mod contrast;
pub mod fonts;

use crate::model::{Kind, Plan, SessionKind};

/// Red, green and blue, 0 to 255 each.
pub type Rgb = [u8; 3];

/// The colours of one hue on one ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// The body of a session.
    pub fill: Rgb,
    /// The bar at its edge, the dot in lists; at least 3:1 on the fill.
    pub edge: Rgb,
    /// Text on the fill, and on what lies behind it; at least 4.5:1.
    pub text: Rgb,
    /// Text of second rank there; at least 4.5:1.
    pub second_text: Rgb,
}

/// The hues. They differ in lightness at the edge, too, so that most pairs survive a grey print; kinds that share a hue
/// differ in their sign.
pub use crate::model::Hue;

/// The hue of what a session is called.
#[must_use]
pub fn hue_of(plan: &Plan, kind: Kind) -> Hue {
    match kind {
        Kind::BuiltIn(kind) => Hue::of(kind),
        Kind::Own(id) => plan.kinds().get(id).map_or(Hue::Grey, |own| own.hue),
    }
}

/// Every kind that a session of this plan can be: its own, in the order of ids, then the built-in ones.
pub fn all_kinds(plan: &Plan) -> impl Iterator<Item = Kind> {
    plan.kinds().ids().map(Kind::Own).chain(SessionKind::ALL.map(Kind::BuiltIn))
}

impl Hue {
    /// The hue of a kind of session: the family it belongs to.
    #[must_use]
    pub fn of(kind: SessionKind) -> Self {
        match kind {
            SessionKind::Plenary | SessionKind::Talk => Self::Blue,
            SessionKind::Committee | SessionKind::Panel => Self::Teal,
            SessionKind::WorkingGroup | SessionKind::Workshop => Self::Green,
            SessionKind::AdHoc => Self::Olive,
            SessionKind::Drafting => Self::Moss,
            SessionKind::Statements | SessionKind::Keynote => Self::Violet,
            SessionKind::Ceremony => Self::Rose,
            SessionKind::HeadsOfDelegation => Self::Indigo,
            SessionKind::RegionalCoordination => Self::Sky,
            SessionKind::Dialogue | SessionKind::Network => Self::Orchid,
            SessionKind::Poster | SessionKind::Youth | SessionKind::Visit => Self::Amber,
            SessionKind::Social => Self::Rust,
            SessionKind::SideEvent | SessionKind::Briefing | SessionKind::Press => Self::Slate,
            SessionKind::Break | SessionKind::Service | SessionKind::Other => Self::Grey,
        }
    }

    /// Its colours on light or on dark ground.
    #[must_use]
    pub fn swatch(self, is_dark: bool) -> Swatch {
        let [light, dark] = SWATCHES[self as usize];
        if is_dark { dark } else { light }
    }

    /// Its one colour on white.
    #[must_use]
    pub fn ink(self) -> Rgb {
        self.swatch(false).edge
    }
}

/// For each of [`Hue::ALL`]: on light ground, on dark ground.
const SWATCHES: [[Swatch; 2]; Hue::ALL.len()] = [
    // blue
    [
        Swatch {
            fill: [0xdd, 0xeb, 0xfe],
            edge: [0x12, 0x5f, 0xb3],
            text: [0x0f, 0x35, 0x62],
            second_text: [0x33, 0x54, 0x7e],
        },
        Swatch {
            fill: [0x1e, 0x32, 0x4d],
            edge: [0x68, 0xa4, 0xef],
            text: [0xda, 0xea, 0xfe],
            second_text: [0xa9, 0xc0, 0xde],
        },
    ],
    // indigo
    [
        Swatch {
            fill: [0xe5, 0xe8, 0xfe],
            edge: [0x3a, 0x2e, 0x9c],
            text: [0x2e, 0x2e, 0x62],
            second_text: [0x4a, 0x4d, 0x7e],
        },
        Swatch {
            fill: [0x2c, 0x2e, 0x4d],
            edge: [0x77, 0x79, 0xdb],
            text: [0xe3, 0xe6, 0xfe],
            second_text: [0xb7, 0xbb, 0xde],
        },
    ],
    // sky
    [
        Swatch {
            fill: [0xd0, 0xef, 0xfe],
            edge: [0x06, 0x8d, 0xb6],
            text: [0x01, 0x3b, 0x4f],
            second_text: [0x10, 0x5b, 0x75],
        },
        Swatch {
            fill: [0x0a, 0x37, 0x47],
            edge: [0x92, 0xdd, 0xff],
            text: [0xd1, 0xed, 0xfb],
            second_text: [0x9d, 0xc5, 0xd7],
        },
    ],
    // teal
    [
        Swatch {
            fill: [0xce, 0xf2, 0xef],
            edge: [0x00, 0x79, 0x74],
            text: [0x02, 0x3e, 0x3c],
            second_text: [0x00, 0x60, 0x5c],
        },
        Swatch {
            fill: [0x00, 0x3a, 0x38],
            edge: [0x78, 0xc4, 0xbf],
            text: [0xce, 0xf0, 0xed],
            second_text: [0x99, 0xc9, 0xc5],
        },
    ],
    // green
    [
        Swatch {
            fill: [0xd8, 0xf1, 0xdc],
            edge: [0x00, 0x57, 0x25],
            text: [0x01, 0x42, 0x1a],
            second_text: [0x2e, 0x5f, 0x3a],
        },
        Swatch {
            fill: [0x1b, 0x39, 0x22],
            edge: [0x50, 0x91, 0x5f],
            text: [0xd8, 0xef, 0xdc],
            second_text: [0xa8, 0xc7, 0xad],
        },
    ],
    // moss
    [
        Swatch {
            fill: [0xe3, 0xee, 0xd3],
            edge: [0x6d, 0x8e, 0x1c],
            text: [0x2c, 0x3c, 0x00],
            second_text: [0x48, 0x5a, 0x25],
        },
        Swatch {
            fill: [0x2b, 0x36, 0x15],
            edge: [0xbf, 0xdf, 0x87],
            text: [0xe2, 0xec, 0xd3],
            second_text: [0xb6, 0xc4, 0xa1],
        },
    ],
    // olive
    [
        Swatch {
            fill: [0xee, 0xeb, 0xce],
            edge: [0x5d, 0x54, 0x00],
            text: [0x3d, 0x36, 0x00],
            second_text: [0x5b, 0x54, 0x17],
        },
        Swatch {
            fill: [0x37, 0x32, 0x0d],
            edge: [0x96, 0x8e, 0x4f],
            text: [0xec, 0xe9, 0xcf],
            second_text: [0xc4, 0xbf, 0x9b],
        },
    ],
    // amber
    [
        Swatch {
            fill: [0xfb, 0xe5, 0xcf],
            edge: [0xa1, 0x63, 0x00],
            text: [0x4d, 0x2d, 0x00],
            second_text: [0x6f, 0x49, 0x1b],
        },
        Swatch {
            fill: [0x44, 0x2c, 0x0f],
            edge: [0xed, 0xac, 0x62],
            text: [0xf8, 0xe4, 0xd0],
            second_text: [0xd4, 0xb8, 0x9c],
        },
    ],
    // rust
    [
        Swatch {
            fill: [0xff, 0xe3, 0xd8],
            edge: [0x99, 0x37, 0x00],
            text: [0x5a, 0x22, 0x08],
            second_text: [0x77, 0x42, 0x2e],
        },
        Swatch {
            fill: [0x49, 0x28, 0x1a],
            edge: [0xe0, 0x82, 0x5c],
            text: [0xfe, 0xe1, 0xd6],
            second_text: [0xdb, 0xb4, 0xa5],
        },
    ],
    // rose
    [
        Swatch {
            fill: [0xfe, 0xe1, 0xe5],
            edge: [0xd3, 0x45, 0x6c],
            text: [0x5a, 0x1d, 0x2c],
            second_text: [0x77, 0x3e, 0x4a],
        },
        Swatch {
            fill: [0x49, 0x25, 0x2c],
            edge: [0xfe, 0x9d, 0xaf],
            text: [0xfe, 0xdf, 0xe3],
            second_text: [0xdb, 0xb1, 0xb7],
        },
    ],
    // orchid
    [
        Swatch {
            fill: [0xf8, 0xe1, 0xf7],
            edge: [0x84, 0x25, 0x84],
            text: [0x4d, 0x22, 0x4c],
            second_text: [0x6a, 0x42, 0x69],
        },
        Swatch {
            fill: [0x41, 0x27, 0x40],
            edge: [0xc1, 0x6f, 0xbf],
            text: [0xf5, 0xe0, 0xf4],
            second_text: [0xd0, 0xb3, 0xce],
        },
    ],
    // violet
    [
        Swatch {
            fill: [0xed, 0xe5, 0xff],
            edge: [0x89, 0x57, 0xd0],
            text: [0x3d, 0x28, 0x5c],
            second_text: [0x59, 0x48, 0x78],
        },
        Swatch {
            fill: [0x36, 0x2b, 0x49],
            edge: [0xc4, 0xa3, 0xff],
            text: [0xeb, 0xe3, 0xfc],
            second_text: [0xc2, 0xb7, 0xda],
        },
    ],
    // slate
    [
        Swatch {
            fill: [0xe3, 0xea, 0xf4],
            edge: [0x3b, 0x49, 0x5b],
            text: [0x2f, 0x36, 0x40],
            second_text: [0x4b, 0x53, 0x5e],
        },
        Swatch {
            fill: [0x2d, 0x32, 0x39],
            edge: [0x72, 0x82, 0x95],
            text: [0xe4, 0xe8, 0xed],
            second_text: [0xb9, 0xbe, 0xc4],
        },
    ],
    // grey
    [
        Swatch {
            fill: [0xe8, 0xea, 0xec],
            edge: [0x79, 0x7e, 0x84],
            text: [0x2f, 0x36, 0x40],
            second_text: [0x4b, 0x53, 0x5e],
        },
        Swatch {
            fill: [0x30, 0x32, 0x35],
            edge: [0x9a, 0x9f, 0xa6],
            text: [0xe4, 0xe8, 0xed],
            second_text: [0xb9, 0xbe, 0xc4],
        },
    ],
];
