//! The view in which the program proposes where sessions go, as a planner uses it.

use std::collections::BTreeMap;

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::model::{AgendaItem, ItemKind, Language, LocalText, Patch, Placement, Plan, SessionId, Status};
use plenary::store::Template;

use super::desk::{act, desk_with, harness_of, key, plan, session, steps, write};

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn in_view(plan: Plan) -> Harness<'static, Desk> {
    let mut harness = desk_with(plan, None, Settings { view: "arrange".to_owned(), ..Settings::default() });
    harness.run_steps(4);
    harness
}

fn press(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(4);
}

fn undo(harness: &mut Harness<'_, Desk>) {
    key(harness, Modifiers::COMMAND, Key::Z);
}

fn places(plan: &Plan) -> BTreeMap<SessionId, Option<Placement>> {
    plan.sessions().iter().map(|session| (session.id, session.placement.clone())).collect()
}

/// Rows of the table: what is said of each move.
fn rows(harness: &Harness<'_, Desk>) -> Vec<String> {
    let all = harness.query_all_by_role(Role::Row);
    all.filter_map(|node| node.accesskit_node().label()).filter(|label| label.contains(" → ")).collect()
}

/// A small conference with these sessions in the tray, which are to be placed.
fn with_tray(ids: &[&str]) -> Harness<'static, Desk> {
    let mut harness = in_view(Template::TwoDays.plan());
    let ids: Vec<SessionId> = ids.iter().map(|text| id(text)).collect();
    act(&mut harness, Action::Perform(Command::Unschedule(ids.clone())));
    act(&mut harness, Action::Select(Selection::sessions(ids.clone())));
    press(&mut harness, &format!("What is selected ({})", ids.len()));
    harness
}

#[test]
fn what_waits_is_placed_some_of_it_taken_and_undone_in_one_step() {
    let mut harness = with_tray(&["S03", "S05"]);
    let before = plan(&harness).clone();
    harness.get_by_label("What waits in the tray (4)");
    press(&mut harness, "Run");
    assert_eq!(rows(&harness).len(), 2, "{:?}", rows(&harness));
    harness.get_by_label("Answer 1 · 2 moves");
    assert_eq!(*plan(&harness), before, "nothing changes before it is taken");
    let title = session(&harness, "S05").title.get(Language::English).to_owned();
    press(&mut harness, &format!("Take the move of “{title}”"));
    press(&mut harness, "Propose 1 of 2");
    assert!(session(&harness, "S03").placement.is_some());
    assert!(session(&harness, "S05").placement.is_none(), "what is not ticked stays");
    assert_eq!(steps(&harness), 2, "it is one step after the one that emptied the places");
    // The rest is still there to be taken.
    assert_eq!(rows(&harness).len(), 1);
    undo(&mut harness);
    assert_eq!(*plan(&harness), before);
}

#[test]
fn all_is_taken_or_none() {
    let mut harness = with_tray(&["S03", "S05"]);
    let before = plan(&harness).clone();
    press(&mut harness, "Run");
    press(&mut harness, "Leave");
    assert!(rows(&harness).is_empty());
    assert_eq!(*plan(&harness), before);
    press(&mut harness, "Run");
    press(&mut harness, "Propose 2 of 2");
    assert!(["S03", "S05"].iter().all(|id| session(&harness, id).placement.is_some()));
    assert!(rows(&harness).is_empty(), "what is done is no proposal any more");
    undo(&mut harness);
    assert_eq!(*plan(&harness), before);
}

#[test]
fn another_answer_stands_beside_the_first_and_keeps_what_is_locked() {
    // Two sessions were in it.
    let mut harness = room_lost_on("2025-11-25", Settings::default(), ENGLISH);
    press(&mut harness, "Run");
    let first = rows(&harness);
    let title = first[0].split_once(':').unwrap().0.to_owned();
    press(&mut harness, &format!("Keep the move of “{title}”"));
    for _ in 0..6 {
        press(&mut harness, "Run again");
    }
    harness.get_by_label("Answer 1 · 2 moves");
    harness.get_by_label("Answer 2 · 2 moves");
    harness.get_by_label("With what is locked, no fewer can do it: 2 moves are needed.");
    let of = |rows: &[String]| rows.iter().find(|row| row.starts_with(&format!("{title}:"))).cloned();
    let place = |row: Option<String>| row.and_then(|row| Some(row.split_once(';')?.0.to_owned()));
    assert!(of(&first).is_some());
    assert_eq!(place(of(&rows(&harness))), place(of(&first)), "what is locked stays where it was put");
    press(&mut harness, "Answer 1 · 2 moves");
    assert_eq!(rows(&harness), first);
}

