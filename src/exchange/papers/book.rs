//! The book of the programme: every session with its talks, who gives them, and what they are about; behind them an index of
//! people, each with the sessions in which they have a part.

use std::collections::BTreeMap;

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::{Entry, Item};
use super::super::words::Words;
use super::desk::{Desk, short_name};
use crate::model::{PersonId, SessionKind, Status};
use crate::texts::tid;

/// Day by day, session by session.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let programme = desk.programme;
    let mut pieces = Vec::new();
    for day in &programme.days {
        let told = programme.entries_of(day).iter().filter(|entry| entry.kind != SessionKind::Break);
        let told: Vec<&Entry> = told.collect();
        if told.is_empty() {
            continue;
        }
        pieces.push(Piece::Heading(Heading::of_part(programme.labels.day_long(day.date))));
        for entry in told {
            session(desk, &mut pieces, entry);
        }
    }
    if !pieces.is_empty() {
        pieces.extend(index(desk));
    }
    desk.paper(tid("handout-book"), pieces)
}

fn session(desk: &Desk<'_>, pieces: &mut Vec<Piece>, entry: &Entry) {
    let programme = desk.programme;
    let is_off = entry.status == Status::Cancelled;
    let off = if is_off { desk.label(tid("handout-cancelled")) } else { Words::default() };
    pieces.push(Piece::Heading(Heading {
        level: 2,
        before: programme.labels.hours(entry),
        hue: Some(entry.hue),
        off,
        ..Heading::of_part(entry.title.clone())
    }));
    let facts = Line::default()
        .and(programme.meeting_or_bodies(entry), Look::Strong)
        .beside(programme.room_names(entry), Look::Soft)
        .beside(programme.labels.kind_beside_title(entry), Look::Soft);
    pieces.push(Piece::Facts(facts));
    for &(person, role) in &entry.people {
        let person = &programme.people[person];
        let line = Line::soft(programme.labels.role(role)).and(desk.programme.labels.colon(), Look::Soft);
        pieces.push(Piece::Facts(line.and(person.with_affiliation(), Look::Plain)));
    }
    let mut table = Table::new(vec![(Words::default(), 12), (Words::default(), 88)]);
    for item in &entry.items {
        let cells = vec![vec![Line::soft(programme.labels.isolated(item.due_clock()))], talk(desk, item)];
        if item.is_pause() { table.band(cells) } else { table.row(cells) }
    }
    pieces.extend(table.trimmed().map(Piece::Table));
}

/// What a talk is called, who gives it, and what it is about.
fn talk(desk: &Desk<'_>, item: &Item) -> Vec<Line> {
    let number = if item.number.is_empty() { String::new() } else { format!("{}  ", item.number) };
    let mut lines = vec![Line::default().and(number, Look::Soft).and(&item.title, Look::Strong)];
    let people: Vec<String> = item.speakers.iter().filter_map(|&id| named(desk, id)).collect();
    // Who presents it, where no people do.
    lines.push(Line::plain(if people.is_empty() { item.presented.clone() } else { people.join("; ") }));
    lines.push(Line::soft(&item.summary));
    lines
}

/// `Ms Perera (Sri Lanka)`, without how anybody is reached.
fn named(desk: &Desk<'_>, id: PersonId) -> Option<String> {
    let person = desk.plan.people().get(id)?;
    let of = person.represents.trim();
    Some(if of.is_empty() { person.name.clone() } else { format!("{} ({of})", person.name) })
}

/// Who has a part in which sessions, in the order of names.
fn index(desk: &Desk<'_>) -> Vec<Piece> {
    let programme = desk.programme;
    let mut found: BTreeMap<(String, PersonId), Vec<String>> = BTreeMap::new();
    for (place, entry) in programme.entries.iter().enumerate() {
        let parts = entry.people.iter().map(|&(person, _)| programme.people[person].id);
        let spoken = programme.statements_of(place).map(|statement| programme.people[statement.speaker].id);
        let ids = parts.chain(entry.items.iter().flat_map(|item| item.speakers.iter().copied())).chain(spoken);
        let day = programme.labels.day_short(entry.span.start.date());
        let told = format!("{} {} {}", day.first(), entry.span.start.clock(), short_name(entry));
        for id in ids {
            let Some(person) = desk.plan.people().get(id) else { continue };
            let lines = found.entry((person.name.to_lowercase(), id)).or_default();
            if !lines.contains(&told) {
                lines.push(told.clone());
            }
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let columns = [(tid("handout-person"), 40), (tid("handout-sessions"), 60)];
    let mut table = Table::new(columns.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    for ((_, id), lines) in found {
        let name = named(desk, id).unwrap_or_default();
        table.row(vec![vec![Line::plain(name)], lines.into_iter().map(Line::plain).collect()]);
    }
    let heading = Heading::of_part(desk.label(tid("handout-index-of-people"))).on_new_page(true);
    vec![Piece::Heading(heading), Piece::Table(table)]
}
