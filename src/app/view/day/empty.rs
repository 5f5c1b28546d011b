//! The rooms without sessions: together one narrow column, which a click opens, and a drag that comes over it.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::layout::DayLayout;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::LaneKey;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::style::icons;
use crate::texts::Value;

/// Whether the empty rooms are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Empty {
    /// By a click.
    opened: bool,
    /// While something is dragged that came over them.
    lent: bool,
}

impl Empty {
    /// Whether they are open in this frame: also where something is shown in one of them.
    pub fn is_open(&mut self, cx: &ViewContext<'_>, gesture: &Gesture, layout: &DayLayout) -> bool {
        self.lent &= gesture.is_dragging();
        let shows = |(_, placement): &(_, crate::model::Placement)| {
            let is_empty = |room| {
                let column = layout.columns.iter().find(|column| column.key == LaneKey::Room(room));
                column.is_some_and(|column| column.places.is_empty())
            };
            placement.start.date() == layout.date && placement.rooms.iter().any(|&room| is_empty(room))
        };
        self.opened || self.lent || cx.preview.iter().any(shows)
    }

    /// Opens them for a room that is to be seen.
    pub fn open(&mut self) {
        self.opened = true;
    }

    /// The narrow column. `layout` has rooms that are empty.
    pub fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        (rect, layout, gesture): (Rect, &DayLayout, &Gesture),
    ) {
        let text = if self.opened || self.lent { cx.text("day-hide-empty").to_owned() } else { name(cx, layout) };
        let response = ui.interact(rect, Id::unique("day empty rooms"), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.opened, &text));
        if response.clicked() {
            self.opened = !self.opened;
        }
        let pointer = ui.input(|input| input.pointer.latest_pos());
        if gesture.is_dragging() && pointer.is_some_and(|pos| rect.contains(pos)) {
            self.lent = true;
            ui.ctx().request_repaint();
        }
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        let is_lit = response.hovered() || response.has_focus();
        blocks.rect(rect, if is_lit { cx.theme.field } else { cx.theme.shade });
        blocks.rect(rect.with_max_x(rect.left() + 1.0), cx.theme.line_strong);
        let icon = if self.opened { icons::CHEVRON_RIGHT } else { icons::CHEVRON_LEFT };
        let place = Rect::from_min_size(pos2(rect.left() + 6.0, rect.top() + 16.0), vec2(16.0, 16.0));
        blocks.text(icon, Face::Title, Setting { rect: place, max_lines: 1, color: cx.theme.text_3 });
        let length = rect.height() - 56.0;
        if length > 40.0 {
            let color = cx.theme.text_2;
            blocks.turned(pos2(rect.right() - 5.0, rect.top() + 48.0), true, |blocks| {
                let rect = Rect::from_min_size(egui::Pos2::ZERO, vec2(length, 14.0));
                blocks.text(&text, Face::Detail, Setting { rect, max_lines: 1, color });
            });
        }
        blocks.finish(&ui.painter_at(rect));
        if !gesture.is_dragging() {
            response.on_hover_text(names(cx, layout)).on_hover_cursor(egui::CursorIcon::PointingHand);
        }
    }
}

/// The titles of the empty rooms.
fn titles<'a>(cx: &'a ViewContext<'_>, layout: &'a DayLayout) -> impl Iterator<Item = &'a str> {
    let rooms = layout.columns.iter().filter(|column| column.places.is_empty()).filter_map(|column| match column.key {
        LaneKey::Room(id) => cx.plan.rooms().get(id),
        _ => None,
    });
    rooms.map(|room| cx.title(&room.title))
}

/// `Foyer + 5 more, empty`
fn name(cx: &ViewContext<'_>, layout: &DayLayout) -> String {
    let first = titles(cx, layout).next().unwrap_or_default();
    let more = layout.empty_rooms().saturating_sub(1);
    if more == 0 {
        return cx.texts.text_with("day-empty-room", &[("room", Value::from(first))]);
    }
    let more = more.to_string();
    cx.texts.text_with("day-empty-rooms", &[("room", Value::from(first)), ("more", Value::from(&more))])
}

fn names(cx: &ViewContext<'_>, layout: &DayLayout) -> String {
    const MOST: usize = 30;
    titles(cx, layout).take(MOST).collect::<Vec<_>>().join("\n")
}
