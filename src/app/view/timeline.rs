//! The Timeline: one elastic time axis, lanes of sessions, everything movable.

pub mod axis;
mod busy;
mod dragged;
mod events;
mod lanes_menu;
mod overview;
mod paint;
mod ruler;
mod sheet;

use chrono::NaiveDate;
use egui::{Key, Rect, Sense, Ui, Vec2, pos2};

use crate::model::{CivilTime, Event, Patch, RowId, Span};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::context::ViewContext;
use crate::app::gesture::{Flow, Gesture};
use crate::app::paint::lanes::Lanes;
use crate::app::style::icons;
use axis::{Axis, Layout, Viewport};
use busy::Busy;
use ruler::NAMES;
use sheet::{LANE_PADDING, ROW, Sheet, lane_edges, top_of};

/// Before the first hour of a day that is brought into sight, in points.
const MARGIN: f64 = 20.0;
/// Height of the overview strip.
const OVERVIEW: f32 = 38.0;

/// What the Timeline remembers from frame to frame.
#[derive(Debug, Default)]
pub struct TimelineView {
    /// The state of the plan that all of this follows.
    followed: Option<Generation>,
    busy: Busy,
    axis: Option<(AxisKey, Axis)>,
    lanes: Option<Lanes>,
    /// The edges of the lanes, see [`lane_edges`].
    edges: Vec<f32>,
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
    /// The day in sight; one of them, where there are several.
    date: Option<NaiveDate>,
    /// The day to bring into sight.
    sought_date: Option<NaiveDate>,
}

/// What the axis was made from, besides the plan.
#[derive(Clone, Debug, PartialEq)]
struct AxisKey {
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

/// The Timeline in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "timeline",
        label: tid("view-timeline"),
        tip: tid("view-timeline-tip"),
        icon: icons::GANTT,
        key: Key::Num1,
        is_wide: false,
    },
    make: || Box::<TimelineView>::default(),
};

impl View for TimelineView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, Tools { shaper, gesture }: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        self.refresh(cx);
        let (Some((key, axis)), Some(lanes)) = (self.axis.take(), self.lanes.take()) else { return };
        let width = (whole.width() - NAMES).max(1.0);
        let mut viewport = self.viewport.unwrap_or_else(|| first_sight(cx, &axis, width));
        if let Some(row) = self.reveal.take() {
            viewport = self.revealed(cx, row, viewport, (&axis, &lanes), whole);
            self.target = None;
        }
        if let Some(date) = self.sought_date.take() {
            let start = day_start(&axis, date);
            viewport = Viewport { left_units: start - MARGIN / viewport.scale, ..viewport }.kept_on(&axis, width);
            self.target = None;
        }
        let event_rows = self.events.layout(cx, &axis, viewport, width);
        let places = Places::new(whole, ruler::height(cx), event_rows as f32 * events::ROW + 5.0);
        let viewport = self.navigate(ui, gesture, viewport, &axis, &places);
        self.viewport = Some(viewport);
        self.area = Some(places.lanes);
        self.note_date(&axis, viewport, width);

        let edges = std::mem::take(&mut self.edges);
        let sheet = Sheet::new((&lanes, &edges), &axis, viewport, places.lanes, self.scroll);
        self.scroll = sheet.scroll;
        paint::paint(ui, cx, shaper, gesture, &places, &sheet);
        ruler::ui(ui, cx, shaper, places.ruler, (&axis, viewport), &mut self.opened);
        dragged::tags(ui, cx, shaper, gesture, (places.ruler, &sheet));
        self.events.ui(ui, cx, &mut Tools { shaper, gesture }, places.events, &sheet);
        if let Some(to) = self.overview.ui(ui, cx, places.overview, (&axis, &self.busy), (viewport, width)) {
            self.viewport = Some(to);
            self.target = None;
        }
        (self.lanes, self.edges) = (Some(lanes), edges);
        self.axis = Some((key, axis));
    }

    fn reveal(&mut self, row: RowId) {
        self.reveal = Some(row);
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.date = Some(date);
        self.sought_date = Some(date);
    }

    /// At the scale there is.
    fn show_time(&mut self, time: CivilTime) {
        if let (Some(viewport), Some((_, axis)), Some(area)) = (self.viewport, &self.axis, self.area) {
            let at = axis.units_from_time(time);
            let left_units = at - f64::from(area.width()) / viewport.scale * 0.35;
            self.target = Some(Viewport { left_units, ..viewport }.kept_on(axis, area.width()));
        }
    }

    fn flow(&self) -> Option<Flow> {
        Some(Flow::Right)
    }

    fn zoom(&mut self, factor: f32) {
        if let (Some(viewport), Some((_, axis)), Some(area)) = (self.viewport, &self.axis, self.area) {
            let from = self.target.unwrap_or(viewport);
            self.target = Some(from.zoomed(f64::from(factor), area.width() / 2.0, axis, area.width()));
        }
    }

    fn zoom_all(&mut self) {
        if let (Some((_, axis)), Some(area)) = (&self.axis, self.area) {
            self.target = Some(Viewport::showing(0.0, axis.len_units(), area.width()));
        }
    }

    /// With some time around them.
    fn zoom_to(&mut self, span: Span) {
        if let (Some((_, axis)), Some(area)) = (&self.axis, self.area) {
            let (from, to) = (axis.units_from_time(span.start), axis.units_from_time(span.end));
            let margin = ((to - from) * 0.12).max(20.0);
            self.target = Some(Viewport::showing(from - margin, to + margin, area.width()).kept_on(axis, area.width()));
        }
    }

    /// Opened nights and days fold again.
    fn reset(&mut self) {
        self.opened.clear();
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        lanes_menu::lanes_menu(ui, cx);
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let points = format!("{:.0}", self.viewport?.scale * 60.0);
        Some(cx.texts.text_with("status-zoom", &[("points", Value::from(&points))]))
    }
}

