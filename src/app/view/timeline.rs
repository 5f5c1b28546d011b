//! The Timeline: one elastic time axis, lanes of sessions, everything movable.

pub mod axis;
mod band;
mod busy;
mod closed;
mod dragged;
mod events;
mod folds;
mod heads;
mod heights;
mod hours;
mod lanes_menu;
mod line;
mod opening;
mod overview;
mod paint;
mod parts;
mod ruler;
mod seek;
mod sheet;
mod viewport;
mod whole;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Key, Rect, Sense, Ui, Vec2};

use crate::model::{CivilTime, Event, Patch, RowId, Session, SessionId, Span};
use crate::texts::tid;
use crate::workbench::Generation;

use super::kind::{Show, ViewKind};
use super::{Arrow, Entry, Tools, View, walk};
use crate::app::context::ViewContext;
use crate::app::gesture::{Flow, Gesture, pans};
use crate::app::paint::lanes::{LaneKey, Lanes};
use crate::app::style::icons;
use crate::app::view::legend::{Kinds, Legend};
use crate::app::widget::focus::{self, Area};
use axis::Axis;
use busy::Busy;
use heights::Heights;
use hours::{Hidden, Opened};
use opening::Opening;
use parts::Parts;
use seek::Sought;
use sheet::Sheet;
use viewport::{Sight, Viewport};

/// What the Timeline remembers from frame to frame.
#[derive(Debug, Default)]
pub struct TimelineView {
    /// The state of the plan that all of this follows.
    followed: Option<Generation>,
    busy: Busy,
    axis: Option<(AxisKey, Axis)>,
    lanes: Option<Lanes>,
    heights: Heights,
    /// How lanes come to these heights.
    opening: Opening,
    /// What the heights were made for.
    heights_for: Option<HeightsKey>,
    viewport: Option<Viewport>,
    /// Where the viewport is going.
    target: Option<Sight>,
    /// What is sought next comes into sight at once: the way there would be on another axis.
    jumps: bool,
    /// How much shows, as long as nothing was zoomed by hand, and in which width that was.
    shown: Option<(Show, f32)>,
    scroll: f32,
    opened: Opened,
    /// What is behind the folds.
    hidden: Hidden,
    /// Lanes that are open although nothing is in them.
    open_lanes: BTreeSet<LaneKey>,
    /// The same, for as long as something is dragged over them.
    dragged_over: Vec<LaneKey>,
    overview: overview::Overview,
    events: events::EventBand,
    /// The kinds that were in sight in the last frame.
    kinds: Kinds,
    /// The lanes' area of the last frame, for what happens between frames.
    area: Option<Rect>,
    /// Where in the plan the corner of a rubber band is: its time, and how far down the lanes.
    band: Option<(f64, f32)>,
    /// What is to be brought into sight.
    sought: Option<Sought>,
    /// The session whose lane is to be brought into sight.
    sought_lane: Option<SessionId>,
    /// The day in sight; one of them, where there are several.
    date: Option<NaiveDate>,
}

/// What the axis was made from, besides the plan.
#[derive(Clone, Debug, PartialEq)]
struct AxisKey {
    fold: bool,
    opened: Opened,
}

/// What the heights of lanes come of, besides the lanes.
#[derive(Clone, Debug, PartialEq)]
struct HeightsKey {
    times: (i32, i32),
    open: Vec<LaneKey>,
    giving_way: Vec<LaneKey>,
    /// The room there is, in whole points.
    room: i32,
    is_whole: bool,
    slim: bool,
    lanes: usize,
}

/// The Timeline in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "timeline",
        label: tid("view-timeline"),
        tip: tid("view-timeline-tip"),
        icon: icons::GANTT,
        key: Key::Num1,
        with_shift: false,
        is_wide: false,
    },
    make: || Box::<TimelineView>::default(),
};

