//! What is done to agendas: items come, change places, go to another session, become a session of their own.

mod building;
mod fitting;
mod gathering;
mod numbers;
mod order;

use std::collections::BTreeSet;

use crate::model::agenda::{self, Taken};
use crate::model::{
    AgendaItem, AgendaItemId, CivilTime, ItemKind, ItemOutcome, Length, LocalText, Patch, PatchError, Plan, Podium,
    Referrers, RowId, Session, SessionId, Statement, Wish,
};

use super::free_ids::{FreeIds, FreeSessionIds};
use super::refusal::Refusal;
use super::remove::remove_rows;
use order::Order;

pub use building::{ItemEach, built};
pub use fitting::{Way, WayKind, ways};
pub use gathering::sitting_of;
pub(super) use numbers::settle_numbers;

/// The letters before the numbers of new items' names.
const STEM: &str = "I";

/// A place in the order of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub session: SessionId,
    /// Before which item or statement; at the end where there is none, or it is not there.
    pub before: Option<RowId>,
}

impl Spot {
    /// Behind everything that is there.
    #[must_use]
    pub fn at_end(session: SessionId) -> Self {
        Self { session, before: None }
    }
}

/// Something that is done to agendas.
#[derive(Clone, Debug, PartialEq)]
pub enum OnAgenda {
    /// Adds items, in this order.
    Add(Vec<AgendaItem>, Spot),
    /// Takes items and statements to a place, in this order.
    Move(Vec<RowId>, Spot),
    /// Makes a session of its own of items; it goes on with the agenda that they are on.
    SplitOff(Vec<AgendaItemId>, Box<Session>),
    /// Puts what a session takes on the agenda of another one, where it was split off at its place, and removes the session.
    Join(SessionId, SessionId),
    /// Adopts the agenda of a session: its numbers are fixed.
    Adopt(SessionId, CivilTime),
    /// Makes a draft of an adopted agenda: its items are numbered anew.
    Reopen(SessionId),
    /// Defers an item: a new one that goes on with it stands at this place.
    Defer(AgendaItemId, Spot),
    /// Makes items of sessions, on the agenda of this one, which takes their place.
    Gather(Vec<SessionId>, Box<Session>),
    /// Makes an agenda fit: items of other lengths, and the session if that changes.
    Fit(Vec<AgendaItem>, Option<Box<Session>>),
}

/// What a step did to agendas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum AgendaDeed {
    Add,
    Order,
    Move,
    SplitOff,
    Join,
    Adopt,
    Reopen,
    Defer,
    Gather,
    Fit,
}

impl AgendaDeed {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Add,
        Self::Order,
        Self::Move,
        Self::SplitOff,
        Self::Join,
        Self::Adopt,
        Self::Reopen,
        Self::Defer,
        Self::Gather,
        Self::Fit,
    ];
}

impl OnAgenda {
    /// What it does.
    #[must_use]
    pub fn deed(&self, plan: &Plan) -> AgendaDeed {
        match self {
            Self::Add(..) => AgendaDeed::Add,
            Self::Move(rows, spot) => {
                let stays = |&row: &RowId| agenda::session_of(plan, row) == Some(spot.session);
                if rows.iter().all(stays) { AgendaDeed::Order } else { AgendaDeed::Move }
            }
            Self::SplitOff(..) => AgendaDeed::SplitOff,
            Self::Join(..) => AgendaDeed::Join,
            Self::Adopt(..) => AgendaDeed::Adopt,
            Self::Reopen(_) => AgendaDeed::Reopen,
            Self::Defer(..) => AgendaDeed::Defer,
            Self::Gather(..) => AgendaDeed::Gather,
            Self::Fit(..) => AgendaDeed::Fit,
        }
    }

