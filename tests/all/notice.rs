//! The change notice: what a reader is told of two states of a plan, and what is never told.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use plenary::exchange::ExportError;
use plenary::exchange::notice::{NoticeFormat, NoticeOptions, export};
use plenary::model::{
    BodyId, ChangeRecord, ChangedPart, CivilTime, Comment, CommentId, DocumentId, Held, Language, Length, LocalText,
    Patch, Placement, Plan, RecordId, Release, ReleaseId, ReleaseStage, RoomId, Row, Session, SessionId, SessionKind,
    Status, Tabled, Wish,
};
use plenary::store::Template;

fn put<R: Row + Tabled>(plan: &mut Plan, row: R) {
    let mut patch = Patch::default();
    patch.put(plan, row);
    plan.apply(&patch).unwrap();
}

fn session(plan: &mut Plan, id: &str, change: impl FnOnce(&mut Session)) {
    let mut session = Session::clone(plan.sessions().get(id.parse().unwrap()).unwrap());
    change(&mut session);
    put(plan, session);
}

fn header(plan: &mut Plan, change: impl FnOnce(&mut plenary::model::Header)) {
    let mut header = plenary::model::Header::clone(plan.header());
    change(&mut header);
    let mut patch = Patch::default();
    patch.put_header(plan, header);
    plan.apply(&patch).unwrap();
}

fn time(text: &str) -> CivilTime {
    text.parse().unwrap()
}

fn room(name: &str) -> RoomId {
    name.parse().unwrap()
}

fn mins(mins: i64) -> Length {
    Length::from_mins(mins).unwrap()
}

fn record(id: &str, session: &str, by: [&str; 2]) -> ChangeRecord {
    ChangeRecord {
        id: RecordId::new(id).unwrap(),
        session: session.parse().unwrap(),
        since: 3,
        part: ChangedPart::Time,
        requested_by: by[0].to_owned(),
        decided_by: by[1].to_owned(),
        reason: "kept to ourselves".to_owned(),
        chair_told: None,
        interpreters_told: None,
        rooms_told: None,
        webcast_told: None,
        catering_told: None,
    }
}

fn release(number: u32, day: &str) -> Release {
    Release {
        id: ReleaseId::new(&format!("rev-{number}")).unwrap(),
        number,
        made: day.parse().unwrap(),
        label: String::new(),
        note: "kept to ourselves".to_owned(),
        by: String::new(),
        stage: ReleaseStage::Issued,
        body: None,
        meeting: None,
        approved: None,
        symbol: String::new(),
        issued: Some(day.parse().unwrap()),
        content: String::new(),
    }
}

/// A day of changes at the conference, made by hand: Rev. 3 and Rev. 4.
fn pair() -> [Plan; 2] {
    let mut before = Template::Wtdc25.plan();
    header(&mut before, |header| header.release = 3);
    put(&mut before, release(3, "2025-11-19"));
    let mut after = before.clone();
    header(&mut after, |header| header.release = 4);
    put(&mut after, release(4, "2025-11-21"));
    let plan = &mut after;
    // Held in the morning, in another room and half an hour later.
    session(plan, "S45", |row| {
        row.placement =
            Some(Placement { start: time("2025-11-21T10:00"), length: mins(150), rooms: vec![room("room-b")] });
        row.held = Some(Held { adjourned: Some(time("2025-11-21T12:20")), ..Held::since(time("2025-11-21T10:04")) });
    });
    // To another day.
    session(plan, "S47", |row| row.placement.as_mut().unwrap().start = time("2025-11-24T14:30"));
    // To another room, and it gets a document.
    session(plan, "S48", |row| {
        row.placement.as_mut().unwrap().rooms = vec![room("room-c"), room("room-d")];
        row.documents.push(DocumentId::new("TDAG-25-20").unwrap());
    });
    // Longer.
    session(plan, "S49", |row| row.placement.as_mut().unwrap().length = mins(90));
    session(plan, "S50", |row| row.status = Status::Cancelled);
    // Has lost its place.
    session(plan, "S43", Session::unschedule);
    // Is called otherwise, and is webcast.
    session(plan, "S44", |row| {
        row.title = LocalText::from("COM3, 3rd meeting: Resolutions, all blocks")
            .with(Language::Russian, "КОМ3, 3-е заседание: Резолюции, все блоки");
        row.webcast = true;
        row.remarks = "kept to ourselves".to_owned();
    });
    // New.
    let event = plan.main_event().unwrap().id;
    let mut new = Session::new(SessionId::new("N1").unwrap(), event, SessionKind::AdHoc);
    new.title =
        LocalText::from("Ad hoc group on Resolution 1").with(Language::Russian, "Специальная группа по Резолюции 1");
    new.bodies = vec![BodyId::new("COM4").unwrap()];
    new.placement = Some(Placement { start: time("2025-11-21T18:30"), length: mins(60), rooms: vec![room("room-d")] });
    put(plan, new);
    // What nobody but the team is told.
    session(plan, "S37", |row| {
        row.pinned = !row.pinned;
        row.remarks = "kept to ourselves".to_owned();
        row.expected_attendance = Some(77);
    });
    let comment = Comment {
        id: CommentId::new("C1").unwrap(),
        session: "S49".parse().unwrap(),
        by: String::new(),
        at: time("2025-11-21T08:00"),
        text: "kept to ourselves".to_owned(),
        is_to_do: false,
        assignee: String::new(),
        due: None,
        done: None,
        done_by: String::new(),
    };
    put(plan, comment);
    put(plan, record("R1", "S49", ["Chair of COM4", "COM1"]));
    [before, after]
}

