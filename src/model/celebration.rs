//! The youth celebration (C25/30-R §7.1) as it follows from the plan: which sessions serve which element of the programme, who goes
//! on which visit, what is not right about either, and which documents are its own. Nothing of it is stored.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    CivilTime, Document, DocumentId, Event, EventId, EventKind, Plan, Session, SessionId, SessionKind, Status,
    VisitGroup, YouthElement,
};

/// What is not right about a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupFlaw {
    /// Nobody says how many go.
    NoHeadcount,
    /// Nobody says when it departs or when it is back.
    NoSlot,
    /// Nobody says how many seats there are.
    NoSeats,
    /// So many have no seat.
    TooFewSeats(u32),
    /// It is back before it departs.
    BackBeforeDeparture,
    /// It departs before a session is over that the visit comes after.
    DepartsDuring(SessionId),
    /// It is back before the visit begins, or departs when it is over.
    BesideVisit,
}

/// What is not right about a group of a visit, in the order of [`GroupFlaw`].
#[must_use]
pub fn flaws(plan: &Plan, visit: &Session, group: &VisitGroup) -> Vec<GroupFlaw> {
    flaws_after(visit, group, |id| plan.sessions().get(id).map(|row| &**row))
}

/// The same, where it is known how to find the sessions that the visit comes after.
#[must_use]
pub fn flaws_after<'a>(
    visit: &Session,
    group: &VisitGroup,
    session: impl Fn(SessionId) -> Option<&'a Session>,
) -> Vec<GroupFlaw> {
    let mut found = Vec::new();
    match (group.people, group.seats) {
        (None, _) => found.push(GroupFlaw::NoHeadcount),
        (Some(people), Some(seats)) if people > seats => found.push(GroupFlaw::TooFewSeats(people - seats)),
        _ => {}
    }
    if group.seats.is_none() {
        found.push(GroupFlaw::NoSeats);
    }
    if group.departs.is_none() || group.returns.is_none() {
        found.push(GroupFlaw::NoSlot);
    }
    if let (Some(departs), Some(returns)) = (group.departs, group.returns)
        && returns <= departs
    {
        found.push(GroupFlaw::BackBeforeDeparture);
    }
    if let Some(span) = visit.span() {
        let day = CivilTime::midnight(span.start.date());
        let at = |minute: u16| day.plus_mins(minute.into());
        let earlier = visit.after.iter().filter_map(|&id| session(id)).filter(|row| takes_place(row));
        let ends = earlier.filter_map(|row| Some((row.span()?.end, row.id)));
        let during = group.departs.and_then(|departs| ends.filter(|&(end, _)| at(departs) < end).max());
        found.extend(during.map(|(_, id)| GroupFlaw::DepartsDuring(id)));
        let is_beside = group.departs.is_some_and(|departs| at(departs) >= span.end)
            || group.returns.is_some_and(|returns| at(returns) <= span.start);
        if is_beside {
            found.push(GroupFlaw::BesideVisit);
        }
    }
    found.sort_unstable();
    found
}

/// How many people go on visits, in how many groups, and on how many seats, as far as that is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visitors {
    /// Groups.
    pub groups: usize,
    /// People in them.
    pub people: u32,
    /// Seats for them.
    pub seats: u32,
    /// Groups about which something is not right.
    pub flawed: usize,
}

/// A youth celebration as it follows from the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Celebration {
    /// Its event.
    pub event: EventId,
    /// Its sessions in the order of time; those that wait come last. Breaks and services are none.
    pub sessions: Vec<SessionId>,
    /// The conference that it is before, or is not.
    pub conference: Option<(EventId, bool)>,
    /// Its documents, and whether each is an outcome.
    pub documents: Vec<(DocumentId, bool)>,
}

