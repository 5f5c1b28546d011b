//! The Export window as a planner uses it.

use std::time::Duration;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::exchange::Paper;
use plenary::model::Language;
use plenary::store::Template;

use crate::desk::{desk, desk_with};

pub fn run(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(4);
}

pub fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let node = harness.query_all_by_label(label).next();
    node.unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(4);
}

/// Lets what goes on beside the window end.
#[track_caller]
pub fn wait_for(harness: &mut Harness<'_, Desk>, label: &str) {
    for _ in 0..600 {
        harness.run_steps(2);
        if harness.query_all_by_label_contains(label).next().is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{label} never came");
}

fn opened() -> Harness<'static, Desk> {
    let mut harness = desk();
    run(&mut harness, Action::Run(UiCommand::Export));
    harness
}

#[test]
fn pages_are_shown_and_turned() {
    let mut harness = opened();
    wait_for(&mut harness, "Page 1 of");
    assert!(harness.query_by_label("Preview").is_some(), "the page is there");
    click(&mut harness, "Next page");
    assert!(harness.query_all_by_label_contains("Page 2 of").next().is_some());
    click(&mut harness, "Door sign");
    wait_for(&mut harness, "Online meeting room, ");
}

#[test]
fn a_text_format_shows_how_its_file_begins() {
    let mut harness = opened();
    click(&mut harness, "Calendar (iCalendar)");
    wait_for(&mut harness, "BEGIN:VCALENDAR");
    click(&mut harness, "Table (CSV)");
    wait_for(&mut harness, "Opening ceremony");
}

#[test]
fn a_format_that_says_nothing_to_the_eye_is_shown_as_one_that_does() {
    let mut harness = opened();
    click(&mut harness, "Workbook (XLSX)");
    wait_for(&mut harness, "Opening ceremony");
    click(&mut harness, "Web page (HTML)");
    wait_for(&mut harness, "Page 1 of");
    assert!(harness.query_by_label("The preview shows the content; the file looks different").is_some());
    click(&mut harness, "Whole plan (JSON)");
    wait_for(&mut harness, "\"format\": \"plenary plan\"");
    assert!(harness.query_by_label("Languages").is_none(), "nothing is chosen from the whole plan");
}

#[test]
fn a_file_is_written_where_the_planner_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened();
    click(&mut harness, "Calendar (iCalendar)");
    wait_for(&mut harness, "BEGIN:VCALENDAR");
    click(&mut harness, "Export to file…");
    let path = folder.path().join("plan");
    assert!(harness.query_all_by_label("Export to a file").next().is_some());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "OK");
    wait_for(&mut harness, "Exported to plan.ics");
    let written = std::fs::read_to_string(folder.path().join("plan.ics")).unwrap();
    assert_eq!(written.matches("DTSTART;TZID=").count(), 90);
    assert!(!harness.state().document().is_modified(), "handing out changes nothing");
}

#[test]
fn the_open_plan_is_never_replaced_by_a_handout() {
    let folder = tempfile::tempdir().unwrap();
    let (plan, other) = (folder.path().join("plan.ron"), folder.path().join("other.ics"));
    std::fs::write(&plan, Template::TwoDays.text()).unwrap();
    std::fs::hard_link(&plan, &other).unwrap();
    let settings = Settings { language: Language::Russian, ..Settings::default() };
    let mut harness = desk_with(Template::TwoDays.plan(), Some(plan.clone()), settings);
    run(&mut harness, Action::Run(UiCommand::Export));
    click(&mut harness, "Календарь (iCalendar)");
    wait_for(&mut harness, "BEGIN:VCALENDAR");
    click(&mut harness, "Экспорт в файл…");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(other.display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "OK");
    wait_for(&mut harness, "other.ics: это сам план");
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), Template::TwoDays.text());
}

#[test]
fn what_can_not_be_made_is_said_in_place_of_the_preview() {
    let mut harness = opened();
    wait_for(&mut harness, "Page 1 of");
    click(&mut harness, "Speaking list");
    wait_for(&mut harness, "There are no policy statements");
}

#[test]
fn what_was_chosen_is_remembered() {
    let mut harness = opened();
    click(&mut harness, "Workbook (XLSX)");
    click(&mut harness, "Russian");
    let settings = Settings::from_ron(&harness.state().settings().to_ron());
    assert_eq!(settings.export, harness.state().settings().export);
    assert_eq!(settings.export.exporter.name, "xlsx");
    run(&mut harness, Action::Run(UiCommand::Export));
    run(&mut harness, Action::Run(UiCommand::Export));
    assert_eq!(harness.state().settings().export.exporter.name, "xlsx");
}

#[test]
fn choices_are_kept_under_a_name_and_taken_up_again() {
    let mut harness = opened();
    click(&mut harness, "French");
    click(&mut harness, "A3");
    click(&mut harness, "Keep these choices under a name");
    harness.event(egui::Event::Text("For delegates".to_owned()));
    harness.run_steps(2);
    click(&mut harness, "Keep");
    let kept = Settings::from_ron(&harness.state().settings().to_ron()).export_presets;
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].name.as_str(), kept[0].request.paper), ("For delegates", Paper::A3));
    click(&mut harness, "A4");
    click(&mut harness, "Web page (HTML)");
    click(&mut harness, "Preset: as chosen below");
    click(&mut harness, "For delegates");
    let chosen = harness.state().settings().export.clone();
    assert_eq!((chosen.paper, chosen.exporter.name, chosen.languages), (Paper::A3, "pdf", vec![Language::French]));
    click(&mut harness, "Forget this preset");
    assert!(harness.state().settings().export_presets.is_empty());
}

