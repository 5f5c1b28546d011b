//! The List as a planner uses it: sort, filter, select, and edit in place.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::filter::Filter;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::model::{Length, Placement, Plan, RowId, SessionId, SessionKind, Status};
use plenary::store::{Template, open_plan};

use super::desk::{desk_with, place, session};
use super::plans::before_agendas;

type List = Harness<'static, Desk>;

fn list() -> List {
    list_of(before_agendas())
}

fn list_of(plan: Plan) -> List {
    let settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    let mut harness = desk_with(plan, None, settings);
    harness.set_size(egui::vec2(1900.0, 1000.0));
    harness.run_steps(3);
    go_to_first_day(&mut harness);
    harness
}

/// Scrolls to the top, whichever day the table has begun with.
fn go_to_first_day(harness: &mut List) {
    let sessions = harness.state().document().plan().sessions();
    let first = sessions.iter().filter_map(|session| session.span()).map(|span| span.start.date()).min();
    if let Some(first) = first {
        act(harness, Action::ShowDate(first));
    }
}

/// The rows in sight from top to bottom, by what they are spoken as.
fn rows(harness: &List) -> Vec<String> {
    let table = harness.query_all_by_role(egui::Role::Row);
    let mut rows: Vec<(f32, String)> =
        table.map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default())).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

fn header(harness: &List, column: &str) -> egui::Rect {
    harness.get_by_label_contains(&format!("by “{column}”")).rect()
}

fn sort(harness: &mut List, column: &str) {
    harness.get_by_label_contains(&format!("by “{column}”")).click();
    harness.run_steps(2);
}

/// The middle of a cell; the row by what it is spoken as.
#[track_caller]
fn cell(harness: &List, row: &str, column: &str) -> Pos2 {
    let row = harness
        .query_all_by_role(egui::Role::Row)
        .find(|found| found.accesskit_node().label().is_some_and(|label| label.starts_with(row)));
    pos2(header(harness, column).center().x, row.expect("no such row").rect().center().y)
}

fn click(harness: &mut List, at: Pos2, times: usize, modifiers: Modifiers) {
    harness.event(Event::PointerMoved(at));
    harness.step();
    // In one frame: the frames of a test are too long for a double click over several.
    let button = PointerButton::Primary;
    let click = [true, false].map(|pressed| Event::PointerButton { pos: at, button, pressed, modifiers });
    harness.input_mut().events.push(Event::ModifiersChanged(modifiers));
    for _ in 0..times {
        harness.input_mut().events.extend(click.clone());
    }
    harness.run_steps(1);
    harness.input_mut().events.push(Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(3);
}

fn edit(harness: &mut List, row: &str, column: &str) {
    let at = cell(harness, row, column);
    click(harness, at, 2, Modifiers::NONE);
}

/// Clicks on a choice in the list of an editor.
fn pick(harness: &mut List, label: &str) {
    harness.get_by_role_and_label(egui::Role::ListBoxOption, label).click();
    harness.run_steps(3);
}

fn type_text(harness: &mut List, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn press(harness: &mut List, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn act(harness: &mut List, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(3);
}

fn selected(harness: &List) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

fn steps(harness: &List) -> usize {
    harness.state().document().done().len()
}

const OPENING: &str = "Opening of the meeting, Mon 14 Jul";
const ADOPTION: &str = "Adoption of the agenda, Mon 14 Jul";

#[test]
fn it_opens_on_the_first_day_of_the_conference() {
    let settings = Settings { view: "list".to_owned(), ..Settings::default() };
    let mut harness = desk_with(before_agendas(), None, settings);
    harness.run_steps(3);
    assert!(rows(&harness)[0].starts_with("Meeting of heads of delegation, Mon 17 Nov"), "{:?}", rows(&harness)[0]);
    act(&mut harness, Action::ShowDate(chrono::NaiveDate::from_ymd_opt(2025, 7, 14).unwrap()));
    assert!(rows(&harness)[0].starts_with(OPENING), "{:?}", rows(&harness)[0]);
}

#[test]
fn rows_begin_in_the_order_of_time_and_are_sorted_by_a_click_and_back_by_another() {
    let mut harness = list();
    assert!(rows(&harness)[0].starts_with(OPENING), "{:?}", &rows(&harness)[..3]);
    let sorted_by_title = |rows: &[String]| {
        let titles: Vec<String> = rows.iter().map(|row| row[..1].to_lowercase()).collect();
        titles.is_sorted()
    };
    sort(&mut harness, "Title");
    assert!(sorted_by_title(&rows(&harness)), "{:?}", rows(&harness));
    harness.get_by_label("Sorted by “Title”, upwards; click to reverse");
    sort(&mut harness, "Title");
    let mut backwards = rows(&harness);
    backwards.reverse();
    assert!(sorted_by_title(&backwards), "{backwards:?}");
    assert_eq!(steps(&harness), 0);
}

#[test]
fn a_start_is_edited_in_place_as_one_step_and_undone() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Start");
    harness.get_by_label("Start of Opening of the meeting");
    type_text(&mut harness, "9.30");
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T09:30 10 irm-online");
    assert_eq!(steps(&harness), 1);
    assert_eq!(harness.query_all_by_label("Start of Opening of the meeting").count(), 0, "the editor is gone");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &before_agendas());
}

#[test]
fn escape_restores_and_keeps_the_selection() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Nothing of this");
    press(&mut harness, Key::Escape);
    assert_eq!(steps(&harness), 0);
    assert_eq!(harness.query_all_by_label_contains("Title of").count(), 0);
    assert_eq!(selected(&harness), ["IRM1-01"]);
}

