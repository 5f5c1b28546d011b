//! The same at the desk: by one key, in the inspector, and after a zone was chosen.

use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::app::system::tasks::work_at_once;
use plenary::edit::{Command, Deed};
use plenary::model::zone::Tz;
use plenary::model::{CivilTime, Event, Held, Plan};
use plenary::store::Template;

use crate::desk::{rect_of, session};
use crate::inspector::{act, click, enter, press_key, select_session};

/// A desk whose clock shows this in the zone of the plan.
fn desk_at(now: &'static str) -> Harness<'static, Desk> {
    desk_of(Template::Wtdc25.plan(), now)
}

fn desk_of(plan: Plan, now: &'static str) -> Harness<'static, Desk> {
    let settings = Settings { findings_open: false, ..Settings::default() };
    let clock = Box::new(move |_: &Plan| now.parse::<CivilTime>().ok());
    let desk = Desk::new(plan, None, settings).with_chooser(Chooser::Field).with_clock(clock);
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 1200.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| {
            ctx.set_fonts(fonts::definitions());
            work_at_once(ctx);
        })
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    harness
}

fn times(harness: &Harness<'_, Desk>, id: &str) -> Vec<String> {
    session(harness, id).held.iter().flat_map(Held::times).map(CivilTime::clock).collect()
}

fn says(harness: &Harness<'_, Desk>, part: &str) -> bool {
    harness.query_all_by_label_contains(part).next().is_some()
}

#[test]
fn one_key_opens_a_meeting_and_the_same_adjourns_it() {
    let mut harness = desk_at("2025-11-18T09:34");
    act(&mut harness, Action::Reveal("S18".parse::<plenary::model::SessionId>().unwrap().into()));
    press_key(&mut harness, Key::O);
    assert_eq!(times(&harness, "S18"), ["09:34"]);
    assert_eq!(session(&harness, "S18").number, Some(2));
    assert!(says(&harness, "It stays PL-2"), "told with its number");
    assert!(says(&harness, "opened 09:34"), "spoken on its block");
    // Once more in the same minute is a slip, and nothing is written.
    press_key(&mut harness, Key::O);
    assert_eq!(times(&harness, "S18"), ["09:34"]);
    assert!(says(&harness, "Wait a minute"));
    harness.state_mut().run(&egui::Context::default(), UiCommand::Undo);
    assert_eq!((times(&harness, "S18").len(), session(&harness, "S18").number), (0, None), "one step back");
}

#[test]
fn another_day_is_told_and_the_time_is_typed() {
    let mut harness = desk_at("2026-03-03T15:00");
    act(&mut harness, Action::Reveal("S18".parse::<plenary::model::SessionId>().unwrap().into()));
    press_key(&mut harness, Key::O);
    assert!(times(&harness, "S18").is_empty(), "nothing is written");
    assert!(says(&harness, "Type the time in the inspector"));
    harness.run_steps(2);
    let field = harness.get_by_role_and_label(Role::TextInput, "Opened");
    assert!(field.accesskit_node().is_focused(), "and can be typed at once");
    enter(&mut harness, "Opened", "937");
    enter(&mut harness, "Adjourned", "10:50");
    assert_eq!(
        session(&harness, "S18").held.as_ref().unwrap().to_owned(),
        Held {
            adjourned: Some("2025-11-18T10:50".parse().unwrap()),
            ..Held::since("2025-11-18T09:37".parse().unwrap())
        }
    );
    // A time that is earlier stays in its field, with what is wrong.
    enter(&mut harness, "Adjourned", "9:00");
    assert!(says(&harness, "must be later"));
    press_key(&mut harness, Key::Escape);
    click(&mut harness, Role::Button, "Add a suspension");
    enter(&mut harness, "Suspended from", "10:00");
    enter(&mut harness, "Resumed", "10:10");
    assert_eq!(times(&harness, "S18"), ["09:37", "10:00", "10:10", "10:50"]);
    // A field that is emptied takes its time away, and a suspension with it.
    let field = rect_of(&harness, "Suspended from").center();
    crate::inspector::click_at(&mut harness, field);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.step();
    press_key(&mut harness, Key::Delete);
    press_key(&mut harness, Key::Enter);
    assert_eq!(times(&harness, "S18"), ["09:37", "10:50"]);
    click(&mut harness, Role::Button, "Remove Held");
    assert!(times(&harness, "S18").is_empty());
}

#[test]
fn a_meeting_elsewhere_is_noted_by_its_own_clock() {
    let plan = Template::Wtdc25.plan();
    let abroad = plan.events().iter().find(|event| {
        event.zone != plan.header().zone && plan.sessions().iter().any(|session| session.event == event.id)
    });
    let (mut plan, home) = (plan.clone(), plan.header().zone);
    // Where all are at home, one is put abroad.
    let event = abroad.map_or("irm-1".parse().unwrap(), |event| event.id);
    let there = Event { zone: Tz::UTC, ..Event::clone(plan.events().get(event).unwrap()) };
    let patch = plenary::edit::resolve(&plan, &Command::Put(there.into())).unwrap();
    plan.apply(&patch).unwrap();
    assert_eq!(home, Tz::Asia__Baku, "four hours ahead of UTC");
    let first = plan.sessions().iter().find(|session| session.event == event && session.placement.is_some()).unwrap();
    let (id, start) = (first.id, first.span().unwrap().start);
    let now: &'static str = Box::leak(start.plus_mins(4 * 60 + 7).to_string().into_boxed_str());
    let mut harness = desk_of(plan, now);
    select_session(&mut harness, id.as_str());
    harness.state_mut().run(&egui::Context::default(), UiCommand::OpenOrAdjourn);
    assert_eq!(times(&harness, id.as_str()), [start.plus_mins(7).clock()]);
}

#[test]
fn another_zone_leaves_times_as_written_and_offers_to_keep_the_instants() {
    let mut harness = desk_at("2025-11-18T09:34");
    let plan = harness.state().document().plan().clone();
    let row = Event { zone: Tz::UTC, ..Event::clone(plan.events().get(session(&harness, "S18").event).unwrap()) };
    act(&mut harness, Action::Perform(Command::Put(row.into())));
    assert_eq!(session(&harness, "S18").placement, plan.sessions().get("S18".parse().unwrap()).unwrap().placement);
    assert!(says(&harness, "Times stay as written"));
    click(&mut harness, Role::Button, "Keep the instants");
    harness.run_steps(2);
    let document = harness.state().document();
    assert_eq!(document.done().iter().map(|step| step.label.deed).collect::<Vec<_>>(), [Deed::ChangeZone], "one step");
    assert_eq!(session(&harness, "S18").span().unwrap().start.to_string(), "2025-11-18T05:30");
    assert!(says(&harness, "Instants kept"));
    assert!(rect_of(&harness, "Instants kept").height() >= 14.0);
    harness.state_mut().run(&egui::Context::default(), UiCommand::Undo);
    assert_eq!(harness.state().document().plan(), &plan);
}
