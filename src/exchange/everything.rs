//! Everything at once: a folder with every format, and a page that lists what is in it.

use chrono::{DateTime, Utc};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::model::{Language, Plan};

use super::export::export;
use super::exporter::{Exporter, Medium, Request};
use super::file_names::Names;
use super::formats::EXPORTERS;
use super::handout::{Handout, LIST_MARK};
use super::layout::Layout;
use super::programme::Programme;
use super::progress::{ExportError, Progress};
use crate::texts::tid;

/// A format in a layout, with its files.
struct Made {
    exporter: &'static Exporter,
    layout: Option<Layout>,
    files: Vec<(String, usize)>,
}

/// Where pictures are put: there are so many of them that nothing else would be found.
const PICTURES: &str = "pictures";

/// What `like` asks for (part of the plan, languages, zone, paper, …) in every layout of `formats`, or of every format if
/// there are none, and last `index.html`. Layouts of which nothing would be left are left out, as a speaking list without
/// statements; so is the plan itself, which has more in it than is handed out.
///
/// # Errors
/// [`ExportError`] as in [`export`], and no file at all.
pub fn export_all(
    plan: &Plan,
    like: &Request,
    formats: &[&'static Exporter],
    made: DateTime<Utc>,
    progress: &Progress,
) -> Result<Vec<Handout>, ExportError> {
    let is_asked = |exporter: &&'static Exporter| {
        exporter.medium != Medium::Plan
            && (formats.is_empty() || formats.iter().any(|format| format.name == exporter.name))
    };
    let mut names = Names::default();
    let _ = names.free("index", "html");
    let (mut handouts, mut list) = (Vec::new(), Vec::new());
    for exporter in EXPORTERS.into_iter().filter(is_asked) {
        let layouts: Vec<Option<Layout>> =
            if exporter.layouts.is_empty() { vec![None] } else { exporter.layouts.iter().copied().map(Some).collect() };
        // What is for the team only is handed out to the team only.
        let is_asked = |layout: &Option<Layout>| like.is_internal || !layout.is_some_and(Layout::is_for_team);
        for layout in layouts.into_iter().filter(is_asked) {
            let request =
                Request { exporter, layout: layout.unwrap_or(Layout::Programme), split: None, ..like.clone() };
            let files = match export(plan, &request, made, progress) {
                Err(why) if why.is_for_want_of_content() => continue,
                files => files?,
            };
            let mut made = Made { exporter, layout, files: Vec::new() };
            for file in files {
                let stem = file.name.strip_suffix(exporter.extension).unwrap_or(&file.name).trim_end_matches('.');
                let name = names.free(stem, exporter.extension);
                let name = if exporter.medium == Medium::Picture { format!("{PICTURES}/{name}") } else { name };
                made.files.push((name.clone(), file.bytes.len()));
                handouts.push(Handout::new(name, file.bytes));
            }
            list.push(made);
        }
    }
    if list.is_empty() {
        return Err(ExportError::Nothing);
    }
    let programme = Programme::new(plan, &like.wish(&like.selection, made, None));
    let page = index(&programme, &list).into_string().into_bytes();
    handouts.push(Handout { name: "index.html".to_owned(), bytes: page, is_list: true });
    Ok(handouts)
}

/// The page that lists the files.
fn index(programme: &Programme, list: &[Made]) -> Markup {
    let labels = &programme.labels;
    let label = |id: &str| labels.text(id).first().to_owned();
    let direction = if programme.language() == Language::Arabic { "rtl" } else { "ltr" };
    html! {
        (DOCTYPE)
        html lang=(programme.language().code()) dir=(direction) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(LIST_MARK);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (programme.title.first()) " · " (label(tid("handout-index"))) }
                style { (PreEscaped(include_str!("../../assets/handouts/index.css"))) }
            }
            body {
                main {
                    h1 { (programme.title.joined()) }
                    p class="about" { (programme.release_words().joined()) " · " (programme.made_words().joined()) }
                    table {
                        thead {
                            tr {
                                th scope="col" { (label(tid("handout-format"))) }
                                th scope="col" { (label(tid("handout-file"))) }
                            }
                        }
                        tbody {
                            @for made in list {
                                tr {
                                    th scope="row" {
                                        @if made.exporter.content.is_empty() { (made.exporter.extension.to_uppercase()) }
                                        @else { (made.exporter.content) "." (made.exporter.extension) }
                                        @if let Some(layout) = made.layout {
                                            span { (label(layout.label())) }
                                        }
                                    }
                                    td {
                                        @for (name, bytes) in &made.files {
                                            a href=(address(name)) { (name.trim_start_matches(PICTURES).trim_start_matches('/')) }
                                            small { (bytes.div_ceil(1000)) " kB" }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a file as an address from the page on (RFC 3986 §2.1).
fn address(name: &str) -> String {
    use std::fmt::Write as _;
    let mut address = String::from("./");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}
