//! The sessions that wait, as a table and behind those that are placed.

use super::{Cell, Column, Table, own_cells, sessions};
use crate::exchange::programme::Programme;
use crate::texts::tid;

/// A row for each session of `programme`: the placed ones, then those that wait, with the day and the rooms that are wished for.
#[must_use]
pub fn sessions_and_waiting(programme: &Programme) -> Table {
    let mut table = sessions(programme);
    let columns = table.columns.len();
    table.rows.extend(programme.tray().iter().map(|session| {
        let bodies = session.bodies.iter().map(|&body| programme.bodies[body].code.joined());
        let day = session.day.map_or(Cell::Empty, Cell::Day);
        let mut row = vec![Cell::text(session.id.as_str()), day, Cell::Empty, Cell::Empty, Cell::Empty];
        row.push(Cell::Minutes(session.length_mins));
        row.extend(programme.languages.iter().map(|&language| Cell::text(session.title.get(language))));
        row.extend([Cell::words(&session.kind_name), Cell::text(bodies.collect::<Vec<_>>().join(", "))]);
        // What waits has no number.
        row.extend(programme.has_meetings().then_some(Cell::Empty));
        row.extend([
            Cell::text(session.rooms.as_str()),
            Cell::words(&programme.labels.status(session.status)),
            Cell::words(programme.events[session.event].short()),
            Cell::Empty,
            Cell::text(session.people.as_str()),
        ]);
        // Remarks stand last where there are any.
        row.resize(columns - programme.fields.len() - usize::from(programme.is_internal), Cell::Empty);
        row.extend(own_cells(programme, &session.own));
        row.resize(columns, Cell::Empty);
        row
    }));
    table
}

/// The sessions that wait to be placed.
#[must_use]
pub fn waiting(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let mut columns = vec![
        column(tid("handout-id"), 8),
        column(tid("handout-title"), 48),
        column(tid("handout-kind"), 22),
        column(tid("handout-bodies"), 16),
        column(tid("handout-length"), 10),
        column(tid("handout-event"), 14),
        column(tid("handout-date"), 12),
        column(tid("handout-rooms"), 22),
        column(tid("handout-people"), 36),
    ];
    columns.extend(programme.fields.iter().map(|name| Column { head: name.clone(), width: 18 }));
    let rows = programme.tray().iter().map(|session| {
        let bodies = session.bodies.iter().map(|&body| programme.bodies[body].code.joined());
        let mut row = vec![
            Cell::text(session.id.as_str()),
            Cell::words(&session.title),
            Cell::words(&session.kind_name),
            Cell::text(bodies.collect::<Vec<_>>().join(", ")),
            Cell::Minutes(session.length_mins),
            Cell::words(programme.events[session.event].short()),
            session.day.map_or(Cell::Empty, Cell::Day),
            Cell::text(session.rooms.as_str()),
            Cell::text(session.people.as_str()),
        ];
        row.extend(own_cells(programme, &session.own));
        row
    });
    Table { name: labels.text(tid("handout-unscheduled")), columns, rows: rows.collect() }
}
