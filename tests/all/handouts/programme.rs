//! What is chosen, in which order, on whose clock.

use chrono::NaiveDate;
use plenary::check::Checker;
use plenary::exchange::programme::Wish;
use plenary::exchange::{
    ExportError, Layout, Programme, Progress, Request, Selection, Split, errors, export, export_all, exporter,
};
use plenary::model::zone::Tz;
use plenary::model::{Language, Plan};
use plenary::texts::Texts;

use super::{made, rich, with_session, wtdc};

fn chosen(plan: &Plan, selection: &Selection, zone: Option<Tz>) -> Programme {
    let languages = &[Language::English, Language::Russian];
    let checker = Checker::new(plan);
    let checker = Some(&checker);
    Programme::new(
        plan,
        &Wish { selection, languages, zone, is_internal: false, with_steps: false, checker, made: made() },
    )
}

/// All that the team sees.
fn internal(plan: &Plan) -> Programme {
    let (selection, checker) = (Selection::default(), Checker::new(plan));
    let wish = Wish {
        selection: &selection,
        languages: &[],
        zone: None,
        is_internal: true,
        with_steps: false,
        checker: Some(&checker),
        made: made(),
    };
    Programme::new(plan, &wish)
}

fn ids(programme: &Programme) -> Vec<String> {
    programme.entries.iter().map(|entry| entry.id.to_string()).collect()
}

#[test]
fn a_statement_in_a_session_of_the_tray_is_still_on_the_list() {
    let plan = rich::rich();
    let session = plan.statements().iter().find_map(|row| row.session).unwrap();
    let all = |plan: &Plan| internal(plan).statements.len();
    let waiting = with_session(plan.clone(), session.as_str(), |session| session.placement = None);
    assert_eq!(all(&waiting), all(&plan));
}

#[test]
fn a_delegation_split_by_person_gives_each_of_its_people_their_own() {
    let plan = rich::rich();
    let delegation = plan.people().iter().find(|row| !row.represents.is_empty()).unwrap().represents.clone();
    let members = plan.people().iter().filter(|row| row.represents == delegation).count();
    let mut request = Request::new(exporter("ics").unwrap());
    request.selection.delegations = vec![delegation.to_uppercase()];
    request.split = Some(Split::Person);
    let files = export(&plan, &request, made(), &Progress::default()).unwrap();
    assert!(files.len() <= members, "{} files of {members} people", files.len());
}

#[test]
fn everything_is_in_it_and_in_order() {
    let plan = wtdc();
    let programme = internal(&plan);
    assert_eq!(programme.entries.len() + programme.waiting.len(), plan.sessions().len());
    assert!(programme.entries.is_sorted_by_key(|entry| (entry.span.start.date(), entry.start)));
    let days: usize = programme.days.iter().map(|day| day.entries.len()).sum();
    assert_eq!(days, programme.entries.len(), "every entry is on one day");
    assert_eq!(programme.rooms.len(), plan.rooms().len());
    assert!(!programme.findings.is_empty());
}

#[test]
fn each_choice_narrows_and_all_must_hold() {
    let plan = wtdc();
    let all = chosen(&plan, &Selection::default(), None);
    let day: NaiveDate = "2025-11-18".parse().unwrap();
    let of_day = chosen(&plan, &Selection { days: vec![day], ..Selection::default() }, None);
    assert!(!of_day.entries.is_empty());
    assert!(of_day.entries.iter().all(|entry| entry.span.start.date() == day));
    let room = all.rooms[all.entries_of(&of_day.days[0])[0].rooms[0]].id;
    let of_room = chosen(&plan, &Selection { days: vec![day], rooms: vec![room], ..Selection::default() }, None);
    assert!(of_room.entries.len() < of_day.entries.len());
    assert!(of_room.entries.iter().all(|entry| entry.rooms.iter().any(|&place| of_room.rooms[place].id == room)));
    let none = Selection { days: vec!["2031-01-01".parse().unwrap()], ..Selection::default() };
    let mut request = Request::new(exporter("csv").unwrap());
    request.selection = none;
    assert_eq!(export(&plan, &request, made(), &Progress::default()), Err(ExportError::Nothing));
}

