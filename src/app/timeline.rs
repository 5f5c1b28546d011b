//! The Timeline: one elastic time axis, lanes of sessions, everything movable.

pub mod axis;
mod events;
mod overview;
mod ruler;

pub use ruler::{zone_name, zone_of};

use chrono::NaiveDate;
use egui::{Color32, Id, Pos2, Rect, Sense, Ui, Vec2, pos2, vec2};

use crate::model::{CivilTime, RowId, SessionId};
use crate::texts::names;

use super::blocks::{self, Bar, BlockLook, BlockPainter};
use super::context::ViewContext;
use super::gesture::{Flow, Gesture, Spot, Surface};
use super::lanes::{Block, LaneKey, Lanes, LanesBy, visible};
use super::lettering::{Face, Lettering, Setting};
use super::phrases;
use axis::{Axis, Layout, Viewport};

/// Height of one row of sessions, in points.
const ROW: f32 = 42.0;
/// Between rows.
const GAP: f32 = 3.0;
/// Above and below the rows of a lane.
const LANE_PADDING: f32 = 4.0;
/// Width of the lanes' names.
const NAMES: f32 = 148.0;
/// Height of the overview strip.
const OVERVIEW: f32 = 38.0;

/// What the Timeline remembers from frame to frame.
#[derive(Debug, Default)]
pub struct TimelineView {
    axis: Option<(AxisKey, Axis)>,
    lanes: Option<((u64, LanesBy), Lanes)>,
    viewport: Option<Viewport>,
    /// Where the viewport is going.
    target: Option<Viewport>,
    scroll: f32,
    opened: Vec<NaiveDate>,
    overview: overview::Overview,
    events: events::EventBand,
    /// The lanes' area of the last frame, for what happens between frames.
    area: Option<Rect>,
    reveal: Option<RowId>,
}

/// What the axis was made from.
#[derive(Clone, Debug, PartialEq)]
struct AxisKey {
    revision: u64,
    fold: bool,
    opened: Vec<NaiveDate>,
}

/// How the Timeline lies on the screen.
struct Places {
    names: Rect,
    ruler: Rect,
    events: Rect,
    lanes: Rect,
    overview: Rect,
}

impl Places {
    fn new(whole: Rect, ruler: f32, events: f32) -> Self {
        let left = whole.left() + NAMES;
        let bottom = whole.bottom() - OVERVIEW;
        let at = |x0, y0, x1, y1| Rect::from_min_max(pos2(x0, y0), pos2(x1, y1));
        let top = whole.top() + ruler;
        Self {
            names: at(whole.left(), whole.top(), left, bottom),
            ruler: at(left, whole.top(), whole.right(), top),
            events: at(left, top, whole.right(), top + events),
            lanes: at(left, top + events, whole.right(), bottom),
            overview: at(whole.left(), bottom, whole.right(), whole.bottom()),
        }
    }
}

impl TimelineView {
    /// Draws it and takes gestures.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, lettering: &mut Lettering, gesture: &mut Gesture) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        self.refresh(cx);
        let (Some((key, axis)), Some((_, lanes))) = (self.axis.take(), self.lanes.take()) else { return };
        let width = (whole.width() - NAMES).max(1.0);
        let mut viewport = self.viewport.unwrap_or_else(|| first_sight(cx, &axis, width));
        if let Some(row) = self.reveal.take() {
            viewport = self.revealed(cx, row, viewport, (&axis, &lanes), whole);
            self.target = None;
        }
        let event_rows = self.events.layout(cx, &axis, viewport, width);
        let places = Places::new(whole, ruler::height(cx), event_rows as f32 * events::ROW + 5.0);
        let viewport = self.navigate(ui, gesture, viewport, &axis, &places);
        self.viewport = Some(viewport);
        self.area = Some(places.lanes);

