//! The inspector: fields found by their names, the plan asserted after each.

use egui::{Key, Modifiers, Pos2, Rect, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::edit::{Command, Deed};
use plenary::model::{Language, LanguageSet, Length, Plan, Role as Part, RowId, SessionKind, Status};
use plenary::store::Template;

use super::desk::{block, place, press, session, steps};

/// A window so high that the whole form shows.
fn tall() -> Harness<'static, Desk> {
    tall_with(Template::Wtdc25.plan(), Settings::default())
}

pub fn tall_with(plan: Plan, settings: Settings) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(vec2(1300.0, 2600.0))
        .with_max_steps(12)
        // A click takes two of these, and must stay shorter than the 0.8 s of a long press.
        .with_step_dt(0.1)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), Desk::new(plan, None, settings));
    harness.run_steps(3);
    harness
}

fn last_deed(harness: &Harness<'_, Desk>) -> Deed {
    harness.state().document().done().last().unwrap().label.deed
}

pub fn select(harness: &mut Harness<'_, Desk>, row: impl Into<RowId>) {
    act(harness, Action::Select(Selection::only(row.into())));
}

pub fn select_session(harness: &mut Harness<'_, Desk>, id: &str) {
    select(harness, RowId::Session(id.parse().unwrap()));
}

pub fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(3);
}

pub fn click_at(harness: &mut Harness<'_, Desk>, pos: Pos2) {
    harness.event(egui::Event::PointerMoved(pos));
    harness.step();
    press(harness, pos, true, Modifiers::NONE);
    harness.step();
    press(harness, pos, false, Modifiers::NONE);
    harness.run_steps(3);
}

#[track_caller]
fn rect(harness: &Harness<'_, Desk>, role: Role, name: &str) -> Rect {
    harness.get_by_role_and_label(role, name).rect()
}

#[track_caller]
pub fn click(harness: &mut Harness<'_, Desk>, role: Role, name: &str) {
    let at = rect(harness, role, name).center();
    click_at(harness, at);
}

/// A field, whether it takes one line or several.
#[track_caller]
fn field<'a>(harness: &'a Harness<'_, Desk>, name: &'a str) -> egui_kittest::Node<'a> {
    let short = harness.query_by_role_and_label(Role::TextInput, name);
    short.unwrap_or_else(|| harness.get_by_role_and_label(Role::MultilineTextInput, name))
}

/// Puts `text` in the place of what stands in a field, and stays in it.
#[track_caller]
fn type_into(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    let at = field(harness, name).rect().center();
    click_at(harness, at);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.step();
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
}

#[track_caller]
pub fn enter(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    type_into(harness, name, text);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
}

#[track_caller]
pub fn choose(harness: &mut Harness<'_, Desk>, name: &str, value: &str) {
    click(harness, Role::ComboBox, name);
    let found: Vec<Rect> = harness.query_all_by_label_contains(value).map(|node| node.rect()).collect();
    // The list lies over everything and comes last.
    click_at(harness, found.last().expect("the value is in the list").center());
}

