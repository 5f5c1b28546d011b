//! Agendas as a table.

use super::{Cell, Column, Table};
use crate::exchange::programme::{Item, Programme};
use crate::texts::{names, tid};

/// A row for each item of an agenda, session after session; of sessions that wait nobody can say when items are due.
#[must_use]
pub fn items(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let columns = vec![
        column(tid("handout-id"), 8),
        column(tid("handout-session"), 36),
        column(tid("handout-number"), 8),
        column(tid("handout-agenda-item"), 48),
        column(tid("handout-kind"), 14),
        column(tid("handout-date"), 12),
        column(tid("handout-start"), 8),
        column(tid("handout-presentation"), 12),
        column(tid("handout-discussion"), 12),
        column(tid("handout-presented-by"), 28),
        column(tid("handout-documents"), 24),
        column(tid("handout-topics"), 20),
        column(tid("handout-origin"), 18),
        column(tid("handout-outcome"), 16),
    ];
    let placed = programme.entries.iter().map(|entry| (entry.id, &entry.title, &entry.items));
    let waiting = programme.tray().iter().map(|session| (session.id, &session.title, &session.items));
    let rows = placed.chain(waiting).flat_map(|(id, title, items)| {
        items.iter().map(move |item| {
            let mut row = vec![Cell::text(id.as_str()), Cell::words(title)];
            row.extend(item_cells(programme, item));
            row
        })
    });
    Table { name: labels.text(tid("handout-agenda")), columns, rows: rows.collect() }
}

fn item_cells(programme: &Programme, item: &Item) -> [Cell; 12] {
    let words = |id: &str| Cell::words(&programme.labels.text(id));
    let secs = |secs: u32| if secs == 0 { Cell::Empty } else { Cell::Seconds(secs) };
    [
        Cell::text(item.number.as_str()),
        Cell::words(&item.title),
        words(names::item_kind(item.kind)),
        item.due.map_or(Cell::Empty, |due| Cell::Day(due.date())),
        item.due.map_or(Cell::Empty, Cell::Clock),
        secs(item.presentation_secs),
        secs(item.discussion_secs),
        Cell::text(item.presented.as_str()),
        Cell::text(item.documents.as_str()),
        Cell::text(item.topics.as_str()),
        item.origin.map_or(Cell::Empty, |origin| words(names::item_origin(origin))),
        words(names::item_outcome(item.outcome)),
    ]
}
