//! Working with keys alone: whom keys are for, where Tab and F6 lead, walking from session to session.

use std::collections::HashMap;

use egui::accesskit::{Action as Ask, NodeId};
use egui::{Event, Id, Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::view::view_named;
use plenary::model::{RowId, SessionId};
use plenary::store::Template;

use super::desk::{desk, desk_with, place, steps};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND: Modifiers = Modifiers::COMMAND;

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(6);
}

fn select(harness: &mut Harness<'_, Desk>, session: &str) {
    act(harness, Action::Select(Selection::only(RowId::Session(id(session)))));
}

fn selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

fn key(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(6);
}

fn press_all(harness: &mut Harness<'_, Desk>, keys: &[Key]) {
    let event = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    harness.input_mut().events.extend(keys.iter().map(|&key| event(key)));
    harness.run_steps(3);
}

/// What a session is called among all that can have the keyboard.
fn node_of(session: &str) -> NodeId {
    Id::unique(("session", id(session))).accesskit_id()
}

/// The session that has the keyboard.
fn on(harness: &Harness<'_, Desk>) -> String {
    let focused = harness.ctx.memory(|memory| memory.focused()).map(|focused| focused.accesskit_id());
    let sessions = harness.state().document().plan().sessions();
    let mut ids = sessions.iter().map(|session| session.id.to_string());
    ids.find(|session| focused == Some(node_of(session))).unwrap_or_default()
}

/// What the thing is called that has the keyboard.
fn name(harness: &Harness<'_, Desk>) -> String {
    let Some(focused) = harness.ctx.memory(|memory| memory.focused()) else { return "nothing".to_owned() };
    let all = harness.root().children_recursive();
    let mut nodes = all.map(|node| node.accesskit_node());
    let found = nodes.find(|node| node.locate().0 == focused.accesskit_id());
    found.map_or_else(|| format!("{focused:?}, which is not there"), |node| node.label().unwrap_or_default())
}

fn open(view: &str) -> Harness<'static, Desk> {
    let settings = Settings { view: view.to_owned(), findings_open: true, reduced_motion: true, ..Settings::default() };
    let mut harness = desk_with(Template::Wtdc25.plan(), None, settings);
    let ctx = harness.ctx.clone();
    let (navigator, inspector) = harness.state().panels();
    if !navigator {
        harness.state_mut().handle(&ctx, Action::Run(UiCommand::ToggleNavigator));
    }
    if !inspector {
        harness.state_mut().handle(&ctx, Action::Run(UiCommand::ToggleInspector));
    }
    harness.run_steps(4);
    harness
}

/// All that can have the keyboard and is no session, one of each sort.
fn stops(harness: &Harness<'_, Desk>) -> Vec<(NodeId, String)> {
    let plan = harness.state().document().plan();
    let sessions: Vec<NodeId> = plan.sessions().iter().map(|session| node_of(session.id.as_str())).collect();
    let mut seen: HashMap<(Role, i32, i32), usize> = HashMap::new();
    let mut stops = Vec::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let Some(rect) = node.bounding_box() else { continue };
        let name = node.label().unwrap_or_default();
        let is_ground = matches!(node.role(), Role::Table | Role::Group);
        if !node.data().supports_action(Ask::Focus) || node.is_disabled() || is_ground {
            continue;
        }
        let own = node.locate().0;
        let count = seen.entry((node.role(), rect.x0 as i32 / 8, rect.width() as i32 / 8)).or_default();
        *count += 1;
        if !sessions.contains(&own) && *count <= 1 {
            stops.push((own, format!("{:?} {name}", node.role())));
        }
    }
    stops
}

