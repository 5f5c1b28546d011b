//! Files of other tools on their way into a plan. The files in `arriving/` are made for this; they are in the words of the
//! tools, and of no conference.

use std::fs;

use plenary::edit::{Command, Document};
use plenary::exchange::arriving::{
    Arrival, Choices, Named, NearAnswer, NearAnswers, Part, Report, State, Understood, Unusable, Which, read,
};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::model::zone::Tz;
use plenary::model::{CivilTime, Header, Language, Plan, Session, SessionKind, Status};
use plenary::store::Template;
use proptest::prelude::*;

fn file(name: &str) -> Understood {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/arriving/");
    read(name, &fs::read(format!("{path}{name}")).unwrap(), None).unwrap()
}

/// What comes of a file in a plan, and how many sessions are new, changed, the same, gone.
#[track_caller]
fn into(plan: &Plan, understood: &Understood, choices: &Choices) -> (Plan, Arrival, Report) {
    let mut report = understood.report.clone();
    let arrival = Arrival::new(&understood.draft, plan, choices, &mut report);
    let mut document = Document::new(plan.clone());
    if let Some(command) = arrival.command(plan).unwrap() {
        document.perform(&command).unwrap();
        assert!(document.done().len() <= 1, "one step");
    }
    (document.plan().clone(), arrival, report)
}

fn empty(zone: Tz) -> Plan {
    Plan::new(Header::in_zone(zone))
}

fn counts(arrival: &Arrival) -> [usize; 4] {
    let changed = |state: &State| matches!(state, State::Changed(_));
    [
        arrival.count(|s| *s == State::New),
        arrival.count(changed),
        arrival.count(|s| *s == State::Same),
        arrival.gone.len(),
    ]
}

#[track_caller]
fn titled<'a>(plan: &'a Plan, title: &str) -> &'a Session {
    let found = plan.sessions().iter().find(|session| session.title.iter().any(|(_, text)| text == title));
    found.unwrap_or_else(|| panic!("no {title}"))
}

fn start(session: &Session) -> Option<CivilTime> {
    session.placement.as_ref().map(|at| at.start)
}

#[test]
fn a_calendar_comes_with_its_repetitions_and_says_what_is_broken() {
    let understood = file("calendar.ics");
    let (plan, arrival, report) = into(&empty(Tz::Europe__Zurich), &understood, &Choices::default());
    assert_eq!(counts(&arrival), [5, 0, 0, 0]);
    let opening = titled(&plan, "Opening of the forum");
    assert_eq!((opening.kind, opening.status), (SessionKind::Ceremony, Status::Confirmed));
    assert_eq!(start(opening), "2025-11-17T09:00".parse().ok());
    let coffees: Vec<_> =
        plan.sessions().iter().filter(|session| session.title.get(plan.header().language) == "Coffee").collect();
    assert_eq!(coffees.len(), 2, "four, without one that is taken out and one that is different");
    assert_eq!(start(titled(&plan, "Late coffee")), "2025-11-19T11:00".parse().ok());
    assert_eq!(start(titled(&plan, "Without a name of its own")), "2025-11-18T15:00".parse().ok());
    let deadline = plan.events().iter().find(|event| event.hours.is_none()).unwrap();
    assert_eq!(deadline.dates.len_days(), 1);
    let told: Vec<&str> = report.remarks.iter().map(|remark| remark.text).collect();
    assert_eq!(told, ["arriving-broken-line", "arriving-no-id", "arriving-all-day", "arriving-no-time"]);
    assert!(!report.is_whole());
}

#[test]
fn a_schedule_runs_past_midnight_and_waits_where_there_is_no_time() {
    let understood = file("schedule.xml");
    let (plan, arrival, _) = into(&empty(Tz::Europe__Berlin), &understood, &Choices::default());
    assert_eq!(counts(&arrival), [3, 0, 0, 0]);
    let locks = titled(&plan, "Locks & keys");
    assert_eq!((locks.kind, locks.people.len(), locks.topics.len()), (SessionKind::Talk, 2, 1));
    assert_eq!(start(locks), "2025-12-27T22:00".parse().ok());
    assert_eq!(start(titled(&plan, "Past midnight")), "2025-12-28T01:30".parse().ok());
    assert_eq!(titled(&plan, "Past midnight").kind, SessionKind::Workshop);
    assert_eq!(titled(&plan, "When?").placement, None);
    assert_eq!((plan.rooms().len(), plan.people().len()), (1, 2));
}

