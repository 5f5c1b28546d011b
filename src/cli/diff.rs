//! `plenary diff`: what differs between two plans.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use maud::{DOCTYPE, html};

use super::named;
use super::sides::{one_plan, open};
use super::terminal::{harmless, harmless_json};
use crate::merge::{Comparison, Deed, RowChange, Subject, Turn, compare};
use crate::model::{Language, Plan};
use crate::texts::differences::{spot, subject, value};
use crate::texts::{Texts, Value, tid};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary diff monday.ron tuesday.ron
  plenary diff monday.ron tuesday.ron --format json | jq '.changes[].row'
  git config diff.plenary.command 'plenary diff --git'";

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Lines to read.
    Text,
    /// One object.
    Json,
    /// A page for a browser.
    Html,
}

/// What to compare, and how to tell.
#[derive(Debug, clap::Args)]
pub struct DiffArguments {
    /// Two plans; with --git, what git hands to a program that compares.
    #[arg(num_args = 1..=9, required = true)]
    pub files: Vec<PathBuf>,
    /// Lines to read, JSON for scripts, or a page.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// Take the seven arguments of git's external diff, and end with status 0.
    #[arg(long)]
    pub git: bool,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = named::screen_language)]
    pub lang: Language,
}

/// What `plenary diff` says, and its exit status: 0 the same, 1 different; always 0 for git.
///
/// # Errors
/// One sentence.
pub fn diff(request: &DiffArguments) -> Result<(String, u8), String> {
    let texts = Texts::new(request.lang);
    let (name, sides) = match (request.git, request.files.as_slice()) {
        (false, [from, to]) => (None, Some([from, to])),
        (true, [path, from, _, _, to, ..]) if request.files.len() >= 7 => (Some(path), Some([from, to])),
        // Git hands over the name alone where a merge is not finished.
        (true, [path]) => (Some(path), None),
        _ => return Err(texts.text("cli-diff-files").to_owned()),
    };
    let Some([from, to]) = sides else { return Ok((texts.text("cli-unmerged").to_owned(), 0)) };
    let told = both(from, to, &texts).map(|[from, to]| {
        let comparison = compare(&from, &to);
        let text = match request.format {
            DiffFormat::Text => lines(&texts, &comparison, [&to, &from]),
            DiffFormat::Json => json(&texts, &comparison, [&to, &from]),
            DiffFormat::Html => page(&texts, &comparison, [&to, &from]),
        };
        (text, u8::from(!comparison.rows.is_empty()))
    });
    let Some(name) = name else { return told };
    // For git it is no failure that a file is no plan: that is what it says of it.
    let text = told.map_or_else(|why| harmless(&why), |(text, _)| text);
    Ok((format!("{}\n{text}", harmless(&name.display().to_string())), 0))
}

fn both(from: &Path, to: &Path, texts: &Texts) -> Result<[Plan; 2], String> {
    let sides = [open(from, texts)?, open(to, texts)?];
    one_plan(&[(from, &sides[0]), (to, &sides[1])], texts)?;
    Ok(sides)
}

/// What became of a row, in one word.
fn deed(row: &RowChange) -> &'static str {
    match (row.deed, row.turn) {
        (Deed::New, _) => tid("cli-diff-new"),
        (Deed::Removed, _) => tid("cli-diff-removed"),
        (_, Some(Turn::Cancelled)) => tid("cli-diff-cancelled"),
        (_, Some(Turn::Moved { .. } | Turn::Placed | Turn::Unplaced)) => tid("cli-diff-moved"),
        _ => tid("cli-diff-changed"),
    }
}

fn lines(texts: &Texts, comparison: &Comparison, plans: [&Plan; 2]) -> String {
    if comparison.rows.is_empty() {
        return texts.text("cli-same").to_owned();
    }
    let mut lines = Vec::new();
    for row in &comparison.rows {
        let (named, what) = (subject(texts, row.subject, plans), texts.text(deed(row)));
        lines.push(texts.text_with("cli-diff-row", &[("row", Value::from(&named)), ("what", Value::from(what))]));
        for field in &row.fields {
            let [before, after] = [&field.before, &field.after].map(|of| value(of).unwrap_or_else(|| "–".to_owned()));
            lines.push(format!("  {}: {before} → {after}", spot(&field.spot)));
        }
    }
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

fn json(texts: &Texts, comparison: &Comparison, plans: [&Plan; 2]) -> String {
    let change = |row: &RowChange| {
        let fields = row.fields.iter().map(|field| {
            serde_json::json!({ "field": spot(&field.spot), "before": value(&field.before), "after": value(&field.after) })
        });
        let (table, id) = match row.subject {
            Subject::Header => ("Header".to_owned(), None),
            Subject::Row(id) => (format!("{:?}", id.kind()), Some(id.name())),
        };
        serde_json::json!({
            "table": table,
            "id": id,
            "row": subject(texts, row.subject, plans),
            "what": format!("{:?}", row.deed),
            "cancelled": row.turn == Some(Turn::Cancelled),
            "moved": matches!(row.turn, Some(Turn::Moved { .. })),
            "fields": fields.collect::<Vec<_>>(),
        })
    };
    let report = serde_json::json!({ "changes": comparison.rows.iter().map(change).collect::<Vec<_>>() });
    harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}

fn page(texts: &Texts, comparison: &Comparison, plans: [&Plan; 2]) -> String {
    let none = || "–".to_owned();
    let page = html! {
        (DOCTYPE)
        html lang=(texts.language().code()) {
            head {
                meta charset="utf-8";
                title { (texts.text("cli-diff-title")) }
            }
            body {
                h1 { (texts.text("cli-diff-title")) }
                @if comparison.rows.is_empty() { p { (texts.text("cli-same")) } }
                @for row in &comparison.rows {
                    h2 { (subject(texts, row.subject, plans)) " – " (texts.text(deed(row))) }
                    @if !row.fields.is_empty() {
                        table {
                            @for field in &row.fields {
                                tr {
                                    th scope="row" { (spot(&field.spot)) }
                                    td { del { (value(&field.before).unwrap_or_else(none)) } }
                                    td { ins { (value(&field.after).unwrap_or_else(none)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
