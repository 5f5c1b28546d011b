//! The elements of the programme against the sessions: a tick where a session serves an element, a word where nothing does.

use egui::{Align2, FontId, Id, Painter, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::{tip, wrapped};
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::cells::{ground, row_fill, small, text};
use crate::app::widget::tips::session_tip;
use crate::model::SessionId;
use crate::texts::tid;

use super::known::{Column, Known, Mark, Row, element_name};

/// How high the head and a row are.
const HEAD: f32 = 92.0;
const ROW: (f32, f32) = (24.0, 36.0);
/// A row so high has room for two lines.
const TWO_LINES: f32 = 34.0;
/// How wide the names of elements and what serves them are, as shares of the whole, and at least and at most.
const NAMES: (f32, f32, f32) = (0.28, 190.0, 400.0);
const SERVED: (f32, f32, f32) = (0.15, 132.0, 240.0);
/// How wide a session is at least and at most.
const SESSION: (f32, f32) = (116.0, 200.0);

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// An element is looked at.
    Choose(usize),
    /// A session is to serve an element, or not any more.
    Toggle(usize, usize),
    /// A session is looked at, or all of it is wanted.
    Session(SessionId, bool),
    /// Other sessions are to come into sight.
    Turn(isize),
}

/// How high it is where there is so much room: its rows are lower where that is little.
#[must_use]
pub fn height(known: &Known, room: f32) -> f32 {
    let count = known.rows.len() as f32;
    let row = ((room - HEAD) / count).clamp(ROW.0, ROW.1).floor();
    HEAD + row * count
}

/// Where columns stand, in points of the screen.
#[derive(Debug)]
pub struct Places {
    names: (f32, f32),
    served: (f32, f32),
    /// The sessions in sight.
    sessions: Vec<(usize, f32, f32)>,
    /// How many sessions have room.
    count: usize,
    first: usize,
}

impl Places {
    /// Those of so much room, from a session on.
    #[must_use]
    pub fn of(known: &Known, rect: Rect, first: usize) -> Self {
        let wide = |(share, least, most): (f32, f32, f32)| (rect.width() * share).clamp(least, most);
        let (names, served) = (wide(NAMES), wide(SERVED));
        let room = (rect.width() - names - served).max(SESSION.0);
        let all = known.columns.len().max(1);
        let count = ((room / SESSION.0).floor() as usize).clamp(1, all);
        let first = first.min(all - count);
        let each = (room / count as f32).min(SESSION.1);
        let left = rect.left() + names;
        let place = |at: usize| (first + at, left + each * at as f32, left + each * (at + 1) as f32);
        let shown = count.min(known.columns.len());
        let right = left + each * shown as f32;
        Self {
            names: (rect.left(), left),
            served: (right, rect.right()),
            sessions: (0..shown).map(place).collect(),
            count,
            first,
        }
    }

