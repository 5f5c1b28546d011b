//! What a planner can mean.

use crate::model::{
    AgendaItem, Body, ChangeRecord, CivilTime, Comment, Delegate, Event, EventId, Header, HeldStep, LocalText, Note,
    OwnField, OwnKind, OwnRank, Patch, Person, Placement, Plan, Post, Release, ReleaseStage, Room, RoomId, RoomRequest,
    RowId, RowKind, RuleChoice, Session, SessionId, Statement, Team, Topic, Waiver,
};

use super::agenda::{AgendaDeed, OnAgenda};
use super::dates::MoveDates;
use super::podium::{OnPodium, PodiumDeed};
use super::requests::{OnRequest, RequestDeed};
use super::roster::{OnRoster, RosterDeed};
use super::statements::{ListDeed, OnList};
use super::zones::ChangeZone;

/// One thing a planner means. [`resolve`](super::resolve) turns it into a patch.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Gives sessions these placements: they move, get longer or shorter, or come from the tray.
    Place(Vec<(SessionId, Placement)>),
    /// Takes sessions off the timeline, back to the tray.
    Unschedule(Vec<SessionId>),
    /// Adds a session.
    Create(Box<Session>),
    /// Copies sessions; each copy goes to the placement beside it, or to the tray.
    Duplicate(Vec<(SessionId, Option<Placement>)>),
    /// Removes rows, and what can not exist without them.
    Remove(Vec<RowId>),
    /// Fixes sessions where they are, or lets them go.
    Pin(Vec<SessionId>, bool),
    /// Notes what the chairs of sessions have just said, each at this time on the clock of its event; when the meetings are
    /// opened, their numbers are fixed.
    Hold(HeldStep, Vec<(SessionId, CivilTime)>),
    /// Lets two sessions change places: each takes the start and the rooms of the other and keeps its length.
    Swap(SessionId, SessionId),
    /// Moves an event with all its sessions by whole days.
    ShiftEvent(EventId, i32),
    /// Moves events to other dates, each with its sessions, as far as they are not pinned.
    MoveDates(Box<MoveDates>),
    /// Gives an event another zone, and writes the times of its sessions anew so that they stay at their instants. To put
    /// the event with another zone leaves them as they are written.
    ChangeZone(Box<ChangeZone>),
    /// Lets a room stand before another one wherever rooms are listed, or after all of them.
    OrderRoom(RoomId, Option<RoomId>),
    /// Puts one row in the place of the row of the same name, or adds it.
    Put(AnyRow),
    /// Puts several rows, as one step.
    PutMany(Vec<AnyRow>),
    /// Replaces what is said about the plan as a whole.
    PutHeader(Box<Header>),
    /// Makes a release, or moves it on. Where it is issued, these are the sessions as the world knows them now.
    Release(Box<Release>, Vec<Session>),
    /// Does something to agendas.
    Agenda(OnAgenda),
    /// Does something to the speaking list.
    List(OnList),
    /// Does something to the roster of teams of interpreters.
    Roster(OnRoster),
    /// Answers a request for a room.
    Request(OnRequest),
    /// Does something at the podium of a session, at a moment in seconds of UTC since 1970.
    Podium(SessionId, i64, OnPodium),
    /// Takes over a patch that something else proposed, such as a fix.
    Take(Box<Patch>),
    /// Bring an earlier state of the whole plan back: the patch between the two, as one step. Pinned sessions are what they
    /// were then.
    BringBack(Box<Patch>),
    /// Takes over what somebody else did to the plan, or decides it. What they moved is moved, also if it is pinned here.
    Merge(Box<Patch>),
    /// Takes over what a file of another tool makes of the plan.
    Import(Box<Patch>),
}

