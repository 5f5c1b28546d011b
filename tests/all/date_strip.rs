//! The strip of dates: a chip for each day, ways to other days, sessions dropped on days.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::store::Template;

use super::desk::{block, desk, desk_with, drag, drag_and_drop, place, press, rect_of};

const NONE: Modifiers = Modifiers::NONE;
const SATURDAY: &str = "Saturday 22 November 2025, 2 sessions, ";
const THURSDAY: &str = "Thursday 20 November 2025, 9 sessions, 6 marked";

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(24);
}

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(24);
}

/// Whether the chip of this day is the chosen one.
#[track_caller]
fn is_chosen(harness: &Harness<'_, Desk>, chip: &str) -> bool {
    // Folds and heads name days, too.
    let mut named = harness.query_all_by_label_contains(chip);
    named.any(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True))
}

#[test]
fn a_chip_goes_to_its_day_in_every_view() {
    for view in ["timeline", "day", "grid", "list"] {
        let mut harness = desk();
        act(&mut harness, Action::Run(UiCommand::View(view_named(view))));
        assert!(is_chosen(&harness, "Monday 17 November 2025, 10 sessions"), "{view}");
        click(&mut harness, THURSDAY);
        assert!(is_chosen(&harness, THURSDAY), "{view}");
        assert!(!is_chosen(&harness, "Monday 17 November 2025, 10 sessions"), "{view}");
        // Another view shows the same day.
        act(&mut harness, Action::Run(UiCommand::View(view_named(if view == "day" { "timeline" } else { "day" }))));
        assert!(is_chosen(&harness, THURSDAY), "{view}");
        block(&harness, "COM4, 2nd meeting");
    }
}

