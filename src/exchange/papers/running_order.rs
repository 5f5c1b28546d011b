//! The running order of a meeting for its chair and its secretary, minute by minute; and the podium list, in letters that
//! are read from afar.

use super::super::paper::{Heading, Line, Look, Paper, Piece, Table};
use super::super::programme::{Entry, Item, Statement};
use super::super::progress::ExportError;
use super::desk::{Desk, interpreted};
use super::meetings;
use crate::model::{CivilTime, SessionKind, Status};
use crate::texts::{dates, names, tid};

/// A sheet for each meeting that has an agenda, documents or a speaking list; of a part of the conference, for each that
/// somebody chairs.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let is_whole = desk.selection.is_of_whole_events();
    let mut pieces = Vec::new();
    for (place, entry) in desk.programme.entries.iter().enumerate() {
        let has_agenda = !entry.items.is_empty() || !entry.topics.is_empty() || !entry.documents.is_empty();
        // Who asks for some meetings wants them all; of a whole conference, those that there is something to say of.
        let is_run = if is_whole { has_agenda || speaks(desk, place) } else { entry.kind.has_chair() || has_agenda };
        if is_run && entry.status != Status::Cancelled && entry.kind != SessionKind::Break {
            pieces.extend(sheet(desk, place, entry));
        }
    }
    desk.paper(tid("handout-running-order"), pieces)
}

fn speaks(desk: &Desk<'_>, place: usize) -> bool {
    desk.programme.statements_of(place).next().is_some()
}

/// Its title, on a page of its own, and when and where it is.
fn head(desk: &Desk<'_>, entry: &Entry) -> Vec<Piece> {
    let programme = desk.programme;
    let day = programme.labels.day_long(entry.span.start.date());
    let facts = Line::default()
        .and(day, Look::Plain)
        .beside(programme.labels.hours(entry), Look::Strong)
        .beside(programme.meeting_or_bodies(entry), Look::Plain)
        .beside(programme.room_names(entry), Look::Plain);
    let heading = Heading::of_part(entry.title.clone()).on_new_page(true);
    vec![Piece::Heading(heading), Piece::Facts(facts)]
}

fn sheet(desk: &Desk<'_>, place: usize, entry: &Entry) -> Vec<Piece> {
    let programme = desk.programme;
    let mut pieces = head(desk, entry);
    for &(person, role) in &entry.people {
        let person = &programme.people[person];
        let line = Line::soft(programme.labels.role(role)).and(desk.programme.labels.colon(), Look::Soft);
        pieces.push(Piece::Facts(line.and(person.with_affiliation(), Look::Plain)));
    }
    let letters = interpreted(entry);
    if !letters.is_empty() {
        pieces.push(Piece::Facts(desk.labelled(tid("handout-interpretation"), &letters)));
    }
    pieces.extend(table(desk, place, entry).trimmed().map(Piece::Table));
    pieces
}

/// From the opening to the end: items and statements in the order of time.
fn table(desk: &Desk<'_>, place: usize, entry: &Entry) -> Table {
    let labels = [
        (tid("handout-time"), 9),
        (tid("handout-number"), 7),
        (tid("handout-what"), 42),
        (tid("handout-presented-by"), 19),
        (tid("handout-documents"), 23),
        (tid("handout-length"), 10),
    ];
    let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
    let edge = |time: CivilTime, id: &'static str| {
        let mut cells = vec![Vec::new(); 6];
        cells[0] = vec![Line::strong(time.clock())];
        cells[2] = vec![Line::strong(desk.label(id))];
        cells
    };
    table.band(edge(entry.span.start, tid("handout-opening")));
    let mut rows: Vec<(CivilTime, bool, Vec<Vec<Line>>)> = Vec::new();
    for item in &entry.items {
        rows.push((item.due.unwrap_or(entry.span.start), item.is_pause(), of_item(desk, item)));
    }
    for statement in desk.programme.statements_of(place) {
        rows.push((statement.start.unwrap_or(entry.span.start), false, of_statement(desk, statement)));
    }
    if entry.items.is_empty() {
        rows.extend(of_documents(desk, entry).into_iter().map(|cells| (entry.span.start, false, cells)));
    }
    // The order among those that are due at once is that of the agenda.
    rows.sort_by_key(|(due, ..)| *due);
    for (_, is_pause, cells) in rows {
        if is_pause { table.band(cells) } else { table.row(cells) }
    }
    table.band(edge(entry.span.end, tid("handout-closing")));
    table
}

