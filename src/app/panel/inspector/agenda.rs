//! The agenda of a session: its items with what they take, a field for the next one, and what can be done where too much is
//! given.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use egui::{Align2, Key, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::edit::Command;
use crate::edit::agenda::{self, Spot};
use crate::model::agenda::{Agenda, Line, Sitting, Taken};
use crate::model::{ItemOrigin, Session, SessionId};
use crate::texts::{Value, names, short, tid};

use super::form::{Form, Pass, enter};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::{TextField, note};
use crate::app::widget::items::{added, item_title, minutes, over_text, sum_text, way_text};
use crate::app::widget::property::{chip_button, head_ui, link_ui};

/// So many items are listed; the rest is in the view of agendas.
const MOST: usize = 12;

/// The agenda, below the findings; where there is none, a button that begins one.
pub fn agenda_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, id) = (form.cx, form.subject.id);
    if form.pass == Pass::Set {
        return;
    }
    let name = tid("agenda-write");
    let is_asked = form.memory.opened.contains(&form.id(name));
    let shows = is_asked || cx.has_items(id);
    if form.pass == Pass::Unset {
        if !shows && chip_button(ui, cx, form.sign(name)).clicked() {
            let field = form.id(name);
            form.memory.opened.insert(field);
            form.memory.entered = Some(field);
            ui.ctx().request_repaint();
        }
        return;
    }
    if !shows {
        return;
    }
    let agenda = cx.agenda(id);
    let Some(sitting) = agenda.sitting(id) else { return };
    head_ui(ui, cx.text("agenda-title"), |ui| {
        let open = link_ui(ui, cx, cx.text("agenda-open"), 120.0);
        if open.on_hover_text(cx.text("view-agenda-tip")).clicked() {
            cx.act(Action::RevealIn("agenda", id.into()));
        }
    });
    if !sitting.lines.is_empty() {
        sum_ui(ui, cx, sitting);
    }
    for line in sitting.lines.iter().take(MOST) {
        line_ui(ui, cx, line);
    }
    if sitting.lines.len() > MOST {
        let count = Value::from(sitting.lines.len() - MOST);
        note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", count)]));
    }
    ui.add_space(4.0);
    new_ui(form, ui);
    fitting_ui(ui, cx, (&agenda, id), None);
    origins_ui(ui, cx, sitting);
}

/// `75 min, 84 given`, and whether that fits.
fn sum_ui(ui: &mut Ui, cx: &ViewContext<'_>, sitting: &Sitting) {
    let sum = sum_text(cx, (sitting.room_secs(), sitting.given_secs()));
    let over = sitting.over_secs();
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(sum).font(Type::Small.font()).color(cx.theme.text_2));
        let (sign, text, color) = if over > 0 {
            (icons::CIRCLE_X, over_text(cx, over), cx.theme.error)
        } else {
            (icons::CIRCLE_CHECK, cx.text("agenda-fits").to_owned(), cx.theme.ok)
        };
        ui.label(RichText::new(format!("{sign} {text}")).font(Type::Small.font()).color(color));
    });
}

/// A thing that is taken: number, title, minutes; a click leads to it.
fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>, line: &Line) {
    let title = match &line.taken {
        Taken::Item(item) => short::one_line(item_title(cx, item)),
        Taken::Statement(statement) => {
            cx.plan.people().get(statement.speaker).map(|person| person.name.clone()).unwrap_or_default()
        }
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::click());
    let mins = minutes(i64::from(line.group_secs));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {title}, {mins}", line.number)));
    let lit = response.hovered() || response.has_focus();
    if lit {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, cx.theme.field);
    }
    let indent = 14.0 * f32::from(line.level);
    let number = elided(ui, RichText::new(&line.number).font(Type::Meta.font()), 34.0);
    let middle = rect.center().y;
    ui.painter().galley(pos2(rect.left() + indent, middle - number.size().y / 2.0), number, cx.theme.text_2);
    let font = if line.is_heading { Type::Strong } else { Type::Body };
    let width = (rect.width() - indent - 38.0 - 44.0).max(20.0);
    let text = elided(ui, RichText::new(title).font(font.font()), width);
    ui.painter().galley(pos2(rect.left() + indent + 38.0, middle - text.size().y / 2.0), text, cx.theme.text);
    let color = if line.due.over_secs > 0 { cx.theme.error } else { cx.theme.text_2 };
    let at = pos2(rect.right(), middle);
    ui.painter().text(at, Align2::RIGHT_CENTER, mins, Type::Meta.font(), color);
    if response.clicked() {
        cx.select(line.taken.row());
    }
}