/// Opens a searched list, types, and takes what is found first.
#[track_caller]
fn pick(harness: &mut Harness<'_, Desk>, button: &str, query: &str) {
    click(harness, Role::Button, button);
    harness.event(egui::Event::Text(query.to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
}

pub fn press_key(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn title(harness: &Harness<'_, Desk>, id: &str, language: Language) -> String {
    session(harness, id).title.exact(language).unwrap_or_default().to_owned()
}

#[test]
fn a_title_is_changed_by_one_step() {
    let mut harness = tall();
    let at = block(&harness, "Opening ceremony").center();
    click_at(&mut harness, at);
    type_into(&mut harness, "Title, English", "Grand opening");
    assert_eq!(steps(&harness), 0, "nothing is changed while typing");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!((title(&harness, "S08", Language::English).as_str(), steps(&harness)), ("Grand opening", 1));
    assert_eq!(title(&harness, "S08", Language::Russian), title_before("S08", Language::Russian));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

fn title_before(id: &str, language: Language) -> String {
    let plan = Template::Wtdc25.plan();
    plan.sessions().get(id.parse().unwrap()).unwrap().title.exact(language).unwrap_or_default().to_owned()
}

#[test]
fn escape_puts_the_old_text_back_and_keeps_the_selection() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    type_into(&mut harness, "Title, English", "Nonsense");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(
        (title(&harness, "S08", Language::English), steps(&harness)),
        (title_before("S08", Language::English), 0)
    );
    assert_eq!(harness.state().selection().focus, Some(RowId::Session("S08".parse().unwrap())));
    assert_eq!(field(&harness, "Title, English").value(), Some(title_before("S08", Language::English)));
}

#[test]
fn what_is_typed_goes_to_its_own_row_when_another_is_selected() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    type_into(&mut harness, "Title, English", "Mine");
    let other = block(&harness, "Meeting of heads").center();
    click_at(&mut harness, other);
    assert_eq!(harness.state().selection().focus, Some(RowId::Session("S07".parse().unwrap())));
    assert_eq!((title(&harness, "S08", Language::English).as_str(), steps(&harness)), ("Mine", 1));
    assert_eq!(title(&harness, "S07", Language::English), title_before("S07", Language::English));
    // Also where the selection changes without the field being left.
    type_into(&mut harness, "Title, English", "Theirs");
    select_session(&mut harness, "S12");
    assert_eq!((title(&harness, "S07", Language::English).as_str(), steps(&harness)), ("Theirs", 2));
    assert_eq!(title(&harness, "S12", Language::English), title_before("S12", Language::English));
}

#[test]
fn start_end_and_length_are_typed_freely() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    enter(&mut harness, "Start", "930");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T09:30 60 plenary-hall", 1));
    assert_eq!(last_deed(&harness), Deed::Move);
    enter(&mut harness, "End", "10.45");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T09:30 75 plenary-hall", 2));
    assert_eq!(last_deed(&harness), Deed::Resize);
    enter(&mut harness, "Length", "1 h 30");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T09:30 90 plenary-hall", 3));
}

#[test]
fn a_wrong_time_says_what_is_expected_and_changes_nothing() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    enter(&mut harness, "Start", "noonish");
    harness.get_by_label_contains("Write 9:30 or 0930");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
    enter(&mut harness, "End", "09:00");
    harness.get_by_label_contains("The end must come after the start");
    assert_eq!(steps(&harness), 0);
    // Left behind, it is told and not written anywhere.
    select_session(&mut harness, "S10");
    assert!(harness.query_all_by_label_contains("noonish").count() > 0);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn rooms_are_added_by_searching_and_taken_away_by_their_cross() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    pick(&mut harness, "Add a room", "room b");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall room-b", 1));
    click(&mut harness, Role::Button, "Remove Room B");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 2));
}

#[test]
fn the_day_is_picked_from_the_calendar() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    click(&mut harness, Role::Button, "Date");
    click(&mut harness, Role::Button, "Wednesday 19 November 2025");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-19T10:00 60 plenary-hall", 1));
}

#[test]
fn into_the_tray_and_out_of_it() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    click(&mut harness, Role::Button, "More actions");
    let tray = harness.get_by_label_contains("Put back into the tray").rect().center();
    click_at(&mut harness, tray);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("unscheduled", 1));
    click(&mut harness, Role::Button, "Date");
    click(&mut harness, Role::Button, "Thursday 20 November 2025");
    // A day and a start are a place, as in the List.
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-20T10:00 60 plenary-hall", 2));
}

#[test]
fn the_start_that_a_waiting_session_wishes_for_can_be_taken_away() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    press_key(&mut harness, Key::Backspace);
    assert_eq!(place(&harness, "S08"), "unscheduled");
    type_into(&mut harness, "Start", "1");
    press_key(&mut harness, Key::Backspace);
    press_key(&mut harness, Key::Enter);
    assert_eq!(session(&harness, "S08").wish.minute, None);
    click(&mut harness, Role::Button, "Date");
    click(&mut harness, Role::Button, "Thursday 20 November 2025");
    assert_eq!(place(&harness, "S08"), "unscheduled", "a day alone is a wish");
    harness.get_by_label_contains("Place it: Thu 20 Nov");
}