fn logo_from(harness: &mut Harness<'_, Desk>, path: &std::path::Path) {
    click(harness, "Choose…");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(harness, "OK");
}

#[test]
fn a_logo_is_looked_through_and_belongs_to_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (bad, good) = (folder.path().join("bad.svg"), folder.path().join("good.svg"));
    let svg = |within: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{within}</svg>");
    std::fs::write(&bad, svg("<text>WTDC</text>")).unwrap();
    std::fs::write(&good, svg("<path d=\"M0 0h9v9z\"/>")).unwrap();
    let mut harness = opened();
    click(&mut harness, "House style of this plan");
    logo_from(&mut harness, &bad);
    wait_for(&mut harness, "This drawing holds “text”");
    assert!(!harness.state().document().is_modified());
    logo_from(&mut harness, &good);
    wait_for(&mut harness, "1 kB");
    assert!(harness.state().document().plan().header().logo.is_some());
    click(&mut harness, "Without a logo");
    assert!(harness.state().document().plan().header().logo.is_none());
    run(&mut harness, Action::Run(UiCommand::Undo));
    assert!(harness.state().document().plan().header().logo.is_some(), "each change is a step");
}

#[test]
fn everything_goes_into_one_folder_with_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened();
    wait_for(&mut harness, "Page 1 of");
    click(&mut harness, "Export all…");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(folder.path().join("all").display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "OK");
    wait_for(&mut harness, "Exported to all");
    let index = std::fs::read_to_string(folder.path().join("all/index.html")).unwrap();
    let count = |name: &str| std::fs::read_dir(folder.path().join(name)).unwrap().count();
    // The folder of pictures and the list itself are no files of the list.
    let files = count("all") + count("all/pictures") - 2;
    assert_eq!(index.matches("<a href=").count(), files, "every file but the list itself");
    assert!(files > 20, "{files}");
}

#[test]
fn several_rooms_can_be_ticked() {
    let mut harness = opened();
    click(&mut harness, "Calendar (iCalendar)");
    wait_for(&mut harness, "BEGIN:VCALENDAR");
    let lines = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("LOCATION:").count();
    let whole = lines(&harness);
    click(&mut harness, "Room: All rooms");
    for room in ["Room A", "Room B"] {
        let boxes = harness.query_all_by_role_and_label(egui::accesskit::Role::CheckBox, room);
        boxes.last().expect("the room can be ticked").click();
        harness.run_steps(4);
    }
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    assert!(harness.query_by_label("Room: Room A, Room B").is_some(), "both are named in the box");
    for _ in 0..600 {
        harness.run_steps(2);
        if lines(&harness) != whole {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the preview did not follow");
}

#[test]
fn what_one_delegate_attends_is_handed_out() {
    let mut harness = desk_with(crate::delegation::kenya(), None, Settings::default());
    run(&mut harness, Action::Run(UiCommand::Export));
    harness.run_steps(4);
    click(&mut harness, "Calendar (iCalendar)");
    wait_for(&mut harness, "BEGIN:VCALENDAR");
    let events = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("BEGIN:VEVENT").count();
    let whole = events(&harness);
    click(&mut harness, "Delegate: All delegates");
    let boxes = harness.query_all_by_role_and_label(egui::accesskit::Role::CheckBox, "Kenya: regulator");
    boxes.last().expect("a delegate can be ticked").click();
    harness.run_steps(4);
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    assert!(harness.query_by_label("Delegate: Kenya: regulator").is_some());
    for _ in 0..600 {
        harness.run_steps(2);
        if events(&harness) != whole {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the preview did not follow");
}

#[test]
fn the_selected_sessions_can_be_exported_alone() {
    let mut harness = desk();
    run(&mut harness, Action::Run(UiCommand::SelectAll));
    run(&mut harness, Action::Run(UiCommand::ExportSelected));
    let node = harness.query_by_label("Only the selected sessions").expect("the choice is there");
    assert_eq!(node.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn the_keyboard_goes_to_the_window() {
    let mut harness = opened();
    let focused = |harness: &Harness<'_, Desk>, label: &str| harness.get_by_label(label).is_focused();
    assert!(focused(&harness, "Printed pages (PDF)"));
    harness.key_press(egui::Key::Tab);
    harness.run_steps(3);
    assert!(focused(&harness, "Programme"), "below a format stand its layouts");
    harness.key_press(egui::Key::Tab);
    harness.run_steps(3);
    harness.key_press(egui::Key::Space);
    harness.run_steps(3);
    assert_eq!(harness.state().settings().export.layout.name(), "day");
    for _ in 0..3 {
        harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::Tab);
        harness.run_steps(3);
    }
    harness.key_press(egui::Key::Space);
    harness.run_steps(3);
    assert_eq!(harness.state().settings().export.exporter.name, "html");
}

#[test]
fn keys_for_the_window_do_nothing_to_the_plan_behind_it() {
    let mut harness = desk();
    run(&mut harness, Action::Run(UiCommand::SelectAll));
    run(&mut harness, Action::Run(UiCommand::ExportSelected));
    let before = harness.state().document().plan().clone();
    for key in [egui::Key::Delete, egui::Key::Backspace, egui::Key::ArrowRight, egui::Key::P] {
        harness.key_press(key);
        harness.run_steps(3);
        assert!(harness.state().document().plan() == &before, "{key:?}");
    }
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    harness.key_press(egui::Key::Backspace);
    harness.run_steps(3);
    assert!(harness.state().document().plan() != &before, "the desk has its keys back");
}
