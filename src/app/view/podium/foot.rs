//! What can be done, each with its key: the line at the foot of the podium.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::radius;
use crate::app::widget::caps::key_caps;
use crate::app::widget::cells::small;
use crate::texts::tid;

use super::Start;
use super::deeds::Press;

/// How high the line is, in points.
pub const HEIGHT: f32 = 40.0;

/// What is pressed, by which key, and the id of what that does.
const BUTTONS: [(Press, &str, &str); 10] = [
    (Press::Next, "→", tid("podium-next-speaker")),
    (Press::Back, "←", tid("podium-back")),
    (Press::More, "+", tid("podium-more")),
    (Press::Less, "−", tid("podium-less")),
    (Press::NotPresent, "N", tid("podium-not-present")),
    (Press::Pause, "P", tid("podium-pause")),
    (Press::Interrupt, "O", tid("podium-interrupt")),
    (Press::Swap, "W", tid("podium-swap")),
    (Press::Restart, "R", tid("podium-restart")),
    (Press::Close, "C", tid("podium-close")),
];

/// Draws it; answers what is clicked.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, start: Start, is_possible: impl Fn(Press) -> bool) -> Option<Press> {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, cx.theme.ground);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, cx.theme.line_strong));
    let first = (Press::Start, cx.text("key-space"), start.into());
    let mut left = rect.left() + 12.0;
    let mut pressed = None;
    for (press, key, id) in std::iter::once(first).chain(BUTTONS) {
        let is_enabled = is_possible(press);
        match button_ui(ui, cx, (key, cx.text(id)), (pos2(left, rect.top() + 6.0), rect.right()), is_enabled) {
            Some((right, clicked)) => {
                left = right + 6.0;
                if clicked && is_enabled {
                    pressed = Some(press);
                }
            }
            // Where there is no room, keys do it.
            None => break,
        }
    }
    pressed
}

/// A key and what it does; where it ends, and whether it was clicked. Nothing where there is no room.
fn button_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (key, name): (&str, &str),
    (at, most): (egui::Pos2, f32),
    is_enabled: bool,
) -> Option<(f32, bool)> {
    const HIGH: f32 = 28.0;
    let color = if is_enabled { cx.theme.text } else { cx.theme.text_3 };
    let words = crate::app::paint::text::elided(ui, small(name, color), 400.0);
    // Caps are painted from the right; how wide they are is known afterwards.
    let cap = ui.painter().layout_no_wrap(key.to_owned(), crate::app::style::Type::Meta.font(), color);
    let cap_width = (cap.size().x + 10.0).max(18.0).ceil();
    let rect = Rect::from_min_size(at, vec2(cap_width + words.size().x + 20.0, HIGH));
    if rect.right() > most - 6.0 {
        return None;
    }
    let response = ui.interact(rect, ui.scope_id().with_salt(egui::IdSalt::new(name)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, f32::from(radius::BAR), cx.theme.field);
    }
    key_caps(ui, cx, pos2(rect.left() + 6.0 + cap_width, rect.center().y), key);
    let y = rect.center().y - words.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + cap_width + 12.0, y.round()), words, color);
    Some((rect.right(), response.clicked()))
}
