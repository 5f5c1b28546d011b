//! An itinerary: the days of one person, body or delegation.

use std::collections::BTreeMap;

use super::super::drawing::Page;
use super::super::exporter::Material;
use super::super::programme::{Entry, Programme};
use super::super::progress::{ExportError, Progress};
use super::super::selection::Selection;
use super::composer::Composer;
use super::flow::headed_block;
use super::programme::{days_below, places};
use crate::model::Status;
use crate::texts::tid;

pub fn pages(
    composer: &mut Composer<'_>,
    material: &Material<'_>,
    progress: &Progress,
) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let labels = &programme.labels;
    let title = match whose(programme, material.selection) {
        Some(name) => labels.text_with(tid("handout-itinerary-of"), &[("name", (&name).into())]),
        None => labels.text(tid("handout-itinerary")),
    };
    // What a person says in a session stands first: that is what they must not miss.
    let mut notes: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for statement in &programme.statements {
        let person = &programme.people[statement.speaker];
        let chosen = material.selection.asks_for(person.id, &person.represents);
        if let (true, Some(entry), Some(start)) = (chosen, statement.entry, statement.start) {
            let line = format!("{} {} · {}", start.clock(), labels.text(tid("handout-speaker")).first(), person.name);
            notes.entry(programme.entries[entry].id).or_default().push(line);
        }
    }
    // One person or body can not be in two places; the people of a delegation can, and so can the groups below a body.
    let selection = material.selection;
    let is_one = selection.people.len() + selection.bodies.len() == 1 && selection.delegations.is_empty();
    let share =
        |a: &Entry, b: &Entry| selection.bodies.is_empty() || a.bodies.iter().any(|body| b.bodies.contains(body));
    if is_one {
        for (entry, other) in at_once(&programme.entries).into_iter().filter(|(entry, other)| share(entry, other)) {
            let line = labels.text_with(tid("handout-at-once"), &[("title", other.title.first().into())]);
            notes.entry(entry.id).or_default().push(line.first().to_owned());
        }
    }
    let places = places(programme);
    let title = headed_block(composer, &title, &[&places]);
    days_below(composer, title, progress, |entry| notes.get(&entry.id).map(|lines| lines.join("; ")))
}

/// So many sessions at the same time are told of.
const ENOUGH: usize = 3;

/// Entries that overlap, both ways round; of many at once, enough for each to warn.
fn at_once(entries: &[Entry]) -> Vec<(&Entry, &Entry)> {
    let mut pairs = Vec::new();
    let mut by_start: Vec<&Entry> = entries.iter().filter(|entry| entry.status != Status::Cancelled).collect();
    by_start.sort_by_key(|entry| entry.start);
    for (at, entry) in by_start.iter().enumerate() {
        let meanwhile = by_start[at + 1..].iter().take_while(|other| other.start < entry.end).take(ENOUGH);
        pairs.extend(meanwhile.flat_map(|other| [(*entry, *other), (*other, *entry)]));
    }
    pairs
}

/// Whose itinerary it is, if it is that of one.
fn whose(programme: &Programme, selection: &Selection) -> Option<String> {
    match (selection.people.as_slice(), selection.bodies.as_slice(), selection.delegations.as_slice()) {
        ([person], [], []) => {
            let person = programme.people.iter().find(|row| row.id == *person)?;
            Some(if person.function.is_empty() {
                person.name.clone()
            } else {
                format!("{}, {}", person.name, person.function)
            })
        }
        ([], [body], []) => {
            let body = programme.bodies.iter().find(|row| row.id == *body)?;
            let (code, title) = (body.code.first(), body.title.first());
            Some(if code == title { code.to_owned() } else { format!("{code}, {title}") })
        }
        ([], [], [delegation]) => Some(delegation.clone()),
        _ => None,
    }
}
