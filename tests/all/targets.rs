//! What can be clicked is large enough to be hit, and has a name.

use egui::{Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::view::VIEWS;
use plenary::model::{Language, RowId};
use plenary::store::Template;

/// WCAG 2.2, 2.5.8; a little less where a line is rounded.
const LEAST: f32 = 23.5;
/// How wide a folded night is.
const FOLD: f32 = 20.0;

fn faults(view: &str, language: Language, row: Option<RowId>) -> Vec<String> {
    let settings = Settings { view: view.to_owned(), language, reduced_motion: true, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_step_dt(0.02)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), Desk::new(Template::Wtdc25.plan(), None, settings));
    harness.run_steps(3);
    if let Some(row) = row {
        let ctx = harness.ctx.clone();
        harness.state_mut().handle(&ctx, Action::Select(Selection::only(row)));
        harness.run_steps(4);
    }
    let mut faults = Vec::new();
    let rows: Vec<_> = harness.query_all_by_role(Role::Row).map(|row| row.rect()).collect();
    for node in harness.root().children_recursive() {
        let role = node.accesskit_node().role();
        if !matches!(role, Role::Button | Role::CheckBox | Role::RadioButton | Role::ComboBox | Role::Tab) {
            continue;
        }
        let rect = node.rect();
        let name = node.accesskit_node().label().unwrap_or_default();
        // Blocks of sessions are as long as the sessions are; they are also in the list.
        let is_block = name.contains(':') && name.contains('\u{2013}');
        // A fold of a night is as narrow as drawn, but as high as the canvas; keys and the strip of dates lead there too.
        let is_fold = (FOLD - 0.5..LEAST).contains(&rect.width()) && rect.height() > 200.0;
        // A row that is partly scrolled away comes into sight with the keyboard.
        let is_scrolled = rect.width() >= LEAST
            && rows.iter().any(|row| row.height() < LEAST && row.y_range().contains(rect.center().y));
        if (rect.height() < LEAST || rect.width() < LEAST) && !is_block && !is_fold && !is_scrolled {
            faults.push(format!(
                "{view} {}: {role:?} {name:?} is {:.0} × {:.0}",
                language.code(),
                rect.width(),
                rect.height()
            ));
        }
        if name.trim().is_empty() {
            faults.push(format!("{view} {}: {role:?} at {rect:?} has no name", language.code()));
        }
    }
    faults
}

#[test]
fn nothing_that_can_be_clicked_is_too_small_or_without_a_name() {
    let mut all = Vec::new();
    for entry in &VIEWS {
        for row in [None, Some(RowId::Session("S15".parse().unwrap()))] {
            all.extend(faults(entry.kind.name, Language::English, row));
        }
    }
    all.dedup();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}