/// A row of any table.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the row type of that name")]
pub enum AnyRow {
    Kind(Box<OwnKind>),
    Field(Box<OwnField>),
    Rank(Box<OwnRank>),
    Event(Box<Event>),
    Body(Box<Body>),
    Room(Box<Room>),
    Person(Box<Person>),
    Topic(Box<Topic>),
    Document(Box<crate::model::Document>),
    Session(Box<Session>),
    Statement(Box<Statement>),
    Item(Box<AgendaItem>),
    Post(Box<Post>),
    Team(Box<Team>),
    Delegate(Box<Delegate>),
    RoomRequest(Box<RoomRequest>),
    Note(Box<Note>),
    Rule(Box<RuleChoice>),
    Waiver(Box<Waiver>),
    Release(Box<Release>),
    Record(Box<ChangeRecord>),
    Comment(Box<Comment>),
}

macro_rules! from_rows {
    ($($variant:ident $row:ty),*) => {
        $(impl From<$row> for AnyRow {
            fn from(row: $row) -> Self {
                Self::$variant(Box::new(row))
            }
        })*
    };
}
from_rows!(Field OwnField, Rank OwnRank, Kind OwnKind, Event Event, Body Body, Room Room, Person Person, Topic Topic, Document crate::model::Document);
from_rows!(Session Session, Statement Statement, Item AgendaItem, Note Note, Rule RuleChoice, Waiver Waiver);
from_rows!(Post Post, Team Team, Delegate Delegate, RoomRequest RoomRequest);
from_rows!(Release Release, Record ChangeRecord, Comment Comment);

impl AnyRow {
    /// The row's name.
    #[must_use]
    pub fn id(&self) -> RowId {
        match self {
            Self::Kind(row) => row.id.into(),
            Self::Field(row) => row.id.into(),
            Self::Rank(row) => row.id.into(),
            Self::Event(row) => row.id.into(),
            Self::Body(row) => row.id.into(),
            Self::Room(row) => row.id.into(),
            Self::Person(row) => row.id.into(),
            Self::Topic(row) => row.id.into(),
            Self::Document(row) => row.id.into(),
            Self::Session(row) => row.id.into(),
            Self::Statement(row) => row.id.into(),
            Self::Item(row) => row.id.into(),
            Self::Post(row) => row.id.into(),
            Self::Team(row) => row.id.into(),
            Self::Delegate(row) => row.id.into(),
            Self::RoomRequest(row) => row.id.into(),
            Self::Note(row) => row.id.into(),
            Self::Rule(row) => row.id.into(),
            Self::Waiver(row) => row.id.into(),
            Self::Release(row) => row.id.into(),
            Self::Record(row) => row.id.into(),
            Self::Comment(row) => row.id.into(),
        }
    }
}

/// The name of a step, as data: the screen puts it into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What was done.
    pub deed: Deed,
    /// To what, where it was one thing with a title.
    pub title: LocalText,
    /// To how many.
    pub count: usize,
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum Deed {
    Move,
    Resize,
    Schedule,
    Unschedule,
    Create,
    Duplicate,
    Remove(RowKind),
    Pin,
    Unpin,
    Hold(HeldStep),
    Swap,
    ShiftEvent,
    MoveDates,
    ChangeZone,
    OrderRoom,
    Edit(RowKind),
    Add(RowKind),
    EditPlan,
    Release(ReleaseStage),
    ReleaseBack,
    Agenda(AgendaDeed),
    List(ListDeed),
    Roster(RosterDeed),
    Podium(PodiumDeed),
    Request(RequestDeed),
    Cancel,
    Take,
    BringBack,
    Merge,
    Import,
}

impl Command {
    /// Puts `after` where the session `before` was, and is called what that is: a move is a move, whether it was made with
    /// the pointer or with a field.
    #[must_use]
    pub fn change(before: &Session, after: Session) -> Self {
        let same_but_place = Session {
            placement: before.placement.clone(),
            planned_length: before.planned_length,
            wish: before.wish.clone(),
            ..after.clone()
        };
        if same_but_place == *before && after.placement != before.placement {
            return match after.placement {
                Some(placement) => Self::Place(vec![(after.id, placement)]),
                None => Self::Unschedule(vec![after.id]),
            };
        }
        if (Session { pinned: before.pinned, ..after.clone() }) == *before {
            return Self::Pin(vec![after.id], after.pinned);
        }
        Self::Put(after.into())
    }

