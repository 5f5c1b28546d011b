//! The moves, row by row: a tick, a lock, the session, when and where it was and would be, and what that is for.

use egui::{Align2, FontId, Id, Painter, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{Column, FromRight, ROW, cell, ground, heads_ui, row_fill, rows_ui, small, text};
use crate::app::widget::fields::popup_under;
use crate::model::{Placement, Session, SessionId};
use crate::texts::{Value, dates, findings, tid};

use super::answer::{Answer, Judgement, Row};
use super::other::Others;

/// The room of the box, of the lock, of the sign.
const BOX: f32 = 34.0;
const LOCK: f32 = 62.0;
const SIGN: f32 = 88.0;
/// The room of the way to other places, at the end.
const OTHER: f32 = 68.0;

/// What the pointer asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To look at a move.
    Choose(usize),
    /// To take it, or not to.
    Tick(usize),
    /// To keep it when another answer is looked for, or not to.
    Lock(usize),
    /// To show its session on the timeline.
    Show(usize),
    /// To send a session elsewhere.
    Send(SessionId, Placement),
}

struct Columns {
    title: Column,
    when: Column,
    hall: Column,
    seats: Column,
    why: Column,
    other: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let other = (width - OTHER, width - 4.0);
        let mut right = FromRight::new(width - OTHER);
        let why = right.take(640.0, (width * 0.19).max(140.0));
        let seats = right.take(1000.0, 96.0);
        let free = right.left() - SIGN;
        let title = (SIGN, SIGN + free * 0.34 - 8.0);
        let when = (SIGN + free * 0.34, SIGN + free * 0.70 - 8.0);
        let hall = (SIGN + free * 0.70, right.left() - 8.0);
        Self { title, when, hall, seats, why, other }
    }
}

/// What the table shows: rows of an answer, or those of a search that still goes on.
pub struct Shown<'a> {
    pub rows: &'a [Row],
    pub answer: Option<&'a Answer>,
    pub judgement: Option<&'a Judgement>,
    pub cursor: Option<SessionId>,
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shown: &Shown<'_>,
    (sought, others): (Option<usize>, &mut Others),
) -> Option<Asked> {
    let whole = ui.max_rect();
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    let heads = [
        (columns.title, tid("arrange-session")),
        (columns.when, tid("arrange-when")),
        (columns.hall, tid("arrange-hall")),
        (columns.seats, tid("arrange-seats")),
        (columns.why, tid("arrange-why")),
    ];
    heads_ui(ui, cx, top, (&heads, &[]));
    let mut asked = None;
    rows_ui(ui, ("arrange", body), (shown.rows.len(), sought), |ui, at, rect| {
        if let Some(session) = cx.plan.sessions().get(shown.rows[at].session) {
            let line = Line { cx, shown, columns: &columns, row: &shown.rows[at], session };
            let of_row = line.ui(ui, at, rect);
            asked = line.others_ui(ui, rect, others).or(of_row).or(asked.take());
        }
    });
    asked
}

/// The popup with other places for a session.
pub fn others_id(session: SessionId) -> Id {
    other_id(session).with("popup")
}

fn other_id(session: SessionId) -> Id {
    Id::unique(("arrange-other", session))
}

/// What a move is, in a sentence.
pub fn spoken(cx: &ViewContext<'_>, row: &Row) -> String {
    let session = cx.plan.sessions().get(row.session);
    let waits = || cx.text("session-unscheduled").to_owned();
    let place = |at: Option<&Placement>| at.map_or_else(waits, |at| phrases::placement(cx, at));
    let was = place(session.and_then(|session| session.placement.as_ref()));
    let title = session.map(|session| cx.session_title(session)).unwrap_or_default();
    format!("{title}: {was} → {}", place(row.to.as_ref()))
}

struct Line<'a> {
    cx: &'a ViewContext<'a>,
    shown: &'a Shown<'a>,
    columns: &'a Columns,
    row: &'a Row,
    session: &'a Session,
}

