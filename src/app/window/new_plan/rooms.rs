//! The rooms of a new plan: a small table, and a line that takes several at once.

use egui::{Frame, Id, Label, Margin, RichText, Stroke, TextEdit, Ui, vec2};

use crate::texts::{Value, tid};

use super::form::Form;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::fields::small_icon_button;

/// Columns of numbers.
const NUMBERS: f32 = 72.0;

/// The table.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, form: &mut Form) {
    let width = ui.available_width().min(420.0);
    let frame = Frame::new().stroke(Stroke::new(1.0, cx.theme.line_strong)).corner_radius(radius::CARD);
    frame.show(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let names = width - 2.0 * NUMBERS - size::ROW - 4.0;
            ui.horizontal(|ui| {
                for (name, width) in [("new-room", names), ("new-seats", NUMBERS), ("new-booths", NUMBERS)] {
                    let head = RichText::new(cx.text(name)).font(Type::Cap.font()).color(cx.theme.text_3);
                    let place = vec2(width, size::ROW);
                    let layout = egui::Layout::left_to_right(egui::Align::Center);
                    ui.allocate_ui_with_layout(place, layout, |ui| {
                        ui.set_min_size(place);
                        ui.add_space(10.0);
                        ui.add(Label::new(head).truncate());
                    });
                }
            });
            let mut removed = None;
            for (at, room) in form.rooms.iter_mut().enumerate() {
                line(ui, cx);
                ui.horizontal(|ui| {
                    let cells = [
                        (tid("new-room"), names, &mut room.title),
                        (tid("new-seats"), NUMBERS, &mut room.seats),
                        (tid("new-booths"), NUMBERS, &mut room.booths),
                    ];
                    for (column, width, text) in cells {
                        let values = [("number", Value::from(at + 1)), ("what", Value::from(cx.text(column)))];
                        let name = cx.texts.text_with("new-room-field", &values);
                        cell(ui, (Id::unique(("new plan room", at, column)), &name), width, text);
                    }
                    let name = cx.texts.text_with("inspector-remove", &[("what", Value::from(&room.title))]);
                    if small_icon_button(ui, icons::X, &name).clicked() {
                        removed = Some(at);
                    }
                });
            }
            if let Some(at) = removed {
                form.rooms.remove(at);
            }
            line(ui, cx);
            let hint = cx.text("new-add-rooms-hint");
            let edit = TextEdit::multiline(&mut form.adding).desired_rows(1).return_key(None).hint_text(hint);
            let inset = Frame::new().inner_margin(Margin::symmetric(10, 5));
            let edit = edit.id(Id::unique("new plan add rooms")).frame(inset).desired_width(width - 20.0);
            let field = ui.add(edit).accessible_name(cx.text("new-add-rooms"));
            // What is left without Enter is taken in as well.
            if field.lost_focus() {
                form.add_rooms();
            }
        });
    });
}

fn line(ui: &mut Ui, cx: &ViewContext<'_>) {
    let at = ui.cursor().min;
    let right = at.x + ui.available_width();
    ui.painter().hline(at.x..=right, at.y + 0.5, Stroke::new(1.0, cx.theme.line));
    ui.add_space(1.0);
}

fn cell(ui: &mut Ui, (id, name): (Id, &str), width: f32, text: &mut String) {
    let edit = TextEdit::singleline(text).id(id).desired_width(width - 20.0).hint_text("—");
    let inset = Frame::new().inner_margin(Margin::symmetric(10, 4));
    let edit = edit.frame(inset).min_size(vec2(width, size::ROW)).align(egui::Align2::LEFT_CENTER);
    let response = ui.add(edit).accessible_name(name);
    if response.has_focus() {
        let stroke = Stroke::new(2.0, ui.visuals().selection.stroke.color);
        let ring = response.rect.shrink(1.0);
        ui.painter().rect_stroke(ring, f32::from(radius::BAR), stroke, egui::StrokeKind::Inside);
    }
}