#[test]
fn bad_input_stays_with_a_reason_and_can_be_mended() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Length");
    type_text(&mut harness, "soon");
    press(&mut harness, Key::Enter);
    assert_eq!(steps(&harness), 0);
    harness.get_by_label_contains("1 minute to 14 days");
    let elsewhere = cell(&harness, ADOPTION, "Title");
    click(&mut harness, elsewhere, 1, Modifiers::NONE);
    harness.get_by_label_contains("1 minute to 14 days");
    assert_eq!(selected(&harness), ["IRM1-02"]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "1:15");
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness, "IRM1-01").length().mins(), 75);
    assert_eq!(steps(&harness), 1);
}

#[test]
fn tab_commits_and_goes_on_and_a_click_elsewhere_commits_too() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Start");
    type_text(&mut harness, "12:00");
    press(&mut harness, Key::Tab);
    harness.get_by_label("End of Opening of the meeting");
    type_text(&mut harness, "12:30");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run_steps(3);
    harness.get_by_label("Start of Opening of the meeting");
    type_text(&mut harness, "12:05");
    let elsewhere = cell(&harness, ADOPTION, "Title");
    click(&mut harness, elsewhere, 1, Modifiers::NONE);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T12:05 30 irm-online");
    assert_eq!((steps(&harness), selected(&harness)), (3, vec!["IRM1-02".to_owned()]));
    assert_eq!(session(&harness, "IRM1-02"), plain("IRM1-02").as_ref(), "nothing was written to the other row");
}

fn plain(id: &str) -> Box<plenary::model::Session> {
    let plan = before_agendas();
    Box::new((**plan.sessions().get(id.parse().unwrap()).unwrap()).clone())
}

#[test]
fn sorting_under_an_open_editor_writes_to_the_row_it_was_opened_in() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Zero hour");
    sort(&mut harness, "Title");
    harness.run_steps(2);
    let changed: Vec<String> = changed(&harness).iter().map(ToString::to_string).collect();
    assert_eq!(changed, ["IRM1-01"]);
    assert_eq!(session(&harness, "IRM1-01").title.exact(plenary::model::Language::English), Some("Zero hour"));
}

/// The sessions that are not as they were built in.
fn changed(harness: &List) -> Vec<SessionId> {
    let before = before_agendas();
    let sessions = harness.state().document().plan().sessions();
    sessions.iter().filter(|now| before.sessions().get(now.id) != Some(now)).map(|now| now.id).collect()
}

#[test]
fn a_draft_is_dropped_when_its_session_changes_under_it() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Start");
    type_text(&mut harness, "10:00");
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    assert_eq!(harness.query_all_by_label_contains("Start of Opening").count(), 0);
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "unscheduled");
}

