//! Nothing vanishes in silence: every title is in the text of every layout, in letters that can be read.

use std::collections::BTreeSet;

use plenary::exchange::drawing::{Mark, Page, Part};
use plenary::exchange::{ExportError, Layout, Paper, Progress, Request, errors, export, exporter, preview};
use plenary::model::{
    CivilTime, EventId, Language, Length, Logo, Patch, Placement, Plan, Room, RoomId, Session, SessionId, SessionKind,
};
use plenary::store::Template;
use plenary::texts::Texts;

use super::{handout, made, rich, text, with_header, with_session, wtdc};

/// The layouts that show all sessions.
const LAYOUTS: [Layout; 4] = [Layout::Programme, Layout::Day, Layout::Grid, Layout::Timeline];

fn pages(plan: &Plan, configure: impl FnOnce(&mut Request)) -> Vec<Page> {
    let mut request = Request::new(exporter("pdf").unwrap());
    configure(&mut request);
    preview(plan, &request, made(), &Progress::default()).unwrap()
}

/// Adds all that is to be read, and the smallest letters.
fn add(marks: &[Mark], told: &mut (String, f32)) {
    for mark in marks {
        match mark {
            Mark::Text { paragraph, .. } => {
                told.0.extend([&*paragraph.text().replace('\u{ad}', ""), "\n"]);
                told.1 = paragraph.runs().iter().map(|run| run.size).fold(told.1, f32::min);
            }
            Mark::Group(group) => add(&group.marks, told),
            _ => {}
        }
    }
}

/// All that is to be read, and the smallest letters.
fn told(pages: &[Page]) -> (String, f32) {
    let mut found = (String::new(), f32::MAX);
    for page in pages {
        add(&page.marks, &mut found);
    }
    found
}

#[track_caller]
fn check(plan: &Plan, layout: Layout, paper: Paper, languages: &[Language]) {
    let pages = pages(plan, |request| {
        (request.layout, request.paper, request.languages) = (layout, paper, languages.to_vec());
    });
    let (told, smallest) = told(&pages);
    assert!(smallest >= 6.49, "{layout:?}: letters of {smallest}");
    let leading = languages.first().copied().unwrap_or(plan.header().language);
    for session in plan.sessions().iter().filter(|session| session.placement.is_some()) {
        let languages = if languages.is_empty() { vec![leading] } else { languages.to_vec() };
        for title in languages.iter().filter_map(|&language| session.title.exact(language)) {
            assert!(told.contains(title), "{layout:?} on {paper:?}: {title:?} is not in {told}");
        }
    }
}

/// The blank plan with rooms, and sessions as `(room, day, start, minutes)`.
fn with_sessions(rooms: usize, sessions: impl Iterator<Item = (usize, u32, i32, i64)>) -> Plan {
    let mut plan = Template::Blank.plan();
    let mut patch = Patch::default();
    let event: EventId = plan.events().iter().next().unwrap().id;
    let room = |at: usize| format!("r{at}").parse::<RoomId>().unwrap();
    for at in 0..rooms {
        patch.put(&plan, Room::new(room(at), format!("Room {at}").as_str().into()));
    }
    for (at, (of, day, minute, length)) in sessions.enumerate() {
        let id: SessionId = format!("s{at}").parse().unwrap();
        let start = format!("2026-03-{day:02}T00:00").parse::<CivilTime>().unwrap().plus_mins(minute);
        let session = Session {
            title: format!("Drafting group number {at} on measurements").as_str().into(),
            placement: Some(Placement { start, length: Length::from_mins(length).unwrap(), rooms: vec![room(of)] }),
            ..Session::new(id, event, SessionKind::Drafting)
        };
        patch.put(&plan, session);
    }
    plan.apply(&patch).unwrap();
    plan
}

#[test]
fn every_title_is_whole_in_every_layout_and_language() {
    for layout in LAYOUTS {
        check(&wtdc(), layout, Paper::A4, &[]);
        check(&wtdc(), layout, Paper::A4, &[Language::Arabic]);
        check(&wtdc(), layout, Paper::A4, &[Language::English, Language::Russian]);
        check(&rich::rich(), layout, Paper::A3, &[Language::Russian]);
    }
}

#[test]
fn sessions_of_a_few_minutes_have_numbers() {
    let brief = (0..48).map(|at| (at % 12, 2, 540 + 5 * (at / 12) as i32, 5));
    let short = with_sessions(12, brief.chain([(0, 2, 1200, 60)]));
    for layout in LAYOUTS {
        check(&short, layout, Paper::A4, &[]);
    }
    let (told, _) = told(&pages(&short, |request| request.layout = Layout::Day));
    assert!(told.lines().filter(|line| line.parse::<u32>().is_ok()).count() > 10, "numbers: {told}");
}

