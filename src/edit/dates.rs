//! Moving events to other dates, with what belongs to them: by whole days of the calendar, so that hours stay as they are
//! written, also where a clock is changed in between.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::places::NewPlace;
use crate::model::zone::{self, Reading, Tz};
use crate::model::{CivilTime, Event, EventDates, EventId, EventKind, Patch, Plan, SessionId, Span, is_weekend};

/// Some events move, each with its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveDates {
    /// The event whose first day was set; it gives the step its name.
    pub event: EventId,
    /// All events that move, that one too.
    pub events: BTreeSet<EventId>,
    /// By so many days, earlier where it is negative.
    pub days: i32,
    /// Sessions that move although they are pinned or have been opened. All others that keep their places
    /// ([`Session::keeps_place`](crate::model::Session::keeps_place)) stay.
    pub pinned: BTreeSet<SessionId>,
    /// Where to, if to another place.
    pub place: Option<NewPlace>,
}

/// What comes to lie badly when dates change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misplaced {
    /// Sessions that come to lie on a Saturday or Sunday and did not before, in the order of time.
    pub weekend: Vec<SessionId>,
    /// Sessions that come to lie on a day off of the plan and did not before, in the order of time.
    pub days_off: Vec<SessionId>,
    /// Sessions that begin or end when no clock there shows that hour, or one shows it twice, and did not before.
    pub no_hour: Vec<SessionId>,
    /// Deadlines before the event that come to lie after its beginning.
    pub late: Vec<EventId>,
}

impl Misplaced {
    /// What `patch` puts badly; `event` is the one that the deadlines are for.
    #[must_use]
    pub fn by(plan: &Plan, patch: &Patch, event: EventId) -> Self {
        let after = |id| patch.after(plan, id);
        let is_holiday = |event: &&Arc<Event>| event.kind == EventKind::Holiday;
        let off_before: Vec<&Arc<Event>> = plan.events().iter().filter(is_holiday).collect();
        let off_after: Vec<&Arc<Event>> = plan
            .events()
            .ids()
            .chain(patch.changes::<Event>().map(|(id, _)| id).filter(|&id| !plan.events().contains(id)))
            .filter_map(&after)
            .filter(is_holiday)
            .collect();
        let is_off = |off: &[&Arc<Event>], span: Span, event: Option<&Arc<Event>>| {
            let there = |day: &&&Arc<Event>| event.is_some_and(|event| day.is_day_off_at(event));
            off.iter().filter(there).any(|day| day.dates.span().overlaps(span))
        };
        let mut found = Self::default();
        let mut sessions: Vec<(Span, Span, SessionId)> = Vec::new();
        for session in plan.sessions().iter() {
            let new = patch.after(plan, session.id).and_then(|session| session.span());
            if let (Some(old), Some(new)) = (session.span(), new) {
                sessions.push((new, old, session.id));
            }
        }
        sessions.sort_unstable_by_key(|&(new, _, id)| (new.start, id));
        for (new, old, id) in sessions {
            if is_on_weekend(new) && !is_on_weekend(old) {
                found.weekend.push(id);
            }
            let event = plan.sessions().get(id).map(|session| session.event);
            let [was, is] = [event.and_then(|id| plan.events().get(id)), event.and_then(after)];
            let is_odd = |span: Span, event: Option<&Arc<Event>>| {
                event.is_some_and(|event| [span.start, span.end].iter().any(|&time| is_no_hour(time, event.zone)))
            };
            if is_odd(new, is) && !is_odd(old, was) {
                found.no_hour.push(id);
            }
            if is_off(&off_after, new, is) && !is_off(&off_before, old, was) {
                found.days_off.push(id);
            }
        }
        let begins = |event: &Event| event.dates.span().start;
        if let (Some(old), Some(new)) = (plan.events().get(event), after(event)) {
            let deadlines = plan.events().iter().filter(|event| event.kind == EventKind::Deadline);
            let late = deadlines.filter(|deadline| {
                let end = after(deadline.id).map(|deadline| deadline.dates.span().end);
                deadline.dates.span().end <= begins(old) && end.is_some_and(|end| end > begins(new))
            });
            found.late = late.map(|event| event.id).collect();
        }
        found
    }
}

