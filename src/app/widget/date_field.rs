//! A field for a day: typed in words or numbers, or picked in a calendar that a click on its sign or Alt+Down opens. The Tab
//! key passes the sign: it goes to the next field.

use chrono::{Datelike, NaiveDate};
use egui::{Id, Key, Modifiers, Popup, Response, Role, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::texts::{Value, dates};

/// The day as it stands in a field, which is also how it can be typed: `Mon 17 Nov 2025`.
#[must_use]
pub fn day_text(cx: &ViewContext<'_>, day: NaiveDate) -> String {
    let (short, year) = (dates::day_short(cx.texts, day), day.year().to_string());
    cx.texts.text_with("list-day-year", &[("day", Value::from(&short)), ("year", Value::from(&year))])
}

/// The field; `words` is what is typed. Returns the field, and the day that was picked instead of typed, which then stands
/// in it.
pub fn date_field(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (id, name, width): (Id, &str, f32),
    words: &mut String,
    shown: Shown,
) -> (Response, Option<NaiveDate>) {
    let asks = ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
    let edit = TextEdit::singleline(words).id(id).desired_width(width - 36.0);
    // The sign stands at the right of the text.
    let margin = egui::Margin { left: 10, right: 26, top: 6, bottom: 6 };
    let field = ui
        .add(edit.margin(margin).min_size(vec2(width, size::FIELD)).align(egui::Align2::LEFT_CENTER))
        .accessible_name(name);
    if field.gained_focus() {
        crate::app::widget::fields::select_all(ui, id, words);
    }
    let center = pos2(field.rect.right() - 16.0, field.rect.center().y);
    let place = egui::Rect::from_center_size(center, egui::Vec2::splat(size::TARGET));
    let button = ui.interact(place, id.with("calendar"), Sense::CLICK);
    let spoken = cx.texts.text_with("dates-calendar", &[("what", Value::from(name))]);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if asks {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
    }
    let color = if button.hovered() { cx.theme.accent } else { cx.theme.text_3 };
    let font = egui::FontId::proportional(size::SMALL_ICON);
    ui.painter().text(center + vec2(0.0, 1.5), egui::Align2::CENTER_CENTER, icons::CALENDAR, font, color);
    let was_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    let picked = calendar_popup(&button, cx, shown);
    if let Some(day) = picked {
        *words = day_text(cx, day);
    }
    // Whoever has picked a day, or has closed the calendar by a key, goes on in the field.
    let is_closed = was_open && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    if is_closed && (picked.is_some() || ui.input(|input| input.key_pressed(Key::Escape))) {
        field.request_focus();
    }
    (field, picked)
}
