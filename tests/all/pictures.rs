//! How the views look, held against pictures that somebody has looked at. `PLENARY_BLESS=1` draws them anew.

use std::fs;
use std::path::Path;

use plenary::app::desk::Desk;
use plenary::app::settings::{Settings, ThemeChoice};
use plenary::app::style::{Brightness, Contrast, Theme, fonts};
use plenary::app::system::headless::{Headless, png_bytes};
use plenary::app::system::render::{Picture, render};
use plenary::edit::podium::OnPodium;
use plenary::edit::roster::{Handing, OnRoster};
use plenary::edit::{Command, Document, resolve};
use plenary::exchange::arriving::{Arrival, Choices, Report, read};
use plenary::model::speaking::SpeakingList;
use plenary::model::{Language, Plan, Session, SessionId, zone};
use plenary::store::{Template, read_plan};

/// Width, height, and the red, green and blue of each pixel.
type Pixels = (u32, u32, Vec<u8>);

/// Colours differ by so much from system to system, and nobody sees it.
const UNSEEN: u8 = 8;
/// So many of a thousand pixels may differ by more.
const FEW: usize = 1;

fn decoded(bytes: &[u8]) -> Option<Pixels> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(frame.buffer_size());
    let pixels = match frame.color_type {
        png::ColorType::Rgba => pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        _ => pixels,
    };
    Some((frame.width, frame.height, pixels))
}

/// As a small file: the last three bits of each colour make it large and are not seen.
fn encoded((width, height, pixels): &Pixels) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, *width, *height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    let pixels: Vec<u8> = pixels.iter().map(|&value| (value & 0xF8) | 4).collect();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

/// How many pixels differ by more than [`UNSEEN`]; all of them where the sizes differ.
fn different(ours: &Pixels, theirs: &Pixels) -> usize {
    if (ours.0, ours.1) != (theirs.0, theirs.1) {
        return ours.2.len() / 3;
    }
    let differ = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > UNSEEN);
    ours.2.chunks_exact(3).zip(theirs.2.chunks_exact(3)).filter(differ).count()
}

/// The desk of the built-in plan as it is first seen: in a view, in a language, light or dark.
#[track_caller]
fn check(view: &str, language: Language, theme: ThemeChoice) {
    check_plan(Template::Wtdc25.plan(), view, language, theme);
}

/// The same of another plan.
#[track_caller]
fn check_plan(plan: Plan, view: &str, language: Language, theme: ThemeChoice) {
    let settings = Settings { view: view.to_owned(), language, theme, ..Settings::default() };
    let picture =
        Picture { size: (1280, 800), scale: 1.0, settings, date: None, selected: None, today: None, against: None };
    let dark = if theme == ThemeChoice::Dark { "-dark" } else { "" };
    check_drawn(&format!("{view}-{}{dark}", language.code()), &render(plan, &picture).unwrap());
}

/// The preparation as it is first seen on a day of the year of the conference.
#[track_caller]
fn check_preparation(language: Language, theme: ThemeChoice) {
    let settings = Settings { view: "preparation".to_owned(), language, theme, ..Settings::default() };
    let today = "2025-06-18".parse().ok();
    let picture = Picture { size: (1440, 900), scale: 1.0, settings, date: None, selected: None, today, against: None };
    let dark = if theme == ThemeChoice::Dark { "-dark" } else { "" };
    let name = format!("preparation-{}{dark}", language.code());
    check_drawn(&name, &render(Template::Wtdc25.plan(), &picture).unwrap());
}

#[test]
fn the_preparation_looks_as_it_did() {
    check_preparation(Language::English, ThemeChoice::Light);
}

#[test]
fn the_preparation_looks_as_it_did_in_the_dark_and_in_russian() {
    check_preparation(Language::Russian, ThemeChoice::Dark);
}

