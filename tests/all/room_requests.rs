//! Requests for rooms: what is answered to them, each as one step, and where a place is found for them.

use std::sync::atomic::AtomicBool;

use plenary::edit::requests::OnRequest;
use plenary::edit::{AnyRow, Command, Document, Refusal, new_event, new_room};
use plenary::model::zone::Tz;
use plenary::model::{
    CivilTime, DayHours, Event, EventDates, Header, Id, Issued, Length, LocalText, Placement, Plan, Purpose,
    RequestAnswer, Room, RoomRequest, Session, SessionKind, Status,
};
use plenary::store::{Template, plan_text, read_plan};
use plenary::workbench::{Booking, Bookings, NoPlace, Workbench};

pub fn id<R>(name: &str) -> Id<R> {
    name.parse().unwrap()
}

/// `18T09:00` in November 2025.
pub fn time(text: &str) -> CivilTime {
    format!("2025-11-{text}").parse().unwrap()
}

fn day(text: &str) -> chrono::NaiveDate {
    format!("2025-11-{text}").parse().unwrap()
}

/// An event `E` from 18 to 20 November, open from 08:00 to 20:00, with rooms `a` (20 seats), `b` (100) and a lobby.
pub fn conference() -> Plan {
    let mut document = Document::new(Plan::new(Header::in_zone(Tz::UTC)));
    let dates = EventDates::Days { first: day("18"), last: day("20") };
    let hours = Some(DayHours { from_min: 8 * 60, to_min: 20 * 60 });
    let event = Event { id: id("E"), dates, hours, ..new_event(document.plan(), "Forum") };
    let room = |name: &str, capacity, order| Room { id: id(name), capacity, order, ..new_room(document.plan(), name) };
    let rooms = [room("a", Some(20), 1), room("b", Some(100), 2)];
    let lobby = Room { is_shared: true, ..room("lobby", None, 3) };
    let rows: Vec<AnyRow> = rooms.into_iter().chain([lobby]).map(AnyRow::from).chain([event.into()]).collect();
    document.perform(&Command::PutMany(rows)).unwrap();
    document.plan().clone()
}

/// A request of Kenya for 90 minutes.
pub fn request(name: &str, start: Option<&str>) -> RoomRequest {
    RoomRequest {
        title: LocalText::from("Kenya and Chad"),
        asked_by: "Kenya".to_owned(),
        start: start.map(time),
        headcount: Some(12),
        received: Some("2025-10-01T09:00".parse().unwrap()),
        ..RoomRequest::new(id(name), id("E"))
    }
}

pub fn with<R: Into<AnyRow>>(plan: Plan, rows: impl IntoIterator<Item = R>) -> Plan {
    let mut document = Document::new(plan);
    document.perform(&Command::PutMany(rows.into_iter().map(Into::into).collect())).unwrap();
    document.plan().clone()
}

fn document(row: RoomRequest) -> Document {
    Document::new(with(conference(), [row]))
}

fn at(start: &str, mins: i32, room: &str) -> Placement {
    Placement { start: time(start), length: Length::clamped(mins), rooms: vec![id(room)] }
}

fn held(name: &str, start: &str, mins: i32, room: &str) -> Session {
    Session { placement: Some(at(start, mins, room)), ..Session::new(id(name), id("E"), SessionKind::Committee) }
}

fn accept(document: &mut Document, room: &str) -> Session {
    let command = Command::Request(OnRequest::Accept(id("R1"), at("18T10:00", 90, room), Some(day("01"))));
    document.perform(&command).unwrap();
    let made = the_request(document).session.expect("a session was made");
    document.plan().sessions().get(made).unwrap().as_ref().clone()
}

fn the_request(document: &Document) -> RoomRequest {
    document.plan().requests().get(id("R1")).unwrap().as_ref().clone()
}

