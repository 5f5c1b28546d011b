//! The fields of the New plan page, row by row: a name at the left, fields beside it, what is wrong below.

use chrono::Datelike;
use egui::{Id, Margin, Response, RichText, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::{CivilTime, zone};
use crate::texts::{Value, dates, tid};

use super::Page;
use super::form::{Spot, length};
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::date_field::date_field;
use crate::app::widget::fields::{enter_field, select_all};
use crate::app::widget::zones::{offset_text, zone_name, zone_picker};

/// As wide as names and fields are together.
pub const WIDTH: f32 = NAMES + 470.0;
/// The column of names.
const NAMES: f32 = 104.0;
/// A field with a time of day.
const CLOCK: f32 = 72.0;

impl Page {
    pub(super) fn fields_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.label(RichText::new(cx.text("new-title")).font(Type::Display.font()));
        let about = RichText::new(cx.text("new-about")).font(Type::Small.font()).color(cx.theme.text_2);
        ui.add(egui::Label::new(about).wrap());
        ui.add_space(4.0);
        self.names_ui(ui, cx);
        self.dates_ui(ui, cx);
        self.wrong_ui(ui, cx, Spot::Dates);
        self.place_ui(ui, cx);
        self.hours_ui(ui, cx);
        self.wrong_ui(ui, cx, Spot::Hours);
        if !self.form.start.has_programme() {
            self.coffee_ui(ui, cx);
            self.wrong_ui(ui, cx, Spot::Breaks);
            self.days_off_ui(ui, cx);
            self.wrong_ui(ui, cx, Spot::DaysOff);
        }
        row(ui, cx, tid("new-rooms"), |ui| super::rooms::ui(ui, cx, &mut self.form));
        self.wrong_ui(ui, cx, Spot::Rooms);
        if let Some(refusal) = self.made.as_ref().and_then(|made| made.refusal.as_ref()) {
            indented(ui, |ui| crate::app::widget::fields::flaw(ui, cx, refusal));
        }
    }

    fn names_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let form = &mut self.form;
        row(ui, cx, tid("new-name"), |ui| {
            let id = Id::unique("new plan name");
            let width = ui.available_width().min(420.0);
            let field = Field { id, name: cx.text("new-name"), hint: cx.text("new-name-hint"), width };
            let had_focus = ui.memory(|memory| memory.has_focus(id));
            field.ui(ui, &mut form.title);
            if self.is_new {
                enter_field(ui, id, &form.title);
            }
            // In its first frame the page is not to be seen, and nothing on it keeps the keyboard.
            self.is_new &= !had_focus;
        });
        self.wrong_ui(ui, cx, Spot::Title);
        let form = &mut self.form;
        row(ui, cx, tid("new-code"), |ui| {
            let field = Field::new("new plan code", cx.text("new-code"), 160.0);
            field.ui(ui, &mut form.code);
            aside(ui, cx, cx.text("new-code-about"));
        });
    }

    fn dates_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        row(ui, cx, tid("new-dates"), |ui| {
            let days = self.form.days;
            let shown = |chosen| Shown { chosen: Some(chosen), marked: Some(days) };
            let name = cx.text("inspector-first-day");
            let id = Id::unique("new plan first day");
            let (field, picked) = date_field(ui, cx, (id, name, 160.0), &mut self.form.first, shown(days.0));
            if field.changed() || picked.is_some() {
                self.form.first_changed(cx);
            }
            if field.has_focus() {
                self.sets_last = false;
            }
            ui.label(cx.text("new-to"));
            if self.form.has_fixed_length() {
                ui.label(&self.form.last);
            } else {
                let name = cx.text("inspector-last-day");
                let id = Id::unique("new plan last day");
                let (field, picked) = date_field(ui, cx, (id, name, 160.0), &mut self.form.last, shown(days.1));
                if field.changed() || picked.is_some() {
                    self.form.last_changed();
                }
                if field.has_focus() {
                    self.sets_last = true;
                }
            }
            if let Some(days) = length(self.form.days) {
                aside(ui, cx, &dates::day_count(cx.texts, days.into()));
            }
        });
    }

    fn place_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let form = &mut self.form;
        row(ui, cx, tid("inspector-place"), |ui| {
            let (name, hint) = (cx.text("inspector-place"), cx.text("new-place-hint"));
            let field = Field { hint, ..Field::new("new plan place", name, 260.0) };
            if field.ui(ui, &mut form.place).changed() {
                form.place_changed();
            }
        });
        row(ui, cx, tid("inspector-zone"), |ui| {
            let at = CivilTime::midnight(form.days.0);
            let text = format!("{}, {}", zone_name(form.zone), offset_text(zone::offset_mins(at, form.zone)));
            let name = cx.text("inspector-zone");
            let button = choice_button(ui, cx, (name, &text), 260.0);
            if let Some(zone) = zone_picker(&button, cx, (at, form.zone)) {
                (form.zone, form.zone_is_chosen) = (zone, true);
            }
            if !form.zone_is_chosen && zone::of_place(&form.place) == Some(form.zone) {
                aside(ui, cx, cx.text("new-zone-of-place"));
            }
        });
    }

    fn hours_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let form = &mut self.form;
        row(ui, cx, tid("new-hours"), |ui| {
            clock_ui(ui, cx, tid("inspector-hours-from"), &mut form.from);
            ui.label(cx.text("new-to"));
            clock_ui(ui, cx, tid("inspector-hours-to"), &mut form.to);
            if form.start.has_programme() {
                return;
            }
            ui.add_space(12.0);
            ui.checkbox(&mut form.lunch.is_on, cx.text("begun-lunch"));
            ui.add_enabled_ui(form.lunch.is_on, |ui| {
                clock_ui(ui, cx, tid("new-lunch-from"), &mut form.lunch.from);
                ui.label(cx.text("new-to"));
                clock_ui(ui, cx, tid("new-lunch-to"), &mut form.lunch.to);
            });
        });
    }

    fn coffee_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let form = &mut self.form;
        indented(ui, |ui| {
            ui.checkbox(&mut form.coffee.is_on, cx.text("new-coffee"));
            ui.add_enabled_ui(form.coffee.is_on, |ui| {
                clock_ui(ui, cx, tid("new-coffee-morning"), &mut form.coffee.from);
                clock_ui(ui, cx, tid("new-coffee-afternoon"), &mut form.coffee.to);
                let text = dates::length_text(cx.texts, form.coffee_mins.into());
                let button = choice_button(ui, cx, (cx.text("new-coffee-length"), &text), 88.0);
                let popup = crate::app::widget::fields::popup_under(&button).width(120.0);
                popup.show(|ui| {
                    for mins in [15, 20, 30, 45] {
                        let text = dates::length_text(cx.texts, i32::from(mins));
                        if ui.selectable_label(form.coffee_mins == mins, text).clicked() {
                            form.coffee_mins = mins;
                            ui.close();
                        }
                    }
                });
            });
            aside(ui, cx, cx.text("new-breaks-about"));
        });
    }

    fn days_off_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let form = &mut self.form;
        row(ui, cx, tid("new-days-off"), |ui| {
            let monday = form.days.0.week(chrono::Weekday::Mon).first_day();
            for (at, day) in monday.iter_days().take(7).enumerate() {
                if form.weekdays_off[at] && off_chip(ui, cx, dates::weekday_short(cx.texts, day)) {
                    form.weekdays_off[at] = false;
                }
            }
            for day in form.dates_off.clone() {
                if off_chip(ui, cx, &dates::day_short(cx.texts, day)) {
                    form.dates_off.remove(&day);
                }
            }
            let add = crate::app::widget::fields::add_button(ui, cx, cx.text("new-add-day-off"));
            let shown = Shown { chosen: None, marked: Some(form.days) };
            if let Some(day) = calendar_popup(&add, cx, shown) {
                // A whole weekend that was taken away comes back as such.
                let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
                if weekday > 4 { form.weekdays_off[weekday] = true } else { _ = form.dates_off.insert(day) }
            }
        });
    }
}

