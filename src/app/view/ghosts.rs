//! One day below a table of moves: where sessions are, or would be, and where those that move were.

use chrono::NaiveDate;
use egui::{FontId, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::phrases;
use crate::app::style::{Type, radius, size};
use crate::app::widget::cells::cell;
use crate::model::{CivilTime, Placement, RoomId, SessionId};
use crate::texts::{Value, dates};

/// Which side is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Only as it was.
    Before,
    /// Both.
    #[default]
    Both,
    /// Only as it is.
    After,
}

/// Sessions of a day.
pub struct Moved {
    /// As they are, or would be, and whether they are changed.
    pub now: Vec<(SessionId, Placement, bool)>,
    /// Where those were that are elsewhere, or gone.
    pub before: Vec<(SessionId, Placement)>,
    /// Whether the changes are only proposed.
    pub is_proposed: bool,
}

/// The height of the line with the name of the day, of the hours, and the width of the names of rooms.
const HEAD: f32 = 28.0;
const HOURS: f32 = 20.0;
const NAMES: f32 = 112.0;
/// A lane is at most so high, and at least so high.
const LANE: (f32, f32) = (24.0, 44.0);

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    side: &mut Side,
    (rect, day): (Rect, Option<NaiveDate>),
    moved: impl FnOnce(NaiveDate) -> Moved,
) {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.panel);
    painter.hline(rect.x_range(), rect.top() + 0.5, (1.0, cx.theme.line_strong));
    let Some(day) = day else { return };
    let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
    let drawn = Day::new(cx, moved(day), day);
    head_ui(ui, cx, side, (head, day, drawn.is_proposed));
    drawn.ui(ui, cx, *side, body);
}

fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, side: &mut Side, (rect, day, is_proposed): (Rect, NaiveDate, bool)) {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let inner = rect.shrink2(egui::vec2(12.0, 2.0));
    let mut line = ui.new_child(egui::UiBuilder::new().id_salt("ghosts").max_rect(inner).layout(layout));
    let name = dates::day_long(cx.texts, day);
    line.label(RichText::new(name).font(Type::Head.font()).color(cx.theme.text));
    line.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = size::TARGET;
        for (one, id) in [
            (Side::After, if is_proposed { "arrange-after-it" } else { "changes-after" }),
            (Side::Both, "changes-both"),
            (Side::Before, "changes-before"),
        ] {
            if ui.selectable_label(*side == one, cx.texts.text(id)).clicked() {
                *side = one;
            }
        }
    });
}

/// What is drawn of a day.
struct Day {
    date: NaiveDate,
    rooms: Vec<Option<RoomId>>,
    /// Sessions as they are, and whether they are changed.
    now: Vec<(SessionId, Placement, bool)>,
    /// Where those were that are elsewhere now, or gone.
    before: Vec<(SessionId, Placement)>,
    /// The first and the last hour.
    hours: (i32, i32),
    is_proposed: bool,
}

impl Day {
    fn new(cx: &ViewContext<'_>, Moved { before, mut now, is_proposed }: Moved, day: NaiveDate) -> Self {
        let rooms_of = |at: &Placement| -> Vec<Option<RoomId>> {
            if at.rooms.is_empty() { vec![None] } else { at.rooms.iter().map(|&room| Some(room)).collect() }
        };
        let mut rooms: Vec<Option<RoomId>> = before.iter().flat_map(|(_, at)| rooms_of(at)).collect();
        rooms.extend(now.iter().filter(|(.., is_changed)| *is_changed).flat_map(|(_, at, _)| rooms_of(at)));
        rooms.sort_by_key(|room| room.and_then(|room| cx.index().room_place(room)).unwrap_or(usize::MAX));
        rooms.dedup();
        now.retain(|(_, at, _)| rooms_of(at).iter().any(|room| rooms.contains(room)));
        let spans = now.iter().map(|(_, at, _)| at).chain(before.iter().map(|(_, at)| at));
        let hours = spans.fold((9, 18), |(first, last), at| {
            let from = at.start.minute_of_day();
            let to = (from + at.length.mins()).min(24 * 60);
            (first.min(from / 60), last.max((to + 59) / 60))
        });
        Self { date: day, rooms, now, before, hours, is_proposed }
    }

    fn x(&self, rect: Rect, time: CivilTime) -> f32 {
        let from = CivilTime::midnight(self.date).plus_mins(self.hours.0 * 60);
        let mins = (self.hours.1 - self.hours.0) * 60;
        rect.left() + rect.width() * (time.mins_since(from) as f32 / mins as f32).clamp(0.0, 1.0)
    }

