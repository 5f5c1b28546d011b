//! What a new day, start, end, length or room of a session means. There is one answer, whether it was typed into the List
//! or the inspector, dragged, or moved by keys.
//!
//! Whether a session may move at all is not asked here: that is a question to every command, and `resolve` answers it.

use chrono::NaiveDate;

use crate::model::{CivilTime, DAY_MINS, EventId, Length, Placement, Plan, RoomId, Session, Span};

/// An end that lies this much after the start at most, when it is earlier on the clock, in minutes: beyond, it was a slip.
const LONGEST_NIGHT: i32 = 12 * 60;

/// Which end of a placement is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Where a session is, or where it comes to be when only a part of that is said: where it is wished to be, else at the
/// beginning of its event, as long as it is planned.
#[must_use]
pub fn placement_or_first(plan: &Plan, session: &Session) -> Placement {
    session.placement.clone().unwrap_or_else(|| {
        let event = plan.events().get(session.event);
        let first = event.map(|event| event.dates.first_and_last().0).unwrap_or_default();
        let day = session.wish.day.unwrap_or(first);
        let wished = session.wish.minute.map(|minute| CivilTime::midnight(day).plus_mins(minute.into()));
        let start = wished.unwrap_or_else(|| opening(plan, session.event, day));
        Placement { start, length: session.planned_length, rooms: session.wish.rooms.clone() }
    })
}

/// The first start from `from` on at which so many minutes are free of all of `taken`, in any order.
#[must_use]
pub fn first_free(from: CivilTime, mins: i32, taken: &[Span]) -> CivilTime {
    let mut start = from;
    while let Some(end) =
        taken.iter().filter(|span| span.overlaps(Span::new(start, start.plus_mins(mins)))).map(|span| span.end).max()
    {
        start = end;
    }
    start
}

/// When a day of an event begins: at 09:00 where it says nothing else.
#[must_use]
pub fn opening(plan: &Plan, event: EventId, day: NaiveDate) -> CivilTime {
    let hours = plan.events().get(event).and_then(|event| event.hours);
    CivilTime::midnight(day).plus_mins(hours.map_or(9 * 60, |hours| i32::from(hours.from_min)))
}

/// At the same hour of another day.
#[must_use]
pub fn on_day(at: &Placement, day: NaiveDate) -> Placement {
    Placement { start: CivilTime::midnight(day).plus_mins(at.start.minute_of_day()), ..at.clone() }
}

/// From another minute of the same day on; the length stays.
#[must_use]
pub fn starting(at: &Placement, minute: u16) -> Placement {
    Placement { start: CivilTime::midnight(at.start.date()).plus_mins(minute.into()), ..at.clone() }
}

/// Up to a minute of a day, `0..=1440`; the start stays. It is the day on which it ends now, else the day it starts, else
/// the night after. `None` where the end would not come after the start on any of them, or too late.
#[must_use]
pub fn ending(at: &Placement, minute: u16) -> Option<Placement> {
    let after_start = |day: CivilTime| CivilTime::midnight(day.date()).plus_mins(minute.into()).mins_since(at.start);
    let same_day = after_start(at.start);
    let tonight = Some(same_day + DAY_MINS).filter(|&mins| mins <= LONGEST_NIGHT);
    let on_days = [Some(after_start(at.end().plus_mins(-1))), Some(same_day), tonight];
    let mins = on_days.into_iter().flatten().find(|&mins| mins > 0)?;
    Some(Placement { length: Length::from_mins(mins.into()).ok()?, ..at.clone() })
}

/// Earlier or later by so many minutes.
#[must_use]
pub fn shifted(at: &Placement, mins: i32) -> Placement {
    Placement { start: at.start.plus_mins(mins), ..at.clone() }
}

/// With an edge pulled to another time; the other edge stays. It gets no shorter than `least_mins`, unless it is already,
/// and no longer than a length can be.
#[must_use]
pub fn pulled(at: &Placement, edge: Edge, to: CivilTime, least_mins: i32) -> Placement {
    let end = at.end();
    let mins = match edge {
        Edge::Start => end.mins_since(to),
        Edge::End => to.mins_since(at.start),
    };
    let length = Length::clamped(mins.max(least_mins.min(at.length.mins())));
    let start = match edge {
        Edge::Start => end.plus_mins(-length.mins()),
        Edge::End => at.start,
    };
    Placement { start, length, ..at.clone() }
}

/// In other rooms, each of them once.
#[must_use]
pub fn in_rooms(at: &Placement, rooms: impl IntoIterator<Item = RoomId>) -> Placement {
    Placement { rooms: each_once(rooms), ..at.clone() }
}

/// Gives a session another length, where it is or in the tray.
pub fn set_length(session: &mut Session, length: Length) {
    match &mut session.placement {
        Some(at) => at.length = length,
        None => session.planned_length = length,
    }
}

/// The day on which a session is, or should be.
#[must_use]
pub fn day_or_wished(session: &Session) -> Option<NaiveDate> {
    session.placement.as_ref().map_or(session.wish.day, |at| Some(at.start.date()))
}

/// From which minute of a day on a session is, or should be, `0..1440`.
#[must_use]
pub fn start_or_wished(session: &Session) -> Option<u16> {
    session.placement.as_ref().map_or(session.wish.minute, |at| u16::try_from(at.start.minute_of_day()).ok())
}

/// Puts a session on another day, or takes its day away. One that waits keeps the day in mind, until a start is known,
/// too: then that is its place.
pub fn set_day(session: &mut Session, day: Option<NaiveDate>) {
    match (&session.placement, day) {
        (Some(at), Some(day)) => session.placement = Some(on_day(at, day)),
        (_, day) => {
            session.unschedule();
            session.wish.day = day;
            settle(session);
        }
    }
}

