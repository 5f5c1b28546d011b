//! The state machine by itself, on a surface on which a point is a minute.

use std::cell::Cell;

use egui::{Event, Key, PointerButton, Pos2, RawInput, pos2};

use super::starts::Starts;
use super::*;
use crate::app::context::{Chosen, Screen};
use crate::app::settings::Settings;
use crate::app::style::{Brightness, Contrast, Theme};
use crate::check::Stretch;
use crate::model::{CivilTime, Language, Placement, Severity, Span};
use crate::store::Template;
use crate::texts::Texts;

thread_local! {
    /// How often it was asked what letting go would do.
    pub(super) static JUDGED: Cell<usize> = const { Cell::new(0) };
}

/// Minutes to the right from the opening of the conference, rooms of 100 points below each other.
struct Ruled<'a>(&'a [crate::model::RoomId]);

const OPENING: &str = "2025-11-17T10:00";

fn opening() -> f64 {
    f64::from(OPENING.parse::<CivilTime>().unwrap().minutes())
}

impl Surface for Ruled<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let lane = (pos.y / 100.0) as usize;
        let lane = LaneKey::Room(self.0[lane.min(self.0.len() - 1)]);
        Some(Spot { minutes: opening() + f64::from(pos.x), lane: Some(lane) })
    }

    fn takes(&self, pos: Pos2) -> bool {
        pos.y < 100.0 * self.0.len() as f32
    }

    fn flow(&self) -> Flow {
        Flow::Right
    }

    fn times_in_sight(&self) -> (f64, f64) {
        (opening() - 600.0, opening() + 600.0)
    }

    fn sessions_in(&self, _: Rect) -> Vec<SessionId> {
        Vec::new()
    }
}

/// A desk with nothing but a gesture.
struct Hand {
    ctx: Context,
    chosen: Chosen,
    screen: Screen,
    gesture: Gesture,
}

fn id(name: &str) -> SessionId {
    name.parse().unwrap()
}

impl Hand {
    fn new() -> Self {
        let screen = Screen {
            settings: Settings::default(),
            texts: Texts::new(Language::English),
            theme: Theme::new(Brightness::Light, Contrast::Normal),
        };
        JUDGED.set(0);
        Self {
            ctx: Context::default(),
            chosen: Chosen::new(Workbench::new(Template::Wtdc25.plan())),
            screen,
            gesture: Gesture::default(),
        }
    }

    /// One frame with these events; what was asked for is returned and not done.
    fn frame(&mut self, mut events: Vec<Event>, modifiers: Modifiers) -> Vec<Action> {
        events.insert(0, Event::ModifiersChanged(modifiers));
        let Self { ctx, chosen, screen, gesture } = self;
        let mut actions = Vec::new();
        let _ = ctx.run_ui(RawInput { events, ..RawInput::default() }, |ui| {
            gesture.follow(ui.ctx(), &chosen.workbench);
            let cx = ViewContext::new(chosen, screen, &[]);
            gesture.update(ui, &cx, &Ruled(cx.index().rooms()));
            actions.extend(cx.into_actions());
        });
        actions
    }

    fn to(&mut self, x: f32, y: f32) -> Vec<Action> {
        self.frame(vec![Event::PointerMoved(pos2(x, y))], Modifiers::NONE)
    }

    fn button(&mut self, pressed: bool) -> Vec<Action> {
        let pos = self.ctx.input(|input| input.pointer.latest_pos()).unwrap();
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.frame(vec![Event::PointerButton { pos, button, pressed, modifiers }], modifiers)
    }

    /// Grabs sessions by the first of them, which is the opening ceremony in the first room.
    fn grab(&mut self, ids: &[&str]) {
        self.to(0.0, 0.0);
        self.button(true);
        let cx = ViewContext::new(&self.chosen, &self.screen, &[]);
        let from = Ruled(cx.index().rooms()).spot(pos2(0.0, 0.0)).unwrap();
        let grabbed = id(ids[0]);
        let ids = Arc::new(ids.iter().map(|name| id(name)).collect());
        self.gesture.begin(&cx, Drag::Move { grabbed, from, ids });
    }

