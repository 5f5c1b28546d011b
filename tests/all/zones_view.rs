//! Who is awake while a virtual meeting sits: burdens against figures worked out by hand, and the view as a planner uses it.

use egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::burden::{self, Measure};
use plenary::model::{Body, Plan, zone};
use plenary::store::Template;

use crate::desk::{act, desk_with, key, plan};

fn desk() -> Harness<'static, Desk> {
    desk_with(Template::Wtdc25.plan(), None, Settings { view: "zones".to_owned(), ..Settings::default() })
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn utc(time: &str) -> i64 {
    zone::moment(time.parse().unwrap(), zone::Tz::UTC)
}

/// When the first session of IRM-1 begins on the clock of its event.
fn start(harness: &Harness<'_, Desk>, session: &str) -> String {
    let session = plan(harness).sessions().get(session.parse().unwrap()).unwrap();
    session.span().unwrap().start.to_string()
}

fn borne(plan: &Plan, start: &str) -> Vec<(String, i64)> {
    let of = |body: &&Body| {
        let minutes = burden::of_region(body, (utc(start), 180), &Measure::default());
        (body.id.to_string(), minutes.round() as i64)
    };
    burden::regions(plan).iter().map(of).collect()
}

#[test]
fn burdens_as_worked_out_by_hand() {
    let plan = Template::Wtdc25.plan();
    let of = |values: [i64; 6]| -> Vec<(String, i64)> {
        ["AFR", "AMS", "ARB", "ASP", "CIS", "EUR"].iter().map(|&region| region.to_owned()).zip(values).collect()
    };
    assert_eq!(borne(&plan, "2025-07-14T11:00"), of([0, 150, 0, 246, 40, 0]));
    assert_eq!(borne(&plan, "2025-07-14T13:00"), of([20, 60, 60, 300, 120, 20]));
}

#[test]
fn local_hours_of_22_cities_on_both_dates() {
    let plan = Template::Wtdc25.plan();
    let regions = burden::regions(&plan);
    let hours = |time: &str| -> Vec<String> {
        let cities = regions.iter().flat_map(|region| &region.cities);
        let of = |city: &plenary::model::City| {
            let (local, _) = zone::civil_at(utc(time), city.zone).unwrap();
            format!("{} {}", city.name.get(plenary::model::Language::English), local.clock())
        };
        cities.map(of).collect()
    };
    // From the offsets of the IANA database: Auckland is at +12 in July, and at +13 from 28 September 2025 on.
    let expected = |auckland: &str| {
        [
            "Dakar 11:00",
            "Lagos 12:00",
            "Nairobi 14:00",
            "Los Angeles 04:00",
            "New York 07:00",
            "Asunción 08:00",
            "São Paulo 08:00",
            "Rabat 12:00",
            "Cairo 14:00",
            "Riyadh 14:00",
            "Muscat 15:00",
            "New Delhi 16:30",
            "Bangkok 18:00",
            "Tokyo 20:00",
            auckland,
            "Apia 00:00",
            "Moscow 14:00",
            "Baku 15:00",
            "Bishkek 17:00",
            "London 12:00",
            "Paris 13:00",
            "Istanbul 14:00",
        ]
        .map(str::to_owned)
    };
    assert_eq!(hours("2025-07-14T11:00"), expected("Auckland 23:00"));
    assert_eq!(hours("2025-09-29T11:00"), expected("Auckland 00:00"));
}

#[test]
fn the_fairest_start_is_taken_and_taken_back() {
    let mut harness = desk();
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T13:00");
    assert!(says(&harness, "1, 07:00 UTC, 09:00 Geneva, 834, 310, ASP worst; Apia 20:00–23:00"));
    harness.get_by_label_contains("2, 07:30 UTC").click();
    harness.run_steps(4);
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T09:30");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T13:00");
}

#[test]
fn the_fairest_pair_is_one_step() {
    let mut harness = desk();
    harness.get_by_role_and_label(Role::Button, "Take both").click();
    harness.run_steps(4);
    assert_eq!(
        (start(&harness, "IRM1-1").as_str(), start(&harness, "IRM1-2").as_str()),
        ("2025-07-14T09:30", "2025-07-15T12:30")
    );
    assert!(says(&harness, "No pair of starts is fairer than these."));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(
        (start(&harness, "IRM1-1").as_str(), start(&harness, "IRM1-2").as_str()),
        ("2025-07-14T13:00", "2025-07-15T13:00")
    );
}