#[test]
fn accepting_makes_a_session_as_one_step() {
    for (purpose, kind) in [
        (Purpose::Reception, SessionKind::Social),
        (Purpose::Regional, SessionKind::RegionalCoordination),
        (Purpose::Bilateral, SessionKind::Other),
        (Purpose::Committee, SessionKind::Other),
    ] {
        let mut document = document(RoomRequest { purpose, ..request("R1", None) });
        let before = document.plan().clone();
        let session = accept(&mut document, "a");
        assert_eq!((session.kind, session.status), (kind, Status::Confirmed));
        assert_eq!(session.title, LocalText::from("Kenya and Chad"));
        assert_eq!((session.placement, session.expected_attendance), (Some(at("18T10:00", 90, "a")), Some(12)));
        let row = the_request(&document);
        assert_eq!((row.answer, row.answered), (RequestAnswer::Accepted, Some(day("01"))));
        assert_eq!(document.done().len(), 1);
        let saved = plan_text(document.plan());
        assert_eq!(read_plan(saved.as_bytes()).unwrap(), *document.plan(), "it is saved");
        document.undo();
        assert_eq!(*document.plan(), before);
        document.redo();
        assert_eq!(the_request(&document), row);
    }
}

#[test]
fn a_request_without_a_title_is_called_by_who_asks() {
    let mut document = document(RoomRequest { title: LocalText::default(), ..request("R1", None) });
    assert_eq!(accept(&mut document, "a").title, LocalText::from("Kenya"));
}

#[test]
fn one_request_gets_one_room() {
    let mut document = document(request("R1", None));
    let made = accept(&mut document, "a").id;
    let again = Command::Request(OnRequest::Accept(id("R1"), at("18T12:00", 90, "b"), None));
    assert_eq!(document.perform(&again).unwrap_err(), Refusal::Booked(made));
    let unknown = Command::Request(OnRequest::Reopen(id("R9")));
    assert!(matches!(document.perform(&unknown), Err(Refusal::Missing(_))));
}

#[test]
fn nobody_is_declined_without_a_reason() {
    let mut document = document(request("R1", None));
    let decline = |reason: &str| Command::Request(OnRequest::Decline(id("R1"), reason.to_owned(), Some(day("02"))));
    assert_eq!(document.perform(&decline(" \n")).unwrap_err(), Refusal::NoReason(id("R1")));
    document.perform(&decline(" No room is free. ")).unwrap();
    let row = the_request(&document);
    assert_eq!((row.answer, row.reason.as_str()), (RequestAnswer::Declined, "No room is free."));
    assert_eq!(row.answered, Some(day("02")));
    document.undo();
    assert_eq!(the_request(&document), request("R1", None));
}

#[test]
fn what_is_taken_back_takes_its_session_along() {
    for what in [
        OnRequest::Reopen(id("R1")),
        OnRequest::Withdraw(id("R1"), Some(day("03"))),
        OnRequest::Decline(id("R1"), "Needed by COM3".to_owned(), None),
    ] {
        let mut document = document(request("R1", None));
        accept(&mut document, "a");
        let accepted = document.plan().clone();
        document.perform(&Command::Request(what.clone())).unwrap();
        assert!(document.plan().sessions().is_empty(), "{what:?}");
        let row = the_request(&document);
        assert_eq!(row.session, None);
        assert_ne!(row.answer, RequestAnswer::Accepted);
        if matches!(what, OnRequest::Reopen(_)) {
            assert_eq!(row, request("R1", None));
        }
        document.undo();
        assert_eq!(*document.plan(), accepted);
    }
}

#[test]
fn what_the_world_was_told_of_is_called_off() {
    let mut document = document(request("R1", None));
    let made = accept(&mut document, "a");
    let told = Issued { sequence: 0, at: time("01T09:00"), told: String::new() };
    document.perform(&Command::Put(Session { issued: Some(told), ..made.clone() }.into())).unwrap();
    document.perform(&Command::Request(OnRequest::Reopen(id("R1")))).unwrap();
    assert_eq!(document.plan().sessions().get(made.id).unwrap().status, Status::Cancelled);
    assert_eq!(the_request(&document).session, None);
}

