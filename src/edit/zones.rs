//! Another zone for an event. Its times stay as they are written, unless somebody wants to keep the instants: then they are
//! written anew on the new clock.
//!
//! A pin holds a session at its moment, so keeping the instants is no move. Yet its row changes, so those that are pinned are
//! named one by one, as where dates are moved; the others stay as they are written.

use std::collections::BTreeSet;

use crate::model::zone::{self, Tz};
use crate::model::{
    CivilTime, DAY_MINS, DayHours, Event, EventId, Length, Patch, Placement, Plan, RoomRequest, Row as _, Session,
    SessionId, Wish,
};

/// An event gets another zone, and its sessions stay at their instants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeZone {
    /// Which event.
    pub event: EventId,
    /// Its new zone.
    pub zone: Tz,
    /// Sessions that are written anew although they are pinned. All other pinned sessions stay as they are written.
    pub pinned: BTreeSet<SessionId>,
}

impl ChangeZone {
    /// For all sessions of an event.
    #[must_use]
    pub fn of_all(plan: &Plan, event: EventId, zone: Tz) -> Self {
        let pinned = plan.sessions().iter().filter(|session| session.event == event && session.pinned);
        Self { event, zone, pinned: pinned.map(|session| session.id).collect() }
    }
}

/// The sessions that a patch puts at other instants, by the zones of their events before and after it, in the order of ids.
/// After [`ChangeZone`] these are the few of which that can not be written: in an hour that a clock shows twice, the second
/// time; and those that end before they begin, because their clock was put forward.
#[must_use]
pub fn at_other_instants(before: &Plan, patch: &Patch) -> Vec<SessionId> {
    let zones = |session: &Session| {
        let (old, new) = (before.events().get(session.event)?, patch.after(before, session.event)?);
        Some((old.zone, new.zone))
    };
    let instants = |session: &Session, zone: Tz| {
        session.span().map(|span| (zone::instant(span.start, zone), zone::instant(span.end, zone)))
    };
    let differs = |session: &&Session| {
        let after = patch.after(before, session.id);
        let (Some((old, _)), Some(new)) = (zones(session), after.and_then(|after| Some(zones(after)?.1))) else {
            return false;
        };
        instants(session, old) != after.and_then(|after| instants(after, new))
    };
    before.sessions().iter().map(|session| &**session).filter(differs).map(|session| session.id).collect()
}

/// Writes the times of an event's sessions anew: the planned ones with their ends, those that are wished for, and those at
/// which they were held. Its hours of the day go along where they still are hours of one day; its days stay.
pub(super) fn change_zone(plan: &Plan, (event, order): (&Event, &ChangeZone), patch: &mut Patch) {
    let clock = |time| zone::convert(time, event.zone, order.zone);
    let first = CivilTime::midnight(event.dates.first_and_last().0);
    let later = zone::offset_mins(first, order.zone) - zone::offset_mins(first, event.zone);
    let hours = event.hours.map(|hours| shifted(hours, later).unwrap_or(hours));
    patch.put(plan, Event { zone: order.zone, hours, ..event.clone() });
    for session in plan.sessions().iter().filter(|session| session.event == order.event) {
        if session.pinned && !order.pinned.contains(&session.id) {
            continue;
        }
        let mut after = Session::clone(session);
        after.placement = session.placement.as_ref().map(|at| placed(at, clock));
        if let (Some(day), Some(minute)) = (session.wish.day, session.wish.minute) {
            let wished = clock(CivilTime::midnight(day).plus_mins(minute.into()));
            let minute = u16::try_from(wished.minute_of_day()).ok();
            after.wish = Wish { day: Some(wished.date()), minute, ..after.wish };
        }
        after.held = session.held.as_ref().map(|held| held.mapped(clock));
        if after.check().is_err() {
            // The new clock was put back meanwhile, and shows that it was adjourned before it was opened.
            after.held.clone_from(&session.held);
        }
        patch.put(plan, after);
    }
    for request in plan.requests().iter().filter(|request| request.event == order.event) {
        let [start, received] = [request.start, request.received].map(|time| time.map(clock));
        patch.put(plan, RoomRequest { start, received, ..RoomRequest::clone(request) });
    }
}

/// A placement on another clock. Its length is what that clock shows, which is another one where a clock is changed
/// meanwhile.
pub(super) fn placed(at: &Placement, clock: impl Fn(CivilTime) -> CivilTime) -> Placement {
    let start = clock(at.start);
    let length = Length::from_mins(clock(at.end()).mins_since(start).into());
    Placement { start, length: length.unwrap_or(at.length), ..at.clone() }
}

/// Hours of a day, so many minutes later; `None` where they are not all on one day then.
fn shifted(hours: DayHours, later: i32) -> Option<DayHours> {
    let minute =
        |minute: u16| u16::try_from(i32::from(minute) + later).ok().filter(|&of_day| i32::from(of_day) <= DAY_MINS);
    Some(DayHours { from_min: minute(hours.from_min)?, to_min: minute(hours.to_min)? })
}