    fn perform(&mut self, command: &Command) {
        self.chosen.workbench.perform(command).unwrap().unwrap();
    }

    fn later(&self, name: &str) -> Command {
        let at = self.chosen.workbench.plan().sessions().get(id(name)).unwrap().placement.clone().unwrap();
        Command::Place(vec![(id(name), Placement { start: at.start.plus_mins(60), ..at })])
    }
}

#[test]
fn nothing_is_judged_twice_while_pointer_and_plan_stay() {
    let mut hand = Hand::new();
    hand.grab(&["S08"]);
    hand.to(60.0, 0.0);
    assert_eq!(JUDGED.get(), 1);
    for x in [60.0, 61.0, 62.0, 62.0] {
        hand.to(x, 10.0);
    }
    assert_eq!(JUDGED.get(), 1, "within one step of the snap");
    hand.to(75.0, 10.0);
    assert_eq!(JUDGED.get(), 2);
    for _ in 0..3 {
        hand.frame(Vec::new(), Modifiers::COMMAND);
    }
    assert_eq!(JUDGED.get(), 3, "a copy is something else");
    hand.frame(Vec::new(), Modifiers::NONE);
    let elsewhere = hand.later("S10");
    hand.perform(&elsewhere);
    hand.frame(Vec::new(), Modifiers::NONE);
    hand.frame(Vec::new(), Modifiers::NONE);
    assert_eq!(JUDGED.get(), 5, "a change of the plan can change what rules say");
}

#[test]
fn letting_go_applies_the_patch_that_was_shown() {
    let mut hand = Hand::new();
    hand.grab(&["S08", "S10"]);
    hand.to(60.0, 150.0);
    let actions = hand.button(false);
    let shown = hand.gesture.what_if().unwrap();
    assert!(hand.gesture.lifts(id("S10")), "it shows until the plan has changed");
    let Action::PerformAt(generation, command) = &actions[0] else { panic!("{actions:?}") };
    assert_eq!(*generation, hand.chosen.workbench.generation());
    let change = hand.chosen.workbench.perform(command).unwrap().unwrap();
    assert_eq!(Ok(&*change.patch), shown.patch.as_ref());
    assert_eq!(hand.frame(Vec::new(), Modifiers::NONE), []);
    assert!(hand.gesture.what_if().is_none() && !hand.gesture.lifts(id("S10")));
}

#[test]
fn a_drag_ends_when_what_it_holds_moves_and_outlasts_other_changes() {
    let mut hand = Hand::new();
    hand.grab(&["S08", "S10"]);
    hand.to(60.0, 0.0);
    let elsewhere = hand.later("S07");
    hand.perform(&elsewhere);
    hand.frame(Vec::new(), Modifiers::NONE);
    assert!(hand.gesture.is_dragging());
    assert_eq!(hand.gesture.what_if().unwrap().generation, hand.chosen.workbench.generation());
    let held = hand.later("S10");
    hand.perform(&held);
    hand.frame(Vec::new(), Modifiers::NONE);
    assert!(!hand.gesture.is_dragging());
    assert_eq!(hand.button(false), []);
}

#[test]
fn nothing_comes_of_a_drop_beside_the_rows_or_of_escape_or_of_a_view_that_has_closed() {
    let mut hand = Hand::new();
    hand.grab(&["S08"]);
    hand.to(60.0, 0.0);
    hand.to(60.0, 100_000.0);
    assert!(hand.gesture.what_if().is_none() && hand.gesture.is_dragging());
    assert_eq!(hand.button(false), []);

    hand.grab(&["S08"]);
    hand.to(60.0, 0.0);
    let key = |pressed| Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    hand.frame(vec![key(true)], Modifiers::NONE);
    assert!(!hand.gesture.is_dragging() && hand.gesture.what_if().is_none());
    assert_eq!(hand.button(false), []);

    hand.grab(&["S08"]);
    // Another view, which has no gestures.
    let _ = hand.ctx.run_ui(
        RawInput {
            events: vec![Event::PointerButton {
                pos: pos2(0.0, 0.0),
                button: PointerButton::Primary,
                pressed: false,
                modifiers: Modifiers::NONE,
            }],
            ..RawInput::default()
        },
        |_| {},
    );
    assert_eq!(hand.frame(Vec::new(), Modifiers::NONE), []);
    assert!(!hand.gesture.is_dragging());
}

