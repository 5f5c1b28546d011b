//! Workbooks, read by calamine.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use chrono::{Days, NaiveDate};
use plenary::model::{AgendaItem, Language, Plan, Session};

use super::rich::{HOSTILE, builtin, bytes, changed, hostile, request, rich, session};

/// The sheets of a workbook for the team, in order.
fn sheets(plan: &Plan, languages: &[Language]) -> Vec<(String, Range<Data>)> {
    let request = plenary::exchange::Request { is_internal: true, ..request("xlsx", languages) };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes(plan, &request))).unwrap();
    book.worksheets()
}

/// The row of a session on a sheet.
#[track_caller]
fn row<'a>(sheet: &'a Range<Data>, id: &str) -> &'a [Data] {
    sheet.rows().find(|row| row[0] == Data::String(id.to_owned())).unwrap_or_else(|| panic!("no row {id}"))
}

/// What a cell of a date, a time or a length counts: days, since the eve of 1900 where it is a date.
#[track_caller]
fn days(cell: &Data) -> f64 {
    let Data::DateTime(time) = cell else { panic!("{cell:?} is no date and no time") };
    time.as_f64()
}

fn date(cell: &Data) -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + Days::new(days(cell) as u64)
}

#[track_caller]
fn check_hours(cell: &Data, hours: f64) {
    assert!((days(cell) * 24.0 - hours).abs() < 1e-9, "{cell:?} is not {hours} h");
}

