//! What lanes stand for, and whether nights fold: the menu beside the tabs.

use egui::Ui;

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LanesBy;
use crate::app::style::icons;
use crate::app::widget::menus::menu_button;

/// The menu.
pub fn lanes_menu(ui: &mut Ui, cx: &ViewContext<'_>) {
    let name = cx.text(UiCommand::Lanes(cx.settings.lanes).text_ids().0);
    menu_button(ui, icons::ROWS_3, name, cx.text("menu-lanes"), |ui| {
        for lanes in LanesBy::ALL {
            let (name, tip) = UiCommand::Lanes(lanes).text_ids();
            if ui.radio(cx.settings.lanes == lanes, cx.text(name)).on_hover_text(cx.text(tip)).clicked() {
                cx.act(Action::Choose(Preference::Lanes(lanes)));
                ui.close();
            }
        }
        ui.separator();
        let mut fold = cx.settings.fold;
        if ui.checkbox(&mut fold, cx.text("command-fold")).on_hover_text(cx.text("command-fold-tip")).changed() {
            cx.act(Action::Choose(Preference::Fold(fold)));
        }
    });
}
