//! The podium as the secretariat uses it: by keys.

use std::cell::Cell;
use std::rc::Rc;

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::podium::{PodiumStage, Running};
use plenary::model::{CivilTime, Delivery, SessionId, zone};
use plenary::store::read_plan;

/// The desk with the full list, and the clock of it: Mon 17 Nov, 14:30 in Baku at first.
fn desk() -> (Harness<'static, Desk>, Rc<Cell<i64>>) {
    let plan = read_plan(&std::fs::read("saves/illustrative-statements.ron").unwrap()).unwrap();
    let time: CivilTime = "2025-11-17T14:30".parse().unwrap();
    let clock = Rc::new(Cell::new(zone::moment(time, "Asia/Baku".parse().unwrap())));
    let seconds = Rc::clone(&clock);
    let settings = Settings { view: "podium".to_owned(), ..Settings::default() };
    let desk = Desk::new(plan, None, settings).with_seconds(Box::new(move || Some(seconds.get())));
    (crate::desk::harness_of(desk), clock)
}

fn key(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run_steps(4);
}

fn running(harness: &Harness<'_, Desk>, now: i64) -> Running {
    let plan = harness.state().document().plan();
    let session: SessionId = "S12".parse().unwrap();
    Running::of(plan, plan, session, now).unwrap()
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn wait(harness: &mut Harness<'_, Desk>, clock: &Cell<i64>, secs: i64) {
    clock.set(clock.get() + secs);
    harness.run_steps(2);
}

#[test]
fn keys_open_begin_stop_and_go_back() {
    let (mut harness, clock) = desk();
    assert!(says(&harness, "Burundi, 3:00, First speaker"));
    key(&mut harness, Key::Space);
    assert_eq!(running(&harness, clock.get()).stage(), PodiumStage::Opening);
    wait(&mut harness, &clock, 90);
    key(&mut harness, Key::Space);
    assert!(says(&harness, "Burundi, 3:00, Speaking"));
    wait(&mut harness, &clock, 154);
    assert!(says(&harness, "Burundi, 0:26, Please conclude"), "a word with the colour");
    wait(&mut harness, &clock, 30);
    assert!(says(&harness, "Burundi, −0:04, Time is over"));
    key(&mut harness, Key::Space);
    assert_eq!(running(&harness, clock.get()).given[0].secs, 184);
    assert!(says(&harness, "Morocco, 3:00, Next speaker"));
    key(&mut harness, Key::ArrowRight);
    assert!(says(&harness, "Morocco, 3:00, Speaking"));
    key(&mut harness, Key::ArrowLeft);
    assert!(says(&harness, "Morocco, 3:00, Next speaker"), "a slip is taken back");
}

#[test]
fn more_less_and_a_new_start() {
    let (mut harness, clock) = desk();
    key(&mut harness, Key::ArrowRight);
    key(&mut harness, Key::Plus);
    assert!(says(&harness, "Burundi, 3:30"));
    key(&mut harness, Key::Minus);
    wait(&mut harness, &clock, 20);
    assert!(says(&harness, "Burundi, 2:40"));
    key(&mut harness, Key::R);
    assert!(says(&harness, "Burundi, 3:00"));
}

#[test]
fn a_pause_has_a_reason_and_a_point_of_order_a_clock_of_its_own() {
    let (mut harness, clock) = desk();
    key(&mut harness, Key::ArrowRight);
    wait(&mut harness, &clock, 30);
    key(&mut harness, Key::P);
    assert!(says(&harness, "Why does the clock stand still?"));
    wait(&mut harness, &clock, 5);
    assert!(says(&harness, "Burundi, 2:30, Interpretation"), "it stands still while that is asked");
    key(&mut harness, Key::Num2);
    wait(&mut harness, &clock, 95);
    assert!(says(&harness, "Burundi, 2:30, Technical"));
    key(&mut harness, Key::P);
    assert!(says(&harness, "Burundi, 2:30, Speaking"));
    key(&mut harness, Key::O);
    key(&mut harness, Key::Num1);
    wait(&mut harness, &clock, 65);
    assert!(says(&harness, "Burundi, 1:05, Point of order"));
    key(&mut harness, Key::Space);
    assert!(says(&harness, "Burundi, 2:30, Speaking"));
}

#[test]
fn who_is_not_there_goes_to_the_next_part_by_enter() {
    let (mut harness, clock) = desk();
    key(&mut harness, Key::N);
    assert!(says(&harness, "1, Burundi, 15:35:30, not present") || says(&harness, "Burundi, 15:"));
    assert!(says(&harness, "Morocco, 3:00, First speaker"));
    assert!(says(&harness, "What the Chair can do"));
    key(&mut harness, Key::Num1);
    assert!(harness.query_by_role_and_label(Role::Button, "Confirm").is_some());
    key(&mut harness, Key::Escape);
    assert_eq!(running(&harness, clock.get()).to_come.len(), 18, "nothing is done before Enter");
    key(&mut harness, Key::Num1);
    key(&mut harness, Key::Enter);
    let running = running(&harness, clock.get());
    assert_eq!(running.to_come.len(), 17);
    let plan = harness.state().document().plan();
    let moved = plan.statements().iter().filter(|row| row.delivery == Delivery::Moved).count();
    assert_eq!(moved, 1);
}

#[test]
fn two_swap_when_both_agree() {
    let (mut harness, _) = desk();
    key(&mut harness, Key::W);
    assert!(says(&harness, "Burundi and Morocco change places. Both must agree."));
    key(&mut harness, Key::Enter);
    assert!(says(&harness, "Morocco, 3:00, First speaker"));
    let plan = harness.state().document().plan();
    assert_eq!(plan.statements().iter().filter(|row| row.consent == "agreed at the podium").count(), 2);
}

#[test]
fn it_is_closed_with_a_question_while_somebody_has_not_spoken() {
    let (mut harness, clock) = desk();
    key(&mut harness, Key::ArrowRight);
    key(&mut harness, Key::C);
    assert_eq!(running(&harness, clock.get()).stage(), PodiumStage::Speaking);
    key(&mut harness, Key::Enter);
    assert_eq!(running(&harness, clock.get()).stage(), PodiumStage::Over);
}

#[test]
fn the_screen_in_the_hall_shows_the_clock_and_nothing_else() {
    let (mut harness, clock) = desk();
    let ctx = harness.ctx.clone();
    key(&mut harness, Key::ArrowRight);
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::Hall));
    wait(&mut harness, &clock, 10);
    let faces = harness.query_all_by_label_contains("Burundi, 2:50, Speaking").count();
    assert_eq!(faces, 2, "one for the secretariat and one in the hall");
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::Hall));
    harness.run_steps(4);
    assert_eq!(harness.query_all_by_label_contains("Burundi, 2:50, Speaking").count(), 1);
}