        let sheet = Sheet::new(&lanes, &axis, viewport, places.lanes, self.scroll);
        self.scroll = sheet.scroll;
        paint(ui, cx, lettering, gesture, &places, &sheet);
        ruler::ui(ui, cx, lettering, places.ruler, (&axis, viewport), &mut self.opened);
        self.events.ui(ui, cx, lettering, places.events, (&axis, viewport));
        if let Some(to) = self.overview.ui(ui, cx, places.overview, (&axis, viewport, width)) {
            self.viewport = Some(to);
            self.target = None;
        }
        self.lanes = Some(((cx.revision, cx.settings.lanes), lanes));
        self.axis = Some((key, axis));
    }

    /// Brings a row into sight at the next frame.
    pub fn reveal(&mut self, row: RowId) {
        self.reveal = Some(row);
    }

    /// Brings a time into sight, at the scale there is.
    pub fn show_time(&mut self, time: CivilTime) {
        if let (Some(viewport), Some((_, axis)), Some(area)) = (self.viewport, &self.axis, self.area) {
            let at = axis.units_from_time(time);
            let left_units = at - f64::from(area.width()) / viewport.scale * 0.35;
            self.target = Some(Viewport { left_units, ..viewport }.kept_on(axis, area.width()));
        }
    }

    /// Opened nights and days fold again.
    pub fn refold(&mut self) {
        self.opened.clear();
    }

    /// Zooms around the middle.
    pub fn zoom(&mut self, factor: f64) {
        if let (Some(viewport), Some((_, axis)), Some(area)) = (self.viewport, &self.axis, self.area) {
            let from = self.target.unwrap_or(viewport);
            self.target = Some(from.zoomed(factor, area.width() / 2.0, axis, area.width()));
        }
    }

    /// Shows the whole plan.
    pub fn zoom_all(&mut self) {
        if let (Some((_, axis)), Some(area)) = (&self.axis, self.area) {
            self.target = Some(Viewport::showing(0.0, axis.len_units(), area.width()));
        }
    }

    /// Shows these sessions, with some time around them.
    pub fn zoom_to(&mut self, from: CivilTime, to: CivilTime) {
        if let (Some((_, axis)), Some(area)) = (&self.axis, self.area) {
            let (from, to) = (axis.units_from_time(from), axis.units_from_time(to));
            let margin = ((to - from) * 0.12).max(20.0);
            self.target = Some(Viewport::showing(from - margin, to + margin, area.width()).kept_on(axis, area.width()));
        }
    }

    /// Points per minute, for the status line.
    #[must_use]
    pub fn scale(&self) -> Option<f64> {
        self.viewport.map(|viewport| viewport.scale)
    }

    /// Makes axis and lanes anew where the plan or a choice has changed. The time in sight stays in sight.
    fn refresh(&mut self, cx: &ViewContext<'_>) {
        let key = AxisKey { revision: cx.revision, fold: cx.settings.fold, opened: self.opened.clone() };
        if self.axis.as_ref().is_none_or(|(known, _)| *known != key) {
            let range = axis::years_of(cx.plan);
            let axis =
                if key.fold { Axis::folded(range, &axis::kept(cx.plan, &key.opened)) } else { Axis::unfolded(range) };
            if let (Some((_, before)), Some(viewport)) = (&self.axis, &mut self.viewport) {
                let left = before.minutes_from_units(viewport.left_units);
                viewport.left_units = axis.units_from_minutes(left);
                self.target = None;
            }
            self.axis = Some((key, axis));
        }
        let key = (cx.revision, cx.settings.lanes);
        if self.lanes.as_ref().is_none_or(|(known, _)| *known != key) {
            self.lanes = Some((key, Lanes::new(cx.plan, cx.settings.lanes)));
        }
    }

    /// Wheel, pinch, keys, the middle button, the edges while dragging, and the glide to a target.
    fn navigate(
        &mut self,
        ui: &Ui,
        gesture: &Gesture,
        mut viewport: Viewport,
        axis: &Axis,
        places: &Places,
    ) -> Viewport {
        let width = places.lanes.width();
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|&pos| {
            let over = ui.ctx().layer_id_at(pos);
            over.is_none_or(|layer| layer == ui.layer_id())
        });
        if let Some(pos) = pointer.filter(|&pos| ui.max_rect().contains(pos)) {
            let (zoom, scroll, panning) =
                ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.middle_down()));
            let x = (pos.x - places.lanes.left()).max(0.0);
            let over_ruler = pos.y < places.lanes.top() || places.overview.contains(pos);
            if (zoom - 1.0).abs() > f32::EPSILON {
                viewport = viewport.zoomed(f64::from(zoom), x, axis, width);
                self.target = None;
            } else if over_ruler && scroll.y != 0.0 {
                viewport = viewport.zoomed(f64::from((scroll.y * 0.005).exp()), x, axis, width);
                self.target = None;
            } else {
                self.scroll -= scroll.y;
                if scroll.x != 0.0 {
                    viewport = viewport.panned(-scroll.x, axis, width);
                    self.target = None;
                }
            }
            if panning {
                let delta = ui.input(|input| input.pointer.delta());
                viewport = viewport.panned(-delta.x, axis, width);
                self.scroll -= delta.y;
                self.target = None;
            }
        }
        let edge = gesture.edge_scroll(ui, places.lanes);
        if edge != Vec2::ZERO {
            viewport = viewport.panned(edge.x, axis, width);
            self.scroll += edge.y;
        }
        if let Some(target) = self.target {
            viewport = glide(ui, viewport, target, width);
            if viewport == target {
                self.target = None;
            }
        }
        viewport.kept_on(axis, width)
    }

    /// The viewport moved, and the lanes scrolled, so that `row` is in sight.
    fn revealed(
        &mut self,
        cx: &ViewContext<'_>,
        row: RowId,
        viewport: Viewport,
        (axis, lanes): (&Axis, &Lanes),
        whole: Rect,
    ) -> Viewport {
        let width = (whole.width() - NAMES).max(1.0);
        let span = match row {
            RowId::Session(id) => cx.plan.sessions().get(id).and_then(|session| session.span()),
            RowId::Event(id) => cx.plan.events().get(id).map(|event| event.dates.span()),
            _ => None,
        };
        if let RowId::Session(id) = row {
            let height = whole.height() - OVERVIEW - 70.0;
            if let Some(top) = top_of(lanes, id)
                && (top < self.scroll || top + ROW > self.scroll + height)
            {
                self.scroll = (top - height / 3.0).max(0.0);
            }
        }
        let Some(span) = span else { return viewport };
        if let RowId::Event(id) = row
            && let Some(top) = cx
                .plan
                .sessions()
                .iter()
                .filter(|session| session.event == id)
                .find_map(|session| top_of(lanes, session.id))
        {
            self.scroll = (top - LANE_PADDING).max(0.0);
        }
        let (from, to) = (axis.units_from_time(span.start), axis.units_from_time(span.end));
        let (left, right) = (viewport.units_from_x(0.0), viewport.units_from_x(width));
        if matches!(row, RowId::Event(_)) {
            let margin = ((to - from) * 0.03).max(60.0);
            return Viewport::showing(from - margin, to + margin, width).kept_on(axis, width);
        }
        if from >= left && to <= right {
            return viewport;
        }
        // At a scale at which its title can be read.
        let scale = viewport.scale.max(0.5);
        Viewport { left_units: from - f64::from(width) / scale * 0.35, scale }.kept_on(axis, width)
    }
}

