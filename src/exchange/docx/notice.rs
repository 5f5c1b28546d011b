//! The change notice: a table for each day, and a line to sign on.

use maud::{Markup, html};

use super::super::changes::{Changed, ChangedDay, Changes, Place};
use super::super::layout::{Orientation, Paper};
use super::super::progress::ExportError;
use super::super::words::Words;
use super::markup::{Look, Writer, leading};
use super::sheet::{self, Row, Sheet, Twips, table};
use super::{failed, package};
use crate::texts::tid;

/// The columns: the id of the head, and how wide they are beside each other.
const COLUMNS: [(&str, Twips); 4] =
    [(tid("notice-what"), 15), (tid("handout-session"), 43), (tid("notice-was"), 21), (tid("notice-is"), 21)];

/// A session of which so many fields differ may be split over two pages.
const MOST_LINES: usize = 6;

/// The bytes of the document.
///
/// # Errors
/// [`ExportError::Failed`] where the archive can not be written.
pub fn notice(changes: &Changes, paper: Paper) -> Result<Vec<u8>, ExportError> {
    let writer = Writer::new(&changes.programme);
    let sheet = Sheet::on(paper, Orientation::Portrait);
    let title = changes.title();
    let body = html! {
        (writer.paragraph("FactsAbove", &writer.words(&changes.programme.title, Look::BOLD)))
        (writer.stacked("Title", &title, Look::PLAIN))
        @for fact in changes.facts() { (writer.paragraph("Facts", &writer.words(&fact, Look::PLAIN))) }
        @for day in &changes.days { (day_table(&writer, &sheet, day)) }
        (signature(&writer, &sheet))
    };
    let header = html! {
        (leading(&changes.programme.title, Look::BOLD)) (writer.run("  ·  ", Look::PLAIN)) (leading(&title, Look::PLAIN))
    };
    let states = leading(&changes.states, Look::PLAIN);
    let document = package::Document {
        body,
        header: sheet::edge(&writer, &sheet, &header, &states),
        footer: sheet::footer(&writer, &sheet),
    };
    package::pack(&writer, &sheet, document).map_err(|why| failed(&why))
}

fn day_table(writer: &Writer<'_>, sheet: &Sheet, day: &ChangedDay) -> Markup {
    let all: Twips = COLUMNS.iter().map(|(_, share)| share).sum();
    let widths: Vec<Twips> = COLUMNS.iter().map(|(_, share)| sheet.inside() * share / all).collect();
    let heads = COLUMNS.map(|(id, _)| writer.stacked("CellHead", &writer.programme.labels.text(id), Look::PLAIN));
    let rows = day.changes.iter().map(|changed| row(writer, changed));
    let rows: Vec<Row> = std::iter::once(Row::head(heads.to_vec())).chain(rows).collect();
    html! {
        (writer.heading(false, &writer.words(&writer.programme.labels.day_long(day.date), Look::PLAIN)))
        (table(writer, "Agenda", &widths, &rows))
    }
}

fn row(writer: &Writer<'_>, changed: &Changed) -> Row {
    // One edge for the eye to follow, whichever way a line runs.
    let stacked = |words: &Words, look: Look| {
        html! {
            @for (place, (language, text)) in words.iter().enumerate() {
                @let look = if place > 0 { Look::SOFT } else { look };
                (writer.paragraph("Cell", &writer.words(&Words::one(language, text), look)))
            }
        }
    };
    let plain = |text: &str, look: Look| {
        html! {
            @if !text.is_empty() { (writer.paragraph("Cell", &writer.run(text, look))) }
        }
    };
    let place = |place: Option<&Place>, look: Look| {
        html! {
            @if let Some(place) = place {
                (stacked(&place.day, look)) (plain(&place.hours, look)) (stacked(&place.rooms, look))
            }
        }
    };
    let was = changed.was.as_ref().filter(|_| changed.was != changed.is);
    let cells = vec![
        stacked(&changed.what, Look::BOLD),
        html! {
            (plain(&changed.code, Look::BOLD))
            (stacked(&changed.title, Look::PLAIN))
            (stacked(&changed.event, Look::SOFT))
            (stacked(&changed.over, Look::BOLD))
            @for line in changed.lines.iter().chain(&changed.records) { (stacked(line, Look::SOFT)) }
        },
        place(was, Look::SOFT),
        html! { (place(changed.is.as_ref(), Look::BOLD)) (stacked(&changed.instead, Look::BOLD)) },
    ];
    Row { may_split: changed.lines.len() > MOST_LINES, ..Row::of(cells) }
}

/// Where it is signed.
fn signature(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    let line = "_".repeat(38);
    let label = |id| leading(&writer.programme.labels.text(id), Look::SOFT);
    html! {
        (writer.paragraph("Heading2", &Markup::default()))
        (sheet::edge(writer, sheet, &writer.run(&line, Look::SOFT), &writer.run(&line[..26], Look::SOFT)))
        (sheet::edge(writer, sheet, &label(tid("notice-signature")), &label(tid("handout-date"))))
    }
}