#[test]
fn a_body_brings_the_bodies_below_it() {
    let plan = wtdc();
    let committee = plan.bodies().iter().find(|body| body.code.get(Language::English) == "COM3").unwrap();
    let group = plan.bodies().iter().find(|body| body.parent == Some(committee.id)).unwrap();
    let sits = plan.sessions().iter().find(|session| session.bodies.contains(&group.id)).unwrap();
    let selection = Selection { bodies: vec![committee.id], ..Selection::default() };
    assert!(ids(&chosen(&plan, &selection, None)).contains(&sits.id.to_string()));
}

#[test]
fn a_person_brings_what_they_say_and_a_delegation_its_people() {
    let plan = rich::rich();
    let speaker = plan.people().iter().find(|person| person.represents == "Kazakhstan").unwrap();
    let of_person = chosen(&plan, &Selection { people: vec![speaker.id], ..Selection::default() }, None);
    assert_eq!(ids(&of_person), ["S08"], "the session in which the statement is given");
    let [statement] = of_person.statements.as_slice() else { panic!("what others say is not asked for") };
    assert_eq!((statement.number, of_person.statements_of(0).count()), (3, 1), "still the third of its session");
    assert_eq!(of_person.title.first(), format!("WTDC-25 · {}", speaker.name));
    let delegations = vec![" kazakhstan ".to_owned()];
    let of_delegation = chosen(&plan, &Selection { delegations, ..Selection::default() }, None);
    assert_eq!(ids(&of_delegation), ids(&of_person));
}

#[test]
fn statements_follow_each_other_from_the_start_of_their_session() {
    let programme = chosen(&rich::rich(), &Selection::default(), None);
    let told: Vec<_> = programme.statements.iter().map(|row| (row.number, row.start.unwrap().clock())).collect();
    let start = programme.entries[programme.statements[0].entry.unwrap()].span.start;
    let at = |mins| start.plus_mins(mins).clock();
    assert_eq!(told, [(1, at(0)), (2, at(3)), (3, at(6))]);
}

#[test]
fn another_zone_moves_clocks_and_days_but_no_instant() {
    let plan = wtdc();
    let own = chosen(&plan, &Selection::default(), None);
    let far = chosen(&plan, &Selection::default(), Some(Tz::Pacific__Auckland));
    let instants = |programme: &Programme| {
        let mut instants: Vec<_> = programme.entries.iter().map(|entry| (entry.id, entry.start, entry.end)).collect();
        instants.sort_unstable();
        instants
    };
    assert_eq!(instants(&own), instants(&far));
    let opening = |programme: &Programme| {
        let entry = programme.entries.iter().find(|entry| entry.title.first() == "Opening ceremony").unwrap();
        (entry.span.start.to_string(), entry.zone)
    };
    assert_eq!(opening(&own), ("2025-11-17T10:00".to_owned(), Tz::Asia__Baku));
    assert_eq!(opening(&far), ("2025-11-17T19:00".to_owned(), Tz::Pacific__Auckland), "nine hours ahead of Baku");
}

#[test]
fn texts_come_in_the_chosen_languages_and_remarks_only_for_the_team() {
    let plan = rich::rich();
    let programme = chosen(&plan, &Selection::default(), None);
    let entry = programme.entries.iter().find(|entry| entry.id.as_str() == "S08").unwrap();
    assert_eq!(
        entry.title.iter().map(|(language, _)| language).collect::<Vec<_>>(),
        [Language::English, Language::Russian]
    );
    assert!(entry.remarks.is_empty() && programme.people.iter().all(|person| person.contact.is_empty()));
    for format in plenary::exchange::EXPORTERS
        .iter()
        .filter(|format| !["json", "pdf", "docx", "xlsx", "png"].contains(&format.name))
    {
        let request = Request::new(format);
        for file in export(&plan, &request, made(), &Progress::default()).unwrap() {
            let text = String::from_utf8(file.bytes).unwrap();
            assert!(!text.contains("for the team only") && !text.contains("secret@example.org"), "{}", format.name);
        }
    }
}

