//! What a file would change in a plan, row by row, field by field, from what to what.

use serde_json::{Value as Json, json};

use crate::cli::changes::{change_json, change_lines};
use crate::cli::terminal::harmless;
use crate::merge::{Comparison, FieldName, Subject, compare};
use crate::model::{Plan, RowId, SessionId};
use crate::texts::differences::Told;
use crate::texts::{Texts, Value};

/// What differs after a file has come.
pub struct Changes<'a> {
    texts: &'a Texts,
    told: Told<'a>,
    comparison: Comparison,
    /// Sessions that are gone there and stay here.
    stay: Vec<SessionId>,
}

impl<'a> Changes<'a> {
    /// Between a plan before and after; `gone` are the sessions that came from there and are there no more.
    pub fn new(texts: &'a Texts, (before, after): (&'a Plan, &'a Plan), gone: &[SessionId]) -> Self {
        let mut comparison = compare(before, after);
        // That they came from there is what was asked for.
        comparison.rows.retain_mut(|row| {
            let was_told = row.fields.is_empty();
            row.fields.retain(|field| field.spot.field != FieldName::ArrivedFrom);
            was_told || !row.fields.is_empty()
        });
        let goes = |id: SessionId| comparison.rows.iter().any(|row| row.subject == Subject::Row(RowId::from(id)));
        let stay = gone.iter().copied().filter(|&id| !goes(id)).collect();
        Self { texts, told: Told::new(texts, before, after), comparison, stay }
    }

    /// A line for each row.
    pub fn lines(&self) -> Vec<String> {
        let stay = self.stay.iter().map(|&id| {
            let name = self.told.subject(Subject::Row(id.into()));
            harmless(&self.texts.text_with("arriving-gone-stays", &[("what", Value::from(&name))]))
        });
        change_lines(&self.told, &self.comparison).into_iter().chain(stay).map(|line| format!("  {line}")).collect()
    }

    /// The same for scripts.
    pub fn json(&self) -> Vec<Json> {
        self.comparison.rows.iter().map(|row| change_json(&self.told, row)).collect()
    }

    /// Sessions that are gone, for scripts; whether each stays here.
    pub fn gone_json(&self, gone: &[SessionId]) -> Vec<Json> {
        let session = |id: &SessionId| {
            let title = self.told.subject(Subject::Row((*id).into()));
            json!({ "session": id.to_string(), "title": title, "stays": self.stay.contains(id) })
        };
        gone.iter().map(session).collect()
    }
}
