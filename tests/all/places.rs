//! A change of host: an event with what hangs on it on other dates, in another city, on another clock, in other rooms.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use plenary::edit::dates::{Misplaced, MoveDates, belonging_to, may_follow};
use plenary::edit::places::{NewPlace, NewRoom, held_there, matched, rooms_of};
use plenary::edit::{Command, Document, Refusal, resolve};
use plenary::model::zone::{self, Tz};
use plenary::model::{EventDates, EventId, EventKind, Language, LocalText, Patch, Plan, Room, RoomId, SessionId};
use plenary::store::Template;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn order(plan: &Plan, days: i32, place: Option<NewPlace>) -> MoveDates {
    let event: EventId = "wtdc25".parse().unwrap();
    let pinned = plan.sessions().iter().filter(|row| row.keeps_place()).map(|row| row.id).collect();
    MoveDates { event, events: belonging_to(plan, event).into_iter().chain([event]).collect(), days, pinned, place }
}

fn bangkok(plan: &Plan) -> NewPlace {
    let event = plan.events().get("wtdc25".parse().unwrap()).unwrap();
    let place = LocalText::from("Bangkok, Thailand").with(Language::Russian, "Бангкок, Таиланд");
    NewPlace { place, zone: Tz::Asia__Bangkok, ..NewPlace::of(event) }
}

fn moved(document: &mut Document, order: MoveDates) -> Plan {
    document.perform(&Command::MoveDates(Box::new(order))).unwrap();
    document.plan().clone()
}

fn start(plan: &Plan, session: &str) -> String {
    plan.sessions().get(session.parse().unwrap()).unwrap().span().unwrap().start.to_string()
}

fn first(plan: &Plan, event: &str) -> NaiveDate {
    plan.events().get(event.parse().unwrap()).unwrap().dates.first_and_last().0
}

/// §1.2 and §2.1–2.2: Bangkok was to be the host, and Baku is.
#[test]
fn from_thailand_to_baku_and_the_plan_is_as_it_was() {
    let baku = Template::Wtdc25.plan();
    let mut document = Document::new(baku.clone());
    let there = bangkok(&baku);
    let plan = moved(&mut document, order(&baku, -14, Some(there.clone())));
    let event = |plan: &Plan, id: &str| plan.events().get(id.parse().unwrap()).unwrap().clone();
    for id in ["wtdc25", "youth"] {
        assert_eq!((&event(&plan, id).place, event(&plan, id).zone), (&there.place, Tz::Asia__Bangkok), "{id}");
    }
    assert_eq!((first(&plan, "wtdc25"), first(&plan, "youth")), (day("2025-11-03"), day("2025-11-02")));
    assert_eq!(start(&plan, "S08"), "2025-11-03T10:00", "hours stay as they are written");
    assert_eq!(plan.header().zone, Tz::Asia__Bangkok);
    assert_eq!(event(&plan, "irm-1"), event(&baku, "irm-1"), "a meeting of its own stays");
    let counted = |plan: &Plan| -> Vec<NaiveDate> {
        let counts = plan.events().iter().filter(|row| row.counts_from.is_some_and(|of| of.event.as_str() == "wtdc25"));
        counts.map(|row| row.dates.first_and_last().0).collect()
    };
    assert!(!counted(&baku).is_empty());
    for (before, after) in counted(&baku).into_iter().zip(counted(&plan)) {
        assert_eq!(after, before - chrono::Duration::days(14), "what counts back goes along");
    }
    assert_eq!(document.done().len(), 1, "one step");
    // And to Baku: place, clock and dates again.
    let back = NewPlace::of(&event(&baku, "wtdc25"));
    let again = moved(&mut document, order(&plan, 14, Some(back)));
    assert_eq!(Patch::between(&again, &baku).rows().collect::<Vec<_>>(), [], "as it was");
    assert!(again == baku);
    document.undo();
    document.undo();
    assert!(*document.plan() == baku);
}