#[test]
fn kind_status_and_rooms_are_chosen_from_a_list() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Kind");
    type_text(&mut harness, "brief");
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness, "IRM1-01").kind, SessionKind::Briefing);
    edit(&mut harness, OPENING, "Status");
    pick(&mut harness, "Confirmed");
    assert_eq!(session(&harness, "IRM1-01").status, Status::Confirmed);
    edit(&mut harness, OPENING, "Room");
    type_text(&mut harness, "room a");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T13:00 10 irm-online room-a", "two rooms");
    edit(&mut harness, OPENING, "Room");
    type_text(&mut harness, "nowhere at all");
    press(&mut harness, Key::Enter);
    harness.get_by_label_contains("Choose one from the list");
    press(&mut harness, Key::Escape);
    assert_eq!(steps(&harness), 3);
}

#[test]
fn a_day_is_typed_or_picked() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Day");
    type_text(&mut harness, "15.7.");
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-15T13:00 10 irm-online");
    edit(&mut harness, "Opening of the meeting, Tue 15 Jul", "Day");
    pick(&mut harness, "Mon 14 Jul");
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T13:00 10 irm-online");
    edit(&mut harness, OPENING, "Day");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-15T13:00 10 irm-online");
}

#[test]
fn a_pinned_session_stays_and_says_so_in_its_cell() {
    let mut harness = list();
    let at = cell(&harness, OPENING, "Title");
    click(&mut harness, at, 1, Modifiers::NONE);
    // Letters are for the cells of a table.
    press(&mut harness, Key::P);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Escape);
    assert_eq!(steps(&harness), 0);
    act(&mut harness, Action::Run(UiCommand::TogglePin));
    edit(&mut harness, OPENING, "Start");
    type_text(&mut harness, "9");
    press(&mut harness, Key::Enter);
    harness.get_by_label_contains("is pinned and stays where it is");
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T13:00 10 irm-online");
}

#[test]
fn unscheduled_sessions_come_last_whichever_way_and_get_a_place_by_typing() {
    let mut harness = list();
    let at = cell(&harness, OPENING, "Title");
    click(&mut harness, at, 1, Modifiers::NONE);
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    assert_eq!(place(&harness, "IRM1-01"), "unscheduled");
    for _ in 0..2 {
        sort(&mut harness, "Start");
        act(&mut harness, Action::Select(Selection::default()));
        press(&mut harness, Key::End);
        assert!(rows(&harness).last().unwrap().starts_with("Opening of the meeting, Not scheduled"));
        assert_eq!(selected(&harness), ["IRM1-01"]);
    }
    edit(&mut harness, "Opening of the meeting, Not scheduled", "Start");
    type_text(&mut harness, "14:00");
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T14:00 10 irm-online", "the tray has kept its room");
}

#[test]
fn the_filter_hides_rows_and_an_empty_list_offers_to_clear_it() {
    let mut harness = list();
    let words = |words: &str| Action::Filter(Filter { words: words.to_owned(), ..Filter::default() });
    act(&mut harness, words("heads of delegation"));
    let shown = rows(&harness);
    assert!(!shown.is_empty() && shown.len() < 12, "{shown:?}");
    act(&mut harness, words("nothing is called this"));
    assert_eq!(rows(&harness).len(), 0);
    harness.get_by_label("The filter lets no session through");
    harness.query_all_by_label("Clear the filter").last().unwrap().click();
    harness.run_steps(3);
    assert!(rows(&harness)[0].starts_with(OPENING));
}

#[test]
fn the_box_above_all_rows_is_ticked_only_where_all_of_them_are_selected() {
    let mut harness = list();
    let ticked = |harness: &List| {
        let node = harness.get_by_label("Select every row").accesskit_node().toggled();
        node == Some(egui::accesskit::Toggled::True)
    };
    let some = ["S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12"];
    let sessions = Selection::sessions(some.map(|id| id.parse().unwrap()));
    act(&mut harness, Action::Select(sessions));
    let words = Filter { words: "heads of delegation".to_owned(), ..Filter::default() };
    act(&mut harness, Action::Filter(words));
    assert!(!rows(&harness).is_empty() && rows(&harness).len() < some.len());
    assert!(!ticked(&harness), "others are selected than those that are listed");
    harness.get_by_label("Select every row").click();
    harness.run_steps(3);
    if !ticked(&harness) {
        // Some of them were selected: the first click selects none, the second one all.
        harness.get_by_label("Select every row").click();
        harness.run_steps(3);
    }
    assert!(ticked(&harness));
    assert_eq!(selected(&harness).len(), rows(&harness).len());
}

