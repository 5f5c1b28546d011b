//! CPU time of frames, edits and files with 1,000, 10,000 and 100,000 sessions. `cargo bench --bench frames`, with
//! sizes behind `--` for others.
//!
//! A frame is everything from input to triangles: building the desk and tessellating it, without painting pixels.
//! Figures are CPU time of this process, so that other work on the machine counts little; compare them as ratios.

mod measure;
mod plans;

use std::sync::Arc;
use std::time::Duration;

use egui::{Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use measure::{spread, timed};
use plans::plan_with;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::view::view_named;
use plenary::check::Checker;
use plenary::edit::agenda::{OnAgenda, Spot, new_items};
use plenary::edit::dates::{Misplaced, MoveDates};
use plenary::edit::places::NewPlace;
use plenary::edit::roster::OnRoster;
use plenary::edit::{AnyRow, Command, Document, new_event, resolve};
use plenary::model::roster::Limits;
use plenary::model::zone::Tz;
use plenary::model::{
    AgendaItem, Delegate, DelegateId, Event as PlanEvent, EventDates, Language, LocalText, Person, PersonId, Placement,
    Plan, Session, Team, Topic, TopicId, TopicKind, VisitGroup, YouthElement,
};
use plenary::store::{plan_text, read_plan};

struct Screen {
    ctx: egui::Context,
    desk: Desk,
    time: f64,
}

const SIZE: egui::Vec2 = vec2(1600.0, 900.0);
/// Where wheels turn and drags begin: over sessions in every view.
const MIDDLE: Pos2 = pos2(800.0, 500.0);

impl Screen {
    fn new(plan: Plan) -> Self {
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts::definitions());
        let mut screen = Self { ctx, desk: Desk::new(plan, None, Settings::default()), time: 0.0 };
        screen.frame(Vec::new());
        screen
    }

    fn frame(&mut self, events: Vec<Event>) -> egui::FullOutput {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let desk = &mut self.desk;
        let mut output = self.ctx.run_ui(input, |ui| desk.ui(ui));
        output.textures_delta.set.clear();
        output.textures_delta.free.clear();
        let shapes = std::mem::take(&mut output.shapes);
        drop(self.ctx.tessellate(shapes, output.pixels_per_point));
        output
    }

    fn settle(&mut self) {
        (0..30).for_each(|_| drop(self.frame(Vec::new())));
    }

    fn wheel(&mut self, delta: egui::Vec2, modifiers: Modifiers) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            modifiers,
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        };
        self.frame(vec![Event::PointerMoved(MIDDLE), wheel]);
    }

    fn act(&mut self, action: Action) {
        let ctx = self.ctx.clone();
        self.desk.handle(&ctx, action);
    }

    fn show(&mut self, view: &'static str) {
        self.act(Action::Run(UiCommand::View(view_named(view))));
    }

    fn plan(&self) -> &Plan {
        self.desk.document().plan()
    }

    /// What a screen reader is told.
    fn tree(&mut self) -> egui::accesskit::TreeUpdate {
        self.ctx.enable_accesskit();
        let output = self.frame(Vec::new());
        self.ctx.disable_accesskit();
        output.platform_output.accesskit_update.expect("the tree was asked for")
    }

    /// Whether anything on the screen is called so.
    fn says(&mut self, text: &str) -> bool {
        self.tree().nodes.iter().any(|(_, node)| node.label().is_some_and(|label| label.contains(text)))
    }

    /// Where a session in sight can be grabbed.
    fn grip(&mut self) -> Pos2 {
        let tree = self.tree();
        let bounds =
            tree.nodes.iter().filter(|(_, node)| node.label().is_some_and(|text| text.starts_with("Session ")));
        let bounds = bounds
            .filter_map(|(_, node)| node.bounds())
            .map(|at| Rect::from_min_max(pos2(at.x0 as f32, at.y0 as f32), pos2(at.x1 as f32, at.y1 as f32)));
        let near = |rect: &Rect| (rect.center() - MIDDLE).length();
        let wide = bounds.filter(|rect| rect.width() > 40.0 && rect.height() > 20.0);
        wide.min_by(|a, b| near(a).total_cmp(&near(b))).expect("a session is in sight").center()
    }
}