#[test]
fn a_split_makes_a_file_for_each_and_leaves_empty_ones_out() {
    let plan = wtdc();
    for (split, least) in [(Split::Room, 10), (Split::Body, 20), (Split::Day, 10)] {
        let request = Request { split: Some(split), ..Request::new(exporter("ics").unwrap()) };
        let files = export(&plan, &request, made(), &Progress::default()).unwrap();
        assert!(files.len() >= least, "{split:?}: {}", files.len());
        assert!(files.iter().all(|file| String::from_utf8_lossy(&file.bytes).contains("BEGIN:VEVENT")));
    }
}

#[test]
fn a_cancelled_export_makes_nothing() {
    let progress = Progress::default();
    progress.cancel();
    for format in ["csv", "pdf", "png"] {
        let request = Request::new(exporter(format).unwrap());
        assert_eq!(export(&wtdc(), &request, made(), &progress), Err(ExportError::Cancelled));
    }
}

#[test]
fn a_format_refuses_layouts_that_it_does_not_have() {
    let request = Request { layout: Layout::Doors, ..Request::new(exporter("png").unwrap()) };
    let error = export(&wtdc(), &request, made(), &Progress::default()).unwrap_err();
    let why = errors::export_error(&Texts::new(Language::English), &error);
    assert_eq!(why, "png has no layout doors; choose one of timeline, day, grid");
}

#[test]
fn names_of_files_say_what_they_hold_and_sort_by_day() {
    let request = Request::new(exporter("html").unwrap());
    let files = export_all(&rich::rich(), &request, &[], made(), &Progress::default()).unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    for name in ["WTDC-25-programme.html", "WTDC-25-grid.html", "WTDC-25-schedule.json", "WTDC-25-statements.csv"] {
        assert!(names.contains(&name), "no {name} in {names:?}");
    }
    let days: Vec<&str> =
        names.iter().filter_map(|name| name.strip_prefix("pictures/WTDC-25-day-")?.strip_suffix(".png")).collect();
    assert_eq!(days[0], "2025-07-14");
    assert!(days.is_sorted() && days.len() > 10, "{days:?}");
    assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), names.len());
}

#[test]
fn what_is_for_the_team_is_in_no_file_that_is_handed_out() {
    let request = Request::new(exporter("html").unwrap());
    let files = export_all(&rich::rich(), &request, &[], made(), &Progress::default()).unwrap();
    assert!(files.iter().all(|file| !file.name.contains("-plan")), "the plan itself has more in it");
    let readable = ["html", "csv", "ics", "xml", "json"];
    let mut read = 0;
    for file in files.iter().filter(|file| readable.iter().any(|ending| file.name.ends_with(ending))) {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("secret@example.org") && !text.contains("for the team only"), "{}", file.name);
        read += 1;
    }
    assert!(read >= 6, "{read}");
    let internal = Request { is_internal: true, ..Request::new(exporter("ics").unwrap()) };
    let [file] = export(&rich::rich(), &internal, made(), &Progress::default()).unwrap().try_into().unwrap();
    let text = String::from_utf8(file.bytes).unwrap().replace("\r\n ", "");
    assert!(text.contains("secret@example.org"), "contacts stand beside those who speak");
}

#[test]
fn the_plan_itself_is_whole_whatever_is_chosen() {
    let whole = Request::new(exporter("json").unwrap());
    let selection = Selection { days: vec!["2031-01-01".parse().unwrap()], ..Selection::default() };
    let chosen = Request { selection, split: Some(Split::Room), ..whole.clone() };
    let made_of = |request: &Request| export(&wtdc(), request, made(), &Progress::default()).unwrap();
    assert_eq!(made_of(&chosen), made_of(&whole));
}