fn texts(sheet: &Range<Data>) -> Vec<&str> {
    let cells = sheet.cells().map(|(_, _, cell)| cell);
    cells.filter_map(|cell| if let Data::String(text) = cell { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn every_session_is_on_the_first_sheet_and_on_that_of_its_day() {
    let plan = rich();
    let sheets = sheets(&plan, &[]);
    let placed = plan.sessions().iter().filter(|session| session.placement.is_some()).count();
    let days: std::collections::BTreeSet<NaiveDate> =
        plan.sessions().iter().filter_map(|session| Some(session.span()?.start.date())).collect();
    assert_eq!(sheets[0].1.height(), placed + 1, "all sessions and the head");
    let of_days = &sheets[1..=days.len()];
    assert_eq!(of_days.iter().map(|(_, sheet)| sheet.height() - 1).sum::<usize>(), placed);
    for ((name, sheet), day) in of_days.iter().zip(&days) {
        assert!(name.contains(&day.format("%-d").to_string()), "{name} is {day}");
        assert!(sheet.rows().skip(1).all(|row| date(&row[1]) == *day), "{name}");
    }
    let rest: Vec<usize> = sheets[1 + days.len()..].iter().map(|(_, sheet)| sheet.height()).collect();
    let waiting = plan.sessions().len() - placed;
    let last = [plan.people().len(), plan.items().len(), plan.statements().len()];
    let tables = [plan.events().len(), plan.rooms().len(), last[0], last[1], last[2]];
    let mut expected = tables.map(|rows| rows + 1).to_vec();
    if waiting > 0 {
        expected.insert(0, waiting + 1);
    }
    assert_eq!(rest[..expected.len()], expected, "unscheduled, events, rooms, people, agendas, statements");
    assert_eq!(rest.len(), expected.len() + 5, "catering, name plates, badges, the findings, and what comes back");
}

#[test]
fn dates_times_and_lengths_are_no_texts() {
    let sheets = sheets(&rich(), &[]);
    let row = row(&sheets[0].1, "S08");
    assert_eq!(date(&row[1]), NaiveDate::from_ymd_opt(2025, 11, 17).unwrap());
    check_hours(&row[2], 10.0);
    check_hours(&row[3], 11.0);
    assert_eq!(date(&row[4]), date(&row[1]), "the day on which it ends");
    check_hours(&row[5], 1.0);
    assert!(matches!(&row[6], Data::String(title) if !title.is_empty()));
    let of = |id: &str| {
        let texts = plenary::texts::Texts::new(Language::English);
        let name = texts.text(id).to_owned();
        &sheets.iter().find(|(sheet, _)| *sheet == name).unwrap().1
    };
    let statement = of("handout-speaking-list").rows().nth(1).unwrap();
    check_hours(&statement[3], 180.0 / 3600.0);
    let conference = of("handout-events").rows().find(|row| row[0] == Data::String("wtdc25".to_owned())).unwrap();
    assert_eq!(date(&conference[4]), NaiveDate::from_ymd_opt(2025, 11, 17).unwrap());
    assert_eq!(date(&conference[5]), NaiveDate::from_ymd_opt(2025, 11, 28).unwrap());
}

#[test]
fn agendas_have_a_sheet_where_there_are_any() {
    let name = "Update on the preparation of WTDC-25";
    let with = |waits: bool| {
        changed(&builtin(), |plan, patch| {
            let item = plan.items().iter().find(|item| item.title.get(Language::English) == name).unwrap();
            let topics = plan.topics().iter().take(2).map(|topic| topic.id).collect();
            let outcome = plenary::model::ItemOutcome::Noted;
            patch.put(plan, AgendaItem { discussion_secs: 450, topics, outcome, ..AgendaItem::clone(item) });
            let mut session = session(plan, "IRM1-1");
            if waits {
                session.unschedule();
            }
            patch.put(plan, session);
        })
    };
    for waits in [false, true] {
        let plan = with(waits);
        let sheets = sheets(&plan, &[]);
        let (_, sheet) = sheets.iter().find(|(name, _)| name == "Agenda").expect("a sheet");
        assert_eq!(sheet.height(), plan.items().len() + 1, "every item and the head");
        let of_session = ["IRM1-1", name].map(|text| Data::String(text.to_owned()));
        let row = sheet.rows().find(|row| row[0] == of_session[0] && row[3] == of_session[1]).unwrap();
        let text = |at: usize| row[at].to_string();
        // What waits comes behind the second day, of which the items are counted first.
        let number = if waits { "9" } else { "4" };
        assert_eq!([1, 2, 4].map(text), ["IRM-1, first day", number, "Item"]);
        if waits {
            assert_eq!((&row[5], &row[6]), (&Data::Empty, &Data::Empty), "nobody knows when it is due");
        } else {
            assert_eq!(date(&row[5]), NaiveDate::from_ymd_opt(2025, 7, 14).unwrap());
            check_hours(&row[6], 13.0 + 40.0 / 60.0);
        }
        check_hours(&row[7], 35.0 / 60.0);
        check_hours(&row[8], 7.5 / 60.0);
        let codes: Vec<String> = plan.topics().iter().take(2).map(|topic| topic.code.clone()).collect();
        assert_eq!([11, 12, 13].map(text), [codes.join(", ").as_str(), "BDT", "noted"]);
        let body = plan.bodies().get("SEC".parse().unwrap()).unwrap();
        assert_eq!(text(9), body.code.get(Language::English));
    }
    let none = sheets(&crate::plans::before_agendas(), &[]);
    assert!(none.iter().all(|(name, _)| name != "Agenda"));
}

#[test]
fn a_session_that_ends_at_midnight_ends_after_it_starts() {
    let plan = changed(&builtin(), |plan, patch| {
        let mut late = session(plan, "S08");
        let placement = late.placement.as_mut().unwrap();
        placement.start = plenary::model::CivilTime::at(placement.start.date(), 22, 0);
        placement.length = plenary::model::Length::from_mins(120).unwrap();
        patch.put(plan, late);
    });
    let sheets = sheets(&plan, &[]);
    let row = row(&sheets[0].1, "S08");
    check_hours(&row[2], 22.0);
    check_hours(&row[3], 24.0);
    assert_eq!(date(&row[4]), date(&row[1]), "24:00 is of the same day");
}

#[test]
fn hostile_texts_stay_texts() {
    let plan = hostile();
    let bytes = bytes(&plan, &request("xlsx", &[]));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    for name in &names {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} has a formula");
        assert!(name.encode_utf16().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
    }
    let sheet = book.worksheet_range(&names[0]).unwrap();
    let texts = texts(&sheet);
    for hostile in HOSTILE.iter().filter(|text| !text.contains('\u{0}')) {
        assert!(texts.contains(hostile), "{hostile}");
    }
    assert!(texts.iter().any(|text| text.starts_with('a') && text.ends_with('e') && !text.contains('\u{ffff}')));
}

#[test]
fn what_is_longer_than_a_cell_ends_in_an_ellipsis() {
    let long = "🙂".repeat(20_000);
    let plan = changed(&builtin(), |plan, patch| {
        patch.put(plan, Session { title: long.as_str().into(), ..session(plan, "S08") });
    });
    let sheets = sheets(&plan, &[]);
    let Data::String(title) = &row(&sheets[0].1, "S08")[6] else { panic!("a title is text") };
    assert!(title.ends_with("🙂…"), "whole characters, then an ellipsis");
    assert_eq!(title.encode_utf16().count(), 32_767);
}

#[test]
fn every_language_has_a_column() {
    let sheets = sheets(&builtin(), &[Language::English, Language::Russian]);
    let row = row(&sheets[0].1, "IRM1-1");
    assert_eq!(row[6], Data::String("IRM-1, first day".to_owned()));
    assert_eq!(row[7], Data::String("МРС-1, первый день".to_owned()));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let request = request("xlsx", &[]);
    assert!(bytes(&rich(), &request) == bytes(&rich(), &request), "the bytes differ");
}

#[test]
fn remarks_and_contacts_are_for_the_team_only() {
    let secret = |is_internal: bool| {
        let request = plenary::exchange::Request { is_internal, ..request("xlsx", &[]) };
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes(&rich(), &request))).unwrap();
        let sheets = book.worksheets();
        let all: Vec<&str> = sheets.iter().flat_map(|(_, sheet)| texts(sheet)).collect();
        (all.contains(&"for the team only"), all.contains(&"secret@example.org"))
    };
    assert_eq!(secret(false), (false, false));
    assert_eq!(secret(true), (true, true));
}
