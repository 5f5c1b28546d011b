//! Names of rows: short, readable, typed by what they name.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

/// The name of a row of type `R`: 1 to 24 characters out of `A–Z a–z 0–9 . _ -`.
///
/// Ids are text so that a plan file reads well and merges well, and short so that they are `Copy`.
/// The narrow alphabet makes an id harmless wherever it ends up (file names, markup, formulas).
pub struct Id<R: ?Sized> {
    /// Zero-padded, so comparing bytes compares texts.
    text: [u8; Id::<()>::MAX_LEN],
    row: PhantomData<fn() -> R>,
}

/// Why a text is no [`Id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdError {
    /// The text was empty or longer than [`Id::MAX_LEN`].
    Length(usize),
    /// The text held something else than letters, digits, `.`, `_` and `-`.
    Character(char),
}

impl<R: ?Sized> Id<R> {
    /// The most characters an id can have.
    pub const MAX_LEN: usize = 24;

    /// Reads an id.
    ///
    /// # Errors
    /// [`IdError`] when the text is empty, too long or holds other characters than an id may.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if let Some(odd) = text.chars().find(|&c| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))) {
            return Err(IdError::Character(odd));
        }
        if text.is_empty() || text.len() > Self::MAX_LEN {
            return Err(IdError::Length(text.len()));
        }
        let mut padded = [0; Id::<()>::MAX_LEN];
        padded[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { text: padded, row: PhantomData })
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let len = self.text.iter().position(|&byte| byte == 0).unwrap_or(Self::MAX_LEN);
        std::str::from_utf8(&self.text[..len]).unwrap_or_default()
    }

    /// The text as three numbers, which are compared and hashed in no time and sort as the text does.
    fn words(&self) -> [u64; 3] {
        let (words, _) = self.text.as_chunks::<8>();
        std::array::from_fn(|at| words.get(at).map_or(0, |&word| u64::from_be_bytes(word)))
    }

    /// A free id made of `stem` and the smallest number from `first` on that `taken` does not know: `S087`, `S088`, ….
    #[must_use]
    #[expect(clippy::maybe_infinite_iter, reason = "no plan has as many rows as there are numbers")]
    pub fn numbered(stem: &str, first: u32, taken: impl Fn(Self) -> bool) -> Self {
        (first..)
            .filter_map(|number| Self::new(&format!("{stem}{number:02}")).ok())
            .find(|&id| !taken(id))
            .unwrap_or(Self { text: [b'x'; Id::<()>::MAX_LEN], row: PhantomData })
    }
}

impl<R: ?Sized> Clone for Id<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: ?Sized> Copy for Id<R> {}
impl<R: ?Sized> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}
impl<R: ?Sized> Eq for Id<R> {}
impl<R: ?Sized> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<R: ?Sized> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.words().cmp(&other.words())
    }
}
impl<R: ?Sized> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words().into_iter().for_each(|word| state.write_u64(word));
    }
}
impl<R: ?Sized> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl<R: ?Sized> fmt::Display for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
impl<R: ?Sized> FromStr for Id<R> {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}
impl<R: ?Sized> serde::Serialize for Id<R> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de, R: ?Sized> serde::Deserialize<'de> for Id<R> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::new(&text).map_err(|_| serde::de::Error::invalid_value(serde::de::Unexpected::Str(&text), &"an id"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type AnyId = Id<()>;

    #[test]
    fn accepts_short_plain_names_only() {
        assert_eq!(AnyId::new("COM3-ARB").unwrap().as_str(), "COM3-ARB");
        assert_eq!(AnyId::new(&"x".repeat(24)).unwrap().as_str().len(), 24);
        assert_eq!(AnyId::new(""), Err(IdError::Length(0)));
        assert_eq!(AnyId::new(&"x".repeat(25)), Err(IdError::Length(25)));
        assert_eq!(AnyId::new("../etc"), Err(IdError::Character('/')));
        assert_eq!(AnyId::new("зал"), Err(IdError::Character('з')));
    }

    #[test]
    fn sorts_as_text() {
        let mut ids = ["b", "ab", "a", "B"].map(|text| AnyId::new(text).unwrap());
        ids.sort();
        assert_eq!(ids.map(|id| id.to_string()), ["B", "a", "ab", "b"]);
    }

    #[test]
    fn numbered_takes_the_first_free() {
        let taken = AnyId::new("S87").unwrap();
        assert_eq!(AnyId::numbered("S", 87, |id| id == taken).as_str(), "S88");
        assert_eq!(AnyId::numbered("S", 1, |_| false).as_str(), "S01");
    }
}
