//! Quiet rows: sign, name and value of a property, without boxes. A row lights up under the pointer and the keyboard, and a
//! field in it gets its border when it is edited.

use egui::{
    Align, Align2, Color32, CornerRadius, Id, Layout, Rect, Response, RichText, Role, Sense, Shape, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, tip, wrapped};
use crate::app::style::{BlockColors, Type, icons, radius, size};
use crate::app::widget::focus;
use crate::app::widget::signs::swatch;
use crate::model::Language;

/// Between the edges of the inspector and what stands in it.
pub const MARGIN: f32 = 16.0;
/// So much further than its text a row lights up.
const BLEED: f32 = 8.0;
/// Between a value and the border that it gets when it is edited.
pub const INSET: f32 = 6.0;

/// How wide names are: wider in Russian, and narrower where there is little room.
#[must_use]
pub fn name_width(cx: &ViewContext<'_>, room: f32) -> f32 {
    match (cx.settings.language, room < 244.0) {
        (Language::Russian, false) => 86.0,
        (Language::Russian, true) => 80.0,
        (_, false) => 72.0,
        (_, true) => 64.0,
    }
}

/// A row: its sign, its name and what `value` draws. Returns what that returns, and the whole row.
pub fn property_ui<R>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (icon, name): (&str, &str),
    value: impl FnOnce(&mut Ui) -> R,
) -> (R, Rect) {
    let ground = ui.painter().add(Shape::Noop);
    let row = ui.available_rect_before_wrap();
    let name_width = name_width(cx, row.width());
    let left = row.left() + size::ICON + 8.0 + name_width + 8.0 - INSET;
    let cell = Rect::from_min_max(pos2(left, row.top()), pos2(row.right() + INSET, row.bottom()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(cell).layout(Layout::top_down(Align::Min)));
    quiet(&mut child);
    let shown = value(&mut child);
    let bottom = child.min_rect().bottom().max(row.top() + size::ROW);
    let rect = Rect::from_min_max(row.min, pos2(row.right(), bottom));
    let middle = row.top() + size::ROW / 2.0;
    let theme = cx.theme;
    let color = if ui.is_enabled() { theme.text_3 } else { theme.text_3.gamma_multiply(0.6) };
    let at = pos2(row.left() + size::ICON / 2.0, middle + 1.5);
    ui.painter().text(at, Align2::CENTER_CENTER, icon, egui::FontId::proportional(size::ICON), color);
    let name = elided(ui, RichText::new(name).font(Type::Small.font()), name_width + 4.0);
    let at = pos2(row.left() + size::ICON + 8.0, middle - name.size().y / 2.0);
    ui.painter().galley(at, name, theme.text_2);
    ui.advance_cursor_after_rect(rect);
    let lit = rect.expand2(vec2(BLEED, 0.0));
    if ui.is_enabled() && ui.rect_contains_pointer(lit) {
        ui.painter().set(ground, Shape::rect_filled(lit, f32::from(radius::CONTROL), theme.field));
    }
    (shown, rect)
}

/// What stands in a row has no ground and no border of its own, until it is edited.
fn quiet(ui: &mut Ui) {
    let spacing = ui.spacing_mut();
    spacing.item_spacing = vec2(4.0, 0.0);
    spacing.button_padding = vec2(INSET, 4.0);
    spacing.interact_size.y = size::ROW;
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.open] {
        state.weak_bg_fill = Color32::TRANSPARENT;
        state.bg_stroke = Stroke::NONE;
    }
}

/// A swatch beside a value.
pub const SWATCH: egui::Vec2 = vec2(18.0, 16.0);

/// A value that a click changes: what it is, weaker what explains it, and a sign while it is lit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Value<'a> {
    /// What the value is of, for screen readers; the value itself where it is empty.
    pub name: &'a str,
    /// The value.
    pub text: &'a str,
    /// What explains it.
    pub detail: &'a str,
    /// Stands before it.
    pub icon: &'a str,
    /// Colours and a sign that stand before it as they do where kinds are explained.
    pub swatch: Option<(BlockColors, &'a str)>,
    /// Whether it stands for nothing, such as *Different*.
    pub is_weak: bool,
    /// Whether it is one of a list.
    pub is_choice: bool,
    /// Whether it takes a second line before something of it is lost; then it has no `detail` and no `icon`.
    pub is_whole: bool,
}

