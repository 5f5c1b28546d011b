//! The navigator on the left: the tray of unscheduled sessions, and everything by which sessions are filtered.
//!
//! Which rows there are is worked out once per change ([`lines`]), and only rows in sight are laid out.

mod lines;

use std::collections::BTreeSet;

use egui::{
    Align, Button, CornerRadius, Frame, Id, Label, Layout, Margin, Rect, RichText, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, pos2, vec2,
};

use crate::model::{RowId, RowKind, Session, SessionId};
use crate::texts::{Value, dates, names};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::gesture::Gesture;
use crate::app::paint::text::{elided, elided_ui, label_ui};
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::style::{Type, icons};
use crate::app::widget::focus;
use crate::app::widget::menus::session_context_menu;
use crate::app::widget::tips;
use lines::{Lines, Section};

/// What the navigator remembers.
#[derive(Debug, Default)]
pub struct Navigator {
    lines: Lines,
}

/// The pitch of rows, in points: whole, so that the ten-thousandth is sharp too.
const ROW: f32 = 27.0;
/// The height of a heading, with what is left free above it.
const HEAD: f32 = 33.0;
/// What is left free above a heading.
const ABOVE: f32 = 6.0;
/// Between lines.
const GAP: f32 = 1.0;

impl Navigator {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        Self::tray_ui(ui, cx, gesture);
        Frame::new()
            .inner_margin(Margin { left: 10, right: 10, top: 8, bottom: 2 })
            .show(ui, |ui| filter_field(ui, cx));
        self.lines.follow(cx);
        let lines = &self.lines;
        let opened =
            ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, sight| lines_ui(ui, cx, lines, sight));
        if let Some(kind) = opened.inner {
            self.lines.toggle(kind);
        }
    }

    /// The tray takes sessions in and gives them out.
    fn tray_ui(ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        let over = gesture.is_over_tray();
        let fill = if over { cx.theme.accent_soft } else { cx.theme.ground };
        let line = if over { cx.theme.accent } else { cx.theme.line };
        let frame = Frame::new()
            .fill(fill)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(CornerRadius::same(8))
            .outer_margin(Margin { left: 10, right: 10, top: 8, bottom: 0 })
            .inner_margin(Margin::same(8));
        let waiting = cx.index().waiting();
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(RichText::new(icons::INBOX).color(cx.theme.text_2));
                ui.label(RichText::new(cx.text("tray-title")).font(Type::Head.font()));
                if !waiting.is_empty() {
                    ui.weak(waiting.len().to_string());
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    crate::app::widget::menus::icon_button(ui, cx, icons::PLUS, UiCommand::AddSession, true);
                });
            });
            if waiting.is_empty() {
                ui.weak(cx.text("tray-empty"));
                return;
            }
            let height = (waiting.len() as f32 * 44.0).min(ui.available_height() * 0.35).max(60.0);
            ScrollArea::vertical().id_salt("tray").max_height(height).show_rows(
                ui,
                38.0,
                waiting.len(),
                |ui, range| {
                    let ids = waiting.iter().skip(range.start).take(range.len());
                    for session in ids.filter_map(|&id| cx.plan.sessions().get(id)) {
                        tray_entry(ui, cx, gesture, session);
                    }
                },
            );
        });
        gesture.set_tray(shown.response.rect);
    }
}