fn paint(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    lettering: &mut Lettering,
    gesture: &mut Gesture,
    places: &Places,
    sheet: &Sheet<'_>,
) {
    let ground = ui.interact(places.lanes, ui.unique_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("timeline-ground")));
    let painter = ui.painter_at(places.lanes);
    let mut blocks = BlockPainter::new(ui.ctx(), lettering);
    paint_ground(&mut blocks, cx, sheet);
    gesture.ground(cx, &ground, sheet);
    paint_tint(&mut blocks, cx, gesture, sheet);
    for shown in sheet.blocks() {
        block_ui(ui, cx, &mut blocks, gesture, sheet, &shown);
    }
    gesture.update(ui, cx, sheet);
    paint_ghosts(&mut blocks, cx, gesture, sheet);
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(places.lanes), cx.theme.veil());
    }
    if let Some(now) = cx.now {
        let x = sheet.x(f64::from(now.minutes()));
        blocks.rect(Rect::from_x_y_ranges(x - 0.5..=x + 1.0, places.lanes.y_range()), cx.theme.amber);
    }
    blocks.finish(&painter);
    if sheet.lanes.lanes().is_empty() {
        let font = egui::TextStyle::Body.resolve(ui.style());
        let (center, text) = (places.lanes.center(), cx.text("timeline-no-lanes"));
        painter.text(center, egui::Align2::CENTER_CENTER, text, font, cx.theme.weak_text);
    }
    paint_names(ui, cx, lettering, places.names.with_min_y(places.lanes.top()), sheet);
    ghost_tip(ui, cx, gesture);
}

