//! A day in two rooms, 08:00–20:00: who follows, and what stops it.

use super::*;
use crate::edit::{Command, Document};
use crate::model::zone::Tz;
use crate::model::{DayHours, Event, EventDates, EventKind, Header, Held, Length, Room, Session, SessionKind};

fn plan(sessions: &[(&str, &str, i32, &[&str])]) -> Document {
    let mut document = Document::new(Plan::new(Header::in_zone(Tz::Asia__Baku)));
    let event = Event {
        title: "Event".into(),
        hours: Some(DayHours { from_min: 8 * 60, to_min: 20 * 60 }),
        ..Event::new(
            "E".parse().unwrap(),
            EventKind::Conference,
            EventDates::Days { first: "2025-11-17".parse().unwrap(), last: "2025-11-21".parse().unwrap() },
            Tz::Asia__Baku,
        )
    };
    document.perform(&Command::Put(event.into())).unwrap();
    for name in ["A", "B"] {
        let room = Room::new(name.parse().unwrap(), name.into());
        document.perform(&Command::Put(room.into())).unwrap();
    }
    for (id, start, mins, rooms) in sessions {
        let kind = if id.starts_with("BREAK") { SessionKind::Break } else { SessionKind::Committee };
        let mut session = Session::new(id.parse().unwrap(), "E".parse().unwrap(), kind);
        session.pinned = id.starts_with("PIN");
        session.held = id.starts_with("HELD").then(|| Held::since(format!("2025-11-{start}").parse().unwrap()));
        session.placement = Some(Placement {
            start: format!("2025-11-{start}").parse().unwrap(),
            length: Length::clamped(*mins),
            rooms: rooms.iter().map(|room| room.parse().unwrap()).collect(),
        });
        document.perform(&Command::Create(Box::new(session))).unwrap();
    }
    document
}

fn on_day(plan: &Plan) -> impl Fn(NaiveDate) -> Vec<SessionId> + '_ {
    |day| {
        let of_day = |session: &&std::sync::Arc<Session>| session.span().is_some_and(|span| span.start.date() == day);
        plan.sessions().iter().filter(of_day).map(|session| session.id).collect()
    }
}

/// What follows when a session gets another start and length, as `S2 10:30`, and what stops it.
fn moved(document: &Document, id: &str, (start, mins): (&str, i32)) -> (Vec<String>, Option<(String, i32)>) {
    let plan = document.plan();
    let id = id.parse().unwrap();
    let was = plan.sessions().get(id).unwrap().placement.clone().unwrap();
    let start = format!("2025-11-{start}").parse().unwrap();
    told(following(plan, &on_day(plan), vec![(id, Placement { start, length: Length::clamped(mins), ..was })]))
}

fn told(found: Following) -> (Vec<String>, Option<(String, i32)>) {
    let followers = found.moves[found.meant..].iter().map(|(id, at)| format!("{id} {}", at.start.clock())).collect();
    let stop = found.stop.map(|stop| match stop.by {
        Halt::Session(id) => (id.to_string(), stop.over_mins),
        Halt::Hours => ("hours".to_owned(), stop.over_mins),
    });
    (followers, stop)
}

#[test]
fn later_ones_in_the_room_keep_their_gaps() {
    let document = plan(&[
        ("S1", "17T09:00", 60, &["A"]),
        ("S2", "17T10:00", 60, &["A"]),
        ("S3", "17T11:30", 30, &["A"]),
        ("S4", "17T10:00", 60, &["B"]),
        ("S5", "18T10:00", 60, &["A"]),
    ]);
    let both = |clock: [&str; 2]| (vec![format!("S2 {}", clock[0]), format!("S3 {}", clock[1])], None);
    assert_eq!(moved(&document, "S1", ("17T09:00", 90)), both(["10:30", "12:00"]), "longer");
    assert_eq!(moved(&document, "S1", ("17T09:15", 60)), both(["10:15", "11:45"]), "later");
    assert_eq!(moved(&document, "S1", ("17T09:00", 45)), both(["09:45", "11:15"]), "shorter");
    assert_eq!(moved(&document, "S1", ("17T08:30", 90)), (vec![], None), "the end stays, so nobody has to move");
}

#[test]
fn spans_are_half_open() {
    let document =
        plan(&[("S1", "17T09:00", 60, &["A"]), ("S2", "17T10:00", 60, &["A"]), ("S3", "17T09:59", 1, &["A"])]);
    assert_eq!(moved(&document, "S1", ("17T09:00", 61)), (vec!["S2 10:01".to_owned()], None));
}

