//! The window of the change notice as a planner uses it.

use std::path::Path;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::model::Plan;
use plenary::store::{Template, open_plan, plan_text, save_plan};

use crate::desk::desk_with;
use crate::export_window::{click, run, wait_for};

fn type_path(harness: &mut Harness<'_, Desk>, path: &Path) {
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(harness, "OK");
}

/// A desk with a plan that has a file, from which two sessions have gone since.
fn opened(folder: &Path) -> (Harness<'static, Desk>, Plan) {
    let path = folder.join("plan.ron");
    save_plan(&Template::Wtdc25.begin(), &path).unwrap();
    let plan = open_plan(&path).unwrap();
    let mut harness = desk_with(plan.clone(), Some(path), Settings::default());
    let gone = ["S44", "S45"].map(|id| id.parse().unwrap());
    run(&mut harness, Action::Perform(Command::Unschedule(gone.to_vec())));
    (harness, plan)
}

#[test]
fn a_notice_against_another_file_is_written_where_the_planner_says() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, plan) = opened(folder.path());
    let before = folder.path().join("before.ron");
    std::fs::write(&before, plan_text(&plan)).unwrap();
    run(&mut harness, Action::Run(UiCommand::Notice));
    wait_for(&mut harness, "2 changes");
    click(&mut harness, "Against: as it was saved");
    click(&mut harness, "Another file…");
    type_path(&mut harness, &before);
    wait_for(&mut harness, "2 changes");
    click(&mut harness, "Text");
    click(&mut harness, "French");
    click(&mut harness, "Hand out…");
    type_path(&mut harness, &folder.path().join("notice"));
    wait_for(&mut harness, "Exported to notice.txt");
    let written = std::fs::read_to_string(folder.path().join("notice.txt")).unwrap();
    assert!(written.contains("Avis de modification") && written.contains("2 modifications"), "{written}");
}

#[test]
fn what_is_no_earlier_state_is_said_and_nothing_can_be_handed_out() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = opened(folder.path());
    let other = folder.path().join("other.ron");
    save_plan(&Template::TwoDays.begin(), &other).unwrap();
    let none = folder.path().join("none.ron");
    std::fs::write(&none, "no plan").unwrap();
    run(&mut harness, Action::Run(UiCommand::Notice));
    let mut against = "Against: as it was saved".to_owned();
    for (file, why) in [(other, "That file holds another plan."), (none, "not a Plenary plan")] {
        click(&mut harness, &against);
        click(&mut harness, "Another file…");
        type_path(&mut harness, &file);
        against = format!("Against: {}", file.file_name().unwrap().to_str().unwrap());
        wait_for(&mut harness, why);
        click(&mut harness, "Hand out…");
        assert!(harness.query_by_label("Export to a file").is_none(), "{why}");
    }
}
