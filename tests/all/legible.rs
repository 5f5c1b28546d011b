//! No text on screen lies on another one or is cut without an ellipsis: told from where the glyphs stand, in every view,
//! both languages of the screen and three sizes of the window.

use egui::epaint::{ClippedShape, Mesh, Shape, WHITE_UV};
use egui::{Pos2, Rect, vec2};

use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::headless::Headless;
use plenary::app::system::tasks::work_at_once;
use plenary::app::view::VIEWS;
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::{Language, Plan, RowId, Session, Status};
use plenary::store::Template;
use plenary::texts::Texts;

/// Glyphs that stand behind one another on one line.
#[derive(Clone, Debug)]
struct Line {
    /// Where they are, as far as they are drawn.
    rect: Rect,
    /// What they are cut to.
    clip: Rect,
    /// The text, where that is known.
    text: String,
    /// How many grounds were painted before it.
    over: usize,
}

/// What is written on a screen, and the grounds on which it is: what comes before one of these lies under it.
#[derive(Debug, Default)]
struct Written {
    lines: Vec<Line>,
    grounds: Vec<Rect>,
}

impl Written {
    /// Whether a ground that is painted after a line covers this part of it, where it is painted before another line.
    fn is_covered(&self, line: &Line, part: Rect, before: usize) -> bool {
        self.grounds[line.over..before].iter().any(|ground| ground.expand(SOFT).contains_rect(part))
    }
}

const ON_A_BLOCK: &str = "on a block";
/// So much of a glyph may lie under another one or out of sight: its soft edge.
const SOFT: f32 = 2.0;

fn words(headless: &Headless) -> Vec<String> {
    written(headless.shapes()).lines.into_iter().map(|line| line.text).collect()
}

fn written(shapes: &[ClippedShape]) -> Written {
    let mut written = Written::default();
    for ClippedShape { clip_rect, shape, .. } in shapes {
        collect(shape, *clip_rect, &mut written);
    }
    written
}

fn collect(shape: &Shape, clip: Rect, written: &mut Written) {
    let over = written.grounds.len();
    let lines = &mut written.lines;
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, written)),
        Shape::Rect(ground) if ground.fill.a() == u8::MAX && ground.blur_width == 0.0 => {
            written.grounds.push(ground.rect.intersect(clip));
        }
        Shape::Mesh(mesh) => glyphs_of(mesh, clip, (lines, over)),
        // Turned texts are measured upright only.
        Shape::Text(text) if text.angle == 0.0 => {
            for row in &text.galley.rows {
                let rect = row.row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
                if rect.is_positive() {
                    lines.push(Line { rect, clip, text: row.text(), over });
                }
            }
        }
        _ => {}
    }
}

/// Glyphs on blocks are squares in a mesh, whose corners lie in the font texture.
fn glyphs_of(mesh: &Mesh, clip: Rect, (lines, over): (&mut Vec<Line>, usize)) {
    let quads = mesh.indices.chunks_exact(6).filter_map(|indices| {
        let corners = indices.iter().map(|&index| mesh.vertices.get(index as usize));
        let corners: Option<Vec<_>> = corners.collect();
        let corners = corners?;
        let is_glyph = corners.iter().all(|corner| corner.uv != WHITE_UV && corner.uv != Pos2::ZERO);
        is_glyph.then(|| Rect::from_points(&corners.iter().map(|corner| corner.pos).collect::<Vec<_>>()))
    });
    let mut open: Option<Rect> = None;
    for quad in quads {
        let follows = open.is_some_and(|line| {
            let overlap = line.bottom().min(quad.bottom()) - line.top().max(quad.top());
            overlap > 0.3 * quad.height().min(line.height()) && (-2.0..10.0).contains(&(quad.left() - line.right()))
        });
        match (follows, open) {
            (true, Some(line)) => open = Some(line.union(quad)),
            (_, done) => {
                lines.extend(done.map(|rect| Line { rect, clip, text: ON_A_BLOCK.to_owned(), over }));
                open = Some(quad);
            }
        }
    }
    lines.extend(open.map(|rect| Line { rect, clip, text: ON_A_BLOCK.to_owned(), over }));
}