#[test]
fn breaks_what_keeps_its_place_and_the_end_of_the_hours_stop_it() {
    let day = |stops: &'static str, start: &'static str| {
        let rooms: &[&str] = if stops.starts_with("BREAK") { &[] } else { &["A"] };
        plan(&[
            ("S1", "17T09:00", 60, &["A"]),
            ("S2", "17T10:15", 60, &["A"]),
            (stops, start, 60, rooms),
            ("S3", "17T14:00", 60, &["A"]),
        ])
    };
    for stops in ["BREAK", "PIN", "HELD"] {
        let document = day(stops, "17T11:30");
        let follows = |clock: &str| vec![format!("S2 {clock}")];
        assert_eq!(moved(&document, "S1", ("17T09:15", 60)), (follows("10:30"), None), "{stops}: it fits");
        let stop = |over| Some((stops.to_owned(), over));
        assert_eq!(moved(&document, "S1", ("17T09:30", 60)), (follows("10:30"), stop(0)), "{stops}: the gap is eaten");
        assert_eq!(moved(&document, "S1", ("17T09:45", 60)), (follows("10:30"), stop(15)), "{stops}: too much");
    }
    let elsewhere =
        plan(&[("S1", "17T09:00", 60, &["A"]), ("S2", "17T10:00", 60, &["A"]), ("PIN", "17T11:00", 60, &["B"])]);
    assert_eq!(moved(&elsewhere, "S1", ("17T09:30", 60)), (vec!["S2 10:30".to_owned()], None), "pinned next door");
    let evening = plan(&[("S1", "17T18:00", 60, &["A"]), ("S2", "17T19:00", 45, &["A"])]);
    let hours = |over| Some(("hours".to_owned(), over));
    assert_eq!(moved(&evening, "S1", ("17T18:30", 60)), (vec!["S2 19:15".to_owned()], hours(15)));
    let last = plan(&[("S1", "17T19:00", 60, &["A"])]);
    assert_eq!(moved(&last, "S1", ("17T19:00", 90)), (vec![], hours(30)), "itself too long");
}

#[test]
fn nothing_follows_over_midnight() {
    let document =
        plan(&[("S1", "17T21:00", 60, &["A"]), ("S2", "17T22:30", 60, &["A"]), ("S3", "18T00:30", 60, &["A"])]);
    let (followers, stop) = moved(&document, "S1", ("17T21:00", 240));
    assert!(stop.is_none(), "beyond the hours already");
    assert_eq!(followers, ["S2 01:30"], "the next day does not follow");
}

#[test]
fn who_has_several_rooms_takes_both_along() {
    let document = plan(&[
        ("S1", "17T09:00", 60, &["A"]),
        ("S2", "17T10:00", 60, &["A", "B"]),
        ("S3", "17T11:00", 60, &["B"]),
        ("S0", "17T09:00", 60, &["B"]),
    ]);
    let later = (vec!["S2 10:30".to_owned(), "S3 11:30".to_owned()], None);
    assert_eq!(moved(&document, "S1", ("17T09:00", 90)), later);
    assert_eq!(moved(&document, "S1", ("17T08:30", 60)), (vec![], None), "S0 stays before them, and so do they");
}

#[test]
fn a_newcomer_makes_room_and_no_more() {
    let document =
        plan(&[("S1", "18T09:00", 60, &["A"]), ("S2", "17T10:00", 60, &["A"]), ("S3", "17T11:00", 60, &["A"])]);
    assert_eq!(moved(&document, "S1", ("17T09:00", 60)), (vec![], None), "there was room");
    let both = vec!["S2 10:30".to_owned(), "S3 11:30".to_owned()];
    assert_eq!(moved(&document, "S1", ("17T09:30", 60)), (both, None));
}

#[test]
fn after_a_break_everything_follows() {
    let document = plan(&[
        ("BREAK", "17T12:30", 60, &[]),
        ("S1", "17T13:30", 60, &["A"]),
        ("S2", "17T14:00", 60, &["B"]),
        ("S0", "17T11:30", 60, &["A"]),
    ]);
    let both = vec!["S1 14:00".to_owned(), "S2 14:30".to_owned()];
    assert_eq!(moved(&document, "BREAK", ("17T12:30", 90)), (both, None));
}

#[test]
fn from_here_on_by_minutes() {
    let document = plan(&[
        ("S1", "17T14:30", 60, &["A"]),
        ("S2", "17T15:30", 60, &["A"]),
        ("S3", "17T14:30", 60, &["B"]),
        ("S4", "17T16:00", 60, &["B"]),
    ]);
    let plan = document.plan();
    let ids = ["S1", "S3"].map(|id| id.parse().unwrap());
    let found = from_here_on(plan, &on_day(plan), &ids, 30);
    let starts: Vec<_> = found.moves.iter().map(|(id, at)| format!("{id} {}", at.start.clock())).collect();
    assert_eq!(starts, ["S1 15:00", "S3 15:00", "S2 16:00", "S4 16:30"]);
}