#[test]
fn nothing_but_a_session_and_the_ground_takes_the_keys_of_sessions() {
    for view in ["timeline", "day", "grid", "list"] {
        let mut harness = open(view);
        select(&mut harness, "S08");
        let before = harness.state().document().plan().clone();
        let stops = stops(&harness);
        assert!(stops.len() > 25, "{view}: {}", stops.len());
        for (stop, name) in stops {
            // In a field, some of them mend what is typed.
            let is_field = name.contains("Input");
            let letters = [Key::P, Key::X, Key::T, Key::Num0, Key::Insert];
            let removing = if is_field { &[][..] } else { &[Key::Backspace, Key::Delete] };
            for keys in [removing, &letters, &[Key::ArrowRight, Key::P], &[Key::ArrowDown, Key::Insert]] {
                let focus = egui::accesskit::ActionRequest {
                    action: Ask::Focus,
                    target_tree: egui::accesskit::TreeId::ROOT,
                    target_node: stop,
                    data: None,
                };
                harness.event(Event::AccessKitActionRequest(focus));
                harness.run_steps(2);
                if harness.ctx.memory(|memory| memory.focused()).is_none_or(|focused| focused.accesskit_id() != stop) {
                    break;
                }
                press_all(&mut harness, keys);
                assert!(
                    harness.state().document().plan() == &before,
                    "{view}: {keys:?} on {name}: {:?}",
                    harness.state().document().done().last().map(|step| &step.label)
                );
                if selected(&harness) != ["S08"] {
                    select(&mut harness, "S08");
                }
            }
            if egui::Popup::is_any_open(&harness.ctx) {
                egui::Popup::close_all(&harness.ctx);
                harness.run_steps(2);
            }
        }
    }
}

#[test]
fn what_was_scrolled_out_of_sight_keeps_the_keyboard() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    let before = harness.state().document().plan().clone();
    let row = harness.query_all_by_role_and_label(Role::Button, "Room A").next().unwrap();
    let at = row.rect().center();
    row.focus();
    harness.run_steps(3);
    harness.event(Event::PointerMoved(at));
    harness.step();
    harness.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -100_000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: NONE,
    });
    harness.run_steps(10);
    for pressed in [Key::Delete, Key::Backspace, Key::P, Key::ArrowRight, Key::Enter] {
        key(&mut harness, NONE, pressed);
        assert!(harness.state().document().plan() == &before, "{pressed:?} on {}", name(&harness));
    }
    key(&mut harness, NONE, Key::F6);
    assert_ne!(name(&harness), "nothing", "and from there one gets on");
}

#[test]
fn arrows_walk_in_every_view_and_ctrl_moves() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    assert_eq!(on(&harness), "S08", "the keyboard begins where the selection is");
    key(&mut harness, NONE, Key::ArrowRight);
    let second = on(&harness);
    assert!(!second.is_empty() && second != "S08");
    assert_eq!(selected(&harness), ["S08"], "walking selects nothing");
    key(&mut harness, NONE, Key::ArrowLeft);
    assert_eq!(on(&harness), "S08");
    key(&mut harness, COMMAND, Key::ArrowRight);
    assert_eq!((place(&harness, "S08").as_str(), on(&harness).as_str()), ("2025-11-17T10:15 60 plenary-hall", "S08"));
    key(&mut harness, COMMAND | SHIFT, Key::ArrowRight);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 75 plenary-hall");
    key(&mut harness, COMMAND, Key::ArrowDown);
    assert_eq!((place(&harness, "S08").as_str(), on(&harness).as_str()), ("2025-11-17T10:15 75 room-a", "S08"));
    key(&mut harness, COMMAND, Key::PageDown);
    assert_eq!((place(&harness, "S08").as_str(), on(&harness).as_str()), ("2025-11-18T10:15 75 room-a", "S08"));

    let mut harness = open("day");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowDown);
    key(&mut harness, NONE, Key::ArrowDown);
    assert_eq!(on(&harness), second, "later is below there");
    key(&mut harness, NONE, Key::ArrowUp);
    key(&mut harness, COMMAND, Key::ArrowDown);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 plenary-hall");
    key(&mut harness, COMMAND, Key::ArrowRight);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 room-a");

    let mut harness = open("grid");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::ArrowRight);
    let beside = on(&harness);
    assert!(place(&harness, &beside).starts_with("2025-11-18"), "{beside}");
    key(&mut harness, NONE, Key::ArrowLeft);
    assert!(place(&harness, &on(&harness)).starts_with("2025-11-17"));
    key(&mut harness, COMMAND, Key::ArrowRight);
    let moved = selected(&harness);
    assert!(place(&harness, &moved[0]).starts_with("2025-11-18"), "{moved:?}");
}