    fn ui(&self, ui: &Ui, cx: &ViewContext<'_>, side: Side, rect: Rect) {
        let (hours, lanes) = rect.split_top_bottom_at_y(rect.top() + HOURS);
        let across = cell(hours, (NAMES, hours.width() - 8.0));
        let painter = ui.painter_at(rect);
        let small = Type::Small.font();
        for hour in self.hours.0..self.hours.1 {
            let x = self.x(across, CivilTime::midnight(self.date).plus_mins(hour * 60)).round() + 0.5;
            painter.vline(x, hours.top()..=rect.bottom(), (1.0, cx.theme.line));
            let at = pos2(x + 4.0, hours.center().y);
            painter.text(at, egui::Align2::LEFT_CENTER, format!("{hour:02}:00"), small.clone(), cx.theme.text_2);
        }
        painter.hline(rect.x_range(), hours.bottom(), (1.0, cx.theme.line));
        let fitting = (lanes.height() / LANE.0).floor().max(1.0) as usize;
        let shown = self.rooms.len().min(fitting);
        let height = (lanes.height() / shown.max(1) as f32).clamp(LANE.0, LANE.1).floor();
        for (at, room) in self.rooms.iter().take(shown).enumerate() {
            let top = lanes.top() + at as f32 * height;
            let lane = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + height));
            self.lane_ui(ui, cx, side, (*room, lane));
        }
    }

    fn lane_ui(&self, ui: &Ui, cx: &ViewContext<'_>, side: Side, (room, lane): (Option<RoomId>, Rect)) {
        let painter = ui.painter_at(lane);
        painter.hline(lane.x_range(), lane.bottom() - 0.5, (1.0, cx.theme.line));
        let name = room.map_or_else(|| cx.text("lane-no-room").to_owned(), |room| phrases::row_title(cx, room.into()));
        let galley = elided(ui, RichText::new(name).font(Type::Strong.font()).color(cx.theme.text), NAMES - 16.0);
        painter.galley(pos2(lane.left() + 12.0, lane.center().y - galley.size().y / 2.0), galley, cx.theme.text);
        let across = cell(lane, (NAMES, lane.width() - 8.0));
        let is_here = |at: &Placement| room.map_or(at.rooms.is_empty(), |room| at.rooms.contains(&room));
        let bar = |at: &Placement| {
            let (left, right) = (self.x(across, at.start), self.x(across, at.end()));
            Rect::from_min_max(
                pos2(left + 1.0, lane.top() + 2.0),
                pos2((right - 1.0).max(left + 3.0), lane.bottom() - 3.0),
            )
        };
        if side != Side::Before {
            for (id, at, is_changed) in self.now.iter().filter(|(_, at, _)| is_here(at)) {
                bar_ui(ui, cx, (*id, *is_changed, self.is_proposed), bar(at));
            }
        }
        if side != Side::After {
            for (id, at) in self.before.iter().filter(|(_, at)| is_here(at)) {
                let rect = bar(at);
                let stroke = Stroke::new(1.0, cx.theme.text_2);
                dashed(&painter, rect, stroke);
                let response = ui.interact(rect, egui::Id::unique(("ghost", id, room)), Sense::HOVER);
                let title = cx.plan.sessions().get(*id).map_or("", |session| cx.session_title(session));
                let was = cx.texts.text_with("changes-was-here", &[("session", Value::from(title))]);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &was));
                response.on_hover_text(crate::app::paint::text::displayed(&was));
            }
        }
    }
}

fn bar_ui(ui: &Ui, cx: &ViewContext<'_>, (id, is_changed, is_proposed): (SessionId, bool, bool), rect: Rect) {
    let Some(session) = cx.plan.sessions().get(id) else { return };
    let colors = cx.session_colors(session);
    let painter = ui.painter_at(rect);
    let (fill, text) = if is_changed { (colors.fill, colors.text) } else { (cx.theme.field, cx.theme.text_2) };
    painter.rect_filled(rect, radius::CONTROL, fill);
    if is_changed {
        painter.rect_filled(rect.with_max_x(rect.left() + 3.0), 1.0, colors.bar);
        if is_proposed {
            dashed(&painter, rect.shrink(1.0), Stroke::new(2.0, cx.theme.accent));
        } else {
            painter.rect_stroke(rect, radius::CONTROL, Stroke::new(1.0, colors.bar), StrokeKind::Inside);
        }
    }
    let title = RichText::new(cx.session_title(session)).font(FontId::proportional(11.5)).color(text);
    let galley = elided(ui, title, (rect.width() - 10.0).max(0.0));
    painter.galley(pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0), galley, text);
    let response = ui.interact(rect, egui::Id::unique(("changes-bar", id, rect.top() as i32)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.session_title(session)));
    if response.clicked() {
        cx.select(id);
    }
}

fn dashed(painter: &egui::Painter, rect: Rect, stroke: Stroke) {
    let edge = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(egui::Shape::dashed_line(&edge, stroke, 3.0, 3.0));
}