#[test]
fn keys_and_buttons_turn_days() {
    let mut harness = desk();
    click(&mut harness, "Day after");
    assert!(is_chosen(&harness, "Tuesday 18 November 2025"));
    harness.key_press(Key::PageDown);
    harness.run_steps(24);
    assert!(is_chosen(&harness, "Wednesday 19 November 2025"));
    // With nothing selected there is nothing to move.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
    harness.run_steps(24);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    harness.run_steps(24);
    assert!(is_chosen(&harness, "Wednesday 19 November 2025"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
    harness.run_steps(24);
    click(&mut harness, "Day before");
    assert!(is_chosen(&harness, "Monday 17 November 2025"));
    // A chip that has the keyboard hands it to its neighbour.
    harness.get_by_label(THURSDAY).focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(24);
    assert!(is_chosen(&harness, "Friday 21 November 2025"));
    harness.key_press(Key::ArrowRight);
    harness.run_steps(24);
    assert!(is_chosen(&harness, "Saturday 22 November 2025"));
}

#[test]
fn a_date_is_typed_in_either_language() {
    let mut harness = desk();
    for (typed, chip) in
        [("24 nov", "Monday 24 November 2025"), ("14 июля", "Monday 14 July 2025"), ("wed", "Wednesday 16 July 2025")]
    {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
        harness.run_steps(3);
        harness.event(egui::Event::Text(typed.to_owned()));
        harness.run_steps(2);
        harness.key_press(Key::Enter);
        harness.run_steps(24);
        if chip.contains("16 July") {
            // No day of the plan, and so without a chip; the title says it.
            assert!(!is_chosen(&harness, "Monday 14 July 2025"));
        } else {
            assert!(is_chosen(&harness, chip), "{typed}");
        }
    }
}

#[test]
fn enter_on_a_day_of_the_calendar_goes_to_that_day_whatever_is_typed() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
    harness.run_steps(3);
    harness.event(egui::Event::Text("24 nov".to_owned()));
    harness.run_steps(2);
    harness.get_by_label("Wednesday 19 November 2025").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(24);
    assert!(is_chosen(&harness, "Wednesday 19 November 2025"));
}

#[test]
fn a_session_dropped_on_a_chip_changes_its_day_and_nothing_else() {
    let mut harness = desk();
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    let from = block(&harness, "Opening ceremony").center();
    let to = rect_of(&harness, SATURDAY).center();
    drag(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-22T10:00 60 plenary-hall");
    assert_eq!(harness.state().document().done().len(), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

#[test]
fn a_pinned_session_stays_on_its_day() {
    let mut harness = desk();
    act(&mut harness, Action::Perform(Command::Pin(vec!["S08".parse().unwrap()], true)));
    act(&mut harness, Action::Select(Selection::default()));
    let from = block(&harness, "Opening ceremony").center();
    let to = rect_of(&harness, SATURDAY).center();
    drag_and_drop(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    assert_eq!(harness.state().document().done().len(), 1);
    harness.get_by_label_contains("is pinned and stays where it is");
}

#[test]
fn out_of_the_tray_a_session_gets_the_usual_hour_of_the_day() {
    let mut harness = desk();
    act(&mut harness, Action::Perform(Command::Unschedule(vec!["S08".parse().unwrap()])));
    let from = rect_of(&harness, "Opening ceremony, Not scheduled").center();
    let to = rect_of(&harness, SATURDAY).center();
    drag_and_drop(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-22T09:30 60 plenary-hall");
}

/// However many days there are, only those in sight are drawn, and the day in sight is one of them.
#[test]
fn of_a_thousand_days_those_in_sight_are_drawn() {
    let mut plan = Template::Blank.plan();
    let event = plan.events().iter().next().unwrap().clone();
    let first = event.dates.first_and_last().0;
    let last = first + chrono::Days::new(999);
    let dates = plenary::model::EventDates::Days { first, last };
    let mut patch = plenary::model::Patch::default();
    patch.put(&plan, plenary::model::Event { dates, ..(*event).clone() });
    plan.apply(&patch).unwrap();
    let mut harness = desk_with(plan, None, Settings::default());
    let chips = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains(", 0 sessions").count();
    assert!((10..40).contains(&chips(&harness)), "{}", chips(&harness));
    let far = first + chrono::Days::new(700);
    act(&mut harness, Action::ShowDate(far));
    assert!((10..40).contains(&chips(&harness)), "{}", chips(&harness));
    let name = format!("{}, 0 sessions", far.format("%A %-d %B %Y"));
    assert!(is_chosen(&harness, &name));
    click(&mut harness, "Later days");
    click(&mut harness, "Later days");
    assert!(harness.query_by_label(&name).is_none(), "scrolled out of sight");
    let strip = harness.get_by_label("Earlier days").rect();
    assert!(strip.top() >= 48.0 && strip.bottom() <= 112.0, "{strip:?}");
}

#[test]
fn ticks_are_on_the_days_with_a_place_and_a_drop_there_takes_it() {
    let mut harness = desk();
    click(&mut harness, THURSDAY);
    let from = block(&harness, "WG4A").center();
    let there = rect_of(&harness, "Wednesday 26 November 2025").center();
    assert!(harness.query_by_label_contains("has a place").is_none(), "before anything is dragged");
    let before = place(&harness, "S41");
    drag(&mut harness, from, from + egui::vec2(40.0, 0.0), NONE);
    harness.run_steps(24);
    harness.get_by_label_contains("Days with a tick have a place for it");
    let ticked = |harness: &Harness<'_, Desk>, day: &str| {
        let mut chips = harness.query_all_by_label_contains(day);
        chips.any(|chip| chip.accesskit_node().label().is_some_and(|label| label.ends_with("has a place")))
    };
    assert!(ticked(&harness, "Monday 24 November 2025"));
    assert!(!ticked(&harness, "Friday 21 November 2025"));
    drag_on(&mut harness, there);
    press(&harness, there, false, NONE);
    harness.run_steps(3);
    let after = place(&harness, "S41");
    // Its own hour would bring something new to report there.
    assert_eq!((before.as_str(), after.as_str()), ("2025-11-20T16:15 75 room-b", "2025-11-26T09:45 75 room-b"));
    assert!(harness.query_by_label_contains("has a place").is_none(), "after it was let go");
}

/// Moves on while the button is down.
fn drag_on(harness: &mut Harness<'_, Desk>, to: egui::Pos2) {
    harness.event(egui::Event::PointerMoved(to));
    harness.step();
}

#[test]
fn a_drag_that_rests_on_a_day_opens_it_and_goes_on_there() {
    for view in ["timeline", "day"] {
        let mut harness = desk();
        act(&mut harness, Action::Run(UiCommand::View(view_named(view))));
        let from = block(&harness, "Opening ceremony").center();
        let saturday = rect_of(&harness, SATURDAY).center();
        drag(&mut harness, from, saturday, NONE);
        assert!(!is_chosen(&harness, SATURDAY), "{view}: not at once");
        harness.run_steps(24);
        assert!(is_chosen(&harness, SATURDAY), "{view}");
        let after = rect_of(&harness, "Day after").center();
        drag_on(&mut harness, after);
        harness.run_steps(4);
        assert!(is_chosen(&harness, "Sunday 23 November 2025"), "{view}: a button turns on");
        drag_on(&mut harness, from);
        harness.run_steps(3);
        press(&harness, from, false, NONE);
        harness.run_steps(24);
        let at = place(&harness, "S08");
        assert!(!at.starts_with("2025-11-17"), "{view}: {at}");
        assert_eq!(harness.state().document().done().len(), 1);
    }
}

/// Whoever has scrolled to other days looks at them: a change of the plan does not bring back the day in sight.
#[test]
fn a_change_of_the_plan_does_not_scroll_the_days() {
    let mut harness = desk();
    harness.set_size(egui::vec2(900.0, 700.0));
    harness.run_steps(6);
    click(&mut harness, "Later days");
    let far = "Friday 28 November 2025";
    let left = |harness: &Harness<'_, Desk>| {
        let mut chips = harness.query_all_by_label_contains(far).filter(|node| node.rect().top() < 112.0);
        chips.next().map(|node| node.rect().left())
    };
    let before = left(&harness);
    assert!(before.is_some());
    act(&mut harness, Action::Perform(Command::Pin(vec!["S08".parse().unwrap()], true)));
    assert_eq!(left(&harness), before);
    act(&mut harness, Action::ShowDate(chrono::NaiveDate::from_ymd_opt(2025, 7, 14).unwrap()));
    assert!(left(&harness).is_none(), "another day comes into sight");
}
