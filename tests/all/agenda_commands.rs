//! Commands about agendas: sessions become items of one, items become a session of their own and go back.

use egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::agenda::{AgendaDeed, OnAgenda, Spot, new_items, split_session};
use plenary::edit::{Command, Deed};
use plenary::model::agenda::Agenda;
use plenary::model::{AgendaItem, ItemKind, Language, Plan, RowId, SessionId};
use plenary::store::{Template, plan_text};

use crate::desk::{act, block, desk_with, plan, rect_of, steps};
use crate::plans::before_agendas;

fn id(name: &str) -> SessionId {
    name.parse().unwrap()
}

fn last_deed(harness: &Harness<'_, Desk>) -> Deed {
    harness.state().document().done().last().unwrap().label.deed
}

fn selected(harness: &Harness<'_, Desk>) -> SessionId {
    let selection = harness.state().selection();
    assert_eq!(selection.sessions.len(), 1);
    *selection.sessions.first().unwrap()
}

/// Numbers and titles of the agenda of a session, as they are taken.
fn listed(plan: &Plan, session: SessionId) -> Vec<String> {
    let agenda = Agenda::of(plan, plan, session);
    let line = |line: &plenary::model::agenda::Line| {
        format!("{} {}", line.number, line.taken.item().unwrap().title.get(Language::English))
    };
    agenda.lines().map(line).collect()
}

/// The view of agendas with four items of `S08`, the third one below the second.
fn with_agenda() -> Harness<'static, Desk> {
    let settings = Settings { view: "agenda".to_owned(), ..Settings::default() };
    let mut harness = desk_with(Template::TwoDays.plan(), None, settings);
    let rows = ["One", "Two", "Under two", "Three"].into_iter().zip(new_items(plan(&harness), id("S08")));
    let rows = rows.map(|(title, item)| AgendaItem {
        title: title.into(),
        level: u8::from(title == "Under two"),
        presentation_secs: 600,
        ..item
    });
    let rows = rows.collect();
    act(&mut harness, Action::Perform(Command::Agenda(OnAgenda::Add(rows, Spot::at_end(id("S08"))))));
    act(&mut harness, Action::Select(Selection::only(id("S08").into())));
    harness
}

fn menu_of(harness: &mut Harness<'_, Desk>, pos: egui::Pos2) {
    harness.event(Event::PointerMoved(pos));
    harness.step();
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        let event = Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
        harness.input_mut().events.push(event);
    }
    harness.run_steps(4);
}

#[track_caller]
fn choose(harness: &mut Harness<'_, Desk>, entry: &str) {
    let entry = harness.get_by_role_and_label(Role::MenuItem, entry);
    assert!(!entry.accesskit_node().is_disabled());
    entry.click();
    harness.run_steps(4);
}

#[test]
fn an_item_becomes_a_session_with_what_stands_below_it_and_is_put_back() {
    let mut harness = with_agenda();
    let before = plan(&harness).clone();
    let row = rect_of(&harness, "2, Two").center();
    menu_of(&mut harness, row);
    choose(&mut harness, "Make a session of its own");
    let new = selected(&harness);
    let session = plan(&harness).sessions().get(new).unwrap();
    assert_eq!((session.title.get(Language::English), session.length().mins()), ("Two", 20));
    assert_eq!((session.placement.as_ref(), session.agenda_continues), (None, Some(id("S08"))));
    assert_eq!(listed(plan(&harness), id("S08")), ["1 One", "2 Three", "3 Two", "3.1 Under two"]);
    assert_eq!((steps(&harness), last_deed(&harness)), (2, Deed::Agenda(AgendaDeed::SplitOff)));
    harness.get_by_label("A session of its own in the tray: 2 items");

    // The item of the session knows as well where it can go.
    let row = rect_of(&harness, "3, Two").center();
    menu_of(&mut harness, row);
    let title = before.sessions().get(id("S08")).unwrap().title.get(Language::English).to_owned();
    choose(&mut harness, &format!("Put back on the agenda of {title}"));
    assert_eq!(plan(&harness), &before);
    assert_eq!(selected(&harness), id("S08"));
    assert_eq!((steps(&harness), last_deed(&harness)), (3, Deed::Agenda(AgendaDeed::Join)));
    harness.get_by_label("Back on the agenda: «Two»");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(plan(&harness).sessions().contains(new), "one step");
    harness.get_by_label("Undone: Put «Two» back on the agenda");
}

#[test]
fn the_keyboard_splits_off_the_row_it_is_on() {
    let mut harness = with_agenda();
    let row = rect_of(&harness, "3, Three");
    for pressed in [true, false] {
        let (pos, button) = (row.center(), PointerButton::Primary);
        harness.event(Event::PointerMoved(pos));
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(2);
    }
    harness.run_steps(4);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run_steps(4);
    let entry = harness.get_by_role_and_label(Role::MenuItem, "Make a session of its own").rect();
    assert!((entry.top() - row.bottom()).abs() < 60.0, "{entry} is at {row}");
    choose(&mut harness, "Make a session of its own");
    let new = selected(&harness);
    assert_eq!(plan(&harness).sessions().get(new).unwrap().title.get(Language::English), "Three");
}

