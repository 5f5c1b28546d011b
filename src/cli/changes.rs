//! What differs between two plans, as commands tell it: as lines, and for scripts.

use serde_json::{Value as Json, json};

use super::terminal::harmless;
use crate::merge::{Comparison, RowChange, Subject, Turn};
use crate::texts::differences::Told;
use crate::texts::file_words::{spot, value};

/// A line for each row.
pub fn change_lines(told: &Told<'_>, comparison: &Comparison) -> Vec<String> {
    comparison.rows.iter().map(|row| harmless(&told.sentence(row))).collect()
}

/// What became of one row, field by field.
pub fn change_json(told: &Told<'_>, row: &RowChange) -> Json {
    let fields = row.fields.iter().map(
        |field| json!({ "field": spot(&field.spot), "before": value(&field.before), "after": value(&field.after) }),
    );
    let (table, id) = match row.subject {
        Subject::Header => ("Header".to_owned(), None),
        Subject::Row(id) => (format!("{:?}", id.kind()), Some(id.name())),
    };
    json!({
        "table": table,
        "id": id,
        "row": told.subject(row.subject),
        "sentence": told.sentence(row),
        "what": format!("{:?}", row.deed),
        "cancelled": row.turn == Some(Turn::Cancelled),
        "moved": matches!(row.turn, Some(Turn::Moved { .. })),
        "fields": fields.collect::<Vec<_>>(),
    })
}