fn of_item(desk: &Desk<'_>, item: &Item) -> Vec<Vec<Line>> {
    let secs = item.presentation_secs.saturating_add(item.discussion_secs);
    vec![
        vec![Line::strong(item.due_clock())],
        vec![Line::plain(item.number.as_str())],
        vec![Line::plain(&item.title)],
        vec![Line::plain(item.presented.as_str())],
        meetings::documents(item),
        vec![Line::plain(if secs == 0 { String::new() } else { seconds(desk, secs) })],
    ]
}

fn of_statement(desk: &Desk<'_>, statement: &Statement) -> Vec<Vec<Line>> {
    let person = &desk.programme.people[statement.speaker];
    let language = statement.language.map(|language| desk.label(names::language(language))).unwrap_or_default();
    vec![
        vec![Line::strong(statement.start.map(|start| start.clock()).unwrap_or_default())],
        vec![Line::plain(statement.number.to_string())],
        vec![
            Line::strong(person.represents.as_str()),
            Line::plain(person.addressed()),
            Line::soft(person.function.as_str()),
        ],
        vec![Line::soft(language)],
        Vec::new(),
        vec![Line::plain(seconds(desk, statement.length_secs))],
    ]
}

/// What it deals with, where nobody has made an agenda yet.
fn of_documents(desk: &Desk<'_>, entry: &Entry) -> Vec<Vec<Vec<Line>>> {
    let programme = desk.programme;
    let row = |title: Line, code: Line, symbol: Line| {
        vec![Vec::new(), vec![code], vec![title], Vec::new(), vec![symbol], Vec::new()]
    };
    let topics = entry.topics.iter().map(|&topic| &programme.topics[topic]);
    let topics = topics.map(|topic| row(Line::plain(&topic.title), Line::plain(topic.code.as_str()), Line::default()));
    let documents = entry.documents.iter().map(|&document| &programme.documents[document]);
    let documents = documents.map(|document| {
        let symbol = Line::plain(document.symbol.as_str()).linked(&document.link);
        row(Line::plain(&document.title), Line::default(), symbol)
    });
    topics.chain(documents).collect()
}

fn seconds(desk: &Desk<'_>, secs: u32) -> String {
    let secs = i32::try_from(secs).unwrap_or(i32::MAX);
    desk.programme.labels.each(|texts| dates::seconds_text(texts, secs)).first().to_owned()
}

/// How much larger than usual letters are that are read from afar.
const FROM_AFAR: f32 = 1.9;

/// A sheet for each meeting in which statements are given.
///
/// # Errors
/// [`ExportError::NoStatements`] where there is none.
pub fn podium_list(desk: &Desk<'_>) -> Result<Paper, ExportError> {
    let mut pieces = Vec::new();
    for (place, entry) in desk.programme.entries.iter().enumerate().filter(|(place, _)| speaks(desk, *place)) {
        pieces.extend(head(desk, entry));
        let labels = [
            (tid("handout-number"), 9),
            (tid("handout-time"), 13),
            (tid("handout-speaker"), 62),
            (tid("handout-length"), 16),
        ];
        let mut table = Table::new(labels.into_iter().map(|(id, share)| (desk.label(id), share)).collect());
        for statement in desk.programme.statements_of(place) {
            let person = &desk.programme.people[statement.speaker];
            table.row(vec![
                vec![Line::strong(statement.number.to_string())],
                vec![Line::plain(statement.start.map(|start| start.clock()).unwrap_or_default())],
                vec![
                    Line::strong(person.represents.as_str()),
                    Line::plain(person.addressed()),
                    Line::soft(person.function.as_str()),
                ],
                vec![Line::plain(seconds(desk, statement.length_secs))],
            ]);
        }
        pieces.push(Piece::Table(table));
    }
    if pieces.is_empty() {
        return Err(ExportError::NoStatements);
    }
    Ok(Paper { scale: FROM_AFAR, ..desk.paper(tid("handout-podium-list"), pieces) })
}
