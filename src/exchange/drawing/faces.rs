//! The font files that text is set in, and which of them covers what.

use crate::look::fonts::{ARABIC, ARABIC_SEMIBOLD, CHINESE, Font, MEDIUM, REGULAR, SEMIBOLD};

/// How heavy letters are. Scripts that lack a weight take the nearest one they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

impl Weight {
    /// As a number from 1 to 1000.
    pub(super) fn number(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::Medium => 500.0,
            Self::SemiBold => 600.0,
        }
    }

    /// The face for Latin, which also has the marks that no other script brings: `…` and `□`.
    pub(super) fn latin(self) -> Face {
        match self {
            Self::Regular => Face::Regular,
            Self::Medium => Face::Medium,
            Self::SemiBold => Face::SemiBold,
        }
    }
}

/// One font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Latin, Greek and Cyrillic, weight 400.
    Regular,
    /// Latin, Greek and Cyrillic, weight 500.
    Medium,
    /// Latin, Greek and Cyrillic, weight 600.
    SemiBold,
    /// Arabic, weight 400.
    Arabic,
    /// Arabic, weight 600.
    ArabicSemiBold,
    /// Chinese, weight 400.
    Chinese,
}

impl Face {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Regular, Self::Medium, Self::SemiBold, Self::Arabic, Self::ArabicSemiBold, Self::Chinese];

    /// The bytes of the font file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        self.font().bytes
    }

    fn font(self) -> Font {
        match self {
            Self::Regular => REGULAR,
            Self::Medium => MEDIUM,
            Self::SemiBold => SEMIBOLD,
            Self::Arabic => ARABIC,
            Self::ArabicSemiBold => ARABIC_SEMIBOLD,
            Self::Chinese => CHINESE,
        }
    }

    /// The family it is registered under, and its weight there.
    pub(super) fn family(self) -> (&'static str, Weight) {
        match self {
            Self::Regular => (FAMILIES[0], Weight::Regular),
            Self::Medium => (FAMILIES[0], Weight::Medium),
            Self::SemiBold => (FAMILIES[0], Weight::SemiBold),
            Self::Arabic => (FAMILIES[1], Weight::Regular),
            Self::ArabicSemiBold => (FAMILIES[1], Weight::SemiBold),
            Self::Chinese => (FAMILIES[2], Weight::Regular),
        }
    }
}

/// The families in the order in which a character is looked for.
pub(super) const FAMILIES: [&str; 3] = ["Inter", "Noto Sans Arabic", "Noto Sans SC"];
