//! How facts follow a patch.

use std::sync::Arc;

use crate::model::{Body, BodyKind, Event, Patch, Post, Session, SessionId, Tabled};

use super::super::rows::{Rows, Slot};
use super::super::track::{Busy, Track};
use super::{Facts, Parts, once, turns};

impl Facts {
    /// The placed sessions that are not in the patch and that somebody else must come to, because a body has other
    /// officers, or a steering committee brings others together.
    pub fn with_new_officers(&self, patch: &Patch) -> Vec<Slot<Session>> {
        let mut bodies: Vec<Slot<Body>> = Vec::new();
        for (_, change) in patch.changes::<Post>() {
            if change.differs(|post| (post.body, post.role, post.person)) {
                let both = [&change.before, &change.after].into_iter().flatten();
                bodies.extend(both.filter_map(|post| self.bodies.slot(post.body)));
            }
        }
        let mut steers = !bodies.is_empty();
        for (id, change) in patch.changes::<Body>() {
            if change.differs(|body| (body.kind, body.parent)) {
                bodies.extend(self.bodies.slot(id));
                steers = true;
            }
        }
        if steers {
            bodies.extend(self.bodies_of(BodyKind::SteeringCommittee).map(|(slot, _)| slot));
        }
        once(&mut bodies);
        let tracks = bodies.into_iter().filter_map(|body| self.of_body(body));
        let mut sessions: Vec<Slot<Session>> = tracks.flat_map(|track| track.all()).map(|busy| busy.slot).collect();
        once(&mut sessions);
        sessions.retain(|&slot| !Session::of_patch(patch).contains_key(&self.sessions.id(slot)));
        sessions
    }

    /// Follows a patch; `moved` are the sessions of [`Self::with_new_officers`].
    pub fn change(&mut self, patch: &Patch, moved: &[Slot<Session>]) {
        let mut parts = Parts::default();
        let known = |facts: &Self, id: SessionId| facts.sessions.slot(id);
        for (id, _) in patch.changes::<Session>() {
            if let Some(slot) = known(self, id) {
                self.seat(slot, false, &mut parts);
            }
        }
        for &slot in moved {
            self.seat(slot, false, &mut parts);
        }
        put_all(&mut self.documents, patch);
        put_all(&mut self.topics, patch);
        put_all(&mut self.people, patch);
        put_all(&mut self.rooms, patch);
        put_all(&mut self.statements, patch);
        put_all(&mut self.items, patch);
        put_all(&mut self.teams, patch);
        put_all(&mut self.requests, patch);
        put_all(&mut self.delegates, patch);
        put_all(&mut self.ranks, patch);
        for (id, change) in patch.changes::<Event>() {
            let slot = self.events.put(id, change.after.as_ref());
            let kind = |event: &Option<Arc<Event>>| event.as_ref().map(|event| event.kind as usize);
            regroup(&mut self.events_by_kind, &self.events, slot, (kind(&change.before), kind(&change.after)));
        }
        for (id, change) in patch.changes::<Body>() {
            let slot = self.bodies.put(id, change.after.as_ref());
            let kind = |body: &Option<Arc<Body>>| body.as_ref().map(|body| body.kind as usize);
            regroup(&mut self.bodies_by_kind, &self.bodies, slot, (kind(&change.before), kind(&change.after)));
        }
        for (id, change) in patch.changes::<Post>() {
            let slot = self.posts.put(id, change.after.as_ref());
            let body = |post: &Option<Arc<Post>>| self.bodies.slot(post.as_ref()?.body);
            let (before, after) = (body(&change.before), body(&change.after));
            if before != after {
                if let Some(body) = before {
                    self.posts_of.at(body).retain(|&other| other != slot);
                }
                if let Some(body) = after {
                    self.posts_of.at(body).push(slot);
                }
            }
        }
        put_all(&mut self.sessions, patch);
        for (id, change) in patch.changes::<Session>() {
            let Some(slot) = known(self, id) else { continue };
            self.relink(slot, change.before.as_deref(), change.after.as_deref());
            self.seat(slot, true, &mut parts);
        }
        for &slot in moved {
            self.seat(slot, true, &mut parts);
        }
    }

    /// Puts a session into every list it belongs in, or takes it out of them.
    fn seat(&mut self, slot: Slot<Session>, add: bool, parts: &mut Parts) {
        let Some(session) = self.sessions.get(slot).cloned() else { return };
        if add {
            let event = self.events.slot(session.event);
            *self.entries.at(slot) = self.entry_of(slot, &session, event);
        }
        let Some(entry) = self.entry(slot).cloned() else { return };
        self.parts(&session, parts);
        let house = self.house(entry.event);
        let Self { in_rooms, of_bodies, of_people, of_teams, days, sessions, .. } = self;
        let put = |track: &mut Track, busy: Busy| {
            if add { track.insert(busy, sessions) } else { track.remove(busy, sessions) }
        };
        let busy = entry.busy_utc();
        parts.rooms.iter().for_each(|&room| put(in_rooms.at(room), busy));
        parts.bodies.iter().for_each(|&body| put(of_bodies.at(body), busy));
        parts.people.iter().for_each(|&person| put(of_people.at(person), busy));
        turns(&parts.teams, busy).for_each(|(team, busy)| put(of_teams.at(team), busy));
        for day in entry.days() {
            put(days.entry((house, day)).or_default(), entry.busy_local());
        }
        if !add {
            *self.entries.at(slot) = None;
        }
    }

    /// Keeps the lists of sessions by what they refer to.
    fn relink(&mut self, slot: Slot<Session>, before: Option<&Session>, after: Option<&Session>) {
        if let (Some(before), Some(after)) = (before, after)
            && (before.event, &before.documents, &before.topics, &before.after)
                == (after.event, &after.documents, &after.topics, &after.after)
        {
            return;
        }
        for (session, add) in [(before, false), (after, true)] {
            let Some(session) = session else { continue };
            let put = |list: &mut Vec<Slot<Session>>| {
                if add {
                    list.push(slot);
                } else if let Some(at) = list.iter().position(|&other| other == slot) {
                    list.swap_remove(at);
                }
            };
            let (documents, topics) =
                (self.documents_of(session).collect::<Vec<_>>(), self.topics_of(session).collect::<Vec<_>>());
            let (event, before) = (self.events.slot(session.event), self.before(session).collect::<Vec<_>>());
            if let Some(event) = event {
                put(self.of_events.at(event));
            }
            for document in documents {
                put(self.of_documents.at(document));
            }
            for topic in topics {
                put(self.of_topics.at(topic));
            }
            for before in before {
                put(self.after.entry(before).or_default());
            }
        }
    }
}

fn put_all<R: Tabled>(rows: &mut Rows<R>, patch: &Patch) {
    for (id, change) in patch.changes::<R>() {
        rows.put(id, change.after.as_ref());
    }
}

/// Moves a row from the group of one kind to that of another, each in the order of ids.
fn regroup<R: Tabled>(
    groups: &mut [Vec<Slot<R>>],
    rows: &Rows<R>,
    slot: Slot<R>,
    (before, after): (Option<usize>, Option<usize>),
) {
    if before == after {
        return;
    }
    let place = |group: &[Slot<R>]| group.binary_search_by_key(&rows.id(slot), |&other| rows.id(other));
    if let Some(group) = before.and_then(|kind| groups.get_mut(kind))
        && let Ok(at) = place(group)
    {
        group.remove(at);
    }
    if let Some(group) = after.and_then(|kind| groups.get_mut(kind))
        && let Err(at) = place(group)
    {
        group.insert(at, slot);
    }
}
