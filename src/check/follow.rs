//! What a patch touches: following it, and telling what it would do.
//!
//! What rules look at stands with [`Judge`]; here it is read the other way round.

use std::cmp::Reverse;

use crate::model::{
    Body, BodyKind, Document, Event, EventKind, Patch, Person, Plan, Room, RowKind, Session, SessionId, Status, Team,
    Topic, Waiver,
};

use super::checker::{Checker, cover, troubles};
use super::facts::{Facts, Parts, monday_of};
use super::finding::Finding;
use super::rows::Slot;
use super::rule::{Judge, Judged, Kept, RuleSet, Sort, differs};
use super::rules::RULES;
use super::track::Busy;

/// What following a patch changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Whether any finding came, went, says something else, or stands elsewhere in [`Checker::sorted`].
    pub findings: bool,
    /// The sessions whose [`Checker::mark`] changed, in no order; `None` where any may have.
    pub marks: Option<Vec<SessionId>>,
}

/// What a patch would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Open findings that would be new, the worst first.
    pub caused: Vec<Finding>,
    /// Open findings that would be gone, the worst first.
    pub solved: Vec<Finding>,
    /// Every open finding that would name a session of the patch, the worst first.
    pub concerning: Vec<Finding>,
}

impl Checker {
    /// Follows the plan over a patch that has been applied: `plan` is the plan after it.
    pub fn follow(&mut self, plan: &Plan, patch: &Patch) -> Followed {
        if self.is_far_reaching(patch) {
            let version = self.version + 1;
            *self = Self { version, ..Self::new(plan) };
            return Followed { findings: true, marks: None };
        }
        for (judged, rules) in self.change(patch) {
            let mut kept = Vec::new();
            self.judge(judged, rules, &mut kept);
            self.reported.replace(judged, rules, kept);
        }
        for (judged, first) in self.rematched(patch) {
            let (facts, waivers) = (&self.facts, &self.waivers);
            let again = |kept: &Kept| {
                let is_named = kept.finding.sessions.first() == first.as_ref();
                if is_named { cover(facts, waivers, &kept.finding) } else { kept.finding.waiver }
            };
            self.reported.match_again(judged, again);
        }
        let (changed, marks) = self.reported.take_changes();
        let findings = changed || self.stands_elsewhere(patch);
        self.version += u64::from(findings);
        let marks = marks.into_iter().map(|slot| self.facts.sessions.id(slot)).collect();
        Followed { findings, marks: Some(marks) }
    }

    /// What `patch` would do to `plan`, which it has not been applied to.
    #[must_use]
    pub fn what_if(&mut self, plan: &Plan, patch: &Patch) -> Outcome {
        let moved: Vec<SessionId> = patch.changes::<Session>().map(|(id, _)| id).collect();
        if self.is_far_reaching(patch) {
            let mut changed = plan.clone();
            if changed.apply(patch).is_err() {
                return Outcome::default();
            }
            let later = Self::new(&changed);
            return Outcome::new(self.findings().collect(), later.findings().collect(), &moved);
        }
        let touched = self.change(patch);
        let mut after = Vec::new();
        for &(judged, rules) in &touched {
            self.judge(judged, rules, &mut after);
        }
        let rematched = self.rematched(patch);
        let mut moved_slots: Vec<Slot<Session>> = moved.iter().filter_map(|&id| self.facts.sessions.slot(id)).collect();
        moved_slots.sort_unstable();
        let is_judged = |judged: Judged, kept: &Kept| {
            touched.binary_search_by_key(&judged, |one| one.0).is_ok_and(|at| touched[at].1.contains(kept.rule))
        };
        let mut before: Vec<&Finding> = Vec::new();
        for &(judged, _) in &touched {
            let gone = self.reported.of(judged).iter().filter(|&kept| is_judged(judged, kept));
            before.extend(gone.map(|kept| &kept.finding));
        }
        let mut stays = Vec::new();
        // What is said about the plan as a whole can name a session of the patch and stay as it is.
        let is_rematched = |kept: &Kept| rematched.contains(&(Judged::Plan, kept.finding.sessions.first().copied()));
        let others = |kept: &&Kept| !is_judged(Judged::Plan, kept) && !is_rematched(kept);
        for kept in self.reported.of(Judged::Plan).iter().filter(others) {
            if kept.sessions.iter().any(|slot| moved_slots.binary_search(slot).is_ok()) {
                stays.push(&kept.finding);
            }
        }
        for &(judged, first) in &rematched {
            let same = |kept: &&Kept| !is_judged(judged, kept) && kept.finding.sessions.first() == first.as_ref();
            for kept in self.reported.of(judged).iter().filter(same) {
                before.push(&kept.finding);
                let waiver = cover(&self.facts, &self.waivers, &kept.finding);
                let finding = Finding { waiver, ..kept.finding.clone() };
                after.push(Kept { finding, rule: kept.rule, sessions: Vec::new() });
            }
        }
        before.extend(&stays);
        let later = after.iter().map(|kept| &kept.finding).chain(stays).collect();
        let outcome = Outcome::new(before, later, &moved);
        self.change_back(patch);
        outcome
    }