fn tray_entry(ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture, session: &Session) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::click_and_drag());
    let selected = cx.selection.contains(session.id);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session)));
    focus::lends_to_sessions(&response);
    let colors = cx.session_colors(session);
    let painter = ui.painter();
    let stroke = if selected { Stroke::new(2.0, cx.theme.accent) } else { Stroke::NONE };
    painter.rect(rect, 5.0, colors.fill, stroke, egui::StrokeKind::Inside);
    painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 2.0, colors.bar);
    let inner = rect.shrink2(vec2(10.0, 3.0));
    let length = dates::length_text(cx.texts, session.planned_length.mins());
    let codes = cx.body_codes(session);
    let detail = if codes.is_empty() { length } else { format!("{length} · {codes}") };
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        elided_ui(ui, RichText::new(cx.session_title(session)).color(colors.text));
        ui.add(Label::new(RichText::new(detail).small().color(colors.weak_text)).truncate());
    });
    if response.drag_started_by(egui::PointerButton::Primary) {
        let ids = if selected {
            let waits = |id: &SessionId| cx.plan.sessions().get(*id).is_some_and(|session| session.placement.is_none());
            cx.selection.sessions.iter().copied().filter(waits).collect()
        } else {
            cx.act(Action::Select(Selection::only(session.id.into())));
            BTreeSet::from([session.id])
        };
        gesture.start_from_tray(cx, ids);
    } else if response.clicked() && ui.input(|input| input.modifiers.command || input.modifiers.shift) {
        cx.act(Action::Toggle(session.id));
    } else if response.clicked() || (response.gained_focus() && !selected) {
        cx.select(session.id);
    }
    session_context_menu(&response, cx, session.id);
    if response.hovered() && !gesture.is_dragging() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
        tips::session_tip(&response, cx, session);
    }
}

fn filter_field(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.horizontal(|ui| {
        let mut filter = cx.filter.clone();
        // Room for the button that clears it, and the margins of the field itself.
        let width = ui.available_width() - if cx.filter.is_empty() { 0.0 } else { 52.0 };
        let field =
            egui::TextEdit::singleline(&mut filter.words).hint_text(cx.text("filter-hint")).desired_width(width);
        let response = ui.add(field).accessible_name(cx.text("filter-hint"));
        if response.changed() {
            cx.act(Action::Filter(filter.clone()));
        }
        if !cx.filter.is_empty() {
            let button = ui.add(Button::new(icons::X).frame_when_inactive(false));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("filter-clear")));
            if button.on_hover_text(cx.text("filter-clear")).clicked() {
                cx.act(Action::Filter(Filter::default()));
            }
        }
    });
}

/// Lays out what is in sight; returns the table that was opened or closed.
fn lines_ui(ui: &mut Ui, cx: &ViewContext<'_>, lines: &Lines, sight: Rect) -> Option<RowKind> {
    let area = ui.max_rect();
    let (left, right) = (area.left() + 6.0, area.right() - 8.0);
    // Counted from what is in sight: the top of a long list is too far away for numbers of this precision.
    let upper = ui.clip_rect().top();
    let place = |top: f32, height: f32| {
        let top = upper + (top - sight.top());
        Rect::from_min_max(pos2(left, top), pos2(right, top + height - GAP))
    };
    let mut toggled = None;
    let mut top = 0.0;
    for section in lines.sections() {
        if top < sight.bottom() && top + HEAD > sight.top() {
            let rect = place(top + ABOVE, HEAD - ABOVE);
            if line(ui, rect, section.kind, |ui| head_ui(ui, cx, section)) {
                toggled = Some(section.kind);
            }
        }
        top += HEAD;
        let count = section.rows.len();
        let at = |y: f32| ((y - top) / ROW).floor().max(0.0) as usize;
        for index in at(sight.top()).min(count)..(at(sight.bottom()) + 1).min(count) {
            let (row, depth) = section.rows[index];
            row_ui(ui, cx, place(top + index as f32 * ROW, ROW), row, depth);
        }
        top += count as f32 * ROW;
        if section.is_open && count == 0 {
            if top < sight.bottom() && top + ROW > sight.top() {
                line(ui, place(top, ROW), ("empty", section.kind), |ui| {
                    ui.add_space(18.0);
                    ui.weak(cx.text("table-empty"));
                });
            }
            top += ROW;
        }
    }
    ui.allocate_space(vec2(area.width(), top + 12.0));
    toggled
}

/// One line, at its place.
fn line<R>(ui: &mut Ui, rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    add(&mut ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout)))
}