    /// The first session in sight so that another one is.
    #[must_use]
    pub fn first_for(&self, at: usize) -> usize {
        self.first.min(at).max((at + 1).saturating_sub(self.count))
    }
}

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (known, places): (&Known, &Places),
    (cursor, has_keyboard): ((usize, usize), bool),
    rect: Rect,
) -> Option<Asked> {
    let mut asked = head_ui(ui, cx, (known, places), rect.with_max_y(rect.top() + HEAD));
    let high = (rect.height() - HEAD) / known.rows.len() as f32;
    for (at, row) in known.rows.iter().enumerate() {
        let top = rect.top() + HEAD + high * at as f32;
        let line = Rect::from_x_y_ranges(rect.x_range(), top..=top + high);
        let chosen = (cursor.0 == at).then_some(cursor.1);
        asked = row_ui(ui, cx, (known, places, row), (at, chosen, has_keyboard), line).or(asked);
    }
    asked
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, (known, places): (&Known, &Places), rect: Rect) -> Option<Asked> {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    let foot = |from: f32, to: f32| {
        Rect::from_min_max(pos2(from + 12.0, rect.bottom() - 26.0), pos2(to - 8.0, rect.bottom() - 4.0))
    };
    let names = RichText::new(cx.text("youth-elements")).font(Type::Head.font()).color(cx.theme.text);
    text(ui, &painter, foot(places.names.0, places.names.1), names);
    text(ui, &painter, foot(places.served.0, places.served.1), small(cx.text("youth-served"), cx.theme.text_2));
    let mut asked = None;
    for &(at, from, to) in &places.sessions {
        let column = &known.columns[at];
        let area = Rect::from_x_y_ranges(from..=to, rect.y_range());
        let id = Id::unique(("youth session", column.session.as_str()));
        let response = ui.interact(area, id, Sense::CLICK);
        let is_chosen = cx.selection.focus == Some(column.session.into());
        response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_chosen, head_spoken(column)));
        let fill = row_fill(cx, (is_chosen, response.hovered()), cx.theme.ground);
        painter.rect_filled(area.shrink2(vec2(0.0, 0.5)), 0.0, fill);
        painter.vline(from - 0.5, area.y_range(), (1.0, cx.theme.line));
        let inner = area.shrink2(vec2(8.0, 6.0));
        let name = RichText::new(&column.name).font(Type::Strong.font()).color(cx.theme.text);
        painter.galley(inner.min, wrapped(ui, name, inner.width(), 2), cx.theme.text);
        let line = |at: f32| Rect::from_x_y_ranges(inner.x_range(), inner.bottom() - at..=inner.bottom() - at + 15.0);
        let meta = |words: &str, color| RichText::new(words).font(Type::Meta.font()).color(color);
        let where_ = if column.seats.is_empty() { &column.room } else { &column.seats };
        let color = if column.is_full { cx.theme.error } else { cx.theme.text_2 };
        text(ui, &painter, line(31.0), meta(&column.when, cx.theme.text_2));
        text(ui, &painter, line(15.0), meta(where_, color));
        if response.double_clicked() {
            asked = Some(Asked::Session(column.session, true));
        } else if response.clicked() {
            asked = Some(Asked::Session(column.session, false));
        }
        if let Some(session) = cx.plan.sessions().get(column.session).filter(|_| response.hovered()) {
            session_tip(&response, cx, session);
        }
    }
    turn_ui(ui, cx, (known, places), rect).or(asked)
}

/// Buttons that bring other sessions into sight.
fn turn_ui(ui: &Ui, cx: &ViewContext<'_>, (known, places): (&Known, &Places), rect: Rect) -> Option<Asked> {
    let mut asked = None;
    let before = places.first > 0;
    let behind = places.first + places.count < known.columns.len();
    let ends = [
        (before, -1, icons::CHEVRON_LEFT, tid("youth-earlier"), places.names.1 - size::ROW),
        (behind, 1, icons::CHEVRON_RIGHT, tid("youth-later"), places.served.1 - size::ROW),
    ];
    for (is_there, by, sign, name, left) in ends {
        if !is_there {
            continue;
        }
        let area = Rect::from_min_size(pos2(left, rect.top() + 4.0), vec2(size::ROW, size::ROW));
        let response = ui.interact(area, Id::unique(name), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text(name)));
        let color = if response.hovered() { cx.theme.accent } else { cx.theme.text_2 };
        ui.painter().text(area.center(), Align2::CENTER_CENTER, sign, FontId::proportional(size::ICON), color);
        if response.clicked() {
            asked = Some(Asked::Turn(by));
        }
        tip(response, cx.text(name));
    }
    asked
}

