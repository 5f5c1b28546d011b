//! Dragging: one set of gestures for every view that shows sessions as blocks.
//!
//! A view says where time and lanes are under the pointer ([`Spot`]); the gesture says what would happen if the planner
//! let go ([`WhatIf`]), and asks for it when they do. Until then the plan stays untouched.

pub mod tint;

use std::rc::Rc;

use egui::{CursorIcon, Key, Modifiers, Pos2, Rect, Response, Ui, Vec2, vec2};

use crate::check::Outcome;
use crate::edit::{Command, FreeSessionIds, PlaceDeed, Refusal, event_at, resolve};
use crate::model::{CivilTime, Length, Placement, Plan, RoomId, Session, SessionId, SessionKind};

use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::gesture::tint::{DragTint, Stretch};
use crate::app::paint::lanes::LaneKey;
use crate::app::phrases;
use crate::app::selection::Selection;

/// A place in a view: a time, and the lane there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Minutes since 1970 of the civil calendar, with their fraction.
    pub minutes: f64,
    /// The lane under the pointer.
    pub lane: Option<LaneKey>,
}

/// Which way time runs in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the right.
    Right,
    /// Down.
    Down,
    /// In cells that stand for half a day: sessions keep their hours inside them and have no edges to pull.
    Cells,
}

/// The part of a block that was grabbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The edge where it begins.
    Start,
    /// The edge where it ends.
    End,
}

/// What is being dragged.
#[derive(Clone, Debug, PartialEq)]
enum Drag {
    /// Sessions, by one of them.
    Move { grabbed: SessionId, from: Spot, ids: Vec<SessionId> },
    /// An edge of one session.
    Resize { id: SessionId, edge: Part },
    /// A new session, from where the pointer went down.
    Create { from: Spot },
    /// A band that selects what it touches.
    Band { from: Pos2, before: Selection },
    /// Sessions out of the tray.
    FromTray { ids: Vec<SessionId> },
}

/// What letting go now would do.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The command.
    pub command: Command,
    /// Where sessions would be; for a new one the id is only lent.
    pub placements: Vec<(SessionId, Placement)>,
    /// Why it would be refused.
    pub refusal: Option<Refusal>,
    /// What the rules would say; nothing where it is refused.
    pub outcome: Outcome,
}

/// The gesture in progress, if any.
#[derive(Debug, Default)]
pub struct Gesture {
    drag: Option<Drag>,
    what_if: Option<WhatIf>,
    tint: Option<DragTint>,
    tray: Option<Rect>,
    over_tray: bool,
}

/// How near to an edge a block is pulled rather than moved, in points.
const EDGE: f32 = 6.0;

impl Gesture {
    /// What letting go now would do.
    #[must_use]
    pub fn what_if(&self) -> Option<&WhatIf> {
        self.what_if.as_ref()
    }

    /// Whether anything is being dragged.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    /// Whether sessions come out of the tray.
    #[must_use]
    pub fn is_from_tray(&self) -> bool {
        matches!(self.drag, Some(Drag::FromTray { .. }))
    }

    /// Whether this session is being moved away from where it stands.
    #[must_use]
    pub fn lifts(&self, id: SessionId) -> bool {
        match &self.what_if {
            Some(WhatIf { command: Command::Duplicate(_), .. }) | None => false,
            Some(what_if) => what_if.placements.iter().any(|&(moved, _)| moved == id),
        }
    }

    /// Whether letting go would put sessions back into the tray.
    #[must_use]
    pub fn is_over_tray(&self) -> bool {
        self.over_tray
    }

    /// The band of a rubber-band selection.
    #[must_use]
    pub fn band(&self, ui: &Ui) -> Option<Rect> {
        match (&self.drag, ui.input(|input| input.pointer.latest_pos())) {
            (Some(Drag::Band { from, .. }), Some(to)) => Some(Rect::from_two_pos(*from, to)),
            _ => None,
        }
    }

    /// Tells where the tray is on the screen.
    pub fn set_tray(&mut self, rect: Option<Rect>) {
        self.tray = rect;
    }

    /// Puts everything back.
    pub fn cancel(&mut self) {
        self.drag = None;
        self.what_if = None;
        self.tint = None;
        self.over_tray = false;
    }

