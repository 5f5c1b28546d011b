//! The navigator folded to a rail: a sign and a word for each table, and the tray.

use egui::{
    Align2, CornerRadius, FontId, Id, Rect, Response, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, radius, size};

use super::lines::Table;

/// How wide the rail is.
pub const WIDTH: f32 = 60.0;
const ENTRY: f32 = 40.0;
const GAP: f32 = 4.0;

/// Draws it; answers which table is to be opened.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) -> Option<Table> {
    let area = ui.max_rect();
    let place = |at: usize| {
        let top = area.top() + 8.0 + at as f32 * (ENTRY + GAP);
        Rect::from_min_size(pos2(area.left() + 2.0, top), vec2(area.width() - 4.0, ENTRY))
    };
    let open = Entry { icon: icons::PANEL_LEFT, word: cx.text("rail-open"), name: cx.text("command-navigator") };
    if open.ui(ui, cx, place(0)).clicked() {
        cx.run(UiCommand::ToggleNavigator);
    }
    let tray = Rect::from_min_max(pos2(area.left(), area.bottom() - ENTRY - 14.0), area.max);
    let mut asked = None;
    for (at, table) in Table::ALL.into_iter().enumerate() {
        let rect = place(at + 1);
        if rect.bottom() > tray.top() {
            break;
        }
        let entry = Entry { icon: table.icon(), word: cx.text(table.short_name()), name: cx.text(table.name()) };
        if entry.ui(ui, cx, rect).clicked() {
            asked = Some(table);
        }
    }
    gesture.set_tray(tray);
    if gesture.is_over_tray() {
        ui.painter().rect_filled(tray, 0.0, cx.theme.accent_soft);
        let edge = Stroke::new(2.0, cx.theme.accent);
        ui.painter().rect_stroke(tray, 0.0, edge, egui::StrokeKind::Inside);
    }
    let word = format!("{} {}", cx.text("tray-title"), cx.index().waiting().len());
    let entry = Entry { icon: icons::INBOX, word: &word, name: &word };
    let rect = Rect::from_min_size(pos2(area.left() + 2.0, area.bottom() - ENTRY - 6.0), vec2(WIDTH - 4.0, ENTRY));
    if entry.ui(ui, cx, rect).clicked() {
        cx.run(UiCommand::ToggleNavigator);
    }
    asked
}

/// A sign with a word under it.
struct Entry<'a> {
    icon: &'a str,
    word: &'a str,
    name: &'a str,
}

impl Entry<'_> {
    fn ui(&self, ui: &Ui, cx: &ViewContext<'_>, rect: Rect) -> Response {
        let response = ui.interact(rect, Id::unique(("navigator rail", self.icon)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        let corner = CornerRadius::same(radius::CONTROL);
        if response.hovered() {
            ui.painter().rect_filled(rect, corner, cx.theme.field);
        }
        let at = pos2(rect.center().x, rect.top() + 12.0);
        ui.painter().text(at, Align2::CENTER_CENTER, self.icon, FontId::proportional(size::ICON), cx.theme.text_2);
        let word = RichText::new(self.word).font(Type::Meta.font()).color(cx.theme.text_2);
        let galley = elided(ui, word, rect.width());
        let at = pos2((rect.center().x - galley.size().x / 2.0).round(), rect.top() + 22.0);
        ui.painter().galley(at, galley, cx.theme.text_2);
        response.on_hover_text(self.name)
    }
}