#[test]
fn the_whole_conference_moves_by_a_week_either_way_and_by_a_year_of_weeks() {
    let plan = Template::Wtdc25.plan();
    for days in [-7, 7, 364] {
        let mut document = Document::new(plan.clone());
        let order = order(&plan, days, None);
        let events = order.events.clone();
        let after = moved(&mut document, order);
        for before in plan.sessions().iter().filter(|row| events.contains(&row.event)) {
            let now = after.sessions().get(before.id).unwrap();
            let minutes = |row: &plenary::model::Session| row.span().map(|span| span.start.minutes());
            assert_eq!(minutes(now), minutes(before).map(|at| at + days * 1440), "{} by {days}", before.id);
            assert_eq!(now.rooms(), before.rooms());
        }
        assert_eq!(first(&after, "youth"), day("2025-11-16") + chrono::Duration::days(days.into()));
        let weekday = |plan: &Plan| chrono::Datelike::weekday(&first(plan, "wtdc25"));
        assert_eq!(weekday(&after), weekday(&plan));
        document.undo();
        assert!(*document.plan() == plan, "{days}");
    }
}

#[test]
fn interregional_meetings_come_along_if_somebody_wishes_so() {
    let plan = Template::Wtdc25.plan();
    let main = "wtdc25".parse().unwrap();
    let names: Vec<String> = may_follow(&plan, main).iter().map(ToString::to_string).collect();
    assert!(names.iter().any(|name| name == "irm-1") && names.iter().any(|name| name == "irm-2"), "{names:?}");
    assert_eq!(may_follow(&plan, "youth".parse().unwrap()), []);
    let mut wish = order(&plan, -7, Some(bangkok(&plan)));
    wish.events.extend(["irm-1", "irm-2"].map(|id| id.parse::<EventId>().unwrap()));
    let there = held_there(&plan, (main, &wish.events));
    assert!(!there.contains(&"irm-1".parse().unwrap()), "it is virtual, and held nowhere");
    let after = moved(&mut Document::new(plan.clone()), wish);
    let irm = after.events().get("irm-1".parse().unwrap()).unwrap();
    assert_eq!((first(&after, "irm-1"), irm.zone), (day("2025-07-07"), Tz::Europe__Zurich));
}

#[test]
fn a_virtual_meeting_keeps_its_instants_on_another_clock() {
    let plan = Template::Wtdc25.plan();
    let event: EventId = "irm-1".parse().unwrap();
    let row = plan.events().get(event).unwrap();
    let place = |keeps_instants| NewPlace { zone: Tz::Asia__Baku, keeps_instants, ..NewPlace::of(row) };
    let go = |keeps_instants| {
        let order = MoveDates {
            event,
            events: BTreeSet::from([event]),
            days: 0,
            pinned: BTreeSet::new(),
            place: Some(place(keeps_instants)),
        };
        moved(&mut Document::new(plan.clone()), order)
    };
    let instant = |plan: &Plan| {
        let row = plan.sessions().get("IRM1-1".parse().unwrap()).unwrap();
        zone::instant(row.span().unwrap().start, plan.events().get(event).unwrap().zone)
    };
    assert_eq!(start(&go(true), "IRM1-1"), "2025-07-14T15:00");
    assert_eq!(instant(&go(true)), instant(&plan));
    assert_eq!(start(&go(false), "IRM1-1"), "2025-07-14T13:00");
}

