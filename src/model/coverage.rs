//! What deals with topics, as it follows from agendas and sessions; nothing of it is stored.
//!
//! An item that names topics covers them, and its time is shared by them equally. A session that names topics covers them
//! as a whole, unless its agenda has topics: then the items alone say which. What waits or is called off covers nothing, and a
//! group of one region covers topics of that region only.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AgendaItemId, Body, BodyId, BodyKind, EventId, EventKind, Plan, Session, SessionId, SessionKind, Status, TopicId,
};

/// What covers a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cover {
    /// An item of an agenda.
    Item(AgendaItemId),
    /// All of a session.
    Session(SessionId),
}

/// One thing that covers a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covering {
    /// What it is.
    pub by: Cover,
    /// The session in which that is.
    pub session: SessionId,
    /// The event of that session.
    pub event: EventId,
    /// So many seconds are for the topic: its share of an item, or all of a session.
    pub secs: u32,
}

/// What covers each topic of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage(BTreeMap<TopicId, Vec<Covering>>);

impl Coverage {
    /// That of a plan: of each topic what covers it, in the order of time.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut all: BTreeMap<TopicId, Vec<Covering>> = BTreeMap::new();
        let mut with_agenda = BTreeSet::new();
        for item in plan.items().iter().filter(|item| !item.topics.is_empty()) {
            let Some(session) = plan.sessions().get(item.session).filter(|session| takes_place(session)) else {
                continue;
            };
            let topics: BTreeSet<TopicId> = item.topics.iter().copied().collect();
            let secs = item.secs() / u32::try_from(topics.len()).unwrap_or(u32::MAX);
            with_agenda.insert(session.id);
            for topic in topics {
                let by = Cover::Item(item.id);
                all.entry(topic).or_default().push(Covering { by, session: session.id, event: session.event, secs });
            }
        }
        let is_whole = |session: &&std::sync::Arc<Session>| takes_place(session) && !with_agenda.contains(&session.id);
        for session in plan.sessions().iter().filter(is_whole) {
            let regions = regions_of(plan, session);
            let secs = u32::try_from(session.length().mins()).unwrap_or(0) * 60;
            let topics: BTreeSet<TopicId> = session.topics.iter().copied().collect();
            for topic in topics {
                let region = plan.topics().get(topic).and_then(|topic| topic.region);
                let is_of_others = !regions.is_empty() && region.is_none_or(|region| !regions.contains(&region));
                if !is_of_others {
                    let by = Cover::Session(session.id);
                    all.entry(topic).or_default().push(Covering {
                        by,
                        session: session.id,
                        event: session.event,
                        secs,
                    });
                }
            }
        }
        let order = |of: &Covering| {
            let start = plan.sessions().get(of.session).and_then(|session| session.span()).map(|span| span.start);
            let item = if let Cover::Item(id) = of.by { plan.items().get(id).map(|item| item.order) } else { None };
            (start, of.session, item, of.by)
        };
        for covers in all.values_mut() {
            covers.sort_by_key(order);
        }
        Self(all)
    }

    /// What covers a topic, in the order of time.
    #[must_use]
    pub fn of_topic(&self, topic: TopicId) -> &[Covering] {
        self.0.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// Whether an item of an event names a topic.
    #[must_use]
    pub fn has_item(&self, topic: TopicId, event: EventId) -> bool {
        self.of_topic(topic).iter().any(|of| of.event == event && matches!(of.by, Cover::Item(_)))
    }

    /// So many seconds of agendas are for a topic: its shares of items.
    #[must_use]
    pub fn item_secs(&self, topic: TopicId) -> u32 {
        let items = self.of_topic(topic).iter().filter(|of| matches!(of.by, Cover::Item(_)));
        items.map(|of| of.secs).fold(0, u32::saturating_add)
    }

    /// Whether a topic is missing somewhere: nothing covers it, or one of these meetings has no item of it.
    #[must_use]
    pub fn has_gap(&self, topic: TopicId, meetings: &[EventId]) -> bool {
        self.of_topic(topic).is_empty() || meetings.iter().any(|&event| !self.has_item(topic, event))
    }
}

/// The meetings whose agendas are to take every topic: the interregional ones, in the order of time (§4.24).
#[must_use]
pub fn meetings(plan: &Plan) -> Vec<EventId> {
    let mut meetings: Vec<_> =
        plan.events().iter().filter(|event| event.kind == EventKind::InterregionalMeeting).collect();
    meetings.sort_by_key(|event| (event.dates.span().start, event.id));
    meetings.into_iter().map(|event| event.id).collect()
}

fn takes_place(session: &Session) -> bool {
    session.placement.is_some() && session.status != Status::Cancelled
}

/// The regions of a group that drafts, where its bodies say that they are of one.
fn regions_of(plan: &Plan, session: &Session) -> BTreeSet<BodyId> {
    if session.kind != SessionKind::Drafting {
        return BTreeSet::new();
    }
    let is_region =
        |id: &BodyId| plan.bodies().get(*id).is_some_and(|body: &std::sync::Arc<Body>| body.kind == BodyKind::Region);
    let bodies = session.bodies.iter().filter_map(|&id| plan.bodies().get(id));
    bodies.filter_map(|body| body.stands_for()).filter(is_region).collect()
}
