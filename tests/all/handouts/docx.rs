//! Word documents: the parts of the archive, read as XML. How they look in print is checked by `.ci/documents`.

use std::io::{Cursor, Read as _};

use plenary::exchange::{Layout, Request};
use plenary::model::{Language, Plan, Session};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::rich::{builtin, bytes, changed, hostile, request, rich, session};

fn document(plan: &Plan, layout: Layout, languages: &[Language]) -> Vec<u8> {
    bytes(plan, &Request { layout, ..request("docx", languages) })
}

fn part(document: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The texts of a part, one for each run, read by a parser that takes nothing that is not XML.
#[track_caller]
fn texts(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut is_text) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                is_text = tag.name().as_ref() == "w:t";
                if is_text {
                    texts.push(String::new());
                }
            }
            Event::Text(text) if is_text => texts.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if is_text => {
                let character = match &*name {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    other => panic!("&{other};"),
                };
                texts.last_mut().unwrap().push(character);
            }
            Event::End(_) => is_text = false,
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn the_plan_has_a_heading_for_each_week_day_and_meeting() {
    let plan = rich();
    let xml = part(&document(&plan, Layout::Grid, &[]), "word/document.xml");
    let placed: Vec<_> = plan.sessions().iter().filter(|session| session.placement.is_some()).collect();
    let meetings = placed.iter().filter(|session| session.kind != plenary::model::SessionKind::Break).count();
    assert_eq!(count(&xml, "<w:pStyle w:val=\"Heading2\">"), meetings);
    let goes_on = texts(&xml).iter().filter(|text| *text == "(cont’d)").count();
    // Breaks are in their bands.
    assert_eq!(count(&xml, "<w:pStyle w:val=\"GridSession\">"), meetings + goes_on, "each is in a grid, too");
    let days = |of: &dyn Fn(&Session) -> bool| -> std::collections::BTreeSet<chrono::NaiveDate> {
        placed.iter().filter(|session| of(session)).map(|session| session.span().unwrap().start.date()).collect()
    };
    let weeks: std::collections::BTreeSet<_> = days(&|_| true).iter().map(chrono::Datelike::iso_week).collect();
    let with_meetings = days(&|session| session.kind != plenary::model::SessionKind::Break);
    assert_eq!(count(&xml, "<w:pStyle w:val=\"Heading1\">"), with_meetings.len() + weeks.len());
    let lunches = placed.len() - meetings;
    assert!(lunches > 0 && count(&xml, ">Lunch<") > weeks.len(), "a break is a line below its day");
    let styles = part(&document(&plan, Layout::Grid, &[]), "word/styles.xml");
    assert!(styles.contains("w:styleId=\"Heading1\"><w:name w:val=\"heading 1\">"), "Word knows headings by this name");
    for name in ["Title", "Subtitle"] {
        let own = format!("w:type=\"paragraph\" w:styleId=\"{name}\"><w:name w:val=\"{name}\">");
        assert!(styles.contains(&own), "{name} is Word's own");
    }
    let settings = part(&document(&plan, Layout::Grid, &[]), "word/settings.xml");
    assert!(settings.contains("w:val=\"15\""), "not in the mode for documents of 2007");
}

#[test]
fn numbers_of_pages_are_fields_that_are_counted() {
    let footer = part(&document(&rich(), Layout::Grid, &[]), "word/footer1.xml");
    for field in ["PAGE", "NUMPAGES"] {
        let begin = format!(
            "<w:fldChar w:fldCharType=\"begin\"></w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\"> {field} <"
        );
        assert_eq!(count(&footer, &begin), 1, "{field}: {footer}");
    }
    assert_eq!(count(&footer, "w:fldCharType=\"end\""), 2);
}

#[test]
fn two_languages_stand_one_below_the_other_in_headings_and_cells() {
    let xml = part(&document(&rich(), Layout::Grid, &[Language::English, Language::Russian]), "word/document.xml");
    let of = |style: &str| {
        let mark = format!("<w:pStyle w:val=\"{style}\">");
        xml.split("<w:p>").filter(|p| p.contains(&mark)).map(str::to_owned).collect::<Vec<_>>()
    };
    for heading in of("Heading1") {
        assert!(count(&heading, "<w:br>") == 1 && !heading.contains("> / <"), "{heading}");
    }
    let sessions = of("GridSession");
    let session = sessions.iter().find(|session| session.contains("Opening ceremony")).expect("it is there");
    assert!(session.contains("Opening ceremony</w:t></w:r><w:r><w:br></w:br></w:r>"), "{session}");
}

