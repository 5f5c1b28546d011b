//! Removing rows without leaving references behind.

use std::collections::{BTreeSet, HashSet};

use crate::model::{
    AgendaItem, Arrived, Body, ChangeRecord, Comment, Concern, Delegate, Dismissed, Document, Event, Header, Id, Note,
    OwnField, OwnKind, OwnRank, Patch, Person, Placement, Plan, Post, Rank, Referrers, Release, Room, RoomRequest,
    RowId, RuleChoice, Session, SessionId, Statement, Status, Tabled, Team, Topic, Waiver,
};

/// The patch that removes `ids`, takes them out of the rows that name them, and removes the rows that can not be
/// without them: the sessions of an event and the requests for its rooms, the posts of a body, the statements of a speaker, the agenda of a session, the waivers that name it,
/// what is noted of it and what was written about it. What came from another tool is noted, so that it does not come again unasked.
pub(super) fn remove_rows(plan: &Plan, referrers: &dyn Referrers, ids: &[RowId]) -> Patch {
    let mut gone: BTreeSet<RowId> = BTreeSet::new();
    let mut touched: BTreeSet<RowId> = BTreeSet::new();
    let (cancelled, falling): (Vec<RowId>, Vec<RowId>) = ids.iter().copied().partition(|&id| stays(plan, id));
    let mut falling: BTreeSet<RowId> = falling.into_iter().collect();
    while !falling.is_empty() {
        gone.extend(&falling);
        let mut next = BTreeSet::new();
        referrers.each_referrer(&falling, &mut |row, target| {
            let falls = matches!(
                (row, target),
                (RowId::Session(_) | RowId::RoomRequest(_), RowId::Event(_))
                    | (RowId::Post(_), RowId::Body(_))
                    | (RowId::Statement(_), RowId::Person(_))
                    | (RowId::Item(_) | RowId::Waiver(_) | RowId::Record(_) | RowId::Comment(_), RowId::Session(_))
            );
            if falls {
                next.insert(row)
            } else {
                touched.insert(row)
            };
        });
        falling = next.difference(&gone).copied().collect();
    }
    let mut patch = Patch::default();
    for &row in gone.union(&touched) {
        match row {
            RowId::Field(id) => clean(plan, id, &gone, &mut patch),
            RowId::Rank(id) => clean(plan, id, &gone, &mut patch),
            RowId::Kind(id) => clean(plan, id, &gone, &mut patch),
            RowId::Event(id) => clean(plan, id, &gone, &mut patch),
            RowId::Body(id) => clean(plan, id, &gone, &mut patch),
            RowId::Room(id) => clean(plan, id, &gone, &mut patch),
            RowId::Person(id) => clean(plan, id, &gone, &mut patch),
            RowId::Topic(id) => clean(plan, id, &gone, &mut patch),
            RowId::Document(id) => clean(plan, id, &gone, &mut patch),
            RowId::Session(id) => clean(plan, id, &gone, &mut patch),
            RowId::Statement(id) => clean(plan, id, &gone, &mut patch),
            RowId::Item(id) => clean(plan, id, &gone, &mut patch),
            RowId::Post(id) => clean(plan, id, &gone, &mut patch),
            RowId::Team(id) => clean(plan, id, &gone, &mut patch),
            RowId::Delegate(id) => clean(plan, id, &gone, &mut patch),
            RowId::RoomRequest(id) => clean(plan, id, &gone, &mut patch),
            RowId::Note(id) => clean(plan, id, &gone, &mut patch),
            RowId::Rule(id) => clean(plan, id, &gone, &mut patch),
            RowId::Waiver(id) => clean(plan, id, &gone, &mut patch),
            RowId::Release(id) => clean(plan, id, &gone, &mut patch),
            RowId::Record(id) => clean(plan, id, &gone, &mut patch),
            RowId::Comment(id) => clean(plan, id, &gone, &mut patch),
        }
    }
    for id in cancelled.into_iter().filter(|id| !gone.contains(id)).filter_map(|id| SessionId::try_from(id).ok()) {
        if let Some(session) = patch.after(plan, id).cloned() {
            patch.put(plan, Session { status: Status::Cancelled, ..Session::clone(&session) });
        }
    }
    note_dismissed(plan, &gone, &mut patch);
    patch
}

/// Notes sessions that came from another tool and are removed here.
fn note_dismissed(plan: &Plan, gone: &BTreeSet<RowId>, patch: &mut Patch) {
    let sessions = gone.iter().filter_map(|&id| plan.sessions().get(SessionId::try_from(id).ok()?));
    let dismissed = |session: &Session| {
        let Arrived { source, id, .. } = session.arrived.clone()?;
        Some(Dismissed { source, id, title: session.title.get(plan.header().language).to_owned() })
    };
    let mut new: Vec<Dismissed> = sessions.filter_map(|session| dismissed(session)).collect();
    if new.is_empty() {
        return;
    }
    let mut seen = HashSet::new();
    new.retain(|dismissed| seen.insert(dismissed.clone()));
    let mut header = Header::clone(plan.header());
    header.dismissed.retain(|known| !seen.contains(known));
    header.dismissed.extend(new);
    Dismissed::bound(&mut header.dismissed);
    patch.put_header(plan, header);
}