    /// To what, where that is one thing, and to how many.
    pub(super) fn object(&self, plan: &Plan) -> (LocalText, usize) {
        let session = |id: SessionId| plan.sessions().get(id).map(|row| row.title.clone()).unwrap_or_default();
        let items = |titles: &[&LocalText]| match titles {
            [only] => (LocalText::clone(only), 1),
            _ => (LocalText::default(), titles.len()),
        };
        let of_rows = |rows: &[RowId]| match rows {
            [RowId::Item(id)] => (plan.items().get(*id).map(|row| row.title.clone()).unwrap_or_default(), 1),
            _ => (LocalText::default(), rows.len()),
        };
        match self {
            Self::Add(added, _) => items(&added.iter().map(|row| &row.title).collect::<Vec<_>>()),
            Self::Move(rows, _) => of_rows(rows),
            Self::SplitOff(ids, _) => of_rows(&ids.iter().map(|&id| id.into()).collect::<Vec<_>>()),
            Self::Defer(id, _) => of_rows(&[(*id).into()]),
            Self::Join(id, _) | Self::Adopt(id, _) | Self::Reopen(id) => (session(*id), 1),
            Self::Gather(ids, _) => (LocalText::default(), ids.len()),
            Self::Fit(rows, _) => (LocalText::default(), rows.len()),
        }
    }
}

/// The patch that does it.
pub(super) fn resolve(plan: &Plan, referrers: &dyn Referrers, what: &OnAgenda) -> Result<Patch, Refusal> {
    let mut patch = Patch::default();
    match what {
        OnAgenda::Add(items, spot) => {
            has(plan, spot.session)?;
            let mut names = BTreeSet::new();
            if let Some(twice) = items.iter().find(|row| plan.items().contains(row.id) || !names.insert(row.id)) {
                return Err(PatchError::Duplicate(twice.id.into()).into());
            }
            let rows = items.iter().map(|row| Taken::Item(row.clone().into())).collect();
            put_at(plan, referrers, (rows, *spot), &mut patch);
        }
        OnAgenda::Move(rows, spot) => {
            has(plan, spot.session)?;
            let mut taken = Vec::with_capacity(rows.len());
            for &row in rows {
                taken.push(find(plan, row)?);
            }
            put_at(plan, referrers, (taken, *spot), &mut patch);
        }
        OnAgenda::SplitOff(ids, session) => {
            if plan.sessions().contains(session.id) {
                return Err(PatchError::Duplicate(session.id.into()).into());
            }
            patch.put(plan, (**session).clone());
            for &id in ids {
                // Their orders stay, so that they find back to their places.
                patch.put(plan, AgendaItem { session: session.id, ..item(plan, id)?.clone() });
            }
        }
        OnAgenda::Join(from, to) => {
            has(plan, *to)?;
            let source = has(plan, *from)?.clone();
            if from == to {
                return Ok(patch);
            }
            patch = remove_rows(plan, referrers, &[(*from).into()]);
            let taken = agenda::taken(plan, referrers, *from);
            if source.agenda_continues == Some(*to) {
                for row in taken {
                    put(plan, moved(plan, row, *to), &mut patch);
                }
            } else {
                put_at(plan, referrers, (taken, Spot::at_end(*to)), &mut patch);
            }
            for session in continuing(plan, referrers, *from) {
                let leads = if session == *to { source.agenda_continues } else { Some(*to) };
                relink(plan, (session, leads), source.agenda_adopted, &mut patch);
            }
        }
        OnAgenda::Adopt(session, at) => adopt(plan, referrers, (has(plan, *session)?.id, Some(*at)), &mut patch),
        OnAgenda::Reopen(session) => adopt(plan, referrers, (has(plan, *session)?.id, None), &mut patch),
        OnAgenda::Defer(id, spot) => {
            has(plan, spot.session)?;
            let old = item(plan, *id)?;
            let new = AgendaItem {
                id: FreeIds::new(plan.items(), STEM).give(),
                level: 0,
                number: String::new(),
                fixed_mins: None,
                continued_from: Some(*id),
                outcome: ItemOutcome::NotTaken,
                referred_to: None,
                sources: Vec::new(),
                ..old.clone()
            };
            put_at(plan, referrers, (vec![Taken::Item(new.into())], *spot), &mut patch);
            // It may have got another order meanwhile.
            let old = patch.after(plan, *id).map_or_else(|| old.clone(), |row| AgendaItem::clone(row));
            patch.put(plan, AgendaItem { outcome: ItemOutcome::Deferred, ..old });
        }
        OnAgenda::Gather(ids, sitting) => gathering::gather(plan, referrers, (ids, sitting), &mut patch)?,
        OnAgenda::Fit(rows, session) => {
            for row in rows {
                patch.put(plan, row.clone());
            }
            if let Some(row) = session {
                patch.put(plan, Session::clone(row));
            }
        }
    }
    Ok(patch)
}