    /// The same for several sessions, each as it was and as it is to be: they are called together what each is called, where
    /// that is one thing.
    #[must_use]
    pub fn changes<'a>(changed: impl IntoIterator<Item = (&'a Session, Session)>) -> Self {
        let (mut moves, mut rows) = (Vec::new(), Vec::new());
        let mut all_move = true;
        for (before, after) in changed {
            match Self::change(before, after.clone()) {
                Self::Place(one) => moves.extend(one),
                _ => all_move = false,
            }
            rows.push(AnyRow::from(after));
        }
        if all_move { Self::Place(moves) } else { Self::PutMany(rows) }
    }

    /// What the step is called, in the plan as it was before.
    #[must_use]
    pub fn label(&self, plan: &Plan) -> Label {
        let sessions = |deed, ids: &mut dyn Iterator<Item = SessionId>| {
            let ids: Vec<_> = ids.collect();
            let title = match ids.as_slice() {
                [only] => plan.sessions().get(*only).map(|session| session.title.clone()).unwrap_or_default(),
                _ => LocalText::default(),
            };
            Label { deed, title, count: ids.len() }
        };
        match self {
            Self::Place(moves) => sessions(deed_of(plan, moves), &mut moves.iter().map(|&(id, _)| id)),
            Self::Unschedule(ids) => sessions(Deed::Unschedule, &mut ids.iter().copied()),
            Self::Create(session) => Label { deed: Deed::Create, title: session.title.clone(), count: 1 },
            Self::Duplicate(copies) => sessions(Deed::Duplicate, &mut copies.iter().map(|&(id, _)| id)),
            // What the world knows is called off.
            Self::Remove(ids) if !ids.is_empty() && ids.iter().all(|&id| super::remove::stays(plan, id)) => {
                let ids: Vec<SessionId> = ids.iter().filter_map(|&id| id.try_into().ok()).collect();
                sessions(Deed::Cancel, &mut ids.into_iter())
            }
            Self::Remove(ids) => Label {
                deed: Deed::Remove(ids.first().map_or(RowKind::Session, |id| id.kind())),
                title: match ids.as_slice() {
                    [only] => title_of(plan, *only),
                    _ => LocalText::default(),
                },
                count: ids.len(),
            },
            Self::Pin(ids, pin) => sessions(if *pin { Deed::Pin } else { Deed::Unpin }, &mut ids.iter().copied()),
            Self::Hold(step, at) => sessions(Deed::Hold(*step), &mut at.iter().map(|&(id, _)| id)),
            Self::Swap(a, b) => sessions(Deed::Swap, &mut [*a, *b].into_iter()),
            Self::ShiftEvent(id, _) => Label { deed: Deed::ShiftEvent, title: title_of(plan, (*id).into()), count: 1 },
            Self::MoveDates(order) => {
                let title = title_of(plan, order.event.into());
                Label { deed: Deed::MoveDates, title, count: order.events.len() }
            }
            Self::ChangeZone(order) => {
                Label { deed: Deed::ChangeZone, title: title_of(plan, order.event.into()), count: 1 }
            }
            Self::OrderRoom(id, _) => Label { deed: Deed::OrderRoom, title: title_of(plan, (*id).into()), count: 1 },
            Self::Put(row) => put_label(plan, row, 1),
            Self::PutMany(rows) => match rows.first() {
                // Rooms and people may come along with sessions: it is these that were put.
                Some(first) => {
                    let of_sessions = rows.iter().filter(|row| matches!(row, AnyRow::Session(_)));
                    match of_sessions.clone().next() {
                        Some(session) => put_label(plan, session, of_sessions.count()),
                        None => put_label(plan, first, rows.len()),
                    }
                }
                None => Label { deed: Deed::EditPlan, title: LocalText::default(), count: 0 },
            },
            Self::PutHeader(_) => Label { deed: Deed::EditPlan, title: LocalText::default(), count: 1 },
            Self::Release(release, _)
                if release.stage == ReleaseStage::Draft && plan.releases().contains(release.id) =>
            {
                Label { deed: Deed::ReleaseBack, title: LocalText::default(), count: 1 }
            }
            Self::Release(release, _) => {
                Label { deed: Deed::Release(release.stage), title: LocalText::default(), count: 1 }
            }
            Self::Agenda(what) => {
                let (title, count) = what.object(plan);
                Label { deed: Deed::Agenda(what.deed(plan)), title, count }
            }
            Self::List(what) => {
                let (title, count) = what.object(plan);
                Label { deed: Deed::List(what.deed()), title, count }
            }
            Self::Roster(what) => {
                let (title, count) = what.object(plan);
                Label { deed: Deed::Roster(what.deed()), title, count }
            }
            Self::Podium(session, _, what) => {
                Label { deed: Deed::Podium(what.deed()), title: what.object(plan, *session), count: 1 }
            }
            Self::Request(what) => Label { deed: Deed::Request(what.deed()), title: what.object(plan), count: 1 },
            Self::BringBack(patch) => {
                Label { deed: Deed::BringBack, title: LocalText::default(), count: patch.rows().count() }
            }
            Self::Merge(patch) => Label { deed: Deed::Merge, title: LocalText::default(), count: patch.rows().count() },
            Self::Import(patch) => sessions(Deed::Import, &mut patch.changes::<Session>().map(|(id, _)| id)),
            Self::Take(patch) => sessions(Deed::Take, &mut patch.changes::<Session>().map(|(id, _)| id)),
        }
    }
}

