//! Going along time: to matches, into folds, to how much shows.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::filter::Filter;
use plenary::app::settings::Settings;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::model::{Length, Placement, RowId};
use plenary::store::Template;

use super::desk::{act, block, desk, desk_with, drag, press};

const NONE: Modifiers = Modifiers::NONE;

fn selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

/// What goes on past midnight stands on two days, and is still one match.
#[test]
fn matches_past_midnight_come_in_the_order_of_time_both_ways() {
    let mut harness = desk();
    let at = |start: &str, mins: i64| Placement {
        start: start.parse().unwrap(),
        length: Length::from_mins(mins).unwrap(),
        rooms: Vec::new(),
    };
    let places = [("S08", at("2025-11-17T22:00", 300)), ("S09", at("2025-11-17T23:00", 30))];
    let places = places.map(|(id, at)| (id.parse().unwrap(), at)).to_vec();
    act(&mut harness, Action::Perform(Command::Place(places)));
    let filter = Filter { rows: [RowId::Event("wtdc25".parse().unwrap())].into(), ..Filter::default() };
    act(&mut harness, Action::Filter(filter));
    let walk = |harness: &mut Harness<'_, Desk>, modifiers| {
        let mut found = vec![selected(harness)];
        for _ in 0..6 {
            harness.key_press_modifiers(modifiers, Key::F3);
            harness.run_steps(4);
            found.push(selected(harness));
        }
        found
    };
    act(&mut harness, Action::Reveal(RowId::Session("S08".parse().unwrap())));
    let forward = walk(&mut harness, NONE);
    assert_eq!(forward[1], ["S09"], "the next to begin");
    let mut back = walk(&mut harness, Modifiers::SHIFT);
    back.reverse();
    assert_eq!(back, forward);
}

/// Nothing else asks for a frame while all is quiet.
#[test]
fn what_lies_in_a_closed_meeting_comes_into_sight_without_further_ado() {
    let settings = Settings { reduced_motion: true, ..Settings::default() };
    let mut harness = desk_with(Template::Wtdc25.plan(), None, settings);
    harness.run_steps(20);
    let plan = harness.state().document().plan().clone();
    let of_meeting = plan.sessions().iter().find(|session| session.event.as_str() == "irm-1").unwrap();
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Reveal(of_meeting.id.into()));
    // As many frames as are asked for.
    let _ = harness.run_ok();
    let title = of_meeting.title.get(plenary::model::Language::English).to_owned();
    block(&harness, &title);
}

/// From every view, by keys as from the menu.
#[test]
fn how_many_days_show_is_chosen_by_keys() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::View(view_named("list"))));
    let chosen = |harness: &Harness<'_, Desk>| {
        ["Day", "3 days", "Conference"].map(|name| {
            let named = harness.query_all_by_label(name);
            let is_on =
                |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
            named.filter(is_on).any(|node| (112.0..152.0).contains(&node.rect().center().y))
        })
    };
    for (key, expected) in
        [(Key::Num3, [false, false, true]), (Key::Num1, [true, false, false]), (Key::Num2, [false, true, false])]
    {
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run_steps(12);
        assert_eq!(chosen(&harness), expected, "{key:?}");
    }
    let days = harness.query_all_by_label_contains("Opening ceremony, ").count();
    assert!(days > 0, "the day in sight is among the three");
}

/// Rooms without sessions share a slim line; it opens under what is drawn or dropped there, and no lane above it moves.
#[test]
fn a_slim_lane_opens_under_what_is_held_over_it_and_the_others_stay() {
    let mut harness = desk();
    let at = |harness: &Harness<'_, Desk>, lane: &str| {
        let head = harness.query_all_by_role_and_label(egui::Role::Button, lane).next();
        head.unwrap_or_else(|| panic!("no lane is called {lane}")).rect().y_range()
    };
    let above = ["Plenary Hall", "Room A", "Room C"].map(|lane| at(&harness, lane));
    let slim = at(&harness, "Rooms D–H");
    assert!(slim.span() < 30.0, "{slim:?}");
    let ceremony = block(&harness, "Opening ceremony");
    let ground = egui::pos2(ceremony.left(), slim.center());
    for (from, to) in [(ground, ground + egui::vec2(80.0, 2.0)), (ceremony.center(), ground)] {
        drag(&mut harness, from, to, NONE);
        harness.run_steps(3);
        let open = at(&harness, "Room D");
        assert!(open.span() > 40.0 && open.contains(to.y), "under the pointer: {open:?}");
        assert_eq!(["Plenary Hall", "Room A", "Room C"].map(|lane| at(&harness, lane)), above);
        // What is gone past stays open, so that the next one does not move away.
        let next = egui::pos2(to.x, at(&harness, "Foyer").center());
        harness.event(egui::Event::PointerMoved(next));
        harness.run_steps(3);
        assert_eq!(at(&harness, "Room D"), open);
        harness.key_press(Key::Escape);
        harness.run_steps(2);
        press(&harness, next, false, NONE);
        harness.run_steps(3);
        assert_eq!(at(&harness, "Rooms D–H"), slim, "and closes");
    }
    assert_eq!(harness.state().document().done().len(), 0);
}

#[test]
fn a_closed_room_is_told_on_its_lane() {
    let mut plan = Template::Wtdc25.plan();
    let mut room = plenary::model::Room::clone(plan.rooms().get("room-b".parse().unwrap()).unwrap());
    let [from, to] = ["2025-11-17T08:00", "2025-11-17T12:00"].map(|time| time.parse().unwrap());
    room.closed = vec![plenary::model::Absence { from, to, reason: "rehearsal".to_owned() }];
    let mut patch = plenary::model::Patch::default();
    patch.put(&plan, room);
    plan.apply(&patch).unwrap();
    let mut harness = desk_with(plan, None, Settings::default());
    harness.run_steps(4);
    let shows =
        |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("08:00–12:00: rehearsal").next().is_some();
    assert!(shows(&harness));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(shows(&harness), "at rest, with nothing dragged");
}
