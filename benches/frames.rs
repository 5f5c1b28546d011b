//! CPU time of frames and files with 1,000, 10,000 and 100,000 sessions. `cargo bench --bench frames`
//!
//! A frame is everything from input to triangles: building the desk and tessellating it, without painting pixels.
//! Figures are medians of CPU time of this process, so that other work on the machine counts little; compare them as
//! ratios.

mod measure;

use std::fmt::Write as _;
use std::time::Duration;

use egui::{Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use measure::{median, middle, milliseconds, timed};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::edit::{Command, Document};
use plenary::model::{Placement, Plan};
use plenary::store::{plan_text, read_plan};

/// A plan with so many sessions in 160 rooms, 12 days and 40 bodies, about as dense as a real one.
fn plan_with(sessions: usize) -> Plan {
    let mut text = String::from(
        "(format: \"plenary plan\", version: 1, header: (title: (en: \"Generated\"), zone: \"Asia/Baku\", language: \"en\"),\n",
    );
    let days = (sessions / 1600).clamp(12, 84);
    let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
    let last = first + chrono::Days::new(days as u64 - 1);
    let _ = writeln!(
        text,
        "events: [(id: \"E\", kind: Conference, title: (en: \"Event\"), dates: Days(\"{first}\", \"{last}\"), \
         zone: \"Asia/Baku\", hours: (\"08:00\", \"20:00\"))],"
    );
    let rooms = 160;
    let _ = write!(text, "bodies: [");
    (0..40).for_each(|n| {
        _ = write!(text, "(id: \"B{n:02}\", kind: Committee, code: (en: \"COM{n}\"), title: (en: \"Committee {n}\")),")
    });
    let _ = write!(text, "],\nrooms: [");
    (0..rooms).for_each(|n| _ = write!(text, "(id: \"R{n:03}\", title: (en: \"Room {n}\"), order: {n}),"));
    text.push_str("],\nsessions: [\n");
    let kinds = ["Plenary", "Committee", "WorkingGroup", "AdHoc", "Drafting", "Social", "Break", "Statements"];
    for n in 0..sessions {
        // Rooms fill one after the other, slot by slot; every seventh session overlaps its neighbour.
        let (room, turn) = (n % rooms, n / rooms);
        let slots = 8;
        let (day, slot) = ((turn / slots) % days, turn % slots);
        let start = 8 * 60 + slot * 85 + (n % 7) * 5;
        let date = first + chrono::Days::new(day as u64);
        let _ = writeln!(
            text,
            "(id: \"S{n:06}\", event: \"E\", kind: {}, title: (en: \"Session {n}: regional initiatives and action plan\"), \
             bodies: [\"B{:02}\"], placement: (start: \"{date}T{:02}:{:02}\", length_mins: {}, rooms: [\"R{room:03}\"])),",
            kinds[n % kinds.len()],
            n % 40,
            start / 60,
            start % 60,
            45 + (n % 4) * 15,
        );
    }
    text.push_str("])");
    read_plan(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

struct Screen {
    ctx: egui::Context,
    desk: Desk,
    time: f64,
    shapes: usize,
}

const SIZE: egui::Vec2 = vec2(1600.0, 900.0);

impl Screen {
    fn new(plan: Plan) -> Self {
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts::definitions());
        let mut screen = Self { ctx, desk: Desk::new(plan, None, Settings::default()), time: 0.0, shapes: 0 };
        (0..5).for_each(|_| screen.frame(Vec::new()));
        screen
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
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
        self.shapes = self.ctx.tessellate(shapes, output.pixels_per_point).len();
    }

    fn wheel(&mut self, delta: egui::Vec2, modifiers: Modifiers) {
        self.frame(vec![
            Event::PointerMoved(pos2(800.0, 500.0)),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
                modifiers,
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
            },
        ]);
    }
}

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[1000] } else { &[1000, 10_000, 100_000] };
    let runs = if test { 1 } else { 60 };
    println!("CPU milliseconds, median of {runs}; a frame is build + tessellate at 1600x900");
    println!(
        "sessions      idle    scroll      zoom      drag       all  | read file     write  first frames      undo"
    );
    for &size in sizes {
        let plan = plan_with(size);
        let text = plan_text(&plan);
        let few = if test { 1 } else { 5 };
        let read = median(few, |_| _ = read_plan(text.as_bytes()));
        let write = median(few, |_| _ = plan_text(&plan));
        let first = median(few, |_| _ = Screen::new(plan.clone()));
        let undo = undo(&plan, runs);
        let mut screen = Screen::new(plan);
        let idle = median(runs, |_| screen.frame(Vec::new()));
        let scroll = median(runs, |n| screen.wheel(vec2(if n % 20 < 10 { -30.0 } else { 30.0 }, 0.0), Modifiers::NONE));
        (0..20).for_each(|_| screen.frame(Vec::new()));
        let zoom = median(runs, |n| {
            screen.wheel(vec2(0.0, if n % 20 < 10 { -10.0 } else { 10.0 }), Modifiers::COMMAND);
        });
        (0..20).for_each(|_| screen.frame(Vec::new()));
        let drag = drag(&mut screen, runs);
        // Everything at once: the whole plan in sight.
        for _ in 0..40 {
            screen.wheel(vec2(0.0, -120.0), Modifiers::COMMAND);
        }
        (0..30).for_each(|_| screen.frame(Vec::new()));
        let all = median(runs, |n| screen.wheel(vec2(0.0, if n % 2 == 0 { -0.1 } else { 0.1 }), Modifiers::NONE));
        println!(
            "{size:8} {} {} {} {} {}  | {} {}     {} {}",
            milliseconds(idle),
            milliseconds(scroll),
            milliseconds(zoom),
            milliseconds(drag),
            milliseconds(all),
            milliseconds(read),
            milliseconds(write),
            milliseconds(first),
            milliseconds(undo),
        );
    }
}

/// A frame while a session is dragged about.
fn drag(screen: &mut Screen, runs: usize) -> Duration {
    let from = pos2(560.0, 160.0);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    let time = median(runs, |n| {
        let at = from + vec2(20.0 + (n % 30) as f32 * 9.0, (n % 17) as f32 * 14.0);
        screen.frame(vec![Event::PointerMoved(at)]);
    });
    screen.frame(vec![Event::Key {
        key: egui::Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }]);
    screen.frame(vec![button(from, false)]);
    time
}

/// Taking one move back.
fn undo(plan: &Plan, runs: usize) -> Duration {
    let mut document = Document::new(plan.clone());
    let session = plan.sessions().iter().next().unwrap();
    let at = session.placement.clone().unwrap();
    let mut times = Vec::new();
    for _ in 0..runs {
        let moved = Placement { start: at.start.plus_mins(15), ..at.clone() };
        document.perform(&Command::Place(vec![(session.id, moved)])).unwrap();
        times.push(timed(|| _ = document.undo()));
    }
    middle(times)
}