impl TimelineView {
    /// The day in sight stays what it is while it shows; else it is the one in the middle.
    fn note_date(&mut self, axis: &Axis, viewport: Viewport, width: f32) {
        let (left, right) = (viewport.units_from_x(0.0), viewport.units_from_x(width));
        let shows = |date: NaiveDate| {
            let midnight = CivilTime::midnight(date);
            axis.units_from_time(midnight) < right && axis.units_from_time(midnight.plus_mins(24 * 60)) > left
        };
        if self.date.is_none_or(|date| !shows(date)) {
            let middle = axis.minutes_from_units(f64::midpoint(left, right));
            self.date = Some(CivilTime::from_minutes(middle as i64).date());
        }
    }

    /// Lets everything follow the plan and the choices. The time in sight stays in sight.
    fn refresh(&mut self, cx: &ViewContext<'_>) {
        let patches = self.followed.and_then(|known| cx.workbench.since(known));
        let patches: Option<Vec<&Patch>> = patches.map(Iterator::collect);
        self.followed = Some(cx.workbench.generation());
        let mut other_hours = patches.is_none();
        match &patches {
            None => self.busy = Busy::new(cx.plan),
            Some(patches) => {
                for patch in patches {
                    let mut events = patch.changes::<Event>();
                    other_hours |= events.any(|(_, change)| change.differs(|event| (event.dates, event.hours)));
                    other_hours |= self.busy.follow(patch);
                }
            }
        }
        self.refresh_axis(cx, other_hours);
        if let (Some((_, axis)), Some(patches)) = (&self.axis, &patches) {
            self.overview.follow(axis, patches.iter().flat_map(|patch| busy::moved(patch)));
        }
        let by = cx.settings.lanes;
        let is_changed = match (&mut self.lanes, patches) {
            (Some(lanes), Some(patches)) if lanes.by() == by => lanes.follow(cx.plan, patches.into_iter()),
            _ => {
                self.lanes = Some(Lanes::new(cx.plan, by));
                true
            }
        };
        if is_changed && let Some(lanes) = &self.lanes {
            self.edges = lane_edges(lanes);
        }
    }

    /// Makes the axis anew where other hours are open or other things are chosen.
    fn refresh_axis(&mut self, cx: &ViewContext<'_>, other_hours: bool) {
        let key = AxisKey { fold: cx.settings.fold, opened: self.opened.clone() };
        if !other_hours && self.axis.as_ref().is_some_and(|(known, _)| *known == key) {
            return;
        }
        let range = axis::years_of(cx.plan, &self.busy);
        let axis = if key.fold {
            Axis::folded(range, &axis::kept(cx.plan, &self.busy, &key.opened))
        } else {
            Axis::unfolded(range)
        };
        if self.axis.as_ref().is_none_or(|(_, before)| *before != axis) {
            if let (Some((_, before)), Some(viewport)) = (&self.axis, &mut self.viewport) {
                let left = before.minutes_from_units(viewport.left_units);
                viewport.left_units = axis.units_from_minutes(left);
                self.target = None;
            }
            self.overview.forget();
        }
        self.axis = Some((key, axis));
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
            if let Some(top) = cx.plan.sessions().get(id).and_then(|session| top_of((lanes, &self.edges), session))
                && (top < self.scroll || top + ROW > self.scroll + height)
            {
                self.scroll = (top - height / 3.0).max(0.0);
            }
        }
        let Some(span) = span else { return viewport };
        if let RowId::Event(id) = row
            && let mut sessions = cx.index().sessions_of(id).iter().filter_map(|&id| cx.plan.sessions().get(id))
            && let Some(top) = sessions.find_map(|session| top_of((lanes, &self.edges), session))
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

/// Where the hours of a day begin, in units of the axis: after the night before it.
fn day_start(axis: &Axis, date: NaiveDate) -> f64 {
    let midnight = CivilTime::midnight(date);
    let open = axis.pieces().iter().find(|piece| piece.layout == Layout::Open && piece.span.end > midnight);
    open.filter(|piece| piece.span.start < midnight.plus_mins(24 * 60) && piece.span.start > midnight)
        .map_or_else(|| axis.units_from_time(midnight), |piece| piece.start_units)
}

/// The first sight of a plan: the first day of its longest event, at a scale at which titles can be read.
fn first_sight(cx: &ViewContext<'_>, axis: &Axis, width: f32) -> Viewport {
    const READABLE: f64 = 1.25;
    let main = cx.plan.events().iter().filter(|event| event.hours.is_some()).max_by_key(|event| event.dates.len_days());
    let Some(event) = main else { return Viewport::showing(0.0, axis.len_units(), width) };
    let first = event.dates.span().start;
    let from = day_start(axis, first.date());
    let to = axis.units_from_time(first.plus_mins(24 * 60));
    let whole_day = Viewport::showing(from - MARGIN, to, width);
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
