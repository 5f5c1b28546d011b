//! Which changes are shown, in which order and under which heads. Worked out once for each state of the plan and of what is
//! asked for; nothing here is drawn.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::phrases;
use crate::merge::{Comparison, FieldName, Part, RowChange, Subject, Turn};
use crate::model::{
    Change, ChangeRecord, ChangedPart, CivilTime, Party, Plan, RecordId, RowId, Session, SessionId, Tabled as _,
};
use crate::texts::{dates, tid};

/// What sort of change it is, as one looks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// It begins or ends at another time.
    Time,
    /// It is in other rooms.
    Rooms,
    /// It is new.
    New,
    /// It is cancelled, or gone.
    Cancelled,
    /// It says something else.
    Content,
    /// It is no session.
    Other,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Time, Self::Rooms, Self::New, Self::Cancelled, Self::Content, Self::Other];

    /// The id of its word.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Time => tid("changes-time"),
            Self::Rooms => tid("changes-rooms"),
            Self::New => tid("changes-new"),
            Self::Cancelled => tid("changes-cancelled"),
            Self::Content => tid("changes-content"),
            Self::Other => tid("changes-other"),
        }
    }
}

/// What stands together under one head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// What is on one day.
    #[default]
    Day,
    /// What is in one room.
    Room,
    /// What one body meets for.
    Body,
    /// What is of one sort.
    Sort,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Day, Self::Room, Self::Body, Self::Sort];

    /// The id of its word.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Day => tid("changes-by-day"),
            Self::Room => tid("changes-by-room"),
            Self::Body => tid("changes-by-body"),
            Self::Sort => tid("changes-by-sort"),
        }
    }
}

/// One change: a row, or the time or the rooms of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of its row in the comparison.
    pub row: usize,
    /// Which part of it.
    pub part: ChangedPart,
    /// What sort of change it is.
    pub sort: Sort,
    /// Of a session: the day on which it is, or was.
    pub day: Option<NaiveDate>,
    /// Whether somebody is still to be told.
    pub is_to_tell: bool,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A head, and how many changes stand under it.
    Head(String, usize),
    /// A change, by its place among [`Lines::all`].
    Change(usize),
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only changes of this sort.
    pub sort: Option<Sort>,
    /// Only those of which somebody is still to be told.
    pub to_tell: bool,
    /// What stands together.
    pub grouping: Grouping,
}

/// For what lines were worked out.
#[derive(Clone, Debug)]
struct Known {
    found: Arc<Comparison>,
    wanted: Wanted,
    filter: Filter,
}

/// All changes, and what is shown of them.
#[derive(Debug, Default)]
pub struct Lines {
    known: Option<Known>,
    /// Every change that the filter of the desk lets through, in the order in which they are shown.
    pub all: Vec<Line>,
    /// The lines of the table.
    pub shown: Vec<Shown>,
    /// How many there are of each sort, in the order of [`Sort::ALL`].
    pub counts: [usize; 6],
    /// How many of which somebody is still to be told.
    pub to_tell: usize,
    /// What is noted of changes since the last release.
    records: Records,
}

/// What is noted of which change.
type Records = HashMap<(SessionId, ChangedPart), RecordId>;

impl Lines {
    /// Follows comparison, filter and wishes. Whatever changes in the plan, there is another comparison soon after.
    pub fn follow(&mut self, cx: &ViewContext<'_>, found: &Arc<Comparison>, wanted: Wanted) {
        let is_known = self.known.as_ref().is_some_and(|known| {
            known.wanted == wanted && Arc::ptr_eq(&known.found, found) && known.filter == *cx.filter
        });
        if is_known {
            return;
        }
        self.records = records(cx.plan);
        let mut all = Vec::new();
        for (row, change) in found.rows.iter().enumerate() {
            self.lines_of(cx, found, (row, change), &mut all);
        }
        self.counts = Sort::ALL.map(|sort| all.iter().filter(|line| line.sort == sort).count());
        self.to_tell = all.iter().filter(|line| line.is_to_tell).count();
        let is_wanted =
            |line: &Line| wanted.sort.is_none_or(|sort| sort == line.sort) && (!wanted.to_tell || line.is_to_tell);
        all.retain(is_wanted);
        let mut keyed: Vec<(Key, Line)> =
            all.into_iter().map(|line| (key(cx, found, &line, wanted.grouping), line)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        (self.all, self.shown) = (Vec::with_capacity(keyed.len()), Vec::new());
        for group in keyed.chunk_by(|one, other| one.0.0 == other.0.0) {
            self.shown.push(Shown::Head(group_name(cx, group[0].0.0), group.len()));
            for (_, line) in group {
                self.shown.push(Shown::Change(self.all.len()));
                self.all.push(*line);
            }
        }
        self.known = Some(Known { found: Arc::clone(found), wanted, filter: cx.filter.clone() });
    }

    /// What is noted of a change since the last release.
    #[must_use]
    pub fn record<'a>(&self, plan: &'a Plan, session: SessionId, part: ChangedPart) -> Option<&'a ChangeRecord> {
        self.records.get(&(session, part)).and_then(|&id| plan.records().get(id)).map(|record| &**record)
    }
}