impl View for TimelineView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, Tools { shaper, gesture }: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        self.refresh(cx);
        let (Some((key, mut axis)), Some(lanes)) = (self.axis.take(), self.lanes.take()) else { return };
        let heads = heads::width(cx, ui.ctx().content_rect().width());
        let width = (whole.width() - heads).max(1.0);
        let viewport = self.viewport_now(cx, &mut axis, width);
        let legend = Legend { kinds: self.kinds.clone(), places: gesture.needs_a_place(), is_named: false };
        let legend_height = legend.height(ui, cx, shaper, width);
        let event_rows = if self.opened.preparation { self.events.layout(cx, &axis, viewport, width) } else { 0 };
        let is_whole = sheet::is_whole(&axis, viewport);
        let places = Parts::new((whole, heads), ruler::height(cx), event_rows, (legend_height, !is_whole));
        let viewport = self.navigate(ui, gesture, viewport, &mut axis, &places);
        self.viewport = Some(viewport);
        self.area = Some(places.lanes);
        match self.target {
            None => {
                self.note_date(&axis, viewport, width);
                self.refresh_heights(ui, cx, (&axis, viewport), &lanes, (width, places.lanes.height()));
            }
            Some(target) => {
                // On the way, lanes have the heights that they will have there.
                let mut there = axis.clone();
                let arrived = target.on(&mut there, width);
                self.refresh_heights(ui, cx, (&there, arrived), &lanes, (width, places.lanes.height()));
            }
        }
        self.scroll_to_lane(cx, &lanes, places.lanes.height());

        let heights = std::mem::take(&mut self.heights);
        let moving = self.opening.heights(ui, &heights);
        let sheet = Sheet::new(
            (&lanes, moving.as_ref().unwrap_or(&heights)),
            (&axis, viewport),
            (places.lanes, places.band),
            self.scroll,
        );
        self.scroll = sheet.scroll;
        self.anchor_band(gesture, &sheet);
        let painted = paint::paint(ui, cx, (shaper, gesture), &places, (&sheet, self.date));
        let mut go = painted.day;
        if self.kinds != painted.kinds {
            self.kinds = painted.kinds;
            ui.ctx().request_repaint();
        }
        go = ruler::ui(ui, cx, shaper, places.ruler, (&sheet, gesture, self.date)).or(go);
        if event_rows > 0 {
            self.events.ui(ui, cx, &mut Tools { shaper, gesture }, (places.events_head, places.events), &sheet);
        }
        let asked = folds::ui(ui, cx, shaper, places.folds(), (&sheet, &self.hidden));
        self.open_fold(asked);
        lanes_menu::ui(ui, cx, places.corner);
        focus::note_part(ui.ctx(), places.heads, Area::LaneHeads);
        let asked = heads::ui(ui, cx, shaper, places.heads, &sheet);
        self.open_lanes(asked, &sheet);
        self.open_under_drag(ui, gesture, &sheet);
        legend.ui(ui, cx, shaper, (Some(places.legend_head), places.legend));
        if !is_whole {
            let strip = (places.overview_head, places.overview);
            go = self.overview.ui(ui, cx, shaper, strip, (&lanes, self.date)).or(go);
        }
        if let Some(date) = go {
            let show = if painted.day.is_some() || is_whole { Some(Show::Day) } else { None };
            self.sought = Some(Sought::Day(date, show));
            ui.ctx().request_repaint();
        }
        (self.lanes, self.heights) = (Some(lanes), heights);
        self.axis = Some((key, axis));
        if self.sought.is_some() {
            // What was just opened for it shows in the next frame.
            ui.ctx().request_repaint();
        }
    }

    fn reveal(&mut self, row: RowId) {
        self.sought = Some(Sought::Row(row));
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.date = Some(date);
        self.sought = Some(Sought::Day(date, None));
    }

    /// At the scale there is.
    fn show_time(&mut self, time: CivilTime) {
        self.sought = Some(Sought::Time(time));
    }

    fn flow(&self) -> Option<Flow> {
        Some(Flow::Right)
    }

    fn zoom(&mut self, factor: f32) {
        self.shown = None;
        let (Some(viewport), Some(area)) = (self.viewport, self.area) else { return };
        let target = self.target;
        self.aim(|axis, width| {
            let from = target.map_or(viewport, |target| target.on(axis, width));
            from.zoomed(f64::from(factor), area.width() / 2.0, axis, width)
        });
    }

    fn zoom_all(&mut self) {
        self.show(Show::Conference);
    }

    fn show(&mut self, show: Show) {
        self.sought = Some(Sought::Show(show));
    }

    /// With some time around them.
    fn zoom_to(&mut self, span: Span) {
        self.shown = None;
        self.aim(|axis, width| {
            let times = (f64::from(span.start.minutes()), f64::from(span.end.minutes()));
            Viewport::showing(axis, times, (width * 0.1).max(20.0), width)
        });
    }

    /// Opened nights, days and lanes fold again.
    fn reset(&mut self) {
        self.opened = Opened::default();
        self.open_lanes.clear();
    }

    fn walk(&self, cx: &ViewContext<'_>, from: &Session, arrow: Arrow) -> Option<SessionId> {
        let known = self.lanes.as_ref()?;
        // The band of everybody lies above the lanes.
        let lane = |key: LaneKey| known.position(key).map_or(0, |at| at + 1);
        let lanes = |session: &Session| -> Vec<usize> {
            LaneKey::of_session(session, known.by()).into_iter().map(lane).collect()
        };
        let own = lanes(from);
        match arrow {
            Arrow::Left | Arrow::Right => {
                let beside = |session: &Session| lanes(session).iter().any(|lane| own.contains(lane));
                walk::along(cx, from, arrow == Arrow::Right, beside)
            }
            Arrow::Up | Arrow::Down => walk::across(cx, from, arrow == Arrow::Down, &lanes),
        }
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        line::ui(ui, cx, self.shown.map(|(show, _)| show));
    }
}