/// The built-in plan with Room B lost on 20 November, which has one session in it.
fn room_lost(settings: Settings, words: [&str; 4]) -> Harness<'static, Desk> {
    room_lost_on("2025-11-20", settings, words)
}

/// The same on another day.
fn room_lost_on(day: &str, settings: Settings, words: [&str; 4]) -> Harness<'static, Desk> {
    let mut harness = desk_with(Template::Wtdc25.plan(), None, Settings { view: "arrange".to_owned(), ..settings });
    act(&mut harness, Action::ShowDateIn("arrange", day.parse().unwrap()));
    press(&mut harness, words[0]);
    press(&mut harness, words[1]);
    press(&mut harness, words[2]);
    write(&mut harness, words[3]);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness
}

const ENGLISH: [&str; 4] = ["Mend after a change, with the fewest moves", "A room is lost", "Choose…", "Room B"];

#[test]
fn a_room_that_is_lost_needs_one_move_and_unticked_it_says_what_stays_broken() {
    let mut harness = room_lost(Settings::default(), ENGLISH);
    let before = plan(&harness).clone();
    press(&mut harness, "Run");
    harness.get_by_label("Answer 1 · 1 move");
    harness.get_by_label("No fewer can do it: one move is needed.");
    assert!(rows(&harness)[0].contains("else: "), "{:?}", rows(&harness));
    harness.get_by_label("Errors: 1 before, 1 after");
    harness.get_by_label("Closed rooms: 1 before, 0 after");
    press(&mut harness, "Take the move of “WG4A (study-group rules), 1st meeting”");
    assert!(rows(&harness)[0].contains("stays broken: "), "{:?}", rows(&harness));
    harness.get_by_label("Closed rooms: 1 before, 1 after");
    harness.get_by_label("Not ticked: 1");
    // Without any move it is noted that the room is closed, no more.
    press(&mut harness, "Propose 0 of 1");
    assert_eq!(places(plan(&harness)), places(&before));
    assert_eq!(plan(&harness).rooms().get("room-b".parse().unwrap()).unwrap().closed.len(), 1);
    undo(&mut harness);
    assert_eq!(*plan(&harness), before);
}

#[test]
fn what_was_confirmed_is_provisional_until_it_is_approved_again() {
    for is_provisional in [true, false] {
        let mut harness = room_lost(Settings::default(), ENGLISH);
        let mut row = session(&harness, "S41").clone();
        row.status = Status::Confirmed;
        act(&mut harness, Action::Perform(Command::Put(row.into())));
        if !is_provisional {
            press(&mut harness, "Provisional until approved");
        }
        press(&mut harness, "Run");
        press(&mut harness, if is_provisional { "Propose 1 of 1" } else { "Take 1 of 1" });
        let wanted = if is_provisional { Status::Provisional } else { Status::Confirmed };
        assert_eq!(session(&harness, "S41").status, wanted);
        assert_ne!(places(plan(&harness))[&id("S41")], places(&Template::Wtdc25.plan())[&id("S41")]);
    }
}

