//! What is for the team stays there, in every format, unless it is asked for.

use plenary::exchange::{EXPORTERS, Layout, Medium, Progress, Request, export, exporter, preview};
use plenary::model::{
    EventKind, Id, Person, PersonId, Plan, Rank, Session, SessionId, Statement, StatementId, TextState, Waiver,
};
use plenary::texts::Texts;

use super::rich::{changed, rich, session};
use super::{made, text, wtdc};
use crate::handouts::pages::all_texts;

const DRAFT: &str = "Draft that waits in the tray";
const NOBODY: &str = "Zoe Without A Session";
const REASON: &str = "because the host said so in confidence";

/// A plan in which everything is that only the team knows.
fn plan() -> Plan {
    changed(&rich(), |plan, patch| {
        let id: SessionId = Id::new("draft").unwrap();
        let event = session(plan, "S08").event;
        let kind = session(plan, "S08").kind;
        patch.put(plan, Session { title: DRAFT.into(), ..Session::new(id, event, kind) });
        let person: PersonId = Id::new("nobody").unwrap();
        patch.put(plan, Person { rank: Rank::Minister, ..Person::new(person, NOBODY) });
        let mut opening = session(plan, "S08");
        opening.expected_attendance = Some(98765);
        patch.put(plan, opening);
        for statement in plan.statements().iter() {
            patch.put(plan, Statement { text: TextState::Missing, ..Statement::clone(statement) });
        }
        let waits: StatementId = Id::new("waits").unwrap();
        patch.put(plan, Statement { speaker: person, ..Statement::new(waits, person) });
        let waiver =
            plan.waivers().iter().next().map(|waiver| Waiver { reason: REASON.into(), ..Waiver::clone(waiver) });
        if let Some(waiver) = waiver {
            patch.put(plan, waiver);
        }
    })
}

/// All that can be read in what is handed out in a format and layout; nothing where there is nothing.
fn told(plan: &Plan, request: &Request) -> String {
    let medium = request.exporter.medium;
    if request.exporter.name == "pdf" || medium == Medium::Picture {
        let pages = preview(plan, request, made(), &Progress::default());
        return pages.iter().flatten().flat_map(all_texts).map(|(text, ..)| text + "\n").collect();
    }
    let files = match export(plan, request, made(), &Progress::default()) {
        Err(why) if why.is_for_want_of_content() => return String::new(),
        files => files.unwrap(),
    };
    let mut told = String::new();
    for file in files {
        if ["xlsx", "docx"].contains(&request.exporter.name) {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file.bytes)).unwrap();
            for at in 0..archive.len() {
                let mut part = archive.by_index(at).unwrap();
                told += &std::io::read_to_string(&mut part).unwrap_or_default();
            }
        } else {
            // Lines of calendars are folded.
            told += &String::from_utf8(file.bytes).unwrap().replace("\r\n ", "");
        }
    }
    told
}

#[test]
fn no_format_tells_others_what_the_team_knows() {
    let plan = plan();
    let texts = Texts::new(plan.header().language);
    let minister = plenary::texts::names::rank(&texts, &plan, Rank::Minister).to_owned();
    let received = texts.text("handout-statement-text").to_owned();
    let secrets = [DRAFT, NOBODY, REASON, "98765", "secret@example.org", "for the team only"];
    let heads = [minister.as_str(), received.as_str(), texts.text("handout-findings")];
    for exporter in EXPORTERS.into_iter().filter(|exporter| exporter.medium != Medium::Plan) {
        let layouts = if exporter.layouts.is_empty() { &[Layout::Programme][..] } else { exporter.layouts };
        for &layout in layouts.iter().filter(|layout| !layout.is_for_team()) {
            let request = Request { layout, ..Request::new(exporter) };
            let told = told(&plan, &request);
            for secret in secrets {
                assert!(!told.contains(secret), "{} {layout:?} tells {secret:?}", exporter.name);
            }
            if !["html", "docx"].contains(&exporter.name) {
                for head in heads {
                    let is_cell = told.lines().any(|line| line.split(',').any(|cell| cell == head));
                    assert!(!is_cell, "{} {layout:?} has {head:?}", exporter.name);
                }
            }
        }
    }
    let internal = Request { is_internal: true, ..Request::new(exporter("xlsx").unwrap()) };
    let internal = told(&plan, &internal);
    for secret in secrets.into_iter().filter(|secret| *secret != REASON) {
        assert!(internal.contains(secret), "the team reads {secret:?}");
    }
}

#[test]
fn steps_of_the_preparation_are_in_calendars_only_where_they_are_wanted() {
    let plan = wtdc();
    let steps = plan.events().iter().filter(|event| event.kind == EventKind::Milestone).count();
    assert!(steps > 0);
    let days = |configure: &dyn Fn(&mut Request)| {
        text(&plan, "ics", |request| configure(request)).matches("VALUE=DATE").count()
    };
    let usual = days(&|_| ());
    let all = days(&|request| request.with_steps = true);
    assert!(all > usual, "{all} and {usual}");
    assert_eq!(days(&|request| request.is_internal = true), all);
    let milestone = plan.events().iter().find(|event| event.kind == EventKind::Milestone).unwrap().id;
    assert!(days(&|request| request.selection.events = vec![milestone]) > 0, "what is asked for by name is told");
}

#[test]
fn no_format_has_controls_or_heaps_of_marks() {
    let plan = super::hostile::plan();
    for exporter in EXPORTERS.into_iter().filter(|exporter| exporter.medium != Medium::Plan) {
        // Pictures of bytes say nothing.
        if ["png", "pdf"].contains(&exporter.name) {
            continue;
        }
        let request = Request { is_internal: true, ..Request::new(exporter) };
        let told = told(&plan, &request);
        let is_bad =
            |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
        let text = told.trim_start_matches('\u{feff}');
        assert_eq!(text.find(is_bad), None, "{}: {:?}", exporter.name, text.chars().find(|&c| is_bad(c)));
        assert!(!text.contains(&"\u{301}".repeat(5)), "{}", exporter.name);
    }
}
