//! What to do where no row is to be seen.

use egui::{Align, Button, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::style::{Type, icons};
use crate::app::widget::signs::sign_ui;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let filtered = !cx.plan.sessions().is_empty();
    let (icon, title, text) = if filtered {
        (icons::LIST_FILTER, cx.text("list-filtered-title"), cx.text("list-filtered-text"))
    } else {
        (icons::CALENDAR_PLUS, cx.text("list-empty-title"), cx.text("list-empty-text"))
    };
    let rect = Rect::from_center_size(ui.max_rect().center(), vec2(360.0_f32.min(ui.available_width()), 180.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Center)), |ui| {
        sign_ui(ui, RichText::new(icon).size(32.0).color(cx.theme.line_strong));
        ui.label(RichText::new(title).font(Type::Title.font()));
        ui.label(RichText::new(text).color(cx.theme.text_2));
        ui.add_space(6.0);
        let name = if filtered { cx.text("list-filtered-button") } else { cx.text("list-empty-button") };
        let button = Button::new(RichText::new(name).color(cx.theme.on_accent)).fill(cx.theme.accent);
        if ui.add(button).clicked() {
            if filtered {
                cx.act(Action::Filter(Filter::default()));
            } else {
                cx.run(UiCommand::AddSession);
            }
        }
    });
}
