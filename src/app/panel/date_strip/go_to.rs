//! *Go to date*: a date is typed, or picked in a calendar.

use chrono::NaiveDate;
use egui::{Id, Key, Modifiers, Popup, Response, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::texts::dates;

use crate::app::context::ViewContext;
use crate::app::paint::text::elided_in;
use crate::app::phrases;
use crate::app::style::{Type, radius, size};
use crate::app::widget::calendar::{Shown, calendar_ui};
use crate::app::widget::fields::popup_under;

/// What is typed.
#[derive(Debug, Default)]
pub struct GoTo {
    words: String,
    /// Whether it is to open at the next frame.
    is_sought: bool,
    was_open: bool,
}

impl GoTo {
    /// Opens it at the next frame.
    pub fn open(&mut self) {
        self.is_sought = true;
    }

    /// Draws it under its button, while it is open; answers the day to go to.
    pub fn ui(&mut self, button: &Response, cx: &ViewContext<'_>) -> Option<NaiveDate> {
        let ctx = &button.ctx;
        let popup = popup_under(button);
        let id = popup.get_id();
        if std::mem::take(&mut self.is_sought) {
            Popup::open_id(ctx, id);
        }
        if !popup.is_open() && !Popup::is_id_open(ctx, id) {
            self.was_open = false;
            return None;
        }
        let is_new = !std::mem::replace(&mut self.was_open, true);
        if is_new {
            self.words.clear();
            ctx.data_mut(|data| data.remove::<NaiveDate>(id.with("month")));
        }
        let picked = popup.show(|ui| {
            let picked = self.content_ui(ui, cx, id, is_new);
            if picked.is_some() {
                ui.close();
            }
            picked
        });
        picked.and_then(|shown| shown.inner)
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, id: Id, is_new: bool) -> Option<NaiveDate> {
        ui.set_width(260.0);
        // Elsewhere Enter presses the button that has the keyboard.
        let words = id.with("words");
        let has_keys = ui.memory(|memory| memory.has_focus(words));
        let enter = has_keys && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let name = cx.text("command-go-to-date");
        let field = TextEdit::singleline(&mut self.words)
            .id(words)
            .hint_text(cx.text("go-to-hint"))
            .desired_width(f32::INFINITY);
        let field =
            ui.add(field.min_size(vec2(0.0, size::FIELD)).align(egui::Align2::LEFT_CENTER)).accessible_name(name);
        let sought = phrases::sought_date(cx, &self.words);
        let mut picked = sought.filter(|_| enter);
        ui.add_space(4.0);
        match sought {
            Some(date) => {
                let (day, counts) = (dates::day_heading(cx.texts, date), phrases::day_counts(cx, date));
                if entry_ui(ui, cx, (&day, &counts), true).clicked() {
                    picked = Some(date);
                }
            }
            None if self.words.trim().is_empty() => {}
            None => {
                ui.add_sized(vec2(ui.available_width(), size::ROW), egui::Label::new(cx.text("go-to-unknown")));
            }
        }
        let shown = Shown { chosen: sought.or(cx.date), marked: phrases::main_dates(cx) };
        // Another month shows as soon as another day is typed.
        let month = id.with("month");
        if field.changed()
            && let Some(date) = sought
        {
            ui.data_mut(|data| data.insert_temp(month, date));
        }
        let clicked = calendar_ui(ui, cx, month, shown);
        if is_new {
            field.request_focus();
        }
        clicked.or(picked)
    }
}

/// A row that can be chosen: what it is on the left, more about it on the right.
pub fn entry_ui(ui: &mut Ui, cx: &ViewContext<'_>, (title, detail): (&str, &str), is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, format!("{title}, {detail}")));
    if is_chosen || response.hovered() || response.has_focus() {
        let fill = if is_chosen { cx.theme.accent_soft } else { cx.theme.field };
        ui.painter().rect_filled(rect, f32::from(radius::CONTROL), fill);
    }
    let format = |kind: Type, color| egui::TextFormat::simple(kind.font(), color);
    let detail = elided_in(ui.ctx(), detail, format(Type::Meta, cx.theme.text_3), rect.width() * 0.5);
    let room = rect.width() - detail.size().x - 28.0;
    let title = elided_in(ui.ctx(), title, format(Type::Body, cx.theme.text), room);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let right = egui::pos2(rect.right() - 8.0 - detail.size().x, middle(detail.size().y));
    ui.painter().galley(right, detail, cx.theme.text_3);
    let left = egui::pos2(rect.left() + 8.0, middle(title.size().y));
    ui.painter().galley(left, title, cx.theme.text);
    response
}