#[test]
fn choices_and_switches_count_at_once() {
    let mut harness = tall();
    select_session(&mut harness, "S15");
    choose(&mut harness, "Kind", "Briefing");
    // What is not set is added by its button, and has a row from then on.
    click(&mut harness, Role::Button, "Status");
    choose(&mut harness, "Status", "Confirmed");
    click(&mut harness, Role::Button, "Webcast");
    click(&mut harness, Role::Button, "Languages");
    click(&mut harness, Role::CheckBox, "All six languages");
    click(&mut harness, Role::CheckBox, "Chinese");
    press_key(&mut harness, Key::Escape);
    click(&mut harness, Role::Button, "Attendance");
    enter(&mut harness, "Expected attendance", "1 200");
    let session = session(&harness, "S15");
    assert_eq!((session.kind, session.status, session.webcast), (SessionKind::Briefing, Status::Confirmed, true));
    assert_eq!(session.languages, LanguageSet::ALL.with(Language::Chinese, false));
    assert_eq!(session.expected_attendance, Some(1200));
    assert_eq!(steps(&harness), 6);
}

#[test]
fn somebody_new_is_made_on_the_spot_in_one_step() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    let people = harness.state().document().plan().people().len();
    pick(&mut harness, "Chair", "Zarifa Nobody-Else");
    let plan = harness.state().document().plan();
    assert_eq!((plan.people().len(), steps(&harness)), (people + 1, 1));
    let part = *session(&harness, "S08").people.last().unwrap();
    assert_eq!(plan.people().get(part.person).unwrap().name, "Zarifa Nobody-Else");
    choose(&mut harness, "What Zarifa Nobody-Else does", "Moderator");
    assert_eq!(session(&harness, "S08").people.last().unwrap().role, Part::Moderator);
    assert_eq!(steps(&harness), 2);
}

#[test]
fn predecessors_are_searched_and_show_themselves() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    pick(&mut harness, "Add a session before it", "segment, part 2");
    assert!(session(&harness, "S08").after.contains(&"S14".parse().unwrap()));
    assert_eq!(steps(&harness), 1);
    click(&mut harness, Role::Button, "Show High-Level Segment, part 2");
    assert_eq!(harness.state().selection().focus, Some(RowId::Session("S14".parse().unwrap())));
}

#[test]
fn several_sessions_change_together_in_one_step() {
    let mut harness = tall();
    let ids = ["S08", "S10", "S12"];
    act(&mut harness, Action::Select(Selection::sessions(ids.map(|id| id.parse().unwrap()))));
    choose(&mut harness, "Status", "Confirmed");
    assert!(ids.iter().all(|id| session(&harness, id).status == Status::Confirmed));
    assert_eq!(steps(&harness), 1);
    enter(&mut harness, "Length", "45");
    assert!(ids.iter().all(|id| session(&harness, id).length().mins() == 45));
    assert_eq!(steps(&harness), 2);
    click(&mut harness, Role::Button, "Pin or unpin");
    assert!(ids.iter().all(|id| session(&harness, id).pinned));
    assert_eq!((steps(&harness), last_deed(&harness)), (3, Deed::Pin));
}

#[test]
fn a_pinned_session_can_be_renamed_but_not_moved() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    click(&mut harness, Role::Button, "Pin or unpin");
    assert!(session(&harness, "S08").pinned);
    assert!(harness.get_by_role_and_label(Role::TextInput, "Start").accesskit_node().is_disabled());
    enter(&mut harness, "Title, English", "Still here");
    assert_eq!((title(&harness, "S08", Language::English).as_str(), steps(&harness)), ("Still here", 2));
}