impl Line<'_> {
    fn ui(&self, ui: &Ui, at: usize, rect: Rect) -> Option<Asked> {
        let Self { cx, shown, row, .. } = self;
        let is_chosen = shown.cursor == Some(row.session);
        let response = ui.interact(rect, Id::unique(("arrange-row", row.session)), Sense::CLICK);
        let (why, is_bad) = self.why();
        let said = format!("{}; {why}", spoken(cx, row));
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &said));
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), cx.theme.panel));
        let (ticks, locks) = self.boxes_ui(ui, rect);
        self.cells_ui(ui, &painter, rect);
        let color = if is_bad { cx.theme.error } else { cx.theme.text_2 };
        text(ui, &painter, cell(rect, self.columns.why), small(&why, color));
        if response.hovered() && response.clone().on_hover_text(displayed(&said)).double_clicked() {
            return Some(Asked::Show(at));
        }
        match (ticks, locks, response.clicked()) {
            (true, ..) => Some(Asked::Tick(at)),
            (_, true, _) => Some(Asked::Lock(at)),
            (.., true) => Some(Asked::Choose(at)),
            _ => None,
        }
    }

    /// The way to other places, and their list.
    fn others_ui(&self, ui: &Ui, rect: Rect, others: &mut Others) -> Option<Asked> {
        let (cx, id) = (self.cx, self.row.session);
        let answer = self.shown.answer?;
        let place = cell(rect, self.columns.other);
        let button = ui.interact(place, other_id(id), Sense::CLICK);
        let named = cx.texts.text_with("arrange-other-of", &[("session", Value::from(cx.session_title(self.session)))]);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &named));
        let words = small(cx.text("arrange-other"), cx.theme.accent);
        text(ui, ui.painter(), place, if button.hovered() { words.underline() } else { words });
        let button = button.on_hover_text(cx.text("arrange-other-tip"));
        let chosen = popup_under(&button).show(|ui| others.ui(ui, cx, (answer, id)));
        chosen.and_then(|shown| shown.inner).map(|to| Asked::Send(id, to))
    }

    fn is_ticked(&self) -> bool {
        self.shown.answer.is_none_or(|answer| answer.ticked.contains(&self.row.session))
    }

    /// What the move is for, or what stays broken without it; and whether it is the latter.
    fn why(&self) -> (String, bool) {
        let Self { cx, row, session, .. } = self;
        let sentence = |finding| findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding);
        let known = self.shown.judgement.and_then(|judgement| judgement.why.get(&row.session)).map(sentence);
        let is_ticked = self.is_ticked();
        if let Some(why) = known {
            let id = if is_ticked { tid("arrange-else") } else { tid("arrange-stays-broken") };
            return (cx.texts.text_with(id, &[("why", Value::from(&why))]), !is_ticked);
        }
        if !is_ticked {
            return (cx.text("arrange-not-ticked").to_owned(), false);
        }
        let Some(to) = &row.to else {
            let left = self.shown.answer.and_then(|answer| answer.left.iter().find(|(id, _)| *id == row.session));
            let why = left.and_then(|(_, against)| against.first()).map(sentence);
            return (why.unwrap_or_else(|| cx.text("arrange-no-place").to_owned()), false);
        };
        let words: Vec<&str> = reasons(cx, session, to).into_iter().map(|id| cx.text(id)).collect();
        (words.join(", "), false)
    }

    fn boxes_ui(&self, ui: &Ui, rect: Rect) -> (bool, bool) {
        let (cx, row) = (self.cx, self.row);
        let Some(answer) = self.shown.answer else { return (false, false) };
        let title = cx.session_title(self.session);
        let named = |id: &'static str| cx.texts.text_with(id, &[("session", Value::from(title))]);
        let is_ticked = self.is_ticked();
        let place = cell(rect, (4.0, BOX));
        let tick = ui.interact(place, Id::unique(("arrange-box", row.session)), Sense::CLICK);
        tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, named("arrange-tick")));
        let square = Rect::from_center_size(place.center().round(), vec2(16.0, 16.0));
        let painter = ui.painter();
        let font = FontId::proportional(size::SMALL_ICON);
        if is_ticked {
            painter.rect_filled(square, 4.0, cx.theme.accent);
            painter.text(square.center(), Align2::CENTER_CENTER, icons::CHECK, font.clone(), cx.theme.on_accent);
        } else {
            let stroke = Stroke::new(1.0, cx.theme.line_field);
            painter.rect(square, 4.0, cx.theme.panel, stroke, egui::StrokeKind::Inside);
        }
        let is_locked = answer.locked.contains(&row.session);
        let place = cell(rect, (BOX, LOCK));
        let lock = ui.interact(place, Id::unique(("arrange-lock", row.session)), Sense::CLICK);
        lock.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_locked, named("arrange-lock")));
        let (sign, color) = if is_locked { (icons::LOCK, cx.theme.accent) } else { (icons::UNLOCK, cx.theme.text_3) };
        painter.text(place.center(), Align2::CENTER_CENTER, sign, font, color);
        (tick.clicked(), lock.on_hover_text(cx.text("arrange-lock-tip")).clicked())
    }

    fn cells_ui(&self, ui: &Ui, painter: &Painter, rect: Rect) {
        let Self { cx, columns, row, session, .. } = self;
        let is_weak = !self.is_ticked();
        let strong = if is_weak { cx.theme.text_2 } else { cx.theme.text };
        let colors = cx.session_colors(session);
        let font = FontId::proportional(size::SMALL_ICON);
        let sign = cx.kind_sign(session.called());
        painter.text(cell(rect, (LOCK, SIGN)).center(), Align2::CENTER_CENTER, sign, font, colors.bar);
        let title = RichText::new(cx.session_title(session)).font(Type::Body.font()).color(strong);
        text(ui, painter, cell(rect, columns.title), title);
        let was = session.placement.as_ref();
        let (from, to) = when(cx, was, row.to.as_ref());
        change_ui(ui, cx, painter, (cell(rect, columns.when), strong), (from.as_deref(), &to));
        let rooms = |at: Option<&Placement>| at.map_or_else(String::new, |at| rooms(cx, at));
        let (from, to) = (rooms(was), rooms(row.to.as_ref()));
        let from = (was.is_some() && from != to && !from.is_empty()).then_some(from);
        change_ui(ui, cx, painter, (cell(rect, columns.hall), strong), (from.as_deref(), &to));
        self.seats_ui(ui, painter, cell(rect, columns.seats));
    }

    /// How many are expected, in how many seats; with a sign where they have none, or far too many.
    fn seats_ui(&self, ui: &Ui, painter: &Painter, rect: Rect) {
        let cx = self.cx;
        let Some(expected) = self.session.expected_attendance else { return };
        let rooms = self.row.to.iter().flat_map(|at| &at.rooms).filter_map(|&id| cx.plan.rooms().get(id)?.capacity);
        let seats: u32 = rooms.fold(0, u32::saturating_add);
        if seats == 0 {
            return;
        }
        let is_odd = seats < expected || seats / expected.max(1) >= 6;
        let values = [("expected", Value::from(expected)), ("seats", Value::from(seats))];
        let words = cx.texts.text_with("arrange-seats-of", &values);
        let (words, color) =
            if is_odd { (format!("{words} {}", icons::WARNING), cx.theme.warning) } else { (words, cx.theme.text_2) };
        text(ui, painter, rect, small(&words, color));
    }
}