/// The field for the next item: `Title` or `Title 12`; Enter adds it and goes on.
fn new_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, session) = (form.cx, form.subject.id);
    let name = tid("agenda-write");
    let id = form.id(name);
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let field = TextField { name: cx.text("agenda-write"), hint: cx.text("agenda-new-hint"), ..TextField::default() };
    let response = field.show(ui, cx, (id, false), &mut text);
    if form.is_entered(name) {
        enter(&response);
    }
    if response.has_focus() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        text.clear();
        response.surrender_focus();
    }
    if response.lost_focus() && !text.trim().is_empty() {
        if let Some(command) = added(cx, Spot::at_end(session), &text) {
            cx.perform(command);
            text.clear();
        }
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            response.request_focus();
        }
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}

/// What can be done where too much is given: in the part of a line, or in all parts of the session.
pub fn fitting_ui(ui: &mut Ui, cx: &ViewContext<'_>, (of, session): (&Agenda, SessionId), line: Option<&Line>) {
    let Some(sitting) = of.sitting(session) else { return };
    let at = line.and_then(|line| sitting.lines.iter().position(|other| other.taken.row() == line.taken.row()));
    for (place, part) in sitting.parts.iter().enumerate() {
        if part.over_secs() <= 0 || at.is_some_and(|at| !part.slots.contains(&at)) {
            continue;
        }
        head_ui(ui, &over_text(cx, part.over_secs()), |_| ());
        note(ui, cx, &sum_text(cx, (part.room_secs(), part.given_secs)));
        let ways = agenda::ways(cx.plan, of, (session, place));
        for way in &ways {
            let text = way_text(cx, sitting, way);
            if link_ui(ui, cx, &text, ui.available_width()).clicked() {
                cx.perform(Command::Agenda(way.command.clone()));
            }
        }
    }
}

/// How much time items of each origin take, as bars; nothing where all are of one.
pub fn origins_ui(ui: &mut Ui, cx: &ViewContext<'_>, sitting: &Sitting) {
    /// How wide a name and a length are, in points.
    const NAME: f32 = 120.0;
    const LENGTH: f32 = 64.0;
    let mut sums: BTreeMap<ItemOrigin, i64> = BTreeMap::new();
    for item in sitting.lines.iter().filter_map(|line| line.taken.item()) {
        if let Some(origin) = item.origin {
            *sums.entry(origin).or_default() += i64::from(item.secs());
        }
    }
    let most = sums.values().copied().max().unwrap_or_default();
    if sums.len() < 2 || most == 0 {
        return;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|&(origin, secs)| (Reverse(secs), origin));
    head_ui(ui, cx.text("agenda-by-origin"), |_| ());
    for (origin, secs) in sums {
        let length = cx.texts.text_with("agenda-origin-takes", &[("minutes", Value::from(&minutes(secs)))]);
        let name = cx.text(names::item_origin(origin));
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW - 4.0), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {length}")));
        let middle = rect.center().y;
        let words = elided(ui, RichText::new(name).font(Type::Small.font()), NAME - 8.0);
        ui.painter().galley(pos2(rect.left(), middle - words.size().y / 2.0), words, cx.theme.text_2);
        let bar = Rect::from_min_max(pos2(rect.left() + NAME, middle - 3.0), pos2(rect.right() - LENGTH, middle + 3.0));
        ui.painter().rect_filled(bar, 3.0, cx.theme.field);
        let used = bar.with_max_x(bar.left() + bar.width() * (secs as f32 / most as f32));
        ui.painter().rect_filled(used, 3.0, cx.theme.text_3);
        let at = pos2(rect.right(), middle);
        ui.painter().text(at, Align2::RIGHT_CENTER, length, Type::Small.font(), cx.theme.text);
    }
}