impl Value<'_> {
    /// Draws it as wide as there is room.
    pub fn ui(self, ui: &mut Ui, cx: &ViewContext<'_>) -> Response {
        let lines = self.is_whole.then(|| self.lines(ui)).flatten();
        let height = lines.as_ref().map_or(size::ROW, |lines| (lines.size().y + 8.0).max(size::ROW));
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let enabled = ui.is_enabled();
        let (role, name) = (if self.is_choice { Role::ComboBox } else { Role::Button }, self.name);
        response.widget_info(|| {
            if name.is_empty() {
                return WidgetInfo::labeled(role, enabled, self.text);
            }
            let mut info = WidgetInfo::labeled(role, enabled, name);
            info.current_text_value = Some(self.text.to_owned());
            info
        });
        let theme = cx.theme;
        let lit = enabled && (response.hovered() || response.has_focus());
        if response.has_focus() {
            let stroke = Stroke::new(1.0, theme.focus);
            let corner = CornerRadius::same(radius::CONTROL);
            ui.painter().rect(rect, corner, theme.panel, stroke, egui::StrokeKind::Inside);
        }
        let mut room = rect.width() - 2.0 * INSET - if lit { 16.0 } else { 0.0 };
        let mut left = rect.left() + INSET;
        let color = match (enabled, self.is_weak) {
            (false, _) => theme.text_2,
            (true, true) => theme.text_3,
            (true, false) => theme.text,
        };
        if let Some(shown) = self.swatch {
            swatch(ui, Rect::from_min_size(pos2(left, rect.center().y - 8.0), SWATCH), shown);
            left += SWATCH.x + 6.0;
            room -= SWATCH.x + 6.0;
        }
        if !self.icon.is_empty() {
            let at = pos2(left + 7.0, rect.center().y + 1.5);
            let font = egui::FontId::proportional(size::SMALL_ICON);
            ui.painter().text(at, Align2::CENTER_CENTER, self.icon, font, theme.text_2);
            left += 20.0;
            room -= 20.0;
        }
        let text = lines.unwrap_or_else(|| {
            let whole = elided(ui, RichText::new(self.text).font(Type::Body.font()), room);
            // Somewhat smaller before something is lost.
            let smaller = whole.elided.then(|| elided(ui, RichText::new(self.text).font(Type::Small.font()), room));
            smaller.unwrap_or(whole)
        });
        let (width, cut) = (text.size().x, text.elided);
        ui.painter().galley(pos2(left, rect.center().y - text.size().y / 2.0), text, color);
        let rest = room - width - 6.0;
        let text = elided(ui, RichText::new(self.detail).font(Type::Small.font()), rest.max(0.0));
        // A letter or two of it would tell nothing.
        if !self.detail.is_empty() && !cut && rest > 0.0 && (!text.elided || rest >= 60.0) {
            let at = pos2(left + width + 6.0, rect.center().y - text.size().y / 2.0 + 0.5);
            ui.painter().galley(at, text, theme.text_3);
        }
        if lit {
            let at = pos2(rect.right() - INSET - 6.0, rect.center().y + 1.5);
            ui.painter().text(at, Align2::CENTER_CENTER, icons::CHEVRON_DOWN, Type::Small.font(), theme.text_2);
        }
        let tip_text = match (self.text.is_empty(), self.detail.is_empty()) {
            (_, true) => self.text.to_owned(),
            (true, false) => self.detail.to_owned(),
            (false, false) => format!("{} · {}", self.text, self.detail),
        };
        tip(response, &tip_text).on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    /// The value on two lines, if one is too short for it also while it is lit.
    fn lines(&self, ui: &Ui) -> Option<std::sync::Arc<egui::Galley>> {
        let room = ui.available_width() - 2.0 * INSET - 16.0;
        let small = RichText::new(self.text).font(Type::Small.font()).line_height(Some(Type::Small.line()));
        let one = elided(ui, small.clone(), room + 16.0);
        one.elided.then(|| wrapped(ui, small, room, 2))
    }
}

/// Small buttons at the right end of a line, each a sign and a name. They are always there for keyboard and screen reader,
/// and to be seen while the line is lit.
pub fn trailing(ui: &Ui, cx: &ViewContext<'_>, place: (Id, Rect), buttons: &[(&str, &str)]) -> Vec<Response> {
    trailing_ui(ui, cx, place, buttons, false)
}