/// The figures of one size, by name.
struct Table {
    runs: usize,
    figures: Vec<(String, Vec<Duration>)>,
}

impl Table {
    /// Measures something `runs` times.
    fn row(&mut self, name: &str, mut run: impl FnMut(usize)) {
        self.few(name, self.runs, |n| timed(|| run(n)));
    }

    /// The same, where only a part of each run counts, or few runs are enough.
    fn few(&mut self, name: &str, runs: usize, run: impl FnMut(usize) -> Duration) {
        self.figures.push((name.to_owned(), (0..runs).map(run).collect()));
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = arguments.iter().any(|argument| argument == "--test");
    if let Some(at) = arguments.iter().position(|argument| argument == "--memory") {
        return memory_of(arguments.get(at + 1).and_then(|size| size.parse().ok()).unwrap_or(1000));
    }
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = if test { vec![1000] } else { vec![1000, 10_000, 100_000] };
    }
    println!("CPU milliseconds: median, mean, p95; a frame is build + tessellate at 1600x900");
    for size in sizes {
        println!("\n{size} sessions");
        let mut table = Table { runs: if test { 1 } else { 60 }, figures: Vec::new() };
        files(&mut table, size);
        let mut screen = Screen::new(plan_with(size));
        screen.settle();
        frames(&mut table, &mut screen);
        edits(&mut table, &mut screen);
        palette(&mut table, &mut screen);
        paste(&mut table, &mut screen);
        for (name, times) in table.figures {
            println!("{name:34} {}", spread(times));
        }
        if !test {
            memory(size);
        }
    }
    println!("\nsystems of a conference: 91 requests, 22 cities, 3,000 people");
    let mut table = Table { runs: if test { 1 } else { 60 }, figures: Vec::new() };
    systems(&mut table);
    road(&mut table);
    for (name, times) in table.figures {
        println!("{name:34} {}", spread(times));
    }
}

/// The views of the systems of a conference, on the plan with a full speaking list, with twelve teams and 200 delegations.
fn systems(table: &mut Table) {
    let text = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/saves/illustrative-statements.ron"));
    let mut document = Document::new(read_plan(&text.expect("the plan is there")).expect("it is one"));
    let person = |at: usize| Person::new(PersonId::new(&format!("p{at}")).expect("a name"), &format!("Person {at}"));
    let people = (0..3000).map(person).map(AnyRow::from).collect();
    document.perform(&Command::PutMany(people)).expect("people can be added");
    for _ in 0..12 {
        document.perform(&Command::Put(Team::following(document.plan(), None).into())).expect("teams can be added");
    }
    let main = document.plan().main_event().expect("it has a conference").id;
    document.perform(&Command::Roster(OnRoster::Fill(main, Limits::default()))).expect("they can be filled");
    let delegates = (0..200).flat_map(|at| {
        [0, 1].map(|order| {
            let id = DelegateId::new(&format!("d{at}-{order}")).expect("a name");
            AnyRow::from(Delegate { order, ..Delegate::new(id, &format!("Delegation {at}")) })
        })
    });
    document.perform(&Command::PutMany(delegates.collect())).expect("delegates can be added");
    let mut screen = Screen::new(document.plan().clone());
    screen.settle();
    for view in ["agenda", "statements", "podium", "zones", "registers", "roster", "delegation"] {
        screen.show(view);
        screen.settle();
        table.row(&format!("{view}, idle"), |_| drop(screen.frame(Vec::new())));
    }
    matrix(table, document);
}

/// The matrix of 200 topics and 500 items; every item takes two of them.
fn matrix(table: &mut Table, mut document: Document) {
    let topic = |at: usize| {
        let id = TopicId::new(&format!("t{at}")).expect("a name");
        let group = LocalText::from(format!("Group {}", at % 20).as_str());
        Topic { code: format!("T {at}"), title: "Topic".into(), group, ..Topic::new(id, TopicKind::Initiative) }
    };
    let topics: Vec<Topic> = (0..200).map(topic).collect();
    let ids: Vec<TopicId> = topics.iter().map(|topic| topic.id).collect();
    document.perform(&Command::PutMany(topics.into_iter().map(AnyRow::from).collect())).expect("topics can be added");
    let session = "IRM2-2".parse().expect("a name");
    let items = new_items(document.plan(), session).take(500).enumerate();
    let items = items.map(|(at, item)| AgendaItem { topics: vec![ids[at % 200], ids[(7 * at + 1) % 200]], ..item });
    let items = OnAgenda::Add(items.collect(), Spot::at_end(session));
    document.perform(&Command::Agenda(items)).expect("items can be added");
    let mut screen = Screen::new(document.plan().clone());
    screen.show("topics");
    screen.settle();
    table.row("topics, 200 x 500, idle", |_| drop(screen.frame(Vec::new())));
}