impl TimelineView {
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
                    other_hours |=
                        events.any(|(_, change)| change.differs(|event| (event.dates, event.hours, event.kind)));
                    other_hours |= self.busy.follow(patch);
                }
            }
        }
        self.refresh_axis(cx, other_hours);
        match &patches {
            Some(patches) => self.overview.follow(cx.index(), patches.iter().copied()),
            None => self.overview.forget(),
        }
        let by = cx.settings.lanes;
        let before = self.lanes.as_ref().map_or(0, |lanes| lanes.lanes().len());
        match (&mut self.lanes, patches) {
            (Some(lanes), Some(patches)) if lanes.by() == by => {
                if lanes.follow(cx.plan, patches.into_iter()) {
                    self.heights_for = None;
                }
                if lanes.lanes().len() != before {
                    self.overview.forget();
                }
            }
            _ => {
                self.lanes = Some(Lanes::new(cx.plan, by));
                self.overview.forget();
                self.heights_for = None;
            }
        }
    }

    /// Makes the axis anew where other hours are open or other things are chosen.
    fn refresh_axis(&mut self, cx: &ViewContext<'_>, other_hours: bool) {
        let key = AxisKey { fold: cx.settings.fold, opened: self.opened.clone() };
        if !other_hours && self.axis.as_ref().is_some_and(|(known, _)| *known == key) {
            return;
        }
        let mut axis = if key.fold {
            hours::folded(cx.workbench, &self.busy, &key.opened)
        } else {
            Axis::unfolded(hours::range_of(cx.plan, &self.busy))
        };
        if let (Some((_, before)), Some(viewport)) = (&self.axis, &mut self.viewport)
            && !before.has_pieces_of(&axis)
        {
            // The time in the middle of what shows stays there.
            let width = self.area.map_or(0.0, |area| area.width());
            let middle = before.minutes_from_units(viewport.units_from_x(width / 2.0));
            axis.fit(viewport.scale);
            viewport.left_units = axis.units_from_minutes(middle) - f64::from(width / 2.0) / viewport.scale;
            (self.target, self.jumps) = (None, true);
            // What was one day may be longer now.
            if let Some((show, _)) = self.shown {
                self.sought.get_or_insert(Sought::Show(show));
            }
        }
        if self.axis.as_ref().is_none_or(|(_, before)| !before.has_pieces_of(&axis)) {
            self.overview.forget();
        }
        self.hidden = Hidden::new(cx.workbench, &axis, &key.opened);
        self.axis = Some((key, axis));
    }

    /// Shares the room among the lanes that have sessions in the days in sight.
    fn refresh_heights(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        (axis, viewport): (&Axis, Viewport),
        lanes: &Lanes,
        (width, room): (f32, f32),
    ) {
        let is_whole = sheet::is_whole(axis, viewport);
        let open: Vec<LaneKey> = self.open_lanes.iter().copied().collect();
        let key = HeightsKey {
            // On the whole conference, every room that is used at all has a lane.
            times: if is_whole { seek::all_days(axis) } else { seek::days_in_sight(axis, viewport, width) },
            open,
            giving_way: self.dragged_over.clone(),
            room: room as i32,
            is_whole,
            slim: cx.settings.slim_lanes,
            lanes: lanes.lanes().len(),
        };
        if self.heights_for.as_ref() == Some(&key) {
            return;
        }
        let (from, to) = (f64::from(key.times.0), f64::from(key.times.1));
        let uses = lanes.lanes().iter().map(|lane| heights::Use {
            rows: lane.rows_between(from, to),
            is_open: !key.slim || key.open.contains(&lane.key),
            gives_way: key.giving_way.contains(&lane.key),
        });
        let least = if is_whole { heights::LEAST_WHOLE } else { heights::LEAST };
        let before = self.opening.heights(ui, &self.heights).unwrap_or_else(|| std::mem::take(&mut self.heights)).edges;
        self.heights = Heights::new(&uses.collect::<Vec<_>>(), room, least);
        self.opening = Opening::new(ui, before, &self.heights);
        self.heights_for = Some(key);
    }

    /// Wheel, pinch, keys, the middle button, the edges while dragging, and the glide to a target.
    fn navigate(
        &mut self,
        ui: &Ui,
        gesture: &Gesture,
        mut viewport: Viewport,
        axis: &mut Axis,
        places: &Parts,
    ) -> Viewport {
        let width = places.lanes.width();
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|&pos| {
            let over = ui.ctx().layer_id_at(pos);
            over.is_none_or(|layer| layer == ui.layer_id())
        });
        if let Some(pos) = pointer.filter(|&pos| ui.max_rect().contains(pos)) {
            let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
            let x = (pos.x - places.lanes.left()).max(0.0);
            if (zoom - 1.0).abs() > f32::EPSILON {
                viewport = viewport.zoomed(f64::from(zoom), x, axis, width);
                (self.target, self.shown) = (None, None);
            } else {
                let below = self.heights.edges.last().copied().unwrap_or_default() - places.lanes.height();
                let (mut along, down) = (scroll.x, scroll.y);
                if below > 0.5 && !places.ruler.contains(pos) {
                    self.scroll -= down;
                } else {
                    // Where all lanes are in sight, the wheel goes on in time.
                    along += down;
                }
                if along != 0.0 {
                    viewport = viewport.panned(-along, axis, width);
                    self.target = None;
                }
            }
            if pans(ui.ctx()) && !gesture.is_dragging() {
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
            let (now, is_there) = seek::glide(ui, viewport, target, axis, width);
            viewport = now;
            if is_there {
                self.target = None;
            }
        }
        axis.fit(viewport.scale);
        viewport.kept_on(axis, width)
    }

    /// The corner of a rubber band stays where it is in the plan, however one scrolls.
    fn anchor_band(&mut self, gesture: &mut Gesture, sheet: &Sheet<'_>) {
        let Some(from) = gesture.band_from() else {
            self.band = None;
            return;
        };
        match self.band {
            None => {
                let units = sheet.viewport.units_from_x(from.x - sheet.area.left());
                let minutes = sheet.axis.minutes_from_units(units);
                self.band = Some((minutes, from.y - sheet.area.top() + sheet.scroll));
            }
            Some((minutes, down)) => gesture.move_band(egui::pos2(sheet.x(minutes), sheet.y(down))),
        }
    }

    fn open_lanes(&mut self, asked: Option<heads::Asked>, sheet: &Sheet<'_>) {
        match asked {
            Some(heads::Asked::Open(lane)) => self.open_lanes.extend(seek::group_of(sheet, lane)),
            Some(heads::Asked::Close(lane)) => _ = self.open_lanes.remove(&lane),
            None => {}
        }
    }

    /// Slim lanes open under what is dragged over them, and stay so until it is let go: what closes would take others away
    /// from under the pointer.
    fn open_under_drag(&mut self, ui: &Ui, gesture: &Gesture, sheet: &Sheet<'_>) {
        if !gesture.is_dragging() {
            self.dragged_over.clear();
            return;
        }
        let Some(pos) = ui.input(|input| input.pointer.latest_pos()).filter(|&pos| sheet.area.contains(pos)) else {
            return;
        };
        if let Some(lane) = sheet.lane_at(pos.y).filter(|_| gesture.band_from().is_none() && pos.y < sheet.bottom()) {
            let group = seek::group_of(sheet, lane);
            if !group.is_empty() {
                self.dragged_over.extend(group);
                ui.ctx().request_repaint();
            }
        }
    }
}
