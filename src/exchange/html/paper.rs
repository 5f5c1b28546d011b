//! A paper as a page for the browser that loads nothing and runs nothing.

use maud::{DOCTYPE, Markup, html};

use super::super::paper::{Heading, Line, Look, Paper, Piece, Run, Table, TableRow};
use super::super::programme::Programme;
use super::super::words::Words;
use super::head::quiet;
use super::house;
use super::words::direction;
use crate::look::Hue;
use crate::texts::tid;

/// A page around `body`, which stands below its head.
pub fn page(programme: &Programme, title: &Words, below: &[Line], body: &Markup, is_document: bool) -> String {
    let head = &programme.head;
    let language = programme.language();
    let zone = programme.zone_words();
    let facts = [programme.release_words(), programme.made_words(), zone];
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction(language)) {
            (quiet(programme, title, &style()))
            body {
                main {
                    (house::logo(programme))
                    p class="plan" { (one_line(&programme.heading)) }
                    @if !head.theme.is_empty() { p class="below" { (one_line(&head.theme)) } }
                    @if is_document { (document_head(programme)) }
                    h1 { (stacked(title)) }
                    @for line in below { p class="below" { (line_markup(line)) } }
                    ul class="facts" {
                        @for fact in facts.iter().filter(|words| !words.is_empty()) { li { (one_line(fact)) } }
                    }
                    (body)
                    @if !programme.house.footer.is_empty() { footer { (one_line(&programme.house.footer)) } }
                }
            }
        }
    };
    page.into_string()
}

/// A paper as a page.
pub fn whole(programme: &Programme, paper: &Paper) -> String {
    let body = html! { @for piece in pieces(&paper.pieces) { (piece) } };
    page(programme, &paper.title, &paper.below, &body, false)
}

/// Symbol, date, original language, who issues it and whom to ask, as far as that is known.
pub fn document_head(programme: &Programme) -> Markup {
    let head = &programme.head;
    let labelled = |id: &'static str, text: &Markup| {
        html! { @if !text.0.is_empty() { li { (one_line(&programme.labels.text(id))) (programme.labels.colon()) (text) } } }
    };
    html! {
        @if head.is_of_document() {
            ul class="facts" {
                @if !head.symbol.is_empty() {
                    li { strong { (one_line(&programme.labels.text(tid("handout-document")))) " " bdi { (head.symbol) } } }
                }
                li { (one_line(&head.date)) }
                @if !head.original.is_empty() { li { (one_line(&head.original)) } }
                (labelled(tid("handout-source"), &one_line(&head.issuer)))
                @if !head.contact.is_empty() { (labelled(tid("handout-contact"), &html! { bdi { (head.contact) } })) }
            }
        }
    }
}

/// The style with the hues of the kinds of session.
fn style() -> String {
    use std::fmt::Write as _;
    let mut style = include_str!("../../../assets/handouts/paper.css").to_owned();
    for hue in Hue::ALL {
        let (place, [red, green, blue]) = (hue as usize, hue.ink());
        let _ = writeln!(style, ".hue-{place} {{ --hue: #{red:02x}{green:02x}{blue:02x}; }}");
    }
    style
}

/// The pieces of a paper, one by one.
pub fn pieces(pieces: &[Piece]) -> Vec<Markup> {
    let markup = |piece: &Piece| match piece {
        Piece::Heading(heading) => heading_markup(heading),
        Piece::Facts(line) => html! { p class="line" { (line_markup(line)) } },
        Piece::Table(table) => table_markup(table),
    };
    pieces.iter().map(markup).collect()
}

fn heading_markup(heading: &Heading) -> Markup {
    let is_off = !heading.off.is_empty();
    let content = html! {
        @if !heading.before.is_empty() { span class="hours" dir="ltr" { (heading.before) } " " }
        @if is_off { strong class="off" { (one_line(&heading.off)) } " " s { (stacked(&heading.words)) } }
        @else { (stacked(&heading.words)) }
    };
    html! {
        @match (heading.level, heading.hue) {
            (1, _) => { h2 { (content) } }
            (_, Some(hue)) => { h3 class={ "hue-" (hue as usize) } { (content) } }
            (_, None) => { h3 { (content) } }
        }
    }
}

/// A line, to be clicked where it leads somewhere.
pub fn line_markup(line: &Line) -> Markup {
    let content = html! { @for run in &line.runs { (run_markup(run)) } };
    html! {
        @if line.link.is_empty() { (content) }
        @else { a href=(line.link) rel="noopener noreferrer" target="_blank" { (content) } }
    }
}

fn run_markup(run: &Run) -> Markup {
    let text = html! {
        @for (place, (language, text)) in run.texts().into_iter().enumerate() {
            @if place > 0 { " / " }
            @match language {
                Some(language) => { span lang=(language.code()) dir=(direction(language)) { (text) } }
                None => { bdi { (text) } }
            }
        }
    };
    html! {
        @match run.look {
            Look::Plain => { (text) }
            Look::Strong => { strong { (text) } }
            Look::Soft => { span class="soft" { (text) } }
            Look::Off => { strong class="off" { (text) } }
        }
    }
}

fn table_markup(table: &Table) -> Markup {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum();
    let width = |share: u16| format!("width: {:.1}%", f32::from(share) * 100.0 / all.max(1) as f32);
    html! {
        table {
            @if table.columns.iter().any(|column| !column.head.is_empty()) {
                thead {
                    tr {
                        @for column in &table.columns {
                            th scope="col" style=(width(column.share)) { (stacked(&column.head)) }
                        }
                    }
                }
            } @else {
                colgroup { @for column in &table.columns { col style=(width(column.share)); } }
            }
            tbody { @for row in &table.rows { (row_markup(row)) } }
        }
    }
}

fn row_markup(row: &TableRow) -> Markup {
    html! {
        tr class=[row.is_band.then_some("band")] {
            @for cell in &row.cells {
                td {
                    @for line in cell {
                        @match line.only().filter(|(_, look)| line.link.is_empty() && *look == Look::Plain) {
                            Some((words, _)) => { (stacked(words)) }
                            None => { span class="line" { (line_markup(line)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A text in its languages, one below the other.
pub fn stacked(words: &Words) -> Markup {
    html! {
        @if !words.is_empty() {
            span class="words" {
                @for (language, text) in words.iter() {
                    span class="line" lang=(language.code()) dir=(direction(language)) { (text) }
                }
            }
        }
    }
}

/// A text in its languages, side by side.
pub fn one_line(words: &Words) -> Markup {
    html! {
        @for (place, (language, text)) in words.iter().enumerate() {
            @if place > 0 { " / " }
            span lang=(language.code()) dir=(direction(language)) { (text) }
        }
    }
}