#[test]
fn a_plan_without_sessions_says_what_to_do() {
    let mut harness = list_of(Template::Blank.plan());
    harness.get_by_label("No sessions yet");
    harness.query_all_by_label("Add a session").last().unwrap().click();
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan().sessions().len(), 1);
    assert_eq!(rows(&harness).len(), 1);
}

#[test]
fn keys_move_select_and_edit() {
    let mut harness = list();
    press(&mut harness, Key::ArrowDown);
    assert_eq!(selected(&harness), ["IRM1-01"]);
    press(&mut harness, Key::ArrowDown);
    assert_eq!(selected(&harness), ["IRM1-02"]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(selected(&harness), ["IRM1-02", "IRM1-03"]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Home);
    harness.run_steps(3);
    assert_eq!(selected(&harness), ["IRM1-01", "IRM1-02"]);
    press(&mut harness, Key::End);
    let last = selected(&harness);
    let focus = harness.state().selection().focus;
    assert!(last.len() == 1 && focus == Some(RowId::Session(last[0].parse().unwrap())));
    let title = session(&harness, &last[0]).title.get(plenary::model::Language::English).to_owned();
    assert!(rows(&harness).iter().any(|row| row.starts_with(&title)), "the last row is in sight");
    press(&mut harness, Key::F2);
    type_text(&mut harness, " for now");
    press(&mut harness, Key::Enter);
    assert!(rows(&harness).iter().any(|row| row.starts_with(&format!("{title} for now"))));
    press(&mut harness, Key::Home);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::Enter);
    harness.get_by_label("Day of Opening of the meeting");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::PageDown);
    assert_eq!(steps(&harness), 1);
    let at = cell(&harness, &rows(&harness)[2], "Kind");
    click(&mut harness, at, 1, Modifiers::NONE);
    let chosen = selected(&harness);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.query_all_by_label_contains("Kind of ").count(), 1, "Enter edits the cell clicked last");
    press(&mut harness, Key::Escape);
    assert_eq!(selected(&harness), chosen);
}