    /// What letting go in a lane would bring, along time; `None` while nothing is dragged that lanes matter to.
    #[must_use]
    pub fn tint(&self, cx: &ViewContext<'_>, lane: LaneKey) -> Option<Rc<Vec<Stretch>>> {
        let (tint, drag) = (self.tint.as_ref()?, self.drag.as_ref()?);
        let rooms = |id: SessionId| {
            let own = cx.plan.sessions().get(id).map(|session| session.rooms().to_vec()).unwrap_or_default();
            match (drag, lane) {
                (Drag::Move { from: Spot { lane: Some(LaneKey::Room(from)), .. }, ids, .. }, LaneKey::Room(to)) => {
                    replaced(&own, *from, to, ids.len() > 1, cx)
                }
                (_, LaneKey::Room(to)) => vec![to],
                (Drag::Move { from: Spot { lane: Some(LaneKey::Room(_)), .. }, .. }, LaneKey::NoRoom) => Vec::new(),
                _ => own,
            }
        };
        Some(tint.lane(lane, rooms))
    }

    /// Makes the tint when a drag begins, and anew when the plan changes under it.
    fn refresh_tint(&mut self, cx: &ViewContext<'_>, copies: bool) {
        let (ids, grab_mins) = match &self.drag {
            Some(Drag::Move { grabbed, from, ids }) => {
                let start = cx.plan.sessions().get(*grabbed).and_then(|session| session.span()).map(|span| span.start);
                let Some(start) = start else { return };
                let rest = ids.iter().copied().filter(|id| id != grabbed);
                (std::iter::once(*grabbed).chain(rest).collect(), from.minutes.round() as i32 - start.minutes())
            }
            Some(Drag::FromTray { ids }) => (ids.clone(), 0),
            _ => return,
        };
        let ids: Vec<SessionId> = ids;
        if self.tint.as_ref().is_none_or(|tint| !tint.is_for(cx, &ids, copies)) {
            self.tint = Some(DragTint::new(cx, &ids, grab_mins, copies));
        }
    }

    /// Which part of a block lies under `pos`.
    #[must_use]
    pub fn part(rect: Rect, pos: Pos2, flow: Flow) -> Part {
        let (at, start, end) = match flow {
            Flow::Right => (pos.x, rect.left(), rect.right()),
            Flow::Down => (pos.y, rect.top(), rect.bottom()),
            Flow::Cells => return Part::Whole,
        };
        let edge = EDGE.min((end - start) / 4.0);
        if at < start + edge {
            Part::Start
        } else if at > end - edge {
            Part::End
        } else {
            Part::Whole
        }
    }

