//! Meetings that are not for everybody to know: every format tells that a room is taken, and not by whom.

use plenary::edit::requests::OnRequest;
use plenary::edit::{Command, Document};
use plenary::exchange::notice::{NoticeFormat, NoticeOptions};
use plenary::exchange::{EXPORTERS, Layout, Request, export};
use plenary::model::{
    AgendaItem, Id, Issued, Language, LocalText, Participation, Patch, Person, Placement, Plan, RequestAnswer, Role,
    RoomRequest, RowId, Session, SessionKind, Tabled,
};

use super::{made, programme, text, wtdc};
use plenary::exchange::Progress;

fn id<R>(name: &str) -> Id<R> {
    name.parse().unwrap()
}

fn put<R: Tabled>(plan: &mut Plan, row: R) {
    let mut patch = Patch::default();
    patch.put(plan, row);
    plan.apply(&patch).unwrap();
}

/// Where all of these meet.
fn placement() -> Placement {
    let plan = wtdc();
    let room = plan.sessions().iter().find_map(|session| session.rooms().first().copied()).unwrap();
    Placement {
        start: "2025-11-19T13:00".parse().unwrap(),
        length: plenary::model::Length::clamped(60),
        rooms: vec![room],
    }
}

/// What the world may read: the room is taken.
fn reserved() -> Plan {
    let mut plan = wtdc();
    let mut title = LocalText::from("Reserved");
    let words = [
        (Language::French, "Réservé"),
        (Language::Spanish, "Reservado"),
        (Language::Russian, "Зарезервировано"),
        (Language::Chinese, "已预订"),
        (Language::Arabic, "محجوز"),
    ];
    for (language, word) in words {
        title.set(language, word);
    }
    let placement = Some(placement());
    put(&mut plan, Session { title, placement, ..Session::new(id("S900"), id("wtdc25"), SessionKind::Other) });
    plan
}

/// The built-in plan with a meeting of Wakanda and Zamunda, about which everything is known.
fn private(is_public: bool) -> Plan {
    let mut plan = wtdc();
    let body = plan.bodies().ids().next().unwrap();
    // In the order of a register somebody stands who is nowhere else.
    let king = plan.people().ids().next().unwrap_or_else(|| id("king"));
    if plan.people().is_empty() {
        put(&mut plan, Person::new(king, "King of Zamunda"));
    }
    let session = Session {
        title: LocalText::from("Wakanda and Zamunda"),
        placement: Some(placement()),
        bodies: vec![body],
        people: vec![Participation { person: king, role: Role::Chair }],
        expected_attendance: Some(7),
        link: "https://example.org/wakanda".to_owned(),
        remarks: "Vibranium".to_owned(),
        webcast: true,
        ..Session::new(id("S900"), id("wtdc25"), SessionKind::RegionalCoordination)
    };
    put(&mut plan, session);
    put(&mut plan, AgendaItem { title: LocalText::from("Vibranium"), ..AgendaItem::new(id("I900"), id("S900")) });
    put(
        &mut plan,
        RoomRequest {
            asked_by: "Wakanda".to_owned(),
            title: LocalText::from("Wakanda and Zamunda"),
            answer: RequestAnswer::Accepted,
            session: Some(id("S900")),
            headcount: Some(4_000_000_000),
            is_public,
            ..RoomRequest::new(id("R1"), id("wtdc25"))
        },
    );
    plan
}

#[test]
fn no_format_says_who_meets() {
    let (private, reserved) = (private(false), reserved());
    for exporter in EXPORTERS.into_iter().filter(|exporter| exporter.name != "json") {
        let layouts: Vec<Option<Layout>> =
            if exporter.layouts.is_empty() { vec![None] } else { exporter.layouts.iter().copied().map(Some).collect() };
        // The team knows.
        let is_open = |layout: &Option<Layout>| !layout.is_some_and(Layout::is_for_team);
        for layout in layouts.into_iter().filter(is_open).filter(|layout| *layout != Some(Layout::Statements)) {
            let of = |plan: &Plan| {
                let mut request = Request::new(exporter);
                request.languages = vec![Language::English, Language::Russian];
                request.layout = layout.unwrap_or(request.layout);
                let files = export(plan, &request, made(), &Progress::default());
                files.map(|files| files.into_iter().map(|file| file.bytes).collect::<Vec<_>>()).ok()
            };
            // The findings of the two plans differ: the programme says more of those than of a meeting nobody knows.
            if exporter.with_findings {
                continue;
            }
            assert!(of(&private) == of(&reserved), "{} {layout:?}", exporter.name);
        }
    }
}