#[test]
fn where_nothing_is_left_nothing_is_written_and_the_rest_is() {
    let list =
        |format: &str, split| Request { layout: Layout::Statements, split, ..Request::new(exporter(format).unwrap()) };
    let made_of = |plan: &Plan, request: &Request| export(plan, request, made(), &Progress::default());
    for format in ["pdf", "docx", "csv"] {
        let files = made_of(&rich::rich(), &list(format, Some(Split::Day))).unwrap();
        assert_eq!(files.len(), 1, "{format}: one day has statements");
        assert_eq!(made_of(&wtdc(), &list(format, None)), Err(ExportError::NoStatements), "{format}");
        assert_eq!(made_of(&wtdc(), &list(format, Some(Split::Day))), Err(ExportError::NoStatements), "{format}");
    }
    let agendas = |plan: &Plan| made_of(plan, &Request { layout: Layout::Agendas, ..list("csv", None) });
    let [file] = &agendas(&wtdc()).unwrap()[..] else { panic!("one file") };
    let lines = String::from_utf8(file.bytes.clone()).unwrap();
    assert_eq!(lines.lines().count(), wtdc().items().len() + 1, "no item has a line break");
    assert!(
        lines.starts_with("\u{feff}ID,Session,No.,Agenda item,Kind,Date,Start,Presentation,Discussion,"),
        "{lines}"
    );
    assert!(lines.contains("IRM1-1,\"IRM-1, first day\",1,Opening of the meeting,Item,2025-07-14,13:00,0:10:00,,"));
    let old = crate::plans::before_agendas();
    assert_eq!(agendas(&old), Err(ExportError::NoItems));
    let all =
        |plan: &Plan| export_all(plan, &Request::new(exporter("csv").unwrap()), &[], made(), &Progress::default());
    let has_agendas = |plan: &Plan| all(plan).unwrap().iter().any(|file| file.name.ends_with("-agendas.csv"));
    assert!(has_agendas(&wtdc()) && !has_agendas(&old), "only where there are any");
    let people = Request { split: Some(Split::Person), ..Request::new(exporter("ics").unwrap()) };
    assert_eq!(made_of(&wtdc(), &people), Err(ExportError::NothingToSplit { split: "person" }));
    let selection = Selection { days: vec!["2031-01-01".parse().unwrap()], ..Selection::default() };
    let days = Request { selection, split: Some(Split::Day), ..Request::new(exporter("ics").unwrap()) };
    assert_eq!(made_of(&wtdc(), &days), Err(ExportError::Nothing), "the plan has days, but not that one");
    let mut plan = wtdc();
    let ids: Vec<String> = plan.sessions().ids().map(|id| id.to_string()).collect();
    for id in ids {
        plan = with_session(plan, &id, |session| {
            if let Some(placement) = &mut session.placement {
                placement.rooms.clear();
            }
        });
    }
    let all = export_all(&plan, &Request::new(exporter("html").unwrap()), &[], made(), &Progress::default()).unwrap();
    assert!(all.iter().any(|file| file.name.ends_with("-grid.pdf")));
    assert!(all.iter().all(|file| !file.name.contains("-doors")), "no room, no door");
}

#[test]
fn the_clock_is_told_as_it_stands_when_a_session_starts() {
    // 05:30 in Baku is 02:30 in Zurich for the second time in that night.
    let plan = with_session(wtdc(), "S41", |session| {
        session.placement.as_mut().unwrap().start = plenary::model::CivilTime::at("2025-10-26".parse().unwrap(), 5, 30);
    });
    let sessions = vec!["S41".parse().unwrap()];
    let selection = Selection { sessions, ..Selection::default() };
    let programme = chosen(&plan, &selection, Some(Tz::Europe__Zurich));
    assert_eq!(programme.zone_words().first(), "All times: Europe/Zurich (UTC+1)");
}

#[test]
fn the_date_is_that_of_the_clock_of_the_plan() {
    let late = chrono::DateTime::parse_from_rfc3339("2025-11-17T21:30:00Z").unwrap().to_utc();
    let selection = Selection::default();
    let wish = Wish {
        selection: &selection,
        languages: &[],
        zone: None,
        is_internal: false,
        with_steps: false,
        checker: None,
        made: late,
    };
    let programme = Programme::new(&wtdc(), &wish);
    assert_eq!(programme.made_words().first(), "as of 18 November 2025", "it is half past one in Baku");
}