fn head_spoken(column: &Column) -> String {
    let said = [&column.name, &column.when, &column.room, &column.seats];
    said.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn row_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (known, places, row): (&Known, &Places, &Row),
    (at, chosen, has_keyboard): (usize, Option<usize>, bool),
    rect: Rect,
) -> Option<Asked> {
    let response = ui.interact(rect, Id::unique(("youth element", at)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen.is_some(), spoken(cx, known, (at, 0))));
    let painter = ground(ui, cx, rect, row_fill(cx, (false, response.hovered()), cx.theme.panel));
    let area = |from: f32, to: f32| Rect::from_x_y_ranges(from + 12.0..=(to - 8.0).max(from + 12.0), rect.y_range());
    let name = RichText::new(element_name(cx, row.element)).font(Type::Body.font()).color(cx.theme.text);
    let place = area(places.names.0, places.names.1);
    let galley = wrapped(ui, name, place.width(), if rect.height() < TWO_LINES { 1 } else { 2 });
    let top = (rect.center().y - galley.size().y / 2.0).round();
    painter.galley(pos2(place.left(), top), galley, cx.theme.text);
    let (sign, color) =
        if row.is_served { (icons::CIRCLE_CHECK, cx.theme.ok) } else { (icons::WARNING, cx.theme.warning_mark) };
    let place = area(places.served.0, places.served.1);
    let wide = text(ui, &painter, place, RichText::new(sign).size(size::SMALL_ICON).color(color));
    let color = if row.is_served { cx.theme.text_2 } else { cx.theme.warning };
    let place = place.with_min_x(place.left() + wide + 6.0);
    // A space at the end of a line needs no room of its own.
    let galley =
        wrapped(ui, small(&row.words, color), place.width() + 5.0, if rect.height() < TWO_LINES { 1 } else { 2 });
    let top = (rect.center().y - galley.size().y / 2.0).round();
    painter.galley(pos2(place.left(), top), galley, color);
    if chosen == Some(0) {
        let own = Rect::from_x_y_ranges(places.names.0 + 4.0..=places.names.1 - 4.0, rect.y_range());
        cursor_ui(&painter, cx, own, has_keyboard);
    }
    let mut asked = response.clicked().then_some(Asked::Choose(at));
    for &(column, from, to) in &places.sessions {
        let cell = Rect::from_x_y_ranges(from..=to, rect.y_range());
        let id = Id::unique(("youth cell", at, known.columns[column].session.as_str()));
        let response = ui.interact(cell, id, Sense::CLICK);
        let mark = row.cells[column];
        let words = spoken(cx, known, (at, column + 1));
        response.widget_info(|| WidgetInfo::selected(Role::Cell, true, mark != Mark::None, &words));
        painter.vline(from - 0.5, rect.y_range(), (1.0, cx.theme.line));
        mark_ui(&painter, cx, (mark, response.hovered()), cell);
        if chosen == Some(column + 1) {
            cursor_ui(&painter, cx, cell, has_keyboard);
        }
        if response.clicked() {
            asked = Some(Asked::Toggle(at, column));
        }
        if response.hovered() {
            tip(response, &words);
        }
    }
    if response.hovered() {
        tip(response, &spoken(cx, known, (at, 0)));
    }
    asked
}

/// Ticked where the session serves it, hollow where it waits or is called off.
fn mark_ui(painter: &Painter, cx: &ViewContext<'_>, (mark, is_hovered): (Mark, bool), rect: Rect) {
    let place = Rect::from_center_size(rect.center().round(), vec2(18.0, 18.0));
    let sign = |color| {
        painter.text(place.center(), Align2::CENTER_CENTER, icons::CHECK, FontId::proportional(12.0), color);
    };
    match mark {
        Mark::Serves => {
            painter.rect_filled(place, 4.0, cx.theme.accent);
            sign(cx.theme.on_accent);
        }
        Mark::Idle => {
            painter.rect_stroke(place, 4.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
            sign(cx.theme.accent);
        }
        Mark::None if is_hovered => {
            painter.rect_stroke(place, 4.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        }
        Mark::None => {
            painter.rect_stroke(place, 4.0, Stroke::new(1.0, cx.theme.line_field), StrokeKind::Inside);
        }
    }
}

fn cursor_ui(painter: &Painter, cx: &ViewContext<'_>, rect: Rect, has_keyboard: bool) {
    let color = if has_keyboard { cx.theme.focus } else { cx.theme.accent_line };
    painter.rect_stroke(rect.shrink(2.0), f32::from(radius::BAR), Stroke::new(2.0, color), StrokeKind::Inside);
}

/// A cell in words; at the first place the element, and what serves it.
#[must_use]
pub fn spoken(cx: &ViewContext<'_>, known: &Known, (row, place): (usize, usize)) -> String {
    let Some(row) = known.rows.get(row) else { return String::new() };
    let name = element_name(cx, row.element);
    let Some((at, column)) = place.checked_sub(1).and_then(|at| Some((at, known.columns.get(at)?))) else {
        return format!("{name}: {}", row.words);
    };
    let word = match row.cells[at] {
        Mark::Serves => tid("youth-serves"),
        Mark::Idle => tid("youth-would-serve"),
        Mark::None => tid("youth-serves-not"),
    };
    format!("{name}, {}: {}", column.name, cx.text(word))
}