/// Lets a session start at another minute of its day, or takes its start away. One that waits keeps the start in mind,
/// until a day is known, too: then that is its place.
pub fn set_start(session: &mut Session, minute: Option<u16>) {
    match (&session.placement, minute) {
        (Some(at), Some(minute)) => session.placement = Some(starting(at, minute)),
        (_, minute) => {
            session.unschedule();
            session.wish.minute = minute;
            settle(session);
        }
    }
}

/// Puts a session into other rooms, each once; one that waits should be there.
pub fn set_rooms(session: &mut Session, rooms: Vec<RoomId>) {
    match &session.placement {
        Some(at) => session.placement = Some(in_rooms(at, rooms)),
        None => session.wish.rooms = each_once(rooms),
    }
}

/// Puts a session that waits where it should be, where day and start are known.
fn settle(session: &mut Session) {
    let Some((day, minute)) = session.wish.day.zip(session.wish.minute) else { return };
    let start = CivilTime::midnight(day).plus_mins(minute.into());
    let rooms = std::mem::take(&mut session.wish).rooms;
    session.placement = Some(Placement { start, length: session.planned_length, rooms });
}

fn each_once(rooms: impl IntoIterator<Item = RoomId>) -> Vec<RoomId> {
    let mut each = Vec::new();
    for room in rooms {
        if !each.contains(&room) {
            each.push(room);
        }
    }
    each
}

/// Where a session that waits is wished to be; `None` where nobody has said on which day.
#[must_use]
pub fn wished(plan: &Plan, session: &Session) -> Option<Placement> {
    let waits = session.placement.is_none() && session.wish.day.is_some();
    waits.then(|| placement_or_first(plan, session))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placement(start: &str, mins: i32) -> Placement {
        Placement { start: start.parse().unwrap(), length: Length::clamped(mins), rooms: Vec::new() }
    }

    #[track_caller]
    fn check_end(at: &Placement, hour: u16, minute: u16, expected: Option<i32>) {
        let placed = ending(at, hour * 60 + minute);
        assert_eq!(placed.as_ref().map(|at| at.length.mins()), expected, "{hour}:{minute}");
        assert!(placed.is_none_or(|placed| placed.start == at.start));
    }

    #[test]
    fn an_end_lies_on_the_same_day_or_in_the_same_night() {
        let day = placement("2025-11-17T09:30", 60);
        check_end(&day, 10, 45, Some(75));
        check_end(&day, 9, 0, None);
        check_end(&day, 9, 30, None);
        check_end(&day, 24, 0, Some(14 * 60 + 30));
        let evening = placement("2025-11-17T22:00", 60);
        check_end(&evening, 1, 0, Some(180));
        check_end(&evening, 0, 0, Some(120));
        check_end(&evening, 24, 0, Some(120));
        check_end(&evening, 23, 30, Some(90));
        let night = placement("2025-11-17T22:00", 180);
        check_end(&night, 2, 0, Some(240));
        check_end(&night, 23, 0, Some(60 + 24 * 60));
        check_end(&placement("2025-11-17T09:30", Length::MAX.mins()), 12, 0, None);
        check_end(&placement("2199-12-31T23:00", 60), 22, 0, None);
    }

    #[test]
    fn days_and_starts_keep_what_they_do_not_name() {
        let at = placement("2025-11-17T09:30", 75);
        assert_eq!(on_day(&at, "2025-11-20".parse().unwrap()), placement("2025-11-20T09:30", 75));
        assert_eq!(starting(&at, 14 * 60 + 5), placement("2025-11-17T14:05", 75));
        assert_eq!(shifted(&at, -15), placement("2025-11-17T09:15", 75));
    }

    #[test]
    fn what_is_known_of_a_place_is_kept_until_day_and_start_make_one() {
        let kind = crate::model::SessionKind::Talk;
        let mut session = Session::new("s".parse().unwrap(), "e".parse().unwrap(), kind);
        let (room, day) = ("room-a".parse().unwrap(), "2026-03-05".parse().unwrap());
        set_rooms(&mut session, vec![room, room]);
        set_start(&mut session, Some(14 * 60));
        assert_eq!((session.placement.clone(), &session.wish.rooms), (None, &vec![room]));
        set_day(&mut session, Some(day));
        let placed =
            Placement { rooms: vec![room], length: session.planned_length, ..placement("2026-03-05T14:00", 1) };
        assert_eq!((session.placement.as_ref(), session.wish.day), (Some(&placed), None));
        set_start(&mut session, None);
        assert_eq!(session.placement, None);
        assert_eq!((session.wish.day, session.wish.minute, session.wish.rooms), (Some(day), None, vec![room]));
    }

    #[test]
    fn a_pulled_edge_leaves_the_other_where_it_is() {
        let at = placement("2025-11-17T10:00", 60);
        let time = |time: &str| time.parse().unwrap();
        assert_eq!(pulled(&at, Edge::End, time("2025-11-17T11:30"), 15), placement("2025-11-17T10:00", 90));
        assert_eq!(pulled(&at, Edge::End, time("2025-11-17T08:00"), 15), placement("2025-11-17T10:00", 15));
        assert_eq!(pulled(&at, Edge::Start, time("2025-11-17T09:30"), 15), placement("2025-11-17T09:30", 90));
        assert_eq!(pulled(&at, Edge::Start, time("2025-11-17T12:00"), 15), placement("2025-11-17T10:45", 15));
        let short = placement("2025-11-17T10:00", 10);
        assert_eq!(pulled(&short, Edge::End, time("2025-11-17T09:55"), 15), short, "shorter never makes it longer");
        let long = pulled(&at, Edge::Start, time("2025-09-01T10:00"), 15);
        assert_eq!((long.end(), long.length), (at.end(), Length::MAX));
    }
}