#[test]
fn arrows_reach_every_session_also_out_of_sight() {
    let mut harness = open("grid");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowDown);
    let mut walked = Vec::new();
    for _ in 0..120 {
        key(&mut harness, NONE, Key::ArrowDown);
        let now = on(&harness);
        assert!(!now.is_empty(), "after {:?} is {}", walked.last(), name(&harness));
        if walked.last() == Some(&now) {
            break;
        }
        walked.push(now);
    }
    let last = place(&harness, walked.last().unwrap());
    assert!(last.starts_with("2025-11-28"), "the last day of the conference: {last}");
    assert!(walked.len() > 60, "{}", walked.len());
}

#[test]
fn copying_repeating_and_shifting_are_about_the_session_that_has_the_keyboard() {
    let mut harness = open("timeline");
    let walked = |harness: &mut Harness<'_, Desk>| {
        select(harness, "S08");
        key(harness, NONE, Key::ArrowRight);
        key(harness, NONE, Key::ArrowRight);
        assert_eq!(selected(harness), ["S08"], "walking selects nothing");
        on(harness)
    };
    for copied in [Event::Copy, Event::Cut] {
        let session = walked(&mut harness);
        harness.event(copied.clone());
        harness.run_steps(3);
        assert_eq!(selected(&harness), [session], "{copied:?}");
    }
    for (modifiers, pressed) in [(COMMAND | SHIFT, Key::D), (COMMAND | SHIFT, Key::L)] {
        let session = walked(&mut harness);
        key(&mut harness, modifiers, pressed);
        assert_eq!(selected(&harness), [session], "{pressed:?}");
        key(&mut harness, NONE, Key::Escape);
    }
    act(&mut harness, Action::Run(UiCommand::SelectNone));
    let session = walked(&mut harness);
    act(&mut harness, Action::Select(Selection::default()));
    assert_eq!(on(&harness), session);
    harness.event(Event::Copy);
    harness.run_steps(3);
    assert_eq!(selected(&harness), [session], "also where nothing is selected");
}

#[test]
fn the_menu_of_the_ground_opens_by_keys_on_what_is_in_sight() {
    let mut harness = desk_with(Template::Blank.plan(), None, Settings::default());
    let ground = |harness: &mut Harness<'_, Desk>| {
        harness.query_all_by_role_and_label(Role::Group, "Timeline").next().expect("the ground").focus();
        harness.run_steps(3);
        key(harness, SHIFT, Key::F10);
    };
    ground(&mut harness);
    assert!(harness.query_by_label_contains("New session: Mon 2 Mar").is_some(), "of the first day");
    key(&mut harness, NONE, Key::Escape);
    act(&mut harness, Action::ShowDate("2026-03-04".parse().unwrap()));
    harness.run_steps(30);
    ground(&mut harness);
    assert!(
        harness.query_by_label_contains("New session: Wed 4 Mar").is_some(),
        "and not of where it was opened before"
    );
}

#[test]
fn several_sessions_are_selected_with_keys() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, SHIFT, Key::ArrowRight);
    let second = on(&harness);
    assert_eq!(selected(&harness).len(), 2);
    key(&mut harness, SHIFT, Key::ArrowLeft);
    assert_eq!((selected(&harness), on(&harness)), (vec!["S08".to_owned()], "S08".to_owned()));
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::ArrowRight);
    let third = on(&harness);
    assert!(third != second && third != "S08");
    key(&mut harness, NONE, Key::Space);
    assert_eq!(selected(&harness).len(), 2, "Space adds");
    key(&mut harness, NONE, Key::Space);
    assert_eq!(selected(&harness), ["S08"], "and takes away");
    key(&mut harness, NONE, Key::Delete);
    assert!(!harness.state().document().plan().sessions().contains(id(&third)), "what has the keyboard is meant");
    assert!(harness.state().document().plan().sessions().contains(id("S08")));
    assert_eq!(steps(&harness), 1);
}

