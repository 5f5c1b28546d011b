//! What a planner does with keys alone: along the lines of the desk, through windows and forms, and what the keyboard makes
//! of tooltips.

use egui::accesskit::NodeId;
use egui::{Event, Id, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::model::{Language, RowId, SessionId, SessionKind};
use plenary::store::Template;

use super::desk::{act, block, desk, desk_with, key, place, plan, rect_of, session, steps, write};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND: Modifiers = Modifiers::COMMAND;

fn select(harness: &mut Harness<'_, Desk>, session: &str) {
    act(harness, Action::Select(Selection::only(RowId::Session(session.parse().unwrap()))));
}

/// What the thing is called that has the keyboard.
fn name(harness: &Harness<'_, Desk>) -> String {
    let Some(focused) = harness.ctx.memory(|memory| memory.focused()) else { return "nothing".to_owned() };
    let all = harness.root().children_recursive();
    let mut nodes = all.map(|node| node.accesskit_node());
    let found = nodes.find(|node| node.locate().0 == focused.accesskit_id());
    found.map_or_else(|| format!("{focused:?}, which is not there"), |node| node.label().unwrap_or_default())
}

fn is_on(harness: &Harness<'_, Desk>, session: &str) -> bool {
    let id: SessionId = session.parse().unwrap();
    let node: NodeId = Id::unique(("session", id)).accesskit_id();
    harness.ctx.memory(|memory| memory.focused()).is_some_and(|focused| focused.accesskit_id() == node)
}

fn focus(harness: &mut Harness<'_, Desk>, role: Role, label: &str) {
    harness.query_all_by_role_and_label(role, label).next().unwrap_or_else(|| panic!("no {label:?}")).focus();
    harness.run_steps(3);
}

fn in_view(view: &str) -> Harness<'static, Desk> {
    desk_with(Template::Wtdc25.plan(), None, Settings { view: view.to_owned(), ..Settings::default() })
}

/// Goes on by a key until something has the keyboard.
#[track_caller]
fn until(harness: &mut Harness<'_, Desk>, pressed: (Modifiers, Key), wanted: &str) {
    let mut seen = Vec::new();
    for _ in 0..40 {
        if name(harness) == wanted {
            return;
        }
        seen.push(name(harness));
        key(harness, pressed.0, pressed.1);
    }
    panic!("{wanted:?} is not reached: {seen:?}");
}

#[test]
fn arrows_go_along_the_choices_of_a_view_and_do_not_leave_them() {
    let mut harness = in_view("registers");
    let day = rect_of(&harness, "Monday 17 November");
    until(&mut harness, (NONE, Key::F6), "People");
    let mut names = vec![name(&harness)];
    for _ in 0..9 {
        key(&mut harness, NONE, Key::ArrowRight);
        if name(&harness) == "Find" {
            // An arrow is for what is typed in it; Tab goes on.
            key(&mut harness, NONE, Key::ArrowRight);
            assert_eq!(name(&harness), "Find");
            key(&mut harness, NONE, Key::Tab);
        }
        names.push(name(&harness));
    }
    for wanted in ["Bodies", "Rooms", "Documents", "Topics", "Ranks", "Add: Person"] {
        assert!(names.iter().any(|name| name == wanted), "{wanted}: {names:?}");
    }
    key(&mut harness, NONE, Key::Home);
    for pressed in [Key::ArrowLeft, Key::ArrowUp, Key::ArrowDown] {
        key(&mut harness, NONE, pressed);
        assert_eq!(name(&harness), "People", "{pressed:?}: neither past its end nor across it");
    }
    key(&mut harness, NONE, Key::End);
    assert_eq!(name(&harness), "Add: Person");
    assert_eq!(rect_of(&harness, "Monday 17 November"), day, "no other day is in sight");
}

