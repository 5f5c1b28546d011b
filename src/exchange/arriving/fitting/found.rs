//! Which sessions of a plan the sessions of a file are.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::super::draft::{Draft, DraftSession};
use super::super::own;
use crate::exchange::identity;
use crate::exchange::incoming::names::key;
use crate::model::{CivilTime, EventId, PersonId, Plan, RoomId, SessionId};

/// What is known of the sessions of a plan.
pub struct Found {
    /// By what this program calls them in what it hands out, with the room where that is told.
    own: HashMap<Uuid, (SessionId, Option<RoomId>)>,
    people: HashMap<Uuid, PersonId>,
    events: HashMap<Uuid, EventId>,
    /// By source and name there.
    arrived: HashMap<(String, String), SessionId>,
    /// By the name alone, where nothing else on earth has that.
    named: HashMap<String, SessionId>,
    titles: HashMap<String, Vec<SessionId>>,
    taken: HashSet<SessionId>,
    /// Whether the draft is a state of the plan itself.
    is_same_plan: bool,
}

/// A name of so many letters is one that nobody else gives.
const LONG_NAME: usize = 16;

impl Found {
    /// Looks at each session once.
    pub fn new(draft: &Draft, plan: &Plan) -> Self {
        let identity = plan.header().identity;
        let mut found = Self {
            own: HashMap::new(),
            people: HashMap::new(),
            events: HashMap::new(),
            arrived: HashMap::new(),
            named: HashMap::new(),
            titles: HashMap::new(),
            taken: HashSet::new(),
            is_same_plan: draft.is_plan && draft.source == own::source(plan.header()),
        };
        let wanted: HashSet<String> =
            draft.sessions.iter().flat_map(|session| &session.title.texts).map(|(_, title)| key(title)).collect();
        for session in plan.sessions().iter() {
            if draft.is_ours {
                found.own.insert(identity::of_session(identity, session.id, None), (session.id, None));
                for &room in session.rooms() {
                    found.own.insert(identity::of_session(identity, session.id, Some(room)), (session.id, Some(room)));
                }
            }
            if let Some(arrived) = session.arrived.as_ref().filter(|arrived| !arrived.id.is_empty()) {
                found.arrived.insert((arrived.source.clone(), arrived.id.clone()), session.id);
                if arrived.id.len() >= LONG_NAME {
                    found.named.insert(arrived.id.clone(), session.id);
                }
            }
            for (_, title) in session.title.iter() {
                let title = key(title);
                if wanted.contains(&title) {
                    found.titles.entry(title).or_default().push(session.id);
                }
            }
        }
        if draft.is_ours {
            found.people.extend(plan.people().ids().map(|id| (identity::of_person_id(identity, id), id)));
            found.events.extend(plan.events().ids().map(|id| (identity::of_event_id(identity, id), id)));
        }
        found
    }

    /// Whether a session is one that the file has from this plan.
    pub fn is_own(&self, id: SessionId) -> bool {
        self.taken.contains(&id)
    }

    /// The person of this name in what this program hands out.
    pub fn person(&self, guid: &str) -> Option<PersonId> {
        self.people.get(&guid.parse().ok()?).copied()
    }

    /// The event of this name in what this program hands out.
    pub fn event(&self, guid: &str) -> Option<EventId> {
        if self.is_same_plan {
            return guid.parse().ok();
        }
        self.events.get(&guid.parse().ok()?).copied()
    }

    /// The rooms of sessions that stand in the file once for each of their rooms.
    pub fn groups(&self, draft: &Draft) -> HashMap<SessionId, Vec<RoomId>> {
        let mut groups: HashMap<SessionId, Vec<RoomId>> = HashMap::new();
        for guid in draft.sessions.iter().filter_map(|session| session.origin.id.parse().ok()) {
            if let Some(&(id, room)) = self.own.get(&guid) {
                groups.entry(id).or_default().extend(room);
            }
        }
        groups.retain(|_, rooms| !rooms.is_empty());
        groups
    }

    /// The session of the plan that one of the file is: by its name; else the only one of its title on its day, with one of
    /// its people where several are called so.
    pub fn session(
        &mut self,
        said: &DraftSession,
        at: Option<CivilTime>,
        plan: &Plan,
        draft: &Draft,
    ) -> Option<SessionId> {
        let id = &said.origin.id;
        if let Some(id) = id.parse().ok().filter(|&id| self.is_same_plan && plan.sessions().contains(id)) {
            self.taken.insert(id);
            return Some(id);
        }
        if let Some(&(id, _)) = id.parse().ok().and_then(|guid: Uuid| self.own.get(&guid)) {
            self.taken.insert(id);
            return Some(id);
        }
        let arrived = self.arrived.get(&(draft.source.clone(), id.clone())).or_else(|| self.named.get(id));
        if let Some(&known) = arrived.filter(|_| !id.is_empty()) {
            return Some(known);
        }
        let ids = said.title.texts.iter().find_map(|(_, title)| self.titles.get(&key(title)))?;
        let at_once = |id: &SessionId| {
            plan.sessions().get(*id).is_some_and(|session| session.span().map(|span| span.start) == at)
        };
        // What has another name there is another session, but for the names of one in its rooms that this program gives.
        let is_free = |id: &SessionId| {
            let arrived = plan.sessions().get(*id).and_then(|session| session.arrived.as_ref());
            arrived.is_none_or(|arrived| {
                arrived.source != draft.source || arrived.id.is_empty() || said.origin.id.is_empty()
            }) || (draft.is_ours && at_once(id))
        };
        let on_day = |id: &SessionId| {
            let span = plan.sessions().get(*id).and_then(|session| session.span());
            match (span, at) {
                (Some(span), Some(at)) => span.start.date() == at.date(),
                _ => true,
            }
        };
        let same: Vec<SessionId> = ids.iter().copied().filter(is_free).filter(on_day).collect();
        if let [only] = same[..] {
            return Some(only);
        }
        let names: HashSet<String> = said
            .people
            .iter()
            .flatten()
            .filter_map(|&(place, _)| draft.people.get(place))
            .map(|person| key(&person.name))
            .collect();
        let of_them = |id: &SessionId| {
            plan.sessions().get(*id).is_some_and(|session| {
                let people = session.people.iter().filter_map(|part| plan.people().get(part.person));
                at_once(id) || people.into_iter().any(|person| names.contains(&key(&person.name)))
            })
        };
        let same: Vec<SessionId> = same.into_iter().filter(of_them).collect();
        if let [only] = same[..] { Some(only) } else { None }
    }

    /// Sessions that came from there and do not come any more.
    pub fn gone(draft: &Draft, plan: &Plan, seen: &HashSet<SessionId>) -> Vec<SessionId> {
        let came = plan.sessions().iter().filter(|session| {
            session.arrived.as_ref().is_some_and(|arrived| arrived.source == draft.source)
                && !seen.contains(&session.id)
        });
        came.map(|session| session.id).collect()
    }
}