#[test]
fn each_room_has_one_that_stands_in_for_it_or_none() {
    let plan = Template::Wtdc25.plan();
    let [hall, lobby, off]: [RoomId; 3] = ["plenary-hall", "room-c", "off-site"].map(|id| id.parse().unwrap());
    let new = |name: &str| NewRoom::New(name.to_owned());
    let rooms = BTreeMap::from([
        (hall, new("UNCC Hall")),
        (lobby, NewRoom::None),
        (off, NewRoom::Known("foyer".parse().unwrap())),
    ]);
    let place = NewPlace { house: "UNCC".to_owned(), rooms, ..bangkok(&plan) };
    let mut document = Document::new(plan.clone());
    let after = moved(&mut document, order(&plan, 0, Some(place)));
    let made: Vec<_> = after.rooms().iter().filter(|room| !plan.rooms().contains(room.id)).collect();
    assert_eq!((made.len(), made[0].title.get(Language::English), made[0].place.as_str()), (1, "UNCC Hall", "UNCC"));
    let rooms = |session: &str| after.sessions().get(session.parse::<SessionId>().unwrap()).unwrap().rooms().to_vec();
    assert_eq!(rooms("S08"), [made[0].id]);
    assert_eq!(rooms("S06"), [], "it has none any more");
    assert_eq!(rooms("S05"), ["foyer".parse().unwrap()]);
    let unmoved: Vec<RoomId> = plan.sessions().get("IRM1-1".parse().unwrap()).unwrap().rooms().to_vec();
    assert_eq!(rooms("IRM1-1"), unmoved);
    document.undo();
    assert!(*document.plan() == plan);
    let gone =
        NewPlace { rooms: BTreeMap::from([(hall, NewRoom::Known("nowhere".parse().unwrap()))]), ..bangkok(&plan) };
    let why = resolve(&plan, &Command::MoveDates(Box::new(order(&plan, 0, Some(gone)))));
    assert_eq!(why, Err(Refusal::Missing("nowhere".parse::<RoomId>().unwrap().into())));
}

#[test]
fn rooms_of_a_house_are_matched_by_name_and_then_by_seats() {
    let (mut plan, mut patch) = (Template::Wtdc25.plan(), Patch::default());
    for (id, name, capacity) in
        [("x1", "Great hall", Some(1300)), ("x2", "Room A", Some(10)), ("x3", "Small", Some(320))]
    {
        let room = Room::new(id.parse().unwrap(), name.into());
        patch.put(&plan, Room { capacity, place: "UNCC".to_owned(), ..room });
    }
    plan.apply(&patch).unwrap();
    let events = order(&plan, 0, None).events;
    let found = matched(&plan, &rooms_of(&plan, &events), "uncc");
    let to = |id: &str| found.get(&id.parse().unwrap()).cloned();
    let known = |id: &str| Some(NewRoom::Known(id.parse().unwrap()));
    assert_eq!((to("plenary-hall"), to("room-a"), to("room-b")), (known("x1"), known("x2"), known("x3")));
    assert_eq!(matched(&plan, &rooms_of(&plan, &events), "nowhere"), BTreeMap::new());
}

#[test]
fn days_off_there_are_told_before_anything_moves() {
    let plan = Template::Wtdc25.plan();
    let place = NewPlace { days_off: [day("2025-11-18")].into(), day_off: "Day off".into(), ..bangkok(&plan) };
    let order = order(&plan, 0, Some(place));
    let event = order.event;
    let patch = resolve(&plan, &Command::MoveDates(Box::new(order))).unwrap();
    let told = Misplaced::by(&plan, &patch, event);
    assert!(told.days_off.contains(&"S18".parse().unwrap()), "{:?}", told.days_off);
    let mut after = plan.clone();
    after.apply(&patch).unwrap();
    let added: Vec<_> = after.events().iter().filter(|row| !plan.events().contains(row.id)).collect();
    assert_eq!(added.len(), 1);
    let dates = EventDates::day(day("2025-11-18"));
    assert_eq!((added[0].kind, added[0].dates, added[0].zone), (EventKind::Holiday, dates, Tz::Asia__Bangkok));
}

#[test]
fn a_shift_beyond_the_calendar_names_the_row_and_moves_nothing() {
    let plan = Template::Wtdc25.plan();
    let far = resolve(&plan, &Command::MoveDates(Box::new(order(&plan, 64_000, None))));
    assert!(matches!(far, Err(Refusal::TooFar(_))), "{far:?}");
}
