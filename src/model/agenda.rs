//! Agendas as they follow from items: which sessions have one agenda together, what is taken when, which numbers items
//! have. Nothing of it is stored.
//!
//! An agenda is what one session or several have to deal with: a session may go on with the agenda of another one
//! ([`Session::agenda_continues`]), as the second day of a meeting does. Items and statements of a session stand in one
//! order.

mod numbers;
mod running;

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{
    AgendaItem, AgendaItemId, CivilTime, ItemKind, PersonId, Plan, Referrers, RowId, Session, SessionId, Statement,
    StatementId,
};

pub use numbers::{Numbered, numbers};
pub use running::{Due, Part, Running, Slot, running};

/// What is taken in a session: an item of its agenda, or a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// An item.
    Item(Arc<AgendaItem>),
    /// A statement of the speaking list.
    Statement(Arc<Statement>),
}

impl Taken {
    /// Its name in the plan.
    #[must_use]
    pub fn row(&self) -> RowId {
        match self {
            Self::Item(item) => item.id.into(),
            Self::Statement(statement) => statement.id.into(),
        }
    }

    /// Where it stands; smaller comes first.
    #[must_use]
    pub fn order(&self) -> i32 {
        match self {
            Self::Item(item) => item.order,
            Self::Statement(statement) => statement.order,
        }
    }

    /// When a statement was asked for: of two that share a place the earlier one comes first.
    fn requested(&self) -> Option<CivilTime> {
        match self {
            Self::Item(_) => None,
            Self::Statement(statement) => statement.requested,
        }
    }

    /// How deep it stands.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.item().map_or(0, |item| item.level)
    }

    /// The item, if it is one.
    #[must_use]
    pub fn item(&self) -> Option<&Arc<AgendaItem>> {
        match self {
            Self::Item(item) => Some(item),
            Self::Statement(_) => None,
        }
    }

    /// Who speaks.
    pub fn speakers(&self) -> impl Iterator<Item = PersonId> {
        let (item, statement) = match self {
            Self::Item(item) => (item.speakers.as_slice(), None),
            Self::Statement(statement) => (&[][..], Some(statement.speaker)),
        };
        item.iter().copied().chain(statement)
    }

    /// How long it takes, in seconds.
    #[must_use]
    pub fn secs(&self) -> u32 {
        match self {
            Self::Item(item) => item.secs(),
            Self::Statement(statement) => statement.length_secs,
        }
    }

    /// What it asks of the time of its session.
    #[must_use]
    pub fn slot(&self) -> Slot {
        let item = self.item();
        Slot {
            secs: self.secs(),
            fixed_secs: item.and_then(|item| item.fixed_mins).map(|mins| i64::from(mins) * 60),
            is_pause: item.is_some_and(|item| item.kind == ItemKind::Pause),
        }
    }
}

/// What is taken in a session, in its order.
#[must_use]
pub fn taken(plan: &Plan, referrers: &dyn Referrers, session: SessionId) -> Vec<Taken> {
    let mut all = Vec::new();
    referrers.each_referrer(&BTreeSet::from([session.into()]), &mut |row, _| match row {
        RowId::Item(id) => all.extend(plan.items().get(id).cloned().map(Taken::Item)),
        // Neither who only wishes to speak here nor who will not is taken.
        RowId::Statement(id) => {
            let statement = plan.statements().get(id).filter(|row| row.session == Some(session) && row.speaks());
            all.extend(statement.cloned().map(Taken::Statement));
        }
        _ => {}
    });
    put_in_order(&mut all);
    all.dedup_by_key(|taken| taken.row());
    all
}

/// Puts in order what is taken in one session; of equal orders comes first what was asked for first.
pub fn put_in_order(all: &mut [Taken]) {
    all.sort_by_key(|taken| (taken.order(), taken.requested(), taken.row().name().len(), taken.row()));
}

/// The sessions that have one agenda together with this one, in the order of time; what waits comes last.
#[must_use]
pub fn sessions(plan: &Plan, referrers: &dyn Referrers, of: SessionId) -> Vec<SessionId> {
    let mut found = BTreeSet::new();
    let mut todo = vec![head(plan, of)];
    while let Some(id) = todo.pop() {
        if !found.insert(id) {
            continue;
        }
        referrers.each_referrer(&BTreeSet::from([id.into()]), &mut |row, _| {
            let RowId::Session(other) = row else { return };
            if plan.sessions().get(other).is_some_and(|row| row.agenda_continues == Some(id)) {
                todo.push(other);
            }
        });
    }
    found.insert(of);
    let mut sessions: Vec<SessionId> = found.into_iter().filter(|&id| plan.sessions().contains(id)).collect();
    let start = |id: SessionId| plan.sessions().get(id).and_then(|row| row.span()).map(|span| span.start);
    sessions.sort_by_key(|&id| (start(id).is_none(), start(id), id));
    sessions
}

