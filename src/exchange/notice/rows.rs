//! The notice as a table: a row for each session under each day, as it stands in a workbook.

use super::super::changes::{Changed, Changes, Place};
use super::super::table::{Cell, Column, Table};
use super::super::words::Words;
use crate::texts::tid;

/// The columns: the id of the head, and how wide they are, in characters.
const COLUMNS: [(&str, u16); 7] = [
    (tid("handout-day"), 12),
    (tid("notice-what"), 18),
    (tid("handout-session"), 14),
    (tid("handout-title"), 48),
    (tid("notice-was"), 36),
    (tid("notice-is"), 36),
    (tid("handout-remarks"), 48),
];

/// All of it.
pub fn notice(changes: &Changes) -> Table {
    let labels = &changes.programme.labels;
    let columns = COLUMNS.map(|(id, width)| Column { head: labels.text(id), width });
    let rows = changes.days.iter().flat_map(|day| {
        day.changes.iter().map(|changed| {
            let was = changed.was.as_ref().filter(|_| changed.was != changed.is);
            let is = beside([changed.is.as_ref().map(place).unwrap_or_default(), joined(&changed.instead)]);
            vec![
                Cell::Day(day.date),
                cell(joined(&changed.what)),
                cell(changed.code.clone()),
                cell(beside([joined(&changed.title), joined(&changed.event)])),
                cell(was.map(place).unwrap_or_default()),
                cell(is),
                cell(rest(changed)),
            ]
        })
    });
    Table { name: changes.title(), columns: columns.into(), rows: rows.collect() }
}

fn cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn joined(words: &Words) -> String {
    words.joined().into_owned()
}

fn beside<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn place(place: &Place) -> String {
    beside([joined(&place.day), place.hours.clone(), joined(&place.rooms)])
}

/// What else is different, that it is over, and who asked for it.
fn rest(changed: &Changed) -> String {
    let all = [&changed.over].into_iter().chain(&changed.lines).chain(&changed.records).map(joined);
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
