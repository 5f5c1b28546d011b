//! The line above the table: which requests show, and a new one.

use egui::{Align, Layout, RichText, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};

use super::rows::Group;

/// The room that the button at the right needs with its word.
const BUTTON: f32 = 110.0;

/// Draws it; whether a new request is to be typed.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, only: &mut Option<Group>) -> bool {
    if ui.available_width() > 6.0 * BUTTON {
        ui.label(RichText::new(cx.text("requests-title")).font(Type::Head.font()).color(cx.theme.text));
        ui.add_space(6.0);
    }
    for group in Group::ALL {
        let (name, count) = (cx.text(group.name()), group.count(cx.plan));
        let is_chosen = *only == Some(group);
        let button = ui.selectable_label(is_chosen, format!("{name}  {count}"));
        let spoken = format!("{name}, {count}");
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &spoken));
        if button.clicked() {
            *only = (!is_chosen).then_some(group);
        }
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let has_room = ui.available_width() > BUTTON;
        let word = if has_room { cx.text("requests-request") } else { "" };
        let words = format!("{} {word}", icons::PLUS);
        let button = ui.button(words.trim_end()).on_hover_text(cx.text("requests-request-tip"));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("requests-request")));
        button.clicked()
    })
    .inner
}