/// Half past one in Baku on the day of the changes.
fn issued() -> DateTime<Utc> {
    "2025-11-21T09:30:00Z".parse().unwrap()
}

fn options(format: NoticeFormat, languages: &[Language]) -> NoticeOptions {
    NoticeOptions { languages: languages.to_vec(), ..NoticeOptions::new(format, issued()) }
}

fn notice(plans: &[Plan; 2], options: &NoticeOptions) -> String {
    String::from_utf8(export(&plans[0], &plans[1], options).unwrap()).unwrap()
}

#[track_caller]
fn golden(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/golden").join(name);
    if std::env::var_os("PLENARY_BLESS").is_some() {
        fs::write(&path, told).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let same = told.lines().zip(expected.lines()).position(|(ours, theirs)| ours != theirs);
    assert!(told == expected, "{name} differs, first after line {same:?}; PLENARY_BLESS=1 writes it anew");
}

#[test]
fn a_day_of_changes_reads_in_all_six_languages() {
    let plans = pair();
    let mut options = options(NoticeFormat::Text, &Language::ALL);
    options.with_records = true;
    golden("notice.txt", &notice(&plans, &options));
}

#[test]
fn nothing_that_is_for_the_team_is_told() {
    let plans = pair();
    for format in [NoticeFormat::Text, NoticeFormat::Markdown, NoticeFormat::Html] {
        let told = notice(&plans, &options(format, &[Language::English, Language::Arabic]));
        for word in ["kept to ourselves", "Chair of COM4", "77", "S37"] {
            assert!(!told.contains(word), "{word} in {format:?}");
        }
        assert!(told.contains("8 changes"), "{told}");
    }
    let mut with_names = options(NoticeFormat::Text, &[Language::English]);
    with_names.with_records = true;
    let told = notice(&plans, &with_names);
    assert!(told.contains("Requested by: Chair of COM4") && told.contains("Decided by: COM1"), "{told}");
    assert!(!told.contains("kept to ourselves"), "{told}");
}

#[test]
fn a_workbook_has_a_row_for_each_change_and_markdown_a_line() {
    let plans = pair();
    let bytes = export(&plans[0], &plans[1], &options(NoticeFormat::Xlsx, &[Language::English])).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let (sheet, texts) = (read("xl/worksheets/sheet1.xml"), read("xl/sharedStrings.xml"));
    let told = notice(&plans, &options(NoticeFormat::Markdown, &[Language::English]));
    let changes = told.lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(sheet.matches("<row ").count(), changes + 1, "and the heads");
    assert!(changes >= 8 && told.starts_with("# ") && told.contains("\n## "), "{told}");
    for word in ["Change", "Was", "Now", "Cancelled"] {
        assert!(texts.contains(word), "{word}");
    }
    assert!(!texts.contains("kept to ourselves"));
}

#[test]
fn a_session_that_waits_or_was_cancelled_before_is_no_news() {
    let mut before = Template::Wtdc25.plan();
    session(&mut before, "S50", |row| row.status = Status::Cancelled);
    session(&mut before, "S43", Session::unschedule);
    let mut after = before.clone();
    session(&mut after, "S50", |row| row.placement.as_mut().unwrap().rooms.clear());
    session(&mut after, "S43", |row| row.wish = Wish { day: None, ..row.wish.clone() });
    let made = export(&before, &after, &options(NoticeFormat::Text, &[]));
    assert_eq!(made, Err(ExportError::NoChanges));
    // What takes place after all is.
    session(&mut after, "S50", |row| row.status = Status::Confirmed);
    let told = notice(&[before, after], &options(NoticeFormat::Text, &[Language::English]));
    assert!(told.contains("Takes place after all · COM1-5"), "{told}");
}

#[test]
fn that_a_number_is_fixed_is_no_news() {
    let before = Template::Wtdc25.plan();
    let mut after = before.clone();
    session(&mut after, "S44", |row| row.number = Some(3));
    let made = export(&before, &after, &options(NoticeFormat::Text, &[]));
    assert_eq!(made, Err(ExportError::NoChanges), "it was the third before");
    session(&mut after, "S44", |row| row.number = Some(9));
    let told = notice(&[before, after], &options(NoticeFormat::Text, &[Language::English]));
    assert!(told.contains("Changed · COM3-9") && told.contains("Meeting no.: – → 9"), "{told}");
}

#[test]
fn what_was_to_be_held_before_is_marked() {
    let plans = pair();
    let marked = |issued: &str| {
        let options =
            NoticeOptions { issued: issued.parse().unwrap(), ..options(NoticeFormat::Text, &[Language::English]) };
        let told = notice(&plans, &options);
        (told.matches("Already took place").count(), told.matches("Its time has passed").count())
    };
    // In the morning only that which has real times.
    assert_eq!(marked("2025-11-20T04:00:00Z"), (1, 0));
    assert_eq!(marked("2025-11-21T09:30:00Z"), (2, 1), "the other meeting of the morning; the evening before");
    // The one of another day stands under both of its days.
    assert_eq!(marked("2025-12-01T00:00:00Z"), (7, 2));
}

#[test]
fn states_of_one_release_are_told_by_when_they_were_kept() {
    let [mut before, mut after] = pair();
    header(&mut after, |header| header.release = 3);
    // The plan on which work goes on knows what its release holds.
    let held = |plan: &mut Plan| put(plan, Release { content: "1f".to_owned(), ..release(3, "2025-11-19") });
    held(&mut after);
    let mut options = options(NoticeFormat::Text, &[Language::English]);
    let line = |plans: &[Plan; 2], options: &NoticeOptions| notice(plans, options).lines().nth(2).unwrap().to_owned();
    assert_eq!(line(&[before.clone(), after.clone()], &options), "Rev. 3 (19 November 2025)");
    options.kept = ["2025-11-19T14:20:00Z", "2025-11-21T08:00:00Z"].map(|at| at.parse().ok());
    let told = "Rev. 3 (19 November 2025) → as of 21 November 2025, 12:00";
    assert_eq!(line(&[before.clone(), after.clone()], &options), told);
    held(&mut before);
    let told = "as of 19 November 2025, 18:20 → as of 21 November 2025, 12:00";
    assert_eq!(line(&[before, after], &options), told);
}

#[test]
fn the_page_loads_nothing_and_makes_no_markup_of_titles() {
    let mut plans = pair();
    session(&mut plans[1], "S49", |row| row.title = LocalText::from("<script>alert(1)</script>"));
    let page = notice(&plans, &options(NoticeFormat::Html, &[Language::Arabic, Language::English]));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\">"), "{}", &page[..80]);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");
    assert!(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("src="));
}

#[test]
fn every_form_is_made_in_every_language() {
    let plans = pair();
    for language in Language::ALL {
        let languages = [language, Language::English];
        let pdf = export(&plans[0], &plans[1], &options(NoticeFormat::Pdf, &languages)).unwrap();
        assert!(pdf.starts_with(b"%PDF-"), "{language:?}");
        let docx = export(&plans[0], &plans[1], &options(NoticeFormat::Docx, &languages)).unwrap();
        assert!(docx.starts_with(b"PK"), "{language:?}");
        let again = export(&plans[0], &plans[1], &options(NoticeFormat::Docx, &languages)).unwrap();
        assert_eq!(docx, again, "the same plans give the same bytes");
    }
}
