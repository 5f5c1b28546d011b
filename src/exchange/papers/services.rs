//! Who is at the podium, what is webcast and what is captioned, day by day, with the hours that this takes.

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::{Day, Entry};
use super::desk::{Desk, interpreted};
use crate::model::{Role, SessionKind, Status};
use crate::texts::tid;

/// Those who sit at the podium.
const PODIUM: [Role; 6] =
    [Role::Chair, Role::ActingChair, Role::ViceChair, Role::Secretary, Role::Moderator, Role::Panellist];

/// A table for each day.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let mut pieces = Vec::new();
    for day in &desk.programme.days {
        let entries: Vec<&Entry> = desk.programme.entries_of(day).iter().filter(|entry| is_served(entry)).collect();
        if !entries.is_empty() {
            pieces.extend(day_of(desk, day, &entries));
        }
    }
    desk.paper(tid("handout-services"), pieces)
}

/// Whether somebody sits at its podium, or something is to be served.
fn is_served(entry: &Entry) -> bool {
    let has_podium = entry.people.iter().any(|(_, role)| PODIUM.contains(role)) || entry.kind.has_chair();
    let has_service = entry.webcast || entry.captioned || entry.languages.len() > 1;
    entry.status != Status::Cancelled && entry.kind != SessionKind::Break && (has_podium || has_service)
}

fn day_of(desk: &Desk<'_>, day: &Day, entries: &[&Entry]) -> Vec<Piece> {
    let labels = [
        (tid("handout-time"), 11),
        (tid("handout-session"), 30),
        (tid("handout-room"), 14),
        (tid("handout-at-podium"), 27),
        (tid("handout-interpretation"), 12),
        (tid("handout-webcast"), 9),
        (tid("handout-captioned"), 9),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    let yes = |is: bool| if is { vec![Line::strong(desk.label(tid("handout-yes")))] } else { Vec::new() };
    for entry in entries {
        table.row(vec![
            vec![desk.hours(entry)],
            desk.session(entry),
            vec![Line::plain(desk.programme.room_names(entry))],
            podium(desk, entry),
            vec![Line::plain(interpreted(entry))],
            yes(entry.webcast),
            yes(entry.captioned),
        ]);
    }
    let sum = |is: fn(&Entry) -> bool| {
        let mins: i32 = entries.iter().filter(|entry| is(entry)).map(|entry| entry.length_mins()).sum();
        if mins == 0 { Vec::new() } else { vec![Line::strong(desk.length(mins))] }
    };
    table.band(vec![
        vec![Line::strong(desk.label(tid("handout-hours")))],
        Vec::new(),
        Vec::new(),
        Vec::new(),
        sum(|entry| entry.languages.len() > 1),
        sum(|entry| entry.webcast),
        sum(|entry| entry.captioned),
    ]);
    let heading = Heading::of_part(desk.programme.labels.day_long(day.date));
    vec![Piece::Heading(heading), Piece::Table(table)]
}

/// Who sits there, as what; that nobody takes the chair is told.
fn podium(desk: &Desk<'_>, entry: &Entry) -> Vec<Line> {
    let own = entry.people.iter().filter(|(_, role)| PODIUM.contains(role));
    let mut lines: Vec<Line> = own
        .map(|&(person, role)| {
            let person = &desk.programme.people[person];
            Line::soft(desk.programme.labels.role(role))
                .and(desk.programme.labels.colon(), Look::Soft)
                .and(person.with_affiliation(), Look::Plain)
        })
        .collect();
    let has_chair = entry.people.iter().any(|(_, role)| matches!(role, Role::Chair | Role::ActingChair));
    if entry.kind.has_chair() && !has_chair {
        lines.insert(0, Line::soft(desk.programme.labels.role(Role::Chair)).and(": —", Look::Soft));
    }
    lines
}
