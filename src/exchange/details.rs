//! What is known of a session beside its title, time and place, in lines of plain text.

use super::plain;
use super::programme::{Entry, Item, OwnCell, Programme};
use super::real_times;
use super::words::Words;
use crate::model::Status;
use crate::texts::{dates, names, numbers::number_text, tid};

/// `Bodies: COM3`, `People: …` and so on of the entry at `place`; lines for which nothing is known are left out.
#[must_use]
pub fn lines(programme: &Programme, place: usize) -> Vec<String> {
    let entry = &programme.entries[place];
    let labels = &programme.labels;
    let (list, wide_list) = (|texts: Vec<String>| labels.list(texts), |texts: Vec<String>| labels.wide_list(texts));
    let topic = |&topic: &usize| {
        let topic = &programme.topics[topic];
        format!("{} {}", topic.code, topic.title.joined())
    };
    let event = if programme.events.len() > 1 { programme.events[entry.event].short().joined() } else { "".into() };
    let status = if entry.status == Status::Confirmed { Words::default() } else { labels.status(entry.status) };
    let known = [
        (tid("handout-status"), status.joined().into_owned()),
        (tid("handout-held"), real_times::sittings(entry)),
        (tid("handout-event"), event.into_owned()),
        (tid("handout-bodies"), programme.body_names(entry)),
        (tid("handout-people"), wide_list(people(programme, entry))),
        (tid("handout-speaking-list"), wide_list(speakers(programme, place))),
        (tid("handout-agenda"), wide_list(entry.items.iter().filter(|item| !item.is_pause()).map(item_line).collect())),
        (tid("handout-topics"), wide_list(entry.topics.iter().map(topic).collect())),
        (tid("handout-documents"), list(documents(programme, entry))),
        (tid("handout-languages"), list(languages(programme, entry))),
        (tid("handout-remarks"), entry.remarks.clone()),
    ];
    let told = known.into_iter().map(|(label, text)| (label, plain::line(&text))).filter(|(_, text)| !text.is_empty());
    let told = told.map(|(label, text)| (labels.text(label).joined().into_owned(), text));
    told.chain(own(programme, entry)).map(|(label, text)| labels.labelled(&label, &text)).collect()
}

/// The names of own fields in which a session has something, and what that is.
pub fn own<'a>(programme: &'a Programme, entry: &'a Entry) -> impl Iterator<Item = (String, String)> + 'a {
    let labels = &programme.labels;
    let told = programme.fields.iter().zip(&entry.own).filter_map(move |(name, cell)| {
        let text = match cell {
            OwnCell::Empty => return None,
            OwnCell::Text(text) => text.clone(),
            OwnCell::Choice(title) => title.joined().into_owned(),
            OwnCell::Number(number) => number_text(programme.language(), *number),
            OwnCell::Day(day) => labels.each(|texts| dates::dates_year(texts, *day, *day)).joined().into_owned(),
            OwnCell::Yes => labels.text(tid("handout-yes")).joined().into_owned(),
        };
        Some((name.joined().into_owned(), plain::line(&text)))
    });
    told.filter(|(_, text)| !text.is_empty())
}

/// The documents by symbol, or by title where they have none.
#[must_use]
pub fn documents(programme: &Programme, entry: &Entry) -> Vec<String> {
    let name = |&document: &usize| {
        let document = &programme.documents[document];
        if document.symbol.is_empty() { document.title.joined().into_owned() } else { document.symbol.clone() }
    };
    entry.documents.iter().map(name).collect()
}

/// `13:10 2 Adoption of the agenda`
#[must_use]
pub fn item_line(item: &Item) -> String {
    let parts = [item.due_clock(), item.number.clone(), item.title.joined().into_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn people(programme: &Programme, entry: &Entry) -> Vec<String> {
    let told = entry.people.iter().map(|&(person, role)| {
        let person = &programme.people[person];
        let role = programme.labels.role(role);
        let known = [role.first(), &person.contact].into_iter().filter(|text| !text.is_empty());
        format!("{} ({})", person.name, known.collect::<Vec<_>>().join(", "))
    });
    told.collect()
}

/// Who speaks when.
fn speakers(programme: &Programme, place: usize) -> Vec<String> {
    let told = programme.statements_of(place).map(|statement| {
        let start = statement.start.map(|start| start.clock()).unwrap_or_default();
        format!("{start} {}", programme.people[statement.speaker].with_affiliation())
    });
    told.collect()
}

fn languages(programme: &Programme, entry: &Entry) -> Vec<String> {
    let name = |language| programme.labels.text(names::language(language)).first().to_owned();
    entry.languages.iter().map(name).collect()
}