#[test]
fn what_is_found_in_a_register_is_gone_through_at_once() {
    let mut harness = in_view("registers");
    until(&mut harness, (NONE, Key::F6), "People");
    until(&mut harness, (NONE, Key::ArrowRight), "Rooms");
    key(&mut harness, NONE, Key::Enter);
    focus(&mut harness, Role::TextInput, "Find");
    write(&mut harness, "off-site");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(name(&harness), "Rooms", "the table");
    key(&mut harness, NONE, Key::F2);
    write(&mut harness, "Red room");
    key(&mut harness, NONE, Key::Enter);
    let titles: Vec<_> = plan(&harness).rooms().iter().map(|room| room.title.get(Language::English)).collect();
    assert!(titles.contains(&"Red room") && !titles.contains(&"Off-site"), "{titles:?}");
}

#[test]
fn every_button_of_the_dates_is_reached_by_arrows() {
    let mut harness = desk();
    until(&mut harness, (NONE, Key::F6), "Day before");
    let mut names = vec![name(&harness)];
    for _ in 0..40 {
        key(&mut harness, NONE, Key::ArrowRight);
        names.push(name(&harness));
    }
    assert_eq!(names.last().map(String::as_str), Some("Add session"), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("Go to date")), "{names:?}");
}

#[test]
fn a_new_session_comes_where_the_room_is_free() {
    let mut harness = desk();
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::Insert);
    let new = harness.state().selection().sessions.first().unwrap().to_string();
    assert_eq!(place(&harness, &new), "2025-11-17T17:30 60 plenary-hall", "after all that is in the hall");
    let span = session(&harness, &new).span().unwrap();
    let beside = plan(&harness).sessions().iter().filter(|other| {
        other.id.to_string() != new
            && other.rooms().iter().any(|room| room.to_string() == "plenary-hall")
            && other.span().is_some_and(|at| at.overlaps(span))
    });
    assert_eq!(beside.count(), 0);
}

/// Days on which copies of a session are.
fn copied(harness: &Harness<'_, Desk>) -> Vec<String> {
    let before = Template::Wtdc25.plan();
    let new = plan(harness).sessions().iter().filter(|session| !before.sessions().contains(session.id));
    let mut days: Vec<String> = new.map(|session| session.span().unwrap().start.date().to_string()).collect();
    days.sort();
    days
}

#[test]
fn days_are_ticked_by_keys_and_enter_repeats() {
    let mut harness = desk();
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    assert!(is_on(&harness, "S08"));
    key(&mut harness, COMMAND | SHIFT, Key::D);
    assert_eq!(name(&harness), "Make 4 copies", "Enter makes them at once");
    let mut stops = Vec::new();
    while stops.len() < 12 {
        key(&mut harness, NONE, Key::Tab);
        stops.push(name(&harness));
        if name(&harness).contains("18 November 2025") {
            break;
        }
    }
    assert_eq!(
        stops[..5],
        ["Cancel", "Close", "This week", "All working days", "None"],
        "the days are one stop: {stops:?}"
    );
    assert_eq!(stops.len(), 6, "{stops:?}");
    key(&mut harness, NONE, Key::Space);
    key(&mut harness, NONE, Key::ArrowLeft);
    assert!(name(&harness).contains("18 November"), "before it is only the day that is copied: {}", name(&harness));
    key(&mut harness, NONE, Key::ArrowDown);
    assert!(name(&harness).contains("25 November"), "{}", name(&harness));
    key(&mut harness, NONE, Key::Space);
    assert_eq!(steps(&harness), 0, "ticking makes nothing");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(copied(&harness), ["2025-11-19", "2025-11-20", "2025-11-21", "2025-11-25"]);
    assert!(is_on(&harness, "S08"), "the keyboard is where it was: {}", name(&harness));
    // A day of the week ticks all of its days, and Escape gives up.
    key(&mut harness, COMMAND | SHIFT, Key::D);
    until(&mut harness, (NONE, Key::Tab), "None");
    key(&mut harness, NONE, Key::Enter);
    key(&mut harness, NONE, Key::Tab);
    key(&mut harness, NONE, Key::ArrowUp);
    until(&mut harness, (NONE, Key::ArrowRight), "Every Friday");
    key(&mut harness, NONE, Key::Space);
    harness.get_by_role_and_label(Role::Button, "Make 2 copies");
    key(&mut harness, NONE, Key::Escape);
    assert_eq!((copied(&harness).len(), is_on(&harness, "S08")), (4, true));
}