/// A session of its own for items, like the one that takes them now, in the tray; `None` where there is no such item.
#[must_use]
pub fn split_session(plan: &Plan, ids: &[AgendaItemId]) -> Option<Session> {
    let items: Vec<_> = ids.iter().filter_map(|&id| plan.items().get(id)).collect();
    let origin = plan.sessions().get(items.first()?.session)?;
    let secs: u32 = items.iter().map(|item| item.secs()).fold(0, u32::saturating_add);
    let mins = i32::try_from(secs.div_ceil(300) * 5).unwrap_or(i32::MAX).max(5);
    let title = match items.as_slice() {
        [only] => only.title.clone(),
        [first, ..] if items[1..].iter().all(|item| item.level > first.level) => first.title.clone(),
        _ => origin.title.clone(),
    };
    let mut session = Session {
        id: FreeSessionIds::new(plan).like(origin.id),
        title,
        number: None,
        held: None,
        podium: Podium::default(),
        issued: None,
        pinned: false,
        agenda_adopted: None,
        agenda_continues: Some(origin.id),
        after: Vec::new(),
        sources: Vec::new(),
        ..Session::clone(origin)
    };
    session.unschedule();
    session.planned_length = Length::clamped(mins);
    if let Some(at) = &origin.placement {
        let minute = u16::try_from(at.end().minute_of_day()).ok();
        session.wish = Wish { day: Some(at.end().date()), minute, rooms: at.rooms.clone() };
    }
    Some(session)
}

fn has(plan: &Plan, id: SessionId) -> Result<&Session, Refusal> {
    plan.sessions().get(id).map(|row| &**row).ok_or(Refusal::Missing(id.into()))
}

fn item(plan: &Plan, id: AgendaItemId) -> Result<&AgendaItem, Refusal> {
    plan.items().get(id).map(|row| &**row).ok_or(Refusal::Missing(id.into()))
}

fn find(plan: &Plan, row: RowId) -> Result<Taken, Refusal> {
    let found = match row {
        RowId::Item(id) => plan.items().get(id).cloned().map(Taken::Item),
        RowId::Statement(id) => plan.statements().get(id).cloned().map(Taken::Statement),
        _ => None,
    };
    found.ok_or(Refusal::Missing(row))
}

fn put(plan: &Plan, taken: Taken, patch: &mut Patch) {
    match taken {
        Taken::Item(row) => patch.put(plan, AgendaItem::clone(&row)),
        Taken::Statement(row) => patch.put(plan, Statement::clone(&row)),
    }
}

/// A row in another session. What comes to another agenda is counted there.
fn moved(plan: &Plan, taken: Taken, to: SessionId) -> Taken {
    match taken {
        Taken::Item(row) => {
            let mut item = AgendaItem::clone(&row);
            if item.session != to && agenda::head(plan, item.session) != agenda::head(plan, to) {
                item.number = String::new();
            }
            item.session = to;
            Taken::Item(item.into())
        }
        Taken::Statement(row) => Taken::Statement(Statement { session: Some(to), ..Statement::clone(&row) }.into()),
    }
}