/// The first sight of a plan: the first day of its longest event, at a scale at which titles can be read.
fn first_sight(cx: &ViewContext<'_>, axis: &Axis, width: f32) -> Viewport {
    const READABLE: f64 = 1.25;
    let main = cx.plan.events().iter().filter(|event| event.hours.is_some()).max_by_key(|event| event.dates.len_days());
    let Some(event) = main else { return Viewport::showing(0.0, axis.len_units(), width) };
    let first = event.dates.span().start;
    let open = axis.pieces().iter().find(|piece| piece.layout == Layout::Open && piece.span.end > first);
    let from = open.map_or_else(|| axis.units_from_time(first), |piece| piece.start_units);
    let to = axis.units_from_time(first.plus_mins(24 * 60));
    let whole_day = Viewport::showing(from - 20.0, to, width);
    Viewport { scale: whole_day.scale.max(READABLE), ..whole_day }.kept_on(axis, width)
}

/// One step of the way from `from` to `to`; all of it where animations are off.
fn glide(ui: &Ui, from: Viewport, to: Viewport, width: f32) -> Viewport {
    let time = ui.style().animation_time;
    let share = if time <= 0.0 { 1.0 } else { 1.0 - (-ui.input(|input| input.stable_dt) * 4.0 / time).exp() };
    let share = f64::from(share);
    let scale = (from.scale.ln() + (to.scale.ln() - from.scale.ln()) * share).exp();
    let left_units = from.left_units + (to.left_units - from.left_units) * share;
    let near =
        (left_units - to.left_units).abs() * to.scale < 0.5 && ((scale / to.scale).ln().abs() * f64::from(width)) < 0.5;
    if near || share >= 1.0 {
        to
    } else {
        ui.ctx().request_repaint();
        Viewport { left_units, scale }
    }
}

/// The lanes as they lie on the screen in this frame.
struct Sheet<'a> {
    lanes: &'a Lanes,
    axis: &'a Axis,
    viewport: Viewport,
    area: Rect,
    /// The upper edge of each lane and the lower edge of the last, in points from the first, before scrolling.
    edges: Vec<f32>,
    scroll: f32,
}

/// A block on the screen.
struct Shown {
    block: Block,
    lane: LaneKey,
    rect: Rect,
}

impl<'a> Sheet<'a> {
    fn new(lanes: &'a Lanes, axis: &'a Axis, viewport: Viewport, area: Rect, scroll: f32) -> Self {
        let mut edges = vec![0.0];
        for lane in lanes.lanes() {
            let top = edges.last().copied().unwrap_or_default();
            edges.push(top + lane_height(lane.height_rows()));
        }
        let most = (edges.last().copied().unwrap_or_default() - area.height()).max(0.0);
        Self { lanes, axis, viewport, area, edges, scroll: scroll.clamp(0.0, most) }
    }