#[test]
fn other_languages_show_on_demand_and_are_kept_apart() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    assert!(harness.query_by_label("Title, Arabic").is_none());
    let more = harness.get_by_label_contains("Title: More languages").rect().center();
    click_at(&mut harness, more);
    enter(&mut harness, "Title, Arabic", "حفل الافتتاح");
    assert_eq!(title(&harness, "S08", Language::Arabic), "حفل الافتتاح");
    assert_eq!(title(&harness, "S08", Language::English), title_before("S08", Language::English));
}

#[test]
fn events_rooms_and_the_plan_have_their_fields() {
    let mut harness = tall();
    select(&mut harness, RowId::Room("room-b".parse().unwrap()));
    enter(&mut harness, "Capacity (seats)", "450");
    enter(&mut harness, "Interpretation booths", "many");
    let room = harness.state().document().plan().rooms().get("room-b".parse().unwrap()).unwrap();
    assert_eq!(room.capacity, Some(450));
    assert_eq!(steps(&harness), 1);

    select(&mut harness, RowId::Event("wtdc25".parse().unwrap()));
    pick(&mut harness, "Time zone", "tokyo");
    let event = harness.state().document().plan().events().get("wtdc25".parse().unwrap()).unwrap();
    assert_eq!(event.zone.name(), "Asia/Tokyo");
    assert_eq!(steps(&harness), 2);

    act(&mut harness, Action::Run(UiCommand::SelectNone));
    click(&mut harness, Role::DisclosureTriangle, "Properties of the plan…");
    enter(&mut harness, "Title, English", "Our plan");
    assert_eq!(harness.state().document().plan().header().title.exact(Language::English), Some("Our plan"));
    assert_eq!(steps(&harness), 3);
}

#[test]
fn every_form_can_be_drawn_and_names_its_fields() {
    let plan = Template::Wtdc25.plan();
    let mut harness = tall_with(plan.clone(), Settings { language: Language::Russian, ..Settings::default() });
    let mut rows: Vec<RowId> = plan.events().ids().take(12).map(RowId::from).collect();
    rows.extend(plan.bodies().ids().map(RowId::from));
    rows.extend(plan.rooms().ids().take(4).map(RowId::from));
    rows.extend(plan.people().ids().take(4).map(RowId::from));
    rows.extend(plan.topics().ids().take(4).map(RowId::from));
    rows.extend(plan.documents().ids().take(4).map(RowId::from));
    rows.extend(plan.notes().ids().take(4).map(RowId::from));
    rows.extend(plan.statements().ids().take(4).map(RowId::from));
    rows.extend(plan.sessions().ids().step_by(9).map(RowId::from));
    for row in rows {
        select(&mut harness, row);
        harness.check_accessibility();
    }
    assert_eq!(steps(&harness), 0, "looking changes nothing");
}

#[test]
fn a_menu_entry_finds_what_is_still_being_typed() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    type_into(&mut harness, "Title, English", "Saved in time");
    act(&mut harness, Action::Run(UiCommand::ToggleInspector));
    assert_eq!((title(&harness, "S08", Language::English).as_str(), steps(&harness)), ("Saved in time", 1));
}

#[test]
fn leaving_a_field_by_clicking_a_switch_keeps_both() {
    let mut harness = tall();
    select_session(&mut harness, "S15");
    type_into(&mut harness, "Title, English", "Steering");
    // Press and release within one frame, as a touch does.
    let at = rect(&harness, Role::Button, "Webcast").center();
    harness.event(egui::Event::PointerMoved(at));
    press(&harness, at, true, Modifiers::NONE);
    press(&harness, at, false, Modifiers::NONE);
    harness.run_steps(4);
    assert_eq!(title(&harness, "S15", Language::English), "Steering");
    assert!(session(&harness, "S15").webcast);
    assert_eq!(steps(&harness), 2);
}