    /// Whether a session that a finding names first has another time, and the finding another place in their order.
    fn stands_elsewhere(&self, patch: &Patch) -> bool {
        patch.changes::<Session>().any(|(id, change)| {
            // One that is cancelled has no place in their order, and where it is follows from its event as well.
            let place = |session: &Option<std::sync::Arc<Session>>| {
                let session = session.as_ref().filter(|session| session.status != Status::Cancelled)?;
                Some((session.span()?, session.event))
            };
            let slot = self.facts.sessions.slot(id).filter(|_| place(&change.before) != place(&change.after));
            slot.is_some_and(|slot| {
                let mut all = self.judged_with(slot).into_iter().flat_map(|judged| self.reported.of(judged));
                all.any(|kept| kept.sessions.first() == Some(&slot))
            })
        })
    }

    /// Whether a patch is better judged as a whole: it changes a zone, on which all times hang, how rules are set, which
    /// teams there are, which every interpreted session is judged by, which events are in one house, or many sessions at
    /// once.
    fn is_far_reaching(&self, patch: &Patch) -> bool {
        let zone = |body: Option<&Body>| {
            body.filter(|body| body.kind == BodyKind::Region).map(|body| body.zones().collect::<Vec<_>>())
        };
        // What was accepted of an event counts from its first day.
        let first_day = |event: Option<&Event>| event.map(|event| event.dates.first_and_last().0);
        patch.rows().any(|row| row.kind() == RowKind::Rule)
            || patch.header_change().is_some_and(|header| header.before.zone != header.after.zone)
            || differs::<Event>(
                patch,
                |before, after| matches!((before, after), (Some(before), Some(after)) if before.zone != after.zone),
            )
            || (!self.waivers.is_empty()
                && differs::<Event>(patch, |before, after| first_day(before) != first_day(after)))
            || self.facts.moves_house(patch)
            || differs::<Body>(patch, |before, after| zone(before) != zone(after))
            || differs::<Team>(patch, |before, after| {
                let there = |team: Option<&Team>| team.map(|team| (team.languages, team.from, team.until));
                there(before) != there(after)
            })
            || patch.changes::<Session>().count() * 8 > self.facts.sessions.len().max(64)
    }

    /// Follows a patch with everything but what is reported, and tells what that touches, each once and in order.
    fn change(&mut self, patch: &Patch) -> Vec<(Judged, RuleSet)> {
        let moved = self.facts.with_new_officers(patch);
        let mut touched = Touched { checker: self, list: Vec::new() };
        touched.sessions(patch, &moved);
        let mut list = touched.list;
        self.facts.change(patch, &moved);
        self.waivers.change(patch);
        let mut touched = Touched { checker: self, list: Vec::new() };
        touched.sessions(patch, &moved);
        touched.rows(patch);
        list.append(&mut touched.list);
        list.sort_unstable_by_key(|one| one.0);
        list.dedup_by(|one, first| {
            let same = one.0 == first.0;
            if same {
                first.1.add_all(one.1);
            }
            same
        });
        list
    }