    fn x(&self, minutes: f64) -> f32 {
        self.area.left() + self.viewport.x_from_units(self.axis.units_from_minutes(minutes))
    }

    fn y(&self, in_lanes: f32) -> f32 {
        self.area.top() + in_lanes - self.scroll
    }

    fn lane_rect(&self, index: usize) -> Rect {
        Rect::from_x_y_ranges(self.area.x_range(), self.y(self.edges[index])..=self.y(self.edges[index + 1]))
    }

    /// The lanes that show.
    fn lanes_in_sight(&self) -> std::ops::Range<usize> {
        let first = self.edges.partition_point(|&edge| edge <= self.scroll).saturating_sub(1);
        let last = self.edges.partition_point(|&edge| edge < self.scroll + self.area.height());
        first..last.min(self.lanes.lanes().len()).max(first)
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let at = |x| self.axis.minutes_from_units(self.viewport.units_from_x(x));
        (at(0.0), at(self.area.width()))
    }

    fn rect(&self, lane: usize, row: usize, start: i32, end: i32) -> Rect {
        let top = self.y(self.edges[lane]) + LANE_PADDING + row as f32 * (ROW + GAP);
        let (left, right) = (self.x(f64::from(start)), self.x(f64::from(end)));
        // A hair of ground between neighbours, where there is room for one.
        let gap = if right - left > 6.0 { 1.5 } else { 0.0 };
        Rect::from_min_max(pos2(left, top), pos2((right - gap).max(left + 1.0), top + ROW))
    }

    /// Every block in sight. Blocks thinner than a point stand for their neighbours, too.
    fn blocks(&self) -> Vec<Shown> {
        let (from, to) = self.times_in_sight();
        let mut shown = Vec::new();
        for index in self.lanes_in_sight() {
            let lane = &self.lanes.lanes()[index];
            for (row, blocks) in lane.rows.iter().enumerate() {
                let top = self.y(self.edges[index]) + LANE_PADDING + row as f32 * (ROW + GAP);
                if top > self.area.bottom() || top + ROW < self.area.top() {
                    continue;
                }
                let mut rest = visible(blocks, from, to);
                while let Some(&block) = rest.first() {
                    let rect = self.rect(index, row, block.start, block.end);
                    shown.push(Shown { block, lane: lane.key, rect });
                    let skip = if rect.width() < 2.0 {
                        let units = self.viewport.units_from_x(rect.left() + 1.0 - self.area.left());
                        let until = self.axis.minutes_from_units(units);
                        rest.partition_point(|next| f64::from(next.start) < until).max(1)
                    } else {
                        1
                    };
                    rest = &rest[skip..];
                }
            }
        }
        shown
    }

    fn lane_at(&self, y: f32) -> Option<usize> {
        let inside = y - self.area.top() + self.scroll;
        let lanes = self.lanes.lanes().len();
        (lanes > 0).then(|| self.edges.partition_point(|&edge| edge <= inside).saturating_sub(1).min(lanes - 1))
    }
}

fn lane_height(rows: usize) -> f32 {
    2.0 * LANE_PADDING + rows as f32 * (ROW + GAP) - GAP
}

/// The upper edge of the first block of a session, in points from the first lane.
fn top_of(lanes: &Lanes, id: SessionId) -> Option<f32> {
    let mut top = 0.0;
    for lane in lanes.lanes() {
        for (row, blocks) in lane.rows.iter().enumerate() {
            if blocks.iter().any(|block| block.session == id) {
                return Some(top + LANE_PADDING + row as f32 * (ROW + GAP));
            }
        }
        top += lane_height(lane.height_rows());
    }
    None
}

impl Surface for Sheet<'_> {
    fn area(&self) -> Rect {
        self.area
    }

    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let units = self.viewport.units_from_x(pos.x - self.area.left());
        let lane = self.lane_at(pos.y).map(|index| self.lanes.lanes()[index].key);
        Some(Spot { minutes: self.axis.minutes_from_units(units), lane })
    }

    fn flow(&self) -> Flow {
        Flow::Right
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        let touched = |shown: &Shown| shown.rect.intersects(rect).then_some(shown.block.session);
        self.blocks().iter().filter_map(touched).collect()
    }
}

