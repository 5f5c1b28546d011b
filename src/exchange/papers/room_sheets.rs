//! A sheet for each room and day: how it is set, what is in it, what is held there, and how long there is to turn it over.

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::{Day, Entry};
use super::super::words::Words;
use super::desk::{Desk, interpreted};
use crate::model::{Room, Status};
use crate::texts::tid;

/// The sheets, by room, then by day.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let programme = desk.programme;
    let mut pieces = Vec::new();
    for (place, room) in programme.rooms.iter().enumerate() {
        let Some(row) = desk.plan.rooms().get(room.id) else { continue };
        for day in &programme.days {
            let held: Vec<&Entry> =
                programme.entries_of(day).iter().filter(|entry| entry.rooms.contains(&place)).collect();
            if !held.is_empty() {
                pieces.extend(sheet(desk, (row, &room.title), day, &held));
            }
        }
    }
    desk.paper(tid("handout-room-sheet"), pieces)
}

fn sheet(desk: &Desk<'_>, (room, title): (&Room, &Words), day: &Day, held: &[&Entry]) -> Vec<Piece> {
    let labels = &desk.programme.labels;
    let long = labels.day_long(day.date);
    let heading = labels.each(|texts| format!("{} · {}", title.get(texts.language()), long.get(texts.language())));
    let mut pieces = vec![Piece::Heading(Heading::of_part(heading).on_new_page(true))];
    pieces.extend(about(desk, room).into_iter().map(Piece::Facts));
    pieces.push(Piece::Table(table(desk, room, held)));
    let closed = room.closed.iter().filter_map(|absence| Some((absence.span()?, &absence.reason)));
    for (span, reason) in closed.filter(|(span, _)| span.start.date() <= day.date && day.date <= span.last_day()) {
        let told = labels.each(|texts| crate::texts::dates::span_text(texts, span));
        let line = Line::strong(desk.label(tid("handout-closed"))).and(desk.programme.labels.colon(), Look::Plain);
        pieces.push(Piece::Facts(line.and(told, Look::Plain).beside(reason.as_str(), Look::Soft)));
    }
    pieces
}

/// Where it is, how many seats and booths, how it is set, what is in it.
fn about(desk: &Desk<'_>, room: &Room) -> Vec<Line> {
    let number = |id: &'static str, count: u32| {
        if count == 0 { Line::default() } else { desk.labelled(id, &count.to_string()) }
    };
    let booths = number(tid("handout-booths"), u32::from(room.booths));
    let seats = number(tid("handout-capacity"), room.capacity.unwrap_or(0));
    let mut first = desk.labelled(tid("handout-place"), &room.place);
    for line in [seats, booths] {
        if !line.is_empty() && !first.is_empty() {
            first = first.and("  ·  ", Look::Soft);
        }
        first.runs.extend(line.runs);
    }
    let minutes = |mins: Option<u16>| mins.map(|mins| desk.length(i32::from(mins))).unwrap_or_default();
    let lines = [
        first,
        desk.labelled(tid("handout-layout"), &room.layout),
        desk.labelled(tid("handout-equipment"), &room.equipment),
        desk.labelled(tid("handout-setup"), &minutes(room.setup_mins)),
        desk.labelled(tid("handout-turnaround"), &minutes(room.turnaround_mins)),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// What is held there, and what lies between.
fn table(desk: &Desk<'_>, room: &Room, held: &[&Entry]) -> Table {
    let labels = [
        (tid("handout-time"), 11),
        (tid("handout-session"), 31),
        (tid("handout-expected"), 9),
        (tid("handout-interpretation"), 13),
        (tid("handout-services-of-room"), 16),
        (tid("handout-link"), 20),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    let mut free_from = None;
    for entry in held {
        if let Some(from) = free_from.filter(|_| entry.status != Status::Cancelled) {
            let free: i32 = entry.span.start.mins_since(from);
            table.band(between(desk, room, free));
        }
        let service = |is: bool, id: &'static str| if is { Line::plain(desk.label(id)) } else { Line::default() };
        table.row(vec![
            vec![desk.hours(entry)],
            desk.session(entry),
            vec![Line::plain(entry.expected_attendance.map(|count| count.to_string()).unwrap_or_default())],
            interpretation(desk, room, entry),
            vec![service(entry.webcast, tid("handout-webcast")), service(entry.captioned, tid("handout-captioned"))],
            vec![Line::plain(entry.link.as_str()).linked(&entry.link)],
        ]);
        if entry.status != Status::Cancelled {
            free_from = Some(free_from.map_or(entry.span.end, |from| entry.span.end.max(from)));
        }
    }
    table
}

/// The languages, and whether the booths are enough: one for each language.
fn interpretation(desk: &Desk<'_>, room: &Room, entry: &Entry) -> Vec<Line> {
    let mut lines = vec![Line::plain(interpreted(entry))];
    let needed = if entry.languages.len() > 1 { entry.languages.len() } else { 0 };
    if needed > usize::from(room.booths) && !room.is_virtual {
        let text = format!(": {} < {needed}", room.booths);
        lines.push(Line::default().and(desk.label(tid("handout-booths")), Look::Off).and(text, Look::Off));
    }
    lines
}

/// How long the room is free between two sessions, and whether that is enough.
fn between(desk: &Desk<'_>, room: &Room, free: i32) -> Vec<Vec<Line>> {
    let needed = room.pause_mins().unwrap_or(0);
    let look = if free < needed { Look::Off } else { Look::Soft };
    let sign = if free < 0 { "−" } else { "" };
    let line = Line::default()
        .and(desk.label(tid("handout-turnaround")), look)
        .and(format!(": {sign}{}", desk.length(free.abs())), look);
    let line = if free < needed { line.and(format!(" < {}", desk.length(needed)), look) } else { line };
    vec![Vec::new(), vec![line], Vec::new(), Vec::new(), Vec::new(), Vec::new()]
}