#[test]
fn exports_of_indico_and_sessionize_are_read() {
    let (plan, ..) = into(&empty(Tz::Europe__Zurich), &file("indico.json"), &Choices::default());
    assert_eq!((plan.sessions().len(), plan.rooms().len(), plan.people().len(), plan.items().len()), (3, 2, 3, 2));
    assert_eq!(titled(&plan, "Coffee").kind, SessionKind::Break);
    let detectors = titled(&plan, "Detectors");
    assert_eq!(start(detectors), "2025-11-17T11:00".parse().ok());
    assert!(plan.items().iter().all(|item| item.session == detectors.id && item.secs() == 45 * 60));
    let (plan, arrival, _) = into(&empty(Tz::Europe__Zurich), &file("sessionize.json"), &Choices::default());
    assert_eq!((counts(&arrival), plan.rooms().len(), plan.people().len()), ([3, 0, 0, 0], 2, 2));
    assert_eq!(
        (titled(&plan, "Opening").kind, titled(&plan, "Lunch").kind),
        (SessionKind::Keynote, SessionKind::Break)
    );
    assert_eq!(titled(&plan, "Not placed yet").remarks, "Some & more");
    // The grid tells instants, and the same sessions by the same numbers.
    let (_, arrival, _) = into(&plan, &file("grid.json"), &Choices::default());
    assert_eq!(arrival.rows[0].state, State::Same);
}

#[test]
fn what_comes_again_is_found_and_what_the_planner_moved_stays() {
    let choices = Choices::default();
    let understood = file("schedule.xml");
    let (plan, ..) = into(&empty(Tz::Europe__Berlin), &understood, &choices);
    let (same, arrival, _) = into(&plan, &understood, &choices);
    assert_eq!((counts(&arrival), same == plan), ([0, 0, 3, 0], true));
    // The planner moves one session; the other tool renames it, moves another one and drops the third.
    let mut document = Document::new(plan);
    let mut moved = Session::clone(titled(document.plan(), "Locks & keys"));
    moved.placement.as_mut().unwrap().start = "2025-12-27T20:00".parse().unwrap();
    document.perform(&plenary::edit::Command::Put(moved.into())).unwrap();
    let mut next = understood.draft.clone();
    next.sessions[0].title = plenary::exchange::arriving::Said::plain("Locks");
    next.sessions[1].length_mins = Some(90);
    next.sessions.pop();
    let next = Understood { draft: next, ..file("schedule.xml") };
    let (after, arrival, _) = into(document.plan(), &next, &choices);
    assert_eq!(counts(&arrival), [0, 2, 0, 1]);
    assert_eq!(arrival.rows[0].state, State::Changed(vec![Part::Title]));
    assert_eq!(start(titled(&after, "Locks")), "2025-12-27T20:00".parse().ok());
    assert_eq!(titled(&after, "Past midnight").length().mins(), 90);
    // What comes counts, and what is gone goes, where somebody says so.
    let strict = Choices { theirs: Which::All, remove_gone: Which::All, ..Choices::default() };
    let (after, ..) = into(document.plan(), &next, &strict);
    assert_eq!(start(titled(&after, "Locks")), "2025-12-27T22:00".parse().ok());
    assert_eq!(after.sessions().len(), 2);
}

#[test]
fn what_was_removed_here_is_said_and_comes_again_only_if_somebody_says_so() {
    let understood = file("schedule.xml");
    let (plan, ..) = into(&empty(Tz::Europe__Berlin), &understood, &Choices::default());
    let mut document = Document::new(plan);
    document.perform(&Command::Remove(vec![titled(document.plan(), "When?").id.into()])).unwrap();
    let plan = document.plan();
    let (same, arrival, report) = into(plan, &understood, &Choices::default());
    assert_eq!((counts(&arrival), same == *plan), ([0, 0, 2, 0], true));
    assert_eq!(arrival.count(|state| *state == State::Dismissed), 1);
    assert!(report.remarks.iter().any(|remark| remark.text == "arriving-dismissed" && remark.what == "When?"));
    let (after, ..) = into(plan, &understood, &Choices { restored: Which::All, ..Choices::default() });
    assert_eq!((after.sessions().len(), after.header().dismissed.len()), (3, 0));
    // It stays so in the file of the plan.
    let saved = plenary::store::read_plan(plenary::store::plan_text(plan).as_bytes()).unwrap();
    assert_eq!(saved, *plan);
}