/// What is wrong with the texts of a screen.
///
/// Where a view `scrolls` sideways, what is at its right edge goes out of sight.
fn faults(shapes: &[ClippedShape], scrolls: bool) -> Vec<String> {
    let written = written(shapes);
    let all = written.grounds.len();
    let is_seen = |line: &&Line| {
        let rect = line.rect.intersect(line.clip);
        line.rect.intersects(line.clip) && !written.is_covered(line, rect, all)
    };
    let seen: Vec<&Line> = written.lines.iter().filter(is_seen).collect();
    let mut faults = Vec::new();
    for (index, line) in seen.iter().enumerate() {
        let left = line.clip.left() - line.rect.left();
        let right = if scrolls { 0.0 } else { line.rect.right() - line.clip.right() };
        let hidden = left.max(right);
        // On a block the text ends where the block does.
        if hidden > SOFT && line.text != ON_A_BLOCK {
            faults.push(format!("{:?} at {:?} is cut by {hidden:.1}", line.text, line.rect));
        }
        for other in &seen[index + 1..] {
            let both = line.rect.intersect(line.clip).intersect(other.rect).intersect(other.clip);
            if both.width() > SOFT && both.height() > SOFT && !written.is_covered(line, both, other.over) {
                faults.push(format!("{:?} lies on {:?} at {both:?}", other.text, line.text));
            }
        }
    }
    faults
}

/// A desk on which a row is selected, or navigator and inspector are opened where they are not.
fn screen(view: &str, language: Language, size: (f32, f32), chosen: (Option<RowId>, bool)) -> Headless {
    screen_of(Template::Wtdc25.plan(), (view, language), size, chosen)
}

/// The same of this plan.
fn screen_of(
    plan: Plan,
    (view, language): (&str, Language),
    size: (f32, f32),
    (row, opened): (Option<RowId>, bool),
) -> Headless {
    let settings = Settings { view: view.to_owned(), language, reduced_motion: true, ..Settings::default() };
    let mut headless = Headless::new(vec2(size.0, size.1), 1.0);
    headless.context().set_fonts(fonts::definitions());
    let mut desk = Desk::new(plan, None, settings);
    for frame in 0..8 {
        headless.step(Vec::new(), |ui| desk.ui(ui));
        if frame == 2 && opened {
            let ctx = headless.context().clone();
            let (navigator, inspector) = desk.panels();
            for (is_open, command) in [(navigator, UiCommand::ToggleNavigator), (inspector, UiCommand::ToggleInspector)]
            {
                if !is_open {
                    desk.handle(&ctx, Action::Run(command));
                }
            }
        }
        if let (2, Some(row)) = (frame, row) {
            let ctx = headless.context().clone();
            desk.handle(&ctx, Action::Select(Selection::only(row)));
        }
    }
    headless
}