#[test]
fn hundreds_at_once_in_a_room_take_more_pages() {
    let many = with_sessions(1, (0..120).map(|_| (0, 2, 540, 60)));
    for layout in LAYOUTS {
        check(&many, layout, Paper::A4, &[]);
    }
}

#[test]
fn what_lasts_for_days_is_told_on_each_of_them() {
    let plan = with_sessions(1, [(0, 2, 600, 3 * 1440 + 480), (0, 3, 900, 60), (0, 4, 1320, 200)].into_iter());
    let of = |layout| told(&pages(&plan, |request| request.layout = layout)).0;
    for (layout, count) in
        [(Layout::Programme, 4), (Layout::Day, 4), (Layout::Grid, 4), (Layout::Timeline, 4), (Layout::Doors, 4)]
    {
        let told = of(layout);
        assert!(told.matches("Drafting group number 0").count() >= count, "{layout:?}: {told}");
        // The plan has it in its grid, and once more in the block behind.
        let once = if layout == Layout::Grid { 2 } else { 1 };
        assert_eq!(told.matches("Drafting group number 2").count(), once, "the small hours are no day: {layout:?}");
    }
    assert!(of(Layout::Programme).contains("until 18:00"), "on the last day: {}", of(Layout::Programme));
    let page = text(&plan, "html", |_| ());
    assert_eq!(page.matches("Drafting group number 0 on measurements</").count(), 4, "in the browser");
    let of_day = told(&pages(&plan, |request| request.selection.days = vec!["2026-03-04".parse().unwrap()])).0;
    assert!(of_day.contains("Drafting group number 0") && !of_day.contains("Drafting group number 1"), "{of_day}");
    assert!(!of_day.contains("2 March 2026") && of_day.contains("4 March 2026"), "only the chosen day: {of_day}");
}

#[test]
fn long_agendas_go_on_over_pages() {
    let plan = with_session(rich::rich(), "S08", |session| {
        session.remarks = (0..400).map(|line| format!("remark {line}.")).collect::<Vec<_>>().join(" ");
    });
    let pages = pages(&plan, |request| request.is_internal = true);
    assert!(told(&pages).0.contains("remark 399."));
}

#[test]
fn characters_that_no_font_has_are_named() {
    let plan = with_session(wtdc(), "S08", |session| session.title = "Welcome 🎉 to ⵣ".into());
    let missing = |format: &str| {
        let progress = Progress::default();
        let files = export(&plan, &Request::new(exporter(format).unwrap()), made(), &progress).unwrap();
        (progress.loss().missing, files)
    };
    let (named, files) = missing("pdf");
    assert_eq!(named, BTreeSet::from(['🎉', 'ⵣ']));
    let claims = |bytes: &[u8]| bytes.windows(7).any(|window| window == b"pdfuaid");
    assert!(!claims(&files[0].bytes), "a box is nothing that can be read out");
    assert!(claims(&handout(&wtdc(), "pdf", |_| ())[0].bytes));
    assert_eq!(missing("html").0, BTreeSet::new(), "browsers have fonts of their own");
}

/// A text of so many letters, whose last word tells that all of it is there.
fn long(letters: usize) -> String {
    format!("{}finis", "assembly ".repeat(letters / 9))
}

/// The lowest edge of all texts on a page but the foot.
fn lowest(marks: &[Mark]) -> f32 {
    let edge = |mark: &Mark| match mark {
        Mark::Text { at, paragraph } => at.y + paragraph.height(),
        Mark::Group(group) if group.part != Part::Decoration => lowest(&group.marks),
        _ => 0.0,
    };
    marks.iter().map(edge).fold(0.0, f32::max)
}

#[test]
fn what_is_longer_than_a_page_goes_on_over_it() {
    let plan = with_session(rich::rich(), "S08", |session| session.title = long(9000).as_str().into());
    for layout in
        [Layout::Programme, Layout::Grid, Layout::Doors, Layout::Journal, Layout::RunningOrder, Layout::RoomSheets]
    {
        let progress = Progress::default();
        let request = Request { layout, is_internal: true, ..Request::new(exporter("pdf").unwrap()) };
        let pages = preview(&plan, &request, made(), &progress).unwrap();
        let all = told(&pages).0;
        assert!(all.contains("finis"), "{layout:?} ends before its end");
        for page in &pages {
            assert!(lowest(&page.marks) <= page.height - 60.0, "{layout:?}: text runs over the foot of {}", page.title);
        }
        assert_eq!(progress.loss().cut, BTreeSet::new(), "{layout:?}");
    }
}

