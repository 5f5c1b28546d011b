//! Which columns are shown, and in which order.

use crate::model::Holder;
use egui::{
    Align, Button, CursorIcon, EventFilter, Id, Key, Layout, Margin, Modifiers, Popup, PopupCloseBehavior, Rect,
    RichText, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::edit::Command;
use crate::texts::Value;

use super::columns::{Column, Shown};
use super::line::button;
use super::order::Order;
use super::rows::box_ui;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::paint::text::{elided, elided_ui};
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::fields::enter_closes;
use crate::app::widget::new_field::new_field_ui;
use crate::app::widget::property::trailing;

/// What the list of columns remembers.
#[derive(Debug, Default)]
pub struct Chooser {
    /// What is typed to find a column.
    words: String,
    /// The column that is being dragged to another place.
    dragged: Option<Column>,
    /// Whether the field is to take the keyboard.
    begins: bool,
    /// Whether a new own field is being made.
    adds: bool,
}

/// Which columns are to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those that fit.
    Fitting,
    /// These, from left to right.
    These(Vec<Column>),
}

/// How wide the list is.
const WIDTH: f32 = 236.0;
/// How much of it belongs to the grip.
const GRIP: f32 = 28.0;

/// How many rows are shown, and which columns; answers what was chosen of them.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    chooser: &mut Chooser,
    (shown, order): (&Shown, &Order),
) -> Option<Wanted> {
    let mut wanted = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let values = [("shown", Value::from(shown.count())), ("all", Value::from(shown.with_hidden().len()))];
        let response = button(ui, cx, icons::COLUMNS_3, &cx.texts.text_with("list-columns", &values), true);
        chooser.begins |= response.clicked();
        let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let open = popup.show(|ui| {
            ui.set_width(WIDTH);
            // A step that says what it takes.
            wanted = if chooser.adds { chooser.new_ui(ui, cx, shown) } else { chooser.ui(ui, cx, shown) };
        });
        if open.is_none() {
            *chooser = Chooser { begins: chooser.begins, ..Chooser::default() };
        }
        let (count, all) = (order.ids().len(), cx.plan.sessions().len());
        let id = if count == all { "list-count" } else { "list-count-of" };
        let text = cx.texts.text_with(id, &[("count", Value::from(count)), ("all", Value::from(all))]);
        let galley = elided(ui, RichText::new(text).font(Type::Small.font()).color(cx.theme.text_3), f32::INFINITY);
        // Where there is no room, the status line says it alone.
        if galley.size().x <= ui.available_width() {
            ui.label(galley);
        }
    });
    wanted
}

fn id(column: Column) -> Id {
    Id::unique(("list-chooser", column))
}

impl Chooser {
    /// What an own field that is not there yet is to be; once it is made, its column is shown.
    fn new_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown) -> Option<Wanted> {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            (self.adds, self.begins) = (false, true);
        }
        let field = new_field_ui(ui, cx, (Id::unique("list-new-field"), Holder::Session))?;
        (self.adds, self.begins) = (false, true);
        let columns = shown.columns().iter().copied().chain([Column::Own(field.id)]).collect();
        cx.perform(Command::Put(field.into()));
        Some(Wanted::These(columns))
    }

    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown) -> Option<Wanted> {
        let hint = cx.text("list-find-column");
        let field = TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(WIDTH - 20.0);
        let field = field.margin(Margin::symmetric(10, 6)).align(egui::Align2::LEFT_CENTER);
        let own = Id::unique("list-chooser-words");
        if let Some(focused) = ui.memory(|memory| memory.focused())
            && (focused == own || shown.with_hidden().iter().any(|&column| id(column) == focused))
        {
            enter_closes(ui);
        }
        let field = ui.add(field.id(own)).accessible_name(hint);
        if std::mem::take(&mut self.begins) {
            field.request_focus();
        }
        ui.add_space(4.0);
        let words = folded(self.words.trim());
        let all = shown.with_hidden().iter().copied();
        let found: Vec<Column> = all.filter(|column| folded(column.name(cx)).contains(&words)).collect();
        if field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            found.iter().take(1).for_each(|&first| ui.memory_mut(|memory| memory.request_focus(id(first))));
        }
        let mut wanted = None;
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 96.0).max(120.0);
        // As high as it gets from the first frame on: what is below would move away from under the pointer.
        let height = room.min(found.len() as f32 * size::ROW);
        let area = ScrollArea::vertical().max_height(room).min_scrolled_height(height);
        let area = area.auto_shrink([false, true]);
        area.show_viewport(ui, |ui, sight| {
            ui.set_height(found.len() as f32 * size::ROW);
            let ground = ui.max_rect();
            let in_sight = |at: usize| {
                let top = at as f32 * size::ROW;
                top < sight.bottom() && top + size::ROW > sight.top()
            };
            for at in (0..found.len()).filter(|&at| in_sight(at)) {
                let top = ground.top() + at as f32 * size::ROW;
                let rect = Rect::from_min_size(pos2(ground.left(), top), vec2(ground.width(), size::ROW));
                let row = Row { cx, column: found[at], shown, rect };
                wanted = row.ui(ui, self, (&found, at)).or(wanted.take());
            }
            wanted = self.drag_ui(ui, cx, (shown, ground.top())).or(wanted.take());
        });
        ui.separator();
        let text = RichText::new(cx.text("field-add")).color(cx.theme.text);
        let add = Button::new((RichText::new(icons::PLUS).color(cx.theme.text_2), text)).gap(8.0);
        let add = ui.add(add.frame_when_inactive(false).min_size(vec2(ui.available_width(), size::ROW)));
        add.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("field-add")));
        self.adds |= add.clicked();
        ui.horizontal(|ui| {
            let text = RichText::new(cx.text("list-columns-reset")).font(Type::Small.font()).color(cx.theme.accent);
            let reset = Button::new(text).frame_when_inactive(false).min_size(vec2(0.0, size::TARGET));
            if ui.add(reset).clicked() {
                wanted = Some(Wanted::Fitting);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = RichText::new(cx.text("list-columns-drag")).font(Type::Meta.font()).color(cx.theme.text_3);
                elided_ui(ui, text);
            });
        });
        wanted
    }

    /// Where the dragged column would go, and there it goes when it is let go.
    fn drag_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (shown, top): (&Shown, f32)) -> Option<Wanted> {
        let column = self.dragged.filter(|_| self.words.trim().is_empty())?;
        let pointer = ui.input(|input| input.pointer.interact_pos())?;
        let last = shown.count() as f32;
        let to = ((pointer.y - top) / size::ROW).round().clamp(1.0, last);
        let y = top + to * size::ROW;
        ui.painter().hline(ui.max_rect().x_range(), y, (2.0, cx.theme.accent));
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if ui.input(|input| input.pointer.any_down()) {
            return None;
        }
        self.dragged = None;
        let from = shown.columns().iter().position(|&other| other == column)?;
        let to = to as usize;
        Some(moved(shown, column, if to > from { to - 1 } else { to }))
    }
}