/// A field of the page.
struct Field<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    width: f32,
}

impl<'a> Field<'a> {
    fn new(id: &'static str, name: &'a str, width: f32) -> Self {
        Self { id: Id::unique(id), name, hint: "", width }
    }

    fn ui(self, ui: &mut Ui, text: &mut String) -> Response {
        let edit = TextEdit::singleline(text).id(self.id).hint_text(self.hint).desired_width(self.width - 20.0);
        let edit = edit
            .margin(Margin::symmetric(10, 6))
            .min_size(vec2(self.width, size::FIELD))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.add(edit).accessible_name(self.name);
        if response.gained_focus() {
            select_all(ui, self.id, text);
        }
        response
    }
}

fn clock_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, text: &mut String) {
    Field::new(name, cx.text(name), CLOCK).ui(ui, text);
}

/// A name, and what stands beside it.
fn row(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, content: impl FnOnce(&mut Ui)) {
    let at = ui.cursor().min;
    let galley = elided(ui, RichText::new(cx.text(name)).font(Type::Body.font()), NAMES - 8.0);
    let middle = pos2(at.x, at.y + (size::FIELD - galley.size().y) / 2.0);
    ui.painter().galley(middle, galley, cx.theme.text_2);
    indented(ui, content);
}

/// What stands beside names, or below such.
pub fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(NAMES);
        ui.spacing_mut().interact_size.y = size::FIELD;
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true), content);
    });
}