#[test]
fn heads_of_tables_are_repeated_and_rows_stay_whole_if_a_page_can_hold_them() {
    let xml = part(&document(&rich(), Layout::Grid, &[]), "word/document.xml");
    let tables = count(&xml, "<w:tbl>");
    assert!(tables > 4, "{tables}");
    assert_eq!(count(&xml, "<w:tblHeader>"), tables);
    let rows = count(&xml, "<w:tr>");
    assert!(rows > 40, "{rows}");
    assert_eq!(count(&xml, "<w:cantSplit>"), rows);
    // What does not fit on a page would be cut off.
    let crowded = changed(&rich(), |plan, patch| {
        for number in 0..40 {
            patch.put(plan, Session { id: format!("X{number}").parse().unwrap(), ..session(plan, "S41") });
        }
    });
    let xml = part(&document(&crowded, Layout::Grid, &[]), "word/document.xml");
    assert_eq!(count(&xml, "<w:cantSplit>") + 1, count(&xml, "<w:tr>"));
}

#[test]
fn the_speaking_list_has_a_row_for_each_statement() {
    let plan = rich();
    let xml = part(&document(&plan, Layout::Statements, &[]), "word/document.xml");
    assert_eq!(count(&xml, "<w:tr>"), plan.statements().len() + 1);
    let texts = texts(&xml);
    let place = |text: &str| texts.iter().position(|other| other == text).unwrap_or_else(|| panic!("no {text}"));
    assert!(place("Ms Ana Perera") < place("Mr Jean Koffi"), "in their order");
    assert!(texts.iter().any(|text| text == "Côte d’Ivoire"));
}

#[test]
fn hostile_texts_are_texts() {
    let plan = hostile();
    for layout in [Layout::Grid, Layout::Statements] {
        let document = document(&plan, layout, &[]);
        for name in ["word/document.xml", "word/header1.xml", "docProps/core.xml", "word/_rels/document.xml.rels"] {
            let xml = part(&document, name);
            let _ = texts(&xml);
            let forbidden =
                |c: char| c < ' ' && !matches!(c, '\n' | '\t' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}');
            assert!(!xml.contains(forbidden), "{name} is no XML");
        }
        assert!(!part(&document, "word/_rels/document.xml.rels").contains("javascript"));
    }
    let texts = texts(&part(&document(&plan, Layout::Grid, &[]), "word/document.xml"));
    assert!(texts.iter().any(|text| text == "<script>window.hacked=1</script>"), "as it was typed");
    assert!(texts.iter().any(|text| text == "abcd"), "without what XML can not hold");
}

#[test]
fn the_agenda_of_a_meeting_is_a_table_with_due_times() {
    let xml = part(&document(&builtin(), Layout::Grid, &[Language::English]), "word/document.xml");
    let all = texts(&xml);
    let at = all.iter().position(|text| text == "Adoption of the agenda").expect("an item");
    assert_eq!(all[at - 2..at], ["13:10", "2"]);
}

#[test]
fn languages_and_directions_are_told() {
    let both = part(&document(&rich(), Layout::Grid, &[Language::English, Language::Russian]), "word/document.xml");
    assert!(
        both.contains("<w:lang w:val=\"ru-RU\"></w:lang></w:rPr><w:t xml:space=\"preserve\">МРС-1, первый день</w:t>")
    );
    assert!(!both.contains("<w:bidi"));
    let arabic = part(&document(&rich(), Layout::Grid, &[Language::Arabic]), "word/document.xml");
    assert_eq!(count(&arabic, "<w:bidiVisual>"), count(&arabic, "<w:tbl>"));
    assert_eq!(count(&arabic, "<w:bidi>"), count(&arabic, "<w:pPr>") + 1, "every paragraph and the section");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert!(document(&rich(), Layout::Grid, &[]) == document(&rich(), Layout::Grid, &[]), "the bytes differ");
}

#[test]
fn what_is_for_the_team_only_is_not_in_the_plan() {
    let xml = part(&document(&rich(), Layout::Grid, &[]), "word/document.xml");
    assert!(!xml.contains("for the team only") && !xml.contains("secret@example.org"));
}
