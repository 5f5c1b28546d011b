//! Errors in words: why nothing could be made, or written.

use crate::texts::{Texts, Value, errors, tid};

use super::drawing::DrawingError;
use super::handout::NotWritten;
use super::progress::ExportError;

/// Why nothing was handed out, and what to do.
#[must_use]
pub fn export_error(texts: &Texts, error: &ExportError) -> String {
    let plain = match error {
        ExportError::Cancelled => tid("export-cancelled"),
        ExportError::Nothing => tid("export-nothing"),
        ExportError::NoChanges => tid("export-no-changes"),
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