#[test]
fn in_russian_the_same_words_lead_there() {
    let words = ["Поправить план после перемен наименьшим числом переносов", "Зал недоступен", "Выбрать…", "Зал B"];
    let mut harness = room_lost(Settings { language: Language::Russian, ..Settings::default() }, words);
    press(&mut harness, "Найти");
    harness.get_by_label("Вариант 1 · 1 перенос");
    harness.get_by_label("Меньшим не обойтись: нужен 1 перенос.");
    press(&mut harness, "Предложить 1 из 1");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn what_is_pinned_or_past_never_moves() {
    let now = "2025-11-20T12:00".parse().unwrap();
    let settings = Settings { view: "arrange".to_owned(), ..Settings::default() };
    let desk = Desk::new(Template::Wtdc25.plan(), None, settings).with_clock(Box::new(move |_| Some(now)));
    let mut harness = harness_of(desk.with_chooser(Chooser::Field));
    act(&mut harness, Action::Perform(Command::Pin(vec![id("S47"), id("S51")], true)));
    let before = places(plan(&harness));
    let all = harness.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
    let all = all.into_iter().find(|label| label.starts_with("Everything that is not pinned")).unwrap();
    press(&mut harness, &all);
    harness.get_by_label("What is past");
    press(&mut harness, "Run");
    let take = harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let take = take.into_iter().find(|label| label.starts_with("Propose ")).unwrap();
    press(&mut harness, &take);
    let after = places(plan(&harness));
    assert_ne!(before, after, "something has moved");
    for (id, at) in before {
        let is_past = at.as_ref().is_some_and(|at| at.start < now);
        if is_past || [self::id("S47"), self::id("S51")].contains(&id) {
            assert_eq!(after[&id], at, "{id}");
        }
    }
}

#[test]
fn a_plan_that_changes_meanwhile_is_told_and_judged_anew() {
    let mut harness = room_lost(Settings::default(), ENGLISH);
    press(&mut harness, "Run");
    act(&mut harness, Action::Perform(Command::Pin(vec![id("S08")], true)));
    harness.get_by_label_contains("The plan has changed since this answer was found");
    act(&mut harness, Action::Perform(Command::Pin(vec![id("S41")], true)));
    assert!(rows(&harness).is_empty(), "what is pinned now does not move");
}

#[test]
fn votes_are_chosen_and_left_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("votes.csv");
    std::fs::write(&file, "one,other,people\nS03,S05,40\n").unwrap();
    let mut harness = in_view(Template::TwoDays.plan());
    press(&mut harness, "Choose a file…");
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, &file.display().to_string());
    press(&mut harness, "OK");
    harness.get_by_label("1 pair of sessions is wished by the same people.");
    press(&mut harness, "Without these votes");
    std::fs::write(&file, "one,other,people\nS03,nobody,40\n").unwrap();
    press(&mut harness, "Choose a file…");
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, &file.display().to_string());
    press(&mut harness, "OK");
    harness.get_by_label("line 2 does not name two sessions, or two talks, of this plan and a number");
}

#[test]
fn it_is_reached_by_menu_palette_and_key() {
    let mut harness = desk_with(Template::TwoDays.plan(), None, Settings::default());
    key(&mut harness, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::A);
    assert_eq!(harness.state().settings().view, "arrange");
    act(&mut harness, Action::ShowView("timeline"));
    press(&mut harness, "Plan");
    let entry = harness.get_by_label_contains("Arrange");
    entry.click();
    harness.run_steps(4);
    assert_eq!(harness.state().settings().view, "arrange");
    assert!(plenary::app::commands::all().any(|command| command == UiCommand::View(view_named("arrange"))));
}

