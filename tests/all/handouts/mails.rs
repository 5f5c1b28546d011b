//! Mails for each person, the screen of what is on now, the book of the programme, and lists to be merged.

use plenary::exchange::{Layout, Request, Selection, exporter};
use plenary::model::{AgendaItem, ItemKind, LocalText, Plan, Role, RoomId};

use super::{handout, rich, text, with_session, wtdc};

/// The mails, without the breaks that a long line has on its way.
fn mails(plan: &Plan, configure: impl FnOnce(&mut Request)) -> Vec<(String, String)> {
    let files = handout(plan, "eml", configure);
    files.into_iter().map(|file| (file.name, String::from_utf8(file.bytes).unwrap().replace("=\r\n", ""))).collect()
}

#[test]
fn each_person_with_a_session_gets_the_own_schedule_and_a_calendar() {
    let plan = rich::rich();
    let mails = mails(&plan, |request| request.is_internal = true);
    let with_part = plan.people().iter().filter(|person| {
        let speaks = plan.statements().iter().any(|row| row.speaker == person.id && row.session.is_some());
        speaks || plan.sessions().iter().any(|row| row.people.iter().any(|part| part.person == person.id))
    });
    assert_eq!(mails.len(), with_part.count());
    for (name, mail) in &mails {
        assert!(name.contains(".eml"), "{name}");
        assert!(mail.contains("<secret@example.org>") && mail.contains("X-Unsent: 1"), "{mail}");
        assert!(mail.contains("Subject: Your schedule: WTDC-25"), "{mail}");
        for part in ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"] {
            assert_eq!(mail.matches(&format!("Content-Type: {part}")).count(), 1, "{part}: {mail}");
        }
        // Remarks are for the team, which the person need not be of.
        assert!(!mail.contains("for the team only"), "{mail}");
    }
    let again = handout(&plan, "eml", |request| request.is_internal = true);
    for file in &again {
        let lines = file.bytes.split(|&byte| byte == b'\n');
        assert!(lines.map(<[u8]>::len).max().unwrap_or_default() < 998, "RFC 5322, 2.1.1");
    }
    let bytes: Vec<u8> = again.into_iter().flat_map(|file| file.bytes).collect();
    let first: Vec<u8> =
        handout(&plan, "eml", |request| request.is_internal = true).into_iter().flat_map(|file| file.bytes).collect();
    assert_eq!(bytes, first, "the same plan gives the same bytes");
}

#[test]
fn where_people_are_reached_is_for_the_team_only() {
    for (_, mail) in mails(&rich::rich(), |_| {}) {
        assert!(!mail.contains("\r\nTo:") && !mail.contains("secret@example.org"), "{mail}");
    }
}

#[test]
fn one_person_gets_one_mail() {
    let plan = rich::rich();
    let person = plan.statements().iter().find(|row| row.session.is_some()).unwrap().speaker;
    let one = mails(&plan, |request| request.selection = Selection { people: vec![person], ..Selection::default() });
    assert_eq!(one.len(), 1);
}

#[test]
fn a_screen_has_the_whole_programme_and_that_of_a_door_its_room() {
    let page = text(&wtdc(), "html", |request| request.layout = Layout::Now);
    let placed = wtdc().sessions().iter().filter(|session| session.placement.is_some()).count();
    assert_eq!(page.matches("<li class=\"hue-").count(), placed);
    assert!(page.contains("data-zone=\"Asia/Baku\""));
    for asks in [" src=\"http", "@import", "url(", "fetch(", "XMLHttpRequest", "<link", " style=\""] {
        assert!(!page.contains(asks), "{asks}");
    }
    let hall: RoomId = "plenary-hall".parse().unwrap();
    let door = text(&wtdc(), "html", |request| {
        request.layout = Layout::Now;
        request.selection.rooms = vec![hall];
    });
    assert!(door.contains("<body class=\"door\">") && door.contains("Plenary Hall"));
    assert!(door.matches("<li class=\"hue-").count() < placed);
}

#[test]
fn a_book_has_talks_with_abstracts_and_an_index_of_people() {
    let mut plan = rich::rich();
    let person = plan.people().iter().next().unwrap().clone();
    plan = rich::changed(&plan, |plan, patch| {
        let item = AgendaItem {
            kind: ItemKind::Talk,
            title: LocalText::from("Networks of the next decade"),
            summary: LocalText::from("What will have to be built, and who pays for it."),
            speakers: vec![person.id],
            ..AgendaItem::new("talk-1".parse().unwrap(), "S36".parse().unwrap())
        };
        patch.put(plan, item);
    });
    plan = with_session(plan, "S40", |row| {
        row.people = vec![plenary::model::Participation { person: person.id, role: Role::Chair }];
    });
    let book = text(&plan, "html", |request| request.layout = Layout::Book);
    for told in ["Networks of the next decade", "What will have to be built", "Index of people"] {
        assert!(book.contains(told), "{told}");
    }
    let index = &book[book.find("Index of people").unwrap()..];
    let row = index.split("<tr").find(|row| row.contains(&person.name)).expect("the speaker is in it");
    assert!(row.matches("class=\"words\"").count() + row.matches("<bdi>").count() >= 3, "both sessions: {row}");
    assert!(!index.contains("secret@example.org"));
    for format in ["pdf", "docx"] {
        assert!(!handout(&plan, format, |request| request.layout = Layout::Book)[0].bytes.is_empty(), "{format}");
    }
}

#[test]
fn every_layout_of_html_is_a_page() {
    let exporter = exporter("html").unwrap();
    assert!(exporter.layouts.contains(&Layout::Now) && exporter.layouts.contains(&Layout::Book));
    assert_eq!(exporter.layouts.len(), Layout::PAPERS.len() + 3);
}
