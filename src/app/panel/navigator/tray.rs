//! The tray below the navigator: sessions without a time.

use std::collections::BTreeSet;

use egui::{Label, Layout, Rect, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::model::{Session, SessionId};
use crate::texts::dates;

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::text::{elided, wrapped};
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::focus::{self, Area};
use crate::app::widget::menus::{command_entry, context_menu, entry, icon_button};
use crate::app::widget::rows::Sight;
use crate::app::widget::session::as_session;
use crate::app::widget::signs::sign_ui;
use crate::app::widget::tips;

/// A session in the tray.
const ENTRY: f32 = 40.0;
const GAP: f32 = 4.0;
const PADDING: f32 = 12.0;
/// Its height while nothing waits in it.
const EMPTY: f32 = 104.0;

/// How high the tray is in a navigator of this size.
pub fn height(ui: &Ui, cx: &ViewContext<'_>, navigator: egui::Vec2) -> f32 {
    let waiting = cx.index().waiting().len();
    let above = 8.0 + size::ROW + 4.0;
    if waiting == 0 {
        let text = RichText::new(cx.text("tray-empty")).font(Type::Small.font());
        let text = wrapped(ui, text, navigator.x - 2.0 * PADDING - 4.0, usize::MAX);
        return (above + text.size().y + 12.0).max(EMPTY);
    }
    let wanted = above + waiting.min(100) as f32 * (ENTRY + GAP) + 8.0;
    wanted.min((navigator.y * 0.4).max(EMPTY))
}

/// What it remembers.
#[derive(Debug, Default)]
pub struct Tray {
    sight: Sight,
}

impl Tray {
    /// How many of those that wait are a page.
    pub fn page(&self) -> usize {
        self.sight.page(ENTRY + GAP)
    }

    /// Takes sessions in and gives them out.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect, gesture: &mut Gesture) {
        gesture.set_tray(rect);
        if gesture.is_over_tray() {
            ui.painter().rect_filled(rect, 0.0, cx.theme.accent_soft);
            let edge = Stroke::new(2.0, cx.theme.accent);
            ui.painter().rect_stroke(rect, 0.0, edge, egui::StrokeKind::Inside);
        } else {
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, cx.theme.line_strong));
        }
        let inner = Rect::from_min_max(rect.min + vec2(PADDING, 8.0), rect.max - vec2(8.0, 0.0));
        let waiting = cx.index().waiting();
        let ground = ui.interact(rect, egui::Id::unique("tray"), Sense::CLICK);
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("tray-title")));
        tray_menu(&ground, cx);
        let mut content = ui.new_child(UiBuilder::new().id_salt("tray").max_rect(inner));
        let ui = &mut content;
        focus::note_area(ui, cx, Area::Tray);
        let head = Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(inner.width(), size::ROW), head, |ui| {
            ui.set_min_size(vec2(inner.width(), size::ROW));
            sign_ui(ui, RichText::new(icons::INBOX).size(size::ICON).color(cx.theme.text_2));
            ui.label(RichText::new(cx.text("tray-title")).font(Type::Head.font()));
            let count = waiting.len().to_string();
            ui.label(RichText::new(count).font(Type::Meta.font()).color(cx.theme.text_3));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                icon_button(ui, cx, icons::PLUS, UiCommand::AddSession, true);
            });
        });
        if waiting.is_empty() {
            let text = RichText::new(cx.text("tray-empty")).font(Type::Small.font()).color(cx.theme.text_3);
            ui.set_max_width(rect.width() - 2.0 * PADDING - 4.0);
            ui.add(Label::new(text).wrap());
            return;
        }
        ui.spacing_mut().item_spacing.y = GAP;
        let place_of = |id: SessionId| waiting.range(..id).count();
        let mut area = ScrollArea::vertical().auto_shrink(false).max_height(ui.available_height() - 8.0);
        if let Some(wanted) = focus::wanted(ui.ctx()).filter(|id| waiting.contains(id)) {
            let top = place_of(wanted) as f32 * (ENTRY + GAP);
            if let Some(offset) = self.sight.scroll_to((top, top + ENTRY)) {
                area = area.vertical_scroll_offset(offset);
            }
        }
        let held = focus::session(ui.ctx()).filter(|id| waiting.contains(id));
        let shown = area.show_rows(ui, ENTRY, waiting.len(), |ui, range| {
            let upper = ui.cursor().min;
            let place = |at: usize| {
                let below = (at as f32 - range.start as f32) * (ENTRY + GAP);
                Rect::from_min_size(upper + vec2(0.0, below), vec2(ui.available_width(), ENTRY))
            };
            let ids: Vec<SessionId> = waiting.iter().skip(range.start).take(range.len()).copied().collect();
            // What has the keyboard keeps it out of sight, too.
            let beyond = held.filter(|id| !ids.contains(id)).map(|id| (place_of(id), id));
            for (at, id) in range.clone().zip(ids).chain(beyond) {
                if let Some(session) = cx.plan.sessions().get(id) {
                    entry_ui(ui, place(at), (cx, gesture), session);
                }
            }
            ui.allocate_space(vec2(ui.available_width(), range.len() as f32 * (ENTRY + GAP) - GAP));
        });
        self.sight = Sight::of(&shown);
    }
}

