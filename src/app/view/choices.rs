//! What can be chosen in the lines of the views that run along time: what the filter is, to which step times snap.

use egui::{Align, Layout, TextEdit, Ui};

use crate::app::action::{Action, Preference};
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::settings::SNAP_STEPS;
use crate::app::style::icons;
use crate::app::widget::menus::menu_button;
use crate::texts::Value;

/// The filter where the line has come to, the snap at its end.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    filter_ui(ui, cx);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| snap_ui(ui, cx));
}

/// What narrows the view, with a way to clear it.
fn filter_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let count = cx.filter.rows.len() + cx.filter.kinds.len() + usize::from(!cx.filter.words.trim().is_empty());
    let name = if count == 0 {
        cx.text("filter-add").to_owned()
    } else {
        cx.texts.text_with("filter-count", &[("count", Value::from(count))])
    };
    menu_button(ui, if count == 0 { icons::PLUS } else { icons::LIST_FILTER }, &name, cx.text("filter-tip"), |ui| {
        ui.set_min_width(220.0);
        let mut words = cx.filter.words.clone();
        let edit = TextEdit::singleline(&mut words).hint_text(cx.text("filter-words")).desired_width(220.0);
        let response = ui.add(edit);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, cx.text("filter-words")));
        if response.changed() {
            cx.act(Action::Filter(Filter { words, ..cx.filter.clone() }));
        }
        ui.weak(cx.text("filter-navigator"));
        if count > 0 && ui.button(cx.text("filter-clear")).clicked() {
            cx.act(Action::Filter(Filter::default()));
            ui.close();
        }
    });
}

/// The step to which times snap.
fn snap_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let step = |mins: i32| cx.texts.text_with("snap-step", &[("mins", Value::from(mins))]);
    menu_button(ui, icons::MAGNET, &step(cx.settings.snap_mins), cx.text("snap-tip"), |ui| {
        for mins in SNAP_STEPS {
            if ui.radio(cx.settings.snap_mins == mins, step(mins)).clicked() {
                cx.act(Action::Choose(Preference::SnapMins(mins)));
                ui.close();
            }
        }
    });
}
