//! Own fields on the desk: filled, made, defined and taken away, found by their names.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{FieldForm, FieldValue, Number, Plan, SessionId};

use super::inspector::{act, click, click_at, enter, press_key, select, select_session, tall_with};
use super::own_fields::{field, own, plan, row};

fn now(harness: &Harness<'_, Desk>) -> Plan {
    harness.state().document().plan().clone()
}

fn text(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Text(text.to_owned()))
}

fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
    press_key(harness, Key::Enter);
}

/// Opens a list and takes what is called exactly so, behind its sign.
#[track_caller]
fn choose(harness: &mut Harness<'_, Desk>, name: &str, value: &str) {
    click(harness, Role::ComboBox, name);
    let is_meant = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        let label = node.label().unwrap_or_default();
        let words = label.trim_start_matches(|c: char| !c.is_alphabetic() || ('\u{e000}'..='\u{f8ff}').contains(&c));
        words == value && node.role() == Role::Button
    };
    let found: Vec<_> = harness.query_all(By::new().predicate(is_meant)).map(|node| node.rect()).collect();
    // The list lies over everything and comes last.
    click_at(harness, found.last().expect("the value is in the list").center());
}

#[test]
fn what_is_set_is_edited_in_its_row() {
    let mut harness = tall_with(plan(), Settings::default());
    select_session(&mut harness, "S03");
    enter(&mut harness, "Catering", "Vegan");
    assert_eq!(own(&now(&harness), "S03", "Catering"), text("Vegan"));
    enter(&mut harness, "Chairs", "forty");
    assert_eq!(own(&now(&harness), "S03", "Chairs"), Number::new(12.5).map(FieldValue::Number));
    assert!(harness.query_by_label_contains("Not a number").is_some());
    enter(&mut harness, "Chairs", "40");
    assert_eq!(own(&now(&harness), "S03", "Chairs"), Number::new(40.0).map(FieldValue::Number));
    choose(&mut harness, "Setup", "Theatre");
    let theatre = Some(FieldValue::Choice("choice-01".parse().unwrap()));
    assert_eq!(own(&now(&harness), "S03", "Setup"), theatre);
    click(&mut harness, Role::CheckBox, "Filmed");
    assert_eq!(own(&now(&harness), "S03", "Filmed"), None);
    click(&mut harness, Role::Button, "No date: Paid");
    assert_eq!(own(&now(&harness), "S03", "Paid"), None);
}

#[test]
fn what_is_not_set_is_offered_and_a_new_field_is_made_there() {
    let mut harness = tall_with(plan(), Settings::default());
    select_session(&mut harness, "S02");
    click(&mut harness, Role::Button, "Filmed");
    assert_eq!(own(&now(&harness), "S02", "Filmed"), Some(FieldValue::Tick));
    click(&mut harness, Role::Button, "New field…");
    type_text(&mut harness, "Streamed to");
    let streamed = row(&now(&harness), "Streamed to");
    assert_eq!(streamed.form, FieldForm::Text);
    assert!(!streamed.handed_out);
    // Its row shows and has the keyboard.
    type_text(&mut harness, "Hall B");
    assert_eq!(own(&now(&harness), "S02", "Streamed to"), text("Hall B"));
}

#[test]
fn several_sessions_get_the_same() {
    let mut harness = tall_with(plan(), Settings::default());
    select_session(&mut harness, "S02");
    for id in ["S03", "S05"] {
        act(&mut harness, Action::Toggle(id.parse::<SessionId>().unwrap()));
    }
    enter(&mut harness, "Catering", "Fish");
    for id in ["S02", "S03", "S05"] {
        assert_eq!(own(&now(&harness), id, "Catering"), text("Fish"), "{id}");
    }
    choose(&mut harness, "Filmed", "No");
    assert_eq!(own(&now(&harness), "S05", "Filmed"), None);
}

