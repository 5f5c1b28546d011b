//! Lists for those who cater, print and set tables: sheets of a workbook, to be merged into whatever is printed.

use super::super::programme::{Entry, Person, Programme};
use super::super::words::Words;
use super::{Cell, Column, Table};
use crate::model::{SessionKind, Status};
use crate::texts::tid;

fn columns(programme: &Programme, ids: &[(&'static str, u16)]) -> Vec<Column> {
    ids.iter().map(|&(id, width)| Column { head: programme.labels.text(id), width }).collect()
}

/// Breaks, meals and social events, for whom and where.
#[must_use]
pub fn catering(programme: &Programme) -> Table {
    let mut ids = vec![
        (tid("handout-date"), 12),
        (tid("handout-start"), 8),
        (tid("handout-end"), 8),
        (tid("handout-length"), 8),
        (tid("handout-title"), 44),
        (tid("handout-kind"), 18),
        (tid("handout-rooms"), 28),
        (tid("handout-place"), 28),
        (tid("handout-status"), 14),
    ];
    if programme.is_internal {
        ids.extend([(tid("handout-expected"), 10), (tid("handout-remarks"), 40)]);
    }
    let is_catered = |entry: &&Entry| {
        matches!(entry.kind, SessionKind::Break | SessionKind::Social) && entry.status != Status::Cancelled
    };
    let rows = programme.entries.iter().filter(is_catered).map(|entry| {
        let mut places: Vec<&str> = entry.rooms.iter().map(|&room| programme.rooms[room].place.as_str()).collect();
        places.dedup();
        let mut row = vec![
            Cell::Day(entry.span.start.date()),
            Cell::Clock(entry.span.start),
            Cell::EndClock(entry.span.end),
            Cell::Minutes(entry.length_mins()),
            Cell::words(&entry.title),
            Cell::words(&entry.kind_name),
            Cell::text(programme.room_names(entry)),
            Cell::text(places.join(", ")),
            Cell::words(&programme.labels.status(entry.status)),
        ];
        if programme.is_internal {
            row.extend([Cell::number(entry.expected_attendance), Cell::text(entry.remarks.as_str())]);
        }
        row
    });
    let rows = rows.collect();
    Table { name: programme.labels.text(tid("handout-catering")), columns: columns(programme, &ids), rows }
}

/// A row for each plate on a table: who sits at which session, and as what.
#[must_use]
pub fn name_plates(programme: &Programme) -> Table {
    let ids = [
        (tid("handout-person"), 28),
        (tid("handout-function"), 32),
        (tid("handout-represents"), 28),
        (tid("handout-role"), 16),
        (tid("handout-date"), 12),
        (tid("handout-start"), 8),
        (tid("handout-session"), 40),
        (tid("handout-rooms"), 24),
    ];
    let mut rows = Vec::new();
    for (place, entry) in programme.entries.iter().enumerate().filter(|(_, entry)| entry.status != Status::Cancelled) {
        let role = |role| programme.labels.role(role);
        let seated = entry.people.iter().map(|&(person, part)| (person, role(part)));
        let speaks = || programme.labels.text(tid("handout-speaker"));
        let speaking = programme.statements_of(place).map(|statement| (statement.speaker, speaks()));
        for (person, part) in seated.chain(speaking) {
            rows.push(plate(programme, entry, (&programme.people[person], &part)));
        }
    }
    Table { name: programme.labels.text(tid("handout-name-plates")), columns: columns(programme, &ids), rows }
}

fn plate(programme: &Programme, entry: &Entry, (person, part): (&Person, &Words)) -> Vec<Cell> {
    vec![
        Cell::text(person.addressed()),
        Cell::text(person.function.as_str()),
        Cell::text(person.represents.as_str()),
        Cell::words(part),
        Cell::Day(entry.span.start.date()),
        Cell::Clock(entry.span.start),
        Cell::words(&entry.title),
        Cell::text(programme.room_names(entry)),
    ]
}

/// A row for each badge: everybody once, with the conference that it is of.
#[must_use]
pub fn badges(programme: &Programme) -> Table {
    let ids = [
        (tid("handout-person"), 28),
        (tid("handout-function"), 36),
        (tid("handout-represents"), 28),
        (tid("handout-event"), 28),
    ];
    let rows = programme.people.iter().map(|person| {
        vec![
            Cell::text(person.addressed()),
            Cell::text(person.function.as_str()),
            Cell::text(person.represents.as_str()),
            Cell::words(&programme.whole),
        ]
    });
    let rows = rows.collect();
    Table { name: programme.labels.text(tid("handout-badges")), columns: columns(programme, &ids), rows }
}