/// The road with 300 milestones that wait for one another, and 1,000 documents.
fn road(table: &mut Table) {
    let mut document = Document::new(plenary::store::Template::Wtdc25.plan());
    let mut rows: Vec<AnyRow> = Vec::new();
    let opening = document.plan().main_event().expect("it has a conference").dates.first_and_last().0;
    for at in 0..300_i64 {
        let id = format!("step-{at:03}").parse().expect("a name");
        let day = opening - chrono::Duration::days(at);
        let mut event =
            PlanEvent { id, dates: EventDates::day(day), ..new_event(document.plan(), &format!("Step {at}")) };
        event.after = (at < 299).then(|| format!("step-{:03}", at + 1).parse().expect("a name")).into_iter().collect();
        rows.push(event.into());
    }
    for at in 0..1000 {
        let id = format!("paper-{at:04}").parse().expect("a name");
        let row = plenary::model::Document::new(id, &format!("WTDC-25/{at}"));
        rows.push(row.stepped(Language::French, None).into());
    }
    document.perform(&Command::PutMany(rows)).expect("they can be added");
    let mut screen = Screen::new(document.plan().clone());
    screen.show("preparation");
    screen.settle();
    table.row("preparation, idle", |_| drop(screen.frame(Vec::new())));
    celebration(table, document);
}

/// A youth celebration of 500 sessions that serve two elements each, and 500 groups on a visit.
fn celebration(table: &mut Table, mut document: Document) {
    let mut rows: Vec<AnyRow> = Vec::new();
    let visit = document.plan().sessions().get("S05".parse().expect("a name")).expect("it is there").clone();
    for at in 0..500_usize {
        let id = format!("youth-{at:03}").parse().expect("a name");
        let elements = [at, at + 2].map(|at| YouthElement::ALL[at % 5]).into_iter().collect();
        rows.push(Session { id, elements, groups: Vec::new(), after: Vec::new(), ..Session::clone(&visit) }.into());
    }
    let group = |at: u16| VisitGroup {
        name: LocalText::from(format!("Group {at}").as_str()),
        people: Some(40),
        departs: Some(900 + at % 60),
        returns: Some(1080),
        seats: Some(45),
    };
    rows.push(Session { groups: (0..500).map(group).collect(), ..Session::clone(&visit) }.into());
    document.perform(&Command::PutMany(rows)).expect("they can be added");
    let mut screen = Screen::new(document.plan().clone());
    screen.show("youth");
    screen.settle();
    table.row("youth, 500 sessions, idle", |_| drop(screen.frame(Vec::new())));
}

/// Reading, writing, opening, and the first sight of each view.
fn files(table: &mut Table, size: usize) {
    let plan = plan_with(size);
    let few = if table.runs == 1 { 1 } else { 5 };
    let text = plan_text(&plan);
    table.few("read a file", few, |_| timed(|| drop(read_plan(text.as_bytes()))));
    table.few("write a file", few, |_| timed(|| drop(plan_text(&plan))));
    table.few("preview of a shift", few, |_| timed(|| preview_of_shift(&plan)));
    let mut screen = None;
    table.few("open to first frame", few, |_| timed(|| screen = Some(Screen::new(plan.clone()))));
    let screens = std::cell::RefCell::new(screen.expect("it was opened"));
    for view in ["day", "grid", "list"] {
        table.few(&format!("first sight of {view}"), 1, |_| {
            let screen = &mut *screens.borrow_mut();
            screen.show(view);
            timed(|| drop(screen.frame(Vec::new())))
        });
    }
}