/// What was, struck through, and what is.
pub fn change_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    painter: &Painter,
    (rect, color): (Rect, egui::Color32),
    (from, to): (Option<&str>, &str),
) {
    let mut left = rect;
    if let Some(from) = from {
        let was = small(from, cx.theme.text_2).strikethrough();
        left.min.x += text(ui, painter, rect.with_max_x(rect.left() + rect.width() * 0.5), was) + 6.0;
        left.min.x += text(ui, painter, left, small("→", cx.theme.text_3)) + 6.0;
    }
    let font = if from.is_some() { Type::Strong } else { Type::Body };
    let color = if from.is_some() { color } else { cx.theme.text_2 };
    text(ui, painter, left, RichText::new(to).font(font.font()).color(color));
}

/// When it was, where that was another time, and when it would be.
fn when(cx: &ViewContext<'_>, was: Option<&Placement>, to: Option<&Placement>) -> (Option<String>, String) {
    let whole = |at: &Placement| dates::span_text(cx.texts, at.span());
    let waits = || cx.text("session-unscheduled").to_owned();
    match (was, to) {
        (None, to) => (None, to.map_or_else(waits, whole)),
        (Some(was), None) => (Some(whole(was)), waits()),
        (Some(was), Some(to)) if was.span() == to.span() => (None, whole(to)),
        (Some(was), Some(to)) if was.start.date() == to.start.date() => {
            (Some(phrases::weekday_and_time(cx, was.start)), clock(to))
        }
        // What it was may be brief: it is struck through, and the row has room for where it goes.
        (Some(was), Some(to)) => {
            let goes = if was.length == to.length { phrases::weekday_and_time(cx, to.start) } else { whole(to) };
            (Some(phrases::weekday_and_time(cx, was.start)), goes)
        }
    }
}

fn clock(at: &Placement) -> String {
    format!("{}–{}", at.start.clock(), at.end().clock())
}

fn rooms(cx: &ViewContext<'_>, at: &Placement) -> String {
    at.rooms.iter().map(|&id| phrases::row_title(cx, id.into())).collect::<Vec<_>>().join(", ")
}

/// What speaks for a place.
fn reasons(cx: &ViewContext<'_>, session: &Session, to: &Placement) -> Vec<&'static str> {
    let wish = &session.wish;
    let (day, minute, rooms) = match &session.placement {
        Some(at) => (Some(at.start.date()), Some(at.start.minute_of_day()), at.rooms.as_slice()),
        None => (wish.day, wish.minute.map(i32::from), wish.rooms.as_slice()),
    };
    let was_placed = session.placement.is_some();
    let mut found = Vec::new();
    let (same_day, same_time) = (day == Some(to.start.date()), minute == Some(to.start.minute_of_day()));
    match (same_day, same_time, was_placed) {
        (true, true, true) => found.push(tid("arrange-same-time")),
        (true, true, false) => found.push(tid("arrange-wished-time")),
        (true, false, true) => found.push(tid("arrange-same-day")),
        (true, false, false) => found.push(tid("arrange-wished-day")),
        _ => {}
    }
    if !rooms.is_empty() && rooms == to.rooms {
        found.push(if was_placed { tid("arrange-same-hall") } else { tid("arrange-wished-hall") });
    }
    let seats = to.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)?.capacity).fold(0, u32::saturating_add);
    if session
        .expected_attendance
        .is_some_and(|expected| (expected..expected.saturating_mul(3).max(1)).contains(&seats))
    {
        found.push(tid("arrange-hall-fits"));
    }
    if found.is_empty() {
        found.push(tid("arrange-best-found"));
    }
    found
}
