//! What windows look like: one over the dimmed desk, and one docked beside the plan. Titles stand on the surface.

use egui::emath::GuiRounding as _;
use egui::{
    Align, Area, CornerRadius, Frame, Id, Layout, Order, Rect, RichText, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::fields::small_icon_button;

pub use crate::app::widget::buttons::{filled_button, plain_button};
pub use crate::app::widget::caps::{caps_width, key_caps};

/// From the edge of a window to what is in it.
pub const PADDING: f32 = 20.0;
/// The height of a title, and of a line of buttons.
const TITLE: f32 = 52.0;
/// What stays free around a window over the desk.
const AROUND: f32 = 16.0;

/// A window over the dimmed desk.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Tells it from others.
    pub name: &'static str,
    /// Its title.
    pub title: &'a str,
    /// How large it is where there is room.
    pub size: Vec2,
}

impl Sheet<'_> {
    /// Draws it; what is in it is given the room below the title. Answers whether it stays open.
    pub fn show(self, ui: &Ui, cx: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) -> bool {
        let screen = ui.ctx().content_rect();
        let mut stays = true;
        // One layer for the veil and the window, so that neither can come before the other.
        let area = Area::new(Id::unique(("sheet", self.name))).order(Order::Middle).fixed_pos(screen.min);
        area.constrain(false).show(ui.ctx(), |ui| {
            // Keys stay in it as the pointer does: arrows do not lead to what is behind.
            ui.memory_mut(|memory| memory.set_modal_layer(ui.layer_id()));
            let veil = ui.interact(screen, Id::unique(("veil", self.name)), Sense::CLICK | Sense::DRAG);
            ui.painter().rect_filled(screen, 0.0, cx.theme.veil);
            ui.advance_cursor_after_rect(screen);
            let size = self.size.min(screen.size() - Vec2::splat(2.0 * AROUND));
            let rect = Rect::from_center_size(screen.center(), size).round_ui();
            // A little above the middle, where there is room.
            let rect = rect.translate(vec2(0.0, -((screen.height() - size.y) / 6.0 - AROUND / 3.0).max(0.0).round()));
            stays = !(veil.clicked() && veil.interact_pointer_pos().is_some_and(|at| !rect.contains(at)));
            let corner = CornerRadius::same(radius::DIALOG);
            let surface = Frame::new().fill(cx.theme.raised).corner_radius(corner).shadow(shadow(cx));
            let surface = surface.stroke(Stroke::new(1.0, cx.theme.line_strong));
            ui.painter().add(surface.paint(rect));
            let mut ui = ui.new_child(UiBuilder::new().id_salt(self.name).max_rect(rect));
            ui.set_clip_rect(rect);
            let title = rect.with_max_y(rect.top() + TITLE);
            stays &= title_ui(&mut ui, cx, title, self.title);
            let below = Rect::from_min_max(pos2(rect.left(), title.bottom()), rect.max);
            content(&mut ui.new_child(UiBuilder::new().id_salt("content").max_rect(below)));
        });
        stays
    }

    /// Asks for something in it, until that is answered or it is closed; `content` says whether it is answered.
    pub fn ask<T>(
        self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        asked: &mut Option<T>,
        content: impl FnOnce(&mut T, &mut Ui) -> bool,
    ) {
        let Some(open) = asked else { return };
        let mut is_answered = false;
        let stays = self.show(ui, cx, |ui| is_answered = content(open, ui));
        if !stays || is_answered {
            *asked = None;
        }
    }
}

/// The shadow of what floats.
pub fn shadow(cx: &ViewContext<'_>) -> egui::Shadow {
    egui::Shadow { offset: [0, 8], blur: 28, spread: 0, color: cx.theme.shadow_menu }
}

/// A window docked beside the plan, in the place of the inspector. Answers whether it stays open.
pub fn docked(ui: &mut Ui, cx: &ViewContext<'_>, title: &str, content: impl FnOnce(&mut Ui)) -> bool {
    let area = ui.max_rect();
    let head = area.with_max_y(area.top() + 44.0);
    let stays = title_ui(ui, cx, head, title);
    let below = Rect::from_min_max(pos2(area.left() + 16.0, head.bottom()), area.max - vec2(12.0, 8.0));
    content(&mut ui.new_child(UiBuilder::new().id_salt(("docked", title)).max_rect(below)));
    stays
}

/// A title, and a button that closes; whether it was not clicked.
fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect, title: &str) -> bool {
    let padding = if rect.height() < TITLE { 16.0 } else { PADDING };
    let inner = rect.shrink2(vec2(padding, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().id_salt("title").max_rect(inner).layout(layout));
    let closes = small_icon_button(&mut ui, icons::X, cx.text("button-close")).clicked();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let text = RichText::new(title).font(Type::Title.font()).color(cx.theme.text);
        ui.add(egui::Label::new(text).truncate());
    });
    !closes
}

/// The room for a line of buttons at the foot of a window, and what is left above.
pub fn with_foot(ui: &Ui, cx: &ViewContext<'_>) -> (Rect, Rect) {
    let area = ui.max_rect();
    let split = area.bottom() - TITLE;
    ui.painter().hline(area.x_range(), split + 0.5, Stroke::new(1.0, cx.theme.line));
    let foot = Rect::from_min_max(pos2(area.left() + PADDING, split), area.max - vec2(PADDING, 0.0));
    (area.with_max_y(split), foot)
}