/// What stands together: on a day, of a sort, in a room or for a body at its place in their order; last what is nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Day(NaiveDate),
    Sort(Sort),
    Row(usize, RowId),
    Everywhere,
}

/// What lines are sorted by: their group, and when the session begins.
type Key = (Group, Option<CivilTime>);

fn key(cx: &ViewContext<'_>, found: &Comparison, line: &Line, grouping: Grouping) -> Key {
    let session = session_of(found, line.row).and_then(|(_, change)| change.after.as_ref().or(change.before.as_ref()));
    let start = session.and_then(|session| session.span()).map(|span| span.start);
    let row = |place: Option<usize>, id: RowId| Group::Row(place.unwrap_or(usize::MAX), id);
    let group = match grouping {
        Grouping::Sort => Some(Group::Sort(line.sort)),
        Grouping::Day => line.day.map(Group::Day),
        Grouping::Room => session
            .and_then(|session| session.placement.as_ref()?.rooms.first().copied())
            .map(|id| row(cx.index().room_place(id), id.into())),
        Grouping::Body => session
            .and_then(|session| session.bodies.first().copied())
            .map(|id| row(cx.index().bodies().iter().position(|&(body, _)| body == id), id.into())),
    };
    (group.unwrap_or(Group::Everywhere), start)
}

fn group_name(cx: &ViewContext<'_>, group: Group) -> String {
    match group {
        Group::Day(day) => dates::day_long(cx.texts, day),
        Group::Sort(sort) => cx.text(sort.text_id()).to_owned(),
        Group::Row(_, row) => phrases::row_title(cx, row),
        Group::Everywhere => cx.text("changes-everywhere").to_owned(),
    }
}

/// The session that a row is about, before and after.
#[must_use]
pub fn session_of(found: &Comparison, row: usize) -> Option<(SessionId, &Change<Session>)> {
    let Subject::Row(RowId::Session(id)) = found.rows.get(row)?.subject else { return None };
    Session::of_patch(&found.patch).get(&id).map(|change| (id, change))
}

impl Lines {
    fn lines_of(
        &self,
        cx: &ViewContext<'_>,
        found: &Comparison,
        (row, change): (usize, &RowChange),
        all: &mut Vec<Line>,
    ) {
        let Some((id, session)) = session_of(found, row) else {
            // What is noted of changes is no change.
            if cx.filter.is_empty() && !matches!(change.subject, Subject::Row(RowId::Record(_))) {
                all.push(Line { row, part: ChangedPart::Session, sort: Sort::Other, day: None, is_to_tell: false });
            }
            return;
        };
        if !cx.is_let_through(id) && session.after.is_some() {
            return;
        }
        let (before, after) = (session.before.as_deref(), session.after.as_deref());
        let span = after.or(before).and_then(|row| row.span()).or_else(|| before.and_then(Session::span));
        let day = span.map(|span| span.start.date());
        let mut push = |part, sort| {
            let is_to_tell = after.or(before).is_some_and(|session| self.is_to_tell(cx.plan, session, part));
            all.push(Line { row, part, sort, day, is_to_tell });
        };
        let says_more = |fields: &[Part]| {
            change
                .fields
                .iter()
                .any(|field| field.spot.field != FieldName::Placement || !fields.contains(&field.spot.part))
        };
        match change.turn {
            Some(Turn::New | Turn::Revived) => push(ChangedPart::Session, Sort::New),
            Some(Turn::Removed | Turn::Cancelled) => push(ChangedPart::Session, Sort::Cancelled),
            Some(Turn::Placed | Turn::Unplaced) => push(ChangedPart::Time, Sort::Time),
            Some(Turn::Moved { time, rooms }) => {
                if time {
                    push(ChangedPart::Time, Sort::Time);
                }
                if rooms {
                    push(ChangedPart::Rooms, Sort::Rooms);
                }
                if says_more(&[Part::Time, Part::Rooms]) {
                    push(ChangedPart::Session, Sort::Content);
                }
            }
            Some(Turn::Changed) | None => push(ChangedPart::Session, Sort::Content),
        }
    }

    /// Whether somebody whom a change concerns is still to be told of it.
    fn is_to_tell(&self, plan: &Plan, session: &Session, part: ChangedPart) -> bool {
        let record = self.record(plan, session.id, part);
        let is_told = |party| record.is_some_and(|record| record.told(party).is_some());
        Party::ALL.into_iter().any(|party| party.is_concerned(session, part) && !is_told(party))
    }
}

fn records(plan: &Plan) -> Records {
    let since = plan.header().release;
    let records = plan.records().iter().filter(|record| record.since == since);
    records.map(|record| ((record.session, record.part), record.id)).collect()
}
