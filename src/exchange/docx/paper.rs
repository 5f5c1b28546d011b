//! A paper as a Word document: real headings, facts, tables.

use maud::{Markup, html};

use super::super::paper::{Heading, Line, Look as Said, Paper, Piece, Table};
use super::markup::{Look, Writer};
use super::sheet::{Row, Sheet, Twips, table};

/// A cell of more lines than this may be split over two pages.
const MOST_LINES: usize = 12;

/// What stands below the title, and all pieces.
pub fn body(writer: &Writer<'_>, sheet: &Sheet, paper: &Paper) -> Markup {
    html! {
        @for line in &paper.below { (writer.paragraph("Facts", &line_markup(writer, line))) }
        @for piece in pieces(writer, sheet, &paper.pieces) { (piece) }
    }
}

/// The pieces of a paper, one by one.
pub fn pieces(writer: &Writer<'_>, sheet: &Sheet, pieces: &[Piece]) -> Vec<Markup> {
    let markup = |(at, piece): (usize, &Piece)| match piece {
        Piece::Heading(heading) => heading_markup(writer, heading, at == 0),
        Piece::Facts(line) => {
            let style = if matches!(pieces.get(at + 1), Some(Piece::Table(_))) { "FactsAbove" } else { "Facts" };
            writer.paragraph(style, &line_markup(writer, line))
        }
        Piece::Table(table) => table_markup(writer, sheet, table),
    };
    pieces.iter().enumerate().map(markup).collect()
}

fn heading_markup(writer: &Writer<'_>, heading: &Heading, is_first: bool) -> Markup {
    if heading.level == 1 {
        return writer.heading(heading.on_new_page && !is_first, &writer.words(&heading.words, Look::PLAIN));
    }
    let look = Look::PLAIN.struck(!heading.off.is_empty());
    let content = html! {
        @if !heading.before.is_empty() { (writer.run(&heading.before, look)) (writer.run("  ", Look::PLAIN)) }
        (writer.words(&heading.words, look))
        @if !heading.off.is_empty() { (writer.run("  ", Look::PLAIN)) (writer.words(&heading.off, Look::OFF)) }
    };
    writer.paragraph("Heading2", &content)
}

fn look(look: Said) -> Look {
    match look {
        Said::Plain => Look::PLAIN,
        Said::Strong => Look::BOLD,
        Said::Soft => Look::SOFT,
        Said::Off => Look::OFF,
    }
}

/// All of a line, to be clicked where it leads somewhere.
fn line_markup(writer: &Writer<'_>, line: &Line) -> Markup {
    let styled = |own: Said| {
        if line.link.is_empty() { look(own) } else { Look { style: Some("Hyperlink"), ..look(own) } }
    };
    let content = html! {
        @for run in &line.runs {
            @match &run.text {
                super::super::paper::Said::Words(words) => { (writer.words(words, styled(run.look))) }
                super::super::paper::Said::Plain(text) => { (writer.run(text, styled(run.look))) }
            }
        }
    };
    if line.link.is_empty() { content } else { writer.link(&line.link, &content) }
}

fn table_markup(writer: &Writer<'_>, sheet: &Sheet, paper: &Table) -> Markup {
    let widths: Vec<Twips> =
        (0..paper.columns.len()).map(|at| paper.width(at, sheet.inside() as f32) as Twips).collect();
    let has_heads = paper.columns.iter().any(|column| !column.head.is_empty());
    let heads =
        paper.columns.iter().map(|column| writer.paragraph("CellHead", &writer.words(&column.head, Look::PLAIN)));
    let cell = |lines: &Vec<Line>| {
        html! {
            @for line in lines {
                @match line.only().filter(|_| line.link.is_empty()) {
                    Some((words, own)) => { (writer.stacked("Cell", words, look(own))) }
                    None => { (writer.paragraph("Cell", &line_markup(writer, line))) }
                }
            }
        }
    };
    let row = |row: &super::super::paper::TableRow| Row {
        may_split: row.cells.iter().any(|cell| cell.len() > MOST_LINES),
        is_band: row.is_band,
        ..Row::of(row.cells.iter().map(cell).collect())
    };
    let head = has_heads.then(|| Row::head(heads.collect()));
    let rows: Vec<Row> = head.into_iter().chain(paper.rows.iter().map(row)).collect();
    table(writer, "Agenda", &widths, &rows)
}