#[test]
fn clicks_select_one_several_or_a_range() {
    let mut harness = list();
    let at = |harness: &List, row| cell(harness, row, "Title");
    let (first, third) = (at(&harness, OPENING), at(&harness, "Appointment of the Chair"));
    click(&mut harness, first, 1, Modifiers::NONE);
    click(&mut harness, third, 1, Modifiers::COMMAND);
    assert_eq!(selected(&harness), ["IRM1-01", "IRM1-03"]);
    click(&mut harness, first, 1, Modifiers::SHIFT);
    assert_eq!(selected(&harness), ["IRM1-01", "IRM1-02", "IRM1-03"]);
    let row = harness.query_all_by_role(egui::Role::Row).find(|row| row.rect().contains(first));
    assert_eq!(row.unwrap().accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_double_click_on_the_id_shows_the_session_on_the_timeline_and_reveal_scrolls_here() {
    let mut harness = list();
    edit(&mut harness, ADOPTION, "Id");
    assert_eq!(harness.state().settings().view, "timeline");
    assert_eq!(selected(&harness), ["IRM1-02"]);
    let last = harness.state().document().plan().sessions().ids().last().unwrap();
    act(&mut harness, Action::Run(UiCommand::View(view_named("list"))));
    act(&mut harness, Action::Reveal(last.into()));
    let title = session(&harness, last.as_str()).title.get(plenary::model::Language::English).to_owned();
    assert!(rows(&harness).iter().any(|row| row.starts_with(&title)), "{title}");
}

/// The same list, as the content of a file.
fn list_in(path: &std::path::Path) -> List {
    let settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    let mut harness = desk_with(before_agendas(), Some(path.to_path_buf()), settings);
    harness.set_size(egui::vec2(1900.0, 1000.0));
    harness.run_steps(3);
    go_to_first_day(&mut harness);
    harness
}

fn title(plan: &Plan, id: &str) -> String {
    plan.sessions().get(id.parse().unwrap()).unwrap().title.get(plenary::model::Language::English).to_owned()
}

fn shows(harness: &List, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

#[test]
fn an_end_before_the_start_is_refused_unless_it_is_in_the_same_night() {
    let mut harness = list();
    let at = |start: &str| {
        let start = start.parse().unwrap();
        Placement { start, length: Length::HOUR, rooms: Vec::new() }
    };
    let to = |start: &str| Action::Perform(Command::Place(vec![("IRM1-01".parse().unwrap(), at(start))]));
    act(&mut harness, to("2025-07-14T09:30"));
    edit(&mut harness, OPENING, "End");
    type_text(&mut harness, "9:00");
    press(&mut harness, Key::Enter);
    harness.get_by_label_contains("The end must lie after the start");
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T09:30 60 ");
    press(&mut harness, Key::Escape);
    act(&mut harness, to("2025-07-14T22:00"));
    edit(&mut harness, OPENING, "End");
    type_text(&mut harness, "1:00");
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T22:00 180 ");
}

#[test]
fn an_open_cell_is_saved_and_a_wrong_text_in_it_is_told_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let mut harness = list_in(&path);
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Saved in time");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    assert_eq!(title(&open_plan(&path).unwrap(), "IRM1-01"), "Saved in time");
    assert_eq!(steps(&harness), 1);
    edit(&mut harness, ADOPTION, "Title");
    type_text(&mut harness, "Adopted");
    press(&mut harness, Key::Enter);
    edit(&mut harness, "Adopted", "Length");
    type_text(&mut harness, "soon");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    assert_eq!(title(&open_plan(&path).unwrap(), "IRM1-02"), "Adopted", "saving goes on");
    harness.get_by_label_contains("“soon” was not taken over and still stands in its field. 1 minute to 14 days");
    assert_eq!(harness.get_by_label("Length of Adopted").value().as_deref(), Some("soon"));
}

#[test]
fn quitting_takes_an_open_cell_and_asks_about_a_wrong_text() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Before the end");
    act(&mut harness, Action::Run(UiCommand::Quit));
    harness.get_by_label("Save the changes first?");
    assert_eq!(title(harness.state().document().plan(), "IRM1-01"), "Before the end");
    press(&mut harness, Key::Escape);
    act(&mut harness, Action::Run(UiCommand::Undo));
    edit(&mut harness, OPENING, "Length");
    type_text(&mut harness, "soon");
    act(&mut harness, Action::Begin { plan: Box::new(Template::Blank.begin()), asks_for_table: false });
    assert_eq!(harness.state().document().undone().len(), 1, "nothing has changed");
    harness.get_by_label("Save the changes first?");
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    assert_eq!(harness.get_by_label("Length of Opening of the meeting").value().as_deref(), Some("soon"));
}

#[test]
fn another_view_takes_an_open_cell_and_a_wrong_text_is_there_when_one_comes_back() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Seen elsewhere");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run_steps(4);
    assert_eq!(harness.state().settings().view, "timeline");
    assert_eq!(title(harness.state().document().plan(), "IRM1-01"), "Seen elsewhere");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run_steps(4);
    act(&mut harness, Action::Reveal(RowId::Session("IRM1-01".parse().unwrap())));
    edit(&mut harness, "Seen elsewhere", "Length");
    type_text(&mut harness, "soon");
    act(&mut harness, Action::RevealIn("timeline", RowId::Session("IRM1-02".parse().unwrap())));
    harness.get_by_label_contains("“soon” was not taken over and still stands in its field");
    act(&mut harness, Action::RevealIn("list", RowId::Session("IRM1-01".parse().unwrap())));
    assert_eq!(harness.get_by_label("Length of Seen elsewhere").value().as_deref(), Some("soon"));
}

#[test]
fn a_filter_that_hides_the_row_of_an_open_cell_takes_it_or_tells_what_was_wrong() {
    let words = |words: &str| Action::Filter(Filter { words: words.to_owned(), ..Filter::default() });
    let mut harness = list();
    edit(&mut harness, OPENING, "Title");
    type_text(&mut harness, "Hidden");
    act(&mut harness, words("heads of delegation"));
    assert_eq!(title(harness.state().document().plan(), "IRM1-01"), "Hidden");
    act(&mut harness, words(""));
    edit(&mut harness, "Hidden", "Length");
    type_text(&mut harness, "soon");
    act(&mut harness, words("nothing is called this"));
    harness.get_by_label_contains("“soon” was not taken over. 1 minute to 14 days");
    act(&mut harness, words(""));
    assert!(!shows(&harness, "Length of Hidden"));
    assert_eq!(steps(&harness), 1);
}

#[test]
fn another_cell_that_is_opened_tells_what_was_wrong_in_the_one_before() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Length");
    type_text(&mut harness, "soon");
    press(&mut harness, Key::Enter);
    edit(&mut harness, ADOPTION, "Title");
    harness.get_by_label("Title of Adoption of the agenda");
    harness.get_by_label_contains("“soon” was not taken over. 1 minute to 14 days");
    assert_eq!(steps(&harness), 0);
}