#[track_caller]
fn check(row: Option<&str>, opened: bool) {
    let row = row.map(|id| RowId::Session(id.parse().unwrap()));
    let mut all = Vec::new();
    for entry in &VIEWS {
        for language in Texts::AVAILABLE {
            for size in [(860.0, 520.0), (1280.0, 800.0), (1920.0, 1080.0)] {
                let headless = screen(entry.kind.name, language, size, (row, opened));
                // The columns of a table, and the rooms of a day beside one another, are scrolled.
                let scrolls = match entry.kind.name {
                    "list" | "day" => true,
                    // So are the days of a week, where panels take the room.
                    "grid" => opened && size.0 < 1000.0,
                    _ => false,
                };
                let found = faults(headless.shapes(), scrolls);
                all.extend(
                    found
                        .into_iter()
                        .map(|fault| format!("{} {} {}×{}: {fault}", entry.kind.name, language.code(), size.0, size.1)),
                );
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn no_text_lies_on_another_or_is_cut_while_nothing_is_selected() {
    check(None, false);
}

#[test]
fn no_text_lies_on_another_or_is_cut_beside_a_selected_session() {
    check(Some("S15"), false);
}

#[test]
fn no_text_lies_on_another_or_is_cut_between_panels_that_were_opened() {
    check(None, true);
}

/// Every window, over the desk with a selected session.
#[test]
fn no_text_in_a_window_lies_on_another_or_is_cut() {
    let windows = [
        UiCommand::New,
        UiCommand::Dates,
        UiCommand::Repeat,
        UiCommand::Replace,
        UiCommand::ShiftFromHere,
        UiCommand::PasteTable,
        UiCommand::Export,
        UiCommand::Notice,
        UiCommand::Rules,
        UiCommand::FindSlot,
        UiCommand::Repair,
        UiCommand::Palette,
        UiCommand::Shortcuts,
        UiCommand::About,
        UiCommand::Recovery,
    ];
    let mut all = Vec::new();
    for window in windows {
        for language in Texts::AVAILABLE {
            for size in [(860.0, 520.0), (1280.0, 800.0)] {
                let settings = Settings { language, reduced_motion: true, ..Settings::default() };
                let mut headless = Headless::new(vec2(size.0, size.1), 1.0);
                headless.context().set_fonts(fonts::definitions());
                work_at_once(headless.context());
                let mut desk = Desk::new(Template::Wtdc25.plan(), None, settings);
                let mut before = Vec::new();
                for frame in 0..16 {
                    let ctx = headless.context().clone();
                    match frame {
                        2 => desk.handle(&ctx, Action::Select(Selection::only(RowId::Session("S15".parse().unwrap())))),
                        5 => {
                            before = words(&headless);
                            desk.handle(&ctx, Action::Run(window));
                        }
                        _ => {}
                    }
                    headless.step(Vec::new(), |ui| desk.ui(ui));
                }
                assert_ne!(words(&headless), before, "{window:?} is open");
                let name = format!("{window:?} {} {}×{}", language.code(), size.0, size.1);
                all.extend(faults(headless.shapes(), false).into_iter().map(|fault| format!("{name}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// The built-in plan with all sessions in this state.
fn all_are(status: Status) -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    let rows = document.plan().sessions().iter().map(|row| AnyRow::from(Session { status, ..Session::clone(row) }));
    let command = Command::PutMany(rows.collect());
    document.perform(&command).unwrap();
    document.plan().clone()
}

#[test]
fn what_is_held_only_if_required_says_so_where_there_is_room() {
    for view in ["timeline", "day", "grid"] {
        for language in Texts::AVAILABLE {
            let size = (1920.0, 1080.0);
            let of = |status| screen_of(all_are(status), (view, language), size, (None, false));
            let (reserve, confirmed) = (of(Status::Reserve), of(Status::Confirmed));
            let found = faults(reserve.shapes(), view == "day");
            assert!(found.is_empty(), "{view} {}: {}", language.code(), found.join("\n"));
            let width = |screen: &Headless| {
                let on_blocks = written(screen.shapes()).lines.into_iter().filter(|line| line.text == ON_A_BLOCK);
                on_blocks.map(|line| line.rect.width()).sum::<f32>()
            };
            let more = width(&reserve) - width(&confirmed);
            assert!(more > 60.0, "{view} {}: {more}", language.code());
        }
    }
}

/// Also what is held over a break, and warned of for that.
#[test]
fn a_short_session_has_its_title_beside_it_also_over_a_break() {
    let photo = |start: &str| {
        let mut document = Document::new(Template::Wtdc25.plan());
        let mut session = Session::clone(document.plan().sessions().get("S09".parse().unwrap()).unwrap());
        session.placement.as_mut().unwrap().start = start.parse().unwrap();
        document.perform(&Command::PutMany(vec![session.into()])).unwrap();
        let screen =
            screen_of(document.plan().clone(), ("timeline", Language::English), (1280.0, 800.0), (None, false));
        let on_blocks = written(screen.shapes()).lines.into_iter().filter(|line| line.text == ON_A_BLOCK);
        on_blocks.map(|line| line.rect.width()).sum::<f32>()
    };
    let (free, at_lunch) = (photo("2025-11-17T09:30"), photo("2025-11-17T13:00"));
    assert!(at_lunch > free - 80.0, "{free}, {at_lunch}");
}

#[test]
fn what_is_wrong_would_be_seen() {
    let mut headless = Headless::new(vec2(300.0, 100.0), 1.0);
    headless.context().set_fonts(fonts::definitions());
    for _ in 0..3 {
        headless.step(Vec::new(), |ui| {
            let draw = |at: (f32, f32), clip: f32| {
                let clip = Rect::from_min_size(Pos2::ZERO, vec2(clip, 100.0));
                let font = plenary::app::style::Type::Body.font();
                let color = ui.visuals().text_color();
                ui.painter().with_clip_rect(clip).text(at.into(), egui::Align2::LEFT_TOP, "A title", font, color);
            };
            draw((10.0, 10.0), 300.0);
            draw((30.0, 12.0), 300.0);
            draw((10.0, 50.0), 30.0);
        });
    }
    let found = faults(headless.shapes(), false);
    assert_eq!(found.iter().filter(|fault| fault.contains("lies on")).count(), 1, "{found:?}");
    assert_eq!(found.iter().filter(|fault| fault.contains("is cut")).count(), 1, "{found:?}");
}