#[test]
fn nothing_of_it_is_in_the_programme() {
    let told = format!("{:?}", programme(&private(false), None).entries);
    assert!(told.contains("Reserved"));
    for secret in ["Wakanda", "Zamunda", "Vibranium", "wakanda"] {
        assert!(!told.contains(secret), "{secret}");
    }
    assert!(format!("{:?}", programme(&private(true), None).entries).contains("Wakanda"), "it is public");
}

#[test]
fn findings_that_are_handed_out_name_nobody() {
    let sheets = |is_internal| {
        let plan = private(false);
        let request = Request { is_internal, ..super::rich::request("xlsx", &[]) };
        let bytes = export(&plan, &request, made(), &Progress::default()).unwrap().remove(0).bytes;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut all = String::new();
        for at in 0..archive.len() {
            let _ = std::io::Read::read_to_string(&mut archive.by_index(at).unwrap(), &mut all);
        }
        all
    };
    assert!(!sheets(false).contains("Wakanda") && !sheets(false).contains("Vibranium"));
    assert!(sheets(false).contains("Reserved"));
    assert!(sheets(true).contains("Wakanda"), "the team knows");
}

#[test]
fn the_team_reads_all_of_it() {
    let csv = text(&private(false), "csv", |request| request.is_internal = true);
    assert!(csv.contains("Wakanda") && csv.contains("Vibranium"));
    let json = text(&private(false), "json", |_| ());
    assert!(json.contains("Wakanda"), "the plan itself");
}

#[test]
fn a_change_notice_says_no_more() {
    let mut after = private(false);
    let mut moved = Session::clone(after.sessions().get(id("S900")).unwrap());
    moved.title = LocalText::from("Wakanda alone");
    moved.placement.as_mut().unwrap().start = "2025-11-19T14:00".parse().unwrap();
    put(&mut after, moved);
    let options = NoticeOptions::new(NoticeFormat::Html, made());
    let told = plenary::exchange::notice::export(&private(false), &after, &options).unwrap();
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("Reserved") && !told.contains("Wakanda"));
}

#[test]
fn secrecy_travels_with_the_session() {
    let mut plan = wtdc();
    let request = RoomRequest {
        asked_by: "Wakanda".to_owned(),
        title: LocalText::from("Wakanda and Zamunda"),
        ..RoomRequest::new(id("R1"), id("wtdc25"))
    };
    put(&mut plan, request);
    let perform = |plan: &Plan, command: Command| {
        let mut document = Document::new(plan.clone());
        document.perform(&command).unwrap();
        document.plan().clone()
    };
    let accepted = perform(&plan, Command::Request(OnRequest::Accept(id("R1"), placement(), None)));
    let made = accepted.requests().get(id("R1")).unwrap().session.unwrap();
    let silent = |plan: &Plan, what: &str| {
        let told = format!("{:?}", programme(plan, None).entries);
        assert!(told.contains("Reserved") && !told.contains("Wakanda"), "{what}");
    };
    silent(&accepted, "accepted");
    silent(&perform(&accepted, Command::Remove(vec![RowId::RoomRequest(id("R1"))])), "the request is removed");
    let at = Placement { start: "2025-11-20T13:00".parse().unwrap(), ..placement() };
    silent(&perform(&accepted, Command::Duplicate(vec![(made, Some(at))])), "a copy");
    let mut issued = accepted.clone();
    let told = Issued { sequence: 1, at: "2025-11-01T09:00".parse().unwrap(), told: String::new() };
    let session = Session { issued: Some(told), ..Session::clone(issued.sessions().get(made).unwrap()) };
    put(&mut issued, session);
    let declined = perform(&issued, Command::Request(OnRequest::Decline(id("R1"), "No room".to_owned(), None)));
    assert!(declined.sessions().contains(made), "it is called off, and stays");
    silent(&declined, "declined after it was issued");
}