/// Whether any of it lies on a Saturday or Sunday.
fn is_on_weekend(span: Span) -> bool {
    span.start.date().iter_days().take_while(|&day| day <= span.last_day()).any(is_weekend)
}

/// Whether a clock is put forward over a time or shows it twice.
fn is_no_hour(time: CivilTime, zone: Tz) -> bool {
    !matches!(zone::read(time, zone), Reading::Once(_))
}

/// The meetings of their own that can move with an event if somebody wishes so: interregional ones and forums with known days.
#[must_use]
pub fn may_follow(plan: &Plan, event: EventId) -> Vec<EventId> {
    let is_meeting = |other: &Event| {
        matches!(other.kind, EventKind::InterregionalMeeting | EventKind::CoordinationMeeting | EventKind::Forum)
            && matches!(other.dates, EventDates::Days { .. })
            && other.id != event
    };
    let is_main = plan.main_event().is_some_and(|main| main.id == event);
    let mut found: Vec<&Event> =
        plan.events().iter().map(|other| &**other).filter(|other| is_main && is_meeting(other)).collect();
    found.sort_by_key(|other| (other.dates, other.id));
    found.into_iter().map(|other| other.id).collect()
}

/// The events that belong to `event` and so move with it unless somebody says otherwise: days off, deadlines, visits and the
/// like that lie within its days, those which it waits for, or which wait for it, and those that count from it. Meetings of
/// their own do not.
#[must_use]
pub fn belonging_to(plan: &Plan, event: EventId) -> Vec<EventId> {
    use EventKind as Kind;
    let Some(main) = plan.events().get(event) else { return Vec::new() };
    let days = main.dates.span();
    let hangs = |other: &Event| {
        let is_within = days.start <= other.dates.span().start && other.dates.span().end <= days.end;
        let is_small = match other.kind {
            Kind::Holiday | Kind::Milestone | Kind::Deadline | Kind::SiteVisit | Kind::YouthCelebration => true,
            Kind::Conference
            | Kind::InterregionalMeeting
            | Kind::RegionalPreparatoryMeeting
            | Kind::CoordinationMeeting
            | Kind::AdvisoryGroup
            | Kind::Council
            | Kind::Forum
            | Kind::PlanningArea => false,
        };
        let is_counted = other.counts_from.is_some_and(|counts| counts.event == event);
        // A day off of another place that lies within the days is none of this event.
        let is_within = is_within && (other.kind != Kind::Holiday || other.zone == main.zone);
        let is_linked = main.after.contains(&other.id) || other.after.contains(&event) || is_counted;
        is_small && (is_within || is_linked) && matches!(other.dates, EventDates::Days { .. })
    };
    plan.events().iter().filter(|other| other.id != event && hangs(other)).map(|other| other.id).collect()
}

/// By how many days an event moves whose first day becomes `first`; `None` where its days are not known.
#[must_use]
pub fn days_to(event: &Event, first: NaiveDate) -> Option<i32> {
    match event.dates {
        EventDates::Days { first: now, .. } => Some(first.num_days_from_ce() - now.num_days_from_ce()),
        EventDates::Year(_) => None,
    }
}

