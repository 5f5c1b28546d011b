//! Files of tables: what they are taken for, what comes of them, and what is refused.

use chrono::NaiveDate;
use plenary::exchange::incoming::sheets::{Form, Sheet, SheetFile, TextChoices, read};
use plenary::exchange::incoming::{Grid, Incoming, Known, Near, Outcome, Pasted, Unread, unfolded};
use plenary::model::{Language, Plan};
use rust_xlsxwriter::{Format, Workbook};

use super::plans::before_agendas;

#[track_caller]
fn sheets_of(bytes: &[u8]) -> SheetFile {
    read(bytes, TextChoices::default()).unwrap()
}

fn rows(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn near() -> Near {
    Near { day: NaiveDate::from_ymd_opt(2025, 11, 20).unwrap(), language: Language::English }
}

/// What the first table of a file would make of a plan.
fn incoming(plan: &Plan, bytes: &[u8]) -> Incoming {
    let known = Known::new(plan);
    let pasted = Pasted::new(Grid::of_rows(&sheets_of(bytes).sheets[0].filled()).unwrap(), &known);
    Incoming::new(&pasted, plan, known, near())
}

fn starts(incoming: &Incoming) -> Vec<String> {
    incoming.new_sessions().iter().map(|new| format!("{} {}", new.span().unwrap().start, new.length().mins())).collect()
}

#[test]
fn a_workbook_is_read_with_its_types_below_a_title_and_with_joined_cells() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tuesday").unwrap();
    let [day, clock, length] =
        ["dd.mm.yyyy", "h:mm AM/PM", "[h]:mm"].map(|format| Format::new().set_num_format(format));
    sheet.merge_range(0, 0, 0, 4, "Programme of the congress", &Format::new()).unwrap();
    for (column, head) in ["Title", "Date", "Start", "Duration", "Room"].into_iter().enumerate() {
        sheet.write_string(2, column as u16, head).unwrap();
    }
    for (row, title) in (3..).zip(["On light", "On sound", "On salt"]) {
        sheet.write_string(row, 0, title).unwrap();
        sheet.write_number_with_format(row, 2, f64::from(row + 15) / 48.0, &clock).unwrap();
        sheet.write_number_with_format(row, 3, 0.5 / 24.0, &length).unwrap();
    }
    sheet.merge_range(3, 1, 5, 1, "", &day).unwrap();
    sheet.write_number_with_format(3, 1, 45979.0, &day).unwrap();
    sheet.merge_range(3, 4, 4, 4, "Room A", &Format::new()).unwrap();
    sheet.write_formula(5, 4, rust_xlsxwriter::Formula::new("=\"Room \"&\"B\"").set_result("Room B")).unwrap();
    book.add_worksheet().set_name("Hidden").unwrap().set_hidden(true).write_string(0, 0, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let file = sheets_of(&bytes);
    assert_eq!((file.form, file.sheets.len(), file.sheets[1].is_hidden), (Form::Xlsx, 2, true));
    assert_eq!(rows(&file.sheets[0])[2], ["On light", "2025-11-18", "09:00", "0:30", "Room A"]);
    let plan = before_agendas();
    let incoming = incoming(&plan, &bytes);
    assert_eq!(starts(&incoming), ["2025-11-18T09:00 30", "2025-11-18T09:30 30", "2025-11-18T10:00 30"]);
    let rooms = |at: usize| incoming.new_sessions()[at].rooms().to_vec();
    assert_eq!(rooms(0), rooms(1), "joined cells are those of each row");
    assert!(rooms(2).len() == 1 && rooms(2) != rooms(0), "a formula is what it came to");
}

#[test]
fn a_text_of_another_encoding_with_decimal_commas_and_french_days_makes_sessions() {
    let plan = before_agendas();
    let text = "Titre;Date;Début;Fin;Salle\r\nCérémonie;mar. 18 nov. 2025;9h30;10h45;Room A\r\nDéjeuner;18/11/2025;12h30;14h;Été\r\n";
    let bytes = encoding_rs_bytes(text);
    let incoming = incoming(&plan, &bytes);
    assert_eq!(starts(&incoming), ["2025-11-18T09:30 75", "2025-11-18T12:30 90"], "{:?}", incoming.rows);
}

fn encoding_rs_bytes(text: &str) -> Vec<u8> {
    plenary::exchange::incoming::sheets::encoding_called("windows-1252").unwrap().encode(text).0.into_owned()
}

#[test]
fn days_of_numbers_that_could_be_two_are_asked_for_unless_the_conference_tells() {
    let plan = before_agendas();
    let asks = |day: &str| {
        let pasted =
            Pasted::new(Grid::read(&format!("Title\tDate\tStart\nA\t{day}\t9:00\n")).unwrap(), &Known::new(&plan));
        plenary::exchange::incoming::asks_for_order(&pasted, &plan, near())
    };
    assert!(asks("3/4/2025") && !asks("11/18/2025") && !asks("18/11/2025") && !asks("4/4/2025"));
}

#[test]
fn the_time_management_plan_that_is_handed_out_comes_in_again() {
    use plenary::exchange::{Layout, Progress, Request, export, exporter};
    let plan = before_agendas();
    let request = Request { layout: Layout::Grid, ..Request::new(exporter("docx").unwrap()) };
    let files = export(&plan, &request, chrono::DateTime::UNIX_EPOCH, &Progress::default()).unwrap();
    let file = sheets_of(&files[0].bytes);
    assert_eq!(file.form, Form::Docx);
    let known = Known::new(&plan);
    let days = (near().day, near().day);
    let found = file.sheets.iter().filter_map(|sheet| unfolded(sheet, &known, days)).find(|found| {
        found.is_sure
            && found.pasted.rows().iter().any(|row| row.cells[0] == "2025-11-17" && row.cells[3] == "Opening ceremony")
    });
    let found = found.expect("the first week is a plan of days");
    let incoming = Incoming::new(&found.pasted, &plan, known, near());
    let not_understood: Vec<_> = incoming.rows.iter().filter(|row| matches!(row.outcome, Outcome::Not(..))).collect();
    assert!(not_understood.is_empty(), "{not_understood:?}");
    let same = incoming.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count();
    assert!(
        same * 10 > incoming.rows.len() * 8,
        "{same} of {} are as they are: {:?}",
        incoming.rows.len(),
        incoming.rows
    );
}

/// A part of an archive: its name, and what writes it.
type Part<'a> = (&'a str, &'a dyn Fn(&mut dyn std::io::Write));

fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, write) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        write(&mut writer);
    }
    writer.finish().unwrap().into_inner()
}