#[test]
fn what_both_changed_is_said_and_stays() {
    let understood = file("schedule.xml");
    let (plan, ..) = into(&empty(Tz::Europe__Berlin), &understood, &Choices::default());
    let mut document = Document::new(plan);
    let mut moved = Session::clone(titled(document.plan(), "Locks & keys"));
    moved.placement.as_mut().unwrap().start = "2025-12-27T20:00".parse().unwrap();
    document.perform(&plenary::edit::Command::Put(moved.into())).unwrap();
    let mut next = understood.draft.clone();
    next.sessions[0].length_mins = Some(30);
    let next = Understood { draft: next, ..file("schedule.xml") };
    let (after, arrival, report) = into(document.plan(), &next, &Choices::default());
    assert_eq!((arrival.rows[0].kept.as_slice(), counts(&arrival)), (&[Part::Time][..], [0, 0, 3, 0]));
    assert_eq!(titled(&after, "Locks & keys").length().mins(), 60);
    assert!(report.remarks.iter().any(|remark| remark.text == "arriving-kept"));
    // It is said once.
    let (_, arrival, _) = into(&after, &next, &Choices::default());
    assert!(arrival.rows[0].kept.is_empty());
}

#[test]
fn names_that_are_near_are_said_and_taken_for_the_same_only_if_somebody_says_so() {
    let understood = file("calendar.ics");
    let (plan, ..) = into(&empty(Tz::Europe__Zurich), &understood, &Choices::default());
    let mut next = understood.draft.clone();
    next.source = "another".to_owned();
    next.rooms[0].name = plenary::exchange::arriving::Said::plain("Graet Hall");
    let next = Understood { draft: next, ..file("calendar.ics") };
    let (after, arrival, _) = into(&plan, &next, &Choices::default());
    assert_eq!(
        arrival.near.iter().map(|near| (near.name.as_str(), near.like.as_str())).collect::<Vec<_>>(),
        [("Graet Hall", "Great Hall")]
    );
    assert_eq!(after.rooms().len(), 3);
    let answered = |answer| {
        let mut near = NearAnswers::default();
        near.give(Named::Room, "Graet Hall", answer);
        Choices { near, ..Choices::default() }
    };
    let (after, arrival, _) = into(&plan, &next, &answered(NearAnswer::Same));
    assert_eq!((after.rooms().len(), arrival.near[0].answer), (2, Some(NearAnswer::Same)));
    let (after, ..) = into(&plan, &next, &answered(NearAnswer::LeftOut));
    assert_eq!(after.rooms().len(), 2);
    assert!(titled(&after, "Opening of the forum").rooms().len() < titled(&plan, "Opening of the forum").rooms().len());
}

