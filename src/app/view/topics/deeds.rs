//! What is done to topics: they come to an item and leave it, and get a group or a state.

use crate::app::context::ViewContext;
use crate::edit::{AnyRow, Command};
use crate::model::{AgendaItem, AgendaItemId, LocalText, Topic, TopicId, TopicState};

/// Puts a topic on an item, or takes it off again.
#[must_use]
pub fn toggled(cx: &ViewContext<'_>, item: AgendaItemId, topic: TopicId) -> Option<Command> {
    let mut item = AgendaItem::clone(cx.plan.items().get(item)?);
    match item.topics.iter().position(|&id| id == topic) {
        Some(_) => item.topics.retain(|&id| id != topic),
        None => item.topics.push(topic),
    }
    Some(Command::Put(item.into()))
}

/// Puts topics on one item; those that are there stay.
#[must_use]
pub fn given(cx: &ViewContext<'_>, item: AgendaItemId, topics: &[TopicId]) -> Option<Command> {
    let mut item = AgendaItem::clone(cx.plan.items().get(item)?);
    let new = topics.iter().copied().filter(|id| !item.topics.contains(id)).collect::<Vec<_>>();
    item.topics.extend(new);
    Some(Command::Put(item.into()))
}

/// Gives topics one state; `None` leaves it to their kind.
#[must_use]
pub fn in_state(cx: &ViewContext<'_>, topics: &[TopicId], state: Option<TopicState>) -> Command {
    let topics = topics.iter().filter_map(|&id| cx.plan.topics().get(id));
    let row = |topic: &std::sync::Arc<Topic>| AnyRow::from(Topic { state, ..Topic::clone(topic) });
    Command::PutMany(topics.map(row).collect())
}

/// Gives topics one group.
#[must_use]
pub fn grouped(cx: &ViewContext<'_>, topics: &[TopicId], group: &LocalText) -> Command {
    let topics = topics.iter().filter_map(|&id| cx.plan.topics().get(id));
    let row = |topic: &std::sync::Arc<Topic>| AnyRow::from(Topic { group: group.clone(), ..Topic::clone(topic) });
    Command::PutMany(topics.map(row).collect())
}
