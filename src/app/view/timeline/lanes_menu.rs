//! What lanes stand for, whether nights fold, whether empty lanes are slim: the menu at the head of the lanes.

use egui::{Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LanesBy;
use crate::app::style::{Type, icons};

/// The menu, in the corner left of the ruler.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, area: Rect) {
    let painter = ui.painter_at(area);
    painter.rect_filled(area, 0.0, cx.theme.ground);
    painter.vline(area.right() - 0.5, area.y_range(), egui::Stroke::new(1.0, cx.theme.line_strong));
    painter.hline(area.x_range(), area.bottom() - 0.5, egui::Stroke::new(1.0, cx.theme.line_strong));
    let inside = area.shrink2(vec2(4.0, 1.0));
    ui.scope_builder(
        UiBuilder::new().max_rect(inside).layout(egui::Layout::left_to_right(egui::Align::Center)),
        |ui| {
            let name = cx.text(match cx.settings.lanes {
                LanesBy::Room => "lanes-by-room",
                LanesBy::Body => "lanes-by-body",
                LanesBy::Kind => "lanes-by-kind",
                LanesBy::Event => "lanes-by-event",
            });
            let text = RichText::new(format!("{name} {}", icons::CHEVRON_DOWN))
                .font(Type::Small.font())
                .color(cx.theme.text_2);
            let button = egui::Button::new(text).fill(cx.theme.ground).stroke(egui::Stroke::NONE).truncate();
            let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| choices(ui, cx));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
            response.on_hover_text(cx.text("menu-lanes"));
        },
    );
}

fn choices(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.set_min_width(200.0);
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
    let mut slim = cx.settings.slim_lanes;
    if ui.checkbox(&mut slim, cx.text("lanes-slim")).on_hover_text(cx.text("lanes-slim-about")).changed() {
        cx.act(Action::Choose(Preference::SlimLanes(slim)));
    }
}