#[test]
fn somebody_new_is_followed_by_what_they_do() {
    let mut harness = desk();
    select(&mut harness, "S08");
    focus(&mut harness, Role::Button, "Chair");
    write(&mut harness, "Ms Nobody");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(plan(&harness).people().iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Ms Nobody"]);
    assert_eq!(name(&harness), "Ms Nobody", "the keyboard is on what was added");
    key(&mut harness, NONE, Key::Tab);
    assert_eq!(name(&harness), "What Ms Nobody does");
    write(&mut harness, "mod");
    key(&mut harness, NONE, Key::Enter);
    let role = session(&harness, "S08").people[0].role;
    assert_eq!(role, plenary::model::Role::Moderator, "letters lead to what begins with them");
    assert_eq!(name(&harness), "What Ms Nobody does");
}

#[test]
fn letters_open_a_closed_field_and_begin_the_search() {
    let mut harness = desk();
    select(&mut harness, "S10");
    let room = harness
        .query_all_by_role_and_label(Role::Button, "Plenary Hall")
        .max_by(|one, other| one.rect().left().total_cmp(&other.rect().left()));
    room.expect("the room in the inspector").focus();
    harness.run_steps(3);
    write(&mut harness, "r");
    write(&mut harness, "oom f");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(place(&harness, "S10").split(' ').nth(2), Some("room-f"));
    assert_eq!(name(&harness), "Room F", "and back");
    focus(&mut harness, Role::ComboBox, "Kind");
    write(&mut harness, "wor");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(session(&harness, "S10").kind, SessionKind::WorkingGroup);
    assert_eq!(name(&harness), "Kind");
    focus(&mut harness, Role::Button, "Event");
    write(&mut harness, "irm-1");
    key(&mut harness, NONE, Key::Enter);
    let event = session(&harness, "S10").event;
    assert_eq!(event.to_string(), "irm-1");
}

/// Whether a tooltip is on screen.
fn has_tooltip(harness: &Harness<'_, Desk>) -> bool {
    harness.ctx.memory(|memory| {
        let shown = memory.areas().visible_layer_ids();
        shown.iter().any(|layer| layer.order == egui::Order::Tooltip)
    })
}

#[test]
fn tooltips_are_gone_as_soon_as_a_key_is_pressed() {
    let mut harness = desk();
    let point = |harness: &mut Harness<'_, Desk>, by: f32| {
        let at = block(harness, "Opening ceremony").center() + egui::vec2(by, 0.0);
        harness.event(Event::PointerMoved(at));
        for _ in 0..60 {
            harness.step();
        }
    };
    point(&mut harness, 0.0);
    assert!(has_tooltip(&harness), "a session tells of itself");
    key(&mut harness, NONE, Key::F1);
    assert!(!has_tooltip(&harness), "not over a window");
    key(&mut harness, NONE, Key::Escape);
    for _ in 0..60 {
        harness.step();
    }
    assert!(!has_tooltip(&harness), "nor while the pointer rests");
    point(&mut harness, 2.0);
    assert!(has_tooltip(&harness), "what is pointed at again tells of itself again");
    key(&mut harness, NONE, Key::ArrowRight);
    assert!(!has_tooltip(&harness), "walking by keys");
    let save = rect_of(&harness, "Undo");
    harness.event(Event::PointerMoved(save.center()));
    for _ in 0..60 {
        harness.step();
    }
    key(&mut harness, NONE, Key::F10);
    assert!(!has_tooltip(&harness), "going to the menus");
}

