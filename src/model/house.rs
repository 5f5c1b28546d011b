//! What papers of a conference look like beside what stands on them: its mark and its colours. Plain data: whether a mark can
//! be drawn is known to whoever draws.

use std::sync::Arc;

/// The mark of a conference, as the file that somebody chose: PNG, or else SVG.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo(Arc<[u8]>);

impl Logo {
    /// The most bytes: it lies in every plan file, backup and journal.
    pub const MAX_BYTES: usize = 200_000;

    /// The mark in these bytes; `None` if there are none, or too many.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        (1..=Self::MAX_BYTES).contains(&bytes.len()).then(|| Self(bytes.into()))
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether it says of itself that it is a PNG.
    #[must_use]
    pub fn is_png(&self) -> bool {
        self.0.starts_with(b"\x89PNG\r\n\x1a\n")
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({} bytes)", self.0.len())
    }
}

/// A colour of the house: red, green and blue, 0 to 255 each. It is written like `#0b5d7a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(pub [u8; 3]);

impl std::fmt::Display for Ink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Why a text is no [`Ink`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written like #0b5d7a")]
pub struct ParseInkError;

impl std::str::FromStr for Ink {
    type Err = ParseInkError;

    fn from_str(text: &str) -> Result<Self, ParseInkError> {
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ParseInkError);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| ParseInkError)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_they_are_written() {
        let ink = Ink([0x0b, 0x5d, 0xff]);
        assert_eq!(ink.to_string(), "#0b5dff");
        assert_eq!("#0B5DFF".parse(), Ok(ink));
        assert_eq!(" 0b5dff".parse(), Ok(ink));
        for wrong in ["", "#", "#12345", "#1234567", "#12345g", "#+12345", "red", "#é1234"] {
            assert_eq!(wrong.parse::<Ink>(), Err(ParseInkError), "{wrong}");
        }
    }

    #[test]
    fn a_mark_has_limits() {
        assert_eq!(Logo::new(&[]), None);
        assert_eq!(Logo::new(&vec![0; Logo::MAX_BYTES + 1]), None);
        assert!(Logo::new(&vec![0; Logo::MAX_BYTES]).is_some_and(|logo| !logo.is_png()));
        assert!(Logo::new(b"\x89PNG\r\n\x1a\n").is_some_and(|logo| logo.is_png()));
    }
}
