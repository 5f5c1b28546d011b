//! From what was meant to what changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::preparation::circular;
use crate::model::{
    Absence, CivilTime, DAY_MINS, Delegate, Event, EventDates, EventId, Header, Held, HeldStep, Length, Patch,
    PatchError, Person, Placement, Plan, Referrers, Release, ReleaseStage, Room, RoomId, RoomRequest, RowError, RowId,
    Session, SessionId, Span, Statement, Status, Team, Wish,
};

use super::agenda;
use super::command::{AnyRow, Command};
use super::copies::copied;
use super::dates::MoveDates;
use super::places::{Going, put_there};
use super::podium;
use super::refusal::Refusal;
use super::remove::remove_rows;
use super::requests;
use super::roster;
use super::statements::{self, OnList};
use super::zones::change_zone;

/// The patch that carries out `command` on `plan`. Nothing is changed yet: a drag shows this before it lets go.
///
/// # Errors
/// A [`Refusal`] that says why it can not be done.
pub fn resolve(plan: &Plan, command: &Command) -> Result<Patch, Refusal> {
    resolve_known(plan, plan, command)
}

/// The same, where somebody knows who refers to whom in `plan`.
pub(super) fn resolve_known(plan: &Plan, referrers: &dyn Referrers, command: &Command) -> Result<Patch, Refusal> {
    let mut patch = meant(plan, referrers, command)?;
    patch.settle_natures(plan, referrers);
    patch.settle_fields(plan, referrers);
    patch.settle_wishes(plan);
    patch.settle_numbers(plan, referrers);
    // What takes over rows as they are leaves them so.
    if !matches!(command, Command::Take(_) | Command::BringBack(_) | Command::Merge(_) | Command::Import(_)) {
        patch.settle_days(plan);
        agenda::settle_numbers(plan, referrers, &mut patch);
        if !matches!(command, Command::List(OnList::Swap(..)) | Command::Podium(..)) {
            statements::check_published(plan, &patch)?;
        }
    }
    // The exceptions: somebody ticked these one by one, they are written anew so that they stay at their instants, or all is
    // to be as it was.
    let none = BTreeSet::new();
    let all: BTreeSet<SessionId>;
    let may_move = match command {
        Command::MoveDates(order) => &order.pinned,
        Command::ChangeZone(order) => &order.pinned,
        Command::BringBack(_) | Command::Merge(_) => {
            all = patch.changes::<Session>().map(|(id, _)| id).collect();
            &all
        }
        _ => &none,
    };
    check_placements(&patch, may_move)?;
    Ok(patch)
}

/// What every command must leave alone or put within bounds, whatever it is called: a session that is pinned stays where
/// it is, and in the plan; every other one stays within the years that times have.
fn check_placements(patch: &Patch, may_move: &BTreeSet<SessionId>) -> Result<(), Refusal> {
    for (id, change) in patch.changes::<Session>() {
        let before = change.before.as_deref().filter(|session| session.pinned && !may_move.contains(&id));
        let after = change.after.as_deref().map(|session| session.placement.as_ref());
        if let Some(before) = before {
            // One that has no place yet can be given one.
            let stays = after.is_some_and(|after| before.placement.is_none() || before.placement.as_ref() == after);
            if !stays {
                return Err(Refusal::Pinned(id));
            }
        }
        after.flatten().map_or(Ok(()), check_range)?;
    }
    Ok(())
}