/// The session with which the agenda of this one begins, and that says whether it is adopted. Sessions that go on from each
/// other in a circle begin with the smallest of them.
#[must_use]
pub fn head(plan: &Plan, of: SessionId) -> SessionId {
    let mut seen = Vec::new();
    let mut at = of;
    while let Some(before) = plan.sessions().get(at).and_then(|row| row.agenda_continues) {
        if let Some(turn) = seen.iter().position(|&id| id == at) {
            return seen[turn..].iter().copied().min().unwrap_or(at);
        }
        seen.push(at);
        at = before;
    }
    at
}

/// Since when the agenda of a session is adopted; `None` while it is a draft.
#[must_use]
pub fn adopted(plan: &Plan, session: SessionId) -> Option<CivilTime> {
    plan.sessions().get(head(plan, session)).and_then(|row| row.agenda_adopted)
}

/// One agenda, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The session that it begins with.
    pub head: SessionId,
    /// Since when it is adopted; `None` while it is a draft.
    pub adopted: Option<CivilTime>,
    /// Its sessions in the order of time.
    pub sittings: Vec<Sitting>,
}

/// What one session of an agenda takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The session.
    pub session: SessionId,
    /// When it begins; `None` while it waits.
    pub start: Option<CivilTime>,
    /// What it takes, in its order.
    pub lines: Vec<Line>,
    /// The stretches between its fixed times.
    pub parts: Vec<Part>,
}

/// One thing that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub taken: Taken,
    /// Its number, counted or fixed; empty for what has none.
    pub number: String,
    /// How deep it stands; never more than one deeper than what stands above it.
    pub level: u8,
    /// When it is due.
    pub due: Due,
    /// How long it takes together with what stands below it, in seconds.
    pub group_secs: u32,
    /// Whether something stands below it.
    pub is_heading: bool,
}

impl Agenda {
    /// That of a session.
    #[must_use]
    pub fn of(plan: &Plan, referrers: &dyn Referrers, session: SessionId) -> Self {
        let sessions = sessions(plan, referrers, session);
        let all: Vec<Vec<Taken>> = sessions.iter().map(|&id| taken(plan, referrers, id)).collect();
        let adopted = adopted(plan, session);
        let mut numbers = numbers(all.iter().flatten(), adopted.is_some()).into_iter();
        let sitting = |(id, taken): (SessionId, Vec<Taken>)| {
            let session = plan.sessions().get(id);
            sitting(session.map(|row| &**row), (id, taken), &mut numbers)
        };
        let sittings = sessions.into_iter().zip(all).map(sitting).collect();
        Self { head: head(plan, session), adopted, sittings }
    }

    /// What one of its sessions takes.
    #[must_use]
    pub fn sitting(&self, session: SessionId) -> Option<&Sitting> {
        self.sittings.iter().find(|sitting| sitting.session == session)
    }

    /// What is taken together with a row: itself and what stands below it.
    #[must_use]
    pub fn group(&self, row: RowId) -> Vec<RowId> {
        let found = self.sittings.iter().find_map(|sitting| {
            let at = sitting.lines.iter().position(|line| line.taken.row() == row)?;
            Some(sitting.lines[sitting.group(at)].iter().map(|line| line.taken.row()).collect())
        });
        found.unwrap_or_default()
    }

    /// Everything that is taken, in its order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.sittings.iter().flat_map(|sitting| &sitting.lines)
    }
}

impl Sitting {
    /// What the clock of the event shows so many seconds after the session begins.
    #[must_use]
    pub fn clock(&self, secs: i64) -> Option<CivilTime> {
        let mins = i32::try_from(secs.div_euclid(60)).unwrap_or(i32::MAX / 4);
        self.start.map(|start| start.plus_mins(mins))
    }

    /// So many seconds are given in all, with the pauses between items.
    #[must_use]
    pub fn given_secs(&self) -> i64 {
        self.parts.iter().map(|part| part.given_secs).sum()
    }

    /// So many seconds there are for them.
    #[must_use]
    pub fn room_secs(&self) -> i64 {
        self.parts.iter().map(Part::room_secs).sum()
    }