#[test]
fn what_was_split_off_is_put_back_from_its_menu_in_the_tray() {
    let mut harness = desk_with(Template::TwoDays.plan(), None, Settings::default());
    let item = AgendaItem { title: "Elections".into(), ..new_items(plan(&harness), id("S08")).next().unwrap() };
    let name = item.id;
    act(&mut harness, Action::Perform(Command::Agenda(OnAgenda::Add(vec![item], Spot::at_end(id("S08"))))));
    let before = plan(&harness).clone();
    let session = split_session(&before, &[name]).unwrap();
    act(&mut harness, Action::Perform(Command::Agenda(OnAgenda::SplitOff(vec![name], Box::new(session)))));
    let card = block(&harness, "Elections").center();
    menu_of(&mut harness, card);
    let title = before.sessions().get(id("S08")).unwrap().title.get(Language::English).to_owned();
    choose(&mut harness, &format!("Put back on the agenda of {title}"));
    assert_eq!(plan(&harness), &before);
}

#[test]
fn sessions_of_a_meeting_of_old_plans_are_offered_to_become_its_agenda() {
    let mut harness = desk_with(before_agendas(), None, Settings::default());
    let before = plan(&harness).clone();
    let first_day = ["IRM1-01", "IRM1-02", "IRM1-03", "IRM1-04", "IRM1-05", "IRM1-06"].map(id);
    act(&mut harness, Action::Select(Selection::sessions(first_day)));
    harness.get_by_role_and_label(Role::Button, "Make one session with an agenda of these").click();
    harness.run_steps(4);
    let new = selected(&harness);
    let session = plan(&harness).sessions().get(new).unwrap();
    let span = session.span().unwrap();
    assert_eq!((span.start.to_string().as_str(), span.mins()), ("2025-07-14T13:00", 180));
    let main = before.sessions().get(id("IRM1-06")).unwrap();
    assert_eq!(session.called(), main.called(), "not what its opening was");
    let agenda = Agenda::of(plan(&harness), plan(&harness), new);
    let kinds: Vec<_> = agenda.lines().map(|line| line.taken.item().unwrap().kind).collect();
    assert_eq!((kinds.len(), kinds[4]), (6, ItemKind::Pause));
    let starts: Vec<i64> = agenda.lines().map(|line| line.due.start_secs / 60).collect();
    assert_eq!(starts, [0, 10, 20, 40, 75, 90], "each at its time");
    assert!(first_day.iter().all(|&id| !plan(&harness).sessions().contains(id)));
    assert_eq!((steps(&harness), last_deed(&harness)), (1, Deed::Agenda(AgendaDeed::Gather)));
    harness.get_by_label("Items of one session now: 6 sessions");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(plan_text(plan(&harness)), plan_text(&before));
    harness.get_by_label("Undone: Make one session with an agenda of 6 sessions");
}

#[test]
fn what_can_not_be_gathered_is_not_offered_and_it_is_said_why() {
    let mut harness = desk_with(before_agendas(), None, Settings::default());
    let before = plan(&harness).clone();
    let name = "Make one session with an agenda of these";
    let why = "Select two or more sessions of one event and one day; none of them pinned or issued.";
    let of_two_days = ["IRM1-06", "IRM1-07"].map(id);
    for ids in [&of_two_days[..], &[id("IRM1-06")], &[]] {
        act(&mut harness, Action::Select(Selection::sessions(ids.iter().copied())));
        assert!(harness.query_by_role_and_label(Role::Button, name).is_none(), "{ids:?}");
        act(&mut harness, Action::Run(UiCommand::Gather));
        harness.get_by_label(why);
    }
    let together = [id("IRM1-06"), id("IRM1-04")];
    act(&mut harness, Action::Select(Selection::sessions(together)));
    assert!(harness.query_by_role_and_label(Role::Button, name).is_some());
    act(&mut harness, Action::Perform(Command::Pin(vec![id("IRM1-06")], true)));
    assert!(harness.query_by_role_and_label(Role::Button, name).is_none(), "what is pinned stays");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(plan(&harness), &before);

    act(&mut harness, Action::Select(Selection::only(RowId::Session(id("IRM1-06")))));
    harness.run_steps(30);
    harness.get_by_role_and_label(Role::Button, "Plan").click();
    harness.run_steps(4);
    for (name, why) in [
        (name, why),
        ("Make a session of its own", "Select an item of an agenda first."),
        ("Put back on the agenda", "Select a session that goes on with the agenda of another one."),
    ] {
        let entry = harness.get_by_role_and_label(Role::MenuItem, name);
        assert!(entry.accesskit_node().is_disabled(), "{name}");
        let at = entry.rect().center();
        harness.event(Event::PointerMoved(at));
        harness.run_steps(12);
        harness.get_by_label(why);
    }
}