#[test]
fn a_group_moves_by_as_many_rooms_and_shift_keeps_what_has_moved_less() {
    let mut hand = Hand::new();
    let rooms = hand.chosen.workbench.index().rooms().to_vec();
    hand.grab(&["S08"]);
    hand.frame(vec![Event::PointerMoved(pos2(30.0, 150.0))], Modifiers::SHIFT);
    let placed = |hand: &Hand| hand.gesture.what_if().unwrap().placements[0].1.clone();
    assert_eq!((placed(&hand).start.to_string().as_str(), placed(&hand).rooms), (OPENING, vec![rooms[1]]));
    hand.frame(vec![Event::PointerMoved(pos2(90.0, 150.0))], Modifiers::SHIFT);
    assert_eq!((placed(&hand).start.to_string().as_str(), placed(&hand).rooms), ("2025-11-17T11:30", vec![rooms[0]]));
}

/// Neighbours that are as bad are one.
fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if last.1 == stretch.0 && last.2 == stretch.2 => last.1 = stretch.1,
            _ => joined.push(stretch),
        }
    }
    joined
}

#[test]
fn starts_found_week_by_week_are_the_same_as_found_at_once() {
    let hand = Hand::new();
    let cx = ViewContext::new(&hand.chosen, &hand.screen, &[]);
    let session = cx.plan.sessions().get(id("S10")).unwrap();
    let behind = 17;
    let (mut starts, whole) = (Starts::new(&cx, &[session.id], behind, false), (f64::MIN, f64::MAX));
    let mut frames = 1;
    while !starts.make(&cx, whole, opening()) {
        frames += 1;
        assert!(frames < 10, "it ends");
    }
    let days = cx.plan.events().get(session.event).unwrap().dates.span();
    let within = Span::new(days.start.plus_mins(-10 * 24 * 60), days.end.plus_mins(10 * 24 * 60));
    let at_once = cx.workbench.checker().tint(session, &[session.id], within);
    let mut severities = BTreeSet::new();
    for &room in cx.index().rooms() {
        let expected = cx.workbench.checker().stretches(&at_once, &[room]).into_iter();
        let expected = expected.map(|(from, to, severity)| (from + behind, to + behind, severity));
        let found = joined(starts.lane(&cx, LaneKey::Room(room), whole, |_| vec![room]));
        severities.extend(found.iter().map(|stretch| stretch.2));
        assert_eq!(found, expected.collect::<Vec<_>>());
    }
    assert!(severities.contains(&Severity::Off) && severities.len() > 1, "{severities:?}");
}

#[test]
fn what_is_nearest_to_the_pointer_is_judged_first() {
    let hand = Hand::new();
    let cx = ViewContext::new(&hand.chosen, &hand.screen, &[]);
    // So many that only one week is made in a frame.
    let ids: Vec<SessionId> =
        cx.plan.sessions().iter().filter(|row| row.event.as_str() == "wtdc25").map(|row| row.id).take(12).collect();
    let mut starts = Starts::new(&cx, &ids, 0, false);
    let room = cx.index().rooms()[0];
    let lane = |starts: &Starts| starts.lane(&cx, LaneKey::Room(room), (f64::MIN, f64::MAX), |_| vec![room]);
    assert!(!starts.make(&cx, (f64::MIN, f64::MAX), opening()));
    let first = lane(&starts);
    let holds = |(from, to, _): &Stretch| f64::from(*from) <= opening() && opening() < f64::from(*to);
    assert!(first.iter().any(holds), "{first:?}");
    while !starts.make(&cx, (f64::MIN, f64::MAX), opening()) {}
    assert!(lane(&starts)[0].0 < first[0].0, "and later the rest");
}
