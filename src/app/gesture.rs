//! Dragging: one set of gestures for every view that shows sessions as blocks.
//!
//! A view says where time and lanes are under the pointer ([`Surface`]); the gesture says what would happen if the planner
//! let go ([`WhatIf`]), and asks for it when they do. Until then the plan stays untouched.
//!
//! In each frame the desk calls [`Gesture::follow`], and the view first [`Gesture::update`] and then [`Gesture::block`] and
//! [`Gesture::ground`] while it draws: so everything in a frame shows the same. What begins in one frame shows in the next;
//! what is let go shows until the plan has changed.

mod aim;
mod days;
mod drag;
mod ghost;
mod held;
mod places;
mod proposal;
mod starts;
mod surface;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Context, CursorIcon, Key, Modifiers, Rect, Response, Ui, Vec2, vec2};

use crate::edit::Command;
use crate::model::{CivilTime, EventId, Length, Session, SessionId};
use crate::workbench::Workbench;

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;
use crate::app::selection::Selection;
use crate::app::widget::menus::context_menu;
use crate::app::widget::place_menus::ground_entries;
use crate::app::widget::{calm, focus};
use aim::Aim;
use drag::Drag;
use held::Held;
pub use places::Place;
pub use proposal::WhatIf;
use proposal::{Rooms, Target, session_in, snapped};
pub use surface::{Flow, Part, Spot, Surface};

/// The gesture in progress, if any.
#[derive(Debug, Default)]
pub struct Gesture {
    held: Option<Held>,
    tray: Option<Rect>,
    /// Where days are that sessions can be dropped on, in this frame.
    days: Vec<(Rect, NaiveDate)>,
    /// Where the view is on the screen, in this frame.
    view: Option<Rect>,
    /// What is under the pointer, while it is over the view.
    pointed: Option<Spot>,
    /// What was under it when the menu of the ground was opened.
    menu: Option<Spot>,
    /// Whether the pointer is on the boundary between two neighbours: in this frame, and in the one before.
    is_on_boundary: Cell<bool>,
    was_on_boundary: bool,
}

/// Whether the view is being dragged along: with the middle button, or with Space held.
#[must_use]
pub fn pans(ctx: &Context) -> bool {
    let with_space = |input: &egui::InputState| input.key_down(Key::Space) && input.pointer.primary_down();
    ctx.input(|input| input.pointer.middle_down() || with_space(input)) && !ctx.text_edit_focused()
}

impl Gesture {
    /// The time and the lane under the pointer, while it is over the ground of the view or its sessions.
    #[must_use]
    pub fn pointed(&self) -> Option<Spot> {
        self.pointed
    }

    /// What letting go now would do.
    #[must_use]
    pub fn what_if(&self) -> Option<&WhatIf> {
        self.held.as_ref()?.what_if.as_ref()
    }

    fn drag(&self) -> Option<&Drag> {
        self.held.as_ref().filter(|held| !held.let_go).map(|held| &held.drag)
    }

