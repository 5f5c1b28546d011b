//! A block for each meeting, as time management plans have below their grid: hours and title, kind, room and services, who
//! leads it, what stands on its agenda with documents, and links (ITU practice).

use std::collections::BTreeSet;

use super::super::details;
use super::super::paper::{Heading, Line, Look, Piece, Table};
use super::super::programme::{Day, Entry, Item, Programme};
use super::super::words::Words;
use crate::model::{SessionKind, Status};
use crate::texts::tid;

/// The meetings of all days, each day below its heading. A break is a line, and so is what was told in full on a day before;
/// a day of nothing but breaks has no heading.
pub fn pieces(programme: &Programme) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut told = BTreeSet::new();
    let has_meetings = |day: &&Day| programme.entries_on(day).any(|entry| entry.kind != SessionKind::Break);
    for (at, day) in programme.days.iter().filter(has_meetings).enumerate() {
        let words = programme.labels.day_long(day.date);
        pieces.push(Piece::Heading(Heading::of_part(words).on_new_page(at == 0)));
        for entry in programme.entries_on(day) {
            let begins = entry.span.start.date() == day.date;
            if entry.kind == SessionKind::Break || !begins {
                let hours = Line::soft(programme.labels.hours_on(entry, day.date)).and("  ", Look::Soft);
                let title = hours.and(&entry.title, Look::Soft);
                pieces.push(Piece::Facts(title.beside(programme.room_names(entry), Look::Soft)));
            } else {
                pieces.extend(meeting(programme, entry, &mut told));
            }
        }
    }
    pieces
}

/// The block of a meeting. What topics are called is told once: where `told` has them all, their codes say enough.
fn meeting(programme: &Programme, entry: &Entry, told: &mut BTreeSet<usize>) -> Vec<Piece> {
    let mut pieces = vec![Piece::Heading(heading(programme, entry)), Piece::Facts(facts(programme, entry))];
    for &(person, role) in &entry.people {
        let person = &programme.people[person];
        let role = Line::soft(programme.labels.role(role)).and(programme.labels.colon(), Look::Soft);
        let known = [&person.function, &person.represents, &person.contact];
        let known = known.into_iter().filter(|text| !text.is_empty());
        let name = role.and(person.name.as_str(), Look::Strong);
        let line = known.fold(name, |line, text| line.and(", ", Look::Plain).and(text.as_str(), Look::Plain));
        pieces.push(Piece::Facts(line));
    }
    for (name, told) in details::own(programme, entry) {
        pieces.push(Piece::Facts(Line::soft(name).and(programme.labels.colon(), Look::Soft).and(told, Look::Plain)));
    }
    pieces.push(Piece::Facts(Line::soft(entry.remarks.as_str())));
    if !entry.link.is_empty() && entry.status != Status::Cancelled {
        let join = programme.labels.text(tid("handout-join"));
        pieces.push(Piece::Facts(Line::plain(join).linked(&entry.link)));
    }
    let codes = entry.topics.iter().map(|&topic| programme.topics[topic].code.as_str());
    let are_told = entry.topics.iter().all(|topic| told.contains(topic)) && codes.clone().all(|code| !code.is_empty());
    if are_told && !entry.topics.is_empty() {
        let line = Line::soft(programme.labels.text(tid("handout-topics"))).and(programme.labels.colon(), Look::Soft);
        pieces.push(Piece::Facts(line.and(programme.labels.list(codes), Look::Plain)));
    }
    pieces.extend(items(programme, entry).map(Piece::Table));
    if !are_told {
        pieces.extend(topics(programme, entry).map(Piece::Table));
        told.extend(&entry.topics);
    }
    pieces.extend(of_all(programme, entry).map(Piece::Table));
    pieces.retain(|piece| !matches!(piece, Piece::Facts(line) if line.is_empty()));
    pieces
}

/// Hours and title of a session.
pub fn heading(programme: &Programme, entry: &Entry) -> Heading {
    let is_off = entry.status == Status::Cancelled;
    Heading {
        level: 2,
        on_new_page: false,
        before: programme.labels.hours(entry),
        words: entry.title.clone(),
        hue: Some(entry.hue),
        off: if is_off { programme.labels.text(tid("handout-cancelled")) } else { Words::default() },
    }
}

/// Kind, meeting, rooms, how sure, services: what there is.
pub fn facts(programme: &Programme, entry: &Entry) -> Line {
    let labels = &programme.labels;
    let letters: Vec<String> = entry.languages.iter().map(|language| language.letter().to_string()).collect();
    let line = Line::soft(labels.kind_beside_title(entry))
        .beside(programme.meeting_or_bodies(entry), Look::Strong)
        .beside(programme.room_names(entry), Look::Plain);
    let line = match entry.status {
        Status::Confirmed | Status::Reserve => line.beside(labels.status(entry.status), Look::Plain),
        Status::Provisional | Status::Cancelled => line,
    };
    let line = if letters.len() > 1 {
        let label = labels.text(tid("handout-interpretation"));
        line.beside(label, Look::Soft).and(format!(" {}", letters.join("\u{a0}")), Look::Plain)
    } else {
        line
    };
    let service = |is: bool, id: &'static str| if is { labels.text(id) } else { Words::default() };
    line.beside(service(entry.webcast, tid("handout-webcast")), Look::Plain)
        .beside(service(entry.captioned, tid("handout-captioned")), Look::Plain)
}

/// What stands on its agenda, with the times that follow.
pub fn items(programme: &Programme, entry: &Entry) -> Option<Table> {
    if entry.items.is_empty() {
        return None;
    }
    let labels = &programme.labels;
    let mut table = Table::new(vec![
        (labels.text(tid("handout-time")), 9),
        (labels.text(tid("handout-agenda-item")), 10),
        (labels.text(tid("handout-title")), 47),
        (labels.text(tid("handout-documents")), 16),
        (labels.text(tid("handout-presented-by")), 18),
    ]);
    for item in &entry.items {
        let look = if item.is_pause() { Look::Soft } else { Look::Plain };
        table.row(vec![
            vec![Line::default().and(item.due_clock(), look)],
            vec![Line::strong(item.number.as_str())],
            vec![Line::default().and(&item.title, look)],
            documents(item),
            vec![Line::soft(item.presented.as_str())],
        ]);
    }
    table.trimmed()
}

/// The documents of an item, a line each.
pub fn documents(item: &Item) -> Vec<Line> {
    item.papers.iter().map(|paper| Line::plain(paper.name.as_str()).linked(&paper.link)).collect()
}

/// What it is about.
fn topics(programme: &Programme, entry: &Entry) -> Option<Table> {
    let labels = &programme.labels;
    let mut table = Table::new(vec![(labels.text(tid("handout-topics")), 14), (labels.text(tid("handout-title")), 86)]);
    for &topic in &entry.topics {
        let topic = &programme.topics[topic];
        table.row(vec![vec![Line::strong(topic.code.as_str())], vec![Line::plain(&topic.title)]]);
    }
    table.trimmed()
}

/// The documents of the whole meeting.
fn of_all(programme: &Programme, entry: &Entry) -> Option<Table> {
    let labels = &programme.labels;
    let mut table =
        Table::new(vec![(labels.text(tid("handout-title")), 76), (labels.text(tid("handout-document")), 24)]);
    for &document in &entry.documents {
        let document = &programme.documents[document];
        let symbol = vec![Line::strong(document.symbol.as_str()).linked(&document.link)];
        let title = Line::plain(&document.title);
        let title = if document.symbol.is_empty() { title.linked(&document.link) } else { title };
        table.row(vec![vec![title], symbol]);
    }
    table.trimmed()
}