#[track_caller]
fn check_refused(bytes: &[u8], why: Unread) {
    assert_eq!(read(bytes, TextChoices::default()).map(|file| file.form), Err(why));
}

#[test]
fn what_swells_or_never_ends_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    let swells = |writer: &mut dyn std::io::Write| (0..256).for_each(|_| writer.write_all(&zeros).unwrap());
    for name in ["word/document.xml", "content.xml"] {
        check_refused(&archive(&[(name, &swells)]), Unread::Swollen);
    }
    check_refused(&archive(&[("xl/workbook.xml", &|_| {}), ("xl/sharedStrings.xml", &swells)]), Unread::Swollen);
    check_refused(&archive(&[("other.bin", &|_| {})]), Unread::Unknown);
    check_refused(&archive(&[("xl/workbook.xml", &|writer| writer.write_all(b"<workbook>").unwrap())]), Unread::Broken);
    check_refused(&"a,b\n".repeat(30_000).into_bytes(), Unread::TooManyRows(20_001));
    check_refused(b"", Unread::Nothing);
    check_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing", Unread::Unknown);
    // Entities that name each other have no meaning here.
    let laughs = b"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>&b;x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
    let file = sheets_of(&archive(&[("content.xml", &|writer| writer.write_all(laughs).unwrap())]));
    assert_eq!(rows(&file.sheets[0]), [["x"]]);
}

#[test]
fn a_million_columns_and_a_cell_at_the_far_end_cost_nothing() {
    let wide = format!("{}\n1,2\n", "a,".repeat(1_000_000));
    let file = sheets_of(wide.as_bytes());
    assert_eq!((file.sheets[0].rows[0].cells.len(), file.sheets[0].beyond), (256, 1_000_000 - 256));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "near").unwrap();
    sheet.write_string(1_048_575, 16_383, "far").unwrap();
    sheet.write_string(1_048_575, 0, "below").unwrap();
    let file = sheets_of(&book.save_to_buffer().unwrap());
    assert_eq!((rows(&file.sheets[0]), file.sheets[0].beyond), (vec![vec!["near"], vec!["below"]], 1));
    assert_eq!(file.sheets[0].rows[1].number, 1_048_576);
}

#[test]
fn heads_in_all_six_languages_are_understood() {
    use plenary::exchange::incoming::Field;

    let plan = before_agendas();
    let known = Known::new(&plan);
    let expected = [Field::Title, Field::Day, Field::Start, Field::End, Field::Room, Field::People].map(Some);
    for heads in [
        "Title;Date;Start;End;Room;Speakers",
        "Titre;Date;Début;Fin;Salle;Intervenants",
        "Título;Fecha;Inicio;Fin;Sala;Ponentes",
        "Название;Дата;Начало;Окончание;Зал;Докладчики",
        "标题;日期;开始时间;结束时间;会议室;发言人",
        "العنوان;التاريخ;البداية;النهاية;القاعة;المتحدث",
    ] {
        let pasted = Pasted::new(Grid::read(&format!("{heads}\nx;y;z;u;v;w\n")).unwrap(), &known);
        assert_eq!(pasted.fields, expected, "{heads}");
    }
}

#[test]
fn a_file_comes_in_without_a_window_by_what_was_said_of_its_heads() {
    use plenary::exchange::incoming::{TableWish, of_file};
    let plan = before_agendas();
    let wish = |head: &str| TableWish {
        decided: plenary::exchange::incoming::Decided::default(),
        heads: [(head.to_owned(), "title".to_owned())].into(),
        sheet: None,
        text: TextChoices::default(),
        month_first: None,
        near: near(),
        same: Vec::new(),
    };
    let bytes = b"Betreff;Title;Start\nOn light;Dr;9:00\n;;\nOn salt;Ms;10:00\n";
    let found = of_file(bytes, &plan, &wish("Betreff")).unwrap();
    let titles: Vec<&str> = found.incoming.new_sessions().iter().map(|new| new.title.get(Language::English)).collect();
    assert_eq!((found.numbers, titles), (vec![2, 4], vec!["On light", "On salt"]));
    let nowhere = TableWish { sheet: Some("Third".to_owned()), ..wish("") };
    assert!(of_file(bytes, &plan, &nowhere).is_err());
}