    /// Whether anything is being dragged.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag().is_some()
    }

    /// Whether a drag from under the pointer could move the boundary between two neighbours.
    #[must_use]
    pub fn is_on_boundary(&self) -> bool {
        self.was_on_boundary
    }

    /// Whether what is dragged begins or ends at this time, and a neighbour does, too.
    #[must_use]
    pub fn meets_neighbour(&self, time: CivilTime) -> bool {
        self.held.as_ref().is_some_and(|held| held.guides.contains(&time))
    }

    /// Whether sessions are dragged that end at a place, in a row or a column.
    #[must_use]
    pub fn needs_a_place(&self) -> bool {
        self.drag().is_some_and(Drag::needs_a_place)
    }

    /// Whether sessions come out of the tray.
    #[must_use]
    pub fn is_from_tray(&self) -> bool {
        matches!(self.drag(), Some(Drag::FromTray { .. }))
    }

    /// The session by which sessions are being moved.
    #[must_use]
    pub fn grabbed(&self) -> Option<SessionId> {
        match self.drag() {
            Some(Drag::Move { grabbed, .. }) => Some(*grabbed),
            _ => None,
        }
    }

    /// How many sessions are being dragged, and one of them.
    #[must_use]
    pub fn dragged(&self) -> Option<(usize, SessionId)> {
        match self.drag()? {
            Drag::Move { grabbed, ids, .. } => Some((ids.len(), *grabbed)),
            Drag::FromTray { ids } => Some((ids.len(), ids.first().copied()?)),
            Drag::Resize { grabbed, ids, .. } => Some((ids.len(), *grabbed)),
            Drag::Create { .. } | Drag::Band { .. } | Drag::Event { .. } => None,
        }
    }

    /// Asks for a session of an hour that begins then.
    pub fn create_at(cx: &ViewContext<'_>, start: CivilTime) {
        if let Some(session) = session_in(cx, start, Length::HOUR, None) {
            cx.act(Action::PerformAt(cx.workbench.generation(), Command::Create(Box::new(session))));
        }
    }

    /// Whether this session is being moved away from where it stands.
    #[must_use]
    pub fn lifts(&self, id: SessionId) -> bool {
        let Some((held, what_if)) = self.held.as_ref().and_then(|held| Some((held, held.what_if.as_ref()?))) else {
            return false;
        };
        if what_if.followers().iter().any(|(follower, _)| *follower == id) {
            return true;
        }
        match &held.drag {
            Drag::Move { ids, .. } => !what_if.is_of_copies() && ids.contains(&id),
            // A neighbour may give way, too.
            Drag::Resize { .. } => what_if.placements.iter().any(|(pulled, _)| *pulled == id),
            Drag::Event { .. } => what_if.patch.as_ref().is_ok_and(|patch| patch.contains(id.into())),
            Drag::Create { .. } | Drag::Band { .. } | Drag::FromTray { .. } => false,
        }
    }

    /// Whether letting go would put sessions back into the tray.
    #[must_use]
    pub fn is_over_tray(&self) -> bool {
        self.what_if().is_some_and(|what_if| matches!(what_if.target, Target::Tray { .. }))
    }

    /// Where a rubber-band selection began, on the screen.
    #[must_use]
    pub fn band_from(&self) -> Option<egui::Pos2> {
        match self.drag() {
            Some(Drag::Band { from, .. }) => Some(*from),
            _ => None,
        }
    }

    /// The corner in which a rubber-band selection began is elsewhere on the screen now, because the view was scrolled.
    pub fn move_band(&mut self, to: egui::Pos2) {
        if let Some(Held { drag: Drag::Band { from, .. }, .. }) = &mut self.held {
            *from = to;
        }
    }

    /// The band of a rubber-band selection.
    #[must_use]
    pub fn band(&self, ui: &Ui) -> Option<Rect> {
        match (self.drag(), ui.input(|input| input.pointer.latest_pos())) {
            (Some(Drag::Band { from, .. }), Some(to)) => Some(Rect::from_two_pos(*from, to)),
            _ => None,
        }
    }

    /// Where in a lane between two times what is dragged would fit, in order of time; nothing while nothing is dragged
    /// that lanes matter to.
    #[must_use]
    pub fn places(&self, cx: &ViewContext<'_>, lane: LaneKey, sight: (f64, f64)) -> Vec<Place> {
        let Some((drag, starts)) = self.held.as_ref().and_then(|held| Some((&held.drag, held.starts.as_ref()?))) else {
            return Vec::new();
        };
        let (rooms, group) = match drag {
            // In another lane that is no room, nothing would become of it but another time.
            Drag::Move { from, .. } if !lane.is_of_rooms() && from.lane != Some(lane) => return Vec::new(),
            Drag::Move { from, ids, .. } => (Rooms::between(from.lane, Some(lane)), ids.len() > 1),
            _ if !lane.is_of_rooms() => return Vec::new(),
            _ => (Rooms::between(None, Some(lane)), false),
        };
        // Nobody looks for a place without a room for what has one.
        if lane == LaneKey::NoRoom && starts.any(cx, |session| !session.rooms().is_empty()) {
            return Vec::new();
        }
        starts.places(cx, lane, sight, |id| {
            let own = cx.plan.sessions().get(id).map(|session| session.rooms()).unwrap_or_default();
            rooms.of(cx, own, group)
        })
    }

    /// Tells where the tray is on the screen, in each frame in which it is there.
    pub fn set_tray(&mut self, rect: Rect) {
        self.tray = Some(rect);
    }

    /// Tells where the view is on the screen, in each frame. What is let go elsewhere goes back to how it was.
    pub fn set_view(&mut self, rect: Rect) {
        self.view = Some(rect);
    }

    /// Tells where days are on the screen that sessions can be dropped on, in each frame in which they are there.
    pub fn set_days(&mut self, days: Vec<(Rect, NaiveDate)>) {
        self.days = days;
    }

    /// Whether letting go would put sessions on this day.
    #[must_use]
    pub fn is_over_day(&self, date: NaiveDate) -> bool {
        self.what_if().is_some_and(|what_if| matches!(what_if.target, Target::Day { date: over, .. } if over == date))
    }

    /// To be called before each frame: forgets what was let go, and gives up what another change of the plan has moved
    /// away under the pointer.
    pub fn follow(&mut self, ctx: &Context, workbench: &Workbench) {
        // The tray tells in each frame where it is, if it is open.
        self.tray = None;
        self.days.clear();
        self.was_on_boundary = self.is_on_boundary.take();
        let Some(held) = &mut self.held else { return };
        // Also when the view that was dragged in has closed.
        let is_over =
            held.let_go || ctx.input(|input| !input.pointer.primary_down() && !input.pointer.primary_released());
        let changes = workbench.since(held.generation);
        if is_over || changes.is_none_or(|mut patches| patches.any(|patch| held.drag.loses_hold(patch))) {
            self.held = None;
        } else {
            held.generation = workbench.generation();
        }
    }

    fn begin(&mut self, cx: &ViewContext<'_>, drag: Drag) {
        let generation = cx.workbench.generation();
        self.held = Some(Held {
            drag,
            generation,
            what_if: None,
            starts: None,
            days: days::Landings::new(),
            ghost: Cell::default(),
            tells_all: false,
            guides: Vec::new(),
            let_go: false,
        });
    }

    /// Begins to drag sessions out of the tray.
    pub fn start_from_tray(&mut self, cx: &ViewContext<'_>, ids: BTreeSet<SessionId>) {
        self.begin(cx, Drag::FromTray { ids: Arc::new(ids) });
    }

    /// Begins to drag an event, where the pointer went down.
    pub fn start_event(&mut self, cx: &ViewContext<'_>, id: EventId, from: Spot) {
        self.begin(cx, Drag::Event { id, from });
    }

    /// To be called for every block on the screen: clicks select, drags begin here.
    pub fn block(&mut self, cx: &ViewContext<'_>, session: &Session, response: &Response, view: &dyn Surface) {
        let modifiers = response.ctx.input(|input| input.modifiers);
        let id = session.id;
        if pans(&response.ctx) {
            return;
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            let Some(origin) = response.ctx.input(|input| input.pointer.press_origin()) else { return };
            let Some(from) = view.spot(origin) else { return };
            let part = Part::under(response.rect, origin, view.flow());
            let ids = if cx.selection.contains(id) {
                cx.selection.sessions.clone()
            } else {
                cx.select(id);
                Arc::new(BTreeSet::from([id]))
            };
            self.begin(
                cx,
                match part {
                    Part::Whole => Drag::Move { grabbed: id, from, ids },
                    Part::Edge(edge) => Drag::Resize { grabbed: id, edge, ids },
                },
            );
        } else if response.clicked() && (modifiers.command || modifiers.shift) {
            cx.act(Action::Toggle(id));
        } else if response.clicked()
            || ((response.secondary_clicked() || focus::asks_menu(response)) && !cx.selection.contains(id))
        {
            cx.select(id);
        }
        if response.clicked() {
            // From here on arrows walk.
            response.request_focus();
        }
        if let Some(pos) = response.hover_pos().filter(|_| !self.is_dragging()) {
            let part = Part::under(response.rect, pos, view.flow());
            let touched = if let Part::Edge(edge) = part { aim::touching(cx, id, edge) } else { None };
            self.is_on_boundary.set(touched.is_some());
            response.ctx.set_cursor_icon(match (part, view.flow()) {
                (Part::Whole, _) => CursorIcon::Grab,
                (_, flow) => held::cursor_of_edge(flow, touched.is_some() && modifiers.shift),
            });
        }
    }

    /// To be called for the empty ground of a view: a drag makes a session, with Shift it selects.
    pub fn ground(&mut self, cx: &ViewContext<'_>, response: &Response, view: &dyn Surface) {
        focus::lends_to_ground(response);
        if pans(&response.ctx) {
            return;
        }
        self.ground_menu(cx, response, view);
        let (modifiers, origin) = response.ctx.input(|input| (input.modifiers, input.pointer.press_origin()));
        if response.drag_started_by(egui::PointerButton::Primary)
            && let Some(origin) = origin
            && let Some(from) = view.spot(origin)
        {
            let before = if modifiers.command { cx.selection.clone() } else { Selection::default() };
            let selects = modifiers.shift || view.flow() == Flow::Cells;
            self.begin(cx, if selects { Drag::Band { from: origin, before } } else { Drag::Create { from } });
        } else if response.double_clicked()
            && let Some(pos) = response.interact_pointer_pos()
            && let Some(spot) = view.spot(pos)
        {
            let start = snapped(spot.minutes, aim::step(cx, &response.ctx));
            if let Some(session) = session_in(cx, start, Length::HOUR, spot.lane) {
                cx.act(Action::PerformAt(cx.workbench.generation(), Command::Create(Box::new(session))));
            }
        } else if response.clicked() {
            focus::give_to_ground(&response.ctx);
            cx.act(Action::Select(Selection::default()));
        }
    }

    /// The menu of the empty ground, of the place where it was opened.
    fn ground_menu(&mut self, cx: &ViewContext<'_>, response: &Response, view: &dyn Surface) {
        // By keys it is opened in the middle of what is in sight.
        let pos = if focus::asks_menu(response) {
            Some(response.rect.center())
        } else {
            response.interact_pointer_pos().filter(|_| response.secondary_clicked())
        };
        if let Some(pos) = pos {
            self.menu = view.spot(pos);
        }
        let Some(spot) = self.menu else { return };
        context_menu(response, |ui| {
            let start = snapped(spot.minutes, cx.settings.snap_mins);
            let new = session_in(cx, start, Length::HOUR, spot.lane);
            ground_entries(ui, cx, (new.as_ref(), Action::PasteAt(spot)));
        });
    }

    /// To be called once per frame by the view, before it draws anything that depends on it.
    pub fn update(&mut self, ui: &Ui, cx: &ViewContext<'_>, view: &dyn Surface) {
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let is_over = |pos: &egui::Pos2| {
            self.view.is_some_and(|view| view.contains(*pos))
                && ui.ctx().layer_id_at(*pos).is_none_or(|layer| layer == ui.layer_id())
        };
        self.pointed = pointer.filter(|pos| is_over(pos) && view.takes(*pos)).and_then(|pos| view.spot(pos));
        let (tray, whole) = (self.tray, self.view);
        let over = ui.input(|input| input.pointer.latest_pos());
        let over = over.and_then(|pos| self.days.iter().find(|(rect, _)| rect.contains(pos))).map(|&(_, date)| date);
        let landing = over.map(|date| self.landing(date));
        let Some(held) = self.held.as_mut().filter(|held| !held.let_go) else { return };
        held.ghost.set(None);
        let aim = Aim::new(ui.ctx(), cx, view.flow());
        let (pos, is_down, is_cancelled, modifiers) = ui.input_mut(|input| {
            let is_cancelled = input.consume_key(Modifiers::NONE, Key::Escape);
            if input.consume_key(input.modifiers, Key::Space) {
                held.tells_all = !held.tells_all;
            }
            (input.pointer.latest_pos(), input.pointer.primary_down(), is_cancelled, input.modifiers)
        });
        let Some(pos) = pos.filter(|_| !is_cancelled) else {
            self.held = None;
            return;
        };
        let spot = view.spot(pos);
        let is_over_tray = matches!(held.drag, Drag::Move { .. }) && tray.is_some_and(|tray| tray.contains(pos));
        let is_outside = held.drag.ends_in_the_view() && whole.is_some_and(|whole| !whole.contains(pos));
        let target = if is_over_tray {
            Some(Target::Tray { copies: modifiers.command })
        } else if let Some(date) = over.filter(|_| held.drag.needs_a_place()) {
            Some(Target::Day { date, copies: modifiers.command, landing: landing.flatten() })
        } else {
            let to = spot.filter(|_| !is_outside && (!held.drag.needs_a_place() || view.takes(pos)));
            to.and_then(|to| Target::new(cx, &held.drag, to, &aim))
        };
        held.aim(cx, target);
        held.guides = aim.guides(held.lead(), &held.drag, spot.and_then(|spot| spot.lane));
        if view.flow() != Flow::Cells {
            let pointer = spot.map_or(0.0, |spot| spot.minutes);
            if !held.make_starts(cx, modifiers.command, view.times_in_sight(), pointer) {
                ui.ctx().request_repaint();
            }
        }
        let cursor = if is_outside { CursorIcon::NoDrop } else { held.cursor(&aim) };
        ui.ctx().set_cursor_icon(cursor);
        if let Drag::Band { from, before } = &held.drag {
            let mut selection = before.clone();
            for id in view.sessions_in(Rect::from_two_pos(*from, pos)) {
                selection.add(id);
            }
            if selection != *cx.selection {
                cx.act(Action::Select(selection));
            }
        }
        if !is_down {
            held.let_go(cx);
            calm::begin(ui.ctx());
        } else if !self.seek_day(cx, over) {
            ui.ctx().request_repaint();
        }
    }

    /// How fast the view should scroll because the pointer is at its edge, in points per frame.
    #[must_use]
    pub fn edge_scroll(&self, ui: &Ui, area: Rect) -> Vec2 {
        const NEAR: f32 = 28.0;
        let (Some(drag), Some(pos)) = (self.drag(), ui.input(|input| input.pointer.latest_pos())) else {
            return Vec2::ZERO;
        };
        if self.is_over_tray() || (self.is_from_tray() && !area.contains(pos)) {
            return Vec2::ZERO;
        }
        let speed = |at: f32, low: f32, high: f32| {
            if at < low + NEAR { (at - low - NEAR).max(-NEAR) } else { (at - high + NEAR).clamp(0.0, NEAR) }
        };
        let mut scroll = vec2(speed(pos.x, area.left(), area.right()), speed(pos.y, area.top(), area.bottom())) * 0.5;
        if matches!(drag, Drag::Event { .. }) {
            // Events stand above the lanes.
            scroll.y = 0.0;
        }
        if scroll != Vec2::ZERO {
            ui.ctx().request_repaint();
        }
        scroll
    }
}