/// The heading of a table; returns whether it was clicked.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, section: &Section) -> bool {
    let Section { kind, icon, count, is_open, .. } = *section;
    let name = cx.text(names::rows(kind));
    let chosen = cx.filter.rows.iter().filter(|row| row.kind() == kind).count();
    let chevron = if is_open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
    let title = RichText::new(format!("{chevron} {icon} {name}")).font(Type::Strong.font());
    let response = ui.add(Button::new(title).frame_when_inactive(false));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, is_open, name));
    ui.weak(if chosen > 0 { format!("{chosen}/{count}") } else { count.to_string() });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(command) = add_command(kind) {
            crate::app::widget::menus::icon_button(ui, cx, icons::PLUS, command, true);
        }
    });
    response.clicked()
}

fn add_command(kind: RowKind) -> Option<UiCommand> {
    match kind {
        RowKind::Event => Some(UiCommand::AddEvent),
        RowKind::Body => Some(UiCommand::AddBody),
        RowKind::Room => Some(UiCommand::AddRoom),
        _ => None,
    }
}

/// One row: the box filters, the name selects. Painted by hand, because a screen is full of them.
fn row_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, row: RowId, depth: usize) {
    let title = phrases::row_title(cx, row);
    let left = rect.left() + 12.0 + depth as f32 * 12.0;
    let spacing = ui.spacing();
    let box_rect = rect.with_min_x(left).with_max_x(left + spacing.icon_width);
    box_ui(ui, cx, box_rect, row, &title);

    let room = rect.with_min_x(box_rect.right() + spacing.item_spacing.x);
    let galley = elided(ui, RichText::new(&title), room.width() - 2.0 * spacing.button_padding.x);
    let name = room.with_max_x(room.left() + galley.size().x + 2.0 * spacing.button_padding.x);
    let response = ui.interact(name, Id::unique(("navigator row", row)), Sense::click());
    let selected = cx.selection.focus == Some(row);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, &title));
    let visuals = ui.style().interact_selectable(&response, selected);
    if selected || response.hovered() || response.has_focus() {
        let (radius, fill, stroke) = (visuals.corner_radius, visuals.weak_bg_fill, visuals.bg_stroke);
        ui.painter().rect(name.expand(visuals.expansion), radius, fill, stroke, egui::StrokeKind::Inside);
    }
    let color = if selected { cx.theme.accent } else { cx.theme.text };
    let at = pos2(name.left() + spacing.button_padding.x, name.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
    if response.clicked() {
        cx.select(row);
    }
    if response.double_clicked() {
        cx.act(Action::Reveal(row));
    }
    if response.hovered() {
        response.on_hover_ui(|ui| {
            label_ui(ui, &title);
            if let RowId::Event(id) = row
                && let Some(event) = cx.plan.events().get(id)
            {
                ui.weak(phrases::event_dates(cx, event.dates));
                label_ui(ui, RichText::new(cx.title(&event.place)).weak());
            }
        });
    }
}

/// The box that filters by a row.
fn box_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, row: RowId, title: &str) {
    let response = ui.interact(rect, Id::unique(("navigator box", row)), Sense::click());
    let on = cx.filter.rows.contains(&row) != response.clicked();
    let label = || cx.texts.text_with("filter-by", &[("what", Value::from(title))]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, label()));
    let visuals = ui.style().interact(&response);
    let (small, big) = ui.spacing().icon_rectangles(rect);
    let (fill, stroke) = (visuals.bg_fill, visuals.bg_stroke);
    ui.painter().rect(big.expand(visuals.expansion), 3.0, fill, stroke, egui::StrokeKind::Inside);
    if on {
        let check = [small.left_center(), small.center_bottom(), small.right_top()];
        ui.painter().line(check.to_vec(), visuals.fg_stroke);
    }
    if response.clicked() {
        let mut filter = cx.filter.clone();
        if on {
            filter.rows.insert(row)
        } else {
            filter.rows.remove(&row)
        };
        cx.act(Action::Filter(filter));
    }
    if response.hovered() {
        response.on_hover_text(label());
    }
}
