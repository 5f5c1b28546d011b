//! CPU time of dragging one session and all of them, with 1,000, 10,000 and 100,000 sessions, a tenth as many bodies.
//! `cargo bench --bench gestures`
//!
//! A frame is everything from input to triangles. *Grab* is the first frame, *move* one in which something else would
//! happen than in the one before, *rest* one in which nothing has changed, *drop* the frame in which the button is let go
//! and the one after, which shows the plan as it is then.

mod measure;
mod plans;

use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use measure::{median, milliseconds, timed};
use plans::plan_with;
use plenary::app::action::UiCommand;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::edit::Deed;
use plenary::model::Plan;

struct Screen {
    ctx: egui::Context,
    desk: Desk,
    time: f64,
}

impl Screen {
    fn new(plan: Plan, view: &str) -> Self {
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts::definitions());
        let settings = Settings { view: view.to_owned(), ..Settings::default() };
        let mut screen = Self { ctx, desk: Desk::new(plan, None, settings), time: 0.0 };
        (0..8).for_each(|_| screen.frame(Vec::new()));
        screen
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let desk = &mut self.desk;
        let mut output = self.ctx.run_ui(input, |ui| desk.ui(ui));
        output.textures_delta = {
            let mut delta = std::mem::take(&mut output.textures_delta);
            delta.set.clear();
            delta.free.clear();
            delta
        };
        let shapes = std::mem::take(&mut output.shapes);
        let _ = self.ctx.tessellate(shapes, output.pixels_per_point);
    }

    fn to(&mut self, pos: Pos2) {
        self.frame(vec![Event::PointerMoved(pos)]);
    }

    fn button(&mut self, pos: Pos2, pressed: bool, modifiers: Modifiers) {
        self.frame(vec![Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }]);
    }

    fn run(&mut self, command: UiCommand) {
        let ctx = self.ctx.clone();
        self.desk.run(&ctx, command);
        self.frame(Vec::new());
    }

    fn steps(&self) -> usize {
        self.desk.document().done().len()
    }

    /// Drags what lies at `from` about and drops it; returns grab, move, rest and drop.
    fn drag(&mut self, from: Pos2, runs: usize, copies: bool) -> [std::time::Duration; 4] {
        let modifiers = if copies { Modifiers::COMMAND } else { Modifiers::NONE };
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(from)]);
        self.button(from, true, modifiers);
        self.to(from + vec2(10.0, 0.0));
        let grab = timed(|| self.to(from + vec2(12.0, 0.0)));
        let at = |n: usize| from + vec2(40.0 + (n % 10) as f32 * 25.0, (n % 7) as f32 * 30.0);
        let moves = median(runs, |n| self.to(at(n)));
        self.to(at(3));
        let rest = median(runs, |_| self.frame(Vec::new()));
        let before = self.steps();
        let dropped = timed(|| {
            self.button(at(3), false, modifiers);
            self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        });
        assert_eq!(self.steps(), before + 1, "nothing was dragged from {from:?}");
        let wanted = if copies { Deed::Duplicate } else { Deed::Move };
        let done = self.desk.document().done().last().map(|step| step.label.deed);
        assert_eq!(done, Some(wanted), "a session was to be grabbed at {from:?}");
        [grab, moves, rest, dropped]
    }
}

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[1000] } else { &[1000, 10_000, 100_000] };
    println!("CPU milliseconds, medians; grab and drop once");
    println!("sessions  view                    grab      move      rest      drop");
    for &size in sizes {
        for (view, from) in
            [("timeline", pos2(560.0, 160.0)), ("day", pos2(640.0, 325.0)), ("grid", pos2(500.0, 200.0))]
        {
            let all_runs = if size > 10_000 { 3 } else { 10 };
            for (what, all, copies) in [("one", false, false), ("all", true, false), ("copies", true, true)] {
                if test && all {
                    continue;
                }
                let mut screen = Screen::new(plan_with(size), view);
                if all {
                    screen.run(UiCommand::SelectAll);
                }
                let runs = if all { all_runs } else { 60 };
                let times = screen.drag(from, if test { 1 } else { runs }, copies).map(milliseconds);
                println!("{size:8}  {view:9}{what:7} {}", times.join(" "));
            }
        }
        let mut screen = Screen::new(plan_with(size), "timeline");
        screen.run(UiCommand::SelectAll);
        println!("{size:8}  Ctrl+D for all: {}", milliseconds(timed(|| screen.run(UiCommand::Duplicate))));
    }
}
