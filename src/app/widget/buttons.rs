//! Buttons of the frame: quiet ones, ones with a border, and the one that is filled; and those at the foot of windows.

use egui::{Atoms, Button, Color32, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, size};

/// How much a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Text alone, until it is hovered.
    Quiet,
    /// With a border.
    Bordered,
    /// With a border in the colour of what adds something.
    Adding,
    /// The one thing to do here.
    Filled,
}

/// A button with a sign, a text, or both; `spoken` is what it is called.
pub fn frame_button(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    rank: Rank,
    (icon, text): (&str, &str),
    spoken: &str,
) -> Response {
    let theme = cx.theme;
    let is_alone = text.is_empty();
    let (fill, line, color, sign) = match rank {
        Rank::Quiet => (Color32::TRANSPARENT, Color32::TRANSPARENT, theme.text_2, theme.text_2),
        Rank::Bordered => (theme.panel, theme.line_strong, theme.text, theme.text_2),
        Rank::Adding => (theme.panel, theme.accent_line, theme.accent, theme.accent),
        Rank::Filled => (theme.accent, theme.accent, theme.on_accent, theme.on_accent),
    };
    let is_enabled = ui.is_enabled();
    let mut atoms = Atoms::default();
    if !icon.is_empty() {
        let sign = if is_enabled { sign } else { theme.line_field };
        atoms.push_right(RichText::new(icon).size(size::ICON).color(sign));
    }
    if !is_alone {
        let color = if is_enabled { color } else { theme.text_3 };
        atoms.push_right(RichText::new(text).font(Type::Strong.font()).color(color));
    }
    let button = Button::new(atoms).gap(6.0).min_size(vec2(size::ROW, size::ROW));
    let button = match rank {
        Rank::Quiet => button.frame_when_inactive(false),
        _ => button.fill(fill).stroke(Stroke::new(1.0, line)),
    };
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(if is_alone { 5.0 } else { 9.0 }, 3.0);
        ui.spacing_mut().interact_size = vec2(size::ROW, size::ROW);
        ui.add(button)
    });
    response.inner.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, spoken));
    response.inner
}

/// The one filled button of a window.
pub fn filled_button(ui: &mut Ui, cx: &ViewContext<'_>, text: &str, enabled: bool) -> Response {
    let (fill, color) = if enabled { (cx.theme.accent, cx.theme.on_accent) } else { (cx.theme.field, cx.theme.text_3) };
    let label = RichText::new(text).font(Type::Strong.font()).color(color);
    let button = Button::new(label).fill(fill).stroke(Stroke::NONE).min_size(vec2(88.0, size::FIELD));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, text));
    response
}

/// A button beside the filled one.
pub fn plain_button(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let label = RichText::new(text).font(Type::Strong.font());
    ui.add_enabled(enabled, Button::new(label).min_size(vec2(0.0, size::FIELD)))
}