#[test]
fn removing_a_request_leaves_its_session() {
    let mut document = document(request("R1", None));
    let made = accept(&mut document, "a");
    document.perform(&Command::Remove(vec![id::<RoomRequest>("R1").into()])).unwrap();
    assert!(document.plan().requests().is_empty());
    assert!(document.plan().sessions().contains(made.id));
    document.undo();
    document.perform(&Command::Remove(vec![made.id.into()])).unwrap();
    let row = the_request(&document);
    assert_eq!((row.answer, row.session), (RequestAnswer::Accepted, None), "the rule tells it");
    document.perform(&Command::Remove(vec![id::<Event>("E").into()])).unwrap();
    assert!(document.plan().requests().is_empty(), "it goes with its event");
}

#[test]
fn a_pinned_session_stays() {
    let mut document = document(request("R1", None));
    let made = accept(&mut document, "a");
    document.perform(&Command::Pin(vec![made.id], true)).unwrap();
    let reopen = Command::Request(OnRequest::Reopen(id("R1")));
    assert_eq!(document.perform(&reopen).unwrap_err(), Refusal::Pinned(made.id));
}

/// Where the request `R1` would be, as `18T10:00 a`.
fn places(workbench: &Workbench, row: &RoomRequest, now: Option<CivilTime>) -> Result<Vec<Booking>, NoPlace> {
    Bookings::new(workbench.copy()).find(row, now, &AtomicBool::new(false))
}

fn found(plan: Plan, row: RoomRequest, now: Option<&str>) -> Result<String, NoPlace> {
    let workbench = Workbench::new(with(plan, [row.clone()]));
    let booking = places(&workbench, &row, now.map(time))?.remove(0);
    assert_eq!(booking.at.length, row.length);
    let rooms: Vec<&str> = booking.at.rooms.iter().map(Id::as_str).collect();
    Ok(format!("{} {}", &booking.at.start.to_string()[8..], rooms.join(" ")))
}

#[test]
fn the_smallest_room_at_the_wanted_time() {
    let of = |headcount| found(conference(), RoomRequest { headcount, ..request("R1", Some("19T10:10")) }, None);
    assert_eq!(of(None).unwrap(), "19T10:10 a");
    assert_eq!(of(Some(20)).unwrap(), "19T10:10 a");
    assert_eq!(of(Some(21)).unwrap(), "19T10:10 b");
    assert_eq!(of(Some(101)), Err(NoPlace::Seats(100)));
    assert_eq!(of(Some(u32::MAX)), Err(NoPlace::Seats(100)));
    assert_eq!(found(conference(), request("R1", None), None).unwrap(), "18T08:00 a", "any time will do");
    assert_eq!(found(conference(), request("R1", None), Some("19T13:05")).unwrap(), "19T13:15 a", "not before now");
}

#[test]
fn nobody_meets_in_a_restaurant_but_receptions_are_held_there() {
    let lunch = Session { kind: SessionKind::Break, ..held("S1", "18T12:00", 60, "a") };
    let plan = with(conference(), [lunch]);
    assert_eq!(found(plan.clone(), request("R1", Some("19T10:00")), None).unwrap(), "19T10:00 b");
    let reception = RoomRequest { purpose: Purpose::Reception, ..request("R1", Some("19T19:00")) };
    assert_eq!(found(plan, reception, None).unwrap(), "19T19:00 a");
}

#[test]
fn a_room_that_is_taken_leads_to_another_room_then_to_another_time() {
    let both = |from: &str, mins| with(conference(), [held("S1", from, mins, "a"), held("S2", from, mins, "b")]);
    let one = with(conference(), [held("S1", "19T10:00", 60, "a")]);
    assert_eq!(found(one, request("R1", Some("19T10:30")), None).unwrap(), "19T10:30 b");
    // Ten minutes to set up a room lie between.
    let wanted = || request("R1", Some("19T10:00"));
    assert_eq!(found(both("19T10:00", 60), wanted(), None).unwrap(), "19T11:15 a", "as near as can be");
    assert_eq!(found(both("19T08:00", 12 * 60), wanted(), None).unwrap(), "20T10:00 a", "the next day");
    let two_days =
        with(both("19T08:00", 12 * 60), [held("S3", "20T08:00", 12 * 60, "a"), held("S4", "20T08:00", 12 * 60, "b")]);
    assert_eq!(found(two_days.clone(), wanted(), None).unwrap(), "18T10:00 a", "the day before");
    assert_eq!(found(two_days, wanted(), Some("19T07:00")), Err(NoPlace::Full));
}

