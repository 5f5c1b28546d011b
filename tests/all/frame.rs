//! The frame of the desk: menus, history, messages that undo, dates in the palette, the file that was open last.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::model::Language;
use plenary::store::{Template, save_plan};

use super::desk::{act, desk, desk_with, place};

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(6);
}

fn pin(harness: &mut Harness<'_, Desk>, id: &str) {
    act(harness, Action::Perform(Command::Pin(vec![id.parse().unwrap()], true)));
}

#[test]
fn the_history_goes_back_and_forth_by_the_names_of_steps() {
    let mut harness = desk();
    for id in ["S08", "S09", "S10"] {
        pin(&mut harness, id);
    }
    let done = |harness: &Harness<'_, Desk>| harness.state().document().done().len();
    click(&mut harness, "Edit");
    harness.get_by_label_contains("History").hover();
    harness.run_steps(20);
    click(&mut harness, "As it was opened");
    assert_eq!(done(&harness), 0);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
    act(&mut harness, Action::GoToStep(2));
    assert_eq!((done(&harness), harness.state().document().undone().len()), (2, 1));
    act(&mut harness, Action::GoToStep(9));
    assert_eq!(done(&harness), 3, "there are no more");
}

#[test]
fn what_was_removed_can_be_taken_back_where_that_is_told() {
    let mut harness = desk();
    act(&mut harness, Action::Perform(Command::Remove(vec![plenary::model::RowId::Session("S08".parse().unwrap())])));
    harness.get_by_label_contains("Removed: «Opening ceremony");
    click(&mut harness, "Undo what was removed");
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    // One message at a time, and none that would undo something else.
    act(&mut harness, Action::Perform(Command::Unschedule(vec!["S08".parse().unwrap()])));
    assert_eq!(harness.query_all_by_label("Close").count(), 1);
    pin(&mut harness, "S09");
    assert!(harness.query_by_label("Undo what was removed").is_none());
}

#[test]
fn the_palette_goes_to_a_date() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::Palette));
    harness.event(egui::Event::Text("24 nov".to_owned()));
    harness.run_steps(4);
    harness.get_by_label("Monday 24 November 2025");
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run_steps(24);
    assert!(harness.query_by_label_contains("Day 8 of 12").is_some());
}

/// Where a plan is so large that its rows are sought while one types, Enter means what was typed, not what shows still.
#[test]
fn enter_in_the_palette_waits_for_what_was_typed() {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1440.0, 900.0))
        .with_context_setup(|ctx| ctx.set_fonts(plenary::app::style::fonts::definitions()))
        .build_ui_state(
            |ui, desk: &mut Desk| desk.ui(ui),
            Desk::new(Template::Wtdc25.plan(), None, Settings::default()),
        );
    harness.run_steps(2);
    act(&mut harness, Action::Run(UiCommand::Palette));
    let keys = [true, false].map(|pressed| egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    harness.input_mut().events.push(egui::Event::Text("com3 · objectives".to_owned()));
    harness.input_mut().events.extend(keys);
    let begun = std::time::Instant::now();
    while harness.state().selection().focus.is_none() && begun.elapsed().as_secs() < 20 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let com3 = plenary::model::RowId::Body("COM3".parse().unwrap());
    assert_eq!(harness.state().selection().focus, Some(com3));
}

#[test]
fn the_file_that_was_open_last_opens_on_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    save_plan(&Template::Wtdc25.plan(), &path).unwrap();
    let mut harness = desk_with(Template::Wtdc25.plan(), None, Settings::default());
    act(&mut harness, Action::Open(path.clone()));
    harness.run_steps(4);
    let date = chrono::NaiveDate::from_ymd_opt(2025, 11, 24).unwrap();
    act(&mut harness, Action::ShowDate(date));
    harness.run_steps(24);
    let settings = Settings::from_ron(&harness.state().settings().to_ron());
    assert_eq!(settings.last_day.as_ref().map(|(_, day)| *day), Some(date));
    let mut later = desk_with(Template::Blank.plan(), None, settings);
    let ctx = later.ctx.clone();
    later.state_mut().reopen(&ctx);
    later.run_steps(30);
    assert_eq!(later.state().path(), Some(path.as_path()));
    assert!(later.query_by_label_contains("Day 8 of 12").is_some());
}

/// In every language and in every size of window; where there is little room, behind *More*.
#[test]
fn views_menus_and_the_ways_out_are_always_in_reach() {
    for (language, size, menu) in [
        (Language::English, (1440.0, 900.0), "File"),
        (Language::English, (1280.0, 800.0), "File"),
        (Language::English, (860.0, 520.0), "Menu"),
        (Language::Russian, (1280.0, 800.0), "Файл"),
        (Language::Russian, (860.0, 520.0), "Меню"),
    ] {
        let settings = Settings { language, ..Settings::default() };
        let mut harness = desk_with(Template::Wtdc25.plan(), None, settings);
        harness.set_size(egui::vec2(size.0, size.1));
        harness.run_steps(4);
        let is_english = language == Language::English;
        let (timeline, more) = if is_english { ("Timeline", "More") } else { ("Шкала времени", "Еще") };
        let export = if is_english { "Export…" } else { "Экспорт…" };
        let top =
            |label: &str| harness.query_all_by_label(label).map(|node| node.rect()).find(|rect| rect.top() < 48.0);
        let (menu, view, export) = (top(menu), top(timeline).or(top(more)), top(export));
        let (Some(menu), Some(view), Some(export)) = (menu, view, export) else {
            panic!("{language:?} {size:?}: {menu:?} {view:?} {export:?}");
        };
        assert!(menu.right() < view.left() && view.right() < export.left(), "{language:?} {size:?}");
        assert!(export.right() <= size.0, "{language:?} {size:?}");
    }
}