#[test]
fn by_keyboard_alone() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    // F2 goes to the title, all of it selected.
    harness.key_press(Key::F2);
    harness.run_steps(3);
    harness.event(egui::Event::Text("Typed".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_eq!((title(&harness, "S08", Language::English).as_str(), steps(&harness)), ("Typed", 1));
    // A button that has the keyboard is pressed by Enter, and the desk does not take the key.
    harness.get_by_role_and_label(Role::Button, "Add a room").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.event(egui::Event::Text("room c".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall room-c");
    assert_eq!(steps(&harness), 2);
}

#[test]
fn a_note_and_a_source_are_written() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    click(&mut harness, Role::Button, "Write a note");
    let Some(RowId::Note(note)) = harness.state().selection().focus else { panic!("the new note is shown") };
    harness.event(egui::Event::Text("Ask the host".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    let written = harness.state().document().plan().notes().get(note).unwrap();
    assert_eq!(written.text.exact(Language::English), Some("Ask the host"));
    assert_eq!(written.about, [RowId::Session("S08".parse().unwrap())]);
    assert_eq!(steps(&harness), 2);

    select_session(&mut harness, "S08");
    let before = session(&harness, "S08").sources.len();
    click(&mut harness, Role::Button, "Add a source");
    type_into(&mut harness, "Where to look", "letter of the host");
    click(&mut harness, Role::Button, "Add");
    assert_eq!(session(&harness, "S08").sources.len(), before + 1);
    assert_eq!(steps(&harness), 3);
}

#[test]
fn a_refused_length_goes_when_the_session_gets_another_by_another_way() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    enter(&mut harness, "Length", "soon");
    harness.get_by_label_contains("Not a length");
    let mut named = session(&harness, "S08").clone();
    named.status = Status::Confirmed;
    act(&mut harness, Action::Perform(Command::Put(named.clone().into())));
    assert_eq!(field(&harness, "Length").value().as_deref(), Some("soon"), "something else has changed");
    named.placement.as_mut().unwrap().length = Length::clamped(45);
    act(&mut harness, Action::Perform(Command::Put(named.into())));
    assert_eq!(field(&harness, "Length").value().as_deref(), Some("45 min"));
    assert!(harness.query_by_label_contains("Not a length").is_none());
}

#[test]
fn quitting_takes_what_is_typed_and_asks_about_what_can_not_be_taken() {
    let mut harness = tall();
    select_session(&mut harness, "S08");
    type_into(&mut harness, "Start", "noonish");
    act(&mut harness, Action::Run(UiCommand::Quit));
    harness.get_by_label("Save the changes first?");
    harness.get_by_label_contains("“noonish” was not taken over and still stands in its field");
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    assert_eq!((field(&harness, "Start").value().as_deref(), steps(&harness)), (Some("noonish"), 0));
    enter(&mut harness, "Start", "12");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T12:00 60 plenary-hall", 1));
    type_into(&mut harness, "Start", "13");
    act(&mut harness, Action::Begin { plan: Box::new(Template::Blank.begin()), asks_for_table: false });
    harness.get_by_label("Save the changes first?");
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T13:00 60 plenary-hall", 2));
}

#[test]
fn nothing_selected_tells_the_plan_in_facts_that_lead_somewhere() {
    let mut harness = tall();
    for fact in ["12 days", "86 sessions", "15 rooms", "0 in tray", "1 error", "Plenary Hall 52:45"] {
        harness.get_by_role_and_label(Role::Button, fact);
    }
    click(&mut harness, Role::Button, "1 error");
    assert!(harness.state().settings().findings_open);
    assert!(harness.query_by_label_contains("too many for a delegation").is_none(), "only errors are listed");
    click(&mut harness, Role::Button, "Place");
    assert_eq!(harness.state().selection().focus, Some(RowId::Event("wtdc25".parse().unwrap())));
    assert_eq!(steps(&harness), 0);
}

#[test]
fn a_finding_is_mended_by_its_named_fix() {
    let mut harness = tall();
    select_session(&mut harness, "S43");
    // Ways out are looked for beside the window.
    let fix = "Put “Networking session with ICANN and ISOC” into the tray";
    for _ in 0..200 {
        if harness.query_by_label(fix).is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run_steps(1);
    }
    click(&mut harness, Role::Button, fix);
    assert_eq!((place(&harness, "S43").as_str(), steps(&harness)), ("unscheduled", 1));
}