    fn change_back(&mut self, patch: &Patch) {
        let back = patch.inverse();
        let moved = self.facts.with_new_officers(&back);
        self.facts.change(&back, &moved);
        self.waivers.change(&back);
    }

    /// What must be held against the waivers again: everything about the sessions that waivers of a patch name first.
    fn rematched(&self, patch: &Patch) -> Vec<(Judged, Option<SessionId>)> {
        let mut all = Vec::new();
        for (_, change) in patch.changes::<Waiver>() {
            for waiver in [&change.before, &change.after].into_iter().flatten() {
                match waiver.sessions.first() {
                    Some(&first) => {
                        let slot = self.facts.sessions.slot(first);
                        let judged = slot.map(|slot| self.judged_with(slot)).unwrap_or_default();
                        all.extend(judged.into_iter().map(|judged| (judged, Some(first))));
                    }
                    // Only what is said about the plan names no session.
                    None => all.extend([(Judged::Plan, None), (Judged::Settings, None)]),
                }
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Outcome {
    fn new(mut before: Vec<&Finding>, mut after: Vec<&Finding>, moved: &[SessionId]) -> Self {
        before.retain(|finding| finding.is_open());
        after.retain(|finding| finding.is_open());
        let (known, left) = (troubles(before.iter().copied()), troubles(after.iter().copied()));
        let worst_first = |findings: &mut dyn Iterator<Item = &&Finding>| {
            let mut list: Vec<Finding> = findings.map(|&finding| finding.clone()).collect();
            list.sort_by_key(|finding| Reverse(finding.severity));
            list
        };
        let names = |finding: &&&Finding| finding.sessions.iter().any(|id| moved.binary_search(id).is_ok());
        Self {
            caused: worst_first(&mut after.iter().filter(|finding| !known.contains(&finding.trouble()))),
            solved: worst_first(&mut before.iter().filter(|finding| !left.contains(&finding.trouble()))),
            concerning: worst_first(&mut after.iter().filter(names)),
        }
    }
}

/// Collects what is to be judged again, as the facts stand: asked before they follow a patch, and after.
struct Touched<'a> {
    checker: &'a Checker,
    list: Vec<(Judged, RuleSet)>,
}

impl<'a> Touched<'a> {
    fn all_of(&mut self, judged: Judged) {
        self.list.push((judged, self.checker.rules_for(judged)));
    }

    /// What the sessions of a patch have a part in, and those that `moved` with it.
    fn sessions(&mut self, patch: &Patch, moved: &[Slot<Session>]) {
        let facts: &'a Facts = &self.checker.facts;
        for (id, _) in patch.changes::<Session>() {
            if let Some(slot) = facts.sessions.slot(id) {
                self.session(slot);
                for &follower in facts.followers(slot) {
                    self.all_of(Judged::Session(follower));
                }
            }
        }
        for &slot in moved {
            self.session(slot);
        }
    }

    fn session(&mut self, slot: Slot<Session>) {
        self.all_of(Judged::Session(slot));
        let facts: &'a Facts = &self.checker.facts;
        let Some(entry) = facts.entry(slot) else { return };
        let mut parts = Parts::default();
        facts.parts(&entry.session, &mut parts);
        parts.rooms.iter().for_each(|&room| self.all_of(Judged::Room(room)));
        parts.bodies.iter().for_each(|&body| self.all_of(Judged::Body(body)));
        parts.people.iter().for_each(|&person| self.all_of(Judged::Person(person)));
        parts.teams.iter().for_each(|&team| self.all_of(Judged::Team(team)));
        let busy = entry.busy_local();
        let (of_day, of_week) = (self.counting(Sort::Day, &busy), self.counting(Sort::Week, &busy));
        for day in entry.days() {
            let house = facts.house(entry.event);
            self.list.push((Judged::Day(house, day), of_day));
            self.list.push((Judged::Week(house, monday_of(day)), of_week));
        }
    }

    /// The rules about days or weeks that look at a session.
    fn counting(&self, sort: Sort, busy: &Busy) -> RuleSet {
        let mut rules = RuleSet::NONE;
        for index in self.checker.active[sort as usize].iter() {
            if let Judge::Day(_, counts) | Judge::Week(_, counts) = RULES[index].judge
                && counts(busy)
            {
                rules.add(index);
            }
        }
        rules
    }

    /// What looks at the other rows of a patch, after it. Titles and other words are looked at only by rules about the plan.
    fn rows(&mut self, patch: &Patch) {
        let facts: &'a Facts = &self.checker.facts;
        for (id, change) in patch.changes::<Event>() {
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            let looks = |event: Option<&Event>| event.map(|event| (event.kind, event.dates, event.format, event.hours));
            if looks(before) == looks(after) {
                continue;
            }
            let everywhere = |event: &Event| matches!(event.kind, EventKind::Conference | EventKind::Holiday);
            if before.is_some_and(everywhere) || after.is_some_and(everywhere) {
                facts.sessions.iter().for_each(|(slot, _)| self.all_of(Judged::Session(slot)));
            } else if let Some(event) = facts.events.slot(id) {
                facts.of_event(event).iter().for_each(|&slot| self.all_of(Judged::Session(slot)));
            }
        }
        for (id, change) in patch.changes::<Room>() {
            let Some(room) = facts.rooms.slot(id) else { continue };
            self.all_of(Judged::Room(room));
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            let seats = |room: Option<&Room>| room.map(|room| (room.capacity, room.booths, room.is_shared));
            let way = |room: Option<&Room>| room.map(|room| (room.is_virtual, room.is_shared, room.place.clone()));
            for busy in facts.in_room(room).into_iter().flat_map(|track| track.all()) {
                if way(before) != way(after) {
                    // Nobody walks to a virtual room, and the way to another place is longer.
                    self.session(busy.slot);
                } else if seats(before) != seats(after) {
                    self.all_of(Judged::Session(busy.slot));
                }
            }
        }
        for (id, change) in patch.changes::<Body>() {
            let Some(body) = facts.bodies.slot(id) else { continue };
            self.all_of(Judged::Body(body));
            let kind = |body: Option<&Body>| body.map(|body| body.kind);
            if kind(change.before.as_deref()) != kind(change.after.as_deref()) {
                // What is a group of a committee hangs on the committee.
                let groups = facts.bodies.iter().filter(|(_, other)| other.parent == Some(id)).map(|(slot, _)| slot);
                for body in groups.chain([body]) {
                    let all = facts.of_body(body).into_iter().flat_map(|track| track.all());
                    all.for_each(|busy| self.session(busy.slot));
                }
            }
        }
        for (id, _) in patch.changes::<Person>() {
            facts.people.slot(id).into_iter().for_each(|person| self.all_of(Judged::Person(person)));
        }
        for (id, _) in patch.changes::<Document>() {
            let sessions = facts.documents.slot(id).map(|document| facts.of_document(document));
            sessions.into_iter().flatten().for_each(|&slot| self.all_of(Judged::Session(slot)));
        }
        for (id, _) in patch.changes::<Topic>() {
            let sessions = facts.topics.slot(id).map(|topic| facts.of_topic(topic));
            sessions.into_iter().flatten().for_each(|&slot| self.all_of(Judged::Session(slot)));
        }
        let mut rules = RuleSet::NONE;
        for index in self.checker.active[Sort::Plan as usize].iter() {
            if let Judge::Plan(_, concerns) = RULES[index].judge
                && concerns(facts, patch)
            {
                rules.add(index);
            }
        }
        self.list.push((Judged::Plan, rules));
    }
}