fn entry_ui(ui: &Ui, rect: Rect, (cx, gesture): (&ViewContext<'_>, &mut Gesture), session: &Session) {
    let response = ui.interact(rect, focus::session_id(session.id), Sense::click_and_drag());
    let selected = as_session(&response, cx, session, egui::Role::Button);
    let colors = cx.session_colors(session);
    let corner = f32::from(radius::BAR);
    let stroke = if selected { Stroke::new(2.0, cx.theme.select) } else { Stroke::NONE };
    ui.painter().rect(rect, corner, colors.fill, stroke, egui::StrokeKind::Inside);
    if !selected {
        let edge = egui::CornerRadius { nw: radius::BAR, sw: radius::BAR, ne: 0, se: 0 };
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), edge, colors.bar);
    }
    let length = dates::length_text(cx.texts, session.planned_length.mins());
    let codes = cx.body_codes(session);
    let place = phrases::wished(cx, session);
    let parts = [place.as_str(), length.as_str(), codes.as_str()];
    let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let left = rect.left() + 8.0;
    let font = egui::FontId::proportional(size::SMALL_ICON);
    let sign = egui::pos2(left, rect.top() + 12.0);
    ui.painter().text(sign, egui::Align2::LEFT_CENTER, cx.kind_sign(session.called()), font, colors.bar);
    let title = RichText::new(cx.session_title(session)).font(Type::Bar.font()).color(colors.text);
    let galley = elided(ui, title, rect.right() - left - 18.0 - 6.0);
    ui.painter().galley(egui::pos2(left + 18.0, rect.top() + 4.0), galley, colors.text);
    let detail = RichText::new(detail).font(Type::Meta.font()).color(colors.weak_text);
    let galley = elided(ui, detail, rect.right() - left - 18.0 - 6.0);
    ui.painter().galley(egui::pos2(left + 18.0, rect.top() + 20.0), galley, colors.weak_text);
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
    } else if response.double_clicked() && session.wish.day.is_some() {
        cx.run(UiCommand::PutBack);
    } else if response.clicked() || ((response.secondary_clicked() || focus::asks_menu(&response)) && !selected) {
        cx.select(session.id);
    }
    if response.hovered() && !gesture.is_dragging() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
        tips::session_tip(&response, cx, session);
    }
}

/// The menu of the tray itself.
fn tray_menu(ground: &egui::Response, cx: &ViewContext<'_>) {
    context_menu(ground, |ui| {
        let waiting = cx.index().waiting();
        command_entry(ui, cx, UiCommand::AddSession, true);
        if entry(ui, cx, (cx.text("menu-select-tray"), ""), !waiting.is_empty()) {
            cx.act(Action::Select(Selection::sessions(waiting.iter().copied())));
        }
        let waits = |id: &SessionId| waiting.contains(id);
        command_entry(ui, cx, UiCommand::PutBack, cx.selection.sessions.iter().any(waits));
    });
}
