//! The real times of a meeting as they are typed: a minute of a day, of which the day is known from what was before.

use crate::model::{CivilTime, DAY_MINS, Held, Session, Suspension};

/// What lies in the next night lies this much after what was before at most, in minutes: beyond, it was a slip.
const LONGEST_NIGHT: i32 = 12 * 60;

/// One of the real times of a session; suspensions are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldTime {
    /// When it was opened.
    Opened,
    /// When it was suspended.
    Suspended(usize),
    /// When it was resumed after that.
    Resumed(usize),
    /// When it was adjourned.
    Adjourned,
}

/// The real times of a session with one of them put elsewhere, or taken away with what can not be without it: all of them
/// with the opening, a whole suspension with its beginning. Whether they are in order is asked of the row when it is put.
///
/// The opening is on the day on which it was, else on that of the plan. Every other time is the first one with this minute
/// (`0..1440`) after what comes before it, on the same day or in the same night.
///
/// `None` where there is no such time, because it would be earlier than what comes before it, or there is nothing before it.
#[must_use]
pub fn with_held_time(session: &Session, which: HeldTime, minute: Option<u16>) -> Option<Option<Held>> {
    let known = session.held.as_ref();
    if which == HeldTime::Opened {
        let Some(minute) = minute else { return Some(None) };
        let planned = session.placement.as_ref().map(|at| at.start);
        let day = known.map(|held| held.opened).or(planned)?.date();
        let opened = CivilTime::midnight(day).plus_mins(minute.into());
        return Some(Some(known.map_or(Held::since(opened), |held| Held { opened, ..held.clone() })));
    }
    let mut held = known?.clone();
    let over = |pause: &Suspension| pause.resumed.unwrap_or(pause.suspended);
    let before = match which {
        HeldTime::Opened => None,
        HeldTime::Suspended(at) => at.checked_sub(1).and_then(|before| held.suspensions.get(before)).map(over),
        HeldTime::Resumed(at) => Some(held.suspensions.get(at)?.suspended),
        HeldTime::Adjourned => held.suspensions.last().map(over),
    };
    let before = before.unwrap_or(held.opened);
    let time = match minute {
        Some(minute) => Some(first_after(before, minute)?),
        None => None,
    };
    match (which, time) {
        (HeldTime::Adjourned, time) => held.adjourned = time,
        (HeldTime::Resumed(at), time) => held.suspensions.get_mut(at)?.resumed = time,
        (HeldTime::Suspended(at), Some(suspended)) => match held.suspensions.get_mut(at) {
            Some(pause) => pause.suspended = suspended,
            None => held.suspensions.push(Suspension { suspended, resumed: None }),
        },
        (HeldTime::Suspended(at), None) if at < held.suspensions.len() => drop(held.suspensions.remove(at)),
        (HeldTime::Suspended(_) | HeldTime::Opened, _) => {}
    }
    Some(Some(held))
}

/// One of the real times of a meeting, if it has it.
#[must_use]
pub fn time_of(held: &Held, which: HeldTime) -> Option<CivilTime> {
    match which {
        HeldTime::Opened => Some(held.opened),
        HeldTime::Suspended(at) => held.suspensions.get(at).map(|pause| pause.suspended),
        HeldTime::Resumed(at) => held.suspensions.get(at).and_then(|pause| pause.resumed),
        HeldTime::Adjourned => held.adjourned,
    }
}

/// The first time with this minute of a day that is later.
fn first_after(before: CivilTime, minute: u16) -> Option<CivilTime> {
    let same_day = CivilTime::midnight(before.date()).plus_mins(minute.into());
    let tonight = same_day.plus_mins(DAY_MINS);
    let is_near = tonight.mins_since(before) <= LONGEST_NIGHT;
    if same_day > before { Some(same_day) } else { is_near.then_some(tonight) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Length, Placement, SessionKind};

    fn session(start: &str) -> Session {
        let mut session = Session::new("S1".parse().unwrap(), "E".parse().unwrap(), SessionKind::Committee);
        session.placement = Some(Placement { start: start.parse().unwrap(), length: Length::HOUR, rooms: Vec::new() });
        session
    }

    /// What is typed, one after the other; the times of it, or `None` where one was a slip.
    fn typed(start: &str, times: &[(HeldTime, &str)]) -> Option<Vec<String>> {
        let mut session = session(start);
        for &(which, clock) in times {
            let minute = (!clock.is_empty())
                .then(|| crate::model::CivilTime::minute_of_day(format!("2025-01-01T{clock}").parse().unwrap()));
            session.held = with_held_time(&session, which, minute.map(|minute| u16::try_from(minute).unwrap()))?;
        }
        Some(session.held.iter().flat_map(Held::times).map(|time| time.to_string()).collect())
    }

    #[test]
    fn days_follow_from_what_was_before() {
        use HeldTime::{Adjourned, Opened, Resumed, Suspended};
        let night = typed(
            "2025-11-20T21:00",
            &[(Opened, "21:05"), (Suspended(0), "23:30"), (Resumed(0), "00:10"), (Adjourned, "02:00")],
        );
        let expected = ["2025-11-20T21:05", "2025-11-20T23:30", "2025-11-21T00:10", "2025-11-21T02:00"];
        assert_eq!(night.unwrap(), expected);
        // A suspension that was forgotten, of a meeting that is over.
        let late = typed("2025-11-20T09:30", &[(Opened, "09:37"), (Adjourned, "12:30"), (Suspended(0), "11:00")]);
        assert_eq!(late.unwrap(), ["2025-11-20T09:37", "2025-11-20T11:00", "2025-11-20T12:30"]);
    }

    #[test]
    fn what_is_earlier_is_a_slip_and_what_is_empty_is_taken_away() {
        use HeldTime::{Adjourned, Opened, Resumed, Suspended};
        assert_eq!(typed("2025-11-20T09:30", &[(Opened, "09:37"), (Adjourned, "09:30")]), None);
        assert_eq!(typed("2025-11-20T09:30", &[(Adjourned, "09:30")]), None, "not opened");
        let whole = [(Opened, "09:37"), (Suspended(0), "10:00"), (Resumed(0), "10:15"), (Adjourned, "12:00")];
        let then = |more: &[(HeldTime, &str)]| typed("2025-11-20T09:30", &[&whole[..], more].concat()).unwrap().len();
        assert_eq!(then(&[]), 4);
        assert_eq!(then(&[(Suspended(0), "")]), 2);
        assert_eq!(then(&[(Resumed(0), ""), (Adjourned, "")]), 2);
        assert_eq!(then(&[(Opened, "")]), 0);
    }
}