#[test]
fn what_is_no_file_of_a_program_is_refused() {
    for (name, bytes, why) in [
        ("x.txt", &b"hello"[..], Unusable::Unknown),
        ("x.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Unusable::Empty),
        ("x.xml", b"<schedule></schedule>", Unusable::Empty),
        ("x.json", b"{\"schedule\": {\"conference\": {\"days\": []}}}", Unusable::Empty),
        ("x.json", b"{\"sessions\": [{\"title\": 5", Unusable::Unknown),
        ("x.bin", b"\0\0\0\0", Unusable::Unknown),
        ("", b"", Unusable::Unknown),
    ] {
        assert_eq!(read(name, bytes, None).err(), Some(why), "{name}");
    }
    let bomb = format!("<schedule>{}", "<a>".repeat(300_000));
    assert_eq!(read("x.xml", bomb.as_bytes(), None).err(), Some(Unusable::TooMuch));
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><schedule><day date='2025-01-01'><event id='1'><title>&b;</title><start>9:00</start></event></day></schedule>";
    let understood = read("x.xml", entities.as_bytes(), None).unwrap();
    assert_eq!(understood.draft.sessions[0].title.first(), "&");
}

/// What is handed out comes back without a change, in each format as far as that goes.
#[track_caller]
fn comes_back(plan: &Plan, format: &str) {
    let request = Request::new(exporter(format).unwrap());
    let made = "2025-10-01T08:00:00Z".parse().unwrap();
    let Ok(files) = export(plan, &request, made, &Progress::default()) else { return };
    let name = format!("x.{}", exporter(format).unwrap().extension);
    let understood = match read(&name, &files[0].bytes, None) {
        Ok(understood) => understood,
        Err(why) => panic!("{format}: {why:?}"),
    };
    let (after, arrival, _) = into(plan, &understood, &Choices::default());
    let changed: Vec<_> = arrival.rows.iter().filter(|row| !matches!(row.state, State::Same | State::Joined)).collect();
    assert!(changed.is_empty(), "{format}: {changed:?}");
    assert!(after == *plan, "{format}: it is another plan");
}

#[test]
fn what_is_handed_out_comes_back_without_a_change() {
    for plan in [Template::Wtdc25.plan(), Template::Wtdc25.begin()] {
        for format in ["ics", "schedule-xml", "schedule-json", "json"] {
            comes_back(&plan, format);
        }
    }
}

#[test]
fn what_is_handed_out_in_arabic_comes_back_too() {
    let plan = Template::Wtdc25.plan();
    for format in ["ics", "schedule-xml", "schedule-json"] {
        let languages = vec![Language::Arabic, Language::English];
        let request = Request { languages, ..Request::new(exporter(format).unwrap()) };
        let files = export(&plan, &request, "2025-10-01T08:00:00Z".parse().unwrap(), &Progress::default()).unwrap();
        let understood = read(&format!("x.{}", request.exporter.extension), &files[0].bytes, None).unwrap();
        let (after, arrival, _) = into(&plan, &understood, &Choices::default());
        assert_eq!((&counts(&arrival)[..2], arrival.new), (&[0, 0][..], [0; 4]), "{format}");
        assert!(after == plan, "{format}");
    }
}

#[test]
fn what_another_copy_of_a_plan_hands_out_comes_without_a_change() {
    let plan = Template::Wtdc25.plan();
    // Its names are others, so titles and times tell.
    let copy = Template::Wtdc25.begin();
    for format in ["ics", "schedule-xml", "schedule-json"] {
        let request = Request::new(exporter(format).unwrap());
        let files = export(&copy, &request, "2025-10-01T08:00:00Z".parse().unwrap(), &Progress::default()).unwrap();
        let understood = read(&format!("x.{}", request.exporter.extension), &files[0].bytes, None).unwrap();
        let (after, arrival, _) = into(&plan, &understood, &Choices::default());
        assert_eq!((&counts(&arrival)[..2], arrival.new), (&[0, 0][..], [0; 4]), "{format}");
        for (session, same) in plan.sessions().iter().zip(after.sessions().iter()) {
            assert_eq!(session.rooms(), same.rooms(), "{format}: {:?}", session.title);
        }
        assert_eq!(after.events(), plan.events(), "{format}");
        // Nor does it when it comes again.
        let (again, arrival, _) = into(&after, &understood, &Choices::default());
        assert_eq!((&counts(&arrival)[..2], again == after), (&[0, 0][..], true), "{format}");
    }
}

#[test]
fn what_is_handed_out_brings_its_rooms_into_another_plan() {
    let plan = Template::Wtdc25.plan();
    let used: std::collections::BTreeSet<_> =
        plan.sessions().iter().flat_map(|session| session.rooms().to_vec()).collect();
    for format in ["schedule-xml", "schedule-json", "ics"] {
        let request = Request::new(exporter(format).unwrap());
        let made = "2025-10-01T08:00:00Z".parse().unwrap();
        let files = export(&plan, &request, made, &Progress::default()).unwrap();
        let name = format!("x.{}", exporter(format).unwrap().extension);
        let (after, ..) =
            into(&Template::Blank.plan(), &read(&name, &files[0].bytes, None).unwrap(), &Choices::default());
        let names = |plan: &Plan, without: &str| -> Vec<String> {
            let all = plan.rooms().iter().filter(|room| used.contains(&room.id) || without.is_empty());
            let mut names: Vec<String> = all.map(|room| room.title.get(Language::English).to_owned()).collect();
            names.sort();
            names
        };
        let (ours, theirs) = (names(&plan, "unused"), names(&after, ""));
        let missing: Vec<&String> = ours.iter().filter(|name| !theirs.contains(name)).collect();
        assert!(
            missing.is_empty() && !theirs.iter().any(|name| name == "No room"),
            "{format}: {missing:?}, {theirs:?}"
        );
        let without = |plan: &Plan| {
            plan.sessions().iter().filter(|row| row.placement.is_some() && row.rooms().is_empty()).count()
        };
        assert_eq!(without(&after), without(&plan), "{format}");
    }
}

#[test]
fn what_is_handed_out_in_two_languages_comes_back_too() {
    let plan = Template::Wtdc25.plan();
    let languages = vec![Language::English, Language::Russian];
    let request = Request { languages, ..Request::new(exporter("ics").unwrap()) };
    let made = "2025-10-01T08:00:00Z".parse().unwrap();
    let files = export(&plan, &request, made, &Progress::default()).unwrap();
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    let (after, arrival, _) = into(&plan, &read("x.ics", text.as_bytes(), None).unwrap(), &Choices::default());
    assert_eq!((counts(&arrival)[..2].to_vec(), arrival.near.len()), (vec![0, 0], 0));
    assert!(after == plan);
    // What somebody has renamed there is renamed in both, and what is new has its title.
    let new = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=Asia/Baku:20251118T183000\r\nSUMMARY:Reception\r\nEND:VEVENT\r\nEND:VCALENDAR";
    let renamed =
        text.replacen("SUMMARY:Opening ceremony / ", "SUMMARY:Solemn opening / ", 1).replace("END:VCALENDAR", new);
    let (after, ..) = into(&plan, &read("x.ics", renamed.as_bytes(), None).unwrap(), &Choices::default());
    let opening = titled(&after, "Solemn opening");
    assert_eq!(
        opening.title.exact(Language::Russian),
        titled(&plan, "Opening ceremony").title.exact(Language::Russian)
    );
    assert!(!titled(&after, "Reception").title.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, it is read or refused, and what is read can be taken.
    #[test]
    fn no_file_breaks_anything(which in 0..5_usize, cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..12_usize, "[\\x00-\\u{2fff}]{0,6}"), 0..6)) {
        let name = ["calendar.ics", "schedule.xml", "indico.json", "sessionize.json", "grid.json"][which];
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/arriving/");
        let mut bytes = fs::read(format!("{path}{name}")).unwrap();
        for (at, length, text) in cuts {
            let from = at.index(bytes.len().max(1)).min(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, text.bytes());
        }
        if let Ok(understood) = read(name, &bytes, None) {
            let (plan, ..) = into(&empty(Tz::Europe__Zurich), &understood, &Choices::default());
            let (again, arrival, _) = into(&plan, &understood, &Choices::default());
            prop_assert!(arrival.rows.len() == understood.draft.sessions.len() && again.sessions().len() >= plan.sessions().len());
        }
    }
}

