//! Which part of a plan is handed out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{BodyId, EventId, PersonId, Plan, RoomId, Session, SessionId};

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
    /// Sessions of these delegations: those in which somebody who speaks for them has a part.
    pub delegations: Vec<String>,
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
    /// A file for every day.
    Day,
}

impl Split {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Room, Self::Body, Self::Person, Self::Day];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Body => "body",
            Self::Person => "person",
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
        let represents = folded(represents);
        self.people.contains(&person) || self.delegations.iter().any(|name| folded(name) == represents)
    }

    /// Whether it asks for anybody at all.
    #[must_use]
    pub fn asks_for_people(&self) -> bool {
        !self.people.is_empty() || !self.delegations.is_empty()
    }

    /// The same without what no longer is in the plan.
    #[must_use]
    pub fn within(mut self, plan: &Plan) -> Self {
        self.events.retain(|&id| plan.events().contains(id));
        self.rooms.retain(|&id| plan.rooms().contains(id));
        self.bodies.retain(|&id| plan.bodies().contains(id));
        self.people.retain(|&id| plan.people().contains(id));
        self.sessions.retain(|&id| plan.sessions().contains(id));
        let represented: BTreeSet<String> = plan.people().iter().map(|person| folded(&person.represents)).collect();
        self.delegations.retain(|name| represented.contains(&folded(name)));
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
}

impl<'a> Filter<'a> {
    pub fn new(plan: &Plan, selection: &'a Selection) -> Self {
        let people = plan.people().iter().filter(|person| selection.asks_for(person.id, &person.represents));
        let people: BTreeSet<PersonId> = people.map(|person| person.id).collect();
        let held = plan.posts().iter().filter(|post| post.person.is_some_and(|person| people.contains(&person)));
        let offices = held.map(|post| post.body).collect();
        let speaking = plan.statements().iter().filter(|statement| people.contains(&statement.speaker));
        let speaking = speaking.filter_map(|statement| statement.session).collect();
        Self { selection, bodies: with_bodies_below(plan, &selection.bodies), people, offices, speaking }
    }

    /// Whether `session` is asked for, its day aside.
    pub fn takes(&self, session: &Session) -> bool {
        let asked = |list_is_empty: bool, holds: bool| list_is_empty || holds;
        let part = || {
            session.people.iter().any(|part| self.people.contains(&part.person))
                || session.bodies.iter().any(|body| self.offices.contains(body))
                || self.speaking.contains(&session.id)
        };
        let selection = self.selection;
        asked(selection.events.is_empty(), selection.events.contains(&session.event))
            && asked(selection.sessions.is_empty(), selection.sessions.contains(&session.id))
            && asked(selection.rooms.is_empty(), session.rooms().iter().any(|room| selection.rooms.contains(room)))
            && asked(selection.bodies.is_empty(), session.bodies.iter().any(|body| self.bodies.contains(body)))
            && (!selection.asks_for_people() || part())
    }
}

/// The name of a delegation as it is compared: without regard to capitals and blanks around it.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
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
