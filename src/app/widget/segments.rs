//! A choice of few things that stand side by side, as one piece: exactly one is chosen.

use egui::{Button, CornerRadius, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, radius, size};

/// Draws them; answers whether another one was chosen.
pub fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    chosen: &mut T,
    offered: &[(T, &str)],
) -> bool {
    let before = *chosen;
    ui.horizontal(|ui| {
        // Their borders lie on each other.
        ui.spacing_mut().item_spacing.x = -1.0;
        ui.spacing_mut().button_padding = vec2(9.0, 3.0);
        for (at, &(value, text)) in offered.iter().enumerate() {
            let is_chosen = value == before;
            let (fill, line, color) = if is_chosen {
                (cx.theme.accent, cx.theme.accent, cx.theme.on_accent)
            } else {
                (cx.theme.panel, cx.theme.line_field, cx.theme.text)
            };
            let round = |is: bool| if is { radius::CONTROL } else { 0 };
            let (first, last) = (round(at == 0), round(at + 1 == offered.len()));
            let corners = CornerRadius { nw: first, sw: first, ne: last, se: last };
            let label = RichText::new(text).font(Type::Body.font()).color(color);
            let button = Button::new(label).fill(fill).stroke(Stroke::new(1.0, line)).corner_radius(corners);
            let response = ui.add(button.min_size(vec2(size::ROW, size::ROW)));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, text));
            if response.clicked() {
                *chosen = value;
            }
        }
    });
    *chosen != before
}
