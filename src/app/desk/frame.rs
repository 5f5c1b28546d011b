//! The frame of the desk: lines of fixed heights across it, and panels beside the view whose widths are remembered.

use egui::containers::panel::PanelState;
use egui::{Align, Color32, Frame, IdSalt, Layout, Panel, Pos2, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::app::context::ViewContext;
use crate::app::settings::Width;
use crate::app::widget::focus::{self, Area};

/// The room at both ends of a line.
const PADDING: f32 = 12.0;

/// A line across the desk, of a fixed height, with an edge towards the view.
pub(super) struct Line {
    name: &'static str,
    height: f32,
    fill: Color32,
    is_below: bool,
    area: Area,
}

impl Line {
    /// One above the view.
    pub fn above(name: &'static str, height: f32, fill: Color32) -> Self {
        Self { name, height, fill, is_below: false, area: Area::TopLine }
    }

    /// One below the view.
    pub fn below(name: &'static str, height: f32, fill: Color32) -> Self {
        Self { is_below: true, ..Self::above(name, height, fill) }
    }

    /// As this part of the desk.
    pub fn of(self, area: Area) -> Self {
        Self { area, ..self }
    }

    /// Draws it; what is in it stands in the middle of its height.
    pub fn ui(self, ui: &mut Ui, cx: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) {
        let panel = if self.is_below { Panel::bottom(self.name) } else { Panel::top(self.name) };
        let panel = panel.frame(Frame::new().fill(self.fill)).exact_size(self.height);
        panel.resizable(false).show_separator_line(false).show(ui, |ui| {
            let rect = ui.max_rect();
            let layout = Layout::left_to_right(Align::Center);
            let builder = UiBuilder::new().max_rect(rect.shrink2(vec2(PADDING, 0.0))).layout(layout);
            focus::note_area(ui, cx, self.area);
            content(&mut ui.new_child(builder));
            ui.advance_cursor_after_rect(rect);
            let edge = if self.is_below { rect.top() + 0.5 } else { rect.bottom() - 0.5 };
            ui.painter().hline(rect.x_range(), edge, Stroke::new(1.0, cx.theme.line_strong));
        });
    }
}

/// A panel on the left, folded to a rail of this width.
pub(super) fn rail(ui: &mut Ui, cx: &ViewContext<'_>, width: f32, content: impl FnOnce(&mut Ui)) {
    let panel = Panel::left("rail").frame(Frame::new().fill(cx.theme.ground)).exact_size(width);
    panel.resizable(false).show_separator_line(false).show(ui, |ui| {
        let rect = ui.max_rect();
        let edge = rect.right() - 0.5;
        focus::note_area(ui, cx, Area::Navigator);
        content(&mut ui.new_child(UiBuilder::new().max_rect(rect.with_max_x(edge - 0.5))));
        ui.advance_cursor_after_rect(rect);
        ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, cx.theme.line_strong));
    });
}

/// How wide a window beside the plan is.
const DOCK: f32 = 340.0;

/// A window beside the plan, in the place of the inspector.
pub(super) fn dock(ui: &mut Ui, cx: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) {
    let panel = Panel::right("dock").frame(Frame::new().fill(cx.theme.ground)).exact_size(DOCK);
    panel.resizable(false).show_separator_line(false).show(ui, |ui| {
        let rect = ui.max_rect();
        let edge = rect.left() + 0.5;
        focus::note_area(ui, cx, Area::Inspector);
        content(&mut ui.new_child(UiBuilder::new().max_rect(rect.with_min_x(edge + 0.5))));
        ui.advance_cursor_after_rect(rect);
        ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, cx.theme.line_strong));
    });
}

/// A panel beside the view. Its width is what the planner made it, or the usual one for such a window.
pub(super) struct Beside {
    name: &'static str,
    width: Width,
    is_right: bool,
    window: f32,
}

impl Beside {
    /// One on the left.
    pub fn left(name: &'static str, width: Width, window: f32) -> Self {
        Self { name, width, is_right: false, window }
    }

    /// One on the right.
    pub fn right(name: &'static str, width: Width, window: f32) -> Self {
        Self { is_right: true, ..Self::left(name, width, window) }
    }

    /// Draws it; answers the width that it is being given, if it is.
    pub fn ui(self, ui: &mut Ui, cx: &ViewContext<'_>, open: &mut bool, content: impl FnOnce(&mut Ui)) -> Option<f32> {
        let wanted = self.width.of(cx.settings, self.window);
        // egui keeps a width of its own; the one in the settings counts.
        let outer_rect = Rect::from_min_size(Pos2::ZERO, vec2(wanted, 0.0));
        let id = ui.scope_id().with_salt(IdSalt::new(self.name));
        ui.data_mut(|data| data.insert_persisted(id, PanelState { outer_rect }));
        let room = ui.available_width();
        let panel = if self.is_right { Panel::right(self.name) } else { Panel::left(self.name) };
        let panel = panel
            .frame(Frame::new().fill(cx.theme.ground))
            .size_range(self.width.least..=self.width.most)
            .show_separator_line(false);
        let shown = panel.show_collapsible(ui, open, |ui| {
            let rect = ui.max_rect();
            let edge = if self.is_right { rect.left() + 0.5 } else { rect.right() - 0.5 };
            let within = if self.is_right { rect.with_min_x(edge + 0.5) } else { rect.with_max_x(edge - 0.5) };
            focus::note_area(ui, cx, if self.is_right { Area::Inspector } else { Area::Navigator });
            // What is in a panel must not widen it, or it would creep from frame to frame.
            content(&mut ui.new_child(UiBuilder::new().max_rect(within)));
            ui.advance_cursor_after_rect(rect);
            ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, cx.theme.line_strong));
        });
        let width = shown?.response.rect.width();
        let is_other = (width - wanted).abs() >= 1.0 && width < room;
        is_other.then_some(width)
    }
}