    /// To be called for every block on the screen: clicks select, drags begin here.
    pub fn block(&mut self, cx: &ViewContext<'_>, session: &Session, response: &Response, view: &dyn Surface) {
        let modifiers = response.ctx.input(|input| input.modifiers);
        let id = session.id;
        if response.drag_started_by(egui::PointerButton::Primary) {
            let Some(origin) = response.ctx.input(|input| input.pointer.press_origin()) else { return };
            let Some(from) = view.spot(origin) else { return };
            let part = Self::part(response.rect, origin, view.flow());
            self.drag = Some(match part {
                Part::Whole => {
                    let selected = cx.selection.contains(id);
                    if !selected {
                        cx.act(Action::Select(Selection::only(id.into())));
                    }
                    let ids = if selected { cx.selection.sessions.iter().copied().collect() } else { vec![id] };
                    Drag::Move { grabbed: id, from, ids }
                }
                edge => {
                    cx.act(Action::Select(Selection::only(id.into())));
                    Drag::Resize { id, edge }
                }
            });
        } else if response.clicked() && (modifiers.command || modifiers.shift) {
            cx.act(Action::Toggle(id));
        } else if response.clicked()
            || ((response.gained_focus() || response.secondary_clicked()) && !cx.selection.contains(id))
        {
            cx.act(Action::Select(Selection::only(id.into())));
        }
        if response.has_focus() {
            let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
            response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if let (Some(pos), None) = (response.hover_pos(), &self.drag) {
            response.ctx.set_cursor_icon(match (Self::part(response.rect, pos, view.flow()), view.flow()) {
                (Part::Whole, _) => CursorIcon::Grab,
                (_, Flow::Right) => CursorIcon::ResizeHorizontal,
                (_, _) => CursorIcon::ResizeVertical,
            });
        }
    }

    /// To be called for the empty ground of a view: a drag makes a session, with Shift it selects.
    pub fn ground(&mut self, cx: &ViewContext<'_>, response: &Response, view: &dyn Surface) {
        let (modifiers, origin) = response.ctx.input(|input| (input.modifiers, input.pointer.press_origin()));
        if response.drag_started_by(egui::PointerButton::Primary)
            && let Some(origin) = origin
            && let Some(from) = view.spot(origin)
        {
            let before = if modifiers.command { cx.selection.clone() } else { Selection::default() };
            self.drag = Some(if modifiers.shift || view.flow() == Flow::Cells {
                Drag::Band { from: origin, before }
            } else {
                Drag::Create { from }
            });
        } else if response.double_clicked()
            && let Some(pos) = response.interact_pointer_pos()
            && let Some(spot) = view.spot(pos)
        {
            let start = snapped(spot.minutes, step(cx, modifiers));
            create(cx, start, Length::HOUR, spot.lane);
        } else if response.clicked() {
            cx.act(Action::Select(Selection::default()));
        }
    }

    /// Begins to drag sessions out of the tray.
    pub fn start_from_tray(&mut self, ids: Vec<SessionId>) {
        self.drag = Some(Drag::FromTray { ids });
    }

    /// To be called once per frame by the view, after its blocks and its ground.
    pub fn update(&mut self, ui: &Ui, cx: &ViewContext<'_>, view: &dyn Surface) {
        if self.drag.is_none() {
            return;
        }
        let (pos, released, cancelled, modifiers) = ui.input_mut(|input| {
            let cancelled = input.consume_key(Modifiers::NONE, Key::Escape);
            (input.pointer.latest_pos(), !input.pointer.primary_down(), cancelled, input.modifiers)
        });
        if cancelled || pos.is_none() {
            self.cancel();
            return;
        }
        let Some(pos) = pos else { return };
        self.refresh_tint(cx, modifiers.command);
        let Some(drag) = &self.drag else { return };
        self.over_tray = self.tray.is_some_and(|tray| tray.contains(pos)) && matches!(drag, Drag::Move { .. });
        self.what_if = if self.over_tray {
            let Drag::Move { ids, .. } = drag else { return };
            Some(what_if(cx, Command::Unschedule(ids.clone()), Vec::new()))
        } else if matches!(drag, Drag::FromTray { .. }) && !view.area().contains(pos) {
            None
        } else {
            view.spot(pos).and_then(|to| propose(cx, drag, to, modifiers, view.flow()))
        };
        ui.ctx().set_cursor_icon(match (drag, &self.what_if, view.flow()) {
            (Drag::Band { .. }, ..) => CursorIcon::Crosshair,
            (_, Some(WhatIf { refusal: Some(_), .. }), _) => CursorIcon::NotAllowed,
            (Drag::Resize { .. }, _, Flow::Right) => CursorIcon::ResizeHorizontal,
            (Drag::Resize { .. }, ..) => CursorIcon::ResizeVertical,
            _ => CursorIcon::Grabbing,
        });
        if let Drag::Band { from, before } = drag {
            let mut selection = before.clone();
            for id in view.sessions_in(Rect::from_two_pos(*from, pos)) {
                selection.add(id);
            }
            if selection != *cx.selection {
                cx.act(Action::Select(selection));
            }
        }
        if released {
            self.let_go(cx);
        }
    }

    /// How fast the view should scroll because the pointer is at its edge, in points per frame.
    #[must_use]
    pub fn edge_scroll(&self, ui: &Ui, area: Rect) -> Vec2 {
        const NEAR: f32 = 28.0;
        let Some(pos) = ui.input(|input| input.pointer.latest_pos()).filter(|_| self.is_dragging()) else {
            return Vec2::ZERO;
        };
        if self.over_tray || (self.is_from_tray() && !area.contains(pos)) {
            return Vec2::ZERO;
        }
        let speed = |at: f32, low: f32, high: f32| {
            if at < low + NEAR { (at - low - NEAR).max(-NEAR) } else { (at - high + NEAR).clamp(0.0, NEAR) }
        };
        let scroll = vec2(speed(pos.x, area.left(), area.right()), speed(pos.y, area.top(), area.bottom())) * 0.5;
        if scroll != Vec2::ZERO {
            ui.ctx().request_repaint();
        }
        scroll
    }

    fn let_go(&mut self, cx: &ViewContext<'_>) {
        let what_if = self.what_if.take();
        self.cancel();
        let Some(WhatIf { command, placements, refusal, .. }) = what_if else { return };
        if let Some(refusal) = refusal {
            cx.act(Action::Tell(Message { text: phrases::refusal(cx, &refusal), is_error: true }));
            return;
        }
        let created = matches!(command, Command::Create(_));
        cx.perform(command);
        if created {
            cx.act(Action::Select(Selection::sessions(placements.iter().map(|&(id, _)| id))));
        }
    }
}

/// A view as a gesture sees it.
pub trait Surface {
    /// Where it is on the screen.
    fn area(&self) -> Rect;
    /// The time and the lane at a place on the screen.
    fn spot(&self, pos: Pos2) -> Option<Spot>;
    /// Which way time runs.
    fn flow(&self) -> Flow;
    /// The sessions that show in a part of the screen.
    fn sessions_in(&self, rect: Rect) -> Vec<SessionId>;
}

/// The step to which times snap: none while Alt is held.
fn step(cx: &ViewContext<'_>, modifiers: Modifiers) -> i32 {
    if modifiers.alt { 1 } else { cx.settings.snap_mins }
}

fn snapped(minutes: f64, step: i32) -> CivilTime {
    CivilTime::from_minutes(minutes.round() as i64).snapped(step)
}

fn what_if(cx: &ViewContext<'_>, command: Command, placements: Vec<(SessionId, Placement)>) -> WhatIf {
    let (outcome, refusal) = match resolve(cx.plan, &command) {
        Ok(patch) => (cx.workbench.what_if(&patch), None),
        Err(refusal) => (Outcome::default(), Some(refusal)),
    };
    WhatIf { command, placements, refusal, outcome }
}

fn propose(cx: &ViewContext<'_>, drag: &Drag, to: Spot, modifiers: Modifiers, flow: Flow) -> Option<WhatIf> {
    match drag {
        Drag::Move { grabbed, from, ids } => propose_move(cx, (*grabbed, *from, to), ids, modifiers, flow),
        Drag::Resize { id, edge } => propose_resize(cx, *id, *edge, to, modifiers),
        Drag::Create { from } => {
            let step = step(cx, modifiers);
            let (a, b) = (snapped(from.minutes, step), snapped(to.minutes, step));
            let (start, end) = (a.min(b), a.max(b));
            let length = Length::from_mins(i64::from(end.mins_since(start))).ok()?;
            let session = new_session(cx.plan, start, length, from.lane)?;
            let placements = session.placement.clone().map(|placement| (session.id, placement)).into_iter().collect();
            Some(what_if(cx, Command::Create(Box::new(session)), placements))
        }
        Drag::FromTray { ids } => {
            let mut start = snapped(to.minutes, if flow == Flow::Cells { 1 } else { step(cx, modifiers) });
            let mut placements = Vec::new();
            for &id in ids {
                let session = cx.plan.sessions().get(id)?;
                let rooms = match to.lane {
                    Some(LaneKey::Room(room)) => vec![room],
                    _ => session.rooms().to_vec(),
                };
                let placement = Placement { start, length: session.planned_length, rooms };
                start = placement.end();
                placements.push((id, placement));
            }
            Some(what_if(cx, Command::Place(PlaceDeed::Schedule, placements.clone()), placements))
        }
        Drag::Band { .. } => None,
    }
}

fn propose_move(
    cx: &ViewContext<'_>,
    (grabbed, from, to): (SessionId, Spot, Spot),
    ids: &[SessionId],
    modifiers: Modifiers,
    flow: Flow,
) -> Option<WhatIf> {
    let own = cx.plan.sessions().get(grabbed)?.placement.as_ref()?;
    let delta = (to.minutes - from.minutes).round() as i32;
    let wanted = own.start.plus_mins(delta);
    // In cells, and while the pointer has not moved along time, hours stay as odd as they are.
    let start = if flow == Flow::Cells || delta == 0 { wanted } else { wanted.snapped(step(cx, modifiers)) };
    let mut shift_mins = start.mins_since(own.start);
    let mut rooms = match (from.lane, to.lane) {
        (Some(LaneKey::Room(a)), Some(LaneKey::Room(b))) if a != b => Some((a, b)),
        _ => None,
    };
    if modifiers.shift {
        // Shift keeps whichever has moved less: the room or the time.
        if rooms.is_some() && shift_mins.abs() < 60 { shift_mins = 0 } else { rooms = None }
    }
    let to_no_room = to.lane == Some(LaneKey::NoRoom) && from.lane != to.lane;
    let mut placements = Vec::new();
    for &id in ids {
        let Some(placement) = cx.plan.sessions().get(id).and_then(|session| session.placement.clone()) else {
            continue;
        };
        let start = placement.start.plus_mins(shift_mins);
        let new_rooms = match (rooms, from.lane, to.lane) {
            _ if to_no_room => Vec::new(),
            (Some((a, b)), ..) => replaced(&placement.rooms, a, b, ids.len() > 1, cx),
            (None, Some(LaneKey::NoRoom), Some(LaneKey::Room(b))) if !modifiers.shift => vec![b],
            _ => placement.rooms.clone(),
        };
        placements.push((id, Placement { start, rooms: new_rooms, ..placement }));
    }
    if modifiers.command {
        let copies = placements.iter().map(|(id, placement)| (*id, Some(placement.clone()))).collect();
        return Some(what_if(cx, Command::Duplicate(copies), placements));
    }
    Some(what_if(cx, Command::Place(PlaceDeed::Move, placements.clone()), placements))
}

/// `rooms` with the grabbed room `a` replaced by `b`. In a group every session moves by as many rooms as the grabbed one.
fn replaced(rooms: &[RoomId], a: RoomId, b: RoomId, group: bool, cx: &ViewContext<'_>) -> Vec<RoomId> {
    let order = cx.index().rooms();
    let place = |room: RoomId| cx.index().room_place(room);
    let steps = match (place(a), place(b)) {
        (Some(from), Some(to)) => to as isize - from as isize,
        _ => 0,
    };
    let mut new: Vec<RoomId> = Vec::with_capacity(rooms.len());
    for &room in rooms {
        let target = if room == a {
            b
        } else if group {
            place(room)
                .and_then(|at| at.checked_add_signed(steps))
                .and_then(|at| order.get(at))
                .copied()
                .unwrap_or(room)
        } else {
            room
        };
        if !new.contains(&target) {
            new.push(target);
        }
    }
    new
}

fn propose_resize(cx: &ViewContext<'_>, id: SessionId, edge: Part, to: Spot, modifiers: Modifiers) -> Option<WhatIf> {
    let placement = cx.plan.sessions().get(id)?.placement.clone()?;
    let step = step(cx, modifiers);
    let time = snapped(to.minutes, step);
    let least = step.max(1);
    let (start, end) = match edge {
        Part::Start => (time.min(placement.end().plus_mins(-least)), placement.end()),
        _ => (placement.start, time.max(placement.start.plus_mins(least))),
    };
    let length = Length::clamped(end.mins_since(start));
    let resized = vec![(id, Placement { start, length, ..placement })];
    Some(what_if(cx, Command::Place(PlaceDeed::Resize, resized.clone()), resized))
}

/// Asks for a new session and selects it.
pub fn create(cx: &ViewContext<'_>, start: CivilTime, length: Length, lane: Option<LaneKey>) {
    if let Some(session) = new_session(cx.plan, start, length, lane) {
        let id = session.id;
        cx.perform(Command::Create(Box::new(session)));
        cx.act(Action::Select(Selection::only(id.into())));
    }
}

/// A session for a place on the timeline: in the event of that day, with what its lane stands for.
#[must_use]
pub fn new_session(plan: &Plan, start: CivilTime, length: Length, lane: Option<LaneKey>) -> Option<Session> {
    let event = match lane {
        Some(LaneKey::Event(event)) => event,
        _ => event_at(plan, start)?,
    };
    let like =
        plan.sessions().iter().next_back().map_or_else(|| SessionId::new("S").ok(), |session| Some(session.id))?;
    let id = FreeSessionIds::new(plan).like(like);
    let mut session = Session::new(id, event, SessionKind::Other);
    let mut rooms = Vec::new();
    match lane {
        Some(LaneKey::Room(room)) => rooms.push(room),
        Some(LaneKey::Body(body)) => session.bodies.push(body),
        Some(LaneKey::Kind(kind)) => session.kind = kind,
        _ => {}
    }
    session.planned_length = length;
    session.placement = Some(Placement { start, length, rooms });
    Some(session)
}