#[test]
fn nights_and_ends() {
    let of = |start, mins| {
        let length = Length::clamped(mins);
        found(conference(), RoomRequest { length, ..request("R1", start) }, None)
    };
    assert_eq!(of(Some("18T23:30"), 90).unwrap(), "18T23:30 a", "over midnight, where somebody wants that");
    assert_eq!(of(Some("20T23:30"), 90).unwrap(), "20T18:30 a", "the event is over at midnight");
    assert_eq!(of(Some("25T10:00"), 90).unwrap(), "20T10:00 a", "wanted after the event");
    assert_eq!(of(None, 12 * 60).unwrap(), "18T08:00 a");
    assert_eq!(of(None, 12 * 60 + 1), Err(NoPlace::TooLong));
    assert_eq!(of(Some("18T09:00"), 20160), Err(NoPlace::TooLong), "fourteen days");
    assert_eq!(found(conference(), request("R1", None), Some("21T00:00")), Err(NoPlace::Over));
    let mut document = Document::new(conference());
    let rooms = ["a", "b"].map(|name| id::<Room>(name).into());
    document.perform(&Command::Remove(rooms.to_vec())).unwrap();
    assert_eq!(found(document.plan().clone(), request("R1", None), None), Err(NoPlace::NoRoom), "a lobby is for all");
}

#[test]
fn a_rehearsal_before_the_event_can_be_accepted() {
    let row = request("R1", Some("17T10:00"));
    let workbench = Workbench::new(with(conference(), [row.clone()]));
    let all = places(&workbench, &row, None).unwrap();
    let outside = all.iter().find(|booking| booking.at.start == time("17T10:00")).expect("the wanted time is offered");
    assert!(all.iter().all(|booking| booking.at.start >= time("18T00:00") || booking.at.start == outside.at.start));
    let mut document = document(row);
    document.perform(&Command::Request(OnRequest::Accept(id("R1"), outside.at.clone(), None))).unwrap();
    assert_eq!(document.plan().sessions().iter().next().unwrap().span().unwrap().start, time("17T10:00"));
    // What is past is past.
    let late = places(&workbench, &request("R1", Some("17T10:00")), Some(time("18T12:00"))).unwrap();
    assert!(late.iter().all(|booking| booking.at.start >= time("18T12:00")));
}

#[test]
fn several_places_are_offered_each_once() {
    let row = request("R1", Some("19T10:00"));
    let workbench = Workbench::new(with(conference(), [row.clone()]));
    let all = places(&workbench, &row, None).unwrap();
    assert!((2..=Bookings::MOST).contains(&all.len()));
    let mut rooms: Vec<_> = all.iter().map(|booking| (booking.at.start, booking.at.rooms.clone())).collect();
    assert_eq!((rooms[0].0, rooms[1].0), (time("19T10:00"), time("19T10:00")), "both rooms at that time first");
    rooms.sort();
    rooms.dedup();
    assert_eq!(rooms.len(), all.len());
}

#[test]
fn rations_are_kept_where_another_time_is_free() {
    let accepted = |name: &str, session: &str| RoomRequest {
        answer: RequestAnswer::Accepted,
        session: Some(id(session)),
        ..request(name, None)
    };
    let quiet = |name, start| Session { kind: SessionKind::Other, ..held(name, start, 90, "a") };
    let plan = with(conference(), [quiet("S1", "18T08:00"), quiet("S2", "18T12:00")]);
    let plan = with(plan, [accepted("R2", "S1"), accepted("R3", "S2")]);
    assert_eq!(found(plan.clone(), request("R1", Some("18T16:00")), None).unwrap(), "19T16:00 a", "the third of a day");
    let other = RoomRequest { asked_by: "Chad".to_owned(), ..request("R1", Some("18T16:00")) };
    assert_eq!(found(plan, other, None).unwrap(), "18T16:00 a");
}