fn meant(plan: &Plan, referrers: &dyn Referrers, command: &Command) -> Result<Patch, Refusal> {
    let mut patch = Patch::default();
    match command {
        Command::Place(moves) => {
            for (id, placement) in moves {
                let session = session(plan, *id)?;
                let placement = Some(placement.clone());
                patch.put(plan, Session { placement, ..session.clone() });
            }
        }
        Command::Unschedule(ids) => {
            for &id in ids {
                let mut session = session(plan, id)?.clone();
                session.unschedule();
                patch.put(plan, session);
            }
        }
        Command::Create(session) => {
            if plan.sessions().contains(session.id) {
                return Err(PatchError::Duplicate(session.id.into()).into());
            }
            patch.put(plan, (**session).clone());
        }
        Command::Duplicate(copies) => patch = copied(plan, referrers, copies)?,
        Command::Remove(ids) => {
            for &id in ids {
                if !plan.contains(id) {
                    return Err(Refusal::Missing(id));
                }
            }
            if let Some(event) = ids.iter().find(|&&id| holds_issued(plan, id)) {
                return Err(Refusal::Issued(*event));
            }
            patch = remove_rows(plan, referrers, ids);
        }
        Command::Pin(ids, pinned) => {
            for &id in ids {
                patch.put(plan, Session { pinned: *pinned, ..session(plan, id)?.clone() });
            }
        }
        Command::Hold(step, at) => {
            for &(id, at) in at {
                patch.put(plan, held(session(plan, id)?, *step, at)?);
            }
        }
        Command::Swap(a, b) => {
            let (first, second) = (session(plan, *a)?, session(plan, *b)?);
            let placed = |session: &Session| session.placement.clone().ok_or(Refusal::Unscheduled(session.id));
            let (of_first, of_second) = (placed(first)?, placed(second)?);
            for (session, own, other) in [(first, &of_first, &of_second), (second, &of_second, &of_first)] {
                let placement = Placement { length: own.length, ..other.clone() };
                patch.put(plan, Session { placement: Some(placement), ..session.clone() });
            }
        }
        Command::ShiftEvent(id, days) => shift_event(plan, *id, *days, &mut patch)?,
        Command::MoveDates(order) => move_dates(plan, order, &mut patch)?,
        Command::ChangeZone(order) => {
            let event = plan.events().get(order.event).ok_or(Refusal::Missing(order.event.into()))?;
            change_zone(plan, (event, order), &mut patch);
        }
        Command::OrderRoom(id, before) => order_room(plan, *id, *before, &mut patch)?,
        Command::Put(row) => put_row(plan, row, &mut patch),
        Command::PutMany(rows) => rows.iter().for_each(|row| put_row(plan, row, &mut patch)),
        Command::PutHeader(header) => put_header(plan, header, &mut patch),
        Command::Release(release, sessions) => put_release(plan, (release, sessions), &mut patch)?,
        Command::Agenda(what) => patch = agenda::resolve(plan, referrers, what)?,
        Command::List(what) => patch = statements::resolve(plan, referrers, what)?,
        Command::Roster(what) => patch = roster::resolve(plan, what)?,
        Command::Request(what) => patch = requests::resolve(plan, referrers, what)?,
        Command::Podium(session, at, what) => patch = podium::resolve(plan, referrers, (*session, *at, what))?,
        Command::Take(proposed)
        | Command::BringBack(proposed)
        | Command::Merge(proposed)
        | Command::Import(proposed) => {
            plan.expect_before(proposed)?;
            patch = (**proposed).clone();
        }
    }
    Ok(patch)
}

/// The header; where it makes another plan of this one, that has no releases yet, and nobody was told of its sessions.
fn put_header(plan: &Plan, header: &Header, patch: &mut Patch) {
    let known = plan.header().identity;
    let is_another = known.is_some() && header.identity != known;
    if !is_another || plan.releases().is_empty() {
        patch.put_header(plan, header.clone());
        return;
    }
    patch.put_header(plan, Header { release: 0, ..header.clone() });
    plan.releases().ids().for_each(|id| patch.remove(plan, id));
    plan.records().ids().for_each(|id| patch.remove(plan, id));
    for session in plan.sessions().iter().filter(|session| session.issued.is_some()) {
        patch.put(plan, Session { issued: None, ..Session::clone(session) });
    }
}

/// A release, and the sessions as the world knows them if it is issued.
fn put_release(plan: &Plan, (release, sessions): (&Release, &[Session]), patch: &mut Patch) -> Result<(), Refusal> {
    let known = plan.releases().get(release.id);
    if known.is_some_and(|known| !may_become(known, release)) {
        return Err(Refusal::Released);
    }
    if release.stage == ReleaseStage::Issued {
        let last = plan.header().release.max(release.number);
        patch.put_header(plan, Header { release: last, ..Header::clone(plan.header()) });
    }
    patch.put(plan, release.clone());
    for session in sessions {
        patch.put(plan, session.clone());
    }
    Ok(())
}

/// Whether a release may be so: what it holds stays, and what was issued stays issued.
fn may_become(known: &Release, is: &Release) -> bool {
    let was_issued = known.stage == ReleaseStage::Issued;
    (known.number, known.made, &known.content) == (is.number, is.made, &is.content)
        && (!was_issued || is.stage == ReleaseStage::Issued)
}

/// Whether a row is an event with sessions that the world has been told of.
fn holds_issued(plan: &Plan, id: RowId) -> bool {
    let is_told = |event| plan.sessions().iter().any(|session| session.event == event && session.issued.is_some());
    EventId::try_from(id).is_ok_and(is_told)
}

