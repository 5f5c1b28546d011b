//! `plenary diff`: what differs between two plans.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use maud::{DOCTYPE, PreEscaped, html};

use super::changes::{change_json, change_lines};
use super::named;
use super::sides::{one_plan, open};
use super::terminal::{harmless, harmless_json};
use crate::merge::{Comparison, RowChange, Subject, compare};
use crate::model::{Language, Plan};
use crate::texts::differences::Told;
use crate::texts::{Texts, names};

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
    let [from_file, to_file] = [from, to];
    let told = both(from, to, &texts).map(|[from, to]| {
        let (comparison, told) = (compare(&from, &to), Told::new(&texts, &from, &to));
        let text = match request.format {
            DiffFormat::Text => lines(&texts, &told, &comparison),
            DiffFormat::Json => json(&told, &comparison),
            DiffFormat::Html => page(&texts, &told, &comparison, [from_file, to_file]),
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

fn lines(texts: &Texts, told: &Told<'_>, comparison: &Comparison) -> String {
    if comparison.rows.is_empty() {
        return texts.text("cli-same").to_owned();
    }
    change_lines(told, comparison).join("\n")
}

fn json(told: &Told<'_>, comparison: &Comparison) -> String {
    let changes = comparison.rows.iter().map(|row| change_json(told, row));
    let report = serde_json::json!({ "changes": changes.collect::<Vec<_>>() });
    harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}

/// A page with a table for each sort of row. Nothing in it is asked of any network, and nothing in a plan becomes markup.
fn page(texts: &Texts, told: &Told<'_>, comparison: &Comparison, files: [&Path; 2]) -> String {
    let [from, to] = files.map(|file| file.display().to_string());
    let sort = |row: &RowChange| match row.subject {
        Subject::Header => None,
        Subject::Row(id) => Some(id.kind()),
    };
    let page = html! {
        (DOCTYPE)
        html lang=(texts.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (texts.text("cli-diff-title")) }
                style { (PreEscaped(include_str!("../../assets/handouts/index.css"))) }
            }
            body {
                main {
                    h1 { (texts.text("cli-diff-title")) }
                    p class="about" { (told.was_is(&from, &to)) }
                    @if comparison.rows.is_empty() { p { (texts.text("cli-same")) } }
                    @for rows in comparison.rows.chunk_by(|one, other| sort(one) == sort(other)) {
                        @if let Some(kind) = rows.first().and_then(sort) { h2 { (texts.text(names::rows(kind))) } }
                        table {
                            tbody {
                                @for row in rows {
                                    tr {
                                        th scope="row" { (told.subject(row.subject)) }
                                        td { ul { @for part in told.parts(row) { li { (part) } } } }
                                    }
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