#[test]
fn long_names_run_over_nothing() {
    let mut plan = rich::rich();
    let mut patch = Patch::default();
    for room in plan.rooms().iter().take(2) {
        patch.put(&plan, Room { title: long(5000).as_str().into(), ..(**room).clone() });
    }
    plan.apply(&patch).unwrap();
    for &layout in exporter("pdf").unwrap().layouts {
        let request = Request { layout, is_internal: true, ..Request::new(exporter("pdf").unwrap()) };
        let progress = Progress::default();
        let pages = match preview(&plan, &request, made(), &progress) {
            Ok(pages) => pages,
            Err(ExportError::NoStatements | ExportError::NoItems | ExportError::NothingToSplit { .. }) => continue,
            Err(error) => panic!("{layout:?}: {error:?}"),
        };
        for page in &pages {
            assert!(lowest(&page.marks) <= page.height - 55.0, "{layout:?}: text runs over the foot of {}", page.title);
        }
        let is_whole = told(&pages).0.contains("finis") || !told(&pages).0.contains("assembly assembly");
        assert!(is_whole || !progress.loss().cut.is_empty(), "{layout:?} cuts in silence");
    }
}

#[test]
fn what_is_cut_is_named() {
    let plan = with_session(rich::rich(), "S08", |session| session.title = long(9000).as_str().into());
    let progress = Progress::default();
    let request = Request { layout: Layout::Day, ..Request::new(exporter("pdf").unwrap()) };
    preview(&plan, &request, made(), &progress).unwrap();
    let told = errors::lost(&Texts::new(Language::English), &progress.loss()).join("\n");
    assert!(told.contains("“assembly assembly") && told.contains("end"), "{told}");
}

#[test]
fn a_logo_that_is_not_taken_is_told() {
    let plan = with_header(wtdc(), |header| header.logo = Logo::new(b"<svg><text>x</text></svg>"));
    let said = |format: &str| {
        let progress = Progress::default();
        export(&plan, &Request::new(exporter(format).unwrap()), made(), &progress).unwrap();
        errors::lost(&Texts::new(Language::English), &progress.loss()).join("\n")
    };
    for format in ["pdf", "docx", "html", "svg"] {
        assert!(said(format).starts_with("The logo of the plan is left out: "), "{format}: {}", said(format));
    }
    assert_eq!(said("ics"), "");
}

#[test]
fn the_plan_grid_is_a_table_in_the_order_in_which_it_is_read() {
    fn rows(marks: &[Mark]) -> Vec<Vec<(Part, String)>> {
        let groups = |marks: &'_ [Mark], part: Part| -> Vec<Vec<Mark>> {
            let is_one = |mark: &Mark| match mark {
                Mark::Group(group) if group.part == part => Some(group.marks.clone()),
                _ => None,
            };
            marks.iter().filter_map(is_one).collect()
        };
        let cell = |mark: &Mark| match mark {
            Mark::Group(group) if matches!(group.part, Part::Cell | Part::HeadCell) => {
                let mut told = (String::new(), f32::MAX);
                add(&group.marks, &mut told);
                Some((group.part, told.0))
            }
            _ => None,
        };
        let tables = groups(marks, Part::Table);
        let rows = tables.iter().flat_map(|table| groups(table, Part::Row));
        rows.map(|row| row.iter().filter_map(cell).collect()).collect()
    }
    // Weeks are called by their dates, the blocks behind them by their day.
    let weeks = pages(&wtdc(), |request| request.layout = Layout::Grid);
    for page in weeks.into_iter().filter(|page| page.title.starts_with(|c: char| c.is_ascii_digit())) {
        let rows = rows(&page.marks);
        assert!(rows.len() > 1, "a head and a part of the day");
        assert!(rows[0].iter().all(|(part, _)| *part == Part::HeadCell), "{:?}", rows[0]);
        for row in &rows {
            assert_eq!(row.len(), rows[0].len(), "{row:?}");
            assert_eq!(row[0].0, Part::HeadCell, "the part of the day names its row");
        }
        assert!(rows[1].iter().any(|(part, text)| *part == Part::Cell && !text.is_empty()));
    }
}
