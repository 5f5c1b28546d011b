//! A cell that something changes: how it was and how it is.

use egui::{Painter, Rect, RichText, Ui};

use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{small, text};

/// How something was and how it is: the first one is struck through and gives way where there is little room.
pub fn change_ui(ui: &Ui, cx: &ViewContext<'_>, painter: &Painter, (area, was, is): (Rect, &str, &str)) {
    let strong = |words: &str| RichText::new(displayed(words)).font(Type::Strong.font()).color(cx.theme.accent);
    let needed = elided(ui, strong(is), area.width()).size().x;
    let room = (area.width() - needed - 18.0).max(area.width() * 0.3);
    let old = RichText::new(displayed(was)).font(Type::Body.font()).color(cx.theme.text_2).strikethrough();
    let used = text(ui, painter, area.with_max_x(area.left() + room), old);
    let arrow = area.with_min_x(area.left() + used + 2.0);
    let used = used + 4.0 + text(ui, painter, arrow, small(icons::ARROW_RIGHT, cx.theme.text_3));
    text(ui, painter, area.with_min_x(area.left() + used), strong(is));
}
