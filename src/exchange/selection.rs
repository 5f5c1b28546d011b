//! Which part of a plan is handed out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::attendance::{Attendance, Delegation};
use crate::model::states::party_key;
use crate::model::{BodyId, Delegate, DelegateId, EventId, PersonId, Plan, RoomId, Session, SessionId};

/// A part of a plan. In each list one is enough; an empty list asks for nothing. What is asked in several lists must all
/// hold; only people and delegations are one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Sessions of these events.
    pub events: Vec<EventId>,
    /// Sessions that start on these days, by the clock that the programme is told by.
    pub days: Vec<NaiveDate>,
    /// Sessions in these rooms.
    pub rooms: Vec<RoomId>,
    /// Sessions of these bodies and of the bodies below them.
    pub bodies: Vec<BodyId>,
    /// Sessions in which these people have a part, hold an office of the body that meets, or speak.
    pub people: Vec<PersonId>,
    /// Sessions of these delegations: those in which somebody who speaks for them has a part, and those that their delegates
    /// attend.
    pub delegations: Vec<String>,
    /// What these delegates attend, each by themselves.
    pub delegates: Vec<DelegateId>,
    /// These sessions.
    pub sessions: Vec<SessionId>,
}

/// What one file is made for when a programme is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Split {
    /// A file for every room.
    Room,
    /// A file for every body.
    Body,
    /// A file for every person.
    Person,
    /// A file for every delegation.
    Delegation,
    /// A file for every day.
    Day,
}

impl Split {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Room, Self::Body, Self::Person, Self::Delegation, Self::Day];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Body => "body",
            Self::Person => "person",
            Self::Delegation => "delegation",
            Self::Day => "day",
        }
    }
}

impl Selection {
    /// Whether nothing is asked, so that the whole plan is meant.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks for whole events, or for all of them, and for no part of any.
    #[must_use]
    pub fn is_of_whole_events(&self) -> bool {
        Self { events: Vec::new(), ..self.clone() }.is_everything()
    }

    /// Whether it asks for a person, by themselves or by the delegation that they speak for, however that is spelt in
    /// capitals.
    #[must_use]
    pub fn asks_for(&self, person: PersonId, represents: &str) -> bool {
        let key = party_key(represents);
        self.people.contains(&person) || self.delegations.iter().any(|name| party_key(name) == key)
    }

    /// Whether it asks for anybody at all.
    #[must_use]
    pub fn asks_for_people(&self) -> bool {
        !self.people.is_empty() || !self.delegations.is_empty() || !self.delegates.is_empty()
    }

    /// The same without what no longer is in the plan.
    #[must_use]
    pub fn within(mut self, plan: &Plan) -> Self {
        self.events.retain(|&id| plan.events().contains(id));
        self.rooms.retain(|&id| plan.rooms().contains(id));
        self.bodies.retain(|&id| plan.bodies().contains(id));
        self.people.retain(|&id| plan.people().contains(id));
        self.sessions.retain(|&id| plan.sessions().contains(id));
        self.delegates.retain(|&id| plan.delegates().contains(id));
        let represented: BTreeSet<String> = delegations(plan).iter().map(|name| party_key(name)).collect();
        self.delegations.retain(|name| represented.contains(&party_key(name)));
        self
    }
}

/// A selection made ready for asking about session after session. Days are asked elsewhere: they need a clock.
pub(super) struct Filter<'a> {
    selection: &'a Selection,
    bodies: BTreeSet<BodyId>,
    people: BTreeSet<PersonId>,
    /// The bodies in which the people hold an office.
    offices: BTreeSet<BodyId>,
    /// The sessions in which the people are on the speaking list.
    speaking: BTreeSet<SessionId>,
    /// What delegates of the delegations attend.
    attended: BTreeSet<SessionId>,
}

impl<'a> Filter<'a> {
    pub fn new(plan: &Plan, selection: &'a Selection) -> Self {
        let people = plan.people().iter().filter(|person| selection.asks_for(person.id, &person.represents));
        let people: BTreeSet<PersonId> = people.map(|person| person.id).collect();
        let held = plan.posts().iter().filter(|post| post.person.is_some_and(|person| people.contains(&person)));
        let offices = held.map(|post| post.body).collect();
        let speaking = plan.statements().iter().filter(|statement| people.contains(&statement.speaker));
        let speaking = speaking.filter_map(|statement| statement.session).collect();
        let mut attended = attended(plan, &selection.delegations);
        attended.extend(selection.delegates.iter().flat_map(|&id| attended_by(plan, id)));
        Self { selection, bodies: with_bodies_below(plan, &selection.bodies), people, offices, speaking, attended }
    }

