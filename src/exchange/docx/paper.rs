//! A paper as a Word document: real headings, facts, tables.

use maud::{Markup, html};

use super::super::paper::{Heading, Line, Look as Said, Paper, Piece, Table, TableRow};
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
        return writer.heading(heading.on_new_page && !is_first, &writer.lines(&heading.words, Look::PLAIN));
    }
    let look = Look::PLAIN.struck(!heading.off.is_empty());
    let content = html! {
        @if !heading.before.is_empty() { (writer.run(&heading.before, look)) (writer.run("  ", Look::PLAIN)) }
        (writer.lines(&heading.words, look))
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

/// Whether two languages stand side by side in a column: where it has nothing but texts that have both.
fn is_paired(writer: &Writer<'_>, paper: &Table, at: usize) -> bool {
    let only = |row: &TableRow| match row.cells[at].as_slice() {
        [line] if line.link.is_empty() => line.only().map(|(words, _)| words.iter().len()),
        _ => None,
    };
    writer.columns() == 2
        && paper.rows.iter().all(|row| row.cells[at].is_empty() || only(row).is_some())
        && paper.rows.iter().any(|row| only(row) == Some(2))
}

fn table_markup(writer: &Writer<'_>, sheet: &Sheet, paper: &Table) -> Markup {
    let pairs: Vec<bool> = (0..paper.columns.len()).map(|at| is_paired(writer, paper, at)).collect();
    let widths = pairs.iter().enumerate().flat_map(|(at, &is_pair)| {
        let width = paper.width(at, sheet.inside() as f32) as Twips;
        if is_pair { vec![width / 2; 2] } else { vec![width] }
    });
    let widths: Vec<Twips> = widths.collect();
    let has_heads = paper.columns.iter().any(|column| !column.head.is_empty());
    let heads = paper.columns.iter().zip(&pairs).flat_map(|(column, &is_pair)| {
        let one = || vec![writer.stacked("CellHead", &column.head, Look::PLAIN)];
        if is_pair { writer.paired("CellHead", &column.head, Look::PLAIN) } else { one() }
    });
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
    let cells = |row: &TableRow| {
        let cells =
            row.cells.iter().zip(&pairs).flat_map(|(lines, &is_pair)| match lines.first().and_then(Line::only) {
                Some((words, own)) if is_pair => writer.paired("Cell", words, look(own)),
                _ if is_pair => vec![Markup::default(); 2],
                _ => vec![cell(lines)],
            });
        cells.collect()
    };
    let row = |row: &TableRow| Row {
        may_split: row.cells.iter().any(|cell| cell.len() > MOST_LINES),
        is_band: row.is_band,
        ..Row::of(cells(row))
    };
    let head = has_heads.then(|| Row::head(heads.collect()));
    let rows: Vec<Row> = head.into_iter().chain(paper.rows.iter().map(row)).collect();
    table(writer, "Agenda", &widths, &rows)
}