#[test]
fn a_field_is_defined_and_one_that_goes_tells_how_many_sessions_lose_a_value() {
    let mut harness = tall_with(plan(), Settings::default());
    act(&mut harness, Action::Run(UiCommand::AddField));
    let made = now(&harness).fields().iter().next_back().unwrap().id;
    choose(&mut harness, "Type", "Choice");
    enter(&mut harness, "Add choice", "Red, Blue, Red");
    let plan = now(&harness);
    let titles: Vec<_> = plan.fields().get(made).unwrap().choices().iter().map(|one| one.title.clone()).collect();
    assert_eq!(titles, ["Red".into(), "Blue".into()]);
    click(&mut harness, Role::Button, "Move Blue up");
    let titles: Vec<_> =
        now(&harness).fields().get(made).unwrap().choices().iter().map(|one| one.title.clone()).collect();
    assert_eq!(titles, ["Blue".into(), "Red".into()]);
    let setup = field(&plan, "Setup");
    select(&mut harness, setup);
    assert!(harness.query_by_label_contains("2 have something").is_some());
    act(&mut harness, Action::Run(UiCommand::Delete));
    assert!(!now(&harness).fields().contains(setup));
    assert!(harness.query_by_label_contains("2 rows have lost a value").is_some());
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(own(&now(&harness), "S05", "Setup").is_some());
}

/// Alt with an arrow moves a choice, and what is typed goes on in it.
#[test]
fn choices_change_their_order_by_keys() {
    let mut harness = tall_with(plan(), Settings::default());
    let setup = field(&plan(), "Setup");
    select(&mut harness, setup);
    let titles = |harness: &Harness<'_, Desk>| -> Vec<String> {
        let plan = now(harness);
        let choices = plan.fields().get(setup).unwrap().choices().to_vec();
        choices.iter().map(|one| one.title.get(plenary::model::Language::English).to_owned()).collect()
    };
    assert_eq!(titles(&harness), ["Theatre", "Classroom"]);
    harness.get_by_role_and_label(Role::TextInput, "Choice 1").focus();
    harness.run_steps(3);
    for (key, expected) in [
        (Key::ArrowDown, ["Classroom", "Theatre"]),
        (Key::ArrowDown, ["Classroom", "Theatre"]),
        (Key::ArrowUp, ["Theatre", "Classroom"]),
    ] {
        harness.key_press_modifiers(egui::Modifiers::ALT, key);
        harness.run_steps(3);
        assert_eq!(titles(&harness), expected, "{key:?}");
    }
}

#[test]
fn own_fields_filter_and_words_find_meetings_by_their_numbers() {
    use plenary::app::filter::{Filter, Matches, OwnFilter};
    use plenary::workbench::Workbench;
    let plan = plan();
    let workbench = Workbench::new(plan.clone());
    let found = |filter: Filter| {
        let mut ids: Vec<String> = filter.matches(&workbench).unwrap().iter().map(SessionId::to_string).collect();
        ids.sort();
        ids
    };
    let by = |own: &[OwnFilter]| found(Filter { own: own.iter().copied().collect(), ..Filter::default() });
    let (setup, filmed) = (field(&plan, "Setup"), field(&plan, "Filmed"));
    let [theatre, classroom] = ["choice-01", "choice-02"].map(|id| OwnFilter::Choice(setup, id.parse().unwrap()));
    assert_eq!(by(&[classroom]), ["S03", "S05"]);
    assert_eq!(by(&[theatre]), Vec::<String>::new());
    assert_eq!(by(&[theatre, classroom, OwnFilter::Filled(filmed)]), ["S03", "S05"], "any of one field, all fields");
    assert_eq!(by(&[classroom, OwnFilter::Empty(filmed)]), Vec::<String>::new());
    assert_eq!(by(&[OwnFilter::Empty(filmed)]).len(), plan.sessions().len() - 2);

    let mut workbench = Workbench::new(plenary::store::Template::Wtdc25.plan());
    let filter = Filter { words: "pl-2".to_owned(), ..Filter::default() };
    let mut matches = Matches::default();
    matches.follow(&workbench, &filter);
    let second = *matches.found().unwrap().iter().next().unwrap();
    assert_eq!(workbench.index().meeting(second).unwrap().number, 2);
    let body = workbench.index().meeting(second).unwrap().body;
    let numbered = |workbench: &Workbench, number| {
        let all = workbench.index().sessions_of(body).iter().copied();
        all.into_iter()
            .find(|&id| workbench.index().meeting(id).is_some_and(|it| it.body == body && it.number == number))
    };
    let first = numbered(&workbench, 1).unwrap();
    workbench.perform(&plenary::edit::Command::Remove(vec![first.into()])).unwrap();
    matches.follow(&workbench, &filter);
    let now = numbered(&workbench, 2).unwrap();
    assert!(now != second && matches.found().unwrap().contains(&now), "the one that is the second now");
    assert!(!matches.found().unwrap().contains(&second));
}