fn moved(shown: &Shown, column: Column, to: usize) -> Wanted {
    Wanted::These(shown.moved(column, to).columns().to_vec())
}

/// One column in the list.
struct Row<'a> {
    cx: &'a ViewContext<'a>,
    column: Column,
    shown: &'a Shown,
    rect: Rect,
}

impl Row<'_> {
    fn ui(&self, ui: &mut Ui, chooser: &mut Chooser, (found, at): (&[Column], usize)) -> Option<Wanted> {
        let Self { cx, column, shown, rect } = *self;
        let (name, is_on) = (column.name(cx), shown.has(column));
        let is_frozen = column == Column::Title;
        let response = ui.interact(rect.with_min_x(rect.left() + GRIP), id(column), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, !is_frozen, is_on, name));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, radius::CONTROL, cx.theme.field);
        }
        let mut wanted = None;
        if is_on && !is_frozen {
            wanted = self.grip_ui(ui, chooser);
        }
        let cell = Rect::from_min_size(pos2(rect.left() + GRIP, rect.top()), vec2(24.0, rect.height()));
        box_ui(ui.painter(), cx, cell, Some(is_on));
        let inner = rect.with_min_x(cell.right() + 8.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
            elided_ui(ui, RichText::new(name).color(cx.theme.text));
            if is_frozen {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(RichText::new(cx.text("list-frozen")).font(Type::Meta.font()).color(cx.theme.text_3));
                });
            }
        });
        if response.has_focus() {
            wanted = self.keys(ui, response.id, (found, at)).or(wanted);
        }
        if response.clicked() && !is_frozen {
            wanted = Some(Wanted::These(shown.toggled(column).columns().to_vec()));
        }
        if let Column::Own(field) = column {
            let edit = cx.texts.text_with("field-edit", &[("field", Value::from(name))]);
            let id = Id::unique(("list-chooser-edit", column));
            if trailing(ui, cx, (id, rect), &[(icons::PENCIL, &edit)]).iter().any(egui::Response::clicked) {
                cx.act(Action::Inspect(field.into()));
                ui.close();
            }
        }
        wanted
    }

    /// What one takes a shown column by.
    fn grip_ui(&self, ui: &Ui, chooser: &mut Chooser) -> Option<Wanted> {
        let Self { cx, column, rect, .. } = *self;
        let grip = rect.with_max_x(rect.left() + GRIP);
        let response = ui.interact(grip, Id::unique(("list-chooser-grip", column)), Sense::DRAG);
        response.widget_info(|| {
            let values = [("column", Value::from(column.name(cx)))];
            WidgetInfo::labeled(Role::Button, true, cx.texts.text_with("list-columns-move", &values))
        });
        let color = if response.hovered() { cx.theme.text } else { cx.theme.text_3 };
        let font = egui::FontId::proportional(size::SMALL_ICON);
        ui.painter().text(grip.center(), egui::Align2::CENTER_CENTER, icons::GRIP, font, color);
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        if response.drag_started() {
            chooser.dragged = Some(column);
        }
        None
    }

    /// Arrows walk along the list; with Alt they move the column.
    fn keys(&self, ui: &Ui, own: Id, (found, at): (&[Column], usize)) -> Option<Wanted> {
        let Self { column, shown, .. } = *self;
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(own, arrows));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let shifted =
            [(Key::ArrowUp, -1_isize), (Key::ArrowDown, 1)].into_iter().find(|&(key, _)| pressed(Modifiers::ALT, key));
        if let Some((_, by)) = shifted {
            let place = shown.columns().iter().position(|&other| other == column)?;
            return Some(moved(shown, column, place.checked_add_signed(by)?));
        }
        let walked = [(Key::ArrowUp, at.checked_sub(1)), (Key::ArrowDown, Some(at + 1))];
        let to = walked.into_iter().find(|&(key, _)| pressed(Modifiers::NONE, key))?.1?;
        let next = id(*found.get(to)?);
        ui.memory_mut(|memory| memory.request_focus(next));
        None
    }
}
