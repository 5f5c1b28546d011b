//! The papers of a conference: what stands in each, with the figures of the plan; the same in PDF, Word and the browser.

use plenary::exchange::{ExportError, Layout, Progress, Request, Selection, export, export_all, exporter};
use plenary::model::{
    Delegate, DelegateId, Issued, Language, LanguageSet, LocalText, Participation, Patch, Person, PersonId, Plan, Role,
    Session, Team, TeamId,
};

use super::{made, rich, text, with_header, with_session, wtdc};

/// Without markup, lines kept apart.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut is_text = true;
    for c in markup.chars() {
        match c {
            '<' => {
                is_text = false;
                text.push('\n');
            }
            '>' => is_text = true,
            c if is_text => text.push(c),
            _ => {}
        }
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn told(plan: &Plan, layout: Layout, configure: impl FnOnce(&mut Request)) -> String {
    let page = text(plan, "html", |request| {
        request.layout = layout;
        configure(request);
    });
    plain(&page[page.find("<main>").unwrap()..])
}

fn of_days(days: &[&str]) -> Selection {
    Selection { days: days.iter().map(|day| day.parse().unwrap()).collect(), ..Selection::default() }
}

/// The text of a row that holds `what`, cells apart.
#[track_caller]
fn row(page: &str, what: &str) -> String {
    let row = page.split("<tr").find(|row| row.contains(what)).unwrap_or_else(|| panic!("no {what}"));
    plain(row.split("</tr>").next().unwrap().split_once('>').unwrap().1)
}

/// The built-in plan with two teams, of which the first has too much on 20 November.
fn with_teams() -> Plan {
    let mut plan = wtdc();
    let id = |id: &str| -> TeamId { id.parse().unwrap() };
    let mut patch = Patch::default();
    patch.put(&plan, Team { order: 1, ..Team::new(id("a"), LocalText::from("Team A")) });
    let four = LanguageSet::ALL.with(Language::Arabic, false).with(Language::Chinese, false);
    patch.put(&plan, Team { order: 2, languages: four, ..Team::new(id("b"), LocalText::from("Team B")) });
    plan.apply(&patch).unwrap();
    for (session, team) in [("S36", "a"), ("S40", "a"), ("S35", "a"), ("S37", "b")] {
        plan = with_session(plan, session, |row| row.teams = vec![id(team)]);
    }
    plan
}

#[test]
fn the_roster_has_the_hours_of_each_team_and_what_is_over_its_limits() {
    let plan = with_teams();
    let page = text(&plan, "html", |request| {
        request.layout = Layout::Roster;
        request.selection = of_days(&["2025-11-20"]);
    });
    let told = plain(&page);
    assert!(told.contains("For the team only"), "{told}");
    // S35 60 min, S36 and S40 180 min each.
    let team = row(&page, "Interpreters</span>").len();
    assert!(team > 0);
    let load = page.split("<tr").filter(|row| row.contains("Team A")).last().map(plain).unwrap();
    for figure in ["14", "7:00", "3 sittings a day, not 2"] {
        assert!(load.contains(figure), "{figure}: {load}");
    }
    assert!(told.contains("not covered:") && told.contains("C\u{a0}A"), "Team B lacks two languages: {told}");
    assert!(told.contains("relay from"), "{told}");
    let nobody = told.rfind("Without a team").unwrap();
    assert!(nobody > 0, "others have no team");
}

#[test]
fn papers_for_the_team_are_not_among_what_is_handed_out_to_everybody() {
    let all = |is_internal| {
        let request = Request { is_internal, ..Request::new(exporter("html").unwrap()) };
        let files = export_all(&with_teams(), &request, &[], made(), &Progress::default()).unwrap();
        files.into_iter().map(|file| file.name).collect::<Vec<_>>()
    };
    let (open, internal) = (all(false), all(true));
    for paper in ["roster", "services"] {
        assert!(!open.iter().any(|name| name.contains(paper)), "{open:?}");
        assert!(internal.contains(&format!("WTDC-25-{paper}.pdf")), "{internal:?}");
    }
    for paper in ["journal", "documents", "running-order", "rooms"] {
        for format in ["pdf", "docx", "html"] {
            assert!(open.contains(&format!("WTDC-25-{paper}.{format}")), "{paper}.{format}: {open:?}");
        }
    }
}

#[test]
fn the_podium_says_who_sits_there_and_how_long_is_webcast() {
    let mut plan = wtdc();
    let chair: PersonId = "chair".parse().unwrap();
    let mut patch = Patch::default();
    patch.put(&plan, Person::new(chair, "Ms Perera"));
    plan.apply(&patch).unwrap();
    for id in ["S18", "S20"] {
        plan = with_session(plan, id, |session| {
            session.webcast = true;
            session.people = vec![Participation { person: chair, role: Role::Chair }];
        });
    }
    let page = text(&plan, "html", |request| {
        request.layout = Layout::Services;
        request.selection = of_days(&["2025-11-18"]);
    });
    assert!(
        row(&page, "Second plenary, part 1").contains("Chair\n:\nMs Perera"),
        "{}",
        row(&page, "Second plenary, part 1")
    );
    let sums = page.split("<tr").find(|row| row.contains("class=\"band\"")).map(plain).unwrap();
    // Twice 75 minutes are webcast; regions, plenary and High-Level Segment are interpreted.
    assert!(sums.contains("2:30"), "{sums}");
}

#[test]
fn a_room_sheet_tells_how_long_a_room_is_free() {
    let mut plan = with_session(wtdc(), "S18", |session| session.expected_attendance = Some(640));
    let mut room = (**plan.rooms().get("plenary-hall".parse().unwrap()).unwrap()).clone();
    (room.layout, room.setup_mins) = ("classroom".to_owned(), Some(45));
    let mut patch = Patch::default();
    patch.put(&plan, room);
    plan.apply(&patch).unwrap();
    let told = told(&plan, Layout::RoomSheets, |request| {
        request.selection = Selection { rooms: vec!["plenary-hall".parse().unwrap()], ..of_days(&["2025-11-18"]) };
        request.is_internal = true;
    });
    for text in
        ["Plenary Hall · Tuesday 18 November 2025", "classroom", "640", "Turnaround", ": 0:30", "&lt; 0:45", ": 2:00"]
    {
        assert!(told.contains(text), "{text}: {told}");
    }
}

#[test]
fn the_running_order_goes_from_the_opening_to_the_close() {
    let plan = wtdc();
    let told = told(&plan, Layout::RunningOrder, |request| {
        request.selection.sessions = vec!["IRM1-1".parse().unwrap()];
    });
    let place = |text: &str| told.find(text).unwrap_or_else(|| panic!("no {text}: {told}"));
    assert!(place("Opening of the meeting") < place("13:10\n2\nAdoption of the agenda"));
    assert!(place("Adoption of the agenda") < place("Close of the meeting"));
    let list = self::told(&rich::rich(), Layout::RunningOrder, |request| {
        request.selection.sessions = vec!["S08".parse().unwrap()];
    });
    assert!(list.contains("10:06\n3\nKazakhstan"), "the third statement of 10:00: {list}");
}

#[test]
fn who_speaks_is_on_the_podium_list_and_on_a_card_each() {
    let list = told(&rich::rich(), Layout::PodiumList, |_| {});
    for state in ["Sri Lanka", "Côte d’Ivoire", "Kazakhstan"] {
        assert_eq!(list.matches(state).count(), 1, "{list}");
    }
    for layout in [Layout::PodiumList, Layout::SpeakerCards] {
        let request = Request { layout, ..Request::new(exporter("pdf").unwrap()) };
        assert_eq!(export(&wtdc(), &request, made(), &Progress::default()), Err(ExportError::NoStatements));
        assert_eq!(export(&rich::rich(), &request, made(), &Progress::default()).unwrap().len(), 1);
    }
}

#[test]
fn the_journal_of_a_day_tells_of_the_next_one_and_of_what_has_changed() {
    let plan = with_session(wtdc(), "S20", |session| session.status = plenary::model::Status::Cancelled);
    let journal = |plan: &Plan| told(plan, Layout::Journal, |request| request.selection = of_days(&["2025-11-17"]));
    let first = journal(&plan);
    for text in
        ["Today · Monday 17 November 2025", "Opening ceremony", "Tomorrow · Tuesday 18 November 2025", "CANCELLED"]
    {
        assert!(first.contains(text), "{text}: {first}");
    }
    assert!(!first.contains("Network of Women"), "the day after tomorrow is another journal");
    assert!(!first.contains("Changes since"), "nothing has been released yet");
    // The world was told of a session otherwise, and not of the others.
    let released = with_session(with_header(plan, |header| header.release = 2), "S18", |session| {
        let at = "2025-11-01T10:00".parse().unwrap();
        session.issued = Some(Issued { sequence: 0, at, told: "otherwise".to_owned() });
    });
    let told = journal(&released);
    let changes = &told[told.find("Changes since the last release").expect("changes")..];
    let of = |title: &str| changes[changes.find(title).expect(title)..].lines().nth(2).map(str::to_owned);
    assert_eq!(of("Second plenary, part 1").as_deref(), Some("Changed"), "{changes}");
    assert_eq!(of("Second plenary, part 2").as_deref(), Some("Cancelled"), "{changes}");
    let page = text(&released, "html", |request| request.layout = Layout::Grid);
    assert!(page.contains("Changed since the previous release"), "the plan marks them, too");
    let page = text(&released, "html", |_| ());
    let list = page.split("<details class=\"changes\">").nth(1).expect("a list").split("</details>").next().unwrap();
    assert!(list.contains("href=\"#s-S18\"") && list.contains(">Changed<"), "{list}");
    assert!(list.contains("href=\"#s-S20\"") && list.contains(">Cancelled<"), "{list}");
    assert!(!text(&wtdc(), "html", |_| ()).contains("<details class=\"changes\">"), "nothing was released before");
}

#[test]
fn a_document_says_what_it_is_and_in_which_revision() {
    let plan = with_header(wtdc(), |header| {
        header.release = 3;
        header.symbol = "DT/1".to_owned();
        header.original = Some(Language::English);
        header.issuer = LocalText::from("Secretariat");
        header.contact = "tmp@example.org".to_owned();
    });
    let told = told(&plan, Layout::Grid, |request| request.languages = vec![Language::French]);
    for text in ["DT/1(Rev.3)-F", "Original\u{a0}: Anglais", "Secretariat", "tmp@example.org"] {
        let text = text.replace("\u{a0}", " ");
        assert!(told.to_lowercase().contains(&text.to_lowercase()), "{text}: {told}");
    }
    let theme = "Universal, meaningful and affordable connectivity";
    for (format, layout) in [("html", Layout::Programme), ("html", Layout::Journal)] {
        assert!(text(&plan, format, |request| request.layout = layout).contains(theme), "{layout:?}");
    }
    let journal = self::told(&plan, Layout::Journal, |_| {});
    assert!(!journal.contains("DT/1"), "the symbol is that of the plan, not of every paper");
}

#[test]
fn documents_stand_below_the_meeting_that_deals_with_them() {
    let told = told(&wtdc(), Layout::MeetingDocuments, |request| request.selection = of_days(&["2025-11-17"]));
    let meeting = told.find("First plenary").unwrap();
    assert!(meeting < told.find("C24/30(Rev.1)").unwrap(), "{told}");
    assert!(!told.contains("Opening ceremony"), "it has none");
}

/// A delegation of one, interested in both committees that meet at once.
fn with_delegation() -> Plan {
    let mut plan = wtdc();
    let id: DelegateId = "ke-1".parse().unwrap();
    let function = "engineer".to_owned();
    let mut patch = Patch::default();
    let interests = ["COM3", "COM4"].map(|id| id.parse().unwrap()).to_vec();
    patch.put(&plan, Delegate { function, interests, ..Delegate::new(id, "Kenya") });
    plan.apply(&patch).unwrap();
    plan
}

#[test]
fn the_booklet_marks_where_a_delegation_would_have_to_be_twice() {
    let plan = with_delegation();
    let page = text(&plan, "html", |request| {
        request.layout = Layout::Booklet;
        request.selection = Selection { delegations: vec!["Kenya".to_owned()], ..of_days(&["2025-11-21"]) };
    });
    let told = plain(&page);
    assert!(told.contains("engineer"), "{told}");
    // COM3-3 and COM4-4 are both held at 09:30: one is attended, the other says why not.
    let (one, other) = (row(&page, "COM3, 3rd meeting"), row(&page, "COM4, 3rd meeting"));
    let missed = if one.contains("nobody") { &one } else { &other };
    assert!(missed.contains("! ") && missed.contains("At the same time: COM"), "{one} | {other}");
    assert!(one.contains("nobody") != other.contains("nobody"), "{one} | {other}");
    let request = Request { layout: Layout::Booklet, ..Request::new(exporter("pdf").unwrap()) };
    assert_eq!(
        export(&wtdc(), &request, made(), &Progress::default()),
        Err(ExportError::NothingToSplit { split: "delegation" })
    );
}

#[test]
fn what_is_reserved_stays_so_on_every_paper() {
    let secret = |session: &mut Session| {
        session.is_reserved = true;
        session.title = LocalText::from("Nobody’s business");
    };
    let plan = with_session(with_delegation(), "S40", secret);
    for layout in Layout::PAPERS.into_iter().filter(|layout| !layout.is_for_team()) {
        let request = Request { layout, ..Request::new(exporter("html").unwrap()) };
        if let Ok(files) = export(&plan, &request, made(), &Progress::default()) {
            let page = String::from_utf8(files[0].bytes.clone()).unwrap();
            assert!(!page.contains("Nobody’s business"), "{layout:?}");
        }
    }
}

#[test]
fn every_paper_is_the_same_in_word_and_in_all_languages() {
    let plan = rich::rich();
    for layout in Layout::PAPERS {
        for languages in [vec![Language::Arabic], vec![Language::Chinese, Language::English]] {
            for format in ["docx", "html", "pdf"] {
                let request =
                    Request { layout, languages: languages.clone(), ..Request::new(exporter(format).unwrap()) };
                let files = export(&plan, &request, made(), &Progress::default());
                assert!(files.is_ok_and(|files| files[0].bytes.len() > 1000), "{layout:?} {format}");
            }
        }
    }
}