/// The same beside a value: arrows lead from that to them, so that Tab goes on to the next property.
pub fn trailing_of(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (id, value): (Id, &Response),
    buttons: &[(&str, &str)],
) -> Vec<Response> {
    let responses = trailing_ui(ui, cx, (id, value.rect), buttons, value.has_focus());
    focus::note_beside(value, &responses);
    responses
}

fn trailing_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (id, line): (Id, Rect),
    buttons: &[(&str, &str)],
    is_lit: bool,
) -> Vec<Response> {
    let width = size::TARGET * buttons.len() as f32;
    let all = Rect::from_min_max(pos2(line.right() - width, line.top()), line.right_bottom());
    let place = |at: usize| {
        let left = all.left() + size::TARGET * at as f32;
        Rect::from_min_max(pos2(left, all.top()), pos2(left + size::TARGET, all.bottom()))
    };
    let enabled = ui.is_enabled();
    let responses: Vec<Response> = (0..buttons.len())
        .map(|at| {
            let sense = if enabled { Sense::click() } else { Sense::hover() };
            let response = ui.interact(place(at), id.with(at), sense);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, buttons[at].1));
            response
        })
        .collect();
    let has_focus = responses.iter().any(Response::has_focus);
    if enabled && (is_lit || has_focus || ui.rect_contains_pointer(line)) {
        ui.painter().rect_filled(all, 0.0, cx.theme.field);
        for (response, (icon, _)) in responses.iter().zip(buttons) {
            let theme = cx.theme;
            let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.text_2 };
            if response.has_focus() {
                let corner = CornerRadius::same(radius::CONTROL);
                let stroke = Stroke::new(1.0, theme.focus);
                ui.painter().rect_stroke(response.rect, corner, stroke, egui::StrokeKind::Inside);
            }
            let font = egui::FontId::proportional(size::SMALL_ICON);
            let at = response.rect.center() + vec2(0.0, 1.5);
            ui.painter().text(at, Align2::CENTER_CENTER, icon, font, color);
        }
    }
    responses.into_iter().zip(buttons).map(|(response, (_, name))| response.on_hover_text(*name)).collect()
}

/// A head of a section, with a count or a link at its right.
pub fn head_ui(ui: &mut Ui, text: &str, right: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), size::ROW), Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let galley = elided(ui, RichText::new(text).font(Type::Head.font()), ui.available_width());
            let label = ui.add(egui::Label::new(galley).show_tooltip_when_elided(false));
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        });
    });
}

/// A link, on as many lines of 16 points as it needs, and never lower than can be hit.
pub fn link_ui(ui: &mut Ui, cx: &ViewContext<'_>, text: &str, room: f32) -> Response {
    let rich = RichText::new(text).font(Type::Bar.font()).line_height(Some(Type::Bar.line()));
    let galley = wrapped(ui, rich, room, 4);
    let size = vec2(galley.size().x.max(size::TARGET), galley.size().y.max(16.0) + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let at = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
    let cut = galley.elided;
    let lit = response.hovered() || response.has_focus();
    if lit {
        for row in &galley.rows {
            let (left, y) = (at.x + row.pos.x, at.y + row.pos.y + row.row.size.y - 1.0);
            ui.painter().hline(left..=left + row.row.size.x, y, Stroke::new(1.0, cx.theme.accent));
        }
    }
    ui.painter().galley(at, galley, cx.theme.accent);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut { tip(response, text) } else { response }
}

/// A quiet chip that adds something.
pub fn chip_button(ui: &mut Ui, cx: &ViewContext<'_>, (icon, text): (&str, &str)) -> Response {
    let room = ui.max_rect().width() - 35.0;
    let galley = wrapped(ui, RichText::new(text).font(Type::Small.font()), room, 2);
    let width = 8.0 + 14.0 + 5.0 + galley.size().x + 8.0;
    let height = size::TARGET.max(galley.size().y + 8.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let theme = cx.theme;
    let lit = response.hovered() || response.has_focus();
    let fill = if lit { theme.accent_soft } else { theme.field };
    let stroke = if response.has_focus() { Stroke::new(1.0, theme.focus) } else { Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(radius::CONTROL), fill, stroke, egui::StrokeKind::Inside);
    let font = egui::FontId::proportional(size::SMALL_ICON);
    let at = pos2(rect.left() + 15.0, rect.center().y + 1.5);
    ui.painter().text(at, Align2::CENTER_CENTER, icon, font, theme.text_3);
    let at = pos2(rect.left() + 27.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, if lit { theme.text } else { theme.text_2 });
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