#[test]
fn the_block_is_pulled_along_the_hours() {
    let mut harness = desk();
    let block = harness.get_by_label_contains("Sits 11:00–14:00 UTC").rect();
    let hour = block.width() / 3.0;
    let (from, to) = (block.center(), block.center() + egui::vec2(2.0 * hour, 0.0));
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(3);
    assert!(says(&harness, "Sits 13:00–16:00 UTC"), "it follows the pointer");
    assert!(says(&harness, "Bangkok: 20:00–23:00"), "and all cities follow it");
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T13:00", "nothing is changed yet");
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    harness.event(Event::PointerButton { pos: to, button, pressed: false, modifiers });
    harness.run_steps(4);
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T15:00");
}

#[test]
fn arrows_move_it_by_half_hours_and_enter_selects_it() {
    let mut harness = desk();
    harness.get_by_label_contains("Sits 11:00–14:00 UTC").click();
    harness.run_steps(4);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(start(&harness, "IRM1-1"), "2025-07-14T13:30");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().selection().focus, Some("IRM1-1".parse::<plenary::model::SessionId>().unwrap().into()));
}

#[test]
fn other_days_and_meetings_are_a_click_away() {
    let mut harness = desk();
    harness.get_by_label_contains("Day 2, 11:00 UTC").click();
    harness.run_steps(4);
    harness.get_by_label_contains("Sits 11:00–14:00 UTC").click();
    harness.run_steps(4);
    key(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(start(&harness, "IRM1-2"), "2025-07-15T12:30");
    harness.get_by_label("IRM-2").click();
    harness.run_steps(4);
    assert!(says(&harness, "Auckland: 00:00–03:00"), "with the offset of that date");
}

#[test]
fn days_off_are_told() {
    let harness = desk();
    assert!(says(&harness, "Mon 14 Jul: Paris") && says(&harness, "Tue 15 Jul: Istanbul"));
}

#[test]
fn a_city_is_added_to_a_region_and_removed() {
    let mut harness = desk_with(Template::Wtdc25.plan(), None, Settings::default());
    let region: plenary::model::BodyId = "EUR".parse().unwrap();
    act(&mut harness, Action::Select(plenary::app::selection::Selection::only(region.into())));
    let cities = |harness: &Harness<'_, Desk>| plan(harness).bodies().get(region).unwrap().cities.len();
    assert_eq!(cities(&harness), 3);
    harness.get_by_role_and_label(Role::Button, "Remove Paris").click();
    harness.run_steps(4);
    assert_eq!(cities(&harness), 2);
}

#[test]
fn weights_and_hours_are_settings_of_the_plan() {
    use plenary::model::RuleChoice;
    let mut plan = Template::Wtdc25.plan();
    let numbers = [("night-weight", 5), ("day-from", 8 * 60 + 30), ("interpreters-to", 17 * 60)];
    let of = |rule: &str, names: &[&str]| RuleChoice {
        id: rule.parse().unwrap(),
        severity: None,
        numbers: numbers
            .iter()
            .filter(|(name, _)| names.contains(name))
            .map(|&(name, value)| (name.to_owned(), value))
            .collect(),
    };
    let mut patch = plenary::model::Patch::default();
    patch.put(&plan, of("irm-balance", &["night-weight", "day-from"]));
    patch.put(&plan, of("irm-staff", &["interpreters-to"]));
    plan.apply(&patch).unwrap();
    let mut harness = desk_with(plan, None, Settings { view: "zones".to_owned(), ..Settings::default() });
    harness.run_steps(4);
    assert!(says(
        &harness,
        "in the day (08:30–18) times 0, at its edges (07–08:30, 18–22) times 1, in the night times 5"
    ));
    assert!(says(&harness, "hours of the interpreters (09–17 in Geneva)"));
    let usual = desk();
    assert!(says(&usual, "(09–18) times 0, at its edges (07–09, 18–22) times 1, in the night times 2"));
}

#[test]
fn a_city_is_renamed_in_place() {
    let mut harness = desk_with(Template::Wtdc25.plan(), None, Settings::default());
    act(
        &mut harness,
        Action::Select(plenary::app::selection::Selection::only(
            "ASP".parse::<plenary::model::BodyId>().unwrap().into(),
        )),
    );
    let city = plan(&harness).bodies().get("ASP".parse().unwrap()).unwrap().cities[0].clone();
    let label = format!("City ({})", city.zone.name());
    harness.get_by_role_and_label(Role::TextInput, &label).focus();
    harness.run_steps(2);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("Suva".to_owned()));
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let named = &plan(&harness).bodies().get("ASP".parse().unwrap()).unwrap().cities[0];
    assert_eq!((named.name.get(plenary::model::Language::English), named.zone), ("Suva", city.zone));
}