#[test]
fn a_refused_length_goes_when_the_session_gets_another_and_stays_when_something_else_changes() {
    let mut harness = list();
    edit(&mut harness, OPENING, "Length");
    type_text(&mut harness, "soon");
    press(&mut harness, Key::Enter);
    let mut named = *plain("IRM1-01");
    named.title = "Named".into();
    act(&mut harness, Action::Perform(Command::Put(named.clone().into())));
    harness.get_by_label_contains("1 minute to 14 days");
    named.placement.as_mut().unwrap().length = Length::HOUR;
    act(&mut harness, Action::Perform(Command::Put(named.into())));
    assert!(!shows(&harness, "1 minute to 14 days") && !shows(&harness, "Length of"));
    assert_eq!(session(&harness, "IRM1-01").length(), Length::HOUR);
}

/// Selects the rows of the opening and so many below it.
fn select_from_opening(harness: &mut List, column: &str, more: usize) {
    let at = cell(harness, OPENING, column);
    click(harness, at, 1, Modifiers::NONE);
    for _ in 0..more {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run_steps(2);
    }
}

#[test]
fn typing_replaces_what_is_in_the_cell_and_enter_goes_down() {
    let mut harness = list();
    select_from_opening(&mut harness, "Title", 0);
    type_text(&mut harness, "First");
    type_text(&mut harness, " words");
    press(&mut harness, Key::Enter);
    type_text(&mut harness, "Second");
    press(&mut harness, Key::Enter);
    let plan = harness.state().document().plan();
    assert_eq!([title(plan, "IRM1-01"), title(plan, "IRM1-02")], ["First words", "Second"]);
    assert_eq!((steps(&harness), selected(&harness)), (2, vec!["IRM1-03".to_owned()]));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.run_steps(2);
    press(&mut harness, Key::Escape);
    // Arrows leave a field without choices, too.
    type_text(&mut harness, "Third");
    press(&mut harness, Key::ArrowUp);
    assert_eq!(title(harness.state().document().plan(), "IRM1-03"), "Third");
    assert_eq!(selected(&harness), ["IRM1-02"]);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Escape);
    assert_eq!(steps(&harness), 3, "Escape puts back");
}

#[test]
fn enter_goes_back_below_where_a_run_of_tabs_began() {
    let mut harness = list();
    select_from_opening(&mut harness, "Start", 0);
    type_text(&mut harness, "12:50");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "13:05");
    press(&mut harness, Key::Enter);
    assert_eq!(place(&harness, "IRM1-01"), "2025-07-14T12:50 15 irm-online");
    type_text(&mut harness, "13:15");
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness, "IRM1-02").span().unwrap().start.clock(), "13:15");
}

#[test]
fn ctrl_enter_sets_all_selected_rows_as_one_step_or_none_of_them() {
    let mut harness = list();
    select_from_opening(&mut harness, "Length", 2);
    type_text(&mut harness, "25");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    let ids = ["IRM1-01", "IRM1-02", "IRM1-03"];
    assert_eq!(ids.map(|id| session(&harness, id).length().mins()), [25; 3]);
    assert_eq!((steps(&harness), selected(&harness)), (1, ids.map(str::to_owned).to_vec()));
    let id = ids[1].parse().unwrap();
    act(&mut harness, Action::Perform(Command::Pin(vec![id], true)));
    type_text(&mut harness, "50");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    harness.get_by_label_contains("is pinned and stays where it is");
    assert_eq!(ids.map(|id| session(&harness, id).length().mins()), [25; 3]);
}

#[test]
fn ctrl_d_fills_down_and_space_picks_rows() {
    let mut harness = list();
    select_from_opening(&mut harness, "Kind", 0);
    press(&mut harness, Key::Space);
    assert_eq!(selected(&harness), Vec::<String>::new());
    press(&mut harness, Key::Space);
    type_text(&mut harness, "brief");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowUp);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run_steps(2);
    }
    let count = harness.state().document().plan().sessions().len();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run_steps(3);
    let ids = ["IRM1-01", "IRM1-02", "IRM1-03"];
    assert_eq!(ids.map(|id| session(&harness, id).kind), [SessionKind::Briefing; 3]);
    assert_eq!((steps(&harness), harness.state().document().plan().sessions().len()), (2, count), "nothing is copied");
    // A single row takes over what the one above has.
    press(&mut harness, Key::ArrowDown);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run_steps(3);
    assert_eq!(session(&harness, "IRM1-04").kind, SessionKind::Briefing);
}