/// Holds a picture against the one of this name.
#[track_caller]
fn check_drawn(name: &str, drawn: &[u8]) {
    let drawn = decoded(drawn).unwrap();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/golden");
    let path = golden.join(name).with_extension("png");
    if std::env::var_os("PLENARY_BLESS").is_some() {
        fs::write(&path, encoded(&drawn)).unwrap();
    }
    let expected = fs::read(&path).ok().and_then(|bytes| decoded(&bytes));
    let different = expected.map_or(usize::MAX, |expected| different(&drawn, &expected));
    let allowed = drawn.2.len() / 3 * FEW / 1000;
    if different > allowed {
        let beside = path.with_extension("new.png");
        fs::write(&beside, encoded(&drawn)).unwrap();
        panic!("{different} pixels of {name} differ, see {}; PLENARY_BLESS=1 draws it anew", beside.display());
    }
}

#[test]
fn the_timeline_looks_as_it_did() {
    check("timeline", Language::English, ThemeChoice::Light);
}

#[test]
fn the_timeline_looks_as_it_did_in_the_dark() {
    check("timeline", Language::English, ThemeChoice::Dark);
}

#[test]
fn the_timeline_looks_as_it_did_in_russian() {
    check("timeline", Language::Russian, ThemeChoice::Light);
}

#[test]
fn the_day_looks_as_it_did() {
    check("day", Language::English, ThemeChoice::Light);
}

#[test]
fn the_day_looks_as_it_did_in_the_dark() {
    check("day", Language::English, ThemeChoice::Dark);
}

#[test]
fn the_day_looks_as_it_did_in_russian() {
    check("day", Language::Russian, ThemeChoice::Light);
}

#[test]
fn the_grid_looks_as_it_did() {
    check("grid", Language::English, ThemeChoice::Light);
}

#[test]
fn the_grid_looks_as_it_did_in_the_dark() {
    check("grid", Language::English, ThemeChoice::Dark);
}

#[test]
fn the_grid_looks_as_it_did_in_russian() {
    check("grid", Language::Russian, ThemeChoice::Light);
}

#[test]
fn the_list_looks_as_it_did() {
    check("list", Language::English, ThemeChoice::Light);
}

#[test]
fn the_list_looks_as_it_did_in_the_dark() {
    check("list", Language::English, ThemeChoice::Dark);
}

#[test]
fn the_list_looks_as_it_did_in_russian() {
    check("list", Language::Russian, ThemeChoice::Light);
}

#[test]
fn a_picture_that_differs_is_told() {
    let plain: Pixels = (4, 1, vec![10; 12]);
    let mut other = plain.clone();
    other.2[5] = 10 + UNSEEN + 1;
    other.2[7] = 10 + UNSEEN;
    assert_eq!(different(&plain, &other), 1);
    assert_eq!(different(&plain, &(2, 2, vec![10; 12])), 4, "another size is another picture");
    assert_eq!(different(&plain, &decoded(&encoded(&plain)).unwrap()), 0);
}