#[test]
fn statistics_count_them() {
    let plan = with(conference(), [request("R1", None), request("R2", None)]);
    let mut document = Document::new(plan);
    accept(&mut document, "a");
    let counts = plenary::exchange::Statistics::new(document.plan(), plenary::model::Language::English);
    let counts = counts.room_requests;
    assert_eq!((counts.total, counts.waiting, counts.accepted, counts.declined), (2, 1, 1, 0));
    let none = plenary::exchange::Statistics::new(&Template::Wtdc25.plan(), plenary::model::Language::English);
    assert_eq!(none.room_requests.total, 0, "the built-in plan has none");
}

/// The built-in plan with a dozen requests, four of which were answered.
pub fn illustrative() -> Plan {
    let asked = [
        ("Kenya", "Bilateral with Rwanda", Purpose::Bilateral, Some("18T13:00"), 90, Some(12), "01T09:07", false),
        ("Japan", "Bilateral with Indonesia", Purpose::Bilateral, Some("18T13:00"), 60, Some(16), "03T08:15", false),
        ("COM3", "Drafting on Resolution 37", Purpose::Committee, Some("18T18:00"), 90, Some(40), "16T18:40", true),
        ("CEPT", "Coordination", Purpose::Regional, Some("19T08:15"), 60, Some(45), "08T10:30", true),
        ("CEPT", "Coordination on the budget", Purpose::Regional, Some("19T09:15"), 60, Some(45), "08T10:31", true),
        ("Brazil", "Bilateral with Portugal", Purpose::Bilateral, None, 45, Some(8), "10T16:20", false),
        ("Chad", "Meeting of landlocked States", Purpose::Bilateral, Some("20T12:45"), 120, Some(30), "11T11:02", true),
        ("Egypt", "Evening on the Nile", Purpose::Reception, Some("20T19:00"), 120, Some(250), "05T14:00", true),
        ("GSMA", "Briefing for operators", Purpose::Other, Some("19T12:30"), 90, Some(60), "02T09:00", true),
        (
            "Uruguay",
            "Coordination of the Southern Cone",
            Purpose::Bilateral,
            Some("21T08:00"),
            90,
            Some(20),
            "12T09:45",
            false,
        ),
        ("Nepal", "Bilateral with Bhutan", Purpose::Bilateral, Some("16T10:00"), 60, Some(10), "12T10:00", false),
        (
            "Samoa",
            "Small island developing States",
            Purpose::Bilateral,
            Some("21T13:00"),
            90,
            Some(1500),
            "13T08:00",
            true,
        ),
    ];
    let row = |(at, (who, title, purpose, start, mins, heads, came, is_public)): (usize, _)| RoomRequest {
        title: LocalText::from(title),
        asked_by: String::from(who),
        purpose,
        start: Option::map(start, time),
        length: Length::clamped(mins),
        headcount: heads,
        received: Some(time(came).plus_mins(-30 * plenary::model::DAY_MINS)),
        is_public,
        ..RoomRequest::new(id(&format!("request-{:02}", at + 1)), id("wtdc25"))
    };
    let plan = with(Template::Wtdc25.plan(), asked.into_iter().enumerate().map(row));
    let mut workbench = Workbench::new(plan);
    for accepted in ["request-02", "request-04", "request-09"] {
        let row = workbench.plan().requests().get(id(accepted)).unwrap().clone();
        let at = places(&workbench, &row, None).unwrap().remove(0).at;
        let accept = Command::Request(OnRequest::Accept(row.id, at, Some(day("05"))));
        workbench.perform(&accept).unwrap();
    }
    let reason = "The hall is needed by the host country.".to_owned();
    let decline = OnRequest::Decline(id("request-08"), reason, Some(day("06")));
    workbench.perform(&Command::Request(decline)).unwrap();
    workbench.plan().clone()
}
