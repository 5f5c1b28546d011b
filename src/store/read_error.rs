//! Why a plan file can not be opened: what is wrong, and where it stands.

use std::fmt;

use super::{MAX_FILE_BYTES, locate, version_1};
use crate::model::{Flaw, RowId};

/// Why a plan file can not be opened, and where the reason stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where in the text, if it is about a place in the text.
    pub place: Option<Place>,
    /// What is wrong.
    pub problem: Problem,
}

/// A place in a text, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// What is wrong with a plan file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing has this name.
    #[error("there is no such file")]
    NotFound,
    /// The system does not let this user read it.
    #[error("you have no permission to read this file")]
    Forbidden,
    /// A folder.
    #[error("this is a folder and not a plan file")]
    Folder,
    /// A device, a pipe, a socket.
    #[error("this is a device and not a plan file")]
    Device,
    /// The system failed otherwise.
    #[error("the file can not be read: {0}")]
    Io(String),
    /// More than [`MAX_FILE_BYTES`].
    #[error("the file is larger than {} MiB, which no plan is", MAX_FILE_BYTES >> 20)]
    TooLarge,
    /// No text at all.
    #[error("the file is empty")]
    Empty,
    /// Not a text.
    #[error("this is not a text file, so it is no plan")]
    Binary,
    /// A text in UTF-16.
    #[error("the file is written in UTF-16; save it as UTF-8 and open it again")]
    Utf16,
    /// A text in some other encoding, or a damaged one.
    #[error("from here on the text is not UTF-8; the file is damaged or was saved in another encoding")]
    NotUtf8,
    /// A text that does not say that it is a plan.
    #[error("this is not a Plenary plan, which begins with (format: \"plenary plan\", version: 1")]
    NotAPlan,
    /// A plan without a version that can be understood.
    #[error("the plan does not say of which version it is; write version: 1 after its format")]
    NoVersion,
    /// A plan of a version to come.
    #[error(
        "this file is of version {version}, written by a newer Plenary; this one reads version {}: update Plenary to open it",
        version_1::VERSION
    )]
    Newer {
        /// The file's version.
        version: u64,
    },
    /// The text stops in the middle of something.
    #[error("the file ends in the middle of {0}; the rest of it is missing")]
    CutOff(String),
    /// The text is not written as a plan is, or a value is none of those allowed.
    #[error("{0}")]
    Text(String),
    /// JSON that is damaged, or does not hold what a plan does.
    #[error("this JSON is no plan: {0}")]
    Json(String),
    /// Two rows of one table have the same name.
    #[error("{row} stands here for the second time, it is on line {first_line} already")]
    Twice {
        /// Which row.
        row: RowId,
        /// The line of the first one.
        first_line: usize,
    },
    /// A row is impossible, or names another one that does not exist.
    #[error("{0}")]
    Flaw(Flaw),
}

impl std::error::Error for ReadError {}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(f, "line {line}, column {column}: ")?;
        }
        self.problem.fmt(f)
    }
}

impl From<Problem> for ReadError {
    fn from(problem: Problem) -> Self {
        Self { place: None, problem }
    }
}

impl Place {
    /// The place of the byte `at` of `text`.
    #[expect(clippy::naive_bytecount, reason = "done once, for a message")]
    pub(super) fn of(text: &str, at: usize) -> Self {
        let before = &text.as_bytes()[..at.min(text.len())];
        let line_starts_at = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        // Bytes that go on a character are not counted.
        let column = before[line_starts_at..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Self { line: before.iter().filter(|&&byte| byte == b'\n').count() + 1, column }
    }

    /// The byte of `text` at this place.
    pub(super) fn byte_in(self, text: &str) -> usize {
        let line_starts_at = match self.line {
            0 | 1 => 0,
            line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
        };
        let line = &text[line_starts_at..];
        line_starts_at + line.char_indices().nth(self.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
    }

    /// What the text before this place has left open, such as `session S10`.
    pub(super) fn surroundings(self, text: &str) -> Option<String> {
        locate::cut_off(&text[..self.byte_in(text)])
    }
}

impl From<ron::error::Position> for Place {
    fn from(position: ron::error::Position) -> Self {
        Self { line: position.line, column: position.col }
    }
}
