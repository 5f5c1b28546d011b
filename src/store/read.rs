//! Opening plan files, which may come from anywhere and hold anything.

use std::fmt;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::version_1::{self, Refusal};
use super::{locate, phrase};
use crate::model::{Flaw, Plan, RowId};

/// The longest file that is opened: 256 MiB, fifty times a plan of 10,000 sessions.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

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
    fn of(text: &str, at: usize) -> Self {
        let before = &text.as_bytes()[..at.min(text.len())];
        let line_starts_at = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        // Bytes that go on a character are not counted.
        let column = before[line_starts_at..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Self { line: before.iter().filter(|&&byte| byte == b'\n').count() + 1, column }
    }
}

impl From<ron::error::Position> for Place {
    fn from(position: ron::error::Position) -> Self {
        Self { line: position.line, column: position.col }
    }
}

/// Opens a plan file.
///
/// # Errors
/// [`ReadError`] when there is no file that can be read, or it is no plan.
pub fn open_plan(path: &Path) -> Result<Plan, ReadError> {
    // Opening a pipe would wait for somebody to write into it, so look before.
    let found = fs::metadata(path).map_err(problem_from_io)?;
    if found.is_dir() {
        return Err(Problem::Folder.into());
    }
    if !found.is_file() {
        return Err(Problem::Device.into());
    }
    if found.len() > MAX_FILE_BYTES {
        return Err(Problem::TooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // The file may grow meanwhile, and some have no length.
    let file = File::open(path).map_err(problem_from_io)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(problem_from_io)?;
    read_plan(&bytes)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn problem_from_io(error: std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::NotFound,
        ErrorKind::PermissionDenied => Problem::Forbidden,
        ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::Io(error.to_string()),
    }
}

/// Reads the bytes of a plan file. A byte-order mark and line ends of Windows are accepted.
///
/// # Errors
/// [`ReadError`] when it is no plan.
pub fn read_plan(bytes: &[u8]) -> Result<Plan, ReadError> {
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_FILE_BYTES) {
        return Err(Problem::TooLarge.into());
    }
    let text = text_from_bytes(bytes)?;
    let (format, version) = locate::declared(text);
    if format.is_none_or(|(_, name)| name != version_1::FORMAT) {
        return Err(Problem::NotAPlan.into());
    }
    let (at, version) = version.ok_or(Problem::NoVersion)?;
    let refuse = |problem| Err(ReadError { place: Some(Place::of(text, at)), problem });
    match version.parse::<u64>() {
        Ok(version_1::VERSION) => version_1::plan_from_text(text).map_err(|refusal| error_from_refusal(text, refusal)),
        Ok(newer) if newer > version_1::VERSION => refuse(Problem::Newer { version: newer }),
        _ => refuse(Problem::NoVersion),
    }
}

fn text_from_bytes(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::Utf16.into());
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.iter().take(4096).any(|&byte| byte == 0) {
        return Err(Problem::Binary.into());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        ReadError { place: Some(Place::of(before, before.len())), problem: Problem::NotUtf8 }
    })?;
    if text.trim_start().is_empty() { Err(Problem::Empty.into()) } else { Ok(text) }
}

fn error_from_refusal(text: &str, refusal: Refusal) -> ReadError {
    match refusal {
        Refusal::Shape(error) => {
            let end = Place::from(error.span.end.clone());
            let complete = text.trim_end();
            if end >= Place::of(text, complete.len())
                && let Some(what) = locate::cut_off(complete)
            {
                return ReadError { place: Some(end), problem: Problem::CutOff(what) };
            }
            let problem = Problem::Text(phrase::phrase(&error.code));
            ReadError { place: Some(error.span.start.into()), problem }
        }
        Refusal::Content(flaw) => {
            let (at, problem) = match flaw {
                Flaw::Duplicate(row) => {
                    let first_line = locate::row(text, row, 0).map_or(0, |at| Place::of(text, at).line);
                    (locate::row(text, row, 1), Problem::Twice { row, first_line })
                }
                Flaw::Dangling { row, target } => {
                    let at = locate::reference(text, row, target).or_else(|| locate::row(text, row, 0));
                    (at, Problem::Flaw(flaw))
                }
                Flaw::Impossible { row, .. } | Flaw::Changed(row) => (locate::row(text, row, 0), Problem::Flaw(flaw)),
                Flaw::HeaderChanged => (None, Problem::Flaw(flaw)),
            };
            ReadError { place: at.map(|at| Place::of(text, at)), problem }
        }
    }
}
