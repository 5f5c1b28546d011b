//! Why a plan file can not be opened: what is wrong, and where it stands.

use super::locate::{self, Part};
use super::miswritten::Miswritten;
use crate::model::{PatchError, RowId};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing has this name.
    NotFound,
    /// The system does not let this user read it.
    Forbidden,
    /// A folder.
    Folder,
    /// A device, a pipe, a socket.
    Device,
    /// The system failed otherwise.
    Io(String),
    /// More than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    TooLarge,
    /// No text at all.
    Empty,
    /// Not a text.
    Binary,
    /// A text in UTF-16.
    Utf16,
    /// A text in some other encoding, or a damaged one.
    NotUtf8,
    /// A text that does not say that it is a plan.
    NotAPlan,
    /// A plan that does not say its version.
    NoVersion,
    /// A plan whose version is no whole number from 1 on.
    OddVersion,
    /// A plan of a version to come.
    Newer {
        /// The file's version.
        version: u64,
    },
    /// The text stops in the middle of something.
    CutOff(Part),
    /// The text is not written as a plan is, or a value is none of those allowed.
    Text(Miswritten),
    /// Two rows of one table have the same name.
    Twice {
        /// Which row.
        row: RowId,
        /// The line of the first one.
        first_line: usize,
    },
    /// A row is impossible, or names another one that does not exist.
    Content(PatchError),
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

    /// What the text before this place has left open.
    pub(super) fn surroundings(self, text: &str) -> Option<Part> {
        locate::cut_off(&text[..self.byte_in(text)])
    }
}

impl From<ron::error::Position> for Place {
    fn from(position: ron::error::Position) -> Self {
        Self { line: position.line, column: position.col }
    }
}