#[test]
fn what_is_sought_stands_above_what_is_found() {
    let mut harness = desk();
    select(&mut harness, "S08");
    for (field, typed, found) in
        [("Chair", "Ms Kim", "New person: Ms Kim"), ("Event", "irm-1", "First interregional meeting")]
    {
        focus(&mut harness, Role::Button, field);
        write(&mut harness, typed);
        harness.run_steps(4);
        let is_words = |node: &egui_kittest::Node<'_>| node.accesskit_node().value().as_deref() == Some(typed);
        let words = harness.query_all_by_role(Role::TextInput).find(is_words).expect("what is typed").rect();
        let line = harness.query_all_by_label_contains(found).last().expect(found).rect();
        assert!(words.bottom() <= line.top(), "{words:?} and {line:?}");
        key(&mut harness, NONE, Key::Escape);
        // What was given up is not sought again.
        key(&mut harness, NONE, Key::Enter);
        assert_eq!(harness.query_all_by_role(Role::TextInput).filter(is_words).count(), 0, "{field}");
        key(&mut harness, NONE, Key::Escape);
    }
}

#[test]
fn a_menu_is_walked_past_the_entries_that_open_others() {
    let mut harness = desk();
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, COMMAND, Key::ArrowRight);
    key(&mut harness, NONE, Key::F10);
    key(&mut harness, NONE, Key::ArrowRight);
    assert_eq!(name(&harness), "Edit");
    key(&mut harness, NONE, Key::Enter);
    let mut names = vec![name(&harness)];
    for _ in 0..4 {
        key(&mut harness, NONE, Key::ArrowDown);
        names.push(name(&harness));
    }
    let at = names.iter().position(|name| name.starts_with("History")).expect("an entry that opens another menu");
    assert!(names[at + 1].starts_with("Cut"), "{names:?}");
    for _ in 0..5 {
        if name(&harness).starts_with("History") {
            break;
        }
        key(&mut harness, NONE, Key::ArrowUp);
    }
    key(&mut harness, NONE, Key::ArrowRight);
    assert!(!names.contains(&name(&harness)), "an arrow enters it: {}", name(&harness));
    key(&mut harness, NONE, Key::Escape);
}

#[test]
fn a_list_of_many_begins_on_what_is_chosen() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::New));
    until(&mut harness, (NONE, Key::Tab), "Time zone");
    key(&mut harness, NONE, Key::Enter);
    harness.run_steps(4);
    let chosen = |harness: &Harness<'_, Desk>| {
        let all = harness.root().children_recursive();
        let found = all.map(|node| node.accesskit_node()).find(|node| {
            node.toggled() == Some(egui::accesskit::Toggled::True)
                && node.label().is_some_and(|label| label.contains('/'))
        });
        found.and_then(|node| node.label())
    };
    let zone = chosen(&harness).expect("the zone that is chosen is in sight");
    assert!(!zone.starts_with("Africa"), "not the first of all: {zone}");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(name(&harness), "Time zone", "and back");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(chosen(&harness), Some(zone), "what is chosen stays so");
    key(&mut harness, NONE, Key::Escape);
}

#[test]
fn the_name_of_a_new_file_is_typed_over() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::SaveAs));
    harness.run_steps(4);
    if harness.query_all_by_label("Save the plan").count() == 0 {
        key(&mut harness, NONE, Key::Enter);
    }
    write(&mut harness, "mine");
    let paths = harness.query_all_by_role(Role::TextInput).filter_map(|node| node.accesskit_node().value());
    let paths: Vec<String> = paths.filter(|value| value.contains("mine")).collect();
    assert!(paths.iter().any(|path| path.ends_with("mine.ron")), "{paths:?}");
}

