//! What a file held when it was last read or written, so that what somebody else wrote into it is noticed.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

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
