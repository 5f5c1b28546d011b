//! The same file as JSON, for scripts: one row a line.

use serde::Serialize;

use super::{FORMAT, Tables, WrittenRow};
use crate::model::{Plan, Tabled};

/// Writes a file from top to bottom.
pub(in crate::store) struct Writer {
    text: Vec<u8>,
}

impl Writer {
    /// Begins a file: what it is, and its header.
    pub(in crate::store) fn begin(version: u64, header: &impl Serialize) -> Self {
        let mut writer = Self { text: Vec::new() };
        writer.push("{\n  \"format\": ");
        writer.value(&FORMAT);
        writer.push(",\n  \"version\": ");
        writer.value(&version);
        writer.push(",\n  \"header\": ");
        writer.value(header);
        writer
    }

    /// Writes what is undecided, in one line.
    pub(in crate::store) fn undecided(&mut self, sides: &impl Serialize) {
        self.push(",\n  \"undecided\": ");
        self.value(sides);
    }

    /// Ends it.
    pub(in crate::store) fn end(mut self) -> String {
        self.push("\n}\n");
        String::from_utf8(self.text).unwrap_or_default()
    }

    fn push(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    fn value(&mut self, value: &impl Serialize) {
        let written = serde_json::to_writer(&mut self.text, value);
        // Writing into memory can not fail, and every name in a file is a text.
        debug_assert!(written.is_ok(), "{written:?}");
    }
}

impl Tables for Writer {
    /// Also where it has no rows: a script need not ask whether it is there.
    fn table<S: WrittenRow>(&mut self, name: &'static str, plan: &Plan) {
        self.push(",\n  ");
        self.value(&name);
        self.push(": [");
        for (number, row) in S::Model::of_plan(plan).iter().enumerate() {
            self.push(if number == 0 { "\n    " } else { ",\n    " });
            self.value(&S::from_model(row));
        }
        self.push(if S::Model::of_plan(plan).is_empty() { "]" } else { "\n  ]" });
    }
}
