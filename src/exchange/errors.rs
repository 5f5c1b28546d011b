//! Errors in words: why nothing could be made, or written.

use std::collections::BTreeSet;

use crate::model::Logo;
use crate::texts::{Texts, Value, errors, tid};

use super::drawing::DrawingError;
use super::handout::NotWritten;
use super::logo::{LogoError, MAX_SIDE};
use super::progress::{ExportError, Loss};

/// Why nothing was handed out, and what to do.
#[must_use]
pub fn export_error(texts: &Texts, error: &ExportError) -> String {
    let plain = match error {
        ExportError::Cancelled => tid("export-cancelled"),
        ExportError::Nothing => tid("export-nothing"),
        ExportError::NoChanges => tid("export-no-changes"),
        ExportError::NoPeople => tid("export-no-people"),
        ExportError::NoStatements => tid("export-no-statements"),
        ExportError::NoItems => tid("export-no-items"),
        ExportError::NothingToSplit { .. } => tid("export-nothing-to-split"),
        ExportError::NoSuchLayout { format, layout, known } => {
            let values =
                [("format", Value::from(*format)), ("layout", Value::from(*layout)), ("known", Value::from(known))];
            return texts.text_with("export-no-layout", &values);
        }
        ExportError::Drawing { format, why } => {
            let why = drawing_error(texts, why);
            return texts.text_with("export-not-made", &[("format", Value::from(*format)), ("why", Value::from(&why))]);
        }
        ExportError::Failed { format, why } => {
            return texts.text_with("export-not-made", &[("format", Value::from(*format)), ("why", Value::from(why))]);
        }
    };
    texts.text(plain).to_owned()
}

/// Why a file is not taken as the mark of a conference.
#[must_use]
pub fn logo_error(texts: &Texts, error: &LogoError) -> String {
    let plain = match error {
        LogoError::Size => {
            return texts.text_with("logo-size", &[("kilobytes", Value::from(Logo::MAX_BYTES / 1000))]);
        }
        LogoError::Pixels => return texts.text_with("logo-pixels", &[("side", Value::from(MAX_SIDE))]),
        LogoError::Element(name) => return texts.text_with("logo-element", &[("name", Value::from(name))]),
        LogoError::NoPicture => tid("logo-no-picture"),
        LogoError::TooMuch => tid("logo-too-much"),
        LogoError::Link => tid("logo-link"),
    };
    texts.text(plain).to_owned()
}

fn drawing_error(texts: &Texts, error: &DrawingError) -> String {
    match error {
        DrawingError::NoPages => texts.text("drawing-no-pages").to_owned(),
        DrawingError::PageSize => texts.text("drawing-page-size").to_owned(),
        DrawingError::PictureSize { width, height } => {
            let (width, height) = (width.to_string(), height.to_string());
            let values = [("width", Value::from(&width)), ("height", Value::from(&height))];
            texts.text_with("drawing-picture-size", &values)
        }
        DrawingError::Writer(why) => texts.text_with("drawing-writer", &[("why", Value::from(why))]),
    }
}

/// So many characters are named in a warning.
const MOST_CUT: usize = 3;
/// So many letters of each.
const MOST_CHARS: usize = 40;
/// How many characters that no font has are named.
const MOST_NAMED: usize = 12;

/// What of a plan does not reach those who read it, a sentence each.
#[must_use]
pub fn lost(texts: &Texts, loss: &Loss) -> Vec<String> {
    let logo = loss.logo.as_ref().map(|error| logo_left_out(texts, error));
    logo.into_iter().chain(missing(texts, &loss.missing)).chain(cut(texts, &loss.cut)).collect()
}

/// That the mark of a plan is left out, and why.
#[must_use]
pub fn logo_left_out(texts: &Texts, error: &LogoError) -> String {
    texts.text_with("logo-left-out", &[("why", Value::from(&logo_error(texts, error)))])
}

/// Texts that end in an ellipsis: how many, and the first ones.
fn cut(texts: &Texts, cut: &BTreeSet<String>) -> Option<String> {
    if cut.is_empty() {
        return None;
    }
    let begins = |text: &String| {
        let begin: String = text.chars().filter(|c| !c.is_control()).take(MOST_CHARS).collect();
        format!("“{}…”", begin.trim_end_matches('…').trim_end())
    };
    let mut list: Vec<String> = cut.iter().take(MOST_CUT).map(begins).collect();
    list.extend((cut.len() > MOST_CUT).then(|| "…".to_owned()));
    let list = list.join(", ");
    let values = [("count", Value::from(cut.len())), ("list", Value::from(&list))];
    Some(texts.text_with("export-cut", &values))
}

/// Which characters no font has, where there are any: `🎉 (U+1F389)`.
fn missing(texts: &Texts, missing: &BTreeSet<char>) -> Option<String> {
    if missing.is_empty() {
        return None;
    }
    let named = |&c: &char| {
        // A mark by itself needs something to sit on, and is told by its number.
        let sign = if c.is_alphanumeric() || u32::from(c) > 0x2000 { format!("{c} ") } else { String::new() };
        format!("{sign}(U+{:04X})", u32::from(c))
    };
    let mut list: Vec<String> = missing.iter().take(MOST_NAMED).map(named).collect();
    list.extend((missing.len() > MOST_NAMED).then(|| "…".to_owned()));
    Some(texts.text_with("export-missing", &[("list", Value::from(&list.join(", ")))]))
}

/// What was not written, why, and what to do.
#[must_use]
pub fn not_written(texts: &Texts, error: &NotWritten) -> String {
    let (path, why) = match error {
        NotWritten::File { path, why } => (path, errors::save_error(texts, why)),
        NotWritten::InTheWay(path) => (path, texts.text("handout-in-the-way").to_owned()),
        NotWritten::IsPlan(path) => (path, texts.text("handout-is-plan").to_owned()),
        NotWritten::NotOurs(path) => (path, texts.text("handout-not-ours").to_owned()),
        NotWritten::Folder { path, why } => (path, texts.text_with("handout-no-folder", &[("why", Value::from(why))])),
    };
    let path = path.display().to_string();
    texts.text_with("about-file", &[("file", Value::from(&path)), ("why", Value::from(&why))])
}