#[test]
fn tab_leaves_a_part_of_the_desk_and_goes_through_a_form() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    harness.query_all_by_role_and_label(Role::Button, "Room A").next().unwrap().focus();
    harness.run_steps(3);
    let mut names = Vec::new();
    for _ in 0..60 {
        key(&mut harness, NONE, Key::Tab);
        names.push(if on(&harness).is_empty() { name(&harness) } else { on(&harness) });
        if name(&harness) == "Room A" {
            break;
        }
    }
    let rooms = names.iter().filter(|name| name.starts_with("Room ")).count();
    assert!(names.last().is_some_and(|name| name == "Room A"), "it comes back to where it was: {names:?}");
    assert_eq!(names.iter().filter(|name| *name == "S08").count(), 1, "{names:?}");
    assert!(rooms < 5, "{names:?}");
    assert!(names.len() > 12 && !names.contains(&"nothing".to_owned()), "{names:?}");
    let forward = names;
    let mut back = Vec::new();
    for _ in 0..forward.len() {
        key(&mut harness, SHIFT, Key::Tab);
        back.push(if on(&harness).is_empty() { name(&harness) } else { on(&harness) });
    }
    assert!(back.contains(&"S08".to_owned()), "{back:?}");
    assert_eq!(back.last().map(String::as_str), Some("Room A"), "{back:?}\n{forward:?}");
}

#[test]
fn f6_goes_round_the_parts_of_the_desk() {
    for view in ["timeline", "day", "grid", "list"] {
        let mut harness = open(view);
        let mut names = Vec::new();
        for _ in 0..14 {
            key(&mut harness, NONE, Key::F6);
            names.push(harness.ctx.memory(|memory| memory.focused()));
        }
        let round = names[1..].iter().position(|name| *name == names[0]).map(|at| at + 1);
        assert!(round.is_some_and(|round| (7..=11).contains(&round)), "{view}: {names:?}");
        let last = names[names.len() - 2];
        key(&mut harness, SHIFT, Key::F6);
        assert_eq!(harness.ctx.memory(|memory| memory.focused()), last, "{view}: and back");
    }
}

#[test]
fn enter_opens_f2_renames_and_menus_open_by_keys() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::ArrowRight);
    let session = on(&harness);
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(selected(&harness), std::slice::from_ref(&session), "what is opened is selected");
    assert_eq!(on(&harness), "", "{}", name(&harness));
    key(&mut harness, SHIFT, Key::F6);
    key(&mut harness, NONE, Key::F2);
    assert!(harness.ctx.text_edit_focused(), "{}", name(&harness));
    key(&mut harness, NONE, Key::Escape);
    key(&mut harness, NONE, Key::F10);
    assert_eq!(name(&harness), "File");
    key(&mut harness, NONE, Key::Enter);
    assert!(egui::Popup::is_any_open(&harness.ctx));
    key(&mut harness, NONE, Key::Escape);
    key(&mut harness, NONE, Key::Escape);
    select(&mut harness, &session);
    key(&mut harness, NONE, Key::ArrowRight);
    assert_eq!(on(&harness), session);
    key(&mut harness, SHIFT, Key::F10);
    assert!(egui::Popup::is_any_open(&harness.ctx), "its menu");
    key(&mut harness, NONE, Key::Escape);
    key(&mut harness, NONE, Key::Escape);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
}

#[test]
fn after_a_search_the_keyboard_is_on_what_was_found() {
    let mut harness = desk();
    key(&mut harness, COMMAND, Key::K);
    harness.event(Event::Text("closing plenary".to_owned()));
    harness.run_steps(3);
    key(&mut harness, NONE, Key::Enter);
    harness.run_steps(30);
    assert_eq!((on(&harness).as_str(), selected(&harness)), ("S84", vec!["S84".to_owned()]));
    let view = view_named("day");
    act(&mut harness, Action::Run(UiCommand::View(view)));
    harness.run_steps(10);
    assert_eq!(on(&harness), "S84", "also in another view");
}

#[test]
fn where_nothing_is_found_enter_leaves_the_words_to_be_mended() {
    let mut harness = desk();
    key(&mut harness, COMMAND, Key::K);
    harness.event(Event::Text("closing plenaryxyz".to_owned()));
    harness.run_steps(3);
    key(&mut harness, NONE, Key::Enter);
    for _ in "xyz".chars() {
        key(&mut harness, NONE, Key::Backspace);
    }
    assert_eq!(selected(&harness), Vec::<String>::new(), "what was sought when Enter was pressed is not meant");
    key(&mut harness, NONE, Key::Enter);
    harness.run_steps(30);
    assert_eq!(selected(&harness), ["S84"]);
}