#[test]
fn the_table_of_sessions_of_pretalx_is_read_with_its_zones_and_speakers() {
    let csv = "ID,Proposal title,State,Session type,Track,Duration,Speaker IDs,Speaker names,Room,Start,End\r\n\
        ABC123,On light,confirmed,Talk,,30,\"P1\nP2\",\"Ann Lee\nBo Chan\",Room A,2025-11-18T09:00:00+01:00,2025-11-18T09:30:00+01:00\r\n\
        DEF456,On sound,canceled,Workshop,,90,P2,Bo Chan,,,\r\n";
    let understood = plenary::exchange::arriving::read("sessions.csv", csv.as_bytes(), None).unwrap();
    assert_eq!(understood.importer.name, "pretalx");
    let plan = empty(Tz::Asia__Baku);
    let mut report = understood.report;
    let arrival = Arrival::new(&understood.draft, &plan, &Choices::default(), &mut report);
    let mut document = Document::new(plan.clone());
    document.perform(&arrival.command(&plan).unwrap().unwrap()).unwrap();
    let after = document.plan();
    let light = after.sessions().iter().find(|row| row.title.iter().any(|(_, title)| title == "On light")).unwrap();
    assert_eq!(light.span().unwrap().start.to_string(), "2025-11-18T12:00", "nine in Zurich is twelve in Baku");
    assert_eq!((light.length().mins(), light.people.len(), after.people().len()), (30, 2, 2));
    let sound = after.sessions().iter().find(|row| row.title.iter().any(|(_, title)| title == "On sound")).unwrap();
    assert_eq!((sound.status, sound.placement.is_none()), (plenary::model::Status::Cancelled, true));
    // A table with other heads is a table.
    assert!(plenary::exchange::arriving::read("x.csv", b"ID,Title,Start\n1,A,9:00\n", None).is_err());
}
