//! The layout of a plan file: made to be read, reviewed and merged as text, so one field stands on one line.

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::{FORMAT, Tables, WrittenRow, options};
use crate::model::{Plan, Tabled};

/// Writes a file from top to bottom.
pub(in crate::store) struct Writer {
    text: String,
    block: String,
}

impl Tables for Writer {
    /// Nothing at all if it has no rows.
    fn table<S: WrittenRow>(&mut self, name: &'static str, plan: &Plan) {
        let table = S::Model::of_plan(plan);
        if table.is_empty() {
            return;
        }
        self.text.push_str("  ");
        self.text.push_str(name);
        self.text.push_str(": [\n");
        for row in table.iter() {
            self.text.push_str("    ");
            self.block(&S::from_model(row), "    ", 1);
        }
        self.text.push_str("  ],\n");
    }
}

impl Writer {
    /// Begins a file: what it is, and its header.
    pub(in crate::store) fn begin(version: u64, header: &impl Serialize) -> Self {
        let text = format!("(\n  format: {FORMAT:?},\n  version: {version},\n  header: ");
        let mut writer = Self { text, block: String::new() };
        writer.block(header, "  ", 1);
        writer
    }

    /// Writes what is undecided: two sides, their tables, a field of a row a line.
    pub(in crate::store) fn undecided(&mut self, sides: &impl Serialize) {
        self.text.push_str("  undecided: ");
        self.block(sides, "  ", 4);
    }

    /// Ends it.
    pub(in crate::store) fn end(mut self) -> String {
        self.text.push_str(")\n");
        self.text
    }

    /// Writes one block: an opening bracket, a line for each field, a closing bracket below `indent`; so for blocks in
    /// blocks down to a depth.
    fn block(&mut self, value: &impl Serialize, indent: &str, depth: usize) {
        self.block.clear();
        let layout = PrettyConfig::new().indentor("  ").new_line("\n").depth_limit(depth);
        let written = options().to_writer_pretty(&mut self.block, value, layout);
        // Writing into memory can not fail, and `save_plan` reads the text back before it touches a file.
        debug_assert_eq!(written, Ok(()));
        for (number, line) in self.block.lines().enumerate() {
            if number > 0 {
                self.text.push('\n');
                self.text.push_str(indent);
            }
            push_readable(&mut self.text, line);
        }
        self.text.push_str(",\n");
    }
}

/// Adds a line that RON has written, without the escapes that nobody needs: RON escapes apostrophes and combining marks,
/// which French and Arabic are full of. What can not be seen (control characters, direction marks) stays escaped.
fn push_readable(text: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at..];
        if let Some(after) = escape.strip_prefix("\\'") {
            text.push('\'');
            rest = after;
        } else if let Some((mark, len)) = visible_mark(escape) {
            text.push(mark);
            rest = &escape[len..];
        } else {
            // The character after a backslash may be a backslash: it does not begin an escape of its own.
            let len = escape.char_indices().nth(2).map_or(escape.len(), |(at, _)| at);
            text.push_str(&escape[..len]);
            rest = &escape[len..];
        }
    }
    text.push_str(rest);
}

/// The character of an escape like `\u{64b}` that can be read as it is after another character, and the escape's length.
fn visible_mark(escape: &str) -> Option<(char, usize)> {
    let (digits, _) = escape.strip_prefix("\\u{")?.split_once('}')?;
    let mark = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    // The standard library leaves a mark alone if something stands before it, and escapes what can not be seen.
    let shown = format!("x{mark}").escape_debug().nth(1)? == mark;
    shown.then_some((mark, digits.len() + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let written = options().to_string(&text).unwrap();
        let mut readable = String::new();
        push_readable(&mut readable, &written);
        assert_eq!(readable, expected);
        assert_eq!(options().from_str::<String>(&readable).unwrap(), text);
    }

    #[test]
    fn escapes_only_what_can_not_be_read() {
        check("l'ordre du jour", r#""l'ordre du jour""#);
        check("المؤتمرُ أولاً", r#""المؤتمرُ أولاً""#);
        check("И\u{306}", "\"И\u{306}\"");
        check("☀\u{fe0f} 👩\u{200d}🚀", "\"☀\u{fe0f} 👩\\u{200d}🚀\"");
        check("a\u{200f}b\u{202e}c\0", r#""a\u{200f}b\u{202e}c\0""#);
        check("two\r\nlines\tand \"marks\"", r#""two\r\nlines\tand \"marks\"""#);
        check(r"C:\\u{64b} \\' \", r#""C:\\\\u{64b} \\\\' \\""#);
    }
}
