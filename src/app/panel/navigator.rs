//! The navigator on the left: the tray of unscheduled sessions, and everything by which sessions are filtered.

use std::collections::BTreeSet;

use egui::{Align, Button, CornerRadius, Frame, Label, Layout, Margin, Rect, RichText, ScrollArea, Sense, Stroke, Ui};

use crate::model::{RowId, RowKind, Session, SessionId};
use crate::texts::{Value, dates, names};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::{Filter, folded};
use crate::app::gesture::Gesture;
use crate::app::paint::lettering::{elided, elided_ui, label_ui};
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::style::{fonts, icons};
use crate::app::widget::focus;
use crate::app::widget::menus::session_context_menu;
use crate::app::widget::tips;

/// What the navigator remembers.
#[derive(Debug)]
pub struct Navigator {
    open: [bool; TABLES.len()],
}

/// The tables one can filter by, in their order from top to bottom.
const TABLES: [(RowKind, &str); 6] = [
    (RowKind::Event, icons::CALENDAR_RANGE),
    (RowKind::Body, icons::USERS),
    (RowKind::Room, icons::DOOR),
    (RowKind::Person, icons::USER),
    (RowKind::Topic, icons::TAG),
    (RowKind::Document, icons::FILE_TEXT),
];

impl Default for Navigator {
    fn default() -> Self {
        Self { open: [true, true, false, false, false, false] }
    }
}

impl Navigator {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        Self::tray_ui(ui, cx, gesture);
        Frame::new()
            .inner_margin(Margin { left: 10, right: 10, top: 8, bottom: 2 })
            .show(ui, |ui| filter_field(ui, cx));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 6, right: 8, top: 0, bottom: 12 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                for (index, (kind, icon)) in TABLES.into_iter().enumerate() {
                    table_ui(ui, cx, (kind, icon), &mut self.open[index]);
                }
            });
        });
    }

    /// The tray takes sessions in and gives them out.
    fn tray_ui(ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        let over = gesture.is_over_tray();
        let fill = if over { cx.theme.accent_ground } else { cx.theme.ground };
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
                ui.label(RichText::new(icons::INBOX).color(cx.theme.weak_text));
                ui.label(RichText::new(cx.text("tray-title")).family(egui::FontFamily::Name(fonts::SEMIBOLD.into())));
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
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 38.0), Sense::click_and_drag());
    let selected = cx.selection.contains(session.id);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session)));
    focus::lends_to_sessions(&response);
    let colors = cx.session_colors(session);
    let painter = ui.painter();
    let stroke = if selected { Stroke::new(2.0, cx.theme.accent) } else { Stroke::NONE };
    painter.rect(rect, 5.0, colors.fill, stroke, egui::StrokeKind::Inside);
    painter.rect_filled(Rect::from_min_size(rect.min, egui::vec2(3.0, rect.height())), 2.0, colors.bar);
    let inner = rect.shrink2(egui::vec2(10.0, 3.0));
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

fn table_ui(ui: &mut Ui, cx: &ViewContext<'_>, (kind, icon): (RowKind, &str), open: &mut bool) {
    let rows = rows(cx, kind);
    let name = cx.text(names::rows(kind));
    let chosen = cx.filter.rows.iter().filter(|row| row.kind() == kind).count();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let chevron = if *open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let title =
            RichText::new(format!("{chevron} {icon} {name}")).family(egui::FontFamily::Name(fonts::MEDIUM.into()));
        let response = ui.add(Button::new(title).frame_when_inactive(false));
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, *open, name));
        if response.clicked() {
            *open = !*open;
        }
        ui.weak(if chosen > 0 { format!("{chosen}/{}", rows.len()) } else { rows.len().to_string() });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(command) = add_command(kind) {
                crate::app::widget::menus::icon_button(ui, cx, icons::PLUS, command, true);
            }
        });
    });
    if !*open {
        return;
    }
    if rows.is_empty() {
        ui.indent(kind as usize, |ui| ui.weak(cx.text("table-empty")));
    }
    for (row, depth) in rows {
        row_ui(ui, cx, row, depth);
    }
}

fn add_command(kind: RowKind) -> Option<UiCommand> {
    match kind {
        RowKind::Event => Some(UiCommand::AddEvent),
        RowKind::Body => Some(UiCommand::AddBody),
        RowKind::Room => Some(UiCommand::AddRoom),
        _ => None,
    }
}

/// One row: the box filters, the name selects.
fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, row: RowId, depth: usize) {
    let title = phrases::row_title(cx, row);
    let selected = cx.selection.focus == Some(row);
    ui.horizontal(|ui| {
        ui.add_space(8.0 + depth as f32 * 12.0);
        let mut on = cx.filter.rows.contains(&row);
        let box_label = cx.texts.text_with("filter-by", &[("what", Value::from(&title))]);
        let check = ui.checkbox(&mut on, "");
        check.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &box_label));
        if check.on_hover_text(&box_label).changed() {
            let mut filter = cx.filter.clone();
            if on {
                filter.rows.insert(row)
            } else {
                filter.rows.remove(&row)
            };
            cx.act(Action::Filter(filter));
        }
        let text = RichText::new(&title).color(if selected { cx.theme.accent } else { cx.theme.text });
        let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x;
        let button = Button::selectable(selected, elided(ui, text, room));
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, &title));
        if response.clicked() {
            cx.select(row);
        }
        if response.double_clicked() {
            cx.act(Action::Reveal(row));
        }
        response.on_hover_ui(|ui| {
            label_ui(ui, &title);
            if let RowId::Event(id) = row
                && let Some(event) = cx.plan.events().get(id)
            {
                ui.weak(phrases::event_dates(cx, event.dates));
                label_ui(ui, RichText::new(cx.title(&event.place)).weak());
            }
        });
    });
}

/// The rows of a table with how deep each is indented, those that match the words of the filter where there are any.
fn rows(cx: &ViewContext<'_>, kind: RowKind) -> Vec<(RowId, usize)> {
    let plan = cx.plan;
    let rows: Vec<(RowId, usize)> = match kind {
        RowKind::Event => cx.index().events().iter().map(|&id| (id.into(), 0)).collect(),
        RowKind::Body => cx.index().bodies().iter().map(|&(id, depth)| (id.into(), depth)).collect(),
        RowKind::Room => cx.index().rooms().iter().map(|&id| (id.into(), 0)).collect(),
        RowKind::Person => plan.people().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Topic => plan.topics().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Document => plan.documents().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Session | RowKind::Statement | RowKind::Note | RowKind::Rule | RowKind::Waiver => Vec::new(),
    };
    let words = folded(cx.filter.words.trim());
    let chosen = |row: &RowId| cx.filter.rows.contains(row) || cx.selection.focus == Some(*row);
    let matches =
        |row: &RowId| words.is_empty() || chosen(row) || folded(&phrases::row_title(cx, *row)).contains(&words);
    let mut kept: Vec<_> = rows.iter().copied().filter(|(row, _)| matches(row)).collect();
    // Where no name matches, the words are about sessions.
    if kept.is_empty() {
        kept = rows;
    }
    kept
}
