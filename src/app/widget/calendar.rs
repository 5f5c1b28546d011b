//! A small calendar that opens under a date.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Align, Button, Layout, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::texts::dates;

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::{medium, popup_under, small_icon_button};

/// The day shown as chosen, and days to be seen as belonging together, such as those of the event.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The chosen day; without one, the calendar opens on the first of the marked days.
    pub chosen: Option<NaiveDate>,
    /// First and last of the marked days.
    pub marked: Option<(NaiveDate, NaiveDate)>,
}

/// Opens under `button` when that is clicked; returns the day that was picked.
pub fn calendar_popup(button: &Response, cx: &ViewContext<'_>, days: Shown) -> Option<NaiveDate> {
    let popup = popup_under(button);
    let ctx = button.ctx.clone();
    let id = popup.get_id().with("month");
    if !popup.is_open() {
        ctx.data_mut(|data| data.remove::<NaiveDate>(id));
        return None;
    }
    let picked = popup.show(|ui| {
        let picked = calendar_ui(ui, cx, id, days);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    let picked = picked.and_then(|shown| shown.inner);
    if picked.is_some() {
        button.request_focus();
    }
    picked
}

/// One month, with buttons to the others; returns the day that was clicked. The month is remembered under `id`.
pub fn calendar_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: egui::Id, days: Shown) -> Option<NaiveDate> {
    let start = days.chosen.or(days.marked.map(|(first, _)| first)).unwrap_or_default();
    let known = ui.data(|data| data.get_temp::<NaiveDate>(id));
    let month = known.unwrap_or(start).with_day(1).unwrap_or(start);
    ui.data_mut(|data| data.insert_temp(id, month));
    ui.set_width(7.0 * CELL + 6.0);
    ui.spacing_mut().item_spacing = vec2(1.0, 1.0);
    ui.horizontal(|ui| {
        let turn = |ui: &mut Ui, icon: &str, name: &str, months: i32| {
            if small_icon_button(ui, icon, name).clicked() {
                let by = Months::new(months.unsigned_abs());
                let turned = if months < 0 { month.checked_sub_months(by) } else { month.checked_add_months(by) };
                ui.data_mut(|data| data.insert_temp(id, turned.unwrap_or(month)));
            }
        };
        turn(ui, icons::CHEVRONS_LEFT, cx.text("inspector-year-before"), -12);
        turn(ui, icons::CHEVRON_LEFT, cx.text("inspector-month-before"), -1);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            turn(ui, icons::CHEVRONS_RIGHT, cx.text("inspector-year-after"), 12);
            turn(ui, icons::CHEVRON_RIGHT, cx.text("inspector-month-after"), 1);
            ui.centered_and_justified(|ui| ui.label(medium(dates::month_year(cx.texts, month))));
        });
    });
    ui.add_space(4.0);
    let monday = month.checked_sub_days(Days::new(month.weekday().num_days_from_monday().into())).unwrap_or(month);
    let day_at = |index: u64| monday.checked_add_days(Days::new(index)).unwrap_or(monday);
    ui.horizontal(|ui| {
        for index in 0..7 {
            let name = RichText::new(dates::weekday_short(cx.texts, day_at(index)))
                .font(Type::Small.font())
                .color(cx.theme.text_2);
            ui.add_sized(vec2(CELL, 18.0), egui::Label::new(name));
        }
    });
    let mut picked = None;
    for week in 0..6 {
        ui.horizontal(|ui| {
            for index in 0..7 {
                let day = day_at(week * 7 + index);
                let response = day_ui(ui, cx, (day, month), days);
                if known.is_none() && days.chosen.or(days.marked.map(|(first, _)| first)) == Some(day) {
                    response.request_focus();
                }
                if response.clicked() {
                    picked = Some(day);
                }
            }
        });
    }
    picked
}

/// Width of a day, in points.
const CELL: f32 = 33.0;

fn day_ui(ui: &mut Ui, cx: &ViewContext<'_>, (day, month): (NaiveDate, NaiveDate), days: Shown) -> Response {
    let theme = cx.theme;
    let chosen = days.chosen == Some(day);
    let marked = days.marked.is_some_and(|(first, last)| first <= day && day <= last);
    let inside = (day.year(), day.month()) == (month.year(), month.month());
    let color = match (chosen, inside) {
        (true, _) => theme.on_accent,
        (false, true) => theme.text,
        (false, false) => theme.text_2,
    };
    let text = dates::day_tiny(cx.texts, day);
    let text = if inside { medium(text) } else { RichText::new(text) };
    let mut button = Button::new(text.color(color)).frame_when_inactive(chosen || marked);
    if chosen {
        button = button.fill(theme.accent);
    } else if marked {
        button = button.fill(theme.accent_soft);
    }
    if cx.now.is_some_and(|now| now.date() == day) {
        button = button.stroke(Stroke::new(1.0, theme.now)).frame(true);
    }
    let response = ui.add_sized(vec2(CELL, 26.0), button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, dates::day_long(cx.texts, day)));
    response
}
