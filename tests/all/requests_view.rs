//! Requests for rooms as a planner sees and answers them: by labels and keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::model::{Body, BodyKind, Event, LocalText, Plan, Purpose, RequestAnswer, RoomRequest};

use crate::desk::{act, desk_with, key, plan, rect_of, steps, write};
use crate::room_requests::{conference, id, request, time, with};

const NONE: Modifiers = Modifiers::NONE;

fn open(plan: Plan) -> Harness<'static, Desk> {
    desk_with(plan, None, Settings { view: "requests".to_owned(), ..Settings::default() })
}

/// Three requests: of a delegation that came first, of a committee, and one for a reception.
fn three() -> Plan {
    let committee = RoomRequest {
        asked_by: "COM3".to_owned(),
        title: LocalText::from("Drafting"),
        purpose: Purpose::Committee,
        received: Some(time("10T09:00")),
        ..request("R2", Some("18T10:00"))
    };
    let reception = RoomRequest {
        asked_by: "Egypt".to_owned(),
        title: LocalText::from("Evening on the Nile"),
        purpose: Purpose::Reception,
        headcount: Some(4_000_000_000),
        ..request("R3", Some("18T18:00"))
    };
    with(conference(), [request("R1", Some("18T10:00")), committee, reception])
}

fn has(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let starts =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|all| all.starts_with(label));
    harness.query_all_by_label_contains(label).find(starts).unwrap_or_else(|| panic!("no {label}")).click();
    harness.run_steps(4);
}