/// What explains a field, beside it.
fn aside(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    let galley = elided(ui, RichText::new(text).font(Type::Small.font()), 200.0);
    // Where there is no room for all of it, the field says enough.
    if galley.size().x <= ui.available_size_before_wrap().x {
        ui.add(egui::Label::new(RichText::new(text).font(Type::Small.font()).color(cx.theme.text_3)));
    }
}

/// Looks like a field, and opens a list.
fn choice_button(ui: &mut Ui, cx: &ViewContext<'_>, (name, text): (&str, &str), width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::FIELD), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
    let theme = cx.theme;
    let line = if response.has_focus() { Stroke::new(2.0, theme.focus) } else { Stroke::new(1.0, theme.line_field) };
    let fill = if response.hovered() { theme.field } else { theme.panel };
    ui.painter().rect(rect, f32::from(radius::CONTROL), fill, line, egui::StrokeKind::Inside);
    let galley = elided(ui, RichText::new(text).font(Type::Body.font()), width - 36.0);
    let color = if enabled { theme.text } else { theme.text_3 };
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley, color);
    let at = pos2(rect.right() - 16.0, rect.center().y + 1.5);
    let font = egui::FontId::proportional(size::SMALL_ICON);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::CHEVRON_DOWN, font, theme.text_3);
    response
}

/// A day off; whether it was taken away.
fn off_chip(ui: &mut Ui, cx: &ViewContext<'_>, day: &str) -> bool {
    let galley = elided(ui, RichText::new(day).font(Type::Small.font()), 140.0);
    let size = vec2(galley.size().x + 8.0 + 24.0, size::FIELD);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let rect = rect.shrink2(vec2(0.0, (size::FIELD - size::TARGET) / 2.0));
    let name = cx.texts.text_with("inspector-remove", &[("what", Value::from(day))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let theme = cx.theme;
    let lit = response.hovered() || response.has_focus();
    ui.painter().rect_filled(rect, f32::from(radius::CONTROL), if lit { theme.accent_soft } else { theme.field });
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme.focus);
        ui.painter().rect_stroke(rect, f32::from(radius::CONTROL), stroke, egui::StrokeKind::Inside);
    }
    ui.painter().galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, theme.text_2);
    let font = egui::FontId::proportional(12.0);
    let at = pos2(rect.right() - 12.0, rect.center().y + 1.5);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::X, font, theme.text_3);
    response.on_hover_text(name).clicked()
}
