//! The speaking list on the page: a table for each session in which statements are given.

use maud::{Markup, html};

use super::super::programme::{Entry, Programme, Statement};
use super::entry::{hours, ids, zone_of};
use super::words::{text, title};
use crate::model::Language;
use crate::texts::{dates, names, tid};

/// The columns: the id of the head, and the class of the cells.
const COLUMNS: [(&str, &str); 7] = [
    (tid("handout-number"), "number"),
    (tid("handout-time"), "time"),
    (tid("handout-speaker"), "speaker"),
    (tid("handout-function"), "function"),
    (tid("handout-member-state"), "represents"),
    (tid("handout-language"), "language"),
    (tid("handout-length"), "length"),
];

/// The section; nothing where nobody speaks in a placed session.
pub fn section(programme: &Programme) -> Markup {
    let mut places: Vec<usize> = programme.statements.iter().filter_map(|statement| statement.entry).collect();
    places.dedup();
    html! {
        @if !places.is_empty() {
            section class="speakers" id="speaking-list" aria-labelledby="head-speaking-list" {
                h2 id="head-speaking-list" { (text(programme, &programme.labels.text(tid("handout-speaking-list")))) }
                @for place in places { (list(programme, place)) }
            }
        }
    }
}

fn list(programme: &Programme, place: usize) -> Markup {
    let entry = &programme.entries[place];
    let date = entry.span.start.date();
    let columns = COLUMNS.map(|(id, class)| (programme.labels.each(|texts| texts.text(id).to_owned()), class));
    html! {
        div class="speakers-of" data-day=(date) data-event=(programme.events[entry.event].id)
            data-room=(ids(entry.rooms.iter().map(|&room| programme.rooms[room].id.as_str())))
            data-body=(ids(entry.bodies.iter().map(|&body| programme.bodies[body].id.as_str())))
            data-topic=(ids(entry.topics.iter().map(|&topic| programme.topics[topic].id.as_str()))) {
            h3 { (title(programme, &entry.title)) }
            p class="sitting" {
                (text(programme, &programme.labels.day_long(date))) " " (hours(entry)) " " (zone_of(entry))
                @for &room in &entry.rooms { " " span class="room" { (title(programme, &programme.rooms[room].title)) } }
            }
            table {
                thead { tr { @for (head, class) in &columns { th scope="col" class=(class) { (text(programme, head)) } } } }
                tbody { @for statement in programme.statements_of(place) { (row(programme, entry, statement)) } }
            }
        }
    }
}

fn row(programme: &Programme, entry: &Entry, statement: &Statement) -> Markup {
    let person = &programme.people[statement.speaker];
    let secs = i32::try_from(statement.length_secs).unwrap_or(i32::MAX);
    let language = |language: Language| programme.labels.text(names::language(language));
    let start = statement.start.unwrap_or(entry.span.start);
    html! {
        tr {
            td class="number" { (statement.number) }
            td class="time" { (start.clock()) }
            th scope="row" class="speaker" dir="auto" { (person.addressed()) }
            td class="function" dir="auto" { (person.function) }
            td class="represents" dir="auto" { (person.represents) }
            td class="language" { @if let Some(own) = statement.language { (text(programme, &language(own))) } }
            td class="length" { (text(programme, &programme.labels.each(|texts| dates::seconds_text(texts, secs)))) }
        }
    }
}