#[test]
fn a_session_is_made_where_the_keyboard_is() {
    let mut harness = open("timeline");
    select(&mut harness, "S08");
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::Insert);
    let new = selected(&harness);
    assert_eq!(
        place(&harness, &new[0]),
        "2025-11-17T17:30 60 plenary-hall",
        "after the one it was on, when its room is free"
    );
    harness.event(Event::Text("Talk".to_owned()));
    harness.run_steps(3);
    key(&mut harness, NONE, Key::Tab);
    let plan = harness.state().document().plan();
    let title = plan.sessions().get(id(&new[0])).unwrap().title.clone();
    assert_eq!(title.get(plenary::model::Language::English), "Talk", "and its title is typed at once");
}

#[test]
fn a_session_made_by_a_key_has_a_room_and_lies_on_no_break() {
    let mut harness = open("timeline");
    // Nothing is in the hall after lunch.
    act(&mut harness, Action::Perform(plenary::edit::Command::Unschedule(vec![id("S12")])));
    select(&mut harness, "S10");
    key(&mut harness, NONE, Key::Insert);
    let new = selected(&harness);
    assert_eq!(place(&harness, &new[0]), "2025-11-17T14:30 60 plenary-hall", "the one it was on ends at lunchtime");
    key(&mut harness, NONE, Key::Escape);
    key(&mut harness, NONE, Key::Escape);
    assert_eq!(selected(&harness), Vec::<String>::new());
    key(&mut harness, NONE, Key::Insert);
    let new = selected(&harness);
    assert_eq!(
        place(&harness, &new[0]),
        "2025-11-17T09:00 60 plenary-hall",
        "the first room that is free when work begins"
    );
}

/// Whether a sign of the icon font is in it.
fn has_sign(text: &str) -> bool {
    text.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))
}

#[test]
fn what_is_said_is_in_words_and_the_frame_and_its_parts_have_names() {
    for view in ["timeline", "day", "grid", "list", "changes"] {
        let mut harness = open(view);
        select(&mut harness, "S08");
        let mut faults = Vec::new();
        let mut roles = HashMap::new();
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            let (label, value) = (node.label().unwrap_or_default(), node.value().unwrap_or_default());
            if has_sign(&label) || has_sign(&value) {
                faults.push(format!("{view}: {:?} {label:?} {value:?}", node.role()));
            }
            if node.data().supports_action(Ask::Focus) && label.trim().is_empty() && value.trim().is_empty() {
                faults.push(format!("{view}: {:?} at {:?} says nothing", node.role(), node.bounding_box()));
            }
            *roles.entry(node.role()).or_insert(0) += 1;
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        let root = harness.root();
        assert!(root.accesskit_node().label().is_some_and(|label| label.contains("Plenary")), "the frame");
        for role in [Role::Toolbar, Role::Navigation, Role::Main, Role::Complementary, Role::TabList, Role::Tab] {
            assert!(roles.contains_key(&role), "{view}: {role:?}");
        }
        assert_eq!(roles[&Role::Tab], 4, "the other views share a tab");
    }
}

#[test]
fn a_session_says_what_it_is_whose_and_what_is_wrong() {
    let mut harness = open("timeline");
    let said = |harness: &Harness<'_, Desk>, session: &str| {
        let all = harness.root().children_recursive();
        let found = all.map(|node| node.accesskit_node()).find(|node| node.locate().0 == node_of(session)).unwrap();
        found.label().unwrap_or_default()
    };
    let opening = said(&harness, "S08");
    let start = "Opening ceremony, Mon 17 Nov 10:00\u{2013}11:00 · Plenary Hall, 2025, Ceremony, ";
    assert!(opening.starts_with(start), "{opening}");
    let live = |harness: &Harness<'_, Desk>| {
        let all = harness.root().children_recursive();
        let live = all.map(|node| node.accesskit_node()).filter(|node| node.live() != egui::accesskit::Live::Off);
        live.filter_map(|node| node.label().or(node.value())).collect::<Vec<_>>().join(" / ")
    };
    select(&mut harness, "S08");
    key(&mut harness, COMMAND, Key::ArrowRight);
    let moved = live(&harness);
    assert!(moved.contains("10:15\u{2013}11:15, Plenary Hall"), "{moved}");
    key(&mut harness, COMMAND, Key::Z);
    let undone = live(&harness);
    assert!(undone.contains("Undone"), "{undone}");
    key(&mut harness, NONE, Key::F8);
    let led = live(&harness);
    assert!(led != undone && led.len() > 20, "the finding that F8 leads to: {led}");
}