/// Puts rows at a place of a session, one behind the other.
fn put_at(plan: &Plan, referrers: &dyn Referrers, (rows, spot): (Vec<Taken>, Spot), patch: &mut Patch) {
    let there = agenda::taken(plan, referrers, spot.session);
    let moving: BTreeSet<RowId> = rows.iter().map(Taken::row).collect();
    let at = there.iter().position(|taken| Some(taken.row()) == spot.before).unwrap_or(there.len());
    let before = there[..at].iter().filter(|taken| !moving.contains(&taken.row())).count();
    let mut order = Order::new(there.into_iter().filter(|taken| !moving.contains(&taken.row())).collect());
    order.insert(before, rows.into_iter().map(|row| moved(plan, row, spot.session)).collect());
    order.changed().into_iter().for_each(|row| put(plan, row, patch));
}

/// Adopts an agenda, or makes a draft of it.
fn adopt(plan: &Plan, referrers: &dyn Referrers, (of, at): (SessionId, Option<CivilTime>), patch: &mut Patch) {
    let head = agenda::head(plan, of);
    let Some(session) = plan.sessions().get(head) else { return };
    patch.put(plan, Session { agenda_adopted: at, ..Session::clone(session) });
    let sessions = agenda::sessions(plan, referrers, of);
    let all: Vec<Taken> = sessions.iter().flat_map(|&id| agenda::taken(plan, referrers, id)).collect();
    let numbers = agenda::numbers(&all, session.agenda_adopted.is_some());
    for (item, numbered) in all.iter().map(Taken::item).zip(numbers) {
        let Some(item) = item.filter(|item| item.kind == ItemKind::Item) else { continue };
        let number = if at.is_some() { numbered.number } else { String::new() };
        patch.put(plan, AgendaItem { number, ..AgendaItem::clone(item) });
    }
}

fn continuing(plan: &Plan, referrers: &dyn Referrers, of: SessionId) -> impl Iterator<Item = SessionId> {
    let mut found = Vec::new();
    referrers.each_referrer(&BTreeSet::from([of.into()]), &mut |row, _| {
        let RowId::Session(id) = row else { return };
        if plan.sessions().get(id).is_some_and(|row| row.agenda_continues == Some(of)) {
            found.push(id);
        }
    });
    found.into_iter()
}

/// Lets a session go on with another agenda, or begin one that is adopted as the one was that it went on with.
fn relink(plan: &Plan, (id, to): (SessionId, Option<SessionId>), adopted: Option<CivilTime>, patch: &mut Patch) {
    if let Some(session) = patch.after(plan, id).cloned() {
        let agenda_adopted = if to.is_none() { adopted } else { session.agenda_adopted };
        patch.put(plan, Session { agenda_continues: to, agenda_adopted, ..Session::clone(&session) });
    }
}

/// Copies of the items of a session, for a copy of it: nothing has come of them, and they are counted.
pub(super) fn copies<'a>(
    plan: &'a Plan,
    referrers: &dyn Referrers,
    (from, to): (SessionId, SessionId),
    ids: &mut FreeIds<'a, AgendaItem>,
) -> Vec<AgendaItem> {
    let items = agenda::taken(plan, referrers, from).into_iter().filter_map(|taken| taken.item().cloned());
    let copy = |row: std::sync::Arc<AgendaItem>| AgendaItem {
        id: ids.give(),
        session: to,
        number: String::new(),
        outcome: ItemOutcome::NotTaken,
        continued_from: None,
        referred_to: None,
        follow_up: String::new(),
        sources: Vec::new(),
        ..AgendaItem::clone(&row)
    };
    items.map(copy).collect()
}

/// New items under names that nothing has, for [`OnAgenda::Add`].
pub fn new_items(plan: &Plan, session: SessionId) -> impl Iterator<Item = AgendaItem> {
    let mut ids = free_ids(plan);
    std::iter::repeat_with(move || AgendaItem::new(ids.give(), session))
}

/// Ids for new items.
#[must_use]
pub fn free_ids(plan: &Plan) -> FreeIds<'_, AgendaItem> {
    FreeIds::new(plan.items(), STEM)
}