/// The plan with a full speaking list.
fn illustrative() -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/illustrative-statements.ron");
    read_plan(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_statements_look_as_they_did() {
    check_plan(illustrative(), "statements", Language::English, ThemeChoice::Light);
}

#[test]
fn the_statements_look_as_they_did_in_the_dark_and_in_russian() {
    check_plan(illustrative(), "statements", Language::Russian, ThemeChoice::Dark);
}

/// The third part of the list while the eleventh speaks: it began late, and somebody is missing.
fn speaking() -> Plan {
    let mut document = Document::new(illustrative());
    let part: SessionId = "S22".parse().unwrap();
    let all = SpeakingList::of(document.plan(), document.plan(), "wtdc25".parse().unwrap());
    let speakers: Vec<_> = all.parts[2].lines.iter().map(|line| line.statement.id).collect();
    let start = zone::moment("2025-11-18T14:42".parse().unwrap(), "Asia/Baku".parse().unwrap());
    let mut press = |at: i64, what| {
        document.perform(&Command::Podium(part, start + at, what)).unwrap();
    };
    press(0, OnPodium::Open);
    let mut now = 90;
    for (at, speaker) in speakers.iter().take(10).enumerate() {
        press(now, OnPodium::Speak(*speaker));
        now += [184, 201, 168, 215, 190, 175, 222, 186, 171, 207][at];
        press(now, OnPodium::End);
        now += 30;
    }
    press(now, OnPodium::Speak(speakers[10]));
    press(now + 154, OnPodium::NotPresent(speakers[13]));
    document.plan().clone()
}

#[test]
fn the_podium_looks_as_it_did() {
    check_plan(speaking(), "podium", Language::English, ThemeChoice::Light);
}

#[test]
fn the_podium_looks_as_it_did_in_the_dark_and_in_russian() {
    check_plan(speaking(), "podium", Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_zones_look_as_they_did() {
    check("zones", Language::English, ThemeChoice::Light);
}

#[test]
fn the_zones_look_as_they_did_in_the_dark_and_in_russian() {
    check("zones", Language::Russian, ThemeChoice::Dark);
}

/// Three teams as somebody has given them their sittings: one pause is too short, and one sitting has nobody.
fn with_teams() -> Plan {
    let mut document = crate::roster::with_teams(3);
    let mut give = |team: &str, sessions: &str| {
        let sessions = sessions.split(' ').map(|session| session.parse().unwrap()).collect();
        let handing = Handing { sessions, from: None, to: Some(team.parse().unwrap()) };
        document.perform(&Command::Roster(OnRoster::Give(handing))).unwrap();
    };
    give("A", "S08 S10 S22 S24 S32 S35 S36 S44 S48 S60 S64 S68 S72 S79 S84 S85");
    give("B", "S12 S14 S27 S28 S37 S41 S45 S61 S66 S74 S75 S82");
    give("C", "S07 S18 S20 S30 S31 S40 S47 S49 S63 S69 S70 S73 S76 S80");
    document.plan().clone()
}

#[test]
fn the_roster_looks_as_it_did() {
    check_plan(with_teams(), "roster", Language::English, ThemeChoice::Light);
}

#[test]
fn the_roster_looks_as_it_did_in_the_dark_and_in_russian() {
    check_plan(with_teams(), "roster", Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_delegation_looks_as_it_did() {
    check_plan(crate::delegation::kenya(), "delegation", Language::English, ThemeChoice::Light);
}

#[test]
fn the_delegation_looks_as_it_did_in_the_dark_and_in_russian() {
    check_plan(crate::delegation::kenya(), "delegation", Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_bureaus_look_as_they_did() {
    check_plan(crate::bureaus_view::filled(), "bureaus", Language::English, ThemeChoice::Light);
}

#[test]
fn the_bureaus_look_as_they_did_in_the_dark_and_in_russian() {
    check_plan(crate::bureaus_view::filled(), "bureaus", Language::Russian, ThemeChoice::Dark);
}

/// The agenda of the first interregional meeting, which is selected.
#[track_caller]
fn check_agenda(language: Language, theme: ThemeChoice) {
    let plan = Template::Wtdc25.plan();
    let items = plan.items().iter().map(|item| item.session);
    let selected = items.min_by_key(|id| plan.sessions().get(*id).and_then(|row| row.span())).map(Into::into);
    let settings = Settings { view: "agenda".to_owned(), language, theme, ..Settings::default() };
    let picture = Picture { size: (1280, 800), scale: 1.0, settings, date: None, selected, today: None, against: None };
    let dark = if theme == ThemeChoice::Dark { "-dark" } else { "" };
    check_drawn(&format!("agenda-{}{dark}", language.code()), &render(plan, &picture).unwrap());
}

#[test]
fn the_agenda_looks_as_it_did() {
    check_agenda(Language::English, ThemeChoice::Light);
}

#[test]
fn the_agenda_looks_as_it_did_in_the_dark_and_in_russian() {
    check_agenda(Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_registers_look_as_they_did() {
    check_plan(illustrative(), "registers", Language::English, ThemeChoice::Light);
}

#[test]
fn the_requests_look_as_they_did() {
    check_plan(crate::room_requests::illustrative(), "requests", Language::English, ThemeChoice::Light);
}

#[test]
fn the_requests_look_as_they_did_in_the_dark_and_in_russian() {
    check_plan(crate::room_requests::illustrative(), "requests", Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_topics_look_as_they_did() {
    check_plan(crate::topics_view::drawn(), "topics", Language::English, ThemeChoice::Light);
}

#[test]
fn the_topics_look_as_they_did_in_the_dark_and_in_russian() {
    check_plan(crate::topics_view::drawn(), "topics", Language::Russian, ThemeChoice::Dark);
}

#[test]
fn the_youth_celebration_looks_as_it_did() {
    check_plan(crate::youth_view::drawn(), "youth", Language::English, ThemeChoice::Light);
}

#[test]
fn the_youth_celebration_looks_as_it_did_in_the_dark_and_in_russian() {
    check_plan(crate::youth_view::drawn(), "youth", Language::Russian, ThemeChoice::Dark);
}

/// Enter was pressed on a request, and its place is offered.
#[test]
fn the_place_of_a_request_looks_as_it_did() {
    let settings = Settings { view: "requests".to_owned(), ..Settings::default() };
    let mut headless = Headless::new(egui::vec2(1440.0, 900.0), 1.0);
    headless.context().set_fonts(fonts::definitions());
    plenary::app::system::tasks::work_at_once(headless.context());
    let mut desk = Desk::new(crate::room_requests::illustrative(), None, settings);
    let press = |key| {
        let at = |pressed| egui::Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        };
        vec![at(true), at(false)]
    };
    let at = egui::pos2(140.0, 278.0);
    let button = |pressed| egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    for frame in 0..16 {
        let events = match frame {
            4 => vec![egui::Event::PointerMoved(at)],
            5 => vec![button(true)],
            6 => vec![button(false)],
            9 => press(egui::Key::Enter),
            10 => vec![egui::Event::PointerMoved(egui::pos2(5.0, 890.0))],
            _ => Vec::new(),
        };
        headless.step(events, |ui| desk.ui(ui));
    }
    let ground = Theme::new(Brightness::Light, Contrast::Normal).ground;
    check_drawn("requests-place", &png_bytes(&headless.image(ground)).unwrap());
}

/// A file of this name on its way into a plan.
#[track_caller]
fn check_import(picture: &str, (name, bytes): (&str, &[u8]), plan: Plan, (language, theme): (Language, ThemeChoice)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let settings = Settings { view: "list".to_owned(), language, theme, ..Settings::default() };
    let mut headless = Headless::new(egui::vec2(1280.0, 800.0), 1.0);
    headless.context().set_fonts(fonts::definitions());
    plenary::app::system::tasks::work_at_once(headless.context());
    let mut desk = Desk::new(plan, None, settings)
        .with_chooser(plenary::app::system::dialogs::Chooser::Field)
        .with_clock(Box::new(|_| None));
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    for frame in 0..20 {
        let events = match frame {
            4 => vec![key(egui::Key::A, egui::Modifiers::COMMAND)],
            6 => vec![egui::Event::Text(path.display().to_string())],
            8 => vec![key(egui::Key::Enter, egui::Modifiers::NONE)],
            _ => Vec::new(),
        };
        headless.step(events, |ui| desk.ui(ui));
        if frame == 1 {
            let ctx = headless.context().clone();
            desk.handle(&ctx, plenary::app::action::Action::Run(plenary::app::action::UiCommand::Import));
        }
    }
    let is_dark = theme == ThemeChoice::Dark;
    let theme = Theme::new(if is_dark { Brightness::Dark } else { Brightness::Light }, Contrast::Normal);
    let drawn = png_bytes(&headless.image(theme.ground)).unwrap();
    check_drawn(&format!("{picture}-{}{}", language.code(), if is_dark { "-dark" } else { "" }), &drawn);
}

/// A file of tables: new, changed, unclear and not understood rows.
#[track_caller]
fn check_table(language: Language, theme: ThemeChoice) {
    let table = "Titre;Date;Début;Fin;Salle;Intervenants\r\n\
        Opening ceremony;17.11.2025;10h00;11h15;Plenary Hall;Ann Lee\r\n\
        Universal connectivity: ten years on;18.11.2025;9h30;10h45;Plenry Hall;Bo Chan; \r\n\
        Data for development;18.11.2025;11h15;12h30;Room A;Cy Dor\r\n\
        Spectrum in cities;mer. 19 nov.;15h00;bientôt;Room B;\r\n\
        Closing of the exhibition;mer. 19 nov.;16h00;17h00;Marquee;Ann Lee\r\n\
        Lunch;mer. 19 nov.;12h30;14h30;;\r\n";
    check_import("table", ("Programme.csv", table.as_bytes()), Template::Wtdc25.plan(), (language, theme));
}

/// A calendar that comes again: new, changed, gone and unclear sessions, and a line that is broken.
#[track_caller]
fn check_programme(language: Language, theme: ThemeChoice) {
    let session = |id: &str, (day, from, to): (u32, u32, u32), title: &str, room: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{id}@guests.example\r\nDTSTART;TZID=Asia/Baku:202511{day}T{from:04}00\r\n\
            DTEND;TZID=Asia/Baku:202511{day}T{to:04}00\r\nSUMMARY:{title}\r\nLOCATION:{room}\r\nEND:VEVENT\r\n"
        )
    };
    let calendar = |sessions: &[String]| {
        format!("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Guests\r\n{}END:VCALENDAR\r\n", sessions.concat())
    };
    let earlier = calendar(&[
        session("1", (18, 1830, 2000), "Reception of the host", "Garden"),
        session("2", (19, 1300, 1345), "Press briefing", "Room A"),
        session("3", (19, 1830, 1930), "Concert", "Plenary Hall"),
        session("4", (20, 830, 930), "Breakfast of ministers", "Room B"),
        session("5", (21, 830, 930), "Walk through the old town", "Garden"),
    ]);
    let mut plan = Template::Wtdc25.plan();
    let understood = read("guests.ics", earlier.as_bytes(), None).unwrap();
    let arrival = Arrival::new(&understood.draft, &plan, &Choices::default(), &mut Report::default());
    plan.apply(&arrival.patch(&plan).unwrap()).unwrap();
    // Meanwhile the planner has moved two of them.
    for (title, start) in [("Concert", "2025-11-19T19:00"), ("Breakfast of ministers", "2025-11-20T08:00")] {
        let found = plan.sessions().iter().find(|session| session.title.get(Language::English) == title);
        let mut moved = Session::clone(found.unwrap());
        moved.placement.as_mut().unwrap().start = start.parse().unwrap();
        let patch = resolve(&plan, &Command::Put(moved.into())).unwrap();
        plan.apply(&patch).unwrap();
    }
    let later = calendar(&[
        session("1", (18, 1900, 2030), "Reception of the host and the city", "Garden"),
        session("2", (19, 1300, 1345), "Press briefing", "Room A"),
        session("3", (19, 2000, 2100), "Concert", "Plenary Hall"),
        session("4", (20, 830, 930), "Breakfast of ministers", "Room B"),
        session("6", (20, 1830, 2000), "Night of light", "Plenry Hall"),
        session("7", (21, 1200, 1300), "Farewell", "Garden"),
        "this line is broken\r\n".to_owned(),
    ]);
    check_import("programme", ("guests.ics", later.as_bytes()), plan, (language, theme));
}

#[test]
fn a_programme_that_comes_in_looks_as_it_did() {
    check_programme(Language::English, ThemeChoice::Light);
}

#[test]
fn a_programme_that_comes_in_looks_as_it_did_in_the_dark_and_in_russian() {
    check_programme(Language::Russian, ThemeChoice::Dark);
}

#[test]
fn a_table_that_comes_in_looks_as_it_did() {
    check_table(Language::English, ThemeChoice::Light);
}

#[test]
fn a_table_that_comes_in_looks_as_it_did_in_the_dark_and_in_russian() {
    check_table(Language::Russian, ThemeChoice::Dark);
}

/// Presses what is called so.
fn press(headless: &mut Headless, desk: &mut Desk, label: &str) {
    let frame = headless.step(Vec::new(), |ui| desk.ui(ui));
    let nodes = frame.platform.accesskit_update.expect("it is asked for").nodes;
    // What lies above the rest comes last.
    let node = nodes.iter().rfind(|(_, node)| node.label() == Some(label) && node.bounds().is_some());
    let bounds = node.unwrap_or_else(|| panic!("nothing is called {label}")).1.bounds().unwrap();
    let pos = egui::pos2((bounds.x0 + bounds.x1) as f32 / 2.0, (bounds.y0 + bounds.y1) as f32 / 2.0);
    let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
    let press = |pressed| egui::Event::PointerButton { pos, button, pressed, modifiers };
    for events in [vec![egui::Event::PointerMoved(pos)], vec![press(true)], vec![press(false)], vec![], vec![]] {
        headless.step(events, |ui| desk.ui(ui));
    }
}

/// What is proposed after these words were pressed, with the pointer away from it.
#[track_caller]
fn check_arranged((name, plan): (&str, Plan), language: Language, theme: ThemeChoice, words: &[&str]) {
    let settings = Settings { view: "arrange".to_owned(), language, theme, ..Settings::default() };
    let mut headless = Headless::new(egui::vec2(1280.0, 800.0), 1.0);
    headless.context().set_fonts(fonts::definitions());
    headless.context().enable_accesskit();
    plenary::app::system::tasks::work_at_once(headless.context());
    let mut desk = Desk::new(plan, None, settings).with_clock(Box::new(|_| None));
    for _ in 0..3 {
        headless.step(Vec::new(), |ui| desk.ui(ui));
    }
    let ctx = headless.context().clone();
    desk.handle(&ctx, plenary::app::action::Action::ShowDateIn("arrange", "2025-11-19".parse().unwrap()));
    for word in words {
        press(&mut headless, &mut desk, word);
    }
    for _ in 0..4 {
        headless.step(vec![egui::Event::PointerGone], |ui| desk.ui(ui));
    }
    let is_dark = theme == ThemeChoice::Dark;
    let theme = Theme::new(if is_dark { Brightness::Dark } else { Brightness::Light }, Contrast::Normal);
    let drawn = png_bytes(&headless.image(theme.ground)).unwrap();
    check_drawn(&format!("{name}-{}{}", language.code(), if is_dark { "-dark" } else { "" }), &drawn);
}

#[test]
fn what_is_proposed_looks_as_it_did() {
    check_arranged(
        ("arrange", Template::Wtdc25.plan()),
        Language::English,
        ThemeChoice::Light,
        &[
            "Mend after a change, with the fewest moves",
            "A room is lost",
            "Choose…",
            "Room B",
            "To",
            "Thursday 27 November 2025",
            "Run",
            "Take the move of “COM5, 3rd meeting (texts of WG-PL)”",
        ],
    );
}

#[test]
fn talks_that_are_given_to_sessions_look_as_they_did() {
    let plan = || super::arrange_view::with_talks(14);
    let (english, russian) = (["Give talks to sessions", "Run"], ["Распределить доклады по заседаниям", "Найти"]);
    check_arranged(("arrange-talks", plan()), Language::English, ThemeChoice::Light, &english);
    check_arranged(("arrange-talks", plan()), Language::Russian, ThemeChoice::Dark, &russian);
}

#[test]
fn what_is_proposed_looks_as_it_did_in_the_dark_and_in_russian() {
    check_arranged(
        ("arrange", Template::Wtdc25.plan()),
        Language::Russian,
        ThemeChoice::Dark,
        &[
            "Поправить план после перемен наименьшим числом переносов",
            "Зал недоступен",
            "Выбрать…",
            "Зал B",
            "По",
            "четверг, 27 ноября 2025 года",
            "Найти",
        ],
    );
}