/// Whether a row is not removed when somebody wants that: a session that the world has been told of is called off.
pub(super) fn stays(plan: &Plan, id: RowId) -> bool {
    SessionId::try_from(id).is_ok_and(|id| plan.sessions().get(id).is_some_and(|session| session.issued.is_some()))
}

/// A session without what is gone; `None` where its event is.
pub(super) fn without(session: &Session, gone: &dyn Fn(RowId) -> bool) -> Option<Session> {
    let mut session = session.clone();
    session.forget(gone);
    (!gone(session.event.into())).then_some(session)
}

/// Removes a row that is gone, or what is gone from a row.
fn clean<R: Tabled + Forget>(plan: &Plan, id: Id<R>, gone: &BTreeSet<RowId>, patch: &mut Patch)
where
    RowId: From<Id<R>>,
{
    if gone.contains(&RowId::from(id)) {
        patch.remove(plan, id);
    } else if let Some(row) = R::of_plan(plan).get(id) {
        let mut row = R::clone(row);
        row.forget(&|id| gone.contains(&id));
        patch.put(plan, row);
    }
}

/// Dropping references that a row can do without.
trait Forget {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool);
}

fn forget_one<I: Copy + Into<RowId>>(reference: &mut Option<I>, gone: &dyn Fn(RowId) -> bool) {
    if reference.is_some_and(|id| gone(id.into())) {
        *reference = None;
    }
}

fn forget_some<I: Copy + Into<RowId>>(references: &mut Vec<I>, gone: &dyn Fn(RowId) -> bool) {
    references.retain(|&id| !gone(id.into()));
}

impl Forget for OwnKind {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for OwnField {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for OwnRank {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Event {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.documents, gone);
        forget_some(&mut self.after, gone);
        forget_some(&mut self.areas, gone);
        self.counts_from = self.counts_from.filter(|counts| !gone(counts.event.into()));
    }
}

impl Forget for Body {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.parent, gone);
        forget_one(&mut self.set_up_at, gone);
        forget_one(&mut self.report, gone);
        self.own.retain(|id, _| !gone(id.into()));
    }
}

impl Forget for Room {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        self.own.retain(|id, _| !gone(id.into()));
    }
}

impl Forget for Person {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.region, gone);
        self.own.retain(|id, _| !gone(id.into()));
        if self.rank.row().is_some_and(|id| self.rank == Rank::Own(id) && gone(id.into())) {
            self.rank = Rank::Other;
        }
    }
}

impl Forget for Topic {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.region, gone);
        forget_one(&mut self.event, gone);
        forget_one(&mut self.facilitator, gone);
        forget_one(&mut self.text, gone);
        forget_some(&mut self.supported_by, gone);
        forget_some(&mut self.amended_by, gone);
        forget_some(&mut self.opposed_by, gone);
        self.own.retain(|id, _| !gone(id.into()));
    }
}

impl Forget for Document {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.author, gone);
        forget_one(&mut self.event, gone);
        self.own.retain(|id, _| !gone(id.into()));
    }
}

impl Forget for Session {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        // What it was called is forgotten; it goes on behaving as it did.
        forget_one(&mut self.own_kind, gone);
        forget_some(&mut self.bodies, gone);
        if let Some(Placement { rooms, .. }) = &mut self.placement {
            forget_some(rooms, gone);
        }
        forget_some(&mut self.wish.rooms, gone);
        self.people.retain(|part| !gone(part.person.into()));
        forget_some(&mut self.teams, gone);
        forget_some(&mut self.documents, gone);
        forget_some(&mut self.topics, gone);
        forget_some(&mut self.after, gone);
        forget_one(&mut self.agenda_continues, gone);
        self.own.retain(|id, _| !gone(id.into()));
        if let Some(Concern::Regions(regions)) = &mut self.concerns {
            forget_some(regions, gone);
        }
    }
}

impl Forget for Statement {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.session, gone);
        forget_one(&mut self.wish, gone);
    }
}

impl Forget for AgendaItem {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.speakers, gone);
        forget_some(&mut self.presenters, gone);
        forget_some(&mut self.topics, gone);
        forget_some(&mut self.documents, gone);
        forget_one(&mut self.continued_from, gone);
        forget_one(&mut self.referred_to, gone);
    }
}

impl Forget for Post {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.kept_for, gone);
        if self.person.is_some_and(|id| gone(id.into())) {
            *self = self.clone().without_person();
        }
        forget_one(&mut self.decided_at, gone);
    }
}

impl Forget for Team {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.members, gone);
    }
}

impl Forget for Delegate {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.person, gone);
        forget_one(&mut self.event, gone);
        forget_some(&mut self.interests, gone);
        forget_some(&mut self.attends, gone);
    }
}

impl Forget for RoomRequest {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.body, gone);
        forget_one(&mut self.session, gone);
    }
}

impl Forget for RuleChoice {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Waiver {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.sessions, gone);
    }
}

impl Forget for Release {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.body, gone);
        forget_one(&mut self.meeting, gone);
    }
}

// They go with their session.
impl Forget for ChangeRecord {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Comment {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Note {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        self.about.retain(|&id| !gone(id));
    }
}