/// Asks for a place, and waits for what is found.
fn ask(harness: &mut Harness<'_, Desk>) {
    key(harness, NONE, Key::Enter);
    for _ in 0..1_000 {
        harness.run_steps(1);
        if !has(harness, "Looking for a room") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the search has no end");
}

fn row<'a>(harness: &'a Harness<'_, Desk>, name: &str) -> &'a RoomRequest {
    plan(harness).requests().get(id(name)).unwrap()
}

#[test]
fn the_queue_stands_in_its_order() {
    let harness = open(three());
    assert!(has(&harness, "Waiting, 3"));
    let top = |label| rect_of(&harness, label).top();
    let (first, second, third) =
        (top("1, COM3 · Drafting"), top("2, Kenya · Kenya and Chad"), top("3, Egypt · Evening on the Nile"));
    assert!(first < second && second < third, "committees first");
}

#[test]
fn enter_shows_a_place_and_enter_again_takes_it() {
    let mut harness = open(three());
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    assert!(has(&harness, "18 Nov 10:00–11:30 · a"), "where it would be");
    assert!(has(&harness, "At the wanted time"));
    assert!(has(&harness, "No rule speaks against it"));
    assert_eq!((steps(&harness), row(&harness, "R1").session), (0, None), "nothing has happened yet");
    key(&mut harness, NONE, Key::Escape);
    assert!(!has(&harness, "No rule speaks against it"));
    ask(&mut harness);
    key(&mut harness, NONE, Key::Enter);
    let made = row(&harness, "R1").session.expect("a session");
    assert_eq!((steps(&harness), row(&harness, "R1").answer), (1, RequestAnswer::Accepted));
    let at = plan(&harness).sessions().get(made).unwrap().placement.clone().unwrap();
    assert_eq!((at.start, at.rooms), (time("18T10:00"), vec![id("a")]));
    assert!(has(&harness, "Accepted, 1") && has(&harness, "Waiting, 2"));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(plan(&harness).sessions().is_empty() && row(&harness, "R1").waits());
}

#[test]
fn who_cannot_be_seated_is_told_so() {
    let mut harness = open(three());
    click(&mut harness, "3, Egypt");
    ask(&mut harness);
    assert!(has(&harness, "the largest has 100 seats"), "four billion do not fit");
    key(&mut harness, NONE, Key::Enter);
    assert!(row(&harness, "R3").waits(), "there is nothing to take");
}

#[test]
fn a_wanted_time_that_is_taken_says_why() {
    let long = |row: RoomRequest| RoomRequest { headcount: Some(50), ..row };
    let plan = with(three(), [long(request("R1", Some("18T10:00"))), long(request("R4", Some("18T10:00")))]);
    let mut harness = open(plan);
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    key(&mut harness, NONE, Key::Enter);
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    assert!(has(&harness, "Not at Tue 18 Nov 10:00"), "the hall is taken");
}

#[test]
fn declining_asks_for_the_reason() {
    let mut harness = open(three());
    click(&mut harness, "2, Kenya · Kenya and Chad");
    key(&mut harness, NONE, Key::Delete);
    assert!(has(&harness, "Why is it declined?"));
    key(&mut harness, NONE, Key::Enter);
    assert!(row(&harness, "R1").waits() && has(&harness, "Why is it declined?"), "not without a reason");
    write(&mut harness, "No room is free");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(
        (row(&harness, "R1").answer, &*row(&harness, "R1").reason),
        (RequestAnswer::Declined, "No room is free")
    );
    assert!(has(&harness, "Declined, 1") && !has(&harness, "Why is it declined?"));
    click(&mut harness, "1, Kenya · Kenya and Chad");
    key(&mut harness, NONE, Key::Backspace);
    assert!(row(&harness, "R1").waits(), "taken back");
    key(&mut harness, NONE, Key::D);
    write(&mut harness, "x");
    key(&mut harness, NONE, Key::Escape);
    assert!(row(&harness, "R1").waits());
}

#[test]
fn what_is_declined_can_be_removed() {
    let declined = RoomRequest { answer: RequestAnswer::Declined, ..request("R1", None) };
    let mut harness = open(with(conference(), [declined]));
    click(&mut harness, "1, Kenya · Kenya and Chad");
    key(&mut harness, NONE, Key::Delete);
    assert!(plan(&harness).requests().is_empty());
}

#[test]
fn a_line_is_a_request() {
    let ctu = Body { code: LocalText::from("RCC"), ..Body::new(id("rcc"), BodyKind::RegionalOrganization) };
    let mut harness = open(with(conference(), [ctu]));
    assert!(has(&harness, "Delegations, regions and committees ask for rooms"), "what it is, and how to begin");
    click(&mut harness, "Write a request");
    write(&mut harness, "RCC; Coordination; 19 nov 10:00; 25");
    key(&mut harness, NONE, Key::Enter);
    write(&mut harness, "Kenya; 99999999999");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(plan(&harness).requests().len(), 1, "what is not understood is not taken");
    key(&mut harness, NONE, Key::Escape);
    let made = plan(&harness).requests().iter().next().unwrap();
    assert_eq!((&*made.asked_by, made.body, made.purpose), ("RCC", Some(id("rcc")), Purpose::Regional));
    assert_eq!((made.start, made.headcount), (Some(time("19T10:00")), Some(25)));
    assert!(made.received.is_some(), "first come, first served");
    assert!(has(&harness, "Waiting, 1"));
}

#[test]
fn groups_can_be_shown_alone() {
    let declined = RoomRequest { answer: RequestAnswer::Declined, asked_by: "Mali".to_owned(), ..request("R4", None) };
    let mut harness = open(with(three(), [declined]));
    assert!(has(&harness, "1, Mali · Kenya and Chad"));
    click(&mut harness, "Waiting, 3");
    assert!(!has(&harness, "1, Mali · Kenya and Chad") && has(&harness, "3, Egypt"));
    act(&mut harness, Action::Reveal(id::<RoomRequest>("R4").into()));
    assert!(has(&harness, "1, Mali · Kenya and Chad"), "what is sought is shown");
}

#[test]
fn keys_go_from_row_to_row_and_to_the_timeline() {
    let mut harness = open(three());
    click(&mut harness, "1, COM3 · Drafting");
    key(&mut harness, NONE, Key::ArrowDown);
    key(&mut harness, NONE, Key::ArrowDown);
    key(&mut harness, NONE, Key::ArrowDown);
    assert_eq!(harness.state().selection().focus, Some(id::<RoomRequest>("R3").into()), "it ends at the last");
    key(&mut harness, NONE, Key::W);
    assert!(!has(&harness, "3, Egypt"), "the timeline shows");
}

#[test]
fn without_an_event_there_is_nothing_to_ask_for() {
    let mut harness = open(three());
    act(&mut harness, Action::Perform(Command::Remove(vec![id::<Event>("E").into()])));
    assert!(has(&harness, "Requests are for rooms of an event"));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(has(&harness, "Waiting, 3"));
}

#[test]
fn the_day_beside_shows_which_rooms_are_taken() {
    let mut harness = open(three());
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    key(&mut harness, NONE, Key::Enter);
    assert!(has(&harness, "1 of 2 rooms are used"));
    assert!(has(&harness, "a, 10:00–11:30 Kenya and Chad"));
}

#[test]
fn a_pasted_table_is_requests_as_one_step() {
    let mut harness = open(three());
    let table = "Mali\tTalks with Niger\t19.11.2025\t10:00\t8\nPeru\t77777777777\nNepal\tTalks\t20.11.2025 9:30\t12\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    harness.run_steps(4);
    assert_eq!((plan(&harness).requests().len(), steps(&harness)), (5, 1));
    let mali = plan(&harness).requests().iter().find(|row| row.asked_by == "Mali").unwrap();
    assert_eq!((mali.start, mali.headcount), (Some(time("19T10:00")), Some(8)));
    assert!(has(&harness, "77777777777"), "what is not understood is told");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(plan(&harness).requests().len(), 3);
}

#[test]
fn arrows_lead_to_other_places_and_enter_takes_the_one_that_shows() {
    let mut harness = open(three());
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    assert!(has(&harness, "Place 1 of "));
    let first = has(&harness, "18 Nov 10:00–11:30 · a");
    key(&mut harness, NONE, Key::ArrowRight);
    assert!(has(&harness, "Place 2 of "));
    assert!(first && has(&harness, "18 Nov 10:00–11:30 · b"), "the same time in the other room");
    key(&mut harness, NONE, Key::Enter);
    let made = row(&harness, "R1").session.expect("it is accepted");
    assert_eq!(plan(&harness).sessions().get(made).unwrap().rooms(), [id("b")]);
}

#[test]
fn a_cell_of_a_pasted_table_that_is_not_understood_is_written_anew() {
    let mut harness = open(three());
    let table = "Who\tTitle\tDate\tTime\tPeople\nChile\tTalks\tsome day\t10:00\t8\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    harness.run_steps(6);
    harness.query_all_by_label_contains("Row 2, answer").last().unwrap().click();
    harness.run_steps(6);
    harness.get_by_role_and_label(Role::TextInput, "Day, as it is meant:").focus();
    harness.run_steps(2);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "19 Nov");
    key(&mut harness, NONE, Key::Enter);
    harness.run_steps(4);
    assert!(!has(&harness, "Not understood: Day"), "what was written counts");
    click(&mut harness, "Add 1 request");
    let chile = plan(&harness).requests().iter().find(|row| row.asked_by == "Chile").expect("it is taken");
    assert_eq!(chile.start, Some(time("19T10:00")));
}

