//! New rows with nothing but a name.

use crate::model::{Document, Id, LanguageSet, LocalText, Person, Plan, Rank, Tabled, Topic, TopicKind};

/// A person with a name.
#[must_use]
pub fn new_person(plan: &Plan, name: &str) -> Person {
    Person {
        id: free_id(plan, "person-"),
        name: name.to_owned(),
        function: String::new(),
        represents: String::new(),
        region: None,
        rank: Rank::Other,
        contact: String::new(),
        sources: Vec::new(),
    }
}

/// A document with a symbol.
#[must_use]
pub fn new_document(plan: &Plan, symbol: &str) -> Document {
    Document {
        id: free_id(plan, "document-"),
        symbol: symbol.to_owned(),
        title: LocalText::default(),
        event: None,
        issued: None,
        languages: LanguageSet::EMPTY,
        link: String::new(),
        sources: Vec::new(),
    }
}

/// A topic with a code.
#[must_use]
pub fn new_topic(plan: &Plan, code: &str) -> Topic {
    Topic {
        id: free_id(plan, "topic-"),
        kind: TopicKind::AgendaItem,
        code: code.to_owned(),
        title: LocalText::default(),
        objective: LocalText::default(),
        region: None,
        event: None,
        sources: Vec::new(),
    }
}

/// A free id for a new row.
pub fn free_id<R: Tabled>(plan: &Plan, stem: &str) -> Id<R> {
    let table = R::of_plan(plan);
    let first = u32::try_from(table.len()).unwrap_or(0) + 1;
    Id::numbered(stem, first, |id| table.contains(id))
}