fn paint_ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    blocks.rect(sheet.area, cx.theme.ground);
    for index in sheet.lanes_in_sight() {
        let rect = sheet.lane_rect(index);
        let fill = if index % 2 == 0 { cx.theme.panel } else { cx.theme.stripe };
        blocks.rect(rect, fill);
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line);
    }
    ruler::paint_grid(blocks, cx, sheet.area, (sheet.axis, sheet.viewport));
}

fn block_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
    shown: &Shown,
) {
    let Some(session) = cx.plan.sessions().get(shown.block.session) else { return };
    let in_sight = shown.rect.intersect(sheet.area);
    let id = ui.unique_id().with((session.id, shown.lane));
    let mut hovered = false;
    if shown.rect.width() >= 3.0 && in_sight.is_positive() {
        let response = ui.interact(in_sight, id, Sense::click_and_drag());
        response.widget_info(|| {
            let selected = cx.selection.contains(session.id);
            egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session))
        });
        hovered = response.hovered();
        gesture.block(cx, session, &response, sheet);
        super::menus::session_context_menu(&response, cx, session.id);
        if hovered && !gesture.is_dragging() {
            super::tips::session_tip(&response, cx, session);
        }
    }
    let detail = match &session.placement {
        Some(at) if shown.rect.width() >= 40.0 => {
            let codes =
                if cx.settings.lanes == LanesBy::Body { cx.room_titles(session) } else { cx.body_codes(session) };
            let clock = blocks::clock(at.span());
            if codes.is_empty() { clock } else { format!("{clock} · {codes}") }
        }
        _ => String::new(),
    };
    let look = BlockLook {
        rect: shown.rect,
        sight: sheet.area,
        colors: blocks::block_colors(cx, session, gesture.lifts(session.id)),
        bar: Bar::Left,
        title: cx.session_title(session),
        detail: &detail,
        marks: &blocks::marks(cx, session),
        selected: cx.selection.contains(session.id),
        hovered,
        cancelled: session.status == crate::model::Status::Cancelled,
    };
    blocks.block(&look, cx.theme);
}

fn paint_ghosts(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let what_if = gesture.what_if();
    let colors = cx.theme.ghost(what_if.is_some_and(|what_if| what_if.refusal.is_some()));
    let placements = what_if.map_or(cx.preview, |what_if| &what_if.placements);
    for (id, placement) in placements {
        let existing = cx.plan.sessions().get(*id);
        let title = existing.map_or_else(|| cx.text("session-new"), |session| cx.session_title(session));
        let keys: Vec<LaneKey> = match (cx.settings.lanes, existing) {
            (LanesBy::Room, _) => LaneKey::of_rooms(&placement.rooms),
            (by, Some(session)) => LaneKey::of_session(session, by),
            (by, None) => match what_if.map(|what_if| &what_if.command) {
                Some(crate::edit::Command::Create(session)) => LaneKey::of_session(session, by),
                _ => Vec::new(),
            },
        };
        let detail = blocks::clock(placement.span());
        for key in keys {
            let Some(index) = sheet.lanes.lanes().iter().position(|lane| lane.key == key) else { continue };
            let lane = &sheet.lanes.lanes()[index];
            let span = placement.span();
            // The first row in which it would stand free, below the others where there is none.
            let free = |row: &Vec<Block>| {
                visible(row, f64::from(span.start.minutes()), f64::from(span.end.minutes()))
                    .iter()
                    .all(|block| gesture.lifts(block.session))
            };
            let row = lane.rows.iter().position(free).unwrap_or(lane.rows.len());
            let rect = sheet.rect(index, row.min(lane.height_rows() - 1), span.start.minutes(), span.end.minutes());
            let look = BlockLook::ghost(rect, sheet.area, colors, title, &detail);
            blocks.block(&look, cx.theme);
        }
    }
}

