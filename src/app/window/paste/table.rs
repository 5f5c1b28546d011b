//! The pasted table, each row with what becomes of it. Only rows in sight are touched.

use egui::{
    Button, Popup, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::exchange::incoming::{Field, Flaw, Incoming, Note, Outcome, Pasted, Row};
use crate::model::FieldId;
use crate::texts::{dates, tid};

use super::part;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, elided_ui, tip};
use crate::app::style::{Type, icons, size};

/// What is shown.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The table.
    pub pasted: &'a Pasted,
    /// What it would make of the plan.
    pub incoming: &'a Incoming,
}

/// What a column is to hold; nothing where it is left out.
pub type Chosen = Option<Field>;

/// The room for what becomes of a row.
const OUTCOME: f32 = 190.0;
/// The narrowest column, and the widest.
const WIDTHS: (f32, f32) = (76.0, 280.0);
/// Left and right of a text.
const PADDING: f32 = 8.0;

/// Draws it into the room that is left; answers a column that is to hold something else.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: Shown<'_>) -> Option<(usize, Chosen)> {
    let widths = widths(shown.pasted, ui.available_width() - OUTCOME);
    let width = OUTCOME + widths.iter().sum::<f32>();
    let mut chosen = None;
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        let (head, _) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::HOVER);
        ui.painter().rect_filled(head, 0.0, cx.theme.ground);
        ui.painter().hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
        let outcome = head.with_max_x(head.left() + OUTCOME);
        text_ui(ui, outcome, RichText::new(cx.text("paste-outcome")).font(Type::Cap.font()).color(cx.theme.text_2));
        for (column, cell) in cells(head, &widths).enumerate() {
            if let Some(field) = head_ui(ui, cx, shown.pasted, (column, cell)) {
                chosen = Some((column, field));
            }
        }
        let rows = shown.pasted.rows().len();
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, size::ROW, rows, |ui, range| {
            for index in range {
                let (rect, _) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::HOVER);
                row_ui(ui, cx, shown, (index, rect, &widths));
            }
        });
    });
    chosen
}

/// Where the cells of a row are, behind what becomes of it.
fn cells(row: Rect, widths: &[f32]) -> impl Iterator<Item = Rect> {
    let mut left = row.left() + OUTCOME;
    widths.iter().map(move |&width| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width;
        cell
    })
}

/// How wide columns are: as the first rows need it, and a little more where there is room.
fn widths(pasted: &Pasted, room: f32) -> Vec<f32> {
    let letters = |column: usize| {
        let cells = pasted.grid.rows.iter().take(40).filter_map(|row| row.cells.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut widths: Vec<f32> = (0..pasted.grid.width)
        .map(|column| (letters(column) as f32 * 7.0 + 2.0 * PADDING).clamp(WIDTHS.0, WIDTHS.1))
        .collect();
    let sum: f32 = widths.iter().sum();
    if sum < room {
        let each = (room - sum) / widths.len().max(1) as f32;
        for width in &mut widths {
            *width += each;
        }
    } else {
        // The widest give way first.
        let fits = |most: f32| widths.iter().map(|width| width.min(most)).sum::<f32>() <= room;
        let (mut least, mut most) = WIDTHS;
        for _ in 0..12 {
            let middle = f32::midpoint(least, most);
            if fits(middle) { least = middle } else { most = middle }
        }
        for width in &mut widths {
            *width = width.min(least).floor();
        }
    }
    widths
}

fn text_ui(ui: &mut Ui, rect: Rect, text: RichText) -> egui::Response {
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| elided_ui(ui, text)).inner
}

/// What a column holds, to be chosen anew.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, pasted: &Pasted, (column, cell): (usize, Rect)) -> Option<Chosen> {
    let field = pasted.fields[column];
    let name = name(cx, field);
    let color = if field.is_some() { cx.theme.text } else { cx.theme.text_3 };
    let room = cell.width() - 2.0 * PADDING - 16.0;
    let text = elided(ui, RichText::new(name).font(Type::Cap.font()).color(color), room);
    let sign = RichText::new(icons::CHEVRON_DOWN).size(size::SMALL_ICON).color(cx.theme.text_3);
    let inner = cell.shrink2(vec2(1.0, 1.0));
    let response = ui
        .scope_builder(UiBuilder::new().id_salt(part("head", column)).max_rect(inner), |ui| {
            ui.spacing_mut().button_padding = vec2(PADDING - 1.0, 0.0);
            ui.add(Button::new((text, sign)).gap(2.0).frame_when_inactive(false).min_size(vec2(0.0, size::TARGET)))
        })
        .inner;
    response.widget_info(|| {
        let values = [("number", (column + 1).into()), ("name", name.into())];
        WidgetInfo::labeled(Role::Button, true, cx.texts.text_with("paste-column", &values))
    });
    let mut chosen = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(180.0);
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let own = cx.plan.fields().iter().map(|field| Some(Field::Own(field.id)));
            for other in std::iter::once(None).chain(Field::BUILT_IN.map(Some)).chain(own) {
                let name = elided(ui, RichText::new(self::name(cx, other)), 240.0);
                if ui.add(Button::selectable(other == field, name).min_size(vec2(160.0, size::ROW))).clicked() {
                    chosen = Some(other);
                    ui.close();
                }
            }
        });
    });
    chosen
}

fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: Shown<'_>, (index, rect, widths): (usize, Rect, &[f32])) {
    let row = &shown.pasted.rows()[index];
    let made = &shown.incoming.rows[index];
    let (sign, color, said) = outcome(cx, made);
    let response = ui.interact(rect, part("row", index), Sense::HOVER);
    response.widget_info(|| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        WidgetInfo::labeled(Role::Row, true, format!("{}: {said}: {}", row.number, cells.join(", ")))
    });
    let painter = ui.painter().clone();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let whole = rect.with_max_x(rect.left() + OUTCOME);
    let (number, said_in) = whole.split_left_right_at_x(whole.left() + 34.0);
    let weak = RichText::new(row.number.to_string()).font(Type::Meta.font()).color(cx.theme.text_3);
    text_ui(ui, number.with_max_x(number.right() + PADDING), weak);
    let said_text = RichText::new(format!("{sign} {said}")).font(Type::Small.font()).color(color);
    let response = text_ui(ui, said_in, said_text);
    let notes: Vec<&str> = made.notes.iter().map(|&(_, note)| cx.text(noted(note))).collect();
    if !notes.is_empty() {
        tip(response, &notes.join("\n"));
    }
    for ((column, cell), text) in cells(rect, widths).enumerate().zip(&row.cells) {
        let field = shown.pasted.fields[column];
        let is_wrong = matches!(&made.outcome, Outcome::Not(wrong, _) if Some(*wrong) == field);
        let is_noted = made.notes.iter().any(|(noted, _)| Some(*noted) == field);
        let is_changed =
            matches!(&made.outcome, Outcome::Changed(_, fields) if field.is_some_and(|field| fields.contains(&field)));
        let edge = if is_wrong {
            Some(cx.theme.error)
        } else if is_noted {
            Some(cx.theme.warning_mark)
        } else {
            None
        };
        if is_changed {
            painter.rect_filled(cell.shrink(1.0), 4.0, cx.theme.accent_soft);
        }
        if let Some(edge) = edge {
            painter.rect_stroke(cell.shrink2(vec2(2.0, 2.0)), 4.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        }
        if text.is_empty() {
            continue;
        }
        let is_out = field.is_none() || matches!(made.outcome, Outcome::Not(..));
        let color = if is_out { cx.theme.text_3 } else { cx.theme.text };
        text_ui(ui, cell, RichText::new(text).color(color));
    }
}

/// What becomes of a row: a sign, its colour, and in words.
fn outcome(cx: &ViewContext<'_>, row: &Row) -> (&'static str, egui::Color32, String) {
    let noted = !row.notes.is_empty();
    match &row.outcome {
        Outcome::New if noted => (icons::WARNING, cx.theme.warning, cx.text("paste-row-new-noted").to_owned()),
        Outcome::New => (icons::PLUS, cx.theme.ok, cx.text("paste-row-new").to_owned()),
        Outcome::Changed(..) => (icons::PENCIL, cx.theme.accent, cx.text("paste-row-changed").to_owned()),
        Outcome::Same(_) => (icons::CHECK, cx.theme.text_2, cx.text("paste-row-same").to_owned()),
        Outcome::Day(day) => (icons::CALENDAR, cx.theme.text_2, dates::day_short(cx.texts, *day)),
        Outcome::Not(_, flaw) => (icons::WARNING, cx.theme.error, cx.text(flawed(*flaw)).to_owned()),
    }
}

fn flawed(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::NoTitle => tid("paste-flaw-title"),
        Flaw::Day => tid("paste-flaw-day"),
        Flaw::Clock => tid("paste-flaw-clock"),
        Flaw::Length => tid("paste-flaw-length"),
        Flaw::End => tid("paste-flaw-end"),
        Flaw::Number => tid("paste-flaw-number"),
        Flaw::Pinned => tid("paste-flaw-pinned"),
        Flaw::OutOfRange => tid("paste-flaw-range"),
        Flaw::NoEvent => tid("paste-flaw-event"),
    }
}

fn noted(note: Note) -> &'static str {
    match note {
        Note::Kind => tid("paste-note-kind"),
        Note::Body => tid("paste-note-body"),
        Note::Event => tid("paste-note-event"),
        Note::Status => tid("paste-note-status"),
        Note::NoTime => tid("paste-note-time"),
        Note::Number => tid("paste-note-number"),
        Note::Date => tid("paste-note-date"),
        Note::Choice => tid("paste-note-choice"),
        Note::Tick => tid("paste-note-tick"),
    }
}

/// What a column is called that holds this.
fn name<'a>(cx: &ViewContext<'a>, field: Option<Field>) -> &'a str {
    match field.map(label) {
        None => cx.text("paste-left-out"),
        Some(Ok(label)) => cx.text(label),
        Some(Err(id)) => match cx.plan.fields().get(id).map(|field| cx.title(&field.title)) {
            None => cx.text("paste-left-out"),
            Some("") => cx.text("field-untitled"),
            Some(title) => title,
        },
    }
}

/// The id of what a field is called, or the own field it is.
fn label(field: Field) -> Result<&'static str, FieldId> {
    Ok(match field {
        Field::Title => tid("list-column-title"),
        Field::Kind => tid("list-column-kind"),
        Field::Day => tid("list-column-day"),
        Field::Start => tid("list-column-start"),
        Field::End => tid("list-column-end"),
        Field::Time => tid("paste-field-time"),
        Field::Length => tid("list-column-length"),
        Field::Room => tid("list-column-room"),
        Field::People => tid("paste-field-people"),
        Field::Chairs => tid("paste-field-chairs"),
        Field::Moderators => tid("paste-field-moderators"),
        Field::Affiliation => tid("paste-field-affiliation"),
        Field::Body => tid("list-column-body"),
        Field::Event => tid("list-column-event"),
        Field::Status => tid("list-column-status"),
        Field::Attendance => tid("paste-field-attendance"),
        Field::Remarks => tid("paste-field-remarks"),
        Field::Id => tid("list-column-id"),
        Field::Own(id) => return Err(id),
    })
}