impl Celebration {
    /// All of a plan, in the order of their days.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let of_kind = |kind| plan.events().iter().filter(move |event| event.kind == kind);
        let mut events: Vec<&Arc<Event>> = of_kind(EventKind::YouthCelebration).collect();
        events.sort_by_key(|event| (event.dates, event.id));
        let conference = of_kind(EventKind::Conference).min_by_key(|event| (event.dates, event.id));
        let mut all: Vec<Self> = Vec::new();
        for (at, event) in events.iter().enumerate() {
            let is_of = |row: &&Arc<Session>| {
                let is_elsewhere = row.kind == SessionKind::Youth && !events.iter().any(|event| event.id == row.event);
                let is_part = !matches!(row.kind, SessionKind::Break | SessionKind::Service);
                row.event == event.id && is_part || at == 0 && is_elsewhere
            };
            let mut sessions: Vec<&Arc<Session>> = plan.sessions().iter().filter(is_of).collect();
            sessions.sort_by_key(|row| (row.span().is_none(), row.span().map(|span| span.start), row.id));
            let conference = conference.map(|of| (of.id, event.dates.span().end <= of.dates.span().start));
            let sessions = sessions.into_iter().map(|row| row.id).collect();
            all.push(Self { event: event.id, sessions, conference, documents: Vec::new() });
        }
        let names: Vec<&Event> = events.iter().map(|event| &***event).collect();
        let mut held: BTreeMap<DocumentId, EventId> = BTreeMap::new();
        for row in plan.sessions().iter().filter(|row| is_of_youth(row, &names)) {
            for &document in &row.documents {
                held.entry(document).or_insert(row.event);
            }
        }
        for document in plan.documents().iter() {
            let of = belongs_to(document, &names, || held.get(&document.id).copied());
            if let Some(one) = all.iter_mut().find(|one| of == Some(one.event)) {
                one.documents.push((document.id, document.is_outcome()));
            }
        }
        all
    }

    /// The sessions that serve an element, and whether each takes place.
    pub fn serving<'a>(&self, plan: &'a Plan, element: YouthElement) -> impl Iterator<Item = (&'a Session, bool)> {
        let rows = self.sessions.iter().filter_map(|&id| plan.sessions().get(id)).map(|row| &**row);
        let serving: Vec<&'a Session> = rows.filter(|row| row.elements.contains(element)).collect();
        serving.into_iter().map(|row| (row, takes_place(row)))
    }

    /// The elements that no session serves which takes place.
    #[must_use]
    pub fn gaps(&self, plan: &Plan) -> Vec<YouthElement> {
        let lacks = |&element: &YouthElement| !self.serving(plan, element).any(|(_, is_held)| is_held);
        YouthElement::ALL.into_iter().filter(lacks).collect()
    }

    /// Who goes on its visits; visits that are called off have nobody.
    #[must_use]
    pub fn visitors(&self, plan: &Plan) -> Visitors {
        let mut sum = Visitors::default();
        let rows = self.sessions.iter().filter_map(|&id| plan.sessions().get(id));
        for row in rows.filter(|row| row.status != Status::Cancelled) {
            for group in &row.groups {
                sum.groups += 1;
                sum.people = sum.people.saturating_add(group.people.unwrap_or(0));
                sum.seats = sum.seats.saturating_add(group.seats.unwrap_or(0));
                sum.flawed += usize::from(!flaws(plan, row, group).is_empty());
            }
        }
        sum
    }
}

/// Whether a session has a time and is not called off.
#[must_use]
pub fn takes_place(session: &Session) -> bool {
    session.placement.is_some() && session.status != Status::Cancelled
}

/// Whether a session is one of a youth celebration, among these.
#[must_use]
pub fn is_of_youth(session: &Session, celebrations: &[&Event]) -> bool {
    session.status != Status::Cancelled
        && (session.kind == SessionKind::Youth || celebrations.iter().any(|youth| youth.id == session.event))
}

/// The celebration that a document is of: the one that it names, else the one that names it, else the event of a session of youth
/// that deals with it. What is of another event a celebration only hears of.
#[must_use]
pub fn belongs_to(
    document: &Document,
    celebrations: &[&Event],
    held: impl FnOnce() -> Option<EventId>,
) -> Option<EventId> {
    match document.event {
        Some(event) => Some(event).filter(|&event| celebrations.iter().any(|youth| youth.id == event)),
        None => {
            let named = celebrations.iter().find(|youth| youth.documents.contains(&document.id));
            named.map(|youth| youth.id).or_else(held)
        }
    }
}