/// What letting go would bring, lane by lane.
fn paint_tint(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let (from, to) = sheet.times_in_sight();
    for index in sheet.lanes_in_sight() {
        let Some(stretches) = gesture.tint(cx, sheet.lanes.lanes()[index].key) else { return };
        let first = stretches.partition_point(|stretch| f64::from(stretch.1) <= from);
        let lane = sheet.lane_rect(index);
        for &(start, end, severity) in stretches[first..].iter().take_while(|stretch| f64::from(stretch.0) < to) {
            let x = sheet.x(f64::from(start))..=sheet.x(f64::from(end));
            let rect = Rect::from_x_y_ranges(*x.start()..=*x.end(), lane.top()..=lane.bottom() - 1.0);
            super::tint::paint(blocks, cx.theme, rect.intersect(sheet.area), severity);
        }
    }
}

/// New time and rooms beside the pointer.
pub(super) fn ghost_tip(ui: &Ui, cx: &ViewContext<'_>, gesture: &Gesture) {
    let Some(what_if) = gesture.what_if() else { return };
    super::tips::what_if_tip(ui, cx, what_if, gesture.is_over_tray());
}

fn paint_names(ui: &Ui, cx: &ViewContext<'_>, lettering: &mut Lettering, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), lettering);
    blocks.rect(area, cx.theme.panel);
    for index in sheet.lanes_in_sight() {
        let rect = Rect::from_x_y_ranges(area.x_range(), sheet.lane_rect(index).y_range());
        let lane = &sheet.lanes.lanes()[index];
        let (title, detail) = lane_name(cx, lane.key);
        let text = rect.shrink2(vec2(12.0, 0.0));
        // The name stays in sight while its lane does.
        let height = if detail.is_empty() { 16.0 } else { 30.0 };
        let top = (rect.top() + 10.0).max(area.top() + 6.0).min(rect.bottom() - height - 2.0);
        let setting = |y: f32, color: Color32, max_lines: usize| Setting { rect: text.with_min_y(y), max_lines, color };
        blocks.text(&title, Face::Title, setting(top, cx.theme.text, 1));
        blocks.text(&detail, Face::Detail, setting(top + 16.0, cx.theme.weak_text, 1));
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line);
        let response = ui.interact(rect.intersect(area), Id::unique(("lane", lane.key)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
        if response.clicked()
            && let Some(row) = row_of(lane.key)
        {
            cx.select(row);
        }
        let whole = if detail.is_empty() { title } else { format!("{title}\n{detail}") };
        response.on_hover_text(whole);
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.strong_line);
    blocks.finish(&painter);
}

fn row_of(key: LaneKey) -> Option<RowId> {
    match key {
        LaneKey::Room(id) => Some(id.into()),
        LaneKey::Body(id) => Some(id.into()),
        LaneKey::Event(id) => Some(id.into()),
        LaneKey::NoRoom | LaneKey::NoBody | LaneKey::Kind(_) => None,
    }
}

/// The name of a lane and a line under it.
fn lane_name(cx: &ViewContext<'_>, key: LaneKey) -> (String, String) {
    let title = match key {
        LaneKey::NoRoom => cx.text("lane-no-room").to_owned(),
        LaneKey::NoBody => cx.text("lane-no-body").to_owned(),
        LaneKey::Kind(kind) => cx.text(names::session_kind(kind)).to_owned(),
        _ => key.title(cx.plan, cx.settings.title_language()),
    };
    let detail = match key {
        LaneKey::Room(id) => cx.plan.rooms().get(id).map(|room| super::tips::room_detail(cx, room)).unwrap_or_default(),
        LaneKey::Body(id) => cx.plan.bodies().get(id).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default(),
        LaneKey::Event(id) => {
            cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)).unwrap_or_default()
        }
        _ => String::new(),
    };
    (title, detail)
}