#[test]
fn a_table_with_headings_shows_first_what_it_would_bring() {
    let mut harness = open(three());
    let table = "Who\tTitle\tDate\tTime\tPeople\n\
        Egypt\tEvening on the Nile\t18 Nov\t19:00\t200\n\
        Peru\tTalks\t19 Nov\t10:00\t8\n\
        Chile\tTalks\tsome day\t10:00\t8\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    harness.run_steps(6);
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    for says in ["Paste requests for rooms", "Changes: Start, Headcount", "Not understood: Day"] {
        assert!(has(&harness, says), "{says}");
    }
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(steps(&harness), 1);
    assert_eq!(plan(&harness).requests().len(), 4);
    assert_eq!(row(&harness, "R3").headcount, Some(200));
    assert!(plan(&harness).requests().iter().all(|row| row.asked_by != "Who" && row.asked_by != "Chile"));
}

#[test]
fn where_there_is_no_request_letters_begin_one() {
    let mut harness = open(conference());
    // The key of the view gives it the keyboard, as a planner does.
    key(&mut harness, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::E);
    for letters in ["K", "enya; Talks; 19 nov 10:00; 12"] {
        write(&mut harness, letters);
    }
    key(&mut harness, NONE, Key::Enter);
    let row = plan(&harness).requests().iter().next().expect("it is there");
    assert_eq!((row.asked_by.as_str(), row.headcount), ("Kenya", Some(12)));
}

#[test]
fn a_plan_that_is_over_still_finds_places() {
    let now = time("28T10:00");
    let settings = Settings { view: "requests".to_owned(), ..Settings::default() };
    let desk = Desk::new(three(), None, settings).with_clock(Box::new(move |_| Some(now)));
    let mut harness = crate::desk::harness_of(desk);
    click(&mut harness, "2, Kenya · Kenya and Chad");
    ask(&mut harness);
    assert!(!has(&harness, "The event is over"));
    assert!(has(&harness, "18 Nov 10:00–11:30 · a"));
}
