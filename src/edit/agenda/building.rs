//! Items of an agenda made of topics: those that are alike together, or each for itself.

use std::collections::{BTreeSet, HashMap};

use crate::model::{AgendaItem, BodyId, DocumentId, EventKind, ItemOrigin, LocalText, Plan, SessionId, Topic, TopicId};

use super::new_items;

/// What gets an item of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ItemEach {
    /// Topics that are alike, together.
    #[default]
    Group,
    /// Each topic.
    Topic,
}

/// Items for topics, in this order, to be added to the agenda of a session with [`OnAgenda::Add`](super::OnAgenda::Add).
/// Each takes so many seconds of discussion, and the current texts of its topics as its documents.
#[must_use]
pub fn built(plan: &Plan, topics: &[TopicId], (session, each, secs): (SessionId, ItemEach, u32)) -> Vec<AgendaItem> {
    let topics = topics.iter().filter_map(|&id| plan.topics().get(id));
    let mut parts: Vec<Vec<&Topic>> = Vec::new();
    let mut groups: HashMap<&LocalText, usize> = HashMap::new();
    for topic in topics {
        let place = match each {
            ItemEach::Group if !topic.group.is_empty() => *groups.entry(&topic.group).or_insert(parts.len()),
            _ => parts.len(),
        };
        if place == parts.len() {
            parts.push(Vec::new());
        }
        parts[place].push(topic);
    }
    let items = new_items(plan, session).zip(parts);
    items.map(|(item, topics)| AgendaItem { discussion_secs: secs, ..of_topics(plan, item, &topics) }).collect()
}

fn of_topics(plan: &Plan, item: AgendaItem, topics: &[&Topic]) -> AgendaItem {
    let title = match topics {
        [only] => only.title.clone(),
        [first, ..] => first.group.clone(),
        [] => LocalText::default(),
    };
    let regions: BTreeSet<BodyId> = topics.iter().filter_map(|topic| topic.region).collect();
    let mut documents: Vec<DocumentId> = Vec::new();
    for document in topics.iter().filter_map(|topic| topic.text) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    let is_of_preparatory = |topic: &&Topic| {
        let event = topic.event.and_then(|id| plan.events().get(id));
        event.is_some_and(|event| event.kind == EventKind::RegionalPreparatoryMeeting)
    };
    AgendaItem {
        title,
        topics: topics.iter().map(|topic| topic.id).collect(),
        presenters: regions.into_iter().collect(),
        documents,
        origin: topics.iter().all(is_of_preparatory).then_some(ItemOrigin::PreparatoryMeetings),
        ..item
    }
}