/// What the Dates and place window works out before a conference moves: what it does to rows, what comes to lie badly, which
/// findings come and go.
fn preview_of_shift(plan: &Plan) {
    let event = plan.main_event().expect("it has a conference").id;
    let events = plan.events().ids().collect();
    let place = NewPlace { zone: Tz::Asia__Bangkok, ..NewPlace::of(plan.events().get(event).expect("it is there")) };
    let order = MoveDates { event, events, days: 7, pinned: [].into(), place: Some(place) };
    let patch = resolve(plan, &Command::MoveDates(Box::new(order))).expect("it can move");
    std::hint::black_box(Misplaced::by(plan, &patch, event));
    std::hint::black_box(Checker::new(plan).what_if(plan, &patch));
}

fn frames(table: &mut Table, screen: &mut Screen) {
    let back = |n: usize, step: f32| if n % 20 < 10 { -step } else { step };
    for view in ["timeline", "day", "grid", "list"] {
        screen.show(view);
        screen.settle();
        table.row(&format!("{view}, idle"), |_| drop(screen.frame(Vec::new())));
        let along = if view == "list" { vec2(0.0, 60.0) } else { vec2(30.0, 0.0) };
        table.row(&format!("{view}, scroll"), |n| screen.wheel(along * back(n, 1.0), Modifiers::NONE));
        screen.settle();
    }
    screen.show("timeline");
    screen.settle();
    table.row("timeline, zoom", |n| screen.wheel(vec2(0.0, back(n, 10.0)), Modifiers::COMMAND));
    screen.settle();
    drag(table, screen);
    // Everything at once: the whole plan in sight.
    (0..40).for_each(|_| screen.wheel(vec2(0.0, -120.0), Modifiers::COMMAND));
    screen.settle();
    let row = |n: usize| vec2(0.0, if n.is_multiple_of(2) { -0.1 } else { 0.1 });
    table.row("timeline, whole plan in sight", |n| screen.wheel(row(n), Modifiers::NONE));
    screen.act(Action::Run(UiCommand::SelectAll));
    screen.settle();
    table.row("the same, all selected", |n| screen.wheel(row(n), Modifiers::NONE));
    screen.act(Action::Run(UiCommand::SelectNone));
    (0..40).for_each(|_| screen.wheel(vec2(0.0, 120.0), Modifiers::COMMAND));
    let views = ["day", "grid", "list", "timeline"];
    table.row("another view", |n| {
        screen.show(views[n % 4]);
        screen.frame(Vec::new());
    });
    screen.show("timeline");
    screen.settle();
}

/// A frame while a session is dragged about; letting go must have moved it.
fn drag(table: &mut Table, screen: &mut Screen) {
    let from = screen.grip();
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    let at = |n: usize| from + vec2(20.0 + (n % 30) as f32 * 9.0, (n % 17) as f32 * 14.0);
    screen.frame(vec![Event::PointerMoved(at(0))]);
    table.row("timeline, drag", |n| drop(screen.frame(vec![Event::PointerMoved(at(n))])));
    let before = screen.desk.document().done().len();
    screen.frame(vec![button(at(table.runs - 1), false)]);
    assert_eq!(screen.desk.document().done().len(), before + 1, "nothing was dragged");
    screen.act(Action::Run(UiCommand::Undo));
    screen.settle();
}

/// From a table on the clipboard to the window that shows what it would make of the plan.
fn paste(table: &mut Table, screen: &mut Screen) {
    let talk = |n: usize| {
        let (day, hour) = (17 + n % 10, 9 + n % 8);
        format!("Talk {n}\t{day}.11.2025\t{hour}:00\t{hour}:20\tHall {}\tSpeaker N{n} (University {n})\n", n % 30)
    };
    let text = "Title\tDate\tStart\tEnd\tRoom\tSpeakers\n".to_owned() + &(0..1000).map(talk).collect::<String>();
    let before = screen.desk.document().done().len();
    table.row("1,000 pasted rows to their preview", |_| drop(screen.frame(vec![Event::Paste(text.clone())])));
    assert!(screen.says("Talk 0"), "the preview is not shown");
    screen.frame(vec![escape()]);
    assert_eq!(screen.desk.document().done().len(), before, "it is only looked at");
    screen.settle();
}