#[test]
fn a_search_on_threads_is_stopped_and_left_and_the_plan_stays() {
    let plan_before = Template::Wtdc25.plan();
    let settings = Settings { view: "arrange".to_owned(), ..Settings::default() };
    let desk = Desk::new(plan_before.clone(), None, settings).with_chooser(Chooser::Field);
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    let all = harness.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
    let all = all.into_iter().find(|label| label.starts_with("Everything that is not pinned")).unwrap();
    press(&mut harness, &all);
    press(&mut harness, "120 s");
    press(&mut harness, "Run");
    harness.get_by_label("Stop");
    // What is found meanwhile is in sight, and goes to no plan.
    for _ in 0..400 {
        harness.run_steps(1);
        if !rows(&harness).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(!rows(&harness).is_empty(), "the best so far is in sight");
    assert_eq!(*plan(&harness), plan_before);
    press(&mut harness, "Stop");
    for _ in 0..2_000 {
        harness.run_steps(1);
        if harness.query_by_label("Leave").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    press(&mut harness, "Leave");
    assert!(rows(&harness).is_empty());
    assert_eq!(*plan(&harness), plan_before);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn another_place_is_chosen_for_one_move_and_stays() {
    let mut harness = room_lost(Settings::default(), ENGLISH);
    press(&mut harness, "Run");
    let title = "WG4A (study-group rules), 1st meeting";
    let first = rows(&harness)[0].clone();
    harness.get_by_label(&format!("Other places for “{title}”")).click();
    harness.run_steps(6);
    let places: Vec<String> =
        harness.get_all_by_role(Role::MenuItem).filter_map(|entry| entry.accesskit_node().label()).collect();
    assert!(places.len() > 5, "{places:?}");
    assert!(places[0].starts_with("Thu 20 Nov"), "the same day comes first: {places:?}");
    let lost = |place: &String| place.starts_with("Thu 20 Nov") && place.contains("Room B");
    assert!(!places.iter().any(lost), "it is lost then: {places:?}");
    press(&mut harness, &places[1]);
    let second = rows(&harness)[0].clone();
    let place = places[1].split(" – ").next().unwrap();
    assert!(second.contains(&format!("→ {place}")) && second != first, "{second}");
    press(&mut harness, "Run again");
    assert!(rows(&harness)[0].contains(place), "what was chosen by hand stays: {:?}", rows(&harness));
    press(&mut harness, "Propose 1 of 1");
    let at = session(&harness, "S41").placement.clone().unwrap();
    assert_ne!(at.rooms, ["room-b".parse().unwrap()]);
    undo(&mut harness);
}

#[test]
fn run_again_tells_another_answer_or_that_there_is_none() {
    let mut harness = room_lost(Settings::default(), ENGLISH);
    press(&mut harness, "Run");
    let mut places = vec![rows(&harness)[0].split(';').next().unwrap().to_owned()];
    for _ in 0..3 {
        press(&mut harness, "Run again");
        let now = rows(&harness)[0].split(';').next().unwrap().to_owned();
        let is_told = harness.query_all_by_label_contains("The same answer was found again").next().is_some();
        assert!(is_told || !places.contains(&now), "{now}: a tab of its own, and nothing new");
        places.push(now);
        places.dedup();
    }
    let others: std::collections::BTreeSet<_> = places.iter().collect();
    assert!(others.len() > 1, "there are other rooms: {places:?}");
}

#[test]
fn it_is_run_and_looked_through_by_keys() {
    let mut harness = room_lost_on("2025-11-25", Settings::default(), ENGLISH);
    key(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(rows(&harness).len(), 2);
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::Space);
    harness.get_by_label("Propose 1 of 2");
    assert!(rows(&harness)[1].contains("stays broken: "), "the second row was meant: {:?}", rows(&harness));
}

/// The small conference with so many talks of twenty minutes on the agenda of one session of an hour and a half.
pub(super) fn with_talks(count: i32) -> Plan {
    let mut plan = Template::TwoDays.plan();
    let mut patch = Patch::default();
    for at in 1..=count {
        let (english, russian) = (format!("Talk {at}"), format!("Доклад {at}"));
        let item = AgendaItem {
            order: at,
            kind: ItemKind::Talk,
            title: LocalText::one(Language::English, &english).with(Language::Russian, &russian),
            presentation_secs: 20 * 60,
            ..AgendaItem::new(format!("I9{at:02}").parse().unwrap(), id("S05"))
        };
        patch.put(&plan, item);
    }
    plan.apply(&patch).unwrap();
    plan
}

#[test]
fn talks_are_given_to_sessions_and_taken_in_one_step() {
    let mut harness = in_view(with_talks(6));
    let before = plan(&harness).clone();
    let in_session = |plan: &Plan, session: &str| {
        plan.items().iter().filter(|item| item.session == id(session) && item.kind == ItemKind::Talk).count()
    };
    act(&mut harness, Action::Select(Selection::sessions([id("S05"), id("S08")])));
    press(&mut harness, "Give talks to sessions");
    press(&mut harness, "Talks of the selected sessions (6)");
    press(&mut harness, "Run");
    let moves = rows(&harness);
    assert!(!moves.is_empty() && moves.iter().all(|row| row.starts_with("Talk ")), "{moves:?}");
    assert_eq!(*plan(&harness), before, "nothing changes before it is taken");
    // One of them stays where it is.
    press(&mut harness, &format!("Take the move of the talk “{}”", moves[0].split(':').next().unwrap()));
    let (ticked, all) = (moves.len() - 1, moves.len());
    press(&mut harness, &format!("Take {ticked} of {all}"));
    assert_eq!(in_session(plan(&harness), "S08"), ticked);
    assert_eq!(in_session(plan(&harness), "S05"), 6 - ticked);
    assert_eq!(steps(&harness), 1);
    undo(&mut harness);
    assert_eq!(*plan(&harness), before);
}
