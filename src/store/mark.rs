//! What a file held when it was last read or written, so that what somebody else wrote into it is noticed.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use uuid::{Uuid, uuid};

/// The content of a file, in short: two files that hold different things have different marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileMark([u8; 32]);

/// The namespace of the identities of plans whose files have none, drawn by lot once.
const NAMESPACE: Uuid = uuid!("0f7a2f0e-54fb-4b44-9b36-6a4d4d7f0b5c");

impl FileMark {
    /// Of a file that holds `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Of the file at `path` as it is now; `None` where there is none.
    ///
    /// # Errors
    /// What the system says where there is something that can not be read.
    pub fn at(path: &Path) -> io::Result<Option<Self>> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut hasher = Sha256::new();
        let mut part = vec![0; 1 << 16];
        loop {
            match file.read(&mut part)? {
                0 => return Ok(Some(Self(hasher.finalize().into()))),
                read => hasher.update(&part[..read]),
            }
        }
    }

    /// An identity for a plan in whose file there is none: the same as long as the file is not saved, and no other file's.
    #[must_use]
    pub fn identity(&self) -> Uuid {
        Uuid::new_v5(&NAMESPACE, &self.0)
    }
}

impl fmt::Display for FileMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for FileMark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(());
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| ())?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for FileMark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FileMark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| de::Error::invalid_value(de::Unexpected::Str(&text), &"the mark of a file"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_is_written_and_differs_with_the_content() {
        let mark = FileMark::of(b"plan");
        assert_eq!(mark.to_string().parse(), Ok(mark));
        assert_ne!(mark, FileMark::of(b"plan "));
        for odd in ["", "12", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(odd.parse::<FileMark>(), Err(()), "{odd}");
        }
    }
}