fn escape() -> Event {
    Event::Key { key: egui::Key::Escape, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// What one change costs with all that follows it: the change itself, and the frame after it.
fn edits(table: &mut Table, screen: &mut Screen) {
    for view in ["timeline", "day", "grid", "list"] {
        screen.show(view);
        let in_sight = in_the_middle(screen.plan());
        screen.act(Action::Reveal(in_sight.id.into()));
        screen.settle();
        table.row(&format!("{view}, idle, one selected"), |_| drop(screen.frame(Vec::new())));
        let mut run = |name: &str, command: &dyn Fn(usize, &Session) -> Command| {
            let (mut changes, mut after) = (Vec::new(), Vec::new());
            for n in 0..table.runs {
                let session = Arc::clone(screen.plan().sessions().get(in_sight.id).expect("it stays"));
                let command = command(n, &session);
                changes.push(timed(|| screen.act(Action::Perform(command))));
                after.push(timed(|| drop(screen.frame(Vec::new()))));
            }
            table.figures.push((format!("{view}, {name}"), changes));
            table.figures.push((format!("{view}, the frame after it"), after));
        };
        run("a session moves", &|n, session| {
            let at = session.placement.clone().expect("it has a place");
            let start = at.start.plus_mins(if n.is_multiple_of(2) { 15 } else { -15 });
            Command::Place(vec![(session.id, Placement { start, ..at })])
        });
        run("a title is typed", &|n, session| {
            let title = LocalText::from(format!("Session of {n} words").as_str());
            Command::Put(AnyRow::Session(Box::new(Session { title, ..session.clone() })))
        });
    }
    screen.act(Action::Select(Selection::default()));
    let plan = screen.plan().clone();
    let session = in_the_middle(&plan);
    let at = session.placement.clone().expect("it has a place");
    table.few("undo, rows only", table.runs, |_| {
        let mut document = Document::new(plan.clone());
        let moved = Placement { start: at.start.plus_mins(15), ..at.clone() };
        document.perform(&Command::Place(vec![(session.id, moved)])).expect("it may move");
        timed(|| _ = document.undo())
    });
}

/// What typing costs the screen, whatever is searched beside it: of all frames until the rows are there, the longest.
fn palette(table: &mut Table, screen: &mut Screen) {
    fn longest(screen: &mut Screen, first: Vec<Event>) -> Duration {
        let of_screen = |screen: &mut Screen, events: Vec<Event>| {
            let start = cpu_time::ThreadTime::now();
            drop(screen.frame(events));
            start.elapsed()
        };
        let mut longest = of_screen(screen, first);
        for _ in 0..60 {
            std::thread::sleep(Duration::from_millis(5));
            longest = longest.max(of_screen(screen, Vec::new()));
        }
        longest
    }
    let few = if table.runs == 1 { 1 } else { 6 };
    table.few("palette, opens", few, |n| {
        // After a change nothing is ready that could be searched.
        let session = Session::clone(&in_the_middle(screen.plan()));
        let title = LocalText::from(format!("Session before {n}").as_str());
        screen.act(Action::Perform(Command::Put(AnyRow::Session(Box::new(Session { title, ..session })))));
        screen.settle();
        screen.act(Action::Run(UiCommand::Palette));
        longest(screen, Vec::new())
    });
    let letters: Vec<char> = "session 12".chars().collect();
    let runs = if table.runs == 1 { 1 } else { letters.len() };
    table.few("palette, a letter is typed", runs, |n| longest(screen, vec![Event::Text(letters[n].to_string())]));
    screen.frame(vec![escape()]);
    screen.settle();
}

fn in_the_middle(plan: &Plan) -> Arc<Session> {
    let half = plan.sessions().len() / 2;
    Arc::clone(plan.sessions().iter().nth(half).expect("there are sessions"))
}

/// What a window with such a plan needs, in a process of its own.
fn memory(size: usize) {
    let program = std::env::current_exe().expect("it runs");
    let output = std::process::Command::new(program).args(["--memory", &size.to_string()]).output();
    print!("{}", String::from_utf8_lossy(&output.expect("it runs once more").stdout));
}

fn memory_of(size: usize) {
    let text = plan_text(&plan_with(size));
    let plan = read_plan(text.as_bytes()).expect("it was just written");
    drop(text);
    let mut screen = Screen::new(plan);
    screen.settle();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS")) {
        println!("memory {line}");
    }
}
