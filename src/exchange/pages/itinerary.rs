//! An itinerary: the days of one person, body or delegation.

use std::collections::BTreeMap;

use super::super::drawing::Page;
use super::super::exporter::{ExportError, Material, Progress};
use super::super::programme::Programme;
use super::super::selection::Selection;
use super::super::words::Words;
use super::composer::Composer;
use super::flow::title_block;
use super::programme::days_below;
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
    let mut speaking: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for statement in &programme.statements {
        let person = &programme.people[statement.speaker];
        let chosen = material.selection.people.contains(&person.id)
            || material.selection.delegations.iter().any(|name| name.trim() == person.represents.trim());
        if let (true, Some(entry), Some(start)) = (chosen, statement.entry, statement.start) {
            let line = format!("{} {} · {}", start.clock(), labels.text(tid("handout-speaker")).first(), person.name);
            speaking.entry(programme.entries[entry].id).or_default().push(line);
        }
    }
    let title = title_block(composer, &title, &Words::default());
    days_below(composer, title, progress, |entry| speaking.get(&entry.id).map(|lines| lines.join("; ")))
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
