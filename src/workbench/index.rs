//! What is looked up about a plan: who refers to whom, what waits, what happens on a day, in which order rows stand.

mod orders;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::model::{
    BodyId, Comment, Event, EventDates, EventId, EventKind, Meeting, Meetings, Patch, Plan, Referrers, RoomId, Row,
    RowId, Session, SessionId, Span, for_each_table,
};

use orders::Orders;

/// Follows the plan patch by patch; the same as if it were built anew after each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    referring: FxHashMap<RowId, Referring>,
    waiting: BTreeSet<SessionId>,
    days: BTreeMap<NaiveDate, BTreeSet<SessionId>>,
    orders: Orders,
    meetings: Meetings,
    main_events: Vec<EventId>,
    meeting_days: BTreeMap<NaiveDate, EventId>,
    open_to_dos: usize,
    /// How many of them are to be done by each day.
    due: BTreeMap<NaiveDate, usize>,
}

/// The rows that refer to one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Referring {
    /// Sessions, in the order of ids.
    pub sessions: BTreeSet<SessionId>,
    /// Rows of other tables.
    pub others: BTreeSet<RowId>,
}

impl Referring {
    const NONE: &'static Self = &Self { sessions: BTreeSet::new(), others: BTreeSet::new() };

    fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.others.is_empty()
    }
}

/// By when something is to be done that is not yet.
fn due(comment: &Comment) -> Option<NaiveDate> {
    comment.due.filter(|_| comment.is_open())
}

impl Index {
    /// Looks at every row of `plan` once.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        // Rows come in the order of their ids, so each list is sorted as it grows; sets are then built in one go.
        let mut lists: FxHashMap<RowId, (Vec<SessionId>, Vec<RowId>)> = FxHashMap::default();
        macro_rules! look {
            ($table:ident $row:ident) => {
                for row in plan.$table().iter() {
                    let from = RowId::from(row.id);
                    row.references(&mut |target| {
                        let (sessions, others) = lists.entry(target).or_default();
                        match from {
                            RowId::Session(id) => sessions.push(id),
                            other => others.push(other),
                        }
                    });
                }
            };
        }
        for_each_table!(look);
        let set = |(sessions, others): (Vec<SessionId>, Vec<RowId>)| Referring {
            sessions: sessions.into_iter().collect(),
            others: others.into_iter().collect(),
        };
        let mut index = Self {
            referring: lists.into_iter().map(|(target, lists)| (target, set(lists))).collect(),
            orders: Orders::new(plan),
            meetings: Meetings::new(plan),
            main_events: main_events(plan),
            meeting_days: meeting_days(plan),
            open_to_dos: plan.comments().iter().filter(|comment| comment.is_open()).count(),
            ..Self::default()
        };
        plan.comments()
            .iter()
            .filter_map(|comment| due(comment))
            .for_each(|day| *index.due.entry(day).or_default() += 1);
        let mut days: BTreeMap<NaiveDate, Vec<SessionId>> = BTreeMap::new();
        let mut waiting = Vec::new();
        for session in plan.sessions().iter() {
            match session.span() {
                Some(span) => dates(span).for_each(|date| days.entry(date).or_default().push(session.id)),
                None => waiting.push(session.id),
            }
        }
        index.days = days.into_iter().map(|(date, ids)| (date, ids.into_iter().collect())).collect();
        index.waiting = waiting.into_iter().collect();
        index
    }

    /// Follows a patch that has been applied: `plan` is the plan after it.
    pub fn follow(&mut self, plan: &Plan, patch: &Patch) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        macro_rules! follow {
            ($table:ident $row:ident) => {
                for (id, change) in patch.changes::<crate::model::$row>() {
                    before.clear();
                    after.clear();
                    change.before.iter().for_each(|row| row.references(&mut |target| before.push(target)));
                    change.after.iter().for_each(|row| row.references(&mut |target| after.push(target)));
                    if before != after {
                        for &target in &before {
                            self.forget(target, id.into());
                        }
                        for &target in &after {
                            self.remember(target, id.into());
                        }
                    }
                }
            };
        }
        for_each_table!(follow);
        for (id, change) in patch.changes::<Session>() {
            self.follow_placement(id, change.before.as_deref(), change.after.as_deref());
        }
        let open = |comment: &Option<Arc<Comment>>| usize::from(comment.as_ref().is_some_and(|row| row.is_open()));
        for (_, change) in patch.changes::<Comment>() {
            self.open_to_dos = self.open_to_dos + open(&change.after) - open(&change.before);
            if let Some(day) = change.after.as_deref().and_then(due) {
                *self.due.entry(day).or_default() += 1;
            }
            if let Some(day) = change.before.as_deref().and_then(due)
                && let Entry::Occupied(mut count) = self.due.entry(day)
            {
                *count.get_mut() -= 1;
                if *count.get() == 0 {
                    count.remove();
                }
            }
        }
        let referring = &self.referring;
        let sessions_of = |body: BodyId| &referring.get(&RowId::from(body)).unwrap_or(Referring::NONE).sessions;
        self.meetings.follow(plan, patch, sessions_of);
        self.orders.follow(plan, patch);
        if patch.changes::<Event>().next().is_some() {
            self.main_events = main_events(plan);
            self.meeting_days = meeting_days(plan);
        }
    }

    /// How many to-dos of the plan are still to be done.
    #[must_use]
    pub fn open_to_dos(&self) -> usize {
        self.open_to_dos
    }

    /// How many of them were to be done before this day.
    #[must_use]
    pub fn overdue_to_dos(&self, today: NaiveDate) -> usize {
        self.due.range(..today).map(|(_, count)| count).sum()
    }

    /// The rows that refer to `row`.
    #[must_use]
    pub fn referring(&self, row: impl Into<RowId>) -> &Referring {
        self.referring.get(&row.into()).unwrap_or(Referring::NONE)
    }

    /// The sessions of an event, a body, a person, a room, a topic or a document; of a session, those that come after it.
    #[must_use]
    pub fn sessions_of(&self, row: impl Into<RowId>) -> &BTreeSet<SessionId> {
        &self.referring(row).sessions
    }

    /// Which meeting of its body a session is; `None` where it is none.
    #[must_use]
    pub fn meeting(&self, session: SessionId) -> Option<Meeting> {
        self.meetings.of(session)
    }

    /// The sessions that wait in the tray, in the order of ids.
    #[must_use]
    pub fn waiting(&self) -> &BTreeSet<SessionId> {
        &self.waiting
    }

    /// The days on which sessions are held, each with these sessions, on the clocks of their events.
    #[must_use]
    pub fn days(&self) -> &BTreeMap<NaiveDate, BTreeSet<SessionId>> {
        &self.days
    }

    /// The sessions that have a minute on this day.
    #[must_use]
    pub fn sessions_on(&self, date: NaiveDate) -> &BTreeSet<SessionId> {
        self.days.get(&date).unwrap_or(&Referring::NONE.sessions)
    }

    /// Rooms in the order of the planner.
    #[must_use]
    pub fn rooms(&self) -> &[RoomId] {
        self.orders.rooms()
    }

    /// The place of a room among [`Self::rooms`].
    #[must_use]
    pub fn room_place(&self, room: RoomId) -> Option<usize> {
        self.orders.room_place(room)
    }

    /// Bodies by kind, each followed by the bodies that belong to it, with how deep they stand.
    #[must_use]
    pub fn bodies(&self) -> &[(BodyId, usize)] {
        self.orders.bodies()
    }

    /// Events in the order of their dates.
    #[must_use]
    pub fn events(&self) -> &[EventId] {
        self.orders.events()
    }

    /// What the plan is about: the longest event that has hours and days, not just a year.
    #[must_use]
    pub fn main_event(&self) -> Option<EventId> {
        self.main_events.first().copied()
    }

    /// The same, and what is counted with it: a conference has its youth celebration.
    #[must_use]
    pub fn main_events(&self) -> &[EventId] {
        &self.main_events
    }

    /// The days of events with hours, each with the event that it belongs to: the shortest, which is the most particular.
    #[must_use]
    pub fn meeting_days(&self) -> &BTreeMap<NaiveDate, EventId> {
        &self.meeting_days
    }

    fn follow_placement(&mut self, id: SessionId, before: Option<&Session>, after: Option<&Session>) {
        let span = |session: Option<&Session>| session.and_then(Session::span);
        let (old, new) = (span(before), span(after));
        if after.is_some() && new.is_none() {
            self.waiting.insert(id);
        } else {
            self.waiting.remove(&id);
        }
        if old == new {
            return;
        }
        for date in old.into_iter().flat_map(dates) {
            if let Some(sessions) = self.days.get_mut(&date) {
                sessions.remove(&id);
                if sessions.is_empty() {
                    self.days.remove(&date);
                }
            }
        }
        for date in new.into_iter().flat_map(dates) {
            self.days.entry(date).or_default().insert(id);
        }
    }

    fn remember(&mut self, target: RowId, from: RowId) {
        let referring = self.referring.entry(target).or_default();
        match from {
            RowId::Session(id) => referring.sessions.insert(id),
            other => referring.others.insert(other),
        };
    }

    fn forget(&mut self, target: RowId, from: RowId) {
        if let Some(referring) = self.referring.get_mut(&target) {
            match from {
                RowId::Session(id) => referring.sessions.remove(&id),
                other => referring.others.remove(&other),
            };
            if referring.is_empty() {
                self.referring.remove(&target);
            }
        }
    }
}