#[test]
fn a_list_opens_on_what_is_chosen_and_closes_by_enter() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::Rules));
    let focused = |harness: &Harness<'_, Desk>| harness.ctx.memory(|memory| memory.focused());
    harness.query_all_by_role(Role::ComboBox).next().unwrap().focus();
    harness.run_steps(3);
    let (combo, called) = (focused(&harness), name(&harness));
    key(&mut harness, NONE, Key::Enter);
    assert!(egui::Popup::is_any_open(&harness.ctx), "{called}");
    let chosen = name(&harness);
    assert!(called.ends_with(&format!(": {chosen}")), "the keyboard is on what is chosen: {called}, {chosen}");
    let up = if chosen == "Off" { Key::ArrowUp } else { Key::ArrowDown };
    key(&mut harness, NONE, up);
    let other = name(&harness);
    assert_ne!(other, chosen);
    key(&mut harness, NONE, Key::Enter);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
    assert_eq!(focused(&harness), combo, "and back");
    assert!(name(&harness).ends_with(&format!(": {other}")), "{}", name(&harness));
}

#[test]
fn a_calendar_begins_on_its_day_with_keys_alone() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::New));
    for _ in 0..20 {
        if name(&harness) == "First day" {
            break;
        }
        key(&mut harness, NONE, Key::Tab);
    }
    for opens in ["the first time", "again"] {
        let button = name(&harness);
        key(&mut harness, Modifiers::ALT, Key::ArrowDown);
        let chosen = name(&harness);
        assert!(chosen.contains("day "), "{chosen} under {button} {opens}");
        key(&mut harness, NONE, Key::ArrowRight);
        assert_ne!(name(&harness), chosen);
        key(&mut harness, NONE, Key::Enter);
        assert_eq!(name(&harness), button, "picked, and back");
    }
}

/// Space ticks; Enter closes and gives the keyboard back, as Escape does.
#[test]
fn a_list_of_ticks_closes_by_enter_and_by_escape() {
    let focused = |harness: &Harness<'_, Desk>| harness.ctx.memory(|memory| memory.focused());
    for closes in [Key::Enter, Key::Escape] {
        let mut harness = desk();
        select(&mut harness, "S08");
        focus(&mut harness, Role::Button, "Languages");
        let button = focused(&harness);
        let interpreted = |harness: &Harness<'_, Desk>| super::desk::session(harness, "S08").languages;
        let before = interpreted(&harness);
        key(&mut harness, NONE, Key::Enter);
        assert!(egui::Popup::is_any_open(&harness.ctx), "{closes:?}");
        let first = name(&harness);
        key(&mut harness, NONE, Key::Space);
        assert_ne!(interpreted(&harness), before, "{first} is ticked by Space");
        key(&mut harness, NONE, closes);
        assert!(!egui::Popup::is_any_open(&harness.ctx), "{closes:?}");
        assert_eq!((focused(&harness), steps(&harness)), (button, 1), "{closes:?}: and back, and nothing more is done");
        // What is handed out.
        act(&mut harness, Action::Run(UiCommand::Export));
        let combo = harness
            .query_all_by_role(Role::ComboBox)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Event: ")));
        combo.expect("a list of events").focus();
        harness.run_steps(3);
        let combo = focused(&harness);
        key(&mut harness, NONE, Key::Enter);
        assert!(egui::Popup::is_any_open(&harness.ctx), "{closes:?}");
        key(&mut harness, NONE, Key::ArrowDown);
        key(&mut harness, NONE, Key::Space);
        let ticked = name(&harness);
        key(&mut harness, NONE, closes);
        assert!(!egui::Popup::is_any_open(&harness.ctx), "{closes:?}");
        assert_eq!(focused(&harness), combo, "{closes:?}");
        assert!(name(&harness).ends_with(&ticked), "{closes:?}: {ticked} in {}", name(&harness));
    }
    // Columns of the List.
    let mut harness = open("list");
    let columns =
        harness.query_all_by_label_contains("Columns").find(|node| node.accesskit_node().role() == Role::Button);
    columns.expect("the chooser").focus();
    harness.run_steps(3);
    let button = focused(&harness);
    let shown = name(&harness);
    for keys in [&[Key::ArrowDown, Key::ArrowDown, Key::Space, Key::Enter][..], &[Key::Enter]] {
        key(&mut harness, NONE, Key::Enter);
        assert!(egui::Popup::is_any_open(&harness.ctx));
        for &pressed in keys {
            key(&mut harness, NONE, pressed);
        }
        assert!(!egui::Popup::is_any_open(&harness.ctx), "{keys:?}");
        assert_eq!(focused(&harness), button, "{keys:?}");
    }
    assert_ne!(name(&harness), shown, "a column less");
}

