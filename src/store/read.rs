//! Opening plan files, which may come from anywhere and hold anything.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::num::IntErrorKind;
use std::path::Path;

use super::locate;
use super::mark::FileMark;
use super::miswritten::Miswritten;
use super::read_error::{Place, Problem, ReadError};
use super::saved::{self, FORMAT, Misread};
use super::{version_1, version_2};
use crate::model::{PatchError, Plan};

/// The longest file that is opened: 64 MiB, more than a plan of 100,000 sessions takes.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Opens a plan file.
///
/// # Errors
/// [`ReadError`] when there is no file that can be read, or it is no plan.
pub fn open_plan(path: &Path) -> Result<Plan, ReadError> {
    read_plan(&bytes_of(path)?)
}

/// Opens a plan file to work on it. A plan that has no identity gets one, and what the file held is remembered, so that
/// [`save_plan_over`](super::save_plan_over) can tell whether it still does.
///
/// # Errors
/// As [`open_plan`].
pub fn open_marked(path: &Path) -> Result<(Plan, FileMark), ReadError> {
    read_marked(&bytes_of(path)?)
}

/// As [`open_marked`] for the bytes of a file.
///
/// # Errors
/// As [`read_plan`].
pub fn read_marked(bytes: &[u8]) -> Result<(Plan, FileMark), ReadError> {
    let (plan, mark) = (read_plan(bytes)?, FileMark::of(bytes));
    let plan = if plan.header().identity.is_none() { plan.with_identity(mark.identity()) } else { plan };
    Ok((plan, mark))
}

pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, ReadError> {
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
    Ok(bytes)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn problem_from_io(error: std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::NotFound,
        ErrorKind::PermissionDenied => Problem::Forbidden,
        ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::Io(super::io_reason(&error)),
    }
}

/// Reads the bytes of a plan file, or of a plan as JSON. A byte-order mark and line ends of Windows are accepted.
///
/// # Errors
/// [`ReadError`] when it is no plan.
pub fn read_plan(bytes: &[u8]) -> Result<Plan, ReadError> {
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_FILE_BYTES) {
        return Err(Problem::TooLarge.into());
    }
    let text = text_from_bytes(bytes)?;
    let (format, version) = locate::declared(text);
    if format.is_none_or(|(_, name)| name != FORMAT) {
        return Err(Problem::NotAPlan.into());
    }
    let (at, version) = version.ok_or(Problem::NoVersion)?;
    let refuse = |problem| Err(ReadError { place: Some(Place::of(text, at)), problem });
    let read = match version.parse::<u64>() {
        Ok(version_1::VERSION) => saved::plan_from_text::<version_1::File>(text),
        Ok(version_2::VERSION) => saved::plan_from_text::<version_2::File>(text),
        Ok(newer) if newer > version_2::VERSION => return refuse(Problem::Newer { version: newer }),
        // No Plenary counts that far: whoever wrote it is newer, whatever it is.
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => {
            return refuse(Problem::Newer { version: u64::MAX });
        }
        _ => return refuse(Problem::OddVersion),
    };
    read.map_err(|misread| error_from_misread(text, misread))
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

fn error_from_misread(text: &str, misread: Misread) -> ReadError {
    match misread {
        Misread::Ron(error) => error_from_ron(text, &error),
        Misread::Json(error) => error_from_json(text, &error),
        Misread::Content(error) => {
            let (at, problem) = match error {
                PatchError::Duplicate(row) => {
                    let first_line = locate::row(text, row, 0).map_or(0, |at| Place::of(text, at).line);
                    (locate::row(text, row, 1), Problem::Twice { row, first_line })
                }
                PatchError::Dangling { row, target } => {
                    let at = locate::reference(text, row, target).or_else(|| locate::row(text, row, 0));
                    (at, Problem::Content(error))
                }
                PatchError::Impossible { row, .. } | PatchError::Changed(row) => {
                    (locate::row(text, row, 0), Problem::Content(error))
                }
                PatchError::HeaderChanged => (None, Problem::Content(error)),
            };
            ReadError { place: at.map(|at| Place::of(text, at)), problem }
        }
    }
}

fn error_from_ron(text: &str, error: &ron::error::SpannedError) -> ReadError {
    let end = Place::from(error.span.end);
    let complete = text.trim_end();
    if end >= Place::of(text, complete.len())
        && error.code != ron::Error::UnclosedBlockComment
        && let Some(part) = locate::cut_off(complete)
    {
        return ReadError { place: Some(end), problem: Problem::CutOff(part) };
    }
    // RON tells from where to where it looked, often beginning with the blanks before what it found.
    let start = Place::from(error.span.start).byte_in(text);
    let seen = &text[start..end.byte_in(text).max(start)];
    let at = match error.code {
        ron::Error::UnclosedBlockComment => text[..start].rfind("/*").unwrap_or(start),
        _ => start + (seen.len() - seen.trim_start().len()),
    };
    miswritten(text, at, Miswritten::from_ron(&error.code))
}

fn error_from_json(text: &str, error: &serde_json::Error) -> ReadError {
    let complete = text.trim_end();
    if error.is_eof()
        && let Some(part) = locate::cut_off(complete)
    {
        return ReadError { place: Some(Place::of(text, complete.len())), problem: Problem::CutOff(part) };
    }
    // It counts bytes, and tells where it stopped reading.
    let line = Place { line: error.line(), column: 1 }.byte_in(text);
    let end = text.floor_char_boundary(line.saturating_add(error.column()));
    let (at, mark) = locate::mark_before(text, end);
    miswritten(text, at, Miswritten::from_json(error, mark))
}

/// What is miswritten at the byte `at`.
fn miswritten(text: &str, at: usize, mut what: Miswritten) -> ReadError {
    let place = Place::of(text, at);
    if let Miswritten::MissingField { within, .. } = &mut what {
        *within = place.surroundings(text);
    }
    ReadError { place: Some(place), problem: Problem::Text(what) }
}