#[test]
fn sorted_by_day_means_by_day_and_time() {
    let mut harness = list();
    let first = rows(&harness)[..8].to_vec();
    sort(&mut harness, "Title");
    sort(&mut harness, "Day");
    assert_eq!(rows(&harness)[..8], first);
}

fn columns(harness: &List) -> Vec<String> {
    let sorted =
        harness.query_all_by_label_contains("by “").filter(|node| node.accesskit_node().role() == egui::Role::Button);
    let mut heads: Vec<(f32, String)> = sorted
        .map(|node| (node.rect().left(), node.accesskit_node().label().unwrap_or_default()))
        .map(|(x, label)| (x, label.split(['“', '”']).nth(1).unwrap_or_default().to_owned()))
        .collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, name)| name).collect()
}

fn tick_column(harness: &mut List, name: &str) {
    harness.get_by_role_and_label(egui::Role::CheckBox, name).click();
    harness.run_steps(2);
}

#[test]
fn columns_are_chosen_moved_and_remembered() {
    let mut settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    let first = ["title", "day", "start", "end", "length", "kind", "body", "room", "findings"];
    settings.list.columns = first.map(str::to_owned).to_vec();
    let mut harness = desk_with(before_agendas(), None, settings);
    harness.get_by_label_contains("Columns 9 of 24").click();
    harness.run_steps(3);
    for name in ["Body", "Kind", "People"] {
        tick_column(&mut harness, name);
    }
    assert_eq!(columns(&harness), ["Title", "Day", "Start", "End", "Length", "Room", "Findings", "People"]);
    // With keys: Alt and arrows move the column that has the keyboard.
    harness.get_by_role_and_label(egui::Role::CheckBox, "People").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    harness.run_steps(3);
    let chosen = ["Title", "Day", "Start", "End", "Length", "Room", "People", "Findings"];
    assert_eq!(columns(&harness), chosen);
    press(&mut harness, Key::Escape);
    sort(&mut harness, "Room");
    let settings = harness.state().settings().clone();
    assert_eq!(settings.list.columns.last().map(String::as_str), Some("findings"));
    assert_eq!(Settings::from_ron(&settings.to_ron()), settings);
    let mut again = desk_with(before_agendas(), None, settings);
    again.set_size(egui::vec2(1900.0, 1000.0));
    again.run_steps(3);
    assert_eq!(columns(&again), chosen);
    again.get_by_label("Sorted by “Room”, upwards; click to reverse");
    // Those that fit, as at first.
    harness.get_by_label_contains("Columns 8 of 24").click();
    harness.run_steps(3);
    harness.get_by_label("Reset").click();
    harness.run_steps(6);
    assert_eq!(harness.state().settings().list.columns, Vec::<String>::new());
}

#[test]
fn people_languages_and_remarks_are_columns_that_are_typed_into() {
    let mut settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    settings.list.columns =
        ["title", "people", "languages", "attendance", "remarks", "after"].map(str::to_owned).to_vec();
    let mut harness = desk_with(before_agendas(), None, settings);
    harness.run_steps(3);
    go_to_first_day(&mut harness);
    select_from_opening(&mut harness, "People", 1);
    type_text(&mut harness, "Ann Lee");
    harness.get_by_label_contains("Enter adds “Ann Lee” as a new person");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    let people = |harness: &List, id: &str| session(harness, id).people.clone();
    assert_eq!(people(&harness, "IRM1-01").len(), 1);
    assert_eq!(people(&harness, "IRM1-01")[0].person, people(&harness, "IRM1-02")[0].person);
    assert_eq!(steps(&harness), 1, "one step for all of it");
    select_from_opening(&mut harness, "Attendance", 0);
    type_text(&mut harness, "many");
    press(&mut harness, Key::Enter);
    harness.get_by_label_contains("A number of people");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "120");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "Bring water");
    press(&mut harness, Key::Enter);
    let after = session(&harness, "IRM1-01");
    assert_eq!((after.expected_attendance, after.remarks.as_str()), (Some(120), "Bring water"));
}