#[test]
fn a_window_takes_the_keyboard_keeps_it_and_gives_it_back() {
    for window in [UiCommand::Rules, UiCommand::Export, UiCommand::Shortcuts] {
        let mut harness = open("timeline");
        select(&mut harness, "S08");
        key(&mut harness, NONE, Key::ArrowRight);
        assert_eq!(on(&harness), "S08");
        let (modifiers, pressed) = match window {
            UiCommand::Rules => (COMMAND, Key::R),
            UiCommand::Export => (COMMAND, Key::P),
            _ => (NONE, Key::F1),
        };
        key(&mut harness, modifiers, pressed);
        let inside = |harness: &Harness<'_, Desk>| {
            let focused = harness.ctx.memory(|memory| memory.focused()).unwrap();
            harness.ctx.viewport(|viewport| viewport.prev_pass.widgets.get(focused).unwrap().layer_id.order)
        };
        for _ in 0..20 {
            assert_eq!(inside(&harness), egui::Order::Middle, "{window:?}");
            assert_ne!(name(&harness), "", "{window:?}: what has the keyboard is called something");
            key(&mut harness, NONE, Key::Tab);
        }
        key(&mut harness, NONE, Key::Escape);
        if on(&harness).is_empty() {
            key(&mut harness, NONE, Key::Escape);
        }
        assert_eq!(on(&harness), "S08", "{window:?}: {}", name(&harness));
    }
}

#[test]
fn one_escape_closes_what_lies_over_the_desk_also_from_a_field() {
    let windows = [
        (UiCommand::Replace, "Find and replace"),
        (UiCommand::ShiftFromHere, "Shift from here"),
        (UiCommand::Repeat, "Repeat on days"),
        (UiCommand::Rules, "Rules"),
        (UiCommand::Export, "Export"),
        (UiCommand::Notice, "Change notice"),
    ];
    let mut harness = desk();
    for (command, title) in windows {
        select(&mut harness, "S15");
        let before = harness.query_all_by_label(title).count();
        act(&mut harness, Action::Run(command));
        assert!(harness.query_all_by_label(title).count() > before, "{title} is open");
        key(&mut harness, NONE, Key::Escape);
        assert_eq!(harness.query_all_by_label(title).count(), before, "{title} is closed");
        assert_eq!(selected(&harness), ["S15"], "{title}");
    }
}

/// Focuses the first thing with this name.
fn focus(harness: &mut Harness<'_, Desk>, role: Role, label: &str) {
    harness.query_all_by_role_and_label(role, label).next().expect("it is there").focus();
    harness.run_steps(3);
}

/// Where the thing is that has the keyboard.
fn rect(harness: &Harness<'_, Desk>) -> egui::Rect {
    let focused = harness.ctx.memory(|memory| memory.focused()).expect("something has the keyboard");
    harness.ctx.read_response(focused).expect("it is drawn").rect
}

