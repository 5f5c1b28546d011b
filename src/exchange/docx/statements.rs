//! The speaking list: a table for each session in which statements are given, and one for those that wait.

use maud::{Markup, html};

use super::super::programme::Statement;
use super::markup::{Look, Writer};
use super::sheet::{Row, Sheet, Twips, table};
use crate::texts::{dates, names, tid};

/// The columns: the id of the head, and how wide they are beside each other. The last one is for the team.
const COLUMNS: [(&str, Twips); 8] = [
    (tid("handout-number"), 6),
    (tid("handout-time"), 8),
    (tid("handout-speaker"), 24),
    (tid("handout-function"), 26),
    (tid("handout-member-state"), 22),
    (tid("handout-language"), 13),
    (tid("handout-length"), 15),
    (tid("handout-statement-text"), 11),
];

/// All lists; a sentence where there is none.
pub fn lists(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    let statements = &writer.programme.statements;
    html! {
        @for list in statements.chunk_by(|one, other| one.entry == other.entry) { (list_of(writer, sheet, list)) }
        @if statements.is_empty() {
            (writer.paragraph("Facts", &writer.label(tid("handout-nothing-chosen"), Look::PLAIN)))
        }
    }
}

fn list_of(writer: &Writer<'_>, sheet: &Sheet, list: &[Statement]) -> Markup {
    let programme = writer.programme;
    let entry = list[0].entry.map(|place| &programme.entries[place]);
    let columns = &COLUMNS[..COLUMNS.len() - usize::from(!programme.is_internal)];
    let all: Twips = columns.iter().map(|(_, share)| share).sum();
    let widths: Vec<Twips> = columns.iter().map(|(_, share)| sheet.inside() * share / all).collect();
    let heads = columns.iter().map(|(id, _)| writer.paragraph("CellHead", &writer.label(id, Look::PLAIN)));
    let rows = list.iter().map(|statement| Row::of(row(writer, statement)));
    let rows: Vec<Row> = std::iter::once(Row::head(heads.collect())).chain(rows).collect();
    html! {
        @match entry {
            Some(entry) => {
                (writer.paragraph("Heading1", &writer.words(&entry.title, Look::PLAIN)))
                @let rooms = programme.room_names(entry);
                (writer.paragraph("FactsAbove", &html! {
                    (writer.words(&programme.labels.day_long(entry.span.start.date()), Look::PLAIN))
                    (writer.run(&format!("  ·  {}", programme.labels.hours(entry)), Look::BOLD))
                    @if !rooms.is_empty() { (writer.run(&format!("  ·  {rooms}"), Look::PLAIN)) }
                }))
            }
            None => { (writer.paragraph("Heading1", &writer.label(tid("handout-unscheduled"), Look::PLAIN))) }
        }
        (table(writer, "Agenda", &widths, &rows))
    }
}

fn row(writer: &Writer<'_>, statement: &Statement) -> Vec<Markup> {
    let programme = writer.programme;
    let person = &programme.people[statement.speaker];
    let secs = i32::try_from(statement.length_secs).unwrap_or(i32::MAX);
    let cell = |markup: &Markup| writer.paragraph("Cell", markup);
    let plain = |text: &str| cell(&writer.run(text, Look::PLAIN));
    let received = statement.text_received.map(|is_in| if is_in { tid("handout-yes") } else { tid("handout-no") });
    let language = statement.language.map(|language| writer.label(names::language(language), Look::PLAIN));
    let mut cells = vec![
        plain(&statement.number.to_string()),
        plain(&statement.start.map(|start| start.clock()).unwrap_or_default()),
        html! {
            (cell(&writer.run(&person.addressed(), Look::BOLD)))
            @if !person.contact.is_empty() { (plain(&person.contact)) }
        },
        plain(&person.function),
        plain(&person.represents),
        cell(&language.unwrap_or_default()),
        cell(&writer.words(&programme.labels.each(|texts| dates::seconds_text(texts, secs)), Look::PLAIN)),
    ];
    cells.extend(received.map(|received| cell(&writer.label(received, Look::PLAIN))));
    cells
}