#[test]
fn keys_go_on_after_a_click_and_stop_below_a_window() {
    let (mut harness, clock) = desk();
    harness.get_by_role_and_label(Role::Button, "Part 1").click();
    harness.run_steps(4);
    key(&mut harness, Key::ArrowRight);
    assert!(says(&harness, "Burundi, 3:00, Speaking"));
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::Shortcuts));
    harness.run_steps(4);
    key(&mut harness, Key::ArrowRight);
    assert_eq!(running(&harness, clock.get()).given.len(), 0, "the window has the keys");
}

#[test]
fn what_is_selected_elsewhere_does_not_take_the_running_speech_away() {
    let (mut harness, _) = desk();
    key(&mut harness, Key::ArrowRight);
    let ctx = harness.ctx.clone();
    for session in ["S08", "S22"] {
        harness.state_mut().handle(&ctx, Action::Reveal(session.parse::<SessionId>().unwrap().into()));
        harness.run_steps(4);
    }
    assert!(says(&harness, "Burundi, 3:00, Speaking"));
}

#[test]
fn another_part_is_not_opened_while_one_runs() {
    let (mut harness, _) = desk();
    key(&mut harness, Key::ArrowRight);
    harness.get_by_role_and_label(Role::Button, "Part 2").click();
    harness.run_steps(4);
    key(&mut harness, Key::Space);
    assert!(says(&harness, "Close its podium first."));
    let plan = harness.state().document().plan();
    assert!(plan.sessions().get("S14".parse().unwrap()).unwrap().podium.opened.is_none());
}

#[test]
fn what_has_no_effect_is_no_button_and_asks_nothing() {
    let settings = Settings { view: "podium".to_owned(), ..Settings::default() };
    let mut harness = crate::desk::desk_with(plenary::store::Template::Wtdc25.plan(), None, settings);
    assert!(says(&harness, "Nobody speaks here"));
    let is_on = |harness: &Harness<'_, Desk>, name: &str| {
        use egui_kittest::kittest::NodeT as _;
        !harness.get_by_role_and_label(Role::Button, name).accesskit_node().is_disabled()
    };
    assert!(is_on(&harness, "Open"));
    for name in ["Next", "30 s more", "Not present", "Pause", "Swap", "Start again", "Close"] {
        assert!(!is_on(&harness, name), "{name}");
    }
    key(&mut harness, Key::P);
    assert!(!says(&harness, "Why does the clock stand still?"));
}