/// What new placements do: they schedule where any session had none, and resize where every one that changes gets another
/// length.
fn deed_of(plan: &Plan, moves: &[(SessionId, Placement)]) -> Deed {
    let before = |id: SessionId| plan.sessions().get(id).and_then(|session| session.placement.as_ref());
    if moves.iter().any(|(id, _)| before(*id).is_none()) {
        return Deed::Schedule;
    }
    let mut changed =
        moves.iter().filter_map(|(id, at)| before(*id).filter(|before| *before != at).map(|was| (was, at)));
    if changed.all(|(was, at)| was.length != at.length) { Deed::Resize } else { Deed::Move }
}

fn put_label(plan: &Plan, row: &AnyRow, count: usize) -> Label {
    let id = row.id();
    let deed = if plan.contains(id) { Deed::Edit(id.kind()) } else { Deed::Add(id.kind()) };
    let title = if count == 1 { title_of(plan, id) } else { LocalText::default() };
    Label { deed, title, count }
}

/// What a row is called on screen; the empty text where there is no such row.
fn title_of(plan: &Plan, id: RowId) -> LocalText {
    let title = match id {
        RowId::Field(id) => plan.fields().get(id).map(|row| row.title.clone()),
        RowId::Rank(id) => plan.ranks().get(id).map(|row| row.title.clone()),
        RowId::Kind(id) => plan.kinds().get(id).map(|row| row.title.clone()),
        RowId::Event(id) => plan.events().get(id).map(|row| row.title.clone()),
        RowId::Body(id) => plan.bodies().get(id).map(|row| row.code.clone()),
        RowId::Room(id) => plan.rooms().get(id).map(|row| row.title.clone()),
        RowId::Person(id) => plan.people().get(id).map(|row| LocalText::from(row.name.as_str())),
        RowId::Topic(id) => plan.topics().get(id).map(|row| LocalText::from(row.code.as_str())),
        RowId::Document(id) => plan.documents().get(id).map(|row| LocalText::from(row.symbol.as_str())),
        RowId::Session(id) => plan.sessions().get(id).map(|row| row.title.clone()),
        RowId::Item(id) => plan.items().get(id).map(|row| row.title.clone()),
        RowId::Team(id) => plan.teams().get(id).map(|row| row.title.clone()),
        RowId::Delegate(id) => plan.delegates().get(id).map(|row| row.name(plan).as_str().into()),
        RowId::RoomRequest(id) => plan.requests().get(id).map(|row| row.title.clone()),
        RowId::Statement(_)
        | RowId::Post(_)
        | RowId::Note(_)
        | RowId::Rule(_)
        | RowId::Waiver(_)
        | RowId::Release(_)
        | RowId::Record(_)
        | RowId::Comment(_) => None,
    };
    title.unwrap_or_default()
}