impl Referrers for Index {
    fn each_referrer(&self, targets: &BTreeSet<RowId>, visit: &mut dyn FnMut(RowId, RowId)) {
        for &target in targets {
            let Referring { sessions, others } = self.referring(target);
            for &id in sessions {
                visit(id.into(), target);
            }
            for &row in others {
                visit(row, target);
            }
        }
    }
}

fn main_events(plan: &Plan) -> Vec<EventId> {
    let Some(main) = plan.main_event() else { return Vec::new() };
    let is_youth = |event: &Event| {
        let is_held = event.hours.is_some() && matches!(event.dates, EventDates::Days { .. });
        is_held && event.kind == EventKind::YouthCelebration && main.kind == EventKind::Conference
    };
    let youth = plan.events().iter().filter(|event| is_youth(event));
    std::iter::once(main.id).chain(youth.map(|event| event.id)).collect()
}

fn meeting_days(plan: &Plan) -> BTreeMap<NaiveDate, EventId> {
    let mut meetings: Vec<&Event> =
        plan.events().iter().map(|event| &**event).filter(|event| event.hours.is_some()).collect();
    meetings.sort_by_key(|event| std::cmp::Reverse(event.dates.len_days()));
    let mut days = BTreeMap::new();
    for event in meetings {
        if let EventDates::Days { first, last } = event.dates {
            days.extend(first.iter_days().take_while(|&date| date <= last).map(|date| (date, event.id)));
        }
    }
    days
}

/// The days on which a span has a minute.
pub(super) fn dates(span: Span) -> impl Iterator<Item = NaiveDate> {
    let last = span.last_day();
    span.start.date().iter_days().take_while(move |&date| date <= last)
}