/// The sessions of `event` that lie within its days now, and would not lie within `dates`.
#[must_use]
pub fn left_behind(plan: &Plan, event: &Event, dates: EventDates) -> Vec<SessionId> {
    let within = |dates: EventDates, span: Span| dates.span().start <= span.start && span.end <= dates.span().end;
    let sessions = plan.sessions().iter().filter(|session| session.event == event.id);
    let left =
        sessions.filter(|session| session.span().is_some_and(|span| within(event.dates, span) && !within(dates, span)));
    left.map(|session| session.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, Document, Refusal, resolve};
    use crate::model::{Header, Length, Placement, Session, SessionKind};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Events by id, kind and dates; sessions of `E` by start, those that begin with `P` pinned.
    fn document(events: &[(&str, EventKind, &str, &str)], sessions: &[(&str, &str)]) -> Document {
        let mut document = Document::new(Plan::new(Header::in_zone(Tz::Europe__Zurich)));
        for &(id, kind, first, last) in events {
            let plan = document.plan();
            let event = Event {
                id: id.parse().unwrap(),
                kind,
                dates: EventDates::Days { first: day(first), last: day(last) },
                ..crate::edit::new_event(plan, id)
            };
            document.perform(&Command::Put(event.into())).unwrap();
        }
        for &(id, start) in sessions {
            let mut session = Session::new(id.parse().unwrap(), "E".parse().unwrap(), SessionKind::Committee);
            let rooms = Vec::new();
            session.placement = Some(Placement { start: start.parse().unwrap(), length: Length::HOUR, rooms });
            session.pinned = id.starts_with('P');
            document.perform(&Command::Create(Box::new(session))).unwrap();
        }
        document
    }

    fn order(events: &[&str], days: i32, pinned: &[&str]) -> MoveDates {
        MoveDates {
            event: events[0].parse().unwrap(),
            events: events.iter().map(|id| id.parse().unwrap()).collect(),
            days,
            pinned: pinned.iter().map(|id| id.parse().unwrap()).collect(),
            place: None,
        }
    }

    fn start(document: &Document, id: &str) -> String {
        document.plan().sessions().get(id.parse().unwrap()).unwrap().span().unwrap().start.to_string()
    }

    const WEEK: (&str, EventKind, &str, &str) = ("E", EventKind::Conference, "2025-11-17", "2025-11-21");

    #[test]
    fn pinned_sessions_stay_unless_they_are_told_to_move_and_undo_gives_all_of_it_back() {
        let sessions = [("S1", "2025-11-17T09:00"), ("P1", "2025-11-18T09:00"), ("P2", "2025-11-19T09:00")];
        let mut document = document(&[WEEK, ("D", EventKind::Deadline, "2025-11-03", "2025-11-03")], &sessions);
        let before = document.plan().clone();
        let steps = document.done().len();
        document.perform(&Command::MoveDates(Box::new(order(&["E", "D"], -34, &["P2"])))).unwrap();
        assert_eq!(document.done().len(), steps + 1);
        assert_eq!(start(&document, "S1"), "2025-10-14T09:00");
        assert_eq!(start(&document, "P1"), "2025-11-18T09:00");
        assert_eq!(start(&document, "P2"), "2025-10-16T09:00");
        let dates = |id: &str| document.plan().events().get(id.parse().unwrap()).unwrap().dates;
        assert_eq!(dates("E"), EventDates::Days { first: day("2025-10-14"), last: day("2025-10-18") });
        assert_eq!(dates("D"), EventDates::day(day("2025-09-30")));
        document.undo();
        assert_eq!(document.plan(), &before);
    }

    #[test]
    fn the_day_that_a_waiting_session_wishes_for_moves_along() {
        let mut document = document(&[WEEK], &[("S1", "2025-11-18T09:00")]);
        document.perform(&Command::Unschedule(vec!["S1".parse().unwrap()])).unwrap();
        document.perform(&Command::MoveDates(Box::new(order(&["E"], 14, &[])))).unwrap();
        let session = document.plan().sessions().get("S1".parse().unwrap()).unwrap();
        assert_eq!((session.wish.day, session.wish.minute), (Some(day("2025-12-02")), Some(540)));
    }

    #[test]
    fn all_other_commands_leave_what_is_pinned_alone() {
        let document = document(&[WEEK], &[("P1", "2025-11-18T09:00")]);
        let shift = Command::ShiftEvent("E".parse().unwrap(), 1);
        assert_eq!(resolve(document.plan(), &shift), Err(Refusal::Pinned("P1".parse().unwrap())));
    }

    #[test]
    fn days_run_over_the_end_of_february_and_leap_years() {
        let mut document = document(
            &[("E", EventKind::Conference, "2027-02-26", "2027-03-02")],
            &[("S1", "2027-02-28T10:00"), ("S2", "2027-03-01T10:00")],
        );
        let event = document.plan().events().get("E".parse().unwrap()).unwrap().clone();
        let days = days_to(&event, day("2028-02-26")).unwrap();
        document.perform(&Command::MoveDates(Box::new(order(&["E"], days, &[])))).unwrap();
        assert_eq!(
            (start(&document, "S1"), start(&document, "S2")),
            ("2028-02-28T10:00".into(), "2028-02-29T10:00".into())
        );
        let event = document.plan().events().get("E".parse().unwrap()).unwrap();
        assert_eq!(event.dates, EventDates::Days { first: day("2028-02-26"), last: day("2028-03-01") });
    }

    #[test]
    fn a_clock_change_shifts_no_hours() {
        let mut document = document(
            &[("E", EventKind::Conference, "2025-10-20", "2025-10-22")],
            &[("S1", "2025-10-21T09:00"), ("S2", "2025-10-22T02:30")],
        );
        let offset =
            |document: &Document| zone::offset_mins(start(document, "S1").parse().unwrap(), Tz::Europe__Zurich);
        assert_eq!(offset(&document), 120);
        document.perform(&Command::MoveDates(Box::new(order(&["E"], 14, &[])))).unwrap();
        assert_eq!((start(&document, "S1").as_str(), offset(&document)), ("2025-11-04T09:00", 60));
        // Onto the night in which clocks are put forward: the hour that does not exist stays as it is written.
        document.perform(&Command::MoveDates(Box::new(order(&["E"], 144, &[])))).unwrap();
        let at = start(&document, "S2");
        assert_eq!(at, "2026-03-29T02:30");
        assert_eq!(zone::read(at.parse().unwrap(), Tz::Europe__Zurich), Reading::Never);
    }

    #[test]
    fn an_hour_that_no_clock_shows_is_told_at_its_session() {
        let document = document(
            &[("E", EventKind::Conference, "2026-03-22", "2026-03-22")],
            &[("S1", "2026-03-22T01:30"), ("S2", "2026-03-22T03:30")],
        );
        let no_hour = |days: i32| {
            let patch = resolve(document.plan(), &Command::MoveDates(Box::new(order(&["E"], days, &[])))).unwrap();
            Misplaced::by(document.plan(), &patch, "E".parse().unwrap()).no_hour
        };
        // S1 would end at half past two, when clocks are put forward from two to three.
        assert_eq!(no_hour(7), ["S1".parse().unwrap()]);
        assert_eq!(no_hour(1), []);
    }

    #[test]
    fn what_waits_for_itself_or_counts_from_itself_is_named_and_nothing_moves() {
        let mut document = document(&[WEEK, ("D", EventKind::Deadline, "2025-11-03", "2025-11-03")], &[]);
        let deadline = document.plan().events().get("D".parse().unwrap()).unwrap();
        let counts =
            crate::model::CountsFrom { event: "D".parse().unwrap(), edge: crate::model::DayEdge::First, days: -1 };
        let deadline = Event { counts_from: Some(counts), ..Event::clone(deadline) };
        document.perform(&Command::Put(deadline.into())).unwrap();
        let moved = |events: &[&str]| resolve(document.plan(), &Command::MoveDates(Box::new(order(events, 7, &[]))));
        assert_eq!(moved(&["E", "D"]), Err(Refusal::Circular("D".parse().unwrap())));
        assert!(moved(&["E"]).is_ok(), "without it the rest moves");
        let main = document.plan().events().get("E".parse().unwrap()).unwrap();
        let main = Event { after: vec!["E".parse().unwrap()], ..Event::clone(main) };
        document.perform(&Command::Put(main.into())).unwrap();
        let moved = Command::MoveDates(Box::new(order(&["E"], 7, &[])));
        assert_eq!(resolve(document.plan(), &moved), Err(Refusal::Circular("E".parse().unwrap())));
    }

    #[test]
    fn nothing_leaves_the_years_that_times_have() {
        let document = document(&[WEEK], &[("S1", "2025-11-17T09:00")]);
        for days in [i32::MAX, i32::MIN, 100_000, -100_000] {
            let moved = Command::MoveDates(Box::new(order(&["E"], days, &[])));
            let why = resolve(document.plan(), &moved).unwrap_err();
            let event: EventId = "E".parse().unwrap();
            let expected =
                if days.unsigned_abs() > 100_000 { Refusal::OutOfRange } else { Refusal::TooFar(event.into()) };
            assert_eq!(why, expected, "{days}");
        }
    }

    #[test]
    fn what_comes_to_lie_badly_is_told() {
        let events = [
            WEEK,
            ("H", EventKind::Holiday, "2025-11-26", "2025-11-26"),
            ("D", EventKind::Deadline, "2025-11-10", "2025-11-10"),
            ("L", EventKind::Deadline, "2025-12-10", "2025-12-10"),
        ];
        let sessions = [("S1", "2025-11-17T09:00"), ("S2", "2025-11-21T09:00"), ("S3", "2025-11-20T23:30")];
        let document = document(&events, &sessions);
        let misplaced = |days: i32| {
            let patch = resolve(document.plan(), &Command::MoveDates(Box::new(order(&["E"], days, &[])))).unwrap();
            let found = Misplaced::by(document.plan(), &patch, "E".parse().unwrap());
            let names = |ids: &[SessionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            let late = found.late.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            (names(&found.weekend), names(&found.days_off), late)
        };
        assert_eq!(misplaced(7), (String::new(), String::new(), String::new()));
        // S3 ends half an hour after midnight.
        assert_eq!(misplaced(1), ("S3 S2".into(), String::new(), String::new()));
        assert_eq!(misplaced(6), ("S1".into(), "S3".into(), String::new()));
        assert_eq!(misplaced(-14), (String::new(), String::new(), "D".into()));
    }

    #[test]
    fn what_lies_within_or_is_linked_belongs_to_an_event() {
        let mut document = document(
            &[
                WEEK,
                ("H", EventKind::Holiday, "2025-11-19", "2025-11-19"),
                ("O", EventKind::Holiday, "2025-11-08", "2025-11-08"),
                ("Y", EventKind::YouthCelebration, "2025-11-16", "2025-11-16"),
                ("T", EventKind::AdvisoryGroup, "2025-05-12", "2025-05-16"),
            ],
            &[],
        );
        let main = document.plan().events().get("E".parse().unwrap()).unwrap();
        let after = vec!["Y".parse().unwrap(), "T".parse().unwrap()];
        let main = Event { after, ..(**main).clone() };
        document.perform(&Command::Put(main.into())).unwrap();
        let found: Vec<String> =
            belonging_to(document.plan(), "E".parse().unwrap()).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["H", "Y"]);
    }

    #[test]
    fn sessions_outside_other_days_are_left_behind() {
        let document = document(&[WEEK], &[("S1", "2025-11-17T09:00"), ("S2", "2025-11-20T09:00")]);
        let event = document.plan().events().get("E".parse().unwrap()).unwrap();
        let left = |first: &str, last: &str| {
            left_behind(document.plan(), event, EventDates::Days { first: day(first), last: day(last) }).len()
        };
        assert_eq!(left("2025-11-10", "2025-11-21"), 0);
        assert_eq!(left("2025-11-18", "2025-11-21"), 1);
        assert_eq!(left("2025-12-18", "2025-12-18"), 2);
    }
}