#[test]
fn no_shortcut_changes_the_plan_behind_a_window() {
    let windows = [
        (UiCommand::Export, "Export"),
        (UiCommand::Rules, "Rules"),
        (UiCommand::Repeat, "Repeat"),
        (UiCommand::ShiftFromHere, "Shift"),
        (UiCommand::Replace, "Replace"),
        (UiCommand::PasteTable, "Import"),
        (UiCommand::Shortcuts, "Shortcuts"),
        (UiCommand::About, "About"),
        (UiCommand::Recovery, "Recovery"),
        (UiCommand::New, "New plan"),
        (UiCommand::Dates, "Dates"),
    ];
    let with_shift = COMMAND | SHIFT;
    for (command, window) in windows {
        let mut harness = desk();
        select(&mut harness, "S08");
        act(&mut harness, Action::Run(UiCommand::Duplicate));
        select(&mut harness, "S08");
        let closed = plan(&harness).clone();
        let selected = harness.state().selection().clone();
        act(&mut harness, Action::Run(command));
        // No field has the keyboard, which would keep some of them.
        let let_go = |harness: &mut Harness<'_, Desk>| {
            harness.ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
            harness.run_steps(2);
        };
        for (modifiers, pressed) in [
            (COMMAND, Key::A),
            (COMMAND, Key::D),
            (COMMAND, Key::T),
            (COMMAND, Key::Z),
            (with_shift, Key::Z),
            (COMMAND, Key::Y),
            (COMMAND, Key::ArrowRight),
            (COMMAND, Key::Num6),
            (NONE, Key::P),
            (NONE, Key::Delete),
        ] {
            let_go(&mut harness);
            key(&mut harness, modifiers, pressed);
            let what = format!("{modifiers:?} {pressed:?} over {window}");
            assert_eq!((plan(&harness), harness.state().selection()), (&closed, &selected), "{what}");
        }
        let_go(&mut harness);
        harness.event(Event::Cut);
        harness.run_steps(4);
        assert_eq!((plan(&harness), harness.state().selection()), (&closed, &selected), "cutting over {window}");
        // They are the same keys that do it on the desk.
        key(&mut harness, NONE, Key::Escape);
        key(&mut harness, COMMAND, Key::Z);
        assert_ne!(plan(&harness), &closed, "{window} is closed");
    }
}

#[test]
fn arrows_stay_in_the_window_of_a_new_plan() {
    let mut harness = desk();
    key(&mut harness, COMMAND, Key::N);
    until(&mut harness, (SHIFT, Key::Tab), "From a table");
    for pressed in [Key::ArrowDown, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp, Key::ArrowUp, Key::ArrowDown] {
        key(&mut harness, NONE, pressed);
        let focused = harness.ctx.memory(|memory| memory.focused()).expect("something has the keyboard");
        let layer = harness.ctx.viewport(|viewport| viewport.prev_pass.widgets.get(focused).map(|one| one.layer_id));
        assert_eq!(layer.map(|layer| layer.order), Some(egui::Order::Middle), "{pressed:?}: {}", name(&harness));
    }
}

#[test]
fn unsaved_work_is_saved_by_keys_before_a_new_plan_begins() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("before.ron");
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::AddRoom));
    let before = plan(&harness).clone();
    key(&mut harness, COMMAND, Key::N);
    write(&mut harness, "Congress");
    key(&mut harness, NONE, Key::Enter);
    harness.get_by_label("Save the changes first?");
    until(&mut harness, (NONE, Key::Tab), "Save");
    key(&mut harness, NONE, Key::Enter);
    key(&mut harness, COMMAND, Key::A);
    write(&mut harness, &path.display().to_string());
    key(&mut harness, NONE, Key::Enter);
    harness.run_steps(12);
    assert_eq!(plenary::store::open_plan(&path).unwrap(), before);
    assert!(harness.query_by_label("Save the changes first?").is_none());
    let title = &plan(&harness).main_event().unwrap().title;
    assert_eq!(title.get(Language::English), "Congress", "and it goes on");
}
