//! One day by which all open posts of a body are due, typed once.

use egui::{Button, Id, Key, TextEdit, Ui, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::date_field::day_text;
use crate::app::widget::fields::{caption, note, popup_under};
use crate::edit::Command;
use crate::model::{BodyId, Post, bureaus};
use crate::texts::{Value, dates, typed};

/// A button that asks for the day, where a body has open posts.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, body: BodyId, words: &mut String) {
    let open: Vec<_> = bureaus::posts_of(cx.plan, body).into_iter().filter(|post| post.is_open()).collect();
    if open.is_empty() {
        return;
    }
    let name = cx.text("bureaus-due-all");
    let button = frame_button(ui, cx, Rank::Bordered, (icons::CALENDAR_CLOCK, name), name);
    if button.clicked() {
        let same = open.iter().map(|post| post.due).reduce(|one, other| one.filter(|_| one == other)).flatten();
        *words = same.map(|day| day_text(cx, day)).unwrap_or_default();
    }
    let mut command = None;
    popup_under(&button).width(260.0).show(|ui| {
        caption(ui, cx, cx.text("post-due"));
        let id = Id::unique("bureaus-due");
        let edit = TextEdit::singleline(words).id(id).desired_width(f32::INFINITY);
        let field = ui.add(edit.hint_text(cx.text("bureaus-due-hint"))).accessible_name(cx.text("post-due"));
        if button.clicked() {
            field.request_focus();
        }
        let near = cx.plan.main_event().map(|event| event.dates.first_and_last());
        let days = near.or(cx.today().map(|day| (day, day))).unwrap_or_default();
        let text = words.trim();
        let day = typed::date(text, cx.today().unwrap_or(days.0), days);
        let is_clear = text.is_empty() || day.is_some();
        match day {
            Some(day) => note(ui, cx, &dates::day_long(cx.texts, day)),
            None if !text.is_empty() => note(ui, cx, cx.text("bureaus-due-unknown")),
            None => {}
        }
        ui.add_space(4.0);
        let values = [("count", Value::from(open.len()))];
        let set = cx.texts.text_with("bureaus-due-set", &values);
        let set = ui.add_enabled(is_clear, Button::new(set).min_size(vec2(0.0, size::ROW)));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_clear && (set.clicked() || entered) {
            let rows = open.iter().map(|post| Post { due: day, ..Post::clone(post) }.into());
            command = Some(Command::PutMany(rows.collect()));
            ui.close();
        }
    });
    if let Some(command) = command {
        cx.perform(command);
    }
}