    /// Whether `session` is asked for, its day aside.
    pub fn takes(&self, session: &Session) -> bool {
        let asked = |list_is_empty: bool, holds: bool| list_is_empty || holds;
        let part = || {
            session.people.iter().any(|part| self.people.contains(&part.person))
                || session.bodies.iter().any(|body| self.offices.contains(body))
                || self.speaking.contains(&session.id)
                || self.attended.contains(&session.id)
        };
        let selection = self.selection;
        asked(selection.events.is_empty(), selection.events.contains(&session.event))
            && asked(selection.sessions.is_empty(), selection.sessions.contains(&session.id))
            && asked(selection.rooms.is_empty(), session.rooms().iter().any(|room| selection.rooms.contains(room)))
            && asked(selection.bodies.is_empty(), session.bodies.iter().any(|body| self.bodies.contains(body)))
            && (!selection.asks_for_people() || part())
    }
}

/// The delegations of a plan: whom people and delegates come for, each once, in the order of their names.
#[must_use]
pub fn delegations(plan: &Plan) -> Vec<String> {
    let people = plan.people().iter().map(|person| person.represents.trim());
    let delegates = plan.delegates().iter().map(|delegate| delegate.represents.trim());
    let mut all: BTreeMap<String, &str> = BTreeMap::new();
    for name in people.chain(delegates).filter(|name| !name.is_empty()) {
        all.entry(party_key(name)).or_insert(name);
    }
    let mut names: Vec<String> = all.into_values().map(str::to_owned).collect();
    names.sort_unstable();
    names
}

/// Whose part of the plan it is, for the name of a file; empty where it is that of nobody, or of several.
#[must_use]
pub fn whose(plan: &Plan, selection: &Selection) -> String {
    match (&selection.people[..], &selection.delegations[..], &selection.delegates[..]) {
        ([id], [], []) => plan.people().get(*id).map(|person| person.name.clone()).unwrap_or_default(),
        ([], [name], []) => name.clone(),
        ([], [], [id]) => plan.delegates().get(*id).map(|row| delegate_name(plan, row)).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A delegate with the delegation: by name or function, else by the place in it.
#[must_use]
pub fn delegate_name(plan: &Plan, row: &Delegate) -> String {
    let name = row.name(plan);
    if !name.is_empty() {
        return format!("{}: {name}", row.represents);
    }
    let before = plan.delegates().iter().filter(|other| other.represents == row.represents);
    let place = before.filter(|other| (other.order, other.id) <= (row.order, row.id)).count();
    format!("{} {place}", row.represents)
}

/// What delegates of these delegations attend, of every event to which some of them come.
fn attended(plan: &Plan, delegations: &[String]) -> BTreeSet<SessionId> {
    let mut found = BTreeSet::new();
    if delegations.is_empty() || plan.delegates().is_empty() {
        return found;
    }
    for event in plan.events().iter() {
        for name in delegations {
            let delegation = Delegation::of(plan, event.id, name);
            if !delegation.delegates.is_empty() {
                let attendance = Attendance::of(plan, event.id, &delegation, false);
                let attended = attendance.sittings.iter().filter(|sitting| sitting.attended.is_some());
                found.extend(attended.map(|sitting| sitting.session));
            }
        }
    }
    found
}

/// What one delegate attends, of the event that they come to.
fn attended_by(plan: &Plan, id: DelegateId) -> Vec<SessionId> {
    let Some(row) = plan.delegates().get(id) else { return Vec::new() };
    let Some(event) = row.event.or_else(|| plan.main_event().map(|event| event.id)) else { return Vec::new() };
    let delegation = Delegation::of(plan, event, &row.represents);
    let Some(place) = delegation.delegates.iter().position(|one| one.id == id) else { return Vec::new() };
    Attendance::of(plan, event, &delegation, false).of_delegate(place).map(|sitting| sitting.session).collect()
}

/// `bodies` and every body below one of them.
fn with_bodies_below(plan: &Plan, bodies: &[BodyId]) -> BTreeSet<BodyId> {
    let mut below: BTreeMap<BodyId, Vec<BodyId>> = BTreeMap::new();
    for body in plan.bodies().iter() {
        if let Some(parent) = body.parent {
            below.entry(parent).or_default().push(body.id);
        }
    }
    let mut found = BTreeSet::new();
    let mut open = bodies.to_vec();
    while let Some(body) = open.pop() {
        // A body can be its own ancestor in a plan that is being made.
        if found.insert(body) {
            open.extend(below.get(&body).into_iter().flatten());
        }
    }
    found
}
