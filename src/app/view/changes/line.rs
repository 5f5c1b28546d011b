//! The line above the table: with what the plan is compared, which changes are shown, and what is done with those that are
//! ticked.

use egui::{Popup, Ui};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::against::{against_menu, menu_button};
use crate::app::widget::fields::option_ui;
use crate::texts::Value;

use super::lines::{Grouping, Lines, Sort, Wanted};

/// The room that a button needs at most, in points; those at the right give way.
const RELEASES: f32 = 120.0;

/// Draws it; answers whether what is ticked is to be taken back.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, wanted: &mut Wanted, (lines, ticked): (&Lines, usize)) -> bool {
    against_menu(ui, cx);
    let shown = wanted.sort.map_or_else(|| cx.text("changes-all"), |sort| cx.text(sort.text_id()));
    let shown = if wanted.to_tell { cx.text("changes-to-tell") } else { shown };
    let button = menu_button(ui, cx, (icons::LIST_FILTER, shown));
    Popup::menu(&button).show(|ui| filter_ui(ui, cx, wanted, lines));
    let mut takes = false;
    if ui.available_width() < RELEASES {
        return takes;
    }
    let button = menu_button(ui, cx, (icons::ROWS_3, cx.text(wanted.grouping.text_id())));
    Popup::menu(&button).show(|ui| {
        for grouping in Grouping::ALL {
            let name = cx.text(grouping.text_id());
            if option_ui(ui, wanted.grouping == grouping, name, name) {
                wanted.grouping = grouping;
            }
        }
    });
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        // It is in the menu, too.
        let has_room = |ui: &Ui| ui.available_width() > RELEASES;
        if has_room(ui) && ui.button(cx.text("command-notice")).on_hover_text(cx.text("command-notice-tip")).clicked() {
            cx.run(UiCommand::Notice);
        }
        if has_room(ui) && ui.button(cx.text("command-release")).on_hover_text(cx.text("command-release-tip")).clicked()
        {
            cx.run(UiCommand::Release);
        }
        if ticked > 0 {
            let text = cx.texts.text_with("changes-take-back-ticked", &[("count", Value::from(ticked))]);
            takes = ui.button(text).clicked();
        }
    });
    takes
}

fn filter_ui(ui: &mut Ui, cx: &ViewContext<'_>, wanted: &mut Wanted, lines: &Lines) {
    let name = cx.text("changes-all");
    if option_ui(ui, wanted.sort.is_none() && !wanted.to_tell, name, name) {
        (wanted.sort, wanted.to_tell) = (None, false);
    }
    for (sort, count) in Sort::ALL.into_iter().zip(lines.counts) {
        let name = format!("{} · {count}", cx.text(sort.text_id()));
        if option_ui(ui, wanted.sort == Some(sort), name.as_str(), &name) {
            (wanted.sort, wanted.to_tell) = (Some(sort), false);
        }
    }
    let name = format!("{} · {}", cx.text("changes-to-tell"), lines.to_tell);
    if option_ui(ui, wanted.to_tell, name.as_str(), &name) {
        (wanted.sort, wanted.to_tell) = (None, true);
    }
}