/// All rows, not only those in sight; and what is scrolled away keeps the keyboard.
#[test]
fn arrows_reach_all_rows_of_the_navigator() {
    let mut harness = desk();
    for table in ["Rooms", "Bodies"] {
        harness.get_by_role_and_label(Role::DisclosureTriangle, table).click();
        harness.run_steps(3);
    }
    focus(&mut harness, Role::DisclosureTriangle, "Events");
    let mut names = vec![name(&harness)];
    loop {
        key(&mut harness, NONE, Key::ArrowDown);
        let next = name(&harness);
        if names.last() == Some(&next) {
            break;
        }
        assert!(rect(&harness).bottom() < 760.0, "{next} is in sight");
        names.push(next);
    }
    let bodies = names.iter().position(|name| name == "Bodies").unwrap();
    assert_eq!(names.iter().position(|name| name == "Rooms").unwrap() - bodies, 44, "each of them: {names:?}");
    assert_eq!(names.last().unwrap(), "Documents");
    for (pressed, expected) in [(Key::Home, "Events"), (Key::End, "Documents"), (Key::ArrowUp, "Topics")] {
        key(&mut harness, NONE, pressed);
        assert_eq!(name(&harness), expected, "{pressed:?}");
    }
    key(&mut harness, NONE, Key::PageUp);
    let page = name(&harness);
    let gone = names.iter().rposition(|name| *name == page).unwrap();
    assert!((10..names.len() - 10).contains(&gone), "a page: {page}");
    // Beside a row is its eye; below that is the next one's.
    focus(&mut harness, Role::Button, "Plenary Hall");
    key(&mut harness, NONE, Key::ArrowRight);
    assert_eq!(name(&harness), "Show only sessions of Plenary Hall");
    key(&mut harness, NONE, Key::ArrowDown);
    assert_eq!(name(&harness), "Show only sessions of Room A");
    key(&mut harness, NONE, Key::ArrowLeft);
    assert_eq!(name(&harness), "Room A");
}

#[test]
fn arrows_reach_all_findings() {
    let mut harness = open("timeline");
    let first = harness.query_all_by_role(Role::ListItem).next().expect("a finding").accesskit_node().label().unwrap();
    focus(&mut harness, Role::ListItem, &first);
    key(&mut harness, NONE, Key::End);
    let last = name(&harness);
    let mut names = vec![last.clone()];
    while names.len() < 200 && names.last() != names.len().checked_sub(2).map(|at| &names[at]) {
        key(&mut harness, NONE, Key::ArrowUp);
        names.push(name(&harness));
    }
    names.pop();
    let checker = plenary::check::Checker::new(harness.state().document().plan());
    let count = checker.findings().filter(|finding| finding.is_open()).count();
    assert!(names.len() > count && names.contains(&first), "{count} in {names:?}");
    key(&mut harness, NONE, Key::PageDown);
    key(&mut harness, NONE, Key::End);
    assert_eq!(name(&harness), last);
    let bottom = rect(&harness).bottom();
    assert!(bottom < 880.0, "it is in sight: {bottom}");
    // From one of its buttons, too.
    key(&mut harness, NONE, Key::Home);
    key(&mut harness, NONE, Key::ArrowDown);
    let row = name(&harness);
    key(&mut harness, NONE, Key::ArrowRight);
    assert!(name(&harness).starts_with("Waive: ") || name(&harness).starts_with("Fix: "), "{}", name(&harness));
    key(&mut harness, NONE, Key::ArrowUp);
    key(&mut harness, NONE, Key::ArrowDown);
    assert_eq!(name(&harness), row);
}

#[test]
fn arrows_reach_all_that_waits_in_the_tray() {
    let mut harness = desk();
    let sessions = harness.state().document().plan().sessions();
    let free = sessions.iter().filter(|session| !session.pinned && session.placement.is_some());
    let ids: Vec<SessionId> = free.map(|session| session.id).take(30).collect();
    act(&mut harness, Action::Perform(plenary::edit::Command::Unschedule(ids.clone())));
    act(&mut harness, Action::Select(Selection::default()));
    let first = node_of(ids[0].as_str());
    let card = harness.root().children_recursive().find(|node| node.accesskit_node().locate().0 == first);
    card.expect("a card").focus();
    harness.run_steps(3);
    for session in &ids[1..] {
        key(&mut harness, NONE, Key::ArrowDown);
        assert_eq!(on(&harness), session.to_string());
        assert!(rect(&harness).bottom() < 880.0, "{session} is in sight");
    }
    key(&mut harness, NONE, Key::Home);
    assert_eq!(on(&harness), ids[0].to_string());
    key(&mut harness, NONE, Key::PageDown);
    let page = ids.iter().position(|id| id.to_string() == on(&harness)).unwrap();
    assert!((2..15).contains(&page), "{page}");
    key(&mut harness, NONE, Key::End);
    assert_eq!(on(&harness), ids[29].to_string());
    key(&mut harness, SHIFT, Key::Home);
    assert_eq!(selected(&harness).len(), 30, "and all between");
}
