//! Keys as they look on a keyboard.

use std::sync::Arc;

use egui::{Align2, CornerRadius, Galley, Rect, Stroke, Ui, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, radius};

/// How high a cap is.
const HEIGHT: f32 = 18.0;
/// Between two of them.
const GAP: f32 = 3.0;

/// What stands on a cap, and how wide the cap is.
fn cap(ui: &Ui, cx: &ViewContext<'_>, key: &str) -> (Arc<Galley>, f32) {
    let galley = ui.painter().layout_no_wrap(key.to_owned(), Type::Meta.font(), cx.theme.text_2);
    let width = (galley.size().x + 10.0).max(HEIGHT).ceil();
    (galley, width)
}

/// How wide the caps of these keys are together.
pub fn caps_width(ui: &Ui, cx: &ViewContext<'_>, keys: &str) -> f32 {
    caps(keys).into_iter().map(|key| cap(ui, cx, key).1 + GAP).sum()
}

/// Keys as they look on a keyboard, one cap for each; answers how wide they are. Painted from `at` to the left.
pub fn key_caps(ui: &Ui, cx: &ViewContext<'_>, at: egui::Pos2, keys: &str) -> f32 {
    let mut right = at.x;
    for key in caps(keys).into_iter().rev() {
        let (galley, width) = cap(ui, cx, key);
        let rect = Rect::from_min_size(pos2(right - width, at.y - HEIGHT / 2.0), vec2(width, HEIGHT));
        let edge = Stroke::new(1.0, cx.theme.line_strong);
        let corner = CornerRadius::same(radius::BAR);
        ui.painter().rect(rect, corner, cx.theme.field, edge, egui::StrokeKind::Inside);
        let text = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        ui.painter().galley(text.min.round(), galley, cx.theme.text_2);
        right -= width + GAP;
    }
    at.x - right
}

/// `Ctrl+Shift+Z` as the keys it consists of; a plus may be one of them.
fn caps(keys: &str) -> Vec<&str> {
    let mut caps = Vec::new();
    let mut rest = keys;
    while let Some(end) = rest.char_indices().skip(1).find(|&(_, c)| c == '+').map(|(at, _)| at) {
        if end + 1 == rest.len() {
            break;
        }
        caps.push(&rest[..end]);
        rest = &rest[end + 1..];
    }
    if !rest.is_empty() {
        caps.push(rest);
    }
    caps
}

#[cfg(test)]
mod tests {
    use super::caps;

    #[test]
    fn keys_come_apart() {
        assert_eq!(caps("Ctrl+Shift+Z"), ["Ctrl", "Shift", "Z"]);
        assert_eq!(caps("Ctrl++"), ["Ctrl", "+"]);
        assert_eq!(caps("+"), ["+"]);
        assert_eq!(caps("F1"), ["F1"]);
        assert_eq!(caps(""), Vec::<&str>::new());
    }
}