fn put_row(plan: &Plan, row: &AnyRow, patch: &mut Patch) {
    match row {
        AnyRow::Session(row) => patch.put(plan, (**row).clone()),
        AnyRow::Field(row) => patch.put(plan, (**row).clone()),
        AnyRow::Rank(row) => patch.put(plan, (**row).clone()),
        AnyRow::Kind(row) => patch.put(plan, (**row).clone()),
        AnyRow::Event(row) => patch.put(plan, (**row).clone()),
        AnyRow::Body(row) => patch.put(plan, (**row).clone()),
        AnyRow::Room(row) => patch.put(plan, (**row).clone()),
        AnyRow::Person(row) => patch.put(plan, (**row).clone()),
        AnyRow::Topic(row) => patch.put(plan, (**row).clone()),
        AnyRow::Document(row) => patch.put(plan, (**row).clone()),
        AnyRow::Statement(row) => patch.put(plan, statements::replaced(plan, row)),
        AnyRow::Item(row) => patch.put(plan, (**row).clone()),
        AnyRow::Post(row) => patch.put(plan, (**row).clone()),
        AnyRow::Team(row) => patch.put(plan, (**row).clone()),
        AnyRow::Delegate(row) => patch.put(plan, (**row).clone()),
        AnyRow::RoomRequest(row) => patch.put(plan, (**row).clone()),
        AnyRow::Note(row) => patch.put(plan, (**row).clone()),
        AnyRow::Rule(row) => patch.put(plan, (**row).clone()),
        AnyRow::Waiver(row) => patch.put(plan, (**row).clone()),
        AnyRow::Release(row) => patch.put(plan, (**row).clone()),
        AnyRow::Record(row) => patch.put(plan, (**row).clone()),
        AnyRow::Comment(row) => patch.put(plan, (**row).clone()),
    }
}

/// Events and their sessions, as far as these do not keep their places or were ticked.
fn move_dates(plan: &Plan, order: &MoveDates, patch: &mut Patch) -> Result<(), Refusal> {
    let mins = order.days.checked_mul(DAY_MINS).ok_or(Refusal::OutOfRange)?;
    let circular = circular(plan.events().iter().map(|event| &**event));
    if let Some(&id) = order.events.iter().find(|id| circular.contains(id)) {
        return Err(Refusal::Circular(id));
    }
    for &id in &order.events {
        let event = plan.events().get(id).ok_or(Refusal::Missing(id.into()))?;
        let dates = event.dates.shifted(order.days);
        let (before, after) = (event.dates.span(), dates.span());
        let moved = after.start.mins_since(before.start) == mins && after.end.mins_since(before.end) == mins;
        if matches!(dates, EventDates::Days { .. }) && !moved {
            return Err(Refusal::TooFar(id.into()));
        }
        patch.put(plan, Event { dates, ..(**event).clone() });
    }
    for session in plan.sessions().iter().filter(|session| order.events.contains(&session.event)) {
        let Some(placement) = &session.placement else {
            // A day that is wished for is one of the event.
            let day = session.wish.day.map(|day| CivilTime::midnight(day).plus_mins(mins).date());
            patch.put(plan, Session { wish: Wish { day, ..session.wish.clone() }, ..(**session).clone() });
            continue;
        };
        if session.keeps_place() && !order.pinned.contains(&session.id) {
            continue;
        }
        let start: CivilTime = placement.start.plus_mins(mins);
        if start.mins_since(placement.start) != mins {
            return Err(Refusal::TooFar(session.id.into()));
        }
        let moved = Placement { start, ..placement.clone() };
        patch.put(plan, Session { placement: Some(moved), ..(**session).clone() });
    }
    for request in plan.requests().iter().filter(|request| order.events.contains(&request.event)) {
        // A time that is wished for is one of the event.
        let start = request.start.map(|start| start.plus_mins(mins));
        patch.put(plan, RoomRequest { start, ..(**request).clone() });
    }
    if plan.main_event().is_some_and(|event| order.events.contains(&event.id)) {
        move_presence(plan, order.days, patch);
    }
    match &order.place {
        Some(to) => put_there(plan, Going { events: (order.event, &order.events), pinned: &order.pinned, to }, patch),
        None => Ok(()),
    }
}

