//! New rows with little but a name, as a planner begins them.

use crate::model::{
    Body, BodyKind, CivilTime, DayHours, Document, Event, EventDates, EventId, EventKind, FieldForm, Holder, Hue,
    LocalText, OwnField, OwnKind, OwnRank, Person, Plan, Room, Session, SessionId, SessionKind, Topic, TopicKind,
};

use super::free_ids::FreeSessionIds;

/// The first day of what the plan is about, where new things begin.
#[must_use]
pub fn first_day(plan: &Plan) -> chrono::NaiveDate {
    let any = plan.main_event().or_else(|| plan.events().iter().next().map(|event| &**event));
    any.map_or_else(
        || chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default(),
        |event| event.dates.first_and_last().0,
    )
}

/// An event on the first day, open by day if it is the first one.
#[must_use]
pub fn new_event(plan: &Plan, title: &str) -> Event {
    Event {
        title: title.into(),
        hours: plan.events().is_empty().then_some(DayHours { from_min: 8 * 60, to_min: 20 * 60 }),
        ..Event::new(
            plan.events().free_id("event-"),
            EventKind::Milestone,
            EventDates::day(first_day(plan)),
            plan.header().zone,
        )
    }
}

/// A session that waits in the tray, of the event of that day; `None` where there is no event.
#[must_use]
pub fn new_session(plan: &Plan, time: CivilTime) -> Option<Session> {
    let event = event_at(plan, time)?;
    let last = plan.sessions().iter().next_back().map(|session| session.id);
    let id = FreeSessionIds::new(plan).like(last.or_else(|| SessionId::new("S").ok())?);
    Some(Session::new(id, event, SessionKind::Other))
}

/// An own kind of session, a talk for a beginning, in a hue that no other one has while there is one.
#[must_use]
pub fn new_kind(plan: &Plan, title: LocalText) -> OwnKind {
    let is_free = |hue: &Hue| plan.kinds().iter().all(|kind| kind.hue != *hue);
    let nature = SessionKind::Talk;
    OwnKind {
        id: plan.kinds().free_id("kind-"),
        title,
        nature,
        hue: Hue::ALL.into_iter().find(is_free).unwrap_or(Hue::Blue),
        sign: nature,
        sources: Vec::new(),
    }
}

/// An own field of sessions, for the team only.
#[must_use]
pub fn new_field(plan: &Plan, holder: Holder, title: LocalText, form: FieldForm) -> OwnField {
    OwnField { id: plan.fields().free_id("field-"), title, holder, form, handed_out: false, sources: Vec::new() }
}

/// A rank of the plan's own after all others; nobody of it speaks until it has a class.
#[must_use]
pub fn new_rank(plan: &Plan, title: &str) -> OwnRank {
    let last = plan.all_ranks().into_iter().map(|rank| plan.standing(rank).order).max().unwrap_or(0);
    OwnRank { title: title.into(), order: last.saturating_add(10), ..OwnRank::usual(plan.ranks().free_id("rank-")) }
}

/// A room after all others.
#[must_use]
pub fn new_room(plan: &Plan, title: &str) -> Room {
    let order = plan.rooms().iter().map(|room| room.order).max().unwrap_or(0).saturating_add(10);
    Room { order, ..Room::new(plan.rooms().free_id("room-"), title.into()) }
}

/// A working group.
#[must_use]
pub fn new_body(plan: &Plan, title: &str) -> Body {
    Body { title: title.into(), ..Body::new(plan.bodies().free_id("body-"), BodyKind::WorkingGroup) }
}

/// A person with a name.
#[must_use]
pub fn new_person(plan: &Plan, name: &str) -> Person {
    Person::new(plan.people().free_id("person-"), name)
}

/// A document with a symbol.
#[must_use]
pub fn new_document(plan: &Plan, symbol: &str) -> Document {
    Document::new(plan.documents().free_id("document-"), symbol)
}

/// A topic with a code.
#[must_use]
pub fn new_topic(plan: &Plan, code: &str) -> Topic {
    Topic { code: code.to_owned(), ..Topic::new(plan.topics().free_id("topic-"), TopicKind::AgendaItem) }
}

/// The event of a day: the shortest that covers it, else the one that begins next, else any.
#[must_use]
pub fn event_at(plan: &Plan, time: CivilTime) -> Option<EventId> {
    let with_sessions = || plan.events().iter().filter(|event| event.hours.is_some());
    let covering =
        with_sessions().filter(|event| event.dates.span().contains(time)).min_by_key(|event| event.dates.len_days());
    covering
        .or_else(|| with_sessions().min_by_key(|event| event.dates.span().start.mins_since(time).abs()))
        .or_else(|| plan.events().iter().next())
        .map(|event| event.id)
}
