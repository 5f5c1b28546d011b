//! The documents of each meeting: symbol, title, who it comes from, in which languages it is there.

use super::super::address;
use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::Entry;
use super::desk::Desk;
use crate::model::{Document, DocumentId};
use crate::texts::tid;

/// Day by day, meeting by meeting; meetings without documents are left out.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let mut pieces = Vec::new();
    for day in &desk.programme.days {
        let mut table = columns(desk);
        for entry in desk.programme.entries_of(day) {
            let documents = documents(desk, entry);
            if documents.is_empty() {
                continue;
            }
            let hours = desk.hours(entry);
            let name = Line::strong(desk.programme.meeting_or_bodies(entry))
                .and("  ", Look::Plain)
                .and(&entry.title, Look::Plain);
            table.band(vec![vec![hours], vec![name], vec![Line::soft(desk.programme.room_names(entry))], Vec::new()]);
            for (item, document) in documents {
                table.row(row(desk, &item, document));
            }
        }
        if !table.rows.is_empty() {
            pieces.push(Piece::Heading(Heading::of_part(desk.programme.labels.day_long(day.date))));
            pieces.push(Piece::Table(table));
        }
    }
    desk.paper(tid("handout-meeting-documents"), pieces)
}

fn columns(desk: &Desk<'_>) -> Table {
    let labels = [
        (tid("handout-document"), 20),
        (tid("handout-title"), 48),
        (tid("handout-source"), 18),
        (tid("handout-languages"), 14),
    ];
    Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect())
}

/// What a meeting deals with: the documents of its items with their numbers, then those of all of it; each once.
fn documents<'a>(desk: &Desk<'a>, entry: &Entry) -> Vec<(String, &'a Document)> {
    let plan = desk.plan;
    let mut found: Vec<(String, &Document)> = Vec::new();
    let mut add = |number: &str, id: DocumentId| {
        if let Some(document) = plan.documents().get(id)
            && found.iter().all(|(_, known)| known.id != id)
        {
            found.push((number.to_owned(), document));
        }
    };
    for item in &entry.items {
        item.papers.iter().for_each(|paper| add(&item.number, paper.id));
    }
    for &document in &entry.documents {
        add("", desk.programme.documents[document].id);
    }
    found
}

fn row(desk: &Desk<'_>, item: &str, document: &Document) -> Vec<Vec<Line>> {
    let link = address::web_address(document.link.trim()).unwrap_or_default();
    let author = document.author.and_then(|id| desk.plan.bodies().get(id));
    let author = author.map(|body| desk.words(if body.code.is_empty() { &body.title } else { &body.code }));
    let letters = document.languages.iter().map(|language| language.letter().to_string()).collect::<Vec<_>>();
    let of_item = if item.is_empty() {
        Line::default()
    } else {
        Line::soft(desk.label(tid("handout-agenda-item"))).and(format!(" {item}"), Look::Soft)
    };
    let has_symbol = !document.symbol.is_empty();
    let title = Line::plain(desk.words(&document.title));
    vec![
        vec![Line::strong(document.symbol.as_str()).linked(&link)],
        vec![if has_symbol { title } else { title.linked(&link) }, of_item],
        vec![Line::plain(author.unwrap_or_default()), Line::plain(document.author_name.as_str())],
        vec![Line::plain(letters.join("\u{a0}"))],
    ]
}
