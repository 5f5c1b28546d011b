//! The journal of a day: what is held today, what tomorrow, what is to be noticed, and what has changed since the last release
//! (UN practice).

use chrono::{Days, NaiveDate};

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::{Day, Entry};
use super::desk::{Desk, interpreted};
use crate::model::{EventKind, SessionKind, Status};
use crate::texts::{dates, tid};

/// A journal for each day that is asked for; `desk` has the days behind them, too.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let asked = &desk.selection.days;
    let days: Vec<&Day> =
        desk.programme.days.iter().filter(|day| asked.is_empty() || asked.contains(&day.date)).collect();
    let pieces = days.into_iter().flat_map(|day| journal(desk, day)).collect();
    desk.paper(tid("handout-journal"), pieces)
}

fn journal(desk: &Desk<'_>, day: &Day) -> Vec<Piece> {
    let mut pieces = vec![part(desk, tid("handout-today"), day.date, true)];
    pieces.push(Piece::Table(table(desk, desk.programme.entries_of(day))));
    let next = day.date.checked_add_days(Days::new(1));
    let next = desk.programme.days.iter().find(|other| Some(other.date) == next);
    if let Some(next) = next {
        pieces.push(part(desk, tid("handout-tomorrow"), next.date, false));
        pieces.push(Piece::Table(table(desk, desk.programme.entries_of(next))));
    }
    let notices = notices(desk, day.date);
    if !notices.is_empty() {
        pieces.push(Piece::Heading(Heading::of_part(desk.label(tid("handout-notices")))));
        pieces.extend(notices.into_iter().map(Piece::Facts));
    }
    let changes = changes(desk, day.date);
    if !changes.rows.is_empty() {
        pieces.push(Piece::Heading(Heading::of_part(desk.label(tid("handout-changes")))));
        pieces.push(Piece::Table(changes));
    }
    pieces
}

/// `Today · Monday 17 November 2025`
fn part(desk: &Desk<'_>, id: &'static str, date: NaiveDate, is_first: bool) -> Piece {
    let (name, day) = (desk.label(id), desk.programme.labels.day_long(date));
    let words = desk.programme.labels.each(|texts| {
        let language = texts.language();
        format!("{} · {}", name.get(language), day.get(language))
    });
    Piece::Heading(Heading::of_part(words).on_new_page(is_first))
}

fn table(desk: &Desk<'_>, entries: &[Entry]) -> Table {
    let labels = [
        (tid("handout-time"), 14),
        (tid("handout-session"), 48),
        (tid("handout-room"), 20),
        (tid("handout-services-of-room"), 18),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for entry in entries {
        let hours = vec![desk.hours(entry)];
        if entry.kind == SessionKind::Break {
            table.band(vec![hours, vec![Line::soft(&entry.title)], Vec::new(), Vec::new()]);
            continue;
        }
        let mut session = desk.session(entry);
        if entry.status == Status::Reserve {
            session.push(Line::soft(desk.programme.labels.status(Status::Reserve)));
        }
        if !entry.link.is_empty() && entry.status != Status::Cancelled {
            session.push(Line::plain(desk.label(tid("handout-join"))).linked(&entry.link));
        }
        let service = |is: bool, id: &'static str| if is { Line::plain(desk.label(id)) } else { Line::default() };
        let services = vec![
            Line::plain(interpreted(entry)),
            service(entry.webcast, tid("handout-webcast")),
            service(entry.captioned, tid("handout-captioned")),
        ];
        table.row(vec![hours, session, vec![Line::plain(desk.programme.room_names(entry))], services]);
    }
    table
}

/// Deadlines and days off of today and tomorrow, and documents that are issued today.
fn notices(desk: &Desk<'_>, today: NaiveDate) -> Vec<Line> {
    let labels = &desk.programme.labels;
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let mut lines = Vec::new();
    for event in desk.plan.events().iter() {
        let (first, last) = event.dates.first_and_last();
        let is_told = matches!(event.kind, EventKind::Deadline | EventKind::Milestone | EventKind::Holiday);
        if is_told && first <= tomorrow && today <= last && event.dates.len_days() < 60 {
            let when = labels.each(|texts| dates::dates_text(texts, first, last));
            lines.push(Line::strong(desk.words(&event.title)).beside(when, Look::Soft));
        }
    }
    for document in desk.plan.documents().iter().filter(|document| document.issued == Some(today)) {
        let name = Line::soft(desk.label(tid("handout-document"))).and(" ", Look::Soft);
        let name = name.and(document.symbol.as_str(), Look::Strong);
        lines.push(name.and(" ", Look::Plain).and(desk.words(&document.title), Look::Plain));
    }
    lines
}

/// The meetings from today on of which the world knows something else, and those that it does not know.
fn changes(desk: &Desk<'_>, today: NaiveDate) -> Table {
    let labels = [
        (tid("handout-day"), 16),
        (tid("handout-time"), 14),
        (tid("handout-session"), 38),
        (tid("handout-room"), 18),
        (tid("notice-what"), 14),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for entry in desk.programme.entries.iter().filter(|entry| entry.span.start.date() >= today) {
        let Some(what) = entry.revised.map(|revision| desk.programme.labels.revision(revision)) else { continue };
        table.row(vec![
            vec![Line::plain(desk.programme.labels.day_short(entry.span.start.date()))],
            vec![desk.hours(entry)],
            desk.session(entry),
            vec![Line::plain(desk.programme.room_names(entry))],
            vec![Line::strong(what)],
        ]);
    }
    table
}