/// When teams, rooms and people are there goes along with the event that the plan is about.
fn move_presence(plan: &Plan, days: i32, patch: &mut Patch) {
    let mins = days.saturating_mul(DAY_MINS);
    let day = |day: NaiveDate| CivilTime::midnight(day).plus_mins(mins).date();
    let moved = |all: &[Absence]| -> Vec<Absence> {
        let time = |time: CivilTime| time.plus_mins(mins);
        all.iter().map(|one| Absence { from: time(one.from), to: time(one.to), ..one.clone() }).collect()
    };
    for row in plan.statements().iter().filter(|row| !row.present.is_empty()) {
        let present = row.present.iter().copied().map(day).collect();
        patch.put(plan, Statement { present, ..(**row).clone() });
    }
    for team in plan.teams().iter() {
        patch.put(plan, Team { from: team.from.map(day), until: team.until.map(day), ..(**team).clone() });
    }
    for delegate in plan.delegates().iter().filter(|delegate| delegate.event.is_none()) {
        let time = |time: CivilTime| time.plus_mins(mins);
        let (from, until) = (delegate.from.map(time), delegate.until.map(time));
        patch.put(plan, Delegate { from, until, ..(**delegate).clone() });
    }
    for room in plan.rooms().iter().filter(|room| !room.closed.is_empty()) {
        patch.put(plan, Room { closed: moved(&room.closed), ..(**room).clone() });
    }
    for person in plan.people().iter().filter(|person| !person.away.is_empty()) {
        patch.put(plan, Person { away: moved(&person.away), ..(**person).clone() });
    }
}

/// A session after one more thing that its chair said. What is opened takes place, whatever was said before.
fn held(session: &Session, step: HeldStep, at: CivilTime) -> Result<Session, Refusal> {
    let impossible = |why| Refusal::Patch(PatchError::Impossible { row: session.id.into(), why });
    let held = match (&session.held, step) {
        (None, HeldStep::Open) if session.placement.is_none() => return Err(Refusal::Unscheduled(session.id)),
        (None, HeldStep::Open) => Held::since(at),
        (None, _) => return Err(impossible(RowError::HeldOutOfOrder)),
        (Some(held), step) => held.after(step, at).map_err(impossible)?,
    };
    let status = match session.status {
        Status::Reserve | Status::Cancelled if step == HeldStep::Open => Status::Confirmed,
        status => status,
    };
    Ok(Session { held: Some(held), status, ..session.clone() })
}

/// All of it moves, what is pinned too: then it is refused as a whole.
fn shift_event(plan: &Plan, event: EventId, days: i32, patch: &mut Patch) -> Result<(), Refusal> {
    let pinned = plan.sessions().iter().filter(|session| session.event == event && session.pinned);
    let pinned = pinned.map(|session| session.id).collect();
    move_dates(plan, &MoveDates { event, events: BTreeSet::from([event]), days, pinned, place: None }, patch)
}

/// Changes as few rooms as that takes: the one that moves, and those after it that would not come after it any more.
fn order_room(plan: &Plan, id: RoomId, before: Option<RoomId>, patch: &mut Patch) -> Result<(), Refusal> {
    let moved = plan.rooms().get(id).ok_or(Refusal::Missing(id.into()))?;
    if before == Some(id) {
        return Ok(());
    }
    let mut rooms: Vec<&Arc<Room>> = plan.rooms().iter().filter(|room| room.id != id).collect();
    rooms.sort_by_key(|room| (room.order, room.id));
    let place = match before {
        Some(before) => rooms.iter().position(|room| room.id == before).ok_or(Refusal::Missing(before.into()))?,
        None => rooms.len(),
    };
    rooms.insert(place, moved);
    let fits_already = |one: &Room, other: &Room| (one.order, one.id) < (other.order, other.id);
    if rooms.windows(2).all(|pair| fits_already(pair[0], pair[1])) {
        return Ok(());
    }
    let first = match place.checked_sub(1).and_then(|at| rooms.get(at)) {
        Some(above) => above.order.checked_add(1),
        None => rooms.get(place + 1).and_then(|below| below.order.checked_sub(1)),
    };
    let mut orders = Vec::with_capacity(rooms.len() - place);
    let mut next = first;
    for room in &rooms[place..] {
        let Some(least) = next else { break };
        let order = if room.id == id { least } else { least.max(room.order) };
        orders.push(order);
        next = order.checked_add(1);
    }
    // At the ends of what can be counted to, all of them are counted anew.
    let (from, orders) = match next {
        Some(_) => (place, orders),
        None => (0, (0..).take(rooms.len()).collect()),
    };
    for (room, order) in rooms[from..].iter().zip(orders) {
        patch.put(plan, Room { order, ..(***room).clone() });
    }
    Ok(())
}

fn session(plan: &Plan, id: SessionId) -> Result<&Session, Refusal> {
    plan.sessions().get(id).map(|session| &**session).ok_or(Refusal::Missing(id.into()))
}

fn check_range(placement: &Placement) -> Result<(), Refusal> {
    let limits = Span::new(CivilTime::MIN.plus_mins(Length::MAX.mins()), CivilTime::MAX.plus_mins(-Length::MAX.mins()));
    if limits.contains(placement.start) { Ok(()) } else { Err(Refusal::OutOfRange) }
}