    /// So many seconds are too many in the parts in which they are.
    #[must_use]
    pub fn over_secs(&self) -> i64 {
        self.parts.iter().map(|part| part.over_secs().max(0)).sum()
    }

    /// A line and those that stand below it.
    #[must_use]
    pub fn group(&self, at: usize) -> std::ops::Range<usize> {
        let Some(line) = self.lines.get(at) else { return at..at };
        let below = self.lines[at + 1..].iter().take_while(|below| below.level > line.level).count();
        at..at + 1 + below
    }
}

fn sitting(
    session: Option<&Session>,
    (id, all): (SessionId, Vec<Taken>),
    numbers: &mut impl Iterator<Item = Numbered>,
) -> Sitting {
    let Running { dues, parts } = times(session, &all);
    let lines = all.into_iter().zip(dues).map(|(taken, due)| {
        let Numbered { number, level } = numbers.next().unwrap_or_default();
        let group_secs = taken.secs();
        Line { taken, number, level, due, group_secs, is_heading: false }
    });
    let mut lines: Vec<Line> = lines.collect();
    add_up(&mut lines);
    Sitting { session: id, start: session.and_then(|row| row.span()).map(|span| span.start), lines, parts }
}

/// When everything is due that a session takes, in its order.
#[must_use]
pub fn times(session: Option<&Session>, all: &[Taken]) -> Running {
    let slots: Vec<Slot> = all.iter().map(Taken::slot).collect();
    let room = session.map_or(0, |row| i64::from(row.length().mins()) * 60);
    running(&slots, room, session.map_or(0, |row| row.pause_secs))
}

/// Lets each line know how long it is with what stands below it.
fn add_up(lines: &mut [Line]) {
    // What has been met below each level and belongs to the next line above it.
    let mut below = [0_u32; AgendaItem::DEEPEST as usize + 2];
    for line in lines.iter_mut().rev() {
        let level = usize::from(line.level.min(AgendaItem::DEEPEST));
        line.group_secs = line.taken.secs().saturating_add(below[level + 1]);
        below[level] = below[level].saturating_add(line.group_secs);
        below[level + 1..].fill(0);
    }
    for at in 1..lines.len() {
        if lines[at].level > lines[at - 1].level {
            lines[at - 1].is_heading = true;
        }
    }
}

/// The items and statements of every session, and who goes on with whose agenda: for those who want all agendas of a plan
/// and have no index at hand.
#[derive(Clone, Debug, Default)]
pub struct Agendas(FxHashMap<SessionId, Vec<RowId>>);

impl Agendas {
    /// Looks at every session, item and statement once.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut all = Self::default();
        let mut put = |session: SessionId, row: RowId| all.0.entry(session).or_default().push(row);
        plan.items().iter().for_each(|row| put(row.session, row.id.into()));
        plan.statements()
            .iter()
            .filter_map(|row| row.session.map(|at| (at, row.id)))
            .for_each(|(at, id)| put(at, id.into()));
        plan.sessions()
            .iter()
            .filter_map(|row| row.agenda_continues.map(|at| (at, row.id)))
            .for_each(|(at, id)| put(at, id.into()));
        all
    }
}

impl Referrers for Agendas {
    /// Knows sessions as targets only.
    fn each_referrer(&self, targets: &BTreeSet<RowId>, visit: &mut dyn FnMut(RowId, RowId)) {
        for &target in targets {
            let RowId::Session(id) = target else { continue };
            self.0.get(&id).into_iter().flatten().for_each(|&row| visit(row, target));
        }
    }
}

/// The item in which an item goes on, the first of them by name.
#[must_use]
pub fn continued_in(plan: &Plan, referrers: &dyn Referrers, item: AgendaItemId) -> Option<AgendaItemId> {
    let mut found: Option<AgendaItemId> = None;
    referrers.each_referrer(&BTreeSet::from([item.into()]), &mut |row, _| {
        let RowId::Item(other) = row else { return };
        if plan.items().get(other).is_some_and(|row| row.continued_from == Some(item)) {
            found = Some(found.map_or(other, |found| found.min(other)));
        }
    });
    found
}

/// The session in whose order a row is taken; `None` where there is no such row, or a statement waits.
#[must_use]
pub fn session_of(plan: &Plan, row: RowId) -> Option<SessionId> {
    let statement = |id: StatementId| plan.statements().get(id).and_then(|row| row.session);
    match row {
        RowId::Item(id) => plan.items().get(id).map(|row| row.session),
        RowId::Statement(id) => statement(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
